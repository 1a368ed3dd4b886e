"""The codebook: one tree of themes and codes, both of which can be applied to text."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from .errors import BadInput
from .visible import is_visible, tidy

CODE_KINDS = ("theme", "code")
ORIGINS = ("", "inductive", "deductive", "in-vivo")
PATH_SEPARATOR = " > "
NAME_LIMIT = 200
MOST_LEVELS = 200  # that come in from a file: readers of XML refuse what is nested more deeply, and a path names all

# the fields a researcher writes (MacQueen, McLellan, Kay & Milstein 1998, Codebook development for team-based
# qualitative analysis: short and full definition, when to use, when not to use, example), and ours beside them
TEXT_FIELDS = (
    "definition",
    "full_definition",
    "include",
    "exclude",
    "example",
    "example_document",
    "near_miss",
    "origin",
    "status",
)
THEME_FIELDS = ("stage", "concept", "boundary", "counter_search")  # of themes alone; none: nothing said


@dataclass(frozen=True, slots=True)
class Code:
    """A theme or a code; `position` orders siblings, `color` is `#RRGGBB`, `coder` who made it.

    A theme has a `stage` (of `themes.STAGES`; none: candidate), its central organising `concept`, its `boundary` (what
    it leaves out), and `counter_search`: where counter-evidence was looked for and what was found (none: not yet).
    """

    id: UUID
    parent: UUID | None
    name: str
    kind: str
    color: str
    position: int
    definition: str
    full_definition: str
    include: str
    exclude: str
    example: str
    example_document: str
    near_miss: str
    origin: str
    status: str
    coder: UUID
    created: str
    stage: str | None = None
    concept: str | None = None
    boundary: str | None = None
    counter_search: str | None = None


class Codebook:
    """The codes of a project as a tree, in codebook order: depth first, siblings as they were placed."""

    def __init__(self, codes: Iterable[Code]) -> None:
        self.by_id: dict[UUID, Code] = {code.id: code for code in codes}
        self._children: dict[UUID | None, list[Code]] = {}
        for code in self.by_id.values():
            self._children.setdefault(code.parent, []).append(code)
        for siblings in self._children.values():
            siblings.sort(key=lambda code: (code.position, code.id))
        self.ordered: tuple[Code, ...] = tuple(self._walk(None))
        self._times = Counter(code.name for code in self.by_id.values())

    def _walk(self, parent: UUID | None) -> Iterator[Code]:
        waiting = list(reversed(self._children.get(parent, [])))
        while waiting:
            code = waiting.pop()
            yield code
            waiting.extend(reversed(self._children.get(code.id, [])))

    def children(self, parent: UUID | None) -> tuple[Code, ...]:
        """The codes directly below `parent` (None: the top), in their order."""
        return tuple(self._children.get(parent, ()))

    def descendants(self, code: UUID) -> tuple[Code, ...]:
        """All codes below `code`, in codebook order, itself not included."""
        return tuple(self._walk(code))

    def ancestors(self, code: UUID) -> tuple[Code, ...]:
        """From the parent of `code` up to the top."""
        found: list[Code] = []
        parent = self.by_id[code].parent
        while parent is not None:
            found.append(self.by_id[parent])
            parent = self.by_id[parent].parent
        return tuple(found)

    def path(self, code: UUID) -> str:
        """The written form of a code: `Power > gatekeeping`."""
        names = [self.by_id[code].name, *(above.name for above in self.ancestors(code))]
        return PATH_SEPARATOR.join(reversed(names))

    def paths(self) -> dict[UUID, str]:
        """The path of every code, in codebook order."""
        paths: dict[UUID, str] = {}
        for code in self.ordered:
            paths[code.id] = code.name if code.parent is None else paths[code.parent] + PATH_SEPARATOR + code.name
        return paths

    def places(self) -> dict[tuple[str, ...], UUID]:
        """The code at each path, as it is stored and as it would be stored now, for codes that come in by their path.

        Names that were stored before signs without any trace were taken away are found again by what they look like.
        """
        stored: dict[UUID, tuple[str, ...]] = {}
        plain: dict[UUID, tuple[str, ...]] = {}
        for code in self.ordered:
            above = (stored[code.parent], plain[code.parent]) if code.parent is not None else ((), ())
            stored[code.id], plain[code.id] = (*above[0], code.name), (*above[1], plain_name(code.name))
        places = {path: key for key, path in stored.items()}
        for key, path in plain.items():
            places.setdefault(path, key)
        return places

    def label(self, code: UUID) -> str:
        """What a code is called where no tree stands around it: its name, or its path where the name is not the only
        one of its kind."""
        name = self.by_id[code].name
        return self.path(code) if self._times[name] > 1 else name

    def next_position(self, parent: UUID | None) -> int:
        """The position that puts a new code last among its siblings."""
        return max((code.position for code in self.children(parent)), default=-1) + 1


def plain_name(name: str) -> str:
    """The form in which names are stored, whether or not this one may be one: one line, trimmed, NFC, control
    characters and signs without any trace gone."""
    if name.isascii() and name.isprintable() and "  " not in name:
        return name.strip()
    visible = "".join(" " if char in "\t\n\r\u2028\u2029" else char for char in name)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", tidy(visible))).strip()


def clean_name(name: str, what: str = "code") -> str:
    """A name as it is stored, see `plain_name`.

    Raises `BadInput` when nothing is left that can be seen, it is longer than 200 characters, or it holds the path
    separator.
    """
    visible = plain_name(name)
    if not is_visible(visible):
        raise BadInput("A {what} needs a name with at least one visible character.", what=what)
    if len(visible) > NAME_LIMIT and what not in CODE_KINDS:
        raise BadInput(
            "The name of a {what} may have {limit} characters; this one has {length}. Shorten it.",
            what=what,
            limit=NAME_LIMIT,
            length=len(visible),
        )
    if len(visible) > NAME_LIMIT:
        raise BadInput(
            "The name of a {what} may have {limit} characters; this one has {length}. Shorten it and put the "
            "rest into the definition or a memo.",
            what=what,
            limit=NAME_LIMIT,
            length=len(visible),
        )
    if what in CODE_KINDS and PATH_SEPARATOR.strip() in visible.split():
        raise BadInput("“{name}” holds “>”, which separates the levels of a path. Leave it out.", name=visible)
    return visible
