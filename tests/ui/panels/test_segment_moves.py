"""Several segments of a list at once, and where a coding comes from."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from qualcode.app import codebook, surgery
from qualcode.app.project import Project
from qualcode.ui.bridge import Bridge
from qualcode.ui.look import look
from qualcode.ui.panels.segments import SegmentsPanel
from qualcode.ui.reader.mime import codings_of


@pytest.fixture
def panel(bridge: Bridge, qtbot: QtBot, rest: Callable[[], None]) -> SegmentsPanel:
    made = SegmentsPanel(bridge, look())
    qtbot.addWidget(made)
    made.resize(312, 700)
    made.show()
    rest()
    return made


def _ids(project: Project) -> set[object]:
    with project.read() as read:
        return {coding.id for code in read.codes() for coding in read.codings_with(code.id)}


def test_chosen_rows_are_dragged_and_asked_for(
    panel: SegmentsPanel, project: Project, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    opened: list[object] = []
    panel.open_segment.connect(lambda *place: opened.append(place))
    panel.show_all()
    rest()
    panel.list.selectAll()
    assert panel.moves.several
    rows = panel.list.selectionModel().selectedIndexes()
    assert set(codings_of(panel.model.mimeData(rows))) == _ids(project)
    panel.list.clicked.emit(rows[0])
    assert opened == []
    with qtbot.waitSignal(panel.move_wanted) as asked:
        panel.moves.ask()
    assert set(asked.args[0]) == _ids(project)


def test_rows_that_were_never_looked_at_are_asked_of_the_project(
    panel: SegmentsPanel, project: Project, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    panel.show_all()
    rest()
    panel.list.selectAll()
    panel.model._pages.clear()
    assert codings_of(panel.model.mimeData([panel.model.index(0)])) == []
    with qtbot.waitSignal(panel.move_wanted) as asked:
        panel.moves.ask()
    assert set(asked.args[0]) == _ids(project)


def test_the_card_says_where_a_coding_comes_from(
    panel: SegmentsPanel, project: Project, rest: Callable[[], None]
) -> None:
    with project.read() as read:
        names = {code.name: code.id for code in read.codes()}
        coding = read.codings_with(names["goodwill"])[0].id
        other = read.codings_with(names["power"])[0].id
    panel.show_coding(other)
    rest()
    assert panel.card.origin.isHidden()
    codebook.merge_codes(project, "goodwill", "unpaid labour", reason="alike")
    surgery.move_codings(project, [coding], "power")
    panel.show_coding(coding)
    rest()
    lines = panel.card.origin.text().split("\n")
    assert not panel.card.origin.isHidden()
    assert lines[0].startswith("Was “goodwill”, merged ")
    assert lines[0].endswith("(Amara): alike")
    assert lines[1].startswith("Was “unpaid labour”, moved ")
