"""The conditions and operators of a query as they are shown, and what is done to them by hand."""

from dataclasses import replace
from itertools import chain
from typing import cast

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ...domain.query_tree import RELATIONS
from ..look import Look
from . import drafts, part_menu
from .condition_row import ConditionRow
from .drafts import Condition, Group, Node, Path
from .dragging import AFTER, BEFORE, INTO, Dropping
from .group_card import GroupCard
from .names import Offers

Part = ConditionRow | GroupCard


class ConditionTree(QWidget):
    """`changed` fires when somebody has made another draft of it, `rebuilt` when its parts are other widgets, `begun`
    for the part that has got the keyboard."""

    changed = Signal()
    rebuilt = Signal()
    begun = Signal(object)

    def __init__(self, look: Look, page: QWidget) -> None:
        super().__init__(page)
        self._look = look
        self.draft: Node = Condition()
        self._offers = Offers()
        self._parts: dict[Path, Part] = {}
        self._root: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._keys = part_menu.keys(self.do, self)
        self._page = page
        self._dropping = Dropping(page, self._under, self._may_drop, self.drop, self._mark_drop)

    def show_draft(self, draft: Node, begin: Path | None = None) -> None:
        """Show this draft, and put the keyboard into the part at a place of it."""
        self.draft = draft
        self.rebuild(begin)

    def offer(self, offers: Offers) -> None:
        """Let fields offer the names there are now."""
        self._offers = offers
        for part in self._parts.values():
            if isinstance(part, ConditionRow):
                part.offer(offers)

    def rebuild(self, begin: Path | None = None) -> None:
        """Make the parts anew."""
        for part in self._parts.values():
            part.blockSignals(True)  # as it goes it loses the keyboard, and would tell of what was being typed in it
        old, self._parts = self._root, {}
        self._root = self._part(self.draft, (), self)
        self._column.addWidget(self._root)
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rebuilt.emit()
        first = self._parts.get(begin) if begin is not None else None
        if first is not None:
            first.begin()
            self.begun.emit(first)

    def begin(self) -> None:
        """Put the keyboard into the first condition that is not filled in; where all are, into the first one."""
        rows = [part for part in self._parts.values() if isinstance(part, ConditionRow)]
        rows.sort(key=lambda row: row.path)
        next((row for row in rows if row.condition.blank), rows[0]).begin()

    @property
    def controls(self) -> list[QWidget]:
        """What can have the keyboard, as one reads."""
        return self._controls(self.draft, ())

    def _controls(self, node: Node, path: Path) -> list[QWidget]:
        part = self._parts[path]
        if isinstance(node, Condition):
            return part.controls
        parts = [self._controls(one, (*path, number)) for number, one in enumerate(node.parts)]
        parts.insert(1 if node.operator in RELATIONS else 0, part.controls)
        return list(chain.from_iterable(parts))

    def _part(self, node: Node, path: Path, parent: QWidget) -> QWidget:
        if isinstance(node, Condition):
            row = ConditionRow(node, path, self._offers, self._look, parent)
            row.changed.connect(lambda changed: self._changed(path, changed))
            row.reshaped.connect(lambda changed: self._reshaped(path, changed))
            row.menu_wanted.connect(lambda button: self.open_menu(path, button))
            self._parts[path] = row
            return row
        card = GroupCard(node, path, self._part, self._look, parent)
        card.operator_chosen.connect(lambda operator: self._operate(path, operator))
        card.changed.connect(lambda number, within, unit: self._measured(path, number, within, unit))
        card.more_wanted.connect(lambda: self.add(path))
        card.menu_wanted.connect(lambda button: self.open_menu(path, button))
        self._parts[path] = card
        return card

    def part(self, *path: int) -> Part:
        """What is shown at a place."""
        return self._parts[path]

    def _changed(self, path: Path, condition: Condition) -> None:
        self.draft = drafts.put(self.draft, path, condition)
        self.changed.emit()

    def _reshaped(self, path: Path, condition: Condition) -> None:
        self._reshape(drafts.put(self.draft, path, condition), path)

    def _reshape(self, draft: Node, begin: Path) -> None:
        self.show_draft(draft, begin)
        self.changed.emit()

    def _measured(self, path: Path, number: int, within: int | None, unit: str) -> None:
        group = cast(Group, drafts.at(self.draft, path))
        self.draft = drafts.put(self.draft, path, replace(group, number=number, within=within, unit=unit))
        self.changed.emit()

    def take_typed(self) -> None:
        """Take what was typed and not yet entered."""
        for part in self._parts.values():
            if isinstance(part, ConditionRow):
                part.take_typed()

    def _operate(self, path: Path, operator: str) -> None:
        self.take_typed()
        self._reshape(drafts.operate(self.draft, path, operator), path)

    def add(self, path: Path) -> None:
        """Put another condition into the group at a place, or beside the condition there."""
        self.take_typed()
        draft, place = drafts.add(self.draft, path, Condition())
        self._reshape(draft, place)

    def wrap(self, path: Path, operator: str) -> None:
        """Put an operator around a part; where it takes two, the second one is to be filled in."""
        self.take_typed()
        draft = drafts.wrap(self.draft, path, operator)
        self._reshape(draft, path if operator in drafts.SINGLE else (*path, 1))

    # ── what is done to a part ──
    @property
    def present(self) -> Path | None:
        """The place of the part that has the keyboard."""
        widget = QApplication.focusWidget()
        while widget is not None and widget is not self:
            if isinstance(widget, Part):
                return widget.path
            widget = widget.parentWidget()
        return None

    def open_menu(self, path: Path, button: QWidget) -> None:
        """List below a button what can be done with a part."""
        menu = part_menu.part_menu(
            self.draft,
            path,
            lambda what: self.do(what, path),
            lambda operator: self.wrap(path, operator),
            self._look,
            self,
        )
        self._look.dress(menu)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def do(self, what: str, path: Path | None = None) -> None:
        """Do something (of `part_menu`) to a part: to the one that has the keyboard, where none is named."""
        path = self.present if path is None else path
        if what == part_menu.UNGROUP and path and what not in part_menu.possible(self.draft, path):
            path = path[:-1]  # the group it stands in is meant
        if path is None or what not in part_menu.possible(self.draft, path):
            return
        self.take_typed()
        draft = self.draft
        if what == part_menu.ADD:
            self.add(path)
        elif what in (part_menu.UP, part_menu.DOWN):
            self._reshape(*drafts.move(draft, path, -1 if what == part_menu.UP else 1))
        elif what == part_menu.GROUP:
            self._reshape(*drafts.group_with_next(draft, path))
        elif what == part_menu.UNGROUP:
            self._reshape(drafts.ungroup(draft, path), path)
        else:
            left = drafts.remove(draft, path)
            self._reshape(left, _near(left, path))

    # ── parts that are dragged ──
    def _under(self, place: QPoint) -> tuple[Path, str] | None:
        """The part at a point of the page, and where something would be dropped there."""
        page = self._page
        widget = page.childAt(place)
        while widget is not None and not isinstance(widget, Part):
            widget = widget.parentWidget() if widget is not page else None
        if widget is None:
            return None
        if isinstance(widget, GroupCard):
            return widget.path, INTO
        lower = widget.mapFrom(page, place).y() > widget.height() / 2
        return widget.path, AFTER if lower else BEFORE

    def _may_drop(self, source: Path, target: Path, where: str) -> bool:
        return drafts.carry(self.draft, source, target, where == AFTER) is not None

    def drop(self, source: Path, target: Path, where: str) -> None:
        """Move a part before or after another one, or into a group."""
        self.take_typed()
        moved = drafts.carry(self.draft, source, target, where == AFTER)
        if moved is not None:
            self._reshape(*moved)

    def _mark_drop(self, target: Path | None, where: str) -> None:
        for path, part in self._parts.items():
            part.mark(where if path == target else "")


def _near(draft: Node, path: Path) -> Path:
    """A place that is still there, near one that may be gone."""
    found: Path = ()
    for number in path:
        here = drafts.at(draft, found)
        if not isinstance(here, Group):
            break
        found = (*found, min(number, len(here.parts) - 1))
    return found
