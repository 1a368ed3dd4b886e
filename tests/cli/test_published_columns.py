"""The columns of tables that people put into scripts of their own: names and order stay, new ones come behind."""

import csv
import io

import pytest

COOCCURRENCE = (
    "code_a code_b unit n_units n_a n_b n_ab pairs jaccard dice overlap p_b_given_a p_a_given_b lift phi "
    "documents cases"
)
SEGMENTS = "document case start end turn speaker code coder weight created comment text"
SATURATION = "position document new_codes cumulative_codes run_new ratio"


@pytest.mark.parametrize(
    ("asked", "columns"),
    [
        *((("cooccurrence", "--rule", rule), COOCCURRENCE) for rule in ("overlap", "same-segment", "turn", "near:1")),
        (("cooccurrence", "--rollup", "--coders", "all"), COOCCURRENCE),
        (("cooccurrence", "--ids"), f"{COOCCURRENCE} code_a_id code_b_id"),
        (("frequencies",), "code segments codings documents cases coders characters share_of_text"),
        (("saturation", "--base", "1", "--run", "1"), SATURATION),
        (("saturation", "--base", "1", "--run", "1", "--order", "random", "--seed", "3"), SATURATION),
        (("saturation", "--bands"), f"{SATURATION} cumulative_mean cumulative_low cumulative_high"),
        (("retrieval", "--query", "trust"), SEGMENTS),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, tuple) else "",
)
def test_columns(run, study, asked, columns):
    outcome = run("analyse", study, *asked)
    assert outcome.code == 0, outcome.err
    rows = list(csv.reader(io.StringIO(outcome.out)))
    assert rows[0] == columns.split()
    assert all(len(row) == len(rows[0]) for row in rows)
    assert not any(cell in ("nan", "None", "<NA>", "inf") for row in rows for cell in row)


def test_the_summary_of_saturation_says_where_to_stop_and_what_is_unseen(run, study):
    head = next(csv.reader(io.StringIO(run("analyse", study, "saturation", "--summary").out)))
    assert {"stop_at", "chao2", "stop_low", "stop_high"} <= set(head)


@pytest.mark.parametrize("columns", ["document", "case", "coder", "speaker"])
@pytest.mark.parametrize("value", ["segments", "characters", "presence"])
def test_matrices_have_a_row_for_each_code(run, study, columns, value):
    told = run("analyse", study, "matrix", "--rows", "code", "--columns", columns, "--value", value)
    head, *rows = csv.reader(io.StringIO(told.out))
    assert head[0] == "code"
    assert len(head) > 1
    assert all(cell.isdigit() for row in rows for cell in row[1:])
    paths = [row["code"] for row in csv.DictReader(io.StringIO(run("analyse", study, "frequencies").out))]
    assert [row[0] for row in rows] == [path for path in paths if path in {row[0] for row in rows}]
