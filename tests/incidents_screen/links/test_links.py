"""I22 and the caller: what an incident changes at the counter and at the telephone; I30: a person new to the program."""

from __future__ import annotations

from datetime import date

from PySide6.QtTest import QTest

from app.core.money import Money
from app.counter.books.book_facts import NewBook
from app.counter.books.kinds import BookKind
from app.counter.methods import Method
from app.counter.outages.back_entries import Written
from app.incidents.callers.callers import tell_callers
from app.incidents.running.asked import NewIncident, new_client_id
from app.incidents.running.view import CallResult
from tests.incidents_screen.real_window import Open, RealWindow, when_shown
from tests.office_builder import OfficeBuilder
from ui.incidents.asked.ways import WaysPanel
from ui.incidents.asked.words_panel import WordsPanel
from ui.incidents.running.running_page import RunningPage
from ui.tickets.caller.caller_words import incident_words


def begin(office: OfficeBuilder, code: str, *, drill: bool = False, where: str = "3") -> int:
    building = next(one for one in office.office.estate.tree() if one.code == where)
    asked = NewIncident(new_client_id(), code, building.name, building.id, is_drill=drill)
    return office.office.incidents.start(office.cashier, asked)


def panel(office: OfficeBuilder, room: str) -> str:
    unit_id = office.office.estate.unit_named(room)
    return incident_words(office.office.caller.panel(office.cashier, unit_id).incidents)


def test_whoever_calls_from_the_building_is_told_what_runs_and_others_are_not(office: OfficeBuilder) -> None:
    begin(office, "lift-entrapment")
    assert panel(office, "3-2-501").startswith("People trapped in a lift since 19:41")
    assert panel(office, "2-1-101") == ""


def test_a_drill_is_no_news_for_callers(office: OfficeBuilder) -> None:
    begin(office, "fire", drill=True)
    assert panel(office, "3-2-501") == ""


def test_the_lead_gives_the_words_by_keys_and_they_stand_in_the_log(office: OfficeBuilder, open_window: Open) -> None:
    incident_id = begin(office, "lift-entrapment")
    real = open_window()
    when_shown(real.window, WordsPanel, lambda _panel: real.keys.press(*"soon", "Return"))
    when_shown(real.window, WaysPanel, lambda _panel: real.keys.press("9"))
    real.keys.press("Alt+O")
    QTest.qWait(20)
    assert panel(office, "3-2-501") == "People trapped in a lift since 19:41: soon"
    assert office.office.incidents.log(incident_id)[-1].text == "对来电说：soon"


def test_the_newest_words_count(office: OfficeBuilder) -> None:
    incident_id = begin(office, "lift-entrapment")
    for words in ("维保在路上", "人都出来了"):
        tell_callers(office.office.incidents, office.cashier, incident_id, words)
    assert panel(office, "3-1-302").endswith("人都出来了")


def page(real: RealWindow) -> RunningPage:
    return real.find(RunningPage)


def test_i22_the_step_of_the_payment_plan_puts_the_counter_into_outage_mode(
    office: OfficeBuilder, open_window: Open
) -> None:
    incident_id = begin(office, "payment-system-down")
    real = open_window()
    assert office.office.online_payment.down() is None
    page(real).main.choose("by-hand")
    real.keys.press("Space")
    assert office.office.incidents.view(incident_id).progress.step("by-hand").state.is_settled
    assert office.office.online_payment.down() is not None


def test_i22_a_drill_leaves_the_counter_alone(office: OfficeBuilder, open_window: Open) -> None:
    begin(office, "payment-system-down", drill=True)
    real = open_window()
    page(real).main.choose("by-hand")
    real.keys.press("Space")
    assert office.office.online_payment.down() is None


def test_i30_lift_stuck_in_block_three_runs_with_the_first_call_marked_in_a_minute(real: RealWindow) -> None:
    began = real.clock.now()
    with real.keys.when_asked("1", "3", "Return"):
        real.keys.press("Ctrl+E")
    real.keys.press("Alt+C", "1")
    view = real.view()
    assert view.place == "3栋"
    assert [call.facts["result"] for line in view.calls for call in line.results] == [CallResult.REACHED]
    assert real.keys.count <= 10
    assert (real.clock.now() - began).total_seconds() <= 60


def test_i22_the_numbers_of_the_hand_written_receipts_come_back_into_their_steps(
    office: OfficeBuilder, open_window: Open
) -> None:
    begin(office, "payment-system-down")
    books = office.office.books
    book = books.register(office.supervisor, NewBook(BookKind.HANDWRITTEN, "S-", 1, 20))
    books.hand_out(office.supervisor, book, "李强", date(2026, 11, 20))
    real = open_window()
    page(real).main.choose("numbered")
    assert page(real).main.current.answers() == {"first-number": "S-000001"}
    office.open_shift(office.cashier)
    for number in (1, 2):
        office.office.back_entries.enter(
            office.supervisor,
            Written(
                f"paper {number}",
                book,
                number,
                office.office.estate.unit_named("3-2-501"),
                Money.yuan(100),
                Method.CASH,
                "",
                office.clock.now(),
                "李强",
            ),
        )
    page(real).main.choose("back-entry")
    assert page(real).main.current.answers() == {"last-number": "S-000002"}
