"""Maps made from the data: what they hold, what they say of themselves, and that they come out the same."""

import pytest
from app.study import ANA

from qualcode.app import cases, codebook, coding, themes
from qualcode.app.map_generation import MapOptions, make_map, planned
from qualcode.app.map_reading import MapPicture, map_picture
from qualcode.app.project import Project
from qualcode.domain.errors import BadInput, Phrase, Refused

AT = ANA.index("Trust came")


def made(project: Project, source: str, layout: str = "", seed: int = 20, **options: object) -> MapPicture:
    theme_map = make_map(project, f"{source} {seed}", source, MapOptions(**options), layout, seed)  # type: ignore[arg-type]
    with project.read() as read:
        return map_picture(read, theme_map.id)


def lines(picture: MapPicture) -> set[tuple[str, str, str, float | None, int]]:
    return {(one.source, one.relation.kind, one.target, one.relation.strength, one.quotes) for one in picture.relations}


def test_codes_that_meet(study):
    coding.apply_code(study, "P01", AT, AT + 17, "gatekeeping")
    coding.apply_code(study, "P01", AT + 3, AT + 9, "place")
    picture = made(study, "cooccurrence")
    found = {frozenset((one[0], one[2])): one[1:2] + one[3:] for one in lines(picture)}
    assert found == {
        frozenset(("trust", "place")): ("co-occurs with", 1.0, 1),
        frozenset(("gatekeeping", "place")): ("co-occurs with", 1.0, 1),
    }
    assert not any(one.relation.directed for one in picture.relations)
    assert picture.relations[0].relation.basis == (
        "Pairs of segments: 1. Two codes co-occur where their segments share at least one character."
    )
    assert picture.map.basis.startswith("Pairs of segments: 1 or more. Two codes co-occur where")
    assert "coders Ana and Ben" in picture.map.basis
    assert "n = " in picture.map.basis
    assert picture.map.layout == "force"
    assert study.history()[-1].summary == "Make the map “cooccurrence 20” from the data"


def test_a_minimum_a_rule_and_a_filter_choose_the_lines(study):
    coding.apply_code(study, "P01", AT, AT + 17, "place")
    coding.apply_code(study, "P01", AT, AT + 17, "trust")
    assert len(made(study, "cooccurrence", seed=1, minimum=2.0).relations) == 1
    with pytest.raises(Refused, match="Nothing would stand on this map"):
        made(study, "cooccurrence", minimum=9.0)
    turns = made(study, "cooccurrence", seed=2, rule="turn", measure="jaccard")
    assert turns.relations[0].relation.basis.startswith("Jaccard")
    with pytest.raises(Refused):
        made(study, "cooccurrence", filters={"documents": "P02"})
    none = made(study, "cooccurrence", seed=3, passages=0)
    assert none.relations[0].quotes == 0


def test_the_basis_names_no_rule_that_the_numbers_do_not_depend_on(study):
    coding.apply_code(study, "P01", AT, AT + 17, "place")
    coding.apply_code(study, "P01", AT, AT + 17, "trust")
    picture = made(study, "cooccurrence", rule="turn")
    told = "Pairs of segments that share at least one character: 2 or more. 2 of 3 codes, 2 documents"
    assert picture.map.basis.startswith(told)
    assert picture.relations[0].relation.basis == "Pairs of segments that share at least one character: 2."


@pytest.mark.parametrize("source", ["cooccurrence", "themes", "cases"])
def test_the_basis_names_who_coded_not_who_acted(study, source):
    study.coder = "Cleo"
    themes.set_stage(study, "Power", "reviewed")
    assert "coders Ana and Ben" in made(study, source).map.basis


def test_themes_that_meet_by_the_codes_below_them(study):
    codebook.add_code(study, "Ground", kind="theme")
    codebook.move_code(study, "place", "Ground")
    picture = made(study, "cooccurrence", level="themes")
    assert {thing.label for thing in picture.things} == {"Power", "Ground"}
    assert picture.relations[0].quotes == 1
    assert "takes in the codes below it" in picture.map.basis


