"""Marks, questions and links in the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMenu
from pytestqt.qtbot import QtBot
from ui.conftest import code_by_keyboard, press, settled

from qualcode.app import linking, marking
from qualcode.domain.codings import PlacedCoding
from qualcode.domain.links import Link
from qualcode.ui.panels.segments import SegmentsPanel
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


@pytest.fixture
def coded(qtbot: QtBot, workspace: Workspace) -> Workspace:
    """Three codings of AB's in the first document; none is chosen."""
    for words, code in (("two more pairs of hands", "who decides"), ("whoever holds", "who decides"),
                        ("Trust takes years", "trust takes years")):  # fmt: skip
        code_by_keyboard(qtbot, workspace, words, code)
    workspace.coding.reader.choose(None)
    settled(qtbot, workspace)
    return workspace


def coding_on(workspace: Workspace, words: str) -> PlacedCoding:
    at = workspace.coding.text.index(words)
    return next(one for one in workspace.coding.codings if one.start == at)


def links(workspace: Workspace) -> list[Link]:
    with workspace.project.read() as read:
        return read.links()


def choose(qtbot: QtBot, workspace: Workspace, words: str) -> PlacedCoding:
    coding = coding_on(workspace, words)
    workspace.coding.reader.choose(coding.id)
    workspace.coding.reader.view.setFocus()
    settled(qtbot, workspace)
    return coding_on(workspace, words)


def test_keys_mark_question_and_judge_the_chosen_coding(qtbot: QtBot, window: MainWindow, coded: Workspace) -> None:
    press(qtbot, window, "mark_exemplar")
    assert "Choose a coding first" in window.toasts.text.text()
    choose(qtbot, coded, "two more")
    press(qtbot, window, "mark_exemplar")
    settled(qtbot, coded)
    assert "Marked: Exemplar" in window.toasts.text.text()
    press(qtbot, window, "certainty_unsure")
    settled(qtbot, coded)
    press(qtbot, window, "discuss")
    settled(qtbot, coded)
    there = coding_on(coded, "two more")
    assert (there.mark, there.certainty, there.discuss) == ("exemplar", "unsure", "")
    question = coded.segments.card.signs.question
    assert question.isVisible()
    assert question.hasFocus(), "what is to be discussed can be typed at once"
    qtbot.keyClicks(question, "Whose hands?")
    qtbot.keyClick(question, Qt.Key.Key_Return)
    settled(qtbot, coded)
    assert coding_on(coded, "two more").discuss == "Whose hands?"
    coded.coding.reader.view.setFocus()
    for identity in ("mark_exemplar", "certainty_unsure", "discuss"):
        press(qtbot, window, identity)
        settled(qtbot, coded)
    there = coding_on(coded, "two more")
    assert (there.mark, there.certainty, there.discuss) == (None, None, None)
    press(qtbot, window, "undo")
    settled(qtbot, coded)
    assert coding_on(coded, "two more").discuss == "Whose hands?"


def test_the_card_shows_and_changes_what_was_said(qtbot: QtBot, window: MainWindow, coded: Workspace) -> None:
    panel = coded.segments
    press(qtbot, window, "segments")
    coding = choose(qtbot, coded, "two more")
    signs = panel.card.signs
    assert not signs.weight.isVisible()
    assert not signs.question.isVisible()
    qtbot.mouseClick(signs.buttons["near-miss"], Qt.MouseButton.LeftButton)
    signs.certainty.setCurrentIndex(2)
    signs.certainty.activated.emit(2)
    press(qtbot, window, "weigh")
    settled(qtbot, coded)
    assert signs.weight.hasFocus()
    qtbot.keyClicks(signs.weight, "2.5")
    qtbot.keyClick(signs.weight, Qt.Key.Key_Return)
    settled(qtbot, coded)
    there = coding_on(coded, "two more")
    assert (there.mark, there.certainty, there.weight) == ("near-miss", "likely", 2.5)
    assert signs.buttons["near-miss"].isChecked()
    signs.weight.setFocus()
    signs.weight.selectAll()
    qtbot.keyClicks(signs.weight, "heavy")
    qtbot.keyClick(signs.weight, Qt.Key.Key_Return)
    settled(qtbot, coded)
    assert "is not a number" in window.toasts.text.text()
    assert signs.weight.text() == "2.5"
    signs.weight.clear()
    signs.weight.setModified(True)
    choose(qtbot, coded, "whoever holds")
    settled(qtbot, coded)
    with coded.project.read() as read:
        assert read.placed(coding=coding.id)[0].weight is None, "what was typed is written on leaving"
    assert not signs.weight.isVisible()


