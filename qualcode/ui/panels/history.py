"""The history: every step, newest first, by day; a step can be looked for and taken back."""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
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
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ...app.code_history import SAYS_WHY
from ...domain.errors import QualcodeError
from ...domain.folding import fold
from ...domain.history import Step
from ..bridge import Bridge
from ..icons import icon
from ..look import BODY, META, Look, look
from ..parts.dates import local_day, long_day, short_moment, short_time
from ..parts.field_icon import ClearCross, FieldIcon
from ..translation import say
from .header import PanelHeader
from .history_flags import HistoryFlags, StepButtons, paint_flag
from .history_menu import HistoryMenu

PAGE = 200
ROW, DAY = 44, 32
_PICTURES = {
    "coding": "edit",
    "codebook": "book",
    "surgery": "book",
    "apart": "book",
    "code_sets": "book",
    "code_history": "memo",
    "documents": "document",
    "exchange": "import",
    "found_passages.memo_on_found": "memo",
    "memos": "memo",
    "named_versions": "flag",
    "reviews": "people",
    "review_arrivals": "import",
    "sign_offs": "flag",
    "methods": "settings",
    "cases": "case",
    "undo": "undo",
    "redo": "redo",
    "join": "people",
    "new": "star",
}


def taken_back(steps: dict[int, Step]) -> set[int]:
    """Numbers of the steps that are undone now: those that a step reverts which is not undone itself."""
    undone: set[int] = set()
    for number in sorted(steps, reverse=True):
        reverts = steps[number].reverts
        if reverts is not None and number not in undone:
            undone.add(reverts)
    return undone


def local_time(step: Step) -> datetime:
    """When a step was made, by the clock on the wall here."""
    return datetime.fromisoformat(step.time.replace("Z", "+00:00")).astimezone()


class HistoryModel(QAbstractListModel):
    """Rows of one list: the days (as dates) and below each its steps."""

    wanted = Signal()  # older steps

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.steps: dict[int, Step] = {}
        self.undone: set[int] = set()
        self._said_later: dict[int, str] = {}  # reasons of steps that were given after them
        self.seen: int | None = None  # the step after which the project is looked at; None: now
        self.flagged: dict[int, str] = {}  # names of points, by the numbers of their steps
        self.rows: list[Step | QDate] = []
        self.more = True
        self._coder = self._words = ""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            if isinstance(row, QDate):
                return long_day(row)
            when = short_moment(row.time)
            undone = self.tr("undone") if row.number in self.undone else ""
            flag = self.flagged.get(row.number, "")
            return " · ".join(part for part in (self.words(row), flag, row.coder, when, undone, self.why(row)) if part)
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], Step):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled

    def canFetchMore(self, _parent: QModelIndex | QPersistentModelIndex) -> bool:
        return self.more

    def fetchMore(self, _parent: QModelIndex | QPersistentModelIndex) -> None:
        self.wanted.emit()

    def words(self, step: Step) -> str:
        """A step in the user's language; an undo says what it took back."""
        if step.reverts is None:
            return say(step)
        text = self.tr("Redo: {what}") if step.action == "redo" else self.tr("Undo: {what}")
        return text.replace("{what}", self.target_words(step))

    def target_words(self, step: Step) -> str:
        """What a step does to the project: for an undo, what it took back."""
        target: Step | None = step
        while target is not None and target.reverts is not None:
            step, target = target, self.steps.get(target.reverts)
        return say(target) if target is not None else step.values.get("summary", step.summary)

    def why(self, step: Step) -> str:
        """Why a step was made, if that was said with it or later."""
        reason = self._said_later.get(step.number) or step.reason
        return self.tr("Why: {reason}").replace("{reason}", reason) if reason else ""

    def flag(self, names: dict[int, str]) -> None:
        """The named points have come or changed."""
        self.flagged = names
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def see(self, step: int | None) -> None:
        """The project is looked at as it was after a step (None: now); what came later is pale."""
        self.seen = step
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def oldest(self) -> int | None:
        """The number of the oldest step that is here."""
        return min(self.steps, default=None)

    def add_older(self, steps: list[Step], most: int) -> None:
        """A page of steps older than all others, newest last."""
        self.more = len(steps) >= most
        fresh = self._fitting([step for step in reversed(steps) if step.number not in self.steps])
        self.steps |= {step.number: step for step in steps}
        self.undone = taken_back(self.steps)
        self._hear(self.steps.values())
        rows = self._with_days(fresh, self._last_day())
        if rows:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows += rows
            self.endInsertRows()

    def add_newer(self, step: Step) -> None:
        """A step that was made just now."""
        if step.number in self.steps:
            return
        self.steps[step.number] = step
        if step.reverts is not None or step.action == SAYS_WHY:
            self.undone = taken_back(self.steps)
            self._hear(self.steps.values())
            self.dataChanged.emit(self.index(0), self.index(max(0, len(self.rows) - 1)))
        if not self._fitting([step]):
            return
        today = self.rows and self.rows[0] == local_day(step.time)
        if today:
            self.beginInsertRows(QModelIndex(), 1, 1)
            self.rows.insert(1, step)
        else:
            self.beginInsertRows(QModelIndex(), 0, 1)
            self.rows[:0] = [local_day(step.time), step]
        self.endInsertRows()

    def _hear(self, steps: Iterable[Step]) -> None:
        """Take the reasons that were given after the step; the newest counts, one that is undone does not."""
        told = [step for step in steps if step.action == SAYS_WHY]
        for step in sorted(told, key=lambda step: step.number):
            number = step.values.get("step", "")
            if number.isdigit():
                said = "" if step.number in self.undone else step.reason
                self._said_later[int(number)] = said

    def filter(self, coder: str, words: str) -> None:
        """Only steps of this coder ("": everybody) with these characters in them."""
        self._coder, self._words = coder, fold(words)
        self.beginResetModel()
        self.rows = self._with_days(self._fitting([self.steps[n] for n in sorted(self.steps, reverse=True)]), None)
        self.endResetModel()

    def _fitting(self, steps: list[Step]) -> list[Step]:
        return [
            step
            for step in steps
            if (not self._coder or step.coder == self._coder)
            and (not self._words or self._words in fold(f"{self.words(step)} {step.coder} {self.why(step)}"))
        ]

    def _last_day(self) -> QDate | None:
        last = self.rows[-1] if self.rows else None
        return local_day(last.time) if isinstance(last, Step) else last

    @staticmethod
    def _with_days(steps: list[Step], day: QDate | None) -> list[Step | QDate]:
        rows: list[Step | QDate] = []
        for step in steps:
            if (its := local_day(step.time)) != day:
                day = its
                rows.append(day)
            rows.append(step)
        return rows


