"""F12: the till's menu, and the way to an open shift; what is typed on a bill stays where it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.core.show import show_shift, show_time
from app.counter.shifts.open_shift import OpenShift
from app.desk.day_board import LooseEnd
from ui.counter.cash.cash_desk import CashDesk
from ui.counter.cash.slip_panel import SlipPanel
from ui.counter.shifts.close_desk import CloseDesk
from ui.counter.shifts.loose_panel import DayBoardPanel
from ui.counter.shifts.open_panel import OpenPanel
from ui.counter.shifts.shift_menu import ShiftMenu, Till
from ui.counter.shifts.shift_printing import ShiftPrinting
from ui.counter.shifts.z_panel import ZPanel
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.question_panel import QuestionPanel


class ShiftDesk(QObject):
    """`changed` is called after a shift was opened or closed, or cash was moved; `opened` opens a loose end."""

    def __init__(
        self, context: Context, changed: Callable[[], None], opened: Callable[[LooseEnd], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._changed = changed
        self._opened = opened
        self.printing = ShiftPrinting(context, self)
        self.cash = CashDesk(context, self.printing, changed)
        self._closing = CloseDesk(context, self.printing, changed, opened, self)

    def turn(self) -> None:
        """Ask what to do with the till, and do it."""
        shift = self._context.office.shifts.current(self._context.actor)
        chosen = self._context.questions.ask(ShiftMenu(self._context.actor.name, shift))
        if chosen is not None:
            self._do(chosen, shift)

    def _do(self, chosen: Till, shift: OpenShift | None) -> None:
        if chosen is Till.OPEN:
            self._open_or_take_over()
        elif chosen is Till.CLOSE and shift is not None:
            self._closing.close(shift)
        elif chosen is Till.CASH:
            self.cash.move()
        elif chosen is Till.X and shift is not None:
            self.printing.show_x(self._context.office.shift_reports.x_report(self._context.actor, shift.id))
        elif chosen is Till.Z:
            self._print_again(ZPanel(self._context.office.shift_reports.listed()), self.printing.print_report)
        elif chosen is Till.SLIP:
            self._print_again(SlipPanel(self._context.office.cash_slips.listed()), self.printing.print_slip)
        elif chosen is Till.BOARD:
            self._show_board()
        elif chosen is Till.BOOKS:
            self._context.actions["counter.books"].trigger()

    def _open_or_take_over(self) -> None:
        """A drawer that stands open under another name is taken over with a count."""
        shifts = self._context.office.shifts
        drawers = shifts.drawers()
        open_at = {shift.drawer: shift for shift in shifts.all_open()}
        free = [name for name in drawers if name not in open_at]
        if free:
            self._open(free)
        elif self._wants_to_take_over(standing := open_at[drawers[0]]):
            self._closing.close(standing)

    def _open(self, drawers: list[str]) -> None:
        office, actor = self._context.office, self._context.actor
        pieces = office.shift_counts.pieces()
        opening = self._context.questions.ask(OpenPanel(actor.name, drawers, pieces, office.shifts.last_close))
        if opening is None:
            return
        try:
            opened = office.shifts.open(actor, opening.count, opening.drawer, opening.note)
        except (Refusal, Trouble) as error:
            self._context.questions.tell(tr("No shift was opened"), say(error))
            return
        self._context.messages.done(tr("Shift {shift} is open").format(shift=show_shift(opened.id)))
        self._changed()

    def _wants_to_take_over(self, standing: OpenShift) -> bool:
        words = tr("{cashier} has had shift {shift} open at drawer {drawer} since {time}. Count it to take it over.")
        return self._context.questions.confirm(
            tr("Another shift is open"),
            words.format(
                cashier=standing.cashier,
                shift=show_shift(standing.id),
                drawer=standing.drawer,
                time=show_time(standing.opened_at),
            ),
            tr("Count and take over"),
        )

    def _print_again(self, panel: QuestionPanel[int], print_number: Callable[[int], None]) -> None:
        number = self._context.questions.ask(panel)
        if number is None:
            return
        try:
            print_number(number)
        except (Refusal, Trouble) as error:
            self._context.messages.wrong(say(error))

    def _show_board(self) -> None:
        end = self._context.questions.ask(DayBoardPanel(self._context.office.day_board.today()))
        if end is not None:
            self._opened(end)
