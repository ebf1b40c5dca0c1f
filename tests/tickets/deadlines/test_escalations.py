"""Who is told of late tickets: the list, its ticks, and warnings that come once and never at night."""

import pytest

from app.access.actor import Actor
from app.access.people import People
from app.access.permissions import ROLES, Permission, Role
from app.access.refusals import NotPermitted
from app.access.roles import Roles
from app.core.clock import SetClock
from app.store.settings import write_choice
from app.store.store import Store
from app.tickets.deadlines.deadline_warnings import DeadlineWarnings, StartSummary
from app.tickets.deadlines.escalation import Step
from app.tickets.deadlines.escalations import Escalated, Escalations
from app.tickets.deadlines.refusals import StepNotReached, ToldBefore, ToldWhom
from app.tickets.deadlines.settings import MANAGER, MANAGER_AFTER
from app.tickets.kinds import ClockName, ServiceClass, State, TicketKind
from tests.tickets.deadlines.any_promise import at
from tests.tickets.deadlines.small_tickets import CASHIER, Desk

REPAIR, COMPLAINT, NORMAL, EMERGENCY = (
    TicketKind.REPAIR,
    TicketKind.COMPLAINT,
    ServiceClass.NORMAL,
    ServiceClass.EMERGENCY,
)


class Board:
    """The list and the warnings, looked at by the clock."""

    def __init__(self, store: Store, clock: SetClock) -> None:
        self.clock = clock
        self.escalations = Escalations(store, clock)
        self.warnings = DeadlineWarnings(store, clock)

    def listed(self, when: str) -> tuple[Escalated, ...]:
        self.clock.set(at(when))
        return self.escalations.listed()

    def steps(self, when: str) -> list[tuple[str, str, str]]:
        return [(one.ticket.number, one.clock.rule.name.value, one.step.step.value) for one in self.listed(when)]

    def summary(self, when: str) -> StartSummary:
        self.clock.set(at(when))
        return self.warnings.at_start()

    def fresh(self, when: str) -> list[tuple[str, str, str]]:
        self.clock.set(at(when))
        found = self.warnings.fresh()
        return [(one.ticket.number, one.clock.rule.name.value, one.step.step.value) for one in found]


@pytest.fixture
def board(store: Store, clock: SetClock) -> Board:
    return Board(store, clock)


@pytest.fixture
def supervisor(store: Store, clock: SetClock) -> Actor:
    first = People(store, clock).add_first("沈若兰", "smooth-river")
    People(store, clock).add(first, "王敏", "green-lantern", Role.CASHIER)
    return first


def test_t15_a_clock_climbs_from_soon_over_overdue_to_late(board: Board, desk: Desk) -> None:
    desk.ticket("2026-11-20 09:00")
    climbed = {
        when: board.steps(f"2026-11-20 {when}") for when in ("09:14", "09:15", "09:30", "09:31", "10:29", "10:30")
    }
    assert climbed == {
        "09:14": [],
        "09:15": [("261120-001", "contact", "soon")],
        "09:30": [("261120-001", "contact", "soon")],
        "09:31": [("261120-001", "contact", "overdue")],
        "10:29": [("261120-001", "contact", "overdue")],
        "10:30": [("261120-001", "contact", "late")],
    }


def test_the_manager_is_told_after_as_long_as_the_office_says(board: Board, desk: Desk, store: Store) -> None:
    with store.transaction() as connection:
        write_choice(connection, MANAGER_AFTER, 15, at("2026-11-20 09:00"), None)
    desk.ticket("2026-11-20 09:00")
    assert board.steps("2026-11-20 09:44") == [("261120-001", "contact", "overdue")]
    assert board.steps("2026-11-20 09:45") == [("261120-001", "contact", "late")]


def test_in_staffed_hours_the_night_makes_nothing_later(board: Board, desk: Desk) -> None:
    desk.ticket("2026-11-20 16:00", COMPLAINT)
    assert board.steps("2026-11-20 17:29") == [("261120-001", "review", "overdue")]
    assert board.steps("2026-11-21 08:59") == [("261120-001", "review", "overdue")]
    assert board.steps("2026-11-21 09:00") == [("261120-001", "review", "late")]


def test_t15_each_step_names_who_is_to_be_told(board: Board, desk: Desk, store: Store, supervisor: Actor) -> None:
    with store.transaction() as connection:
        write_choice(connection, MANAGER, "方经理 13800001111", at("2026-11-20 09:00"), None)
    desk.ticket("2026-11-20 09:00")
    (found,) = board.listed("2026-11-20 12:00")
    assert [(one.step, one.whom) for one in found.steps] == [
        (Step.SOON, ""),  # nobody is assigned yet
        (Step.OVERDUE, "沈若兰"),
        (Step.LATE, "方经理 13800001111"),
    ]


