"""The query builder in the window: what it shows is what the command line says, by mouse, by keys and as text."""

import csv
import io
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from ui.views.scenes import apply, build

from qualcode.app import codebook
from qualcode.app.analysing.catalogue import ANALYSES
from qualcode.app.project import Project, open_project
from qualcode.app.queries import saved_queries
from qualcode.cli.main import main
from qualcode.domain.query_language import read_query
from qualcode.ui.bridge import Bridge
from qualcode.ui.filters import Filters
from qualcode.ui.leaving.dialog import LeavingDialog
from qualcode.ui.look import look
from qualcode.ui.queries.condition_row import ConditionRow
from qualcode.ui.queries.dragging import carrying
from qualcode.ui.queries.group_card import GroupCard
from qualcode.ui.queries.value_field import ValueField
from qualcode.ui.queries.view import QueryView
from qualcode.ui.tasks import Tasks


@dataclass
class Desk:
    """The view on the small study, a way to wait for it, and the command line on the same file."""

    view: QueryView
    project: Project
    place: Path
    settle: Callable[[], None]
    capsys: pytest.CaptureFixture[str]

    def ask(self, text: str) -> None:
        """Ask this as it is typed."""
        self.view.show_query(text)
        self.settle()

    def told(self, text: str) -> list[dict[str, str]]:
        """The rows that the command line gives."""
        self.capsys.readouterr()
        assert main(["analyse", str(self.place), "retrieval", "--query", text]) == 0
        return list(csv.DictReader(io.StringIO(self.capsys.readouterr().out)))

    def shown(self) -> list[tuple[str, str, str]]:
        """The passages shown: name of the document, start, end."""
        return [(quote.name, str(quote.start), str(quote.end)) for quote in self.view.found.list.results.quotes]

    def row(self, *path: int) -> ConditionRow:
        part = self.view.builder.part(*path)
        assert isinstance(part, ConditionRow)
        return part

    def card(self, *path: int) -> GroupCard:
        part = self.view.builder.part(*path)
        assert isinstance(part, GroupCard)
        return part

    def write(self, text: str, *path: int) -> None:
        """Type a value into a condition, and Enter."""
        field = self.row(*path).value
        assert isinstance(field, ValueField)
        field.line.selectAll()
        QTest.keyClicks(field.line, text)
        QTest.keyClick(field.line, Qt.Key.Key_Return)
        self.settle()

    def choose(self, operator: str, *path: int) -> None:
        """Choose an operator in the list of a group."""
        combo = self.card(*path).operator
        combo.setCurrentIndex(combo.findData(operator))
        combo.activated.emit(combo.currentIndex())
        self.settle()


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Desk]:
    place = build(tmp_path)
    project = open_project(place, coder="AB")
    tasks = Tasks()
    bridge = Bridge(project, tasks)
    failures: list[object] = []
    bridge.failed.connect(failures.append)
    view = QueryView(ANALYSES["retrieval"], bridge, look(), Filters(bridge))
    deque(view.build(), maxlen=0)
    view.resize(1200, 760)
    view.show()

    def settle() -> None:
        for _ in range(3):
            qtbot.waitUntil(lambda: bridge.idle and not view._timer.isActive(), timeout=60_000)
            qtbot.wait(1)

    settle()
    yield Desk(view, project, place, settle, capsys)
    view.close()
    view.deleteLater()
    bridge.stop()
    tasks.stop()
    project.close()
    assert failures == []


QUESTIONS = (
    "give",
    "below:Exchange",
    "give OR trust",
    "give AND coder:CD",
    "NOT give",
    "NOT coder:AB AND give",
    "ONE OF (give, get, unpaid)",
    "2 OF (give, get, coder:AB)",
    "give OVERLAPPING get",
    "give SAME SEGMENT AS unpaid",
    "unpaid INSIDE trust",
    "trust ENCLOSING unpaid",
    "give OUTSIDE get",
    "ONLY give",
    "give FOLLOWED BY get",
    "get PRECEDED BY give WITHIN 2 TURNS",
    "unpaid NEAR trust WITHIN 1 TURN",
    "case:Paid=no AND give",
    "case:Anna",
    'document:P02 AND text:"unpaid hours"',
    "words:week OR regex:付出",
    "speaker:ANNA AND give",
    "folder:01",
)


