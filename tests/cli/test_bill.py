"""`bill` says what it would charge, charges it once, and never twice."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select

from app.core.money import NOTHING
from app.estate.kinds import UnitKind, UnitState
from app.estate.unit_facts import UnitFacts
from app.fees.tables import recognition
from tests.cli.conftest import Command
from tests.office_builder import OfficeBuilder

WHOLE = "8 charges on 2 units, ¥1,324.64 in all"


def test_a_dry_run_charges_nothing(command: Command, counter: OfficeBuilder, data: Path) -> None:
    answer = command("bill", "--through", "2026-11", "--dry-run", "--data", data)
    assert (answer.code, answer.lines) == (0, [WHOLE, "  物业费: 8 charges, ¥1,324.64"])
    assert counter.owes(counter.office.find_units.find("3-2-501")[0].unit_id) == NOTHING
    assert counter.office.billing.runs() == []


def test_a_month_is_billed_once_in_the_name_of_the_first_supervisor(
    command: Command, counter: OfficeBuilder, data: Path
) -> None:
    assert command("bill", "--through", "2026-11", "--data", data).lines[0] == WHOLE
    again = command("bill", "--through", "2026-11", "--data", data)
    assert (again.code, again.lines) == (0, ["0 charges on 0 units, ¥0.00 in all", "Left out, billed already: 2"])
    (run,) = counter.office.billing.runs()
    assert (run.by, run.charges) == ("沈若兰", 8)
    assert counter.breaches() == []


def test_what_is_left_out_is_said_with_its_units_and_what_to_do(
    command: Command, counter: OfficeBuilder, data: Path
) -> None:
    counter.unit("5-1-101")
    facts = [
        UnitFacts(f"4-1-{room}", UnitKind.HOME, UnitState.NOT_HANDED_OVER, building_area=Decimal(80))
        for room in range(101, 112)
    ]
    homes = [counter.office.estate.add_unit(counter.supervisor, one) for one in facts]
    tariff = counter.office.tariffs.rows()[0].tariff.id
    counter.office.assignments.assign(counter.supervisor, tariff, homes, date(2026, 8, 1))
    answer = command("bill", "--through", "2026-11", "--dry-run", "--data", data)
    named = ", ".join(one.code for one in facts[:10])
    assert answer.lines[2:] == [
        f"Left out, no handover date: 11 ({named} and 1 more); enter the handover date on the unit's page",
        "Without any tariff, perhaps forgotten: 1 units (5-1-101)",
    ]


def test_fees_received_in_advance_are_earned_by_a_run_with_nothing_else_to_charge(
    command: Command, counter: OfficeBuilder, data: Path
) -> None:
    command("bill", "--through", "2026-12", "--data", data)
    runs = counter.office.billing.runs()
    counter.clock.set(datetime(2026, 12, 1, 9))
    assert command("bill", "--through", "2026-12", "--data", data).code == 0
    with counter.office.store.reading() as connection:
        assert len(connection.execute(select(recognition)).all()) == 2
    assert counter.office.billing.runs() == runs
    assert counter.breaches() == []


def test_a_month_too_far_ahead_is_refused(command: Command, counter: OfficeBuilder, data: Path) -> None:
    answer = command("bill", "--through", "2030-01", "--data", data)
    assert (answer.code, answer.said) == (2, "")
    assert counter.office.billing.runs() == []


@pytest.mark.parametrize("month", ["2026-13", "November", "2026", "", "2026-11-20"])
def test_a_month_is_written_as_year_and_month(command: Command, data: Path, month: str) -> None:
    answer = command("bill", f"--through={month}", "--data", data)
    assert answer.code == 2
    assert "a month like 2026-11" in answer.trouble
