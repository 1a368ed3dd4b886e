"""Questions that are kept follow a merge, and a folder to its new path: what they asked for is what they ask for."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any
from uuid import UUID

from ..domain.errors import QualcodeError
from ..domain.folders import carried
from ..domain.query_tree import FOLDER, Is, Query, from_json, parts_of, to_json, with_parts
from ..store.work import Work

_Change = Callable[[Any], Any]


def repoint_questions(work: Work, gone: UUID, into: UUID, name: str) -> None:
    """Let saved queries, smart codes and the questions of the report basket ask for one thing instead of another, which
    was merged into it; `name` is the name (of a code: the path) of the one that stays."""
    old, new = str(gone), str(into)
    _change(work, old, lambda tree: tree.replace(old, new), lambda question: _repointed(question, old, new, name))


def follow_folder(work: Work, folder: str, target: str) -> None:
    """Let kept questions ask for a folder, and those in it, under the path `target` it has from now on."""

    def moved(path: Any) -> Any:
        return carried(path, folder, target) if isinstance(path, str) else path

    def in_tree(query: Query) -> Query:
        if isinstance(query, Is) and query.kind == FOLDER:
            return Is(FOLDER, moved(query.value))
        return with_parts(query, tuple(in_tree(part) for part in parts_of(query)))

    def again(tree: str) -> str:
        return to_json(in_tree(from_json(tree)))

    _change(work, '"folder', again, lambda question: _refoldered(question, moved, again))


def _change(work: Work, sign: str, tree: Callable[[str], str], question: _Change) -> None:
    """Write the trees of saved queries and the questions of the basket anew where `sign` stands in them. What another
    program wrote there and cannot be read stays: whoever asks it is told so."""
    for saved in work.read.where("saved_query"):
        with suppress(ValueError, QualcodeError):
            if sign in saved.question and (asked := tree(saved.question)) != saved.question:
                work.replace(replace(saved, question=asked))
    for item in work.read.where("basket_item"):
        with suppress(ValueError, QualcodeError):
            if sign in item.options.replace("\\", ""):  # a tree stands as text in a question
                asked = json.dumps(question(json.loads(item.options)), ensure_ascii=False, sort_keys=True)
                if asked != item.options:
                    work.replace(replace(item, options=asked))


def _repointed(value: Any, old: str, new: str, name: str) -> Any:
    """A part of a kept question (see `basket_questions`); what a list then names twice stands in it once."""
    if isinstance(value, list):
        again = [_repointed(one, old, new, name) for one in value]
        both = [place for place, one in enumerate(again) if isinstance(one, dict) and one.get("id") == new]
        return [one for place, one in enumerate(again) if place not in both[1:]]
    if not isinstance(value, dict):
        return value
    if value.get("kind") == "query_tree" and isinstance(value.get("query"), str):
        return {**value, "query": value["query"].replace(old, new)}
    if value.get("id") == old:
        return {**value, "id": new, "name": name}
    return {key: _repointed(one, old, new, name) for key, one in value.items()}


def _refoldered(value: Any, moved: _Change, tree: Callable[[str], str]) -> Any:
    """A part of a kept question with the folders of its filter, and of the trees in it, under other paths."""
    if isinstance(value, list):
        return [_refoldered(one, moved, tree) for one in value]
    if not isinstance(value, dict):
        return value
    if value.get("kind") == "query_tree" and isinstance(value.get("query"), str):
        return {**value, "query": tree(value["query"])}
    named = {
        key: [moved(one) for one in part] for key, part in value.items() if key == "folders" and isinstance(part, list)
    }
    return {key: _refoldered(part, moved, tree) for key, part in value.items()} | named
