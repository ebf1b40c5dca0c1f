"""Closing by keys: loose ends, the blind count, the comparison, the report with its papers and its backup."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from app.access.actor import Approval
from app.access.permissions import Permission
from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.core.money import NOTHING
from app.core.show import show_money, show_shift
from app.counter.methods import NAMES
from app.counter.paper_copies import Paper
from app.counter.shifts.close_shift import Closing
from app.counter.shifts.comparison import MethodClose, differing, needs_supervisor
from app.counter.shifts.open_shift import OpenShift
from app.counter.shifts.shift_counts import Comparison
from app.counter.shifts.z_reports import ZReport
from app.desk.backups.words import written_words
from app.desk.backups.written import Written
from app.desk.day_board import LooseEnd
from app.store.backup_file import Why
from ui.counter.draft_keeper import DraftKeeper
from ui.counter.shifts.closed_panel import ClosedPanel
from ui.counter.shifts.compare_panel import ComparePanel, CountAgain, signed
from ui.counter.shifts.count_panel import CountPanel
from ui.counter.shifts.loose_panel import LoosePanel
from ui.counter.shifts.shift_printing import ShiftPrinting
from ui.sentences import say
from ui.shell.context import Context

FORM = "shift.count"


class CloseDesk(QObject):
    """Every step is durable before the next: a count that was kept is compared again after a kill."""

    def __init__(
        self,
        context: Context,
        printing: ShiftPrinting,
        changed: Callable[[], None],
        opened: Callable[[LooseEnd], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._printing = context, printing
        self._changed, self._opened = changed, opened
        self._panel: CountPanel | None = None
        self._draft = DraftKeeper(context.office.drafts, context.actor, FORM, self._content, self)

    def close(self, standing: OpenShift) -> None:
        """Close one's own shift, or take another's over."""
        counts = self._context.office.shift_counts
        carried = self._settle(standing)
        if carried is None:
            return
        again = not counts.is_counted(standing.id)
        while True:
            if again and not self._count(standing):
                return
            answer = self._compare(counts.comparison(standing.id), standing, carried)
            if answer is None:
                return
            again = isinstance(answer, CountAgain)
            if isinstance(answer, Closing) and self._close(standing, answer):
                return

    def _settle(self, standing: OpenShift) -> int | None:
        """Show loose ends; how many parked bills go over to the next shift, None to stop here."""
        loose = self._context.office.day_board.before_close(standing.id)
        if not loose:
            return 0
        settled = self._context.questions.ask(LoosePanel(loose))
        if settled is None:
            return None
        if settled.opened is not None:
            self._opened(settled.opened)
            return None
        return settled.carried

    def _count(self, standing: OpenShift) -> bool:
        """One count, put right until it can be kept; False when it was put aside."""
        office, actor = self._context.office, self._context.actor
        while True:
            panel = self._panel = CountPanel(
                office.shift_counts.to_count(standing.id),
                office.day_board.before_close(standing.id),
                self._draft.found(),
                partial(self._expected, standing),
            )
            panel.changed.connect(self._draft.touch)
            counted = self._context.questions.ask(panel)
            self._draft.flush()
            self._panel = None
            if counted is None:
                self._context.messages.hint(tr("The count is put aside; F12 goes on with it."))
                return False
            try:
                office.shift_counts.count(actor, standing.id, counted)
            except (Refusal, Trouble) as error:
                self._context.questions.tell(tr("The count was not kept"), say(error))
                continue
            self._draft.drop()
            return True

    def _compare(self, compared: Comparison, standing: OpenShift, carried: int) -> Closing | CountAgain | None:
        keep_all = standing.cashier_id != self._context.actor.id
        return self._context.questions.ask(ComparePanel(compared, keep_all=keep_all, carried=carried))

    def _close(self, standing: OpenShift, closing: Closing) -> bool:
        """Whether the shift is closed; what was refused is said, and the comparison comes again."""
        compared = self._context.office.shift_counts.comparison(standing.id)
        approvals = self._approvals(standing, compared, closing)
        if approvals is None:
            return False
        try:
            report = self._write(standing, closing, approvals)
        except (Refusal, Trouble) as error:
            self._context.questions.tell(tr("The shift was not closed"), say(error))
            return False
        self._changed()
        self._print(report)
        self._back_up(report)
        self._context.questions.ask(ClosedPanel(report.facts))
        return True

    def _write(self, standing: OpenShift, closing: Closing, approvals: Sequence[Approval]) -> ZReport:
        shifts, actor = self._context.office.shifts, self._context.actor
        if standing.cashier_id != actor.id and shifts.current(actor) is None:
            return shifts.take_over(actor, standing.id, closing, approvals)[0]
        return shifts.close(actor, standing.id, closing, approvals)

    def _approvals(self, standing: OpenShift, compared: Comparison, closing: Closing) -> list[Approval] | None:
        """What a supervisor has to agree to; None when one refused."""
        actor, asked = self._context.actor, list[tuple[Permission, str, str]]()
        lines = list(differing(compared.lines))
        if needs_supervisor(compared.lines, compared.limit) and not actor.may(Permission.BOOK_DIFFERENCE):
            what = tr("Close shift {shift} of {cashier} with: {differences}.").format(
                shift=show_shift(standing.id), cashier=standing.cashier, differences=_differences(lines)
            )
            asked.append((Permission.BOOK_DIFFERENCE, what, "；".join(closing.reasons.values())))
        if standing.cashier_id != actor.id and not actor.may(Permission.CLOSE_SHIFT_OF_OTHERS):
            what = tr("Take over drawer {drawer} from {cashier}, shift {shift}, with {cash} in cash.").format(
                drawer=standing.drawer,
                cashier=standing.cashier,
                shift=show_shift(standing.id),
                cash=show_money(closing.kept),
            )
            asked.append((Permission.CLOSE_SHIFT_OF_OTHERS, what, ""))
        approvals: list[Approval] = []
        for permission, what, reason in asked:
            facts = {"shift": standing.id, "differences": {line.method.value: line.difference.fen for line in lines}}
            approval = self._context.questions.approve(permission, what, reason, facts, actor)
            if approval is None:
                return None
            approvals.append(approval)
        return approvals

    def _expected(self, standing: OpenShift) -> Sequence[MethodClose] | None:
        """What should be there, to a supervisor, or to a cashier whom one lets see it."""
        actor, counts = self._context.actor, self._context.office.shift_counts
        approval: Approval | None = None
        if not actor.may(Permission.SEE_EXPECTED):
            what = tr("Show what is expected in shift {shift} before it is counted.").format(
                shift=show_shift(standing.id)
            )
            facts = {"shift": standing.id}
            approval = self._context.questions.approve(Permission.SEE_EXPECTED, what, "", facts, actor)
            if approval is None:
                return None
        return counts.expected(actor, standing.id, approval)

    def _print(self, report: ZReport) -> None:
        try:
            self._printing.print_report(report.no)
            if report.facts.cash.handed_over > NOTHING:
                self._printing.print_report(report.no, Paper.HAND_OVER)
        except (Refusal, Trouble) as error:  # the report is durable: its paper can be asked for again
            self._context.messages.wrong(say(error))

    def _back_up(self, report: ZReport) -> None:
        """Written while the person goes on; a failure says so and loses nothing."""
        backups, by = self._context.office.backups, self._context.actor.id
        self._context.worker.run(
            tr("Backup after {label}").format(label=report.facts.label),
            lambda progress: backups.make(Why.SHIFT, by, progress),
            self._on_backed_up,
            lambda error: self._context.messages.wrong(_failed(error)),
        )

    def _on_backed_up(self, made: Sequence[Written]) -> None:
        troubles = [one for one in made if one.state.is_trouble and one.is_new]
        if troubles:
            self._context.messages.hint(written_words(troubles[0]))
        else:
            name = made[0].file.name if made[0].file is not None else ""
            self._context.messages.done(tr("Backup {file} is written and checked").format(file=name))
        self._changed()

    def _content(self) -> dict[str, Any] | None:
        return None if self._panel is None else self._panel.content()


def _failed(error: BaseException) -> str:
    said = say(error) if isinstance(error, Refusal | Trouble) else str(error)
    return tr("The Z report is safe, but its backup failed. {why}").format(why=said)


def _differences(lines: Sequence[MethodClose]) -> str:
    return tr(", ").join(f"{tr(NAMES[line.method])} {signed(line.difference)}" for line in lines)
