"""A theme map of 300 things and 2,000 relations on a big project: looked at, moved about on, arranged, drawn.

QUALCODE_BENCH_L names a project file of the big workload (250,000 codings); it is copied, never changed. Run with
`--benchmark-enable`; with `--benchmark-timer=time.process_time` where others use the machine.
"""

import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import qualcode
from qualcode.app import theme_maps
from qualcode.app.map_export import export_map
from qualcode.app.map_generation import MapPlan, PlannedRelation, draw_map
from qualcode.app.map_reading import map_picture, with_facts
from qualcode.app.project import Project
from qualcode.domain.theme_maps import RELATION_KINDS, ThemeMap

THINGS, RELATIONS = 300, 2_000


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Project, ThemeMap]]:
    found = os.environ.get("QUALCODE_BENCH_L")
    if not found:
        pytest.skip("QUALCODE_BENCH_L does not name a project file of the big workload")
    place = tmp_path_factory.mktemp("maps") / "big.qualcode"
    shutil.copyfile(found, place)
    with qualcode.open(place, coder="Bench") as project:
        with project.read() as read:
            codes = [code.id for code in read.codebook.ordered][:THINGS]
            segments = [one.segment for one in read.placed(code=codes[1])]
        chance = random.Random(1)
        pairs = sorted({tuple(chance.sample(range(THINGS), 2)) for _ in range(2 * RELATIONS)})[:RELATIONS]
        relations = tuple(
            PlannedRelation(
                codes[a], codes[b], chance.choice(RELATION_KINDS), True, None, "", (chance.choice(segments),)
            )
            for a, b in pairs
        )
        yield project, draw_map(project, "Map", MapPlan(tuple(("code", key) for key in codes), relations, ""), "force")


@pytest.mark.benchmark(group="theme map")
def test_look_at_the_map(benchmark: Any, drawn: tuple[Project, ThemeMap]) -> None:
    project, theme_map = drawn

    def look() -> int:
        with project.read() as read:
            return len(map_picture(read, theme_map.id).relations)

    assert benchmark(look) == RELATIONS


@pytest.mark.benchmark(group="theme map")
def test_count_what_stands_on_it(benchmark: Any, drawn: tuple[Project, ThemeMap]) -> None:
    project, theme_map = drawn
    with project.read() as read:
        picture = map_picture(read, theme_map.id)
    counted = benchmark.pedantic(with_facts, (project, picture), rounds=3, warmup_rounds=1)
    assert any(thing.facts and thing.facts.segments for thing in counted.things)


@pytest.mark.benchmark(group="theme map")
def test_move_a_thing(benchmark: Any, drawn: tuple[Project, ThemeMap]) -> None:
    project, theme_map = drawn
    with project.read() as read:
        node = map_picture(read, theme_map.id).things[0].id
    spots = iter(range(1, 10_000))
    benchmark.pedantic(lambda: theme_maps.move_nodes(project, theme_map, {node: (next(spots), 0)}), rounds=9)


@pytest.mark.benchmark(group="theme map")
@pytest.mark.parametrize("layout", ["force", "hierarchical", "radial"])
def test_arrange(benchmark: Any, drawn: tuple[Project, ThemeMap], layout: str) -> None:
    project, theme_map = drawn
    seeds = iter(range(100))
    arranged = benchmark.pedantic(lambda: theme_maps.arrange(project, theme_map, layout, next(seeds)), rounds=3)
    assert arranged.layout == layout


@pytest.mark.benchmark(group="theme map")
@pytest.mark.parametrize("suffix", [".svg", ".html", ".graphml"])
def test_write(benchmark: Any, drawn: tuple[Project, ThemeMap], suffix: str, tmp_path: Path) -> None:
    project, theme_map = drawn
    written = benchmark.pedantic(lambda: export_map(project, tmp_path / f"map{suffix}", theme_map), rounds=1)
    assert written.stat().st_size > 100_000
