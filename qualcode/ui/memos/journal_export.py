"""Writing the memos of the journal to a file."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ...app.memo_export import Wanted
from ..bridge import Bridge
from ..leaving.outgoing import Export, Outgoing, exported, send
from ..places import export_folder


class JournalExport(QObject):
    """`wanted` says which memos, and through which filter."""

    passage_wanted = Signal(object, int, int)  # document id, start, end: something found in what is to be written
    said = Signal(str, object)  # a sentence, and the number of the step that can be undone
    done = Signal(object, str)  # the path of a file, and through which filter

    def __init__(self, bridge: Bridge, wanted: Callable[[], tuple[frozenset[UUID], str]], panel: QWidget) -> None:
        super().__init__(panel)
        self._bridge, self._wanted, self._panel = bridge, wanted, panel

    def ask(self) -> None:
        """Ask for a file and write the memos into it."""
        dialog = QFileDialog(self._panel, self.tr("Export these memos"), export_folder())
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
        dialog.fileSelected.connect(self.send_to)
        dialog.open()

    def send_to(self, path: str | Path) -> None:
        """Look through what is to be written, then write it; the suffix says how."""
        send(self._bridge, self._panel, self._export(path), self.passage_wanted.emit, self.said.emit)

    def to(self, path: str | Path) -> None:
        """Write them as they are."""
        Outgoing(self._bridge, self._panel, self._export(path), self.passage_wanted.emit, self.said.emit).write(False)

    def _export(self, path: str | Path) -> Export:
        ids, filtered = self._wanted()
        options = {"wanted": Wanted(ids=ids)}
        what = self.tr("Exporting memos")
        return exported("memos", path, what, options, lambda written: self.done.emit(written, filtered))
