"""What the keys about missing bills do: bill the open room alone, and answer why there is no bill."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from app.core.ids import FeeItemId
from app.core.language import tr
from app.core.periods import add_months, month_start
from app.core.show import show_money
from app.fees.billing import MOST_MONTHS_AHEAD, RunPreview, RunRequest, RunRow
from ui.counter.bill.bill_in_hand import BillInHand
from ui.counter.bill.bill_sheet import BillSheet
from ui.counter.billing.bill_unit_panel import BillUnitPanel
from ui.counter.draft_keeper import DraftKeeper
from ui.shell.context import Context
from ui.widgets.why_panel import WhyPanel


class Desk(Protocol):
    """What the steps need of the desk on which the bill lies."""

    context: Context
    hand: BillInHand | None
    sheet: BillSheet
    keeper: DraftKeeper

    def read_anew(self) -> None: ...
    def follow(self, hand: BillInHand) -> None: ...
    def go_to_amount(self) -> None: ...


class BillingDeskSteps:
    """The steps of one desk; without an open bill each does nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def bill_unit(self) -> None:
        """Charge the open room through a month; what is new stands in the bill, ticked."""
        hand = self._desk.hand
        if hand is None:
            return
        self._desk.keeper.flush()
        context, unit = self._desk.context, hand.bill.unit
        billing = context.office.billing

        def preview(until: date) -> RunPreview:
            return billing.preview(RunRequest(until, None, frozenset({unit.id})))

        def run(shown: RunPreview) -> RunRow:
            return billing.run(context.actor, shown.request, shown)

        made = context.questions.ask(BillUnitPanel(unit.code, months_of(hand.bill.day), preview, run))
        if made is not None:
            self._take_in(hand, made)

    def why(self) -> None:
        """Answer for any fee item; the current line's first."""
        hand = self._desk.hand
        if hand is None:
            return
        self._desk.keeper.flush()
        office, unit = self._desk.context.office, hand.bill.unit
        items = office.unit_fees.items(unit.id)
        panel = WhyPanel(unit.code, items, lambda item: office.billing.why(unit.id, item), self._item_of_line(hand))
        self._desk.context.questions.ask(panel)

    def _take_in(self, hand: BillInHand, made: RunRow) -> None:
        known = {one.id for one in hand.charges}
        context = self._desk.context
        context.changes.announce("fees", by=self._desk)
        self._desk.read_anew()
        hand.chosen |= {one.id for one in hand.charges if one.id not in known}
        self._desk.follow(hand)
        self._desk.go_to_amount()
        said = tr("{unit} is billed: {amount} yuan more. The run can be undone in the tab of tariffs.")
        context.messages.done(said.format(unit=hand.bill.unit.code, amount=show_money(made.amount)))

    def _item_of_line(self, hand: BillInHand) -> FeeItemId | None:
        row = self._desk.sheet.lines.current()
        found = next((one for one in hand.charges if row is not None and one.id == row.key), None)
        return None if found is None else found.item_id


def months_of(today: date) -> list[date]:
    """Through which months a room can be billed, by their ends: from this month to a year ahead."""
    month = month_start(today)
    return [add_months(month, n + 1) for n in range(MOST_MONTHS_AHEAD + 1)]
