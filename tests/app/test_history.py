"""Undo and redo as the interface settles them, and what joins, clashes and dates do."""

import pytest
from app.study import ANA, BEN, state

import qualcode
from qualcode.app import cases, codebook, coding, documents, memos
from qualcode.app.project import Project
from qualcode.domain.errors import BadInput, Clash, NotFound, Refused
from qualcode.domain.history import Step

AT = ANA.index("Trust came")


def newest(project: Project) -> Step:
    return project.history()[-1]


def test_undo_takes_ones_own_last_step(study: Project) -> None:
    codebook.add_code(study, "mine")
    mine = newest(study).number
    study.coder = "Ben"
    codebook.add_code(study, "his")
    study.coder = "Ana"
    assert study.undo().number == mine
    with study.read() as read:
        assert {"his"} == {code.name for code in read.codes()} & {"mine", "his"}


def test_undo_goes_further_back_each_time_and_redo_forward(study: Project) -> None:
    states = [state(study)]
    numbers = []
    for name in ("one", "two", "three"):
        codebook.add_code(study, name)
        numbers.append(newest(study).number)
        states.append(state(study))
    for place in (2, 1, 0):
        assert study.undo().number == numbers[place]
        assert state(study) == states[place]
    for place in (0, 1, 2):
        assert study.redo().number == numbers[place]
        assert state(study) == states[place + 1]
    assert study.undo().number == numbers[2], "what was redone can be undone again"
    assert state(study) == states[2]
    assert study.check() == []


def test_redo_is_offered_until_the_next_new_step_of_ones_own(study: Project) -> None:
    codebook.add_code(study, "one")
    study.undo()
    study.coder = "Ben"
    codebook.add_code(study, "elsewhere")
    study.coder = "Ana"
    study.redo()
    study.undo()
    codebook.add_code(study, "two")
    with pytest.raises(Refused, match="nothing to redo"):
        study.redo()


def test_redo_takes_back_only_ones_own_undo(study: Project) -> None:
    codebook.add_code(study, "one")
    study.undo()
    study.coder = "Ben"
    with pytest.raises(Refused, match="no undo of Ben"):
        study.redo()


def test_undo_of_anyones_step(study: Project) -> None:
    study.coder = "Ben"
    codebook.add_code(study, "his")
    his = newest(study).number
    study.coder = "Ana"
    before = newest(study)
    assert study.undo(anyone=True).number == his
    undo = newest(study)
    assert (undo.number, undo.coder, undo.reverts) == (before.number + 1, "Ana", his)
    assert undo.action == "undo"
    assert undo.summary == f"Undo: {before.summary}"


def test_with_no_step_of_ones_own_undo_says_whose_the_last_ones_are(study: Project) -> None:
    steps = study.history()
    study.coder = "Cem"
    with pytest.raises(Refused) as refused:
        study.undo()
    assert "Cem" in str(refused.value)
    assert "Ana" in str(refused.value)
    assert "Ben" in str(refused.value)
    assert study.history() == steps, "whoever only tried has not joined"


def test_a_new_project_has_nothing_to_undo(place: str) -> None:
    with qualcode.new(place, coder="Ana") as project:
        with pytest.raises(Refused, match="nothing to undo"):
            project.undo()
        with pytest.raises(Refused, match="what the rest stands on"):
            project.undo(step=1)
        with pytest.raises(Refused, match="nothing to redo"):
            project.redo()


def test_undoing_five_and_then_four_though_both_touched_the_row(study: Project) -> None:
    before = state(study)
    codebook.rename_code(study, "trust", "faith")
    fourth, between = newest(study).number, state(study)
    codebook.rename_code(study, "faith", "belief")
    fifth = newest(study).number
    with pytest.raises(Clash) as clash:
        study.undo(step=fourth)
    assert f"step {fifth} " in str(clash.value)
    assert "by Ana" in str(clash.value)
    study.undo(step=fifth)
    assert state(study) == between
    study.undo(step=fourth)
    assert state(study) == before


def test_a_later_step_on_other_rows_is_no_clash(study: Project) -> None:
    coding.apply_code(study, "P01", AT, AT + 5, "place")
    applied = newest(study).number
    codebook.add_code(study, "silence")
    assert study.undo(step=applied).number == applied
    with study.read() as read:
        assert any(code.name == "silence" for code in read.codes())


