"""Sentences by spaCy's rule-based sentencizer, loaded on first use; no trained model: all laptops agree."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import numpy.typing as npt

from .composed import Composed

if TYPE_CHECKING:
    from spacy.language import Language

IntArray = npt.NDArray[np.int64]
ANY_LANGUAGE = "xx"  # spaCy's code for its multi-language pipeline
# spaCy cuts these by packages that one machine has and another has not: their end marks are found without them
_WITHOUT_PACKAGES = {"ja": "zh", "ko": ANY_LANGUAGE, "th": ANY_LANGUAGE, "vi": ANY_LANGUAGE}
_MOST_CHUNKS = 200_000  # remembered pieces of text without white space: some tens of MB at worst
_LINE_LIMIT = 100_000  # characters given to spaCy at once where a language has a tokenizer of its own


def sentences(text: str, language: str = "", labels: Sequence[tuple[int, int]] = ()) -> IntArray:
    """The sentences of a text as an (n, 2) array of half-open spans of code points, in order.

    They are those of spaCy's sentencizer over the blank tokenizer of `language` (ISO 639-1; unknown or
    empty: the multi-language one) over the composed text (see `Composed`), each line for itself; white space at the
    ends is left out and blank ones are dropped. `labels` are (start, body) of the turns: a speaker's label belongs to
    the first sentence of the turn as long as that begins on the same line.
    """
    splitter = _splitter(language)
    composed = Composed(text)
    starts: list[int] = []
    ends: list[int] = []
    line_start = 0
    with splitter.lock:
        for line in composed.text.split("\n"):
            for start, end in splitter.split(line):
                starts.append(composed.place(line_start + start))
                ends.append(composed.place(line_start + end))
            line_start += len(line) + 1
    if labels:
        _join_labels(text, labels, starts, ends)
    return np.array([starts, ends], dtype=np.int64).T.reshape(-1, 2)


def _join_labels(text: str, labels: Sequence[tuple[int, int]], starts: list[int], ends: list[int]) -> None:
    """Take away the borders that punctuation in a label (`P01.`, `Dr.:`) has made inside it or at its end."""
    for label, body in reversed(labels):
        first = body
        while first < len(text) and text[first] != "\n" and text[first].isspace():
            first += 1
        line_end = text.find("\n", label, first)
        low = bisect_right(starts, label)
        high = bisect_right(starts, first if line_end < 0 else line_end)
        if body > label and low and low < high:
            del starts[low:high]
            del ends[low - 1 : high - 1]


@lru_cache(maxsize=8)
def blank(language: str) -> "Language":
    """The blank pipeline of a language with the sentencizer; the multi-language one where spaCy has none.

    It is the same whatever is installed: Japanese is cut sign by sign, as Chinese is.
    """
    import spacy

    try:
        pipeline = spacy.blank(_WITHOUT_PACKAGES.get(language, language) or ANY_LANGUAGE)
    except ImportError:  # no such language
        pipeline = spacy.blank(ANY_LANGUAGE)
    pipeline.add_pipe("sentencizer")
    return pipeline


@lru_cache(maxsize=8)
def _splitter(language: str) -> "_ByLine":
    from spacy.tokenizer import Tokenizer

    pipeline = blank(language)
    return _ByChunk(pipeline) if isinstance(pipeline.tokenizer, Tokenizer) else _ByLine(pipeline)


class _ByLine:
    """Hands every line that has an end mark to spaCy as a whole."""

    def __init__(self, pipeline: "Language") -> None:
        self.lock = Lock()  # spaCy's vocabulary and our memory of chunks are shared between threads
        self._pipeline = pipeline
        self._sentencizer = cast(Any, pipeline.get_pipe("sentencizer"))
        marks: Iterable[str] = self._sentencizer.punct_chars
        self._marks = frozenset(marks)
        self._mark = re.compile("[" + re.escape("".join(sorted(self._marks))) + "]")

    def split(self, line: str) -> list[tuple[int, int]]:
        """The sentences of one line."""
        if not self._mark.search(line):
            return _trimmed(line, [])
        if len(line) <= _LINE_LIMIT:
            return _trimmed(line, self._borders(line))
        # spaCy refuses very long texts: look at pieces, cut where a sentence surely ends if there is one
        borders: list[int] = []
        begin = 0
        while begin < len(line):
            stop, surely = self._cut(line, begin)
            borders += [begin + border for border in self._borders(line[begin:stop])]
            if surely:
                borders.append(stop)
            begin = stop
        return _trimmed(line, borders)

    def _cut(self, line: str, begin: int) -> tuple[int, bool]:
        """Where the piece from `begin` ends, and whether a sentence does there."""
        limit = begin + _LINE_LIMIT
        if limit >= len(line):
            return len(line), False
        ends = [match.end() for match in self._mark.finditer(line, limit - _LINE_LIMIT // 2, limit)]
        sure = next((end for end in reversed(ends) if line[end].isalnum()), None)
        return (limit, False) if sure is None else (sure, True)

    def _borders(self, line: str) -> list[int]:
        document = self._sentencizer(self._pipeline.make_doc(line))
        return [sentence.start_char for sentence in document.sents][1:]


class _ByChunk(_ByLine):
    """Asks spaCy only about the pieces between white space that matter, and remembers its answers.

    spaCy's tokenizer splits at white space first and looks at each piece for itself, and the sentencizer
    asks of a token only whether it is an end mark or other punctuation. So only pieces with a mark, and those
    right after one, need to be tokenized: the same sentences in a tenth of the time.
    """

    def __init__(self, pipeline: "Language") -> None:
        super().__init__(pipeline)
        self._rest = re.compile(r"\S*")
        self._next = re.compile(r"\s*(\S+)")
        # exceptions that reach over white space (“EE. UU.” in Spanish): their lines are spaCy's as a whole
        tokenizer: Any = pipeline.tokenizer
        spaced = [rule for rule in tokenizer.rules or () if len(rule.split()) > 1]
        self._spaced = re.compile("|".join(map(re.escape, spaced))) if spaced else None
        self._known: dict[str, list[tuple[int, bool, bool]]] = {}

    def split(self, line: str) -> list[tuple[int, int]]:
        if self._spaced and self._spaced.search(line):
            return super().split(line)
        borders: list[int] = []
        position = 0
        while marked := self._mark.search(line, position):
            before = line[position : marked.start()]
            start = marked.start() - (0 if not before or before[-1].isspace() else len(before.rsplit(None, 1)[-1]))
            position = self._rest.match(line, marked.end()).end()  # type: ignore[union-attr]
            ended = self._walk(line[start:position], start, False, borders)
            while ended:  # the next word opens a sentence, unless it is punctuation that still belongs to this one
                following = self._next.match(line, position)
                if not following:
                    break
                if line[position : following.start(1)] != " ":
                    borders.append(following.start(1))  # wider white space is a token of its own for spaCy
                    ended = False
                ended = self._walk(following[1], following.start(1), ended, borders)
                position = following.end()
        return _trimmed(line, borders)

    def _walk(self, chunk: str, offset: int, ended: bool, borders: list[int]) -> bool:
        """Go on through one piece; answers whether a sentence has ended and none begun since."""
        tokens = self._known.get(chunk)
        if tokens is None:
            tokens = self._tokens(chunk)
        for place, mark, punctuation in tokens:
            if mark:
                ended = True
            elif ended and not punctuation:
                borders.append(offset + place)
                ended = False
        return ended

    def _tokens(self, chunk: str) -> list[tuple[int, bool, bool]]:
        tokens = [
            (token.idx, token.text in self._marks, token.is_punct)
            for token in self._pipeline.make_doc(chunk[: self._pipeline.max_length])
        ]
        if len(self._known) >= _MOST_CHUNKS:
            self._known.clear()
        if len(chunk) <= 64:
            self._known[chunk] = tokens
        return tokens


def _trimmed(line: str, borders: list[int]) -> list[tuple[int, int]]:
    """The pieces of a line between the borders without white space at their ends; blank ones dropped."""
    found = []
    for start, end in zip([0, *borders], [*borders, len(line)], strict=True):
        piece = line[start:end].rstrip()
        bare = piece.lstrip()
        if bare:
            found.append((start + len(piece) - len(bare), start + len(piece)))
    return found
