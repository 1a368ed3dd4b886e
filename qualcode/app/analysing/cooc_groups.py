"""Co-occurrence in groups of cases side by side: the analysis *group-differences* and its picture."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from ...domain.cases import Variable
from ...domain.errors import BadInput, Phrase, listed
from ...domain.options import FIGURE, LIST, TABLE, option
from ...domain.selections import Selection
from .cautions import OF_ALL, note, note_uncoded, told_uncoded
from .measures import COMPARED
from .places import code_numbers, places_of, where_they_meet
from .reaching import below
from .registry import Analysis, Asked, Say
from .sides import categories_of

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.drawn import Drawn

MOST_GROUPS = 6


@dataclass(frozen=True, slots=True)
class Options:
    """What is compared between which groups; see `analysis.group_differences.group_differences`."""

    by: str = option(
        "",
        Phrase("Groups by"),
        Phrase("The variable whose values make the groups."),
        unset=Phrase("choose one"),
        names="variable",
    )
    groups: tuple[str, ...] = option(
        (),
        Phrase("Groups"),
        Phrase("The values to compare; of a number or date ranges too, such as <40,>=40. Without it: all values."),
        unset=Phrase("all"),
        kind=LIST,
    )
    rule: str = option(
        "overlap",
        Phrase("Rule"),
        Phrase("When two codes co-occur: overlap, same-segment, sentence, turn, paragraph, near:N, document or case."),
        names="rule",
    )
    measure: str = option("jaccard", Phrase("Compare"), Phrase("The measure that is compared."), choices=COMPARED)
    rollup: bool = option(False, Phrase("Take in codes below"), Phrase("A code takes in the codes below it."))
    bootstrap: int = option(
        1000,
        Phrase("Bootstrap samples"),
        Phrase("Intervals (95 %) from so many samples of documents or cases; 0: none."),
        least=0,
        zero=Phrase("none"),
        most=100_000,
        quiet=True,
    )
    over: str = option(
        "documents",
        Phrase("Draw anew"),
        Phrase("What a bootstrap sample is drawn from."),
        choices=(("documents", Phrase("documents")), ("cases", Phrase("cases"))),
        quiet=True,
    )
    seed: int = option(
        1, Phrase("Seed"), Phrase("Where random draws begin: the same seed, the same numbers."), least=0, quiet=True
    )
    most: int = option(
        25, Phrase("At most"), Phrase("At most so many pairs in the figure: the largest differences."), least=1,
        most=80, only=FIGURE,
    )  # fmt: skip
    ids: bool = option(False, Phrase("Ids"), Phrase("Add the columns of ids."), only=TABLE, quiet=True)


def group_names(asked: Asked, options: Options) -> tuple[str, tuple[str, ...]]:
    """The variable's name and the groups. Raises `BadInput` where none is named, or there are too many or too few."""
    from ..naming import resolve

    if not options.by:
        raise BadInput("Say by which variable the groups are made.")
    with asked.project.read() as read:
        variable: Variable = resolve(read, Variable, options.by)
        if any(name.casefold() == variable.name.casefold() for name in asked.filters.get("variables") or ()):
            raise BadInput(
                "“{variable}” makes the groups and filters too. Name the groups instead (groups).",
                variable=variable.name,
            )
        if options.groups:
            return variable.name, tuple(dict.fromkeys(options.groups))
        # in the order in which a crosstab and a matrix list them
        names = [group.name for group in categories_of(asked, read, variable, 0).groups]
    if len(names) > MOST_GROUPS:
        raise BadInput(
            "“{variable}” has {number} values. Say which groups to compare, at most {most}.",
            variable=variable.name,
            number=len(names),
            most=MOST_GROUPS,
        )
    if len(names) < 2:
        raise BadInput("“{variable}” has fewer than two values: there are no groups.", variable=variable.name)
    return variable.name, tuple(names)


def in_group(asked: Asked, variable: str, *groups: str) -> Asked:
    """The same question within one group, or several together: what the filter by variable leaves."""
    variables: Mapping[str, Any] = asked.filters.get("variables") or {}
    return Asked(asked.project, {**asked.filters, "variables": {**variables, variable: groups}}, asked.progress)


