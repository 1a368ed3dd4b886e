"""What somebody could be recognised by in a report, before it leaves."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ..domain.codings import Segment
from ..domain.progress import SILENT, Progress
from ..formats.report_parts import Heading, Paragraph, Part, Picture, Quote, Report, Table
from .leaving import Leaving, Words, look_through
from .map_leaving import words_of_map
from .quoting import Quoting
from .report import build
from .report_options import ReportOptions

if TYPE_CHECKING:
    from .project import Project

REPORT = "report"  # where words of a report stand that are no quotes
CHARTS = "charts"  # the section whose words are drawn: they are those of the maps


def check_report(project: "Project", options: ReportOptions, progress: Progress = SILENT) -> Leaving:
    """What is found in the report that `report.write_report` would write with these options."""
    return look_at_report(project, built_to_check(project, options, progress), options, progress)


def built_to_check(project: "Project", options: ReportOptions, progress: Progress = SILENT) -> Report:
    """The report that would be written with these options, without its charts: nobody has to draw them."""
    sections = tuple(section for section in options.sections if section != CHARTS)
    return build(project, replace(options, sections=sections), progress=progress)


def look_at_report(project: "Project", report: Report, options: ReportOptions, progress: Progress = SILENT) -> Leaving:
    """What is found in a report that was built with these options."""
    words = [Words(REPORT, text) for text in (report.title, *report.lines)]
    parts = [part for name, parts in report.sections.items() if name != CHARTS for part in parts]
    quotes = [part.place for part in parts if isinstance(part, Quote)]
    heading = ""
    for part in parts:
        heading = part.text if isinstance(part, Heading) else heading
        words += [Words(where, text, about=heading) for where, text in _words(part) if text]
    with project.read() as read:
        quoting = Quoting(read, options.display_ids)
        for theme_map in read.where("theme_map") if CHARTS in options.sections else ():
            on_map, quoted = words_of_map(read, quoting, theme_map, told=False)
            segments: list[Segment] = read.records("segment", quoted)
            words += on_map
            quotes += [(one.document, one.start, one.end) for one in segments]
        return look_through(read, quoting, quotes, words, progress)


def _words(part: Part) -> Iterator[tuple[str, str]]:
    """The words of a part beside its quotes."""
    if isinstance(part, Quote):
        yield REPORT, part.source
    elif isinstance(part, Heading):
        yield REPORT, part.text
    elif isinstance(part, Paragraph):
        yield REPORT, f"{part.label} {part.text}"
    elif isinstance(part, Table):
        for row in part.rows:
            yield from ((REPORT, cell) for cell in row)
    elif isinstance(part, Picture):
        yield from ((REPORT, word) for word in part.words)
