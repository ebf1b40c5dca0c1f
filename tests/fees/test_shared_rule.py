"""The splitting of a common cost: every fen is kept, and each share can be computed again."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.ids import BuildingId, UnitId
from app.core.language import choose_language
from app.core.money import Money, total
from app.fees.explanation import recompute
from app.fees.formulas import Areas
from app.fees.shared.explained import MeteredTotal, explain_share
from app.fees.shared.rule import Basis, NoWeight, Sharer, Split, shares_of, weight_of
from app.fees.terms import AreaBase
from app.fees.words.explain_words import charge_words
from app.fees.words.paper_words import paper_columns
from app.meters.kinds import MeterKind

BY_AREA = Split(Basis.AREA)


def sharer(number: int = 1, area: str | None = "89.35", **more: Any) -> Sharer:
    areas = Areas(building=None if area is None else Decimal(area))
    return Sharer(UnitId(number), f"3-1-{number}01", BuildingId(3), "3栋", **{"areas": areas} | more)


def split_up(whole: int, weights: list[Fraction], split: Split = BY_AREA) -> list[dict[str, Any]]:
    weighed = [(sharer(number), weight) for number, weight in enumerate(weights)]
    base = sum(weights, Fraction(0))
    shares = shares_of(Money(whole), weighed)
    return [
        {"amount": share.amount, "explain": explain_share("照明", Money(whole), split, share, base, None)}
        for share in shares
    ]


def test_560_00_shared_over_89_35_101_20_75_square_metres() -> None:
    parts = split_up(56000, [Fraction("89.35"), Fraction("101.20"), Fraction(75)])
    assert [part["amount"] for part in parts] == [Money(18843), Money(21341), Money(15816)]


@pytest.mark.parametrize(
    ("whole", "weights", "parts"),
    [
        (100, ["1", "1", "1"], [34, 33, 33]),
        (101, ["1", "1", "1"], [34, 34, 33]),
        (1, ["1", "1"], [1, 0]),
        (10000, ["29.02", "28.28"], [5065, 4935]),
        (100000, ["1", "2"], [33333, 66667]),
        (7, ["89.5", "89.5", "89.5", "89.5"], [2, 2, 2, 1]),
        (56000, ["1/3", "2/3"], [18667, 37333]),
        (12345, ["100"], [12345]),
        (1000, ["3", "1", "4", "2"], [300, 100, 400, 200]),
        (99999, ["0.01", "9999.99"], [0, 99999]),
    ],
)
def test_a_cost_is_split_to_the_fen(whole: int, weights: list[str], parts: list[int]) -> None:
    assert [part["amount"].fen for part in split_up(whole, [Fraction(weight) for weight in weights])] == parts


@given(st.integers(1, 10**9), st.lists(st.fractions(Fraction(1, 10_000), 10_000, max_denominator=10_000), min_size=1))
def test_shares_sum_to_the_cost_and_are_computed_again_to_the_fen(whole: int, weights: list[Fraction]) -> None:
    parts = split_up(whole, weights)
    assert total(part["amount"] for part in parts) == Money(whole)
    assert [recompute(part["explain"]) for part in parts] == [part["amount"] for part in parts]


@pytest.mark.parametrize(
    ("one", "split", "weight"),
    [
        (sharer(), BY_AREA, Fraction("89.35")),
        (sharer(area=None), BY_AREA, NoWeight.NO_AREA),
        (sharer(area="0"), BY_AREA, NoWeight.NO_AREA),
        (sharer(), Split(Basis.AREA, AreaBase.INNER), NoWeight.NO_AREA),
        (sharer(areas=Areas(billing=Decimal(70))), Split(Basis.AREA, AreaBase.BILLING), Fraction(70)),
        (sharer(area=None), Split(Basis.UNIT), Fraction(1)),
        (sharer(unsold=True), Split(Basis.UNIT), NoWeight.UNSOLD),
        (sharer(headcount=3), Split(Basis.HEADCOUNT), Fraction(3)),
        (sharer(), Split(Basis.HEADCOUNT), NoWeight.NO_HEADCOUNT),
        (sharer(headcount=0), Split(Basis.HEADCOUNT), NoWeight.NO_HEADCOUNT),
        (sharer(usage=Fraction(25, 3)), Split(Basis.USAGE), Fraction(25, 3)),
        (sharer(usage=Fraction(0)), Split(Basis.USAGE), NoWeight.NO_USAGE),
        (sharer(), Split(Basis.USAGE), NoWeight.NO_METER),
    ],
)
def test_what_a_unit_weighs_or_why_it_does_not(one: Sharer, split: Split, weight: Fraction | NoWeight) -> None:
    assert weight_of(one, split, unsold_too=False) == weight


def test_an_unsold_unit_shares_where_the_office_says_so() -> None:
    assert weight_of(sharer(unsold=True), BY_AREA, unsold_too=True) == Fraction("89.35")


def test_a_share_explains_itself_in_words_and_on_the_receipt() -> None:
    one = split_up(56000, [Fraction("89.35"), Fraction("101.20"), Fraction(75)])[0]
    assert charge_words(one["explain"], one["amount"]) == [
        "照明: 560.00 yuan × 89.35 ㎡ ÷ 265.55 ㎡ = 188.424025…, rounded up: one of the last fen"
    ]
    columns = paper_columns(one["explain"])
    assert (columns.quantity, columns.unit_price) == ("89.35 ㎡", "560.00 元 ÷ 265.55 ㎡")


@pytest.mark.parametrize(
    ("split", "quantity", "price"),
    [
        (Split(Basis.UNIT), "1 户", "9.00 元 ÷ 3 户"),
        (Split(Basis.HEADCOUNT), "1 人", "9.00 元 ÷ 3 人"),
        (Split(Basis.USAGE, meter_kind=MeterKind.ELECTRICITY), "1 度", "9.00 元 ÷ 3 度"),
    ],
)
def test_the_receipt_names_what_was_counted(split: Split, quantity: str, price: str) -> None:
    columns = paper_columns(split_up(900, [Fraction(1), Fraction(2)], split)[0]["explain"])
    assert (columns.quantity, columns.unit_price) == (quantity, price)


def test_a_total_that_does_not_follow_from_the_meter_is_found() -> None:
    weighed = [(sharer(), Fraction(1))]
    metered = MeteredTotal(Decimal("903.2"), Decimal("0.62"))
    assert metered.amount == Money(55998)
    share = shares_of(Money(55998), weighed)[0]
    explain = explain_share("照明", Money(55998), BY_AREA, share, Fraction(1), metered)
    assert recompute(explain) == Money(55998)
    assert charge_words(explain, Money(55998))[0] == "903.2 × 0.62 yuan = 559.98 yuan"
    with pytest.raises(ValueError, match="does not follow"):
        recompute(explain | {"total": 56000})


def test_more_than_one_fen_beyond_the_floor_is_found() -> None:
    explain = split_up(900, [Fraction(1)])[0]["explain"]
    with pytest.raises(ValueError, match="2 fen"):
        recompute(explain | {"extra": 2})


def test_split_facts_say_what_they_need_and_nothing_else() -> None:
    for split in (BY_AREA, Split(Basis.UNIT), Split(Basis.USAGE, meter_kind=MeterKind.GAS)):
        assert Split.from_facts(split.to_facts()) == split
    assert Split(Basis.UNIT).to_facts() == {"basis": "unit"}


def test_words_are_there_in_chinese_too() -> None:
    choose_language("zh_CN")
    one = split_up(900, [Fraction(1)], Split(Basis.UNIT))[0]
    assert "9.00" in charge_words(one["explain"], one["amount"])[0]
