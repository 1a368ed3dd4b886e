"""Segments whose place is in doubt since a newer text came: what they stood on, where they stand, and what to do."""

from collections.abc import Callable, Sequence
from html import escape
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...app import reviewing
from ...app.reviewing import Doubt
from ...domain.history import Step
from ..bridge import Bridge
from ..look import META, TITLE, look, resize

_KEY = Qt.ItemDataRole.UserRole


class ReviewDialog(QDialog):
    """The queue. It stands beside the text, so that words can be selected there."""

    passage_wanted = Signal(object, int, int)  # document id, start, end: show it in the reader

    def __init__(
        self,
        bridge: Bridge,
        selection: Callable[[], tuple[UUID, int, int] | None],
        said: Callable[[str, object], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bridge, self._selection, self._said = bridge, selection, said
        self._doubts: Sequence[Doubt] = ()
        self._shown: UUID | None = None
        self.setWindowTitle(self.tr("Segments to look at"))
        self.title = QLabel(self)
        self.title.setFont(look().font(TITLE, bold=True))
        self.hint = QLabel(
            self.tr(
                "A newer text came, and these words were changed. Say whether each segment still stands where it "
                "belongs, or select the right words in the text."
            ),
            self,
        )
        self.hint.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Segments to look at"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.installEventFilter(self)
        self.facts = QLabel(self)
        self.facts.setFont(look().font(META))
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words_area = QScrollArea(self)  # long passages and large letters scroll: what it stands on is never cut
        self.words_area.setWidget(self.words)
        self.words_area.setWidgetResizable(True)
        self.words_area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.words_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.words_area.setAccessibleName(self.tr("What it stood on and stands on"))
        for ground in (self.words, self.words_area.viewport()):
            ground.setAutoFillBackground(False)
        self.confirm = self._button(self.tr("Confirm (Enter)"), self._confirm)
        self.adjust = self._button(self.tr("Put on the selected words"), self._adjust)
        self.remove = self._button(self.tr("Remove (Del)"), self._remove)
        self.every = self._button(self.tr("Confirm all"), self._confirm_all)
        self._lay_out()
        px = look().px
        resize(self, px(520), px(600))
        self.list.currentItemChanged.connect(lambda *_: self._chosen())
        bridge.followed.connect(self._stepped)
        look().follow(self._chosen)
        self._load()

    def _lay_out(self) -> None:
        px = look().px
        row = QHBoxLayout()
        for button in (self.confirm, self.adjust, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.every, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self.words_area.setMinimumHeight(px(72))
        self.list.setMinimumHeight(px(84))  # some rows, however large everything is
        down = QVBoxLayout(self)
        down.setContentsMargins(*[px(16)] * 4)
        down.setSpacing(px(8))
        for part in (self.title, self.hint):
            down.addWidget(part)
        down.addWidget(self.list, 2)
        down.addWidget(self.facts)
        down.addWidget(self.words_area, 3)
        down.addLayout(row)
        down.addWidget(buttons)

    def _button(self, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    # ── reading ──
    def _stepped(self, step: Step) -> None:
        if step.touches("segment", "document", "coding"):
            self._load()

    def _load(self) -> None:
        self._bridge.ask(reviewing.doubts, self._arrived)

    def _arrived(self, doubts: list[Doubt]) -> None:
        number = self.list.currentRow()
        there = self._current()
        self._doubts = doubts
        self.list.blockSignals(True)
        self.list.clear()
        for doubt in doubts:
            item = QListWidgetItem(f"{', '.join(doubt.codes)} – {doubt.old}")
            item.setToolTip(f"{doubt.document.name}: {doubt.old}")
            self.list.addItem(item)
        at = next((place for place, one in enumerate(doubts) if there and one.segment.id == there.segment.id), number)
        self.list.setCurrentRow(max(0, min(at, len(doubts) - 1)))
        self.list.blockSignals(False)
        self.title.setText(self.tr("%n segment(s) to look at", "", len(doubts)))
        for part in (self.title, self.hint, self.list):
            part.setVisible(bool(doubts))
        self._chosen()

    def _current(self) -> Doubt | None:
        row = self.list.currentRow()
        return self._doubts[row] if 0 <= row < len(self._doubts) else None

    def _chosen(self) -> None:
        doubt = self._current()
        writes = not self._bridge.project.read_only
        for button in (self.confirm, self.adjust, self.remove, self.every):
            button.setEnabled(doubt is not None and writes)
        if doubt is None:
            self.facts.setText("")
            self.words.setText(escape(self.tr("Nothing is left to look at.")))
            self._shown = None
            return
        parts = (doubt.document.name, ", ".join(doubt.codes), doubt.coder)
        self.facts.setText(" · ".join(part for part in parts if part))
        tokens = look().current
        then, now = self.tr("It stood on"), self.tr("It stands on")
        self.words.setText(
            f"<p><b>{escape(then)}</b><br>“{escape(doubt.old)}”</p>"
            f"<p><b>{escape(now)}</b><br>"
            f"<span style='color: {tokens.ink2}'>… {escape(doubt.before)}</span> "
            f"<span style='background-color: {tokens.selection}; color: {tokens.selection_text}'>"
            f"{escape(doubt.new)}</span> "
            f"<span style='color: {tokens.ink2}'>{escape(doubt.after)} …</span></p>"
        )
        if doubt.segment.id != self._shown:
            self._shown = doubt.segment.id
            self.passage_wanted.emit(doubt.document.id, doubt.segment.start, doubt.segment.end)

    # ── doing ──
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.confirm.isEnabled():
                self._confirm()
                return True
            if event.key() == Qt.Key.Key_Delete and self.remove.isEnabled():
                self._remove()
                return True
        return bool(super().eventFilter(watched, event))

    def _act(self, action: Callable[..., object], said: str, *args: object) -> None:
        self._bridge.act(
            action,
            *args,
            then=lambda _made, step: self._said(said, step.number if step else None),
            failed=self._bridge.failed.emit,
        )

    def _confirm(self) -> None:
        doubt = self._current()
        if doubt is not None:
            self._act(reviewing.confirm_places, self.tr("Its place is confirmed."), [doubt.segment.id])

    def _confirm_all(self) -> None:
        keys = [doubt.segment.id for doubt in self._doubts]
        if keys:
            self._act(reviewing.confirm_places, self.tr("%n place(s) confirmed.", "", len(keys)), keys)

    def _remove(self) -> None:
        doubt = self._current()
        if doubt is not None:
            said = self.tr("Coding removed; text and code stay.")
            self._act(reviewing.remove_doubtful, said, [doubt.segment.id])

    def _adjust(self) -> None:
        doubt, selected = self._current(), self._selection()
        if doubt is None:
            return
        if selected is None or selected[0] != doubt.document.id:
            self._said(self.tr("Select the right words in the text first."), None)
            return
        said = self.tr("It stands on the selected words now.")
        self._act(reviewing.adjust_place, said, doubt.segment.id, *selected[1:])
