"""What is counted under a filter by a speaker's case: a real project against a slow count of its characters."""

import random
from pathlib import Path

import pytest
from analysis import brute_force
from analysis.brute_force import Study

import qualcode
from qualcode.app import cases, charts, codebook, coding, documents
from qualcode.app.charts import CooccurrenceOptions, cooccurrence_view
from qualcode.app.passages import meeting_passages
from qualcode.app.project import Project

LABELS = r"^(?P<speaker>[A-Z]{3,4}):\s*"
SPEAKERS = ("MOD", "MARY", "BEN")
RULES = ("overlap", "same-segment", "turn", "paragraph", "near:1", "near:2", "document", "case")


def dialogue(chance: random.Random) -> list[str]:
    """Lines of a focus group; some turns are of two paragraphs."""
    lines = []
    for _ in range(chance.randint(3, 9)):
        lines.append(f"{chance.choice(SPEAKERS)}: {'word ' * chance.randint(1, 4)}end.")
        if chance.random() < 0.4:
            lines.append(f"{'more ' * chance.randint(1, 3)}end.")
    return lines


def lines_in(lines: list[str]) -> tuple[list[tuple[int, int]], list[tuple[int, int, str]]]:
    """The spans of the lines, which are paragraphs, and of the turns with their speakers."""
    paragraphs, starts, place = [], [], 0
    for line in lines:
        paragraphs.append((place, place + len(line)))
        if ":" in line:
            starts.append((place, line.split(":")[0]))
        place += len(line) + 1
    ends = [start - 1 for start, _ in starts[1:]] + [place - 1]
    return paragraphs, [(start, end, who) for (start, who), end in zip(starts, ends, strict=True)]


