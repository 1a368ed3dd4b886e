"""Chance and intervals of co-occurrence against slow counts from the definitions."""

import math
from itertools import product

import numpy as np
import pytest
from analysis import brute_force
from analysis.brute_force import Study
from analysis.studies import material_of, studies
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.analysis.chance import benjamini_hochberg, best_adjusted, chance, draws_needed, pairs_needed
from qualcode.analysis.code_runs import block_counts, blocks_of, code_runs
from qualcode.analysis.cooccurrence import COEFFICIENTS, count
from qualcode.analysis.resampling import MEASURES, intervals, percentiles, samples, weights
from qualcode.domain.errors import BadInput, Cancelled
from qualcode.domain.progress import CallbackProgress

SHIFTED = ("overlap", "sentence", "turn", "paragraph", "near:1")
RULES = (*SHIFTED, "same-segment", "document", "case")


def carried(study: Study, rule: str, rollup: bool) -> tuple[list[int], dict[int, set[int]]]:
    """The document of every unit, and for every code in use the numbers of the units that carry it."""
    texts, found = brute_force.carriers(study, rule, rollup)
    used = [code for code in range(len(study.parents)) if brute_force.spans_of(study, code, rollup)]
    return [next(iter(text))[0] for text in texts], {code: found[code] for code in used}


def rings(study: Study, rule: str, rollup: bool) -> tuple[list[list[int]], dict[int, set[int]]]:
    """The units of every document in their order, and which carry each code in use."""
    homes, found = carried(study, rule, rollup)
    order = [[unit for unit, home in enumerate(homes) if home == d] for d in range(len(study.texts))]
    return order, found


def stand_still(study: Study, rule: str, rollup: bool) -> set[tuple[int, int]]:
    """Documents and codes of which every turn gives the same: no unit, all of them, or all characters of paragraphs."""
    order, found = rings(study, rule, rollup)
    texts, _ = brute_force.carriers(study, rule, rollup)
    still = set()
    for document, ring in enumerate(order):
        words = set()
        for start, end in study.units["paragraph"][document] if rule == "overlap" else ():
            words |= brute_force.seen(study, document, start, end)
        for code, units in found.items():
            held = [unit for unit in ring if unit in units]
            there = set().union(*(texts[unit] for unit in held))
            if len(held) in (0, len(ring)) or (2 * len(held) > len(ring) and words and words <= there):
                still.add((document, code))
    return still


@pytest.mark.parametrize("rule", SHIFTED)
@given(study=studies(), rollup=st.booleans())
@settings(max_examples=25, deadline=None)
def test_expected_is_the_mean_of_all_turns_there_are(rule: str, study: Study, rollup: bool) -> None:
    runs = code_runs(material_of(study), rule, rollup)
    found = chance(runs, 5)
    order, units = rings(study, rule, rollup)
    still = stand_still(study, rule, rollup)
    codes = runs.codes.tolist()
    assert codes == list(units)
    for one, other in product(range(len(codes)), repeat=2):
        if one >= other:
            continue
        mean, moves = 0.0, False
        for document, ring in enumerate(order):
            moves = moves or not {(document, codes[one]), (document, codes[other])} & still
            shared = [
                sum(
                    ring[place] in units[codes[one]] and ring[place - by] in units[codes[other]]
                    for place in range(len(ring))
                )
                for by in range(len(ring))
            ]
            mean += sum(shared) / max(len(ring), 1)
        assert found.expected[one, other] == pytest.approx(mean)
        p = found.p[one, other]
        assert 0 < p <= 1 if moves else math.isnan(p)
        kin = one * runs.size + other in runs.kin
        assert math.isnan(found.p_adjusted[one, other]) == (kin or not moves)
    adjusted = found.p_adjusted[np.triu_indices(len(codes), 1)]
    assert found.n_tested == (~np.isnan(adjusted)).sum()


