"""Plain text and Markdown: the words stay as they are, Markdown's structure becomes marks."""

import re

from ..domain.bundle import Bundle, ReadOptions
from ..domain.progress import Progress
from . import encodings
from .drafts import Draft, check_length

_HEADING = re.compile(r"^(#{1,6})[ \t]+\S.*$", re.MULTILINE)
_ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S.*$", re.MULTILINE)


def read(name: str, data: bytes, options: ReadOptions, progress: Progress) -> Bundle:
    """A .txt or .md file as one document."""
    decoded = encodings.decode(name, data, options.encoding)
    check_length(name, len(decoded.text))
    progress.tick(1, 2, name)
    draft = Draft(name.rpartition(".")[0] or name)
    markdown = name.casefold().endswith((".md", ".markdown"))
    draft.write(decoded.text)
    if markdown:
        _mark_up(draft, decoded.text)
    document = draft.document("md" if markdown else "txt", options, encoding=decoded.encoding)
    progress.tick(2, 2, name)
    return Bundle(documents=(document,), notes=decoded.notes)


def _mark_up(draft: Draft, text: str) -> None:
    # "$" and "." do not know "\r": a Windows line end would become part of the heading
    for match in _HEADING.finditer(text):
        draft.mark_span(match.start(), match.start() + len(match.group().rstrip()), "heading", str(len(match[1])))
    for match in _ITEM.finditer(text):
        draft.mark_span(match.start(), match.start() + len(match.group().rstrip()), "list")
