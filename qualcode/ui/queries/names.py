"""The names a condition may ask for: read in a worker, offered by one list that all fields share."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QStringListModel

from ...app.queries import saved_queries
from ...domain.codebook import PATH_SEPARATOR
from ...domain.folders import with_those_above
from ...domain.query_tree import CASE, CODER, DOCUMENT, FOLDER, SET, SPEAKER
from ...store.reading import Reading
from ..filter_choices import choices
from .drafts import CODE, SMART, VARIABLE

_MOST_VALUES = 200  # of one variable: more are typed


@dataclass(frozen=True, slots=True)
class Names:
    """What there is of each kind of condition; values by variable."""

    of_kind: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)  # of variables


def names_of(read: Reading) -> Names:
    """All names of a project, and the values of its variables."""
    paths = read.codebook.paths()
    known = choices(read)
    of_kind = {
        CODE: [paths[code.id] for code in read.codebook.ordered],
        DOCUMENT: [name for _, name, _ in known.documents],
        CASE: [case.name for case in read.cases()],
        VARIABLE: [variable.name for variable in read.variables()],
        CODER: [name for _, name in known.coders],
        SET: [name for _, name, _ in known.sets],
        FOLDER: list(with_those_above(folder for _, _, folder in known.documents if folder)),
        SMART: [one.name for one in saved_queries(read)],
    }
    return Names(
        {kind: tuple(names) for kind, names in of_kind.items()},
        {name: values[:_MOST_VALUES] for name, _, values in known.variables},
        {variable.name: variable.type for variable in read.variables()},
    )


def with_speakers(names: Names, labels: list[str]) -> Names:
    """The same with the speakers, which take a look at every text: they are asked for when one is wanted."""
    return replace(names, of_kind={**names.of_kind, SPEAKER: tuple(labels)})


class Offers:
    """A list for each kind, made when it is first wanted."""

    def __init__(self, names: Names | None = None) -> None:
        self.names = names or Names()
        self._models: dict[tuple[str, str], QStringListModel] = {}
        self._folded: dict[tuple[str, str], frozenset[str]] = {}

    def model(self, kind: str, variable: str = "") -> QStringListModel:
        """The names of a kind, or the values of a variable."""
        key = kind, variable
        if key not in self._models:
            self._models[key] = QStringListModel(list(self._names(kind, variable)))
        return self._models[key]

    def knows(self, kind: str, name: str, variable: str = "") -> bool:
        """Whether somebody typed a whole name."""
        key = kind, variable
        if key not in self._folded:
            self._folded[key] = frozenset(map(str.casefold, self._names(kind, variable)))
        return name.strip().casefold() in self._folded[key]

    def begins_longer(self, kind: str, text: str, variable: str = "") -> bool:
        """Whether what somebody typed is how a longer name begins, which they may be about to type."""
        typed = text.strip().casefold()
        self.knows(kind, text, variable)
        return any(len(name) > len(typed) and name.startswith(typed) for name in self._folded[kind, variable])

    def only(self, kind: str, text: str) -> str:
        """The one name with these letters in it, "" where none or several have them, or a code is called so."""
        typed = text.strip().casefold()
        found = [name for name in self._names(kind, "") if typed in name.casefold()] if typed else []
        called = found[0].casefold().split(PATH_SEPARATOR)[-1] if len(found) == 1 else typed
        return found[0] if called != typed else ""

    def _names(self, kind: str, variable: str) -> tuple[str, ...]:
        return self.names.values.get(variable, ()) if variable else self.names.of_kind.get(kind, ())
