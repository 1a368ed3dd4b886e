"""Choosing what an analysis looks at, and finding words in a text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from unicodedata import combining
from uuid import UUID

from .carrying import Carrying
from .errors import BadInput
from .folding import WORD_SIGNS, Folded, fold, fold_with_origin, is_cjk

NEAR_WORDS = 10  # words between the two sides of NEAR where no number is given
_PARTS = re.compile(r'"([^"]*)"|(\S+)')
_NEAR = re.compile(r"NEAR(?:/(\d{1,4}))?")
_MOST_WAYS = 32  # in which one place of a chain of NEARs is reached, the narrowest ones
Spans = list[tuple[int, int]]
_Way = tuple[int, int, frozenset[tuple[int, int]]]  # from, to, and the places in it that another term could take
# documents of which only passages are looked at, each with its spans, disjoint and in order
Parts = tuple[tuple[UUID, tuple[tuple[int, int], ...]], ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """Which part of the project is looked at; None means all. `carrying` narrows lists and exports of codings.

    Of the documents in `parts` only codings that touch one of the spans are looked at: a speaker's own turns.
    """

    documents: frozenset[UUID] | None = None
    coders: frozenset[UUID] | None = None
    codes: frozenset[UUID] | None = None
    carrying: Carrying | None = None
    parts: Parts = ()

    @property
    def everything(self) -> bool:
        """Whether nothing is filtered."""
        return self == Scope()


def parts_of(spans: Mapping[UUID, Iterable[tuple[int, int]]]) -> Parts:
    """The parts that these spans make: sorted, those that meet made one."""
    return tuple((document, tuple(_merged(found))) for document, found in sorted(spans.items()))


def _merged(spans: Iterable[tuple[int, int]]) -> Spans:
    found: Spans = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def touching(spans: Sequence[tuple[int, int]]) -> Callable[[int, int], bool]:
    """Says of a span whether it shares a character with one of these, which are disjoint and in order."""
    starts, ends = [start for start, _ in spans], [end for _, end in spans]

    def touches(start: int, end: int) -> bool:
        at = bisect_right(ends, start)
        return at < len(starts) and starts[at] < end

    return touches


# ── what is typed beside the words ─────────────────────────────────────────────────────────────────────────
FIELDS = ("doc", "code", "speaker", "case")
_FIELD = re.compile(
    rf'(?<!\S)(?:(?P<field>{"|".join(FIELDS)}):|(?P<variable>"[^"=]+"|[^\s"=<>]+)=)(?P<value>"[^"]*"|[^\s"]+)(?!\S)'
)


@dataclass(frozen=True, slots=True)
class Fields:
    """Where to look, as typed: part of a document's name, a code, a speaker, a case, values of variables.

    Several of one kind mean any of them; several kinds must all hold.
    """

    doc: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    case: tuple[str, ...] = ()
    variables: tuple[tuple[str, str], ...] = ()

    @property
    def everywhere(self) -> bool:
        """Whether nothing is said."""
        return self == Fields()


def split_fields(text: str, anywhere: bool = True) -> tuple[Fields, str]:
    """The filters in a query (`doc:P01 code:"power" speaker:INT case:Ann age=31`), and what is left of it.

    Unless `anywhere`, only at the beginning and without variables: an expression or a piece of text goes on as it is.
    """
    found: dict[str, list[str]] = {name: [] for name in FIELDS}
    variables: list[tuple[str, str]] = []

    def take(match: re.Match[str]) -> str:
        value = match["value"].strip('"')
        if match["field"]:
            found[match["field"]].append(value)
        else:
            variables.append((match["variable"].strip('"'), value))
        return " "

    if anywhere:
        # what stands in quotes is a phrase, with whatever is in it
        rest = "".join(
            piece if number % 2 else _FIELD.sub(take, piece) for number, piece in enumerate(_protected(text))
        )
    else:
        rest = text
        while (match := _FIELD.match(rest.lstrip())) and match["field"]:
            take(match)
            rest = rest.lstrip()[match.end() :].lstrip()
    doc, code, speaker, case = (tuple(found[name]) for name in FIELDS)
    return Fields(doc, code, speaker, case, tuple(variables)), rest


def _protected(text: str) -> list[str]:
    """The text in pieces: outside of phrases, phrase, outside, phrase …; a quote behind `:` or `=` begins a value."""
    pieces, last = [], 0
    for match in re.finditer(r'(?<!\S)"[^"=]*"(?!=)', text):
        pieces += [text[last : match.start()], match.group()]
        last = match.end()
    return [*pieces, text[last:]]


# ── words ──────────────────────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True, slots=True)
class Term:
    """One thing a query asks for: folded words in a row; `prefix` lets the last one go on.

    `joined` says of each word whether nothing may stand between it and the one before, as in 信任. `lemma`
    asks for all forms of the one word; `forms` are those known in a language.
    """

    words: tuple[str, ...]
    prefix: bool
    joined: tuple[bool, ...]
    lemma: bool = False
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Near:
    """Terms that stand close to one another: between each and the next at most so many other words."""

    terms: tuple[Term, ...]
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TextQuery:
    """A search for words. `terms` must all occur in a document; each occurrence of any of them is a hit.

    `pattern` finds the hits in folded text (None: there are only `nears`); `terms` is empty for substrings and
    regular expressions, which no word index can narrow down. A hit of a `Near` reaches from its first word to
    its last; its terms are among `terms`, too.
    """

    terms: tuple[Term, ...]
    pattern: re.Pattern[str] | None
    folds: bool
    nears: tuple[Near, ...] = ()

    def hits(self, text: str) -> Iterator[tuple[int, int]]:
        """Spans of the hits in a text, in order, in code points of the text; empty matches are left out."""
        yield from self._hits(fold_with_origin(text) if self.folds else Folded(text))

    def hits_of_all(self, text: str) -> Iterator[tuple[int, int]]:
        """The hits in a text in which every term occurs; in another one there are none."""
        folded = fold_with_origin(text) if self.folds else Folded(text)
        if len(self.terms) < 2 or all(_compiled(_pattern(term)).search(folded.text) for term in self.terms):
            yield from self._hits(folded, every=True)

    def _hits(self, folded: Folded, every: bool = False) -> Iterator[tuple[int, int]]:
        near = [_close(group, folded.text) for group in self.nears]
        if every and not all(near):
            return
        if not near and self.pattern is not None:
            for match in self.pattern.finditer(folded.text):
                if match.end() > match.start():
                    yield folded.span(*match.span())
            return
        spans = {span for found in near for span in found}
        if self.pattern is not None:
            spans.update(match.span() for match in self.pattern.finditer(folded.text))
        for span in sorted(spans):
            yield folded.span(*span)

    def with_forms(self, forms: Callable[[str], Iterable[str]]) -> "TextQuery":
        """The same query, each lemma with all forms that `forms` knows of its word."""
        if not any(term.lemma for term in self.terms):
            return self
        grown = {id(term): _grown(term, forms) for term in self.terms}
        nears = tuple(replace(near, terms=tuple(grown[id(term)] for term in near.terms)) for near in self.nears)
        return _made([grown[id(term)] for term in self.terms], nears)


def words_query(text: str, beginnings: bool = False, lemma: bool = False) -> TextQuery:
    """Whole words, folding case and accents; `*` at a word's end, "…" a phrase, CJK by substring,
    `a NEAR/5 b` both with at most five words between them.

    With `beginnings` each word may go on; with `lemma` it stands for all its forms (see `with_forms`). What is in
    quotes or has a `*` is taken as it is. Raises `BadInput` when there is nothing to look for.
    """
    terms: list[Term] = []
    nears: list[tuple[list[Term], list[int]]] = []
    pending: int | None = None
    for quoted, bare in _PARTS.findall(text):
        near = _NEAR.fullmatch(bare) if bare else None
        if near:
            if not terms or pending is not None:
                raise _one_sided(text)
            pending = NEAR_WORDS if near[1] is None else int(near[1])
            continue
        term = _term(quoted, bare, beginnings, lemma)
        if term is None:
            continue
        if pending is not None:
            if not nears or nears[-1][0][-1] is not terms[-1]:
                nears.append(([terms[-1]], []))
            nears[-1][0].append(term)
            nears[-1][1].append(pending)
            pending = None
        terms.append(term)
    if pending is not None:
        raise _one_sided(text)
    if not terms:
        raise BadInput("There is no word to look for in “{query}”. Type a word or a phrase.", query=text)
    return _made(terms, tuple(Near(tuple(group), tuple(words)) for group, words in nears))


def _one_sided(text: str) -> BadInput:
    return BadInput(
        "NEAR in “{query}” stands between two words or phrases: trust NEAR/5 money. To look for the word itself, "
        "write it small.",
        query=text,
    )


def _term(quoted: str, bare: str, beginnings: bool, lemma: bool) -> Term | None:
    bare_lemma = bare.startswith("lemma:")
    folded = fold(quoted or bare.removeprefix("lemma:"))
    found = list(_words(folded))
    if not found:
        return None
    words, joined = zip(*found, strict=True)
    # in a phrase line ends and punctuation may part what was typed in one piece
    close = tuple(follows and not quoted for follows in joined)
    star = folded.rstrip().endswith("*")
    alone = len(words) == 1 and not is_cjk(words[0][0]) and not quoted and not star
    return Term(words, star or (beginnings and not quoted), close, alone and (lemma or bare_lemma))


def _grown(term: Term, forms: Callable[[str], Iterable[str]]) -> Term:
    if not term.lemma:
        return term
    single = [form for form in map(fold, forms(term.words[0])) if [word for word, _ in _words(form)] == [form]]
    return replace(term, forms=tuple(dict.fromkeys([term.words[0], *single])))


def _made(terms: Sequence[Term], nears: tuple[Near, ...]) -> TextQuery:
    inside = {id(term) for near in nears for term in near.terms}
    plain = [term for term in terms if id(term) not in inside]
    ordered = sorted(plain, key=lambda term: -len("".join(term.words)))
    pattern = re.compile("|".join(f"(?:{_pattern(term)})" for term in ordered)) if ordered else None
    return TextQuery(tuple(terms), pattern, True, nears)


def substring_query(text: str) -> TextQuery:
    """The characters as they stand, anywhere, folding case and accents."""
    if not fold(text):
        raise BadInput("There is nothing to look for. Type a word or a phrase.")
    return TextQuery((), re.compile(re.escape(fold(text))), folds=True)


def regex_query(pattern: str) -> TextQuery:
    """A regular expression on the text as it is; `^` and `$` match at lines.

    Raises `BadInput` with the reason when it is none.
    """
    try:
        return TextQuery((), re.compile(pattern, re.MULTILINE), folds=False)
    except (re.error, OverflowError, RecursionError) as error:
        raise BadInput("“{pattern}” is not a regular expression: {reason}.", pattern=pattern, reason=error) from None


def _words(folded: str, start: int = 0, end: int | None = None) -> Iterator[tuple[str, bool]]:
    """The words, and of each whether it follows the one before without a gap; a CJK character is one."""
    last = -1
    for run in _RUN.finditer(folded, start, len(folded) if end is None else end):
        for part in _PIECE.finditer(run.group()):
            word = part.group()
            if _LETTER.search(word):  # a line to be filled in is no word
                yield word, run.start() + part.start() == last
                last = run.start() + part.end()


def _pattern(term: Term) -> str:
    if term.forms:
        initials = dict.fromkeys(form[0] for form in term.forms)
        return "|".join(_alike([form for form in term.forms if form[0] == initial]) for initial in initials)
    pattern = ""
    gap = r"[\W_]*" if any(is_cjk(word[0]) for word in term.words) else r"[\W_]+"
    for number, (word, joined) in enumerate(zip(term.words, term.joined, strict=True)):
        pattern += gap if number and not joined else ""
        if is_cjk(word[0]):
            pattern += re.escape(word)
            continue
        # a word ends where no letter follows; one of a script without spaces may follow at once
        end = "" if term.prefix and number == len(term.words) - 1 else f"(?!{_GOES_ON})"
        # looking back from behind the word lets `re` jump to its letters, several times as fast
        pattern += f"{re.escape(word)}(?<!{_GOES_ON}{re.escape(word)}){end}"
    return pattern


def _alike(forms: Sequence[str]) -> str:
    """Whole words that begin with the same letter: what they share once, for `re` takes milliseconds to make ready
    what stands around a word."""
    if is_cjk(forms[0][0]):
        return "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    first, last = min(forms), max(forms)
    shared = first[: next((n for n, letter in enumerate(first) if letter != last[n]), len(first))]
    ends = "|".join(re.escape(form[len(shared) :]) for form in sorted(forms, key=len, reverse=True))
    return f"{re.escape(shared)}(?<!{_GOES_ON}{re.escape(shared)})(?:{ends})(?!{_GOES_ON})"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)  # `re` keeps the last ones


# ── near ───────────────────────────────────────────────────────────────────────────────────────────────────
def _close(near: Near, text: str) -> Spans:
    """Where all terms of a `Near` stand close enough; of spans within one another the innermost.

    Each distance is that between an occurrence of one term and one of the next; no two terms share a word.
    """
    places = [_all(term, text) for term in near.terms]
    if not all(places):
        return []
    apart = _words_before(text, {span for found in places for span in found}, max(near.words))
    shared = _shared(places)
    ways = {span: [(*span, frozenset([span]) & shared)] for span in places[0]}
    for number, words in enumerate(near.words, 1):
        last = number == len(near.words)
        reached: dict[tuple[int, int], list[_Way]] = {}
        starts = [start for start, _ in places[number]]
        ends = [end for _, end in places[number]]
        for place, found in ways.items():
            after = bisect_left(starts, place[1])
            before = bisect_right(ends, place[0]) - 1
            for way in found:
                for side in (range(after, len(starts)), range(before, -1, -1)):
                    for at in side[:_MOST_WAYS]:
                        there = places[number][at]
                        first, second = (place, there) if place < there else (there, place)
                        if apart[second][0] - apart[first][1] > words:
                            break
                        if any(_meet(there, used) for used in way[2]):
                            continue
                        used = way[2] | (frozenset([there]) & shared)
                        made = (min(way[0], there[0]), max(way[1], there[1]), used)
                        reached.setdefault(there, []).append(made)
                        if last:
                            break
        ways = {there: _best(found) for there, found in reached.items()}
    return _innermost({(start, end) for found in ways.values() for start, end, _ in found})


def _best(ways: Iterable[_Way]) -> list[_Way]:
    """Of ways to one place those that no narrower one makes needless."""
    kept: list[_Way] = []
    for way in sorted(set(ways), key=lambda one: (one[1] - one[0], one[0])):
        if not any(one[0] >= way[0] and one[1] <= way[1] and one[2] <= way[2] for one in kept):
            kept.append(way)
            if len(kept) == _MOST_WAYS:
                break
    return kept


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _shared(places: Sequence[Spans]) -> frozenset[tuple[int, int]]:
    """The occurrences of a term that share characters with one of another term."""
    ordered = sorted((*span, number) for number, found in enumerate(places) for span in found)
    shared: set[tuple[int, int]] = set()
    reaching: list[tuple[int, int, int]] = []
    for one in ordered:
        reaching = [other for other in reaching if other[1] > one[0]]
        for other in reaching:
            if other[2] != one[2]:
                shared |= {one[:2], other[:2]}
        reaching.append(one)
    return frozenset(shared)


def _words_before(text: str, spans: Iterable[tuple[int, int]], most: int) -> dict[tuple[int, int], tuple[int, int]]:
    """For each span how many words begin before it and up to its end; a stretch between two counts for `most` + 1
    words where it holds more."""
    whole = {span: (span[0], _word_end(text, span[1])) for span in spans}
    counted: dict[int, int] = {}
    total, at = 0, 0
    for place in sorted({place for pair in whole.values() for place in pair}):
        if next(islice(_WITH_LETTER.finditer(text, at, place), most, None), None) is not None:
            total += most + 1  # more pieces than that, and each holds at least a word
        else:
            total += sum(1 for _ in islice(_words(text, at, place), most + 1))
        counted[place], at = total, place
    return {span: (counted[start], counted[end]) for span, (start, end) in whole.items()}


def whole_word(text: str, start: int, end: int) -> tuple[int, int]:
    """A hit in a text as it is written, up to the end of the word of which only a beginning was asked for."""
    grown = end
    while grown < len(text) and (combining(text[grown]) or _word_end(text, grown) > grown):
        grown = _word_end(text, grown) if not combining(text[grown]) else grown + 1
    return start, grown


def _word_end(text: str, end: int) -> int:
    """The end of the word of which only a beginning was asked for."""
    if is_cjk(text[end - 1]):
        return end
    rest = _REST.match(text, end)
    return rest.end() if rest else end


def _all(term: Term, text: str) -> Spans:
    return [match.span() for match in _compiled(_pattern(term)).finditer(text) if match.end() > match.start()]


def _innermost(spans: Iterable[tuple[int, int]]) -> Spans:
    ordered = sorted(spans, key=lambda span: (span[0], -span[1]))
    kept: Spans = []
    for span in reversed(ordered):  # from the last start: one that ends later than a kept one holds it
        if not kept or span[1] < kept[-1][1]:
            kept.append(span)
    return kept[::-1]


_SPACELESS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_GOES_ON = rf"(?:[^\W{_SPACELESS}]|[{WORD_SIGNS}])"
_REST = re.compile(f"{_GOES_ON}*")
_RUN = re.compile(rf"[\w{WORD_SIGNS}{_SPACELESS}]+")
_PIECE = re.compile(rf"[{_SPACELESS}]|[^{_SPACELESS}]+")
_LETTER = re.compile(r"\w(?<!_)")
_WITH_LETTER = re.compile(rf"[^\W_][\w{WORD_SIGNS}{_SPACELESS}]*")
