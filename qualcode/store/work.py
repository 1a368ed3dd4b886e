"""The one door for writing: a unit of work that records every row it touches, inside one named step."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace as with_fields
from hashlib import blake2b
from uuid import UUID

import msgspec
import sqlalchemy as sa

from ..domain.documents import clean
from ..domain.errors import Clash, Damaged, NotFound, fill
from ..domain.history import REASON, Step
from ..domain.ids import now
from . import contents, search, tables
from .engine import MOST_IDS, Database, chunks
from .reading import HOLDS_SEGMENTS, Reading
from .records import KIND_OF_RECORD, KINDS, Kind, Record, Row

_READ = 500  # rows read at once where a whole step is taken back: few die young, many burden the garbage collector
_Touched = tuple[Row | None, bytes | None]  # row before, digest after; the row's image is made when the step ends
_Change = tuple[str, bytes, bytes | None]  # kind, id and digest after


class Work:
    """Changes of one step. `add`, `replace` and `remove` are the only ways to write a row of a kind."""

    def __init__(self, database: Database, connection: sa.Connection, coder: str) -> None:
        self.database = database
        self.connection = connection
        self.coder = coder
        self.time = now()
        self.read = Reading(database, connection)
        self.template = ""  # the step's sentence where the action says another than its usual one
        self._also: dict[str, None] = {}  # what it says behind the sentence, in order
        self.values: dict[str, str] = {}  # what an action has to tell in its summary
        self.reverts: int | None = None  # the step this one takes back
        self.step: Step | None = None  # what became of it, when it is finished and anything was changed
        self._touched: dict[str, dict[bytes, _Touched]] = {}
        self._freed: set[bytes] = set()  # segments that may show nothing any more; of nodes also what is no segment
        self._repeated: int | None = None  # the step whose changes are those of this one

    @property
    def touched(self) -> bool:
        """Whether any row was written so far."""
        return self._repeated is not None or any(self._touched.values())

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
            self._leave(touched, rows)

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

    def also(self, template: str, /, **values: object) -> None:
        """Say one thing more of the step, once, behind its sentence and a semicolon."""
        self._also[template] = None
        self.say(**values)

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

    def repoint(self, name: str, column: str, old: UUID, new: UUID, but: sa.ColumnElement[bool]) -> int:
        """`replace` for all rows of a kind at once in which a column holds the id `old`: it gets `new`, except in rows
        of which `but` is true; how many got it."""
        kind = KINDS[name]
        place = kind.names.index(column)
        query = sa.select(kind.table).where((kind.table.c[column] == old.bytes) & ~but)
        rows = [tuple(row) for row in self.connection.execute(query)]
        value = new.bytes
        changed = []
        for row in rows:
            values = (*row[:place], value, *row[place + 1 : -1])
            changed.append((*values, kind.digest(values)))
        self._swap(kind, changed, rows)
        return len(changed)

    def _swap(self, kind: Kind, new: Sequence[Row], old: Sequence[Row]) -> None:
        """Put the `new` rows in the place of the `old` ones, of which some may have no successor."""
        self._free(kind, new, old)
        touched = self._touched.setdefault(kind.name, {})
        for row in old:
            key = bytes(row[0])
            touched[key] = (touched[key][0] if key in touched else row, None)
        if not (new and len(new) == len(old) and self._updated(kind, new, old)):
            # first all out, then all in: names and places may be exchanged within one step
            for part in chunks((bytes(row[0]) for row in old), MOST_IDS):
                self.connection.execute(kind.table.delete().where(kind.table.c.id.in_(part)))
            try:
                self.database.insert(self.connection, kind.table, new)
            except sa.exc.IntegrityError as error:
                raise _in_the_way(kind) from error
        self._leave(touched, new)

    def _updated(self, kind: Kind, new: Sequence[Row], old: Sequence[Row]) -> bool:
        """Write only the columns in which the `new` rows differ from the `old` ones of the same ids; whether that
        worked. Row by row, two that exchange a name would meet half-way: then nothing is written."""
        differ = [
            number
            for number in range(1, len(kind.names))
            if any(a[number] != b[number] for a, b in zip(new, old, strict=True))
        ]
        try:
            with self.connection.begin_nested():
                return self.database.update(self.connection, kind.table, [*differ, len(kind.names)], new)
        except sa.exc.IntegrityError:
            return False

    @staticmethod
    def _leave(touched: dict[bytes, _Touched], rows: Sequence[Row]) -> None:
        """Remember the digests of rows that are there now."""
        for row in rows:
            key = row[0]
            touched[key] = (touched[key][0] if key in touched else None, row[-1])

    def _free(self, kind: Kind, new: Sequence[Row], old: Sequence[Row]) -> None:
        """Remember the segments that the `old` rows held and the `new` ones do not."""
        column = HOLDS_SEGMENTS.get(kind.name)
        if column is not None:
            place = kind.names.index(column)
            held = {bytes(row[place]) for row in new}
            self._freed.update(key for row in old if (key := bytes(row[place])) not in held)

    def freed_segments(self) -> set[UUID]:
        """The segments from which the step took a coding, evidence or a place on a map since this was last asked."""
        freed, self._freed = self._freed, set()
        return {UUID(bytes=key) for key in freed}

    # ── taking a step back ─────────────────────────────────────────────────────────────────────────────────
    def take_back(self, number: int, kinds: Sequence[Kind]) -> None:
        """Put back the rows of these kinds that a step replaced and take out those it added, in set-based strokes.

        The caller (`store.history`) has made sure that the present rows are those the step left.
        """
        self.reverts = number
        earlier = self._taken_back_by(number)
        for kind in kinds:
            try:
                self._put_back(kind, number, earlier is None)
            except sa.exc.IntegrityError as error:
                raise Clash(
                    "Step {number} cannot be undone: a {kind} of the same name or place has been added since. "
                    "Rename or remove that one first.",
                    number=number,
                    kind=kind.name,
                ) from error
        if earlier is not None:
            self._require_left_by(earlier, kinds)
            self._repeated = earlier

    def _put_back(self, kind: Kind, number: int, noted: bool) -> None:
        """Let the rows of a kind be as they were before a step; `noted` says whether to remember what they are now."""
        change = tables.change
        chosen = (change.c.step == number) & (change.c.kind == kind.name)
        query = (
            sa.select(change.c.id, change.c.before, kind.table)
            .outerjoin(kind.table, kind.table.c.id == change.c.id)
            .where(chosen)
        )
        touched = self._touched.setdefault(kind.name, {})
        restored: list[Row] = []  # rows that are not there
        changed: list[Row] = []  # rows that are there with other contents
        present: list[Row] = []
        any_there = False
        for part in self.database.stream(self.connection, query, _READ):
            for key, before, *now_there in part:
                there = tuple(now_there) if now_there[0] is not None else None
                any_there = any_there or there is not None
                row = kind.row_of_image(before) if before is not None else None
                if row is not None and there is not None:
                    changed.append(row)
                    present.append(there)
                elif row is not None:
                    restored.append(row)
                if noted:
                    touched[bytes(key)] = (there, row[-1] if row else None)
        if changed and not restored and self._updated(kind, changed, present):
            chosen &= change.c.before.is_(None)
            changed = []
        if any_there:
            self.connection.execute(
                kind.table.delete().where(kind.table.c.id.in_(sa.select(change.c.id).where(chosen)))
            )
        self.database.insert(self.connection, kind.table, [*changed, *restored])

    def _taken_back_by(self, number: int) -> int | None:
        """The step that step `number` took back, if it did nothing else: to take that back again makes the very
        changes of the first one, so they can be repeated from the journal."""
        change = tables.change
        first = self.connection.execute(sa.select(tables.step.c.reverts).where(tables.step.c.number == number)).scalar()
        if first is None:
            return None
        other = change.alias()
        count = sa.func.count()
        same = (
            sa.select(count)
            .select_from(change)
            .join(other, (other.c.step == first) & (other.c.kind == change.c.kind) & (other.c.id == change.c.id))
            .where((change.c.step == number) & (change.c.before.is_(None) == other.c.after.is_(None)))
        )
        there = {
            step: self.connection.execute(sa.select(count).where(change.c.step == step)).scalar()
            for step in (number, first)
        }
        return first if there[number] == there[first] == self.connection.execute(same).scalar() else None

    def _require_left_by(self, number: int, kinds: Iterable[Kind]) -> None:
        """Raise `Damaged` unless the rows of these kinds are just as a step left them once."""
        change = tables.change
        for kind in kinds:
            query = (
                sa.select(change.c.id)
                .outerjoin(kind.table, kind.table.c.id == change.c.id)
                .where(
                    (change.c.step == number)
                    & (change.c.kind == kind.name)
                    & kind.table.c.digest.is_distinct_from(change.c.after)
                )
                .limit(1)
            )
            if self.connection.execute(query).first() is not None:
                raise Damaged(
                    "The history of a {kind} is damaged. See where with: qualcode check; a backup may still have it.",
                    kind=kind.name,
                )

    # ── leaving ────────────────────────────────────────────────────────────────────────────────────────────
    def finish(self, action: str, template: str) -> Step | None:
        """Write the step and its changes; None when nothing changed in the end."""
        net = {name: _net(self._touched[name]) for name in sorted(self._touched)}
        changes = {name: rows for name, rows in net.items() if rows}
        kinds = sorted(changes) if self._repeated is None else self.kinds_of(self._repeated)
        if not kinds:
            return None
        template = "; ".join((self.template or template, *self._also))
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
            kinds=frozenset(kinds),
        )
        left: Iterable[_Change] = ((name, key, after) for name in changes for key, (_, after) in changes[name])
        digest = step_digest(last, step, left if self._repeated is None else self._changes_of(self._repeated, kinds))
        self.step = step = with_fields(step, digest=digest.hex())
        self.connection.execute(
            tables.step.insert().values(
                number=number,
                time=step.time,
                coder=step.coder,
                action=step.action,
                summary=step.summary,
                template=template,
                field_values=_to_json(values),
                kinds=",".join(kinds),
                reverts=self.reverts,
                digest=digest,
            )
        )
        if self._repeated is None:
            rows = ((number, name, *change) for name in changes for change in _written(KINDS[name], changes[name]))
            self.database.insert(self.connection, tables.change, rows)
        else:
            self._repeat(self._repeated, number)
        if "document" in kinds:
            documents = [key for _, key, _ in self._changes_of(number, ["document"])]
            search.index_documents(self.connection, documents)
        return step

    def kinds_of(self, number: int) -> list[str]:
        """The kinds of what a step changed, in order."""
        query = sa.select(tables.change.c.kind).where(tables.change.c.step == number).distinct()
        return sorted(self.connection.execute(query).scalars())

    def _changes_of(self, number: int, kinds: Iterable[str]) -> Iterator[_Change]:
        """The changes of a step, by kind and id."""
        change = tables.change
        for name in kinds:
            query = (
                sa.select(change.c.id, change.c.after)
                .where((change.c.step == number) & (change.c.kind == name))
                .order_by(change.c.id)
            )
            for part in self.database.stream(self.connection, query, _READ):
                for key, after in part:
                    yield name, bytes(key), None if after is None else bytes(after)

    def _repeat(self, number: int, again: int) -> None:
        """Write the changes of a step as those of another one."""
        change = tables.change
        columns = (change.c.kind, change.c.id, change.c.before, change.c.after)
        query = sa.select(sa.literal(again), *columns).where(change.c.step == number)
        self.connection.execute(change.insert().from_select(["step", *(each.name for each in columns)], query))


def step_digest(last: bytes, step: Step, changes: Iterable[tuple[str, bytes, bytes | None]]) -> bytes:
    """The link of the chain: 32 bytes of BLAKE2b over the step before, the step's own header and, in order of
    kind and id, the digests of the rows it left."""
    digest = blake2b(last, digest_size=32)
    header = [step.number, step.time, step.coder, step.action, step.summary, step.template, step.reverts]
    digest.update(msgspec.msgpack.encode([*header, sorted(step.values.items())]))
    for kind, key, after in changes:
        digest.update(kind.encode() + key + (after or b"-"))
    return digest.digest()


def _net(rows: dict[bytes, _Touched]) -> list[tuple[bytes, _Touched]]:
    """What remains of the touched rows, in order of id: those that came and went within the step, or ended as
    they began, are no change."""
    return sorted(
        (key, (before, after)) for key, (before, after) in rows.items() if (before[-1] if before else None) != after
    )


def _written(kind: Kind, changes: Iterable[tuple[bytes, _Touched]]) -> Iterator[tuple[bytes, str | None, bytes | None]]:
    """Id, image before and digest after, as the journal keeps them."""
    for key, (before, after) in changes:
        yield key, None if before is None else kind.image(before), after


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
