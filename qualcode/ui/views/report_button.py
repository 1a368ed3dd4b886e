"""“To the report” above an analysis; where it shows several things, which of them is chosen in a menu."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from ...app.basket import send_to_report
from ...domain.history import Step
from ...domain.questions import BasketItem
from ..bridge import Bridge
from ..icons import icon
from ..look import Look


@dataclass(frozen=True, slots=True)
class Offer:
    """A table or figure that can be kept: what it is called, and how `app.basket.send_to_report` is asked for it."""

    title: str
    analysis: str
    form: str
    options: Mapping[str, Any]


class ReportButton(QToolButton):
    """Keeps what is offered at the moment it is pressed, or one of `several` things; grey while the past is looked at
    and where there is nothing to `allow`."""

    said = Signal(str, object)  # what was kept, and the step to take it back

    def __init__(
        self,
        bridge: Bridge,
        look: Look,
        offers: Callable[[], Sequence[Offer]],
        parent: QWidget,
        several: bool = False,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._look, self._offers = bridge, look, offers
        self._allowed = True
        self.setIcon(icon("basket"))
        self.setText(self.tr("To the report"))
        self.setAccessibleName(self.text())
        self.setToolTip(self.tr("Keep this for the report, which works it out anew when it is written"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.choices = QMenu(self)
        if several:
            self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            self.choices.aboutToShow.connect(self._fill)
            self.setMenu(self.choices)
        else:
            self.clicked.connect(self.send_all)
        look.dress(self)
        look.follow(self._take_look)
        self._take_look()
        bridge.followed.connect(self._check)
        self._check()

    def _take_look(self) -> None:
        px = self._look.px
        self.setIconSize(QSize(px(16), px(16)))
        self.setFixedHeight(px(32))

    def _check(self, _step: Step | None = None) -> None:
        self.setEnabled(self._allowed and not self._bridge.project.read_only)

    def allow(self, allowed: bool) -> None:
        """Whether there is something to keep."""
        self._allowed = allowed
        self._check()

    def _fill(self) -> None:
        self.choices.clear()
        for offer in self._offers():
            self.choices.addAction(offer.title, lambda offer=offer: self.send(offer))

    def send_all(self) -> None:
        """Keep all that is offered."""
        for offer in self._offers():
            self.send(offer)

    def send(self, offer: Offer) -> None:
        """Keep one of what is offered; `said` offers to take it back."""

        def told(item: BasketItem, step: Step | None) -> None:
            words = self.tr("“{title}” goes into the report.").replace("{title}", item.title)
            self.said.emit(words, step.number if step is not None else None)

        self._bridge.act(
            send_to_report,
            offer.analysis,
            offer.form,
            offer.options,
            offer.title,
            then=told,
            failed=self._bridge.failed.emit,
        )
