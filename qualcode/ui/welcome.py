"""What stands in the window while no project is open: three ways to begin, and what was open lately."""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDateTime, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QLabel,
    QProgressBar,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ..domain.palette import PALETTE
from .icons import icon
from .look import BODY, FIGURE, META, look
from .parts.dates import last_time

LEFT, RIGHT, GAP, CARD, ROW = 480, 520, 96, 76, 60
MOST_RECENT = 6
_RESTING = 0.45  # opacity of what cannot be clicked


class Card(QAbstractButton):
    """A large button: icon, title, one line of explanation; or, `flat`, a row of the list of projects."""

    def __init__(
        self, picture: str, title: str, words: str, parent: QWidget, flat: bool = False, when: str = ""
    ) -> None:
        super().__init__(parent)
        self._picture, self._words, self._flat, self._when = icon(picture, "accent"), words, flat, when
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setToolTip(words if flat else "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(look().px(RIGHT if self._flat else LEFT), look().px(ROW if self._flat else CARD))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(280), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        px, tokens = look().px, look().current
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1 if self.isEnabled() else _RESTING)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        lit = self.underMouse() or self.isDown()
        edge = tokens.focus if self.hasFocus() else (tokens.line2 if tokens.high or lit else tokens.line)
        ground = tokens.hover if lit else (tokens.panel if self._flat else tokens.raised)
        width = 2 if self.hasFocus() else tokens.edge
        pen = QPen(QColor(edge), width)
        painter.setPen(pen if not self._flat or self.hasFocus() or tokens.high else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, px(6 if self._flat else 10), px(6 if self._flat else 10))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side, inset = px(18 if self._flat else 20), px(14 if self._flat else 20)
        left = round(box.right() - inset - side) if mirrored else round(box.left() + inset)
        self._picture.paint(painter, left, round(box.center().y() - side / 2), side, side)
        self._paint_words(painter, box, inset * 2 + side, mirrored)
        painter.end()

    def _paint_words(self, painter: QPainter, box: QRectF, indent: int, mirrored: bool) -> None:
        px = look().px
        when_width = 0.0
        if self._when:
            painter.setFont(look().font(META))
            painter.setPen(look().color("ink3"))
            when_width = painter.fontMetrics().horizontalAdvance(self._when) + px(16)
            at = QRectF(box.left() + px(14), box.top(), box.width() - px(28), box.height() / 2 + px(8))
            flag = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
            painter.drawText(at, flag | Qt.AlignmentFlag.AlignVCenter, self._when)
        area = box.adjusted(px(14), 0, -indent, 0) if mirrored else box.adjusted(indent, 0, -px(14), 0)
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        for size, bold, role, text, top in (
            (BODY if self._flat else 14, True, "ink", self.text(), True),
            (META, False, "ink2", self._words, False),
        ):
            painter.setFont(look().font(size, bold=bold))
            painter.setPen(look().color(role))
            half = QRectF(area)
            if top:
                half.setBottom(box.center().y() + px(1))
                half.setWidth(area.width() - when_width)
                flags = align | Qt.AlignmentFlag.AlignBottom
            else:
                half.setTop(box.center().y() + px(3))
                flags = align | Qt.AlignmentFlag.AlignTop
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(half.width()))
            painter.drawText(half, flags, shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)


