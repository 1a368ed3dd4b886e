"""Named points of the history: naming them, and what a name, a date or a number means."""

import pytest

from qualcode.app import codebook, methods, named_versions
from qualcode.app.named_versions import changed_since_named, moment_step
from qualcode.app.project import Project
from qualcode.domain.errors import BadInput, NotFound, Refused
from qualcode.domain.ids import new_id
from qualcode.domain.named_versions import SignOff


def test_a_point_is_named_renamed_commented_and_let_go(study: Project) -> None:
    last = study.history()[-1].number
    made = named_versions.name_version(study, "  Before supervision ", "All three\nagreed.")
    assert (made.name, made.step, made.comment) == ("Before supervision", last, "All three\nagreed.")
    assert study.history()[-1].summary == "Name this point “Before supervision”"
    early = named_versions.name_version(study, "First codes", step=9)
    assert study.history()[-1].summary == "Name the point after step 9 “First codes”"
    with study.read() as read:
        listed = named_versions.named_versions(read)
    assert [(one.version.name, one.step.number, one.coder) for one in listed] == [
        ("First codes", 9, "Ana"),
        ("Before supervision", last, "Ana"),
    ]
    assert named_versions.rename_version(study, early, "Codebook 1").name == "Codebook 1"
    assert named_versions.rename_version(study, "Codebook 1", "codebook 1").name == "codebook 1"
    assert named_versions.comment_version(study, "codebook 1", "rough").comment == "rough"
    named_versions.remove_version(study, early.id)
    with study.read() as read:
        assert [one.version.name for one in named_versions.named_versions(read)] == ["Before supervision"]


@pytest.mark.parametrize("name", ["12", "2026-10-01", "2026-10-01 16:20", "now", "NOW"])
def test_a_name_that_would_mean_another_moment_is_refused(study: Project, name: str) -> None:
    with pytest.raises(BadInput, match="would be read as a moment"):
        named_versions.name_version(study, name)


def test_names_are_there_once_and_steps_exist(study: Project) -> None:
    named_versions.name_version(study, "Round 1")
    with pytest.raises(Refused, match="There is a version “round 1” already"):
        named_versions.name_version(study, "round 1")
    with pytest.raises(NotFound, match="There is no step 999"):
        named_versions.name_version(study, "Round 2", step=999)
    with pytest.raises(BadInput, match="visible character"):
        named_versions.name_version(study, " ")


def test_a_version_that_was_signed_off_keeps_its_name(study: Project) -> None:
    version = named_versions.name_version(study, "Codebook 1")
    with study.writing("test", "sign") as work:
        book, ana = work.read.study().id, work.read.coders()[0].id
        work.add(SignOff(new_id(), version.id, "codebook", book, "Prof. Marsh", "Good.", "00", ana, work.time))
    with pytest.raises(Refused, match="signed off by Prof"):
        named_versions.remove_version(study, version)


def test_a_moment_is_a_name_a_step_a_date_or_now(study: Project) -> None:
    version = named_versions.name_version(study, "Before supervision", step=7)
    steps = study.history()
    today = steps[-1].time[:10]
    with study.read() as read:
        assert moment_step(read, "Before supervision") == moment_step(read, "before SUPERVISION") == version.step
        assert moment_step(read, "7") == moment_step(read, 7) == moment_step(read, " 7 ") == 7
        assert moment_step(read, "now") == moment_step(read, today) == steps[-1].number
        assert moment_step(read, steps[4].time) == 5
        with pytest.raises(NotFound, match="There is no version “After”"):
            moment_step(read, "After")
        with pytest.raises(NotFound, match="There is no step 0"):
            moment_step(read, "0")
        with pytest.raises(NotFound, match="no state before"):
            moment_step(read, "1999-12-31")
        for moment in ("2026-1-1", "2026-99-99", "2026-02-30", f"{today}T99:00", "2026-01-٠١", "٢٠٢٦-٠١-٠١"):
            with pytest.raises(BadInput, match="is not a date"):
                moment_step(read, moment)
    with study.as_of("Before supervision") as then:
        assert then.history()[-1].number == 7


def test_it_is_known_how_often_the_codebook_changed_since_it_was_named(study: Project) -> None:
    with study.read() as read:
        none, changes = changed_since_named(read)
    assert none is None
    assert changes > 3
    named_versions.name_version(study, "Round 1")
    codebook.define_code(study, "trust", include="words of trust")
    codebook.add_code(study, "silence")
    study.undo()
    methods.set_method(study, "codebook")
    with study.read() as read:
        version, changes = changed_since_named(read)
    assert version is not None
    assert (version.name, changes) == ("Round 1", 1)


def test_the_method_is_chosen_changed_and_taken_away(study: Project) -> None:
    assert methods.set_method(study, " Grounded ").method == "grounded"
    assert study.history()[-1].summary == "Choose the method: Grounded theory"
    assert methods.set_method(study, "").method == ""
    assert study.history()[-1].summary == "Choose the method: none yet"
    with pytest.raises(BadInput, match="There is no method “phenomenology”"):
        methods.set_method(study, "phenomenology")
    study.undo()
    with study.read() as read:
        assert read.study().method == "grounded"
