"""Sets qualcode up in a fresh source tree and runs it or its tests, with the standard library alone.

It has to start on an old Python too, to say that it is too old: no syntax newer than Python 3.7 in this file.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import json
import os
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

OLDEST_PYTHON = (3, 11)
STAMP_NAME = "qualcode-installed.json"

# What Qt opens when a window is shown or painted into memory: (library, Debian package).
# Asked of the loader, not of dpkg: Ubuntu renamed some packages, the libraries kept their names.
QT_LIBRARIES = (
    ("libGL.so.1", "libgl1"),
    ("libEGL.so.1", "libegl1"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libdbus-1.so.3", "libdbus-1-3"),
)
WINDOW_LIBRARIES = (
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxcb-xkb.so.1", "libxcb-xkb1"),
    ("libX11-xcb.so.1", "libx11-xcb1"),
)
FONT_PACKAGES = ("fonts-noto-core", "fonts-noto-cjk")
POSTGRES_PACKAGE = "postgresql"


class SetupError(Exception):
    """The set-up cannot go on; the text says why and what to do."""


@dataclass(frozen=True)
class Missing:
    """System packages that are not there: `needed` stop the command, `useful` only cost a feature."""

    libraries: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    useful: tuple[str, ...] = ()

    @property
    def packages(self) -> tuple[str, ...]:
        return self.needed + self.useful


def old_python_message(version: tuple[int, ...], executable: str, command: str) -> str | None:
    """The sentence for a Python that is too old, None for one that will do."""
    if tuple(version[:2]) >= OLDEST_PYTHON:
        return None
    found = ".".join(str(part) for part in version[:3])
    wanted = ".".join(str(part) for part in OLDEST_PYTHON)
    return (
        f"qualcode needs Python {wanted} or newer and this is Python {found} ({executable}):"
        f" install a newer one and start it by its name, for example:"
        f" python{wanted} packaging/bootstrap.py {command}"
    )


def venv_python(venv: Path, platform: str) -> Path:
    """The interpreter inside a virtual environment; `platform` is a value of sys.platform."""
    return venv / "Scripts" / "python.exe" if platform == "win32" else venv / "bin" / "python"


def venv_command(venv: Path, platform: str) -> Path:
    """The installed `qualcode` command inside a virtual environment."""
    return venv / "Scripts" / "qualcode.exe" if platform == "win32" else venv / "bin" / "qualcode"


def has_display(platform: str, environ: dict[str, str]) -> bool:
    """Whether a window can be shown: always on macOS and Windows, by the display variables elsewhere."""
    if platform in ("darwin", "win32"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def install_target(command: str) -> str:
    """What pip is asked to install for a command, relative to the project root."""
    return ".[dev]" if command == "test" else "."


def pip_command(python: Path, command: str, quiet: bool) -> list[str]:
    """pip's command line; index and proxy come from the user's own pip settings."""
    options = ["--quiet"] if quiet else []
    return [
        str(python), "-m", "pip", "install", "--disable-pip-version-check", *options,
        "-e", install_target(command),
    ]  # fmt: skip


def run_command(venv: Path, platform: str, sample: Path) -> list[str]:
    """The command that makes and opens the sample project; it decides itself between window and files."""
    return [str(venv_command(venv, platform)), "demo", str(sample)]


def test_command(venv: Path, platform: str, pytest_arguments: list[str]) -> list[str]:
    """pytest in the virtual environment; the user's arguments come last and so win.

    Three processes keep two cores busy: tests of the window wait as often as they work.
    """
    return [str(venv_python(venv, platform)), "-m", "pytest", "-n", "3", *pytest_arguments]


def test_environment(environ: dict[str, str]) -> dict[str, str]:
    """The variables for the tests: Qt paints into memory, so no window flashes up."""
    return {**environ, "QT_QPA_PLATFORM": "offscreen"}


def fingerprint(root: Path, version: tuple[int, ...]) -> dict[str, str]:
    """What an installation depends on: the project file, the interpreter, and where the tree lies."""
    return {
        "pyproject": hashlib.sha256((root / "pyproject.toml").read_bytes()).hexdigest(),
        "python": ".".join(str(part) for part in version[:2]),
        "root": str(root),
    }


def is_installed(stamp: Path, wanted: dict[str, str], command: str) -> bool:
    """Whether the stamp says that this very project is installed, with at least what `command` needs."""
    try:
        found = json.loads(stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    if not isinstance(found, dict) or any(found.get(key) != value for key, value in wanted.items()):
        return False
    return found.get("target") in (install_target(command), ".[dev]")


def write_stamp(stamp: Path, wanted: dict[str, str], command: str) -> None:
    """Note what was installed; called only after pip has succeeded."""
    stamp.write_text(json.dumps({**wanted, "target": install_target(command)}, indent=1), encoding="utf-8")


def wanted_libraries(command: str, display: bool) -> tuple[tuple[str, str], ...]:
    """Libraries a command opens on Linux. `run` without a display draws its charts without Qt."""
    if command == "test":
        return QT_LIBRARIES
    return QT_LIBRARIES + WINDOW_LIBRARIES if display else ()


def library_opens(name: str) -> bool:
    """Whether the system's loader finds a shared library, which is the question Qt will ask."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def package_installed(name: str) -> bool:
    """Whether dpkg knows a package as installed."""
    query = ["dpkg-query", "--show", "--showformat=${db:Status-Status}", name]
    answer = subprocess.run(query, capture_output=True, text=True, check=False)
    return answer.returncode == 0 and answer.stdout.strip() == "installed"


