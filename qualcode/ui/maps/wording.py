"""What a map calls its kinds, stages and counts, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from ...domain.theme_maps import SAID_BY
from ..themes.wording import stage_names
from ..views.wording import counted
from .scene import Thing, Tie

translate = QCoreApplication.translate


def kind_names() -> dict[str, str]:
    """The kinds of relations that need no words of one's own."""
    return {
        "leads to": translate("ThemeMap", "leads to"),
        "contradicts": translate("ThemeMap", "contradicts"),
        "part of": translate("ThemeMap", "part of"),
        "condition for": translate("ThemeMap", "condition for"),
        "co-occurs with": translate("ThemeMap", "co-occurs with"),
    }


def kind_name(kind: str) -> str:
    """A kind of relation as it is read; an own one in the user's words."""
    return {**kind_names(), SAID_BY: translate("ThemeMap", "heard from")}.get(kind, kind)


def thing_names() -> dict[str, str]:
    """What can stand on a map."""
    return {
        "theme": translate("ThemeMap", "Theme"),
        "code": translate("ThemeMap", "Code"),
        "case": translate("ThemeMap", "Case"),
        "memo": translate("ThemeMap", "Memo"),
        "segment": translate("ThemeMap", "Quote"),
        "note": translate("ThemeMap", "Note"),
        "group": translate("ThemeMap", "Group"),
    }


def layout_names() -> dict[str, str]:
    """The ways a map can be arranged."""
    return {
        "free": translate("ThemeMap", "Free, by hand"),
        "force": translate("ThemeMap", "Related ones near"),
        "hierarchical": translate("ThemeMap", "In levels"),
        "radial": translate("ThemeMap", "In rings"),
    }


def counts_text(thing: Thing) -> str:
    """What stands behind a theme, code or case: "61 segments · 7 of 8 cases"."""
    if not thing.counted:
        return ""
    segments = counted("%n segment(s)", thing.segments)
    if not thing.all_cases or thing.kind == "case":
        return segments
    cases = counted("{some} of %n case(s)", thing.all_cases)
    return f"{segments} · {cases.replace('{some}', str(thing.cases))}"


def quotes_text(tie: Tie) -> str:
    """How much evidence a relation has, or how strong it came out; empty where there is nothing to say."""
    if tie.quotes:
        return counted("%n quote(s)", tie.quotes)
    return f"{tie.strength:g}" if tie.strength is not None else ""


def thing_text(thing: Thing) -> str:
    """A thing in one line, for tips and for those who listen."""
    parts = [f"{thing_names()[thing.kind]}: {thing.name or thing.words}"]
    if thing.is_code or thing.kind == "case":
        parts.append(counts_text(thing))
    if thing.stage_key:
        parts.append(stage_names().get(thing.stage_key, thing.stage_key))
    if thing.caution:
        parts.append(thing.caution)
    if thing.kind == "segment":
        parts.append(thing.source)
    return " · ".join(filter(None, parts))


def tie_text(tie: Tie, source: str, target: str) -> str:
    """A relation in one line."""
    if tie.directed:
        line = translate("ThemeMap", "{source} – {kind} → {target}")
    else:
        line = translate("ThemeMap", "{source} – {kind} – {target}")
    line = line.replace("{kind}", kind_name(tie.kind)).replace("{source}", source).replace("{target}", target)
    return " · ".join(filter(None, (line, quotes_text(tie))))


def mark_names() -> dict[str, str]:
    """What a comparison says of a thing."""
    return {
        "added": translate("ThemeMap", "added"),
        "removed": translate("ThemeMap", "removed"),
        "changed": translate("ThemeMap", "changed"),
    }
