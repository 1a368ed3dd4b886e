"""The bar over a map: which one, what is on it, map or list, its history, and ways out of the program."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from ...app.map_reading import MapPicture
from ...domain.errors import QualcodeError
from ...domain.theme_maps import ThemeMap
from ..icons import icon
from ..look import BODY, META, Look
from ..panels.name_field import NameField
from ..translation import say
from ..views.flow import FlowLayout
from ..views.ground import Words


class MapBar(QWidget):
    """Chooses among the maps and names them."""

    map_chosen = Signal(object)  # the id of a map
    named = Signal(str, bool)  # a name, whether for a new map
    generate_wanted = Signal()
    remove_wanted = Signal()
    page_wanted = Signal(str)  # map or list
    history_wanted = Signal(bool)

    def __init__(self, look: Look, writes: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._writes = look, writes
        self._new = True
        self._flow = FlowLayout(self, gap=look.px(8))
        self.chooser = QComboBox(self)
        self.chooser.setAccessibleName(self.tr("Map"))
        self.chooser.setToolTip(self.tr("Which map is shown"))
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.chooser.activated.connect(lambda _index: self.map_chosen.emit(self.chooser.currentData()))
        self.name = NameField(self)
        self.name.hide()
        self.name.returnPressed.connect(self._take_name)
        self.name.left.connect(self.leave_name)
        self.problem = Words(look, META, "danger", parent=self)
        self.problem.hide()
        self.more = self._tool("more", self.tr("Maps"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.more.setMenu(self._menu())
        self.facts = Words(look, META, "ink2", parent=self)
        for part in (self.chooser, self.name, self.problem, self.more, self.facts):
            self._flow.addWidget(part)
        self.switch = QWidget(self)
        row = QHBoxLayout(self.switch)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        group = QButtonGroup(self)
        self.pages: dict[str, QPushButton] = {}
        for key, text in (("map", self.tr("Map")), ("list", self.tr("List"))):
            button = QPushButton(text, self.switch)
            button.setCheckable(True)
            button.setChecked(key == "map")
            button.clicked.connect(lambda _checked=False, key=key: self.page_wanted.emit(key))
            group.addButton(button)
            row.addWidget(button)
            self.pages[key] = button
        self.pages["map"].setAccessibleName(self.tr("Show as a map"))
        self.pages["list"].setAccessibleName(self.tr("Show as lists"))
        self.history = self._tool("history", self.tr("History"))
        self.history.setToolTip(self.tr("How this map came to be, and what differs between two of its states"))
        self.history.setCheckable(True)
        self.history.toggled.connect(self.history_wanted)
        self.export = self._tool("export", self.tr("Export"))
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for part in (self.switch, self.history, self.export):
            self._flow.addWidget(part)
        look.follow(self._take_look)
        self._take_look()

    def _tool(self, picture: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(picture))
        button.setText(text)
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def take(self, button: QToolButton) -> None:
        """Let another button stand at the end."""
        self._flow.addWidget(button)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        if self._writes:
            menu.addAction(self.tr("New map…"), lambda: self.ask_name(True))
            menu.addAction(self.tr("Make one from the data…"), self.generate_wanted.emit)
            menu.addSeparator()
            self.rename = menu.addAction(self.tr("Rename this map…"), lambda: self.ask_name(False))
            menu.addSeparator()
            self.remove = menu.addAction(self.tr("Remove this map"), self.remove_wanted.emit)
        self.more.setVisible(self._writes)
        return menu

    def allow(self, writes: bool) -> None:
        """Whether the map that is shown can be changed; another one can be made all the same."""
        if self._writes:
            self.rename.setEnabled(writes)
            self.remove.setEnabled(writes)

    def _take_look(self) -> None:
        px = self._look.px
        self._flow.setContentsMargins(px(16), px(6), px(8), px(6))
        self.chooser.setMinimumWidth(px(160))
        self.chooser.setMaximumWidth(px(320))
        self.name.setMinimumWidth(px(220))
        for button in (self.more, self.history, self.export):
            button.setFont(self._look.font(BODY))
            button.setIconSize(QSize(px(16), px(16)))
            button.setMinimumSize(px(28), px(28))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.suit()

    def suit(self) -> None:
        """Where there is no room for one line the counts go, then pictures stand without words."""
        facts = self.facts.sizeHint().width() + self._look.px(8)
        for style in (Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly):
            for button in (self.history, self.export):
                button.setToolButtonStyle(style)
            spare = self.width() - self._flow.sizeHint().width() + (0 if self.facts.isHidden() else facts)
            if spare >= 0:
                break
        self.facts.setVisible(spare >= facts and self.chooser.count() > 0)

    # ── what is shown ──
    def show_maps(self, maps: Sequence[ThemeMap], chosen: UUID | None) -> None:
        """List the maps."""
        self.chooser.clear()
        for one in maps:
            self.chooser.addItem(one.name, one.id)
        # a combo box does not find Python's own objects
        self.chooser.setCurrentIndex(next((at for at, one in enumerate(maps) if one.id == chosen), -1))
        self.chooser.setVisible(bool(maps) and self.name.isHidden())
        for part in (self.switch, self.history, self.export):
            part.setVisible(bool(maps))
        self.suit()

    def show_facts(self, picture: MapPicture) -> None:
        """Say how much is on the map."""
        themes = sum(thing.kind == "theme" for thing in picture.things)
        others = sum(thing.kind not in ("theme", "note", "group") for thing in picture.things)
        parts = [self.tr("%n theme(s)", "", themes)]
        if others:
            parts.append(self.tr("%n other(s)", "", others))
        parts.append(self.tr("%n relation(s)", "", len(picture.relations)))
        self.facts.setText(" · ".join(parts))
        self.facts.setToolTip(say(picture.map.basis))
        self.suit()

    # ── names ──
    def ask_name(self, new: bool) -> None:
        """Open the field for the name of a new map, or of this one."""
        self._new = new
        words = self.tr("Name of the new map") if new else self.tr("Name of the map")
        self.name.setPlaceholderText(words)
        self.name.setAccessibleName(words)
        self.name.setText("" if new else self.chooser.currentText())
        self.name.selectAll()
        self.problem.hide()
        self.chooser.hide()
        self.name.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_name(self) -> None:
        """Close it."""
        self.name.hide()
        self.problem.hide()
        self.chooser.setVisible(self.chooser.count() > 0)

    def _take_name(self) -> None:
        text = self.name.text().strip()
        if text:
            self.named.emit(text, self._new)

    def refused(self, otherwise: Callable[[Exception], object]) -> Callable[[Exception], None]:
        """What says beside the field why a name will not do; other failures go `otherwise`."""

        def failed(error: Exception) -> None:
            if isinstance(error, QualcodeError):
                self.problem.setText(say(error))
                self.problem.show()
            else:
                otherwise(error)

        return failed
