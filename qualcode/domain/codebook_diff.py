"""What became of a codebook between two of its states: by code and field, with the old and the new."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from .codebook import TEXT_FIELDS, Code, Codebook
from .differences import CAME, GONE, SAME, Piece, readable
from .errors import Phrase
from .themes import STAGES

# in the order in which they are told
ADDED, REMOVED, MERGED, SPLIT = "added", "removed", "merged", "split"
RENAMED, MOVED, REDEFINED, STAGE = "renamed", "moved", "redefined", "stage"
RECOLOURED, REORDERED = "recoloured", "reordered"
CHANGES = (ADDED, MERGED, SPLIT, REMOVED, RENAMED, MOVED, REDEFINED, STAGE, RECOLOURED, REORDERED)
SMALL = (RECOLOURED, REORDERED)  # told only when asked for
_STAYED = 0.3  # of the longer text: with less in common the two are told as two texts
_THEME_TEXTS = ("concept", "boundary", "counter_search")
# which kind of change a field's change is
KIND_OF_FIELD = {
    "name": RENAMED,
    "parent": MOVED,
    "kind": REDEFINED,
    **dict.fromkeys((*TEXT_FIELDS, *_THEME_TEXTS), REDEFINED),
    "stage": STAGE,
    "color": RECOLOURED,
    "position": REORDERED,
}
CHANGE_NAMES = {
    ADDED: Phrase("Added"),
    MERGED: Phrase("Merged"),
    SPLIT: Phrase("Split"),
    REMOVED: Phrase("Removed"),
    RENAMED: Phrase("Renamed"),
    MOVED: Phrase("Moved"),
    REDEFINED: Phrase("Redefined"),
    STAGE: Phrase("Stage changed"),
    RECOLOURED: Phrase("Colour changed"),
    REORDERED: Phrase("Order changed"),
}
FIELD_NAMES = {
    "name": Phrase("Name"),
    "parent": Phrase("Stands below"),
    "kind": Phrase("Kind"),
    "definition": Phrase("Definition"),
    "full_definition": Phrase("Full definition"),
    "include": Phrase("When to use"),
    "exclude": Phrase("When not to use"),
    "example": Phrase("Example"),
    "example_document": Phrase("Example is from"),
    "near_miss": Phrase("Near miss"),
    "origin": Phrase("Origin"),
    "status": Phrase("Status"),
    "concept": Phrase("Central organising concept"),
    "boundary": Phrase("Boundary"),
    "counter_search": Phrase("Search for counter-evidence"),
    "stage": Phrase("Stage"),
    "color": Phrase("Colour"),
    "position": Phrase("Place"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One change of one code.

    `field` is the record's field for a change of one, with its value `before` and `after`; an added code is the record
    in `after`, a removed or merged one that in `before`. `others` are the codes it was merged or split into.
    """

    change: str
    code: UUID
    field: str = ""
    before: Any = None
    after: Any = None
    others: tuple[UUID, ...] = ()


def differences_of(
    old: Iterable[Code],
    new: Iterable[Code],
    merged: Mapping[UUID, UUID] | None = None,
    split: Mapping[UUID, Sequence[UUID]] | None = None,
) -> list[Difference]:
    """The changes that lead from one state to the other, in the order of `CHANGES` and then of the codebook.

    `merged` says into what a code that is gone was merged, `split` which codes a code gave segments to when it was
    split; both may name codes that are in neither state.
    """
    before, after = {code.id: code for code in old}, {code.id: code for code in new}
    order = [code.id for code in Codebook(after.values()).ordered]
    order += [code.id for code in Codebook(before.values()).ordered if code.id not in after]
    found: list[Difference] = []
    for key in order:
        was, now = before.get(key), after.get(key)
        if was is None:
            found.append(Difference(ADDED, key, after=now))
        elif now is None:
            into = _end(key, merged or {}, after)
            found.append(Difference(MERGED if into else REMOVED, key, before=was, others=(into,) if into else ()))
        else:
            found.extend(
                Difference(change, key, field, getattr(was, field), getattr(now, field))
                for field, change in KIND_OF_FIELD.items()
                if getattr(was, field) != getattr(now, field)
            )
        parts = tuple(one for one in (split or {}).get(key, ()) if one in after and one != key)
        if was is not None and parts:
            found.append(Difference(SPLIT, key, others=parts))
    return sorted(found, key=lambda one: CHANGES.index(one.change))


