"""The memo editor, by its real widgets."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qualcode.app import codebook, drafts, memos
from qualcode.app.mentions import Thing
from qualcode.app.project import Project
from qualcode.domain.memos import Memo
from qualcode.ui.bridge import Bridge
from qualcode.ui.look import look
from qualcode.ui.memos import keeping
from qualcode.ui.memos.editor import MemoEditor
from qualcode.ui.memos.links import LinkPopup
from qualcode.ui.memos.preview import MemoPreview, rendered
from qualcode.ui.memos.types import type_name, type_of

Rest = Callable[[], None]


@pytest.fixture
def editor(bridge: Bridge, qtbot: QtBot, rest: Rest) -> Iterator[MemoEditor]:
    """An editor beside another field, in a window that is shown."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(QLineEdit(window))
    made = MemoEditor(bridge, window)
    column.addWidget(made)
    qtbot.addWidget(window)
    window.resize(500, 600)
    window.show()
    window.activateWindow()
    rest()
    yield made
    made.save()
    rest()


def only_memo(project: Project) -> Memo:
    with project.read() as read:
        [memo] = read.memos()
    return memo


def code_named(project: Project, name: str) -> Any:
    with project.read() as read:
        return next(code for code in read.codes() if code.name == name)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def popups() -> list[LinkPopup]:
    return [found for found in QApplication.topLevelWidgets() if isinstance(found, LinkPopup) and found.isVisible()]


def test_a_memo_is_begun_written_and_changed(editor: MemoEditor, project: Project, rest: Rest) -> None:
    assert not editor.text.isEnabled() or editor.text.isReadOnly()
    code = code_named(project, "goodwill")
    made: list[Memo] = []
    editor.made.connect(made.append)
    editor.start("code", code.id, "theory")
    rest()
    assert "goodwill" in editor.about.text()
    assert editor.kind.currentText() == "theory"
    assert not editor.dirty
    QTest.keyClicks(editor.text, "Goodwill is not a currency.")
    assert editor.dirty
    editor.save()
    rest()
    memo = only_memo(project)
    assert (memo.about, memo.kind, memo.dated, memo.title) == (code.id, "theory", None, memo.text)
    assert made == [memo]
    assert not editor.dirty
    assert editor.title.text() == memo.title
    editor.title.setText("")
    QTest.keyClicks(editor.title, "Currency")
    editor.kind.setEditText("hunch")
    editor.date.setDate(QDate(2026, 2, 3))
    editor.save()
    rest()
    memo = only_memo(project)
    assert (memo.title, memo.kind, memo.dated) == ("Currency", "hunch", "2026-02-03")
    assert memo.changed is not None
    assert len(made) == 1


def test_a_sitting_is_one_step_and_leaving_writes_it(
    editor: MemoEditor, project: Project, rest: Rest, qtbot: QtBot
) -> None:
    editor._keeper._aside.setInterval(20)
    editor.start("project", None)
    rest()
    before = len(project.history())
    with project.read() as read:
        study = read.study().id.hex
    for word in ("One ", "two ", "three "):
        QTest.keyClicks(editor.text, word)
        qtbot.wait(60)
        rest()
    drafts.let_go(study)
    assert [draft.text for draft in drafts.left_behind(study, "Amara")] == ["One two three "]
    assert len(project.history()) == before, "pauses are no steps"
    editor.show_memo(None)
    rest()
    assert len(project.history()) == before + 1
    assert only_memo(project).text == "One two three"
    assert drafts.left_behind(study, "Amara") == []


def test_words_taken_back_are_not_brought_back(editor: MemoEditor, project: Project, rest: Rest, qtbot: QtBot) -> None:
    memos.write_memo(project, "Kept.", title="Note")
    editor._keeper._aside.setInterval(20)
    editor.show_memo(only_memo(project).id)
    rest()
    with project.read() as read:
        study = read.study().id.hex
    QTest.keyClicks(editor.text, "Rash words. ")
    qtbot.wait(60)
    rest()
    drafts.let_go(study)
    assert len(drafts.left_behind(study, "Amara")) == 1
    editor.text.setPlainText("Kept.")
    rest()
    assert drafts.left_behind(study, "Amara") == []


def test_going_elsewhere_in_the_window_writes(editor: MemoEditor, project: Project, rest: Rest) -> None:
    editor.start("project", None)
    rest()
    QTest.keyClicks(editor.text, "Thought")
    editor.title.setFocus()
    QApplication.processEvents()
    assert editor.dirty, "from one field of the memo to the other nothing is left"
    other = editor.window().findChildren(QLineEdit)[0]
    assert not editor.isAncestorOf(other)
    editor._focus_moved(editor.title, other)
    rest()
    assert only_memo(project).text == "Thought"