@given(study=studies(), rule=st.sampled_from(SHIFTED))
@settings(max_examples=30, deadline=None)
def test_p_comes_from_the_spread_of_all_turns(study: Study, rule: str) -> None:
    """With many draws the sampled p and sd are near those of every possible turn of every document."""
    order, units = rings(study, rule, False)
    codes = list(units)
    if len(codes) < 2:
        return
    a, b = units[codes[0]], units[codes[1]]
    totals: dict[int, float] = {0: 1.0}
    for ring in order:
        if not ring:
            continue
        grown: dict[int, float] = {}
        for by in range(len(ring)):
            shared = sum(ring[place] in a and ring[place - by] in b for place in range(len(ring)))
            for before, share in totals.items():
                grown[before + shared] = grown.get(before + shared, 0) + share / len(ring)
        totals = grown
    mean = sum(value * share for value, share in totals.items())
    spread = math.sqrt(sum((value - mean) ** 2 * share for value, share in totals.items()))
    observed = len(a & b)
    p = sum(share for value, share in totals.items() if abs(value - mean) >= abs(observed - mean) - 1e-9)
    found = chance(code_runs(material_of(study), rule), 2000, seed=3)
    if math.isnan(found.p[0, 1]):  # nothing can move
        still = stand_still(study, rule, False)
        assert all({(document, codes[0]), (document, codes[1])} & still for document in range(len(order)))
        return
    assert found.p[0, 1] == pytest.approx(p, abs=5 * math.sqrt(0.25 / 2000))
    assert found.sd[0, 1] == pytest.approx(spread, abs=0.15 * spread + 1e-9)
    if spread > 1e-9:
        assert found.z[0, 1] == pytest.approx((observed - mean) / found.sd[0, 1], abs=1e-6)
    else:
        assert math.isnan(found.z[0, 1])
        assert math.isnan(found.p[0, 1]) or found.p[0, 1] == 1


def test_the_same_seed_gives_the_same_and_another_one_another() -> None:
    study = Study([400], [-1, -1], [(0, code, 0, at, at + 9) for code in (0, 1) for at in range(code, 300, 37)], [], {})
    runs = code_runs(material_of(study), "overlap")
    one, same, other = (chance(runs, 50, seed) for seed in (1, 1, 2))
    assert np.array_equal(one.sd, same.sd, equal_nan=True)
    assert one.sd[0, 1] != other.sd[0, 1]
    assert one.expected[0, 1] == other.expected[0, 1]


@pytest.mark.parametrize("words", [[(2, 18)], [(2, 11), (12, 18)]])
def test_white_space_at_the_ends_of_paragraphs_is_no_place_to_move_to(words: list[tuple[int, int]]) -> None:
    """No coding by hand reaches it: all words of the document are coded, and a p near 1 would say chance was tried."""
    paragraphs = {"paragraph": [[(2, 11), (12, 18)], [(0, 30)]]}
    whole = [(0, 0, 0, *span) for span in words]
    free = [(0, 1, 0, 4, 9), (1, 2, 0, 0, 7), (1, 3, 0, 5, 11)]
    found = chance(code_runs(material_of(Study([20, 30], [-1] * 4, [*whole, *free], [], paragraphs)), "overlap"), 99)
    assert math.isnan(found.p[0, 1])
    assert found.n_tested == 1
    apart = [(0, 0, 0, 2, 17), *free]
    found = chance(code_runs(material_of(Study([20, 30], [-1] * 4, apart, [], paragraphs)), "overlap"), 99)
    assert found.p[0, 1] > 0, "a word is left out"


@pytest.mark.parametrize(
    ("name", "length", "codings"),
    [
        ("one is on everything", 20, [(0, 0, 0, 0, 20), (0, 1, 0, 4, 9)]),
        ("there is one place only", 1, [(0, 0, 0, 0, 1), (0, 1, 0, 0, 1)]),
    ],
)
def test_where_nothing_can_move_there_is_no_p(name: str, length: int, codings: list[tuple[int, ...]]) -> None:
    """Every turn gives what was observed: a p of 1 would say that chance was tried."""
    # two more codes that can move: they alone are tested, and corrected for
    free = [(1, 2, 0, 0, 7), (1, 3, 0, 5, 11)]
    study = Study([length, 30], [-1] * 4, [*codings, *free], [], {})  # type: ignore[list-item]
    found = chance(code_runs(material_of(study), "overlap"), 99)
    assert math.isnan(found.p[0, 1]), name
    assert math.isnan(found.z[0, 1])
    assert math.isnan(found.p_adjusted[0, 1])
    assert found.expected[0, 1] == len(set(range(*codings[0][3:])) & set(range(*codings[1][3:])))
    assert found.n_tested == 1
    assert found.p_adjusted[2, 3] == found.p[2, 3]


