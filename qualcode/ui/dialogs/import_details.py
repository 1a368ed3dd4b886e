"""One file before it is imported: what its text looks like, and what may be corrected about it."""

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from ...app import previews
from ...app.exchange import Arrival
from ...app.previews import Looked
from ...domain.bundle import Bundle, ReadOptions
from ..bridge import Bridge
from ..look import META, look
from ..translation import say, word
from .speakers import SpeakerRule

_TABLES = (".csv", ".tsv", ".xlsx", ".xls", ".ods")
_SHOWN = 3_000  # characters of a text in the preview


@dataclass
class Coming:
    """A file on its way in. `rule` is the corrected speaker rule (None: as found), `language` the corrected one."""

    looked: Looked
    options: ReadOptions = field(default_factory=ReadOptions)
    rule: str | None = None
    language: str = ""
    wanted: bool = True

    def arrival(self) -> Arrival | None:
        """What will be brought in, corrections included."""
        found = self.looked.arrival
        if found is None:
            return None
        documents = tuple(
            replace(
                document,
                speakers=document.speakers if self.rule is None else self.rule,
                language=self.language or document.language,
            )
            for document in found.bundle.documents
        )
        return replace(found, bundle=replace(found.bundle, documents=documents))


class ImportDetails(QWidget):
    """Preview on one side, corrections on the other."""

    reread = Signal(object)  # ReadOptions: read the file again so
    corrected = Signal()  # rule or language of the file shown

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.coming: Coming | None = None
        px = look().px
        self.preview = QPlainTextEdit(self)
        self.preview.setReadOnly(True)
        self.preview.setAccessibleName(self.tr("Beginning of the text"))
        self.problem = QLabel(self)  # or what the reader of the file noted
        self.problem.setWordWrap(True)
        self.problem.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.kind = self._combo(self.tr("Read as"))
        self.encoding = self._combo(self.tr("Encoding"))
        self.language = self._combo(self.tr("Language"))
        self.column = self._combo(self.tr("Column that names the case"))
        self.speakers = SpeakerRule(bridge, self)
        self.form = QFormLayout()
        self.form.setVerticalSpacing(px(8))
        for combo in (self.kind, self.encoding, self.language, self.column):
            self.form.addRow(combo.accessibleName(), combo)
        right = QVBoxLayout()
        right.addLayout(self.form)
        right.addSpacing(px(8))
        right.addWidget(self.speakers, 1)
        left = QVBoxLayout()
        left.addWidget(self.problem)
        left.addWidget(self.preview, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        self.problem.setFont(look().font(META))
        for combo in (self.kind, self.encoding, self.column):
            combo.activated.connect(lambda _row: self._read_again())
        self.language.activated.connect(lambda _row: self._correct())
        self.speakers.changed.connect(self._correct)

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(16)
        return combo

    # ── showing ──
    def show_file(self, coming: Coming) -> None:
        """Show a file."""
        self.coming = None  # what the widgets say while they are being filled is no correction
        looked = coming.looked
        bundle = looked.arrival.bundle if looked.arrival else Bundle()
        self._fill_kind(coming)
        self._fill_encoding(coming)
        self._fill_language(coming)
        self._fill_columns(coming, bundle)
        texts = [document for document in bundle.documents if document.format != "survey"]
        self.preview.setPlainText(self._survey(bundle) if not texts else texts[0].text[:_SHOWN])
        chinese = looked.language in ("zh", "ja", "ko")
        self.preview.setFont(look().reading_font(13, chinese))
        notes = "\n".join(say(note) for note in bundle.notes)
        self.problem.setText(say(looked.problem) if looked.problem else notes)
        self.problem.setVisible(bool(self.problem.text()))
        self.preview.setVisible(looked.problem is None)
        palette = self.problem.palette()
        palette.setColor(self.problem.foregroundRole(), look().color("danger" if looked.problem else "ink2"))
        self.problem.setPalette(palette)
        self.speakers.setVisible(len(texts) == 1)
        self.coming = coming
        if len(texts) == 1:
            self.speakers.show_text(texts[0].text, texts[0].speakers if coming.rule is None else coming.rule)

    def _row(self, combo: QComboBox, shown: bool) -> None:
        self.form.setRowVisible(combo, shown)

    def _fill_kind(self, coming: Coming) -> None:
        self.kind.clear()
        titles = {
            "": self.tr("As found"),
            "survey": self.tr("Survey: a row is a case"),
            "codebook": self.tr("Codebook"),
            "segments": self.tr("Coded segments"),
            "document": self.tr("One document"),
        }
        for kind, title in titles.items():
            self.kind.addItem(title, kind)
        self.kind.setCurrentIndex(self.kind.findData(coming.options.kind))
        self._row(self.kind, coming.looked.path.suffix.casefold() in _TABLES)

    def _fill_encoding(self, coming: Coming) -> None:
        self.encoding.clear()
        looked = coming.looked
        found = looked.encodings[0] if looked.encodings else ""
        if found:
            title = previews.encoding_title(found)
            self.encoding.addItem(self.tr("{encoding} (found)").replace("{encoding}", title), "")
        for encoding in dict.fromkeys((*looked.encodings[1:], *previews.ENCODINGS)):
            if encoding != found:
                self.encoding.addItem(previews.encoding_title(encoding), encoding)
        self.encoding.setCurrentIndex(max(0, self.encoding.findData(coming.options.encoding)))
        self._row(self.encoding, bool(looked.encodings))

    def _fill_language(self, coming: Coming) -> None:
        self.language.clear()
        found = coming.looked.language
        guess = language_title(found) if found else self.tr("not known")
        self.language.addItem(self.tr("{language} (found)").replace("{language}", guess), "")
        for code in previews.LANGUAGES:
            if code != found:
                self.language.addItem(language_title(code), code)
        self.language.setCurrentIndex(max(0, self.language.findData(coming.language)))
        documents = coming.looked.arrival.bundle.documents if coming.looked.arrival else ()
        self._row(self.language, bool(documents))

    def _fill_columns(self, coming: Coming, bundle: Bundle) -> None:
        self.column.clear()
        self.column.addItem(self.tr("As found"), "")
        for name in dict.fromkeys(name for case in bundle.cases for name in case.values):
            self.column.addItem(name, name)
        chosen = coming.options.case_column
        if chosen and self.column.findData(chosen) < 0:
            self.column.addItem(chosen, chosen)
        self.column.setCurrentIndex(max(0, self.column.findData(chosen)))
        self._row(self.column, bool(bundle.cases))

    def _survey(self, bundle: Bundle) -> str:
        """What a table will become, line by line."""
        lines = []
        if bundle.cases:
            lines.append(
                self.tr("%n case(s):", "", len(bundle.cases)) + " " + _some(case.name for case in bundle.cases)
            )
            kinds = {name: kind for case in bundle.cases for name, (kind, _) in case.values.items()}
            lines.append(
                self.tr("Variables: {names}").replace("{names}", _some(f"{n} ({word(k)})" for n, k in kinds.items()))
            )
        if bundle.documents:
            names = _some(document.name for document in bundle.documents)
            lines.append(self.tr("%n document(s) from open answers:", "", len(bundle.documents)) + " " + names)
        if bundle.codes:
            paths = _some(" > ".join(code.path) for code in bundle.codes)
            lines.append(self.tr("%n code(s):", "", len(bundle.codes)) + " " + paths)
        if bundle.codings:
            lines.append(self.tr("%n coding(s)", "", len(bundle.codings)))
        return "\n\n".join(lines)

    # ── correcting ──
    def _read_again(self) -> None:
        if self.coming is None:
            return
        options = replace(
            self.coming.options,
            kind=self.kind.currentData() or "",
            encoding=self.encoding.currentData() or "",
            case_column=self.column.currentData() or "",
        )
        if options != self.coming.options:
            self.reread.emit(options)

    def _correct(self) -> None:
        coming = self.coming
        if coming is None:
            return
        coming.language = self.language.currentData() or ""
        if self.speakers.isVisibleTo(self) and self.speakers.valid and coming.looked.arrival is not None:
            found = coming.looked.arrival.bundle.documents[0].speakers
            coming.rule = None if self.speakers.rule == found else self.speakers.rule
        self.corrected.emit()


def language_title(code: str) -> str:
    """A language as the user calls it, from its ISO 639-1 code."""
    language = QLocale.codeToLanguage(code)
    return QLocale.languageToString(language) if language != QLocale.Language.AnyLanguage else code


def _some(names: object, most: int = 12) -> str:
    shown = list(names)
    return ", ".join(shown[:most]) + (" …" if len(shown) > most else "")


CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
