"""The review page: what stands in it, that it asks for nothing, and its words in Chinese."""

import json
import re
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from app.study import ANA
from lxml import etree, html

from qualcode.analysis.map_geometry import touch
from qualcode.app import (
    cases,
    codebook,
    coding,
    display_names,
    documents,
    methods,
    named_versions,
    redactions,
    relations,
    reviews,
    theme_maps,
    themes,
)
from qualcode.app.project import Project
from qualcode.app.review_leaving import check_page
from qualcode.app.review_page import PageOptions, export_review, page_parts, review_page
from qualcode.app.sample import make_sample
from qualcode.domain.errors import BadInput, QualcodeError

NASTY = "</script><script>alert(1)</script> \"quoted\" 'single' & {{data}} 😀 שלום"


def with_map(project: Project) -> Any:
    """A map with a relation that has evidence; the relation."""
    drawn = theme_maps.add_map(project, "How it holds")
    theme_maps.add_nodes(project, drawn, ["Power", "trust", "place"], [(-300, 0), (300, -200), (300, 200)])
    made = relations.relate(project, drawn, "Power", "trust", "contradicts", "Whoever holds the keys.")
    with project.read() as read:
        segment = read.placed()[0].segment
    relations.add_relation_evidence(project, made, [segment])
    theme_maps.add_note(project, drawn, "A note on it")
    return made


def page_of(project: Project, **options: Any) -> tuple[Any, dict[str, Any], str]:
    """A page as a tree, its data, and its text."""
    text = review_page(project, PageOptions(**options))
    tree = html.document_fromstring(text)
    return tree, json.loads(tree.get_element_by_id("review-data").text), text


def targets(tree: Any, action: str) -> set[str]:
    return {each.get("data-target") for each in tree.xpath(f"//*[@data-action='{action}']")}


def test_everything_can_be_marked_and_spoken_about(file_study: Project) -> None:
    relation = with_map(file_study)
    tree, data, _ = page_of(file_study)
    with file_study.read() as read:
        codes = {str(code.id) for code in read.codes()}
        quotes = {str(one.segment) for one in read.placed()}
    for action in ("accept", "needs-work", "comment", "suggest"):
        there = targets(tree, action)
        assert codes | {str(relation.id)} <= there
        assert quotes & there
        assert there <= set(data["targets"])
    assert len(targets(tree, "save")) == 1
    assert {each["kind"] for each in data["targets"].values()} == {
        "project",
        "map",
        "theme",
        "code",
        "quote",
        "relation",
    }
    labels = [each.get("aria-label") for each in tree.xpath("//article//button[@data-action]")]
    assert all(labels)


def test_it_has_the_parts_of_the_study(file_study: Project) -> None:
    with_map(file_study)
    named_versions.name_version(file_study, "Round 1")
    codebook.define_code(file_study, "trust", definition="Whoever believes whom.")
    themes.describe_theme(file_study, "Power", "Who decides.", "Not the rules.")
    tree, _, text = page_of(file_study)
    assert [each.text for each in tree.xpath("//*[@role='tab']")] == [
        "Map",
        "Themes",
        "Quotes",
        "Co-occurrence",
        "What changed (2)",
    ]
    for words in ("Who decides.", "Whoever believes whom.", "I trusted nobody at first.", "Since “Round 1”"):
        assert words in text
    assert tree.xpath("//svg//*[@class='shape note ']")
    tree, _, _ = page_of(file_study, tabs=())
    assert [each.text for each in tree.xpath("//*[@role='tab']")] == ["Themes"]


def test_the_same_state_gives_the_same_bytes_and_the_key_follows_the_contents(file_study: Project) -> None:
    with_map(file_study)
    first = page_of(file_study)
    assert first[2] == page_of(file_study)[2]
    fewer = page_of(file_study, quotes=1)
    assert fewer[1]["version"]["step"] == first[1]["version"]["step"]
    assert fewer[1]["version"]["page"] != first[1]["version"]["page"]
    with file_study.read() as read:
        assert (first[1]["version"]["step"], first[1]["version"]["digest"]) == read.last_step()


