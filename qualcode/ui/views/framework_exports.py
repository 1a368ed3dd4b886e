"""Writing the matrix of cases by themes to a file: where to, and the task; it is looked through before it leaves."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from ...app.framework_export import READ, SUFFIXES, check_cells, export_cells
from ...app.leaving import Leaving
from ...app.project import Project
from ...domain.options import TABLE
from ...domain.progress import Progress
from ..bridge import Bridge
from ..leaving.outgoing import Export, send
from ..places import export_folder
from ..translation import say
from .report_button import Offer

_NAME = "cases-by-themes"


class CellsExports(QObject):
    """Asks for a file and writes the numbers, or the list with first words, to it."""

    exported = Signal(object)  # the path that was written
    passage_wanted = Signal(object, int, int)  # document id, start, end: what should be looked at before it leaves
    said = Signal(str, object)

    def __init__(self, bridge: Bridge, filters: Callable[[], Mapping[str, Any]], parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._filters, self._window = bridge, filters, parent
        self.dialog: QFileDialog | None = None

    def menu(self, parent: QWidget) -> QMenu:
        """What can be exported."""
        menu = QMenu(parent)
        menu.addAction(self.tr("Matrix of numbers…"), lambda: self.ask(True))
        menu.addAction(self.tr("List with first words and summaries…"), lambda: self.ask(False))
        menu.addAction(self.tr("Matrix of summaries to read…"), lambda: self.ask(False, READ))
        return menu

    def offers(self) -> list[Offer]:
        """What can be kept for the report."""
        filters = dict(self._filters())
        return [
            Offer(self.tr("Matrix of numbers"), _NAME, TABLE, {"square": True, **filters}),
            Offer(self.tr("List with first words and summaries"), _NAME, TABLE, filters),
        ]

    def ask(self, square: bool, suffixes: tuple[str, ...] = SUFFIXES) -> None:
        """Ask where to, then write."""
        dialog = QFileDialog(self._window, self.tr("Export cases by themes"), export_folder())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{suffix[1:].upper()} (*{suffix})" for suffix in suffixes])
        dialog.setDefaultSuffix(suffixes[0][1:])
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(chosen.split()[0].lower()))
        dialog.selectFile(self.tr("Cases by themes"))
        dialog.fileSelected.connect(lambda path: self.write(Path(path), square))
        self.dialog = dialog
        dialog.open()

    def write(self, path: Path, square: bool) -> None:
        """Write what is shown; the suffix says how. `exported` fires when the file is there."""
        filters = dict(self._filters())

        def check(project: Project, progress: Progress, display_ids: bool) -> Leaving:
            return check_cells(project, square, filters, progress, display_ids, path.suffix.lower())

        def write(project: Project, progress: Progress, display_ids: bool) -> Path:
            return export_cells(project, path, square, filters, progress, display_ids, say)

        what = self.tr("Exporting {name}").replace("{name}", path.name)
        export = Export(what, path, check, write, self.exported.emit)
        send(self._bridge, self._window, export, self.passage_wanted.emit, self.said.emit)
