from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.core.ids import ChargeId
from app.core.money import NOTHING, Money, total
from app.fees.allocation_rule import LateFeeOrder, OpenLine, allocate

TODAY = date(2026, 11, 20)


def line(number: int, due: str, principal: int, late_fee: int = 0, priority: int = 1, unit_order: int = 1) -> OpenLine:
    return OpenLine(ChargeId(number), date.fromisoformat(due), priority, unit_order, Money(principal), Money(late_fee))


def got(
    paid: int, lines: list[OpenLine], order: LateFeeOrder = LateFeeOrder.PRINCIPAL_FIRST
) -> list[tuple[int, int, int]]:
    split = allocate(Money(paid), lines, TODAY, order)
    return [(part.charge_id, part.principal.fen, part.late_fee.fen) for part in split.parts] + [(0, split.rest.fen, 0)]


AUGUST = line(8, "2026-08-05", 16558, 886)
SEPTEMBER = line(9, "2026-09-05", 16558, 629)
DECEMBER = line(12, "2026-12-05", 16558)


def test_all_principals_come_before_any_late_fee() -> None:
    paid = 16558 + 16558 + 100
    assert got(paid, [SEPTEMBER, AUGUST]) == [(8, 16558, 100), (9, 16558, 0), (0, 0, 0)]


def test_late_fee_first_pays_charge_by_charge() -> None:
    order = LateFeeOrder.LATE_FEE_FIRST
    assert got(18000, [SEPTEMBER, AUGUST], order) == [(8, 16558, 886), (9, 0, 556), (0, 0, 0)]


def test_principal_only_leaves_late_fees_alone() -> None:
    order = LateFeeOrder.PRINCIPAL_ONLY
    assert got(99999, [AUGUST, SEPTEMBER], order) == [(8, 16558, 0), (9, 16558, 0), (0, 99999 - 33116, 0)]


def test_late_fees_come_before_what_is_not_due_yet() -> None:
    assert got(16558 + 886 + 50, [DECEMBER, AUGUST]) == [(8, 16558, 886), (12, 50, 0), (0, 0, 0)]


def test_a_part_payment_leaves_the_rest_of_the_last_line() -> None:
    assert got(20000, [AUGUST, SEPTEMBER]) == [(8, 16558, 0), (9, 3442, 0), (0, 0, 0)]


def test_the_same_due_date_goes_by_fee_item_then_unit_order() -> None:
    water = line(1, "2026-08-05", 100, priority=4)
    shop = line(2, "2026-08-05", 100, unit_order=2)
    home = line(3, "2026-08-05", 100)
    assert got(250, [water, shop, home])[:3] == [(3, 100, 0), (2, 100, 0), (1, 50, 0)]


lines = st.lists(
    st.tuples(st.integers(-400, 200), st.integers(0, 50000), st.integers(0, 5000), st.integers(1, 3)), max_size=12
).map(
    lambda rows: [
        OpenLine(ChargeId(n), TODAY + timedelta(days), priority, 1, Money(principal), Money(late))
        for n, (days, principal, late, priority) in enumerate(rows)
    ]
)


@given(st.integers(0, 500000), lines, st.sampled_from(LateFeeOrder))
def test_every_fen_is_allocated_or_left_over(paid: int, open_lines: list[OpenLine], order: LateFeeOrder) -> None:
    split = allocate(Money(paid), open_lines, TODAY, order)
    assert total(part.together for part in split.parts) + split.rest == Money(paid)
    by_id = {part.charge_id: part for part in split.parts}
    assert len(split.parts) == len(open_lines)
    for one in open_lines:
        assert NOTHING <= by_id[one.charge_id].principal <= one.principal
        assert NOTHING <= by_id[one.charge_id].late_fee <= one.late_fee
    if split.rest and order is not LateFeeOrder.PRINCIPAL_ONLY:
        assert total(part.together for part in split.parts) == total(one.principal + one.late_fee for one in open_lines)


@given(st.integers(0, 500000), lines)
def test_a_late_fee_gets_money_only_when_no_due_principal_is_left(paid: int, open_lines: list[OpenLine]) -> None:
    split = allocate(Money(paid), open_lines, TODAY, LateFeeOrder.PRINCIPAL_FIRST)
    if any(part.late_fee for part in split.parts):
        by_id = {part.charge_id: part for part in split.parts}
        assert all(by_id[one.charge_id].principal == one.principal for one in open_lines if one.due_on <= TODAY)
