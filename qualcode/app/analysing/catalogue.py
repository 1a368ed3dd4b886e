"""All analyses, by name, in the order in which they are listed."""

from . import cooccurrence, framework, frequencies, themes
from .registry import Analysis

ANALYSES: dict[str, Analysis] = {
    each.name: each
    for each in (
        cooccurrence.ANALYSIS,
        frequencies.ANALYSIS,
        themes.THEMES,
        framework.ANALYSIS,
        themes.RELATIONS,
    )
}
