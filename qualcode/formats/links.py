"""Links of a segment as lines of a table's cell: `contradicts -> P03 [120:155] (Ana): see the tone`."""

import re

from ..domain.bundle import ReadLink

JUST = "yes"  # in the columns *used* and *facet*: so it is, and no more was said
NO_QUESTION = "?"  # in the column *discuss*: to be discussed, and nothing was asked
_LINE = re.compile(
    r"(?P<relation>.+?) (?P<arrow>->|<-) (?P<document>(?:[^\[\\]|\\.)+) \[(?P<start>\d{1,9}):(?P<end>\d{1,9})\] "
    r"\((?P<coder>(?:[^)\\]|\\.)+)\)(?:: (?P<comment>.*))?"
)
_ESCAPED = re.compile(r"\\(.)")


def written_link(link: ReadLink) -> str:
    """A link on one line; the arrow points from source to target.

    A backslash stands before what would be taken for a part of the line, and `\\n` for a line end in the comment.
    """
    arrow = "<-" if link.incoming else "->"
    relation = _guarded(link.relation, "<>")
    comment = link.comment.replace("\\", "\\\\").replace("\n", "\\n")
    place = f"{_guarded(link.document, '[')} [{link.start}:{link.end}] ({_guarded(link.coder, ')')})"
    return f"{relation} {arrow} {place}" + (f": {comment}" if comment else "")


def read_links(cell: str) -> tuple[ReadLink, ...]:
    """The links of a cell, a line each. Raises `ValueError` with the line that is none."""
    found = []
    for line in filter(str.strip, re.split(r"\r?\n", cell)):
        match = _LINE.fullmatch(line.strip())
        if match is None:
            raise ValueError(line.strip())
        found.append(
            ReadLink(
                _plain(match["relation"]),
                _plain(match["document"]),
                int(match["start"]),
                int(match["end"]),
                _plain(match["coder"]),
                _ESCAPED.sub(lambda escaped: "\n" if escaped[1] == "n" else escaped[1], match["comment"] or ""),
                match["arrow"] == "<-",
            )
        )
    return tuple(found)


def _guarded(text: str, signs: str) -> str:
    return "".join(f"\\{sign}" if sign in signs or sign == "\\" else sign for sign in text)


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)
