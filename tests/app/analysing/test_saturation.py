"""The analysis *saturation*: codes now and then, themes and facets, what is left out, and what cells open."""

import csv
from pathlib import Path

import pytest
from matplotlib.text import Text

from qualcode.analysis.drawn import Drawn
from qualcode.app import codebook, coding, documents, marking
from qualcode.app.analysing import saturation
from qualcode.app.analysing.files import drawn_of
from qualcode.app.analysing.quoted import selected_passages
from qualcode.app.analysing.registry import Asked
from qualcode.app.project import Project, new
from qualcode.cli.main import main
from qualcode.domain.errors import BadInput
from qualcode.domain.options import options_from

HELD = ("ab", "c", "ac", "", "bd", "a", "e")  # the codes of seven interviews


@pytest.fixture
def study(tmp_path: Path) -> Project:
    for number in range(len(HELD)):
        (tmp_path / f"P{number + 1}.txt").write_text("One two three four five.\n", "utf-8")
    project = new(tmp_path / "study.qualcode", coder="Ana")
    documents.import_files(project, [tmp_path / f"P{number + 1}.txt" for number in range(len(HELD))], language="en")
    theme = codebook.add_code(project, "Theme", kind="theme")
    for name in "abcde":
        codebook.add_code(project, name, parent=theme if name in "ab" else None)
    for number, codes in enumerate(HELD):
        for name in codes:
            coding.apply_code(project, f"P{number + 1}", 0, 7, name)
    yield project
    project.close()


def new_codes(project: Project, **given: object) -> list[int]:
    return project.analyse("saturation", **given)["new_codes"].tolist()


def test_positions_are_the_coded_documents(study: Project, tmp_path: Path) -> None:
    table = study.analyse("saturation", base=2, run=2)
    assert table.columns.tolist() == ["position", "document", "new_codes", "cumulative_codes", "run_new", "ratio"]
    assert table["document"].tolist() == ["P1", "P2", "P3", "P5", "P6", "P7"], "nobody has coded P4"
    assert table["cumulative_codes"].tolist() == [2, 3, 3, 4, 4, 5]
    assert table["ratio"].fillna(-1).tolist() == [-1, -1, -1, 1 / 3, 1 / 3, 1 / 3]
    assert "Documents without codings, left out: 1." in table.attrs["rule"]
    assert "Codes are made by analysts" in table.attrs["read_as"]
    out = tmp_path / "saturation.csv"
    words = ["--base", "2", "--run", "1", "--threshold", "0.05", "--out", str(out)]
    assert main(["analyse", str(tmp_path / "study.qualcode"), "saturation", *words]) == 0
    with out.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["ratio"] for row in rows] == ["", "", "0.0", repr(1 / 3), "0.0", repr(1 / 3)]
    assert [row["run_new"] for row in rows] == ["", "", "0", "1", "0", "1"]


@pytest.mark.parametrize("of", ["codes", "themes"])
def test_a_filter_of_codes_leaves_the_documents_that_were_coded(study: Project, of: str) -> None:
    """Interviews with other codes bring nothing new: they are what saturation is about, and nobody left them out."""
    chosen = {"of": of, "base": 2, "run": 2, "codes": ["Theme"]}
    table = study.analyse("saturation", **chosen)
    assert table["document"].tolist() == ["P1", "P2", "P3", "P5", "P6", "P7"]
    assert table["new_codes"].tolist() == ([2, 0, 0, 0, 0, 0] if of == "codes" else [1, 0, 0, 0, 0, 0])
    assert "Documents without codings, left out: 1." in table.attrs["rule"]
    row = study.analyse("saturation", summary=True, **chosen).iloc[0]
    assert (row["documents"], row["stop_at"], row["reached"]) == (6, 4, "2+2")
    every = study.analyse("saturation", prevalence=True, **chosen)
    assert every["documents"].unique().tolist() == [6]
    things = "2 codes" if of == "codes" else "1 themes"
    drawn = drawn_of(study, "saturation", **chosen)
    assert f"n = {things} in 6 coded documents." in words_of(drawn)