def test_a_link_by_keyboard(qtbot: QtBot, window: MainWindow, coded: Workspace) -> None:
    bar = coded.segment_work.bar
    press(qtbot, window, "link_from")
    assert "Choose a coding first" in window.toasts.text.text()
    source = choose(qtbot, coded, "two more")
    press(qtbot, window, "link_from")
    settled(qtbot, coded)
    assert bar.isVisible()
    assert "two more pairs of hands" in bar.source.text()
    assert not bar.link.isEnabled()
    press(qtbot, window, "link_from")
    assert "choose the other segment" in window.toasts.text.text()
    press(qtbot, window, "next_coding")
    settled(qtbot, coded)
    press(qtbot, window, "next_coding")
    settled(qtbot, coded)
    assert "Trust takes years" in bar.target.text()
    qtbot.keyClick(coded.coding.reader.view, Qt.Key.Key_Return)
    settled(qtbot, coded)
    assert not bar.isVisible()
    target = coding_on(coded, "Trust takes")
    assert [(one.source, one.target, one.relation) for one in links(coded)] == [
        (source.segment, target.segment, "contradicts")
    ]
    assert "Linked: contradicts" in window.toasts.text.text()
    press(qtbot, window, "undo")
    settled(qtbot, coded)
    assert links(coded) == []


