"""Analyses as files on their way out: what is found in them, and who is called how."""

import re
from pathlib import Path

import docx
import pandas as pd
import pytest

from qualcode.app import cases, display_names, summaries
from qualcode.app.analysing.files import drawn_of
from qualcode.app.analysing.outgoing import _call_by_ids, _names, _texts, check_file, write_file
from qualcode.app.project import Project, new
from qualcode.app.quoting import Quoting
from qualcode.domain.errors import BadInput


@pytest.fixture
def named(study: Project) -> Project:
    """Ana's case has a display id, and its name stands in a summary."""
    summaries.write_summary(study, "Ana Lee", "Power", "Ana Lee trusts slowly.")
    display_names.set_display(study, "Ana Lee", "K1")
    return study


def cases_in(project: Project, place: Path, name: str, display_ids: bool, **options: object) -> set[str]:
    found = check_file(project, place, name, display_ids=display_ids, **options)
    return {one.name for one in found.found if one.kind == "case"}


@pytest.mark.parametrize(
    ("name", "file", "options"),
    [
        ("summaries", "s.csv", {}),
        ("summaries", "s.docx", {}),
        ("summaries", "s.html", {"square": True}),
        ("cases-by-themes", "c.xlsx", {}),
        ("cases-by-themes", "c.html", {}),
        ("quotes", "q.csv", {}),
        ("quotes", "q.docx", {}),
        ("retrieval", "r.csv", {"query": "below:Power"}),
        ("retrieval", "r.docx", {"query": "below:Power"}),
        ("retrieval", "r.html", {"query": "below:Power"}),
        ("matrix", "m.csv", {"columns": "case"}),
        ("matrix", "m.svg", {"columns": "case"}),
    ],
)
def test_a_name_is_found_and_its_display_id_stands_in_its_place(
    named: Project, tmp_path: Path, name: str, file: str, options: dict[str, object]
) -> None:
    place = tmp_path / file
    assert "Ana Lee" in cases_in(named, place, name, False, **options)
    assert "Ana Lee" not in cases_in(named, place, name, True, **options)
    write_file(named, place, name, display_ids=True, **options)
    assert "Ana Lee" not in words_of(place)
    write_file(named, place, name, **options)
    if place.suffix != ".svg":  # there words are outlines
        assert "Ana Lee" in words_of(place)


def words_of(place: Path) -> str:
    if place.suffix == ".docx":
        document = docx.Document(str(place))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return "\n".join([*cells, *(paragraph.text for paragraph in document.paragraphs)])
    if place.suffix == ".xlsx":
        sheets = pd.read_excel(place, sheet_name=None, header=None, engine="calamine")
        return "\n".join(sheet.to_csv() for sheet in sheets.values())
    return re.sub(r"<!--.*?-->", "", place.read_text("utf-8-sig"))


def test_a_name_that_was_cut_short_in_a_chart_is_not_shown_with_display_ids(study: Project) -> None:
    cases.rename_case(study, "Ana Lee", "Ana Lee of the Long Lane Community Garden Association and Beyond")
    with study.read() as read:
        long = next(case.name for case in read.cases() if case.name.startswith("Ana"))
    display_names.set_display(study, long, "K1")
    drawn = drawn_of(study, "matrix", columns="case")
    assert any(text.get_text().startswith("Ana Lee") and text.get_text().endswith("…") for text in _texts(drawn))
    with study.read() as read:
        _call_by_ids(drawn, Quoting(read, True), _names(study))
    said = [text.get_text() for text in _texts(drawn)]
    assert not any("Ana Lee" in text for text in said)
    assert "K1" in said


def test_names_are_found_where_a_table_tells_how_many_it_has_of_each(named: Project, tmp_path: Path) -> None:
    cases.add_variable(named, "nick")
    with named.read() as read:
        everybody = [case.name for case in read.cases()]
    for case in everybody:
        cases.set_value(named, case, "nick", case)
    place = tmp_path / "g.xlsx"
    assert "Ana Lee" in cases_in(named, place, "group-differences", False, by="nick")
    assert "Ana Lee" not in cases_in(named, place, "group-differences", True, by="nick")
    write_file(named, place, "group-differences", display_ids=True, by="nick")
    assert "Ana Lee" not in words_of(place)
    assert "K1" in words_of(place)


def test_a_chart_of_words_where_nobody_said_one(tmp_path: Path) -> None:
    with new(tmp_path / "empty.qualcode", "Nothing yet", coder="AB") as project:
        place = write_file(project, tmp_path / "d.svg", "dispersion")
    assert "<svg" in place.read_text("utf-8")


def test_what_is_not_written_so_is_refused_before_it_is_looked_through(study: Project, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="comes as a table"):
        check_file(study, tmp_path / "f.docx", "frequencies")
    with pytest.raises(BadInput, match="neither a table nor a figure"):
        write_file(study, tmp_path / "f.txt", "frequencies")
