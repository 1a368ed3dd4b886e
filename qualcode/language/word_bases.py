"""The one base form of a word that depends on nothing but the word: from the tables of `spacy-lookups-data`."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .lemmas import source_files

_SEVERAL = {"'s", "'d"}  # “is”, “has” or the genitive; “had” or “would”: no base form of their own


class Bases:
    """Base forms of one language.

    The lookup table first; of several forms it gives the first. For words that are not in it the rules for nouns, the
    kind of word that has most members: a plural that is regular, or a known exception, of a noun in the index.
    """

    def __init__(self, language: str) -> None:
        self._table: dict[str, str] = {}
        for name, path in source_files(language):
            if name.startswith("lemma_lookup"):
                for word, base in _entries(path):
                    self._table.setdefault(word, base)
        files = dict(source_files(language))
        nouns = {name: _read(files[name]).get("noun", ()) for name in _NOUNS if name in files}
        self._nouns = frozenset(nouns.get("lemma_index", ()))
        self._exceptions: dict[str, str] = {word: bases[0] for word, bases in dict(nouns.get("lemma_exc", ())).items()}
        self._rules = [(old, new) for old, new in nouns.get("lemma_rules", ()) if old and self._nouns]

    def base(self, word: str, norm: str = "") -> str:
        """The base form of a word, empty where none is known; `norm` is what a contraction stands for."""
        if not self._table:
            return ""
        plain = word.replace("’", "'")
        low = plain.lower()
        if low in _SEVERAL:
            return ""
        for written in (plain, low):
            if written in self._table:
                return self._table[written]
        if norm and norm != low:  # “n't” is “not”, “'m” is “am”
            return self._table.get(norm, norm)
        return self._exceptions.get(low) or self._noun(low)

    def _noun(self, word: str) -> str:
        if word in self._nouns:
            return word
        return next(
            (
                word[: -len(old)] + new
                for old, new in self._rules
                if word.endswith(old) and word[: -len(old)] + new in self._nouns
            ),
            "",
        )


_NOUNS = ("lemma_index", "lemma_exc", "lemma_rules")


def _entries(path: Path) -> Iterator[tuple[str, str]]:
    for word, base in _read(path).items():
        if isinstance(base, str):
            yield word, base
        elif isinstance(base, list) and base:
            yield word, base[0]


def _read(path: Path) -> Any:
    data = path.read_bytes()
    return json.loads(gzip.decompress(data) if path.suffix == ".gz" else data)
