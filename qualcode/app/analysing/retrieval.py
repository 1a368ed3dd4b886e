"""The segments that answer a query: the analysis *retrieval*."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...domain.errors import BadInput, Phrase
from ...domain.options import TABLE, option
from ...domain.query_language import write_query
from ...domain.query_sentences import OPERATORS, sentence
from ...domain.query_tree import Query
from ...domain.selections import Selection
from .registry import Analysis, Asked, Say

if TYPE_CHECKING:
    import pandas as pd

    from ...store.reading import Reading
    from ..retrieving import Retrieved


@dataclass(frozen=True, slots=True)
class Options:
    """Which segments are asked for: by a query as text, or by one that was saved."""

    query: str = option(
        "",
        Phrase("Query"),
        Phrase("What is asked of the segments: power AND trust, a OVERLAPPING b, case:Age>=40, text:“…”."),
    )
    saved: str = option("", Phrase("Saved query"), Phrase("The name of a saved query."), names="query")
    rollup: bool = option(False, Phrase("Take in codes below"), Phrase("A code takes in the codes below it."))
    ids: bool = option(False, Phrase("Ids"), Phrase("Add the columns of ids."), only=TABLE, quiet=True)


def question(asked: Asked, options: Options, read: "Reading") -> Query:
    """The query that is meant, its names settled. Raises `BadInput` where there is none, or two."""
    from ...domain.query_tree import from_json
    from ...domain.questions import SavedQuery
    from ..naming import resolve
    from ..query_names import settled, with_codes_below

    if bool(options.query.strip()) == bool(options.saved.strip()):
        raise BadInput("Write a query, as in power AND trust, or name a saved one.")
    if options.query.strip():
        query = asked.project.analyses.retrieval.typed(options.query, read)
    else:
        query = settled(read, from_json(resolve(read, SavedQuery, options.saved).question))
    return with_codes_below(query) if options.rollup else query


def retrieved(asked: Asked, options: Options) -> "Retrieved":
    """What answers the query within the filters."""
    from ..scoping import make_scope

    with asked.project.read() as read:
        query, scope = question(asked, options, read), make_scope(read, **asked.filters)
        return asked.project.analyses.retrieval.ask(query, scope, asked.progress, read=read)


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    import pandas as pd

    from ..query_names import named
    from ..quoting import Quoting
    from ..scoping import make_scope
    from ..tables import SEGMENT_COLUMNS, SEGMENT_ID_COLUMNS, segment_rows

    columns = list(SEGMENT_COLUMNS + (SEGMENT_ID_COLUMNS if options.ids else ()))
    with asked.project.read() as read:  # one moment for names, codings and words
        query, scope = question(asked, options, read), make_scope(read, **asked.filters)
        found = asked.project.analyses.retrieval.ask(query, scope, asked.progress, read=read)
        rows = segment_rows(read, scope, options.ids, asked.progress, quoting=Quoting(read), only=found.places())
        # the cells as they are: a column of whole numbers with a gap would become one of fractions
        table = pd.DataFrame(list(rows), columns=columns, dtype=object)
        shown = named(read, query)
    table.attrs["rule"] = write_query(shown)
    table.attrs["question"] = str(sentence(shown))
    table.attrs["unit"] = "coding"
    table.attrs["n"] = len(table)
    table.attrs["segments"] = int(found.found.size)
    return table


def _pages(asked: Asked, options: Options, path: Path, date: str, _say: Say) -> None:
    from ...formats.segments_html import write_segments_html
    from ...formats.word_tables import write_segments_docx
    from ..quoting import Quoting
    from ..table_leaving import printed_table

    table = _table(asked, options)
    with asked.project.read() as read:
        table, title = printed_table(table, Quoting(read, asked.display_ids)), read.study().name
    write = write_segments_docx if path.suffix.lower() == ".docx" else write_segments_html
    write(({str(key): value for key, value in row.items()} for row in table.to_dict("records")), path, title, date=date)


def _cell(asked: Asked, options: Options, _table: "pd.DataFrame", row: int, _column: str) -> Selection | None:
    found = retrieved(asked, options)
    coding = found.ordered[row]
    material = found.material
    document = material.documents[int(material.document[coding])].id
    return Selection(places=((document, int(material.start[coding]), int(material.end[coding])),))


ANALYSIS = Analysis(
    name="retrieval",
    title=Phrase("Retrieval"),
    about=Phrase("The segments that answer a query."),
    columns=(
        "each coding that answers: document, case, start, end, turn, speaker, code, coder, weight, created, comment, "
        "text."
    ),
    options=Options,
    table=_table,
    cell=_cell,
    pages=_pages,
    group="retrieval",
    notes=(
        *(f"{typed}: {says}" for typed, says in OPERATORS.values()),
        "Of a segment: code, below:code, case:NAME, case:VARIABLE>=40, speaker:NAME, document:NAME, set:NAME, "
        'folder:NAME, text:"these words", words:"all of these", lemma:word, regex:"…", smart:NAME.',
        "Of a coding: coder:NAME, made:>=2026-05, weight>=3, certainty:unsure, mark:exemplar, comment:words.",
        "Names with blanks or signs stand in quotes; brackets group.",
    ),
    no_figure=Phrase("What a query finds comes as a table; save it as a smart code to see it in a matrix."),
)
