"""The report: what the project tells of itself, balanced quotes, and files that are the same for the same state."""

from pathlib import Path
from typing import Any
from uuid import UUID

import docx
import pypdfium2
import pytest
from app.study import ANA, BEN
from hypothesis import given
from hypothesis import strategies as st

import qualcode
from qualcode.app import (
    cases,
    codebook,
    coding,
    display_names,
    documents,
    marking,
    memos,
    redactions,
    summaries,
    theme_maps,
    themes,
    variables,
)
from qualcode.app.balanced_quotes import Passage, balanced
from qualcode.app.methods import set_method
from qualcode.app.project import Project
from qualcode.app.report import build, write_report
from qualcode.app.report_answers import LONGEST_ANSWER, answer_item, answers
from qualcode.app.report_facts import facts
from qualcode.app.report_options import ReportOptions
from qualcode.app.sign_offs import sign_off
from qualcode.app.theme_facts import theme_board
from qualcode.domain.errors import BadInput, NotFound
from qualcode.domain.reporting import GUIDELINES
from qualcode.formats.report_parts import Heading, Paragraph, Picture, Quote, Report, Table, by_page


def told(project: Project) -> dict[str, str]:
    with project.read() as read:
        return {name: " ".join(sentences) for name, sentences in facts(read).items()}


def of_theme(report: Report, name: str) -> list[object]:
    """The parts of a report below the heading of a theme."""
    parts = list(report.parts)
    first = next(number for number, part in enumerate(parts) if isinstance(part, Heading) and part.text == name)
    rest = parts[first + 1 :]
    last = next((number for number, part in enumerate(rest) if isinstance(part, Heading)), len(rest))
    return list(rest[:last])


# ── facts ──────────────────────────────────────────────────────────────────────────────────────────────────
def test_the_project_tells_what_it_knows(study: Project) -> None:
    memos.write_memo(study, "I grew up here.", kind="reflexive", dated="2026-10-01")
    found = told(study)
    assert found["method"] == "The approach chosen is Reflexive thematic analysis."
    assert found["sample"] == "The project holds 2 documents and 2 cases."
    assert found["coded"] == "Codings lie in 2 of 2 documents and 2 of 2 cases."
    assert "age: 31 to 44, median 37.5." in found["variables"]
    assert "team: 1 answer (known of 1 of 2 cases)." in found["variables"], "free text may give somebody away"
    assert found["reflexivity"] == "Reflexive memos: 1 memo, on 2026-10-01."
    assert found["coders"] == "2 people coded: Ana (4), Ben (1) (number of codings)."
    assert found["codebook"] == "The codebook has 1 theme and 3 codes on 2 levels; with a definition: 1 of 4."
    assert found["themes"] == "1 theme: Power (candidate)."
    assert found["counter_evidence"] == "A search for counter-evidence is described for 0 of 1 theme; not for: Power."
    assert not {"theme_origins", "code_origins"} & set(found), "nobody said where codes come from"
    assert found["before_coding"] == ("Of the 4 themes and codes in the codebook 4 were there before the first coding.")
    assert "evidence" not in found
    with study.read() as read:
        assert read.last_step()[1][:16] in found["audit"]


def test_answers_that_were_chosen_are_told_as_they_may_be_printed(study: Project) -> None:
    start = ANA.index("nobody")
    redactions.redact(study, "P01", start, start + len("nobody"))
    display_names.set_display(study, "Ana Lee", "P07")
    cases.add_variable(study, "trusts", "choice")
    variables.set_values(study, [("Ana Lee", "trusts", "nobody"), ("Bo", "trusts", "Ana Lee")])
    assert "trusts: Ana Lee 1, […] 1." in told(study)["variables"]
    with study.read() as read:
        assert "trusts: P07 1, […] 1." in facts(read, ReportOptions(display_ids=True))["variables"]
    variables.set_values(study, [("Bo", "trusts", "whoever comes on time and stays until all is cleared away")])
    assert ", whoever comes on time and stays" in told(study)["variables"]
    variables.set_values(study, [("Bo", "trusts", "whoever comes on time, stays until all is cleared away, and asks")])
    assert "trusts: 2 different answers." in told(study)["variables"], "nobody chooses that from a list"


