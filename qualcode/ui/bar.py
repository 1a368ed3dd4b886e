"""The bar under the menus: project, tabs, find field, undo, redo, history, right panel."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionTab,
    QTabBar,
    QToolButton,
    QWidget,
)

from .commands.actions import Actions
from .icons import icon
from .look import BODY, look
from .parts.elided import ElidedLabel
from .parts.field_icon import FieldIcon

HEIGHT = 44
FIND, LEAST_FIND = 248, 83
NAME = 120  # px that the project's name may ask for before anything else gives way
PADDING, TIGHT_PADDING = 36, 20  # px beside the word of a tab
CODE, THEMES, ANALYSE, REPORT = 0, 1, 2, 3


class Tabs(QTabBar):
    """Tabs as quiet words; the one that is open stands on paper."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.padding = PADDING
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setUsesScrollButtons(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def tabSizeHint(self, index: int) -> QSize:
        font = look().font(BODY, bold=True)
        return QSize(QFontMetrics(font).horizontalAdvance(self.tabText(index)) + look().px(self.padding), look().px(34))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def pad(self, padding: int) -> None:
        """Give the words so much room of the design beside them."""
        if padding != self.padding:
            self.padding = padding
            self.setIconSize(self.iconSize())  # Qt lays the tabs out anew
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, px = look().current, look().px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(self.count()):
            option = QStyleOptionTab()
            self.initStyleOption(option, number)
            open_now = number == self.currentIndex()
            box = QRectF(self.tabRect(number)).adjusted(px(2), 2, -px(2), -2)
            if open_now:
                focused = self.hasFocus()
                painter.setPen(QPen(QColor(tokens.focus if focused else tokens.line), 2 if focused else tokens.edge))
                painter.setBrush(QColor(tokens.raised))
                painter.drawRoundedRect(box, px(6), px(6))
            elif option.state & QStyle.StateFlag.State_MouseOver:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens.hover))
                painter.drawRoundedRect(box, px(6), px(6))
            painter.setFont(look().font(BODY, bold=open_now))
            painter.setPen(QColor(tokens.ink if open_now else tokens.ink2))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.tabText(number))
        painter.end()


class _Find(QLineEdit):
    """Enter looks in the project."""

    entered = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(self.text())
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.parentWidget().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)


