"""Writing a map to a file: where to, and the task that does it; quotes are looked through before they leave."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from ...app.leaving import Leaving
from ...app.map_export import SUFFIXES, export_map
from ...app.map_leaving import check_map
from ...app.project import Project
from ...domain.history import Step
from ...domain.progress import Progress
from ..bridge import Bridge
from ..leaving.outgoing import Export, send
from ..parts.dates import short_moment
from ..places import export_folder
from ..translation import say


class Shown(NamedTuple):
    """The map that is seen; `past` is the step after which it is seen, None: the present."""

    id: UUID
    name: str
    past: Step | None = None


class MapExports(QObject):
    """Asks for a file and writes the map to it, as it is seen: where that is a past state, the project of then."""

    exported = Signal(object)  # the path that was written
    passage_wanted = Signal(object, int, int)  # document id, start, end: what should be looked at before it leaves
    said = Signal(str, object)

    def __init__(self, bridge: Bridge, chosen: Callable[[], Shown | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._chosen, self._window = bridge, chosen, parent
        self.size = "same"  # what boxes are as large as: as it is shown
        self.dialog: QFileDialog | None = None

    def menu(self, parent: QWidget) -> QMenu:
        """What a map can be written as."""
        names = {
            ".svg": self.tr("Picture that can be enlarged (.svg)…"),
            ".png": self.tr("Picture (.png)…"),
            ".pdf": self.tr("Page to print (.pdf)…"),
            ".html": self.tr("Page with its quotes (.html)…"),
            ".graphml": self.tr("Graph for other programs (.graphml)…"),
        }
        menu = QMenu(parent)
        for suffix in SUFFIXES:
            menu.addAction(names[suffix], lambda suffix=suffix: self.ask(suffix))
        return menu

    def ask(self, suffix: str) -> None:
        """Ask where to, then write."""
        chosen = self._chosen()
        if chosen is None:
            return
        title, name = self.tr("Export the map"), chosen.name
        if chosen.past is not None:
            moment = short_moment(chosen.past.time)
            title = self.tr("Export the map as it was, {moment}").format(moment=moment)
            name = f"{name} ({moment.replace(':', '.').replace('/', '-')})"
        name = "".join(" " if sign in '\\/:*?"<>|' else sign for sign in name).strip() or "map"
        dialog = QFileDialog(self._window, title, export_folder())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{suffix[1:].upper()} (*{suffix})"])
        dialog.setDefaultSuffix(suffix[1:])
        dialog.selectFile(f"{name}{suffix}")
        dialog.fileSelected.connect(lambda path: self.write(Path(path), chosen))
        self.dialog = dialog
        dialog.open()

    def write(self, path: Path, shown: Shown) -> None:
        """Write that map; the suffix says how. `exported` fires when the file is there."""
        key, size = shown.id, self.size
        number = None if shown.past is None else shown.past.number

        def check(project: Project, progress: Progress, display_ids: bool) -> Leaving:
            with _as_seen(project, number, progress) as seen:
                return check_map(seen, key, path.suffix.lower(), progress, display_ids)

        def write(project: Project, progress: Progress, display_ids: bool) -> Path:
            with _as_seen(project, number, progress) as seen:
                return export_map(seen, path, key, progress=progress, display_ids=display_ids, say=say, size=size)

        what = self.tr("Exporting {name}").replace("{name}", path.name)
        export = Export(what, path, check, write, self.exported.emit)
        send(self._bridge, self._window, export, self.passage_wanted.emit, self.said.emit)


@contextmanager
def _as_seen(project: Project, number: int | None, progress: Progress) -> Iterator[Project]:
    """The project as it was after a step; None: as it is."""
    if number is None:
        yield project
        return
    with project.as_of(number, progress) as past:
        yield past
