"""Resources are found in the source tree, and in the package once it is installed."""

import shutil
import subprocess
import sys
from pathlib import Path

import qualcode
from qualcode.app.resources import resource


def test_resources_are_found_in_the_source_tree() -> None:
    assert resource("icons", "add.svg").is_file()
    assert not resource("icons", "no such icon.svg").exists()


def test_resources_are_found_inside_an_installed_package(tmp_path: Path) -> None:
    package = Path(qualcode.__path__[0])
    for part in ("app", "domain"):
        shutil.copytree(package / part, tmp_path / "qualcode" / part)
    (tmp_path / "qualcode" / "__init__.py").touch()
    (tmp_path / "qualcode" / "resources" / "icons").mkdir(parents=True)
    command = "from qualcode.app.resources import resource; print(resource('icons'))"
    ran = subprocess.run([sys.executable, "-c", command], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert Path(ran.stdout.strip()) == tmp_path / "qualcode" / "resources" / "icons"
