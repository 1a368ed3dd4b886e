"""Random projects from files to tables: counted the slow way, coefficients in range, every gap with a reason."""

import math
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd
import pytest
from analysis.brute_force import Study, frequency_rows, rows
from app.analysing.random_projects import CODERS, Written, random_project

from qualcode.app.analysing.catalogue import ANALYSES
from qualcode.app.analysing.undefined import reasons
from qualcode.app.project import Project
from qualcode.domain.errors import BadInput, QualcodeError

SEEDS = (0, 1, 2, 4, 7)  # 7: nothing is coded
RULES = ("overlap", "same-segment", "sentence", "turn", "paragraph", "near:1", "document", "case")
NEEDS_A_MODEL = "entities"
ASKED: Mapping[str, tuple[dict[str, Any], ...]] = {
    "retrieval": ({"query": "trust OVERLAPPING doubt"},),
    "quotes": ({"code": "Care"},),
    "cooccurrence": (
        *({"rule": rule, "all_pairs": True} for rule in RULES),
        {"rollup": True, "square": True, "measure": "phi"},
        {"chance": 20, "bootstrap": 20, "intervals": ["jaccard", "phi", "lift"], "all_pairs": True},
        {"bootstrap": 20, "over": "cases"},
    ),
    "sequences": ({"within": 1, "all_pairs": True},),
    "combinations": ({"fewest": 2, "least": 1},),
    "group-differences": ({"by": "team", "measure": "phi", "bootstrap": 20}, {"by": "age", "bootstrap": 20}),
    "network": ({},),
    "dendrogram": ({}, {"of": "documents"}),
    "mds": ({},),
    "matrix": tuple(
        {"columns": columns, "value": value, "totals": True}
        for columns in ("document", "case", "speaker", "coder", "team")
        for value in ("characters", "row-share", "column-share")
    ),
    "crosstab": ({"by": "team"}, {"by": "team", "summary": True}, {"by": "age", "summary": True}),
    "saturation": (
        {"base": 1, "run": 1},
        {"base": 1, "run": 1, "summary": True, "orders": 20},
        {"base": 2, "run": 1, "bands": True, "orders": 20},
        {"prevalence": True},
    ),
    "words": ({}, {"n": 2}),
    "concordance": ({"word": "trust"},),
    "collocations": ({"word": "trust", "least": 1}, {"least": 1}),
    "keyness": ({"code": "Care", "least": 1},),
    "dispersion": ({"least": 1}, {"least": 1, "over": "cases"}),
    "coverage": ({}, {"by": "coder"}, {"by": "speaker"}, {"uncoded": True, "least": 1}),
    "portrait": ({"level": "codes"}, {"level": "themes"}),
    "comparison": ({"level": "codes", "parts": 7},),
}
SHARES = (
    "jaccard", "dice", "overlap", "p_b_given_a", "p_a_given_b", "share", "share_low", "share_high", "share_of_text",
    "p", "p_adjusted", "p_bh", "p_bonferroni", "cramers_v", "v_low", "v_high", "juilland_d", "dp", "dp_norm",
    "betweenness", "distance", "seen_share", "never", "chance_heard", "top_share", "jaccard_low", "jaccard_high",
)  # fmt: skip
RANGES: Mapping[str, tuple[float, float]] = {
    **dict.fromkeys(SHARES, (0, 1)),
    **dict.fromkeys(("phi", "phi_1", "phi_2", "phi_low", "phi_high", "risk_difference", "rd_low", "rd_high"), (-1, 1)),
    **dict.fromkeys(("lift", "lift_low", "lift_high", "expected", "odds_ratio", "g2", "chi2", "ratio"), (0, math.inf)),
    **dict.fromkeys(("difference", "difference_low", "difference_high"), (-2, 2)),
    **dict.fromkeys(("from", "to"), (0, 100)),
    "log_dice": (-math.inf, 14),
    "percent_diff": (-100, math.inf),
}
BLANK = {("retrieval", "weight"), ("relations", "strength")}  # not undefined: nobody gave one


@pytest.fixture(scope="module", params=SEEDS)
def made(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Project, Study, list[Written]]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUALCODE_HOME", str(tmp_path_factory.mktemp("home")))
        project, study, texts = random_project(request.param, tmp_path_factory.mktemp("random"))
        with project:
            yield project, study, texts


def names(study: Study, found: list[dict[str, object]]) -> list[dict[str, object]]:
    return [{key: study.names[int(value)] if key.startswith("code_") else value for key, value in row.items()}
            for row in found]  # fmt: skip


