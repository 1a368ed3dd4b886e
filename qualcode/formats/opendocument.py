"""OpenDocument texts (.odt): the body as text with its structure; what is left out is counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ..domain.bundle import Bundle, ReadOptions
from ..domain.errors import BadInput
from ..domain.progress import Progress
from .drafts import Draft
from .guards import Container, Element, parse_xml
from .losses import counted

_REPEAT_LIMIT = 200  # cells, rows or blanks that a file may ask to repeat; more is an attack or an empty margin
_LEFT_OUT = {  # element → what the user is told; "" is no text at all
    "annotation": "comment",
    "annotation-end": "",
    "image": "picture",
    "object": "embedded object",
    "object-ole": "embedded object",
    "plugin": "embedded object",
    "tracked-changes": "",
    "forms": "",
    "sequence-decls": "",
    "variable-decls": "",
    "user-field-decls": "",
    "dde-connection-decls": "",
    "bookmark": "",
    "ruby-text": "",
    "table-columns": "",
    "shapes": "",
    "title": "",
    "desc": "",
    "event-listeners": "",
    "hidden-text": "hidden passage",
}


def read(name: str, data: bytes, options: ReadOptions, progress: Progress) -> Bundle:
    """A .odt file as one document."""
    container = Container(name, data, "OpenDocument text")
    if "META-INF/manifest.xml" in container and b"encryption-data" in container.part("META-INF/manifest.xml"):
        raise BadInput("“{name}” is protected by a password. Save it without one, then import it again.", name=name)
    root = parse_xml(name, container.part("content.xml"))
    body = next((element for element in root.iter() if _tag(element) == "text" and _is_office(element)), None)
    if body is None:
        raise BadInput("“{name}” is no OpenDocument text. Save it anew as .odt.", name=name)
    walk = _Walk(Draft(name.rpartition(".")[0] or name), _hidden_styles(root), progress)
    for region in body.iter():
        if _tag(region) == "deletion":
            walk.lost["deleted passage"] += 1
    walk.blocks(body)
    document = walk.draft.document("odt", options)
    return Bundle(documents=(document,), lost=tuple(counted(number, what) for what, number in walk.lost.items()))


def _tag(element: Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _is_office(element: Element) -> bool:
    return "office" in str(element.tag)


def _attribute(element: Element, wanted: str) -> str:
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == wanted:
            return str(value)
    return ""


def _hidden_styles(root: Element) -> frozenset[str]:
    """The names of the automatic character and paragraph styles whose text is not shown."""
    hidden = set()
    for style in root.iter():
        if _tag(style) == "text-properties" and _attribute(style, "display") == "none":
            parent = style.getparent()
            if parent is not None:
                hidden.add(_attribute(parent, "name"))
    return frozenset(hidden)


@dataclass(slots=True)
class _Walk:
    """One pass through the body, writing into the draft."""

    draft: Draft
    hidden: frozenset[str]
    progress: Progress
    lost: Counter[str] = field(default_factory=Counter)
    paragraphs: int = 0

    def blocks(self, parent: Element, in_list: bool = False) -> None:
        """Paragraphs, headings, lists and tables in their order; sections and frames are looked into."""
        for element in parent:
            tag = _tag(element)
            if tag in ("p", "h"):
                self.paragraph(element, tag, in_list)
            elif tag == "table":
                self.table(element)
            elif tag in _LEFT_OUT:
                self._leave_out(tag)
            elif tag == "frame":
                self._frame(element)
            else:
                self.blocks(element, in_list or tag == "list")

    def paragraph(self, element: Element, tag: str, in_list: bool) -> None:
        self.paragraphs += 1
        if self.paragraphs % 500 == 0:
            self.progress.tick(self.paragraphs, 0, self.draft.name)
        start = self.draft.length
        frames: list[Element] = []
        if _attribute(element, "style-name") in self.hidden:
            self.lost["hidden passage"] += 1
            return
        self._inline(element, frames)
        if tag == "h":
            level = _attribute(element, "outline-level")
            self.draft.mark(start, "heading", level if level.isdigit() else "1")
        elif in_list:
            self.draft.mark(start, "list")
        self.draft.write("\n")
        for frame in frames:
            self._frame(frame)

    def table(self, element: Element) -> None:
        """Cells parted by tabs, rows by line ends; repeated ones are written out when they hold text."""
        start = self.draft.length
        self._rows(element)
        self.draft.mark(start, "table")

    def _rows(self, parent: Element) -> None:
        for row in parent:
            tag = _tag(row)
            if tag in ("table-rows", "table-header-rows", "table-row-group"):
                self._rows(row)
            elif tag == "table-row":
                holds_text = any((piece or "").strip() for piece in row.itertext())
                for _ in range(_times(row, "number-rows-repeated") if holds_text else 1):
                    row_start = self.draft.length
                    self._cells(row)
                    self.draft.mark(row_start, "row")
                    self.draft.write("\n")

    def _cells(self, row: Element) -> None:
        written = 0
        for cell in row:
            if _tag(cell) not in ("table-cell", "covered-table-cell"):
                continue
            holds_text = any((piece or "").strip() for piece in cell.itertext())
            for _ in range(_times(cell, "number-columns-repeated") if holds_text else 1):
                if written:
                    self.draft.write("\t")
                written += 1
                start = self.draft.length
                self.blocks(cell)
                self.draft.drop_line_ends(start)

    def _inline(self, parent: Element, frames: list[Element]) -> None:
        self.draft.write(_collapsed(parent.text))
        for element in parent:
            tag = _tag(element)
            if tag == "s":
                self.draft.write(" " * _times(element, "c"))
            elif tag == "tab":
                self.draft.write("\t")
            elif tag == "line-break":
                self.draft.write("\n")
            elif tag == "note":
                self.lost["endnote" if _attribute(element, "note-class") == "endnote" else "footnote"] += 1
            elif tag in ("frame", "custom-shape", "text-box", "rect"):
                frames.append(element)
            elif tag in _LEFT_OUT:
                self._leave_out(tag)
            elif tag == "span" and _attribute(element, "style-name") in self.hidden:
                self.lost["hidden passage"] += 1
            else:
                self._inline(element, frames)
            self.draft.write(_collapsed(element.tail))

    def _frame(self, frame: Element) -> None:
        """The paragraphs of a text box follow the paragraph it hangs on; a picture is counted once."""
        pictures = [element for element in frame if _tag(element) in ("image", "object", "object-ole", "plugin")]
        if pictures:
            self._leave_out(_tag(pictures[0]))
        else:
            self.blocks(frame)

    def _leave_out(self, tag: str) -> None:
        if _LEFT_OUT[tag]:
            self.lost[_LEFT_OUT[tag]] += 1


def _times(element: Element, wanted: str) -> int:
    given = _attribute(element, wanted)
    return max(1, min(int(given), _REPEAT_LIMIT)) if given.isdigit() and len(given) < 12 else _capped(given)


def _capped(given: str) -> int:
    return _REPEAT_LIMIT if given.isdigit() else 1


def _collapsed(text: str | None) -> str:
    """OpenDocument writes spaces, tabs and line ends as elements; in the XML they are one blank."""
    if not text:
        return ""
    pieces = [piece for piece in text.replace("\t", " ").replace("\n", " ").replace("\r", " ").split(" ") if piece]
    if not pieces:
        return " "
    return (" " if text[0] in " \t\r\n" else "") + " ".join(pieces) + (" " if text[-1] in " \t\r\n" else "")
