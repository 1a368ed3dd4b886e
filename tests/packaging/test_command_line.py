"""The page about the command line says what the commands say of themselves."""

import importlib.util
from pathlib import Path

GENERATOR = Path(__file__).resolve().parents[2] / "packaging" / "command_line.py"


def test_the_page_is_in_step_with_the_commands() -> None:
    found = importlib.util.spec_from_file_location("command_line", GENERATOR)
    assert found is not None
    assert found.loader is not None
    generator = importlib.util.module_from_spec(found)
    found.loader.exec_module(generator)
    assert generator.PAGE.read_text("utf-8") == generator.page(), "run: python packaging/command_line.py"