def test_what_is_typed_goes_before_any_other_act(
    editor: MemoEditor,
    project: Project,
    bridge: Bridge,
    rest: Rest,
) -> None:
    editor.start("project", None)
    rest()
    QTest.keyClicks(editor.text, "Thought")
    bridge.do(codebook.add_code, "new code")
    rest()
    assert [step.action for step in project.history()[-2:]] == ["memos.write_memo", "codebook.add_code"]


def test_a_long_rest_writes(editor: MemoEditor, project: Project, rest: Rest, qtbot: QtBot) -> None:
    assert keeping.DRAFT_MILLISECONDS <= 2_000
    editor._keeper._rest.setInterval(30)
    editor.start("project", None)
    rest()
    QTest.keyClicks(editor.text, "Thought")
    qtbot.waitUntil(lambda: not editor.dirty)
    rest()
    assert only_memo(project).text == "Thought"


def test_others_are_followed_and_nothing_typed_is_lost(
    editor: MemoEditor,
    project: Project,
    bridge: Bridge,
    rest: Rest,
) -> None:
    memo = memos.write_memo(project, "First")
    editor.show_memo(memo.id)
    rest()
    bridge.do(memos.edit_memo, memo.id, "Changed elsewhere", "Other title")
    rest()
    assert (editor.text.toPlainText(), editor.title.text()) == ("Changed elsewhere", "Other title")
    memos.remove_memo(project, memo)
    rest()
    assert editor.memo is None
    assert editor.text.toPlainText() == ""
    again = memos.write_memo(project, "Again")
    editor.show_memo(again.id)
    rest()
    QTest.keyClicks(editor.text, "Mine. ")
    memos.remove_memo(project, again)
    editor.save()
    rest()
    assert only_memo(project).text == "Mine. Again", "it becomes a memo of its own"
    editor.show_memo(UUID(int=1))
    rest()
    assert editor.memo is None


