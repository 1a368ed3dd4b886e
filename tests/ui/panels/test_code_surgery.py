"""Several codes at once, other orders, sets, segments dropped on codes, and reasons: by the real widgets."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from qualcode.app import code_sets, coding, surgery
from qualcode.app import codebook as actions
from qualcode.app.project import Project
from qualcode.ui.bridge import Bridge
from qualcode.ui.dialogs.choose_code import ChooseCodeDialog
from qualcode.ui.dialogs.code_history import CodeHistoryDialog
from qualcode.ui.dialogs.define_code import DefineCodeDialog
from qualcode.ui.dialogs.split_code import SplitCodeDialog
from qualcode.ui.look import look
from qualcode.ui.panels.codebook import CodebookPanel
from qualcode.ui.reader.mime import codes_of, codings_of, put_codes, put_codings


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


def _paths(panel: CodebookPanel) -> list[str]:
    return list(panel.model.codebook.paths().values())


def _choose(panel: CodebookPanel, *names: str) -> None:
    panel.choose(_id(panel, names[0]))
    for name in names[1:]:
        panel.tree.selectionModel().select(_index(panel, name), QItemSelectionModel.SelectionFlag.Select)


def _drop(panel: CodebookPanel, data: QMimeData, name: str, control: bool = False) -> None:
    keys = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    place, target = panel.tree.visualRect(_index(panel, name)).center(), panel.tree.viewport()
    how = Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, keys
    QApplication.sendEvent(target, QDragEnterEvent(place, *how))
    QApplication.sendEvent(target, QDragMoveEvent(place, *how))
    QApplication.sendEvent(target, QDropEvent(QPointF(place), *how))


def _shown(panel: CodebookPanel) -> list[str]:
    """The names that can be seen, in their order."""
    return [
        code.name
        for code in panel.model.shown
        if not panel.tree.isRowHidden(panel.model.index_of(code.id).row(), panel.model.index_of(code.id).parent())
    ]


def _entries(panel: CodebookPanel) -> dict[str, QAction]:
    """Every entry of the panel's menu and its submenus."""
    panel._menu.aboutToShow.emit()
    found: dict[str, QAction] = {}
    waiting: list[QMenu] = [panel._menu]
    while waiting:
        for action in waiting.pop().actions():
            if action.menu() is not None:
                waiting.append(action.menu())
            found[action.text()] = action
    return found


# ── several codes ──
def test_several_codes_are_dragged_in_one_step(
    panel: CodebookPanel, project: Project, rest: Callable[[], None]
) -> None:
    _choose(panel, "power", "goodwill")
    data = panel.model.mimeData(panel.tree.selectionModel().selectedIndexes())
    assert codes_of(data) == [_id(panel, "goodwill"), _id(panel, "power")]
    count = len(project.history())
    panel.model.dropMimeData(data, Qt.DropAction.MoveAction, -1, 0, _index(panel, "unpaid labour"))
    rest()
    assert _paths(panel)[2:] == ["Reciprocity > unpaid labour > goodwill", "Reciprocity > unpaid labour > power"]
    assert len(project.history()) == count + 1
    assert {code.name for code in panel.chosen()} == {"power", "goodwill"}
    assert not panel.model.canDropMimeData(data, Qt.DropAction.MoveAction, 0, 0, _index(panel, "power"))


def test_several_codes_dropped_with_control_merge_in_one_step(
    panel: CodebookPanel, project: Project, rest: Callable[[], None]
) -> None:
    data = QMimeData()
    put_codes(data, [_id(panel, "goodwill"), _id(panel, "power")])
    count = len(project.history())
    _drop(panel, data, "unpaid labour", control=True)
    rest()
    assert _paths(panel) == ["Reciprocity", "Reciprocity > unpaid labour"]
    assert len(project.history()) == count + 1


