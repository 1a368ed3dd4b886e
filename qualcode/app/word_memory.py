"""What is kept of the words and names of texts, so that no text is looked at twice."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from ..analysis.corpora import Column, WordType
    from ..analysis.material import BoolArray
    from ..language.entities import Entity

Key = tuple[str, str, str]  # content, speaker rule, method


@dataclass(frozen=True, slots=True, eq=False)
class DocumentWords:
    """The words of a text without its speakers' labels; see `analysis.corpora.Corpus`."""

    place: "Column"
    start: "Column"
    end: "Column"
    form: "Column"
    lemma: "Column"
    turn: "Column"
    asking: "BoolArray"
    told: tuple[str, str, str]  # language, what cut it, what knows its base forms


class Types:
    """The words of all texts, numbered as they come, and which of them are on a stop list."""

    def __init__(self) -> None:
        self.numbers: dict[WordType, int] = {}
        self.stops: list[bool] = []

    def number(self, word: "WordType", stop: bool) -> int:
        """The number of a word; a new one gets the next."""
        number = self.numbers.setdefault(word, len(self.numbers))
        if number == len(self.stops):
            self.stops.append(stop)
        return number


class Items(dict[str, int]):
    """The items of the texts of a language, numbered as they come; `columns` are form and lemma of each."""

    def __init__(self, types: "Types", language: str, lemmas: bool) -> None:
        super().__init__()
        self._types, self._language, self._lemmas = types, language, lemmas
        self.columns = array("i"), array("i")

    def __missing__(self, item: str) -> int:
        from ..analysis.corpora import FORM, LEMMA, WordType
        from ..language.words import parts

        form, lemma, stop, base_stop = parts(item)
        own = self._types.number(WordType(form, self._language, FORM), stop)
        base = self._types.number(WordType(lemma, self._language, LEMMA), base_stop) if self._lemmas else own
        for column, value in zip(self.columns, (own, base), strict=True):
            column.append(value)
        number = self[item] = len(self)
        return number


_Found = TypeVar("_Found")


class Kept(OrderedDict[Key, _Found]):
    """What was found in texts, as much of it as there is room for: what was not asked for longest goes."""

    def __init__(self, room: int, size: Callable[[_Found], int]) -> None:
        super().__init__()
        self._room, self._size_of = room, size
        self.size = 0

    def keep(self, key: Key, found: _Found) -> None:
        """Keep what was found in a text; alone it stays however large it is."""
        self[key] = found
        self.size += self._size_of(found)
        while self.size > self._room and len(self) > 1:
            self._forget(next(iter(self)))

    def only(self, keys: Collection[Key]) -> bool:
        """Forget all other texts; whether there were any."""
        gone = [key for key in self if key not in keys]
        for key in gone:
            self._forget(key)
        return bool(gone)

    def _forget(self, key: Key) -> None:
        self.size -= self._size_of(self.pop(key))


def words_in(words: DocumentWords) -> int:
    """How many words a text has."""
    return int(words.start.size)


def names_in(found: "tuple[str, list[Entity]] | None") -> int:
    """How many names were found in a text, and one for having looked."""
    return len(found[1]) + 1 if found is not None else 1
