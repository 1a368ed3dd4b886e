"""Named points of a project's history, and who signed them off."""

from dataclasses import dataclass
from uuid import UUID

SIGNED = ("codebook", "map")  # what a reviewer signs off


@dataclass(frozen=True, slots=True)
class NamedVersion:
    """A point of the history that has a name: the state after step number `step`."""

    id: UUID
    name: str
    step: int
    comment: str
    coder: UUID
    created: str


@dataclass(frozen=True, slots=True)
class SignOff:
    """Somebody's word that the codebook or a map is good as it stood in a version.

    `what` is one of `SIGNED`, `about` the id of the map (of the study for the codebook), `signer` their name as they
    gave it, `signed_digest` the hexadecimal digest of the step the version names, `review` what it came with, if any.
    """

    id: UUID
    version: UUID
    what: str
    about: UUID
    signer: str
    statement: str
    signed_digest: str
    coder: UUID
    created: str
    review: UUID | None = None
