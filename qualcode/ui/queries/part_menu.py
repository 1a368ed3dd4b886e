"""What can be done with a part of a query: the menu of a condition or a group, and the keys for it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from ...domain.query_tree import RELATIONS
from ..look import Look
from .drafts import MANY, SINGLE, Condition, Group, Node, Path, at
from .relation_icon import relation_icon
from .wording import operator_names

_PICTURE = 38  # px: a menu keeps a square for each picture
ADD, UP, DOWN, GROUP, UNGROUP, REMOVE = "add", "up", "down", "group", "ungroup", "remove"
KEYS = {
    ADD: "Alt+Ins",
    UP: "Ctrl+Shift+Up",
    DOWN: "Ctrl+Shift+Down",
    GROUP: "Alt+Shift+G",
    UNGROUP: "Alt+Shift+U",
    REMOVE: "Alt+Del",
}


def names() -> Mapping[str, str]:
    """What can be done, in the order of the menu."""
    return {
        ADD: QCoreApplication.translate("QueryBuilder", "Add a condition below"),
        UP: QCoreApplication.translate("QueryBuilder", "Move up"),
        DOWN: QCoreApplication.translate("QueryBuilder", "Move down"),
        GROUP: QCoreApplication.translate("QueryBuilder", "Group with the next one"),
        UNGROUP: QCoreApplication.translate("QueryBuilder", "Take the group apart"),
        REMOVE: QCoreApplication.translate("QueryBuilder", "Remove"),
    }


def possible(root: Node, path: Path) -> frozenset[str]:
    """What can be done with the part at a place."""
    here = at(root, path)
    above = at(root, path[:-1]) if path else None
    found = {ADD, REMOVE}
    if path:
        found |= {UP, DOWN}
    if isinstance(above, Group) and above.operator in MANY:
        if path[-1] + 1 < len(above.parts) > 2:
            found.add(GROUP)
        if isinstance(here, Group):
            found.add(UNGROUP)
    if isinstance(here, Group) and here.operator in SINGLE:
        found.add(UNGROUP)
    if isinstance(here, Condition) and not path and here == Condition():
        found.discard(REMOVE)
    return frozenset(found)


def part_menu(
    root: Node,
    path: Path,
    do: Callable[[str], object],
    wrap: Callable[[str], object],
    look: Look,
    parent: QWidget,
) -> QMenu:
    """The menu for the part at a place; `wrap` puts an operator around it."""
    menu, can = QMenu(parent), possible(root, path)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    around = menu.addMenu(QCoreApplication.translate("QueryBuilder", "Combine with"))
    alone = menu.addMenu(QCoreApplication.translate("QueryBuilder", "Put before it"))
    for operator, name in operator_names().items():
        into = alone if operator in SINGLE else around
        action = into.addAction(relation_icon(operator), name)
        action.triggered.connect(lambda _on=False, operator=operator: wrap(operator))
        if operator == next(iter(RELATIONS)):
            around.insertSeparator(action)
    for one in (around, alone):
        one.setStyleSheet(f"QMenu {{ icon-size: {look.px(_PICTURE)}px; }}")
    menu.addSeparator()
    for key, name in names().items():
        if key == REMOVE:
            menu.addSeparator()
        shown = QKeySequence(KEYS[key]).toString(QKeySequence.SequenceFormat.NativeText)
        action = menu.addAction(f"{name}\t{shown}")
        action.setEnabled(key in can)
        action.triggered.connect(lambda _on=False, key=key: do(key))
    return menu


def keys(do: Callable[[str], object], builder: QWidget) -> list[QShortcut]:
    """The keys that do the same to the part which has the keyboard."""
    made = []
    for key, sequence in KEYS.items():
        shortcut = QShortcut(QKeySequence(sequence), builder)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda key=key: do(key))
        made.append(shortcut)
    return made
