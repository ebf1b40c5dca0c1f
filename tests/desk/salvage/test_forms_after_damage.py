"""Receipts on forms that bear their number already: after a damage no form is printed twice, and none is passed over."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.core.clock import SetClock
from app.core.language import choose_language
from app.counter.books.book_facts import NewBook
from app.counter.books.kinds import BookKind
from app.counter.books.refusals import FormsLost
from app.counter.books.settings import RECEIPT_NUMBERS
from app.counter.methods import Method
from app.counter.outages.back_entries import Written
from app.desk.salvage.damaged_office import DamagedOffice
from app.store.backup_file import Why
from tests.conftest import MORNING
from tests.office_builder import OfficeBuilder
from ui.sentences import say


@pytest.fixture
def restored(tmp_path: Path) -> OfficeBuilder:
    """301 is in the backup; 302 and 303 were printed after it, and then the file was gone."""
    clock = SetClock(MORNING)
    story = OfficeBuilder(tmp_path / "data", clock)
    homes = [story.unit(f"1-1-{number}01") for number in range(1, 5)]
    story.property_fee(*homes)
    story.billed_through(2026, 11)
    book = story.office.books.register(story.supervisor, NewBook(BookKind.PREPRINTED, "F-", 301, 400, 9))
    story.office.settings.change(story.supervisor, {RECEIPT_NUMBERS: BookKind.PREPRINTED})
    story.office.books.confirm_form(story.cashier, book, 301)
    story.open_shift()
    story.pays(homes[0])
    story.office.backups.make(Why.ASKED)
    clock.advance(hours=2)
    assert [story.pays(home).label for home in homes[1:3]] == ["F-000302", "F-000303"]
    story.office.close()
    for file in (tmp_path / "data").glob("counter.db*"):
        file.unlink()
    helped = DamagedOffice(tmp_path / "data", clock)
    assert helped.lies_open()
    backup = helped.backups()[0]
    helped.put_back(backup, helped.read(backup))
    return OfficeBuilder(tmp_path / "data", clock)


def test_the_next_form_waits_until_the_lost_ones_are_entered_again_or_spoiled(restored: OfficeBuilder) -> None:
    office, who = restored.office, restored.cashier
    homes = [unit.id for unit in office.estate.units()]
    assert office.to_enter.begin(who) == ("R2-",)  # of its own numbers, should any be among what was lost; no F2-
    with pytest.raises(FormsLost) as refused:
        restored.pays(homes[3])
    assert (refused.value.first, refused.value.last, refused.value.then) == ("F-000302", "F-000303", "F-000304")
    assert say(refused.value).startswith("The forms F-000302 to F-000303 were printed before the data was lost.")
    choose_language("zh_CN")
    assert "F-000304" in say(refused.value)
    (book,) = [one for one in office.back_entries.books() if one.kind is BookKind.PREPRINTED]
    assert [(run.first, run.last) for run in office.back_entries.open_runs(book.id)] == [(302, 303)]
    owed = office.back_entries.owed(homes[1], restored.clock.now().date()).owed
    at = restored.clock.now() - timedelta(hours=1)
    paper = Written("again 302", book.id, 302, homes[1], owed, Method.CASH, "", at, who.name)
    assert office.back_entries.enter(who, paper).label == "F-000302"
    office.back_entries.spoil(who, book.id, 303, "jammed")
    assert [one.kind for one in office.back_entries.books()] == [BookKind.OWN]
    assert restored.pays(homes[3]).label == "F-000304"
    assert restored.breaches() == []
    office.close()
