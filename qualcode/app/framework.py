"""Cases by themes: what each case gives to each theme, as a matrix to read by row and by column, and as a table."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ..domain.cases import Case
from ..domain.codebook import Code
from ..domain.column_names import columns_beside
from ..domain.documents import Document
from ..domain.errors import beginning
from ..domain.progress import SILENT, Progress
from ..domain.queries import Scope
from ..domain.themes import reaches
from ..store.reading import Reading
from .passages import PAGE, PassagePage, passage_alone
from .quoting import Quoting
from .summary_table import Say, SummaryCell, summary_cells
from .theme_facts import with_all_codes

if TYPE_CHECKING:
    import pandas as pd

    from ..analysis.framework import Crossing
    from ..analysis.material import Material
    from .project import Project

WORDS = 140  # characters of the first words of a cell
Cut = Callable[[UUID, int, int], str]  # the words of a stretch of a document


@dataclass(frozen=True, slots=True, eq=False)
class CasesByThemes:
    """A row per case that has text in what is looked at, a column per theme that was not let go, in codebook order.

    `groups` are the codes whose passages belong to each theme: itself, those below it, those linked to it. `words` are
    the first words of the cells that hold passages, by row and column, on one line.
    """

    cases: tuple[Case, ...]
    themes: tuple[Code, ...]
    paths: tuple[str, ...]
    groups: tuple[frozenset[UUID], ...]
    words: Mapping[tuple[int, int], str]
    numbers: tuple[int, ...]  # of the rows among the cases of the material
    material: "Material"
    crossing: "Crossing"

    def segments(self, row: int, column: int) -> int:
        """How many distinct passages a case gives to a theme; one that touches two cases counts for both."""
        return int(self.crossing.counts[self.numbers[row], column])

    @property
    def uncoded(self) -> int:
        """In the text of how many of the cases nobody has coded anything: their 0 says nothing of a theme."""
        return len(set(self.numbers) - set(self.crossing.spans.cases.tolist()))

    def row(self, case: UUID) -> int:
        """The row of a case, -1 where it has none."""
        return next((row for row, one in enumerate(self.cases) if one.id == case), -1)

    def column(self, theme: UUID) -> int:
        """The column of a theme, -1 where it has none."""
        return next((column for column, one in enumerate(self.themes) if one.id == theme), -1)


def cases_by_themes(project: "Project", scope: Scope | None = None) -> CasesByThemes:
    """The matrix of what is looked at (None: everything), with the words as they stand in the documents; see
    `with_all_codes` for a scope that chooses codes."""
    material, chosen = with_all_codes(project, scope), scope.codes if scope is not None else None
    with project.read() as read:
        return _matrix(read, material, _as_they_stand(read), chosen)


def _matrix(read: Reading, material: "Material", cut: Cut, chosen: Collection[UUID] | None) -> CasesByThemes:
    from ..analysis.framework import crossing
    from ..analysis.material import case_names

    book = read.codebook
    reached = reaches(book, read.where("theme_code"))
    paths = book.paths()
    themes = tuple(code for code in book.ordered if code.kind == "theme" and code.stage != "dropped")
    themes = tuple(theme for theme in themes if chosen is None or theme.id in chosen)
    groups = tuple(reached[theme.id] for theme in themes)
    numbers = {name: number for number, name in enumerate(case_names(material))}
    cases = tuple(case for case in read.cases() if case.name in numbers)
    found = crossing(material, groups)
    rows = tuple(numbers[case.name] for case in cases)
    return CasesByThemes(
        cases=cases,
        themes=themes,
        paths=tuple(paths[theme.id] for theme in themes),
        groups=groups,
        words=_first_words(material, found, rows, cut),
        numbers=rows,
        material=material,
        crossing=found,
    )


def _first_words(
    material: "Material", found: "Crossing", rows: tuple[int, ...], cut: Cut
) -> dict[tuple[int, int], str]:
    """The first words of every cell that holds a passage, read document by document."""
    spans = found.spans
    said: dict[int, str] = {}
    for span in sorted({int(one) for one in found.first.ravel() if one >= 0}):  # in the order of the texts
        start, end = int(spans.start[span]), int(spans.end[span])
        document = material.documents[int(spans.document[span])].id
        words = " ".join(cut(document, start, min(end, start + 2 * WORDS)).split())
        whole = end - start <= 2 * WORDS and len(words) <= WORDS
        said[span] = words if whole else f"{beginning(words, WORDS - 1)}…"
    return {
        (row, column): said[int(span)]
        for row, number in enumerate(rows)
        for column, span in enumerate(found.first[number])
        if span >= 0
    }


def _as_they_stand(read: Reading) -> Cut:
    """The words of documents, one document at hand at a time."""
    documents: dict[UUID, Document] = {document.id: document for document in read.documents()}
    at_hand: dict[UUID, str] = {}

    def cut(document: UUID, start: int, end: int) -> str:
        if document not in at_hand:
            at_hand.clear()
            at_hand[document] = read.text(documents[document])
        return at_hand[document][start:end]

    return cut


def cell_passages(
    project: "Project",
    matrix: CasesByThemes,
    row: int,
    column: int,
    offset: int = 0,
    limit: int = PAGE,
    progress: Progress = SILENT,
) -> PassagePage:
    """The passages of one cell in document order, with who coded them."""
    from ..analysis.framework import cell_spans, coders_of

    material, spans, group = matrix.material, matrix.crossing.spans, matrix.groups[column]
    held = cell_spans(material, spans, group, matrix.numbers[row])
    shown = [int(span) for span in held[offset : offset + limit]]
    ids = [material.documents[int(spans.document[span])].id for span in shown]
    found = []
    with project.read() as read:
        documents: dict[UUID, Document] = {record.id: record for record in read.records("document", ids)}
        texts: dict[UUID, str] = {}
        for number, (key, span) in enumerate(zip(ids, shown, strict=True)):
            progress.tick(number, len(ids), "quotes")
            if key not in documents:
                continue  # removed since the matrix was made; the next one is on its way
            if key not in texts:
                texts[key] = read.text(documents[key])
            place = int(spans.start[span]), int(spans.end[span])
            coders = coders_of(material, spans, group, span)
            found.append(passage_alone(documents[key], texts[key], *place, coders))
    return PassagePage(int(held.size), offset, tuple(found))


def printed_cells(
    read: Reading, material: "Material", quoting: Quoting, say: Say = str, chosen: Collection[UUID] | None = None
) -> tuple[CasesByThemes, dict[tuple[int, int], SummaryCell]]:
    """The matrix with the words of passages as they may be printed, and what is written in its cells. `material` has
    the codings of all codes, `chosen` are the themes that have a column (None: all)."""
    plain = not quoting.display_ids and not read.where("redaction")  # then nothing need be known of turns
    matrix = _matrix(read, material, _as_they_stand(read) if plain else quoting.text, chosen)
    return matrix, summaries_in(read, matrix, quoting, say)


def summaries_in(
    read: Reading, matrix: CasesByThemes, quoting: Quoting, say: Say = str
) -> dict[tuple[int, int], SummaryCell]:
    """What is written in the cells of a matrix, by row and column, as it may be printed."""
    rows = {case.id: row for row, case in enumerate(matrix.cases)}
    columns = {theme.id: column for column, theme in enumerate(matrix.themes)}
    return {
        (rows[case], columns[theme]): cell
        for (case, theme), cell in summary_cells(read, quoting, say).items()
        if case in rows and theme in columns
    }


def framework_table(
    read: Reading,
    material: "Material",
    *,
    square: bool = False,
    all_pairs: bool = False,
    ids: bool = False,
    display_ids: bool = False,
    chosen: Collection[UUID] | None = None,
) -> "pd.DataFrame":
    """The cells that hold passages or in which something is written, case by case in the order of the cases and the
    codebook: case, theme, segments, the first words as they may be printed, the summary and the sources of the passages
    it rests on; with `all_pairs` the empty cells, too. With `square` a matrix of the numbers instead: a row per case, a
    column per theme, named by its path (see `domain.column_names`). `ids` adds the ids of cases (and themes).
    `material` has the codings of all codes, `chosen` are the themes that are listed (None: all)."""
    import pandas as pd

    quoting = Quoting(read, display_ids)
    matrix, written = printed_cells(read, material, quoting, chosen=chosen)
    names = [quoting.case(case) for case in matrix.cases]
    if square:
        columns: dict[str, list[Any]] = {"case": names}
        for place, name in enumerate(columns_beside(("case", "case_id"), matrix.paths, "theme")):
            columns[name] = [matrix.segments(row, place) for row in range(len(names))]
        if ids:
            columns["case_id"] = [str(case.id) for case in matrix.cases]
    else:
        cells = [
            (row, place)
            for row in range(len(matrix.cases))
            for place in range(len(matrix.themes))
            if all_pairs or (row, place) in matrix.words or (row, place) in written
        ]
        nothing = SummaryCell("", (), "", "")
        columns = {
            "case": [names[row] for row, _ in cells],
            "theme": [matrix.paths[place] for _, place in cells],
            "segments": [matrix.segments(*cell) for cell in cells],
            "first_words": [matrix.words.get(cell, "") for cell in cells],
            "summary": [written.get(cell, nothing).text for cell in cells],
            "summary_segments": ["; ".join(written.get(cell, nothing).sources) for cell in cells],
        }
        if ids:
            columns["case_id"] = [str(matrix.cases[row].id) for row, _ in cells]
            columns["theme_id"] = [str(matrix.themes[place].id) for _, place in cells]
    table = pd.DataFrame(columns)
    table.attrs = {
        "unit": "case" if square else "case by theme",
        "n_cases": len(matrix.cases),
        "n_themes": len(matrix.themes),
        "n_uncoded_cases": matrix.uncoded,
    }
    return table
