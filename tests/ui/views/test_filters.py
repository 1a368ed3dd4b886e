from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot
from ui.views.scenes import Scene

from qualcode.app import cases, document_sets, documents, folders
from qualcode.domain.documents import turns
from qualcode.ui.filter_bar import FilterBar
from qualcode.ui.filter_popup import FilterPopup, RangeFields
from qualcode.ui.filters import Choice, SavedFilters
from qualcode.ui.memory import remember


def wait_idle(qtbot: QtBot, scene: Scene) -> None:
    qtbot.waitUntil(lambda: scene.bridge.idle, timeout=60_000)


def bar_of(qtbot: QtBot, scene: Scene) -> FilterBar:
    bar = FilterBar(scene.bridge, scene.look, scene.filters)
    qtbot.addWidget(bar)
    bar.resize(1200, 36)
    wait_idle(qtbot, scene)
    return bar


def chips(bar: FilterBar) -> list[str]:
    return [chip.text() for chip in bar.chips]


def popup_of(qtbot: QtBot, scene: Scene) -> FilterPopup:
    popup = FilterPopup(scene.bridge, scene.look, scene.filters, scene.view)
    popup.open_below(scene.view.filter_button)
    wait_idle(qtbot, scene)
    return popup


def items(popup: FilterPopup) -> dict[str, QTreeWidgetItem]:
    found = popup.tree.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
    return {item.text(0): item for item in found}


def check(popup: FilterPopup, *names: str) -> None:
    listed = items(popup)
    for name in names:
        listed[name].setCheckState(0, Qt.CheckState.Checked)


def test_the_bar_says_where_only_own_turns_count(scene_of: Any, study: Path, qtbot: QtBot) -> None:
    scene = scene_of(study)
    with scene.project.read() as read:
        document = read.documents()[0]
        speaker = next(turn.speaker for turn in turns(read.text(document), document.speakers) if turn.speaker)
    cases.add_case(scene.project, "One voice", voice="high")
    cases.assign(scene.project, "One voice", document, speaker=speaker)
    bar = bar_of(qtbot, scene)
    scene.filters.choose(Choice(variables={"voice": frozenset(["high"])}))
    wait_idle(qtbot, scene)
    assert bar.summary() == "Filter on: 1 of 2 documents, 1 of them in part (own turns only)"
    cases.assign(scene.project, "One voice", document)
    scene.filters.choose(Choice(variables={"voice": frozenset(["high", ""])}))
    wait_idle(qtbot, scene)
    assert "in part" not in bar.summary()


def test_the_bar_is_there_only_while_something_is_filtered(scene_of: Any, study: Path, qtbot: QtBot) -> None:
    scene = scene_of(study)
    bar = bar_of(qtbot, scene)
    assert bar.isHidden()
    with scene.project.read() as read:
        coder = read.coder_named("AB").id
    scene.filters.choose(Choice(folders=frozenset(["01"]), coders=frozenset([coder])))
    assert not bar.isHidden()
    wait_idle(qtbot, scene)
    assert bar.summary() == "Filter on: 1 of 2 documents"
    assert chips(bar) == ["Folder: 01", "Coder: AB"]
    bar.chips[0].click()
    wait_idle(qtbot, scene)
    qtbot.waitUntil(lambda: chips(bar) == ["Coder: AB"])
    assert scene.filters.options() == {"coders": [coder]}
    bar.clear_button.click()
    assert bar.isHidden()
    assert scene.filters.options() == {}


def test_a_filter_on_what_is_removed_goes_away(scene_of: Any, study: Path, qtbot: QtBot) -> None:
    scene = scene_of(study)
    bar = bar_of(qtbot, scene)
    said: list[str] = []
    bar.said.connect(said.append)
    with scene.project.read() as read:
        document = read.document_named("P02")
    scene.filters.choose(Choice(documents=frozenset([document.id])))
    wait_idle(qtbot, scene)
    assert chips(bar) == ["Documents: P02"]
    scene.bridge.do(documents.remove_document, document.id)
    qtbot.waitUntil(lambda: not scene.filters.active, timeout=60_000)
    scene.settle()
    assert said == ["What was filtered for is no longer in the project; everything is shown again."]


