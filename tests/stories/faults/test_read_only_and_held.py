"""The folder may not be written any more, or another program holds the file: said plainly, and the way on works."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.core.clock import SetClock
from app.core.errors import Trouble
from app.core.language import choose_language
from app.counter.payments.asked import TakePayment
from app.incidents.running.asked import NewIncident
from app.incidents.unsigned.files import log_file
from app.incidents.unsigned.unsigned_incidents import UnsignedIncidents
from app.incidents.unsigned.unsigned_log import read_acts
from app.office import Office
from app.store import engine
from app.store.faults import StoreIsBusy, StoreReadOnly
from app.store.folder import DataFolder, FolderNotWritable
from app.store.opening import open_store
from tests.conftest import MORNING
from tests.office_builder import OfficeBuilder
from tests.stories.faults.bills import labels
from tests.stories.faults.locks import held_by_another_program
from tests.stories.faults.read_only import made_read_only, turned_read_only
from tests.stories.faults.small_disk import SmallDisk, small_disk
from ui.sentences import say

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="neither a mount nor a limit to be had there")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "small disk") as found:
        yield found


@pytest.fixture
def place(disk: SmallDisk, morning_office: Path) -> Path:
    path = disk.path / "office data"
    shutil.copytree(morning_office, path)
    return path


def test_a_folder_that_is_read_only_is_said_at_opening_and_left_as_it_is(disk: SmallDisk, place: Path) -> None:
    before = {path: path.read_bytes() for path in place.iterdir() if path.is_file()}
    with made_read_only(disk, place), pytest.raises(FolderNotWritable) as told:
        Office.open(place, SetClock(MORNING))
    assert str(place) in say(told.value)
    assert {path: path.read_bytes() for path in place.iterdir() if path.is_file()} == before
    again = OfficeBuilder(place, SetClock(MORNING))
    assert again.breaches() == []
    again.office.close()


def test_a_disk_that_turns_read_only_while_the_window_is_open_takes_no_money_until_it_is_put_right(
    story: OfficeBuilder, asked: TakePayment
) -> None:
    known = labels(story)
    with turned_read_only(story.office.store):
        with pytest.raises(StoreReadOnly) as told:
            story.office.payments.take(story.cashier, asked)
        assert labels(story) == known
    english = say(told.value)
    choose_language("zh_CN")
    assert say(told.value) != english
    taken = story.office.payments.take(story.cashier, asked)
    assert labels(story) == [*known, taken.label]
    assert story.breaches() == []


def test_an_act_before_sign_in_on_a_read_only_disk_is_said_and_not_shown(disk: SmallDisk, place: Path) -> None:
    outside = UnsignedIncidents(DataFolder(place), SetClock(MORNING))
    with made_read_only(disk, place), pytest.raises(Trouble):
        outside.start(NewIncident("a key", "lift-entrapment", "3 栋东梯"))
    assert read_acts(log_file(DataFolder(place))) == ()
    assert outside.running() == ()
    outside.start(NewIncident("another key", "lift-entrapment", "3 栋东梯"))
    assert len(outside.running()) == 1


def test_a_file_that_another_program_holds_is_said_at_opening_and_opens_once_it_lets_go(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_store(DataFolder(place), MORNING)
    first.close()
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0)
    with held_by_another_program(first, whole=True):
        with pytest.raises(StoreIsBusy) as told:
            Office.open(place, SetClock(MORNING))
        assert "Another window or command" in say(told.value)
    Office.open(place, SetClock(MORNING)).close()


@pytest.mark.parametrize("act", ["pay", "draft", "look"])
def test_a_file_that_another_program_holds_keeps_nothing_of_the_step_and_all_before_it(
    act: str, story: OfficeBuilder, asked: TakePayment
) -> None:
    known = labels(story)
    acts: dict[str, Callable[[], object]] = {
        "pay": lambda: story.office.payments.take(story.cashier, asked),
        "draft": lambda: story.office.drafts.save(story.cashier, "counter", {"received": "12.30"}),
        "look": lambda: story.office.bills.note_opened(story.cashier, asked.unit_id),
    }
    with held_by_another_program(story.office.store):
        with pytest.raises(StoreIsBusy):
            acts[act]()
        assert labels(story) == known
    acts[act]()
    assert story.breaches() == []
