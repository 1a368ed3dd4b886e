"""The analysis *matrix*: every side, every value, what cells open, and files that other programs read."""

from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from matplotlib.text import Text

from qualcode.app import cases, codebook, document_sets, folders, themes
from qualcode.app.analysing import matrix
from qualcode.app.analysing.files import drawn_of
from qualcode.app.analysing.quoted import selected_passages
from qualcode.app.analysing.registry import Asked
from qualcode.app.project import Project
from qualcode.cli.main import main
from qualcode.domain.errors import BadInput, NotFound
from qualcode.domain.options import options_from


def dressed(project: Project) -> Project:
    """The study with a set, folders, a date, another number, and a code that is linked to a theme."""
    document_sets.add_document_set(project, "Early", ["P01"])
    folders.move_documents(project, ["P01"], "Talks/First")
    cases.add_variable(project, "met", "date")
    cases.set_value(project, "Bo", "met", "2024-05-01")
    codebook.add_code(project, "Land", kind="theme")
    themes.link_code(project, "Land", "place")
    return project


SIDES = ("document", "case", "speaker", "coder", "set", "folder", "age", "team", "met")


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("kind", ["code", "theme"])
@pytest.mark.parametrize("turned", [False, True])
def test_every_cell_opens_as_many_passages_as_it_says(file_study: Project, side: str, kind: str, turned: bool) -> None:
    project = dressed(file_study)
    rows, columns = (side, kind) if turned else (kind, side)
    given = {"rows": rows, "columns": columns, "totals": True}
    table = project.analyse("matrix", **given)
    asked = Asked(project)
    options = options_from(matrix.Options, "matrix", given)
    assert table.iloc[-1, 0] == "(total)"
    for row in range(len(table)):
        for column in table.columns[1:]:
            opened = matrix.ANALYSIS.cell(asked, options, table, row, column)  # type: ignore[misc]
            assert opened is not None
            assert selected_passages(asked, opened).total == table[column].iloc[row], (row, column)


def test_the_cells_of_the_study(file_study: Project) -> None:
    project = dressed(file_study)
    by = {side: project.analyse("matrix", columns=side).set_index("code") for side in SIDES}
    assert by["document"].loc["Power > trust"].to_dict() == {"P01": 1, "P02": 1}
    assert by["case"].loc["place"].to_dict() == {"Ana Lee": 2, "Bo": 0, "(no case)": 0}
    assert by["speaker"].loc["Power > trust"].to_dict() == {"INTERVIEWER": 0, "P01": 1, "(no speaker)": 1}
    assert by["coder"].loc["Power > trust"].to_dict() == {"Ana": 2, "Ben": 1}
    assert by["set"].loc["Power > trust"].to_dict() == {"Early": 1, "(no set)": 1}
    assert by["folder"].loc["place"].to_dict() == {"Talks": 2, "Talks/First": 2, "(no folder)": 0}
    assert by["age"].loc["Power > trust"].to_dict() == {"31": 1, "44": 1, "(no value)": 0}
    assert by["team"].loc["Power > trust"].to_dict() == {"north": 1, "(no value)": 1}
    assert by["met"].loc["place"].to_dict() == {"2024-05-01": 0, "(no value)": 2}
    assert list(by["case"].index) == ["Power > trust", "Power > gatekeeping", "place"], "themes are no codes here"
    linked = project.analyse("matrix", rows="theme", columns="document").set_index("theme")
    assert linked.loc["Land"].to_dict() == {"P01": 2, "P02": 0}
    assert linked.loc["Power"].to_dict() == {"P01": 1, "P02": 1}
    rolled = project.analyse("matrix", rollup=True).set_index("code")
    assert rolled.loc["Power"].to_dict() == {"P01": 1, "P02": 1}


def test_values(file_study: Project) -> None:
    ask = file_study.analyse
    characters = ask("matrix", value="characters", totals=True).set_index("code")
    frequencies = ask("frequencies").set_index("code")
    assert characters.loc["place", "total"] == frequencies.loc["place", "characters"] == 32
    presence = ask("matrix", value="presence", totals=True).set_index("code")
    assert presence.loc["place"].tolist() == [1, 0, 1]
    assert presence.loc["(total)"].tolist() == [2, 1, 3]
    rows = ask("matrix", value="row-share", columns="document", totals=True).set_index("code")
    assert rows.loc["Power > trust"].tolist() == [0.5, 0.5, 1.0]
    assert rows.loc["Power > gatekeeping"].isna().all(), "a share of nothing is not defined"
    columns = ask("matrix", value="column-share", columns="document").set_index("code")
    assert columns["P01"].tolist() == [0.5, 0.0, 1.0], "of two spans in P01 one has both codes"
    turned = ask("matrix", rows="document", columns="code", value="column-share").set_index("document")
    assert turned["Power > trust"].tolist() == [0.5, 0.5]


