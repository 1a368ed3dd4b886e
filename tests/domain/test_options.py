"""Options described once: what they refuse, and that all analyses write theirs alike."""

import math
from dataclasses import dataclass

import pytest

from qualcode.app.analysing.catalogue import ANALYSES
from qualcode.domain.errors import BadInput, Phrase
from qualcode.domain.options import FIGURE, TABLE, option, options_from, options_of


@dataclass(frozen=True, slots=True)
class Asking:
    unit: str = option("turn", Phrase("Unit"), Phrase("What is counted."), choices=(("turn", Phrase("turn")),))
    most: int | None = option(None, Phrase("Most"), Phrase("At most."), kind="whole", optional=True, least=1, most=9)
    share: float = option(0.5, Phrase("Share"), Phrase("A part."), least=0)
    bare: bool = option(False, Phrase("Bare"), Phrase("Without."), only=TABLE)
    codes: tuple[str, ...] = option((), Phrase("Codes"), Phrase("Which."))


def test_what_was_asked_becomes_a_record() -> None:
    asked = options_from(Asking, "x", {"most": "3", "share": 1, "codes": ["a", "b"], "bare": 1})
    assert asked == Asking(most=3, share=1.0, codes=("a", "b"), bare=True)
    assert options_from(Asking, "x", {"codes": "a", "most": None}) == Asking(codes=("a",))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"rule": "turn"}, "The analysis x has no option “rule”"),
        ({"unit": "word"}, "There is no unit “word”. Choose one of turn"),
        ({"most": 2.5}, "“2.5” is not a whole number"),
        ({"most": 10}, "lies between 1 and 9"),
        ({"share": math.inf}, "“inf” is not a number"),
        ({"share": "much"}, "“much” is not a number"),
        ({"share": -1}, "is 0 or more"),
        ({"bare": True}, "is for tables"),
    ],
)
def test_what_cannot_be_asked_is_said(given: dict[str, object], told: str) -> None:
    with pytest.raises(BadInput, match=told.replace("?", r"\\?")):
        options_from(Asking, "x", given, FIGURE)


def test_options_that_are_written_alike_are_of_one_kind() -> None:
    kinds: dict[str, str] = {}
    for analysis in ANALYSES.values():
        for name, each, _ in options_of(analysis.options):
            flag = each.flag or name
            assert kinds.setdefault(flag, each.kind) == each.kind, f"--{flag} of {analysis.name}"


def test_what_analyses_take_by_themselves_they_take_when_asked() -> None:
    for analysis in ANALYSES.values():
        usual = {name: default for name, _, default in options_of(analysis.options)}
        assert options_from(analysis.options, analysis.name, usual) == analysis.options()
