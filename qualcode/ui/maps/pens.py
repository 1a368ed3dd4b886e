"""Fonts, colours and lines that things and ties of a map are painted with, for one look; made anew when it changes."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPen, QPolygonF

from ...domain.folding import is_cjk
from ..look import Look
from ..marks import code_color


@dataclass(slots=True)
class Pens:
    """Sizes are points of the map: the painter is scaled, the fonts are not."""

    look: Look
    _colors: dict[str, QColor] = field(default_factory=dict)
    _fonts: dict[tuple[int, bool, str], tuple[QFont, QFontMetricsF]] = field(default_factory=dict)
    _elided: dict[tuple[str, int, bool, str, int], str] = field(default_factory=dict)
    _wrapped: dict[tuple[str, int, str, int, int], list[str]] = field(default_factory=dict)

    def forget(self) -> None:
        """The look has changed."""
        for kept in (self._colors, self._fonts, self._elided, self._wrapped):
            kept.clear()

    def color(self, role: str) -> QColor:
        """The colour of a role."""
        found = self._colors.get(role)
        if found is None:
            found = self._colors[role] = self.look.color(role)
        return found

    def own(self, color: str) -> QColor:
        """A code's colour on the present ground."""
        found = self._colors.get(color)
        if found is None:
            found = self._colors[color] = code_color(color, self.look.current.dark)
        return found

    def font(self, size: int, bold: bool = False, face: str = "ours") -> tuple[QFont, QFontMetricsF]:
        """A font of `size` points of the map with its measures; `face` is `ours`, `theirs` or `theirs-cjk`."""
        key = size, bold, face
        found = self._fonts.get(key)
        if found is None:
            if face == "ours":
                font = self.look.font(size, bold)
            else:
                font = self.look.reading_font(size, chinese=face == "theirs-cjk")
            font.setPixelSize(size)
            # the painter is scaled: letters must be as wide at every zoom as they were measured
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            found = self._fonts[key] = font, QFontMetricsF(font)
        return found

    def face_of(self, words: str) -> str:
        """In which face people's own words are set."""
        return "theirs-cjk" if any(map(is_cjk, words[:80])) else "theirs"

    def elide(self, text: str, width: float, size: int, bold: bool = False, face: str = "ours") -> str:
        """The text, cut at its end with an ellipsis where it is wider than that."""
        key = text, size, bold, face, int(width)
        found = self._elided.get(key)
        if found is None:
            if len(self._elided) > 4_000:
                self._elided.clear()
            metrics = self.font(size, bold, face)[1]
            found = self._elided[key] = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width))
        return found

    def wrap(self, text: str, width: float, lines: int, size: int, face: str = "ours", bold: bool = False) -> list[str]:
        """The text in at most so many lines of that width; the last is cut where there is more."""
        key = text, size, f"{face}{bold}", int(width), lines
        found = self._wrapped.get(key)
        if found is None:
            if len(self._wrapped) > 2_000:
                self._wrapped.clear()
            found = self._wrapped[key] = self._break(
                " ".join(text.split()), width, lines, self.font(size, bold, face)[1]
            )
        return found

    @staticmethod
    def _break(text: str, width: float, lines: int, metrics: QFontMetricsF) -> list[str]:
        done: list[str] = []
        while text and len(done) < lines - 1:
            if metrics.horizontalAdvance(text) <= width:
                break
            low, high = 1, len(text)
            while low < high:
                half = (low + high + 1) // 2
                if metrics.horizontalAdvance(text[:half]) <= width:
                    low = half
                else:
                    high = half - 1
            cut = low
            if cut < len(text) and not is_cjk(text[cut]):
                space = text.rfind(" ", 0, cut + 1)
                if space > 0:
                    cut = space
            done.append(text[:cut].rstrip())
            text = text[cut:].lstrip()
        if text:
            done.append(metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width)))
        return done


def dashed(color: QColor, width: float, *lengths: float) -> QPen:
    """A pen of dashes; lengths in points, whatever the width."""
    pen = QPen(color, width)
    if lengths:
        pen.setDashPattern([length / width for length in lengths])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def arrow(x: float, y: float, hx: float, hy: float, length: float, half: float) -> QPolygonF:
    """A triangle whose tip is at a place, pointing that way."""
    bx, by = x - hx * length, y - hy * length
    return QPolygonF([QPointF(x, y), QPointF(bx - hy * half, by + hx * half), QPointF(bx + hy * half, by - hx * half)])


def diamond(x: float, y: float, hx: float, hy: float, length: float, half: float) -> QPolygonF:
    """A diamond whose far corner is at a place, lying that way."""
    mx, my = x - hx * length / 2, y - hy * length / 2
    return QPolygonF(
        [
            QPointF(x, y),
            QPointF(mx - hy * half, my + hx * half),
            QPointF(x - hx * length, y - hy * length),
            QPointF(mx + hy * half, my - hx * half),
        ]
    )
