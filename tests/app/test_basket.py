"""The report basket: kept questions that survive renames, worked out anew in the report, redacted, cut and said so."""

import json
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import docx
import pandas as pd
import pytest
from app.study import ANA

import qualcode
from qualcode.app import basket, cases, codebook, coding, display_names, documents, queries, redactions, variables
from qualcode.app.basket_questions import asked_again, called_now, question_of, told_of
from qualcode.app.basket_tables import cut, number
from qualcode.app.project import Project
from qualcode.app.report import build, write_report
from qualcode.app.report_leaving import check_report
from qualcode.app.report_options import ReportOptions
from qualcode.domain.errors import BadInput, NotFound
from qualcode.domain.questions import BasketItem
from qualcode.formats.report_parts import Heading, Paragraph, Part, Picture, Table

ONLY = ReportOptions(sections=("basket",))


def parts(project: Project, options: ReportOptions = ONLY) -> list[Part]:
    return list(build(project, options, "2026-11-01").parts)


def tables(found: list[Part]) -> list[Table]:
    return [part for part in found if isinstance(part, Table)]


def in_basket(project: Project) -> list[BasketItem]:
    with project.read() as read:
        return basket.items(read)


def words(found: list[Part]) -> str:
    """All that is written, pictures too."""
    said = []
    for part in found:
        said += [part.text] if isinstance(part, Heading | Paragraph) else []
        said += [*part.columns, *(cell for row in part.rows for cell in row)] if isinstance(part, Table) else []
        said += part.words if isinstance(part, Picture) else []
    return "\n".join(said)


@pytest.fixture
def project(study_path: Path) -> Project:
    with qualcode.open(study_path, coder="Ana") as opened:
        yield opened


def test_a_table_in_the_report_holds_what_the_notebook_gives(project: Project) -> None:
    basket.send_to_report(project, "frequencies", "table", {"rollup": True}, "How often", "Not much.")
    frame = project.analyse("frequencies", rollup=True)
    found = parts(project)
    assert [part.text for part in found if isinstance(part, Heading)] == ["Tables and figures", "Table 1. How often"]
    (table,) = tables(found)
    assert list(table.columns) == [name.replace("_", " ") for name in frame.columns]
    assert [row[0] for row in table.rows] == frame["code"].tolist()
    assert [int(row[1]) for row in table.rows] == frame["segments"].tolist()
    assert isinstance(found[-1], Paragraph)
    assert found[-1].text == "Not much."


def test_what_was_sent_follows_the_data(project: Project) -> None:
    basket.send_to_report(project, "frequencies", title="How often")
    (before,) = tables(parts(project))
    coding.apply_code(project, "P02", 0, 3, "place")
    (after,) = tables(parts(project))
    row = next(place for place, cells in enumerate(before.rows) if cells[0] == "place")
    assert int(after.rows[row][1]) == int(before.rows[row][1]) + 1


def test_a_question_survives_that_what_it_names_is_renamed(project: Project) -> None:
    given = {
        "documents": ["P01"],
        "coders": "Ana",
        "codes": ["Power > trust", "place"],
        "variables": {"age": [">=30"]},
    }
    basket.send_to_report(project, "frequencies", "table", given)
    before = project.analyse("frequencies", **given)
    codebook.rename_code(project, "trust", "faith")
    codebook.move_code(project, "faith", None)
    documents.rename_document(project, "P01", "Talk with Ana")
    variables.rename_variable(project, "age", "years")
    (item,) = in_basket(project)
    with project.read() as read:
        again = asked_again(read, item)
    after = project.analyse("frequencies", **again)
    numbers = ["segments", "codings", "documents", "cases", "coders", "characters", "share_of_text"]
    kept = {"Power > trust": "faith", "place": "place"}
    for old, new in kept.items():
        left = before[before["code"] == old][numbers].to_numpy()
        assert left.tolist() == after[after["code"] == new][numbers].to_numpy().tolist()
    assert "Talk with Ana" in words(parts(project))


def test_names_in_options_are_kept_by_id(project: Project) -> None:
    basket.send_to_report(project, "matrix", "table", {"columns": "age"})
    basket.send_to_report(project, "retrieval", "table", {"query": "trust AND place"})
    basket.send_to_report(project, "codeline", "figure", {"document": "P01"})
    codebook.rename_code(project, "trust", "faith in > others".replace(" > ", " "))
    documents.rename_document(project, "P01", "Talk")
    variables.rename_variable(project, "age", "years")
    with project.read() as read:
        matrix, retrieval, codeline = (asked_again(read, one) for one in basket.items(read))
    assert matrix == {"columns": "years"}
    assert retrieval["query"] == '"Power > faith in others" AND place'
    assert codeline == {"document": "Talk"}
    assert "no longer" not in words(parts(project))


