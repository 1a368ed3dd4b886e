"""The project as it was, in the window: every view shows a copy of it at some step, and nothing can be changed."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from ...app.named_versions import named_versions
from ...app.project import Project
from ...domain.history import Step
from ...domain.progress import Progress
from ...store.moments import step_times
from ...store.reading import Reading
from ..look import Look
from .slider import Course, course

if TYPE_CHECKING:
    from ..commands.actions import Actions
    from ..tasks import Task
    from ..workspace import Workspace
    from .strips import PastBanner, TimeStrip

_PAUSE = 250  # milliseconds the slider rests before its moment is looked for
_TRY = 20  # milliseconds between two looks whether nothing is under way
_MOST_TRIES = 250
_CLOSE = 500  # milliseconds between two looks whether a copy can go


class LookingBack(QObject):
    """Made with the workspace; its widgets are made when the past is first looked at."""

    def __init__(self, workspace: "Workspace", look: Look, actions: "Actions") -> None:
        super().__init__(workspace)
        self._workspace, self._look, self._actions = workspace, look, actions
        self._bridge = workspace.bridge
        self.strip: TimeStrip | None = None
        self.banner: PastBanner | None = None
        self._asked, self._shown = 0, 0
        self._task: Task | None = None
        self._copies: list[Project] = []  # all that are open; of a worker, too
        self._pause = self._timer(_PAUSE, self._rested)
        self._closing = self._timer(_CLOSE, self._close_copies)
        self._again = self._timer(_CLOSE, self._ask)
        self._bridge.followed.connect(self._stepped)

    def _timer(self, milliseconds: int, then: Any) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer

    # ── the slider ──
    def toggle(self) -> None:
        """Show the time line, or put it away and go back to now."""
        if self.strip is not None and self.strip.isVisible():
            self.put_away()
        else:
            self.show()

    def show(self) -> None:
        """Show the time line below the views."""
        if self.strip is None:
            self._make()
        assert self.strip is not None
        self._ask()
        self.strip.show()
        self.strip.slider.setFocus()

    def put_away(self) -> None:
        """Go back to now, without the time line."""
        self.back_to_now()
        if self.strip is not None:
            self.strip.hide()
            self._workspace.view.setFocus()

    def _make(self) -> None:
        from .strips import PastBanner, TimeStrip

        page = self._workspace.page
        down = page.layout()
        self.strip, self.banner = TimeStrip(self._look, page), PastBanner(self._look, page)
        for room in (self.strip, self.banner):
            room.hide()
            self._look.dress(room)
        down.insertWidget(0, self.banner)
        down.addWidget(self.strip)
        self.strip.closed.connect(self.put_away)
        self.strip.slider.valueChanged.connect(lambda _place: self._pause.start())
        self.banner.back_wanted.connect(self.back_to_now)

    def _ask(self) -> None:
        def question(read: Reading) -> Course:
            names: dict[int, list[str]] = {}
            for one in named_versions(read):
                names.setdefault(one.version.step, []).append(one.version.name)
            return course(step_times(read), {number: " · ".join(several) for number, several in names.items()})

        self._bridge.ask(question, self._arrived, now=True)

    def _arrived(self, found: Course) -> None:
        if self.strip is not None:
            self.strip.slider.show_steps(found)

    def _stepped(self, step: Step) -> None:
        if step.number and self.strip is not None and self.strip.isVisible() and not self._again.isActive():
            self._again.start()

    def _rested(self) -> None:
        if self.strip is not None and self.strip.slider.number is not None:
            self.go(self.strip.slider.number)

    # ── going there and back ──
    @property
    def step(self) -> int | None:
        """The number of the step after which the project is looked at; None: now."""
        return self._shown if self._bridge.looking_back else None

    def look_at(self, number: int) -> None:
        """Look at the project after a step, with the time line at hand."""
        self.show()
        self.go(number)

    def go(self, number: int) -> None:
        """Show the project after a step; after the last one that is now."""
        self._pause.stop()
        if self.strip is not None and self.strip.slider.numbers and number >= self.strip.slider.numbers[-1]:
            self.back_to_now()
            return
        self._cancel()
        if self.step == number:
            return
        asked, copies, present = self._asked, self._copies, self._bridge.present

        def job(_project: Project, progress: Progress) -> Project:
            copy = present.as_of(number, progress)
            copies.append(copy)  # known at once, whatever becomes of the answer
            return copy

        self._task = self._bridge.run(
            job, lambda copy: self._swap(asked, copy, number), self._failed, self.tr("Going back to the past")
        )
        self._closing.start()

    def back_to_now(self) -> None:
        """Show the present project again."""
        self._pause.stop()
        self._cancel()
        if self.strip is not None:
            self.strip.slider.to_now()
        if self._bridge.looking_back:
            self._swap(self._asked, self._bridge.present, 0)

    def _cancel(self) -> None:
        self._asked += 1
        task, self._task = self._task, None
        if task is not None and task.running:
            task.cancel()

    def _failed(self, error: Exception) -> None:
        self.back_to_now()
        self._bridge.failed.emit(error)

    def _swap(self, asked: int, project: Project, number: int, tries: int = 0) -> None:
        """Let all views show another state, once nothing is under way that belongs to the one they show."""
        if asked != self._asked:
            return
        self._task = None
        for tab in self._workspace.pair.every:
            if tab.editing.on:
                tab.editing.leave()  # what was typed is written to the present
        if not self._bridge.looking_back and not tries:
            self._bridge.writing.emit()
            self._workspace.themes.save()
        if not self._bridge.idle and tries < _MOST_TRIES:
            QTimer.singleShot(_TRY, self, lambda: self._swap(asked, project, number, tries + 1))
            return
        self._shown = number
        before = self._bridge.looking_back
        self._bridge.look_at(project)
        self._workspace.seen_changed()
        self._open_rooms()
        if before != self._bridge.looking_back:
            self._workspace.themes.renew()  # its fields can be written in now, or no more
        self._tell()
        self._closing.start()

    def _tell(self) -> None:
        number = self.step
        self._workspace.history.model.see(number)
        if self.strip is None or self.banner is None:
            return
        if number is None:
            self.banner.hide()
            return
        slider = self.strip.slider
        slider.to_step(number)
        self.banner.show_moment(slider.moment(slider.value()))

    def _open_rooms(self) -> None:
        """Tell rooms that ask only when they are made whether anything can be changed."""
        workspace, writes = self._workspace, not self._bridge.project.read_only
        if workspace.journal.panel is not None:
            workspace.journal.panel.new_action.setEnabled(writes)
            workspace.methods.prompts.show_in_journal()
        if workspace.cases.window is not None:
            workspace.cases.window.model.writes = writes
        if workspace.report.tab is not None:
            workspace.report.tab.items.answer.setReadOnly(not writes)

    # ── copies that nobody looks at any more ──
    def _close_copies(self) -> None:
        if not self._bridge.tasks.idle:
            self._closing.start()
            return
        old = [copy for copy in self._copies if copy is not self._bridge.project]
        for copy in old:
            self._copies.remove(copy)
        if old:
            self._bridge.tasks.read(lambda _progress: [copy.close() for copy in old])

    def close(self) -> None:
        """The workers have ended: remove the copies."""
        for timer in (self._pause, self._closing, self._again):
            timer.stop()
        for copy in self._copies:
            copy.close()
        self._copies.clear()
