"""What was typed and is not written yet, without a window."""

import random
from uuid import UUID

from qualcode.domain.codings import PlacedCoding
from qualcode.ui.editing.typing import Typing

TEXT = "We started from what we both needed, with two more pairs of hands."


def coding(words: str, number: int = 1) -> PlacedCoding:
    start = TEXT.index(words)
    ids = [UUID(int=number * 10 + at) for at in range(5)]
    return PlacedCoding(*ids, start, start + len(words), "", None, "")  # type: ignore[call-arg,arg-type]


def replayed(text: str, changes: list[tuple[int, int, str]]) -> str:
    for start, end, words in reversed(changes):
        text = text[:start] + words + text[end:]
    return text


def shown(typing: Typing, codings: list[PlacedCoding]) -> list[str]:
    return [typing.text[one.start : one.end] for one in typing.moved(codings)]


def test_changes_lead_from_the_base_to_the_text() -> None:
    for number in range(200):
        seed, typing = random.Random(number), Typing(TEXT)
        for _ in range(12):
            start = seed.randrange(len(typing.text) + 1)
            end = min(len(typing.text), start + seed.choice((0, 0, 1, 3)))
            typing.typed(start, end, seed.choice(("", "x", "yes ", "信任😀\n")))
        assert replayed(TEXT, typing.changes()) == typing.text


def test_codings_follow_and_vanishing_ones_are_known() -> None:
    codings = [coding("both needed"), coding("two more pairs", 2)]
    typing = Typing(TEXT)
    typing.typed(0, 2, "They all")
    assert shown(typing, codings) == ["both needed", "two more pairs"]
    start = typing.text.index("two more")
    typing.typed(start - 5, start + 14, "")
    assert shown(typing, codings) == ["both needed"]
    assert [one.id for one in typing.vanishing(codings)] == [codings[1].id]
    typing.take_back()
    assert typing.text == TEXT
    assert not typing.vanishing(codings)


def test_bursts_on_their_way_count_until_the_project_has_them() -> None:
    codings, typing = [coding("both needed")], Typing(TEXT)
    typing.typed(0, 0, "Well. ")
    first = typing.send()
    typing.typed(0, 0, "Oh. ")
    second = typing.send()
    typing.typed(0, 0, "Ah! ")
    assert shown(typing, codings) == ["both needed"]
    assert typing.arrived(TEXT, 7), "somebody coded meanwhile: the text is the old one"
    first.step, second.step = 8, 9
    assert typing.arrived(first.text, 8)
    assert typing.flights == [second]
    assert not typing.arrived("Something else", 9)
    assert not typing.flights
    assert typing.pending


def test_what_could_not_be_written_is_pending_again() -> None:
    typing = Typing(TEXT)
    typing.typed(0, 2, "They")
    first = typing.send()
    typing.typed(4, 4, " all")
    typing.send()
    typing.typed(0, 0, "So: ")
    typing.came_back(first)
    assert typing.base == TEXT
    assert replayed(TEXT, typing.changes()) == typing.text == "So: They all" + TEXT[2:]
    assert not typing.flights
    other = typing.send()
    typing.settle(other)
    assert typing.settled
