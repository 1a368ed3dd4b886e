"""The check before an export: who could be recognised in what is about to be written, on both databases."""

import csv
import io
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from app.study import ANA, BEN

from qualcode.app import (
    cases,
    code_sets,
    codebook,
    coding,
    display_names,
    documents,
    linking,
    marking,
    memos,
    redactions,
    theme_maps,
    themes,
)
from qualcode.app.audit_trail import export_audit
from qualcode.app.codebook_diff import changes_between, write_changes
from qualcode.app.export import export_file
from qualcode.app.export_leaving import CHECKED, ENTRY_FIELDS, check_export
from qualcode.app.history_leaving import check_changes, check_history
from qualcode.app.leaving import Leaving, Words, look_through
from qualcode.app.memo_export import Wanted
from qualcode.app.project import Project
from qualcode.app.quoting import Quoting
from qualcode.app.report import build
from qualcode.app.report_leaving import check_report, look_at_report
from qualcode.app.report_options import ReportOptions
from qualcode.app.table_leaving import look_at_table, printed_table
from qualcode.domain.carrying import Carrying
from qualcode.domain.codebook_entries import CodebookEntry

SAID = (
    "INTERVIEWER: Who helped?\n"
    "MARIA: Well, ana lee did; her number was 030 1234567 in 1999.\n"
    "INTERVIEWER: And?\n"
    "MARIA: Write to maria@example.org. MARIA was there, and 陈静.\n"
)
LABELS = r"^(?P<speaker>[A-Z]+):\s*"


@pytest.fixture
def telling(study: Project) -> Project:
    """The study with an interview in which people are named; all of its turns by Maria are coded."""
    documents.replace_text(study, "P02", SAID)
    documents.set_speakers(study, "P02", LABELS)
    cases.add_case(study, "陈静")
    for turn in ("MARIA: Well", "MARIA: Write"):
        at = SAID.index(turn)
        coding.apply_code(study, "P02", at, SAID.index("\n", at), "place")
    return study


def told(found: Leaving, *kinds: str) -> dict[tuple[str, str], int]:
    return {(one.kind, one.name): one.times for one in found.found if not kinds or one.kind in kinds}


def test_names_addresses_and_numbers_are_counted_with_their_places(telling: Project) -> None:
    found = check_export(telling, "segments", documents="P02")
    assert told(found) == {
        ("case", "Bo"): 2,
        ("case", "Ana Lee"): 1,
        ("case", "陈静"): 1,
        ("speaker", "MARIA"): 5,
        ("file", "P02"): 2,
        ("coder", "Ana"): 2,
        ("email", "maria@example.org"): 1,
        ("phone", "030 1234567"): 1,
    }
    assert found.counts == {"case": 3, "speaker": 1, "file": 1, "coder": 1, "email": 1, "phone": 1}
    assert str(found) == (
        "In this file: 3 case names, 1 speaker label, 1 file name, 1 coder, 1 e-mail address, 1 phone number."
    )
    ana = next(one for one in found.found if one.name == "Ana Lee")
    (place,) = ana.places
    assert SAID[place.start : place.end] == "ana lee"
    assert (place.where, place.times, found.documents[place.document]) == ("text", 1, "P02")  # type: ignore[index]
    maria = next(one for one in found.found if one.name == "MARIA")
    assert sorted((one.where, one.times) for one in maria.places) == [
        ("speaker", 2),
        ("text", 1),
        ("text", 1),
        ("text", 1),
    ]


def test_what_two_coders_coded_is_written_twice(telling: Project) -> None:
    telling.coder = "Ben"
    at = SAID.index("MARIA: Write")
    coding.apply_code(telling, "P02", at, at + 40, "trust")
    coding.apply_code(telling, "P02", at + 3, at + 40, "trust")  # begins within the label
    found = check_export(telling, "segments", documents="P02")
    assert told(found, "email") == {("email", "maria@example.org"): 3}
    assert str(check_export(telling, "segments", documents="P02", codes="trust").counts["email"]) == "1"


