"""The journal of memos: listing, filtering, opening, writing, and what is done with the chosen ones."""

import json
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from panel_projects import bridge, project, rest  # noqa: F401  (fixtures)
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from qualcode.app import cases, memos
from qualcode.app.memo_list import Heading, MemoRow
from qualcode.app.project import Project
from qualcode.ui.bridge import Bridge
from qualcode.ui.look import look
from qualcode.ui.memos.journal import JournalPanel, Subject
from qualcode.ui.memos.journal_rows import ROW

Rest = Callable[[], None]


@pytest.fixture
def journal(project: Project, bridge: Bridge, qtbot: QtBot, rest: Rest) -> JournalPanel:  # noqa: F811
    """The panel over three memos."""
    memos.write_memo(project, "Trust takes years.", "power", "On trust", "theory", "2026-03-01")
    memos.write_memo(project, "I was tired.", None, "Tired", "reflexive", "2026-02-01")
    memos.write_memo(project, "She laughs.", "P01 Larder", "Rosa", "", "2026-02-03")
    with project.read() as read:
        document = read.document_named("P01 Larder")
        assert document is not None
    subjects: list[Subject] = [("document", document.id, "Document “P01 Larder”"), ("project", None, "The project")]
    made = JournalPanel(bridge, look(), lambda: subjects)
    qtbot.addWidget(made)
    made.resize(432, 800)
    made.show()
    rest()
    return made


def shown(journal: JournalPanel) -> list[str]:
    """What stands in the list: titles, headings in brackets."""
    rows = [journal.model.index(row).data(ROW) for row in range(journal.model.rowCount())]
    return [f"[{row.key} {row.count}]" if isinstance(row, Heading) else row.title for row in rows]


def row_of(journal: JournalPanel, title: str) -> MemoRow:
    return next(row for row in journal.index.rows.values() if row.title == title)


def place_of(journal: JournalPanel, title: str) -> QPoint:
    """Where a row is on the list."""
    number = journal.model.place(row_of(journal, title).id)
    assert number is not None
    return journal.list.visualRect(journal.model.index(number)).center()


