"""Row ↔ record ↔ image, once for all kinds.

A *record* is a frozen dataclass of the domain; a *row* the tuple of its columns in table order, digest last;
an *image* the JSON object of a row as the journal keeps it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from hashlib import blake2b
from operator import attrgetter
from typing import Any
from uuid import UUID

import msgspec
import sqlalchemy as sa

from ..domain.bookmarks import Bookmark
from ..domain.cases import Assignment, Case, Value, Variable
from ..domain.code_sets import CodeSet, CodeSetMember
from ..domain.codebook import Code
from ..domain.coders import Coder
from ..domain.codings import Coding, Segment
from ..domain.document_sets import DocumentSet, DocumentSetMember
from ..domain.documents import Document
from ..domain.errors import Damaged
from ..domain.links import Link
from ..domain.memos import Memo, MemoLink
from ..domain.named_versions import NamedVersion, SignOff
from ..domain.project import Study
from ..domain.questions import BasketItem, SavedQuery
from ..domain.redactions import Redaction
from ..domain.reporting import ReportAnswer
from ..domain.reviews import Review, ReviewNote
from ..domain.speakers import SpeakerName
from ..domain.summaries import CaseSummary, SummarySegment
from ..domain.theme_maps import MapNode, Relation, RelationEvidence, ThemeMap
from ..domain.themes import Evidence, ThemeCode
from . import tables

Record = (
    Study
    | Coder
    | Document
    | Code
    | Segment
    | Coding
    | Link
    | CodeSet
    | CodeSetMember
    | Bookmark
    | Memo
    | MemoLink
    | DocumentSet
    | DocumentSetMember
    | Case
    | Assignment
    | Variable
    | Value
    | ThemeCode
    | Evidence
    | ThemeMap
    | MapNode
    | Relation
    | RelationEvidence
    | Redaction
    | SpeakerName
    | NamedVersion
    | Review
    | ReviewNote
    | SignOff
    | ReportAnswer
    | SavedQuery
    | BasketItem
    | CaseSummary
    | SummarySegment
)
Row = tuple[Any, ...]

_COLUMN_OF_FIELD = {"end": "end_pos"}  # END is a reserved word of SQL


@dataclass(frozen=True)
class Kind:
    """How one kind of thing is stored. `names` are the columns in order without the digest; `ids` marks those
    that hold ids; `image_of` makes the image of a row's columns, which `images` reads."""

    name: str
    record: type[Any]
    table: sa.Table
    names: tuple[str, ...]
    ids: tuple[bool, ...]
    leading: int  # columns at the beginning that hold an id and are never null
    scattered: bool  # whether there are more of them behind
    values_of: Callable[[Any], tuple[Any, ...]]
    image_of: type[msgspec.Struct]
    images: msgspec.json.Decoder[msgspec.Struct]

    def row(self, record: Record) -> Row:
        """The columns of a record, digest last."""
        values = self.values_of(record)
        if self.scattered:
            values = tuple([value.int.to_bytes(16) if type(value) is UUID else value for value in values])
        return (*values, self.digest(values))

    def record_of(self, row: Sequence[Any]) -> Any:
        """The record of a row (with or without its digest)."""
        return self.record(
            *[
                UUID(bytes=bytes(value)) if is_id and value is not None else value
                for value, is_id in zip(row, self.ids, strict=False)
            ]
        )

    def digest(self, values: Sequence[Any]) -> bytes:
        """16 bytes of BLAKE2b over the kind and the MessagePack array of a row's columns.

        Nulls at the end are left out, so that a later version may append a nullable column without changing
        the digest of a single old row.
        """
        count = len(values)
        while count and values[count - 1] is None:
            count -= 1
        packed = _pack([self.name, *values[:count]])
        return blake2b(packed, digest_size=16).digest()

    def image(self, values: Sequence[Any]) -> str:
        """A row's columns as the JSON object the journal keeps: ids in hexadecimal, nulls left out."""
        lead, count = self.leading, len(self.names)
        written = [value.hex() for value in values[:lead]]
        if self.scattered:
            written += [
                value.hex() if is_id and value is not None else value
                for value, is_id in zip(values[lead:count], self.ids[lead:], strict=True)
            ]
        else:
            written += values[lead:count]
        return _to_json(self.image_of(*written)).decode()

    def row_of_image(self, image: str) -> Row:
        """The row an image was made of, digest last. Raises `Damaged` when it was broken since."""
        try:
            written = msgspec.structs.astuple(self.images.decode(image))
            lead = self.leading
            values = (*map(_from_hex, written[:lead]), *written[lead:])
            if self.scattered:
                values = tuple(
                    [
                        _from_hex(value) if number >= lead and self.ids[number] and value is not None else value
                        for number, value in enumerate(values)
                    ]
                )
        except (msgspec.MsgspecError, ValueError, TypeError):
            raise Damaged(
                "The history of a {kind} is damaged. See where with: qualcode check; a backup may still have it.",
                kind=self.name,
            ) from None
        return (*values, self.digest(values))


