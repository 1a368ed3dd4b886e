"""Quotes for writing, end to end on both databases: who is heard, what is printed, how it is cited and written."""

import json
from functools import partial
from html import unescape
from pathlib import Path

import docx
import pandas as pd
import pytest
from app.study import ANA, BEN
from app.summary_examples import segment_of

from qualcode.app import codebook, coding, display_names, marking, redactions, themes, used_quotes
from qualcode.app.analysing.files import export_chart
from qualcode.app.analysing.quotes import Options, described
from qualcode.app.analysing.registry import Asked
from qualcode.app.balanced_quotes import balanced, passages_by_code
from qualcode.app.project import Project
from qualcode.app.quote_picker import PickedQuote, Wanted, citation, citations, pick
from qualcode.app.quotes_leaving import check_quotes
from qualcode.domain.errors import BadInput, NotFound

TRUSTED = ANA.index("I trusted")
CAME = ANA.index("Trust came")
TAUGHT = BEN.index("信任")


def picked(project: Project, **wanted: object) -> tuple[PickedQuote, ...]:
    return pick(Asked(project), Wanted(**wanted)).quotes  # type: ignore[arg-type]


def texts(project: Project, **wanted: object) -> list[str]:
    return [one.text for one in picked(project, **wanted)]


def test_a_theme_takes_in_what_stands_below_it_and_what_is_linked_to_it(study: Project) -> None:
    assert texts(study, code="Power", order="text") == ["I trusted nobody at first.", "信任"]
    themes.link_code(study, "Power", "place")
    assert texts(study, code="Power", order="text") == ["I trusted nobody at first.", "garden", "信任"]
    assert texts(study, code="Power > gatekeeping") == []
    assert texts(study, query="trust AND place") == ["I trusted nobody at first."]
    assert len(texts(study)) == 3
    with pytest.raises(BadInput, match="not both"):
        texts(study, code="trust", query="place")
    with pytest.raises(NotFound):
        texts(study, code="nothing of the kind")


def test_the_cases_take_turns_and_one_place_is_one_quote(study: Project) -> None:
    for start in (CAME, CAME + 6, CAME + 11):
        coding.apply_code(study, "P01", start, start + 4, "trust")
    found = pick(Asked(study), Wanted(code="trust", most=2, order="shortest"))
    assert [one.cases for one in found.quotes] == [("Bo",), ("Ana Lee",)]
    assert (found.candidates, found.voices, found.by_case) == (5, 2, True)
    assert texts(study, code="trust", most=2, order="longest", balance=False)[0] == "I trusted nobody at first."
    both = picked(study, code="trust", order="text")[0]
    assert both.coders == ("Ana", "Ben")
    assert len(both.segments) == 2


def test_it_agrees_with_the_quotes_of_the_report(study: Project) -> None:
    marked = coding.apply_code(study, "P01", CAME, CAME + 10, "trust")
    marking.mark_coding(study, marked, "exemplar")
    with study.read() as read:
        code = next(one.id for one in read.codes() if one.name == "trust")
        passages = passages_by_code(read, [code])[code]
    for most in (1, 2, 3):
        report = {(one.document, one.start, one.end) for one in balanced(passages, most)}
        assert {(one.document, one.start, one.end) for one in picked(study, code="trust", most=most)} == report
    assert picked(study, code="trust", most=1)[0].start == CAME, "an exemplar comes first"


def test_redacted_words_and_names_do_not_leave(study: Project) -> None:
    at = ANA.index("nobody")
    redactions.redact(study, "P01", at, at + 6)
    display_names.set_display(study, "Ana Lee", "K1")
    display_names.set_speaker_name(study, "P01", "Partner A")
    (first, *_) = picked(study, code="trust", order="text", context=True, display_ids=True)
    assert first.text == "I trusted […] at first."
    assert first.after == " Trust came slowly, with the garden."
    assert (first.before, first.cases, first.speaker) == ("", ("K1",), "Partner A")
    assert citation(first, "apa") == "“I trusted […] at first.” (K1, turn 2)"
    garden = picked(study, code="place", order="shortest", context=True)[0]
    assert (garden.before, garden.after) == ("I trusted […] at first. Trust came slowly, with the ", ".")


def test_citations_in_every_form(study: Project) -> None:
    first, second = picked(study, code="trust", order="text")
    assert citation(first, "plain") == "“I trusted nobody at first.” (P01, turn 2)"
    assert citation(first, "id") == f"“I trusted nobody at first.” (P01, turn 2) [{first.segments[0]}]"
    assert citation(first, "markdown") == "> I trusted nobody at first.\n>\n> — P01, turn 2"
    assert citation(first, "apa") == "“I trusted nobody at first.” (Ana Lee, turn 2)"
    assert citations([first, second], "plain").split("\n\n")[1] == f"“信任” ({second.cited})"
    with pytest.raises(BadInput, match="apa"):
        citation(first, "verse")


def test_a_long_quote_is_a_block_in_apa_style(file_study: Project) -> None:
    from qualcode.app import documents

    words = " ".join(["word"] * 40)
    documents.replace_text(file_study, "P02", f"{words} and more.\n")
    coding.apply_code(file_study, "P02", 0, len(words), "place")
    long = picked(file_study, code="place", order="longest", balance=False)[0]
    assert citation(long, "apa") == f"    {words} (Bo, turn 1)"
    coding.apply_code(file_study, "P02", 5, len(words), "gatekeeping")
    short = picked(file_study, code="gatekeeping")[0]
    assert citation(short, "apa").startswith("“word word")


