"""Words of a project, counted by our analyses and by hand: frequencies, concordance, key words."""

import math
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from app.analysing.word_studies import Study, Token, make
from scipy.stats import chi2_contingency, false_discovery_control

from qualcode.app import documents, redactions, units
from qualcode.app.analysing.catalogue import ANALYSES
from qualcode.app.analysing.files import drawn_of
from qualcode.app.analysing.quoted import selected_passages
from qualcode.app.analysing.registry import Asked
from qualcode.app.project import Project
from qualcode.domain.errors import BadInput
from qualcode.domain.options import options_from
from qualcode.language import words as cutting

STOPS = {"the", "of"}


@pytest.fixture(params=range(4))
def study(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Study]:
    made = make(tmp_path, request.param)
    yield made
    made.project.close()


def opened(study: Study, name: str, row: int, column: str, **given: object) -> list[tuple[str, int, int]]:
    """The passages behind a cell."""
    analysis = ANALYSES[name]
    asked = Asked(study.project)
    options = options_from(analysis.options, name, given, "table")
    assert analysis.cell is not None
    selection = analysis.cell(asked, options, analysis.table(asked, options), row, column)
    assert selection is not None
    page = selected_passages(asked, selection, limit=10_000)
    assert page.total == len(page.passages)
    return [(one.name, one.start, one.end) for one in page.passages]


def rows_by_hand(tokens: list[Token], n: int, stops: bool) -> dict[str, list[Token]]:
    """Runs of n words with the words they begin with."""
    found: dict[str, list[Token]] = {}
    for place in range(len(tokens) - n + 1):
        run = tokens[place : place + n]
        together = all((b.document, b.turn, b.number) == (a.document, a.turn, a.number + 1) for a, b in pairwise(run))
        if together and (stops or not {run[0].word, run[-1].word} & STOPS):
            found.setdefault(" ".join(token.word for token in run), []).append(run[0])
    return found


@pytest.mark.parametrize(
    ("n", "stops", "interviewer"), [(1, True, True), (1, False, False), (2, True, False), (3, False, True)]
)
def test_frequencies_are_those_counted_by_hand(study: Study, n: int, stops: bool, interviewer: bool) -> None:
    tokens = [token for token in study.tokens if interviewer or token.speaker != "INT"]
    wanted = rows_by_hand(tokens, n, stops)
    table = study.project.analyse(
        "words", n=n, least=1, stop_words=stops, without_interviewer=not interviewer, by="form"
    )
    assert dict(zip(table["word"], table["count"], strict=True)) == {
        word: len(places) for word, places in wanted.items()
    }
    for word, documents_, cases, share in zip(
        table["word"], table["documents"], table["cases"], table["per_million"], strict=True
    ):
        assert documents_ == cases == len({token.document for token in wanted[word]})
        assert share == pytest.approx(len(wanted[word]) * 1e6 / len(tokens))
    assert table.attrs["n_words"] == len(tokens)
    order = list(zip(-table["count"], table["word"], strict=True))
    assert order == sorted(order)
    if len(table):
        given = {"n": n, "least": 1, "stop_words": stops, "without_interviewer": not interviewer, "by": "form"}
        first = table["word"].iloc[0]
        places = [(f"D{token.document}", token.start) for token in wanted[first]]
        assert [(name, start) for name, start, _ in opened(study, "words", 0, "count", **given)] == places


def test_frequencies_within_the_segments_of_a_code_and_of_some_documents(study: Study) -> None:
    tokens = [token for token in study.tokens if study.coded(token, "inner") and token.document != 1]
    table = study.project.analyse("words", least=1, stop_words=True, codes=["theme"], documents=["D0", "D2"], by="form")
    assert dict(zip(table["word"], table["count"], strict=True)) == Counter(token.word for token in tokens)


def test_the_least_count_and_length_and_words_left_out(study: Study) -> None:
    count = Counter(token.word for token in study.tokens)
    table = study.project.analyse("words", least=4, leave_out=("Bako", "dilu"), least_length=4, by="form", most=5)
    wanted = {w: c for w, c in count.items() if c >= 4 and len(w) >= 4 and w not in ("bako", "dilu")}
    assert table["count"].tolist() == sorted(wanted.values(), reverse=True)[:5]
    assert set(table["word"]) <= set(wanted)


def test_a_concordance_has_a_line_for_every_place(study: Study) -> None:
    wanted = [token for token in study.tokens if token.word in ("bako", "the")]
    for word in ("bako", "the"):
        table = study.project.analyse("concordance", word=word.upper(), around=2)
        hits = [token for token in wanted if token.word == word]
        assert list(zip(table["document"], table["start"], table["end"], strict=True)) == [
            (f"D{token.document}", token.start, token.end) for token in hits
        ]
        assert table["turn"].tolist() == [token.turn + 1 for token in hits]
        assert table["speaker"].tolist() == [token.speaker for token in hits]
        for token, left, hit, right in zip(hits, table["left"], table["hit"], table["right"], strict=True):
            beside = [t for t in study.tokens if (t.document, t.turn) == (token.document, token.turn)]
            before = [t.word for t in beside if token.number - 2 <= t.number < token.number]
            after = [t.word for t in beside if token.number < t.number <= token.number + 2]
            assert hit.lower() == word
            assert [part.strip(",.?").lower() for part in left.split() if part.strip(",.?")] == before
            assert [part.strip(",.?").lower() for part in right.split() if part.strip(",.?")] == after
        for row in range(min(len(table), 2)):
            assert opened(study, "concordance", row, "hit", word=word) == [
                (f"D{hits[row].document}", hits[row].start, hits[row].end)
            ]


