"""The evidence for a theme, or that against it: quotes with their places and comments, in their order."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ...app.theme_facts import EvidenceRow
from ..look import META, Look
from ..parts.quote_rows import ROW, QuoteModel, QuoteRows, ShownQuote
from ..views.ground import Words
from .acts import ThemeActs
from .comment_popup import CommentPopup
from .rows_list import RowsList
from .section import Section


class EvidenceSection(Section):
    """One side: its list, a button to choose more, and what can be done with the one chosen."""

    open_segment = Signal(object, int, int)  # document id, start, end
    more_wanted = Signal(str)  # the side

    def __init__(self, acts: ThemeActs, look: Look, side: str, parent: QWidget) -> None:
        self.words = _words(side)
        super().__init__(look, self.words, parent)
        self._acts, self.side = acts, side
        self.model = QuoteModel(self, _shown)
        self.list = RowsList(look, self.model, self.words, self)
        self.list.setItemDelegate(QuoteRows(look, self.list))
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)
        self.list.takes = lambda event: self._meant(event) is not None
        self.list.pressed_key.connect(self._key)
        self.list.customContextMenuRequested.connect(self._menu_at)
        self.nothing = Words(look, META, "ink2", wrap=True, parent=self)
        self.nothing.setText(_nothing(side))
        self.add(self.nothing)
        self.add(self.list)
        self.comments: CommentPopup | None = None
        more = self.button("add", _choose(side), lambda: self.more_wanted.emit(side))
        more.setEnabled(acts.writes)
        self._make_actions()
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._enable)
        self.menu.addActions(self.actions_on_row)
        self.more = self.menu_button(self.tr("What can be done with the chosen passage"), self.menu)
        self.show_rows(())

    def _make_actions(self) -> None:
        turn = self.tr("It speaks against the theme") if self.side == "for" else self.tr("It speaks for the theme")
        wanted = (
            (self.tr("Show in the text"), "Return", self._open, False),
            (self.tr("Comment…"), "F2", self.comment, True),
            (turn, "", self._turn, True),
            (self.tr("Move up"), "Alt+Up", lambda: self._shift(-1), True),
            (self.tr("Move down"), "Alt+Down", lambda: self._shift(1), True),
            (self.tr("Take it out of the evidence"), "Del", self._drop, True),
        )
        self.actions_on_row: list[QAction] = []
        self._writing: list[QAction] = []
        for text, keys, act, writes in wanted:
            action = QAction(text, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown here, pressed in the list
            action.triggered.connect(lambda _on=False, act=act: act())
            self.actions_on_row.append(action)
            if writes:
                self._writing.append(action)

    # ── what is shown ──
    def show_rows(self, rows: Sequence[EvidenceRow]) -> None:
        """Show the evidence of this side; the chosen piece stays chosen."""
        chosen = self.chosen
        self.model.show(rows)
        if chosen is not None:
            self._choose_id(chosen.evidence.id)
        self.title.setText(f"{self.words} · {len(rows)}" if rows else self.words)
        self.nothing.setVisible(not rows)
        self.list.fit()
        self.more.setVisible(bool(rows))

    @property
    def chosen(self) -> EvidenceRow | None:
        """The piece that has the keys."""
        index = self.list.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def _choose_id(self, evidence: UUID) -> None:
        for number, row in enumerate(self.model.rows):
            if row.evidence.id == evidence:
                self.list.setCurrentIndex(self.model.index(number))

    # ── what is done ──
    def _enable(self) -> None:
        row = self.chosen
        if row is None and self.model.rows:
            self.list.setCurrentIndex(self.model.index(0))
        for action in self.actions_on_row:
            action.setEnabled(self.chosen is not None and (self._acts.writes or action not in self._writing))

    def _menu_at(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        if index.isValid():
            self.list.setCurrentIndex(index)
            self.menu.popup(self.list.viewport().mapToGlobal(place))

    def _meant(self, event: QKeyEvent) -> QAction | None:
        """What a key asks for on the chosen piece."""
        pressed = QKeySequence(event.keyCombination())
        if not self._acts.writes or self.chosen is None:
            return None
        return next((action for action in self._writing if action.shortcut() == pressed), None)

    def _key(self, event: QKeyEvent) -> None:
        action = self._meant(event)
        if action is not None:
            event.accept()
            action.trigger()

    def _open(self, *_: object) -> None:
        row = self.chosen
        if row is not None:
            segment = row.passage.segment
            self.open_segment.emit(segment.document, segment.start, segment.end)

    def comment(self) -> None:
        """Open the field for the comment of the chosen piece."""
        row = self.chosen
        if row is None:
            return
        box = self.list.visualRect(self.list.currentIndex())
        self.comments = CommentPopup(row.evidence.comment, self._look, self)
        key, before = row.evidence.id, row.evidence.comment
        self.comments.left.connect(lambda text: self._acts.comment(key, text) if text != before else None)
        self.comments.open_at(self.list.viewport().mapToGlobal(box.bottomLeft()))

    def _turn(self) -> None:
        row = self.chosen
        if row is not None:
            self._acts.turn(row.evidence.id, "against" if self.side == "for" else "for")

    def _shift(self, step: int) -> None:
        row = self.chosen
        at = self.list.currentIndex().row() + step
        if row is not None and 0 <= at < len(self.model.rows):
            self._acts.shift(row.evidence.id, at)

    def _drop(self) -> None:
        row = self.chosen
        if row is not None:
            self._acts.drop(row.evidence.id)


def _shown(row: EvidenceRow) -> ShownQuote:
    return ShownQuote(row.passage, comment=row.evidence.comment)


def _words(side: str) -> str:
    translate = QCoreApplication.translate
    return translate("Themes", "Evidence for") if side == "for" else translate("Themes", "Evidence against")


def _choose(side: str) -> str:
    translate = QCoreApplication.translate
    if side == "for":
        return translate("Themes", "Choose evidence for the theme…")
    return translate("Themes", "Choose evidence against the theme…")


def _nothing(side: str) -> str:
    translate = QCoreApplication.translate
    if side == "for":
        return translate("Themes", "Nothing chosen yet. Which passages show it best?")
    return translate("Themes", "Nothing chosen yet. What in the material does not fit?")
