"""Choosing what an analysis looks at, and finding words in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from .errors import BadInput
from .folding import WORD_SIGNS, Folded, fold, fold_with_origin, is_cjk

_PARTS = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Scope:
    """Which part of the project is looked at; None means all."""

    documents: frozenset[UUID] | None = None
    coders: frozenset[UUID] | None = None
    codes: frozenset[UUID] | None = None

    @property
    def everything(self) -> bool:
        """Whether nothing is filtered."""
        return self.documents is None and self.coders is None and self.codes is None


@dataclass(frozen=True, slots=True)
class Term:
    """One thing a query asks for: folded words in a row; `prefix` lets the last one go on.

    `joined` says of each word whether nothing may stand between it and the one before, as in 信任.
    """

    words: tuple[str, ...]
    prefix: bool
    joined: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class TextQuery:
    """A search for words. `terms` must all occur in a document; each occurrence of any of them is a hit.

    `pattern` finds the hits in folded text; `terms` is empty for substrings and regular expressions, which
    no word index can narrow down.
    """

    terms: tuple[Term, ...]
    pattern: re.Pattern[str]
    folds: bool

    def hits(self, text: str) -> Iterator[tuple[int, int]]:
        """Spans of the hits in a text, in order, in code points of the text; empty matches are left out."""
        yield from self._hits(fold_with_origin(text) if self.folds else Folded(text))

    def hits_of_all(self, text: str) -> Iterator[tuple[int, int]]:
        """The hits in a text in which every term occurs; in another one there are none."""
        folded = fold_with_origin(text) if self.folds else Folded(text)
        if len(self.terms) < 2 or all(re.search(_pattern(term), folded.text) for term in self.terms):
            yield from self._hits(folded)

    def _hits(self, folded: Folded) -> Iterator[tuple[int, int]]:
        for match in self.pattern.finditer(folded.text):
            if match.end() > match.start():
                yield folded.span(*match.span())


def words_query(text: str) -> TextQuery:
    """Whole words, folding case and accents; `*` at a word's end, "…" a phrase, CJK by substring.

    Raises `BadInput` when there is nothing to look for.
    """
    terms: list[Term] = []
    for quoted, bare in _PARTS.findall(text):
        folded = fold(quoted or bare)
        found = list(_words(folded))
        if found:
            words, joined = zip(*found, strict=True)
            # in a phrase line ends and punctuation may part what was typed in one piece
            close = tuple(follows and not quoted for follows in joined)
            terms.append(Term(words, folded.rstrip().endswith("*"), close))
    if not terms:
        raise BadInput("There is no word to look for in “{query}”. Type a word or a phrase.", query=text)
    pattern = "|".join(f"(?:{_pattern(term)})" for term in sorted(terms, key=lambda term: -len("".join(term.words))))
    return TextQuery(tuple(terms), re.compile(pattern), folds=True)


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
    except re.error as error:
        raise BadInput("“{pattern}” is not a regular expression: {reason}.", pattern=pattern, reason=error) from None


def _words(folded: str) -> Iterator[tuple[str, bool]]:
    """The words, and of each whether it follows the one before without a gap; a CJK character is one."""
    last = -1
    for run in _RUN.finditer(folded):
        for part in _PIECE.finditer(run.group()):
            word = part.group()
            if _LETTER.search(word):  # a line to be filled in is no word
                yield word, run.start() + part.start() == last
                last = run.start() + part.end()


def _pattern(term: Term) -> str:
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


_SPACELESS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_GOES_ON = rf"(?:[^\W{_SPACELESS}]|[{WORD_SIGNS}])"
_RUN = re.compile(rf"[\w{WORD_SIGNS}{_SPACELESS}]+")
_PIECE = re.compile(rf"[{_SPACELESS}]|[^{_SPACELESS}]+")
_LETTER = re.compile(r"\w(?<!_)")
