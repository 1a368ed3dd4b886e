"""Theme maps: what may stand on one and how it is related, and what becomes of it when the project changes."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from app.map_examples import drawn, node, relation, segments
from app.study import ANA

from qualcode.app import codebook, coding, map_things, memos, themes
from qualcode.app import theme_maps as maps
from qualcode.app.map_reading import map_picture
from qualcode.app.project import Project
from qualcode.domain.errors import Ambiguous, BadInput, NotFound, Refused
from qualcode.domain.theme_maps import NODE_HEIGHT, NODE_WIDTH, MapNode, Relation

AT = ANA.index("Trust came")


def on(project: Project, kind: str) -> list[Any]:
    with project.read() as read:
        return read.where(kind)


def called(project: Project, name: str = "Main") -> dict[str, MapNode]:
    """The nodes of a map by what they are called."""
    with project.read() as read:
        theme_map = next(one for one in read.where("theme_map") if one.name == name)
        return {thing.label: thing.node for thing in map_picture(read, theme_map.id).things}


def last(project: Project) -> str:
    return project.history()[-1].summary


def test_a_thing_stands_on_a_map_once(study):
    maps.add_map(study, "Main")
    first = maps.add_nodes(study, "Main", ["trust", "Bo"], [(10, 20), (500, 20)])
    with study.read() as read:
        trust = next(code for code in read.codes() if code.name == "trust")
    steps = len(study.history())
    again = maps.add_nodes(study, "Main", [trust, "Power > trust", trust.id, str(trust.id)], [(0, 0)] * 4)
    assert again == [first[0]] * 4
    assert len(study.history()) == steps, "nothing was to be done"
    assert (again[0].x, again[0].y) == (10, 20)
    both = maps.add_nodes(study, "Main", ["Bo", "place"])
    assert both[0] == first[1]
    assert last(study) == "Put “place” on “Main”"


def test_all_kinds_of_things_are_found_by_their_names(study):
    drawn(study)
    segment = segments(study)[0]
    coded = coding.apply_code(study, "P01", AT, AT + 5, "place")
    made = maps.add_nodes(study, "Main", ["gatekeeping", "Ana Lee", segment, coded])
    assert [one.about_kind for one in made] == ["code", "case", "segment", "segment"]
    assert made[3].about == coded.segment
    assert last(study) == "Put 4 things on “Main”"
    assert "On trust" in called(study)


@pytest.mark.parametrize("thing", ["nobody", uuid4(), 7, None])
def test_what_is_not_there_cannot_stand_on_a_map(study, thing):
    maps.add_map(study, "Main")
    with pytest.raises((NotFound, BadInput)):
        maps.add_nodes(study, "Main", [thing])
    assert on(study, "map_node") == []


def test_a_name_that_means_several_things_is_asked_back(study):
    drawn(study)
    memos.write_memo(study, "More.", title="On trust")
    with pytest.raises(Ambiguous, match="several memos"):
        maps.add_nodes(study, "Other", "On trust")
    maps.add_note(study, "Main", "Power")
    with pytest.raises(Ambiguous, match="Several things on the map"):
        maps.relate(study, "Main", "Power", "trust", "part of")
    assert maps.relate(study, "Main", "Power > trust", "Bo", "part of").source == called(study)["trust"].id


def test_new_things_come_where_there_is_room(study):
    maps.add_map(study, "Main")
    made = maps.add_nodes(study, "Main", ["trust", "place", "Power", "Bo", "Ana Lee"])
    made.append(maps.add_note(study, "Main", "Here"))
    for number, one in enumerate(made):
        for other in made[:number]:
            wide, high = (one.size[0] + other.size[0]) / 2, (one.size[1] + other.size[1]) / 2
            assert abs(one.x - other.x) >= wide or abs(one.y - other.y) >= high


@pytest.mark.parametrize("places", [[(0, 0)], [(0, 0), (float("nan"), 0)], [("a", 0), (0, 0)], [(1e9, 0), (0, 0)]])
def test_a_place_is_a_number_for_each_thing(study, places):
    maps.add_map(study, "Main")
    with pytest.raises(BadInput):
        maps.add_nodes(study, "Main", ["trust", "place"], places)
    assert on(study, "map_node") == []


def test_maps_have_names_of_their_own_and_an_order(study):
    drawn(study)
    with pytest.raises(Refused, match="There is a map “Main” already"):
        maps.add_map(study, " Main ")
    with pytest.raises(Refused, match="already"):
        maps.rename_map(study, "Other", "Main")
    with pytest.raises(BadInput, match="needs a name"):
        maps.add_map(study, "  ")
    maps.add_map(study, "Third")
    maps.move_map(study, "Third", 0)
    assert [one.name for one in on(study, "theme_map")] == ["Third", "Main", "Other"]
    maps.remove_map(study, "Main")
    assert [one.name for one in on(study, "theme_map")] == ["Third", "Other"]
    assert not any(on(study, kind) for kind in ("map_node", "relation", "relation_evidence"))
    assert [one.name for one in on(study, "case")] == ["Ana Lee", "Bo"], "what was shown stays"
    with pytest.raises(NotFound, match="There is no map “Main”"):
        maps.add_nodes(study, "Main", "trust")


def test_several_relations_join_two_things_each_once(study):
    drawn(study)
    assert [one.kind for one in on(study, "relation")].count("leads to") == 1
    with pytest.raises(Refused, match="related in this way already: leads to"):
        maps.relate(study, "Main", "Power", "trust", "leads to")
    back = maps.relate(study, "Main", "trust", "Power", "leads to")
    assert last(study) == "Relate “trust” to “Power” on “Main”: leads to"
    with pytest.raises(Refused, match="already"):
        maps.turn_round(study, back)
    maps.relate(study, "Main", "trust", "Power", "co-occurs with")
    with pytest.raises(Refused, match="already: co-occurs with"):
        maps.relate(study, "Main", "Power", "trust", "co-occurs with")
    maps.relate(study, "Main", "Power", "trust", "co-occurs with", directed=True)
    maps.change_relation(study, back, "contradicts")
    with pytest.raises(Refused, match="already: contradicts"):
        maps.turn_round(study, back)
    assert study.check() == []


def test_a_relation_has_words_and_two_ends(study):
    drawn(study)
    with pytest.raises(Refused, match="related to itself"):
        maps.relate(study, "Main", "Power", "Power", "leads to")
    with pytest.raises(BadInput, match="how the two hang together"):
        maps.relate(study, "Main", "Power", "Bo", " \n ")
    with pytest.raises(BadInput, match="at most 60 characters"):
        maps.relate(study, "Main", "Power", "Bo", "x" * 61)
    with pytest.raises(NotFound, match="“place” does not stand on the map “Main”"):
        maps.relate(study, "Main", "Power", "place", "leads to")
    with pytest.raises(NotFound, match="does not stand on the map “Other”"):
        maps.relate(study, "Other", node(study, "case"), "Power", "leads to")
    own = maps.relate(study, "Main", "Power", "What of the others?", "  my own\n words ", " why ")
    assert (own.kind, own.comment, own.directed) == ("my own words", "why", 1)
    assert maps.relate(study, "Main", "Power", "Bo", "co-occurs with").directed == 0
    changed = maps.change_relation(study, own, directed=False)
    assert (changed.kind, changed.comment, changed.directed) == ("my own words", "why", 0)
    assert last(study) == "Change the relation of “Power” to “What of the others?” on “Main”: my own words"


def test_a_map_shows_a_code_as_it_is_called_now(study):
    drawn(study)
    codebook.rename_code(study, "Power > trust", "faith")
    themes.set_stage(study, "Power", "defined")
    with study.read() as read:
        picture = map_picture(read, on(study, "theme_map")[0].id)
    assert "faith" in {thing.label for thing in picture.things}
    assert {one.target for one in picture.relations} == {"faith"}
    assert next(thing for thing in picture.things if thing.label == "Power").stage == "defined"
    codebook.remove_code(study, "faith")
    assert "faith" not in called(study)
    assert on(study, "relation") == []
    study.undo()
    assert len(on(study, "relation")) == 3


def test_evidence_stays_as_long_as_something_shows_it(study):
    drawn(study)
    coded = coding.apply_code(study, "P01", AT, AT + 5, "place")
    shown = relation(study)
    maps.add_relation_evidence(study, shown, [coded, coded.segment])
    assert last(study) == "Show “Power” contradicts “trust” on “Main” by a passage"
    coding.remove_coding(study, coded)
    assert coded.segment in {one.id for one in segments(study)}, "it is evidence"
    maps.add_nodes(study, "Main", coded.segment)
    maps.remove_relation_evidence(study, shown, coded.segment)
    assert coded.segment in {one.id for one in segments(study)}, "it stands on the map"
    maps.add_relation_evidence(study, shown, coded.segment)
    with study.read() as read:
        placed = next(one for one in read.where("map_node") if one.about == coded.segment)
    maps.remove_nodes(study, "Main", placed)
    assert coded.segment in {one.id for one in segments(study)}
    maps.remove_relation(study, shown)
    assert coded.segment not in {one.id for one in segments(study)}
    assert study.check() == []
    study.undo()
    assert coded.segment in {one.id for one in segments(study)}


def test_taking_things_off_takes_their_relations(study):
    drawn(study)
    coded = coding.apply_code(study, "P01", AT, AT + 5, "place")
    maps.add_relation_evidence(study, relation(study), coded.segment)
    coding.remove_coding(study, coded)
    maps.remove_nodes(study, "Main", "trust")
    assert last(study) == "Take “trust” off “Main”"
    assert on(study, "relation") == []
    assert on(study, "relation_evidence") == []
    assert coded.segment not in {one.id for one in segments(study)}
    assert study.check() == []


def test_groups_hold_and_carry_what_is_in_them(study):
    drawn(study)
    there = called(study)
    group, inside = there["People"], there["Bo"]
    assert inside.inside == group.id
    assert group.size > (NODE_WIDTH, NODE_HEIGHT)
    maps.move_nodes(study, "Main", {"People": (group.x + 100, group.y - 30)})
    assert last(study) == "Move “People” on “Main”"
    moved = called(study)["Bo"]
    assert (moved.x, moved.y) == (inside.x + 100, inside.y - 30)
    maps.move_nodes(study, "Main", {"People": (0, 0), "Bo": (7, 8)})
    assert (called(study)["Bo"].x, called(study)["Bo"].y) == (7, 8)
    larger = maps.put_in_group(study, group, ["Power", "trust"])
    assert last(study) == "Put 2 things into the group “People”"
    for name in ("Power", "trust"):
        one = called(study)[name]
        assert one.inside == group.id
        assert abs(one.x - larger.x) + one.size[0] / 2 <= larger.size[0] / 2
        assert abs(one.y - larger.y) + one.size[1] / 2 <= larger.size[1] / 2
    maps.take_out(study, "Main", ["Power", "On trust"])
    assert last(study) == "Take “Power” out of its group on “Main”"
    maps.remove_nodes(study, "Main", group)
    assert called(study)["Bo"].inside is None
    assert "People" not in called(study)


def test_groups_stand_in_no_group_and_notes_are_none(study):
    drawn(study)
    group, note = node(study, "group"), node(study, "note")
    with pytest.raises(Refused, match="cannot stand in a group"):
        maps.add_group(study, "Main", "Outer", ["People"])
    with pytest.raises(Refused, match="cannot stand in a group"):
        maps.put_in_group(study, group, group)
    with pytest.raises(Refused, match="this is none"):
        maps.put_in_group(study, note, "Bo")
    with pytest.raises(Refused, match="Only the text of a note"):
        maps.edit_note(study, group, "Words")
    with pytest.raises(Refused, match="Only a group is named"):
        maps.rename_group(study, note, "Words")
    with pytest.raises(Refused, match="have a size"):
        maps.resize_node(study, called(study)["Bo"], 10, 10)
    with pytest.raises(BadInput, match="more than nothing"):
        maps.resize_node(study, note, 0, 10)
    with pytest.raises(BadInput, match="needs some text"):
        maps.add_note(study, "Main", " \n")
    with pytest.raises(BadInput, match="Write a memo"):
        maps.edit_note(study, note, "x" * 2001)
    empty = maps.add_group(study, "Main", "Empty")
    assert empty.size == (320, 200)
    placed = maps.add_group(study, "Main", "Placed", rectangle=(5, 6, 700, 300))
    assert (placed.x, placed.y, *placed.size) == (5, 6, 700, 300)


def test_colours_are_checked_and_can_be_taken_back(study):
    drawn(study)
    with pytest.raises(BadInput, match="not a colour"):
        maps.recolor_nodes(study, "Main", "Power", "red")
    maps.recolor_nodes(study, "Main", "Power", "#aabbcc")
    assert called(study)["Power"].color == "#AABBCC"
    assert last(study) == "Colour “Power” on “Main”"
    maps.recolor_nodes(study, "Main", ["Power", "trust"])
    assert called(study)["Power"].color == ""


def test_one_thing_is_not_moved_to_two_places(study):
    drawn(study)
    with pytest.raises(BadInput, match="two places"):
        maps.move_nodes(study, "Main", {"Power": (0, 0), called(study)["Power"]: (1, 1)})


@pytest.mark.parametrize("layout", ["force", "hierarchical", "radial"])
def test_an_arranged_map_is_the_same_for_the_same_seed(study, layout):
    drawn(study)
    maps.put_in_group(study, node(study, "group"), "Power")
    arranged = maps.arrange(study, "Main", layout, 5)
    assert (arranged.layout, arranged.seed) == (layout, 5)
    words = {"force": "related ones near", "hierarchical": "in levels", "radial": "in rings"}
    assert last(study) == f"Arrange “Main”: {words[layout]}"  # as the menu calls it
    first = called(study)
    maps.move_nodes(study, "Main", {"trust": (4_000, 4_000)})
    assert on(study, "theme_map")[0].layout == "free"
    maps.arrange(study, "Main", layout, 5)
    assert called(study) == first
    group = first["People"]
    for one in first.values():
        left, right = one.x - one.size[0] / 2, one.x + one.size[0] / 2
        apart = right <= group.x - group.size[0] / 2 or left >= group.x + group.size[0] / 2
        above = one.y + one.size[1] / 2 <= group.y - group.size[1] / 2
        below = one.y - one.size[1] / 2 >= group.y + group.size[1] / 2
        assert (one.inside == group.id or one == group) != (apart or above or below)


def test_free_leaves_everything_where_it_is(study):
    drawn(study)
    before = called(study)
    maps.arrange(study, "Main", "force", 1)
    study.undo()
    maps.arrange(study, "Main", "free")
    assert called(study) == before
    maps.arrange(study, "Other", "radial")
    with pytest.raises(BadInput, match="There is no layout “round”"):
        maps.arrange(study, "Main", "round")


def test_records_and_ids_of_relations_are_wanted(study):
    drawn(study)
    with pytest.raises(NotFound, match="named by its record or id"):
        maps.remove_relation(study, "leads to")
    made = relation(study)
    assert isinstance(maps.turn_round(study, str(made.id)), Relation)
    assert on(study, "relation_evidence")[0].relation == made.id


def test_one_thing_or_many(study):
    assert map_things.several("a name") == ["a name"]
    assert map_things.several(("one", "two")) == ["one", "two"]
    assert map_things.several(UUID(int=3)) == [UUID(int=3)]