def test_used_quotes_can_be_left_out(study: Project) -> None:
    used_quotes.mark_used(study, [segment_of(study)], "  Chapter 4,\n p. 12 ")
    assert texts(study, code="trust", used="unused") == ["信任"]
    (used,) = picked(study, code="trust", used="used")
    assert used.used == "Chapter 4, p. 12"
    found = pick(Asked(study), Wanted(code="trust"))
    assert (found.candidates, found.unused) == (2, 1)
    used_quotes.clear_used(study, used.segments)
    assert texts(study, code="trust", used="used") == []


def test_words_that_are_quoted_already_are_used_whoever_coded_them(study: Project) -> None:
    study.coder = "Ben"
    coding.apply_code(study, "P01", TRUSTED, TRUSTED + 19, "trust")
    coding.apply_code(study, "P01", TRUSTED, len(ANA), "trust")
    study.coder = "Ana"
    used_quotes.mark_used(study, [segment_of(study)], "Chapter 4")
    unused = pick(Asked(study), Wanted(code="trust", used="unused", order="text"))
    assert [one.text for one in unused.quotes] == [
        "I trusted nobody at first. Trust came slowly, with the garden.",
        "信任",
    ]
    assert (unused.candidates, unused.unused) == (4, 2)
    used = picked(study, code="trust", used="used", order="shortest", balance=False)
    assert [one.text for one in used] == ["I trusted nobody at"]
    assert used[0].used == "Chapter 4"
    assert used[0].marked == (segment_of(study).id,)
    used_quotes.clear_used(study, used[0].marked)
    assert texts(study, code="trust", used="used") == []


def test_passages_in_each_other_are_offered_once(study: Project) -> None:
    coding.apply_code(study, "P01", TRUSTED, TRUSTED + 20, "trust")
    assert texts(study, code="trust", order="longest") == ["I trusted nobody at first.", "信任"]
    assert texts(study, code="trust", order="shortest") == ["信任", "I trusted nobody at"]
    coding.apply_code(study, "P01", TRUSTED, TRUSTED + 9, "gatekeeping")
    assert "I trusted" in texts(study, code="Power"), "it carries another code"


def test_whose_words_are_shown_and_whose_there_are(study: Project) -> None:
    found = pick(Asked(study), Wanted(code="trust", most=1))
    assert (found.heard, found.voices) == (1, 2)
    assert [str(line) for line in described(found, Options(most=1))][1].startswith("Words of 1 of 2 cases: ")
    assert pick(Asked(study), Wanted(code="trust")).heard == 2
    assert study.analyse("quotes", code="trust", most=1).attrs["n_heard"] == 1


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json", ".docx", ".html"])
def test_the_list_is_written_as_it_was_picked(study: Project, tmp_path: Path, suffix: str) -> None:
    used_quotes.mark_used(study, [segment_of(study)], "Chapter 4")
    path = export_chart(study, tmp_path / f"quotes{suffix}", "quotes", code="Power", order="text", context=True)
    quotes = texts(study, code="Power", order="text")
    if suffix == ".docx":
        written = "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    elif suffix == ".html":
        written = unescape(path.read_text("utf-8"))
        assert "Trust came slowly" in written
    else:
        read = {".csv": pd.read_csv, ".xlsx": partial(pd.read_excel, engine="calamine"), ".json": pd.read_json}
        table = read[suffix](path)
        assert table["text"].tolist() == quotes
        assert table["used"].fillna("").tolist() == ["Chapter 4", ""]
        assert table["turn"].tolist()[0] == 2
        assert list(table.columns) == list(study.analyse("quotes", context=True).columns)
        return
    for quote in quotes:
        assert quote in written
    assert "P01, turn 2 · P01 · Ana Lee · Power > trust · used in Chapter 4" in written


def test_the_same_state_gives_the_same_bytes(study: Project, tmp_path: Path) -> None:
    for name in ("a", "b"):
        export_chart(study, tmp_path / f"{name}.docx", "quotes")
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_only_what_the_filters_leave_is_picked(study: Project) -> None:
    table = study.analyse("quotes", documents=["P02"])
    assert table["text"].tolist() == ["信任"]
    assert study.analyse("quotes", coders=["Ben"])["coder"].tolist() == ["Ben"]
    assert table.attrs["n_candidates"] == 1
    assert json.dumps(table.attrs)


def test_who_could_be_recognised_is_said_before_it_leaves(study: Project) -> None:
    found = check_quotes(Asked(study), Wanted(code="trust"))
    assert "Ana Lee" in {one.name for one in found.found}
    display_names.set_display(study, "Ana Lee", "K1")
    hidden = check_quotes(Asked(study), Wanted(code="trust", display_ids=True))
    assert "Ana Lee" not in {one.name for one in hidden.found}


def test_a_code_with_nothing_on_it_gives_nothing(study: Project) -> None:
    codebook.add_code(study, "empty")
    for order in ("telling", "typical", "shortest", "longest", "text"):
        assert texts(study, code="empty", order=order) == []
    assert len(study.analyse("quotes", code="empty")) == 0