@pytest.mark.parametrize(
    ("tested", "number"), [(78, 1000), (78, 1559), (78, 1558), (10, 99), (1, 19), (1, 18), (435, 999)]
)
def test_how_many_draws_and_how_many_pairs_reach_05(tested: int, number: int) -> None:
    """Against SciPy: the smallest p there is for one pair alone, and for as many as it takes, all others 1."""
    adjust = pytest.importorskip("scipy.stats").false_discovery_control

    def reached(draws: int, pairs: int) -> bool:
        p = np.ones(tested)
        p[:pairs] = 1 / (draws + 1)
        return bool((adjust(p) <= 0.05 + 1e-12).any())

    alone = np.ones(tested)
    alone[0] = 1 / (number + 1)
    assert best_adjusted(tested, number) == pytest.approx(adjust(alone)[0])
    assert reached(number, 1) == (best_adjusted(tested, number) <= 0.05)
    enough = draws_needed(tested)
    assert reached(enough, 1)
    assert not reached(enough - 1, 1)
    pairs = pairs_needed(tested, number)
    if pairs <= tested:
        assert reached(number, pairs)
        assert pairs == 1 or not reached(number, pairs - 1)
    else:
        assert not reached(number, tested)


@pytest.mark.parametrize("rule", ["document", "case", "same-segment"])
def test_what_has_no_order_cannot_be_turned(rule: str) -> None:
    study = Study([9], [-1], [(0, 0, 0, 0, 3)], [("Ana", 0, 0, 9)], {})
    with pytest.raises(BadInput, match="nothing can be turned"):
        chance(code_runs(material_of(study), rule), 10)


def test_adjusted_after_benjamini_and_hochberg_1995_table_1() -> None:
    """Their fifteen p-values; with q = .05 the four smallest are rejected (p. 295)."""
    p = np.array([0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344])
    p = np.concatenate([p, [0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0]])
    adjusted = benjamini_hochberg(p[::-1])[::-1]
    assert (adjusted <= 0.05).tolist() == [True] * 4 + [False] * 11
    assert adjusted[:4] == pytest.approx([0.0015, 0.003, 0.0095, 0.035625])
    scipy = pytest.importorskip("scipy.stats")
    assert adjusted == pytest.approx(scipy.false_discovery_control(p))


