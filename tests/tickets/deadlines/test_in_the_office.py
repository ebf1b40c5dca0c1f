"""Deadlines as an office has them: its services, its settings, and truths that hold at the end of a day."""

from datetime import datetime

from app.core.clock import SetClock
from app.desk.settings_of_rooms import SECTIONS
from app.store.folder import DataFolder
from app.tickets.deadlines.escalation import Step
from app.tickets.deadlines.settings import MANAGER_AFTER
from app.tickets.entry.new_ticket import NewTicket
from app.tickets.kinds import ClockName, State, TicketKind
from app.tickets.moves.asked import MoveTo
from tests.office_builder import OfficeBuilder


def test_a_day_with_tickets_leaves_every_truth_in_order(office_folder: DataFolder) -> None:
    clock = SetClock(datetime(2026, 11, 20, 8))
    builder = OfficeBuilder(office_folder.path, clock)
    office, by = builder.office, builder.cashier
    waiting = office.tickets.report(by, NewTicket("first", "大堂灯不亮", TicketKind.REPAIR, place="3 栋大堂")).ticket_id
    clock.set(datetime(2026, 11, 20, 8, 10))
    office.ticket_moves.move(by, waiting, None, MoveTo(State.WAITING_RESIDENT, "约在下午"))
    clock.set(datetime(2026, 11, 20, 8, 20))
    office.tickets.report(by, NewTicket("second", "门禁打不开", TicketKind.REPAIR, place="2 栋门口"))
    clock.set(datetime(2026, 11, 20, 9))
    assert office.deadline_warnings.at_start().overdue == 2  # nobody of the two was called
    (first, second) = office.escalations.listed()
    office.escalations.tell(builder.cashier, first.clock_id, Step.OVERDUE, "沈若兰")
    assert {first.clock.rule.name, second.clock.rule.name} == {ClockName.CONTACT}
    assert [row.step.told is None for row in office.call_lists.now(builder.cashier).rows] == [False, True]
    assert {clock.name for clock in office.deadlines.clocks([waiting])[waiting]} == {
        ClockName.CONTACT,
        ClockName.CLOSE,
    }
    assert [finding for finding in office.verify() if finding.breaches] == []
    office.close()


def test_when_the_manager_is_told_stands_among_the_settings() -> None:
    assert any(MANAGER_AFTER in section.settings for section in SECTIONS)
