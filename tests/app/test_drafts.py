"""What is being typed into a memo survives the program: drafts, and a kill in the middle of writing."""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

import qualcode
from qualcode.app import codebook, documents, drafts, memos, settings
from qualcode.app.drafts import Draft
from qualcode.app.project import Project
from qualcode.domain.errors import Refused


def draft(project: Project, text: str, **fields: str) -> Draft:
    """A new memo about the project, being typed."""
    with project.read() as read:
        study = read.study().id.hex
    given = {"memo": "", "about_kind": "project", "about": "", "title": "", "kind": "", "dated": "", "base": ""}
    return Draft(key=uuid4().hex, study=study, coder="Ana", text=text, **{**given, **fields})


def file_of(found: Draft) -> Path:
    """The file that keeps a draft."""
    [file] = (settings.drafts_folder() / found.study).glob(f"{found.key}*.json")
    return file


def left_by_a_killed_program(found: Draft) -> None:
    """A draft as another run of the program leaves it that is not there any more."""
    drafts.put_aside(found)
    file = file_of(found)
    file.rename(file.with_name(f"{found.key}.{uuid4().hex}.json"))


def texts(project: Project) -> list[str]:
    with project.read() as read:
        return [memo.text for memo in read.memos()]


def test_a_draft_becomes_a_memo_once(study: Project) -> None:
    left_by_a_killed_program(draft(study, "Half a thought", title="Half", kind="theory", dated="2026-02-03"))
    made = drafts.bring_back(study)
    assert [(memo.title, memo.kind, memo.dated) for memo in made] == [("Half", "theory", "2026-02-03")]
    assert drafts.bring_back(study) == []
    assert texts(study).count("Half a thought") == 1
    study.undo()
    assert "Half a thought" not in texts(study)


def test_a_draft_of_a_memo_goes_on_in_it(study: Project) -> None:
    memo = memos.write_memo(study, "First words", about="trust")
    more = draft(
        study, "First words and more", memo=memo.id.hex, about_kind="code", about=memo.about.hex, base=memo.text
    )
    left_by_a_killed_program(more)
    assert [one.id for one in drafts.bring_back(study)] == [memo.id]
    assert "First words and more" in texts(study)


def test_nothing_is_overwritten_that_changed_meanwhile(study: Project) -> None:
    memo = memos.write_memo(study, "First words", about="trust")
    typed = draft(study, "My version", memo=memo.id.hex, about_kind="code", about=memo.about.hex, base=memo.text)
    left_by_a_killed_program(typed)
    memos.edit_memo(study, memo, "Their version")
    made = drafts.bring_back(study)
    assert [one.about for one in made] == [memo.about]
    assert {"My version", "Their version"} <= set(texts(study))


def test_a_draft_about_something_gone_is_about_the_project(study: Project) -> None:
    with study.read() as read:
        code = next(one for one in read.codes() if one.name == "place")
    left_by_a_killed_program(draft(study, "On place", about_kind="code", about=code.id.hex))
    codebook.remove_code(study, "place")
    assert [memo.about_kind for memo in drafts.bring_back(study)] == ["project"]


def test_a_draft_that_was_written_before_the_end_is_forgotten(study: Project) -> None:
    memo = memos.write_memo(study, "All there", about="trust")
    left_by_a_killed_program(draft(study, "All there", about_kind="code", about=memo.about.hex))
    left_by_a_killed_program(draft(study, "All there", memo=memo.id.hex, about_kind="code", about=memo.about.hex))
    left_by_a_killed_program(draft(study, "  "))
    before = len(study.history())
    assert drafts.bring_back(study) == []
    assert len(study.history()) == before
    assert drafts.drafts_of(study) == []


def test_whose_drafts_are_brought_back(study: Project) -> None:
    here = draft(study, "In an editor of this program")
    drafts.put_aside(here)
    left_by_a_killed_program(replace(draft(study, "Somebody else's"), coder="Ben"))
    old = draft(study, "Of a version that named processes")
    drafts.put_aside(old)
    file = file_of(old)
    file.write_text(json.dumps({**json.loads(file.read_text("utf-8")), "host": "here", "process": 1}), "utf-8")
    file.rename(file.with_name(f"{old.key}.json"))
    assert [memo.text for memo in drafts.bring_back(study)] == ["Of a version that named processes"]
    drafts.drop(here.study, here.key)
    drafts.drop(here.study, here.key)
    drafts.put_aside(here)
    drafts.let_go(here.study)
    assert drafts.drafts_of(study) == [], "what was dropped takes no late words"


def test_what_cannot_be_written_stays_for_the_next(file_study: Project, study_path: Path) -> None:
    left_by_a_killed_program(draft(file_study, "Half a thought"))
    away = study_path.rename(study_path.with_name("away"))
    with pytest.raises(Refused):
        drafts.bring_back(file_study)
    away.rename(study_path)
    assert [memo.text for memo in drafts.bring_back(file_study)] == ["Half a thought"]


