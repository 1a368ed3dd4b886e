"""Linking two segments: begin at one, choose the other in the text or in a list, say how they relate."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QInputDialog, QMenu, QTextEdit, QWidget

from ...app import linking
from ...app.lists import LinkRow, SegmentRow, coding_row
from ...domain.history import Step
from ...domain.links import Link
from ..bridge import Bridge
from ..method_hints import link_relations
from .link_bar import LinkBar, said_relation

_SHOWN = 60  # characters of a passage in the bar


class LinkingFlow(QObject):
    """One link under way at a time; also changes, turns and removes links wherever they are shown."""

    said = Signal(str, object)  # a sentence, the number of the step to undo
    ended = Signal()  # no link is under way any more

    def __init__(self, bridge: Bridge, bar: LinkBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self.bar = bridge, bar
        self.source: SegmentRow | None = None
        self.target: SegmentRow | None = None
        bar.confirmed.connect(self.confirm)
        bar.cancelled.connect(self.cancel)

    def watch(self, view: QWidget) -> None:
        """While a link is under way, Enter in this text makes it and Esc ends it."""
        view.installEventFilter(self)

    @property
    def under_way(self) -> bool:
        """Whether a link has begun."""
        return self.source is not None

    # ── one link ──
    def step(self, chosen: UUID | None) -> None:
        """The key or command: begin at the chosen coding; with both ends chosen, link."""
        if self.source is not None and self.target is not None:
            self.confirm()
        elif self.source is not None:
            self.said.emit(self.tr("Now choose the other segment, in the text or in a list."), None)
        elif chosen is None:
            self.said.emit(self.tr("Choose a coding first: click its stripe, or press F4."), None)
        else:
            self.begin(chosen)

    def begin(self, coding: UUID) -> None:
        """Link from this coding's segment; the next one chosen is the other end."""

        def arrived(row: SegmentRow | None) -> None:
            if row is not None:
                self.source, self.target = row, None
                self.bar.begin(_shown(row))

        self._bridge.ask(lambda read: coding_row(read, coding), arrived)

    def choose(self, coding: UUID | None) -> None:
        """A coding was chosen somewhere: while a link is under way it is the other end."""
        if self.source is None or coding is None:
            return

        def arrived(row: SegmentRow | None) -> None:
            if self.source is None or row is None or row.coding.segment == self.source.coding.segment:
                return
            self.target = row
            self.bar.show_target(_shown(row))

        self._bridge.ask(lambda read: coding_row(read, coding), arrived)

    def confirm(self) -> None:
        """Write the link."""
        source, target = self.source, self.target
        if source is None or target is None:
            return
        relation, comment = self.bar.relation, self.bar.comment.text()
        if not relation:
            self.bar.relations.setFocus()
            return

        def linked(link: Link, step: Step | None) -> None:
            text = self.tr("Linked: {relation}") if step else self.tr("They are linked so already: {relation}")
            text = text.replace("{relation}", said_relation(link.relation))
            self.said.emit(text, step.number if step else None)

        ends = (source.coding.segment, target.coding.segment)
        self._act(linking.link_segments, *ends, relation, comment, then=linked)
        self.cancel()

    def cancel(self) -> None:
        """No link is under way any more."""
        if self.source is not None:
            self.source = self.target = None
            self.bar.end()
            self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QTextEdit) and not watched.isReadOnly():
            return False  # the text is edited: keys write
        if self.source is not None and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.cancel()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.target is not None:
                self.confirm()
                return True
        return False

    # ── links that are there ──
    def change(self, link: Link, relation: str | None = None, comment: str | None = None) -> None:
        """Give a link another relation or comment."""
        self._act(linking.change_link, link.id, relation, comment, then=self._say(self.tr("Link changed.")))

    def turn(self, link: Link) -> None:
        """Let a link lead the other way."""
        self._act(linking.turn_link, link.id, then=self._say(self.tr("Link turned round.")))

    def remove(self, link: Link) -> None:
        """Take a link away."""
        self._act(linking.remove_link, link.id, then=self._say(self.tr("Link removed; both segments stay.")))

    def _say(self, text: str) -> Any:
        return lambda _made, step: self.said.emit(text, step.number) if step is not None else None

    def _act(self, action: Any, *args: Any, then: Any) -> None:
        self._bridge.act(action, *args, then=then, failed=self._bridge.failed.emit)

    def add_to(self, menu: QMenu, row: LinkRow, window: QWidget) -> None:
        """Offer in a menu what can be done with a link."""
        link = row.link
        relations = menu.addMenu(self.tr("Relation"))
        for relation in dict.fromkeys((*link_relations(self._bridge.method), link.relation)):
            entry = relations.addAction(said_relation(relation).replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(relation == link.relation)
            entry.triggered.connect(lambda _on, relation=relation: self.change(link, relation=relation))
        relations.addSeparator()
        relations.addAction(self.tr("Own words…")).triggered.connect(lambda: self._ask_relation(link, window))
        menu.addAction(self.tr("Comment…")).triggered.connect(lambda: self._ask_comment(link, window))
        menu.addAction(self.tr("Turn round")).triggered.connect(lambda: self.turn(link))
        menu.addSeparator()
        menu.addAction(self.tr("Remove the link")).triggered.connect(lambda: self.remove(link))
        if self._bridge.project.read_only:
            for entry in menu.actions():
                entry.setEnabled(False)

    def _ask_relation(self, link: Link, window: QWidget) -> None:
        dialog = self._dialog(window, self.tr("How do the two segments relate?"))
        dialog.setTextValue(said_relation(link.relation))
        dialog.textValueSelected.connect(lambda text: self.change(link, relation=text))
        dialog.open()

    def _ask_comment(self, link: Link, window: QWidget) -> None:
        dialog = self._dialog(window, self.tr("Comment on the link"))
        dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
        dialog.setTextValue(link.comment)
        dialog.textValueSelected.connect(lambda text: self.change(link, comment=text))
        dialog.open()

    def _dialog(self, window: QWidget, label: str) -> QInputDialog:
        dialog = QInputDialog(window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Link"))
        dialog.setLabelText(label)
        return dialog


def quoted(quote: str, most: int = _SHOWN) -> str:
    """Words in quotation marks, cut where they are long."""
    words = quote if len(quote) <= most else quote[: most - 1].rstrip("… ") + "…"
    return words if words.startswith(("“", '"', "«", "„", "「")) else f"“{words}”"


def _shown(row: SegmentRow) -> str:
    return quoted(row.quote)
