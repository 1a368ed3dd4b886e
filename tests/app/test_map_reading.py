"""Maps as they are looked at: names, counts, evidence; as they were; and what differs between two pictures."""

import pytest
from app.map_examples import drawn, node, relation, segments
from app.study import ANA

from qualcode.app import codebook, coding, documents, map_evidence, map_reading, memos, themes
from qualcode.app import theme_maps as maps
from qualcode.app.map_comparison import compare_maps
from qualcode.app.map_reading import MapPicture, map_at, map_picture, steps_of, with_facts
from qualcode.app.project import Project
from qualcode.domain.errors import NotFound

AT = ANA.index("Trust came")


def picture(project: Project, name: str = "Main") -> MapPicture:
    with project.read() as read:
        return map_picture(read, next(one.id for one in map_reading.maps(read) if one.name == name))


def test_a_picture_names_and_counts_what_stands_on_it(study):
    drawn(study)
    maps.add_nodes(study, "Main", segments(study)[0])
    shown = picture(study)
    assert shown.things[0].kind == "group", "drawn first"
    by_label = {thing.label: thing for thing in shown.things}
    power, trust = by_label["Power"], by_label["trust"]
    assert (power.kind, power.mark, power.stage, power.where) == ("theme", "hexagon", "candidate", "")
    assert (trust.kind, trust.mark, trust.stage, trust.where) == ("code", "circle", "", "Power")
    assert by_label["On trust"].words == "Trust again and again."
    assert by_label["What of the others?"].kind == "note"
    quote = next(thing for thing in shown.things if thing.kind == "segment")
    assert quote.where in ("P01", "P02")
    assert quote.words
    assert [thing.label for thing in shown.members(by_label["People"].id)] == ["Bo"]
    ends = {one.relation: {one.relation.source, one.relation.target} for one in shown.relations}
    kinds = {relation.kind for relation, both in ends.items() if trust.id in both}
    assert kinds == {"leads to", "contradicts", "speaks of"}
    assert next(one for one in shown.relations if one.relation.kind == "contradicts").quotes == 1
    assert power.facts is None
    counted = {thing.label: thing.facts for thing in with_facts(study, shown).things}
    assert counted["Power"].segments == counted["trust"].segments == 2
    assert (counted["trust"].cases, counted["trust"].of_cases) == (2, 2)
    assert counted["Bo"].segments == 1
    assert counted["Power"].unfinished
    assert not counted["trust"].unfinished
    assert counted["On trust"] is None


def test_counts_follow_a_scope(study):
    drawn(study)
    scope = study.analyses.scope(documents="P02")
    counted = {thing.label: thing.facts for thing in with_facts(study, picture(study), scope).things}
    assert counted["trust"].segments == 1


def test_a_map_without_codes_has_no_counts_to_make(study):
    drawn(study)
    assert with_facts(study, picture(study, "Other")).things == ()


def test_the_past_of_a_map_has_the_names_of_its_time(study):
    drawn(study)
    maps.add_nodes(study, "Main", segments(study)[0])
    step = study.history()[-1].number
    before = picture(study)
    codebook.rename_code(study, "Power > trust", "faith")
    memos.edit_memo(study, next(one for one in _memos(study) if one.title == "On trust"), title="On faith")
    documents.edit_text(study, "P01", 0, 11, "INT")
    maps.move_nodes(study, "Main", {"Power": (900, 900)})
    maps.remove_relation(study, relation(study))
    maps.remove_nodes(study, "Main", "Bo")
    with study.read() as read:
        then = map_at(read, before.map.id, step)
    assert {thing.label: (thing.node.x, thing.words) for thing in then.things} == {
        thing.label: (thing.node.x, thing.words) for thing in before.things
    }
    assert then.relations == before.relations
    assert then.step == step
    with study.read() as read, pytest.raises(NotFound, match="was not there after step 3"):
        map_at(read, before.map.id, 3)


def _memos(project: Project) -> list:
    with project.read() as read:
        return read.memos()