@pytest.mark.parametrize("rule", RULES)
@given(study=studies(), rollup=st.booleans(), over=st.sampled_from(["documents", "cases"]))
@settings(max_examples=25, deadline=None)
def test_what_each_block_counts_is_the_slow_count(rule: str, study: Study, rollup: bool, over: str) -> None:
    study.cases.append(("Dan", 0, 0, study.texts[0]))
    material = material_of(study)
    runs = code_runs(material, rule, rollup)
    if rule == "case" and over == "documents":
        with pytest.raises(BadInput, match="draw cases"):
            blocks_of(runs, over)
        return
    blocks = blocks_of(runs, over)
    counts = block_counts(runs, blocks)
    texts, units = brute_force.carriers(study, rule, rollup)
    cases = brute_force.case_text(study)
    held: list[set[int]] = []
    for name in blocks.names:
        if over == "documents":
            home = int(name[1:]) - 1
            if rule == "document":
                inside = {home}
            else:
                inside = {unit for unit, text in enumerate(texts) if any(place[0] == home for place in text)}
        elif rule == "case":
            inside = {list(cases).index(name)}
        elif rule == "document":
            inside = {part.document for part in material.case_parts if part.case == name and part.start < part.end}
        else:
            inside = {unit for unit, text in enumerate(texts) if text & cases.get(name, set())}
        held.append(inside)
    assert counts.drawn == len(held)
    # what belongs to none is a block of its own, what belongs to several is each one's in part
    alone = set(range(len(material.documents) if rule == "document" else len(texts))) - set().union(*held)
    held += [alone] if alone else []
    assert counts.n_units.size == len(held)
    assert counts.fixed == len(alone)

    def parts_of(units: set[int]) -> float:
        return sum(1 / sum(unit in inside for inside in held) for unit in units)

    for number, inside in enumerate(held):
        assert counts.n_units[number] == pytest.approx(parts_of(inside))
        for place, code in enumerate(runs.codes.tolist()):
            assert counts.n[number, place] == pytest.approx(parts_of(inside & units[code]))
        for one, other in product(range(runs.size), repeat=2):
            if one < other:
                row = (counts.pair == one * runs.size + other) & (counts.block == number)
                both = inside & units[runs.codes[one]] & units[runs.codes[other]]
                assert counts.n_ab[row].sum() == pytest.approx(parts_of(both))


@given(study=studies(), rule=st.sampled_from(RULES), over=st.sampled_from(["documents", "cases"]))
@settings(max_examples=80, deadline=None)
def test_the_documents_and_the_cases_add_up_to_the_table(study: Study, rule: str, over: str) -> None:
    """Drawn once each, they give the estimate: an interval is of the same text as the number beside it."""
    study.cases.append(("Dan", 0, 0, study.texts[0]))
    material = material_of(study)
    if (rule, over) == ("case", "documents") or not material.case_parts:
        return
    whole = count(material, rule, all_pairs=True)
    runs = code_runs(material, rule)
    counts = block_counts(runs, blocks_of(runs, over))
    if runs.size < 2 or not counts.drawn:
        return
    pairs = whole.a * runs.size + whole.b
    once = samples(counts, np.ones((1, counts.drawn)), pairs, MEASURES)
    for name, values in once.items():
        assert values[0] == pytest.approx(whole.measure(name), nan_ok=True, abs=1e-5), name


def test_cases_drawn_anew_leave_what_belongs_to_no_case() -> None:
    """Three speakers and a moderator who is no case: the interval holds the estimate, which is of all text."""
    turns, codings, cases = [], [], []
    for number in range(12):
        start = number * 20
        turns += [(start, start + 10), (start + 10, start + 20)]
        cases.append((["Ana", "Ben", "Eva"][number % 3], 0, start + 10, start + 20))
        codings += [(0, 0, 0, start + 11, start + 20)] * (number % 2 == 0)
        codings += [(0, 1, 0, start + 12, start + 20)] * (number % 3 != 2 or number < 3)
    material = material_of(Study([240], [-1, -1], codings, cases, {"turn": [turns]}))
    runs = code_runs(material, "turn")
    counts = block_counts(runs, blocks_of(runs, "cases"))
    assert (counts.n_units.tolist(), counts.drawn, counts.fixed) == ([4.0, 4.0, 4.0, 12.0], 3, 12.0)
    whole = count(material, "turn")
    for name, (low, high) in intervals(counts, np.array([1]), ("jaccard", "lift", "phi"), 500).items():
        assert low[0] <= whole.measure(name)[0] <= high[0]
    drawn = samples(counts, np.array([[2.0, 0, 1]]), np.array([1]), ("lift",))["lift"]
    held = counts.n[0] * 2 + counts.n[2]
    both = sum(counts.n_ab[(counts.block == case)].sum() * times for case, times in ((0, 2), (2, 1)))
    assert drawn[0, 0] == pytest.approx(both * 24 / (held[0] * held[1]))


