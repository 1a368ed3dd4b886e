"""Which method the study follows: chosen when a project is made, and later, with what each one changes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ...domain.methods import BY_KEY, PROFILES
from ..look import META, TITLE, look, resize
from ..translation import say
from ..views.ground import Words


class MethodDialog(QDialog):
    """One choice of six; `chosen` is the key of the method, "" for none. `making`: for a project that is to be made."""

    def __init__(self, present: str, parent: QWidget | None = None, making: bool = False) -> None:
        super().__init__(parent)
        self._present, self._making = present, making
        self.setWindowTitle(self.tr("New project") if making else self.tr("Method"))
        self.title = Words(look(), TITLE, bold=True, parent=self)
        self.title.setText(self.tr("How will you work?") if making else self.tr("How do you work?"))
        self.words = Words(look(), role="ink2", wrap=True, parent=self)
        self.words.setText(
            self.tr(
                "The method decides what is offered first and what is explained. It closes nothing off and changes "
                "nothing that is there; you can change it at any time."
            )
        )
        self.about = QTextBrowser(self)
        self.about.setAccessibleName(self.tr("What this method is and what it changes"))
        self.about.setOpenLinks(False)
        self.choices: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.use = QPushButton(self.tr("Make the project") if making else self.tr("Use this method"), self)
        self.use.setProperty("kind", "filled")  # before the box polishes it
        buttons.addButton(self.use, QDialogButtonBox.ButtonRole.AcceptRole)
        self.use.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        px = look().px
        left = QVBoxLayout()
        left.setSpacing(px(4))
        for key in (*BY_KEY, ""):
            choice = QRadioButton(self.title_of(key), self)
            choice.toggled.connect(lambda on, key=key: self._show(key) if on else None)
            self._group.addButton(choice)
            self.choices[key] = choice
            left.addWidget(choice)
        left.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addLayout(left)
        row.addWidget(self.about, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(*[px(16)] * 4)
        down.setSpacing(px(12))
        down.addWidget(self.title)
        down.addWidget(self.words)
        down.addLayout(row, 1)
        down.addWidget(buttons)
        resize(self, px(780), px(560))
        self.choices[present if present in BY_KEY else ""].setChecked(True)
        self._checked().setFocus(Qt.FocusReason.OtherFocusReason)

    def title_of(self, key: str) -> str:
        """What a method is called."""
        if key in BY_KEY:
            return say(BY_KEY[key].name)
        return self.tr("Decide later") if self._making else self.tr("None yet")

    def _checked(self) -> QRadioButton:
        return self.choices[self.chosen]

    @property
    def chosen(self) -> str:
        """The key of the method that is chosen."""
        return next((key for key, choice in self.choices.items() if choice.isChecked()), "")

    def _show(self, key: str) -> None:
        method = next((one for one in PROFILES if one.key == key), None)
        self.use.setEnabled(self._making or key != self._present)
        tokens, px = look().current, look().px
        if method is None:
            none = self.tr("Everything is offered alike. You can choose a method later in the Project menu.")
            self.about.setHtml(f"<p style='color: {tokens.ink};'>{none}</p>")
            return
        changes = "".join(f"<li>{say(line)}</li>" for line in method.changes)
        heading = self.tr("What it changes")
        references = "".join(f"<p>{line.replace('&', '&amp;')}</p>" for line in method.references)
        self.about.setHtml(
            f"<div style='color: {tokens.ink};'><p>{say(method.about)}</p>"
            f"<p><b>{heading}</b></p><ul>{changes}</ul></div>"
            f"<div style='color: {tokens.ink2}; font-size: {px(META)}px;'>{references}</div>"
        )
