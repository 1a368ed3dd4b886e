"""The sample project: complete, coded by two, and never overwritten."""

import csv
from collections import Counter
from pathlib import Path

import pytest

import qualcode
from qualcode.app import codebook
from qualcode.app.map_reading import map_picture, maps
from qualcode.app.resources import resource
from qualcode.app.sample import LEAD, MAP_NAME, STUDY_NAME, make_sample
from qualcode.app.theme_facts import NO_COUNTER_SEARCH, theme_board
from qualcode.domain.errors import BadInput


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project, built once for the tests that only look."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUALCODE_HOME", str(tmp_path_factory.mktemp("home")))
        return make_sample(tmp_path_factory.mktemp("sample") / "deep" / "folder")


def rows(name: str) -> list[dict[str, str]]:
    with resource("sample", name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_it_is_sound_and_alone_in_its_folder(sample):
    assert [file.name for file in sample.parent.iterdir()] == ["Rooted.qualcode"]
    with qualcode.open(sample, read_only=True) as project:
        assert project.check() == []
        with project.read() as read:
            assert read.study().name == STUDY_NAME


def test_documents_are_filed_and_their_turns_found(sample):
    with qualcode.open(sample, read_only=True) as project, project.read() as read:
        documents = read.documents()
        folders = Counter(document.folder for document in documents)
        assert folders == {"Interviews": 6, "Focus groups": 1, "Survey": 16}
        languages = {document.name[:3]: document.language for document in documents if document.folder != "Survey"}
        assert languages == {**dict.fromkeys(("P01", "P02", "P03", "P04", "P05", "FG1"), "en"), "P06": "zh"}
        assert all(document.speakers for document in documents if document.folder != "Survey")


def test_every_coding_stands_on_its_quote_under_its_coder(sample):
    with qualcode.open(sample, read_only=True) as project:
        codings = project.frames.codings
    found = Counter(codings[["document", "coder", "code", "text"]].itertuples(index=False, name=None))
    wanted = Counter((row["document"], row["coder"], row["code"], row["quote"].strip()) for row in rows("codings.csv"))
    assert found == wanted
    assert codings["weight"].notna().sum() == sum(row["weight"] != "" for row in rows("codings.csv"))
    commented = {(row["document"], row["coder"], row["quote"]) for row in rows("codings.csv") if row["comment"]}
    assert codings["comment"].ne("").sum() >= len(commented)


def test_codes_cases_values_and_memos_are_all_there(sample):
    with qualcode.open(sample, read_only=True) as project, project.read() as read:
        assert set(read.codebook.paths().values()) == {row["path"] for row in rows("codebook.csv")}
        cases = {case.id: case.name for case in read.cases()}
        assert {row["case"] for row in rows("cases.csv")} <= set(cases.values())
        speakers = {cases[one.case]: one.speaker for one in read.assignments() if one.speaker}
        assert speakers == {row["case"]: row["speaker"] for row in rows("cases.csv") if row["speaker"]}
        types = {variable.name: variable.type for variable in read.variables()}
        assert types == {
            "Sector": "choice",
            "Years in partnership": "number",
            "Paid for teaching": "yes/no",
            "First meeting": "date",
        }
        kinds = Counter(memo.about_kind for memo in read.memos())
        of_codes = sum(row["memo"] != "" for row in rows("codebook.csv"))
        wanted = Counter(row["about_kind"] for row in rows("memos.csv")) + Counter(code=of_codes)
        assert kinds == wanted


def test_each_step_is_in_the_name_of_the_person_who_made_it(sample):
    codings = Counter(row["coder"] for row in rows("codings.csv"))
    with qualcode.open(sample, read_only=True) as project:
        steps = project.history()
    assert Counter(step.coder for step in steps if step.action == "coding.apply_code") == codings
    assert steps[0].coder == LEAD


def test_themes_say_what_they_are_and_what_speaks_for_them(sample):
    with qualcode.open(sample, read_only=True) as project:
        found = {one.theme.name: one for one in theme_board(project).themes}
    assert {name: one.stage for name, one in found.items()} == {
        row["theme"]: row["stage"] for row in rows("themes.csv")
    }
    sides = Counter((row["theme"], row["side"]) for row in rows("evidence.csv"))
    for row in rows("themes.csv"):
        one = found[row["theme"]]
        assert (one.theme.concept, one.theme.boundary) == (row["concept"], row["boundary"])
        assert (one.evidence_for, one.evidence_against) == (sides[row["theme"], "for"], sides[row["theme"], "against"])
        assert one.unfinished == (() if row["counter_search"] else (NO_COUNTER_SEARCH,))
        assert len(one.linked) == bool(row["linked"])


def test_the_map_relates_the_themes_and_shows_why(sample):
    with qualcode.open(sample, read_only=True) as project, project.read() as read:
        (theme_map,) = maps(read)
        picture = map_picture(read, theme_map.id)
    assert theme_map.name == MAP_NAME
    drawn = [row["thing"].rpartition(" > ")[2] or row["text"] for row in rows("map.csv")]
    assert Counter(thing.label for thing in picture.things) == Counter(drawn)
    quotes = Counter((row["source"], row["kind"], row["target"]) for row in rows("relation_quotes.csv"))
    wanted = {
        (row["source"].rpartition(" > ")[2], row["kind"], row["target"]): (row["comment"], number)
        for row in rows("relations.csv")
        for number in [quotes[row["source"], row["kind"], row["target"]]]
    }
    assert wanted == {
        (one.source, one.relation.kind, one.target): (one.relation.comment, one.quotes) for one in picture.relations
    }


def test_what_is_there_is_opened_as_it_is(tmp_path):
    place = make_sample(tmp_path)
    with qualcode.open(place, coder="Me") as project:
        codebook.add_code(project, "my own")
        last = project.history()[-1]
    assert make_sample(tmp_path) == place
    with qualcode.open(place, read_only=True) as project:
        assert project.history()[-1] == last


def test_what_is_no_project_is_left_alone(tmp_path):
    (tmp_path / "Rooted.qualcode").write_bytes(b"notes")
    with pytest.raises(BadInput, match="not a qualcode project"):
        make_sample(tmp_path)
    assert (tmp_path / "Rooted.qualcode").read_bytes() == b"notes"
    (tmp_path / "file").touch()
    with pytest.raises(BadInput, match="cannot be made"):
        make_sample(tmp_path / "file")


def test_a_sample_that_was_interrupted_leaves_nothing(tmp_path):
    from qualcode.domain.errors import Cancelled
    from qualcode.domain.progress import CallbackProgress

    seen = []
    progress = CallbackProgress(lambda *told: seen.append(told), lambda: len(seen) > 20)
    with pytest.raises(Cancelled):
        make_sample(tmp_path, progress)
    assert list(tmp_path.iterdir()) == []
