"""Whom an answer is for: a window that was closed while it was under way hears nothing of it.

Qt forgets the bound method of an object that is gone. A function defined in a method, a lambda and the `emit` of a
signal it knows nothing about: they would be called with what is there no more.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, SignalInstance
from shiboken6 import isValid


def while_there(then: Callable[..., Any], otherwise: Callable[..., Any] | None = None) -> Callable[..., Any]:
    """`then`, called only while the object it was made in is there; where that is gone, `otherwise` has the answer.

    The object is that of a bound method, or the `self` a function stands in.
    """
    own = then.func if isinstance(then, partial) else then
    owner = getattr(own, "__self__", None)
    if owner is None:
        owner = _enclosing(own)
    if isinstance(owner, SignalInstance):
        return _emitting(then, otherwise)
    if not isinstance(owner, QObject):
        return then

    def told(*answer: Any) -> None:
        if isValid(owner):
            then(*answer)
        elif otherwise is not None:
            otherwise(*answer)

    return told


def _enclosing(function: Any) -> object:
    """The `self` of the method a function is defined in, if it speaks of it."""
    code, cells = getattr(function, "__code__", None), getattr(function, "__closure__", None)
    if code is None or not cells or "self" not in code.co_freevars:
        return None
    found: object = cells[code.co_freevars.index("self")].cell_contents
    return found


def _emitting(emit: Callable[..., Any], otherwise: Callable[..., Any] | None) -> Callable[..., Any]:
    """A signal does not tell whose it is; it refuses to be emitted once that is gone."""

    def told(*answer: Any) -> None:
        try:
            emit(*answer)
        except RuntimeError:
            if otherwise is not None:
                otherwise(*answer)

    return told