@pytest.mark.parametrize("seed", range(4))
def test_equals_the_slow_count_over_the_chosen_turns(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    texts = [dialogue(chance) for _ in range(3)]
    study = Study([], [-1, 0, -1], [], [], {"turn": [], "paragraph": []}, coders=1)
    with qualcode.new(str(tmp_path / "group.qualcode"), coder="Ana") as project:
        first = codebook.add_code(project, "one")
        codebook.add_code(project, "two", parent=first)
        codebook.add_code(project, "three")
        for speaker in SPEAKERS:
            cases.add_case(project, speaker, voice=speaker)
        cases.add_case(project, "the group")
        for number, lines in enumerate(texts):
            name, text = f"G{number}", "\n".join(lines)
            (tmp_path / f"{name}.txt").write_text(text, "utf-8")
            documents.import_files(project, [tmp_path / f"{name}.txt"], language="en", speakers=LABELS)
            paragraphs, turns = lines_in(lines)
            study.texts.append(len(text))
            study.units["paragraph"].append(paragraphs)
            study.units["turn"].append([(start, end) for start, end, _ in turns])
            cases.assign(project, "the group", name)
            study.cases.append(("the group", number, 0, len(text)))
            for speaker in {who for *_, who in turns}:
                cases.assign(project, speaker, name, speaker=speaker)
                study.cases += [(speaker, number, start, end) for start, end, who in turns if who == speaker]
            study.parts[number] = [(start, end) for start, end, who in turns if who == "MARY"]
            for _ in range(12):
                start = chance.randrange(len(text) - 1)
                span = start, min(len(text), start + chance.randint(2, 60))
                while text[span[0]].isspace():
                    span = span[0] + 1, span[1]
                while span[1] > span[0] and text[span[1] - 1].isspace():
                    span = span[0], span[1] - 1
                if span[0] < span[1]:
                    code = chance.randrange(3)
                    coding.apply_code(project, name, *span, ("one", "two", "three")[code])
                    study.codings.append((number, code, 0, *span))
        study.codings = list(dict.fromkeys(study.codings))
        _without_silence(study)
        for rollup in (False, True):
            table = project.analyse("frequencies", rollup=rollup, variables={"voice": "MARY"})
            for ours, theirs in zip(table.to_dict("records"), brute_force.frequency_rows(study, rollup), strict=True):
                assert {name: ours[name] for name in theirs} == pytest.approx(theirs, nan_ok=True)
            for rule in RULES:
                table = project.analyse("cooccurrence", rule=rule, rollup=rollup, variables={"voice": "MARY"})
                expected = brute_force.rows(study, rule, rollup, all_pairs=False)
                assert len(table) == len(expected)
                for ours, theirs in zip(table.to_dict("records"), expected, strict=True):
                    numbers = {name: value for name, value in theirs.items() if not name.startswith("code_")}
                    assert {name: ours[name] for name in numbers} == pytest.approx(numbers, nan_ok=True), rule


def _without_silence(study: Study) -> None:
    """Leave out the documents in which the chosen speaker says nothing, as the filter does."""
    kept = [number for number in range(len(study.texts)) if study.parts[number]]
    places = {number: place for place, number in enumerate(kept)}
    study.texts = [study.texts[number] for number in kept]
    study.units = {kind: [found[number] for number in kept] for kind, found in study.units.items()}
    study.parts = {places[number]: study.parts[number] for number in kept}
    study.codings = [(places[d], *rest) for d, *rest in study.codings if d in places]
    study.cases = [(case, places[d], start, end) for case, d, start, end in study.cases if d in places]


TEXT = "MOD: Who begins?\nMARY: I do. Trust first.\nBEN: No, pay first.\nMARY: Fine, pay then."


@pytest.fixture
def group(tmp_path: Path) -> Project:
    """Mary and Ben speak, in a document of which each has only the own turns."""
    (tmp_path / "G.txt").write_text(TEXT, "utf-8")
    project = qualcode.new(str(tmp_path / "g.qualcode"), coder="Ana")
    documents.import_files(project, [tmp_path / "G.txt"], language="en", speakers=LABELS)
    cases.speakers_to_cases(project, "G", {"MARY": "Mary", "BEN": "Ben"})
    cases.set_value(project, "Mary", "team", "east")
    for code in ("trust", "pay", "who"):
        codebook.add_code(project, code)
    across = "first.\nBEN: No, pay"  # from Mary's turn into Ben's
    for code, words in (("trust", "Trust first."), ("pay", across), ("pay", "pay then"), ("who", "MOD")):
        at = TEXT.index(words)
        coding.apply_code(project, "G", at, at + len(words), code)
    return project


def test_units_are_those_of_the_chosen_turns(group: Project) -> None:
    east = {"team": "east"}
    own = [turn for turn in TEXT.split("\n") if turn.startswith("MARY")]
    row = group.analyse("cooccurrence", rule="turn", variables=east).iloc[0]
    assert (row["n_units"], row["n_a"], row["n_b"], row["n_ab"], row["lift"]) == (2, 1, 2, 1, 1.0)
    assert group.analyse("cooccurrence", rule="turn").iloc[0]["n_units"] == 4
    assert group.analyse("cooccurrence", variables=east).iloc[0]["n_units"] == len("".join(own))
    assert group.analyse("cooccurrence", rule="sentence", variables=east).iloc[0]["n_units"] == 3
    table = group.analyse("frequencies", variables=east).set_index("code")
    assert table.loc["pay", ["segments", "characters"]].to_list() == [2, len("first.") + len("pay then")]
    assert table.loc["pay", "share_of_text"] == pytest.approx(14 / len("".join(own)))
    assert table.loc["who", "segments"] == 0
    group.close()


def test_passages_are_those_the_cell_counts(group: Project) -> None:
    filters = {"variables": {"team": "east"}}
    at = TEXT.index("BEN: No")
    coding.apply_code(group, "G", at, at + 7, "trust")  # meets “pay” in Ben's turn only
    for rule, number in (("overlap", 1), ("turn", 1), ("paragraph", 1), ("near:1", 2), ("document", 1), ("case", 1)):
        picture = cooccurrence_view(group, CooccurrenceOptions(rule=rule, filters=filters))
        trust, pay = picture.heat.labels[0].code, picture.heat.labels[1].code
        met = picture.meeting(0, 1)
        assert met.pairs == 1, rule
        assert meeting_passages(group, picture, trust, pay).total == number, rule
        assert rule == "overlap" or met.n_ab == number, rule
    group.close()


def test_the_caption_says_that_only_own_turns_count(group: Project) -> None:
    filters = {"variables": {"team": "east"}}
    said = "In 1 of these documents only these cases' own turns and passages count."
    assert said in " ".join(cooccurrence_view(group, CooccurrenceOptions(filters=filters)).heat.caption)
    bars = charts.frequency_view(group, charts.FrequencyOptions(filters=filters))
    assert said in " ".join(bars.caption)
    cases.assign(group, "Mary", "G")
    assert said not in " ".join(cooccurrence_view(group, CooccurrenceOptions(filters=filters)).heat.caption)
    group.close()


def test_a_document_in_which_the_speaker_is_silent_is_not_looked_at(group: Project, tmp_path: Path) -> None:
    (tmp_path / "H.txt").write_text("BEN: Alone.\n", "utf-8")
    documents.import_files(group, [tmp_path / "H.txt"], language="en", speakers=LABELS)
    cases.assign(group, "Mary", "H", speaker="BEN")
    everybody = group.analyse("frequencies", variables={"team": "east"}).attrs["documents"]
    assert everybody == "2 of 2: G (in part); H (in part)"
    documents.set_speakers(group, "H", r"^(?P<speaker>Z+):\s*")
    assert group.analyse("frequencies", variables={"team": "east"}).attrs["documents"] == "1 of 2: G (in part)"
    group.close()
