"""Charts as the window paints them."""

import numpy as np
import pytest
from PySide6.QtGui import QImage

from qualcode.analysis.sheets import LIGHT, Sheet, wrapped
from qualcode.ui.analyses.figure_view import painted

WIDTH, EDGE, SIZE = 720, 20, 12
CAPTION = (
    "Each cell is 50 characters, in reading order. It has the colour of what most of it carries: a code, or none "
    "(grey); codes may overlap. A theme takes in the codes below it and those linked to it. "
)


def reach(image: QImage) -> int:
    """How far to the right something is painted, in pixels."""
    width, height = image.width(), image.height()
    dots = np.frombuffer(image.constBits(), np.uint8).reshape(height, image.bytesPerLine())[:, : width * 4]
    dark = dots.reshape(height, width, 4)[:, :, :3].min(axis=(0, 2)) < 200
    return int(np.flatnonzero(dark).max())


@pytest.mark.parametrize("scale", [0.78, 0.85, 0.9, 0.95, 1.0, 1.25])
def test_a_caption_keeps_off_the_edge_in_whatever_size_it_is_painted(qapp: object, scale: float) -> None:
    lines = wrapped(CAPTION * 6, WIDTH - 2 * EDGE, SIZE)
    sheet = Sheet(WIDTH, 20 * (len(lines) + 1), LIGHT)
    for number, line in enumerate(lines, 1):
        sheet.text(EDGE, 20 * number, line, SIZE)
    assert reach(painted(sheet.drawn(), scale, 1.0, "#FFFFFF")) <= (WIDTH - EDGE) * scale * 1.015
