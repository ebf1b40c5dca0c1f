"""Two windows on one folder take money at the same moment: every number once, nothing collected twice."""

from __future__ import annotations

import logging
import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from app.access.actor import Actor
from app.core.clock import SetClock
from app.core.ids import UnitId
from app.core.money import NOTHING, Money
from app.counter.methods import Method
from app.counter.payments.asked import OneOff
from app.counter.refusals import BillChanged, NoOpenShift, TakenMeanwhile
from app.counter.shifts.close_shift import Closing
from app.counter.shifts.refusals import CountOutdated
from app.office import Office
from tests.closing import counted_as_expected, with_drawers
from tests.office_builder import OfficeBuilder
from tests.stories.asking import asking

ROUNDS = 25
HOMES = 6


@pytest.fixture
def first(builder: OfficeBuilder) -> OfficeBuilder:
    builder.property_fee(*(builder.unit(f"1-1-{number}01") for number in range(1, HOMES + 1)))
    builder.billed_through(2026, 11)
    builder.open_shift()
    with_drawers(builder.office, "1, 2")
    builder.office.shifts.open(builder.supervisor, NOTHING, drawer="2")
    return builder


@pytest.fixture
def second(first: OfficeBuilder, clock: SetClock) -> Iterator[Office]:
    office = Office.open(first.office.store.folder.path, clock)
    yield office
    office.close()


def work(office: Office, by: Actor, units: list[UnitId], seed: int, start: Barrier) -> list[str]:
    """Open bills and collect them a line at a time; a bill that the other window was quicker with is let go."""
    rng = random.Random(seed)
    card = office.fee_items.one_offs()[0]
    taken = []
    start.wait()
    for _ in range(ROUNDS):
        bill = office.bills.open(rng.choice(units))
        one_offs = [] if bill.due else [OneOff(card.id, card.name, Money(2000))]
        try:
            taken.append(office.payments.take(by, asking(bill, bill.due[:1], Method.WECHAT, one_offs=one_offs)).label)
        except (TakenMeanwhile, BillChanged):
            continue
    return taken


def test_two_windows_at_once_share_the_numbers_and_collect_every_line_once(
    first: OfficeBuilder, second: Office, caplog: pytest.LogCaptureFixture
) -> None:
    units = [hit.unit_id for hit in first.office.find_units.find("1-1-")]
    start = Barrier(2)
    with caplog.at_level(logging.WARNING), ThreadPoolExecutor(2) as threads:
        hands = [
            threads.submit(work, office, by, units, seed, start)
            for seed, (office, by) in enumerate(((first.office, first.cashier), (second, first.supervisor)))
        ]
        labels = [label for hand in hands for label in hand.result()]
    assert sorted(labels) == [f"R-{number:06d}" for number in range(1, len(labels) + 1)]
    assert all(hand.result() for hand in hands)
    assert first.breaches() == []
    assert caplog.messages == []


def test_one_bill_in_two_windows_is_collected_by_exactly_one(first: OfficeBuilder, second: Office) -> None:
    unit_id = first.office.find_units.find("1-1-101")[0].unit_id
    start = Barrier(2)

    def collect(office: Office, by: Actor) -> str:
        bill = office.bills.open(unit_id)
        start.wait()
        try:
            return office.payments.take(by, asking(bill, bill.due, Method.CARD)).label
        except TakenMeanwhile as refusal:
            return f"{refusal.receipt} by {refusal.by}"

    with ThreadPoolExecutor(2) as threads:
        answers = [
            threads.submit(collect, office, by)
            for office, by in ((first.office, first.cashier), (second, first.supervisor))
        ]
        said = sorted(answer.result() for answer in answers)
    winner = "王敏" if said[1] == "R-000001 by 王敏" else "沈若兰"
    assert said == ["R-000001", f"R-000001 by {winner}"]
    assert first.owes(unit_id) == NOTHING
    assert first.breaches() == []


def test_the_same_f9_from_two_threads_gives_one_receipt(first: OfficeBuilder) -> None:
    unit_id = first.office.find_units.find("1-1-101")[0].unit_id
    asked = first.asked(unit_id)
    start = Barrier(2)

    def press() -> tuple[str, bool]:
        start.wait()
        taken = first.office.payments.take(first.cashier, asked)
        return taken.label, taken.repeated

    with ThreadPoolExecutor(2) as threads:
        presses = [threads.submit(press) for _ in range(2)]
        assert sorted(one.result() for one in presses) == [("R-000001", False), ("R-000001", True)]
    assert first.breaches() == []


@pytest.mark.parametrize("round_", range(5))
def test_s8_a_payment_at_the_moment_of_the_close_is_in_that_shift_or_refused(
    first: OfficeBuilder, second: Office, round_: int
) -> None:
    shift = first.office.shifts.current(first.cashier)
    assert shift is not None
    asked = first.asked(first.office.find_units.find("1-1-101")[0].unit_id)
    second.shift_counts.count(first.cashier, shift.id, counted_as_expected(second, shift.id))
    start = Barrier(2)

    def close() -> list[Money]:
        start.wait()
        try:
            return [second.shifts.close(first.cashier, shift.id, Closing(Money(50000))).facts.net]
        except CountOutdated:
            return []

    def pay() -> list[Money]:
        start.wait()
        try:
            return [first.office.payments.take(first.cashier, asked).paid]
        except NoOpenShift:
            return []

    with ThreadPoolExecutor(2) as threads:
        closing, paying = threads.submit(close), threads.submit(pay)
        closed, paid = closing.result(), paying.result()
    assert (closed, len(first.office.receipts.of_shift(shift.id))) == ([] if paid else [NOTHING], len(paid))
    assert (first.office.shifts.current(first.cashier) is None) == bool(closed)
    assert first.breaches() == []
