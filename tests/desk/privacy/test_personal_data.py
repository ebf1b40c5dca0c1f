"""A person may see what the office holds of them, have it corrected, and be forgotten once no duty keeps it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from PIL import Image
from sqlalchemy import select, update

from app.access.refusals import NotPermitted
from app.access.tables import audit
from app.core.clock import SetClock
from app.counter.tables import receipt
from app.desk.privacy.held_paper import held_pdf, missing_on_held
from app.desk.privacy.person_facts import DutyKind, Fate, Part, What
from app.desk.privacy.refusals import PersonGone, StillNeeded
from app.desk.tables import draft
from app.estate.forgotten import FORGOTTEN
from app.estate.kinds import OccupancyRole
from app.estate.refusals import PersonForgotten
from app.estate.tables import phone, plate, unit_note
from app.estate.unit_facts import PersonFacts
from app.store.settings import write_choice
from app.tickets.entry.new_ticket import Caller
from app.tickets.files.picture import Picture, prepare_picture
from app.tickets.kinds import EntryKind, State
from app.tickets.moves.asked import MoveTo
from app.tickets.tables import ticket_reporter
from tests.conftest import MORNING
from tests.desk.privacy.every_text import texts_with
from tests.desk.privacy.moved_out import LONG_AFTER, NAME, PHONE, MovedOut


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory, set_up_office: Path) -> Path:
    """Built once: somebody who lives there still."""
    folder = tmp_path_factory.mktemp("lived") / "data"
    shutil.copytree(set_up_office, folder)
    there = MovedOut(folder, SetClock(MORNING))
    there.lives_a_while()
    there.office.close()
    return folder


@pytest.fixture
def there(lived: Path, tmp_path: Path, clock: SetClock) -> Iterator[MovedOut]:
    folder = tmp_path / "data"
    shutil.copytree(lived, folder)
    opened = MovedOut(folder, clock)
    yield opened
    opened.office.close()


def picture(colour: str) -> Picture:
    file = BytesIO()
    Image.new("RGB", (40, 30), colour).save(file, "PNG")
    return prepare_picture(file.getvalue(), f"{colour}.png")


def test_everything_of_every_room_is_shown(there: MovedOut) -> None:
    held = there.office.personal_data.held(there.by, there.person)
    shown = {(row.part, row.what) for row in held.sure}
    assert {What.NAME, What.PHONE, What.NOTE, What.ROLE, What.PLATE, What.UNIT_NOTE} == {
        what for part, what in shown if part is Part.REGISTER
    }
    assert (Part.MONEY, What.RECEIPT) in shown
    assert (Part.TICKETS, What.REPORT) in shown
    assert (Part.UNFINISHED, What.DRAFT) in shown
    assert PHONE in {row.text for row in held.rows if row.what is What.PHONE}


def test_of_a_neighbour_nothing_is_handed_out(there: MovedOut) -> None:
    held = there.office.personal_data.held(there.by, there.person)
    assert [row for row in held.sure if "李梅" in row.text or "13900001111" in row.text] == []


def test_a_text_that_may_mean_another_of_the_name_is_shown_at_the_desk_and_not_handed_out(there: MovedOut) -> None:
    there.office.duty_log.write(there.by, f"{NAME}（外来访客）进入")
    held = there.office.personal_data.held(there.by, there.person)
    assert [row.fate for row in held.rows if "外来访客" in row.text] == [Fate.UNSURE]
    assert [row for row in held.sure if "外来访客" in row.text] == []


def test_every_look_is_kept_with_whose_it_was(there: MovedOut, tmp_path: Path) -> None:
    data = there.office.personal_data
    data.held(there.by, there.person)
    data.for_paper(there.by, there.person)
    data.export(there.by, there.person, tmp_path / "held.xlsx")
    with there.office.store.reading() as connection:
        asked = select(audit.c.action, audit.c.subject).where(audit.c.action.contains("personal_data"))
        acts = connection.execute(asked.order_by(audit.c.id)).tuples().all()
    assert [*acts] == [
        ("show_personal_data", NAME),
        ("export_personal_data", NAME),
        ("export_personal_data", NAME),
    ]
    assert [row.text for row in data.held(there.by, there.person).rows if row.part is Part.TRAIL][-1].startswith("exp")


def test_who_may_not_handle_it_sees_nothing(there: MovedOut) -> None:
    data, cashier = there.office.personal_data, there.built.cashier
    acts: list[Callable[[], object]] = [
        lambda: data.find(cashier, NAME),
        lambda: data.due(cashier),
        lambda: data.held(cashier, there.person),
        lambda: data.for_paper(cashier, there.person),
        lambda: data.export(cashier, there.person, Path("never.xlsx")),
        lambda: data.facts(cashier, there.person),
        lambda: data.correct(cashier, there.person, PersonFacts("x")),
        lambda: data.forget(cashier, there.person),
    ]
    for act in acts:
        with pytest.raises(NotPermitted):
            act()


def test_the_paper_and_the_workbook_say_the_same(there: MovedOut, tmp_path: Path) -> None:
    facts = there.office.personal_data.for_paper(there.by, there.person)
    assert held_pdf(facts).startswith(b"%PDF")
    assert missing_on_held(facts) == ()
    there.office.personal_data.export(there.by, there.person, tmp_path / "held.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "held.xlsx").active
    assert sheet is not None
    assert sheet.max_row == 1 + len(facts.held.sure) + 1  # the heads, and that the paper was taken
    assert PHONE in [cell.value for row in sheet.iter_rows() for cell in row]


@pytest.mark.parametrize("typed", ["张建国", "建国", "zjg", "zhangjian", "5678", PHONE, "3-2-501", "32501"])
def test_a_person_is_found_by_name_telephone_and_home(there: MovedOut, typed: str) -> None:
    found = there.office.personal_data.find(there.by, typed)
    assert [(one.name, one.phones, one.units) for one in found] == [(NAME, ("138****5678",), ("3-2-501",))]


def test_what_is_wrong_is_corrected_and_found_anew(there: MovedOut) -> None:
    data = there.office.personal_data
    known = data.facts(there.by, there.person)
    data.correct(there.by, there.person, PersonFacts("张建帼", ("13700002222",), known.note))
    assert data.find(there.by, "5678") == ()
    assert [one.name for one in data.find(there.by, "2222")] == ["张建帼"]


def test_photos_of_their_own_report_go_and_those_of_a_report_of_others_too_stay(there: MovedOut) -> None:
    office, by = there.office, there.by
    shared = there.reports("楼道灯不亮")
    office.tickets.add_reporter(by, shared, Caller(person_id=there.neighbour, unit_id=there.beside, words="也不亮"))
    for ticket, colour in ((1, "red"), (shared, "blue")):
        office.photos.add(by, ticket, picture(colour))
    told = {row.about: row.fate for row in office.personal_data.held(by, there.person).rows if row.what is What.PHOTOS}
    assert [*told.values()] == [Fate.GOES, Fate.STAYS]
    there.moves_out()
    for ticket in (1, shared):
        office.ticket_moves.move(by, ticket, None, MoveTo(State.CANCELLED, "不用了"))
    there.clock.set(LONG_AFTER)
    office.personal_data.forget(by, there.person)
    assert [len(office.photos.of(ticket)) for ticket in (1, shared)] == [0, 1]
    assert [line.text for line in office.ticket_pages.open(1).timeline if line.kind is EntryKind.FILE] == ["red.png"]
    assert there.built.breaches() == []


def test_somebody_who_lives_there_is_not_forgotten(there: MovedOut) -> None:
    with pytest.raises(StillNeeded) as refused:
        there.office.personal_data.forget(there.by, there.person)
    assert {duty.kind for duty in refused.value.duties} == {DutyKind.ROLE, DutyKind.TICKET}
    assert there.office.personal_data.held(there.by, there.person).name == NAME


def test_each_duty_is_named_until_it_is_done(there: MovedOut) -> None:
    there.moves_out()
    assert there.duties() == {DutyKind.TICKET, DutyKind.KEPT}
    there.ends_the_ticket()
    assert there.duties() == {DutyKind.REPORT_KEPT, DutyKind.KEPT}
    there.clock.set(LONG_AFTER)
    assert there.duties() == set()


def test_money_unpaid_from_their_time_keeps_them(there: MovedOut) -> None:
    there.built.billed_through(2026, 11)  # the month after is not theirs
    there.moves_out()
    assert DutyKind.OWED not in there.duties()
    there.office.estate.add_person(there.by, there.beside, PersonFacts(NAME, (PHONE,)), OccupancyRole.TENANT)
    assert DutyKind.OWED in there.duties()


def test_nobody_is_due_before_the_time_to_keep_is_over(there: MovedOut) -> None:
    there.moves_out()
    there.ends_the_ticket()
    there.clock.set(LONG_AFTER.replace(year=2029, month=10, day=30))
    assert there.office.personal_data.due(there.by) == ()
    there.clock.set(LONG_AFTER)
    assert [one.name for one in there.office.personal_data.due(there.by)] == [NAME]


def test_an_office_that_keeps_longer_is_followed(there: MovedOut) -> None:
    from app.desk.privacy.settings import KEEP_PEOPLE

    there.is_free_to_go()
    with there.office.store.transaction() as connection:
        write_choice(connection, KEEP_PEOPLE, 10, LONG_AFTER, there.by.id)
    assert there.duties() == {DutyKind.KEPT}


def test_who_is_forgotten_is_in_no_text_but_in_facts_of_money_and_chained_logs(there: MovedOut) -> None:
    there.is_free_to_go()
    with there.office.store.reading() as connection:
        before = connection.execute(select(receipt.c.facts)).scalars().all()
    there.office.personal_data.forget(there.by, there.person)
    assert texts_with(there.office.store, NAME, PHONE, "138 0000 5678") <= {
        *("receipt.facts", "payment.payer_name", "journal_entry.subject"),
        *("audit.subject", "audit.facts"),
    }
    with there.office.store.reading() as connection:
        assert connection.execute(select(receipt.c.facts)).scalars().all() == before
        assert connection.execute(select(phone.c.number)).scalars().all() == ["13900001111"]
        assert connection.execute(select(plate)).all() == []
        assert connection.execute(select(unit_note.c.text)).scalars().all() == [FORGOTTEN]
        reporters = connection.execute(select(ticket_reporter.c.name, ticket_reporter.c.phone)).tuples()
        assert [*reporters] == [(FORGOTTEN, "")]
        assert FORGOTTEN in connection.execute(select(draft.c.content)).scalar_one()["text"]


def test_who_is_forgotten_is_found_by_no_search_and_the_books_still_hold(there: MovedOut) -> None:
    there.is_free_to_go()
    there.office.personal_data.forget(there.by, there.person)
    assert there.office.find_units.find("zjg") == []
    assert there.office.personal_data.find(there.by, NAME) == ()
    assert there.built.breaches() == []
    with pytest.raises(PersonGone):
        there.office.personal_data.held(there.by, there.person)
    with pytest.raises(PersonForgotten):
        there.office.estate.change_person(there.by, there.person, PersonFacts(NAME))


def test_a_plate_stays_where_somebody_else_lives(there: MovedOut) -> None:
    there.is_free_to_go()
    there.office.estate.add_person(
        there.by, there.home, PersonFacts("周宁"), OccupancyRole.TENANT, (date(2028, 1, 1), None)
    )
    there.office.personal_data.forget(there.by, there.person)
    with there.office.store.reading() as connection:
        assert connection.execute(select(plate.c.number)).scalars().all() == ["浙A·0D7K2"]
        [note] = connection.execute(select(unit_note.c.text)).scalars()
    assert note == f"{FORGOTTEN} 常打 {FORGOTTEN}"


def test_a_family_telephone_is_not_taken_from_the_other(there: MovedOut) -> None:
    there.is_free_to_go()
    shared = PersonFacts("李梅", ("13900001111", PHONE))
    there.office.estate.change_person(there.by, there.neighbour, shared)
    there.office.personal_data.forget(there.by, there.person)
    assert there.office.estate.person(there.by, there.neighbour).phones == shared.phones


def test_the_trail_says_who_forgot_without_saying_whom(there: MovedOut) -> None:
    there.is_free_to_go()
    there.office.personal_data.forget(there.by, there.person)
    with there.office.store.reading() as connection:
        row = connection.execute(select(audit).where(audit.c.action == "forget_person")).one()
    assert row.by == there.by.id
    assert NAME not in f"{row.subject}{row.facts}"


def test_a_name_left_in_the_register_of_the_forgotten_is_found_by_the_truths(there: MovedOut) -> None:
    from app.estate.tables import person

    there.is_free_to_go()
    there.office.personal_data.forget(there.by, there.person)
    with there.office.store.transaction() as connection:
        connection.execute(update(person).where(person.c.id == there.person).values(name=NAME))
    assert there.built.breaches() != []