def test_the_steps_of_a_map_are_told_even_when_it_is_gone(study):
    drawn(study)
    main, other = picture(study).map.id, picture(study, "Other").map.id
    codebook.add_code(study, "beside")
    maps.remove_relation_evidence(study, relation(study), segments(study)[0])
    maps.rename_map(study, "Other", "Second")
    with study.read() as read:
        told = [step.summary for step in steps_of(read, main)]
        assert [step.summary for step in steps_of(read, other)] == [
            "Make the map “Other”",
            "Rename the map “Other” to “Second”",
        ]
    assert told[0] == "Make the map “Main”"
    assert told[-1] == "Take a passage from “Power” contradicts “trust” on “Main”"
    assert len(told) == 9
    maps.remove_map(study, "Main")
    with study.read() as read:
        assert [step.summary for step in steps_of(read, main)] == [*told, "Remove the map “Main”"]


def test_two_pictures_are_compared(study):
    drawn(study)
    before = picture(study)
    assert compare_maps(before, before).same
    maps.move_nodes(study, "Main", {"Power": (900, 900)})
    maps.take_out(study, "Main", "Bo")
    codebook.rename_code(study, "Power > trust", "faith")
    maps.edit_note(study, node(study, "note"), "Else")
    maps.remove_nodes(study, "Main", "On trust")
    maps.add_nodes(study, "Main", "place")
    maps.change_relation(study, relation(study), comment="so")
    maps.remove_relation(study, relation(study, "leads to"))
    maps.relate(study, "Main", "Bo", "Power", "part of")
    found = compare_maps(before, picture(study))
    assert not found.same
    assert [thing.label for thing in found.added] == ["place"]
    assert [thing.label for thing in found.removed] == ["On trust"]
    assert [one.after.label for one in found.moved] == ["Power"]
    assert {one.after.label for one in found.renamed} == {"faith", "Else"}
    assert [one.after.label for one in found.changed if one.regrouped] == ["Bo"]
    assert [one.relation.kind for one in found.relations_added] == ["part of"]
    assert [one.relation.kind for one in found.relations_removed] == ["leads to"]
    assert [(one.relation.comment, two.relation.comment) for one, two in found.relations_changed] == [("", "so")]


def test_two_maps_are_compared_by_what_they_show(study):
    drawn(study)
    maps.add_nodes(study, "Other", ["trust", "Power"], [(400, 0), (0, 0)])
    maps.relate(study, "Other", "Power", "trust", "leads to", "otherwise")
    maps.relate(study, "Other", "trust", "Power", "contradicts")
    found = compare_maps(picture(study), picture(study, "Other"))
    assert found.added == ()
    assert found.moved == ()
    assert [pair[1].relation.comment for pair in found.relations_changed] == ["otherwise"]
    assert [one.relation.kind for one in found.relations_added] == ["contradicts"]
    assert {one.relation.kind for one in found.relations_removed} == {"contradicts", "speaks of"}


def test_evidence_is_read_and_suggested(study):
    drawn(study)
    coding.apply_code(study, "P01", AT, AT + 17, "gatekeeping")
    coding.apply_code(study, "P01", AT, AT + 5, "place")
    maps.add_nodes(study, "Main", ["place", "gatekeeping"])
    made = maps.relate(study, "Main", "place", "Power", "leads to")
    with study.read() as read:
        offered = map_evidence.suggested(read, made.id)
    assert [one.passage.quote for one in offered] == ["I trusted nobody at first.", "Trust"]
    assert offered[0].shared == 26
    maps.add_relation_evidence(study, made, [offered[1].passage.segment])
    with study.read() as read:
        assert [one.passage.quote for one in map_evidence.suggested(read, made.id)] == ["I trusted nobody at first."]
        chosen = map_evidence.quotes_of(read, made.id)
        assert [(one.passage.quote, one.coder) for one in chosen] == [("Trust", "Ana")]
        assert map_evidence.suggested(read, relation(study, "speaks of").id) == []


def test_a_theme_that_takes_in_linked_codes_meets_by_them(study):
    drawn(study)
    coding.apply_code(study, "P01", AT, AT + 5, "place")
    coding.apply_code(study, "P01", AT, AT + 5, "gatekeeping")
    other = codebook.add_code(study, "Ground", kind="theme")
    themes.link_code(study, other, "place")
    maps.add_nodes(study, "Main", other)
    made = maps.relate(study, "Main", other, "Power", "leads to")
    with study.read() as read:
        assert len(map_evidence.suggested(read, made.id)) == 2
