"""A project: open, read, write, undo, close. `open` composes the program; there is no global project."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from ..domain.codebook import clean_name
from ..domain.coders import Coder
from ..domain.errors import BadInput, Damaged, Notice, Refused
from ..domain.history import Step
from ..domain.ids import new_id
from ..domain.progress import SILENT, Progress
from ..domain.project import METHODS, Study
from ..store import backups, checks, history, lifecycle
from ..store.backups import Backup
from ..store.checks import Problem
from ..store.engine import Database
from ..store.reading import Reading
from ..store.work import Work
from . import settings
from .analyses import Analyses
from .frames import Frames
from .one_moment import Moments
from .settings import backups_folder

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

Listener = Callable[[Step], None]

# what somebody may do who has opened a project to review it: say something, and take that back
_REVIEWING = frozenset(
    ("reviews.comment_on", "reviews.mark", "reviews.suggest", "reviews.answer_note", history.UNDO, history.REDO)
)


class Changed:
    """Tells listeners about every step that was committed, ours and other people's."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def connect(self, listener: Listener) -> None:
        """Call `listener` with each step from now on, in the thread that committed it."""
        self._listeners.append(listener)

    def disconnect(self, listener: Listener) -> None:
        """Stop calling `listener`."""
        self._listeners.remove(listener)

    def fire(self, step: Step) -> None:
        """Tell everybody."""
        for listener in tuple(self._listeners):
            listener(step)


class Project:
    """An open project. Use it as a context manager, or `close` it."""

    def __init__(
        self, database: Database, coder: str, notices: list[Notice] | None = None, reviewing: bool = False
    ) -> None:
        self.database = database
        self.coder = coder
        self.reviewing = reviewing  # comments, marks and suggestions can be written, nothing else
        self.notices = notices or []  # what the user should know about how the file was found
        self.changed = Changed()
        self._moments = Moments(database)
        self.frames = Frames(self)
        self.analyses = Analyses(self)
        self._closed = False
        self._pasts: WeakSet[Project] = WeakSet()  # what `as_of` made: copies that end with the project
        self._own: set[int] = set()  # steps of ours that `look_for_steps` need not tell again
        with self.read() as read:
            self._seen = read.last_step()[0]

    def __enter__(self) -> "Project":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the project and what `as_of` made of it: a file is folded back into one, and backed up if it changed.

        From then on it can be neither read nor written; to close it again changes nothing.
        """
        if self._closed:
            return
        self._closed = True
        for past in tuple(self._pasts):
            past.close()
        lifecycle.release(self.database, backups_folder)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written, but for what a reviewer says where the project is open for review."""
        return self.database.read_only or self.reviewing

    @property
    def takes_remarks(self) -> bool:
        """Whether comments, marks and suggestions can be written: also where the project is open for review."""
        return not self.database.read_only

    # ── reading and writing ────────────────────────────────────────────────────────────────────────────────
    @contextmanager
    def read(self) -> Iterator[Reading]:
        """Look at one moment of the project: that of `moment` within it, else now."""
        self._require_open()
        with self._moments.read() as read:
            yield read

    @contextmanager
    def moment(self) -> Iterator[Reading]:
        """Look at one moment; all that this thread reads meanwhile is of it, whatever is written by others."""
        self._require_open()
        with self._moments.read(held=True) as read:
            yield read

    @contextmanager
    def writing(self, action: str, template: str) -> Iterator[Work]:
        """One step: everything done with the work is written together, or nothing is."""
        self._require_open()
        self._require_allowed(action)
        made: list[Step] = []
        try:
            with self.database.writing() as connection, _without_collector():
                joined = self._join(connection)
                work = Work(self.database, connection, self.coder)
                yield work
                step = work.finish(action, template)
                if step is None:
                    connection.rollback()  # nothing happened, so nobody joined either
                else:
                    made = [joined, step] if joined is not None else [step]
                    self._own.update(one.number for one in made)
        except BaseException:
            self._own.difference_update(one.number for one in made)
            raise
        for one in made:
            self._fire(one)

    def _require_open(self) -> None:
        """Raise `Refused` once the project is closed: nobody else would be warned of what is written to it."""
        if self._closed:
            raise Refused("The project is closed. Open it again to work with it.")

    def _require_allowed(self, action: str) -> None:
        """Raise `Refused` for what a reviewer does not do."""
        if self.reviewing and action not in _REVIEWING:
            raise Refused(
                "This project is open for review: comments, marks and suggestions are kept, nothing else is changed. "
                "Open it without review to work in it."
            )

    def _join(self, connection: Any) -> Step | None:
        """The first act of a coder is preceded by a step that brings them in; later steps stand on it."""
        work = Work(self.database, connection, self.coder)
        if work.read.coder_named(self.coder) is not None:
            return None
        work.add(Coder(new_id(), self.coder, work.time))
        work.say(coder=self.coder)
        return work.finish(history.JOIN, "{coder} joins")

    def _fire(self, step: Step) -> None:
        if step.number == self._seen + 1:  # else somebody else's step lies between, still to be looked at
            self._seen = step.number
            self._own.discard(step.number)
        self.changed.fire(step)

    def look_for_steps(self) -> list[Step]:
        """Steps others have committed since we last looked; listeners are told about each."""
        with self.read() as read:
            if read.last_step()[0] <= self._seen:
                return []
            steps = read.steps(since=self._seen)
        self._seen = steps[-1].number
        others = [step for step in steps if step.number not in self._own]
        self._own = {number for number in self._own if number > self._seen}
        for step in others:
            self.changed.fire(step)
        return others

    # ── analysis ───────────────────────────────────────────────────────────────────────────────────────────
    def analyse(self, name: str, **options: Any) -> "pd.DataFrame":
        """The table of an analysis; filters and options as on the command line, both listed by `qualcode.analyses()`.

        Filters are `documents`, `coders`, `codes`, `variables`, `folders` and `sets`, see `scoping.make_scope`.
        """
        from .analysing.files import table_of

        return table_of(self, name, **options)

    def figure(self, name: str, **options: Any) -> "Figure":
        """The figure of an analysis as a Matplotlib figure; `dark=True` for a dark ground, the rest as `analyse`."""
        from .analysing.files import figure

        return figure(self, name, **options)

    def check(self, progress: Progress = SILENT) -> list[Problem]:
        """Everything that is wrong with the project's structure, offsets, search index and history."""
        with self.read() as read:
            return checks.check(read, progress)

    def backup(self) -> Backup | None:
        """Copy the project file to the rolling backups; None when the newest one holds this state already."""
        self._require_open()
        if self.database.on_server:
            raise Refused("A project on a server is backed up there, with pg_dump.")
        return backups.make(self.database, backups_folder())

    def as_of(self, moment: str | int, progress: Progress = SILENT) -> "Project":
        """The project as it was at a date (`2026-10-01`, or date and time, UTC), after step number `moment`, or when
        the version of that name was: read-only, in a file of its own that goes when it, or this project, is closed."""
        from ..store.past import as_of
        from .named_versions import moment_step

        with self.read() as read:
            number = moment_step(read, moment)
        past = Project(as_of(self.database, number, progress), self.coder, reviewing=self.reviewing)
        self._pasts.add(past)
        return past

    # ── history ────────────────────────────────────────────────────────────────────────────────────────────
    def undo(self, step: int | None = None, anyone: bool = False) -> Step:
        """Take back the acting coder's last step, or the step of that number; the step that was taken back."""
        with self.writing(history.UNDO, "Undo: {summary}") as work:
            target = (
                history.find_step(work, step)
                if step is not None
                else history.to_undo(history.newest_first(work.read), self.coder, anyone)
            )
            self._revert(work, target)
        return target

    def redo(self) -> Step:
        """Take back the acting coder's latest undo; the step that is in effect again."""
        with self.writing(history.REDO, "Redo: {summary}") as work:
            undo = history.to_redo(history.newest_first(work.read), self.coder)
            self._revert(work, undo)
            again = work.read.step(undo.reverts or 0)
        assert again is not None
        return again

    def _revert(self, work: Work, target: Step) -> None:
        first: Step | None = target
        while first is not None and first.reverts is not None:
            first = work.read.step(first.reverts)
        if first is not None:
            self._require_allowed(first.action)
        history.revert(work, target)
        work.say(summary=target.values.get("summary", target.summary) if target.reverts else target.summary)

    def history(self, since: int = 0) -> list[Step]:
        """All steps after number `since`, oldest first."""
        with self.read() as read:
            return read.steps(since)