@pytest.mark.parametrize("how", ["case", "value"])
def test_a_filter_for_a_value_that_nobody_has_any_more_is_cleared_and_said(
    scene_of: Any, study: Path, qtbot: QtBot, how: str
) -> None:
    scene = scene_of(study)
    bar = bar_of(qtbot, scene)
    said, failed = [], []
    bar.said.connect(said.append)
    scene.bridge.failed.connect(failed.append)
    scene.filters.choose(Choice(variables={"Paid": frozenset(["no"])}))
    scene.settle()
    assert bar.summary() == "Filter on: 1 of 2 documents"
    if how == "case":
        cases.remove_case(scene.project, "Anna")
    else:
        cases.set_value(scene.project, "Anna", "Paid", "yes")
    qtbot.waitUntil(lambda: not scene.filters.active, timeout=60_000)
    scene.settle()
    assert said == ["What was filtered for is no longer in the project; everything is shown again."]
    assert failed == []
    assert scene.view.pages.currentWidget() is scene.view.body, "everything is shown again"
    assert bar.isHidden()


def test_a_filter_keeps_what_is_still_there(scene_of: Any, study: Path, qtbot: QtBot) -> None:
    scene = scene_of(study)
    cases.add_case(scene.project, "Ben", Paid="yes")
    cases.assign(scene.project, "Ben", "P02")
    bar = bar_of(qtbot, scene)
    said, failed = [], []
    bar.said.connect(said.append)
    scene.bridge.failed.connect(failed.append)
    scene.filters.choose(Choice(variables={"Paid": frozenset(["no", "yes"])}))
    scene.settle()
    cases.remove_case(scene.project, "Anna")
    qtbot.waitUntil(lambda: scene.filters.options() == {"variables": {"Paid": ["yes"]}}, timeout=60_000)
    scene.settle()
    assert said == ["Part of what was filtered for is no longer in the project; the filter goes on without it."]
    assert failed == []
    assert bar.summary() == "Filter on: 1 of 2 documents"


def test_a_view_without_a_bar_says_that_its_filter_is_for_nothing(scene_of: Any, study: Path, qtbot: QtBot) -> None:
    scene = scene_of(study)
    scene.filters.choose(Choice(folders=frozenset(["gone"])))
    scene.settle()
    assert scene.view.pages.currentWidget() is scene.view.message
    assert "no longer in the project" in scene.view.message.text.text()
    scene.view.message.button.click()
    scene.settle()
    assert scene.view.pages.currentWidget() is scene.view.body


def test_a_whole_folder_takes_in_what_comes_later(scene_of: Any, study: Path, qtbot: QtBot) -> None:
    scene = scene_of(study)
    popup = popup_of(qtbot, scene)
    check(popup, "01")
    assert popup.chosen() == Choice(folders=frozenset(["01"]))
    check(popup, "02")
    # all documents in all folders: that filters nothing that is there, but the folders are what was meant
    assert popup.chosen().documents == frozenset()
    popup.close()


def test_checked_documents_coders_and_values(scene_of: Any, study: Path, qtbot: QtBot) -> None:
    scene = scene_of(study)
    cases.add_case(scene.project, "Ben", Paid="yes")
    popup = popup_of(qtbot, scene)
    check(popup, "CD", "no")
    qtbot.waitUntil(lambda: scene.filters.active)
    with scene.project.read() as read:
        coder = read.coder_named("CD").id
    assert scene.filters.options() == {"coders": [coder], "variables": {"Paid": ["no"]}}
    again = popup_of(qtbot, scene)
    assert items(again)["CD"].checkState(0) == Qt.CheckState.Checked
    assert items(again)["AB"].checkState(0) == Qt.CheckState.Unchecked
    again.clear_button.click()
    assert not scene.filters.active
    for open_popup in (popup, again):
        open_popup.close()


def test_what_is_checked_at_last_counts_when_the_popup_closes(scene_of: Any, study: Path, qtbot: QtBot) -> None:
    scene = scene_of(study)
    popup = popup_of(qtbot, scene)
    check(popup, "CD")
    popup.close()
    assert scene.filters.active


