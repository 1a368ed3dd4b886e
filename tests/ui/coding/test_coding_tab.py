"""Coding in the reader: every way words get their codes, and how codings move and go."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from ui.conftest import code_by_keyboard, opened, press, select, settled

from qualcode.app import codebook, coding, documents, settings
from qualcode.app.project import open_project
from qualcode.domain.codings import PlacedCoding
from qualcode.store.reading import Reading
from qualcode.ui.coding import coding_tab
from qualcode.ui.coding.opened import Opened, open_document
from qualcode.ui.tasks import Task
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


def on_document(workspace: Workspace) -> list[tuple[str, str]]:
    """The codings of the open document as the project has them: words and code."""
    document = workspace.coding.document
    assert document is not None
    with workspace.project.read() as read:
        names = {code.id: code.name for code in read.codes()}
        text = read.text(document)
        return [(text[placed.start : placed.end], names[placed.code]) for placed in read.placed(document=document.id)]


def code_named(workspace: Workspace, name: str) -> object:
    return next(code.id for code in workspace.coding.codebook.ordered if code.name == name)


def test_typing_and_enter_code_the_selection(qtbot: QtBot, workspace: Workspace) -> None:
    code_by_keyboard(qtbot, workspace, "Trust takes years", "trust")
    assert on_document(workspace) == [("Trust takes years", "trust takes years")]
    assert workspace.coding.reader.selection is None
    assert not workspace.coding.flow.panel.isVisible()


def test_shift_enter_makes_a_code_below_the_chosen_theme_in_one_step(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    workspace.codebook.code_chosen.emit(code_named(workspace, "Power"))
    select(workspace, "a steering group")
    press(qtbot, window, "code")
    field = workspace.coding.flow.panel.field
    qtbot.keyClicks(field, "on paper")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    settled(qtbot, workspace)
    assert on_document(workspace) == [("a steering group", "on paper")]
    book = workspace.coding.codebook
    made = next(code for code in book.ordered if code.name == "on paper")
    assert book.path(made.id) == "Power > on paper"
    press(qtbot, window, "undo")
    settled(qtbot, workspace)
    assert "on paper" not in {code.name for code in workspace.coding.codebook.ordered}


def test_tab_applies_and_stays_for_another_code(qtbot: QtBot, workspace: Workspace) -> None:
    span = select(workspace, "Trust takes years")
    qtbot.keyClicks(workspace.coding.reader.view, "t")
    panel = workspace.coding.flow.panel
    qtbot.keyClicks(panel.field, "rust")
    qtbot.keyClick(panel.field, Qt.Key.Key_Tab)
    settled(qtbot, workspace)
    assert panel.isVisible()
    assert workspace.coding.reader.selection == span
    panel.field.clear()
    qtbot.keyClicks(panel.field, "who")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    settled(qtbot, workspace)
    assert {name for _, name in on_document(workspace)} == {"trust takes years", "who decides"}


def test_their_words_become_a_code_and_the_same_words_use_it_again(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    select(workspace, "two more pairs of hands")
    press(qtbot, window, "in_vivo")
    settled(qtbot, workspace)
    made = next(code for code in workspace.coding.codebook.ordered if code.name == "two more pairs of hands")
    assert made.origin == "in-vivo"
    select(workspace, "rust")
    press(qtbot, window, "in_vivo")
    settled(qtbot, workspace)
    select(workspace, "rust")
    press(qtbot, window, "in_vivo")
    settled(qtbot, workspace)
    assert window.toasts.text.text() == "This is coded with “rust” already"
    assert window.toasts.button.isHidden()


def test_the_last_code_again_and_by_its_digit_after_the_third_use(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    code_by_keyboard(qtbot, workspace, "a steering group", "who dec")
    code = code_named(workspace, "who decides")
    for words in ("On paper", "In the room"):
        assert workspace.use.digit_of(code) == ""
        select(workspace, words)
        press(qtbot, window, "again")
        settled(qtbot, workspace)
    assert workspace.use.digit_of(code) == "1"
    assert workspace.codebook.model._digits == {code: 1}
    select(workspace, "the timetable")
    press(qtbot, window, "digit_1")
    settled(qtbot, workspace)
    assert [words for words, _ in on_document(workspace)] == [
        "On paper",
        "a steering group",
        "In the room",
        "the timetable",
    ]


def test_a_code_dropped_on_text_and_one_chosen_in_the_codebook(qtbot: QtBot, workspace: Workspace) -> None:
    start = workspace.coding.text.index("They asked early")
    workspace.coding.reader.code_dropped.emit(code_named(workspace, "Power"), start, start + 16)
    settled(qtbot, workspace)
    select(workspace, "In the room")
    workspace.codebook.apply_requested.emit(code_named(workspace, "who decides"))
    settled(qtbot, workspace)
    assert on_document(workspace) == [("In the room", "who decides"), ("They asked early", "Power")]


def test_a_coding_is_adjusted_and_removed(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    code_by_keyboard(qtbot, workspace, "Trust takes years", "trust")
    reader, placed = workspace.coding.reader, workspace.coding.codings[0]
    reader.coding_resized.emit(placed.id, placed.start, placed.start + 5)
    settled(qtbot, workspace)
    assert on_document(workspace) == [("Trust", "trust takes years")]
    reader.choose(placed.id)
    qtbot.keyClick(reader.view, Qt.Key.Key_Delete)
    settled(qtbot, workspace)
    assert on_document(workspace) == []
    assert window.toasts.text.text() == "Coding removed; text and code stay."
    window.toasts.button.click()
    settled(qtbot, workspace)
    assert on_document(workspace) == [("Trust", "trust takes years")]


def test_the_very_first_coding_of_a_coder_is_shown_once(
    qtbot: QtBot, window: MainWindow, coded_study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also while the codings are read back already and the step itself is still to be told of."""
    settings.save(settings.Settings(coder="Jun", language="en", look="light"))
    workspace = opened(qtbot, window, coded_study)
    place, reader = workspace.coding, workspace.coding.reader
    assert place.coder is None, "nothing is known yet of who codes here"
    shown: list[int] = []
    show, act = reader.update_codings, workspace.bridge.act
    answers: list[Callable[[], None]] = []

    def recorded(codings: Sequence[PlacedCoding]) -> None:
        shown.append(len(codings))
        show(codings)

    def late(*args: Any, then: Callable[..., None], **options: Any) -> Task:
        return act(*args, then=lambda *answer: answers.append(lambda: then(*answer)), **options)

    monkeypatch.setattr(reader, "update_codings", recorded)
    monkeypatch.setattr(workspace.bridge, "act", late)
    span, code = select(workspace, "In the room"), code_named(workspace, "trust takes years")
    place.flow.apply(code, span)
    place.flow.apply(code, span)
    assert len(reader.codings) == 1
    qtbot.waitUntil(lambda: len(place.codings) == 1, timeout=60_000)
    settled(qtbot, workspace)
    assert reader.codings == place.codings
    for answer in answers:
        answer()
    settled(qtbot, workspace)
    assert reader.codings == place.codings
    assert set(shown) == {1}
    assert place.coder == place.codings[0].coder
    assert "Jun" in reader.describe_coding(place.codings[0])


