"""Review files (.qcreview): what a reviewer said on a review page, as JSON with a digest of its own contents.

The digest is SHA-256, hexadecimal, over the canonical JSON of everything but the digest: keys in order of their code
points, no blanks, only what JSON must escape escaped, UTF-8. The page's script computes the same.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NoReturn
from uuid import UUID

from ..domain.errors import BadInput
from .objects import read_json

SUFFIX = ".qcreview"
FORMAT = "qualcode review 1"
LIMIT = 20_000_000  # bytes; a thousand long comments are one
TARGETS = ("theme", "code", "quote", "relation", "map", "project")
LONGEST = 20_000  # characters of one comment
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z", re.ASCII)
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Said:
    """A mark, comment or suggestion. `target` is the id of what it is about, `kind` one of `TARGETS`, `name` what that
    was called on the page; `what` is the mark or the change suggested; `value` what a suggestion asks for."""

    id: UUID
    target: UUID
    kind: str
    name: str
    at: str
    what: str = ""
    text: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """A sign-off of the codebook or of a map, with its statement."""

    id: UUID
    what: str
    about: UUID
    statement: str
    at: str


@dataclass(frozen=True, slots=True)
class ReviewFile:
    """A review as it was saved. `step` and `step_digest` name the state the page was made of, `page` its contents;
    `id` stays the same through all saves of one review."""

    id: UUID
    project: UUID
    step: int
    step_digest: str
    page: str
    reviewer: str
    saved: str
    marks: tuple[Said, ...]
    comments: tuple[Said, ...]
    suggestions: tuple[Said, ...]
    sign_offs: tuple[Signed, ...]
    digest: str


def canonical(value: Any) -> bytes:
    """The canonical JSON of a value. Raises `ValueError` for what JSON in UTF-8 cannot hold."""
    written = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return written.encode("utf-8")


def digest_of(contents: Mapping[str, Any]) -> str:
    """The digest of a review file's contents, hexadecimal."""
    return hashlib.sha256(canonical({key: value for key, value in contents.items() if key != "digest"})).hexdigest()


def read_review(name: str, data: bytes) -> ReviewFile:
    """Read a review file.

    Raises `BadInput` with one sentence for what is too large, is none, is of another version, or was changed since.
    """
    if len(data) > LIMIT:
        raise BadInput("“{name}” is larger than 20 MB, which no review file is. It is not read.", name=name)
    try:
        found = read_json(name, data.decode("utf-8-sig"), broken=_refuse, others=_refuse)
    except (ValueError, RecursionError):
        raise BadInput(
            "“{name}” is broken or is no review file. Ask the reviewer to save the review again.", name=name
        ) from None
    if not isinstance(found, dict) or not isinstance(found.get("format"), str):
        raise BadInput("“{name}” is no review file. Choose the .qcreview that the review page saved.", name=name)
    if found["format"] != FORMAT:
        raise BadInput(
            "“{name}” is of the format “{format}”, which this version does not read. It reads “{known}”.",
            name=name,
            format=found["format"],
            known=FORMAT,
        )
    try:
        intact = digest_of(found) == found.get("digest")
    except (ValueError, RecursionError):
        intact = False
    if not intact:
        raise BadInput(
            "“{name}” has been tampered with: its contents are not those that were saved. Nothing was brought in; ask "
            "the reviewer for the file as the page saved it.",
            name=name,
        )
    try:
        return _review(found)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise BadInput(
            "“{name}” holds what no review page saves. Nothing was brought in; ask the reviewer to save it again.",
            name=name,
        ) from None


def _refuse(written: str) -> NoReturn:
    raise ValueError(written)


def _review(found: dict[str, Any]) -> ReviewFile:
    version = found["version"]
    step = version["step"]
    if type(step) is not int or not 0 < step < 1 << 53:
        raise ValueError("step")
    groups = ("marks", "comments", "suggestions", "sign_offs")
    ids = [UUID(_text(each["id"])) for group in groups for each in found.get(group, [])]
    if len(set(ids)) < len(ids):
        raise ValueError("id")
    return ReviewFile(
        id=UUID(_text(found["review"])),
        project=UUID(_text(found["project"])),
        step=step,
        step_digest=_matching(_DIGEST, version["digest"]),
        page=_matching(_DIGEST, version["page"]),
        reviewer=_text(found["reviewer"]),
        saved=_time(found["saved"]),
        marks=tuple(_said(each, each["mark"]) for each in found["marks"]),
        comments=tuple(_said(each, "") for each in found["comments"]),
        suggestions=tuple(_said(each, each["suggestion"]) for each in found["suggestions"]),
        sign_offs=tuple(_signed(each) for each in found.get("sign_offs", [])),
        digest=found["digest"],
    )


def _said(each: dict[str, Any], what: str) -> Said:
    if each["kind"] not in TARGETS:
        raise ValueError("kind")
    value = each.get("value", "")
    if isinstance(value, dict):  # each text is as long as a page lets it be; written as JSON they are longer
        value = canonical({_text(key): _text(text) for key, text in value.items()}).decode()
    else:
        value = _text(value)
    return Said(
        id=UUID(_text(each["id"])),
        target=UUID(_text(each["target"])),
        kind=each["kind"],
        name=_text(each["name"]),
        at=_time(each["at"]),
        what=_text(what),
        text=_text(each.get("text", "")),
        value=value,
    )


def _signed(each: dict[str, Any]) -> Signed:
    return Signed(
        id=UUID(_text(each["id"])),
        what=_text(each["what"]),
        about=UUID(_text(each["about"])),
        statement=_text(each["statement"]),
        at=_time(each["at"]),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > LONGEST:
        raise ValueError("text")
    return value


def _matching(pattern: re.Pattern[str], value: Any) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError("form")
    return value


def _time(value: Any) -> str:
    written = _matching(_TIME, value)
    datetime.fromisoformat(written)
    return written
