"""What the grid calls things."""

from PySide6.QtCore import QCoreApplication

from ...domain.cases import VARIABLE_TYPES
from ...domain.matching import AGAIN, NAMELESS, NOBODY, SEVERAL


def type_title(variable_type: str) -> str:
    """The name of a type of variable."""
    translate = QCoreApplication.translate
    titles = (
        translate("CaseWords", "Text"),
        translate("CaseWords", "Number"),
        translate("CaseWords", "Date"),
        translate("CaseWords", "Yes or no"),
        translate("CaseWords", "Choice"),
    )
    return dict(zip(VARIABLE_TYPES, titles, strict=True)).get(variable_type, variable_type)


def why_words(why: str) -> str:
    """Why a row of a table finds nobody."""
    translate = QCoreApplication.translate
    return {
        NOBODY: translate("CaseWords", "Nobody has this name"),
        SEVERAL: translate("CaseWords", "Could be several cases"),
        NAMELESS: translate("CaseWords", "No name"),
        AGAIN: translate("CaseWords", "A second row of its case"),
    }.get(why, "")


def name_wanted() -> str:
    """What is said to a case without a name."""
    return QCoreApplication.translate("CaseWords", "A case needs a name.")
