"""Every truth of the meters holds after a year of work, and is told once somebody reaches into the book."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import text

from app.meters.truths import TRUTHS
from app.store.truths import check_truths
from tests.meters.conftest import MeterOffice


def worked_for_a_year(office: MeterOffice) -> None:
    unit = office.unit("3-2-501")
    meter = office.meter(unit, base="99980")
    office.meters.unlink(office.boss, meter, unit, date(2026, 1, 20))
    office.meters.link(office.boss, meter, unit, date(2026, 2, 1))
    office.reads(meter, date(2026, 2, 1), "99990")
    office.reads(meter, date(2026, 3, 1), "30", estimated=True, rolled_over=True)
    office.reads(meter, date(2026, 4, 1), "12")
    office.replaces(meter, date(2026, 4, 15), final="20", base="700")
    reading = office.reads(meter, date(2026, 5, 1), "707")
    office.readings.correct(office.boss, reading, Decimal(705), "看错")
    office.ends(meter, date(2026, 6, 1), final="710")
    office.meter(number="P", public=True)


def breaches(office: MeterOffice) -> list[str]:
    with office.store.reading() as connection:
        return [finding.truth for finding in check_truths(connection, TRUTHS) if finding.breaches]


def test_every_truth_holds_after_a_years_work(office: MeterOffice) -> None:
    worked_for_a_year(office)
    assert breaches(office) == []


@pytest.mark.parametrize(
    ("tampered", "broken"),
    [
        ("UPDATE meter_device SET first = '2026-12-31' WHERE id = 1", 0),
        ("UPDATE reading SET device_id = 1 WHERE value = 7050000", 0),
        ("UPDATE reading SET rolled_over = 0", 1),
        ("UPDATE reading SET day = '2025-01-01' WHERE value = 7100000", 1),
        ("UPDATE reading SET value = 1234560000 WHERE value = 7100000", 2),
        ("UPDATE reading SET day = '2026-05-02' WHERE value = 7050000", 3),
        ("UPDATE meter SET ended_on = '2026-05-30' WHERE ended_on IS NOT NULL", 4),
        ("UPDATE meter_unit SET until = '2026-02-02' WHERE id = 1", 5),
        ("UPDATE meter SET public = 1", 6),
    ],
)
def test_whoever_reaches_into_the_book_is_found_out(office: MeterOffice, tampered: str, broken: int) -> None:
    worked_for_a_year(office)
    with office.store.transaction() as connection:
        assert connection.execute(text(tampered)).rowcount > 0
    assert TRUTHS[broken].name in breaches(office)