def test_no_text_of_theirs_becomes_part_of_the_page(file_study: Project) -> None:
    codebook.define_code(file_study, "trust", definition=NASTY, example=NASTY)
    codebook.rename_code(file_study, "place", NASTY.replace(">", ""))
    reviews.comment_on(file_study, None, NASTY)
    tree, data, text = page_of(file_study, reviewer=NASTY)
    assert len(tree.xpath("//script")) == 2
    assert "alert(1)</script>" not in text
    assert NASTY in tree.text_content()
    assert tree.get_element_by_id("reviewer").value == NASTY
    assert data["threads"][data["project"]][0]["text"] == NASTY


def test_its_policy_lets_nothing_in_but_itself(file_study: Project) -> None:
    with_map(file_study)
    tree, _, text = page_of(file_study)
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert not tree.xpath("//*[@style]")  # it would be refused
    assert not tree.xpath("//*[starts-with(local-name(), 'on')] | //@*[starts-with(name(), 'on')]")
    assert not re.search(r"""(?:src|href|action)=["']?(?:https?:|//)""", text)
    assert "url(" not in text


def test_people_are_called_by_their_display_ids_and_redacted_words_stay_out(file_study: Project) -> None:
    display_names.give_displays(file_study, "Partner {A}")
    start = ANA.index("nobody")
    redactions.redact(file_study, "P01", start, start + 6)
    _, data, text = page_of(file_study)
    sources = {quote["source"] for quote in data["quotes"].values()}
    assert sources == {"Partner A, turn 2", "Partner B, turn 2"}
    assert "I trusted […] at first." in {quote["text"] for quote in data["quotes"].values()}
    assert "nobody" not in text
    _, named, _ = page_of(file_study, names=True)
    assert "P01, turn 2" in {quote["source"] for quote in named["quotes"].values()}


def test_what_changed_names_nobody_either(file_study: Project) -> None:
    documents.rename_document(file_study, "P01", "P01 Ana Lee")
    since = len(file_study.history())
    codebook.define_code(file_study, "trust", example="I trusted", example_document="P01 Ana Lee")
    display_names.give_displays(file_study, "Partner {A}")
    tree, _, text = page_of(file_study, since=str(since))
    (changed,) = tree.xpath("//ol[@class='changes']")
    assert "P01 Partner A" in changed.text_content()
    assert "Ana Lee" not in text


def told_of(project: Project, path: str) -> dict[str, str]:
    """The labelled lines of a theme or code on the page."""
    tree, _, _ = page_of(project)
    with project.read() as read:
        (code,) = (one.id for one in read.codes() if read.codebook.path(one.id) == path)
    (card,) = tree.xpath(f"//article[@data-of='{code}']")
    labels, texts = (card.xpath(f".//{part}") for part in ("dt", "dd"))
    return {label.text_content(): text.text_content() for label, text in zip(labels, texts, strict=True)}


def test_a_theme_says_what_it_lacks_who_speaks_and_which_codes_are_linked(file_study: Project) -> None:
    themes.link_code(file_study, "Power", "place")
    display_names.give_displays(file_study, "Partner {A}")
    told = told_of(file_study, "Power")
    lacks = "no search for counter-evidence; no central organising concept; no boundary; no evidence chosen"
    assert told["Unfinished"].startswith(lacks)
    assert told["Linked codes"] == "place"
    assert told["Voices"] == "2 of 2 cases; rests on Partner A: 67 % of its segments"
    themes.describe_theme(file_study, "Power", concept="Keys.", boundary="No.", counter_search="Read all again.")
    assert told_of(file_study, "Power")["Unfinished"] == "no evidence chosen"


def test_a_page_says_what_counts_prove_where_the_method_does(file_study: Project) -> None:
    methods.set_method(file_study, "reflexive")
    assert "no proof of a theme" in page_of(file_study)[2]
    (head, *_) = page_of(file_study, language="zh")[0].xpath("//section[@id='themes']//div[@class='head']")
    assert "计数不能证明一个主题" in head.text_content()
    methods.set_method(file_study, "codebook")
    assert "no proof of a theme" not in page_of(file_study)[2]


