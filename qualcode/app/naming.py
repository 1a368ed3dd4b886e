"""Naming things: by record, by id (UUID or text), or by name; an ambiguous name lists what it could mean."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from ..domain.bookmarks import Bookmark
from ..domain.cases import Case, Variable
from ..domain.code_sets import CodeSet
from ..domain.codebook import PATH_SEPARATOR, Code, plain_name
from ..domain.coders import Coder
from ..domain.codings import Coding, PlacedCoding, Segment
from ..domain.document_sets import DocumentSet
from ..domain.documents import Document
from ..domain.errors import Ambiguous, BadInput, NotFound, Phrase, listed
from ..domain.folding import spelt
from ..domain.links import Link
from ..domain.memos import Memo
from ..domain.named_versions import NamedVersion
from ..domain.questions import BasketItem, SavedQuery
from ..domain.redactions import Redaction
from ..domain.reviews import ReviewNote
from ..domain.summaries import CaseSummary, SummarySegment
from ..domain.theme_maps import MapNode, Relation, ThemeMap
from ..domain.themes import Evidence

if TYPE_CHECKING:
    from ..store.reading import Reading

Found = TypeVar("Found")
Named = TypeVar("Named", Document, Coder, Case, Variable, CodeSet, DocumentSet, NamedVersion, ThemeMap, SavedQuery)


def resolve(read: "Reading", record: type, thing: Any) -> Any:
    """The present record of `thing`, of the given record type.

    Raises `NotFound` or `Ambiguous`.
    """
    kind, by_name = RESOLVERS[record]
    key = _id_of(thing, record)
    if key is not None:
        return read.record(kind, key)
    if not isinstance(thing, str):
        raise BadInput(
            "A {kind} is named by its record, id or name, not by {thing}.",
            kind=kind.replace("_", " "),
            thing=type(thing).__name__ if hasattr(thing, "id") or not isinstance(thing, (int, float)) else repr(thing),
        )
    return by_name(read, str(thing))


def _id_of(thing: Any, record: type) -> UUID | None:
    if isinstance(thing, UUID):
        return thing
    if isinstance(thing, PlacedCoding):
        return {Coding: thing.id, Segment: thing.segment, Document: thing.document, Code: thing.code}.get(record)
    if isinstance(thing, record):
        return UUID(str(thing.id))  # type: ignore[attr-defined]
    try:
        return UUID(str(thing))
    except ValueError:
        return None


def resolve_many(read: "Reading", record: type, things: Iterable[Any]) -> list[Any]:
    """The present records of many things, each once, in their order; asked for together where all have ids.

    Raises `NotFound` or `Ambiguous`.
    """
    listed_things = list(things)
    keys = [_id_of(thing, record) for thing in listed_things]
    known = {one.id: one for one in read.records(RESOLVERS[record][0], [key for key in keys if key is not None])}
    found = [
        known[key] if key in known else resolve(read, record, thing)
        for key, thing in zip(keys, listed_things, strict=True)
    ]
    return list({one.id: one for one in found}.values())


def find_document(read: "Reading", name: str) -> Document:
    """A document by its name, with or without its suffix; a unique beginning of it ("P03") will do."""
    documents = read.documents()
    wanted = spelt(name)
    names = {document.id: spelt(document.name) for document in documents}
    tests: tuple[Callable[[Document, str], bool], ...] = (
        lambda _, own: own == wanted,
        lambda _, own: own == PurePath(wanted).stem or PurePath(own).stem == wanted,
        lambda document, _: spelt(document.source_name) == wanted,
        lambda _, own: own.casefold().startswith(wanted.casefold() + " "),
    )
    for test in tests:
        found = [document for document in documents if test(document, names[document.id])]
        if found:
            return _only(found, wanted, "document", lambda document: document.name)
    raise NotFound(
        "There is no document “{name}”. There are: {names}.",
        name=wanted,
        names=listed(document.name for document in documents) or Phrase("none yet"),
    )


def find_code(read: "Reading", name: str) -> Code:
    """A code by its path (`Power > gatekeeping`, with or without the blanks) or, where it is the only one, its name,
    which may hold a “>” without blanks itself."""
    codebook = read.codebook
    wanted = " ".join(spelt(name).split())
    paths = codebook.paths()
    squeezed = _squeezed(wanted)
    tests: tuple[Callable[[Code], bool], ...] = (
        lambda code: paths[code.id] == wanted,
        lambda code: code.name == wanted,
        lambda code: _squeezed(paths[code.id]) == squeezed,
        lambda code: spelt(paths[code.id]) == wanted or spelt(code.name) == wanted,
        lambda code: code.name.casefold() == wanted.casefold(),
    )
    for test in tests:
        found = [code for code in codebook.ordered if test(code)]
        if found:
            break
    if found:
        return _only(found, wanted, "code", lambda code: paths[code.id])
    raise NotFound("There is no code “{name}” in the codebook. Add it first, or check the spelling.", name=wanted)


def _squeezed(path: str) -> str:
    sign = PATH_SEPARATOR.strip()
    return sign.join(part.strip() for part in path.split(sign))


def find_coder(read: "Reading", name: str) -> Coder:
    """A coder by name."""
    found: Coder = _named(read.coders(), name, "coder")
    return found


def by_name(records: Iterable[Named]) -> dict[str, Named]:
    """Records under their names, as they are stored and as they would be stored now: what was stored before signs
    without any trace were taken away is met again by what it looks like. A name of its own goes first."""
    everything = list(records)
    found = {one.name: one for one in everything}
    for one in everything:
        found.setdefault(plain_name(one.name), one)
    return found


def _named(records: Iterable[Named], name: str, kind: str) -> Named:
    everything = list(records)
    wanted = spelt(name)
    found = [record for record in everything if spelt(record.name) == wanted]
    found = found or [record for record in everything if spelt(record.name).casefold() == wanted.casefold()]
    if found:
        return _only(found, name, kind, lambda record: record.name)
    raise NotFound(
        "There is no {kind} “{name}”. There are: {names}.",
        kind=kind,
        name=name,
        names=listed(record.name for record in everything) or Phrase("none yet"),
    )


def _only(found: Sequence[Found], name: str, kind: str, label: Callable[[Found], str]) -> Found:
    if len(found) == 1:
        return found[0]
    raise Ambiguous(
        "“{name}” could be more than one {kind}: {names}. Give the full name or the id.",
        name=name,
        kind=kind,
        names=listed(label(record) for record in found),
    )


def _titled(read: "Reading", title: str) -> BasketItem:
    """What has that title in the report basket, or stands there at that number (from 1)."""
    everything: list[BasketItem] = sorted(read.where("basket_item"), key=lambda one: one.position)
    wanted = spelt(title)
    found = [one for one in everything if spelt(one.title) == wanted]
    found = found or [one for one in everything if spelt(one.title).casefold() == wanted.casefold()]
    if not found and wanted.isdecimal() and 0 < int(wanted) <= len(everything):
        found = [everything[int(wanted) - 1]]
    if found:
        return _only(found, wanted, "table or figure in the report basket", lambda one: one.title)
    raise NotFound(
        "There is no “{name}” in the report basket. There are: {names}.",
        name=wanted,
        names=listed(one.title for one in everything) or Phrase("none yet"),
    )


def _by_id_only(kind: str) -> Callable[["Reading", str], Any]:
    def refuse(_read: "Reading", name: str) -> Any:
        raise NotFound("A {kind} is named by its record or id; “{name}” is neither.", kind=kind, name=name)

    return refuse


RESOLVERS: dict[type, tuple[str, Callable[["Reading", str], Any]]] = {
    Document: ("document", find_document),
    Code: ("code", find_code),
    Coder: ("coder", find_coder),
    Case: ("case", lambda read, name: _named(read.cases(), name, "case")),
    Variable: ("variable", lambda read, name: _named(read.variables(), name, "variable")),
    CodeSet: ("code_set", lambda read, name: _named(read.code_sets(), name, "code set")),
    Segment: ("segment", _by_id_only("segment")),
    Coding: ("coding", _by_id_only("coding")),
    Link: ("link", _by_id_only("link")),
    Memo: ("memo", _by_id_only("memo")),
    DocumentSet: ("document_set", lambda read, name: _named(read.document_sets(), name, "document set")),
    Bookmark: ("bookmark", _by_id_only("bookmark")),
    Redaction: ("redaction", _by_id_only("redaction")),
    NamedVersion: ("named_version", lambda read, name: _named(read.where("named_version"), name, "version")),
    ThemeMap: ("theme_map", lambda read, name: _named(read.where("theme_map"), name, "map")),
    MapNode: ("map_node", _by_id_only("place on a map")),
    Evidence: ("evidence", _by_id_only("piece of evidence")),
    BasketItem: ("basket_item", _titled),
    SavedQuery: ("saved_query", lambda read, name: _named(read.where("saved_query"), name, "query")),
    Relation: ("relation", _by_id_only("relation")),
    ReviewNote: ("review_note", _by_id_only("remark of a reviewer")),
    CaseSummary: ("case_summary", _by_id_only("summary of a case")),
    SummarySegment: ("summary_segment", _by_id_only("passage of a summary")),
}