class _Painter(QStyledItemDelegate):
    """Time, picture, words, who; struck through where undone."""

    def __init__(self, model: HistoryModel) -> None:
        super().__init__(model)
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, look().px(ROW if isinstance(index.data(Qt.ItemDataRole.UserRole), Step) else DAY))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, px, box = index.data(Qt.ItemDataRole.UserRole), look().px, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Step):
            self._ground(painter, option, box)
            self._step(painter, row, box.adjusted(px(16), px(4), -px(12), -px(4)), option.direction)
        else:
            painter.setFont(look().font(META, bold=True))
            painter.setPen(look().color("ink2"))
            start = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
            painter.drawText(box.adjusted(px(16), 0, -px(12), 0), start, long_day(row))
        painter.restore()

    @staticmethod
    def _ground(painter: QPainter, option: QStyleOptionViewItem, box: QRect) -> None:
        px = look().px
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if not chosen and not option.state & QStyle.StateFlag.State_MouseOver:
            return
        ground = QRectF(box).adjusted(px(6), 1, -px(6), -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().color("soft" if chosen else "hover"))
        painter.drawRoundedRect(ground, 6, 6)
        if chosen:
            mirrored = option.direction == Qt.LayoutDirection.RightToLeft
            x = ground.right() - px(3) if mirrored else ground.left()
            painter.setBrush(look().color("accent"))
            painter.drawRoundedRect(QRectF(x, ground.top() + px(6), px(3), ground.height() - px(12)), 1.5, 1.5)

    def _step(self, painter: QPainter, step: Step, box: QRect, direction: Qt.LayoutDirection) -> None:
        px = look().px
        undone = step.number in self._model.undone
        top = QRect(box.left(), box.top(), box.width(), box.height() // 2)
        below = QRect(box.left(), box.top() + box.height() // 2, box.width(), box.height() // 2)
        side = px(16)
        picture = _PICTURES.get(step.action) or _PICTURES.get(step.action.partition(".")[0], "edit")
        mirrored = direction == Qt.LayoutDirection.RightToLeft
        x = box.right() - side if mirrored else box.left()
        icon(picture).paint(painter, x, top.center().y() - side // 2, side, side)
        indent = side + px(10)
        top.adjust(*((0, 0, -indent, 0) if mirrored else (indent, 0, 0, 0)))
        below.adjust(*((0, 0, -indent, 0) if mirrored else (indent, 0, 0, 0)))
        start = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        top = paint_flag(painter, self._model.flagged.get(step.number, ""), top, direction)
        font = look().font(BODY)
        font.setStrikeOut(undone)
        painter.setFont(font)
        later = self._model.seen is not None and step.number > self._model.seen
        painter.setPen(look().color("ink3" if undone or later else "ink"))
        words = painter.fontMetrics().elidedText(self._model.words(step), Qt.TextElideMode.ElideRight, top.width())
        painter.drawText(top, start, words)
        painter.setFont(look().font(META))
        painter.setPen(look().color("ink3"))
        told = " · ".join(part for part in (short_time(step.time), step.coder, self._model.why(step)) if part)
        told = painter.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, start, told)


class HistoryPanel(QWidget):
    """The list of steps with what can be done about one."""

    said = Signal(str, object)  # a sentence for a toast, the number of a step to undo (None: none)
    look_wanted = Signal(int)  # the number of a step: the project is to be looked at as it was after it
    time_wanted = Signal()  # the time line
    written = Signal(object)  # the path of a file
    name_wanted = Signal(object)  # the number of the step whose state is to get a name

    def __init__(self, bridge: Bridge, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._look = bridge, look
        self._asking = False
        self._wanted_number: int | None = None
        self.header = PanelHeader(self.tr("History"), look, self)
        self.who = QComboBox(self)
        self.who.setAccessibleName(self.tr("Whose steps"))
        self.who.addItem(self.tr("Everyone"), "")
        self.who.addItem(self.tr("Only mine"), bridge.project.coder)
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("Find a step"))
        self.words.setAccessibleName(self.tr("Find a step"))
        ClearCross(self.words)
        FieldIcon("search", self.words)
        self.model = HistoryModel(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Painter(self.model))
        self.list.setAccessibleName(self.tr("Steps"))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.undo = QPushButton(self.tr("Undo this step"), self)
        self.undo.clicked.connect(self._undo)
        self.buttons = StepButtons(self.undo, self)
        self.buttons.name.clicked.connect(lambda: self.name_wanted.emit(self.chosen.number if self.chosen else None))
        self.look_button = QPushButton(self.tr("See the project after this step"), self)
        self.look_button.setProperty("kind", "quiet")
        self.look_button.clicked.connect(lambda: self.look_wanted.emit(self.chosen.number if self.chosen else 0))
        HistoryMenu(self, bridge)
        HistoryFlags(bridge, self, self.model.flag)
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(200)
        self._timer.timeout.connect(self._filter)
        self.words.textChanged.connect(lambda _text: self._timer.start())
        self.who.currentIndexChanged.connect(lambda _index: self._filter())
        self.model.wanted.connect(self._ask)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._chose())
        bridge.followed.connect(self._stepped)
        look.follow(self._take_look)
        self._take_look()
        self._chose()
        self._ask()

    def _lay_out(self) -> None:
        self._filters, self._foot = QWidget(self), QWidget(self)
        row = QHBoxLayout(self._filters)
        row.addWidget(self.words, 1)
        row.addWidget(self.who)
        foot = QVBoxLayout(self._foot)
        foot.addWidget(self.problem)
        foot.addWidget(self.buttons)
        self.buttons.take(self.look_button)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.header)
        down.addWidget(self._filters)
        down.addWidget(self.list, 1)
        down.addWidget(self._foot)
        self.setFocusProxy(self.list)

    def _take_look(self) -> None:
        px, tokens = self._look.px, self._look.current
        self._filters.layout().setContentsMargins(px(12), px(4), px(12), px(8))
        self._foot.layout().setContentsMargins(px(16), px(12), px(16), px(12))
        self._foot.setObjectName("foot")
        self._foot.setStyleSheet(f"QWidget#foot {{ border-top: {tokens.edge}px solid {tokens.line}; }}")
        self.problem.setStyleSheet(f"color: {tokens.danger};")
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, self._look.color("panel"))
        self.setPalette(palette)
        self.list.doItemsLayout()

    # ── steps come in ──
    def _ask(self) -> None:
        if self._asking or not self.model.more:
            return
        self._asking = True
        before = self.model.oldest()
        self._bridge.ask(
            lambda read: read.steps(before=before, most=PAGE), self._arrived, self._failed_asking, now=True
        )

    def _failed_asking(self, error: Exception) -> None:
        self._asking = False
        self._bridge.failed.emit(error)

    def _arrived(self, steps: list[Step]) -> None:
        self._asking = False
        shown = len(self.model.rows)
        self.model.add_older(steps, PAGE)
        if self.model.more and len(self.model.rows) == shown:
            self._ask()  # none of this page fits the filter

    def _stepped(self, step: Step) -> None:
        if step.number:
            self.model.add_newer(step)
        self._chose()

    def _filter(self) -> None:
        self._timer.stop()
        self.model.filter(self.who.currentData(), self.words.text())
        if self.model.more and len(self.model.rows) < PAGE // 10:
            self._ask()

    # ── one step ──
    @property
    def chosen(self) -> Step | None:
        """The step that is selected."""
        index = self.list.currentIndex()
        row = index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None
        return row if isinstance(row, Step) else None

    def _chose(self) -> None:
        step = self.chosen
        if step is None or step.number != self._wanted_number:
            self.problem.hide()
        undone = step is not None and step.number in self.model.undone
        self.undo.setText(self.tr("This step is undone") if undone else self.tr("Undo this step"))
        self.undo.setEnabled(step is not None and not undone and not self._bridge.project.read_only)
        self.look_button.setEnabled(step is not None)
        self.buttons.name.setEnabled(step is not None and not self._bridge.project.read_only)

    def _undo(self) -> None:
        step = self.chosen
        if step is None:
            return
        self._wanted_number = step.number
        self._bridge.undo(step.number, self._undid, self._refused)

    def _undid(self, step: Step) -> None:
        self.problem.hide()
        self.said.emit(self.tr("Undone: {what}").replace("{what}", self.model.words(step)), None)

    def _refused(self, error: Exception) -> None:
        """A later step stands on this one: say so where the button is."""
        if not isinstance(error, QualcodeError):
            self._bridge.failed.emit(error)
            return
        self.problem.setText(say(error))
        self.problem.show()
