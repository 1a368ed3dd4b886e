"""The digits follow the set of codes that is looked at; while all codes are, they stand for those used most."""

from uuid import UUID

from PySide6.QtCore import QObject, Signal

from ...domain.code_sets import CodeSet
from ..bridge import Bridge
from .code_sets import active_code_set
from .code_use import CodeUse


class DigitSets(QObject):
    """Keeps the digits of a project with the chosen set, and goes from set to set."""

    said = Signal(str)

    def __init__(self, bridge: Bridge, use: CodeUse, parent: QObject) -> None:
        super().__init__(parent)
        self._use = use
        self._active = active_code_set(bridge)
        self._active.changed.connect(self._follow)

    @property
    def sets(self) -> list[CodeSet]:
        """The code sets there are."""
        return self._active.sets

    @property
    def chosen(self) -> UUID | None:
        """The set whose codes the digits stand for; None: the codes used most."""
        return self._active.chosen.id if self._active.chosen is not None else None

    def choose(self, code_set: UUID | None) -> None:
        """Let the digits stand for the codes of this set; None: for the codes used most."""
        self._active.choose(code_set)
        found = self._active.chosen
        if found is None:
            self.said.emit(self.tr("The digits stand for the codes used most."))
        else:
            self.said.emit(self.tr("The digits stand for the set “{name}”.").replace("{name}", found.name))

    def next(self) -> None:
        """The next set, after the last one the codes used most."""
        if not self.sets:
            self.said.emit(self.tr("There are no code sets yet: the digits stand for the codes used most."))
            return
        order = [None, *(found.id for found in self.sets)]
        self.choose(order[(order.index(self.chosen) + 1) % len(order)])

    def _follow(self) -> None:
        self._use.follow(self._active.codes)
