"""The table of cases: its cells, its variables, and tables that are brought in."""

import json
from pathlib import Path
from uuid import UUID

import pytest

from qualcode.app import case_tables, cases, exchange, memos, variables
from qualcode.app.project import Project
from qualcode.domain.bundle import Bundle, ReadCase
from qualcode.domain.cases import VALUE_LIMIT
from qualcode.domain.errors import BadInput, QualcodeError, Refused


def table(project: Project) -> dict[str, dict[str, str]]:
    """What every case has, by the names of cases and variables."""
    with project.read() as read:
        named = {variable.id: variable.name for variable in read.variables()}
        people = {case.id: case.name for case in read.cases()}
        found: dict[str, dict[str, str]] = {name: {} for name in people.values()}
        for value in read.values():
            found[people[value.case]][named[value.variable]] = value.text
    return found


def test_a_block_is_one_step_or_none(study: Project) -> None:
    steps = len(study.history())
    changed = variables.set_values(study, [("Bo", "age", "45,5"), ("Bo", "team", ""), ("Ana Lee", "team", "south")])
    assert changed == 2
    assert table(study) == {"Ana Lee": {"age": "31", "team": "south"}, "Bo": {"age": "45.5"}}
    assert len(study.history()) == steps + 1
    with pytest.raises(BadInput, match="“Bo” in “age”"):
        variables.set_values(study, [("Ana Lee", "team", "x"), ("Bo", "age", "old")])
    assert len(study.history()) == steps + 1
    variables.set_values(study, [("Ana Lee", "team", "south")])
    assert len(study.history()) == steps + 1, "what is there already is no change"


def test_a_value_has_a_limit_whatever_way_it_comes(study: Project, tmp_path: Path) -> None:
    before = table(study), len(study.history())
    longer = "x" * (VALUE_LIMIT + 1)
    found = sheet(tmp_path, f"name,town\nBo,Ulm\nAna Lee,{longer}\n")
    columns, targets = plan(study, found)
    survey = Bundle(cases=(ReadCase("Bo", {"town": ("text", longer)}),))

    for way in (
        lambda: variables.set_values(study, [("Bo", "team", longer), ("Ana Lee", "team", "west")]),
        lambda: cases.set_value(study, "Bo", "age", "1" * (VALUE_LIMIT + 1)),
        lambda: case_tables.bring_in_table(study, found, columns, targets, case_tables.TEXT),
        lambda: exchange.bring_in(study, [exchange.Arrival("s.csv", b"", survey)]),
    ):
        with pytest.raises(BadInput, match="32,767 characters; this one has 32,768") as refused:
            way()
        assert len(str(refused.value)) < 300
    assert (table(study), len(study.history())) == before
    variables.set_values(study, [("Bo", "team", longer[1:])])
    assert table(study)["Bo"]["team"] == longer[1:]


def test_one_cell_is_called_by_its_name(study: Project) -> None:
    variables.set_values(study, [("Bo", "age", 46)])
    assert study.history()[-1].summary == "Set age of “Bo”"


def test_what_does_not_fit_makes_the_variable_text(study: Project) -> None:
    variables.set_values(study, [("Bo", "age", "old")], as_text=["age"])
    assert table(study)["Bo"]["age"] == "old"
    assert table(study)["Ana Lee"]["age"] == "31"
    study.undo()
    with study.read() as read:
        assert read.variable_named("age").type == "number"


def test_names_are_changed_with_the_cells(study: Project) -> None:
    with study.read() as read:
        keys = {case.name: case.id for case in read.cases()}
    variables.set_values(study, [], {keys["Bo"]: "Ana Lee", keys["Ana Lee"]: "Bo"})  # exchanged
    assert table(study)["Bo"]["age"] == "31"
    with pytest.raises(Refused, match="already"):
        variables.set_values(study, [], {keys["Bo"]: "Bo"})


def test_a_type_changes_with_its_values(study: Project) -> None:
    with study.read() as read:
        age, team = read.variable_named("age"), read.variable_named("team")
        assert variables.unfit_values(read, age, "choice") == []
        assert [(case.name, text) for case, text in variables.unfit_values(read, team, "number")] == [
            ("Ana Lee", "north")
        ]
    with pytest.raises(Refused, match="1 values of “team”"):
        variables.change_variable_type(study, "team", "number")
    variables.change_variable_type(study, "team", "number", "clear")
    assert table(study)["Ana Lee"] == {"age": "31"}
    study.undo()
    assert table(study)["Ana Lee"] == {"age": "31", "team": "north"}
    variables.change_variable_type(study, "age", "text")
    with study.read() as read:
        assert read.variable_named("age").type == "text"
    for wrong in (("age", "colour"), ("age", "text", "guess")):
        with pytest.raises(BadInput):
            variables.change_variable_type(study, *wrong)