def test_display_ids_and_redactions_take_out_what_they_hide(telling: Project) -> None:
    display_names.set_display(telling, "Bo", "P09")
    display_names.set_speaker_name(telling, "MARIA", "Partner M")
    redactions.redact(telling, "P02", SAID.index("ana lee"), SAID.index(" in 1999"))
    found = check_export(telling, "segments", display_ids=True, documents="P02")
    assert told(found) == {
        ("case", "陈静"): 1,
        ("speaker", "MARIA"): 1,  # she says her own name: that is not a label
        ("file", "P02"): 2,
        ("coder", "Ana"): 2,
        ("email", "maria@example.org"): 1,
    }
    assert ("case", "Bo") in told(check_export(telling, "segments", documents="P02"))


def test_a_name_that_is_its_own_display_id_is_no_secret_and_interviewers_are_none(telling: Project) -> None:
    display_names.set_display(telling, "Bo", "Bo")
    display_names.set_speaker_name(telling, "MARIA", "MARIA")
    found = told(check_export(telling, "segments", documents="P02"))
    assert ("case", "Bo") not in found
    assert ("speaker", "MARIA") not in found
    coding.apply_code(telling, "P02", 0, 20, "place")
    assert not [one for one in told(check_export(telling, "segments", documents="P02")) if one[1] == "INTERVIEWER"]


def test_redacted_words_are_found_where_they_still_stand(telling: Project) -> None:
    at = SAID.index("number")
    redactions.redact(telling, "P02", at, at + 6)
    with telling.read() as read:
        segment = next(one for one in read.placed() if one.document == read.document_named("P02").id)  # type: ignore[union-attr]
        code = read.record("code", segment.code)
    coding.comment_segment(telling, segment, "The Number again.")
    assert not [one for one in check_export(telling, "segments", documents="P02").found if one.kind == "redacted"]
    codebook.rename_code(telling, code, "A Number")  # names are printed as they are: files are known again by them
    found = check_export(telling, "segments", documents="P02")
    words = next(one for one in found.found if one.kind == "redacted")
    assert (words.name, words.places[0].where) == ("number", "code")


def test_comments_questions_and_links_are_looked_through(telling: Project) -> None:
    with telling.read() as read:
        first, second = [one for one in read.placed() if SAID.find("MARIA: W") <= one.start and one.coder][-2:]
    coding.comment_segment(telling, first, "Ask Ana Lee at x@y.org, twice: x@y.org")
    marking.discuss_coding(telling, first, "Is it Bo?")
    linking.link_segments(telling, first, second, "explains", "as Ana Lee said")
    found = check_export(telling, "segments", marks=True)
    places = {(one.kind, one.name): {place.where for place in one.places} for one in found.found}
    assert told(found, "email")["email", "x@y.org"] == 2
    assert {"comment", "links"} <= places["case", "Ana Lee"]
    assert "discuss" in places["case", "Bo"]
    assert "links" not in {place.where for one in check_export(telling, "segments").found for place in one.places}


def test_memos_and_the_codebook_are_looked_through(telling: Project) -> None:
    with telling.read() as read:
        about = next(one for one in read.placed() if SAID[one.start : one.end].startswith("MARIA: Write"))
    memos.write_memo(telling, "See 陈静.", about=about, title="On Ana Lee")
    found = check_export(telling, "memos")
    assert told(found, "email") == {("email", "maria@example.org"): 1}
    assert {(place.where, place.about) for one in found.found if one.name == "Ana Lee" for place in one.places} == {
        ("title", "On Ana Lee")
    }
    assert told(check_export(telling, "memos", wanted=Wanted(about="trust")), "email") == {}
    marking.mark_coding(telling, about, "exemplar")
    marking.use_as_example(telling, about)
    book = check_export(telling, "codebook")
    places = {(one.name, place.where) for one in book.found for place in one.places}
    assert {("maria@example.org", "text"), ("maria@example.org", "example"), ("P02", "examples")} <= places


