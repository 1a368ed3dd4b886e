"""A review page out, the file that comes back in, and what becomes of what it says."""

import csv
import io
import json
from uuid import uuid4

import pytest

import qualcode
from qualcode.formats.review_files import FORMAT, digest_of


def review_file(study, folder, name="helen.qcreview", **changes):
    with qualcode.open(study, read_only=True) as project, project.read() as read:
        number, digest = read.last_step()
        key = read.study().id
        trust = next(code for code in read.codes() if code.name == "trust")
    said = {"target": str(trust.id), "kind": "code", "name": "trust", "at": "2026-11-20T09:59:00Z"}
    contents = {
        "format": FORMAT,
        "project": str(key),
        "version": {"step": number, "digest": digest, "page": "ab" * 32},
        "review": str(uuid4()),
        "reviewer": "Helen Marsh",
        "saved": "2026-11-20T10:00:00Z",
        "marks": [{**said, "id": str(uuid4()), "mark": "needs-work"}],
        "comments": [{**said, "id": str(uuid4()), "text": "Whose?"}],
        "suggestions": [
            {**said, "id": str(uuid4()), "suggestion": "rename", "value": "faith", "text": ""},
            {**said, "id": str(uuid4()), "suggestion": "redefine", "value": {"definition": "Belief."}, "text": ""},
        ],
        "sign_offs": [
            {"id": str(uuid4()), "what": "codebook", "about": str(key), "statement": "Good.", "at": said["at"]}
        ],
        **changes,
    }
    contents["digest"] = digest_of(contents)
    file = folder / name
    file.write_text(json.dumps(contents), "utf-8")
    return file


def rows(out):
    return list(csv.DictReader(io.StringIO(out)))


def test_a_page_is_written_and_looked_through(run, study, tmp_path):
    out = tmp_path / "review.html"
    told = run("export", study, "review", out, "--themes", "Power", "--quotes", "1", "--language", "zh")
    assert (told.code, told.out) == (0, f"Wrote {out}.\n")
    text = out.read_text("utf-8")
    assert 'lang="zh-Hans"' in text
    first = text
    assert run("export", study, "review", out, "--themes", "Power", "--quotes", "1", "--language", "zh").code == 0
    assert out.read_text("utf-8") == first
    assert run("export", study, "review", out, "--without", "together,quotes", "--reviewer", "Helen").code == 0
    text = out.read_text("utf-8")
    assert 'id="tab-together"' not in text
    assert 'value="Helen"' in text
    found = run("export", study, "review", tmp_path / "other.html", "--names", "--check")
    assert found.code == 0
    assert "kind,found,times" in found.out
    assert not (tmp_path / "other.html").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("review", "r.html", "--without", "pictures"), 2, "--without takes"),
        (("review", "r.html", "--quotes", "99"), 1, "0 to 50 quotes"),
        (("review", "r.pdf"), 1, "ending in .html"),
        (("review", "r.html", "--themes", "Nothing"), 1, "no code “Nothing”"),
        (("segments", "r.csv", "--quotes", "2"), 2, "--quotes is for a review page"),
        (("segments", "r.csv", "--without", "map"), 2, "--without is for a review page"),
    ],
)
def test_what_does_not_fit_is_said(run, study, tmp_path, arguments, code, says):
    what, name, *options = arguments
    told = run("export", study, what, tmp_path / name, *options)
    assert told.code == code
    assert says in told.err


