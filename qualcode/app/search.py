"""Search in the whole project: hits in texts page by page, each with its place and context; and in codes, memos and
comments."""

import math
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING
from uuid import UUID

from ..domain.autocoding import EVERYTHING, Autocoding
from ..domain.codebook import Code
from ..domain.documents import Document
from ..domain.errors import BadInput
from ..domain.progress import SILENT, Progress
from ..domain.queries import Fields, Scope, TextQuery, regex_query, split_fields, substring_query, words_query
from ..language.lemmas import has_lemmas, lemmas
from ..store.reading import Reading
from ..store.search import Listed, candidates, comments, row_number
from ..store.search import listed as listed_documents
from .patterns import GuardedPattern
from .places import Passages, Places, find_places
from .settings import words_folder

if TYPE_CHECKING:
    from .project import Project

WAYS = ("words", "beginnings", "lemma", "substring", "regex")  # how a query is meant
_CONTEXT = 60  # characters on each side
_LONGEST = 400  # characters of the hit itself that are shown
_MOST_AROUND = 500  # codes, memos and comments of each kind that are listed
_CODE_FIELDS = ("name", "definition", "full_definition", "include", "exclude", "example", "near_miss")


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a query was found; `before` and `after` are the text around it on one line. `rule` is what it
    was found by, kept with the step that codes it."""

    document: Document
    start: int
    end: int
    before: str
    text: str
    after: str
    rule: Autocoding | None = field(default=None, compare=False, repr=False)

    @property
    def context(self) -> str:
        """The hit in its surroundings."""
        return f"{self.before}{self.text}{self.after}"


@dataclass(frozen=True, slots=True)
class Found:
    """Something else than a text that holds a query: a code, a memo or the comment on a segment.

    `title` says what it is; `about_kind` and `about` what a memo is about, or the document of a segment, which
    reaches from `start` to `end`. `count` says how often the query occurs in it; the first time is shown.
    """

    kind: str
    id: UUID
    title: str
    before: str
    text: str
    after: str
    count: int
    about_kind: str = ""
    about: UUID | None = None
    start: int = 0
    end: int = 0

    @property
    def context(self) -> str:
        """The first hit in its surroundings."""
        return f"{self.before}{self.text}{self.after}"


@dataclass(frozen=True, slots=True)
class Around:
    """What was found beside the texts; of each kind the first some hundreds, and how many there are."""

    codes: tuple[Found, ...] = ()
    memos: tuple[Found, ...] = ()
    comments: tuple[Found, ...] = ()
    totals: tuple[int, int, int] = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for, how, and where."""

    text: str
    way: str
    fields: Fields
    asked: TextQuery = field(compare=False)


def make_query(
    text: str, regex: bool = False, substring: bool = False, lemma: bool = False, beginnings: bool = False
) -> Query:
    """The query a user means; raises `BadInput` when it is none.

    Filters (`doc:P01 code:"power" speaker:INT case:Ann age=31`) stand anywhere between the words, before an
    expression or a piece of text.
    """
    words = not (regex or substring)
    fields, rest = split_fields(text, anywhere=words)
    if not rest.strip() and not fields.everywhere:
        raise BadInput("“{query}” says where to look, not for what. Add a word.", query=text)
    if regex:
        return Query(text, "regex", fields, regex_query(rest))
    if substring:
        return Query(text, "substring", fields, substring_query(rest))
    way = "lemma" if lemma else "beginnings" if beginnings else "words"
    return Query(text, way, fields, words_query(rest, beginnings, lemma))


