"""Maps as files: the same state gives the same bytes, other programs read them, and what is redacted stays inside."""

import re
from xml.etree import ElementTree

import pytest
import rustworkx
from app.map_examples import drawn, relation
from app.study import ANA

from qualcode.app import coding, display_names, memos, redactions
from qualcode.app import theme_maps as maps
from qualcode.app.map_export import SUFFIXES, export_map, map_drawing, page_figure_of
from qualcode.app.map_generation import make_map
from qualcode.app.map_reading import map_picture, with_facts
from qualcode.app.map_reading import maps as maps_of
from qualcode.app.project import Project
from qualcode.domain.errors import BadInput, NotFound

AT = ANA.index("Trust came")


def full(project: Project) -> None:
    """The map of the examples with a quote on it and a relation with evidence and comment."""
    drawn(project)
    made = maps.relate(project, "Main", "trust", "Bo", "my <own> & kind", "because “so”\nand so", directed=False)
    coded = coding.apply_code(project, "P01", AT, AT + 17, "trust")
    maps.add_relation_evidence(project, made, coded)
    maps.add_nodes(project, "Main", coded.segment)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_state_gives_the_same_bytes(file_study, tmp_path, suffix):
    full(file_study)
    one, two = tmp_path / f"one{suffix}", tmp_path / f"two{suffix}"
    assert export_map(file_study, one, "Main") == one
    export_map(file_study, two, "Main")
    assert one.read_bytes() == two.read_bytes()
    signs = {".svg": b"<?xml", ".png": b"\x89PNG", ".pdf": b"%PDF", ".html": b"<!DOCTYPE html>", ".graphml": b"<?xml"}
    assert one.read_bytes().startswith(signs[suffix])


def test_a_graph_is_read_by_others_with_all_it_holds(file_study, tmp_path):
    full(file_study)
    path = export_map(file_study, tmp_path / "map.graphml", "Main")
    graph = rustworkx.read_graphml(str(path))[0]
    nodes = {node["label"]: node for node in graph.nodes()}
    assert {"Power", "trust", "Bo", "On trust", "People", "What of the others?"} < set(nodes)
    assert nodes["Power"]["kind"] == "theme"
    assert nodes["trust"]["segments"] == 3
    assert nodes["Bo"]["group"] == "People"
    assert isinstance(nodes["Bo"]["x"], float)
    edges = {(graph[a]["label"], edge["kind"], graph[b]["label"]): edge for a, b, edge in graph.weighted_edge_list()}
    assert len(edges) == 4
    own = edges["trust", "my <own> & kind", "Bo"]
    assert (own["directed"], own["quotes"], own["comment"]) == (False, 1, "because “so”\nand so")
    assert edges["Power", "contradicts", "trust"]["directed"] is True


def test_a_graph_keeps_to_the_format(file_study, tmp_path):
    full(file_study)
    root = ElementTree.parse(export_map(file_study, tmp_path / "map.graphml", "Main")).getroot()
    spaces = {"g": "http://graphml.graphdrawing.org/xmlns"}
    keys = {key.get("id"): key for key in root.findall("g:key", spaces)}
    assert [child.tag.rpartition("}")[2] for child in root] == ["key"] * len(keys) + ["graph"]
    assert {key.get("attr.type") for key in keys.values()} <= {"boolean", "long", "double", "string"}
    ids = {node.get("id") for node in root.iterfind(".//g:node", spaces)}
    for edge in root.iterfind(".//g:edge", spaces):
        assert {edge.get("source"), edge.get("target")} <= ids
    for where in ("graph", "node", "edge"):
        for element in root.iterfind(f".//g:{where}", spaces):
            for data in element.findall("g:data", spaces):
                assert keys[data.get("key")].get("for") == where


def test_networkx_reads_it(file_study, tmp_path):
    networkx = pytest.importorskip("networkx", reason="networkx is not installed here")
    full(file_study)
    graph = networkx.read_graphml(export_map(file_study, tmp_path / "map.graphml", "Main"), force_multigraph=True)
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (7, 4)


def test_a_page_lists_relations_with_their_quotes_and_asks_for_nothing(file_study, tmp_path):
    full(file_study)
    text = export_map(file_study, tmp_path / "map.html", "Main").read_text("utf-8")
    assert "my &lt;own&gt; &amp; kind" in text
    assert "because “so”\nand so" in text
    assert "<p>Trust came slowly</p><cite>P01, turn 2 · Ana</cite>" in text
    assert "default-src 'none'" in text
    outside = re.findall(r"https?://[^\s\"'<]+", text)
    assert set(outside) <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
    assert not re.search(r"<(link|img|script|iframe)[^>]+(src|href)=\"(?!data:)", text)
    for number in range(1, 5):
        assert text.count(f'id="r{number}"') == 1
        assert text.count(f'href="#r{number}"') == text.count(f'id="m{number}"') == 1