def test_a_review_comes_back_and_its_suggestions_are_settled(run, study, tmp_path):
    file = review_file(study, tmp_path)
    dry = run("import", study, file, "--dry-run")
    assert "It would bring in: 1 comment, 1 mark, 2 suggestions, 1 sign-off." in dry.out
    assert rows(run("reviews", study).out) == []
    told = run("import", study, file, "--coder", "AB")
    assert "review of Helen Marsh" in told.out
    assert "1 comment, 1 mark, 2 suggestions, 1 sign-off" in told.out
    assert "Nothing new" in run("import", study, file).out
    found = rows(run("reviews", study).out)
    assert {row["what"] for row in found} == {"comment", "needs-work", "rename", "redefine", "sign-off"}
    ids = {row["what"]: row["id"] for row in found}
    asks = {row["what"]: row["asks"] for row in found}
    assert asks["rename"] == "rename to “faith”"
    assert asks["redefine"] == "Definition: “Belief.”"
    assert run("reviews", study, "--accept", ids["rename"], "--coder", "AB").out.startswith("accepted: rename")
    refused = run("reviews", study, "--refuse", ids["redefine"], "--answer", "Too short.", "--json")
    assert json.loads(refused.out) == [{"id": ids["redefine"], "state": "refused"}]
    assert run("reviews", study, "--to", ids["comment"], "--answer", "Theirs.").code == 0
    assert run("reviews", study, "--settle", ids["comment"]).code == 0
    states = {row["what"]: row["state"] for row in json.loads(run("reviews", study, "--json").out)}
    assert states["rename"] == "accepted"
    assert states["redefine"] == "refused"
    assert states["comment"] == "settled"
    assert [row["what"] for row in rows(run("reviews", study, "--state", "signed").out)] == ["sign-off"]
    last = rows(run("history", study).out)
    assert any("suggested by Helen Marsh, accepted by AB" in row["summary"] for row in last)
    assert run("check", study).code == 0


def test_what_is_wrong_with_a_review_is_one_line_and_changes_nothing(run, study, tmp_path):
    file = review_file(study, tmp_path)
    before = run("history", study).out
    spoilt = tmp_path / "spoilt.qcreview"
    spoilt.write_text(file.read_text("utf-8").replace("Whose?", "Mine!"), "utf-8")
    stale = review_file(study, tmp_path, "stale.qcreview", version={"step": 3, "digest": "0" * 64, "page": "ab" * 32})
    other = review_file(study, tmp_path, "other.qcreview", project=str(uuid4()))
    for bad, says in ((spoilt, "tampered"), (stale, "is stale"), (other, "another project")):
        told = run("import", study, bad)
        assert (told.code, told.err.count("\n")) == (1, 1)
        assert says in told.err
    mixed = run("import", study, file, tmp_path / "P09.txt")
    assert mixed.code == 1
    assert "by themselves" in mixed.err
    assert run("reviews", study, "--accept", "nobody").code == 1
    assert run("reviews", study, "--answer", "x").code == 2
    assert run("reviews", study, "--state", "lost").code == 1
    assert run("history", study).out == before


def test_json_of_an_import_says_what_came(run, study, tmp_path):
    told = json.loads(run("import", study, review_file(study, tmp_path), "--json").out)
    assert told["dry_run"] is False
    assert told["reviews"][0] | {"step": None} == {
        "file": "helen.qcreview",
        "reviewer": "Helen Marsh",
        "step": None,
        "comments": 1,
        "marks": 1,
        "suggestions": 2,
        "sign_offs": 1,
        "gone": 0,
    }


def test_several_are_accepted_or_none(run, study, tmp_path):
    run("import", study, review_file(study, tmp_path))
    ids = {row["what"]: row["id"] for row in rows(run("reviews", study).out)}
    before = run("history", study).out
    told = run("reviews", study, "--accept", ids["rename"], "--accept", ids["comment"])
    assert (told.code, told.err.count("\n")) == (1, 1)
    assert run("history", study).out == before
    told = run("reviews", study, "--accept", ids["rename"], "--accept", ids["redefine"])
    assert told.out.splitlines() == ["accepted: rename about “trust”", "accepted: redefine about “trust”"]
    run("export", study, "codebook", tmp_path / "c.csv")
    assert "Power > faith" in (tmp_path / "c.csv").read_text("utf-8-sig")


def test_a_review_that_says_nothing_is_no_later_save(run, study, tmp_path):
    nothing = {"marks": [], "comments": [], "suggestions": [], "sign_offs": [], "review": str(uuid4())}
    told = run("import", study, review_file(study, tmp_path, **nothing))
    assert "a review that says nothing yet." in told.out
    later = review_file(study, tmp_path, **nothing, saved="2026-11-20T11:00:00Z")
    assert "a later save without anything new." in run("import", study, later).out


def test_a_sign_off_of_what_is_never_signed_is_named_with_its_file(run, study, tmp_path):
    sign = {"id": str(uuid4()), "what": "rename", "about": str(uuid4()), "statement": "", "at": "2026-11-20T09:59:00Z"}
    told = run(
        "import", study, review_file(study, tmp_path), review_file(study, tmp_path, "odd.qcreview", sign_offs=[sign])
    )
    assert told.code == 1
    assert "“odd.qcreview” holds “rename”, which no review page offers" in told.err