def test_themes_with_their_codes_and_cases(study):
    codebook.add_code(study, "Let go", kind="theme")
    themes.set_stage(study, "Let go", "dropped")
    themes.link_code(study, "Power", "place")
    picture = made(study, "themes")
    assert lines(picture) == {
        ("trust", "part of", "Power", None, 0),
        ("place", "part of", "Power", None, 0),
        ("trust", "heard from", "Ana Lee", 1.0, 1),
        ("trust", "heard from", "Bo", 1.0, 1),
        ("place", "heard from", "Ana Lee", 2.0, 2),
    }
    assert {one.relation.basis for one in picture.relations} == {
        "in the codebook",
        "linked to the theme",
        "1 segment",
        "2 segments",
    }
    assert "Let go" not in {thing.label for thing in picture.things}
    assert picture.map.layout == "hierarchical"
    high = {thing.label: thing.node.y for thing in picture.things}
    assert high["Power"] < high["trust"] < high["Bo"]
    assert picture.map.basis.startswith(
        "Themes with their codes, and the cases that speak of a code in at least 1 segment."
    )


def test_codes_and_cases(study):
    picture = made(study, "cases", minimum=1.5)
    assert lines(picture) == {("place", "heard from", "Ana Lee", 2.0, 2)}
    assert {thing.label for thing in picture.things} == {"place", "Ana Lee"}
    only = made(study, "cases", seed=4, filters={"codes": "trust", "documents": "P01"})
    assert lines(only) == {("trust", "heard from", "Ana Lee", 1.0, 1)}
    assert "1 of 2 documents" in only.map.basis


def test_who_gets_a_readable_map_without_asking_is_told_where_it_was_cut(study):
    for number in range(20):
        study.coder = "Ana"
        codebook.add_code(study, f"code {number:02}")
        coding.apply_code(study, "P01", AT, AT + 17 - number % 9, f"code {number:02}")
        coding.apply_code(study, "P02", 0, 3 + number % 5, f"code {number:02}")
        if number < 4:
            coding.apply_code(study, "P02", 10, 12 + number, f"code {number:02}")
    picture = made(study, "cases")
    least = min(one.relation.strength for one in picture.relations)
    assert f"in at least {least:g} segment" in picture.map.basis


@pytest.mark.parametrize("source", ["cooccurrence", "themes", "cases"])
def test_what_it_was_made_from_can_be_said_in_another_language(study, source):
    picture = made(study, source)
    for basis in (picture.map.basis, picture.relations[0].relation.basis):
        parts, asked = [basis], []
        while parts:  # a sentence, what stands in it, what stands in that
            part = parts.pop()
            if isinstance(part, Phrase):
                asked.append(part.template)
                parts.extend(part.values.values())
            elif isinstance(part, tuple):
                parts.extend(part)
        assert asked
        assert not any(mark in template for template in asked for mark in "“[")


@pytest.mark.parametrize("source", ["cooccurrence", "themes", "cases"])
def test_the_same_data_and_seed_give_the_same_map(study, source):
    first, again = made(study, source, seed=7), None
    study.undo()
    again = made(study, source, seed=7)
    assert {(thing.label, thing.node.x, thing.node.y) for thing in first.things} == {
        (thing.label, thing.node.x, thing.node.y) for thing in again.things
    }
    assert lines(first) == lines(again)
    assert study.check() == []


def test_what_cannot_be_made_is_said(study):
    with pytest.raises(BadInput, match="one of cooccurrence, themes, cases, not from “dreams”"):
        make_map(study, "Map", "dreams")
    for source in ("cooccurrence", "themes", "cases"):
        for minimum in (-1, 0, float("inf"), float("nan")):
            with pytest.raises(BadInput, match="number above 0"):
                planned(study, source, MapOptions(minimum=minimum))
    with pytest.raises(BadInput, match="There is no layout"):
        make_map(study, "Map", "cases", layout="round")
    make_map(study, "Map", "cases")
    with pytest.raises(Refused, match="already"):
        make_map(study, "Map", "cases")
    cases.remove_cases(study, ["Bo", "Ana Lee"])
    with pytest.raises(Refused, match="belongs to a case"):
        planned(study, "themes", MapOptions())
