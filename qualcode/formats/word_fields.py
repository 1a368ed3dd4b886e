"""What Word works out by itself: a table of contents, page numbers, bookmarks that links lead to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .word_tables import QUIET, add, named

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph
else:
    WordDocument = Paragraph = Any


def write_contents(document: WordDocument, listed: Sequence[tuple[int, str, str]], title: str) -> None:
    """The contents as a field: (level, words, bookmark) of each heading, and links there.

    Only the program that sets the pages knows their numbers: it puts them in when it brings the field up to date.
    """
    from docx.shared import Cm, Pt

    if not listed:
        return
    caption = document.add_paragraph()
    caption.paragraph_format.space_before, caption.paragraph_format.keep_with_next = Pt(14), True
    add(caption, title, bold=True, size=13)
    lines = []
    for level, text, bookmark in listed:
        line = document.add_paragraph()
        line.paragraph_format.left_indent, line.paragraph_format.space_after = Cm(0.6 * (level - 1)), Pt(1)
        link = element("hyperlink", anchor=bookmark, history="1")
        link.append(add(line, text, color=QUIET if level > 1 else "")._r)
        line._p.append(link)
        lines.append(line)
    deepest = max(level for level, _, _ in listed)
    for piece in reversed(
        (
            element("fldChar", fldCharType="begin", dirty="true"),
            _instruction(f'TOC \\o "1-{deepest}" \\h \\z \\u'),
            element("fldChar", fldCharType="separate"),
        )
    ):
        lines[0]._p.insert(1, _run(piece))  # behind the paragraph's properties
    lines[-1]._p.append(_run(element("fldChar", fldCharType="end")))
    lines[-1].paragraph_format.space_after = Pt(10)


def element(tag: str, **attributes: str) -> Any:
    """An element of WordprocessingML, `w:tag`, with its attributes in the same namespace."""
    from docx.oxml import OxmlElement

    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(named(name), value)
    return element


def _instruction(text: str) -> Any:
    instruction = element("instrText")
    instruction.text = text
    return instruction


def _run(piece: Any) -> Any:
    run = element("r")
    run.append(piece)
    return run


def add_field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """Put a field behind a paragraph, such as `PAGE`; `shown` stands there until Word works it out."""
    field = element("fldSimple", instr=instruction)
    run = add(paragraph, shown, size=9, color=QUIET)
    field.append(run._r)
    paragraph._p.append(field)


def add_bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Mark a whole paragraph as a place that fields and links name; `number` is the document's own for the mark."""
    paragraph._p.insert(1, element("bookmarkStart", id=str(number), name=name))  # behind its properties
    paragraph._p.append(element("bookmarkEnd", id=str(number)))
