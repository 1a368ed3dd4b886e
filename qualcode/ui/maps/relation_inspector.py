"""What is known of one relation: its ends and kind, a comment, the quotes that show it, and passages that could."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from ...app.map_evidence import passages_of_ends, quotes_of, suggested
from ...app.map_reading import told
from ...app.map_things import labels
from ...domain.errors import NotFound
from ...domain.history import Step
from ...domain.theme_maps import LONGEST_KIND, Relation
from ...store.reading import Reading
from ..bridge import Bridge
from ..dialogs.choose_segments import ChooseSegmentsDialog, raised
from ..icons import icon
from ..look import META, TITLE, Look
from ..look import look as the_look
from ..method_hints import map_relations
from ..panels.header import PanelHeader
from ..panels.rows import plain_ground
from ..parts.quote_rows import ROW, QuoteModel, QuoteRows
from ..themes.fields import SavedText
from ..themes.rows_list import RowsList
from ..themes.section import Section
from ..translation import say
from ..views.ground import Ground, Words
from .acts import MapActs
from .quote_rows import QuoteRow, shown_quote
from .wording import kind_name, kind_names

_TOUCHED = ("relation", "relation_evidence", "map_node", "segment", "coding", "code", "case", "memo", "document")


@dataclass(frozen=True, slots=True)
class _Known:
    """A relation as it is read."""

    relation: Relation
    source: str
    target: str
    coder: str
    kinds: tuple[str, ...]  # the user's own, on this map
    evidence: tuple[QuoteRow, ...]
    possible: tuple[QuoteRow, ...]
    lists: tuple[tuple[str, frozenset[UUID]], ...]  # ends that have passages: their names, and the codes they carry


def _known(read: Reading, key: UUID) -> _Known | None:
    try:
        relation: Relation = told(read.record("relation", key))
    except NotFound:
        return None
    ends = read.records("map_node", {relation.source, relation.target})
    names = labels(read, ends)
    kinds = {one.kind for one in read.where("relation", map=relation.map)} - kind_names().keys()
    coder = read.by_id("coder", relation.coder)
    return _Known(
        relation,
        names.get(relation.source, ""),
        names.get(relation.target, ""),
        coder.name if coder is not None else "",
        tuple(sorted(kinds)),
        tuple(QuoteRow(one.passage, one.coder) for one in quotes_of(read, key)),
        tuple(QuoteRow(one.passage) for one in suggested(read, key)),
        tuple((names.get(node, ""), codes) for node, codes in passages_of_ends(read, key)),
    )


class QuoteSection(Section):
    """A list of quotes with what can be done with the one that has the keys."""

    open_segment = Signal(object, int, int)  # document id, start, end
    acted = Signal(object)  # the ids of segments: take them out, or in

    def __init__(self, look: Look, title: str, act: str, keys: str, picture: str, parent: QWidget) -> None:
        super().__init__(look, title, parent)
        self._words = title
        self.model = QuoteModel(self, shown_quote)
        self.list = RowsList(look, self.model, title, self)
        self.list.setItemDelegate(QuoteRows(look, self.list))
        self.list.activated.connect(self.open)
        self.list.doubleClicked.connect(self.open)
        self.list.pressed_key.connect(self._key)
        self.list.customContextMenuRequested.connect(self._menu_at)
        self.nothing = Words(look, META, "ink2", wrap=True, parent=self)
        self.add(self.nothing)
        self.add(self.list)
        self.show_action = QAction(self.tr("Show in the text"), self)
        self.show_action.setShortcut(QKeySequence("Return"))
        self.act_action = QAction(act, self)
        self.act_action.setShortcut(QKeySequence(keys))
        for action in (self.show_action, self.act_action):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown here, pressed in the list
        self.show_action.triggered.connect(lambda _on=False: self.open())
        self.act_action.triggered.connect(lambda _on=False: self.act())
        self.menu = QMenu(self)
        self.menu.addActions([self.show_action, self.act_action])
        self.do_button = self.button(picture, act, self.act)
        self.more_button = self.menu_button(self.tr("What can be done with the chosen passage"), self.menu)

    def show_rows(self, rows: Sequence[QuoteRow], nothing: str, writes: bool) -> None:
        """Show these quotes, or that there are none."""
        at = self.list.currentIndex().row()
        self.model.show(rows)
        if rows:
            self.list.setCurrentIndex(self.model.index(min(max(at, 0), len(rows) - 1)))
        self.title.setText(f"{self._words} · {len(rows)}" if rows else self._words)
        self.nothing.setText(nothing)
        self.nothing.setVisible(not rows and bool(nothing))
        self.list.fit()
        self.do_button.setVisible(bool(rows) and writes)
        self.more_button.setVisible(bool(rows))
        self.act_action.setEnabled(writes)

    @property
    def chosen(self) -> QuoteRow | None:
        """The one that has the keys."""
        index = self.list.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def open(self, *_: object) -> None:
        """Show it in its text."""
        row = self.chosen
        if row is not None:
            segment = row.passage.segment
            self.open_segment.emit(segment.document, segment.start, segment.end)

    def act(self) -> None:
        """Take it out, or in."""
        row = self.chosen
        if row is not None and self.act_action.isEnabled():
            self.acted.emit([row.segment])

    def _key(self, event: QKeyEvent) -> None:
        if QKeySequence(event.keyCombination()) == self.act_action.shortcut():
            event.accept()
            self.act()

    def _menu_at(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        if index.isValid():
            self.list.setCurrentIndex(index)
            self.menu.popup(self.list.viewport().mapToGlobal(place))


class RelationInspector(QScrollArea):
    """One relation; its comment is saved on leaving it. `closed` when it has nothing to show any more."""

    open_segment = Signal(object, int, int)  # document id, start, end
    said = Signal(str, object)
    closed = Signal()

    def __init__(
        self, bridge: Bridge, look: Look | None = None, acts: MapActs | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge, self._look = bridge, look or the_look()
        self.acts = acts or MapActs(bridge, self)
        if acts is None:
            self.acts.said.connect(self.said)
        self.relation: UUID | None = None
        self._now: _Known | None = None
        self._anew = True
        self._stale = False  # steps came while nobody looked
        self._number = 0
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = Ground(self._look, "panel", self)
        self._column = QVBoxLayout(self._page)
        self._make_head()
        self._make_quotes()
        self._column.addStretch(1)
        self.setWidget(self._page)
        bridge.followed.connect(self._stepped)
        bridge.writing.connect(self.comment.save)
        self.acts.allowed.connect(self._allowed)
        self._look.follow(self._take_look)
        self._take_look()
        self._page.hide()

    # ── building ──
    def _make_head(self) -> None:
        look, page = self._look, self._page
        self.header = PanelHeader(self.tr("Relation"), look, page)
        self.turn_action = QAction(icon("turn"), self.tr("Turn round"), self)
        self.turn_action.setToolTip(self.tr("Turn round: it leads the other way"))
        self.turn_action.triggered.connect(lambda: self.acts.turn_round(self.relation))
        self.header.add(self.turn_action)
        self.close_action = QAction(icon("close"), self.tr("Close"), self)
        self.close_action.triggered.connect(self.closed)
        self.header.add(self.close_action)
        self._column.addWidget(self.header)
        self.ends = Words(look, TITLE, bold=True, wrap=True, parent=page)
        self._kind_row = QHBoxLayout()
        label = Words(look, role="ink2", parent=page)
        label.setText(self.tr("Kind"))
        self.kind = QComboBox(page)
        self.kind.setEditable(True)
        self.kind.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.kind.setAccessibleName(self.tr("Kind of relation"))
        self.kind.setToolTip(self.tr("Choose a kind, or write one in your own words"))
        self.kind.lineEdit().setMaxLength(LONGEST_KIND)
        self.kind.lineEdit().setAccessibleName(self.tr("Kind of relation"))
        self.kind.activated.connect(lambda _index: self._change_kind())
        self.kind.lineEdit().editingFinished.connect(self._change_kind)
        label.setBuddy(self.kind)
        self._kind_row.addWidget(label)
        self._kind_row.addWidget(self.kind, 1)
        self.comment = SavedText(look, self.tr("Comment"), self.tr("What this relation says, and why"), page)
        self.comment.saved.connect(self._change_comment)
        self.basis = Words(look, META, "ink2", wrap=True, parent=page)
        self._column.addWidget(self.ends)
        self._column.addLayout(self._kind_row)
        self._column.addWidget(self.comment)
        self._column.addWidget(self.basis)

    def _make_quotes(self) -> None:
        look, page = self._look, self._page
        self.evidence = QuoteSection(
            look, self.tr("Evidence"), self.tr("Take it from the evidence"), "Del", "trash", page
        )
        self.evidence.acted.connect(lambda found: self.acts.remove_evidence(self.relation, found))
        self.choose_button = self.evidence.button("add", self.tr("Choose quotes that show it…"), self.choose_quotes)
        self.dialog: ChooseSegmentsDialog | None = None
        self.possible = QuoteSection(look, self.tr("Where both meet"), self.tr("Add to the evidence"), "+", "add", page)
        self.possible.acted.connect(lambda found: self.acts.add_evidence(self.relation, found))
        for section in (self.evidence, self.possible):
            section.open_segment.connect(self.open_segment)
            self._column.addWidget(section)

    def _take_look(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(12), 0, px(12), px(16))
        self._column.setSpacing(px(10))
        self._kind_row.setSpacing(px(8))
        plain_ground(self, self._look)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(336), self._look.px(480))

    # ── what is shown ──
    def show_relation(self, key: UUID | None) -> None:
        """Show another relation, or none."""
        if key != self.relation:
            self.comment.save()
            self.relation, self._now, self._anew = key, None, True
            self._page.hide()
        self._ask()

    def take_keys(self) -> None:
        """Give the keys to the kind."""
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        self._stale = False
        key = self.relation
        self._number += 1
        number = self._number
        if key is not None:
            self._bridge.ask(lambda read: _known(read, key), lambda found: self._arrived(number, found))

    def _arrived(self, number: int, found: _Known | None) -> None:
        if number != self._number:
            return
        if found is None:
            self.relation, self._now = None, None
            self._page.hide()
            self.closed.emit()
            return
        self._now = found
        relation, writes = found.relation, self.acts.writes
        link = "→" if relation.directed else "–"
        self.ends.setText(f"{found.source} {link} {found.target}")
        self.turn_action.setEnabled(bool(relation.directed) and writes)
        self._show_kinds(found)
        self.kind.setEnabled(writes)
        self.comment.setReadOnly(not writes)
        self.comment.show_text(relation.comment, self._anew)
        made = " · ".join(filter(None, (found.coder, relation.created[:10])))
        self.basis.setText("\n".join(filter(None, (say(relation.basis), made))))
        self.evidence.show_rows(found.evidence, self.tr("No quote shows this relation yet."), writes)
        self.possible.show_rows(found.possible, "", writes)
        self.possible.setVisible(bool(found.possible))
        self.choose_button.setVisible(writes)
        self._anew = False
        self._page.show()

    def _show_kinds(self, found: _Known) -> None:
        if self.kind.lineEdit().hasFocus() and self.kind.lineEdit().isModified():
            return
        self.kind.blockSignals(True)
        self.kind.clear()
        for kind in (*map_relations(self._bridge.method, kind_names()), *found.kinds):
            self.kind.addItem(kind_name(kind), kind)
        self.kind.setCurrentIndex(self.kind.findData(found.relation.kind))
        self.kind.lineEdit().setCursorPosition(0)
        self.kind.blockSignals(False)

    def choose_quotes(self) -> None:
        """Choose segments of either end, or any, to show the relation."""
        found = self._now
        if found is None:
            return
        relation = found.relation.id
        if raised(self.window(), relation) is not None:
            return
        words = self.tr("Quotes that show “{source}” {kind} “{target}”")
        for field, value in (
            ("source", found.source),
            ("kind", kind_name(found.relation.kind)),
            ("target", found.target),
        ):
            words = words.replace(f"{{{field}}}", value)
        lists = [(self.tr("Segments of “{name}”").replace("{name}", name), codes) for name, codes in found.lists]
        dialog = ChooseSegmentsDialog(
            self._bridge,
            words,
            [*lists, (self.tr("All segments of the project"), None)],
            [("evidence", self.possible.act_action.text())],
            {row.segment: "for" for row in found.evidence},
            self.window(),
        )
        dialog.chose.connect(lambda segments, _answer: self.acts.add_evidence(relation, segments))
        dialog.open_segment.connect(self.open_segment)
        dialog.about = relation
        self.dialog = dialog
        dialog.show()

    # ── what is done ──
    def _change_kind(self) -> None:
        if self._now is None:
            return
        written = " ".join(self.kind.currentText().split())
        known = {kind_name(kind): kind for kind in (*kind_names(), *self._now.kinds)}
        kind = known.get(written, written)
        self.kind.lineEdit().setModified(False)
        if kind and kind != self._now.relation.kind:
            self.acts.change_relation(self.relation, failed=self._refused, kind=kind)
        elif not kind:
            self._show_kinds(self._now)

    def _refused(self, error: Exception) -> None:
        if self._now is not None:
            self._show_kinds(self._now)
        self._bridge.failed.emit(error)

    def _change_comment(self, words: str) -> None:
        if self.relation is not None:
            self.acts.change_relation(self.relation, comment=words)

    def save(self) -> None:
        """Keep what is being written."""
        self.comment.save()

    def _stepped(self, step: Step) -> None:
        if self.relation is None or not any(step.touches(kind) for kind in _TOUCHED):
            return
        if self.isVisible():
            self._ask()
        else:
            self._stale = True

    def _allowed(self) -> None:
        self.comment.save()
        if self._now is not None:
            self._arrived(self._number, self._now)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._ask()
