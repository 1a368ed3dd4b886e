"""The review page: what a supervisor reads and marks in a browser, one file that asks the network for nothing."""

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from typing import Any
from uuid import UUID

from ..domain.errors import beginning, cut_short, fill, paragraph
from ..domain.palette import HEAT_DARK, HEAT_LIGHT, swatch
from .review_map import drawing
from .review_records import Change, Heat, Page, QuoteCard, RelationCard, Remark

_SLOT = re.compile(r"{{(\w+)}}")
_RISKY = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})
_ACTIONS = (
    ("accept", "Accept"),
    ("needs-work", "Needs work"),
    ("comment", "Comment"),
    ("suggest", "Suggest a change"),
)
_MARKS = {
    "circle": '<circle cx="8" cy="8" r="5"/>',
    "square": '<rect x="3.5" y="3.5" width="9" height="9" rx="1"/>',
    "diamond": '<path d="M8 2 14 8 8 14 2 8Z"/>',
    "hexagon": '<path class="theme-mark" d="M4.5 2h7L15 8l-3.5 6h-7L1 8Z"/>',
}


@dataclass(frozen=True)
class Parts:
    """The files a page is put together from: its frame, style and scripts, and the words of its language."""

    frame: str
    style: str
    script: str
    words: Mapping[str, str] = field(default_factory=dict)

    def say(self, sentence: str, /, **values: object) -> str:
        """A sentence in the page's language, its `{names}` filled."""
        return fill(self.words.get(sentence, sentence), values)


def render(page: Page, parts: Parts) -> str:
    """The page as HTML. The same page and parts give the same text."""
    colors = _Colors()
    panels = _Panels(page, parts, colors)
    tabs = panels.tabs()
    body = "".join(panel for _, _, panel in tabs)
    data = _data(page, parts)
    key = hashlib.sha256((body + json.dumps(data, sort_keys=True)).encode("utf-8", "replace")).hexdigest()
    data["version"]["page"] = key
    style = parts.style + colors.style()
    values = {
        "policy": _policy(style, parts.script),
        "language": "zh-Hans" if page.language == "zh" else page.language,
        "title": _e(f"{page.study}: {parts.say('review')}"),
        "style": style,
        "study": _e(page.study),
        "version": _e(page.version),
        "skip": _e(parts.say("To the review column")),
        "views": _e(parts.say("Views")),
        "tabs": "".join(_tab(name, label, number == 0) for number, (name, label, _) in enumerate(tabs)),
        "your_name": _e(parts.say("Your name")),
        "reviewer": _e(page.reviewer),
        "open": _e(parts.say("Open an earlier save…")),
        "sign": _e(parts.say("Sign off…")),
        "save": _e(parts.say("Save my review")),
        "project": str(page.project),
        "panels": body,
        "review": _e(parts.say("Review")),
        "no_script": _e(parts.say("Comments need JavaScript, which is switched off in this browser.")),
        "data": json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_RISKY),
        "script": parts.script,
    }
    return _SLOT.sub(lambda found: values[found[1]], parts.frame)


def _e(text: str) -> str:
    """Text of theirs, as it stands in HTML: nothing in it can begin or end a tag or an attribute."""
    visible = "".join("\ufffd" if 0xD800 <= ord(char) < 0xE000 or char == "\0" else char for char in text)
    return escape(visible, quote=True)


