"""A focus group's speakers as cases: filters by variable and analyses by case count only their own turns."""

import pytest

import qualcode
from qualcode.app import cases, codebook, coding, counting, documents, folders, replacing, search
from qualcode.app.project import Project
from qualcode.app.sample import LEAD, make_sample
from qualcode.app.scoping import make_scope
from qualcode.app.tables import segment_rows
from qualcode.domain.documents import turns
from qualcode.store import pages

TEXT = (
    "MOD: Who begins?\n\nMARY: I do. Trust first.\n\nBEN: No, pay first.\n\nMARY: Fine, pay then.\n\nMOD: Thanks.\n\n"
)


@pytest.fixture
def group(study: Project) -> Project:
    """The study with a focus group: Mary's case is of the team east, Ben's west."""
    documents.edit_text(study, "P02", 0, 0, TEXT)
    documents.set_speakers(study, "P02", r"^(?P<speaker>[A-Z]{3,4}):\s*")
    cases.unassign(study, "Bo", "P02")
    codebook.add_code(study, "pay")
    for words in ("No, pay first", "Fine, pay then", "Who begins"):
        at = TEXT.index(words)
        coding.apply_code(study, "P02", at, at + len(words), "pay")
    both = TEXT.index("first.\n\nBEN")
    coding.apply_code(study, "P02", both, both + 20, "place")  # over Mary's turn and Ben's
    cases.speakers_to_cases(study, "P02", {"MARY": "Mary", "BEN": "Ben"})
    cases.set_value(study, "Mary", "team", "east")
    cases.set_value(study, "Ben", "team", "west")
    return study


def quotes(project: Project, **filters: object) -> list[str]:
    with project.read() as read:
        return [row[-1] for row in segment_rows(read, make_scope(read, **filters))]  # type: ignore[arg-type]


def test_a_filter_by_variable_counts_own_turns_only(group: Project) -> None:
    east, west = {"team": "east"}, {"team": "west"}
    assert quotes(group, variables=east) == ["first.\n\nBEN: No, pay", "Fine, pay then"]
    assert quotes(group, variables=west) == ["first.\n\nBEN: No, pay", "No, pay first"]
    with group.read() as read:
        scope = make_scope(read, variables=west)
        assert not scope.everything
        pay = next(code for code in read.codes() if code.name == "pay")
        p02 = read.document_named("P02")
        assert counting.code_counts(read, None, scope)[pay.id].segments == 1
        assert counting.code_counts(read, [pay.id], scope)[pay.id].segments == 1
        assert len(pages.codings_of(read, p02.id, scope)) == 2
        assert pages.counts_by_document(read, scope) == {p02.id: 2}
        assert len(pages.newest_first(read, scope)) == 2 * 16
        assert {one.code for one in pages.codings_by_id(read, pages.in_text_order(read, scope))} >= {pay.id}
    table = group.analyse("frequencies", variables=west)
    assert dict(zip(table["code"], table["segments"], strict=True))["pay"] == 1


@pytest.mark.parametrize("regex", [False, True])
def test_words_are_replaced_in_own_turns_only(group: Project, regex: bool) -> None:
    with group.read() as read:
        scope = make_scope(read, variables={"team": "west"})
        found = replacing.find_passages(read, replacing.Search("pay", "fee", regex=regex), inside=scope)
    assert [one.name for one in found] == ["P02"]
    replacing.replace_passages(group, found)
    with group.read() as read:
        text = read.text(read.document_named("P02"))
    assert "BEN: No, fee first." in text
    assert "MARY: Fine, pay then." in text


def test_a_table_says_which_documents_were_looked_at_in_part(group: Project) -> None:
    table = group.analyse("cooccurrence", rule="turn", variables={"team": ["north", "west"]})
    assert table.attrs["documents"] == "2 of 2: P01 (in part); P02 (in part)"
    assert group.analyse("frequencies", documents="P02").attrs["documents"] == "1 of 2: P02"


def test_a_folder_by_its_name_alone(group: Project) -> None:
    folders.move_documents(group, ["P02"], "Groups")
    for named in ("Groups", ["Groups"]):
        attrs = group.analyse("frequencies", folders=named).attrs
        assert (attrs["documents"], attrs["folders"]) == ("1 of 2: P02", "Groups")


def test_a_document_of_the_whole_case_stays_whole(group: Project) -> None:
    cases.assign(group, "Ben", "P02")
    assert len(quotes(group, variables={"team": "west"})) == len(quotes(group, documents=["P02"]))


def test_a_span_of_a_case_counts_as_such(group: Project) -> None:
    cases.add_case(group, "Cy", team="north east")
    cases.assign(group, "Cy", "P02", 0, TEXT.index("MARY"))
    assert quotes(group, variables={"team": "north east"}) == ["Who begins"]


def test_the_search_looks_only_there(group: Project) -> None:
    with group.read() as read:
        west = make_scope(read, variables={"team": "west"})
    found = [hit.context for hit in search.search(group, "pay", scope=west)]
    assert len(found) == 1
    assert len(list(search.search(group, "team=east pay"))) == 1


def test_filters_hold_together(group: Project) -> None:
    with group.read() as read:
        assert make_scope(read, documents=["P01"], variables={"team": "east"}).parts == ()


def test_many_turns_are_no_trouble_for_the_database(group: Project) -> None:
    text = "".join(f"MARY: Yes {number}.\n\nBEN: No.\n\n" for number in range(3_000))
    documents.replace_text(group, "P02", text)
    spoken = [turn for turn in turns(text, r"^(?P<speaker>[A-Z]{3,4}):\s*") if turn.speaker == "MARY"]
    coding.apply_code(group, "P02", spoken[-1].start, spoken[-1].end, "pay")
    with group.read() as read:
        scope = make_scope(read, variables={"team": "east"})
        assert len(scope.parts[0][1]) == 3_000
        assert sum(pages.counts_by_document(read, scope).values()) == 1


def test_the_focus_group_of_the_sample(tmp_path) -> None:  # type: ignore[no-untyped-def]
    place = make_sample(tmp_path)
    with qualcode.open(place, coder=LEAD) as project:
        with project.read() as read:
            grouped = next(document for document in read.documents() if document.folder == "Focus groups")
            text = read.text(grouped)
            spoken = turns(text, grouped.speakers)
            whole = {(one.start, one.end) for one in read.placed(document=grouped.id)}
        speakers = [name for name in dict.fromkeys(turn.speaker for turn in spoken) if name]
        for one in list(speakers):
            cases.speakers_to_cases(project, grouped, {one: f"{one} of the group"})
            cases.set_value(project, f"{one} of the group", "voice", one)
        seen: set[tuple[int, int]] = set()
        for one in speakers:
            own = [(turn.start, turn.end) for turn in spoken if turn.speaker == one]
            with project.read() as read:
                scope = make_scope(read, documents=[grouped], variables={"voice": one})
                found = {(row[2], row[3]) for row in segment_rows(read, scope)}
            assert found == {span for span in whole if any(span[0] < end and start < span[1] for start, end in own)}
            seen |= found
        assert seen == whole
