"""Exports: the codebook and the segments as files, by the suffix of the file's name."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..domain.errors import BadInput
from ..domain.progress import SILENT, Progress
from ..store.reading import Reading
from .case_tables import table_rows as case_rows
from .destination import destination
from .memo_export import SUFFIXES as MEMO_SUFFIXES
from .memo_export import Wanted, write_memos
from .scoping import make_scope
from .tables import CODEBOOK_COLUMNS, MARK_COLUMNS, SEGMENT_COLUMNS, SEGMENT_ID_COLUMNS, codebook_rows, segment_rows

if TYPE_CHECKING:
    from .project import Project

KINDS = {
    "codebook": (".csv", ".xlsx", ".docx", ".json"),
    "segments": (".csv", ".xlsx", ".docx", ".json"),
    "cases": (".csv", ".xlsx", ".json"),
    "memos": MEMO_SUFFIXES,
}


def export_file(
    project: "Project",
    kind: str,
    path: str | Path,
    ids: bool = False,
    marks: bool = False,
    date: str = "",
    progress: Progress = SILENT,
    **filters: Any,
) -> Path:
    """Write the codebook, segments, cases or memos to a file; the path written, which is where a link leads.

    Filters (segments): documents, coders, codes, variables, folders, and `carrying` (`domain.carrying.Carrying`);
    (memos): `wanted` (`app.memo_export.Wanted`).
    `ids` adds the columns of ids, `marks` those of certainty, mark, question and links. `date` is the date in the
    file, else that of the last step, so that the same state gives the same bytes.
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
    with project.read() as read:
        day = date or date_of(read)
        title = read.study().name
        if kind == "codebook":
            _write(target, title, CODEBOOK_COLUMNS, codebook_rows(read), day, kind)
        elif kind == "memos":
            write_memos(read, target, filters.pop("wanted", Wanted()), title, day, progress)
        elif kind == "cases":
            columns, rows = case_rows(read)
            _write(target, title, columns, rows, day, kind)
        else:
            carrying = filters.pop("carrying", None)
            scope = replace(make_scope(read, **filters), carrying=carrying)
            columns = SEGMENT_COLUMNS + (SEGMENT_ID_COLUMNS if ids else ()) + (MARK_COLUMNS if marks else ())
            _write(target, title, columns, segment_rows(read, scope, ids, progress, marks), day, kind)
    return target


def date_of(read: Reading) -> str:
    """The day of the last step."""
    steps = read.steps(most=1)
    return steps[-1].time[:10] if steps else read.study().created[:10]


def _write(
    target: Path, title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], date: str, kind: str
) -> None:
    if target.suffix.lower() == ".docx":
        from ..formats import word_tables

        write = word_tables.write_codebook_docx if kind == "codebook" else word_tables.write_segments_docx
        write((dict(zip(columns, row, strict=True)) for row in rows), target, title=title, date=date)
        return
    from ..formats.sheets import write_table

    write_table(columns, rows, target, title=kind, date=date)
