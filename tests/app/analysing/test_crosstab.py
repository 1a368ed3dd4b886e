"""The analysis *crosstab*: cases counted the slow way, tests by SciPy, cautions, and what cells open."""

from pathlib import Path

import pytest
from scipy import stats

from qualcode.app import cases, codebook, coding, documents
from qualcode.app.analysing import crosstab
from qualcode.app.analysing.files import drawn_of
from qualcode.app.analysing.quoted import selected_passages
from qualcode.app.analysing.registry import Asked
from qualcode.app.project import Project, new
from qualcode.domain.errors import BadInput
from qualcode.domain.options import options_from

# by case: group, codes
CASES = [
    *[("north", "a")] * 9,
    *[("north", "")] * 3,
    *[("south", "ab")] * 4,
    *[("south", "")] * 8,
    ("", "a"),
]


@pytest.fixture
def study(tmp_path: Path) -> Project:
    paths = [tmp_path / f"P{number:02d}.txt" for number in range(len(CASES))]
    for path in paths:
        path.write_text("One two three four five six.\n", "utf-8")
    project = new(tmp_path / "regions.qualcode", coder="Ana")
    documents.import_files(project, paths, language="en")
    theme = codebook.add_code(project, "Theme", kind="theme")
    for name in "abc":
        codebook.add_code(project, name, parent=theme if name == "b" else None)
    cases.add_variable(project, "region", "choice")
    for path, (group, codes) in zip(paths, CASES, strict=True):
        cases.add_case(project, path.stem, **({"region": group} if group else {}))
        cases.assign(project, path.stem, path.stem)
        for name in codes:
            coding.apply_code(project, path.stem, 0, 7, name)
            coding.apply_code(project, path.stem, 8, 13, name)
    yield project
    project.close()


def test_cases_stand_beside_segments(study: Project) -> None:
    table = study.analyse("crosstab", by="region", code="a").set_index("category")
    assert table.index.tolist() == ["north", "south", "(no value)"]
    assert table["cases"].tolist() == [12, 12, 1]
    assert table["with_code"].tolist() == [9, 4, 1]
    assert table["segments"].tolist() == [18, 8, 2]
    assert table["share"].tolist() == [0.75, pytest.approx(1 / 3), 1]
    assert table["expected"].tolist()[:2] == [6.5, 6.5]
    assert table["expected"].isna().tolist() == [False, False, True], "no value, no test"
    assert table.attrs["n_without_value"] == 1


def test_tests_are_scipys(study: Project) -> None:
    table = study.analyse("crosstab", by="region", summary=True).set_index("code")
    chi = stats.chi2_contingency([[9, 3], [4, 8]], correction=False)
    first = table.loc["a"]
    assert (first["test"], first["cases"], first["df"]) == ("chi2", 24, 1)
    assert first["chi2"] == pytest.approx(chi.statistic)
    assert first["p"] == pytest.approx(chi.pvalue)
    assert first["p_adjusted"] == pytest.approx(2 * min(first["p"], table.loc["Theme > b", "p"]), abs=0.06)
    assert first["odds_ratio"] == pytest.approx(9 * 8 / (3 * 4))
    assert first["risk_difference"] == pytest.approx(5 / 12)
    assert "Several codes are tested" in first["note"]
    small = table.loc["Theme > b"]
    assert small["test"] == "fisher"
    assert small["p"] == pytest.approx(stats.fisher_exact([[0, 12], [4, 8]]).pvalue)
    assert "Fewer than 5 cases are expected" in small["note"]
    assert "0.5 was added" in small["note"]
    unused = table.loc["c"]
    assert unused["test"] == ""
    assert unused["p"] != unused["p"]
    assert unused["note"] == "No case has it, so there is nothing to compare."
    theme = study.analyse("crosstab", by="region", rows="theme").set_index(["code", "category"])
    assert theme.loc[("Theme", "south"), "with_code"] == 4


def test_cautions_about_how_the_data_came_about(study: Project) -> None:
    before = study.analyse("crosstab", code="a", summary=True)
    uncoded = "11 of the cases have no coding at all; they count as cases without the code."
    assert before.attrs["cautions"] == uncoded
    study.coder = "Ben"
    coding.apply_code(study, "P00", 14, 18, "c")
    cases.add_case(study, "Guest", region="north")
    cases.assign(study, "Guest", "P01")
    after = study.analyse("crosstab", code="a", summary=True)
    assert "Not all cases were coded by the same people" in after.attrs["cautions"]
    assert "Some cases speak in the same document" in after.attrs["cautions"]
    few = study.analyse("crosstab", code="a", summary=True, documents=[f"P{number:02d}" for number in range(14)])
    assert "There are fewer than 20 cases." in few.attrs["cautions"]


def test_cases_that_nobody_coded_are_not_coded_by_others(study: Project) -> None:
    study.coder = "Ben"
    for number, (_, codes) in enumerate(CASES):
        if codes:
            coding.apply_code(study, f"P{number:02d}", 14, 18, "c")
    found = study.analyse("crosstab", code="a", summary=True)
    assert found.attrs["cautions"] == "11 of the cases have no coding at all; they count as cases without the code."


def test_of_cases_without_a_value_it_is_not_said_that_they_have_no_coding(study: Project, tmp_path: Path) -> None:
    (tmp_path / "late.txt").write_text("One two three.\n", "utf-8")
    documents.import_files(study, [tmp_path / "late.txt"], language="en")
    cases.add_case(study, "late")
    cases.assign(study, "late", "late")
    found = study.analyse("crosstab", code="a", summary=True)
    assert found.attrs["n_without_value"] == 2
    assert found.attrs["cautions"] == "11 of the cases have no coding at all; they count as cases without the code."


def test_cautions_are_not_of_the_chosen_codes_alone(study: Project) -> None:
    asked = {"by": "region", "code": "c", "codes": ["c"], "summary": True}
    said = study.analyse("crosstab", **asked).attrs["cautions"]
    assert said == "11 of the cases have no coding at all; they count as cases without the code."
    study.coder = "Ben"
    coding.apply_code(study, "P00", 14, 18, "a")
    assert "Not all cases were coded by the same people" in study.analyse("crosstab", **asked).attrs["cautions"]


def test_every_cell_opens_the_segments_of_its_cases(study: Project) -> None:
    asked = Asked(study)
    options = options_from(crosstab.Options, "crosstab", {"by": "region"})
    table = study.analyse("crosstab", by="region")
    for row in range(len(table)):
        opened = crosstab.ANALYSIS.cell(asked, options, table, row, "segments")  # type: ignore[misc]
        assert opened is not None
        assert selected_passages(asked, opened).total == table["segments"].iloc[row]
    says = [mark.says for mark in drawn_of(study, "crosstab", by="region").marks]
    assert "a · north: 9/12" in says
    one = drawn_of(study, "crosstab", by="region", code="a", dark=True)
    assert [mark.says for mark in one.marks] == ["north: 9/12 (75 %)", "south: 4/12 (33 %)", "(no value): 1/1 (100 %)"]


def test_what_cannot_be_compared(study: Project, file_study: Project, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="nothing to compare"):
        study.analyse("crosstab", by="size")
    with new(tmp_path / "empty.qualcode", coder="Ana") as empty, pytest.raises(BadInput, match="No case has text"):
        empty.analyse("crosstab")
    one = file_study.analyse("crosstab", by="team", summary=True)
    assert set(one["note"]) == {"There is only one group of cases to compare."}
