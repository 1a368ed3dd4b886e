"""What a memo leads to and what leads to it, below its text: chips, and the verbs that link and unlink."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget
from shiboken6 import isValid

from ...app import memos as actions
from ...app.mentions import MemoPage, Thing, things
from ...app.project import Project
from ..bridge import Bridge
from ..look import look
from .keeping import Keeper, Sheet
from .links import Around, LinkPopup, LinksRow

if TYPE_CHECKING:
    from ...store.reading import Reading

LINK = QKeySequence("Ctrl+Shift+L")


class MemoLinks(Around):
    """The links of the memo that a keeper has in hand; `Tab` comes to them from what stands `before`."""

    opened = Signal(str, object)  # the kind and id of what a link leads to
    changed = Signal()  # the project has another link, or one less

    def __init__(self, bridge: Bridge, keeper: Keeper, before: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._keeper = bridge, keeper
        self.subject: Thing | None = None  # what the memo is about
        self.chosen_segment: Callable[[], UUID | None] = lambda: None  # what is chosen in the text, to be linked to
        self.button = QPushButton(self.tr("Link to…"), self)
        self.button.setAutoDefault(False)
        self.button.setProperty("kind", "quiet")
        keys = LINK.toString(QKeySequence.SequenceFormat.NativeText)
        self.button.setToolTip(self.tr("Link this memo to something") + f" ({keys})")
        self.button.clicked.connect(self.choose)
        self.links = LinksRow(self.tr("Leads to"), True, before, self, self.button)
        self.links.opened.connect(self.opened)
        self.links.removed.connect(self.unlink)
        self.back = LinksRow(self.tr("Mentioned in"), False, self.button, self)
        self.back.opened.connect(self.opened)
        self.hold((self.links, self.back))
        look().follow(self._take_look)
        self._take_look()

    def _take_look(self) -> None:
        px = look().px
        self.button.setStyleSheet(f"QPushButton {{ min-height: {px(24)}px; padding: 0 {px(10)}px; }}")

    def show_page(self, page: MemoPage | None) -> None:
        """Show what belongs to a memo of the project; None: to a new one, or to none."""
        self.links.show_things(page.links if page is not None else ())
        self.links.setVisible(self._keeper.sheet is not None)
        self.back.show_things(Thing("memo", memo.id, memo.title) for memo in (page.back if page is not None else ()))
        self.back.setVisible(bool(page and page.back))
        self.suit()

    def choose(self) -> None:
        """Ask what to link to; what is chosen in the text is offered first."""
        if not self.button.isEnabled():
            return
        segment = self.chosen_segment()
        if segment is None:
            self._open_choice(())
            return

        def question(read: "Reading") -> Sequence[Thing]:
            return tuple(things(read, [("segment", segment)]).values())

        self._bridge.ask(question, lambda found: self._open_choice(found) if isValid(self) else None)

    def _open_choice(self, offered: Sequence[Thing]) -> None:
        popup = LinkPopup(self._bridge, offered, self._taken, self)
        popup.chose.connect(self.link)
        popup.open_below(self.button)
        popup.field.setFocus()

    def _taken(self) -> set[UUID]:
        """What the memo leads to already, what it is about, and itself."""
        sheet = self._keeper.sheet
        own = {self.subject.id} if self.subject is not None else set()
        memo = {sheet.memo.id} if sheet is not None and sheet.memo is not None else set()
        return {thing.id for thing in self.links.things} | own | memo

    def link(self, thing: Thing) -> None:
        """Link the memo to something; a new one as soon as it has words."""
        sheet = self._keeper.sheet
        if sheet is None:
            return
        self._keeper.save()
        if sheet.base is None and not sheet.flights:
            sheet.links = (*sheet.links, thing.id)
            self.links.show_things([*self.links.things, thing])
            self.suit()
            return
        self._do(_link, sheet, thing)

    def unlink(self, thing: Thing) -> None:
        """Take a link away; Undo brings it back."""
        sheet = self._keeper.sheet
        if sheet is None:
            return
        self._keeper.save()
        if sheet.base is None and not sheet.flights:
            sheet.links = tuple(key for key in sheet.links if key != thing.id)
            self.links.show_things([one for one in self.links.things if one.id != thing.id])
            return
        self._do(_unlink, sheet, thing)

    def _do(self, verb: Callable[[Project, Sheet, UUID], None], sheet: Sheet, thing: Thing) -> None:
        def done(_answer: Any) -> None:
            if isValid(self):
                self.changed.emit()

        self._bridge.do(verb, sheet, thing.id, then=done)


def _link(project: Project, sheet: Sheet, to: UUID) -> None:
    """In the writer, where the memo has its id by now, unless it was refused: then it is linked when it is written."""
    if sheet.base is not None:
        actions.link_memo(project, sheet.base.id, to)
    else:
        sheet.links = (*sheet.links, to)


def _unlink(project: Project, sheet: Sheet, to: UUID) -> None:
    if sheet.base is not None:
        actions.unlink_memo(project, sheet.base.id, to)
    else:
        sheet.links = tuple(key for key in sheet.links if key != to)
