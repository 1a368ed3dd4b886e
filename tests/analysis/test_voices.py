"""The voices behind groups of codes against a slow count."""

from uuid import UUID

from analysis.brute_force import Study, case_text, characters, codings_of
from analysis.studies import material_of, studies
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.analysis.material import case_names
from qualcode.analysis.voices import voices


@given(study=studies(), data=st.data())
@settings(max_examples=150, deadline=None)
def test_equals_the_slow_count(study: Study, data: st.DataObject) -> None:
    material = material_of(study)
    numbers = st.frozensets(st.integers(0, len(study.parents)))  # one more than there are: a code that is gone
    groups = data.draw(st.lists(numbers, max_size=3))
    found = voices(material, [{UUID(int=number + 1) for number in group} for group in groups])
    texts = case_text(study)
    assert len(found) == len(groups)
    for group, ours in zip(groups, found, strict=True):
        spans = {(d, s, e) for d, c, _, s, e in codings_of(study) if c in group}
        assert ours.segments == len(spans)
        assert ours.documents == len({document for document, _, _ in spans})
        for name, number in zip(case_names(material), ours.by_case, strict=True):
            assert number == sum(bool(characters(*span) & texts[name]) for span in spans), name


def test_a_project_without_anything_has_no_voices() -> None:
    empty = material_of(Study([], [], [], [], {}))
    assert [(one.segments, one.documents, one.by_case) for one in voices(empty, [set()])] == [(0, 0, ())]