def same(table: pd.DataFrame, expected: list[dict[str, object]]) -> None:
    assert len(table) == len(expected)
    for (_, row), wanted in zip(table.iterrows(), expected, strict=True):
        for column, value in wanted.items():
            told = value if isinstance(value, str) else pytest.approx(value, nan_ok=True)
            assert row[column] == told, column


def test_the_texts_are_read_as_they_were_written(made: tuple[Project, Study, list[Written]]) -> None:
    project, study, texts = made
    turns = project.frames.turns
    for name, one in zip(project.frames.documents["name"], texts, strict=True):
        mine = turns[turns["document"] == name]
        assert list(zip(mine["start"], mine["end"], strict=True)) == one.turn
        assert mine["speaker"].tolist() == one.speakers
    assert len(project.frames.codings) == len(study.codings)


@pytest.mark.parametrize("rollup", [False, True])
@pytest.mark.parametrize("rule", RULES)
def test_cooccurrence(made: tuple[Project, Study, list[Written]], rule: str, rollup: bool) -> None:
    project, study, _ = made
    if rule == "case" and not study.cases:
        with pytest.raises(BadInput, match="case"):
            project.analyse("cooccurrence", rule=rule)
        return
    for all_pairs in (False, True):
        table = project.analyse("cooccurrence", rule=rule, rollup=rollup, all_pairs=all_pairs)
        same(table, names(study, rows(study, rule, rollup, all_pairs)))


@pytest.mark.parametrize("rollup", [False, True])
def test_frequencies(made: tuple[Project, Study, list[Written]], rollup: bool) -> None:
    project, study, _ = made
    same(project.analyse("frequencies", rollup=rollup), frequency_rows(study, rollup))


def test_matrices(made: tuple[Project, Study, list[Written]]) -> None:
    """By document, coder, speaker and case, from the codings and the places of their texts."""
    project, study, texts = made
    owners: dict[str, dict[str, set[tuple[int, int]]]] = {"document": {}, "speaker": {}, "case": {}}
    for document, one in enumerate(texts):
        owners["document"][f"P{document + 1}"] = {(document, place) for place in range(len(one.text))}
        for (start, end), who in zip(one.turn, one.speakers, strict=True):
            owners["speaker"].setdefault(who, set()).update((document, place) for place in range(start, end))
    for case, document, start, end in study.cases:
        owners["case"].setdefault(case, set()).update((document, place) for place in range(start, end))
    for columns, held in owners.items():
        counts = project.analyse("matrix", columns=columns).set_index("code")
        letters = project.analyse("matrix", columns=columns, value="characters").set_index("code")
        for code, path in enumerate(study.names):
            spans = {(d, start, end) for d, own, _, start, end in study.codings if own == code}
            for owner, text in held.items():
                touching = [span for span in spans if any((span[0], at) in text for at in range(*span[1:]))]
                covered = {(d, at) for d, start, end in touching for at in range(start, end)} & text
                if path in counts.index:
                    assert counts.loc[path, owner] == len(touching)
                    assert letters.loc[path, owner] == len(covered)
                else:
                    assert not touching
    if study.codings:
        by_coder = project.analyse("matrix", columns="coder").set_index("code")
        for who, coder in enumerate(CODERS):
            for code, path in enumerate(study.names):
                mine = {(d, s, e) for d, own, by, s, e in study.codings if (own, by) == (code, who)}
                if mine:
                    assert by_coder.loc[path, coder] == len(mine)


@pytest.mark.parametrize("name", [name for name in ANALYSES if name != NEEDS_A_MODEL])
def test_what_is_not_in_range_is_not_defined_and_says_why(
    made: tuple[Project, Study, list[Written]], name: str
) -> None:
    project, _, _ = made
    for options in ASKED.get(name, ({},)):
        try:
            table = project.analyse(name, **options)
        except QualcodeError:  # there is nothing to compare
            continue
        said = reasons(name, table)
        for column in table.columns:
            values = table[column]
            if not pd.api.types.is_numeric_dtype(values) or pd.api.types.is_bool_dtype(values):
                continue
            known = values.dropna().astype(float)
            assert not any(math.isinf(value) for value in known), (options, column)
            low, high = RANGES.get(str(column), (-math.inf, math.inf))
            assert ((known >= low - 1e-9) & (known <= high + 1e-9)).all(), (options, column)
            if values.isna().any() and (name, column) not in BLANK:
                assert str(said[str(column)]).endswith("."), (options, column)
