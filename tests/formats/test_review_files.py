"""Review files: what is read, and how each way of being none is named."""

import json
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.errors import BadInput
from qualcode.formats.review_files import FORMAT, LIMIT, LONGEST, canonical, digest_of, read_review

TIME = "2026-11-20T10:00:00Z"


def contents() -> dict[str, Any]:
    """A whole review."""

    def said(**more: Any) -> dict[str, Any]:
        return {"id": str(uuid4()), "target": str(uuid4()), "kind": "code", "name": "trust", "at": TIME, **more}

    return {
        "format": FORMAT,
        "project": str(uuid4()),
        "version": {"step": 7, "digest": "ab" * 32, "page": "cd" * 32},
        "review": str(uuid4()),
        "reviewer": "Helen",
        "saved": TIME,
        "marks": [said(mark="accept")],
        "comments": [said(text="One\n“two” 😀")],
        "suggestions": [
            said(suggestion="rename", value="faith", text="So."),
            said(suggestion="redefine", value={"definition": "Belief."}),
        ],
        "sign_offs": [{"id": str(uuid4()), "what": "map", "about": str(uuid4()), "statement": "Good.", "at": TIME}],
    }


def sealed(found: dict[str, Any], **changes: Any) -> bytes:
    whole = {**found, **changes}
    return json.dumps({**whole, "digest": digest_of(whole)}).encode()


def test_a_review_is_read_whole() -> None:
    found = read_review("r.qcreview", b"\xef\xbb\xbf" + sealed(contents()))
    assert (found.step, found.step_digest, found.page) == (7, "ab" * 32, "cd" * 32)
    assert (found.reviewer, found.saved) == ("Helen", TIME)
    assert [each.what for each in found.marks] == ["accept"]
    assert [each.text for each in found.comments] == ["One\n“two” 😀"]
    assert [(each.what, each.value) for each in found.suggestions] == [
        ("rename", "faith"),
        ("redefine", '{"definition":"Belief."}'),
    ]
    assert [(each.what, each.statement) for each in found.sign_offs] == [("map", "Good.")]


def test_without_sign_offs_it_is_read_too() -> None:
    found = contents()
    del found["sign_offs"]
    assert read_review("r.qcreview", sealed(found)).sign_offs == ()


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b'{"format": NaN}', b'{"format": 1.5}'])
def test_what_is_broken_is_named_so(data: bytes) -> None:
    with pytest.raises(BadInput, match="is broken or is no review file"):
        read_review("r.qcreview", data)


@pytest.mark.parametrize("data", [b"[]", b'"x"', b"{}", b'{"format": 7}'])
def test_other_json_is_no_review(data: bytes) -> None:
    with pytest.raises(BadInput, match="is no review file"):
        read_review("r.qcreview", data)


def test_another_format_is_named() -> None:
    with pytest.raises(BadInput, match="of the format “qualcode review 9”"):
        read_review("r.qcreview", sealed(contents(), format="qualcode review 9"))


def test_what_is_too_large_is_not_read() -> None:
    with pytest.raises(BadInput, match="larger than 20 MB"):
        read_review("r.qcreview", b" " * (LIMIT + 1))


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("Helen", "Ellen"),
        lambda text: text.replace('"accept"', '"needs-work"'),
        lambda text: text.replace('"step": 7', '"step": 8'),
        lambda text: text.replace('"digest": "', '"digest": "0', 2),
        lambda text: text.replace('"faith"', '"\\ud800"'),
    ],
)
def test_what_was_changed_after_it_was_saved_is_named(change: Any) -> None:
    with pytest.raises(BadInput, match="has been tampered with"):
        read_review("r.qcreview", change(sealed(contents()).decode()).encode())


def test_one_without_a_digest_is_tampered_with() -> None:
    with pytest.raises(BadInput, match="has been tampered with"):
        read_review("r.qcreview", json.dumps(contents()).encode())


@pytest.mark.parametrize(
    "change",
    [
        {"project": "nobody"},
        {"version": {"step": "7", "digest": "ab" * 32, "page": "cd" * 32}},
        {"version": {"step": True, "digest": "ab" * 32, "page": "cd" * 32}},
        {"version": {"step": 7, "digest": "short", "page": "cd" * 32}},
        {"version": None},
        {"saved": "yesterday"},
        {"saved": "9999-99-99T99:99:99Z"},
        {"saved": "2026-02-30T10:00:00Z"},
        {"saved": "٢٠٢٦-11-20T10:00:00Z"},
        {"reviewer": 7},
        {"marks": None},
        {"comments": [{}]},
        {"comments": ["x"]},
        {"reviewer": "x" * (LONGEST + 1)},
    ],
)
def test_what_no_page_saves_is_named(change: dict[str, Any]) -> None:
    with pytest.raises(BadInput, match="holds what no review page saves"):
        read_review("r.qcreview", sealed(contents(), **change))


def test_a_kind_that_is_none_is_named() -> None:
    found = contents()
    found["comments"][0]["kind"] = "document"
    with pytest.raises(BadInput, match="holds what no review page saves"):
        read_review("r.qcreview", sealed(found))


def test_two_remarks_of_one_id_are_not_what_a_page_saves() -> None:
    found = contents()
    found["comments"].append({**found["comments"][0], "text": "Another"})
    with pytest.raises(BadInput, match="holds what no review page saves"):
        read_review("r.qcreview", sealed(found))


_json = st.recursive(
    st.text() | st.integers() | st.booleans(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
)


@given(st.dictionaries(st.text(), _json))
def test_the_digest_is_of_the_contents_alone(found: dict[str, Any]) -> None:
    found.pop("digest", None)
    assert digest_of({**found, "digest": "any"}) == digest_of(found)
    assert digest_of(json.loads(json.dumps(found))) == digest_of(found)
    assert json.loads(canonical(found)) == found


def test_a_key_given_twice_is_refused() -> None:
    data = sealed(contents()).replace(b'"reviewer": "Helen"', b'"reviewer": "Omar", "reviewer": "Helen"')
    with pytest.raises(BadInput, match=r"“r\.qcreview” has “reviewer” twice"):
        read_review("r.qcreview", data)
