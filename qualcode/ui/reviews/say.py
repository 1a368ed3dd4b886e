"""Something said in the program: a comment, a mark or a suggestion about what is chosen."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
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

from ...app import reviews as actions
from ...domain.codebook import Code, Codebook
from ...domain.codebook_diff import FIELD_NAMES
from ...domain.errors import QualcodeError
from ...domain.history import Step
from ...domain.reviews import MARKS
from ...domain.theme_maps import Relation
from ...store.reading import Reading
from ..bridge import Bridge
from ..look import META, TITLE, look, resize
from ..parts.form_area import FormArea
from ..translation import say
from ..views.ground import Words

Subject = tuple[str, UUID | None, str]  # kind and id of what it is about, and how that is called


class SayDialog(QDialog):
    """What about, what sort of remark, and its words."""

    said = Signal(str, object)  # a sentence for a toast, the number of the step to undo

    def __init__(self, bridge: Bridge, subjects: Sequence[Subject], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._book: Codebook | None = None
        self._carried: list[Code] = []  # the codes of the chosen passage
        self._relation: Relation | None = None
        self.setWindowTitle(self.tr("New remark"))
        self._asked_about = 0
        self._drafts: dict[str, str] = {}  # what is written of the parts of a code, by part
        self._part = ""  # the part whose words are shown
        self._make(subjects)
        self._lay_out()
        self.about.currentIndexChanged.connect(lambda _index: self._look_up())
        self.what.currentIndexChanged.connect(lambda _index: self._show_fields())
        self.field.currentIndexChanged.connect(lambda _index: self._change_part())
        for words in (self.text.textChanged, self.words.textChanged, self.name.textChanged):
            words.connect(lambda *_: self._check())
        self._sort: str | None = None  # of remark that was chosen
        self._look_up()

    def _make(self, subjects: Sequence[Subject]) -> None:
        self.title = Words(look(), TITLE, bold=True, parent=self)
        self.title.setText(self.tr("New remark"))
        self.told = Words(look(), META, role="ink2", wrap=True, parent=self)
        self.told.setText(self.tr("It stands in the reviews, under your name."))
        self.about = QComboBox(self)
        self.about.setAccessibleName(self.tr("About"))
        for kind, key, words in subjects:
            self.about.addItem(words, (kind, key))
        self.what = QComboBox(self)
        self.what.setAccessibleName(self.tr("What"))
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("New name"))
        self.source = QComboBox(self)
        self.source.setAccessibleName(self.tr("Instead of"))
        self.target = QComboBox(self)
        self.target.setAccessibleName(self.tr("Where to"))
        self.field = QComboBox(self)
        self.field.setAccessibleName(self.tr("Which part"))
        self.words = QPlainTextEdit(self)
        self.words.setAccessibleName(self.tr("In these words"))
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName(self.tr("Comment"))
        for area in (self.words, self.text):
            area.setTabChangesFocus(True)
            area.setFixedHeight(look().px(84))
        self.problem = Words(look(), role="danger", wrap=True, parent=self)
        self.problem.hide()
        self.buttons = QDialogButtonBox(self)
        self.add = self.buttons.addButton(self.tr("Add it"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.add.setProperty("kind", "filled")
        self.add.setEnabled(False)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self._add)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        px = look().px
        self.form = QFormLayout()
        for words, part in (
            (self.tr("About"), self.about),
            (self.tr("What"), self.what),
            (self.tr("New name"), self.name),
            (self.tr("Instead of"), self.source),
            (self.tr("Where to"), self.target),
            (self.tr("Which part"), self.field),
            (self.tr("In these words"), self.words),
            (self.tr("Comment"), self.text),
        ):
            self.form.addRow(words, part)
        for part in self._parts:
            self.form.setRowVisible(part, False)  # until it is known what can be said
        down = QVBoxLayout(self)
        down.setContentsMargins(*[px(16)] * 4)
        down.setSpacing(px(8))
        for part in (self.title, self.told):
            down.addWidget(part)
        self._fields = FormArea(self.form, px(96), self)
        down.addWidget(self._fields)
        down.addWidget(self.problem)
        down.addStretch(1)
        down.addWidget(self.buttons)
        resize(self, px(520), px(320))

    @property
    def _parts(self) -> tuple[QWidget, ...]:
        return self.name, self.source, self.target, self.field, self.words

    # ── what it is about ──
    def _look_up(self) -> None:
        kind, key = self.about.currentData()
        self._asked_about += 1
        number = self._asked_about
        self._sort = self.what.currentData() or self._sort
        self.what.blockSignals(True)
        self.what.clear()  # what can be said of this one is not known yet
        self.what.blockSignals(False)
        self._check()

        def question(read: Reading) -> tuple[Codebook, list[Code], Relation | None]:
            book = read.codebook
            carried = [book.by_id[one.code] for one in read.codings_on(key)] if kind == "segment" else []
            return book, carried, read.by_id("relation", key) if kind == "relation" else None

        def arrived(found: tuple[Codebook, list[Code], Relation | None]) -> None:
            if number == self._asked_about:
                self._book, self._carried, self._relation = found
                self._offer(kind)

        self._bridge.ask(question, arrived)

    def _offer(self, kind: str) -> None:
        """What can be said about a thing of this kind."""
        words = {
            "comment": self.tr("Comment"),
            "accept": self.tr("Accept"),
            "needs-work": self.tr("Needs work"),
            "rename": self.tr("Suggest a name"),
            "merge": self.tr("Suggest a merge"),
            "move": self.tr("Suggest another place"),
            "redefine": self.tr("Suggest other words"),
        }
        suggestions = actions.SUGGESTED.get(kind, ())
        if kind == "segment" and not self._carried:
            suggestions = ()
        self.what.blockSignals(True)
        self.what.clear()
        for what in ("comment", *MARKS, *suggestions):
            self.what.addItem(words[what], what)
        self.what.setCurrentIndex(max(0, self.what.findData(self._sort)))
        self.what.blockSignals(False)
        self._fill()
        self._show_fields()

    def _show_fields(self) -> None:
        """Show what belongs to the sort of remark that is chosen; what was typed stays."""
        kind, _ = self.about.currentData()
        what = self.what.currentData()
        shown: list[QWidget] = {
            "rename": [self.name],
            "merge": [self.target],
            "move": [self.source, self.target] if kind == "segment" else [self.target],
            "redefine": [self.field, self.words] if kind == "code" else [self.words],
        }.get(what, [])
        for part in self._parts:
            self.form.setRowVisible(part, part in shown)
        self.form.setRowVisible(self.text, what not in MARKS)
        top = self.target.findData("")
        if what == "move" and kind == "code":
            if top < 0:
                untouched = self.target.currentIndex() <= 0
                self.target.insertItem(0, self.tr("(at the top)"), "")
                if untouched:  # Qt keeps what was shown
                    self.target.setCurrentIndex(0)
        elif top >= 0:
            self.target.removeItem(top)
        self._fields.updateGeometry()
        resize(self, self.width(), max(self.height(), self.sizeHint().height()))
        self._check()

    def _fill(self) -> None:
        """Fill in what there is now of what it is about."""
        (_, key), book = self.about.currentData(), self._book
        if book is None or key is None:
            return
        code = book.by_id.get(key)
        self.target.clear()
        for one, path in book.paths().items():
            if one != key:
                self.target.addItem(path, str(one))
        self.source.clear()
        for each in self._carried:
            self.source.addItem(book.path(each.id), str(each.id))
        self.name.setText(code.name if code else self._relation.kind if self._relation else "")
        self.field.blockSignals(True)
        self.field.clear()
        self._drafts = {}
        for field in actions.REDEFINED:
            if code is not None and (code.kind == "theme" or field not in ("concept", "boundary", "counter_search")):
                self.field.addItem(say(FIELD_NAMES[field]), field)
                self._drafts[field] = getattr(code, field) or ""
        self.field.blockSignals(False)
        self._part = self.field.currentData() or ""
        self.words.setPlainText(self._drafts.get(self._part, self._relation.comment if self._relation else ""))

    def _change_part(self) -> None:
        self._drafts[self._part] = self.words.toPlainText()
        self._part = self.field.currentData() or ""
        self.words.setPlainText(self._drafts.get(self._part, ""))

    def _check(self) -> None:
        what = self.what.currentData()
        written = {
            "comment": self.text.toPlainText(),
            "rename": self.name.text(),
            "redefine": self.words.toPlainText(),
            "merge": self.target.currentText(),
        }.get(what, "yes")
        self.add.setEnabled(what is not None and bool(written.strip()) and not self._fields.locked)

    # ── saying it ──
    def _add(self) -> None:
        if not self.add.isEnabled():
            return
        kind, key = self.about.currentData()
        about = None if kind == "project" else (kind, key)
        what = self.what.currentData()
        self.problem.hide()
        self._lock(True)  # a second press would say it twice
        done: dict[str, Any] = {"then": self._added, "failed": self._failed}
        if what == "comment":
            self._bridge.act(actions.comment_on, about, self.text.toPlainText(), **done)
        elif what in MARKS:
            self._bridge.act(actions.mark, about, what, **done)
        else:
            self._bridge.act(actions.suggest, about, what, self._value(kind, what), self.text.toPlainText(), **done)

    def _value(self, kind: str, what: str) -> str | dict[str, str]:
        if what == "rename":
            return self.name.text().strip()
        if what == "redefine":
            return {self.field.currentData() if kind == "code" else "definition": self.words.toPlainText()}
        if kind == "segment":
            return {"from": self.source.currentData(), "to": self.target.currentData()}
        return str(self.target.currentData())

    def _lock(self, locked: bool) -> None:
        self._fields.lock(locked)
        self._check()

    def _added(self, _note: object, step: Step | None) -> None:
        self.said.emit(self.tr("Added to the reviews."), step.number if step else None)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._lock(False)
        if isinstance(error, QualcodeError):
            self.problem.setText(say(error))
            self.problem.show()
        else:
            self._bridge.failed.emit(error)