def test_filters_cut_rows_and_columns(file_study: Project) -> None:
    table = file_study.analyse("matrix", columns="case", codes=["trust"], documents=["P01"])
    assert table.columns.tolist() == ["code", "Ana Lee", "(no case)"]
    assert table.values.tolist() == [["Power > trust", 1, 0]]
    own = file_study.analyse("matrix", columns="speaker", variables={"age": "31"}).set_index("code")
    assert own.columns.tolist() == ["P01", "(no speaker)"], "the interviewer's turns are not looked at"
    assert own.loc["place"].tolist() == [2, 0]


def test_numbers_in_groups(file_study: Project) -> None:
    for number in range(12):
        cases.add_case(file_study, f"C{number}", age=20 + number // 2)
        cases.assign(file_study, f"C{number}", "P02")
    assert file_study.analyse("matrix", columns="age").columns.tolist()[1:-1] == [*map(str, range(20, 26)), "31", "44"]
    grouped = file_study.analyse("matrix", columns="age", bins=3)
    assert grouped.columns.tolist()[1:] == ["20–22", "23–24", "25–44", "(no value)"]
    assert "groups of about as many cases" in grouped.attrs["rule"]


def test_the_other_side_is_refused(file_study: Project) -> None:
    with pytest.raises(BadInput, match="One side of a matrix"):
        file_study.analyse("matrix", rows="case", columns="document")
    with pytest.raises(BadInput, match=r"“size” is nothing to compare.*“age”, “team”"):
        file_study.analyse("matrix", columns="size")
    with pytest.raises(BadInput, match="rows that are cases or documents"):
        file_study.analyse("matrix", with_variables=True)
    with pytest.raises(NotFound):
        file_study.analyse("matrix", codes=["nothing"])


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".parquet"])
def test_pandas_reads_presence_for_r_and_spss(study_path: Path, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"presence{suffix}"
    sides = ["--rows", "case", "--columns", "code", "--value", "presence", "--rollup"]
    words = ["matrix", *sides, "--names", "plain", "--with-variables", "--out", str(out)]
    assert main(["analyse", str(study_path), *words]) == 0
    if suffix == ".xlsx":
        table = pd.read_excel(out, engine="openpyxl")
    else:
        table = pd.read_csv(out) if suffix == ".csv" else pd.read_parquet(out)
    assert table.columns.tolist() == ["case", "Power", "Power_trust", "Power_gatekeeping", "place", "age", "team"]
    assert table["case"].tolist() == ["Ana Lee", "Bo"]
    assert table[["Power", "Power_trust", "Power_gatekeeping", "place"]].values.tolist() == [[1, 1, 0, 1], [1, 1, 0, 0]]
    assert table["age"].tolist() == [31, 44]
    assert table["team"].tolist()[0] == "north"
    assert pd.isna(table["team"][1])
    if suffix == ".xlsx":
        about = openpyxl.load_workbook(out).worksheets[1]
        told = {row[0].value: row[1].value for row in about.iter_rows()}
        assert told["column Power_trust"] == "Power > trust"


def test_rows_of_documents_have_the_values_their_cases_share(file_study: Project) -> None:
    cases.add_case(file_study, "Cy", age=31, team="south")
    cases.assign(file_study, "Cy", "P01")
    table = file_study.analyse("matrix", rows="document", columns="code", with_variables=True).set_index("document")
    assert table.loc["P01", "age"] == 31
    assert table.loc["P01", "team"] is None
    assert table.loc["P02", "age"] == 44


def test_the_figure_shows_what_the_table_says(file_study: Project) -> None:
    table = file_study.analyse("matrix", columns="case").set_index("code")
    drawn = drawn_of(file_study, "matrix", columns="case")
    says = {mark.says: mark.opens for mark in drawn.marks}
    assert "place · Ana Lee: 2" in says
    assert "trust · Bo: 1" in says
    for text, opened in says.items():
        if opened is not None:
            assert selected_passages(Asked(file_study), opened).total == int(text.rpartition(": ")[2])
    assert table["Ana Lee"].sum() == 3
    shares = drawn_of(file_study, "matrix", rows="document", columns="theme", value="row-share", dark=True)
    assert any(mark.says.endswith("Power: 100%") for mark in shares.marks)
    # a span with two codes counts for both, and the n says so; the total of the table counts it once
    whole = file_study.analyse("matrix", totals=True)["total"].tolist()
    words = " ".join(text.get_text() for text in drawn.figure.findobj(Text) if isinstance(text, Text))
    assert (sum(whole[:-1]), whole[-1]) == (4, 3)
    assert "n = 4 segments (each once per code)." in " ".join(words.split())