def test_what_could_name_somebody_is_found_before_it_leaves(file_study: Project) -> None:
    codebook.define_code(file_study, "trust", definition="As Ana Lee has it.")
    found = check_page(file_study, PageOptions())
    assert ("case", "Ana Lee", "definition") in {(row[0], row[1], row[3]) for row in found.rows()}


def test_names_in_the_sources_of_quotes_are_found_before_they_leave(file_study: Project) -> None:
    documents.rename_document(file_study, "P01", "Ana Lee")
    rows = {(row[0], row[1], row[3]) for row in check_page(file_study, PageOptions(names=True)).rows()}
    assert ("case", "Ana Lee", "citation") in rows  # “Ana Lee, turn 2” stands below her quotes
    assert ("file", "P02", "citation") in rows
    display_names.give_displays(file_study, "Partner {A}")
    found = {row[1] for row in check_page(file_study, PageOptions()).rows()}
    assert found.isdisjoint({"Ana Lee", "Bo", "P02"})


def test_whatever_stands_on_a_map_is_drawn_and_looked_through(file_study: Project) -> None:
    drawn = theme_maps.add_map(file_study, "Everything")
    with file_study.read() as read:
        memo, segment = read.memos()[0].id, read.placed()[0].segment
    theme_maps.add_nodes(file_study, drawn, ["Power", "Ana Lee", memo, segment])
    theme_maps.add_note(file_study, drawn, "Ask Bo again")
    theme_maps.add_group(file_study, drawn, "Both", ["Power"])
    reviews.comment_on(file_study, drawn, "Where is Bo?")
    display_names.give_displays(file_study)
    tree, data, _ = page_of(file_study, since="beginning")
    kinds = {each.get("class").split()[1] for each in tree.xpath("//svg//*[starts-with(@class, 'shape ')]")}
    assert kinds == {"theme", "case", "memo", "segment", "note", "group"}
    assert str(segment) in data["quotes"]
    assert tree.xpath("//svg//*[@class='shape case ']//*[text()='P01']")
    rows = {(row[1], row[3]) for row in check_page(file_study, PageOptions(since="beginning")).rows()}
    assert ("Bo", "comment") in rows
    assert ("Ana Lee", "note on a map") not in rows
    assert ("Ana Lee", "note on a map") in {
        (row[1], row[3]) for row in check_page(file_study, PageOptions(names=True)).rows()
    }


def of_group(tree: Any, name: str) -> tuple[str, list[str]]:
    """What is said beside a theme among the quotes, and its quotes."""
    (group,) = (one for one in tree.xpath("//section[@class='group']") if one.find("h3/bdi").text == name)
    return group.find("h3/small").text, [one.text_content() for one in group.iter("blockquote")]


def test_quotes_of_a_theme_are_what_speaks_for_it(file_study: Project) -> None:
    start, garden = ANA.index("I trusted"), ANA.index("with the garden")
    file_study.coder = "Cleo"  # who coded nothing: her segments are others than Ana's
    themes.add_evidence(file_study, "Power", ("P01", start, start + 27), "against")
    themes.add_evidence(file_study, "Power", ("P01", garden, garden + 15), "for")
    tree, data, _ = page_of(file_study)
    assert of_group(tree, "Power") == (
        "1 of 2 segments · 2 cases · 1 chosen without a code",
        ["with the garden", "信任"],
    )
    words = [quote["text"] for quote in data["quotes"].values()]
    assert len(words) == len(set(words)), "the same words stand on the page once"


def test_cases_without_text_are_not_counted(file_study: Project) -> None:
    cases.add_case(file_study, "Nobody yet")
    tree, _, _ = page_of(file_study)
    facts = {one.text for one in tree.xpath("//article[contains(@class,'theme')]/p[@class='facts']")}
    assert facts == {"2 segments · 2 of 2 cases · candidate"}


