"""What happened to one code: every step with its reason, and taking a merge, split or move apart again."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ...app.code_history import CodeStep, history_of_code, say_why
from ...domain.history import Step
from ..bridge import Bridge
from ..look import look, resize
from ..parts.dates import short_moment
from ..translation import say
from .why import WhyField

_RECORD = Qt.ItemDataRole.UserRole


class _Rows(QStyledItemDelegate):
    """Several lines to a row; Chinese letters are higher than a list reckons, and it would leave the last line out."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = str(index.data()).count("\n") + 1
        return super().sizeHint(option, index) + QSize(0, look().px(4) * lines)


class CodeHistoryDialog(QDialog):
    """The steps of a code, newest first."""

    apart_wanted = Signal(int, str)  # the number of a step to be taken apart, why

    def __init__(self, bridge: Bridge, code: UUID, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bridge, self.code = bridge, code
        self.wired = False  # whether somebody takes apart what is asked for
        title = self.tr("History of “{name}”").replace("{name}", name)
        self.setWindowTitle(title)
        px = look().px
        label = QLabel(title, self)
        label.setFont(look().font(15, bold=True))
        label.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(title)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(_Rows(self.list))
        self.list.currentItemChanged.connect(lambda *_: self._chose())
        self.result = QLabel(self)
        self.result.setWordWrap(True)
        self.result.hide()
        self.why = WhyField(self)
        self.why.textChanged.connect(lambda _text: self._chose())
        self.why.returnPressed.connect(self.keep_reason)
        self.keep_button = QPushButton(self.tr("Keep the reason"), self)
        self.keep_button.clicked.connect(self.keep_reason)
        self.apart_button = QPushButton(self.tr("Take this apart again"), self)
        self.apart_button.clicked.connect(self.take_apart)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.close)
        for button in (self.keep_button, self.apart_button, close):
            button.setAutoDefault(False)
        reason = QHBoxLayout()
        reason.addWidget(self.why, 1)
        reason.addWidget(self.keep_button)
        buttons = QHBoxLayout()
        buttons.addWidget(self.apart_button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(16), px(16), px(16), px(12))
        layout.setSpacing(px(12))
        layout.addWidget(label)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.result)
        layout.addLayout(reason)
        layout.addLayout(buttons)
        resize(self, px(560), px(480))
        bridge.followed.connect(self._stepped)
        self._chose()
        self._load()

    # ── reading ──
    def _stepped(self, _step: Step) -> None:
        self._load()

    def _load(self) -> None:
        code = self.code
        self._bridge.ask(lambda read: history_of_code(read, code), self._arrived)

    def _arrived(self, found: list[CodeStep]) -> None:
        chosen = self.chosen
        self.list.clear()
        for one in reversed(found):
            step = one.step
            when = " · ".join(filter(None, (short_moment(step.time), step.coder)))
            undone = self.tr("undone") if step.undone else ""
            lines = [say(step), " · ".join(filter(None, (when, undone)))]
            if one.reason:
                lines.append(self.tr("Why: {reason}").replace("{reason}", one.reason))
            item = QListWidgetItem("\n".join(lines), self.list)
            item.setData(_RECORD, one)
            font = item.font()
            font.setStrikeOut(step.undone)
            item.setFont(font)
            if chosen is not None and chosen.step.number == step.number:
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None and self.list.count():
            self.list.setCurrentRow(0)
        self._chose()

    @property
    def chosen(self) -> CodeStep | None:
        """The step that is selected."""
        item = self.list.currentItem()
        return item.data(_RECORD) if item is not None else None

    def _chose(self) -> None:
        one, writes = self.chosen, not self._bridge.project.read_only
        self.apart_button.setEnabled(one is not None and one.surgery and writes)
        self.keep_button.setEnabled(one is not None and writes and bool(self.why.reason))

    # ── doing ──
    def keep_reason(self) -> None:
        """Say why the chosen step was made."""
        one = self.chosen
        if one is not None and self.why.reason:
            self._bridge.do(say_why, one.step.number, self.why.reason, self.code)
            self.why.clear()

    def take_apart(self) -> None:
        """Reverse the chosen step as far as it still stands."""
        one = self.chosen
        if one is None or not one.surgery:
            return
        self.apart_button.setEnabled(False)
        self.apart_wanted.emit(one.step.number, self.why.reason)
        self.why.clear()

    def came(self, text: str) -> None:
        """Say what came of taking apart."""
        self._tell(text, "ink2")

    def refuse(self, text: str) -> None:
        """Say why nothing was taken apart."""
        self._tell(text, "danger")
        self._chose()

    def _tell(self, text: str, role: str) -> None:
        self.result.setStyleSheet(f"color: {getattr(look().current, role)};")
        self.result.setText(text)
        self.result.show()


def show_code_history(bridge: Bridge, code: UUID, name: str, parent: QWidget) -> CodeHistoryDialog:
    """Open the history of a code, or come back to it where it is open."""
    window = parent.window()
    there: list[Any] = [one for one in window.findChildren(CodeHistoryDialog) if one.isVisible() and one.code == code]
    dialog = there[0] if there else CodeHistoryDialog(bridge, code, name, window)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog
