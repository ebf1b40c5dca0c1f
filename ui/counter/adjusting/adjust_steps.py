"""What the keys that let something go do: ask, have a supervisor agree where it takes one, write, show it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Protocol

from app.access.actor import Approval
from app.access.permissions import Permission
from app.core.errors import Refusal, Trouble
from app.core.ids import AssignmentId
from app.core.language import tr
from app.core.show import show_money
from app.fees.adjustments.late_fee_pauses import PauseRow
from app.fees.adjustments.list import AdjustmentRow
from app.fees.adjustments.refusals import WaiverAboveLimit
from app.fees.adjustments.vacancies import VacancyRow
from app.fees.charges import OpenCharge
from ui.counter.adjusting.adjustments_panel import AdjustmentsPanel
from ui.counter.adjusting.pause_panel import EndPausePanel, PausePanel
from ui.counter.adjusting.vacant_panel import EndVacantPanel, VacantPanel
from ui.counter.adjusting.waive_panel import WaivePanel, line_words
from ui.counter.bill.bill_in_hand import BillInHand
from ui.counter.bill.bill_sheet import BillSheet
from ui.counter.draft_keeper import DraftKeeper
from ui.sentences import say
from ui.shell.context import Context


class Desk(Protocol):
    """What the steps need of the desk on which the bill lies."""

    context: Context
    hand: BillInHand | None
    sheet: BillSheet
    keeper: DraftKeeper

    def read_anew(self) -> None: ...


class AdjustSteps:
    """The steps of one desk; without an open bill, or on a line that is not written yet, each does nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def waive(self) -> None:
        """Let go of a part of the current line or of its late fee."""
        one = self._charge()
        if one is None:
            return
        office, actor = self._desk.context.office, self._desk.context.actor
        wanted = self._desk.context.questions.ask(WaivePanel(one, office.adjustments.limit()))
        if wanted is None:
            return
        waive = office.adjustments.waive_late_fee if wanted.late_fee else office.adjustments.waive
        what = tr("Waive {amount} of {line}, room {unit}: {reason}").format(
            amount=show_money(wanted.amount, sign=True), line=line_words(one), unit=self._unit(), reason=wanted.reason
        )
        facts = {"charge": one.id, "amount": wanted.amount.fen, "unit": self._unit()}
        self._approved(
            lambda lent: waive(actor, one.id, one.version, wanted.amount, wanted.reason, lent),
            (what, wanted.reason, facts),
            tr("{amount} waived").format(amount=show_money(wanted.amount)),
        )

    def pause(self) -> None:
        """Let the late fee rest; where it rests already, let it grow again."""
        one = self._charge()
        if one is None:
            return
        running = self._running_pause(one)
        if running is None:
            self._begin_pause(one)
        else:
            self._end_pause(running)

    def vacant(self) -> None:
        """Grant the discount of an empty home on the tariff of the line; where one is running, end it."""
        one = self._charge()
        if one is None:
            return
        if one.assignment_id is None:
            self._desk.context.messages.hint(
                tr("This line comes from no tariff; nothing of it follows from living there.")
            )
            return
        granted = self._running_grant(one, one.assignment_id)
        if granted is None:
            self._grant(one, one.assignment_id)
        else:
            self._end_grant(granted)

    def show_all(self) -> None:
        """Everything that changed the room's charges; a waiver can be taken back."""
        hand = self._desk.hand
        if hand is None:
            return
        self._desk.keeper.flush()
        rows = self._desk.context.office.adjustments.of_unit(hand.bill.unit.id)
        row = self._desk.context.questions.ask(AdjustmentsPanel(hand.bill.unit.code, rows))
        if row is not None:
            self._take_back(row)

    def _take_back(self, row: AdjustmentRow) -> None:
        context = self._desk.context
        amount = show_money(-row.amount, sign=True)
        title = tr("Take back {amount} waived of {charge}").format(amount=amount, charge=row.charge)
        reason = context.questions.ask_text(title, tr("Reason"))
        if not reason:
            return
        facts = {"adjustment": row.id, "amount": row.amount.fen, "unit": self._unit()}
        self._approved(
            lambda lent: context.office.adjustments.reverse(context.actor, row.id, reason, lent),
            (title, reason, facts),
            tr("{amount} is owed again").format(amount=amount),
        )

    def _begin_pause(self, one: OpenCharge) -> None:
        context = self._desk.context
        wanted = context.questions.ask(PausePanel(line_words(one), self._unit(), self._today))
        if wanted is None:
            return
        only = one.id if wanted.line_only else None
        what = tr("Let the late fee of room {unit} rest: {reason}").format(unit=self._unit(), reason=wanted.reason)
        facts = {"unit": self._unit(), "charge": only, "first": wanted.first.isoformat()}
        self._lent(
            Permission.PAUSE_LATE_FEE,
            lambda lent: context.office.late_fee_pauses.begin(
                context.actor, one.unit_id, wanted.first, wanted.until, wanted.reason, only, lent
            ),
            (what, wanted.reason, facts),
            tr("The late fee rests"),
        )

    def _end_pause(self, running: PauseRow) -> None:
        context = self._desk.context
        pauses, actor = context.office.late_fee_pauses, context.actor
        what = tr("Let the late fee of room {unit} grow again").format(unit=self._unit())
        lent, agreed = self._agreed(Permission.PAUSE_LATE_FEE, (what, running.reason, {"pause": running.id}))
        if not agreed:
            return
        panel = EndPausePanel(running, self._today, lambda day: pauses.end(actor, running.id, day, lent))
        if context.questions.ask(panel) is not None:
            self._done(tr("The pause is ended"))

    def _grant(self, one: OpenCharge, assignment_id: AssignmentId) -> None:
        context = self._desk.context
        first = one.first or self._today()
        wanted = context.questions.ask(VacantPanel(one.item_name, self._unit(), first, self._today))
        if wanted is None:
            return
        what = tr("Room {unit} stands empty and pays {factor} of {item}").format(
            unit=self._unit(), factor=wanted.factor, item=one.item_name
        )
        facts = {"unit": self._unit(), "assignment": assignment_id, "factor": str(wanted.factor)}
        self._lent(
            Permission.GRANT_DISCOUNT,
            lambda lent: context.office.vacancies.grant(
                context.actor, assignment_id, wanted.first, wanted.until, wanted.factor, wanted.reason, lent
            ),
            (what, wanted.reason, facts),
            tr("Granted; what was billed already is adjusted"),
        )

    def _end_grant(self, granted: VacancyRow) -> None:
        context = self._desk.context
        wanted = context.questions.ask(EndVacantPanel(granted, self._unit(), self._today))
        if wanted is None:
            return
        vacancies, actor = context.office.vacancies, context.actor
        what = tr("Room {unit} pays {item} in full again").format(unit=self._unit(), item=granted.item)
        day = wanted.from_day

        def step(lent: Approval | None) -> object:
            if day is None:
                return vacancies.withdraw(actor, granted.id, wanted.reason, lent)
            return vacancies.end(actor, granted.id, day, lent)

        facts = {"vacancy": granted.id, "unit": self._unit()}
        self._lent(Permission.GRANT_DISCOUNT, step, (what, wanted.reason or what, facts), what)

    def _approved(self, step: Callable[[Approval | None], object], asked: _Asked, done: str) -> None:
        """Try it alone; above the limit ask a supervisor and try again."""
        try:
            step(None)
        except WaiverAboveLimit as above:
            what, _, facts = asked
            lent, agreed = self._agreed(Permission.WAIVE, (what, say(above), facts))
            if agreed:
                self._try(lambda: step(lent), done)
        except (Refusal, Trouble) as error:
            self._refused(error)
        else:
            self._done(done)

    def _lent(
        self, permission: Permission, step: Callable[[Approval | None], object], asked: _Asked, done: str
    ) -> None:
        lent, agreed = self._agreed(permission, asked)
        if agreed:
            self._try(lambda: step(lent), done)

    def _agreed(self, permission: Permission, asked: _Asked) -> tuple[Approval | None, bool]:
        """The supervisor's yes where the person may not do it alone, and whether to go on."""
        context = self._desk.context
        if context.actor.may(permission):
            return None, True
        lent = context.questions.approve(permission, *asked, context.actor)
        return lent, lent is not None

    def _try(self, step: Callable[[], object], done: str) -> None:
        try:
            step()
        except (Refusal, Trouble) as error:
            self._refused(error)
        else:
            self._done(done)

    def _refused(self, error: Refusal | Trouble) -> None:
        self._desk.context.messages.wrong(say(error))
        self._desk.read_anew()

    def _done(self, words: str) -> None:
        self._desk.context.changes.announce("counter", by=self._desk)  # the page reads the bill anew
        self._desk.context.messages.done(words)

    def _charge(self) -> OpenCharge | None:
        """The charge of the current line, once it is written."""
        hand, row = self._desk.hand, self._desk.sheet.lines.current()
        if hand is None or row is None:
            return None
        self._desk.keeper.flush()
        one = next((one for one in hand.charges if one.id == row.key), None)
        if one is None:
            self._desk.context.messages.hint(
                tr("This line is not written yet. Untick it, or change it where it was typed.")
            )
        return one

    def _running_pause(self, one: OpenCharge) -> PauseRow | None:
        today = self._today()
        pauses = self._desk.context.office.late_fee_pauses.of_unit(one.unit_id)
        return next((row for row in pauses if row.charge_id in (None, one.id) and row.rests_on(today)), None)

    def _running_grant(self, one: OpenCharge, assignment_id: AssignmentId) -> VacancyRow | None:
        today = self._today()
        grants = self._desk.context.office.vacancies.of_unit(one.unit_id)
        own = (row for row in grants if row.assignment_id == assignment_id and not row.withdrawn)
        return next((row for row in own if row.until is None or row.until > today), None)

    def _unit(self) -> str:
        return "" if self._desk.hand is None else self._desk.hand.bill.unit.code

    def _today(self) -> date:
        return self._desk.context.clock.now().date()


_Asked = tuple[str, str, Mapping[str, object]]
"""What a supervisor is asked: the sentence, the reason, the facts kept with the answer."""