def test_a_study_without_cases_speaks_of_segments(file_study: Project) -> None:
    with file_study.read() as read:
        there = [case.id for case in read.cases()]
    cases.remove_cases(file_study, there)
    tree, _, text = page_of(file_study)
    facts = {one.text for one in tree.xpath("//article[contains(@class,'theme')]/p[@class='facts']")}
    assert facts == {"2 segments · candidate"}
    assert of_group(tree, "Power")[0] == "2 of 2 segments"
    assert "people" not in text


def test_themes_that_were_dropped_are_left_out_unless_asked_for(file_study: Project) -> None:
    def cards(tree: Any) -> set[str]:
        return set(tree.xpath("//article//bdi[@class='strong']/text()"))

    codebook.add_code(file_study, "Care", kind="theme")
    themes.set_stage(file_study, "Power", "dropped")
    tree, _, _ = page_of(file_study)
    assert cards(tree) == {"Care", "trust", "gatekeeping", "place"}
    assert of_group(tree, "In no theme")[1], "the codes below it stay"
    asked, _, _ = page_of(file_study, themes=("Power",))
    assert cards(asked) == {"Power", "trust", "gatekeeping"}
    assert of_group(asked, "Power")[0] == "2 of 2 segments · 2 cases"
    with file_study.read() as read:
        key = next(str(code.id) for code in read.codes() if code.name == "Power")
    assert cards(page_of(file_study, themes=(key,))[0]) == cards(asked), "the window names them by their ids"


def test_boxes_of_the_map_are_as_large_as_is_kept_with_it(file_study: Project) -> None:
    def boxes() -> dict[str, tuple[float, ...]]:
        shapes = page_of(file_study)[0].xpath("//svg//*[starts-with(@class, 'shape ')]")
        found = {}
        for shape in shapes:
            (rect,) = shape.xpath("./rect")
            name = "".join(shape.xpath(".//text[contains(@class, 'strong near')]/text()"))
            found[name] = tuple(float(rect.get(side)) for side in ("x", "y", "width", "height"))
        return found

    with_map(file_study)
    at = ANA.index("Trust came")
    coding.apply_code(file_study, "P01", at, at + 17, "trust")
    assert {box[2] for name, box in boxes().items() if name} == {256.0}
    theme_maps.size_boxes(file_study, "How it holds", "segments")
    sized = boxes()
    assert sized["Power"][2] == max(box[2] for box in sized.values()) > sized["place"][2]
    solid = [(x, y, x + width, y + height) for x, y, width, height in sized.values()]
    assert not any(touch(one, other) for one, other in combinations(solid, 2))


def test_from_afar_a_short_name_leaves_room_for_what_is_counted(file_study: Project) -> None:
    with_map(file_study)
    afar = page_of(file_study)[0].xpath("//svg//*[@class='less far']/text()")
    assert "2 segments" in afar


def test_the_chart_counts_what_its_caption_says(file_study: Project) -> None:
    """In the one turn of Ana's, trust and place meet; they share no other."""
    tree, _, _ = page_of(file_study)
    (caption,) = tree.xpath("//p[@class='caption']/text()")
    assert caption.startswith(
        "Two codes co-occur where segments of both touch one turn. "
        "Shared turns; on the diagonal the turns of each code."
    )
    heads = [one.text_content() for one in tree.xpath("//table[@class='heat']/tbody/tr/th")]
    rows = [[cell.text for cell in row.iter("td")] for row in tree.xpath("//table[@class='heat']/tbody/tr")]
    assert rows[heads.index("trust")][heads.index("place")] == "1"
    assert rows[heads.index("place")][heads.index("place")] == "1", "two segments of one turn"


def test_themes_and_quotes_are_chosen(file_study: Project) -> None:
    tree, data, _ = page_of(file_study, themes=("Power",), quotes=1)
    names = {each["name"] for each in data["targets"].values() if each["kind"] in ("theme", "code")}
    assert names == {"Power", "trust", "gatekeeping"}
    assert len(tree.xpath("//article[@data-kind='quote']")) == 1
    tree, _, _ = page_of(file_study, quotes=0)
    assert not tree.xpath("//article[@data-kind='quote']")