def test_a_code_in_use_since_is_a_clash_that_names_the_step(study: Project) -> None:
    codebook.add_code(study, "silence")
    added = newest(study).number
    study.coder = "Ben"
    coding.apply_code(study, "P01", AT, AT + 5, "silence")
    study.coder = "Ana"
    before, last = state(study), newest(study)
    with pytest.raises(Clash) as clash:
        study.undo(step=added)
    assert f"step {last.number} “{last.summary}” by Ben" in str(clash.value)
    assert state(study) == before


def test_a_memo_on_a_thing_keeps_the_step_that_made_it(study: Project) -> None:
    codebook.add_code(study, "silence")
    memos.write_memo(study, "Why so quiet?", about="silence")
    with pytest.raises(Clash, match="Write memo"):
        study.undo(step=newest(study).number - 1)


def test_an_edit_under_a_later_coding_is_a_clash(study: Project) -> None:
    documents.edit_text(study, "P01", 0, 0, "Now: ")
    edited = newest(study).number
    coding.apply_code(study, "P01", 0, 3, "place")
    with pytest.raises(Clash, match="Code “place” in P01"):
        study.undo(step=edited)
    study.undo()
    study.undo()
    assert study.check() == []


def test_a_segment_does_not_come_back_onto_other_words(study: Project) -> None:
    garden = coding.apply_code(study, "P01", AT, AT + 17, "gatekeeping")
    coding.remove_coding(study, garden)
    removed = newest(study).number
    documents.edit_text(study, "P01", 0, 0, "Now: ")
    with pytest.raises(Clash, match="Edit “P01”"):
        study.undo(step=removed)
    study.undo()
    study.undo(step=removed)
    with study.read() as read:
        assert read.by_id("coding", garden.id) is not None


def test_a_coding_that_stands_for_a_merged_one_too_is_a_clash(study: Project) -> None:
    codebook.add_code(study, "one")
    codebook.add_code(study, "two")
    coding.apply_code(study, "P01", AT, AT + 17, "one")
    coding.apply_code(study, "P01", AT, AT + 17, "two")
    second = newest(study).number
    codebook.merge_codes(study, "one", "two")
    merged = newest(study).number
    before = state(study)
    with pytest.raises(Clash, match=f"because step {merged} "):
        study.undo(step=second)
    assert state(study) == before
    study.undo(step=merged)
    study.undo(step=second)
    assert study.check() == []


def test_a_case_does_not_come_back_onto_other_words(study: Project) -> None:
    cases.assign(study, "Bo", "P01", AT, AT + 17)
    cases.unassign(study, "Bo", "P01")
    removed = newest(study).number
    documents.edit_text(study, "P01", 0, 0, "Now: ")
    with pytest.raises(Clash, match="Edit “P01”"):
        study.undo(step=removed)


def test_undone_names_and_codes_that_were_taken_again_are_a_clash(study: Project) -> None:
    cases.rename_case(study, "Bo", "Bea")
    renamed = newest(study).number
    cases.add_case(study, "Bo")
    before = state(study)
    with pytest.raises(Clash):
        study.undo(step=renamed)
    assert state(study) == before


def test_a_child_whose_parent_is_gone_does_not_come_back(study: Project) -> None:
    codebook.add_code(study, "silence", parent="place")
    codebook.remove_code(study, "silence")
    removed = newest(study).number
    codebook.remove_code(study, "place")
    with pytest.raises(Clash, match="Remove “place”"):
        study.undo(step=removed)


def test_codes_do_not_come_back_below_themselves(study: Project) -> None:
    codebook.add_code(study, "a")
    codebook.add_code(study, "b", parent="a")
    codebook.move_code(study, "b", None)
    moved = newest(study).number
    codebook.move_code(study, "a", "b")
    with pytest.raises(Clash):
        study.undo(step=moved)
    assert study.check() == []


