"""Theme maps as GraphML 1.0, for programs that draw or measure graphs: a directed graph with typed attributes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from .sheets import replacing

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_SCHEMA = "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd"
Value = str | int | float | bool | None
_TYPES: dict[type, str] = {bool: "boolean", int: "long", float: "double", str: "string"}


@dataclass(frozen=True, slots=True)
class Vertex:
    """A node: its id in the file, and what is known of it by name."""

    id: str
    values: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Arrow:
    """An edge between two nodes; several may join the same two."""

    id: str
    source: str
    target: str
    values: dict[str, Value]


def write_graphml(
    path: Path,
    facts: Mapping[str, Value],
    vertices: Sequence[Vertex],
    arrows: Sequence[Arrow],
    directed: bool = True,
) -> None:
    """Write a graph; values that are None are left out.

    The edges of one graph are all directed, or none is, as the format asks: where only some relations lead somewhere
    they are written as directed, and whether one does is an attribute of it.
    """
    groups = (("graph", [facts]), ("node", [one.values for one in vertices]), ("edge", [one.values for one in arrows]))
    keys: dict[tuple[str, str], str] = {}
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<graphml xmlns="{_NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
        f'         xsi:schemaLocation="{_NAMESPACE} {_SCHEMA}">',
    ]
    for domain, values in groups:
        for name, kind in _columns(values).items():
            key = keys[domain, name] = f"k{len(keys)}"
            lines.append(f'  <key id="{key}" for="{domain}" attr.name={_quoted(name)} attr.type="{kind}"/>')
    lines.append(f'  <graph id="map" edgedefault="{"" if directed else "un"}directed">')
    lines += _data("graph", facts, keys, "    ")
    for vertex in vertices:
        lines.append(f"    <node id={_quoted(vertex.id)}>")
        lines += [*_data("node", vertex.values, keys, "      "), "    </node>"]
    for arrow in arrows:
        ends = f"source={_quoted(arrow.source)} target={_quoted(arrow.target)}"
        lines.append(f"    <edge id={_quoted(arrow.id)} {ends}>")
        lines += [*_data("edge", arrow.values, keys, "      "), "    </edge>"]
    lines += ["  </graph>", "</graphml>", ""]
    with replacing(path) as waiting:
        waiting.write_bytes("\n".join(lines).encode("utf-8"))


def _columns(rows: Sequence[Mapping[str, Value]]) -> dict[str, str]:
    """The names that have a value somewhere, with their types."""
    found: dict[str, str] = {}
    for row in rows:
        for name, value in row.items():
            if value is not None:
                found.setdefault(name, _TYPES[type(value)])
    return found


def _data(domain: str, values: Mapping[str, Value], keys: dict[tuple[str, str], str], indent: str) -> list[str]:
    return [
        f'{indent}<data key="{keys[domain, name]}">{_text(value)}</data>'
        for name, value in values.items()
        if value is not None
    ]


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return escape(_allowed(str(value)))


def _quoted(text: str) -> str:
    return quoteattr(_allowed(text))


def _allowed(text: str) -> str:
    """The text without signs that no XML may hold."""
    return "".join(char for char in text if char in "\t\n\r" or (char >= " " and char not in "\ufffe\uffff"))
