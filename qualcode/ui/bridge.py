"""Between the window and the project: actions go to the writer, questions to the readers, steps come back."""

from collections.abc import Callable
from threading import local
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from ..app.project import Project
from ..domain.errors import Cancelled, Refused
from ..domain.history import ANYTHING, Step
from ..domain.methods import Method
from ..domain.progress import Progress
from ..store.reading import Reading
from .answering import while_there
from .tasks import Task, Tasks

_LOOK_MILLISECONDS = 1_000  # how often we look for the steps of other programs
_FOLLOW_MILLISECONDS = 40  # how long lists and counts leave the processor to the text


class Bridge(QObject):
    """One open project as the widgets see it. Everything they get arrives in the window's thread."""

    changed = Signal(object)  # a committed Step, ours or somebody else's: for what must be seen at once
    followed = Signal(object)  # the same a moment later: for lists and counts
    failed = Signal(object)  # an exception nobody else takes care of
    writing = Signal()  # something is about to be written: what is still in somebody's hands goes first

    def __init__(self, project: Project, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project  # what everybody sees: the present one, or a copy of it as it was
        self.present = project
        self.tasks = tasks
        self.method: Method | None = None  # what the study follows, as `method_hints` has read it
        project.changed.connect(self._committed)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MILLISECONDS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        self._looking = self._stopped = False
        self._asked: set[Reading] = set()  # questions under way
        self._made = local()  # the step each thread committed last
        self._steps: list[Step] = []  # not yet followed
        self._soon: dict[str, Callable[[], object]] = {}  # questions that leave the processor to the text
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(_FOLLOW_MILLISECONDS)
        self._follow.timeout.connect(self._tell_followers)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_FOLLOW_MILLISECONDS)
        self._later.timeout.connect(self._ask_what_waits)
        self.changed.connect(self._queue)

    @property
    def idle(self) -> bool:
        """Whether nothing is under way and everybody has heard of every step."""
        return self.tasks.idle and not self._steps and not self._soon

    def _queue(self, step: Step) -> None:
        self._steps.append(step)
        if not self._follow.isActive():
            self._follow.start()

    def _tell_followers(self) -> None:
        steps, self._steps = self._steps, []
        for step in steps:
            self.followed.emit(step)

    def _committed(self, step: Step) -> None:
        """Called in the thread that wrote or found the step; the signal is queued into the window's."""
        self._made.step = step
        self.changed.emit(step)

    def do(
        self,
        action: Callable[..., Any],
        *args: Any,
        then: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        what: str = "",
        **options: Any,
    ) -> Task:
        """Run an action of `qualcode.app` on the project in the writer; `then` gets what it made."""
        project = self.project
        return self._write(lambda: action(project, *args, **options), then, failed, what)

    def act(
        self,
        action: Callable[..., Any],
        *args: Any,
        then: Callable[[Any, Step | None], Any],
        failed: Callable[[Exception], None],
        **options: Any,
    ) -> Task:
        """The same; `then` also gets the step that was made, None where nothing had to be changed."""
        project, told = self.project, while_there(then)

        def job() -> tuple[Any, Step | None]:
            self._made.step = None
            return action(project, *args, **options), self._made.step

        return self._write(job, lambda answer: told(*answer), failed)

    def _write(
        self,
        job: Callable[[], Any],
        then: Callable[[Any], Any] | None,
        failed: Callable[[Exception], None] | None = None,
        what: str = "",
    ) -> Task:
        self.writing.emit()
        work = self._refuse if self.looking_back else job
        task = self.tasks.write(lambda _progress: work(), then, self._heard(failed), what)
        task.finish = True  # closing the project neither drops it nor keeps its failure quiet
        return task

    def _heard(self, failed: Callable[[Exception], None] | None) -> Callable[[Exception], None]:
        """What could not be done is said by the window where whoever asked for it is gone."""
        return self.failed.emit if failed is None else while_there(failed, self.failed.emit)

    # ── looking at the past ──
    @property
    def looking_back(self) -> bool:
        """Whether the project is seen as it was: then nothing is written."""
        return self.project is not self.present

    def look_at(self, project: Project) -> None:
        """Let everybody see this copy of the project as it was, or the present one again: as if a step had changed
        all there is. The caller has made sure that nothing is under way, and closes the copy in the end."""
        from ..store.records import KINDS

        self.project = project
        self.changed.emit(Step(ANYTHING, "", "", "", "", "", {}, None, "", kinds=frozenset(KINDS)))

    @staticmethod
    def _refuse() -> Any:
        raise Refused("You see the project as it was; nothing can be changed there. Go back to now.")

    def run(
        self,
        job: Callable[[Project, Progress], Any],
        then: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        what: str = "",
        writes: bool = False,
        finish: bool = False,
        long: bool = False,
    ) -> Task:
        """Run a job with progress, in the writer if it `writes`, else in a reader (with `what` or `long` in one of
        those for what takes long); closing the project waits for one that must `finish`."""
        if writes:
            self.writing.emit()
        project = self.project
        heard = failed if failed is not None and not finish and not writes else self._heard(failed)

        def work(progress: Progress) -> Any:
            return job(project, progress)

        tasks = self.tasks
        task = tasks.write(work, then, heard, what) if writes else tasks.read(work, then, heard, what, long)
        task.finish = finish
        return task

    def ask(
        self,
        question: Callable[[Reading], Any],
        then: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
        what: str = "",
        now: bool = False,
    ) -> Task:
        """Ask the project something in a reader's thread; `then` gets the answer. `now`: of the present, even where
        the past is looked at."""
        project = self.present if now else self.project

        def job(_progress: Progress) -> Any:
            with project.read() as read:
                self._asked.add(read)
                try:
                    if self._stopped:
                        raise Cancelled
                    return question(read)
                finally:
                    self._asked.discard(read)

        return self.tasks.read(job, then, failed or self.failed.emit, what)

    def ask_soon(self, about: str, question: Callable[[Reading], Any], then: Callable[[Any], None]) -> None:
        """The same a moment later, after what was pressed has been painted; a newer question about the same takes its
        place, so that a key held down asks once."""
        self._soon[about] = lambda: self.ask(question, then)
        self._later.start()

    def _ask_what_waits(self) -> None:
        waiting, self._soon = self._soon, {}
        for ask in waiting.values():
            ask()

    def undo(
        self,
        step: int | None = None,
        then: Callable[[Step], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> Task:
        """Take back the coder's last step, or the step of that number."""
        return self._write(lambda: self.present.undo(step), then, failed)

    def redo(
        self, then: Callable[[Step], None] | None = None, failed: Callable[[Exception], None] | None = None
    ) -> Task:
        """Take back the latest undo."""
        return self._write(self.present.redo, then, failed)

    def _look(self) -> None:
        if not self._looking:
            self._looking = True
            self.tasks.read(lambda _progress: self.present.look_for_steps(), self._looked, self._looked)

    def _looked(self, _: object) -> None:
        self._looking = False

    def interrupt(self) -> None:
        """Break off the questions under way. One that has not come to its statement yet hears nothing of it: again."""
        for read in tuple(self._asked):
            read.database.interrupt(read.connection)

    def stop(self) -> None:
        """Stop listening, and the questions under way; the caller closes the project after the tasks have ended."""
        self._stopped = True
        self.interrupt()
        self._timer.stop()
        self._follow.stop()
        self._later.stop()
        self._soon.clear()
        self.present.changed.disconnect(self._committed)