def test_every_question_shows_what_the_command_line_says(desk: Desk) -> None:
    for text in QUESTIONS:
        desk.ask(text)
        rows = desk.told(text)
        found = list(dict.fromkeys((row["document"], row["start"], row["end"]) for row in rows))
        assert sorted(desk.shown()) == sorted(found), text
        counts = desk.view.found.answer.counts if desk.view.found.answer else None
        assert counts is not None
        assert counts.codings == len(rows), text
        assert counts.passages == len(found), text
        assert counts.documents == len({document for document, _, _ in found}), text
        cases = {case for row in rows for case in row["case"].split("; ") if case}
        assert counts.cases == len(cases), text
        # the tree says the same as the text
        assert read_query(desk.view.builder.written) == read_query(text)
        assert desk.view.builder.problem.isHidden()


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
    qtbot.waitUntil(lambda: builder.present == (0,))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, control | shift)
    desk.settle()
    assert builder.text.text() == "get AND give AND trust"
    assert builder.present == (1,)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_G, alt | shift)
    desk.settle()
    assert builder.text.text() == "get AND (give OR trust)"
    desk.row(1, 0).begin()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, control | shift)
    desk.settle()
    assert builder.text.text() == "get AND give AND trust"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Insert, alt)
    desk.settle()
    assert builder.present is not None
    assert desk.row(*builder.present).condition.blank
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
    builder.wrap((), "only")
    desk.settle()
    assert builder.text.text() == "ONLY give"
    assert len(desk.shown()) == len({(r["document"], r["start"], r["end"]) for r in desk.told("ONLY give")})
    builder.wrap((), "near")
    desk.write("get", 1)
    assert builder.text.text() == "ONLY give NEAR get WITHIN 2 TURNS"
    desk.row(1).more.click()
    menus = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.inherits("QMenu")]
    (menu,) = [one for one in menus if one.parent() is builder]
    texts = [action.text().partition("\t")[0] for action in menu.actions() if not action.isSeparator()]
    assert texts[:2] == ["Combine with", "Put before it"]
    next(action for action in menu.actions() if action.text().startswith("Remove")).trigger()
    menu.close()
    desk.settle()
    assert builder.text.text() == "ONLY give"


def test_codes_and_documents_that_are_ticked_fill_the_same_tree(desk: Desk) -> None:
    from qualcode.ui.queries.activation import Activation

    desk.view.choose_button.click()
    (popup,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, Activation) and one.isVisible()]
    for names, wanted in ((popup.codes, ("Exchange > give", "Exchange > get")), (popup.documents, ("P01",))):
        for row in range(names.list.count()):
            if names.list.item(row).text() in wanted:
                names.list.item(row).setCheckState(Qt.CheckState.Checked)
    QTest.qWait(200)
    desk.settle()
    asked = '("Exchange > give" OR "Exchange > get") AND document:P01'
    assert desk.view.builder.text.text() == asked
    assert sorted(desk.shown()) == sorted({(r["document"], r["start"], r["end"]) for r in desk.told(asked)})
    popup.close()
    desk.view.choose_button.click()
    (again,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, Activation) and one.isVisible()]
    assert again.codes.ticked == ["Exchange > give", "Exchange > get"]
    assert again.documents.ticked == ["P01"]
    again.close()


