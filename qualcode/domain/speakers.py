"""What speakers are called outside the project."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class SpeakerName:
    """The display id of everybody whose turns begin with `label`, in all documents."""

    id: UUID
    label: str
    display: str
    created: str