@given(study=studies(), rule=st.sampled_from(RULES[:-1]), seed=st.integers(0, 99))
@settings(max_examples=40, deadline=None)
def test_every_sample_and_every_end_lies_in_range(study: Study, rule: str, seed: int) -> None:
    runs = code_runs(material_of(study), rule)
    counts = block_counts(runs, blocks_of(runs, "documents"))
    if runs.size < 2 or counts.n_units.size < 2:
        return
    upper = np.triu_indices(runs.size, 1)
    for name, ends in intervals(counts, upper[0] * runs.size + upper[1], COEFFICIENTS, 40, seed).items():
        low, high = {"phi": (-1, 1), "lift": (0, math.inf)}.get(name, (0, 1))
        known = np.isfinite(ends[0])
        assert (np.isfinite(ends[1]) == known).all()
        assert (ends[0][known] >= low).all()
        assert (ends[1][known] <= high + 1e-12).all()
        assert (ends[0][known] <= ends[1][known]).all()


def test_intervals_are_those_of_documents_put_together_again() -> None:
    """Each sample, made the slow way: the documents drawn, laid side by side, and counted as a project of their own."""
    generator = np.random.default_rng(5)
    codings = []
    for document in range(4):
        for _ in range(12):
            start = int(generator.integers(0, 50))
            codings.append((document, int(generator.integers(0, 3)), 0, start, start + int(generator.integers(1, 10))))
    study = Study([60] * 4, [-1] * 3, codings, [], {})
    runs = code_runs(material_of(study), "overlap")
    counts = block_counts(runs, blocks_of(runs, "documents"))
    drawn = weights(4, 30, 7)
    assert (drawn.sum(axis=1) == 4).all()
    found = samples(counts, drawn, np.array([1, 2, 5]), ("jaccard", "lift", "phi"))
    for number, times in enumerate(drawn.astype(int).tolist()):
        chosen = [document for document, many in enumerate(times) for _ in range(many)]
        again = [(new, *coding[1:]) for new, old in enumerate(chosen) for coding in codings if coding[0] == old]
        rows = brute_force.rows(Study([60] * 4, [-1] * 3, again, [], {}), "overlap", False, True)
        for row in rows:
            place = [(0, 1), (0, 2), (1, 2)].index((row["code_a"], row["code_b"]))
            for name, values in found.items():
                assert values[number, place] == pytest.approx(row[name], nan_ok=True)
    low, high = percentiles(found["jaccard"])
    assert low == pytest.approx(np.nanpercentile(found["jaccard"], 2.5, axis=0))
    assert high == pytest.approx(np.nanpercentile(found["jaccard"], 97.5, axis=0))


def test_one_document_gives_no_interval_and_an_unknown_measure_lists_the_measures() -> None:
    runs = code_runs(material_of(Study([9], [-1, -1], [(0, 0, 0, 0, 3), (0, 1, 0, 2, 5)], [], {})), "overlap")
    counts = block_counts(runs, blocks_of(runs, "documents"))
    with pytest.raises(BadInput, match="two documents or cases"):
        intervals(counts, np.array([1]), ["jaccard"], 10)
    with pytest.raises(BadInput, match="jaccard"):
        intervals(counts, np.array([1]), ["pairs"], 10)


def test_what_one_document_says_has_no_interval() -> None:
    """Drawn again and again, the only document with these codes would give the same number each time."""
    codings = [(0, 0, 0, 0, 3), (0, 1, 0, 2, 5), (1, 2, 0, 0, 3), (0, 2, 0, 2, 5)]
    runs = code_runs(material_of(Study([9] * 3, [-1] * 3, codings, [], {})), "overlap")
    counts = block_counts(runs, blocks_of(runs, "documents"))
    low, high = intervals(counts, np.array([1, 2]), ["jaccard"], 200)["jaccard"]
    assert np.isnan([low[0], high[0]]).all()
    assert low[1] <= high[1]


def test_drawing_can_be_cancelled() -> None:
    runs = code_runs(material_of(Study([9], [-1, -1], [(0, 0, 0, 0, 3), (0, 1, 0, 2, 5)], [], {})), "overlap")
    with pytest.raises(Cancelled):
        chance(runs, 10, progress=CallbackProgress(lambda *_: None, cancelled=lambda: True))
