"""A one-table Excel workbook, streamed: the few parts of the format that a plain table needs.

Written here because libraries that style every cell take three times as long for a quarter of a million rows.
"""

from __future__ import annotations

import io
import math
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ..domain.errors import BadInput
from ..domain.visible import between_signs

_ROWS_LIMIT = 1_048_575  # of a worksheet, beside its header
_COLUMNS_LIMIT = 16_384
CELL_LIMIT = 32_767  # characters of a worksheet's cell
_FLUSH = 2_000  # rows handed to the compressor at once
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# XML knows no control characters; Excel writes them as _x001B_, and the underscore of such a text as _x005F_
_UNUSUAL = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]|_(?=x[0-9A-Fa-f]{4}_)")
_HEADER_STYLE, _WRAPPED_STYLE = 1, 2
_LINE, _HIGHEST = 15, 409  # points: of one line, and the most a row can have


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table looks: per column its width in characters and whether its text wraps; the sheet's title,
    what the sheet “About” says under which name, and the ISO date it was created."""

    widths: Sequence[tuple[int, bool]]
    title: str
    about: Mapping[str, object]
    date: str


def write_workbook(columns: Sequence[str], rows: Iterable[Sequence[object]], path: Path, layout: Layout) -> int:
    """Write the sheet of the table (header frozen and filtered) and, where there is something to say, the sheet
    “About”; the number of rows.

    Cells: None and NaN empty, truth values, numbers, everything else text as it stands, never a formula.
    Raises `BadInput` when a sheet cannot hold it.
    """
    if len(columns) > _COLUMNS_LIMIT:
        raise BadInput("A worksheet holds {limit} columns. Write the table as .csv.", limit=f"{_COLUMNS_LIMIT:,}")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as package:
        with package.open(_entry("xl/worksheets/sheet1.xml"), "w", force_zip64=True) as raw:
            sheet = io.TextIOWrapper(raw, encoding="utf-8", newline="")
            count = _write_sheet(sheet, columns, rows, layout.widths)
            sheet.flush()
        for part, text in _parts(layout).items():
            package.writestr(_entry(part), _HEAD + text)
    return count


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))  # the clock has no place in a result
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry


def escaped(text: str) -> str:
    """Text as XML, cut to what a cell holds."""
    if len(text) > CELL_LIMIT:
        text = text[: between_signs(text, CELL_LIMIT - 1)] + "…"
    if not text.isascii() or not text.isprintable() or "_x" in text:
        text = _UNUSUAL.sub(_unusual, text)
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def _unusual(match: re.Match[str]) -> str:
    char = match.group()
    return "\ufffd" if "\ud800" <= char <= "\udfff" else f"_x{ord(char):04X}_"


def _write_sheet(
    sheet: io.TextIOWrapper,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    widths: Sequence[tuple[int, bool]],
) -> int:
    letters = [_letters(place) for place in range(len(columns))]
    sheet.write(
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" '
        'topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        '<sheetFormatPr defaultRowHeight="15"/>'
    )
    if columns:
        sheet.write("<cols>")
        for place, (width, wraps) in enumerate(widths, start=1):
            style = f' style="{_WRAPPED_STYLE}"' if wraps else ""
            sheet.write(f'<col min="{place}" max="{place}" width="{width}" customWidth="1"{style}/>')
        sheet.write("</cols>")
    styles = [f' s="{_WRAPPED_STYLE}"' if wraps else "" for _, wraps in widths]
    head = "".join(
        f'<c r="{letter}1" s="{_HEADER_STYLE}" t="inlineStr"><is><t xml:space="preserve">'
        f"{escaped(str(column))}</t></is></c>"
        for letter, column in zip(letters, columns, strict=True)
    )
    sheet.write(f'<sheetData><row r="1">{head}</row>')
    before = [f'<c r="{letter}' for letter in letters]
    wrapped = [(place, width) for place, (width, wraps) in enumerate(widths) if wraps]
    count = 0
    pieces: list[str] = []
    texts = _Texts()
    for row in rows:
        count += 1
        if count > _ROWS_LIMIT:
            raise BadInput(
                "A worksheet holds {limit} rows and this table has more. Write it as .csv or .parquet.",
                limit=f"{_ROWS_LIMIT:,}",
            )
        number = count + 1
        pieces.append(f'<row r="{number}"{_height(row, wrapped)}>')
        for place, value in enumerate(row):
            if value is None or value == "":
                continue
            opened = f'{before[place]}{number}"{styles[place]}'
            pieces.append(opened + texts[value] if type(value) is str else _cell(opened, value))
        pieces.append("</row>")
        if count % _FLUSH == 0:
            sheet.write("".join(pieces))
            pieces.clear()
            texts.clear()
    sheet.write("".join(pieces))
    filtered = f'<autoFilter ref="A1:{letters[-1]}{count + 1}"/>' if count and letters else ""
    sheet.write(f"</sheetData>{filtered}</worksheet>")
    return count


def _height(row: Sequence[object], wrapped: Sequence[tuple[int, int]]) -> str:
    """The height of a row whose text takes several lines, about: LibreOffice does not work it out when it opens a file,
    and the lines would lie on the rows below."""
    most = 1
    for place, width in wrapped:
        text = row[place]
        if isinstance(text, str) and (len(text) >= width // 2 or "\n" in text):
            # East Asian signs take two places, and three bytes
            places = len(text) if text.isascii() else (len(text) + len(text.encode("utf-8", "replace"))) // 2
            # words are not broken: a line is not quite full
            most = max(most, 1 + int(places / (width * 0.93)) + text.count("\n"))
    return f' ht="{min(most * _LINE, _HIGHEST)}"' if most > 1 else ""


class _Texts(dict[str, str]):
    """Texts as what follows the opening of their cell, each worked out once: most columns repeat themselves."""

    def __missing__(self, text: str) -> str:
        cell = self[text] = f' t="inlineStr"><is><t xml:space="preserve">{escaped(text)}</t></is></c>'
        return cell


def _cell(opened: str, value: object) -> str:
    if isinstance(value, bool):
        return f'{opened} t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int) and abs(value) < 10**15:
        return f"{opened}><v>{value}</v></c>"
    if isinstance(value, float):
        return f"{opened}><v>{value!r}</v></c>" if math.isfinite(value) else ""
    return opened + _Texts()[str(value)]


def _letters(place: int) -> str:
    text = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        text = chr(65 + rest) + text
    return text


def _sheet_name(title: str) -> str:
    kept = "".join(" " if char in "[]:*?/\\" else char for char in title).strip().strip("'")[:31]
    return kept if kept and kept.casefold() not in ("history", "about") else "Table"


def _created(date: str) -> str:
    """The given day, or the start of 2000: never the clock, so that the same table gives the same bytes."""
    try:
        found = datetime.fromisoformat(date)
    except ValueError:
        found = _NO_DATE
    return (found.astimezone(UTC) if found.tzinfo else found).strftime("%Y-%m-%dT%H:%M:%SZ")


def _parts(layout: Layout) -> dict[str, str]:
    """The small parts around the sheet."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    title, about, date = layout.title, layout.about, layout.date
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/>'
        + (f'<Override PartName="/xl/worksheets/sheet2.xml" ContentType="{kind}.worksheet+xml"/>' if about else "")
        + f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/></Relationships>',
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(title)}</dc:title>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_created(date)}</dcterms:created></cp:coreProperties>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="{escaped(_sheet_name(title)).replace(chr(34), "&quot;")}" sheetId="1" r:id="rId1"/>'
        + ('<sheet name="About" sheetId="2" r:id="rId3"/>' if about else "")
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>'
        + (f'<Relationship Id="rId3" Type="{_OFFICE}/worksheet" Target="worksheets/sheet2.xml"/>' if about else "")
        + "</Relationships>",
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><fonts count="2">'
        '<font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill '
        'patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill '
        'patternType="solid"><fgColor rgb="FFF4F3F0"/></patternFill></fill></fills><borders count="2">'
        "<border><left/>"
        "<right/><top/><bottom/><diagonal/></border>"
        '<border><left/><right/><top/><bottom style="thin"/><diagonal/>'
        '</border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3">'
        '<xf xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>'
        '<xf xfId="0" fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1"/>'
        '<xf xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>'
        '<cellStyles count="1">'
        '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    }
    if about:
        lines = "".join(
            f'<row r="{number}"><c r="A{number}" s="{_HEADER_STYLE}" t="inlineStr"><is><t xml:space="preserve">'
            f"{escaped(name)}</t></is></c>" + _cell(f'<c r="B{number}" s="{_WRAPPED_STYLE}"', value) + "</row>"
            for number, (name, value) in enumerate(about.items(), start=1)
        )
        parts["xl/worksheets/sheet2.xml"] = (
            f'<worksheet xmlns="{_MAIN}"><cols><col min="1" max="1" width="16" customWidth="1"/>'
            f'<col min="2" max="2" width="100" customWidth="1"/></cols><sheetData>{lines}</sheetData></worksheet>'
        )
    return parts
