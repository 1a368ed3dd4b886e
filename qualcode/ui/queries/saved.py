"""Saved queries: opened, kept, renamed, removed, and made smart codes that stand among the codes."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from ...app import queries
from ...app.query_names import named, settled
from ...domain.errors import QualcodeError
from ...domain.history import Step
from ...domain.query_tree import Query, from_json, to_json
from ...domain.questions import SavedQuery
from ...store.reading import Reading
from ..bridge import Bridge
from ..icons import icon
from ..look import Look
from ..panels.name_field import NameField
from ..translation import say
from ..views.ground import Words
from .builder import QueryBuilder


@dataclass(frozen=True, slots=True)
class Known:
    """The queries that are kept, by name, and what questions mean: as it is kept (with ids for names) each question
    of a kept query, and the one that is being built. What a name means may change with every step."""

    queries: tuple[SavedQuery, ...] = ()
    meanings: Mapping[Query, str] = field(default_factory=dict)


def known_queries(read: Reading, shown: Query | None) -> Known:
    """What is kept, beside the question that is being built."""
    saved = tuple(queries.saved_queries(read))
    meanings = {}
    for one in saved:
        with suppress(QualcodeError):  # one that another program wrote: whoever opens it hears what is wrong
            meanings[named(read, from_json(one.question))] = one.question
    if shown is not None:
        with suppress(QualcodeError):  # it asks for what is not there, and says so where it is shown
            meanings[shown] = to_json(settled(read, shown))
    return Known(saved, meanings)


class SavedQueries(QWidget):
    """The list of saved queries and what is done with them. `said` tells what was done, and the step to undo."""

    said = Signal(str, object)

    def __init__(self, bridge: Bridge, look: Look, builder: QueryBuilder, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._look, self._builder = bridge, look, builder
        self.known = Known()
        self._open: UUID | None = None  # it stays so while an undo has taken it away: a redo brings it back
        self._asked = 0  # how often the list was asked for: the last answer counts
        self._unsure = False  # whether a step may have changed what is kept, and the list has not come yet
        self._renaming: SavedQuery | None = None  # None: the name is for a query that is to be kept
        self.box = QComboBox(self)
        self.box.setAccessibleName(self.tr("Saved queries"))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(14)
        self.box.activated.connect(self._activated)
        self.save_button = QToolButton(self)
        self.save_button.setText(self.tr("Save"))
        self.save_button.setAccessibleName(self.tr("Save the query"))
        self.save_button.clicked.connect(self.save)
        self.more = QToolButton(self)
        self.more.setIcon(icon("more"))
        self.more.setToolTip(self.tr("More about saved queries"))
        self.more.setAccessibleName(self.more.toolTip())
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.more)
        self.menu.aboutToShow.connect(self._fill)
        self.more.setMenu(self.menu)
        self.name = NameField(self)
        self.name.setPlaceholderText(self.tr("Name of the query; Enter keeps it"))
        self.name.setAccessibleName(self.tr("Name of the query"))
        self.name.returnPressed.connect(self._named)
        self.name.left.connect(self._leave_name)
        self.name.hide()
        self.problem = Words(look, role="danger", wrap=True, parent=self)
        self.problem.hide()
        self._line = QHBoxLayout()
        self._line.addWidget(self.box, 1)
        self._line.addWidget(self.name, 1)
        self._line.addWidget(self.save_button)
        self._line.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._line)
        column.addWidget(self.problem)
        builder.changed.connect(self._check)
        bridge.changed.connect(self._stepped)
        look.follow(self._restyle)
        self._restyle()
        self._show_known()

    def _restyle(self) -> None:
        px = self._look.px
        self._line.setSpacing(px(6))
        self.more.setIconSize(QSize(px(16), px(16)))
        self.more.setFixedSize(px(30), px(30))
        self.save_button.setFixedHeight(px(30))

    # ── the list ──
    @property
    def chosen(self) -> SavedQuery | None:
        """The query that is open, as it is kept now."""
        return next((one for one in self.known.queries if one.id == self._open), None)

    def _stepped(self, step: Step) -> None:
        if step.touches("saved_query"):
            self.ask()  # at once, before lists and counts follow

    def ask(self) -> None:
        """What is kept may be another one: nothing is saved into it before it is known."""
        self._asked += 1
        self._unsure = True
        self._check()
        number, shown = self._asked, self._builder.query

        def arrived(known: Known) -> None:
            if number == self._asked:
                self.known, self._unsure = known, False
                self._show_known()

        def failed(error: Exception) -> None:
            if number == self._asked:
                self._unsure = False  # what was known before stays
                self._check()
            self._bridge.failed.emit(error)

        self._bridge.ask(lambda read: known_queries(read, shown), arrived, failed)

    def _show_known(self) -> None:
        """List what is saved; what is open stays open."""
        known, chosen = self.known.queries, self.chosen
        renaming = self._renaming
        if self.name.isVisible() and renaming is not None and all(one.id != renaming.id for one in known):
            self._leave_name()  # it was taken away meanwhile
        blocker = QSignalBlocker(self.box)
        self.box.clear()
        self.box.addItem(self.tr("Open a saved query…") if known else self.tr("No saved queries yet"), None)
        for one in known:
            text = self.tr("{name} (smart code)").replace("{name}", one.name) if one.smart else one.name
            self.box.addItem(icon("star", "accent") if one.smart else icon("search"), text, one.id)
            self.box.setItemData(self.box.count() - 1, one.comment or text, Qt.ItemDataRole.ToolTipRole)
        place = self.box.findData(chosen.id) if chosen is not None else 0
        self.box.setCurrentIndex(max(place, 0))
        del blocker
        self.box.setEnabled(bool(known))
        self._check()

    def _activated(self, row: int) -> None:
        key = self.box.itemData(row)
        saved = next((one for one in self.known.queries if one.id == key), None)
        if saved is not None:
            self.open(saved)
        else:
            self._open = None
            self._check()

    def open(self, saved: SavedQuery) -> None:
        """Show the question of a saved query in the builder."""

        def question(read: Reading) -> Query:
            return named(read, from_json(saved.question))

        def arrived(query: Query) -> None:
            if self._open != saved.id:
                return  # another one was opened meanwhile
            self.known = Known(self.known.queries, {**self.known.meanings, query: saved.question})
            self._builder.show_query(query, tell=True)
            self._say("")
            self._show_known()

        def failed(error: Exception) -> None:
            if self._open == saved.id:
                self._open = None  # else what is shown would be kept in its place
                self._show_known()
            self._failed(error)

        self._open = saved.id
        self._bridge.ask(question, arrived, failed)

    @property
    def altered(self) -> bool:
        """Whether another question is shown than the open query asks."""
        chosen, query = self.chosen, self._builder.query
        return chosen is not None and (query is None or self.known.meanings.get(query) != chosen.question)

    def _check(self) -> None:
        chosen = self.chosen
        writes = not self._bridge.project.read_only and self._builder.query is not None and not self._unsure
        self.save_button.setEnabled(writes and (chosen is None or self.altered))
        tip = self.tr("Keep this question under a name")
        if chosen is not None:
            tip = self.tr("“{name}” asks this from now on").replace("{name}", chosen.name)
        self.save_button.setToolTip(tip)

    # ── what is done ──
    def _fill(self) -> None:
        menu, saved = self.menu, self.chosen
        menu.clear()
        writes = not self._bridge.project.read_only and not self._unsure
        there = writes and saved is not None
        asked = writes and self._builder.query is not None
        menu.addAction(self.tr("Save under a new name…"), lambda: self._ask_name("save")).setEnabled(asked)
        menu.addAction(self.tr("Rename…"), lambda: self._ask_name("rename")).setEnabled(there)
        smart = saved is not None and bool(saved.smart)
        text = self.tr("Make it a saved query again") if smart else self.tr("Make it a smart code")
        action = menu.addAction(text, self.switch_smart)
        action.setEnabled(there)
        action.setToolTip(self.tr("A smart code stands among the codes; its segments are whatever answers it today."))
        menu.setToolTipsVisible(True)
        menu.addSeparator()
        menu.addAction(self.tr("Remove"), self.remove).setEnabled(there)

    def save(self) -> None:
        """Keep the question in the query that is open; where none is, ask for a name."""
        query, chosen = self._builder.query, self.chosen
        if query is None or self._unsure:
            return
        if chosen is None:
            self._ask_name("save")
            return
        text = self.tr("“{name}” was changed").replace("{name}", chosen.name)
        self._act(queries.define_query, chosen.id, query, says=text, question=query)

    def _ask_name(self, what: str) -> None:
        self._renaming = self.chosen if what == "rename" else None
        self.name.setText(self._renaming.name if self._renaming is not None else "")
        self.box.hide()
        self.name.show()
        self.name.selectAll()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_name(self) -> None:
        self.name.hide()
        self.box.show()
        self._say("")
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _named(self) -> None:
        name, query, renaming = self.name.text().strip(), self._builder.query, self._renaming
        if not name:
            return
        if renaming is not None:
            text = self.tr("Renamed to “{name}”").replace("{name}", name)
            self._act(queries.rename_query, renaming.id, name, says=text)
        elif query is not None:
            text = self.tr("Saved as “{name}”").replace("{name}", name)
            self._act(queries.save_query, name, query, says=text, question=query)

    def switch_smart(self) -> None:
        """Make the open query a smart code, or a saved query again."""
        chosen = self.chosen
        if chosen is None:
            return
        if chosen.smart:
            text = self.tr("“{name}” is a saved query again").replace("{name}", chosen.name)
            self._act(queries.unmake_smart, chosen.id, says=text)
        else:
            text = self.tr("“{name}” is a smart code now").replace("{name}", chosen.name)
            self._act(queries.make_smart, chosen.id, says=text)

    def remove(self) -> None:
        """Take the open query away; its question stays in the builder."""
        chosen = self.chosen
        if chosen is not None:
            text = self.tr("“{name}” removed").replace("{name}", chosen.name)
            self._act(queries.remove_query, chosen.id, says=text)

    def _act(self, action: Any, *args: Any, says: str, question: Query | None = None) -> None:
        opened = self._open

        def done(made: SavedQuery, step: Step | None) -> None:
            if action is queries.save_query and self._open == opened:  # else another one was opened meanwhile
                self._open = made.id
            if self.name.isVisible():
                self._leave_name()
            self._say("")
            left = [one for one in self.known.queries if one.id != made.id]
            there = [*left, *([] if action is queries.remove_query else [made])]
            meanings = dict(self.known.meanings)
            if question is not None:
                meanings[question] = made.question
            self.known = Known(tuple(sorted(there, key=lambda one: (one.name.casefold(), one.name))), meanings)
            self._show_known()
            self.said.emit(says, step.number if step is not None else None)

        self._bridge.act(action, *args, then=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, QualcodeError):
            self._say(say(error))
        else:
            self._bridge.failed.emit(error)

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
