"""What a number cannot say is said beside it, in every form of the same answer, in words that can be translated."""

import copy
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from app.study import ANA
from matplotlib.text import Text

from qualcode.app import basket, cases, codebook, coding, documents, redactions
from qualcode.app.analysing.cautions import few_draws, note, said_of, together
from qualcode.app.analysing.files import drawn_of, table_of
from qualcode.app.analysing.outgoing import check_file, drawn_to_leave, look_at_chart, write_file
from qualcode.app.analysing.table_files import printed_of
from qualcode.app.analysing.undefined import reasons
from qualcode.app.basket_tables import without_zeros
from qualcode.app.naming import find_document
from qualcode.app.project import Project
from qualcode.app.report_basket import basket_parts
from qualcode.app.report_options import ReportOptions
from qualcode.domain.errors import Phrase
from qualcode.domain.progress import SILENT
from qualcode.formats.report_parts import Paragraph, Table

UNCODED = "2 of 3 documents have codings; text of the others counts as text without codes, not as not coded yet"


@pytest.fixture
def partly(study: Project, tmp_path: Path) -> Project:
    """The study with a third document that nobody has coded, of a case of its own."""
    (tmp_path / "P03.txt").write_text("KIM: Nothing came of it.\n", "utf-8")
    documents.import_files(study, [tmp_path / "P03.txt"], language="en")
    cases.add_case(study, "Kim", age=20, team="south")
    cases.assign(study, "Kim", "P03")
    cases.set_value(study, "Bo", "team", "south")
    return study


def words_in(project: Project, name: str, **options: Any) -> str:
    """All that is written in a chart, on one line."""
    found = drawn_of(project, name, **options).figure.findobj(Text)
    return " ".join(" ".join(text.get_text() for text in found if isinstance(text, Text)).split())


@pytest.mark.parametrize("measure", ["lift", "phi"])
@pytest.mark.parametrize("kind", ["heatmap", "network", "chord"])
def test_charts_of_lift_and_phi_say_how_many_documents_are_coded(partly: Project, measure: str, kind: str) -> None:
    if (kind, measure) == ("chord", "phi"):
        return  # there are no bands of what may be below 0
    assert UNCODED in words_in(partly, "cooccurrence", kind=kind, measure=measure, rule="turn")
    assert "have codings" not in words_in(partly, "cooccurrence", kind=kind, rule="turn")
    chosen = {"documents": ["P01", "P02"]}
    assert "have codings" not in words_in(partly, "cooccurrence", kind=kind, measure=measure, rule="turn", **chosen)


@pytest.mark.parametrize(
    ("name", "options", "without"),
    [
        ("network", {"measure": "lift", "rule": "turn"}, {"measure": "pairs", "rule": "turn"}),
        ("sequences", {"measure": "lift"}, {"measure": "followed"}),
        ("group-differences", {"by": "team", "measure": "lift"}, {"by": "team", "bootstrap": 0}),
        ("group-differences", {"by": "team"}, {"by": "team", "bootstrap": 0}),
    ],
)
def test_other_charts_and_their_tables_say_it_too(
    partly: Project, name: str, options: dict[str, Any], without: dict[str, Any]
) -> None:
    assert UNCODED in words_in(partly, name, **options)
    assert "have codings" not in words_in(partly, name, **without)
    plain = {key: value for key, value in options.items() if (name, key) != ("sequences", "measure")}
    table = table_of(partly, name, **plain)
    assert said_of(table) == (f"{UNCODED}.",)
    assert (table.attrs["n_documents"], table.attrs["n_coded_documents"]) == (3, 2)