class Finder:
    """Finds the hits of one query in texts; lemmas by the language of each. Use it as a context manager."""

    def __init__(self, query: TextQuery, progress: Progress = SILENT) -> None:
        self._query, self._progress = query, progress
        self._has_lemmas = any(term.lemma for term in query.terms)
        self._by_language: dict[str, TextQuery] = {}
        self._guarded = None if query.folds or query.pattern is None else GuardedPattern(query.pattern)

    def __enter__(self) -> "Finder":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._guarded is not None:
            self._guarded.close()

    def in_language(self, *languages: str) -> TextQuery:
        """The query for texts in a language, or in any of several."""
        key = ",".join(sorted(set(languages))) if self._has_lemmas else ""
        if key not in self._by_language:
            tables = [lemmas(each, words_folder(), self._progress) for each in key.split(",") if each]
            known = [table for table in tables if table is not None]
            self._by_language[key] = self._query.with_forms(
                lambda word: [form for table in known for form in table.forms(word)]
            )
        return self._by_language[key]

    def hits(self, text: str, language: str, every: bool = True) -> Sequence[tuple[int, int]]:
        """The hits in one text, in order; with `every` only where all terms occur."""
        if self._guarded is not None:
            return self._guarded.spans(text)
        asked = self.in_language(language)
        return list(asked.hits_of_all(text) if every else asked.hits(text))

    def in_each(self, texts: Sequence[str], languages: Sequence[str]) -> Iterator[Sequence[tuple[int, int]]]:
        """The hits in many short texts, in any of the languages."""
        if self._guarded is not None:
            yield from self._guarded.spans_of(texts)
            return
        asked = self.in_language(*languages)
        for text in texts:
            yield list(asked.hits_of_all(text))

    def candidates(self, read: Reading, documents: Sequence[Listed]) -> list[Listed]:
        """Those of the documents that may hold the query, by the word index."""
        if not self._query.terms:
            return list(documents)
        kept: set[UUID] = set()
        for language in {document.language for document in documents} if self._has_lemmas else {""}:
            rows = candidates(read.database, read.connection, self.in_language(language).terms)
            kept.update(
                document.id
                for document in documents
                if (not self._has_lemmas or document.language == language) and row_number(document.id.bytes) in rows
            )
        return [document for document in documents if document.id in kept]


@dataclass(frozen=True, slots=True)
class Page:
    """The hits of some documents in a row; `last` is the one to go on after, None at the end."""

    hits: list[Hit]
    last: UUID | None


def search(
    project: "Project",
    query: Query | str,
    progress: Progress = SILENT,
    after: UUID | None = None,
    scope: Scope | None = None,
) -> Iterator[Hit]:
    """Hits in document order, beginning behind document `after`; documents are read only as hits are asked for."""
    asked = make_query(query) if isinstance(query, str) else query
    for _, _, hits in _by_document(project, asked, progress, after, scope):
        yield from hits


def search_page(
    project: "Project",
    query: Query,
    progress: Progress = SILENT,
    after: UUID | None = None,
    scope: Scope | None = None,
    enough: int = 1,
    seconds: float = math.inf,
) -> Page:
    """The hits behind document `after`, up to the document with which there are `enough`, or after which some have
    been found and so many seconds have gone: what comes rarely is not kept back until there is more."""
    began = time.monotonic()
    found: list[Hit] = []
    for document, left, hits in _by_document(project, query, progress, after, scope):
        found += hits
        if len(found) >= enough or (found and time.monotonic() - began > seconds):
            return Page(found, document if left else None)
    return Page(found, None)


def _by_document(
    project: "Project", query: Query, progress: Progress, after: UUID | None, scope: Scope | None
) -> Iterator[tuple[UUID, int, list[Hit]]]:
    """Each document that may hold the query, how many follow, and the hits in it."""
    rule = Autocoding(query.way, query.text, scope=scope or EVERYTHING)
    with project.read() as read, Finder(query.asked, progress) as finder:
        places = find_places(read, query.fields, scope)
        documents = places.documents
        if after is not None:
            documents = documents[1 + next((n for n, each in enumerate(documents) if each.id == after), -1) :]
        documents = finder.candidates(read, documents)
        for number, listed in enumerate(documents):
            progress.tick(number, len(documents), listed.name)
            document: Document = read.record("document", listed.id)
            text = read.text(document)
            passages = places.passages(document, text)
            hits = [
                make_hit(document, text, start, end, rule)
                for start, end in finder.hits(text, document.language)
                if passages is None or passages.hold(start, end)
            ]
            yield document.id, len(documents) - number - 1, hits


def make_hit(document: Document, text: str, start: int, end: int, rule: Autocoding | None = None) -> Hit:
    """A span of a document with what stands around it, found by a rule."""
    return Hit(document, start, end, *_shown(text, start, end), rule)


