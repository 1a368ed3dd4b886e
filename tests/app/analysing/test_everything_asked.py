"""Every choice of every analysis gives a table and a chart or a named problem; what a number stands for can be read."""

import math
import re
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

import qualcode
from qualcode.app.analysing.catalogue import ANALYSES
from qualcode.app.analysing.files import drawn_of, split
from qualcode.app.analysing.quoted import selected_passages
from qualcode.app.analysing.registry import Asked
from qualcode.app.project import Project
from qualcode.app.sample import make_sample
from qualcode.app.sample_analyses import QUESTIONS, questions
from qualcode.domain.errors import QualcodeError
from qualcode.domain.options import FIGURE, SWITCH, TABLE, Option, options_from, options_of
from qualcode.domain.selections import Selection

NEEDS_A_MODEL = "entities"  # a trained model, which comes with no installation of ours
ASKED = {
    f"{stem} {form}": (analysis, form, options)
    for stem, analysis, form, options in questions()
    if analysis.name != NEEDS_A_MODEL and (form == FIGURE or analysis.cell is not None)
}
BASES = ("cases", "characters")  # what there is to look at, whether or not anything of it is coded
SLOW = ("cooccurrence", "group-differences", "mds", "network", "words")
SOME = 12  # cells or marks of one result


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUALCODE_HOME", str(tmp_path_factory.mktemp("home")))
        with qualcode.open(make_sample(tmp_path_factory.mktemp("sample")), coder="Amara Osei") as project:
            yield project


def some(things: Sequence[Any]) -> Sequence[Any]:
    return things[:: max(1, len(things) // SOME)]


def is_nothing(number: object) -> bool:
    """Whether a cell or the words of a mark say none, or a share of none that is not zero itself."""
    if isinstance(number, str):
        return not re.search(r"[1-9]", number.rpartition(": ")[2])
    return not number or (isinstance(number, float) and math.isnan(number))


def opened(analysis: Any, form: str, given: dict[str, Any], asked: Asked) -> Iterator[tuple[object, Selection]]:
    """What cells or marks say, with what they open."""
    _, plain = split(given)
    options = options_from(analysis.options, analysis.name, plain, form)
    if form == FIGURE:
        drawn = drawn_of(asked.project, analysis.name, **given)
        for mark in drawn.marks:
            assert mark.says
            assert mark.left >= -1
            assert mark.top >= -1
            assert mark.left + mark.width <= drawn.width + 1, mark.says
            assert mark.top + mark.height <= drawn.height + 1, mark.says
        yield from some([(mark.says, mark.opens) for mark in drawn.marks if mark.opens is not None])
        return
    table = analysis.table(asked, options)
    counts = [column for column in table.columns if table[column].dtype.kind in "iu" and column not in BASES]
    cells = [
        (table[column].iloc[row], analysis.cell(asked, options, table, row, str(column)))
        for row in range(len(table))[:: max(1, len(table) // 5)]
        for column in counts
    ]
    yield from some([cell for cell in cells if cell[1] is not None])


@pytest.mark.parametrize("name", ASKED)
def test_a_number_that_opens_something_has_passages_behind_it(sample: Project, name: str) -> None:
    analysis, form, given = ASKED[name]
    asked = Asked(sample)
    for says, selection in opened(analysis, form, given, asked):
        found = selected_passages(asked, selection, 0, 2)
        assert bool(found.total) == bool(found.passages)
        assert found.total or is_nothing(says), says


def other_values(each: Option, default: Any) -> Iterator[Any]:
    """What may stand there besides what stands there anyhow."""
    if each.choices:
        yield from (key for key, _ in each.choices if key != default)
    elif each.kind == SWITCH:
        yield not default
    elif each.least is not None and each.least != default:
        yield int(each.least) if float(each.least).is_integer() else each.least


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=pytest.mark.long) if name in SLOW else name
     for name in ANALYSES if name != NEEDS_A_MODEL],
)  # fmt: skip
def test_every_choice_is_answered_or_refused_by_name(sample: Project, name: str) -> None:
    analysis = ANALYSES[name]
    usual = next(iter(QUESTIONS.get(name, (("", {}),))))[1]
    answered, refused = 0, []
    for option, each, default in options_of(analysis.options):
        for value in other_values(each, default):
            for form in (TABLE, FIGURE):
                if each.only not in ("", form) or (form == FIGURE and analysis.figure is None):
                    continue
                try:
                    if form == TABLE:
                        assert sample.analyse(name, **{**usual, option: value}).attrs
                    else:
                        assert drawn_of(sample, name, **{**usual, option: value}).width
                    answered += 1
                except QualcodeError as error:
                    refused.append(str(error))
    assert answered or not options_of(analysis.options)
    assert all(words.endswith(".") and "{" not in words for words in refused), refused
