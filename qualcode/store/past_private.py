"""What must not leave the program is of the present, whatever moment is looked at: redactions, and what cases and
speakers are called in exports."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from uuid import UUID

import sqlalchemy as sa

from ..domain.coders import Coder
from ..domain.differences import differences
from ..domain.documents import Document
from ..domain.ids import new_id
from ..domain.redactions import Former, Redaction, followed
from ..domain.segments import Edit, Span
from ..domain.speakers import SpeakerName
from . import trails
from .engine import Database
from .reading import Reading
from .records import KINDS, Record
from .redacted_once import gone_redactions, redacted_once

# the kinds whose rows in a copy of the past are not all of that time; a coder who redacted something is brought along
PRESENT = ("redaction", "speaker_name", "case", "coder")
_EVERYWHERE = 4  # letters of redacted words that are looked for in the whole of another text


@dataclass(frozen=True, slots=True)
class Private:
    """What is private now: redactions, those that went with their words or documents since the moment that is looked
    at, the hashes of the texts both stand on, speakers, coders, and the display ids of cases. The words of all that is
    and was redacted (`ever`) are hidden wherever they were copied to."""

    redactions: tuple[Redaction, ...]
    gone: tuple[Redaction, ...]
    contents: dict[UUID, str]  # by redaction
    ever: tuple[Former, ...]
    speakers: tuple[SpeakerName, ...]
    coders: dict[UUID, Coder]
    displays: dict[UUID, str | None]


def private_now(read: Reading, step: int) -> Private:
    """What is private in a project, of which the state after step number `step` is to be looked at."""
    redactions: list[Redaction] = read.where("redaction")
    texts = {document.id: document.content for document in read.documents()}
    gone = list(gone_redactions(read, step))
    present = [Former(step, one, texts[one.document]) for one in redactions]
    return Private(
        tuple(redactions),
        tuple(former.redaction for former in gone),
        {former.redaction.id: former.content for former in (*present, *gone)},
        (*present, *redacted_once(read)),
        tuple(read.where("speaker_name")),
        {coder.id: coder for coder in read.coders()},
        {case.id: case.display for case in (*trails.found_by_steps(read, "case"), *read.cases())},
    )


def keep_private(copy: Database, connection: sa.Connection, now: Private) -> None:
    """Write into a copy of the past what is private now; documents and cases that are not in it are left out."""
    read = Reading(copy, connection)
    documents = {document.id: document for document in read.documents()}
    placed = list(_placed(read, documents, now))
    coders = {coder.id for coder in read.coders()}
    strangers = {one.coder for one in placed} - coders
    _rewrite(copy, connection, "coder", (), [now.coders[key] for key in sorted(strangers)])
    _rewrite(copy, connection, "redaction", read.where("redaction"), placed)
    _rewrite(copy, connection, "speaker_name", read.where("speaker_name"), now.speakers)
    cases = [one for one in read.cases() if one.display != now.displays.get(one.id, one.display)]
    _rewrite(copy, connection, "case", cases, [replace(one, display=now.displays[one.id]) for one in cases])


def _rewrite(
    copy: Database, connection: sa.Connection, kind: str, old: Iterable[Record], new: Iterable[Record]
) -> None:
    chosen = KINDS[kind]
    for one in old:
        connection.execute(chosen.table.delete().where(chosen.table.c.id == one.id.bytes))
    copy.insert(connection, chosen.table, (chosen.row(one) for one in new))


def _placed(read: Reading, documents: dict[UUID, Document], now: Private) -> Iterator[Redaction]:
    """The redactions on the texts of the past: those that stand on the same text as they are."""
    then: dict[UUID, Redaction] = {one.id: one for one in read.where("redaction")}
    elsewhere: dict[UUID, list[Redaction]] = {}
    for one in (*now.redactions, *now.gone):
        document = documents.get(one.document)
        if document is None:
            continue
        if document.content == now.contents[one.id]:
            yield one
        else:
            elsewhere.setdefault(document.id, []).append(one)
    for key, found in elsewhere.items():
        text = read.text(documents[key])
        edits: dict[str, list[Edit]] = {}
        for one in found:
            hash_of_text = now.contents[one.id]
            newer = read.text_of(hash_of_text)
            if hash_of_text not in edits:
                edits[hash_of_text] = differences(newer, text)
            before = then.get(one.id)
            spans = [] if before is None else [Span(before.start, before.end)]
            spans += followed(Span(one.start, one.end), edits[hash_of_text], text)
            words = newer[one.start : one.end]
            if len(words) >= _EVERYWHERE or not spans:
                spans += _every(words, text)
            for number, span in enumerate(_joined(spans)):
                yield replace(one, id=new_id() if number else one.id, start=span.start, end=span.end)


def _every(words: str, text: str) -> Iterator[Span]:
    at = text.find(words)
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + len(words))


def _joined(spans: list[Span]) -> list[Span]:
    found: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, one.end)):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(span.end, found[-1].end))
        else:
            found.append(span)
    return found
