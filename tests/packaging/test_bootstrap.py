"""The set-up script: its decisions on Linux, macOS and Windows, taken without doing anything."""

import ast
import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging" / "bootstrap.py"


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("qualcode_bootstrap", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["qualcode_bootstrap"] = module  # dataclasses looks its own module up
    spec.loader.exec_module(module)
    return module


bootstrap: Any = load()


def test_the_folder_does_not_hide_the_library_of_its_name() -> None:
    assert not (SCRIPT.parent / "__init__.py").exists()


def test_the_script_parses_on_a_python_too_old_to_run_it() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 7))


def test_the_script_imports_the_standard_library_only() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"))
    names = {name.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    names |= {str(node.module).split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert names <= sys.stdlib_module_names


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 11), (3, 14, 2), (4, 0, 0)])
def test_a_new_enough_python_is_taken(version: tuple[int, ...]) -> None:
    assert bootstrap.old_python_message(version, "/usr/bin/python3", "run") is None


@pytest.mark.parametrize("version", [(3, 10, 12), (3, 9, 2), (2, 7, 18)])
def test_an_old_python_gets_one_sentence_with_its_version_and_the_way_out(version: tuple[int, ...]) -> None:
    message = bootstrap.old_python_message(version, "/usr/bin/python3", "test")
    assert ".".join(map(str, version)) in message
    assert "/usr/bin/python3" in message
    assert message.endswith("python3.11 packaging/bootstrap.py test")
    assert "\n" not in message


@pytest.mark.parametrize(
    ("platform", "python", "command"),
    [
        ("linux", ("bin", "python"), ("bin", "qualcode")),
        ("darwin", ("bin", "python"), ("bin", "qualcode")),
        ("win32", ("Scripts", "python.exe"), ("Scripts", "qualcode.exe")),
    ],
)
def test_programs_in_the_environment(platform: str, python: tuple[str, str], command: tuple[str, str]) -> None:
    venv = Path("tree") / ".venv"
    assert bootstrap.venv_python(venv, platform) == venv.joinpath(*python)
    assert bootstrap.venv_command(venv, platform) == venv.joinpath(*command)
    assert bootstrap.run_command(venv, platform, Path("s p")) == [str(venv.joinpath(*command)), "demo", "s p"]
    assert bootstrap.test_command(venv, platform, [])[:3] == [str(venv.joinpath(*python)), "-m", "pytest"]


