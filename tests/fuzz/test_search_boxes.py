"""Whatever is typed, scanned or pasted into a search box finds something or nothing, at once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.clock import SetClock
from app.incidents.plans.finding import find_plans
from app.incidents.plans.shipped_plans import shipped_plans
from app.tickets.lists.filters import Group, TicketFilter
from tests.conftest import MORNING
from tests.fuzz.spellings import typed
from tests.fuzz.way_in import Way, let_in
from tests.office_builder import OfficeBuilder

FEW, MANY = 15, 300


@pytest.fixture(scope="module")
def boxes(tmp_path_factory: pytest.TempPathFactory, set_up_office: Path) -> Iterator[tuple[Way, ...]]:
    data = tmp_path_factory.mktemp("boxes") / "office data"
    shutil.copytree(set_up_office, data)
    story = OfficeBuilder(data, SetClock(MORNING))
    story.property_fee(story.unit("3-2-501"), story.unit("3-2-502", "李梅"))
    story.billed_through(2026, 11)
    office, by = story.office, story.supervisor
    plans = tuple(shipped_plans().values())
    yield (
        Way("counter", typed, office.finder.find),
        Way("units", typed, office.find_units.find),
        Way("receipts", typed, office.receipts.find),
        Way("receipt's check", typed, office.receipt_check.check),
        Way("places", typed, office.places.find),
        Way("workers", typed, office.teams.find_workers),
        Way("tickets", typed, lambda text: office.ticket_lists.read(TicketFilter(Group.OPEN, text=text))),
        Way("a ticket's number", typed, office.ticket_lists.numbered),
        Way("trail", typed, lambda text: office.trail.search(by, text)),
        Way("people", typed, lambda text: office.personal_data.find(by, text)),
        Way("plans", typed, lambda text: find_plans(plans, text)),
    )
    story.office.close()


def test_a_search_finds_something_or_nothing(boxes: tuple[Way, ...]) -> None:
    let_in(boxes, FEW)


@pytest.mark.endurance
def test_thousands_of_searches_find_something_or_nothing(boxes: tuple[Way, ...]) -> None:
    assert let_in(boxes, MANY) >= MANY * len(boxes)


@pytest.mark.parametrize(
    "text", ["5\ud800", "每天0.5‰" * 20_000, "a " * 5_000], ids=["half a character", "a page", "words"]
)
def test_half_a_character_and_a_page_pasted_by_mistake_find_nothing(boxes: tuple[Way, ...], text: str) -> None:
    assert [way.name for way in boxes if way.name != "counter" and way.takes(text) == 1] == []
