"""Co-occurrence in groups: each group's numbers are the table's, each interval that of documents put together again."""

import math

import numpy as np
import pytest
from analysis.brute_force import Study
from analysis.studies import material_of, studies
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.analysis.cooccurrence import COEFFICIENTS, cooccurrence
from qualcode.analysis.extents import narrowed
from qualcode.analysis.group_differences import group_differences, shared_documents
from qualcode.analysis.material import Material
from qualcode.analysis.resampling import weights
from qualcode.domain.errors import BadInput

RULES = ("overlap", "turn", "near:1", "document")


def halves(material: Material) -> dict[str, Material]:
    every = np.ones(material.code.size, dtype=np.bool_)
    many = len(material.documents)
    return {"first": narrowed(material, range(1), every, {}), "rest": narrowed(material, range(1, many), every, {})}


@given(study=studies(), rule=st.sampled_from(RULES), measure=st.sampled_from(COEFFICIENTS), rollup=st.booleans())
@settings(max_examples=80, deadline=None)
def test_each_group_has_the_numbers_of_its_own_table(study: Study, rule: str, measure: str, rollup: bool) -> None:
    study.parts = {}
    groups = halves(material_of(study))
    table = group_differences(groups, rule, rollup, measure, bootstrap=20)
    seen = set()
    for place, material in enumerate(groups.values(), start=1):
        pairs = cooccurrence(material, rule, rollup).set_index(["code_a", "code_b"]) if material.documents else None
        for row in table.to_dict("records"):
            key = (row["code_a"], row["code_b"])
            if pairs is not None and key in pairs.index:
                seen.add(key)
                alone = pairs.loc[key]
                for name in ("n_units", "n_a", "n_b", "n_ab", "documents", "cases", measure):
                    assert row[f"{name}_{place}"] == pytest.approx(alone[name], nan_ok=True)
            else:
                assert (row[f"n_ab_{place}"], row[f"documents_{place}"], row[f"cases_{place}"]) == (0, 0, 0)
    assert seen == set(zip(table["code_a"], table["code_b"], strict=True))
    low, high = {"phi": (-2, 2), "lift": (-math.inf, math.inf)}.get(measure, (-1, 1))
    known = table.dropna(subset=["difference_low"])
    assert known["difference_low"].between(low, high).all()
    assert (known["difference_low"] <= known["difference_high"]).all()


def test_the_interval_is_that_of_groups_drawn_anew() -> None:
    """Two groups that do not vary within themselves have an interval without width."""
    codings = []
    for document in range(6):
        codings += [(document, 0, 0, 0, 10), (document, 1, 0, 0, 10 if document < 3 else 5)]
    groups = halves(material_of(Study([20] * 6, [-1, -1], codings, [], {})))
    groups["first"] = narrowed(
        material_of(Study([20] * 6, [-1, -1], codings, [], {})), range(3), np.ones(12, np.bool_), {}
    )
    groups["rest"] = narrowed(
        material_of(Study([20] * 6, [-1, -1], codings, [], {})), range(3, 6), np.ones(12, np.bool_), {}
    )
    row = group_differences(groups, "overlap", bootstrap=200).iloc[0]
    assert (row["jaccard_1"], row["jaccard_2"], row["difference"]) == (1.0, 0.5, 0.5)
    assert (row["difference_low"], row["difference_high"]) == (0.5, 0.5)


def test_group_questions_that_cannot_be_asked() -> None:
    material = material_of(Study([9], [-1], [(0, 0, 0, 0, 3)], [], {}))
    with pytest.raises(BadInput, match="Two groups"):
        group_differences({"one": material})
    with pytest.raises(BadInput, match="jaccard"):
        group_differences({"one": material, "two": material}, measure="pairs")
    with pytest.raises(BadInput, match="belongs to a case"):
        group_differences({"one": material, "two": material}, over="cases")
    assert group_differences({"one": material, "two": material}).empty


@pytest.mark.parametrize("over", ["documents", "cases"])
def test_groups_of_the_same_text_do_not_differ_in_any_sample(over: str) -> None:
    codings = [(d, c, 0, 0, (3 + 2 * d) if c else 10) for d in range(6) for c in (0, 1)]
    cases = [(f"case {d}", d, 0, 20) for d in range(6)]
    material = material_of(Study([20] * 6, [-1, -1], codings, cases, {}))
    row = group_differences({"one": material, "same": material}, bootstrap=200, over=over).iloc[0]
    assert (row["difference"], row["difference_low"], row["difference_high"]) == (0, 0, 0)


def test_documents_of_both_groups_are_drawn_once_for_both() -> None:
    """Each sample the slow way: documents drawn from those of either group, and both counted in what was drawn."""
    codings = [(d, c, 0, 0, (3 + 2 * d) if c else 10 + d) for d in range(6) for c in (0, 1)]
    material = material_of(Study([20] * 6, [-1, -1], codings, [], {}))
    every = np.ones(material.code.size, dtype=np.bool_)
    groups = {"one": narrowed(material, range(4), every, {}), "other": narrowed(material, range(2, 6), every, {})}
    table = group_differences(groups, bootstrap=300, seed=5)
    assert table.attrs["n_shared_documents"] == 2
    said = shared_documents(table)
    assert said is not None
    assert said.startswith("Documents with text of more than one group: 2. A sample draws each of them once")
    found = []
    for times in weights(6, 300, 5):
        shares = []
        for members in (range(4), range(2, 6)):
            n_a = sum(times[d] * (10 + d) for d in members)
            n_b = sum(times[d] * (3 + 2 * d) for d in members)
            n_ab = sum(times[d] * min(10 + d, 3 + 2 * d) for d in members)
            shares.append(n_ab / (n_a + n_b - n_ab) if n_a else math.nan)
        found.append(shares[0] - shares[1])
    row = table.iloc[0]
    assert (row["difference_low"], row["difference_high"]) == pytest.approx(np.nanpercentile(found, [2.5, 97.5]))
    apart = {"one": narrowed(material, range(3), every, {}), "other": narrowed(material, range(3, 6), every, {})}
    assert shared_documents(group_differences(apart, bootstrap=10)) is None
