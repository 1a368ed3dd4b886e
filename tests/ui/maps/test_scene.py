"""The scene below the canvas: boxes, lines, labels, and what is where."""

from dataclasses import replace
from itertools import pairwise
from random import Random
from uuid import UUID

from qualcode.analysis.map_geometry import curve_between, touch
from qualcode.ui.maps.scene import Scene, Thing, Tie


def key(number: int) -> UUID:
    return UUID(int=number)


def thing(number: int, x: float, y: float, kind: str = "code", **more: object) -> Thing:
    colored = {"color": "#2067DA"} if kind in ("theme", "code") else {}
    return Thing(key(number), kind, key(1000 + number), f"thing {number}", x, y, **(colored | more))  # type: ignore[arg-type]


def tie(number: int, source: int, target: int, kind: str = "leads to", **more: object) -> Tie:
    return Tie(key(500 + number), key(source), key(target), kind, **more)  # type: ignore[arg-type]


def test_only_what_differs_is_told() -> None:
    scene = Scene()
    things = [thing(1, 0, 0), thing(2, 400, 0)]
    ties = [tie(1, 1, 2)]
    assert scene.show(things, ties)[0] == {key(1), key(2), key(501)}
    assert scene.show(things, ties) == (set(), False)
    moved = [things[0], replace(things[1], x=500)]
    assert scene.show(moved, ties) == ({key(2)}, False)
    assert scene.box(key(2))[0] == 500 - 128
    assert scene.show(moved, [])[0] == {key(501)}
    assert scene.ties_of([key(1)]) == set()


def test_a_tie_without_both_ends_is_left_out() -> None:
    scene = Scene()
    scene.show([thing(1, 0, 0)], [tie(1, 1, 2)])
    assert not scene.ties


def test_several_lines_between_two_do_not_lie_on_one_another() -> None:
    scene = Scene()
    ties = [tie(1, 1, 2), tie(2, 1, 2, "contradicts"), tie(3, 2, 1, "part of"), tie(4, 2, 1, "my own")]
    scene.show([thing(1, 0, 0), thing(2, 700, 30)], ties)
    middles = [scene.curve(one.id).at(0.5) for one in ties]
    heights = sorted(y for _, y in middles)
    assert all(above + 20 < below for above, below in pairwise(heights))
    labels = [scene.label(one.id, 110, 24) for one in ties]
    assert not any(touch(one.box, other.box) for one in labels for other in labels if one is not other)


def test_a_line_begins_and_ends_at_the_edges() -> None:
    one, other = (-128.0, -46.0, 128.0, 46.0), (300.0, 200.0, 556.0, 292.0)
    curve = curve_between(one, other)
    for x, y, box in ((curve.x0, curve.y0, one), (curve.x1, curve.y1, other)):
        outside = max(box[0] - x, x - box[2], box[1] - y, y - box[3])
        assert 0 <= outside <= 3


def test_lines_follow_what_is_moved() -> None:
    scene = Scene()
    scene.show([thing(1, 0, 0), thing(2, 600, 0)], [tie(1, 1, 2)])
    before = scene.curve(key(501))
    scene.label(key(501), 80, 24)
    scene.move([key(2)], 0, 300)
    after = scene.curve(key(501))
    assert after.y1 > before.y1 + 200
    assert scene.label(key(501), 80, 24).y > 50


def test_boxes_grow_with_what_stands_behind_them() -> None:
    scene = Scene()
    few, many = thing(1, 0, 0, segments=1, cases=6), thing(2, 600, 0, segments=100, cases=1)
    note = thing(3, 0, 300, "note", width=200.0, height=96.0)
    scene.show([few, many, note], [])

    def wide(number: int) -> float:
        box = scene.box(key(number))
        return box[2] - box[0]

    assert wide(1) == wide(2) == 256
    scene.size_by("segments")
    assert 220 < wide(1) < 256 < wide(2)
    scene.size_by("cases")
    assert wide(2) < wide(1)
    assert wide(3) == 200


def test_what_is_at_a_place() -> None:
    scene = Scene()
    group = thing(3, 0, 0, "group", width=600.0, height=400.0)
    scene.show([group, thing(1, 0, 0, inside=key(3)), thing(2, 700, 0)], [tie(1, 1, 2)])
    assert scene.thing_at(0, 0) == key(1)
    assert scene.thing_at(200, 100) is None  # the ground of a group lets through
    assert scene.thing_at(-298, 100) == key(3)
    assert scene.thing_at(0, -190) == key(3)
    assert scene.group_at(200, 100) == key(3)
    assert scene.with_contents([key(3)]) == {key(3), key(1)}
    x, y = scene.curve(key(501)).at(0.5)
    assert scene.tie_at(x, y + 3, 6) == key(501)
    assert scene.tie_at(x, y + 30, 6) is None
    assert scene.within((-140, -60, 140, 60)) == {key(1)}


def test_strength_makes_a_line_thick() -> None:
    scene = Scene()
    weak, strong, drawn = (
        tie(1, 1, 2, "co-occurs with", strength=1.0),
        tie(2, 1, 2, "co-occurs with", strength=30.0),
        tie(3, 1, 2),
    )
    scene.show([thing(1, 0, 0), thing(2, 700, 0)], [weak, strong, drawn])
    assert scene.width(weak) < scene.width(drawn) < scene.width(strong)


def test_very_many_relations_are_a_crowd() -> None:
    random = Random(1)
    scene = Scene()
    things = [thing(number, 300 * (number % 10), 150 * (number // 10)) for number in range(40)]
    ties = [tie(number, *random.sample(range(40), 2)) for number in range(200)]
    scene.show(things, ties[:100])
    assert not scene.crowded
    scene.show(things, ties)
    assert scene.crowded
    assert len(scene.bounded_ties()) == 200
