"""Drafts of queries: they ask what the query asks, leave out what is empty, and can be changed at every place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.query_language import read_query, write_query
from qualcode.domain.query_tree import RELATIONS
from qualcode.ui.queries import drafts
from qualcode.ui.queries.drafts import Condition, Group, Node, at, draft_of, question_of

TEXTS = (
    "a",
    "below:a AND NOT coder:AB",
    "a OR b AND c",
    "ONE OF (a, b, NOT c)",
    "2 OF (a, b OR c, d)",
    "ONLY a OVERLAPPING (b AND weight:>=3)",
    "a FOLLOWED BY b WITHIN 2 TURNS",
    "a PRECEDED BY b",
    "a NEAR b WITHIN 0 PARAGRAPHS",
    "case:Age>=40 OR case:Age= OR case:Sector=food",
    'folder:"" AND folder:One',
    'text:"two words" OR words:x OR lemma:go OR regex:"a|b"',
    "made:2026-05 AND made:<2026-06-01 AND weight:1..2 AND certainty:unsure AND mark:near-miss AND comment:why",
    "smart:Mutual OR speaker:ROSA OR set:Pilot OR document:P01 OR case:Ana",
)

leaves = st.builds(Condition, st.just("code"), st.sampled_from(["a", "b", "c", ""]))


def _groups(parts: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    many = st.lists(parts, min_size=2, max_size=4).map(tuple)
    return st.one_of(
        st.builds(Group, st.sampled_from(drafts.MANY), many),
        st.builds(Group, st.sampled_from(drafts.SINGLE), parts.map(lambda one: (one,))),
        st.builds(Group, st.sampled_from(["overlapping", "same", "outside"]), st.tuples(parts, parts)),
    )


trees = st.recursive(leaves, _groups, max_leaves=8)


def paths(node: Node, path: tuple[int, ...] = ()) -> list[tuple[int, ...]]:
    found = [path]
    for number, part in enumerate(node.parts if isinstance(node, Group) else ()):
        found += paths(part, (*path, number))
    return found


def names(node: Node) -> list[str]:
    return sorted(one.value for one in drafts.conditions(node) if one.value)


def fits(node: Node) -> bool:
    """Whether every group has as many parts as its operator takes."""
    if isinstance(node, Condition):
        return True
    least, most = (1, 1) if node.operator in drafts.SINGLE else (2, 2 if node.operator in RELATIONS else 99)
    return least <= len(node.parts) <= most and all(map(fits, node.parts))


@pytest.mark.parametrize("text", TEXTS)
def test_a_draft_asks_what_the_query_asks(text: str) -> None:
    query = read_query(text)
    assert question_of(draft_of(query)) == query
    assert read_query(write_query(query)) == query


def test_what_is_empty_is_left_out() -> None:
    assert question_of(Condition()) is None
    empty = Group("overlapping", (Condition(value="a"), Condition()))
    assert question_of(empty) == read_query("a")
    least = Group("at-least", (Condition(value="a"), Condition(value="b"), Condition()), number=3)
    assert question_of(least) == read_query("2 OF (a, b)")
    assert question_of(Condition("variable", "", variable="Age")) is None
    assert question_of(Condition("variable", "", variable="Age", sign="none")) == read_query("case:Age=")


@given(trees, st.data())
def test_a_part_moves_anywhere_and_nothing_is_lost(tree: Node, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(paths(tree)))
    part = at(tree, path)
    moved, place = drafts.move(tree, path, data.draw(st.sampled_from([-1, 1])))
    assert names(moved) == names(tree)
    assert at(moved, place) == part
    assert not fits(tree) or fits(moved)


@given(trees, st.data())
def test_every_change_leaves_a_whole_draft(tree: Node, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(paths(tree)))
    operator = data.draw(st.sampled_from([*drafts.MANY, *drafts.SINGLE, *RELATIONS]))
    for changed in (drafts.operate(tree, path, operator), drafts.wrap(tree, path, operator)):
        assert names(changed) == names(tree)
        assert fits(changed)
    added, place = drafts.add(tree, path, Condition(value="new"))
    assert at(added, place) == Condition(value="new")
    assert fits(added)
    assert fits(drafts.remove(tree, path))
    assert set(names(drafts.remove(tree, path))) <= set(names(tree))
    grouped, where = drafts.group_with_next(tree, path)
    assert names(grouped) == names(tree)
    assert at(grouped, where) is not None
    assert fits(grouped)
    apart = drafts.ungroup(tree, path)
    assert names(apart) == names(tree)
    assert fits(apart)


@given(trees, st.data())
def test_a_part_is_carried_to_another_place_and_nothing_is_lost(tree: Node, data: st.DataObject) -> None:
    places = paths(tree)
    path, to = data.draw(st.sampled_from(places)), data.draw(st.sampled_from(places))
    part, carried = at(tree, path), drafts.carry(tree, path, to, data.draw(st.booleans()))
    if carried is not None:
        assert names(carried[0]) == names(tree)
        assert at(carried[0], carried[1]) == part
        assert fits(carried[0])


@given(trees)
def test_a_whole_draft_is_written_and_read_again(tree: Node) -> None:
    query = question_of(tree)
    if query is not None:
        assert question_of(draft_of(read_query(write_query(query)))) == read_query(write_query(query))


def test_ticked_documents_and_codes_are_a_draft_like_any_other() -> None:
    made = drafts.choosing(["P01", "P02"], ["trust"])
    assert question_of(made) == read_query("trust AND (document:P01 OR document:P02)")
    assert drafts.chosen_of(made) == (["P01", "P02"], ["trust"])
    assert drafts.chosen_of(drafts.choosing([], [])) == ([], [])
    assert drafts.chosen_of(draft_of(read_query("trust AND NOT document:P01"))) is None
    assert drafts.chosen_of(draft_of(read_query("below:trust"))) is None
