"""How often each code was used: the analysis *frequencies* and its bars."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from ...domain.cases import Variable
from ...domain.errors import BadInput, Phrase
from ...domain.options import FIGURE, TABLE, option
from ...domain.selections import Selection
from ..naming import resolve
from .cautions import note_unanswered
from .chart_options import level_option, themes_of
from .reaching import below
from .registry import Analysis, Asked, Say
from .sides import categories_of

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.chart_rows import Themes
    from ...analysis.drawn import Drawn
    from ...analysis.frequencies import FrequencyChart
    from ...analysis.frequency_groups import Parted


@dataclass(frozen=True, slots=True)
class Options:
    """What the table and the bars of frequency show; see `analysis.frequencies`."""

    measure: str = option(
        "segments",
        Phrase("Show"),
        Phrase("What the bars show."),
        choices=(
            ("segments", Phrase("segments")),
            ("codings", Phrase("codings")),
            ("documents", Phrase("documents")),
            ("cases", Phrase("cases")),
            ("coders", Phrase("coders")),
            ("characters", Phrase("characters")),
            ("share_of_text", Phrase("share of text")),
        ),
        only=FIGURE,
    )
    level: str = level_option("codes")
    by: str = option(
        "",
        Phrase("Take apart"),
        Phrase("Segments apart by who coded them, or by what their cases have for a variable."),
        choices=(("", Phrase("not")), ("coder", Phrase("coder")), ("variable", Phrase("variable"))),
    )
    variable: str = option(
        "", Phrase("Variable"), Phrase("The variable by which segments are taken apart."), names="variable"
    )
    rollup: bool = option(False, Phrase("Take in codes below"), Phrase("A code takes in the codes below it."))
    most: int = option(
        40, Phrase("At most"), Phrase("At most so many codes: those with most of it."), least=1, only=FIGURE
    )
    smart: bool = option(
        False, Phrase("Smart codes"), Phrase("List the smart codes as further rows."), only=TABLE, quiet=True
    )
    ids: bool = option(False, Phrase("Ids"), Phrase("Add the columns of ids."), only=TABLE, quiet=True)


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    from ...analysis.frequencies import frequencies

    looked_at = asked.smart if options.smart else asked
    themes = themes_of(looked_at, options.level)
    if options.by or options.variable:
        from ...analysis.frequency_groups import parted_frequencies

        table = parted_frequencies(looked_at.material, _parted(looked_at, options), options.rollup, themes)
    else:
        table = frequencies(looked_at.material, options.rollup, options.ids, themes)
    _leave_undefined(table, looked_at)
    return _chosen(asked, table)


def _leave_undefined(table: "pd.DataFrame", asked: Asked) -> None:
    """Empty the numbers of smart codes that have no answer: a 0 would be one."""
    from pandas.api.types import is_numeric_dtype

    codes = asked.material.codes
    dead = {codes[number].path for number in asked.unanswered} - {code.path for code in codes if code.kind != "smart"}
    if not dead:
        return
    rows = table["code"].isin(dead)
    for name in table.columns:
        if is_numeric_dtype(table[name]):
            whole = table[name].dtype.kind == "i"
            table[name] = (table[name].astype("Int64") if whole else table[name]).mask(rows)
    note_unanswered(table, asked)


def _chosen(asked: Asked, table: "pd.DataFrame") -> "pd.DataFrame":
    """Without the codes that the filter leaves out: a 0 there would say that they were not used."""
    chosen = asked.scope.codes
    if chosen is None:
        return table
    out = {code.path for code in asked.material.codes if code.id not in chosen}
    made = table.attrs
    table = table[~table["code"].isin(out)].reset_index(drop=True)
    table.attrs = made | {"n_codes": int(table["code"].nunique())}
    return table


def _parted(asked: Asked, options: Options) -> "Parted":
    """The parts into which segments are taken. Raises `BadInput` where the variable is not named."""
    from ...analysis.frequency_groups import by_coder, by_value

    if options.by == "coder":
        return by_coder(asked.material)
    if not options.variable:
        raise BadInput("Name the variable by which segments are taken apart: --variable NAME.")
    with asked.project.read() as read:
        variable: Variable = resolve(read, Variable, options.variable)
        groups = categories_of(asked, read, variable, 0).groups
    # in the order in which a matrix and a crosstab list them
    cases_of = {group.name: sorted(group.cases) for group in groups}
    return by_value(asked.material, variable.name, cases_of)


def _figure(asked: Asked, options: Options, dark: bool, say: Say) -> "Drawn":
    from ...analysis.figures import frequency_chart
    from ..charts import FrequencyOptions, frequency_view

    themes = themes_of(asked, options.level)
    parts: Sequence[Sequence[Selection]] = ()
    if options.by or options.variable:
        chart, parts = _parted_chart(asked, options, themes)
    else:
        wanted = FrequencyOptions(options.measure, options.rollup, options.most, asked.filters, themes)
        chart = frequency_view(asked.project, wanted)
    opens = [Selection(codes=_taken_in(asked, options, label.code, themes)) for label in chart.labels]
    return frequency_chart(chart, dark, say, opens, parts)


def _parted_chart(asked: Asked, options: Options, themes: "Themes") -> tuple["FrequencyChart", list[list[Selection]]]:
    from ...analysis.frequency_groups import parted_chart
    from ..charts import frequency_filters

    if options.measure != "segments":
        raise BadInput("Only bars of segments can be taken apart. Show segments, or take nothing apart.")
    filters = frequency_filters(asked.material, asked.told, options.rollup, themes)
    parted = _parted(asked, options)
    return parted_chart(
        asked.material, parted, rollup=options.rollup, themes=themes, most=options.most, filters=filters
    )


def _taken_in(asked: Asked, options: Options, code: int, themes: "Themes") -> frozenset[UUID]:
    """The codes that count as a code or theme of the table."""
    taken_in = dict(themes).get(code)
    if taken_in is None:
        return below(asked.material, code, options.rollup)
    return frozenset(asked.material.codes[one].id for one in taken_in)


def _cell(asked: Asked, options: Options, table: "pd.DataFrame", row: int, column: str) -> Selection | None:
    if column == "code" or table[column].isna().iloc[row]:
        return None
    looked_at = asked.smart if options.smart else asked
    material = looked_at.material
    path = table["code"].iloc[row]
    number = next(number for number, code in enumerate(material.codes) if code.path == path)
    codes = _taken_in(looked_at, options, number, themes_of(looked_at, options.level))
    if not (options.by or options.variable):
        return Selection(codes=codes)
    return _part_of(looked_at, options, number, str(table.iloc[row, 1]))


def _part_of(asked: Asked, options: Options, code: int, part: str) -> Selection:
    """The segments of a code that are in one part."""
    from ...analysis.frequency_groups import NONE, SEVERAL, parted_spans, places_of

    material, parted = asked.material, _parted(asked, options)
    found = parted_spans(material, parted, options.rollup, themes_of(asked, options.level))
    number = (*parted.names, SEVERAL, NONE).index(part)
    return places_of(material, found, code, number)


def _own_columns(options: Options, table: "pd.DataFrame") -> set[int]:
    by_variable = {1} if options.variable and options.by != "coder" else set()
    return set(range(table.shape[1])) - by_variable


ANALYSIS = Analysis(
    name="frequencies",
    title=Phrase("Frequencies"),
    about=Phrase("Count how often each code was used, and on how much of the text."),
    columns=(
        "each code: code, segments, codings, documents, cases, coders, characters, share_of_text. Taken apart, each "
        "code and coder or value: code, coder or the variable, segments, documents, cases."
    ),
    options=Options,
    table=_table,
    figure=_figure,
    cell=_cell,
    proof=True,
    own_columns=_own_columns,
)
