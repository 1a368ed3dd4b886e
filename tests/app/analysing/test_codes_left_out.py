"""A filter of codes chooses what is shown, and changes nothing of it: neither its numbers nor what is coded at all."""

from typing import Any

import pytest
from app.study import ANA

from qualcode.app import codebook, coding, themes
from qualcode.app.analysing.catalogue import ANALYSES
from qualcode.app.analysing.files import drawn_of
from qualcode.app.analysing.quoted import selected_passages
from qualcode.app.analysing.registry import Asked
from qualcode.app.project import Project

# what tells the rows of each table apart
ROWS: dict[str, tuple[str, ...]] = {
    "frequencies": ("code",),
    "matrix": ("code",),
    "crosstab": ("code", "category"),
    "cooccurrence": ("code_a", "code_b"),
    "sequences": ("code_a", "code_b"),
    "combinations": ("code_1", "code_2"),
    "codeline": ("code", "start"),
    "comparison": ("document", "part", "code"),
    "spread": ("code", "document"),
    "bubbles": ("code",),
    "themes": ("theme",),
    "cases-by-themes": ("case", "theme"),
}


@pytest.fixture
def linked(file_study: Project) -> Project:
    """The study with a second theme, one code of which is linked to the first, and passages of several codes."""
    other = codebook.add_code(file_study, "Ground", kind="theme")
    codebook.add_code(file_study, "garden", parent=other)
    codebook.add_code(file_study, "slow", parent=other)
    themes.link_code(file_study, "Power", "slow")
    start = ANA.index("Trust came")
    for code in ("trust", "garden", "slow"):
        coding.apply_code(file_study, "P01", start, start + 17, code)
    coding.apply_code(file_study, "P02", 0, 12, "slow")
    coding.apply_code(file_study, "P02", 0, 12, "gatekeeping")
    return file_study


@pytest.mark.parametrize("codes", [["Power"], ["trust", "garden"]])
@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("frequencies", {}),
        ("frequencies", {"rollup": True}),
        ("frequencies", {"level": "themes"}),
        ("matrix", {"columns": "case"}),
        ("matrix", {"rollup": True}),
        ("crosstab", {"by": "age"}),
        ("crosstab", {"by": "age", "rollup": True}),
        ("cooccurrence", {"rule": "turn"}),
        ("cooccurrence", {"rule": "turn", "rollup": True}),
        ("sequences", {"rollup": True}),
        ("combinations", {"fewest": 2, "largest": 2, "least": 1, "rule": "turn"}),
        ("combinations", {"fewest": 2, "largest": 2, "least": 1, "rule": "turn", "rollup": True}),
        ("codeline", {"document": "P01"}),
        ("comparison", {"level": "codes", "parts": 4}),
        ("spread", {}),
        ("bubbles", {}),
        ("themes", {}),
        ("cases-by-themes", {}),
    ],
)
def test_the_rows_that_stay_are_what_they_were(
    linked: Project, name: str, options: dict[str, Any], codes: list[str]
) -> None:
    whole, few = linked.analyse(name, **options), linked.analyse(name, codes=codes, **options)
    heads = ROWS[name]
    if name == "frequencies" and options.get("level") == "themes" and codes != ["Power"]:
        assert "Power" not in set(few["code"]), "no theme was chosen, so codes are shown"
        return
    known = {tuple(row[head] for head in heads): row for row in whole.astype(str).to_dict("records")}
    rows = few.astype(str).to_dict("records")
    assert rows or codes != ["Power"]
    for row in rows:
        key = tuple(row[head] for head in heads)
        assert key in known, "what was not chosen is not listed"
        assert row == {head: known[key][head] for head in row}


def test_a_theme_that_is_chosen_has_the_codes_linked_to_it(linked: Project) -> None:
    for name in ("matrix", "crosstab"):
        options = {"rows": "theme"} | ({"by": "age"} if name == "crosstab" else {"columns": "document"})
        key = "theme" if name == "matrix" else "code"
        whole, few = linked.analyse(name, **options), linked.analyse(name, codes=["Power"], **options)
        assert set(few[key]) == {"Power"}
        assert few.equals(whole[whole[key] == "Power"].reset_index(drop=True))
    listed = linked.analyse("frequencies", codes=["Power"])["code"]
    assert "Ground > slow" in set(listed)
    assert "Ground > garden" not in set(listed)


def test_text_with_other_codes_is_not_called_uncoded(linked: Project) -> None:
    whole = linked.analyse("portrait", level="codes", document="P01").set_index("code")["characters"]
    few = linked.analyse("portrait", level="codes", document="P01", codes=["garden"]).set_index("code")["characters"]
    assert few["(not coded)"] == whole["(not coded)"]
    assert few["(other codes)"] == len(ANA) - whole["(not coded)"] - few["Ground > garden"]
    covered = linked.analyse("coverage", codes=["garden"]).set_index("document")
    coded = linked.analyse("coverage").set_index("document")["coded"]
    assert (covered["coded"] + covered["other_codes"]).equals(coded)
    assert "other_codes" not in linked.analyse("coverage").columns
    assert linked.analyse("coverage", uncoded=True, codes=["garden"]).equals(linked.analyse("coverage", uncoded=True))
    for name in ("portrait", "coverage"):
        drawn_of(linked, name, codes=["garden"])


def test_what_rows_of_a_portrait_open(linked: Project) -> None:
    analysis, asked = ANALYSES["portrait"], Asked(linked, {"codes": ["garden"]})
    options = analysis.options(document="P01", level="codes")
    table = analysis.table(asked, options)
    assert table["code"].tolist() == ["Ground > garden", "(other codes)", "(not coded)"]
    assert analysis.cell is not None
    opened = [analysis.cell(asked, options, table, row, "characters") for row in range(3)]
    assert all(opened)
    totals = [selected_passages(asked, one).total for one in opened if one is not None]
    assert totals[0] == 1
    assert totals[1] == 3, "trust and place on one passage, place in the garden, and what carries all three"
    assert opened[2] == analysis.cell(Asked(linked), options, table, 2, "characters")