def test_no_more_evidence_than_quotes_were_asked_for(file_study: Project) -> None:
    with_map(file_study)
    places = ("nobody", "Trust", "slowly", "garden")
    for number, word in enumerate(places):
        start = ANA.index(word)
        themes.add_evidence(file_study, "Power", ("P01", start, start + len(word)), ("for", "against")[number % 2])

    def shown(quotes: int) -> tuple[int, int]:
        data = page_of(file_study, quotes=quotes)[1]
        (power,) = (each for each in data["targets"].values() if each["kind"] == "theme")
        assert (power["of_for"], power["of_against"]) == (2, 2)
        assert all(len(each.get("for", ())) <= quotes for each in data["targets"].values())
        return len(power["for"]), len(power["against"])

    assert [shown(1), shown(5)] == [(1, 1), (2, 2)]


def with_more_on_the_map(project: Project) -> Any:
    """Beside the map of `with_map`: a theme with evidence, a quote and a note, each tied to another."""
    with_map(project)
    codebook.add_code(project, "Care", "theme")
    with project.read() as read:
        shows = read.placed()[0].segment
        (code,) = (each for each in read.codes() if each.name == "place")
        place = next(one.segment for one in read.codings_with(code.id) if one.segment != shows)
    themes.add_evidence(project, "Care", place, "for", "")
    drawn = "How it holds"
    theme_maps.add_nodes(project, drawn, ["Care"], [(0, 400)])
    relations.relate(project, drawn, "Care", "Power", "leads to", "Care of the powerful.")
    with project.read() as read:
        segment = read.record("segment", place)
    theme_maps.add_nodes(project, drawn, [segment], [(300, 400)])
    return place


@pytest.mark.parametrize("options", [{"quotes": 0}, {"tabs": ("map", "together", "changes")}])
def test_a_page_without_quotes_holds_no_words_of_anybody(file_study: Project, options: dict[str, Any]) -> None:
    segment = with_more_on_the_map(file_study)
    tree, data, text = page_of(file_study, **options)
    assert data["quotes"] == {}
    with file_study.read() as read:
        for one in read.placed():
            words = read.text(read.record("document", one.document))[one.start : one.end]
            assert words not in text
    assert "1 thing left out" in text
    assert str(segment) not in text
    assert "Care of the powerful." in text, "relations stay: their quotes are counted"
    assert page_of(file_study)[1]["quotes"], "they stand on a page with quotes"
    assert "left out" not in page_of(file_study)[2]
    assert tree.xpath("//section[@id='map']")


def test_a_page_of_some_themes_names_no_other(file_study: Project) -> None:
    segment = with_more_on_the_map(file_study)
    codebook.add_code(file_study, "Lost")
    named_versions.name_version(file_study, "Round 1")
    codebook.remove_code(file_study, "Lost")
    assert "Lost" in page_of(file_study)[2]
    tree, data, text = page_of(file_study, themes=("Power",))
    kinds = [each["kind"] for each in data["targets"].values()]
    assert kinds.count("relation") == 1, "that from Power to trust"
    for words in ("Care", "Lost", "A note on it", str(segment)):
        assert words not in text, words
    assert "4 things left out" in text
    assert "1 relation left out" in text
    assert tree.xpath("//section[@id='map']")
    _, _, text = page_of(file_study, themes=("Power",), language="zh")
    assert "4 项未列出" in text


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"language": "fr"}, "not in “fr”"),
        ({"quotes": 900}, "0 to 50 quotes"),
        ({"tabs": ("pictures",)}, "no part “pictures”"),
        ({"themes": ("Powre",)}, "no code “Powre”"),
        ({"map": "None"}, "no map “None”"),
        ({"since": "Never"}, "no version “Never”"),
    ],
)
def test_options_that_name_nothing_are_refused(file_study: Project, options: dict[str, Any], says: str) -> None:
    with pytest.raises(QualcodeError, match=says):
        review_page(file_study, PageOptions(**options))


