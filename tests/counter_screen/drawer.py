"""A drawer counted by keys: digits and Enter, from the largest note to the smallest coin."""

from __future__ import annotations

from collections.abc import Callable

from app.core.money import Money
from app.counter.cash.denominations import DENOMINATIONS, CashCount
from app.counter.methods import Method
from app.counter.shifts.counted import Counted
from tests.closing import counted_as_expected
from tests.keys import KeyDriver
from tests.office_builder import OfficeBuilder


def count_pieces(keys: KeyDriver, count: CashCount) -> None:
    """Walk down the grid; where there are none, 0."""
    for piece in DENOMINATIONS:
        keys.type(str(count.pieces.get(piece.fen, 0)))
        keys.press("Return")


def plain(amount: Money) -> str:
    """An amount as a hand types it."""
    return f"{amount.fen // 100}.{amount.fen % 100:02d}"


def count_all(keys: KeyDriver, counted: Counted) -> None:
    """The grid, the totals, and Enter on every reference; F9 confirms."""
    count_pieces(keys, counted.cash)
    for amount in counted.totals.values():
        keys.type(plain(amount))
        keys.press("Return")
    for _ in counted.arrived:
        keys.press("Return")
    keys.press("F9")


def honest_count(builder: OfficeBuilder, off: dict[Method, Money] | None = None) -> Counted:
    """What is really in the drawer of the cashier."""
    shift = builder.office.shifts.current(builder.cashier)
    assert shift is not None
    return counted_as_expected(builder.office, shift.id, off or {})


def press(keys: KeyDriver, *chords: str) -> Callable[[], None]:
    """A step of a story."""
    return lambda: keys.press(*chords)
