"""A query while it is being built: conditions that may still be empty, and the groups and relations they stand in.

A place in the draft is a path of numbers from the top. What is not filled in yet is left out of the question.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import singledispatch
from typing import Any

from ...domain.query_tree import (
    DISTANT,
    DOCUMENT,
    MADE,
    NEAR,
    RELATIONS,
    WEIGHT,
    AllOf,
    AnyOf,
    AtLeast,
    Coded,
    ExactlyOne,
    Holds,
    Is,
    Not,
    Only,
    Query,
    Relation,
    SmartCode,
    Valued,
    parts_of,
)

ALL, ANY, ONE, LEAST, NOT, ONLY = "all", "any", "exactly-one", "at-least", "not", "only"
MANY, SINGLE = (ALL, ANY, ONE, LEAST), (NOT, ONLY)  # operators on any number of parts, on one part
CODE, SMART, TEXT, VARIABLE = "code", "smart", "text", "variable"
EQUAL, NONE = "=", "none"  # `sign`: is a value, has none
SIGNS = (EQUAL, ">=", "<=", ">", "<")
NEAREST = 2  # units apart, before anybody says how near
_SIGN = re.compile(r">=|<=|<|>")
_GONE = "gone"  # the kind of what stands where something was taken away
Path = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """What a segment is asked for. `kind` is CODE, SMART, TEXT, VARIABLE or a kind of `Is`; `below`: a code with those
    below it; `way`: how a text is looked for; `variable` is the name of one, `sign` one of `SIGNS` or NONE."""

    kind: str = CODE
    value: str = ""
    below: bool = False
    way: str = "phrase"
    variable: str = ""
    sign: str = EQUAL

    @property
    def blank(self) -> bool:
        """Whether it is not filled in yet."""
        if self.kind == VARIABLE and not self.variable.strip():
            return True
        return self.sign != NONE and not self.value.strip()


@dataclass(frozen=True, slots=True)
class Group:
    """Parts and what is asked of them: one of MANY or SINGLE, or a relation between two. `number` belongs to LEAST,
    `within` (None: anywhere) and `unit` to relations at a distance."""

    operator: str
    parts: tuple["Node", ...]
    number: int = 2
    within: int | None = None
    unit: str = "turn"


Node = Condition | Group


# ── from and to the question ──
@singledispatch
def draft_of(query: Any) -> "Node":
    """The draft that asks this question."""
    parts = tuple(map(draft_of, parts_of(query)))
    if isinstance(query, Relation):
        return Group(query.kind, parts, within=query.within, unit=query.unit)
    if isinstance(query, AtLeast):
        return Group(LEAST, parts, query.number)
    return Group({AllOf: ALL, AnyOf: ANY, ExactlyOne: ONE, Not: NOT, Only: ONLY}[type(query)], parts)


@draft_of.register
def _(query: Coded) -> Node:
    return Condition(CODE, query.code, below=query.below)


@draft_of.register
def _(query: SmartCode) -> Node:
    return Condition(SMART, query.query)


@draft_of.register
def _(query: Holds) -> Node:
    return Condition(TEXT, query.text, way=query.way)


@draft_of.register
def _(query: Valued) -> Node:
    sign, value = _parted(query.value)
    return Condition(VARIABLE, value, variable=query.variable, sign=sign if query.value else NONE)


@draft_of.register
def _(query: Is) -> Node:
    sign, value = _parted(query.value) if query.kind in (MADE, WEIGHT) else (EQUAL, query.value)
    return Condition(query.kind, value, sign=sign if query.value else NONE)


def _parted(value: str) -> tuple[str, str]:
    sign = _SIGN.match(value.strip())
    return (sign[0], value.strip()[sign.end() :].strip()) if sign else (EQUAL, value)


def question_of(node: Node) -> Query | None:
    """The question that a draft asks, without what is not filled in; None where nothing is. Raises `BadInput`."""
    if isinstance(node, Condition):
        return None if node.blank else _leaf(node)
    parts = tuple(query for query in map(question_of, node.parts) if query is not None)
    if not parts or (len(parts) == 1 and node.operator not in SINGLE):
        return parts[0] if parts else None
    if node.operator in RELATIONS:
        return Relation(node.operator, parts[0], parts[1], node.within, node.unit)
    made: dict[str, Callable[[], Query]] = {
        ALL: lambda: AllOf(parts),
        ANY: lambda: AnyOf(parts),
        ONE: lambda: ExactlyOne(parts),
        LEAST: lambda: AtLeast(min(node.number, len(parts)), parts),
        NOT: lambda: Not(parts[0]),
        ONLY: lambda: Only(parts[0]),
    }
    return made[node.operator]()


def _leaf(one: Condition) -> Query:
    value = "" if one.sign == NONE else one.value.strip()
    if one.kind == CODE:
        return Coded(value, one.below)
    if one.kind == SMART:
        return SmartCode(value)
    if one.kind == TEXT:
        return Holds(value, one.way)
    signed = value if one.sign in (EQUAL, NONE) else one.sign + value
    if one.kind == VARIABLE:
        return Valued(one.variable.strip(), signed)
    return Is(one.kind, signed if one.kind in (MADE, WEIGHT) else value)


def conditions(node: Node) -> Iterator[Condition]:
    """All conditions of a draft, in their order."""
    if isinstance(node, Condition):
        yield node
        return
    for part in node.parts:
        yield from conditions(part)


# ── changing it: each gives another draft ──
def at(root: Node, path: Path) -> Node:
    """What stands at a place."""
    for number in path:
        assert isinstance(root, Group)
        root = root.parts[number]
    return root


def put(root: Node, path: Path, node: Node) -> Node:
    """The draft with something else at a place."""
    if not path:
        return node
    assert isinstance(root, Group)
    parts = list(root.parts)
    parts[path[0]] = put(parts[path[0]], path[1:], node)
    return replace(root, parts=tuple(parts))


def add(root: Node, path: Path, node: Node) -> tuple[Node, Path]:
    """The draft with something more behind a place, or at the end of the group there; and where that is now. Where
    nothing can follow, both are asked for together."""
    here = at(root, path)
    if isinstance(here, Group) and here.operator in MANY:
        return put(root, path, replace(here, parts=(*here.parts, node))), (*path, len(here.parts))
    if path:
        above = at(root, path[:-1])
        if isinstance(above, Group) and above.operator in MANY:
            behind = path[-1] + 1
            parts = (*above.parts[:behind], node, *above.parts[behind:])
            return put(root, path[:-1], replace(above, parts=parts)), (*path[:-1], behind)
    return put(root, path, Group(ALL, (here, node))), (*path, 1)


def remove(root: Node, path: Path) -> Node:
    """The draft without what stands at a place; a group of one goes, too."""
    if not path:
        return Condition()
    above = at(root, path[:-1])
    assert isinstance(above, Group)
    left = above.parts[: path[-1]] + above.parts[path[-1] + 1 :]
    if not left:
        return remove(root, path[:-1])
    if len(left) == 1 and above.operator not in SINGLE:
        return put(root, path[:-1], left[0])
    return put(root, path[:-1], _fitted(replace(above, parts=left)))


def operate(root: Node, path: Path, operator: str) -> Node:
    """The draft with another operator on the group at a place; a condition there becomes the first of two."""
    here = at(root, path)
    if isinstance(here, Condition):
        parts: tuple[Node, ...] = (here,) if operator in SINGLE else (here, Condition())
        return put(root, path, _distanced(Group(operator, parts)))
    parts = here.parts
    if operator in SINGLE:
        parts = parts if here.operator in SINGLE else (here,)
    elif here.operator in SINGLE:
        parts = (*parts, Condition())
    elif operator in RELATIONS and len(parts) > 2:
        parts = parts[0], replace(here, parts=parts[1:])
    changed = replace(here, operator=operator, parts=parts)
    return put(root, path, _fitted(_distanced(changed)))


def wrap(root: Node, path: Path, operator: str) -> Node:
    """The draft with a new group around what stands at a place."""
    here = at(root, path)
    parts: tuple[Node, ...] = (here,) if operator in SINGLE else (here, Condition())
    return put(root, path, _distanced(Group(operator, parts)))


def group_with_next(root: Node, path: Path) -> tuple[Node, Path]:
    """The draft with what stands at a place and what follows on it in a group of their own; and where that is."""
    above = at(root, path[:-1]) if path else None
    if not isinstance(above, Group) or above.operator not in MANY or path[-1] + 1 >= len(above.parts):
        return root, path
    first, last = path[-1], path[-1] + 2
    if len(above.parts) == 2:
        return root, path  # they are one already
    made = Group(ANY if above.operator == ALL else ALL, above.parts[first:last])
    parts = (*above.parts[:first], made, *above.parts[last:])
    return put(root, path[:-1], _fitted(replace(above, parts=parts))), path


def ungroup(root: Node, path: Path) -> Node:
    """The draft with the parts of a group in the group above it; of an operator on one part, that part."""
    here = at(root, path)
    if not isinstance(here, Group):
        return root
    if here.operator in SINGLE:
        return put(root, path, here.parts[0])
    above = at(root, path[:-1]) if path else None
    if not isinstance(above, Group) or above.operator not in MANY:
        return root
    parts = (*above.parts[: path[-1]], *here.parts, *above.parts[path[-1] + 1 :])
    return put(root, path[:-1], replace(above, parts=parts))


def move(root: Node, path: Path, by: int) -> tuple[Node, Path]:
    """The draft with what stands at a place one place up (-1) or down (1), into a group that stands there and out of
    its own at the ends; and where it is now."""
    if not path:
        return root, path
    above = at(root, path[:-1])
    assert isinstance(above, Group)
    here, place = above.parts[path[-1]], path[-1] + by
    if 0 <= place < len(above.parts):
        there = above.parts[place]
        if isinstance(there, Group) and there.operator in MANY and above.operator in MANY and len(above.parts) > 2:
            parts = (*there.parts, here) if by < 0 else (here, *there.parts)
            moved = put(root, (*path[:-1], place), replace(there, parts=parts))
            inside = len(there.parts) if by < 0 else 0
            return remove(moved, path), (*path[:-1], place - (by > 0), inside)
        swapped = list(above.parts)
        swapped[path[-1]], swapped[place] = there, here
        return put(root, path[:-1], replace(above, parts=tuple(swapped))), (*path[:-1], place)
    return _out(root, path, here, by)


def carry(root: Node, path: Path, to: Path, after: bool) -> tuple[Node, Path] | None:
    """The draft with what stands at one place before or after another part, or at the end of the group that stands
    there; and where it is now. None where it cannot stand there."""
    if to[: len(path)] == path or not path:
        return None  # into itself
    here = at(root, path)
    gone = Condition(_GONE)
    marked = put(root, path, gone)
    there = at(marked, to)
    if isinstance(there, Group) and there.operator in MANY:
        wider = put(marked, to, replace(there, parts=(*there.parts, here)))
    else:
        above = at(marked, to[:-1]) if to else None
        if not isinstance(above, Group) or above.operator not in MANY:
            return None
        place = to[-1] + after
        wider = put(marked, to[:-1], replace(above, parts=(*above.parts[:place], here, *above.parts[place:])))
    left = remove(wider, _path_of(wider, gone))
    return left, _path_of(left, here)


def _path_of(root: Node, node: Node) -> Path:
    """Where this very part stands."""
    if root is node or not isinstance(root, Group):
        return ()
    for number, part in enumerate(root.parts):
        found = _path_of(part, node)
        if found or part is node:
            return (number, *found)
    return ()


def _out(root: Node, path: Path, here: Node, by: int) -> tuple[Node, Path]:
    if len(path) < 2:
        return root, path
    over = at(root, path[:-2])
    if not isinstance(over, Group) or over.operator not in MANY:
        return root, path
    # first put in above, where its own group still has its place
    target = path[-2] + (by > 0)
    parts = (*over.parts[:target], here, *over.parts[target:])
    wider = put(root, path[:-2], replace(over, parts=parts))
    own = (*path[:-2], path[-2] + (by < 0), path[-1])
    before = len(_parts(wider, path[:-2]))
    left = remove(wider, own)
    gone = before - len(_parts(left, path[:-2]))
    return left, (*path[:-2], target - (gone if by > 0 else 0))


def _parts(root: Node, path: Path) -> tuple[Node, ...]:
    found = at(root, path)
    return found.parts if isinstance(found, Group) else ()


def _fitted(group: Group) -> Group:
    """With a number that the parts allow."""
    return replace(group, number=max(2, min(group.number, len(group.parts))))


def _distanced(group: Group) -> Group:
    if group.operator == NEAR and group.within is None:
        return replace(group, within=NEAREST)
    return group if group.operator in DISTANT else replace(group, within=None)


def _sides(root: Node) -> dict[str, tuple[Condition, ...]] | None:
    """Codes and documents, where nothing else is asked than these; else None."""
    parts = root.parts if isinstance(root, Group) and root.operator == ALL else (root,)
    found: dict[str, tuple[Condition, ...]] = {CODE: (), DOCUMENT: ()}
    for part in parts:
        listed = part.parts if isinstance(part, Group) and part.operator == ANY else (part,)
        kinds = {one.kind if isinstance(one, Condition) else "" for one in listed}
        if len(kinds) != 1 or (kind := kinds.pop()) not in found or found[kind]:
            return None
        found[kind] = tuple(one for one in listed if isinstance(one, Condition) and not one.blank)
    return found


def chosen_of(root: Node) -> tuple[list[str], list[str]] | None:
    """Documents and codes, where nothing else is asked than these documents and codes alone; else None."""
    sides = _sides(root)
    if sides is None or any(one.below for one in sides[CODE]):
        return None
    return [one.value for one in sides[DOCUMENT]], [one.value for one in sides[CODE]]


def choosing(documents: list[str], codes: list[str]) -> Node:
    """The draft that asks for the segments of these codes in these documents; of none of a kind: of all."""
    return _joined([Condition(CODE, name) for name in codes], [Condition(DOCUMENT, name) for name in documents])


def activated(root: Node, codes: Sequence[Condition] = (), documents: Sequence[Condition] = ()) -> Node:
    """The draft that asks for these codes, or for these documents: of the other kind those stay that were asked for,
    where nothing else was."""
    sides = _sides(root) or {CODE: (), DOCUMENT: ()}
    return _joined(codes or sides[CODE], documents or sides[DOCUMENT])


def _joined(codes: Sequence[Condition], documents: Sequence[Condition]) -> Node:
    parts: list[Node] = [
        listed[0] if len(listed) == 1 else Group(ANY, tuple(listed)) for listed in (codes, documents) if listed
    ]
    if not parts:
        return Condition()
    return parts[0] if len(parts) == 1 else Group(ALL, tuple(parts))
