"""A busy morning: forty payments of every kind by keys, and a close at noon in which everything agrees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication

from app.core.clock import SetClock
from app.core.money import NOTHING, Money
from app.counter.methods import Method
from app.store.folder import DataFolder
from tests.closing import close_shift
from tests.counter_screen.answering import answering
from tests.counter_screen.counter_window import CounterWindow, comes_true, open_counter
from tests.counter_screen.drawer import count_all, honest_count, press
from tests.counter_screen.test_key_budgets import newest
from tests.office_builder import OfficeBuilder
from tests.stories import morning_steps
from tests.stories.morning_steps import wish_of

ROOMS = [f"{building}-1-{floor}{door:02d}" for building in range(1, 5) for floor in range(1, 6) for door in (1, 2)][:39]
HAS_CREDIT = ROOMS[20]
DUE = Money(165_58 * 4)


@pytest.fixture
def office(office_folder: DataFolder) -> Iterator[OfficeBuilder]:
    builder = OfficeBuilder(office_folder.path, SetClock(datetime(2026, 11, 19, 9)))
    units = [builder.unit(room, f"业主{at}", "89.50", f"138000{at:05d}") for at, room in enumerate(ROOMS)]
    builder.property_fee(*units, rate=None)
    builder.billed_through(2026, 10)
    builder.open_shift()
    taken = builder.pays(units[20], "600", Method.WECHAT, reference="20261119")
    builder.office.receipts.printed(taken.receipt_id, 0)
    close_shift(builder.office, builder.cashier)
    builder.billed_through(2026, 11)
    builder.clock.set(datetime(2026, 11, 20, 8, 30))
    builder.open_shift()
    yield builder
    builder.office.close()


@pytest.fixture
def counter(qapp: QApplication, office: OfficeBuilder) -> Iterator[CounterWindow]:
    window = open_counter(office)
    yield window
    window.close()


def open_room(counter: CounterWindow, room: str) -> None:
    counter.keys.press("F2")
    counter.keys.type(room.replace("-", ""))
    counter.keys.press("Return")


def everybody_pays(counter: CounterWindow, office: OfficeBuilder) -> dict[str, str]:
    """The receipt of every room."""
    labels = dict[str, str]()
    for place, room in enumerate(ROOMS):
        open_room(counter, room)
        pay = morning_steps.with_credit if room == HAS_CREDIT else wish_of(place)
        pay(counter.keys)
        taken = newest(office)
        assert taken.unit == room
        labels[room] = taken.label
        office.clock.advance(minutes=4)
    return labels


def close_by_keys(counter: CounterWindow, office: OfficeBuilder) -> None:
    counted, keys = honest_count(office), counter.keys
    steps = (press(keys, "Return"), lambda: count_all(keys, counted), press(keys, "F9"), press(keys, "Return"))
    with answering(*steps):
        keys.press("F12")


def test_s14_a_busy_morning_of_forty_payments_closes_with_all_equal(
    counter: CounterWindow, office: OfficeBuilder
) -> None:
    labels = everybody_pays(counter, office)
    wrong = ROOMS[0]
    morning_steps.void(counter, labels[wrong])
    assert office.owes(office.office.estate.unit_named(wrong)) == DUE
    open_room(counter, wrong)
    morning_steps.with_a_tender(counter.keys)
    morning_steps.change_method_to_card(counter, labels[ROOMS[5]], "5512")

    shift = office.office.shifts.current(office.cashier)
    assert shift is not None
    rows = office.office.receipts.of_shift(shift.id)
    assert len(rows) == 40
    assert [row.label for row in rows if row.voided] == [labels[wrong]]
    assert len({row.label for row in rows}) == 40
    assert comes_true(lambda: len(counter.tray.sheets) == 40 and not office.office.receipts.waiting())
    assert max(Counter(counter.tray.sheets).values()) == 1
    assert office.breaches() == []

    close_by_keys(counter, office)
    facts = office.office.shift_reports.z_report(office.office.shift_reports.last_z())
    assert {line.method: line.difference for line in facts.methods} == {line.method: NOTHING for line in facts.methods}
    assert {Method.CASH, Method.WECHAT, Method.ALIPAY, Method.CARD} <= {line.method for line in facts.methods}
    assert (len(facts.papers.receipts), facts.papers.method_changes) == (40, 1)
    assert office.office.shifts.current(office.cashier) is None
    assert office.office.bills.open(office.office.estate.unit_named(HAS_CREDIT)).credit == NOTHING
    assert office.breaches() == []
