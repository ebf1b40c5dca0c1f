"""A round of many meters is read in one statement and shows the same as if each meter were counted by itself."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import event

from app.meters.meter_facts import MeterFilter
from app.meters.meter_state import read_meters
from app.meters.reading_round import RoundLine, counted_line
from tests.meters.conftest import MeterOffice

SINCE = date(2026, 11, 1)
READ_ON = [date(2025, month, 1) for month in range(2, 13)] + [date(2026, month, 1) for month in range(1, 12)]


def counted(office: MeterOffice, since: date) -> list[RoundLine]:
    """The round with every meter counted from all of its readings."""
    rows = office.meters.listed()
    with office.store.reading() as connection:
        meters = read_meters(connection, [row.id for row in rows])
    return [counted_line(row, meters[row.id], since) for row in rows]


@pytest.fixture
def many(office: MeterOffice) -> MeterOffice:
    """Meters read from no time to 22 times, and such as were replaced, rolled over, estimated, corrected, read seldom."""
    since = date(2025, 1, 1)
    for read in (*range(11), 22):
        meter = office.meter(number=f"N{read:02}", multiplier="1.5", loss="0.03", since=since)
        for at, day in enumerate(READ_ON[len(READ_ON) - read :], 1):
            office.reads(meter, day, str(100 + 7 * at + at * at % 5))
    office.meter(number="bare", base=None)
    seldom = office.meter(number="seldom", base="3", since=date(2019, 1, 1))
    for at in range(1, 8):
        office.reads(seldom, date(2018 + at, 12, 1), str(50 * at))
    replaced = office.meter(number="replaced", since=since)
    office.reads(replaced, READ_ON[-2], "130")
    office.replaces(replaced, date(2026, 10, 20), "136", number="newer")
    office.reads(replaced, READ_ON[-1], "4")
    rolled = office.meter(number="rolled", base="99990", since=since)
    office.reads(rolled, READ_ON[-2], "12", rolled_over=True)
    estimated = office.meter(number="estimated", since=since)
    office.reads(estimated, READ_ON[-2], "150", estimated=True)
    office.reads(estimated, READ_ON[-1], "140")
    corrected = office.meter(number="corrected", since=since)
    wrong = office.reads(corrected, READ_ON[-3], "170")
    office.readings.correct(office.boss, wrong, Decimal(117), "误读")
    office.reads(corrected, READ_ON[-2], "180")
    return office


@pytest.mark.parametrize("since", [SINCE, date(2026, 10, 1), date(2026, 12, 1), date(2026, 11, 2)])
def test_every_line_is_what_its_readings_come_to(many: MeterOffice, since: date) -> None:
    assert list(many.readings.round(MeterFilter(), since).lines) == counted(many, since)


def test_the_line_of_one_meter_is_the_same_as_in_the_round(many: MeterOffice) -> None:
    for line in many.readings.round(MeterFilter(), SINCE).lines:
        assert many.readings.round(MeterFilter(meter_id=line.meter.id), SINCE).lines == (line,)


def test_more_meters_need_no_more_statements(office: MeterOffice) -> None:
    said: list[str] = []
    event.listen(office.store.engine, "before_cursor_execute", lambda *told: said.append(str(told[2])))

    def statements() -> int:
        said.clear()
        office.readings.round(MeterFilter(), SINCE)
        return len(said)

    office.reads(office.meter(number="one"), SINCE, "107")
    few = statements()
    for at in range(30):
        office.reads(office.meter(number=f"W{at}"), SINCE, "107")
    assert 0 < statements() == few
