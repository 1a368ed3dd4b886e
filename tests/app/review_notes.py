"""Review files as the page saves them, and what stands in a project of them, for tests."""

import json
from typing import Any
from uuid import UUID, uuid4

from qualcode.app import relations, theme_maps
from qualcode.app.project import Project
from qualcode.app.review_arrivals import import_review
from qualcode.domain.reviews import ReviewNote
from qualcode.formats.review_files import FORMAT, digest_of, read_review

PAGE = "ab" * 32


def file_of(project: Project, reviewer: str = "Helen Marsh", **contents: Any) -> dict[str, Any]:
    """A review file as the page saves it, without its digest; notes are completed by `note`."""
    with project.read() as read:
        number, digest = read.last_step()
        study = read.study()
    return {
        "format": FORMAT,
        "project": str(study.id),
        "study": study.name,
        "version": {"step": number, "digest": digest, "page": PAGE},
        "review": str(uuid4()),
        "reviewer": reviewer,
        "saved": "2026-11-20T10:00:00Z",
        "marks": [],
        "comments": [],
        "suggestions": [],
        "sign_offs": [],
        **contents,
    }


def note(target: object, kind: str = "code", name: str = "trust", **more: Any) -> dict[str, Any]:
    """One thing said."""
    return {
        "id": str(uuid4()),
        "target": str(target),
        "kind": kind,
        "name": name,
        "at": "2026-11-20T09:59:00Z",
        **more,
    }


def sealed(contents: dict[str, Any]) -> bytes:
    """The bytes of a review file, with its digest."""
    return json.dumps({**contents, "digest": digest_of(contents)}).encode()


def bring(project: Project, contents: dict[str, Any]) -> Any:
    """Read and import a review."""
    return import_review(project, read_review("r.qcreview", sealed(contents)), "r.qcreview")


def code_of(project: Project, name: str) -> Any:
    with project.read() as read:
        return next(code for code in read.codes() if code.name == name)


def notes_of(project: Project) -> list[ReviewNote]:
    with project.read() as read:
        return sorted(read.where("review_note"), key=lambda one: (one.said, one.kind, one.text))


def only(project: Project, kind: str) -> ReviewNote:
    found = [one for one in notes_of(project) if one.kind == kind]
    assert len(found) == 1
    return found[0]


def passage(project: Project, code: str) -> UUID:
    with project.read() as read:
        return read.codings_with(code_of(project, code).id)[0].segment


def relation(project: Project) -> Any:
    drawn = theme_maps.add_map(project, "Map")
    theme_maps.add_nodes(project, drawn, ["Power", "trust"])
    return relations.relate(project, drawn, "Power", "trust", "leads to", "First.")


def study_codes(project: Project) -> list[Any]:
    with project.read() as read:
        return read.codes()
