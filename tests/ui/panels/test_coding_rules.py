"""The coding rules beside the text, in the real window."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qualcode.app import codebook, coding, marking, memos
from qualcode.app.coding_rules import MOST, rules_of
from qualcode.app.project import Project
from qualcode.domain.codebook import Codebook
from qualcode.ui.bridge import Bridge
from qualcode.ui.look import look
from qualcode.ui.panels.coding_rules import CodingRulesPanel


@pytest.fixture
def codes(project: Project) -> dict[str, UUID]:
    with project.read() as read:
        return {code.name: code.id for code in read.codes()}


@pytest.fixture
def panel(bridge: Bridge, project: Project, qtbot: QtBot) -> CodingRulesPanel:
    def book() -> Codebook:
        with project.read() as read:
            return read.codebook

    made = CodingRulesPanel(bridge, look(), book)
    qtbot.addWidget(made)
    made.resize(352, 700)
    made.show()
    return made


def shown(panel: CodingRulesPanel) -> dict[str, str]:
    """The texts that can be read, by field."""
    return {field: part.text.text() for field, part in panel.texts.items() if not part.isHidden()}


def settle(panel: CodingRulesPanel, qtbot: QtBot, rest: Callable[[], None]) -> None:
    """Wait until the examples are there."""
    qtbot.waitUntil(lambda: not panel._timer.isActive())
    rest()


def test_nothing_is_shown_before_a_code_is_at_hand(panel: CodingRulesPanel) -> None:
    assert panel.code is None
    assert not panel.pin_action.isEnabled()
    assert not panel.edit_button.isVisible()


def test_a_code_shows_what_it_means_at_once_and_its_examples_later(
    panel: CodingRulesPanel, project: Project, codes: dict[str, UUID], qtbot: QtBot, rest: Callable[[], None]
) -> None:
    labour = codes["unpaid labour"]
    given = {"include": "Work is given.", "exclude": "Work is paid."}
    codebook.define_code(project, labour, example="We gave time", example_document="P01", **given)
    with project.read() as read:
        placed = read.placed(code=labour)[0]
    marking.mark_coding(project, placed.id, "exemplar")
    memos.write_memo(project, "Only what somebody calls work.", labour, "How I use it", "code")
    memos.write_memo(project, "I am tired of this one.", labour, "Aside", "reflexive")
    rest()
    panel.follow(labour)
    assert shown(panel) == {
        "definition": "Time nobody pays for.",
        "include": "Work is given.",
        "exclude": "Work is paid.",
        "example": "We gave time\n(P01)",
    }
    assert panel._path.text() == "Reciprocity > unpaid labour"
    assert panel.exemplars.isHidden()
    settle(panel, qtbot, rest)
    assert [row.accessibleName() for row in panel.exemplars.rows] == ["We gave time, P01, turn 2 · Amara"]
    assert [row.target.title for row in panel.memos.rows] == ["How I use it"]
    assert panel.near_misses.isHidden()
    with qtbot.waitSignal(panel.open_segment) as opened:
        qtbot.mouseClick(panel.exemplars.rows[0], Qt.MouseButton.LeftButton)
    assert opened.args == [placed.document, placed.start, placed.end, placed.id]
    with qtbot.waitSignal(panel.open_memo):
        qtbot.keyClick(panel.memos.rows[0], Qt.Key.Key_Space)
    with qtbot.waitSignal(panel.show_segments) as asked:
        qtbot.mouseClick(panel.segments_button, Qt.MouseButton.LeftButton)
    assert asked.args == [labour]


def test_a_held_code_stays_until_it_is_let_go(
    panel: CodingRulesPanel, codes: dict[str, UUID], qtbot: QtBot, rest: Callable[[], None]
) -> None:
    panel.follow(codes["power"])
    panel.pin_action.trigger()
    panel.follow(codes["goodwill"])
    assert panel.code == codes["power"]
    panel.pin_action.trigger()
    assert panel.code == codes["goodwill"]
    settle(panel, qtbot, rest)


def test_passing_by_asks_once_and_coming_back_asks_nothing(
    panel: CodingRulesPanel, bridge: Bridge, codes: dict[str, UUID], qtbot: QtBot, rest: Callable[[], None]
) -> None:
    asked = []
    bridge.tasks.started.connect(asked.append)
    for name in ("power", "goodwill", "unpaid labour"):
        panel.follow(codes[name])
        assert panel.code == codes[name]
    settle(panel, qtbot, rest)
    assert len(asked) == 1
    panel.follow(codes["power"])
    settle(panel, qtbot, rest)
    panel.follow(codes["unpaid labour"])
    settle(panel, qtbot, rest)
    assert len(asked) == 2


def test_what_changes_elsewhere_is_seen(
    panel: CodingRulesPanel, project: Project, codes: dict[str, UUID], qtbot: QtBot, rest: Callable[[], None]
) -> None:
    power = codes["power"]
    panel.follow(power)
    settle(panel, qtbot, rest)
    assert not panel._none.isHidden()
    assert panel.edit_button.text() == "Write a definition"
    codebook.define_code(project, power, definition="Who may say no.")
    qtbot.waitUntil(lambda: shown(panel) == {"definition": "Who may say no."})
    assert panel.edit_button.text() == "Edit the definition"
    with project.read() as read:
        placed = read.placed(code=power)[0]
    marking.mark_coding(project, placed.id, "near-miss")
    qtbot.waitUntil(lambda: not panel.near_misses.isHidden())
    coding.remove_coding(project, placed.id)
    qtbot.waitUntil(panel.near_misses.isHidden)
    codebook.remove_code(project, power)
    qtbot.waitUntil(lambda: panel.code is None)
    rest()


def test_a_hidden_panel_asks_nothing_and_catches_up(
    panel: CodingRulesPanel, bridge: Bridge, codes: dict[str, UUID], qtbot: QtBot, rest: Callable[[], None]
) -> None:
    panel.hide()
    asked = []
    bridge.tasks.started.connect(asked.append)
    panel.follow(codes["goodwill"])
    rest()
    assert asked == []
    assert panel.code is None
    panel.show()
    assert panel.code == codes["goodwill"]
    settle(panel, qtbot, rest)
    assert len(asked) == 1


def test_more_examples_than_fit_are_counted(project: Project, codes: dict[str, UUID]) -> None:
    power = codes["power"]
    with project.read() as read:
        document = next(one for one in read.documents() if one.name == "P01 Larder")
    for at in range(MOST + 3):
        placed = coding.apply_code(project, document.id, at, at + 5, power)
        marking.mark_coding(project, placed.id, "exemplar")
    with project.read() as read:
        found = rules_of(read, power)
        assert found is not None
        assert (len(found.exemplars), found.exemplar_count, found.near_miss_count) == (MOST, MOST + 3, 0)
    codebook.remove_code(project, power)
    with project.read() as read:
        assert rules_of(read, power) is None
