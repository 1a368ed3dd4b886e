"""Exports: the codebook and the segments as files, by the suffix of the file's name."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..domain.errors import BadInput
from ..domain.progress import SILENT, Progress
from ..formats.codebook_files import SUFFIXES as CODEBOOK_SUFFIXES
from ..formats.codebook_files import write_codebook
from ..store.reading import Reading
from .audit_trail import SUFFIXES as AUDIT_SUFFIXES
from .audit_trail import export_audit
from .case_tables import table_rows as case_rows
from .codebook_entries import printed_codebook
from .destination import destination
from .map_export import SUFFIXES as MAP_SUFFIXES
from .map_export import export_map
from .memo_export import SUFFIXES as MEMO_SUFFIXES
from .memo_export import Wanted, write_memos
from .quoting import Quoting
from .report_options import ReportOptions
from .scoping import make_scope
from .tables import MARK_COLUMNS, SEGMENT_COLUMNS, SEGMENT_ID_COLUMNS, segment_rows

if TYPE_CHECKING:
    from .project import Project

KINDS = {
    "codebook": CODEBOOK_SUFFIXES,
    "segments": (".csv", ".xlsx", ".docx", ".html", ".json"),
    "cases": (".csv", ".xlsx", ".json"),
    "memos": MEMO_SUFFIXES,
    "history": AUDIT_SUFFIXES,
    "map": MAP_SUFFIXES,
    "report": (".docx", ".html", ".pdf"),
}


def export_file(
    project: "Project",
    kind: str,
    path: str | Path,
    ids: bool = False,
    marks: bool = False,
    date: str = "",
    progress: Progress = SILENT,
    display_ids: bool = False,
    **filters: Any,
) -> Path:
    """Write the codebook, segments, cases, memos, history or a map to a file; the path written: where a link leads.

    Filters (segments): documents, coders, codes, variables, folders, `carrying` (`domain.carrying.Carrying`) and
    `query` (`domain.query_language`: the codings that answer it);
    (memos): `wanted` (`app.memo_export.Wanted`); (history): `which` (`app.audit_trail.Which`); (map): `theme_map`;
    (report): `options` (`app.report_options.ReportOptions`).
    For the codebook: `style` (.docx: cards or tables) and `language`, that of the labels in files for people (en, zh).
    `ids` adds the columns of ids, `marks` those of certainty, mark, question, links,
    use in a draft and new facet. `date` is the date in the
    file, else that of the last step, so that the same state gives the same bytes. With `display_ids` cases and speakers
    are called by theirs, not in the table of cases: that is the key to them. Redacted words are never written.
    """
    target = destination(path)
    if kind not in KINDS:
        raise BadInput("There is no export “{kind}”. There are: {kinds}.", kind=kind, kinds=", ".join(KINDS))
    suffix = target.suffix.lower()
    if suffix not in KINDS[kind]:
        raise BadInput(
            "The {kind} cannot be written as “{suffix}”. Name a file ending in {suffixes}.",
            kind=kind,
            suffix=suffix or target.name,
            suffixes=", ".join(KINDS[kind]),
        )
    if kind == "history":
        return export_audit(project, path, filters.get("which"), date, progress, display_ids)[0]
    if kind == "map":
        return export_map(project, path, filters.get("theme_map"), date, progress, display_ids)
    if kind == "report":
        from .report import write_report  # which asks for the date here

        options = filters.get("options") or ReportOptions(display_ids=display_ids)
        return write_report(project, path, options, date, progress)
    with project.read() as read:
        day = date or date_of(read)
        title = read.study().name
        quoting = Quoting(read, display_ids)
        if kind == "codebook":
            printed = printed_codebook(read, day, quoting)
            style, language = filters.pop("style", ""), filters.pop("language", "en")
            write_codebook(printed, target, style=style, language=language, progress=progress)
        elif kind == "memos":
            write_memos(read, target, filters.pop("wanted", Wanted()), title, day, progress, quoting)
        elif kind == "cases":
            columns, rows = case_rows(read)
            _write(target, title, columns, rows, day, kind)
        else:
            carrying, query = filters.pop("carrying", None), filters.pop("query", "")
            scope = replace(make_scope(read, **filters), carrying=carrying)
            only = project.analyses.retrieval.places(query, scope, progress, read) if query else None
            columns = SEGMENT_COLUMNS + (SEGMENT_ID_COLUMNS if ids else ()) + (MARK_COLUMNS if marks else ())
            _write(target, title, columns, segment_rows(read, scope, ids, progress, marks, quoting, only), day, kind)
    return target


def date_of(read: Reading) -> str:
    """The day of the last step."""
    steps = read.steps(most=1)
    return steps[-1].time[:10] if steps else read.study().created[:10]


def _write(
    target: Path, title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], date: str, kind: str
) -> None:
    if kind == "segments" and target.suffix.lower() in (".docx", ".html"):
        from ..formats.segments_html import write_segments_html
        from ..formats.word_tables import write_segments_docx

        write = write_segments_docx if target.suffix.lower() == ".docx" else write_segments_html
        write((dict(zip(columns, row, strict=True)) for row in rows), target, title=title, date=date)
        return
    from ..formats.sheets import write_table

    write_table(columns, rows, target, title=kind, date=date)
