"""All memos as a list: what each is about in words, filtered, grouped, and renewed step by step."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from ..domain.documents import Document
from ..domain.errors import beginning, cut_short
from ..domain.folding import fold
from ..domain.history import Step
from ..domain.memos import Memo, day_of
from ..domain.progress import SILENT, Progress
from ..store import trails
from ..store.reading import Reading

GROUPS = ("date", "type", "subject")
RENEWED_BY = ("memo", "segment", "document", "code", "case", "coder", "study")  # kinds that the rows are made of
_QUOTE, _FIRST = 160, 240  # characters of a segment's words, and of a memo's
_TICKS = 200  # memos between two looks at whether the answer is still wanted
_PLACES = {"project": 0, "document": 1, "segment": 1, "code": 2, "case": 3}


@dataclass(frozen=True, slots=True)
class MemoRow:
    """One memo as a list shows it. `subject` is the name of what it is about, or the words of a segment, which stands
    in `document`; `place` the path of a code, the document of a segment, else the same name; `day` (ISO) is the day it
    is about, by the clock here; `words` its beginning on one line."""

    id: UUID
    title: str
    kind: str
    about_kind: str
    about: UUID
    subject: str
    document: UUID | None
    place: str
    coder: UUID
    day: str
    created: str
    words: str
    folded: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class MemoIndex:
    """Every memo of a project in the order of their days, and the names of its coders."""

    rows: Mapping[UUID, MemoRow]
    coders: Mapping[UUID, str]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The types that occur, those nobody gave one left out."""
        return tuple(sorted({row.kind for row in self.rows.values()} - {""}))


@dataclass(frozen=True, slots=True)
class MemoFilter:
    """Which memos are listed; None and "" ask for nothing, but a `kind` of "" for memos without one. `since` and
    `until` are ISO days, both inside."""

    words: str = ""
    kind: str | None = None
    about_kind: str | None = None
    coder: UUID | None = None
    since: str = ""
    until: str = ""

    @property
    def active(self) -> bool:
        """Whether anything is filtered."""
        return self != MemoFilter()


@dataclass(frozen=True, slots=True)
class Heading:
    """What the memos below it share: a month (`2026-11`), a type, or a subject's name; and how many they are."""

    group: str
    key: str
    count: int


@dataclass(frozen=True, slots=True)
class _Names:
    """What subjects are called."""

    study: str
    documents: Mapping[UUID, Document]
    others: Mapping[UUID, str]  # paths of codes, names of cases
    labels: Mapping[UUID, str]  # of codes


EMPTY = MemoIndex({}, {})


def read_memos(read: Reading, progress: Progress = SILENT) -> MemoIndex:
    """All memos of the project."""
    return MemoIndex(_in_order(_rows(read, read.memos(), _names(read), progress)), _coders(read))


def renewed(read: Reading, old: MemoIndex, steps: Sequence[Step], progress: Progress = SILENT) -> MemoIndex:
    """The same list after these steps, read again only as far as they reach."""
    changed = trails.changed_rows(read, [step.number for step in steps], RENEWED_BY)
    if changed is None:
        return read_memos(read, progress)
    touched = {kind for kind, ids in changed.items() if ids}
    if not touched:
        return old
    moved = changed["segment"] | changed["document"] | changed["case"] | changed["study"]
    again = set(changed["memo"])
    again.update(key for key, row in old.rows.items() if row.about in moved or row.document in moved)
    named = bool(touched - {"memo", "segment", "coder"})
    if not again and not named:
        return MemoIndex(old.rows, _coders(read)) if "coder" in touched else old
    names = _names(read)
    if changed["code"]:  # a code that moves takes the paths of those below it along
        again.update(
            key
            for key, row in old.rows.items()
            if row.about_kind == "code"
            and (row.subject, row.place) != (names.labels.get(row.about), names.others.get(row.about))
        )
    rows = {key: row for key, row in old.rows.items() if key not in again}
    rows.update(_rows(read, read.records("memo", again), names, progress))
    return MemoIndex(_in_order(rows), _coders(read) if touched & {"coder", "memo"} else old.coders)