def test_somebody_elses_coding_is_not_adjusted_and_says_why(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, coded_study: Path
) -> None:
    with open_project(coded_study, coder="Jun") as other:
        coding.apply_code(other, "P03 Rosa", 6, 30, "Power")
    qtbot.waitUntil(lambda: len(workspace.coding.codings) == 1, timeout=60_000)
    placed = workspace.coding.codings[0]
    workspace.coding.reader.coding_resized.emit(placed.id, placed.start, placed.end - 5)
    settled(qtbot, workspace)
    assert "Jun's" in window.toasts.text.text()


def test_the_reader_keeps_its_place_while_others_work(qtbot: QtBot, workspace: Workspace, coded_study: Path) -> None:
    select(workspace, "In the room")
    bar = workspace.coding.reader.view.verticalScrollBar()
    place, span = bar.value(), workspace.coding.reader.selection
    with open_project(coded_study, coder="Jun") as other:
        coding.apply_code(other, "P03 Rosa", 6, 30, "Power")
        codebook.rename_code(other, "who decides", "who has a say")
    book = workspace.coding
    qtbot.waitUntil(lambda: any(code.name == "who has a say" for code in book.codebook.ordered), timeout=60_000)
    assert (bar.value(), workspace.coding.reader.selection) == (place, span)


def test_an_edited_text_is_shown_anew_and_a_removed_one_makes_room(
    qtbot: QtBot, workspace: Workspace, coded_study: Path
) -> None:
    with open_project(coded_study, coder="Jun") as other:
        documents.edit_text(other, "P03 Rosa", 0, 0, "INT: One more thing.\n\n")
    qtbot.waitUntil(lambda: workspace.coding.text.startswith("INT: One more thing."), timeout=60_000)
    with open_project(coded_study, coder="Jun") as other:
        documents.remove_document(other, "P03 Rosa")
    qtbot.waitUntil(
        lambda: workspace.coding.document is not None and workspace.coding.document.name == "P06 刘", timeout=60_000
    )
    settled(qtbot, workspace)


