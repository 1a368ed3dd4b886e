"""The command as a process: start, help, exit codes, encodings, pipes, and failures nobody foresaw."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest
import typer

from qualcode.cli import main as entry
from qualcode.cli.output import progress_line
from qualcode.cli.stopping import Ended, stoppable
from qualcode.domain.errors import Cancelled

HEAVY = ("pandas", "numpy", "sqlalchemy", "spacy", "PySide6", "matplotlib", "scipy", "lxml", "docx", "rich")


def command(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    surroundings = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    surroundings.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "-m", "qualcode", *map(str, arguments)],
        capture_output=True,
        env=surroundings | environment,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["analyse", "--help"], ["nonsense"]])
def test_help_imports_nothing_heavy(arguments):
    program = (
        "import sys\n"
        "from qualcode.cli.main import main\n"
        f"main({arguments!r})\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert done.stderr.splitlines()[-1] == "[]"


def test_help_names_every_command_and_each_has_help_of_its_own(run):
    program = run("--help")
    assert program.code == 0
    commands = typer.main.get_command(entry.app).commands
    assert set(commands) == {
        "demo", "new", "info", "import", "export", "analyse", "search", "versions", "review",
        "reviews", "queries", "basket",
        "history", "undo", "redo", "check", "backup", "display-ids", "redactions", "name", "diff", "method", "map",
    }  # fmt: skip
    for name, known in commands.items():
        assert f"  {name} " in program.out
        own = run(name, "--help")
        assert (own.code, own.err) == (0, "")
        for parameter in known.params:
            if parameter.name != "help":
                assert parameter.help, f"{name}: {parameter.name}"
            for option in parameter.opts if parameter.param_type_name == "option" else ():
                assert option in own.out


def test_version(run):
    import qualcode

    assert run("--version").out == f"qualcode {qualcode.__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("info",),
        ("info", "a", "b"),
        ("info", "a", "--nonsense"),
        ("--nonsense",),
        ("undo", "a", "--step", "x"),
        ("history", "a", "--since", "-3"),
        ("backup", "a", "--list", "--restore", "1"),
        ("search", "a", "b", "--regex", "--substring"),
        ("export", "a", "codebook", "b.csv", "--ids"),
    ],
)
def test_wrong_usage_is_one_line_and_2(run, arguments):
    outcome = run(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("qualcode: ")
    assert outcome.err.count("\n") == 1
    assert "--help" in outcome.err


def test_the_process_gives_the_exit_code_and_no_traceback(tmp_path):
    done = command("info", tmp_path / "missing.qualcode")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"qualcode: There is no file")
    assert done.stderr.count(b"\n") == 1


def test_tables_are_utf8_in_a_locale_without_it(study):
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    done = command("search", study, r"\u4fe1\u4efb", "--regex", **plain)
    assert done.returncode == 0
    assert "信任是慢慢来的" in done.stdout.decode("utf-8")
    assert b"\r" not in done.stdout


def test_a_reader_that_leaves_early_is_no_problem(study):
    with subprocess.Popen(
        [sys.executable, "-m", "qualcode", "history", str(study)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode, said) == (0, b"")


@pytest.fixture
def not_ignored():
    """Whoever runs the tests under nohup hands down that a hang-up is to be ignored, and our programs would obey."""
    before = {}

    def set_aside(number):
        before[number] = signal.signal(number, signal.default_int_handler)

    yield set_aside
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.skipif(os.name == "nt", reason="interrupts are sent otherwise there")
@pytest.mark.parametrize("ending", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_an_interrupt_ends_with_130_and_one_line(tmp_path, ending, not_ignored):
    not_ignored(getattr(signal, ending))
    with subprocess.Popen(
        [sys.executable, "-m", "qualcode", "demo", str(tmp_path)],
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        deadline = time.monotonic() + 60
        while not list(tmp_path.glob(".draft-*/*.qualcode")) and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(getattr(signal, ending))
        assert process.stderr is not None
        said = process.stderr.read()
        process.wait()
    assert process.returncode == 130
    assert said.startswith(b"qualcode: Interrupted")
    assert said.count(b"\n") == 1
    assert list(tmp_path.iterdir()) == []


class EndedWhenTidied:
    """An object that is tidied away while somebody ends the program: what is raised there Python prints and forgets."""

    def __del__(self):
        signal.raise_signal(signal.SIGTERM)


@pytest.mark.skipif(os.name == "nt", reason="interrupts are sent otherwise there")
def test_an_interrupt_that_python_forgets_is_remembered_and_not_spoken_of(capfd):
    with stoppable(), progress_line() as progress:
        progress.tick(1, 2)
        EndedWhenTidied()
        with pytest.raises(Cancelled):
            progress.tick(2, 2)
    with stoppable(), progress_line() as progress:
        progress.tick(1, 2)  # the next command was not ended by anybody
    assert capfd.readouterr().err == ""


def test_nothing_of_progress_is_written_where_nobody_looks(study, tmp_path):
    done = command("export", study, "segments", tmp_path / "s.csv")
    (line,) = done.stderr.splitlines()  # what the file holds, and nothing else
    assert done.returncode == 0
    assert line.startswith(b"qualcode: In this file: ")


def test_without_a_display_the_window_is_refused_in_words(study):
    for arguments in ((), (study,)):
        done = command(*arguments)
        assert (done.returncode, done.stdout) == (1, b"")
        assert b"no display" in done.stderr
        assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    ("system", "display", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_what_counts_as_a_display(monkeypatch, system, display, expected):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in display.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", system)
    assert entry.has_display() is expected


def test_a_window_that_lacks_a_library_is_refused_in_words(run, study, monkeypatch):
    monkeypatch.setitem(sys.modules, "qualcode.ui.application", None)
    for arguments in ((), (study,), ("postgresql://localhost/study",)):
        outcome = run(*arguments)
        assert (outcome.code, outcome.out) == (1, "")
        assert outcome.err.startswith("qualcode: The window cannot be opened: ")
        assert outcome.err.count("\n") == 1


@pytest.mark.parametrize("problem", [Ended, Cancelled])
def test_stopping_is_no_failure(run, study, monkeypatch, problem):
    def stopped(*_arguments: object) -> None:
        raise problem

    monkeypatch.setattr("qualcode.app.project.Project.history", stopped)
    outcome = run("history", study)
    assert (outcome.code, outcome.err) == (130, "qualcode: Interrupted; the step under way was not made.\n")


def test_a_disk_that_refuses_is_named_with_its_reason(run, study, monkeypatch):
    def refuse(*_arguments: object) -> None:
        raise PermissionError(13, "Permission denied", "/some/where")

    monkeypatch.setattr("qualcode.app.project.Project.history", refuse)
    outcome = run("history", study)
    assert outcome.code == 1
    assert outcome.err == (
        "qualcode: “/some/where” cannot be used: Permission denied. Check the path and its rights.\n"
    )


def test_demo_without_a_display_writes_its_results_and_says_where(run, tmp_path):
    folder = tmp_path / "new folder"
    done = command("demo", folder)
    assert (done.returncode, done.stderr) == (0, b"")
    expected = [
        "cooccurrence.csv",
        "cooccurrence.svg",
        "cooccurrence.png",
        "network.svg",
        "network.png",
        "codebook.docx",
        "segments.xlsx",
    ]
    said = done.stdout.decode("utf-8").splitlines()
    assert [line.strip() for line in said[2:]] == [str(folder / name) for name in expected]
    assert all((folder / name).stat().st_size > 1000 for name in expected)
    assert sorted(file.name for file in folder.iterdir()) == sorted([*expected, "Rooted.qualcode"])
    table = (folder / "cooccurrence.csv").read_bytes()
    again = run("demo", folder)
    assert (again.code, again.out.encode("utf-8")) == (0, done.stdout)
    assert (folder / "cooccurrence.csv").read_bytes() == table


def test_a_failure_nobody_foresaw_is_one_line_and_places_in_the_log(run, study, qualcode_home, monkeypatch):
    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError("Rosa said in confidence")

    monkeypatch.setattr("qualcode.app.project.Project.history", broken)
    outcome = run("history", study)
    log = qualcode_home / "log" / "qualcode.log"
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == (f"qualcode: something unexpected went wrong (ZeroDivisionError). Details are in {log}.\n")
    written = log.read_text("utf-8")
    assert "ZeroDivisionError" in written
    assert "cli/commands.py" in written
    assert "confidence" not in written


def test_a_log_that_cannot_be_written_is_no_second_problem(run, study, qualcode_home, monkeypatch):
    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("qualcode.app.project.Project.history", broken)
    (qualcode_home / "log").write_text("a file where the folder should be", "utf-8")
    outcome = run("history", study)
    assert outcome.err == "qualcode: something unexpected went wrong (ZeroDivisionError).\n"


def test_json_is_one_value(study):
    assert json.loads(command("info", study, "--json").stdout)["documents"] == 2


@pytest.mark.skipif(os.name == "nt", reason="interrupts are sent otherwise there")
def test_an_interrupt_while_the_program_is_loaded_is_no_traceback():
    code = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job has it ignored
class Watch:
    def find_spec(self, name, path=None, target=None):
        if name == "typer":
            signal.raise_signal(signal.SIGINT)
sys.meta_path.insert(0, Watch())
from qualcode.__main__ import main
sys.exit(main())
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (130, b"")
    assert done.stderr == b"qualcode: Interrupted; nothing was begun.\n"


@pytest.mark.skipif(os.name == "nt", reason="interrupts are sent otherwise there")
@pytest.mark.parametrize("ending", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_an_end_after_the_work_is_done_does_not_unsay_it(ending):
    code = f"""
