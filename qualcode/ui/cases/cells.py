"""Cells of the grid: how they are painted, and the fields in which they are edited."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QComboBox,
    QCompleter,
    QLabel,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ...app.variables import problem_of
from ..look import META, letter_pen, look
from ..translation import say
from .model import DISPLAY, DOCUMENTS, FIRST, GridModel, Index
from .wording import name_wanted

_KEYS = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}
_LINES = {Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
_SELECTED, _FOCUSED = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_HasFocus.value
_MOST_CUT = 5_000  # texts kept as they were cut
_NO_HINT = QAbstractItemDelegate.EndEditHint.NoHint


class CellDelegate(QStyledItemDelegate):
    """A field fit for the type of each variable; why a value does not fit is said below it."""

    moved = Signal(int, int)  # rows and columns to go on, after a cell was left by a key
    refused = Signal(str)  # what was typed and not kept, as a sentence

    def __init__(self, model: GridModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._bubble: QLabel | None = None
        self._fitting: dict[tuple[str, int], str] = {}
        look().changed.connect(self._dress)
        self._dress()

    # ── painting ──
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        # by hand: the style would take ten times as long, and a screen shows some hundred cells
        colors, model = self._colors, self._model
        rect, state, column, row = option.rect, option.state.value, index.column(), index.row()
        role = "ink2" if column == DOCUMENTS else "ink"
        if model.marked and model.is_bad(row, column):
            painter.fillRect(rect, colors["warn_ground"])
            role = "warn"
        elif state & _SELECTED:
            painter.fillRect(rect, colors["soft"])
        text = model.shown(row, column)
        if text:
            room = rect.adjusted(self._pad, 0, -self._pad, 0)
            painter.setPen(self._pens[role] if text.isascii() else letter_pen(colors[role], text))
            painter.drawText(room, model.alignments[column], self._cut(text, room.width(), option))
        if state & _FOCUSED:
            painter.setPen(colors["focus"])
            for inset in range(look().px(2)):
                painter.drawRect(rect.adjusted(inset, inset, -1 - inset, -1 - inset))

    def _cut(self, text: str, width: int, option: QStyleOptionViewItem) -> str:
        """The text as it fits, worked out once for each width."""
        found = self._fitting.get((text, width))
        if found is None:
            if len(self._fitting) > _MOST_CUT:
                self._fitting.clear()
            found = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            self._fitting[text, width] = found
        return found

    def _dress(self) -> None:
        self._fitting.clear()
        self._pad = look().px(6)
        self._colors = {role: look().color(role) for role in ("ink", "ink2", "warn", "warn_ground", "soft", "focus")}
        self._pens = {role: QPen(self._colors[role]) for role in ("ink", "ink2", "warn")}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index) + QSize(look().px(12), 0)

    # ── editing ──
    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = index.column()
        variable = None if column < FIRST else self._model.variable(column)
        kind = ("display" if column == DISPLAY else "name") if variable is None else variable.type
        editor: QWidget
        if variable is not None and kind in ("yes/no", "choice"):
            editor = QComboBox(parent)
            editor.setEditable(kind == "choice")
            editor.addItem("", "")
            if kind == "choice":
                for value in self._model.known_values(variable.id):
                    editor.addItem(value, value)
                editor.completer().setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
                editor.lineEdit().installEventFilter(self)
                editor.setFocusProxy(editor.lineEdit())
            else:
                editor.addItem(self.tr("yes"), "yes")
                editor.addItem(self.tr("no"), "no")
        else:
            editor = QLineEdit(parent)
            if kind == "number":
                editor.setAlignment(Qt.AlignmentFlag.AlignTrailing)
            if kind == "date":
                editor.setPlaceholderText("2026-11-22")
            editor.textEdited.connect(lambda _text: self._hush())
        editor.setProperty("kind_of_value", kind)
        fixed = self._model.tr("Display id") if column == DISPLAY else self._model.tr("Case")
        what = fixed if variable is None else variable.name
        editor.setAccessibleName(f"{what}: {self._model.rows[index.row()].name}")
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(text)))
            if editor.isEditable():
                editor.setEditText(text)
                editor.lineEdit().selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: GridModel, index: Index) -> None:
        text, problem = _typed(editor), _problem(editor)
        if problem is None:
            model.setData(index, text)
        else:
            self.refused.emit(self.tr("{reason} The cell is as it was.").replace("{reason}", problem))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        editor.setGeometry(option.rect)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self._hush()
        super().destroyEditor(editor, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        editor = watched.parent() if isinstance(watched.parent(), QComboBox) else watched
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(editor, QWidget):
            step = _KEYS.get(event.key())
            if step is None and isinstance(editor, QLineEdit):
                step = _LINES.get(event.key())
            if step is not None:
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and step == (1, 0)
                self._leave(editor, (-1, 0) if back else step)
                return True
        if watched is not editor:
            return False  # the field inside a combo box: the box itself is watched too
        return bool(super().eventFilter(watched, event))

    def _leave(self, editor: QWidget, step: tuple[int, int]) -> None:
        problem = _problem(editor)
        if problem is not None:
            self._say_below(editor, problem)
            return
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, _NO_HINT)
        self.moved.emit(*step)

    def _say_below(self, editor: QWidget, problem: str) -> None:
        self._hush()
        bubble = QLabel(problem, editor.window())
        bubble.setAccessibleName(problem)
        bubble.setFont(look().font(META))
        tokens, px = look().current, look().px
        bubble.setStyleSheet(
            f"background: {tokens.danger_ground}; color: {tokens.danger}; "
            f"border: {tokens.edge}px solid {tokens.danger}; padding: {px(4)}px {px(8)}px; border-radius: {px(4)}px;"
        )
        bubble.adjustSize()
        window = editor.window()
        at = editor.mapTo(window, QPoint(0, editor.height() + px(2)))
        at.setX(max(0, min(at.x(), window.width() - bubble.width())))
        if at.y() + bubble.height() > window.height():
            at.setY(editor.mapTo(window, QPoint(0, 0)).y() - bubble.height() - px(2))
        bubble.move(at)
        bubble.show()
        bubble.raise_()
        self._bubble = bubble

    @property
    def said(self) -> str:
        """What is said below the field at present."""
        return self._bubble.text() if self._bubble is not None else ""

    def _hush(self) -> None:
        if self._bubble is not None:
            self._bubble.hide()
            self._bubble.deleteLater()
            self._bubble = None


def _typed(editor: QWidget) -> str:
    if isinstance(editor, QComboBox):
        return editor.currentText().strip() if editor.isEditable() else str(editor.currentData() or "")
    assert isinstance(editor, QLineEdit)
    return editor.text().strip()


def _problem(editor: QWidget) -> str | None:
    """Why what is typed does not fit, as a sentence."""
    kind, text = str(editor.property("kind_of_value")), _typed(editor)
    if kind == "name":
        return None if text else name_wanted()
    if kind == "display":
        return None
    problem = problem_of(text, kind)
    return None if problem is None else say(problem)
