"""Where the codings of a document stand: stripes, names, underlines, laid out group by group when seen."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from ...domain.codebook import Code
from ...domain.codings import PlacedCoding
from .geometry import Geometry, Run
from .lanes import allocate, allocate_ranked, groups, label_tops
from .showing import Dress

MOST_LANES = 12
MOST_LEVELS = 3
STRIPE_INSET = 3  # px between a stripe's ends and the edges of its lines


@dataclass(frozen=True, slots=True)
class Stripe:
    """One coding in the margin: from `top` to `bottom` in lane `lane` (None: in the density bar)."""

    coding: PlacedCoding
    lane: int | None
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Label:
    """A code's name beside its stripe; with `more`, a stand-in for that many which found no room."""

    coding: PlacedCoding
    top: float
    more: tuple[PlacedCoding, ...] = ()


@dataclass(frozen=True, slots=True)
class Underline:
    """The underline of one coding, level 0 nearest the text."""

    coding: PlacedCoding
    level: int
    runs: list[Run]


@dataclass(frozen=True, slots=True)
class Laid:
    """A group of codings laid out; `density` is (top, bottom, how many) per line beyond the lanes."""

    top: float
    bottom: float
    lanes: int
    stripes: list[Stripe]
    labels: list[Label]
    underlines: list[Underline]
    density: list[tuple[float, float, int]]


@dataclass(slots=True)
class _Group:
    first: int
    last: int  # the block after its last
    members: list[PlacedCoding]
    following: int = -1  # the first block of the group after it, whose names its own must not reach
    laid: Laid | None = None


def _place(coding: PlacedCoding) -> tuple[int, int, int]:
    return coding.start, -coding.end, coding.id.int


