"""`qualcode map`, `export … map` and `analyse … relations`: a first map from the data, its picture and its list."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import qualcode
from qualcode.app import codebook, theme_maps

Run = Callable[..., Any]


@pytest.fixture
def ok(run: Run) -> Callable[..., str]:
    """Run a command that succeeds; what it said."""

    def succeed(*arguments: object) -> str:
        found = run(*arguments)
        assert found.code == 0, found.err
        return str(found.out)

    return succeed


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def drawn_in(place: Path) -> None:
    with qualcode.open(place, coder="AB") as project:
        theme_maps.add_map(project, "Main")
        theme_maps.add_map(project, "Other")
        theme_maps.add_nodes(project, "Main", ["Power", "trust", "Rosa"])
        theme_maps.relate(project, "Main", "Power", "trust", "leads to")
        shown = theme_maps.relate(project, "Main", "Rosa", "trust", "speaks of")
        with project.read() as read:
            theme_maps.add_relation_evidence(project, shown, read.where("segment")[:1])


def test_a_map_is_made_listed_arranged_and_undone(ok: Callable[..., str], study: Path) -> None:
    place = str(study)
    assert rows(ok("map", place)) == []
    said = ok("map", place, "First", "--from", "cooccurrence", "--seed", "4", "--coder", "AB")
    assert said.startswith("Made the map “First”. Pairs of segments: 2 or more.")
    ok("map", place, "Who says what", "--from", "cases", "--minimum", "2", "--layout", "radial", "--passages", "1")
    listed = rows(ok("map", place))
    assert [(row["name"], row["layout"], row["seed"], row["things"], row["relations"]) for row in listed] == [
        ("First", "force", "4", "2", "1"),
        ("Who says what", "radial", "20", "2", "1"),
    ]
    assert ok("map", place, "First", "--layout", "hierarchical").startswith("Arranged the map “First”.")
    assert json.loads(ok("map", place, "--json"))[0]["layout"] == "hierarchical"
    assert ok("map", place, "First", "--size", "cases").startswith("Sized the boxes of the map “First”.")
    assert "Size the boxes of “First” by cases" in ok("history", place)
    assert "Make the map “First” from the data" in ok("history", place)


@pytest.mark.parametrize("suffix", [".svg", ".png", ".pdf", ".html", ".graphml"])
def test_a_map_is_written(ok: Callable[..., str], study: Path, tmp_path: Path, suffix: str) -> None:
    drawn_in(study)
    target = tmp_path / f"out{suffix}"
    said = ok("export", str(study), "map", str(target), "--map", "Main", "--date", "2026-01-02")
    assert said == f"Wrote {target}.\n"
    assert target.stat().st_size > 500


def test_relations_are_listed(ok: Callable[..., str], study: Path, tmp_path: Path) -> None:
    drawn_in(study)
    found = rows(ok("analyse", str(study), "relations"))
    assert [(row["source"], row["kind"], row["target"], row["quotes"]) for row in found] == [
        ("Power", "leads to", "trust", "0"),
        ("Rosa", "speaks of", "trust", "1"),
    ]
    ok("analyse", str(study), "relations", "--out", str(tmp_path / "relations.xlsx"))
    assert (tmp_path / "relations.xlsx").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("map", "--from", "cases"), "Name the map"),
        (("map", "First", "--json"), "--json is for the list"),
        (("map", "First", "--rule", "turn"), "add --from"),
        (("map", "First", "--documents", "P01"), "add --from"),
        (("map", "First", "--layout", "round"), "--layout is free, force"),
        (("map", "First", "--layout", "force", "--seed", "-1"), "--seed is a whole number"),
        (("export", "map", "OUT", "--quotes", "3"), "--quotes is not for a map"),
        (("export", "map", "OUT", "--kind", "theory"), "--kind is not for a map"),
        (("export", "map", "OUT", "--size", "weight"), "--size is same, segments, cases, not “weight”"),
        (("export", "codebook", "OUT", "--size", "cases"), "--size is for a map"),
    ],
)
def test_wrong_usage_is_said(run: Run, study: Path, words: tuple[str, ...], told: str) -> None:
    found = run(words[0], study, *words[1:])
    assert (found.code, found.out) == (2, "")
    assert told in found.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("map", "First"), "Say with --from"),
        (("map", "First", "--layout", "force"), "There is no map “First”"),
        (("map", "First", "--from", "dreams"), "one of cooccurrence, themes, cases"),
        (("map", "First", "--from", "cases", "--minimum", "99"), "Nothing would stand on this map"),
        (("export", "map", "map.svg"), "There is no map yet"),
        (("export", "map", "map.docx"), "cannot be written as “.docx”"),
        (("analyse", "relations", "--rule", "turn"), "has no option “rule”"),
        (("analyse", "relations", "--coders", "AB"), "listed whole"),
        (("analyse", "relations", "--out", "map.svg"), "qualcode export PROJECT map FILE"),
    ],
)
def test_problems_are_named(run: Run, study: Path, words: tuple[str, ...], told: str) -> None:
    found = run(words[0], study, *words[1:])
    assert (found.code, found.out) == (1, "")
    assert told in found.err


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])
def test_signs_that_no_font_can_draw_are_named(run: Run, study: Path, tmp_path: Path, suffix: str) -> None:
    drawn_in(study)
    assert run("export", study, "map", tmp_path / f"m{suffix}", "--map", "Main").err.count("No font") == 0
    with qualcode.open(study, coder="AB") as project:
        codebook.rename_code(project, "trust", "trust \U000f0000")
    for asked in (
        ("export", study, "map", tmp_path / f"m{suffix}", "--map", "Main"),
        ("analyse", study, "frequencies", "--out", tmp_path / f"f{suffix}"),
    ):
        told = run(*asked)
        assert told.code == 0
        assert told.err.count("No font here can draw \U000f0000 (U+F0000 without a name): a □ stands") == 1
