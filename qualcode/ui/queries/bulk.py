"""What is done to many passages at once, each in one step that can be undone: code, uncode, write a memo."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QWidget

from ...app import found_passages
from ...app.autocoding import Coded
from ...app.query_results import codes_found
from ...app.retrieving import Retrieved
from ...domain.codebook import Codebook
from ...domain.history import Step
from ...domain.selections import Place
from ...store.reading import Reading
from ..bridge import Bridge
from ..dialogs.choose_code import ChooseCodeDialog
from ..look import look
from ..parts.popup import Popup
from ..reader.matching import Draft
from ..views.wording import counted

MOST_LINKED = 200  # passages a memo leads to


@dataclass(frozen=True, slots=True, eq=False)
class Meant:
    """Passages of an answer: those ticked, or, with `places` empty, all `number` of them."""

    found: Retrieved
    places: tuple[Place, ...]
    number: int

    @property
    def wanted(self) -> Sequence[Place] | None:
        """Where those ticked stand; None: all."""
        return self.places or None


class MemoPopup(Popup):
    """A text about some passages; `written` gives it."""

    written = Signal(str)

    def __init__(self, heading: str, text: str, parent: QWidget) -> None:
        super().__init__(heading, parent)
        px = look().px
        title = QLabel(heading, self)
        title.setWordWrap(True)
        self.text = QPlainTextEdit(self)
        self.text.setPlainText(text)
        self.text.setAccessibleName(self.tr("Text of the memo"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumSize(px(380), px(150))
        self.button = QPushButton(self.tr("Write memo"), self)
        self.button.setProperty("kind", "filled")
        self.button.clicked.connect(self._write)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.button)
        self.body.addWidget(title)
        self.body.addWidget(self.text, 1)
        self.body.addLayout(foot)
        self.text.textChanged.connect(self._check)
        cursor = self.text.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.text.setTextCursor(cursor)
        look().dress(self)

    def _check(self) -> None:
        self.button.setEnabled(bool(self.text.toPlainText().strip()))

    def _write(self) -> None:
        self.written.emit(self.text.toPlainText())
        self.close()


class Bulk(QObject):
    """Asks what is still to be said, then does it; `said` tells what was done, and the step to undo."""

    said = Signal(str, object)

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._window = bridge, parent
        self.dialog: ChooseCodeDialog | MemoPopup | None = None
        self._unwritten = ""  # a memo that could not be written as it was meant

    # ── coding ──
    def code(self, meant: Meant) -> None:
        """Ask for a code and put it on the passages."""
        self._bridge.ask(lambda read: read.codebook, lambda book: self._ask_code(meant, book))

    def _ask_code(self, meant: Meant, book: Codebook) -> None:
        title = counted("Code %n passage(s) with", meant.number)
        dialog = ChooseCodeDialog(title, self.tr("Code"), book, parent=self._window.window(), creates=True)
        dialog.chose.connect(lambda code: self.apply(meant, code))
        dialog.created.connect(lambda made: self.create(meant, made))
        self.dialog = dialog
        dialog.show()

    def apply(self, meant: Meant, code: UUID) -> None:
        """Put a code on the passages."""
        self._act(found_passages.code_found, code, meant.found, meant.wanted, then=self._coded)

    def create(self, meant: Meant, made: Draft) -> None:
        """Make a code and put it on the passages, in one step."""
        more = {"parent": made.parent, "above": made.above}
        action = found_passages.code_found_anew
        self._act(action, made.name, meant.found, meant.wanted, then=self._coded, **more)

    def _coded(self, made: Coded, step: Step | None) -> None:
        text = counted("%n passage(s) coded with “{code}”", made.passages).replace("{code}", made.code.name)
        if made.already:
            text += counted("; %n had it already", made.already)
        self.said.emit(text, step.number if step is not None and made.passages else None)

    # ── taking codes off ──
    def uncode(self, meant: Meant) -> None:
        """Ask which of the codes that were found is to be taken off the passages."""

        def question(read: Reading) -> tuple[Codebook, list[tuple[UUID, str, int]]]:
            return read.codebook, codes_found(meant.found, meant.wanted)

        self._bridge.ask(question, lambda answer: self._ask_which(meant, *answer))

    def _ask_which(self, meant: Meant, book: Codebook, found: list[tuple[UUID, str, int]]) -> None:
        there = {key for key, _, _ in found}
        without = {code.id for code in book.ordered} - there
        title = counted("Take which code off %n passage(s)? Only codings that were found go.", meant.number)
        dialog = ChooseCodeDialog(title, self.tr("Uncode"), book, without, parent=self._window.window())
        dialog.chose.connect(lambda code: self.take_off(meant, code))
        self.dialog = dialog
        dialog.show()

    def take_off(self, meant: Meant, code: UUID) -> None:
        """Take the codings with a code that were found off the passages."""
        self._act(found_passages.uncode_found, code, meant.found, meant.wanted, then=self._taken)

    def _taken(self, gone: list[Any], step: Step | None) -> None:
        text = counted("%n coding(s) removed; text and codes stay", len(gone))
        self.said.emit(text, step.number if step is not None else None)

    # ── memos ──
    def memo(self, meant: Meant, question: str, button: QWidget) -> None:
        """Ask for the text of a memo that leads to the passages."""
        if meant.number > MOST_LINKED:
            text = self.tr("A memo leads to at most {most} passages. Tick those it is about.")
            self.said.emit(text.replace("{most}", str(MOST_LINKED)), None)
            return
        heading = counted("Memo on %n passage(s)", meant.number)
        text = self._unwritten or (f"{question}\n\n" if question else "")
        popup = MemoPopup(heading, text, self._window.window())
        popup.written.connect(lambda text: self.write(meant, text))
        self.dialog = popup
        popup.open_below(button)
        popup.text.setFocus()

    def write(self, meant: Meant, text: str) -> None:
        """Write a memo on the project that leads to the segments of the passages."""

        def failed(error: Exception) -> None:
            self._unwritten = text  # nobody types it twice
            self._bridge.failed.emit(error)

        found, places = meant.found, meant.wanted
        self._bridge.act(found_passages.memo_on_found, text, found, places, then=self._written, failed=failed)

    def _written(self, memo: Any, step: Step | None) -> None:
        self._unwritten = ""
        text = self.tr("Memo “{title}” written").replace("{title}", memo.title)
        self.said.emit(text, step.number if step is not None else None)

    def _act(self, action: Any, *args: Any, then: Any, **options: Any) -> None:
        self._bridge.act(action, *args, then=then, failed=self._bridge.failed.emit, **options)
