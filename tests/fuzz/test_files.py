"""Whatever a file holds that somebody brings, or that a disk damaged: it is read, passed over, or refused in words."""

from __future__ import annotations

import contextlib
import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.folder import DataFolder
from app.store.opening import open_store
from tests.conftest import MORNING
from tests.fuzz.files import Desk, files
from tests.fuzz.way_in import let_in

FEW, MANY = 10, 200


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, empty_office: Path) -> Iterator[Desk]:
    place = tmp_path_factory.mktemp("files")
    shutil.copytree(empty_office, place / "data")
    store = open_store(DataFolder(place / "data"), MORNING)
    (place / "brought").mkdir()
    yield Desk(place / "brought", store)
    store.close()


def test_a_file_is_read_passed_over_or_refused(desk: Desk) -> None:
    with contextlib.redirect_stderr(io.StringIO()):
        for way in files(desk):
            let_in([way], FEW)


@pytest.mark.endurance
def test_a_file_is_read_passed_over_or_refused_hundreds_of_times(desk: Desk) -> None:
    with contextlib.redirect_stderr(io.StringIO()):
        assert all(let_in([way], MANY) >= min(MANY, 100) for way in files(desk))
