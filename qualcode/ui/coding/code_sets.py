"""The set of codes that is looked at: it filters the codebook, and its first nine codes answer the digit keys."""

from uuid import UUID

from PySide6.QtCore import QObject, Signal

from ...domain.code_sets import CodeSet
from ...domain.history import Step
from ...store.reading import Reading
from ..bridge import Bridge
from ..memory import recall, remember

_Answer = tuple[UUID, list[CodeSet], dict[UUID, tuple[UUID, ...]]]


class ActiveCodeSet(QObject):
    """The sets of one open project and which of them is chosen, remembered in the user's settings."""

    changed = Signal()  # another set is chosen, or sets or their codes are others

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._study: UUID | None = None
        self._chosen: UUID | None = None
        self._asking = self._again = False
        self._wanted: UUID | None = None  # a new set, to be chosen when it is read
        self.sets: list[CodeSet] = []
        self._members: dict[UUID, tuple[UUID, ...]] = {}
        bridge.followed.connect(self._stepped)
        self._load()

    @property
    def chosen(self) -> CodeSet | None:
        """The set that is looked at; None: all codes."""
        return next((one for one in self.sets if one.id == self._chosen), None)

    @property
    def codes(self) -> tuple[UUID, ...] | None:
        """The codes of the set that is looked at, in its order; None: all codes."""
        return self.members(self.chosen.id) if self.chosen is not None else None

    def members(self, code_set: UUID) -> tuple[UUID, ...]:
        """The codes of a set, in its order."""
        return self._members.get(code_set, ())

    def choose(self, code_set: UUID | None) -> None:
        """Look at a set, or at all codes; a set that is still being read is chosen when it is there."""
        if code_set is not None and code_set not in {one.id for one in self.sets}:
            self._wanted = code_set
            self._load()
            return
        self._wanted = None
        if code_set != self._chosen:
            self._chosen = code_set
            if self._study is not None:
                remember(f"active_code_set/{self._study}", str(code_set) if code_set else "")
            self.changed.emit()

    def _stepped(self, step: Step) -> None:
        if step.touches("code_set", "code_set_member"):
            self._load()

    def _load(self) -> None:
        if self._asking:
            self._again = True
            return
        self._asking = True
        self._bridge.ask(_question, self._arrived, self._failed)

    def _failed(self, error: Exception) -> None:
        self._asking = False
        self._bridge.failed.emit(error)

    def _arrived(self, answer: _Answer) -> None:
        self._asking = False
        first = self._study is None
        self._study, sets, members = answer
        same = (sets, members) == (self.sets, self._members)
        self.sets, self._members = sets, members
        if first:
            kept = recall(f"active_code_set/{self._study}")
            self._chosen = next((one.id for one in sets if str(one.id) == kept), None)
        if not same:
            self.changed.emit()
        if self._wanted in {one.id for one in sets}:
            self.choose(self._wanted)
        if self._again:
            self._again = False
            self._load()


def _question(read: Reading) -> _Answer:
    members: dict[UUID, list[UUID]] = {}
    for member in read.code_set_members():
        members.setdefault(member.code_set, []).append(member.code)
    return read.study().id, read.code_sets(), {key: tuple(codes) for key, codes in members.items()}


def active_code_set(bridge: Bridge) -> ActiveCodeSet:
    """The sets of a project and the chosen one, made on first use."""
    found = bridge.findChild(ActiveCodeSet)
    return found if isinstance(found, ActiveCodeSet) else ActiveCodeSet(bridge)
