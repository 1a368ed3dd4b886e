"""The map that is shown, read in the background and read again when a step touches it; counts come a moment later."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from ...app.map_reading import MapPicture, ThingFacts, map_picture, maps, with_facts
from ...app.project import Project
from ...domain.errors import Cancelled, NotFound
from ...domain.history import Step
from ...domain.progress import Progress
from ...domain.queries import Scope
from ...domain.theme_maps import ThemeMap
from ...store.reading import Reading
from ..bridge import Bridge
from ..tasks import Task

_MAP_KINDS = ("theme_map", "map_node", "relation", "relation_evidence")
_NAMES = ("code", "case", "memo", "segment", "document")
_COUNTS = ("coding", "segment", "code", "theme_code", "evidence", "case", "assignment", "document")
_COUNT_LATER = 250  # milliseconds after the last step


class MapData(QObject):
    """One map at a time; `hold` keeps answers back while things are in somebody's hands."""

    listed = Signal(object)  # the maps, in their order
    arrived = Signal(object)  # a MapPicture, or None where there is no map

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.maps: list[ThemeMap] = []
        self.map: UUID | None = None
        self.picture: MapPicture | None = None
        self._facts: dict[UUID, ThingFacts] = {}
        self._scope: Scope | None = None
        self._number = 0
        self._task: Task | None = None
        self._seen = self._stale = False
        self._held = self._missed = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_COUNT_LATER)
        self._later.timeout.connect(self._count)
        bridge.followed.connect(self._stepped)

    # ── asking ──
    def look(self, seen: bool) -> None:
        """Somebody looks, or nobody: then nothing is read."""
        self._seen = seen
        if seen and (self._stale or not self._number):
            self.ask()

    def choose(self, key: UUID | None) -> None:
        """Show another map."""
        if key != self.map:
            self.map = key
            self.picture = None
            self.ask()

    def limit(self, scope: Scope) -> None:
        """Count within what the window's filter leaves."""
        self._scope = scope
        if self._seen and self.picture is not None:
            self._later.start()

    def hold(self, held: bool) -> None:
        """Keep what arrives for later, or show it now."""
        self._held = held
        if not held and self._missed:
            self._missed = False
            self.ask()

    def ask(self) -> None:
        """Read the maps and the one that is shown."""
        self._stale = False
        self._number += 1
        number, wanted = self._number, self.map

        def question(read: Reading) -> tuple[list[ThemeMap], MapPicture | None]:
            known = maps(read)
            there = wanted if any(one.id == wanted for one in known) else known[0].id if known else None
            return known, map_picture(read, there) if there is not None else None

        self._bridge.ask(question, lambda answer: self._got(number, *answer))

    def _got(self, number: int, known: list[ThemeMap], picture: MapPicture | None) -> None:
        if number != self._number:
            return
        if self._held:
            self._missed = True
            return
        if known != self.maps or (picture.map.id if picture else None) != self.map:
            self.maps = known
            self.map = picture.map.id if picture is not None else None
            self.listed.emit(known)
        fresh = picture is not None and any(
            thing.node.about not in self._facts and thing.kind in ("theme", "code", "case") for thing in picture.things
        )
        self.picture = None if picture is None else self._with_known(picture)
        self.arrived.emit(self.picture)
        if fresh:
            self._count()

    def _with_known(self, picture: MapPicture) -> MapPicture:
        """What was counted before stands there until it is counted again."""
        things = (replace(thing, facts=self._facts.get(thing.node.about)) for thing in picture.things)
        return replace(picture, things=tuple(things))

    # ── counting ──
    def _count(self) -> None:
        picture, scope = self.picture, self._scope
        if picture is None or not self._seen:
            self._stale = True
            return
        if self._task is not None:
            self._task.cancel()

        def job(project: Project, _progress: Progress) -> MapPicture:
            return with_facts(project, picture, scope)

        def failed(error: Exception) -> None:
            if not isinstance(error, Cancelled | NotFound):
                self._bridge.failed.emit(error)

        self._task = self._bridge.run(job, self._counted, failed)

    def _counted(self, found: MapPicture) -> None:
        self._task = None
        facts = {thing.node.about: thing.facts for thing in found.things if thing.facts is not None}
        self._facts.update(facts)
        if self.picture is not None and not self._held:
            self.picture = self._with_known(self.picture)
            self.arrived.emit(self.picture)
        elif self._held:
            self._missed = True

    # ── steps ──
    def _stepped(self, step: Step) -> None:
        if any(step.touches(kind) for kind in (*_MAP_KINDS, *_NAMES)):
            if self._seen:
                self.ask()
            else:
                self._stale = True
        if any(step.touches(kind) for kind in _COUNTS):
            if self._seen:
                self._later.start()
            else:
                self._facts.clear()
                self._stale = True
