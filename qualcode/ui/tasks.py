"""Work beside the window's thread: the only file that knows threads.

All writes go to one writer, in order; questions to the project go to two readers, and those that may take long, or
wait for one another, to readers of their own. Results arrive in the window's thread. Records cross threads,
connections never.
"""

import logging
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from ..domain.errors import Cancelled
from ..domain.progress import Progress
from .answering import while_there
from .garbage import Garbage

_log = logging.getLogger(__name__)
_REPORT_SECONDS = 0.05  # how often progress may wake the window
_AT_LENGTH = 3  # jobs at a time that take long: while words are counted, one may wait for them and one be done
_HURRY_SECONDS = 0.05  # how often readers are told that they are waited for
_SWITCH_SECONDS = 0.001  # how long a worker may keep the interpreter when the window wants it; Python's own is 0.005


class Task(QObject):
    """One job under way; `cancel` asks it to stop at its next tick."""

    progressed = Signal(int, int, str)
    finished = Signal(object)  # the result
    failed = Signal(object)  # the exception
    ended = Signal()  # finished, failed or cancelled

    def __init__(self, what: str, parent: QObject) -> None:
        super().__init__(parent)
        self.what = what
        self.cancelled = False
        self.running = True
        self.finish = False  # it writes something the user wants: closing the project waits for it
        self.future: Future[Any] | None = None
        self._last_report = 0.0

    def cancel(self) -> None:
        """Ask the job to stop; what it began is rolled back."""
        self.cancelled = True

    def _report(self, done: int, total: int, what: str) -> None:
        moment = time.monotonic()
        if moment - self._last_report >= _REPORT_SECONDS or done >= total:
            self._last_report = moment
            self.progressed.emit(done, total, what)


class _TaskProgress(Progress):
    """The progress a job in a worker ticks."""

    def __init__(self, task: Task) -> None:
        self._task = task

    def tick(self, done: int, total: int, what: str = "") -> None:
        if self._task.cancelled:
            raise Cancelled
        self._task._report(done, total, what)


class Tasks(QObject):
    """The window's workers."""

    started = Signal(object)  # a Task that may take long: shown in the status line
    _arrived = Signal(object, object, object)  # task, result, error: crosses into the window's thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_SWITCH_SECONDS)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._readers = ThreadPoolExecutor(2, thread_name_prefix="reader")
        self._at_length = ThreadPoolExecutor(_AT_LENGTH, thread_name_prefix="long-reader")
        self._running: set[Task] = set()
        self._reading: set[Future[Any]] = set()
        self._held: list[Callable[[], None]] | None = None  # questions that wait for `release`
        self._stopped = False
        self._garbage = Garbage(self)
        self._garbage.begin()
        # queued even when a job ends before `_run` does: nobody is answered before they have their task
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def write(
        self,
        job: Callable[[Progress], Any],
        then: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        what: str = "",
    ) -> Task:
        """Run a job that writes; jobs run one after the other. `then` gets its result, in the window's thread."""
        return self._run(self._writer, job, then, failed, what)

    def read(
        self,
        job: Callable[[Progress], Any],
        then: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        what: str = "",
        long: bool = False,
    ) -> Task:
        """Run a job that only reads, beside others. One that is called something in the status line, or is said to be
        `long`, never keeps those waiting that the window shows at once."""
        return self._run(self._at_length if what or long else self._readers, job, then, failed, what)

    def hold(self) -> None:
        """Let what reads wait until `release`: what people look at comes first."""
        if self._held is None and not self._stopped:
            self._held = []

    def release(self) -> None:
        """Begin what waited, in its order."""
        held, self._held = self._held, None
        for begin in held or ():
            begin()

    def _run(
        self,
        pool: ThreadPoolExecutor,
        job: Callable[[Progress], Any],
        then: Callable[[Any], None] | None,
        failed: Callable[[Exception], None] | None,
        what: str,
    ) -> Task:
        task = Task(what, self)
        if self._stopped:  # a widget that is being taken down asks once more: there is nobody left to answer
            task.cancelled, task.running = True, False
            task.deleteLater()
            return task
        if then is not None:
            task.finished.connect(while_there(then))
        if failed is not None:
            task.failed.connect(while_there(failed))
        self._running.add(task)
        if pool is not self._writer and self._held is not None:
            self._held.append(lambda: self._begin(pool, task, job))
        else:
            self._begin(pool, task, job)
        self.started.emit(task)
        return task

    def _begin(self, pool: ThreadPoolExecutor, task: Task, job: Callable[[Progress], Any]) -> None:
        def work() -> Any:
            if reads and task.cancelled:
                raise Cancelled  # before it had its turn
            return job(_TaskProgress(task))

        reads = pool is not self._writer
        task.future = future = pool.submit(work)
        if reads:
            self._reading.add(future)
            future.add_done_callback(self._reading.discard)
        future.add_done_callback(lambda done: self._collect(task, done))

    def _collect(self, task: Task, future: "Future[Any]") -> None:
        """In the worker: hand the outcome over."""
        error = None if future.cancelled() else future.exception()
        result = None if future.cancelled() or error else future.result()
        try:
            self._arrived.emit(task, result, Cancelled() if future.cancelled() else error)
        except RuntimeError:  # the window is gone already
            return

    def _deliver(self, task: Task, result: object, error: BaseException | None) -> None:
        if task not in self._running:
            return  # told of its end by `stop`
        self._running.discard(task)
        task.running = False
        if error is None and not task.cancelled:
            task.finished.emit(result)
        elif error is not None and not isinstance(error, Cancelled) and (task.finish or not task.cancelled):
            task.failed.emit(error)
        task.ended.emit()
        task.deleteLater()

    @property
    def idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._running

    def stop(self, hurry: Callable[[], None] = lambda: None) -> None:
        """Finish what is being written, drop what only reads, and end the workers; `hurry` is called again and again
        while one of them still reads."""
        self._stopped = True
        self.release()
        for task in tuple(self._running):
            if not task.finish:
                task.cancel()
        for pool in (self._readers, self._at_length):
            pool.shutdown(wait=False, cancel_futures=True)
        while wait(self._reading, _HURRY_SECONDS).not_done:
            hurry()
        for pool in (self._readers, self._at_length, self._writer):
            pool.shutdown(wait=True)
        self._garbage.end()
        # what they bring is not delivered any more; who shows them must still know that they have ended
        for task in tuple(self._running):
            future = task.future
            if task.finish and not task.cancelled and future is not None and not future.cancelled():
                error = future.exception()
                self._deliver(task, None if error else future.result(), error)
            else:
                self._deliver(task, None, Cancelled())
