"""The sample project “Rooted: partners in teaching”, built from the files under `resources/sample`."""

import csv
import os
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..domain.codebook import Code
from ..domain.codings import Segment
from ..domain.documents import Document
from ..domain.errors import BadInput
from ..domain.progress import SILENT, Progress
from ..domain.themes import STAGES
from ..store import files, lifecycle
from . import cases, coding, exchange, memos, theme_maps, themes
from .project import Project, new, open_project
from .resources import resource

FILE_NAME = "Rooted.qualcode"
STUDY_NAME = "Rooted: partners in teaching"
LEAD = "Amara Osei"
MAP_NAME = "How partnership holds"

_FOLDERS = {"P0*.txt": "Interviews", "FG*.txt": "Focus groups"}
_SURVEY = "Partner survey 2026.csv"
_VARIABLES = {"Sector": "choice", "Years in partnership": "number", "Paid for teaching": "yes/no"}


def make_sample(folder: Path, progress: Progress = SILENT) -> Path:
    """The path of the sample project in `folder`, built if it is not there, never overwritten if it is.

    Raises `BadInput` when the folder cannot be made or when a file of that name is no project.
    """
    place = folder / FILE_NAME
    if place.exists():
        open_project(place, LEAD, read_only=True).close()
        return place
    with _folder(folder) as aside:
        draft = aside / FILE_NAME
        project = new(draft, STUDY_NAME, "reflexive", LEAD)
        try:
            _fill(project, progress)
        finally:
            lifecycle.release(project.database, None)  # nobody needs a backup of a sample
        files.rename_new(draft, place)
    return place


@contextmanager
def _folder(folder: Path) -> Iterator[Path]:
    """A folder inside `folder` to build in, gone afterwards; `folder` is made if need be, and goes too if that fails.

    The sample is built aside and renamed when it is whole: a half-built one would be reused for ever.
    """
    made = [each for each in (folder, *folder.parents) if not os.path.lexists(each)]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise BadInput(
            "The folder {folder} cannot be made: {reason}. Choose another one.",
            folder=folder,
            reason=getattr(error, "strerror", None) or error,
        ) from None
    try:
        with files.draft_folder(folder, FILE_NAME) as inside:
            yield inside
    except BaseException:
        for each in made:
            with suppress(OSError):
                each.rmdir()
        raise


def _fill(project: Project, progress: Progress) -> None:
    source = resource("sample")
    for pattern, name in _FOLDERS.items():
        exchange.import_files(project, sorted(source.glob(pattern)), folder=name)
    exchange.import_file(project, source / "codebook.csv", kind="codebook")
    _add_cases(project, source / "cases.csv")
    exchange.import_file(project, source / _SURVEY, kind="survey", case="column:Organisation", folder="Survey")
    _apply_codes(project, source / "codings.csv", progress)
    for row in _rows(source / "memos.csv"):
        project.coder = row["coder"]
        memos.write_memo(project, row["text"], row["about"] or None, row["title"], row["kind"])
    _grow_themes(project, source)
    _draw_map(project, source)
    project.coder = LEAD


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _add_cases(project: Project, path: Path) -> None:
    for name, variable_type in _VARIABLES.items():
        cases.add_variable(project, name, variable_type)
    for row in _rows(path):
        case = cases.add_case(project, row["case"], **{name: row[name] for name in _VARIABLES})
        cases.assign(project, case, row["document"], speaker=row["speaker"])


def _apply_codes(project: Project, path: Path, progress: Progress) -> None:
    """Every coding is a step of the person who made it, document by document."""
    with project.read() as read:
        documents: dict[str, Document] = {document.name: document for document in read.documents()}
        texts = {name: read.text(document) for name, document in documents.items()}
        codes: dict[str, Code] = {read.codebook.paths()[code.id]: code for code in read.codebook.ordered}
    sessions: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    total = 0
    for row in _rows(path):
        sessions[row["document"], row["coder"]].append(row)
        total += 1
    done = 0
    for (document, coder), rows in sessions.items():
        project.coder = coder
        for row in rows:
            progress.tick(done, total, document)
            start = _place(texts[document], row["quote"], int(row["occurrence"]))
            coding.apply_code(
                project,
                documents[document],
                start,
                start + len(row["quote"]),
                codes[row["code"]],
                row["comment"],
                float(row["weight"]) if row["weight"] else None,
            )
            done += 1


def _grow_themes(project: Project, source: Path) -> None:
    """What each theme says, the codes linked to it, the passages for and against it, and its way to its stage."""
    for row in _rows(source / "themes.csv"):
        project.coder = row["coder"]
        said = {name: row[name] for name in ("concept", "boundary", "counter_search") if row[name]}
        themes.describe_theme(project, row["theme"], **said)
        if row["linked"]:
            themes.link_code(project, row["theme"], row["linked"])
    for row in _rows(source / "evidence.csv"):
        project.coder = row["coder"]
        themes.add_evidence(project, row["theme"], _segment(project, row), row["side"], row["comment"])
    for row in _rows(source / "themes.csv"):
        project.coder = row["coder"]
        for stage in STAGES[1 : STAGES.index(row["stage"]) + 1]:
            themes.set_stage(project, row["theme"], stage)


def _draw_map(project: Project, source: Path) -> None:
    """The map of the themes: what stands where, and relations with their evidence."""
    project.coder = LEAD
    theme_maps.add_map(project, MAP_NAME)
    things = list(_rows(source / "map.csv"))
    placed = [(row["thing"], (float(row["x"]), float(row["y"]))) for row in things if row["thing"]]
    theme_maps.add_nodes(project, MAP_NAME, [name for name, _ in placed], [place for _, place in placed])
    for row in things:
        if row["text"]:
            theme_maps.add_note(project, MAP_NAME, row["text"], float(row["x"]), float(row["y"]))
    quotes: dict[tuple[str, str, str], list[Segment]] = defaultdict(list)
    for row in _rows(source / "relation_quotes.csv"):
        quotes[row["source"], row["kind"], row["target"]].append(_segment(project, row))
    for row in _rows(source / "relations.csv"):
        project.coder = row["coder"]
        made = theme_maps.relate(project, MAP_NAME, row["source"], row["target"], row["kind"], row["comment"])
        theme_maps.add_relation_evidence(project, made, quotes[row["source"], row["kind"], row["target"]])


def _segment(project: Project, row: dict[str, str]) -> Segment:
    """The segment that a coder made of a quote."""
    with project.read() as read:
        document, coder = read.document_named(row["document"]), read.coder_named(row["coded_by"])
        assert document is not None
        assert coder is not None
        start = _place(read.text(document), row["quote"], int(row["occurrence"]))
        found = read.segment_at(document.id, start, start + len(row["quote"]), coder.id)
        assert found is not None
        return found


def _place(text: str, quote: str, occurrence: int) -> int:
    """Where the quote stands in the text for the `occurrence`-th time, from 1."""
    at = -1
    for _ in range(occurrence):
        at = text.index(quote, at + 1)
    return at
