"""What of a map stands on a review page: nothing that the analyst left out of the page, but how much that is."""

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from ..formats.review_map import Tie
from ..store.reading import Reading
from .balanced_quotes import Place
from .map_reading import MapPicture, MapThing
from .review_parts import Say

_BESIDE = ("case", "memo", "note")  # of a selection of themes they stay where they are tied to something in it


def quotable(
    read: Reading, picture: MapPicture, chosen: Collection[UUID], coded: Collection[Place] | None
) -> set[UUID]:
    """The segments of a map that a page of these themes may quote: those `chosen` as evidence, and those at the places
    `coded` (None: anywhere)."""
    found = read.records("segment", {thing.node.about for thing in picture.things if thing.kind == "segment"})
    return {one.id for one in found if coded is None or one.id in chosen or (one.document, one.start, one.end) in coded}


def chosen_of_map(
    picture: MapPicture, codes: Collection[UUID], segments: Collection[UUID], all_themes: bool
) -> MapPicture:
    """The picture without themes, codes and segments that are not among these, and without relations with an end that
    is left out; unless it shows `all_themes`, without cases, memos and notes that no relation ties to what stays, and
    without groups in which nothing stays."""
    said = {"segment": segments, "theme": codes, "code": codes}
    kept = {thing.id for thing in picture.things if thing.node.about in said.get(thing.kind, ())}
    beside = {thing.id for thing in picture.things if thing.kind in _BESIDE}
    if not all_themes:
        ends = [{one.relation.source, one.relation.target} for one in picture.relations]
        beside &= {end for pair in ends if pair & kept for end in pair}
    kept |= beside
    groups = {thing.id for thing in picture.things if thing.kind == "group"}
    filled = {thing.node.inside for thing in picture.things if thing.id in kept}
    kept |= groups if all_themes else groups & filled
    return replace(
        picture,
        things=tuple(
            thing if thing.node.inside in kept or thing.node.inside is None else _alone(thing)
            for thing in picture.things
            if thing.id in kept
        ),
        relations=tuple(one for one in picture.relations if {one.relation.source, one.relation.target} <= kept),
    )


def _alone(thing: MapThing) -> MapThing:
    return replace(thing, node=replace(thing.node, inside=None))


def map_facts(shown: MapPicture | None, whole: MapPicture | None, say: Say) -> str:
    """How many themes and relations of a map are shown, and how much of it is not."""
    if shown is None or whole is None:
        return ""
    themes = sum(thing.kind == "theme" for thing in shown.things)
    left_out = len(whole.things) - len(shown.things)
    untold = len(whole.relations) - len(shown.relations)
    counted = [
        say("1 theme") if themes == 1 else say("{number} themes", number=themes),
        say("1 relation") if len(shown.relations) == 1 else say("{number} relations", number=len(shown.relations)),
    ]
    if left_out:
        counted.append(say("1 thing left out") if left_out == 1 else say("{number} things left out", number=left_out))
    if untold:
        counted.append(say("1 relation left out") if untold == 1 else say("{number} relations left out", number=untold))
    return say(", ").join(counted)


def ties_of(picture: MapPicture | None, say: Say) -> tuple[Tie, ...]:
    """The relations of a map as they are drawn."""
    ties = []
    for one in picture.relations if picture else ():
        kind = say(one.relation.kind)
        quotes = say("1 quote") if one.quotes == 1 else say("{number} quotes", number=one.quotes)
        label = f"{kind} · {quotes}" if one.quotes else kind
        told = f"{one.source} {label} {one.target}"
        relation = one.relation
        ends = relation.source, relation.target
        ties.append(Tie(one.id, *ends, relation.kind, label, bool(relation.directed), told, kind))
    return tuple(ties)
