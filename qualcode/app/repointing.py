"""Questions that are kept follow a merge: what asked for the thing that went asks for the one that took it in."""

import json
from dataclasses import replace
from typing import Any
from uuid import UUID

from ..store.work import Work


def repoint_questions(work: Work, gone: UUID, into: UUID, name: str) -> None:
    """Let saved queries, smart codes and the questions of the report basket ask for one thing instead of another, which
    was merged into it; `name` is the name (of a code: the path) of the one that stays."""
    old, new = str(gone), str(into)
    for saved in work.read.where("saved_query"):
        if old in saved.question:
            work.replace(replace(saved, question=saved.question.replace(old, new)))
    for item in work.read.where("basket_item"):
        if old in item.options:
            try:
                question = json.loads(item.options)
            except ValueError:  # another program wrote it: the report says that it cannot be read
                continue
            asked = json.dumps(_repointed(question, old, new, name), ensure_ascii=False, sort_keys=True)
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
