"""The codebook's changes between two moments: what, by whom, when and why, in tables and files."""

import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from app.study import make

from qualcode.app import apart, code_history, codebook, coding, named_versions, surgery
from qualcode.app.codebook_diff import COLUMNS, SUFFIXES, change_rows, changes_between, summary, write_changes
from qualcode.app.project import Project
from qualcode.domain.codebook_diff import applied, differences_of
from qualcode.domain.errors import BadInput, NotFound, QualcodeError
from qualcode.store.past_rows import records_at


def told(project: Project, *moments: Any, small: bool = False) -> list[tuple[Any, ...]]:
    """What the table says, without times and steps."""
    with project.read() as read:
        rows = change_rows(changes_between(read, *moments, small=small).told)
    return [(*row[:7], row[8]) for row in rows]


def last(project: Project) -> int:
    return project.history()[-1].number


def trust_codings(project: Project) -> list[Any]:
    with project.read() as read:
        return read.placed(code=next(one.id for one in read.codes() if one.name == "trust"))


def test_each_kind_of_change_has_its_who_when_and_why(study: Project) -> None:
    named_versions.name_version(study, "Before supervision")
    codebook.merge_codes(study, "gatekeeping", "trust", reason="one idea")
    codebook.rename_code(study, "place", "the garden", reason="their word")
    study.coder = "Ben"
    codebook.define_code(study, "trust", definition="Who believes in whom.", exclude="Not hope.", reason="too wide")
    study.coder = "Ana"
    surgery.split_code(study, "trust", [({"name": "slow trust"}, trust_codings(study)[:1])], reason="two things")
    codebook.move_code(study, "the garden", "Power")
    codebook.add_code(study, "silence", definition="No words.")
    codebook.remove_code(study, "silence")
    codebook.add_code(study, "hope", "theme")
    codebook.recolor_code(study, "hope", "#123456")
    wider = "Who believes in whom."
    assert told(study) == [
        ("added", "Power > slow trust", "code", "", "", "Power > slow trust", "Ana", "two things"),
        ("added", "hope", "theme", "", "", "hope", "Ana", ""),
        ("merged", "Power > gatekeeping", "code", "", "Power > gatekeeping", "Power > trust", "Ana", "one idea"),
        ("split", "Power > trust", "code", "", "Power > trust", "Power > slow trust", "Ana", "two things"),
        ("renamed", "Power > the garden", "code", "name", "place", "the garden", "Ana", "their word"),
        ("moved", "Power > the garden", "code", "parent", "", "Power", "Ana", ""),
        ("redefined", "Power > trust", "code", "definition", "Who believes whom.", wider, "Ben", "too wide"),
        ("redefined", "Power > trust", "code", "exclude", "", "Not hope.", "Ben", "too wide"),
    ]  # fmt: skip
    with study.read() as read:
        assert summary(changes_between(read).told) == ("2 added, 1 merged, 1 split, 1 renamed, 1 moved, 1 redefined")
        merged = next(one for one in changes_between(read).told if one.change == "merged")
    step = next(one for one in study.history() if one.action == "codebook.merge_codes")
    assert [(cause.step, cause.time, cause.what) for cause in merged.causes] == [(step.number, step.time, step.what)]


def test_what_was_taken_back_is_no_change_unless_it_stood_before(study: Project) -> None:
    before = last(study)
    codebook.rename_code(study, "place", "garden")
    study.undo()
    assert told(study, before) == []
    study.redo()
    assert [row[0] for row in told(study, before)] == ["renamed"]
    renamed = next(step for step in study.history() if step.action == "codebook.rename_code").number
    undone_later = last(study)
    study.undo(renamed)
    assert [row[0] for row in told(study, before, undone_later)] == ["renamed"]
    with study.read() as read:
        back = changes_between(read, undone_later).told
    assert [(one.change, one.before, one.after) for one in back] == [("renamed", "garden", "place")]
    assert [cause.what for one in back for cause in one.causes] == ["Undo: Rename “place” to “garden”"]


