"""The matrix of cases by themes: a row per case, a column per theme; only what is visible is painted."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ...app.framework import CasesByThemes
from ..icons import icon
from ..look import BODY, META, Look
from ..marks import paint_mark
from ..reader.blocks import mostly_cjk
from .ground import Ground
from .wording import counted

WIDE, HIGH = 184, 74  # px of a cell
_NAMES, _HEAD = 168, 44  # px of the names of the cases, and of those of the themes: two lines each
_MARK, _BEFORE_MARK = 12, 8  # px of the mark of a theme, and of the space before it and behind
_LINES = 2  # of the first words of a cell
Summaries = Mapping[tuple[UUID, UUID], str]  # by case and theme

Index = QModelIndex | QPersistentModelIndex


class CellsModel(QAbstractTableModel):
    """The cells of a matrix; numbers and words are those of the matrix, nothing is kept here."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self.matrix: CasesByThemes | None = None
        self._summaries: Summaries = {}

    def show_matrix(self, matrix: CasesByThemes, summaries: Summaries) -> None:
        """Show another matrix, and what is written in its cells."""
        self.beginResetModel()
        self.matrix, self._summaries = matrix, summaries
        self.endResetModel()

    def show_summaries(self, summaries: Summaries) -> None:
        """Show what is written now."""
        self._summaries = summaries
        if self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

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

    def summary(self, index: Index) -> str | None:
        """What is written in a cell: "" where passages are linked and no word is written, None where nothing is."""
        if self.matrix is None:
            return None
        return self._summaries.get((self.matrix.cases[index.row()].id, self.matrix.themes[index.column()].id))

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
        summary = self.summary(index)
        told = f"{case} · {theme}: {found}" + (f"\n{words}" if words else "")
        if not summary:
            return told
        return told + "\n" + self.tr("Summary: {text}").replace("{text}", summary)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.matrix is None:
            return None
        across = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole:
            return self.matrix.themes[section].name if across else self.matrix.cases[section].name
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.matrix.paths[section] if across else self.matrix.cases[section].name
        if role == Qt.ItemDataRole.TextAlignmentRole:
            middle = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            return int(middle) | int(Qt.TextFlag.TextWordWrap)
        return None


class CellPaint(QStyledItemDelegate):
    """The number of segments; below it what is written, with a mark beside the number, or the first words."""

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
        summary = model.summary(index)
        font = look.font(BODY, bold=True)
        high = QFontMetrics(font).height()
        top = QRect(inside.left(), inside.top(), inside.width(), high)
        if number:
            painter.setFont(font)
            painter.setPen(look.color("ink"))
            painter.drawText(top, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, f"{number:,}")
        if summary is not None:
            side = px(16)
            mirrored = option.direction == Qt.LayoutDirection.RightToLeft
            left = top.left() if mirrored else top.right() - side + 1
            icon("note", "accent").paint(painter, QRect(left, top.top() + (high - side) // 2, side, side))
        below = inside.adjusted(0, high + px(2), 0, 0)
        if summary:
            self._paint_words(painter, below, " ".join(summary.split()), look.font(META), "ink")
        elif words:
            self._paint_words(painter, below, words, look.reading_font(META, mostly_cjk(words)), "ink2")
        if chosen and option.state & states.State_HasFocus:
            painter.setPen(look.color("focus"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRect, words: str, font: QFont, role: str) -> None:
        metrics = QFontMetrics(font)
        step = min(metrics.lineSpacing(), self._look.px(18))
        painter.setFont(font)
        painter.setPen(self._look.color(role))
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
            place = QRect(box.left(), box.top() + number * step, box.width(), step)
            shown = metrics.elidedText(shown.strip(), Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, shown)
        layout.endLayout()


class _ThemeHeads(QHeaderView):
    """The names of the themes behind their marks: a style draws the icons of a header as small as at 100 %."""

    def __init__(self, look: Look, cells: CellsModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look, self._cells = look, cells
        self.setSectionsClickable(True)

    def mark_box(self, section: QRect) -> QRectF:
        """Where the mark stands in a section."""
        side, gap = self._look.px(_MARK), self._look.px(_BEFORE_MARK)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = section.right() + 1 - gap - side if mirrored else section.left() + gap
        return QRectF(left, section.top() + (section.height() - side) / 2, side, side)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        if self._cells.matrix is not None:
            theme = self._cells.matrix.themes[logicalIndex]
            paint_mark(painter, self.mark_box(rect), theme.color, theme.kind, self._look.current.dark)


class CellsTable(QTableView):
    """Arrow keys move from cell to cell, Enter goes to the quotes of the one that is chosen, F2 to its summary."""

    chosen = Signal(int, int)  # row and column
    activated_cell = Signal()
    write_wanted = Signal()  # … the summary of the cell

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
        self.setHorizontalHeader(_ThemeHeads(look, self.cells, self))
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideNone)  # they go on in a second line
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)
        self.horizontalHeader().sectionResized.connect(self._widen)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(Ground(look, "panel", self))
        self.doubleClicked.connect(lambda _index: self.activated_cell.emit())
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu_at)
        look.follow(self._take_look)
        self._take_look()

    def _take_look(self) -> None:
        px = self._look.px
        tokens = self._look.current
        self.setStyleSheet(
            f"QHeaderView, QTableCornerButton::section {{ background: {tokens.panel}; border: 0; }}"
            f"QHeaderView::section {{ background: {tokens.panel}; color: {tokens.ink}; border: 0; "
            f"border-bottom: {tokens.edge}px solid {tokens.line}; padding: {px(4)}px {px(8)}px; font-weight: bold; }}"
            f"QHeaderView::section:horizontal {{ padding-{self._begin}: {px(2 * _BEFORE_MARK + _MARK)}px; }}"
            f"QHeaderView::section:vertical {{ padding-left: {px(16)}px; font-weight: normal; }}"
        )
        self._sharing = True  # a larger least width is nobody's hand
        self.horizontalHeader().setMinimumSectionSize(px(72))
        self.horizontalHeader().setFixedHeight(px(_HEAD))
        self.verticalHeader().setDefaultSectionSize(px(HIGH))
        self.verticalHeader().setFixedWidth(px(_NAMES))
        self._share_width()
        self.viewport().update()

    @property
    def _begin(self) -> str:
        """The side at which a line begins."""
        return "right" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "left"

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._take_look()

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

    def show_matrix(self, matrix: CasesByThemes, summaries: Summaries, cell: tuple[int, int] | None) -> None:
        """Show a matrix with one cell chosen, without telling anybody."""
        self._quiet = True
        self.cells.show_matrix(matrix, summaries)
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
        elif event.key() == Qt.Key.Key_F2:
            self.write_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _menu_at(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, key, then in (
            (self.tr("Read the quotes"), Qt.Key.Key_Return, self.activated_cell),
            (self.tr("Write a summary"), Qt.Key.Key_F2, self.write_wanted),
        ):
            action = menu.addAction(text, then.emit)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown here, pressed in the table
        menu.popup(self.viewport().mapToGlobal(place))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(_NAMES + WIDE), self._look.px(HIGH * 2))
