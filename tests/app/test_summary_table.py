"""The matrix of written summaries as tables and files: in their order, without what may not leave."""

from pathlib import Path

import docx
import pandas as pd
import pytest
from app.study import ANA, BEN
from app.summary_examples import segment_of

from qualcode.app import cases, codebook, display_names, redactions, summaries, themes
from qualcode.app.analysing.catalogue import ANALYSES
from qualcode.app.analysing.files import export_chart
from qualcode.app.analysing.registry import Asked
from qualcode.app.analysing.summaries import Options
from qualcode.app.project import Project

TAUGHT = BEN.index("信任")


@pytest.fixture
def summed(study: Project) -> Project:
    """Two themes and three cases, one of which has no text."""
    codebook.add_code(study, "Places", kind="theme")
    cases.add_case(study, "Cy")
    summaries.write_summary(study, "Bo", "Places", "Nothing on places.")
    summaries.write_summary(study, "Ana Lee", "Power", "“I trusted nobody at first.”\nThen slowly more.")
    summaries.link_segments(study, "Ana Lee", "Power", [("P02", TAUGHT, TAUGHT + 2), segment_of(study)])
    return study


def test_cases_by_themes_in_their_order(summed: Project) -> None:
    table = summed.analyse("summaries")
    assert list(zip(table["case"], table["theme"], strict=True)) == [("Ana Lee", "Power"), ("Bo", "Places")]
    assert table["summary_segments"].tolist() == ["P01, turn 2; P02, turn 2", ""]
    assert table["coder"].tolist() == ["Ana", "Ana"]
    assert len(summed.analyse("summaries", all_pairs=True)) == 4
    square = summed.analyse("summaries", square=True)
    assert list(square.columns) == ["case", "Power", "Places"]
    assert square["case"].tolist() == ["Ana Lee", "Bo"]
    assert square["Places"].tolist() == ["", "Nothing on places."]
    assert (square.attrs["n"], square.attrs["n_cases"], square.attrs["n_themes"]) == (2, 2, 2)
    assert summed.analyse("summaries", documents=["P02"])["case"].tolist() == ["Bo"]


def test_no_word_is_hidden_when_a_theme_is_let_go(summed: Project) -> None:
    themes.set_stage(summed, "Places", "dropped")
    codebook.add_code(summed, "Let go", kind="theme")
    themes.set_stage(summed, "Let go", "dropped")
    assert list(summed.analyse("summaries", square=True).columns) == ["case", "Power", "Places"]
    codebook.define_code(summed, "Power", kind="code")
    assert summed.analyse("summaries")["theme"].tolist() == ["Power", "Places"]


def test_redacted_words_and_names_do_not_leave(summed: Project, tmp_path: Path) -> None:
    at = ANA.index("nobody")
    redactions.redact(summed, "P01", at, at + 6)
    display_names.set_display(summed, "Ana Lee", "K1")
    table = summed.analyse("summaries", display_ids=True)
    assert table["case"].tolist() == ["K1", "Bo"]
    assert table["summary"].tolist()[0].startswith("“I trusted […] at first.”")
    path = export_chart(summed, tmp_path / "s.docx", "summaries", display_ids=True)
    cells = [cell.text for row in docx.Document(str(path)).tables[0].rows for cell in row.cells]
    assert not any("nobody" in cell or "Ana Lee" in cell for cell in cells)


def test_a_cell_opens_the_passages_it_rests_on(summed: Project) -> None:
    cell = ANALYSES["summaries"].cell
    assert cell is not None
    for options, row, column in (
        (Options(), 0, "summary"),
        (Options(all_pairs=True), 0, "case"),
        (Options(square=True), 0, "Power"),
    ):
        table = ANALYSES["summaries"].table(Asked(summed), options)
        selection = cell(Asked(summed), options, table, row, column)
        assert selection is not None
        assert [place[1:] for place in selection.places or ()][1] == (TAUGHT, TAUGHT + 2)
    assert cell(Asked(summed), Options(square=True), table, 0, "case") is None


def test_files_for_people_and_programs(summed: Project, tmp_path: Path) -> None:
    wide = export_chart(summed, tmp_path / "wide.xlsx", "summaries", square=True)
    assert pd.read_excel(wide, engine="calamine").fillna("").equals(summed.analyse("summaries", square=True))
    for number in range(6):
        codebook.add_code(summed, f"Theme {number}", kind="theme")
    printed = docx.Document(str(export_chart(summed, tmp_path / "s.docx", "summaries")))
    assert printed.sections[0].page_width > printed.sections[0].page_height
    assert [len(table.columns) for table in printed.tables] == [5, 5]
    first = printed.tables[0]
    assert [cell.text for cell in first.rows[0].cells][:3] == ["Case", "Power", "Places"]
    assert first.rows[1].cells[1].text == "“I trusted nobody at first.”\nThen slowly more.\nP01, turn 2; P02, turn 2"
    assert first.rows[1].cells[0].text == printed.tables[1].rows[1].cells[0].text == "Ana Lee"
