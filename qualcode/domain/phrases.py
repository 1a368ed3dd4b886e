"""Sentences of ours kept with the project: as JSON of their parts, so that they can be said in every language later."""

import json
from collections.abc import Iterable
from typing import Any

from .errors import Phrase, fill

_SAID, _WITH, _ENGLISH = "said", "with", "english"


def packed(sentences: Iterable[str]) -> str:
    """Sentences as a text to be stored; "" for none."""
    kept = [_parts(one) for one in sentences]
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")) if kept else ""


def unpacked(text: str) -> str:
    """What `packed` made, as one phrase; any other text as it is."""
    if not text.startswith("["):
        return text
    try:
        sentences = [_phrase(one) for one in json.loads(text)]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return text
    if not sentences:
        return text
    whole, *rest = sentences
    for one in rest:
        whole = Phrase("{before} {next}", before=whole, next=one)
    return whole if isinstance(whole, Phrase) else text


def _parts(value: object) -> Any:
    if isinstance(value, Phrase):
        found: dict[str, Any] = {_SAID: value.template}
        if value.values:
            found[_WITH] = {name: _parts(one) for name, one in value.values.items()}
        if str(value) != fill(value.template, value.values):
            found[_ENGLISH] = str(value)
        return found
    if isinstance(value, tuple):
        return [_parts(one) for one in value]
    return value if isinstance(value, int | float) and not isinstance(value, bool) else str(value)


def _phrase(kept: Any) -> Any:
    if isinstance(kept, dict):
        values = {name: _phrase(one) for name, one in kept.get(_WITH, {}).items()}
        return Phrase(kept[_SAID], english=kept.get(_ENGLISH, ""), **values)
    if isinstance(kept, list):
        return tuple(_phrase(one) for one in kept)
    return kept