class _Sign(QWidget):
    """Three lines of text and three stripes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(look().px(164), look().px(48))

    def paintEvent(self, _event: QPaintEvent) -> None:
        px, dark = look().px, look().current.dark
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look().color("line2"), px(2)))
        for y, width in ((8, 96), (22, 120), (36, 72)):
            painter.drawLine(QPointF(0, px(y)), QPointF(px(width), px(y)))
        for x, top, bottom, entry in ((136, 2, 42, 1), (146, 2, 26, 0), (156, 18, 42, 4)):
            pen = QPen(QColor(PALETTE[entry].dark if dark else PALETTE[entry].light), px(4))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(QPointF(px(x), px(top)), QPointF(px(x), px(bottom)))
        painter.end()


class Welcome(QWidget):
    """Start, sample, open; the projects of late; files may be dropped."""

    new_wanted = Signal()
    sample_wanted = Signal()
    open_wanted = Signal()
    project_wanted = Signal(str)
    files_dropped = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._recent: list[str] = []
        self._working = ""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the first card has the keys at first
        outer.addWidget(self._area)
        look().follow(self._build)
        self._build()

    def show_recent(self, places: Sequence[str]) -> None:
        """List these projects, the last one first; those that are gone are left out."""
        self._recent = [place for place in places if "://" in place or os.path.exists(place)][:MOST_RECENT]  # noqa: PTH110
        self._build()

    def show_working(self, what: str) -> None:
        """Say what is under way and take no clicks meanwhile; "": it has ended."""
        self._working = what
        self.setAcceptDrops(not what)
        for card in self._area.widget().findChildren(Card):
            card.setEnabled(not what)
        self._under_way.setText(what)
        for part in (self._under_way, self._bar):
            part.setVisible(bool(what))

    def _build(self) -> None:
        px, focus = look().px, self.focusWidget()
        page = QWidget()
        across = self._across = QBoxLayout(self._direction(), page)
        across.setContentsMargins(px(32), px(24), px(32), px(24))
        across.setSpacing(min(px(GAP), self.width() // 12))
        across.addStretch(1)
        across.addWidget(self._beginnings(page), 6)
        if self._recent:
            across.addWidget(self._lately(page), 6)
        across.addStretch(1)
        self._area.setWidget(page)
        if focus is not None and self.isVisible():
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_working(self._working)

    def _direction(self) -> QBoxLayout.Direction:
        """Side by side, or in a narrow window one below the other."""
        narrow = self.width() < look().px(LEFT + RIGHT)
        return QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._across.setDirection(self._direction())
        self._across.setSpacing(min(look().px(GAP), self.width() // 12))

    def _beginnings(self, page: QWidget) -> QWidget:
        px = look().px
        side = QWidget(page)
        side.setMaximumWidth(px(LEFT))
        down = QVBoxLayout(side)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(px(12))
        title = QLabel(self.tr("Read closely. Code once. Lose nothing."), side)
        title.setFont(look().font(FIGURE, bold=True))
        title.setWordWrap(True)
        words = QLabel(
            self.tr(
                "Bring interviews in, mark what matters, and show how you got there. Everything stays on this computer."
            ),
            side,
        )
        words.setFont(look().font(14))
        words.setWordWrap(True)
        words.setStyleSheet(f"color: {look().current.ink2};")
        start = Card(
            "add", self.tr("Start a project"), self.tr("Choose a place for it, or drop transcripts here"), side
        )
        sample = Card(
            "book",
            self.tr("Explore the sample study"),
            self.tr("Seven transcripts and a survey, coded: ten minutes"),
            side,
        )
        self._first = start
        find = Card("folder", self.tr("Open a project"), self.tr("A file that ends in .qualcode"), side)
        start.clicked.connect(self.new_wanted)
        sample.clicked.connect(self.sample_wanted)
        find.clicked.connect(self.open_wanted)
        down.addStretch(1)
        down.addWidget(_Sign(side))
        down.addSpacing(px(12))
        down.addWidget(title)
        down.addWidget(words)
        down.addSpacing(px(12))
        for card in (start, sample, find):
            down.addWidget(card)
        self._under_way = QLabel(side)
        self._under_way.setFont(look().font(BODY, bold=True))
        self._bar = QProgressBar(side)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        for part in (self._under_way, self._bar):
            room = part.sizePolicy()
            room.setRetainSizeWhenHidden(True)  # nothing jumps
            part.setSizePolicy(room)
            down.addWidget(part)
        down.addStretch(2)
        return side

    def _lately(self, page: QWidget) -> QWidget:
        px = look().px
        side = QWidget(page)
        side.setMaximumWidth(px(RIGHT))
        down = QVBoxLayout(side)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(px(4))
        head = QLabel(self.tr("Recent"), side)
        head.setFont(look().font(META, bold=True))
        head.setStyleSheet(f"color: {look().current.ink2};")
        down.addStretch(1)
        down.addWidget(head)
        down.addSpacing(px(4))
        for place in self._recent:
            card = self._row(place, side)
            card.clicked.connect(lambda _checked=False, place=place: self.project_wanted.emit(place))
            down.addWidget(card)
        down.addStretch(1)
        return side

    @staticmethod
    def _row(place: str, side: QWidget) -> Card:
        if "://" in place:
            address = place.rpartition("@")[2]  # never show a password that stands in a URL
            return Card("people", address.rpartition("/")[2], address, side, flat=True)
        path = Path(place)
        changed = QDateTime.fromSecsSinceEpoch(int(path.stat().st_mtime))
        return Card("book", path.stem, str(path.parent), side, flat=True, when=last_time(changed))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(event.mimeData().hasUrls())

    def dropEvent(self, event: QDropEvent) -> None:
        self.files_dropped.emit([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])