def test_yes_and_no_are_written_anew(study: Project) -> None:
    variables.set_values(study, [("Bo", "team", "Ja"), ("Ana Lee", "team", "n")])
    variables.change_variable_type(study, "team", "yes/no")
    assert [one["team"] for one in table(study).values()] == ["no", "yes"]


def test_variables_are_renamed_and_removed(study: Project) -> None:
    variables.rename_variable(study, "team", "group")
    assert table(study)["Ana Lee"] == {"age": "31", "group": "north"}
    with pytest.raises(Refused, match="already"):
        variables.rename_variable(study, "group", "age")
    variables.remove_variable(study, "group")
    assert study.history()[-1].summary == "Remove variable “group” and its 1 values"
    assert table(study)["Ana Lee"] == {"age": "31"}
    assert study.check() == []


def test_cases_are_merged(study: Project) -> None:
    memos.write_memo(study, "She again.", about="Bo")
    cases.merge_cases(study, "Bo", "Ana Lee")
    assert table(study) == {"Ana Lee": {"age": "31", "team": "north"}}
    with study.read() as read:
        (case,) = read.cases()
        assert {(one.case, one.speaker) for one in read.assignments()} == {(case.id, "P01"), (case.id, "")}
        assert [memo.text for memo in read.memos(case.id)] == ["She again."]
    assert study.check() == []
    with pytest.raises(BadInput):
        cases.merge_cases(study, "Ana Lee", "Ana Lee")


def test_documents_of_a_case_are_set(study: Project) -> None:
    cases.assign(study, "Bo", "P02", 0, 10)
    cases.assign(study, "Bo", "P01", 0, 10)
    cases.set_documents(study, "Bo", [("P02", ""), ("P02", "LIU")])
    with study.read() as read:
        bo = next(case for case in read.cases() if case.name == "Bo")
        names = {document.id: document.name for document in read.documents()}
        found = {(names[one.document], one.start, one.speaker) for one in read.assignments(case=bo.id)}
    assert found == {("P02", None, ""), ("P02", 0, ""), ("P02", None, "LIU")}


def test_a_speaker_moves_to_another_case_or_to_none(study: Project) -> None:
    cases.speakers_to_cases(study, "P01", {"P01": "Bo", "INTERVIEWER": ""})
    with study.read() as read:
        bo = next(case for case in read.cases() if case.name == "Bo")
        p01 = read.document_named("P01")
        assert [(one.case, one.speaker) for one in read.assignments(document=p01.id)] == [(bo.id, "P01")]
    cases.speakers_to_cases(study, "P01", {"P01": " "})
    with study.read() as read:
        assert read.assignments(document=p01.id) == []


# ── tables ──
CSV = "who;age;town;since\nP02.txt;45;Ulm;2020-01-31\nana lee;n/a;Bern;\nCy;20;Bonn;2021-05-01\n"


def sheet(folder: Path, text: str = CSV) -> case_tables.Sheet:
    path = folder / "people.csv"
    path.write_text(text, "utf-8")
    return case_tables.read_sheet(path)


def plan(
    project: Project, found: case_tables.Sheet, new: bool = False
) -> tuple[list[case_tables.Column], list[case_tables.Target]]:
    with project.read() as read:
        known = case_tables.directory(read)
        key = case_tables.key_column(found, known)
        names = {document.id: document.name for document in read.documents()}
        matches = case_tables.match_rows(found, known, key)
        return case_tables.columns_of(found, read.variables(), key), case_tables.targets_of(matches, names, new)


def test_a_table_finds_its_cases_and_makes_variables(study: Project, tmp_path: Path) -> None:
    found = sheet(tmp_path)
    columns, targets = plan(study, found)
    assert [(one.variable, one.type) for one in columns] == [("age", "number"), ("town", "text"), ("since", "date")]
    steps = len(study.history())
    brought = case_tables.bring_in_table(study, found, columns, targets)
    assert len(study.history()) == steps + 1
    assert brought.values == 4
    assert [one.name for one in brought.variables] == ["town", "since"]
    assert table(study) == {
        "Ana Lee": {"age": "31", "team": "north", "town": "Bern"},
        "Bo": {"age": "45", "town": "Ulm", "since": "2020-01-31"},
    }
    case_tables.bring_in_table(study, found, *plan(study, found))
    assert len(study.history()) == steps + 1, "the same again makes no step"


def test_rows_of_nobody_become_cases_when_asked(study: Project, tmp_path: Path) -> None:
    found = sheet(tmp_path)
    columns, targets = plan(study, found, new=True)
    brought = case_tables.bring_in_table(study, found, columns, targets)
    assert [case.name for case in brought.cases] == ["Cy"]
    assert table(study)["Cy"] == {"age": "20", "town": "Bonn", "since": "2021-05-01"}


