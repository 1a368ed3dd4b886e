"""What the window says about a project: how much there is, when it was saved, what undo and redo mean."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..domain.history import Step

if TYPE_CHECKING:
    from ..store.reading import Reading

_STEPS = 200  # how many of the newest steps are looked at for the next undo


@dataclass(frozen=True, slots=True)
class Facts:
    """What the window says about a project: counts, and the steps that undo and redo mean."""

    documents: int
    codes: int
    codings: int
    undo: Step | None
    redo: Step | None
    last: Step | None


def read_facts(read: "Reading", coder: str) -> Facts:
    """Ask for the facts; older steps only while the newest ones do not say what undo means."""
    most: int | None = _STEPS
    while True:
        steps = read.steps(most=most)
        undo, redo = next_undo(steps, coder), next_redo(steps, coder)
        if undo is not None or most is None or len(steps) < most:
            break
        most = None
    return Facts(
        read.count("document"),
        read.count("code"),
        read.count("coding"),
        undo,
        redo,
        steps[-1] if steps else None,
    )


def next_undo(steps: list[Step], coder: str) -> Step | None:
    """The step of this coder that undo takes back, by the rule of the store."""
    for step in reversed(steps):
        if step.coder == coder and step.reverts is None and not step.undone and step.action not in ("new", "join"):
            return step
    return None


def next_redo(steps: list[Step], coder: str) -> Step | None:
    """The undo of this coder that redo takes back."""
    for step in reversed(steps):
        if step.coder != coder:
            continue
        if step.reverts is None:
            return None
        if step.action == "undo" and not step.undone:
            return step
    return None
