"""How often codes and documents were coded: counted once in the background, then corrected step by step."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from ...app.counting import CodeCounts, code_counts
from ...app.lists import touched
from ...domain.history import Step
from ...domain.queries import Parts, Scope
from ...store.pages import Touched, counts_by_document
from ...store.reading import Reading
from ..bridge import Bridge

_Answer = tuple[Scope, Touched, dict[UUID, CodeCounts], dict[UUID, CodeCounts], dict[UUID, int]]
_NONE = CodeCounts()


class Counts(QObject):
    """The counts of one open project, shared by everything that shows them."""

    changed = Signal(object)  # Touched: whose counts are new

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._codes: dict[UUID, CodeCounts] = {}
        self._scope = Scope()  # what the window's filter leaves
        self._inside: dict[UUID, CodeCounts] = {}
        self._documents: dict[UUID, int] = {}
        self._waiting: list[int] | None = None  # numbers of steps not looked at; None: count everything
        self._asking = False
        self.known = False  # whether the first count has arrived
        bridge.followed.connect(self._stepped)
        self._ask()

    def code(self, code: UUID) -> CodeCounts:
        """The counts of a code in the whole project."""
        return self._codes.get(code, _NONE)

    def inside(self, code: UUID) -> CodeCounts:
        """The counts of a code in what the window's filter leaves."""
        return (self._codes if self._scope.everything else self._inside).get(code, _NONE)

    @property
    def limited(self) -> bool:
        """Whether the window's filter leaves something out."""
        return not self._scope.everything

    def limit(self, documents: frozenset[UUID] | None, coders: frozenset[UUID] | None, parts: Parts = ()) -> None:
        """Obey the window's filter: count inside these documents and coders (None: all), of some only in parts."""
        scope = Scope(documents, coders, parts=parts)
        if scope != self._scope:
            self._scope, self._inside = scope, {}
            self._waiting = None
            if not self._asking:
                self._ask()

    def document(self, document: UUID) -> int:
        """How many codings a document has."""
        return self._documents.get(document, 0)

    def documents(self) -> dict[UUID, int] | None:
        """The codings of every document that has some; None before they were counted."""
        return dict(self._documents) if self.known else None

    def _stepped(self, step: Step) -> None:
        if not step.touches("coding", "segment", "code"):
            return
        if self._waiting is not None:
            self._waiting.append(step.number)
        if not self._asking:
            self._ask()

    def _ask(self) -> None:
        # one question at a time: an older answer must never overwrite a newer one
        numbers, self._waiting = self._waiting, []
        self._asking = True
        scope = self._scope
        self._bridge.ask(lambda read: _answer(read, numbers, scope), self._arrived, self._failed)

    def _arrived(self, answer: _Answer) -> None:
        scope, which, codes, inside, documents = answer
        if which.codes is None or which.documents is None:
            self._codes, self._documents = codes, documents
            self._inside = inside if scope == self._scope else {}
        else:
            for code in which.codes:
                self._codes.pop(code, None)
                self._inside.pop(code, None)
            self._codes.update(codes)
            if scope == self._scope:
                self._inside.update(inside)
            for document in which.documents:
                self._documents.pop(document, None)
            self._documents.update(documents)
        self.known = True
        self._asking = False
        if self._waiting is None or self._waiting:
            self._ask()
        self.changed.emit(which)

    def _failed(self, error: Exception) -> None:
        self._asking = False
        self._waiting = None
        self._bridge.failed.emit(error)


def _answer(read: Reading, numbers: Iterable[int] | None, scope: Scope) -> _Answer:
    which = Touched(None, None)
    if numbers is not None:
        found = [touched(read, number) for number in numbers]
        if all(one.codes is not None and one.documents is not None for one in found):
            which = Touched(
                frozenset().union(*(one.codes or () for one in found)),
                frozenset().union(*(one.documents or () for one in found)),
            )
    codes = code_counts(read, which.codes)
    if which.codes is not None:
        which = Touched(which.codes | codes.keys(), which.documents)
    inside = {} if scope.everything else code_counts(read, which.codes, scope)
    return scope, which, codes, inside, counts_by_document(read, Scope(which.documents))


def counts_of(bridge: Bridge) -> Counts:
    """The counts of a project, made on first use."""
    found = bridge.findChild(Counts)
    return found if isinstance(found, Counts) else Counts(bridge)
