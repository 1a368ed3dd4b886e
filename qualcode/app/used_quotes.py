"""Saying which passages are quoted in a draft, so that the next search shows what is still unused.

A draft belongs to the team: anybody may mark anybody's segment, and the history says who did.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ..domain.codings import Segment
from ..domain.documents import clean
from ..store.work import Work
from .action import action
from .naming import resolve_many


@action("Mark {count} segments as used in a draft")
def mark_used(work: Work, segments: Iterable[Any], where: str = "") -> list[Segment]:
    """Say that segments (or the segments of codings) are quoted in a draft, and `where`, on one line; what was said
    before is replaced."""
    place = " ".join(clean(where).text.split())
    if place:
        work.say("Mark {count} segments as used in “{where}”", where=place)
    return _write(work, segments, place)


@action("Mark {count} segments as not used in a draft")
def clear_used(work: Work, segments: Iterable[Any]) -> list[Segment]:
    """Take back that segments are quoted in a draft."""
    return _write(work, segments, None)


def _write(work: Work, segments: Iterable[Any], used: str | None) -> list[Segment]:
    found: list[Segment] = resolve_many(work.read, Segment, segments)
    work.say(count=len(found))
    changed = [replace(segment, used=used) for segment in found]
    work.replace(changed)
    return changed
