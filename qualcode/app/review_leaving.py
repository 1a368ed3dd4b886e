"""What somebody could be recognised by in a review page, before it leaves."""

from typing import TYPE_CHECKING

from ..domain.codings import Segment
from ..domain.progress import SILENT, Progress
from ..formats.review_records import Page
from .leaving import Leaving, Words, look_through
from .quoting import Quoting
from .review_page import PageOptions, made_page

if TYPE_CHECKING:
    from .project import Project


def check_page(project: "Project", options: PageOptions, progress: Progress = SILENT) -> Leaving:
    """What is found in the page that `review_page.export_review` would write with these options."""
    return look_at_page(project, made_page(project, options, progress), options, progress)


def look_at_page(project: "Project", page: Page, options: PageOptions, progress: Progress = SILENT) -> Leaving:
    """What is found in a page that was made with these options."""
    words = [Words("study", page.study, about=page.study)]
    for code in page.codes:
        words.append(Words("name", code.name, about=code.path))
        texts = [code.claim, *(text for _, text in code.fields)]
        words += [Words("definition", text, about=code.path) for text in texts]
    # a quote is printed with the name of its document, and that is often the name of who was asked
    words += [Words("citation", quote.source, about=quote.codes) for quote in page.quotes]
    words += [Words("coder", name) for name in (page.author, *(change.who for change in page.changes or ()))]
    for relation in page.relations:
        words.append(Words("comment", relation.comment, about=relation.kind))
        words.append(Words("note on a map", f"{relation.source} {relation.target}", about=relation.kind))
    for shape in page.shapes:
        if shape.kind not in ("theme", "code", "segment"):
            words.append(Words("note on a map", shape.name, about=page.map_name))
    words += [Words("comment", f"{each.text} {each.asked} {each.answer}", about=each.author) for each in page.remarks]
    for change in page.changes or ():
        words.append(Words("what changed", f"{change.what} {change.why}", about=change.when))
    with project.read() as read:
        segments: list[Segment] = read.records("segment", [quote.id for quote in page.quotes])
        quotes = [(one.document, one.start, one.end) for one in segments]
        quoting = Quoting(read, not options.names)
        return look_through(read, quoting, quotes, [one for one in words if one.text], progress)
