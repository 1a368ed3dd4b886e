"""A codebook in all its formats: each is read back by another library or parser, and all say the same."""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import docx
import openpyxl
import pypdf
import pytest
from formats.nasty_codebook import ARABIC, BOOK, CHINESE, ENTRIES, HEBREW, without_rare
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from markdown_it import MarkdownIt

from qualcode.domain.codebook import PATH_SEPARATOR
from qualcode.domain.codebook_entries import CODEBOOK_COLUMNS, CodebookEntry, PrintedCodebook
from qualcode.domain.errors import BadInput
from qualcode.domain.palette import swatch
from qualcode.formats import typesetting
from qualcode.formats.codebook_cards import WRITTEN
from qualcode.formats.codebook_files import SUFFIXES, write_codebook
from qualcode.formats.codebook_markdown import in_list
from qualcode.formats.codebook_words import words_of
from qualcode.formats.registry import read_bytes, read_file
from qualcode.formats.word_tables import MARKS

WORDS = words_of("en")
LABELS = {label: column for column, label in WORDS.labels.items()}
_COUNT = {"segment": "segments", "document": "documents", "case": "cases", "coder": "coders"}
Rows = list[dict[str, str]]


def expected(book: PrintedCodebook) -> Rows:
    """What the table of a codebook says, empty cells left out."""
    return [
        {name: str(entry.cell(name)) for name in CODEBOOK_COLUMNS if entry.cell(name) != ""} for entry in book.entries
    ]


def counted(text: str) -> dict[str, str]:
    """kind and counts of a line like “theme · 1 segment · 0 documents”."""
    kind, *counts = text.split(" · ")
    found = {"kind": kind}
    for count in counts:
        number, what = count.split(" ")
        found[_COUNT.get(what, what)] = number.replace(",", "")
    return found


def recorded(text: str) -> dict[str, str]:
    """colour, dates and id of a line like “Colour #AC6304 · Created … · Changed … · Id …”."""
    return {LABELS[label]: value for label, _, value in (part.partition(" ") for part in text.split(" · "))}


class Paths:
    """Paths from names and the levels they stand on."""

    def __init__(self) -> None:
        self._above: list[str] = []

    def of(self, level: int, name: str) -> str:
        self._above = [*self._above[: level - 1], name]
        assert len(self._above) == level
        return PATH_SEPARATOR.join(self._above)


# ── tables ──
def from_csv(path: Path) -> Rows:
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8"), newline="")))
    texts = [{name: re.sub("^'(?='*[-=+@\t\r])", "", text) for name, text in row.items()} for row in rows]
    return [{name: text for name, text in row.items() if text} for row in texts]


def from_xlsx(path: Path) -> Rows:
    header, *rows = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
    found = []
    for row in rows:
        values: dict[str, str] = {}
        for name, value in zip(header, row, strict=True):
            if value is not None:
                plain = re.sub(r" \(\d+\)$", "", name)
                values[plain] = values.get(plain, "") + str(value)
        found.append(values)
    return found


def from_json(path: Path) -> Rows:
    return [
        {name: str(value) for name, value in row.items() if value != ""} for row in json.loads(path.read_text("utf-8"))
    ]


# ── for people ──
def from_cards(path: Path) -> Rows:
    document = docx.Document(str(path))
    paths, found = Paths(), []
    body = list(document.iter_inner_content())
    for place, part in enumerate(body):
        if not (isinstance(part, docx.text.paragraph.Paragraph) and part.style.name.startswith("Heading ")):
            continue
        level, name = int(part.style.name.split()[1]), part.text.partition(" ")[2]
        facts, table = body[place + 1], body[place + 2]
        said, _, above = facts.text.partition("\n")
        row = counted(said) | {"name": name, "path": paths.of(level, name)}
        assert above == PATH_SEPARATOR.join(row["path"].split(PATH_SEPARATOR)[:-1])
        for label, value in ([cell.text for cell in one.cells] for one in table.rows):
            if label == "Record":
                row |= recorded(value)
            else:
                assert LABELS[label] not in row
                row[LABELS[label]] = value
        found.append(row)
    return found