import atexit, signal, sys
signal.signal(signal.{ending}, signal.SIG_DFL if signal.{ending} != signal.SIGINT else signal.default_int_handler)
atexit.register(signal.raise_signal, signal.{ending})  # while Python clears away
sys.argv = ["qualcode", "--version"]
from qualcode.__main__ import main
sys.exit(main())
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"qualcode ")


@pytest.mark.skipif(os.name == "nt", reason="interrupts are sent otherwise there")
@pytest.mark.parametrize("ending", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_an_end_between_the_last_word_and_the_exit_does_not_unsay_it(study, tmp_path, ending):
    code = f"""
import io, signal, sys
usual = signal.SIG_DFL if signal.{ending} != signal.SIGINT else signal.default_int_handler
signal.signal(signal.{ending}, usual)
class Ending(io.TextIOWrapper):
    wrote = False
    def write(self, text):
        if text.startswith("Wrote"):
            self.wrote = True
            signal.raise_signal(signal.{ending})
        return super().write(text)
    def flush(self):
        super().flush()
        if self.wrote:
            signal.raise_signal(signal.{ending})
from qualcode.__main__ import main
sys.stdout = Ending(sys.stdout.detach(), encoding="utf-8")
sys.argv[:1] = ["qualcode", "export"]
sys.exit(main())
"""
    out = tmp_path / "book.csv"
    arguments = [sys.executable, "-c", code, str(study), "codebook", str(out)]
    done = subprocess.run(arguments, capture_output=True, check=False)
    assert (done.returncode, done.stdout.decode()) == (0, f"Wrote {out}.\n")
    assert b"Interrupted" not in done.stderr


def test_help_of_an_analysis_begins_with_its_own_options(run):
    told = run("analyse", "cooccurrence", "--help")
    assert (told.code, told.err) == (0, "")
    assert told.out.index("--chance N") < told.out.index("--documents A,B")
    assert max(map(len, told.out.splitlines())) <= 80
    assert "--around" not in told.out  # that is an option of another analysis