def click(journal: JournalPanel, title: str, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(journal.list.viewport(), Qt.MouseButton.LeftButton, keys, place_of(journal, title))


def pick(journal: JournalPanel, field: str, value: object) -> None:
    """Choose an entry of a filter by its data."""
    combo = getattr(journal.filters, field)
    combo.setCurrentIndex(combo.findData(value))


def test_all_memos_are_listed_newest_first(journal: JournalPanel) -> None:
    assert shown(journal) == ["[2026-03 1]", "On trust", "[2026-02 2]", "Rosa", "Tired"]
    assert journal.header.title() == "Journal · 3"
    assert journal.filter_line.isHidden()
    spoken = journal.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "On trust, 1 Mar 2026, theory, power, Amara, Trust takes years."
    assert journal.model.index(0).data() == "March 2026 · 1"
    assert not journal.model.flags(journal.model.index(0)) & Qt.ItemFlag.ItemIsSelectable


def test_filters_are_seen_and_cleared(journal: JournalPanel, qtbot: QtBot, rest: Rest) -> None:  # noqa: F811
    qtbot.keyClicks(journal.filters.words, "TIRED")
    rest()
    assert shown(journal) == ["[2026-02 1]", "Tired"]
    assert not journal.filter_line.isHidden()
    assert "“TIRED”" in journal.filter_line.text.text()
    qtbot.keyClick(journal.filters.words, Qt.Key.Key_Escape)
    rest()
    assert journal.filter_line.isHidden()
    journal.filter_action.trigger()
    for field, value, left in (
        ("kind", "theory", ["On trust"]),
        ("kind", "", ["Rosa"]),
        ("about", "project", ["Tired"]),
        ("days", 1, []),
    ):
        pick(journal, field, value)
        rest()
        assert shown(journal)[1:] == left
        qtbot.mouseClick(journal.filter_line.clear_button, Qt.MouseButton.LeftButton)
        rest()
        assert len(shown(journal)) == 5
    journal.filters.days.setCurrentIndex(journal.filters.days.count() - 1)
    rest()
    assert not journal.filters.since.isHidden()
    journal.filters.since.setDate(journal.filters.since.date().fromString("2026-02-02", "yyyy-MM-dd"))
    journal.filters.until.setDate(journal.filters.since.date().fromString("2026-02-28", "yyyy-MM-dd"))
    rest()
    assert shown(journal) == ["[2026-02 1]", "Rosa"]
    coder = next(iter(journal.index.coders))
    pick(journal, "coder", coder)
    rest()
    assert shown(journal) == ["[2026-02 1]", "Rosa"]


def test_nothing_left_says_so(journal: JournalPanel, rest: Rest) -> None:  # noqa: F811
    journal.filters.words.setText("nobody wrote this")
    rest()
    assert journal._stack.currentIndex() == 1
    assert journal._hint.text() == "No memo fits the filter."


def test_groups_and_order(journal: JournalPanel, rest: Rest) -> None:  # noqa: F811
    journal.group_by("type")
    rest()
    assert shown(journal) == ["[reflexive 1]", "Tired", "[theory 1]", "On trust", "[ 1]", "Rosa"]
    assert journal.model.index(4).data() == "No type · 1"
    journal.group_by("subject")
    rest()
    assert shown(journal) == ["[Study 1]", "Tired", "[P01 Larder 1]", "Rosa", "[power 1]", "On trust"]
    journal.group_by("date")
    journal.oldest_action.trigger()
    rest()
    assert shown(journal)[1] == "Tired"


def test_a_click_opens_and_leads_on(journal: JournalPanel, qtbot: QtBot, rest: Rest) -> None:  # noqa: F811
    click(journal, "On trust")
    rest()
    assert journal.editor.memo is not None
    assert journal.editor.memo.title == "On trust"
    with qtbot.waitSignal(journal.goto) as gone:
        qtbot.mouseClick(journal.goto_button, Qt.MouseButton.LeftButton)
    assert gone.args == ["code", row_of(journal, "On trust").about]
    click(journal, "Tired")
    rest()
    assert journal.goto_button.isHidden()
    qtbot.mouseClick(journal.close_button, Qt.MouseButton.LeftButton)
    assert journal.editor.memo is None


def test_what_is_typed_is_kept_and_seen_in_the_list(
    journal: JournalPanel,
    project: Project,  # noqa: F811
    qtbot: QtBot,
    rest: Rest,  # noqa: F811
) -> None:
    click(journal, "Tired")
    rest()
    journal.editor.text.setPlainText("I was tired of the timetable.")
    click(journal, "Rosa")
    rest()
    assert row_of(journal, "Tired").words == "I was tired of the timetable."
    assert journal.editor.memo is not None
    assert journal.editor.memo.title == "Rosa"
    project.undo()
    qtbot.waitUntil(lambda: row_of(journal, "Tired").words == "I was tired.")
    rest()


def test_a_new_memo_of_a_type_about_something(
    journal: JournalPanel,
    project: Project,  # noqa: F811
    qtbot: QtBot,
    rest: Rest,  # noqa: F811
) -> None:
    case = cases.add_case(project, "Rosa M.")
    journal.new_action.trigger()
    rest()
    names = [journal.choice.about.itemText(row) for row in range(journal.choice.about.count())]
    assert names == ["Document “P01 Larder”", "The project", "Case “Rosa M.”"]
    journal.choice.about.setCurrentIndex(2)
    assert journal.choice.kind.currentData() == "case"
    journal.choice.kind.setCurrentIndex(journal.choice.kind.findData("question"))
    qtbot.mouseClick(journal.choice.write_button, Qt.MouseButton.LeftButton)
    rest()
    assert journal.choice.isHidden()
    journal.editor.text.setPlainText("Who is she?")
    journal.editor.save()
    rest()
    row = row_of(journal, "Who is she?")
    assert (row.kind, row.about_kind, row.about) == ("question", "case", case.id)
    assert [one.title for one in journal.list.chosen()] == ["Who is she?"]


def test_the_right_click_gives_a_type_and_removes_with_undo(
    journal: JournalPanel,
    project: Project,  # noqa: F811
    qtbot: QtBot,
    rest: Rest,  # noqa: F811
) -> None:
    journal._context_menu(place_of(journal, "Tired"))
    types = next(action.menu() for action in journal._menu.actions() if isinstance(action.menu(), QMenu))
    assert [action.text() for action in types.actions() if action.isChecked()] == ["reflexive"]
    journal._menu.close()
    with qtbot.waitSignal(journal.said) as said:
        next(action for action in types.actions() if action.text() == "method").trigger()
    rest()
    assert row_of(journal, "Tired").kind == "method"
    project.undo(said.args[1])
    qtbot.waitUntil(lambda: row_of(journal, "Tired").kind == "reflexive")
    click(journal, "Tired")
    click(journal, "Rosa", Qt.KeyboardModifier.ControlModifier)
    rest()
    with qtbot.waitSignal(journal.said) as said:
        qtbot.keyClick(journal.list, Qt.Key.Key_Delete)
    rest()
    assert shown(journal) == ["[2026-03 1]", "On trust"]
    assert journal.editor.memo is None
    project.undo(said.args[1])
    qtbot.waitUntil(lambda: len(shown(journal)) == 5)
    click(journal, "Rosa")
    with qtbot.waitSignal(journal.said):
        journal.remove_action.trigger()
    rest()
    assert "Rosa" not in shown(journal)


def test_a_hidden_journal_reads_nothing_and_catches_up(
    journal: JournalPanel,
    project: Project,  # noqa: F811
    rest: Rest,  # noqa: F811
) -> None:
    journal.hide()
    memos.write_memo(project, "Later.", None, "Later", "", "2026-04-01")
    rest()
    assert len(journal.index.rows) == 3
    journal.show()
    rest()
    assert shown(journal)[:2] == ["[2026-04 1]", "Later"]


def test_the_keys_go_to_the_list_and_open(journal: JournalPanel, qtbot: QtBot, rest: Rest) -> None:  # noqa: F811
    qtbot.keyClick(journal.filters.words, Qt.Key.Key_Down)
    assert [row.title for row in journal.list.chosen()] == ["On trust"]
    qtbot.keyClick(journal.list, Qt.Key.Key_Return)
    rest()
    assert journal.editor.memo is not None
    assert isinstance(journal.editor.memo.id, UUID)


def test_what_is_listed_or_chosen_is_exported(
    journal: JournalPanel,
    qtbot: QtBot,
    rest: Rest,  # noqa: F811
    tmp_path: Path,
) -> None:
    def written(name: str) -> set[str]:
        with qtbot.waitSignal(journal.export.done):
            journal.export.to(tmp_path / name)
        return {row["title"] for row in json.loads((tmp_path / name).read_text("utf-8"))}

    assert written("all.json") == {"On trust", "Tired", "Rosa"}
    journal.filters.words.setText("trust")
    rest()
    assert written("filtered.json") == {"On trust"}
    journal.filters.clear()
    rest()
    click(journal, "Tired")
    click(journal, "Rosa", Qt.KeyboardModifier.ControlModifier)
    assert written("chosen.json") == {"Tired", "Rosa"}


def test_a_memo_takes_the_place_of_the_list_where_there_is_little_room(
    journal: JournalPanel,
    qtbot: QtBot,
    rest: Rest,  # noqa: F811
) -> None:
    journal.resize(432, 500)
    click(journal, "Rosa")
    rest()
    assert journal._stack.isHidden()
    assert journal.editor.isVisible()
    qtbot.mouseClick(journal.close_button, Qt.MouseButton.LeftButton)
    assert not journal._stack.isHidden()
    click(journal, "Tired")
    journal.resize(432, 900)
    assert not journal._stack.isHidden()
    assert journal.editor.isVisible()
    journal.resize(432, 500)
    journal.new_action.trigger()
    rest()
    assert not journal.choice.isHidden()
    assert not journal.editor.isVisible()


def test_tab_goes_from_the_list_through_the_memo_and_back(journal: JournalPanel, rest: Rest) -> None:  # noqa: F811
    journal.activateWindow()
    journal.open_memo(row_of(journal, "Rosa").id)
    rest()
    editor = journal.editor
    walked = [journal.filters.words]
    walked[0].setFocus()
    for _ in range(10):
        QTest.keyClick(walked[-1], Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    assert walked == [
        journal.filters.words, journal.list, editor.title, editor.kind, editor.date, editor.write_button,
        editor.preview_button, editor.text, editor.linked.button, journal.goto_button, journal.close_button,
    ]  # fmt: skip
