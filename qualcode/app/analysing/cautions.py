"""What keeps a number from saying as much as it seems to: sentences beside a table, for every place that shows one."""

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

from ...domain.errors import Phrase
from ...domain.methods import BY_KEY, SATURATION

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.material import Material
    from ...analysis.matrices import Filters
    from ..project import Project
    from .registry import Analysis, Asked

NOTE, CAUTIONS, READ_AS = "note", "cautions", "read_as"  # of a table's `attrs`
UNANSWERED = "n_unanswered"  # smart codes whose query cannot be asked any more
MOST_DRAWS = 100_000
# measures that take all that is looked at into account, so that uncoded text changes them
OF_ALL = ("lift", "phi")


def joined(one: Phrase, other: Phrase) -> Phrase:
    """Two sentences as one phrase that can still be translated."""
    return Phrase("{before} {next}", before=one, next=other)


def together(sentences: Iterable[Phrase]) -> str:
    """Sentences as one phrase, "" for none."""
    found = list(sentences)
    return reduce(joined, found) if found else ""


def note(table: "pd.DataFrame", *sentences: Phrase | None) -> None:
    """Put sentences into what a table says of itself, behind those that are there."""
    said = [one for one in (table.attrs.get(NOTE), *sentences) if one]
    if said:
        table.attrs[NOTE] = together(said)


def note_unanswered(table: "pd.DataFrame", asked: "Asked") -> None:
    """Say in a table which smart codes of it have no answer."""
    if asked.unanswered:
        table.attrs[UNANSWERED] = len(asked.unanswered)
        note(table, *asked.unanswered.values())


def said_of(table: "pd.DataFrame") -> tuple[str, ...]:
    """What a table says that its reader has to know, for whoever shows it."""
    return tuple(table.attrs[name] for name in (NOTE, CAUTIONS) if table.attrs.get(name))


def method_says(project: "Project", analysis: "Analysis", table: "pd.DataFrame | None") -> tuple[str, ...]:
    """What the study's method has to say where it does not offer an analysis, and how that is to be read then: a chart
    says the latter in its caption."""
    with project.read() as read:
        method = BY_KEY.get(read.study().method)
    hint = method.hint(SATURATION) if method is not None and analysis.hint == SATURATION else None
    if hint is None:
        return ()
    read_as = table.attrs.get(READ_AS) if table is not None else None
    return (read_as, hint) if read_as else (hint,)


# ── chance ──
def few_draws(n_tested: int, number: int) -> Phrase | None:
    """What `number` draws cannot show of `n_tested` pairs after correction; None where they are enough for each."""
    import numpy as np

    from ...analysis.chance import LEVEL, best_adjusted, draws_needed, pairs_needed

    if not n_tested or best_adjusted(n_tested, number) <= LEVEL:
        return None
    together_needed, needed = pairs_needed(n_tested, number), draws_needed(n_tested)
    if together_needed > n_tested:
        first = Phrase("With {number} draws no p can be .05 or less.", number=f"{number:,}")
    else:
        first = Phrase(
            "With {number} draws the smallest p is {least}; corrected for {tested} pairs it stays above .05, unless at "
            "least {together} pairs have it.",
            number=f"{number:,}",
            least=np.format_float_positional(1 / (number + 1), precision=2, fractional=False, trim="-").lstrip("0"),
            tested=f"{n_tested:,}",
            together=f"{together_needed:,}",
        )
    if needed > MOST_DRAWS:
        more = Phrase(
            "For one pair alone {needed} draws would be needed, more than can be asked for: ask about fewer codes.",
            needed=f"{needed:,}",
        )
    else:
        more = Phrase("For one pair alone {needed} draws would suffice.", needed=f"{needed:,}")
    return joined(first, more)


# ── what nobody coded ──
def whole_of(asked: "Asked") -> "Material":
    """What is looked at with all its codes: what has other codes than those chosen has been coded, too."""
    if asked.scope.codes is None:
        return asked.material
    return asked.project.analyses.material(replace(asked.scope, codes=None))


def coded_documents(asked: "Asked") -> tuple[int, int]:
    """How many of the documents looked at have a coding there, of any code, and how many there are."""
    import numpy as np

    material = whole_of(asked)
    return int(np.unique(material.document).size), len(material.documents)


def uncoded(asked: "Asked") -> Phrase | None:
    """That some documents are not coded, and how they count; None where all are."""
    coded, documents = coded_documents(asked)
    return None if coded == documents else uncoded_phrase(coded, documents)


def uncoded_phrase(coded: int, documents: int) -> Phrase:
    """The sentence, without its full stop."""
    return Phrase(
        "{coded} of {number} documents have codings; text of the others counts as text without codes, not as not coded "
        "yet",
        coded=coded,
        number=documents,
    )


def nobody_coded(number: int, whole: int, units: Phrase) -> Phrase | None:
    """What a 0 may mean where nobody has coded anything in so many of the documents or cases."""
    if not number:
        return None
    return Phrase(
        "{number} of {whole} {units} have no coding at all: their 0 may mean that nobody has coded them yet.",
        number=number,
        whole=whole,
        units=units,
    )


def note_uncoded(table: "pd.DataFrame", asked: "Asked") -> None:
    """Say in a table with lift, phi or intervals how many of its documents are coded."""
    coded, documents = coded_documents(asked)
    table.attrs |= {"n_documents": documents, "n_coded_documents": coded}
    if coded < documents:
        note(table, Phrase("{things}.", things=uncoded_phrase(coded, documents)))


def told_uncoded(asked: "Asked", concerns: bool) -> "Filters":
    """What a caption says of the filters, and where it `concerns` the measure how many documents are coded."""
    told, said = asked.told, uncoded(asked) if concerns else None
    return told if said is None else replace(told, others=(*told.others, said))
