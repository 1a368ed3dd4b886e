"""What the study's method asks while one works, and what it opens with: the journal, themes, the history of a map."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from ui.conftest import opened, press, settled

from qualcode.app import codebook, methods, theme_maps
from qualcode.ui import method_prompts
from qualcode.ui.dialogs.memos import MemoDialog
from qualcode.ui.parts.prompt_note import PromptNote
from qualcode.ui.themes.themes_tab import ThemesTab
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


def follow(qtbot: QtBot, workspace: Workspace, method: str) -> None:
    """Let the study follow another method."""
    methods.set_method(workspace.project, method)
    settled(qtbot, workspace)


def prompts(window: MainWindow) -> list[PromptNote]:
    return [note for note in window.findChildren(PromptNote) if note.isVisible()]


def test_the_journal_of_reflexive_work_asks_until_it_is_told_not_to(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, coded_study: Path
) -> None:
    press(qtbot, window, "journal")
    settled(qtbot, workspace)
    assert prompts(window) == []
    follow(qtbot, workspace, "reflexive")
    qtbot.waitUntil(lambda: len(prompts(window)) == 1, timeout=60_000)
    note = prompts(window)[0]
    assert note.text.text() == "What did I expect to find here, and what surprised me?"
    assert "Braun, V., & Clarke, V. (2019)" in note.text.toolTip()
    note.pass_button.click()
    assert note.text.text() == "Which of my own experiences does this passage touch?"
    note.write_button.click()
    panel = workspace.journal.panel
    assert panel is not None
    assert panel.editor.text.toPlainText() == "*Which of my own experiences does this passage touch?*\n\n"
    assert panel.editor.kind.currentText() == "reflexive"
    panel.save()
    settled(qtbot, workspace)
    with workspace.project.read() as read:
        assert [memo.kind for memo in read.memos()] == ["reflexive"]
    follow(qtbot, workspace, "framework")
    assert prompts(window) == []
    follow(qtbot, workspace, "reflexive")
    qtbot.waitUntil(lambda: len(prompts(window)) == 1, timeout=60_000)
    assert prompts(window)[0].text.text() == "Who would read this differently, and how?", "it goes on where it was"
    prompts(window)[0].dismiss_button.click()
    assert prompts(window) == []
    window.close_project()
    again = opened(qtbot, window, coded_study)
    if not window.docks.shown("journal"):
        press(qtbot, window, "journal")
    settled(qtbot, again)
    assert prompts(window) == []


def test_a_theme_in_another_stage_brings_a_question(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    follow(qtbot, workspace, "reflexive")
    tab = themes_tab(qtbot, window, workspace)
    theme = tab.data.board.themes[0].theme
    tab.acts.set_stage(theme.id, theme.name, "named")
    settled(qtbot, workspace)
    assert window.toasts.text.text() == "“Power” is now: Named"
    assert [note.text.text() for note in prompts(window)] == [
        "“Power”: What does the name bring to the fore, and what does it hide?"
    ]
    prompts(window)[0].write_button.click()
    dialog = next(one for one in window.findChildren(MemoDialog) if one.isVisible())
    assert dialog.about == theme.id
    assert "what does it hide?" in dialog.editor.text.toPlainText()
    dialog.editor.save()
    settled(qtbot, workspace)
    dialog.close()
    settled(qtbot, workspace)
    with workspace.project.read() as read:
        assert [(memo.about, memo.kind) for memo in read.memos()] == [(theme.id, "reflexive")]
    assert prompts(window) == []
    tab.acts.set_stage(theme.id, theme.name, "reviewed")
    settled(qtbot, workspace)
    prompts(window)[0].dismiss_button.click()
    tab.acts.set_stage(theme.id, theme.name, "dropped")
    settled(qtbot, workspace)
    assert prompts(window) == []


def test_the_question_about_a_stage_goes_when_the_theme_leaves_it(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    follow(qtbot, workspace, "reflexive")
    tab = themes_tab(qtbot, window, workspace)
    theme = tab.data.board.themes[0].theme
    tab.acts.set_stage(theme.id, theme.name, "named")
    settled(qtbot, workspace)
    codebook.rename_code(workspace.project, "Power", "Say")
    settled(qtbot, workspace)
    assert [note.text.text() for note in prompts(window)] == [
        "“Say”: What does the name bring to the fore, and what does it hide?"
    ]
    workspace.undo()
    settled(qtbot, workspace)
    assert len(prompts(window)) == 1, "it has another name, but it is in its stage"
    workspace.undo()
    settled(qtbot, workspace)
    assert prompts(window) == []
    tab.acts.set_stage(theme.id, theme.name, "reviewed")
    tab.acts.set_stage(theme.id, theme.name, "named")
    settled(qtbot, workspace)
    assert len(prompts(window)) == 1
    codebook.remove_code(workspace.project, "Power")
    settled(qtbot, workspace)
    assert prompts(window) == []


def test_the_journal_asks_nothing_in_the_past(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    follow(qtbot, workspace, "reflexive")
    workspace.time.look_at(1)
    qtbot.waitUntil(lambda: workspace.bridge.looking_back, timeout=60_000)
    settled(qtbot, workspace)
    press(qtbot, window, "journal")
    settled(qtbot, workspace)
    assert workspace.journal.panel is not None
    assert prompts(window) == []
    workspace.time.banner.back.click()
    settled(qtbot, workspace)
    assert len(prompts(window)) == 1
    workspace.time.look_at(1)
    qtbot.waitUntil(lambda: workspace.bridge.looking_back, timeout=60_000)
    settled(qtbot, workspace)
    assert prompts(window) == []


def test_only_reflexive_work_asks_about_stages(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    follow(qtbot, workspace, "codebook")
    tab = themes_tab(qtbot, window, workspace)
    theme = tab.data.board.themes[0].theme
    tab.acts.set_stage(theme.id, theme.name, "named")
    settled(qtbot, workspace)
    assert prompts(window) == []


def themes_tab(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> ThemesTab:
    press(qtbot, window, "tab_themes")
    qtbot.waitUntil(lambda: workspace.themes.maps is not None and workspace.themes.tab.data.board is not None)
    qtbot.waitUntil(lambda: workspace.themes._turns._steps is None, timeout=60_000)
    settled(qtbot, workspace)
    assert workspace.themes.tab is not None
    return workspace.themes.tab


def test_the_history_of_a_map_stands_open_in_reflexive_work(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, coded_study: Path
) -> None:
    theme_maps.add_map(workspace.project, "First")
    follow(qtbot, workspace, "reflexive")
    press(qtbot, window, "map_history")
    qtbot.waitUntil(lambda: shown_history(workspace), timeout=60_000)
    assert workspace.themes.tab is not None
    assert workspace.themes.tab.page == "map"
    workspace.themes.maps.place.bar.history.setChecked(False)
    settled(qtbot, workspace)
    window.close_project()
    again = opened(qtbot, window, coded_study)
    themes_tab(qtbot, window, again).show_page("map")
    settled(qtbot, again)
    assert not shown_history(again), "closed by hand, it stays closed"
    press(qtbot, window, "map_history")
    assert shown_history(again)
    window.close_project()
    once_more = opened(qtbot, window, coded_study)
    themes_tab(qtbot, window, once_more).show_page("map")
    qtbot.waitUntil(lambda: shown_history(once_more), timeout=60_000)


def test_what_was_closed_by_hand_is_not_looked_up_at_every_change_of_a_map(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme_maps.add_map(workspace.project, "First")
    follow(qtbot, workspace, "reflexive")
    press(qtbot, window, "map_history")
    qtbot.waitUntil(lambda: shown_history(workspace), timeout=60_000)
    workspace.themes.maps.place.bar.history.setChecked(False)
    settled(qtbot, workspace)
    looked_up: list[str] = []
    monkeypatch.setattr(method_prompts, "recall", lambda key: looked_up.append(key) or "")
    theme_maps.rename_map(workspace.project, "First", "Second")
    settled(qtbot, workspace)
    assert workspace.themes.maps.place.data.picture.map.name == "Second"
    assert not shown_history(workspace)
    assert looked_up == []


def shown_history(workspace: Workspace) -> bool:
    maps = workspace.themes.maps
    return maps is not None and maps.place is not None and maps.place.history.isVisible()


def test_grounded_theory_begins_with_the_map(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    follow(qtbot, workspace, "grounded")
    assert themes_tab(qtbot, window, workspace).page == "map"
    assert not shown_history(workspace)
    assert window.commands["memo"].text() == "Write a theoretical memo…"
    follow(qtbot, workspace, "")
    assert window.commands["memo"].text() == "Write a memo…"
