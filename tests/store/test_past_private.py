"""Redactions and display ids of a copy of the past are those of the present."""

from pathlib import Path

import pytest
from app.study import ANA, make

from qualcode.app import cases, display_names, documents, redactions
from qualcode.app.project import Project
from qualcode.app.quoting import Quoting
from qualcode.domain.cases import Case

AT = ANA.index("nobody")


def last(project: Project) -> int:
    return project.history()[-1].number


def printed(past: Project, name: str = "P01") -> str:
    with past.read() as read:
        document = read.document_named(name)
        assert document is not None
        return Quoting(read, display_ids=True).text(document, 0, document.characters)


@pytest.fixture
def old(place: str, tmp_path: Path) -> Project:
    return make(place, tmp_path / "texts")


def test_what_was_redacted_since_is_redacted_then(old: Project) -> None:
    with old as project:
        then = last(project)
        project.coder = "Cleo"  # who was nobody then
        redactions.redact(project, "P01", AT, AT + 6)
        display_names.set_speaker_name(project, "P01", "Speaker A")
        display_names.set_display(project, cases_of(project)["Ana Lee"], "K1")
        with project.as_of(then) as past:
            assert "nobody" not in printed(past)
            assert "Speaker A: I trusted […] at first" in printed(past)
            assert cases_of(past)["Ana Lee"].display == "K1"
            assert past.check() == []


def test_what_may_be_printed_now_may_be_then(old: Project) -> None:
    with old as project:
        made = redactions.redact(project, "P01", AT, AT + 6)
        display_names.set_speaker_name(project, "P01", "Speaker A")
        then = last(project)
        redactions.remove_redaction(project, made)
        display_names.set_speaker_name(project, "P01", "")
        with project.as_of(then) as past:
            assert "P01: I trusted nobody at first" in printed(past)


def test_redacted_words_are_found_in_another_text_of_that_time(old: Project) -> None:
    with old as project:
        then = last(project)
        documents.edit_text(project, "P01", 0, 0, "A note. ")
        documents.edit_text(project, "P01", 8 + ANA.index("Trust came"), 8 + len(ANA), "Somewhere else nobody came.\n")
        again = 8 + ANA.index("Trust came") + len("Somewhere else ")
        redactions.redact(project, "P01", again, again + 6)
        with project.as_of(then) as past:
            assert "I trusted […] at first" in printed(past)


def test_words_that_were_redacted_and_deleted_stay_hidden(old: Project) -> None:
    with old as project:
        then = last(project)
        redactions.redact(project, "P01", AT, AT + 6)
        documents.edit_text(project, "P01", AT, AT + 6, "")
        with project.as_of(then) as past:
            assert "I trusted […] at first" in printed(past)


def test_a_withdrawn_document_stays_redacted(old: Project) -> None:
    with old as project:
        then = last(project)
        redactions.redact(project, "P01", AT, AT + 6)
        documents.remove_document(project, "P01")
        with project.as_of(then) as past:
            assert "I trusted […] at first" in printed(past)
            assert past.check() == []


def test_what_was_not_there_then_is_simply_absent(old: Project) -> None:
    with old as project:
        then = last(project)
        new = cases.add_case(project, "Cleo")
        display_names.set_display(project, new, "K3")
        with project.as_of(2) as early:
            assert early.check() == []
        with project.as_of(then) as past:
            assert sorted(cases_of(past)) == ["Ana Lee", "Bo"]


def cases_of(project: Project) -> dict[str, Case]:
    with project.read() as read:
        return {one.name: one for one in read.cases()}
