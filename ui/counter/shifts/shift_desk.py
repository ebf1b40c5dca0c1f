"""F12: opens the till, or counts and closes it; what is typed on an open bill stays where it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.access.actor import Approval
from app.access.permissions import Permission
from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.core.money import Money
from app.core.show import show_shift, show_time
from app.counter.methods import Method
from app.counter.shifts.open_shift import OpenShift
from app.counter.shifts.shift_close import ShiftClose
from ui.counter.shifts.shift_panels import ClosedPanel, CountPanel, OpenShiftPanel, counted_words
from ui.sentences import say
from ui.shell.context import Context


class ShiftDesk:
    """`changed` is called after a shift was opened or closed."""

    def __init__(self, context: Context, changed: Callable[[], None]) -> None:
        self._context = context
        self._changed = changed

    def turn(self) -> None:
        """Close the person's own shift, or another's that stands in the way, else open one."""
        shifts, actor = self._context.office.shifts, self._context.actor
        standing = shifts.current(actor)
        if standing is None:
            standing = shifts.at_drawer()
            if standing is None:
                self._open()
                return
            if not self._may_close_anothers(standing):
                return
        self._close(standing)

    def _open(self) -> None:
        office, actor = self._context.office, self._context.actor
        amount = self._context.questions.ask(OpenShiftPanel(actor.name, office.shifts.last_close()))
        if amount is None:
            return
        try:
            opened = office.shifts.open(actor, amount)
        except (Refusal, Trouble) as error:
            self._context.questions.tell(tr("No shift was opened"), say(error))
            return
        self._context.messages.done(tr("Shift {shift} is open").format(shift=show_shift(opened.id)))
        self._changed()

    def _may_close_anothers(self, standing: OpenShift) -> bool:
        return self._context.questions.confirm(
            tr("Another shift is open"),
            tr("{cashier} has had shift {shift} open since {time}. It has to be counted and closed first.").format(
                cashier=standing.cashier, shift=show_shift(standing.id), time=show_time(standing.opened_at)
            ),
            tr("Count and close it"),
        )

    def _close(self, standing: OpenShift) -> None:
        counted: dict[Method, Money] = {}
        methods = self._context.office.shifts.methods_used(standing.id)
        while True:
            answer = self._context.questions.ask(CountPanel(standing, methods, counted))
            if answer is None:
                return
            counted = answer
            if self._is_sure(standing, counted):
                break
        try:
            closing = self._do_close(standing, counted)
        except (Refusal, Trouble) as error:
            self._context.questions.tell(tr("The shift was not closed"), say(error))
            return
        if closing is not None:
            self._changed()
            self._context.questions.ask(ClosedPanel(closing))

    def _is_sure(self, standing: OpenShift, counted: Mapping[Method, Money]) -> bool:
        return self._context.questions.confirm(
            tr("Close shift {shift} for good?").format(shift=show_shift(standing.id)),
            tr("Counted: {counted}. The count cannot be changed afterwards.").format(counted=counted_words(counted)),
            tr("Close the shift"),
            tr("Count again"),
        )

    def _do_close(self, standing: OpenShift, counted: Mapping[Method, Money]) -> ShiftClose | None:
        context = self._context
        approval: Approval | None = None
        if standing.cashier_id != context.actor.id and not context.actor.may(Permission.CLOSE_SHIFT_OF_OTHERS):
            what = tr("Close shift {shift} of {cashier}: {counted}.").format(
                shift=show_shift(standing.id), cashier=standing.cashier, counted=counted_words(counted)
            )
            facts = {"shift": standing.id, "counted": {method.value: sum_.fen for method, sum_ in counted.items()}}
            approval = context.questions.approve(Permission.CLOSE_SHIFT_OF_OTHERS, what, "", facts, context.actor)
            if approval is None:
                return None
        return context.office.shifts.close(context.actor, standing.id, counted, approval)
