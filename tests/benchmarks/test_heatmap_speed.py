"""The co-occurrence view on workload L: counting, ordering, painting, and the quotes of a cell.

Set QUALCODE_BENCH_WORK to the folder that holds S, M and L; run with `--benchmark-enable`.
"""

import os
from functools import cache
from typing import Any

import pytest
from benchmarks.test_analysis_speed import workload

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOM = 696, 740  # pixels


@cache
def counted() -> Any:
    from qualcode.analysis.cooccurrence import count

    return count(workload("L"))


@pytest.mark.parametrize("order", ["codebook", "likeness"])
@pytest.mark.benchmark(group="heat map of 400 codes")
def test_order(benchmark: Any, order: str) -> None:
    from qualcode.analysis.matrices import heat_map

    heat = benchmark(heat_map, workload("L"), counted(), "pairs", order)
    assert len(heat.labels) == 400


@pytest.mark.parametrize("zoom", range(8))
@pytest.mark.benchmark(group="painting 400 codes, whole view and a step of scrolling")
def test_paint(benchmark: Any, qtbot: Any, zoom: int) -> None:
    from PySide6.QtGui import QImage

    from qualcode.analysis.matrices import heat_map
    from qualcode.ui.look import look
    from qualcode.ui.views.heatmap import HeatMapView

    view = HeatMapView(look())
    qtbot.addWidget(view)
    view.resize(*ROOM)
    view.show_heat(heat_map(workload("L"), counted(), "pairs", "likeness"), lambda _row, _column: "")
    view.zoom(zoom)
    view.show()
    image = QImage(*ROOM, QImage.Format.Format_RGB32)
    bars = view.horizontalScrollBar(), view.verticalScrollBar()

    def step() -> None:
        for bar in bars:
            bar.setValue((bar.value() + 31) % max(bar.maximum(), 1))
        view.viewport().render(image)

    benchmark(step)
    assert image.pixelColor(ROOM[0] // 2, ROOM[1] // 2).isValid()


@pytest.mark.benchmark(group="network of 400 codes")
def test_network_layout(benchmark: Any) -> None:
    from qualcode.analysis.networks import network

    assert benchmark(network, workload("L"), counted()).nodes


@pytest.mark.benchmark(group="quotes of the strongest cell")
def test_first_page_of_quotes(benchmark: Any) -> None:
    from qualcode.analysis.quotes import cooccurring_spans

    counts = counted()
    strongest = int(counts.pairs.argmax())
    a, b = (int(counts.codes[side[strongest]]) for side in (counts.a, counts.b))
    assert benchmark(cooccurring_spans, workload("L"), a, b, limit=30).pairs == counts.pairs[strongest]
