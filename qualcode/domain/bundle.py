"""What a reader of files hands to the rest of the program: plain records, nothing stored yet."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mark:
    """Structure over a span of the text.

    `heading` (value: level), `list` (an item), `table`, `row` (cells are parted by tabs in the text), `page` (value:
    page number; an anchor of zero length is allowed), `time` (value: seconds, as `12.5-17.25` or `12.5`), `note`.
    """

    start: int
    end: int
    kind: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document as read from a file.

    `text` is already cleaned (`domain.documents.clean`); `cleaning` is what that changed, as JSON-able numbers;
    `speakers` the suggested speaker rule or empty; `encoding` how bytes became text, empty where the format
    says it itself. `case` names the case it belongs to, if the file says so.
    """

    name: str
    text: str
    format: str
    marks: tuple[Mark, ...] = ()
    cleaning: dict[str, object] = field(default_factory=dict)
    encoding: str = ""
    language: str = ""
    speakers: str = ""
    folder: str = ""
    case: str = ""


@dataclass(frozen=True, slots=True)
class ReadCase:
    """A case as read: variable name → (type, written value)."""

    name: str
    values: dict[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ReadCode:
    """A code as read: `path` from the top, its kind, colour ("" = choose one) and the codebook's text fields, those of
    themes with them.

    `id` is the UUID that the file gives it ("" = none), `row` where it stands in the file (0 = not said); `kind_said`
    is false where the file is silent about kinds and `kind` is a guess.
    """

    path: tuple[str, ...]
    kind: str
    color: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    memo: str = ""
    id: str = ""
    row: int = field(default=0, compare=False)
    kind_said: bool = field(default=True, compare=False)


@dataclass(frozen=True, slots=True)
class ReadCodeSet:
    """A set of codes as read: its name, the paths of its codes in order, and the UUID the file gives it ("" = none)."""

    name: str
    codes: tuple[tuple[str, ...], ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class ReadLink:
    """A link of a coding's segment as read, to the segment of a coder on a span of a document; `incoming`: from it."""

    relation: str
    document: str
    start: int
    end: int
    coder: str
    comment: str = ""
    incoming: bool = False


@dataclass(frozen=True, slots=True)
class ReadCoding:
    """A coding as read; `path` is the code's, `quote` (if not empty) must be the text of the span. `certainty`, `mark`,
    `discuss` and `facet` as in `domain.codings.Coding`, `used` as in `Segment`."""

    document: str
    start: int
    end: int
    path: tuple[str, ...]
    coder: str = ""
    comment: str = ""
    weight: float | None = None
    quote: str = ""
    certainty: str | None = None
    mark: str | None = None
    discuss: str | None = None
    links: tuple[ReadLink, ...] = ()
    used: str | None = None
    facet: str | None = None


@dataclass(frozen=True, slots=True)
class Bundle:
    """Everything one file held. `lost` says in plain words what was dropped and how often
    ("3 footnotes", "1 picture"); `notes` what the user should know ("read as Windows-1252"). Both are
    phrases of `domain.errors`, so that the window can say them in another language."""

    documents: tuple[ReadDocument, ...] = ()
    cases: tuple[ReadCase, ...] = ()
    codes: tuple[ReadCode, ...] = ()
    codings: tuple[ReadCoding, ...] = ()
    code_sets: tuple[ReadCodeSet, ...] = ()
    lost: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def code_count(self) -> int:
        """How many codes there are with those above them, which need no row of their own."""
        return len({code.path[:depth] for code in self.codes for depth in range(1, len(code.path) + 1)})


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user may say about a file; empty means "find out".

    `encoding`: a Python codec name. `language`: ISO 639-1. `speakers`: a pattern, `none`, or empty to detect.
    `kind`: document | survey | codebook | segments. `case_column`: the survey column that names the case.
    """

    encoding: str = ""
    language: str = ""
    speakers: str = ""
    kind: str = ""
    case_column: str = ""
