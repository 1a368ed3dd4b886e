"""Sentences as whoever needs them asks for them: worked out here, or in a process of their own.

Loading spaCy takes two seconds of processor time, in which a thread of ours holds up the window for a fifth of a
second again and again. The command line and notebooks have nothing to hold up and do without the process.
"""

import atexit
import contextlib
import json
import os
import struct
import subprocess
import sys
from array import array
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

Spans = list[tuple[int, int]]


class SentenceProcess:
    """A process that cuts texts, started when first needed and kept; any thread may ask it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self.ready = False  # whether it has answered yet

    def begin(self) -> None:
        """Let the process start, without waiting for it."""
        with self._lock, contextlib.suppress(OSError):
            self._started()

    def end(self) -> None:
        """End the process."""
        with self._lock:
            process, self._process, self.ready = self._process, None, False
            if process is not None:
                process.kill()
                with contextlib.suppress(OSError), process:  # closes its pipes and waits
                    pass

    def spans(self, text: str, language: str, labels: Sequence[tuple[int, int]]) -> Spans | None:
        """The sentences of a text; None when the process does not answer."""
        try:
            with self._lock:
                return self._exchange(text, language, labels)
        except (OSError, EOFError, ValueError):
            self.end()
            return None

    def _exchange(self, text: str, language: str, labels: Sequence[tuple[int, int]]) -> Spans:
        process = self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        data = text.encode("utf-8", "surrogatepass")
        asked = {"language": language, "labels": list(labels), "size": len(data)}
        process.stdin.write(json.dumps(asked).encode("ascii") + b"\n" + data)
        process.stdin.flush()
        header = process.stdout.read(8)
        if len(header) < 8:
            raise EOFError
        size = 16 * struct.unpack("<q", header)[0]
        answer = process.stdout.read(size)
        if len(answer) < size:
            raise EOFError  # it ended while it answered
        found = array("q", answer)
        if sys.byteorder != "little":
            found.byteswap()
        self.ready = True
        return list(zip(found[::2], found[1::2], strict=True))

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            root = str(Path(__file__).parents[2])
            paths = (root, os.environ.get("PYTHONPATH", ""))
            self._process = subprocess.Popen(
                [sys.executable, "-m", "qualcode.language.sentence_worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        return self._process


_process: SentenceProcess | None = None


def work_apart(apart: bool = True) -> None:
    """Whether a process of its own cuts texts from now on."""
    global _process  # noqa: PLW0603  (one for the program)
    if _process is not None:
        atexit.unregister(_process.end)
        _process.end()
    _process = SentenceProcess() if apart else None
    if _process is not None:
        atexit.register(_process.end)


def apart() -> bool:
    """Whether heavy work on texts is for a process of its own."""
    return _process is not None


def prepare() -> None:
    """Let what cuts texts be loaded meanwhile, where that does not hold anybody up."""
    if _process is not None:
        _process.begin()


def prepared() -> bool:
    """Whether an answer comes without waiting for something to be loaded."""
    return _process is None or _process.ready


def sentence_spans(text: str, language: str = "", labels: Sequence[tuple[int, int]] = ()) -> Spans:
    """The sentences of a text, as `pipeline.sentences` gives them."""
    found = None if _process is None else _process.spans(text, language, labels)
    if found is not None:
        return found
    from .pipeline import sentences

    return [(int(start), int(end)) for start, end in sentences(text, language, labels)]
