"""Signing off the codebook or a map as it is now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ...app.sign_offs import sign_off
from ...domain.errors import QualcodeError
from ...domain.history import Step
from ...domain.named_versions import NamedVersion
from ...domain.theme_maps import ThemeMap
from ...store.reading import Reading
from ..bridge import Bridge
from ..look import META, TITLE, look, resize
from ..parts.form_area import FormArea
from ..translation import say
from ..views.ground import Words


class SignDialog(QDialog):
    """Who signs what, with which words."""

    said = Signal(str, object)  # a sentence for a toast, the number of the step to undo

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bridge = bridge
        px = look().px
        self.setWindowTitle(self.tr("Sign off"))
        self.title = Words(look(), TITLE, bold=True, parent=self)
        self.title.setText(self.tr("Sign off this version"))
        self.told = Words(look(), META, role="ink2", wrap=True, parent=self)
        self.told.setText(self.tr("It is kept with the state as it is now; later changes do not touch it."))
        self.what = QComboBox(self)
        self.what.addItem(self.tr("The codebook"), None)
        self.what.setAccessibleName(self.tr("What is signed off"))
        self.signer = QLineEdit(bridge.project.coder, self)
        self.signer.setAccessibleName(self.tr("Who signs"))
        self.version = QLineEdit(self)
        self.version.setPlaceholderText(self.tr("May stay empty"))
        self.version.setAccessibleName(self.tr("Name of the version"))
        self.statement = QPlainTextEdit(self)
        self.statement.setPlainText(self.tr("I have read this version and agree with it."))
        self.statement.setAccessibleName(self.tr("Statement"))
        self.statement.setTabChangesFocus(True)
        self.statement.setFixedHeight(px(84))
        self.problem = Words(look(), role="danger", wrap=True, parent=self)
        self.problem.hide()
        self.buttons = QDialogButtonBox(self)
        self.sign = self.buttons.addButton(self.tr("Sign off"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.sign.setProperty("kind", "filled")
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self._sign)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("What"), self.what)
        form.addRow(self.tr("Who"), self.signer)
        form.addRow(self.tr("Name of the version"), self.version)
        form.addRow(self.tr("Statement"), self.statement)
        down = QVBoxLayout(self)
        down.setContentsMargins(*[px(16)] * 4)
        down.setSpacing(px(8))
        for part in (self.title, self.told):
            down.addWidget(part)
        self._fields = FormArea(form, px(96), self)
        down.addWidget(self._fields)
        down.addWidget(self.problem)
        down.addStretch(1)
        down.addWidget(self.buttons)
        resize(self, px(520), self.sizeHint().height())
        self.signer.textChanged.connect(lambda _text: self._check())

        def question(read: Reading) -> tuple[list[ThemeMap], str]:
            number = read.last_step()[0]
            versions: list[NamedVersion] = read.where("named_version")
            return read.where("theme_map"), next((one.name for one in versions if one.step == number), "")

        bridge.ask(question, self._arrived)

    def _arrived(self, found: tuple[list[ThemeMap], str]) -> None:
        maps, name = found
        for one in maps:
            self.what.addItem(self.tr("The map “{name}”").replace("{name}", one.name), one.id)
        if name:
            self.version.setText(name)
            self.version.setEnabled(False)

    def _check(self) -> None:
        self.sign.setEnabled(bool(self.signer.text().strip()) and not self._fields.locked)

    def _lock(self, locked: bool) -> None:
        self._fields.lock(locked)
        self._check()

    def _sign(self) -> None:
        if not self.sign.isEnabled():
            return
        about = self.what.currentData()
        self.problem.hide()
        self._lock(True)  # a second press would sign twice
        self._bridge.act(
            sign_off,
            "codebook" if about is None else "map",
            about,
            signer=self.signer.text(),
            statement=self.statement.toPlainText(),
            version=self.version.text(),
            then=self._signed,
            failed=self._failed,
        )

    def _signed(self, _made: object, step: Step | None) -> None:
        self.said.emit(self.tr("Signed off."), step.number if step else None)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._lock(False)
        if isinstance(error, QualcodeError):
            self.problem.setText(say(error))
            self.problem.show()
        else:
            self._bridge.failed.emit(error)
