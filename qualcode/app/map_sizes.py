"""What the size of the boxes of a theme map shows: how much each is grown, where it stands then, and the legend."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from ..domain.errors import Phrase
from ..domain.theme_maps import growth
from .map_reading import MapPicture

_SIZE_WORDS = {
    "segments": (Phrase("segments"), Phrase("segment")),
    "cases": (Phrase("cases"), Phrase("case")),
}


def grown_boxes(picture: MapPicture, size: str) -> dict[UUID, float]:
    """How many times as large as usual the boxes of themes and codes are; `size` is one of `domain.theme_maps.SIZES`,
    the picture has its counts."""
    counts = _counts_of(picture, size)
    most = max(counts.values(), default=0)
    return {key: growth(count, most) for key, count in counts.items()}


def size_legend(picture: MapPicture, size: str, say: Callable[[str], str]) -> tuple[tuple[float, str], ...]:
    """The smallest, a middle and the largest box with what they stand for."""
    counts = _counts_of(picture, size)
    if not any(counts.values()):
        return ()
    least, most = min(counts.values()), max(counts.values())
    many, one = _SIZE_WORDS[size]
    shown = sorted({least, round((least + most) / 2), most})
    return tuple((growth(count, most), say(number_of(count, many, one))) for count in shown)


def with_sizes(picture: MapPicture) -> MapPicture:
    """The map with its boxes as large as is kept with it, and so much farther apart that none covers another."""
    from ..analysis.map_geometry import room_for

    grown = grown_boxes(picture, picture.map.sized)
    if not grown:
        return picture

    def box(x: float, y: float, width: float, height: float, by: float) -> tuple[float, float, float, float]:
        return x - width * by / 2, y - height * by / 2, x + width * by / 2, y + height * by / 2

    solid = [thing for thing in picture.things if thing.kind != "group"]
    places = {thing.id: (thing.node.x, thing.node.y, *thing.node.size) for thing in solid}
    apart = room_for((box(*places[one.id], 1.0), box(*places[one.id], grown.get(one.id, 1.0))) for one in solid)
    things = []
    for thing in picture.things:
        by = apart if thing.kind == "group" else grown.get(thing.id, 1.0)
        width, height = thing.node.size
        node = replace(thing.node, x=thing.node.x * apart, y=thing.node.y * apart, width=width * by, height=height * by)
        things.append(replace(thing, node=node))
    return replace(picture, things=tuple(things))


def number_of(number: int, many: Phrase, one: Phrase) -> Phrase:
    """A number with what it counts."""
    return Phrase("{number} {things}", number=number, things=one if number == 1 else many)


def _counts_of(picture: MapPicture, size: str) -> dict[UUID, int]:
    """The segments or cases of themes and codes, where boxes are sized by them."""
    if size == "same":
        return {}
    return {
        thing.id: thing.facts.segments if size == "segments" else thing.facts.cases
        for thing in picture.things
        if thing.kind in ("theme", "code") and thing.facts is not None
    }
