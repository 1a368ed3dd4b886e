"""The editor of one memo: title, type, day, text with a preview, what it leads to and what leads to it."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any
from uuid import UUID

from PySide6.QtCore import QDate, QDateTime, QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ...app import memos as actions
from ...app.mentions import MemoPage, Thing, meant, page_of, things
from ...app.resources import resource
from ...domain.history import Step
from ...domain.memos import Memo, mentions
from ...store.reading import Reading
from ..bridge import Bridge
from ..look import META, TITLE, look
from ..method_hints import memo_types
from ..parts.date_field import DateField
from ..parts.dates import short_moment
from ..parts.elided import ElidedLabel
from ..views.flow import FlowLayout
from .keeping import Contents, Keeper, Sheet
from .linking import LINK, MemoLinks
from .links import told
from .preview import MemoPreview
from .questions import MemoQuestions
from .types import type_name, type_of
from .writing import MemoText

PREVIEW = QKeySequence("Ctrl+Shift+H")
_STANDING = ("memo", "memo_link", "code", "document", "case", "segment", "study")  # what the editor shows


class MemoEditor(QWidget):
    """Shows one memo and lets it be written; what was typed is kept without being asked.

    It is put aside every two seconds, and written as one step when the writer goes to another memo or elsewhere in
    the window, before anything else is written, or after half a minute without a key.
    """

    opened = Signal(str, object)  # the kind and id of what a link leads to
    made = Signal(object)  # a Memo that was new
    settled = Signal()  # nothing is being written any more
    changed = Signal()  # what is shown, or whether it is dirty
    parted = Signal(object, object)  # a Memo that somebody else changed, and the one of what was written here
    wordless = Signal(object, str)  # a Memo (None: a new one) that is not written, for it has no words; its title

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._page: MemoPage | None = None
        self._asked = 0
        self._filling = False
        self._keeper = Keeper(bridge, self)
        self._keeper.written.connect(self._written)
        self._keeper.settled.connect(self.settled)
        self._keeper.refused.connect(self._refused)
        self._keeper.parted.connect(self.parted)
        self._keeper.wordless.connect(self.wordless)
        self._lay_out()
        bridge.followed.connect(self._stepped)
        look().follow(self._take_look)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
        self._take_look()
        self._fill(None)

    # ── the parts ──
    def _lay_out(self) -> None:
        self._make_fields()
        self._make_views()
        self.linked = MemoLinks(self._bridge, self._keeper, self.preview, self)
        self.linked.opened.connect(self.opened)
        self.linked.changed.connect(self._refresh)
        facts = QWidget(self)
        row = FlowLayout(facts)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.kind)
        row.addWidget(self.date)
        views = QHBoxLayout()
        views.setSpacing(4)
        views.addWidget(self.write_button)
        views.addWidget(self.preview_button)
        views.addWidget(self.questions)
        views.addStretch(1)
        views.addWidget(self.facts)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.about, self.title, facts):
            self._column.addWidget(widget)
        self._column.addLayout(views)
        self._column.addWidget(self.stack, 1)
        self._column.addWidget(self.linked)
        self.title.textEdited.connect(self._edited)
        self.kind.editTextChanged.connect(self._edited)
        self.date.dateChanged.connect(self._edited)
        self.text.textChanged.connect(self._edited)
        for part in (self, self.title, self.kind, self.date, self.text, self.preview, self.linked.button):
            part.installEventFilter(self)

    def _make_fields(self) -> None:
        self.about = ElidedLabel(self)
        self.facts = ElidedLabel(self)
        self.title = QLineEdit(self)
        self.title.setPlaceholderText(self.tr("Title (else the first words)"))
        self.title.setAccessibleName(self.tr("Title"))
        self.kind = QComboBox(self)
        self.kind.setEditable(True)
        self.kind.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.kind.setAccessibleName(self.tr("Type of memo"))
        self.kind.setToolTip(self.tr("Type: choose one, or write a word of your own."))
        self.kind.addItems(["", *map(type_name, memo_types(self._bridge.method))])
        field = self.kind.lineEdit()
        if field is not None:
            field.setPlaceholderText(self.tr("No type"))
        self.date = DateField(self)
        self.date.setAccessibleName(self.tr("Date"))
        self.date.setToolTip(self.tr("The day the memo is about"))

    def _make_views(self) -> None:
        self.write_button = QPushButton(self.tr("Write"), self)
        self.preview_button = QPushButton(self.tr("Preview"), self)
        keys = PREVIEW.toString(QKeySequence.SequenceFormat.NativeText)
        # no group of buttons: in such a one Tab passes over all but the one that is down
        for button in (self.write_button, self.preview_button):
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setToolTip(f"{button.text()} ({keys})")
        self.write_button.setChecked(True)
        self.write_button.clicked.connect(lambda: self.show_preview(False))
        self.preview_button.clicked.connect(lambda: self.show_preview(True))
        self.text = MemoText(self)
        self.preview = MemoPreview(self)
        self.questions = MemoQuestions(self._bridge, self.text, self)
        self.preview.opened.connect(self.opened)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.text)
        self.stack.addWidget(self.preview)

    def _take_look(self) -> None:
        px, tokens = look().px, look().current
        self._column.setSpacing(px(8))
        self.title.setFont(look().font(TITLE, bold=True))
        for label in (self.about, self.facts):
            label.setFont(look().font(META))
            label.setStyleSheet(f"color: {tokens.ink2};")
        arrow = resource("icons", "arrows", f"down-{tokens.name}.svg").as_posix()
        self.date.setStyleSheet(
            f"QDateEdit::drop-down {{ subcontrol-position: center right; border: 0; width: {px(24)}px; }}"
            f'QDateEdit::down-arrow {{ image: url("{arrow}"); width: {px(16)}px; height: {px(16)}px; }}'
        )
        plain = QLocale().language() in (QLocale.Language.C, QLocale.Language.English)
        self.date.setDisplayFormat("d MMM yyyy" if plain else QLocale().dateFormat(QLocale.FormatType.ShortFormat))
        self.kind.setMinimumWidth(px(132))
        self.date.setMinimumWidth(px(132))
        self.text.setMinimumHeight(px(96))
        small = f"QPushButton {{ min-height: {px(24)}px; padding: 0 {px(10)}px; }}"
        for button in (self.write_button, self.preview_button, self.questions):
            button.setStyleSheet(small)

    def _ask(self, question: Callable[[Reading], Any], then: Callable[[Any], None]) -> None:
        """Ask the project something; an editor that is gone by then gets no answer."""

        def answer(found: Any) -> None:
            if isValid(self):
                then(found)

        self._bridge.ask(question, answer)

    def follow_keys(self, before: QWidget, behind: QWidget) -> None:
        """Let `Tab` come here from the one and go on to the other."""
        views = (self.write_button, self.preview_button, self.questions, self.text, self.preview)
        fields = (self.title, self.kind, self.date, *views)
        for here, there in pairwise((before, *fields, self.linked.button, behind)):
            QWidget.setTabOrder(here, there)

    # ── which memo ──
    @property
    def memo(self) -> Memo | None:
        """The memo as the project has it; None for a new one or none."""
        return self._keeper.sheet.memo if self._keeper.sheet is not None else None

    @property
    def dirty(self) -> bool:
        """Whether something was typed that the project does not have."""
        return self._keeper.sheet is not None and self._keeper.sheet.dirty

    @property
    def writing(self) -> bool:
        """Whether there is a memo in it, a new one or one of the project."""
        return self._keeper.sheet is not None

    @property
    def under_way(self) -> bool:
        """Whether something is being written."""
        return self._keeper.under_way

    def show_memo(self, memo_id: UUID | None) -> None:
        """Show this memo, or nothing; the one before is written."""
        sheet = self._keeper.sheet
        if sheet is not None and sheet.base is not None and memo_id == sheet.base.id:
            return
        self._asked += 1
        self._keeper.take(None)
        if memo_id is None:
            self._fill(None)
            return
        number = self._asked
        self._ask(lambda read: page_of(read, memo_id), lambda page: self._arrived(number, page))

    def start(self, about_kind: str, about_id: UUID | None, kind: str = "") -> None:
        """Begin a new memo about a project (no id), document, segment, code or case; the one before is written."""
        self._asked += 1
        sheet = Sheet(about_kind, about_id, now=Contents(kind=kind), blank=Contents(kind=kind))
        self._keeper.take(sheet)
        self._page = None
        self._fill(sheet)
        number = self._asked

        def question(read: Reading) -> Thing | None:
            key = about_id or read.study().id
            return things(read, [(about_kind, key)]).get(key)

        self._ask(question, lambda thing: self._subject_arrived(number, thing))
        self.show_preview(False)
        self.text.setFocus()

    def save(self) -> None:
        """Write what was typed, as one step."""
        self._keeper.save()

    def _subject_arrived(self, number: int, thing: Thing | None) -> None:
        if number == self._asked:
            self.linked.subject = thing
            self._show_facts()

    def _arrived(self, number: int, page: MemoPage | None) -> None:
        if number != self._asked:
            return
        self._page = page
        if page is None:
            self._fill(None)
            return
        memo = page.memo
        sheet = Sheet(memo.about_kind, memo.about)
        sheet.shows(memo)
        self._keeper.take(sheet)
        self.linked.subject = page.subject
        self._fill(sheet)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _fill(self, sheet: Sheet | None) -> None:
        """Put a sheet into the fields."""
        if sheet is None:
            self._page = self.linked.subject = None
        self._put(sheet.now if sheet is not None else Contents())
        writes = sheet is not None and not self._bridge.project.read_only
        self.text.setReadOnly(not writes)
        for widget in (self.title, self.kind, self.date, self.linked.button):
            widget.setEnabled(writes)
        for view in (self.write_button, self.preview_button):
            view.setEnabled(sheet is not None)
        self._offer_questions()
        self._show_page()
        self.changed.emit()

    def _put(self, now: Contents) -> None:
        """Let the fields say this."""
        self._filling = True
        if self.title.text() != now.title:
            self.title.setText(now.title)
        if type_of(self.kind.currentText()) != now.kind:
            self.kind.setEditText(type_name(now.kind))
        day = QDate.fromString(now.dated, Qt.DateFormat.ISODate)
        self.date.setDate(day if day.isValid() else _written_on(self.memo))
        if self.text.toPlainText() != now.text:
            place = self.text.textCursor().position()
            self.text.setPlainText(now.text)
            cursor = self.text.textCursor()
            cursor.setPosition(min(place, self.text.document().characterCount() - 1))
            self.text.setTextCursor(cursor)
        self._filling = False

    def _offer_questions(self) -> None:
        """A new memo without words may be started from a question."""
        new = self.writing and self.memo is None and not self._bridge.project.read_only
        self.questions.offer(new and not self.text.toPlainText())

    def _show_page(self) -> None:
        """Everything round the text."""
        page = self._page
        self.linked.show_page(page)
        self._show_facts()
        if self.stack.currentWidget() is self.preview:
            self.preview.show_memo(self.text.toPlainText(), page.named if page is not None else {})

    def _show_facts(self) -> None:
        subject = self.linked.subject
        self.about.setText(self.tr("About: {what}").replace("{what}", told(subject)) if subject else "")
        memo = self.memo
        parts = []
        if memo is not None:
            parts = [self._page.coder] if self._page is not None else []
            parts.append(short_moment(memo.changed or memo.created))
        self.facts.setText(" · ".join(filter(None, parts)))

    # ── what is typed ──
    def _edited(self, *_: object) -> None:
        sheet = self._keeper.sheet
        if self._filling or sheet is None:
            return
        day = self.date.date().toString(Qt.DateFormat.ISODate)
        usual = _written_on(sheet.memo).toString(Qt.DateFormat.ISODate)
        kept = sheet.stored.dated
        sheet.now = Contents(
            self.title.text(),
            type_of(self.kind.currentText()),
            day if day != usual or kept == day else "",
            self.text.toPlainText(),
        )
        self._offer_questions()
        self._keeper.typed()
        self.changed.emit()

    def _written(self, sheet: Sheet, memo: Memo, new: bool) -> None:
        if sheet is self._keeper.sheet:
            self._put(sheet.now)
            self._refresh()
            self.changed.emit()
        if new:
            self.made.emit(memo)

    def _refused(self, error: Exception) -> None:
        self._bridge.failed.emit(error)
        self.changed.emit()

    def remove(self) -> None:
        """Take the memo away; Undo brings it back."""
        memo = self.memo
        if memo is not None:
            self._keeper.hush()
            self.show_memo(None)
            self._bridge.do(actions.remove_memo, memo.id)

    # ── what others do ──
    def _stepped(self, step: Step) -> None:
        if self.memo is not None and step.touches(*_STANDING):
            self._refresh()

    def _refresh(self) -> None:
        """Read the memo again, and what belongs to it."""
        sheet = self._keeper.sheet
        if sheet is None or sheet.memo is None:
            return
        number, landings, key = self._asked, sheet.landings, sheet.memo.id
        self._ask(lambda read: page_of(read, key), lambda page: self._refreshed(number, landings, page))

    def _refreshed(self, number: int, landings: int, page: MemoPage | None) -> None:
        sheet = self._keeper.sheet
        if number != self._asked or sheet is None or sheet.memo is None or sheet.flights:
            return
        if landings != sheet.landings:  # read before what was written since; it is read again after each landing
            return
        if page is None:
            if not sheet.dirty:  # somebody took it away
                self._keeper.take(None)
                self._fill(None)
            return
        self._page, self.linked.subject = page, page.subject
        # what somebody else has changed is not what this writer goes on from
        if page.memo != sheet.memo and not sheet.dirty and not sheet.wordless:
            sheet.shows(page.memo)
            self._fill(sheet)
        else:
            self._show_page()

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """Whoever goes on elsewhere in the window has left the memo."""
        if old is not None and new is not None and self._holds(old) and not self._holds(new):
            self.save()

    def _holds(self, widget: QWidget) -> bool:
        # the reader has another meaning for its own `window`
        above = QWidget.window(widget).parent()
        return widget is self or self.isAncestorOf(widget) or above in (self, self.date)

    # ── the preview ──
    def show_preview(self, on: bool) -> None:
        """Show the memo as it reads, or let it be written."""
        self.preview_button.setChecked(on)
        self.write_button.setChecked(not on)
        here = self.stack.currentWidget().hasFocus()
        self.stack.setCurrentWidget(self.preview if on else self.text)
        if here:
            self.stack.currentWidget().setFocus()
        if not on:
            return
        words = self.text.toPlainText()
        self.preview.show_memo(words, self._page.named if self._page is not None else {})
        names = mentions(words)
        if names:
            key = self.memo.id if self.memo is not None else None
            self._ask(lambda read: meant(read, key, names), lambda found: self._named(words, found))

    def _named(self, words: str, found: dict[str, Thing | None]) -> None:
        if self.stack.currentWidget() is self.preview and words == self.text.toPlainText():
            self.preview.show_memo(words, found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            does = self._does(event)
            if does is not None:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    does()
                return True
        return bool(super().eventFilter(watched, event))

    def _does(self, event: QKeyEvent) -> Callable[[], None] | None:
        keys = QKeySequence(event.keyCombination())
        if keys == PREVIEW:
            return lambda: self.show_preview(self.stack.currentWidget() is self.text)
        if keys == LINK:
            return self.linked.choose
        if event.matches(QKeySequence.StandardKey.Save):
            return self.save
        return None


def _written_on(memo: Memo | None) -> QDate:
    """The day on which a memo was written, by the clock here; today for a new one."""
    if memo is None:
        return QDate.currentDate()
    return QDateTime.fromString(memo.created[:19] + "Z", Qt.DateFormat.ISODate).toLocalTime().date()
