"""Bytes to text: byte order marks, UTF-8, UTF-16 without a mark, then the likeliest old code page."""

import codecs
import re
from dataclasses import dataclass

from ..domain.errors import BadInput, Phrase
from .letters import plausibility

_BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 60_000  # bytes looked at when the bytes themselves do not say
_SEVERAL_BYTES = ("gb18030", "cp932", "big5", "cp949", "euc_jp", "johab")
_ONE_BYTE_TEXT = """
    cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 iso8859-5 iso8859-6 iso8859-7
    iso8859-2 koi8-r cp866 mac-roman mac-cyrillic iso8859-15 cp850
"""
_ONE_BYTE = tuple(_ONE_BYTE_TEXT.split())
_COMMONNESS = {"cp1252": 0.1, "cp850": -0.15, "mac-roman": -0.1, "mac-cyrillic": -0.1, "cp1258": -0.1}
_ASCII_BASED = frozenset((*_SEVERAL_BYTES, *_ONE_BYTE, "latin-1"))
NAMES = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "utf-32-le": "UTF-32 LE",
    "utf-32-be": "UTF-32 BE",
    "ascii": "ASCII",
    "gb18030": "GB18030",
    "cp932": "Shift-JIS",
    "big5": "Big5",
    "cp949": "EUC-KR",
    "euc_jp": "EUC-JP",
    "iso2022_jp": "ISO-2022-JP",
    "hz": "HZ",
    "johab": "Johab",
    "koi8-r": "KOI8-R",
    "cp866": "DOS 866",
    "cp850": "DOS 850",
    "mac-roman": "Mac Roman",
    "mac-cyrillic": "Mac Cyrillic",
    "latin-1": "ISO-8859-1",
}


@dataclass(frozen=True, slots=True)
class Guess:
    """`encoding`: a Python codec name; `confidence` 0…1, 1 where the bytes prove it; `alternatives`: other
    codecs that can decode the bytes, likeliest first."""

    encoding: str
    confidence: float
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, still with its byte order mark, the codec that read it, and what the user should know."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def title(encoding: str) -> str:
    """The name people know: `cp1252` is Windows-1252."""
    if encoding in NAMES:
        return NAMES[encoding]
    if re.fullmatch(r"cp125\d", encoding):
        return "Windows-" + encoding[2:]
    return encoding.replace("iso8859", "ISO-8859").upper()


def guess(data: bytes) -> Guess:
    """How `data` is most likely encoded."""
    for mark, encoding in _BOMS:
        if data.startswith(mark) and (encoding != "utf-32-le" or len(data) % 4 == 0):
            return Guess(encoding, 1.0)
    wide = _without_mark(data)
    if wide:
        return Guess(wide, 0.9, ("utf-8",))
    if re.search(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf]", data) and _surrogates_joined(data):
        return Guess("utf-8", 1.0)
    if _decodes(data, "utf-8"):
        escaped = _escaped(data)
        return Guess(escaped, 0.9, ("utf-8",)) if escaped else Guess("utf-8", 1.0)
    return _code_page(data)


def decode(name: str, data: bytes, encoding: str = "", kind: str = "a text") -> Decoded:
    """The text of `data`; `name` is for messages, `encoding` what the user says.

    Raises `BadInput` for an unknown encoding, bytes that it does not know, and data that is not text.
    """
    if encoding:
        return _decode_as(name, data, encoding)
    found = guess(data)
    notes: list[str] = []
    if found.encoding in _ASCII_BASED and _mostly_utf8(data):
        mixed = decode_mixed(data)
        text = mixed.text
        notes.extend(mixed.notes)
        found = Guess("utf-8", 0.5)
    else:
        joined = _surrogates_joined(data) if found.encoding == "utf-8" else ""
        text = joined or data.decode(found.encoding, "replace")
        if found.confidence < 1:
            notes.append(Phrase("read as {encoding} (guessed)", encoding=title(found.encoding)))
    _refuse_binary(name, text, kind)
    return Decoded(text, found.encoding, tuple(notes))


def _decode_as(name: str, data: bytes, encoding: str) -> Decoded:
    codec = checked(encoding)
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        found = guess(data)
        raise BadInput(
            "“{name}” is not {encoding}: byte {position} does not fit. Try {other}, or no encoding.",
            name=name,
            encoding=title(encoding),
            position=f"{error.start:,}",
            other=title(found.encoding),
        ) from None
    return Decoded(text, codec)


def checked(encoding: str) -> str:
    """Python's own name of a text encoding. Raises `BadInput` when it knows none of that name."""
    try:
        name = codecs.lookup(encoding).name
        b"a".decode(name)  # some codecs are no encodings of text
    except (LookupError, ValueError):
        raise BadInput(
            "“{encoding}” is not an encoding. Use one like utf-8, cp1252, gb18030, shift_jis or big5.",
            encoding=encoding,
        ) from None
    return name