def test_quotes_of_anything_can_be_looked_through(study: Project) -> None:
    with study.read() as read:
        document = read.document_named("P01")
        assert document is not None
        spans = [(document.id, 0, len(ANA)), (document.id, 0, 20)]
        words = [Words("claim", "As Bo and Bo say", about="Trust"), Words("claim", "none")]
        found = look_through(read, Quoting(read), spans, words)
    assert told(found) == {("case", "Bo"): 2, ("speaker", "P01"): 1}
    assert list(found.rows()) == [
        ("case", "Bo", 2, "claim", "Trust", "", None, None),
        ("speaker", "P01", 1, "text", "", "P01", 32, 35),
    ]


def test_a_project_without_names_is_said_to_have_none(study: Project) -> None:
    with study.read() as read:
        document = read.document_named("P02")
        assert document is not None
        found = look_through(read, Quoting(read), [(document.id, 0, len(BEN))])
    assert found.found == ()
    assert str(found) == "No names, addresses or numbers were found in it."


def test_the_check_sees_what_the_file_holds(telling: Project, tmp_path: Path) -> None:
    """Every name the check finds in quotes is in the file, as often."""
    redactions.redact(telling, "P02", SAID.index("ana lee"), SAID.index("her"))
    table = export_file(telling, "segments", tmp_path / "s.csv", documents="P02").read_text("utf-8-sig")
    found = check_export(telling, "segments", documents="P02")
    for one in found.found:
        if one.kind in ("email", "phone"):
            assert table.count(one.name) == one.times
    assert "Ana Lee" not in {one.name for one in found.found}
    assert "ana lee" not in table


def test_kinds_that_are_checked_are_exports(study: Project, tmp_path: Path) -> None:
    found: dict[str, Any] = {kind: check_export(study, kind) for kind in CHECKED}
    for kind, one in found.items():
        assert isinstance(one, Leaving)
        export_file(study, kind, tmp_path / f"{kind}.csv")


def test_a_report_is_looked_through_as_it_will_be_written(telling: Project) -> None:
    with telling.read() as read:
        about = next(one for one in read.placed() if SAID[one.start : one.end].startswith("MARIA: Write"))
    themes.link_code(telling, "Power", "place")
    themes.add_evidence(telling, "Power", about)
    options = ReportOptions(sections=("themes",))
    found = told(check_report(telling, options))
    assert found["email", "maria@example.org"] >= 1
    assert ("speaker", "MARIA") in found
    redactions.redact(telling, "P02", SAID.index("maria@"), SAID.index(". MARIA was"))
    assert ("email", "maria@example.org") not in told(check_report(telling, options))


def test_a_report_that_is_built_is_found_to_hold_what_the_check_finds(telling: Project) -> None:
    theme_maps.add_map(telling, "Ana Lee's map")
    theme_maps.add_nodes(telling, "Ana Lee's map", ["Power", "trust"])
    options = ReportOptions()
    found = look_at_report(telling, build(telling, options), options)
    assert found == check_report(telling, options)
    assert ("case", "Ana Lee") in told(found)


HARMLESS = {  # of an entry of the codebook: words of ours, or the names of other entries
    "id",
    "path",
    "kind",
    "origin",
    "color",
    "segments",
    "documents",
    "cases",
    "coders",
    "created",
    "changed",
    "stage",
    "examples",  # their words are looked at as quotes, their citations besides
}


def test_every_field_of_the_codebook_is_looked_at_or_harmless() -> None:
    assert HARMLESS | set(ENTRY_FIELDS) == {field.name for field in fields(CodebookEntry)}
    assert not HARMLESS & set(ENTRY_FIELDS)


def test_what_is_said_of_a_theme_and_the_names_of_sets_are_looked_at(telling: Project) -> None:
    said = {field: f"{field}@example.org" for field in ("concept", "boundary", "counter_search")}
    themes.describe_theme(telling, "Power", **said)
    code_sets.add_code_set(telling, "For set@example.org", ["trust"])
    found = {one.name: {place.where for place in one.places} for one in check_export(telling, "codebook").found}
    for field, address in said.items():
        assert found[address] == {field}
    assert found["set@example.org"] == {"code set"}


