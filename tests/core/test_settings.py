"""A setting knows its bounds: what it keeps it can read again, what it does not take it refuses by its name."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import Refusal
from app.core.money import Money
from app.core.quantities import parse_whole
from app.core.refusals import NotANumber, TooManyDecimals
from app.core.setting_refusals import (
    SettingAmountOutOfBounds,
    SettingNotOffered,
    SettingNumberOutOfBounds,
    SettingTextMissing,
    SettingTextTooLong,
)
from app.core.settings import Amount, Kind, OneOf, Setting, SomeOf, Text, Unit, Whole, YesNo
from app.core.show import show_whole


class Way(StrEnum):
    BY_HAND = "by_hand"
    BY_POST = "by_post"
    BY_CALL = "by_call"


OFFERED = {Way.BY_HAND: "by hand", Way.BY_POST: "by post"}
MONTHS = Whole(1, 24, Unit.MONTHS)
LIMIT = Amount(Money(0), Money(50_00))


def setting(kind: Kind[Any], default: Any = None) -> Setting[Any]:
    return Setting("office.way", default, kind, "Way", "How letters go out.")


@given(st.integers(0, 5000))
def test_an_amount_is_kept_as_whole_fen(fen: int) -> None:
    assert LIMIT.stored(Money(fen)) == fen
    assert LIMIT.read(fen) == Money(fen)


@given(st.sets(st.sampled_from(list(OFFERED))).map(frozenset))
def test_several_things_are_kept_by_their_names(ways: frozenset[Way]) -> None:
    assert SomeOf(OFFERED).read(SomeOf(OFFERED).stored(ways)) == ways


@pytest.mark.parametrize(
    ("kind", "value"), [(OneOf(OFFERED), Way.BY_POST), (YesNo(), False), (MONTHS, 24), (Text(), "合同附件")]
)
def test_what_is_kept_is_read_again_as_it_was(kind: Kind[Any], value: object) -> None:
    again = kind.read(kind.stored(value))
    assert (again, type(again)) == (value, type(value))


@pytest.mark.parametrize(
    ("kind", "kept"),
    [
        (LIMIT, "50"),
        (LIMIT, True),
        (LIMIT, 50_01),
        (MONTHS, 0),
        (MONTHS, None),
        (YesNo(), 1),
        (OneOf(OFFERED), "by_call"),
        (SomeOf(OFFERED), "by_hand"),
        (SomeOf(OFFERED), ["by_hand", "by_call"]),
        (Text(), 7),
    ],
)
def test_what_a_kind_never_keeps_is_no_value(kind: Kind[Any], kept: object) -> None:
    with pytest.raises(ValueError):
        kind.read(kept)


@pytest.mark.parametrize(
    ("kind", "value", "refusal"),
    [
        (LIMIT, Money(50_01), SettingAmountOutOfBounds),
        (MONTHS, 25, SettingNumberOutOfBounds),
        (MONTHS, 0, SettingNumberOutOfBounds),
        (OneOf(OFFERED), Way.BY_CALL, SettingNotOffered),
        (SomeOf(OFFERED), frozenset({Way.BY_CALL}), SettingNotOffered),
        (Text(4), "12345", SettingTextTooLong),
        (Text(required=True), "  ", SettingTextMissing),
    ],
)
def test_a_value_out_of_bounds_is_refused_by_the_name_of_the_setting(
    kind: Kind[Any], value: object, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal) as refused:
        setting(kind).check(value)
    assert "Way" in str(refused.value)


@pytest.mark.parametrize(
    ("kind", "value"), [(LIMIT, Money(50_00)), (MONTHS, 1), (MONTHS, 24), (Text(4), " 1234 "), (Text(), "")]
)
def test_the_bounds_themselves_are_taken(kind: Kind[Any], value: object) -> None:
    setting(kind).check(value)


def test_blanks_around_a_text_are_not_kept() -> None:
    assert Text().stored(" 0571-55550100 ") == "0571-55550100"


def test_a_part_of_a_mapping_has_a_name_of_its_own() -> None:
    assert Setting("office.facts", "", Text(), "Company", "", "company").id == "office.facts.company"
    assert setting(YesNo()).id == "office.way"


@given(st.integers(-9_999_999, 9_999_999))
def test_a_whole_number_is_read_as_it_is_shown(number: int) -> None:
    assert parse_whole(show_whole(number)) == number


@pytest.mark.parametrize(("text", "refusal"), [("", NotANumber), ("a dozen", NotANumber), ("1.5", TooManyDecimals)])
def test_half_a_month_is_no_whole_number(text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        parse_whole(text)
