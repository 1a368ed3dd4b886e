"""The review page in a browser: on a screen and a telephone, on paper, and what is said on it on its way back."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from app.review_notes import code_of
from app.study import ANA
from app.test_review_page import NASTY, with_map
from chromium import Browser, require_chromium

from qualcode.app import codebook, coding, reviews, theme_maps
from qualcode.app.project import Project
from qualcode.app.review_arrivals import import_reviews
from qualcode.app.review_page import PageOptions, export_review


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
    trust = code_of(file_study, "trust")
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
    assert code_of(file_study, "faith").id == trust.id


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_name_that_no_code_may_have_is_refused_as_it_is_typed(
    browser: Browser, file_study: Project, tmp_path: Path, language: str
) -> None:
    trust = code_of(file_study, "trust")
    browser.open(export_review(file_study, tmp_path / "review.html", PageOptions(language=language)))
    browser.click("#tab-themes")
    browser.click(f"article [data-action='suggest'][data-target='{trust.id}']")
    browser.run("document.getElementById('value').value = ''")
    browser.click("#value")
    for typed in ("Power > faith", "\u200b"):
        browser.run("document.getElementById('value').value = ''")
        browser.type(typed)
        browser.click("#detail .form .edged")
        assert browser.run("review.suggestions.length") == 0
        if ">" in typed:
            said = browser.run("document.getElementById('wrong').textContent")
            assert said.startswith("“Power > faith”")
            assert ("Leave it out." in said) == (language == "en")
            assert browser.run("document.getElementById('value').getAttribute('aria-invalid')") == "true"
    browser.run("document.getElementById('value').value = ''")
    browser.type("faith>hope")
    assert browser.run("document.getElementById('wrong').textContent") == ""
    browser.click("#detail .form .edged")
    assert browser.run("review.suggestions.length") == 1


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
    place = code_of(file_study, "place").id
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


def test_on_a_telephone_one_comes_back_to_where_one_read(browser: Browser, file_study: Project, tmp_path: Path) -> None:
    with_map(file_study)
    browser.size(390, 844)
    browser.open(export_review(file_study, tmp_path / "review.html"))
    browser.click("#tab-themes")
    browser.run("scrollTo(0, 150)")
    browser.run("document.querySelector('article [data-action=suggest]').click()")
    top = "document.getElementById('detail').getBoundingClientRect().top"
    browser.wait(f"Math.abs({top}) < 844 / 2")
    browser.click("[data-back]")
    browser.wait("scrollY === 150")
    browser.size(1280, 800)
    assert not browser.run("document.querySelector('[data-back]').checkVisibility()")
    assert browser.console == []


def test_what_stands_on_a_large_map_can_be_read_at_once(browser: Browser, file_study: Project, tmp_path: Path) -> None:
    with_map(file_study)
    theme_maps.move_nodes(file_study, "How it holds", {"Power": (-450, -300), "trust": (450, -300), "place": (0, 300)})
    browser.size(1280, 800)
    browser.open(export_review(file_study, tmp_path / "review.html"))
    seen = "[...document.querySelectorAll('#canvas text')].filter((each) => each.textContent && each.checkVisibility())"
    smallest = f"Math.min(...{seen}.map((each) => parseFloat(getComputedStyle(each).fontSize) * each.getScreenCTM().a))"
    words = f"{seen}.map((each) => each.textContent)"
    assert browser.run(smallest) >= 11
    assert "Power" in browser.run(words)
    assert not any(" cases" in each for each in browser.run(words))
    for _ in range(4):
        browser.click("[data-map='in']")
    assert any(" cases" in each for each in browser.run(words))  # there is room for more
    assert browser.run(smallest) >= 11
    assert browser.console == []


def test_two_fingers_size_the_map(browser: Browser, file_study: Project, tmp_path: Path) -> None:
    with_map(file_study)
    browser.size(390, 844)
    browser.send("Emulation.setTouchEmulationEnabled", enabled=True, maxTouchPoints=2)
    browser.open(export_review(file_study, tmp_path / "review.html"))
    wide = "Number(document.querySelector('#canvas svg').getAttribute('viewBox').split(' ')[2])"
    before = browser.run(wide)
    place = browser.run("document.getElementById('canvas').getBoundingClientRect().toJSON()")
    x, y = place["x"] + place["width"] / 2, place["y"] + place["height"] / 2

    def touch(kind: str, *away: float) -> None:
        points = [{"x": x + one, "y": y, "id": number} for number, one in enumerate(away)]
        browser.send("Input.dispatchTouchEvent", type=kind, touchPoints=points)

    touch("touchStart", -20)
    touch("touchStart", -20, 20)
    touch("touchMove", -60, 60)
    browser.wait(f"{wide} < {before} / 2")
    touch("touchEnd")
    near = browser.run(wide)
    touch("touchStart", 0)
    touch("touchMove", 40)
    touch("touchEnd")
    assert browser.run(wide) == near
    assert browser.console == []


@pytest.mark.parametrize("width", [380, 1440])
def test_a_name_without_a_blank_makes_no_page_wider(
    browser: Browser, file_study: Project, tmp_path: Path, width: int
) -> None:
    codebook.rename_code(file_study, "trust", "W" * 200)
    browser.size(width, 900)
    browser.open(export_review(file_study, tmp_path / "review.html"))
    for tab in ("themes", "quotes", "together"):
        browser.click(f"#tab-{tab}")
        assert browser.run("document.documentElement.scrollWidth") <= width, tab


def test_a_sign_that_is_cut_through_at_the_longest_text_is_still_one(
    browser: Browser, file_study: Project, tmp_path: Path
) -> None:
    trust = code_of(file_study, "trust")
    browser.open(export_review(file_study, tmp_path / "review.html"))
    browser.click("#reviewer")
    browser.type("Helen Marsh")
    browser.click("#tab-themes")
    browser.click(f"article [data-action='suggest'][data-target='{trust.id}']")
    browser.run("document.getElementById('value').value = 'faith'")
    browser.run("document.querySelector('#detail .form textarea').value = 'x'.repeat(19999) + '😀'")
    browser.click("#detail .form .edged")
    browser.click("[data-action='save']")
    made = import_reviews(file_study, [browser.downloaded()])[0]
    assert made.suggestions == 1