def _cases(asked: Asked, variable: str, groups: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """The names of the cases of each group that have text in what is looked at.

    Raises `BadInput` where two groups share a case: a difference of people from themselves would look like one.
    """
    from ...analysis.material import case_names
    from ..scoping import cases_with, known_variable

    others: Mapping[str, Any] = asked.filters.get("variables") or {}
    held = set(case_names(asked.material))
    with asked.project.read() as read:
        names = {case.id: case.name for case in read.cases()}
        allowed = {case for case, name in names.items() if name in held}
        for name, wanted in others.items():
            values = [wanted] if isinstance(wanted, str) else wanted
            allowed &= cases_with(read, known_variable(read, name), values)
        by = known_variable(read, variable)
        found = {group: allowed & cases_with(read, by, [group]) for group in groups}
    for one, other in combinations(groups, 2):
        both = found[one] & found[other]
        if both:
            raise BadInput(
                "“{one}” and “{other}” have cases in common ({cases}). Choose groups without such cases.",
                one=one,
                other=other,
                cases=listed(sorted(names[case] for case in both), 4),
            )
    return {group: frozenset(names[case] for case in ids) for group, ids in found.items()}


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    from ...analysis.group_differences import group_differences, shared_documents

    variable, names = group_names(asked, options)
    cases = _cases(asked, variable, names)
    groups = {name: in_group(asked, variable, name).material for name in names}
    table = group_differences(
        groups,
        options.rule,
        options.rollup,
        options.measure,
        bootstrap=options.bootstrap,
        over=options.over,
        seed=options.seed,
        ids=options.ids,
        cases=cases,
        progress=asked.progress,
    )
    table.attrs["by"] = variable
    note(table, shared_documents(table))
    if _takes_all(options):
        note_uncoded(table, in_group(asked, variable, *names))
    return table


def _named(asked: Asked, options: Options) -> tuple[str, ...]:
    """The variable and its groups."""
    variable, names = group_names(asked, options)
    return (variable, *names)


def _takes_all(options: Options) -> bool:
    return bool(options.bootstrap) or options.measure in OF_ALL


def _figure(asked: Asked, options: Options, dark: bool, say: Say) -> "Drawn":
    from ...analysis.group_figures import group_chart, group_picture

    table = _table(asked, options)
    compared = in_group(asked, *_named(asked, options))  # text of other cases is in no number
    told = told_uncoded(compared, _takes_all(options))
    chart = group_chart(compared.material, table, options.measure, options.most, told, options.rollup)
    opens = [
        tuple(
            _later(
                asked, options, table.attrs["by"], str(row[f"group_{place}"]), str(row["code_a"]), str(row["code_b"])
            )
            for place in (1, 2)
        )
        for row in chart.rows
    ]
    return group_picture(chart, dark, say, opens)


def _later(asked: Asked, options: Options, variable: str, group: str, *codes: str) -> Selection:
    """Where two codes meet in a group, looked for when it is opened."""
    material = in_group(asked, variable, group).material
    return where_they_meet(material, options.rule, options.rollup, code_numbers(material, codes))


def _cell(asked: Asked, options: Options, table: "pd.DataFrame", row: int, column: str) -> Selection | None:
    line = table.iloc[row]
    if column in ("code_a", "code_b"):
        return Selection(codes=below(asked.material, code_numbers(asked.material, [line[column]])[0], options.rollup))
    if column[-2:] not in ("_1", "_2") or column.startswith("n_units"):
        return None
    variable, _ = group_names(asked, options)
    group = str(line[f"group{column[-2:]}"])
    if column.startswith(("n_a_", "n_b_")) and not column.startswith("n_ab"):
        path = line["code_a" if column.startswith("n_a") else "code_b"]
        material = in_group(asked, variable, group).material
        codes = set(below(material, code_numbers(material, [path])[0], options.rollup))
        kept = [material.codes[code].id in codes for code in material.code.tolist()]
        spans = zip(
            material.document[kept].tolist(), material.start[kept].tolist(), material.end[kept].tolist(), strict=True
        )
        return places_of(material, spans)
    return _later(asked, options, variable, group, str(line["code_a"]), str(line["code_b"]))


ANALYSIS = Analysis(
    name="group-differences",
    title=Phrase("Differences between groups"),
    about=Phrase("Compare how codes meet between groups of cases."),
    columns=(
        "each two groups and each pair of codes that meets in one: code_a, code_b, group_1, group_2, and of each group "
        "n_units, n_a, n_b, n_ab, documents, cases and the measure (…_1, …_2), difference, difference_low, "
        "difference_high."
    ),
    options=Options,
    table=_table,
    figure=_figure,
    cell=_cell,
    group="co-occurrence",
    proof=True,
)
