"""What the view of co-occurrence shows goes to the report as the same question."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot
from ui.views.scenes import Scene

from qualcode.app import coding
from qualcode.app.basket import items
from qualcode.app.basket_questions import asked_again
from qualcode.app.project import open_project
from qualcode.domain.questions import BasketItem

OpenScene = Callable[[Path], Scene]


def kept_by(scene: Scene, qtbot: QtBot, title: str) -> BasketItem:
    """Choose from the menu of “To the report”; what was kept."""
    button = scene.view.report_button
    button.choices.aboutToShow.emit()
    (action,) = (each for each in button.choices.actions() if each.text() == title)
    with qtbot.waitSignal(scene.view.said, timeout=60_000) as told:
        action.trigger()
    assert told.args[0] == f"“{title}” goes into the report."
    with scene.project.read() as read:
        return items(read)[-1]


def test_what_is_shown_goes_to_the_report_as_the_same_question(scene_of: OpenScene, study: Path, qtbot: QtBot) -> None:
    scene = scene_of(study)
    scene.view.controls.choose(rule="turn", measure="jaccard")
    scene.settle()
    with scene.project.read() as read:
        pairs = asked_again(read, kept_by(scene, qtbot, "Pairs of codes"))
        heat = asked_again(read, kept_by(scene, qtbot, "Heat map"))
        network = asked_again(read, kept_by(scene, qtbot, "Network"))
    assert pairs["rule"] == "turn"
    assert (heat["rule"], heat["measure"], heat["order"]) == ("turn", "jaccard", "codebook")
    assert (network["kind"], network["rule"]) == ("network", "turn")
    table = scene.project.analyse("cooccurrence", **pairs)
    assert {frozenset(row) for row in table[["code_a", "code_b"]].to_numpy()}
    for kept in (heat, network):
        assert scene.project.figure("cooccurrence", **kept).axes
    scene.project.undo()
    with scene.project.read() as read:
        assert len(items(read)) == 2


def test_a_table_of_pairs_of_codes_is_not_offered_while_themes_are_shown(scene_of: OpenScene, study: Path) -> None:
    scene = scene_of(study)
    scene.view.controls.choose(level="themes")
    scene.settle()
    scene.view.report_button.choices.aboutToShow.emit()
    assert [each.text() for each in scene.view.report_button.choices.actions()] == ["Heat map", "Network"]


def test_nothing_goes_to_the_report_from_the_past(scene_of: OpenScene, study: Path) -> None:
    scene = scene_of(study)
    with scene.project.as_of(3) as then:
        scene.bridge.look_at(then)
        scene.settle()
        assert not scene.view.report_button.isEnabled()
        scene.bridge.look_at(scene.project)
        scene.settle()
    assert scene.view.report_button.isEnabled()


def test_where_nothing_is_coded_nothing_goes_to_the_report(scene_of: OpenScene, study: Path) -> None:
    with open_project(study, coder="AB") as project:
        with project.read() as read:
            codings = [one.id for one in read.placed()]
        coding.remove_codings(project, codings)
    scene = scene_of(study)
    assert scene.view.pages.currentWidget() is scene.view.message
    assert not scene.view.report_button.isEnabled()
    scene.project.undo()
    scene.settle()
    assert scene.view.report_button.isEnabled()
