"""Retrieval in the window: the whole way by keyboard, and from the codes and documents chosen in the panels."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot
from ui.conftest import code_by_keyboard, press, settled

from qualcode.app import codebook
from qualcode.ui.queries.view import QueryView
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace

KEYS = Qt.KeyboardModifier


def key(which: Qt.Key, modifier: KEYS = KEYS.NoModifier) -> None:
    """Press a key where the keyboard is; a list that is open has it."""
    QTest.keyClick(QApplication.activePopupWidget() or present(), which, modifier)


def present() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def typed(text: str) -> None:
    QTest.keyClicks(present(), text)


def shown(qtbot: QtBot, workspace: Workspace) -> QueryView:
    """The view, made and answered."""
    qtbot.waitUntil(lambda: "retrieval" in workspace.analyses.others, timeout=60_000)
    view = workspace.analyses.others["retrieval"]
    assert isinstance(view, QueryView)
    qtbot.waitUntil(lambda: view._built, timeout=60_000)
    settled(qtbot, workspace)
    qtbot.waitUntil(lambda: not view._timer.isActive())
    settled(qtbot, workspace)
    return view


def within(widget: QWidget) -> bool:
    here = QApplication.focusWidget()
    return here is not None and (here is widget or widget.isAncestorOf(here))


def count(workspace: Workspace) -> int:
    with workspace.project.read() as read:
        return read.count("coding")


def test_a_query_is_built_answered_walked_coded_and_taken_back_by_keyboard(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    code_by_keyboard(qtbot, workspace, "On paper, a steering group", "who decides")
    code_by_keyboard(qtbot, workspace, "whoever holds the timetable", "who decides")
    code_by_keyboard(qtbot, workspace, "Trust takes years", "trust takes years")
    workspace.analyses.open("retrieval")
    view = shown(qtbot, workspace)
    window.activateWindow()
    row = view.builder.tree.part()
    qtbot.waitUntil(lambda: within(row), timeout=60_000)  # at opening the keyboard is in the first condition
    assert present() is row.value  # type: ignore[union-attr]

    typed("Power > who decides")
    key(Qt.Key.Key_Return)
    settled(qtbot, workspace)
    assert QApplication.activePopupWidget() is None
    window.activateWindow()  # a list that closes gives the keyboard back, but on this platform
    qtbot.waitUntil(lambda: within(row))
    key(Qt.Key.Key_Insert, KEYS.AltModifier)
    second = view.builder.tree.part(1)
    qtbot.waitUntil(lambda: within(second))
    key(Qt.Key.Key_Backtab, KEYS.ShiftModifier)  # to what it asks about
    assert present() is second.kind  # type: ignore[union-attr]
    typed("T")  # as in any list: Text
    qtbot.waitUntil(lambda: view.builder.tree.part(1).condition.kind == "text")  # type: ignore[union-attr]
    settled(qtbot, workspace)
    assert within(view.builder.tree.part(1))
    typed("steering")
    key(Qt.Key.Key_Return)
    shown(qtbot, workspace)
    assert view.builder.text.text() == '"Power > who decides" AND text:"steering"'
    assert len(view.found.list.results.quotes) == 1

    kind = view.builder.tree.part().operator  # type: ignore[union-attr]
    kind.setFocus(Qt.FocusReason.TabFocusReason)
    typed("any")
    shown(qtbot, workspace)
    assert view.builder.text.text() == '"Power > who decides" OR text:"steering"'
    assert len(view.found.list.results.quotes) == 2

    for _ in range(40):  # to the passages
        key(Qt.Key.Key_Tab)
        if present() is view.found.list:
            break
    assert present() is view.found.list
    key(Qt.Key.Key_Home)
    key(Qt.Key.Key_Down)
    assert view.found.list.currentIndex().row() == 1
    key(Qt.Key.Key_Space)
    assert len(view.found.list.ticked) == 1
    before = count(workspace)
    for _ in range(40):
        key(Qt.Key.Key_Backtab, KEYS.ShiftModifier)
        if present() is view.found.code_button:
            break
    assert present() is view.found.code_button
    key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: view.found.bulk.dialog is not None, timeout=60_000)
    dialog = view.found.bulk.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    QTest.keyClicks(dialog.field, "trust")  # type: ignore[union-attr]
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)  # type: ignore[union-attr]
    shown(qtbot, workspace)
    assert count(workspace) == before + 1
    press(qtbot, window, "undo")
    shown(qtbot, workspace)
    assert count(workspace) == before
    assert view.builder.text.text() == '"Power > who decides" OR text:"steering"'


def test_escape_closes_the_list_of_names_and_nothing_else(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    workspace.analyses.open("retrieval")
    view = shown(qtbot, workspace)
    window.activateWindow()
    row = view.builder.tree.part()
    qtbot.waitUntil(lambda: within(row), timeout=60_000)
    typed("trust")
    names = row.value.completer().popup()  # type: ignore[union-attr]
    qtbot.waitUntil(names.isVisible)
    QTest.keyClick(names, Qt.Key.Key_Escape)
    assert not names.isVisible()
    for _ in range(2):
        key(Qt.Key.Key_Escape)
    assert view.builder.tree.part() is row
    assert row.value.currentText() == "trust"  # type: ignore[union-attr]
    assert within(row)
    assert workspace.analyses.shown == "retrieval"


def menu_of(panel: QWidget) -> QMenu:
    menu = panel._menu  # type: ignore[attr-defined]
    menu.aboutToShow.emit()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, text: str) -> None:
    (action,) = [one for one in menu.actions() if one.text() == text]
    action.trigger()


def test_codes_and_documents_chosen_in_the_panels_are_asked_for(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    code_by_keyboard(qtbot, workspace, "On paper, a steering group", "who decides")
    code_by_keyboard(qtbot, workspace, "Trust takes years", "trust takes years")
    codebook.add_code(workspace.project, "other")
    settled(qtbot, workspace)
    panel = workspace.codebook
    with workspace.project.read() as read:
        codes = {code.name: code.id for code in read.codebook.ordered}
        papers = [one.id for one in read.documents()]
    panel.choose(codes["who decides"])
    panel._select([codes["trust takes years"]])
    choose(menu_of(panel), "Retrieve passages of these codes")
    view = shown(qtbot, workspace)
    assert workspace.views.currentWidget() is workspace.analyses.place
    assert view.builder.text.text() == '"Power > who decides" OR "trust takes years"'
    assert len(view.found.list.results.quotes) == 2

    workspace.documents.choose(papers[1])
    choose(menu_of(workspace.documents), "Retrieve passages of this document")
    shown(qtbot, workspace)
    assert view.builder.text.text() == '("Power > who decides" OR "trust takes years") AND document:"P06 刘"'
    assert view.found.list.results.quotes == ()
    assert view.sides.currentIndex() == 1  # in a narrow window it is the passages that are shown

    panel.choose(codes["Power"])
    choose(menu_of(panel), "Retrieve passages of this code")
    shown(qtbot, workspace)
    assert view.builder.text.text() == 'below:Power AND document:"P06 刘"'  # a theme with what is below it
    view.show_query("NOT other")
    workspace.documents.choose(papers[0])
    choose(menu_of(workspace.documents), "Retrieve passages of this document")
    shown(qtbot, workspace)
    assert view.builder.text.text() == 'document:"P03 Rosa"'  # nothing is left of another question
    assert len(view.found.list.results.quotes) == 2
