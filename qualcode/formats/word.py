"""Word documents (.docx): the body as text with its structure; what is left out is counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from ..domain.bundle import Bundle, ReadOptions
from ..domain.errors import BadInput, Phrase
from ..domain.progress import Progress
from .drafts import Draft
from .guards import Container, Element, parse_xml
from .losses import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

# the transitional namespaces and the strict ones of ISO 29500 say the same with other words: names are
# compared without namespace
_SKIPPED = {  # element → what the user is told
    "del": "deleted passage",
    "moveFrom": "deleted passage",
    "footnoteReference": "footnote",
    "endnoteReference": "endnote",
    "commentReference": "comment",
    "drawing": "picture",
    "pict": "picture",
    "object": "embedded object",
    "altChunk": "embedded document",
    "subDoc": "linked document",
    "oMath": "formula",
    "ruby": "",
    "instrText": "",
    "delText": "",
    "rPr": "",
    "pPr": "",
    "sectPr": "",
    "tblPr": "",
    "tblGrid": "",
    "trPr": "",
    "tcPr": "",
    "sdtPr": "",
    "Fallback": "",
}
_WRITTEN = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
_SYMBOL_FONTS = {"wingdings", "wingdings 2", "wingdings 3", "symbol", "webdings"}


def read(name: str, data: bytes, options: ReadOptions, progress: Progress) -> Bundle:
    """A .docx file as one document."""
    container = Container(name, data, "Word document")
    if "[Content_Types].xml" not in container and "word/document.xml" not in container:
        raise BadInput("“{name}” is a zip file but no Word document. Unpack it and import what is inside.", name=name)
    main = _main_part(container)
    root = parse_xml(name, container.part(main))
    body = next((child for child in root if _tag(child) == "body"), None)
    if body is None:
        raise BadInput("“{name}” is no Word document: it has no body. Save it anew as .docx.", name=name)
    walk = _Walk(Draft(name.rpartition(".")[0] or name), _styles(container, main), progress)
    # Word keeps only the first body of a document that by mistake has several; their text is not lost here
    for each in root:
        if _tag(each) == "body":
            walk.blocks(each)
    walk.lost.update(_headers(container))
    document = walk.draft.document("docx", options)
    lost = [counted(number, what) for what, number in walk.lost.items() if what]
    notes: tuple[str, ...] = ()
    if walk.kept_insertions:
        notes = (Phrase("{things} kept as text", things=counted(walk.kept_insertions, "tracked insertion")),)
    return Bundle(documents=(document,), lost=tuple(lost), notes=notes)


def _tag(element: Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _attribute(element: Element, wanted: str) -> str:
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == wanted:
            return str(value)
    return ""


def _is_on(element: Element | None) -> bool:
    return element is not None and _attribute(element, "val") not in ("0", "false", "off")


def _child(element: Element | None, *path: str) -> Element | None:
    for tag in path:
        if element is None:
            return None
        element = next((child for child in element if _tag(child) == tag), None)
    return element


def _main_part(container: Container) -> str:
    """Where the main text is: the relation says so; without relations it is where Word puts it."""
    if "_rels/.rels" in container:
        for relation in parse_xml(container.name, container.part("_rels/.rels")):
            if _attribute(relation, "Type").endswith("/officeDocument"):
                return normpath(_attribute(relation, "Target").lstrip("/"))
    return "word/document.xml"


@dataclass(frozen=True, slots=True)
class _Styles:
    """Style id → heading level, and the styles whose text is hidden."""

    levels: dict[str, int]
    hidden: frozenset[str]
    listed: frozenset[str]


def _styles(container: Container, main: str) -> _Styles:
    part = join(dirname(main), "styles.xml")
    if part not in container:
        return _Styles({}, frozenset(), frozenset())
    levels: dict[str, int] = {}
    hidden: set[str] = set()
    lists: set[str] = set()
    based: dict[str, str] = {}
    for style in parse_xml(container.name, container.part(part)):
        if _tag(style) != "style":
            continue
        key = _attribute(style, "styleId")
        title = _child(style, "name")
        called = _attribute(title, "val").casefold() if title is not None else ""
        outline = _child(style, "pPr", "outlineLvl")
        if called == "title":
            levels[key] = 1
        elif called.startswith("heading ") and called[8:].isdigit():
            levels[key] = int(called[8:])
        elif outline is not None and _attribute(outline, "val").isdigit() and int(_attribute(outline, "val")) < 9:
            levels[key] = int(_attribute(outline, "val")) + 1
        if _is_on(_child(style, "rPr", "vanish")):
            hidden.add(key)
        if _child(style, "pPr", "numPr") is not None or called.startswith("list "):
            lists.add(key)
        parent = _child(style, "basedOn")
        if parent is not None:
            based[key] = _attribute(parent, "val")
    for key in list(based):  # styles inherit; a loop in a broken file ends after as many steps as there are styles
        above, steps = based[key], 0
        while key not in levels and above and steps < len(based):
            if above in levels:
                levels[key] = levels[above]
            above, steps = based.get(above, ""), steps + 1
    return _Styles(levels, frozenset(hidden), frozenset(lists))


@dataclass(slots=True)
class _Walk:
    """One pass through the body, writing into the draft."""

    draft: Draft
    styles: _Styles
    progress: Progress
    lost: Counter[str] = field(default_factory=Counter)
    kept_insertions: int = 0
    paragraphs: int = 0
    _in_cell: int = 0

    def blocks(self, parent: Element) -> None:
        """Paragraphs and tables in their order; wrappers (content controls, insertions) are looked into."""
        for element in parent:
            tag = _tag(element)
            if tag == "p":
                self.paragraph(element)
            elif tag == "tbl":
                self.table(element)
            elif tag in _SKIPPED:
                self._skip(tag, element)
            else:
                self.blocks(element)

    def paragraph(self, element: Element) -> None:
        self.paragraphs += 1
        if self.paragraphs % 500 == 0:
            self.progress.tick(self.paragraphs, 0, self.draft.name)
        start = self.draft.length
        boxes: list[Element] = []
        self._inline(element, boxes)
        properties = _child(element, "pPr")
        style = _child(properties, "pStyle")
        key = _attribute(style, "val") if style is not None else ""
        level = self._level(properties, key)
        if level:
            self.draft.mark(start, "heading", str(level))
        elif _child(properties, "numPr") is not None or key in self.styles.listed:
            self.draft.mark(start, "list")
        self.draft.write("\n")
        for box in boxes:
            self.blocks(box)

    def _level(self, properties: Element | None, style: str) -> int:
        outline = _child(properties, "outlineLvl")
        if outline is not None and _attribute(outline, "val").isdigit():
            level = int(_attribute(outline, "val")) + 1
            return level if level < 10 else 0
        return self.styles.levels.get(style, 0)

    def table(self, element: Element) -> None:
        """Cells parted by tabs, rows by line ends."""
        start = self.draft.length
        for row in _inside(element, "tr"):
            row_start = self.draft.length
            for number, cell in enumerate(_inside(row, "tc")):
                if number:
                    self.draft.write("\t")
                cell_start = self.draft.length
                self.blocks(cell)
                self.draft.drop_line_ends(cell_start)
            self.draft.mark(row_start, "row")
            self.draft.write("\n")
        self.draft.mark(start, "table")

    def _inline(self, parent: Element, boxes: list[Element]) -> None:
        for element in parent:
            tag = _tag(element)
            if tag == "t":
                self.draft.write(element.text or "")
            elif tag in _WRITTEN:
                self._written(tag, element)
            elif tag == "sym":
                self._symbol(element)
            elif tag == "r" and self._hidden(element):
                self.lost["hidden passage"] += 1
            elif tag in ("drawing", "pict", "object", "AlternateContent"):
                self._drawing(tag, element, boxes)
            elif tag == "ruby":
                base = _child(element, "rubyBase")
                if base is not None:
                    self._inline(base, boxes)
            elif tag in _SKIPPED:
                self._skip(tag, element)
            elif tag == "p":
                boxes.append(parent)
                return
            else:
                if tag in ("ins", "moveTo"):
                    self.kept_insertions += 1
                self._inline(element, boxes)

    def _written(self, tag: str, element: Element) -> None:
        # Word notes where its last page layout broke as an attribute of the same element: no line of the text
        self.draft.write("\f" if tag == "br" and _attribute(element, "type") == "page" else _WRITTEN[tag])

    def _symbol(self, element: Element) -> None:
        try:
            code = int(_attribute(element, "char"), 16)
        except ValueError:
            return
        if _attribute(element, "font").casefold() in _SYMBOL_FONTS or not 0x20 <= code < 0xD800:
            self.draft.write("\ufffd")
            self.lost["symbol"] += 1
        else:
            self.draft.write(chr(code))

    def _hidden(self, run: Element) -> bool:
        properties = _child(run, "rPr")
        style = _child(properties, "rStyle")
        hidden = _child(properties, "vanish")
        if hidden is not None:
            return _is_on(hidden)
        return style is not None and _attribute(style, "val") in self.styles.hidden

    def _drawing(self, tag: str, element: Element, boxes: list[Element]) -> None:
        """A text box is text and follows its paragraph; any other drawing is a picture that is left out."""
        if tag == "AlternateContent":
            chosen = _child(element, "Choice")
            self._inline(chosen if chosen is not None else element, boxes)
            return
        found = [box for box in element.iter() if _tag(box) == "txbxContent"]
        outer = [box for box in found if not any(_tag(above) == "txbxContent" for above in box.iterancestors())]
        boxes.extend(outer or found[:1])
        if not found:
            self.lost[_SKIPPED[tag]] += 1

    def _skip(self, tag: str, element: Element) -> None:
        if tag == "moveFrom" or (tag == "del" and len(element) == 0):
            return
        self.lost[_SKIPPED[tag]] += 1


def _inside(parent: Element, wanted: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those wrapped in content controls or insertions."""
    for element in parent:
        tag = _tag(element)
        if tag == wanted:
            yield element
        elif tag in ("sdt", "sdtContent", "ins", "customXml", "smartTag", "moveTo"):
            yield from _inside(element, wanted)


def _headers(container: Container) -> Counter[str]:
    """How many headers and footers with words in them are left out."""
    found: Counter[str] = Counter()
    for part in container.names:
        for what in ("header", "footer"):
            if part.startswith(f"word/{what}") and part.endswith(".xml"):
                root = parse_xml(container.name, container.part(part))
                if any((element.text or "").strip() for element in root.iter() if _tag(element) == "t"):
                    found[what] += 1
    return found
