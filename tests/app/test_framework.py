"""The matrix of cases by themes of a real project, and its files."""

from pathlib import Path
from uuid import UUID

import docx
import pytest
from app.study import ANA, BEN

from qualcode.app import cases, codebook, coding, display_names, redactions, summaries, themes
from qualcode.app.framework import cases_by_themes, cell_passages
from qualcode.app.framework_export import check_cells, export_cells
from qualcode.app.project import Project
from qualcode.domain.documents import turns
from qualcode.domain.errors import BadInput


@pytest.fixture
def grown(study: Project) -> Project:
    """With a sub-theme, a code linked from elsewhere, a theme let go, and a coding on somebody else's turn."""
    below = codebook.add_code(study, "Doors", kind="theme", parent="Power")
    codebook.add_code(study, "keys", parent=below)
    coding.apply_code(study, "P02", BEN.index("Café"), BEN.index("Café") + 4, "keys")
    coding.apply_code(study, "P01", ANA.index("How"), ANA.index("How") + 3, "keys")  # the interviewer's words
    themes.link_code(study, "Doors", "place")
    gone = codebook.add_code(study, "Gone", kind="theme")
    themes.set_stage(study, gone.id, "dropped")
    cases.add_case(study, "Nobody")  # has no text
    return study


def slow(project: Project) -> dict[tuple[str, str], set[tuple[str, int, int]]]:
    """The passages of every cell, coding by coding."""
    with project.read() as read:
        book, links = read.codebook, read.where("theme_code")
        homes = {document.id: document for document in read.documents()}
        names = {case.id: case.name for case in read.cases()}
        parts = []
        for one in read.assignments():
            home = homes[one.document]
            if one.speaker:
                said = turns(read.text(home), home.speakers)
                parts += [(names[one.case], home.id, t.start, t.end) for t in said if t.speaker == one.speaker]
            else:
                parts.append((names[one.case], home.id, one.start or 0, home.characters))
        codings = read.placed()

    def above(code: UUID) -> set[UUID]:
        found: set[UUID] = set()
        waiting: list[UUID | None] = [code]
        while waiting:
            one = waiting.pop()
            if one is not None and one not in found:
                found.add(one)
                waiting += [book.by_id[one].parent, *(link.theme for link in links if link.code == one)]
        return found

    cells: dict[tuple[str, str], set[tuple[str, int, int]]] = {}
    for one in codings:
        for code in above(one.code):
            for case, home, start, end in parts:
                if home == one.document and start < one.end and one.start < end:
                    place = (homes[home].name, one.start, one.end)
                    cells.setdefault((case, book.by_id[code].name), set()).add(place)
    return cells


def test_the_cells_are_those_of_a_slow_count(grown: Project) -> None:
    matrix, expected = cases_by_themes(grown), slow(grown)
    assert [case.name for case in matrix.cases] == ["Ana Lee", "Bo"], "a case without text has no row"
    assert [theme.name for theme in matrix.themes] == ["Power", "Doors"], "a theme let go has no column"
    for row, case in enumerate(matrix.cases):
        for column, theme in enumerate(matrix.themes):
            cell = expected.get((case.name, theme.name), set())
            assert matrix.segments(row, column) == len(cell), (case.name, theme.name)
            page = cell_passages(grown, matrix, row, column)
            assert page.total == len(cell)
            assert {(one.name, one.start, one.end) for one in page.passages} == cell
            assert ((row, column) in matrix.words) == bool(cell)
    assert matrix.segments(0, 0) == 2, "two coders and two codes on one span are one; the interviewer's words are hers"
    assert matrix.words[0, 0].startswith("I trusted nobody")
    first = cell_passages(grown, matrix, 0, 0, limit=1)
    assert first.passages[0].coders == ("Ana", "Ben")
    assert (len(first.passages), first.total) == (1, 2)


def test_a_filter_narrows_it(grown: Project) -> None:
    matrix = cases_by_themes(grown, grown.analyses.scope(documents=["P02"]))
    assert [case.name for case in matrix.cases] == ["Bo"]
    assert cases_by_themes(grown, grown.analyses.scope(coders=["Ben"])).segments(0, 0) == 1


def test_the_tables(grown: Project) -> None:
    table = grown.analyse("cases-by-themes")
    assert list(table.columns) == ["case", "theme", "segments", "first_words", "summary", "summary_segments"]
    assert (table["segments"] > 0).all()
    every = grown.analyse("cases-by-themes", all_pairs=True, ids=True)
    assert len(every) == 4
    assert list(every.columns)[-2:] == ["case_id", "theme_id"]
    square = grown.analyse("cases-by-themes", square=True)
    assert square.to_dict("list") == {"case": ["Ana Lee", "Bo"], "Power": [2, 2], "Power > Doors": [2, 1]}
    assert square.attrs["n_themes"] == 2


def test_summaries_stand_in_the_tables_and_pages(grown: Project, tmp_path: Path) -> None:
    codebook.add_code(grown, "Silence", kind="theme")
    summaries.write_summary(grown, "Bo", "Silence", "Bo passes over it.")
    summaries.link_segments(grown, "Ana Lee", "Power", [("P01", ANA.index("I trusted"), ANA.index("I trusted") + 9)])
    table = grown.analyse("cases-by-themes").set_index(["case", "theme"])
    assert table.loc[("Bo", "Silence")].tolist() == [0, "", "Bo passes over it.", ""]
    assert table.loc[("Ana Lee", "Power"), "summary_segments"] == "P01, turn 2"
    page = export_cells(grown, tmp_path / "cells.html").read_text("utf-8")
    assert '<p dir="auto">Bo passes over it.</p>' in page
    assert "segments: 2; P01, turn 2" in page
    cells = docx.Document(str(export_cells(grown, tmp_path / "cells.docx"))).tables[0].rows[1].cells
    assert cells[0].text == "Ana Lee"
    assert "passes over" not in cells[3].text
    assert "Bo" in {one.name for one in check_cells(grown).found}


def test_redacted_words_and_names_do_not_leave(grown: Project, tmp_path: Path) -> None:
    start = ANA.index("nobody")
    redactions.redact(grown, "P01", start, start + 6)
    display_names.set_display(grown, "Ana Lee", "P07")
    assert "nobody" not in str(grown.analyse("cases-by-themes")["first_words"].tolist())
    place = export_cells(grown, tmp_path / "cells.csv", display_ids=True)
    text = place.read_text("utf-8")
    assert "nobody" not in text
    assert "P07,Power,2,I trusted […] at first" in text
    assert "Ana Lee" not in text
    found = check_cells(grown)
    assert {one.name for one in found.found if one.kind == "case"} == {"Ana Lee", "Bo"}
    numbers = export_cells(grown, tmp_path / "cells.xlsx", square=True, filters={"documents": ["P02"]})
    assert numbers.exists()
    with pytest.raises(BadInput, match="end the name in"):
        export_cells(grown, tmp_path / "cells.svg")