def prepare_lemmas(project: "Project", progress: Progress = SILENT) -> None:
    """Read the base forms of the languages of the project's documents, before somebody asks for them."""
    with project.read() as read:
        languages = {document.language for document in listed_documents(read.connection)}
    for language in sorted(languages):
        lemmas(language, words_folder(), progress)


def without_lemmas(read: Reading) -> list[str]:
    """The languages of the project's documents for which no base forms are known; "" is an unknown language."""
    languages = {document.language for document in listed_documents(read.connection)}
    return sorted(language for language in languages if not has_lemmas(language))


# ── beside the texts ───────────────────────────────────────────────────────────────────────────────────────
def search_around(project: "Project", query: Query, progress: Progress = SILENT, scope: Scope | None = None) -> Around:
    """The codes (names, definitions, rules, examples), memos and comments on segments that hold a query.

    Where filters say which documents, speakers or cases, only comments on what these hold; codes and memos are of no
    place.
    """
    with project.read() as read, Finder(query.asked, progress) as finder:
        places = find_places(read, query.fields, scope)
        languages = sorted({document.language for document in listed_documents(read.connection)})
        codes: list[Found] = []
        memos: list[Found] = []
        if query.fields.everywhere:
            codes = _in_codes(read, finder, languages)
            progress.tick(1, 3)
            memos = _in_memos(read, finder, languages)
        progress.tick(2, 3)
        found = _in_comments(read, finder, languages, places.documents)
        if not places.whole:
            found = _within(read, found, places)
    totals = (len(codes), len(memos), len(found))
    return Around(tuple(codes[:_MOST_AROUND]), tuple(memos[:_MOST_AROUND]), tuple(found[:_MOST_AROUND]), totals)


def _in_codes(read: Reading, finder: Finder, languages: Sequence[str]) -> list[Found]:
    paths = read.codebook.paths()
    rows: list[tuple[Code, str]] = []
    for code in read.codebook.ordered:
        rows += [(code, getattr(code, name)) for name in _CODE_FIELDS if getattr(code, name)]
    found: dict[UUID, Found] = {}
    for (code, text), spans in zip(rows, finder.in_each([text for _, text in rows], languages), strict=True):
        if spans and code.id not in found:
            found[code.id] = Found("code", code.id, paths[code.id], *_shown(text, *spans[0]), len(spans))
    return list(found.values())


def _in_memos(read: Reading, finder: Finder, languages: Sequence[str]) -> list[Found]:
    memos = read.memos()
    texts = [f"{memo.title}\n{memo.text}" for memo in memos]
    return [
        Found(
            "memo",
            memo.id,
            memo.title or " ".join(memo.text[:_CONTEXT].split()),
            *_shown(text, *spans[0]),
            len(spans),
            memo.about_kind,
            memo.about,
        )
        for memo, text, spans in zip(memos, texts, finder.in_each(texts, languages), strict=True)
        if spans
    ]


def _in_comments(read: Reading, finder: Finder, languages: Sequence[str], documents: Sequence[Listed]) -> list[Found]:
    names = {document.id: document.name for document in documents}
    rows = [row for row in comments(read.connection) if row[1] in names]
    spans = finder.in_each([row[4] for row in rows], languages)
    return [
        Found("comment", key, names[document], *_shown(text, *hits[0]), len(hits), "document", document, start, end)
        for (key, document, start, end, text), hits in zip(rows, spans, strict=True)
        if hits
    ]


def _within(read: Reading, found: Iterable[Found], places: Places) -> list[Found]:
    """Those comments whose segments lie in the passages that are looked at."""
    passages: dict[UUID, Passages | None] = {}
    kept = []
    for each in found:
        assert each.about is not None
        if each.about not in passages:
            document: Document = read.record("document", each.about)
            passages[each.about] = places.passages(document, read.text(document))
        inside = passages[each.about]
        if inside is None or inside.hold(each.start, each.end):
            kept.append(each)
    return kept


def _shown(text: str, start: int, end: int) -> tuple[str, str, str]:
    """What stands before, the hit and what stands after it, each on one line."""
    piece = text[start:end] if end - start <= _LONGEST else text[start : start + _LONGEST - 1] + "…"
    before = text[max(0, start - _CONTEXT) : start]
    return _one_line(before), _one_line(piece), _one_line(text[end : end + _CONTEXT])


def _one_line(text: str) -> str:
    return text.replace("\n", " ")