def from_tables(path: Path) -> Rows:
    document = docx.Document(str(path))
    found: Rows = []
    for table in document.tables:
        head, *rows = table.rows
        assert [cell.text for cell in head.cells] == ["Code", "What it means", "When it applies", "Examples and notes"]
        for one in rows:
            code, *cells = one.cells
            name, facts, record = (paragraph.text for paragraph in code.paragraphs)
            said, _, above = facts.partition("\n")
            name = name.partition(" ")[2]
            row = counted(said) | recorded(record) | {"name": name}
            row["path"] = PATH_SEPARATOR.join(filter(None, (above, name)))
            for cell in cells:
                column = ""
                for paragraph in cell.paragraphs:
                    runs = [run.text for run in paragraph.runs]
                    label = runs[0].removesuffix(": ") if runs and paragraph.runs[0].bold else ""
                    if label in LABELS:
                        column = LABELS[label]
                        assert column not in row
                        row[column] = "".join(runs[1:])
                    elif column:
                        row[column] += "\n" * bool(row[column]) + paragraph.text
            found.append(row)
    return sorted(found, key=lambda row: row["id"])


def from_html(path: Path) -> Rows:
    page = html.fromstring(path.read_bytes())
    paths, found = Paths(), []
    for article in page.iter("article"):
        row = {}
        for element in article.xpath(".//*[@data-column]"):
            column, text = element.get("data-column"), element.text_content()
            if column in _COUNT.values():
                text = text.split()[0].replace(",", "")
            if column == "examples":
                quotes = element.xpath(".//blockquote")
                text = "\n".join(f"{quote.findtext('p')} ({quote.findtext('cite')})" for quote in quotes)
            assert column not in row
            row[column] = text
        found.append(row | {"path": paths.of(int(article.get("data-level")), row["name"])})
    return found


def _said(token: Any) -> str:
    """The text of inline Markdown; a hard break is a newline, and nothing else is markup but the label's bold."""
    allowed = {"text", "hardbreak", "strong_open", "strong_close", "text_special"}
    assert {child.type for child in token.children} <= allowed, token.content
    return "".join("\n" if child.type == "hardbreak" else child.content for child in token.children)


def from_markdown(path: Path) -> Rows:
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(path.read_text("utf-8"))
    found: Rows = []
    place = 0
    after = ""
    while place < len(tokens):
        token = tokens[place]
        if token.type == "heading_open" and token.tag != "h1":
            found.append({"name": _said(tokens[place + 1])})
            after = "heading"
        elif token.type == "inline" and found and tokens[place - 1].type == "paragraph_open":
            text = _said(token)
            if tokens[place - 2].type == "list_item_open":
                label, _, value = text.partition(": ")
                column = LABELS[label]
                if column == "record":
                    found[-1] |= recorded(value)
                else:
                    assert column == "examples" or column not in found[-1]
                    found[-1][column] = "\n".join(filter(None, (found[-1].get(column, ""), value)))
            elif after == "heading":
                found[-1] |= counted(text)
                after = "facts"
            else:
                assert after == "facts"
                found[-1]["path"] = text + PATH_SEPARATOR + found[-1]["name"]
        place += 1
    return [{"path": row["name"], **row} for row in found]


def from_qdc(path: Path) -> Rows:
    """By our own rule for the block: labels at the start of a line, what goes on is indented."""
    space = "{urn:QDA-XML:codebook:1.0}"
    found: Rows = []

    def walk(element: Any, above: tuple[str, ...]) -> None:
        for code in element.findall(f"{space}Code"):
            levels = (*above, code.get("name"))
            row = {"name": code.get("name"), "path": PATH_SEPARATOR.join(levels), "color": code.get("color")}
            row["id"] = code.get("guid").lower()
            definition, _, block = code.findtext(f"{space}Description").rpartition("--- codebook fields ---\n")
            values = re.findall(r"(?ms)^([A-Z][\w -]+): (.*?)(?=^[A-Z][\w -]+: |\Z)", block)
            row |= {LABELS[label]: value.rstrip("\n").replace("\n  ", "\n") for label, value in values}
            if definition:
                row["definition"] = definition.removesuffix("\n\n")
            found.append(row)
            walk(code, levels)

    walk(etree.parse(path).getroot().find(f"{space}Codes"), ())
    return found


