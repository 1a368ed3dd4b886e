"""What the window looks at at present: chosen documents, folders, coders and values of variables."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen; an empty choice of a kind means all of that kind."""

    documents: frozenset[UUID] = frozenset()
    folders: frozenset[str] = frozenset()
    coders: frozenset[UUID] = frozenset()
    variables: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def everything(self) -> bool:
        """Whether nothing is filtered."""
        return not (self.documents or self.folders or self.coders or self.variables)


class Filters(QObject):
    """The filters of one window. Counts, charts and exports obey them."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = Choice()

    @property
    def choice(self) -> Choice:
        """What is chosen."""
        return self._choice

    @property
    def active(self) -> bool:
        """Whether anything is filtered."""
        return not self._choice.everything

    def options(self) -> dict[str, Any]:
        """The filters as the options documents, folders, coders and variables of analyses and exports."""
        choice = self._choice
        found: dict[str, Any] = {}
        if choice.documents:
            found["documents"] = sorted(choice.documents)
        if choice.folders:
            found["folders"] = sorted(choice.folders)
        if choice.coders:
            found["coders"] = sorted(choice.coders)
        if choice.variables:
            found["variables"] = {name: sorted(values) for name, values in choice.variables.items()}
        return found

    def choose(self, choice: Choice) -> None:
        """Look at this and nothing else."""
        kept = {name: values for name, values in choice.variables.items() if values}
        choice = replace(choice, variables=kept)
        if choice != self._choice:
            self._choice = choice
            self.changed.emit()

    def clear(self) -> None:
        """Look at everything again."""
        self.choose(Choice())

    def clear_kind(self, kind: str, name: str = "") -> None:
        """Take one filter away: `documents` (with folders), `coders`, or the variable of that name."""
        if kind == "documents":
            self.choose(replace(self._choice, documents=frozenset(), folders=frozenset()))
        elif kind == "coders":
            self.choose(replace(self._choice, coders=frozenset()))
        else:
            kept = {key: values for key, values in self._choice.variables.items() if key != name}
            self.choose(replace(self._choice, variables=kept))

    def forget(self, documents: Iterable[UUID], folders: Iterable[str], values: Mapping[str, Iterable[str]]) -> None:
        """Drop what is no longer in the project, given all that is."""
        choice = self._choice
        variables = {
            name: chosen & frozenset(values[name]) for name, chosen in choice.variables.items() if name in values
        }
        self.choose(
            replace(
                choice,
                documents=choice.documents & frozenset(documents),
                folders=choice.folders & frozenset(folders),
                variables=variables,
            )
        )
