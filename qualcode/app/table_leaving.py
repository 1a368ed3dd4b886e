"""The table of an analysis as it leaves the program, and what somebody could be recognised by in it."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..store.reading import Reading
from .leaving import Leaving, Looking, Words
from .provenance import made_of
from .quoting import Quoting

if TYPE_CHECKING:
    import pandas as pd

NAMED = ("case", "top_case", "silent_cases", "source", "target")  # columns that hold names
WRITTEN = ("concept", "comment")  # columns that hold what a researcher wrote
ORIGIN = "how it was made"


def printed_table(table: "pd.DataFrame", quoting: Quoting) -> "pd.DataFrame":
    """The table with the names and words that may leave the program, in its cells and in what it says of itself."""
    printed = table.copy()
    for column in table.columns:
        if column in NAMED or column in WRITTEN:
            clean = quoting.names if column in NAMED else quoting.excerpt
            # a column of numbers may be called so, too, after a theme or a code
            printed[column] = [clean(cell) if isinstance(cell, str) else cell for cell in table[column].tolist()]
    printed.attrs.clear()
    printed.attrs.update(
        {name: quoting.names(value) if isinstance(value, str) else value for name, value in made_of(table).items()}
    )
    return printed


def look_at_table(read: Reading, quoting: Quoting, table: "pd.DataFrame") -> Leaving:
    """What is found in a table that was printed with this `quoting`: its cells, its head and what it says of itself."""
    looking = Looking(read, quoting)
    for place, column in enumerate(map(str, table.columns)):
        looking.words(Words(column, column))
        for text, times in Counter(cell for cell in table.iloc[:, place].tolist() if isinstance(cell, str)).items():
            looking.words(Words(column, text, times))
    for value in made_of(table).values():
        looking.words(Words(ORIGIN, str(value)))
    return looking.leaving()


def words_of_origin(told: Iterable[object], quoting: Quoting) -> list[Words]:
    """What is said of how a table or a chart was made, as it is printed."""
    return [Words(ORIGIN, quoting.names(str(value))) for value in told]
