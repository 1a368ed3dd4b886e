"""The links of the chosen segment, each a button that goes to its other end."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ...app.lists import LinkRow
from ...domain.codings import PlacedCoding
from ..coding.link_bar import said_relation
from ..coding.linking_flow import LinkingFlow, quoted
from ..look import META, Look
from ..models.segments_model import Names, place_of

MOST = 8  # links on the card; the rest stand in the list of links


class LinkButton(QPushButton):
    """One line: arrow, relation, the words at the other end; all of it in the tip."""

    def __init__(self, look: Look, text: str, tip: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._whole = text
        self.setProperty("kind", "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setToolTip(tip)
        self.setAccessibleName(text)
        self.setAccessibleDescription(tip)
        px = look.px
        self.setStyleSheet(f"text-align: left; padding: 0 {px(4)}px; min-height: {px(26)}px;")
        self.setMinimumWidth(px(40))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - 12
        metrics = QFontMetrics(self.font())
        self.setText(metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))


class SegmentLinks(QWidget):
    """Hidden while the segment has no links."""

    opened = Signal(object)  # SegmentRow of the other end
    all_wanted = Signal()

    def __init__(self, flow: LinkingFlow | None, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._flow, self._look = flow, look
        self._shown: tuple[object, ...] = ()
        self._label = QLabel(self.tr("Links"), self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._label)
        self.buttons: list[QPushButton] = []
        look.follow(self._dress)
        self._dress()
        self.hide()

    def _dress(self) -> None:
        self._label.setFont(self._look.font(META, bold=True))
        self._shown = ()

    def show_links(self, segment: PlacedCoding, rows: Sequence[LinkRow], names: Names) -> None:
        """Show the links of a coding's segment."""
        shown = (segment.segment, tuple(rows), names.short)
        if shown == self._shown:
            return
        self._shown = shown
        for button in self.buttons:
            self._column.removeWidget(button)
            button.deleteLater()
        self.buttons = [self._button(segment, row, names) for row in rows[:MOST]]
        if len(rows) > MOST:
            more = self.tr("All %n link(s)…", "", len(rows))
            self.buttons.append(LinkButton(self._look, more, more, self))
            self.buttons[-1].clicked.connect(self.all_wanted)
        for button in self.buttons:
            self._column.addWidget(button)
        self.setVisible(bool(rows))

    def _button(self, segment: PlacedCoding, row: LinkRow, names: Names) -> LinkButton:
        other = row.other(segment.segment)
        leads = row.link.source == segment.segment
        text = f"{'→' if leads else '←'} {said_relation(row.link.relation)} {quoted(other.quote)}"
        code = names.codebook.by_id.get(other.coding.code)
        place = place_of(names, other, short=False)
        tip = "\n".join(filter(None, (other.quote, code.name if code else "", place, row.link.comment)))
        button = LinkButton(self._look, text, tip, self)
        button.clicked.connect(lambda: self.opened.emit(other))
        button.customContextMenuRequested.connect(lambda place: self._menu(button, row, place))
        return button

    def _menu(self, button: QPushButton, row: LinkRow, place: QPoint) -> None:
        menu = QMenu(button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Go to the other end")).triggered.connect(button.click)
        if self._flow is not None:
            menu.addSeparator()
            self._flow.add_to(menu, row, self.window())
        menu.popup(button.mapToGlobal(place))
