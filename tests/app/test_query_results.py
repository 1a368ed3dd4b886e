"""What a query finds as it is shown: how much, with how much around it, and which codings something is done to."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from app.study import ANA, BEN, make

from qualcode.app import cases, coding, redactions
from qualcode.app.project import Project
from qualcode.app.query_results import (
    WIDEST,
    codes_found,
    codings_found,
    counts_of,
    places_of,
    result_page,
)
from qualcode.app.retrieving import Retrieved


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Project]:
    with make(str(tmp_path / "study.qualcode"), tmp_path / "texts") as project:
        yield project


def found(project: Project, text: str) -> Retrieved:
    retrieval = project.analyses.retrieval
    return retrieval.ask(retrieval.typed(text))


@pytest.mark.parametrize("seed", range(6))
def test_counts_are_those_of_the_table(study: Project, seed: int) -> None:
    chance = random.Random(seed)
    for name, text in (("P01", ANA), ("P02", BEN)):
        for _ in range(12):
            start = chance.randrange(len(text) - 6)
            words = text[start : start + chance.randint(2, 30)].strip()
            if words:
                at = text.index(words)
                code = chance.choice(["trust", "place", "gatekeeping"])
                coding.apply_code(study, name, at, at + len(words), code)
        case = cases.add_case(study, f"{name} {seed}")
        low = chance.randrange(len(text) - 9)
        cases.assign(study, case, name, start=low, end=low + 8)
    for query in ("trust", "trust OVERLAPPING place", "NOT trust", "coder:Ben OR place"):
        table = study.analyse("retrieval", query=query)
        counts = counts_of(found(study, query))
        assert counts.codings == len(table)
        assert counts.passages == len(set(zip(table["document"], table["start"], table["end"], strict=True)))
        assert counts.documents == table["document"].nunique()
        heard = {name for cell in table["case"] for name in cell.split("; ") if name}
        assert counts.cases == len(heard), (query, heard)


def test_nothing_found_is_nothing(study: Project) -> None:
    nothing = found(study, "trust AND gatekeeping")
    assert counts_of(nothing) == type(counts_of(nothing))(0, 0, 0, 0)
    assert result_page(study, nothing).quotes == ()
    assert places_of(nothing) == []
    assert codes_found(nothing) == []


def test_pages_stand_in_the_order_of_the_text_and_know_what_is_on_them(study: Project) -> None:
    every = found(study, "place OR trust")
    whole = result_page(study, every)
    assert [(one.document, one.start, one.end) for one in whole.quotes] == places_of(every)
    first = result_page(study, every, 0, 1)
    second = result_page(study, every, 1, 1)
    assert (first.total, second.offset) == (3, 1)
    assert (*first.quotes, *second.quotes) == whole.quotes[:2]
    quote = whole.quotes[0]
    assert quote.text == "I trusted nobody at first. "[:27].strip()
    assert quote.codes == ("Power > trust", "place")
    assert quote.coders == ("Ana", "Ben")
    assert len(quote.segments) == 2
    assert quote.cases == ("Ana Lee",)


def test_more_is_shown_around_a_quote_step_by_step(study: Project) -> None:
    garden = found(study, "place AND text:garden")

    def around(width: int) -> tuple[str, str]:
        (quote,) = result_page(study, garden, width=width).quotes
        return quote.before, quote.after

    assert around(0) == ("", "")
    assert around(1) == ("I trusted nobody at first. Trust came slowly, with the ", "")  # no full stop by itself
    assert around(2)[0].startswith("INTERVIEWER: How did you start?\nP01: I trusted")
    assert around(WIDEST) == around(2)  # there is no more


def test_paragraphs_serve_where_there_are_no_turns(study: Project) -> None:
    word = found(study, "document:P02")
    (quote,) = result_page(study, word, width=1).quotes
    assert (quote.before, quote.after) == ("", "很重要。我们一起工作。")
    (quote,) = result_page(study, word, width=2).quotes
    assert quote.before == "Die Lehrerin kam spät.\n\n"  # what parts them stands where it stood
    assert quote.after.endswith("question 😀 end.")


def test_what_is_redacted_is_not_shown(study: Project) -> None:
    at = ANA.index("nobody")
    redactions.redact(study, "P01", at, at + 6)
    (quote,) = result_page(study, found(study, "place AND text:garden"), width=1).quotes
    assert "nobody" not in quote.before
    assert quote.before.startswith("I trusted […]")


def test_only_codings_that_were_found_are_meant(study: Project) -> None:
    by_ben = found(study, "trust AND coder:Ben")
    assert [(path, number) for _, path, number in codes_found(by_ben)] == [("Power > trust", 1)]
    key = codes_found(by_ben)[0][0]
    with study.read() as read:
        (coding_id,) = codings_found(read, by_ben, key)
        segment = read.record("segment", read.record("coding", coding_id).segment)
        assert read.record("coder", segment.coder).name == "Ben"
    both = found(study, "trust")
    somewhere = places_of(both)[:1]
    assert [number for _, _, number in codes_found(both, somewhere)] == [2]
    with study.read() as read:
        assert len(codings_found(read, both, key, somewhere)) == 2
        assert len(codings_found(read, both, key)) == 3
    coding.remove_codings(study, [coding_id])
    assert len(places_of(found(study, "coder:Ben"))) == 0
    assert study.check() == []
