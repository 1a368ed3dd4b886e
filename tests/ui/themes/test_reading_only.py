"""A project that can only be read: themes are shown in full, and nothing about them can be changed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from ui.themes.conftest import names

import qualcode
from qualcode.app import themes
from qualcode.ui.bridge import Bridge
from qualcode.ui.look import look
from qualcode.ui.tasks import Tasks
from qualcode.ui.themes.themes_tab import ThemesTab


@pytest.fixture
def described(coded_study: Path) -> Path:
    with qualcode.open(coded_study, coder="AB") as project:
        themes.describe_theme(project, "Power", concept="Who decides.")
        themes.add_evidence(project, "Power", ("P03 Rosa", 5, 17))
    return coded_study


def test_everything_is_shown_and_nothing_can_be_written(qtbot: QtBot, qapp: object, described: Path) -> None:
    with qualcode.open(described, coder="AB", read_only=True) as project:
        holder = QWidget()
        qtbot.addWidget(holder)
        tasks = Tasks(holder)
        bridge = Bridge(project, tasks, holder)
        tab = ThemesTab(bridge, look(), holder)
        for _ in tab.build():
            pass
        holder.resize(1200, 700)
        tab.resize(1200, 700)
        holder.show()
        qtbot.waitUntil(lambda: names(tab, "candidate") == ["Power"])
        section = tab.inspector.evidence["for"]
        qtbot.waitUntil(lambda: len(section.model.rows) == 1)
        assert tab.inspector.texts["concept"].toPlainText() == "Who decides."
        assert all(text.isReadOnly() for text in (tab.inspector.name, *tab.inspector.texts.values()))
        assert not tab.inspector.stage.isEnabled()
        assert not tab.new_button.isVisible()
        column = tab.board.columns["candidate"]
        column.take_keys(0)
        qtbot.keyClick(column, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        section.list.setCurrentIndex(section.model.index(0))
        qtbot.keyClick(section.list, Qt.Key.Key_Delete)
        section._enable()
        assert [action.isEnabled() for action in section.actions_on_row] == [True, *[False] * 5]
        qtbot.waitUntil(lambda: bridge.idle)
        assert names(tab, "candidate") == ["Power"]
        assert len(section.model.rows) == 1
        bridge.stop()
        tasks.stop(bridge.interrupt)
