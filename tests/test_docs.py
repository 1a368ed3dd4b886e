"""The documentation says what the program does: its commands, its examples, its links and its pictures."""

import contextlib
import io
import re
import shlex
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
import typer

from qualcode.app.analysing.catalogue import ANALYSES
from qualcode.app.sample import make_sample
from qualcode.cli.analysis_options import flag_of
from qualcode.cli.main import app, main
from qualcode.domain.options import options_of
from qualcode.store import tables

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
TECHNICAL = tuple(DOCS / name for name in ("methods.md", "file-format.md", "architecture.md"))
GUIDES = (ROOT / "README.md", DOCS / "user-guide.md", DOCS / "command-line.md")
LANGUAGES = ("python", "sql")  # fences in these either run here or say that they are sketches


@dataclass(frozen=True)
class Fence:
    """A fenced block: `words` follow the fence, `line` is where it starts."""

    page: Path
    line: int
    words: tuple[str, ...]
    text: str


@cache
def fences(page: Path) -> tuple[Fence, ...]:
    found, start, words, inside = [], 0, (), list[str]()
    for number, line in enumerate(page.read_text("utf-8").split("\n"), start=1):
        mark = re.match(r"```+(.*)", line)
        if mark and not start:
            start, words, inside = number, tuple(mark[1].split()), []
        elif mark:
            found.append(Fence(page, start, words, "\n".join(inside)))
            start = 0
        elif start:
            inside.append(line)
    assert not start, f"{page.name}: the fence in line {start} is not closed"
    return tuple(found)


def prose(page: Path) -> str:
    """The page without its fenced blocks."""
    return re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)


# ── examples ───────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("page", TECHNICAL, ids=lambda page: page.name)
def test_every_example_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In order, in one namespace, beside the sample project `study.qualcode`; an `output` fence is compared."""
    monkeypatch.chdir(tmp_path)
    make_sample(tmp_path).rename("study.qualcode")
    blocks = fences(page)
    ran = 0
    names: dict[str, object] = {"__name__": "example"}
    for block, following in pairwise([*blocks, Fence(page, 0, (), "")]):
        if not block.words or block.words[0] not in LANGUAGES:
            continue
        where = f"{page.name}, line {block.line}"
        assert block.words[1:] in (("tested",), ("sketch",)), f"{where}: is it tested or a sketch?"
        if block.words[1] == "sketch":
            continue
        said = _run(block, names, where)
        ran += 1
        if following.words == ("output",):
            assert said.strip() == following.text.strip(), where
    assert ran, f"{page.name} has no tested example"


def _run(block: Fence, names: dict[str, object], where: str) -> str:
    heard = io.StringIO()
    if block.words[0] == "python":
        with contextlib.redirect_stdout(heard):
            exec(compile(block.text, where, "exec"), names)
        return heard.getvalue()
    with closing(sqlite3.connect("file:study.qualcode?mode=ro", uri=True)) as connection:
        rows = connection.execute(block.text).fetchall()
    assert rows, f"{where} finds nothing"
    return "\n".join("|".join("" if cell is None else str(cell) for cell in row) for row in rows)


# ── the file format ────────────────────────────────────────────────────────────────────────────────────────
def test_every_table_and_column_is_documented() -> None:
    text = (DOCS / "file-format.md").read_text("utf-8")
    for table in tables.metadata.sorted_tables:
        section = re.search(rf"^### `{table.name}`.*?(?=^##|\Z)", text, re.MULTILINE | re.DOTALL)
        assert section is not None, f"the table {table.name} has no section"
        named = set(re.findall(r"^\| `(\w+)`", section[0], re.MULTILINE))
        assert named == {column.name for column in table.columns}, table.name
    assert f"`{tables.SCHEMA}`" in text


# ── the command line ───────────────────────────────────────────────────────────────────────────────────────
def commands() -> Iterator[tuple[str, list[str]]]:
    """Every command with its options' names; an option with two names counts once, by the first."""
    for name, command in sorted(typer.main.get_command(app).commands.items()):  # type: ignore[attr-defined]
        options = [parameter.opts[0] for parameter in command.params if parameter.opts[0].startswith("-")]
        yield name, options


