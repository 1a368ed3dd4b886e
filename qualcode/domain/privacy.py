"""What may give people away in a text that leaves: names the project knows, e-mail addresses, phone numbers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from .folding import CJK, WORD_SIGNS, fold, fold_with_origin

CASE, SPEAKER, FILE, CODER, EMAIL, PHONE, REDACTED_WORDS = KINDS = (
    "case",
    "speaker",
    "file",
    "coder",
    "email",
    "phone",
    "redacted",
)
_WORD = rf"[^\W_{CJK}]|[{WORD_SIGNS}]"  # a letter or digit of a script that writes words apart
_LETTER = re.compile(_WORD)
_WORDS = re.compile(f"(?:{_WORD})+")
_PLAIN = str.maketrans({char: " " for char in map(chr, range(128)) if not char.isalnum()})
_CJK = re.compile(f"[{CJK}]")
_EXACT = 2  # names of so many letters, and short ones in capitals, count only as they are written: “Mo”, “INT”

_LOCAL = re.compile(r"[0-9A-Za-z\u00c0-\u024f._%+-]{1,64}\Z")
_DOMAIN = re.compile(r"[@\uff20](?:[0-9A-Za-z\u00c0-\u024f-]{1,63}\.){1,8}[A-Za-z\u00c0-\u024f]{2,24}")
_AT = re.compile("[@\uff20]")
_GAP = "[ \u00a0\u2009\u202f./\u2011\u2013-]"
_PHONE = re.compile(
    rf"(?<![0-9A-Za-z])(?<![0-9][.,:/-])(?:"
    rf"(?:\+|00)[1-9](?:{_GAP}{{0,2}}\(?[0-9]\)?){{6,14}}"  # +44 (0)20 7946 0958, 0049 30 …
    rf"|\(?0[1-9][0-9]{{0,4}}\)?(?:{_GAP}{{0,2}}[0-9]){{5,10}}"  # 030 1234567, 06 12 34 56 78, (020) 7946 0958
    r"|(?:\([2-9][0-9]{2}\) ?|[2-9][0-9]{2}[ .-])[0-9]{3}[ .-][0-9]{4}"  # (555) 123-4567
    r"|1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}"  # 138 1234 5678
    r")(?![0-9])(?![.,:/-][0-9])"
)
_PHONE_BEGIN = re.compile("[0-9+(]")
_DAY = re.compile(r"0?[0-9]{1,2}([./ -])[0-9]{1,2}\1(?:19|20)[0-9]{2}(?![0-9])")
_DIGIT = re.compile("[0-9]")
_NO_DIGIT = re.compile("[^0-9]")


@dataclass(frozen=True, slots=True)
class Sighting:
    """Something found at `[start, end)` of a text: its kind, one of `KINDS`, and the name it is known by (of an address
    or number itself)."""

    start: int
    end: int
    kind: str
    name: str


class Names:
    """Names that are looked for in texts: as whole words whatever their case and accents, in Chinese, Japanese and
    Korean anywhere.

    A name is of one kind, the first it is given with. One of a single character is no name in a running text: where it
    is all there is, `alone` knows it.
    """

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._known: dict[str, tuple[str, str]] = {}
        self._by_word: dict[str, list[tuple[str, frozenset[str]]]] = {}  # by the first word: names with all of theirs
        self._anywhere: list[str] = []
        for kind, name in names:
            folded = " ".join(fold(name).split())
            if not folded or folded in self._known:
                continue
            self._known[folded] = kind, name
            words = _WORDS.findall(folded)
            if len(folded) < 2:
                continue
            if _CJK.search(folded):
                self._anywhere.append(folded)
            elif words:
                self._by_word.setdefault(words[0], []).append((folded, frozenset(words)))

    def __bool__(self) -> bool:
        return bool(self._known)

    def alone(self, text: str) -> Sighting | None:
        """The name that is the whole of a text, as in a cell of a table."""
        found = self._known.get(" ".join(fold(text).split()))
        return None if found is None or not _same(found[1], text.strip()) else Sighting(0, len(text), *found)

    def find(self, text: str) -> list[Sighting]:
        """The names in a text in its order; where several begin, the longest."""
        if not self._known:
            return []
        folded = fold_with_origin(text)
        words = _words_of(folded.text) if self._by_word else set()
        there = self._by_word.keys() & words
        candidates = [name for word in there for name, every in self._by_word[word] if every <= words]
        if self._anywhere and not folded.text.isascii():
            candidates += [name for name in self._anywhere if name in folded.text]
        places = [(start, -end, name) for name in candidates for start, end in _places(name, folded.text)]
        found: list[Sighting] = []
        for first, last, folded_name in sorted(places):
            start, end = folded.span(first, -last)
            kind, name = self._known[folded_name]
            if (not found or start >= found[-1].end) and _same(name, text[start:end]):
                found.append(Sighting(start, end, kind, name))
        return found


def _words_of(folded: str) -> set[str]:
    # most texts are plain, and there are many of them: three times as fast
    return set(folded.translate(_PLAIN).split() if folded.isascii() else _WORDS.findall(folded))


def _places(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a folded name stands in a folded text as a whole; a side that is a CJK character needs no border."""
    inner_first, inner_last = _CJK.match(name[0]), _CJK.match(name[-1])
    if " " in name:
        spans: Iterable[tuple[int, int]] = (match.span() for match in _spaced(name).finditer(text))
    else:
        spans = _every(name, text)
    for start, end in spans:
        before = inner_first is None and start > 0 and _LETTER.match(text, start - 1)
        if not before and not (inner_last is None and _LETTER.match(text, end)):
            yield start, end


