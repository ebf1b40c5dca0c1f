"""Ends a tariff for all its units, or on one of them: the question, and what is said once it is done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.core.language import tr
from app.core.periods import add_months, month_start
from app.core.show import show_date, show_money
from app.fees.assignments import AssignmentRow
from app.fees.ending.unserved_charges import EndedInside
from app.fees.tariff_moves import TariffMove
from app.fees.versions import Tariff
from ui.fees.end_on_unit_panel import EndOnUnitPanel
from ui.fees.end_panel import EndPanel
from ui.fees.terms_words import units_words
from ui.shell.context import Context


def end_tariff(context: Context, tariff: Tariff) -> bool:
    """Ask for the day from which it has no price; whether it was ended."""
    today = context.clock.now().date()
    panel = EndPanel(
        tr("End “{tariff}” for all units").format(tariff=tariff.name),
        tr("From that day on it has no price and charges nobody. What is charged already stays."),
        add_months(month_start(max(tariff.versions[-1].first, today)), 1),
        lambda: context.clock.now().date(),
        lambda day: context.office.tariffs.close(context.actor, tariff.id, day),
    )
    day = context.questions.ask(panel)
    if day is not None:
        said = tr("“{tariff}” has no price from {day} on")
        context.messages.done(said.format(tariff=tariff.name, day=show_date(day)))
    return day is not None


def undo_move(context: Context, move: TariffMove) -> bool:
    """Ask whether units go back to the tariff that they came from; whether they did. Raises Refusal."""
    facts = {"units": units_words(move.units), "old": move.old, "new": move.new, "day": show_date(move.day)}
    title = tr("Take {units} back to “{old}”").format(**facts)
    text = tr("“{new}” from {day} on is as if it had never been; “{old}” goes on. Only while nothing was billed by it.")
    if not context.questions.confirm(title, text.format(**facts), tr("Take them back"), tr("Leave it so")):
        return False
    context.office.assignment_sheet.undo(context.actor, move.batch_id)
    context.messages.done(tr("{units} taken back to “{old}”").format(**facts))
    return True


def end_on_unit(context: Context, tariff: Tariff, row: AssignmentRow) -> bool:
    """Ask for the day from which one unit is charged no more; whether it was ended."""
    today = context.clock.now().date()
    facts = {"tariff": tariff.name, "unit": row.unit_code}
    assignments, done = context.office.assignments, EndedInside(today)

    def end(day: date) -> EndedInside:
        nonlocal done
        done = assignments.end(context.actor, row.id, day)
        return done

    panel = EndOnUnitPanel(
        tr("End “{tariff}” on {unit}").format(**facts),
        row.charged_until or max(today, row.first),
        lambda: context.clock.now().date(),
        lambda day: assignments.look_at_end(row.id, day),
        end,
    )
    day = context.questions.ask(panel)
    if day is not None:
        said = tr("“{tariff}” on {unit}: no charges from {day} on").format(**facts, day=show_date(day))
        context.messages.done(" · ".join(part for part in (said, *_moved(done)) if part))
    return day is not None


def _moved(inside: EndedInside) -> Iterator[str]:
    """What was let go, and what is still to be given back."""
    if inside.let_go:
        yield tr("{amount} let go").format(amount=show_money(inside.let_go))
    if inside.paid:
        yield tr("{amount} to give back at the counter").format(amount=show_money(inside.paid))
