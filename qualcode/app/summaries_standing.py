"""What becomes of the summaries of cases on themes when a case, a theme or a segment goes or becomes another one."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from ..domain.summaries import CaseSummary, SummarySegment
from ..store.work import Work

PAIRS = {"case_summary": ("case", "theme"), "summary_segment": ("summary", "segment")}  # one row for each


def drop_summaries(work: Work, gone: Iterable[UUID]) -> None:
    """Cases, themes or segments go: summaries of them go with their links, and links to them."""
    subjects = list(gone)
    going: dict[UUID, CaseSummary] = {
        row.id: row for column in PAIRS["case_summary"] for row in work.read.where("case_summary", **{column: subjects})
    }
    links: list[SummarySegment] = [
        *work.read.where("summary_segment", summary=list(going)),
        *work.read.where("summary_segment", segment=subjects),
    ]
    work.remove({link.id: link for link in links}.values())
    work.remove(going.values())


def carry_summaries(work: Work, source: UUID, target: UUID) -> None:
    """A case, theme or segment becomes another one: no word that was written is lost, and every link stands once."""
    for column, other in (("case", "theme"), ("theme", "case")):
        for row in work.read.where("case_summary", **{column: source}):
            twins = work.read.where("case_summary", **{column: target, other: getattr(row, other)})
            if twins:
                _join(work, row, twins[0])
            else:
                work.replace(replace(row, **{column: target}))
    there = {link.summary for link in work.read.where("summary_segment", segment=target)}
    for link in work.read.where("summary_segment", segment=source):
        if link.summary in there:
            work.remove(link)
        else:
            work.replace(replace(link, segment=target))


def _join(work: Work, row: CaseSummary, into: CaseSummary) -> None:
    """Two summaries become one: its words, then those of the one that goes; the passages of both."""
    if row.text and row.text not in into.text:
        work.replace(replace(into, text="\n\n".join(filter(None, (into.text, row.text)))))
    there = {link.segment for link in work.read.where("summary_segment", summary=into.id)}
    for link in work.read.where("summary_segment", summary=row.id):
        if link.segment in there:
            work.remove(link)
        else:
            work.replace(replace(link, summary=into.id))
    work.remove(row)
