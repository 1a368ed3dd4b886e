"""Words of a text with their places, word forms and base forms: by spaCy's blank tokenizers and lookup tables, or by a
trained pipeline where one is installed that knows base forms. Loaded on first use; see `word_methods` for what is used.
"""

import re
import unicodedata
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from ..domain.folding import CJK
from .composed import Composed
from .pipeline import ANY_LANGUAGE
from .word_bases import Bases
from .word_methods import CHARACTERS, method_of, models_of, release

if TYPE_CHECKING:
    from spacy.language import Language

IntArray = npt.NDArray[np.int32]
_LINE_LIMIT = 10_000  # signs given to a segmenter or a trained pipeline at once
_MOST_CHUNKS = 1_000_000  # remembered pieces of text without white space
# signs of scripts without spaces; Hangul has spaces, so it is none of them
_UNSPACED = re.compile(f"[{CJK}]".replace("\uac00-\ud7af", ""))
_CHARACTERS = re.compile(f"{_UNSPACED.pattern}|[^\\W_{_UNSPACED.pattern[1:-1]}]+")
_SPACES = np.array([ord(char) for char in map(chr, range(0x3001)) if char.isspace()], dtype=np.uint32)
_ARABIC_SIGNS = re.compile("[\u0640\u064b-\u0652\u0670]")  # the lengthening stroke and the vowel signs
_NOT_FOR_LEMMAS = {"doc.ents", "token.ent_iob", "token.ent_type", "token.dep", "token.head", "doc.sents"}
_NOT_FOR_LEMMAS |= {"token.is_sent_start", "doc.cats", "token.ent_kb_id"}
_FORM, _LEMMA = "f", "l"  # what of an item is on the stop list


@dataclass(frozen=True, slots=True, eq=False)
class TextWords:
    """The words of one text in order: half-open spans in code points, and for each the number of its item.

    `items` are written `word form<tab>base form<tab>stop list` (see `parts`): whoever knows one already need not take
    it apart. `cutter` and `lemmas` say what found them (see `word_methods.Method`); `lemmas` is empty where base forms
    are the word forms.
    """

    start: IntArray
    end: IntArray
    item: IntArray
    items: tuple[str, ...]
    cutter: str
    lemmas: str


def parts(item: str) -> tuple[str, str, bool, bool]:
    """Word form, base form, and whether each of them is on its language's stop list."""
    form, lemma, stops = item.split("\t")
    return form, lemma, _FORM in stops, _LEMMA in stops


def form_of(word: str) -> str:
    """A word as it is counted: small letters, one kind of apostrophe, composed; Arabic without vowel signs."""
    plain = unicodedata.normalize("NFC", word).lower().replace("’", "'").replace("\u00ad", "")
    return " ".join((_ARABIC_SIGNS.sub("", plain) or plain).split())


def words_of(text: str, language: str = "") -> TextWords:
    """The words of a text in a language (ISO 639-1; unknown or empty: by white space and punctuation).

    A word is a token with a letter or digit in it. English “don't” is two of them, “do” and “n't”, as spaCy cuts it.
    """
    cutter = cutter_of(language)
    with cutter.lock:
        return cutter.cut(text)


@lru_cache(maxsize=8)
def cutter_of(language: str) -> "_Cutter":
    """What cuts the texts of a language."""
    method = method_of(language)
    for model in models_of(language):
        trained = _Trained(language, model)
        if trained.offers("token.lemma"):
            return trained
    if method.cutter == CHARACTERS:
        return _Cutter(language, CHARACTERS, "", _characters)
    if language == "zh":
        return _Cutter(language, method.cutter, "", _jieba())
    if language == "ja":
        return _Pipeline(language, method.cutter, method.lemmas, _blank(language))
    return _ByChunk(language)