def test_a_concordance_by_what_stands_beside(study: Study) -> None:
    for side in ("left", "right"):
        table = study.project.analyse("concordance", word="*a*", sort=side, around=1)
        beside = [text.strip(" ,.?").lower() for text in table[side]]
        assert beside == sorted(beside)
    text = study.project.analyse("concordance", word="*a*", around=1)
    assert sorted(text["start"]) == sorted(table["start"])
    assert len(study.project.analyse("concordance", word="*a*", most=2)) == min(2, len(text))


def test_a_phrase_is_found_in_one_turn_only(study: Study) -> None:
    pairs = rows_by_hand(list(study.tokens), 2, stops=True)
    for phrase in list(pairs)[:5]:
        table = study.project.analyse("concordance", word=phrase, without_interviewer=False)
        assert table["start"].tolist() == [token.start for token in pairs[phrase]]


def test_key_words_of_a_side_against_itself_or_a_stray_value_are_refused(study: Study) -> None:
    with pytest.raises(BadInput, match="nothing is left to compare with"):
        study.project.analyse("keyness", code="outer", against="outer")
    with pytest.raises(BadInput, match="A value belongs to a variable"):
        study.project.analyse("keyness", code="outer", value="north")


@pytest.mark.parametrize("against", ["", "outer"])
def test_key_words_are_those_worked_out_by_hand(study: Study, against: str) -> None:
    target = [token for token in study.tokens if study.coded(token, "inner")]
    if against:
        rest = [token for token in study.tokens if study.coded(token, "outer") and token not in target]
    else:
        rest = [token for token in study.tokens if token not in target]
    given = {"code": "theme", "against": against, "stop_words": True, "least": 2, "by": "form"}
    if not target or not rest:
        with pytest.raises(BadInput, match=r"no words|nothing is left"):
            study.project.analyse("keyness", **given)
        return
    table = study.project.analyse("keyness", **given)
    a, b = Counter(token.word for token in target), Counter(token.word for token in rest)
    assert set(table["word"]) == {word for word in a | b if a[word] + b[word] >= 2}
    assert (table.attrs["n_target"], table.attrs["n_reference"]) == (len(target), len(rest))
    for row in table.itertuples():
        x, y, n, m = a[row.word], b[row.word], len(target), len(rest)
        assert (row.target, row.reference) == (x, y)
        cells = [[x, y], [n - x, m - y]]
        if min(x + y, n + m - x - y):
            found = chi2_contingency(cells, correction=False, lambda_="log-likelihood")
            assert (row.g2, row.p) == (pytest.approx(found.statistic, abs=1e-9), pytest.approx(found.pvalue))
        assert row.log_ratio == pytest.approx(math.log2(((x or 0.5) / n) / ((y or 0.5) / m)))
        if y:
            assert row.percent_diff == pytest.approx((x / n - y / m) / (y / m) * 100)
        else:
            assert math.isnan(row.percent_diff)
            assert math.isnan(row.odds_ratio)
        if y and x < n:
            assert row.odds_ratio == pytest.approx(x * (m - y) / (y * (n - x)))
        assert row.key_in == ("target" if x / n > y / m else "reference" if x / n < y / m else "")
        assert row.absent_in == ("target" if not x else "reference" if not y else "")
        assert row.target_documents == len({token.document for token in target if token.word == row.word})
    if len(table):
        assert table["p_bh"].tolist() == pytest.approx(false_discovery_control(table["p"]).tolist())
        assert table["p_bonferroni"].tolist() == pytest.approx([min(p * len(table), 1) for p in table["p"]])
        assert table["g2"].is_monotonic_decreasing
        word = table["word"].iloc[0]
        for column, side in (("target", target), ("reference", rest)):
            places = [(f"D{token.document}", token.start, token.end) for token in side if token.word == word]
            assert opened(study, "keyness", 0, column, **given) == places


def test_key_words_of_the_cases_with_a_value(study: Study) -> None:
    table = study.project.analyse("keyness", variable="team", value="north", least=1, stop_words=True, by="form")
    counts = Counter(token.word for token in study.tokens if token.document)
    assert {row.word: row.target for row in table.itertuples() if row.target} == counts
    both = study.project.analyse(
        "keyness", variable="team", value="north", against="south", least=1, stop_words=True, by="form"
    )
    assert both["g2"].tolist() == table["g2"].tolist()