def test_what_is_done_about_themes_and_privacy_is_told(study: Project) -> None:
    codebook.define_code(study, "trust", origin="inductive")
    themes.describe_theme(study, "Power", counter_search="All of P02 was read again.")
    at = ANA.index("Trust came")
    themes.add_evidence(study, "Power", ("P01", at, at + 10), "against")
    display_names.set_display(study, "Bo", "P07")
    redactions.redact(study, "P02", 0, 5)
    found = told(study)
    assert found["code_origins"] == "Codes by the origin they are labelled with: inductive 1, no label 2."
    assert "theme_origins" not in found, "no theme has a label"
    codebook.define_code(study, "Power", origin="deductive")
    assert told(study)["theme_origins"] == "Themes by the origin they are labelled with: deductive 1."
    assert found["evidence"] == "Passages were chosen as evidence of 1 theme: 0 for and 1 against."
    assert found["counter_evidence"] == "A search for counter-evidence is described for every theme."
    assert found["privacy"] == "[…] stands for words that are never printed: 1 passage.", "names are printed here"
    with study.read() as read:
        named = " ".join(facts(read, ReportOptions(display_ids=True))["privacy"])
    assert named == "Display ids stand for names: 1 of 2 cases. […] stands for words that are never printed: 1 passage."


def test_quotes_are_identified_as_the_report_identifies_them(study: Project) -> None:
    def quoted(**options: Any) -> str:
        with study.read() as read:
            return " ".join(facts(read, ReportOptions(**options)).get("quotes", ()))

    assert quoted() == (
        "Each quotation is given with its document. "
        "Where a document has turns, the number of the turn stands beside it."
    )
    assert quoted(display_ids=True) == quoted(), "nobody has a display id yet"
    display_names.set_display(study, "Bo", "P07")
    assert quoted(display_ids=True).startswith("Each quotation is given with the display id of its case or speaker;")
    assert quoted(sections=("methods",)) == quoted(quotes=0) == "", "a report without quotes says nothing of them"


def test_one_of_anything_reads_as_one(study: Project, tmp_path: Path) -> None:
    (tmp_path / "loose.txt").write_text("Nobody's words.", "utf-8")
    documents.import_files(study, [tmp_path / "loose.txt"], language="en")
    memos.write_memo(study, "Which is it?", kind="question")
    with study.read() as read:
        ben = next(coder.id for coder in read.coders() if coder.name == "Ben")
        (bens,) = (one.id for one in read.placed() if one.coder == ben)
    study.coder = "Ben"
    coding.remove_coding(study, bens)
    found = told(study)
    assert found["sample"] == "The project holds 3 documents and 2 cases. Among them: 1 document without a case."
    assert found["coded"] == "Codings lie in 2 of 3 documents and 2 of 2 cases."
    assert found["coders"] == "1 person coded: Ana (4) (number of codings)."
    assert found["memos"].endswith(": no type 2, question 1.")


# ── the form ───────────────────────────────────────────────────────────────────────────────────────────────
def test_items_are_answered_changed_and_taken_back(study: Project) -> None:
    answer_item(study, "coreq", "10", "  By snowball.\n")
    answer_item(study, "COREQ", "10", "Purposively.")
    answer_item(study, "SRQR", "s9", "Approved.")
    with study.read() as read:
        assert answers(read, "COREQ") == {"10": "Purposively."}
        assert answers(read, "SRQR") == {"S9": "Approved."}
    answer_item(study, "COREQ", "10", " ")
    with study.read() as read:
        assert answers(read, "COREQ") == {}


@pytest.mark.parametrize(
    ("guideline", "item", "text", "sentence"),
    [
        ("CONSORT", "1", "x", "There is no guideline “CONSORT”. There are: COREQ, SRQR."),
        ("COREQ", "33", "x", "COREQ has no item “33”; its items are 1 to 32."),
        ("SRQR", "S1", "x" * (LONGEST_ANSWER + 1), "may have 20,000 characters"),
    ],
)
def test_wrong_answers_are_refused(study: Project, guideline: str, item: str, text: str, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence.replace("(", r"\(")):
        answer_item(study, guideline, item, text)


