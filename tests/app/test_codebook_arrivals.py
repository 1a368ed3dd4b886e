"""A codebook that comes to one that is there: what each code is to ours, and carrying out what was decided."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from app.study import state
from hypothesis import given
from hypothesis import strategies as st

from qualcode.app import codebook, exchange, memos
from qualcode.app.codebook_arrivals import TREATMENTS, ArrivingCode, plan, read_plan, treated, wished
from qualcode.app.codebook_landing import land
from qualcode.app.codebook_landing import outcome as preview
from qualcode.app.project import Project
from qualcode.domain.bundle import Bundle, ReadCode
from qualcode.domain.codebook import Code, Codebook
from qualcode.domain.errors import BadInput, Refused
from qualcode.domain.ids import new_id

CODER = new_id()


def code(name: str, parent: Code | None = None, **fields: str) -> Code:
    blank = dict.fromkeys(
        (
            "definition",
            "full_definition",
            "include",
            "exclude",
            "example",
            "example_document",
            "near_miss",
            "origin",
            "status",
        ),
        "",
    )
    return Code(
        id=new_id(),
        parent=parent.id if parent else None,
        name=name,
        kind=fields.pop("kind", "code"),
        color=fields.pop("color", "#2067DA"),
        position=0,
        coder=CODER,
        created="2026-01-01T00:00:00Z",
        **blank | fields,
    )


POWER = code("Power", kind="theme")
TRUST = code("trust", POWER, definition="Who believes whom.")
PLACE = replace(code("place"), position=1)
OURS = Codebook([POWER, TRUST, PLACE])


def read(path: str, key: Code | None = None, memo: str = "", color: str = "", **fields: str) -> ReadCode:
    kind = fields.pop("kind", "")
    return ReadCode(
        tuple(path.split(" > ")), kind or "code", color, fields, memo, str(key.id) if key else "", kind_said=bool(kind)
    )


def states(*found: ReadCode) -> list[tuple[str, str]]:
    return [(row.state, row.why) for row in plan(OURS, found, {})]


def test_what_each_code_is_to_ours() -> None:
    assert states(read("Power > voice")) == [("new", "")]
    assert states(read("Power > trust")) == [("same", "")]
    assert states(read("Power > trust", definition="Belief.")) == [("update", "")]
    assert states(read("trust")) == [("conflict", "elsewhere")]
    assert states(read("Power > faith", TRUST)) == [("conflict", "moved")]
    assert states(read("Power > voice"), read("Power > voice", definition="x")) == [("new", ""), ("conflict", "twice")]
    assert states(read("Power > faith", TRUST), read("Power > trust")) == [
        ("conflict", "moved"),
        ("conflict", "taken"),
    ]


def test_an_id_counts_for_more_than_a_path_and_a_path_for_more_than_a_name() -> None:
    rows = plan(OURS, [read("place", TRUST), read("Power > place")], {})
    assert rows[0].code == TRUST
    assert rows[0].choices == ("keep", "update", "duplicate"), "its place is taken by ours"
    assert rows[1].code == PLACE
    assert rows[1].why == "elsewhere"


def test_a_row_copied_in_a_spreadsheet_bears_its_originals_id() -> None:
    rows = plan(OURS, [read("Power > mistrust", TRUST), read("Power > trust", TRUST)], {})
    assert [(row.state, row.code) for row in rows] == [("new", None), ("same", TRUST)]


def test_a_name_that_is_not_the_only_one_is_matched_with_nobody() -> None:
    ours = Codebook([POWER, TRUST, replace(TRUST, id=new_id(), parent=None, position=9)])
    (row,) = plan(ours, [read("Voice > trust")], {})
    assert (row.state, row.why, row.code) == ("conflict", "elsewhere", None)
    assert row.at == "Power > trust; trust"
    twice = plan(OURS, [read("A > trust"), read("B > trust")], {})
    assert [one.code for one in twice] == [None, None]
    assert all("update" not in one.choices for one in twice)


def test_differences_name_the_field_and_both_values() -> None:
    found = read("Power > trust", definition=" Belief. ", include="words", color="#ac6304", kind="theme", memo="Why?")
    (row,) = plan(OURS, [found], {TRUST.id: ["Old."]})
    assert [(one.field, one.old, one.new) for one in row.differences] == [
        ("kind", "code", "theme"),
        ("color", "#2067DA", "#AC6304"),
        ("definition", "Who believes whom.", "Belief."),
        ("include", "", "words"),
        ("memo", "Old.", "Why?"),
    ]


def test_what_a_file_does_not_say_is_no_difference() -> None:
    assert states(read("Power")) == [("same", "")], "a file without a column kind says nothing of kinds"
    assert states(read("Power > trust", concept="An idea.", stage="named")) == [("same", "")], "trust is no theme"
    assert states(read("Power", concept="An idea.")) == [("update", "")]
    (row,) = plan(OURS, [read("place", memo="One.\n\nTwo.")], {PLACE.id: ["One.", "Two."]})
    assert row.state == "same", "several memos are written out as one cell"


def outcome(*rows: ArrivingCode) -> dict[str, Code]:
    landing = land(OURS, rows, CODER, "2026-02-02T00:00:00Z")
    changed = {one.id: one for one in (*landing.added, *landing.changed)}
    book = Codebook({**OURS.by_id, **changed}.values())
    return {path: book.by_id[key] for key, path in book.paths().items()}


def decided(treatment: str, *found: ReadCode) -> tuple[ArrivingCode, ...]:
    return tuple(replace(row, treatment=treatment) for row in plan(OURS, found, {}))


def test_update_takes_what_the_file_says_and_the_name_and_place_of_one_with_our_id() -> None:
    found = outcome(*decided("update", read("Voice > faith", TRUST, definition="Belief.")))
    assert found["Voice > faith"] == replace(TRUST, name="faith", definition="Belief.", parent=found["Voice"].id)
    assert found["Voice"].kind == "theme"
    assert "Power > trust" not in found


def test_a_colour_comes_in_as_ours_are_written_and_a_new_code_gets_the_least_used_one() -> None:
    found = outcome(*decided("update", read("place", color="#ac6304")), *plan(OURS, [read("Power > voice")], {}))
    assert found["place"].color == "#AC6304"
    assert found["Power > voice"].color not in ("#2067DA", "#AC6304")
    (row,) = plan(OURS, [read("Power > voice", origin="guessed")], {})
    assert preview(OURS, plan(OURS, [read("Power > voice")], {}))["new"] == 1
    with pytest.raises(BadInput, match="The origin of a code"):
        outcome(row)


def test_update_of_one_known_by_its_name_stays_where_it_is() -> None:
    found = outcome(*decided("update", read("trust", include="words"), read("trust > slow")))
    assert found["Power > trust"].include == "words"
    assert "trust" not in found


def test_what_lies_below_in_the_file_lies_below_what_its_parent_became() -> None:
    rows = plan(OURS, [read("trust"), read("trust > slow")], {})
    assert [row.state for row in rows] == ["conflict", "new"]
    kept = outcome(*rows)
    assert "Power > trust > slow" in kept, "below ours, which stands for it"
    new = outcome(treated(rows[0], "new"), rows[1])
    assert {"trust", "trust > slow", "Power > trust"} <= set(new)
    duplicate = outcome(treated(rows[0], "duplicate"), rows[1])
    assert {"trust 2", "Power > trust > slow"} <= set(duplicate)


def test_a_duplicate_gets_the_next_free_number() -> None:
    ours = Codebook([PLACE, replace(PLACE, id=new_id(), name="place 2")])
    rows = [replace(row, treatment="duplicate") for row in plan(ours, [read("place"), read("place")], {})]
    landing = land(ours, rows, CODER, "now")
    assert [one.name for one in landing.added] == ["place 3", "place 4"]
    assert landing.counts == {"new": 0, "updated": 0, "kept": 0, "duplicated": 2}


def test_two_of_one_name_where_the_second_fills_the_first() -> None:
    found = [read("Power > voice", definition="Who speaks."), read("Power > voice", include="words")]
    rows = plan(OURS, found, {})
    made = outcome(rows[0], treated(rows[1], "update"))["Power > voice"]
    assert (made.definition, made.include) == ("Who speaks.", "words")
    alone = outcome(replace(rows[0], treatment="keep"), treated(rows[1], "update"))["Power > voice"]
    assert (alone.definition, alone.include) == ("", "words")


def test_a_new_code_keeps_the_id_of_the_file_so_that_it_is_known_the_next_time() -> None:
    arriving = replace(read("Power > voice"), id=str(new_id()))
    (row,) = plan(OURS, [arriving], {})
    made = outcome(row)["Power > voice"]
    assert str(made.id) == arriving.id
    again = Codebook([*OURS.ordered, made])
    (later,) = plan(again, [replace(arriving, path=("Power", "speaking"))], {})
    assert (later.why, later.code) == ("moved", made)


def test_two_that_exchange_their_names() -> None:
    rows = decided("update", read("Power > place", TRUST), read("trust", PLACE))
    found = outcome(*rows)
    assert (found["Power > place"].id, found["trust"].id) == (TRUST.id, PLACE.id)


def test_what_cannot_be_is_refused_before_anything_is_written() -> None:
    rows = plan(OURS, [read("Power > faith", TRUST), read("Power > trust")], {})
    with pytest.raises(Refused, match="Two codes “trust” would stand in one place"):
        land(OURS, [rows[0], treated(rows[1], "new")], CODER, "now")
    with pytest.raises(Refused, match="“Power” cannot be moved below itself"):
        land(OURS, decided("update", read("Power > trust > Power", POWER)), CODER, "now")
    with pytest.raises(BadInput, match="no way to treat"):
        wished(rows, "perhaps")


def test_one_wish_for_all_takes_the_next_best_where_it_is_not_open() -> None:
    found = [read("new one"), read("Power"), read("Power > trust", definition="x"), read("trust"), read("b", PLACE)]
    rows = plan(OURS, found, {})
    assert [row.state for row in rows] == ["new", "same", "update", "conflict", "conflict"]
    chosen = {wish: [row.treatment for row in wished(rows, wish)] for wish in TREATMENTS}
    assert chosen == {
        "new": ["new", "keep", "keep", "new", "new"],
        "update": ["new", "keep", "update", "update", "update"],
        "keep": ["new", "keep", "keep", "keep", "keep"],
        "duplicate": ["new", "keep", "duplicate", "duplicate", "duplicate"],
    }


NAMES = st.sampled_from(["a", "b", "c"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map(" > ".join)


@given(st.lists(st.tuples(PATHS, st.sampled_from([None, POWER, TRUST, PLACE])), max_size=6), st.data())
def test_whatever_is_chosen_ends_in_a_tree_or_is_refused(
    found: list[tuple[str, Code | None]], data: st.DataObject
) -> None:
    rows = plan(OURS, [read(path, key, definition="x") for path, key in found], {})
    rows = tuple(replace(row, treatment=data.draw(st.sampled_from(row.choices))) for row in rows)
    try:
        landing = land(OURS, rows, CODER, "now")
    except Refused:
        return
    codes = {**OURS.by_id, **{one.id: one for one in (*landing.added, *landing.changed)}}
    book = Codebook(codes.values())
    assert len(book.ordered) == len(codes), "each code is reached from the top"
    assert len(set(book.paths().values())) == len(codes)
    counts = landing.counts
    assert counts["updated"] + counts["kept"] + counts["duplicated"] <= len(rows)
    assert counts["new"] + counts["duplicated"] == len(landing.added)


@given(st.lists(PATHS, unique=True, max_size=8))
def test_a_codebook_brought_in_once_is_the_same_the_next_time(paths: list[str]) -> None:
    found = [read(path, definition="x") for path in paths]
    first = land(OURS, plan(OURS, found, {}), CODER, "now")
    book = Codebook([*OURS.ordered, *first.added])
    assert {row.state for row in plan(book, found, {})} <= {"same"}


# ── with a project ──


def arrive(*codes: ReadCode) -> exchange.Arrival:
    return exchange.Arrival("theirs.csv", b"theirs", Bundle(codes=codes))


def test_one_step_says_what_became_of_them(study: Project) -> None:
    before = state(study)
    found = arrive(
        read("Power > trust", definition="Belief.", memo="From the team."),
        read("Power > gatekeeping", exclude="Doors of wood."),
        read("trust"),
        read("Voice > silence", definition="No words."),
        read("place"),
    )
    with study.read() as look:
        rows = list(read_plan(look, found.bundle.codes))
    rows[1] = treated(rows[1], "duplicate")
    report = exchange.bring_in(study, [found], decided=rows)
    assert report.book == {"new": 2, "updated": 1, "kept": 2, "duplicated": 1}
    step = study.history()[-1]
    assert step.summary == "Import theirs.csv; 2 codes new, 1 updated, 2 kept, 1 duplicated"
    with study.read() as look:
        paths = {path: look.codebook.by_id[key] for key, path in look.codebook.paths().items()}
        assert "From the team." in [memo.text for memo in look.memos(paths["Power > trust"].id)]
    assert paths["Power > trust"].definition == "Belief."
    assert paths["Power > gatekeeping"].exclude == ""
    assert paths["Power > gatekeeping 2"].exclude == "Doors of wood."
    after = state(study)
    study.undo()
    assert state(study) == before
    study.redo()
    assert state(study) == after
    assert study.check() == []


def test_a_plan_for_another_codebook_is_refused(study: Project) -> None:
    found = arrive(read("Power > trust", definition="Belief."))
    with study.read() as look:
        rows = read_plan(look, found.bundle.codes)
    codebook.define_code(study, "trust", definition="Something else.")
    before = state(study)
    with pytest.raises(Refused, match="has changed since this list was made"):
        exchange.bring_in(study, [found], decided=rows)
    assert state(study) == before


def test_without_a_word_ours_are_only_filled(study: Project) -> None:
    report = exchange.bring_in(study, [arrive(read("Power > trust", definition="Belief.", include="words"))])
    assert report.book == {}
    with study.read() as look:
        trust = next(one for one in look.codes() if one.name == "trust")
    assert (trust.definition, trust.include) == ("Who believes whom.", "words")
    with pytest.raises(BadInput, match="repeats the code “a”"):
        exchange.bring_in(study, [arrive(read("a"), read("a"))])


def test_the_fields_of_themes_come_in_from_a_file(file_study: Project, tmp_path: Path) -> None:
    path = tmp_path / "themes.json"
    rows = [
        {"path": "Power", "kind": "theme", "stage": "Named", "concept": "Who decides.", "boundary": "Not money."},
        {"path": "Voice", "kind": "theme", "counter_search": "In all of P02."},
        {"path": "Voice > tone", "kind": "code", "stage": "named"},
    ]
    path.write_text(json.dumps(rows), "utf-8")
    for how in ("", "update"):
        exchange.import_file(file_study, path, codebook=how)
        with file_study.read() as look:
            found = {one.name: one for one in look.codes()}
        assert (found["Power"].stage, found["Power"].concept) == ("named", "Who decides.")
        assert (found["Power"].boundary, found["Voice"].counter_search) == ("Not money.", "In all of P02.")
        assert found["tone"].stage is None
        file_study.undo()
    path.write_text(json.dumps([{"path": "Power", "kind": "theme", "stage": "ripe"}]), "utf-8")
    with pytest.raises(BadInput, match="the stage “ripe” is none of candidate"):
        exchange.import_file(file_study, path)


def test_our_own_export_comes_back_as_the_same(file_study: Project, tmp_path: Path) -> None:
    memos.write_memo(file_study, "One more.", about="trust")
    for suffix in (".csv", ".xlsx", ".json", ".qdc"):
        path = tmp_path / f"codebook{suffix}"
        exchange.export_file(file_study, "codebook", path)
        (arrival,) = exchange.read_files([path], exchange.ReadOptions())
        with file_study.read() as look:
            rows = read_plan(look, arrival.bundle.codes)
        assert {row.state for row in rows} == {"same"}
        before = state(file_study)
        exchange.bring_in(file_study, [arrival], codebook="update")
        assert state(file_study) == before


def test_one_new_code_is_told_as_one(study: Project) -> None:
    found = arrive(read("a name that nobody had", definition="New."))
    with study.read() as look:
        rows = list(read_plan(look, found.bundle.codes))
    exchange.bring_in(study, [found], decided=rows)
    assert study.history()[-1].summary == "Import theirs.csv; 1 code new, 0 updated, 0 kept, 0 duplicated"
