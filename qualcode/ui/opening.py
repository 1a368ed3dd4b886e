"""Making, opening, closing and restoring projects: every way it can go wrong has its way on."""

import gc
import importlib
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from ..app import settings
from ..domain.errors import Damaged, OpenElsewhere, QualcodeError, Refused
from ..domain.progress import Progress
from ..domain.project import Study
from .dialogs.backups import BackupsDialog
from .dialogs.method import MethodDialog
from .dialogs.problem import ProblemDialog
from .dialogs.who_codes import WhoCodes
from .memory import change, forget_project, recall
from .places import documents_folder
from .tasks import Tasks
from .translation import say

if TYPE_CHECKING:
    from ..app.project import Project
    from ..store.backups import Backup
    from .coding.opened import Opened

SUFFIX = ".qualcode"
READ_ONLY, INSIST, RESTORE = "read-only", "insist", "restore"


@dataclass(frozen=True, slots=True)
class Found:
    """A project that was opened or made, its study, and what is seen of it first."""

    project: "Project"
    study: Study
    place: str
    first: "tuple[int, Opened | None] | None"  # how many documents there are, and the one to be shown; None: unreadable
    fresh: bool = False  # whether it was made just now


class Opening(QObject):
    """Runs beside the window's thread what opens projects; asks what must be asked."""

    opened = Signal(object)  # Found
    working = Signal(str)  # what is under way, "" when it has ended
    failed = Signal(object)  # an error nobody foresaw
    restored = Signal(str)  # the place of a project that may be opened again

    def __init__(self, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._tasks, self._window = tasks, window
        self._busy = False
        self._waiting: Found | None = None  # open already, but not handed over yet

    def warm_up(self) -> None:
        """Load in the background what the first project will need: people read the welcome page meanwhile."""
        self._tasks.read(_load_modules)

    # ── who codes ──
    def with_coder(self, then: Callable[[], None]) -> None:
        """Go on with `then` once it is known who codes; asks only the first time."""
        if settings.load().coder:
            then()
            return
        dialog = WhoCodes(settings.login_name(), self._window)

        def answered() -> None:
            change(lambda kept: setattr(kept, "coder", dialog.name))
            then()

        dialog.accepted.connect(answered)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # ── opening ──
    def open(self, place: str, read_only: bool = False, insist: bool = False, reviewing: bool = False) -> None:
        """Open the project at a path or address; `reviewing` for what a reviewer does alone."""

        def job(progress: Progress) -> Found:
            from ..app.project import open_project

            return _found(open_project(place, "", read_only, insist, reviewing), place, progress)

        self._run(job, place, self.tr("Opening the project"), existing=not read_only, reviewing=reviewing)

    def make(self, place: str, name: str = "", method: str = "") -> None:
        """Make a project that follows a method ("": none yet) and open it."""

        def job(progress: Progress) -> Found:
            from ..app.project import new

            return replace(_found(new(place, name, method), place, progress), fresh=True)

        self._run(job, place, self.tr("Making the project"))

    def sample(self, folder: Path | None = None) -> None:
        """Open the sample project, made in the documents folder the first time."""
        target = folder or Path(documents_folder()) / "qualcode"

        def job(progress: Progress) -> Found:
            from ..app.project import open_project
            from ..app.sample import make_sample

            place = str(make_sample(target, progress))
            return _found(open_project(place), place, progress)

        self._run(job, str(target), self.tr("Making the sample project"))

    def _run(
        self, job: Callable[[Progress], Found], place: str, what: str, existing: bool = False, reviewing: bool = False
    ) -> None:
        if self._busy:
            return
        self._busy = True

        def done(found: Found) -> None:
            self._waiting = None
            self.opened.emit(found)
            if found.project.notices:
                self._show_notices(found)

        def work(progress: Progress) -> Found:
            _load_modules(progress)
            self._waiting = job(progress)
            return self._waiting

        task = self._tasks.write(work, done, lambda error: self._explain(place, error, existing, reviewing), what)
        task.ended.connect(self._free)
        self.working.emit(what)

    def _free(self) -> None:
        self._busy = False
        self.working.emit("")
        found, self._waiting = self._waiting, None
        if found is not None:  # cancelled, or the window closed, when it was open already
            found.project.close()

    # ── asking for places ──
    def ask_new(self, then: Callable[[str, str], None]) -> None:
        """Ask where a new project is to be and which method it follows, and go on with both."""
        title = self.tr("New project")
        start = str(Path(documents_folder()) / (self.tr("My study") + SUFFIX))
        place, _ = QFileDialog.getSaveFileName(self._window, title, start, self._kinds())
        if place:
            whole = place if place.endswith(SUFFIX) else place + SUFFIX
            dialog = MethodDialog("", self._window, making=True)
            dialog.accepted.connect(lambda: then(whole, dialog.chosen))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def ask_open(self, reviewing: bool = False) -> None:
        """Ask for a project file, to work in it or to review it."""
        title = self.tr("Open as reviewer") if reviewing else self.tr("Open project")
        place, _ = QFileDialog.getOpenFileName(self._window, title, documents_folder(), self._kinds())
        if place:
            self.open(place, reviewing=reviewing)

    def _kinds(self) -> str:
        return self.tr("qualcode projects") + f" (*{SUFFIX})"

    # ── what goes wrong ──
    def _explain(self, place: str, error: Exception, existing: bool = False, reviewing: bool = False) -> None:
        """Say what is wrong; every way out that is offered to a reviewer leaves the file as it is."""
        if isinstance(error, OpenElsewhere):
            ways = [
                (READ_ONLY, self.tr("Open for reading only")),
                (INSIST, self.tr("Open anyway")),
            ]
            self._ask(self.tr("This project is open elsewhere"), say(error), ways, place, reviewing)
        elif isinstance(error, Damaged):
            self._ask(self.tr("This project cannot be read"), say(error), self._restoring(reviewing), place)
        elif isinstance(error, QualcodeError):
            path = Path(place)
            if "://" not in place and not path.exists():
                forget_project(place)
            # a full disk, or a folder that takes no backup before the file is brought up to date: it can be read still
            ways = [(READ_ONLY, self.tr("Open for reading only"))] if existing and isinstance(error, Refused) else []
            self._ask(self.tr("This cannot be opened"), say(error), ways, place, reviewing)
        else:
            self.failed.emit(error)

    def _show_notices(self, found: Found) -> None:
        title = self.tr("Please look at this project")
        ways = self._restoring(found.project.reviewing)
        self._ask(title, "\n\n".join(map(say, found.project.notices)), ways, found.place)

    def _restoring(self, reviewing: bool) -> list[tuple[str, str]]:
        return [] if reviewing else [(RESTORE, self.tr("Restore a backup…"))]

    def _ask(self, title: str, words: str, ways: list[tuple[str, str]], place: str, reviewing: bool = False) -> None:
        dialog = ProblemDialog(title, words, ways, self._window)

        def answered(_code: int) -> None:
            dialog.deleteLater()
            if dialog.chosen == READ_ONLY:
                self.open(place, read_only=True, reviewing=reviewing)
            elif dialog.chosen == INSIST:
                self.open(place, insist=True, reviewing=reviewing)
            elif dialog.chosen == RESTORE:
                self.ask_restore(place)

        dialog.finished.connect(answered)
        dialog.open()

    # ── backups ──
    def ask_restore(self, place: str, before: Callable[[], None] | None = None) -> None:
        """Show the backups of a project file; `before` runs ahead of restoring (it closes the project)."""

        def job(_progress: Progress) -> "list[Backup]":
            from ..app.backups import backups_of

            return backups_of(place)

        def choose(found: "list[Backup]") -> None:
            dialog = BackupsDialog(Path(place), found, self._window)

            def answered(code: int) -> None:
                dialog.deleteLater()
                if code == QDialog.DialogCode.Accepted:
                    if before is not None:
                        before()
                    self._restore(place, dialog.number)

            dialog.finished.connect(answered)
            dialog.open()

        self._tasks.write(job, choose, lambda error: self._explain(place, error))

    def _restore(self, place: str, number: int) -> None:
        def job(_progress: Progress) -> str:
            from ..app.backups import restore

            restore(place, number)
            return place

        self._tasks.write(
            job, self.restored.emit, lambda error: self._explain(place, error), self.tr("Restoring the backup")
        )


def _load_modules(_progress: Progress) -> None:
    """The panels' modules and the database take a moment to load: here, and not in the window's thread."""
    names = (f"{__package__}.workspace", f"{__package__}.commands.palette")
    if any(name not in sys.modules for name in names):
        for name in names:
            importlib.import_module(name)
        # modules stay: looking through them for garbage would hold the window's thread for 50 ms at a time
        gc.freeze()


def _found(project: "Project", place: str, progress: Progress) -> Found:
    """What was opened; closed again when the user does not want it any more."""
    from .coding.opened import first_document

    try:
        progress.tick(1, 1)
        with project.read() as read:
            study = read.study()
        try:
            with project.read() as read:
                first = first_document(read, recall(f"document/{study.id}"))
        except QualcodeError:  # one damaged document does not keep the others: the window asks again, and says so
            first = None
        return Found(project, study, place, first)
    except Exception:
        project.close()
        raise
