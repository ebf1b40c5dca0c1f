"""The words of sheets for kinds, states and roles."""

from __future__ import annotations

import pytest

from app.estate.kinds import (
    KIND_WORDS,
    ROLE_WORDS,
    STATE_WORDS,
    OccupancyRole,
    UnitKind,
    UnitState,
    kind_by_place,
    parse_kind,
    parse_role,
    parse_state,
)
from app.estate.refusals import UnknownWord


def test_every_kind_state_and_role_has_a_word_and_no_word_means_two_things() -> None:
    for words, members in ((KIND_WORDS, UnitKind), (STATE_WORDS, UnitState), (ROLE_WORDS, OccupancyRole)):
        assert set(words) == set(members)
        spelled = [spelling for spellings in words.values() for spelling in spellings]
        assert len(spelled) == len(set(spelled))


def test_words_of_sheets_are_understood_with_blanks_and_in_english() -> None:
    assert parse_kind(" 商 铺 ") is UnitKind.SHOP
    assert parse_kind("Home") is UnitKind.HOME
    assert parse_state("未销售") is UnitState.UNSOLD
    assert parse_role("租客") is OccupancyRole.TENANT
    assert parse_role("1001") is OccupancyRole.OWNER


def test_an_unknown_word_is_refused_with_the_words_that_are_known() -> None:
    with pytest.raises(UnknownWord) as refused:
        parse_state("闹鬼")
    assert refused.value.text == "闹鬼"
    assert "空置" in refused.value.known


def test_the_place_tells_the_kind_where_the_sheet_does_not() -> None:
    assert kind_by_place("商铺", "07") is UnitKind.SHOP
    assert kind_by_place("地库B1", "073") is UnitKind.PARKING
    assert kind_by_place("储藏室", "3") is UnitKind.STORAGE
    assert kind_by_place("3", "501") is UnitKind.HOME
