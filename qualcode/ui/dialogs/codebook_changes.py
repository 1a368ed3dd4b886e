"""What became of the codebook between two moments: changes by kind, old and new words, who, when and why."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ...app.codebook_diff import SUFFIXES, Changes, changes_between
from ...app.named_versions import BEGINNING, NOW, Named, named_versions
from ...domain.codebook_diff import CHANGE_NAMES, CHANGES, Entry, entries
from ...domain.errors import QualcodeError
from ...domain.history import Step
from ...store.reading import Reading
from ..bridge import Bridge
from ..look import TITLE, look, resize
from ..parts.dates import short_date, short_moment
from ..places import export_folder, remember_export
from ..translation import say
from ..views.flow import FlowLayout
from ..views.ground import Words
from .change_words import ChangeCard
from .changes_model import ChangesModel


@dataclass(frozen=True, slots=True)
class _Answer:
    found: Changes
    entries: list[Entry]
    versions: list[Named]
    steps: dict[int, Step]  # those that led to the changes


class CodebookChangesDialog(QDialog):
    """A list of changes, grouped by kind, and the old and new words of the one that is chosen."""

    code_wanted = Signal(object)  # the id of a code to be shown in the codebook
    export_wanted = Signal(object, object)  # a path, and the changes that are to be written there

    def __init__(
        self, bridge: Bridge, words: Callable[[Step], str], since: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bridge, self._words = bridge, words
        self._answer: _Answer | None = None
        self._listed: list[Entry] = []  # those that pass the filters
        self._asked = 0
        self._since = since  # the moment to begin with, until the user chooses
        self.setWindowTitle(self.tr("Codebook changes"))
        self._make()
        self._lay_out()
        bridge.followed.connect(self._stepped)
        look().follow(self._take_look)
        self._take_look()
        self._load()
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    # ── the parts ──
    def _make(self) -> None:
        self.title = Words(look(), TITLE, bold=True, parent=self)
        self.title.setText(self.tr("Codebook changes"))
        self.since = self._moments(self.tr("From"))
        self.until = self._moments(self.tr("To"))
        self.kinds = QComboBox(self)
        self.kinds.setAccessibleName(self.tr("Kind of change"))
        self.kinds.addItem(self.tr("All changes"), "")
        self.people = QComboBox(self)
        self.people.setAccessibleName(self.tr("Whose changes"))
        self.people.addItem(self.tr("Everyone"), "")
        for box in (self.kinds, self.people):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.currentIndexChanged.connect(lambda _index: self._fill())
        self.small = QCheckBox(self.tr("Colours and order, too"), self)
        self.small.toggled.connect(lambda _on: self._load())
        self.summary = Words(look(), role="ink2", wrap=True, parent=self)
        self.problem = Words(look(), role="danger", wrap=True, parent=self)
        self.problem.hide()
        self.model = ChangesModel(self)
        self.tree = QTreeView(self)
        self.tree.setModel(self.model)
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(self.tr("Changes"))
        self.tree.setUniformRowHeights(True)
        self.tree.selectionModel().currentChanged.connect(lambda *_: self._show())
        self.tree.activated.connect(lambda *_: self._go())
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(self.tr("Old and new words"))
        self.text.setOpenLinks(False)
        self.go_button = QPushButton(self.tr("Show in the codebook"), self)
        self.go_button.clicked.connect(self._go)
        self.export_button = QPushButton(self.tr("Export…"), self)
        self.export_button.clicked.connect(self._export)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.clicked.connect(self.close)
        for button in (self.go_button, self.export_button, self.close_button):
            button.setAutoDefault(False)

    def _moments(self, name: str) -> QComboBox:
        """A field for a moment: chosen from the named ones, or written."""
        box = QComboBox(self)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setAccessibleName(name)
        box.setToolTip(self.tr("A named point, the number of a step, or a date as 2026-10-01"))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(20)
        box.activated.connect(lambda _index: self._load())
        field = box.lineEdit()
        assert field is not None
        field.returnPressed.connect(self._load)
        field.setAccessibleName(name)
        return box

    def _lay_out(self) -> None:
        top = QWidget(self)
        row = FlowLayout(top)
        row.setContentsMargins(0, 0, 0, 0)
        for name, box in ((self.tr("From"), self.since), (self.tr("To"), self.until)):
            pair = QWidget(top)
            inside = QHBoxLayout(pair)
            inside.setContentsMargins(0, 0, 0, 0)
            label = QLabel(name, pair)
            label.setBuddy(box)
            inside.addWidget(label)
            inside.addWidget(box)
            row.addWidget(pair)
        for part in (self.kinds, self.people, self.small):
            row.addWidget(part)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.addWidget(self.tree)
        self.split.addWidget(self.text)
        self.split.setStretchFactor(0, 5)
        self.split.setStretchFactor(1, 6)
        self.split.setChildrenCollapsible(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.go_button)
        buttons.addWidget(self.export_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        px = look().px
        down = QVBoxLayout(self)
        down.setContentsMargins(*[px(16)] * 4)
        down.setSpacing(px(12))
        for part in (self.title, top, self.problem, self.summary):
            down.addWidget(part)
        down.addWidget(self.split, 1)
        down.addLayout(buttons)
        resize(self, px(900), px(620))

    def _take_look(self) -> None:
        px = look().px
        self.tree.setIndentation(px(16))
        self.tree.setIconSize(QSize(px(16), px(16)))
        self.text.document().setDocumentMargin(px(12))
        self._fill()

    # ── reading ──
    def _stepped(self, step: Step) -> None:
        if step.touches("code", "named_version") or step.action == "code_history.say_why":
            self._load()

    def compare_since(self, moment: str) -> None:
        """Compare with what there is now since a moment."""
        self._since = moment
        self._load()

    @staticmethod
    def _chosen(box: QComboBox) -> str:
        """The moment that a field means: of an entry what it stands for, else what was written."""
        written = box.currentText().strip()
        place = box.findText(written)
        return str(box.itemData(place)) if place >= 0 else written

    def _load(self) -> None:
        self._asked += 1
        number = self._asked
        since = self._since or self._chosen(self.since) or None
        until = self._chosen(self.until) or None
        small = self.small.isChecked()

        def question(read: Reading) -> _Answer:
            found = changes_between(read, since, until, small)
            steps = read.steps_numbered(cause.step for one in found.told for cause in one.causes)
            return _Answer(found, entries(found.told), named_versions(read), steps)

        def arrived(answer: _Answer) -> None:
            if isValid(self) and number == self._asked:
                self._arrived(answer)

        def failed(error: Exception) -> None:
            if not isinstance(error, QualcodeError):
                self._bridge.failed.emit(error)
            elif isValid(self) and number == self._asked:
                self.problem.setText(say(error))
                self.problem.show()

        self._bridge.ask(question, arrived, failed, now=True)

    def _arrived(self, answer: _Answer) -> None:
        self._answer = answer
        self.problem.hide()
        first = not self.since.count()
        wanted = (answer.found.since, answer.found.until)
        for box, moment in zip((self.since, self.until), wanted, strict=True):
            written = box.currentText()
            box.blockSignals(True)
            box.clear()
            box.addItem(self.tr("Now"), NOW)
            for one in reversed(answer.versions):
                box.addItem(f"{one.version.name} · {short_date(one.step.time)}", one.version.name)
            box.addItem(self.tr("The beginning"), BEGINNING)
            if first or (self._since and box is self.since):
                self._choose(box, moment.name or (BEGINNING if not moment.step else ""), moment.step)
            else:
                box.setEditText(written)
            field = box.lineEdit()
            if field is not None and (first or not field.hasFocus()):
                field.setCursorPosition(0)  # the beginning of a long name tells more than its end
            box.blockSignals(False)
        if first:
            self.until.setCurrentIndex(self.until.findData(NOW))
        self._since = ""
        changes = dict.fromkeys(one.change for one in answer.entries)
        self._offer(self.kinds, ((change, say(CHANGE_NAMES[change])) for change in CHANGES if change in changes))
        people = {cause.coder for one in answer.entries for cause in one.causes}
        self._offer(self.people, ((name, name) for name in sorted(people)))
        self._fill()

    @staticmethod
    def _choose(box: QComboBox, name: str, step: int) -> None:
        place = box.findData(name) if name else -1
        if place >= 0:
            box.setCurrentIndex(place)
        else:
            box.setEditText(str(step))

    @staticmethod
    def _offer(box: QComboBox, choices: Iterable[tuple[str, str]]) -> None:
        """Fill a filter anew; what was chosen stays chosen if it is there."""
        kept = box.currentData()
        box.blockSignals(True)
        while box.count() > 1:
            box.removeItem(1)
        for key, name in choices:
            box.addItem(name, key)
        box.setCurrentIndex(max(0, box.findData(kept)))
        box.blockSignals(False)

    # ── the list ──
    def _passing(self) -> list[Entry]:
        """The entries that pass the filters."""
        if self._answer is None:
            return []
        kind, person = self.kinds.currentData(), self.people.currentData()
        return [
            one
            for one in self._answer.entries
            if (not kind or one.change == kind) and (not person or any(cause.coder == person for cause in one.causes))
        ]

    def _fill(self) -> None:
        kept, self._listed = self.chosen, self._passing()
        self.model.show(self._listed)
        self.tree.expandAll()
        self._sum_up()
        self.tree.setCurrentIndex(self.model.place(kept))
        self._show()

    def _sum_up(self) -> None:
        if self._answer is None:
            return
        numbers = Counter(one.change for one in self._listed)
        parts = [f"{numbers[change]} {say(CHANGE_NAMES[change]).lower()}" for change in CHANGES if numbers[change]]
        found = self._answer.found
        stretch = self.tr("From {since} to {until}").replace("{until}", self._moment(found.until))
        stretch = stretch.replace("{since}", self._moment(found.since))
        none = self.tr("Nothing has changed.") if not found.told else self.tr("No change fits the filters.")
        self.summary.setText(" · ".join(parts) or none)
        self.summary.setToolTip(stretch)

    def _moment(self, moment: Any) -> str:
        if not moment.step:
            return self.tr("the beginning")
        when = short_moment(moment.time)
        return f"{moment.name} ({when})" if moment.name else when

    @property
    def chosen(self) -> Entry | None:
        """The entry that is selected."""
        return self.model.entry(self.tree.currentIndex())

    # ── one change ──
    def _show(self) -> None:
        one = self.chosen
        self.go_button.setEnabled(one is not None and one.there)
        self.export_button.setEnabled(self._answer is not None and bool(self._answer.found.told))
        if one is None or self._answer is None:
            self.text.setHtml("")
            return
        others = [each for each in self._listed if each.key == one.key and each.change != one.change]
        self.text.setHtml(ChangeCard(self._answer.steps, self._words).html([one, *others]))

    # ── doing ──
    def _go(self) -> None:
        one = self.chosen
        if one is not None and one.there:
            self.code_wanted.emit(one.key)

    def _export(self) -> None:
        """Ask for a file for all changes between the two moments."""
        answer = self._answer
        if answer is None:
            return
        filters = ";;".join(f"{suffix.lstrip('.').upper()} (*{suffix})" for suffix in SUFFIXES)
        start = str(Path(export_folder()) / (self.tr("Codebook changes") + SUFFIXES[0]))
        place, picked = QFileDialog.getSaveFileName(self, self.tr("Export codebook changes"), start, filters)
        if not place:
            return
        if not Path(place).suffix and picked:
            place += picked.partition("*")[2].rstrip(")")
        remember_export(place)
        self.export_wanted.emit(Path(place), answer.found)


def show_codebook_changes(
    bridge: Bridge, words: Callable[[Step], str], since: str, parent: QWidget
) -> tuple[CodebookChangesDialog, bool]:
    """Open the changes, or come back to them; the dialog, and whether it is new."""
    window = parent.window()
    there = next((one for one in window.findChildren(CodebookChangesDialog) if one.isVisible()), None)
    dialog = there or CodebookChangesDialog(bridge, words, since, window)
    if there is not None and since:
        there.compare_since(since)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog, there is None
