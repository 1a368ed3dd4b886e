"""Which codes this user reaches for: the recent ones, and the digits that stand for nine of them."""

import json
from collections.abc import Iterable, Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from ..memory import recall, remember

THIRD = 3  # the use after which a code gets a digit
MOST_RECENT = 12
DIGITS = "123456789"


class CodeUse(QObject):
    """Use of codes in one project by one user, remembered in the user's settings."""

    changed = Signal()  # digits were given or taken

    def __init__(self, study: UUID, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.study = study
        self._key = f"use/{study}"
        self.recent: list[UUID] = []
        self._uses: dict[UUID, int] = {}
        self._digits: dict[str, UUID] = {}
        self._members: tuple[UUID, ...] | None = None  # the codes of a set the digits follow
        self._read()

    def _read(self) -> None:
        try:
            found = json.loads(recall(self._key) or "{}")
            self.recent = [UUID(text) for text in found.get("recent", [])]
            self._uses = {UUID(text): int(count) for text, count in found.get("uses", {}).items()}
            self._digits = {digit: UUID(text) for digit, text in found.get("digits", {}).items() if digit in DIGITS}
        except (ValueError, TypeError, AttributeError):
            self.recent, self._uses, self._digits = [], {}, {}

    def save(self) -> None:
        """Write it down; called when the project closes."""
        found = {
            "recent": [str(code) for code in self.recent],
            "uses": {str(code): count for code, count in self._uses.items()},
            "digits": {digit: str(code) for digit, code in self._digits.items()},
        }
        remember(self._key, json.dumps(found))

    def used(self, code: UUID) -> None:
        """A code was applied: it comes first among the recent ones, and the third time it gets a digit."""
        self.recent = [code, *(other for other in self.recent if other != code)][:MOST_RECENT]
        self._uses[code] = self._uses.get(code, 0) + 1
        if self._uses[code] >= THIRD and code not in self._digits.values():
            free = [digit for digit in DIGITS if digit not in self._digits]
            if free:
                self.assign(free[0], code)

    def assign(self, digit: str, code: UUID | None) -> None:
        """Let a digit stand for a code, or for none."""
        self._digits = {key: other for key, other in self._digits.items() if key != digit and other != code}
        if code is not None:
            self._digits[digit] = code
        self.changed.emit()

    @property
    def follows_set(self) -> bool:
        """Whether the digits stand for the codes of a code set."""
        return self._members is not None

    def follow(self, codes: Sequence[UUID] | None) -> None:
        """Let the digits stand for the first nine of these codes, or again (None) for those used most."""
        members = None if codes is None else tuple(codes[: len(DIGITS)])
        if members != self._members:
            self._members = members
            self.changed.emit()

    def _now(self) -> dict[str, UUID]:
        if self._members is None:
            return self._digits
        return dict(zip(DIGITS, self._members, strict=False))

    def code_of(self, digit: str) -> UUID | None:
        """The code a digit stands for."""
        return self._now().get(digit)

    def digit_of(self, code: UUID) -> str:
        """The digit that stands for a code, or ""."""
        return next((digit for digit, other in self._now().items() if other == code), "")

    def digits(self) -> dict[UUID, str]:
        """The digit of every code that has one."""
        return {code: digit for digit, code in sorted(self._now().items())}

    def forget(self, there: Iterable[UUID]) -> None:
        """Codes that are not in the codebook any more lose their digit; undo brings the code back, not the digit."""
        known = set(there)
        gone = [digit for digit, code in self._digits.items() if code not in known]
        for digit in gone:
            del self._digits[digit]
        if gone:
            self.changed.emit()
