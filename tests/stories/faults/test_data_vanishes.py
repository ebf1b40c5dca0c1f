"""The folder goes while the counter works: no payment is ever confirmed into a file that nobody will find again."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.clock import SetClock
from app.counter.payments.asked import TakePayment
from app.store.in_place import DataGone
from tests.conftest import MORNING
from tests.office_builder import OfficeBuilder
from tests.stories.faults.bills import labels
from ui.sentences import say

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps an open file where it is")

ELSEWHERE = "put elsewhere"


def moved(place: Path) -> Path:
    return place.rename(place.with_name(ELSEWHERE))


def moved_and_a_new_one_in_its_place(place: Path) -> None:
    shutil.copytree(moved(place), place)


def deleted(place: Path) -> None:
    shutil.rmtree(place)


def the_database_alone_deleted(place: Path) -> None:
    (place / "counter.db").unlink()


def the_log_alone_deleted(place: Path) -> None:
    (place / "counter.db-wal").unlink()


GOES = (moved, moved_and_a_new_one_in_its_place, deleted, the_database_alone_deleted, the_log_alone_deleted)


@pytest.mark.parametrize("goes", GOES)
def test_a_payment_into_a_file_that_has_gone_is_refused_in_plain_words(
    goes: Callable[[Path], None], story: OfficeBuilder, place: Path, asked: TakePayment
) -> None:
    goes(place)
    before = sorted(path.name for path in place.iterdir()) if place.exists() else []
    with pytest.raises(DataGone) as told:
        story.office.payments.take(story.cashier, asked)
    assert str(place) in say(told.value)
    assert "not saved" in say(told.value)
    assert (sorted(path.name for path in place.iterdir()) if place.exists() else []) == before


def test_the_folder_goes_in_the_midst_of_the_payment(
    story: OfficeBuilder, place: Path, asked: TakePayment, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal = story.office.store.before_commit
    assert seal is not None
    monkeypatch.setattr(story.office.store, "before_commit", lambda connection: (seal(connection), moved(place)))
    with pytest.raises(DataGone):
        story.office.payments.take(story.cashier, asked)
    assert not place.exists()


def test_put_back_where_it_was_the_same_window_goes_on(story: OfficeBuilder, place: Path, asked: TakePayment) -> None:
    known = labels(story)
    moved(place)
    with pytest.raises(DataGone):
        story.office.payments.take(story.cashier, asked)
    place.with_name(ELSEWHERE).rename(place)
    taken = story.office.payments.take(story.cashier, asked)
    assert not taken.repeated
    assert labels(story) == [*known, taken.label]
    assert story.breaches() == []


def test_what_was_confirmed_before_goes_with_the_folder(story: OfficeBuilder, place: Path, asked: TakePayment) -> None:
    taken = story.office.payments.take(story.cashier, asked)
    moved(place)
    with pytest.raises(DataGone):
        story.office.drafts.save(story.cashier, "counter", {"received": "12.30"})
    story.office.close()
    there = OfficeBuilder(place.with_name(ELSEWHERE), SetClock(MORNING))
    assert labels(there)[-1] == taken.label
    assert there.breaches() == []
    there.office.close()


def test_a_worker_that_comes_later_makes_no_empty_database(story: OfficeBuilder, place: Path) -> None:
    moved(place)
    place.mkdir()
    story.office.store.engine.dispose()
    with pytest.raises(DataGone), story.office.store.reading():
        pass
    assert list(place.iterdir()) == []
