"""Examples of the actions of reviews, for the table of all actions, and what is done before them."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from qualcode.app import reviews, sign_offs
from qualcode.app.project import Project
from qualcode.app.review_arrivals import import_review
from qualcode.domain.reviews import ReviewNote
from qualcode.formats.review_files import ReviewFile, Said

_NOTE = UUID("4b7ec8b1-2d37-4dbf-acc5-480891ba8551")


def suggestion(project: Project) -> None:
    """Somebody suggests another name."""
    reviews.suggest(project, _code(project), "rename", "confidence", "clearer")


def comment(project: Project) -> None:
    """Somebody says something."""
    reviews.comment_on(project, _code(project), "Who believes whom?")


def _code(project: Project) -> Any:
    with project.read() as read:
        return next(code for code in read.codes() if code.name == "trust")


def _note(project: Project) -> ReviewNote:
    with project.read() as read:
        found: ReviewNote = read.where("review_note")[0]
    return found


def _review(project: Project) -> ReviewFile:
    with project.read() as read:
        number, digest = read.last_step()
        study = read.study()
    said = Said(_NOTE, _code(project).id, "code", "trust", "2026-11-20T10:00:00Z", text="Who?")
    return ReviewFile(
        _NOTE, study.id, number, digest, "ab" * 32, "Helen", "2026-11-20T10:00:01Z", (), (said,), (), (), "cd" * 32
    )


def _settled(project: Project) -> None:
    comment(project)
    reviews.settle_note(project, _note(project))


REVIEW_BEFORE: dict[str, Callable[[Project], Any]] = {
    **dict.fromkeys(("reviews.accept_suggestion", "reviews.refuse_suggestion"), suggestion),
    **dict.fromkeys(("reviews.answer_note", "reviews.settle_note"), comment),
    "reviews.reopen_note": _settled,
}
REVIEW_EXAMPLES: dict[str, Callable[[Project], Any]] = {
    "review_arrivals.import_review": lambda p: import_review(p, _review(p), "helen.qcreview"),
    "reviews.accept_suggestion": lambda p: reviews.accept_suggestion(p, _note(p), "Yes."),
    "reviews.refuse_suggestion": lambda p: reviews.refuse_suggestion(p, _note(p), "No."),
    "reviews.answer_note": lambda p: reviews.answer_note(p, _note(p), "They do."),
    "reviews.settle_note": lambda p: reviews.settle_note(p, _note(p)),
    "reviews.reopen_note": lambda p: reviews.reopen_note(p, _note(p)),
    "reviews.comment_on": lambda p: reviews.comment_on(p, None, "Good."),
    "reviews.mark": lambda p: reviews.mark(p, _code(p), "needs-work"),
    "reviews.suggest": lambda p: reviews.suggest(p, _code(p), "redefine", {"definition": "Belief."}),
    "sign_offs.sign_off": lambda p: sign_offs.sign_off(p, "codebook", statement="Good."),
}
