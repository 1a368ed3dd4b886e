"""The project as it was: every view shows it, nothing can be changed, and the way back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.conftest import code_by_keyboard, opened, press, settled

from qualcode.app import codebook, documents, memos, named_versions
from qualcode.app.project import new, open_project
from qualcode.domain.errors import Refused
from qualcode.ui.bar import ANALYSE, REPORT, THEMES
from qualcode.ui.look import look
from qualcode.ui.time.slider import TimeSlider, course
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


@pytest.fixture
def past(qtbot: QtBot, window: MainWindow, coded_study: Path) -> Workspace:
    """The coded study with one coding more."""
    workspace = opened(qtbot, window, coded_study)
    code_by_keyboard(qtbot, workspace, "Trust takes years", "trust")
    return workspace


def step_of(workspace: Workspace, words: str) -> int:
    return next(step.number for step in reversed(workspace.project.history()) if words in step.summary)


def look_at(qtbot: QtBot, workspace: Workspace, step: int) -> None:
    workspace.time.look_at(step)
    qtbot.waitUntil(lambda: workspace.time.step == step, timeout=60_000)
    settled(qtbot, workspace)


def names(workspace: Workspace) -> list[str]:
    return [code.name for code in workspace.coding.codebook.ordered]


def test_views_show_the_project_as_it_was_and_as_it_is_again(qtbot: QtBot, window: MainWindow, past: Workspace) -> None:
    coded = step_of(past, "Code “trust takes years”")
    codebook.rename_code(past.project, "trust takes years", "slow trust")
    documents.edit_text(past.project, "P03 Rosa", 0, 3, "INTERVIEWER")
    settled(qtbot, past)
    assert "slow trust" in names(past)
    look_at(qtbot, past, coded)
    assert past.time.banner is not None
    assert past.time.banner.isVisible()
    assert "Look only" in past.time.banner.note.text()
    assert "trust takes years" in names(past)
    assert past.coding.text.startswith("INT: ")
    assert len(past.coding.codings) == 1
    look_at(qtbot, past, coded - 1)
    assert past.coding.codings == []
    past.time.banner.back.click()
    settled(qtbot, past)
    assert not past.bridge.looking_back
    assert not past.time.banner.isVisible()
    assert "slow trust" in names(past)
    assert past.coding.text.startswith("INTERVIEWER: ")
    assert len(past.coding.codings) == 1


def test_nothing_can_be_changed_there(qtbot: QtBot, window: MainWindow, past: Workspace) -> None:
    before = len(past.project.history())
    look_at(qtbot, past, step_of(past, "Add code “trust takes years”"))
    for command in ("undo", "redo", "import", "backup"):
        assert not window.commands[command].isEnabled(), command
    assert not past.history.undo.isEnabled()
    refused: list[Exception] = []
    past.bridge.do(codebook.add_code, "new one", failed=refused.append)
    past.bridge.undo(failed=refused.append)
    qtbot.waitUntil(lambda: len(refused) == 2)
    assert all(isinstance(error, Refused) and "Go back to now" in str(error) for error in refused)
    press(qtbot, window, "time_line")
    settled(qtbot, past)
    assert len(past.project.history()) == before
    assert window.commands["undo"].isEnabled()
    past.bridge.do(codebook.add_code, "new one")
    settled(qtbot, past)
    assert "new one" in names(past)


def test_codes_that_were_not_there_yet_keep_their_digits(qtbot: QtBot, past: Workspace) -> None:
    trust = next(code for code in past.coding.codebook.ordered if code.name == "trust takes years")
    past.use.assign("3", trust.id)
    look_at(qtbot, past, step_of(past, "Add code “who decides”"))
    assert "trust takes years" not in names(past)
    past.time.back_to_now()
    settled(qtbot, past)
    assert past.use.code_of("3") == trust.id


def test_a_document_that_was_not_there_yet(qtbot: QtBot, past: Workspace, transcripts: list[Path]) -> None:
    look_at(qtbot, past, 1)
    assert past.coding.document is None
    assert past.facts is not None
    assert past.facts.documents == 0
    past.time.back_to_now()
    settled(qtbot, past)
    assert past.facts.documents == 2
    qtbot.waitUntil(lambda: past.coding.document is not None)


def test_counts_and_lists_follow(qtbot: QtBot, window: MainWindow, past: Workspace) -> None:
    trust = next(code for code in past.coding.codebook.ordered if code.name == "trust takes years")
    past.show_segments(trust.id)
    settled(qtbot, past)
    assert past.segments.model.rowCount() == 1
    look_at(qtbot, past, step_of(past, "Add code “trust takes years”"))
    qtbot.waitUntil(lambda: past.segments.model.rowCount() == 0)
    window.show_tab(ANALYSE)
    settled(qtbot, past)
    past.time.back_to_now()
    settled(qtbot, past)
    qtbot.waitUntil(lambda: past.segments.model.rowCount() == 1)


def test_typed_words_are_written_before_one_looks_back(qtbot: QtBot, window: MainWindow, past: Workspace) -> None:
    press(qtbot, window, "edit_text")
    past.coding.reader.select(0, 0)
    qtbot.keyClicks(past.coding.reader.view, "Hello ")
    look_at(qtbot, past, 2)
    assert not past.coding.editing.on
    past.time.back_to_now()
    settled(qtbot, past)
    with past.project.read() as read:
        assert read.text(read.document_named("P03 Rosa")).startswith("Hello INT")
    assert past.coding.text.startswith("Hello INT")


def test_rooms_that_were_first_entered_in_the_past_can_be_worked_in_now(
    qtbot: QtBot, window: MainWindow, past: Workspace
) -> None:
    look_at(qtbot, past, step_of(past, "Code “trust takes years”") - 1)
    for tab in (THEMES, REPORT):
        window.show_tab(tab)
        settled(qtbot, past)
    window.show_tab(THEMES)
    press(qtbot, window, "journal")
    past.cases.show()
    settled(qtbot, past)
    assert past.themes.tab is not None
    assert past.journal.panel is not None
    assert past.cases.window is not None
    assert past.report.tab is not None
    qtbot.waitUntil(lambda: past.themes.maps is not None and past.themes.tab.data.board is not None, timeout=60_000)
    assert not past.themes.tab.new_button.isVisible()
    assert not past.journal.panel.new_action.isEnabled()
    assert not past.cases.window.model.writes
    past.time.back_to_now()
    settled(qtbot, past)
    qtbot.waitUntil(lambda: past.themes.maps is not None and past.themes.tab.data.board is not None, timeout=60_000)
    assert past.views.currentWidget() is past.themes.tab
    assert past.themes.tab.new_button.isVisible()
    assert past.journal.panel.new_action.isEnabled()
    assert past.cases.window.model.writes
    assert not past.report.tab.items.answer.isReadOnly()
    look_at(qtbot, past, past.project.history()[-1].number - 1)
    qtbot.waitUntil(lambda: past.themes.maps is not None and past.themes.tab.data.board is not None, timeout=60_000)
    assert not past.themes.tab.new_button.isVisible(), "what was made in the present is for looking now, too"
    past.time.back_to_now()
    settled(qtbot, past)


def test_a_memo_that_is_being_written_is_kept(qtbot: QtBot, window: MainWindow, past: Workspace) -> None:
    memo = memos.write_memo(past.project, "First words", title="Trust")
    press(qtbot, window, "journal")
    panel = past.journal.panel
    assert panel is not None
    panel.open_memo(memo.id)
    settled(qtbot, past)
    QTest.keyClicks(panel.editor.text, "Mine. ")
    look_at(qtbot, past, 3)
    assert panel.model.rowCount() == 0, "there were no memos"
    past.time.back_to_now()
    settled(qtbot, past)
    with past.project.read() as read:
        assert [(one.title, one.text) for one in read.memos()] == [("Trust", "Mine. First words")]
    qtbot.waitUntil(lambda: panel.model.rowCount() > 0)


def test_the_slider_goes_step_by_step_and_day_by_day(qtbot: QtBot, window: MainWindow, past: Workspace) -> None:
    named_versions.name_version(past.project, "First codes", step=3)
    settled(qtbot, past)
    press(qtbot, window, "time_line")
    settled(qtbot, past)
    assert past.time.strip is not None
    slider = past.time.strip.slider
    assert slider.value() == slider.maximum() == len(past.project.history()) - 1
    assert QApplication.focusWidget() is slider
    last = slider.number
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: past.time.step == last - 2, timeout=60_000)
    settled(qtbot, past)
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: past.time.step == 1, timeout=60_000)
    settled(qtbot, past)
    assert "First codes" in slider.moment(slider.place_of(3))
    qtbot.keyClick(slider, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: not past.bridge.looking_back, timeout=60_000)
    settled(qtbot, past)
    past.time.strip.close_button.click()
    assert not past.time.strip.isVisible()


def test_a_new_step_of_somebody_else_lengthens_the_line(qtbot: QtBot, window: MainWindow, past: Workspace) -> None:
    look_at(qtbot, past, 2)
    assert past.time.strip is not None
    before = past.time.strip.slider.maximum()
    with open_project(past.project.database.place, coder="Ben") as other:
        codebook.add_code(other, "from Ben")
    qtbot.waitUntil(lambda: past.time.strip.slider.maximum() == before + 2, timeout=60_000)  # Ben joins, and adds
    assert past.time.step == 2
    assert "from Ben" not in names(past)
    past.time.back_to_now()
    settled(qtbot, past)
    assert "from Ben" in names(past)


def test_closing_the_project_in_the_past_leaves_no_copy(
    qtbot: QtBot, window: MainWindow, past: Workspace, coded_study: Path
) -> None:
    look_at(qtbot, past, 2)
    copy = Path(past.bridge.project.database.place)
    assert copy.exists()
    window.close_project()
    qtbot.waitUntil(lambda: not copy.exists())
    with open_project(coded_study) as again:
        assert again.check() == []


def test_from_a_step_of_the_history(qtbot: QtBot, window: MainWindow, past: Workspace) -> None:
    press(qtbot, window, "history")
    model = past.history.model
    row = next(n for n, row in enumerate(model.rows) if getattr(row, "summary", "") == "Add code “who decides”")
    past.history.list.setCurrentIndex(model.index(row))
    qtbot.mouseClick(past.history.look_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: past.time.step == model.rows[row].number, timeout=60_000)
    settled(qtbot, past)
    assert len(model.steps) == len(past.project.history()), "the history itself is that of now"
    past.time.back_to_now()
    settled(qtbot, past)


@pytest.fixture
def slider(qtbot: QtBot, qapp: QApplication) -> TimeSlider:
    made = TimeSlider(look(), None)
    qtbot.addWidget(made)
    made.resize(640, 100)
    made.show()
    return made


STEPS = [
    (1, "2026-09-01T10:00:00Z"),
    (2, "2026-09-01T11:00:00Z"),
    (3, "2026-09-20T09:00:00Z"),
    (4, "2026-09-20T09:30:00Z"),
    (5, "2026-09-20T12:00:00Z"),
    (6, "2026-10-31T12:00:00Z"),
]


def test_pages_are_days(qtbot: QtBot, slider: TimeSlider) -> None:
    slider.show_steps(course(STEPS, {3: "Pilot"}))
    assert slider.number == 6
    for number in (5, 2, 1):
        qtbot.keyClick(slider, Qt.Key.Key_PageDown)
        assert slider.number == number
    for number in (2, 5, 6):
        qtbot.keyClick(slider, Qt.Key.Key_PageUp)
        assert slider.number == number
    assert "31 Oct 2026" in slider.accessibleDescription()


def test_a_click_takes_the_nearest_step(qtbot: QtBot, slider: TimeSlider) -> None:
    slider.show_steps(course(STEPS, {3: "Pilot"}))
    for place in range(len(STEPS)):
        assert abs(slider.x_of(slider.place_at(slider.x_of(place))) - slider.x_of(place)) < 1
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(round(slider.x_of(0)) + 1, 60))
    assert slider.number in (1, 2)
    slider.show_steps(course([*STEPS, (7, "2026-11-02T12:00:00Z")], {}))
    assert slider.number in (1, 2), "the moment stays where one looks"
    slider.to_now()
    slider.show_steps(course([*STEPS, (7, "2026-11-02T12:00:00Z"), (8, "2026-11-02T12:00:01Z")], {}))
    assert slider.number == 8, "now stays now"


def test_all_steps_of_one_moment_stand_in_order(slider: TimeSlider, grab: Callable[[TimeSlider], bool]) -> None:
    slider.show_steps(course([(number, "2026-09-01T10:00:00Z") for number in range(1, 6)], {2: "x"}))
    assert [slider.place_at(slider.x_of(place)) for place in range(5)] == [0, 1, 2, 3, 4]
    assert grab(slider)
    slider.show_steps(course([(1, "2026-09-01T10:00:00Z")], {}))
    assert slider.place_at(300) == 0
    assert grab(slider)


@pytest.fixture
def grab() -> Callable[[TimeSlider], bool]:
    """Paint it; whether anything was painted."""

    def painted(slider: TimeSlider) -> bool:
        image = slider.grab().toImage()
        return len({image.pixel(x, y) for x in range(0, 640, 4) for y in range(0, 100, 4)}) > 2

    return painted


def test_a_project_with_a_name_only(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    place = tmp_path / "bare.qualcode"
    new(place, "Bare", coder="AB").close()
    workspace = opened(qtbot, window, place)
    press(qtbot, window, "time_line")
    settled(qtbot, workspace)
    assert workspace.time.strip is not None
    assert workspace.time.strip.slider.number == 1
    workspace.time.go(1)
    settled(qtbot, workspace)
    assert not workspace.bridge.looking_back


def test_the_time_line_opened_from_its_menu_has_the_keys(qtbot: QtBot, window: MainWindow, past: Workspace) -> None:
    window.activateWindow()
    past.coding.reader.setFocus()
    top = next(one for one in window.menuBar().actions() if window.commands["time_line"] in one.menu().actions())
    top.menu().popup(QPoint(0, 0))
    top.menu().setActiveAction(window.commands["time_line"])
    QTest.keyClick(top.menu(), Qt.Key.Key_Return)
    settled(qtbot, past)
    assert past.time.strip is not None
    slider = past.time.strip.slider
    assert window.focusWidget() is slider
    qtbot.waitUntil(lambda: bool(slider.numbers), timeout=60_000)
    last = slider.number
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Left)
    assert slider.number != last
    past.time.put_away()
    settled(qtbot, past)
