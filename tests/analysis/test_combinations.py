"""Codes that meet three and more at once, against a slow count from the definitions."""

from itertools import combinations as sets_of

import pandas as pd
import pytest
from analysis import brute_force
from analysis.brute_force import Study
from analysis.studies import material_of, studies
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.analysis.code_runs import code_runs
from qualcode.analysis.combinations import combination_table, combinations, order_of, stretches
from qualcode.analysis.cooccurrence import cooccurrence
from qualcode.domain.errors import BadInput, Cancelled
from qualcode.domain.progress import Progress

RULES = ("overlap", "same-segment", "sentence", "turn", "near:1", "document", "case")


def slow(study: Study, rule: str, rollup: bool, fewest: int, largest: int) -> dict[tuple[int, ...], dict[str, int]]:
    texts, carried = brute_force.carriers(study, rule, rollup)
    cases = brute_force.case_text(study)
    used = [code for code in range(len(study.parents)) if brute_force.spans_of(study, code, rollup)]
    found = {}
    for size in range(fewest, largest + 1):
        for chosen in sets_of(used, size):
            if rollup and any(b in brute_force.below(study, a) for a in chosen for b in chosen if a != b):
                continue
            units = set.intersection(*(carried[code] for code in chosen))
            if not units:
                continue
            others = set().union(*(carried[code] for code in used if code not in chosen))
            spans = set().union(*(brute_force.spans_of(study, code, rollup) for code in chosen))
            shared = [texts[unit] for unit in units]
            if rule == "same-segment":
                every = sorted({(d, s, e) for d, _, _, s, e in brute_force.codings_of(study)})
                touch = {every[unit] for unit in units}
            else:
                touch = {span for span in spans if any(brute_force.seen(study, *span) & text for text in shared)}
            documents = {document for text in shared for document, _ in text}
            if rule == "document":
                documents = units
            if rule == "case":
                homes = []
                for text in shared:
                    by_code = []
                    for code in chosen:
                        covered = set().union(
                            *(brute_force.seen(study, *span) for span in brute_force.spans_of(study, code, rollup))
                        )
                        by_code.append({document for document, _ in covered & text})
                    homes.append(set.intersection(*by_code))
                documents = set().union(*homes)
            held = len(units) if rule == "case" else sum(any(text & part for text in shared) for part in cases.values())
            found[chosen] = {
                "units": len(units),
                "only": len(units - others),
                "segments": len(touch),
                "documents": len(documents),
                "cases": held,
            }
    return found


@pytest.mark.parametrize("rule", RULES)
@given(
    study=studies(),
    rollup=st.booleans(),
    fewest=st.integers(2, 3),
    least=st.integers(0, 3),
    of=st.sampled_from(["units", "documents", "cases"]),
)
@settings(max_examples=60, deadline=None)
def test_equals_the_slow_count(rule: str, study: Study, rollup: bool, fewest: int, least: int, of: str) -> None:
    study.cases.append(("Dan", 0, 0, study.texts[0]))
    runs = code_runs(material_of(study), rule, rollup)
    found = combinations(runs, fewest, 5, least, of)
    expected = {chosen: row for chosen, row in slow(study, rule, rollup, fewest, 5).items() if row[of] >= least}
    ours = {}
    for number, codes in enumerate(found.sets.tolist()):
        chosen = tuple(int(runs.codes[place]) for place in codes if place >= 0)
        names = ("units", "only", "segments", "documents", "cases")
        ours[chosen] = {name: int(getattr(found, name)[number]) for name in names}
    assert ours == expected


@given(study=studies(), rule=st.sampled_from(RULES[:-1]), rollup=st.booleans())
@settings(max_examples=40, deadline=None)
def test_two_at_once_are_the_pairs(study: Study, rule: str, rollup: bool) -> None:
    material = material_of(study)
    table = combination_table(combinations(code_runs(material, rule, rollup), 2, 2, 0, "units"))
    pairs = cooccurrence(material, rule, rollup)
    ours = {(row.code_1, row.code_2): (row.units, row.documents, row.cases) for row in table.itertuples()}
    assert ours == {(row.code_a, row.code_b): (row.n_ab, row.documents, row.cases) for row in pairs.itertuples()}


def test_by_hand_and_in_order() -> None:
    """Four codes on [0, 10); three of them on [20, 25) too."""
    codings = [(0, code, 0, 0, 10) for code in range(4)] + [(0, code, 0, 20, 25) for code in range(3)]
    found = combinations(
        code_runs(material_of(Study([40], [-1] * 4, codings, [], {})), "overlap"), 3, 4, 1, "documents"
    )
    table = combination_table(found)
    assert table.columns.tolist()[:6] == ["size", "code_1", "code_2", "code_3", "code_4", "unit"]
    first = table.iloc[0]
    assert (first["size"], first["units"], first["only"], first["segments"]) == (3, 15, 5, 2)
    assert pd.isna(first["code_4"])
    assert len(table) == 5
    assert stretches(found, int(order_of(found)[0])) == ((0, 0, 10), (0, 20, 25))


def test_sizes_and_counts_that_make_no_sense_are_refused() -> None:
    runs = code_runs(material_of(Study([9], [-1], [], [], {})), "overlap")
    for fewest, largest in ((1, 3), (4, 3), (2, 6)):
        with pytest.raises(BadInput, match="Between 2 and 5"):
            combinations(runs, fewest, largest)
    with pytest.raises(BadInput, match="units, documents, cases"):
        combinations(runs, 3, 3, 1, "segments")
    assert combination_table(combinations(runs)).empty


def test_more_sets_than_a_machine_holds_are_refused_before_they_fill_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twelve codes in one document are 792 sets of five; three hundred were more than any memory."""
    runs = code_runs(
        material_of(Study([40], [-1] * 12, [(0, code, 0, 0, 9) for code in range(12)], [], {})), "document"
    )
    assert (combinations(runs, 5, 5, 1).sets >= 0).all(axis=1).sum() == 792
    monkeypatch.setattr("qualcode.analysis.combinations.MOST_STRETCHES", 494)
    with pytest.raises(BadInput, match="Sets of 4 codes meet more than 494 times"):
        combinations(runs, 5, 5, 1)
    monkeypatch.setattr("qualcode.analysis.combinations.MOST_STRETCHES", 495)
    assert len(combinations(runs, 4, 4, 1).sets) == 495


def test_it_can_be_stopped_within_one_size() -> None:
    class Stopped(Progress):
        ticks = 0

        def tick(self, _done: int, _total: int, _what: str = "") -> None:
            self.ticks += 1
            if self.ticks == 2:  # the first tells that a size begins
                raise Cancelled

    study = Study([40], [-1] * 3, [(0, code, 0, 0, 9) for code in range(3)], [], {})
    with pytest.raises(Cancelled):
        combinations(code_runs(material_of(study), "overlap"), 2, 2, 1, progress=Stopped())