def _every(name: str, text: str) -> Iterator[tuple[int, int]]:
    at = text.find(name)
    while at >= 0:
        yield at, at + len(name)
        at = text.find(name, at + len(name))


@lru_cache(maxsize=4_096)
def _spaced(name: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, name.split())))


def _same(name: str, written: str) -> bool:
    """Whether a short name stands as it is written; longer ones may stand in other letters."""
    if len(name) > _EXACT and not (len(name) == _EXACT + 1 and name.isupper()):
        return True
    return name.strip() == written or _CJK.search(name) is not None


def addresses(text: str) -> Iterator[Sighting]:
    """E-mail addresses in a text."""
    if "@" not in text and "\uff20" not in text:
        return
    for at in _AT.finditer(text):
        local = _LOCAL.search(text, max(0, at.start() - 64), at.start())
        domain = _DOMAIN.match(text, at.start())
        if local and domain:
            start = local.start() + len(local.group()) - len(local.group().lstrip(".%+-"))
            if start < at.start():
                yield Sighting(start, domain.end(), EMAIL, text[start : domain.end()])


def phones(text: str) -> Iterator[Sighting]:
    """Phone numbers in a text, by the forms of several countries; years, dates, times and amounts are none."""
    for match in _phones(text):
        written = match.group()
        digits = len(_DIGIT.findall(written))
        if 8 <= digits <= 17 and not _DAY.match(written) and (digits > 8 or not written.startswith("0")):
            yield Sighting(*match.span(), PHONE, written)


def _phones(text: str) -> Iterator[re.Match[str]]:
    """What `_PHONE` finds; asked only where one may begin, since most of most texts are words."""
    at = 0
    while begin := _PHONE_BEGIN.search(text, at):
        match = _PHONE.match(text, begin.start())
        if match:
            yield match
        at = (match or begin).end()
        if not match and begin.group() not in "+(":  # none begins within a number
            behind = _NO_DIGIT.search(text, at)
            at = behind.start() if behind else len(text)


def sightings(text: str, names: Names) -> list[Sighting]:
    """Everything found in a text, in its order; what lies in something found before is left out."""
    found = sorted(
        [*names.find(text), *addresses(text), *phones(text)], key=lambda one: (one.start, one.start - one.end)
    )
    kept: list[Sighting] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif one.kind == EMAIL and kept[-1].kind != EMAIL:  # ana.lee@example.org is one thing, not Ana Lee
            kept[-1] = one
    return kept


def replaced(text: str, names: Names, instead: dict[str, str]) -> str:
    """A text with every name in it that `instead` knows put in other words."""
    whole = names.alone(text)
    if whole is not None:
        return instead.get(whole.name, text)
    pieces, last = [], 0
    for one in names.find(text):
        if one.name in instead:
            pieces += [text[last : one.start], instead[one.name]]
            last = one.end
    return "".join([*pieces, text[last:]])