def test_a_picture_is_a_drawing_that_holds_the_legend_and_no_font(file_study, tmp_path):
    full(file_study)
    text = export_map(file_study, tmp_path / "map.svg", "Main").read_text("utf-8")
    assert ElementTree.fromstring(text).tag.endswith("svg")
    assert "<text" not in text
    assert "<image" not in text


def test_redacted_words_stay_inside_and_display_ids_stand_for_names(file_study, tmp_path):
    full(file_study)
    memos.edit_memo(file_study, _memo(file_study), text="She said: Trust came slowly.")
    redactions.redact(file_study, "P01", AT, AT + 10)
    display_names.set_display(file_study, "Bo", "P07")
    display_names.set_display(file_study, "Ana Lee", "P01")
    for suffix in (".html", ".graphml"):
        target = tmp_path / f"map{suffix}"
        plain = export_map(file_study, target, "Main").read_text("utf-8")
        assert "[…]" in plain
        assert "Trust came" not in plain
        assert "Bo" in plain
        shown = export_map(file_study, target, "Main", display_ids=True).read_text("utf-8")
        assert "P07" in shown
        assert ">Bo<" not in shown


def _memo(project: Project) -> object:
    with project.read() as read:
        return next(one for one in read.memos() if one.title == "On trust")


def test_one_map_need_not_be_named(file_study, tmp_path):
    with pytest.raises(NotFound, match="qualcode map PROJECT NAME --from themes"):
        export_map(file_study, tmp_path / "map.svg")
    maps.add_map(file_study, "Only")
    assert export_map(file_study, tmp_path / "map.svg").exists(), "an empty map can be written, too"
    maps.add_map(file_study, "Second")
    with pytest.raises(BadInput, match="“Only”, “Second”"):
        export_map(file_study, tmp_path / "other.svg")
    with pytest.raises(NotFound, match="There is no map “Third”"):
        export_map(file_study, tmp_path / "other.svg", "Third")
    with pytest.raises(BadInput, match=r"cannot be written as “\.docx”"):
        export_map(file_study, tmp_path / "other.docx", "Only")
    with pytest.raises(BadInput, match="written"):
        export_map(file_study, tmp_path / "nowhere" / "map.graphml", "Only")
    assert not (tmp_path / "other.svg").exists()


@pytest.mark.parametrize("suffix", [".svg", ".html"])
def test_words_are_said_in_another_language(file_study, tmp_path, suffix):
    full(file_study)
    said: list[str] = []

    def say(text: str) -> str:
        said.append(getattr(text, "template", text))
        return str(text)

    export_map(file_study, tmp_path / f"map{suffix}", "Main", say=say)
    assert {"leads to", "contradicts", "Map of {date}.", "{number} {things}", "Candidate"} <= set(said)


def test_a_map_from_the_data_says_what_its_lines_are(file_study, tmp_path):
    coding.apply_code(file_study, "P01", AT, AT + 17, "gatekeeping")
    coding.apply_code(file_study, "P01", AT, AT + 5, "place")
    made = make_map(file_study, "Data", "cooccurrence")
    text = export_map(file_study, tmp_path / "map.html").read_text("utf-8")
    assert "2 relations, 2 quotes. Thicker lines are stronger. Pairs of segments: 1 or more." in text
    assert text.count("Pairs of segments: 1. Two codes co-occur") == 2
    graph = rustworkx.read_graphml(str(export_map(file_study, tmp_path / "map.graphml", made)))[0]
    assert [edge["strength"] for edge in graph.edges()] == [1.0, 1.0]
    assert graph.attrs["basis"].startswith("Pairs of segments")


def test_a_map_with_very_many_lines_says_that_it_names_none(file_study, tmp_path):
    maps.add_map(file_study, "Main")
    maps.add_nodes(file_study, "Main", ["trust", "place", "Power"])
    for number in range(151):
        maps.relate(file_study, "Main", "trust", "place", f"way {number}")
    with file_study.read() as read:
        picture = map_picture(read, maps_of(read)[0].id)
    assert "since there are so many" in str(map_drawing(picture, "2026-11-23").caption)


