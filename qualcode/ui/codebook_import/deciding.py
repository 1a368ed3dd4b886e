"""Asking what is to become of the codes of files, where there is anything to decide."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from ...app.codebook_arrivals import ArrivingCode, codebook_of, read_plan
from ...app.exchange import Arrival
from ...domain.folding import fold
from ...store.reading import Reading
from ..bridge import Bridge
from .page import CodebookArrivals

Decided = Callable[[Sequence[ArrivingCode]], None]


def decide(
    bridge: Bridge,
    arrivals: Sequence[Arrival],
    parent: QWidget,
    decided: Decided,
    given_up: Callable[[], None],
    idle: Decided | None = None,
) -> None:
    """Plan the codes of all codebooks among the files; `decided` hears the plan as the user wants it, or as it is where
    there is nothing to decide (`idle` hears that instead, if given)."""
    found = codebook_of(arrival.bundle for arrival in arrivals)
    if not found:
        (idle or decided)(())
        return
    names = ", ".join(arrival.name for arrival in arrivals if arrival.bundle.codes)

    def ask(read: Reading) -> tuple[tuple[ArrivingCode, ...], list[str]]:
        rows = read_plan(read, found)
        return rows, [fold(f"{row.path}\n{row.at}") for row in rows]

    def arrived(answer: tuple[tuple[ArrivingCode, ...], list[str]]) -> None:
        rows, folded = answer
        if not any(row.state in ("update", "conflict") for row in rows):
            (idle or decided)(rows)
            return
        dialog = CodebookArrivals(bridge, names, rows, folded, parent)
        dialog.accepted.connect(lambda: decided(dialog.rows))
        dialog.rejected.connect(given_up)
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    def failed(error: Exception) -> None:
        given_up()
        bridge.failed.emit(error)

    bridge.ask(ask, arrived, failed)
