"""The discount of an empty home: on the tariff of a line, or on any that lies on the room; granted and ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.access.actor import Approval
from app.access.permissions import Permission
from app.core.ids import AssignmentId, UnitId
from app.core.language import tr
from app.core.show import show_date, show_decimal
from app.fees.adjustments.vacancies import VacancyRow
from app.fees.assignments import AssignmentRow
from ui.counter.adjusting.asking import Asked, Asking
from ui.counter.adjusting.day_words import days_words
from ui.counter.adjusting.vacant_panel import EndVacantPanel, VacantEnd, VacantPanel, VacantWanted
from ui.counter.adjusting.which_tariff_panel import WhichTariffPanel


@dataclass(frozen=True, slots=True)
class Chosen:
    """The tariff on the room, by the name of its item, and the first day that is offered."""

    unit_id: UnitId
    assignment_id: AssignmentId
    item: str
    first: date


class StandingEmpty:
    """What a person does with the discount of an empty home; nothing has to be owed for it."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._context = asking.desk.context

    def of_line(self) -> None:
        """On the tariff of the current line; without one, on a tariff of the room."""
        hand, row = self._asking.desk.hand, self._asking.desk.sheet.lines.current()
        charges = () if hand is None or row is None else hand.charges
        one = next((one for one in charges if row is not None and one.id == row.key), None)
        if one is None or one.assignment_id is None:
            self.of_room()
            return
        self._asking.desk.keeper.flush()
        first = one.first or self._asking.today()
        self._turn(Chosen(one.unit_id, one.assignment_id, one.item_name, first))

    def of_room(self) -> None:
        """On any tariff that lies on the room; with one alone there is nothing to choose."""
        hand = self._asking.desk.hand
        if hand is None:
            return
        self._asking.desk.keeper.flush()
        row = self._which(hand.bill.unit.id)
        if row is not None:
            self._turn(Chosen(row.unit_id, row.id, row.tariff.item.name, max(row.first, self._asking.today())))

    def _which(self, unit_id: UnitId) -> AssignmentRow | None:
        today = self._asking.today()
        rows = self._context.office.assignments.of_unit(unit_id)
        lying = [row for row in rows if row.until is None or row.until > today]
        if not lying:
            self._context.messages.hint(tr("No tariff lies on this room; nothing of it follows from living there."))
            return None
        if len(lying) == 1:
            return lying[0]
        running = {row.assignment_id: row for row in self._running(unit_id)}
        return self._context.questions.ask(WhichTariffPanel(self._asking.unit, lying, running))

    def _turn(self, chosen: Chosen) -> None:
        granted = next(
            (row for row in self._running(chosen.unit_id) if row.assignment_id == chosen.assignment_id), None
        )
        unit, today = self._asking.unit, self._asking.today
        if granted is not None:
            self._asking.until_written(
                lambda before: EndVacantPanel(granted, unit, today, before), lambda wanted: self._end(granted, wanted)
            )
            return
        self._asking.until_written(
            lambda before: VacantPanel(chosen.item, unit, chosen.first, today, before),
            lambda wanted: self._grant(chosen, wanted),
        )

    def _grant(self, chosen: Chosen, wanted: VacantWanted) -> bool:
        reason = wanted.why.text
        what = tr("Room {unit} stands empty and pays {factor} of {item}, {days}: {reason}").format(
            unit=self._asking.unit,
            factor=show_decimal(wanted.factor, 0),
            item=chosen.item,
            days=days_words(wanted.first, wanted.until),
            reason=reason,
        )
        facts = {
            "unit": self._asking.unit,
            "assignment": chosen.assignment_id,
            "factor": str(wanted.factor),
            "first": wanted.first.isoformat(),
            "until": wanted.until.isoformat() if wanted.until else None,
        }
        vacancies, actor = self._context.office.vacancies, self._context.actor
        days = (wanted.first, wanted.until)
        return self._asking.lent(
            Asked(Permission.GRANT_DISCOUNT, what, reason, facts),
            lambda lent: vacancies.grant(actor, chosen.assignment_id, *days, wanted.factor, reason, lent),
            tr("Granted; what was billed already is adjusted"),
        )

    def _end(self, granted: VacancyRow, wanted: VacantEnd) -> bool:
        vacancies, actor, day = self._context.office.vacancies, self._context.actor, wanted.from_day

        def step(lent: Approval | None) -> object:
            if day is None:
                return vacancies.withdraw(actor, granted.id, wanted.words, lent)
            return vacancies.end(actor, granted.id, day, lent)

        what = _end_words(granted, self._asking.unit, wanted)
        facts = {"vacancy": granted.id, "unit": self._asking.unit, "until": day.isoformat() if day else None}
        asked = Asked(Permission.GRANT_DISCOUNT, what, wanted.words or what, facts)
        return self._asking.lent(asked, step, tr("{item} in full again").format(item=granted.item))

    def _running(self, unit_id: UnitId) -> Sequence[VacancyRow]:
        """What is granted and neither withdrawn nor over."""
        today = self._asking.today()
        grants = self._context.office.vacancies.of_unit(unit_id)
        return [row for row in grants if not row.withdrawn and (row.until is None or row.until > today)]


def _end_words(granted: VacancyRow, unit: str, wanted: VacantEnd) -> str:
    if wanted.from_day is None:
        words = tr("Room {unit} pays {item} in full for all days, also {days}: {reason}")
        days = days_words(granted.first, granted.until)
        return words.format(unit=unit, item=granted.item, days=days, reason=wanted.words)
    words = tr("Room {unit} pays {item} in full again from {day}; it stood empty since {first}: {reason}")
    day, first = show_date(wanted.from_day), show_date(granted.first)
    return words.format(unit=unit, item=granted.item, day=day, first=first, reason=granted.reason)
