"""The window with large letters on a small screen: nothing is cut, and what gives way can be reached elsewhere."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot
from ui.conftest import ROSA, opened, press, settled

from qualcode.app import coding, methods
from qualcode.app.project import open_project
from qualcode.ui.bar import Bar
from qualcode.ui.look import look
from qualcode.ui.parts.hint_note import HintNote
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace

Large = Callable[[int, int, int], None]


@pytest.fixture
def reflexive(qtbot: QtBot, window: MainWindow, coded_study: Path) -> Workspace:
    """A study of a method with buttons and hints of its own, with two codes that meet."""
    with open_project(coded_study, coder="AB") as project:
        methods.set_method(project, "reflexive")
        at = ROSA.index("Trust takes years")
        for code in ("who decides", "trust takes years"):
            coding.apply_code(project, "P03 Rosa", at, at + 17, code)
    return opened(qtbot, window, coded_study)


@pytest.fixture
def large(qtbot: QtBot, window: MainWindow) -> Large:
    """Gives the window a scale and a size."""

    def make(scale: int, width: int, height: int) -> None:
        look().set_scale(scale)
        look().finish()
        window.resize(width, height)
        qtbot.wait(0)
        assert (window.width(), window.height()) == (width, height)

    return make


# ── the bar ──
def shown(bar: Bar) -> list[str]:
    """What stands in the bar, in the order in which it gives way."""
    return [
        name
        for name, part in (
            ("method", bar._foremost[0]),
            ("name", bar.name),
            ("field", bar.find),
            ("button", bar.find_button),
            ("undo", bar._buttons[0]),
        )
        if part.isVisible()
    ]


def tabs_are_whole(bar: Bar) -> bool:
    """Whether every tab is in view with its word, beside what stands next to the tabs."""
    tabs = bar.tabs
    others = [part for part in bar.findChildren(QWidget) if part.parent() is bar and part.isVisible() and part != tabs]
    return (
        all(
            tabs.rect().contains(tabs.tabRect(at)) and tabs.tabRect(at).width() >= tabs.tabSizeHint(at).width()
            for at in range(tabs.count())
        )
        and not any(part.geometry().intersects(tabs.geometry()) for part in others)
        and bar.rect().contains(tabs.geometry())
    )


@pytest.mark.parametrize(
    ("scale", "width", "left"),
    [
        (100, 1440, ["method", "name", "field", "undo"]),
        (100, 1024, ["method", "name", "field", "undo"]),
        (150, 1280, ["method", "name", "field", "undo"]),
        (150, 1180, ["name", "field", "undo"]),
        (200, 1280, ["field", "undo"]),
        (200, 1160, ["button", "undo"]),
        (200, 1024, ["button", "undo"]),
    ],
)
def test_tabs_are_never_cut_and_the_rest_gives_way_in_order(
    qtbot: QtBot, window: MainWindow, reflexive: Workspace, large: Large, scale: int, width: int, left: list[str]
) -> None:
    large(scale, width, 800)
    bar = window.bar
    for tab in range(4):
        window.show_tab(tab)
        qtbot.waitUntil(lambda: tabs_are_whole(bar))
    assert shown(bar) == left
    large(100, 1440, 900)
    assert shown(bar) == ["method", "name", "field", "undo"]


def test_the_button_in_the_place_of_the_field_finds(window: MainWindow, reflexive: Workspace, large: Large) -> None:
    large(200, 1100, 800)
    assert window.bar.find_button.accessibleName()
    window.bar.find_button.click()
    assert window.docks.shown("search")


# ── panels ──
def test_the_left_panels_grow_with_the_letters_up_to_their_share(
    qtbot: QtBot, window: MainWindow, reflexive: Workspace, large: Large
) -> None:
    documents = window.docks.by_name["documents"]
    large(100, 1280, 800)
    narrow = documents.width()
    large(150, 1280, 800)
    qtbot.waitUntil(lambda: abs(documents.width() - narrow * 3 // 2) <= 2)
    large(200, 1280, 800)
    qtbot.waitUntil(lambda: documents.width() == 1280 * 45 // 100)


def test_panels_kept_at_another_scale_come_back_as_wide_as_the_letters(
    qtbot: QtBot, window: MainWindow, reflexive: Workspace, large: Large
) -> None:
    large(100, 1280, 800)
    documents = window.docks.by_name["documents"]
    narrow = documents.width()
    window.show_tab(1)
    large(150, 1280, 800)
    window.show_tab(0)
    qtbot.waitUntil(lambda: abs(documents.width() - narrow * 3 // 2) <= 2)


def test_a_right_panel_lies_over_the_text_as_soon_as_the_letters_leave_no_room(
    window: MainWindow, reflexive: Workspace, large: Large
) -> None:
    large(100, 1280, 800)
    window.docks.show("history")
    assert window.docks.overlay.dock is None
    large(150, 1280, 800)
    assert window.docks.overlay.dock is window.docks.by_name["history"]
    assert window.docks.overlay.width() == look().px(432)


# ── hints ──
def test_a_hint_takes_one_line_in_a_low_window_and_can_be_read(
    qtbot: QtBot, window: MainWindow, reflexive: Workspace, large: Large
) -> None:
    press(qtbot, window, "tab_analyse")
    settled(qtbot, reflexive)
    qtbot.waitUntil(lambda: any(note.isVisible() for note in window.findChildren(HintNote)))
    note = next(note for note in window.findChildren(HintNote) if note.isVisible())
    assert note.text.isVisible()
    assert not note.read.isVisible()
    large(200, 1280, 800)
    assert note.line.isVisible()
    assert not note.text.isVisible()
    low = note.height()
    assert low < 3 * note.line.fontMetrics().height()
    assert note.line.text() == note.accessibleName() == note.text.text()  # whole for who listens
    note.read.setFocus()
    qtbot.keyClick(note.read, Qt.Key.Key_Space)
    qtbot.wait(0)
    assert note.text.isVisible()
    assert note.height() > low
    assert note.text.height() >= note.text.heightForWidth(note.text.width())
    note.read.click()
    assert note.line.isVisible()
    large(100, 1440, 900)
    assert note.text.isVisible()
    assert not note.read.isVisible()


# ── analyses ──
def test_the_controls_of_co_occurrence_are_whole_and_scroll_with_the_rest(
    qtbot: QtBot, window: MainWindow, reflexive: Workspace, large: Large
) -> None:
    large(200, 1280, 800)
    press(qtbot, window, "tab_analyse")
    reflexive.analyses.show_view("cooccurrence")
    view = reflexive.analyses.cooccurrence
    assert view is not None
    qtbot.waitUntil(lambda: view.picture is not None, timeout=60_000)
    settled(qtbot, reflexive)
    controls = view.controls
    assert controls.height() >= controls.heightForWidth(controls.width())
    parts = [*controls.findChildren(QComboBox), view.as_table, view.filter_button, view.export_button]
    for part in parts:
        view.scroll.ensureWidgetVisible(part)
        assert part.visibleRegion().boundingRect() == part.rect()
        assert part.height() >= part.minimumSizeHint().height()


# ── themes ──
def test_in_a_narrow_tab_what_is_chosen_stands_beside_the_map_when_it_is_asked_for(
    qtbot: QtBot, window: MainWindow, reflexive: Workspace, large: Large
) -> None:
    press(qtbot, window, "tab_themes")
    qtbot.waitUntil(lambda: reflexive.themes.maps is not None, timeout=60_000)
    tab = reflexive.themes.tab
    assert tab is not None
    settled(qtbot, reflexive)
    assert not tab.details.isVisible()
    large(200, 1280, 800)
    tab.show_page("board")
    assert tab.details.isVisible()
    assert tab.side.isVisible()
    tab.show_page("map")
    assert not tab.side.isVisible()
    tab.details.click()
    assert tab.side.isVisible()
    tab.inspector.setFocus()
    tab.details.click()
    assert not tab.side.isVisible()
    assert window.focusWidget() is tab.details
    tab.take_keys()  # as Enter on a theme does
    assert tab.side.isVisible()
    assert tab.inspector.isAncestorOf(window.focusWidget())
    tab.details.click()
    large(100, 1440, 900)
    assert tab.side.isVisible()
    assert not tab.details.isVisible()
