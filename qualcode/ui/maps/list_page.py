"""Both lists of a map below one another, joined to its canvas: what is chosen here is chosen there."""

from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from ...domain.theme_maps import SAID_BY
from ..look import META, Look
from ..parts.line_splitter import LineSplitter
from ..views.flow import FlowLayout
from ..views.ground import Ground, Words
from .map_list import RowsTable, ThingRows, TieRows
from .map_work import MapWork
from .wording import kind_name, kind_names

_LEAST = 160  # px of a table


class ListPage(Ground):
    """A table of everything on the map, and one of all relations. Where both have no room the page scrolls."""

    inspecting_wanted = Signal()

    def __init__(self, look: Look, work: MapWork, parent: QWidget | None = None) -> None:
        super().__init__(look, "panel", parent)
        self._look, self._work = look, work
        self.thing_rows, self.tie_rows = ThingRows(look, self), TieRows(self)
        self.things = RowsTable(
            look, self.thing_rows, self.tr("Things on the map"), (240, 96, 88, 80, 100, 120, 88), self
        )
        self.ties = RowsTable(look, self.tie_rows, self.tr("Relations of the map"), (200, 140, 200, 80, 88, 200), self)
        self._splitter = LineSplitter(Qt.Orientation.Vertical, self)
        self.heads: list[Words] = []
        for table in (self.things, self.ties):
            part = QWidget(self)
            down = QVBoxLayout(part)
            down.setContentsMargins(0, 0, 0, 0)
            down.setSpacing(0)
            head = Words(look, META, "ink2", bold=True, parent=part)
            self.heads.append(head)
            down.addWidget(head)
            down.addWidget(table, 1)
            self._splitter.addWidget(part)
        whole = Ground(look, "panel", self)
        self.scroll = QScrollArea(self)
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column, outer = QVBoxLayout(whole), QVBoxLayout(self)
        for layout in (column, outer):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        column.addWidget(self._make_tools())
        column.addWidget(self._splitter, 1)
        self.scroll.setWidget(whole)
        outer.addWidget(self.scroll)
        self._wire()
        look.follow(self._take_look)
        self._take_look()
        self.setFocusProxy(self.things)

    def _make_tools(self) -> QWidget:
        self.tools = QWidget(self)
        self._flow = FlowLayout(self.tools, gap=self._look.px(8))
        self.buttons: dict[str, QPushButton] = {}
        for name, text, do in (
            ("add", self.tr("Add…"), lambda: self._work.tool("add")),
            ("relate", self.tr("Relate the two chosen…"), self._relate),
            ("note", self.tr("Note…"), lambda: self._work.tool("note")),
            ("group", self.tr("Group…"), lambda: self._work.tool("group")),
            ("remove", self.tr("Take off the map"), self._remove),
        ):
            button = QPushButton(text, self.tools)
            button.clicked.connect(lambda _on=False, do=do: do())
            self.buttons[name] = button
            self._flow.addWidget(button)
        return self.tools

    def _relate(self) -> None:
        button = self.buttons["relate"]
        self._work.relate_two(button.mapToGlobal(QPoint(0, button.height())))

    def _enable(self) -> None:
        chosen = self._work.canvas.chosen
        two = len(chosen & self._work.canvas.scene.things.keys()) == 2
        self.buttons["relate"].setEnabled(two)
        self.buttons["remove"].setEnabled(bool(chosen))

    def _wire(self) -> None:
        canvas = self._work.canvas
        for table, other in ((self.things, self.ties), (self.ties, self.things)):
            table.chosen.connect(lambda keys, other=other: self._choose(keys, other))
            table.entered.connect(self.inspecting_wanted)
            table.removing.connect(self._remove)
            table.menu_wanted.connect(self._menu)
        self.thing_rows.written.connect(self._write_thing)
        self.tie_rows.written.connect(self._write_tie)
        canvas.chosen_changed.connect(self._follow)

    def _take_look(self) -> None:
        px = self._look.px
        self._flow.setContentsMargins(px(16), px(4), px(16), px(4))
        for head in self.heads:
            head.setContentsMargins(px(16), px(8), px(16), px(6))
        for table in (self.things, self.ties):
            table.setMinimumHeight(px(_LEAST))

    # ── what is shown ──
    def show_scene(self) -> None:
        """Show what the canvas shows."""
        scene = self._work.canvas.scene
        writes = not self._work.canvas.locked
        self.thing_rows.writes = self.tie_rows.writes = writes
        self.tools.setVisible(writes)
        self.thing_rows.groups = {key: one.name for key, one in scene.things.items() if one.kind == "group"}
        self.thing_rows.relations = {key: len(scene.ties_of([key])) for key in scene.things}
        self.tie_rows.names = {key: one.name or one.words for key, one in scene.things.items()}
        things = sorted(scene.things.values(), key=lambda one: (one.kind == "group", one.kind != "theme"))
        self.things.quietly(lambda: self.thing_rows.show(things))
        self.ties.quietly(lambda: self.tie_rows.show(list(scene.ties.values())))
        self.heads[0].setText(self.tr("Things on the map") + f" · {len(scene.things)}")
        self.heads[1].setText(self.tr("Relations") + f" · {len(scene.ties)}")
        self._follow()

    def _follow(self) -> None:
        self._enable()
        if self.isVisible():
            chosen = self._work.canvas.chosen
            for table in (self.things, self.ties):
                table.choose(chosen)

    # ── what is done ──
    def _choose(self, keys: set[UUID], other: RowsTable) -> None:
        other.quietly(other.clearSelection)
        self._work.canvas.choose(keys)

    def _remove(self) -> None:
        if not self._work.canvas.locked:
            self._work.take_off()

    def _menu(self, where: QPoint) -> None:
        if self._work.canvas.chosen:
            self._work.canvas.menu_wanted.emit(where)

    def _write_thing(self, key: UUID, _column: int, text: str) -> None:
        thing = self._work.canvas.scene.things.get(key)
        if thing is not None and text:
            self._work.acts.rewrite(key, thing.kind, text)

    def _write_tie(self, key: UUID, column: int, text: str) -> None:
        if column == TieRows.COMMENT:
            self._work.acts.change_relation(key, comment=text)
        elif text:
            known = {kind_name(kind): kind for kind in (*kind_names(), SAID_BY)}
            self._work.acts.change_relation(key, kind=known.get(text, text))
