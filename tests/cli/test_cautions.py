"""What keeps numbers from saying as much as they seem to stands on standard error, beside the table; empty names are
refused."""

import json
import unicodedata

import openpyxl
import pyarrow.parquet as pq
import pytest
import typer
from cli.conftest import refused

import qualcode
from qualcode.app import cases, codebook, coding, documents, methods
from qualcode.app.analysing.catalogue import ANALYSES
from qualcode.cli.analysis_options import flag_of
from qualcode.cli.main import app
from qualcode.domain.options import options_of


@pytest.fixture
def partly(study, tmp_path):
    """The study with a third interview that nobody has coded."""
    (tmp_path / "P03.txt").write_text("INT: And then?\n\nKIM: Nothing came of it.\n", "utf-8")
    with qualcode.open(study, coder="AB") as project:
        documents.import_files(project, [tmp_path / "P03.txt"], language="en")
    return study


def lines(said: str) -> list[str]:
    return [line.removeprefix("qualcode: ") for line in said.splitlines()]


def test_too_few_draws_are_said_with_the_number_that_would_do(run, study):
    said = run("analyse", study, "cooccurrence", "--chance", "10", "--rule", "turn")
    assert said.code == 0
    assert lines(said.err) == [
        "With 10 draws no p can be .05 or less. For one pair alone 19 draws would suffice.",
    ]
    enough = run("analyse", study, "cooccurrence", "--chance", "19", "--rule", "turn")
    assert (enough.code, enough.err) == (0, "")
    assert said.out.splitlines()[0] == enough.out.splitlines()[0]


def test_draws_that_reach_05_for_several_pairs_only(run, study, tmp_path):
    with qualcode.open(study, coder="AB") as project:
        for number in range(4):
            codebook.add_code(project, f"more {number}")
            coding.apply_code(project, "P01", 25 + number, 50 + number, f"more {number}")
    said = run("analyse", study, "cooccurrence", "--chance", "99", "--out", tmp_path / "c.xlsx")
    assert lines(said.err)[:1] == [
        "With 99 draws the smallest p is .01; corrected for 15 pairs it stays above .05, unless at least 3 pairs have "
        "it. For one pair alone 299 draws would suffice.",
    ]
    about = openpyxl.load_workbook(tmp_path / "c.xlsx")["About"]
    assert any("299 draws would suffice" in str(cell.value) for row in about for cell in row)
    assert run("analyse", study, "cooccurrence", "--chance", "99", "--out", tmp_path / "c.parquet").code == 0
    assert "299 draws would suffice" in str(pq.read_schema(tmp_path / "c.parquet").metadata)
    assert run("analyse", study, "cooccurrence", "--chance", "299").err == ""


def test_a_list_is_all_that_was_written_and_anything_else_is_written_once(run, partly):
    asked = ("analyse", partly, "cooccurrence", "--bootstrap", "20")
    both = run(*asked, "--intervals", "lift", "--intervals", "jaccard").out
    assert both == run(*asked, "--intervals", "lift,jaccard").out
    assert both.splitlines()[0].endswith("lift_low,lift_high,jaccard_low,jaccard_high")
    twice = run(*asked, "--seed", "1", "--seed", "2")
    assert twice.code == 2
    assert "--seed is there more than once: leave one." in twice.err


def test_help_says_what_a_switch_does_that_takes_something_off(run):
    said = " ".join(run("analyse", "quotes", "--help").out.split())
    assert "--no-balance The first quotes of all, whoever said them" in said


def test_lift_and_intervals_say_how_many_documents_are_coded(run, partly):
    for given in (["cooccurrence"], ["cooccurrence", "--bootstrap", "20"], ["sequences"]):
        assert lines(run("analyse", partly, *given).err) == [
            "2 of 3 documents have codings; text of the others counts as text without codes, not as not coded yet.",
        ]
    assert run("analyse", partly, "cooccurrence", "--documents", "P01,P02").err == ""
    # P02 has no code “time”, and is coded all the same
    assert "2 of 3 documents" in run("analyse", partly, "cooccurrence", "--codes", "time").err
    assert run("analyse", partly, "cooccurrence", "--square").err == ""  # pairs do not depend on it


def test_the_export_of_0_and_1_says_where_0_may_be_not_coded_yet(run, partly):
    asked = ("matrix", "--rows", "document", "--columns", "code", "--value", "presence")
    said = run("analyse", partly, *asked)
    assert said.out.splitlines()[-1].startswith("P03,0")
    not_yet = ["1 of 3 documents have no coding at all: their 0 may mean that nobody has coded them yet."]
    assert lines(said.err) == not_yet
    assert lines(run("analyse", partly, "matrix", "--value", "segments").err) == not_yet


