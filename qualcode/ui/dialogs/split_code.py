"""Splits a code: its segments are gone through in a list, and a key says which code each goes to."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...app.contexts import Context, documents_with, segments_in_context
from ...domain.codebook import Code, Codebook, clean_name
from ...domain.errors import BadInput
from ...domain.folding import fold
from ..bridge import Bridge
from ..look import look, resize
from ..marks import mark_icon
from ..parts.field_icon import ClearCross
from ..translation import say
from .choose_code import ChooseCodeDialog
from .split_rows import KEYS, SplitList, SplitModel
from .why import WhyField

_STAYS = (Qt.Key.Key_0, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_AT_ONCE = 12  # documents read at once: the first segments are to be seen soon
_COUNT_PAUSE = 60  # ms after a segment was sent somewhere before the numbers are written anew
_PAUSE = 150  # ms after the last letter before the list is filtered


@dataclass(frozen=True, slots=True)
class Target:
    """A code that takes segments; `code` None: a new one."""

    name: str
    code: UUID | None = None


class SplitCodeDialog(QDialog):
    """The segments at the left, the codes they may go to at the right; `wanted` gives what was decided."""

    wanted = Signal(object, object, object, str)  # code id, parts, options of `split_code`, reason

    def __init__(self, bridge: Bridge, code: Code, codebook: Codebook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bridge, self.code, self._codebook = bridge, code, codebook
        self._all: list[Context] = []
        self._left: list[tuple[UUID, bytes]] = []  # documents still to be read
        self._total = 0
        self._edition = 0
        self._writing = False
        self._let_go = False  # what was dealt out may be forgotten: somebody has said so
        self.targets: list[Target] = []
        self.setWindowTitle(self.tr("Split “{name}”").replace("{name}", code.name))
        self.model = SplitModel(self)
        self._make_filters()
        self._make_list()
        self._make_targets()
        self._make_foot()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._filter)
        self.words.textChanged.connect(lambda _text: self._timer.start())
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_PAUSE)
        self._counting.timeout.connect(self._count)
        self._count()
        self._bridge.ask(lambda read: documents_with(read, code.id), self._found)
        self.new_name.setFocus()

    # ── making ──
    def _make_filters(self) -> None:
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("Only segments with these letters"))
        self.words.setAccessibleName(self.tr("Only segments with these letters"))
        ClearCross(self.words)
        self.documents, self.coders = QComboBox(self), QComboBox(self)
        for combo, every, name in (
            (self.documents, self.tr("All documents"), self.tr("Document")),
            (self.coders, self.tr("All coders"), self.tr("Coder")),
        ):
            combo.addItem(every, None)
            combo.setAccessibleName(name)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(12)
            combo.activated.connect(lambda _row: self._filter())

    def _make_list(self) -> None:
        self.list = SplitList(look(), self.model, self)
        self.list.setAccessibleName(self.tr("Segments of “{name}”").replace("{name}", self.code.name))
        self.list.installEventFilter(self)
        self.nothing = QLabel(self.tr("Reading the segments…"), self)
        self.nothing.setWordWrap(True)

    def _make_targets(self) -> None:
        self.hint = QLabel(self)
        self.hint.setWordWrap(True)
        self.hint.setText(
            self.tr(
                "Name the codes it falls into, then go through the list: a digit or letter sends a segment to that "
                "code, 0 lets it stay. What is not sent anywhere stays with “{name}”."
            ).replace("{name}", self.code.name)
        )
        self.target_list = QListWidget(self)
        self.target_list.setAccessibleName(self.tr("Codes that take segments"))
        self.target_list.itemActivated.connect(lambda item: self.deal(self.target_list.row(item)))
        self.new_name = QLineEdit(self)
        self.new_name.setPlaceholderText(self.tr("Name of a new code, Enter adds it"))
        self.new_name.setAccessibleName(self.tr("Name of a new code"))
        self.new_name.installEventFilter(self)
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self.problem.setStyleSheet(f"color: {look().current.danger};")
        self.problem.hide()
        self.add_button = QPushButton(self.tr("Add"), self)
        self.add_button.clicked.connect(self.add_new)
        self.there_button = QPushButton(self.tr("Code that is there…"), self)
        self.there_button.clicked.connect(self.ask_there)
        self.send_button = QPushButton(self.tr("Send there"), self)
        self.send_button.clicked.connect(lambda: self.deal(self.target_list.currentRow()))
        self.send_button.setToolTip(self.tr("Send the chosen segments there"))
        self.drop_button = QPushButton(self.tr("Take off"), self)
        self.drop_button.clicked.connect(self.drop_target)
        self.drop_button.setToolTip(self.tr("Take it off the list"))
        self.target_list.currentRowChanged.connect(lambda _row: self._count())

    def _make_foot(self) -> None:
        self.where = QComboBox(self)
        self.where.setAccessibleName(self.tr("Where the new codes go"))
        self.where.addItem(self.tr("Put new codes beside it"), self.code.parent)
        self.where.addItem(self.tr("Put new codes below it"), self.code.id)
        self.where.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.where.setMinimumContentsLength(8)
        self.definition = QCheckBox(self.tr("Copy the definition to them"), self)
        self.memos = QCheckBox(self.tr("Copy the memos to them"), self)
        self.why = WhyField(self)
        self.counted = QLabel(self)
        self.counted.setWordWrap(True)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.clicked.connect(self.reject)
        self.split = QPushButton(self.tr("Split"), self)
        self.split.setProperty("kind", "filled")
        self.split.clicked.connect(self.accept)
        for button in (self.add_button, self.there_button, self.send_button, self.drop_button, self.cancel, self.split):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        px = look().px
        filters = QHBoxLayout()
        filters.setSpacing(px(8))
        filters.addWidget(self.documents, 1)
        filters.addWidget(self.coders, 1)
        left = QVBoxLayout()
        left.setSpacing(px(8))
        left.addWidget(self.words)
        left.addLayout(filters)
        left.addWidget(self.nothing)
        left.addWidget(self.list, 1)
        self._body = QWidget(self)
        self._right_area = self._right()
        body = QHBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(px(16))
        body.addLayout(left, 5)
        body.addWidget(self._right_area, 3)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.split, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.cancel, QDialogButtonBox.ButtonRole.RejectRole)
        foot = QHBoxLayout()
        foot.addWidget(self.counted, 1)
        foot.addWidget(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(16), px(16), px(16), px(12))
        whole.setSpacing(px(12))
        whole.addWidget(self._body, 1)
        whole.addLayout(foot)
        resize(self, px(960), px(640))

    def _right(self) -> QScrollArea:
        """The column of targets; in large letters it scrolls."""
        px = look().px
        names, doing = QHBoxLayout(), QHBoxLayout()
        for row in (names, doing):
            row.setSpacing(px(8))
        names.addWidget(self.new_name, 1)
        names.addWidget(self.add_button)
        doing.addWidget(self.send_button, 1)
        doing.addWidget(self.drop_button)
        self.target_list.setMinimumHeight(px(96))
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, px(4), 0)
        column.setSpacing(px(8))
        column.addWidget(self.hint)
        column.addLayout(names)
        column.addWidget(self.there_button)
        column.addWidget(self.problem)
        column.addWidget(self.target_list, 1)
        column.addLayout(doing)
        for widget in (self.where, self.definition, self.memos, self.why):
            column.addWidget(widget)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        area.setMinimumWidth(page.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width())
        for ground in (page, area.viewport()):
            ground.setAutoFillBackground(False)
        return area

    # ── what is listed ──
    def _found(self, held: list[tuple[UUID, bytes]]) -> None:
        """Which documents there are to read; the first of them are shown while the rest is being read."""
        self._left = held
        self._total = sum(len(ids) // 16 for _, ids in held)
        self._read_on()

    def _read_on(self) -> None:
        part, self._left = self._left[:_AT_ONCE], self._left[_AT_ONCE:]
        self._bridge.ask(lambda read: segments_in_context(read, part), self._arrived)

    def _arrived(self, found: list[Context]) -> None:
        self._all = [*self._all, *found]
        for combo, names in (
            (self.documents, dict.fromkeys(one.document for one in found)),
            (self.coders, dict.fromkeys(one.coder for one in found)),
        ):
            for name in names:
                if combo.findData(name) < 0:
                    combo.addItem(name, name)
        if self._filtered:
            self._filter()
        else:
            self._append(found)
        if self._left:
            self._read_on()

    def _append(self, found: list[Context]) -> None:
        first = not self.model.rows
        self.model.append(found)
        self._show_nothing()
        if first and found:
            self.list.setCurrentIndex(self.model.index(0))
        self._count()

    @property
    def _filtered(self) -> bool:
        return bool(self.words.text().strip() or self.documents.currentData() or self.coders.currentData())

    def _filter(self) -> None:
        """Narrow the list; in a reader's thread, since there may be very many."""
        self._timer.stop()
        self._edition += 1
        edition, everything = self._edition, self._all
        wanted, document, coder = (
            fold(self.words.text().strip()),
            self.documents.currentData(),
            self.coders.currentData(),
        )

        def fitting(_read: object) -> list[Context]:
            return [
                one
                for one in everything
                if wanted in one.folded and document in (None, one.document) and coder in (None, one.coder)
            ]

        self._bridge.ask(lambda read: (edition, fitting(read)), self._fitted)

    def _fitted(self, answer: tuple[int, list[Context]]) -> None:
        if answer[0] == self._edition:
            self._take(answer[1])

    def _take(self, found: list[Context]) -> None:
        self.model.show(found)
        self._show_nothing()
        if found:
            self.list.setCurrentIndex(self.model.index(0))
        self._count()

    def _show_nothing(self) -> None:
        self.nothing.setVisible(not self.model.rows)
        if self._left:
            self.nothing.setText(self.tr("Reading the segments…"))
        elif self._all:
            self.nothing.setText(self.tr("No segments pass the filter."))
        else:
            self.nothing.setText(self.tr("This code has no segments yet."))

    # ── the codes that take ──
    def add_new(self) -> None:
        """Put a new code on the list of targets."""
        try:
            name = clean_name(self.new_name.text())
        except BadInput as error:
            self._refuse(say(error))
            return
        siblings = [one.name for one in self._codebook.children(self.where.currentData())]
        if name in siblings or any(one.code is None and one.name == name for one in self.targets):
            text = self.tr("There is a code “{name}” in this place already. Choose another name, or that code.")
            self._refuse(text.replace("{name}", name))
            return
        if self._add(Target(name)):
            self.new_name.clear()

    def ask_there(self) -> None:
        """Choose a code that is there as a target."""
        without = {self.code.id, *(one.code for one in self.targets if one.code is not None)}
        title = self.tr("Code that takes segments of “{name}”").replace("{name}", self.code.name)
        dialog = ChooseCodeDialog(title, self.tr("Add"), self._codebook, without, parent=self)
        dialog.chose.connect(lambda code: self._add(Target(self._codebook.label(code), code)))
        dialog.show()

    def _add(self, target: Target) -> bool:
        if len(self.targets) == len(KEYS):
            self._refuse(self.tr("There are no keys left for more codes. Split once more afterwards."))
            return False
        self.problem.hide()
        self.targets.append(target)
        self.model.targets.append(target.name)
        QListWidgetItem(self.target_list)
        self._count()
        self.target_list.setCurrentRow(self.target_list.count() - 1)
        return True

    def drop_target(self) -> None:
        """Take a code off the list; what was sent to it stays."""
        row = self.target_list.currentRow()
        if row >= 0:
            self.targets.pop(row)
            self.model.forget(row)
            self.target_list.takeItem(row)
            self._count()

    def _refuse(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.show()

    # ── dealing out ──
    def deal(self, target: int | None) -> None:
        """Send the chosen segments to a target (None: they stay), and go on to the next one."""
        rows = sorted(self.list.selectionModel().selectedIndexes(), key=lambda index: index.row())
        if not rows or (target is not None and not 0 <= target < len(self.targets)):
            return
        self.model.deal(rows, target)
        self._let_go = False
        self.problem.hide()
        following = min(rows[-1].row() + 1, self.model.rowCount() - 1)
        self.list.setCurrentIndex(self.model.index(following))
        self.split.setEnabled(bool(self.model.dealt))
        self._counting.start()  # the numbers may follow a moment later: the hand is at the next segment already

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.list and self._list_key(event):
                return True
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if watched is self.new_name and enter:
                if self.new_name.text().strip():
                    self.add_new()
                else:
                    self.list.setFocus()
                return True
        return bool(super().eventFilter(watched, event))

    def _list_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() in _STAYS:
            self.deal(None)
            return True
        place = KEYS.find(event.text().lower()) if event.text() else -1
        if 0 <= place < len(self.targets):
            self.deal(place)
        return place >= 0

    def _count(self) -> None:
        """Say how many go where."""
        dark, side = look().current.dark, look().px(16)
        for number, target in enumerate(self.targets):
            item = self.target_list.item(number)
            item.setText(f"{KEYS[number]}  {target.name} · {len(self.model.of_target(number))}")
            if target.code is not None:
                found = self._codebook.by_id[target.code]
                item.setIcon(mark_icon(found.color, found.kind, dark, side))
        go = len(self.model.dealt)
        text = self.tr("{go} of {all} segments go; the rest stays with “{name}”.")
        text = text.replace("{go}", str(go)).replace("{all}", str(self._total))
        self.counted.setText(text.replace("{name}", self.code.name))
        self.split.setEnabled(go > 0)
        for button in (self.send_button, self.drop_button):
            button.setEnabled(self.target_list.currentRow() >= 0)
        new = any(one.code is None for one in self.targets)
        for widget in (self.where, self.definition, self.memos):
            widget.setEnabled(new)

    def reject(self) -> None:
        """Close; what was dealt out, which may have taken an hour, is not lost with one key."""
        number = len(self.model.dealt)
        if self._writing:
            return  # a moment; were it refused, all that was dealt out would be gone
        if number and not self._let_go:
            self._let_go = True
            self._refuse(self.tr("%n segment(s) are dealt out. Close once more to forget that.", "", number))
            return
        super().reject()

    def accept(self) -> None:
        parts: list[tuple[Any, list[UUID]]] = []
        for number, target in enumerate(self.targets):
            codings = self.model.of_target(number)
            if codings:
                asked = target.code or {"name": target.name, "parent": self.where.currentData()}
                parts.append((asked, codings))
        if not parts or self._writing:
            return
        options: dict[str, Any] = {
            "copy_definition": self.definition.isChecked(),
            "copy_memos": self.memos.isChecked(),
        }
        self._set_writing(True)
        self.wanted.emit(self.code.id, parts, options, self.why.reason)

    def _set_writing(self, on: bool) -> None:
        self._writing = on
        self.problem.hide()
        for part in (self._body, self.split):
            part.setEnabled(not on)
        if on:
            self.counted.setText(self.tr("Splitting…"))
        else:
            self._count()

    def came(self) -> None:
        """It is written."""
        self._writing = False
        super().accept()

    def refuse(self, text: str) -> None:
        """It was not written: what was dealt out stays, with the reason why if it is known."""
        self._set_writing(False)
        if text:
            self._refuse(text)
            self._right_area.ensureWidgetVisible(self.problem)
