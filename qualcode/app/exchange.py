"""Exchange: files become documents, cases, codes and codings; tables and codebooks become files."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from ..domain.bundle import ReadOptions
from ..domain.documents import clean
from ..domain.errors import BadInput
from ..domain.folders import clean_folder
from ..domain.progress import SILENT, Progress
from ..store.contents import hash_of
from ..store.work import Work
from .action import action
from .arrivals import EXISTS, Arrival, Arriving, Report
from .codebook_arrivals import ArrivingCode, codebook_of, differing, is_codebook, read_plan
from .codebook_landing import write_landing
from .directories import spread
from .export import export_file
from .patterns import require_quick
from .project import Project

__all__ = ["Arrival", "Report", "bring_in", "export_file", "import_file", "import_files", "read_files"]


def read_files(
    paths: Iterable[str | Path], options: ReadOptions, progress: Progress = SILENT, *, recursive: bool = False
) -> list[Arrival]:
    """Read files without touching a project, for a preview or an import.

    `recursive` takes a directory for the files in it and below it that can be read. Raises for the first file that
    cannot be used.
    """
    from ..formats import registry

    found = []
    named = [paths] if isinstance(paths, (str, Path)) else paths
    places = spread(named) if recursive else [(Path(path), "") for path in named]
    for number, (path, folder) in enumerate(places):
        progress.tick(number, len(places), path.name)
        data = registry.load(path)
        name = clean(path.name).text  # a file name may hold bytes that are no text
        bundle = registry.read_bytes(name, data, options, progress)
        if options.speakers not in ("", "none"):
            for document in bundle.documents:
                require_quick(options.speakers, document.text)
        found.append(Arrival(name, data, bundle, folder))
    return found


def import_files(
    project: Project, paths: Iterable[str | Path], progress: Progress | None = None, **options: Any
) -> Report:
    """Read files and bring them in as one step; if one cannot be used, nothing is changed.

    Options: `encoding`, `language`, `speakers` (a pattern or `none`), `case` (a name, `file` or `column:NAME`),
    `kind` (document, survey, codebook, segments), `exists` (skip, replace, keep-both), `folder`, `dry_run`,
    `recursive` (directories too, each as a folder of documents), `codebook` (as for `bring_in`).
    """
    exists, case = options.pop("exists", "") or "", options.pop("case", "") or ""
    folder, dry_run = options.pop("folder", "") or "", options.pop("dry_run", False)
    recursive, codebook = options.pop("recursive", False), options.pop("codebook", "") or ""
    unknown = set(options) - {"encoding", "language", "speakers", "kind"}
    if unknown:
        raise BadInput("There is no import option “{name}”.", name=sorted(unknown)[0])
    column = case.removeprefix("column:") if case.startswith("column:") else ""
    reading = ReadOptions(**{name: value or "" for name, value in options.items()}, case_column=column)
    arrivals = read_files(paths, reading, progress or SILENT, recursive=recursive)
    return bring_in(project, arrivals, exists, "" if column else case, folder, dry_run, codebook)


def import_file(project: Project, path: str | Path, **options: Any) -> Report:
    """Bring in one file; options as for `import_files`."""
    return import_files(project, [path], **options)


def bring_in(
    project: Project,
    arrivals: Sequence[Arrival],
    exists: str = "",
    case: str = "",
    folder: str = "",
    dry_run: bool = False,
    codebook: str = "",
    decided: Sequence[ArrivingCode] = (),
) -> Report:
    """Bring files that were read into a project, as one step.

    `codebook` says how codes of a codebook that are there already and differ are treated: new, update, keep or
    duplicate (`codebook_arrivals`); without it, new ones are added and empty fields of ours filled. `decided` is
    the plan for all codes of codebooks among the files, row by row, as somebody chose.
    """
    if exists not in EXISTS:
        raise BadInput("“{exists}” is not a way to treat what exists: skip, replace or keep-both.", exists=exists)
    folder = clean_folder(folder)
    if dry_run:
        return _rehearse(project, arrivals, exists, case, folder, codebook, decided)
    return import_arrivals(project, arrivals, exists, case, folder, codebook, decided)


class _Rehearsed(Exception):
    """Carries the report out of a step that is not to happen."""

    def __init__(self, report: Report) -> None:
        self.report = report


def _rehearse(project: Project, arrivals: Sequence[Arrival], *options: Any) -> Report:
    try:
        with project.writing("exchange.rehearse", "") as work:
            raise _Rehearsed(import_arrivals.within(work, arrivals, *options))
    except _Rehearsed as rehearsed:
        return rehearsed.report


@action("Import {what}")
def import_arrivals(
    work: Work,
    arrivals: Sequence[Arrival],
    exists: str = "",
    case: str = "",
    folder: str = "",
    codebook: str = "",
    decided: Sequence[ArrivingCode] = (),
) -> Report:
    """Write what was read into the project."""
    arriving = Arriving(work, exists, folder)
    planned = bool(codebook or decided)
    if planned:
        _land(work, arriving.report, arrivals, codebook, decided)
    for arrival in arrivals:
        source = hash_of(arrival.data)
        bundle = arrival.bundle
        before = len(arriving.report.documents)
        arriving.below = arrival.folder
        brought = arriving.documents_of(bundle, arrival.name, source)
        if case:
            arriving.assign([(found.name if case == "file" else case, found) for _, found in brought])
        if len(arriving.report.documents) > before or not bundle.documents:
            work.keep(arrival.data)  # the original of a document that was passed over is nobody's
        arriving.cases(bundle.cases)
        arriving.assign([(read.case, found) for read, found in brought if read.case])
        if not (planned and is_codebook(bundle)):
            arriving.codes(bundle.codes, arrival.name)
        arriving.code_sets(bundle.code_sets)
        arriving.codings(bundle.codings)
        arriving.report.lost += [f"{arrival.name}: {lost}" for lost in bundle.lost]
        arriving.report.kept += [f"{arrival.name}: {note}" for note in bundle.notes]
    if found := codebook_of(arrival.bundle for arrival in arrivals):
        arriving.report.differing = differing(work.read, found)
    if len(arrivals) == 1:
        work.say(what=arrivals[0].name)
    else:
        work.say("Import {number} files", number=len(arrivals))
    return arriving.report


def _land(
    work: Work, report: Report, arrivals: Sequence[Arrival], codebook: str, decided: Sequence[ArrivingCode]
) -> None:
    """Carry out what was decided about the codes, all at once: codings of other files may need them."""
    found = codebook_of(arrival.bundle for arrival in arrivals)
    if found:
        rows = decided or read_plan(work.read, found, codebook)
        landing = write_landing(work, rows, fresh=not decided)
        report.codes += len(landing.added)
        report.book = landing.counts
        if landing.counts["new"] == 1:
            work.also("1 code new, {updated} updated, {kept} kept, {duplicated} duplicated", **landing.counts)
        else:
            work.also("{new} codes new, {updated} updated, {kept} kept, {duplicated} duplicated", **landing.counts)
