"""Saying something about a coding from wherever it is shown: card, menus, keys. Every act is said with an undo."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QActionGroup, QKeySequence
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from ...app import marking
from ...domain.codings import CERTAINTIES, MARKS, PlacedCoding
from ...domain.history import Step
from ..bridge import Bridge
from ..commands.actions import Actions
from ..icons import icon
from .signs import ICONS, say

COMMANDS = {"exemplar": "mark_exemplar", "near-miss": "mark_near_miss", "discuss": "discuss"}


class MarkingFlow(QObject):
    """Acts on one coding at a time."""

    said = Signal(str, object)  # a sentence, the number of the step to undo
    field_wanted = Signal(object, str)  # a PlacedCoding whose "question" or "weight" is to be typed
    link_wanted = Signal(object)  # a PlacedCoding to link from
    evidence_wanted = Signal(object, str)  # a passage (see `themes.add_evidence`) that speaks for or against a theme

    def __init__(self, bridge: Bridge, actions: Actions | None, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._actions = bridge, actions

    # ── acts ──
    def set_certainty(self, coding: PlacedCoding, certainty: str | None) -> None:
        """Say how certain a coding is, or take that back."""
        text = self.tr("Certainty: {value}").replace("{value}", say(certainty) if certainty else self.tr("not said"))
        self._act(marking.set_certainty, coding, certainty, text=text)

    def weigh(self, coding: PlacedCoding, weight: float | None) -> None:
        """Give a coding a weight, or none."""
        self._act(marking.weigh_coding, coding, weight, text=self.tr("Weight changed."))

    def toggle_mark(self, coding: PlacedCoding, mark: str) -> None:
        """Mark a coding, or take that mark off."""
        self.mark(coding, None if coding.mark == mark else mark)

    def mark(self, coding: PlacedCoding, mark: str | None) -> None:
        """Mark a coding as an exemplar or a near miss, or as neither."""
        text = self.tr("Marked: {value}").replace("{value}", say(mark)) if mark else self.tr("Mark taken off.")
        self._act(marking.mark_coding, coding, mark, text=text)

    def toggle_discuss(self, coding: PlacedCoding) -> None:
        """Ask for discussion and for the question; or call it settled."""
        if coding.discuss is not None:
            self.discuss(coding, None)
            return
        self.discuss(coding, "")
        self.field_wanted.emit(coding, "question")

    def discuss(self, coding: PlacedCoding, question: str | None) -> None:
        """Ask the team something about a coding; None: it is settled."""
        text = self.tr("Settled.") if question is None else self.tr("To be discussed.")
        self._act(marking.discuss_coding, coding, question, text=text)

    def use_as_example(self, coding: PlacedCoding, near_miss: bool = False) -> None:
        """Write the words into the codebook as the code's example or near miss."""
        text = self.tr("The near miss of the code.") if near_miss else self.tr("The example of the code.")
        self._act(marking.use_as_example, coding, near_miss, text=text)

    def ask_facet(self, coding: PlacedCoding, window: QWidget) -> None:
        """Ask what is new about the code here, and mark the coding so; no words say just that it is new."""
        dialog = QInputDialog(window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("New facet"))
        dialog.setLabelText(self.tr("What does this passage show that is new about the code? It may stay empty."))
        dialog.setTextValue(coding.facet or "")
        dialog.textValueSelected.connect(
            lambda facet: self._act(marking.mark_facet, coding, facet, text=self.tr("Marked as a new facet."))
        )
        dialog.open()

    def clear_facet(self, coding: PlacedCoding) -> None:
        """Say that a coding shows nothing new about its code."""
        self._act(marking.clear_facet, coding, text=self.tr("No new facet any more."))

    def _act(self, action: Callable[..., Any], coding: PlacedCoding, *values: object, text: str) -> None:
        def done(_made: object, step: Step | None) -> None:
            if step is not None:
                self.said.emit(text, step.number)

        self._bridge.act(action, coding.id, *values, then=done, failed=self._bridge.failed.emit)

    # ── menus ──
    def add_to(self, menu: QMenu, coding: PlacedCoding, mine: bool) -> None:
        """Offer all of it in a menu; weight and certainty only of one's own codings."""
        writes = not self._bridge.project.read_only
        for mark in MARKS:
            entry = menu.addAction(icon(ICONS[mark]), say(mark))
            entry.setCheckable(True)
            entry.setChecked(coding.mark == mark)
            entry.triggered.connect(lambda _on, mark=mark: self.toggle_mark(coding, mark))
            self._dress(entry, mark, writes)
        discuss = menu.addAction(icon("discuss"), self.tr("Needs discussion"))
        discuss.setCheckable(True)
        discuss.setChecked(coding.discuss is not None)
        discuss.triggered.connect(lambda _on: self.toggle_discuss(coding))
        self._dress(discuss, "discuss", writes)
        certain = menu.addMenu(self.tr("Certainty"))
        group = QActionGroup(certain)
        for value in (*CERTAINTIES, None):
            entry = certain.addAction(say(value) if value else self.tr("Not said"))
            if value:
                entry.setIcon(icon(ICONS[value]))
            entry.setCheckable(True)
            entry.setChecked(coding.certainty == value)
            group.addAction(entry)
            entry.triggered.connect(lambda _on, value=value: self.set_certainty(coding, value))
        certain.setEnabled(mine and writes)
        weight = menu.addAction(self.tr("Weight…"))
        weight.triggered.connect(lambda: self.field_wanted.emit(coding, "weight"))
        weight.setEnabled(mine and writes)
        self.add_more(menu, coding)

    def add_more(self, menu: QMenu, coding: PlacedCoding) -> None:
        """Offer what leads beyond the coding: links, and the example of its code."""
        link = menu.addAction(icon("link"), self.tr("Link from here…"))
        link.triggered.connect(lambda: self.link_wanted.emit(coding))
        self._dress(link, "link", True, "link_from")
        self.add_evidence_to(menu, coding.segment)
        example = menu.addAction(self.tr("Use as example of the code"))
        example.triggered.connect(lambda: self.use_as_example(coding))
        near = menu.addAction(self.tr("Use as near miss of the code"))
        near.triggered.connect(lambda: self.use_as_example(coding, near_miss=True))
        facet = menu.addAction(self.tr("New facet of the code…"))
        facet.triggered.connect(lambda: self.ask_facet(coding, menu.parentWidget() or menu))
        old = menu.addAction(self.tr("Not a new facet"))
        old.triggered.connect(lambda: self.clear_facet(coding))
        for entry in (link, example, near, facet, old):
            entry.setEnabled(not self._bridge.project.read_only)

    def add_evidence_to(self, menu: QMenu, passage: object) -> None:
        """Offer to let a passage speak for a theme, or against one."""
        words = {"for": self.tr("Evidence for a theme…"), "against": self.tr("Evidence against a theme…")}
        for side, text in words.items():
            entry = menu.addAction(text)
            entry.triggered.connect(lambda _on=False, side=side: self.evidence_wanted.emit(passage, side))
            entry.setEnabled(not self._bridge.project.read_only)

    def add_many_to(
        self, menu: QMenu, count: int, codings: Callable[[Callable[[list[UUID]], None]], None], window: QWidget
    ) -> None:
        """Offer the same for many codings at once, each a single step; `codings` fetches their ids."""

        def act(action: Callable[..., Any], value: object) -> None:
            said = self.tr("%n coding(s) changed.", "", count)

            def done(_made: object, step: Step | None) -> None:
                if step is not None:
                    self.said.emit(said, step.number)

            codings(lambda ids: self._bridge.act(action, ids, value, then=done, failed=self._bridge.failed.emit))

        menu.addAction(self.tr("%n coding(s) chosen", "", count)).setEnabled(False)
        menu.addSeparator()
        for mark in (*MARKS, None):
            entry = menu.addAction(say(mark) if mark else self.tr("No mark"))
            if mark:
                entry.setIcon(icon(ICONS[mark]))
            entry.triggered.connect(lambda _on, mark=mark: act(marking.mark_codings, mark))
        menu.addSeparator()
        discuss = menu.addAction(icon("discuss"), self.tr("Needs discussion"))
        discuss.triggered.connect(lambda: act(marking.discuss_codings, ""))
        menu.addAction(self.tr("Discussion settled")).triggered.connect(lambda: act(marking.discuss_codings, None))
        menu.addSeparator()
        certain = menu.addMenu(self.tr("Certainty"))
        for value in (*CERTAINTIES, None):
            entry = certain.addAction(say(value) if value else self.tr("Not said"))
            if value:
                entry.setIcon(icon(ICONS[value]))
            entry.triggered.connect(lambda _on, value=value: act(marking.set_certainties, value))

        def weigh() -> None:
            dialog = QInputDialog(window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.setInputMode(QInputDialog.InputMode.DoubleInput)
            dialog.setDoubleRange(-1e9, 1e9)
            dialog.setWindowTitle(self.tr("Weight"))
            dialog.setLabelText(self.tr("Weight of %n coding(s)", "", count))
            dialog.doubleValueSelected.connect(lambda weight: act(marking.weigh_codings, weight))
            dialog.open()

        menu.addAction(self.tr("Weight…")).triggered.connect(weigh)
        menu.addAction(self.tr("No weight")).triggered.connect(lambda: act(marking.weigh_codings, None))
        if self._bridge.project.read_only:
            for entry in menu.actions():
                entry.setEnabled(False)

    def _dress(self, entry: Any, name: str, enabled: bool, identity: str = "") -> None:
        entry.setEnabled(enabled)
        if self._actions is not None:
            entry.setShortcut(QKeySequence(self._actions[identity or COMMANDS[name]].shortcut()))