def test_letters_narrow_the_lists(scene_of: Any, study: Path, qtbot: QtBot) -> None:
    popup = popup_of(qtbot, scene_of(study))
    qtbot.keyClicks(popup.find, "p02")
    shown = {name for name, item in items(popup).items() if not item.isHidden()}
    assert shown == {"Documents", "02", "P02"}
    popup.find.clear()
    assert not any(item.isHidden() for item in items(popup).values())
    popup.close()


def test_a_filter_is_saved_under_a_name_and_recalled(
    scene_of: Any, study: Path, qtbot: QtBot, qualcode_home: Path
) -> None:
    scene = scene_of(study)
    cases.add_variable(scene.project, "met", "date")
    cases.set_value(scene.project, "Anna", "met", "2024-05-09")
    document_sets.add_document_set(scene.project, "Both", ["P01", "P02"])
    scene.settle()
    popup = popup_of(qtbot, scene)
    check(popup, "Both · 2", "AB")
    fields = popup.findChild(RangeFields)
    fields.low.setText("2024")
    fields.high.setText("nonsense")
    assert popup.chosen().variables == {}, "half a range is waited for"
    fields.high.setText("2024-06")
    popup.saved_menu.aboutToShow.emit()
    popup.saved_menu.actions()[-1].trigger()
    qtbot.keyClicks(popup.name, "Spring")
    qtbot.keyClick(popup.name, Qt.Key.Key_Return)
    assert scene.filters.active
    kept = scene.filters.choice
    assert kept.variables == {"met": {"2024..2024-06"}}
    popup.clear_button.click()
    assert not scene.filters.active
    popup.close()
    again = popup_of(qtbot, scene)
    again.saved_menu.aboutToShow.emit()
    assert again.saved_menu.actions()[0].text() == "Spring"
    again.saved_menu.actions()[0].trigger()
    assert scene.filters.choice == kept
    assert items(again)["Both · 2"].checkState(0) == Qt.CheckState.Checked
    assert again.findChildren(RangeFields)[-1].low.text() == "2024"
    again.saved_menu.aboutToShow.emit()
    again.saved_menu.actions()[-1].menu().actions()[0].trigger()
    again.saved_menu.aboutToShow.emit()
    assert [action.text() for action in again.saved_menu.actions()] == ["Save this filter…"]
    again.close()
    bar = bar_of(qtbot, scene)
    assert chips(bar) == ["Set: Both", "Coder: AB", "met: 2024 – 2024-06"]


def test_what_the_settings_hold_by_hand_is_no_filter(qualcode_home: Path) -> None:
    study = UUID(int=7)
    remember(f"filters/{study}", '{"good": {"folders": ["a"]}, "bad": {"documents": ["no id"]}}')
    assert SavedFilters(study).all() == {"good": Choice(folders=frozenset(["a"]))}
    remember(f"filters/{study}", "[]")
    assert SavedFilters(study).all() == {}


def test_a_set_that_is_removed_takes_its_filter_along(scene_of: Any, study: Path, qtbot: QtBot) -> None:
    scene = scene_of(study)
    made = document_sets.add_document_set(scene.project, "One", ["P01"])
    bar = bar_of(qtbot, scene)
    scene.filters.choose(Choice(sets=frozenset([made.id])))
    wait_idle(qtbot, scene)
    assert bar.summary() == "Filter on: 1 of 2 documents"
    document_sets.remove_document_set(scene.project, made)
    qtbot.waitUntil(lambda: not scene.filters.active, timeout=60_000)
    scene.settle()


def test_folders_in_folders_are_meant_as_a_whole(scene_of: Any, study: Path, qtbot: QtBot) -> None:
    scene = scene_of(study)
    folders.move_documents(scene.project, ["P01"], "All/First")
    folders.move_documents(scene.project, ["P02"], "All")
    scene.settle()
    popup = popup_of(qtbot, scene)
    check(popup, "First")
    assert popup.chosen() == Choice(folders=frozenset(["All/First"]))
    check(popup, "P02")
    assert popup.chosen() == Choice(folders=frozenset(["All"]))
    popup.close()
    bar = bar_of(qtbot, scene)
    scene.filters.choose(Choice(folders=frozenset(["All"])))
    wait_idle(qtbot, scene)
    assert bar.summary() == "Filter on: 2 of 2 documents"