def test_questions_follow_a_merge(project: Project) -> None:
    """Both together in a list are one; the merge and what it did to the questions are one step."""
    basket.send_to_report(project, "frequencies", "table", {"codes": ["place", "gatekeeping", "trust"]})
    basket.send_to_report(project, "retrieval", "table", {"query": "trust AND place"})
    basket.send_to_report(project, "quotes", "table", {"code": "place"})
    with project.read() as read:
        before = [asked_again(read, one) for one in basket.items(read)]
    codebook.rename_code(project, "gatekeeping", "gates")
    codebook.merge_codes(project, "place", "gates")
    with project.read() as read:
        frequencies, retrieval, quotes = (asked_again(read, one) for one in basket.items(read))
        gates = next(code.id for code in read.codebook.ordered if code.name == "gates")
    assert len(frequencies["codes"]) == 2
    assert gates in frequencies["codes"]
    assert retrieval == {"query": '"Power > trust" AND "Power > gates"'}
    assert quotes == {"code": "Power > gates"}
    assert "no longer" not in words(parts(project))
    project.undo()
    project.undo()
    with project.read() as read:
        assert [asked_again(read, one) for one in basket.items(read)] == before


def test_questions_follow_cases_that_are_one_now(project: Project) -> None:
    basket.send_to_report(project, "retrieval", "table", {"query": 'case:"Ana Lee" AND trust'})
    saved = queries.save_query(project, "Ana", 'case:"Ana Lee"')
    cases.merge_cases(project, ["Ana Lee"], "Bo")
    with project.read() as read:
        assert asked_again(read, basket.items(read)[0]) == {"query": 'case:Bo AND "Power > trust"'}
    assert len(project.analyse("retrieval", saved=saved.name)) == 5
    assert "worked out anew" not in words(parts(project))


@pytest.mark.parametrize(
    ("analysis", "form", "options", "remove", "sentence"),
    [
        ("frequencies", "table", {"codes": ["trust"]}, "code", "The code “Power > trust” is no longer in the project."),
        (
            "frequencies",
            "figure",
            {"documents": ["P02"]},
            "document",
            "The document “P02” is no longer in the project.",
        ),
        ("matrix", "table", {"columns": "age"}, "variable", "The variable “age” is no longer in the project."),
        ("retrieval", "table", {"query": "trust"}, "code", "The code “Power > trust” is no longer in the project."),
    ],
)
def test_what_is_gone_is_said_in_one_sentence(
    project: Project, analysis: str, form: str, options: dict[str, object], remove: str, sentence: str
) -> None:
    basket.send_to_report(project, analysis, form, options, "First")
    basket.send_to_report(project, "frequencies", title="Second")
    if remove == "code":
        codebook.remove_code(project, "trust")
    elif remove == "document":
        documents.remove_document(project, "P02")
    else:
        variables.remove_variable(project, "age")
    found = parts(project)
    said = [part.text for part in found if isinstance(part, Paragraph)]
    assert any(text.startswith(f"This could not be worked out anew. {sentence}") for text in said)
    assert len(tables(found)) == 1, "the other one is there"
    project.undo()
    assert "worked out anew" not in words(parts(project))


def test_a_question_of_another_program_is_said_too(project: Project) -> None:
    item = basket.send_to_report(project, "frequencies", title="Odd")
    for odd in ("no json", "[]", json.dumps({"options": {"unknown": 1}, "filters": {}})):
        with project.writing("test", "Write what no program of ours writes") as work:
            work.replace(replace(item, options=odd))
        assert "This could not be worked out anew." in words(parts(project))
        assert told_of(in_basket(project)[0]) in ("", "unknown = 1")


def test_figures_are_drawn_and_counted_apart(project: Project) -> None:
    basket.send_to_report(project, "frequencies", "figure", {"dark": True}, "Bars")
    basket.send_to_report(project, "frequencies", "table", title="Counts")
    basket.send_to_report(project, "frequencies", "figure", {"measure": "documents"}, "Bars")
    found = parts(project)
    heads = [part.text for part in found if isinstance(part, Heading) and part.level == 2]
    assert heads == ["Figure 1. Bars", "Table 1. Counts", "Figure 2. Bars 2"]
    pictures = [part for part in found if isinstance(part, Picture)]
    assert pictures[0].svg.startswith(b"<?xml")
    assert pictures[0].svg != pictures[1].svg
    assert "dark" not in in_basket(project)[0].options, "a report is printed on paper"


