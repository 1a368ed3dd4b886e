"""Display ids of cases and speakers: given, refused, printed instead of names, and brought back from a table."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from app.study import ANA, BEN

from qualcode.app import case_tables, cases, coding, display_names, documents, marking, memos
from qualcode.app.export import export_file
from qualcode.app.project import Project
from qualcode.app.quoting import Quoting, quotes
from qualcode.domain.errors import BadInput, Refused


def displays(project: Project) -> dict[str, str | None]:
    with project.read() as read:
        return {case.name: case.display for case in read.cases()}


def labels(project: Project) -> dict[str, str]:
    with project.read() as read:
        return {one.label: one.display for one in read.where("speaker_name")}


def rows(place: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(place.read_text("utf-8-sig"), newline="")))


# ── giving ─────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_display_id_is_set_and_taken_back(study: Project) -> None:
    assert display_names.set_display(study, "Ana Lee", "  P07 ").display == "P07"
    assert study.history()[-1].summary == "Call Ana Lee “P07” in exports"
    assert display_names.set_display(study, "Ana Lee", "").display is None
    assert study.history()[-1].summary == "Take back the display id of Ana Lee"
    steps = len(study.history())
    assert display_names.set_display(study, "Ana Lee", " ").name == "Ana Lee"
    assert len(study.history()) == steps


@pytest.mark.parametrize("taken", ["p07", "Bo", "BÓ"])
def test_two_cases_are_never_called_the_same(study: Project, taken: str) -> None:
    display_names.set_display(study, "Bo", "P07")
    with pytest.raises(Refused, match="stands for “Bo” already, so it cannot stand for “Ana Lee” too"):
        display_names.set_display(study, "Ana Lee", taken)
    assert displays(study) == {"Ana Lee": None, "Bo": "P07"}


def test_a_case_may_be_called_by_its_own_name_and_two_may_change_places(study: Project) -> None:
    assert display_names.set_display(study, "Bo", "Bo").display == "Bo"
    display_names.set_displays(study, [("Ana Lee", "P01"), ("Bo", "P02")])
    display_names.set_displays(study, [("Ana Lee", "P02"), ("Bo", "P01")])
    assert displays(study) == {"Ana Lee": "P02", "Bo": "P01"}


def test_a_speaker_is_called_by_another_word(study: Project) -> None:
    made = display_names.set_speaker_name(study, " P01 ", "Partner B")
    assert made is not None
    assert display_names.set_speaker_name(study, "P01", "Partner C").id == made.id  # type: ignore[union-attr]
    with pytest.raises(Refused, match="“partner c” stands for “P01” already"):
        display_names.set_speaker_name(study, "INTERVIEWER", "partner c")
    assert display_names.set_speaker_name(study, "P01", " ") is None
    assert labels(study) == {}
    with pytest.raises(BadInput, match="Give that"):
        display_names.set_speaker_name(study, " ", "P")


def test_all_without_one_get_one_in_one_step_passing_over_what_is_taken(study: Project) -> None:
    cases.add_case(study, "P01")
    display_names.set_display(study, "Bo", "P03")
    given = display_names.give_displays(study)
    assert [case.display for case in given] == ["P02", "P04"]
    assert displays(study) == {"Ana Lee": "P02", "Bo": "P03", "P01": "P04"}
    assert study.history()[-1].summary == "Give 2 cases display ids"
    study.undo()
    assert displays(study) == {"Ana Lee": None, "Bo": "P03", "P01": None}
    display_names.give_displays(study, "Partner {A}", only=["Ana Lee"])
    assert displays(study)["Ana Lee"] == "Partner A"


def test_speakers_share_the_id_of_their_case_and_interviewers_get_none(study: Project) -> None:
    display_names.set_display(study, "Ana Lee", "P07")
    documents.set_speakers(study, "P02", r"^(?P<speaker>Die|Café) ")
    display_names.give_displays(study, "P{n:02}", "speakers")
    assert labels(study) == {"P01": "P07", "Die": "P01", "Café": "P02"}
    display_names.give_displays(study, "Asks {A}", "speakers", only=["INTERVIEWER"])
    assert labels(study)["INTERVIEWER"] == "Asks A"


def test_who_alone_answers_in_the_document_of_a_case_is_called_as_the_case(study: Project) -> None:
    documents.set_speakers(study, "P02", r"^(?P<speaker>Die) ")
    display_names.give_displays(study)
    display_names.give_displays(study, what="speakers")
    assert displays(study) == {"Ana Lee": "P01", "Bo": "P02"}
    assert labels(study) == {"P01": "P01", "Die": "P02"}, "nobody reads like one more participant"


def test_several_speakers_of_one_case_are_told_apart_by_letters(study: Project) -> None:
    documents.set_speakers(study, "P02", r"^(?P<speaker>Die|Café) ")
    display_names.set_display(study, "Bo", "K2")
    display_names.set_display(study, "Ana Lee", "K2 A")
    display_names.give_displays(study, "K{n}", "speakers")
    assert labels(study) == {"P01": "K2 A", "Die": "K2 B", "Café": "K2 C"}


def test_a_speaker_of_several_cases_is_called_as_none_of_them(study: Project) -> None:
    documents.set_speakers(study, "P02", r"^(?P<speaker>Die|Café) ")
    at = BEN.index("Café")
    cases.unassign(study, "Bo", "P02")
    cases.assign(study, "Bo", "P02", 0, at)
    cases.add_case(study, "Cleo")
    cases.assign(study, "Cleo", "P02", at + 4, len(BEN))
    display_names.give_displays(study)
    display_names.give_displays(study, what="speakers", only=["Die", "Café"])
    assert labels(study) == {"Die": "P02", "Café": "P03"}
    display_names.set_speaker_names(study, {"Die": "", "Café": ""})
    cases.assign(study, "Cleo", "P01", speaker="Die")
    display_names.give_displays(study, what="speakers", only=["Die"])
    assert labels(study) == {"Die": "P04"}


@pytest.mark.parametrize("pattern", ["P", "P{n}{n}", "P{x}", "{n", "P{n:02}}"])
def test_a_pattern_must_count(study: Project, pattern: str) -> None:
    with pytest.raises(BadInput, match="does not count"):
        display_names.give_displays(study, pattern)
    with pytest.raises(BadInput, match="not to “turtles”"):
        display_names.give_displays(study, "P{n}", "turtles")


def test_letters_go_on_after_z() -> None:
    assert [display_names.numbered("Partner {A}", at) for at in (1, 26, 27, 702, 703)] == [
        "Partner A",
        "Partner Z",
        "Partner AA",
        "Partner ZZ",
        "Partner AAA",
    ]
    assert display_names.numbered("P{n:03}", 7) == "P007"


def test_a_case_takes_over_the_display_id_of_one_it_is_merged_with(study: Project) -> None:
    display_names.set_display(study, "Bo", "P09")
    assert cases.merge_cases(study, "Bo", "Ana Lee").display == "P09"
    study.undo()
    assert displays(study) == {"Ana Lee": None, "Bo": "P09"}


# ── printed ────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.fixture
def called(study: Project) -> Project:
    display_names.set_display(study, "Ana Lee", "P07")
    display_names.set_speaker_name(study, "P01", "Partner B")
    documents.rename_document(study, "P01", "P01_ana lee.2024")
    return study


def test_exports_call_nobody_by_name_on_request(called: Project, tmp_path: Path) -> None:
    start = ANA.index("P01:")
    coding.apply_code(called, "P01_ana lee.2024", start - 6, start + 14, "place")
    plain = rows(export_file(called, "segments", tmp_path / "plain.csv"))
    assert {row["case"] for row in plain} == {"Ana Lee", "Bo"}
    shown = rows(export_file(called, "segments", tmp_path / "shown.csv", display_ids=True))
    assert {row["case"] for row in shown} == {"P07", "Bo"}
    assert {row["speaker"] for row in shown} == {"Partner B", "INTERVIEWER", ""}
    assert {row["document"] for row in shown} == {"Partner B_P07.2024", "P02"}
    assert [(row["start"], row["end"], row["code"]) for row in shown] == [
        (row["start"], row["end"], row["code"]) for row in plain
    ]
    assert next(row["text"] for row in shown if row["start"] == str(start - 6)) == "tart?\nPartner B: I trusted"


def test_only_labels_at_the_beginning_of_turns_are_replaced(study: Project) -> None:
    documents.replace_text(study, "P01", "INTERVIEWER: Was it P01?\nP01: P01 is 信任 P011.\n")
    display_names.set_speaker_name(study, "P01", "😀 B")
    with study.read() as read:
        document = read.document_named("P01")
        assert document is not None
        quoting = Quoting(read, display_ids=True)
        assert quoting.text(document, 0, document.characters) == ("INTERVIEWER: Was it P01?\n😀 B: P01 is 信任 P011.\n")
        assert quoting.text(document, 26, 33) == "😀 B: P01"  # begun within the label: all of it
        assert Quoting(read).text(document, 25, 34) == "P01: P01 "


def test_citations_name_the_case_else_the_speaker_else_the_document(called: Project) -> None:
    with called.read() as read:
        document = read.document_named("P01_ana lee.2024")
        other = read.document_named("P02")
        assert document is not None
        assert other is not None
        plain, shown = Quoting(read), Quoting(read, display_ids=True)
        at = ANA.index("I trusted")
        assert plain.citation(document, at) == "P01_ana lee.2024, turn 2"
        assert shown.citation(document, at) == "P07, turn 2"
        assert shown.citation(document, 0) == "Partner B_P07.2024, turn 1"
        assert shown.citation(other, BEN.index("信")) == "P02, turn 2"
        assert shown.citation(other.id, len(BEN) - 1) == "P02"
        segments = read.segments_of(document.id)
        printed = quotes(read, segments[:1], shown)[0]
        assert (printed.document, printed.speaker, printed.citation) == (
            "Partner B_P07.2024",
            "Partner B",
            "P07, turn 2",
        )
    cases.unassign(called, "Ana Lee", "P01_ana lee.2024")
    with called.read() as read:
        assert Quoting(read, display_ids=True).citation(document, at) == "Partner B, turn 2"


def test_links_memos_and_examples_call_nobody_by_name(called: Project, tmp_path: Path) -> None:
    linked = rows(export_file(called, "segments", tmp_path / "s.csv", marks=True, display_ids=True))
    assert not any("ana lee" in row["links"].lower() for row in linked)
    assert any("P07" in row["links"] for row in linked)
    memos.write_memo(called, "About her.", about="Ana Lee", title="Her")
    told = json.loads(export_file(called, "memos", tmp_path / "m.json", display_ids=True).read_text("utf-8"))
    assert next(row["about"] for row in told if row["title"] == "Her") == "P07"
    assert next(row["document"] for row in told if row["about_kind"] == "segment") == "Partner B_P07.2024"
    with called.read() as read:
        found = next(one for one in read.placed() if one.start == ANA.index("I trusted"))
    marking.use_as_example(called, found)
    book = json.loads(export_file(called, "codebook", tmp_path / "c.json", display_ids=True).read_text("utf-8"))
    assert "ana lee" not in json.dumps(book).lower()


# ── the table of cases ─────────────────────────────────────────────────────────────────────────────────────
def test_the_table_of_cases_has_display_ids_and_brings_them_back(study: Project, tmp_path: Path) -> None:
    display_names.set_displays(study, [("Bo", "P02"), ("Ana Lee", "P01")])
    table = export_file(study, "cases", tmp_path / "cases.csv")
    assert table.read_text("utf-8-sig").splitlines()[0] == "case,documents,age,team,display"
    display_names.set_displays(study, [("Bo", ""), ("Ana Lee", "P02")])
    brought = bring_in(study, table)
    assert displays(study) == {"Ana Lee": "P01", "Bo": "P02"}
    assert brought.variables == []
    with study.read() as read:
        assert [variable.name for variable in read.variables()] == ["age", "team"]


def test_a_variable_of_that_name_stays_one(study: Project, tmp_path: Path) -> None:
    cases.add_variable(study, "display", "text")
    cases.set_value(study, "Bo", "display", "shop window")
    table = export_file(study, "cases", tmp_path / "cases.csv")
    assert table.read_text("utf-8-sig").splitlines()[0] == "case,documents,age,team,display,display_"
    bring_in(study, table, but=("display_",))
    assert displays(study) == {"Ana Lee": None, "Bo": None}


def test_a_table_that_calls_two_cases_the_same_changes_nothing(study: Project, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("case,team,display\nBo,south,P01\nAna Lee,west,P01\n", "utf-8")
    with pytest.raises(Refused, match="“P01” stands for"):
        bring_in(study, tmp_path / "t.csv")
    assert displays(study) == {"Ana Lee": None, "Bo": None}


def bring_in(project: Project, table: Path, but: tuple[str, ...] = ()) -> Any:
    sheet = case_tables.read_sheet(table)
    with project.read() as read:
        known = case_tables.directory(read)
        variables = read.variables()
    key = case_tables.key_column(sheet, known)
    columns = case_tables.columns_of(sheet, variables, key)
    chosen = [one for one in columns if one.variable not in (case_tables.DOCUMENTS, *but)]
    targets = case_tables.targets_of(case_tables.match_rows(sheet, known, key), {})
    return case_tables.bring_in_table(project, sheet, chosen, targets)


def test_a_step_about_one_display_id_says_which(study: Project) -> None:
    def last() -> str:
        return study.history()[-1].summary

    display_names.set_displays(study, [("Ana Lee", "P01"), ("Bo", "P02")])
    assert last() == "Set the display ids of 2 cases"
    display_names.set_displays(study, [("Ana Lee", "P01"), ("Bo", "P03")])  # the other is called so already
    assert last() == "Call Bo “P03” in exports"
    display_names.set_displays(study, [("Bo", "")])
    assert last() == "Take back the display id of Bo"
    display_names.set_speaker_names(study, {"P01": "Partner B", "INTERVIEWER": "I"})
    assert last() == "Set the display ids of 2 speakers"
    display_names.set_speaker_names(study, {"P01": "Partner C", "INTERVIEWER": "I"})
    assert last() == "Call the speaker P01 “Partner C” in exports"
    display_names.set_speaker_names(study, {"P01": ""})
    assert last() == "Take back the display id of the speaker P01"