def test_whoever_may_manage_tickets_is_told_whatever_the_role_is_called(
    board: Board, desk: Desk, store: Store, clock: SetClock, supervisor: Actor
) -> None:
    desk.ticket("2026-11-20 09:00")
    People(store, clock).add(supervisor, "林岚", "quiet-harbour", Role.MANAGER)
    (found,) = board.listed("2026-11-20 12:00")
    assert {one.whom for one in found.steps if one.step is Step.OVERDUE} == {"林岚, 沈若兰"}
    Roles(store, clock).change(supervisor, Role.MANAGER, ROLES[Role.MANAGER] - {Permission.MANAGE_TICKETS})
    (found,) = board.listed("2026-11-20 12:00")
    assert {one.whom for one in found.steps if one.step is Step.OVERDUE} == {"沈若兰"}


def test_t15_a_tick_says_who_was_told_by_whom_and_when(board: Board, desk: Desk, supervisor: Actor) -> None:
    desk.ticket("2026-11-20 09:00")
    (found,) = board.listed("2026-11-20 09:35")
    board.escalations.tell(CASHIER, found.clock_id, Step.OVERDUE, " 沈若兰 ")
    (found,) = board.listed("2026-11-20 09:36")
    assert found.step.told is not None
    assert (found.step.told.told, found.step.told.by, found.step.told.at) == ("沈若兰", "王敏", at("2026-11-20 09:35"))
    assert found.steps[0].told is None


def test_a_step_is_ticked_once(board: Board, desk: Desk, supervisor: Actor) -> None:
    desk.ticket("2026-11-20 09:00")
    (found,) = board.listed("2026-11-20 09:35")
    board.escalations.tell(CASHIER, found.clock_id, Step.OVERDUE, "沈若兰")
    with pytest.raises(ToldBefore) as refused:
        board.escalations.tell(CASHIER, found.clock_id, Step.OVERDUE, "别人")
    assert refused.value.told == "沈若兰"


def test_a_tick_needs_a_name_and_a_step_that_was_reached(board: Board, desk: Desk, supervisor: Actor) -> None:
    taken = desk.ticket("2026-11-20 09:00")
    (found,) = board.listed("2026-11-20 09:35")
    with pytest.raises(ToldWhom):
        board.escalations.tell(CASHIER, found.clock_id, Step.OVERDUE, "  ")
    with pytest.raises(StepNotReached):
        board.escalations.tell(CASHIER, found.clock_id, Step.LATE, "方经理")
    taken.goes(State.CONTACTED, "2026-11-20 09:36")
    with pytest.raises(StepNotReached) as refused:
        board.escalations.tell(CASHIER, found.clock_id, Step.OVERDUE, "沈若兰")
    assert refused.value.number == "261120-001"


def test_a_deadline_that_moved_has_to_be_told_anew(board: Board, desk: Desk, supervisor: Actor) -> None:
    taken = desk.ticket("2026-11-20 09:00", REPAIR, EMERGENCY).goes(State.CONTACTED, "2026-11-20 09:05")
    (found,) = board.listed("2026-11-20 12:45")
    board.escalations.tell(CASHIER, found.clock_id, Step.SOON, "李芳")
    taken.goes(State.WAITING_PARTS, "2026-11-20 12:50").goes(State.IN_WORK, "2026-11-20 13:50")
    (found,) = board.listed("2026-11-20 13:51")
    assert (found.step.step, found.step.told) == (Step.SOON, None)


@pytest.mark.parametrize("state", [State.WAITING_PARTS, State.DONE, State.CANCELLED, State.MERGED])
def test_what_waits_is_done_or_gone_is_told_to_nobody(board: Board, desk: Desk, state: State) -> None:
    taken = desk.ticket("2026-11-20 09:00", REPAIR, EMERGENCY).goes(State.CONTACTED, "2026-11-20 09:05")
    taken.goes(state, "2026-11-20 12:00")
    assert board.steps("2026-11-21 12:00") == []


def test_waiting_after_the_deadline_hides_nothing(board: Board, desk: Desk) -> None:
    taken = desk.ticket("2026-11-20 09:00", REPAIR, EMERGENCY).goes(State.CONTACTED, "2026-11-20 09:05")
    taken.goes(State.WAITING_PARTS, "2026-11-20 13:30")
    assert board.steps("2026-11-20 15:00") == [("261120-001", "close", "late")]


def test_the_furthest_step_comes_first(board: Board, desk: Desk) -> None:
    desk.ticket("2026-11-20 09:40")
    desk.ticket("2026-11-20 09:10")
    desk.ticket("2026-11-20 08:00")
    assert [step for _, _, step in board.steps("2026-11-20 09:56")] == ["late", "overdue", "soon"]


