from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.fees.expression import LONGEST, VARIABLES, Unsound, evaluate, in_chinese, names_in, parse
from app.fees.skip_reason import NotComputable, SkipReason

HOME: dict[str, Fraction | Decimal | int | None] = {
    "area": Decimal("89.50"),
    "floor": 7,
    "headcount": None,
    "price": Decimal("1.85"),
}


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("0.1 + 0.2", "0.3"),
        ("1 / 3", "1/3"),
        ("area * price", "165.575"),
        ("area × price ÷ 2", "82.7875"),
        ("（area + 0.5）* 2", "180"),
        ("2 - (1 - 0.5)", "1.5"),
        ("-floor + 10", "3"),
        ("min(area, 80, 100)", "80"),
        ("最大(面积, 100)", "100"),
        ("1 if floor > 6 else 2", "1"),
        ("when(5 < floor <= 7 and not area > 90, 1, 2)", "1"),
        ("如果(楼层 ≥ 8 or 楼层 = 7, 1, 2)".replace("= 7", "== 7"), "1"),
        ("when(floor != 7, 1 / 0, 4)", "4"),
    ],
)
def test_an_expression_gives_its_exact_value(typed: str, value: str) -> None:
    assert evaluate(typed, HOME) == Fraction(value)


@pytest.mark.parametrize(
    ("typed", "piece", "place"),
    [
        ("", "", 0),
        ("   ", "", 0),
        ("area +", "area +", 0),
        ("area * prise", "prise", 8),
        ("area ** 2", "area ** 2", 1),
        ("area // 2", "area // 2", 1),
        ("area % 2", "area % 2", 1),
        ("area > 5", "area > 5", 1),
        ("1 + (area > 5)", "area > 5", 6),
        ("1 if area else 2", "area", 6),
        ("True", "True", 1),
        ("'text'", "'text'", 1),
        ("1e5", "1e5", 1),
        ("0x10", "0x10", 1),
        ("1_000", "1_000", 1),
        ("1j", "1j", 1),
        ("1234567890123", "1234567890123", 1),
        ("round(area)", "round(area)", 1),
        ("min(area)", "min(area)", 1),
        ("min(*area)", "min(*area)", 1),
        ("min(area, key=area)", "min(area, key=area)", 1),
        ("max", "max", 1),
        ("area.real", "area.real", 1),
        ("(lambda: area)()", "(lambda: area)()", 1),
        ("__import__('os').system('true')"[:40], "__import__('os').sys", 1),
        ("[area for area in (1, 2)]", "[area for area in (1", 1),
        ("area = 5", None, None),
        ("area; price", None, None),
        ("1" * (LONGEST + 1), "1" * 20, 0),
        ("(" * 250 + "1" + ")" * 49, None, None),
    ],
)
def test_whatever_else_could_be_typed_is_refused_with_its_place(
    typed: str, piece: str | None, place: int | None
) -> None:
    with pytest.raises(Unsound) as refused:
        parse(typed)
    if piece is not None:
        assert (refused.value.piece, refused.value.place) == (piece, place)


@pytest.mark.parametrize(
    ("typed", "about"),
    [
        ("area * headcount", "headcount"),
        ("coefficient", "coefficient"),
        ("area / (floor - 7)", "÷ 0"),
        ("area - 100", "< 0"),
    ],
)
def test_an_expression_without_an_amount_says_what_it_is_about(typed: str, about: str) -> None:
    with pytest.raises(NotComputable) as failed:
        evaluate(typed, HOME)
    assert (failed.value.reason, failed.value.about) == (SkipReason.FORMULA_FAILED, about)


def test_the_names_of_an_expression_are_known() -> None:
    assert names_in("建筑面积 * 单价 + when(floor > 2, 系数, 1)") == {"area", "price", "floor", "coefficient"}


figures = st.decimals(Decimal(0), Decimal(99999), places=4)


@given(figures, figures, figures)
def test_no_float_ever_comes_near_an_expression(one: Decimal, other: Decimal, area: Decimal) -> None:
    value = evaluate(f"{one:f} * area + {other:f} / 7", HOME | {"area": area})
    assert value == Fraction(one) * Fraction(area) + Fraction(other) / 7


@given(st.text("area price()+-*/.,<>=0123456789_if else\"'[]{}:", max_size=40))
def test_any_text_is_either_understood_or_refused(typed: str) -> None:
    try:
        evaluate(typed, {"area": Decimal(3), "price": Decimal(3)})
    except (Unsound, NotComputable):
        return
    assert names_in(typed) <= {"area", "price"}


@pytest.mark.parametrize(
    ("typed", "spelled"),
    [
        ("area*1.2+floor*0.5", "建筑面积×1.2+楼层×0.5"),
        ("when(floor > 6, inner_area / 2, price)", "如果(楼层 > 6, 套内面积 ÷ 2, 单价)"),
        ("建筑面积 × 2", "建筑面积 × 2"),
    ],
)
def test_an_expression_is_spelled_in_chinese_and_means_the_same(typed: str, spelled: str) -> None:
    assert in_chinese(typed) == spelled
    values = {name: Fraction(7) for name in VARIABLES}
    assert evaluate(spelled, values) == evaluate(typed, values)
