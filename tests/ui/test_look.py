"""The look: schemes, contrast of text, scale, live switching, icons and marks."""

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QIcon, QImage, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDockWidget,
    QLineEdit,
    QMainWindow,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from qualcode.app.resources import resource
from qualcode.domain.palette import PALETTE
from qualcode.ui.icons import icon
from qualcode.ui.look import Look, look
from qualcode.ui.marks import mark_icon
from qualcode.ui.panels.rows import draw
from qualcode.ui.parts.field_icon import FieldIcon
from qualcode.ui.stylesheet import STYLE_SHEET
from qualcode.ui.tokens import SCHEMES, Tokens

TEXTS = ("ink", "ink2", "ink3", "accent", "warn", "danger", "good")
GROUNDS = ("window", "panel", "paper", "raised", "hover")
NAMES = sorted(path.stem for path in resource("icons").glob("*.svg"))


@pytest.fixture
def present(qapp: QApplication) -> Iterator[Look]:
    found = look()
    yield found
    found.choose("system")
    found.set_scale(100)
    found.finish()


def luminance(color: str) -> float:
    channels = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", SCHEMES.values(), ids=lambda tokens: tokens.name)
def test_every_text_is_readable_on_every_ground(tokens: Tokens) -> None:
    pairs = [*product(TEXTS, GROUNDS), ("ink", "soft"), ("ink2", "soft"), ("on_accent", "accent")]
    pairs += [("toast_text", "toast"), ("toast_link", "toast"), ("selection_text", "selection")]
    pairs += product(TEXTS, ("hover", "soft", "window"))
    pairs += [(ink, f"{name}_ground") for name in ("warn", "danger", "good") for ink in ("ink", "ink2", name)]
    found = {pair: contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) for pair in pairs}
    assert {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("tokens", SCHEMES.values(), ids=lambda tokens: tokens.name)
def test_code_colours_stand_out_from_the_paper(tokens: Tokens) -> None:
    for swatch in PALETTE:
        assert contrast(swatch.dark if tokens.dark else swatch.light, tokens.paper) >= 3


class Room(QWidget):
    """A room that counts how often it heard of another look."""

    heard = 0

    def hear(self) -> None:
        self.heard += 1


def test_switching_reaches_the_palette_and_every_room_that_is_dressed(present: Look, qtbot: QtBot) -> None:
    present.choose("light")
    seen, unseen = Room(), Room()
    for room in (seen, unseen):
        qtbot.addWidget(room)
        present.dress(room)
        present.follow(room.hear)
    seen.show()
    with qtbot.waitSignal(present.changed):
        present.choose("dark")
        assert SCHEMES["light"].accent in seen.styleSheet()  # in turns: this one is not held up
        assert not seen.updatesEnabled()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    assert application.palette().base().color() == QColor(SCHEMES["dark"].paper)
    for room in (seen, unseen):
        assert SCHEMES["dark"].accent in room.styleSheet()
        assert "$" not in room.styleSheet()
        assert room.heard == 1
    assert seen.updatesEnabled()


def test_the_last_of_two_changes_counts(present: Look, qtbot: QtBot) -> None:
    present.choose("light")
    room = Room()
    qtbot.addWidget(room)
    present.dress(room)
    room.show()
    with qtbot.waitSignal(present.changed):
        present.choose("dark")
        present.choose("contrast")
    assert SCHEMES["contrast"].accent in room.styleSheet()
    assert room.updatesEnabled()


def test_what_is_gone_neither_wears_nor_hears_anything(present: Look, qtbot: QtBot) -> None:
    present.choose("light")
    stays, goes = Room(), Room()
    qtbot.addWidget(stays)
    for room in (stays, goes):
        present.dress(room)
        present.follow(room.hear)
        room.show()
    present.choose("dark")
    delete(goes)
    present.finish()
    assert (stays.heard, goes.heard) == (1, 0)


def test_a_panel_taken_out_of_its_window_in_the_middle_is_painted_again(present: Look, qtbot: QtBot) -> None:
    present.choose("light")
    window = QMainWindow()
    qtbot.addWidget(window)
    dock = QDockWidget(window)
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    window.show()
    present.choose("dark")
    dock.setFloating(True)
    assert not dock.updatesEnabled()
    present.finish()
    assert window.updatesEnabled()
    assert dock.updatesEnabled()


def test_the_system_is_followed_until_a_scheme_is_chosen(present: Look, qapp: QApplication) -> None:
    present.choose("system")
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Dark)
    followed = present.current.name
    present.choose("contrast")
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Light)
    kept = present.current.name
    present.choose("system")
    qapp.styleHints().unsetColorScheme()
    wanted = "dark" if qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"
    assert kept == "contrast"
    assert present.current.name == wanted
    # a platform without colour schemes leaves the hint as it was
    assert followed in ("dark", wanted)


