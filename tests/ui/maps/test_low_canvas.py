"""A low window: the tools leave the map to be seen, and all that stands around it stays whole."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.maps.conftest import steps, thing

from qualcode.ui.look import look
from qualcode.ui.maps.map_place import MapPlace
from qualcode.ui.window import MainWindow

Settle = Callable[[], None]


def make_large(qtbot: QtBot, window: MainWindow) -> None:
    look().set_scale(200)
    look().finish()
    window.resize(1280, 800)
    qtbot.wait(0)


def entry(place: MapPlace, begins: str) -> object:
    """What the menu of the tools has under a name."""
    found = [action for action in place.tools.compact.menu().actions() if action.text().startswith(begins)]
    assert len(found) == 1
    return found[0]


def test_over_a_low_canvas_the_tools_are_one_button_with_all_of_them(
    qtbot: QtBot, window: MainWindow, map_place: MapPlace, settle: Settle
) -> None:
    tools = map_place.tools
    assert tools.isVisible()
    assert not tools.compact.isVisible()
    make_large(qtbot, window)
    map_place.canvas.fit()
    assert not tools.isVisible()
    assert tools.compact.isVisible()
    assert map_place.canvas.foot == 0
    assert map_place.canvas.zoom > 0.15  # else nothing on it could be read
    texts = [action.text() for action in tools.compact.menu().actions()]
    assert len(texts) == len(tools.buttons)
    assert texts[:4] == ["Add…\tA", "Relation\tR", "Note\tN", "Group\tG"]
    entry(map_place, "Note").trigger()
    QTest.keyClicks(map_place.work.field, "From the menu")
    QTest.keyClick(map_place.work.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert thing(map_place, "From the menu")
    before = steps(map_place)
    layouts = entry(map_place, "Arrange").menu()
    next(one for one in layouts.actions() if one.data() == "radial").trigger()
    settle()
    assert steps(map_place) == before + 1
    map_place.show_page("list")
    assert not tools.compact.isVisible()  # the lists have tools of their own
    map_place.show_page("map")
    assert tools.compact.isVisible()
    look().set_scale(100)
    look().finish()
    window.resize(1440, 900)
    qtbot.wait(0)
    assert tools.isVisible()
    assert not tools.compact.isVisible()
    assert map_place.canvas.foot > 0


def test_who_only_looks_finds_no_tools_that_write(qtbot: QtBot, window: MainWindow, map_place: MapPlace) -> None:
    make_large(qtbot, window)
    map_place.tools.allow(False)
    seen = [action.text() for action in map_place.tools.compact.menu().actions() if action.isVisible()]
    assert seen == ["Sizes", "Smaller (−)", "As large as it is", "Larger (+)", "Fit\tF"]


def test_the_bar_and_the_history_of_a_map_stay_whole_in_a_low_window(
    qtbot: QtBot, window: MainWindow, map_place: MapPlace, settle: Settle
) -> None:
    make_large(qtbot, window)
    map_place.bar.history.setChecked(True)
    settle()
    bar, history = map_place.bar, map_place.history
    assert bar.height() >= bar.heightForWidth(bar.width())
    for part in (history.slider, history.compare, history.close_button, bar.history, bar.export, bar.chooser):
        assert part.height() >= part.minimumSizeHint().height()
        assert part.visibleRegion().boundingRect() == part.rect()
    history.slider.setValue(3)
    settle()
    history.compare.setCurrentIndex(1)
    settle()
    assert map_place.past_banner.isVisible()
    assert not history.when.isVisible()  # the banner says it
    qtbot.waitUntil(lambda: 2 * map_place.canvas.height() >= map_place.height())  # the map is still seen
    assert 2 * map_place.canvas.width() >= map_place.width()
    for part in (history.slider, history.compare, history.close_button, map_place.past_banner.back):
        assert part.height() >= part.minimumSizeHint().height()
        assert part.visibleRegion().boundingRect() == part.rect()
    assert history.lines.height() >= look().px(48)
    assert history.lines.count() > 0
    assert history.lines.visibleRegion().boundingRect() == history.lines.rect()
    look().set_scale(100)
    look().finish()
    window.resize(1440, 900)
    qtbot.wait(0)
    assert history.isAncestorOf(history.lines)  # below the slider again
    assert history.lines.isVisible()
    assert history.lines.height() <= look().px(132)
    make_large(qtbot, window)
    close = history.close_button
    qtbot.waitUntil(lambda: close.visibleRegion().boundingRect() == close.rect())
    map_place.bar.history.setChecked(False)
    assert not history.lines.isVisible()


def test_the_lists_of_a_map_scroll_in_a_low_window(qtbot: QtBot, window: MainWindow, map_place: MapPlace) -> None:
    make_large(qtbot, window)
    map_place.show_page("list")
    qtbot.wait(0)
    lists = map_place.lists
    for table in (lists.things, lists.ties):
        assert table.viewport().height() >= 2 * table.rowHeight(0)
        lists.scroll.ensureWidgetVisible(table)
        assert not table.visibleRegion().isEmpty()
