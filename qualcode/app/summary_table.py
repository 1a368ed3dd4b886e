"""What is written on the themes for each case, as it is printed: cell by cell, for tables and files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ..domain.cases import Case
from ..domain.codebook import Code
from ..domain.summaries import CaseSummary
from ..store.reading import Reading
from .quoting import Quoting
from .summaries import linked_passages

if TYPE_CHECKING:
    import pandas as pd

    from ..analysis.material import Material

Say = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class SummaryCell:
    """What is written in one cell as it may be printed, the sources of the passages it rests on, and whose words it
    is."""

    text: str
    sources: tuple[str, ...]
    coder: str
    created: str


@dataclass(frozen=True, slots=True)
class Summaries:
    """The cells in which something is written or linked, by case and theme; the cases and themes of the matrix."""

    cases: tuple[Case, ...]
    themes: tuple[Code, ...]
    paths: tuple[str, ...]
    cells: Mapping[tuple[UUID, UUID], SummaryCell]


def summary_cells(read: Reading, quoting: Quoting, say: Say = str) -> dict[tuple[UUID, UUID], SummaryCell]:
    """Every summary of the project by case and theme. Redacted words that were copied into one are left out."""
    rows: list[CaseSummary] = read.where("case_summary")
    under = linked_passages(read, [row.id for row in rows])
    coders = {coder.id: coder.name for coder in read.coders()}
    return {
        (row.case, row.theme): SummaryCell(
            quoting.sentence(row.text),
            tuple(
                dict.fromkeys(
                    say(quoting.citation(one.segment.document, one.segment.start)) for one in under.get(row.id, ())
                )
            ),
            coders[row.coder],
            row.created,
        )
        for row in rows
    }


def all_summaries(read: Reading, material: "Material", quoting: Quoting, say: Say = str) -> Summaries:
    """The matrix of what is written: the cases that have text in what is looked at, the themes that were not let go;
    and whatever else something is written on."""
    from ..analysis.material import case_names

    cells = summary_cells(read, quoting, say)
    heard = set(case_names(material))
    cases = tuple(case for case in read.cases() if case.name in heard)
    known = {case.id for case in cases}
    book, paths = read.codebook, read.codebook.paths()
    written = {theme for case, theme in cells if case in known}
    themes = tuple(
        code for code in book.ordered if (code.kind == "theme" and code.stage != "dropped") or code.id in written
    )
    return Summaries(
        cases,
        themes,
        tuple(paths[theme.id] for theme in themes),
        {key: cell for key, cell in cells.items() if key[0] in known},
    )


def summaries_table(
    read: Reading,
    material: "Material",
    *,
    square: bool = False,
    all_pairs: bool = False,
    ids: bool = False,
    display_ids: bool = False,
) -> "pd.DataFrame":
    """What is written, case by case in the order of the cases and the codebook: case, theme, summary, the sources of
    the passages it rests on, who began it and when; with `all_pairs` the empty cells, too. With `square` a matrix of
    the words: a row per case, a column per theme. `ids` adds the ids of cases and themes."""
    import pandas as pd

    quoting = Quoting(read, display_ids)
    found = all_summaries(read, material, quoting)
    nothing = SummaryCell("", (), "", "")
    if square:
        columns: dict[str, list[Any]] = {"case": [quoting.case(case) for case in found.cases]}
        for theme, path in zip(found.themes, found.paths, strict=True):
            name = path if path not in ("case", "case_id") else f"{path} (theme)"
            columns[name] = [found.cells.get((case.id, theme.id), nothing).text for case in found.cases]
        if ids:
            columns["case_id"] = [str(case.id) for case in found.cases]
    else:
        cells = [
            (case, path, theme.id, found.cells.get((case.id, theme.id), nothing))
            for case in found.cases
            for theme, path in zip(found.themes, found.paths, strict=True)
            if all_pairs or (case.id, theme.id) in found.cells
        ]
        columns = {
            "case": [quoting.case(case) for case, *_ in cells],
            "theme": [path for _, path, *_ in cells],
            "summary": [cell.text for *_, cell in cells],
            "summary_segments": ["; ".join(cell.sources) for *_, cell in cells],
            "coder": [cell.coder for *_, cell in cells],
            "created": [cell.created for *_, cell in cells],
        }
        if ids:
            columns["case_id"] = [str(case.id) for case, *_ in cells]
            columns["theme_id"] = [str(theme) for _, _, theme, _ in cells]
    table = pd.DataFrame(columns)
    table.attrs = {
        "unit": "case" if square else "case by theme",
        "n": len(found.cells),
        "n_cases": len(found.cases),
        "n_themes": len(found.themes),
    }
    return table
