"""Taking steps back: which one is meant, whether later work stands on it, and doing it."""

from collections.abc import Iterable, Iterator
from uuid import UUID

import sqlalchemy as sa

from ..domain.codebook import Codebook
from ..domain.errors import Clash, Damaged, NotFound, Refused
from ..domain.history import Step
from ..domain.themes import ThemeCode, circle
from . import memo_rows, tables
from .reading import HOLDS_SEGMENTS, Reading
from .records import KINDS, REFERENCES, Kind
from .work import Work

UNDO = "undo"
REDO = "redo"
NEW = "new"
JOIN = "join"
_LARGEST_PAGE = 5_000  # steps read at a time when an undo has to look far back
_STANDING = (KINDS["segment"], KINDS["assignment"], KINDS["bookmark"], KINDS["redaction"])  # what has a place in a text
_ABOUT = (
    KINDS["memo"],
    KINDS["memo_link"],
    KINDS["map_node"],
)  # what stands on things of several kinds, without a foreign key
_FOUNDATIONS = (NEW, JOIN)  # the project and its coders: everything else stands on them


def newest_first(read: Reading) -> Iterator[Step]:
    """All steps from the newest back, read as they are asked for: an undo rarely looks far."""
    size, before = 50, None
    while page := read.steps(before=before, most=size):
        yield from reversed(page)
        before = page[0].number
        size = min(size * 4, _LARGEST_PAGE)


def to_undo(steps: Iterable[Step], coder: str, anyone: bool = False) -> Step:
    """The step that undo means: the coder's last one that is neither an undo nor undone already.

    `steps` come newest first. Raises `Refused`, saying whose the last steps are when there is none of one's own.
    """
    others: set[str] = set()
    for step in steps:
        if _may_be_undone(step):
            if anyone or step.coder == coder:
                return step
            others.add(step.coder)
    if others:
        raise Refused(
            "There is no step of {coder} to undo; the last steps are by {others}. Add --anyone to undo theirs.",
            coder=coder or "yours",
            others=", ".join(sorted(others)),
        )
    raise Refused("There is nothing to undo: the project is as it was when it was made.")


def _may_be_undone(step: Step) -> bool:
    return step.reverts is None and not step.undone and step.action not in _FOUNDATIONS


def to_redo(steps: Iterable[Step], coder: str) -> Step:
    """The step that redo takes back: the coder's latest undo, if no new step of theirs has come since.

    `steps` come newest first.
    """
    for step in steps:
        if step.coder != coder:
            continue
        if step.reverts is None:
            break
        if step.action == UNDO and not step.undone:
            return step
    raise Refused("There is nothing to redo: no undo of {coder} since their last new step.", coder=coder or "yours")


def revert(work: Work, step: Step) -> None:
    """Put the project back to before `step`, as part of the step that `work` is.

    Raises `Clash`, naming the later step in the way, when what the step left is no longer what is there.
    """
    if step.action in _FOUNDATIONS:
        raise Refused(
            "Step {number} “{summary}” is what the rest stands on; it cannot be undone.",
            number=step.number,
            summary=step.summary,
        )
    unsaid = sorted(step.kinds.symmetric_difference(work.kinds_of(step.number)))
    if unsaid:  # part of it would be left as it is
        raise Damaged(
            "The history of a {kind} is damaged. See where with: qualcode check; a backup may still have it.",
            kind=unsaid[0],
        )
    kinds = [kind for kind in KINDS.values() if step.touches(kind.name)]  # one coding is not asked for 18 kinds of rows
    for kind in kinds:
        _refuse_changed(work, step, kind)
        _refuse_in_use(work, step, kind)
    _refuse_moved_text(work, step)
    held = _held_by(work, step)
    work.take_back(step.number, kinds)
    _refuse_bare(work, step, held)
    _refuse_other_text(work, step)
    _refuse_orphans(work, step)
    _refuse_loops(work, step)
    _refuse_circles(work, step)


def _changes(step: Step, kind: Kind) -> sa.ColumnElement[bool]:
    return (tables.change.c.step == step.number) & (tables.change.c.kind == kind.name)


def _refuse_changed(work: Work, step: Step, kind: Kind) -> None:
    """The rows must be as the step left them: their contents are compared, so undoing 5 and then 4 works."""
    change = tables.change
    query = (
        sa.select(change.c.id)
        .outerjoin(kind.table, kind.table.c.id == change.c.id)
        .where(_changes(step, kind) & kind.table.c.digest.is_distinct_from(change.c.after))
        .limit(1)
    )
    found = work.connection.execute(query).scalar()
    if found is not None:
        raise _clash(work, step, bytes(found))


