"""What the Themes tab calls stages, sides and what a theme lacks, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from ...app.theme_facts import (
    FEW_VOICES,
    NO_BOUNDARY,
    NO_CONCEPT,
    NO_COUNTER_SEARCH,
    NO_EVIDENCE,
    ThemeFacts,
)
from ...domain.percents import per_cent, whole_percent
from ..translation import say
from ..views.wording import counted

translate = QCoreApplication.translate


def stage_names() -> dict[str, str]:
    """The phases of a theme, in their order."""
    return {
        "candidate": translate("Themes", "Candidate"),
        "reviewed": translate("Themes", "Reviewed"),
        "defined": translate("Themes", "Defined"),
        "named": translate("Themes", "Named"),
        "dropped": translate("Themes", "Dropped"),
    }


def stage_meanings() -> dict[str, str]:
    """What each phase says of a theme."""
    return {
        "candidate": translate("Themes", "An idea of what some codes share."),
        "reviewed": translate("Themes", "Held against its passages and against all of the material."),
        "defined": translate("Themes", "What it says and where it ends is written down."),
        "named": translate("Themes", "Its name says it; it can be reported."),
        "dropped": translate("Themes", "Let go; why is in the history."),
    }


def missing_names() -> dict[str, str]:
    """What a theme may lack."""
    return {
        NO_COUNTER_SEARCH: translate("Themes", "no search for counter-evidence"),
        NO_CONCEPT: translate("Themes", "no central organising concept"),
        NO_BOUNDARY: translate("Themes", "no boundary"),
        NO_EVIDENCE: translate("Themes", "no evidence chosen"),
        FEW_VOICES: translate("Themes", "fewer than two voices"),
    }


def percent(share: float) -> str:
    """A share in whole percent."""
    return say(per_cent(whole_percent(share)))


def counts_text(facts: ThemeFacts) -> str:
    """How much a theme rests on: "61 segments · 7 of 8 cases"."""
    segments = counted("%n segment(s)", facts.segments)
    cases = facts.cases
    if not cases:
        return segments
    voices = counted("{some} of %n case(s)", cases).replace("{some}", str(len(facts.voices)))
    return f"{segments} · {voices}"


def caution_text(facts: ThemeFacts) -> str:
    """What a theme lacks first of all, and how much else; empty where nothing is missing."""
    missing = facts.unfinished
    if not missing:
        return ""
    text = translate("Themes", "Unfinished: {what}").replace("{what}", missing_names()[missing[0]])
    more = len(missing) - 1
    return f"{text} (+{more})" if more else text


def rests_text(facts: ThemeFacts) -> str:
    """That more than half of a theme is one case's, and how much; empty where it is not so."""
    voice = facts.rests_on
    if voice is None or facts.stage == "dropped":
        return ""
    text = translate("Themes", "Rests on one case: {name} gives {share} of the segments")
    return text.replace("{share}", percent(voice.share)).replace("{name}", voice.case)


def theme_text(facts: ThemeFacts) -> str:
    """A theme in one sentence, for tips and for those who listen."""
    parts = [facts.theme.name, stage_names()[facts.stage], counts_text(facts)]
    if facts.unfinished:
        names = missing_names()
        lacks = ", ".join(names[what] for what in facts.unfinished)
        parts.append(translate("Themes", "Unfinished: {what}").replace("{what}", lacks))
    return " · ".join(filter(None, (*parts, rests_text(facts))))
