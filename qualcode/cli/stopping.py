"""How a command is ended from outside: Ctrl-C, `kill`, a job's time limit, a closed terminal."""

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Hook = Callable[[sys.UnraisableHookArgs], object]

# how others end a program: `kill` or a job's time limit, a closed terminal, a closed console on Windows
_ENDING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)]

_asked = threading.Event()
_finished = threading.Event()


class Ended(BaseException):
    """Somebody has ended the command.

    No `KeyboardInterrupt`: Python remembers one that passed through an `exec` (every dataclass has one) even where it
    was caught, and then ends the process as killed instead of with the exit code.
    """


def asked() -> bool:
    """Whether somebody has asked for the end.

    The work asks as it goes on: an interrupt that is raised while Python tidies an object away is printed and lost.
    """
    return _asked.is_set()


def finished() -> None:
    """What was asked for is there: who ends the command now, while the last of it is said, unsays nothing."""
    _finished.set()


def _interrupt(_number: int, _frame: object) -> None:
    if _finished.is_set():
        return
    _asked.set()
    raise Ended


def _ours() -> dict[int, object]:
    """The signals that end a command, with the handler that each has where nobody wants another."""
    return {signal.SIGINT: signal.default_int_handler} | dict.fromkeys(_ENDING, signal.SIG_DFL)


def _silent_if_ended(hook: "Hook") -> "Hook":
    """Say nothing of an end that Python could not raise; the work hears of it where it asks."""
    return lambda lost: None if lost.exc_type is Ended else hook(lost)


@contextmanager
def stoppable(alone: bool = False) -> Iterator[None]:
    """Let whoever ends the program end it as Ctrl-C does: no step is half made, no half-written file stays.

    `alone`: the process ends with the command, and nothing that comes behind it can be ended from outside: what the
    command did is said by its exit code.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # signals are the main thread's
        return
    _asked.clear()
    _finished.clear()
    before = {number: signal.getsignal(number) for number in _ours()}
    for number, usual in _ours().items():
        if before[number] == usual:  # what nohup ignores stays ignored
            signal.signal(number, _interrupt)
    hook = sys.unraisablehook
    sys.unraisablehook = _silent_if_ended(hook)
    try:
        yield
    finally:
        sys.unraisablehook = hook
        for number, handler in before.items():
            signal.signal(number, signal.SIG_IGN if alone else handler)


def leave_to_the_window() -> None:
    """Signals as they were: an interrupt raised inside Qt would stop nothing."""
    for number, usual in _ours().items():
        if signal.getsignal(number) == _interrupt:
            signal.signal(number, usual)  # type: ignore[arg-type]


def nothing_left() -> None:
    """All is said and done: whoever ends the program now, while Python clears away, changes nothing any more, and the
    exit code says what the command did."""
    for number in _ours():
        signal.signal(number, signal.SIG_IGN)
