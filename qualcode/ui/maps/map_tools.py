"""The tools at the foot of the canvas: add, relate, write, group, arrange, size, enlarge."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QMenu, QToolButton, QWidget

from ...domain.percents import per_cent
from ...domain.theme_maps import SIZES
from ..icons import icon
from ..look import BODY, Look
from ..translation import say
from ..views.flow import FlowLayout
from .wording import layout_names, translate

_AWAY = 16  # px from the canvas's edges
_SHARE = 3  # of this many parts of the canvas's height the tools take one at most


def size_names() -> dict[str, str]:
    """What the boxes of themes and codes can be as large as."""
    return {
        "same": translate("ThemeMap", "All alike"),
        "segments": translate("ThemeMap", "By segments"),
        "cases": translate("ThemeMap", "By cases"),
    }


class MapTools(QFrame):
    """A row over the canvas that goes on in a second line where there is no room. Over a low canvas they would hide the
    map: then `compact`, a button that stands elsewhere, has them all in its menu."""

    add_wanted = Signal()
    relate_wanted = Signal()
    note_wanted = Signal()
    group_wanted = Signal()
    arrange_wanted = Signal(str, bool)  # a layout, whether to begin anew
    size_wanted = Signal(str)
    zoom_wanted = Signal(int)  # steps; 0: as large as it is
    fit_wanted = Signal()
    foot = Signal(int)  # px of the canvas they take at its foot

    def __init__(self, look: Look, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._look = look
        self._flow = FlowLayout(self, gap=look.px(4))
        self.buttons: list[QToolButton] = []
        self.writing: list[QToolButton] = []
        self._entries: dict[QToolButton, QAction] = {}  # of the menu
        self.low = False  # whether the canvas has no room for them
        self.compact = self._make_compact()
        self.add = self._button("add", self.tr("Add…"), self.tr("Add to map (A)"), self.add_wanted.emit, True, "A")
        self.relate = self._button(
            "link",
            self.tr("Relation"),
            self.tr("Draw a relation from the chosen one (R)"),
            self.relate_wanted.emit,
            True,
            "R",
        )
        self.note = self._button("note", self.tr("Note"), self.tr("Write a note (N)"), self.note_wanted.emit, True, "N")
        self.group = self._button(
            "group",
            self.tr("Group"),
            self.tr("Put a frame around what is chosen (G)"),
            self.group_wanted.emit,
            True,
            "G",
        )
        self.arrange = self._button("arrange", self.tr("Arrange"), self.tr("Arrange the map"), None, True)
        self.arrange.setMenu(self._arrange_menu())
        self.size_button = self._button("size", self.tr("Sizes"), self.tr("What the size of the boxes shows"), None)
        self.size_button.setMenu(self._size_menu())
        for button in (self.arrange, self.size_button):
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.smaller = self._button("", "−", self.tr("Smaller (−)"), lambda: self.zoom_wanted.emit(-1))
        self.zoom = self._button(
            "", say(per_cent("100")), self.tr("As large as it is"), lambda: self.zoom_wanted.emit(0)
        )
        self.larger = self._button("", "+", self.tr("Larger (+)"), lambda: self.zoom_wanted.emit(1))
        self.fit = self._button("", self.tr("Fit"), self.tr("Show everything (F)"), self.fit_wanted.emit, key="F")
        self._fill_compact()
        canvas.installEventFilter(self)
        look.follow(self._take_look)
        self._take_look()

    def _make_compact(self) -> QToolButton:
        button = QToolButton(self.parentWidget())
        button.setText(self.tr("Tools"))
        button.setToolTip(self.tr("What can be done with the map"))
        button.setAccessibleName(self.tr("Tools of the map"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(QMenu(button))
        button.hide()
        return button

    def _fill_compact(self) -> None:
        """Every button once more, as an entry with its key."""
        menu = self.compact.menu()
        for button in self.buttons:
            named = button.accessibleName() == button.text().rstrip("…")  # else its text is a sign or a figure
            text, key = button.text() if named else button.accessibleName(), str(button.property("key"))
            if button.menu() is not None:
                action = menu.addMenu(button.menu())
                action.setText(text)
            else:
                action = menu.addAction(f"{text}\t{key}" if key else text, button.click)
            action.setIcon(button.icon())
            self._entries[button] = action

    def _button(
        self,
        picture: str,
        text: str,
        tip: str,
        do: Callable[[], object] | None,
        writes: bool = False,
        key: str = "",
    ) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setProperty("key", key)
        button.setAccessibleName(tip if len(text) < 3 or text.endswith("%") else text.rstrip("…"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if picture:
            button.setIcon(icon(picture))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if do is not None:
            button.clicked.connect(do)
        self.buttons.append(button)
        if writes:
            self.writing.append(button)
        self._flow.addWidget(button)
        return button

    def _arrange_menu(self) -> QMenu:
        menu = QMenu(self)
        self.layouts = QActionGroup(menu)
        for key, name in layout_names().items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setData(key)
            action.triggered.connect(lambda _checked=False, key=key: self.arrange_wanted.emit(key, False))
            self.layouts.addAction(action)
        menu.addSeparator()
        self.shuffle = menu.addAction(self.tr("Shuffle: begin anew"))
        self.shuffle.triggered.connect(lambda: self.arrange_wanted.emit("", True))
        return menu

    def _size_menu(self) -> QMenu:
        menu = QMenu(self)
        self.sizes = QActionGroup(menu)
        for key, name in size_names().items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(key == SIZES[0])
            action.setData(key)
            action.triggered.connect(lambda _checked=False, key=key: self.size_wanted.emit(key))
            self.sizes.addAction(action)
        return menu

    # ── what it shows ──
    def show_zoom(self, zoom: float) -> None:
        """Say how large the map is shown."""
        self.zoom.setText(say(per_cent(f"{100 * zoom:.0f}")))

    def show_layout(self, layout: str) -> None:
        """Mark the layout of the map."""
        for action in self.layouts.actions():
            action.setChecked(action.data() == layout)
        self.shuffle.setEnabled(layout != "free")

    def show_size(self, sized: str) -> None:
        """Mark what the boxes are as large as."""
        for action in self.sizes.actions():
            action.setChecked(action.data() == sized)

    def allow(self, writes: bool) -> None:
        """Show what changes the map, or only what looks at it."""
        for button in self.writing:
            button.setVisible(writes)
            self._entries[button].setVisible(writes)
        self._place()

    # ── place and look ──
    def _take_look(self) -> None:
        px = self._look.px
        margin = px(6)
        self._flow.setContentsMargins(margin, margin, margin, margin)
        for button in (self.compact, *self.buttons):
            button.setFont(self._look.font(BODY))
            button.setIconSize(QSize(px(16), px(16)))
            button.setMinimumHeight(px(32))
        self._place()

    def _place(self) -> None:
        """At the foot of the canvas; where there is no room for words the pictures stand alone, and where there is
        none for pictures one button stands elsewhere."""
        canvas = self.parentWidget()
        away = self._look.px(_AWAY)
        room = max(canvas.width() - 2 * away, self._look.px(120))
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for _ in range(2):
            for button in self.buttons:
                if not button.icon().isNull():
                    button.setToolButtonStyle(style)
            width = self._flow.sizeHint().width()
            if width <= room:
                break
            style = Qt.ToolButtonStyle.ToolButtonIconOnly
        width = min(width, room)
        height = self._flow.heightForWidth(width)
        self.setGeometry(away, max(canvas.height() - height - away, 0), width, height)
        self.low = _SHARE * (height + 2 * away) > canvas.height()
        self.setVisible(not self.low)
        self._show_compact()
        self.foot.emit(0 if self.low else height + away)

    def _show_compact(self) -> None:
        self.compact.setVisible(self.low and not self.parentWidget().isHidden())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget():
            if event.type() == QEvent.Type.Resize:
                self._place()
            elif event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
                self._show_compact()
        return bool(super().eventFilter(watched, event))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self._look.current.edge
        painter.setPen(QPen(self._look.color("line2" if self._look.current.high else "line"), edge))
        painter.setBrush(self._look.color("raised"))
        inset = edge / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 10, 10)
        painter.end()
