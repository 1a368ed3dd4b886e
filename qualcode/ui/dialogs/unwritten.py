"""Words that were typed and are not in the project: read, write again, save as a document, copy, or let go."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...app.unwritten import Unwritten
from ...domain.documents import Document
from ...domain.history import Step
from ..editing.unwritten import UnwrittenWords
from ..look import TITLE, look, resize


class UnwrittenDialog(QDialog):
    """One text at a time. Closing it lets nothing go: that takes a button of its own, pressed twice."""

    def __init__(
        self,
        words: UnwrittenWords,
        said: Callable[[str, object], object],
        show_document: Callable[[UUID], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Typed, but not written"))
        self._words, self._said, self._show_document, self._sure = words, said, show_document, False
        px = look().px
        self.title = QLabel(self)
        self.title.setFont(look().font(TITLE, bold=True))
        self.title.setWordWrap(True)
        self.which = QComboBox(self)
        self.which.setAccessibleName(self.tr("Which text"))
        self.which.currentIndexChanged.connect(lambda _row: self._show())
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.hint = QLabel(self)
        self.hint.setWordWrap(True)
        self.hint.setText(self.tr("It is kept on this computer until it is written or you let it go."))
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("What was typed"))
        self.again = QPushButton(self.tr("Write it again"), self)
        self.again.setProperty("kind", "filled")
        self.again.setToolTip(self.tr("Into its document, where the words around it stand now"))
        self.apart = QPushButton(self.tr("Save as a new document"), self)
        self.copy = QPushButton(self.tr("Copy"), self)
        self.drop = QPushButton(self.tr("Let it go"), self)
        self.drop.setProperty("kind", "quiet")
        self.shut = QPushButton(self.tr("Close"), self)
        for button, run in (
            (self.again, self._again),
            (self.apart, self._apart),
            (self.copy, self._copy),
            (self.drop, self._drop),
            (self.shut, self.close),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(run)
        self._lay_out()
        words.changed.connect(self._fill)
        resize(self, px(600), px(440))
        self._fill()
        self.again.setFocus()

    def _lay_out(self) -> None:
        px = look().px
        ways = QGridLayout()  # two rows: in large letters one would be wider than the screen
        ways.setSpacing(px(8))
        ways.addWidget(self.again, 0, 0)
        ways.addWidget(self.apart, 0, 1)
        ways.addWidget(self.copy, 0, 2)
        foot = QHBoxLayout()
        foot.addWidget(self.drop)
        foot.addStretch(1)
        foot.addWidget(self.shut)
        down = QVBoxLayout(self)
        down.setContentsMargins(px(24), px(24), px(24), px(16))
        down.setSpacing(px(12))
        for part in (self.title, self.which, self.problem, self.hint):
            down.addWidget(part)
        down.addWidget(self.text, 1)
        down.addLayout(ways)
        down.addLayout(foot)

    def _fill(self) -> None:
        here = self.which.currentData()
        self.which.blockSignals(True)
        self.which.clear()
        for one in self._words.kept:
            self.which.addItem(one.name, one.key)
        self.which.setCurrentIndex(max(0, self.which.findData(here)))
        self.which.blockSignals(False)
        self.which.setVisible(self.which.count() > 1)
        if self._words.kept:
            self._show()
        else:
            self.close()

    @property
    def _chosen(self) -> Unwritten | None:
        return next((one for one in self._words.kept if one.key == self.which.currentData()), None)

    def _show(self) -> None:
        one = self._chosen
        if one is None:
            return
        self._sure = False
        self.drop.setText(self.tr("Let it go"))
        self.title.setText(self.tr("What was typed into “{name}” is not written").replace("{name}", one.name))
        problem = self._words.problem(one)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.text.setPlainText(one.words or self.tr("Words were only deleted."))
        for button in (self.again, self.apart, self.drop):
            button.setEnabled(not self._words.busy(one))

    def _again(self) -> None:
        one = self._chosen
        if one is None:
            return

        say, said = self._said, self.tr("Written into “{name}”.").replace("{name}", one.name)

        def written(_made: Document, step: Step | None) -> None:
            say(said, step.number if step else None)

        self._words.retry(one, written)

    def _apart(self) -> None:
        one = self._chosen
        if one is None:
            return
        say, show = self._said, self._show_document
        there = self.tr("The project has a document with that text already.")
        saved = self.tr("Saved as “{name}”.")

        def written(made: Document | None, step: Step | None) -> None:
            if made is None:
                say(there, None)
            else:
                say(saved.replace("{name}", made.name), step.number if step else None)
                show(made.id)

        self._words.save_apart(one, written)

    def _copy(self) -> None:
        one = self._chosen
        if one is not None:
            QGuiApplication.clipboard().setText(one.words or one.text)
            self._said(self.tr("Copied."), None)

    def _drop(self) -> None:
        one = self._chosen
        if one is not None and self._sure:
            self._words.forget(one)
        elif one is not None:
            self._sure = True
            self.drop.setText(self.tr("Let it go for good?"))
