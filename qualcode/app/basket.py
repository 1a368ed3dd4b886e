"""The report basket: tables and figures that were sent to the report, each worked out anew when it is written."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..domain.documents import clean
from ..domain.errors import BadInput
from ..domain.ids import new_id
from ..domain.options import FIGURE, TABLE
from ..domain.questions import FORMS, BasketItem
from ..store.reading import Reading
from ..store.work import Work
from .acting import coder_of
from .action import action
from .analysing.registry import named
from .basket_questions import called_now, kept, told_of

LONGEST_TITLE = 200  # characters
LONGEST_COMMENT = 20_000
COLUMNS = ("number", "title", "analysis", "form", "question", "comment", "coder", "created")


def items(read: Reading) -> list[BasketItem]:
    """What is in the basket, in its order."""
    found: list[BasketItem] = read.where("basket_item")
    return sorted(found, key=lambda one: (one.position, one.created, str(one.id)))


def rows(read: Reading) -> list[tuple[Any, ...]]:
    """The basket as a table, see `COLUMNS`; `number` counts from 1."""
    coders = {coder.id: coder.name for coder in read.coders()}
    return [
        (number, one.title, one.analysis, one.form, told_of(one), one.comment, coders[one.coder], one.created)
        for number, one in enumerate(called_now(read, items(read)), start=1)
    ]


@action("Send “{title}” to the report")
def send_to_report(
    work: Work,
    analysis: str,
    form: str = TABLE,
    options: Mapping[str, Any] | None = None,
    title: str = "",
    comment: str = "",
) -> BasketItem:
    """Put a table or a figure of an analysis last into the report basket.

    `options` are its options and filters as `project.analyse` and `project.figure` take them; what they name is kept
    by id. Without a title it is called as the analysis; a title that is taken gets a number. Raises `BadInput` and
    `NotFound` as the analysis does.
    """
    asked = named(analysis)
    if form not in FORMS:
        raise BadInput("A report takes a table or a figure, not “{form}”.", form=form)
    if form == FIGURE and asked.figure is None:
        raise BadInput("{analysis} has no figure. Send its table.", analysis=asked.title)
    given = {name: value for name, value in (options or {}).items() if name != "dark"}
    there = items(work.read)
    made = BasketItem(
        new_id(),
        _free(_checked_title(title or asked.title), {one.title for one in there}),
        asked.name,
        form,
        kept(work.read, asked, form, given),
        _checked_comment(comment),
        max((one.position for one in there), default=-1) + 1,
        coder_of(work).id,
        work.time,
    )
    work.say(title=made.title)
    work.add(made)
    return made


@action("Rename “{item.title}” in the report basket to “{title}”")
def rename_item(work: Work, item: BasketItem, title: str) -> BasketItem:
    """Give a table or figure of the report another title."""
    renamed = replace(item, title=_checked_title(title))
    work.say(title=renamed.title)
    work.replace(renamed)
    return renamed


@action("Comment on “{item.title}” in the report basket")
def comment_item(work: Work, item: BasketItem, text: str) -> BasketItem:
    """Say something about a table or figure; it stands below it in the report. Empty text takes it away."""
    commented = replace(item, comment=_checked_comment(text))
    work.replace(commented)
    return commented


@action("Put “{item.title}” elsewhere in the report basket")
def move_item(work: Work, item: BasketItem, position: int) -> BasketItem:
    """Let a table or figure stand as number `position` (from 0) in the report."""
    rest = [one for one in items(work.read) if one.id != item.id]
    at = max(0, min(position, len(rest)))
    ordered = [*rest[:at], item, *rest[at:]]
    work.replace([replace(one, position=number) for number, one in enumerate(ordered) if one.position != number])
    return replace(item, position=at)


@action("Remove “{item.title}” from the report basket")
def remove_item(work: Work, item: BasketItem) -> BasketItem:
    """Take a table or figure out of the report; the analysis can be asked again at any time."""
    work.remove(item)
    return item


def _checked_title(title: str) -> str:
    tidy = " ".join(clean(title).text.split())
    if not tidy:
        raise BadInput("A table or figure needs a title.")
    if len(tidy) > LONGEST_TITLE:
        raise BadInput("A title has at most {limit} characters. Put the rest into the comment.", limit=LONGEST_TITLE)
    return tidy


def _checked_comment(text: str) -> str:
    said = clean(text).text.strip()
    if len(said) > LONGEST_COMMENT:
        raise BadInput(
            "A comment has at most {limit} characters; this one has {length}. Shorten it.",
            limit=f"{LONGEST_COMMENT:,}",
            length=f"{len(said):,}",
        )
    return said


def _free(title: str, taken: set[str]) -> str:
    """The title, with a number behind it where it is taken."""
    number, found = 1, str(title)
    while found in taken:
        number += 1
        found = f"{title} {number}"
    return found
