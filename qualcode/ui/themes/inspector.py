"""What is known of one theme, and where it is written: stage, concept, boundary, evidence, voices, codes, history."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...app.code_history import CodeStep, history_of_code
from ...app.theme_facts import EvidenceRow, ThemeFacts, chosen_evidence
from ...domain.codebook import Code
from ...domain.history import Step
from ...domain.themes import SIDES, STAGES
from ..bridge import Bridge
from ..dialogs.choose_code import ChooseCodeDialog
from ..dialogs.choose_segments import raised
from ..icons import icon
from ..look import META, Look
from ..marks import mark_icon
from ..parts.dates import short_moment
from ..translation import say
from ..views.ground import Ground, Words
from .acts import ThemeActs
from .choosing import choose_evidence
from .codes import CodesSection
from .evidence import EvidenceSection
from .fields import SavedName, SavedText
from .section import Section
from .stage_marks import StageMarks
from .theme_data import ThemeData
from .voices import VoicesSection
from .wording import counts_text, missing_names, stage_meanings, stage_names

_STEPS = 5  # of the history, before one asks for all of it
_TEXTS = ("concept", "boundary", "counter_search")
_SHOWN_BY = ("evidence", "segment", "document", "theme_code", "code", "memo")


class ThemeInspector(QScrollArea):
    """One theme; its texts are saved on leaving them, each as one step. Go through `build` first."""

    open_segment = Signal(object, int, int)  # document id, start, end
    said = Signal(str, object)
    history_wanted = Signal(object, str)  # id and name of the theme
    theme_wanted = Signal(object)  # the id of another theme
    code_wanted = Signal(object)  # the id of a code to show in the codebook

    def __init__(self, bridge: Bridge, data: ThemeData, acts: ThemeActs, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._data, self._acts, self._look = bridge, data, acts, look
        self.theme: UUID | None = None
        self._facts: ThemeFacts | None = None
        self.dialog: QWidget | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = Ground(look, "panel", self)
        self.viewport().setAutoFillBackground(False)
        self._column = QVBoxLayout(self._page)

    # ── building ──
    def build(self) -> Iterator[None]:
        """Make the parts one by one."""
        self._make_head()
        yield
        yield from self._make_texts()
        yield from self._make_sections()
        self._column.addStretch(1)
        self.setWidget(self._page)
        self._page.hide()
        yield
        self._data.arrived.connect(self._arrived)
        self._bridge.followed.connect(self._stepped)
        self._bridge.writing.connect(self._note)
        self._look.follow(self._take_look)
        self._take_look()

    def _make_head(self) -> None:
        look, writes = self._look, self._acts.writes
        self._mark = QLabel(self._page)
        self.name = SavedName(look, self.tr("Name of the theme"), self._page)
        self.name.setReadOnly(not writes)
        self.name.saved.connect(self._rename)
        self._title = QHBoxLayout()
        self._title.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        self._title.addWidget(self.name, 1)
        self.marks = StageMarks(look, self._page)
        self.stage = QComboBox(self._page)
        self.stage.setAccessibleName(self.tr("Stage"))
        meanings = stage_meanings()
        for stage, words in stage_names().items():
            self.stage.addItem(words, stage)
            self.stage.setItemData(self.stage.count() - 1, meanings[stage], Qt.ItemDataRole.ToolTipRole)
        self.stage.setEnabled(writes)
        self.stage.activated.connect(self._set_stage)
        self._stage_row = QHBoxLayout()
        self._stage_row.addWidget(self.marks)
        self._stage_row.addWidget(self.stage)
        self._stage_row.addStretch(1)
        self.counts = Words(look, META, "ink2", wrap=True, parent=self._page)
        self.caution = _Caution(look, self._page)
        self._column.addLayout(self._title)
        self._column.addLayout(self._stage_row)
        self._column.addWidget(self.counts)
        self._column.addWidget(self.caution)

    def _make_texts(self) -> Iterator[None]:
        labels = {
            "concept": (self.tr("Central organising concept"), self.tr("What holds it together, in a sentence or two")),
            "boundary": (self.tr("Boundary"), self.tr("What it leaves out, and where another theme begins")),
            "counter_search": (
                self.tr("Search for counter-evidence"),
                self.tr("Where you looked for what does not fit, and what you found"),
            ),
        }
        self.texts: dict[str, SavedText] = {}
        for field in _TEXTS:
            name, hint = labels[field]
            section = Section(self._look, name, self._page)
            text = SavedText(self._look, name, hint, section)
            text.setReadOnly(not self._acts.writes)
            text.saved.connect(lambda words, field=field: self._describe(field, words))
            section.add(text)
            self.texts[field] = text
            self._column.addWidget(section)
            yield

    def _make_sections(self) -> Iterator[None]:
        look, page = self._look, self._page
        self.evidence: dict[str, EvidenceSection] = {}
        for side in SIDES:
            self.evidence[side] = section = EvidenceSection(self._acts, look, side, page)
            section.open_segment.connect(self.open_segment)
            section.more_wanted.connect(self.choose_evidence)
            self._column.addWidget(section)
            yield
        self.voices = VoicesSection(look, page)
        self._column.addWidget(self.voices)
        yield
        self.codes = CodesSection(self._acts, look, page)
        self.codes.link_wanted.connect(self.ask_code)
        self.codes.code_wanted.connect(self._show_code)
        self._column.addWidget(self.codes)
        yield
        self.history = Section(look, self.tr("History"), page)
        self.steps = Words(look, META, "ink", wrap=True, parent=self.history)
        self.history.add(self.steps)
        self.history_button = QPushButton(self.tr("Whole history…"), self.history)
        self.history_button.setProperty("kind", "quiet")
        self.history_button.clicked.connect(self._show_history)
        self.history.body.addWidget(self.history_button, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(self.history)

    def _take_look(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(16), px(12), px(12), px(16))
        self._column.setSpacing(px(16))
        self._title.setSpacing(px(4))
        self._stage_row.setSpacing(px(8))
        self._show_mark()

    def _show_mark(self) -> None:
        if self._facts is not None:
            side = self._look.px(24)
            mark = mark_icon(self._facts.theme.color, "theme", self._look.current.dark, side)
            self._mark.setPixmap(mark.pixmap(QSize(side, side), self.devicePixelRatioF()))

    # ── what is shown ──
    def show_theme(self, theme: UUID | None) -> None:
        """Show another theme; what was being written about the one before is kept."""
        if theme != self.theme:
            self.save()
            self.theme = theme
            for section in self.evidence.values():
                section.show_rows(())
            self.steps.setText("")
            self.verticalScrollBar().setValue(0)
            self._show(anew=True)
            self._ask()

    def _arrived(self) -> None:
        self._show(anew=False)
        self._ask()

    def _stepped(self, step: Step) -> None:
        if self.isVisible() and step.touches(*_SHOWN_BY):
            self._ask()

    def _show(self, anew: bool) -> None:
        facts, board = self._data.facts(self.theme), self._data.board
        self._facts = facts
        self._page.setVisible(facts is not None)
        if facts is None or board is None:
            return
        self._show_mark()
        self.name.show_name(facts.theme.name, anew)
        self.marks.show_stage(facts.stage)
        self.stage.setCurrentIndex(STAGES.index(facts.stage))
        self.stage.setToolTip(stage_meanings()[facts.stage])
        self.counts.setText(counts_text(facts))
        names = missing_names()
        self.caution.show_missing([names[what] for what in facts.unfinished], anew)
        for field, text in self.texts.items():
            text.show_text(getattr(facts.theme, field) or "", anew)
        self.voices.show_facts(facts, anew)
        self.codes.show_facts(facts, board.codebook)

    def _ask(self) -> None:
        theme = self.theme
        if theme is None:
            return

        def evidence(found: tuple[list[EvidenceRow], list[EvidenceRow]]) -> None:
            if theme == self.theme:
                self.evidence["for"].show_rows(found[0])
                self.evidence["against"].show_rows(found[1])

        def history(found: list[CodeStep]) -> None:
            if theme == self.theme:
                self._show_steps(found)

        self._bridge.ask(lambda read: chosen_evidence(read, theme), evidence)
        self._bridge.ask_soon("theme history", lambda read: history_of_code(read, theme), history)

    def _show_steps(self, found: list[CodeStep]) -> None:
        lines = []
        for one in [each for each in reversed(found) if not each.step.undone][:_STEPS]:
            when = " · ".join((short_moment(one.step.time), one.step.coder))
            why = "\n" + self.tr("Why: {reason}").replace("{reason}", one.reason) if one.reason else ""
            lines.append(f"{say(one.step)}\n{when}{why}")
        self.steps.setText("\n\n".join(lines))

    # ── what is done ──
    def take_keys(self) -> None:
        """Come here with the keys."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.deselect()

    def rename(self) -> None:
        """Let the name be written anew."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def save(self) -> None:
        """Keep what is being written."""
        self.name.save()
        for text in self.texts.values():
            text.save()

    def _note(self) -> None:
        """Something is about to be written elsewhere: what is being written here goes first, if it is not at hand."""
        for text in self.texts.values():
            if not text.hasFocus():
                text.save()

    def _rename(self, name: str) -> None:
        facts = self._facts
        if facts is not None:
            before = facts.theme.name
            self._acts.rename(facts.theme.id, before, name, lambda: self.name.restore(before))

    def _describe(self, field: str, words: str) -> None:
        facts = self._facts
        if facts is not None:
            before = getattr(facts.theme, field) or ""
            text = self.texts[field]
            self._acts.describe(facts.theme.id, lambda: text.restore(before), **{field: words})

    def _set_stage(self, row: int) -> None:
        facts = self._facts
        if facts is not None and STAGES[row] != facts.stage:
            self._acts.set_stage(facts.theme.id, facts.theme.name, STAGES[row])

    def choose_evidence(self, side: str) -> None:
        """Open the list of the theme's segments to choose from."""
        facts = self._facts
        if facts is None or raised(self.window(), (facts.theme.id, side)) is not None:
            return
        chosen = {row.evidence.segment: row.evidence.side for one in self.evidence.values() for row in one.model.rows}
        dialog = choose_evidence(self._bridge, facts, side, chosen, self.window())
        dialog.about = facts.theme.id, side
        dialog.chose.connect(lambda segments, to: self._acts.choose(facts.theme.id, facts.theme.name, segments, to))
        dialog.open_segment.connect(self.open_segment)
        self.dialog = dialog
        dialog.show()

    def ask_code(self) -> None:
        """Choose a code that stands elsewhere to belong to the theme, too."""
        facts, board = self._facts, self._data.board
        if facts is None or board is None:
            return
        book = board.codebook
        above = {one.id for one in book.ancestors(facts.theme.id)}
        title = self.tr("Link a code to “{theme}”").replace("{theme}", facts.theme.name)
        without = {*facts.codes, *above}
        dialog = ChooseCodeDialog(title, self.tr("Link"), book, without, parent=self.window())

        def chose(key: Any) -> None:
            if key is not None:
                self._acts.link(facts.theme.id, key, (facts.theme.name, book.by_id[key].name))

        dialog.chose.connect(chose)
        self.dialog = dialog
        dialog.show()

    def _show_code(self, code: Code) -> None:
        if code.kind == "theme":
            self.theme_wanted.emit(code.id)
        else:
            self.code_wanted.emit(code.id)

    def _show_history(self) -> None:
        if self._facts is not None:
            self.history_wanted.emit(self._facts.theme.id, self._facts.theme.name)


