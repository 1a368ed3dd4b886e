"""Names that R and SPSS take."""

import re

from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.plain_names import plain_names


@given(st.lists(st.text(max_size=90), max_size=12))
def test_they_are_plain_unique_and_short(names: list[str]) -> None:
    found = plain_names(names)
    assert len(found) == len(names)
    assert len({name.casefold() for name in found}) == len(found)
    for name in found:
        assert re.fullmatch(r"[^\W\d_]\w*", name)
        assert len(name.encode()) <= 64


def test_examples() -> None:
    assert plain_names(
        ["Power > Gatekeeping", "power gatekeeping", "9 to 5", "naïveté", "if", "信任", "", "a" * 80]
    ) == (
        "Power_Gatekeeping",
        "power_gatekeeping_2",
        "v_9_to_5",
        "naivete",
        "v_if",
        "信任",
        "v",
        "a" * 64,
    )
