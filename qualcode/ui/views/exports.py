"""Writing what the co-occurrence view shows to a file: where to, and the task; it is looked through first."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from ...app.chart_leaving import check_chart
from ...app.charts import CHART_SUFFIXES, TABLE_SUFFIXES, CooccurrenceOptions, export_chart
from ...app.leaving import Leaving
from ...app.project import Project
from ...domain.progress import Progress
from ..bridge import Bridge
from ..leaving.outgoing import Export, send
from ..translation import say


class ChartExports(QObject):
    """Asks for a file and writes the heat map, the network or the table of pairs to it."""

    exported = Signal(object)  # the path that was written

    def __init__(self, bridge: Bridge, options: Callable[[], CooccurrenceOptions], parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._options = options
        self._window = parent
        self._names = {
            "heatmap": self.tr("Heat map"),
            "network": self.tr("Network"),
            "table": self.tr("Pairs of codes"),
        }

    def menu(self, parent: QWidget) -> QMenu:
        """What can be exported."""
        menu = QMenu(parent)
        for kind, name in self._names.items():
            menu.addAction(f"{name}…", lambda kind=kind: self.ask(kind))
        return menu

    def ask(self, kind: str) -> None:
        """Ask where to, then write."""
        suffixes = TABLE_SUFFIXES if kind == "table" else CHART_SUFFIXES
        dialog = QFileDialog(self._window, self.tr("Export"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{suffix[1:].upper()} (*{suffix})" for suffix in suffixes])
        dialog.setDefaultSuffix(suffixes[0][1:])
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(chosen.split()[0].lower()))
        dialog.selectFile(self._names[kind])
        dialog.fileSelected.connect(lambda path: self.write(Path(path), kind))
        dialog.open()

    def write(self, path: Path, kind: str = "heatmap") -> None:
        """Write what is shown; the suffix says how. `exported` fires when the file is there."""
        options = self._options()
        plain: dict[str, Any] = {
            "rule": options.rule,
            "measure": options.measure,
            "level": options.level,
            "order": options.order,
            "threshold": options.threshold,
            "nodes": options.nodes,
            **options.filters,
        }
        if kind == "network":
            plain["kind"] = kind

        def check(project: Project, progress: Progress, display_ids: bool) -> Leaving:
            suffix = path.suffix.lower()
            return check_chart(project, suffix, progress=progress, say=say, display_ids=display_ids, **plain)

        def write(project: Project, progress: Progress, display_ids: bool) -> Path:
            return export_chart(project, path, progress=progress, say=say, display_ids=display_ids, **plain)

        what = self.tr("Exporting {name}").replace("{name}", path.name)
        send(self._bridge, self._window, Export(what, path, check, write, self.exported.emit))
