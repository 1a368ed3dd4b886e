"""The passages behind a number: what their menu is about, and how they stand in their list."""

from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot
from ui.analyses.test_analysis_view import view_of
from ui.views.conftest import scene_of, study

from qualcode.domain.selections import Selection

__all__ = ["scene_of", "study", "view_of"]


def menu_of(panel: QWidget) -> QMenu:
    return next(menu for menu in panel.findChildren(QMenu) if menu.isVisible())


def test_a_menu_is_about_the_passage_it_was_opened_on(view_of, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    view, project, settle = view_of("frequencies")
    with project.read() as read:
        code = next(one.id for one in read.codebook.ordered if one.name == "give")
    mark = next(one for one in view.figure.drawn.marks if one.opens == Selection(codes=frozenset({code})))
    view._mark_opened(mark)
    settle()
    panel = view.quotes
    passage = panel.model.passage(1)
    panel._menu(panel.list.visualRect(panel.model.index(1, 0)).center())
    panel.clear()  # the data have changed meanwhile
    opened: list[tuple[object, int, int]] = []
    panel.open_segment.connect(lambda *place: opened.append(place))
    menu_of(panel).actions()[0].trigger()
    assert opened == [(passage.document, passage.start, passage.end)]


def test_so_is_that_of_the_quotes_beside_the_matrix(scene_of, study, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    scene = scene_of(study)
    panel = scene.view.quotes
    panel.show_meeting(scene.view.picture, scene.place("give"), scene.place("give"))
    scene.settle()
    passage = panel.model.passage(1)
    panel._menu(panel.list.visualRect(panel.model.index(1, 0)).center())
    panel.clear()
    opened: list[tuple[object, int, int]] = []
    panel.open_segment.connect(lambda *place: opened.append(place))
    menu_of(panel).actions()[0].trigger()
    assert opened == [(passage.document, passage.start, passage.end)]


def test_passages_are_as_high_as_their_words(view_of, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    view, _, settle = view_of("frequencies")
    view._mark_opened(view.figure.drawn.marks[0])
    settle()
    panel = view.quotes
    for width in (500, 230):
        view.body.setSizes([1200 - width, width])

        def right() -> bool:
            index = panel.model.index(0, 0)
            wanted = panel.delegate.measured(index, panel.list.viewport().width())
            return bool(panel.list.visualRect(index).height() == wanted)

        qtbot.waitUntil(right, timeout=60_000)