def test_undo_of_an_undo_by_number_and_undo_twice(study: Project) -> None:
    before = state(study)
    codebook.add_code(study, "one")
    added, after = newest(study).number, state(study)
    study.undo()
    with pytest.raises(Refused, match="undone already"):
        study.undo(step=added)
    study.undo(step=newest(study).number)
    assert state(study) == after
    study.undo(step=added)
    assert state(study) == before
    with pytest.raises(NotFound, match="There is no step 999"):
        study.undo(step=999)


def test_the_first_act_of_a_coder_is_preceded_by_joining(study: Project) -> None:
    last = newest(study).number
    study.coder = "Cem"
    codebook.add_code(study, "his")
    steps = study.history(since=last)
    assert [(step.action, step.coder) for step in steps] == [("join", "Cem"), ("codebook.add_code", "Cem")]
    assert steps[0].summary == "Cem joins"
    assert study.undo().number == steps[1].number
    with pytest.raises(Refused, match="There is no step of Cem"):
        study.undo()
    with pytest.raises(Refused, match="what the rest stands on"):
        study.undo(step=steps[0].number)


def test_an_act_that_changes_nothing_is_no_step(study: Project) -> None:
    steps = study.history()
    codebook.rename_code(study, "trust", "trust")
    codebook.define_code(study, "trust", definition="Who believes whom.")
    coding.apply_code(study, "P02", BEN.index("信任"), BEN.index("信任") + 2, "trust")
    cases.set_value(study, "Bo", "age", 44)
    cases.assign(study, "Bo", "P02")
    cases.set_value(study, "Bo", "team", None)
    study.coder = "Cem"
    codebook.recolor_code(study, "trust", next(c.color for c in _codes(study) if c.name == "trust"))
    assert study.history() == steps


def _codes(project: Project) -> list[object]:
    with project.read() as read:
        return list(read.codes())


def test_a_failed_act_leaves_nothing(study: Project) -> None:
    before, steps = state(study), study.history()
    with pytest.raises(Refused):
        codebook.add_code(study, "place")
    with pytest.raises(BadInput):
        coding.apply_to_spans(study, "place", [("P01", 0, 5), ("P01", 5, 5000)])
    with pytest.raises(BadInput):
        cases.add_case(study, "Cy", age="old")
    assert (state(study), study.history()) == (before, steps)


def test_listeners_hear_every_step_once(study: Project) -> None:
    heard: list[Step] = []
    study.changed.connect(heard.append)
    codebook.add_code(study, "one")
    study.undo()
    study.coder = "Cem"
    codebook.add_code(study, "two")
    last = study.history()[-4:]
    assert [step.number for step in heard] == [step.number for step in last]
    assert heard[0].touches("code")
    assert not heard[0].touches("coding", "document")
    study.changed.disconnect(heard.append)
    codebook.add_code(study, "three")
    assert len(heard) == 4
    assert study.look_for_steps() == []


def test_steps_say_who_when_and_what(study: Project) -> None:
    codebook.add_code(study, "{name} and {kind}")
    step = newest(study)
    assert step.summary == "Add code “{name} and {kind}”"
    frame = study.frames.steps
    assert list(frame["number"]) == list(range(1, step.number + 1))
    assert list(frame["time"]) == sorted(frame["time"])


def test_the_past_by_step_date_and_time(study: Project) -> None:
    then = newest(study)
    before = state(study)
    codebook.remove_code(study, "Power")
    documents.remove_document(study, "P02")
    now = newest(study)
    with study.as_of(then.number) as past:
        assert state(past) == before
        assert past.history() == study.history()[: then.number]
        assert past.check() == []
        with pytest.raises(Refused, match="reading only"):
            codebook.add_code(past, "late")
    with study.as_of(now.time[:10]) as past:
        assert state(past) == state(study)
    with study.as_of(now.time[:19].replace("T", " ")) as past:
        assert newest(past).time[:19] <= now.time[:19]
    with pytest.raises(NotFound, match="The project was made on"):
        study.as_of("1999-12-31")
    with pytest.raises(BadInput, match="is not a date"):
        study.as_of("2026-1-1")
    with pytest.raises(NotFound, match="There is no version “yesterday”"):
        study.as_of("yesterday")
    with pytest.raises(NotFound):
        study.as_of(now.number + 1)
