"""Subtitles (.vtt, .srt): cues become turns with time marks; another speaker or a pause begins a new one."""

import html
import re
from dataclasses import dataclass

from ..domain.bundle import Bundle, ReadOptions
from ..domain.errors import BadInput, Phrase
from ..domain.progress import Progress
from . import encodings, speakers
from .drafts import Draft
from .losses import counted

_PAUSE = 2.0  # seconds of silence after which the same speaker begins a new paragraph
_TURN_LENGTH = 600  # characters: captions without speakers or pauses are still broken into readable paragraphs
_TIMES = re.compile(
    r"^\s*(?P<start>(?:\d+:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?)\s*-->\s*(?P<end>(?:\d+:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?)"
)
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?[ \t]+([^<>]*)>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<\d[\d:.]*>|</v>|\{\\[^{}]*\}")
_NOT_CUES = ("NOTE", "STYLE", "REGION")


@dataclass(frozen=True, slots=True)
class _Cue:
    start: float
    end: float
    speaker: str
    text: str


def read(name: str, data: bytes, options: ReadOptions, progress: Progress) -> Bundle:
    """A .vtt or .srt file as one document, a paragraph per turn.

    The blocks are read here, not by webvtt-py or pysubs2: one drops speakers, the other stops at the first
    irregular cue, and recordings' captions are irregular.
    """
    decoded = encodings.decode(name, data, options.encoding)
    text = decoded.text.lstrip("\ufeff")
    is_vtt = name.casefold().endswith(".vtt")
    if is_vtt and not re.match(r"WEBVTT(?:[ \t\r\n]|$)", text.lstrip()) and "-->" not in text:
        raise BadInput("“{name}” holds no subtitles: no line has times like 00:01 --> 00:02.", name=name)
    cues, skipped = _cues(text, progress, name)
    if not cues:
        raise BadInput(
            "“{name}” holds no subtitles: no cue has words and times like 00:01.000 --> 00:02.000.",
            name=name,
        )
    draft = Draft(name.rpartition(".")[0] or name)
    _write(draft, cues)
    named = speakers.rule_for(cue.speaker for cue in cues)
    document = draft.document(
        "vtt" if is_vtt else "srt", options, encoding=decoded.encoding, speaker_pattern=named or None
    )
    lost = (Phrase("{cues} without times or words", cues=counted(skipped, "cue")),) if skipped else ()
    return Bundle(documents=(document,), lost=lost, notes=decoded.notes)


def _cues(text: str, progress: Progress, name: str) -> tuple[list[_Cue], int]:
    lines = re.split(r"\r\n?|\n", text)
    times = [place for place, line in enumerate(lines) if "-->" in line]
    cues: list[_Cue] = []
    skipped = 0
    for number, place in enumerate(times):
        if number % 2_000 == 0:
            progress.tick(number, len(times), name)
        match = _TIMES.match(lines[place])
        if match is None:
            skipped += 1
            continue
        following = times[number + 1] if number + 1 < len(times) else len(lines)
        body = _body(lines, place + 1, following)
        found = _voices(_seconds(match["start"]), _seconds(match["end"]), body)
        skipped += not found
        cues.extend(found)
    return cues, skipped


def _body(lines: list[str], start: int, end: int) -> str:
    """The lines of a cue: to the first blank one, without the number or title of the next cue."""
    chosen: list[str] = []
    for place in range(start, end):
        if not lines[place].strip():
            break
        chosen.append(lines[place].strip())
    else:
        # no blank line before the next times: a last line of digits only is the next cue's number
        if end < len(lines) and len(chosen) > 1 and chosen[-1].isdigit():
            chosen.pop()
        elif end < len(lines) and len(chosen) == 1 and chosen[0].isdigit():
            chosen.clear()
    if chosen and chosen[0].split()[0] in _NOT_CUES and chosen[0] in _NOT_CUES:
        chosen.clear()
    return "\n".join(chosen)


def _voices(start: float, end: float, body: str) -> list[_Cue]:
    """One cue may hold several voices: `<v Ann>Yes. <v Ben>No.`"""
    pieces = _VOICE.split(body)
    found = []
    for speaker, words in [("", pieces[0]), *zip(pieces[1::2], pieces[2::2], strict=True)]:
        plain = " ".join(html.unescape(_TAG.sub("", words)).split())
        if plain:
            name = " ".join(html.unescape(speaker).split())
            found.append(_Cue(start, end, name, plain))
    return found


def _seconds(written: str) -> float:
    total = 0.0
    for part in written.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total


def _write(draft: Draft, cues: list[_Cue]) -> None:
    before: _Cue | None = None
    turn_start = 0
    labelled = speakers.detect("\n".join(cue.text for cue in cues)) != ""
    for cue in cues:
        joined = (
            before is not None
            and cue.speaker == before.speaker
            and cue.start - before.end <= _PAUSE
            and (cue.speaker or not labelled)
            and (cue.speaker or draft.length - turn_start < _TURN_LENGTH)
        )
        if joined:
            draft.write(" ")
        else:
            draft.end_line()
            turn_start = draft.length
            if cue.speaker:
                draft.write(f"{cue.speaker}: ")
        start = draft.length
        draft.write(cue.text)
        draft.mark(start, "time", f"{cue.start:g}-{cue.end:g}")
        before = cue
    draft.write("\n")
