"""Whose row is it? Names in a table against the cases and documents of a project."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TypeVar
from uuid import UUID

from .cases import Assignment, Case
from .documents import Document
from .folding import spelt

Key = TypeVar("Key")
ANY, BY_CASE, BY_DOCUMENT = "any", "case", "document"
WAYS = (ANY, BY_CASE, BY_DOCUMENT)
NOBODY, SEVERAL, NAMELESS, AGAIN = "nobody", "several", "nameless", "again"


@dataclass(frozen=True, slots=True)
class Match:
    """Whose row a name stands for: a known `case`, or a `document` that has none yet. Where neither was found `why`
    says so: `nobody` has the name, `several` could be meant, the row is `nameless`, or the same came up `again`."""

    name: str
    case: UUID | None = None
    document: UUID | None = None
    why: str = ""

    @property
    def found(self) -> bool:
        """Whether the row has somebody it belongs to."""
        return not self.why


@dataclass(frozen=True, slots=True)
class Directory:
    """Who there is, by the names under which they may be looked for."""

    cases: Mapping[str, frozenset[UUID]] = field(default_factory=dict)
    documents: Mapping[str, frozenset[UUID]] = field(default_factory=dict)
    beginnings: Mapping[str, frozenset[UUID]] = field(
        default_factory=dict
    )  # documents by their label: P01 of "P01 Rosa"
    owners: Mapping[UUID, frozenset[UUID]] = field(default_factory=dict)  # the cases of each document

    @staticmethod
    def of(cases: Iterable[Case], documents: Iterable[Document], assignments: Iterable[Assignment]) -> "Directory":
        """The directory of a project. A document assigned as a whole belongs to that case before those of speakers."""
        by_case: dict[str, set[UUID]] = {}
        for case in cases:
            for name in (case.name, str(case.id)):
                by_case.setdefault(folded(name), set()).add(case.id)
        by_document: dict[str, set[UUID]] = {}
        documents = list(documents)
        for document in documents:
            for name in _names(document):
                by_document.setdefault(name, set()).add(document.id)
        labels: dict[str, set[UUID]] = {}
        for document in documents:
            label = folded(document.name).partition(" ")[0]
            if any(char.isdigit() for char in label):
                labels.setdefault(label, set()).add(document.id)
        whole: dict[UUID, set[UUID]] = {}
        parts: dict[UUID, set[UUID]] = {}
        for one in assignments:
            kind = whole if not one.speaker and one.start is None else parts
            kind.setdefault(one.document, set()).add(one.case)
        return Directory(_frozen(by_case), _frozen(by_document), _frozen(labels), _frozen({**parts, **whole}))

    def find(self, name: str, way: str = ANY) -> Match:
        """Whose row has this name: that of a case, or of a document with or without suffix and folder."""
        wanted = folded(name)
        if not wanted:
            return Match("", why=NAMELESS)
        if way != BY_DOCUMENT and wanted in self.cases:
            found = self.cases[wanted]
            return Match(name, next(iter(found))) if len(found) == 1 else Match(name, why=SEVERAL)
        if way == BY_CASE:
            return Match(name, why=NOBODY)
        path = PurePosixPath(wanted.replace("\\", "/"))
        for known in (self.documents, self.beginnings):
            for form in dict.fromkeys((str(path), path.name, path.stem)):
                if form in known:
                    return self._owned(name, known[form])
        return Match(name, why=NOBODY)

    def _owned(self, name: str, documents: frozenset[UUID]) -> Match:
        if len(documents) > 1:
            return Match(name, why=SEVERAL)
        document = next(iter(documents))
        owners = self.owners.get(document, frozenset())
        if len(owners) > 1:
            return Match(name, why=SEVERAL)
        return Match(name, next(iter(owners), None), document)


def match(names: Sequence[str], directory: Directory, way: str = ANY) -> list[Match]:
    """Whose rows these are; of several rows for one case, or under a name that nobody has, only the first counts."""
    seen: set[UUID | str] = set()
    found = []
    for name in names:
        one = directory.find(" ".join(name.split()), way)
        key = one.case or one.document or (folded(one.name) if one.why == NOBODY else None)
        if key is not None:
            one = Match(one.name, why=AGAIN) if key in seen else one
            seen.add(key)
        found.append(one)
    return found


def best_column(columns: Sequence[Sequence[str]], directory: Directory) -> int | None:
    """The column that names most cases or documents, each only once; the first of equals, None when none names one."""

    def score(cells: Sequence[str]) -> int:
        return sum(1 for one in match(cells, directory) if one.found)

    scores = [score(cells) for cells in columns]
    return max(range(len(scores)), key=scores.__getitem__) if any(scores) else None


def folded(name: str) -> str:
    """A name as it is compared: without case, width of blanks, signs without a trace, or the way its accents are
    written."""
    return " ".join(spelt(name).casefold().split())


def _names(document: Document) -> set[str]:
    found = {folded(str(document.id))}
    for name in filter(None, (document.name, document.source_name)):
        path = PurePosixPath(folded(name))
        both = {folded(name), path.stem if path.suffix and " " not in path.suffix else folded(name)}
        found |= both
        if document.folder:
            found |= {f"{folded(document.folder)}/{one}" for one in both}
    return found


def _frozen(sets: dict[Key, set[UUID]]) -> dict[Key, frozenset[UUID]]:
    return {key: frozenset(values) for key, values in sets.items()}
