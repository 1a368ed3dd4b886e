"""The table of an analysis as it leaves the program, and what somebody could be recognised by in it."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ..store.reading import Reading
from .leaving import Leaving, Looking, Words
from .provenance import made_of
from .quoting import Quoting

if TYPE_CHECKING:
    import pandas as pd

WRITTEN = ("concept", "comment")  # columns that hold what a researcher wrote
SAID = ("text", "before", "after", "first_words", "word", "collocate", "hit")  # … what people said
AROUND = ("left", "right")  # … beside a hit, too
ORIGIN = "how it was made"


def printed_table(table: "pd.DataFrame", quoting: Quoting) -> "pd.DataFrame":
    """The table with the names and words that may leave the program, in its cells, its head and in what it says of
    itself. What people said stays as it is."""
    import pandas as pd
    from pandas.api.types import is_numeric_dtype

    printed = table.copy()
    said = {*SAID, *(AROUND if "hit" in table.columns else ())}
    for place, column in enumerate(map(str, table.columns)):
        numbers = is_numeric_dtype(table.dtypes.iloc[place])  # a theme or a code may be called like a column of words
        if column in WRITTEN and not numbers:
            cells = [quoting.sentence(str(cell)) for cell in table.iloc[:, place]]
        elif quoting.display_ids and column not in said and not numbers:
            cells = _called(table.iloc[:, place].tolist(), quoting)
        else:
            continue
        printed.isetitem(place, pd.Series(cells, index=table.index, dtype=table.dtypes.iloc[place]))
    if quoting.display_ids:
        printed.columns = [quoting.names(str(column)) for column in table.columns]
    printed.attrs.clear()
    printed.attrs.update(
        {
            # a word that was asked for may be a redacted one
            quoting.names(str(name)): quoting.sentence(value) if isinstance(value, str) else value
            for name, value in made_of(table).items()
        }
    )
    return printed


def _called(cells: Iterable[Any], quoting: Quoting) -> list[Any]:
    """Cells with display ids for the names of cases and speakers; many hold the same."""
    known: dict[str, str] = {}
    found = []
    for cell in cells:
        if isinstance(cell, str):
            if cell not in known:
                known[cell] = quoting.names(cell)
            found.append(known[cell])
        else:
            found.append(cell)
    return found


def look_at_table(read: Reading, quoting: Quoting, table: "pd.DataFrame", beside: Iterable[Words] = ()) -> Leaving:
    """What is found in a table that was printed with this `quoting`: its cells, its head and what it says of itself,
    and in what stands `beside` it."""
    looking = Looking(read, quoting)
    for place, column in enumerate(map(str, table.columns)):
        looking.words(Words(column, column))
        for text, times in Counter(cell for cell in table.iloc[:, place].tolist() if isinstance(cell, str)).items():
            looking.words(Words(column, text, times))
    for name, value in made_of(table).items():
        looking.words(Words(ORIGIN, f"{name}: {value}"))
    for words in beside:
        looking.words(words)
    return looking.leaving()


def words_of_origin(told: Iterable[object], quoting: Quoting) -> list[Words]:
    """What is said of how a table or a chart was made, as it is printed."""
    return [Words(ORIGIN, quoting.sentence(str(value))) for value in told]
