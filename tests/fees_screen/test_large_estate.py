"""On a large estate the long readings run beside the window; what they show is the same."""

from __future__ import annotations

import pytest

from app.estate.unit_facts import PersonFacts
from tests.fees_screen.conftest import OpenDesk
from tests.fees_screen.desk import Desk, column
from tests.office_builder import OfficeBuilder
from ui.fees import unit_book, unit_steps


@pytest.fixture
def large_desk(office: OfficeBuilder, desks: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """As if 140 units were many."""
    monkeypatch.setattr(unit_book, "LARGE", 10)
    monkeypatch.setattr(unit_steps, "LARGE", 10)
    desk = desks(office)
    desk.wait()
    return desk


def test_the_units_of_a_tariff_come_in_a_moment(large_desk: Desk) -> None:
    assert len(large_desk.page.tariff.table.rows_model.rows) == 104
    large_desk.keys.press("F2", "Down")
    assert "The units are being read" in large_desk.page.tariff.pane.empty._head.text()
    large_desk.wait()
    assert len(large_desk.page.tariff.table.rows_model.rows) == 8


def test_only_the_last_tariff_asked_for_is_shown(large_desk: Desk) -> None:
    large_desk.press("F2", "Down", "Down", "Down", "Up")
    assert len(large_desk.page.tariff.table.rows_model.rows) == 60


def test_a_proposal_for_many_units_is_made_beside_the_window(large_desk: Desk) -> None:
    large_desk.keys.press("F2", "End")
    large_desk.choose("维修基金续筹")
    large_desk.press("Ctrl+B")
    large_desk.press("Alt+A", "F9")
    assert len(column(large_desk.page.assign.proposal.table, "Unit")) == 140
    large_desk.press("F9")
    large_desk.wait()
    assert len(large_desk.page.tariff.table.rows_model.rows) == 140


def test_a_refused_proposal_is_said_beside_the_field(large_desk: Desk) -> None:
    large_desk.press("Ctrl+B", "Alt+A")
    large_desk.type_into(large_desk.page.assign.days.first, "2024-12-31")
    large_desk.press("F9")
    assert "valid from 2025-01-01" in large_desk.page.assign.days.first.problem


def test_the_estate_is_read_again_after_it_has_changed(large_desk: Desk) -> None:
    estate, by = large_desk.office.office.estate, large_desk.office.supervisor
    row = estate.units()[0]
    page = estate.unit_page(row.id)
    estate.change_person(by, page.people[0].person_id, PersonFacts("单小雨"))
    large_desk.window.context.changes.announce("estate", by="the estate's tab")
    large_desk.wait()
    assert column(large_desk.page.tariff.table, "Person")[0] == "单小雨"
