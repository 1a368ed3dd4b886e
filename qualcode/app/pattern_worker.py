"""The process in which a user's regular expression runs: one that never ends can only end this process.

It is started as a file, without the program's packages. In: a line of JSON with pattern and flags, then again and
again the number of texts (8 bytes) and the texts, each after its length (8 bytes); out: for each text the number of
matches (8 bytes) and their starts and ends.
"""

import json
import re
import struct
import sys
from array import array


def main() -> None:
    """Answer until the texts end."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    asked = json.loads(source.readline())
    pattern = re.compile(asked["pattern"], asked["flags"])
    while header := source.read(8):
        sizes = (struct.unpack("<q", source.read(8))[0] for _ in range(struct.unpack("<q", header)[0]))
        texts = [source.read(size).decode("utf-8", "surrogatepass") for size in sizes]
        for text in texts:
            found = array("q")
            for match in pattern.finditer(text):
                if match.end() > match.start():
                    found.extend(match.span())
            if sys.byteorder != "little":
                found.byteswap()
            sink.write(struct.pack("<q", len(found) // 2) + found.tobytes())
        sink.flush()


if __name__ == "__main__":
    main()
