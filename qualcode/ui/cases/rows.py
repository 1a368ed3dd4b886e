"""What is done to the grid's rows: cases are added, removed and merged, get their documents, and are exported."""

from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu
from shiboken6 import isValid

from ...app import cases as actions
from ...domain.cases import Case
from ...domain.history import Step
from ..bridge import Bridge
from ..places import export_folder, remember_export
from .documents import DocumentsOfCase

if TYPE_CHECKING:
    from .window import CasesWindow


class RowActs(QObject):
    """Acts on the cases of a `CasesWindow`."""

    said = Signal(str, object)  # a sentence, and the number of the step that can be undone (None: none)

    def __init__(self, bridge: Bridge, window: "CasesWindow") -> None:
        super().__init__(window)
        self._bridge, self._window = bridge, window

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done with the chosen cases."""
        cases = self.chosen()
        current = self.current()
        if not self._window.model.writes or current is None:
            return
        if len(cases) > 1:
            words = self.tr("Merge %n case(s) into “{name}”", "", len(cases)).replace("{name}", current.name)
            menu.addAction(words.replace("&", "&&")).triggered.connect(lambda _checked=False: self.merge())
        words = self.tr("Remove %n case(s)", "", len(cases)) if len(cases) > 1 else self.tr("Remove case")
        menu.addAction(words).triggered.connect(lambda _checked=False: self.remove())

    def chosen(self) -> list[Case]:
        """The cases of the selected rows."""
        block = self._window.view.block()
        return [] if block is None else [self._window.model.rows[row] for row in block[0]]

    def current(self) -> Case | None:
        """The case the cursor is on."""
        index = self._window.view.currentIndex()
        return self._window.model.rows[index.row()] if index.isValid() else None

    def add(self) -> None:
        """Add a case with a name of its own, which can be typed over at once."""
        taken = {case.name for case in self._window.model.table.cases}
        number = len(taken) + 1
        while (name := self.tr("Case {number}").replace("{number}", str(number))) in taken:
            number += 1

        def added(case: Case) -> None:
            if isValid(self):  # else the window was closed meanwhile
                self._window.go_to(case.id)

        self._bridge.do(actions.add_case, name, then=added)

    def remove(self) -> None:
        """Remove the chosen cases as one step; a toast offers to undo."""
        cases = self.chosen()
        if not cases:
            return
        said = self.tr("“{name}” removed; its documents stay.").replace("{name}", cases[0].name)
        if len(cases) > 1:
            said = self.tr("%n case(s) removed; their documents stay.", "", len(cases))
        self._act(said, actions.remove_cases, [case.id for case in cases])

    def merge(self) -> None:
        """Merge the chosen cases into the one the cursor is on, as one step."""
        into = self.current()
        others = [case.id for case in self.chosen() if into is not None and case.id != into.id]
        if into is not None and others:
            said = self.tr("Merged into “{name}”.").replace("{name}", into.name)
            self._act(said, actions.merge_cases, others, into.id)

    def _act(self, said: str, action: Any, *arguments: Any) -> None:
        def done(_made: Any, step: Step | None) -> None:
            if step is not None and isValid(self):
                self.said.emit(said, step.number)

        self._bridge.act(action, *arguments, then=done, failed=self._bridge.failed.emit)

    def choose_documents(self) -> None:
        """Choose what belongs to the case the cursor is on."""
        case = self.current()
        if case is None or not self._window.model.writes:
            return
        table = self._window.model.table
        dialog = DocumentsOfCase(case, table.documents, table.parts.get(case.id, []), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._set_documents(case.id, dialog.chosen()))
        dialog.open()

    def _set_documents(self, case: UUID, parts: list[tuple[UUID, str]]) -> None:
        self._bridge.do(actions.set_documents, case, parts)

    def export(self) -> None:
        """Write the table to a file the user chooses."""
        kinds = "XLSX (*.xlsx);;CSV (*.csv);;JSON (*.json)"
        title, start = self.tr("Export cases"), str(Path(export_folder()) / (self.tr("Cases") + ".xlsx"))
        place, picked = QFileDialog.getSaveFileName(self._window, title, start, kinds)
        if not place:
            return
        if "." not in place.replace("\\", "/").rpartition("/")[2]:
            place += picked.partition("*")[2].rstrip(")")
        remember_export(place)
        self.write(place)

    def write(self, place: str) -> None:
        """Write the table to a file."""
        from ...app.export import export_file

        self._bridge.run(
            lambda project, progress: export_file(project, "cases", place, progress=progress),
            self._window.written.emit,
            what=self.tr("Export cases"),
            finish=True,
        )