class Bar(QFrame):
    """One line; what needs a project is hidden until there is one. Where there is no room for all of it the method's
    buttons go first, which are in the menus, then the project's name, then the find field becomes a button."""

    tab_wanted = Signal(int)
    find_wanted = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setObjectName("bar")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sign, self.name = QLabel(self), ElidedLabel(self)
        self.tabs = Tabs(self)
        for _ in (CODE, THEMES, ANALYSE, REPORT):
            self.tabs.addTab("")
        self.tabs.tabBarClicked.connect(self._clicked)
        self.tabs.currentChanged.connect(self.tab_wanted)
        self.find = _Find(self)
        self.find.entered.connect(self.find_wanted)
        FieldIcon("search", self.find)
        self.find_button = self._make_button("find_all")  # stands for the field
        self._open = False  # whether there is a project
        self._buttons: list[QToolButton] = []
        self._foremost: list[QToolButton] = []  # of the commands that the study's method works with most
        row = QHBoxLayout(self)
        row.addWidget(self._sign)
        row.addWidget(self.name)
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(self.find, 100)
        row.addWidget(self.find_button)
        for identity in ("undo", "redo", "history", "segments"):
            button = self._make_button(identity)
            self._buttons.append(button)
            row.addWidget(button)
        look().follow(self._take_look)
        self.speak()
        self._take_look()
        self.show_project("")

    def _make_button(self, identity: str) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(self._actions[identity])
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return button

    def _clicked(self, number: int) -> None:
        if number >= 0:
            self.tab_wanted.emit(number)

    def speak(self) -> None:
        """Write the words anew, in another language or with other keys."""
        for number, identity in enumerate(("tab_code", "tab_themes", "tab_analyse", "tab_report")):
            self.tabs.setTabText(number, self._actions[identity].text())
            self.tabs.setTabToolTip(number, self._actions[identity].toolTip())
        self.tabs.setAccessibleName(self.tr("Views"))
        key = self._actions["find_all"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        name = self.tr("Find in project")
        self.find.setPlaceholderText(name)
        self.find.setAccessibleName(name)
        self.find.setToolTip(f"{name} ({key})" if key else name)
        for button in (self.find_button, *self._buttons):
            button.setAccessibleName(button.defaultAction().text())
        self._suit()

    @staticmethod
    def _size(button: QToolButton) -> None:
        px = look().px
        button.setIconSize(QSize(px(16), px(16)))
        button.setFixedSize(px(32), px(32))

    def bring_forward(self, identities: tuple[str, ...]) -> None:
        """Give commands buttons of their own beside undo and redo."""
        for button in self._foremost:
            self._buttons.remove(button)
            button.deleteLater()
        self._foremost = [self._make_button(identity) for identity in identities]
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        for button in self._foremost:
            row.insertWidget(row.indexOf(self._buttons[0]), button)
            self._size(button)
            button.setAccessibleName(button.defaultAction().text())
        self._buttons += self._foremost
        self._suit()

    def show_project(self, name: str) -> None:
        """The project's name, or that none is open."""
        self._open = bool(name)
        self.name.setText(name or "qualcode")
        self._sign.setToolTip(name)
        self._suit()

    # ── what there is room for ──
    def minimumSizeHint(self) -> QSize:
        return QSize(0, look().px(HEIGHT))  # of what does not fit, some parts are hidden

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._suit()

    def _suit(self) -> None:
        """Show what there is room for; the tabs are always whole."""
        px = look().px
        kept = [button for button in self._buttons if button not in self._foremost]
        name = min(self.name.sizeHint().width(), px(NAME))
        gives_way: list[tuple[list[QWidget], int]] = [
            (list(self._foremost), px(32)),
            ([self.name], name),
            ([self.find], px(LEAST_FIND)),
            ([self._sign], px(16)),
            (list(kept), px(32)),
        ]
        self.tabs.pad(PADDING)
        shown = [part for parts, _ in gives_way for part in parts]
        if self._open:
            gap, edges = self.layout().spacing(), self.layout().contentsMargins()
            room = self.width() - edges.left() - edges.right() - self._tabs_width()
            need = sum(len(parts) * (width + gap) for parts, width in gives_way)
            for parts, width in gives_way:
                if need <= room:
                    break
                if parts == kept:  # before undo and redo the tabs come closer to one another
                    self.tabs.pad(TIGHT_PADDING)
                    room = self.width() - edges.left() - edges.right() - self._tabs_width()
                    if need <= room:
                        break
                shown = [part for part in shown if part not in parts]
                need -= len(parts) * (width + gap)
                if parts == [self.find]:
                    need += px(32) + gap
        self.tabs.setVisible(self._open)
        self.name.setVisible(not self._open or self.name in shown)
        self.find_button.setVisible(self._open and self.find not in shown)
        for part in (self.find, self._sign, *self._buttons):
            part.setVisible(self._open and part in shown)

    def _tabs_width(self) -> int:
        return sum(self.tabs.tabSizeHint(number).width() for number in range(self.tabs.count()))

    def _take_look(self) -> None:
        px, tokens = look().px, look().current
        self.setFixedHeight(px(HEIGHT))
        self.layout().setContentsMargins(px(16), 0, px(8), 0)
        self.layout().setSpacing(px(8))
        self.setStyleSheet(
            f"QFrame#bar {{ background: {tokens.window}; border: 0; "
            f"border-bottom: {tokens.edge}px solid {tokens.line}; }}"
        )
        self._sign.setPixmap(icon("book").pixmap(px(16), px(16)))
        self.name.setFont(look().font(BODY, bold=True))
        self.find.setMaximumWidth(px(FIND))
        self.find.setMinimumWidth(px(LEAST_FIND))
        for button in (self.find_button, *self._buttons):
            self._size(button)
        self.tabs.updateGeometry()
        self._suit()