def _refuse_binary(name: str, text: str, kind: str) -> None:
    sample = text[:_SAMPLE]
    odd = sum(1 for char in sample if (char < " " and char not in "\t\n\r\f\v\0\x1b\x1c\x1d\x1e\x1f") or char == "\x7f")
    if odd > 3 and odd * 20 > len(sample):
        raise BadInput(
            "“{name}” is not {kind}: it holds binary data. Export it as text from its own program.",
            name=name,
            kind=kind,
        )


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeError, ValueError):
        return False
    return True


def _escaped(data: bytes) -> str:
    """The seven-bit East Asian encodings are valid ASCII; their escapes give them away."""
    if re.search(rb"\x1b\$[@B]", data) and _decodes(data, "iso2022_jp"):
        return "iso2022_jp"
    if re.search(rb"~\{(?:[!-~]{2})+~\}", data) and _decodes(data, "hz"):
        return "hz"
    return ""


def _without_mark(data: bytes) -> str:
    """UTF-16 or UTF-32 without a mark, by where the zero bytes stand."""
    if b"\0" not in data[:_SAMPLE] or len(data) % 2:
        return ""
    sample = data[: _SAMPLE - _SAMPLE % 4]
    if len(data) % 4 == 0:
        for encoding, zeros in (("utf-32-le", sample[3::4]), ("utf-32-be", sample[0::4])):
            if not any(zeros) and _decodes(data, encoding):
                return encoding
    best = max(
        ("utf-16-le", "utf-16-be"),
        key=lambda encoding: plausibility(sample.decode(encoding, "replace")),
    )
    zeros_at = (1, 0) if best == "utf-16-le" else (0, 1)
    high, low = sample[zeros_at[0] :: 2], sample[zeros_at[1] :: 2]
    if high.count(0) > low.count(0) and _decodes(data, best) and "\0" not in data.decode(best):
        return best
    return ""


def _code_page(data: bytes) -> Guess:
    sample = _telling(data)
    scores: dict[str, float] = {}
    for encoding in (*_SEVERAL_BYTES, *_ONE_BYTE):
        try:
            text = sample.decode(encoding)
        except (UnicodeError, ValueError):
            continue
        scores[encoding] = plausibility(text) + _COMMONNESS.get(encoding, 0.0)
    heard = _charset_normalizer(sample)
    if heard in scores:
        scores[heard] += 0.1
    ordered = [
        encoding for encoding in sorted(scores, key=lambda encoding: -scores[encoding]) if _decodes(data, encoding)
    ]
    if not ordered:
        return Guess("latin-1", 0.1)
    best = ordered[0]
    return Guess(best, max(0.1, min(0.95, scores[best])), tuple(ordered[1:6]))


def _telling(data: bytes) -> bytes:
    """The lines with bytes above 127, as far as the sample goes: ASCII tells nothing."""
    if len(data) <= _SAMPLE:
        return data
    lines: list[bytes] = []
    room = _SAMPLE
    for line in data.split(b"\n"):
        if not line.isascii():
            lines.append(line[:room] if len(line) <= room else line[:room].rpartition(b" ")[0])
            room -= len(line)
            if room <= 0:
                break
    return b"\n".join(lines)


def _charset_normalizer(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=[*_SEVERAL_BYTES, *_ONE_BYTE], threshold=0.3).best()
    return codecs.lookup(best.encoding).name if best else ""


def _surrogates_joined(data: bytes) -> str:
    """UTF-8 of a program that wrote each half of a surrogate pair by itself; "" if that is not what it is."""
    try:
        return data.decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeError:
        return ""


_SEQUENCE = (
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|"
    rb"\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_UTF8_SEQUENCE = re.compile(_SEQUENCE)
_UTF8_OR_NOT = re.compile(rb"(?:" + _SEQUENCE + rb")+|((?:(?!" + _SEQUENCE + rb")[\x80-\xff])+)")


def _mostly_utf8(data: bytes) -> bool:
    valid = _UTF8_SEQUENCE.findall(data)
    rest = sum(1 for byte in _UTF8_SEQUENCE.sub(b"", data) if byte > 127)
    return len(valid) >= 3 and len(valid) > rest


def decode_mixed(data: bytes) -> Decoded:
    """UTF-8 with some bytes of Windows-1252 in between, as joined files have it."""
    pieces: list[str] = []
    wrong = last = 0
    for match in _UTF8_OR_NOT.finditer(data):
        if match[1] is None:
            continue
        pieces.append(data[last : match.start()].decode("utf-8"))
        pieces.append(match.group().decode("cp1252", "replace"))
        wrong += len(match.group())
        last = match.end()
    pieces.append(data[last:].decode("utf-8"))
    note = Phrase(
        "read as UTF-8; {number} bytes are not UTF-8 and read as Windows-1252: check accents and quotes",
        number=f"{wrong:,}",
    )
    if wrong == 1:
        note = Phrase("read as UTF-8; 1 byte is not UTF-8 and read as Windows-1252: check accents and quotes")
    return Decoded("".join(pieces), "utf-8", (note,))
