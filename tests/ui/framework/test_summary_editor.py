"""The summary of a case on a theme: saved as it is left, with its passages, by mouse and keyboard."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.views.scenes import ONE, build

from qualcode.app import cases, codebook, summaries
from qualcode.app.project import Project, open_project
from qualcode.domain.selections import Place
from qualcode.ui.bridge import Bridge
from qualcode.ui.framework.summary_editor import SummaryEditor
from qualcode.ui.look import look
from qualcode.ui.tasks import Tasks

GIVE = ONE.index("We give")


class Desk:
    """The editor on the small study, with the quotes that are chosen beside it."""

    def __init__(self, project: Project, qtbot: QtBot) -> None:
        self.project, self.qtbot = project, qtbot
        self.tasks = Tasks()
        self.bridge = Bridge(project, self.tasks)
        self.chosen: list[Place] = []
        self.failures: list[Exception] = []
        self.bridge.failed.connect(self.failures.append)
        self.editor = SummaryEditor(self.bridge, look(), lambda: self.chosen)
        self.editor.resize(420, 500)
        self.editor.show()
        with project.read() as read:
            self.themes = [code.id for code in read.codes() if code.kind == "theme"]
            self.case = read.cases()[0].id
            document = read.document_named("P01")
            assert document is not None
            self.document = document.id

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.bridge.idle, timeout=60_000)

    def show(self, theme: int = 0) -> None:
        self.editor.show_cell(self.case, self.themes[theme])
        self.settle()

    def text(self, theme: int = 0) -> str | None:
        with self.project.read() as read:
            found = summaries.summary_of(read, self.case, self.themes[theme])
        return found.text if found else None

    def end(self) -> None:
        self.editor.close()
        self.editor.deleteLater()
        self.bridge.stop()
        self.tasks.stop()
        self.project.close()


@pytest.fixture
def desk(qtbot: QtBot, qapp: object, tmp_path: Path) -> Iterator[Desk]:
    project = open_project(build(tmp_path), coder="AB")
    codebook.add_code(project, "Place", kind="theme")
    made = Desk(project, qtbot)
    yield made
    made.end()


def test_what_is_typed_is_saved_when_another_cell_is_shown(desk: Desk) -> None:
    assert not desk.editor.isEnabled()
    desk.show()
    QTest.keyClicks(desk.editor.text, "She gives more than she gets.")
    desk.show(1)
    assert desk.text() == "She gives more than she gets."
    assert desk.editor.text.toPlainText() == ""
    desk.show()
    assert desk.editor.text.toPlainText() == "She gives more than she gets."
    last = desk.project.history()[-1].number
    desk.show(1)
    assert desk.project.history()[-1].number == last
    assert desk.text(1) is None


@pytest.mark.parametrize("leave", ["clear", "hide", "keys"])
def test_it_is_saved_however_the_editor_is_left(desk: Desk, leave: str) -> None:
    desk.show()
    QTest.keyClicks(desk.editor.text, "Unpaid.")
    acts: dict[str, Callable[[], object]] = {
        "clear": desk.editor.clear,
        "hide": desk.editor.hide,
        "keys": lambda: QTest.keyClick(desk.editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
    }
    acts[leave]()
    desk.settle()
    assert desk.text() == "Unpaid."


def test_somebody_else_writes_while_nothing_is_typed_here(desk: Desk) -> None:
    desk.show()
    summaries.write_summary(desk.project, desk.case, desk.themes[0], "From elsewhere.")
    desk.qtbot.waitUntil(lambda: desk.editor.text.toPlainText() == "From elsewhere.", timeout=60_000)
    QTest.keyClick(desk.editor.text, Qt.Key.Key_End)
    QTest.keyClicks(desk.editor.text, " And mine")
    summaries.link_segment(desk.project, desk.case, desk.themes[0], (desk.document, GIVE, GIVE + 24))
    desk.qtbot.waitUntil(lambda: len(desk.editor.model.rows) == 1, timeout=60_000)
    assert desk.editor.text.toPlainText() == "From elsewhere. And mine"


def test_chosen_quotes_are_linked_opened_and_taken_away(desk: Desk) -> None:
    desk.show()
    assert not desk.editor.link_button.isEnabled()
    desk.chosen = [(desk.document, GIVE, GIVE + 24), (desk.document, 0, 4)]
    desk.editor.quotes_changed()
    QTest.mouseClick(desk.editor.link_button, Qt.MouseButton.LeftButton)
    desk.settle()
    desk.qtbot.waitUntil(lambda: len(desk.editor.model.rows) == 2, timeout=60_000)
    assert desk.editor.section.title.text() == "Rests on · 2"
    assert [row.passage.quote for row in desk.editor.model.rows] == ["ANNA", "We give a lot and we get"]
    opened: list[tuple[object, int, int]] = []
    desk.editor.open_segment.connect(lambda *place: opened.append(place))
    desk.editor.list.setCurrentIndex(desk.editor.model.index(1))
    QTest.keyClick(desk.editor.list, Qt.Key.Key_Return)
    assert opened == [(desk.document, GIVE, GIVE + 24)]
    QTest.keyClick(desk.editor.list, Qt.Key.Key_Delete)
    desk.settle()
    desk.qtbot.waitUntil(lambda: len(desk.editor.model.rows) == 1, timeout=60_000)
    assert desk.project.check() == []
    assert not desk.failures


def test_a_case_that_went_is_said_and_the_words_stay(desk: Desk) -> None:
    desk.show()
    QTest.keyClicks(desk.editor.text, "Too late.")
    cases.remove_case(desk.project, desk.case)
    QTest.keyClick(desk.editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert len(desk.failures) == 1
    assert desk.editor.text.toPlainText() == "Too late."


def test_a_summary_is_taken_away_with_its_links_as_one_step(desk: Desk) -> None:
    desk.show()
    assert not desk.editor.clear_button.isEnabled()
    QTest.keyClicks(desk.editor.text, "She gives.")
    assert desk.editor.clear_button.isEnabled()
    desk.chosen = [(desk.document, GIVE, GIVE + 24)]
    desk.editor.link_chosen()
    desk.qtbot.waitUntil(lambda: len(desk.editor.model.rows) == 1, timeout=60_000)
    desk.settle()
    last = desk.project.history()[-1].number
    QTest.keyClicks(desk.editor.text, " And more, not saved yet")
    QTest.mouseClick(desk.editor.clear_button, Qt.MouseButton.LeftButton)
    desk.settle()
    desk.qtbot.waitUntil(lambda: not desk.editor.model.rows, timeout=60_000)
    assert desk.text() is None
    assert desk.editor.text.toPlainText() == ""
    assert not desk.editor.clear_button.isEnabled()
    steps = desk.project.history()[last:]
    assert [step.action for step in steps] == ["summaries.clear_summary"]
    desk.project.undo()
    desk.qtbot.waitUntil(lambda: len(desk.editor.model.rows) == 1, timeout=60_000)
    assert desk.text() == "She gives."
    assert desk.editor.text.toPlainText() == "She gives."
    assert not desk.failures


def test_a_text_that_is_emptied_goes_and_takes_no_linked_passage_with_it(desk: Desk) -> None:
    desk.show()
    QTest.keyClicks(desk.editor.text, "She gives.")
    desk.show(1)
    desk.show()
    desk.editor.text.selectAll()
    QTest.keyClick(desk.editor.text, Qt.Key.Key_Delete)
    desk.show(1)
    desk.settle()
    assert desk.text() is None  # nothing is left of it
    desk.show()
    summaries.link_segment(desk.project, desk.case, desk.themes[0], (desk.document, GIVE, GIVE + 24))
    desk.qtbot.waitUntil(lambda: len(desk.editor.model.rows) == 1, timeout=60_000)
    QTest.keyClicks(desk.editor.text, "Again.")
    desk.show(1)
    desk.show()
    desk.editor.text.selectAll()
    QTest.keyClick(desk.editor.text, Qt.Key.Key_Delete)
    desk.show(1)
    desk.show()
    assert desk.text() == ""
    assert len(desk.editor.model.rows) == 1


def test_what_is_only_typed_is_taken_away_without_a_step(desk: Desk) -> None:
    desk.show()
    last = desk.project.history()[-1].number
    QTest.keyClicks(desk.editor.text, "Perhaps")
    desk.editor.take_away()
    desk.show(1)
    desk.settle()
    assert desk.project.history()[-1].number == last
    assert not desk.failures
