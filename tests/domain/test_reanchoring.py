"""Spans in a text that was revised elsewhere, against characters that know where they came from."""

import os
import random
import string
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from domain.revisions import STUTTERING, Revision, coded, revised, short_turns, truth, where
from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.bundle import ReadOptions
from qualcode.domain.differences import CAME, GONE, SAME, readable
from qualcode.domain.reanchoring import Anchoring, Place
from qualcode.domain.segments import Edit, Edits, Span, composed
from qualcode.formats import registry

LONG = bool(os.environ.get("QUALCODE_LONG"))
EDITS = 10_000 if LONG else 300
ROUNDS = 12 if LONG else 2
_AROUND = 40  # characters on either side by which people know a place

OLD = (
    "INT: How did you start?\n"
    "ROSA: We started from what we both needed, with two more pairs of hands.\n"
    "INT: And who decides?\n"
    "ROSA: On paper a steering group. In the room it is whoever holds the timetable.\n"
    "INT: And trust?\n"
    "ROSA: Trust takes years. They asked early, and that was the beginning of trust.\n"
)


def place(new: str, words: str, old: str = OLD) -> tuple[str, bool] | None:
    """The words a span on `words` stands on in the new text, and whether that is sure."""
    start = old.index(words)
    found = Anchoring(old, new).place(Span(start, start + len(words)))
    return None if found is None else (new[found.span.start : found.span.end], found.sure)


# ── by example ─────────────────────────────────────────────────────────────────────────────────────────────
def test_a_moved_turn_is_found_again() -> None:
    lines = OLD.splitlines(keepends=True)
    new = "".join([lines[2], lines[3], lines[0], lines[1], lines[4], lines[5]])
    assert place(new, "two more pairs of hands") == ("two more pairs of hands", True)
    assert place(new, "whoever holds the timetable") == ("whoever holds the timetable", True)
    assert place(new, "Trust takes years.") == ("Trust takes years.", True)


def test_a_moved_turn_with_a_typo_mended_is_found_again() -> None:
    lines = OLD.splitlines(keepends=True)
    new = "".join([*lines[2:], lines[0], lines[1].replace("needed", "neeeded")])
    assert place(new, "what we both needed, with two") == ("what we both neeeded, with two", True)


def test_changed_labels_typos_and_names_leave_segments_where_they_are() -> None:
    new = OLD.replace("ROSA:", "P03:").replace("INT:", "Interviewer:").replace("timetable", "time table")
    assert place(new, "On paper a steering group.") == ("On paper a steering group.", True)
    assert place(new, "whoever holds the timetable") == ("whoever holds the time table", True)
    assert place(OLD.replace("steering", "stearing"), "steering") == ("stearing", True)
    assert place(OLD.replace("steering", "stearing"), "teer") == ("tear", True)


def test_words_that_were_replaced_are_to_be_looked_at() -> None:
    assert place(OLD.replace("timetable", "keys"), "timetable") == ("keys", False)
    assert place(OLD.replace("a steering group", "we do"), "steering") == ("we do", False)


def test_words_that_are_gone_are_gone() -> None:
    assert place(OLD.replace("They asked early, and that was the beginning of trust.", ""), "asked early") is None
    assert place("Something else altogether.", "a steering group") is None


def test_a_copy_elsewhere_is_better_than_nothing_but_to_be_looked_at() -> None:
    new = OLD.replace("Trust takes years. ", "") + "It all takes years: Trust takes years and years.\n"
    assert place(new, "Trust takes years") == ("Trust takes years", False)


def test_an_inserted_turn_stays_outside_and_one_between_joins() -> None:
    new = OLD.replace("INT: And trust?", "INT: Go on.\nROSA: Well.\nINT: And trust?")
    assert place(new, "whoever holds the timetable.") == ("whoever holds the timetable.", True)
    joined = place(new, "timetable.\nINT: And trust?")
    assert joined == ("timetable.\nINT: Go on.\nROSA: Well.\nINT: And trust?", True)


def test_of_two_that_are_alike_nobody_knows_which_one_went() -> None:
    old = "INT: Really?\nP: Yes.\nP: Yes.\nINT: And then?\nP: No.\n"
    for new in (old.replace("P: Yes.\n", "", 1), old.replace("P: Yes.\n", "P: Yes.\nP: Yes.\n", 1)):
        for at in (old.index("Yes."), old.rindex("Yes.")):
            found = Anchoring(old, new).place(Span(at, at + 4))
            assert found is not None
            assert not found.sure
            assert new[found.span.start : found.span.end] == "Yes."
        assert place(new, "And then?", old) == ("And then?", True)
        assert place(new, "Really?", old) == ("Really?", True)


