"""The codebook while an import adds codes to it by path."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from ..domain import palette
from ..domain.codebook import TEXT_FIELDS, THEME_FIELDS, Code, clean_name
from ..domain.ids import new_id
from ..store.work import Work
from .acting import coder_of
from .codebook import checked_color, checked_fields


class Book:
    """The codebook while codes are being added to it by path."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._coder = coder_of(work)
        codebook = work.read.codebook
        self._codes = {path: codebook.by_id[key] for path, key in codebook.places().items()}
        self._old = dict(self._codes)
        self._ids = set(codebook.by_id)
        self._positions = {code.id: codebook.next_position(code.id) for code in codebook.ordered}
        self._top = codebook.next_position(None)

    def at(
        self, path: tuple[str, ...], kind: str, color: str = "", texts: dict[str, str] | None = None, key: str = ""
    ) -> Code:
        """The code of this path, made with everything above it if need be; under the id `key` where that is free."""
        path = tuple(clean_name(name, "code") for name in path)
        parent = None
        for depth in range(1, len(path)):  # a loop: a hostile codebook is thousands of levels deep
            parent = self._codes.get(path[:depth]) or self._one(path[:depth], parent, "theme", "", None)
        return self._one(path, parent, kind, color, texts, key)

    def _one(
        self,
        path: tuple[str, ...],
        parent: Code | None,
        kind: str,
        color: str,
        texts: dict[str, str] | None,
        key: str = "",
    ) -> Code:
        code = self._codes.get(path)
        given: dict[str, Any] = {**checked_fields({name: text for name, text in (texts or {}).items() if text})}
        if (kind if code is None else code.kind) != "theme":
            given = {name: text for name, text in given.items() if name not in THEME_FIELDS}
        if code is None:
            shade = checked_color(color) if color else palette.next_color(c.color for c in self._codes.values())
            blank: dict[str, Any] = dict.fromkeys(TEXT_FIELDS, "") | given
            code = Code(
                id=self._free_id(key),
                parent=parent.id if parent else None,
                name=path[-1],
                kind=kind,
                color=shade,
                position=self._position(parent),
                **blank,
                coder=self._coder.id,
                created=self._work.time,
            )
        else:
            missing: dict[str, Any] = {name: text for name, text in given.items() if not getattr(code, name)}
            code = replace(code, **missing)
            if path not in self._old:
                code = replace(code, kind=kind if texts is not None else code.kind)
        self._codes[path] = code
        return code

    def _free_id(self, key: str) -> UUID:
        """This id while no code of the project has it, so that the code is known again; else a new one."""
        free = UUID(key) if key else None
        if free is None or free in self._ids:
            return new_id()
        self._ids.add(free)
        return free

    def _position(self, parent: Code | None) -> int:
        if parent is None:
            self._top += 1
            return self._top - 1
        position = self._positions.get(parent.id, 0)
        self._positions[parent.id] = position + 1
        return position

    def write(self) -> int:
        """Write what is new or changed; how many codes are new."""
        new = [code for path, code in self._codes.items() if path not in self._old]
        self._work.add(new)
        self._work.replace([code for path, code in self._codes.items() if self._old.get(path, code) != code])
        self._work.read.__dict__.pop("codebook", None)
        return len(new)
