"""Redactions: passages that no export prints; they move along with the text."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from ..domain.documents import Document, clean
from ..domain.errors import Refused, listed
from ..domain.ids import new_id
from ..domain.reanchoring import Place
from ..domain.redactions import Redaction, followed
from ..domain.segments import Edit, Span, trimmed
from ..store.reading import Reading
from ..store.work import Work
from .acting import coder_of
from .action import action
from .naming import resolve


def redactions_of(read: Reading, document: UUID) -> list[Redaction]:
    """The redactions of a document in the order of its text."""
    found: list[Redaction] = read.where("redaction", document=document)
    return sorted(found, key=lambda one: (one.start, one.end))


@action("Redact a passage of “{document.name}”")
def redact(work: Work, document: Document, start: int, end: int, reason: str = "") -> Redaction:
    """Let no export print a passage; it joins those it overlaps. White space at its ends is left out."""
    return _redact(work, document, start, end, reason)


@action("Redact {count} passages")
def redact_passages(
    work: Work, passages: Iterable[tuple[Document | UUID | str, int, int]], reason: str = ""
) -> list[Redaction]:
    """Let no export print these passages `(document, start, end)`, as one step."""
    found: dict[UUID, Redaction] = {}
    documents: dict[str, Document] = {}
    count = 0
    for thing, start, end in passages:
        document: Document = resolve(work.read, Document, thing)
        redaction = _redact(work, document, start, end, reason)
        found[redaction.id] = redaction
        documents[document.name] = document
        count += 1
    work.say(count=count)
    if count == 1:
        work.say("Redact a passage of “{name}”", name=next(iter(documents)))
    return [one for key in found if (one := work.read.by_id("redaction", key)) is not None]


def _redact(work: Work, document: Document, start: int, end: int, reason: str) -> Redaction:
    span = trimmed(work.read.text(document), start, end)
    why = " ".join(clean(reason).text.split())
    there = [one for one in redactions_of(work.read, document.id) if Span(one.start, one.end).overlaps(span)]
    if not there:
        made = Redaction(new_id(), document.id, span.start, span.end, why, coder_of(work).id, work.time)
        work.add(made)
        return made
    first, *others = there
    reasons = dict.fromkeys([*(one.reason for one in there if one.reason), *([why] if why else [])])
    joined = replace(
        first,
        start=min(first.start, span.start),
        end=max(span.end, *(one.end for one in there)),
        reason="; ".join(reasons),
    )
    work.remove(others)
    if joined != first:
        work.replace(joined)
    return joined


@action("Take back a redaction")
def remove_redaction(work: Work, redaction: Redaction) -> Redaction:
    """Let a passage be printed again."""
    document = work.read.record("document", redaction.document)
    work.say("Take back a redaction in “{name}”", name=document.name)
    work.remove(redaction)
    return redaction


@action("Take back {count} redactions in “{document.name}”")
def remove_redactions(work: Work, document: Document, start: int, end: int) -> list[Redaction]:
    """Let all passages be printed again that share a character with `[start, end)`.

    Raises `Refused` where none does.
    """
    span = Span(start, end)
    found = [one for one in redactions_of(work.read, document.id) if Span(one.start, one.end).overlaps(span)]
    if not found:
        raise Refused("Nothing is redacted there in {names}.", names=listed([document.name]))
    work.say(count=len(found))
    if len(found) == 1:
        work.say("Take back a redaction in “{document.name}”")
    work.remove(found)
    return found


def move_redactions(
    work: Work,
    document: Document,
    edits: Sequence[Edit],
    text: str,
    place: Callable[[Span], Place | None] | None = None,
) -> None:
    """Let the redactions of a document move along with edits that give it the new `text`; see `domain.redactions`."""
    for redaction in redactions_of(work.read, document.id):
        spans = followed(Span(redaction.start, redaction.end), edits, text, place)
        if not spans:
            work.remove(redaction)
            continue
        moved = replace(redaction, start=spans[0].start, end=spans[0].end)
        if moved != redaction:
            work.replace(moved)
        work.add([replace(redaction, id=new_id(), start=one.start, end=one.end) for one in spans[1:]])
