"""The way out for every file with quotes: looked through first, shown if somebody could be recognised, then written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QWidget

from ...app.export_leaving import check_export
from ...app.leaving import Leaving
from ...app.project import Project
from ...domain.errors import QualcodeError
from ...domain.progress import Progress
from ..answering import while_there
from ..bridge import Bridge
from ..look import look
from ..places import remember_export
from ..translation import say

_BESIDE = 32  # px from one dialog to the next
_OF_FORMATS = ("style", "language", "date", "ids")  # options that say how a file looks, not what is in it


@dataclass(frozen=True)
class Export:
    """A file to be written: what is done is called `title`; `check` and `write` are called in a worker, with whether
    display ids are used; `written` gets the path, `failed` the error where it could not be written: then what was
    chosen for it is asked again."""

    title: str
    target: Path
    check: Callable[[Project, Progress, bool], Leaving]
    write: Callable[[Project, Progress, bool], Path]
    written: Callable[[Path], Any]
    failed: Callable[[Exception], Any] | None = None


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
    open_passage: Callable[[UUID, int, int], Any] | None = None,
    said: Callable[[str, Any], Any] | None = None,
) -> "Outgoing":
    """Look through what is about to be written; write it at once where nothing is found, else ask how. It goes its way
    even where what it was asked from is closed meanwhile. `open_passage` shows a passage of a document, `said` tells
    that it was redacted: for a file in which passages stand."""
    remember_export(export.target)
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
        open_passage: Callable[[UUID, int, int], Any] | None,
        said: Callable[[str, Any], Any] | None,
    ) -> None:
        super().__init__(parent.window())
        self._bridge, self._window, self.export = bridge, parent.window(), export
        self._open_passage, self._said = open_passage, said
        self._going_on = False  # it is being asked how, or written
        self._leaving: Leaving | None = None  # what was found, where it was asked how
        self._asks_again = False  # writing failed

    def start(self) -> None:
        """Look it through."""
        export = self.export
        task = self._bridge.run(
            lambda project, progress: export.check(project, progress, False),
            self._checked,
            self._failed,
            export.title,
        )
        task.ended.connect(self._looked_through)

    def _checked(self, leaving: Leaving) -> None:
        self._going_on = True
        if not leaving.telling:
            self.write(display_ids=False)
            return
        self._leaving = leaving
        self._ask(leaving)

    def _ask(self, leaving: Leaving, problem: str = "") -> None:
        from .dialog import LeavingDialog  # loaded when something was found

        dialog = LeavingDialog(self._bridge, self.export, leaving, self._window, problem)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._open_passage is not None:
            dialog.passage_wanted.connect(while_there(self._open_passage))
        if self._said is not None:
            dialog.said.connect(while_there(self._said))
        dialog.write_wanted.connect(self.write)
        dialog.rejected.connect(self.deleteLater)
        others = sum(one is not dialog and one.isVisible() for one in self._window.findChildren(LeavingDialog))
        dialog.show()
        if others:  # else one would lie exactly on the other, and only the last be seen
            step = look().px(_BESIDE) * others
            dialog.move(dialog.pos() + QPoint(step, step))

    def _looked_through(self) -> None:
        """Also where that failed, or was cancelled: then this was all."""
        if not self._going_on:
            self.deleteLater()

    def write(self, display_ids: bool) -> None:
        """Write the file; where that fails, ask once more."""
        export = self.export
        self._asks_again = False
        task = self._bridge.run(
            lambda project, progress: export.write(project, progress, display_ids),
            export.written,
            self._failed,
            export.title,
            finish=True,
        )
        task.ended.connect(self._written)

    def _failed(self, error: Exception) -> None:
        """Say it; what was chosen before is asked again as it was, or else how it is to be written."""
        self._bridge.failed.emit(error)
        if self.export.failed is not None:
            self.export.failed(error)
        elif self._leaving is not None and isinstance(error, QualcodeError):
            self._asks_again = True
            self._ask(self._leaving, say(error))

    def _written(self) -> None:
        if not self._asks_again:
            self.deleteLater()