READERS: dict[str, Callable[[Path], Rows]] = {
    ".csv": from_csv,
    ".xlsx": from_xlsx,
    ".json": from_json,
    ".docx": from_cards,
    ".html": from_html,
    ".md": from_markdown,
    ".qdc": from_qdc,
}


@pytest.mark.parametrize("suffix", READERS)
def test_every_format_says_the_same(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"codebook{suffix}"
    write_codebook(BOOK, path)
    for found, wanted in zip(READERS[suffix](path), expected(BOOK), strict=True):
        assert found == wanted


def test_tables_of_themes_say_the_same(tmp_path: Path) -> None:
    write_codebook(BOOK, tmp_path / "codebook.docx", style="tables")
    for found, wanted in zip(from_tables(tmp_path / "codebook.docx"), expected(BOOK), strict=True):
        assert found == wanted


@given(st.text(alphabet="aB1.)-+=*_#>|<&;`~[](){}!\\\\\"'$^:@% \t\n信", max_size=40))
def test_no_text_is_taken_for_markup(text: str) -> None:
    text = text.strip()
    item = f"- **Memo:** {in_list(text)}\n- **Record:** x\n"
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(item)
    assert [_said(token) for token in tokens if token.type == "inline"] == [f"Memo: {text}".strip(), "Record: x"]


# ── pages ──
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+")


def _bare(text: str) -> str:
    """A text without white space, as pages break it anywhere, ligatures taken apart."""
    return re.sub(r"[\s\u200b]", "", unicodedata.normalize("NFKC", text))


def _one_way(book: PrintedCodebook) -> PrintedCodebook:
    """The codebook with a letter R for right-to-left words, which readers of PDF give back in another order."""

    def plain(value: Any) -> Any:
        return RIGHT_TO_LEFT.sub("R", value) if isinstance(value, str) else value

    names = [name for name in CODEBOOK_COLUMNS if name not in ("id", "examples")]
    entries = [replace(one, **{name: plain(getattr(one, name)) for name in names}) for one in book.entries]
    return replace(book, entries=entries)


def _write_pdf(book: PrintedCodebook, path: Path, **options: str) -> pypdf.PdfReader:
    try:
        write_codebook(book, path, **options)
    except BadInput as error:
        pytest.skip(f"fonts for all these scripts are not here: {error}")
    return pypdf.PdfReader(path)


def _pages(reader: pypdf.PdfReader) -> str:
    """The text of all pages without their running heads and feet."""
    pages = [page.extract_text().split("\n") for page in reader.pages]
    for number, lines in enumerate(pages, start=1):
        assert lines.pop().strip() == f"Page {number} of {len(pages)}"
        if number > 1:
            assert lines.pop(0).endswith(": Codebook")
    return "".join(_bare("\n".join(lines)) for lines in pages)


ORDER = (*WRITTEN, "examples", "memo")


def _printed(entry: CodebookEntry) -> str:
    """All that a page says of an entry, in order."""
    counts = [words_of("en").counted(getattr(entry, name), name) for name in _COUNT.values()]
    said = [f"{MARKS[swatch(entry.color).mark]} {entry.name}", " · ".join([entry.kind, *counts])]
    said.append(entry.path.rpartition(PATH_SEPARATOR)[0])
    said += [WORDS.labels[name] + str(entry.cell(name)) for name in ORDER if entry.cell(name)]
    said.append(f"Record Colour {entry.color} · Created {entry.created} · Changed {entry.changed} · Id {entry.id}")
    return _bare("".join(said))


def test_the_pages_of_a_pdf_say_the_same(tmp_path: Path) -> None:
    book = _one_way(without_rare())
    text = _pages(_write_pdf(book, tmp_path / "codebook.pdf"))
    wanted = [_printed(entry) for entry in book.entries]
    at = text.index(wanted[0])
    for one in wanted:
        assert text[at : at + len(one)] == one
        at += len(one)
    assert at == len(text)


def test_a_pdf_has_contents_outline_and_words_of_all_scripts(tmp_path: Path) -> None:
    reader = _write_pdf(without_rare(), tmp_path / "codebook.pdf")
    assert reader.metadata.title == f"{BOOK.study}: Codebook"
    assert reader.metadata.creation_date.date().isoformat() == BOOK.date
    flat: list[Any] = []

    def walk(outline: list[Any], level: int) -> None:
        for one in outline:
            if isinstance(one, list):
                walk(one, level + 1)
            else:
                flat.append((level, one["/Title"][2:].strip("\u200e"), reader.get_destination_page_number(one)))

    walk(reader.outline, 1)
    assert [(level, name) for level, name, _ in flat] == [(len(one.levels), one.name) for one in ENTRIES]
    for _, name, page in flat:
        assert set(name.split()) <= set(reader.pages[page].extract_text().replace("\u200e", "").split())
    first = reader.pages[0]
    assert "3 themes · 8 codes · 2026-11-22" in first.extract_text()
    assert len(first["/Annots"]) >= sum(1 for one in ENTRIES if len(one.levels) <= 3)  # links of the contents
    text = "".join(page.extract_text() for page in reader.pages)
    for words in (*HEBREW.split(), *re.findall(r"[^\W\d]+", ARABIC), CHINESE):
        assert words in text


def test_characters_that_no_font_has_are_named(tmp_path: Path) -> None:
    entry = replace(ENTRIES[8], definition="fine \U0010fffd and \U000ffffd too")
    with pytest.raises(
        BadInput, match=r"No font on this computer can print .*U\+FFFFD.*U\+10FFFD.*Install Noto Emoji, or"
    ):
        write_codebook(replace(BOOK, entries=[entry]), tmp_path / "codebook.pdf")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("char", "font"),
    [
        ("信", "Noto Sans CJK"),
        ("ﬅ", "Noto Sans and Noto Sans Symbols"),
        ("ש", "Noto Sans Hebrew"),
        ("👧", "Noto Emoji"),
        ("ሀ", "Noto Sans Ethiopic"),
    ],
)
def test_the_font_to_install_is_named(char: str, font: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "_prints", lambda text: char not in text)
    with pytest.raises(BadInput, match=f"can print {char} .*Install {font}, or write"):
        typesetting.set_pages("#panic()", {"text": f"some {char} words"})


