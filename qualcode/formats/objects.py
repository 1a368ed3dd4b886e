"""JSON that somebody made: an object that names a key twice is refused, for one of the two would be lost."""

import json
from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

from ..domain.errors import BadInput

_Parse = Callable[[str], Any]


def read_json(name: str, text: str, whole: _Parse = int, broken: _Parse = float, others: _Parse = float) -> Any:
    """The value that a file of this name holds; `whole`, `broken` and `others` make numbers of what is written as whole
    numbers, with a point, and as NaN or Infinity.

    Raises `BadInput` for a key given twice, `ValueError` for what is no JSON, `RecursionError` for what is nested too
    deeply.
    """
    once = partial(_once, name)
    return json.loads(text, object_pairs_hook=once, parse_int=whole, parse_float=broken, parse_constant=others)


def _once(name: str, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    times = Counter(key for key, _ in pairs)
    raise BadInput(
        "“{name}” has “{key}” twice in one of its objects, and only one of them could be read. Keep one of the two.",
        name=name,
        key=max(times, key=times.__getitem__),
    )