def test_words_repeated_at_the_border_of_a_span_make_it_doubtful() -> None:
    old = "P: It was late. So I went home and slept. Then it rained.\n"
    new = old.replace("So I ", "So I So I ")
    found = place(new, "So I went home", old)
    assert found is not None
    assert not found[1]
    assert place(new, "Then it rained.", old) == ("Then it rained.", True)


def test_a_short_twin_inside_a_long_passage_that_moved_does_not_hide_it() -> None:
    words = ("hall", "yard", "roof", "door", "well", "road", "mill", "gate")
    lines = [f"P: We asked them about the {word} and they said it was all the same to them.\n" for word in words]
    passage = f"P: The keys of the hut were with Anna, and the keys of the barn lay on the stove. {'x ' * 20}\n"
    old = passage + "".join(lines)
    new = (
        "".join(lines[:4]) + passage.replace("stove", "table") + "INT: The keys of the hut were?\n" + "".join(lines[4:])
    )
    assert place(new, "and the keys of the barn lay", old) == ("and the keys of the barn lay", True)


def test_lines_wrapped_anew_are_no_change_of_words() -> None:
    new = OLD.replace(" In the", "\nIn the").replace("early, and", "early,\n and")
    assert place(new, "In the room") == ("In the room", True)
    assert place(new, "early, and that") == ("early,\n and that", True)


def test_readable_differences() -> None:
    pieces = readable("We trust them now.", "We never trust her now.")
    assert [(piece.kind, piece.text) for piece in pieces if piece.kind != SAME] == [
        (CAME, "never "),
        (GONE, "them"),
        (CAME, "her"),
    ]
    assert "".join(piece.text for piece in pieces if piece.kind != CAME) == "We trust them now."


# ── against the truth ──────────────────────────────────────────────────────────────────────────────────────
@dataclass
class Score:
    """What became of many spans."""

    untouched: int = 0
    wrong: int = 0  # elsewhere, and said to be sure
    doubted: int = 0
    exact: int = 0
    touched: int = 0
    kept: float = 0.0
    lost: int = 0

    def count(self, revision: Revision, places: dict[int, int], span: Span, found: Place | None) -> None:
        true = truth(revision, places, span)
        if true.untouched:
            self.untouched += 1
            there = Span(places[span.start], places[span.end - 1] + 1)
            exact = found is not None and (found.span == there or _as_it_stood(revision, there, span, found.span))
            self.exact += exact
            self.doubted += found is not None and not found.sure
            self.wrong += not exact and (found is None or found.sure)
        elif true.places:
            self.touched += 1
            self.lost += found is None
            if found is not None:
                inside = sum(found.span.start <= at < found.span.end for at in true.places)
                self.kept += inside / len(true.places)


def _as_it_stood(revision: Revision, true: Span, span: Span, found: Span) -> bool:
    """Whether nobody can tell that words are not those of the span: a copy was put exactly where they had stood, and
    they were carried elsewhere."""

    def around(text: str, place: Span) -> str:
        return text[max(0, place.start - _AROUND) : place.end + _AROUND]

    here = around(revision.old, span)
    return around(revision.text, found) == here != around(revision.text, true)


def transcripts(folder: Path) -> list[tuple[str, str]]:
    """Real interviews in English, German, Spanish, Chinese, Arabic and Hebrew."""
    found = folder / "transcripts"
    files = [
        *sorted((found / "navarral__swj2022-usability-paper").glob("*.odt")),
        *sorted((found / "HASKI-RAK__paper").glob("*.docx")),
        *sorted((found / "_derived-UD").glob("*.txt")),
        *sorted((found / "hitsave__interview-transcripts").glob("*.txt")),
    ]
    texts = []
    for file in files:
        for document in registry.read_bytes(file.name, file.read_bytes(), ReadOptions()).documents:
            texts.append((file.name, document.text))
    assert len(texts) > 10
    return texts


