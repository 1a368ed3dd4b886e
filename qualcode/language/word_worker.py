"""The process that cuts texts into words for the window, which would stand still meanwhile.

In: again and again a line of JSON with the language and the size of a text, and the text; out: the size of the answer
(8 bytes), and the answer: what `word_store.packed` made of its words, or JSON of its `entities` where these are asked
for. It ends when its input does.
"""

import json
import struct
import sys

from .entities import entities_of
from .word_store import packed
from .words import words_of


def main() -> None:
    """Answer until there is nothing more to read."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a trained pipeline may print does not belong among the answers
    while line := source.readline():
        asked = json.loads(line)
        text = source.read(asked["size"]).decode("utf-8", "surrogatepass")
        if asked["entities"]:
            answer = json.dumps(entities_of(text, asked["language"])).encode("ascii")
        else:
            answer = packed(words_of(text, asked["language"]))
        sink.write(struct.pack("<q", len(answer)) + answer)
        sink.flush()


if __name__ == "__main__":
    main()
