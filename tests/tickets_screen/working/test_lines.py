"""Material and work of a ticket by keys: written, taken off, taken back, sent to the counter."""

from __future__ import annotations

from decimal import Decimal

from app.core.money import Money
from app.tickets.materials.kinds import FreeReason, LineKind, PayState
from app.tickets.materials.line_rows import WorkLines
from app.tickets.materials.line_rule import NewLine
from app.tickets.steps import StepsDone
from tests.office_builder import OfficeBuilder
from tests.tickets_screen.desk import Desk
from ui.tickets.material.lines_panel import LinesPanel

Ids = dict[str, int]
TAPE = (*"tape", "Tab", "2", "Tab", *"roll", "Tab", *"1.5")


def lines(desk: Desk, ticket: int) -> WorkLines:
    return desk.office.office.ticket_lines.of(ticket)


def names(desk: Desk, ticket: int) -> list[str]:
    return [line.name for line in lines(desk, ticket).lines]


def test_t19_l_writes_line_after_line_with_its_total(panels: Desk, tickets: Ids) -> None:
    panels.finds("渗水").shown()
    with panels.keys.when_asked(*TAPE, "F9", *"glue", "Tab", "Tab", "Tab", "7", "Return", "Esc"):
        panels.press("L")
    standing = lines(panels, tickets["3-2-501"])
    tape, glue = standing.lines[2:]
    assert (tape.name, tape.quantity, tape.unit_name, tape.price) == ("tape", Decimal(2), "roll", Decimal("1.5"))
    assert (glue.quantity, glue.unit_name, glue.amount) == (Decimal(1), "个", Money.yuan(7))
    assert panels.page.detail.side.lines.text().splitlines()[-1] == "Sum 68.00"


def test_who_pays_is_chosen_and_warranty_costs_the_resident_nothing(panels: Desk, tickets: Ids) -> None:
    panels.finds("渗水").shown()
    with panels.keys.when_asked(*TAPE, "Tab", "Down", "F9", "Esc"):
        panels.press("L")
    line = lines(panels, tickets["3-2-501"]).lines[-1]
    assert (line.free, line.amount, line.worth) == (FreeReason.WARRANTY, Money(0), Money.yuan(3))
    assert "free, warranty" in panels.page.detail.side.lines.text()


def test_a_line_without_a_price_says_so_at_the_price_and_nothing_is_kept(panels: Desk, tickets: Ids) -> None:
    panels.finds("渗水").shown()
    before = names(panels, tickets["3-2-501"])
    with panels.keys.when_asked(*"tape", "F9", "Esc"):
        panels.press("L")
    assert names(panels, tickets["3-2-501"]) == before


def test_f7_takes_the_chosen_line_off_and_ctrl_z_puts_it_back(panels: Desk, tickets: Ids) -> None:
    panels.finds("渗水").shown()
    with panels.keys.when_asked("F7", "Esc"):
        panels.press("L")
    assert names(panels, tickets["3-2-501"]) == ["角阀 DN15"]
    panels.press("Ctrl+Z")
    assert names(panels, tickets["3-2-501"]) == ["角阀 DN15", "人工"]
    assert panels.told()[:2] == ["taken back by 王敏", "material or work taken off, taken back since"]


def test_ctrl_z_takes_the_last_line_back_in_the_panel_and_after_it(panels: Desk, tickets: Ids) -> None:
    panels.finds("渗水").shown()
    with panels.keys.when_asked(*TAPE, "F9", *"glue", "Tab", "Tab", "Tab", "7", "F9", "Ctrl+Z", "Esc"):
        panels.press("L")
    assert names(panels, tickets["3-2-501"]) == ["角阀 DN15", "人工", "tape"]
    panels.press("Ctrl+Z")
    assert names(panels, tickets["3-2-501"]) == ["角阀 DN15", "人工"]


def test_what_was_charged_is_not_taken_back_by_a_key_but_by_f8(panels: Desk, tickets: Ids) -> None:
    panels.finds("渗水").shown()
    with panels.keys.when_asked(*TAPE, "F9", "Ctrl+B", "Ctrl+Z", "Esc"):
        panels.press("L")
    leak = tickets["3-2-501"]
    assert lines(panels, leak).state is PayState.TO_PAY
    with panels.keys.when_asked("F8", "Esc"):
        panels.press("L")
    assert lines(panels, leak).state is PayState.NOT_CHARGED


def test_a_half_written_line_stands_there_again_after_escape(panels: Desk, tickets: Ids) -> None:
    panels.finds("渗水").shown()
    with panels.keys.when_asked(*TAPE, "Tab", "End", "Esc"):
        panels.press("L")
    with panels.keys.when_asked("F9", "Esc"):
        panels.press("L")
    line = lines(panels, tickets["3-2-501"]).lines[-1]
    assert (line.name, line.unit_name, line.price, line.free) == ("tape", "roll", Decimal("1.5"), FreeReason.OFFICE)


def test_a_line_that_the_other_window_took_off_is_told(panels: Desk, office: OfficeBuilder, tickets: Ids) -> None:
    panels.finds("渗水").shown()
    leak = tickets["3-2-501"]
    office.office.ticket_lines.add(
        office.supervisor, leak, NewLine(LineKind.MATERIAL, "生料带", "卷", Decimal(1), Decimal(3))
    )
    last = lines(panels, leak).lines[-1].id
    panel = LinesPanel(panels.window.context, panels.shown().row, StepsDone(), lambda: None)
    office.office.ticket_lines.take_off(office.supervisor, last)
    panel._on_off()  # as F7 does
    assert panel.problem.text() == "“生料带” was taken off already."
    assert names(panels, leak) == ["角阀 DN15", "人工"]