def test_a_merge_that_was_done_again_later_still_says_into_what(study: Project) -> None:
    codebook.merge_codes(study, "place", "trust")
    study.undo()
    between = last(study)
    study.redo()
    assert [row[:6] for row in told(study, between)] == [
        ("merged", "place", "code", "", "place", "Power > trust"),
    ]
    codebook.remove_code(study, "gatekeeping", reason="empty")
    assert ("removed", "Power > gatekeeping", "code", "", "Power > gatekeeping", "", "Ana", "empty") in told(
        study, between
    )


def test_several_steps_that_led_there_are_all_told(study: Project) -> None:
    before = last(study)
    codebook.define_code(study, "trust", definition="One.")
    study.coder = "Ben"
    codebook.define_code(study, "trust", definition="Two.", reason="clearer")
    with study.read() as read:
        found = changes_between(read, before).told
    assert [(one.before, one.after) for one in found] == [("Who believes whom.", "Two.")]
    assert [(cause.coder, cause.why) for cause in found[0].causes] == [("Ana", ""), ("Ben", "clearer")]
    code_history.say_why(study, found[0].causes[0].step, "a first try", "trust")
    assert told(study, before)[0][6:] == ("Ana; Ben", "a first try; clearer")


def test_a_code_merged_on_and_on_ended_in_the_last(study: Project) -> None:
    before = last(study)
    codebook.merge_codes(study, "place", "gatekeeping", reason="first")
    codebook.merge_codes(study, "gatekeeping", "trust", reason="then")
    found = {row[1]: row for row in told(study, before)}
    assert found["place"][5] == found["Power > gatekeeping"][5] == "Power > trust"
    assert found["place"][7] == "first; then"
    assert found["Power > gatekeeping"][7] == "then"


def test_several_merged_at_once_and_what_a_step_takes_apart(study: Project) -> None:
    before = last(study)
    surgery.merge_several(study, ["trust", "place"], "gatekeeping", "one idea")
    assert [(row[0], row[1], row[5]) for row in told(study, before)] == [
        ("merged", "Power > trust", "Power > gatekeeping"),
        ("merged", "place", "Power > gatekeeping"),
    ]
    apart.take_apart(study, last(study))
    assert [row for row in told(study, before) if row[0] not in ("moved",)] == []


def test_the_stage_of_a_theme_and_what_only_looks_different(study: Project) -> None:
    before = last(study)
    with study.writing("test", "stage") as work:
        power = work.read.codebook.ordered[0]
        work.replace(replace(power, stage="candidate"))
    assert told(study, before) == []
    with study.writing("test", "stage") as work:
        power = work.read.codebook.ordered[0]
        work.replace(replace(power, stage="reviewed", concept="Who may speak."))
    assert [row[:6] for row in told(study, before)] == [
        ("redefined", "Power", "theme", "concept", "", "Who may speak."),
        ("stage", "Power", "theme", "stage", "candidate", "reviewed"),
    ]
    codebook.move_code(study, "gatekeeping", "Power", 0)
    codebook.recolor_code(study, "place", "#123456")
    now = last(study)
    assert [row[0] for row in told(study, now - 2)] == []
    assert {row[0] for row in told(study, now - 2, small=True)} == {"recoloured", "reordered"}


def test_moments_are_given_in_any_way_and_either_order(study: Project) -> None:
    with study.read() as read:
        everything = changes_between(read)
        assert everything.since.step == 0
        assert {one.change for one in everything.told} == {"added"}
    named_versions.name_version(study, "First")
    codebook.rename_code(study, "place", "garden")
    today = study.history()[-1].time[:10]
    with study.read() as read:
        forward, back = changes_between(read, "first", "now"), changes_between(read, today, "First")
        assert forward == back
        assert (forward.since.name, forward.until.step) == ("First", last(study))
        assert changes_between(read, "beginning", "First").told == everything.told
        assert changes_between(read, "0", "First").told == everything.told
        with pytest.raises(NotFound):
            changes_between(read, "Second")


