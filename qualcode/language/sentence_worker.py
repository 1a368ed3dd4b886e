"""The process that cuts texts into sentences for the window, which would stand still while spaCy is loaded.

In: again and again a line of JSON with the language, the labels and the size of a text, and the text; out: the number
of sentences (8 bytes) and their starts and ends. It ends when its input does.
"""

import json
import struct
import sys

from .pipeline import ANY_LANGUAGE, blank, sentences


def main() -> None:
    """Answer until there is nothing more to read."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    blank(ANY_LANGUAGE)  # what takes seconds, before the first text comes
    while line := source.readline():
        asked = json.loads(line)
        text = source.read(asked["size"]).decode("utf-8", "surrogatepass")
        found = sentences(text, asked["language"], [(start, body) for start, body in asked["labels"]])
        sink.write(struct.pack("<q", len(found)) + found.astype("<i8").tobytes())
        sink.flush()


if __name__ == "__main__":
    main()
