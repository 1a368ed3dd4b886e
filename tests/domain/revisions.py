"""Revisions of a transcript as people make them, with every character knowing where it came from."""

import random
import re
import string
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qualcode.domain.segments import Span

NEW = -1
_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
_LABEL = re.compile(r"^([A-Z][\w .]{0,20}:|\[[^\]\n]{1,12}\])", re.MULTILINE)
_SHORT = 40  # characters of a turn that people say more than once
_APART = 120  # characters between what belongs to two places


@dataclass
class Revision:
    """A text under revision: its characters, and of each the place in the old text (`NEW`: there is none)."""

    text: str
    origin: list[int]
    old: str

    @classmethod
    def of(cls, text: str) -> "Revision":
        return cls(text, list(range(len(text))), text)

    def swap(self, start: int, end: int, words: str) -> None:
        self.text = self.text[:start] + words + self.text[end:]
        self.origin[start:end] = [NEW] * len(words)

    def lines(self) -> list[tuple[int, int]]:
        """Where the lines with words begin and end, line breaks included."""
        found, at = [], 0
        for line in self.text.splitlines(keepends=True):
            if line.strip():
                found.append((at, at + len(line)))
            at += len(line)
        return found

    # ── what people do ──
    def typo(self, seed: random.Random) -> None:
        words = [match.span() for match in re.finditer(r"\w{4,}", self.text)]
        if not words:
            return
        start, end = seed.choice(words)
        at = seed.randrange(start + 1, end - 1)
        kind = seed.randrange(3)
        if kind == 0:
            self.swap(at, at + 1, "")
        elif kind == 1:
            self.swap(at, at, seed.choice(string.ascii_lowercase))
        else:
            self.swap(at, at + 1, seed.choice(string.ascii_lowercase))

    def anonymise(self, seed: random.Random) -> None:
        names = sorted(set(_NAME.findall(self.text)))
        if not names:
            return
        name, instead = seed.choice(names), seed.choice(("[Name]", "Person 7", "X", "[a town in the north]"))
        for match in reversed(list(re.finditer(rf"\b{name}\b", self.text))):
            self.swap(*match.span(), instead)

    def insert_turn(self, seed: random.Random) -> None:
        lines = self.lines()
        words = " ".join(seed.choice(_STOCK) for _ in range(seed.randrange(3, 30)))
        at = seed.choice(lines)[0] if lines else 0
        self.swap(at, at, f"INT: {words}.\n")

    def remove_turn(self, seed: random.Random) -> None:
        lines = self.lines()
        if len(lines) > 3:
            self.swap(*seed.choice(lines), "")

    def move_turn(self, seed: random.Random) -> None:
        lines = [line for line in self.lines() if line[1] - line[0] > 30 and self.text[line[1] - 1] == "\n"]
        if len(lines) < 3:
            return
        (start, end), (to, _) = seed.sample(lines, 2)
        text, origin = self.text[start:end], self.origin[start:end]
        self.swap(start, end, "")
        to -= (end - start) if to > start else 0
        self.text = self.text[:to] + text + self.text[to:]
        self.origin[to:to] = origin

    def relabel(self, seed: random.Random) -> None:
        labels = sorted({match.group() for match in _LABEL.finditer(self.text)})
        if labels:
            label, instead = seed.choice(labels), seed.choice(("Anna:", "P12:", "Interviewerin:", "R2 :"))
            for match in reversed(list(_LABEL.finditer(self.text))):
                if match.group() == label:
                    self.swap(*match.span(), instead)

    def add_word(self, seed: random.Random) -> None:
        blanks = [match.end() for match in re.finditer(r" ", self.text)]
        if blanks:
            at = seed.choice(blanks)
            self.swap(at, at, seed.choice(_STOCK) + " ")

    def drop_words(self, seed: random.Random) -> None:
        words = list(re.finditer(r"(?:\w+ ){1,4}", self.text))
        if words:
            self.swap(*seed.choice(words).span(), "")

    def repeat_turn(self, seed: random.Random) -> None:
        """A short turn said once more, at once or elsewhere."""
        found = self._short_lines()
        if found:
            start, end = seed.choice(found)
            to = end if seed.random() < 0.5 else seed.choice(self.lines())[0]
            self.swap(to, to, self.text[start:end])
        else:
            self.insert_turn(seed)

    def drop_short_turn(self, seed: random.Random) -> None:
        found = self._short_lines()
        if len(found) > 3:
            self.swap(*seed.choice(found), "")

    def repeat_words(self, seed: random.Random) -> None:
        words = list(re.finditer(r"(?:\w+ ){1,4}", self.text))
        if words:
            match = seed.choice(words)
            self.swap(match.end(), match.end(), match.group())

    def _short_lines(self) -> list[tuple[int, int]]:
        return [line for line in self.lines() if line[1] - line[0] <= _SHORT and self.text[line[1] - 1] == "\n"]


