"""From the map as the project knows it to what the canvas paints."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from ...app.map_reading import MapPicture, MapRelation, MapThing
from ...domain.themes import STAGES
from ..themes.wording import missing_names, translate
from .scene import PLAIN, Thing, Tie


def thing_of(found: MapThing, mark: str = PLAIN) -> Thing:
    """A thing as it is painted."""
    node, facts = found.node, found.facts
    caution = ""
    if facts is not None and facts.missing:
        names = missing_names()
        lacks = ", ".join(names.get(what, what) for what in facts.missing)
        caution = translate("Themes", "Unfinished: {what}").replace("{what}", lacks)
    stage = 0
    if found.stage in STAGES and found.stage != "dropped":
        stage = STAGES.index(found.stage) + 1
    return Thing(
        id=node.id,
        kind=found.kind,
        about=node.about,
        name=found.label,
        x=node.x,
        y=node.y,
        words=found.words,
        source=found.where,
        color=found.color,
        stage=stage,
        stage_key=found.stage,
        caution=caution,
        segments=facts.segments if facts is not None else 0,
        cases=facts.cases if facts is not None else 0,
        all_cases=facts.of_cases if facts is not None else 0,
        counted=facts is not None,
        inside=node.inside,
        width=node.width,
        height=node.height,
        mark=mark,
    )


def tie_of(found: MapRelation, mark: str = PLAIN) -> Tie:
    """A relation as it is painted."""
    relation = found.relation
    return Tie(
        id=relation.id,
        source=relation.source,
        target=relation.target,
        kind=relation.kind,
        directed=bool(relation.directed),
        comment=relation.comment,
        quotes=found.quotes,
        strength=relation.strength,
        basis=relation.basis,
        mark=mark,
    )


def scene_of(picture: MapPicture, marks: Mapping[UUID, str] | None = None) -> tuple[Iterable[Thing], Iterable[Tie]]:
    """Things and ties of a picture; `marks` says what a comparison found of some."""
    marked = marks or {}
    return (
        [thing_of(thing, marked.get(thing.id, PLAIN)) for thing in picture.things],
        [tie_of(one, marked.get(one.id, PLAIN)) for one in picture.relations],
    )