def test_only_what_is_ticked_goes_in_and_in_its_order(project: Project) -> None:
    first, second, third = (basket.send_to_report(project, "frequencies", title=name) for name in ("A", "B", "C"))
    basket.move_item(project, third, 0)
    assert [one.title for one in in_basket(project)] == ["C", "A", "B"]
    chosen = ReportOptions(sections=("basket",), items=frozenset((second.id, third.id)))
    heads = [part.text for part in parts(project, chosen) if isinstance(part, Heading) and part.level == 2]
    assert heads == ["Table 1. C", "Table 2. B"]
    assert parts(project, ReportOptions(sections=("basket",), items=frozenset())) == []
    basket.remove_item(project, first)
    assert [one.title for one in in_basket(project)] == ["C", "B"]


def test_an_empty_basket_leaves_no_heading(project: Project) -> None:
    assert parts(project) == []


def test_display_ids_and_redactions_hold(project: Project) -> None:
    basket.send_to_report(project, "matrix", "table", {"columns": "case"}, "By Ana Lee")
    basket.send_to_report(project, "matrix", "figure", {"columns": "case"})
    basket.send_to_report(project, "retrieval", "table", {"query": "trust"}, comment="Ana Lee spoke.")
    display_names.set_display(project, "Ana Lee", "P07")
    at = ANA.index("nobody")
    redactions.redact(project, "P01", at, at + 6)
    said = words(parts(project))
    assert "Ana Lee" in said
    assert "nobody" not in said
    assert "[…]" in said
    hidden = words(parts(project, ReportOptions(sections=("basket",), display_ids=True)))
    assert "Ana Lee" not in hidden
    assert "P07" in hidden
    assert "Ana Lee" in {found.name for found in check_report(project, ONLY).found}
    with_ids = check_report(project, ReportOptions(sections=("basket",), display_ids=True))
    assert "Ana Lee" not in {found.name for found in with_ids.found}


@pytest.mark.parametrize("suffix", [".docx", ".html", ".pdf"])
def test_files_hold_real_tables_and_are_the_same_twice(project: Project, tmp_path: Path, suffix: str) -> None:
    basket.send_to_report(project, "frequencies", "table", {}, "How often")
    basket.send_to_report(project, "cooccurrence", "figure", {"rule": "document"}, "Meetings")
    files = [tmp_path / f"{name}{suffix}" for name in "ab"]
    for file in files:
        write_report(project, file, ONLY)
    assert files[0].read_bytes() == files[1].read_bytes()
    frame = project.analyse("frequencies")
    if suffix == ".html":
        (found,) = pd.read_html(files[0])
        assert found["segments"].tolist() == frame["segments"].tolist()
        assert "<figure>" in files[0].read_text("utf-8")
    elif suffix == ".docx":
        (table,) = docx.Document(str(files[0])).tables
        assert [row.cells[0].text for row in table.rows][1:] == frame["code"].tolist()
        assert any(name.startswith("word/media/") for name in ZipFile(files[0]).namelist())


def test_long_and_wide_tables_are_cut_and_it_is_said() -> None:
    frame = pd.DataFrame({"code": [f"code {place}" for place in range(100)]})
    for column in range(60):
        frame[f"Interview number {column}"] = range(100)
    found = cut(frame, 30, lambda text, _column: text)
    assert (found.rows, found.all_rows, found.all_columns) == (30, 100, 61)
    assert found.columns < 61
    assert all(table.columns[0] == "code" and len(table.rows) == 30 for table in found.tables)
    shown = [column for table in found.tables for column in table.columns[1:]]
    assert shown == [f"Interview number {column}" for column in range(found.columns - 1)]


def test_a_long_table_says_how_much_of_it_is_there(project: Project) -> None:
    basket.send_to_report(project, "frequencies")
    options = ReportOptions(sections=("basket",), table_rows=2)
    assert "The first 2 of 4 rows are shown." in words(parts(project, options))
    with pytest.raises(BadInput, match="1 to 1,000 rows, not 0"):
        parts(project, ReportOptions(sections=("basket",), table_rows=0))


def test_columns_that_are_alike_are_said_once_where_there_is_no_room() -> None:
    frame = pd.DataFrame({"code": ["a" * 40, "b" * 40], "unit": ["turn", "turn"], "note": ["x" * 40, "y" * 60]})
    frame["other"] = ["z" * 40, "z" * 41]
    found = cut(frame, 10, lambda text, _column: text)
    assert found.same == (("unit", "turn"),)
    assert all("unit" not in table.columns for table in found.tables)
    assert found.columns == 4


