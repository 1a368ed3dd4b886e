"""The report: methods appendix, themes with balanced quotes and the framework matrix, charts, the report basket,
codebook and audit summary, as one record.

The same state of the project and the same options give the same report.
"""

from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from ..domain.errors import BadInput, Phrase
from ..domain.progress import SILENT, Progress
from ..domain.reporting import GUIDELINES
from ..formats.report_parts import Part, Report
from .destination import destination
from .export import date_of
from .report_basket import basket_parts
from .report_charts import charts
from .report_facts import themes_counted
from .report_matrix import matrix_parts
from .report_options import SECTIONS, ReportOptions, Say
from .report_sections import ReportSections
from .report_words import many

if TYPE_CHECKING:
    from .project import Project

SUFFIXES = (".docx", ".html", ".pdf")
MOST_ROWS = 1000  # of a table


def require_usable(options: ReportOptions) -> None:
    """Raise `BadInput` for options that mean nothing."""
    for section in options.sections:
        if section not in SECTIONS:
            raise BadInput(
                "A report has no section “{name}”. There are: {names}.", name=section, names=", ".join(SECTIONS)
            )
    if options.guideline and options.guideline not in GUIDELINES:
        raise BadInput(
            "There is no guideline “{name}”. There are: {names}.", name=options.guideline, names=", ".join(GUIDELINES)
        )
    if not 0 <= options.quotes <= 100:
        raise BadInput("A theme can have 0 to 100 quotes, not {number}.", number=options.quotes)
    if not 1 <= options.table_rows <= MOST_ROWS:
        raise BadInput(
            "A table of the report can have 1 to {most} rows, not {number}.",
            most=f"{MOST_ROWS:,}",
            number=options.table_rows,
        )


def build(
    project: "Project", options: ReportOptions, date: str = "", progress: Progress = SILENT, say: Say = str
) -> Report:
    """The report of a project; `date` (ISO) is the one in it, else that of the last step; `say` says our phrases in
    another language.

    Raises `BadInput` and `NotFound` for wrong options.
    """
    require_usable(options)
    with project.read() as read:
        date = date or date_of(read)
        writer = ReportSections(read, options, progress, say)
        title = read.study().name
        codes = read.codes()
        counts = Phrase(
            "{things}",
            things=(
                many(read.count("document"), "document"),
                themes_counted(codes),
                many(sum(code.kind != "theme" for code in codes), "code"),
            ),
        )
        lines = (say(counts), say(Phrase("As of {date}", date=date)))
        writers: dict[str, Callable[[], Iterable[Part]]] = {
            "methods": writer.methods,
            "themes": lambda: chain(writer.themes(), matrix_parts(project, options, say)),
            "charts": lambda: charts(project, date, options.display_ids, say, progress, tuple(writer.on_charts())),
            "basket": lambda: basket_parts(project, date, options, say, progress),
            "codebook": writer.codebook,
            "audit": writer.audit,
        }
        sections = {name: tuple(writers[name]()) for name in SECTIONS if name in options.sections}
    return Report(title, lines, date, sections)


def write_report(
    project: "Project",
    path: str | Path,
    options: ReportOptions | None = None,
    date: str = "",
    progress: Progress = SILENT,
    say: Say = str,
    language: str = "en",
) -> Path:
    """Write the report to a file by its suffix, one of `SUFFIXES`; the path written.

    `date` is the date in it, else that of the last step: the same state and options give the same bytes. `language`
    is that of `say` (BCP 47).
    """
    target = report_place(path)
    write_built(build(project, options or ReportOptions(), date, progress, say), target, say, language)
    return target


def report_place(path: str | Path) -> Path:
    """Where a report is to be written; raises `BadInput` for a place or a suffix that cannot be."""
    target = destination(path)
    suffix = target.suffix.lower()
    if suffix not in SUFFIXES:
        raise BadInput(
            "The {kind} cannot be written as “{suffix}”. Name a file ending in {suffixes}.",
            kind="report",
            suffix=suffix or target.name,
            suffixes=", ".join(SUFFIXES),
        )
    return target


def write_built(report: Report, target: Path, say: Say = str, language: str = "en") -> None:
    """Write a report that was built to a place that `report_place` gave."""
    suffix = target.suffix.lower()
    if suffix == ".docx":
        from ..formats.report_word import write_report_docx

        write_report_docx(report, target, say(Phrase("Contents")))
    elif suffix == ".html":
        from ..formats.report_page import write_report_html

        write_report_html(report, target, language)
    else:
        from ..formats.report_print import write_report_pdf

        write_report_pdf(report, target, language)