def test_the_guidelines_have_the_items_of_their_papers() -> None:
    numbers = {key: [item.number for item in one.items] for key, one in GUIDELINES.items()}
    assert numbers["COREQ"] == [str(number) for number in range(1, 33)]
    assert numbers["SRQR"] == [f"S{number}" for number in range(1, 22)]


# ── quotes ─────────────────────────────────────────────────────────────────────────────────────────────────
_passages = st.lists(
    st.builds(
        lambda number, who, length, exemplar: Passage(
            UUID(int=number), UUID(int=1), number, number + length, who, exemplar
        ),
        st.integers(0, 500),
        st.sampled_from([("A",), ("B",), ("C", "D"), ()]),
        st.integers(1, 900),
        st.booleans(),
    ),
    unique_by=lambda passage: passage.start,
    max_size=30,
)


@given(_passages, st.integers(0, 12), st.integers(0, 3))
def test_nobody_is_heard_twice_before_all_are_heard_once(found: list[Passage], most: int, chosen: int) -> None:
    found.sort(key=lambda passage: passage.start)
    wanted = [passage.place for passage in found[:chosen]]
    taken = balanced(found, most, wanted)
    assert len(taken) == min(most, len(found))
    assert taken == [passage for passage in found if passage in taken], "in the order of the text"
    assert {one.place for one in taken} >= set(wanted[:most])
    heard = {who: sum(one.who == who for one in taken) for who in {one.who for one in found}}
    rest = [one for one in found if one not in taken]
    for waiting in rest:
        louder = [who for who, count in heard.items() if count > heard[waiting.who] + 1]
        for who in louder:
            assert sum(one.who == who and one.place in wanted for one in taken) >= heard[who] - heard[waiting.who] - 1


def test_exemplars_come_before_others() -> None:
    plain = Passage(UUID(int=1), UUID(int=9), 0, 180, ("A",), exemplar=False)
    pinned = Passage(UUID(int=2), UUID(int=9), 500, 505, ("A",), exemplar=True)
    assert balanced([plain, pinned], 1) == [pinned]


@given(_passages, st.dictionaries(st.sampled_from("ABCD"), st.integers(0, 4)))
def test_of_several_who_was_heard_least_before_comes_first(found: list[Passage], before: dict[str, int]) -> None:
    found.sort(key=lambda passage: passage.start)
    taken = balanced(found, 1, before=before)
    if taken:
        least = min(before.get(name, 0) for one in found for name in one.who or ("",))
        assert any(before.get(name, 0) == least for name in taken[0].who or ("",))


def test_what_stands_there_already_gives_way() -> None:
    first = Passage(UUID(int=1), UUID(int=9), 0, 180, ("A",), exemplar=True)
    other = Passage(UUID(int=2), UUID(int=9), 500, 505, ("A",), exemplar=False)
    assert balanced([first, other], 1) == [first]
    assert balanced([first, other], 1, printed={first.place}) == [other]


# ── the report ─────────────────────────────────────────────────────────────────────────────────────────────
def test_a_theme_is_shown_with_quotes_for_and_against(study: Project) -> None:
    at = ANA.index("Trust came")
    themes.describe_theme(study, "Power", "Who decides.", "Not money.", "All of P02.")
    themes.add_evidence(study, "Power", ("P01", at, at + 17), "against", "slow, not bought")
    themes.link_code(study, "Power", "place")
    report = build(study, ReportOptions(sections=("themes",)), "2026-11-23")
    shown = of_theme(report, "Power")
    texts = [part.text for part in shown if isinstance(part, Paragraph)]
    assert texts[0] == "Candidate theme. 3 segments from 2 cases."
    assert "Who decides." in texts
    assert "Not money." in texts
    assert "All of P02." in texts
    quotes = [part for part in shown if isinstance(part, Quote)]
    assert [quote.text for quote in quotes] == ["I trusted nobody at first.", "garden", "信任", "Trust came slowly"]
    assert [quote.source for quote in quotes[:3]] == ["P01, turn 2", "P01, turn 2", "P02, turn 2"]
    assert texts[-1] == "slow, not bought"


