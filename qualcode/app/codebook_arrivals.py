"""A codebook that comes to one that is there: what each of its codes is to ours, and what can be done about it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from ..domain.bundle import Bundle, ReadCode
from ..domain.codebook import PATH_SEPARATOR, TEXT_FIELDS, THEME_FIELDS, Code, Codebook, plain_name
from ..domain.documents import clean
from ..domain.errors import BadInput
from ..domain.redactions import REDACTED
from ..store.reading import Reading
from .quoting import Quoting

STATES = ("new", "update", "same", "conflict")
TREATMENTS = ("new", "update", "keep", "duplicate")
# which treatment a row gets where the wished one is not open to it
_INSTEAD = {
    "new": ("new", "keep"),
    "update": ("update", "new", "keep"),
    "keep": ("keep",),
    "duplicate": ("duplicate",),
}
_COMPARED = ("kind", "color", *TEXT_FIELDS, *THEME_FIELDS)


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which the file says something else than ours; `path` and `memo` are fields here too."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ArrivingCode:
    """One code of the file. `code` is ours that it was matched with, if any.

    `state` is one of `STATES`. A conflict has a `why`: `elsewhere` (ours has that name in another place), `moved` (the
    same id at another path), `taken` (its place is that of a code which the file has elsewhere), `twice` (the
    file has its path before). `choices` are the treatments open to it, `treatment` the chosen one. `whole` are the
    fields in which the file has […] for redacted words of ours, and what an update writes there: the words of the file
    with ours put back. Where it cannot be told which belong where the field is `held`: it stays ours.
    """

    read: ReadCode
    state: str
    why: str
    code: Code | None
    at: str  # the path of `code`, or of those that bear the name
    differences: tuple[Difference, ...]
    choices: tuple[str, ...]
    treatment: str
    whole: tuple[tuple[str, str], ...] = ()
    held: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Where the file has it."""
        return PATH_SEPARATOR.join(self.read.path)


def codebook_of(bundles: Iterable[Bundle]) -> list[ReadCode]:
    """The codes of the files that are codebooks and nothing else; what codings bring along is not decided upon."""
    return [code for bundle in bundles if is_codebook(bundle) for code in bundle.codes]


def is_codebook(bundle: Bundle) -> bool:
    """Whether a file was a codebook and nothing else."""
    return bool(bundle.codes) and not (bundle.codings or bundle.documents or bundle.cases)


def read_plan(read: Reading, found: Sequence[ReadCode], wish: str = "") -> tuple[ArrivingCode, ...]:
    """The plan for codes that were read, against the codebook as it is now; `wish` as for `wished`."""
    memos: dict[UUID, list[str]] = {}
    if any(code.memo for code in found):
        for memo in read.memos_about(read.codebook.by_id):
            memos.setdefault(memo.about, []).append(memo.text)
    rows = plan(read.codebook, found, memos, Quoting(read, display_ids=True))
    return wished(rows, wish) if wish else rows


def differing(read: Reading, found: Sequence[ReadCode]) -> int:
    """How many codes of the file say something else than the codebook does now, or lie elsewhere in it; empty fields of
    the file say nothing."""
    rows = read_plan(read, found)
    again = (read_plan(read, [row.read])[0] if row.why == "twice" else row for row in rows)
    return sum(row.state in ("update", "conflict") for row in again)


def wished(rows: Iterable[ArrivingCode], wish: str) -> tuple[ArrivingCode, ...]:
    """The plan with one treatment for all that is there already and differs; rows to which it is not open get the
    next best. What is the same stays, and what is new comes in. Raises `BadInput` for another word."""
    if wish not in TREATMENTS:
        raise BadInput(
            "“{wish}” is no way to treat codes that are there: {ways}.", wish=wish, ways=", ".join(TREATMENTS)
        )
    return tuple(row if row.state in ("new", "same") else treated(row, wish) for row in rows)


def treated(row: ArrivingCode, wish: str) -> ArrivingCode:
    """A row with this treatment, or the next best that is open to it."""
    chosen = next((one for one in _INSTEAD[wish] if one in row.choices), row.treatment)
    return row if chosen == row.treatment else replace(row, treatment=chosen)


def plan(
    book: Codebook,
    found: Sequence[ReadCode],
    memos: Mapping[UUID, Sequence[str]],
    quoting: Quoting | None = None,
) -> tuple[ArrivingCode, ...]:
    """What each code of a file is to a codebook, in the order of the file; what we print of it by this `quoting` is no
    difference.

    A code is found by its id, else by its path, else by its name where ours and the file's each have it once. `memos`
    are the texts of those about our codes, as far as the file has memos. An empty field of the file says nothing.
    """
    return tuple(_Plan(book, [_cleaned(read) for read in found], memos, quoting).rows())


def _cleaned(read: ReadCode) -> ReadCode:
    fields = {name: words for name, text in read.fields.items() if (words := clean(text).text.strip())}
    return replace(read, fields=fields, memo=clean(read.memo).text.strip())