def test_saturation_in_a_reflexive_project_says_how_it_is_to_be_read(run, study, tmp_path):
    plain = run("analyse", study, "saturation", "--base", "1", "--run", "1")
    assert plain.err == ""
    with qualcode.open(study, coder="AB") as project:
        methods.set_method(project, "reflexive")
    said = run("analyse", study, "saturation", "--base", "1", "--run", "1")
    assert said.out == plain.out
    read_as, hint = lines(said.err)
    assert read_as.startswith("Codes are made by analysts")
    assert hint.startswith("Neither saturation nor agreement between coders is a proof of quality")
    assert run("analyse", study, "frequencies").err == ""
    drawn = run("analyse", study, "saturation", "--out", tmp_path / "s.svg")
    assert (drawn.code, lines(drawn.err)[0]) == (0, hint)
    table = run("analyse", study, "saturation", "--json")
    assert json.loads(table.out)
    assert "Neither saturation" in table.err


@pytest.mark.parametrize(
    ("option", "summed"), [("--summary", "Chao2 takes the documents"), ("--prevalence", "drawn at random")]
)
def test_what_saturation_takes_for_granted_is_said(run, study, option, summed):
    assert any(summed in line for line in lines(run("analyse", study, "saturation", option).err))


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (["crosstab", "--by", ""], "--by"),
        (["crosstab", "--code", " "], "--code"),
        (["group-differences", "--by="], "--by"),
        (["frequencies", "--codes", ","], "--codes"),
        (["frequencies", "--codes", ""], "--codes"),
        (["cooccurrence", "--coders", " , "], "--coders"),
        (["concordance", "--word", ""], "--word"),
    ],
)
def test_an_option_that_names_nothing_is_refused(run, study, given, named):
    """A variable of the shell that is empty would ask another question."""
    assert refused(run("analyse", study, *given)) == (
        f"qualcode: {named} names nothing. Write a name behind it, or leave it out.\n"
    )
    assert "--documents names" in refused(run("export", study, "segments", "out.csv", "--documents", ""))


def test_names_are_found_however_their_accents_are_written(run, study):
    with qualcode.open(study, coder="AB") as project:
        codebook.add_code(project, "Fürsorge")
        coding.apply_code(project, "P01", 30, 43, "Fürsorge")
    apart = unicodedata.normalize("NFD", "Fürsorge")
    assert apart != "Fürsorge"
    for given in (["frequencies", "--codes", apart], ["retrieval", "--query", apart]):
        said = run("analyse", study, *given)
        assert said.code == 0
        assert "Fürsorge" in said.out
    assert run("analyse", study, "crosstab", "--by", "sector", "--code", apart).out.count("Fürsorge") == 1


def test_a_long_value_in_an_error_is_not_cut_within_a_number(run, study):
    numbers = " ".join(str(1000 + number) for number in range(90))
    said = refused(run("analyse", study, "frequencies", "--codes", numbers))
    shown = said[said.index("“") + 1 : said.index("”")]
    assert "…" in shown
    assert {len(word) for word in shown.replace("…", "").split()} == {4}
    long = "9" * 60
    assert f"“{'9' * 39}…”" in run("undo", study, "--step", long).err


def test_a_variable_alone_is_what_an_analysis_asks_for_and_one_with_a_value_filters(run, study) -> None:  # type: ignore[no-untyped-def]
    """`--variable` is the filter's word and that of some analyses: the filter took both, and refused the name."""
    with qualcode.open(study, coder="AB") as project:
        cases.add_variable(project, "team=a", "text")
        cases.set_value(project, "Rosa", "team=a", "north")
    asked = ("analyse", study, "frequencies", "--by", "variable")
    for name in ('"team=a"', '"TEAM=A"'):
        assert run(*asked, "--variable", name).out.splitlines()[0] == "code,team=a,segments,documents,cases"
    assert run(*asked, "--variable", '"team=a"', "--variable", '"team=a"=north').code == 0
    assert "There is no variable “team”" in run(*asked, "--variable", "team").err
    twice = run(*asked, "--variable", "team", "--variable", "other")
    assert (twice.code, twice.out) == (2, "")
    assert "takes one variable" in twice.err
    for name in ("", " "):
        assert "is not written as NAME=VALUE" in run(*asked, "--variable", name).err
    assert "is not written as NAME=VALUE" in run("analyse", study, "matrix", "--variable", "team").err


def test_no_other_word_of_an_analysis_is_taken_by_the_command() -> None:
    command = typer.main.get_command(app).commands["analyse"]  # type: ignore[attr-defined]
    taken = {each for parameter in command.params for each in parameter.opts}
    own = {flag_of(*each) for one in ANALYSES.values() for each in options_of(one.options)}
    assert taken & own == {"--variable", "--display-ids"}, "the latter means the same for both"