def test_the_list_has_what_the_maps_have(study):
    full(study)
    maps.add_nodes(study, "Other", ["Power", "trust"])
    maps.relate(study, "Other", "trust", "Power", "part of")
    table = study.analyse("relations")
    assert list(table["map"]) == ["Main"] * 4 + ["Other"]
    row = table.iloc[3]
    assert (row["source"], row["kind"], row["target"], row["directed"]) == ("trust", "my <own> & kind", "Bo", "no")
    assert (row["source_kind"], row["target_kind"], row["quotes"], row["coder"]) == ("code", "case", 1, "Ana")
    assert table["strength"].isna().all()
    assert (table.attrs["n_relations"], table.attrs["n_maps"]) == (5, 2)
    with_ids = study.analyse("relations", ids=True, theme_map="Main")
    assert str(relation(study).id) in set(with_ids["relation_id"])
    assert len(with_ids) == 4
    with pytest.raises(BadInput, match="listed whole"):
        study.analyse("relations", documents="P01")
    with pytest.raises(BadInput, match="no option “rule”"):
        study.analyse("relations", rule="turn")


def test_boxes_are_as_large_as_what_stands_behind_them(file_study, tmp_path):
    full(file_study)
    with file_study.read() as read:
        picture = with_facts(file_study, map_picture(read, maps_of(read)[0].id))
    assert {card.grown for card in map_drawing(picture, "").cards} == {1.0}
    counts = {thing.id: thing.facts.segments for thing in picture.things if thing.kind in ("theme", "code")}
    drawing = map_drawing(picture, "", size="segments")
    grown = {card.key: card.grown for card in drawing.cards}
    assert all(grown[key] == 1.0 for key in grown.keys() - counts)
    assert sorted(counts, key=counts.__getitem__) == sorted(counts, key=grown.__getitem__)
    assert [words for _, words in drawing.sizes][-1] == f"{max(counts.values())} segments"
    assert "Boxes of themes and codes grow with their segments." in drawing.caption
    plain = export_map(file_study, tmp_path / "plain.svg", "Main").read_bytes()
    sized = export_map(file_study, tmp_path / "sized.svg", "Main", size="segments").read_bytes()
    assert plain != sized
    graph = rustworkx.read_graphml(str(export_map(file_study, tmp_path / "map.graphml", "Main", size="segments")))[0]
    widths = {node["label"]: node["width"] for node in graph.nodes()}
    most = max(counts, key=counts.__getitem__)
    assert widths[next(thing.label for thing in picture.things if thing.id == most)] == pytest.approx(256 * 1.7)
    with pytest.raises(BadInput, match="same, segments, cases, not by “weight”"):
        export_map(file_study, tmp_path / "map.svg", "Main", size="weight")


def test_the_size_kept_with_a_map_is_that_of_its_files(file_study, tmp_path):
    full(file_study)
    plain = export_map(file_study, tmp_path / "plain.svg", "Main").read_bytes()
    asked = export_map(file_study, tmp_path / "asked.graphml", "Main", size="cases").read_bytes()
    report = figure_size(file_study)
    maps.size_boxes(file_study, "Main", "cases")
    date = {"date": "2026-11-23"}
    kept = export_map(file_study, tmp_path / "kept.svg", "Main", **date).read_bytes()
    assert kept == export_map(file_study, tmp_path / "same.svg", "Main", size="cases", **date).read_bytes()
    assert kept != plain
    assert b"cases" in asked
    assert figure_size(file_study) != report, "the report's picture says what the sizes show"
    again = export_map(file_study, tmp_path / "again.svg", "Main", size="same", **date).read_bytes()
    maps.size_boxes(file_study, "Main")
    assert export_map(file_study, tmp_path / "last.svg", "Main", **date).read_bytes() == again
    with pytest.raises(BadInput, match="not by “weight”"):
        maps.size_boxes(file_study, "Main", "weight")


def figure_size(project):
    with project.read() as read:
        main = next(one for one in maps_of(read) if one.name == "Main")
    return tuple(page_figure_of(project, main.id, "2026-11-23")[0].get_size_inches())


@pytest.mark.parametrize("suffix", [".graphml", ".html"])
def test_what_a_map_was_made_from_stands_in_the_file_as_it_is_said(file_study, tmp_path, suffix):
    make_map(file_study, "Main", "cases")
    written = export_map(file_study, tmp_path / f"map{suffix}", "Main", say=lambda text: str(text).upper())
    told = "Codes and the cases that speak of them"
    text = written.read_text("utf-8")
    assert (told.upper() if suffix == ".html" else told) in text
    assert '"said"' not in text
