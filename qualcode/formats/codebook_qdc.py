"""Codebooks as other programs exchange them (REFI-QDA, .qdc): reading those of all programs, writing valid ones.

The standard knows a name, a colour and a description of each code. What our codebook says besides follows the
definition in a block of labelled lines that people can read and this reader takes apart again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from inspect import cleandoc
from pathlib import Path
from typing import Any
from uuid import UUID

from ..domain.bundle import Bundle, ReadCode, ReadCodeSet, ReadOptions
from ..domain.codebook import CODE_KINDS, MOST_LEVELS, NAME_LIMIT, ORIGINS, TEXT_FIELDS, THEME_FIELDS, clean_name
from ..domain.codebook_entries import DERIVED_COLUMNS, CodebookEntry, PrintedCodebook
from ..domain.documents import clean
from ..domain.errors import BadInput, Phrase, QualcodeError
from ..domain.progress import SILENT, Progress
from ..domain.themes import STAGES
from ..domain.visible import between_signs
from .codebook_cards import printable
from .codebook_words import words_of
from .guards import Element, parse_xml
from .sheets import replacing

NAMESPACE = "urn:QDA-XML:codebook:1.0"
_ORIGIN = "qualcode"
_BLOCK = "--- codebook fields ---"
_IN_BLOCK = tuple(
    column
    for column in ("kind", *TEXT_FIELDS, *THEME_FIELDS, "memo", *DERIVED_COLUMNS)
    if column != "definition"  # which stands above
)
_LABELS = {column: words_of("en").labels[column] for column in _IN_BLOCK}
_COLUMNS = {label: column for column, label in _LABELS.items()}
_LABELLED = re.compile(f"({'|'.join(map(re.escape, _COLUMNS))}): ?(.*)")
_INDENT = "  "
_UNNAMED = "(no name)"


# ── writing ────────────────────────────────────────────────────────────────────────────────────────────────
def write_codebook_qdc(book: PrintedCodebook, path: Path, *, progress: Progress = SILENT) -> None:
    """Write the codebook and its sets; valid against the schema of 2019.

    A theme that nothing was coded with is no code for other programs (`isCodable` is false), only a heading.
    Raises `BadInput` for a codebook without codes, which the standard does not know, and for one too deep.
    """
    from lxml import etree

    if not book.entries:
        raise BadInput("There are no codes to write yet, and a .qdc needs one. Add a code first.")
    spaces: Any = {None: NAMESPACE}  # the type stubs do not know a namespace without a prefix
    root = etree.Element(f"{{{NAMESPACE}}}CodeBook", {"origin": _ORIGIN}, nsmap=spaces)
    codes = etree.SubElement(root, f"{{{NAMESPACE}}}Codes")
    above = [codes]  # the elements that lead to the one before
    for number, entry in enumerate(book.entries):
        if number % 100 == 0:
            progress.tick(number, len(book.entries), path.name)
        depth = len(entry.levels)
        if depth > MOST_LEVELS:
            raise BadInput(
                "A .qdc holds at most {limit} levels of codes. Make the codebook flatter, or write it as .xlsx.",
                limit=MOST_LEVELS,
            )
        codable = entry.kind == "code" or entry.segments > 0
        attributes = {
            "guid": _guid(entry.id),
            "name": printable(entry.name),
            "isCodable": "true" if codable else "false",
            "color": entry.color,
        }
        code = etree.SubElement(above[depth - 1], f"{{{NAMESPACE}}}Code", attributes)
        etree.SubElement(code, f"{{{NAMESPACE}}}Description").text = described(entry)
        del above[depth:]
        above.append(code)
    if book.sets:
        sets = etree.SubElement(root, f"{{{NAMESPACE}}}Sets")
        for one in book.sets:
            made = etree.SubElement(sets, f"{{{NAMESPACE}}}Set", {"guid": _guid(one.id), "name": printable(one.name)})
            for member in one.codes:
                etree.SubElement(made, f"{{{NAMESPACE}}}MemberCode", {"guid": _guid(member)})
    data = etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
    with replacing(path) as temporary:
        temporary.write_bytes(data)


def _guid(key: UUID) -> str:
    return str(key).upper()


def described(entry: CodebookEntry) -> str:
    """The definition, then a line for each field that says something; further lines of a value are indented."""
    lines = [_BLOCK]
    for column in _IN_BLOCK:
        text = printable(str(entry.cell(column)))
        if text:
            lines.append(f"{_LABELS[column]}: " + text.replace("\n", "\n" + _INDENT))
    above = [printable(entry.definition), ""] if entry.definition else []
    return "\n".join([*above, *lines])


# ── reading ────────────────────────────────────────────────────────────────────────────────────────────────
@dataclass(slots=True)
class _Reading:
    """What is found on the way through a file."""

    name: str
    codes: list[ReadCode] = field(default_factory=list)
    paths: dict[str, tuple[str, ...]] = field(default_factory=dict)  # by id
    siblings: Counter[tuple[str, ...]] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    renamed: int = 0
    colors: int = 0
    words: dict[str, None] = field(default_factory=dict)  # that are none of ours, in the order of the file

    def notes(self) -> Iterator[str]:
        """What the user should know, and may set right."""
        if self.renamed:
            yield Phrase("{number} names changed to be names of codes here", number=self.renamed)

    def lost(self) -> Iterator[str]:
        """What could not be taken over."""
        if self.colors:
            yield Phrase("{number} colours that could not be read", number=self.colors)
        if self.words:
            yield Phrase(
                "kinds, origins or stages that a codebook here does not have: {words}", words=tuple(self.words)
            )
        for tag, number in sorted(self.unknown.items()):
            yield Phrase("{number} elements “{tag}” that a codebook does not have", number=number, tag=tag)


def read(name: str, data: bytes, options: ReadOptions, progress: Progress) -> Bundle:
    """The codes and sets of a .qdc of any program; what the schema forbids and can be understood is understood.

    Raises `BadInput` for what is no codebook.
    """
    if options.kind not in ("", "codebook"):
        raise BadInput("“{name}” is a codebook and cannot be read as a {kind}.", name=name, kind=options.kind)
    root = parse_xml(name, data)
    kind = _local(root).casefold()
    if kind == "project":
        raise BadInput(
            "“{name}” holds a whole project of another program, not a codebook. Export its codebook as .qdc there.",
            name=name,
        )
    if kind != "codebook":
        raise BadInput(
            "“{name}” is XML but no codebook (REFI-QDA). Export the codebook as .qdc in the other program.", name=name
        )
    found = _Reading(name)
    sets: list[ReadCodeSet] = []
    for child in root:
        if _local(child) == "Codes":
            _codes(child, found, progress)
        elif _local(child) == "Sets":
            sets += _sets(child, found)
        else:
            found.unknown[_local(child)] += 1
    if not found.codes:
        raise BadInput("“{name}” is a codebook without codes.", name=name)
    origin = (root.get("origin") or "").strip()
    written = (Phrase("written by {program}", program=origin),) if origin and origin != _ORIGIN else ()
    return Bundle(
        codes=tuple(found.codes),
        code_sets=tuple(sets),
        notes=(*written, *found.notes()),
        lost=tuple(found.lost()),
    )


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _codes(container: Element, found: _Reading, progress: Progress) -> None:
    """All codes below an element, in the order of the file; a loop, as they may lie deep."""
    waiting: list[tuple[Element, tuple[str, ...]]] = [(child, ()) for child in reversed(container)]
    while waiting:
        element, above = waiting.pop()
        if _local(element) != "Code":
            found.unknown[_local(element)] += 1
            continue
        if len(found.codes) % 200 == 0:
            progress.tick(len(found.codes), 0, found.name)
        path = (*above, _own_name(element, above, found))
        if len(path) > MOST_LEVELS:
            raise BadInput(
                "“{code}” in “{name}” lies more than {limit} levels deep. Make the codebook flatter.",
                code=path[-1],
                name=found.name,
                limit=MOST_LEVELS,
            )
        code = _code(element, path, found)
        found.codes.append(code)
        if code.id:
            found.paths[code.id] = path
        waiting += [(child, path) for child in reversed(element) if _local(child) not in ("Description", "NoteRef")]


def _own_name(element: Element, above: tuple[str, ...], found: _Reading) -> str:
    """The name as ours are: one line, not too long, without the sign that parts levels, once among its siblings."""
    written = (element.get("name") or "").strip()
    try:
        name = clean_name(written)
        plain = True
    except QualcodeError:
        plain = False
        spaced = " ".join("›" if part == ">" else part for part in written.split())
        short = spaced
        if len(spaced) > NAME_LIMIT:
            short = spaced[: between_signs(spaced, NAME_LIMIT - 1)].rstrip() + "…"
        try:
            name = clean_name(short or _UNNAMED)
        except QualcodeError:  # nothing but signs that cannot be seen
            name = _UNNAMED
    found.siblings[(*above, name)] += 1
    number = 1
    free = name
    while found.siblings[(*above, free)] > 1:
        plain = False
        found.siblings[(*above, free)] -= number > 1
        number += 1
        tail = f" ({number})"
        free = name[: NAME_LIMIT - len(tail)] + tail
        found.siblings[(*above, free)] += 1
    found.renamed += not plain
    return free


def _code(element: Element, path: tuple[str, ...], found: _Reading) -> ReadCode:
    description = next((child for child in element if _local(child) == "Description"), None)
    words = "" if description is None else "".join(map(str, description.itertext()))
    values = undescribed(words)
    codable = (element.get("isCodable") or "").strip().casefold() not in ("false", "0")
    kind = values.pop("kind", "")
    given = kind in CODE_KINDS
    if not given:
        found.words |= {kind: None} if kind else {}
        kind = "code" if codable else "theme"
    for column, known in (("origin", ORIGINS), ("stage", ("", *STAGES))):
        if values.get(column, "") not in known:
            found.words[values.pop(column)] = None  # edited elsewhere into a word that none of ours is
    written = (element.get("color") or "").strip()
    color = read_color(written)
    found.colors += bool(written and not color)
    full = (element.get("name") or "").strip()
    memo = values.pop("memo", "")
    if len(full) > NAME_LIMIT:
        memo = "\n\n".join(filter(None, (full, memo)))  # no word is lost
    key = _key(element.get("guid"))
    if key in found.paths:
        key = ""  # the same for two codes: it stays with the first
    said = {name: text for name, text in values.items() if text}
    return ReadCode(path, kind, color, said, memo, key, kind_said=given or not codable)


def undescribed(written: str) -> dict[str, str]:
    """The fields of a description: those of our block, and above it the definition; else all of it is that."""
    text = clean(written).text
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if line.rstrip() == _BLOCK]
    if not starts:
        return {"definition": cleandoc(text).strip()}
    values: dict[str, list[str]] = {"definition": lines[: starts[-1]]}
    column = ""
    for line in lines[starts[-1] + 1 :]:
        label = _LABELLED.fullmatch(line)
        if label and _COLUMNS[label[1]] not in values:
            column = _COLUMNS[label[1]]
            values[column] = [label[2]]
        elif column:
            values[column].append(line.removeprefix(_INDENT))
    found = {name: "\n".join(parts).strip() for name, parts in values.items()}
    return {name: text for name, text in found.items() if name not in DERIVED_COLUMNS}


def _key(written: str | None) -> str:
    """A GUID in any case, with or without braces, as an id; nothing for what is none."""
    try:
        key = UUID((written or "").strip().strip("{}"))
    except ValueError:
        return ""
    return str(key) if key.int else ""


def _sets(container: Element, found: _Reading) -> Iterator[ReadCodeSet]:
    for element in container:
        if _local(element) != "Set":
            found.unknown[_local(element)] += 1
            continue
        members = []
        for child in element:
            if _local(child) == "MemberCode":
                key = _key(child.get("guid") or child.get("targetGUID"))
                if key in found.paths:
                    members.append(found.paths[key])
        name = " ".join((element.get("name") or "").split())
        if name:
            yield ReadCodeSet(name, tuple(dict.fromkeys(members)), _key(element.get("guid")))


_HEX = re.compile(r"#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\b.*\)", re.IGNORECASE)
_NAMED_PARTS = re.compile(r"\b([RGB])\s*=\s*(\d{1,3})\b")
_NUMBER = re.compile(r"-?\d{1,11}")


def read_color(written: str) -> str:
    """A colour in any of the spellings found in such files, as `#RRGGBB`; nothing for what is none.

    `#RGB`, `#RRGGBB`, `#AARRGGBB`, `rgb(…)`, `rgba(…)`, .NET's `Color [A=255, R=1, G=2, B=3]` and whole numbers.
    """
    text = written.strip()
    if match := _RGB.fullmatch(text):
        return _hexed([int(part) for part in match.groups()])
    if len(parts := dict(_NAMED_PARTS.findall(text))) == 3:
        return _hexed([int(parts[letter]) for letter in "RGB"])
    if (match := _HEX.fullmatch(text)) and (text.startswith("#") or not _NUMBER.fullmatch(text)):
        digits = match[1].upper()
        if len(digits) == 3:
            digits = "".join(digit * 2 for digit in digits)
        return "#" + digits[-6:]
    if _NUMBER.fullmatch(text):
        return f"#{int(text) & 0xFFFFFF:06X}"
    return ""


def _hexed(parts: list[int]) -> str:
    return "" if max(parts) > 255 else "#" + "".join(f"{part:02X}" for part in parts)
