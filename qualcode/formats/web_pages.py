"""What our web pages for readers share: nothing fetched, no script, light and dark, good to print."""

from html import escape

# the colours of the window, light and dark
STYLE = """
:root { color-scheme: light dark; --window: #F1F0ED; --paper: #FFFFFF; --line: #E0DED9; --ink: #1D1F21;
  --ink2: #50545A; --accent: #2256A3; --soft: #DFE9F7; }
@media (prefers-color-scheme: dark) { :root { --window: #17181A; --paper: #1B1C1F; --line: #33363B; --ink: #E4E2DD;
  --ink2: #B9BBBF; --accent: #8DB5F2; --soft: #26374F; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 16px; }
body { margin: 0; background: var(--window); color: var(--ink); overflow-wrap: anywhere;
  font: 15px/1.55 system-ui, "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
  sans-serif; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
header, main, nav { padding: 24px; }
header { max-width: 1200px; margin: 0 auto; padding-bottom: 8px; }
header p, .facts, .above { margin: 0; color: var(--ink2); font-variant-numeric: tabular-nums; }
h1 { margin: 0; font-size: 26px; line-height: 1.25; }
.page { max-width: 1200px; margin: 0 auto; }
nav h2 { margin: 0 0 8px; font-size: 13px; color: var(--ink2); }
nav ul { margin: 0; padding: 0; list-style: none; }
nav a { display: block; padding: 4px 8px; border-radius: 6px; color: var(--ink); }
nav a:hover { background: var(--soft); text-decoration: none; }
.theme > a { font-weight: 600; }
article { margin: 0 0 16px; padding: 20px 24px; background: var(--paper); border: 1px solid var(--line);
  border-radius: 10px; }
article:target { border-color: var(--accent); }
.name { margin: 0; font-size: 16px; line-height: 1.3; }
article.theme > .name { font-size: 20px; }
.mark { color: var(--light); }
@media (prefers-color-scheme: dark) { .mark { color: var(--dark); } }
.facts, .above, .record { font-size: 12px; }
dl { margin: 12px 0 0; }
dl > div { display: grid; grid-template-columns: 150px 1fr; gap: 4px 16px; padding: 6px 0;
  border-top: 1px solid var(--line); }
dt { color: var(--ink2); font-size: 12px; font-weight: 600; padding-top: 2px; }
dd { margin: 0; white-space: pre-wrap; }
.quoted, blockquote { font-family: "Noto Serif", Georgia, "Source Serif 4", serif; }
:lang(zh) .quoted, :lang(zh) blockquote { font-family: inherit; }
dd.pinned { white-space: normal; }
blockquote { margin: 0 0 8px; padding-left: 12px; border-left: 3px solid var(--line); }
blockquote p { margin: 0; white-space: pre-wrap; }
blockquote .said { color: var(--ink2); font: italic 12px/1.5 system-ui, sans-serif; }
.facts + blockquote { margin-top: 16px; }
cite { color: var(--ink2); font: 12px/1.5 system-ui, sans-serif; }
.record { margin-top: 8px; color: var(--ink2); }
.record > div { display: inline; border: 0; padding: 0; }
.record dt, .record dd { display: inline; font-size: 11px; font-weight: 400; padding: 0; }
.record dt { margin-right: 0.35em; }
.record > div + div::before { content: " · "; }
@media (min-width: 900px) {
  .page { display: grid; grid-template-columns: 288px 1fr; align-items: start; }
  nav { position: sticky; top: 0; max-height: 100vh; overflow: auto; padding-right: 0; }
}
@media (max-width: 560px) { dl > div { grid-template-columns: 1fr; } header, main, nav { padding: 16px; } }
@page { margin: 2cm; }
@media print {
  :root { --window: #FFFFFF; --paper: #FFFFFF; --ink: #000000; --ink2: #444444; --line: #CCCCCC; }
  body { font-size: 10.5pt; } .page { display: block; } header, main, nav { padding: 0; max-width: none; }
  nav { position: static; max-height: none; margin-top: 14pt; break-after: page; } nav a { padding: 1px 0; }
  article { border: 0; padding: 0; margin-bottom: 18pt; } .name, .facts, .above { break-after: avoid; }
  dl > div, blockquote { break-inside: avoid-page; } .mark { color: var(--light); print-color-adjust: exact; }
}
"""


def opening(language: str, title: str, more: str = "") -> str:
    """A page up to the beginning of its body, with `more` style; what it shows stands in it, nothing is fetched or
    run."""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; '
        "style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}{more}</style>\n</head>\n<body>"
    )