def _policy(style: str, script: str) -> str:
    """No address may be asked for anything; only this style and this script are taken."""
    return (
        f"default-src 'none'; img-src data:; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _tab(name: str, label: str, first: bool) -> str:
    chosen, reach = ("true", "0") if first else ("false", "-1")
    return (
        f'<button type="button" role="tab" id="tab-{name}" aria-controls="{name}" aria-selected="{chosen}" '
        f'tabindex="{reach}">{_e(label)}</button>'
    )


class _Colors:
    """Colours of codes as classes, for a page that takes no style from attributes; dark ground has its own."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def name(self, color: str) -> str:
        """The class that gives this colour."""
        return f"k{self._numbers.setdefault(color, len(self._numbers))}"

    def style(self) -> str:
        """The rules of all classes handed out."""
        light, dark = [], []
        for color, number in self._numbers.items():
            found = swatch(color)
            light.append(f".k{number}{{--k:{found.light}}}")
            dark.append(f".k{number}{{--k:{found.dark}}}")
        for number, (one, other) in enumerate(zip(HEAT_LIGHT, HEAT_DARK, strict=True)):
            light.append(f".h{number}{{--h:{one};--hi:{_ink(one)}}}")
            dark.append(f".h{number}{{--h:{other};--hi:{_ink(other)}}}")
        return f"{''.join(light)}\n@media screen and (prefers-color-scheme:dark){{{''.join(dark)}}}\n"


def _ink(color: str) -> str:
    """Black or white, whichever contrasts more (WCAG relative luminance; equal at 0.179)."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return "#000" if 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] > 0.179 else "#fff"


class _Panels:
    """The views of a page."""

    def __init__(self, page: Page, parts: Parts, colors: _Colors) -> None:
        self.page = page
        self.say = parts.say
        self.colors = colors
        self.quotes = {quote.id: quote for quote in page.quotes}

    def tabs(self) -> list[tuple[str, str, str]]:
        """Name, label and contents of each view that has any."""
        page, say = self.page, self.say
        found = []
        if page.shapes:
            found.append(("map", say("Map"), self._map()))
        found.append(("themes", say("Themes"), self._themes()))
        if page.groups:
            found.append(("quotes", say("Quotes"), self._quotes()))
        if page.heat is not None:
            found.append(("together", say("Co-occurrence"), self._heat(page.heat)))
        if page.changes is not None:
            label = say("What changed ({number})", number=len(page.changes))
            found.append(("changes", label, self._changes(page.changes)))
        return [
            (name, label, _panel(name, content, number == 0)) for number, (name, label, content) in enumerate(found)
        ]

    def _map(self) -> str:
        buttons = "".join(
            f'<button type="button" class="edged" data-map="{what}" aria-label="{_e(self.say(name))}">{sign}</button>'
            for what, name, sign in (
                ("out", "Smaller", "−"),
                ("fit", "Fit the map", _e(self.say("Fit"))),
                ("in", "Larger", "+"),
            )
        )
        name = self.page.map_name
        colored = [replace(one, color=self.colors.name(one.color) if one.color else "") for one in self.page.shapes]
        svg = drawing(colored, self.page.ties, name)
        about = self.say("{facts}. Choose anything to read its quotes and comment.", facts=self.page.map_facts)
        target = str(self.page.map_id)
        return (
            f'<div class="head"><h2 dir="auto"><button type="button" class="name" data-choose="{target}">'
            f'{_e(name)}</button></h2><p>{_e(about)}</p><div class="tools">{buttons}</div></div>'
            f'<div class="canvas" id="canvas" tabindex="0" role="group" '
            f'aria-label="{_e(self.say("Theme map; arrow keys move it, plus and minus size it"))}">'
            f"{svg}</div>"
            f'<div class="cards relations"><h3>{_e(self.say("Relations"))}</h3>'
            f"{''.join(map(self._relation, self.page.relations))}</div>"
        )

    def _relation(self, card: RelationCard) -> str:
        name = f"{card.source} {card.kind} {card.target}"
        inner = f'<p class="definition" dir="auto">{_e(card.comment)}</p>' if card.comment else ""
        facts = self._number(card.of_evidence, "1 quote", "{number} quotes")
        title = (
            f'<bdi class="strong">{_e(card.source)}</bdi> <bdi>{_e(self.say(card.kind))}</bdi> '
            f'<bdi class="strong">{_e(card.target)}</bdi>'
        )
        return self._card(card.id, "relation", title, name, facts, inner)

    def _themes(self) -> str:
        cards = []
        for code in self.page.codes:
            fields = "".join(
                f'<dt>{_e(label)}</dt><dd dir="auto">{_lines(text)}</dd>' for label, text in code.fields if text
            )
            claim = f'<p class="claim" dir="auto">{_lines(code.claim)}</p>' if code.claim else ""
            inner = claim + (f"<dl>{fields}</dl>" if fields else "")
            mark = self._mark(code.color, "hexagon" if code.kind == "theme" else swatch(code.color).mark)
            title = f'{mark}<bdi class="strong">{_e(code.name)}</bdi>'
            level = f"{'theme' if code.kind == 'theme' else 'code'} level{min(code.level, 4)}"
            cards.append(self._card(code.id, code.kind, title, code.path, code.facts, inner, level))
        number = sum(code.kind == "theme" for code in self.page.codes)
        told = self.say(
            "{themes} themes, {codes} codes, as the codebook has them.",
            themes=number,
            codes=len(self.page.codes) - number,
        )
        note = f"<p>{_e(self.page.counts_note)}</p>" if self.page.counts_note else ""
        return f'<div class="head"><h2>{_e(self.say("Themes and codes"))}</h2><p>{_e(told)}</p>{note}</div>' + (
            f'<div class="cards">{"".join(cards)}</div>'
        )

    def _quotes(self) -> str:
        found = []
        for group in self.page.groups:
            mark = self._mark(group.color, "hexagon") if group.color else ""
            cards = "".join(self._quote(self.quotes[key]) for key in group.quotes)
            found.append(
                f'<section class="group"><h3 dir="auto">{mark}<bdi>{_e(group.name)}</bdi> '
                f"<small>{_e(group.facts)}</small></h3>{cards}</section>"
            )
        told = self.say("Chosen so that as many cases as possible are heard.")
        return f'<div class="head"><h2>{_e(self.say("Quotes by theme"))}</h2><p>{_e(told)}</p></div>' + (
            f'<div class="cards">{"".join(found)}</div>'
        )

    def _quote(self, quote: QuoteCard) -> str:
        inner = f'<blockquote dir="auto">{_lines(quote.text)}</blockquote>'
        title = f"<bdi>{_e(quote.source)}</bdi>"
        return self._card(quote.id, "quote", title, f"{quote.source}: {beginning(quote.text, 60)}", quote.codes, inner)

    def _card(self, key: UUID, kind: str, title: str, name: str, facts: str, inner: str, classes: str = "") -> str:
        target = str(key)
        acts = "".join(
            f'<button type="button" data-action="{action}" data-target="{target}"'
            f"{' aria-pressed=' + chr(34) + 'false' + chr(34) if number < 2 else ''} "  # marks stay pressed
            f'aria-label="{_e(self.say(label))}: {_e(name)}">{_e(self.say(label))}</button>'
            for number, (action, label) in enumerate(_ACTIONS)
        )
        quoted = kind == "quote"
        head = f'<h3><button type="button" class="name" data-choose="{target}">{title}</button></h3>'
        return (
            f'<article class="card {kind} {classes}" data-kind="{kind}" data-of="{target}">'
            f'{inner if quoted else head}{head if quoted else ""}<p class="facts" dir="auto">{_e(facts)}</p>'
            f'{"" if quoted else inner}<div class="acts">{acts}<span class="state"></span></div>'
            f'<div class="said"></div></article>'
        )

    def _heat(self, heat: Heat) -> str:
        head = "".join(f'<th scope="col"><span dir="auto">{_e(name)}</span></th>' for name in heat.names)
        rows = "".join(
            f'<tr><th scope="row" dir="auto">{_e(name)}</th>'
            + "".join(
                f'<td class="{"own" if row == column else f"h{step}"}">{_e(text)}</td>'
                for column, (text, step) in enumerate(cells)
            )
            + "</tr>"
            for row, (name, cells) in enumerate(zip(heat.names, heat.cells, strict=True))
        )
        caption = paragraph(heat.caption)
        return (
            f'<div class="head"><h2>{_e(self.say("What occurs together"))}</h2></div><div class="wide" tabindex="0" '
            f'role="group" aria-label="{_e(self.say("What occurs together"))}"><table class="heat"><thead><tr><td></td>'
            f'{head}</tr></thead><tbody>{rows}</tbody></table></div><p class="caption">{_e(caption)}</p>'
        )

    def _changes(self, changes: Sequence[Change]) -> str:
        items = "".join(
            f'<li><p dir="auto">{_lines(change.what)}</p>'
            + (f'<p class="why" dir="auto">{_e(change.why)}</p>' if change.why else "")
            + f'<p class="facts"><bdi>{_e(change.who)}</bdi> · {_e(change.when)}</p></li>'
            for change in changes
        )
        nothing = f'<p class="empty">{_e(self.say("Nothing has changed."))}</p>'
        return (
            f'<div class="head"><h2>{_e(self.say("What changed"))}</h2><p>{_e(self.page.since)}</p></div>'
            f"{f'<ol class={chr(34)}changes{chr(34)}>{items}</ol>' if items else nothing}"
        )

    def _mark(self, color: str, shape: str) -> str:
        return (
            f'<svg class="mark {self.colors.name(color)}" viewBox="0 0 16 16" width="14" height="14" '
            f'aria-hidden="true">{_MARKS[shape]}</svg>'
        )

    def _number(self, number: int, one: str, several: str) -> str:
        return self.say(one) if number == 1 else self.say(several, number=number)


def _panel(name: str, content: str, first: bool) -> str:
    hidden = "" if first else " hidden"
    return (
        f'<section class="panel" role="tabpanel" id="{name}" aria-labelledby="tab-{name}"{hidden}>{content}</section>'
    )


def _lines(text: str) -> str:
    return _e(text).replace("\n", "<br>")


def _data(page: Page, parts: Parts) -> dict[str, Any]:
    """What the page's script needs beside what stands in the page."""
    targets: dict[str, dict[str, Any]] = {
        str(page.project): {"kind": "project", "name": page.study, "title": [page.study]}
    }
    if page.map_id is not None:
        targets[str(page.map_id)] = {"kind": "map", "name": page.map_name, "title": [page.map_name]}
    for quote in page.quotes:
        targets[str(quote.id)] = {
            "kind": "quote",
            "name": _short(quote.text),
            "title": [quote.source],
            "code": str(quote.code) if quote.code else "",
            "facts": quote.codes,
            "quote": str(quote.id),
        }
    for code in page.codes:
        targets[str(code.id)] = {
            "kind": code.kind,
            "name": code.name,
            "title": [code.name],
            "claim": code.claim,
            "facts": code.facts,
            "fields": [[label, text] for label, text in code.fields if text],
            "words": dict(code.words),
            "parent": str(code.parent) if code.parent else "",
            **_evidence(code.evidence, code.of_evidence, code.against, code.of_against),
        }
    for card in page.relations:
        targets[str(card.id)] = {
            "kind": "relation",
            "name": f"{card.source} {card.kind} {card.target}",
            "title": [card.source, parts.say(card.kind), card.target],
            "claim": card.comment,
            "words": {"definition": card.comment},
            "call": card.kind,
            **_evidence(card.evidence, card.of_evidence),
        }
    return {
        "project": str(page.project),
        "study": page.study,
        "version": {"step": page.step, "digest": page.step_digest, "page": ""},
        "label": page.version,
        "map": str(page.map_id or ""),
        "words": dict(parts.words),
        "targets": targets,
        "quotes": {str(quote.id): {"text": quote.text, "source": quote.source} for quote in page.quotes},
        "codes": [[str(code.id), code.path] for code in page.codes],
        "threads": _threads(page.remarks),
    }


def _evidence(
    evidence: Iterable[UUID], of_evidence: int, against: Iterable[UUID] = (), of_against: int = 0
) -> dict[str, Any]:
    return {
        "for": [str(key) for key in evidence],
        "of_for": of_evidence,
        "against": [str(key) for key in against],
        "of_against": of_against,
    }


def _threads(remarks: Iterable[Remark]) -> dict[str, list[dict[str, str]]]:
    threads: dict[str, list[dict[str, str]]] = {}
    for remark in remarks:
        threads.setdefault(str(remark.about), []).append(
            {
                "author": remark.author,
                "at": remark.said,
                "kind": remark.kind,
                "text": remark.text,
                "asked": remark.asked,
                "state": remark.state,
                "answer": remark.answer,
            }
        )
    return threads


def _short(text: str) -> str:
    words = " ".join(text.split())
    return cut_short(words, 80)
