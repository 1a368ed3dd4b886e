"""Files on their way into the project: what each was read as, what may be corrected, what will be lost."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...app import previews
from ...app.codebook_arrivals import ArrivingCode, is_codebook
from ...app.directories import spread
from ...app.exchange import Arrival, Report, bring_in
from ...app.previews import Looked
from ...app.project import Project
from ...domain.bundle import ReadOptions
from ...domain.errors import Cancelled, Phrase, QualcodeError
from ...domain.progress import Progress
from ..bridge import Bridge
from ..codebook_import.deciding import decide
from ..look import META, look, resize
from ..translation import say
from .import_details import CHECKED, UNCHECKED, Coming, ImportDetails, language_title

# what files are called, for the translators
_KINDS = (
    QT_TRANSLATE_NOOP("file kinds", "Plain text"),
    QT_TRANSLATE_NOOP("file kinds", "Markdown"),
    QT_TRANSLATE_NOOP("file kinds", "Word document"),
    QT_TRANSLATE_NOOP("file kinds", "OpenDocument text"),
    QT_TRANSLATE_NOOP("file kinds", "Rich text"),
    QT_TRANSLATE_NOOP("file kinds", "Web page"),
    QT_TRANSLATE_NOOP("file kinds", "Electronic book"),
    QT_TRANSLATE_NOOP("file kinds", "PDF with text"),
    QT_TRANSLATE_NOOP("file kinds", "Subtitles (WebVTT)"),
    QT_TRANSLATE_NOOP("file kinds", "Subtitles (SubRip)"),
    QT_TRANSLATE_NOOP("file kinds", "Table"),
    QT_TRANSLATE_NOOP("file kinds", "Table, separated by tabs"),
    QT_TRANSLATE_NOOP("file kinds", "Excel table"),
    QT_TRANSLATE_NOOP("file kinds", "Excel table (97–2003)"),
    QT_TRANSLATE_NOOP("file kinds", "OpenDocument table"),
    QT_TRANSLATE_NOOP("file kinds", "Codebook (JSON)"),
)
FILE, READ_AS, ENCODING, LANGUAGE, SPEAKERS, LOST = range(6)
_UNBOUNDED = (1 << 24) - 1  # the largest height there is; the binding has no name for it


class ImportDialog(QDialog):
    """Reads files beside the window's thread, shows them, and brings them in as one step."""

    imported = Signal(object)  # exchange.Report

    def __init__(self, bridge: Bridge, paths: Sequence[str | Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bridge = bridge
        self.files: list[Coming] = []
        self._clashing: list[str] = []
        self._task: Any = None
        self._importing = False
        self._stopping = False  # the user cancelled while files were being written
        self._labels: dict[QComboBox, QLabel] = {}
        self.setWindowTitle(self.tr("Import %n file(s)", "", len(paths)))
        self._make_table()
        self._make_options()
        self._lay_out()
        self._read([Path(path) for path in paths])

    # ── making ──
    def _make_table(self) -> None:
        titles = [
            self.tr("File"),
            self.tr("Read as"),
            self.tr("Encoding"),
            self.tr("Language"),
            self.tr("Speakers"),
            self.tr("Left behind"),
        ]
        self.table = QTableWidget(0, len(titles), self)
        self.table.setAccessibleName(self.tr("Files"))
        self.table.setHorizontalHeaderLabels(titles)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(look().px(28))
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for column in (READ_AS, ENCODING, LANGUAGE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        for column in (FILE, SPEAKERS, LOST):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.table.currentCellChanged.connect(lambda row, *_: self._show(row))
        self.table.itemChanged.connect(self._ticked)
        self.details = ImportDetails(self._bridge, self)
        self.details.reread.connect(self._read_again)
        self.details.corrected.connect(self._corrected)

    def _make_options(self) -> None:
        self.case = QComboBox(self)
        self.case.setEditable(True)
        self.case.addItem(self.tr("No case"), "")
        self.case.addItem(self.tr("Each document is a case"), "file")
        self.case.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)  # a name that is typed is none of the list
        self.case.lineEdit().setPlaceholderText(self.tr("No case"))
        self.case.setCurrentIndex(-1)  # empty: what somebody types there would stand behind the words
        self.case.activated.connect(self._case_chosen)
        self.case.setToolTip(self.tr("Choose, or type the name of a case that all of them belong to"))
        self.folder = QComboBox(self)
        self.folder.setEditable(True)
        self.folder.lineEdit().setPlaceholderText(self.tr("No folder"))
        self.exists = QComboBox(self)
        self.exists.addItem(self.tr("Keep both, the new one with a number"), "keep-both")
        self.exists.addItem(self.tr("Replace the text; segments move along"), "replace")
        self.exists.addItem(self.tr("Skip those files"), "skip")
        self.options = QHBoxLayout()
        self.options.setSpacing(look().px(16))
        for name, combo in (
            (self.tr("Case"), self.case),
            (self.tr("Folder"), self.folder),
            (self.tr("Names that exist"), self.exists),
        ):
            combo.setAccessibleName(name)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(10)
            column = QVBoxLayout()
            column.setSpacing(look().px(4))
            label = QLabel(name, self)
            label.setBuddy(combo)
            column.addWidget(label)
            column.addWidget(combo)
            self.options.addLayout(column, 1)
            self._labels[combo] = label
        self._show_exists(False)
        self.message = QLabel(self)
        self.message.setWordWrap(True)
        self.message.setFont(look().font(META))
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.import_button = QPushButton(self.tr("Import"), self)
        self.import_button.setProperty("kind", "filled")  # before the box polishes it
        self.buttons.addButton(self.import_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.import_button.setEnabled(False)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _show_exists(self, shown: bool) -> None:
        self.exists.setVisible(shown)
        self._labels[self.exists].setVisible(shown)

    def _lay_out(self) -> None:
        px = look().px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(16), px(16), px(16), px(12))
        layout.setSpacing(px(12))
        layout.addWidget(self.table, 2)
        self._details_area = QScrollArea(self)  # on a small screen the buttons must stay in sight
        self._details_area.setFrameShape(QFrame.Shape.NoFrame)
        self._details_area.setWidgetResizable(True)
        self._details_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._details_area.setWidget(self.details)
        layout.addWidget(self._details_area, 3)
        layout.addLayout(self.options)
        for widget in (self.bar, self.message, self.buttons):
            layout.addWidget(widget)
        self._details_area.hide()
        resize(self, px(920), px(620))

    # ── reading the files ──
    def _read(self, paths: list[Path]) -> None:
        def job(project: Project, progress: Progress) -> Any:
            found = []
            files = spread(paths)
            for number, (path, folder) in enumerate(files):
                progress.tick(number, len(files), path.name)
                found.append(previews.look_at(path, ReadOptions(), progress, folder))
            return found, _known(project, [one.arrival for one in found if one.arrival])

        self._watch(self._bridge.run(job, self._looked_at, self._fell, self.tr("Reading files")))

    def _watch(self, task: Any) -> None:
        self._task = task
        self.bar.setRange(0, 0)
        self.bar.show()
        task.progressed.connect(self._progressed)

    def _progressed(self, done: int, total: int, what: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.message.setText(what)

    def _looked_at(self, answer: tuple[list[Looked], tuple[list[str], list[str]]]) -> None:
        looked, known = answer
        self._rest()
        self.files = [Coming(one) for one in looked]
        self.setWindowTitle(self.tr("Import %n file(s)", "", len(looked)))
        self.table.setRowCount(len(looked))
        for row in range(len(looked)):
            self._fill(row)
        self._take_known(known)
        bad = next((row for row, one in enumerate(looked) if one.problem), 0)
        if looked:
            self.table.setCurrentCell(bad, FILE)
            self._show(bad)
        self._judge()
        self._decide_at_once()

    def _take_known(self, known: tuple[list[str], list[str]]) -> None:
        self._clashing, folders = known
        chosen = self.folder.currentText()
        self.folder.clear()
        self.folder.addItems(["", *folders])
        self.folder.setCurrentText(chosen)
        self._show_exists(bool(self._clashing))
        self.exists.setToolTip(", ".join(self._clashing[:20]))

    def _read_again(self, options: ReadOptions) -> None:
        row = self.table.currentRow()
        path, folder = self.files[row].looked.path, self.files[row].looked.folder
        others = [one.looked.arrival for number, one in enumerate(self.files) if number != row]

        def job(project: Project, progress: Progress) -> Any:
            looked = previews.look_at(path, options, progress, folder)
            arrivals = [one for one in (*others, looked.arrival) if one is not None]
            return row, options, looked, _known(project, arrivals)

        self._watch(self._bridge.run(job, self._reread, self._fell))

    def _reread(self, answer: Any) -> None:
        row, options, looked, known = answer
        self._rest()
        self.files[row] = Coming(looked, options, wanted=self.files[row].wanted)
        self._fill(row)
        self._take_known(known)
        self._show(row)
        self._judge()

    def _rest(self) -> None:
        self._task = None
        self.bar.hide()
        self.message.clear()

    def _fell(self, error: Exception) -> None:
        self._rest()
        self._importing = False
        self._judge()
        self.message.setText(say(error) if isinstance(error, QualcodeError) else str(error))

    # ── the table ──
    def _fill(self, row: int) -> None:
        coming = self.files[row]
        looked = coming.looked
        name = f"{looked.folder}/{looked.path.name}" if looked.folder else looked.path.name
        texts = [name, *([""] * 5)]
        if looked.problem is not None:
            texts[LOST] = say(looked.problem)
        elif looked.arrival is not None:
            bundle = looked.arrival.bundle
            encoding = next((document.encoding for document in bundle.documents), "")
            texts[READ_AS] = self._kind(looked)
            texts[ENCODING] = previews.encoding_title(encoding) if encoding else ""
            language = coming.language or looked.language
            texts[LANGUAGE] = language_title(language) if language and bundle.documents else ""
            texts[LOST] = say(Phrase("{things}", things=bundle.lost)) if bundle.lost else self.tr("nothing")
        self.table.blockSignals(True)
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            if column == FILE:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(CHECKED if coming.wanted else UNCHECKED)
            if looked.problem is not None and column == LOST:
                item.setForeground(look().color("danger"))
            self.table.setItem(row, column, item)
        self.table.blockSignals(False)
        self._fill_speakers(row)

    def _fill_speakers(self, row: int) -> None:
        """Who speaks, from the rule: looked for beside the window's thread."""
        arrival = self.files[row].arrival()
        documents = [one for one in arrival.bundle.documents if one.format != "survey"] if arrival else []
        if len(documents) == 1:
            document = documents[0]
            self._bridge.ask(
                lambda _read: (row, [voice.name for voice in previews.voices(document.text, document.speakers)]),
                self._heard,
            )

    def _heard(self, answer: tuple[int, list[str]]) -> None:
        row, names = answer
        text = ", ".join(names) or self.tr("none")
        self.table.blockSignals(True)
        item = self.table.item(row, SPEAKERS)
        item.setText(text)
        item.setToolTip(text)
        self.table.blockSignals(False)

    def _kind(self, looked: Looked) -> str:
        assert looked.arrival is not None
        bundle = looked.arrival.bundle
        if bundle.cases:
            return self.tr("Survey, %n case(s)", "", len(bundle.cases))
        if bundle.codings:
            return self.tr("%n coded segment(s)", "", len(bundle.codings))
        if bundle.codes and not bundle.documents:
            return self.tr("Codebook, %n code(s)", "", bundle.code_count)
        title = previews.kind_title(looked.path.name)
        return QCoreApplication.translate("file kinds", title) if title in _KINDS else title

    def _show(self, row: int) -> None:
        if 0 <= row < len(self.files):
            self._details_area.show()
            self.details.show_file(self.files[row])
            QTimer.singleShot(0, self.table, self._share_room)  # when the details know their size

    def _share_room(self) -> None:
        """A file that cannot be used has one sentence to show: the room belongs to the list."""
        row = self.table.currentRow()
        bare = 0 <= row < len(self.files) and self.files[row].looked.problem is not None
        most = max(self.details.sizeHint().height(), look().px(28)) if bare else _UNBOUNDED
        self._details_area.setMaximumHeight(most)
        self.layout().activate()
        self.table.scrollTo(self.table.currentIndex())

    def _ticked(self, item: QTableWidgetItem) -> None:
        if item.column() == FILE:
            self.files[item.row()].wanted = item.checkState() == CHECKED
            self._judge()

    def _corrected(self) -> None:
        row = self.table.currentRow()
        coming = self.files[row]
        language = coming.language or coming.looked.language
        self.table.item(row, LANGUAGE).setText(language_title(language) if language else "")
        self._fill_speakers(row)

    def _judge(self) -> None:
        """Whether it can be imported now, and if not, why."""
        wanted = [one for one in self.files if one.wanted]
        bad = sum(one.looked.problem is not None for one in wanted)
        self.import_button.setEnabled(bool(wanted) and not bad and not self._importing)
        self.import_button.setText(self.tr("Import %n file(s)", "", len(wanted)))
        if bad:
            self.message.setText(self.tr("%n file(s) cannot be used. Untick to leave out.", "", bad))
        elif not self._importing:
            self.message.clear()

    # ── bringing them in ──
    def accept(self) -> None:
        arrivals: list[Arrival] = []
        for coming in self.files:
            arrival = coming.arrival() if coming.wanted else None
            if arrival is not None:
                arrivals.append(arrival)
        if not arrivals or not self.import_button.isEnabled():
            return
        self.import_button.setEnabled(False)
        decide(self._bridge, arrivals, self, partial(self._bring_in, arrivals), self._judge)

    def _case_chosen(self, row: int) -> None:
        if not self.case.itemData(row):
            self.case.setCurrentIndex(-1)
            self.case.clearEditText()

    def _decide_at_once(self) -> None:
        """Codebooks and nothing else: what is to be decided about them is the first thing to see."""
        arrivals = [one.looked.arrival for one in self.files if one.looked.arrival is not None]
        if len(arrivals) == len(self.files) and all(is_codebook(arrival.bundle) for arrival in arrivals):
            decide(self._bridge, arrivals, self, partial(self._bring_in, arrivals), self._judge, lambda _rows: None)

    def _bring_in(self, arrivals: list[Arrival], decided: Sequence[ArrivingCode]) -> None:
        text = self.case.currentText().strip()
        listed = self.case.findText(text)
        case = str(self.case.itemData(listed) or "") if listed >= 0 else text
        folder = self.folder.currentText().strip()
        exists = str(self.exists.currentData()) if self._clashing else ""
        self._importing = True
        self.import_button.setEnabled(False)

        def job(project: Project, progress: Progress) -> Report:
            watched = _Watched(arrivals, progress, lambda: self._stopping)
            return bring_in(project, watched, exists, case, folder, decided=decided)

        task = self._bridge.run(job, self._imported, self._fell, self.tr("Importing files"), writes=True)
        self._watch(task)
        task.ended.connect(self._ended)

    def _imported(self, report: Report) -> None:
        self._rest()
        self.imported.emit(report)
        super().accept()

    def _ended(self) -> None:
        if self._stopping:
            super().reject()

    def reject(self) -> None:
        if self._importing:
            self._stopping = True  # what was written may be complete already: wait and see
            return
        if self._task is not None:
            self._task.cancel()
        super().reject()


class _Watched(list[Arrival]):
    """Files that tell how far their import is, and stop it between two of them."""

    def __init__(self, arrivals: list[Arrival], progress: Progress, stopping: Callable[[], bool]) -> None:
        super().__init__(arrivals)
        self._progress, self._stopping = progress, stopping

    def __iter__(self) -> Iterator[Arrival]:
        for number, arrival in enumerate(super().__iter__()):
            self._progress.tick(number, len(self), arrival.name)
            if self._stopping():
                raise Cancelled
            yield arrival


def _known(project: Project, arrivals: list[Arrival]) -> tuple[list[str], list[str]]:
    """Names that exist with another text, and the folders there are."""
    with project.read() as read:
        folders = dict.fromkeys(document.folder for document in read.documents() if document.folder)
        return previews.clashing(read, arrivals), list(folders)
