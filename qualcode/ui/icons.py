"""Our own line icons, drawn in the present ink whenever painted, so that they switch with the scheme."""

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ..app.resources import resource
from .look import look

MIRRORED = ("undo", "redo", "export", "import")  # point along the reading direction


class LineIcon(QIconEngine):
    """Renders one SVG whose strokes are `currentColor` in the colour of a role."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def clone(self) -> QIconEngine:
        return LineIcon(self._name, self._role)

    def key(self) -> str:
        return "qualcode-line"

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        role = "ink3" if mode == QIcon.Mode.Disabled else self._role
        color = getattr(look().current, role)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._name in MIRRORED and painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(2 * rect.center().x() + 1, 0)
            painter.scale(-1, 1)
        if mode == QIcon.Mode.Disabled:
            painter.setOpacity(0.6)
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        _renderer(self._name, color).render(painter, square)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", color).encode()))


def icon(name: str, role: str = "ink2") -> QIcon:
    """The icon of that name (`resources/icons/<name>.svg`) in the colour of a role.

    Raises `FileNotFoundError` when painted if there is no such icon.
    """
    return QIcon(LineIcon(name, role))
