"""A stack of papers is entered in whatever order it lies: the balances come out the same."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.clock import SetClock
from app.core.money import Money
from app.counter.methods import Method
from app.counter.outages.back_entries import Written
from tests.closing import close_shift
from tests.counter.outages.conftest import BACK_AGAIN, CutMorning, cut_morning
from tests.office_builder import OfficeBuilder

ROOMS = ("3-1-301", "3-1-702", "10-1-201")
STACK = st.lists(
    st.tuples(
        st.sampled_from(ROOMS),
        st.integers(1, 6_000).map(lambda jiao: Money(jiao * 10)),
        st.sampled_from((Method.CASH, Method.TRANSFER)),
        st.integers(0, 239),
    ),
    min_size=2,
    max_size=6,
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, set_up_office: Path) -> tuple[Path, CutMorning]:
    path = tmp_path_factory.mktemp("cut") / "office data"
    shutil.copytree(set_up_office, path)
    builder = OfficeBuilder(path, SetClock(datetime(2026, 11, 20, 8, 30)))
    made = cut_morning(builder)
    builder.office.close()
    return path, made


@contextmanager
def copy_of(built: tuple[Path, CutMorning]) -> Iterator[CutMorning]:
    with TemporaryDirectory() as place:
        path = Path(place) / "office data"
        shutil.copytree(built[0], path)
        builder = OfficeBuilder(path, SetClock(BACK_AGAIN))
        yield CutMorning(builder, built[1].units, built[1].book, built[1].cut)
        builder.office.close()


def balances(cut: CutMorning, papers: list[Written]) -> dict[str, tuple[Money, Money]]:
    for paper in papers:
        cut.enter(paper)
    assert cut.builder.breaches() == []
    bills = {room: cut.builder.office.bills.open(unit_id) for room, unit_id in cut.units.items()}
    return {room: (cut.builder.owes(bill.unit.id), bill.credit) for room, bill in bills.items()}


@settings(max_examples=8, deadline=None)
@given(stack=STACK, shuffled=st.randoms(use_true_random=False))
def test_a_stack_in_any_order_gives_the_same_balances(
    built: tuple[Path, CutMorning], stack: list[tuple[str, Money, Method, int]], shuffled: Random
) -> None:
    with copy_of(built) as first, copy_of(built) as second:
        papers = [
            Written(
                f"row {at}",
                first.book,
                at,
                first.units[room],
                amount,
                method,
                str(at),
                datetime(2026, 11, 20, 10 + minute // 60, minute % 60),
                "李强",
            )
            for at, (room, amount, method, minute) in enumerate(stack, start=1)
        ]
        mixed = list(papers)
        shuffled.shuffle(mixed)
        assert balances(first, papers) == balances(second, mixed)


DAYS = st.lists(
    st.tuples(
        st.sampled_from(ROOMS),
        st.integers(1, 6_000).map(lambda jiao: Money(jiao * 10)),
        st.sampled_from((Method.CASH, Method.TRANSFER)),
        st.datetimes(datetime(2026, 11, 20, 10), datetime(2026, 11, 22, 9)),
    ),
    min_size=2,
    max_size=6,
)


def over_two_shifts(cut: CutMorning, papers: list[Written], first: int) -> dict[str, tuple[Money, Money]]:
    """So many of them in a shift of the 22nd, the rest in one of the 23rd; the first shift is the forgotten one."""
    builder = cut.builder
    builder.clock.set(datetime(2026, 11, 22, 9, 30))
    close_shift(builder.office, builder.cashier)
    for day, some in ((22, papers[:first]), (23, papers[first:])):
        builder.clock.set(datetime(2026, 11, day, 10))
        builder.open_shift()
        for paper in some:
            cut.enter(paper)
        builder.clock.set(datetime(2026, 11, day, 17))
        close_shift(builder.office, builder.cashier)
    return balances(cut, [])


LATE_FEE_OF_THE_DAYS = Money(60)
"""What three homes' months can grow by in the days of the stack: 500 yuan at 0.5 per mille for two days, and cents."""


def written(cut: CutMorning, stack: list[tuple[str, Money, Method, datetime]]) -> list[Written]:
    return [
        Written(f"row {at}", cut.book, at, cut.units[room], amount, method, str(at), moment, "李强")
        for at, (room, amount, method, moment) in enumerate(stack, start=1)
    ]


@settings(max_examples=6, deadline=None)
@given(stack=DAYS, shuffled=st.randoms(use_true_random=False), first=st.integers(0, 6), second=st.integers(0, 6))
def test_papers_of_several_days_entered_day_by_day_come_out_the_same_in_whatever_shifts(
    built: tuple[Path, CutMorning],
    stack: list[tuple[str, Money, Method, datetime]],
    shuffled: Random,
    first: int,
    second: int,
) -> None:
    with copy_of(built) as here, copy_of(built) as there:
        papers = sorted(written(here, stack), key=lambda paper: paper.written_at.date())
        mixed = list(papers)
        shuffled.shuffle(mixed)
        mixed.sort(key=lambda paper: paper.written_at.date())
        assert over_two_shifts(here, papers, first) == over_two_shifts(there, mixed, second)


@settings(max_examples=6, deadline=None)
@given(stack=DAYS, shuffled=st.randoms(use_true_random=False), first=st.integers(0, 6))
def test_days_entered_out_of_their_order_differ_by_no_more_than_the_late_fee_of_those_days(
    built: tuple[Path, CutMorning], stack: list[tuple[str, Money, Method, datetime]], shuffled: Random, first: int
) -> None:
    with copy_of(built) as here, copy_of(built) as there:
        papers = written(here, stack)
        mixed = list(papers)
        shuffled.shuffle(mixed)
        one, other = over_two_shifts(here, papers, first), over_two_shifts(there, mixed, first)
        for room, (owed, credit) in one.items():
            assert abs((owed - credit - other[room][0] + other[room][1]).fen) <= LATE_FEE_OF_THE_DAYS.fen
