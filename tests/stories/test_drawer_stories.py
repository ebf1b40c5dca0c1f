"""Drawers on bad days, by keys: one is short, one is forgotten, and one is worked by two people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy import func, select

from app.access.permissions import Role
from app.core.clock import SetClock
from app.core.money import NOTHING, Money
from app.counter.cash.denominations import CashCount
from app.counter.methods import Method
from app.counter.papers.shift_paper import shift_pdf
from app.counter.shifts.shift_facts import ShiftFacts
from app.ledger.accounts import OVER_SHORT
from app.ledger.tables import posting
from app.store.folder import DataFolder
from tests.counter_screen.answering import answering, supervisor_says_yes
from tests.counter_screen.counter_window import CounterWindow, comes_true, open_counter
from tests.counter_screen.drawer import count_all, count_pieces, honest_count, press
from tests.counter_screen.test_key_budgets import newest
from tests.keys import KeyDriver
from tests.office_builder import OfficeBuilder
from tests.paper.judges import PaperOnTable

ROOMS = [f"1-1-{floor}01" for floor in range(1, 6)]
DUE = Money(165_58 * 4)
IN_CASH = Money(662_30)

OpenWindow = Callable[[], CounterWindow]


@pytest.fixture
def office(office_folder: DataFolder) -> Iterator[OfficeBuilder]:
    builder = OfficeBuilder(office_folder.path, SetClock(datetime(2026, 11, 20, 8, 30)))
    units = [builder.unit(room, f"业主{at}", "89.50", f"138000{at:05d}") for at, room in enumerate(ROOMS)]
    builder.property_fee(*units, rate=None)
    builder.billed_through(2026, 11)
    builder.open_shift()
    yield builder
    builder.office.close()


@pytest.fixture
def open_window(qapp: QApplication, office: OfficeBuilder) -> Iterator[OpenWindow]:
    opened: list[CounterWindow] = []

    def open_one() -> CounterWindow:
        opened.append(open_counter(office))
        return opened[-1]

    yield open_one
    for window in opened:
        window.close()


def pay_in_cash(counter: CounterWindow, office: OfficeBuilder, room: str) -> None:
    counter.keys.type(room.replace("-", ""))
    counter.keys.press("Return", "F9")
    assert newest(office).unit == room
    assert comes_true(lambda: not office.office.receipts.waiting())


def newest_z(office: OfficeBuilder) -> ShiftFacts:
    return office.office.shift_reports.z_report(office.office.shift_reports.last_z())


def over_and_short(office: OfficeBuilder) -> Money:
    """What the account of overs and shorts stands at; short is a debit."""
    own = select(func.sum(posting.c.amount)).where(posting.c.account == OVER_SHORT)
    with office.office.store.reading() as connection:
        return Money(0) + (connection.execute(own).scalar_one() or NOTHING)


def open_with(keys: KeyDriver, amount: Money) -> None:
    with answering(press(keys, "Return"), lambda: count_pieces(keys, CashCount.of(amount))):
        keys.press("F12")


def test_s7_the_drawer_is_50_short(open_window: OpenWindow, office: OfficeBuilder, tmp_path: Path) -> None:
    counter = open_window()
    keys = counter.keys
    for room in ROOMS[:3]:
        pay_in_cash(counter, office, room)
    counted = honest_count(office, {Method.CASH: -Money(50_00)})

    def say_why() -> None:
        keys.compose("zhaocuo")
        keys.commit("可能找错钱")
        keys.press("F9")

    steps = (press(keys, "Return"), lambda: count_all(keys, counted), press(keys, "F5"))
    again = (lambda: count_all(keys, counted), say_why, supervisor_says_yes(keys), press(keys, "Return"))
    with answering(*steps, *again):
        keys.press("F12")
    facts = newest_z(office)
    cash = facts.methods[0]
    assert (cash.difference, cash.reason, facts.approver) == (-Money(50_00), "可能找错钱", "沈若兰")
    assert facts.cash.first_count == counted.cash.amount
    assert over_and_short(office) == Money(50_00)
    paper = PaperOnTable(shift_pdf(facts), tmp_path)
    assert paper.says("可能找错钱")
    assert paper.says("沈若兰")

    office.clock.set(datetime(2026, 11, 21, 8, 30))
    open_with(keys, Money(500_00))
    pay_in_cash(counter, office, ROOMS[3])
    assert honest_count(office).cash.amount == Money(500_00) + IN_CASH
    assert office.breaches() == []


def test_s15_the_cashier_forgets_to_close(open_window: OpenWindow, office: OfficeBuilder) -> None:
    counter = open_window()
    pay_in_cash(counter, office, ROOMS[0])
    office.clock.set(datetime(2026, 11, 21, 8, 20))
    keys = counter.keys
    keys.type(ROOMS[1].replace("-", ""))
    keys.press("Return")
    keys.type("700")
    keys.press("F9")
    panel = counter.page.flow.desk.panel
    assert "2026-11-20" in panel.message.text()
    assert panel.amount.text() == "700"

    counted = honest_count(office)
    steps = (press(keys, "Return"), lambda: count_all(keys, counted), press(keys, "F9"), press(keys, "Return"))
    with answering(*steps):
        keys.press("F12")
    (report,) = office.office.shift_reports.listed()
    assert (report.day, report.facts.methods[0].difference) == (date(2026, 11, 20), NOTHING)

    open_with(keys, report.facts.cash.kept)
    assert panel.amount.value() == Money(700_00)
    keys.press("F9")
    assert (newest(office).unit, newest(office).at.date()) == (ROOMS[1], date(2026, 11, 21))
    assert honest_count(office).cash.amount == report.facts.cash.kept + IN_CASH
    assert office.breaches() == []


def test_s2_two_cashiers_work_one_drawer(open_window: OpenWindow, office: OfficeBuilder) -> None:
    office.office.people.add(office.supervisor, "何静", "quiet-garden", Role.CASHIER)
    first = open_window()
    for room in ROOMS[:2]:
        pay_in_cash(first, office, room)
    in_the_morning, counted = office.cashier, honest_count(office)
    first.window.hide()

    office.clock.set(datetime(2026, 11, 20, 13))
    office.cashier = office.office.people.named("何静")
    second = open_window()
    keys = second.keys
    steps = (press(keys, "Return"), press(keys, "Y"), lambda: count_all(keys, counted), press(keys, "F9"))
    with answering(*steps, supervisor_says_yes(keys), press(keys, "Return")):
        keys.press("F12")
    morning = newest_z(office)
    assert (morning.cashier, morning.cash.kept) == ("王敏", counted.cash.amount)
    assert office.office.shifts.current(in_the_morning) is None

    pay_in_cash(second, office, ROOMS[2])
    in_the_evening = honest_count(office)
    assert in_the_evening.cash.amount == counted.cash.amount + IN_CASH
    steps = (press(keys, "Return"), lambda: count_all(keys, in_the_evening), press(keys, "F9"), press(keys, "Return"))
    with answering(*steps):
        keys.press("F12")
    evening = newest_z(office)
    assert (evening.cashier, len(evening.papers.receipts), len(morning.papers.receipts)) == ("何静", 1, 2)
    assert [line.difference for line in (*morning.methods, *evening.methods) if line.difference] == []
    assert office.breaches() == []
