"""The journal in full: memos with what they are about, quote, links and text, as Markdown, Word document or table."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from ..domain.cases import Case
from ..domain.codebook import PATH_SEPARATOR, Code
from ..domain.coders import Coder
from ..domain.codings import Segment
from ..domain.documents import Document
from ..domain.errors import Ambiguous, BadInput, NotFound
from ..domain.memos import Memo, is_day, printed_day_of
from ..domain.progress import SILENT, Progress
from ..store import memo_rows
from ..store.reading import Reading
from .mentions import Thing, shortened, things
from .naming import resolve
from .quoting import Quoting

SUFFIXES = (".md", ".docx", ".csv", ".xlsx", ".json")
MEMO_COLUMNS = (
    "date",
    "type",
    "title",
    "coder",
    "about_kind",
    "about",
    "document",
    "quote",
    "links",
    "text",
    "created",
    "changed",
    "id",
)
_PROJECT = "project"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which memos: of a type, about or linked to a thing (`about`: its name or id, "project", or "" for all), by a
    coder, about the days from `since` up to, but without, `before` (ISO), among `ids`."""

    kind: str | None = None
    about: str = ""
    coder: str = ""
    since: str = ""
    before: str = ""
    ids: frozenset[UUID] | None = None


def write_memos(
    read: Reading,
    target: Path,
    wanted: Wanted,
    title: str,
    day: str,
    progress: Progress = SILENT,
    quoting: Quoting | None = None,
) -> None:
    """Write memos to a file by its suffix, one of `SUFFIXES`, sorted by their day; `day` is the date in the file."""
    rows = memo_table(read, wanted, progress, quoting)
    suffix = target.suffix.lower()
    if suffix == ".md":
        _write_markdown(rows, target, title, day)
    elif suffix == ".docx":
        from ..formats.word_memos import write_memos_docx

        write_memos_docx(({**row, "subject": _subject_words(row)} for row in rows), target, title, date=day)
    else:
        from ..formats.sheets import write_table

        write_table(
            MEMO_COLUMNS, ([row[column] for column in MEMO_COLUMNS] for row in rows), target, title="memos", date=day
        )


def memo_table(
    read: Reading, wanted: Wanted, progress: Progress = SILENT, quoting: Quoting | None = None
) -> list[dict[str, Any]]:
    """A row per memo with `MEMO_COLUMNS`, sorted by day and then by when it was written.

    `about` is the path of a code or the name of what it is about; of a segment the quote has the words and `document`
    the place. `links` has a line for each thing it leads to. Raises `BadInput` and `NotFound` for what there is not.
    """
    memos = sorted(_chosen(read, wanted), key=lambda memo: (printed_day_of(memo), memo.created, memo.id))
    coders = {coder.id: coder.name for coder in read.coders()}
    links: dict[UUID, list[tuple[str, UUID]]] = {memo.id: [] for memo in memos}
    for link in memo_rows.links_at(read, links):
        if link.memo in links:
            links[link.memo].append((link.about_kind, link.about))
    subjects = [(memo.about_kind, memo.about) for memo in memos]
    quoting = quoting or Quoting(read)
    named = things(read, [*subjects, *(one for found in links.values() for one in found)])
    quotes = _quotes(read, [key for key, thing in named.items() if thing.kind == "segment"], quoting)
    known = {key: _printed(thing, quotes, quoting) for key, thing in named.items()}
    rows = []
    for number, memo in enumerate(memos):
        if number % 200 == 0:
            progress.tick(number, len(memos), memo.title)
        subject = known.get(memo.about, Thing(memo.about_kind, memo.about, ""))
        segment = memo.about_kind == "segment"
        rows.append(
            {
                "date": printed_day_of(memo),
                "type": quoting.excerpt(memo.kind),
                "title": quoting.excerpt(memo.title),
                "coder": coders.get(memo.coder, ""),
                "about_kind": memo.about_kind,
                "about": "" if segment else _full(subject),
                "document": subject.where if segment else subject.name if memo.about_kind == "document" else "",
                "quote": quotes.get(memo.about, "") if segment else "",
                "links": "\n".join(
                    f"{known[key].kind} “{_full(known[key])}”" for _, key in links[memo.id] if key in known
                ),
                "text": quoting.excerpt(memo.text),
                "created": memo.created,
                "changed": memo.changed or "",
                "id": str(memo.id),
            }
        )
    return rows


