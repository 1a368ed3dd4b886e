"""Collocations and dispersion of a project's words, counted by our analyses, by hand and by NLTK."""

import math
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path

import pytest
from app.analysing.test_words import opened
from app.analysing.word_studies import Study, Token, make

from qualcode.analysis.word_statistics import deviation_of_proportions, juilland_d
from qualcode.app import cases
from qualcode.app.analysing.catalogue import ANALYSES
from qualcode.app.analysing.files import drawn_of
from qualcode.app.analysing.registry import Asked
from qualcode.domain.options import options_from


@pytest.fixture(params=range(3))
def study(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Study]:
    made = make(tmp_path, 100 + request.param)
    yield made
    made.project.close()


def turns(study: Study) -> list[list[Token]]:
    return [list(group) for _, group in groupby(study.tokens, key=lambda token: (token.document, token.turn))]


@pytest.mark.parametrize(("left", "right"), [(5, 5), (0, 1), (2, 0)])
def test_words_near_a_word(study: Study, left: int, right: int) -> None:
    node = "bako"
    near = set()
    for turn in turns(study):
        for place, token in enumerate(turn):
            if token.word == node:
                near |= {other for other in turn[max(place - left, 0) : place + right + 1] if other is not token}
    both = Counter(token.word for token in near)
    whole = Counter(token.word for token in study.tokens)
    given = {"word": node, "left": left, "right": right, "least": 1, "stop_words": True, "by": "form", "list_all": True}
    table = study.project.analyse("collocations", **given)
    assert dict(zip(table["collocate"], table["both"], strict=True)) == both
    association = pytest.importorskip("nltk.metrics.association", reason="NLTK is not installed")
    measures = association.BigramAssocMeasures
    for row in table.itertuples():
        assert (row.word_count, row.collocate_count) == (whole[node], whole[row.collocate])
        assert (row.with_word, row.with_collocate, row.total) == (len(near), whole[row.collocate], len(study.tokens))
        marginals = (both[row.collocate], (len(near), whole[row.collocate]), len(study.tokens))
        assert row.expected == pytest.approx(len(near) * whole[row.collocate] / len(study.tokens))
        assert row.t == pytest.approx(measures.student_t(*marginals), abs=1e-6)
        assert row.mi == pytest.approx(measures.pmi(*marginals))
        # Rychlý (2008): of occurrences, not of places near; O at most as often as the word occurs
        often = min(both[row.collocate], whole[node])
        assert row.log_dice == pytest.approx(14 + math.log2(2 * often / (whole[node] + whole[row.collocate])))
        assert row.log_dice <= 14
        more = both[row.collocate] * len(study.tokens) - len(near) * whole[row.collocate]
        assert row.association == ("attraction" if more > 0 else "repulsion" if more < 0 else "")
        if len(near) < len(study.tokens):
            assert row.g2 == pytest.approx(measures.likelihood_ratio(*marginals), rel=1e-6, abs=1e-6)
    assert table["g2"].is_monotonic_decreasing
    if len(table):
        first = table["collocate"].iloc[0]
        places = [(f"D{t.document}", t.start, t.end) for t in study.tokens if t in near and t.word == first]
        assert opened(study, "collocations", 0, "both", **given) == places


def test_neighbouring_words_are_those_of_nltk(study: Study) -> None:
    collocations = pytest.importorskip("nltk.collocations", reason="NLTK is not installed")
    pairs = [(a.word, b.word) for turn in turns(study) for a, b in pairwise(turn)]
    table = study.project.analyse("collocations", least=1, stop_words=True, by="form", measure="mi", list_all=True)
    both = Counter(pairs)
    assert {(row.word, row.collocate): row.both for row in table.itertuples()} == both
    # the finder is told how often words begin and end a pair, for its corpus has no turns
    starts, ends = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    whole = Counter(token.word for token in study.tokens)
    measures = collocations.BigramAssocMeasures
    for row in table.itertuples():
        marginals = (both[row.word, row.collocate], (starts[row.word], ends[row.collocate]), len(pairs))
        assert (row.word_count, row.collocate_count) == (whole[row.word], whole[row.collocate])
        assert (row.with_word, row.with_collocate) == (starts[row.word], ends[row.collocate])
        assert row.mi == pytest.approx(measures.pmi(*marginals))
        assert row.t == pytest.approx(measures.student_t(*marginals), abs=1e-6)
        assert row.log_dice == pytest.approx(14 + math.log2(measures.dice(*marginals)))
    assert table["mi"].is_monotonic_decreasing


def test_neighbours_in_one_long_turn_score_as_in_nltks_finder(tmp_path: Path) -> None:
    collocations = pytest.importorskip("nltk.collocations", reason="NLTK is not installed")
    import qualcode
    from qualcode.app import documents

    words = ["bako", "dilu", "fomi", "bako", "dilu", "gate", "bako", "fomi", "dilu"] * 5 + ["huno"]
    (tmp_path / "one.txt").write_text(" ".join([*words, words[0]]), "utf-8")
    with qualcode.new(str(tmp_path / "p.qualcode"), coder="Ana") as project:
        documents.import_files(project, [tmp_path / "one.txt"], language="en")
        table = project.analyse("collocations", least=1, by="form", stop_words=True, list_all=True)
    # as in a ring: every word begins one pair and ends one
    pairs = zip(words, [*words[1:], words[0]], strict=True)
    finder = collocations.BigramCollocationFinder(collocations.FreqDist(words), collocations.FreqDist(pairs))
    ours = {(row.word, row.collocate): row.g2 for row in table.itertuples()}
    wanted = dict(finder.score_ngrams(collocations.BigramAssocMeasures.likelihood_ratio))
    assert ours == pytest.approx(wanted, abs=1e-6)


