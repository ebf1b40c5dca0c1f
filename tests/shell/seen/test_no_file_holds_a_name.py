"""Looks through the bytes of every file after a day of work: no name and no number lies there in the open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2

from app.incidents.papers.settings import FOLDER
from app.paper.profiles import A4
from tests.conftest import MORNING
from tests.shell.seen.known_people import names_of, numbers_of, spellings
from tests.shell.seen.walk import Walk
from ui.printing.print_job import PrintJob
from ui.shell.crash import write_crash_report
from ui.shell.tabs import TABS


def in_the_open(folder: Path, *words: str) -> set[tuple[str, str]]:
    """File and word."""
    spelled = [(word, one) for word in words for one in spellings(word)]
    files = [(file.name, file.read_bytes()) for file in folder.rglob("*") if file.is_file()]
    return {(name, word) for name, content in files for word, one in spelled if one in content}


def test_after_a_day_of_work_no_file_of_the_office_holds_a_name_or_number(walk: Walk) -> None:
    office = walk.desk.context.office
    names, numbers = names_of(office.store), numbers_of(office.store)
    walk.go(TABS[0])
    walk.keys.press("F2")
    walk.keys.type(walk.end_of_number)
    walk.press("Return")
    actor = office.demo_actor()
    office.drafts.save(actor, "ticket", {"text": "、".join(sorted(names | numbers))})
    write_crash_report(walk.folder / "demo" / "logs", LookupError(min(names)), MORNING)
    assert any(file.name.endswith("-wal") for file in walk.folder.rglob("*"))
    assert in_the_open(walk.folder, *names, *numbers) == set()


def test_a_paper_that_is_shown_and_sent_to_the_printer_lies_in_no_file(walk: Walk) -> None:
    office = walk.desk.context.office
    walk.go(TABS[1])
    walk.do("tickets.list.all", "tickets.print_list", "tickets.order")
    assert "PaperPanel" in walk.panels
    assert not list(walk.folder.rglob("*.pdf"))
    assert in_the_open(walk.folder, *names_of(office.store), *numbers_of(office.store)) == set()


def test_the_booklet_of_every_day_names_no_resident(walk: Walk, tmp_path: Path) -> None:
    office = walk.desk.context.office
    folder = tmp_path / "booklet"
    folder.mkdir()
    office.settings.change(office.demo_actor(), {FOLDER: str(folder)})
    assert office.daily_booklet.keep()
    (booklet,) = folder.glob("*.pdf")
    with pypdfium2.PdfDocument(booklet) as document:
        words = "".join(page.get_textpage().get_text_range() for page in document)
    residents = {name for name in names_of(office.store) if len(name) > 1}
    assert {one for one in (*residents, *numbers_of(office.store)) if one in words} == set()


def test_a_list_that_came_out_of_the_printer_is_in_the_trail_and_a_receipt_is_only_in_its_own_book(walk: Walk) -> None:
    office, context = walk.desk.context.office, walk.desk.context
    roster = PrintJob(1, "欠费名册 L-2026-0001", A4, printer="laser")
    context.printing.printed.emit(roster)
    context.printing.printed.emit(replace(roster, title="收款收据", tag=("receipt", 1)))
    printed = [row for row in office.trail.newest(context.actor) if row.action == "print_paper"]
    assert [(row.subject, row.facts, row.who) for row in printed] == [
        ("欠费名册 L-2026-0001", {"printer": "laser"}, context.actor.name)
    ]


def test_a_list_that_is_saved_says_in_the_trail_what_it_contains(walk: Walk) -> None:
    office = walk.desk.context.office
    walk.go(TABS[1])
    walk.do("tickets.save_list")
    (saved,) = [row for row in office.trail.newest(walk.desk.context.actor) if row.action == "save_file"]
    assert saved.subject == walk.saved[0].name
    assert saved.facts == {"contains": "Tickets with places and what was reported"}
