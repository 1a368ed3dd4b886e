"""The process in which users' regular expressions run: one that never ends can only end this process.

It is started as a file, without the program's packages. In, again and again: a line of JSON with pattern, flags, the
sizes of some texts and the seconds after which nobody waits any more, then the texts; out: for each text the number of
matches (8 bytes) and their starts and ends.
"""

import json
import re
import signal
import struct
import sys
from array import array


def main() -> None:
    """Answer until nothing more is asked."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    while line := source.readline():
        asked = json.loads(line)
        _end_in(asked["seconds"])
        pattern = re.compile(asked["pattern"], asked["flags"])  # `re` keeps the last ones
        texts = [source.read(size).decode("utf-8", "surrogatepass") for size in asked["sizes"]]
        for text in texts:
            found = array("q")
            for match in pattern.finditer(text):
                if match.end() > match.start():
                    found.extend(match.span())
            if sys.byteorder != "little":
                found.byteswap()
            sink.write(struct.pack("<q", len(found) // 2) + found.tobytes())
        sink.flush()
        _end_in(0)


def _end_in(seconds: float) -> None:
    """Let the system end this process after so many seconds (0: not at all), where it can: the program that would do so
    may have been killed meanwhile."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)


if __name__ == "__main__":
    main()
