"""Typed words that the project did not take: never dropped, offered to be written again, saved apart or copied."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow, QPushButton, QWidget

from ...app.unwritten import Unwritten, drop, joined, let_go, put_aside, take_up, write_again, write_as_new
from ...domain.documents import Document
from ...domain.errors import QualcodeError
from ...domain.history import Step
from ..bridge import Bridge
from ..look import META, look
from ..translation import say

if TYPE_CHECKING:
    from ..workspace import Workspace


class UnwrittenWords(QObject):
    """What could not be written into one open project; each is in a file, too, until it is settled."""

    changed = Signal()
    came = Signal(object)  # Unwritten that somebody should hear of

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._under_way: set[str] = set()
        self._problems: dict[str, str] = {}
        self._released = False
        self.kept: list[Unwritten] = []

    @property
    def released(self) -> bool:
        """Whether the project is being closed."""
        return self._released

    def look_for(self, study: str) -> None:
        """Find what an earlier session left."""

        def job(_progress: object) -> list[Unwritten]:
            left = take_up(study)
            if self._released:  # nobody hears of it any more
                for one in left:
                    let_go(study, one.key)
            return left

        def found(left: list[Unwritten]) -> None:
            for one in left:
                self.keep(one, "")

        self._bridge.tasks.read(job, found, lambda _error: None)

    def keep(self, one: Unwritten, problem: str) -> None:
        """Take care of something that was not written; what was typed on it joins it."""
        for number, there in enumerate(self.kept):
            # what is on its way into the project goes alone
            both = joined(there, one) if there.key not in self._under_way else None
            if both is not None:
                drop(one.study, one.key)
                one = both
                self.kept[number] = one
                break
        else:
            self.kept.append(one)
        put_aside(one)
        if self._released:
            let_go(one.study, one.key)
        if problem:
            self._problems[one.key] = problem
        self.changed.emit()
        self.came.emit(one)

    def problem(self, one: Unwritten) -> str:
        """Why it was not written, as far as that is known."""
        return self._problems.get(one.key, "")

    def busy(self, one: Unwritten) -> bool:
        """Whether it is being written."""
        return one.key in self._under_way

    def forget(self, one: Unwritten) -> None:
        """It is written, or may go."""
        self.kept = [other for other in self.kept if other.key != one.key]
        self._problems.pop(one.key, None)
        drop(one.study, one.key)
        self.changed.emit()

    def retry(self, one: Unwritten, then: Callable[[Document, Step | None], None]) -> None:
        """Write it into its document again."""
        self._write(one, write_again, then)

    def save_apart(self, one: Unwritten, then: Callable[[Document | None, Step | None], None]) -> None:
        """Make a document of its own of the whole text."""
        self._write(one, write_as_new, then)

    def _write(self, one: Unwritten, action: Callable[..., object], then: Callable[..., None]) -> None:
        if one.key in self._under_way:
            return
        self._under_way.add(one.key)

        def written(made: object, step: Step | None) -> None:
            self._under_way.discard(one.key)
            self.forget(one)
            then(made, step)

        def failed(error: Exception) -> None:
            self._under_way.discard(one.key)
            if isinstance(error, QualcodeError):
                self._problems[one.key] = say(error)
            else:
                self._bridge.failed.emit(error)
            self.changed.emit()

        self._bridge.act(action, one, then=written, failed=failed)
        self.changed.emit()

    def release(self) -> None:
        """The project is closed: what is kept is offered when it is opened again."""
        self._released = True
        for one in self.kept:
            let_go(one.study, one.key)


def unwritten_words(bridge: Bridge) -> UnwrittenWords:
    """What could not be written into a project, made on first use."""
    found = bridge.findChild(UnwrittenWords)
    return found if isinstance(found, UnwrittenWords) else UnwrittenWords(bridge)


class UnwrittenErrands(QObject):
    """Says that there are such words, with a button in the status line for as long, and opens their dialog."""

    def __init__(self, workspace: "Workspace", window: QWidget) -> None:
        super().__init__(workspace)
        self._workspace, self._window = workspace, window
        self._words = unwritten_words(workspace.bridge)
        self.button = QPushButton(window)
        self.button.setProperty("kind", "quiet")
        self.button.clicked.connect(self.open)
        self.button.hide()
        if isinstance(window, QMainWindow):
            window.statusBar().addPermanentWidget(self.button)
        self._words.changed.connect(self._count)
        self._words.came.connect(self._tell)
        look().follow(self._take_look)
        self._take_look()
        self._words.look_for(workspace.study.id.hex)

    def _take_look(self) -> None:
        px, tokens = look().px, look().current
        self.button.setStyleSheet(
            f"QPushButton {{ min-height: {px(22)}px; padding: 0 {px(8)}px; font-size: {px(META)}px; "
            f"color: {tokens.danger}; }}"
        )

    def _count(self) -> None:
        if self._words.released:
            return
        self.button.setText(self.tr("%n text(s) not written", "", len(self._words.kept)))
        self.button.setVisible(bool(self._words.kept))

    def _tell(self, one: Unwritten) -> None:
        if self._words.released:
            said = self.tr("What was typed into “{name}” is not written. It is offered when the project is open again.")
            self._workspace.said.emit(said.replace("{name}", one.name), None)
            return
        said = self.tr("What was typed into “{name}” is not written. It is kept.").replace("{name}", one.name)
        self._workspace.done.emit(said, self.tr("Show"), self.open)

    def open(self) -> None:
        """Show what was typed, and what can be done with it."""
        from ..dialogs.unwritten import UnwrittenDialog

        there = next((one for one in self._window.findChildren(UnwrittenDialog) if one.isVisible()), None)
        if there is not None:
            there.raise_()
            there.activateWindow()
            return
        workspace = self._workspace
        UnwrittenDialog(self._words, workspace.said.emit, workspace.coding.open_document, self._window).show()

    def close(self) -> None:
        """The project is closed."""
        self._words.release()
        self.button.hide()
        self.button.deleteLater()


def unwritten(
    key: str, study: str, document: Document, base: str, text: str, edits: list[tuple[int, int, int]]
) -> Unwritten:
    """What was typed into this document."""
    made = Unwritten(key, study, document.id.hex, document.name, base, text, tuple(edits))
    return replace(made, speakers=document.speakers, language=document.language)
