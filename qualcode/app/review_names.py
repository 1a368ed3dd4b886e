"""What the things that reviewers speak about are called, and whether they are there and as they were."""

import json
from uuid import UUID

from ..domain.codebook import Codebook
from ..domain.codebook_diff import FIELD_NAMES
from ..domain.errors import Phrase
from ..domain.reviews import ReviewNote
from ..domain.theme_maps import MapNode
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
_RECORDS = {"relation": "relation", "map": "theme_map", "segment": "segment"}


def name_of(read: Reading, kind: str, key: UUID) -> str | None:
    """What a reviewed thing is called now; None where it is gone.

    A code has its name, a quote the beginning of its words, a relation “Power contradicts Trust”.
    """
    if kind == "project":
        return read.study().name
    if kind == "code":
        book: Codebook = read.codebook
        return book.label(key) if key in book.by_id else None
    found = read.by_id(_RECORDS[kind], key)
    if found is None:
        return None
    if kind == "map":
        return str(found.name)
    if kind == "relation":
        ends: list[MapNode] = read.records("map_node", [found.source, found.target])
        names = labels(read, ends)
        return f"{names.get(found.source, '')} {found.kind} {names.get(found.target, '')}"
    document = read.record("document", found.document)
    words = " ".join(read.text(document)[found.start : min(found.end, found.start + 4 * _SHORT)].split())
    return words if len(words) <= _SHORT else words[: _SHORT - 1].rstrip() + "…"


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
