"""The map of a review page as a drawing: boxes, lines and labels that fit, and text that stays in its box."""

from itertools import pairwise
from uuid import UUID, uuid4

from lxml import etree

from qualcode.domain.theme_maps import RELATION_KINDS
from qualcode.formats.review_map import Shape, Tie, cut, drawing, measured, wrapped

SVG = "{http://www.w3.org/2000/svg}"


def shape(x: float, y: float, kind: str = "theme", name: str = "Power", **more: object) -> Shape:
    return Shape(uuid4(), kind, x, y, 256.0, 92.0, name, **more)  # type: ignore[arg-type]


def tie(one: Shape, other: Shape, kind: str = "leads to", directed: bool = True) -> Tie:
    return Tie(uuid4(), one.key, other.key, kind, kind, directed, f"{one.name} {kind} {other.name}")


def parsed(text: str) -> etree._Element:
    return etree.fromstring(text)


def of_class(root: etree._Element, name: str) -> list[etree._Element]:
    return [each for each in root.iter() if name in (each.get("class") or "").split()]


def test_nothing_is_drawn_of_nothing() -> None:
    assert drawing([], [], "Map") == ""


def test_everything_lies_inside_the_picture() -> None:
    shapes = [shape(-500, -300), shape(700, 20), shape(0, 900)]
    root = parsed(drawing(shapes, [tie(shapes[0], shapes[1])], "Map"))
    left, top, width, height = map(float, root.get("viewBox").split())
    for each in shapes:
        assert left < each.x - each.width / 2
        assert each.x + each.width / 2 < left + width
        assert top < each.y - each.height / 2
        assert each.y + each.height / 2 < top + height


def test_each_kind_of_relation_has_an_end_of_its_own() -> None:
    one, other = shape(-400, 0), shape(400, 0)
    ends = {}
    for kind in (*RELATION_KINDS, "my own word"):
        line = of_class(parsed(drawing([one, other], [tie(one, other, kind, kind != "co-occurs with")], "Map")), "tie")[
            0
        ]
        paths = [(path.get("class"), path.get("stroke-dasharray")) for path in line]
        ends[kind] = tuple(paths)
    assert len(set(ends.values())) == len(ends) - 1  # part of and leads to differ in their outline
    assert ends["co-occurs with"] == (("reach", None), (None, None))
    assert ("bars", None) in ends["contradicts"]


def test_lines_between_the_same_two_do_not_lie_on_one_another() -> None:
    one, other = shape(-400, 0), shape(400, 0)
    ties = [tie(one, other), tie(one, other, "contradicts"), tie(other, one), tie(one, one), tie(one, shape(0, 0))]
    root = parsed(drawing([one, other], ties, "Map"))
    lines = of_class(root, "tie")
    assert len(lines) == 4  # one end of the last is not on the map
    paths = {line[0].get("d") for line in lines[:3]}
    assert len(paths) == 3
    boxes = [each[0] for each in of_class(root, "label")[:3]]
    places = sorted((float(box.get("y")), float(box.get("height"))) for box in boxes)
    assert all(y + height <= next_y for (y, height), (next_y, _) in pairwise(places))


def test_what_can_be_chosen_has_its_target_and_a_name() -> None:
    key = UUID(int=7)
    known = shape(0, 0, lines=("3 segments", "named"), target=key, dashed=True)
    root = parsed(drawing([known, shape(500, 0, "case", "Ana")], [], "Map"))
    chosen = [each for each in root.iter() if each.get("data-target")]
    assert [each.get("data-target") for each in chosen] == [str(key)]
    assert chosen[0].get("aria-label") == "Power, 3 segments, named"
    assert chosen[0].get("tabindex") == "0"
    assert chosen[0][0].get("stroke-dasharray")


def test_groups_lie_below_and_notes_are_broken_into_lines() -> None:
    group = Shape(uuid4(), "group", 0, 0, 600, 400, "A group with a name")
    note = Shape(uuid4(), "note", 0, 0, 200, 96, "One thought and then <another> one, " * 4)
    root = parsed(drawing([note, group], [], "Map"))
    kinds = [each.get("class").split()[1] for each in root if each.tag == f"{SVG}g"]
    assert kinds == ["group", "note"]
    lines = [each.text for each in of_class(of_class(root, "note")[0], "near")]
    assert len(lines) == 4
    assert lines[-1].endswith("…")
    assert "<another>" in " ".join(lines)


def test_from_afar_there_are_fewer_words_and_all_of_the_name() -> None:
    one = shape(-400, 0, name="Maintaining the relationship", lines=("95 segments · 10 of 12 cases", "reviewed"))
    other = shape(400, 0)
    link = Tie(uuid4(), one.key, other.key, "leads to", "leads to · 2 quotes", True, "told", "leads to")
    root = parsed(drawing([one, other], [link], "Map"))
    box = of_class(root, "theme")[0]
    assert [each.text for each in of_class(box, "near")] == [one.name, *one.lines]
    assert [each.text for each in of_class(box, "far")] == ["Maintaining the", "relationship", None]
    assert all(float(each.get("y")) < one.y + one.height / 2 for each in of_class(box, "far"))
    texts = {each.get("class"): each.text for each in of_class(root, "label")[0].iter(f"{SVG}text")}
    assert texts == {"near": "leads to · 2 quotes", "far": "leads to"}


def test_text_stays_in_its_room() -> None:
    for text in ("a short one", "x" * 400, "一" * 60, "one two " * 40, ""):
        assert measured(cut(text, 120, 13), 13) <= 120
        for line in wrapped(text, 120, 13, 5):
            assert measured(line, 13) <= 120 + 13
    assert wrapped("one", 120, 13, 3) == ["one"]
    assert "".join(wrapped("一" * 20, 60, 13, 99)) == "一" * 20
