"""The 24 colours of codes to choose from, each with its mark."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QToolButton, QWidget

from ...domain.palette import PALETTE
from ..look import Look
from ..marks import mark_icon

# the names of the palette, for the translators
_NAMES = (
    QT_TRANSLATE_NOOP("colours", "blue"),
    QT_TRANSLATE_NOOP("colours", "ochre"),
    QT_TRANSLATE_NOOP("colours", "pine"),
    QT_TRANSLATE_NOOP("colours", "coral"),
    QT_TRANSLATE_NOOP("colours", "plum"),
    QT_TRANSLATE_NOOP("colours", "cyan"),
    QT_TRANSLATE_NOOP("colours", "moss"),
    QT_TRANSLATE_NOOP("colours", "ruby"),
    QT_TRANSLATE_NOOP("colours", "indigo"),
    QT_TRANSLATE_NOOP("colours", "lime"),
    QT_TRANSLATE_NOOP("colours", "oxblood"),
    QT_TRANSLATE_NOOP("colours", "teal"),
    QT_TRANSLATE_NOOP("colours", "lavender"),
    QT_TRANSLATE_NOOP("colours", "umber"),
    QT_TRANSLATE_NOOP("colours", "rose"),
    QT_TRANSLATE_NOOP("colours", "slate"),
    QT_TRANSLATE_NOOP("colours", "rust"),
    QT_TRANSLATE_NOOP("colours", "jade"),
    QT_TRANSLATE_NOOP("colours", "violet"),
    QT_TRANSLATE_NOOP("colours", "mustard"),
    QT_TRANSLATE_NOOP("colours", "navy"),
    QT_TRANSLATE_NOOP("colours", "wine"),
    QT_TRANSLATE_NOOP("colours", "azure"),
    QT_TRANSLATE_NOOP("colours", "mauve"),
)
_ACROSS = 8
_STEPS = {Qt.Key.Key_Up: -_ACROSS, Qt.Key.Key_Down: _ACROSS, Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class PalettePopup(QFrame):
    """Three rows of eight: circles, squares, diamonds. Arrow keys move, Enter takes."""

    chose = Signal(str)  # #RRGGBB

    def __init__(self, look: Look, current: str, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("palette")
        self.setAccessibleName(self.tr("Colours"))
        px = look.px
        self.setStyleSheet(
            f"#palette {{ background: {look.current.raised};"
            f" border: {look.current.edge}px solid {look.current.line2}; }}"
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(px(8), px(8), px(8), px(8))
        grid.setSpacing(px(2))
        self.buttons: list[QToolButton] = []
        for number, (swatch, title) in enumerate(zip(PALETTE, _NAMES, strict=True)):
            button = QToolButton(self)
            button.setIcon(mark_icon(swatch.light, kind, look.current.dark, px(20)))
            button.setIconSize(QSize(px(20), px(20)))
            button.setFixedSize(px(32), px(32))
            name = QCoreApplication.translate("colours", title)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.setCheckable(True)
            button.setChecked(swatch.light == current.upper())
            button.clicked.connect(lambda _checked, color=swatch.light: self._take(color))
            grid.addWidget(button, number // _ACROSS, number % _ACROSS)
            self.buttons.append(button)
        chosen = next((button for button in self.buttons if button.isChecked()), self.buttons[0])
        chosen.setFocus()

    def _take(self, color: str) -> None:
        self.close()
        self.chose.emit(color)

    def open_at(self, place: QPoint) -> None:
        """Show it with its top left corner at a global place."""
        self.move(place)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() in _STEPS and focused in self.buttons:
            wanted = self.buttons.index(focused) + _STEPS[Qt.Key(event.key())]
            if 0 <= wanted < len(self.buttons):
                self.buttons[wanted].setFocus(Qt.FocusReason.TabFocusReason)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and focused in self.buttons:
            focused.click()
            return
        super().keyPressEvent(event)
