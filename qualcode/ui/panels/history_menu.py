"""What the history offers under “⋯”: the time line, and the audit trail as a file."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QMenu

from ...app.project import Project
from ...domain.progress import Progress
from ..bridge import Bridge
from ..places import export_folder

if TYPE_CHECKING:
    from ...app.leaving import Leaving
    from .history import HistoryPanel


class HistoryMenu(QObject):
    """The menu of one history panel."""

    def __init__(self, panel: "HistoryPanel", bridge: Bridge) -> None:
        super().__init__(panel)
        self._panel, self._bridge = panel, bridge
        menu = QMenu(panel)
        self.time_action = menu.addAction(self.tr("Time line"))
        self.time_action.triggered.connect(panel.time_wanted)
        menu.addSeparator()
        self.export_action = menu.addAction(self.tr("Export the audit trail…"))
        self.export_action.triggered.connect(self.ask)
        panel.header.add_menu(self.tr("More"), menu)

    def ask(self) -> None:
        """Ask for a file and write the audit trail into it, of those whose steps the list shows."""
        dialog = QFileDialog(self._panel, self.tr("Export the audit trail"), export_folder())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        names = (
            self.tr("Excel table (*.xlsx)"),
            self.tr("Word document (*.docx)"),
            self.tr("Web page (*.html)"),
            self.tr("Table (*.csv)"),
            self.tr("JSON (*.json)"),
        )
        dialog.setNameFilters(list(names))
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(chosen.rpartition("*.")[2].rstrip(")")))
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(self.tr("history"))
        dialog.fileSelected.connect(self.to)
        dialog.open()

    def to(self, path: str | Path) -> None:
        """Write it, looked through before; the suffix says how."""
        from ...app.audit_trail import Which

        which = Which(coder=str(self._panel.who.currentData()))

        def check(project: Project, progress: Progress, display_ids: bool) -> "Leaving":
            from ...app.history_leaving import check_history

            return check_history(project, which, progress, display_ids)

        def write(project: Project, progress: Progress, display_ids: bool) -> Path:
            from ...app.audit_trail import export_audit

            return export_audit(project, path, which, progress=progress, display_ids=display_ids)[0]

        from ..leaving.outgoing import Export, send

        export = Export(self.tr("Exporting the history"), Path(path), check, write, self._panel.written.emit)
        send(self._bridge, self._panel, export)
