"""Saved queries: opened, kept, renamed, removed, and made smart codes that stand among the codes."""

from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from ...app import queries
from ...app.query_names import named
from ...domain.errors import QualcodeError
from ...domain.history import Step
from ...domain.query_tree import Query, from_json
from ...domain.questions import SavedQuery
from ...store.reading import Reading
from ..bridge import Bridge
from ..icons import icon
from ..look import Look
from ..panels.name_field import NameField
from ..translation import say
from ..views.ground import Words
from .builder import QueryBuilder


class SavedQueries(QWidget):
    """The list of saved queries and what is done with them. `said` tells what was done, and the step to undo."""

    said = Signal(str, object)

    def __init__(self, bridge: Bridge, look: Look, builder: QueryBuilder, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._look, self._builder = bridge, look, builder
        self.known: list[SavedQuery] = []
        self.chosen: SavedQuery | None = None
        self._question: Query | None = None  # of the one that is open, as it was opened
        self._naming = ""  # what the name is for: "save" or "rename"
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
        look.follow(self._restyle)
        self._restyle()
        self.show_known([])

    def _restyle(self) -> None:
        px = self._look.px
        self._line.setSpacing(px(6))
        self.more.setIconSize(QSize(px(16), px(16)))
        self.more.setFixedSize(px(30), px(30))
        self.save_button.setFixedHeight(px(30))

    # ── the list ──
    def show_known(self, known: list[SavedQuery]) -> None:
        """List what is saved; what is open stays open."""
        self.known = known
        if self.chosen is not None:
            wanted = self.chosen.id
            self.chosen = next((one for one in known if one.id == wanted), None)
        blocker = QSignalBlocker(self.box)
        self.box.clear()
        self.box.addItem(self.tr("Open a saved query…") if known else self.tr("No saved queries yet"), None)
        for one in known:
            text = self.tr("{name} (smart code)").replace("{name}", one.name) if one.smart else one.name
            self.box.addItem(icon("star", "accent") if one.smart else icon("search"), text, one.id)
            self.box.setItemData(self.box.count() - 1, one.comment or text, Qt.ItemDataRole.ToolTipRole)
        place = self.box.findData(self.chosen.id) if self.chosen is not None else 0
        self.box.setCurrentIndex(max(place, 0))
        del blocker
        self.box.setEnabled(bool(known))
        self._check()

    def _activated(self, row: int) -> None:
        key = self.box.itemData(row)
        saved = next((one for one in self.known if one.id == key), None)
        if saved is not None:
            self.open(saved)
        else:
            self.chosen = None
            self._check()

    def open(self, saved: SavedQuery) -> None:
        """Show the question of a saved query in the builder."""

        def question(read: Reading) -> Query:
            return named(read, from_json(saved.question))

        def arrived(query: Query) -> None:
            self.chosen, self._question = saved, query
            self._builder.show_query(query, tell=True)
            self._say("")
            self.show_known(self.known)

        self._bridge.ask(question, arrived)

    @property
    def altered(self) -> bool:
        """Whether another question is shown than the open query asks."""
        return self.chosen is not None and self._builder.query != self._question

    def _check(self) -> None:
        writes = not self._bridge.project.read_only and self._builder.query is not None
        self.save_button.setEnabled(writes and (self.chosen is None or self.altered))
        tip = self.tr("Keep this question under a name")
        if self.chosen is not None:
            tip = self.tr("“{name}” asks this from now on").replace("{name}", self.chosen.name)
        self.save_button.setToolTip(tip)

    # ── what is done ──
    def _fill(self) -> None:
        menu, saved = self.menu, self.chosen
        menu.clear()
        writes = not self._bridge.project.read_only
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
        query = self._builder.query
        if query is None:
            return
        if self.chosen is None:
            self._ask_name("save")
            return
        text = self.tr("“{name}” was changed").replace("{name}", self.chosen.name)
        self._act(queries.define_query, self.chosen.id, query, says=text, question=query)

    def _ask_name(self, what: str) -> None:
        self._naming = what
        self.name.setText(self.chosen.name if what == "rename" and self.chosen is not None else "")
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
        name, query = self.name.text().strip(), self._builder.query
        if not name:
            return
        if self._naming == "rename" and self.chosen is not None:
            text = self.tr("Renamed to “{name}”").replace("{name}", name)
            self._act(queries.rename_query, self.chosen.id, name, says=text)
        elif query is not None:
            text = self.tr("Saved as “{name}”").replace("{name}", name)
            self._act(queries.save_query, name, query, says=text, question=query)

    def switch_smart(self) -> None:
        """Make the open query a smart code, or a saved query again."""
        if self.chosen is None:
            return
        if self.chosen.smart:
            text = self.tr("“{name}” is a saved query again").replace("{name}", self.chosen.name)
            self._act(queries.unmake_smart, self.chosen.id, says=text)
        else:
            text = self.tr("“{name}” is a smart code now").replace("{name}", self.chosen.name)
            self._act(queries.make_smart, self.chosen.id, says=text)

    def remove(self) -> None:
        """Take the open query away; its question stays in the builder."""
        if self.chosen is not None:
            text = self.tr("“{name}” removed").replace("{name}", self.chosen.name)
            self._act(queries.remove_query, self.chosen.id, says=text)

    def _act(self, action: Any, *args: Any, says: str, question: Query | None = None) -> None:
        def done(made: SavedQuery, step: Step | None) -> None:
            gone = action is queries.remove_query
            self.chosen = None if gone else made
            self._question = question or self._question
            if self.name.isVisible():
                self._leave_name()
            self._say("")
            left = [one for one in self.known if one.id != made.id]
            self.show_known(sorted([*left, *([] if gone else [made])], key=lambda one: one.name.casefold()))
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
