"""The Themes tab of a small study with four themes, two cases and some codings."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from ui.conftest import ROSA, opened, press, settled

from qualcode.app import cases, codebook, coding, themes
from qualcode.app.project import open_project
from qualcode.ui.themes.themes_tab import ThemesTab
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


@pytest.fixture
def themed(qtbot: QtBot, window: MainWindow, coded_study: Path) -> Workspace:
    """The window with the study open, themes and evidence in it."""
    with open_project(coded_study, coder="AB") as project:
        for name, stage in (("Time", "reviewed"), ("Place", "named")):
            codebook.add_code(project, name, "theme")
            themes.set_stage(project, name, stage)
        codebook.add_code(project, "early", parent="Time")
        for words, code in (
            ("whoever holds the timetable", "who decides"),
            ("a steering group", "who decides"),
            ("They asked early", "early"),
        ):
            at = ROSA.index(words)
            coding.apply_code(project, "P03 Rosa", at, at + len(words), code)
        cases.add_case(project, "Rosa")
        cases.assign(project, "Rosa", "P03 Rosa")
        cases.add_case(project, "Liu")
        cases.assign(project, "Liu", "P06 刘")
        at = ROSA.index("a steering group")
        themes.add_evidence(project, "Power", ("P03 Rosa", at, at + 16), comment="on paper only")
    return opened(qtbot, window, coded_study)


@pytest.fixture
def tab(qtbot: QtBot, window: MainWindow, themed: Workspace) -> ThemesTab:
    """The tab, shown and filled."""
    press(qtbot, window, "tab_themes")
    found = themed.themes.tab
    assert found is not None
    qtbot.waitUntil(lambda: themed.themes.maps is not None and found.data.board is not None, timeout=60_000)
    settled(qtbot, themed)
    return found


def theme(tab: ThemesTab, name: str):  # type: ignore[no-untyped-def]
    """The facts of the theme of that name."""
    assert tab.data.board is not None
    return next(one for one in tab.data.board.themes if one.theme.name == name)


def names(tab: ThemesTab, stage: str) -> list[str]:
    """The cards of a column."""
    return [one.theme.name for one in tab.board.columns[stage].cards.themes]