def test_the_cells_that_are_counted_are_those_of_the_table(telling: Project, tmp_path: Path) -> None:
    """The check counts codings in other ways than the table is written: it must come to the same, filtered or not."""
    display_names.set_display(telling, "Ana Lee", "Bob Bell")
    cases.add_case(telling, "Bob Bell 2")
    cases.assign(telling, "Bob Bell 2", "P02", start=0, end=SAID.index("Well"))
    marking.mark_coding(telling, next(iter(_placed(telling))), "exemplar")
    for filters in (
        {},
        {"documents": "P02"},
        {"codes": "trust"},
        {"coders": "Ben"},
        {"variables": {"age": "31"}},
        {"carrying": Carrying(marks=frozenset({"exemplar"}))},
    ):
        file = export_file(telling, "segments", tmp_path / "s.csv", display_ids=True, **filters)
        table = list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"), newline="")))
        found = check_export(telling, "segments", display_ids=True, **filters)
        for column, name in (("coder", "Ana"), ("coder", "Ben"), ("case", "Bo"), ("case", "Bob Bell 2")):
            written = sum(name in row[column].split("; ") for row in table)
            assert sum(
                place.times for one in found.found if one.name == name for place in one.places if place.where == column
            ) == (written), (filters, column, name)


def _placed(project: Project) -> list[Any]:
    with project.read() as read:
        return read.placed()


def test_the_history_and_what_changed_are_looked_through(telling: Project, tmp_path: Path) -> None:
    codebook.define_code(telling, "trust", definition="Ask trust@example.org", reason="Ana Lee asked for it")
    display_names.set_display(telling, "Ana Lee", "P07")
    found = {one.name: {place.where for place in one.places} for one in check_history(telling).found}
    assert {"what was done", "reason"} <= found["Ana Lee"]
    coded = {one.name for one in check_history(telling, display_ids=True).found}
    assert "Ana Lee" not in coded
    path, _ = export_audit(telling, tmp_path / "h.csv", display_ids=True)
    assert "Ana Lee" not in path.read_text("utf-8-sig")
    with telling.read() as read:
        changes = changes_between(read, "beginning")
    found = {one.name: {place.where for place in one.places} for one in check_changes(telling, changes).found}
    assert found["trust@example.org"] == {"what changed"}
    assert found["Ana Lee"] == {"reason"}
    assert "Ana Lee" not in {one.name for one in check_changes(telling, changes, display_ids=True).found}
    assert "Ana Lee" in write_changes(telling, tmp_path / "d.md", changes).read_text("utf-8")
    assert "Ana Lee" not in write_changes(telling, tmp_path / "d.md", changes, display_ids=True).read_text("utf-8")


def test_a_table_of_an_analysis_leaves_like_a_file(telling: Project) -> None:
    themes.link_code(telling, "Power", "place")
    at = SAID.index("Write to")
    redactions.redact(telling, "P02", at, at + len("Write to"))
    themes.describe_theme(telling, "Power", concept="Write to somebody@example.org")
    display_names.set_display(telling, "Ana Lee", "P07")
    table = telling.analyse("themes", documents="P01")
    with telling.read() as read:
        quoting = Quoting(read, display_ids=True)
        printed = printed_table(table, quoting)
        found = {(one.name, one.places[0].where) for one in look_at_table(read, quoting, printed).found}
    assert printed["top_case"].tolist() == ["P07"]
    assert printed["concept"].tolist() == ["[…] somebody@example.org"]
    assert {("somebody@example.org", "concept"), ("P01", "how it was made")} <= found
    assert table["top_case"].tolist() == ["Ana Lee"]
    assert "Ana Lee" not in str(printed.attrs)


def test_what_a_redaction_leaves_of_an_address_is_still_found(telling: Project) -> None:
    at = SAID.index("maria@")
    redactions.redact(telling, "P02", at, at + 2)
    number = SAID.index("030 1234567")
    redactions.redact(telling, "P02", number, number + 6)
    found = told(check_export(telling, "segments", documents="P02"))
    assert found["email", "ria@example.org"] == 1
    assert not [name for kind, name in found if kind == "phone"]
