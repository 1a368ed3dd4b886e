"""What a map shows, as it is painted and touched: things with their boxes, ties with their curves."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from ...analysis.map_geometry import Box, Curve, Point, around, curve_between, grown, label_place, touch
from ...domain.theme_maps import NODE_HEIGHT, NODE_WIDTH, NOTE_HEIGHT, NOTE_WIDTH, growth

_OWN = {"note": (NOTE_WIDTH, NOTE_HEIGHT), "group": (320.0, 200.0)}
PLAIN, ADDED, REMOVED, CHANGED = "", "added", "removed", "changed"  # what a comparison says of a thing
_ROOM = 140.0  # points around a line in which its words end
_CROWD = 150  # relations
_CELL = 320  # points; things are looked for by the cells of a grid


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box[0] // _CELL), int(box[2] // _CELL) + 1):
        for row in range(int(box[1] // _CELL), int(box[3] // _CELL) + 1):
            yield column, row


@dataclass(frozen=True, slots=True)
class Thing:
    """Something on a map. `kind` is `theme` or one of `NODE_KINDS`; `stage` 0–4 with its name, 0 for none."""

    id: UUID
    kind: str
    about: UUID
    name: str
    x: float
    y: float
    words: str = ""  # what a quote, memo or note says
    source: str = ""  # where a quote is from
    color: str = ""
    stage: int = 0
    stage_key: str = ""
    caution: str = ""
    segments: int = 0
    cases: int = 0
    all_cases: int = 0
    counted: bool = True  # whether what stands behind it has been counted yet
    inside: UUID | None = None
    width: float | None = None
    height: float | None = None
    mark: str = PLAIN

    @property
    def is_code(self) -> bool:
        """Whether it stands for a theme or a code."""
        return self.kind in ("theme", "code")


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation between two things, `quotes` pieces of evidence behind it."""

    id: UUID
    source: UUID
    target: UUID
    kind: str
    directed: bool = True
    comment: str = ""
    quotes: int = 0
    strength: float | None = None
    basis: str = ""
    mark: str = PLAIN


@dataclass(slots=True)
class Label:
    """Where the words of a tie stand, and how much room they take."""

    x: float
    y: float
    width: float
    height: float

    @property
    def box(self) -> Box:
        """Its box."""
        return (
            self.x - self.width / 2,
            self.y - self.height / 2,
            self.x + self.width / 2,
            self.y + self.height / 2,
        )