def test_bold_and_italics_by_key(editor: MemoEditor, rest: Rest) -> None:
    editor.start("project", None)
    rest()
    text = editor.text
    text.setPlainText("some words 😀")
    text.selectAll()
    for key, wanted in (
        (Qt.Key.Key_B, "**some words 😀**"),
        (Qt.Key.Key_B, "some words 😀"),
        (Qt.Key.Key_I, "*some words 😀*"),
        (Qt.Key.Key_I, "some words 😀"),
        (Qt.Key.Key_B, "**some words 😀**"),
        (Qt.Key.Key_I, "***some words 😀***"),
    ):
        QTest.keyClick(text, key, Qt.KeyboardModifier.ControlModifier)
        assert text.toPlainText() == wanted
        assert text.textCursor().selectedText() == "some words 😀"
    text.setPlainText(" x ")
    text.selectAll()
    QTest.keyClick(text, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert text.toPlainText() == " **x** "
    text.setPlainText("**y**")
    text.selectAll()
    QTest.keyClick(text, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert text.toPlainText() == "y"
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    override.ignore()
    QApplication.sendEvent(text, override)
    assert override.isAccepted(), "in the window this key means something else"
    text.setPlainText("信任")
    assert text.font().families()[0] != look().reading_font(15).families()[0]


def test_the_preview_leads_to_what_is_named(editor: MemoEditor, project: Project, rest: Rest) -> None:
    memo = memos.write_memo(project, "# Head\n\n**Bold** on [[goodwill]], [[P02 Kite]] and [[nothing]].")
    editor.show_memo(memo.id)
    rest()
    editor.text.setFocus()
    QTest.keyClick(editor.text, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    rest()
    assert editor.preview.isVisible()
    assert editor.preview.toPlainText() == "Head\nBold on goodwill, P02 Kite and nothing."
    html = editor.preview.toHtml()
    assert html.count("qualcode:") == 2
    led: list[tuple[str, object]] = []
    editor.opened.connect(lambda kind, key: led.append((kind, key)))
    goodwill = code_named(project, "goodwill")
    editor.preview.anchorClicked.emit(f"qualcode:code/{goodwill.id.hex}")
    assert led == [("code", goodwill.id)]
    editor.write_button.click()
    assert editor.text.isVisible()
    QTest.keyClicks(editor.text, "[[power]] ")
    editor.preview_button.click()
    rest()
    assert editor.preview.toHtml().count("qualcode:") == 3, "names are known before they are written"


def test_nothing_is_fetched_for_a_preview(qtbot: QtBot, tmp_path: Any) -> None:
    """Neither from the net (`no_network` refuses every connection) nor from the disk."""
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"not looked at")
    asked: list[str] = []

    class Watched(MemoPreview):
        def loadResource(self, kind: int, name: Any) -> Any:
            asked.append(str(name))
            return super().loadResource(kind, name)

    preview = Watched()
    qtbot.addWidget(preview)
    preview.resize(300, 300)
    preview.show()
    text = (
        f"![a tree](http://127.0.0.1:9/x.png) ![]({picture.as_uri()}) <img src='{picture}'> "
        "![x](//host/y.png) [link](http://example.org)\n\n<style>@import 'http://example.org'</style>"
    )
    preview.show_memo(text, {})
    preview.grab()
    assert asked == []
    assert preview.toPlainText().startswith("[a tree]")
    assert "[x] link" in preview.toPlainText()
    assert "￼" not in preview.toPlainText()
    assert preview.loadResource(QTextDocument.ResourceType.ImageResource.value, "http://x/y").isEmpty()


def test_names_in_a_preview(qtbot: QtBot) -> None:
    thing = Thing("code", UUID(int=5), "a_b*c", "Above")
    document = rendered("# [[a_b*c]] and `[[a_b*c]]` [[ none ]] \ue0000\ue001", {"a_b*c": thing, "none": None}, "?")
    assert document.toPlainText() == "a_b*c and a_b*c none 0"
    assert document.toHtml().count(f"qualcode:code/{UUID(int=5).hex}") == 2


def test_links_by_key_and_chips(editor: MemoEditor, project: Project, rest: Rest, qtbot: QtBot) -> None:
    with project.read() as read:
        segment = read.segments_of(read.documents()[0].id)[0]
    editor.linked.chosen_segment = lambda: segment.id
    editor.start("project", None)
    rest()
    QTest.keyClick(editor.text, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    rest()
    [popup] = popups()
    assert popup.list.item(0).text().startswith("Segment: We gave time")
    QTest.keyClicks(popup.field, "good")
    qtbot.waitUntil(lambda: popup.list.count() == 1)
    rest()
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert [chip.thing.name for chip in editor.linked.links.chips] == ["goodwill"], "before there is anything to link"
    QTest.keyClicks(editor.text, "Words")
    editor.save()
    rest()
    memo = only_memo(project)
    with project.read() as read:
        assert [link.about for link in read.memo_links(memo=memo.id)] == [code_named(project, "goodwill").id]
    editor.linked.choose()
    rest()
    [popup] = popups()
    assert all("goodwill" not in popup.list.item(row).text() for row in range(popup.list.count()))
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    rest()
    assert [chip.thing.kind for chip in editor.linked.links.chips] == ["code", "segment"]
    assert all(chip.name.accessibleName() and chip.cross.accessibleName() for chip in editor.linked.links.chips)
    editor.linked.links.chips[0].cross.click()
    rest()
    assert [chip.thing.kind for chip in editor.linked.links.chips] == ["segment"]
    project.undo()
    rest()
    assert len(editor.linked.links.chips) == 2
    editor.linked.choose()
    rest()
    [popup] = popups()
    QTest.keyClicks(popup.field, "zzz")
    qtbot.waitUntil(lambda: "Nothing" in popup.list.item(0).text())
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert popup.isVisible()
    QTest.keyClick(popup.field, Qt.Key.Key_Escape)
    assert popups() == []


def test_a_new_memo_can_lose_a_link_again(editor: MemoEditor, rest: Rest) -> None:
    editor.start("project", None)
    rest()
    thing = Thing("code", UUID(int=5), "x")
    editor.linked.link(thing)
    editor.linked.unlink(thing)
    assert editor.linked.links.chips == []
    editor.show_memo(None)
    editor.linked.link(thing)
    editor.linked.unlink(thing)
    assert editor.linked.links.chips == []


def test_what_leads_here(editor: MemoEditor, project: Project, rest: Rest) -> None:
    first = memos.write_memo(project, "One", title="First")
    second = memos.write_memo(project, "See [[First]].", title="Second")
    editor.show_memo(first.id)
    rest()
    assert [chip.thing.name for chip in editor.linked.back.chips] == ["Second"]
    led: list[object] = []
    editor.opened.connect(lambda _kind, key: led.append(key))
    editor.linked.back.chips[0].name.click()
    assert led == [second.id]
    memos.remove_memo(project, second)
    rest()
    assert editor.linked.back.isHidden()


def test_every_control_has_a_name_and_is_reached_by_key(
    editor: MemoEditor,
    project: Project,
    rest: Rest,
) -> None:
    memo = memos.write_memo(project, "See [[goodwill]].")
    editor.show_memo(memo.id)
    rest()
    fields = (editor.title, editor.kind, editor.date, editor.text, editor.preview)
    for part in (*fields, editor.linked.links, editor.linked.back):
        assert part.accessibleName()
    for part in (editor.write_button, editor.preview_button, editor.linked.button):
        assert part.text()
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus
    chip = editor.linked.links.chips[0]
    assert chip.cross.focusPolicy() & Qt.FocusPolicy.TabFocus
    look().set_scale(200)
    look().set_scale(100)
    assert [chip.thing.name for chip in editor.linked.links.chips] == ["goodwill"]


def test_types_in_words() -> None:
    assert type_name("theory") == "theory"
    assert type_name("my own") == "my own"
    assert type_of("Theory ") == "theory"
    assert type_of(" my  own") == "my own"


def test_what_somebody_makes_up_in_a_memo_does_no_harm(qtbot: QtBot) -> None:
    preview = MemoPreview()
    qtbot.addWidget(preview)
    led: list[str] = []
    preview.opened.connect(lambda kind, _key: led.append(kind))
    preview.show_memo("[a](qualcode:code/zzz) [b](javascript:1) &#xE000;7&#xE001; [[x]]", {"x": None})
    for url in ("qualcode:code/zzz", "qualcode:", f"qualcode:nothing/{UUID(int=5).hex}", "javascript:1", "file:///etc"):
        preview.anchorClicked.emit(url)
    assert led == []
    assert preview.toPlainText().endswith("x")


def test_a_name_in_brackets_may_stand_thousands_of_times() -> None:
    names = [f"name {number}" for number in range(10_000)]
    document = rendered(" ".join(f"[[{name}]]" for name in names), {}, "?")
    assert document.toPlainText() == " ".join(names)


def test_tab_goes_through_every_field_as_they_stand(editor: MemoEditor, project: Project, rest: Rest) -> None:
    first = memos.write_memo(project, "See [[goodwill]] and [[power]].", title="First")
    memos.write_memo(project, "As [[First]] says.")
    editor.show_memo(first.id)
    rest()
    look().set_scale(200)  # which makes the chips anew
    look().set_scale(100)
    editor.title.setFocus()
    chips = [part for chip in editor.linked.links.chips for part in (chip.name, chip.cross)]
    assert len(chips) == 4
    expected: list[QWidget] = [
        editor.title, editor.kind, editor.date, editor.write_button, editor.preview_button, editor.text,
        *chips, editor.linked.button, editor.linked.back.chips[0].name,
    ]  # fmt: skip
    walked = [focus()]
    for _ in expected[1:]:
        QTest.keyClick(walked[-1], Qt.Key.Key_Tab)
        walked.append(focus())
    assert walked == expected
    for part in reversed(expected):
        assert focus() is part
        QTest.keyClick(part, Qt.Key.Key_Backtab)
    editor.preview_button.setFocus()
    QTest.keyClick(editor.preview_button, Qt.Key.Key_Space)
    assert (editor.preview.isVisible(), editor.write_button.isChecked()) == (True, False)
    QTest.keyClick(editor.preview_button, Qt.Key.Key_Space)
    assert editor.preview_button.isChecked(), "pressed twice it stays"
    QTest.keyClick(editor.preview_button, Qt.Key.Key_Tab)
    assert focus() is editor.preview


def test_a_memo_as_long_as_a_book_is_shown_as_written() -> None:
    line = "| a | b |\n"
    assert rendered("# Title\n" + line * 30_000, {}, "?").toPlainText().startswith("# Title\n| a | b |")
    assert rendered("# Title", {}, "?").toPlainText() == "Title"


def test_a_memo_is_linked_while_it_is_being_written(editor: MemoEditor, project: Project, rest: Rest) -> None:
    goodwill = code_named(project, "goodwill")
    editor.start("project", None)
    rest()
    QTest.keyClicks(editor.text, "Words")
    editor.linked.link(Thing("code", goodwill.id, "goodwill"))  # saves it, and does not wait for that
    rest()
    with project.read() as read:
        assert [link.about for link in read.memo_links(memo=only_memo(project).id)] == [goodwill.id]
    assert [chip.thing.name for chip in editor.linked.links.chips] == ["goodwill"]
