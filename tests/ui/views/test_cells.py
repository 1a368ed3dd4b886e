from dataclasses import replace
from uuid import UUID

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from qualcode.analysis.cooccurrence import count
from qualcode.analysis.material import CodeInfo, DocumentInfo, Material
from qualcode.analysis.matrices import HeatMap, heat_map
from qualcode.domain.palette import PALETTE
from qualcode.ui.look import look
from qualcode.ui.views.cells import CellPainter, short


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("0", "0"),
        ("999", "999"),
        ("1000", "1.0k"),
        ("8412", "8.4k"),
        ("9949", "9.9k"),
        ("9950", "10k"),
        ("84120", "84k"),
        ("999499", "999k"),
        ("1250000", "1.2M"),
        (".22", ".22"),
        ("-.12", "-.12"),
        ("11.7", "11.7"),
        ("<.01", "<.01"),
    ],
)
def test_numbers_fit_their_cells(text: str, shown: str) -> None:
    assert short(text) == shown


def heat_of(codes: int) -> HeatMap:
    """Codes that meet here and there in one document."""
    random = np.random.default_rng(7)
    number = 20 * codes
    start = random.integers(0, 40 * codes, number)
    material = Material(
        codes=tuple(
            CodeInfo(UUID(int=one + 1), f"code {one}", f"code {one}", "code", PALETTE[one % len(PALETTE)].light, -1)
            for one in range(codes)
        ),
        documents=(DocumentInfo(UUID(int=1), "P01", 50 * codes),),
        coders=("AB",),
        case_parts=(),
        document=np.zeros(number, np.int64),
        code=random.integers(0, codes, number),
        coder=np.zeros(number, np.int64),
        start=start,
        end=start + random.integers(1, 60, number),
        units=lambda _document, _kind: np.empty((0, 2), np.int64),
    )
    return heat_map(material, count(material), "pairs", "codebook")


def seen(cells: CellPainter, origin: QPoint, rows: range, columns: range) -> QImage:
    """What is on a sheet of paper once all cells are there."""
    sheet = QImage(900, 700, QImage.Format.Format_RGB32)
    for _ in range(40):
        sheet.fill(look().color("paper"))
        painter = QPainter(sheet)
        whole = cells.paint(painter, origin, rows, columns)
        painter.end()
        if whole:
            return sheet
    raise AssertionError("some cells are never painted")


@pytest.mark.parametrize("side", [27, 20, 13])
def test_tiles_show_what_cells_painted_one_by_one_do(qapp: QApplication, side: int) -> None:
    heat, rows, columns, origin = heat_of(60), range(3, 40), range(5, 50), QPoint(-5 * side, -3 * side)
    cells = CellPainter(look(), heat, side)
    by_tiles = seen(cells, origin, rows, columns)
    at_once = QImage(by_tiles.size(), by_tiles.format())
    at_once.fill(look().color("paper"))
    painter = QPainter(at_once)
    cells._paint_cells(painter, origin, range(60), range(60))
    painter.end()
    size = (len(columns) * side, len(rows) * side)
    assert by_tiles.copy(0, 0, *size) == at_once.copy(0, 0, *size)


def test_moving_on_paints_only_what_was_not_seen(qapp: QApplication) -> None:
    cells = CellPainter(look(), heat_of(60), 20)
    seen(cells, QPoint(0, 0), range(30), range(30))
    painted = cells.tiles_painted
    seen(cells, QPoint(-7, -11), range(1, 30), range(30))
    assert cells.tiles_painted == painted
    seen(cells, QPoint(-600, 0), range(30), range(30, 60))
    seen(cells, QPoint(0, 0), range(30), range(30))
    further = cells.tiles_painted
    assert painted < further <= 2 * painted + 3
    seen(cells, QPoint(-600, 0), range(30), range(30, 60))
    assert cells.tiles_painted == further


def test_a_few_cells_are_all_painted_at_once(qapp: QApplication) -> None:
    sheet = QImage(400, 400, QImage.Format.Format_RGB32)
    painter = QPainter(sheet)
    assert CellPainter(look(), heat_of(12), 27).paint(painter, QPoint(0, 0), range(12), range(12))
    painter.end()


@pytest.mark.parametrize("value", [np.inf, -np.inf, np.nan])
def test_a_value_without_bounds_is_an_empty_cell(qapp: QApplication, value: float) -> None:
    heat = heat_of(4)
    values = heat.values.copy()
    values[0, 1] = value
    heat = replace(heat, values=values, measure="lift")
    assert heat.text(0, 1) in ("", "–")
    sheet = QImage(200, 200, QImage.Format.Format_RGB32)
    painter = QPainter(sheet)
    assert CellPainter(look(), heat, 27).paint(painter, QPoint(0, 0), range(4), range(4))
    painter.end()
