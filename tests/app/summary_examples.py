"""Examples of the actions of summaries and of quotes in a draft, for the table of all actions."""

from collections.abc import Callable
from typing import Any

from app.study import ANA

from qualcode.app import summaries, used_quotes
from qualcode.app.project import Project

_CAME = ANA.index("Trust came")
_GARDEN = ANA.index("garden")


def segment_of(project: Project, start: int = ANA.index("I trusted")) -> Any:
    """Ana's segment that begins there in her interview."""
    with project.read() as read:
        document = read.document_named("P01")
        ana = read.coder_named("Ana")
        assert document is not None
        assert ana is not None
        return next(one for one in read.segments_of(document.id) if one.start == start and one.coder == ana.id)


def summed_up(project: Project) -> None:
    """Something is written on a theme, and rests on two passages."""
    summaries.write_summary(project, "Ana Lee", "Power", "Slow trust.")
    summaries.link_segments(project, "Ana Lee", "Power", [("P01", _CAME, _CAME + 10), segment_of(project)])


def link_of(project: Project) -> Any:
    """The link to the passage that nothing else holds."""
    with project.read() as read:
        segments = {
            one.id: one for one in read.records("segment", [row.segment for row in read.where("summary_segment")])
        }
        return next(row for row in read.where("summary_segment") if segments[row.segment].start == _CAME)


SUMMARY_BEFORE: dict[str, Callable[[Project], Any]] = {
    **dict.fromkeys(("summaries.clear_summary", "summaries.unlink_segment"), summed_up),
    "used_quotes.clear_used": lambda p: used_quotes.mark_used(p, [segment_of(p)], "Chapter 4"),
}
SUMMARY_EXAMPLES: dict[str, Callable[[Project], Any]] = {
    "summaries.write_summary": lambda p: summaries.write_summary(p, "Ana Lee", "Power", "Slow trust."),
    "summaries.clear_summary": lambda p: summaries.clear_summary(p, "Ana Lee", "Power"),
    "summaries.link_segment": lambda p: summaries.link_segment(p, "Bo", "Power", segment_of(p)),
    "summaries.link_segments": lambda p: summaries.link_segments(p, "Bo", "Power", [("P01", _CAME, _CAME + 10)]),
    "summaries.unlink_segment": lambda p: summaries.unlink_segment(p, link_of(p)),
    "used_quotes.mark_used": lambda p: used_quotes.mark_used(p, [segment_of(p), segment_of(p, _GARDEN)], "Chapter 4"),
    "used_quotes.clear_used": lambda p: used_quotes.clear_used(p, [segment_of(p)]),
}