class _Plan:
    def __init__(
        self, book: Codebook, found: list[ReadCode], memos: Mapping[UUID, Sequence[str]], quoting: Quoting | None
    ) -> None:
        self._book, self._found, self._memos, self._quoting = book, found, memos, quoting
        self._paths = book.paths()
        self._at = {PATH_SEPARATOR.join(path): key for path, key in book.places().items()}
        self._named: dict[str, list[UUID]] = {}
        for code in book.ordered:
            self._named.setdefault(plain_name(code.name), []).append(code.id)
        self._claims = self._by_id()
        self._claimed = set(self._claims.values())
        self._times = Counter(
            read.path[-1]
            for number, read in enumerate(found)
            if number not in self._claims and PATH_SEPARATOR.join(read.path) not in self._at
        )

    def _by_id(self) -> dict[int, UUID]:
        """Which rows have the id of a code of ours. A row that was copied in a spreadsheet bears its original's id:
        of several, the one at our path is meant, else the first."""
        rows: dict[UUID, list[int]] = {}
        for number, read in enumerate(self._found):
            if read.id and (key := UUID(read.id)) in self._book.by_id:
                rows.setdefault(key, []).append(number)
        return {
            next((n for n in numbers if PATH_SEPARATOR.join(self._found[n].path) == self._paths[key]), numbers[0]): key
            for key, numbers in rows.items()
        }

    def rows(self) -> Iterable[ArrivingCode]:
        seen: set[str] = set()
        for number, read in enumerate(self._found):
            path = PATH_SEPARATOR.join(read.path)
            if path in seen:
                row = ArrivingCode(read, "conflict", "twice", None, "", (), ("keep", "update", "duplicate"), "keep")
                there = self._at.get(path)
                yield row if there is None else self._with_ours(row, self._book.by_id[there])
            else:
                yield self._row(number, read, path)
            seen.add(path)

    def _row(self, number: int, read: ReadCode, path: str) -> ArrivingCode:
        key = self._claims.get(number)
        there = self._at.get(path)
        if key is not None and key != there:
            moved = ("keep", "update", "duplicate") if there else ("keep", "update", "new", "duplicate")
            return self._conflict(read, "moved", key, moved, path)
        if there is None:
            return self._elsewhere(read)
        if key is None and there in self._claimed:
            return self._unmatched(read, "taken", path, "keep")
        code = self._book.by_id[there]
        row = ArrivingCode(read, "same", "", code, path, (), ("keep", "duplicate"), "keep")
        row = self._with_ours(row, code)
        if differences := self._differences(code, row):
            choices = ("update", "keep", "duplicate")
            return replace(row, state="update", differences=differences, choices=choices, treatment="update")
        return row

    def _elsewhere(self, read: ReadCode) -> ArrivingCode:
        """A code whose place is free: ours may have its name in another one."""
        named = [one for one in self._named.get(read.path[-1], ()) if one not in self._claimed]
        if not named:
            return ArrivingCode(read, "new", "", None, "", (), ("new", "keep"), "new")
        if len(named) == 1 and self._times[read.path[-1]] == 1:
            return self._conflict(read, "elsewhere", named[0], ("keep", "update", "new", "duplicate"))
        return self._unmatched(read, "elsewhere", "; ".join(self._paths[one] for one in named), "new")

    @staticmethod
    def _unmatched(read: ReadCode, why: str, at: str, treatment: str) -> ArrivingCode:
        return ArrivingCode(read, "conflict", why, None, at, (), ("keep", "new", "duplicate"), treatment)

    def _conflict(self, read: ReadCode, why: str, key: UUID, choices: tuple[str, ...], path: str = "") -> ArrivingCode:
        code = self._book.by_id[key]
        row = ArrivingCode(read, "conflict", why, code, self._paths[key], (), choices, "keep")
        row = self._with_ours(row, code)
        moved = (Difference("path", self._paths[key], path),) if path else ()
        return replace(row, differences=(*moved, *self._differences(code, row)))

    def _with_ours(self, row: ArrivingCode, code: Code) -> ArrivingCode:
        """The row with what an update writes where the file has what we print instead of words or names of ours."""
        if self._quoting is None:
            return row
        whole, held = {}, []
        for name, text in row.read.fields.items():
            ours = getattr(code, name, None) or ""
            if name == "example_document":
                words = ours if text == self._quoting.names(ours) else text
            else:
                words = self._quoting.put_back(text, ours)
                if words is None:
                    held.append(name)
            if words != text:
                whole[name] = ours if words is None else words
        return replace(row, whole=tuple(whole.items()), held=tuple(held))

    def _differences(self, code: Code, row: ArrivingCode) -> tuple[Difference, ...]:
        read = row.read
        new = said(read, code.kind) | dict(row.whole)
        found = [
            Difference(name, getattr(code, name) or "", new[name])
            for name in _COMPARED
            if name in new and new[name] != (getattr(code, name) or "")
        ]
        if not has_memo(read.memo, self._memos.get(code.id, ()), self._quoting):
            found.append(Difference("memo", "\n\n".join(self._memos.get(code.id, ())), read.memo))
        return tuple(found)


def said(read: ReadCode, kind: str) -> dict[str, str]:
    """What the file says of a code besides its name and place; what is of themes alone only for a theme. `kind` is
    what it is where the file is silent."""
    kind = read.kind if read.kind_said else kind
    allowed = TEXT_FIELDS + THEME_FIELDS if kind == "theme" else TEXT_FIELDS
    fields = {name: text for name, text in read.fields.items() if name in allowed}
    return {"kind": kind, **({"color": read.color.upper()} if read.color else {}), **fields}


def has_memo(words: str, there: Sequence[str], quoting: Quoting | None = None) -> bool:
    """Whether these words of a file stand in memos already: in one of them, or in all of them as we write them out."""
    together = "\n\n".join(there).strip()
    if not words or words in there or words == together:
        return True
    return quoting is not None and REDACTED in words and words == quoting.excerpt(together)