def test_a_filter_of_codes_among_facets(study: Project) -> None:
    assert study.analyse("saturation", of="facets", codes=["Theme"])["document"].tolist() == [
        "P1", "P2", "P3", "P5", "P6", "P7",
    ]  # fmt: skip


def words_of(drawn: Drawn) -> str:
    """All that is written in a chart, on one line."""
    found = drawn.figure.findobj(Text)
    return " ".join(" ".join(text.get_text() for text in found if isinstance(text, Text)).split())


def test_the_summary(study: Project) -> None:
    row = study.analyse("saturation", base=2, run=1, summary=True).iloc[0]
    assert (row["documents"], row["codes"], row["base_codes"]) == (6, 5, 3)
    assert (row["stop_at"], row["reached"]) == (3, "2+1")
    assert (row["in_one_document"], row["in_two_documents"]) == (2, 2)
    assert row["chao2"] == pytest.approx(5 + 5 / 6 * 4 / 4)
    assert 5 <= row["chao2_low"] <= row["chao2"] <= row["chao2_high"]
    assert row["stop_low"] <= row["stop_median"]
    again = study.analyse("saturation", base=2, run=1, summary=True, orders=1000, seed=1).iloc[0]
    assert again.equals(row)
    unreached = study.analyse("saturation", base=5, run=4, summary=True).iloc[0]
    assert unreached["note"] == "Base and run need 9 coded documents; there are 6."
    bands = study.analyse("saturation", bands=True)
    assert bands["cumulative_low"].le(bands["cumulative_mean"]).all()
    assert bands["cumulative_mean"].iloc[-1] == bands["cumulative_high"].iloc[-1] == 5


def test_prevalence(study: Project) -> None:
    table = study.analyse("saturation", prevalence=True).set_index("prevalence")
    assert table.loc[[0.05, 0.1, 0.2, 0.3], "interviews"].tolist() == [59, 29, 14, 9]
    assert table.loc[0.3, "codes_at_least"] == 3, "a is in 3 of 6 documents, b and c in 2"
    assert table.loc[0.3, "chance_heard"] == pytest.approx(1 - 0.7**6)


def test_another_order(study: Project) -> None:
    table = study.analyse("saturation", order="random", seed=5)
    assert sorted(table["document"]) == ["P1", "P2", "P3", "P5", "P6", "P7"]
    known: set[str] = set()
    for _, row in table.iterrows():
        known |= set(HELD[int(row["document"][1:]) - 1])
        assert row["cumulative_codes"] == len(known)
    assert study.analyse("saturation", order="random", seed=5).equals(table)


def test_the_codebook_as_it_was_when_documents_were_coded(study: Project) -> None:
    assert new_codes(study) == new_codes(study, codebook="then") == [2, 1, 0, 1, 0, 1]
    codebook.merge_codes(study, "c", "a")
    codebook.remove_code(study, "e")
    assert new_codes(study) == [2, 0, 0, 1, 0], "P7 has no code left"
    assert new_codes(study, codebook="then") == [2, 1, 0, 1, 0, 1]
    study.undo()
    study.undo()
    assert new_codes(study, codebook="then") == [2, 1, 0, 1, 0, 1]
    slip = coding.apply_code(study, "P2", 8, 13, "d")
    assert new_codes(study, codebook="then") == [2, 2, 0, 0, 0, 1]
    coding.remove_coding(study, slip)
    assert new_codes(study, codebook="then") == [2, 2, 0, 0, 0, 1], "it carried it when it was last coded"
    study.undo()
    coding.apply_code(study, "P1", 8, 13, "e")
    assert new_codes(study, codebook="then") == [3, 2, 0, 0, 0, 0], "P1 was coded again"