class _Cutter:
    """Cuts texts line by line; `spans` gives (start, end, base form or "") of the tokens of a line."""

    def __init__(
        self,
        language: str,
        cutter: str,
        lemmas: str,
        spans: Callable[[str], Iterable[tuple[int, int, str]]] | None = None,
    ) -> None:
        self.lock = Lock()
        self.cutter, self.lemmas = cutter, lemmas
        self._stops = self._base_stops = stop_words(language)
        self._spans = spans

    def spans(self, line: str) -> Iterable[tuple[int, int, str]]:
        """Start, end and base form of the tokens of a composed line."""
        assert self._spans is not None
        return self._spans(line)

    def found(self, line: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and item of the words of a line; what cuts it sees it composed."""
        composed = Composed(line)
        for low, high, base in self.spans(composed.text):
            start, end = composed.place(low), composed.place(high)
            word = line[start:end]
            if any(map(str.isalnum, word)):
                yield start, end, self.item(word, base)

    def cut(self, text: str) -> TextWords:
        """The words of a text."""
        starts: list[int] = []
        ends: list[int] = []
        items: list[str] = []
        for begin, line in lines_of(text):
            for start, end, word in self.found(line):
                starts.append(begin + start)
                ends.append(begin + end)
                items.append(word)
        numbers: dict[str, int] = {}
        item = [numbers.setdefault(one, len(numbers)) for one in items]
        places, number = np.array([starts, ends], dtype=np.int32), np.array(item, dtype=np.int32)
        return TextWords(places[0], places[1], number, tuple(numbers), self.cutter, self.lemmas)

    def item(self, word: str, base: str = "") -> str:
        """A word as an item of `TextWords`."""
        form = form_of(word)
        lemma = form_of(base) if base else form
        stops = (_FORM if form in self._stops else "") + (_LEMMA if lemma in self._base_stops else "")
        return f"{form}\t{lemma}\t{stops}"


class _Pipeline(_Cutter):
    """Hands lines to a spaCy pipeline and takes the base forms its tokens have."""

    def __init__(self, language: str, cutter: str, lemmas: str, pipeline: "Language") -> None:
        super().__init__(language, cutter, lemmas)
        self._pipeline = pipeline

    def spans(self, line: str) -> Iterable[tuple[int, int, str]]:
        for token in self._pipeline(line):
            base = token.lemma_
            yield token.idx, token.idx + len(token), base if base != "-PRON-" else ""


class _Trained(_Pipeline):
    """A trained pipeline, of which only what base forms need is run."""

    def __init__(self, language: str, name: str) -> None:
        import spacy

        pipeline = spacy.load(name)
        told = f"{name} {pipeline.meta.get('version', '')}".strip()
        super().__init__(language, told, told, pipeline)
        self.assigns = {part: set(pipeline.get_pipe_meta(part).assigns) for part in pipeline.pipe_names}
        idle = [part for part, given in self.assigns.items() if given and given <= _NOT_FOR_LEMMAS]
        for part in idle:
            pipeline.disable_pipe(part)

    def offers(self, what: str) -> bool:
        """Whether a part of the pipeline gives tokens or texts something: `token.lemma`, `doc.ents`."""
        return any(what in given for given in self.assigns.values())


class _ByChunk(_Cutter):
    """Asks spaCy about each distinct piece between white space once, and remembers its answer.

    spaCy's tokenizer splits at white space first and looks at each piece for itself: the same tokens in a small part
    of the time. Lines with an exception that reaches over white space (“EE. UU.” in Spanish) are spaCy's as a whole.
    """

    def __init__(self, language: str) -> None:
        from spacy.tokenizer import Tokenizer

        self._pipeline = _blank(language)
        self._bases = Bases(language)
        super().__init__(language, f"spaCy {release('spacy')}", method_of(language).lemmas)
        # with “used” its base form is on the list, so that no word is half on it
        self._base_stops = self._stops | {form_of(self._bases.base(word) or word) for word in self._stops}
        tokenizer: Any = self._pipeline.tokenizer
        rules = tokenizer.rules or () if isinstance(tokenizer, Tokenizer) else ()
        spaced = [rule for rule in rules if len(rule.split()) > 1]
        self._spaced = re.compile("|".join(map(re.escape, spaced))) if spaced else None
        self._items: dict[str, int] = {}
        self._names: list[str] = []
        self._forget()

    def _forget(self) -> None:
        """Begin with no piece known."""
        self._chunks = _Chunks(self._add)
        self._first = array("q")  # of each chunk: where its words begin among the following
        self._count = array("q")
        self._from = array("q")
        self._to = array("q")
        self._item = array("q")

    def _add(self, chunk: str) -> int:
        self._first.append(len(self._from))
        for start, end, item in self.found(chunk):
            self._from.append(start)
            self._to.append(end)
            self._item.append(self._numbered(item))
        self._count.append(len(self._from) - self._first[-1])
        return len(self._count) - 1

    def _numbered(self, item: str) -> int:
        number = self._items.setdefault(item, len(self._items))
        if number == len(self._names):
            self._names.append(item)
        return number

    def spans(self, line: str) -> Iterator[tuple[int, int, str]]:
        for token in self._pipeline.make_doc(line[: self._pipeline.max_length]):
            start, word = token.idx, token.text
            if _UNSPACED.search(word):  # no word of this language: sign by sign
                yield from ((start + one.start(), start + one.end(), "") for one in _CHARACTERS.finditer(word))
            else:
                yield start, start + len(word), self._bases.base(word, token.norm_)

    def cut(self, text: str) -> TextWords:
        if self._spaced and self._spaced.search(text):
            return super().cut(text)
        if len(self._count) > _MOST_CHUNKS:
            self._forget()
        numbers = np.array(list(map(self._chunks.__getitem__, text.split())), dtype=np.int64)
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
        blank = np.ones(codes.size + 2, dtype=np.bool_)
        known = np.zeros(0x3001, dtype=np.bool_)
        known[_SPACES] = True
        blank[1:-1] = known[np.minimum(codes, 0x3000)] & (codes <= 0x3000)
        begins = np.flatnonzero(blank[:-1] & ~blank[1:])
        counts = _column(self._count)[numbers]
        row = np.repeat(np.arange(numbers.size), counts)
        place = np.arange(row.size) + np.repeat(_column(self._first)[numbers] - np.cumsum(counts) + counts, counts)
        start = (begins[row] + _column(self._from)[place]).astype(np.int32)
        end = (begins[row] + _column(self._to)[place]).astype(np.int32)
        used, item = np.unique(_column(self._item)[place], return_inverse=True)
        items = tuple(self._names[one] for one in used.tolist())
        return TextWords(start, end, item.astype(np.int32), items, self.cutter, self.lemmas)


def _column(numbers: "array[int]") -> npt.NDArray[np.int64]:
    """The numbers without copying them; they cannot grow as long as somebody holds this."""
    return np.frombuffer(numbers, dtype=np.int64) if numbers else np.zeros(0, dtype=np.int64)


class _Chunks(dict[str, int]):
    """Numbers of pieces of text; an unknown one is looked at and gets the next."""

    def __init__(self, add: Callable[[str], int]) -> None:
        super().__init__()
        self._add = add

    def __missing__(self, chunk: str) -> int:
        number = self[chunk] = self._add(chunk)
        return number


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text with their places; very long ones in parts, at white space if there is some."""
    begin = 0
    for line in text.split("\n"):
        low = 0
        while low < len(line):
            high = low + _LINE_LIMIT
            if high < len(line):
                blank = line.rfind(" ", low + 1, high)
                high = blank if blank > 0 else high
            yield begin + low, line[low:high]
            low = high
        begin += len(line) + 1


def _characters(line: str) -> Iterator[tuple[int, int, str]]:
    return ((one.start(), one.end(), "") for one in _CHARACTERS.finditer(line))


def _jieba() -> Callable[[str], Iterator[tuple[int, int, str]]]:
    import logging
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its sources are older than the warnings they cause
        import jieba

        jieba.setLogLevel(logging.WARNING)  # it says on stderr that it loads its dictionary
        jieba.initialize()

    def spans(line: str) -> Iterator[tuple[int, int, str]]:
        return ((start, end, "") for _, start, end in jieba.tokenize(line))

    return spans


def _blank(language: str) -> "Language":
    import warnings

    import spacy

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # spaCy asks SudachiPy in a way that is older than the warning about it
            return spacy.blank(language or ANY_LANGUAGE)
    except ImportError:  # no such language, or one whose segmenter is not installed
        return spacy.blank(ANY_LANGUAGE)


@lru_cache(maxsize=16)
def stop_words(language: str) -> frozenset[str]:
    """The stop list of a language that comes with spaCy, as word forms; empty where there is none."""
    from spacy.util import get_lang_class

    try:
        words: Sequence[str] = sorted(get_lang_class(language or ANY_LANGUAGE).Defaults.stop_words)
    except ImportError:
        return frozenset()
    return frozenset(map(form_of, words))
