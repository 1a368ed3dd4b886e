"""Setting pages with Typst: the system's fonts, tagged for screen readers, the same bytes for the same data.

What a researcher wrote goes to a template as data and is never read as markup.
"""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal
from unicodedata import name as name_of

from ..domain.errors import BadInput
from ..domain.visible import signs_named

if TYPE_CHECKING:
    import typst

# what the systems have, the better first; whatever has a character stands in where none of these does
FONTS = (
    "Noto Sans",
    "Segoe UI",
    "Helvetica Neue",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "DejaVu Sans",
)
_STANDARD: Literal["ua-1"] = "ua-1"  # tagged, and a character without a glyph is an error instead of an empty box
_LONGEST_WORD = 36  # characters without a place to break the line
_BREAK = "\u200b"
_TAB = "    "  # a tab is no wider than nothing on a page
_PICTURES = 0x1F000  # from here on faces, flags and signs
_SCRIPTS = frozenset(
    [
        "Arabic",
        "Armenian",
        "Bengali",
        "Cherokee",
        "Devanagari",
        "Ethiopic",
        "Georgian",
        "Gujarati",
        "Gurmukhi",
        "Hebrew",
        "Kannada",
        "Khmer",
        "Lao",
        "Malayalam",
        "Mongolian",
        "Myanmar",
        "Oriya",
        "Sinhala",
        "Syriac",
        "Tamil",
        "Telugu",
        "Thaana",
        "Thai",
        "Tibetan",
    ]
)
_WIDE = 0x2E80  # from here on characters may be followed by a line's end


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """The fonts of this computer, looked for once."""
    import typst

    return typst.Fonts()


def set_pages(template: str, data: dict[str, Any]) -> bytes:
    """A PDF of a Typst template, to which `data` goes as the JSON input “data”, never as markup.

    It is set for reading aloud (PDF/UA-1) where the fonts and the data allow it, else without. Raises `BadInput` where
    it cannot be set at all.
    """
    import typst

    written = json.dumps(data, ensure_ascii=False)

    def pages(*standards: Literal["ua-1"]) -> bytes:
        return typst.compile(
            template.encode(), font_paths=_fonts(), sys_inputs={"data": written}, pdf_standards=[*standards]
        )

    try:
        return pages(_STANDARD)
    except typst.TypstError as error:
        missing = _without_glyph(written)
        if missing:
            raise _no_glyph(missing) from error
        return pages()  # what is against the standard otherwise, a level left out, is no reason not to print


def _no_glyph(missing: list[str]) -> BadInput:
    return BadInput(
        "No font on this computer can print {characters}. Install {fonts}, or write a .docx or .html.",
        characters=signs_named(missing),
        fonts=tuple(dict.fromkeys(map(_font_for, missing))),
    )


def _font_for(char: str) -> str:
    """The free font that most likely has a character, by the script that its name begins with."""
    script = name_of(char, "").partition(" ")[0].title()
    if script in ("Cjk", "Hiragana", "Katakana", "Hangul", "Bopomofo", "Ideographic"):
        return "Noto Sans CJK"
    if ord(char) >= _PICTURES:
        return "Noto Emoji"
    return f"Noto Sans {script}" if script in _SCRIPTS else "Noto Sans and Noto Sans Symbols"


def _without_glyph(text: str) -> list[str]:
    """The characters of a text that no font here has, found by halves."""
    waiting = [sorted({char for char in text if char > "~"})]
    found: list[str] = []
    while waiting:
        part = waiting.pop()
        if not part or _prints("".join(part)):
            continue
        if len(part) == 1:
            found += part
        else:
            waiting += [part[len(part) // 2 :], part[: len(part) // 2]]
    return found


def _prints(text: str) -> bool:
    import typst

    source = '#set document(title: "t")\n#set text(font: json(bytes(sys.inputs.fonts)))\n#sys.inputs.text'
    try:
        typst.compile(
            source.encode(),
            font_paths=_fonts(),
            sys_inputs={"text": " ".join(text), "fonts": json.dumps(FONTS)},
            pdf_standards=[_STANDARD],
        )
    except typst.TypstError:
        return False
    return True


def breakable(text: str) -> str:
    """A text with places where words that are too long for a line may be broken."""
    parts = []
    run = 0
    for char in text.replace("\t", _TAB):
        run = 0 if char.isspace() or char == "-" or ord(char) >= _WIDE else run + 1
        parts.append(char)
        if run and run % _LONGEST_WORD == 0:
            parts.append(_BREAK)
    return "".join(parts)


def day_parts(written: str) -> tuple[int, int, int] | None:
    """Year, month and day of a date or time as YYYY-MM-DD…; None for what is none."""
    try:
        day = date.fromisoformat(written[:10])
    except ValueError:
        return None
    return day.year, day.month, day.day
