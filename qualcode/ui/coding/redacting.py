"""What no export prints: set off in the text, said in a tip, marked and taken back from the selection."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QMenu, QToolTip

from ...app import redactions as actions
from ...app.quoting import cutter_of, joined
from ...domain.history import Step
from ...domain.redactions import REDACTED, Redaction
from ...domain.segments import Span
from ..commands.actions import Actions

if TYPE_CHECKING:
    from .coding_tab import CodingTab
    from .opened import Opened


class Redacting(QObject):
    """The redactions of the document in a Code tab."""

    def __init__(self, tab: "CodingTab") -> None:
        super().__init__(tab)
        self._tab = tab
        self._stored: list[Redaction] = []  # of the document, as they were last read
        tab.reader.view.viewport().installEventFilter(self)

    # ── seen ──
    def _there(self) -> list[tuple[Redaction, Span]]:
        """The redactions with their places in the text as it stands there."""
        found = []
        for redaction in self._stored:
            moved = self._tab.editing.moved_spans([Span(redaction.start, redaction.end)])
            found += [(redaction, span) for span in moved]
        return found

    def take(self, found: "Opened") -> None:
        """Another document, or the present one with other redactions."""
        self._stored = found.redactions
        self.show()

    def show(self) -> None:
        """Set off what is redacted in the text as it stands there."""
        view = self._tab.reader.view
        if not self._stored and not view.marking.redacted:
            return  # as in most documents
        spans = [(start, end) for start, end, _ in joined((one.start, one.end, REDACTED) for _, one in self._there())]
        if spans != view.marking.redacted:
            view.marking.redacted = spans
            view.viewport().update()

    def printed(self, start: int, end: int) -> str:
        """The words of a span as they may leave."""
        hidden = joined((one.start, one.end, REDACTED) for _, one in self._there())
        return cutter_of(self._tab.text, hidden)(start, end)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A tip over what is redacted."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            redaction = self._at(QPointF(event.pos()))
            if redaction is not None:
                QToolTip.showText(event.globalPos(), self.tip(redaction), self._tab.reader.view)
                return True
        return super().eventFilter(watched, event)

    def _at(self, place: QPointF) -> Redaction | None:
        view = self._tab.reader.view
        if view.scene is None or not view.marking.redacted:
            return None
        where = place + QPointF(0, view.verticalScrollBar().value())
        window = view.window()
        for redaction, span in self._there():
            if any(box.contains(where) for box in view.scene.geometry.boxes(span.start, span.end, window)):
                return redaction
        return None

    def tip(self, redaction: Redaction) -> str:
        """What is said about a redaction."""
        words = self.tr("Redacted: exports print {mark} here.").replace("{mark}", REDACTED)
        return f"{words}\n{redaction.reason}" if redaction.reason else words

    # ── done ──
    def add_to(self, menu: QMenu, commands: Actions, target: object) -> None:
        """What a right click on words offers; `target` is the selection, or the place of the click twice."""
        writes = not self._tab.bridge.project.read_only
        if self._tab.reader.selection is not None:
            menu.addAction(commands["redact"])
        start, end = target if isinstance(target, tuple) else (0, 0)
        if writes and self._touched(start, max(end, start + 1)):
            if self._tab.reader.selection is not None:
                menu.addAction(commands["unredact"])
            else:
                back = menu.addAction(commands.plain("unredact"))
                back.triggered.connect(lambda: self.take_back((start, start + 1)))
        menu.addSeparator()

    def _touched(self, start: int, end: int) -> bool:
        asked = Span(start, end)
        return any(span.overlaps(asked) for _, span in self._there())

    def redact(self) -> None:
        """Redact the selection, else the chosen segment."""
        tab = self._tab
        span = self._wanted()
        if tab.document is None or span is None:
            tab.said.emit(self.tr("Select the words that exports are not to print."), None)
            return
        tab.editing.flush()  # the place is one of the text as it stands there

        def done(_made: Any, step: Step | None) -> None:
            if step is None:
                tab.said.emit(self.tr("These words are redacted already."), None)
            else:
                tab.said.emit(self.tr("Redacted: exports print {mark} here.").replace("{mark}", REDACTED), step.number)

        tab.bridge.act(actions.redact, tab.document.id, *span, then=done, failed=tab.bridge.failed.emit)

    def take_back(self, span: tuple[int, int] | None = None) -> None:
        """Let what is redacted in a span (else the selection, the chosen segment, the cursor's place) be printed."""
        tab = self._tab
        wanted = span or self._wanted() or (tab.reader.cursor, tab.reader.cursor + 1)
        if tab.document is None or not self._touched(*wanted):
            tab.said.emit(self.tr("Nothing is redacted here."), None)
            return
        tab.editing.flush()

        def done(found: list[Redaction], step: Step | None) -> None:
            tab.said.emit(self.tr("%n redaction(s) taken back", "", len(found)), step.number if step else None)

        tab.bridge.act(actions.remove_redactions, tab.document.id, *wanted, then=done, failed=tab.bridge.failed.emit)

    def _wanted(self) -> tuple[int, int] | None:
        reader = self._tab.reader
        chosen: UUID | None = reader.chosen
        if reader.selection is not None or chosen is None:
            return reader.selection
        return next(((one.start, one.end) for one in self._tab.codings if one.id == chosen), None)