class _Caution(QFrame):
    """What is missing, on the ground of a caution."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("caution")
        self.sign = QLabel(self)
        self.words = Words(look, META, "warn", wrap=True, parent=self)
        row = QHBoxLayout(self)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        look.follow(self._take_look)
        self._take_look()

    def _take_look(self) -> None:
        px, tokens = self._look.px, self._look.current
        self.layout().setContentsMargins(px(8), px(6), px(8), px(6))
        self.layout().setSpacing(px(6))
        self.sign.setPixmap(icon("warning", "warn").pixmap(px(16), px(16)))
        edge = f"{tokens.edge}px solid {tokens.warn if tokens.high else tokens.warn_ground}"
        self.setStyleSheet(
            f"QFrame#caution {{ background: {tokens.warn_ground}; border: {edge}; border-radius: {px(6)}px; }}"
        )

    def show_missing(self, missing: list[str], anew: bool) -> None:
        """Say what is missing; nothing is shown where nothing is. For the same theme the room stays: one text is saved
        by a click on the next one, which must not slip away from under the mouse."""
        if anew or self.isVisible():
            self.setMinimumHeight(0 if anew else self.height())
            policy = self.sizePolicy()
            policy.setRetainSizeWhenHidden(not anew)
            self.setSizePolicy(policy)
        self.setVisible(bool(missing))
        self.words.setText(self.tr("Unfinished: {what}").replace("{what}", ", ".join(missing)))
