"""Co-occurrence and frequencies on the workloads S, M and L, beside the bare pair count in NumPy.

Set QUALCODE_BENCH_WORK to the folder that holds S, M and L; run with `--benchmark-enable`.
"""

import os
import sqlite3
from functools import cache
from pathlib import Path
from uuid import UUID

import numpy as np
import pytest

from qualcode.analysis.cooccurrence import cooccurrence
from qualcode.analysis.frequencies import frequencies
from qualcode.analysis.material import CasePart, CodeInfo, DocumentInfo, IntArray, Material
from qualcode.domain.documents import paragraphs

PAIRS = {"S": 1_850, "M": 62_800, "L": 537_793}
BARE_PAIRS = {"S": 1_852, "M": 63_483, "L": 540_971}


@cache
def workload(size: str) -> Material:
    folder = os.environ.get("QUALCODE_BENCH_WORK")
    if not folder:
        pytest.skip("QUALCODE_BENCH_WORK does not name the folder of the workloads")
    path = Path(folder) / size / "workload.sqlite"
    if not path.exists():
        pytest.skip(f"workload {size} has not been generated")
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    texts = connection.execute("SELECT name, text FROM documents ORDER BY id").fetchall()
    codes = connection.execute("SELECT name, color FROM codes ORDER BY id").fetchall()
    query = "SELECT doc_id, code_id, coder = 'Ben', start, end FROM codings"
    rows = np.array(connection.execute(query).fetchall(), dtype=np.int64)
    connection.close()

    def units(document: int, _: str) -> IntArray:
        return np.array(paragraphs(texts[document][1]), dtype=np.int64)

    return Material(
        codes=tuple(
            CodeInfo(UUID(int=place + 1), name, name, "code", color, -1) for place, (name, color) in enumerate(codes)
        ),
        documents=tuple(DocumentInfo(UUID(int=place + 1), name, len(text)) for place, (name, text) in enumerate(texts)),
        coders=("Ana", "Ben"),
        case_parts=tuple(CasePart(name, place, 0, len(text)) for place, (name, text) in enumerate(texts)),
        document=rows[:, 0] - 1,
        code=rows[:, 1] - 1,
        coder=rows[:, 2].copy(),
        start=rows[:, 3].copy(),
        end=rows[:, 4].copy(),
        units=units,
    )


def bare_pairs(material: Material) -> IntArray:
    """The bare limit: pairs of codings of different codes that share a character, counted per code pair."""
    lengths = np.array([document.characters for document in material.documents], dtype=np.int64) + 10
    offsets = np.cumsum(lengths) - lengths
    start, end = offsets[material.document] + material.start, offsets[material.document] + material.end
    order = np.argsort(start, kind="stable")
    start, end, code = start[order], end[order], material.code[order]
    number = np.searchsorted(start, end, side="left") - np.arange(start.size) - 1
    one = np.repeat(np.arange(start.size), number)
    two = np.arange(number.sum()) - np.repeat(np.cumsum(number) - number, number) + one + 1
    a, b = code[one], code[two]
    differ = a != b
    a, b = a[differ], b[differ]
    size = len(material.codes)
    return np.bincount(np.minimum(a, b) * size + np.maximum(a, b), minlength=size * size)


@pytest.mark.parametrize("size", ["S", "M", "L"])
@pytest.mark.benchmark(group="cooccurrence overlap")
def test_bare_limit(benchmark, size: str) -> None:  # type: ignore[no-untyped-def]
    material = workload(size)
    assert benchmark(bare_pairs, material).sum() == BARE_PAIRS[size]


@pytest.mark.parametrize("size", ["S", "M", "L"])
@pytest.mark.benchmark(group="cooccurrence overlap")
def test_cooccurrence_overlap(benchmark, size: str) -> None:  # type: ignore[no-untyped-def]
    material = workload(size)
    assert benchmark(cooccurrence, material)["pairs"].sum() == PAIRS[size]


@pytest.mark.parametrize("rule", ["same-segment", "turn", "near:3", "document", "case"])
@pytest.mark.benchmark(group="cooccurrence other rules, L")
def test_cooccurrence_other_rules(benchmark, rule: str) -> None:  # type: ignore[no-untyped-def]
    material = workload("L")
    assert benchmark(cooccurrence, material, rule)["pairs"].sum() <= PAIRS["L"]


@pytest.mark.parametrize("size", ["S", "M", "L"])
@pytest.mark.benchmark(group="frequencies")
def test_frequencies(benchmark, size: str) -> None:  # type: ignore[no-untyped-def]
    material = workload(size)
    assert benchmark(frequencies, material)["codings"].sum() == material.code.size
