"""Choosing segments to speak for or against a theme: those of the theme, or any of the project."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ...app.theme_facts import ThemeFacts
from ..bridge import Bridge
from ..dialogs.choose_segments import ChooseSegmentsDialog

translate = QCoreApplication.translate


def choose_evidence(
    bridge: Bridge, facts: ThemeFacts, side: str, chosen: Mapping[UUID, str], parent: QWidget | None = None
) -> ChooseSegmentsDialog:
    """The dialog in which evidence for or against a theme is ticked; it answers with the side."""
    titles = {
        "for": translate("ChooseEvidence", "Evidence for “{name}”"),
        "against": translate("ChooseEvidence", "Evidence against “{name}”"),
    }
    words = {
        "for": translate("ChooseEvidence", "As evidence for"),
        "against": translate("ChooseEvidence", "As evidence against"),
    }
    return ChooseSegmentsDialog(
        bridge,
        titles[side].replace("{name}", facts.theme.name),
        [
            (translate("ChooseEvidence", "Segments of this theme"), facts.codes),
            (translate("ChooseEvidence", "All segments of the project"), None),
        ],
        [(one, words[one]) for one in (side, "against" if side == "for" else "for")],
        chosen,
        parent,
    )
