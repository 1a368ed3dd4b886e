"""What a report claims: no more than was done, one number for one theme, and what was agreed with whom."""

from pathlib import Path
from typing import Any

import pytest
from app.study import ANA, BEN
from matplotlib.figure import Figure
from matplotlib.text import Text

import qualcode
from qualcode.app import (
    cases,
    codebook,
    coding,
    display_names,
    documents,
    memos,
    named_versions,
    redactions,
    report_charts,
    reviews,
    themes,
)
from qualcode.app.analysing.files import drawn_of
from qualcode.app.charts import CooccurrenceOptions, cooccurrence_view
from qualcode.app.methods import set_method
from qualcode.app.passages import meeting_passages
from qualcode.app.project import Project
from qualcode.app.report import build
from qualcode.app.report_facts import facts
from qualcode.app.report_options import ReportOptions
from qualcode.app.sign_offs import sign_off
from qualcode.app.theme_facts import theme_board
from qualcode.domain.methods import PROFILES
from qualcode.formats.report_parts import Heading, Paragraph, Part, Picture, Table

DAY = "2026-11-23"


def told(project: Project, **options: Any) -> dict[str, str]:
    with project.read() as read:
        return {name: " ".join(sentences) for name, sentences in facts(read, ReportOptions(**options)).items()}


def parts(project: Project, *sections: str, **options: Any) -> list[Part]:
    return list(build(project, ReportOptions(sections=sections, **options), DAY).parts)


def paragraphs(project: Project, *sections: str, **options: Any) -> list[str]:
    return [
        f"{part.label} {part.text}".strip()
        for part in parts(project, *sections, **options)
        if isinstance(part, Paragraph)
    ]