@dataclass(slots=True)
class Scene:
    """The things and ties of one map. Boxes, curves and labels are worked out when they are asked for, and kept."""

    things: dict[UUID, Thing] = field(default_factory=dict)
    ties: dict[UUID, Tie] = field(default_factory=dict)
    sized: str = "same"
    _of: dict[UUID, set[UUID]] = field(default_factory=dict)  # the ties of a thing
    _fans: dict[frozenset[UUID], list[UUID]] = field(default_factory=dict)  # ties between the same two
    _boxes: dict[UUID, Box] = field(default_factory=dict)
    _curves: dict[UUID, Curve] = field(default_factory=dict)
    _bounds: dict[UUID, Box] = field(default_factory=dict)
    _labels: dict[UUID, Label] = field(default_factory=dict)
    _most: tuple[int, int] = (1, 1)
    _strongest: float = 0.0
    _bounded: list[tuple[Tie, Box]] | None = None  # ids are slow to look up by: this is gone through instead
    _cells: dict[tuple[int, int], list[UUID]] | None = None

    # ── what is shown ──
    def show(self, things: Iterable[Thing], ties: Iterable[Tie]) -> tuple[set[UUID], bool]:
        """Show other things and ties; the ids of what came, went or changed, and whether that may be all."""
        new_things = {thing.id: thing for thing in things}
        new_ties = {tie.id: tie for tie in ties if tie.source in new_things and tie.target in new_things}
        changed = set(self.things.keys() ^ new_things.keys()) | {
            key for key, thing in new_things.items() if self.things.get(key) != thing
        }
        changed |= set(self.ties.keys() ^ new_ties.keys()) | {
            key for key, tie in new_ties.items() if self.ties.get(key) != tie
        }
        self.things, self.ties = new_things, new_ties
        most = self._most
        self._most = (
            max((thing.segments for thing in new_things.values() if thing.is_code), default=1) or 1,
            max((thing.cases for thing in new_things.values() if thing.is_code), default=1) or 1,
        )
        strongest, self._strongest = self._strongest, max((tie.strength or 0.0 for tie in new_ties.values()), default=0)
        self._index()
        everything = (most != self._most and self.sized != "same") or strongest != self._strongest
        if everything or len(changed) > 40:
            self._forget_all()
            return changed, True
        for key in changed:
            self._forget(key)
        return changed, False

    def _index(self) -> None:
        self._of = {key: set() for key in self.things}
        fans: dict[frozenset[UUID], list[UUID]] = {}
        for tie in self.ties.values():
            self._of[tie.source].add(tie.id)
            self._of[tie.target].add(tie.id)
            fans.setdefault(frozenset((tie.source, tie.target)), []).append(tie.id)
        if fans != self._fans:
            for pair, fan in fans.items():
                fan.sort()
                if self._fans.get(pair) != fan:
                    for key in fan:
                        self._forget(key)
            self._fans = fans

    def size_by(self, sized: str) -> None:
        """Let the boxes of themes and codes be as large as what stands behind them, or all alike."""
        self.sized = sized
        self._forget_all()

    def _forget_all(self) -> None:
        for kept in (self._boxes, self._curves, self._bounds, self._labels):
            kept.clear()
        self._cells = self._bounded = None

    def _forget(self, key: UUID) -> None:
        self._cells = self._bounded = None
        self._boxes.pop(key, None)
        for tie in (key, *self._of.get(key, ())):
            self._curves.pop(tie, None)
            self._bounds.pop(tie, None)
            self._labels.pop(tie, None)

    def move(self, keys: Iterable[UUID], dx: float, dy: float) -> None:
        """Put things elsewhere, as a hand that drags them does."""
        for key in keys:
            thing = self.things[key]
            self.things[key] = replace(thing, x=thing.x + dx, y=thing.y + dy)
            self._forget(key)

    def put(self, places: Mapping[UUID, Point]) -> None:
        """Put things at these places."""
        for key, (x, y) in places.items():
            if key in self.things:
                self.things[key] = replace(self.things[key], x=x, y=y)
                self._forget(key)

    def resize(self, key: UUID, width: float, height: float, x: float, y: float) -> None:
        """Give a note or a group another size."""
        self.things[key] = replace(self.things[key], width=width, height=height, x=x, y=y)
        self._forget(key)

    @property
    def crowded(self) -> bool:
        """Whether there are so many relations that only those of what is chosen are named on the canvas."""
        return len(self.ties) > max(_CROWD, 3 * len(self.things))

    # ── where it stands ──
    def scale(self, thing: Thing) -> float:
        """How much larger than others a thing is painted, by what stands behind it."""
        if self.sized == "same" or not thing.is_code:
            return 1.0
        count, most = (thing.segments, self._most[0]) if self.sized == "segments" else (thing.cases, self._most[1])
        return growth(count, most)

    def box(self, key: UUID) -> Box:
        """The box of a thing."""
        box = self._boxes.get(key)
        if box is None:
            thing = self.things[key]
            width, height = _OWN.get(thing.kind, (NODE_WIDTH, NODE_HEIGHT))
            factor = self.scale(thing)
            width, height = (thing.width or width) * factor / 2, (thing.height or height) * factor / 2
            box = self._boxes[key] = (thing.x - width, thing.y - height, thing.x + width, thing.y + height)
        return box

    def _fan(self, tie: Tie) -> tuple[int, int]:
        fan = self._fans[frozenset((tie.source, tie.target))]
        return fan.index(tie.id), len(fan)

    def curve(self, key: UUID) -> Curve:
        """The line of a tie."""
        curve = self._curves.get(key)
        if curve is None:
            tie = self.ties[key]
            place, of = self._fan(tie)
            turned = tie.source > tie.target
            curve = curve_between(self.box(tie.source), self.box(tie.target), place, of, turned)
            self._curves[key] = curve
        return curve

    def bounds(self, key: UUID) -> Box:
        """A box around a tie with its ends and its words."""
        found = self._bounds.get(key)
        if found is None:
            found = self._bounds[key] = grown(self.curve(key).bounds(), 16)
        label = self._labels.get(key)
        return found if label is None else around((found, grown(label.box, 3))) or found

    def bounded_ties(self) -> list[tuple[Tie, Box]]:
        """Every tie with a box around its line; with room for its words, wherever they stand."""
        if self._bounded is None:
            self._bounded = [(tie, grown(self.curve(key).bounds(), _ROOM)) for key, tie in self.ties.items()]
        return self._bounded

    def label(self, key: UUID, width: float, height: float) -> Label:
        """Where words of this size stand on the line of a tie."""
        label = self._labels.get(key)
        if label is None or label.width != width:
            curve = self.curve(key)
            near = curve.bounds()
            around_it = grown(near, height)
            others = [box for box in map(self.box, self._near(around_it)) if touch(around_it, box)]
            if not self.crowded:
                others += [other.box for one, other in self._labels.items() if one != key]
            x, y = label_place(curve, width, height, others)
            label = self._labels[key] = Label(x, y, width, height)
        return label

    def _near(self, box: Box) -> set[UUID]:
        """The things, groups left out, in the cells a box lies in."""
        if self._cells is None:
            self._cells = {}
            for key, thing in self.things.items():
                if thing.kind != "group":
                    for cell in _cells(self.box(key)):
                        self._cells.setdefault(cell, []).append(key)
        cells = self._cells
        return {key for cell in _cells(box) for key in cells.get(cell, ())}

    def placed_label(self, key: UUID) -> Label | None:
        """The words of a tie, if they have been given a place."""
        return self._labels.get(key)

    def width(self, tie: Tie) -> float:
        """How thick the line of a tie is: by its strength, where it has one."""
        if tie.strength is None or self._strongest <= 0:
            return 1.8
        return 1.4 + 4.6 * max(0.0, tie.strength) / self._strongest

    def extent(self) -> Box | None:
        """One box around everything."""
        return around([*(self.box(key) for key in self.things), *(self.curve(key).bounds() for key in self.ties)])

    # ── what belongs together ──
    def ties_of(self, keys: Iterable[UUID]) -> set[UUID]:
        """The ties that begin or end at these things."""
        return {tie for key in keys for tie in self._of.get(key, ())}

    def with_contents(self, keys: Iterable[UUID]) -> set[UUID]:
        """These things, and what stands in the groups among them."""
        found = set(keys)
        return found | {key for key, thing in self.things.items() if thing.inside in found}

    def group_at(self, x: float, y: float, without: Iterable[UUID] = ()) -> UUID | None:
        """The smallest group a place lies in."""
        leave = set(without)
        found = [
            (box[2] - box[0], key)
            for key, thing in self.things.items()
            if thing.kind == "group" and key not in leave
            for box in [self.box(key)]
            if box[0] <= x <= box[2] and box[1] <= y <= box[3]
        ]
        return min(found)[1] if found else None

    # ── what is at a place ──
    def thing_at(self, x: float, y: float, reach: float = 0.0) -> UUID | None:
        """The thing at a place, the last painted first; of a group only its frame and its name."""
        frames = None
        for key in reversed(self.things):
            left, top, right, bottom = self.box(key)
            if not (left - reach <= x <= right + reach and top - reach <= y <= bottom + reach):
                continue
            if self.things[key].kind != "group":
                return key
            if frames is None and (y <= top + 28 or min(x - left, right - x, bottom - y) <= 8 + reach):
                frames = key
        return frames

    def tie_at(self, x: float, y: float, reach: float) -> UUID | None:
        """The tie at a place: its words, or the nearest line within reach."""
        best: tuple[float, UUID] | None = None
        for key in self.ties:
            left, top, right, bottom = self.bounds(key)
            if not (left - reach <= x <= right + reach and top - reach <= y <= bottom + reach):
                continue
            label = self._labels.get(key)
            if label is not None and abs(x - label.x) <= label.width / 2 and abs(y - label.y) <= label.height / 2:
                return key
            away = self.curve(key).away(x, y)
            if away <= reach and (best is None or away < best[0]):
                best = away, key
        return best[1] if best else None

    def within(self, box: Box) -> set[UUID]:
        """The things whose boxes lie in a rubber band; a group only when all of it does."""
        found = set()
        for key, thing in self.things.items():
            mine = self.box(key)
            if thing.kind == "group":
                if box[0] <= mine[0] and box[1] <= mine[1] and mine[2] <= box[2] and mine[3] <= box[3]:
                    found.add(key)
            elif touch(mine, box):
                found.add(key)
        return found
