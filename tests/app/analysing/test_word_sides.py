"""Whose words are counted: without those who ask, and what of the rest of key words was never coded."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from app.analysing.test_word_languages import written_in
from app.analysing.test_word_names import model
from app.analysing.word_studies import Study, Token, make

from qualcode.app import coding
from qualcode.app.analysing.catalogue import ANALYSES
from qualcode.app.analysing.files import drawn_of
from qualcode.domain.errors import BadInput

__all__ = ["model"]
Tokens = list[Token]
ALL = {"least": 1, "stop_words": True, "by": "form"}


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    made = make(tmp_path, 41, size=5)
    yield made
    made.project.close()


def counts(tokens: Tokens) -> Counter[str]:
    return Counter(token.word for token in tokens)


def pairs(tokens: Tokens) -> Counter[tuple[str, str]]:
    turns = groupby(tokens, key=lambda token: (token.document, token.turn))
    return Counter((a.word, b.word) for _, turn in turns for a, b in pairwise(turn))


def of(table: pd.DataFrame, *names: str) -> Counter[Any]:
    """The number in the last of these columns for what stands in the others."""
    keys = table[names[0]] if len(names) == 2 else zip(*(table[name] for name in names[:-1]), strict=True)
    return Counter({key: number for key, number in zip(keys, table[names[-1]], strict=True) if number})


def places(study: Study, tokens: Tokens, word: str) -> list[tuple[str, int]]:
    return [(f"D{token.document}", token.start) for token in tokens if token.word == word]


def named(study: Study, tokens: Tokens) -> Counter[str]:
    found = counts(tokens)
    return Counter({word: found[word] for word in ("bako", "gate") if found[word]})


Answer = Callable[[Study, dict[str, Any]], Any]
BY_HAND: dict[str, tuple[Answer, Callable[[Study, Tokens], Any]]] = {
    "words": (
        lambda study, given: of(study.project.analyse("words", **ALL, **given), "word", "count"),
        lambda _, tokens: counts(tokens),
    ),
    "concordance": (
        lambda study, given: [
            (row.document, row.start) for row in study.project.analyse("concordance", word="bako", **given).itertuples()
        ],
        lambda study, tokens: places(study, tokens, "bako"),
    ),
    "collocations": (
        lambda study, given: of(
            study.project.analyse("collocations", list_all=True, **ALL, **given), "word", "collocate", "both"
        ),
        lambda _, tokens: pairs(tokens),
    ),
    "keyness": (
        lambda study, given: (
            of((table := study.project.analyse("keyness", code="theme", **ALL, **given)), "word", "target"),
            of(table, "word", "reference"),
        ),
        lambda study, tokens: (
            counts([token for token in tokens if study.coded(token, "inner")]),
            counts([token for token in tokens if not study.coded(token, "inner")]),
        ),
    ),
    "dispersion": (
        lambda study, given: of(study.project.analyse("dispersion", **ALL, **given), "word", "count"),
        lambda _, tokens: counts(tokens),
    ),
    "entities": (
        lambda study, given: Counter(
            word
            for row in study.project.analyse("entities", **given).itertuples()
            for word in [row.entity.lower()] * row.count
        ),
        named,
    ),
    "word cloud": (
        lambda study, given: Counter(
            {
                word: int(number)
                for word, _, number in (
                    mark.says.partition(": ")
                    for mark in drawn_of(study.project, "words", kind="cloud", **ALL, **given).marks
                )
            }
        ),
        lambda _, tokens: counts(tokens),
    ),
}


def test_all_analyses_of_words_are_counted_by_hand() -> None:
    """A new one cannot be forgotten here."""
    assert {name for name, one in ANALYSES.items() if one.group == "words"} | {"word cloud"} == set(BY_HAND)


@pytest.mark.parametrize("name", sorted(BY_HAND))
def test_one_switch_leaves_out_who_asks(study: Study, model: None, name: str) -> None:
    ask, by_hand = BY_HAND[name]
    others = [token for token in study.tokens if token.speaker != "INT"]
    assert 0 < len(others) < len(study.tokens)
    assert ask(study, {"without_interviewer": True}) == by_hand(study, others)
    assert ask(study, {}) == by_hand(study, list(study.tokens))


def test_the_rest_may_be_that_of_coded_documents(study: Study) -> None:
    coded = {document for document, *_ in study.codings}
    uncoded = set(range(5)) - coded
    assert coded
    assert uncoded, "a study in which some documents are not coded"
    usual = study.project.analyse("keyness", code="theme", **ALL)
    outside = [token for token in study.tokens if not study.coded(token, "inner")]
    never = [token for token in outside if token.document in uncoded]
    assert of(usual, "word", "reference") == counts(outside)
    assert usual.attrs["n_reference_uncoded"] == len(never)
    assert usual.attrs["note"] == (
        f"{len(never)} of the {len(outside)} words of the reference stand in {len(uncoded)} documents without any "
        "coding."
    )
    assert usual.attrs["note"] in written_in(drawn_of(study.project, "keyness", code="theme", **ALL))
    inside = study.project.analyse("keyness", code="theme", rest="coded", **ALL)
    assert of(inside, "word", "reference") == counts([token for token in outside if token.document in coded])
    assert of(inside, "word", "target") == of(usual, "word", "target")
    assert inside.attrs["reference"] == "all other words of the coded documents"
    assert inside.attrs["n_reference_uncoded"] == 0
    assert "note" not in inside.attrs
    with pytest.raises(BadInput, match="not both"):
        study.project.analyse("keyness", code="theme", against="outer", rest="coded")
    for number in uncoded:
        coding.apply_code(study.project, f"D{number}", 0, 3, "outer")
    after = study.project.analyse("keyness", code="theme", **ALL)
    assert after.attrs["n_reference_uncoded"] == 0
    assert re.fullmatch(r"[\d; :a-z]+", str(after.attrs["n_reference"]))
