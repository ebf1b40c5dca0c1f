"""Walks the whole window of an office with known people: no screen shows a resident's whole number unasked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtWidgets import QLabel

from tests.shell.seen.walk import Walk
from ui.incidents.asked.desk import IncidentDesk
from ui.shell.tabs import ADMIN, SETTINGS, TABS

COUNTER, TICKETS, INCIDENTS, DUTY, NOTICES, ESTATE, _FEES, _METERS = TABS


def test_no_tab_shows_a_whole_number_of_a_resident(walk: Walk) -> None:
    assert len(walk.numbers) > 10
    for tab in (*TABS, SETTINGS, ADMIN):
        walk.go(tab)
    walk.do(*(f"admin.{part}" for part in ("people", "roles", "keys", "audit", "backups", "privacy")))
    assert walk.found == set()


def test_no_search_no_bill_and_no_receipt_shows_one(walk: Walk) -> None:
    walk.go(COUNTER)
    walk.keys.press("F2")
    walk.keys.type(walk.end_of_number)
    walk.look("hits")
    walk.press("Return")
    assert walk.desk.context.actions["counter.unmask"].is_off is False
    walk.do("counter.more", "counter.notes", "counter.adjustments", "counter.preview", "counter.all_of_theirs")
    walk.do("counter.park", "counter.recall", "counter.deposits", "counter.till", "counter.receipts")
    walk.press("Return", "Ctrl+R")
    walk.press("F2", "Return", "Down", "Return")
    assert walk.found == set()
    assert {"MorePanel", "NotesPanel", "DepositListPanel", "ShiftMenu"} <= set(walk.panels)


def test_no_ticket_and_no_caller_shows_one(walk: Walk) -> None:
    walk.go(TICKETS)
    walk.do("tickets.list.all")
    walk.press("F2", "Return")
    for _ in range(6):
        walk.press("Down")
    walk.press("Return")
    walk.do("tickets.assign", "tickets.contact", "tickets.note", "tickets.papers", "tickets.why", "tickets.merge")
    walk.do("tickets.list.to_call")
    walk.press("F2", "Return")
    walk.do("tickets.call_back", "tickets.new")
    walk.keys.type(walk.end_of_number)
    walk.look("new ticket")
    walk.press("Return")
    walk.do("tickets.back", "tickets.caller")
    walk.keys.type(walk.end_of_number)
    walk.press("Return")
    walk.do("tickets.back", "tickets.print_list", "tickets.show_figures")
    assert walk.found == set()
    assert {"RatingPanel", "ContactPanel", "PaperPanel"} <= set(walk.panels)


def test_no_incident_shows_one(walk: Walk) -> None:
    walk.go(INCIDENTS)
    running = next(iter(walk.window.findChildren(IncidentDesk)))
    running.person()
    for ask in (running.roles, running.hand_over, running.close, running.reporter, running.callers, running.more):
        ask()
    assert {"PersonPanel", "RolesPanel", "ClosePanel", "WaysPanel"} <= set(walk.panels)
    walk.do("incidents.to_journal", "incidents.journal.all", "incidents.journal.report", "incidents.to_contacts")
    assert walk.found == set()


def test_no_duty_page_no_notice_and_no_unit_shows_one(walk: Walk) -> None:
    walk.go(DUTY)
    walk.do("duty.home.print", "duty.home.hand_over")
    walk.go(NOTICES)
    walk.press("F2", "Return")
    walk.go(ESTATE)
    walk.keys.press("F2")
    walk.keys.type(walk.end_of_number)
    walk.look("units")
    walk.press("Return")
    walk.do("estate.plates", "estate.change_unit")
    walk.press("Esc")
    assert walk.found == set()


@pytest.mark.parametrize("action", ["print_queue", "printers", "keys"])
def test_no_question_of_the_window_shows_one(walk: Walk, action: str) -> None:
    walk.do(f"window.{action}")
    assert walk.found == set()


def test_neither_an_import_nor_its_wrong_rows_nor_its_undoing_shows_one(walk: Walk, tmp_path: Path) -> None:
    walk.go(ESTATE)
    walk.to_open = _sheet(tmp_path / "people.xlsx", walk)
    walk.do("estate.imports", "estate.open_sheet", "estate.bad_rows", "estate.run_import", "estate.undo_import")
    assert walk.found == set()


def _sheet(path: Path, walk: Walk) -> Path:
    book = Workbook()
    page = book.active
    assert page is not None
    numbers = sorted(walk.numbers)
    page.append(["房号", "面积", "业主", "电话"])
    page.append(["9-1-101", "89.5", "新业主", numbers[0]])
    page.append(["9-1-102", "many", "坏行", numbers[1]])
    page.append(["9-1-103", "70", "又一行", f"{numbers[2]} 或 {numbers[3]}转"])
    book.save(path)
    return path


def test_the_trail_keeps_no_number_before_after_or_that_was_searched_for(walk: Walk) -> None:
    office, by = walk.desk.context.office, walk.desk.context.actor
    number = max(walk.numbers)
    (found, *_) = office.personal_data.find(by, walk.end_of_number)
    known = office.personal_data.facts(by, found.id)
    office.personal_data.correct(by, found.id, replace(known, phones=(number,)))
    office.trail.search(by, number)
    walk.go(ADMIN)
    walk.do("admin.audit")
    walk.look("trail")
    assert any(row.action == "change_person" for row in office.trail.newest(by))
    assert walk.found == set()


def test_the_walk_would_find_a_number(walk: Walk) -> None:
    label = QLabel(min(walk.numbers), walk.window)
    label.show()
    walk.look("label")
    assert {place for place, _ in walk.found} == {"label"}
    label.deleteLater()