def postgres_there() -> bool:
    """Whether a PostgreSQL server can be started: initdb on the path or where Debian keeps it."""
    if shutil.which("initdb"):
        return True
    return any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


def missing_on_linux(command: str, display: bool, debian: bool) -> Missing:
    """What this machine lacks for a command; fonts are known only where dpkg can be asked."""
    absent = [pair for pair in wanted_libraries(command, display) if not library_opens(pair[0])]
    useful = [name for name in FONT_PACKAGES if debian and not package_installed(name)]
    if command == "test" and not postgres_there():
        useful.append(POSTGRES_PACKAGE)
    return Missing(tuple(pair[0] for pair in absent), tuple(pair[1] for pair in absent), tuple(useful))


def apt_install(packages: tuple[str, ...]) -> list[str]:
    """The apt-get command line for some packages, without the rights to run it."""
    return ["apt-get", "install", "-y", "--no-install-recommends", *packages]


def apt_line(packages: tuple[str, ...]) -> str:
    """The one line a person types to install some packages."""
    return shlex.join(["sudo", *apt_install(packages)])


def venv_package(version: tuple[int, ...]) -> str:
    """The Debian package that gives a Python of the system the means to make environments."""
    return f"python{version[0]}.{version[1]}-venv"


def without_ensurepip(platform: str, apt: bool, version: tuple[int, ...], executable: str) -> str:
    """What to do about a Python that cannot put pip into an environment."""
    if apt and executable.startswith("/usr/bin/"):
        line = apt_line((venv_package(version),))
        return f"This Python cannot make virtual environments yet; run this line, then try again:\n  {line}"
    if platform == "linux":
        return f"{executable} lacks ensurepip: install your distribution's package for venv, then try again."
    return f"{executable} lacks ensurepip: install Python from python.org, then try again with that one."


def without_packages(missing: Missing, apt: bool) -> str:
    """What to type, or to look for, when packages cannot be installed from here."""
    if apt:
        return apt_line(missing.packages)
    names = missing.libraries + tuple(name for name in missing.useful if name == POSTGRES_PACKAGE)
    return "install with your system's package manager what holds: " + ", ".join(names)


def postgres_advice(platform: str) -> str:
    """How to get a PostgreSQL server for the team tests where apt is not the way."""
    if platform == "win32":
        return "The tests on a PostgreSQL server are skipped: they run on Linux and macOS."
    return "The tests on a PostgreSQL server are skipped: no initdb on the path (brew install postgresql)."


def say(text: str) -> None:
    """One plain line at once, also through a pipe."""
    print(text, flush=True)


def call(command: list[str], cwd: Path | None = None, environ: dict[str, str] | None = None) -> int:
    """Run a command on this terminal and return its exit code."""
    return subprocess.run(command, cwd=cwd, env=environ, check=False).returncode