def quotes_of(project: Project, theme: str, most: int = 6) -> tuple[list[str], list[str]]:
    """The quotes of a theme before the account of counter-evidence, and those after it."""
    report = build(project, ReportOptions(sections=("themes",), quotes=most), "2026-11-23")
    shown = of_theme(report, theme)
    at = next(
        number for number, part in enumerate(shown) if isinstance(part, Paragraph) and part.label == "Counter-evidence"
    )
    before, after = ([part.text for part in some if isinstance(part, Quote)] for some in (shown[:at], shown[at:]))
    return before, after


def test_evidence_is_known_by_its_place_not_by_who_coded_it(study: Project) -> None:
    start = ANA.index("I trusted")
    study.coder = "Cleo"  # her segment is another one on the same words
    themes.add_evidence(study, "Power", ("P01", start, start + 27), "against", "nobody, then?")
    assert quotes_of(study, "Power") == (["信任"], ["I trusted nobody at first."])


def test_evidence_that_two_coders_chose_is_one_passage_with_what_both_said(study: Project) -> None:
    at = ANA.index("Trust came")
    themes.add_evidence(study, "Power", ("P01", at, at + 10), "against", "slow")
    study.coder = "Ben"
    themes.add_evidence(study, "Power", ("P01", at, at + 10), "against", "not bought")
    assert told(study)["evidence"] == "Passages were chosen as evidence of 1 theme: 0 for and 1 against."
    assert theme_board(study).themes[0].evidence_against == 1
    parts = of_theme(build(study, ReportOptions(), "2026-11-23"), "Power")
    quotes = [part.text for part in parts if isinstance(part, Quote)]
    assert quotes.count("Trust came") == 1
    notes = [part.text for part in parts if isinstance(part, Paragraph)]
    assert [sorted(note.split("\n")) for note in notes if "slow" in note] == [["not bought", "slow"]]


def test_evidence_that_nobody_coded_is_quoted_but_not_counted(study: Project) -> None:
    at = ANA.index("with the garden")
    themes.add_evidence(study, "Power", ("P01", at, at + 15), "for")
    assert quotes_of(study, "Power", 1) == (["with the garden"], [])
    assert quotes_of(study, "Power")[0] == ["I trusted nobody at first.", "with the garden", "信任"]
    report = build(study, ReportOptions(sections=("themes",)), "2026-11-23")
    assert "Candidate theme. 2 segments from 2 cases." in {
        part.text for part in report.parts if isinstance(part, Paragraph)
    }


def test_who_was_not_heard_under_one_theme_is_heard_under_the_next(study: Project) -> None:
    second = codebook.add_code(study, "Ground", kind="theme")
    themes.link_code(study, second, "trust")
    themes.link_code(study, second, "place")
    assert quotes_of(study, "Power", 1)[0] == ["I trusted nobody at first."]
    assert quotes_of(study, "Ground", 1)[0] == ["信任"]


def test_context_display_ids_and_redactions(study: Project) -> None:
    display_names.set_display(study, "Ana Lee", "Partner A")
    display_names.set_speaker_name(study, "P01", "Partner A")
    at = ANA.index("nobody")
    redactions.redact(study, "P01", at, at + 6)
    options = ReportOptions(sections=("themes",), quotes=1, context=True, display_ids=True)
    (quote,) = [part for part in build(study, options, "2026-11-23").parts if isinstance(part, Quote)]
    assert quote.text == "I trusted […] at first."
    assert quote.before == "Partner A:"
    assert quote.after.startswith("Trust came slowly")
    assert quote.source.startswith("Partner A, turn 2")


