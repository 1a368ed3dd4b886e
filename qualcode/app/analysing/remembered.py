"""Results that stay as long as nothing they depend on has changed: asked again, they are not worked out again."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.drawn import Drawn
    from ...store.reading import Reading

# what is written beside the data: no analysis reads it
UNREAD = frozenset(
    {
        "basket_item",
        "bookmark",
        "memo",
        "memo_link",
        "named_version",
        "report_answer",
        "review",
        "review_note",
        "sign_off",
    }
)
_ROOM = 48_000_000  # bytes
_OBJECT = 80  # bytes that a cell with a text or an id takes
_FIGURE, _MARK = 400_000, 4_000  # bytes that a chart takes, and something drawn in it

Result = TypeVar("Result")
State = tuple[int, str]  # number and digest of a step: where a backup was taken back, others have the same numbers


class Remembered:
    """The results of one open project; the one longest not asked for goes when there is no more room."""

    def __init__(self, room: int = _ROOM) -> None:
        self._room = room
        self._lock = Lock()
        self._kept: OrderedDict[Hashable, tuple[Hashable, Any, int]] = OrderedDict()  # state, result, bytes
        # the last step looked at, the last one that changed what analyses read
        self._seen: tuple[State, State] | None = None
        self.worked_out = 0  # how often a result was

    def state(self, read: "Reading") -> State:
        """The last step known to have changed anything that analyses read."""
        last = read.last_step()
        with self._lock:
            seen, state = self._seen or (last, last)
            if last != seen:
                # one who still looks at an earlier moment is told of that one
                base = seen if last[0] > seen[0] else state
                if last[0] >= base[0] and read.knows(base):
                    changed = (one for one in read.steps(since=base[0]) if not one.kinds <= UNREAD)
                    state = max(((one.number, one.digest) for one in changed), default=state)
                else:
                    state = last
            if last[0] >= seen[0]:
                self._seen = last, state
            return state

    def result(
        self, key: Hashable, state: Hashable, work_out: Callable[[], Result], size: Callable[[Result], int]
    ) -> Result:
        """What was worked out for this key at this state, else now; `size` says how many bytes to reckon with."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None and found[0] == state:
                self._kept.move_to_end(key)
                kept: Result = found[1]
                return kept
        result = work_out()
        taken = size(result)
        with self._lock:
            self.worked_out += 1
            self._kept.pop(key, None)
            if taken > self._room:  # all others would have to go, and it could not stay either
                return result
            self._kept[key] = state, result, taken
            while self._kept and sum(taken for *_, taken in self._kept.values()) > self._room:
                self._kept.popitem(last=False)
        return result


def bytes_of(table: "pd.DataFrame") -> int:
    """What a table takes, roughly."""
    objects = sum(str(kind) == "object" for kind in table.dtypes)  # of which only the places are counted
    return int(table.memory_usage(index=False).sum()) + objects * len(table) * _OBJECT


def bytes_of_drawn(drawn: "Drawn") -> int:
    """What a chart takes, roughly."""
    return _FIGURE + _MARK * len(drawn.marks)