def quietly(command: list[str]) -> bool:
    """Whether a command starts and ends well; its output is thrown away."""
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def rights() -> list[str] | None:
    """The words in front of apt-get: none as root, sudo where it asks nothing; None if neither will do."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and quietly(["sudo", "-n", "true"]):
        return ["sudo", "-n"]
    return None


def try_apt(packages: tuple[str, ...]) -> bool:
    """Install packages through apt-get if that needs no password; whether it worked."""
    prefix = rights()
    if prefix is None:
        return False
    say("Installing system packages: " + " ".join(packages))
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive"]
    quietly([*apt, "apt-get", "update"])  # a stale list may still hold the packages
    answer = subprocess.run([*apt, *apt_install(packages)], capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        say(f"apt-get did not install them:\n{answer.stdout}{answer.stderr}")
    return answer.returncode == 0


def prepare_system(command: str, platform: str) -> None:
    """Install what the system lacks, or say the one line; stop only for what the command must have."""
    if platform != "linux":
        if command == "test" and (platform == "win32" or not postgres_there()):
            say(postgres_advice(platform))
        return
    apt = bool(shutil.which("apt-get") and shutil.which("dpkg-query"))
    display = has_display(platform, dict(os.environ))
    missing = missing_on_linux(command, display, apt)
    if not missing.packages or (apt and try_apt(missing.packages)):
        return
    line = without_packages(missing, apt)
    if missing.needed:
        raise SetupError(f"System libraries are missing; do this, then try again:\n  {line}")
    say("Going on without some system packages (Chinese letters in charts, PostgreSQL tests). To have them:")
    say(f"  {line}")


def works(python: Path, module: str) -> bool:
    """Whether an interpreter starts and can import a module."""
    return quietly([str(python), "-c", f"import {module}"])


def prepare_venv(venv: Path, platform: str) -> None:
    """Make the virtual environment, or repair one whose interpreter or pip has gone."""
    python = venv_python(venv, platform)
    if works(python, "pip"):
        return
    here = Path(sys.executable)
    if not works(here, "ensurepip"):
        apt = bool(shutil.which("apt-get"))
        package = venv_package(sys.version_info[:3])
        from_system = apt and sys.executable.startswith("/usr/bin/")
        if not (from_system and try_apt((package,)) and works(here, "ensurepip")):
            raise SetupError(without_ensurepip(platform, apt, sys.version_info[:3], sys.executable))
    say(f"Making a virtual environment in {venv}")
    fresh = [] if works(python, "sys") else ["--clear"]
    if call([sys.executable, "-m", "venv", *fresh, str(venv)]) != 0:
        raise SetupError(f"The virtual environment could not be made in {venv}: see the lines above.")


def prepare_project(root: Path, venv: Path, command: str, platform: str) -> None:
    """Install the project into the environment unless the same project file was installed before."""
    stamp = venv / STAMP_NAME
    wanted = fingerprint(root, sys.version_info[:3])
    if is_installed(stamp, wanted, command) and venv_command(venv, platform).exists():
        return
    say("Installing qualcode and its libraries with pip (the first time takes a few minutes)")
    # pip's hundred lines comfort a person who waits, and drown the log of a machine
    install = pip_command(venv_python(venv, platform), command, quiet=not sys.stdout.isatty())
    if call(install, cwd=root) != 0:
        raise SetupError("pip could not install the project: mend what the lines above say, then try again.")
    write_stamp(stamp, wanted, command)


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the command line; everything after `test` belongs to pytest."""
    parser = argparse.ArgumentParser(
        prog="bootstrap.py", description="Set up qualcode in this source tree, then run it or its tests."
    )
    commands = parser.add_subparsers(dest="command", metavar="run | test")
    commands.required = True
    run = commands.add_parser(
        "run", help="make the sample project and open it (without a display: write its table and charts)"
    )
    run.add_argument(
        "--dir",
        type=Path,
        default=Path.home() / "qualcode-sample",
        help="folder of the sample project (default: %(default)s)",
    )
    commands.add_parser(
        "test",
        help="run the tests; further words go to pytest",
        usage="bootstrap.py test [-h] [arguments for pytest ...]",
    )
    if arguments[:1] == ["test"] and arguments[1:2] not in (["-h"], ["--help"]):
        options = parser.parse_args(["test"])
        options.pytest_arguments = arguments[1:]
        return options
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> int:
    """Do what the command line asks; returns the exit code."""
    options = parse(arguments)
    complaint = old_python_message(sys.version_info[:3], sys.executable, options.command)
    if complaint:
        print(complaint, file=sys.stderr)
        return 1
    root = Path(__file__).resolve().parent.parent
    venv = root / ".venv"
    try:
        prepare_venv(venv, sys.platform)
        prepare_system(options.command, sys.platform)
        prepare_project(root, venv, options.command, sys.platform)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    if options.command == "test":
        say("Running the tests")
        command = test_command(venv, sys.platform, options.pytest_arguments)
        return call(command, cwd=root, environ=test_environment(dict(os.environ)))
    sample = options.dir.expanduser().resolve()
    say(f"Opening the sample project in {sample}")
    return call(run_command(venv, sys.platform, sample))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
