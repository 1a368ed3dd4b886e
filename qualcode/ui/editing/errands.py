"""What is done with the texts of a project beside typing: replacing words or files, versions, segments to look at."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QMainWindow, QPushButton, QWidget

from ...app import exchange, replacing, reviewing
from ...app.arrivals import Arrival
from ...app.project import Project
from ...app.replacing import Forecast
from ...app.rewriting import Moved
from ...domain.bundle import ReadOptions
from ...domain.documents import Document
from ...domain.history import Step
from ...domain.progress import Progress
from ..commands.actions import Actions
from ..errands import import_filters
from ..look import META, look
from ..memory import recall, remember
from ..places import documents_folder
from .unwritten import UnwrittenErrands

if TYPE_CHECKING:
    from ..workspace import Workspace


class TextErrands(QObject):
    """Opens the dialogs, and knows how many segments wait for somebody to look at them."""

    def __init__(self, workspace: "Workspace", actions: Actions, window: QWidget) -> None:
        super().__init__(workspace)
        self._workspace, self._actions, self._window = workspace, actions, window
        self._bridge = workspace.bridge
        self._asking = self._again = False
        self.waiting = 0
        # in the status line, only while there is something to look at
        self.button = QPushButton(window)
        self.button.setProperty("kind", "quiet")
        self.button.clicked.connect(self.review)
        self.button.hide()
        if isinstance(window, QMainWindow):
            window.statusBar().addPermanentWidget(self.button)
        actions["review"].setVisible(False)
        workspace.documents.newer_wanted.connect(self.replace_file)
        workspace.documents.versions_wanted.connect(self.versions)
        workspace.pair.activated.connect(lambda tab: actions["edit_text"].setChecked(tab.editing.on))
        self._bridge.followed.connect(self._stepped)
        self._unwritten = UnwrittenErrands(workspace, window)
        look().follow(self._take_look)
        self._take_look()
        self._count()

    def _take_look(self) -> None:
        px, tokens = look().px, look().current
        self.button.setStyleSheet(
            f"QPushButton {{ min-height: {px(22)}px; padding: 0 {px(8)}px; font-size: {px(META)}px; "
            f"color: {tokens.warn}; }}"
        )

    # ── segments to look at ──
    def _stepped(self, step: Step) -> None:
        if step.touches("segment") and (self.waiting or step.reverts or step.touches("document")):
            self._count(None if self.waiting else step.number)

    def _count(self, since: int | None = None) -> None:
        if self._asking:
            self._again = True
            return
        self._asking = True
        self._bridge.ask(lambda read: reviewing.count_doubts(read, since), self._counted, self._failed)

    def _failed(self, error: Exception) -> None:
        self._asking = False
        self._bridge.failed.emit(error)

    def _counted(self, number: int) -> None:
        self._asking = False
        self.waiting = number
        words = self.tr("%n segment(s) to look at", "", number)
        self.button.setText(words)
        self.button.setVisible(bool(number))
        self._actions["review"].setVisible(bool(number))
        self._actions["review"].setText(f"{words}…")
        if self._again:
            self._again = False
            self._count()

    def review(self) -> None:
        """Open the queue of segments to look at."""
        from ..dialogs.review import ReviewDialog

        there = self._open(ReviewDialog)
        if there is None:
            dialog = ReviewDialog(self._bridge, self._selection, self._workspace.said.emit, self._window)
            dialog.passage_wanted.connect(self._workspace.open_segment)
            dialog.show()

    def _selection(self) -> tuple[UUID, int, int] | None:
        """What is selected in the text, and in which document."""
        tab = self._workspace.coding
        span = tab.reader.selection
        return (tab.document.id, *span) if tab.document is not None and span is not None else None

    def _open(self, kind: type[QDialog]) -> QDialog | None:
        """A dialog of this kind that is open already, brought to the front."""
        there = next((found for found in self._window.findChildren(kind) if found.isVisible()), None)
        if there is not None:
            there.raise_()
            there.activateWindow()
        return there

    # ── words ──
    def replace_words(self) -> None:
        """Open find and replace, with what is selected if it is short."""
        from ..dialogs.replace_text import ReplaceTextDialog

        if self._open(ReplaceTextDialog) is not None:
            return
        tab = self._workspace.coding
        span = tab.reader.selection
        words = tab.text[slice(*span)] if span is not None else ""
        find = words if "\n" not in words and len(words) <= 60 else ""
        key = tab.document.id if tab.document is not None else None
        dialog = ReplaceTextDialog(self._bridge, key, find, self._workspace.said.emit, self._window)
        self._workspace.filtering.attend(dialog, self.tr("· documents outside it are not changed"))
        dialog.passage_wanted.connect(self._workspace.open_segment)
        dialog.show()

    # ── versions ──
    def versions(self, document: UUID | None = None) -> None:
        """Open the versions of a document, of the open one if none is named."""
        from ..dialogs.versions import VersionsDialog

        key = document or self._open_document()
        there = self._open(VersionsDialog)
        if isinstance(there, VersionsDialog) and there.document == key:
            return
        if there is not None:
            there.close()
        if key is not None:
            words = self._workspace.history.model.words
            VersionsDialog(self._bridge, key, words, self._workspace.said.emit, self._window).show()

    def _open_document(self) -> UUID | None:
        found = self._workspace.coding.document
        return found.id if found is not None else None

    # ── files ──
    def replace_file(self, document: UUID | None = None) -> None:
        """Ask for a newer file of a document (of the open one if none is named), and put it in its place."""
        key = document or self._open_document()
        if key is None:
            return
        if self._bridge.project.read_only:
            self._workspace.said.emit(self.tr("This project is open for reading only."), None)
            return
        start = recall("import_folder") or documents_folder()
        place, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Replace with a newer file"), start, import_filters()
        )
        if place:
            remember("import_folder", str(Path(place).parent))
            self.replace_with(key, Path(place))

    def replace_with(self, key: UUID, path: Path) -> None:
        """Say what this file would do in a document's place, and ask."""
        self._bridge.writing.emit()  # what is being typed goes first

        def job(project: Project, progress: Progress) -> tuple[Document, Arrival, Forecast]:
            arrival = exchange.read_files([path], ReadOptions(), progress)[0]
            text = replacing.text_of(arrival)
            with project.read() as read:
                document = read.record("document", key)
                return document, arrival, replacing.forecast(read, document, text)

        self._bridge.run(job, self._ask, what=self.tr("Reading {name}").replace("{name}", path.name))

    def _ask(self, answer: tuple[Document, Arrival, Forecast]) -> None:
        from ..dialogs.replace_file import ReplaceFileDialog

        document, arrival, forecast = answer
        dialog = ReplaceFileDialog(document.name, arrival.name, forecast, self._window)
        dialog.accepted.connect(lambda: self._replace(document, arrival))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _replace(self, document: Document, arrival: Arrival) -> None:
        def replaced(result: Moved, step: Step | None) -> None:
            said = self.tr("“{name}” has its newer text.").replace("{name}", document.name)
            if result.gone:
                said += " " + self.tr("%n segment(s) lost all their words.", "", result.gone)
            if result.parts:
                parts = self.tr("%n part(s) of cases lost all their words.", "", len(result.parts))
                said += " " + parts
            if result.doubtful:
                said += " " + self.tr("%n segment(s) to look at.", "", result.doubtful)
            if result.doubtful_parts:
                said += " " + self.tr("%n part(s) of cases to look at.", "", len(result.doubtful_parts))
            self._workspace.said.emit(said, step.number if step else None)

        self._bridge.act(
            replacing.replace_with_file, document.id, arrival, then=replaced, failed=self._bridge.failed.emit
        )

    def close(self) -> None:
        """The project is closed."""
        self._actions["review"].setVisible(False)
        self._unwritten.close()
        self.button.hide()
        self.button.deleteLater()