def test_revised_transcripts(shared_data: Path) -> None:
    score = Score()
    for name, text in transcripts(shared_data):
        seed = random.Random(name)
        for number in range(ROUNDS):
            revision = revised(text, seed, min((3, 10, 30, 80)[-number % 4], len(text) // 150))
            places, anchoring = where(revision), Anchoring(text, revision.text)
            short = short_turns(text)
            for span in [*coded(text, seed, 60), *seed.sample(short, min(len(short), 40))]:
                score.count(revision, places, span, anchoring.place(span))
    assert score.untouched > 1_000
    assert score.wrong == 0
    assert score.exact >= 0.995 * score.untouched
    assert score.doubted <= 0.03 * score.untouched, "nobody reviews what is certain"
    assert score.kept / score.touched >= 0.99
    assert score.lost <= score.touched // 500


def test_words_said_twice_are_never_taken_for_each_other_unasked(shared_data: Path) -> None:
    score = Score()
    for name, text in transcripts(shared_data):
        seed = random.Random(f"twice {name}")
        short = short_turns(text)
        for _ in range(ROUNDS):
            revision = revised(text, seed, 12, STUTTERING * 3)
            places, anchoring = where(revision), Anchoring(text, revision.text)
            for span in [*coded(text, seed, 20), *seed.sample(short, min(len(short), 60))]:
                score.count(revision, places, span, anchoring.place(span))
    assert score.wrong == 0
    assert score.exact >= 0.98 * score.untouched
    assert score.lost <= score.touched // 100


def _random_edits(text: str, seed: random.Random, times: int) -> tuple[Revision, list[Edit]]:
    """A text after random edits of any kind, and these edits one after the other."""
    revision, edits = Revision.of(text), []
    for _ in range(times):
        start = seed.randrange(len(revision.text))
        end = min(len(revision.text), start + seed.choice((0, 0, 1, 2, 5, 30)))
        words = "".join(
            seed.choice(string.ascii_lowercase + "    \n😀信") for _ in range(seed.choice((0, 1, 3, 10, 40)))
        )
        revision.swap(start, end, words)
        edits.append(Edit(start, end, len(words)))
    return revision, edits


def _any_span(text: str, seed: random.Random) -> Span:
    while True:
        start = seed.randrange(len(text) - 1)
        end = min(len(text), start + seed.choice((4, 10, 30, 100, 400)))
        if not text[start].isspace() and not text[end - 1].isspace():
            return Span(start, end)


def test_random_edits_that_are_known_are_exact() -> None:
    score = Score()
    for number in range(EDITS // 10):
        seed = random.Random(number)
        revision, edits = _random_edits(OLD * 4, seed, 10)
        known: list[Edit] = []
        for edit in edits:
            known = composed(known, edit)
        moved, places = Edits(known), where(revision)
        for _ in range(20):
            span = _any_span(OLD * 4, seed)
            there = moved.moved(span)
            score.count(revision, places, span, None if there is None else Place(there, sure=True))
    assert score.wrong == 0
    assert score.lost == 0
    assert score.kept >= 0.999 * score.touched


def test_random_edits_that_are_found_out(shared_data: Path) -> None:
    score, texts = Score(), transcripts(shared_data)
    for number in range(EDITS // 5):
        seed = random.Random(number)
        text = texts[number % len(texts)][1]
        start = seed.randrange(max(1, len(text) - 3_000))
        text = text[start : start + 3_000]
        revision, _ = _random_edits(text, seed, 5)
        places, anchoring = where(revision), Anchoring(text, revision.text)
        for _ in range(20):
            span = _any_span(text, seed)
            score.count(revision, places, span, anchoring.place(span))
    # where letters are equal nobody can say which one of them was taken away
    assert score.wrong <= score.untouched // 5_000
    assert score.exact >= 0.995 * score.untouched
    assert score.kept / score.touched >= 0.99
    assert score.lost <= score.touched // 200


# ── algebra ────────────────────────────────────────────────────────────────────────────────────────────────
def _applied(text: str, edits: Sequence[Edit], fill: str) -> str:
    for edit in reversed(edits):
        text = text[: edit.start] + fill * edit.length + text[edit.end :]
    return text


@given(data=st.data())
def test_edits_one_after_the_other_are_the_composed_ones(data: st.DataObject) -> None:
    text, known = string.ascii_lowercase, list[Edit]()
    now = text
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(now)))
        end = data.draw(st.integers(start, len(now)))
        length = data.draw(st.integers(0, 4))
        now = now[:start] + "." * length + now[end:]
        known = composed(known, Edit(start, end, length))
    assert _applied(text, known, ".") == now
    assert all(one.end < other.start for one, other in pairwise(known))


@given(old=st.text("abc d\n信", max_size=60), new=st.text("abc d\n信", max_size=60), data=st.data())
def test_places_are_in_the_new_text(old: str, new: str, data: st.DataObject) -> None:
    anchoring = Anchoring(old, new)
    if len(old) > 1:
        start = data.draw(st.integers(0, len(old) - 1))
        found = anchoring.place(Span(start, data.draw(st.integers(start + 1, len(old)))))
        if found is not None:
            assert 0 <= found.span.start < found.span.end <= len(new)


@given(text=st.text("abc d\n信任 😀", min_size=1, max_size=60), data=st.data())
def test_the_same_text_changes_nothing(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    assert Anchoring(text, text).place(span) == Place(span, sure=True)


@pytest.mark.parametrize("new", ["", "\n", "a"])
def test_next_to_nothing_is_left(new: str) -> None:
    assert Anchoring(OLD, new).place(Span(0, 20)) is None
