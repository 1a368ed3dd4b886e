"""Folders and document sets in the list of documents, by its real widgets."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from qualcode.app import document_sets, folders
from qualcode.ui.bridge import Bridge
from qualcode.ui.look import look
from qualcode.ui.models.documents_model import COUNT, FOLDER, INSIDE, documents_of
from qualcode.ui.panels.documents import DocumentsPanel

MOVE, NONE = Qt.DropAction.MoveAction, Qt.KeyboardModifier.NoModifier
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def panel(bridge: Bridge, qtbot: QtBot, rest: Callable[[], None], qualcode_home: object) -> DocumentsPanel:
    made = DocumentsPanel(bridge, look())
    qtbot.addWidget(made)
    made.resize(288, 400)
    made.show()
    rest()
    return made


def choose(panel: DocumentsPanel, *names: str) -> None:
    """Choose documents as Ctrl and clicks do."""
    with panel._bridge.project.read() as read:
        ids = [read.document_named(name).id for name in names]
    panel.choose(ids[0])
    for one in ids[1:]:
        panel.tree.selectionModel().select(panel.model.index_of(one), QItemSelectionModel.SelectionFlag.Select)


def listed(panel: DocumentsPanel, parent: QModelIndex | None = None, depth: int = 0) -> list[str]:
    """What stands in the tree, closed folders too, indented."""
    parent = parent or QModelIndex()
    found = []
    for row in range(panel.model.rowCount(parent)):
        index = panel.model.index(row, 0, parent)
        found += ["  " * depth + str(index.data()), *listed(panel, index, depth + 1)]
    return found


def drop(panel: DocumentsPanel, data: QMimeData, row: int, parent: QModelIndex) -> None:
    """Let go of a drag in the tree."""
    assert panel.model.canDropMimeData(data, MOVE, row, 0, parent)
    panel.model.dropMimeData(data, MOVE, row, 0, parent)


def entries(menu: QMenu) -> dict[str, object]:
    """The actions of a menu and its submenus by their words."""
    found: dict[str, object] = {}
    for action in menu.actions():
        if action.menu():
            found |= entries(action.menu())
        elif action.text():
            found[action.text()] = action
    return found


def press(panel: DocumentsPanel, text: str) -> None:
    panel._menu.aboutToShow.emit()
    entries(panel._menu)[text].trigger()


def test_a_name_that_is_being_written_stays_while_the_list_changes(
    panel: DocumentsPanel, bridge: Bridge, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    choose(panel, "P01 Larder")
    panel.rename_action.trigger()
    [field] = panel.tree.viewport().findChildren(QLineEdit)
    field.setText("P01 Pantry")
    folders.move_documents(bridge.project, ["P02 Kite"], "Later")
    rest()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    rest()
    assert {"Later", "P01 Pantry", "P02 Kite"} <= {row.strip() for row in listed(panel)}


def test_a_new_folder_takes_the_chosen_documents_and_one_undo_takes_it_back(
    panel: DocumentsPanel, bridge: Bridge, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    choose(panel, "P01 Larder", "P02 Kite")
    qtbot.keyClick(panel.tree, Qt.Key.Key_Insert)
    assert panel.name.isVisible()
    qtbot.keyClicks(panel.name, "Talks/First round")
    with qtbot.waitSignal(panel.said) as said:
        qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    assert "First round" in said.args[0]
    rest()
    assert listed(panel) == ["Talks", "  First round", "    P01 Larder", "    P02 Kite"]
    top = panel.model.folder_index("Talks")
    assert (top.data(INSIDE), top.data(COUNT), top.data(FOLDER)) == (2, 3, "Talks")
    assert len(panel.chosen()) == 2, "what was chosen stays chosen"
    bridge.undo()
    rest()
    assert listed(panel) == ["Interviews", "  P01 Larder", "  P02 Kite"]


def test_folders_are_renamed_in_place_and_removed_without_their_documents(
    panel: DocumentsPanel, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    panel.tree.setCurrentIndex(panel.model.folder_index("Interviews"))
    assert panel.current_folder() == "Interviews"
    panel.rename_action.trigger()
    editor = panel.tree.findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Talks")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    rest()
    assert listed(panel)[0] == "Talks"
    panel.tree.setCurrentIndex(panel.model.folder_index("Talks"))
    qtbot.keyClick(panel.tree, Qt.Key.Key_Delete)
    rest()
    assert listed(panel) == ["P01 Larder", "P02 Kite"]


def test_documents_and_folders_are_dragged(panel: DocumentsPanel, bridge: Bridge, rest: Callable[[], None]) -> None:
    folders.move_documents(bridge.project, ["P02 Kite"], "Notes/Old")
    rest()
    model = panel.model
    choose(panel, "P01 Larder")
    data = model.mimeData(panel.tree.selectionModel().selectedIndexes())
    drop(panel, data, -1, model.folder_index("Notes/Old"))
    rest()
    assert listed(panel) == ["Notes", "  Old", "    P01 Larder", "    P02 Kite"]
    old = model.mimeData([model.folder_index("Notes/Old")])
    assert not documents_of(old), "a folder takes its documents along"
    assert not model.canDropMimeData(old, MOVE, -1, 0, model.folder_index("Notes/Old"))
    drop(panel, old, -1, QModelIndex())
    rest()
    assert listed(panel) == ["Old", "  P01 Larder", "  P02 Kite"]
    choose(panel, "P02 Kite")
    drop(panel, model.mimeData(panel.tree.selectionModel().selectedIndexes()), 0, model.folder_index("Old"))
    rest()
    assert listed(panel) == ["Old", "  P02 Kite", "  P01 Larder"], "between others: the documents' own order"


def test_own_order_by_keys_and_other_orders_as_views(
    panel: DocumentsPanel, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    choose(panel, "P02 Kite")
    qtbot.keyClick(panel.tree, Qt.Key.Key_Up, CTRL_SHIFT)
    rest()
    assert listed(panel) == ["Interviews", "  P02 Kite", "  P01 Larder"]
    panel.sort_by("name")
    assert listed(panel) == ["Interviews", "  P01 Larder", "  P02 Kite"]
    assert panel.sorted_line.isVisible()
    assert not panel.down_action.isEnabled()
    panel.sort_by("codings")
    assert listed(panel)[1:] == ["  P01 Larder", "  P02 Kite"]
    panel.sort_by("date")
    panel.sorted_line.click()
    assert listed(panel)[1:] == ["  P02 Kite", "  P01 Larder"]


def test_letters_find_documents_and_enter_opens_the_first(panel: DocumentsPanel, qtbot: QtBot) -> None:
    choose(panel, "P01 Larder")
    panel.tree.collapse(panel.model.index(0, 0))
    qtbot.keyClicks(panel.tree, "k")
    qtbot.keyClicks(panel.field, "ite")
    assert listed(panel) == ["Interviews", "  P02 Kite"]
    assert panel.tree.isExpanded(panel.model.index(0, 0)), "what was found is seen"
    with qtbot.waitSignal(panel.opened):
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert not panel.field.isVisible()
    assert listed(panel) == ["Interviews", "  P01 Larder", "  P02 Kite"]
    panel.find("nobody")
    assert panel._nothing.isVisible()
    qtbot.keyClick(panel.field, Qt.Key.Key_Escape)
    assert panel.tree.isVisible()


def test_closed_folders_are_remembered(
    panel: DocumentsPanel, bridge: Bridge, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    panel.tree.collapse(panel.model.index(0, 0))
    again = DocumentsPanel(bridge, look())
    qtbot.addWidget(again)
    rest()
    assert not again.tree.isExpanded(again.model.index(0, 0))
    again.tree.expand(again.model.index(0, 0))
    third = DocumentsPanel(bridge, look())
    qtbot.addWidget(third)
    rest()
    assert third.tree.isExpanded(third.model.index(0, 0))


def test_several_documents_are_removed_as_one_step(
    panel: DocumentsPanel, bridge: Bridge, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    choose(panel, "P01 Larder", "P02 Kite")
    panel._menu.aboutToShow.emit()
    assert "3" in panel.remove_action.text()
    steps = len(bridge.project.history())
    panel.remove_action.trigger()
    rest()
    assert panel._stack.currentIndex() == 1
    assert len(bridge.project.history()) == steps + 1
    bridge.undo()
    rest()
    assert listed(panel) == ["Interviews", "  P01 Larder", "  P02 Kite"]


def test_a_set_is_made_by_the_menu_looked_at_renamed_and_removed(
    panel: DocumentsPanel, bridge: Bridge, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    assert not panel.switch.isVisible()
    choose(panel, "P02 Kite")
    press(panel, "New document set of these…")
    qtbot.keyClicks(panel.name, "Second look")
    qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    rest()
    assert panel.switch.isVisible()
    assert panel.switch.itemText(1) == "Document set “Second look” · 1"
    panel.switch.setCurrentIndex(1)
    panel.switch.activated.emit(1)
    assert panel.filters.choice.sets == {panel.switch.sets[0].id}
    panel._menu.aboutToShow.emit()
    assert "Rename the document set “Second look”…" in entries(panel._menu)
    press(panel, "Rename the document set “Second look”…")
    panel.name.setText("Third look")
    qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    rest()
    assert panel.switch.chosen.name == "Third look"
    press(panel, "Third look")
    rest()
    assert panel.switch.members(panel.switch.sets[0].id) == frozenset(), "a second choice takes it out"
    press(panel, "Remove the document set “Third look”")
    rest()
    assert not panel.switch.isVisible()


def test_sets_change_places_and_documents_dropped_on_the_switch_go_in(
    panel: DocumentsPanel, bridge: Bridge, rest: Callable[[], None]
) -> None:
    for name in ("One", "Two"):
        document_sets.add_document_set(bridge.project, name)
    rest()
    panel.switch.choose(panel.switch.sets[1].id)
    press(panel, "Move the document set “Two” up")
    rest()
    assert [one.name for one in panel.switch.sets] == ["Two", "One"]
    document_sets.remove_document_set(bridge.project, "One")
    rest()
    choose(panel, "P01 Larder")
    data = panel.model.mimeData(panel.tree.selectionModel().selectedIndexes())
    how = MOVE | Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE
    QApplication.sendEvent(panel.switch, QDragEnterEvent(QPoint(10, 10), *how))
    event = QDropEvent(QPointF(10, 10), *how)
    QApplication.sendEvent(panel.switch, event)
    rest()
    assert len(panel.switch.members(panel.switch.sets[0].id)) == 1
    assert panel.set_menus.parent() is panel
    panel.set_menus.ask_at([panel.chosen()[0].id], QPoint(0, 0))
    rest()
    assert len(panel.switch.members(panel.switch.sets[0].id)) == 1


def test_what_the_filter_leaves_out_is_not_listed(panel: DocumentsPanel, rest: Callable[[], None]) -> None:
    choose(panel, "P01 Larder")
    panel.only_action.trigger()
    assert panel.filters.choice.documents == {panel.current().id}
    panel.limit(panel.filters.choice.documents)
    assert listed(panel) == ["Interviews", "  P01 Larder"]
    panel.limit(frozenset())
    assert panel._nothing.isVisible()
    panel.limit(None)
    panel.tree.setCurrentIndex(panel.model.folder_index("Interviews"))
    panel.only_action.trigger()
    assert (panel.filters.choice.folders, panel.filters.choice.documents) == ({"Interviews"}, frozenset())
    panel.filters.clear()
    assert not panel.filters.active