@pytest.mark.parametrize(
    ("value", "written"),
    [(0.0, "0"), (1.0, "1"), (1234567.0, "1,234,567"), (0.12345, "0.123"), (0.00012, "0.00012"), (-2.5, "-2.500")],
)
def test_numbers_are_written_for_people(value: float, written: str) -> None:
    assert number(value) == written


def test_the_reason_is_said_below_the_table(project: Project) -> None:
    basket.send_to_report(project, "saturation", "table", {"base": 2, "run": 1})
    said = words(parts(project))
    assert "– means: not defined." in said
    assert "run new: Base and run are not complete there." in said
    basket.send_to_report(project, "matrix", "table", {"value": "row-share", "totals": True, "codes": ["gatekeeping"]})
    assert "There is no segment of which it would be a share." in words(parts(project))


def test_what_is_not_defined_is_said() -> None:
    frame = pd.DataFrame({"code": ["a", "b"], "phi": [0.5, float("nan")], "note": ["", None]})
    found = cut(frame, 10, lambda text, _column: text)
    assert [row[1] for row in found.tables[0].rows] == ["0.500", "–"]
    assert found.undefined
    assert [row[2] for row in found.tables[0].rows] == ["", ""]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("nothing",), "There is no analysis “nothing”"),
        (("frequencies", "poster"), "A report takes a table or a figure, not “poster”."),
        (("retrieval", "figure", {"query": "trust"}), "Retrieval has no figure. Send its table."),
        (("frequencies", "table", {"measure": "cases"}), "is for figures"),
        (("frequencies", "table", {"sort": 1}), "has no option “sort”"),
        (("frequencies", "table", {"codes": "none such"}), "There is no code “none such”"),
        (("frequencies", "table", None, "x" * 201), "at most 200 characters"),
        (("frequencies", "table", None, "x", "y" * 20_001), "at most 20,000 characters"),
    ],
)
def test_what_makes_no_sense_is_refused(project: Project, arguments: tuple[object, ...], sentence: str) -> None:
    with pytest.raises((BadInput, NotFound), match=sentence):
        basket.send_to_report(project, *arguments)
    assert in_basket(project) == []


def test_items_are_named_by_title_or_number(project: Project) -> None:
    for name in ("One", "Two"):
        basket.send_to_report(project, "frequencies", title=name)
    basket.rename_item(project, "2", "Second")
    assert [one.title for one in in_basket(project)] == ["One", "Second"]
    with pytest.raises(NotFound, match="There are: “One”, “Second”"):
        basket.remove_item(project, "Third")


def test_the_basket_as_rows(project: Project) -> None:
    given = {"rollup": True, "documents": "P01", "variables": {"age": "31"}}
    basket.send_to_report(project, "frequencies", options=given, title="Rows", comment="so")
    with project.read() as read:
        (row,) = basket.rows(read)
    told = dict(zip(basket.COLUMNS, row, strict=True))
    assert told["question"] == "rollup = yes; documents = P01; variables = age: 31"
    (item,) = in_basket(project)
    assert question_of(item) == ["Take in codes below: yes", "Documents: P01", "Variables: age: 31"]
    assert (told["number"], told["title"], told["form"], told["coder"]) == (1, "Rows", "table", "Ana")


def test_questions_are_told_by_present_names(project: Project) -> None:
    """A name that means another thing by now would say what is not asked."""
    basket.send_to_report(project, "frequencies", options={"codes": ["place"], "variables": {"age": "31"}})
    basket.send_to_report(project, "retrieval", options={"query": "place AND document:P01"})
    codebook.rename_code(project, "place", "spot")
    codebook.add_code(project, "place")
    variables.rename_variable(project, "age", "years")
    with project.read() as read:
        frequencies, retrieval = (row[basket.COLUMNS.index("question")] for row in basket.rows(read))
    assert frequencies == "codes = spot; variables = years: 31"
    assert retrieval == "query = spot AND document:P01"
    codebook.remove_code(project, "spot")
    documents.remove_document(project, "P01")
    with project.read() as read:
        frequencies, retrieval = (question_of(one) for one in called_now(read, basket.items(read)))
    assert frequencies == ["Codes: spot (removed)", "Variables: years: 31"]
    assert retrieval == ['Query: "spot (removed)" AND document:"P01 (removed)"']


def test_what_was_sent_can_be_a_case(project: Project) -> None:
    """A name that is a kind of row stays what it is, though a case is called so."""
    cases.add_case(project, "document")
    basket.send_to_report(project, "matrix", "table", {"columns": "document"})
    (item,) = in_basket(project)
    assert json.loads(item.options)["options"] == {"columns": "document"}
