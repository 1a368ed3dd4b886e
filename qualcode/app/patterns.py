"""Running a user's regular expression in a process of its own, with a time limit.

An expression can take longer than the age of the universe, and Python's `re` neither stops nor lets other threads
run meanwhile: the window would stand still.
"""

import atexit
import contextlib
import json
import re
import struct
import subprocess
import sys
import threading
from array import array
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from ..domain.documents import speaker_rule
from ..domain.errors import BadInput, Cancelled, Refused
from ..domain.repeats import ends_soon

SECONDS = 3.0  # for one document; harmless expressions take some milliseconds
_PER_MILLION = 2.0  # more for each million characters
_ALONE = 3  # times that long, and a process ends itself: whoever would end it has been killed
_WORKER = Path(__file__).with_name("pattern_worker.py")
_lock = threading.Lock()
_idle: list["subprocess.Popen[bytes]"] = []  # the one that is kept: to start it takes longer than most answers


def require_quick(rule: str, text: str) -> None:
    """Raise `BadInput` for a speaker rule that is none, or that takes too long on a text: turns are looked for
    whenever a document is read, and a rule like that would let nobody open the project again."""
    with GuardedPattern(require_bounded(rule)) as guarded:
        guarded.spans(text)


def require_bounded(rule: str) -> re.Pattern[str]:
    """The speaker rule, compiled; raises `BadInput` for one that is none, or that may never end on some text."""
    compiled = speaker_rule(rule)
    if not ends_soon(rule):
        raise BadInput(
            "The speaker pattern “{pattern}” may take for ever on some text. Make it simpler: no repeat inside a "
            "repeat, as in (a+)+, and few repeats without an end.",
            pattern=rule,
        )
    return compiled


class GuardedPattern:
    """A regular expression whose matches in texts are found by a process of its own.

    Use it as a context manager. An error names the expression as somebody has `written` it. `stop` may be called from
    another thread: who waits gets `Cancelled`.
    """

    def __init__(self, pattern: re.Pattern[str], written: str = "") -> None:
        self.pattern = pattern
        self._written = written or pattern.pattern
        self._process: subprocess.Popen[bytes] | None = None
        self._busy = self._late = self._stopped = False

    def __enter__(self) -> "GuardedPattern":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Leave the process to the next expression; end one that has not answered all."""
        with _lock:
            process, self._process = self._process, None
            if process is None:
                return
            if not (_idle or self._busy or self._late or self._stopped):
                _idle.append(process)
                return
        _end(process)

    def stop(self) -> None:
        """End what is under way, from any thread."""
        with _lock:
            self._stopped = True
            if self._process is not None:
                self._process.kill()

    def spans(self, text: str) -> list[tuple[int, int]]:
        """The matches in a text, in order; empty ones are left out.

        Raises `BadInput` when they are not found in time.
        """
        return self.spans_of([text])[0]

    def spans_of(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        """The same for each of several texts, in one go."""
        data = [text.encode("utf-8", "surrogatepass") for text in texts]
        seconds = SECONDS + _PER_MILLION * sum(map(len, data)) / 1e6
        try:
            process = self._started()
            timer = threading.Timer(seconds, self._give_up, (process,))
            timer.daemon = True
            timer.start()
            self._busy = True
            try:
                answers = self._exchange(process, data, _ALONE * seconds)
            finally:
                timer.cancel()
            self._busy = False
            return answers
        except (OSError, EOFError, ValueError):
            raise self._problem() from None

    def _exchange(
        self, process: subprocess.Popen[bytes], data: list[bytes], seconds: float
    ) -> list[list[tuple[int, int]]]:
        assert process.stdin is not None
        assert process.stdout is not None
        pattern, flags, sizes = self.pattern.pattern, self.pattern.flags, list(map(len, data))
        asked = {"pattern": pattern, "flags": flags, "sizes": sizes, "seconds": seconds}
        process.stdin.write(json.dumps(asked).encode("ascii") + b"\n")
        for part in data:
            process.stdin.write(part)
        process.stdin.flush()
        answers = []
        for _ in data:
            header = process.stdout.read(8)
            if len(header) < 8:
                raise EOFError
            found = array("q")
            found.frombytes(process.stdout.read(16 * struct.unpack("<q", header)[0]))
            if sys.byteorder != "little":
                found.byteswap()
            answers.append(list(zip(found[::2], found[1::2], strict=True)))
        return answers

    def _started(self) -> subprocess.Popen[bytes]:
        with _lock:
            if self._stopped:
                raise Cancelled
            while _idle and self._process is None:
                process = _idle.pop()
                if process.poll() is None:
                    self._process = process
                else:  # somebody has ended it
                    _end(process)
            if self._process is None:
                self._process = _begun()
            return self._process

    def _give_up(self, process: subprocess.Popen[bytes]) -> None:
        with _lock:
            if self._process is process:
                self._late = True
                process.kill()

    def _problem(self) -> Exception:
        self.close()
        if self._stopped:
            return Cancelled()
        if self._late:
            return BadInput(
                "The expression “{pattern}” takes too long and was stopped. Make it simpler: no repeat inside a "
                "repeat, as in (a+)+.",
                pattern=self._written,
            )
        return Refused("The expression “{pattern}” needs more memory than there is.", pattern=self._written)


def _begun() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-I", "-S", str(_WORKER)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    with contextlib.suppress(OSError), process:  # closes its pipes, of which one may be broken, and waits
        pass


@atexit.register
def _end_idle() -> None:
    while _idle:
        _end(_idle.pop())