def test_a_link_by_mouse_with_own_words_and_a_comment(qtbot: QtBot, coded: Workspace, window: MainWindow) -> None:
    work, bar = coded.segment_work, coded.segment_work.bar
    source = coding_on(coded, "two more")
    menu = QMenu()
    work.marking.add_to(menu, source, True)
    next(entry for entry in menu.actions() if entry.text() == "Link from here…").trigger()
    settled(qtbot, coded)
    coded.segments.show_all()
    press(qtbot, window, "segments")
    settled(qtbot, coded)
    model = coded.segments.model
    assert model.rowCount() == 3
    model.index(1).data()
    settled(qtbot, coded)
    place = coded.segments.list.visualRect(model.index(1)).center()
    qtbot.mouseClick(coded.segments.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settled(qtbot, coded)
    assert "whoever holds" in bar.target.text()
    bar.relations.setEditText("makes me think of")
    bar.comment.setText("the timetable")
    qtbot.mouseClick(bar.link, Qt.MouseButton.LeftButton)
    settled(qtbot, coded)
    found = links(coded)
    assert [(one.relation, one.comment) for one in found] == [("makes me think of", "the timetable")]
    assert found[0].target == coding_on(coded, "whoever holds").segment


def test_a_new_facet_is_marked_with_words_and_taken_off(qtbot: QtBot, coded: Workspace, window: MainWindow) -> None:
    source = coding_on(coded, "two more")
    menu = QMenu(window)
    coded.segment_work.marking.add_to(menu, source, True)
    entries = {entry.text(): entry for entry in menu.actions()}
    entries["New facet of the code…"].trigger()
    dialog = window.findChild(QInputDialog)
    assert dialog is not None
    dialog.setTextValue("at  work")
    dialog.accept()
    settled(qtbot, coded)

    def facet() -> str | None:
        with coded.bridge.project.read() as read:
            return next(iter(read.placed(coding=source.id))).facet

    assert facet() == "at work"
    assert "Marked as a new facet" in window.toasts.text.text()
    entries["Not a new facet"].trigger()
    settled(qtbot, coded)
    assert facet() is None


def test_a_link_under_way_is_given_up(qtbot: QtBot, coded: Workspace, window: MainWindow) -> None:
    bar, view = coded.segment_work.bar, coded.coding.reader.view
    choose(qtbot, coded, "two more")
    press(qtbot, window, "link_from")
    settled(qtbot, coded)
    choose(qtbot, coded, "two more")
    assert not bar.link.isEnabled(), "a segment is not linked with itself"
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    choose(qtbot, coded, "two more")
    press(qtbot, window, "link_from")
    settled(qtbot, coded)
    bar.comment.setFocus()
    qtbot.keyClick(bar.comment, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert links(coded) == []


@pytest.fixture
def linked(qtbot: QtBot, coded: Workspace) -> Workspace:
    """The codings with two links."""
    one, two, three = (coding_on(coded, words) for words in ("two more", "whoever holds", "Trust takes"))
    linking.link_segments(coded.project, one, two, "explains", "see here")
    linking.link_segments(coded.project, three, one, "contradicts")
    settled(qtbot, coded)
    return coded


def test_a_link_is_shown_at_both_ends_and_leads_there(qtbot: QtBot, linked: Workspace, window: MainWindow) -> None:
    press(qtbot, window, "segments")
    choose(qtbot, linked, "two more")
    card = linked.segments.card
    names = [button.accessibleName() for button in card.links.buttons]
    assert names == ["→ explains “whoever holds”", "← contradicts “Trust takes years”"]
    qtbot.mouseClick(card.links.buttons[1], Qt.MouseButton.LeftButton)
    settled(qtbot, linked)
    assert linked.coding.reader.chosen == coding_on(linked, "Trust takes").id
    names = [button.accessibleName() for button in card.links.buttons]
    assert names == ["→ contradicts “two more pairs of hands”"]


def test_the_list_of_links(qtbot: QtBot, linked: Workspace, window: MainWindow) -> None:
    press(qtbot, window, "links")
    settled(qtbot, linked)
    dialog = linked.segment_work.links
    assert dialog is not None
    assert dialog.model.rowCount() == 2
    dialog.model.index(0, 0).data()
    settled(qtbot, linked)
    words = [[dialog.model.index(row, column).data() for column in range(4)] for row in range(2)]
    assert words == [
        ["Trust takes years", "contradicts", "two more pairs of hands", ""],
        ["two more pairs of hands", "explains", "whoever holds", "see here"],
    ]
    dialog.table.setCurrentIndex(dialog.model.index(1, 2))
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    settled(qtbot, linked)
    assert linked.coding.reader.chosen == coding_on(linked, "whoever holds").id
    qtbot.mouseClick(dialog.first, Qt.MouseButton.LeftButton)
    settled(qtbot, linked)
    assert linked.coding.reader.chosen == coding_on(linked, "two more").id
    dialog.relations.setCurrentIndex(1)
    dialog.relations.activated.emit(1)
    settled(qtbot, linked)
    assert dialog.relations.currentText() == "contradicts (1)"
    assert dialog.model.rowCount() == 1
    dialog.model.setData(dialog.model.index(0, 3), "so she says")
    settled(qtbot, linked)
    assert {one.comment for one in links(linked)} == {"see here", "so she says"}
    menu = QMenu()
    row = dialog.model.row(0)
    settled(qtbot, linked)
    row = dialog.model.row(0)
    assert row is not None
    linked.segment_work.linking.add_to(menu, row, dialog)
    entries = {entry.text(): entry for entry in menu.actions()}
    entries["Turn round"].trigger()
    settled(qtbot, linked)
    turned = next(one for one in links(linked) if one.relation == "contradicts")
    assert turned.target == coding_on(linked, "Trust takes").segment
    entries["Remove the link"].trigger()
    settled(qtbot, linked)
    assert dialog.model.rowCount() == 0
    assert "pass the filter" in dialog._empty.text()
    dialog.close()


def test_the_list_of_links_obeys_the_filter_of_documents(qtbot: QtBot, linked: Workspace, window: MainWindow) -> None:
    press(qtbot, window, "links")
    settled(qtbot, linked)
    dialog = linked.segment_work.links
    assert dialog is not None
    with linked.project.read() as read:
        other = next(one.id for one in read.documents() if one.id != linked.coding.document.id)
    linked.segments.limit(frozenset((other,)), None)
    settled(qtbot, linked)
    assert dialog.model.rowCount() == 0
    linked.segments.limit(None, None)
    settled(qtbot, linked)
    assert dialog.model.rowCount() == 2
    here, end = linked.coding.document.id, coding_on(linked, "whoever holds")
    linked.segments.limit(frozenset((here,)), None, ((here, ((end.start, end.end),)),))
    settled(qtbot, linked)
    assert dialog.model.rowCount() == 1
    assert dialog.model.link(0).target == end.segment
    dialog.close()


def test_filters_and_signs_of_the_list(qtbot: QtBot, linked: Workspace, window: MainWindow) -> None:
    panel: SegmentsPanel = linked.segments
    press(qtbot, window, "segments")
    choose(qtbot, linked, "whoever holds")
    press(qtbot, window, "certainty_unsure")
    press(qtbot, window, "mark_near_miss")
    settled(qtbot, linked)
    panel.show_all()
    panel.filter_action.trigger()
    settled(qtbot, linked)

    def quotes() -> list[str]:
        settled(qtbot, linked)
        rows = range(panel.model.rowCount())
        for row in rows:
            panel.model.index(row).data()
        settled(qtbot, linked)
        return [panel.model.index(row).data() for row in rows]

    assert len(quotes()) == 3
    spoken = [panel.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert spoken[1].endswith("AB, Near miss, Unsure, Linked")
    panel.filters.choose("certainty", "unsure")
    assert quotes() == ["whoever holds"]
    panel.filters.choose("certainty", "")
    assert quotes() == ["two more pairs of hands", "Trust takes years"]
    panel.filters.clear()
    panel.filters.require("links")
    assert len(quotes()) == 3
    panel.filters.require("links", wanted=False)
    panel.filters.least.setText("1")
    assert quotes() == []
    assert panel._hint.text() == "No segments pass the filter."
    panel.filters.least.clear()
    panel.filters.choose("mark", "near-miss")
    assert quotes() == ["whoever holds"]
    press(qtbot, window, "mark_near_miss")
    settled(qtbot, linked)
    assert quotes() == [], "a coding that no longer passes leaves the list"


def test_use_as_example_fills_the_codebook(qtbot: QtBot, coded: Workspace, window: MainWindow) -> None:
    coding = choose(qtbot, coded, "Trust takes")
    press(qtbot, window, "use_example")
    settled(qtbot, coded)
    with coded.project.read() as read:
        code = read.codebook.by_id[coding.code]
    assert (code.example, code.example_document) == ("Trust takes years", "P03 Rosa")
    assert coding_on(coded, "Trust takes").mark == "exemplar"
    press(qtbot, window, "undo")
    settled(qtbot, coded)
    with coded.project.read() as read:
        assert read.codebook.by_id[coding.code].example == ""


def test_several_rows_are_marked_in_one_step(qtbot: QtBot, coded: Workspace, window: MainWindow) -> None:
    panel = coded.segments
    panel.show_all()
    press(qtbot, window, "segments")
    settled(qtbot, coded)
    opened: list[object] = []
    panel.open_segment.connect(lambda *place: opened.append(place))
    for order in ("document", "newest"):  # pages by document, and packed ids
        panel._sort(order)
        settled(qtbot, coded)
        panel.list.selectAll()
        assert panel.moves.rows() == [0, 1, 2]
        panel._context_menu(panel.list.visualRect(panel.model.index(1)).center())
        entries = {entry.text(): entry for entry in panel._menu.actions()}
        entries["Exemplar" if order == "document" else "No mark"].trigger()
        panel._menu.close()
        settled(qtbot, coded)
        wanted = "exemplar" if order == "document" else None
        assert [one.mark for one in coded.coding.codings] == [wanted] * 3
        assert coded.project.history()[-1].summary == "Mark 3 codings"
        panel.list.selectAll()
        place = panel.list.visualRect(panel.model.index(2)).center()
        modifier = Qt.KeyboardModifier.ControlModifier
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, modifier, place)
        assert panel.moves.rows() == [0, 1]
        assert opened == [], "choosing several goes nowhere"
    press(qtbot, window, "undo")
    settled(qtbot, coded)
    assert [one.mark for one in coded.coding.codings] == ["exemplar"] * 3


def test_the_reader_says_what_was_said(qtbot: QtBot, coded: Workspace, window: MainWindow) -> None:
    coding = choose(qtbot, coded, "two more")
    reader = coded.coding.reader
    plain = reader.grab().toImage()
    press(qtbot, window, "mark_exemplar")
    settled(qtbot, coded)
    marking.discuss_coding(coded.project, coding.id, "Whose <hands>?")
    settled(qtbot, coded)
    there = coding_on(coded, "two more")
    assert "To discuss: Whose &lt;hands&gt;? · Exemplar" in reader.card(there)
    assert reader.describe_coding(there).endswith("To discuss: Whose <hands>?, Exemplar")
    assert reader.grab().toImage() != plain, "the name of its stripe carries small signs"


def test_the_list_exports_what_was_said(qtbot: QtBot, coded: Workspace, window: MainWindow, tmp_path: Path) -> None:
    panel = coded.segments
    panel.show_all()
    settled(qtbot, coded)
    for name in ("plain", "marked"):
        if name == "marked":
            marking.set_certainty(coded.project, coding_on(coded, "two more"), "unsure")
            panel.filters.choose("certainty", "unsure")
            settled(qtbot, coded)
        with qtbot.waitSignal(panel.exported, timeout=60_000):
            panel.export_to(tmp_path / f"{name}.csv")
    plain, marked = ((tmp_path / f"{name}.csv").read_text("utf-8").splitlines() for name in ("plain", "marked"))
    assert plain[0].endswith(",comment,text")
    assert len(plain) == 1 + 3
    assert marked[0].endswith(",comment,text,certainty,mark,discuss,links,used,facet")
    assert len(marked) == 1 + 1
    assert ",unsure," in marked[1]
