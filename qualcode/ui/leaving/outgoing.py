"""The way out for every file with quotes: looked through first, shown if somebody could be recognised, then written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ...app.leaving import Leaving, check_export
from ...app.project import Project
from ...domain.progress import Progress
from ..bridge import Bridge

_OF_FORMATS = ("style", "language", "date", "ids")  # options that say how a file looks, not what is in it


@dataclass(frozen=True)
class Export:
    """A file to be written: what is done is called `title`; `check` and `write` are called in a worker, with whether
    display ids are used; `written` gets the path."""

    title: str
    target: Path
    check: Callable[[Project, Progress, bool], Leaving]
    write: Callable[[Project, Progress, bool], Path]
    written: Callable[[Path], Any]


def exported(
    kind: str, place: str | Path, title: str, options: Mapping[str, Any], written: Callable[[Path], Any]
) -> Export:
    """The codebook, segments or memos as a file; `options` are those of `app.export.export_file`. What was said about
    codings (certainty, mark, question, link) is written too where there is any."""
    from ...app.export import export_file
    from ...store.pages import anything_said  # the window is up before SQLAlchemy

    def marks(project: Project) -> bool:
        with project.read() as read:
            return kind == "segments" and anything_said(read)

    def check(project: Project, progress: Progress, display_ids: bool) -> Leaving:
        asked = {name: value for name, value in options.items() if name not in _OF_FORMATS}
        return check_export(project, kind, marks(project), progress, display_ids, **asked)

    def write(project: Project, progress: Progress, display_ids: bool) -> Path:
        more = {"marks": marks(project), "display_ids": display_ids, **options}
        return export_file(project, kind, place, progress=progress, **more)

    return Export(title, Path(place), check, write, written)


def send(
    bridge: Bridge,
    parent: QWidget,
    export: Export,
    open_passage: Callable[[UUID, int, int], Any],
    said: Callable[[str, Any], Any],
) -> "Outgoing":
    """Look through what is about to be written; write it at once where nothing is found, else ask how."""
    outgoing = Outgoing(bridge, parent, export, open_passage, said)
    outgoing.start()
    return outgoing


class Outgoing(QObject):
    """One file on its way out; goes when it is written or left."""

    def __init__(
        self,
        bridge: Bridge,
        parent: QWidget,
        export: Export,
        open_passage: Callable[[UUID, int, int], Any],
        said: Callable[[str, Any], Any],
    ) -> None:
        super().__init__(parent)
        self._bridge, self._parent, self.export = bridge, parent, export
        self._open_passage, self._said = open_passage, said

    def start(self) -> None:
        """Look it through."""
        export = self.export
        self._bridge.run(
            lambda project, progress: export.check(project, progress, False), self._checked, self._failed, export.title
        )

    def _failed(self, error: Exception) -> None:
        self._bridge.failed.emit(error)
        if isValid(self):
            self.deleteLater()

    def _checked(self, leaving: Leaving) -> None:
        if not isValid(self):
            return
        if not leaving.telling:
            self.write(display_ids=False)
            return
        from .dialog import LeavingDialog  # loaded when something was found

        dialog = LeavingDialog(self._bridge, self.export, leaving, self._parent.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.passage_wanted.connect(self._open_passage)
        dialog.said.connect(self._said)
        dialog.write_wanted.connect(self.write)
        dialog.rejected.connect(self.deleteLater)
        dialog.show()

    def write(self, display_ids: bool) -> None:
        """Write the file."""
        export = self.export

        def done(path: Path) -> None:
            export.written(path)
            if isValid(self):
                self.deleteLater()

        self._bridge.run(
            lambda project, progress: export.write(project, progress, display_ids),
            done,
            self._failed,
            export.title,
            finish=True,
        )
