"""What speakers are called outside the project."""

import re
from dataclasses import dataclass
from uuid import UUID

_ASKING = re.compile(
    r"(int|interviewer|interviewerin|iv|i|q|moderator|mod|facilitator|researcher|enquêteur|enquêtrice|"
    r"entrevistador|entrevistadora|fragende|访谈者|采访者|访问者|研究者|主持人|訪談者|採訪者|问|問|聞き手|면접자)\W*\d*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SpeakerName:
    """The display id of everybody whose turns begin with `label`, in all documents."""

    id: UUID
    label: str
    display: str
    created: str


def is_asking(speaker: str) -> bool:
    """Whether a speaker's label names the interviewer."""
    return _ASKING.fullmatch(speaker.strip(" :：")) is not None