@contextmanager
def _without_collector() -> Iterator[None]:
    """A big step holds half a million records, none of which refers back to another: the garbage collector would
    spend a tenth of the time looking through them again and again."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def new(place: str | Path, name: str = "", method: str = "", coder: str = "") -> Project:
    """Make a project at a path or a PostgreSQL URL and open it; never overwrites anything.

    `method` is one of `domain.project.METHODS` or empty; `coder` who acts (else the setting, else the login name).
    """
    if method and method not in METHODS:
        raise BadInput(
            "There is no method “{method}”. Choose one of: {methods}.",
            method=method,
            methods=", ".join(METHODS),
        )
    acting = acting_coder(coder)
    title = clean_name(name, "project") if name else lifecycle.default_name(str(place))

    def fill(database: Database, connection: Any) -> None:
        work = Work(database, connection, acting)
        work.add([Study(new_id(), title, method, work.time), Coder(new_id(), acting, work.time)])
        work.finish(history.NEW, "Make the project")

    return Project(lifecycle.create(str(place), fill), acting)


def open_project(
    place: str | Path, coder: str = "", read_only: bool = False, insist: bool = False, reviewing: bool = False
) -> Project:
    """Open a project that exists; never makes one.

    A file that is open on another machine is refused unless it is opened `read_only` or the user insists. Where it
    is opened for `reviewing`, only what a reviewer says can be written. Raises
    a `QualcodeError` for whatever is not a project of ours, is newer than the program, or is damaged.
    """
    acting = acting_coder(coder)
    database, notices = lifecycle.open_database(str(place), backups_folder, read_only, insist)
    try:
        return Project(database, acting, notices, reviewing)
    except BaseException as error:
        lifecycle.release(database, None)
        if isinstance(error, (ValueError, TypeError)):
            raise Damaged(
                "The history of {name} cannot be read. See what is wrong with: qualcode check {place}",
                name=database.name,
                place=database.in_command,
            ) from error
        raise


def check_project(place: str | Path, progress: Progress = SILENT) -> tuple[list[Problem], list[Notice]]:
    """Everything that is wrong with a project, even with one that `open_project` cannot open any more, and what is
    odd about its file."""
    database, notices = lifecycle.open_database(str(place), backups_folder, read_only=True)
    try:
        with database.reading() as connection:
            return checks.check(Reading(database, connection), progress), notices
    finally:
        lifecycle.release(database, None)


def acting_coder(name: str = "") -> str:
    """Who acts: the given name, else the one in the settings, else the login name."""
    return clean_name(name or settings.load().coder or settings.login_name(), "coder")
