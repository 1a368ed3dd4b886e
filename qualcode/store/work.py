"""The one door for writing: a unit of work that records every row it touches, inside one named step."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace as with_fields
from hashlib import blake2b

import msgspec
import sqlalchemy as sa

from ..domain.documents import clean
from ..domain.errors import Clash, NotFound, fill
from ..domain.history import REASON, Step
from ..domain.ids import now
from . import contents, search, tables
from .engine import MOST_IDS, Database, chunks
from .reading import Reading
from .records import KIND_OF_RECORD, KINDS, Kind, Record, Row

_READ = 500  # rows read at once where a whole step is taken back: few die young, many burden the garbage collector
_Touched = tuple[str | None, bytes | None]  # image before, digest after


class Work:
    """Changes of one step. `add`, `replace` and `remove` are the only ways to write a row of a kind."""

    def __init__(self, database: Database, connection: sa.Connection, coder: str) -> None:
        self.database = database
        self.connection = connection
        self.coder = coder
        self.time = now()
        self.read = Reading(database, connection)
        self.template = ""  # the step's sentence where the action says another than its usual one
        self.values: dict[str, str] = {}  # what an action has to tell in its summary
        self.reverts: int | None = None  # the step this one takes back
        self._touched: dict[str, dict[bytes, _Touched]] = {}

    @property
    def touched(self) -> bool:
        """Whether any row was written so far."""
        return any(self._touched.values())

    # ── the three verbs ────────────────────────────────────────────────────────────────────────────────────
    def add(self, records: Record | Iterable[Record]) -> None:
        """Write new rows; records of several kinds may be mixed."""
        for kind, found in _by_kind(records):
            touched = self._touched.setdefault(kind.name, {})
            rows = [kind.row(record) for record in found]
            try:
                self.database.insert(self.connection, kind.table, rows)
            except sa.exc.IntegrityError as error:
                raise _in_the_way(kind) from error
            for row in rows:
                before = touched[row[0]][0] if row[0] in touched else None
                touched[row[0]] = (before, row[-1])

    def replace(self, records: Record | Iterable[Record]) -> None:
        """Write new contents of rows that exist; a record equal to its row changes nothing.

        Raises `NotFound` when a row is gone.
        """
        for kind, found in _by_kind(records):
            rows = {row[0]: row for row in map(kind.row, found)}
            old = self.rows(kind, rows)
            if len(old) < len(rows):
                raise NotFound("A {kind} that was to be changed is gone. Undo is in the history.", kind=kind.name)
            changed = [row for row in rows.values() if row[-1] != bytes(old[row[0]][-1])]
            self._swap(kind, changed, [old[row[0]] for row in changed])

    def remove(self, records: Record | Iterable[Record]) -> None:
        """Delete rows. Raises `NotFound` when one is gone already."""
        for kind, found in _by_kind(records):
            ids = [record.id.bytes for record in found]
            old = self.rows(kind, ids)
            if len(old) < len(set(ids)):
                raise NotFound("A {kind} that was to be removed is gone already.", kind=kind.name)
            self._swap(kind, [], list(old.values()))

    def say(self, template: str = "", /, **values: object) -> None:
        """Fill names of the step's summary that are known only while the action runs; with a `template` the step
        is called by that sentence instead."""
        self.template = template or self.template
        self.values.update((name, str(value)) for name, value in values.items())

    def keep(self, content: str | bytes) -> str:
        """Store a long text or a file by its hash; contents never change, so they need no journal."""
        return contents.keep(self.connection, content)

    def rows(self, kind: Kind, ids: Iterable[bytes]) -> dict[bytes, Row]:
        """The present rows of these ids."""
        found: dict[bytes, Row] = {}
        for part in chunks(ids, MOST_IDS):
            query = sa.select(kind.table).where(kind.table.c.id.in_(part))
            found.update((bytes(row[0]), tuple(row)) for row in self.connection.execute(query))
        return found

    def _swap(self, kind: Kind, new: Sequence[Row], old: Sequence[Row]) -> None:
        """Take the `old` rows out and put the `new` ones in: in this order, so that names and places may be
        exchanged within one step without meeting a unique key half-way."""
        touched = self._touched.setdefault(kind.name, {})
        for row in old:
            key = bytes(row[0])
            before = touched[key][0] if key in touched else kind.image(row)
            touched[key] = (before, None)
        for part in chunks((bytes(row[0]) for row in old), MOST_IDS):
            self.connection.execute(kind.table.delete().where(kind.table.c.id.in_(part)))
        try:
            self.database.insert(self.connection, kind.table, new)
        except sa.exc.IntegrityError as error:
            raise _in_the_way(kind) from error
        for row in new:
            before = touched[row[0]][0] if row[0] in touched else None
            touched[row[0]] = (before, row[-1])

    # ── taking a step back ─────────────────────────────────────────────────────────────────────────────────
    def take_back(self, number: int) -> None:
        """Put back the rows a step replaced and take out those it added, in set-based strokes.

        The caller (`store.history`) has made sure that the present rows are those the step left.
        """
        self.reverts = number
        change = tables.change
        for kind in KINDS.values():
            touched = self._touched.setdefault(kind.name, {})
            chosen = (change.c.step == number) & (change.c.kind == kind.name)
            query = (
                sa.select(change.c.id, change.c.before, kind.table)
                .outerjoin(kind.table, kind.table.c.id == change.c.id)
                .where(chosen)
            )
            restored: list[Row] = []
            for part in self.connection.execute(query).yield_per(_READ).partitions():
                for key, before, *present in part:
                    image = kind.image(present) if present[0] is not None else None
                    row = kind.row_of_image(before) if before is not None else None
                    if row is not None:
                        restored.append(row)
                    touched[bytes(key)] = (image, row[-1] if row else None)
            if not touched:
                continue
            self.connection.execute(
                kind.table.delete().where(kind.table.c.id.in_(sa.select(change.c.id).where(chosen)))
            )
            try:
                self.database.insert(self.connection, kind.table, restored)
            except sa.exc.IntegrityError as error:
                raise Clash(
                    "Step {number} cannot be undone: a {kind} of the same name or place has been added since. "
                    "Rename or remove that one first.",
                    number=number,
                    kind=kind.name,
                ) from error

    # ── leaving ────────────────────────────────────────────────────────────────────────────────────────────
    def finish(self, action: str, template: str) -> Step | None:
        """Write the step and its changes; None when nothing changed in the end."""
        net = {kind: _net(KINDS[kind], self._touched[kind]) for kind in sorted(self._touched)}
        changes = {kind: rows for kind, rows in net.items() if rows}
        if not changes:
            return None
        template = self.template or template
        newest = self.connection.execute(
            sa.select(tables.step.c.number, tables.step.c.digest).order_by(tables.step.c.number.desc()).limit(1)
        ).first()
        number, last = (newest[0] + 1, bytes(newest[1])) if newest else (1, b"")
        values = {name: clean(text).text for name, text in self.values.items()}  # as the user gave them
        step = Step(
            number=number,
            time=self.time,
            coder=self.coder,
            action=action,
            summary=" — ".join(filter(None, (fill(template, values), values.get(REASON, "")))),
            template=template,
            values=values,
            reverts=self.reverts,
            digest="",
            kinds=frozenset(changes),
        )
        digest = step_digest(last, step, ((kind, key, after) for kind in changes for key, (_, after) in changes[kind]))
        step = with_fields(step, digest=digest.hex())
        self.connection.execute(
            tables.step.insert().values(
                number=number,
                time=step.time,
                coder=step.coder,
                action=step.action,
                summary=step.summary,
                template=template,
                field_values=_to_json(values),
                kinds=",".join(changes),
                reverts=self.reverts,
                digest=digest,
            )
        )
        self.database.insert(
            self.connection,
            tables.change,
            ((number, kind, key, before, after) for kind in changes for key, (before, after) in changes[kind]),
        )
        if "document" in changes:
            search.index_documents(self.connection, [key for key, _ in changes["document"]])
        return step


def step_digest(last: bytes, step: Step, changes: Iterable[tuple[str, bytes, bytes | None]]) -> bytes:
    """The link of the chain: 32 bytes of BLAKE2b over the step before, the step's own header and, in order of
    kind and id, the digests of the rows it left."""
    digest = blake2b(last, digest_size=32)
    header = [step.number, step.time, step.coder, step.action, step.summary, step.template, step.reverts]
    digest.update(msgspec.msgpack.encode([*header, sorted(step.values.items())]))
    for kind, key, after in changes:
        digest.update(kind.encode() + key + (after or b"-"))
    return digest.digest()


def _net(kind: Kind, rows: dict[bytes, _Touched]) -> list[tuple[bytes, _Touched]]:
    """What remains of the touched rows, in order of id: those that came and went within the step, or ended as
    they began, are no change."""
    return sorted(
        (key, (before, after))
        for key, (before, after) in rows.items()
        if (before is None and after is not None)
        or (before is not None and (after is None or kind.row_of_image(before)[-1] != after))
    )


def _by_kind(records: Record | Iterable[Record]) -> Iterator[tuple[Kind, list[Record]]]:
    grouped: dict[type, list[Record]] = {}
    for record in records if isinstance(records, Iterable) else (records,):
        grouped.setdefault(type(record), []).append(record)
    ordered = sorted(grouped, key=lambda record: list(KINDS).index(KIND_OF_RECORD[record].name))
    return iter([(KIND_OF_RECORD[record], grouped[record]) for record in ordered])


def _in_the_way(kind: Kind) -> Clash:
    return Clash("A {kind} of this name or place exists already. Choose another one.", kind=kind.name)


def _to_json(values: dict[str, str]) -> str:
    return msgspec.json.encode(values).decode()
