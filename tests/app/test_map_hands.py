"""Maps by hand: what can be put on one, moving into groups, and what is looked through before one leaves."""

import pytest
from app.map_examples import drawn, node, relation
from app.study import content

from qualcode.app import display_names, map_leaving, map_moves, map_offers, theme_maps
from qualcode.app.project import Project


def offered(project: Project, words: str) -> list[tuple[str, str]]:
    with project.read() as read:
        return [(one.kind, one.name) for one in map_offers.offers(read, words)]


def test_codes_cases_and_memos_are_found_by_name_quotes_by_their_words(study: Project) -> None:
    assert offered(study, "tru") == [
        ("code", "trust"),
        ("memo", "On trust"),
        ("segment", "I trusted nobody at first."),
    ]
    assert ("case", "Bo") in offered(study, "bo")
    assert offered(study, "信任") == [("segment", "信任")]
    assert ("segment", "garden") in offered(study, "GARDEN")
    assert offered(study, "interviewer") == []  # no coded passage holds it, and documents do not stand on maps


def test_without_words_everything_with_a_name_is_offered(study: Project) -> None:
    kinds = [kind for kind, _ in offered(study, "")]
    assert set(kinds) == {"code", "case", "memo"}


def test_one_passage_is_offered_once(study: Project) -> None:
    found = offered(study, "trusted nobody")
    assert found == [("segment", "I trusted nobody at first.")]  # three codings of two coders, the same words


def test_moving_into_a_group_and_out_is_one_step(study: Project) -> None:
    drawn(study)
    number = len(study.history())
    group, inside = node(study, "group"), node(study, "case")
    before = content(study)
    map_moves.lay_down(study, "Main", {"trust": (10, 310), inside: (900, 0)}, {"trust": group, inside: None})
    with study.read() as read:
        nodes = {one.about_kind: one for one in read.where("map_node") if one.about_kind in ("case", "group")}
        trust = next(one for one in read.where("map_node") if (one.x, one.y) == (10, 310))
    assert trust.inside == group.id
    assert (nodes["case"].x, nodes["case"].inside) == (900, None)
    assert len(study.history()) == number + 1
    assert study.history()[-1].summary == "Move 2 things on “Main”"
    study.undo()
    assert content(study) == before


def test_a_single_thing_is_named_in_its_step(study: Project) -> None:
    drawn(study)
    map_moves.lay_down(study, "Main", {"Power": (10, 310)}, {"Power": node(study, "group")})
    assert study.history()[-1].summary == "Move “Power” on “Main”"


@pytest.mark.parametrize(("suffix", "comments"), [(".svg", False), (".html", True)])
def test_names_on_a_map_are_found_before_it_leaves(study: Project, suffix: str, comments: bool) -> None:
    drawn(study)
    theme_maps.edit_note(study, node(study, "note"), "Call Ana Lee at ana@example.org")
    theme_maps.change_relation(study, relation(study), comment="as Ana Lee says")
    found = {one.name: one for one in map_leaving.check_map(study, "Main", suffix).found}
    assert {"Bo", "Ana Lee", "ana@example.org"} <= found.keys()
    places = {place.where for place in found["Ana Lee"].places}
    assert ("comment" in places) is comments
    assert "note on a map" in places


def test_display_ids_stand_for_the_names_of_cases(study: Project) -> None:
    drawn(study)
    display_names.set_display(study, "Bo", "P02")
    plain = {one.name for one in map_leaving.check_map(study, "Main", ".svg", display_ids=False).found}
    coded = {one.name for one in map_leaving.check_map(study, "Main", ".svg", display_ids=True).found}
    assert "Bo" in plain
    assert "Bo" not in coded


@pytest.mark.parametrize(
    ("things", "kinds", "said"),
    [
        ([], ["leads to", "contradicts"], "Remove 2 relations from “Main”"),
        ([], ["leads to"], "Remove the relation of “Power” to “trust” on “Main”: leads to"),
        (["Bo"], ["leads to", "contradicts"], "Take “Bo” off “Main”"),
        (["Bo", "Power"], [], "Take 2 things off “Main”"),
    ],
)
def test_what_is_chosen_goes_in_one_step(study: Project, things: list[str], kinds: list[str], said: str) -> None:
    drawn(study)
    number, before = len(study.history()), content(study)
    map_moves.clear_away(study, "Main", things, [relation(study, kind) for kind in kinds])
    assert len(study.history()) == number + 1
    assert study.history()[-1].summary == said
    with study.read() as read:
        left = {one.kind for one in read.where("relation")}
    assert not left & set(kinds)
    study.undo()
    assert content(study) == before
