"""Redacted words known again in what people wrote: copied, shortened, in other letters, with other blanks and signs."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, pairwise, takewhile

from .folding import CJK, WORD_SIGNS, fold, fold_with_origin, is_cjk
from .redactions import REDACTED

_WORD = re.compile(rf"(?:[^\W_{CJK}]|[{WORD_SIGNS}])+|[{CJK}]")
_PLAIN = str.maketrans({char: " " for char in map(chr, range(128)) if not char.isalnum()})
AROUND = 200  # characters before and behind a redaction in which the words beside it are
_RUN = 6  # how much three words in a row weigh, of which each weighs two; a CJK character weighs one
TELLING = 4  # letters by which a word, or a few in a row, are known wherever they stand
_BEGUN = 3  # letters of a word that was cut short
_CUT = "…"
Gram = tuple[str, ...]
Token = tuple[str, int, int]  # a folded word, and where it stands in the text


def words_of(text: str) -> list[Token]:
    """The words of a text in its order; a CJK character is one."""
    folded = fold_with_origin(text)
    return [(found.group(), *folded.span(*found.span())) for found in _WORD.finditer(folded.text)]


def found_in(text: str, words: Iterable[str]) -> set[str]:
    """Which of these folded words, or pairs of CJK characters, stand in a text."""
    folded = fold(text)
    if folded.isascii():  # most of most texts: four times as fast
        return set(words).intersection(folded.translate(_PLAIN).split())
    there = set(_WORD.findall(folded))
    return {word for word in words if word in there or (is_cjk(word[0]) and word in folded)}


def put_back(new: str, old: str, spans: Sequence[tuple[int, int]]) -> str | None:
    """A text that comes back from outside, with the words of `old` in the place of each […] that was printed for them;
    None where it cannot be told which words belong where. `spans` are the redacted words in `old`."""
    count = new.count(REDACTED)
    if not count:
        return new
    if not spans:  # printed when there still was a redaction: where nothing else is new, ours is meant
        ours = ".+".join(map(re.escape, new.split(REDACTED)))
        return old if re.fullmatch(ours, old, re.DOTALL) else new
    pieces, printed, last = [], [], 0
    for start, end in spans:
        between = old[last:start]
        pieces += [REDACTED] * between.count(REDACTED) + [old[start:end]]  # somebody may have written […] here, too
        printed += [between, REDACTED]
        last = end
    pieces += [REDACTED] * old[last:].count(REDACTED)
    if len(pieces) != count:
        return None
    if len(set(pieces)) > 1 and not _in_order("".join([*printed, old[last:]]), new):
        return None
    kept = new.split(REDACTED)
    return "".join([kept[0], *(piece + text for piece, text in zip(pieces, kept[1:], strict=True))])


def _in_order(printed: str, new: str) -> bool:
    """Whether each […] of a new text still stands behind the word it stood behind, or at least before the word it stood
    before, and behind none that another one stood behind."""
    old, now = _neighbours(printed), _neighbours(new)
    behind = Counter(word for word, _ in old)
    return all(a[0] == b[0] or (a[1] == b[1] and not behind[b[0]]) for a, b in zip(old, now, strict=True))


def _neighbours(printed: str) -> list[tuple[str, str]]:
    """The words before and behind each […] of a text."""
    words = [[word for word, _, _ in words_of(part)] or [""] for part in printed.split(REDACTED)]
    return [(one[-1], other[0]) for one, other in pairwise(words)]


def _letters(words: Iterable[str]) -> int:
    return sum(2 if is_cjk(word[0]) else len(word) for word in words)


def _gram(words: Sequence[str], start: int) -> Gram | None:
    """The shortest run of words from `start` on that weighs enough; None where the text ends before."""
    weight = 0
    for at in range(start, min(len(words), start + _RUN)):
        weight += 1 if is_cjk(words[at][0]) else 2
        if weight >= _RUN:
            return tuple(words[start : at + 1])
    return None


class RedactedWords:
    """What is redacted in the texts of documents, to be found in other texts.

    Found are: three redacted words in a row, or all words of a shorter redaction; a single one of `TELLING` letters
    (two characters of Chinese) that stands nowhere else, or a short name such as “Bo”, as it is written; and shorter
    redactions between the words they stand between. Letters fold, and signs and blanks do not count. Of a word that is
    redacted in part the whole is looked for.

    `redacted` gives texts with the spans that are redacted in them. `elsewhere` is asked once, and late: which of these
    words also stand in the documents where nothing is redacted?
    """

    def __init__(
        self,
        redacted: Iterable[tuple[str, Iterable[tuple[int, int]]]],
        elsewhere: Callable[[set[str]], set[str]],
    ) -> None:
        self._elsewhere = elsewhere
        self._grams: dict[Gram, list[tuple[int, int]]] = {}  # and which words of them to cut: [first, behind)
        self._longest = 1  # words of a short redaction
        self._single: set[str] = set()  # may be telling on their own
        self._written: dict[str, set[str]] = {}  # short names, as they are written
        self._telling: set[str] | None = None
        for text, spans in redacted:
            for start, end in spans:
                self._learn(text, start, end)
        self._words = sorted({word for gram in self._grams for word in gram} | self._single)
        self._known = {*self._words, *self._written}

    def _learn(self, text: str, start: int, end: int) -> None:
        left, right = max(0, start - AROUND), min(len(text), end + AROUND)
        tokens = words_of(text[left:right])
        words = [word for word, _, _ in tokens]
        first = bisect_left([stop + left for _, _, stop in tokens], start + 1)
        behind = bisect_left([begin + left for _, begin, _ in tokens], end)
        inner = words[first:behind]
        if not inner:
            return
        whole = _gram(inner, 0)
        for at, (_, begin, stop) in enumerate(tokens[first:behind]):
            if whole is not None and (gram := _gram(inner, at)) is not None:
                self._grams[gram] = [(0, len(gram))]
            self._learn_word(inner, at, text[left + begin : left + stop])
        if whole is None and _letters(inner) >= TELLING:
            self._grams[tuple(inner)] = [(0, len(inner))]
            self._longest = max(self._longest, len(inner))
        elif whole is None:
            for at in range(max(0, first - 2), behind):
                gram = _gram(words, at)
                if gram is not None and at + len(gram) >= behind and at <= first:
                    self._grams.setdefault(gram, []).append((first - at, behind - at))

    def _learn_word(self, inner: Sequence[str], at: int, written: str) -> None:
        word = inner[at]
        if is_cjk(word[0]):
            if at + 1 < len(inner) and is_cjk(inner[at + 1][0]):
                self._single.add(word + inner[at + 1])
        elif len(word) >= TELLING:
            self._single.add(word)
        elif len(word) > 1 and written != written.lower():
            self._written.setdefault(word, set()).add(written)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where redacted words stand in a text, in its order and apart."""
        if not self._known or (text.isascii() and self._known.isdisjoint(_WORD.findall(text.lower()))):
            return []  # most texts
        tokens = words_of(text)
        words = [word for word, _, _ in tokens]
        if self._known.isdisjoint(words) and _CUT not in text:
            return []
        runs = sorted(self._runs(text, tokens, words))
        found: list[tuple[int, int]] = []
        for first, behind in runs:
            if found and first < found[-1][1]:
                found[-1] = found[-1][0], max(behind, found[-1][1])
            else:
                found.append((first, behind))
        return [(tokens[first][1], tokens[behind - 1][2]) for first, behind in found]

    def _runs(self, text: str, tokens: Sequence[Token], words: list[str]) -> Iterator[tuple[int, int]]:
        for at, (word, start, end) in enumerate(tokens):
            yield from self._at(words, at)
            if word in self._written and text[start:end] in self._written[word] and word in self._alone():
                yield at, at + 1
            if text[end : end + 1] == _CUT:
                yield from self._cut_short(words, at)

    def _at(self, words: Sequence[str], at: int) -> Iterator[tuple[int, int]]:
        """What is to be cut of the runs that begin with a word."""
        word = words[at]
        if word not in self._known:
            return
        if word in self._single and word in self._alone():
            yield at, at + 1
        pair = "".join(words[at : at + 2])
        if is_cjk(word[0]) and pair in self._single and pair in self._alone():
            yield at, at + 2
        grams = [tuple(words[at : at + length]) for length in range(1, self._longest + 1)]
        if (longer := _gram(words, at)) is not None:
            grams.append(longer)
        for gram in grams:
            for first, behind in self._grams.get(gram, ()):
                yield at + first, at + behind

    def _cut_short(self, words: Sequence[str], at: int) -> Iterator[tuple[int, int]]:
        """The same for a word of which only the beginning is there, as if it were each that begins so."""
        begun = words[at]
        following = islice(self._words, bisect_left(self._words, begun), None)
        for word in takewhile(lambda one: one.startswith(begun), following):
            whole = [*words[:at], word]
            if len(begun) >= _BEGUN and (word in self._alone() or (word,) in self._grams):
                yield at, at + 1
            for before in range(max(0, at - _RUN), at):
                yield from self._at(whole, before)

    def settle(self) -> None:
        """Ask now what is asked `elsewhere`, so that it need not be later."""
        self._alone()

    def _alone(self) -> set[str]:
        """The words by which what is redacted is known wherever they stand."""
        if self._telling is None:
            asked = {*self._single, *self._written}
            self._telling = asked - self._elsewhere(asked)
        return self._telling
