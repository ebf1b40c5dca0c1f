"""What the cashier sees when F9 cannot save: why, in the window's words; the typed bill stays, and F9 works again."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.core.language import choose_language
from tests.counter_screen.counter_window import CounterWindow, open_counter
from tests.office_builder import OfficeBuilder
from tests.stories.faults.bills import labels
from tests.stories.faults.failing_driver import FailingDriver
from tests.stories.faults.locks import held_by_another_program
from tests.stories.faults.small_disk import SmallDisk, small_disk

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="neither a small disk nor a folder that goes there")

TYPED = "200"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "small disk") as found:
        yield found


@pytest.fixture
def place(disk: SmallDisk, morning_office: Path) -> Path:
    return Path(shutil.copytree(morning_office, disk.path / "office data"))


@pytest.fixture
def counter(qapp: QApplication, story: OfficeBuilder) -> Iterator[CounterWindow]:
    """A bill is open, and an amount typed."""
    window = open_counter(story)
    window.keys.type("11201")
    window.keys.press("Return")
    window.keys.type("200")
    yield window
    window.close()


def said(counter: CounterWindow) -> str:
    return counter.page.flow.desk.panel.message.text()


def taken_in_vain(counter: CounterWindow, story: OfficeBuilder) -> str:
    """What the window says after F9; the bill and the amount stand as they stood, and no number is used."""
    panel, hand = counter.page.flow.desk.panel, counter.page.flow.desk.hand
    assert hand is not None
    assert (hand.bill.unit.code, panel.amount.text()) == ("1-1-201", TYPED)
    assert counter.tray.sheets == []
    assert labels(story) == ["R-000001"]
    return said(counter)


def press_f9_again(counter: CounterWindow, story: OfficeBuilder) -> None:
    counter.keys.press("F9")
    assert labels(story) == ["R-000001", "R-000002"]
    assert said(counter) == ""
    assert counter.tray.gets("Receipt R-000002")
    assert story.breaches() == []


def test_a_full_disk_keeps_the_bill_and_with_room_f9_works(
    counter: CounterWindow, story: OfficeBuilder, disk: SmallDisk
) -> None:
    disk.fill()
    counter.keys.press("F9")
    words = taken_in_vain(counter, story)
    disk.free()
    assert words.startswith(("The disk is full", "The disk refused"))
    press_f9_again(counter, story)


def test_a_folder_that_has_gone_keeps_the_bill_and_once_put_back_f9_works(
    counter: CounterWindow, story: OfficeBuilder
) -> None:
    place = story.office.store.folder.path
    aside = place.rename(place.with_name("renamed by somebody"))
    counter.keys.press("F9")
    words = taken_in_vain(counter, story)
    aside.rename(place)
    assert words.startswith(f"The data is no longer in {place}")
    press_f9_again(counter, story)


def test_another_program_that_holds_the_file_keeps_the_bill_and_once_it_lets_go_f9_works(
    counter: CounterWindow, story: OfficeBuilder
) -> None:
    with held_by_another_program(story.office.store):
        counter.keys.press("F9")
    words = taken_in_vain(counter, story)
    assert words.startswith("Another window or command is writing")
    press_f9_again(counter, story)


@pytest.mark.parametrize(
    ("word", "english", "chinese"),
    [
        ("database or disk is full", "The disk is full", "磁盘"),
        ("disk I/O error", "The disk refused", "磁盘"),
        ("attempt to write a readonly database", "The data file can no longer be opened for writing", "只读"),
    ],
)
def test_what_the_disk_did_is_said_in_both_languages(
    counter: CounterWindow, story: OfficeBuilder, word: str, english: str, chinese: str
) -> None:
    driver = FailingDriver(story.office.store.engine)
    with driver.failing(0, word, for_good=True):
        counter.keys.press("F9")
    assert taken_in_vain(counter, story).startswith(english)
    choose_language("zh_CN")
    with driver.failing(0, word, for_good=True):
        counter.keys.press("F9")
    assert chinese in taken_in_vain(counter, story)
    choose_language("en")
    press_f9_again(counter, story)
