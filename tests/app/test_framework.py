"""The matrix of cases by themes of a real project, and its files."""

from pathlib import Path
from uuid import UUID

import docx
import pandas as pd
import pytest
from app.study import ANA, BEN

from qualcode.app import cases, codebook, coding, display_names, redactions, summaries, themes, variables
from qualcode.app.framework import cases_by_themes, cell_passages
from qualcode.app.framework_export import check_cells, export_cells
from qualcode.app.project import Project
from qualcode.app.quoting import Quoting
from qualcode.app.table_leaving import printed_table
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


def test_the_sheet_that_says_how_it_was_made_is_looked_through(grown: Project, tmp_path: Path) -> None:
    filters = {"documents": ["P01"]}
    place = export_cells(grown, tmp_path / "cells.xlsx", True, filters)
    about = pd.read_excel(place, sheet_name="About", engine="openpyxl", header=None).set_index(0)[1]
    assert about["documents"] == "1 of 2: P01"
    found = check_cells(grown, True, filters)
    origin = {one.name for one in found.found for there in one.places if there.where == "how it was made"}
    assert origin == {"P01"}
    assert not [one for one in check_cells(grown, True, filters, suffix=".csv").found if one.name == "P01"]


def test_no_theme_takes_the_place_of_another_column(study: Project) -> None:
    at = {name: ANA.index(name) for name in ("I trusted", "garden")}
    for count, name in enumerate(("case", "case_id", "case (theme)", "comment", "source")):
        codebook.add_code(study, name, kind="theme")
        for start in list(at.values())[: count % 2 + 1]:
            coding.apply_code(study, "P01", start, start + 5, name)
    table = study.analyse("cases-by-themes", square=True, ids=True)
    ana = dict(zip(table.columns, table.iloc[0], strict=True))
    ids = [str(case.id) for case in cases_by_themes(study).cases]
    assert len(ana) == len(table.columns)
    assert ana == {
        "case": "Ana Lee", "Power": 1, "case (theme 2)": 1, "case_id (theme)": 2, "case (theme)": 1, "comment": 2,
        "source": 1, "case_id": ids[0],
    }  # fmt: skip
    with study.read() as read:
        printed = printed_table(table, Quoting(read, display_ids=False))
    assert dict(zip(printed.columns, printed.iloc[0], strict=True)) == ana, "numbers stay numbers, whatever their name"


def test_codes_and_variables_called_like_fixed_columns_keep_their_values(study: Project) -> None:
    start = ANA.index("I trusted")
    for name in ("code", "code_id"):
        codebook.add_code(study, name)
        coding.apply_code(study, "P01", start, start + 26, name)
    table = study.analyse("cooccurrence", square=True, ids=True)
    assert list(table.columns) == ["code", "code_id", "Power > trust", "place", "code (code)", "code_id (code)"]
    assert table.set_index("code").loc["code", "code_id (code)"] == 1
    cases.add_variable(study, "id", "number")
    variables.set_values(study, [("Bo", "id", "7")])
    frame = study.frames.cases
    assert frame.set_index("name").loc["Bo", "id (variable)"] == 7.0
    with study.read() as read:
        assert set(frame["id"]) == {str(case.id) for case in read.cases()}