def test_moving_between_codings_and_uncoded_turns(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    code_by_keyboard(qtbot, workspace, "a steering group", "who dec")
    code_by_keyboard(qtbot, workspace, "In the room", "trust")
    code_by_keyboard(qtbot, workspace, "Trust takes years", "who dec")
    first, _, third = workspace.coding.codings
    reader = workspace.coding.reader
    reader.choose(first.id)
    press(qtbot, window, "next_same")
    assert reader.chosen == third.id
    press(qtbot, window, "next_coding")
    assert reader.chosen == first.id
    press(qtbot, window, "next_uncoded")
    span = reader.selection
    assert span is not None
    assert not any(placed.start < span[1] and span[0] < placed.end for placed in workspace.coding.codings)


def test_an_input_method_composes_into_the_panel(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    select(workspace, "Trust takes years")
    workspace.coding.reader.code_requested.emit(*workspace.coding.reader.selection, "信任")
    assert workspace.coding.flow.panel.field.text() == "信任"
    qtbot.keyClick(workspace.coding.flow.panel.field, Qt.Key.Key_Return)
    settled(qtbot, workspace)
    assert on_document(workspace) == [("Trust takes years", "信任")]


def test_three_quick_codings_are_seen_at_once_and_stay(qtbot: QtBot, workspace: Workspace) -> None:
    select(workspace, "Trust takes years")
    span = workspace.coding.reader.selection
    shown: list[int] = []
    update = workspace.coding.reader.update_codings
    workspace.coding.reader.update_codings = lambda codings: (shown.append(len(codings)), update(codings))
    for name in ("trust takes years", "who decides", "Power"):
        workspace.coding.flow.apply(code_named(workspace, name), span, stay=True)
    assert len(workspace.coding.reader.codings) == 3, "before any of them is written"
    settled(qtbot, workspace)
    assert shown == sorted(shown), "none of them went away again"
    assert len(on_document(workspace)) == len(workspace.coding.reader.codings) == 3
    assert workspace.coding.reader.codings == workspace.coding.codings


def test_a_coding_that_is_refused_goes_away_again(qtbot: QtBot, workspace: Workspace) -> None:
    document = workspace.coding.document
    span = select(workspace, "Trust takes years")
    key = code_named(workspace, "who decides")
    codebook.remove_code(workspace.project, key)  # another hand was quicker
    with qtbot.waitSignal(workspace.bridge.failed):
        workspace.coding.flow.apply(key, span)
    settled(qtbot, workspace)
    assert workspace.coding.document == document
    assert list(workspace.coding.reader.codings) == workspace.coding.codings == []


def test_what_happens_while_a_document_is_read_is_seen_in_it(
    qtbot: QtBot, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with workspace.project.read() as read:
        other = next(found for found in read.documents() if found != workspace.coding.document)
    read_already, go_on = threading.Event(), threading.Event()

    def slowly(read: Reading, key: UUID) -> Opened | None:
        found = open_document(read, key)
        read_already.set()
        go_on.wait(10)
        return found

    monkeypatch.setattr(coding_tab, "open_document", slowly)
    workspace.coding.open_document(other.id)
    assert read_already.wait(10)
    coding.apply_code(workspace.project, other.id, 0, 5, "who decides")
    qtbot.wait(50)
    go_on.set()
    settled(qtbot, workspace)
    assert workspace.coding.document == other
    assert len(workspace.coding.codings) == 1


def test_the_card_of_a_coding_says_where_it_comes_from(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    code_by_keyboard(qtbot, workspace, "a steering group", "who")
    reader = workspace.coding.reader
    (coding,) = workspace.coding.codings
    assert "Was" not in reader.card(coding)
    to = next(code.id for code in workspace.coding.codebook.ordered if code.name == "trust takes years")
    workspace.codebook.surgery.give([coding.id], to)
    settled(qtbot, workspace)
    (coding,) = workspace.coding.codings
    reader.card(coding)
    settled(qtbot, workspace)
    assert "Was “who decides”, moved" in reader.card(coding)


def test_the_right_click_in_the_text_offers_to_edit_it(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    workspace.coding.reader.context_menu.emit("text", (0, 0), QPoint(0, 0))
    menu = next(one for one in workspace.coding.findChildren(QMenu) if one.isVisible())
    assert window.commands["edit_text"] in menu.actions()
    menu.close()