def test_scale_stays_inside_its_limits_and_reaches_fonts(present: Look) -> None:
    present.set_scale(150)
    assert (present.px(16), present.font().pixelSize()) == (24, 20)
    present.set_scale(1000)
    assert present.scale == 200
    present.set_scale(1)
    assert present.scale == 80


def painted(what: QIcon, side: int = 32) -> QImage:
    return what.pixmap(QSize(side, side)).toImage().convertToFormat(QImage.Format.Format_ARGB32)


def colors(image: QImage) -> set[str]:
    places = product(range(image.width()), range(image.height()))
    seen = (image.pixelColor(x, y) for x, y in places)
    return {color.name() for color in seen if color.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_each_icon_is_drawn_in_the_ink_of_the_scheme(name: str, present: Look) -> None:
    same = icon(name)
    for scheme in ("light", "dark"):
        present.choose(scheme)
        assert SCHEMES[scheme].ink2.lower() in colors(painted(same))


def test_marks_differ_by_shape_and_by_ground(qapp: QApplication) -> None:
    circle, square, diamond = (PALETTE[number].light for number in (0, 8, 16))
    images = [painted(mark_icon(color, "code", False)) for color in (circle, square, diamond)]
    images.append(painted(mark_icon(circle, "theme", False)))
    assert len({bytes(image.createAlphaMask().constBits()) for image in images}) == 4
    assert PALETTE[0].dark.lower() in colors(painted(mark_icon(circle, "code", True)))


@pytest.mark.parametrize("name", ["up", "down", "right", "check", "dash"])
def test_arrows_of_boxes_are_drawn_in_the_ink_of_the_scheme(name: str, present: Look) -> None:
    for scheme, tokens in SCHEMES.items():
        path = resource("icons", "arrows", f"{name}-{scheme}.svg")
        assert tokens.ink2 in path.read_text("utf-8")
        present.choose(scheme)
        assert path.as_posix() in present.style_sheet()


@pytest.mark.parametrize("kind", [QComboBox, QSpinBox, QLineEdit])
def test_boxes_and_fields_are_equally_high_and_flat_at_every_scale(
    kind: type[QWidget], present: Look, qtbot: QtBot
) -> None:
    box = kind()
    qtbot.addWidget(box)
    present.dress(box)
    present.choose("light")
    for scale in (100, 200):
        present.set_scale(scale)
        present.finish()
        box.resize(present.px(160), box.sizeHint().height())
        box.show()
        box.clearFocus()
        assert box.height() == present.px(28) + 2
        image = box.grab().toImage()
        column = {image.pixelColor(present.px(60), y).name() for y in range(2, image.height() // 4)}
        assert column == {present.current.paper.lower()}, "no gradient"


def test_the_icon_in_a_field_grows_with_the_scale(present: Look, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    picture = FieldIcon("search", field)
    present.set_scale(200)
    present.finish()
    assert picture.pixmap().width() == 32
    assert field.textMargins().left() > 32


def test_the_style_sheet_stays_short() -> None:
    assert len(STYLE_SHEET.strip().splitlines()) <= 72, "what it says more belongs into the palette or a delegate"


def weight(color: str, ground: str, present: Look) -> float:
    """How much ink a Chinese name takes, whichever is the lighter of the two."""
    image = QImage(160, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    draw(painter, image.rect(), "长桥社区中心", present.font(), QColor(color))
    painter.end()
    low, high = QColor(ground).lightness(), QColor(color).lightness()
    places = product(range(image.width()), range(image.height()))
    return sum((image.pixelColor(x, y).lightness() - low) / (high - low) for x, y in places)


def test_chinese_names_are_hardly_bolder_on_a_dark_ground(present: Look) -> None:
    if not any("CJK" in family for family in QFontDatabase.families()):
        pytest.skip("needs Noto Sans CJK")
    light, dark = (weight(scheme.ink, scheme.panel, present) for scheme in (SCHEMES["light"], SCHEMES["dark"]))
    assert dark < light * 1.2


def test_buttons_of_a_dialog_lose_the_pictures_of_the_system(present: Look, qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    close = box.button(QDialogButtonBox.StandardButton.Close)
    close.setIcon(icon("close"))
    present.dress(dialog)
    assert close.icon().isNull()
