"""Ending a ticket whose lines are a charge already: it is said, and the person chooses by a key."""

from __future__ import annotations

from app.tickets.kinds import State
from app.tickets.materials.kinds import PayState
from tests.tickets_screen.desk import Desk
from tests.tickets_screen.working.in_turn import in_turn
from ui.tickets.doing.charge_choice import ChargeChoicePanel
from ui.tickets.doing.merge_panel import MergePanel
from ui.tickets.doing.state_panel import StatePanel

Ids = dict[str, int]
CANCEL = (StatePanel, ("End", "Tab", *"sold the flat", "F9"))


def charged(desk: Desk) -> None:
    desk.finds("渗水").shown()
    desk.press("Ctrl+B")


def state(desk: Desk, ticket: int) -> PayState | None:
    return desk.office.office.ticket_lines.of(ticket).state


def test_t_takes_the_charge_back_with_the_cancelled_ticket(panels: Desk, tickets: Ids) -> None:
    charged(panels)
    with in_turn(panels.keys, CANCEL, (ChargeChoicePanel, ("T",))):
        panels.press("S")
    leak = tickets["3-2-501"]
    assert panels.row(leak).state is State.CANCELLED
    assert state(panels, leak) is PayState.NOT_CHARGED


def test_k_keeps_it_and_the_timeline_says_so(panels: Desk, tickets: Ids) -> None:
    charged(panels)
    with in_turn(panels.keys, CANCEL, (ChargeChoicePanel, ("K",))):
        panels.press("S")
    leak = tickets["3-2-501"]
    assert panels.row(leak).state is State.CANCELLED
    assert state(panels, leak) is PayState.TO_PAY
    panels.page.show_ticket(leak)
    panels.shown()
    newest = panels.page.detail.timeline.rows.told[0]
    assert newest.text == "sold the flat; 58.00 stays asked for at the counter"


def test_escape_leaves_the_ticket_and_its_charge_as_they_are(panels: Desk, tickets: Ids) -> None:
    charged(panels)
    with in_turn(panels.keys, CANCEL, (ChargeChoicePanel, ("Esc",)), (StatePanel, ("Esc",))):
        panels.press("S")
    leak = tickets["3-2-501"]
    assert panels.row(leak).state is State.IN_WORK
    assert state(panels, leak) is PayState.TO_PAY


def test_merging_a_double_asks_as_well(panels: Desk, tickets: Ids) -> None:
    charged(panels)
    panels.page.focus_search()
    panels.press("Ctrl+A", "Del", "Return", "Ctrl+A")
    leak, late = tickets["3-2-501"], tickets["1-2-1104"]
    panels.page.board.unmark()
    for one in (late, leak):
        panels.page.board.list.choose(one)
        panels.press("Space")
    with in_turn(panels.keys, (MergePanel, ("F9",)), (ChargeChoicePanel, ("T",))):
        panels.press("M")
    merged = next(one for one in (leak, late) if panels.row(one).state is State.MERGED)
    assert state(panels, leak) is (PayState.NOT_CHARGED if merged == leak else PayState.TO_PAY)
