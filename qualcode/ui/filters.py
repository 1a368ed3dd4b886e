"""What the window looks at at present: chosen documents, folders, document sets, coders and values of variables."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from ..domain.conditions import NO_VALUE, is_range
from .memory import recall, remember

if TYPE_CHECKING:
    from .filter_choices import Choices


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen; an empty choice of a kind means all of that kind.

    Of a variable: values, ranges as `domain.conditions` writes them, and "" for no value.
    """

    documents: frozenset[UUID] = frozenset()
    folders: frozenset[str] = frozenset()
    coders: frozenset[UUID] = frozenset()
    variables: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sets: frozenset[UUID] = frozenset()

    @property
    def everything(self) -> bool:
        """Whether nothing is filtered."""
        return not (self.documents or self.folders or self.coders or self.variables or self.sets)

    def written(self) -> dict[str, Any]:
        """The choice as plain texts, to be kept."""
        return {
            "documents": sorted(map(str, self.documents)),
            "folders": sorted(self.folders),
            "coders": sorted(map(str, self.coders)),
            "variables": {name: sorted(values) for name, values in self.variables.items()},
            "sets": sorted(map(str, self.sets)),
        }

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> "Choice":
        """The choice that was kept. Raises `ValueError` or `TypeError` for what is none."""
        return cls(
            frozenset(map(UUID, kept.get("documents", ()))),
            frozenset(map(str, kept.get("folders", ()))),
            frozenset(map(UUID, kept.get("coders", ()))),
            {str(name): frozenset(map(str, values)) for name, values in kept.get("variables", {}).items()},
            frozenset(map(UUID, kept.get("sets", ()))),
        )


def renamed(choice: Choice, names: Mapping[str, str]) -> Choice:
    """A choice with variables under their new names, by the old ones."""
    return replace(choice, variables={names.get(name, name): values for name, values in choice.variables.items()})


class Filters(QObject):
    """The filters of one window. Counts, charts and exports obey them."""

    changed = Signal()
    counted = Signal()  # how many documents the filter leaves is known
    panel_wanted = Signal()  # somebody wants to choose filters

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = Choice()
        self._counts = (0, 0)
        self._partly = 0

    @property
    def choice(self) -> Choice:
        """What is chosen."""
        return self._choice

    @property
    def active(self) -> bool:
        """Whether anything is filtered."""
        return not self._choice.everything

    @property
    def counts(self) -> tuple[int, int]:
        """How many documents are left, of how many; zeros before they were counted."""
        return self._counts if self.active else (0, 0)

    def set_counts(self, left: int, of: int, partly: int = 0) -> None:
        """Say how many documents the filter leaves, and of how many only a speaker's own turns, or a span."""
        if (left, of, partly) != (*self._counts, self._partly):
            self._counts, self._partly = (left, of), partly
            self.counted.emit()

    def summary(self) -> str:
        """What is filtered, in a few words; empty when nothing is."""
        if not self.active:
            return ""
        left, of = self._counts
        if not of:
            return self.tr("Filter on")
        if self._partly:
            said = self.tr("Filter on: {count} of {all} documents, {parts} of them in part (own turns only)")
            return said.format(count=left, all=of, parts=self._partly)
        return self.tr("Filter on: {count} of {all} documents").format(count=left, all=of)

    def options(self) -> dict[str, Any]:
        """The filters as the options documents, folders, coders, variables and sets of analyses and exports."""
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
        if choice.sets:
            found["sets"] = sorted(choice.sets)
        return found

    def choose(self, choice: Choice) -> None:
        """Look at this and nothing else."""
        kept = {name: values for name, values in choice.variables.items() if values}
        choice = replace(choice, variables=kept)
        if choice != self._choice:
            self._choice, self._counts, self._partly = choice, (0, 0), 0
            self.changed.emit()

    def clear(self) -> None:
        """Look at everything again."""
        self.choose(Choice())

    def clear_kind(self, kind: str, name: str = "") -> None:
        """Take one filter away: `documents`, `folders`, `sets`, `coders`, or the variable of that name."""
        choice = self._choice
        if kind in ("documents", "folders", "sets", "coders"):
            self.choose(replace(choice, **{kind: frozenset()}))
        else:
            kept = {key: values for key, values in choice.variables.items() if key != name}
            self.choose(replace(choice, variables=kept))

    def rename_variables(self, names: Mapping[str, str]) -> None:
        """Variables have other names now, by the old ones: the filter stays what it was."""
        self.choose(renamed(self._choice, names))

    def forget(self, known: "Choices") -> None:
        """Drop what is no longer in the project, given all that is."""
        choice = self._choice
        types = {name: kind for name, kind, _ in known.variables}
        values = {name: set(found) for name, _, found in known.variables}
        variables = {
            name: frozenset(
                text for text in chosen if text in values[name] or text == NO_VALUE or is_range(text, types[name])
            )
            for name, chosen in choice.variables.items()
            if name in values
        }
        self.choose(
            Choice(
                choice.documents & {key for key, _, _ in known.documents},
                choice.folders & known.folder_paths,
                choice.coders,
                variables,
                choice.sets & {key for key, _, _ in known.sets},
            )
        )


class SavedFilters:
    """Filters kept under names, for one project on this machine.

    A filter is a way of looking, like the places of the panels: it neither changes the project nor is it a step to
    be undone, and it can be kept in a project that is open for reading only. What a team shares is a document set.
    """

    def __init__(self, study: UUID) -> None:
        self._key = f"filters/{study}"

    def all(self) -> dict[str, Choice]:
        """The kept filters by name, in the order in which they were kept."""
        found: dict[str, Choice] = {}
        try:
            for name, kept in json.loads(recall(self._key) or "{}").items():
                found[str(name)] = Choice.read(kept)
        except (ValueError, TypeError, AttributeError):
            return found  # what somebody wrote into the settings by hand
        return found

    def keep(self, name: str, choice: Choice) -> None:
        """Keep a filter under a name; one of that name is replaced."""
        self._write({**self.all(), name: choice})

    def drop(self, names: Collection[str] | Iterable[str]) -> None:
        """Forget filters."""
        gone = set(names)
        self._write({name: choice for name, choice in self.all().items() if name not in gone})

    def rename_variables(self, names: Mapping[str, str]) -> None:
        """Variables have other names now, by the old ones."""
        kept = self.all()
        after = {name: renamed(choice, names) for name, choice in kept.items()}
        if after != kept:
            self._write(after)

    def _write(self, kept: Mapping[str, Choice]) -> None:
        texts = {name: choice.written() for name, choice in kept.items()}
        remember(self._key, json.dumps(texts, ensure_ascii=False) if texts else "")
