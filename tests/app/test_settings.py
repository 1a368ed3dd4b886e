"""Settings that somebody, or a crash, has spoilt."""

import json
from pathlib import Path

import pytest

from qualcode.app import settings


@pytest.mark.parametrize("written", ["", "[" * 200_000, "[1]", '"text"', "{", '{"scale": NaN}', '{"scale": true}'])
def test_what_cannot_be_read_is_as_if_it_were_not_there(qualcode_home: Path, written: str) -> None:
    settings.settings_file().write_text(written, "utf-8")
    assert settings.load() == settings.Settings()


def test_what_is_of_another_kind_is_left_out(qualcode_home: Path) -> None:
    found = {
        "coder": "Ana",
        "reader_size": "17",
        "keymap": 5,
        "recent": ["a.qualcode", None, 3],
        "keys": {"undo": "Ctrl+Z", "code": 5, "find": ["Ctrl+F"]},
        "window": {"place": {}},
    }
    settings.settings_file().write_text(json.dumps(found), "utf-8")
    kept = settings.load()
    assert kept == settings.Settings(coder="Ana", recent=["a.qualcode"], keys={"undo": "Ctrl+Z"})


def test_half_a_letter_does_not_keep_them_from_being_written(qualcode_home: Path) -> None:
    settings.settings_file().write_text('{"reader_family": "Serif \\ud800", "scale": 120}', "utf-8")
    settings.save(settings.load())
    assert settings.load().scale == 120
    assert settings.load().reader_family == "Serif ?"
