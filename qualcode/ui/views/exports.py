"""Writing what the co-occurrence view shows to a file: where to, and the task; it is looked through first."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ...app.analysing.files import CHART_SUFFIXES, TABLE_SUFFIXES, export_chart
from ...app.analysing.outgoing import check_file, check_shown, write_file
from ...app.charts import CooccurrenceOptions
from ...app.leaving import Leaving
from ...app.project import Project
from ...domain.options import FIGURE, TABLE
from ...domain.progress import Progress
from ..bridge import Bridge
from ..leaving.outgoing import Export, send
from ..translation import say
from .report_button import Offer
from .where_to import ask_where

_NAME = "cooccurrence"


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
        name = self._names[kind]
        ask_where(self._window, self.tr("Export"), name, suffixes, lambda path: self.write(path, kind))

    def _asked(self, kind: str) -> dict[str, Any]:
        """What is shown, as the options of the figure; a network has no order, a heat map no lines."""
        options = self._options()
        plain: dict[str, Any] = {"rule": options.rule, "measure": options.measure, "level": options.level}
        if kind == "network":
            least = {} if options.threshold is None else {"threshold": options.threshold}
            return plain | {"kind": kind, "nodes": options.nodes, **least, **options.filters}
        return plain | {"order": options.order, **options.filters}

    def offers(self) -> list[Offer]:
        """What can be kept for the report. A table of pairs is one of codes: there is none while themes are shown."""
        found = [Offer(self._names[kind], _NAME, FIGURE, self._asked(kind)) for kind in ("heatmap", "network")]
        options = self._options()
        if options.level == "codes":
            asked = {"rule": options.rule, **options.filters}
            found.append(Offer(self._names["table"], _NAME, TABLE, asked))
        return found

    def write(self, path: Path, kind: str = "heatmap") -> None:
        """Write what is shown; the suffix says how. `exported` fires when the file is there."""
        plain = self._asked(kind)
        table = path.suffix.lower() in TABLE_SUFFIXES

        def check(project: Project, progress: Progress, display_ids: bool) -> Leaving:
            if table:
                return check_shown(project, path, _NAME, progress, say, display_ids, **plain)
            return check_file(project, path, _NAME, progress, display_ids, **plain)

        def write(project: Project, progress: Progress, display_ids: bool) -> Path:
            if table:
                return export_chart(project, path, _NAME, "", progress, say, display_ids, **plain)
            return write_file(project, path, _NAME, progress, display_ids, say, **plain)

        what = self.tr("Exporting {name}").replace("{name}", path.name)
        send(self._bridge, self._window, Export(what, path, check, write, self.exported.emit))
