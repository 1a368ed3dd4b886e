"""Co-occurrence and frequencies counted the slow way: sets of characters and plain loops."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import combinations

Place = tuple[int, int]  # document, character


@dataclass
class Study:
    """A small project as plain Python: everything the definitions speak of."""

    texts: list[int]  # length of each document
    parents: list[int]  # of each code, -1 at the top; codebook order
    codings: list[tuple[int, int, int, int, int]]  # document, code, coder, start, end
    cases: list[tuple[str, int, int, int]]  # case, document, start, end
    units: dict[str, list[list[tuple[int, int]]]]  # kind -> per document the spans
    coders: int = 2
    names: list[str] = field(default_factory=list)
    parts: dict[int, list[tuple[int, int]]] = field(default_factory=dict)  # of these documents only that is looked at


def characters(document: int, start: int, end: int) -> set[Place]:
    return {(document, place) for place in range(start, end)}


def seen(study: Study, document: int, start: int, end: int) -> set[Place]:
    """The characters of a span that are looked at."""
    places = characters(document, start, end)
    if document not in study.parts:
        return places
    return places & set().union(*(characters(document, *part) for part in study.parts[document]))


def codings_of(study: Study) -> list[tuple[int, int, int, int, int]]:
    return [coding for coding in study.codings if seen(study, coding[0], *coding[3:])]


def below(study: Study, code: int) -> set[int]:
    found = {code}
    grew = True
    while grew:
        more = {child for child, parent in enumerate(study.parents) if parent in found} - found
        found |= more
        grew = bool(more)
    return found


def spans_of(study: Study, code: int, rollup: bool) -> set[tuple[int, int, int]]:
    counted = below(study, code) if rollup else {code}
    return {(d, s, e) for d, c, _, s, e in codings_of(study) if c in counted}


def case_text(study: Study) -> dict[str, set[Place]]:
    text: dict[str, set[Place]] = {}
    for case, document, start, end in study.cases:
        found = seen(study, document, start, end)
        if found or document not in study.parts:
            text.setdefault(case, set()).update(found)
    return text


def unit_texts(study: Study, rule: str) -> list[set[Place]]:
    """The characters looked at of every unit of the rules whose units are pieces of text; of the units within a
    document those that have any."""
    if rule == "document":
        return [seen(study, d, 0, length) for d, length in enumerate(study.texts)]
    if rule == "case":
        return list(case_text(study).values())
    found = (set().union(*(seen(study, *span) for span in unit)) for unit in unit_spans(study, rule))
    return [text for text in found if text]


def unit_spans(study: Study, rule: str) -> list[list[tuple[int, int, int]]]:
    """The spans of text that every unit within a document is made of."""
    if rule == "overlap":
        return [[(d, place, place + 1)] for d, length in enumerate(study.texts) for place in range(length)]
    if rule.startswith("near:"):
        reach = int(rule[5:])
        windows = []
        for document, spans in enumerate(study.units["turn"]):
            turns = [(document, s, e) for s, e in spans]
            if turns and len(turns) <= reach:
                windows.append(turns)
            else:
                windows += [turns[i : i + reach + 1] for i in range(len(turns) - reach)]
        return windows
    return [[(document, s, e)] for document, spans in enumerate(study.units[rule]) for s, e in spans]


def carriers(study: Study, rule: str, rollup: bool) -> tuple[list[set[Place]], dict[int, set[int]]]:
    """The text of every unit, and for every code the numbers of the units that carry it."""
    carried: dict[int, set[int]] = {}
    if rule == "same-segment":
        spans = sorted({(d, s, e) for d, _, _, s, e in codings_of(study)})
        for code in range(len(study.parents)):
            own = spans_of(study, code, rollup)
            carried[code] = {number for number, span in enumerate(spans) if span in own}
        return [seen(study, *span) for span in spans], carried
    texts = unit_texts(study, rule)
    for code in range(len(study.parents)):
        covered = set().union(*(seen(study, *span) for span in spans_of(study, code, rollup)))
        carried[code] = {number for number, text in enumerate(texts) if text & covered}
    return texts, carried


def ratio(top: float, bottom: float) -> float:
    return top / bottom if bottom else math.nan


def rows(study: Study, rule: str, rollup: bool, all_pairs: bool) -> list[dict[str, object]]:
    texts, carried = carriers(study, rule, rollup)
    cases = case_text(study)
    n = len(texts)
    table = []
    used = [code for code in range(len(study.parents)) if spans_of(study, code, rollup)]
    for a, b in combinations(used, 2):
        if rollup and (a in below(study, b) or b in below(study, a)):
            continue
        shared = carried[a] & carried[b]
        if not shared and not all_pairs:
            continue
        n_a, n_b, n_ab = len(carried[a]), len(carried[b]), len(shared)
        spread = math.sqrt(n_a * n_b * (n - n_a) * (n - n_b))
        table.append(
            {
                "code_a": a,
                "code_b": b,
                "n_units": n,
                "n_a": n_a,
                "n_b": n_b,
                "n_ab": n_ab,
                "pairs": _pairs(study, a, b, rollup),
                "jaccard": ratio(n_ab, n_a + n_b - n_ab),
                "dice": ratio(2 * n_ab, n_a + n_b),
                "overlap": ratio(n_ab, min(n_a, n_b)),
                "p_b_given_a": ratio(n_ab, n_a),
                "p_a_given_b": ratio(n_ab, n_b),
                "lift": ratio(n_ab * n, n_a * n_b),
                "phi": ratio(n_ab * n - n_a * n_b, spread),
                "documents": _documents(study, rule, rollup, a=a, b=b, shared=[texts[unit] for unit in shared]),
                "cases": n_ab
                if rule == "case"
                else sum(any(texts[unit] & text for unit in shared) for text in cases.values()),
            }
        )
    return table


def _pairs(study: Study, a: int, b: int, rollup: bool) -> int:
    return sum(
        bool(seen(study, *one) & seen(study, *other))
        for one in spans_of(study, a, rollup)
        for other in spans_of(study, b, rollup)
    )


def _documents(study: Study, rule: str, rollup: bool, *, a: int, b: int, shared: list[set[Place]]) -> int:
    """Documents that hold a shared unit; a case holds one in a document where both codes are in its text."""
    if rule != "case":
        return len({document for text in shared for document, _ in text})
    found = set()
    for text in shared:
        homes = []
        for code in (a, b):
            covered = set().union(*(seen(study, *span) for span in spans_of(study, code, rollup)))
            homes.append({document for document, _ in covered & text})
        found |= homes[0] & homes[1]
    return len(found)


def frequency_rows(study: Study, rollup: bool) -> list[dict[str, object]]:
    cases = case_text(study)
    total = sum(len(seen(study, document, 0, length)) for document, length in enumerate(study.texts))
    table = []
    for code in range(len(study.parents)):
        counted = below(study, code) if rollup else {code}
        codings = [coding for coding in codings_of(study) if coding[1] in counted]
        covered = set().union(*(seen(study, d, s, e) for d, _, _, s, e in codings))
        table.append(
            {
                "segments": len({(d, s, e) for d, _, _, s, e in codings}),
                "codings": len(codings),
                "documents": len({d for d, *_ in codings}),
                "cases": sum(bool(text & covered) for text in cases.values()),
                "coders": len({coder for _, _, coder, _, _ in codings}),
                "characters": len(covered),
                "share_of_text": ratio(len(covered), total),
            }
        )
    return table
