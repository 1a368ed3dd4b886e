"""The chosen segment and the lists of segments, by their real widgets."""

import csv
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qualcode.app import coding
from qualcode.app.project import Project
from qualcode.ui.bridge import Bridge
from qualcode.ui.look import look
from qualcode.ui.models.segments_model import ROW
from qualcode.ui.panels.segments import SegmentsPanel


@pytest.fixture
def panel(bridge: Bridge, qtbot: QtBot, rest: Callable[[], None]) -> SegmentsPanel:
    made = SegmentsPanel(bridge, look())
    qtbot.addWidget(made)
    made.resize(312, 700)
    made.show()
    rest()
    return made


@pytest.fixture
def codes(project: Project) -> dict[str, object]:
    with project.read() as read:
        return {code.name: code.id for code in read.codes()}


def _quotes(panel: SegmentsPanel, rest: Callable[[], None]) -> list[str]:
    rest()
    for row in range(panel.model.rowCount()):
        panel.model.index(row).data(ROW)  # wished for
    rest()
    return [panel.model.index(row).data() for row in range(panel.model.rowCount())]


def test_a_code_lists_its_segments_and_those_below(
    panel: SegmentsPanel, codes: dict[str, object], rest: Callable[[], None]
) -> None:
    panel.show_code(codes["unpaid labour"])
    assert _quotes(panel, rest) == ["We gave time"]
    panel.show_code(codes["Reciprocity"])
    assert _quotes(panel, rest) == ["We gave time", "The goodwill is ours"]
    assert panel.list_header.title() == "Segments of “Reciprocity” · 2"
    assert "P01, turn 2" in panel.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_row_opens_its_document(
    panel: SegmentsPanel, codes: dict[str, object], qtbot: QtBot, rest: Callable[[], None]
) -> None:
    panel.show_code(codes["power"])
    _quotes(panel, rest)
    row = panel.model.index(0).data(ROW).coding
    with qtbot.waitSignal(panel.open_segment) as opened:
        place = panel.list.visualRect(panel.model.index(0)).center()
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [row.document, row.start, row.end, row.id]
    rest()
    assert panel.card.coding == row.id


def test_the_card_saves_a_comment_on_leaving(
    panel: SegmentsPanel, project: Project, codes: dict[str, object], qtbot: QtBot, rest: Callable[[], None]
) -> None:
    with project.read() as read:
        placed = read.placed(code=codes["goodwill"])[0]
    panel.show_coding(placed.id)
    _quotes(panel, rest)
    assert panel.list.currentIndex().row() == 0
    panel.card.comment.setFocus()
    qtbot.keyClicks(panel.card.comment, "Same breath")
    panel.list.setFocus()
    panel.card.save()
    rest()
    with project.read() as read:
        assert read.placed(code=codes["goodwill"])[0].comment == "Same breath"
    assert panel.card.comment.toPlainText() == "Same breath"


def test_a_comment_is_saved_after_a_pause(
    panel: SegmentsPanel, project: Project, codes: dict[str, object], qtbot: QtBot, rest: Callable[[], None]
) -> None:
    with project.read() as read:
        placed = read.placed(code=codes["goodwill"])[0]
    panel.show_coding(placed.id)
    rest()
    panel.card.comment.setPlainText("thinking")

    def saved() -> bool:
        with project.read() as read:
            return read.placed(code=codes["goodwill"])[0].comment == "thinking"

    qtbot.waitUntil(saved, timeout=60_000)


def test_anothers_segment_is_for_reading_only(
    panel: SegmentsPanel, project: Project, codes: dict[str, object], rest: Callable[[], None]
) -> None:
    project.coder = "Jun"
    with project.read() as read:
        placed = read.placed(code=codes["goodwill"])[0]
    panel.show_coding(placed.id)
    rest()
    assert panel.card.comment.isReadOnly()
    assert "Amara" in panel.card.comment.placeholderText()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_segments_take_no_pipes_place_and_go_where_a_link_leads(
    panel: SegmentsPanel, bridge: Bridge, qtbot: QtBot, rest: Callable[[], None], tmp_path: Path
) -> None:
    panel.show_all()
    rest()
    os.mkfifo(tmp_path / "pipe.csv")
    with qtbot.waitSignal(bridge.failed, timeout=60_000) as told:
        panel.export_to(tmp_path / "pipe.csv")
    assert "not a file but a device or a pipe" in str(told.args[0])
    assert (tmp_path / "pipe.csv").is_fifo()
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    with qtbot.waitSignal(panel.exported, timeout=60_000):
        panel.export_to(tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").stat().st_size > 0


def test_everything_filtered_sorted_and_exported_as_shown(
    panel: SegmentsPanel,
    project: Project,
    codes: dict[str, object],
    tmp_path: Path,
    qtbot: QtBot,
    rest: Callable[[], None],
) -> None:
    panel.show_all()
    assert _quotes(panel, rest) == ["We gave time", "The goodwill is ours", "They hold the timetable"]
    panel._orders.actions()[2].trigger()
    assert _quotes(panel, rest) == ["They hold the timetable", "The goodwill is ours", "We gave time"]
    panel.filter_action.trigger()
    with project.read() as read:
        first = read.document_named("P01 Larder").id
    panel.filters.choose("document", first)
    assert _quotes(panel, rest) == ["The goodwill is ours", "We gave time"]
    panel.filters.choose("code", codes["Reciprocity"])
    assert len(_quotes(panel, rest)) == 2
    panel.filters.choose("code", codes["goodwill"])
    assert _quotes(panel, rest) == ["The goodwill is ours"]
    with qtbot.waitSignal(panel.exported, timeout=60_000):
        panel.export_to(tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as lines:
        assert [row["text"] for row in csv.DictReader(lines)] == ["The goodwill is ours"]


def test_the_list_follows_every_step(
    panel: SegmentsPanel, bridge: Bridge, project: Project, rest: Callable[[], None]
) -> None:
    panel.show_all()
    _quotes(panel, rest)
    bridge.do(coding.apply_code, "P02 Kite", 0, 17, "power")
    assert _quotes(panel, rest)[2:] == ["INT: Who decides?", "They hold the timetable"]
    bridge.undo()
    assert len(_quotes(panel, rest)) == 3
    with project.read() as read:
        document = read.document_named("P01 Larder")
        placed = read.placed(document=document.id)
    bridge.do(coding.remove_coding, placed[0].id)
    assert _quotes(panel, rest) == ["The goodwill is ours", "They hold the timetable"]


def test_the_windows_filter_is_obeyed(panel: SegmentsPanel, project: Project, rest: Callable[[], None]) -> None:
    with project.read() as read:
        second = read.document_named("P02 Kite").id
    panel.show_all()
    panel.limit(frozenset([second]), None)
    assert _quotes(panel, rest) == ["They hold the timetable"]
    panel.limit(None, None)
    assert len(_quotes(panel, rest)) == 3


def test_nothing_is_said_in_one_sentence(panel: SegmentsPanel) -> None:
    assert panel._stack.currentIndex() == 0
    assert panel._hint.text() == "Choose a code or a stripe to see its segments here."
