"""Segments as objects in the window: marking and linking the chosen one, from wherever it is chosen."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ...domain.codings import PlacedCoding
from ...domain.queries import Scope
from ..commands.actions import Actions
from ..dialogs.links import LinksDialog
from ..docks import Docks
from ..look import Look, look
from ..parts.filter_note import FilterNote
from .link_bar import LinkBar, said_relation
from .linking_flow import LinkingFlow
from .marking_flow import MarkingFlow

if TYPE_CHECKING:
    from ..panels.segments import SegmentsPanel
    from ..workspace import Workspace
    from .coding_tab import CodingTab


class SegmentWork(QObject):
    """Brings readers, list and card together over marks and links."""

    said = Signal(str, object)  # a sentence, the number of the step to undo

    def __init__(self, workspace: "Workspace", look: Look, actions: Actions, docks: Docks) -> None:
        super().__init__(workspace)
        self._workspace, self._docks = workspace, docks
        self._panel: SegmentsPanel | None = None
        self.links: LinksDialog | None = None
        self._scope = Scope()  # what the window's filter leaves
        self.bar = LinkBar(look, workspace.page)
        workspace.methods.offer_relations(self.bar.relations, said_relation)
        workspace.page.layout().insertWidget(1, self.bar)
        self.marking = MarkingFlow(workspace.bridge, actions, self)
        self.linking = LinkingFlow(workspace.bridge, self.bar, self)
        for flow in (self.marking, self.linking):
            flow.said.connect(self.said)
        self.marking.field_wanted.connect(lambda *_: docks.show("segments"))  # before the panel puts the cursor there
        self.marking.link_wanted.connect(lambda coding: self.linking.begin(coding.id))
        self.linking.ended.connect(self._back_to_text)

    def _back_to_text(self) -> None:
        self._workspace.view.setFocus()

    def wire(self, panel: "SegmentsPanel") -> None:
        """Listen to the list and the card."""
        self._panel = panel
        panel.open_segment.connect(lambda _document, _start, _end, coding: self.linking.choose(coding))
        panel.links_wanted.connect(self.show_links)
        panel.limited.connect(self._limit)

    def wire_tab(self, tab: "CodingTab") -> None:
        """Listen to a reader, and let its menu offer what can be said about a coding."""
        tab.marking = self.marking
        tab.coding_chosen.connect(self.linking.choose)
        self.linking.watch(tab.reader.view)

    # ── the commands ──
    def chosen(self) -> PlacedCoding | None:
        """The coding that is meant: the one in the list or card that has the keys, else the one chosen in the text."""
        panel, tab = self._panel, self._workspace.coding
        focus = self._workspace.page.window().focusWidget()
        if panel is not None and focus is not None and panel.isAncestorOf(focus):
            found = panel.current_coding()
            if found is not None:
                return found
        return next((coding for coding in tab.codings if coding.id == tab.reader.chosen), None)

    def toggle_mark(self, mark: str) -> None:
        """Mark the chosen coding, or take that mark off."""
        self._with(lambda coding: self.marking.toggle_mark(coding, mark))

    def set_certainty(self, certainty: str) -> None:
        """Say how certain the chosen coding is; saying the same again takes it back."""
        self._with(
            lambda coding: self.marking.set_certainty(coding, None if coding.certainty == certainty else certainty)
        )

    def discuss(self) -> None:
        """Ask to discuss the chosen coding, or call it settled."""
        self._with(self.marking.toggle_discuss)

    def weigh(self) -> None:
        """Put the cursor where the chosen coding's weight is typed."""
        self._with(lambda coding: self.marking.field_wanted.emit(coding, "weight"))

    def use_as_example(self, near_miss: bool = False) -> None:
        """Write the chosen words into the codebook."""
        self._with(lambda coding: self.marking.use_as_example(coding, near_miss))

    def link(self) -> None:
        """Begin a link at the chosen coding; with both ends chosen, make it."""
        coding = self.chosen()
        self.linking.step(coding.id if coding is not None else None)

    def _with(self, act: Any) -> None:
        coding = self.chosen()
        if coding is None:
            self.said.emit(self.tr("Choose a coding first: click its stripe, or press F4."), None)
        else:
            act(coding)

    # ── the list of links ──
    def show_links(self) -> None:
        """Open the list of all links, or bring it to the front."""
        if self.links is None:
            window = self._workspace.page.window()
            self.links = LinksDialog(self._workspace.bridge, self.linking, self._scope, window)
            self.links.layout().insertWidget(0, FilterNote(self._workspace.filters, look(), self.links))
            self.links.open_segment.connect(self._workspace.open_segment)
            self.links.destroyed.connect(self._forget)
            self.links.show()
        else:
            self.links.raise_()
            self.links.activateWindow()

    def _forget(self) -> None:
        self.links = None

    def _limit(self, scope: Scope) -> None:
        self._scope = scope
        if self.links is not None:
            self.links.limit(scope)