def test_several_codes_move_and_go_by_the_menu_with_a_reason(
    panel: CodebookPanel, project: Project, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    _choose(panel, "unpaid labour", "goodwill")
    assert "Split…" not in _entries(panel)
    panel.move_action.trigger()
    dialog = panel.findChild(ChooseCodeDialog)
    dialog.why.setText("they belong there")
    qtbot.keyClicks(dialog.field, "power")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    rest()
    assert "power > goodwill" in _paths(panel)
    assert project.history()[-1].reason == "they belong there"
    with qtbot.waitSignal(panel.done) as told:
        panel.remove_action.trigger()
    assert told.args[0].startswith("2 code")
    rest()
    assert _paths(panel) == ["Reciprocity", "power"]


def test_a_rename_tells_twins_apart_and_is_refused_where_the_name_is_taken(
    panel: CodebookPanel, bridge: Bridge, project: Project, rest: Callable[[], None]
) -> None:
    refused: list[Exception] = []
    bridge.failed.connect(refused.append)
    panel.surgery.rename(_id(panel, "power"), "goodwill")
    rest()
    assert _paths(panel)[-1] == "goodwill"
    twins = [code for code in panel.model.codebook.ordered if code.name == "goodwill"]
    assert [panel.model.codebook.label(code.id) for code in twins] == ["Reciprocity > goodwill", "goodwill"]
    assert refused == []
    panel.surgery.move([twins[1].id], twins[0].parent)
    rest()
    assert [str(error) for error in refused] == [
        "There is a code “goodwill” in this place already. Choose another name, or merge the two."
    ]


# ── orders and finding ──
def test_another_order_is_a_view_in_which_nothing_is_dragged(
    panel: CodebookPanel, bridge: Bridge, rest: Callable[[], None]
) -> None:
    for span in ((0, 4), (5, 9)):
        bridge.do(coding.apply_code, "P01 Larder", *span, "goodwill")
    rest()
    stored = _paths(panel)
    orders = {action.data(): action for action in panel.orders.actions()}
    orders["name"].trigger()
    assert _shown(panel) == ["power", "Reciprocity", "goodwill", "unpaid labour"]
    orders["used"].trigger()
    assert _shown(panel) == ["Reciprocity", "goodwill", "unpaid labour", "power"]
    orders["newest"].trigger()
    assert _shown(panel)[0] == "power"
    assert panel.sorted_line.isVisible()
    data = panel.model.mimeData([_index(panel, "power")])
    assert not panel.model.canDropMimeData(data, Qt.DropAction.MoveAction, 0, 0, _index(panel, "Reciprocity"))
    _drop(panel, data, "goodwill", control=True)
    assert not panel.up_action.isEnabled()
    rest()
    assert _paths(panel) == stored
    panel.sorted_line.click()
    assert _shown(panel) == ["Reciprocity", "unpaid labour", "goodwill", "power"]
    assert not panel.sorted_line.isVisible()


def test_letters_typed_in_the_tree_filter(panel: CodebookPanel, qtbot: QtBot) -> None:
    panel.tree.setFocus()
    qtbot.keyClick(panel.tree, "g")
    assert panel.field.isVisible()
    assert _shown(panel) == ["Reciprocity", "goodwill"]


def test_a_tip_explains_the_counts(panel: CodebookPanel, bridge: Bridge, rest: Callable[[], None]) -> None:
    tip = _index(panel, "Reciprocity").data(Qt.ItemDataRole.ToolTipRole)
    assert "Of its own: 0 segment" in tip
    assert "With the codes below: 2 segment" in tip
    panel.counts.limit(frozenset(), None)
    rest()
    assert "A filter is on" in _index(panel, "Reciprocity").data(Qt.ItemDataRole.ToolTipRole)


# ── sets ──
def test_a_set_is_made_filters_and_goes(
    panel: CodebookPanel, project: Project, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    assert not panel.switch.isVisible()
    _choose(panel, "power", "goodwill")
    _entries(panel)["New set of these…"].trigger()
    qtbot.keyClicks(panel.name, "Round one")
    qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    rest()
    assert panel.switch.isVisible()
    assert panel.switch.currentText() == "Set “Round one” · 2"
    assert _shown(panel) == ["Reciprocity", "goodwill", "power"]
    assert panel.sets.codes == (_id(panel, "goodwill"), _id(panel, "power"))
    _choose(panel, "power")
    _entries(panel)["1"].trigger()
    rest()
    assert panel.sets.codes == (_id(panel, "power"), _id(panel, "goodwill"))
    _entries(panel)["Round one"].trigger()
    rest()
    assert _shown(panel) == ["Reciprocity", "goodwill"]
    data = QMimeData()
    put_codes(data, [_id(panel, "unpaid labour")])
    panel.switch.codes_dropped.emit(codes_of(data), QPoint())
    rest()
    assert _shown(panel) == ["Reciprocity", "unpaid labour", "goodwill"]
    _entries(panel)["Rename the set “Round one”…"].trigger()
    panel.name.setText("Round 1")
    qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    rest()
    _entries(panel)["Remove the set “Round 1”"].trigger()
    rest()
    assert not panel.switch.isVisible()
    assert len(_shown(panel)) == 4
    assert project.check() == []


def test_the_chosen_set_is_remembered(
    panel: CodebookPanel, bridge: Bridge, qtbot: QtBot, rest: Callable[[], None], project: Project
) -> None:
    made = code_sets.add_code_set(project, "Round one", ["power"])
    rest()
    panel.switch.setCurrentIndex(1)
    panel.switch.activated.emit(1)
    assert panel.sets.chosen.id == made.id
    panel.sets.setParent(None)
    again = CodebookPanel(bridge, look())
    qtbot.addWidget(again)
    rest()
    assert again.sets is not panel.sets
    assert again.sets.chosen.id == made.id


# ── segments ──
def test_segments_dropped_on_a_code_move_and_with_control_are_copied(
    panel: CodebookPanel, project: Project, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    def carried(name: str) -> list[object]:
        with project.read() as read:
            return [one.segment for one in read.codings_with(_id(panel, name))]

    with project.read() as read:
        ids = [one.id for name in ("goodwill", "power") for one in read.codings_with(_id(panel, name))]
    data = QMimeData()
    put_codings(data, ids)
    assert codings_of(data) == ids
    count = len(project.history())
    with qtbot.waitSignal(panel.done):
        _drop(panel, data, "unpaid labour")
    rest()
    assert len(carried("unpaid labour")) == 3
    assert carried("goodwill") == carried("power") == []
    assert len(project.history()) == count + 1
    with qtbot.waitSignal(panel.done):
        _drop(panel, data, "power", control=True)
    assert len(carried("unpaid labour")) == 3
    assert len(carried("power")) == 2


def test_a_code_for_segments_can_be_asked_for(
    panel: CodebookPanel, project: Project, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    with project.read() as read:
        ids = [one.id for one in read.codings_with(_id(panel, "goodwill"))]
    panel.surgery.ask_give(ids)
    dialog = panel.findChild(ChooseCodeDialog)
    dialog.copy.setChecked(True)
    dialog.why.setText("both")
    qtbot.keyClicks(dialog.field, "power")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    rest()
    with project.read() as read:
        assert len(read.codings_with(_id(panel, "power"))) == 2
        assert len(read.codings_with(_id(panel, "goodwill"))) == 1
    assert project.history()[-1].reason == "both"


# ── splitting ──
@pytest.fixture
def split(panel: CodebookPanel, bridge: Bridge, qtbot: QtBot, rest: Callable[[], None]) -> SplitCodeDialog:
    """The dialog that splits a code of four segments."""
    for document, start, end in (("P01 Larder", 0, 4), ("P01 Larder", 5, 9), ("P02 Kite", 0, 4)):
        bridge.do(coding.apply_code, document, start, end, "unpaid labour")
    rest()
    panel.choose(_id(panel, "unpaid labour"))
    panel.split_action.trigger()
    dialog = panel.findChild(SplitCodeDialog)
    rest()
    return dialog


def test_a_code_is_split_by_keyboard(
    panel: CodebookPanel, split: SplitCodeDialog, project: Project, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    assert split.model.rowCount() == 4
    assert not split.split.isEnabled()
    for name in ("time given", "time taken"):
        qtbot.keyClicks(split.new_name, name)
        qtbot.keyClick(split.new_name, Qt.Key.Key_Return)
    qtbot.keyClick(split.new_name, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is split.list or split.focusWidget() is split.list
    for key in ("1", "2", "1", "2", "3"):
        qtbot.keyClick(split.list, key)
    qtbot.keyClick(split.list, Qt.Key.Key_0)
    assert [split.model.of_target(number) for number in (0, 1)] == [
        [split.model.rows[0].coding.id, split.model.rows[2].coding.id],
        [split.model.rows[1].coding.id],
    ]
    qtbot.waitUntil(lambda: split.counted.text().startswith("3 of 4 segments go"))
    split.definition.setChecked(True)
    split.why.setText("two things")
    split.where.setCurrentIndex(1)
    split.split.click()
    rest()
    assert "Reciprocity > unpaid labour > time given" in _paths(panel)
    made = panel.model.codebook.by_id[_id(panel, "time given")]
    assert made.definition == "Time nobody pays for."
    step = project.history()[-1]
    assert (step.action, step.reason) == ("surgery.split_code", "two things")
    with project.read() as read:
        assert len(read.codings_with(made.id)) == 2


def test_the_list_is_filtered_and_several_rows_go_at_once(
    panel: CodebookPanel, split: SplitCodeDialog, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    split.words.setText("WE GAVE")
    qtbot.waitUntil(lambda: split.model.rowCount() == 1)
    split.words.clear()
    qtbot.waitUntil(lambda: split.model.rowCount() == 4)
    split.documents.setCurrentIndex(1)
    split.documents.activated.emit(1)
    rest()
    assert split.model.rowCount() == 3
    split.ask_there()
    chooser = split.findChild(ChooseCodeDialog)
    qtbot.keyClicks(chooser.field, "power")
    qtbot.keyClick(chooser.field, Qt.Key.Key_Return)
    split.list.selectAll()
    split.send_button.click()
    assert len(split.model.of_target(0)) == 3
    first = split.model.index(0)
    assert first.data(Qt.ItemDataRole.AccessibleTextRole).startswith("power, ")
    split.drop_button.click()
    assert split.model.dealt == {}
    assert not split.split.isEnabled()


def test_a_name_that_is_taken_is_refused_in_place(split: SplitCodeDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(split.new_name, "goodwill")
    split.add_button.click()
    assert split.problem.isVisible()
    assert "goodwill" in split.problem.text()
    assert split.targets == []
    split.new_name.setText(" ")
    split.add_button.click()
    assert "visible character" in split.problem.text()


# ── what happened ──
def test_the_history_of_a_code_takes_a_merge_apart(
    panel: CodebookPanel, bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    bridge.do(actions.merge_codes, "goodwill", "unpaid labour", reason="alike")
    bridge.do(coding.apply_code, "P02 Kite", 0, 3, "unpaid labour")
    rest()
    panel.choose(_id(panel, "unpaid labour"))
    panel.history_action.trigger()
    rest()
    dialog = panel.window().findChild(CodeHistoryDialog)
    texts = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert texts[0].startswith("Merge “goodwill” into “unpaid labour”\n")
    assert texts[0].endswith("Why: alike")
    assert dialog.apart_button.isEnabled()
    with qtbot.waitSignal(panel.done):
        dialog.apart_button.click()
    rest()
    assert "Reciprocity > goodwill" in _paths(panel)
    assert "1 segment" in dialog.result.text()
    assert "Back again: “goodwill”." in dialog.result.text()
    dialog.list.setCurrentRow(1)
    dialog.apart_button.click()
    rest()
    assert "nothing to take apart" in dialog.result.text()
    qtbot.keyClicks(dialog.why, "they were not alike")
    dialog.list.setCurrentRow(0)
    dialog.keep_button.click()
    rest()
    assert dialog.list.item(0).text().endswith("Why: they were not alike")
    dialog.list.setCurrentRow(dialog.list.count() - 1)
    assert not dialog.apart_button.isEnabled()


def test_a_definition_takes_a_reason(panel: CodebookPanel, project: Project, rest: Callable[[], None]) -> None:
    panel.choose(_id(panel, "power"))
    panel.define_action.trigger()
    dialog = panel.findChild(DefineCodeDialog)
    dialog._read["definition"].__self__.setPlainText("Who decides.")
    dialog.why.setText("for the second coder")
    dialog.accept()
    rest()
    assert project.history()[-1].summary == "Define “power” — for the second coder"


def test_a_split_that_lost_its_segments_says_so(
    panel: CodebookPanel, split: SplitCodeDialog, bridge: Bridge, project: Project, rest: Callable[[], None]
) -> None:
    refused: list[Exception] = []
    bridge.failed.connect(refused.append)
    split.new_name.setText("time given")
    split.add_new()
    split.list.selectAll()
    split.deal(0)
    surgery.move_codings(project, [split.model.rows[0].coding.id], "power")
    steps = len(project.history())
    split.accept()
    assert split.isVisible()
    assert not split.split.isEnabled()
    rest()
    assert len(project.history()) == steps
    assert split.isVisible(), "what was dealt out is still there"
    assert "do not carry “unpaid labour” any more" in split.problem.text()
    assert len(split.model.of_target(0)) > 1
    assert split.split.isEnabled()
    assert refused == []


def test_what_was_dealt_out_is_not_lost_with_one_key(
    panel: CodebookPanel, split: SplitCodeDialog, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    qtbot.keyClicks(split.new_name, "time given")
    qtbot.keyClick(split.new_name, Qt.Key.Key_Return)
    qtbot.keyClick(split.list, "1")
    qtbot.keyClick(split.list, Qt.Key.Key_Escape)
    assert split.isVisible()
    assert split.problem.isVisible()
    assert split.problem.text().startswith("1 segment")
    qtbot.keyClick(split.list, "1")
    assert not split.problem.isVisible()
    split.cancel.click()
    assert split.isVisible()
    split.cancel.click()
    assert not split.isVisible()


def test_in_a_project_for_reading_sets_can_be_seen_but_not_changed(
    panel: CodebookPanel, project: Project, rest: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    code_sets.add_code_set(project, "first pass", ["power"])
    rest()
    _choose(panel, "power")
    assert _entries(panel)["first pass"].isEnabled()
    monkeypatch.setattr(type(project), "read_only", property(lambda _project: True))
    entries = _entries(panel)
    assert not entries["first pass"].isEnabled()
    assert entries["first pass"].isChecked()
    assert not entries["New set of these…"].isEnabled()
