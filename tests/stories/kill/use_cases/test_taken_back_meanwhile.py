"""Another window takes an import back while acts on its units are under way here: each is refused, none is a bug."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stories.kill.use_cases.charging_acts import import_units, take_import_back
from tests.stories.kill.use_cases.every_act import ALL_ACTS
from tests.stories.kill.use_cases.life import Act, Life


@pytest.fixture
def life(lived_in: Path, tmp_path: Path) -> Iterator[Life]:
    """A life whose homes were all taken back."""
    copied = tmp_path / "office data"
    shutil.copytree(lived_in, copied)
    made = Life(copied, "taken back")
    made.open_shift()
    known = {row.id for row in made.office.estate.units()}
    assert made.do(import_units)
    made.units = [row.id for row in made.office.estate.units() if row.id not in known]
    assert made.units
    assert made.do(take_import_back)
    yield made
    made.office.close()


def test_no_act_on_what_is_gone_is_a_bug(life: Life) -> None:
    failed = {act.__name__: error for act in ALL_ACTS if (error := _failure(life, act)) is not None}
    assert failed == {}
    assert life.breaches() == []


def _failure(life: Life, act: Act) -> Exception | None:
    try:
        life.do(act)
    except Exception as error:  # noqa: BLE001 - every one of them is told
        return error
    return None