@pytest.mark.parametrize(("given", "shown"), [("x" * 5_000, "x" * 200), (" \u200b ", ""), ("Helen", "Helen")])
def test_the_name_it_goes_to_is_one_that_comes_back(file_study: Project, given: str, shown: str) -> None:
    tree, _, _ = page_of(file_study, reviewer=given)
    field = tree.get_element_by_id("reviewer")
    assert field.get("value") == shown
    assert int(field.get("maxlength")) == 200


def test_it_is_written_as_html_only(file_study: Project, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"ending in \.html"):
        export_review(file_study, tmp_path / "review.pdf")
    assert export_review(file_study, tmp_path / "review.html").stat().st_size > 20_000


def test_what_was_said_before_is_read_on_the_page(file_study: Project) -> None:
    said = reviews.comment_on(file_study, _code(file_study, "trust"), "Whose?")
    reviews.answer_note(file_study, said, "Theirs.")
    asked = reviews.suggest(file_study, _code(file_study, "trust"), "rename", "faith")
    reviews.refuse_suggestion(file_study, asked, "Too big a word.")
    _, data, _ = page_of(file_study)
    thread = data["threads"][str(said.about)]
    assert [(each["text"], each["asked"], each["state"]) for each in thread] == [
        ("Whose?", "", "open"),
        ("Theirs.", "", "open"),
        ("", "rename to “faith”", "refused"),
    ]


def _code(project: Project, name: str) -> Any:
    with project.read() as read:
        return next(code for code in read.codes() if code.name == name)


def test_changes_are_counted_from_the_last_review(file_study: Project) -> None:
    assert page_of(file_study)[0].xpath("//*[@id='tab-changes']") == []
    codebook.rename_code(file_study, "place", "room")
    tree, _, text = page_of(file_study, since="beginning")
    assert tree.xpath("//*[@id='tab-changes']")
    assert "Since the beginning of the study." in text
    tree, _, text = page_of(file_study, since=str(len(file_study.history()) - 1))
    assert "Renamed: room" in text
    assert "Name: “place” → “room”" in text


def test_all_its_sentences_are_there_in_chinese(file_study: Project) -> None:
    with_map(file_study)
    tree, _, text = page_of(file_study, language="zh")
    assert tree.get("lang") == "zh-Hans"
    assert "主题图" in text
    assert "保存我的评阅" in text
    words = page_parts("zh").words
    script = page_parts("zh").script
    asked = set(re.findall(r'(?:say|tell|labelled)\(\s*"([^"]+)"', script))
    asked |= set(re.findall(r'button\([^,()]+, [^,()]+, "([^"]+)"', script))
    assert asked
    assert asked <= set(words)
    (caption,) = tree.xpath("//p[@class='caption']/text()")
    assert "共现" in caption
    assert re.findall(r"[a-z]{3,}|, |。 ", caption.replace("Ana Lee", "")) == []


def test_the_page_and_the_program_say_the_same_in_chinese() -> None:
    ours: dict[str, set[str]] = {}
    place = Path(__file__).parents[2] / "resources" / "translations" / "qualcode_zh_CN.ts"
    for message in etree.parse(place).iter("message"):
        found = message.find("translation")
        texts = [form.text for form in found.findall("numerusform")] or [found.text]
        ours.setdefault(message.findtext("source") or "", set()).update(filter(None, texts))
    page = page_parts("zh").words
    shared = {words for words in page if ours.get(words)} - {"Map"}  # one word of a row there, a tab of its own here
    assert len(shared) > 100
    assert {words: page[words] for words in shared if page[words] not in ours[words]} == {}
    assert page["heard from"]


def test_two_hundred_quotes_stay_under_ten_megabytes(tmp_path: Path) -> None:
    import qualcode

    with qualcode.open(make_sample(tmp_path / "demo"), coder="Ana") as project:
        _, data, text = page_of(project, quotes=50)
    assert len(data["quotes"]) >= 190
    assert len(text.encode()) < 2_000_000