@pytest.mark.parametrize(("name", "options"), [pytest.param(*each, id=each[0]) for each in commands()])
def test_every_command_and_option_is_documented(name: str, options: list[str]) -> None:
    text = "\n".join(page.read_text("utf-8") for page in GUIDES)
    assert re.search(rf"\bqualcode {name}\b", text), f"no guide names: qualcode {name}"
    section = re.search(rf"^## `qualcode {name}`.*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert section is not None, f"command-line.md has no section on qualcode {name}"
    missing = [option for option in options if not re.search(rf"`{re.escape(option)}[ `]", section[0])]
    assert not missing, f"no guide names {', '.join(missing)} of qualcode {name}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_command_is_made_up(page: Path) -> None:
    """In examples to type, `qualcode WORD …` is a command that exists, with options that exist."""
    known = dict(commands())
    known["analyse"] += [flag_of(*each) for one in ANALYSES.values() for each in options_of(one.options)]
    lines = [line for block in fences(page) if block.words[:1] in ((), ("sh",), ("text",), ("bash",), ("console",))
             for line in block.text.replace("\\\n", " ").split("\n")]  # fmt: skip
    lines += [line.removeprefix("    ") for line in prose(page).split("\n") if line.startswith("    ")] + re.findall(
        r"`(qualcode [^`\n]+)`", prose(page)
    )
    for line in lines:
        words = re.match(r"\s*(?:\$ )?(?:\S*/)?qualcode ([a-z]+)(?=\s|$)(.*)", line)
        if words is None:
            continue
        name, rest = words[1], words[2].partition(" #")[0].partition("|")[0]
        assert name in known, f"{page.name}: there is no command qualcode {name}"
        for option in re.findall(r"(?<=[\s\[])--[a-z][a-z-]*", rest):
            assert option in (*known[name], "--help"), f"{page.name}: qualcode {name} has no {option}"


def questions() -> Iterator[tuple[str, list[str]]]:
    """Every analysis that a page shows how to ask for, word by word as a shell would hand it over."""
    for page in PAGES:
        text = "\n".join(block.text for block in fences(page)).replace("\\\n", " ")
        lines = re.findall(r"^\s*(qualcode analyse .+)$", text, re.MULTILINE)
        lines += re.findall(r"`(qualcode analyse [^`\n]+)`", prose(page))
        for line in lines:
            words = shlex.split(line, comments=True)[2:]
            if len(words) > 1 and words[1] in ANALYSES:
                yield f"{page.name}: {line}", words


@pytest.mark.parametrize("words", [pytest.param(words, id=told) for told, words in dict(questions()).items()])
def test_every_documented_question_is_understood(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An option that two things are called by was taken for the wrong one."""
    monkeypatch.chdir(tmp_path)
    assert main(["analyse", *words]) == 1
    assert f"There is no file {words[0]}." in capsys.readouterr().err


# ── links and pictures ─────────────────────────────────────────────────────────────────────────────────────
def anchors(page: Path) -> set[str]:
    """The anchors GitHub and GitLab make of the headings."""
    headings = re.findall(r"^#+\s+(.+?)\s*$", prose(page), re.MULTILINE)
    plain = (re.sub(r"[`*]|\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower() for heading in headings)
    return {re.sub(r"[^\w\- ]", "", heading).replace(" ", "-") for heading in plain}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = prose(page)
    links = re.findall(r"\]\(<?([^)>\s]+)>?(?:\s+\"[^\"]*\")?\)", text)
    links += re.findall(r"<(?:img|a|source)\b[^>]*?\b(?:src|href|srcset)=\"([^\"]+)\"", text)
    broken = []
    for link in links:
        if re.match(r"[a-z][a-z+.-]*:", link):
            continue
        place, _, anchor = link.partition("#")
        target = (page.parent / unquote(place)).resolve() if place else page
        if not target.exists() or (anchor and target.suffix == ".md" and anchor not in anchors(target)):
            broken.append(link)
    assert not broken, f"{page.name}: {', '.join(broken)}"


def test_the_pages_of_the_project_are_there() -> None:
    names = {page.name for page in DOCS.glob("*.md")}
    assert {"methods.md", "architecture.md", "file-format.md", "design.md", "benchmarks.md"} <= names
