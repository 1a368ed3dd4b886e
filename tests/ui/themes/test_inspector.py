"""The inspector: texts saved on leaving them, evidence, voices, codes and history of one theme."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from ui.conftest import ROSA, opened, press, settled
from ui.themes.conftest import theme

from qualcode.app import themes as actions
from qualcode.app.theme_facts import EvidenceRow
from qualcode.ui.dialogs.choose_code import ChooseCodeDialog
from qualcode.ui.dialogs.choose_segments import ChooseSegmentsDialog
from qualcode.ui.dialogs.code_history import CodeHistoryDialog
from qualcode.ui.themes.themes_tab import ThemesTab
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


def choose(qtbot: QtBot, workspace: Workspace, tab: ThemesTab, name: str) -> None:
    tab.choose(theme(tab, name).theme.id)
    settled(qtbot, workspace)


def evidence(tab: ThemesTab, side: str) -> list[EvidenceRow]:
    return list(tab.inspector.evidence[side].model.rows)


def last(workspace: Workspace) -> str:
    return workspace.project.history()[-1].summary


def test_texts_are_saved_on_leaving_them_as_one_step_each(qtbot: QtBot, themed: Workspace, tab: ThemesTab) -> None:
    choose(qtbot, themed, tab, "Power")
    steps = len(themed.project.history())
    field = tab.inspector.texts["counter_search"]
    field.setFocus()
    qtbot.keyClicks(field, "All turns of P06.")
    tab.inspector.texts["boundary"].setFocus()
    settled(qtbot, themed)
    assert last(themed) == "Write the search for counter-evidence to “Power”"
    assert len(themed.project.history()) == steps + 1
    assert theme(tab, "Power").theme.counter_search == "All turns of P06."
    assert "no search for counter-evidence" not in tab.inspector.caution.words.text()
    tab.inspector.texts["concept"].setFocus()
    settled(qtbot, themed)
    assert len(themed.project.history()) == steps + 1, "nothing was written there"


def test_what_stands_below_does_not_slip_away_when_a_text_is_saved(
    qtbot: QtBot, themed: Workspace, tab: ThemesTab
) -> None:
    choose(qtbot, themed, tab, "Power")
    inspector = tab.inspector
    assert inspector.caution.isVisible()
    page = inspector.widget()
    for number, (name, field) in enumerate(inspector.texts.items()):
        before = inspector.evidence["for"].mapTo(page, QPoint(0, 0)).y() - field.mapTo(page, QPoint(0, 0)).y()
        top = field.mapTo(page, QPoint(0, 0)).y()
        field.setFocus()
        qtbot.keyClicks(field, f"Words {number}.")
        inspector.name.setFocus()
        settled(qtbot, themed)
        assert getattr(theme(tab, "Power").theme, name)
        assert field.mapTo(page, QPoint(0, 0)).y() == top
        assert inspector.evidence["for"].mapTo(page, QPoint(0, 0)).y() - top == before
    choose(qtbot, themed, tab, "Time")
    choose(qtbot, themed, tab, "Power")
    assert inspector.caution.minimumHeight() == 0  # nobody is about to click


def test_what_is_being_written_survives_the_choice_of_another_theme(
    qtbot: QtBot, themed: Workspace, tab: ThemesTab
) -> None:
    choose(qtbot, themed, tab, "Power")
    tab.inspector.texts["concept"].setPlainText("Who decides.")
    choose(qtbot, themed, tab, "Time")
    assert tab.inspector.texts["concept"].toPlainText() == ""
    choose(qtbot, themed, tab, "Power")
    assert tab.inspector.texts["concept"].toPlainText() == "Who decides."
    assert theme(tab, "Time").theme.concept is None


def test_what_is_being_written_survives_steps_and_leaving_the_tab(
    qtbot: QtBot, window: MainWindow, themed: Workspace, tab: ThemesTab
) -> None:
    choose(qtbot, themed, tab, "Power")
    field = tab.inspector.texts["concept"]
    field.setFocus()
    qtbot.keyClicks(field, "Half a thou")
    themed.bridge.do(actions.set_stage, "Power", "defined")
    settled(qtbot, themed)
    assert field.toPlainText() == "Half a thou"
    press(qtbot, window, "tab_code")
    settled(qtbot, themed)
    press(qtbot, window, "tab_themes")
    settled(qtbot, themed)
    assert theme(tab, "Power").theme.concept == "Half a thou"


def test_what_is_being_written_is_kept_when_the_project_is_closed(
    qtbot: QtBot, window: MainWindow, themed: Workspace, tab: ThemesTab
) -> None:
    place = window.place
    choose(qtbot, themed, tab, "Power")
    tab.inspector.texts["boundary"].setFocus()
    qtbot.keyClicks(tab.inspector.texts["boundary"], "Not money.")
    window.close_project()
    again = opened(qtbot, window, Path(place))
    with again.project.read() as read:
        assert next(one for one in read.codes() if one.name == "Power").boundary == "Not money."


def test_steps_leave_the_keys_where_somebody_writes(qtbot: QtBot, themed: Workspace, tab: ThemesTab) -> None:
    choose(qtbot, themed, tab, "Power")
    column = tab.board.columns["candidate"]
    column.take_keys(0)
    qtbot.keyClick(column, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)  # nothing lies there
    field = tab.inspector.texts["concept"]
    field.setFocus()
    themed.bridge.do(actions.set_stage, "Power", "named")
    qtbot.waitUntil(lambda: theme(tab, "Power").stage == "named")
    settled(qtbot, themed)
    assert field.hasFocus()


def test_the_stage_is_chosen_from_a_list(qtbot: QtBot, window: MainWindow, themed: Workspace, tab: ThemesTab) -> None:
    choose(qtbot, themed, tab, "Power")
    assert tab.inspector.stage.currentText() == "Candidate"
    tab.inspector.stage.setFocus()
    qtbot.keyClick(tab.inspector.stage, Qt.Key.Key_Down)
    settled(qtbot, themed)
    assert theme(tab, "Power").stage == "reviewed"
    assert "is now: Reviewed" in window.toasts.text.text()


def test_a_name_is_given_in_its_place_and_one_that_is_taken_refused(
    qtbot: QtBot, themed: Workspace, tab: ThemesTab
) -> None:
    refused: list[object] = []
    themed.failed.disconnect()
    themed.failed.connect(refused.append)
    choose(qtbot, themed, tab, "Power")
    tab.inspector.rename()
    qtbot.keyClicks(tab.inspector.name, "Who decides")
    qtbot.keyClick(tab.inspector.name, Qt.Key.Key_Return)
    settled(qtbot, themed)
    assert last(themed) == "Rename “Power” to “Who decides”"
    tab.inspector.rename()
    qtbot.keyClicks(tab.inspector.name, "Time")
    qtbot.keyClick(tab.inspector.name, Qt.Key.Key_Return)
    settled(qtbot, themed)
    assert len(refused) == 1
    assert tab.inspector.name.text() == "Who decides"
    tab.inspector.name.setText("else")
    qtbot.keyClick(tab.inspector.name, Qt.Key.Key_Escape)
    assert tab.inspector.name.text() == "Who decides"


def test_evidence_says_words_place_and_comment_and_leads_to_the_text(
    qtbot: QtBot, themed: Workspace, tab: ThemesTab
) -> None:
    choose(qtbot, themed, tab, "Power")
    section = tab.inspector.evidence["for"]
    said = section.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "a steering group · P03, turn 4 · on paper only"
    section.list.setCurrentIndex(section.model.index(0))
    qtbot.keyClick(section.list, Qt.Key.Key_Return)
    settled(qtbot, themed)
    assert themed.views.currentWidget() is themed.pair
    assert themed.coding.document.name == "P03 Rosa"


def test_segments_are_ticked_for_either_side(
    qtbot: QtBot, window: MainWindow, themed: Workspace, tab: ThemesTab
) -> None:
    choose(qtbot, themed, tab, "Power")
    tab.inspector.choose_evidence("against")
    dialog = tab.inspector.dialog
    assert isinstance(dialog, ChooseSegmentsDialog)
    settled(qtbot, themed)
    assert dialog.model.rowCount() == 2
    assert not dialog.buttons["against"].isEnabled()
    dialog.which.setCurrentIndex(1)
    settled(qtbot, themed)
    assert dialog.model.rowCount() == 3
    dialog.list.selectRow(1)
    dialog.list.selectRow(2)
    assert dialog.number.text().startswith("2")
    dialog.buttons["against"].click()
    settled(qtbot, themed)
    assert [row.passage.quote for row in evidence(tab, "against")] == [
        "whoever holds the timetable",
        "They asked early",
    ]
    assert window.toasts.button.isVisible()


def test_evidence_is_turned_ordered_commented_and_taken_out_by_keys(
    qtbot: QtBot, themed: Workspace, tab: ThemesTab
) -> None:
    at = ROSA.index("Trust takes")
    themed.bridge.do(actions.add_evidence, "Power", ("P03 Rosa", at, at + 17))
    choose(qtbot, themed, tab, "Power")
    section = tab.inspector.evidence["for"]
    qtbot.waitUntil(lambda: len(section.model.rows) == 2)
    section.list.setFocus()
    section.list.setCurrentIndex(section.model.index(1))
    qtbot.keyClick(section.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settled(qtbot, themed)
    assert [row.passage.quote for row in evidence(tab, "for")] == ["Trust takes years", "a steering group"]
    assert section.chosen is not None
    assert section.chosen.passage.quote == "Trust takes years"
    section.comment()
    assert section.comments is not None
    section.comments.lines.setPlainText("in their words")
    section.comments.close()
    settled(qtbot, themed)
    assert evidence(tab, "for")[0].evidence.comment == "in their words"
    section.actions_on_row[2].trigger()
    settled(qtbot, themed)
    assert [row.passage.quote for row in evidence(tab, "against")] == ["Trust takes years"]
    other = tab.inspector.evidence["against"]
    other.list.setFocus()
    other.list.setCurrentIndex(other.model.index(0))
    qtbot.keyClick(other.list, Qt.Key.Key_Delete)
    settled(qtbot, themed)
    assert evidence(tab, "against") == []
    assert other.nothing.isVisible()


def test_voices_are_bars_and_the_silent_are_named(qtbot: QtBot, themed: Workspace, tab: ThemesTab) -> None:
    choose(qtbot, themed, tab, "Power")
    voices = tab.inspector.voices
    assert voices.bars.accessibleDescription() == "Rosa: 2, 100 %"
    assert not voices.silent.isVisible()
    assert voices.uncoded.text() == "Not coded yet: Liu", "nothing in the words of Liu is coded"
    assert "Rests on one case" in voices.caution.text()
    choose(qtbot, themed, tab, "Place")
    assert voices.silent.text() == "Silent: Rosa"
    assert voices.uncoded.text() == "Not coded yet: Liu"
    assert not voices.caution.isVisible()


def test_a_code_that_stands_elsewhere_is_linked_and_taken_out(qtbot: QtBot, themed: Workspace, tab: ThemesTab) -> None:
    choose(qtbot, themed, tab, "Power")
    assert [part.code.name for part in tab.inspector.codes.model.parts] == ["who decides"]
    tab.inspector.ask_code()
    dialog = tab.inspector.dialog
    assert isinstance(dialog, ChooseCodeDialog)
    offered = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert "Power" not in offered
    assert "Power > who decides" not in offered
    dialog.field.setText("early")
    dialog.accept()
    settled(qtbot, themed)
    parts = tab.inspector.codes.model.parts
    assert [(part.code.name, part.linked, part.path) for part in parts][-1] == ("early", True, "Time > early")
    assert theme(tab, "Power").segments == 3
    tab.inspector.codes.list.setFocus()
    tab.inspector.codes.list.setCurrentIndex(tab.inspector.codes.model.index(1))
    qtbot.keyClick(tab.inspector.codes.list, Qt.Key.Key_Delete)
    settled(qtbot, themed)
    assert theme(tab, "Power").linked == ()


def test_history_is_told_and_opened_whole(qtbot: QtBot, window: MainWindow, themed: Workspace, tab: ThemesTab) -> None:
    choose(qtbot, themed, tab, "Time")
    themed.bridge.do(actions.set_stage, "Time", "defined", "two rounds")
    qtbot.waitUntil(lambda: "from reviewed to defined" in tab.inspector.steps.text())
    assert "Why: two rounds" in tab.inspector.steps.text()
    tab.inspector.history_button.click()
    dialog = window.findChild(CodeHistoryDialog)
    assert dialog is not None
    settled(qtbot, themed)
    assert any("reviewed to defined" in dialog.list.item(row).text() for row in range(dialog.list.count()))


def test_a_code_of_the_theme_leads_to_the_codebook(
    qtbot: QtBot, window: MainWindow, themed: Workspace, tab: ThemesTab
) -> None:
    choose(qtbot, themed, tab, "Power")
    codes = tab.inspector.codes
    codes.list.setFocus()
    codes.list.setCurrentIndex(codes.model.index(0))
    qtbot.keyClick(codes.list, Qt.Key.Key_Return)
    settled(qtbot, themed)
    assert themed.views.currentWidget() is themed.pair
    current = themed.codebook.current()
    assert current is not None
    assert current.name == "who decides"
