"""The strip at the top of a panel: its title and at most three icons, the rest under “⋯”."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from ..icons import icon
from ..look import META, Look
from ..parts.elided import ElidedLabel

HEIGHT = 36


class PanelHeader(QWidget):
    """36 px: title, buttons. A dock may use it as its title bar."""

    def __init__(
        self,
        title: str,
        look: Look,
        parent: QWidget | None = None,
        cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._buttons: list[QToolButton] = []
        self._title = ElidedLabel(self, cut)
        self._title.setText(title)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._title, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.follow(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        """A dock takes its title bar's height from here."""
        return QSize(super().sizeHint().width(), self._look.px(HEIGHT))

    def set_title(self, title: str) -> None:
        """Show another title; it is cut where it is too long, and whole in the tip."""
        self._title.setText(title)

    def title(self) -> str:
        """What the title says."""
        return self._title.text()

    def add(self, action: QAction) -> QToolButton:
        """A button for an action that has an icon."""
        button = self._button()
        button.setDefaultAction(action)
        button.setAccessibleName(action.text().replace("&", ""))
        return button

    def add_menu(self, name: str, menu: QMenu, picture: str = "more") -> QToolButton:
        """A button that opens a menu."""
        button = self._button()
        button.setIcon(icon(picture))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._buttons.append(button)
        self._row.addWidget(button)
        self._size(button)
        return button

    def _size(self, button: QToolButton) -> None:
        px = self._look.px
        button.setIconSize(QSize(px(16), px(16)))
        button.setFixedSize(px(28), px(28))

    def _dress(self) -> None:
        px = self._look.px
        self._title.setFont(self._look.font(META, bold=True))
        palette = self._title.palette()
        palette.setColor(self._title.foregroundRole(), self._look.color("ink2"))
        self._title.setPalette(palette)
        self._row.setContentsMargins(px(12), 0, px(8), 0)
        self._row.setSpacing(px(4))
        self.setFixedHeight(px(HEIGHT))
        ground = self.palette()
        ground.setColor(ground.ColorRole.Window, self._look.color("panel"))
        self.setPalette(ground)
        self.setAutoFillBackground(True)
        for button in self._buttons:
            self._size(button)


def tip(action: QAction) -> None:
    """Give an action the tooltip “name (shortcut)”."""
    name = action.text().replace("&", "").rstrip("…")
    keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
    action.setToolTip(f"{name} ({keys})" if keys else name)
