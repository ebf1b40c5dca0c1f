"""Number plates in one spelling."""

from __future__ import annotations

import pytest

from app.estate.plates import parse_plate, parse_plates
from app.estate.refusals import NotAPlate


@pytest.mark.parametrize("spelling", ["浙A·0D7K2", "浙A0D7K2", "浙a 0d7k2", "浙A-0D7K2", "浙Ａ•０Ｄ７Ｋ２"])
def test_every_way_of_writing_a_plate_comes_to_one(spelling: str) -> None:
    assert parse_plate(spelling) == "浙A·0D7K2"


def test_green_plates_have_one_sign_more_and_a_cell_may_hold_several() -> None:
    assert parse_plates("浙AD12345，沪B12345，浙AD12345") == ("浙A·D12345", "沪B·12345")


@pytest.mark.parametrize("nonsense", ["无", "12345", "浙A", "有车", "1" * 12])
def test_a_text_that_is_no_plate_is_refused(nonsense: str) -> None:
    with pytest.raises(NotAPlate):
        parse_plate(nonsense)