_STOCK = (
    "well",
    "so",
    "we",
    "then",
    "had",
    "to",
    "go",
    "back",
    "and",
    "ask",
    "again",
    "whether",
    "winter",
    "you",
    "know",
)
REVISIONS = (
    Revision.typo, Revision.typo, Revision.typo, Revision.add_word, Revision.drop_words, Revision.anonymise,
    Revision.insert_turn, Revision.remove_turn, Revision.move_turn, Revision.relabel,
)  # fmt: skip


REPEATING = (Revision.repeat_turn, Revision.repeat_turn, Revision.drop_short_turn)
STUTTERING = (*REPEATING, Revision.repeat_words)


def revised(text: str, seed: random.Random, times: int, more: Sequence[Callable[..., None]] = REPEATING) -> Revision:
    """A text after so many revisions, of `more` kinds than those above."""
    revision = Revision.of(text)
    for _ in range(times):
        seed.choice([*REVISIONS, *more])(revision, seed)
    return revision


def short_turns(text: str) -> list[Span]:
    """Short lines, each as a whole and without its label: words that stand in a transcript more than once."""
    found, at = [], 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if 0 < len(words) <= _SHORT:
            start = at + line.index(words)
            found.append(Span(start, start + len(words)))
            label = re.match(r"[^\n:]{1,20}:\s*", words)
            if label and label.end() < len(words):
                found.append(Span(start + label.end(), start + len(words)))
        at += len(line)
    return found


def coded(text: str, seed: random.Random, number: int) -> list[Span]:
    """Spans as people code: from a word's beginning to a word's end, a word to some sentences long."""
    starts = [match.start() for match in re.finditer(r"(?<!\S)\S", text)]
    ends = [match.end() for match in re.finditer(r"\S(?!\S)", text)]
    found = []
    for _ in range(number):
        first = seed.randrange(len(starts))
        last = min(len(ends) - 1, first + seed.choice((2, 3, 5, 8, 12, 20, 40, 90)))
        found.append(Span(starts[first], ends[last]))
    return found


@dataclass(frozen=True)
class Truth:
    """Where the characters of a span are after a revision: `places` those that lie together, most of them."""

    places: list[int]
    untouched: bool


def truth(revision: Revision, where: dict[int, int], span: Span) -> Truth:
    """What became of a span."""
    there = [where[at] for at in range(span.start, span.end) if at in where]
    untouched = len(there) == len(span) and all(b - a == 1 for a, b in pairwise(there))
    ordered = [place for place in sorted(there) if not revision.text[place].isspace()]
    groups: list[list[int]] = []
    for place in ordered:
        if groups and place - groups[-1][-1] <= _APART:
            groups[-1].append(place)
        else:
            groups.append([place])
    return Truth(max(groups, key=len, default=[]), untouched)


def where(revision: Revision) -> dict[int, int]:
    """Old places to new ones."""
    return {old: new for new, old in enumerate(revision.origin) if old != NEW}