@pytest.mark.parametrize(("rows", "units"), [("document", "documents"), ("case", "cases")])
def test_the_0_of_what_nobody_coded(partly: Project, rows: str, units: str) -> None:
    said = f"1 of 3 {units} have no coding at all: their 0 may mean that nobody has coded them yet."
    table = table_of(partly, "matrix", rows=rows, columns="code", value="presence")
    assert (said_of(table), table.attrs[f"n_uncoded_{units}"]) == ((said,), 1)
    assert said in words_in(partly, "matrix", rows=rows, columns="code", value="presence")
    for value in ("segments", "characters", "column-share"):
        assert said in words_in(partly, "matrix", rows=rows, columns="code", value=value)
    # of nothing there is no share, and no 0 either
    assert said not in words_in(partly, "matrix", rows=rows, columns="code", value="row-share")
    assert said not in words_in(partly, "matrix", rows="code", columns=rows, value="column-share")
    # what has another code is coded
    only = table_of(partly, "matrix", rows=rows, columns="code", value="presence", codes=["place"])
    assert said_of(only) == (said,)
    crosstab = table_of(partly, "crosstab", by="team")
    assert "1 of the cases have no coding at all" in " ".join(said_of(crosstab))
    if rows == "case":
        for shape in ("square", "all_pairs"):
            table = table_of(partly, "cases-by-themes", **{shape: True})
            assert (said_of(table), table.attrs["n_uncoded_cases"]) == ((said,), 1)
        assert said_of(table_of(partly, "cases-by-themes")) == (), "what holds nothing is not listed"


def test_a_note_keeps_its_parts_and_what_was_there(study: Project) -> None:
    table = table_of(study, "frequencies")
    assert said_of(table) == ()
    first, second = Phrase("Read {number}.", number=1), Phrase("Then {number}.", number=2)
    note(table, first)
    note(table, None, second)
    (said,) = said_of(table.copy())
    assert (str(said), said.template) == ("Read 1. Then 2.", "{before} {next}")
    assert [copy.deepcopy(said).values[name].template for name in ("before", "next")] == [
        "Read {number}.",
        "Then {number}.",
    ]
    assert together(()) == ""


def test_captions_of_one_and_of_more(partly: Project) -> None:
    assert "in the same turn or the next one." in words_in(partly, "sequences", within=1)
    assert "at most 2 turns later." in words_in(partly, "sequences")  # what is asked for unless somebody says so
    combined = {"fewest": 2, "rule": "turn"}
    assert "in at least" not in words_in(partly, "combinations", least=1, **combined)
    assert "in at least 2 documents" in words_in(partly, "combinations", least=2, **combined)
    assert "threshold 5 %." in words_in(partly, "saturation", base=1, run=1)
    assert "threshold 2.5 %." in words_in(partly, "saturation", base=1, run=1, threshold=0.025)
    assert "Chao2 takes the documents to be drawn at random" in words_in(partly, "saturation", base=1, run=1)


def test_a_chart_of_one_code_says_where_a_half_was_added(partly: Project, tmp_path: Path) -> None:
    added = "For the odds ratio 0.5 was added to each cell, because one is empty."
    cases.set_value(partly, "Ana Lee", "team", "north")
    assert added in words_in(partly, "crosstab", by="team", code="trust")  # north 1 of 1, south 1 of 2
    (tmp_path / "P04.txt").write_text("DI: No.\n", "utf-8")
    documents.import_files(partly, [tmp_path / "P04.txt"], language="en")
    cases.add_case(partly, "Di", team="north")
    cases.assign(partly, "Di", "P04")
    said = words_in(partly, "crosstab", by="team", code="trust")  # 1 of 2 in both
    assert "Odds ratio of “north” to “south” 1.00" in said
    assert added not in said


def test_draws_that_cannot_be_asked_for() -> None:
    """Of 79,800 pairs, all of 400 codes, no number of draws that can be asked for finds one alone."""
    said = few_draws(79_800, 1000)
    assert said is not None
    assert "unless at least 1,595 pairs have it" in said  # 79,800 · 1/1,001 · 1/1,595 = .04998
    assert "1,595,999 draws would be needed, more than can be asked for" in said
    assert few_draws(0, 1000) is None
    assert few_draws(50, 999) is None
    assert few_draws(51, 999) is not None


def test_a_code_and_itself_have_a_reason_for_what_is_not_defined(study: Project) -> None:
    coding.apply_code(study, "P01", ANA.index("slowly"), ANA.index("slowly") + 6, "trust")
    table = table_of(study, "sequences")
    own = table[(table["code_a"] == table["code_b"]) & (table["code_a"] == "Power > trust")]
    assert own["followed"].tolist() == [1]
    assert own[["expected", "lift"]].isna().all(axis=None)
    found = reasons("sequences", table)
    assert "itself" in found["expected"]
    assert "first one itself" in found["lift"]
    empty = "It is not defined for a code and itself: the diagonal is empty."
    assert empty in words_in(study, "sequences", measure="lift")
    assert empty not in words_in(study, "sequences", measure="share")


