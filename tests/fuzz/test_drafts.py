"""Drafts of another version of a form: each is read, or known as one that does not fit, never anything worse."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.clock import SetClock
from app.counter.payments.bill import Bill
from tests.conftest import MORNING
from tests.fuzz.documents import spoilt
from tests.fuzz.way_in import Way, let_in
from tests.office_builder import OfficeBuilder
from ui.counter.bill.bill_draft import from_draft, others_of, to_draft, unit_of
from ui.counter.bill.bill_in_hand import BillInHand
from ui.shell.draft_keeper import UNFIT
from ui.tickets.entry.asked import state_kept
from ui.tickets.entry.photo_draft import photos_of_draft

FEW, MANY = 25, 1_000
PHOTO = {"name": "1.jpg", "kind": "jpeg", "content": "AAAA", "thumbnail": "AAAA", "width": 4, "height": 3}
REPORT = {
    "client_id": "c",
    "kind": "repair",
    "where": {"unit_id": 1},
    "text": "漏水",
    "own": ["kind"],
    "source": "phone",
}


@pytest.fixture(scope="module")
def bill(tmp_path_factory: pytest.TempPathFactory, set_up_office: Path) -> Iterator[Bill]:
    data = tmp_path_factory.mktemp("drafts") / "office data"
    shutil.copytree(set_up_office, data)
    story = OfficeBuilder(data, SetClock(MORNING))
    home = story.unit("3-2-501")
    story.property_fee(home)
    story.billed_through(2026, 11)
    yield story.office.bills.open(home)
    story.office.close()


def ways(bill: Bill) -> tuple[Way, ...]:
    left = to_draft(BillInHand(bill), "3-2-501") | {"tenders": [["cash", 100, ""]], "ahead": [[1, "2026-12-31"]]}
    return (
        Way("bill", spoilt(left), lambda draft: from_draft(draft, bill), UNFIT),
        Way("its units", spoilt(left), lambda draft: (unit_of(draft), others_of(draft)), UNFIT),
        Way("report", spoilt(REPORT), state_kept, UNFIT),
        Way("photos", spoilt({"photos": [PHOTO]}), photos_of_draft, UNFIT),
    )


def test_a_draft_fits_or_is_known_not_to(bill: Bill) -> None:
    for way in ways(bill):
        let_in([way], FEW)


@pytest.mark.endurance
def test_a_thousand_drafts_fit_or_are_known_not_to(bill: Bill) -> None:
    for way in ways(bill):
        let_in([way], MANY)
