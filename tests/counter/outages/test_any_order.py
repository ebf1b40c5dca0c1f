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
