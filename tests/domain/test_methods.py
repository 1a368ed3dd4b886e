"""The method profiles: every one whole, and all they point to there."""

import pytest

from qualcode.domain import methods
from qualcode.domain.errors import BadInput
from qualcode.domain.links import RELATIONS
from qualcode.domain.memos import MEMO_TYPES
from qualcode.domain.project import METHODS
from qualcode.domain.theme_maps import RELATION_KINDS


def test_there_is_a_profile_for_every_method_a_study_may_have() -> None:
    assert tuple(methods.BY_KEY) == METHODS


@pytest.mark.parametrize("method", methods.PROFILES, ids=lambda method: method.key)
def test_a_profile_says_what_it_is_and_points_to_what_there_is(method: methods.Method) -> None:
    assert len(method.about.split()) > 20
    assert method.changes
    assert all(part[-1] in ".?" for part in (*method.references, *method.changes, *method.prompts))
    assert set(method.memo_types) <= set(MEMO_TYPES)
    assert not method.memo_type or method.memo_type == method.memo_types[0]
    assert set(method.relations) <= set(RELATIONS)
    assert set(method.map_relations) <= set(RELATION_KINDS)
    assert {name for name, _ in method.hints} <= {methods.COUNTS, methods.SATURATION, methods.NAME_CODEBOOK}


def test_counts_are_explained_only_where_they_mislead() -> None:
    explained = {method.key for method in methods.PROFILES if method.hint(methods.COUNTS)}
    assert explained == {"reflexive"}
    named = {method.key for method in methods.PROFILES if method.hint(methods.NAME_CODEBOOK)}
    assert named == {"codebook", "coding-reliability"}


def test_keys_are_read_as_people_write_them() -> None:
    assert methods.checked_method(" Coding-Reliability ") == "coding-reliability"
    assert methods.checked_method("") == ""
    with pytest.raises(BadInput, match="Choose one of: reflexive"):
        methods.checked_method("template")


def test_what_a_method_brings_to_the_fore_comes_first_and_nothing_is_lost() -> None:
    assert methods.foremost_first(("a", "b", "c"), ("c", "x", "a")) == ("c", "a", "b")
    assert methods.foremost_first(("a", "b"), ()) == ("a", "b")
