"""The inspector of a relation: kind, comment, direction, and the quotes that show it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.maps.conftest import picture, steps, tie

from qualcode.app import codebook, theme_maps
from qualcode.ui.dialogs.choose_segments import ChooseSegmentsDialog
from qualcode.ui.maps.map_place import MapPlace
from qualcode.ui.maps.relation_inspector import RelationInspector
from qualcode.ui.models.segments_model import ROW
from qualcode.ui.workspace import Workspace

Settle = Callable[[], None]


@pytest.fixture
def inspector(map_place: MapPlace, mapped: Workspace, settle: Settle) -> RelationInspector:
    """What is shown of “Time contradicts trust takes years”."""
    map_place.canvas.choose({tie(map_place, "contradicts")})
    settle()
    found = mapped.themes.maps.relation
    assert found is not None
    assert found.isVisible()
    return found


def relation(map_place: MapPlace, inspector: RelationInspector):  # type: ignore[no-untyped-def]
    return next(one for one in picture(map_place).relations if one.id == inspector.relation)


def test_it_says_what_is_known(inspector: RelationInspector) -> None:
    assert inspector.ends.text() == "Time → trust takes years"
    assert inspector.kind.currentText() == "contradicts"
    assert inspector.comment.toPlainText() == "by turns"
    assert inspector.evidence.nothing.isVisible()
    assert [row.passage.quote for row in inspector.possible.model.rows] == ["They asked early"]


def test_the_kind_is_chosen_or_written(map_place: MapPlace, inspector: RelationInspector, settle: Settle) -> None:
    inspector.kind.setCurrentIndex(inspector.kind.findData("condition for"))
    inspector.kind.activated.emit(inspector.kind.currentIndex())
    settle()
    assert relation(map_place, inspector).relation.kind == "condition for"
    line = inspector.kind.lineEdit()
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "slowly becomes")
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()
    assert relation(map_place, inspector).relation.kind == "slowly becomes"
    number = steps(map_place)
    inspector.comment.setFocus()
    settle()
    assert steps(map_place) == number  # leaving the field says nothing again
    assert inspector.kind.currentText() == "slowly becomes"


def test_the_comment_is_saved_on_leaving_it(map_place: MapPlace, inspector: RelationInspector, settle: Settle) -> None:
    inspector.comment.setFocus()
    inspector.comment.setPlainText("They go on side by side.")
    map_place.canvas.setFocus()
    settle()
    assert relation(map_place, inspector).relation.comment == "They go on side by side."


def test_it_is_turned_round(map_place: MapPlace, inspector: RelationInspector, settle: Settle) -> None:
    inspector.turn_action.trigger()
    settle()
    found = relation(map_place, inspector)
    assert (found.source, found.target) == ("trust takes years", "Time")
    assert inspector.ends.text() == "trust takes years → Time"


def test_passages_become_evidence_and_go_again(
    map_place: MapPlace, inspector: RelationInspector, settle: Settle
) -> None:
    inspector.possible.do_button.click()
    settle()
    assert relation(map_place, inspector).quotes == 1
    assert [row.passage.quote for row in inspector.evidence.model.rows] == ["They asked early"]
    assert not inspector.possible.isVisible()
    assert map_place.canvas.scene.ties[inspector.relation].quotes == 1
    inspector.evidence.list.setFocus()
    QTest.keyClick(inspector.evidence.list, Qt.Key.Key_Delete)
    settle()
    assert relation(map_place, inspector).quotes == 0
    assert inspector.possible.isVisible()


def test_a_quote_leads_to_its_text(
    qtbot: QtBot, map_place: MapPlace, mapped: Workspace, inspector: RelationInspector, settle: Settle
) -> None:
    inspector.possible.list.setFocus()
    QTest.keyClick(inspector.possible.list, Qt.Key.Key_Return)
    settle()
    assert mapped.views.currentWidget() is mapped.pair
    start = mapped.coding.text.index("They asked early")
    assert mapped.coding.document is not None
    assert mapped.coding.document.name == "P03 Rosa"
    assert mapped.coding.reader.view.isVisible()
    assert start > 0


def test_it_goes_when_the_relation_goes(
    map_place: MapPlace, mapped: Workspace, inspector: RelationInspector, settle: Settle
) -> None:
    map_place._bridge.do(theme_maps.remove_relation, inspector.relation)
    settle()
    assert mapped.themes.tab.side.currentWidget() is mapped.themes.tab.inspector
    assert inspector.relation is None


def test_what_nobody_sees_is_not_read_again(
    map_place: MapPlace, inspector: RelationInspector, mapped: Workspace, settle: Settle
) -> None:
    mapped.themes.tab.show_page("board")
    settle()
    assert not inspector.isVisible()
    shown = inspector.ends.text()
    codebook.rename_code(mapped.project, "Time", "Hours")
    settle()
    assert inspector.ends.text() == shown  # nobody asked
    mapped.themes.tab.show_page("map")
    mapped.themes.tab.inspect(inspector)
    settle()
    assert inspector.ends.text() == "Hours → trust takes years"


def test_any_quote_can_be_chosen_to_show_it(
    map_place: MapPlace, inspector: RelationInspector, qtbot: QtBot, settle: Settle
) -> None:
    inspector.choose_button.click()
    dialog = inspector.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 0, timeout=60_000)
    assert dialog.windowTitle() == "Quotes that show “Time” contradicts “trust takes years”"
    lists = [dialog.which.itemText(row) for row in range(dialog.which.count())]
    assert lists == ["Segments of “Time”", "Segments of “trust takes years”", "All segments of the project"]
    of_one = dialog.model.rowCount()
    dialog.which.setCurrentIndex(2)
    qtbot.waitUntil(lambda: dialog.model.rowCount() > of_one, timeout=60_000)
    settle()
    with map_place._bridge.project.read() as read:
        other = next(one for one in read.placed() if read.codebook.by_id[one.code].name != "trust takes years")
    rows = [dialog.model.index(row).data(ROW) for row in range(dialog.model.rowCount())]
    at = next(place for place, row in enumerate(rows) if row is not None and row.coding.segment == other.segment)
    dialog.list.setCurrentIndex(dialog.model.index(at))
    assert dialog.ticked == [other.segment]
    dialog.buttons["evidence"].click()
    settle()
    assert relation(map_place, inspector).evidence == (other.segment,)
    assert [row.segment for row in inspector.evidence.model.rows] == [other.segment]


def test_the_quotes_of_a_relation_are_chosen_in_one_window(
    map_place: MapPlace, inspector: RelationInspector, qtbot: QtBot, settle: Settle
) -> None:
    inspector.choose_button.click()
    first = inspector.dialog
    inspector.choose_button.click()
    assert inspector.dialog is first
    assert first is not None
    assert len(first.parentWidget().findChildren(ChooseSegmentsDialog)) == 1
    first.reject()
    qtbot.waitUntil(lambda: not map_place.window().findChildren(ChooseSegmentsDialog))
    inspector.choose_button.click()
    assert inspector.dialog is not first
    settle()


def test_enter_in_the_list_takes_what_is_ticked_and_does_not_leave_it(
    map_place: MapPlace, inspector: RelationInspector, qtbot: QtBot, settle: Settle
) -> None:
    inspector.choose_button.click()
    dialog = inspector.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 0, timeout=60_000)
    settle()
    shown: list[object] = []
    inspector.open_segment.connect(lambda *place: shown.append(place))
    dialog.list.setCurrentIndex(dialog.model.index(0))
    dialog.list.clearSelection()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.isVisible()  # nothing is ticked
    assert shown == []
    QTest.keyClick(dialog.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(shown) == 1
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    settle()
    assert len(shown) == 1
    assert len(relation(map_place, inspector).evidence) == 1