def test_where_nothing_can_move_the_table_says_why(study: Project) -> None:
    codebook.add_code(study, "all of it")
    for name in ("P01", "P02"):
        with study.read() as read:
            length = find_document(read, name).characters
        coding.apply_code(study, name, 0, length, "all of it")
    table = table_of(study, "cooccurrence", chance=99, rule="turn")
    whole = table[(table["code_a"] == "all of it") | (table["code_b"] == "all of it")]
    assert len(whole)
    assert whole[["z", "p", "p_adjusted"]].isna().all(axis=None)
    assert whole["expected"].tolist() == whole["n_ab"].tolist()
    assert "Nothing can move" in reasons("cooccurrence", table)["p"]


def test_the_report_says_it_below_the_table(partly: Project) -> None:
    basket.send_to_report(partly, "matrix", "table", {"rows": "document", "columns": "code", "value": "presence"})
    basket.send_to_report(partly, "sequences", "table", {})
    parts = list(basket_parts(partly, "2026-11-20", ReportOptions(), str, SILENT))
    said = [part.text for part in parts if isinstance(part, Paragraph)]
    (matrix,) = [text for text in said if "nobody has coded them yet" in text]
    assert matrix.startswith("1 of 3 documents have no coding at all: their 0 may mean that nobody has coded them yet.")
    assert any(text.startswith(f"{UNCODED}.") for text in said)
    assert not any("note =" in text for text in said)


def test_a_matrix_in_the_report_leaves_out_what_is_0_throughout_and_says_so(partly: Project) -> None:
    basket.send_to_report(partly, "matrix", "table", {})
    parts = list(basket_parts(partly, "2026-11-20", ReportOptions(), str, SILENT))
    (table,) = [part for part in parts if isinstance(part, Table)]
    assert table.columns == ("code", "P01", "P02")
    assert table.rows == (("Power > trust", "1", "1"), ("place", "2", "0"))
    said = " ".join(part.text for part in parts if isinstance(part, Paragraph))
    assert "1 row in which every number is 0 is left out." in said
    assert "1 column in which every number is 0 is left out." in said
    assert "Distinct spans" in said


def test_a_matrix_of_nothing_stays_as_it_is() -> None:
    frame = pd.DataFrame({"code": ["a", "b"], "P01": [0, 0]})
    assert without_zeros(frame)[0] is frame
    some = pd.DataFrame({"code": ["a", "b"], "P01": [0, 2], "P02": [float("nan"), 0], "P03": [0, 0]})
    left, rows, columns = without_zeros(some)
    assert list(left.columns) == ["code", "P01", "P02"]
    assert (len(left), rows, columns) == (2, 0, 1), "what is not defined is no 0"


def test_a_single_word_in_a_redacted_passage_is_one_word(study: Project) -> None:
    at = ANA.index("nobody")
    redactions.redact(study, "P01", at, at + len("nobody"))
    assert "1 word in redacted passages is left out." in words_in(study, "words")


@pytest.mark.parametrize("display_ids", [False, True])
def test_a_redacted_word_that_was_asked_for_leaves_no_file(study: Project, tmp_path: Path, display_ids: bool) -> None:
    at = ANA.index("nobody at first")
    redactions.redact(study, "P01", at, at + len("nobody at first"))
    for name, options in (
        ("concordance", {"word": "nobody"}),
        ("collocations", {"word": "Nobody"}),
        ("retrieval", {"query": 'text:"nobody at first"'}),
    ):
        frame, found = printed_of(study, name, display_ids=display_ids, **options)
        assert "[…]" in frame.attrs["rule"]
        assert "nobody" not in repr(frame.attrs).casefold()
        assert not [one for one in found.found if "nobody" in one.name.casefold()]
    place = tmp_path / "company.svg"
    check_file(study, place, "collocations", display_ids=display_ids, word="nobody")
    write_file(study, place, "collocations", display_ids=display_ids, word="nobody")
    drawn, words = drawn_to_leave(study, "collocations", display_ids=display_ids, word="nobody")
    assert not [one for one in look_at_chart(study, drawn, words, display_ids).found if "nobody" in one.name.casefold()]
    said = " ".join(text.get_text() for text in drawn.figure.findobj(Text) if isinstance(text, Text))
    assert "“[…]”" in said
    assert "nobody" not in said