# ── all of them ──
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_codebook_gives_the_same_bytes(suffix: str, tmp_path: Path) -> None:
    book = _one_way(replace(BOOK, entries=[replace(ENTRIES[0], examples=()), *ENTRIES[4:6]]))
    if suffix == ".qdc":
        book = replace(book, entries=[replace(book.entries[0], id=ENTRIES[2].id)])
    for name in ("one", "two"):
        write_codebook(book, tmp_path / f"{name}{suffix}")
    assert (tmp_path / f"one{suffix}").read_bytes() == (tmp_path / f"two{suffix}").read_bytes()


@pytest.mark.parametrize("suffix", [one for one in SUFFIXES if one != ".qdc"])
def test_a_codebook_without_codes_can_be_written(suffix: str, tmp_path: Path) -> None:
    write_codebook(PrintedCodebook("Study", "", "", []), tmp_path / f"empty{suffix}")
    assert (tmp_path / f"empty{suffix}").stat().st_size > 0


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        ("c.pptx", {}, r"can be written as .docx, .xlsx"),
        ("c.docx", {"style": "posters"}, "“posters” is no style. There are: cards, tables"),
        ("c.html", {"style": "cards"}, "A style is for a .docx"),
    ],
)
def test_what_cannot_be_written_is_said(name: str, options: dict[str, str], said: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=said):
        write_codebook(BOOK, tmp_path / name, **options)
    assert not list(tmp_path.iterdir())


