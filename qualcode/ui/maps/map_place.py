"""The place of theme maps in the Themes tab: bar, canvas with its tools, lists, history."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ...app.map_reading import MapPicture
from ...domain.history import Step
from ...domain.queries import Scope
from ...domain.theme_maps import ThemeMap
from ..bridge import Bridge
from ..look import Look
from ..look import look as the_look
from ..turns import Turns
from ..views.ground import Ground, Words
from .acts import MapActs
from .canvas import MapCanvas
from .empty import NoMap
from .exports import MapExports, Shown
from .history_bar import HistoryBar, LookOnly
from .list_page import ListPage
from .map_bar import MapBar
from .map_data import MapData
from .map_tools import MapTools
from .map_work import MapWork
from .reading import scene_of
from .scene import Thing

_LISTS_MILLISECONDS = 400
_ROOMY = 480  # px


class MapPlace(Ground):
    """One map at a time. `chosen` says what is to be inspected: ("code", id of the code), ("relation", id), None."""

    chosen = Signal(object)
    inspect_wanted = Signal()  # what is chosen is to be looked at: the keys go there
    said = Signal(str, object)  # a sentence, the number of the step to undo
    exported = Signal(object)  # the path of a file that was written
    open_segment = Signal(object, int, int)  # document id, start, end

    def __init__(self, bridge: Bridge, parent: QWidget | None = None, look: Look | None = None) -> None:
        self._look = look or the_look()
        self.filters: Callable[[], Mapping[str, Any]] = dict  # what the window's filter leaves, for maps from the data
        self.dialog: QDialog | None = None
        super().__init__(self._look, "panel", parent)
        self._bridge = bridge
        self.page = "map"
        self._past: Step | None = None  # the step after which the map is seen; None: the present
        self._fit_next = True
        self._sized: tuple[UUID, str] | None = None  # the map, and what is kept with it
        self.data = MapData(bridge, self)
        self.acts = MapActs(bridge, self)
        self._holding = self._writing = False
        self._make_parts()
        self._wire()
        self._look.follow(self._take_look)
        self._take_look()
        self.setFocusProxy(self.canvas)

    # ── building ──
    def _make_parts(self) -> None:
        look = self._look
        self.bar = MapBar(look, self.acts.writes, self)
        self.canvas = MapCanvas(look, self)
        self.canvas.locked = not self.acts.writes
        self.tools = MapTools(look, self.canvas)
        self.tools.foot.connect(self._set_foot)
        self.bar.take(self.tools.compact)
        self.tools.allow(self.acts.writes)
        self.work = MapWork(self._bridge, look, self.data, self.acts, self.canvas)
        self.hint = Words(look, role="accent", wrap=True, parent=self)
        self.hint.hide()
        self.empty = NoMap(look, self.acts.writes, self)
        self._lists: ListPage | None = None
        self._lists_in_turns = Turns(self)
        self.pages = QStackedWidget(self)
        self.pages.setMinimumHeight(1)  # in a low window what stands above and below stays whole
        for page in (self.canvas, self.empty):
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(self.empty)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.bar)
        self._column.addWidget(self.hint)
        self.past_banner = LookOnly(look, self)
        self.past_banner.hide()
        self.history = HistoryBar(self._bridge, look, self)
        self.history.hide()
        self._column.addWidget(self.past_banner)
        self._middle = QHBoxLayout()  # what differs may stand beside the map
        self._middle.setSpacing(0)
        self._middle.addWidget(self.pages, 3)
        self._column.addLayout(self._middle, 1)
        self._column.addWidget(self.history)
        self.exports = MapExports(self._bridge, self._shown_map, self)
        self.bar.export.setMenu(self.exports.menu(self.bar.export))

    def _wire(self) -> None:
        canvas, bar, tools, acts, data = self.canvas, self.bar, self.tools, self.acts, self.data
        data.listed.connect(self._listed)
        data.arrived.connect(self._arrived)
        acts.said.connect(self.said)
        acts.made_map.connect(self._open_made)
        acts.busy.connect(self._set_writing)
        canvas.holding.connect(self._set_holding)
        canvas.chosen_changed.connect(self._tell_chosen)
        canvas.inspecting_wanted.connect(self.inspect_wanted)
        canvas.told.connect(self._hint)
        canvas.zoomed.connect(tools.show_zoom)
        self.exports.exported.connect(self.exported)
        self.exports.passage_wanted.connect(self.open_segment)
        self.exports.said.connect(self.said)
        bar.history_wanted.connect(self.show_history)
        self.history.closed.connect(lambda: bar.history.setChecked(False))
        self.history.shown.connect(self._show_state)
        self.history.pointed.connect(self._point_at)
        self.past_banner.back_wanted.connect(self.history.back)
        bar.page_wanted.connect(self.show_page)
        bar.generate_wanted.connect(self.ask_data)
        self.empty.generate_wanted.connect(self.ask_data)
        bar.map_chosen.connect(self.show_map)
        bar.named.connect(self._name)
        bar.remove_wanted.connect(lambda: acts.remove_map(bar.chooser.currentText()))
        self.empty.new_wanted.connect(lambda: bar.ask_name(True))
        for signal, name in ((tools.add_wanted, "add"), (tools.note_wanted, "note"), (tools.group_wanted, "group")):
            signal.connect(lambda name=name: self.work.tool(name))
        tools.relate_wanted.connect(self._relate)
        tools.arrange_wanted.connect(self._arrange)
        tools.size_wanted.connect(self._size_by)
        tools.zoom_wanted.connect(self._zoom)
        tools.fit_wanted.connect(canvas.fit)

    def _take_look(self) -> None:
        px = self._look.px
        self.hint.setContentsMargins(px(16), px(6), px(16), px(6))

    def _set_foot(self, height: int) -> None:
        if self.canvas.foot != height:
            self.canvas.foot = height
            self.canvas.stay_fitted()
        self.bar.suit()

    # ── what is shown ──
    def show_map(self, key: UUID) -> None:
        """Show another map."""
        if key != self.data.map:
            self._fit_next = True
            self.canvas.choose(())
            self.data.choose(key)

    def show_page(self, page: str) -> None:
        """Show the map, or the lists that say the same."""
        self.page = page
        self.bar.pages[page].setChecked(True)
        if page == "list":
            self.lists.show_scene()
        if self.data.picture is not None:
            self.pages.setCurrentWidget(self.lists if page == "list" else self.canvas)
        self.work.ground = self.lists if page == "list" else self.canvas
        self.setFocusProxy(self.work.ground)

    @property
    def lists(self) -> ListPage:
        """The lists that say the same, made when they are first shown."""
        self._lists_in_turns.finish()
        if self._lists is None:
            for _ in self._make_lists():
                pass
        assert self._lists is not None
        return self._lists

    def _make_lists(self) -> Iterator[None]:
        lists = ListPage(self._look, self.work, self)
        lists.hide()
        yield
        lists.inspecting_wanted.connect(self.inspect_wanted)
        self.pages.addWidget(lists)
        self._lists = lists

    def limit(self, scope: Scope) -> None:
        """Count within what the window's filter leaves."""
        self.data.limit(scope)

    def _listed(self, maps: list[ThemeMap]) -> None:
        self.bar.show_maps(maps, self.data.map)

    def _arrived(self, picture: MapPicture | None) -> None:
        if picture is None:
            self.acts.map = None
            self._open_history()
            self.canvas.show_things((), ())
            self.pages.setCurrentWidget(self.empty)
            return
        if self.acts.map != picture.map.id:
            self._fit_next = True
        self.acts.map = picture.map.id
        self.bar.show_facts(picture)
        self.tools.show_layout(picture.map.layout)
        if self.bar.history.isChecked():
            self._open_history()
        if self._past is None:
            self._take_size(picture)
            self.canvas.show_things(*scene_of(picture))
        if self.pages.currentWidget() is self.empty:
            self.show_page(self.page)
        elif self.page == "list":
            self.lists.show_scene()
        self.work.show_awaited()
        if self._fit_next:
            self._fit_next = False
            QTimer.singleShot(0, self.canvas, self.canvas.fit)  # when it has its size

    def _hint(self, text: str) -> None:
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    # ── the past ──
    @property
    def roomy(self) -> bool:
        """Whether the history leaves enough of the map to be seen."""
        return self.height() >= self._look.px(_ROOMY)

    def show_history(self, shown: bool) -> None:
        """Open the slider over the map's states as soon as there is a map, or close it: then the present is shown."""
        self.bar.history.setChecked(shown)
        self._open_history()

    def _open_history(self) -> None:
        shown = self.acts.map if self.bar.history.isChecked() else None
        self.history.setVisible(shown is not None)
        if shown is not None:
            self.history.open(shown)
        else:
            self.history.leave()
            self._show_state(None, None)

    def _suit_history(self) -> None:
        self.history.be_low(not self.roomy, self._past is not None, self._middle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._suit_history()

    def _show_state(self, picture: MapPicture | None, marks: Mapping[UUID, str] | None) -> None:
        was, self._past = self._past is not None, None if picture is None else self.history.step
        in_past = picture is not None
        self._lock()
        self.past_banner.setVisible(in_past)
        self.past_banner.text.setText(self.history.banner() if in_past else "")
        self.past_banner.text.setToolTip(self.history.when.text() if in_past else "")
        self._suit_history()
        present = self.data.picture
        if picture is not None:
            self._take_size(picture)
            self.canvas.show_things(*scene_of(picture, marks))
        elif was and present is not None:
            self._take_size(present)
            self.canvas.show_things(*scene_of(present))
        if was or in_past:
            self.canvas.stay_fitted()
        if self.page == "list":
            self.lists.show_scene()

    def _lock(self) -> None:
        """What is past is for looking only, here and beside the map."""
        in_past = self._past is not None
        if self.acts.locked != in_past:
            self.canvas.let_go()
            self.acts.lock(in_past)
        writes = self.acts.writes
        self.canvas.locked = not writes
        self.tools.allow(writes)
        self.bar.allow(writes)

    def _point_at(self, key: UUID) -> None:
        self.canvas.choose({key})
        if key in self.canvas.scene.things or key in self.canvas.scene.ties:
            self.canvas.reveal(key)

    def _shown_map(self) -> Shown | None:
        picture = self.data.picture
        return None if picture is None else Shown(picture.map.id, picture.map.name, self._past)

    # ── choosing ──
    def _tell_chosen(self) -> None:
        self.chosen.emit(self.inspected())

    def choose_code(self, key: UUID | None) -> None:
        """Choose what stands for a theme or a code, if it is on the map."""
        if key is None or self.inspected() == ("code", key):
            return
        found = next((one.id for one in self.canvas.scene.things.values() if one.about == key), None)
        if found is not None:
            self.canvas.choose({found})
            self.canvas.reveal(found)

    def only_thing(self) -> Thing | None:
        """The thing that alone is chosen on the canvas."""
        chosen = self.canvas.chosen
        return self.canvas.scene.things.get(next(iter(chosen))) if len(chosen) == 1 else None

    def inspected(self) -> tuple[str, UUID] | None:
        """What is to be inspected of what is chosen on the canvas."""
        ties = self.canvas.chosen & self.canvas.scene.ties.keys()
        if len(ties) == len(self.canvas.chosen) == 1:
            return "relation", next(iter(ties))
        thing = self.only_thing()
        return ("code", thing.about) if thing is not None and thing.is_code else None

    # ── acts ──
    def _name(self, name: str, new: bool) -> None:
        refused = self.bar.refused(self._bridge.failed.emit)
        if new:
            self.acts.add_map(name, refused)
        else:
            self.acts.rename_map(name, refused, self.bar.leave_name)

    def ask_data(self) -> None:
        """Ask what a map is to be made from."""
        from .generate_dialog import GenerateDialog

        dialog = GenerateDialog(self._bridge, self._look, self.filters, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.made.connect(self._made_from_data)
        self.dialog = dialog
        dialog.open()

    def _made_from_data(self, key: UUID, step: int) -> None:
        self._open_made(key)
        self.said.emit(self.tr("Map made from the data."), step)

    def _open_made(self, key: UUID) -> None:
        self.bar.leave_name()
        self._fit_next = True
        self.data.choose(key)
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _relate(self) -> None:
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.canvas.start_relating():
            self._hint(self.tr("Choose what the relation begins at first, then Relation; or drag from its edge."))
            QTimer.singleShot(6_000, self.hint, self.hint.hide)

    def _arrange(self, layout: str, anew: bool) -> None:
        picture = self.data.picture
        if picture is None:
            return
        self._fit_next = True
        if anew:
            self.acts.arrange(picture.map.layout, picture.map.seed + 1)
        else:
            self.acts.arrange(layout)

    def _size_by(self, sized: str) -> None:
        """Kept with the map; of a past one, and where nothing is written, it is only looked at so."""
        self._show_size(sized)
        if self.acts.writes and self.acts.map is not None:
            self.acts.size_boxes(sized, self._size_refused)

    def _size_refused(self, error: Exception) -> None:
        if self.data.picture is not None and self._past is None:
            self._show_size(self.data.picture.map.sized)
        self._bridge.failed.emit(error)

    def _show_size(self, sized: str) -> None:
        self.tools.show_size(sized)
        self.exports.size = sized
        self.canvas.scene.size_by(sized)
        self.canvas.redraw()

    def _take_size(self, picture: MapPicture) -> None:
        """The size of the boxes as it is kept with the map; what was chosen for looking only stays till it changes."""
        kept = picture.map.id, picture.map.sized
        if kept != self._sized:
            self._sized = kept
            self._show_size(picture.map.sized)

    def _zoom(self, steps: int) -> None:
        if steps:
            self.canvas.zoom_by(steps)
        else:
            self.canvas.set_zoom(1.0)

    # ── what arrives while something is in hand waits ──
    def _set_holding(self, held: bool) -> None:
        self._holding = held
        self.data.hold(self._holding or self._writing)

    def _set_writing(self, busy: bool) -> None:
        self._writing = busy
        self.data.hold(self._holding or self._writing)

    # ── seen or not ──
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.data.look(True)
        if self._lists is None:  # after the map has been painted: to make them when they are asked for takes longer
            QTimer.singleShot(_LISTS_MILLISECONDS, self, self._begin_lists)

    def _begin_lists(self) -> None:
        if self._lists is None:
            self._lists_in_turns.take(self._make_lists(), lambda: None)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.data.look(False)
