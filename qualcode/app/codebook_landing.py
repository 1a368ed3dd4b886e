"""Carrying out what was decided about the codes of a file: the codebook as it will be, and writing it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from ..domain.codebook import NAME_LIMIT, TEXT_FIELDS, Code, Codebook, clean_name
from ..domain.errors import Refused
from ..domain.ids import new_id
from ..domain.memos import Memo
from ..domain.palette import PALETTE
from ..domain.themes import ThemeCode, circle
from ..store.work import Work
from .acting import coder_of
from .codebook import checked_color, checked_fields, codebook_changed
from .codebook_arrivals import ArrivingCode, has_memo, read_plan, said
from .quoting import Quoting

COUNTED = ("new", "updated", "kept", "duplicated")


@dataclass
class Landing:
    """What the decided plan makes of a codebook: codes to add and to change, words for memos by code, and how many
    codes of the file were new, updated, kept and duplicated."""

    added: list[Code] = field(default_factory=list)
    changed: list[Code] = field(default_factory=list)
    memos: list[tuple[UUID, str]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COUNTED, 0))


def land(
    book: Codebook, rows: Sequence[ArrivingCode], coder: UUID, time: str, links: Sequence[ThemeCode] = ()
) -> Landing:
    """The outcome of a plan, nothing written; new codes are made by `coder` at `time`.

    Raises `Refused` where two codes would stand under one name in one place, or one below itself or below what is
    linked to it.
    """
    landing = _Landing(book, coder, time)
    result = landing.of(rows)
    landing.require_no_circle(links)
    return result


def outcome(book: Codebook, rows: Sequence[ArrivingCode], links: Sequence[ThemeCode] = ()) -> dict[str, int]:
    """How many codes would be new, updated, kept and duplicated, by `COUNTED`; raises what `land` raises."""
    return land(book, rows, UUID(int=0), "", links).counts


def write_landing(work: Work, rows: Sequence[ArrivingCode], fresh: bool = False) -> Landing:
    """Write the outcome of a plan as part of a step.

    Raises `Refused` where the codebook is no longer what the plan was made for, unless the plan is `fresh`.
    """
    if not fresh and [replace(row, treatment="") for row in read_plan(work.read, [row.read for row in rows])] != [
        replace(row, treatment="") for row in rows
    ]:
        raise Refused("The codebook has changed since this list was made. Look at the list again, then import.")
    coder = coder_of(work).id
    landing = land(work.read.codebook, rows, coder, work.time, work.read.where("theme_code"))
    there: dict[UUID, list[str]] = {}
    for memo in work.read.memos_about(key for key, _ in landing.memos):
        there.setdefault(memo.about, []).append(memo.text)
    work.add(landing.added)
    work.replace(landing.changed)
    codebook_changed(work)
    names, quoting = work.read.codebook.by_id, Quoting(work.read)
    work.add(
        Memo(new_id(), "code", key, names[key].name, "code", words, coder, work.time)
        for key, words in landing.memos
        if not has_memo(words, there.get(key, ()), quoting)
    )
    return landing


class _Landing:
    def __init__(self, book: Codebook, coder: UUID, time: str) -> None:
        self._book, self._coder, self._time = book, coder, time
        self._now: dict[UUID, Code] = dict(book.by_id)
        self._ours = book.places()
        self._stands: dict[tuple[str, ...], UUID] = {}  # by the paths of the file
        self._next = {parent: book.next_position(parent) for parent in (None, *book.by_id)}
        self._names: dict[UUID | None, set[str]] = {}
        for code in book.ordered:
            self._names.setdefault(code.parent, set()).add(code.name)
        self._colors = Counter(code.color for code in book.ordered)
        self._result = Landing()

    def of(self, rows: Iterable[ArrivingCode]) -> Landing:
        for row in sorted(rows, key=lambda row: len(row.read.path)):  # what lies above comes first
            self._take(row)
        self._require_a_tree()
        old = self._book.by_id
        self._result.added = [code for key, code in self._now.items() if key not in old]
        self._result.changed = [code for key, code in self._now.items() if old.get(key, code) != code]
        made = len(self._result.added) - self._result.counts["duplicated"]
        self._result.counts["new"] = made  # with those above them that the file only names
        return self._result

    def _take(self, row: ArrivingCode) -> None:
        path, counts = row.read.path, self._result.counts
        match row.treatment:
            case "new":
                self._stands[path] = self._add(row, path[-1])
            case "duplicate":
                name = self._free(self._parent(path), path[-1])
                self._stands.setdefault(path, self._add(row, name))
                if row.code is not None:
                    self._stands[path] = row.code.id  # what lies below it in the file lies below ours
                counts["duplicated"] += 1
            case "update":
                self._update(row)
            case _:
                if row.code is not None:
                    self._stands.setdefault(path, row.code.id)
                counts["kept"] += 1

    def _update(self, row: ArrivingCode) -> None:
        path = row.read.path
        key = row.code.id if row.code is not None else self._stands.get(path) or self._ours.get(path)
        if key is None:  # the first of two was left out
            self._stands[path] = self._add(row, path[-1])
            return
        self._stands.setdefault(path, key)
        code = self._now[key]
        new: dict[str, Any] = self._said(row, code.kind)
        new |= {name: text for name, text in row.whole if name in new}
        if row.why == "moved":
            parent = self._parent(path)
            new |= {"name": clean_name(path[-1], code.kind), "parent": parent}
            if parent != code.parent:
                new["position"] = self._place(parent)
        changed = replace(code, **new)
        self._remember(row, key)
        words = any(one.field == "memo" for one in row.differences)
        self._result.counts["updated" if changed != code or words else "kept"] += 1
        self._now[key] = changed
        self._colors[changed.color] += changed.color != code.color

    def _said(self, row: ArrivingCode, kind: str) -> dict[str, str]:
        """The fields that the file says something in, checked."""
        found = said(row.read, kind)
        checked_fields({name: text for name, text in found.items() if name not in ("kind", "color")})
        if "color" in found:
            found["color"] = checked_color(found["color"])
        return found

    def _add(self, row: ArrivingCode, name: str) -> UUID:
        read = row.read
        given = self._said(row, read.kind)
        key = UUID(read.id) if read.id and row.treatment == "new" else None
        return self._make(key, self._parent(read.path), name, given, row)

    def _make(
        self, key: UUID | None, parent: UUID | None, name: str, given: dict[str, Any], row: ArrivingCode | None = None
    ) -> UUID:
        """A new code, under its own id where that is free: so it is known again the next time."""
        key = new_id() if key is None or key in self._now else key
        fields: dict[str, Any] = dict.fromkeys(TEXT_FIELDS, "") | given
        fields.setdefault("color", min((one.light for one in PALETTE), key=lambda color: self._colors[color]))
        self._colors[fields["color"]] += 1
        self._now[key] = Code(
            id=key,
            parent=parent,
            name=clean_name(name, fields["kind"]),
            position=self._place(parent),
            coder=self._coder,
            created=self._time,
            **fields,
        )
        self._names.setdefault(parent, set()).add(name)
        if row is not None:
            self._remember(row, key)
        return key

    def _remember(self, row: ArrivingCode, key: UUID) -> None:
        if row.read.memo:
            self._result.memos.append((key, row.read.memo))

    def _parent(self, path: tuple[str, ...]) -> UUID | None:
        """What lies above a path of the file, made as a bare theme where nobody has it."""
        above: UUID | None = None
        for depth in range(1, len(path)):  # a loop: a hostile codebook is thousands of levels deep
            part = path[:depth]
            known = self._stands.get(part) or self._ours.get(part)
            if known is None:
                known = self._make(None, above, part[-1], {"kind": "theme"})
            self._stands.setdefault(part, known)
            above = known
        return above

    def _place(self, parent: UUID | None) -> int:
        position = self._next.get(parent, 0)
        self._next[parent] = position + 1
        return position

    def _free(self, parent: UUID | None, name: str) -> str:
        """The name with the first number that nobody beside it has."""
        taken, number = self._names.get(parent, set()), 2
        while (numbered := f"{name[: NAME_LIMIT - len(str(number)) - 1].rstrip()} {number}") in taken:
            number += 1
        return numbered

    def require_no_circle(self, links: Sequence[ThemeCode]) -> None:
        """None of the codes that are moved may come to stand below what is linked to it, or to a code below it."""
        found = circle(Codebook(self._now.values()), links) if links else ()
        moved = [code for code in self._result.changed if code.parent != self._book.by_id[code.id].parent]
        for code in moved:
            if code.id in found:
                raise Refused(
                    "“{theme}” belongs to “{name}”: it cannot be the other way round as well.",
                    theme=self._now[code.parent].name if code.parent is not None else "",
                    name=code.name,
                )

    def _require_a_tree(self) -> None:
        """No two of one name in one place, and none below itself."""
        seen: dict[tuple[UUID | None, str], UUID] = {}
        for key, code in self._now.items():
            if seen.setdefault((code.parent, code.name), key) != key:
                raise Refused(
                    "Two codes “{name}” would stand in one place. Keep yours, or bring in the other as a duplicate.",
                    name=code.name,
                )
        for key, code in self._now.items():
            old = self._book.by_id.get(key)
            if old is None or old.parent == code.parent:
                continue
            above, passed = code.parent, {key}
            while above is not None:
                if above in passed:
                    raise Refused("“{name}” cannot be moved below itself.", name=code.name)
                passed.add(above)
                above = self._now[above].parent
