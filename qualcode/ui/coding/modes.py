"""Two ways of coding without asking each time: one code for every selection, a new code for every selection."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication

from ...domain.history import Step
from ..commands.actions import Actions
from ..marks import mark_icon
from ..reader.code_panel import CODE, NEW
from .mode_bar import ModeBar

if TYPE_CHECKING:
    from .coding_tab import CodingTab

OFF, ONE_CODE, OPEN = "", "one code", "open coding"
_WATCHED = (
    QEvent.Type.FocusIn,
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
    QEvent.Type.ShortcutOverride,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseButtonRelease,
)
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Control, Qt.Key.Key_Meta)


class Modes(QObject):
    """Watches the text: a selection is made when the mouse, or the key that extended it, is let go.

    A selection that came otherwise (a passage gone to, a hit shown) is not one somebody made: Enter takes it.
    """

    def __init__(self, tab: "CodingTab", bar: ModeBar, actions: Actions) -> None:
        super().__init__(tab)
        self._tab, self._bar, self._actions = tab, bar, actions
        self.mode = OFF
        self.code: UUID | None = None
        self._choosing = False
        self._moving = False  # a selection is being made by hand
        self._rest: tuple[int, int] | None = None  # the selection nobody made just now
        # a double click may still become a third one
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._made)
        self._again = False
        view = tab.reader.view
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        tab.reader.selection_changed.connect(self._selected)
        tab.flow.panel.chosen.connect(self._chose)
        tab.flow.panel.closed.connect(self._not_chosen)
        tab.bridge.followed.connect(self._stepped)
        bar.ended.connect(self.end)
        bar.other_wanted.connect(self._choose)
        self._show()

    # ── beginning and ending ──
    def toggle_one_code(self) -> None:
        """Ask for the code that every selection gets from now on, or end that."""
        if self.mode == ONE_CODE:
            self.end()
        else:
            self._choose()
        self._show()

    def toggle_open_coding(self) -> None:
        """Ask for a new code at every selection from now on, or end that."""
        if self.mode == OPEN:
            self.end()
        else:
            self._begin(OPEN, None)

    def start_one_code(self, code: UUID) -> None:
        """Give every selection this code from now on; what is selected gets it, too."""
        self._begin(ONE_CODE, code)

    def _begin(self, mode: str, code: UUID | None) -> None:
        self._tab.editing.leave()
        self.mode, self.code = mode, code
        self._tab.flow.purpose = NEW if mode == OPEN else CODE
        self._show()
        self._tab.announced.emit(self._words())
        if self._tab.reader.selection is not None:
            self._made()

    def end(self) -> None:
        """Back to asking for a code only when one is wanted."""
        if self.mode != OFF:
            self.mode, self.code = OFF, None
            self._tab.flow.purpose = CODE
            self._later.stop()
            self._show()
            self._tab.announced.emit(self.tr("Every selection waits for its code again."))
            self._tab.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        self._choosing = True
        self._tab.flow.choose_code()

    def _chose(self, code: UUID) -> None:
        if self._choosing:
            self._choosing = False
            self.start_one_code(code)

    def _not_chosen(self) -> None:
        # the panel closes before it says what was chosen
        QTimer.singleShot(0, self, self._forget_choice)

    def _forget_choice(self) -> None:
        if not self._tab.flow.panel.isVisible():
            self._choosing = False

    # ── saying so ──
    def _words(self) -> str:
        if self.mode == OPEN:
            return self.tr("Open coding: every selection asks for a new code")
        found = self._tab.codebook.by_id.get(self.code) if self.code is not None else None
        return self.tr("“{name}” for every selection").replace("{name}", found.name if found else "")

    def check_actions(self) -> None:
        """Let the menu say which mode this document is in, if it is the one that commands are meant for."""
        if not self._tab.tools.in_use:
            return
        self._actions["one_code"].setChecked(self.mode == ONE_CODE)
        self._actions["open_coding"].setChecked(self.mode == OPEN)

    def _show(self) -> None:
        self.check_actions()
        if self.mode == OFF:
            self._bar.hide()
            return
        found = self._tab.codebook.by_id.get(self.code) if self.code is not None else None
        mark = mark_icon(found.color, found.kind, self._tab.look.current.dark) if found is not None else None
        self._bar.show_mode(self._words(), mark, self.mode == ONE_CODE)

    def _stepped(self, step: Step) -> None:
        if self.mode == ONE_CODE and step.touches("code"):
            QTimer.singleShot(0, self, self._check)

    def _check(self) -> None:
        if self.code is not None and self._tab.document is not None and self.code not in self._tab.codebook.by_id:
            self.end()
        else:
            self._show()

    # ── a selection is made ──
    def by_hand(self, change: Callable[[], None]) -> None:
        """Change the selection in a way that counts as making one, once the keys are let go."""
        self._moving = True
        change()

    def _selected(self, start: int, end: int) -> None:
        if not self._moving:
            self._rest = (start, end) if start < end else None

    def _let_go(self, later: bool = False) -> None:
        if self._moving:
            self._moving = False
            selection = self._tab.reader.selection
            if self.mode != OFF and selection is not None and selection != self._rest:
                self._later.start(QApplication.doubleClickInterval() if later else 0)
            self._rest = selection

    def _made(self) -> None:
        """Code what is selected, or ask for its new code."""
        tab = self._tab
        selection = tab.reader.selection
        if self.mode == OFF or selection is None or tab.flow.panel.isVisible() or not tab.reader.view.isReadOnly():
            return
        if self.mode == OPEN:
            tab.flow.open_panel()
        elif self.code is not None and self.code in tab.codebook.by_id:
            tab.flow.apply(self.code, tab.reader.view.words.whole(*selection))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _WATCHED:  # most of them, and those of a text that is being taken down
            return False
        if kind == QEvent.Type.FocusIn:
            self.check_actions()  # of two documents side by side each has its own mode
        if self.mode == OFF or not self._tab.reader.view.isReadOnly():  # while the text is edited, keys write
            self._moving = False
            return False
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
                self._later.stop()
                self._again = kind == QEvent.Type.MouseButtonDblClick
                self._moving = True
            elif kind == QEvent.Type.MouseButtonRelease:
                # after the text has dealt with it
                QTimer.singleShot(0, self, lambda: self._let_go(self._again))
        elif isinstance(event, QKeyEvent) and watched is self._tab.reader.view:
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            if event.key() not in _MODIFIERS:
                self._moving = False  # unless this key makes a selection, too
        elif event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.end()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._tab.reader.selection is not None:
                self._made()
                return True
            extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and event.key() not in _MODIFIERS
            if event.matches(QKeySequence.StandardKey.SelectAll) or (extends and not event.text().strip()):
                self._moving = True
        elif event.type() == QEvent.Type.KeyRelease and event.key() in _MODIFIERS and not event.isAutoRepeat():
            self._let_go()
        return False