@pytest.mark.parametrize("seed", range(3))
def test_after_any_surgery_the_changes_lead_from_any_state_to_any_later_one(
    place: str, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    with make(place, tmp_path / "texts") as project:
        for number in range(25):
            with project.read() as read:
                names = [str(one.id) for one in read.codebook.ordered]
            one, other = chance.choice(names), chance.choice(names)
            acts = (
                lambda one=one, number=number: codebook.rename_code(project, one, f"name {number}"),
                lambda one=one, other=other: codebook.move_code(project, one, other, reason="better"),
                lambda one=one, other=other: codebook.merge_codes(project, one, other),
                lambda one=one, number=number: codebook.define_code(project, one, definition=f"words {number}"),
                lambda one=one: codebook.remove_code(project, one),
                lambda number=number: codebook.add_code(project, f"new {number}"),
                lambda one=one: coding.apply_code(project, "P01", 0, 11, one),
                project.undo,
                project.redo,
            )
            try:
                chance.choice(acts)()
            except QualcodeError:
                continue
        steps = [step.number for step in project.history()]
        with project.read() as read:
            for since, until in (sorted(chance.sample(steps, 2)) for _ in range(8)):
                old, new = records_at(read, "code", since), records_at(read, "code", until)
                found = changes_between(read, since, until, small=True)
                assert applied(old, differences_of(old, new)) == {code.id: code for code in new}
                net = {(one.change, one.code) for one in differences_of(old, new)}
                plain = {("removed" if one.change == "merged" else one.change, one.key) for one in found.told}
                assert plain == net
                assert all(one.causes for one in found.told)
                assert all(since < cause.step <= until for one in found.told for cause in one.causes)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_format_holds_all_changes_and_the_same_state_gives_the_same_bytes(
    file_study: Project, tmp_path: Path, suffix: str
) -> None:
    codebook.define_code(file_study, "trust", definition="Who believes in <whom>.", reason="*clearer*")
    codebook.merge_codes(file_study, "gatekeeping", "trust", "one | idea")
    codebook.move_code(file_study, "place", "Power")
    with file_study.read() as read:
        found = changes_between(read, 9)
    first = write_changes(file_study, tmp_path / f"changes{suffix}", found)
    second = write_changes(file_study, tmp_path / f"again{suffix}", found)
    assert first.read_bytes() == second.read_bytes()
    words = _words(first)
    for needed in ("Who believes in <whom>.", "one | idea", "*clearer*", "gatekeeping"):
        assert needed in words, needed


def _words(path: Path) -> str:
    """All words of a file, whatever its format."""
    if path.suffix == ".docx":
        import docx

        return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    if path.suffix == ".xlsx":
        import openpyxl

        return "\n".join(str(cell.value) for row in openpyxl.load_workbook(path).worksheets[0].rows for cell in row)
    text = path.read_text("utf-8")
    if path.suffix == ".html":
        import html
        import re

        assert "http" not in text
        return html.unescape(re.sub("<[^>]*>", "", text))
    if path.suffix == ".md":
        return text.replace("\\", "").replace("**", "").replace("~~", "")
    return (
        "\n".join(str(value) for row in json.loads(text) for value in row.values()) if path.suffix == ".json" else text
    )


def test_files_mark_old_and_new_words(file_study: Project, tmp_path: Path) -> None:
    codebook.define_code(file_study, "trust", definition="Who trusts whom.")
    with file_study.read() as read:
        found = changes_between(read, last(file_study) - 1)
    page = write_changes(file_study, tmp_path / "c.html", found).read_text("utf-8")
    assert "Who <del>believes</del><ins>trusts</ins> whom." in page
    note = write_changes(file_study, tmp_path / "c.md", found).read_text("utf-8")
    assert "Who ~~believes~~**trusts** whom." in note
    import docx

    document = docx.Document(str(write_changes(file_study, tmp_path / "c.docx", found)))
    runs = {run.text: run for paragraph in document.paragraphs for run in paragraph.runs}
    assert runs["believes"].font.strike
    assert runs["trusts"].font.underline


def test_a_file_that_cannot_be_written_is_said(file_study: Project, tmp_path: Path) -> None:
    with file_study.read() as read:
        found = changes_between(read)
    with pytest.raises(BadInput, match=r"cannot be written as “\.pdf”"):
        write_changes(file_study, tmp_path / "c.pdf", found)
    rows = json.loads(write_changes(file_study, tmp_path / "c.json", found).read_text("utf-8"))
    assert tuple(rows[0]) == COLUMNS
