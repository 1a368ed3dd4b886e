"""The list of documents, by its real widgets."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from qualcode.app import coding
from qualcode.app import documents as actions
from qualcode.ui.bridge import Bridge
from qualcode.ui.look import look
from qualcode.ui.models.documents_model import COUNT, RECORD
from qualcode.ui.panels.documents import DocumentsPanel


@pytest.fixture
def panel(bridge: Bridge, qtbot: QtBot, rest: Callable[[], None]) -> DocumentsPanel:
    made = DocumentsPanel(bridge, look())
    qtbot.addWidget(made)
    made.resize(288, 400)
    made.show()
    rest()
    return made


def _choose(panel: DocumentsPanel, name: str) -> None:
    with panel._bridge.project.read() as read:
        panel.choose(read.document_named(name).id)


def test_documents_stand_in_their_folders_with_counts(panel: DocumentsPanel) -> None:
    folder = panel.model.index(0, 0)
    assert folder.data() == "Interviews"
    inside = [panel.model.index(row, 0, folder) for row in range(panel.model.rowCount(folder))]
    assert [(index.data(), index.data(COUNT)) for index in inside] == [("P01 Larder", 2), ("P02 Kite", 1)]
    assert "2" in inside[0].data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_click_and_enter_open(panel: DocumentsPanel, qtbot: QtBot) -> None:
    _choose(panel, "P02 Kite")
    wanted = panel.current().id
    with qtbot.waitSignal(panel.opened) as opened:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert opened.args == [wanted]
    place = panel.tree.visualRect(panel.tree.currentIndex()).center()
    with qtbot.waitSignal(panel.opened):
        qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_rename_in_place(panel: DocumentsPanel, qtbot: QtBot, rest: Callable[[], None]) -> None:
    _choose(panel, "P02 Kite")
    panel.rename_action.trigger()
    editor = panel.tree.findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "P02 Kite Arts")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    rest()
    assert panel.current().name == "P02 Kite Arts"


def test_removing_says_so_and_undo_brings_it_back(
    panel: DocumentsPanel, bridge: Bridge, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    _choose(panel, "P01 Larder")
    with qtbot.waitSignal(panel.said) as said:
        panel.remove_action.trigger()
    assert "P01 Larder" in said.args[0]
    rest()
    folder = panel.model.index(0, 0)
    assert panel.model.rowCount(folder) == 1
    bridge.undo()
    rest()
    assert panel.model.index(0, 0, panel.model.index(0, 0)).data(COUNT) == 2


def test_moving_out_of_a_folder(panel: DocumentsPanel, bridge: Bridge, rest: Callable[[], None]) -> None:
    _choose(panel, "P02 Kite")
    bridge.do(actions.file_document, panel.current().id, "")
    rest()
    assert panel.model.index(1, 0).data() == "P02 Kite"
    assert panel.current().name == "P02 Kite"


def test_only_the_count_changes_when_words_are_coded(
    panel: DocumentsPanel, bridge: Bridge, rest: Callable[[], None]
) -> None:
    resets: list[None] = []
    panel.model.modelReset.connect(lambda: resets.append(None))
    bridge.do(coding.apply_code, "P02 Kite", 0, 16, "power")
    rest()
    _choose(panel, "P02 Kite")
    assert panel.tree.currentIndex().data(COUNT) == 2
    assert not resets


def test_a_closed_folder_stays_closed(panel: DocumentsPanel, bridge: Bridge, rest: Callable[[], None]) -> None:
    panel.tree.collapse(panel.model.index(0, 0))
    bridge.do(actions.rename_document, "P02 Kite", "Kite")
    rest()
    assert not panel.tree.isExpanded(panel.model.index(0, 0))


def test_files_dropped_are_asked_for(panel: DocumentsPanel, qtbot: QtBot, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "new.txt"))])
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(panel, QDragEnterEvent(QPoint(10, 10), *how))
    event = QDropEvent(QPointF(10, 10), *how)
    with qtbot.waitSignal(panel.import_requested) as asked:
        QApplication.sendEvent(panel, event)
    assert asked.args == [[tmp_path / "new.txt"]]


def test_the_menu_offers_removal_last_with_its_count(panel: DocumentsPanel) -> None:
    _choose(panel, "P01 Larder")
    panel._menu.aboutToShow.emit()
    texts = [action.text() for action in panel._menu.actions() if action.text()]
    assert texts[0] == "Open"
    assert "2" in texts[-1]
    assert panel.tree.currentIndex().data(RECORD).name == "P01 Larder"


def test_tab_comes_to_the_field_before_the_list_and_down_goes_into_it(panel: DocumentsPanel, qtbot: QtBot) -> None:
    panel.activateWindow()
    panel.find("kite")
    qtbot.waitUntil(panel.field.hasFocus)
    qtbot.keyClick(panel.field, Qt.Key.Key_Tab)
    assert panel.tree.hasFocus()
    qtbot.keyClick(panel.tree, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert panel.field.hasFocus()
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.tree.hasFocus()
    assert panel.current().name == "P02 Kite"
