"""Whether cases that carry a code differ by a variable: the analysis *crosstab*."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ...domain.codebook import Code
from ...domain.errors import BadInput, Phrase
from ...domain.options import FIGURE, TABLE, WHOLE, option
from ...domain.selections import Selection
from ..naming import resolve
from .cautions import CAUTIONS, together, whole_of
from .code_rows import CODE, THEME, CodeRow, code_group, code_rows, theme_group
from .registry import Analysis, Asked, Say
from .sides import categories_of, variable_named

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.contingency import Contingency
    from ...analysis.crossings import Crossing
    from ...analysis.drawn import Drawn
    from ...domain.categories import Categories

_FEW = 20  # cases: with fewer of them an estimate says next to nothing
RULE = Phrase("A case has a code if a segment of it touches text of the case; cases are compared, not segments.")
FEW_EXPECTED = Phrase("Fewer than 5 cases are expected in a cell.")
FEW_CASES = Phrase("There are fewer than 20 cases.")
CODERS_DIFFER = Phrase("Not all cases were coded by the same people: coders may differ, and not groups.")
SHARED_TEXT = Phrase("Some cases speak in the same document, so they are not independent.")
ADDED = Phrase("For the odds ratio 0.5 was added to each cell, because one is empty.")
SEVERAL_TESTS = Phrase("Several codes are tested: see p_adjusted.")


@dataclass(frozen=True, slots=True)
class Options:
    """Which codes are compared by which variable."""

    by: str = option(
        "",
        Phrase("By"),
        Phrase("The variable whose values make the groups; else the first one with few answers."),
        unset=Phrase("automatic"),
        names="variable",
    )
    code: str = option(
        "", Phrase("Code"), Phrase("Only this code or theme; else all."), unset=Phrase("all"), names="code"
    )
    rows: str = option(
        CODE,
        Phrase("Rows"),
        Phrase("Where no code is named: all codes or all themes."),
        choices=((CODE, Phrase("codes")), (THEME, Phrase("themes"))),
    )
    rollup: bool = option(False, Phrase("Take in codes below"), Phrase("A code takes in the codes below it."))
    summary: bool = option(
        False,
        Phrase("Tests"),
        Phrase("One row for each code: test, effect sizes with intervals, cautions."),
        only=TABLE,
    )
    bins: int | None = option(
        None,
        Phrase("Groups"),
        Phrase("Put numbers and dates into so many groups of cases; 0 lists each value."),
        kind=WHOLE,
        least=0,
        most=50,
        optional=True,
        unset=Phrase("automatic"),
        zero=Phrase("each value"),
        quiet=True,
    )
    most: int = option(
        40, Phrase("Codes at most"), Phrase("At most so many codes: those with most segments."), least=1, only=FIGURE
    )
    ids: bool = option(False, Phrase("Ids"), Phrase("Add the columns of ids."), only=TABLE, quiet=True)


class Crosstab:
    """A comparison that was asked for: the codes, the groups of cases, and who has what."""

    def __init__(self, asked: Asked, options: Options) -> None:
        from ...analysis.material import case_names

        self.asked, self.options, self.material = asked, options, asked.material
        self.cases = case_names(self.material)
        if not self.cases:
            raise BadInput("No case has text in what is looked at. Assign documents or speakers to cases first.")
        with asked.project.read() as read:
            variables = read.variables()
            if not variables:
                raise BadInput("The cases have no variables to compare them by. Give them some first.")
            usual = min(variables, key=lambda one: (one.type not in ("yes/no", "choice"), one.created, one.name))
            variable = variable_named(read, options.by) if options.by else usual
            self.variable = variable.name
            self.made: Categories = categories_of(asked, read, variable, options.bins)
            named = resolve(read, Code, options.code).id if options.code else None
        self.codes: tuple[CodeRow, ...] = (
            code_rows(asked, options.rows, options.rollup) if named is None else (self._named(named),)
        )

    def _named(self, wanted: Any) -> CodeRow:
        number = next(number for number, code in enumerate(self.material.codes) if code.id == wanted)
        if self.material.codes[number].kind == "theme":
            return CodeRow(number, theme_group(self.asked, number))
        return CodeRow(number, code_group(self.material, number, self.options.rollup))

    @cached_property
    def groups(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """The groups by name, last the cases without a value if there are any."""
        without = ((str(Phrase("(no value)")), self.made.without),) if self.made.without else ()
        return (*((group.name, group.cases) for group in self.made.groups), *without)

    @cached_property
    def by_case(self) -> "Crossing":
        """Segments of codes by case."""
        from ...analysis.crossings import case_sides, crossing

        sides = case_sides(self.material, [frozenset({case}) for case in self.cases])
        return crossing(self.material, [row.group for row in self.codes], sides, with_characters=False)

    @cached_property
    def by_group(self) -> "Crossing":
        """Segments of codes by group."""
        from ...analysis.crossings import case_sides, crossing

        sides = case_sides(self.material, [cases for _, cases in self.groups])
        return crossing(self.material, [row.group for row in self.codes], sides, with_characters=False)

    def counts(self, code: int) -> "list[tuple[int, int]]":
        """Cases with and without a code by group; those without a value last, if there are any."""
        held = {case for case, here in zip(self.cases, self.by_case.segments[code, :-1].tolist(), strict=True) if here}
        return [(len(cases & held), len(cases - held)) for _, cases in self.groups]

    def worked_out(self, code: int) -> "Contingency":
        """The table of a code without the cases that have no value."""
        import numpy as np

        from ...analysis.contingency import contingency

        return contingency(np.array(self.counts(code)[: len(self.made.groups)], dtype=np.int64).reshape(-1, 2))

    @cached_property
    def design(self) -> tuple[Phrase, ...]:
        """Cautions that hold for all codes alike."""
        import numpy as np

        from ...analysis.crossings import case_sides, crossing

        # who coded a case, and whether anybody did, is not a matter of the codes that are looked at
        whole = whole_of(self.asked)
        every = frozenset(range(len(whole.codes)))
        sides = case_sides(whole, [frozenset({case}) for case in self.cases])

        def coded(material: Any) -> list[bool]:
            there: list[bool] = (
                crossing(material, [every], sides, with_characters=False).segments[0, :-1] > 0
            ).tolist()
            return there

        found = []
        valued = {case for group in self.made.groups for case in group.cases}
        here = coded(whole)
        uncoded = sum(case in valued and not there for case, there in zip(self.cases, here, strict=True))
        if uncoded:
            found.append(
                Phrase(
                    "{number} of the cases have no coding at all; they count as cases without the code.",
                    number=uncoded,
                )
            )
        if len(valued) < _FEW:
            found.append(FEW_CASES)
        if len(whole.coders) > 1:
            table = np.array([coded(_of_coder(whole, coder)) for coder in range(len(whole.coders))])
            who = {frozenset(np.flatnonzero(table[:, place]).tolist()) for place in range(table.shape[1])}
            if len({one for one in who if one}) > 1:
                found.append(CODERS_DIFFER)
        homes: dict[int, set[str]] = {}
        for part in self.material.case_parts:
            homes.setdefault(part.document, set()).add(part.case)
        if any(len(cases) > 1 for cases in homes.values()):
            found.append(SHARED_TEXT)
        return tuple(found)

    def cautions(self, found: "Contingency", tests: int) -> tuple[Phrase, ...]:
        """What keeps the numbers of one code from saying much."""
        few = (FEW_EXPECTED,) if found.least_expected < 5 else ()
        return (*few, *self.design, *((SEVERAL_TESTS,) if tests > 1 else ()))

    def why_not(self, found: "Contingency", code: int) -> Phrase | None:
        """Why there is no test."""
        if found.test:
            return None
        counts = self.counts(code)[: len(self.made.groups)]
        if sum(one + other > 0 for one, other in counts) < 2:
            return Phrase("There is only one group of cases to compare.")
        if not any(one for one, _ in counts):
            return Phrase("No case has it, so there is nothing to compare.")
        return Phrase("Every case has it, so there is nothing to compare.")


def _of_coder(material: Any, coder: int) -> Any:
    from dataclasses import replace

    kept = material.coder == coder
    columns = ("document", "code", "coder", "start", "end")
    return replace(material, **{name: getattr(material, name)[kept] for name in columns})


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    import pandas as pd

    found = Crosstab(asked, options)
    rows = _tests(found) if options.summary else _groups(found)
    heads = (*(_TEST_COLUMNS if options.summary else _GROUP_COLUMNS), *(("code_id",) if options.ids else ()))
    table = pd.DataFrame(rows, columns=list(heads))
    table.attrs = {
        "rule": " ".join((RULE, found.made.said)),
        "unit": "case",
        "by": found.variable,
        "n_cases": len(found.cases),
        "n_without_value": len(found.made.without),
        "n_codes": len(found.codes),
        CAUTIONS: together(found.design),
    }
    return table


_GROUP_COLUMNS = (
    "code",
    "category",
    "cases",
    "with_code",
    "share",
    "share_low",
    "share_high",
    "expected",
    "residual",
    "segments",
)
_TEST_COLUMNS = (
    "code",
    "cases",
    "categories",
    "test",
    "chi2",
    "df",
    "p",
    "p_adjusted",
    "cramers_v",
    "v_low",
    "v_high",
    "odds_ratio",
    "or_low",
    "or_high",
    "risk_difference",
    "rd_low",
    "rd_high",
    "least_expected",
    "note",
)


def _groups(found: Crosstab) -> list[list[Any]]:
    """A row for each code and group."""
    from ...analysis.contingency import wilson

    rows = []
    for place, row in enumerate(found.codes):
        worked = found.worked_out(place)
        code = found.material.codes[row.code]
        for number, ((name, cases), (held, _)) in enumerate(zip(found.groups, found.counts(place), strict=True)):
            tested = number < len(found.made.groups)
            low, high = wilson(held, len(cases))
            rows.append(
                [
                    code.path,
                    name,
                    len(cases),
                    held,
                    held / len(cases) if cases else float("nan"),
                    low,
                    high,
                    float(worked.expected[number, 0]) if tested else float("nan"),
                    float(worked.residuals[number, 0]) if tested else float("nan"),
                    int(found.by_group.segments[place, number]),
                    *([str(code.id)] if found.options.ids else []),
                ]
            )
    return rows


def _tests(found: Crosstab) -> list[list[Any]]:
    """A row for each code."""
    import numpy as np

    from ...analysis.contingency import holm

    worked = [found.worked_out(place) for place in range(len(found.codes))]
    adjusted = holm(np.array([one.p for one in worked], dtype=np.float64))
    tests = sum(bool(one.test) for one in worked)
    rows = []
    for place, (row, one) in enumerate(zip(found.codes, worked, strict=True)):
        why = found.why_not(one, place)
        note = str(why or " ".join(found.cautions(one, tests)))
        if one.corrected:
            note = f"{note} {ADDED}"
        rows.append(
            [
                found.material.codes[row.code].path,
                sum(len(group.cases) for group in found.made.groups),
                len(found.made.groups),
                one.test,
                one.chi2,
                one.df if one.test else None,
                one.p,
                float(adjusted[place]),
                *one.v,
                *one.odds_ratio,
                *one.difference,
                one.least_expected,
                note.strip(),
                *([str(found.material.codes[row.code].id)] if found.options.ids else []),
            ]
        )
    return rows


def _cell(asked: Asked, options: Options, _shown: "pd.DataFrame", row: int, column: str) -> Selection | None:
    found = Crosstab(asked, options)
    if options.summary:
        return selection_of(found, row, None)
    code, group = divmod(row, len(found.groups))
    return selection_of(found, code, None if column == "code" else group)


def selection_of(found: Crosstab, code: int, group: int | None) -> Selection:
    """The segments of a code (its place) in the cases of a group, or of all."""
    ids = frozenset(found.material.codes[number].id for number in found.codes[code].group)
    cases = frozenset(found.cases) if group is None else found.groups[group][1]
    return Selection(codes=ids, cases=cases)


def _figure(asked: Asked, options: Options, dark: bool, say: Say) -> "Drawn":
    from .crosstab_figure import drawn

    return drawn(Crosstab(asked, options), options.most, dark, say)


ANALYSIS = Analysis(
    name="crosstab",
    title=Phrase("Crosstab"),
    about=Phrase("Compare groups of cases: how many of each have a code, and what the difference may mean."),
    columns=(
        f"each code and group of cases: {', '.join(_GROUP_COLUMNS)}; with --summary each code: "
        f"{', '.join(_TEST_COLUMNS)}."
    ),
    options=Options,
    table=_table,
    figure=_figure,
    cell=_cell,
    group="cases",
    proof=True,
)
