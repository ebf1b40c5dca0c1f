"""Key, passwords and recovery code stand in no file, log, crash report, argument or environment."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.access.permissions import Role
from app.access.refusals import WrongPassword
from app.core.clock import SetClock
from app.office import Office
from app.store.all_tables import whole_schema
from tests.conftest import MORNING
from tests.desk.privacy.every_text import texts_with
from tests.office_builder import ANSWERS as USUAL
from ui.shell.crash import write_crash_report

PASSWORD, SECOND, MISTYPED = "correct-horse-77", "green-lantern-88", "korrekt-pferd-99"
ANSWERS = replace(USUAL, password=PASSWORD)


class Day:
    """A founded office, what was secret in it, and what it wrote."""

    def __init__(self, folder: Path, clock: SetClock) -> None:
        self.folder = folder
        self.office, founded = Office.found(folder, clock, ANSWERS)
        self.code = founded.recovery_code
        self.key = self.office.store.key
        self.office.people.add(founded.first, "王敏", SECOND, Role.CASHIER)
        with pytest.raises(WrongPassword):
            self.office.people.sign_in("王敏", MISTYPED)

    @property
    def secrets(self) -> tuple[str, ...]:
        return PASSWORD, SECOND, MISTYPED, self.key, self.code, "".join(sign for sign in self.code if sign.isalnum())


@pytest.fixture
def day(tmp_path: Path, clock: SetClock, caplog: pytest.LogCaptureFixture) -> Iterator[Day]:
    caplog.set_level(logging.DEBUG)
    made = Day(tmp_path / "data", clock)
    yield made
    made.office.close()


def test_no_file_beside_the_database_holds_a_secret(day: Day) -> None:
    contents = {file.name: file.read_bytes() for file in day.folder.rglob("*") if file.is_file()}
    assert len(contents) >= 3
    assert [(name, one) for name, held in contents.items() for one in day.secrets if one.encode() in held] == []
    assert [name for name, held in contents.items() if bytes.fromhex(day.key) in held] == []


def test_no_row_of_the_database_holds_a_secret(day: Day) -> None:
    assert texts_with(day.office.store, *day.secrets) == set()


def test_no_log_line_holds_a_secret(day: Day, caplog: pytest.LogCaptureFixture) -> None:
    assert [one for one in day.secrets if one in caplog.text] == []


def test_no_crash_report_holds_a_secret(day: Day, tmp_path: Path) -> None:
    def fails(key: str, password: str) -> None:
        raise RuntimeError(key, password, day.code)

    with pytest.raises(RuntimeError) as caught:
        fails(day.key, PASSWORD)
    report = write_crash_report(tmp_path / "logs", caught.value, MORNING).read_text(encoding="utf-8")
    assert "RuntimeError" in report
    assert [one for one in day.secrets if one in report] == []


def test_no_argument_and_no_environment_holds_a_secret(day: Day) -> None:
    told = [*sys.argv, *os.environ, *os.environ.values()]
    assert [one for one in day.secrets if any(one in text for text in told)] == []


def test_no_column_keeps_the_number_of_an_identity_card() -> None:
    """An ID number is stored only where a procedure needs it: none does, so there is no place for one."""
    names = [f"{table.name}.{column.name}" for table in whole_schema().sorted_tables for column in table.columns]
    words = ("id_number", "id_card", "identity", "idcard", "身份证", "passport")
    assert [name for name in names if any(word in name.lower() for word in words)] == []
    form = Path(__file__).parents[3] / "app" / "estate" / "unit_facts.py"
    assert "identity" not in form.read_text(encoding="utf-8")
