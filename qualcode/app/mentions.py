"""What memos lead to: names in double brackets, the things somebody may link to, and what leads back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from uuid import UUID

from ..domain.codebook import PATH_SEPARATOR
from ..domain.errors import cut_short
from ..domain.memos import Memo, MemoLink, mentions
from ..store import memo_rows, trails
from ..store.reading import Reading

_QUOTE = 60  # characters of a segment that name it
MOST_TARGETS = 40  # things that are offered at once
_CALLED = {"code": "name", "document": "name", "case": "name", "memo": "title"}  # where the name of a thing stands


@dataclass(frozen=True, slots=True)
class Thing:
    """Something a memo is about or linked to: `kind` one of `domain.memos.MEMO_LINKS`; `where` the path of a code, or
    the document of a segment."""

    kind: str
    id: UUID
    name: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class MemoPage:
    """A memo with everything that is shown of it.

    `back` are the memos that lead to it; `named` has what the names in its text mean, None where nothing or more than
    one thing is called so.
    """

    memo: Memo
    coder: str
    subject: Thing
    links: tuple[Thing, ...] = ()
    back: tuple[Memo, ...] = ()
    named: dict[str, Thing | None] = field(default_factory=dict)


def page_of(read: Reading, key: UUID) -> MemoPage | None:
    """A memo and what belongs to it; None when it is gone."""
    memo = read.by_id("memo", key)
    if memo is None:
        return None
    links = read.memo_links(memo=key)
    found = things(read, [(memo.about_kind, memo.about), *((link.about_kind, link.about) for link in links)])
    coder = read.by_id("coder", memo.coder)
    return MemoPage(
        memo,
        coder.name if coder is not None else "",
        found.get(memo.about, Thing(memo.about_kind, memo.about, "")),
        tuple(found[link.about] for link in links if link.about in found),
        tuple(memo_rows.memos_linking(read, key)),
        meant(read, memo.id, mentions(memo.text)),
    )


def things(read: Reading, wanted: Iterable[tuple[str, UUID]]) -> dict[UUID, Thing]:
    """What these kinds and ids are called; those that are gone are left out."""
    ids: dict[str, set[UUID]] = {}
    for kind, key in wanted:
        ids.setdefault(kind, set()).add(key)
    found: dict[UUID, Thing] = {}
    if "project" in ids:
        study = read.study()
        found[study.id] = Thing("project", study.id, study.name)
    if "code" in ids:
        book = read.codebook
        paths = book.paths()
        found.update((key, _code(book.by_id[key].name, paths[key], key)) for key in ids["code"] if key in book.by_id)
    for kind in ("document", "case"):
        found.update((one.id, Thing(kind, one.id, one.name)) for one in read.records(kind, ids.get(kind, ())))
    found.update((memo.id, Thing("memo", memo.id, memo.title)) for memo in read.records("memo", ids.get("memo", ())))
    found.update((one.id, one) for one in _segments(read, ids.get("segment", set())))
    return found


def _code(name: str, path: str, key: UUID) -> Thing:
    above = path.rpartition(PATH_SEPARATOR)[0]
    return Thing("code", key, name, above)


def _segments(read: Reading, ids: set[UUID]) -> list[Thing]:
    """Segments by their first words and their document."""
    segments = read.records("segment", ids)
    documents = {one.id: one for one in read.records("document", {segment.document for segment in segments})}
    texts = {key: read.text(document) for key, document in documents.items()}
    return [
        Thing(
            "segment",
            segment.id,
            shortened(texts[segment.document][segment.start : segment.end]),
            documents[segment.document].name,
        )
        for segment in segments
    ]


def shortened(words: str, most: int = _QUOTE) -> str:
    """Words on one line, cut where they are many."""
    line = " ".join(words.split())
    return cut_short(line, most)


def named(read: Reading, names: Sequence[str]) -> dict[str, Thing | None]:
    """What names mean: a code (by path or name), else a document, else a case, else the title of a memo.

    None where nothing is called so, or several things of the first of these kinds are.
    """
    if not names:
        return {}
    book = read.codebook
    paths = book.paths()
    codes = [(_code(code.name, paths[code.id], code.id), (paths[code.id], code.name)) for code in book.ordered]
    documents = [
        (Thing("document", one.id, one.name), (one.name, PurePath(one.name).stem, one.source_name))
        for one in read.documents()
    ]
    cases = [(Thing("case", one.id, one.name), (one.name,)) for one in read.cases()]
    memos = [(Thing("memo", memo.id, memo.title), (memo.title,)) for memo in memo_rows.memos_titled(read, names)]
    indexes = [_index(kind) for kind in (codes, documents, cases, memos)]
    return {name: _meant(name, indexes) for name in names}


def meant(read: Reading, memo: UUID | None, names: Sequence[str]) -> dict[str, Thing | None]:
    """What names mean in a memo (None: in a new one): as `named`, else the one thing it is linked to that was once
    called so, for a name stays in the text as it was written."""
    found = named(read, names)
    unknown = [name for name, thing in found.items() if thing is None]
    links = read.memo_links(memo=memo) if memo is not None and unknown else []
    if not links:
        return found
    there = things(read, [(link.about_kind, link.about) for link in links])
    former = _former(read, links)
    for name in unknown:
        so_called = [key for key, names_before in former.items() if names_before & _last(name) and key in there]
        found[name] = there[so_called[0]] if len(so_called) == 1 else None
    return found


def came_with_name(read: Reading, link: MemoLink) -> bool:
    """Whether a link was made because a memo came to name the thing in its text; else somebody made it by hand."""
    made = next(iter(trails.trail(read, "memo_link", [link.id]).get(link.id, [])), None)
    if made is None or made[1] is not None:
        return False
    before, after = (trails.record_before(read, "memo", link.memo, step) for step in (made[0], made[0] + 1))
    new = set(mentions(after.text if after is not None else "")) - set(mentions(before.text if before else ""))
    former = _former(read, [link]).get(link.about, set())
    if any(_last(name) & former for name in new):
        return True
    return any(thing.id == link.about for thing in named(read, sorted(new)).values() if thing is not None)


def _former(read: Reading, links: Sequence[MemoLink]) -> dict[UUID, set[str]]:
    """What the things of links were called before, without regard to case."""
    found: dict[UUID, set[str]] = {}
    for kind, called in _CALLED.items():
        ids = [link.about for link in links if link.about_kind == kind]
        for key, passed in (trails.trail(read, kind, ids) if ids else {}).items():
            found[key] = {str(getattr(was, called)).casefold() for _, was in passed if was is not None}
    return found


def _last(name: str) -> set[str]:
    """What may be the name at the end of a path, without regard to case; a name may hold the sign without blanks."""
    return {written.strip().rpartition(PATH_SEPARATOR)[2].casefold() for written in (name, _plain(name))}


_Called = dict[str, list[Thing]]


def _index(kind: Sequence[tuple[Thing, Sequence[str]]]) -> list[_Called]:
    """Things by each of their names, the best first, as they are written and then whatever their case."""
    tiers: list[_Called] = []
    for fold in (False, True):
        for place in range(max((len(names) for _, names in kind), default=0)):
            called: _Called = {}
            for thing, names in kind:
                name = _plain(names[place])
                called.setdefault(name.casefold() if fold else name, []).append(thing)
            tiers.append(called)
    return tiers


def _plain(name: str) -> str:
    """A path may be written with or without blanks round its signs."""
    mark = PATH_SEPARATOR.strip()
    return PATH_SEPARATOR.join(part.strip() for part in name.split(mark)) if mark in name else name.strip()


def _meant(name: str, indexes: Sequence[list[_Called]]) -> Thing | None:
    wanted = _plain(name)
    for tiers in indexes:
        for number, called in enumerate(tiers):
            found = called.get(wanted.casefold() if number >= len(tiers) // 2 else wanted, [])
            if found:
                return found[0] if len({thing.id for thing in found}) == 1 else None
    return None


def targets(read: Reading, words: str, most: int = MOST_TARGETS) -> list[Thing]:
    """What a memo can be linked to whose name holds these words: codes, documents, cases, memos; those whose name
    begins with them first."""
    wanted = " ".join(words.split()).casefold()
    book = read.codebook
    paths = book.paths()
    found = [_code(code.name, paths[code.id], code.id) for code in book.ordered]
    found += [Thing("document", one.id, one.name) for one in read.documents()]
    found += [Thing("case", one.id, one.name) for one in read.cases()]
    found += [Thing("memo", memo.id, memo.title) for memo in reversed(read.memos())]
    hits = [thing for thing in found if wanted in thing.name.casefold()]
    if wanted:
        hits.sort(key=lambda thing: not thing.name.casefold().startswith(wanted))
    return hits[:most]
