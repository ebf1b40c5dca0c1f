"""What every test stands on: a set clock, a real encrypted database of its own, no network."""

from __future__ import annotations

import gc
import importlib.util
import os
import shutil
import socket
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.core.clock import SetClock
from app.core.language import choose_language
from app.store.folder import DataFolder
from app.store.opening import open_store
from app.store.store import Store
from tests.compiled_statements import compile_statements_once
from tests.light_passwords import make_passwords_light

if TYPE_CHECKING:
    from app.office import Founded
    from tests.office_builder import OfficeBuilder

MORNING = datetime(2026, 11, 20, 9, 0)
SWEPT_AFTER = (10_000, 20, 10)  # a window alone is thousands of new things, and most go with its test

# A machine that stalls for a moment says nothing of the program; speed is what the benchmarks tell.
settings.register_profile("office", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("office")
make_passwords_light()  # a tenth of a second for each of thousands would be minutes


def pytest_collection() -> None:
    """What is collected stays: sweeps would look for garbage among it, and find none."""
    gc.disable()


def pytest_collection_finish() -> None:
    """The thousands of tests themselves are no garbage: no sweep while they run has to look through them."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SWEPT_AFTER)
    gc.enable()


class NetworkTouched(AssertionError):  # noqa: N818 - named as a fact, like all errors here
    """The program opens no connection of its own."""


@pytest.fixture(scope="session", autouse=True)
def catalogues() -> None:
    """A fresh clone speaks both languages before anything was built."""
    builder = Path(__file__).parent.parent / "packaging" / "build_catalogues.py"
    spec = importlib.util.spec_from_file_location("build_catalogues", builder)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.compile_catalogues()


@pytest.fixture(scope="session", autouse=True)
def statements_compiled_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        compile_statements_once(patch)
        yield


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The application of the tests is drawn as the program's own."""
    from ui.shell.application import DRAWN_BY

    return ["property-counter", *DRAWN_BY]


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*asked: object) -> None:
        raise NetworkTouched(asked)

    for way_out in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, way_out, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(autouse=True)
def no_window_stays() -> Iterator[None]:
    """A window that is left behind would be dressed again with every later one: each test slower than the last."""
    yield
    if QApplication.instance() is not None:
        for window in QApplication.topLevelWidgets():
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def english() -> None:
    choose_language("en")


@pytest.fixture
def clock() -> SetClock:
    return SetClock(MORNING)


@pytest.fixture(scope="session")
def empty_office() -> Path:
    """A freshly built data folder, copied by each test instead of being migrated anew."""
    from tests.office_builder import empty_folder  # not every test needs the whole house

    return empty_folder()


@pytest.fixture
def folder(tmp_path: Path, empty_office: Path) -> DataFolder:
    path = tmp_path / "office data"
    shutil.copytree(empty_office, path)
    return DataFolder(path)


@pytest.fixture
def store(folder: DataFolder) -> Iterator[Store]:
    opened = open_store(folder, MORNING)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def set_up_office() -> Path:
    """A data folder whose office answered the set-up, with a supervisor and a cashier; copied by each story."""
    from tests.office_builder import set_up_folder  # as above

    return set_up_folder()


@pytest.fixture
def office_folder(tmp_path: Path, set_up_office: Path) -> DataFolder:
    path = tmp_path / "set-up office data"
    shutil.copytree(set_up_office, path)
    return DataFolder(path)


@pytest.fixture
def builder(office_folder: DataFolder, clock: SetClock) -> Iterator[OfficeBuilder]:
    """An office that answered the set-up, and its people at work."""
    from tests.office_builder import OfficeBuilder  # as above

    opened = OfficeBuilder(office_folder.path, clock)
    yield opened
    opened.office.close()


@pytest.fixture(scope="session")
def founded_once(tmp_path_factory: pytest.TempPathFactory, empty_office: Path) -> tuple[Path, Founded]:
    """A data folder whose key only its people and its sheet open, with what the founding handed out."""
    from app.office import Office
    from tests.office_builder import ANSWERS

    path = tmp_path_factory.mktemp("founded") / "office data"
    shutil.copytree(empty_office, path)
    office, founded = Office.found(path, SetClock(MORNING), replace(ANSWERS, backup_folder="/media/stick"))
    office.close()
    return path, founded


@pytest.fixture
def locked(founded_once: tuple[Path, Founded], tmp_path: Path) -> DataFolder:
    path = tmp_path / "locked office data"
    shutil.copytree(founded_once[0], path)
    return DataFolder(path)
