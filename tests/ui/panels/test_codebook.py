"""The codebook's tree, by its real widgets."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from qualcode.app import codebook as actions
from qualcode.app import coding
from qualcode.domain.palette import PALETTE
from qualcode.ui.bridge import Bridge
from qualcode.ui.dialogs.choose_code import ChooseCodeDialog
from qualcode.ui.look import look
from qualcode.ui.models.codebook_model import COUNT
from qualcode.ui.panels.codebook import CodebookPanel
from qualcode.ui.panels.palette import PalettePopup
from qualcode.ui.reader.mime import code_of, put_code, put_span


@pytest.fixture
def panel(bridge: Bridge, qtbot: QtBot, rest: Callable[[], None]) -> CodebookPanel:
    made = CodebookPanel(bridge, look())
    qtbot.addWidget(made)
    made.resize(288, 500)
    made.show()
    rest()
    return made


def _id(panel: CodebookPanel, name: str) -> object:
    return next(code.id for code in panel.model.codebook.ordered if code.name == name)


def _index(panel: CodebookPanel, name: str) -> object:
    return panel.model.index_of(_id(panel, name))


def _tree(panel: CodebookPanel) -> list[str]:
    return list(panel.model.codebook.paths().values())


def _drop(panel: CodebookPanel, data: QMimeData, place: QPoint, control: bool = False) -> QDropEvent:
    keys = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    how = Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, keys
    target = panel.tree.viewport()
    QApplication.sendEvent(target, QDragEnterEvent(place, *how))
    QApplication.sendEvent(target, QDragMoveEvent(place, *how))
    event = QDropEvent(QPointF(place), *how)
    QApplication.sendEvent(target, event)
    return event


def test_a_name_that_is_being_written_stays_while_codes_come(
    panel: CodebookPanel, bridge: Bridge, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    panel.choose(_id(panel, "Reciprocity"))
    panel.tree.edit(panel.tree.currentIndex())
    [field] = panel.tree.viewport().findChildren(QLineEdit)
    field.setText("Give and take")
    actions.add_code(bridge.project, name="another")
    rest()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    rest()
    names = {code.name for code in panel.model.codebook.ordered}
    assert {"Give and take", "another"} <= names


def test_counts_go_up_the_tree(panel: CodebookPanel) -> None:
    assert _index(panel, "Reciprocity").data(COUNT) == 2
    assert _index(panel, "unpaid labour").data(COUNT) == 1
    tip = _index(panel, "unpaid labour").data(Qt.ItemDataRole.ToolTipRole)
    assert "Time nobody pays for." in tip


def test_coding_changes_only_the_counts_concerned(
    panel: CodebookPanel, bridge: Bridge, rest: Callable[[], None]
) -> None:
    resets: list[None] = []
    changed: list[str] = []
    panel.model.modelReset.connect(lambda: resets.append(None))
    panel.model.dataChanged.connect(lambda index, *_: changed.append(index.data()))
    bridge.do(coding.apply_code, "P02 Kite", 0, 16, "unpaid labour")
    rest()
    assert _index(panel, "unpaid labour").data(COUNT) == 2
    assert _index(panel, "Reciprocity").data(COUNT) == 3
    assert sorted(set(changed)) == ["Reciprocity", "unpaid labour"]
    assert not resets


def test_a_new_code_is_named_chosen_and_stands_in_its_theme(
    panel: CodebookPanel, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    panel.choose(_id(panel, "unpaid labour"))
    panel.new_action.trigger()
    qtbot.keyClicks(panel.name, "give and take")
    qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    rest()
    assert "Reciprocity > give and take" in _tree(panel)
    assert panel.current().name == "give and take"
    assert not panel.name.isVisible()


def test_rename_keeps_rows(panel: CodebookPanel, qtbot: QtBot, rest: Callable[[], None]) -> None:
    panel.choose(_id(panel, "power"))
    panel.rename_action.trigger()
    editor = panel.tree.viewport().findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "who decides")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    rest()
    assert panel.current().name == "who decides"


def test_closed_themes_and_the_choice_survive_a_change(
    panel: CodebookPanel, bridge: Bridge, rest: Callable[[], None]
) -> None:
    panel.tree.collapse(_index(panel, "Reciprocity"))
    panel.choose(_id(panel, "power"))
    bridge.do(actions.add_code, "another", "theme")
    rest()
    assert not panel.tree.isExpanded(_index(panel, "Reciprocity"))
    assert panel.current().name == "power"


def test_dropping_between_codes_moves(panel: CodebookPanel, rest: Callable[[], None]) -> None:
    data = panel.model.mimeData([_index(panel, "power")])
    assert code_of(data) == _id(panel, "power")
    panel.model.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, _index(panel, "Reciprocity"))
    rest()
    assert _tree(panel) == [
        "Reciprocity",
        "Reciprocity > unpaid labour",
        "Reciprocity > power",
        "Reciprocity > goodwill",
    ]
    data = panel.model.mimeData([_index(panel, "unpaid labour")])
    panel.model.dropMimeData(data, Qt.DropAction.MoveAction, 3, 0, _index(panel, "Reciprocity"))
    rest()
    assert _tree(panel)[1:] == ["Reciprocity > power", "Reciprocity > goodwill", "Reciprocity > unpaid labour"]


def test_a_theme_cannot_be_dropped_into_itself(panel: CodebookPanel) -> None:
    data = panel.model.mimeData([_index(panel, "Reciprocity")])
    inside = _index(panel, "goodwill")
    assert not panel.model.canDropMimeData(data, Qt.DropAction.MoveAction, -1, 0, inside)


def test_words_dropped_on_a_code_ask_for_it(panel: CodebookPanel, qtbot: QtBot) -> None:
    data = QMimeData()
    put_span(data, 3, 9)
    with qtbot.waitSignal(panel.apply_requested) as asked:
        _drop(panel, data, panel.tree.visualRect(_index(panel, "goodwill")).center())
    assert asked.args == [_id(panel, "goodwill")]


def test_control_drop_merges_and_undo_parts(
    panel: CodebookPanel, bridge: Bridge, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    data = QMimeData()
    put_code(data, _id(panel, "goodwill"))
    with qtbot.waitSignal(panel.done) as told:
        _drop(panel, data, panel.tree.visualRect(_index(panel, "unpaid labour")).center(), control=True)
    assert told.args[0] == "“goodwill” merged into “unpaid labour”."
    rest()
    assert "Reciprocity > goodwill" not in _tree(panel)
    assert _index(panel, "unpaid labour").data(COUNT) == 2
    bridge.undo()
    rest()
    assert _index(panel, "goodwill").data(COUNT) == 1
    assert _index(panel, "unpaid labour").data(COUNT) == 1


def test_merge_by_the_keyboard(panel: CodebookPanel, qtbot: QtBot, rest: Callable[[], None]) -> None:
    panel.choose(_id(panel, "power"))
    panel.merge_action.trigger()
    dialog = panel.findChild(ChooseCodeDialog)
    assert "power" not in [dialog.list.item(row).text() for row in range(dialog.list.count())]
    qtbot.keyClicks(dialog.field, "GOODW")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    rest()
    assert "power" not in _tree(panel)
    assert panel.current().name == "goodwill"


def test_the_search_folds_and_keeps_what_is_above(panel: CodebookPanel, qtbot: QtBot) -> None:
    panel.find_action.trigger()
    panel.field.setText("Göodw")
    theme = _index(panel, "Reciprocity")
    assert not panel.tree.isRowHidden(theme.row(), theme.parent())
    assert not panel.tree.isRowHidden(_index(panel, "goodwill").row(), theme)
    assert panel.tree.isRowHidden(_index(panel, "unpaid labour").row(), theme)
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert panel.current().name == "goodwill"
    qtbot.keyClick(panel.field, Qt.Key.Key_Escape)
    assert not panel.tree.isRowHidden(_index(panel, "unpaid labour").row(), theme)


def test_recolour_from_the_palette(panel: CodebookPanel, rest: Callable[[], None]) -> None:
    panel.choose(_id(panel, "power"))
    panel.color_action.trigger()
    popup = panel.findChild(PalettePopup)
    assert len(popup.buttons) == len(PALETTE)
    popup.buttons[17].click()
    rest()
    assert panel.current().color == PALETTE[17].light


def test_remove_takes_codings_along_and_undo_returns_them(
    panel: CodebookPanel, bridge: Bridge, rest: Callable[[], None]
) -> None:
    panel.choose(_id(panel, "goodwill"))
    panel.remove_action.trigger()
    rest()
    assert _index(panel, "Reciprocity").data(COUNT) == 1
    bridge.undo()
    rest()
    assert _index(panel, "Reciprocity").data(COUNT) == 2


def test_a_double_click_renames_or_with_words_selected_codes(panel: CodebookPanel, qtbot: QtBot) -> None:
    asked: list[object] = []
    panel.apply_requested.connect(asked.append)
    place = panel.tree.visualRect(_index(panel, "power")).center()
    qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    editor = panel.tree.viewport().findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == "power"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert asked == []
    panel.words_selected = lambda: True
    qtbot.mouseDClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked == [_id(panel, "power")]


def test_a_click_chooses_and_enter_applies(panel: CodebookPanel, qtbot: QtBot) -> None:
    place = panel.tree.visualRect(_index(panel, "power")).center()
    with qtbot.waitSignal(panel.code_chosen) as chosen:
        qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [_id(panel, "power")]
    with qtbot.waitSignal(panel.apply_requested):
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    with qtbot.waitSignal(panel.show_segments):
        panel.segments_action.trigger()


def test_tab_comes_to_the_field_before_the_list_and_down_goes_into_it(panel: CodebookPanel, qtbot: QtBot) -> None:
    panel.activateWindow()
    panel.find("lab")
    qtbot.waitUntil(panel.field.hasFocus)
    qtbot.keyClick(panel.field, Qt.Key.Key_Tab)
    assert panel.tree.hasFocus()
    qtbot.keyClick(panel.tree, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert panel.field.hasFocus()
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.tree.hasFocus()
    assert panel.current().name == "unpaid labour"
