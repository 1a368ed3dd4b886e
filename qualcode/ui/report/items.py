"""The items of a reporting guideline: what the project tells of each, and a field for what the researchers say."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ...app.report_answers import answer_item, answers
from ...app.report_facts import Facts, facts
from ...app.report_options import ReportOptions
from ...domain.errors import paragraph
from ...domain.history import Step
from ...domain.reporting import GUIDELINES, Item
from ...store.reading import Reading
from ..bridge import Bridge
from ..icons import icon
from ..look import BODY, META, TITLE, Look
from ..panels.rows import ROW, Cursor, Index, draw, paint_ground, plain_ground
from ..parts.line_splitter import LineSplitter
from ..themes.fields import SavedText
from ..translation import say
from ..views.ground import Ground, Words

_LIST, _LEAST_LIST = 340, 220
_BESIDE = 500  # what list and page need side by side
_NARROW, _LOW = 200, 96  # the page's least width, and the list's least height above it
_NUMBER, _STATED = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_Answer = tuple[int, Facts | None, dict[str, str]]


class _Rows(QStyledItemDelegate):
    """A section as a quiet head; an item with a tick where something is said of it, its number and its name."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.look.px(160), self.look.px(ROW if index.data(_NUMBER) else ROW + 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, px, box = self.look, self.look.px, QRect(option.rect)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        number = index.data(_NUMBER)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not number:
            words = Cursor(painter, box.adjusted(px(10), px(8), 0, 0), look, mirrored).rest()
            draw(painter, words, index.data(), look.font(META, bold=True), look.color("ink2"), mirrored)
        else:
            flags, state = QStyle.StateFlag, option.state
            paint_ground(
                painter,
                box,
                look,
                chosen=bool(state & flags.State_Selected),
                hovered=bool(state & flags.State_MouseOver),
                focused=bool(state & flags.State_HasFocus),
                mirrored=mirrored,
            )
            cursor = Cursor(painter, box.adjusted(px(10), 0, 0, 0), look, mirrored)
            side = px(16)
            tick = cursor.leading(side)
            if index.data(_STATED):
                icon("check", "good").paint(painter, QRect(tick.left(), box.center().y() - side // 2 + 1, side, side))
            cursor.leading(px(8))
            place = cursor.leading(px(28))
            draw(painter, place, number, look.font(BODY), look.color("ink2"), mirrored)
            cursor.words(index.data())
        painter.restore()


class ReportItems(LineSplitter):
    """The list of items, and the one that is chosen; what is written is saved on leaving the field, as one step.

    `options` tells what is chosen for the report: its facts are told. Where there is no room for both side by side,
    the list stands above.
    """

    told = Signal(str)  # how many items something is said of

    def __init__(self, bridge: Bridge, look: Look, options: Callable[[], ReportOptions], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._bridge, self._look, self._options = bridge, look, options
        self._guideline = ""
        self._item: Item | None = None
        self._facts: Facts = {}
        self._answers: dict[str, str] = {}
        self._behind = self._facts_due = True
        self._asked = 0
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Items of the guideline"))
        self.list.setItemDelegate(_Rows(look, self.list))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.currentItemChanged.connect(lambda now, _before: self._choose(now))
        self.addWidget(self.list)
        self._page = self._make_page()
        self.addWidget(self._page)
        self.setStretchFactor(1, 1)
        bridge.followed.connect(self._stepped)
        look.follow(self._dress)
        self._dress()

    def _make_page(self) -> QScrollArea:
        look = self._look
        page = Ground(look, "panel", self)
        self.name = Words(look, TITLE, bold=True, wrap=True, parent=page)
        self.asks = Words(look, BODY, wrap=True, parent=page)
        self._says = Words(look, META, "ink2", bold=True, parent=page)
        self._says.setText(self.tr("What the project tells"))
        self.fact = Words(look, BODY, wrap=True, parent=page)
        self.fact.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._yours = Words(look, META, "ink2", bold=True, parent=page)
        self._yours.setText(self.tr("What you say"))
        hint = self.tr("It stands in the report before what the project tells.")
        self.answer = SavedText(look, self.tr("What you say"), hint, page)
        self.answer.setReadOnly(self._bridge.project.read_only)
        self.answer.saved.connect(self._save)
        self._column = QVBoxLayout(page)
        for part in (self.name, self.asks, self._says, self.fact, self._yours, self.answer):
            self._column.addWidget(part)
        self._column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        return area

    def _dress(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(24), px(16), px(24), px(16))
        self._column.setSpacing(px(8))
        plain_ground(self.list, self._look)
        self.list.doItemsLayout()
        self._page.setMinimumWidth(px(_NARROW))
        self._share()

    def _share(self) -> None:
        """Side by side where both can be read, else one above the other."""
        px = self._look.px
        beside = self.width() >= px(_BESIDE)
        self.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
        self.list.setMinimumSize(px(_LEAST_LIST), px(_LOW))
        given = px(_LIST) if beside else self.height() * 2 // 5
        self.setSizes([given, max(given, (self.width() if beside else self.height()) - given)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (self.width() >= self._look.px(_BESIDE)) != (self.orientation() == Qt.Orientation.Horizontal):
            self._share()

    # ── what is shown ──
    def show_guideline(self, key: str) -> None:
        """Show the items of a guideline."""
        self.answer.save()
        self._guideline = key
        self._item = None
        self._behind = True
        self.list.clear()
        for section, items in GUIDELINES[key].sections:
            head = QListWidgetItem(say(section), self.list)
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            for item in items:
                row = QListWidgetItem(say(item.name), self.list)
                row.setData(_NUMBER, item.number)
                row.setToolTip(f"{say(item.name)}. {say(item.asks)}")
        self._ask()

    def renew(self) -> None:
        """Tell the facts of a report with other options."""
        self._behind = self._facts_due = True
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._behind:
            self._ask()

    def _stepped(self, step: Step) -> None:
        self._behind = True
        if self.isVisible() and not (step.kinds == {"report_answer"} and step.action.endswith("answer_item")):
            self._ask()
        elif self.isVisible():
            self._put()

    def _ask(self) -> None:
        if not self._guideline or not self.isVisible():
            return
        self._facts_due = True
        self._put()

    def _put(self) -> None:
        """Ask for the answers, and for the facts where they are due: these take a look at everything."""
        self._behind = False
        self._asked += 1
        number, key = self._asked, self._guideline
        options = self._options() if self._facts_due else None

        def told(read: Reading) -> _Answer:
            return number, None if options is None else facts(read, options), answers(read, key)

        self._bridge.ask(told, self._arrived)

    def _arrived(self, answer: _Answer) -> None:
        number, found, said = answer
        if number != self._asked:  # one that was asked later knows more
            return
        key = self._guideline
        self._answers = said
        if found is not None:
            self._facts, self._facts_due = found, False
        known = {item.number: item for item in GUIDELINES[key].items}
        stated = 0
        for place in range(self.list.count()):
            row = self.list.item(place)
            item = known.get(row.data(_NUMBER))
            if item is None:
                continue
            has = item.number in said or any(fact in self._facts for fact in item.facts)
            stated += has
            row.setData(_STATED, has)
            spoken = self.tr("stated") if has else self.tr("not stated yet")
            row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.number} {say(item.name)}, {spoken}")
        words = self.tr("{number} of {all} items stated")
        self.told.emit(words.replace("{number}", str(stated)).replace("{all}", str(len(known))))
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(1)
        elif self._item is not None:
            self._show(self._item, anew=False)

    def _choose(self, row: QListWidgetItem | None) -> None:
        self.answer.save()
        items = {item.number: item for item in GUIDELINES[self._guideline].items} if self._guideline else {}
        item = items.get(row.data(_NUMBER)) if row is not None else None
        if item is not None:
            self._show(item, anew=True)

    def _show(self, item: Item, anew: bool) -> None:
        self._item = item
        self.name.setText(f"{item.number}  {say(item.name)}")
        self.asks.setText(say(item.asks))
        told = paragraph((one for fact in (*item.facts, *item.supports) for one in self._facts.get(fact, ())), say)
        self.fact.setText(told or self.tr("The project knows nothing of this."))
        self.answer.show_text(self._answers.get(item.number, ""), anew)

    def _save(self, text: str) -> None:
        if self._item is not None:
            self._bridge.do(answer_item, self._guideline, self._item.number, text)
