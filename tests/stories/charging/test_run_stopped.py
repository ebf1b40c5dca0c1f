"""Shift+Esc while a run is being written: nothing of it stays, and the same run can be made afterwards; by keys."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import func, select

from app.ledger.tables import journal_entry
from tests.keys import to_tab
from tests.stories.charging.conftest import OpenProgram
from tests.stories.charging.steps import choose, lay, make_tariff
from tests.stories.first_day_window import Program
from ui.shell import worker

_ITEMS = (("物业费", "住宅物业费", "2.00"), ("公共能耗费", "公共能耗", "0.30"), ("车位费", "车位管理", "0.10"))


def written(program: Program) -> tuple[object, ...]:
    """Runs, charges owed and the newest journal entry."""
    office = program.office
    with office.store.reading() as connection:
        newest = connection.execute(select(func.max(journal_entry.c.no))).scalar()
    owed = [len(office.bills.open(unit.id).not_due) for unit in office.estate.units()]
    return len(office.billing.runs()), sum(owed), newest


def test_a_run_that_is_stopped_while_it_is_written_leaves_nothing(
    open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "_TELL_EVERY", 0.0)  # every piece of work waits until the key was pressed
    program = open_program(datetime(2026, 1, 5, 9))
    for item, name, price in _ITEMS:
        make_tariff(program, name, {"Fee item": item, "Price": price})
        lay(program, "2026-01-01", "-")
    program.keys.press(to_tab("fees"), "Ctrl+M")
    program.finish_work()
    choose(program, "Bill through", "2026-12")
    program.finish_work()
    before = written(program)
    assert before[0] == 0
    seen: list[tuple[int, int]] = []
    stopped: list[bool] = []

    def stop(done: int, whole: int) -> None:
        seen.append((done, whole))
        if 0 < done < whole and not stopped:
            stopped.append(True)
            program.keys.press("Shift+Esc")

    waiting = Qt.ConnectionType.BlockingQueuedConnection
    program.window.worker.started.connect(lambda task: task.progressed.connect(stop, waiting))
    program.keys.press("F9")
    program.finish_work()
    assert stopped, seen
    assert written(program) == before
    stopped.append(True)
    program.keys.press("F9")
    program.finish_work()
    assert "Billed through 2026-12: 540 charges" in program.screen()
    assert written(program)[0] == 1
