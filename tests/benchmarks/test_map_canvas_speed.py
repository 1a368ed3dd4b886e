"""The canvas of a theme map with 300 things and 2,000 relations: frames of a drag, of moving the view, of a zoom.

Run with `--benchmark-enable`. A frame is the event and the painting it causes, into a picture of the canvas's size, in
time of the window's thread: what else the machine does at that moment is not counted.
"""

import os
from random import Random
from time import thread_time
from typing import Any
from uuid import UUID

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOM = 1120, 760  # pixels
THINGS, RELATIONS, ACROSS = 300, 2_000, 20


def scene() -> tuple[list[Any], list[Any]]:
    """A map in rows; most relations lead to a neighbour, some far away."""
    from qualcode.domain.palette import PALETTE
    from qualcode.domain.theme_maps import RELATION_KINDS
    from qualcode.domain.themes import STAGES
    from qualcode.ui.maps.scene import Thing, Tie

    random = Random(1)
    ids = [UUID(int=random.getrandbits(128)) for _ in range(THINGS)]
    things = []
    for number, key in enumerate(ids):
        theme = number % 3 == 0
        things.append(
            Thing(
                key,
                "theme" if theme else "code",
                key,
                f"Theme number {number} with a name",
                (number % ACROSS) * 320 - 3_200,
                (number // ACROSS) * 160 - 1_200,
                color=PALETTE[number % 24].light,
                stage=number % 4 + 1 if theme else 0,
                stage_key=STAGES[number % 4] if theme else "",
                segments=random.randrange(200),
                cases=random.randrange(1, 9),
                all_cases=8,
            )
        )
    ties: list[Any] = []
    while len(ties) < RELATIONS:
        one = random.randrange(THINGS)
        far = random.choice([1, -1, ACROSS, -ACROSS, ACROSS + 1, 2, 40, random.randrange(-150, 150)])
        other = min(THINGS - 1, max(0, one + far))
        if one != other:
            kind = random.choice([*RELATION_KINDS, "my own"])
            met = kind == "co-occurs with"
            strength = float(random.randrange(50)) if met else None
            key = UUID(int=random.getrandbits(128))
            ties.append(Tie(key, ids[one], ids[other], kind, not met, quotes=random.randrange(12), strength=strength))
    return things, ties


@pytest.fixture
def canvas(qtbot: Any) -> Any:
    from qualcode.ui.look import look
    from qualcode.ui.maps.canvas import MapCanvas

    made = MapCanvas(look())
    qtbot.addWidget(made)
    made.resize(*ROOM)
    made.show()
    made.show_things(*scene())
    return made


def picture() -> Any:
    from PySide6.QtGui import QImage

    return QImage(*ROOM, QImage.Format.Format_RGB32)


@pytest.mark.parametrize("zoom", [1.0, 0.6, 0.3, 0.15])
@pytest.mark.parametrize("held", [1, 25, 300])
@pytest.mark.benchmark(timer=thread_time, group="a frame of dragging on a map of 300 things and 2,000 relations")
def test_drag(benchmark: Any, canvas: Any, zoom: float, held: int) -> None:
    from PySide6.QtCore import QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    canvas.set_zoom(zoom)
    canvas.middle = (0.0, 0.0)
    canvas.redraw()
    image = picture()
    canvas.render(image)
    things = canvas.scene.things
    near = sorted(things, key=lambda key: abs(things[key].x) + abs(things[key].y))
    canvas.choose(near[:held])
    start = canvas.box_in_widget(near[0]).center()
    left = Qt.MouseButton.LeftButton

    def send(kind: Any, place: QPointF) -> None:
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else left
        spot = QPointF(canvas.mapToGlobal(place.toPoint()))
        QApplication.sendEvent(canvas, QMouseEvent(kind, place, spot, button, left, Qt.KeyboardModifier.NoModifier))

    send(QEvent.Type.MouseButtonPress, start)
    send(QEvent.Type.MouseMove, start + QPointF(20, 10))
    canvas.render(image)
    at = [0]

    def frame() -> None:
        at[0] += 1
        send(QEvent.Type.MouseMove, start + QPointF(20 + at[0] * 5 % 300, 10 + at[0] * 3 % 200))
        canvas.render(image)

    benchmark(frame)
    assert len(canvas.lifted) == held
    send(QEvent.Type.MouseButtonRelease, start)


@pytest.mark.parametrize("zoom", [1.0, 0.6, 0.15])
@pytest.mark.benchmark(timer=thread_time, group="a frame of moving the view over it")
def test_pan(benchmark: Any, canvas: Any, zoom: float) -> None:
    canvas.set_zoom(zoom)
    canvas.middle = (0.0, 0.0)
    canvas.redraw()
    image = picture()
    canvas.render(image)
    turn = [1]

    def frame() -> None:
        turn[0] = -turn[0] if abs(canvas.middle[0]) > 600 else turn[0]
        canvas.pan(17 * turn[0], 9 * turn[0])
        canvas.render(image)

    benchmark(frame)
    assert canvas.zoom == zoom


@pytest.mark.parametrize("zoom", [1.0, 0.6, 0.15])
@pytest.mark.benchmark(timer=thread_time, group="the whole view of it painted anew")
def test_redraw(benchmark: Any, canvas: Any, zoom: float) -> None:
    canvas.set_zoom(zoom)
    canvas.middle = (0.0, 0.0)
    image = picture()

    def frame() -> None:
        canvas.redraw()
        canvas.render(image)

    benchmark(frame)
    assert image.pixelColor(ROOM[0] // 2, ROOM[1] // 2).isValid()
