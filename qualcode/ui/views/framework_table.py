"""The matrix of cases by themes: a row per case, a column per theme; only what is visible is painted."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ...app.framework import CasesByThemes
from ..look import BODY, META, Look
from ..marks import mark_icon
from .ground import Ground
from .wording import counted

WIDE, HIGH = 184, 74  # px of a cell
_NAMES, _HEAD = 168, 44  # px of the names of the cases, and of those of the themes: two lines each
_LINES = 2  # of the first words of a cell

Index = QModelIndex | QPersistentModelIndex


class CellsModel(QAbstractTableModel):
    """The cells of a matrix; numbers and words are those of the matrix, nothing is kept here."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self.matrix: CasesByThemes | None = None

    def show_matrix(self, matrix: CasesByThemes) -> None:
        """Show another matrix."""
        self.beginResetModel()
        self.matrix = matrix
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  as Qt declares it
        return 0 if parent.isValid() or self.matrix is None else len(self.matrix.cases)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self.matrix is None else len(self.matrix.themes)

    def cell(self, index: Index) -> tuple[int, str]:
        """How many segments a cell holds, and its first words."""
        if self.matrix is None:
            return 0, ""
        place = index.row(), index.column()
        return self.matrix.segments(*place), self.matrix.words.get(place, "")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self.matrix is None:
            return None
        number, words = self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{number:,}" if number else ""
        if role not in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        case, theme = self.matrix.cases[index.row()].name, self.matrix.paths[index.column()]
        found = counted("%n segment(s)", number)
        return f"{case} · {theme}: {found}" + (f"\n{words}" if words else "")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.matrix is None:
            return None
        across = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole:
            return self.matrix.themes[section].name if across else self.matrix.cases[section].name
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.matrix.paths[section] if across else self.matrix.cases[section].name
        if role == Qt.ItemDataRole.DecorationRole and across:
            theme = self.matrix.themes[section]
            return mark_icon(theme.color, theme.kind, self._look.current.dark, self._look.px(16))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            middle = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            return int(middle) | int(Qt.TextFlag.TextWordWrap)
        return None


class CellPaint(QStyledItemDelegate):
    """The number of segments, and the first words below it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, CellsModel):
            return
        look, px, box = self._look, self._look.px, option.rect
        number, words = model.cell(index)
        states = QStyle.StateFlag
        chosen = bool(option.state & states.State_Selected)
        painter.save()
        painter.fillRect(box, look.color("soft" if chosen else "paper"))
        painter.setPen(look.color("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        edge = box.left() if option.direction == Qt.LayoutDirection.RightToLeft else box.right()
        painter.drawLine(edge, box.top(), edge, box.bottom())
        inside = box.adjusted(px(8), px(6), -px(8), -px(4))
        if number:
            font = look.font(BODY, bold=True)
            painter.setFont(font)
            painter.setPen(look.color("ink"))
            high = QFontMetrics(font).height()
            top = QRect(inside.left(), inside.top(), inside.width(), high)
            painter.drawText(top, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, f"{number:,}")
            self._paint_words(painter, inside.adjusted(0, high + px(2), 0, 0), words)
        if chosen and option.state & states.State_HasFocus:
            painter.setPen(look.color("focus"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRect, words: str) -> None:
        font = self._look.font(META)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(self._look.color("ink2"))
        layout, option = QTextLayout(words, font), QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        layout.beginLayout()
        for number in range(_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(box.width())
            start, length = line.textStart(), line.textLength()
            shown = words[start:] if number == _LINES - 1 else words[start : start + length]
            place = QRect(box.left(), box.top() + number * metrics.lineSpacing(), box.width(), metrics.lineSpacing())
            shown = metrics.elidedText(shown.strip(), Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, shown)
        layout.endLayout()


class CellsTable(QTableView):
    """Arrow keys move from cell to cell, Enter goes to the quotes of the one that is chosen."""

    chosen = Signal(int, int)  # row and column
    activated_cell = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._quiet = self._sharing = False
        self._widths: dict[UUID, float] = {}  # of the themes whose columns somebody drew, at 100 %
        self.cells = CellsModel(look, self)
        self.setModel(self.cells)
        self.setItemDelegate(CellPaint(look, self))
        self.setAccessibleName(self.tr("Cases by themes"))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)
        self.horizontalHeader().sectionResized.connect(self._widen)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(Ground(look, "panel", self))
        self.doubleClicked.connect(lambda _index: self.activated_cell.emit())
        look.follow(self._take_look)
        self._take_look()

    def _take_look(self) -> None:
        px = self._look.px
        tokens = self._look.current
        self.setStyleSheet(
            f"QHeaderView, QTableCornerButton::section {{ background: {tokens.panel}; border: 0; }}"
            f"QHeaderView::section {{ background: {tokens.panel}; color: {tokens.ink}; border: 0; "
            f"border-bottom: {tokens.edge}px solid {tokens.line}; padding: {px(4)}px {px(8)}px; font-weight: bold; }}"
            f"QHeaderView::section:vertical {{ padding-left: {px(16)}px; font-weight: normal; }}"
        )
        self._sharing = True  # a larger least width is nobody's hand
        self.horizontalHeader().setMinimumSectionSize(px(72))
        self.horizontalHeader().setFixedHeight(px(_HEAD))
        self.horizontalHeader().setIconSize(QSize(px(16), px(16)))
        self.verticalHeader().setDefaultSectionSize(px(HIGH))
        self.verticalHeader().setFixedWidth(px(_NAMES))
        self._share_width()
        self.viewport().update()

    def _share_width(self) -> None:
        """Columns share the room there is, and scroll where there is too little; one that was drawn keeps its width."""
        header, px, matrix = self.horizontalHeader(), self._look.px, self.cells.matrix
        themes = [theme.id for theme in matrix.themes] if matrix is not None else []
        drawn = [px(self._widths[theme]) for theme in themes if theme in self._widths]
        room = self.viewport().width() - sum(drawn)
        share = max(px(WIDE), room // max(1, len(themes) - len(drawn)))
        self._sharing = True
        header.setDefaultSectionSize(share)  # it passes over columns that were drawn while it was the same
        for at, theme in enumerate(themes):
            header.resizeSection(at, px(self._widths[theme]) if theme in self._widths else share)
        self._sharing = False

    def _widen(self, column: int, _before: int, width: int) -> None:
        matrix = self.cells.matrix
        if not (self._sharing or self._quiet) and matrix is not None:
            self._widths[matrix.themes[column].id] = width * 100 / self._look.px(100)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def show_matrix(self, matrix: CasesByThemes, cell: tuple[int, int] | None) -> None:
        """Show a matrix with one cell chosen, without telling anybody."""
        self._quiet = True
        self.cells.show_matrix(matrix)
        self._share_width()
        if cell is not None:
            self.setCurrentIndex(self.cells.index(*cell))
        self._quiet = False

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if not self._quiet and current.isValid():
            self.chosen.emit(current.row(), current.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated_cell.emit()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(_NAMES + WIDE), self._look.px(HIGH * 2))