@pytest.mark.parametrize(
    ("platform", "environ", "shown"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_whether_a_window_can_be_shown(platform: str, environ: dict[str, str], shown: bool) -> None:
    assert bootstrap.has_display(platform, environ) is shown


def test_the_users_arguments_come_after_ours() -> None:
    command = bootstrap.test_command(Path(".venv"), "linux", ["-n", "0", "-k", "a or b"])
    assert command[-6:] == ["-n", "3", "-n", "0", "-k", "a or b"]


def test_tests_paint_into_memory_and_keep_the_other_variables() -> None:
    environ = {"PIP_INDEX_URL": "https://example.org/simple", "QT_QPA_PLATFORM": "xcb"}
    assert bootstrap.test_environment(environ) == {
        "PIP_INDEX_URL": "https://example.org/simple",
        "QT_QPA_PLATFORM": "offscreen",
    }
    assert environ["QT_QPA_PLATFORM"] == "xcb"


def test_pip_is_given_no_index_and_is_editable() -> None:
    command = bootstrap.pip_command(Path("python"), "test", quiet=True)
    assert command[:4] == ["python", "-m", "pip", "install"]
    assert command[-2:] == ["-e", ".[dev]"]
    assert "--quiet" in command
    assert not [word for word in command if "index" in word or "http" in word]
    assert bootstrap.pip_command(Path("python"), "run", quiet=False)[-2:] == ["-e", "."]
    assert "--quiet" not in bootstrap.pip_command(Path("python"), "run", quiet=False)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    return tmp_path


def test_installed_once_is_enough_until_something_changes(tree: Path) -> None:
    stamp = tree / "stamp.json"
    first = bootstrap.fingerprint(tree, (3, 11, 7))
    assert not bootstrap.is_installed(stamp, first, "run")
    bootstrap.write_stamp(stamp, first, "run")
    assert bootstrap.is_installed(stamp, bootstrap.fingerprint(tree, (3, 11, 9)), "run")
    assert not bootstrap.is_installed(stamp, bootstrap.fingerprint(tree, (3, 12, 1)), "run")
    (tree / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    assert not bootstrap.is_installed(stamp, bootstrap.fingerprint(tree, (3, 11, 7)), "run")


def test_the_tests_need_more_than_the_run_and_serve_it_too(tree: Path) -> None:
    stamp = tree / "stamp.json"
    wanted = bootstrap.fingerprint(tree, (3, 11, 7))
    bootstrap.write_stamp(stamp, wanted, "run")
    assert not bootstrap.is_installed(stamp, wanted, "test")
    bootstrap.write_stamp(stamp, wanted, "test")
    assert bootstrap.is_installed(stamp, wanted, "test")
    assert bootstrap.is_installed(stamp, wanted, "run")


def test_a_moved_tree_is_installed_anew(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    stamp = tree / "stamp.json"
    bootstrap.write_stamp(stamp, bootstrap.fingerprint(tree, (3, 11, 7)), "run")
    moved = tmp_path_factory.mktemp("moved")
    (moved / "pyproject.toml").write_bytes((tree / "pyproject.toml").read_bytes())
    assert not bootstrap.is_installed(stamp, bootstrap.fingerprint(moved, (3, 11, 7)), "run")


@pytest.mark.parametrize("content", ["", "{", "[]", '{"target": "."}', "\x00"])
def test_a_damaged_stamp_counts_as_not_installed(tree: Path, content: str) -> None:
    stamp = tree / "stamp.json"
    stamp.write_text(content, encoding="utf-8")
    assert not bootstrap.is_installed(stamp, bootstrap.fingerprint(tree, (3, 11, 7)), "run")


def test_a_run_without_a_display_needs_no_qt_and_the_tests_need_no_window() -> None:
    assert bootstrap.wanted_libraries("run", False) == ()
    assert bootstrap.wanted_libraries("test", True) == bootstrap.QT_LIBRARIES
    assert set(bootstrap.wanted_libraries("run", True)) == {
        *bootstrap.QT_LIBRARIES,
        *bootstrap.WINDOW_LIBRARIES,
    }


@pytest.mark.skipif(sys.platform != "linux", reason="asks the Linux loader")
def test_the_loader_is_asked_for_libraries() -> None:
    assert bootstrap.library_opens("libc.so.6")
    assert not bootstrap.library_opens("libno-such-thing.so.99")


def test_the_line_to_type_is_one_line_for_apt() -> None:
    line = bootstrap.apt_line(("libegl1", "libgl1"))
    assert line == "sudo apt-get install -y --no-install-recommends libegl1 libgl1"
    missing = bootstrap.Missing(("libEGL.so.1",), ("libegl1",), ("fonts-noto-cjk",))
    assert bootstrap.without_packages(missing, apt=True) == bootstrap.apt_line(("libegl1", "fonts-noto-cjk"))


def test_without_apt_the_libraries_are_named() -> None:
    missing = bootstrap.Missing(("libEGL.so.1", "libGL.so.1"), ("libegl1", "libgl1"), ("postgresql",))
    text = bootstrap.without_packages(missing, apt=False)
    assert text.endswith("libEGL.so.1, libGL.so.1, postgresql")
    assert "apt" not in text


@pytest.mark.parametrize(
    ("platform", "apt", "executable", "expected"),
    [
        (
            "linux",
            True,
            "/usr/bin/python3",
            "sudo apt-get install -y --no-install-recommends python3.12-venv",
        ),
        ("linux", True, "/home/a/.pyenv/bin/python3", "venv, then try again."),
        ("linux", False, "/usr/bin/python3", "venv, then try again."),
        ("darwin", False, "/usr/bin/python3", "python.org"),
        ("win32", False, "C:\\Python312\\python.exe", "python.org"),
    ],
)
def test_a_python_without_ensurepip(platform: str, apt: bool, executable: str, expected: str) -> None:
    message = bootstrap.without_ensurepip(platform, apt, (3, 12, 1), executable)
    assert expected in message
    assert ("apt-get" in message) is (apt and executable.startswith("/usr/bin"))


@pytest.mark.parametrize(("platform", "word"), [("darwin", "brew install postgresql"), ("win32", "Linux and macOS")])
def test_how_to_get_postgresql_elsewhere(platform: str, word: str) -> None:
    assert word in bootstrap.postgres_advice(platform)


def test_every_word_after_test_goes_to_pytest_in_order() -> None:
    options = bootstrap.parse(["test", "-k", "this", "tests/store", "--dir", "x", "-x"])
    assert options.pytest_arguments == ["-k", "this", "tests/store", "--dir", "x", "-x"]


def test_the_sample_goes_where_the_user_says() -> None:
    assert bootstrap.parse(["run", "--dir", "elsewhere"]).dir == Path("elsewhere")
    assert bootstrap.parse(["run"]).dir == Path.home() / "qualcode-sample"


@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"], ["test", "--help"], ["test", "-h"]])
def test_help_does_nothing_else(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        bootstrap.parse(arguments)
    assert stop.value.code == 0
    assert "usage: bootstrap.py" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["install"], ["run", "--no-such"]])
def test_a_wrong_command_line_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        bootstrap.parse(arguments)
    assert stop.value.code == 2
    assert "usage: bootstrap.py" in capsys.readouterr().err


def test_an_interpreter_that_is_not_there_does_not_work(tmp_path: Path) -> None:
    assert not bootstrap.works(tmp_path / "python", "sys")
    assert bootstrap.works(Path(sys.executable), "sys")
    assert not bootstrap.works(Path(sys.executable), "no_such_module_of_ours")


@pytest.mark.skipif(os.name == "nt", reason="the environment is made with this platform's layout")
def test_an_environment_is_made_and_mended(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    venv = tmp_path / ".venv"
    bootstrap.prepare_venv(venv, sys.platform)
    python = bootstrap.venv_python(venv, sys.platform)
    assert bootstrap.works(python, "pip")
    assert "Making a virtual environment" in capfd.readouterr().out
    bootstrap.prepare_venv(venv, sys.platform)
    assert capfd.readouterr().out == ""
    python.unlink()
    python.symlink_to(tmp_path / "gone")
    bootstrap.prepare_venv(venv, sys.platform)
    assert bootstrap.works(python, "pip")
