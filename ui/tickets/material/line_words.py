"""A line of material or work in words, and how far it is paid."""

from __future__ import annotations

from app.core.language import mark, tr
from app.core.show import show_decimal, show_money
from app.tickets.materials.kinds import FreeReason, LineKind, PayState
from app.tickets.materials.line_rows import WorkLine, WorkLines
from app.tickets.materials.line_words import FREE_REASONS, PAY_STATES
from ui.widgets.chip import Mood
from ui.widgets.columns import State

PAYERS: dict[FreeReason | None, str] = {
    None: mark("the resident"),
    FreeReason.WARRANTY: mark("nobody: warranty"),
    FreeReason.OFFICE: mark("the office"),
}
USUAL_UNITS = {LineKind.MATERIAL: "个", LineKind.LABOUR: "小时"}
"""What a line begins with; it stands on the paper for the resident, in Chinese."""

_LOOKS: dict[PayState, tuple[str, Mood]] = {
    PayState.NOT_CHARGED: ("circle-dashed", Mood.MUTE),
    PayState.TO_PAY: ("coins", Mood.WARN),
    PayState.PART_PAID: ("coins", Mood.WARN),
    PayState.PAID: ("circle-check", Mood.OK),
}


def quantity_words(line: WorkLine) -> str:
    """`2 个`."""
    return f"{show_decimal(line.quantity, 0)} {line.unit_name}".strip()


def state_look(line: WorkLine) -> State:
    """Where it stands at the counter; of a free one, who bears it."""
    words = tr(FREE_REASONS[line.free]) if line.free is not None else tr(PAY_STATES[line.state])
    icon, mood = _LOOKS.get(line.state, ("circle-dashed", Mood.MUTE))
    return State(words, icon, mood)


def sum_words(lines: WorkLines) -> str:
    """`The resident pays 58.00; 4.50 is borne by warranty or office`."""
    said = tr("The resident pays {amount}").format(amount=show_money(lines.amount))
    if lines.free:
        free = tr("{amount} is borne by warranty or office").format(amount=show_money(lines.free))
        said = tr("{paid}; {free}").format(paid=said, free=free)
    if lines.to_pay:
        asked = tr("{amount} is asked for at the counter").format(amount=show_money(lines.to_pay))
        said = tr("{paid}; {free}").format(paid=said, free=asked)
    return said