def test_the_codebook_then_of_one_coder(study: Project) -> None:
    study.coder = "Ben"
    for document, name in (("P1", "c"), ("P2", "c"), ("P3", "d")):
        coding.apply_code(study, document, 8, 13, name)
    assert new_codes(study, codebook="then") == [3, 0, 1, 0, 0, 1]
    for codebook_of in ("now", "then"):
        assert new_codes(study, codebook=codebook_of, coders=["Ben"]) == [1, 0, 1]
        assert new_codes(study, codebook=codebook_of, coders=["Ana"]) == [2, 1, 0, 1, 0, 1]


def test_what_was_undone_did_not_code(study: Project) -> None:
    coding.apply_code(study, "P1", 8, 13, "e")
    study.undo()
    assert new_codes(study, codebook="then") == [2, 1, 0, 1, 0, 1]
    study.redo()
    assert new_codes(study, codebook="then") == [3, 1, 0, 1, 0, 0]
    with pytest.raises(BadInput, match="themes and marks are those of now"):
        study.analyse("saturation", codebook="then", of="themes")
    with pytest.raises(BadInput, match="no codes"):
        study.analyse("saturation", codebook="then", codes=["a"])
    assert study.analyse("saturation", codebook="then", documents=["P1"])["new_codes"].tolist() == [3]


def test_themes_and_facets(study: Project) -> None:
    assert new_codes(study, of="themes") == [1, 0, 0, 0, 0, 0]
    with study.read() as read:
        placed = {
            (read.record("document", one.document).name, read.codebook.by_id[one.code].name): one
            for one in read.placed()
        }
    assert new_codes(study, of="facets") == [0] * 6
    assert [mark.says.partition(": ")[2] for mark in drawn_of(study, "saturation", of="facets").marks] == [
        "0 new, 0 so far"
    ] * 6
    marking.mark_facet(study, placed["P1", "a"], "At work")
    marking.mark_facet(study, placed["P3", "a"], "at  work")
    marking.mark_facet(study, placed["P6", "a"])
    marking.mark_facet(study, placed["P5", "b"], "at work")
    assert new_codes(study, of="facets") == [1, 0, 0, 1, 1, 0]
    marking.clear_facet(study, placed["P6", "a"])
    assert new_codes(study, of="facets", coders=["Ana"]) == [1, 0, 0, 1, 0, 0]
    row = study.analyse("saturation", of="facets", summary=True).iloc[0]
    assert row["chao2"] != row["chao2"]
    assert "marked where they are new only" in row["note"]
    with pytest.raises(BadInput, match="order in which documents were read"):
        study.analyse("saturation", of="facets", order="random")


def test_cells_and_marks_open_what_is_new(study: Project) -> None:
    options = options_from(saturation.Options, "saturation", {"base": 2, "run": 2})
    table = study.analyse("saturation", base=2, run=2)
    asked = Asked(study)
    for row in range(len(table)):
        opened = saturation.ANALYSIS.cell(asked, options, table, row, "new_codes")  # type: ignore[misc]
        assert opened is not None
        assert len(opened.codes or ()) == table["new_codes"].iloc[row]
    assert saturation.ANALYSIS.cell(asked, options, table, 0, "run_new") is None  # type: ignore[misc]
    marks = drawn_of(study, "saturation", base=2, run=2).marks
    assert [mark.says for mark in marks][:2] == ["1. P1: 2 new, 2 so far", "2. P2: 1 new, 3 so far"]
    assert selected_passages(asked, marks[0].opens).total == 1  # type: ignore[arg-type]
    assert marks[2].opens is None


def test_a_project_without_codings(tmp_path: Path) -> None:
    with new(tmp_path / "empty.qualcode", coder="Ana") as project:
        assert project.analyse("saturation").empty
        assert project.analyse("saturation", summary=True).iloc[0]["codes"] == 0
        assert project.analyse("saturation", prevalence=True)["interviews"].tolist()[2] == 59
        assert project.analyse("saturation", codebook="then").empty
        drawn_of(project, "saturation")
        assert project.analyse("matrix").columns.tolist() == ["code"]
        drawn_of(project, "matrix")
