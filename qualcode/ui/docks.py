"""The panels' places: docks that can be moved and hidden, and in a narrow window one that lies over the reader."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDockWidget, QFrame, QMainWindow, QVBoxLayout, QWidget

from .icons import icon
from .look import look

LEFT_WIDTH, RIGHT_WIDTH, HISTORY_WIDTH = 288, 312, 432
NARROW = 1_200  # px of window below which a right panel overlays
_MOST = 45  # percent of the window that a panel beside the middle takes at most when it grows
LEFT, RIGHT = ("documents", "codebook"), ("segments", "history", "search", "rules", "journal", "reviews")
WIDTHS = {
    "segments": RIGHT_WIDTH,
    "history": HISTORY_WIDTH,
    "search": RIGHT_WIDTH + 40,
    "rules": RIGHT_WIDTH + 40,
    "journal": HISTORY_WIDTH,
    "reviews": HISTORY_WIDTH,
}


class Dock(QDockWidget):
    """A place for one panel; the panel's header is its title bar."""

    def __init__(self, name: str, window: QMainWindow) -> None:
        super().__init__(window)
        self.setObjectName(name)
        self.panel: QWidget | None = None
        self._empty: list[QWidget] = []  # what stands here instead of a panel and its header
        self.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetMovable
            | QDockWidget.DockWidgetFeature.DockWidgetClosable
            | QDockWidget.DockWidgetFeature.DockWidgetFloatable
        )

    def hold(self, panel: QWidget) -> None:
        """Take a panel in."""
        self.panel = panel
        self.setWindowTitle(panel.header.title())
        self.setTitleBarWidget(panel.header)
        self.setWidget(panel)
        for one in self._empty:
            one.deleteLater()
        self._empty = []

    def let_go(self) -> None:
        """Give the panel up and destroy it."""
        panel, self.panel = self.panel, None
        if panel is not None:
            header = self.titleBarWidget()
            self.leave_empty()
            panel.hide()
            panel.deleteLater()
            if header is not None:
                header.deleteLater()

    def leave_empty(self) -> None:
        """Let the panel and its header stand elsewhere."""
        self._empty = [QWidget(self), QWidget(self)]
        self.setTitleBarWidget(self._empty[0])
        self.setWidget(self._empty[1])


class Overlay(QFrame):
    """Lies over the right side of the window and shows one dock's panel."""

    closed = Signal(str)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.dock: Dock | None = None
        self.setObjectName("overlay")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(1, 0, 0, 0)
        self._layout.setSpacing(0)
        window.installEventFilter(self)
        self.hide()

    def take(self, dock: Dock) -> None:
        """Show the panel of a dock."""
        self.give_back()
        if dock.panel is None:
            return
        self.dock = dock
        dock.hide()
        header, panel = dock.titleBarWidget(), dock.panel
        dock.leave_empty()
        for part in (header, panel):
            self._layout.addWidget(part)
            part.show()
        self.place()
        self.show()
        self.raise_()

    def give_back(self) -> None:
        """Put the panel back into its dock, which stays hidden."""
        dock, self.dock = self.dock, None
        self.hide()
        if dock is not None and dock.panel is not None:
            self._layout.removeWidget(dock.panel)
            dock.hold(dock.panel)

    def place(self) -> None:
        """At the right edge, between the bar and the status line."""
        window = self.parentWidget()
        if self.dock is None or not isinstance(window, QMainWindow):
            return
        body = window.centralWidget().geometry()
        width = min(look().px(WIDTHS.get(self.dock.objectName(), RIGHT_WIDTH)), window.width() - 48)
        left = window.width() - width
        if window.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = 0
        self.setGeometry(left, body.top(), width, body.height())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and self.isVisible():
            self.place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.dock is not None:
            self.closed.emit(self.dock.objectName())
        else:
            super().keyPressEvent(event)