def test_a_quote_opens_the_text_and_gets_more_around_it(desk: Desk) -> None:
    desk.ask("document:P01 AND get")
    found = desk.view.found
    while found.less.isEnabled():
        found.less.click()
    desk.settle()
    assert [(quote.before, quote.after) for quote in found.list.results.quotes] == [("", "")]
    found.more.click()
    desk.settle()
    assert found.list.results.quotes[0].before == "We give a lot and"
    found.more.click()
    desk.settle()
    assert found.list.results.quotes[0].after.endswith("INT: How so?")
    places: list[tuple[object, int, int]] = []
    desk.view.open_segment.connect(lambda *place: places.append(place))
    box = found.list.visualRect(found.list.results.index(0))
    QTest.mouseClick(found.list.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + QPoint(22, 18))
    assert places == []  # the box was ticked
    assert len(found.list.ticked) == 1
    QTest.mouseClick(found.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    quote = found.list.results.quotes[0]
    assert places == [(quote.document, quote.start, quote.end)]
    QTest.keyClick(found.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert quote.text in QGuiApplication.clipboard().text()


def test_results_follow_what_is_coded(desk: Desk) -> None:
    desk.ask("trust")
    assert len(desk.shown()) == 1
    with desk.project.read() as read:
        code = next(one for one in read.codebook.ordered if one.name == "trust")
    apply(desk.project, "P01", "get little", code)
    desk.settle()
    assert len(desk.shown()) == 2


def test_passages_are_coded_uncoded_and_given_a_memo_in_one_step_each(desk: Desk, qtbot: QtBot) -> None:
    new = codebook.add_code(desk.project, "fresh")
    desk.ask("give")
    found = desk.view.found
    said: list[tuple[str, int | None]] = []
    desk.view.said.connect(lambda text, step: said.append((text, step)))

    def step() -> int:
        with desk.project.read() as read:
            return int(read.last_step()[0])

    before = step()
    assert found.meant is not None
    found.bulk.apply(found.meant, new.id)
    desk.settle()
    assert step() == before + 1
    assert len({(r["document"], r["start"]) for r in desk.told("fresh")}) == 3
    assert said[-1] == ("3 passages coded with “fresh”", before + 1)
    desk.project.undo()
    desk.settle()
    assert desk.told("fresh") == []

    # only what is ticked, and only the codings found
    found.list.results.tick(0)
    with desk.project.read() as read:
        give = next(one for one in read.codebook.ordered if one.name == "give")
    rows = len(desk.told("give"))
    ticked = found.list.ticked[0]
    on_it = sum(int(r["start"]) == ticked[1] and int(r["end"]) == ticked[2] for r in desk.told("give"))
    before = step()
    found.bulk.take_off(found.meant, give.id)
    desk.settle()
    assert step() == before + 1
    assert len(desk.told("give")) == rows - on_it
    desk.project.undo()
    desk.settle()
    assert len(desk.told("give")) == rows

    before = step()
    found.list.results.tick_all(False)
    found.bulk.write(found.meant, "They give and give.")
    desk.settle()
    assert step() == before + 1
    with desk.project.read() as read:
        memo = next(one for one in read.where("memo") if one.title.startswith("They give"))
        linked = {one.about for one in read.memo_links(memo=memo.id)}
        places = {(one.document, one.start, one.end) for one in read.records("segment", linked)}
    assert places == {(quote.document, quote.start, quote.end) for quote in found.list.results.quotes}
    assert desk.project.check() == []


def test_what_is_asked_before_something_is_done_to_passages(desk: Desk, qtbot: QtBot) -> None:
    desk.ask("give OVERLAPPING get")
    found = desk.view.found
    found.uncode_button.click()
    qtbot.waitUntil(lambda: found.bulk.dialog is not None)
    dialog = found.bulk.dialog
    listed = [dialog.list.item(row).text() for row in range(dialog.list.count())]  # type: ignore[union-attr]
    assert listed == ["Exchange > give"]  # only what was found
    dialog.close()
    found.bulk.dialog = None
    found.memo_button.click()
    popup = found.bulk.dialog
    assert popup.text.toPlainText().startswith("Found are the segments")  # type: ignore[union-attr]
    popup.close()  # type: ignore[attr-defined]


def test_queries_are_saved_renamed_made_smart_changed_opened_and_removed(desk: Desk) -> None:
    saved = desk.view.saved
    desk.ask("give OVERLAPPING get")

    def kept() -> list[tuple[str, int]]:
        desk.settle()
        with desk.project.read() as read:
            return [(one.name, one.smart) for one in saved_queries(read)]

    saved.save_button.click()
    QTest.keyClicks(saved.name, "Both ways")
    QTest.keyClick(saved.name, Qt.Key.Key_Return)
    assert kept() == [("Both ways", 0)]
    assert saved.box.currentText() == "Both ways"
    assert not saved.save_button.isEnabled()
    saved._ask_name("rename")
    saved.name.setText("Mutual")
    QTest.keyClick(saved.name, Qt.Key.Key_Return)
    assert kept() == [("Mutual", 0)]
    saved.switch_smart()
    assert kept() == [("Mutual", 1)]
    desk.ask("smart:Mutual")
    assert sorted(desk.shown()) == sorted(
        {(r["document"], r["start"], r["end"]) for r in desk.told("give OVERLAPPING get")}
    )
    desk.ask("give")
    assert saved.save_button.isEnabled()
    saved.save()
    assert kept() == [("Mutual", 1)]
    desk.ask("smart:Mutual")
    assert len(desk.shown()) == 3  # it asks something else now
    saved.box.setCurrentIndex(1)
    saved.box.activated.emit(1)
    desk.settle()
    assert desk.view.builder.text.text() == '"Exchange > give"'
    saved._ask_name("save")
    saved.name.setText("Mutual")
    QTest.keyClick(saved.name, Qt.Key.Key_Return)
    desk.settle()
    assert saved.problem.text() == "There is a query “Mutual” already. Choose another name."
    QTest.keyClick(saved.name, Qt.Key.Key_Escape)
    assert saved.problem.isHidden()
    saved.remove()
    assert kept() == []
    assert desk.project.check() == []


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "json", "docx", "html"])
def test_what_is_written_is_what_the_command_line_writes(desk: Desk, qtbot: QtBot, tmp_path: Path, suffix: str) -> None:
    desk.ask("give OVERLAPPING get")
    path = tmp_path / f"found.{suffix}"
    with qtbot.waitSignal(desk.view.exported, timeout=60_000):
        desk.view.write(path)
        qtbot.waitUntil(lambda: _answered() or path.exists(), timeout=60_000)
    desk.settle()
    other = tmp_path / f"told.{suffix}"
    assert main(["analyse", str(desk.place), "retrieval", "--query", "give OVERLAPPING get", "--out", str(other)]) == 0
    assert path.stat().st_size > 0
    if suffix in ("csv", "json"):
        assert path.read_text("utf-8") == other.read_text("utf-8")


def _answered() -> bool:
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, LeavingDialog) and dialog.isVisible():
            dialog.write_wanted.emit(False)
            dialog.close()
            return True
    return False


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


def test_the_question_goes_to_the_report(desk: Desk) -> None:
    from qualcode.app.basket import items
    from qualcode.app.basket_questions import asked_again

    assert not desk.view.report_button.isEnabled()
    desk.ask("give OVERLAPPING get")
    desk.view.report_button.click()
    desk.settle()
    with desk.project.read() as read:
        (item,) = items(read)
        assert asked_again(read, item) == {"query": '"Exchange > give" OVERLAPPING "Exchange > get"'}


def test_a_narrow_room_shows_question_or_answer(desk: Desk) -> None:
    desk.ask("give")
    desk.view.resize(700, 700)
    desk.settle()
    assert desk.view.side.isVisible()
    assert not desk.view.found.isVisible()
    assert desk.view.sides.tabText(1) == "3 passages"
    desk.view.sides.setCurrentIndex(1)
    assert desk.view.found.isVisible()
    assert not desk.view.side.isVisible()
    desk.view.resize(1200, 700)
    desk.settle()
    assert desk.view.found.isVisible()
    assert desk.view.side.isVisible()
