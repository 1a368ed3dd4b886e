"""Two people in one memo, and a memo that loses its words: nothing goes unsaid."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import qualcode
from qualcode.app import memos
from qualcode.app.project import Project
from qualcode.domain.memos import Memo
from qualcode.ui.bridge import Bridge
from qualcode.ui.memos.editor import MemoEditor

Rest = Callable[[], None]
Told = list[tuple[str, ...]]


@pytest.fixture
def editor(bridge: Bridge, qtbot: QtBot, rest: Rest) -> Iterator[MemoEditor]:
    """An editor in a window of its own."""
    made = MemoEditor(bridge)
    qtbot.addWidget(made)
    made.show()
    rest()
    yield made
    made.save()
    rest()


@pytest.fixture
def told(editor: MemoEditor) -> Told:
    """What the writer is told."""
    said: Told = []
    editor.parted.connect(lambda theirs, mine: said.append((theirs.title, mine.title)))
    editor.wordless.connect(lambda memo, title: said.append(("new" if memo is None else "kept", title)))
    return said


@pytest.fixture
def colleague(project: Project, tmp_path: Path) -> Iterator[Project]:
    """The same file, opened a second time by somebody else."""
    with qualcode.open(tmp_path / "study.qualcode", coder="Ben") as opened:
        yield opened


def all_memos(project: Project) -> list[Memo]:
    with project.read() as read:
        return read.memos()


def shown(editor: MemoEditor, memo: Memo, rest: Rest) -> None:
    editor.show_memo(memo.id)
    rest()
    assert editor.memo is not None


def test_what_both_wrote_is_kept(
    editor: MemoEditor, project: Project, colleague: Project, rest: Rest, told: Told
) -> None:
    memo = memos.write_memo(project, "First words", title="Trust")
    memos.link_memo(project, memo, "goodwill")
    shown(editor, memo, rest)
    QTest.keyClicks(editor.text, "Mine. ")
    memos.edit_memo(colleague, memo.id, "Their words")
    project.look_for_steps()
    rest()
    assert editor.text.toPlainText() == "Mine. First words", "what is typed is not taken away"
    before = len(project.history())
    editor.save()
    rest()
    assert len(project.history()) == before + 1
    theirs, mine = all_memos(project)
    assert (theirs.id, theirs.text, theirs.title) == (memo.id, "Their words", "Trust")
    assert (mine.text, mine.title, mine.about) == ("Mine. First words", "Trust (2)", memo.about)
    with project.read() as read:
        assert [link.about for link in read.memo_links(memo=mine.id)] == [
            link.about for link in read.memo_links(memo=memo.id)
        ]
    assert told == [("Trust", "Trust (2)")]
    assert editor.title.text() == "Trust (2)"
    QTest.keyClicks(editor.text, "More. ")
    editor.save()
    rest()
    assert [one.text for one in all_memos(project)] == ["Their words", "Mine. More. First words"]
    assert len(told) == 1, "from now on it is a memo of its own"


def test_a_change_the_window_has_not_heard_of_is_kept_too(
    editor: MemoEditor, project: Project, colleague: Project, rest: Rest, told: Told
) -> None:
    memo = memos.write_memo(project, "First words")
    shown(editor, memo, rest)
    QTest.keyClicks(editor.text, "Mine. ")
    memos.edit_memo(colleague, memo.id, "Their words")
    editor.save()
    rest()
    assert [one.text for one in all_memos(project)] == ["Their words", "Mine. First words"]
    assert len(told) == 1
    project.undo()
    rest()
    assert [one.text for one in all_memos(project)] == ["Their words"]


def test_changes_of_different_parts_are_one_memo(
    editor: MemoEditor, project: Project, colleague: Project, rest: Rest, told: Told
) -> None:
    memo = memos.write_memo(project, "First words", title="Trust")
    shown(editor, memo, rest)
    QTest.keyClicks(editor.text, "Mine. ")
    memos.edit_memo(colleague, memo.id, kind="theory", dated="2026-02-03")
    editor.save()
    rest()
    [one] = all_memos(project)
    assert (one.text, one.kind, one.dated) == ("Mine. First words", "theory", "2026-02-03")
    assert (editor.kind.currentText(), editor.dirty, told) == ("theory", False, [])
    QTest.keyClicks(editor.text, "More. ")
    editor.save()
    rest()
    [one] = all_memos(project)
    assert (one.text, one.kind) == ("Mine. More. First words", "theory")


def test_two_saves_in_a_row_carry_what_a_colleague_did(
    editor: MemoEditor, project: Project, colleague: Project, rest: Rest, told: Told
) -> None:
    """The second leaves before the window knows what the first one met."""
    memo = memos.write_memo(project, "First words", title="Trust")
    shown(editor, memo, rest)
    memos.edit_memo(colleague, memo.id, "Their words", kind="theory")
    for words in ("One. ", "Two. "):
        QTest.keyClicks(editor.text, words)
        editor.save()
    rest()
    theirs, mine = all_memos(project)
    assert (theirs.text, theirs.kind) == ("Their words", "theory")
    assert (mine.text, mine.title) == ("One. Two. First words", "Trust (2)")
    assert not editor.dirty
    assert len(told) == 1


def test_who_empties_a_memo_is_told(editor: MemoEditor, project: Project, rest: Rest, told: Told) -> None:
    memo = memos.write_memo(project, "Words", title="Trust")
    shown(editor, memo, rest)
    editor.text.setPlainText(" ")
    editor.title.clear()
    QTest.keyClicks(editor.title, "Distrust")
    editor.save()
    editor.save()
    rest()
    [one] = all_memos(project)
    assert (one.text, one.title) == ("Words", "Distrust"), "what can be written is"
    assert told == [("kept", "Trust")]
    assert editor.text.toPlainText() == " ", "whoever goes on writing is not disturbed"
    QTest.keyClicks(editor.text, "Other words")
    editor.text.clear()
    editor.show_memo(None)
    rest()
    assert len(told) == 2, "for another time"
    shown(editor, memo, rest)
    assert editor.text.toPlainText() == "Words"
    editor.text.clear()
    editor.remove()
    rest()
    assert all_memos(project) == []
    assert editor.memo is None
    project.undo()
    assert len(all_memos(project)) == 1
    assert len(told) == 2, "who removes it need not hear that it needs words"


def test_who_writes_a_title_only_is_told(editor: MemoEditor, project: Project, rest: Rest, told: Told) -> None:
    editor.start("project", None)
    rest()
    editor.show_memo(None)
    assert told == [], "nothing was written"
    editor.start("project", None)
    QTest.keyClicks(editor.title, "Trust")
    editor.show_memo(None)
    rest()
    assert told == [("new", "Trust")]
    assert all_memos(project) == []


def test_a_page_that_comes_late_does_not_bring_the_old_words_back(
    editor: MemoEditor, project: Project, rest: Rest, monkeypatch: pytest.MonkeyPatch
) -> None:
    memo = memos.write_memo(project, "First words", title="Trust")
    shown(editor, memo, rest)
    late: list[Callable[[], None]] = []
    ask = Bridge.ask

    def slowly(bridge: Bridge, question: Any, then: Any) -> Any:
        return ask(bridge, question, lambda page: late.append(lambda: then(page)))

    monkeypatch.setattr(Bridge, "ask", slowly)
    memos.link_memo(project, memo, "goodwill")  # so that the page is read again
    rest()
    monkeypatch.undo()
    assert late
    QTest.keyClicks(editor.text, "Mine. ")
    editor.save()
    rest()
    for answer in late:
        answer()
    assert editor.text.toPlainText() == "Mine. First words"
    QTest.keyClicks(editor.text, "More. ")
    editor.save()
    rest()
    assert [one.text for one in all_memos(project)] == ["Mine. More. First words"]


def test_a_memo_that_was_taken_away_is_written_anew_once(
    editor: MemoEditor, project: Project, colleague: Project, rest: Rest, told: Told
) -> None:
    memo = memos.write_memo(project, "First words", title="Trust")
    shown(editor, memo, rest)
    memos.remove_memo(colleague, memo.id)
    for words in ("Mine. ", "More. "):  # the second before the first was answered
        QTest.keyClicks(editor.text, words)
        editor.save()
    rest()
    assert [one.text for one in all_memos(project)] == ["Mine. More. First words"]
    assert editor.memo is not None
    assert editor.memo.id == all_memos(project)[0].id
    assert told == []
