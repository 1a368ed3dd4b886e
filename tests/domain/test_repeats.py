"""Expressions that end on any text, told from those that may not."""

import pytest

from qualcode.domain.documents import turns
from qualcode.domain.repeats import ends_soon
from qualcode.formats import speakers


@pytest.mark.parametrize(
    "rule",
    [
        r"^(?P<speaker>[A-Z][\w .]{0,30}):\s*",
        r"^(?P<speaker>INT|P\d+)\s*:\s*",
        r"^\[\d+:\d+\]\s*(?P<speaker>[^:\n]+):",
        r"^(?P<speaker>\w+(?: \w+)?):",
        r"^(?P<speaker>(?:\w{1,20} ){1,3}):",
        r"^(?P<speaker>(?:[AB])*):",
        "(?P<speaker>)",
        r"(?i)^(?P<speaker>dr|mr)(?=:):",
        "(",  # which is for others to refuse
    ],
)
def test_rules_as_people_write_them(rule: str) -> None:
    assert ends_soon(rule)


@pytest.mark.parametrize(
    "rule",
    [
        r"(?P<speaker>(.+)+)\x00",
        r"^(?P<speaker>(?:\w+\s?)*):",
        r"^(?P<speaker>(?:a|ab)*):",
        r"^(?P<speaker>(?:a?){30}):",
        r"^\s*\s*\s*\s*(?P<speaker>\w):",
        r"^\w+\d+\w+(?P<speaker>\d+1):",
        r"^(?=(?:a*)*b)(?P<speaker>a)",
        r"^(?P<x>a)?(?P<speaker>(?(x)(?:a*)*b|c))",
        r"^(?P<speaker>(?>(?:a*)*b))",
    ],
)
def test_rules_that_may_never_end(rule: str) -> None:
    assert not ends_soon(rule)


def test_the_rules_that_are_proposed_end() -> None:
    for style in ("{}: words", "[{}] words", "**{} 00:01** words", "{} 00:01\nwords", "00:01 {}\nwords"):
        text = "\n".join(style.format(name) for name in ("Anna (A+)", "Ben") * 4)
        rule = speakers.detect(text)
        assert rule
        assert ends_soon(rule)


def test_a_label_stands_at_the_beginning_of_a_line_and_not_far_from_it() -> None:
    rule = r"^(?P<speaker>[^:]+):"
    text = "words without one\n" * 1_000 + "A: yes\nB: no"
    # what begins a thousand lines above is no name, and each line would look through all that follow
    assert len(turns(text, rule)[0].speaker) < 300
    assert turns(text, rule)[-1].speaker == "B"
    assert turns("A:\n\nB: no", r"^(?P<speaker>\w):\s*")[1].speaker == "B"
