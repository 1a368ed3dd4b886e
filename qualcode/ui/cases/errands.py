"""Where the window of cases hangs in a workspace: opening it, the dialogs beside it, and filters that follow names."""

from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ...app import case_tables
from ...domain.errors import QualcodeError
from ...domain.history import Step
from ...store.reading import Reading
from ...store.trails import around
from ..dialogs.speakers import SpeakersDialog
from ..filters import SavedFilters
from .speakers import SpeakerCases
from .table_dialog import TableDialog
from .window import CasesWindow

if TYPE_CHECKING:
    from ..workspace import Workspace


class CaseErrands(QObject):
    """Cases, variables and speakers of one workspace."""

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.window: CasesWindow | None = None
        documents = workspace.documents
        documents.cases_wanted.connect(self.show)
        documents.speakers_wanted.connect(self.speakers)
        documents.speaker_cases_wanted.connect(self.speaker_cases)
        workspace.bridge.changed.connect(self._stepped)

    def show(self, document: UUID | None = None) -> None:
        """Open the window of cases, or bring it to the front; with a document it shows the cases of that one."""
        workspace = self._workspace
        if self.window is None:
            window = CasesWindow(workspace.bridge, workspace.study.id, self._parent())
            window.undo_wanted.connect(workspace.undo)
            window.redo_wanted.connect(workspace.redo)
            window.table_wanted.connect(self.open_table)
            window.speakers_wanted.connect(self.speaker_cases)
            window.written.connect(workspace.say_written)
            window.written.connect(lambda path: window.say(self.tr("Written: {name}").format(name=path.name), None))
            window.destroyed.connect(self._gone)
            self.window = window
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.window.show_document(document)

    def show_case(self, case: UUID) -> None:
        """Open the window at a case."""
        self.show()
        assert self.window is not None
        self.window.choose(case)

    def _gone(self) -> None:
        self.window = None

    def _parent(self) -> QWidget:
        parent = self._workspace.parent()
        assert isinstance(parent, QWidget)
        return parent

    def _above(self) -> QWidget:
        """What a dialog stands over."""
        return self._parent() if self.window is None or not self.window.isVisible() else self.window

    def _say(self, text: str, step: int | None) -> None:
        if self.window is not None and self.window.isVisible():
            self.window.say(text, step)
        else:
            self._workspace.said.emit(text, step)

    # ── tables ──
    def open_table(self, path: str | None) -> None:
        """Bring in a table from a file, or (None) from the clipboard."""
        text, name = QGuiApplication.clipboard().text(), self.tr("the clipboard")

        def job(_project: Any, progress: Any) -> case_tables.Sheet:
            if path is None:
                return case_tables.sheet_of_text(text, name)
            return case_tables.read_sheet(Path(path), progress)

        self._workspace.bridge.run(job, self.bring_in, self._unread, self.tr("Reading the table"))

    def _unread(self, error: Exception) -> None:
        from ..translation import say

        if isinstance(error, QualcodeError):
            self._say(say(error), None)
        else:
            self._workspace.failed.emit(error)

    def bring_in(self, sheet: case_tables.Sheet) -> None:
        """Ask whose row is whose."""
        dialog = TableDialog(self._workspace.bridge, sheet, self._above())
        dialog.said.connect(self._say)
        dialog.open()

    # ── speakers ──
    def speakers(self, document: UUID) -> None:
        """Look at and correct who speaks in a document."""
        dialog = SpeakersDialog(self._workspace.bridge, document, self._above())
        dialog.cases_wanted.connect(self.speaker_cases)
        dialog.show()

    def speaker_cases(self, document: UUID | None) -> None:
        """Make cases of the speakers of a document; None: it is chosen there."""
        dialog = SpeakerCases(self._workspace.bridge, document, self._above())
        dialog.said.connect(self._say)
        dialog.rule_wanted.connect(self.speakers)
        dialog.open()

    # ── names ──
    def _stepped(self, step: Step) -> None:
        if step.touches("variable"):
            self._workspace.bridge.ask(lambda read: _renamed(read, step.number), self._rename)

    def _rename(self, names: dict[str, str]) -> None:
        """Filters that name a variable go along with its name, the kept ones too."""
        if names:
            self._workspace.filters.rename_variables(names)
            SavedFilters(self._workspace.study.id).rename_variables(names)


def _renamed(read: Reading, step: int) -> dict[str, str]:
    """The old and new names of the variables that a step renamed."""
    pairs = around(read, step, "variable")
    return {
        before.name: after.name
        for _, before, after in pairs
        if before is not None and after is not None and before.name != after.name
    }
