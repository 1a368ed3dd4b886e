"""Analyses as files on their way out: what is found in them, and who is called how."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pandas as pd
import pytest
from matplotlib.text import Text

import qualcode
from qualcode.analysis.figures import save
from qualcode.app import cases, codebook, display_names, documents, summaries
from qualcode.app.analysing.files import export_chart
from qualcode.app.analysing.outgoing import check_file, drawn_to_leave, look_at_chart, write_file
from qualcode.app.project import Project, new
from qualcode.app.sample import make_sample
from qualcode.app.sample_analyses import questions
from qualcode.domain.errors import BadInput
from qualcode.domain.options import FIGURE


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


LONG = "Wilhelmina Featherstonehaugh{} of the Orchardside Allotment Association and the Beekeepers of Larchmont"
PARTS = ("Wilhelmina", "Featherston", "Orchardside", "Allotment", "Beekeepers", "Larchmont")
WORDS_ONLY = ("collocations", "entities", "keyness", "words")  # no names, but for those of the filters below them
PICTURES = {
    stem: (analysis.name, options)
    for stem, analysis, form, options in questions()
    if form == FIGURE and analysis.name not in WORDS_ONLY
}


@pytest.fixture(scope="module")
def long_names(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The sample project whose cases have long names, which also stand in the names of documents, codes and values."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUALCODE_HOME", str(tmp_path_factory.mktemp("home")))
        with qualcode.open(make_sample(tmp_path_factory.mktemp("sample")), coder="Amara Osei") as project:
            with project.read() as read:
                everybody, texts = read.cases(), read.documents()
                code = next(one for one in read.codebook.ordered if one.name == "trust takes years")
                theme = next(one for one in read.codebook.ordered if one.kind == "theme")
            cases.add_variable(project, "Friend")
            for number, case in enumerate(everybody):
                cases.rename_case(project, case.id, LONG.format(number))
                display_names.set_display(project, case.id, f"K{number}")
                cases.set_value(project, case.id, "Friend", LONG.format(number % 2))
            for number, text in enumerate(texts):
                documents.rename_document(project, text.id, f"{number} {LONG.format(number % len(everybody))}")
            codebook.rename_code(project, code.id, f"trust in {LONG.format(0)}")
            codebook.rename_code(project, theme.id, f"{LONG.format(1)} and power")
            yield project


@pytest.mark.parametrize(
    ("name", "options"),
    [
        *PICTURES.values(),
        ("crosstab", {"by": "Friend"}),
        ("group-differences", {"by": "Friend"}),
        ("matrix", {"columns": "Friend"}),
        ("matrix", {"rows": "theme", "columns": "case", "value": "row-share"}),
        ("timeline", {}),
        ("frequencies", {"documents": [f"0 {LONG.format(0)}"]}),
    ],
)
def test_no_name_is_left_in_a_chart_with_display_ids_however_it_is_cut_or_broken(
    long_names: Project, tmp_path: Path, name: str, options: dict[str, Any]
) -> None:
    place = tmp_path / "chart.svg"
    drawn, said = drawn_to_leave(long_names, name, display_ids=True, **options)
    save(drawn.figure, place, editable=True)
    left = [part for part in PARTS if part in place.read_text("utf-8") or any(part in text for text in said)]
    assert not left
    found = look_at_chart(long_names, drawn, said, True)
    assert not [one.name for one in found.found if one.kind == "case"]


def test_a_name_that_is_broken_across_the_lines_of_a_caption_is_found(long_names: Project, tmp_path: Path) -> None:
    given = {"documents": [f"0 {LONG.format(0)}"]}
    drawn, said = drawn_to_leave(long_names, "frequencies", **given)
    lines = [text.get_text() for text in drawn.figure.findobj(Text)]
    assert not any(LONG.format(0) in line for line in lines)  # it is cut or broken wherever it stands
    assert LONG.format(0) in {one.name for one in look_at_chart(long_names, drawn, said, False).found}
    for end in (write_file, export_chart):
        place = end(long_names, tmp_path / f"{end.__name__}.svg", "frequencies", display_ids=True, **given)
        assert "<svg" in place.read_text("utf-8")


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
