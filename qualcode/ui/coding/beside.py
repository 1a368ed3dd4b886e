"""Two documents side by side, both codable; the one that was worked in last is the active one."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from ..memory import change, recall, remember
from ..reader.showing import Showing, showing_of
from ..reader.style import ReadingStyle, keep_style
from .coding_tab import CodingTab


class SideBySide(QSplitter):
    """One Code tab, or two with a splitter between them, each scrolling by itself; all are read the same way.

    A tab that was closed is kept, without a document, for the next time.
    """

    activated = Signal(object)  # the CodingTab that commands are meant for now

    def __init__(
        self, make: Callable[[], CodingTab], wire: Callable[[CodingTab], None], study: UUID, parent: QWidget
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._make, self._wire, self._key = make, wire, f"stripes/{study}"
        self._showing, self._uncoded = showing_of(recall(self._key)), False
        self._counted = f"participants/{study}"
        self.participants = recall(self._counted) == "yes"  # whether only their words count as coded or not
        self.setChildrenCollapsible(False)
        self.setHandleWidth(5)
        self.active = self._new()
        QApplication.instance().focusChanged.connect(self._focus_moved)

    def _new(self) -> CodingTab:
        tab = self._make()
        tools = tab.tools
        tools.close_wanted.connect(lambda: self.close_tab(tab))
        tools.touched.connect(lambda: self.activate(tab))
        tab.reader.context_menu.connect(lambda *_what: self.activate(tab))
        tools.style_chosen.connect(self.choose_style)
        tools.showing_chosen.connect(self.choose_showing)
        tools.set_showing(self._showing)
        tools.set_uncoded(self._uncoded)
        tab.set_participants(self.participants)
        self.addWidget(tab)
        return tab

    @property
    def every(self) -> list[CodingTab]:
        """All tabs, those that are closed too."""
        return [tab for tab in (self.widget(number) for number in range(self.count())) if isinstance(tab, CodingTab)]

    @property
    def tabs(self) -> list[CodingTab]:
        """Those that are open, from the left."""
        return [tab for tab in self.every if not tab.isHidden()]

    def holding(self, document: UUID) -> CodingTab:
        """The tab in which a document is open, else the active one."""
        there = [tab for tab in self.tabs if tab.document is not None and tab.document.id == document]
        return self.active if self.active in there or not there else there[0]

    # ── opening and closing ──
    def open_beside(self, document: UUID) -> None:
        """Show a document beside the active one; where two are open already, in the place of the other."""
        beside = next((tab for tab in self.tabs if tab is not self.active), None)
        if beside is None:
            beside = next((tab for tab in self.every if tab.isHidden()), None)
            if beside is None:
                beside = self._new()
                self._wire(beside)
            beside.show()
            half = max(1, self.width() // 2)
            self.setSizes([half] * self.count())
        beside.open_document(document)
        self.activate(beside)
        self._mark()

    def close_tab(self, tab: CodingTab) -> None:
        """Show one document again, the other one."""
        left = next((other for other in self.tabs if other is not tab), None)
        if left is None:
            return
        self.activate(left)
        tab.hide()
        tab.put_away()
        self._mark()
        left.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_beside(self) -> None:
        """Close the one that is not active."""
        for other in self.tabs:
            if other is not self.active:
                self.close_tab(other)

    # ── which one is meant ──
    def activate(self, tab: CodingTab) -> None:
        """Let commands be meant for this one."""
        if tab is not self.active:
            self.active = tab
            self._mark()
            self.activated.emit(tab)

    def _mark(self) -> None:
        several = len(self.tabs) > 1
        for tab in self.every:
            tab.tools.set_beside(several, tab is self.active)

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and len(self.tabs) > 1:
            found = next((tab for tab in self.tabs if tab is now or tab.isAncestorOf(now)), None)
            if found is not None:
                self.activate(found)

    # ── how they are read ──
    def set_style(self, style: ReadingStyle) -> None:
        """Read in these letters."""
        for tab in self.every:
            tab.tools.set_style(style)

    def choose_style(self, style: ReadingStyle) -> None:
        """The same, and from now on."""
        self.set_style(style)
        change(lambda kept: keep_style(kept, style))

    def choose_showing(self, showing: Showing) -> None:
        """Give stripes to these codings, and remember it for this project."""
        self._showing = showing
        for tab in self.every:
            tab.tools.set_showing(showing)
        remember(self._key, showing.written())

    def set_participants(self, on: bool) -> None:
        """Count only the participants' words as coded or not, or all; and remember it for this project."""
        self.participants = on
        for tab in self.every:
            tab.set_participants(on)
        remember(self._counted, "yes" if on else "")

    @property
    def uncoded(self) -> bool:
        """Whether what nobody has coded is set off."""
        return self._uncoded

    def set_uncoded(self, on: bool) -> None:
        """Set off what nobody has coded, or no more."""
        self._uncoded = on
        for tab in self.every:
            tab.tools.set_uncoded(on)
