"""Users' expressions run apart from the program, with a limit."""

import re
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from app.study import state
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.app import documents, patterns
from qualcode.app.patterns import GuardedPattern
from qualcode.app.previews import voices
from qualcode.app.project import Project
from qualcode.domain.errors import BadInput, Cancelled, Refused

PATTERNS = (r"\bt\w+", "a|b*", "(?i)É", "^x", "[信任]+", "\U0001f600.", "")


@given(texts=st.lists(st.text(max_size=30) | st.text("abtx éÉ信任😀\n", max_size=30), max_size=4))
@settings(max_examples=15, deadline=None)
def test_the_matches_are_those_of_re(texts: list[str]) -> None:
    for source in PATTERNS:
        pattern = re.compile(source, re.MULTILINE)
        expected = [[m.span() for m in pattern.finditer(text) if m.end() > m.start()] for text in texts]
        with GuardedPattern(pattern) as guarded:
            assert guarded.spans_of(texts) == expected


def test_one_that_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "SECONDS", 0.5)
    with GuardedPattern(re.compile(r"(\w+\s?)+$x")) as guarded:
        assert guarded.spans("short") == []
        with pytest.raises(BadInput, match="takes too long and was stopped"):
            guarded.spans("word " * 40)


def test_a_speaker_rule_that_never_ends_is_not_kept(
    file_study: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(patterns, "SECONDS", 0.5)
    rule, before = r"(?P<speaker>(.+)+)\x00", state(file_study)
    file = tmp_path / "short.txt"
    file.write_text("word", "utf-8")  # on which it ends at once
    with pytest.raises(BadInput, match="may take for ever on some text"):
        documents.set_speakers(file_study, "P01", rule)
    with pytest.raises(BadInput, match="may take for ever on some text"):
        documents.import_files(file_study, [file], speakers=rule)
    with pytest.raises(BadInput, match="may take for ever on some text"):
        voices("word", rule, untried=True)
    assert state(file_study) == before


def test_a_speaker_rule_is_tried_before_the_step_begins(file_study: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    steps, writing = [], Project.writing

    def written(project: Project, *names: str) -> object:
        steps.append(names[0])
        return writing(project, *names)

    monkeypatch.setattr(Project, "writing", written)
    monkeypatch.setattr(patterns, "SECONDS", -10.0)
    with pytest.raises(BadInput, match="takes too long and was stopped"):
        documents.set_speakers(file_study, "P01", r"^(?P<speaker>\w+): ")
    assert steps == []


def test_a_project_with_a_rule_that_never_ends_can_be_read(file_study: Project) -> None:
    with file_study.writing("test.poison", "Poison") as work:
        document = work.read.document_named("P01")
        assert document is not None
        work.replace(replace(document, speakers=r"^(?P<speaker>(\w+\s?)+)$\x00"))
    documents.replace_text(file_study, "P01", "word " * 4_000)
    assert list(file_study.frames.documents["turns"]) == [1, 3]
    assert file_study.check() == []


def test_it_can_be_stopped_from_outside() -> None:
    with GuardedPattern(re.compile(r"(\w+\s?)+$x")) as guarded:
        threading.Timer(0.5, guarded.stop).start()
        with pytest.raises(Cancelled):
            guarded.spans("word " * 40)
        with pytest.raises(Cancelled):
            guarded.spans("word")


def test_the_next_expression_finds_the_process_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_idle", [])
    with GuardedPattern(re.compile("a")) as guarded:
        assert guarded.spans("ba") == [(1, 2)]
        first = guarded._process
    with GuardedPattern(re.compile("b")) as one, GuardedPattern(re.compile("A", re.IGNORECASE)) as other:
        assert one.spans("ba") == [(0, 1)]
        assert other.spans("ba") == [(1, 2)], "two at a time"
        assert one._process is first is not other._process
    (kept,) = patterns._idle
    kept.kill()
    kept.wait()
    with GuardedPattern(re.compile("b")) as guarded:
        assert guarded.spans("ba") == [(0, 1)], "one that has died is not handed on"
    patterns._end_idle()


@pytest.mark.parametrize("stopped", [False, True])
def test_a_process_that_still_works_is_not_handed_on(monkeypatch: pytest.MonkeyPatch, stopped: bool) -> None:
    monkeypatch.setattr(patterns, "_idle", [])
    monkeypatch.setattr(patterns, "SECONDS", 60 if stopped else 0.3)
    with GuardedPattern(re.compile(r"(\w+\s?)+$x")) as guarded:
        if stopped:
            threading.Timer(0.3, guarded.stop).start()
        with pytest.raises(Cancelled if stopped else BadInput):
            guarded.spans("word " * 40)
    assert patterns._idle == []


def test_a_process_that_dies_is_no_riddle() -> None:
    with GuardedPattern(re.compile("a")) as guarded:
        assert guarded.spans("a") == [(0, 1)]
        assert guarded._process is not None
        guarded._process.kill()
        guarded._process.wait()
        with pytest.raises(Refused, match="memory"):
            guarded.spans("a")
        assert guarded.spans("ba") == [(1, 2)]


@pytest.mark.skipif(sys.platform == "win32", reason="no timer of the system ends a process there")
def test_a_process_whose_program_was_killed_ends_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_idle", [])
    monkeypatch.setattr(patterns, "SECONDS", 0.2)
    monkeypatch.setattr(GuardedPattern, "_give_up", lambda *_: None)  # as if nobody were left to do it
    with GuardedPattern(re.compile(r"(\w+\s?)+$x")) as guarded:
        with pytest.raises(Refused):
            guarded.spans("word " * 40)
        assert guarded.spans("short") == []
    patterns._end_idle()
