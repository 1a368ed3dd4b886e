"""The text of a transcript: a read-only QTextEdit that paints underlines and turns gestures into spans."""

from uuid import UUID

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ..look import look
from .mime import CODE, code_of, pasted, put_span
from .scene import Scene
from .underlines import Marking, paint_grounds, paint_underlines
from .words import Words, whole

EDGE_REACH = 8  # px to either side of a chosen coding's end where it can be grasped


class TextView(QTextEdit):
    """Shows the text; all spans in its signals are code points."""

    spans_changed = Signal()  # the selection
    typed = Signal(str)  # a character with a selection: the code panel is wanted
    composing = Signal(object)  # an input method began to compose with a selection (QInputMethodEvent)
    scrolled = Signal()
    resizing = Signal()  # the text still stands as it stood, and will now be laid out in another width
    escaped = Signal()
    changed_words = Signal(object)  # Pasted: what was pasted could not be kept as it was
    editing_left = Signal()  # Esc while the text is written on
    remove_wanted = Signal()
    zoom_wanted = Signal(int)  # +1, -1, 0 = back to the usual size
    dropped = Signal(object, int, int)  # code id, start, end
    menu_wanted = Signal(int, QPoint)  # code point, global place
    clicked = Signal(int)
    edge_dragged = Signal(bool, int, bool)  # start?, code point, finished?

    def __init__(self, parent: QWidget) -> None:
        # events ask for these while the base class is being made
        self.scene: Scene | None = None
        self.editing = False  # the text is written on: keys and mouse do what they do in any text field
        super().__init__(parent)
        self.setObjectName("readerText")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAcceptDrops(True)
        self.viewport().setMouseTracking(True)
        self.words = Words("")
        self.marking = Marking()
        self.text_size = 17
        self._composed = ""  # what an input method is at work on
        self._raw_anchor: int | None = None
        self._pressed: QPoint | None = None
        self._snapping = False
        self._edge: bool | None = None
        self._last: tuple[int, int] | None = None
        self.selectionChanged.connect(self._selection_moved)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.scrolled.emit())

    # ── spans ──
    def show_scene(self, scene: Scene, words: Words) -> None:
        """Paint and measure by this scene from now on (the document was set before)."""
        self.scene, self.words = scene, words
        self._raw_anchor, self._edge, self._composed = None, None, ""
        self._selection_moved()

    def span(self) -> tuple[int, int] | None:
        """The selection."""
        cursor = self.textCursor()
        if self.scene is None or not cursor.hasSelection():
            return None
        positions = self.scene.geometry.positions
        start, end = positions.from_qt(cursor.selectionStart()), positions.from_qt(cursor.selectionEnd())
        return (start, end) if start < end else None

    def set_span(self, start: int, end: int, backwards: bool = False) -> None:
        """Select exactly these code points."""
        if self.scene is None:
            return
        positions = self.scene.geometry.positions
        edges = [
            positions.to_qt(start),
            positions.to_qt(end, end=True) if end > start else positions.to_qt(start),
        ]
        if backwards:
            edges.reverse()
        cursor = self.textCursor()
        if (cursor.anchor(), cursor.position()) != tuple(edges):
            cursor.setPosition(edges[0])
            cursor.setPosition(edges[1], QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def point_at(self, place: QPointF | QPoint) -> int:
        """The code point nearest a place in the viewport."""
        where = QPointF(place) + QPointF(0, self.verticalScrollBar().value())
        hit = self.document().documentLayout().hitTest(where, Qt.HitTestAccuracy.FuzzyHit)
        return self.scene.geometry.positions.from_qt(max(0, hit)) if self.scene is not None else 0

    def window(self, exposed: QRectF | None = None) -> tuple[int, int]:
        """The blocks `[first, last)` in sight, or those in a part of the viewport."""
        area = exposed or QRectF(self.viewport().rect())
        offset = self.verticalScrollBar().value()
        layout = self.document().documentLayout()
        first = layout.hitTest(QPointF(0, area.top() + offset), Qt.HitTestAccuracy.FuzzyHit)
        last = layout.hitTest(QPointF(area.right(), area.bottom() + offset), Qt.HitTestAccuracy.FuzzyHit)
        document = self.document()
        begin = document.findBlock(max(0, first)).blockNumber()
        return max(0, begin), max(document.findBlock(max(0, last)).blockNumber() + 1, begin + 1)

    def set_editing(self, on: bool) -> None:
        """Let the text be written on, or read only."""
        self.editing, self._composed, self._edge = on, "", None
        self.setReadOnly(not on)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextEditorInteraction if on else flags)
        self.setCursorWidth(2 if on else 1)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._selection_moved()

    def _selection_moved(self) -> None:
        if not self._snapping:
            span = self.span()
            self.marking.selection = span
            self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, span is not None or self.editing)
            if span != self._last:
                self._last = span
                self.viewport().update()
                self.spans_changed.emit()

    # ── painting ──
    def take_palette(self) -> None:
        """Words in the scheme's ink; the selection's ground is ours, without gaps between lines."""
        palette = QPalette(self.palette())
        tokens = look().current
        for group in (
            QPalette.ColorGroup.Active,
            QPalette.ColorGroup.Inactive,
            QPalette.ColorGroup.Disabled,
        ):
            palette.setColor(group, QPalette.ColorRole.Base, QColor(tokens.paper))
            palette.setColor(group, QPalette.ColorRole.Text, QColor(tokens.ink))
            palette.setColor(group, QPalette.ColorRole.Highlight, QColor(0, 0, 0, 0))
            palette.setColor(group, QPalette.ColorRole.HighlightedText, QColor(tokens.selection_text))
        self.setPalette(palette)

    def paintEvent(self, event: QPaintEvent) -> None:
        scene = self.scene
        if scene is None:
            super().paintEvent(event)
            return
        exposed = QRectF(event.rect())
        window = self.window(exposed)
        offset = self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        painter.translate(0, -offset)
        paint_grounds(painter, scene, self.marking, window, look())
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(exposed)
        painter.translate(0, -offset)
        size = look().px(self.text_size)
        laid = scene.visible(window)
        paint_underlines(painter, laid, scene, self.marking, exposed.translated(0, offset), look(), size)
        self._paint_edges(painter)
        painter.end()

    def _paint_edges(self, painter: QPainter) -> None:
        for edge in self.edges():
            painter.fillRect(QRectF(edge.center().x() - 1, edge.top(), 2, edge.height()), look().color("ink2"))

    def edges(self) -> list[QRectF]:
        """Where the start and the end of the chosen coding can be grasped, in document pixels."""
        coding = self.scene.codings.get(self.marking.chosen) if self.scene and self.marking.chosen else None
        if coding is None or self.scene is None:
            return []
        geometry = self.scene.geometry
        first, after = geometry.blocks_of(coding.start, coding.end)
        head = geometry.boxes(coding.start, coding.end, (first, first + 1))[:1]
        tail = geometry.boxes(coding.start, coding.end, (after - 1, after))[-1:]
        ends = [(box, box.right() if geometry.mirrored(coding.start) else box.left()) for box in head]
        ends += [(box, box.left() if geometry.mirrored(coding.end - 1) else box.right()) for box in tail]
        return [QRectF(x - EDGE_REACH, box.top(), 2 * EDGE_REACH, box.height()) for box, x in ends]

    def _edge_at(self, place: QPointF) -> bool | None:
        """Whether the start (True) or the end (False) of the chosen coding is under the mouse."""
        where = place + QPointF(0, self.verticalScrollBar().value())
        for number, edge in enumerate(self.edges()):
            if edge.contains(where):
                return number == 0
        return None

    # ── mouse: whole words unless Alt is held ──
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.editing:
            super().mousePressEvent(event)
            return
        if event.button() == Qt.MouseButton.LeftButton:
            self._edge = self._edge_at(event.position())
            if self._edge is not None:
                return
            self._pressed = event.position().toPoint()
            extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if not extends or self._raw_anchor is None:
                span = self.span()
                self._raw_anchor = span[0] if extends and span else self.point_at(event.position())
            super().mousePressEvent(event)
            if extends:
                self._snap(event)
            elif self.textCursor().hasSelection():
                self._without_label()
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.editing:
            super().mouseMoveEvent(event)
            return
        if self._edge is not None:
            self.edge_dragged.emit(self._edge, self._edge_point(event), False)
            return
        if not event.buttons():
            over = self._edge_at(event.position()) is not None
            shape = Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)
            super().mouseMoveEvent(event)
            return
        self._snapping = True
        super().mouseMoveEvent(event)
        self._snapping = False
        if event.buttons() & Qt.MouseButton.LeftButton and self._raw_anchor is not None:
            self._snap(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.editing:
            super().mouseReleaseEvent(event)
            return
        if self._edge is not None:
            edge, self._edge = self._edge, None
            self.edge_dragged.emit(edge, self._edge_point(event), True)
            return
        super().mouseReleaseEvent(event)
        self._selection_moved()
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.clicked.emit(self.point_at(event.position()))
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.editing:
            super().mouseDoubleClickEvent(event)
            return
        super().mouseDoubleClickEvent(event)
        if self.scene is not None:
            word = self.words.around(self.point_at(event.position()))
            self._raw_anchor = word[0]
            self.set_span(*word)

    def _snap(self, event: QMouseEvent) -> None:
        """Make the selection reach from the pressed place to the mouse in whole words."""
        if self._pressed is None or self._raw_anchor is None or not self.textCursor().hasSelection():
            self._selection_moved()
            return
        here = self.point_at(event.position())
        start, end = sorted((self._raw_anchor, here))
        if start < end:
            exact = event.modifiers() & Qt.KeyboardModifier.AltModifier
            start, end = self.words.whole(start, end) if exact else self.words.snapped(start, end)
        self._snapping = True
        self.set_span(start, end, backwards=here < self._raw_anchor)
        self._snapping = False
        self._selection_moved()

    def _edge_point(self, event: QMouseEvent) -> int:
        return self.snapped_edge(event.position(), bool(self._edge), event.modifiers())

    def snapped_edge(self, place: QPointF, start: bool, modifiers: Qt.KeyboardModifier) -> int:
        """The start or end a coding gets at a place: a word's edge, or exactly there with Alt."""
        point = self.point_at(place)
        if modifiers & Qt.KeyboardModifier.AltModifier:
            return whole(self.words.text, point)[0 if start else 1]
        return self.words.nearest_edge(point, start)

    def _without_label(self) -> None:
        """A paragraph chosen by three clicks is its words, without the speaker's label."""
        span = self.span()
        if span is not None and self.scene is not None:
            block = self.scene.geometry.blocks[self.scene.geometry.block_at(span[0])]
            if span[0] < block.label < span[1]:
                self.set_span(block.label, min(span[1], block.end))

    # ── keyboard ──
    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        control = modifiers == Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_wanted.emit(1)
        elif control and event.key() == Qt.Key.Key_Minus:
            self.zoom_wanted.emit(-1)
        elif control and event.key() == Qt.Key.Key_0:
            self.zoom_wanted.emit(0)
        elif self.editing:
            self._write(event)
            return
        elif control and event.key() == Qt.Key.Key_J and self.span():
            self.typed.emit("")
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not modifiers:
            self.remove_wanted.emit()
        elif self._is_word(event, modifiers) and self.span():
            self.typed.emit(event.text())
        elif event.matches(QKeySequence.StandardKey.SelectAll) or event.text() != " " or modifiers:
            super().keyPressEvent(event)
            return
        else:
            event.ignore()
            return
        event.accept()

    def _write(self, event: QKeyEvent) -> None:
        """A key while the text is written on."""
        if event.key() == Qt.Key.Key_Escape:
            self.editing_left.emit()
            event.accept()
        elif event.matches(QKeySequence.StandardKey.InsertLineSeparator):
            self.textCursor().insertBlock()  # a line is a line
            event.accept()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        override = self.editing and event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)):
            event.ignore()  # steps are taken back, not letters
            return True
        return bool(super().event(event))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Words only: letters of other programs have no place here."""
        if source.hasText():
            found = pasted(source.text())
            self.textCursor().insertText(found.words)
            self.ensureCursorVisible()
            if not found.whole:
                self.changed_words.emit(found)

    def _is_word(self, event: QKeyEvent, modifiers: Qt.KeyboardModifier) -> bool:
        """Whether the key types something visible; AltGr (Ctrl+Alt on Windows) types characters too."""
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        plain = modifiers in (
            Qt.KeyboardModifier.NoModifier,
            both,
            Qt.KeyboardModifier.GroupSwitchModifier,
        )
        return plain and bool(event.text().strip()) and event.text().isprintable()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.editing:
            self._composed = event.preeditString()
            super().inputMethodEvent(event)
        elif self.span() is None:
            event.ignore()
        elif event.commitString().strip():
            self.typed.emit(event.commitString())
        elif event.preeditString():
            self.composing.emit(event)

    @property
    def composing_now(self) -> bool:
        """Whether an input method is at work in the text."""
        return bool(self._composed)

    def end_composition(self) -> None:
        """Take what an input method is at work on as it stands: nobody will come back to it."""
        if self._composed:
            QGuiApplication.inputMethod().commit()
        if self._composed:  # it did not answer
            event = QInputMethodEvent()
            event.setCommitString(self._composed)
            self.inputMethodEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.editing:
            super().contextMenuEvent(event)
            return
        self.menu_wanted.emit(self.point_at(QPointF(event.pos())), event.globalPos())
        event.accept()

    # ── drag and drop, copy ──
    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        span = self.span()
        if span is not None:
            data.setText(self.words.text[span[0] : span[1]])
            put_span(data, *span)
        return data

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(event.mimeData().hasFormat(CODE))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setAccepted(event.mimeData().hasFormat(CODE))
        if event.isAccepted():
            self._mark_drop(self._target(event.position()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark_drop(None)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark_drop(None)
        code, target = code_of(event.mimeData()), self._target(event.position())
        event.setAccepted(code is not None and target is not None)
        if isinstance(code, UUID) and target is not None:
            self.dropped.emit(code, *target)

    def _target(self, place: QPointF) -> tuple[int, int] | None:
        """What a code dropped here is applied to: the selection if it is under the mouse, else the turn."""
        point, span = self.point_at(place), self.span()
        if span is not None and span[0] <= point <= span[1]:
            return span
        return self.words.turn_around(point)

    def _mark_drop(self, span: tuple[int, int] | None) -> None:
        if span != self.marking.drop:
            self.marking.drop = span
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        other = event.size().width() != event.oldSize().width()
        if other:
            self.resizing.emit()
        super().resizeEvent(event)
        if other and self.scene is not None:
            # of a reader that was not seen yet Qt lays the text out when this comes, not when its width was set
            self.scene.geometry.forget()
            self.scene.forget()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Qt lays the text out afresh on these
        kinds = (
            QEvent.Type.FontChange,
            QEvent.Type.ApplicationFontChange,
            QEvent.Type.StyleChange,
            QEvent.Type.LayoutDirectionChange,
        )
        if event.type() in kinds and self.scene is not None:
            self.scene.geometry.forget()
            self.scene.forget()
            self.viewport().update()
