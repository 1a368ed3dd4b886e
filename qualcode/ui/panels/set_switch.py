"""Code sets in the codebook panel: the switch at its top, and the menu entries about them."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from ...app import code_sets as actions
from ...domain.code_sets import CodeSet
from ...domain.codebook import Code
from ..bridge import Bridge
from ..coding.code_sets import ActiveCodeSet
from ..look import Look
from ..reader.mime import codes_of

_DIGITS = 9


class SetSwitch(QComboBox):
    """“All codes”, and each set; shown once there is one. Codes dropped on it can be put into a set."""

    codes_dropped = Signal(object, QPoint)  # code ids, where on the screen

    def __init__(self, sets: ActiveCodeSet, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._sets, self._look = sets, look
        self.setAccessibleName(self.tr("Code set"))
        self.setToolTip(self.tr("Which codes are shown; Ctrl+1 … Ctrl+9 are the first nine of a set"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setAcceptDrops(True)
        self.activated.connect(lambda _row: sets.choose(self.currentData()))
        sets.changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        self.clear()
        self.addItem(self.tr("All codes"), None)
        for one in self._sets.sets:
            number = len(self._sets.members(one.id))
            self.addItem(
                self.tr("Set “{name}” · {number}").replace("{number}", str(number)).replace("{name}", one.name), one.id
            )
        chosen = self._sets.chosen
        rows = [row for row in range(self.count()) if chosen is not None and self.itemData(row) == chosen.id]
        self.setCurrentIndex(rows[0] if rows else 0)
        self.setVisible(bool(self._sets.sets))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(bool(codes_of(event.mimeData())))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setAccepted(bool(codes_of(event.mimeData())))

    def dropEvent(self, event: QDropEvent) -> None:
        codes = codes_of(event.mimeData())
        if codes:
            event.accept()
            self.codes_dropped.emit(codes, self.mapToGlobal(event.position().toPoint()))


class SetMenus(QObject):
    """The menu entries about code sets."""

    name_asked = Signal(str, str, object)  # a hint, the present name, what takes the name
    said = Signal(str)  # something was done that can be undone

    def __init__(self, bridge: Bridge, sets: ActiveCodeSet, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._sets, self._panel = bridge, sets, parent

    def add_to(self, menu: QMenu, codes: Sequence[Code]) -> None:
        """Add the submenu of sets for the chosen codes."""
        ids = [code.id for code in codes]
        sub = menu.addMenu(self.tr("Code sets"))
        for one in self._sets.sets if ids else ():
            self._entry(sub, one, ids)
        if ids and self._sets.sets:
            sub.addSeparator()
        text = self.tr("New set of these…") if ids else self.tr("New code set…")
        sub.addAction(text).triggered.connect(lambda _checked=False: self.ask_new(ids))
        chosen = self._sets.chosen
        if chosen is not None:
            name = chosen.name.replace("&", "&&")
            sub.addSeparator()
            if len(ids) == 1 and ids[0] in self._sets.members(chosen.id):
                self._places(sub.addMenu(self.tr("Number in “{name}”").replace("{name}", name)), chosen, ids[0])
            rename = self.tr("Rename the set “{name}”…").replace("{name}", name)
            sub.addAction(rename).triggered.connect(lambda _checked=False: self._ask_rename(chosen))
            remove = self.tr("Remove the set “{name}”").replace("{name}", name)
            sub.addAction(remove).triggered.connect(lambda _checked=False: self._remove(chosen))
        for action in sub.actions() if self._bridge.project.read_only else ():
            action.setEnabled(False)  # they tell which sets there are

    def _entry(self, menu: QMenu, one: CodeSet, ids: list[UUID]) -> None:
        """One set with a tick if all the codes are in it; choosing it puts them in or takes them out."""
        inside = set(ids) <= set(self._sets.members(one.id))
        action = menu.addAction(one.name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(inside)
        action.triggered.connect(lambda _checked=False: self.take_out(one, ids) if inside else self.put_in(one, ids))

    def _places(self, menu: QMenu, code_set: CodeSet, code: UUID) -> None:
        members = self._sets.members(code_set.id)
        for number in range(min(_DIGITS, len(members))):
            action = menu.addAction(str(number + 1))
            action.setCheckable(True)
            action.setChecked(members[number] == code)
            action.triggered.connect(partial(self._put_at, code_set, code, number))

    def _put_at(self, code_set: CodeSet, code: UUID, number: int, _checked: bool = False) -> None:
        self._bridge.do(actions.move_in_code_set, code_set.id, code, number)

    def ask_at(self, codes: Sequence[UUID], place: QPoint) -> None:
        """Ask into which set dropped codes should go; with one set looked at, into that."""
        chosen = self._sets.chosen
        if chosen is not None or len(self._sets.sets) == 1:
            self.put_in(chosen or self._sets.sets[0], list(codes))
            return
        menu = QMenu(self._panel)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in self._sets.sets:
            action = menu.addAction(one.name.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, one=one: self.put_in(one, list(codes)))
        menu.popup(place)

    def put_in(self, code_set: CodeSet, codes: list[UUID]) -> None:
        """Put codes into a set."""
        self._do(actions.add_to_code_set, code_set, codes, self.tr("%n code(s) put into “{name}”.", "", len(codes)))

    def take_out(self, code_set: CodeSet, codes: list[UUID]) -> None:
        """Take codes out of a set."""
        self._do(
            actions.remove_from_code_set, code_set, codes, self.tr("%n code(s) taken out of “{name}”.", "", len(codes))
        )

    def _do(self, action: Callable[..., Any], code_set: CodeSet, codes: list[UUID], said: str) -> None:
        said = said.replace("{name}", code_set.name)
        self._bridge.do(action, code_set.id, codes, then=lambda _made: self.said.emit(said))

    def ask_new(self, codes: list[UUID]) -> None:
        """Ask for the name of a new set that holds these codes."""

        def named(name: str) -> None:
            self._bridge.do(actions.add_code_set, name, codes, then=lambda made: self._sets.choose(made.id))

        self.name_asked.emit(self.tr("Name of the new code set"), "", named)

    def _ask_rename(self, code_set: CodeSet) -> None:
        def named(name: str) -> None:
            self._bridge.do(actions.rename_code_set, code_set.id, name)

        self.name_asked.emit(self.tr("Name of the code set"), code_set.name, named)

    def _remove(self, code_set: CodeSet) -> None:
        said = self.tr("Set “{name}” removed; its codes stay.").replace("{name}", code_set.name)
        self._bridge.do(actions.remove_code_set, code_set.id, then=lambda _made: self.said.emit(said))
