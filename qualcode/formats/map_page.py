"""A theme map as one web page: the drawing to pan and zoom, below it every relation with its comment and quotes.

Nothing is fetched; a few lines of script move the drawing, and the page reads and prints without them.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from uuid import UUID

from ..domain.errors import Phrase
from .sheets import replacing

_POINT = 0.75  # points to a pixel
_STYLE = """
:root { color-scheme: light; --window: #F1F0ED; --paper: #FFFFFF; --line: #E0DED9; --ink: #1D1F21; --ink2: #50545A;
  --accent: #2256A3; --soft: #DFE9F7; --control: #8C8A84; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--window); color: var(--ink); overflow-wrap: anywhere;
  font: 15px/1.55 system-ui, "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
  sans-serif; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
header, main { max-width: 1280px; margin: 0 auto; padding: 24px; }
header { padding-bottom: 12px; }
h1 { margin: 0; font-size: 24px; line-height: 1.25; }
h2 { margin: 32px 0 12px; font-size: 15px; }
.basis { padding-top: 8px; }
header p, .basis, .by { margin: 0; color: var(--ink2); font-size: 13px; }
.map { position: relative; height: 68vh; min-height: 320px; background: var(--paper); border: 1px solid var(--line);
  border-radius: 10px; overflow: hidden; touch-action: none; }
.map svg { width: 100%; height: 100%; display: block; cursor: grab; }
.map.held svg { cursor: grabbing; }
.tools { position: absolute; left: 12px; bottom: 12px; display: flex; gap: 4px; }
.tools[hidden] { display: none; }
.tools button { min-width: 32px; height: 32px; border: 1px solid var(--control); border-radius: 6px;
  background: var(--paper); color: var(--ink); font: inherit; font-size: 13px; cursor: pointer; }
.tools button:hover { background: var(--soft); }
.spot { fill: transparent; }
a:hover > .spot, a:target > .spot, a:focus > .spot { stroke: var(--accent); stroke-width: 2.5; }
article { margin: 0 0 12px; padding: 16px 20px; background: var(--paper); border: 1px solid var(--line);
  border-radius: 10px; }
article:target { border-color: var(--accent); box-shadow: inset 3px 0 0 var(--accent); }
h3 { margin: 0; font-size: 15px; font-weight: 600; }
h3 .kind { font-weight: 400; color: var(--ink2); padding: 0 6px; }
.by { margin-top: 4px; }
.comment { margin: 8px 0 0; white-space: pre-wrap; }
blockquote { margin: 10px 0 0; padding-left: 12px; border-left: 3px solid var(--line); }
blockquote p { margin: 0; white-space: pre-wrap; font-family: "Noto Serif", Georgia, "Source Serif 4", serif; }
cite { color: var(--ink2); font: 12px/1.5 system-ui, sans-serif; }
@page { margin: 15mm; }
@media print { body { background: #FFFFFF; font-size: 10.5pt; } .map { height: auto; border: 0; }
  .map svg { height: auto; } .tools { display: none; } article { break-inside: avoid; } }
"""
_SCRIPT = """
(() => {
  const box = document.querySelector('.map'), svg = box.querySelector('svg');
  const whole = svg.getAttribute('viewBox').split(/[ ,]+/).map(Number);
  let view = whole.slice();
  const show = () => svg.setAttribute('viewBox', view.map(n => n.toFixed(2)).join(' '));
  const unit = () => Math.max(view[2] / svg.clientWidth, view[3] / svg.clientHeight);
  const zoom = (by, x, y) => {
    const size = Math.min(Math.max(view[2] * by, whole[2] / 40), whole[2] * 2), share = size / view[2];
    view = [x - (x - view[0]) * share, y - (y - view[1]) * share, size, view[3] * share];
    show();
  };
  const at = event => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return [point.x, point.y];
  };
  const middle = by => zoom(by, view[0] + view[2] / 2, view[1] + view[3] / 2);
  const fit = () => { view = whole.slice(); show(); };
  const pan = (dx, dy) => { view[0] += dx * unit(); view[1] += dy * unit(); show(); };
  const tools = box.querySelector('.tools');
  tools.hidden = false;
  tools.children[0].onclick = () => middle(1.25);
  tools.children[1].onclick = () => middle(0.8);
  tools.children[2].onclick = fit;
  box.addEventListener('wheel', event => {
    event.preventDefault();
    zoom(Math.exp(event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), ...at(event));
  }, { passive: false });
  const held = new Map();
  let moved = 0;
  box.addEventListener('pointerdown', event => {
    if (!tools.contains(event.target)) { held.set(event.pointerId, event); moved = 0; }
  });
  addEventListener('pointermove', event => {
    const last = held.get(event.pointerId);
    if (!last) return;
    const others = [...held.values()].filter(one => one.pointerId !== event.pointerId);
    if (others.length) {
      const far = one => Math.hypot(one.clientX - others[0].clientX, one.clientY - others[0].clientY);
      zoom(far(last) / Math.max(far(event), 1), ...at(event));
    } else {
      pan(last.clientX - event.clientX, last.clientY - event.clientY);
    }
    moved += Math.abs(last.clientX - event.clientX) + Math.abs(last.clientY - event.clientY);
    held.set(event.pointerId, event);
    box.classList.toggle('held', moved > 3);
  });
  for (const kind of ['pointerup', 'pointercancel']) addEventListener(kind, event => {
    held.delete(event.pointerId);
    box.classList.remove('held');
  });
  svg.addEventListener('click', event => { if (moved > 3) event.preventDefault(); }, true);
  svg.addEventListener('dragstart', event => event.preventDefault());
  box.addEventListener('keydown', event => {
    const moves = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] };
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (moves[event.key]) pan(...moves[event.key]);
    else if (event.key === '+' || event.key === '=') middle(0.8);
    else if (event.key === '-') middle(1.25);
    else if (event.key === '0') fit();
    else return;
    event.preventDefault();
  });
})();
"""


@dataclass(frozen=True, slots=True)
class PageQuote:
    """A passage that shows a relation, where it is from and who chose it."""

    text: str
    citation: str
    coder: str


@dataclass(frozen=True, slots=True)
class PageRelation:
    """A relation as the page lists it; `kind` as it is read."""

    key: UUID
    source: str
    kind: str
    target: str
    directed: bool
    comment: str
    basis: str
    quotes: tuple[PageQuote, ...]


@dataclass(frozen=True, slots=True)
class MapPage:
    """All that stands on the page; `svg` is the drawing of `size` pixels with the boxes (left, top, width, height) of
    the words of relations in it."""

    title: str
    study: str
    told: str
    svg: str
    size: tuple[float, float]
    spots: Mapping[UUID, tuple[float, float, float, float]]
    relations: Sequence[PageRelation]
    date: str


def write_map_page(page: MapPage, path: Path, say: Callable[[str], str] = str) -> None:
    """Write the page; `say` says our words in the reader's language."""
    with replacing(path) as waiting:
        waiting.write_bytes(_page(page, say).encode("utf-8"))


