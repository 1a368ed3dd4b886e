"""Three and more codes at once: the analysis *combinations* and its picture of sets."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.errors import Phrase
from ...domain.options import FIGURE, TABLE, option
from ...domain.selections import Selection
from .cautions import whole_of
from .places import code_numbers, places_of
from .reaching import below
from .registry import Analysis, Asked, Say

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.code_runs import CodeRuns
    from ...analysis.combinations import Combinations
    from ...analysis.drawn import Drawn

_COUNTED = (("documents", Phrase("documents")), ("cases", Phrase("cases")), ("units", Phrase("units of the rule")))


@dataclass(frozen=True, slots=True)
class Options:
    """What the table and the figure of combinations show; see `analysis.combinations.combinations`."""

    rule: str = option(
        "overlap",
        Phrase("Rule"),
        Phrase("When codes meet: overlap, same-segment, sentence, turn, paragraph, near:N, document or case."),
        names="rule",
    )
    fewest: int = option(3, Phrase("Codes at least"), Phrase("At least so many codes at once."), least=2, most=5)
    largest: int = option(5, Phrase("Codes at most"), Phrase("At most so many codes at once."), least=2, most=5)
    least: int = option(2, Phrase("In at least"), Phrase("Sets that are in at least so many."), least=1)
    of: str = option(
        "documents",
        Phrase("Counted in"),
        Phrase("What the least number counts, and what comes first."),
        choices=_COUNTED,
    )
    rollup: bool = option(False, Phrase("Take in codes below"), Phrase("A code takes in the codes below it."))
    most: int = option(
        20, Phrase("At most"), Phrase("At most so many sets in the picture."), least=1, most=40, only=FIGURE
    )
    ids: bool = option(False, Phrase("Ids"), Phrase("Add the columns of ids."), only=TABLE, quiet=True)


def _found(asked: Asked, options: Options) -> "Combinations":
    from ...analysis.code_runs import code_runs
    from ...analysis.combinations import combinations

    runs = code_runs(asked.material, options.rule, options.rollup, asked.progress)
    wanted = (options.fewest, options.largest, options.least, options.of)
    return combinations(runs, *wanted, asked.progress, _others(asked, options, runs))


def _others(asked: Asked, options: Options, runs: "CodeRuns") -> "CodeRuns":
    """The runs of all codes: one that a filter leaves out is still an other code."""
    from ...analysis.code_runs import code_runs

    if asked.scope.codes is None:
        return runs
    return code_runs(whole_of(asked), options.rule, options.rollup, asked.progress)


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    from ...analysis.combinations import combination_table

    return combination_table(_found(asked, options), options.of, options.ids)


def _figure(asked: Asked, options: Options, dark: bool, say: Say) -> "Drawn":
    from ...analysis.combinations import stretches
    from ...analysis.set_figures import set_chart, set_picture

    found = _found(asked, options)
    chart = set_chart(found, options.of, options.least, options.most, asked.told, options.rollup)
    opens = [places_of(asked.material, stretches(found, number)) for number in chart.numbers]
    return set_picture(chart, dark, say, opens)


def _cell(asked: Asked, options: Options, table: "pd.DataFrame", row: int, column: str) -> Selection | None:
    from ...analysis.code_runs import code_runs, only_codes
    from ...analysis.combinations import combinations, stretches

    if column in ("size", "unit"):
        return None
    material = asked.material
    names = [name for name in table.columns if name.startswith("code_") and not name.endswith("_id")]
    numbers = code_numbers(material, table.loc[table.index[row], names])
    if column in names:
        place = names.index(column)
        return Selection(codes=below(material, numbers[place], options.rollup)) if place < len(numbers) else None
    runs = code_runs(material, options.rule, options.rollup, asked.progress)
    found = combinations(only_codes(runs, numbers), len(numbers), len(numbers), 1, "units")
    return places_of(material, stretches(found, 0, _others(asked, options, runs) if column == "only" else None))


ANALYSIS = Analysis(
    name="combinations",
    title=Phrase("Combinations"),
    about=Phrase("Find the sets of three and more codes that meet, and count where."),
    columns=(
        "each set of codes, those in most documents first: size, code_1, code_2, … , unit, units, only (units with no "
        "other code), segments, documents, cases."
    ),
    options=Options,
    table=_table,
    figure=_figure,
    cell=_cell,
    group="co-occurrence",
    proof=True,
)
