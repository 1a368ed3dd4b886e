"""Progress on a terminal, and text that cannot leave its line."""

import io
import sys

import pytest

from qualcode.cli.output import one_line, progress_line, sentence
from qualcode.domain.errors import BadInput


class Terminal(io.StringIO):
    """A standard error that somebody looks at."""

    def isatty(self) -> bool:
        return True


def test_progress_is_shown_on_a_terminal_and_cleared(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr("qualcode.cli.output._BETWEEN", 0.0)
    with progress_line() as progress:
        progress.tick(0, 0, "P01\n\x1b[31m.txt")
        progress.tick(1200, 0, "rows")
        progress.tick(1, 4, "P02.txt")
    shown = terminal.getvalue().split("\r\x1b[K")
    assert shown == ["", "P01 [31m.txt", "1,200  rows", " 25 %  P02.txt", ""]


def test_short_work_shows_nothing(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr("qualcode.cli.output._BETWEEN", 1e9)
    with progress_line() as progress:
        progress.tick(1, 4, "P02.txt")
    assert terminal.getvalue() == ""


def test_the_line_is_cleared_when_the_work_fails(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr("qualcode.cli.output._BETWEEN", 0.0)

    def work() -> None:
        with progress_line() as progress:
            progress.tick(1, 4, "P02.txt")
            raise BadInput("no")

    with pytest.raises(BadInput):
        work()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_one_line_keeps_letters_of_every_script_and_nothing_else():
    assert one_line("a\u2028b\x00\x1b[2Jc\r\n  信任\ud800 é👩‍👧") == "a b[2Jc 信任 é👩‍👧"


def test_names_in_an_error_are_listed_as_people_do():
    error = BadInput("Install {fonts}, or write a .docx.", fonts=("Noto Emoji",))
    assert sentence(error) == "Install Noto Emoji, or write a .docx."
    assert sentence(BadInput("Choose {names}.", names=("a", "b" * 1_000))).startswith("Choose a, bbb")


def test_long_names_are_cut_in_the_middle_of_a_sentence():
    said = sentence(BadInput("There is no “{name}”. Make it first.", name="x" * 10_000 + "end"))
    assert said.endswith("end”. Make it first.")
    assert len(said) < 250