@pytest.mark.parametrize(
    "given",
    [{}, {"code": "inner", "variable": "team"}, {"variable": "team"}, {"code": "outer", "against": "outer"}],
)
def test_key_words_need_two_parts(study: Study, given: dict[str, str]) -> None:
    with pytest.raises(BadInput):
        study.project.analyse("keyness", **given)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("words", {"least": 1}),
        ("words", {"least": 1, "kind": "cloud"}),
        ("words", {"least": 1, "kind": "cloud", "size": "linear", "seed": 3}),
        ("words", {"least": 10_000}),
        ("keyness", {"variable": "team", "value": "north", "least": 1}),
        ("keyness", {"variable": "team", "value": "north", "least": 1, "measure": "log_ratio"}),
    ],
)
def test_every_mark_of_a_figure_opens_as_many_places_as_it_says(
    study: Study, name: str, given: dict[str, object]
) -> None:
    for dark in (False, True):
        drawn = drawn_of(study.project, name, dark=dark, stop_words=True, by="form", **given)
        assert bool(drawn.marks) == (given["least"] != 10_000)
        for mark in drawn.marks:
            assert 0 <= mark.left <= mark.left + mark.width <= drawn.width
            assert 0 <= mark.top <= mark.top + mark.height <= drawn.height
            assert mark.opens is not None
            assert mark.opens.places is not None
            word, _, number = mark.says.partition(": ")
            if name == "words":
                assert len(mark.opens.places) == int(number) == sum(token.word == word for token in study.tokens)


def test_words_of_a_cloud_do_not_touch(study: Study) -> None:
    marks = drawn_of(study.project, "words", kind="cloud", least=1, stop_words=True).marks
    for number, one in enumerate(marks):
        for other in marks[:number]:
            apart = one.left + one.width <= other.left + 1e-6 or other.left + other.width <= one.left + 1e-6
            above = one.top + one.height <= other.top + 1e-6 or other.top + other.height <= one.top + 1e-6
            assert apart or above
    again = drawn_of(study.project, "words", kind="cloud", least=1, stop_words=True).marks
    assert [(mark.left, mark.top) for mark in again] == [(mark.left, mark.top) for mark in marks]


def test_redacted_words_are_nowhere(study: Study) -> None:
    token = next(token for token in study.tokens if token.word == "gate")
    before = study.project.analyse("words", least=1, by="form").set_index("word")["count"]
    redactions.redact(study.project, f"D{token.document}", token.start, token.end)
    table = study.project.analyse("words", least=1, by="form").set_index("word")["count"]
    assert table.get("gate", 0) == before["gate"] - 1
    lines = study.project.analyse("concordance", word="*", around=3)
    place = (lines["document"] == f"D{token.document}") & (lines["start"] == token.start)
    assert not place.any()
    near = lines[lines["right"].str.contains("[…]", regex=False) | lines["left"].str.contains("[…]", regex=False)]
    assert len(near) or len(study.tokens) < 3


def test_a_text_is_cut_once(study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    study.project.analyse("words")

    def never(text: str, language: str) -> None:
        raise AssertionError("cut again")

    monkeypatch.setattr(cutting, "words_of", never)
    study.project.analyse("concordance", word="bako")
    from qualcode.app.project import open_project

    place = study.project.database.place
    with open_project(place, "Ana") as again:
        table = again.analyse("words", least=1, by="form")
    monkeypatch.undo()
    assert table["count"].sum() == sum(token.word not in STOPS for token in study.tokens)


def test_for_the_window_a_process_of_its_own_cuts_the_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(text: str, language: str) -> None:
        raise AssertionError("cut here")

    monkeypatch.setattr(cutting, "words_of", never)
    study = make(tmp_path, 9)
    units.work_apart()
    try:
        table = study.project.analyse("words", least=1, stop_words=True, by="form")
    finally:
        units.work_apart(False)
        study.project.close()
    assert dict(zip(table["word"], table["count"], strict=True)) == Counter(token.word for token in study.tokens)


def test_an_edited_text_is_cut_anew(study: Study) -> None:
    before = study.project.analyse("words", least=1, by="form").set_index("word")["count"]
    token = next(token for token in study.tokens if token.word == "fomi")
    documents.edit_text(study.project, f"D{token.document}", token.start, token.end, "newly")
    after = study.project.analyse("words", least=1, by="form").set_index("word")["count"]
    assert after["newly"] == 1
    assert after.get("fomi", 0) == before["fomi"] - 1


def test_nothing_to_count(tmp_path: Path) -> None:
    import qualcode

    (tmp_path / "empty.txt").write_text("… — !", "utf-8")
    with qualcode.new(str(tmp_path / "p.qualcode"), coder="Ana") as project:
        for given in ({}, {"n": 3}):
            assert project.analyse("words", **given).empty
        assert project.analyse("concordance", word="a").empty
        documents.import_files(project, [tmp_path / "empty.txt"])
        _nothing(project)


def _nothing(project: Project) -> None:
    for given in ({}, {"n": 2}):
        table = project.analyse("words", **given)
        assert table.columns.tolist() == ["word", "language", "unit", "count", "per_million", "documents", "cases"]
        assert table.empty
    assert project.analyse("concordance", word="a b*").empty
    assert not drawn_of(project, "words").marks
    with pytest.raises(BadInput):
        project.analyse("concordance", word="  ")
