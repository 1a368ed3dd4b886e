"""Two boxes of a map become one, since what they show was merged: what was said of the relation between them stays."""

from typing import Any

from app.study import ANA, state

from qualcode.app import apart, codebook, coding, theme_maps
from qualcode.app.project import Project
from qualcode.domain.theme_maps import Relation, ThemeMap

CAME = ANA.index("Trust came")


def rows(project: Project, kind: str) -> list[Any]:
    with project.read() as read:
        return read.where(kind)


def drawn(project: Project) -> tuple[ThemeMap, Relation]:
    """“trust” leads to “place” on a map, slowly, which a passage shows; both lead to “gatekeeping”."""
    theme_map = theme_maps.add_map(project, "M")
    theme_maps.add_nodes(project, theme_map, ["trust", "place", "gatekeeping"], [(0, 0), (600, 0), (300, 400)])
    relation = theme_maps.relate(project, theme_map, "trust", "place", "leads to", "slowly")
    placed = coding.apply_code(project, "P01", CAME, CAME + 10, "gatekeeping")
    theme_maps.add_relation_evidence(project, relation, [placed.segment])
    return theme_map, relation


def test_what_was_said_of_a_relation_between_joined_boxes_stays_as_a_note(study: Project) -> None:
    drawn(study)
    (shown,) = rows(study, "relation_evidence")
    before = state(study)
    codebook.merge_codes(study, "place", "trust")
    assert rows(study, "relation") == []
    nodes = {one.about_kind: one for one in rows(study, "map_node") if one.about_kind != "code"}
    assert nodes["note"].text == "trust → place: leads to\nslowly"
    assert nodes["segment"].about == shown.segment, "the passage that showed it"
    (trust,) = [one for one in rows(study, "map_node") if (one.x, one.y) == (0, 0)]
    assert abs(nodes["note"].x - trust.x) + abs(nodes["note"].y - trust.y) < 600, "beside the box that stays"
    assert "stays on the map" in study.history()[-1].summary
    after = state(study)
    assert study.check() == []
    study.undo()
    assert state(study) == before
    study.redo()
    assert state(study) == after


def test_a_merge_taken_apart_has_its_relation_again_and_no_note(study: Project) -> None:
    _, relation = drawn(study)
    codebook.merge_codes(study, "place", "trust")
    apart.take_apart(study, study.history()[-1].number)
    assert rows(study, "relation") == [relation]
    assert len(rows(study, "relation_evidence")) == 1
    assert {one.about_kind for one in rows(study, "map_node")} == {"code"}


def test_a_relation_nobody_said_anything_of_leaves_no_note(study: Project) -> None:
    theme_map = theme_maps.add_map(study, "M")
    theme_maps.add_nodes(study, theme_map, ["trust", "place"])
    theme_maps.relate(study, theme_map, "trust", "place", "leads to")
    codebook.merge_codes(study, "place", "trust")
    assert len(rows(study, "map_node")) == 1
    assert "stays on the map" not in study.history()[-1].summary


def test_two_relations_that_say_the_same_become_one(study: Project) -> None:
    theme_map, _ = drawn(study)
    (shown,) = rows(study, "relation_evidence")
    one = theme_maps.relate(study, theme_map, "trust", "gatekeeping", "leads to", "at once")
    other = theme_maps.relate(study, theme_map, "place", "gatekeeping", "leads to", "later")
    theme_maps.add_relation_evidence(study, other, [shown.segment])
    before = state(study)
    codebook.merge_codes(study, "place", "trust")
    (kept,) = rows(study, "relation")
    assert kept.id == one.id
    assert kept.comment == "at once\nlater"
    assert [(row.relation, row.segment) for row in rows(study, "relation_evidence")] == [(one.id, shown.segment)]
    study.undo()
    assert state(study) == before