class Scene:
    """The codings of one document over its geometry."""

    def __init__(self, geometry: Geometry, label_pitch: float) -> None:
        self.geometry = geometry
        self.codes: Mapping[UUID, Code] = {}
        self.dress = Dress()
        self.lanes = MOST_LANES  # what finds no room in them goes into the density bar
        self.codings: dict[UUID, PlacedCoding] = {}
        self._pitch = label_pitch
        self._groups: list[_Group] = []
        self._firsts: list[int] = []

    def set_codings(
        self, codings: Sequence[PlacedCoding], codes: Mapping[UUID, Code], dress: Dress | None = None
    ) -> None:
        """Show these codings; those whose code is not in `codes` are left out."""
        self.codes = codes
        if dress is not None and dress != self.dress:
            self.dress = dress
            self._groups = []
        shown = [coding for coding in codings if coding.code in codes and coding.start < coding.end]
        shown.sort(key=_place)
        self.codings = {coding.id: coding for coding in shown}
        blocks_of = self.geometry.blocks_of
        spans = [blocks_of(coding.start, coding.end) for coding in shown]
        # a group that is the same as before keeps its layout: adding one coding lays out one group
        kept = {(group.first, group.last): group for group in self._groups if group.laid is not None}
        self._groups = []
        for indices in groups(spans):
            first, last = spans[indices[0]][0], max(spans[index][1] for index in indices)
            members = shown[indices[0] : indices[-1] + 1]
            self._groups.append(_Group(first, last, members))
        for number, group in enumerate(self._groups):
            if number + 1 < len(self._groups):
                group.following = self._groups[number + 1].first
            old = kept.get((group.first, group.last))
            if old is not None and old.following == group.following and old.members == group.members:
                group.laid = old.laid
        self._firsts = [group.first for group in self._groups]

    def limit_lanes(self, most: int) -> bool:
        """Use so many lanes; whether that was another number before."""
        changed, self.lanes = most != self.lanes, most
        if changed:
            self.forget()
        return changed

    def color_of(self, coding: PlacedCoding) -> str:
        """The colour a coding is drawn in."""
        return self.dress.color(coding, self.codes[coding.code])

    def name_of(self, coding: PlacedCoding) -> str:
        """What stands beside its stripe."""
        return self.dress.name(coding, self.codes[coding.code])

    def forget(self) -> None:
        """The layout of the text or the look of codes changed: lay out again when seen."""
        for group in self._groups:
            group.laid = None

    def visible(self, window: tuple[int, int]) -> list[Laid]:
        """The groups that touch the blocks `[first, last)`, laid out, from top to bottom."""
        first, last = window
        end = bisect_left(self._firsts, last)
        begin = end
        while begin > 0 and self._groups[begin - 1].last > first:
            begin -= 1
        # labels of the group before may hang over the blocks after it
        begin = max(0, begin - 1)
        return [self._laid(number) for number in range(begin, end)]

    def find(self, coding: UUID) -> tuple[Laid, Stripe] | None:
        """The stripe of a coding and its group."""
        placed = self.codings.get(coding)
        if placed is None:
            return None
        number = bisect_left(self._firsts, self.geometry.block_at(placed.start) + 1) - 1
        laid = self._laid(number)
        return next(((laid, stripe) for stripe in laid.stripes if stripe.coding.id == coding), None)

    def _laid(self, number: int) -> Laid:
        group = self._groups[number]
        if group.laid is None:
            group.laid = self._lay_out(group)
        return group.laid

    def _lay_out(self, group: _Group) -> Laid:
        geometry = self.geometry
        baselines: list[float] = []
        starts: list[int] = []
        for number in range(group.first, group.last):
            for line in geometry.lines(number):
                starts.append(line.start)
                baselines.append(line.baseline)
        extents = []
        for coding in group.members:
            first = bisect_left(starts, geometry.positions.to_qt(coding.start) + 1) - 1
            last = bisect_left(starts, geometry.positions.to_qt(coding.end, end=True))
            first = max(0, first)
            extents.append((first, max(last, first + 1)))
        if self.dress.ranks:
            lanes = allocate_ranked(extents, [self.dress.rank(coding) for coding in group.members], self.lanes)
        else:
            lanes = allocate(extents, self.lanes)
        boxes = [geometry.box(baseline) for baseline in baselines]
        stripes = [
            Stripe(coding, lane, boxes[first][0] + STRIPE_INSET, boxes[last - 1][1] - STRIPE_INSET)
            for coding, lane, (first, last) in zip(group.members, lanes, extents, strict=True)
        ]
        counts = [0] * len(boxes)
        for lane, (first, last) in zip(lanes, extents, strict=True):
            if lane is None:
                for line_number in range(first, last):
                    counts[line_number] += 1
        density = [(*box, count) for box, count in zip(boxes, counts, strict=True) if count]
        levels = allocate([(coding.start, coding.end) for coding in group.members], MOST_LEVELS)
        underlines = [
            Underline(coding, level, geometry.runs(coding.start, coding.end))
            for coding, level in zip(group.members, levels, strict=True)
            if level is not None
        ]
        top, bottom = boxes[0][0], boxes[-1][1]
        used = max((lane + 1 for lane in lanes if lane is not None), default=0)
        labels = self._labels(stripes, bottom, group.following)
        return Laid(top, bottom, used, stripes, labels, underlines, density)

    def _labels(self, stripes: list[Stripe], bottom: float, following: int) -> list[Label]:
        """Names at the tops of their stripes, pushed down but never into the next group."""
        limit = bottom + 5 * self._pitch
        if following >= 0:
            limit = min(limit, self.geometry.top(following) - self._pitch + STRIPE_INSET)
        # the last line of the group is always room for a label
        limit = max(limit, bottom - self._pitch)
        order = sorted(stripes, key=lambda stripe: (stripe.top, MOST_LANES if stripe.lane is None else stripe.lane))
        tops = label_tops([stripe.top for stripe in order], self._pitch, limit)
        labels = [Label(stripe.coding, top) for stripe, top in zip(order, tops, strict=True) if top is not None]
        hidden = tuple(stripe.coding for stripe, top in zip(order, tops, strict=True) if top is None)
        if hidden and labels:
            last = labels.pop()
            labels.append(Label(last.coding, last.top, (last.coding, *hidden)))
        return labels
