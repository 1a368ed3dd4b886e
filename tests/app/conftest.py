"""The small study of `app.study`, made once and copied for each test, on both databases."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from app.study import make
from postgres import PostgresServer

import qualcode
from qualcode.app.project import Project


@pytest.fixture(scope="session")
def study_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project file of the study, closed."""
    folder = tmp_path_factory.mktemp("study")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUALCODE_HOME", str(folder / "home"))
        make(str(folder / "study.qualcode"), folder / "files").close()
    return folder / "study.qualcode"


@pytest.fixture(scope="session")
def study_database(postgres_server: PostgresServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A database of the study, closed, to be copied as a template."""
    folder = tmp_path_factory.mktemp("study-on-server")
    url = postgres_server.create_database()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUALCODE_HOME", str(folder / "home"))
        make(url, folder / "files").close()
    yield url
    postgres_server.drop(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def study_place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The path or URL of a study of the test's own."""
    if request.param == "sqlite":
        place = tmp_path / "study.qualcode"
        shutil.copyfile(request.getfixturevalue("study_file"), place)
        yield str(place)
    else:
        server: PostgresServer = request.getfixturevalue("postgres_server")
        url = server.create_database(server.name_of(request.getfixturevalue("study_database")))
        yield url
        server.drop(url)


@pytest.fixture
def study(study_place: str) -> Iterator[Project]:
    """The study, open for Ana, on either database."""
    with qualcode.open(study_place, coder="Ana") as project:
        yield project


@pytest.fixture
def study_path(study_file: Path, tmp_path: Path) -> Path:
    """A project file of the test's own."""
    place = tmp_path / "study.qualcode"
    shutil.copyfile(study_file, place)
    return place


@pytest.fixture
def file_study(study_path: Path) -> Iterator[Project]:
    """The study in a file, open for Ana."""
    with qualcode.open(study_path, coder="Ana") as project:
        yield project
