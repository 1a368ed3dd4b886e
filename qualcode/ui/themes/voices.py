"""Who speaks in a theme: a bar for every case, longest first, and who does not."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ...app.theme_facts import ThemeFacts, Voice
from ..look import META, Look
from ..panels.rows import draw
from ..views.ground import Words
from .section import Section
from .wording import percent, rests_text

_ROW, _FIRST = 22, 8  # px of a row; how many are shown before one asks for all
_NAMED = 40  # cases of a kind that are named before one asks for all


class _Bars(QWidget):
    """The bars; the table behind them is their accessible description."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.voices: tuple[Voice, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.follow(self._fit)

    def show_voices(self, voices: tuple[Voice, ...]) -> None:
        self.voices = voices
        words = "; ".join(f"{one.case}: {one.segments}, {percent(one.share)}" for one in voices)
        self.setAccessibleDescription(words)
        self.setToolTip("\n".join(words.split("; ")))
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(max(1, self._look.px(_ROW) * len(self.voices)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = look.font(META)
        metrics = QFontMetrics(font)
        numbers = max((metrics.horizontalAdvance(_number(one)) for one in self.voices), default=0) + px(6)
        names = min(max((metrics.horizontalAdvance(one.case) for one in self.voices), default=0) + 2, self.width() // 3)
        room = max(self.width() - names - numbers - px(12), px(20))
        largest = self.voices[0].segments if self.voices else 1
        mirrored = self.isRightToLeft()
        for row, one in enumerate(self.voices):
            top, high = row * px(_ROW), px(_ROW)

            def place(left: float, width: float, top: float = top, high: float = high) -> QRectF:
                return QRectF(self.width() - left - width if mirrored else left, top, width, high)

            draw(painter, place(0, names).toRect(), one.case, font, look.color("ink"), mirrored)
            bar = place(names + px(8), max(room * one.segments / largest, 2)).adjusted(0, px(6), 0, -px(6))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("warn" if one.share > 0.5 and len(self.voices) > 1 else "accent"))
            painter.drawRoundedRect(bar, 2, 2)
            number = place(self.width() - numbers, numbers)
            draw(painter, number.toRect(), _number(one), font, look.color("ink2"), not mirrored)
        painter.end()


def _number(voice: Voice) -> str:
    return f"{voice.segments:,} · {percent(voice.share)}"


class VoicesSection(Section):
    """Bars, a warning where the theme rests on one case; by name the cases that are silent on it, and apart from them
    those in which nothing is coded yet."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, QCoreApplication.translate("Themes", "Voices"), parent)
        self._facts: ThemeFacts | None = None
        self._all = False
        self.caution = Words(look, META, "warn", wrap=True, parent=self)
        self.bars = _Bars(look, self)
        self.bars.setAccessibleName(QCoreApplication.translate("Themes", "Voices"))
        self.silent = Words(look, META, "ink2", wrap=True, parent=self)
        self.all_button = QPushButton(self.tr("Show all"), self)
        self.all_button.setProperty("kind", "quiet")
        self.all_button.clicked.connect(self._show_all)
        self.uncoded = Words(look, META, "ink2", wrap=True, parent=self)
        for widget in (self.caution, self.bars, self.silent, self.uncoded):
            self.add(widget)
        self.body.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeading)

    def show_facts(self, facts: ThemeFacts, anew: bool) -> None:
        """Show who speaks in this theme."""
        self._facts = facts
        self._all = self._all and not anew
        name = QCoreApplication.translate("Themes", "Voices")
        whole = facts.cases
        if whole:
            some = self.tr("{some} of %n case(s)", "", whole).replace("{some}", str(len(facts.voices)))
            self.title.setText(f"{name} · {some}")
        else:
            self.title.setText(name)
        warning = rests_text(facts)
        self.caution.setText(warning)
        self.caution.setVisible(bool(warning))
        self.bars.show_voices(facts.voices if self._all else facts.voices[:_FIRST])
        self.bars.setVisible(bool(facts.voices))
        if not whole:
            self.silent.setText(self.tr("No document belongs to a case yet, so nobody can be told apart."))
        elif facts.silent:
            self.silent.setText(self.tr("Silent: {names}").replace("{names}", self._named(facts.silent)))
        else:
            self.silent.setText("" if facts.uncoded else self.tr("Nobody is silent."))
        self.silent.setVisible(bool(self.silent.text()))
        self.uncoded.setText(self.tr("Not coded yet: {names}").replace("{names}", self._named(facts.uncoded)))
        self.uncoded.setVisible(bool(facts.uncoded))
        hidden = len(facts.voices) > _FIRST or max(len(facts.silent), len(facts.uncoded)) > _NAMED
        self.all_button.setVisible(hidden and not self._all)

    def _named(self, cases: tuple[str, ...]) -> str:
        """Cases by name, some of them until one asks for all."""
        named = cases if self._all else cases[:_NAMED]
        more = len(cases) - len(named)
        return ", ".join(named) + (f" … (+{more})" if more else "")

    def _show_all(self) -> None:
        self._all = True
        if self._facts is not None:
            self.show_facts(self._facts, False)