def test_broken_drafts_are_passed_over(study: Project) -> None:
    found = draft(study, "Words")
    left_by_a_killed_program(found)
    folder = settings.drafts_folder() / found.study
    whole = file_of(found).read_text("utf-8")
    for number, text in enumerate(("", "[]", "{}", whole.replace('"text": "Words"', '"text": 3'), "{" * 100_000)):
        key = f"{number:032x}"
        (folder / f"{key}.json").write_text(text.replace(found.key, key), "utf-8")
    (folder / "odd.json").write_text(whole.replace(found.key, "odd"), "utf-8")
    assert len(drafts.drafts_of(study)) == 1


@pytest.mark.parametrize(
    "change",
    [{"memo": "no id"}, {"memo": 3}, {"study": "1" * 32}, {"key": "{" + "1" * 32 + "}"}, {"key": "1" * 32}],
)
def test_a_draft_that_was_tampered_with_is_passed_over(study: Project, change: dict[str, object]) -> None:
    whole = draft(study, "Nobody's")
    left_by_a_killed_program(whole)
    file = file_of(whole)
    file.write_text(json.dumps({**json.loads(file.read_text("utf-8")), **change}), "utf-8")
    assert drafts.bring_back(study) == []
    assert "Nobody's" not in texts(study)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes in its folders")
def test_a_pipe_among_the_drafts_holds_nobody_up(study: Project) -> None:
    whole = draft(study, "A thought")
    left_by_a_killed_program(whole)
    os.mkfifo(settings.drafts_folder() / whole.study / f"{'2' * 32}.json")
    assert [memo.text for memo in drafts.bring_back(study)] == ["A thought"]


@pytest.mark.skipif(sys.platform == "win32", reason="the size of files cannot be limited there")
def test_a_full_disk_keeps_the_draft_before_and_leaves_no_half_one(study: Project) -> None:
    import resource

    first = draft(study, "A thought")
    drafts.put_aside(first)
    folder = settings.drafts_folder() / first.study
    whole = file_of(first).read_text("utf-8")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (500, limits[1]))
        drafts.put_aside(replace(first, text="more " * 1_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    assert file_of(first).read_text("utf-8") == whole
    drafts.drop(first.study, first.key)
    assert list(folder.iterdir()) == []


def test_a_folder_that_takes_nothing_stops_nobody(study: Project, qualcode_home: Path) -> None:
    (qualcode_home / "drafts").write_text("a file where the folder should be")
    typed = draft(study, "Words")
    drafts.put_aside(typed)
    drafts.drop(typed.study, typed.key)
    assert drafts.drafts_of(study) == []


def test_nothing_is_brought_back_where_nothing_can_be_written(study_path: Path) -> None:
    with qualcode.open(study_path, coder="Ana") as project:
        left_by_a_killed_program(draft(project, "Half a thought"))
    with qualcode.open(study_path, coder="Ana", read_only=True) as project:
        assert drafts.bring_back(project) == []
        assert len(drafts.drafts_of(project)) == 1


TYPIST = """
import sys, time
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
import qualcode
from qualcode.ui.bridge import Bridge
from qualcode.ui.memos.editor import MemoEditor
from qualcode.ui.tasks import Tasks

application = QApplication([])
project = qualcode.open(sys.argv[1], coder="Ana")
editor = MemoEditor(Bridge(project, Tasks()))
editor.show()
editor.start("project", None)
for number in range(10_000):
    QTest.keyClicks(editor.text, f"{number} ")
    print(number, time.time(), flush=True)
    QTest.qWait(20)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_kill_while_typing_loses_at_most_two_seconds(study_path: Path) -> None:
    pytest.importorskip("PySide6")
    typist = subprocess.Popen([sys.executable, "-c", TYPIST, str(study_path)], stdout=subprocess.PIPE, text=True)
    assert typist.stdout is not None
    try:
        assert typist.stdout.readline().startswith("0 ")
        time.sleep(5)
    finally:
        killed = time.time()
        typist.send_signal(signal.SIGKILL)
        output, _ = typist.communicate()
    typed = [line.split() for line in output.splitlines(keepends=True) if line.endswith("\n")]
    with qualcode.open(study_path, coder="Ana") as project:
        steps = len(project.history())
        made = drafts.bring_back(project)
        assert len(made) == 1
        assert len(project.history()) == steps + 1
        kept = [int(word) for word in made[0].text.split()]
        assert kept == list(range(len(kept)))
        # the timer's two seconds, and what this machine needs to write a file while others work on it
        lost = [float(moment) for number, moment in typed if int(number) > kept[-1]]
        assert not lost or killed - min(lost) < 6
        assert project.check() == []
        documents.rename_document(project, "P01", "still works")
