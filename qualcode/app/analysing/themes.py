"""What themes rest on, and the relations of the theme maps: the analyses *themes* and *relations*."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.errors import BadInput, Phrase
from ...domain.options import TABLE, option
from .registry import Analysis, Asked

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class ThemeOptions:
    """What the table of themes holds."""

    ids: bool = option(False, Phrase("Ids"), Phrase("Add the columns of ids."), only=TABLE, quiet=True)


@dataclass(frozen=True, slots=True)
class RelationOptions:
    """What the table of relations holds."""

    theme_map: str = option("", Phrase("Map"), Phrase("Only the relations of this map."), names="map", flag="map")
    ids: bool = option(False, Phrase("Ids"), Phrase("Add the columns of ids."), only=TABLE, quiet=True)


def _themes(asked: Asked, options: ThemeOptions) -> "pd.DataFrame":
    from ..theme_facts import themes_table, with_all_codes

    with asked.project.read() as read:  # what themes say of themselves is in no array
        return themes_table(read, with_all_codes(asked.project, asked.scope), asked.scope.codes, ids=options.ids)


def _relations(asked: Asked, options: RelationOptions) -> "pd.DataFrame":
    from ..map_export import relations_table

    if not asked.scope.everything:
        raise BadInput("The relations of the maps are listed whole. Leave out the filters.")
    with asked.project.read() as read:
        return relations_table(read, theme_map=options.theme_map, ids=options.ids)


THEMES = Analysis(
    name="themes",
    title=Phrase("Themes"),
    about=Phrase("What themes rest on, and what they lack."),
    columns=(
        "each theme with the codes below it and those linked to it: theme, stage, concept, segments, documents, cases, "
        "silent, not_coded, top_case, top_share, evidence_for, evidence_against, counter_search, unfinished, "
        "silent_cases, not_coded_cases."
    ),
    options=ThemeOptions,
    table=_themes,
    group="themes",
    in_window=False,
    no_figure=Phrase("Themes come as a table; a picture of them is a map: qualcode export PROJECT map FILE"),
)
RELATIONS = Analysis(
    name="relations",
    title=Phrase("Relations"),
    about=Phrase("The relations of the theme maps."),
    columns=(
        "each relation of the theme maps: map, source, source_kind, kind, target, target_kind, directed, strength, "
        "quotes, comment, basis, coder, created."
    ),
    options=RelationOptions,
    table=_relations,
    group="themes",
    in_window=False,
    no_figure=Phrase("A picture of a map is written by: qualcode export PROJECT map FILE"),
)
