"""Written summaries: what a case says on a theme, in the analyst's words, and the passages that rest under it.

A summary belongs to the matrix of the team: like a memo, anybody may go on writing it, and the history says who did.
There is one for each case and theme. A passage can be linked before a word is written.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from ..domain.cases import Case
from ..domain.codebook import Code
from ..domain.codings import PlacedCoding, Segment
from ..domain.documents import Document, clean
from ..domain.errors import Refused
from ..domain.ids import new_id
from ..domain.segments import trimmed
from ..domain.summaries import CaseSummary, SummarySegment
from ..store.reading import Reading
from ..store.work import Work
from .acting import coder_of
from .action import action
from .codebook import name_codes
from .coding import own_segment
from .naming import resolve


@action("Write what “{case.name}” says on “{theme.name}”")
def write_summary(work: Work, case: Case, theme: Code, text: str) -> CaseSummary:
    """Write what a case says on a theme; what stood there is replaced. Without words and passages nothing stays."""
    _require_theme(theme)
    name_codes(work, theme=theme)
    words = clean(text).text.strip()
    there = summary_of(work.read, case.id, theme.id)
    if there is None:
        made = CaseSummary(new_id(), case.id, theme.id, words, coder_of(work).id, work.time)
        if words:
            work.add(made)
        return made
    written = replace(there, text=words)
    if words or work.read.where("summary_segment", summary=there.id):
        work.replace(written)
    else:
        work.remove(there)
    return written


@action("Take away what is written on “{theme.name}” for “{case.name}”")
def clear_summary(work: Work, case: Case, theme: Code) -> CaseSummary:
    """Take away a summary with its links; the passages stay in the text, and their codings."""
    there = summary_of(work.read, case.id, theme.id)
    if there is None:
        raise Refused("Nothing is written on “{theme}” for “{case}”.", theme=theme.name, case=case.name)
    name_codes(work, theme=theme)
    links: list[SummarySegment] = work.read.where("summary_segment", summary=there.id)
    work.remove(links)
    work.remove(there)
    return there


@action("Link a passage to what “{case.name}” says on “{theme.name}”")
def link_segment(work: Work, case: Case, theme: Code, passage: Any) -> SummarySegment:
    """Let a summary rest on a passage: a segment, a coding, or `(document, start, end)`, where a segment is made
    if nobody has one there. Linked again it stays as it is."""
    return _link(work, case, theme, [passage])[0]


@action("Link {count} passages to what “{case.name}” says on “{theme.name}”")
def link_segments(work: Work, case: Case, theme: Code, passages: Iterable[Any]) -> list[SummarySegment]:
    """Let a summary rest on several passages in one step; see `link_segment`."""
    found = _link(work, case, theme, passages)
    work.say(count=len(found))
    return found


@action("Take a passage away from what “{case}” says on “{theme}”")
def unlink_segment(work: Work, link: SummarySegment) -> SummarySegment:
    """Let a summary rest on a passage no longer. A segment that nothing is coded on and that shows nothing goes with
    it, and a summary without words and passages."""
    summary: CaseSummary = work.read.record("case_summary", link.summary)
    theme = work.read.codebook.by_id[summary.theme]
    name_codes(work, [theme.id])
    work.say(case=work.read.record("case", summary.case).name, theme=work.read.codebook.label(theme.id))
    work.remove(link)
    if not summary.text and not work.read.where("summary_segment", summary=summary.id):
        work.remove(summary)
    return link


def _link(work: Work, case: Case, theme: Code, passages: Iterable[Any]) -> list[SummarySegment]:
    _require_theme(theme)
    name_codes(work, theme=theme)
    me = coder_of(work).id
    summary = summary_of(work.read, case.id, theme.id)
    if summary is None:
        summary = CaseSummary(new_id(), case.id, theme.id, "", me, work.time)
        work.add(summary)
    there = {link.segment: link for link in work.read.where("summary_segment", summary=summary.id)}
    found = []
    for passage in passages:
        segment = _segment_of(work, passage)
        if segment.id not in there:
            there[segment.id] = SummarySegment(new_id(), summary.id, segment.id, me, work.time)
            work.add(there[segment.id])
        found.append(there[segment.id])
    return found


def _segment_of(work: Work, passage: Any) -> Segment:
    if isinstance(passage, (tuple, list)):
        place, start, end = passage
        document: Document = resolve(work.read, Document, place)
        standing = [one for one in work.read.segments_of(document.id) if (one.start, one.end) == (start, end)]
        if standing:
            me = coder_of(work).id
            return min(standing, key=lambda one: (one.coder != me, one.created, one.id))
        span = trimmed(work.read.text(document), start, end)
        return own_segment(work, document, span.start, span.end)
    key = passage.segment if isinstance(passage, PlacedCoding) else passage
    segment: Segment = resolve(work.read, Segment, key)
    return segment


def _require_theme(code: Code) -> None:
    if code.kind != "theme":
        raise Refused("“{name}” is a code. Make it a theme in its definition first.", name=code.name)


# ── reading ──


@dataclass(frozen=True, slots=True)
class LinkedPassage:
    """A passage a summary rests on."""

    link: SummarySegment
    segment: Segment


def summary_of(read: Reading, case: UUID, theme: UUID) -> CaseSummary | None:
    """What is written on a theme for a case."""
    found: list[CaseSummary] = read.where("case_summary", case=case, theme=theme)
    return found[0] if found else None


def written(read: Reading) -> dict[tuple[UUID, UUID], str]:
    """What is written, by case and theme; "" where only passages are linked."""
    rows: list[CaseSummary] = read.where("case_summary")
    return {(row.case, row.theme): row.text for row in rows}


def linked_passages(read: Reading, summaries: Iterable[UUID]) -> dict[UUID, list[LinkedPassage]]:
    """The passages under each of these summaries, in the order of the documents and texts."""
    links: list[SummarySegment] = read.where("summary_segment", summary=list(summaries))
    segments: dict[UUID, Segment] = {one.id: one for one in read.records("segment", {link.segment for link in links})}
    order = {document.id: number for number, document in enumerate(read.documents())}
    found: dict[UUID, list[LinkedPassage]] = {}
    for link in links:
        found.setdefault(link.summary, []).append(LinkedPassage(link, segments[link.segment]))
    for passages in found.values():
        passages.sort(key=lambda one: (order[one.segment.document], one.segment.start, one.segment.end, one.link.id))
    return found
