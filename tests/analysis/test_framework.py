"""Cases by themes against a slow count."""

from uuid import UUID

from analysis.brute_force import Study, case_text, characters, codings_of
from analysis.studies import material_of, studies
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.analysis.framework import cell_spans, coders_of, crossing
from qualcode.analysis.material import case_names


@given(study=studies(), data=st.data())
@settings(max_examples=100, deadline=None)
def test_equals_the_slow_count(study: Study, data: st.DataObject) -> None:
    material = material_of(study)
    numbers = data.draw(st.lists(st.frozensets(st.integers(0, len(study.parents))), max_size=3))
    groups = [{UUID(int=number + 1) for number in group} for group in numbers]
    found = crossing(material, groups)
    spans, texts = found.spans, case_text(study)
    assert found.counts.shape == (len(case_names(material)), len(groups))
    for row, name in enumerate(case_names(material)):
        for column, wanted in enumerate(numbers):
            coded = {(d, s, e) for d, c, _, s, e in codings_of(study) if c in wanted}
            slow = sorted(span for span in coded if characters(*span) & texts[name])
            held = cell_spans(material, spans, groups[column], row)
            listed = [(int(spans.document[n]), int(spans.start[n]), int(spans.end[n])) for n in held]
            assert listed == slow
            assert found.counts[row, column] == len(slow)
            assert found.first[row, column] == (held[0] if slow else -1)
            for number, span in zip(held, listed, strict=True):
                who = {o for d, c, o, s, e in codings_of(study) if (d, s, e) == span and c in wanted}
                names = tuple(material.coders[one] for one in sorted(who))
                assert coders_of(material, spans, groups[column], int(number)) == names


def test_a_project_without_anything_has_no_cells() -> None:
    empty = material_of(Study([], [], [], [], {}))
    assert crossing(empty, [set()]).counts.shape == (0, 1)
