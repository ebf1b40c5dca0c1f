"""Whatever is typed is read or refused with a sentence, at once."""

from __future__ import annotations

import time

import pytest

from tests.fuzz.parsers import FIELDS, GROUPS
from tests.fuzz.way_in import TakesTooLong, Way, goes_in, in_time, let_in

FEW, MANY = 40, 2_000


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group[0].name)
def test_what_is_typed_is_read_or_refused(group: tuple[Way, ...]) -> None:
    let_in(group, FEW)


@pytest.mark.endurance
@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group[0].name)
def test_what_is_typed_is_read_or_refused_thousands_of_times(group: tuple[Way, ...]) -> None:
    cases = MANY if len(group) > 1 else MANY // 4  # those with several texts take long to make up
    assert let_in(group, cases) >= cases * len(group)


def test_an_error_of_our_own_is_no_refusal() -> None:
    with pytest.raises(ZeroDivisionError):
        goes_in(Way("broken", FIELDS[0].comes, lambda _case: 1 // 0), "")


def test_what_never_ends_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.fuzz.way_in.LONGEST", 0.05)
    with pytest.raises(TakesTooLong), in_time():
        time.sleep(30)
