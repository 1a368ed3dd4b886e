"""The audit trail: every step with its reason, the chain of digests checked, and the same in every kind of file."""

import csv
import io
import json
import re
from pathlib import Path

import docx
import openpyxl
import pytest
from sqlalchemy import text

from qualcode.app import codebook, memos, surgery, themes
from qualcode.app.audit_trail import AUDIT_COLUMNS, SUFFIXES, Which, audit_trail
from qualcode.app.code_history import say_why
from qualcode.app.export import export_file
from qualcode.app.project import Project
from qualcode.domain.errors import BadInput, NotFound


@pytest.fixture
def told(study: Project) -> Project:
    """The study with a rename and its reason, one that is undone, and a reason given later."""
    codebook.rename_code(study, "place", "=places", reason="There are several.")
    codebook.rename_code(study, "trust", "faith")
    study.undo()
    codebook.define_code(study, "gatekeeping", include="Doors.")
    say_why(study, study.history()[-1].number, "The team asked.", "gatekeeping")
    return study


def trail(project: Project, **which: str) -> list[dict[str, object]]:
    with project.read() as read:
        return audit_trail(read, Which(**which)).rows


def test_every_step_with_its_reason_and_what_takes_it_back(told: Project) -> None:
    with told.read() as read:
        audit = audit_trail(read)
    steps = told.history()
    assert [row["number"] for row in audit.rows] == [step.number for step in steps]
    assert audit.head == {
        "study": "Study",
        "steps": len(steps),
        "steps in this file": len(steps),
        "digest chain": "intact",
        "last digest": steps[-1].digest,
    }
    places, faith, undo, define, why = audit.rows[-5:]
    assert (places["summary"], places["reason"]) == ("Rename “place” to “=places”", "There are several.")
    assert (faith["undone"], undo["reverts"]) == (True, faith["number"])
    assert define["reason"] == "The team asked.", "said after the step"
    assert why["action"] == "code_history.say_why"
    assert set(audit.rows[0]) == set(AUDIT_COLUMNS)


def test_only_some_of_the_steps(told: Project) -> None:
    everything = trail(told)
    last = everything[-1]["number"]
    assert isinstance(last, int)
    assert [row["number"] for row in trail(told, since=str(last - 2))] == [last - 1, last]
    today = str(everything[-1]["time"])[:10]
    assert len(trail(told, since=today)) + len(trail(told, before=today)) == len(everything)
    assert {row["coder"] for row in trail(told, coder="Ben")} == {"Ben"}
    for wrong in ({"since": "soon"}, {"before": "2026-1-1"}):
        with pytest.raises(BadInput, match="Write a day as YYYY-MM-DD"):
            trail(told, **wrong)
    with pytest.raises(NotFound):
        trail(told, coder="Nobody")
    with pytest.raises(NotFound):
        trail(told, of="no such code")


def test_the_whole_story_of_a_code_and_of_a_theme(told: Project) -> None:
    story = trail(told, of="trust")
    said = [row["summary"] for row in story]
    assert "Rename “trust” to “faith”" in said
    assert "Undo: Rename “trust” to “faith”" in said
    assert not any("place" in str(line) for line in said if "First round" not in str(line))
    memos.write_memo(told, "Who decides?", about="Power", title="On power")
    with told.read() as read:
        segment = read.placed()[0].segment
    evidence = themes.add_evidence(told, "Power", segment, "for")
    themes.remove_evidence(told, evidence)
    themes.set_stage(told, "Power", "reviewed")
    surgery.move_codes(told, ["gatekeeping"], None)
    actions = [row["action"] for row in trail(told, of="Power")]
    for action in ("memos.write_memo", "themes.add_evidence", "themes.remove_evidence", "themes.set_stage"):
        assert action in actions


def test_a_chain_that_was_tampered_with_is_said(file_study: Project) -> None:
    with file_study.read() as read:
        number = read.last_step()[0] - 3
    with file_study.database.writing() as connection:
        connection.execute(text("update step set summary = 'Nothing happened' where number = :n"), {"n": number})
    with file_study.read() as read:
        audit = audit_trail(read)
    assert audit.broken
    assert f"Step {number} “Nothing happened” was changed after it was written." in audit.head["digest chain"]


def values(rows: list[dict[str, object]]) -> list[tuple[str, ...]]:
    return [tuple(str(row[column]) for column in ("number", "summary", "reason", "digest")) for row in rows]


def test_all_files_say_the_same(told: Project, tmp_path: Path) -> None:
    paths = {suffix: export_file(told, "history", tmp_path / f"history{suffix}") for suffix in SUFFIXES}
    rows = trail(told)
    last = told.history()[-1].digest
    written = json.loads(paths[".json"].read_text("utf-8"))
    assert written["steps"] == rows
    assert written["about"]["digest chain"] == "intact"
    table = list(csv.DictReader(io.StringIO(paths[".csv"].read_text("utf-8"))))
    assert values(list(table)) == values(rows)
    book = openpyxl.load_workbook(paths[".xlsx"])
    head, *cells = book.worksheets[0].iter_rows(values_only=True)
    assert head == AUDIT_COLUMNS
    found = [dict(zip(head, ("" if cell is None else cell for cell in row), strict=True)) for row in cells]
    assert values(found) == values(rows)
    about = {row[0]: row[1] for row in book.worksheets[1].iter_rows(values_only=True)}
    assert (about["digest chain"], about["last digest"]) == ("intact", last)
    words = "\n".join(paragraph.text for paragraph in docx.Document(str(paths[".docx"])).paragraphs)
    page = re.sub(r"<[^>]+>", "", paths[".html"].read_text("utf-8"))
    for row in rows:
        for whole in (words, page):
            assert str(row["summary"]) in whole
            assert str(row["reason"]) in whole
            assert str(row["digest"]) in whole
    assert "<script" not in page
    assert "http" not in re.sub(r"http-equiv", "", paths[".html"].read_text("utf-8"))


def test_names_that_look_like_formulas_or_tags_stay_words(file_study: Project, tmp_path: Path) -> None:
    made = codebook.add_code(file_study, "<b>=1+1</b>")
    codebook.define_code(file_study, made, reason="=HYPERLINK(1)", include="x")
    csv_file = export_file(file_study, "history", tmp_path / "h.csv").read_text("utf-8")
    assert "'=HYPERLINK(1)" in csv_file
    sheet = openpyxl.load_workbook(export_file(file_study, "history", tmp_path / "h.xlsx")).worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "b", "inlineStr"}
    page = export_file(file_study, "history", tmp_path / "h.html").read_text("utf-8")
    assert "<b>=1+1" not in page
    assert "&lt;b&gt;=1+1&lt;/b&gt;" in page


def test_the_same_history_gives_the_same_bytes(file_study: Project, tmp_path: Path) -> None:
    for suffix in SUFFIXES:
        first = export_file(file_study, "history", tmp_path / f"one{suffix}").read_bytes()
        second = export_file(file_study, "history", tmp_path / f"two{suffix}").read_bytes()
        assert first == second, suffix
