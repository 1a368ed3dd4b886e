"""What can be asked, as a table: every analysis, or the options of one."""

from typing import TYPE_CHECKING

from ...domain.options import options_of
from .catalogue import ANALYSES
from .registry import named

if TYPE_CHECKING:
    import pandas as pd


def listing(name: str = "") -> "pd.DataFrame":
    """A row per analysis, or with a name a row per option of that one. Raises `BadInput` for a name that is none."""
    import pandas as pd

    if not name:
        return pd.DataFrame(
            [
                {
                    "name": each.name,
                    "about": str(each.about),
                    "group": each.group,
                    "figure": each.figure is not None,
                    "options": ", ".join(option for option, _, _ in options_of(each.options)),
                    "columns": each.columns,
                }
                for each in ANALYSES.values()
            ]
        )
    columns = ["option", "help", "default", "choices", "only"]
    rows = [
        (option, str(each.help), default, ", ".join(key for key, _ in each.choices if key), each.only)
        for option, each, default in options_of(named(name).options)
    ]
    return pd.DataFrame(rows, columns=columns, dtype=object)