def _full(thing: Thing) -> str:
    if thing.kind == "code" and thing.where:
        return f"{thing.where}{PATH_SEPARATOR}{thing.name}"
    return f"{thing.name}”, “{thing.where}" if thing.kind == "segment" and thing.where else thing.name


def _quotes(read: Reading, segments: Sequence[UUID], quoting: Quoting) -> dict[UUID, str]:
    """The words of segments in full, as they may be printed."""
    found = sorted(read.records("segment", segments), key=lambda segment: segment.document)
    return {one.id: quoting.text(one.document, one.start, one.end) for one in found}


def _printed(thing: Thing, quotes: Mapping[UUID, str], quoting: Quoting) -> Thing:
    """A thing as it is called in a file that leaves the program."""
    if thing.kind == "segment":
        return replace(thing, name=shortened(quotes[thing.id]), where=quoting.names(thing.where))
    if thing.kind in ("case", "document"):
        return replace(thing, name=quoting.names(thing.name))
    return replace(thing, name=quoting.excerpt(thing.name)) if thing.kind == "memo" else thing


def _chosen(read: Reading, wanted: Wanted) -> list[Memo]:
    for day in (wanted.since, wanted.before):
        if day and not is_day(day):
            raise BadInput("“{day}” is not a day. Write it as YYYY-MM-DD.", day=day)
    memos = memo_rows.memos_with(read, _thing(read, wanted.about)) if wanted.about else read.memos()
    coder = resolve(read, Coder, wanted.coder).id if wanted.coder else None
    tests: list[Callable[[Memo], bool]] = []
    if wanted.kind is not None:
        kind = wanted.kind.strip().casefold()
        tests.append(lambda memo: memo.kind.casefold() == kind)
    if (ids := wanted.ids) is not None:
        tests.append(lambda memo: memo.id in ids)
    if coder is not None:
        tests.append(lambda memo: memo.coder == coder)
    if wanted.since:
        tests.append(lambda memo: printed_day_of(memo) >= wanted.since)
    if wanted.before:
        tests.append(lambda memo: printed_day_of(memo) < wanted.before)
    return [memo for memo in memos if all(test(memo) for test in tests)]


def _thing(read: Reading, name: str) -> UUID:
    """The one thing of this name or id that memos can be about."""
    if name.strip() == _PROJECT:
        return read.study().id
    found: list[tuple[str, UUID]] = []
    for kind, record in (("document", Document), ("code", Code), ("case", Case), ("segment", Segment)):
        try:
            found.append((kind, resolve(read, record, name).id))
        except NotFound:
            continue
    if len(found) > 1:
        raise Ambiguous(
            "“{name}” is the name of a {kinds}. Give the record or its id.",
            name=name,
            kinds=" and a ".join(kind for kind, _ in found),
        )
    if not found:
        raise NotFound("There is no document, code or case “{name}” that memos could be about.", name=name)
    return found[0][1]


def _subject_words(row: Mapping[str, Any]) -> str:
    if row["about_kind"] == _PROJECT:
        return "about the project"
    if row["about_kind"] == "segment":
        return f"about a segment in “{row['document']}”"
    return f"about {row['about_kind']} “{row['about']}”"


def _write_markdown(rows: Iterable[Mapping[str, Any]], target: Path, title: str, date: str) -> None:
    from ..formats import markdown
    from ..formats.losses import counted
    from ..formats.sheets import replacing

    shown = list(rows)
    lines = [f"# {_inline(title)}", "", f"{counted(len(shown), 'memo')} · {date}", ""]
    for row in shown:
        facts = " · ".join(filter(None, (row["date"], row["type"], row["coder"], _subject_words(row))))
        lines += [f"## {_inline(row['title'])}", "", f"*{_inline(facts)}*", ""]
        if row["quote"]:
            lines += [*(f"> {_inline(line)}".rstrip() for line in row["quote"].split("\n")), ""]
        lines += [markdown.below(row["text"], 2), ""]
        if row["links"]:
            lines += ["Leads to:", "", *(f"- {_inline(link)}" for link in row["links"].split("\n")), ""]
    with replacing(target) as temporary:
        temporary.write_text("\n".join(lines).rstrip("\n") + "\n", "utf-8", newline="\n")


def _inline(words: str) -> str:
    """Words of a person as they are, whatever they would mean in Markdown."""
    line = shortened(words, len(words) + 1)
    plain = "".join(f"\\{char}" if char in "\\`*_[]<#" else char for char in line)
    return f"\\{plain}" if plain.startswith((">", "-", "+")) else plain
