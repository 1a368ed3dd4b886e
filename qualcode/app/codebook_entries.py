"""The codebook of a project as the records from which every file of it is written."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from ..domain.carrying import Carrying
from ..domain.codebook import TEXT_FIELDS, THEME_FIELDS
from ..domain.codebook_entries import CodebookEntry, EntrySet, LiveExample, PrintedCodebook
from ..domain.queries import Scope
from ..store import pages
from ..store.reading import Reading
from .quoting import Quoting, quotes
from .tables import case_spread

_CHOSEN = ("example_document", "origin", "stage")
_WRITTEN = tuple(field for field in (*TEXT_FIELDS, *THEME_FIELDS) if field not in _CHOSEN)
EXEMPLARS = Scope(carrying=Carrying(marks=frozenset({"exemplar"})))


def printed_codebook(read: Reading, date: str, quoting: Quoting | None = None) -> PrintedCodebook:
    """The whole codebook with its sets, as of the day that is to stand in the file."""
    study = read.study()
    members: dict[UUID, list[UUID]] = {}
    for member in sorted(read.code_set_members(), key=lambda member: (member.position, member.id)):
        members.setdefault(member.code_set, []).append(member.code)
    sets = [EntrySet(one.id, one.name, tuple(members.get(one.id, ()))) for one in read.code_sets()]
    return PrintedCodebook(study.name, study.method, date, tuple(codebook_entries(read, quoting)), tuple(sets))


def codebook_entries(read: Reading, quoting: Quoting | None = None) -> Iterator[CodebookEntry]:
    """An entry per code in codebook order; for a file that leaves the program its words go through a `quoting`."""
    paths = read.codebook.paths()
    counts = pages.counts_by_code(read, pages.EVERYTHING)
    spread = case_spread(read)
    changed = read.last_changes("code")
    memos: dict[UUID, list[str]] = {}
    for memo in read.memos():
        memos.setdefault(memo.about, []).append(memo.text)
    examples = live_examples(read, quoting)
    clean = quoting.excerpt if quoting is not None else str
    for code in read.codebook.ordered:
        segments, documents, _ = counts.get(code.id, (0, 0, 0))
        coders, cases = spread.get(code.id, (0, 0))
        texts: dict[str, Any] = {field: getattr(code, field) or "" for field in (*TEXT_FIELDS, *THEME_FIELDS)}
        if quoting is not None:
            for field in _WRITTEN:
                texts[field] = quoting.excerpt(texts[field])
            texts["example_document"] = quoting.names(texts["example_document"])
        yield CodebookEntry(
            id=code.id,
            path=paths[code.id],
            name=code.name,
            kind=code.kind,
            color=code.color,
            segments=segments,
            documents=documents,
            cases=cases,
            coders=coders,
            created=code.created,
            changed=changed.get(code.id, code.created),
            memo=clean(joined_memos(memos.get(code.id, ()))),
            examples=examples.get(code.id, ()),
            **texts,
        )


def joined_memos(texts: Iterable[str]) -> str:
    """All memos of a code as one text."""
    return "\n\n".join(texts)


def live_examples(read: Reading, quoting: Quoting | None = None) -> dict[UUID, tuple[LiveExample, ...]]:
    """Per code the passages that are marked as exemplars, as they stand now, in the order of the documents."""
    ids = pages.in_text_order(read, EXEMPLARS)
    if not ids:
        return {}
    codings = []
    seen: Counter[tuple[Any, ...]] = Counter()
    for coding in pages.codings_by_id(read, ids):
        place = (coding.code, coding.document, coding.start, coding.end)
        seen[place] += 1
        if seen[place] == 1:  # two coders may have pinned the same words
            codings.append(coding)
    found: dict[UUID, list[LiveExample]] = {}
    for coding, words in zip(codings, quotes(read, codings, quoting), strict=True):
        found.setdefault(coding.code, []).append(LiveExample(words.text, words.citation))
    return {code: tuple(pinned) for code, pinned in found.items()}
