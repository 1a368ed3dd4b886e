"""The query builder by mouse, by keys and as text, which are all one."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from ui.queries.desks import Desk

from qualcode.app import codebook
from qualcode.ui.queries.dragging import carrying
from qualcode.ui.queries.value_field import ValueField


def test_a_question_is_built_by_mouse_and_its_sentence_and_text_follow(desk: Desk) -> None:
    builder = desk.view.builder
    desk.write("Exchange > give")
    assert builder.text.text() == '"Exchange > give"'
    assert builder.sentence.text() == "Found are the segments that carry “Exchange > give”."
    assert len(desk.shown()) == 3
    QTest.mouseClick(builder.add_button, Qt.MouseButton.LeftButton)
    assert builder.note.isHidden() is False
    assert builder.text.text() == '"Exchange > give"'  # what is empty is not asked
    kind = desk.row(1).kind
    kind.setCurrentIndex(kind.findData("coder"))
    kind.activated.emit(kind.currentIndex())
    desk.write("CD", 1)
    assert builder.text.text() == '"Exchange > give" AND coder:CD'
    assert builder.note.isHidden()
    assert len(desk.shown()) == 2
    desk.choose("any")
    assert builder.text.text() == '"Exchange > give" OR coder:CD'
    assert len(desk.shown()) == len({(row["document"], row["start"]) for row in desk.told("give OR coder:CD")})


def test_a_name_is_completed_and_one_that_is_left_is_asked(desk: Desk, qtbot: QtBot) -> None:
    row = desk.row()
    row.begin()
    assert isinstance(row.value, ValueField)
    QTest.keyClicks(row.value, "paid")
    completer = row.value.completer()
    qtbot.waitUntil(lambda: completer.popup().isVisible())
    assert desk.view.builder.text.text() == ""  # half a name is not asked for
    QTest.keyClick(completer.popup(), Qt.Key.Key_Down)
    QTest.keyClick(completer.popup(), Qt.Key.Key_Return)
    desk.settle()
    qtbot.waitUntil(lambda: desk.view.builder.text.text() == '"Exchange > unpaid"')
    desk.settle()
    assert len(desk.shown()) == 2
    row.value.line.selectAll()
    QTest.keyClicks(row.value, "zzz")
    completer.popup().hide()
    desk.view.activateWindow()
    qtbot.waitUntil(row.value.hasFocus)
    QTest.keyClick(row.value, Qt.Key.Key_Tab)
    desk.settle()
    assert desk.view.builder.problem.text().startswith("There is no code “zzz”")


def test_a_relation_stands_between_its_sides_and_says_what_it_keeps(desk: Desk) -> None:
    desk.ask("give AND get")
    assert desk.shown() == []
    assert desk.view.found.pages.currentWidget() is desk.view.found.empty
    desk.choose("overlapping")
    assert desk.view.builder.text.text() == "give OVERLAPPING get"
    assert len(desk.shown()) == len(desk.told("give OVERLAPPING get")) - 1  # two coders on one passage
    combo = desk.card().operator
    described = {combo.itemData(row, Qt.ItemDataRole.AccessibleTextRole) for row in range(combo.count())}
    assert len(described) == combo.count() == 14
    assert "begins and ends exactly" in combo.itemData(combo.findData("same"), Qt.ItemDataRole.AccessibleTextRole)
    assert combo.accessibleDescription().startswith("Those of a that share at least one character")
    assert desk.card().accessibleDescription() == combo.accessibleDescription()
    assert "overlapping" in desk.card().accessibleName()
    assert desk.row(0).accessibleName() == "Condition: Code"
    below = desk.row(0).mapTo(desk.card(), QPoint(0, 0)).y()
    assert below < combo.mapTo(desk.card(), QPoint(0, 0)).y() < desk.row(1).mapTo(desk.card(), QPoint(0, 0)).y()


def test_pictures_of_operators_differ(desk: Desk) -> None:
    from qualcode.ui.queries.relation_icon import HEIGHT, WIDTH, relation_icon
    from qualcode.ui.queries.wording import operator_names

    seen = set()
    for operator in operator_names():
        image = relation_icon(operator).pixmap(WIDTH, HEIGHT).toImage()
        pixels = tuple(image.pixel(x, y) for x in range(WIDTH) for y in range(HEIGHT))
        assert len(set(pixels)) > 3
        seen.add(pixels)
    assert len(seen) == len(operator_names())


def test_the_text_changes_the_tree_and_errors_are_said_below_it(desk: Desk) -> None:
    builder = desk.view.builder
    builder.text.setFocus()
    QTest.keyClicks(builder.text, "give FOLLOWED BY get WITHIN 1 TURN")
    QTest.keyClick(builder.text, Qt.Key.Key_Return)
    desk.settle()
    assert desk.row(0).condition.value == "give"
    assert desk.card().within is not None
    assert desk.card().within.value() == 1
    builder.text.selectAll()
    QTest.keyClicks(builder.text, "give AND (get")
    QTest.keyClick(builder.text, Qt.Key.Key_Return)
    assert builder.problem.text().startswith("The query “give AND (get” stops too early")
    assert desk.row(1).condition.value == "get"  # the tree stays as it was
    codebook.add_code(desk.project, "meanwhile")
    desk.settle()
    assert builder.problem.text().startswith("The query “give AND (get” stops too early")
    desk.ask("nobody")
    assert builder.problem.text() == "There is no code “nobody” in the codebook. Add it first, or check the spelling."
    assert desk.shown() == []
    desk.ask("weight:heavy")
    assert "weight" in builder.problem.text() or "heavy" in builder.problem.text()
    desk.ask("give")
    assert builder.problem.isHidden()
    assert len(desk.shown()) == 3


def test_keys_add_move_group_and_remove(desk: Desk, qtbot: QtBot) -> None:
    builder = desk.view.builder
    desk.ask("give AND get AND trust")
    desk.row(0).begin()
    keys = Qt.KeyboardModifier
    alt, shift, control = keys.AltModifier, keys.ShiftModifier, keys.ControlModifier
    qtbot.waitUntil(lambda: builder.tree.present == (0,))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, control | shift)
    desk.settle()
    assert builder.text.text() == "get AND give AND trust"
    assert builder.tree.present == (1,)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_G, alt | shift)
    desk.settle()
    assert builder.text.text() == "get AND (give OR trust)"
    desk.row(1, 0).begin()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, control | shift)
    desk.settle()
    assert builder.text.text() == "get AND give AND trust"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Insert, alt)
    desk.settle()
    assert builder.tree.present is not None
    assert desk.row(*builder.tree.present).condition.blank
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete, alt)
    desk.settle()
    assert builder.text.text() == "get AND give AND trust"
    desk.row(2).begin()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete, alt)
    desk.settle()
    assert builder.text.text() == "get AND give"


def test_a_part_is_dragged_before_another_one_and_into_a_group(desk: Desk) -> None:
    builder = desk.view.builder
    page = builder.area.widget()

    def drag(source: tuple[int, ...], part: QWidget, y: int) -> None:
        data, place = carrying(source), part.mapTo(page, QPoint(part.width() // 2, y))
        keys = (Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        for event in (QDragEnterEvent(place, *keys), QDragMoveEvent(place, *keys), QDropEvent(place, *keys)):
            QApplication.sendEvent(page, event)
        desk.settle()

    desk.ask("give AND get AND (trust OR unpaid)")
    drag((1,), desk.row(0), 3)
    assert builder.text.text() == "get AND give AND (trust OR unpaid)"
    drag((0,), desk.row(2, 1), desk.row(2, 1).height() - 3)
    assert builder.text.text() == "give AND (trust OR unpaid OR get)"
    card = desk.card(1)
    drag((0,), card, card.height() - 3)
    assert builder.text.text() == "trust OR unpaid OR get OR give"
    drag((0,), desk.row(0), 3)  # onto itself
    assert builder.text.text() == "trust OR unpaid OR get OR give"


def test_the_menu_puts_operators_around_a_part(desk: Desk) -> None:
    builder = desk.view.builder
    desk.ask("give")
    builder.tree.wrap((), "only")
    desk.settle()
    assert builder.text.text() == "ONLY give"
    assert len(desk.shown()) == len({(r["document"], r["start"], r["end"]) for r in desk.told("ONLY give")})
    builder.tree.wrap((), "near")
    desk.write("get", 1)
    assert builder.text.text() == "ONLY give NEAR get WITHIN 2 TURNS"
    desk.row(1).more.click()
    menus = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.inherits("QMenu")]
    (menu,) = [one for one in menus if one.parent() is builder.tree]
    texts = [action.text().partition("\t")[0] for action in menu.actions() if not action.isSeparator()]
    assert texts[:2] == ["Combine with", "Put before it"]
    next(action for action in menu.actions() if action.text().startswith("Remove")).trigger()
    menu.close()
    desk.settle()
    assert builder.text.text() == "ONLY give"


def test_a_change_of_the_question_is_taken_back(desk: Desk) -> None:
    builder = desk.view.builder
    desk.ask("give")
    desk.ask("give OVERLAPPING get")
    builder.clear_button.click()
    desk.settle()
    assert builder.text.text() == ""
    assert desk.shown() == []
    builder.back_button.click()
    desk.settle()
    assert builder.text.text() == "give OVERLAPPING get"
    builder.back_button.click()
    builder.back_button.click()
    desk.settle()
    assert builder.text.text() == ""
    assert builder.back_button.isHidden()


def test_tab_goes_the_way_one_reads(desk: Desk, qtbot: QtBot) -> None:
    desk.ask("(give OVERLAPPING get) OR trust")
    builder, view = desk.view.builder, desk.view
    view.saved.more.setFocus()
    seen = []
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
        while widget is not None and widget.focusProxy() is not None:
            widget = widget.focusProxy()
        seen.append(widget)
        if widget is builder.text:
            break
    top, relation, rows = desk.card(), desk.card(0), [desk.row(0, 0), desk.row(0, 1), desk.row(1)]
    wanted = [top.operator, rows[0].kind, rows[0].below, relation.operator, rows[1].kind, rows[2].kind]
    wanted += [builder.add_button, builder.text]
    places = [seen.index(widget) for widget in wanted]
    assert places == sorted(places)


def test_a_field_takes_what_is_left_of_its_line_and_shows_the_name_of_a_code(desk: Desk) -> None:
    desk.ask("unpaid AND made:>=2026")
    desk.choose("all")
    value, below, more = desk.row(0).value, desk.row(0).below, desk.row(0).more
    assert isinstance(value, ValueField)
    assert below is not None
    assert value.width() > value.sizeHint().width()
    assert abs(below.geometry().right() + 1 - (below.parentWidget().width())) <= 1
    assert below.mapTo(desk.row(0), QPoint(0, 0)).x() < more.x()
    assert value.line.cursorPosition() == len(value.currentText())
    date = desk.row(1).value
    assert isinstance(date, ValueField)
    assert date.width() == date.sizeHint().width()  # a date is short
