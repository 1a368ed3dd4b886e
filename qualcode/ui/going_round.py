"""F6: from one part of the window to the next, each time to where the keys were in it last."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def go_round(window: QWidget, parts: Sequence[QWidget], step: int) -> None:
    """Give the keys to the part after (1) or before (-1) the one that has them."""
    focus = window.focusWidget()
    before = -1 if step > 0 else 0  # where none of them has the keys
    here = next((number for number, part in enumerate(parts) if focus is part or part.isAncestorOf(focus)), before)
    for far in range(1, len(parts) + 1):
        part = parts[(here + far * step) % len(parts)]
        entrance(part).setFocus(Qt.FocusReason.ShortcutFocusReason)
        now = window.focusWidget()
        inside = now is part or part.isAncestorOf(now)
        if inside and now is not focus:  # an empty one may have nothing that takes keys
            return


def entrance(part: QWidget) -> QWidget:
    """What takes the keys of a part: itself, or, of one that only holds others, its child that had them last, else its
    first one."""
    if part.focusPolicy() != Qt.FocusPolicy.NoFocus or part.focusProxy() is not None:
        return part
    last = part.focusWidget()
    if last is not None and last is not part and _takes_keys(last):
        return last
    child = part.nextInFocusChain()
    while child is not part:
        if part.isAncestorOf(child) and _takes_keys(child):
            return child
        child = child.nextInFocusChain()
    return part


def _takes_keys(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()
