"""What stands in the header over a document beside its name: letters, stripes, where one is, and what is hidden."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHelpEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QToolTip,
    QWidget,
)

from ...app import bookmarks, settings
from ...domain.bookmarks import Bookmark
from ...domain.history import Step
from ..icons import icon
from ..look import HINT, META, look
from ..parts.elided import ElidedLabel
from ..reader.showing import Showing
from ..reader.style import ReadingStyle, style_of

if TYPE_CHECKING:
    from ..commands.actions import Actions
    from .coding_tab import CodingTab
    from .opened import Opened

IN_MENU = ("bookmark", "bookmarks", "next_bookmark", "previous_bookmark", None, "uncoded", "participants",
           "copy_citation", None, "beside", "close_beside")  # fmt: skip
WIDE, NARROW = 640, 480  # px of header at 100 % for everything, and for words rather than numbers


class ReaderTools(QObject):
    """The buttons and words of one reader's header, and the popups they open."""

    close_wanted = Signal()
    touched = Signal()  # a button of this header was pressed: what it does is meant for this document
    bookmark_chosen = Signal(object)  # Bookmark of any document
    style_chosen = Signal(object)  # ReadingStyle, for every reader
    showing_chosen = Signal(object)  # Showing, for every reader

    def __init__(
        self, tab: "CodingTab", header: QWidget, name: ElidedLabel, facts: ElidedLabel, actions: "Actions"
    ) -> None:
        super().__init__(tab)
        self._name, self._facts = name, facts
        self._tab, self._header, self._actions = tab, header, actions
        self._recent: list[UUID] = []
        self._active = self._several = False
        self.place = ElidedLabel(header, Qt.TextElideMode.ElideMiddle)
        self.place.setAccessibleName(self.tr("Citation"))
        self.chip = QPushButton(header)
        self.chip.clicked.connect(self._show_everything)
        self.chip.hide()
        self.letters = self._button(self.tr("Letters, spacing and numbers"), self.open_reading)
        self.letters.setText("Aa")
        self.stripes = self._button(self.tr("Stripes"), self.open_stripes)
        self.stripes.setIcon(icon("stripes"))
        self.close = self._button(self.tr("Close this document"), self.close_wanted.emit)
        self.close.setIcon(icon("close"))
        self.close.hide()
        header.installEventFilter(self)
        tab.reader.set_style(style_of(settings.load()))
        tab.reader.style_changed.connect(self.style_chosen)
        tab.reader.selection_changed.connect(lambda _start, _end: self._say_place())
        tab.reader.coding_chosen.connect(lambda _coding: self._say_place())
        tab.reader.bookmark_wanted.connect(self.bookmark)
        look().follow(self._take_look)
        self._take_look()

    def _button(self, name: str, run: object) -> QToolButton:
        button = QToolButton(self._header)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(lambda _checked: run())
        return button

    def fill(self, row: QHBoxLayout, menu: QMenu) -> list[QToolButton]:
        """Put everything into the header: what shall be as large as its other buttons."""
        row.addWidget(self.place)
        row.addWidget(self.chip)
        row.addWidget(self.letters)
        row.addWidget(self.stripes)
        menu.addSeparator()
        for identity in IN_MENU:
            if identity is None:
                menu.addSeparator()
            else:
                menu.addAction(self._actions[identity])
        return [self.letters, self.stripes, self.close]

    def _take_look(self) -> None:
        tokens, px = look().current, look().px
        self.place.setFont(look().font(META))
        self.place.setStyleSheet(f"color: {tokens.ink}; font-size: {px(META)}px;")
        self.letters.setFont(look().font(META, bold=True))
        self.letters.setStyleSheet(f"QToolButton {{ font-size: {px(META)}px; padding: 0; }}")
        self.chip.setStyleSheet(
            f"QPushButton {{ background: {tokens.warn_ground}; color: {tokens.warn}; border: {tokens.edge}px solid "
            f"{tokens.warn}; min-height: {px(24)}px; padding: 0 {px(8)}px; font-size: {px(HINT + 1)}px; }}"
            f"QPushButton:focus {{ border: {px(2)}px solid {tokens.focus}; }}"
        )
        self.set_beside(self._several, self._active)
        self._fit()

    def set_beside(self, several: bool, active: bool) -> None:
        """Whether there are two documents, and whether commands are meant for this one."""
        if several and not self._several:
            for button in self._header.findChildren(QAbstractButton):
                button.installEventFilter(self)
        self._several, self._active = several, active
        self.close.setVisible(several)
        self._say_place()
        tokens = look().current
        edge = (
            f"{look().px(2)}px solid {tokens.accent}" if several and active else f"{tokens.edge}px solid {tokens.line}"
        )
        self._header.setStyleSheet(
            f"QFrame#documentHeader {{ background: {tokens.paper}; border: 0; border-bottom: {edge}; }}"
        )
        name = self._tab.document.name if self._tab.document is not None else ""
        active_name = self.tr("{name}, in use").replace("{name}", name) if several and active else name
        self._header.setAccessibleName(active_name)

    @property
    def in_use(self) -> bool:
        """Whether commands are meant for this document."""
        return self._active or not self._several

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """How much is coded, worked out when somebody hovers over the header."""
        asked = event.type() == QEvent.Type.ToolTip and watched is self._header and self._tab.document is not None
        if asked and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tab.reader.covering.tell(), self._header)
            return True
        if event.type() == QEvent.Type.MouseButtonPress:
            self.touched.emit()
        if event.type() == QEvent.Type.Resize and watched is self._header:
            self._fit()
        return False

    def _fit(self) -> None:
        """In a narrow header the document's name is worth more than counts, and those more than whole sentences."""
        wide = self._header.width() >= look().px(WIDE)
        policy = QSizePolicy.Policy.Maximum if wide else QSizePolicy.Policy.Expanding
        self._name.setSizePolicy(policy, QSizePolicy.Policy.Preferred)
        self._facts.setVisible(wide)
        self._say_place()
        self._say_hidden()

    # ── what the tab shows ──
    def take(self, found: "Opened | None") -> None:
        """Another document, or the present one with other bookmarks, memos or codings."""
        if found is None:
            return
        reader = self._tab.reader
        if reader.telling.title != found.document.name:
            reader.telling.title = found.document.name
            self.set_beside(self._several, self._active)
        reader.telling.memos = found.memos
        self._tab.redacting.take(found)
        bookmarks = self._tab.bookmarks
        if list(reader.gutter.bookmarks) != bookmarks:
            reader.set_bookmarks(bookmarks)
        self.note_use()
        self._say_place()

    def note_use(self) -> None:
        """A code may have been used: the codes used last may be others."""
        recent = list(self._tab.flow.use.recent)
        if recent != self._recent:
            self._recent = recent
            if self._tab.reader.showing.by == "recent":
                self._tab.reader.set_showing(self._tab.reader.showing, recent)
        self._say_hidden()

    def _say_place(self) -> None:
        reader = self._tab.reader
        span = reader.selection
        if span is None and reader.chosen is not None:
            span = next(((one.start, one.end) for one in reader.codings if one.id == reader.chosen), None)
        text = reader.telling.cite(*(span or (reader.cursor, reader.cursor))) if self._tab.document else ""
        if self._several or self._header.width() < look().px(WIDE):  # the name stands beside it already
            text = text.removeprefix(reader.telling.title).lstrip(",， ")
        if text != self.place.text():
            self.place.setText(text)
            self.place.setMinimumWidth(min(self.place.fontMetrics().horizontalAdvance(text) + 4, look().px(112)))
        room = self._header.width() >= look().px(NARROW) or self.chip.isHidden()
        self.place.setVisible(span is not None and room)

    def _say_hidden(self) -> None:
        hidden = self._tab.reader.hidden
        self.chip.setVisible(hidden > 0)
        if hidden:
            said = self.tr("%n stripe(s) hidden", "", hidden)
            self.chip.setText(said if self._header.width() >= look().px(NARROW) else f"−{hidden}")
            self.chip.setAccessibleName(said)
            self.chip.setToolTip(self.tr("Some codings have no stripe now. Show all of them again."))

    # ── letters and stripes ──
    def set_style(self, style: ReadingStyle) -> None:
        """Read in other letters."""
        self._tab.reader.set_style(style)
        self._say_place()

    def set_showing(self, showing: Showing) -> None:
        """Give stripes to other codings."""
        self._tab.reader.set_showing(showing, self._tab.flow.use.recent)
        self._say_hidden()

    def _show_everything(self) -> None:
        self.showing_chosen.emit(Showing(side=self._tab.reader.showing.side))
        self._tab.reader.setFocus()

    def open_reading(self) -> None:
        """The popup under “Aa”."""
        from ..dialogs.reading import ReadingPopup

        popup = ReadingPopup(self._tab.reader.style_of_text, self._tab)
        popup.changed.connect(self.style_chosen)
        popup.open_below(self.letters)

    def open_stripes(self) -> None:
        """The popup under the stripes."""
        from ..dialogs.stripes import StripesPopup

        reader, tab = self._tab.reader, self._tab
        coders = reader.telling.coders
        popup = StripesPopup(reader.showing, reader.codings, tab.codebook.ordered, coders, tab)
        popup.changed.connect(self.showing_chosen)
        popup.open_below(self.stripes)

    # ── citing ──
    def copy_citation(self) -> None:
        """Put the selection, else the chosen segment, on the clipboard with its place."""
        reader = self._tab.reader
        span = reader.selection
        if span is None and reader.chosen is not None:
            span = next(((one.start, one.end) for one in reader.codings if one.id == reader.chosen), None)
        if span is None:
            self._tab.said.emit(self.tr("Select words to copy them with their place."), None)
            return
        place = reader.telling.cite(*span)
        text = self.tr("“{text}” ({place})").replace("{place}", place)
        QGuiApplication.clipboard().setText(text.replace("{text}", self._tab.redacting.printed(*span)))
        self._tab.said.emit(self.tr("Copied: {place}").replace("{place}", place), None)

    # ── bookmarks ──
    def bookmark(self, at: int | None = None) -> None:
        """Put a bookmark at a place (else the cursor), or take away the one that is there."""
        document, reader = self._tab.document, self._tab.reader
        if document is None:
            return
        span = reader.selection
        at = (span[0] if span else reader.cursor) if at is None else at
        there = self._on_line_of(at)
        self._tab.editing.flush()  # the place is one of the text as it stands there

        def done(made: Bookmark, step: Step | None) -> None:
            text = self.tr("Bookmark removed.") if there else self.tr("Bookmark “{name}”").replace("{name}", made.name)
            self._tab.said.emit(text, step.number if step else None)

        failed = self._tab.bridge.failed.emit
        if there is not None:
            self._tab.bridge.act(bookmarks.remove_bookmark, there.id, then=done, failed=failed)
        else:
            self._tab.bridge.act(bookmarks.add_bookmark, document.id, at, then=done, failed=failed)

    def _on_line_of(self, at: int) -> Bookmark | None:
        """The bookmark in the line of the text that holds a place."""
        text = self._tab.text
        start = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        found = [one for one in self._tab.bookmarks if start <= one.at <= (end if end >= 0 else len(text))]
        return min(found, key=lambda one: abs(one.at - at), default=None)

    def step_bookmark(self, step: int) -> None:
        """Go to the next (1) or previous (-1) bookmark of the document, beginning again at its end."""
        reader, found = self._tab.reader, self._tab.bookmarks
        if not found:
            self._tab.said.emit(self.tr("There is no bookmark in this document."), None)
            return
        here = reader.cursor
        if step > 0:
            target = next((one for one in found if one.at > here), found[0])
        else:
            target = next((one for one in reversed(found) if one.at < here), found[-1])
        reader.choose(None)
        reader.go_to(target.at)
        self._tab.announced.emit(target.name)

    def list_bookmarks(self) -> None:
        """The popup with the bookmarks of all documents."""
        from ..dialogs.bookmarks import BookmarksPopup

        document = self._tab.document
        key = self._actions["bookmark"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        popup = BookmarksPopup(self._tab.bridge, document.id if document else None, key, self._tab)
        popup.chosen.connect(self.bookmark_chosen)
        popup.open_below(self.stripes if self._header.isVisible() else self._tab)

    # ── coverage ──
    def set_uncoded(self, on: bool) -> None:
        """Set off what nobody has coded."""
        self._tab.reader.covering.set_uncoded(on)