def _refuse_in_use(work: Work, step: Step, kind: Kind) -> None:
    """Rows the step added must not carry rows that it did not put there itself."""
    change = tables.change
    added = sa.select(change.c.id).where(_changes(step, kind) & change.c.before.is_(None))
    for reference in REFERENCES:
        if reference.parent != kind.name:
            continue
        child = KINDS[reference.child]
        own = sa.select(change.c.id).where(_changes(step, child))
        query = (
            sa.select(child.table.c.id)
            .where(child.table.c[reference.column].in_(added) & child.table.c.id.not_in(own))
            .limit(1)
        )
        found = work.connection.execute(query).scalar()
        if found is not None:
            raise _clash(work, step, bytes(found))
    for said in _ABOUT:
        own = sa.select(change.c.id).where(_changes(step, said))
        about = sa.select(said.table.c.id).where(said.table.c.about.in_(added) & said.table.c.id.not_in(own)).limit(1)
        found = work.connection.execute(about).scalar()
        if found is not None:
            raise _clash(work, step, bytes(found))


def _refuse_moved_text(work: Work, step: Step) -> None:
    """A text may only go back if every segment on it does: one made since would stand on other words."""
    if not step.touches("document"):
        return
    change = tables.change
    earlier = change.alias()
    for document in _edited_documents(work, step):
        for kind in _STANDING:
            state_then = (
                sa.select(earlier.c.after)
                .where((earlier.c.id == kind.table.c.id) & (earlier.c.step <= step.number))
                .order_by(earlier.c.step.desc())
                .limit(1)
                .scalar_subquery()
            )
            query = (
                sa.select(kind.table.c.id)
                .where((kind.table.c.document == document) & kind.table.c.digest.is_distinct_from(state_then))
                .limit(1)
            )
            found = work.connection.execute(query).scalar()
            if found is not None:
                raise _clash(work, step, bytes(found))


def _refuse_other_text(work: Work, step: Step) -> None:
    """Spans put back must find the text they were taken from: on an edited one they would cover other words."""
    change = tables.change
    content = KINDS["document"].names.index("content")
    put_back: set[bytes] = set()
    for kind in _STANDING:
        if not step.touches(kind.name):
            continue
        restored = sa.select(change.c.id).where(_changes(step, kind) & change.c.before.is_not(None))
        query = sa.select(kind.table.c.document).where(kind.table.c.id.in_(restored)).distinct()
        put_back.update(bytes(key) for key in work.connection.execute(query).scalars())
    if not put_back:
        return
    for key, present in work.connection.execute(sa.select(tables.document.c.id, tables.document.c.content)):
        if bytes(key) not in put_back:
            continue
        # what the document was before the step is what its first change since then found
        query = (
            sa.select(change.c.before)
            .where((change.c.kind == "document") & (change.c.id == key) & (change.c.step >= step.number))
            .order_by(change.c.step)
            .limit(1)
        )
        then = work.connection.execute(query).scalar()
        if then is not None and KINDS["document"].row_of_image(then)[content] != present:
            raise _clash(work, step, bytes(key))


def _held_by(work: Work, step: Step) -> set[UUID]:
    """The segments that were there before the step and hold what it left: a coding, evidence, a place on a map."""
    change = tables.change
    made = sa.select(change.c.id).where(_changes(step, KINDS["segment"]) & change.c.before.is_(None))
    held: set[UUID] = set()
    for name, column in HOLDS_SEGMENTS.items():
        if step.touches(name):
            kind = KINDS[name]
            own = kind.table.c.id.in_(sa.select(change.c.id).where(_changes(step, kind)))
            query = sa.select(kind.table.c[column]).where(own & kind.table.c[column].not_in(made)).distinct()
            held.update(UUID(bytes=bytes(key)) for key in work.connection.execute(query).scalars())
    return held


def _refuse_bare(work: Work, step: Step, held: set[UUID]) -> None:
    """A segment whose other codings and evidence have gone since has only that left which the step gave it."""
    bare = work.read.bare_segments(held)
    if not bare:
        return
    change = tables.change
    went = [
        (change.c.kind == kind) & change.c.before.like(f'%"{column}":"{bare[0].hex}"%')
        for kind, column in HOLDS_SEGMENTS.items()
    ]
    own = sa.select(change.c.id).where(change.c.step == step.number)
    since = (change.c.step > step.number) & change.c.id.not_in(own)
    query = sa.select(change.c.id).where(since & sa.or_(*went)).order_by(change.c.step.desc())
    later = work.connection.execute(query.limit(1)).scalar()
    raise _clash(work, step, bare[0].bytes if later is None else bytes(later))


