"""Quotes for writing: the analysis *quotes*."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...domain.errors import Phrase
from ...domain.options import TABLE, option
from ...domain.selections import Selection
from .registry import Analysis, Asked, Say

if TYPE_CHECKING:
    import pandas as pd

    from ..quote_picker import Picked, Wanted


@dataclass(frozen=True, slots=True)
class Options:
    """Which quotes are picked; see `app.quote_picker`."""

    code: str = option(
        "",
        Phrase("Code or theme"),
        Phrase("Quotes of this code and those below it, or of all that belongs to this theme."),
        unset=Phrase("all codes"),
        names="code",
    )
    query: str = option(
        "", Phrase("Query"), Phrase("Instead of a code: quotes of what answers this query."), quiet=True
    )
    most: int = option(10, Phrase("At most"), Phrase("At most so many quotes."), least=1, most=500)
    order: str = option(
        "telling",
        Phrase("Order"),
        Phrase("Which quotes come first."),
        choices=(
            ("telling", Phrase("exemplars, then about three lines")),
            ("typical", Phrase("of typical length")),
            ("shortest", Phrase("shortest")),
            ("longest", Phrase("longest")),
            ("text", Phrase("as they stand in the texts")),
        ),
    )
    balance: bool = option(
        True,
        Phrase("Hear everybody"),
        Phrase("Whoever was heard least gives the next quote; off: the first of all."),
        off=Phrase("The first quotes of all, whoever said them; else whoever was heard least gives the next one."),
    )
    used: str = option(
        "any",
        Phrase("Draft"),
        Phrase("Quotes that are used in a draft or not."),
        choices=(("any", Phrase("used or not")), ("unused", Phrase("not used yet")), ("used", Phrase("used"))),
    )
    context: bool = option(False, Phrase("Rest of the turn"), Phrase("Show the rest of the turn around each quote."))
    display_ids: bool = option(
        False, Phrase("Display ids"), Phrase("Call cases and speakers by their display ids."), quiet=True
    )
    ids: bool = option(False, Phrase("Ids"), Phrase("Add the columns of ids."), only=TABLE, quiet=True)


def wanted_of(options: Options) -> "Wanted":
    """What the options ask of the picker."""
    from ..quote_picker import Wanted

    return Wanted(
        options.code,
        options.query,
        options.most,
        options.order,
        options.balance,
        options.used,
        options.context,
        options.display_ids,
    )


def picked_of(asked: Asked, options: Options) -> "Picked":
    """The quotes that the options ask for."""
    from ..quote_picker import pick

    return pick(asked, wanted_of(options))


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    import pandas as pd

    from ..quote_picker import quote_columns

    found = picked_of(asked, options)
    # the cells as they are: a column of whole numbers with a gap would become one of fractions
    table = pd.DataFrame(quote_columns(found.quotes, options.context, options.ids), dtype=object)
    table.attrs = {
        "rule": f"{options.order}, balanced by {'case' if found.by_case else 'document'}"
        if options.balance
        else options.order,
        "unit": "passage",
        "of": str(found.about),
        "draft": options.used,
        "n": len(table),
        "n_candidates": found.candidates,
        "n_unused": found.unused,
        "n_voices": found.voices,
        "n_heard": found.heard,
    }
    return table


def _cell(asked: Asked, options: Options, _table: "pd.DataFrame", row: int, _column: str) -> Selection | None:
    one = picked_of(asked, options).quotes[row]
    return Selection(places=((one.document, one.start, one.end),))


def _pages(asked: Asked, options: Options, target: Path, date: str, say: Say) -> None:
    from ...formats.quote_pages import write_quotes
    from ..quote_picker import printed

    found = picked_of(asked, options)
    with asked.project.read() as read:
        title = read.study().name
    lines = [say(line) for line in described(found, options)]
    write_quotes([printed(one, say) for one in found.quotes], target, title, [*lines, date], date)


def described(found: "Picked", options: Options) -> tuple[Phrase, ...]:
    """What was asked for, and of how many passages and voices the quotes are."""
    of = Phrase("{n} of {all} passages: {about}", n=len(found.quotes), all=found.candidates, about=found.about)
    number, some = found.voices, found.heard
    one = number == 1
    voices = Phrase("{some} of {number} cases", english="{some} of 1 case" if one else "", some=some, number=number)
    if not found.by_case:
        english = "{some} of 1 document" if one else ""
        voices = Phrase("{some} of {number} documents", english=english, some=some, number=number)
    how = Phrase("whoever was heard least gives the next one") if options.balance else Phrase("the first of all")
    return of, Phrase("Words of {voices}: {how}", voices=voices, how=how)


ANALYSIS = Analysis(
    name="quotes",
    title=Phrase("Quotes for writing"),
    about=Phrase("A few quotes in which everybody is heard, ready to be cited."),
    columns=(
        "each quote that is picked: document, case, turn, speaker, code, coder, start, end, used, citation, text; with "
        "--context before, after."
    ),
    options=Options,
    table=_table,
    cell=_cell,
    pages=_pages,
    group="retrieval",
    no_figure=Phrase("Quotes come as a table, or for people as .docx or .html."),
)