def _end(key: UUID, merged: Mapping[UUID, UUID], after: Mapping[UUID, Code]) -> UUID | None:
    """Where a code ended up that was merged, perhaps into one that was merged itself."""
    passed = {key}
    into = merged.get(key)
    while into is not None and into not in after and into in merged and into not in passed:
        passed.add(into)
        into = merged[into]
    return into if into != key else None


def applied(old: Iterable[Code], changes: Iterable[Difference]) -> dict[UUID, Code]:
    """The state that changes lead to from an earlier one, by id."""
    state = {code.id: code for code in old}
    for one in changes:
        if one.change == ADDED:
            state[one.code] = one.after
        elif one.change in (REMOVED, MERGED):
            del state[one.code]
        elif one.field:
            values: dict[str, Any] = {one.field: one.after}
            state[one.code] = replace(state[one.code], **values)
    return state


@dataclass(frozen=True, slots=True)
class Cause:
    """A step that led to a change: who made it when, what it did, and why, where that was said."""

    step: int
    time: str
    coder: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Told:
    """A change as people read it: `code` is the path (of the newer state, of the older one where it is gone), `kind`
    theme or code, `before` and `after` texts, `causes` the steps that led there, oldest first. `there`: the code is in
    the newer state, `color` its colour. `filled` are the fields of a code that came or went, with what is written in
    them."""

    change: str
    key: UUID
    code: str
    kind: str
    field: str
    before: str
    after: str
    causes: tuple[Cause, ...]
    there: bool
    filled: tuple[tuple[str, str], ...] = ()
    color: str = ""

    @property
    def pieces(self) -> list[Piece]:
        """Old and new words as one text, with what went and what came marked; one behind the other where so little
        stayed that the words between would only be in the way."""
        found = readable(self.before, self.after)
        stayed = sum(len(piece.text.strip()) for piece in found if piece.kind == SAME)
        if self.before and self.after and stayed < _STAYED * max(len(self.before), len(self.after)):
            return [Piece(GONE, self.before), Piece(SAME, " "), Piece(CAME, self.after)]
        return found


@dataclass(frozen=True, slots=True)
class Entry:
    """All changes of one sort of one code, and the steps that led to any of them, oldest first."""

    change: str
    key: UUID
    code: str
    kind: str
    there: bool
    told: tuple[Told, ...]
    causes: tuple[Cause, ...]

    @property
    def color(self) -> str:
        """The code's colour."""
        return self.told[0].color


def entries(told: Iterable[Told]) -> list[Entry]:
    """Changes put together by sort and code, in their order."""
    together: dict[tuple[str, UUID], list[Told]] = {}
    for one in told:
        together.setdefault((one.change, one.key), []).append(one)
    return [
        Entry(change, key, parts[0].code, parts[0].kind, parts[0].there, tuple(parts), all_causes(parts))
        for (change, key), parts in together.items()
    ]


def all_causes(told: Iterable[Told]) -> tuple[Cause, ...]:
    """The steps that led to some changes, each once, oldest first."""
    found = {cause.step: cause for one in told for cause in one.causes}
    return tuple(found[number] for number in sorted(found))


def counts(told: Iterable[Told]) -> dict[str, int]:
    """How many codes have changed in which sort, in the order of `CHANGES`; none left out."""
    found = [entry.change for entry in entries(told)]
    return {change: found.count(change) for change in CHANGES if change in found}


def stage_of(code: Code) -> str:
    """The stage of a theme, which is a candidate until somebody says more; nothing for a code."""
    return code.stage or (STAGES[0] if code.kind == "theme" else "")


def texts_of(code: Code) -> tuple[tuple[str, str], ...]:
    """The fields of a code in which something is written, in the codebook's order."""
    found = ((field, getattr(code, field) or "") for field in (*TEXT_FIELDS, *_THEME_TEXTS))
    return tuple((field, text) for field, text in found if text)