def _edited_documents(work: Work, step: Step) -> list[bytes]:
    """Documents whose text, not just their name, the step changed."""
    change, document = tables.change, tables.document
    query = (
        sa.select(document.c.id, document.c.content, change.c.before)
        .join(change, change.c.id == document.c.id)
        .where(_changes(step, KINDS["document"]) & change.c.before.is_not(None))
    )
    content = KINDS["document"].names.index("content")
    return [
        bytes(key)
        for key, present, before in work.connection.execute(query)
        if KINDS["document"].row_of_image(before)[content] != present
    ]


def _refuse_orphans(work: Work, step: Step) -> None:
    """Rows put back must find the rows they stand on."""
    change = tables.change
    for reference in REFERENCES:
        if not step.touches(reference.child):
            continue
        child, parent = KINDS[reference.child], KINDS[reference.parent]
        above = parent.table.alias()
        column = child.table.c[reference.column]
        query = (
            sa.select(child.table.c.id, column)
            .outerjoin(above, above.c.id == column)
            .where(
                child.table.c.id.in_(sa.select(change.c.id).where(_changes(step, child) & change.c.before.is_not(None)))
                & column.is_not(None)
                & above.c.id.is_(None)
            )
            .limit(1)
        )
        found = work.connection.execute(query).first()
        if found is not None:
            raise _clash(work, step, bytes(found[1]))
    for said in _ABOUT:
        if not step.touches(said.name):
            continue
        touched = said.table.c.id.in_(sa.select(change.c.id).where(_changes(step, said)))
        lost = memo_rows.adrift(work.connection, said.name, touched)
        if lost:
            raise _clash(work, step, lost[0].about)


def _refuse_loops(work: Work, step: Step) -> None:
    """Codes put back below others must not end up below themselves."""
    if not step.touches("code"):
        return
    code = tables.code
    moved = work.connection.execute(
        sa.select(tables.change.c.id).where(_changes(step, KINDS["code"]) & tables.change.c.before.is_not(None))
    ).scalars()
    waiting = [bytes(key) for key in moved]
    if not waiting:
        return
    parents = {
        bytes(key): None if parent is None else bytes(parent)
        for key, parent in work.connection.execute(sa.select(code.c.id, code.c.parent))
    }
    for key in waiting:
        seen = {key}
        above = parents.get(key)
        while above is not None:
            if above in seen:
                raise _clash(work, step, above)
            seen.add(above)
            above = parents[above]


def _refuse_circles(work: Work, step: Step) -> None:
    """Codes and links put back must not make codes belong to each other."""
    if not step.touches("code", "theme_code"):
        return
    links: list[ThemeCode] = work.read.where("theme_code")
    found = set(circle(Codebook(work.read.codes()), links)) if links else set()
    held = {key.bytes for key in found} | {
        link.id.bytes for link in links if link.theme in found and link.code in found
    }
    change = tables.change
    put_back = sa.select(change.c.id).where((change.c.step == step.number) & change.c.before.is_not(None))
    if held.isdisjoint(bytes(key) for key in work.connection.execute(put_back).scalars()):
        return
    later = sa.select(change.c.id).where((change.c.step > step.number) & change.c.id.in_(held))
    newest = work.connection.execute(later.order_by(change.c.step.desc()).limit(1)).scalar()
    raise _clash(work, step, bytes(newest) if newest is not None else min(held))


def _clash(work: Work, step: Step, row: bytes) -> Clash:
    """Name the newest step after this one that touched the row in the way."""
    change = tables.change
    number = work.connection.execute(
        sa.select(sa.func.max(change.c.step)).where((change.c.id == row) & (change.c.step > step.number))
    ).scalar()
    later = work.read.step(number) if number else None
    if later is None:
        return Clash(
            "Step {number} “{summary}” cannot be undone: what it changed is no longer there as it left it.",
            number=step.number,
            summary=step.summary,
        )
    return Clash(
        "Step {number} “{summary}” cannot be undone, because step {later} “{later_summary}” by {coder} came after it "
        "and stands on it. Undo step {later} first.",
        number=step.number,
        summary=step.summary,
        later=later.number,
        later_summary=later.summary,
        coder=later.coder,
    )


def find_step(work: Work, number: int) -> Step:
    """The step of this number, if it can be undone at all."""
    step = work.read.step(number)
    if step is None:
        raise NotFound("There is no step {number}. See the history for the numbers.", number=number)
    if step.undone:
        raise Refused("Step {number} “{summary}” is undone already.", number=number, summary=step.summary)
    return step
