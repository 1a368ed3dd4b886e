"""Moments of the history: which step is meant by a date, and the steps of a stretch that touched a kind of thing."""

import re
from datetime import datetime

import sqlalchemy as sa

from ..domain.errors import BadInput, NotFound
from ..domain.history import Step
from . import tables
from .reading import Reading

DATE = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?)?", re.ASCII)
_STEP = tables.step


def step_at(read: Reading, moment: str | int) -> int:
    """The number of the last step at or before a moment: a step number, a date (the whole day counts) or a date and
    time in UTC. Raises `NotFound` and `BadInput`."""
    if isinstance(moment, int):
        if read.step(moment) is None:
            raise NotFound("There is no step {number}. See the history for the numbers.", number=moment)
        return moment
    text = moment.strip().replace(" ", "T")
    if not _is_moment(text):
        raise BadInput("“{moment}” is not a date; write 2026-10-01 or 2026-10-01 16:20.", moment=moment)
    bound = text.rstrip("Z") + ("T99" if len(text) == 10 else ":99" if text.count(":") == 1 else "~")
    found = read.connection.execute(sa.select(sa.func.max(_STEP.c.number)).where(_STEP.c.time <= bound)).scalar()
    if found is None:
        first = read.connection.execute(sa.select(sa.func.min(_STEP.c.time))).scalar() or ""
        raise NotFound("The project was made on {date}; it has no state before that.", date=str(first)[:10])
    return int(found)


def _is_moment(text: str) -> bool:
    """Whether this is a day or a time of a day that there is."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return DATE.fullmatch(text) is not None


def step_times(read: Reading) -> list[tuple[int, str]]:
    """Number and time of every step, oldest first."""
    query = sa.select(_STEP.c.number, _STEP.c.time).order_by(_STEP.c.number)
    return [(number, time) for number, time in read.connection.execute(query)]


def steps_between(read: Reading, kind: str, since: int, until: int) -> list[Step]:
    """The steps with a number above `since` and at most `until` that touched a kind of thing, oldest first."""
    touched = [_STEP.c.kinds.like(pattern) for pattern in (kind, f"{kind},%", f"%,{kind}", f"%,{kind},%")]
    query = sa.select(_STEP.c.number).where((_STEP.c.number > since) & (_STEP.c.number <= until) & sa.or_(*touched))
    found = read.steps_numbered(read.connection.execute(query).scalars())
    return [found[number] for number in sorted(found)]


def in_effect(steps: list[Step]) -> list[Step]:
    """Those of a stretch of steps that are not taken back within it; what takes a step back from before it stays."""
    there = {step.number for step in steps}
    gone: set[int] = set()
    for step in sorted(steps, key=lambda one: -one.number):
        if step.number not in gone and step.reverts in there and step.reverts not in gone:
            gone |= {step.number, step.reverts}
    return [step for step in steps if step.number not in gone]
