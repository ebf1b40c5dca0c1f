"""Names are found in every reading of their surname."""

from __future__ import annotations

import pytest
from pypinyin import Style, pinyin

from app.estate.names_pinyin import MOST_READINGS, spellings
from app.estate.surnames import COMPOUND_SURNAMES, SURNAMES


def test_c3_the_table_holds_at_least_sixty_surnames_that_the_dictionary_gets_wrong_or_reads_in_several_ways() -> None:
    def is_special(sign: str, readings: tuple[str, ...]) -> bool:
        return len(readings) > 1 or pinyin(sign, style=Style.NORMAL)[0][0] != readings[0]

    assert sum(is_special(sign, readings) for sign, readings in SURNAMES.items()) >= 60


@pytest.mark.parametrize(("surname", "readings"), sorted(SURNAMES.items()))
def test_c3_every_reading_of_a_surname_finds_the_name(surname: str, readings: tuple[str, ...]) -> None:
    found = spellings(surname + "安国")
    assert {reading[0] + "ag" for reading in readings} == set(found.initials)
    assert {reading + "anguo" for reading in readings} <= set(found.full)


@pytest.mark.parametrize(("surname", "readings"), sorted(COMPOUND_SURNAMES.items()))
def test_a_compound_surname_is_read_as_one(surname: str, readings: tuple[str, ...]) -> None:
    assert "".join(readings) + "bing" in spellings(surname + "兵").full


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("曾小贤", {"zxx", "cxx"}),
        ("单田芳", {"stf", "dtf"}),
        ("仇英", {"qy", "cy"}),
        ("尉迟恭", {"ycg", "wcg"}),
        ("张建国", {"zjg"}),
        ("李乐", {"ll", "ly"}),
        ("阳光便利店", {"ygbld"}),
    ],
)
def test_initials_as_a_cashier_types_them(name: str, initials: set[str]) -> None:
    assert set(spellings(name).initials) == initials


def test_the_letter_for_u_with_dots_is_typed_v_or_u() -> None:
    assert set(spellings("吕布").full) == {"lvbu", "lubu"}


def test_a_character_without_a_known_reading_is_passed_over() -> None:
    assert spellings("张㐂").initials == ("z",)
    assert spellings("～").initials == ()


def test_many_readings_stay_few() -> None:
    assert len(spellings("乐" * 10).full) <= MOST_READINGS
