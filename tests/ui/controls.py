"""A walk through the window that looks at every control: whether it has a name and a way by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from ui.conftest import press, settled

from qualcode.ui.commands.palette import Palette
from qualcode.ui.maps.add_popup import AddPopup
from qualcode.ui.memos.links import LinkPopup
from qualcode.ui.reader.code_panel import CodePanel
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTabBar,
    QTextEdit,
)
# pieces Qt builds a control of: the control itself is what people meet
PIECES = (QAbstractSpinBox, QCalendarWidget, QComboBox, QHeaderView, QLineEdit, QMenuBar, QTabBar)
NO_CONTROLS = (QDialogButtonBox, QHeaderView, QLabel, QScrollBar)
# the field above these lists keeps the focus and hands them the arrow keys
LED_BY_A_FIELD = (Palette, CodePanel, LinkPopup, AddPopup)


class Walk:
    """What was seen, and what was wrong with it."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window
        self.seen: set[type] = set()
        self.faults: dict[str, str] = {}

    @property
    def workspace(self) -> Workspace:
        assert self.window.workspace is not None
        return self.window.workspace

    def look(self, place: str) -> None:
        """Wait until everything is there, and look at all that can be seen."""
        if self.window.workspace is not None:
            settled(self.qtbot, self.workspace)
        for top in QApplication.topLevelWidgets():
            if top.isVisible():
                for widget in (top, *top.findChildren(QWidget)):
                    if widget.isVisible():
                        self.seen.update(type(widget).__mro__)
                        self._judge(widget, place)

    def press(self, command: str) -> None:
        press(self.qtbot, self.window, command)
        self.look(command)

    def shut(self) -> None:
        """Close what stands over the window."""
        for top in QApplication.topLevelWidgets():
            if top.isVisible() and top is not self.window and isinstance(top, QDialog | QFrame | QMenu):
                top.close()
        self.window.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is self.window)
        settled(self.qtbot, self.workspace)

    def key(self, key: Qt.Key) -> None:
        """Press a key where the focus is."""
        self.qtbot.keyClick(focus(), key)

    def opens(self, command: str) -> None:
        """A command that opens something: look at it, and close it."""
        self.press(command)
        self.shut()

    def _judge(self, widget: QWidget, place: str) -> None:
        if not is_control(widget):
            return
        which = f"{type(widget).__module__.rpartition('.')[2]}.{type(widget).__name__} {trail(widget)}"
        if not any(letter.isalpha() for letter in name(widget)):
            self.faults.setdefault(f"no name: {which}", place)
        if not reachable(widget):
            self.faults.setdefault(f"no key: {which}", place)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def trail(widget: QWidget) -> str:
    """Where in the program a widget stands: who holds it, what it says."""
    above, names = widget.parentWidget(), []
    while above is not None and len(names) < 3:
        if type(above).__module__.startswith("qualcode"):
            names.append(type(above).__name__)
        above = above.parentWidget()
    return f"in {'/'.join(names)}, named {name(widget)!r}, tip {widget.toolTip()!r}"


def is_control(widget: QWidget) -> bool:
    """Whether people press it, write in it or choose from it. Words that may be selected are no control."""
    above = widget.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, PIECES):
            return False
        above = above.parentWidget()
    if isinstance(above, QFileDialog) or isinstance(widget, NO_CONTROLS):
        return False
    if widget.metaObject().className() == "QTableCornerButton":  # chooses all cells, as Ctrl+A does
        return False
    takes_focus = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
    bare = type(widget) in (QScrollArea, QAbstractScrollArea)  # moves with what stands in it
    return isinstance(widget, CONTROLS) or (takes_focus and not widget.isWindow() and not bare)


def name(widget: QWidget) -> str:
    """What a screen reader calls it. A box of choices would pass for what is chosen in it, so its own name counts."""
    if isinstance(widget, QComboBox) and widget.accessibleName():
        return widget.accessibleName()
    told = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    if isinstance(widget, QComboBox) and told == widget.currentText():
        return ""
    return told


def reachable(widget: QWidget) -> bool:
    """Whether the keyboard comes to it, or a key does the same."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return True
    if isinstance(widget, QAbstractButton) and not widget.shortcut().isEmpty():
        return True
    if isinstance(widget, QRadioButton):  # of several the chosen one has the focus, and arrows lead to the others
        return any(one.isChecked() for one in widget.parentWidget().findChildren(QRadioButton))
    if isinstance(widget, QAbstractItemView) and isinstance(widget.parentWidget(), LED_BY_A_FIELD):
        return True
    acts = widget.actions() + ([widget.defaultAction()] if isinstance(widget, QToolButton) else [])
    return any(act is not None and not act.shortcut().isEmpty() for act in acts)