def _page(page: MapPage, say: Callable[[str], str]) -> str:
    numbers = {one.key: number for number, one in enumerate(page.relations, 1)}
    policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
    buttons = (("−", Phrase("Smaller")), ("+", Phrase("Larger")), (say(Phrase("Whole map")), Phrase("Whole map")))
    tools = "".join(f'<button type="button" aria-label="{escape(say(name))}">{sign}</button>' for sign, name in buttons)
    articles = "\n".join(_relation(one, numbers[one.key], one.key in page.spots, say) for one in page.relations)
    listed = f"<h2>{escape(say(Phrase('Relations')))}</h2>\n{articles}\n" if page.relations else ""
    return f"""<!DOCTYPE html>
<html lang="{escape(say(Phrase("en")))}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="qualcode">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<link rel="icon" href="data:,">
<title>{escape(page.title)} – {escape(page.study)}</title>
<style>{_STYLE}</style>
</head>
<body>
<header>
<p>{escape(page.study)} · {escape(page.date)}</p>
<h1>{escape(page.title)}</h1>
</header>
<main>
<div class="map" tabindex="0" role="group" aria-label="{escape(page.title)}">
{_drawing(page, numbers)}
<div class="tools" hidden>{tools}</div>
</div>
<p class="basis">{escape(page.told)}</p>
{listed}</main>
<script>{_SCRIPT}</script>
</body>
</html>
"""


def _drawing(page: MapPage, numbers: Mapping[UUID, int]) -> str:
    """The drawing without what only a file of its own needs, with the words of relations as links to the list."""
    svg = page.svg[page.svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r'^<svg[^>]*?(viewBox="[^"]*")[^>]*>', r'<svg \1 xmlns="http://www.w3.org/2000/svg">', svg, count=1)
    svg = svg.replace("xlink:href", "href")
    told = {one.key: f"{one.source} {one.kind} {one.target}" for one in page.relations}
    spots = "".join(
        f'<a id="m{numbers[key]}" href="#r{numbers[key]}"><title>{escape(told[key])}</title>'
        f'<rect class="spot" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="6"/></a>'
        for key, (x, y, width, height) in page.spots.items()
    )
    return svg.replace("</svg>", f'<g transform="scale({_POINT})">{spots}</g></svg>').strip()


def _relation(one: PageRelation, number: int, on_map: bool, say: Callable[[str], str]) -> str:
    arrow = " →" if one.directed else ""
    kind = f'<span class="kind">{escape(one.kind)}{arrow}</span>'
    head = f"{escape(one.source)}{kind}{escape(one.target)}"
    parts = [f'<article id="r{number}">', f"<h3>{head}</h3>"]
    notes = [escape(one.basis)] if one.basis else []
    if on_map:
        notes.append(f'<a href="#m{number}">{escape(say(Phrase("On the map")))}</a>')
    if notes:
        parts.append(f'<p class="by">{" · ".join(notes)}</p>')
    if one.comment:
        parts.append(f'<p class="comment">{escape(one.comment)}</p>')
    for quote in one.quotes:
        where = " · ".join(escape(part) for part in (quote.citation, quote.coder) if part)
        parts.append(f"<blockquote><p>{escape(quote.text)}</p><cite>{where}</cite></blockquote>")
    parts.append("</article>")
    return "\n".join(parts)