class Docks(QObject):
    """All docks of a window. Of the right ones, one is shown at a time."""

    changed = Signal()  # something was shown or hidden
    left = Signal()  # the panel that had the focus was closed

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.by_name = {name: Dock(name, window) for name in (*LEFT, *RIGHT)}
        self._makers: dict[str, Callable[[], QWidget]] = {}  # of panels that nobody has opened yet
        self.overlay = Overlay(window)
        self.overlay.closed.connect(self.hide)
        window.installEventFilter(self)
        for dock in self.by_name.values():
            dock.setTitleBarWidget(QWidget(dock))
            dock.hide()
            dock.visibilityChanged.connect(lambda _visible: self.changed.emit())
        self._scale = look().scale
        look().follow(self._rescale)
        self.arrange()

    def _rescale(self) -> None:
        """The panels beside the middle grow and shrink with the letters."""
        before, self._scale = self._scale, look().scale
        if before != self._scale:
            self._grow(before)
            self._suit()
            self.overlay.place()

    def _grow(self, before: int) -> None:
        """Widths of another scale (in percent) as those of the present one."""
        right = next((dock for name in RIGHT if not (dock := self.by_name[name]).isHidden()), None)
        left = next((dock for name in LEFT if not (dock := self.by_name[name]).isHidden()), None)
        for dock in (left, right):
            if dock is not None and not dock.isFloating():
                self._widen(dock, dock.width() * self._scale // before)

    def _widen(self, dock: Dock, width: int) -> None:
        width = min(width, self._window.width() * _MOST // 100)
        self._window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)

    def arrange(self) -> None:
        """Everything at its first place: documents over codebook on the left, the others on the right."""
        window, side = self._window, Qt.DockWidgetArea
        for name, dock in self.by_name.items():
            dock.setFloating(False)
            window.addDockWidget(side.LeftDockWidgetArea if name in LEFT else side.RightDockWidgetArea, dock)
        window.splitDockWidget(self.by_name["documents"], self.by_name["codebook"], Qt.Orientation.Vertical)
        for corner, area in (
            (Qt.Corner.TopLeftCorner, side.LeftDockWidgetArea),
            (Qt.Corner.BottomLeftCorner, side.LeftDockWidgetArea),
            (Qt.Corner.TopRightCorner, side.RightDockWidgetArea),
            (Qt.Corner.BottomRightCorner, side.RightDockWidgetArea),
        ):
            window.setCorner(corner, area)

    def show_first(self) -> None:
        """What a new user sees."""
        self.overlay.give_back()
        self.arrange()
        for name in LEFT:
            self.by_name[name].show()
        for name in RIGHT:
            self.by_name[name].hide()
        self.measure()

    def measure(self) -> None:
        """The widths and heights of the design."""
        px = look().px
        docks = [self.by_name[name] for name in LEFT]
        height = self._window.height()
        self._widen(docks[0], px(LEFT_WIDTH))
        self._window.resizeDocks(docks, [int(height * 0.4), int(height * 0.6)], Qt.Orientation.Vertical)

    # ── panels ──
    def hold(self, name: str, panel: QWidget) -> None:
        """Put a panel in its dock; one on the right gets a cross, unless it has its own."""
        if name in RIGHT and not hasattr(panel, "close_requested"):
            close = QAction(self.tr("Close"), panel)
            close.setIcon(icon("close"))
            close.triggered.connect(lambda: self.hide(name))
            panel.header.add(close)
        self.by_name[name].hold(panel)

    def offer(self, name: str, make: Callable[[], QWidget]) -> None:
        """Let a panel be made when it is opened for the first time."""
        self._makers[name] = make

    def panel(self, name: str) -> QWidget | None:
        """The panel in a dock, made now if it was only offered; None without a project."""
        make = self._makers.pop(name, None)
        if make is not None:
            self.hold(name, make())
        return self.by_name[name].panel

    def let_go(self) -> None:
        """Empty all docks."""
        self._makers.clear()
        self.overlay.give_back()
        for dock in self.by_name.values():
            dock.hide()
            dock.let_go()

    # ── showing ──
    def shown(self, name: str) -> bool:
        """Whether a panel is open, in its dock or in the overlay."""
        dock = self.by_name[name]
        return not dock.isHidden() or self.overlay.dock is dock

    @property
    def narrow(self) -> bool:
        """Whether there is no room for a right panel beside the reader."""
        return self._window.width() < look().px(NARROW)

    def show(self, name: str) -> None:
        """Open a panel; another right one that stands on the right gives way."""
        self.panel(name)
        dock = self.by_name[name]
        if name not in RIGHT:
            dock.show()
        elif self.narrow and self._stands_right(dock):
            self._clear_right(name)
            self.overlay.take(dock)
        else:
            self._clear_right(name)
            self.overlay.give_back()
            dock.show()
            if self._stands_right(dock):
                self._widen(dock, look().px(WIDTHS[name]))
        self.changed.emit()

    def _stands_right(self, dock: Dock) -> bool:
        return not dock.isFloating() and self._window.dockWidgetArea(dock) == Qt.DockWidgetArea.RightDockWidgetArea

    def _clear_right(self, name: str) -> None:
        for other in RIGHT:
            if other != name and self._stands_right(self.by_name[other]):
                self.by_name[other].hide()

    def hide(self, name: str) -> None:
        """Close a panel."""
        panel, focus = self.by_name[name].panel, self._window.focusWidget()
        inside = panel is not None and focus is not None and (panel is focus or panel.isAncestorOf(focus))
        if self.overlay.dock is self.by_name[name]:
            self.overlay.give_back()
        self.by_name[name].hide()
        self.changed.emit()
        if inside:
            self.left.emit()

    def toggle(self, name: str) -> bool:
        """Open or close a panel; whether it is open now."""
        if self.shown(name):
            self.hide(name)
        else:
            self.show(name)
        return self.shown(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._suit()
        return False

    def _suit(self) -> None:
        """A window that became narrow lays its right panel over the reader, one that became wide beside it."""
        dock = self.overlay.dock
        if dock is not None and not self.narrow:
            self.show(dock.objectName())
        elif dock is None and self.narrow:
            beside = next((name for name in RIGHT if not self.by_name[name].isHidden()), None)
            if beside is not None and self._stands_right(self.by_name[beside]):
                self.show(beside)

    # ── remembering ──
    def state(self) -> str:
        """Where everything is, as text: the scale in percent, a colon, what Qt says."""
        over = self.overlay.dock
        if over is not None:
            self.overlay.give_back()
        found = self._window.saveState().toBase64().data().decode("ascii")
        if over is not None:
            self.overlay.take(over)
        return f"{self._scale}:{found}"

    def restore(self, state: str) -> bool:
        """Put everything where `state` says; False when it says nothing usable."""
        self.overlay.give_back()
        scale, colon, found = state.rpartition(":")
        if not found or not self._window.restoreState(QByteArray.fromBase64(found.encode("ascii"))):
            return False
        if colon and scale.isdecimal() and int(scale) not in (0, self._scale):
            self._grow(int(scale))
        for name in tuple(self._makers):
            if not self.by_name[name].isHidden():
                self.panel(name)
        beside = [name for name in RIGHT if not self.by_name[name].isHidden()]
        if self.narrow and beside:
            self.show(beside[0])
        self.changed.emit()
        return True
