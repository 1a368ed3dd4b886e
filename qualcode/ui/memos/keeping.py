"""Keeping what is typed into a memo: aside every two seconds, and as a step when its writer goes on."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from ...app import drafts
from ...app import memos as actions
from ...app.project import Project
from ...domain.errors import NotFound
from ...domain.memos import Memo
from ..bridge import Bridge

DRAFT_MILLISECONDS = 2_000  # at most so much typing is lost when the program is killed
REST_MILLISECONDS = 30_000  # without a key: what was typed is a step


@dataclass(frozen=True, slots=True)
class Contents:
    """What somebody writes of a memo."""

    title: str = ""
    kind: str = ""
    dated: str = ""
    text: str = ""

    @classmethod
    def of(cls, memo: Memo) -> "Contents":
        """What stands in a memo."""
        return cls(memo.title, memo.kind, memo.dated or "", memo.text)

    def moved(self, sent: "Contents", has: "Contents") -> "Contents":
        """With what the project has of each part that still is as it was sent."""
        return Contents(
            *(
                there if here == gone else here
                for here, gone, there in zip(self._parts(), sent._parts(), has._parts(), strict=True)
            )
        )

    def _parts(self) -> tuple[str, str, str, str]:
        return self.title, self.kind, self.dated, self.text


@dataclass(slots=True, eq=False)
class Sheet:
    """One memo in the hands of an editor: what the project has of it (None: nothing yet), what is on its way there,
    and what was typed since. `links` are the things a new memo is to be linked to; `base` is the memo as the project
    and this sheet last agreed on it, and `wrote` what was written then: the writer knows both before the window does.
    """

    about_kind: str
    about: UUID | None
    memo: Memo | None = None
    now: Contents = field(default_factory=Contents)
    blank: Contents = field(default_factory=Contents)  # as a new one began
    sent: Contents | None = None
    flights: int = 0
    landings: int = 0
    base: Memo | None = None
    wrote: Contents | None = None
    lost: bool = False  # whether somebody took the memo away while more was on its way to it
    told: bool = False  # whether its writer knows that without words it is not written
    key: str = field(default_factory=lambda: uuid4().hex)
    aside: bool = False  # whether something was put aside under that key
    links: tuple[UUID, ...] = ()

    @property
    def stored(self) -> Contents:
        """What the project has, or what an untouched new memo holds."""
        return Contents.of(self.memo) if self.memo is not None else self.blank

    @property
    def dirty(self) -> bool:
        """Whether something was typed that the project does not have; a new memo without text is nothing yet."""
        if self.memo is None:
            return bool(self.now.text.strip())
        return self.tidied(self.now) != self.stored

    @property
    def wordless(self) -> bool:
        """Whether it lacks the words without which no memo is written: all were deleted, or only a title was typed."""
        return not self.now.text.strip() and (self.memo is not None or bool(self.now.title.strip()))

    def shows(self, memo: Memo) -> None:
        """The memo as the project has it is what somebody sees and goes on from."""
        self.memo = self.base = memo
        self.wrote = None
        self.now = Contents.of(memo)

    def landed(self, sent: Contents, memo: Memo) -> None:
        """What was sent is in the project, and with it what others changed meanwhile."""
        self.landings += 1
        written, has = self.tidied(sent), Contents.of(memo)
        self.memo = memo
        if written != has:
            self.now = self.now.moved(sent, Contents.of(memo).moved(written, sent))

    def tidied(self, contents: Contents) -> Contents:
        """As it will be written: an empty title or text keeps the old one."""
        title = " ".join(contents.title.split()) or self.stored.title
        return replace(contents, title=title, text=contents.text.strip() or self.stored.text)


class Keeper(QObject):
    """Writes the sheets of one editor."""

    written = Signal(object, object, bool)  # a Sheet, its Memo, whether it is new
    settled = Signal()  # nothing is under way any more
    refused = Signal(object)  # the exception
    parted = Signal(object, object)  # a Memo that somebody else changed, and the one of what was written here
    wordless = Signal(object, str)  # a Memo (None: a new one) that is not written, for it has no words; its title

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._study = ""
        self.sheet: Sheet | None = None
        self._under_way = 0
        self._putting = False
        self._aside = QTimer(self)
        self._aside.setSingleShot(True)
        self._aside.setInterval(DRAFT_MILLISECONDS)
        self._aside.timeout.connect(self._put_aside)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MILLISECONDS)
        self._rest.timeout.connect(self.save)
        bridge.writing.connect(self.save)

    @property
    def under_way(self) -> bool:
        """Whether something is being written."""
        return self._under_way > 0

    def typed(self) -> None:
        """The sheet has other contents now."""
        if self.sheet is None:
            return
        if self.sheet.wordless:
            self._rest.start()
        else:
            self.sheet.told = False
        if self.sheet.dirty:
            if not self._aside.isActive():
                self._aside.start()
            self._rest.start()
        else:
            if not self.sheet.wordless:
                self._rest.stop()
            self._drop_if_idle(self.sheet)  # what was typed was taken back

    def take(self, sheet: Sheet | None) -> None:
        """Go on with another sheet; this one is written."""
        self.save()
        if self.sheet is not None:
            self._drop_if_idle(self.sheet)
        self.sheet = sheet

    def hush(self) -> None:
        """The memo goes: nothing has to be said of words it lacks."""
        if self.sheet is not None:
            self.sheet.told = True

    # ── aside ──
    def _put_aside(self) -> None:
        sheet = self.sheet
        if sheet is None or not sheet.dirty:
            return
        if self._putting:
            self._aside.start()
            return
        self._putting = True
        self._bridge.tasks.read(self._draft_of(sheet), self._is_aside, self._is_aside)

    def _draft_of(self, sheet: Sheet) -> Callable[[object], str]:
        """A job that puts aside what stands in a sheet now, and says in which project."""
        sheet.aside = True
        now, memo, coder = sheet.now, sheet.memo, self._bridge.project.coder
        about = sheet.about.hex if sheet.about is not None else ""
        key, known, kind = sheet.key, self._study, sheet.about_kind

        def job(_progress: object) -> str:
            study = known
            if not study:
                with self._bridge.project.read() as read:
                    study = read.study().id.hex
            drafts.put_aside(
                drafts.Draft(
                    key,
                    study,
                    coder,
                    memo.id.hex if memo is not None else "",
                    kind,
                    about,
                    now.title,
                    now.kind,
                    now.dated,
                    now.text,
                    memo.text if memo is not None else "",
                )
            )
            return study

        return job

    def _is_aside(self, study: object) -> None:
        self._putting = False
        if isinstance(study, str):
            self._study = study

    def _drop_if_idle(self, sheet: Sheet) -> None:
        if not sheet.flights:
            self._drop(sheet)

    def _drop(self, sheet: Sheet) -> None:
        """What was put aside is not needed any more."""
        if not sheet.aside:
            return
        key, known, project = sheet.key, self._study, self._bridge.project
        sheet.key, sheet.aside = uuid4().hex, False  # a late writer of the old one makes no draft of the next

        def job(_progress: object) -> None:
            study = known
            if not study:
                with project.read() as read:
                    study = read.study().id.hex
            drafts.drop(study, key)

        if self._bridge.tasks.write(job).cancelled:  # the project is being closed: the workers have ended
            job(None)

    # ── writing ──
    def save(self) -> None:
        """Write what was typed, as one step."""
        sheet = self.sheet
        if sheet is None:
            return
        self._rest.stop()
        if self._bridge.project.read_only:
            return
        if sheet.wordless and not sheet.told:
            sheet.told = True
            self.wordless.emit(sheet.memo, (sheet.memo or sheet.now).title.strip())
        if sheet.dirty and sheet.now != sheet.sent:
            self._send(sheet)

    def _send(self, sheet: Sheet) -> None:
        sent = sheet.sent = sheet.now
        sheet.flights += 1
        self._under_way += 1
        self._bridge.do(
            _write,
            sheet,
            sheet.tidied(sent),
            then=lambda memo: self._written(sheet, sent, memo) if isValid(self) else None,
            failed=lambda error: self._refused(sheet, error) if isValid(self) else self._bridge.failed.emit(error),
        )

    def _landed(self, sheet: Sheet) -> None:
        self._under_way -= 1
        sheet.flights -= 1
        if not sheet.flights:
            sheet.sent = None

    def _written(self, sheet: Sheet, sent: Contents, memo: Memo) -> None:
        self._landed(sheet)
        before = sheet.memo
        sheet.landed(sent, memo)
        sheet.lost = False
        if not sheet.flights and not sheet.dirty:
            self._drop(sheet)
        self.written.emit(sheet, memo, before is None or before.id != memo.id)
        if before is not None and before.id != memo.id:
            self.parted.emit(before, memo)
        if not self._under_way:
            self.settled.emit()

    def _refused(self, sheet: Sheet, error: Exception) -> None:
        self._landed(sheet)
        if sheet.dirty:  # whoever goes on, or closes the project, leaves these words nowhere else
            self._study = self._draft_of(sheet)(None)
        if isinstance(error, NotFound) and (sheet.base is not None or sheet.lost):
            sheet.memo = sheet.base = None  # somebody took it away: what is written here becomes a memo of its own
            sheet.lost = sheet.flights > 0  # what is still on its way makes that memo, or ends here, too
            if not sheet.lost:
                self._send(sheet)
            return
        self.refused.emit(error)


def _write(project: Project, sheet: Sheet, contents: Contents) -> Memo:
    """In the writer, where one follows the other: make the memo, or change the one that was made before."""
    base = sheet.base
    if base is not None:
        now = contents.moved(sheet.wrote, Contents.of(base)) if sheet.wrote is not None else contents
        made: Memo = actions.write_on(project, base.id, base, now.text, now.title, now.kind, now.dated)
    else:
        made = actions.write_memo(
            project, contents.text, sheet.about, contents.title, contents.kind, contents.dated, list(sheet.links)
        )
    sheet.base, sheet.wrote = made, contents
    return made
