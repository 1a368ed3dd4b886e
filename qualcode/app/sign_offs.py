"""Sign-offs: somebody's word that the codebook or a map is good as it stood in a version."""

from uuid import UUID

from ..domain.codebook import clean_name
from ..domain.documents import clean
from ..domain.errors import BadInput, NotFound
from ..domain.history import Step
from ..domain.ids import new_id
from ..domain.named_versions import SIGNED, NamedVersion, SignOff
from ..domain.visible import between_signs
from ..store.work import Work
from .acting import coder_of
from .action import action

_LONGEST = 2_000  # characters of a statement


@action("{signer} signs off {what}")
def sign_off(
    work: Work,
    what: str,
    about: UUID | str | None = None,
    step: int | None = None,
    signer: str = "",
    statement: str = "",
    version: str = "",
) -> SignOff:
    """Record that somebody (else who acts) signs off the codebook or a map as it was after a step (else the last one).

    `about` is the map. The step gets a name (`version`, else one made of the signer's) unless it has one.
    """
    number = work.read.last_step()[0] if step is None else step
    found = work.read.step(number)
    if found is None:
        raise NotFound("There is no step {number}. See the history for the numbers.", number=number)
    made = signed(
        work, found, what, None if about is None else UUID(str(about)), signer or work.coder, statement, version
    )
    work.say(signer=made.signer, what="the codebook" if what == "codebook" else "a map")
    return made


def signed(
    work: Work,
    step: Step,
    what: str,
    about: UUID | None,
    signer: str,
    statement: str,
    version: str = "",
    review: UUID | None = None,
) -> SignOff:
    """Record a sign-off as part of a step."""
    if what not in SIGNED:
        raise BadInput("What is signed off is the codebook or a map, not “{what}”.", what=what)
    if what == "codebook":
        about = work.read.study().id
    elif about is None or work.read.by_id("theme_map", about) is None:
        raise NotFound("The map that was signed off is not in the project any more.")
    signer = clean_name(signer, "reviewer")
    words = clean(statement).text.strip()
    words = words[: between_signs(words, _LONGEST)]
    named = _version(work, step, signer, version)
    made = SignOff(new_id(), named.id, what, about, signer, words, step.digest, coder_of(work).id, work.time, review)
    work.add(made)
    return made


def _version(work: Work, step: Step, signer: str, name: str) -> NamedVersion:
    """The version that names a step, made if there is none."""
    versions: list[NamedVersion] = work.read.where("named_version")
    known = next((one for one in versions if one.step == step.number), None)
    if known is not None:
        return known
    taken = {one.name for one in versions}
    base = clean_name(name, "version") if name else f"{signer}, step {step.number}"
    free = base
    number = 2
    while free in taken:
        free, number = f"{base} ({number})", number + 1
    made = NamedVersion(new_id(), free, step.number, "", coder_of(work).id, work.time)
    work.add(made)
    return made
