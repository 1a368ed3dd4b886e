"""Writing the memos of the journal to a file."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ...app.export import export_file
from ...app.memo_export import Wanted
from ...app.project import Project
from ...domain.progress import Progress
from ..bridge import Bridge


class JournalExport(QObject):
    """`wanted` says which memos, and through which filter."""

    done = Signal(object, str)  # the path of a file, and through which filter

    def __init__(self, bridge: Bridge, wanted: Callable[[], tuple[frozenset[UUID], str]], panel: QWidget) -> None:
        super().__init__(panel)
        self._bridge, self._wanted, self._panel = bridge, wanted, panel

    def ask(self) -> None:
        """Ask for a file and write the memos into it."""
        dialog = QFileDialog(self._panel, self.tr("Export these memos"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        names = (
            self.tr("Word document (*.docx)"),
            self.tr("Markdown (*.md)"),
            self.tr("Excel table (*.xlsx)"),
            self.tr("Table (*.csv)"),
            self.tr("JSON (*.json)"),
        )
        dialog.setNameFilters(list(names))
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(chosen.rpartition("*.")[2].rstrip(")")))
        dialog.setDefaultSuffix("docx")
        dialog.selectFile(self.tr("memos"))
        dialog.fileSelected.connect(self.to)
        dialog.open()

    def to(self, path: str | Path) -> None:
        """Write them; the suffix says how."""
        ids, filtered = self._wanted()

        def export(project: Project, progress: Progress) -> Path:
            return export_file(project, "memos", path, progress=progress, wanted=Wanted(ids=ids))

        what = self.tr("Exporting memos")
        self._bridge.run(export, lambda written: self.done.emit(written, filtered), what=what, finish=True)
