"""The quotes behind a cell: who meets whom, how often, and the passages themselves, a page at a time."""

import math
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QMenu,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ...app.charts import CooccurrencePicture, Meeting
from ...app.passages import BOTH, ONE, OTHER, PAGE, Passage, PassagePage, meeting_passages, printed_passage
from ...domain.progress import Progress
from ...domain.selections import Place
from ..bridge import Bridge
from ..look import META, TITLE, Look
from ..marks import code_color, mark_icon
from ..parts.measured_list import MeasuredList, MeasuredRows
from ..reader.blocks import mostly_cjk
from ..tasks import Task
from .flow import FlowLayout
from .ground import Ground, Words
from .wording import coefficient_names, counted, meeting_lines, translate, unit_count, value_text

PASSAGE = Qt.ItemDataRole.UserRole
_CODED_BY = Qt.ItemDataRole.UserRole + 1
_QUOTE = 15  # size of quotes
_TINT = 0.16, 0.26  # how strongly one code's words are marked, light and dark
_LINES = 1.5  # line height

Index = QModelIndex | QPersistentModelIndex


class PassageModel(QAbstractListModel):
    """Passages as they are fetched; the next page comes when somebody scrolls there."""

    def __init__(self, fetch: Callable[[int], None], parent: QObject) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._passages: list[Passage] = []
        self._coded_by: list[str] = []
        self._coming = False
        self.total = 0

    def clear(self) -> None:
        """Forget everything."""
        self.beginResetModel()
        self._passages, self._coded_by, self.total, self._coming = [], [], 0, False
        self.endResetModel()

    def add(self, page: PassagePage, coded_by: list[str]) -> None:
        """Take in a page and who coded each of its passages; the first one replaces whatever was there."""
        self._coming = False
        if page.offset == 0:
            self.beginResetModel()
            self._passages, self._coded_by, self.total = list(page.passages), list(coded_by), page.total
            self.endResetModel()
        elif page.passages and page.offset == len(self._passages):
            size = len(self._passages)
            self.beginInsertRows(QModelIndex(), size, size + len(page.passages) - 1)
            self._passages += page.passages
            self._coded_by += coded_by
            self.endInsertRows()

    def go_without(self) -> None:
        """The page that was asked for does not come; who scrolls there again asks again."""
        self._coming = False

    def passage(self, row: int) -> Passage:
        """The passage in a row."""
        return self._passages[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  as Qt declares it
        return 0 if parent.isValid() else len(self._passages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        passage = self._passages[index.row()]
        if role == PASSAGE:
            return passage
        if role in (_CODED_BY, Qt.ItemDataRole.ToolTipRole):
            return self._coded_by[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{passage.text} — {source_text(passage)}, {self._coded_by[index.row()]}"
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._coming and 0 < len(self._passages) < self.total

    def fetchMore(self, _parent: Index) -> None:
        self._coming = True
        self._fetch(len(self._passages))


class PassageDelegate(MeasuredRows):
    """A quote in their letters, its source and coders in ours."""

    def __init__(self, look: Look, parent: QListView) -> None:
        super().__init__(parent)
        self._look = look
        self.colors = ("", "")

    def _room(self, width: int) -> int:
        return max(width - self._look.px(32), self._look.px(120))

    def shown(self, index: Index) -> tuple[Place, Passage]:
        passage: Passage = index.data(PASSAGE)
        return (passage.document, passage.start, passage.end), passage

    def measured(self, index: Index, width: int) -> int:
        layout = self._layout(index.data(PASSAGE), self._room(width))
        return int(layout.boundingRect().height()) + self._look.px(18) + self._look.px(24)

    def guessed(self, item: Passage, width: int) -> int:
        px, wide = self._look.px, mostly_cjk(item.text)
        line = self._room(width) / px(_QUOTE if wide else _QUOTE // 2)  # characters
        lines = math.ceil(len(item.text) / line) + item.text.count("\n")
        return int(lines * px(_QUOTE) * _LINES) + px(18) + px(24)

    def _layout(self, passage: Passage, width: int) -> QTextLayout:
        look = self._look
        text = passage.text
        layout = QTextLayout(text, look.reading_font(_QUOTE, mostly_cjk(text)))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if text.isascii() is False and QGuiApplication.layoutDirection() is not None:
            option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        layout.setFormats(self._formats(passage))
        layout.beginLayout()
        height = 0.0
        step = look.px(_QUOTE) * _LINES
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height + (step - line.height()) / 2))
            height += step
        layout.endLayout()
        return layout

    def _formats(self, passage: Passage) -> list[QTextLayout.FormatRange]:
        look, dark = self._look, self._look.current.dark
        found, place = [], 0
        for piece in passage.pieces:
            length = len(piece.text.encode("utf-16-le", "surrogatepass")) // 2
            if piece.mark:
                entry = QTextLayout.FormatRange()
                entry.start, entry.length = place, length
                entry.format = QTextCharFormat()
                if piece.mark == BOTH:
                    entry.format.setBackground(look.color("selection"))
                    entry.format.setForeground(look.color("selection_text"))
                else:
                    self._tint(entry.format, self.colors[piece.mark == OTHER], piece.mark == ONE, dark)
                found.append(entry)
            place += length
        return found

    @staticmethod
    def _tint(form: QTextCharFormat, color: str, solid: bool, dark: bool) -> None:
        """One code's words: a tint of its colour and a line, solid for the first code, dashed for the other."""
        if not color:
            return
        ink = code_color(color, dark)
        ground = QColor(ink)
        ground.setAlphaF(_TINT[dark])
        form.setBackground(ground)
        styles = QTextCharFormat.UnderlineStyle
        form.setUnderlineStyle(styles.SingleUnderline if solid else styles.DashUnderline)
        form.setUnderlineColor(ink)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        passage: Passage = index.data(PASSAGE)
        look, box = self._look, option.rect
        painter.save()
        states = QStyle.StateFlag
        chosen = bool(option.state & states.State_Selected)
        if chosen or option.state & states.State_MouseOver:
            painter.fillRect(box, look.color("soft" if chosen else "hover"))
        width = self._room(box.width())
        left = box.left() + look.px(16)
        layout = self._layout(passage, width)
        painter.setPen(look.color("ink"))
        layout.draw(painter, QPointF(left, box.top() + look.px(9)))
        place = QRect(left, box.bottom() - look.px(28), width, look.px(20))
        self._paint_source(painter, place, source_text(passage), index.data(_CODED_BY))
        painter.setPen(look.color("line"))
        painter.drawLine(left, box.bottom(), left + width, box.bottom())
        if option.state & states.State_HasFocus:
            painter.setPen(look.color("focus"))
            painter.drawRect(box.adjusted(0, 0, -1, -2))
        painter.restore()

    def _paint_source(self, painter: QPainter, box: QRect, source: str, coded_by: str) -> None:
        look = self._look
        painter.setFont(look.font(META))
        painter.setPen(look.color("ink2"))
        metrics = painter.fontMetrics()
        elide = Qt.TextElideMode.ElideRight
        coders = metrics.elidedText(coded_by, elide, box.width() // 2)
        room = box.width() - metrics.horizontalAdvance(coders) - look.px(12)
        source = metrics.elidedText(source, elide, room)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignLeading, source)
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignTrailing, coders)


def source_text(passage: Passage) -> str:
    """Where a passage is from: “P03 Larder Street Food Bank, turn 44”."""
    text = passage.name
    if passage.turn:
        text = translate("PassageModel", "{document}, turn {number}").format(document=passage.name, number=passage.turn)
    return f"{passage.case} · {text}" if passage.case and passage.case != passage.name else text


def coded_by(picture: CooccurrencePicture, meeting: Meeting, passages: Sequence[Passage]) -> list[str]:
    """Who coded each passage, and with which of the two codes where that is not the same for both."""
    if picture.options.rule != "overlap" or meeting.a == meeting.b:
        return [", ".join(passage.coders) for passage in passages]
    from ...analysis.quotes import coders_at

    numbers = {document.id: number for number, document in enumerate(picture.material.documents)}
    found = []
    for passage in passages:
        place = (numbers[passage.document], passage.start, passage.end, picture.rollup)
        sides = {code: coders_at(picture.material, code, *place) for code in (meeting.a, meeting.b)}
        if sides[meeting.a] == sides[meeting.b]:
            found.append(", ".join(sides[meeting.a]))
        else:
            codes = picture.material.codes
            found.append(" · ".join(f"{codes[code].name}: {', '.join(names)}" for code, names in sides.items()))
    return found


class QuotesPanel(Ground):
    """Heading, numbers and quotes of two codes that meet, or of one code by itself."""

    open_segment = Signal(object, int, int)  # document id, start, end

    def __init__(self, bridge: Bridge, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "panel", parent)
        self._bridge = bridge
        self._look = look
        self._picture: CooccurrencePicture | None = None
        self._meeting: Meeting | None = None
        self._task: Task | None = None
        self._head = FlowLayout(gap=look.px(8))
        self._marks = [QLabel(self), QLabel(self)]
        self._names = [Words(look, TITLE, bold=True, wrap=False, parent=self) for _ in self._marks]
        self._with = Words(look, role="ink2", parent=self)
        self._with.setText(self.tr("with"))
        for widget in (self._marks[0], self._names[0], self._with, self._marks[1], self._names[1]):
            self._head.addWidget(widget)
            widget.setMinimumWidth(1)
        self.facts = Words(look, role="ink2", wrap=True, parent=self)
        self.facts.setTextFormat(Qt.TextFormat.RichText)
        self.facts.setMinimumWidth(1)
        self.model = PassageModel(self._fetch, self)
        self.list = MeasuredList(self)
        self.list.setModel(self.model)
        self.delegate = PassageDelegate(look, self.list)
        self.list.setItemDelegate(self.delegate)
        self.list.setAccessibleName(self.tr("Quotes"))
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.clicked.connect(self._open)
        self.list.activated.connect(self._open)
        self.setFocusProxy(self.list)
        self.foot = Words(look, META, "ink2", parent=self)
        outer = QVBoxLayout(self)
        outer.addLayout(self._head, 0)
        outer.addWidget(self.facts)
        outer.addWidget(self.list, 1)
        outer.addWidget(self.foot)
        look.follow(self._restyle)
        self._restyle()
        self.clear()

    def _restyle(self) -> None:
        look = self._look
        layout = self.layout()
        layout.setContentsMargins(0, look.px(12), 0, 0)
        layout.setSpacing(look.px(8))
        self._head.setContentsMargins(look.px(16), 0, look.px(16), 0)
        margins = (look.px(16), look.px(4), look.px(16), look.px(8))
        self.foot.setContentsMargins(*margins)
        self.facts.setContentsMargins(look.px(16), 0, look.px(16), 0)
        self.list.setMinimumHeight(look.px(110))
        self.delegate.forget()
        self.list.doItemsLayout()
        self._show_heading()

    # ── what is shown ──
    def clear(self, text: str = "") -> None:
        """Show no quotes; `text` says why."""
        self._stop()
        self._meeting = None
        self.model.clear()
        self._show_names(())
        self.facts.setText(text or self.tr("Choose a cell or a line to read its quotes."))
        self.facts.setToolTip("")
        self.foot.clear()

    def show_meeting(self, picture: CooccurrencePicture, row: int, column: int) -> None:
        """Show how two codes of the picture meet and fetch the first quotes."""
        self._stop()
        self._picture = picture
        self._meeting = picture.meeting(row, column)
        codes = picture.material.codes
        self.delegate.colors = (codes[self._meeting.a].color, codes[self._meeting.b].color)
        self._show_heading()
        self._fetch(0)

    def _show_heading(self) -> None:
        picture, meeting = self._picture, self._meeting
        if picture is None or meeting is None:
            return
        alone = meeting.a == meeting.b
        self._show_names((meeting.a,) if alone else (meeting.a, meeting.b))
        self.facts.setText(" &nbsp;·&nbsp; ".join(self._facts(picture, meeting)))
        lines = [] if alone else meeting_lines(meeting)
        self.facts.setToolTip("\n".join(lines))
        self.facts.setAccessibleDescription(", ".join(lines))

    def _show_names(self, codes: tuple[int, ...]) -> None:
        """Mark and name of one code or two; the whole path in the tooltip."""
        dark, side = self._look.current.dark, self._look.px(20)
        room = max(self.width() - self._look.px(64), self._look.px(120))
        for place, (mark, name) in enumerate(zip(self._marks, self._names, strict=True)):
            shown = place < len(codes) and self._picture is not None
            mark.setVisible(shown)
            name.setVisible(shown)
            if shown:
                code = self._picture.material.codes[codes[place]]
                mark.setPixmap(mark_icon(code.color, code.kind, dark, side).pixmap(side, side))
                name.setText(name.fontMetrics().elidedText(code.name, Qt.TextElideMode.ElideRight, room))
                name.setToolTip(code.path)
        self._with.setVisible(len(codes) == 2)
        self._head.invalidate()

    def _facts(self, picture: CooccurrencePicture, meeting: Meeting) -> list[str]:
        """The numbers of a heading, the chosen measure among them."""
        if meeting.kin:
            return [self.tr("One code is below the other and counted in it: they are no pair.")]
        whole = len(picture.material.documents)
        of = self.tr("{count} of {all} documents").format(count=f"<b>{meeting.documents}</b>", all=whole)
        known = picture.material.case_parts
        cases = [_bold(counted("%n case(s)", meeting.cases), meeting.cases)] if known else []
        if meeting.a == meeting.b:
            return [_bold(counted("%n segment(s)", meeting.pairs), meeting.pairs), of, *cases]
        found = [_bold(counted("%n pair(s)", meeting.pairs), meeting.pairs)]
        if meeting.unit not in ("document", "case"):
            found.append(_bold(unit_count(meeting.unit, meeting.n_ab), meeting.n_ab))
        found += [of, *cases]
        measure = picture.options.measure
        shown = ["jaccard", measure if measure in coefficient_names() else "lift"]
        for key in dict.fromkeys(shown):
            found.append(f"{coefficient_names()[key]} <b>{escape(value_text(meeting, key))}</b>")
        return [fact.replace(" ", "&nbsp;") for fact in found]

    # ── pages ──
    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _fetch(self, offset: int) -> None:
        picture, meeting = self._picture, self._meeting
        if picture is None or meeting is None:
            return
        if meeting.kin:
            self.model.clear()
            self.foot.clear()
            return

        def job(project: Any, progress: Progress) -> tuple[PassagePage, list[str]]:
            page = meeting_passages(project, picture, meeting.a, meeting.b, offset, PAGE, progress)
            return page, coded_by(picture, meeting, page.passages)

        self._task = self._bridge.run(job, self._arrived)

    def _arrived(self, answer: tuple[PassagePage, list[str]]) -> None:
        self._task = None
        page, who = answer
        self.model.add(page, who)
        if page.offset == 0:
            self.list.scrollToTop()
        shown = self.model.rowCount()
        if not page.total:
            self.foot.setText(self._nothing())
        else:
            self.foot.setText(self._amount(shown, page.total))

    def _nothing(self) -> str:
        return self.tr("The two codes never meet under this rule.")

    def _amount(self, shown: int, total: int) -> str:
        """How many passages are listed; several pairs of segments may share one, and a cell counts the pairs."""
        text = counted("%n passage(s)", total)
        if shown < total:
            text = self.tr("{shown} of {total} shown").format(shown=f"{shown:,}", total=f"{total:,}")
        meeting, picture = self._meeting, self._picture
        apart = picture is not None and picture.options.rule == "overlap" and meeting is not None
        if apart and meeting.a != meeting.b and meeting.pairs != total:
            text = f"{text} · {counted('%n pair(s) of segments', meeting.pairs)}"
        return text

    def focus_quotes(self) -> None:
        """Put the keyboard on the first quote."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.list.currentIndex().isValid() and self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0, 0))

    def _open(self, index: QModelIndex) -> None:
        passage: Passage = index.data(PASSAGE)
        self.open_segment.emit(passage.document, passage.start, passage.end)

    def copy(self, passage: Passage) -> None:
        """Put a passage and where it is from on the clipboard, without what is redacted."""

        def copied(words: str) -> None:
            QGuiApplication.clipboard().setText(f"“{words}” ({source_text(passage)})")

        self._bridge.ask(lambda read: printed_passage(read, passage), copied)

    def _menu(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill_menu(menu, index)
        menu.popup(self.list.viewport().mapToGlobal(place))

    def _fill_menu(self, menu: QMenu, index: QModelIndex) -> None:
        passage: Passage = index.data(PASSAGE)
        there = passage.document, passage.start, passage.end  # the row may be another one's by then
        menu.addAction(self.tr("Open in the document"), lambda: self.open_segment.emit(*there))
        menu.addAction(self.tr("Copy with source"), lambda: self.copy(passage))


def _bold(text: str, number: int) -> str:
    shown = f"{number:,}"
    return text.replace(shown, f"<b>{shown}</b>", 1)
