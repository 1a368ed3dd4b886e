"""What the things that reviewers speak about are called, and whether they are there and as they were."""

import json
from collections.abc import Iterable
from uuid import UUID

from ..domain.codebook import Codebook
from ..domain.codebook_diff import FIELD_NAMES
from ..domain.codings import Segment
from ..domain.errors import Phrase, cut_short
from ..domain.reviews import ReviewNote
from ..domain.theme_maps import MapNode, Relation
from ..store.reading import Reading
from .map_things import labels

_SHORT = 80  # characters of a quote that stand for it
KIND_OF_TARGET = {
    "theme": "code",
    "code": "code",
    "quote": "segment",
    "relation": "relation",
    "map": "map",
    "project": "project",
}
RECORDS = {"code": "code", "relation": "relation", "map": "theme_map", "segment": "segment"}  # kinds in the store


def name_of(read: Reading, kind: str, key: UUID) -> str | None:
    """What a reviewed thing is called now; None where it is gone.

    A code has its name, a quote the beginning of its words, a relation “Power contradicts Trust”.
    """
    return names_of(read, [(kind, key)]).get(key)


def names_of(read: Reading, things: Iterable[tuple[str, UUID]]) -> dict[UUID, str]:
    """What many reviewed things are called now, by id, without those that are gone: a few questions for all."""
    keys: dict[str, set[UUID]] = {}
    for kind, key in things:
        keys.setdefault(kind, set()).add(key)
    found: dict[UUID, str] = {}
    if "project" in keys:
        study = read.study()
        found |= dict.fromkeys(keys["project"], study.name)
    if "code" in keys:
        book: Codebook = read.codebook
        found |= {key: book.label(key) for key in keys["code"] if key in book.by_id}
    found |= {one.id: str(one.name) for one in read.records("theme_map", keys.get("map", ()))}
    relations: list[Relation] = read.records("relation", keys.get("relation", ()))
    ends: list[MapNode] = read.records("map_node", {end for one in relations for end in (one.source, one.target)})
    names = labels(read, ends)
    for one in relations:
        found[one.id] = f"{names.get(one.source, '')} {one.kind} {names.get(one.target, '')}"
    segments: list[Segment] = read.records("segment", keys.get("segment", ()))
    for document in read.records("document", {one.document for one in segments}):
        text = read.text(document)
        found |= {one.id: _quoted(text, one) for one in segments if one.document == document.id}
    return found


def _quoted(text: str, segment: Segment) -> str:
    words = " ".join(text[segment.start : min(segment.end, segment.start + 4 * _SHORT)].split())
    return cut_short(words, _SHORT)


def told(read: Reading, note: ReviewNote) -> Phrase | str:
    """What a suggestion asks for, in words; nothing for what is none."""
    book: Codebook = read.codebook
    if note.kind == "rename":
        return Phrase("rename to “{name}”", name=note.value)
    if note.kind == "merge":
        return Phrase("merge into “{name}”", name=_path(book, note.value))
    if note.kind == "move":
        return _place(book, note)
    if note.kind == "redefine":
        asked = [
            Phrase("{field}: “{text}”", field=FIELD_NAMES.get(field, field), text=text)
            for field, text in _fields(note.value).items()
        ]
        return asked[0] if len(asked) == 1 else "; ".join(asked)
    return ""


def _place(book: Codebook, note: ReviewNote) -> Phrase:
    if note.about_kind == "segment":
        return Phrase("put under “{name}”", name=_path(book, _fields(note.value).get("to", "")))
    if not note.value:
        return Phrase("move to the top")
    return Phrase("move below “{name}”", name=_path(book, note.value))


def _path(book: Codebook, key: str) -> str:
    try:
        return book.path(UUID(key))
    except (ValueError, KeyError):
        return "?"


def _fields(value: str) -> dict[str, str]:
    try:
        found = json.loads(value)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