_from_hex = bytes.fromhex
_pack = msgspec.msgpack.Encoder().encode
_to_json = msgspec.json.Encoder().encode


def _make(name: str, record: type[Any], table: sa.Table) -> Kind:
    attributes = [field.name for field in fields(record)]
    names = tuple(_COLUMN_OF_FIELD.get(attribute, attribute) for attribute in attributes)
    columns = [column.name for column in table.columns]
    if columns != [*names, "digest"]:
        raise TypeError(f"{record.__name__} and table {table.name} differ: {names} against {columns}")
    ids = tuple(isinstance(table.c[column].type, sa.LargeBinary) for column in names)
    image_of = msgspec.defstruct(name, [(column, Any, None) for column in names], omit_defaults=True, gc=False)
    required = [is_id and not table.c[column].nullable for column, is_id in zip(names, ids, strict=True)]
    leading = required.index(False) if False in required else len(required)
    values_of = attrgetter(*(f"{each}.bytes" if n < leading else each for n, each in enumerate(attributes)))
    scattered = any(ids[leading:])
    images = msgspec.json.Decoder(image_of)
    return Kind(name, record, table, names, ids, leading, scattered, values_of, image_of, images)


# from the ground up: every kind stands only on kinds before it
KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        _make("study", Study, tables.study),
        _make("coder", Coder, tables.coder),
        _make("document", Document, tables.document),
        _make("code", Code, tables.code),
        _make("segment", Segment, tables.segment),
        _make("coding", Coding, tables.coding),
        _make("link", Link, tables.link),
        _make("code_set", CodeSet, tables.code_set),
        _make("code_set_member", CodeSetMember, tables.code_set_member),
        _make("bookmark", Bookmark, tables.bookmark),
        _make("memo", Memo, tables.memo),
        _make("memo_link", MemoLink, tables.memo_link),
        _make("document_set", DocumentSet, tables.document_set),
        _make("document_set_member", DocumentSetMember, tables.document_set_member),
        _make("case", Case, tables.case),
        _make("assignment", Assignment, tables.assignment),
        _make("variable", Variable, tables.variable),
        _make("value", Value, tables.value),
        _make("theme_code", ThemeCode, tables.theme_code),
        _make("evidence", Evidence, tables.evidence),
        _make("theme_map", ThemeMap, tables.theme_map),
        _make("map_node", MapNode, tables.map_node),
        _make("relation", Relation, tables.relation),
        _make("relation_evidence", RelationEvidence, tables.relation_evidence),
        _make("redaction", Redaction, tables.redaction),
        _make("speaker_name", SpeakerName, tables.speaker_name),
        _make("named_version", NamedVersion, tables.named_version),
        _make("review", Review, tables.review),
        _make("review_note", ReviewNote, tables.review_note),
        _make("sign_off", SignOff, tables.sign_off),
        _make("report_answer", ReportAnswer, tables.report_answer),
        _make("saved_query", SavedQuery, tables.saved_query),
        _make("basket_item", BasketItem, tables.basket_item),
        _make("case_summary", CaseSummary, tables.case_summary),
        _make("summary_segment", SummarySegment, tables.summary_segment),
    )
}
KIND_OF_RECORD: dict[type[Any], Kind] = {kind.record: kind for kind in KINDS.values()}
_KIND_OF_TABLE = {kind.table.name: kind.name for kind in KINDS.values()}


@dataclass(frozen=True, slots=True)
class Reference:
    """A column of `child` that holds the id of a `parent`."""

    child: str
    column: str
    parent: str


REFERENCES: tuple[Reference, ...] = tuple(
    Reference(kind.name, key.parent.name, _KIND_OF_TABLE[key.column.table.name])
    for kind in KINDS.values()
    for key in sorted(kind.table.foreign_keys, key=lambda key: key.parent.name)
)