def test_words_in_the_same_sentence(study: Study) -> None:
    material = study.project.analyses.material()
    sentences: dict[tuple[int, int], list[Token]] = {}
    for document in range(len(study.texts)):
        for number, (start, end) in enumerate(material.units(document, "sentence").tolist()):
            inside = [t for t in study.tokens if t.document == document and start <= t.start < end]
            if inside:
                sentences[document, number] = inside
    node = "bako"
    given = {"word": node, "company": "sentence", "least": 1, "stop_words": True, "by": "form", "list_all": True}
    table = study.project.analyse("collocations", **given)
    held = [{token.word for token in inside} for inside in sentences.values()]
    both = Counter(word for words in held if node in words for word in words if word != node)
    assert dict(zip(table["collocate"], table["both"], strict=True)) == both
    whole = Counter(token.word for token in study.tokens)
    for row in table.itertuples():
        assert (row.word_count, row.collocate_count) == (whole[node], whole[row.collocate])
        assert (row.with_word, row.with_collocate, row.total) == (
            sum(node in words for words in held),
            sum(row.collocate in words for words in held),
            len(held),
        )
        assert row.log_dice == pytest.approx(14 + math.log2(2 * row.both / (row.with_word + row.with_collocate)))


@pytest.mark.parametrize("given", [{}, {"word": "bako"}, {"word": "bako", "company": "sentence"}])
def test_pairs_that_avoid_each_other_are_listed_on_request_only(study: Study, given: dict[str, str]) -> None:
    given = given | {"least": 1, "stop_words": True, "by": "form"}
    usual = study.project.analyse("collocations", **given)
    every = study.project.analyse("collocations", list_all=True, **given)
    assert (usual["both"] > usual["expected"]).all()
    assert set(usual["association"]) <= {"attraction"}
    attracting = every[every["both"] > every["expected"] + 1e-9]
    assert usual.drop(columns="unit").equals(attracting.drop(columns="unit").reset_index(drop=True))
    left = len(every) - len(usual)
    assert usual.attrs["n_pairs_below_chance"] == left
    assert every.attrs["n_pairs_below_chance"] == 0
    assert bool(left) == (f"{left} pairs that meet as often as by chance or less" in usual.attrs.get("note", ""))
    assert "note" not in every.attrs


def test_only_what_the_places_are_of_opens_them(study: Study) -> None:
    analysis, asked = ANALYSES["collocations"], Asked(study.project)
    options = options_from(analysis.options, "collocations", {"word": "bako", "least": 1, "list_all": True})
    table = analysis.table(asked, options)
    assert analysis.cell is not None
    opening = {column for column in table.columns if analysis.cell(asked, options, table, 0, column) is not None}
    assert opening == {"word", "collocate", "both", "g2", "t", "mi", "log_dice"}


@pytest.mark.parametrize("over", ["documents", "cases"])
def test_dispersion_over_documents_and_cases(study: Study, over: str) -> None:
    cases.assign(study.project, "case 0", "D1")  # one case of two documents, one document of two cases
    parts = [[0], [1], [2]] if over == "documents" else [[0, 1], [1], [2]]
    table = study.project.analyse("dispersion", over=over, least=1, stop_words=True, by="form")
    import numpy as np

    sizes = np.array([sum(token.document in part for token in study.tokens) for part in parts], dtype=float)
    for row in table.itertuples():
        counts = [sum(t.document in part and t.word == row.word for t in study.tokens) for part in parts]
        assert (row.count, row.range, row.parts) == (sum(counts), sum(map(bool, counts)), 3)
        array = np.array([counts], dtype=float)
        assert row.juilland_d == pytest.approx(juilland_d(array, sizes)[0])
        assert (row.dp, row.dp_norm) == tuple(pytest.approx(each[0]) for each in deviation_of_proportions(array, sizes))
    assert set(table["word"]) == {token.word for token in study.tokens}


def test_dispersion_of_one_document_is_not_defined(study: Study) -> None:
    table = study.project.analyse("dispersion", documents=["D0"], least=1)
    assert len(table)
    assert table[["juilland_d", "dp", "dp_norm"]].isna().all(axis=None)


def test_the_strokes_of_the_plot_are_the_words(study: Study) -> None:
    for given in ({}, {"words": ("bako", "dilu fomi", "nowhere")}):
        marks = drawn_of(study.project, "dispersion", least=1, stop_words=True, by="form", **given).marks
        assert marks
        for mark in marks:
            _, _, number = mark.says.rpartition(": ")
            assert mark.opens is not None
            assert mark.opens.places is not None
            assert len(mark.opens.places) == int(number)
        shown = Counter(mark.says.split(",")[0] for mark in marks)
        if given:
            bako = [token for token in study.tokens if token.word == "bako"]
            assert shown["bako"] == len({token.document for token in bako})
            assert "nowhere" not in shown


def test_the_bars_of_company_open_their_places(study: Study) -> None:
    for given in ({"word": "bako"}, {}, {"word": "bako", "company": "sentence", "measure": "log_dice"}):
        drawn = drawn_of(study.project, "collocations", least=1, by="form", list_all=True, stop_words=True, **given)
        assert drawn.marks
        for mark in drawn.marks:
            number = int(mark.says.rpartition("(")[2].rstrip(")"))
            assert mark.opens is not None
            assert mark.opens.places is not None
            assert len(mark.opens.places) >= number  # a word may stand in a sentence twice
