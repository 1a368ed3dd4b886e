"""The review page: what stands in it, that it asks for nothing, and its way through a browser and back."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from app.study import ANA
from chromium import Browser, require_chromium
from lxml import html

from qualcode.app import (
    codebook,
    coding,
    display_names,
    named_versions,
    redactions,
    relations,
    reviews,
    theme_maps,
    themes,
)
from qualcode.app.project import Project
from qualcode.app.review_arrivals import import_reviews
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


def test_what_could_name_somebody_is_found_before_it_leaves(file_study: Project) -> None:
    codebook.define_code(file_study, "trust", definition="As Ana Lee has it.")
    found = check_page(file_study, PageOptions())
    assert ("case", "Ana Lee", "definition") in {(row[0], row[1], row[3]) for row in found.rows()}


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


def test_themes_and_quotes_are_chosen(file_study: Project) -> None:
    tree, data, _ = page_of(file_study, themes=("Power",), quotes=1)
    names = {each["name"] for each in data["targets"].values() if each["kind"] in ("theme", "code")}
    assert names == {"Power", "trust", "gatekeeping"}
    assert len(tree.xpath("//article[@data-kind='quote']")) == 1
    tree, _, _ = page_of(file_study, quotes=0)
    assert not tree.xpath("//article[@data-kind='quote']")


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


def test_two_hundred_quotes_stay_under_ten_megabytes(tmp_path: Path) -> None:
    import qualcode

    with qualcode.open(make_sample(tmp_path / "demo"), coder="Ana") as project:
        _, data, text = page_of(project, quotes=50)
    assert len(data["quotes"]) >= 190
    assert len(text.encode()) < 2_000_000


# ── in a browser ──
@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    """A browser that has no network."""
    require_chromium()
    found = Browser(tmp_path)
    yield found
    found.close()


def test_a_review_goes_out_through_a_browser_and_comes_back(
    browser: Browser, file_study: Project, tmp_path: Path
) -> None:
    relation = with_map(file_study)
    trust = _code(file_study, "trust")
    page = export_review(file_study, tmp_path / "review.html")
    browser.open(page)
    _pan(browser)
    browser.click("#reviewer")
    browser.type("Helen Marsh")
    browser.click(f".label[data-target='{relation.id}']")
    assert browser.run("document.querySelector('#detail .title').textContent") == "Power contradicts trust"
    browser.click(f"#detail [data-action='needs-work'][data-target='{relation.id}']")
    browser.click("#tab-themes")
    browser.click(f"article [data-action='comment'][data-target='{trust.id}']")
    browser.type(NASTY)
    browser.click("#detail [data-action='comment']")
    browser.click(f"article [data-action='accept'][data-target='{trust.id}']")
    browser.click(f"#detail [data-action='suggest'][data-target='{trust.id}']")
    browser.run("document.getElementById('value').value = 'faith'")
    browser.click("#detail .form .edged")
    assert browser.run("document.getElementById('unsaved').textContent") == "4 not saved"
    browser.click("[data-action='sign-off']")
    browser.click("#detail .form .edged")
    browser.click("[data-action='save']")
    saved = browser.downloaded()
    assert saved.name == "Study-Helen Marsh.qcreview"
    assert browser.run("document.getElementById('unsaved').textContent") == ""
    assert browser.requests == [page.as_uri()]
    assert browser.console == []
    contents = json.loads(saved.read_text("utf-8"))
    assert set(contents) >= {"format", "project", "version", "digest", "marks", "comments", "suggestions"}
    made = import_reviews(file_study, [saved])[0]
    assert (made.comments, made.marks, made.suggestions, made.sign_offs, made.gone) == (1, 2, 1, 1, 0)
    with file_study.read() as read:
        notes = {note.kind: note for note in read.where("review_note")}
    assert notes["comment"].text == NASTY
    assert (notes["needs-work"].about_kind, notes["needs-work"].about) == ("relation", relation.id)
    reviews.accept_suggestion(file_study, notes["rename"])
    assert _code(file_study, "faith").id == trust.id


def _pan(browser: Browser) -> None:
    """The map follows the mouse, the keys and the buttons."""
    box = "document.querySelector('#canvas svg').getAttribute('viewBox')"
    whole = browser.run(box)
    place = browser.run("document.getElementById('canvas').getBoundingClientRect().toJSON()")
    browser.drag(place["x"] + 20, place["y"] + 20, 80, 60)
    moved = browser.run(box)
    assert moved != whole
    assert moved.split()[2:] == whole.split()[2:]
    browser.click("[data-map='in']")
    assert float(browser.run(box).split()[2]) < float(whole.split()[2])
    browser.click("[data-map='fit']")
    assert [float(n) for n in browser.run(box).split()] == pytest.approx([float(n) for n in whole.split()], abs=0.01)
    browser.run("document.getElementById('canvas').focus()")
    browser.key("ArrowRight", 39)
    assert browser.run(box) != whole
    browser.key("0", 48)


def test_what_was_not_saved_is_there_again_and_an_earlier_save_goes_on(
    browser: Browser, file_study: Project, tmp_path: Path
) -> None:
    page = export_review(file_study, tmp_path / "review.html", PageOptions(reviewer="Helen"))
    place = _code(file_study, "place").id
    browser.open(page)
    browser.click(f"[data-action='comment'][data-target='{place}']")
    browser.type("Where?")
    browser.click("[data-action='save']")  # what is still in the field is saved, too
    saved = browser.downloaded()
    first = tmp_path / "first.qcreview"
    first.write_bytes(saved.read_bytes())
    browser.click(f"[data-action='accept'][data-target='{place}']")
    browser.reload()
    assert browser.dialogs == ["beforeunload"]
    assert browser.run("document.getElementById('unsaved').textContent") == "1 thing not saved"
    browser.run("localStorage.clear(); unsaved.clear()")
    browser.reload()
    browser.choose_file("#earlier", first)
    browser.wait("document.getElementById('notice').textContent.startsWith('Opened the review of Helen')")
    browser.click(f"[data-action='needs-work'][data-target='{place}']")
    saved.unlink()
    browser.click("[data-action='save']")
    later = browser.downloaded()
    assert json.loads(later.read_text("utf-8"))["review"] == json.loads(first.read_text("utf-8"))["review"]
    assert [one.new for one in import_reviews(file_study, [first, later])] == [1, 1]
    spoilt = tmp_path / "spoilt.qcreview"
    spoilt.write_text(first.read_text("utf-8").replace("Where?", "There!"), "utf-8")
    browser.choose_file("#earlier", spoilt)
    browser.wait("document.getElementById('notice').textContent.startsWith('That file is no review')")


def test_its_digests_are_those_of_the_program(browser: Browser, file_study: Project, tmp_path: Path) -> None:
    from qualcode.formats.review_files import digest_of

    browser.open(export_review(file_study, tmp_path / "review.html"))
    for value in ({}, {"b": [1, 'é\u2028\x07"\\/'], "a": {"z": "😀", "é": ""}}, {"long": "x" * 1000}, {"n": "y" * 55}):
        assert browser.run(f"digestOf({json.dumps(value)})") == digest_of(value)
    assert browser.run("wellFormed('a\\ud800b')") == "a\ufffdb"


def test_it_fits_a_narrow_window_and_prints(browser: Browser, file_study: Project, tmp_path: Path) -> None:
    from pypdf import PdfReader

    coding.apply_code(file_study, "P01", ANA.index("Trust came"), ANA.index("Trust came") + 10, "place")
    browser.open(export_review(file_study, tmp_path / "review.html"))
    for width in (1440, 900, 600, 360):
        browser.size(width, 800)
        assert browser.run("document.documentElement.scrollWidth") <= width
    browser.printed(tmp_path / "review.pdf")
    printed = "\n".join(page.extract_text() for page in PdfReader(tmp_path / "review.pdf").pages)
    for words in ("Themes and codes", "Quotes by theme", "What occurs together"):
        assert words in printed
    assert "Save my review" not in printed