def test_t14_a_start_is_one_summary_and_no_flood(board: Board, desk: Desk, supervisor: Actor) -> None:
    for minute in range(10, 40):
        desk.ticket(f"2026-11-20 06:{minute}")
    desk.ticket("2026-11-20 08:20")
    (first, *_) = board.listed("2026-11-20 08:40")
    board.escalations.tell(CASHIER, first.clock_id, Step.LATE, "方经理")
    assert board.summary("2026-11-20 08:40") == StartSummary(1, 0, 30, 30, ())
    assert board.fresh("2026-11-20 08:41") == []


def test_a_calm_start_says_nothing(board: Board, desk: Desk) -> None:
    desk.ticket("2026-11-20 09:00").goes(State.DONE, "2026-11-20 09:10")
    assert board.summary("2026-11-20 12:00").is_calm
    assert not board.summary("2026-12-01 09:00").is_calm  # the notice of next year is missing


def test_t14_a_step_warns_once(board: Board, desk: Desk) -> None:
    board.summary("2026-11-20 08:59")
    desk.ticket("2026-11-20 09:00")
    assert board.fresh("2026-11-20 09:14") == []
    assert board.fresh("2026-11-20 09:15") == [("261120-001", "contact", "soon")]
    assert board.fresh("2026-11-20 09:16") == []
    assert board.fresh("2026-11-20 09:31") == [("261120-001", "contact", "overdue")]
    assert board.fresh("2026-11-20 09:32") == []


def test_a_deadline_that_moved_warns_anew(board: Board, desk: Desk) -> None:
    taken = desk.ticket("2026-11-20 09:00", REPAIR, EMERGENCY).goes(State.CONTACTED, "2026-11-20 09:05")
    assert board.fresh("2026-11-20 12:45") == [("261120-001", "close", "soon")]
    taken.goes(State.WAITING_PARTS, "2026-11-20 12:50").goes(State.IN_WORK, "2026-11-20 13:50")
    assert board.fresh("2026-11-20 13:51") == [("261120-001", "close", "soon")]


def test_of_what_somebody_was_told_nothing_warns(board: Board, desk: Desk, supervisor: Actor) -> None:
    desk.ticket("2026-11-20 09:00")
    (found,) = board.listed("2026-11-20 09:20")
    board.escalations.tell(CASHIER, found.clock_id, Step.SOON, "李芳")
    assert board.fresh("2026-11-20 09:21") == []


def test_t14_at_night_nothing_warns_but_what_runs_round_the_clock(board: Board, desk: Desk) -> None:
    taken = desk.ticket("2026-11-20 16:35", COMPLAINT).goes(State.CONTACTED, "2026-11-20 16:36")
    taken.keeps(ClockName.ANSWER, "2026-11-20 16:40")
    late = desk.ticket("2026-11-20 16:30", COMPLAINT)
    late.keeps(ClockName.CONTACT, "2026-11-20 16:31").keeps(ClockName.ANSWER, "2026-11-20 16:31")
    desk.ticket("2026-11-20 19:00", REPAIR, EMERGENCY)
    assert board.fresh("2026-11-20 19:20") == [("261120-003", "contact", "soon")]
    assert board.fresh("2026-11-21 08:29") == [("261120-003", "contact", "late"), ("261120-003", "close", "late")]
    assert board.fresh("2026-11-21 08:30") == [("261120-002", "review", "overdue")]


def test_only_who_works_on_tickets_ticks(board: Board, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.ticket("2026-11-20 09:00")
    (found,) = board.listed("2026-11-20 09:35")
    monkeypatch.setattr("app.access.actor.ROLES", dict.fromkeys(Role, frozenset()))
    with pytest.raises(NotPermitted):
        board.escalations.tell(CASHIER, found.clock_id, Step.OVERDUE, "沈若兰")


def test_the_number_that_presses_is_the_same_however_it_is_read(board: Board, desk: Desk) -> None:
    late, paused = desk.ticket("2026-11-20 08:00"), desk.ticket("2026-11-20 08:00")
    desk.ticket("2026-11-20 09:00")
    late.goes(State.CONTACTED, "2026-11-20 08:40")
    paused.goes(State.CONTACTED, "2026-11-20 08:05")
    paused.goes(State.WAITING_PARTS, "2026-11-20 08:10")
    for when in ("2026-11-20 08:30", "2026-11-20 09:31", "2026-11-25 12:00", "2026-12-31 12:00"):
        board.clock.set(at(when))
        assert board.warnings.pressing() == board.warnings.now().pressing
    assert board.warnings.pressing() > 1
