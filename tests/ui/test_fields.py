"""Fields: what stands inside them, at every scale and in every scheme."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from ui.test_look import contrast

from qualcode.ui.look import Look, look
from qualcode.ui.parts.field_icon import ClearCross, FieldIcon


@pytest.fixture
def present(qapp: object) -> Iterator[Look]:
    found = look()
    yield found
    found.choose("system")
    found.set_scale(100)
    found.finish()


def shown(qtbot: QtBot, present: Look, scheme: str, scale: int, *parts: QWidget) -> QWidget:
    room = QWidget()
    qtbot.addWidget(room)
    down = QVBoxLayout(room)
    for part in parts:
        down.addWidget(part)
    present.choose(scheme)
    present.set_scale(scale)
    present.dress(room)
    room.show()
    present.finish()
    room.setFocus()
    return room


@pytest.mark.parametrize("scale", [100, 200])
def test_the_cross_empties_the_field_and_grows_with_the_scale(qtbot: QtBot, present: Look, scale: int) -> None:
    field = QLineEdit()
    cross = ClearCross(field)
    FieldIcon("search", field)
    _room = shown(qtbot, present, "light", scale, field)
    assert not cross.isVisible()
    qtbot.keyClicks(field, "trust")
    assert cross.isVisible()
    assert cross.accessibleName() == "Clear the field"
    assert cross.width() == 24 * scale // 100
    assert field.rect().contains(cross.geometry())
    margins = field.textMargins()
    assert min(margins.left(), margins.right()) == 20 * scale // 100, "words run under neither of the two"
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert field.text() == ""
    assert not cross.isVisible()


def strongest(part: QWidget) -> float:
    """How much the strongest colour inside a part stands out from its ground."""
    image = part.grab().toImage()
    inside = image.copy(image.rect().adjusted(8, 6, -32, -6))
    ground = QColor(look().current.paper).name()
    found = {
        inside.pixelColor(x, y).name() for x in range(inside.width()) for y in range(inside.height())
    }  # letters are thin: their core has the pen's own colour
    return max(contrast(color, ground) for color in found)


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_what_an_empty_field_says_can_be_read(qtbot: QtBot, present: Look, scheme: str) -> None:
    field, box, text = QLineEdit(), QComboBox(), QPlainTextEdit()
    box.setEditable(True)
    for part in (field, box.lineEdit(), text):
        part.setPlaceholderText("Find ▇▇")
    _room = shown(qtbot, present, scheme, 200, field, box, text)
    assert [strongest(part) >= 4.5 for part in (field, box, text)] == [True] * 3


def test_in_high_contrast_a_button_at_rest_differs_by_its_edge(qtbot: QtBot, present: Look) -> None:
    rest, able = QPushButton(), QPushButton()
    rest.setEnabled(False)
    _room = shown(qtbot, present, "contrast", 100, rest, able)
    assert rest.size() == able.size()
    assert rest.grab().toImage() != able.grab().toImage()
