"""Moments of a project: what is read of it in one thread, through one connection where a second would be in the way."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from threading import local
from typing import TYPE_CHECKING, TypeVar

from ..domain.errors import Cancelled
from ..store.engine import Database
from ..store.reading import Reading

if TYPE_CHECKING:
    from .project import Project

_TRIES = 3  # where a project changes faster than it is counted, writers wait in the end

Found = TypeVar("Found")


class Moments:
    """The readings of one open project.

    Without a write-ahead log a writer waits until nobody reads, and whoever begins to read then waits for the writer:
    a thread that held one reading and began another would keep itself and the writer waiting until both give up. There
    the reading it holds serves again; nothing can have been written since.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._own = local()

    @contextmanager
    def read(self, held: bool = False) -> Iterator[Reading]:
        """One moment; with `held` everything that this thread reads meanwhile is of it."""
        shared: _Shared | None = getattr(self._own, "shared", None)
        if shared is None or not shared.users:
            if self._database.apart and not held:
                with self._database.reading() as connection:
                    yield Reading(self._database, connection)
                return
            shared = self._own.shared = _Shared(self._database)
        with self._database.plain_errors(), shared.used():
            yield shared.read


class _Shared:
    """A reading that ends with the last of its users."""

    def __init__(self, database: Database) -> None:
        self._stack = ExitStack()
        self.read = Reading(database, self._stack.enter_context(database.reading()))
        self.users = 0

    @contextmanager
    def used(self) -> Iterator[None]:
        self.users += 1
        try:
            yield
        finally:
            self.users -= 1
            if not self.users:
                self._stack.close()


def at_one_moment(project: "Project", work: Callable[[], Found]) -> Found:
    """What `work` finds, all of it as the project was at one moment.

    Where readers would keep writers waiting (`Database.apart`), it is done anew if what analyses read has changed
    meanwhile; so it must not mind being done twice.
    """
    for _ in range(0 if project.database.apart else _TRIES):
        before = _state(project)
        try:
            found = work()
        except Cancelled:
            raise
        except Exception:
            if _state(project) == before:
                raise
            continue  # what it asked for first may have gone before it came to it
        if _state(project) == before:
            return found
    with project.moment():
        return work()


def _state(project: "Project") -> object:
    with project.read() as read:
        return project.analyses.remembered.state(read)