def test_a_table_that_finds_nobody_is_known_by_its_headings(study: Project, tmp_path: Path) -> None:
    with study.read() as read:
        known = case_tables.directory(read)
    assert case_tables.key_column(sheet(tmp_path, "town,name\nUlm,Di\nUlm,Ed\n"), known) == 1
    assert case_tables.key_column(sheet(tmp_path, "town,years\nUlm,3\nUlm,4\n"), known) == 0


def test_of_two_rows_under_a_new_name_the_second_waits(study: Project, tmp_path: Path) -> None:
    found = sheet(tmp_path, "name,age\nCy,20\n\n cy ,30\nBo,old\n")
    columns, targets = plan(study, found, new=True)
    assert [target.row for target in targets] == [0, 2]
    with pytest.raises(BadInput, match="in row 5"):
        case_tables.bring_in_table(study, found, columns, targets)
    case_tables.bring_in_table(study, found, columns, targets, case_tables.SKIP)
    assert table(study)["Cy"] == {"age": "20"}


def test_a_document_of_nobody_gets_a_case_of_its_name(study: Project, tmp_path: Path) -> None:
    cases.unassign(study, "Bo", "P02")
    found = sheet(tmp_path)
    columns, targets = plan(study, found)
    brought = case_tables.bring_in_table(study, found, columns, targets)
    assert [case.name for case in brought.cases] == ["P02"]
    with study.read() as read:
        assert [one.document for one in read.assignments(case=brought.cases[0].id)] == [read.document_named("P02").id]
    assert study.check() == []


def test_cells_that_do_not_fit(study: Project, tmp_path: Path) -> None:
    found = sheet(tmp_path, "case,age\nBo,old\nAna Lee,32\n")
    columns, targets = plan(study, found)
    with pytest.raises(BadInput, match="“old” for “age” in row 2"):
        case_tables.bring_in_table(study, found, columns, targets)
    brought = case_tables.bring_in_table(study, found, columns, targets, "skip")
    assert [(one.row, one.text) for one in brought.unfit] == [(0, "old")]
    assert [one["age"] for one in table(study).values()] == ["32", "44"]
    case_tables.bring_in_table(study, found, columns, targets, "text")
    assert [one["age"] for one in table(study).values()] == ["32", "old"]
    with pytest.raises(BadInput):
        case_tables.bring_in_table(study, found, columns, targets, "guess")


def test_a_table_from_the_clipboard() -> None:
    found = case_tables.sheet_of_text('case\tsaid\tsaid\t\nBo\t"two\nlines"\tx\ty\n\t\t\t\n', "Clipboard")
    assert found.columns == ("case", "said", "said (2)", "Column 4")
    assert found.rows == [("Bo", "two\nlines", "x", "y")]
    for empty in ("", "case\tage\n"):
        with pytest.raises(BadInput):
            case_tables.sheet_of_text(empty, "Clipboard")


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    for name, data in (("a.txt", b"words"), ("a.xlsx", b"PK no"), ("b.csv", b"only,a,header\n")):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(QualcodeError):
            case_tables.read_sheet(tmp_path / name)


def test_way_must_be_known(study: Project, tmp_path: Path) -> None:
    with study.read() as read, pytest.raises(BadInput):
        case_tables.match_rows(sheet(tmp_path), case_tables.directory(read), 0, "colour")


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json"])
def test_the_export_comes_back_as_it_went(study: Project, tmp_path: Path, suffix: str) -> None:
    cases.add_variable(study, "documents", "text")  # a name that the export's own column gives way to
    variables.set_values(study, [("Bo", "team", "=1+1"), ("Bo", "documents", "two")])
    path = exchange.export_file(study, "cases", tmp_path / f"cases{suffix}")
    before = table(study)
    found = case_tables.read_sheet(path)
    assert found.columns == ("case", "documents_", "age", "team", "documents", "display")
    assert found.rows[0][:3] == ("Ana Lee", "P01 (P01)", "31")
    variables.set_values(study, [("Bo", "team", ""), ("Bo", "age", 1), ("Bo", "documents", "")])
    columns, targets = plan(study, found)
    case_tables.bring_in_table(study, found, [one for one in columns if one.variable != "documents_"], targets)
    assert table(study) == before


def test_numbers_are_exported_as_numbers(study: Project, tmp_path: Path) -> None:
    variables.set_values(study, [("Bo", "age", "44.5")])
    path = exchange.export_file(study, "cases", tmp_path / "cases.json")
    assert [row["age"] for row in json.loads(path.read_text("utf-8"))] == [31, 44.5]


def test_cells_may_be_named_by_id(study: Project) -> None:
    with study.read() as read:
        case, variable = read.cases()[0], read.variables()[0]
    assert isinstance(case.id, UUID)
    assert variables.set_values(study, [(case.id, variable.id, True)], as_text=[variable]) == 1
