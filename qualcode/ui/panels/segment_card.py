"""The coding that is chosen: its code, what that means, the comment on the passage, what was said about it, its
links, who, when and where."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ...app.coding import comment_segment
from ...app.lists import SegmentRow
from ...domain.codebook import Code
from ..bridge import Bridge
from ..coding.linking_flow import LinkingFlow
from ..coding.marking_flow import MarkingFlow
from ..icons import icon
from ..look import META, TITLE, Look
from ..marks import mark_icon
from ..parts.dates import short_date
from .origin_line import OriginLine
from .segment_links import SegmentLinks
from .segment_signs import SegmentSigns

_PAUSE = 1_000  # ms after the last key before a comment is saved


class CardArea(QScrollArea):
    """As high as its card, up to a share of the panel; beyond that, in large letters, the card scrolls."""

    def __init__(self, card: QWidget, panel: QWidget) -> None:
        super().__init__(panel)
        self._panel = panel
        self._share, self._beside = 0.6, 0  # of the panel's height at most, and what must be left below, in px
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(card)
        card.setAutoFillBackground(False)
        card.installEventFilter(self)
        panel.installEventFilter(self)

    def give(self, share: float, beside: int) -> None:
        """Let the card have another part of the panel, leaving so many px for what stands below."""
        self._share, self._beside = share, beside
        self._fit()

    def _fit(self) -> None:
        card = self.widget()
        wanted = max(card.layout().totalHeightForWidth(self.width()), card.minimumSizeHint().height())
        room = min(round(self._panel.height() * self._share), self._panel.height() - self._beside)
        self.setFixedHeight(max(0, min(wanted, room)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = QEvent.Type
        if event.type() == (kinds.Resize if watched is self._panel else kinds.LayoutRequest):
            self._fit()
        return False


class SegmentCard(QWidget):
    """Shows one coding; a comment is saved after a pause and on leaving it, one's own segments only."""

    opened = Signal(object)  # SegmentRow: show it in its document
    memo_requested = Signal(object)  # SegmentRow

    def __init__(
        self,
        bridge: Bridge,
        look: Look,
        marking: MarkingFlow,
        linking: LinkingFlow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._look = bridge, look
        self.row: SegmentRow | None = None
        self._code: Code | None = None
        self._saved = ""  # the comment as it is stored
        self._mark = QLabel(self)
        self._name = QLabel(self)
        self._about = QLabel(self)
        self._label = QLabel(self.tr("Comment"), self)
        self.comment = QPlainTextEdit(self)
        self.signs = SegmentSigns(marking, look, self)
        self.links = SegmentLinks(linking, look, self)
        self._source = QLabel(self)
        self.origin = OriginLine(bridge, look, self)
        self.open_button = QPushButton(self.tr("Go to"), self)
        self.memo_button = QPushButton(self.tr("Memo…"), self)
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.save)
        self.comment.textChanged.connect(self._typed)
        self.comment.installEventFilter(self)
        self.open_button.clicked.connect(lambda: self.opened.emit(self.row))
        self.memo_button.clicked.connect(lambda: self.memo_requested.emit(self.row))
        look.follow(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        for label in (self._name, self._about, self._source):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._source.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setBuddy(self.comment)
        self.comment.setAccessibleName(self.tr("Comment"))
        self.comment.setTabChangesFocus(True)
        self._title = QHBoxLayout()
        self._title.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._title.addWidget(self._name, 1)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.open_button)
        self._buttons.addWidget(self.memo_button)
        self._buttons.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._title)
        for widget in (self._about, self._label, self.comment, self.signs, self.links):
            self._column.addWidget(widget)
        self._column.addLayout(self._buttons)
        self._column.addWidget(self._source)
        self._column.addWidget(self.origin)

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self._column.setContentsMargins(px(16), px(12), px(16), px(12))
        self._column.setSpacing(px(8))
        self._title.setSpacing(px(8))
        self._buttons.setSpacing(px(8))
        self._name.setFont(look.font(TITLE, bold=True))
        self._label.setFont(look.font(META, bold=True))
        for label in (self._about, self._source, self._label):
            if label is not self._label:
                label.setFont(look.font(META))
            palette = label.palette()
            palette.setColor(label.foregroundRole(), look.color("ink2"))
            label.setPalette(palette)
        self.comment.setFixedHeight(self.comment.fontMetrics().lineSpacing() * 3 + px(14))
        self.open_button.setIcon(icon("document"))
        self.memo_button.setIcon(icon("memo"))
        for button in (self.open_button, self.memo_button):
            button.setIconSize(QSize(px(16), px(16)))
            button.setStyleSheet(f"padding: 0 {px(10)}px; min-height: {px(26)}px;")
        self._show_mark()

    def _show_mark(self) -> None:
        if self._code is not None:
            side = self._look.px(20)
            mark = mark_icon(self._code.color, self._code.kind, self._look.current.dark, side)
            self._mark.setPixmap(mark.pixmap(QSize(side, side), self.devicePixelRatioF()))

    # ── what is shown ──
    def show_row(self, row: SegmentRow, code: Code, above: str, coder: str, place: str) -> None:
        """Show a coding; `above` names what its code stands under, `place` is its document and turn."""
        changed = self.row is None or self.row.coding.segment != row.coding.segment
        if changed:
            self.save()
        self.row, self._code = row, code
        self.origin.show_coding(row.coding.id)
        self._name.setText(code.name)
        self._about.setText(" · ".join(filter(None, (above, code.definition))))
        self._about.setVisible(bool(above or code.definition))
        self._source.setText(" · ".join((coder, short_date(row.coding.created), place)))
        self.memo_button.setText(self.tr("%n memo(s)", "", row.memos) if row.memos else self.tr("Memo…"))
        mine = coder == self._bridge.project.coder and not self._bridge.project.read_only
        self.signs.show_coding(row.coding, mine, not self._bridge.project.read_only)
        self.comment.setReadOnly(not mine)
        hint = self.tr("What is worth noting here?") if mine else self.tr("Only {coder} can comment here.")
        self.comment.setPlaceholderText(hint.replace("{coder}", coder))
        if changed or self.comment.toPlainText() == self._saved:
            self._saved = row.coding.comment
            if self.comment.toPlainText() != self._saved:
                self.comment.blockSignals(True)
                self.comment.setPlainText(self._saved)
                self.comment.blockSignals(False)
        self._show_mark()

    # ── the comment ──
    def _typed(self) -> None:
        if self.row is not None and not self.comment.isReadOnly():
            self._timer.start()

    def save(self) -> None:
        """Write the comment, the question and the weight if they changed."""
        self._timer.stop()
        self.signs.save()
        text = self.comment.toPlainText()
        if self.row is None or self.comment.isReadOnly() or text.strip() == self._saved.strip():
            return
        self._saved = text
        self._bridge.do(comment_segment, self.row.coding.segment, text, failed=self._refused)

    def _refused(self, error: Any) -> None:
        self._saved = self.row.coding.comment if self.row is not None else ""
        self._bridge.failed.emit(error)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.comment and event.type() == QEvent.Type.FocusOut:
            self.save()
        return bool(super().eventFilter(watched, event))

    @property
    def coding(self) -> UUID | None:
        """The coding that is shown."""
        return self.row.coding.id if self.row is not None else None
