"""The page of the maps: which map, layouts, sizes, its history, and ways out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.conftest import opened, press, settled
from ui.maps.conftest import centre, picture, steps, thing, tie

from qualcode.app import theme_maps
from qualcode.app.map_reading import maps
from qualcode.ui.maps.map_place import MapPlace
from qualcode.ui.maps.past import NOW
from qualcode.ui.parts.dates import short_moment
from qualcode.ui.parts.toast import SHADOW
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace

Settle = Callable[[], None]


def names(place: MapPlace) -> list[str]:
    return [place.bar.chooser.itemText(at) for at in range(place.bar.chooser.count())]


# ── maps ──
def test_without_a_map_there_is_one_sentence_and_a_way_on(qtbot: QtBot, window: MainWindow, coded_study: Path) -> None:
    workspace = opened(qtbot, window, coded_study)
    press(qtbot, window, "tab_themes")
    qtbot.waitUntil(lambda: workspace.themes.maps is not None, timeout=60_000)
    workspace.themes.tab.show_page("map")
    settled(qtbot, workspace)
    place = workspace.themes.maps.place
    assert place.empty.isVisible()
    assert not place.canvas.isVisible()
    place.empty.new_button.click()
    QTest.keyClicks(place.bar.name, "How it hangs together")
    QTest.keyClick(place.bar.name, Qt.Key.Key_Return)
    settled(qtbot, workspace)
    assert place.canvas.isVisible()
    assert place.bar.chooser.currentText() == "How it hangs together"


def test_maps_are_made_named_chosen_and_removed(window: MainWindow, map_place: MapPlace, settle: Settle) -> None:
    bar = map_place.bar
    bar.ask_name(True)
    QTest.keyClicks(bar.name, "Main")
    QTest.keyClick(bar.name, Qt.Key.Key_Return)
    settle()
    assert "already" in bar.problem.text()  # beside the field, which stays
    bar.name.setText("Second")
    QTest.keyClick(bar.name, Qt.Key.Key_Return)
    settle()
    assert bar.chooser.currentText() == "Second"
    assert not map_place.canvas.scene.things
    bar.ask_name(False)
    bar.name.setText("Second draft")
    QTest.keyClick(bar.name, Qt.Key.Key_Return)
    settle()
    assert names(map_place) == ["Main", "Second draft"]
    bar.chooser.setCurrentIndex(0)
    bar.chooser.activated.emit(0)
    settle()
    assert len(map_place.canvas.scene.things) == 5
    bar.remove.trigger()
    settle()
    assert names(map_place) == ["Second draft"]
    window.toasts.button.click()
    settle()
    assert names(map_place) == ["Main", "Second draft"]


def test_layouts_are_steps_and_shuffling_begins_anew(map_place: MapPlace, settle: Settle) -> None:
    before, number = centre(map_place, "Power"), steps(map_place)
    next(act for act in map_place.tools.layouts.actions() if act.data() == "radial").trigger()
    settle()
    assert picture(map_place).map.layout == "radial"
    first = centre(map_place, "Time")
    map_place.tools.shuffle.trigger()
    settle()
    assert steps(map_place) == number + 2
    assert picture(map_place).map.seed != 20
    map_place._bridge.undo()
    settle()
    assert centre(map_place, "Time") == first
    map_place._bridge.undo()
    settle()
    assert centre(map_place, "Power") == before


def test_sizes_follow_what_is_chosen(map_place: MapPlace) -> None:
    canvas, power = map_place.canvas, thing(map_place, "Power")
    same = canvas.box_in_widget(power).width()
    next(act for act in map_place.tools.sizes.actions() if act.text() == "By segments").trigger()
    assert canvas.box_in_widget(power).width() != same
    assert map_place.exports.size == "segments"  # a file shows what the window shows


def test_sizes_are_kept_with_the_map(qtbot: QtBot, map_place: MapPlace, mapped: Workspace, settle: Settle) -> None:
    next(act for act in map_place.tools.sizes.actions() if act.text() == "By cases").trigger()
    settle()
    assert picture(map_place).map.size_by == "cases"
    again = MapPlace(mapped.bridge)
    qtbot.addWidget(again)
    again.show()
    settle()
    qtbot.waitUntil(lambda: again.canvas.scene.sized == "cases", timeout=60_000)
    assert again.exports.size == "cases"
    assert [act.text() for act in again.tools.sizes.actions() if act.isChecked()] == ["By cases"]
    mapped.bridge.undo()
    settle()
    assert again.canvas.scene.sized == map_place.canvas.scene.sized == "same"


def test_another_hand_moves_something(map_place: MapPlace, settle: Settle) -> None:
    theme_maps.move_nodes(map_place._bridge.project, "Main", {"Power": (-100, -200)})
    settle()
    shown = map_place.canvas.scene.things[thing(map_place, "Power")]
    assert (shown.x, shown.y) == (-100, -200)


def test_a_renamed_theme_has_its_new_name_on_the_map(map_place: MapPlace, mapped: Workspace, settle: Settle) -> None:
    from qualcode.app import codebook

    mapped.bridge.do(codebook.rename_code, "Power", "Power and place")
    settle()
    assert thing(map_place, "Power and place")


def test_a_theme_chosen_in_the_list_is_chosen_on_the_map(map_place: MapPlace, mapped: Workspace) -> None:
    time = map_place.canvas.scene.things[thing(map_place, "Time")]
    mapped.themes.tab.choose(time.about)
    assert map_place.canvas.chosen == {time.id}


# ── history ──
def test_the_past_is_looked_at_only(map_place: MapPlace, settle: Settle) -> None:
    map_place.bar.history.setChecked(True)
    settle()
    history = map_place.history
    assert history.at_present
    assert [step.action for step in history.steps][:2] == ["theme_maps.add_map", "theme_maps.add_nodes"]
    history.slider.setValue(1)
    settle()
    assert map_place.past_banner.isVisible()
    assert "Look only" in map_place.past_banner.text.text()
    assert len(map_place.canvas.scene.things) == 4
    assert not map_place.canvas.scene.ties
    assert map_place.canvas.locked
    assert not map_place.tools.add.isVisible()
    map_place.past_banner.back.click()
    settle()
    assert len(map_place.canvas.scene.things) == 5
    assert not map_place.canvas.locked
    assert map_place.tools.add.isVisible()
    assert not map_place.past_banner.isVisible()


def test_two_states_are_compared(map_place: MapPlace, settle: Settle) -> None:
    rosa = thing(map_place, "Rosa")
    project = map_place._bridge.project
    theme_maps.move_nodes(project, "Main", {"Power": (-500, -200)})
    theme_maps.remove_nodes(project, "Main", "Rosa")
    settle()
    map_place.bar.history.setChecked(True)
    settle()
    history = map_place.history
    history.slider.setValue(2)  # with the note, before the relations
    settle()
    history.compare.setCurrentIndex(1)
    settle()
    things, ties = map_place.canvas.scene.things, map_place.canvas.scene.ties
    assert things[rosa].mark == "removed"
    assert things[thing(map_place, "Power")].mark == "changed"
    assert things[thing(map_place, "Time")].mark == ""
    assert {one.mark for one in ties.values()} == {"added"}
    lines = [history.lines.item(at).text() for at in range(history.lines.count())]
    assert "− removed: Rosa" in lines
    assert "~ moved: Power" in lines
    assert "+ relation added: Power – leads to → Time" in lines
    history.lines.setCurrentRow(lines.index("− removed: Rosa"))
    assert map_place.canvas.chosen == {rosa}
    map_place.bar.history.setChecked(False)
    settle()
    assert rosa not in map_place.canvas.scene.things
    assert all(not one.mark for one in map_place.canvas.scene.things.values())


def test_two_states_that_are_alike(map_place: MapPlace, settle: Settle) -> None:
    map_place.bar.history.setChecked(True)
    settle()
    map_place.history.compare.setCurrentIndex(1)
    settle()
    assert map_place.history.lines.item(0).text() == "The two states are alike."
    offered = map_place.history.compare.view()
    assert offered.minimumWidth() > offered.sizeHintForColumn(0), "steps are told apart by the end of their words"


def test_page_up_goes_to_another_day_or_to_the_end(map_place: MapPlace, settle: Settle) -> None:
    map_place.bar.history.setChecked(True)
    settle()
    slider = map_place.history.slider
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_PageDown)
    assert slider.value() == 0  # all of it was done today
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == 1


def test_closed_history_does_not_come_back(map_place: MapPlace, settle: Settle) -> None:
    map_place.bar.history.setChecked(True)
    settle()
    map_place.history.slider.setValue(1)  # asked for, and closed before it came
    map_place.bar.history.setChecked(False)
    settle()
    assert len(map_place.canvas.scene.things) == 5
    assert not map_place.canvas.locked
    assert not map_place.past_banner.isVisible()


def test_another_map_is_shown_as_it_is_now(map_place: MapPlace, settle: Settle) -> None:
    theme_maps.add_map(map_place._bridge.project, "Second")
    theme_maps.add_nodes(map_place._bridge.project, "Second", ["Time"])
    settle()
    map_place.bar.history.setChecked(True)
    settle()
    map_place.history.slider.setValue(1)
    settle()
    assert map_place.canvas.locked
    map_place.show_map(map_place.data.maps[1].id)
    settle()
    history = map_place.history
    assert [step.action for step in history.steps] == ["theme_maps.add_map", "theme_maps.add_nodes"]
    assert history.at_present
    assert not map_place.canvas.locked
    assert [one.name for one in map_place.canvas.scene.things.values()] == ["Time"]


def compare_with_now(place: MapPlace, settle: Settle) -> None:
    place.bar.history.setChecked(True)
    settle()
    place.history.slider.setValue(2)
    place.history.compare.setCurrentIndex(1)
    settle()
    assert place.history.lines.isVisible()


def test_what_differs_is_not_said_of_another_map(map_place: MapPlace, settle: Settle) -> None:
    theme_maps.add_map(map_place._bridge.project, "Second")
    settle()
    compare_with_now(map_place, settle)
    map_place.show_map(map_place.data.maps[1].id)
    settle()
    assert not map_place.history.lines.isVisible()
    assert map_place.history.lines.count() == 0
    assert map_place.history.compare.currentData() is None
    assert map_place.history.at_present


def test_nothing_is_compared_when_the_history_is_opened_again(map_place: MapPlace, settle: Settle) -> None:
    compare_with_now(map_place, settle)
    map_place.bar.history.setChecked(False)
    settle()
    map_place.bar.history.setChecked(True)
    settle()
    assert map_place.history.at_present
    assert not map_place.history.lines.isVisible()
    assert not map_place.past_banner.isVisible()


def test_the_present_is_never_kept_as_a_past_state(map_place: MapPlace, settle: Settle) -> None:
    past, found = map_place.history._past, []
    past.show(map_place.data.map, lambda _steps: None)
    settle()
    for _ in range(2):
        past.states([NOW], found.extend)
        settle()
        theme_maps.move_nodes(map_place._bridge.project, "Main", {"Power": (-100, -200)})
    before, after = (next(one.node.x for one in state.things if one.label == "Power") for state in found)
    assert (before, after) == (-300, -100)


def test_the_history_goes_on_while_the_tab_is_away(
    window: MainWindow, map_place: MapPlace, mapped: Workspace, settle: Settle
) -> None:
    map_place.bar.history.setChecked(True)
    settle()
    known = len(map_place.history.steps)
    tab = mapped.themes.tab
    mapped.bridge.tasks.hold()
    map_place.data.ask()
    theme_maps.add_note(mapped.project, "Main", "Meanwhile", 0, 0)
    tab.hide()  # for a moment: what was asked for comes now
    mapped.bridge.tasks.release()
    settle()
    assert len(map_place.history.steps) == known + 1
    tab.show()


def test_the_history_of_no_map_waits_for_one(qtbot: QtBot, window: MainWindow, coded_study: Path) -> None:
    workspace = opened(qtbot, window, coded_study)
    press(qtbot, window, "map_history")
    qtbot.waitUntil(lambda: workspace.themes.maps is not None and workspace.themes.maps.place is not None)
    settled(qtbot, workspace)
    place = workspace.themes.maps.place
    assert place.empty.isVisible()  # says that there is none
    assert not place.history.isVisible()
    place.acts.add_map("First", lambda _error: None)
    settled(qtbot, workspace)
    assert place.history.isVisible()
    assert [step.action for step in place.history.steps] == ["theme_maps.add_map"]
    place.acts.remove_map("First")
    settled(qtbot, workspace)
    assert place.empty.isVisible()
    assert not place.history.isVisible()


def test_a_relation_of_the_past_is_looked_at_only(map_place: MapPlace, mapped: Workspace, settle: Settle) -> None:
    map_place.bar.history.setChecked(True)
    map_place.canvas.choose({tie(map_place, "contradicts")})
    settle()
    beside = mapped.themes.maps.relation
    beside.comment.setPlainText("by turns, and slowly")
    last = map_place.history.slider.maximum()
    map_place.history.slider.setValue(last - 1)
    settle()
    assert not beside.kind.isEnabled()
    assert beside.comment.isReadOnly()
    assert not map_place.bar.remove.isEnabled()
    assert not map_place.bar.rename.isEnabled()
    found = next(one.relation for one in picture(map_place).relations if one.relation.kind == "contradicts")
    assert found.comment == "by turns, and slowly"  # what was being written is kept
    map_place.bar.history.setChecked(False)
    settle()
    map_place.canvas.choose({tie(map_place, "contradicts")})
    settle()
    assert beside.kind.isEnabled()
    assert not beside.comment.isReadOnly()
    assert map_place.bar.remove.isEnabled()


# ── from the data, and out ──
def test_a_map_is_made_from_the_data(
    window: MainWindow, map_place: MapPlace, mapped: Workspace, settle: Settle
) -> None:
    map_place.ask_data()
    settle()
    dialog = map_place.dialog
    assert "2" in dialog.count.text()
    number = steps(map_place)
    dialog.passages.setValue(1)
    QTest.qWait(350)
    settle()
    dialog.rule.setCurrentIndex(dialog.rule.findData("near"))
    dialog.turns.setValue(3)
    assert dialog.options().rule == "near:3"
    dialog.rule.setCurrentIndex(dialog.rule.findData("overlap"))
    QTest.qWait(350)
    settle()
    dialog.name.setText("What meets")
    dialog.make.click()
    settle()
    assert steps(map_place) == number + 1
    assert map_place.bar.chooser.currentText() == "What meets"
    found = picture(map_place)
    assert {one.label for one in found.things} == {"early", "trust takes years"}
    assert [one.relation.kind for one in found.relations] == ["co-occurs with"]
    assert found.relations[0].quotes == 1
    with mapped.project.read() as read:
        assert len(maps(read)) == 2


def test_a_map_that_would_be_empty_is_not_made(map_place: MapPlace, settle: Settle) -> None:
    map_place.ask_data()
    settle()
    dialog = map_place.dialog
    dialog.minimum.setValue(50)
    QTest.qWait(350)
    settle()
    assert not dialog.make.isEnabled()
    assert "Nothing would stand" in dialog.problem.text()
    dialog.reject()


@pytest.mark.parametrize("suffix", [".svg", ".graphml"])
def test_a_map_is_written_to_a_file(
    qtbot: QtBot, window: MainWindow, map_place: MapPlace, settle: Settle, tmp_path: Path, suffix: str
) -> None:
    from qualcode.ui.leaving.dialog import LeavingDialog

    target = tmp_path / f"Main{suffix}"
    map_place.exports.write(target, map_place._shown_map())
    settle()
    for dialog in window.findChildren(LeavingDialog):  # the case is called by its name
        dialog.write_wanted.emit(False)
        dialog.close()
    qtbot.waitUntil(target.exists, timeout=60_000)
    settle()
    assert "contradicts" in target.read_text("utf-8")
    assert tie(map_place, "contradicts")


@pytest.mark.parametrize("suffix", [".svg", ".graphml"])
def test_a_past_state_is_written_as_it_is_seen(
    qtbot: QtBot, window: MainWindow, map_place: MapPlace, settle: Settle, tmp_path: Path, suffix: str
) -> None:
    from qualcode.ui.leaving.dialog import LeavingDialog

    map_place.bar.history.setChecked(True)
    settle()
    map_place.history.slider.setValue(1)  # before the relations
    settle()
    step = map_place.history.steps[1]
    map_place.exports.ask(suffix)
    dialog = map_place.exports.dialog
    assert short_moment(step.time) in dialog.windowTitle()
    assert Path(dialog.selectedFiles()[0]).name == f"Main ({short_moment(step.time).replace(':', '.')}){suffix}"
    dialog.setDirectory(str(tmp_path))
    target = tmp_path / f"Main{suffix}"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    settle()
    for leaving in window.findChildren(LeavingDialog):  # the case is called by its name
        leaving.write_wanted.emit(False)
        leaving.close()
    qtbot.waitUntil(target.exists, timeout=60_000)
    settle()
    written = target.read_text("utf-8")
    assert "Power" in written
    assert "contradicts" not in written
    assert "What of the others" not in written
    assert step.time[:10] in written


def test_the_map_is_looked_at_in_the_past_of_the_project(
    qtbot: QtBot, map_place: MapPlace, mapped: Workspace, settle: Settle
) -> None:
    def shown(things: int) -> bool:
        maps_now = mapped.themes.maps
        place = maps_now.place if maps_now is not None else None
        return place is not None and place.isVisible() and len(place.canvas.scene.things) == things

    number = next(step.number for step in mapped.project.history() if step.action == "theme_maps.add_note")
    mapped.time.look_at(number - 1)
    qtbot.waitUntil(lambda: mapped.bridge.looking_back and shown(4), timeout=60_000)
    settle()
    past = mapped.themes.maps.place
    assert mapped.themes.tab.page == "map"  # as it was looked at
    assert past.canvas.locked
    assert not past.tools.add.isVisible()
    assert not past.bar.more.isVisible()
    mapped.time.back_to_now()
    qtbot.waitUntil(lambda: not mapped.bridge.looking_back and shown(5), timeout=60_000)
    settle()
    assert mapped.themes.tab.page == "map"
    assert not mapped.themes.maps.place.canvas.locked


def test_the_map_and_the_board_are_commands(qtbot: QtBot, window: MainWindow, mapped: Workspace) -> None:
    press(qtbot, window, "theme_map")
    qtbot.waitUntil(lambda: mapped.themes.maps is not None and mapped.themes.maps.place is not None, timeout=60_000)
    settled(qtbot, mapped)
    tab, maps = mapped.themes.tab, mapped.themes.maps
    assert tab is not None
    assert maps.place.isVisible()
    assert maps.place.isAncestorOf(QApplication.focusWidget())
    press(qtbot, window, "theme_board")
    assert tab.board.isVisible()
    assert not maps.place.isVisible()
    assert tab.board.isAncestorOf(QApplication.focusWidget())


def test_a_size_that_is_refused_is_not_shown(map_place: MapPlace, settle: Settle) -> None:
    key = map_place.acts.map
    map_place.data.hold(True)  # the map is gone before that is seen here
    theme_maps.remove_map(map_place._bridge.project, "Main")
    assert map_place.acts.map == key
    failures: list[Exception] = []
    map_place._bridge.failed.connect(failures.append)
    next(act for act in map_place.tools.sizes.actions() if act.text() == "By cases").trigger()
    settle()
    assert len(failures) == 1
    assert [act.text() for act in map_place.tools.sizes.actions() if act.isChecked()] == ["All alike"]
    assert (map_place.exports.size, map_place.canvas.scene.sized) == ("same", "same")
    map_place.data.hold(False)
    settle()


def test_a_note_at_the_foot_does_not_cover_the_history(map_place: MapPlace, window: MainWindow, settle: Settle) -> None:
    map_place.bar.history.setChecked(True)
    settle()
    history = map_place.history
    window.toasts.say("Moved", "Undo", lambda: None)
    there = QRect(history.mapTo(window, QPoint(0, 0)), history.size())
    card = window.toasts.geometry().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
    assert there.bottom() > window.height() - 120  # else it would not have been covered
    assert not card.intersects(there)
    assert card.top() > window.height() // 3
