"""A redacted word leaves in no file: wherever somebody copied it to, […] stands for it."""

from pathlib import Path

import pytest
from app.study import ANA

from qualcode.app import codebook, exchange, memos, redactions, theme_maps, themes
from qualcode.app.codebook_diff import changes_between, write_changes
from qualcode.app.map_export import export_map
from qualcode.app.project import Project
from qualcode.app.report import write_report
from qualcode.app.report_options import ReportOptions
from qualcode.app.review_page import PageOptions, export_review

WORD = "nobody"


@pytest.fixture
def told(study: Project) -> Project:
    """A study in which a word that is redacted stands in everything a researcher can write."""
    sentence = f"I trusted {WORD} at first."
    at = ANA.index(WORD)
    redactions.redact(study, "P01", at, at + len(WORD))
    codebook.define_code(study, "trust", example=sentence, near_miss=sentence, full_definition=sentence, reason=WORD)
    themes.describe_theme(study, "Power", concept=sentence, boundary=sentence, counter_search=sentence)
    start = ANA.index("I trusted")
    evidence = themes.add_evidence(study, "Power", ("P01", start, start + 27), "against", comment=sentence)
    memos.write_memo(study, sentence, about="trust", title=f"Why {WORD}?")
    made = theme_maps.add_map(study, "Map")
    with study.read() as read:
        segment = read.record("segment", evidence.segment)
        memo = next(one for one in read.memos() if one.title == f"Why {WORD}?")
        power, trust = (next(one for one in read.codes() if one.name == name) for name in ("Power", "trust"))
    theme_maps.add_nodes(study, made, [power, trust, segment, memo])
    theme_maps.add_note(study, made, sentence, 0, 400, 160, 80)
    relation = theme_maps.relate(study, made, segment, power, "contradicts", comment=sentence)
    theme_maps.add_relation_evidence(study, relation, [segment])
    return study


@pytest.mark.parametrize("name", ["map.graphml", "map.html", "map.svg", "report.html", "review.html", "changes.md"])
def test_it_is_in_no_file(told: Project, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name.startswith("map"):
        export_map(told, path)
    elif name.startswith("report"):
        write_report(told, path, ReportOptions(context=True))
    elif name.startswith("review"):
        export_review(told, path, PageOptions(since="beginning", names=True))
    else:
        with told.read() as read:
            defined = next(step.number for step in read.steps() if step.action == "codebook.define_code")
            found = changes_between(read, defined - 1)
        write_changes(told, path, found)
    written = path.read_text("utf-8")
    assert WORD not in written
    assert "…" in written or name == "map.svg"


def test_it_is_in_no_table(told: Project, tmp_path: Path) -> None:
    table = told.analyse("relations")
    assert not table.map(lambda cell: WORD in str(cell)).to_numpy().any()
    path = exchange.export_file(told, "segments", tmp_path / "segments.csv")
    assert WORD not in path.read_text("utf-8-sig")