def test_the_methods_appendix_answers_each_item(study: Project) -> None:
    answer_item(study, "COREQ", "12", "All who were asked.")
    report = build(study, ReportOptions(sections=("methods",), guideline="COREQ"), "2026-11-23")
    rows = {row[0]: row for part in report.parts if isinstance(part, Table) for row in part.rows}
    assert list(rows) == [item.number for item in GUIDELINES["COREQ"].items]
    held = "The project holds 2 documents and 2 cases. Codings lie in 2 of 2 documents and 2 of 2 cases."
    assert rows["12"][2] == f"All who were asked.\n{held}"
    assert rows["13"][2] == "Not stated."
    assert rows["31"][2] == "Not stated.\n1 theme: Power (candidate).", (
        "names of themes are no answer, but help with one"
    )
    assert rows["20"][2] == "Not stated.", "memos are no field notes"
    plain = build(study, ReportOptions(sections=("methods",), guideline=""), "2026-11-23")
    assert not any(isinstance(part, Table) for part in plain.parts)
    assert any(
        isinstance(part, Paragraph) and part.text.startswith("The project holds 2 documents") for part in plain.parts
    )


def test_the_guideline_suits_the_method_and_its_limits_are_said(study: Project) -> None:
    def shown(guideline: str | None = None) -> tuple[list[str], list[str]]:
        report = build(study, ReportOptions(sections=("methods",), guideline=guideline), "2026-11-23")
        heads = [part.text for part in report.parts if isinstance(part, Heading) and part.level == 2]
        return heads, [part.text for part in report.parts if isinstance(part, Paragraph) and part.quiet]

    heads, quiet = shown()
    assert heads == ["SRQR: Standards for reporting qualitative research"]
    assert not any("Items 22 and 24" in text for text in quiet)
    assert any("Item S8 asks when" in text for text in quiet), "SRQR names saturation, too"
    assert any("Items 22 and 24" in text for text in shown("COREQ")[1])
    assert not any("Item S8" in text for text in shown("COREQ")[1])
    set_method(study, "framework")
    heads, quiet = shown()
    assert heads[0].startswith("COREQ")
    assert not any("Items 22 and 24" in text for text in quiet)
    assert not any("Item S8" in text for text in shown("SRQR")[1])


def test_items_ask_for_facts_that_there_are(study: Project) -> None:
    asked = {fact for one in GUIDELINES.values() for item in one.items for fact in (*item.facts, *item.supports)}
    memos.write_memo(study, "I grew up here.", kind="reflexive")
    codebook.define_code(study, "trust", origin="inductive")
    codebook.define_code(study, "Power", origin="inductive")
    at = ANA.index("Trust came")
    themes.add_evidence(study, "Power", ("P01", at, at + 10), "against")
    redactions.redact(study, "P02", 0, 5)
    sign_off(study, "codebook")
    assert asked == set(told(study))


def test_the_audit_summary_names_reasons(study: Project) -> None:
    codebook.rename_code(study, "trust", "faith", reason="their word")
    report = build(study, ReportOptions(sections=("audit",)), "2026-11-23")
    rows = [row for part in report.parts if isinstance(part, Table) for row in part.rows]
    assert rows[-1][1:] == ("Ana", "Rename “trust” to “faith”", "their word")


def test_themes_are_chosen_by_name(study: Project) -> None:
    codebook.add_code(study, "Care", kind="theme")
    themes.set_stage(study, "Care", "dropped")
    names = ("themes",)
    heads = [part.text for part in build(study, ReportOptions(names), "2026-11-23").parts if isinstance(part, Heading)]
    assert heads == ["Themes", "Power"], "what was let go is left out"
    only = build(study, ReportOptions(names, themes=("Care",)), "2026-11-23")
    assert [part.text for part in only.parts if isinstance(part, Heading)] == ["Themes", "Care"]
    with pytest.raises(NotFound, match="“trust” is a code, not a theme"):
        build(study, ReportOptions(names, themes=("trust",)), "2026-11-23")