def listed(
    index: MemoIndex,
    chosen: MemoFilter,
    group: str = "date",
    newest_first: bool = True,
    progress: Progress = SILENT,
) -> tuple[MemoRow | Heading, ...]:
    """The memos that a filter leaves, under the headings of a group of `GROUPS`, in each by their day."""
    found = list(index.rows.values())
    # one pass for each condition, each a plain loop: this runs with every letter
    if chosen.kind is not None:
        found = [row for row in found if row.kind == chosen.kind]
    if chosen.about_kind is not None:
        found = [row for row in found if row.about_kind == chosen.about_kind]
    if chosen.coder is not None:
        found = [row for row in found if row.coder == chosen.coder]
    if chosen.since:
        found = [row for row in found if row.day >= chosen.since]
    if chosen.until:
        found = [row for row in found if row.day <= chosen.until]
    for word in fold(chosen.words).split():
        progress.tick(0, 0)
        found = [row for row in found if word in row.folded]
    progress.tick(0, 0)
    if newest_first:
        found.reverse()
    if group == "type":
        found.sort(key=lambda row: (not row.kind, fold(row.kind)))
    elif group == "subject":
        found.sort(key=lambda row: (_PLACES.get(row.about_kind, 9), fold(row.place), row.document or row.about))
    return tuple(_with_headings(found, group))


def _with_headings(rows: Iterable[MemoRow], group: str) -> list[MemoRow | Heading]:
    shown: list[MemoRow | Heading] = []
    at, last, named, count = -1, None, "", 0
    for row in rows:
        if group == "date":
            same, key = row.day[:7], row.day[:7]
        elif group == "type":
            same = key = row.kind
        else:
            same, key = str(row.document or row.about), row.place
        if same != last:
            if at >= 0:
                shown[at] = Heading(group, named, count)
            last, named, at, count = same, key, len(shown), 0
            shown.append(row)  # its heading comes here when it is known how many there are
        count += 1
        shown.append(row)
    if at >= 0:
        shown[at] = Heading(group, named, count)
    return shown


def _in_order(rows: Mapping[UUID, MemoRow]) -> dict[UUID, MemoRow]:
    """Sorted once, so that not every letter of a search has to."""
    return {row.id: row for row in sorted(rows.values(), key=lambda row: (row.day, row.created, row.id))}


# ── reading ────────────────────────────────────────────────────────────────────────────────────────────────
def _rows(read: Reading, memos: Sequence[Memo], names: _Names, progress: Progress) -> dict[UUID, MemoRow]:
    quotes = _quotes(read, {memo.about for memo in memos if memo.about_kind == "segment"}, names, progress)
    found: dict[UUID, MemoRow] = {}
    for number, memo in enumerate(memos):
        if number % _TICKS == 0:
            progress.tick(number, len(memos))
        document, place = None, ""
        if memo.about_kind == "segment":
            document, subject = quotes.get(memo.about, (None, ""))
            place = names.documents[document].name if document is not None else ""
        elif memo.about_kind == "document" and memo.about in names.documents:
            document = memo.about
            subject = place = names.documents[memo.about].name
        else:
            place = names.others.get(memo.about, names.study if memo.about_kind == "project" else "")
            subject = names.labels.get(memo.about, place)
        found[memo.id] = _row(memo, subject, document, place)
    return found


def _row(memo: Memo, subject: str, document: UUID | None, place: str) -> MemoRow:
    first = " ".join(memo.text[: 2 * _FIRST].split())
    words = first if len(first) <= _FIRST and len(memo.text) <= 2 * _FIRST else f"{beginning(first, _FIRST - 1)}…"
    folded = fold("\n".join((memo.title, subject, place, memo.text)))
    return MemoRow(
        memo.id, memo.title, memo.kind, memo.about_kind, memo.about, subject, document, place, memo.coder, day_of(memo),
        memo.created, words, folded,
    )  # fmt: skip


def _names(read: Reading) -> _Names:
    documents = {document.id: document for document in read.documents()}
    book = read.codebook
    others = book.paths()
    others.update((case.id, case.name) for case in read.cases())
    return _Names(read.study().name, documents, others, {code: book.label(code) for code in book.by_id})


def _quotes(
    read: Reading, segments: set[UUID], names: _Names, progress: Progress
) -> dict[UUID, tuple[UUID | None, str]]:
    """The document and the first words of segments; each text is read once."""
    places: dict[UUID, list[tuple[UUID, int, int]]] = {}
    for segment in read.records("segment", segments):
        places.setdefault(segment.document, []).append((segment.id, segment.start, segment.end))
    found: dict[UUID, tuple[UUID | None, str]] = {}
    for key, spans in places.items():
        progress.tick(0, 0)
        text = read.text(names.documents[key])
        for segment_id, start, end in spans:
            words = " ".join(text[start : min(end, start + 2 * _QUOTE)].split())
            found[segment_id] = key, cut_short(words, _QUOTE)
    return found


def _coders(read: Reading) -> dict[UUID, str]:
    return {coder.id: coder.name for coder in read.coders()}
