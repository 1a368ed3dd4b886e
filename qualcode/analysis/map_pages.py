"""A theme map laid out for a page: its boxes moved together, and small where they are many, so that what they say can
be read in print."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING
from uuid import UUID

from ..domain.theme_maps import GROUP_EDGE, GROUP_HEAD
from .map_drawings import Card, Drawing
from .map_geometry import around
from .map_pictures import (
    ON_PAGE,
    SMALL,
    SMALL_MARGIN,
    SMALL_MARK,
    SMALL_ROW,
    height_below,
    laid_out,
    words_of,
)
from .sheets import text_width, wrapped

if TYPE_CHECKING:
    import numpy as np

Page = tuple[float, float]
# pixels (96 to the inch) between the margins, without the headings above: A4, and A4 turned
UPRIGHT, TURNED = (604.0, 780.0), (970.0, 540.0)
_EDGE = 8.0  # pixels the page keeps free on both sides together
# between boxes, across and down, roomiest first: with all they say, and where only names have room
_FULL_GAPS = ((110.0, 64.0), (76.0, 48.0), (48.0, 36.0), (30.0, 22.0))
_SMALL_GAPS = ((56.0, 36.0), (36.0, 24.0), (22.0, 16.0), (12.0, 9.0), (9.0, 6.0))
_LOOSE, _FULLEST = 0.6, 0.99  # of the page that boxes and gaps may take: to be pushed apart, and in rows
_ROUNDS, _PUSHES, _LAST = 20, 12, 300  # boxes grow from a twentieth on, and are pushed apart each time
_TRIES = 3  # until bent lines and words stay on the page, too
_NAME, _LINE = 14.0, 12.0  # letters of a card
_LEAST, _MOST = 150.0, 230.0  # width of a card
_SMALL_WIDTHS, _SMALL_ROWS = (104.0, 116.0, 128.0, 142.0, 158.0), 3
_OVER = 1.02  # a map may stick out that much across: the letters have still 7.5 points
_NOTE_WIDTH, _NOTE_ROWS = 170.0, 8
_COUNTED = ("theme", "code", "case")
_WIDE = 1.5  # times as wide as high: such a map is tried on a page that is turned, first


def on_page(drawing: Drawing, say: Callable[[str], str] = str) -> tuple[Drawing, bool] | None:
    """The map laid out for a page (A4), and whether that is turned; None where even the names have no room on it.

    What stands left of or above something stays there as far as there is room; the letters are of 10 pixels (7.5
    points) at least.
    """
    if not drawing.cards:
        return replace(drawing, page=UPRIGHT[0]), False
    extent = around(card.box for card in drawing.cards)
    assert extent is not None
    pages = [(UPRIGHT, False), (TURNED, True)]
    if extent[2] - extent[0] > _WIDE * (extent[3] - extent[1]):
        pages.reverse()
    for small, gaps in ((False, _FULL_GAPS), (True, _SMALL_GAPS)):
        fitted = replace(drawing, cards=tuple(_fitted_cards(drawing, small)))
        for page, sideways in pages:
            for freely, gap in product((True, False), gaps):  # in rows only where there is no other way
                found = _fit(replace(fitted, page=page[0]), page, gap, freely, say)
                if found is not None:
                    return found, sideways
    return None


# ── how large boxes must be ───────────────────────────────────────────────────────────────────────────────────
def _fitted_cards(drawing: Drawing, small: bool) -> Iterator[Card]:
    """The cards as large as what they say; those that show how much there is by their size keep to that."""
    sized = any(card.grown != 1.0 for card in drawing.cards)
    solid = [card for card in drawing.cards if card.kind in _COUNTED]
    least = min((card.grown for card in solid), default=1.0)
    boxes = (_small_boxes if small else _full_boxes)([card for card in drawing.cards if card.kind != "group"])
    wide = max((boxes[card.key][0] for card in solid), default=0.0)
    high = max((boxes[card.key][1] for card in solid), default=0.0)
    for card in drawing.cards:
        if card.kind == "group":
            yield card
            continue
        width, height = boxes[card.key]
        if card.kind in _COUNTED and not small:
            width = wide
        if card.kind in _COUNTED and sized:  # the letters are the same in all: the least box has room for any of them
            width, height = wide * card.grown / least, high * card.grown / least
        yield replace(card, width=width, height=height, grown=1.0, small=small)


def _full_boxes(cards: Sequence[Card]) -> dict[UUID, Page]:
    return {card.key: _full_box(card) for card in cards}


def _full_box(card: Card) -> Page:
    if card.kind in ("note", "segment"):
        rows = len(wrapped(card.words, _NOTE_WIDTH - 28, 13)) + (card.kind == "segment")
        return _NOTE_WIDTH, 18 * min(max(rows, 1), _NOTE_ROWS) + (34 if card.line else 16)
    if card.kind == "memo":
        return 200.0, 96.0
    indent = 24 if card.mark else 0
    line = text_width(card.line, _LINE) + 30
    width = min(max(_LEAST, line, text_width(card.name, _NAME, "bold") + 30 + indent), max(_MOST, line))
    # lines are broken as those of usual weight; bold ones are a little wider
    rows = min(len(wrapped(card.name, (width - 28 - indent) * 0.93, _NAME)), 3)
    return width, 18.0 * max(rows, 1) + 22 * (1 + bool(card.stage)) + 14


def _small_boxes(cards: Sequence[Card]) -> dict[UUID, Page]:
    """Boxes of one width: the one with which these names take the least room."""
    across, down = _SMALL_GAPS[-2]
    best: tuple[float, dict[UUID, Page]] | None = None
    for width in _SMALL_WIDTHS:
        boxes = {card.key: (width, _small_height(card, width)) for card in cards}
        room = sum((wide + across) * (high + down) for wide, high in boxes.values())
        if best is None or room < best[0]:
            best = room, boxes
    assert best is not None
    return best[1]


def _small_height(card: Card, width: float) -> float:
    room = width - 2 * SMALL_MARGIN - (SMALL_MARK if card.mark else 0)
    rows = len(wrapped(words_of(card), room * 0.93, SMALL))
    most = 5 if card.kind in ("note", "segment") else _SMALL_ROWS
    return SMALL_ROW * min(max(rows, 1), most) + SMALL_MARGIN + 5


# ── where they stand ──────────────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True, slots=True)
class _Unit:
    """What is moved as one: a card, or a group with all that is in it, which stand from its middle."""

    x: float
    y: float
    width: float
    height: float
    cards: tuple[Card, ...]


def _fit(drawing: Drawing, page: Page, gap: Page, freely: bool, say: Callable[[str], str]) -> Drawing | None:
    """The map with its boxes moved so that it fills no more than the page."""
    room = (page[0] - _EDGE) / ON_PAGE, (page[1] - height_below(drawing, say, page[0])) / ON_PAGE
    units = _units(drawing.cards, gap, room)
    fill = sum((unit.width + gap[0]) * (unit.height + gap[1]) for unit in units) / (room[0] * room[1])
    if fill > (_LOOSE if freely else _FULLEST):
        return None
    bounds = room
    for _ in range(_TRIES):
        places = (_apart if freely else _in_rows)(units, bounds, gap)
        if places is None:
            return None
        moved = replace(drawing, cards=tuple(_placed(drawing.cards, units, places)))
        extent = laid_out(moved, say).extent
        over = extent[2] - extent[0] - room[0] * _OVER, extent[3] - extent[1] - room[1]
        if max(over) <= 0.5:
            return moved
        bounds = bounds[0] - max(over[0], 0.0), bounds[1] - max(over[1], 0.0)
    return None


def _units(cards: Sequence[Card], gap: Page, room: Page) -> list[_Unit]:
    groups = {card.key for card in cards if card.kind == "group"}
    units = []
    for card in cards:
        if card.kind == "group":
            units.append(_group(card, [one for one in cards if one.inside == card.key], gap, room))
        elif card.inside not in groups:
            units.append(_Unit(card.x, card.y, card.width, card.height, (replace(card, x=0.0, y=0.0),)))
    return units


def _group(group: Card, members: Sequence[Card], gap: Page, room: Page) -> _Unit:
    """A group round its members, which are moved together; an empty one stays as large as it is."""
    if not members:
        width, height = min(group.width, room[0]), min(group.height, room[1])
        own = replace(group, x=0.0, y=0.0, width=width, height=height, grown=1.0)
        return _Unit(group.x, group.y, width, height, (own,))
    alone = [_Unit(card.x, card.y, card.width, card.height, ()) for card in members]
    near = min(gap[0], 40.0), min(gap[1], 28.0)
    places = _apart(alone, room, near) or [(card.x, card.y) for card in members]
    put = [replace(card, x=x, y=y) for card, (x, y) in zip(members, places, strict=True)]
    box = around(card.box for card in put)
    assert box is not None
    head = text_width(group.name, 12, "bold") + 24
    width = max(box[2] - box[0] + 2 * GROUP_EDGE, head)
    height = box[3] - box[1] + 2 * GROUP_EDGE + GROUP_HEAD
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3] - GROUP_HEAD) / 2
    own = replace(group, x=0.0, y=0.0, width=width, height=height, grown=1.0)
    inner = (replace(card, x=card.x - x, y=card.y - y) for card in put)
    return _Unit(group.x, group.y, width, height, (own, *inner))


def _placed(cards: Sequence[Card], units: Sequence[_Unit], places: Sequence[Page]) -> Iterator[Card]:
    """The cards in their order, where their units have come to."""
    moved: dict[UUID, Card] = {}
    for unit, (x, y) in zip(units, places, strict=True):
        moved.update((card.key, replace(card, x=card.x + x, y=card.y + y)) for card in unit.cards)
    return (moved[card.key] for card in cards)


def _in_rows(units: Sequence[_Unit], bounds: Page, gap: Page) -> list[Page] | None:
    """Places in rows from above to below, in each from left to right, where there is no room to stand freely."""
    rows: list[list[int]] = []
    wide = 0.0
    for number in sorted(range(len(units)), key=lambda number: (units[number].y, units[number].x, number)):
        width = units[number].width
        if not rows or wide + gap[0] + width > bounds[0]:
            rows.append([])
            wide = -gap[0]
        rows[-1].append(number)
        wide += gap[0] + width
    heights = [max(units[number].height for number in row) for row in rows]
    spare = bounds[1] - sum(heights)
    if spare < gap[1] * (len(rows) - 1) or max(unit.width for unit in units) > bounds[0]:
        return None
    between = spare / max(len(rows) - 1, 1)
    places: dict[int, Page] = {}
    y = -bounds[1] / 2
    for row, height in zip(rows, heights, strict=True):
        spread = (bounds[0] - sum(units[number].width for number in row)) / (len(row) + 1)
        x = -bounds[0] / 2
        for number in sorted(row, key=lambda number: (units[number].x, number)):
            x += spread
            places[number] = (round(x + units[number].width / 2, 2), round(y + height / 2, 2))
            x += units[number].width
        y += height + between
    return [places[number] for number in range(len(units))]


def _apart(units: Sequence[_Unit], bounds: Page, gap: Page) -> list[Page] | None:
    """Places within the bounds where boxes keep the gap and, as far as there is room, stand to one another as they
    did; None where there is no room."""
    import numpy as np

    half = np.array([((unit.width + gap[0]) / 2, (unit.height + gap[1]) / 2) for unit in units])
    inner = np.array(bounds) / 2 + np.array(gap) / 2 - half  # how far from the middle a centre may be
    if (inner < -0.01).any():
        return None
    at = np.array([(unit.x, unit.y) for unit in units], dtype=np.float64)
    at -= (at.min(axis=0) + at.max(axis=0)) / 2
    reach = np.abs(at).max(axis=0)
    at *= np.minimum(1.0, np.min(inner, axis=0).clip(min=0.0) / np.maximum(reach, 1e-9))
    for grown in range(1, _ROUNDS + 1):
        share = grown / _ROUNDS
        pushes = _PUSHES if grown < _ROUNDS else _LAST
        for _ in range(pushes):
            if not _push(at, half * share, inner):
                break
        else:
            if grown == _ROUNDS:
                return None
    return [(float(x), float(y)) for x, y in at.round(2)]


def _push(at: "np.ndarray", half: "np.ndarray", inner: "np.ndarray") -> bool:
    """Move boxes that share a place apart, along the shorter way, each by half of it; whether there were any."""
    import numpy as np

    away = at[:, None, :] - at[None, :, :]
    lacking = half[:, None, :] + half[None, :, :] - np.abs(away)
    shared = (lacking > 0.01).all(axis=2)
    np.fill_diagonal(shared, val=False)
    if not shared.any():
        return False
    order = np.sign(np.arange(len(at))[:, None] - np.arange(len(at))[None, :])
    # what lies exactly on one another is told apart by its order
    side = np.where(away == 0, order[:, :, None], np.sign(away))
    # a little more than needed, or boxes would be pushed for ever smaller bits
    by = np.where(shared[:, :, None], side * (lacking + 0.02) / 2, 0.0)
    down = lacking[:, :, 1] <= lacking[:, :, 0]
    by[:, :, 0][down] = 0.0
    by[:, :, 1][~down] = 0.0
    at += by.sum(axis=1)
    np.clip(at, -inner, inner, out=at)
    return True
