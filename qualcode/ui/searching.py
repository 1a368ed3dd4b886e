"""What the search leads to: opening what was found, coding hits from the list in one step, autocoding."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, QRect, Signal

from ..app import autocoding
from ..app.autocoding import Coded
from ..app.search import Hit
from ..domain.folding import fold
from ..domain.history import Step
from ..domain.queries import Scope
from .coding.coding_flow import LONGEST_NAME
from .dialogs.autocode import AutocodeDialog
from .dialogs.memos import show_memos
from .reader.code_panel import CodePanel
from .reader.matching import Draft

if TYPE_CHECKING:
    from .workspace import Workspace


class Searching(QObject):
    """Wires the search panel of a workspace to the rest of it."""

    said = Signal(str, object)  # a sentence, and the number of the step that can be undone (None: none)

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._window = workspace.parent()
        self._hits: Sequence[Hit] = ()
        self._scope = Scope()
        self.panel = CodePanel(self._window)
        self.panel.applied.connect(lambda code, _stay: self._do(autocoding.autocode, code))
        self.panel.created.connect(self._created)
        self.panel.in_vivo.connect(self._words_as_code)
        search = workspace.search
        search.open_segment.connect(workspace.open_segment)
        search.open_code.connect(self._open_code)
        search.open_memo.connect(self._open_memo)
        search.code_wanted.connect(self.ask_code)
        search.move_wanted.connect(workspace.codebook.surgery.ask_give)
        search.autocode_wanted.connect(self.autocode)
        search.said.connect(lambda text: self.said.emit(text, None))

    def limit(self, scope: Scope) -> None:
        """Obey the window's filters."""
        self._scope = scope
        self._workspace.search.limit(scope)

    def close(self) -> None:
        """The workspace is being taken down."""
        self.panel.dismiss()
        self.panel.deleteLater()

    # ── opening ──
    def _open_code(self, code: UUID) -> None:
        self._workspace.codebook.choose(code)
        self._workspace.show_segments(code)

    def _open_memo(self, kind: str, about: UUID | None, title: str, memo: UUID) -> None:
        show_memos(self._workspace.bridge, kind, about, title, self._window, memo)

    # ── coding ──
    def code_chosen(self) -> bool:
        """Ask for a code for the chosen hits, where the search has the keyboard; whether it has."""
        search = self._workspace.search
        if not search.has_keys:
            return False
        search.ask_code()
        return True

    def ask_code(self, hits: Sequence[Hit], rect: QRect) -> None:
        """Open the code panel below `rect` (global px) for these hits."""
        self._hits = hits
        flow = self._workspace.coding.flow
        entries = flow.entries()
        known = {entry.code_id for entry in entries}
        recents = [code for code in flow.use.recent if code in known]
        self.panel.open_at(rect, "", entries, recents, flow.parent)

    def _created(self, made: Draft, _stay: bool) -> None:
        book = self._workspace.coding.codebook
        same = [] if made.above else [code for code in book.children(made.parent) if fold(code.name) == fold(made.name)]
        if same:
            self._do(autocoding.autocode, same[0].id)
        else:
            self._do(autocoding.autocode_new, made.name, parent=made.parent, above=made.above)

    def in_their_words(self) -> bool:
        """Where the panel asks about hits, make the words of the first one the code of all; whether it does."""
        if not self.panel.isVisible():
            return False
        self.panel.dismiss()
        self._words_as_code()
        return True

    def _words_as_code(self) -> None:
        flow = self._workspace.coding.flow
        words = " ".join(self._hits[0].text.split()).replace(">", "›")
        name = words if len(words) <= LONGEST_NAME else words[: LONGEST_NAME - 1].rstrip() + "…"
        self._created(Draft(name, flow.parent), False)

    def _do(self, action: Callable[..., Any], code: UUID | str, **more: Any) -> None:
        hits = self._hits  # they know what they were found by, and the history will

        def job(project: Any) -> Coded:
            return action(project, code, hits, **more)

        bridge = self._workspace.bridge
        bridge.act(job, then=self._tell, failed=bridge.failed.emit)

    def autocode(self, text: str = "", kind: str = "words") -> None:
        """Open the dialog that shows what a rule would code."""
        dialog = AutocodeDialog(self._workspace.bridge, self._scope, text, kind, self._window)
        self._workspace.filtering.attend(dialog, self.tr("· passages outside it are not coded"))
        dialog.coded.connect(self._tell)
        dialog.open()

    def _tell(self, made: Coded, step: Step | None) -> None:
        """Say what a coding of many passages did."""
        self._workspace.use.used(made.code.id)
        if not made.passages:
            text = self.tr("All of this is coded with “{name}” already")
        else:
            text = self.tr("%n passage(s) coded with “{name}”", "", made.passages)
            if made.already:
                text += " · " + self.tr("%n had it already", "", made.already)
        self.said.emit(text.replace("{name}", made.code.name), step.number if step else None)
