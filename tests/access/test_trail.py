"""The audit trail is read by whoever may, searched by words, and says from where a person acted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from app.access.refusals import NotPermitted
from app.access.windows import act_from
from app.core.clock import SetClock
from app.core.ids import UserId
from app.office import Office
from tests.conftest import MORNING
from tests.office_builder import OfficeBuilder


@pytest.fixture(autouse=True)
def nowhere() -> Iterator[None]:
    yield
    act_from("")


def test_a_saved_file_is_kept_with_who_what_and_from_where(builder: OfficeBuilder) -> None:
    act_from("tickets")
    builder.office.trail.note_saved(builder.cashier, "工单.xlsx", "Umbrellas lent")
    row = builder.office.trail.newest(builder.supervisor)[0]
    assert (row.who, row.action, row.subject, row.window) == ("王敏", "save_file", "工单.xlsx", "tickets")
    assert row.facts == {"contains": "Umbrellas lent"}


def test_a_search_finds_words_anywhere_and_is_kept_itself(builder: OfficeBuilder) -> None:
    builder.office.trail.note_saved(builder.cashier, "工单.xlsx", "Umbrellas lent")
    assert [row.subject for row in builder.office.trail.search(builder.supervisor, "umbrellas")] == ["工单.xlsx"]
    assert builder.office.trail.search(builder.supervisor, "50%") == []
    newest = builder.office.trail.newest(builder.supervisor)[0]
    assert (newest.action, newest.subject, newest.facts) == ("search_trail", "50%", {"rows": 0})


def test_a_cashier_reads_no_trail(builder: OfficeBuilder) -> None:
    with pytest.raises(NotPermitted):
        builder.office.trail.newest(builder.cashier)
    with pytest.raises(NotPermitted):
        builder.office.trail.search(builder.cashier, "x")


def test_notes_of_what_was_written_are_no_rows_to_read(builder: OfficeBuilder) -> None:
    assert not {"rows_written", "rows_begun"} & {row.action for row in builder.office.trail.newest(builder.supervisor)}


def test_an_act_far_from_money_is_known_to_the_head_file_too(builder: OfficeBuilder) -> None:
    builder.office.trail.note_saved(builder.cashier, "工单.xlsx", "Tickets")
    folder = builder.office.store.folder.path
    builder.office.close()
    with closing(Office.open(folder, SetClock(MORNING))) as again:
        assert [finding for finding in again.verify() if finding.breaches] == []
        assert UserId(2) == builder.cashier.id
