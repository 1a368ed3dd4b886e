"""What a file says about codings that are there already: filling what nobody said yet, naming what differs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from ..domain.bundle import ReadCoding
from ..domain.codings import Coding, PlacedCoding, Segment
from ..domain.documents import Document, clean
from ..domain.errors import Phrase, cut_short, listed
from ..store.work import Work

_WORDS = 30  # characters of a passage by which it is named


@dataclass
class Judgements:
    """Codings met again on the way: what the file adds to them, and where it says something else.

    What somebody said here is never overwritten: an empty value takes the one of the file, two that differ are a clash,
    in which the one that is here stays.
    """

    filled: dict[UUID, dict[str, object]] = field(default_factory=dict)  # coding → its fields
    comments: dict[UUID, Segment] = field(default_factory=dict)
    clashes: dict[str, list[str]] = field(default_factory=dict)  # field → the codings, named
    _clashed: set[tuple[str, UUID]] = field(default_factory=set)

    def meet(self, read: ReadCoding, known: PlacedCoding, name: Callable[[], str]) -> None:
        """A coding of the file that is here already; `name` says which one it is."""
        said = {"weight": read.weight, "certainty": read.certainty, "mark": read.mark, "facet": read.facet}
        if read.discuss is not None:
            said["discuss"] = clean(read.discuss).text.strip()
        for what, theirs in said.items():
            ours = self.filled.get(known.id, {}).get(what, getattr(known, what))
            if theirs is None or theirs == ours or (theirs == "" and ours is not None):
                continue
            if ours is None or ours == "":
                self.filled.setdefault(known.id, {})[what] = theirs
            else:
                self._clash(what, known.id, name)

    def comment(self, read: ReadCoding, segment: Segment, name: Callable[[], str]) -> None:
        """The comment the file has on a segment that is here already."""
        theirs = clean(read.comment).text.strip() if read.comment else ""
        ours = self.comments.get(segment.id, segment).comment
        if not theirs or theirs == ours.strip():
            return
        if not ours.strip():
            self.comments[segment.id] = replace(self.comments.get(segment.id, segment), comment=theirs)
        else:
            self._clash("comment", segment.id, name)

    def used(self, read: ReadCoding, segment: Segment, name: Callable[[], str]) -> None:
        """Where the file says a segment that is here already is quoted in a draft."""
        segment = self.comments.get(segment.id, segment)
        if not read.used and (read.used is None or segment.used is not None):
            return
        if not segment.used:
            self.comments[segment.id] = replace(segment, used=read.used)
        elif segment.used != read.used:
            self._clash("used", segment.id, name)

    def _clash(self, what: str, key: UUID, name: Callable[[], str]) -> None:
        if (what, key) not in self._clashed:
            self._clashed.add((what, key))
            self.clashes.setdefault(what, []).append(name())

    def write(self, work: Work) -> int:
        """Write what was empty; how many codings and comments that are."""
        codings: list[Coding] = work.read.records("coding", self.filled)
        work.replace([replace(coding, **self.filled[coding.id]) for coding in codings])  # type: ignore[arg-type]
        work.replace(list(self.comments.values()))
        return len(codings) + len(self.comments)

    def sentences(self) -> Sequence[str]:
        """The clashes by what they are about, with the codings they are in."""
        return [
            Phrase(
                "the {field} of {number} codings stays as it is here, the file has another one: {names}",
                field=Phrase(what),
                number=len(names),
                names=listed(names),
            )
            for what, names in self.clashes.items()
        ]


def named(document: Document, code: str, text: str, start: int, end: int) -> str:
    """A coding as people know it."""
    words = " ".join(text[start : min(end, start + 2 * _WORDS)].split())
    return f"{document.name}: {code}: {cut_short(words, _WORDS)}"