def test_a_qdc_needs_codes_and_is_not_too_deep(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no codes to write yet"):
        write_codebook(PrintedCodebook("Study", "", "", []), tmp_path / "c.qdc")
    names = [f"level {number}" for number in range(201)]
    entries = [
        replace(ENTRIES[8], id=UUID(int=1 + depth), name=names[depth], path=PATH_SEPARATOR.join(names[: depth + 1]))
        for depth in range(201)
    ]
    with pytest.raises(BadInput, match="at most 200 levels"):
        write_codebook(replace(BOOK, entries=entries), tmp_path / "c.qdc")
    write_codebook(replace(BOOK, entries=entries[:200], sets=()), tmp_path / "c.qdc")
    assert len(read_file(tmp_path / "c.qdc").codes) == 200
    body = "".join(f'<Code guid="{UUID(int=1 + depth)}" name="{names[depth]}">' for depth in range(201))
    data = f'<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>{body}{"</Code>" * 201}</Codes></CodeBook>'.encode()
    with pytest.raises(BadInput, match=r"“level 200” in “c\.qdc” lies more than 200 levels deep"):
        read_bytes("c.qdc", data)


# ── each in its own way ──
def test_a_word_document_is_an_appendix(tmp_path: Path) -> None:
    write_codebook(BOOK, tmp_path / "codebook.docx")
    document = docx.Document(str(tmp_path / "codebook.docx"))
    assert document.core_properties.title == f"{BOOK.study}: Codebook"
    assert [one.text for one in document.paragraphs[:4]] == [
        BOOK.study,
        "Codebook",
        "Reflexive thematic analysis",
        "3 themes · 8 codes · 2026-11-22",
    ]
    assert document.sections[0].header.paragraphs[0].text == f"{BOOK.study} · Codebook"
    foot = document.sections[0].footer.paragraphs[0]._p.xml
    assert 'w:instr="PAGE"' in foot
    assert 'w:instr="NUMPAGES"' in foot
    body = document.element.body
    assert 'TOC \\o "1-3"' in "".join(body.xpath(".//w:instrText/text()"))
    anchors = body.xpath(".//w:hyperlink/@w:anchor")
    assert len(anchors) == sum(1 for one in ENTRIES if len(one.levels) <= 3)
    assert set(anchors) <= set(body.xpath(".//w:bookmarkStart/@w:name"))
    assert len(body.xpath(".//w:p[w:pPr/w:bidi]")) == 2  # what begins in Arabic and in Hebrew
    assert document.styles["Normal"].element.rPr.rFonts.get(docx.oxml.ns.qn("w:eastAsia"))


def test_a_web_page_needs_nothing_else(tmp_path: Path) -> None:
    write_codebook(BOOK, tmp_path / "codebook.html", language="zh_CN")
    text = (tmp_path / "codebook.html").read_text("utf-8")
    page = html.fromstring(text)
    assert page.get("lang") == "zh"
    assert page.find(".//title").text == f"{BOOK.study}: 编码本"
    assert not page.xpath("//script | //link | //img | //@src | //@onclick")
    assert "url(" not in text
    assert "prefers-color-scheme: dark" in text
    targets = {address.removeprefix("#") for address in page.xpath("//nav//a/@href")}
    assert targets == set(page.xpath("//article/@id"))
    assert [one.tag for one in page.iter("h1", "h2", "h3", "h4", "h5", "h6") if one.get("class")] == [
        f"h{len(one.levels) + 1}" for one in ENTRIES
    ]


def test_chinese_labels_in_every_file_for_people(tmp_path: Path) -> None:
    write_codebook(BOOK, tmp_path / "c.docx", language="zh")
    write_codebook(BOOK, tmp_path / "c.md", language="zh")
    labels = {row.cells[0].text for table in docx.Document(str(tmp_path / "c.docx")).tables for row in table.rows}
    assert {"定义", "何时使用", "何时不使用", "固定示例", "备忘录"} <= labels
    assert "3 个主题 · 8 个编码 · 2026-11-22" in (tmp_path / "c.md").read_text("utf-8")
    assert words_of("fr") is words_of("en")
    assert words_of("zh").labels.keys() == WORDS.labels.keys()


def test_a_worksheet_holds_what_is_too_long_for_a_cell(tmp_path: Path) -> None:
    text = "😀" * 20_000 + "end"
    write_codebook(replace(BOOK, entries=[replace(ENTRIES[8], memo=text)]), tmp_path / "c.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "c.xlsx").active
    header, row = sheet.iter_rows(values_only=True)
    assert header[: len(CODEBOOK_COLUMNS)] == CODEBOOK_COLUMNS
    assert header[len(CODEBOOK_COLUMNS) :] == ("memo (2)",)
    assert all(len(str(cell).encode("utf-16-le")) // 2 <= 32_767 for cell in row)
    assert read_file(tmp_path / "c.xlsx").codes[0].memo == text