def test_an_empty_project_has_a_report(place: str) -> None:
    with qualcode.new(place, coder="Ana") as project:
        report = build(project, ReportOptions(), "2026-11-23")
    texts = [part.text for part in report.parts if isinstance(part, Paragraph)]
    assert "The codebook has no themes." in texts
    assert "The codebook is empty." in texts
    assert not any(isinstance(part, Picture) for part in report.parts)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (ReportOptions(sections=("music",)), "A report has no section “music”"),
        (ReportOptions(guideline="X"), "There is no guideline “X”"),
        (ReportOptions(quotes=101), "A theme can have 0 to 100 quotes"),
    ],
)
def test_wrong_options_are_named(study: Project, options: ReportOptions, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        build(study, options, "2026-11-23")


@pytest.mark.parametrize("suffix", [".html", ".docx", ".pdf"])
def test_the_same_state_gives_the_same_bytes(study: Project, tmp_path: Path, suffix: str) -> None:
    coding.apply_code(study, "P02", BEN.index("Café"), BEN.index("Café") + 10, "trust")
    with study.read() as read:
        pinned = read.placed()[0].id
    marking.mark_coding(study, pinned, "exemplar")
    first = write_report(study, tmp_path / f"one{suffix}").read_bytes()
    second = write_report(study, tmp_path / f"two{suffix}").read_bytes()
    assert first == second


def test_a_printed_report_loses_no_word_of_a_turn_longer_than_a_page(study: Project, tmp_path: Path) -> None:
    import pypdfium2

    words = "We went on and on about the garden and who waters it. " * 400 + "Nobody but the last one stays."
    place = tmp_path / "P09.txt"
    place.write_text(f"INT: And then?\nANA: Trust was there. {words}\n", "utf-8")
    documents.import_files(study, [place])
    coding.apply_code(study, "P09", 20, 36, "trust")
    printed = tmp_path / "report.pdf"
    write_report(study, printed, options=ReportOptions(sections=("themes",), quotes=9, context=True))
    pages = pypdfium2.PdfDocument(printed)
    text = " ".join(page.get_textpage().get_text_range() for page in pages)
    assert "the last one stays" in " ".join(text.split())


def with_map(study: Project, count: int, across: float, down: float, name: str = "How it hangs together") -> None:
    """A map with so many codes in a row."""
    codes = [codebook.add_code(study, f"{name} {number}") for number in range(count)]
    drawn = theme_maps.add_map(study, name)
    theme_maps.add_nodes(study, drawn, codes, [(across * number, down * number) for number in range(count)])


def test_a_wide_map_stands_on_a_turned_page_with_its_headings(study: Project, tmp_path: Path) -> None:
    with_map(study, 6, 400, 40)
    files = [write_report(study, tmp_path / f"r{suffix}", date="2026-11-23") for suffix in (".docx", ".pdf", ".html")]
    document = docx.Document(str(files[0]))
    sides = [one.page_width > one.page_height for one in document.sections]
    assert sides == [False, True, False]
    (wide,) = [one for one in document.inline_shapes if one.width > document.sections[0].page_width]
    assert wide.width <= document.sections[1].page_width - 2 * document.sections[1].left_margin
    pages = pypdfium2.PdfDocument(files[1])
    (turned,) = [number for number, page in enumerate(pages) if page.get_width() > page.get_height()]
    text = pages[turned].get_textpage().get_text_range()
    assert "Charts" in text, "the heading is not left alone on the page before"
    assert "How it hangs together" in text
    assert "<figure class=wide>" in files[2].read_text("utf-8")


def test_two_wide_maps_in_a_row_leave_no_page_empty(study: Project, tmp_path: Path) -> None:
    with_map(study, 6, 400, 40, "First")
    with_map(study, 6, 400, 40, "Second")
    options = ReportOptions(sections=("charts",))
    document = docx.Document(str(write_report(study, tmp_path / "r.docx", options)))
    assert [one.page_width > one.page_height for one in document.sections] == [False, True, True, False]
    pages = pypdfium2.PdfDocument(write_report(study, tmp_path / "r.pdf", options))
    turned = [page.get_textpage().get_text_range() for page in pages if page.get_width() > page.get_height()]
    assert ["First" in turned[0], "Second" in turned[1], len(turned)] == [True, True, 2]


def test_a_map_keeps_to_an_upright_page_where_it_can(study: Project, tmp_path: Path) -> None:
    with_map(study, 4, 30, 300)
    document = docx.Document(str(write_report(study, tmp_path / "r.docx")))
    assert len(document.sections) == 1


def test_a_map_no_page_has_room_for_says_so(study: Project) -> None:
    with_map(study, 130, 60, 60)
    parts = build(study, ReportOptions(sections=("charts",))).parts
    assert any(isinstance(part, Paragraph) and "too large to be read on a page" in part.text for part in parts)


def test_another_suffix_is_refused(study: Project, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"Name a file ending in \.docx, \.html, \.pdf"):
        write_report(study, tmp_path / "report.txt")
    assert list(tmp_path.glob("report*")) == []


# ── the framework matrix ───────────────────────────────────────────────────────────────────────────────────
@pytest.fixture
def charted(file_study: Project) -> Project:
    """The study in framework analysis: six themes, and what one case says on one of them."""
    set_method(file_study, "framework")
    for number in range(5):
        codebook.add_code(file_study, f"Theme {number}", "theme")
    summaries.write_summary(file_study, "Ana Lee", "Power", "Slow to trust.")
    summaries.link_segment(file_study, "Ana Lee", "Power", ("P01", ANA.index("I trusted"), ANA.index("I trusted") + 27))
    return file_study


def matrices(report: Report) -> list[Table]:
    return [part for part in report.sections["themes"] if isinstance(part, Table)]


def test_a_framework_study_has_its_matrix_in_the_report(charted: Project) -> None:
    first, second = matrices(build(charted, ReportOptions()))
    assert first.columns == ("Case", "Power", "Theme 0", "Theme 1")
    assert second.columns == ("Case", "Theme 2", "Theme 3", "Theme 4")
    ana, bo = first.rows
    assert ana[:2] == ("Ana Lee", "Slow to trust.\nsegments: 1; P01, turn 2")
    assert bo[1] == "“信任”\nsegments: 1"
    assert second.rows == (("Ana Lee", "", "", ""), ("Bo", "", "", ""))
    assert all(one.turned and one.named for one in (first, second))
    (only,) = matrices(build(charted, ReportOptions(themes=("Theme 1",), table_rows=1)))
    assert (only.columns, only.rows) == (("Case", "Theme 1"), (("Ana Lee", ""),))
    told = [one.text for one in build(charted, ReportOptions(table_rows=1)).parts if isinstance(one, Paragraph)]
    assert "The first 1 of 2 rows are shown." in told
    set_method(charted, "reflexive")
    assert not matrices(build(charted, ReportOptions()))


def test_the_matrix_leaves_with_display_ids_and_without_redacted_words(charted: Project) -> None:
    with charted.read() as read:
        ana = next(case for case in read.cases() if case.name == "Ana Lee")
    display_names.set_display(charted, ana, "K1")
    place = BEN.index("信任")
    redactions.redact(charted, "P02", place, place + 2)
    first, _ = matrices(build(charted, ReportOptions(display_ids=True)))
    assert first.rows[0][0] == "K1"
    assert first.rows[1][1] == "“[…]”\nsegments: 1"


def test_the_matrix_stands_on_wide_pages(charted: Project, tmp_path: Path) -> None:
    options = ReportOptions(sections=("themes", "codebook"))
    written = docx.Document(str(write_report(charted, tmp_path / "r.docx", options)))
    wide = [section.page_width > section.page_height for section in written.sections]
    assert wide == [False, True, False]
    pdf = pypdfium2.PdfDocument(write_report(charted, tmp_path / "r.pdf", options))
    turned = [page for page in pdf if page.get_width() > page.get_height()]
    assert len(turned) == 1
    said = turned[0].get_textpage().get_text_range()
    for words in ("Cases by themes", "Slow to trust.", "Theme 4"):
        assert words in said
    assert '<th scope="row">Ana Lee</th>' in write_report(charted, tmp_path / "r.html", options).read_text("utf-8")


def test_turned_parts_take_what_announces_them_along() -> None:
    table = Table(("a",), (), (1,), turned=True)
    picture = Picture(b"", b"", "", turned=True)
    head, said, quiet = Heading(1, "h"), Paragraph("said"), Paragraph("quiet", quiet=True)
    assert list(by_page([quiet, head, quiet, table, table, said, quiet, picture, table])) == [
        (False, [quiet]),
        (True, [head, quiet, table, table]),
        (False, [said, quiet]),
        (True, [picture]),
        (True, [table]),
    ]
    assert list(by_page([table, head, table, said])) == [(True, [table]), (True, [head, table]), (False, [said])]
