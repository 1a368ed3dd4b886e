"""The codebook as it is printed and exchanged: one record per code, from which every file is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from .codebook import PATH_SEPARATOR

CODEBOOK_COLUMNS = (
    "id",
    "path",
    "name",
    "kind",
    "definition",
    "full_definition",
    "include",
    "exclude",
    "example",
    "example_document",
    "near_miss",
    "origin",
    "color",
    "segments",
    "documents",
    "cases",
    "coders",
    "created",
    "changed",
    "status",
    "memo",
    "stage",
    "concept",
    "boundary",
    "counter_search",
    "examples",
)
# what is worked out from the project and not brought back by an import
DERIVED_COLUMNS = ("segments", "documents", "cases", "coders", "created", "changed", "examples")


@dataclass(frozen=True, slots=True)
class LiveExample:
    """A passage that is pinned to a code as an example: its words as they stand now, and where."""

    text: str
    citation: str

    def __str__(self) -> str:
        return f"“{self.text}” ({self.citation})"


@dataclass(frozen=True, slots=True)
class CodebookEntry:
    """Everything a codebook says of one code; the fields are the columns of the table *codebook*.

    `segments` are distinct spans, `memo` all its memos one after the other, `examples` the codings marked as
    exemplar. An empty text is a field that nobody filled.
    """

    id: UUID
    path: str
    name: str
    kind: str
    definition: str
    full_definition: str
    include: str
    exclude: str
    example: str
    example_document: str
    near_miss: str
    origin: str
    color: str
    segments: int
    documents: int
    cases: int
    coders: int
    created: str
    changed: str
    status: str
    memo: str
    stage: str = ""
    concept: str = ""
    boundary: str = ""
    counter_search: str = ""
    examples: tuple[LiveExample, ...] = ()

    @property
    def levels(self) -> tuple[str, ...]:
        """The names from the top down to its own."""
        return tuple(self.path.split(PATH_SEPARATOR))

    def cell(self, column: str) -> str | int:
        """What a table says in a column: a number for counts, else text."""
        if column == "examples":
            return "\n".join(map(str, self.examples))
        value = getattr(self, column)
        return value if isinstance(value, int) else str(value)

    def cells(self) -> tuple[str | int, ...]:
        """The row of the table *codebook*."""
        return tuple(self.cell(column) for column in CODEBOOK_COLUMNS)


@dataclass(frozen=True, slots=True)
class EntrySet:
    """A set of codes: its name and the ids of its codes, in its order."""

    id: UUID
    name: str
    codes: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class PrintedCodebook:
    """A codebook to be written to a file: of which study, by which method, as of which day (ISO), in codebook
    order."""

    study: str
    method: str
    date: str
    entries: Sequence[CodebookEntry]
    sets: Sequence[EntrySet] = ()

    @property
    def themes(self) -> int:
        """How many of the entries are themes."""
        return sum(1 for entry in self.entries if entry.kind == "theme")
