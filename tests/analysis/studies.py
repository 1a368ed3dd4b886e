"""Small random projects: as plain Python for the slow count, and the same as arrays for ours."""

from itertools import pairwise
from uuid import UUID

import numpy as np
from analysis.brute_force import Study
from hypothesis import strategies as st

from qualcode.analysis.extents import narrowed
from qualcode.analysis.material import CasePart, CodeInfo, DocumentInfo, IntArray, Material
from qualcode.domain.palette import PALETTE


def material_of(study: Study) -> Material:
    paths: list[str] = []
    codes = []
    for number, parent in enumerate(study.parents):
        name = study.names[number] if study.names else f"code {number}"
        paths.append(name if parent < 0 else f"{paths[parent]} > {name}")
        color = PALETTE[number % len(PALETTE)].light
        codes.append(CodeInfo(UUID(int=number + 1), paths[-1], name, "code", color, parent))
    table = np.array(study.codings, dtype=np.int64).reshape(-1, 5)

    def units(document: int, kind: str) -> IntArray:
        return np.array(study.units[kind][document], dtype=np.int64).reshape(-1, 2)

    material = Material(
        codes=tuple(codes),
        documents=tuple(
            DocumentInfo(UUID(int=1000 + number), f"P{number + 1:02d}", length)
            for number, length in enumerate(study.texts)
        ),
        coders=tuple(f"coder {number}" for number in range(study.coders)),
        case_parts=tuple(CasePart(*case) for case in study.cases),
        document=table[:, 0].copy(),
        code=table[:, 1].copy(),
        coder=table[:, 2].copy(),
        start=table[:, 3].copy(),
        end=table[:, 4].copy(),
        units=units,
    )
    if not study.parts:
        return material
    return narrowed(material, range(len(study.texts)), np.ones(len(table), dtype=np.bool_), study.parts)


@st.composite
def spans(draw: st.DrawFn, length: int) -> tuple[int, int]:
    start = draw(st.integers(0, length - 1))
    return start, draw(st.integers(start + 1, min(length, start + 9)))


@st.composite
def unit_spans(draw: st.DrawFn, length: int) -> list[tuple[int, int]]:
    """Disjoint spans in order, with gaps here and there, as trimmed units have."""
    cuts = sorted(draw(st.sets(st.integers(0, length), max_size=8)))
    chosen = [pair for pair in pairwise(cuts) if draw(st.integers(0, 4))]
    return [(start, end - 1 if end - start > 1 and draw(st.booleans()) else end) for start, end in chosen]


@st.composite
def codebooks(draw: st.DrawFn) -> list[int]:
    """Parents in codebook order (depth first)."""
    parents: list[int] = []
    path: list[int] = []
    for number in range(draw(st.integers(1, 6))):
        del path[draw(st.integers(0, len(path))) :]
        parents.append(path[-1] if path else -1)
        path.append(number)
    return parents


@st.composite
def studies(draw: st.DrawFn) -> Study:
    """Few characters and many codings, so that nesting, touching and identical spans are the rule."""
    texts = draw(st.lists(st.integers(0, 24), min_size=1, max_size=3))
    parents = draw(codebooks())
    written = [number for number, length in enumerate(texts) if length]
    codings: list[tuple[int, int, int, int, int]] = []
    cases: list[tuple[str, int, int, int]] = []
    if written:
        for _ in range(draw(st.integers(0, 14))):
            document = draw(st.sampled_from(written))
            code = draw(st.integers(0, len(parents) - 1))
            codings.append((document, code, draw(st.integers(0, 2)), *draw(spans(texts[document]))))
    for _ in range(draw(st.integers(0, 5))):
        document = draw(st.integers(0, len(texts) - 1))
        name = draw(st.sampled_from(["Ana", "Ben", "Chi"]))
        if document in written and draw(st.booleans()):
            cases.append((name, document, *draw(spans(texts[document]))))
        else:
            cases.append((name, document, 0, texts[document]))
    units = {
        kind: [draw(unit_spans(length)) if length else [] for length in texts]
        for kind in ("sentence", "turn", "paragraph")
    }
    parts = {number: draw(unit_spans(texts[number])) for number in written if not draw(st.integers(0, 2))}
    parts = {number: found for number, found in parts.items() if found}
    return Study(texts, parents, list(dict.fromkeys(codings)), cases, units, coders=3, parts=parts)
