"""A part of an inspector: a line with its title and at most two buttons, and what stands below it."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from ..icons import icon
from ..look import META, Look
from ..views.ground import Words


class Section(QWidget):
    """Title, buttons, body."""

    def __init__(self, look: Look, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.title = Words(look, META, "ink2", bold=True, parent=self)
        self.title.setText(title)
        self._buttons: list[QToolButton] = []
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addLayout(self._head)
        look.follow(self._take_look)
        self._take_look()

    def add(self, widget: QWidget) -> QWidget:
        """Put something below the title."""
        self.body.addWidget(widget)
        return widget

    def button(self, picture: str, name: str, then: Callable[[], object]) -> QToolButton:
        """A button at the end of the title's line."""
        button = self._button(picture, name)
        button.clicked.connect(lambda _on=False: then())
        return button

    def menu_button(self, name: str, menu: QMenu) -> QToolButton:
        """A button that opens a menu."""
        button = self._button("more", name)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _button(self, picture: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(picture))
        button.setToolTip(name)
        button.setAccessibleName(name)
        self._head.addWidget(button)
        self._buttons.append(button)
        self._take_look()
        return button

    def _take_look(self) -> None:
        px = self._look.px
        self.body.setSpacing(px(4))
        self._head.setSpacing(px(2))
        for button in self._buttons:
            button.setIconSize(QSize(px(16), px(16)))
            button.setFixedSize(px(28), px(28))