def drawn(project: Project, patch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """The words of every chart of a report, by its title."""
    found: dict[str, list[str]] = {}

    def picture(chart: Figure, _date: str, alt: str, *_turned: bool) -> Picture:
        found[alt] = [text.get_text() for text in chart.findobj(Text)]
        return Picture(b"", b"", alt)

    patch.setattr(report_charts, "_picture", picture)
    parts(project, "charts")
    return found


# ── what was done ──────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.key)
def test_the_methods_section_claims_nothing_that_an_approach_only_asks_for(study: Project, profile: Any) -> None:
    set_method(study, profile.key)
    written = paragraphs(study, "methods")
    assert not any(str(profile.about) in text for text in written)
    assert any(f"The approach chosen for this study is {profile.name}." in text for text in written)
    assert set(profile.references) <= set(written)


def test_a_dash_is_no_account_of_a_search(study: Project) -> None:
    themes.describe_theme(study, "Power", counter_search="–")
    assert "described for 0 of 1 theme; not for: Power" in told(study)["counter_evidence"]
    assert "no search for counter-evidence" in theme_board(study).themes[0].unfinished
    assert "Counter-evidence Nobody has written yet where counter-evidence was looked for." in paragraphs(
        study, "themes"
    )


def test_without_cases_none_are_counted(place: str, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Words.", "utf-8")
    with qualcode.new(place, coder="Ana") as project:
        documents.import_files(project, [tmp_path / "one.txt"], language="en")
        assert told(project)["sample"] == "The project holds 1 document."
        assert "coded" not in told(project)
        assert build(project, ReportOptions(sections=("audit",)), DAY).lines[0] == "1 document, 0 themes, 0 codes"
        codebook.add_code(project, "words")
        coding.apply_code(project, "one", 0, 5, "words")
        assert told(project)["coded"] == "Codings lie in 1 of 1 document."


def test_what_was_made_while_coding_was_not_there_before(study: Project) -> None:
    codebook.add_code(study, "later")
    assert told(study)["before_coding"].startswith("Of the 5 themes and codes in the codebook 4 were there before")


def test_days_in_a_report_are_those_of_utc(study: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    memos.write_memo(study, "I grew up here.", kind="reflexive")
    found = set()
    for zone in ("UTC", "Asia/Tokyo", "America/Lima"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        found.add((told(study)["memos"], told(study)["reflexivity"]))
    monkeypatch.undo()
    time.tzset()
    assert len(found) == 1


# ── one number ─────────────────────────────────────────────────────────────────────────────────────────────
def test_a_theme_has_one_number_in_text_and_charts(study: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    themes.link_code(study, "Power", "place")
    second = codebook.add_code(study, "Ground", kind="theme")
    coding.apply_code(study, "P01", ANA.index("slowly"), ANA.index("slowly") + 6, second)
    assert "Candidate theme. 3 segments from 2 cases." in paragraphs(study, "themes")
    found = drawn(study, monkeypatch)
    assert "3" in found["How often each theme was used"]
    assert {"Power", "Ground"} <= set(found["How often each theme was used"])
    assert not {"Power", "Ground"} & set(found["How often each code was used"])
    meet = " ".join(found["How themes meet"])
    assert "A theme takes in the codes below it and those linked to it." in " ".join(meet.split())
    picture = cooccurrence_view(study, CooccurrenceOptions(level="themes"))
    own = {picture.material.codes[label.code].name: label.segments for label in picture.heat.labels}
    assert own == {"Power": 3, "Ground": 1}
    again = cooccurrence_view(study, CooccurrenceOptions(rollup=True), before=picture)
    own = {again.material.codes[label.code].name: label.segments for label in again.heat.labels}
    assert own["Power"] == 2, "a code takes in what is below it, and that only"


def test_where_themes_meet_by_a_linked_code_its_passages_are_shown(study: Project) -> None:
    second = codebook.add_code(study, "Ground", kind="theme")
    at = ANA.index("garden")
    coding.apply_code(study, "P01", at, at + 6, second)
    options = CooccurrenceOptions(level="themes")
    before = cooccurrence_view(study, options)
    themes.link_code(study, "Power", "place")
    picture = cooccurrence_view(study, options, before=before)
    places = {label.name: label.code for label in picture.heat.labels}
    found = meeting_passages(study, picture, places["Power"], places["Ground"])
    assert found.total == 1
    assert [passage.document for passage in found.passages]
    row, column = (picture.places[picture.material.codes[places[name]].id] for name in ("Power", "Ground"))
    assert picture.meeting(row, column).pairs == 1
    assert picture.codings == before.codings == 6, "none is counted twice"
    for kind in ("heatmap", "network", "chord", "sankey"):
        chart = drawn_of(study, "cooccurrence", kind=kind, level="themes").figure
        words = " ".join(" ".join(text.get_text() for text in chart.findobj(Text)).split())
        assert "1 pair of segments" in words, kind


def test_linked_codes_are_named(study: Project) -> None:
    linked = "Linked from elsewhere in the codebook place"
    assert linked not in paragraphs(study, "themes", "codebook")
    themes.link_code(study, "Power", "place")
    assert linked in paragraphs(study, "themes")
    assert linked in paragraphs(study, "codebook")


def test_a_theme_let_go_is_counted_nowhere(study: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    codebook.add_code(study, "Care", kind="theme")
    at = ANA.index("Trust came")
    themes.add_evidence(study, "Power", ("P01", at, at + 10), "against")
    themes.add_evidence(study, "Care", ("P01", at, at + 17), "for")
    coding.apply_code(study, "P02", BEN.index("Café"), BEN.index("Café") + 10, "Care")
    themes.set_stage(study, "Care", "dropped")
    found = told(study)
    assert found["evidence"] == "Passages were chosen as evidence of 1 theme: 0 for and 1 against."
    assert found["codebook"].startswith("The codebook has 1 theme (and 1 dropped) and 3 codes on 2 levels;")
    lines = build(study, ReportOptions(sections=("audit",)), DAY).lines
    assert lines[0] == "2 documents, 1 theme (and 1 dropped), 3 codes"
    for words in drawn(study, monkeypatch).values():
        assert "Care" not in words


def test_a_reflexive_report_says_once_what_counts_are_no_proof_of(study: Project) -> None:
    def notes(*sections: str) -> list[str]:
        return [text for text in paragraphs(study, *sections) if "no proof of a theme" in text]

    assert len(notes("methods", "themes", "charts")) == len(notes("themes", "charts")) == len(notes("charts")) == 1
    assert any(text.startswith("Braun, V., & Clarke, V. (2021a).") for text in paragraphs(study, "charts"))
    assert not any(text.startswith("Braun, V., & Clarke, V. (2022).") for text in paragraphs(study, "charts"))
    assert "Codings lie in 2 of 2 documents and 2 of 2 cases." in paragraphs(study, "charts")
    set_method(study, "codebook")
    assert notes("methods", "themes", "charts") == []


# ── who is not coded yet ───────────────────────────────────────────────────────────────────────────────────
def test_silent_is_who_was_coded_and_is_not_in_it(study: Project) -> None:
    cases.add_case(study, "Cy")
    cases.assign(study, "Cy", "P01", speaker="INTERVIEWER")
    (facts_of,) = theme_board(study).themes
    assert (facts_of.silent, facts_of.uncoded, facts_of.cases) == ((), ("Cy",), 3)
    assert told(study)["coded"] == "Codings lie in 2 of 2 documents and 2 of 3 cases."
    at = ANA.index("start")
    coding.apply_code(study, "P01", at, at + 5, "place")
    (facts_of,) = theme_board(study).themes
    assert (facts_of.silent, facts_of.uncoded) == (("Cy",), ())
    row = study.analyse("themes", codes=["Power"]).iloc[0]
    assert (row["silent_cases"], row["not_coded_cases"]) == ("Cy", ""), "a filter of codes makes nobody uncoded"
    row = study.analyse("themes", coders=["Ben"]).iloc[0]
    assert (row["silent"], row["not_coded"], row["not_coded_cases"]) == (0, 2, "Bo; Cy")


# ── what was agreed ────────────────────────────────────────────────────────────────────────────────────────
def test_sign_offs_and_decisions_stand_in_the_audit_section(study: Project) -> None:
    at = ANA.index("nobody")
    redactions.redact(study, "P01", at, at + 6)
    display_names.set_display(study, "Ana Lee", "Partner A")
    named_versions.name_version(study, "after Ana Lee's interview")
    note = reviews.comment_on(study, _code(study, "trust"), "Ana Lee said nobody.")
    other = reviews.suggest(study, _code(study, "place"), "rename", "site")
    reviews.suggest(study, _code(study, "Power"), "rename", "Might")
    reviews.settle_note(study, note)
    reviews.refuse_suggestion(study, other, "Ana Lee says place.")
    last = study.history()[-1].number
    sign_off(study, "codebook", signer="Prof Ada", statement="I agree, whatever nobody says.")
    found = told(study, display_ids=True)
    assert "Named versions: after Partner A's interview." in found["audit"]
    assert found["reviews"] == (
        "3 remarks in review, by Ana, among them suggestions: 2. State: refused 1, settled 1, open 1. "
        f"Signed off by Prof Ada on {_today(study)}: the codebook as of step {last}. "
        "“I agree, whatever […] says.”"
    )
    shown = parts(study, "audit", display_ids=True)
    at = next(n for n, part in enumerate(shown) if isinstance(part, Heading) and "Decisions" in part.text)
    table = shown[at + 1]
    assert isinstance(table, Table)
    assert [row[1:] for row in table.rows] == [
        ("Ana", "Ana: Remark on “trust”", "settled"),
        ("Ana", "Ana: Suggests another name for “place”", "refused\nPartner A says place."),
    ]
    assert any("Signed off by Prof Ada" in text for text in paragraphs(study, "audit"))


def test_own_types_of_memos_lose_redacted_words(study: Project) -> None:
    at = ANA.index("nobody")
    redactions.redact(study, "P01", at, at + 6)
    memos.write_memo(study, "Hm.", kind="on nobody")
    assert "on […] 1" in told(study)["memos"]


def _code(project: Project, name: str) -> Any:
    with project.read() as read:
        return next(code for code in read.codes() if code.name == name)


def _today(project: Project) -> str:
    return project.history()[-1].time[:10]


def test_codes_that_never_meet_have_no_empty_picture(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one.txt").write_text("Words and deeds.", "utf-8")
    with qualcode.new(place, coder="Ana") as project:
        documents.import_files(project, [tmp_path / "one.txt"], language="en")
        for name, start, end in (("words", 0, 5), ("deeds", 10, 15)):
            codebook.add_code(project, name)
            coding.apply_code(project, "one", start, end, name)
        assert "Which codes meet" not in drawn(project, monkeypatch)
        assert any(text.startswith("No two codes meet") for text in paragraphs(project, "charts"))
        coding.apply_code(project, "one", 0, 15, "deeds")
        assert "Which codes meet" in drawn(project, monkeypatch)
