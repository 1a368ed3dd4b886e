"""The panel that finds words in the whole project, page by page."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ...app.search import Hit, make_query, search
from ...domain.errors import QualcodeError
from ...domain.progress import Progress
from ...domain.queries import TextQuery
from ..bridge import Bridge
from ..field_icon import FieldIcon
from ..find import TYPING_MILLISECONDS, FindField
from ..look import BODY, META, Look, look
from ..tasks import Task
from ..translation import say
from .header import PanelHeader
from .rows import plain_ground

PAGE = 200  # hits after which a page ends with its document


@dataclass(frozen=True, slots=True)
class _Page:
    """Whole documents of hits; `last` is the document to go on after, None at the end."""

    hits: list[Hit]
    last: UUID | None


class _Hits(QAbstractListModel):
    """Rows: a document's name, then its hits."""

    wanted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Hit | tuple[str, int]] = []
        self.more = False

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.context if isinstance(row, Hit) else f"{row[0]} · {row[1]}"
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], Hit):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled

    def canFetchMore(self, _parent: QModelIndex | QPersistentModelIndex) -> bool:
        return self.more

    def fetchMore(self, _parent: QModelIndex | QPersistentModelIndex) -> None:
        self.wanted.emit()

    def clear(self) -> None:
        """Nothing."""
        self.beginResetModel()
        self.rows, self.more = [], False
        self.endResetModel()

    def add(self, hits: list[Hit]) -> None:
        """A page more."""
        rows: list[Hit | tuple[str, int]] = []
        counts: dict[UUID, int] = {}
        for hit in hits:
            counts[hit.document.id] = counts.get(hit.document.id, 0) + 1
        seen: UUID | None = None
        for hit in hits:
            if hit.document.id != seen:
                seen = hit.document.id
                rows.append((hit.document.name, counts[seen]))
            rows.append(hit)
        if rows:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows += rows
            self.endInsertRows()


