"""Which code is at hand: the one that stands out while typing, else the one chosen or used last."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QModelIndex, QObject

from ...domain.codebook import Code, Codebook
from ...domain.memos import Memo
from ..docks import Docks
from ..look import Look
from ..models.codebook_model import RECORD
from .coding_rules import CodingRulesPanel

if TYPE_CHECKING:
    from ..coding.coding_tab import CodingTab
    from ..workspace import Workspace

PANEL = "rules"


class CodingRulesFlow(QObject):
    """Listens to codebook, readers and code panels, and tells the coding rules once they are open."""

    def __init__(self, workspace: "Workspace", look: Look, docks: Docks) -> None:
        super().__init__(workspace)
        self._workspace, self._look, self._docks = workspace, look, docks
        self._chosen: UUID | None = None
        self._typed: UUID | None = None  # what stands out in an open code panel
        self.panel: CodingRulesPanel | None = None
        workspace.codebook.tree.selectionModel().currentChanged.connect(self._in_codebook)
        workspace.codebook.rules_action.triggered.connect(lambda _checked: self.show())
        docks.offer(PANEL, self._make)

    def wire_tab(self, tab: "CodingTab") -> None:
        """Listen to a reader and its code panel."""
        panel = tab.flow.panel
        panel.highlighted.connect(self._highlighted)
        panel.closed.connect(lambda: self._highlighted(None))
        panel.applied.connect(lambda code, _stay: self._choose(code))
        tab.coding_chosen.connect(lambda coding: self._in_text(tab, coding))

    @property
    def code(self) -> UUID | None:
        """The code at hand."""
        return self._typed or self._chosen

    def show(self) -> None:
        """Open the panel, or bring it to the front; the keys stay with a code panel that is open."""
        self._docks.show(PANEL)

    # ── what is heard ──
    def _highlighted(self, code: UUID | None) -> None:
        self._typed = code
        self._tell()

    def _in_codebook(self, index: QModelIndex) -> None:
        found = index.data(RECORD)
        if isinstance(found, Code):
            self._choose(found.id)

    def _in_text(self, tab: "CodingTab", coding: UUID | None) -> None:
        found = next((one for one in tab.codings if one.id == coding), None) if coding is not None else None
        if found is not None:
            self._choose(found.code)

    def _choose(self, code: UUID) -> None:
        self._chosen = code
        self._tell()

    def _tell(self) -> None:
        if self.panel is not None and self.code is not None:
            self.panel.follow(self.code)

    # ── the panel ──
    def _make(self) -> CodingRulesPanel:
        panel = self.panel = CodingRulesPanel(self._workspace.bridge, self._look, self._book)
        panel.open_segment.connect(self._workspace.open_segment)
        panel.show_segments.connect(self._workspace.show_segments)
        panel.open_memo.connect(self._open_memo)
        panel.said.connect(self._workspace.said)
        self._tell()
        return panel

    def _book(self) -> Codebook:
        """The codebook as the reader has it: there new codes are first."""
        here = self._workspace.coding.codebook
        return here if here.by_id else self._workspace.codebook.model.codebook

    def _open_memo(self, memo: Memo) -> None:
        self._workspace.journal.show_memo(memo.id)