class _Painter(QStyledItemDelegate):
    """A hit in its surroundings on one line, the hit bold and always in sight."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, look().px(28 if isinstance(index.data(Qt.ItemDataRole.UserRole), Hit) else 32))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, px, box = index.data(Qt.ItemDataRole.UserRole), look().px, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        if isinstance(row, Hit) and lit:
            painter.setPen(Qt.PenStyle.NoPen)
            chosen = option.state & QStyle.StateFlag.State_Selected
            painter.setBrush(look().color("soft" if chosen else "hover"))
            painter.drawRoundedRect(QRectF(box).adjusted(px(4), 0, -px(4), 0), 6, 6)
        box.adjust(px(12), 0, -px(12), 0)
        center = Qt.AlignmentFlag.AlignVCenter
        if isinstance(row, Hit):
            self._paint_hit(painter, row, box)
        else:
            painter.setFont(look().font(META, bold=True))
            painter.setPen(look().color("ink"))
            count = str(row[1])
            width = painter.fontMetrics().horizontalAdvance(count) + px(8)
            name = painter.fontMetrics().elidedText(row[0], Qt.TextElideMode.ElideRight, box.width() - width)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeading | center, name)
            painter.setPen(look().color("ink3"))
            painter.drawText(box, Qt.AlignmentFlag.AlignTrailing | center, count)
        painter.restore()

    @staticmethod
    def _paint_hit(painter: QPainter, hit: Hit, box: QRect) -> None:
        font, bold = look().reading_font(BODY), look().reading_font(BODY)
        bold.setBold(True)
        painter.setFont(bold)
        words = painter.fontMetrics().elidedText(hit.text, Qt.TextElideMode.ElideRight, box.width())
        width = painter.fontMetrics().horizontalAdvance(words)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        before = metrics.elidedText(hit.before, Qt.TextElideMode.ElideLeft, max(0, (box.width() - width) // 2))
        left = box.left() + metrics.horizontalAdvance(before)
        center = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(look().color("ink2"))
        painter.drawText(box, center, before)
        after_box = QRect(left + width, box.top(), box.right() - left - width, box.height())
        after = metrics.elidedText(hit.after, Qt.TextElideMode.ElideRight, after_box.width())
        painter.drawText(after_box, center, after)
        painter.setFont(bold)
        painter.setPen(look().color("ink"))
        painter.drawText(QRect(left, box.top(), width + 2, box.height()), center, words)


class SearchPanel(QWidget):
    """Looks for words in every document; hits come page by page."""

    open_segment = Signal(object, int, int, object)  # document id, start, end, None

    def __init__(self, bridge: Bridge, look_: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._task: Task | None = None
        self._query: TextQuery | None = None
        self._last: UUID | None = None
        self.header = PanelHeader(self.tr("Find"), look_, self)
        self.field = FindField(self)
        self.field.setPlaceholderText(self.tr("Find in the project"))
        self.field.setAccessibleName(self.tr("Find in the project"))
        FieldIcon("search", self.field)
        self.field.setClearButtonEnabled(True)
        self.how = QComboBox(self)
        self.how.addItem(self.tr("Whole words"), "words")
        self.how.addItem(self.tr("Anywhere in words"), "substring")
        self.how.addItem(self.tr("Regular expression"), "regex")
        self.how.setAccessibleName(self.tr("How to look"))
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        self.list = QListView(self)
        self.list.setItemDelegate(_Painter(self.list))
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(False)
        self._model = _Hits(self.list)
        self.list.setModel(self._model)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look().px(8))
        top = QVBoxLayout()
        top.setContentsMargins(look().px(12), 0, look().px(12), 0)
        for part in (self.field, self.how, self.state):
            top.addWidget(part)
        layout.addWidget(self.header)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(2 * TYPING_MILLISECONDS)
        self._timer.timeout.connect(self._begin)
        self.field.textChanged.connect(lambda _text: self._timer.start())
        self.field.stepped.connect(self._entered)
        self.how.currentIndexChanged.connect(lambda _index: self._begin())
        self.list.clicked.connect(self._open)
        self.list.activated.connect(self._open)
        self._model.wanted.connect(self._go_on)
        self.setFocusProxy(self.field)
        look_.changed.connect(self._take_look)
        self._take_look()
        self._say()

    def _take_look(self) -> None:
        plain_ground(self, look())

    def look_for(self, text: str) -> None:
        """Begin to look for some words."""
        self.field.setText(text)
        self._begin()

    def _entered(self, _step: int) -> None:
        if self._timer.isActive():
            self._begin()
        elif self._model.rows:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.list.setCurrentIndex(self._model.index(1))

    def _begin(self) -> None:
        self._timer.stop()
        if self._task is not None and self._task.running:
            self._task.cancel()
        self._task, self._last = None, None
        self._model.clear()
        text, how = self.field.text(), self.how.currentData()
        try:
            self._query = make_query(text, how == "regex", how == "substring") if text.strip() else None
        except QualcodeError as error:
            self._query = None
            self._say(say(error))
            return
        self._model.more = self._query is not None
        self._say()
        self._go_on()

    def _go_on(self) -> None:
        query, after = self._query, self._last
        if query is None or self._task is not None or not self._model.more:
            return

        def look_further(project: object, progress: Progress) -> _Page:
            found: list[Hit] = []
            for hit in search(project, query, progress, after):  # type: ignore[arg-type]
                if len(found) >= PAGE and hit.document.id != found[-1].document.id:
                    return _Page(found, found[-1].document.id)
                found.append(hit)
            return _Page(found, None)

        self._task = self._bridge.run(look_further, self._found, self._failed, self.tr("Looking for words"))
        self._say()

    def _found(self, page: _Page) -> None:
        self._task, self._last = None, page.last
        self._model.more = page.last is not None
        self._model.add(page.hits)
        self._say()

    def _failed(self, error: Exception) -> None:
        self._task, self._model.more = None, False
        self._say(say(error) if isinstance(error, QualcodeError) else "")
        if not isinstance(error, QualcodeError):
            self._bridge.failed.emit(error)

    def _say(self, problem: str = "") -> None:
        hits = sum(isinstance(row, Hit) for row in self._model.rows)
        documents = len(self._model.rows) - hits
        if problem or self._query is None:
            text = problem
        elif self._task is not None and not hits:
            text = self.tr("Looking…")
        elif not hits:
            text = self.tr("Nothing found.")
        else:
            text = self.tr("%n hit(s)", "", hits) + " · " + self.tr("%n document(s)", "", documents)
            if self._model.more:
                text += " · " + self.tr("more below")
        self.state.setText(text)
        self.state.setVisible(bool(text))

    def _open(self, index: QModelIndex | QPersistentModelIndex) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(row, Hit):
            self.open_segment.emit(row.document.id, row.start, row.end, None)
