"""Sentences of material, labour and what residents are asked for."""

from __future__ import annotations

from app.core.language import tr
from app.core.show import show_money
from app.tickets.materials.refusals import (
    ChargePaidMeanwhile,
    ChargeStillAsked,
    LineIsCharged,
    LineNeedsName,
    LineOfNothing,
    LineTakenOffBefore,
    LineTooDear,
    NothingToCharge,
    NothingToTakeBack,
    TicketWithoutUnit,
)
from app.tickets.papers.refusals import FindingsMissing, TicketOfCodeUnknown, TicketPaperUnknown
from ui.sentences import sentence


@sentence(LineNeedsName)
def _needs_name(_: LineNeedsName) -> str:
    return tr("Name the material or the work.")


@sentence(LineOfNothing)
def _of_nothing(refusal: LineOfNothing) -> str:
    return tr(
        "“{name}” costs nothing. Type its price, or say why it is free: warranty, or at the office's cost."
    ).format(name=refusal.name)


@sentence(LineTooDear)
def _too_dear(refusal: LineTooDear) -> str:
    return tr("“{name}” would cost more than {most}. Check quantity and price.").format(
        name=refusal.name, most=show_money(refusal.most, sign=True)
    )


@sentence(LineTakenOffBefore)
def _taken_off(refusal: LineTakenOffBefore) -> str:
    return tr("“{name}” was taken off already.").format(name=refusal.name)


@sentence(LineIsCharged)
def _is_charged(refusal: LineIsCharged) -> str:
    return tr("“{name}” ({amount}) was charged to the unit. Take the charge back first, then the line.").format(
        name=refusal.name, amount=show_money(refusal.amount, sign=True)
    )


@sentence(TicketWithoutUnit)
def _without_unit(refusal: TicketWithoutUnit) -> str:
    return tr(
        "Ticket {number} belongs to no unit, so nobody can be charged. Choose its unit, or let it be free."
    ).format(number=refusal.number)


@sentence(NothingToCharge)
def _nothing_to_charge(refusal: NothingToCharge) -> str:
    return tr("Ticket {number} has no line to charge: each is free or charged already.").format(number=refusal.number)


@sentence(ChargeStillAsked)
def _still_asked(refusal: ChargeStillAsked) -> str:
    return tr(
        "Of ticket {number} the counter still asks for {amount}. End it by itself, and choose whether the charge is "
        "taken back or kept."
    ).format(number=refusal.number, amount=show_money(refusal.amount, sign=True))


@sentence(NothingToTakeBack)
def _nothing_to_take_back(refusal: NothingToTakeBack) -> str:
    return tr("Ticket {number} has no unpaid charge to take back.").format(number=refusal.number)


@sentence(ChargePaidMeanwhile)
def _paid_meanwhile(refusal: ChargePaidMeanwhile) -> str:
    if refusal.receipt:
        return tr("“{name}” was paid with receipt {receipt}. Void that receipt or give the money back first.").format(
            name=refusal.name, receipt=refusal.receipt
        )
    return tr("“{name}” was paid or let off at the counter, so its charge stays.").format(name=refusal.name)


@sentence(TicketPaperUnknown)
def _paper_unknown(refusal: TicketPaperUnknown) -> str:
    return tr("There is no paper {number} of a ticket. Choose one from the ticket's list of papers.").format(
        number=refusal.number
    )


@sentence(FindingsMissing)
def _findings_missing(_: FindingsMissing) -> str:
    return tr("Write what was found and what was done; the report is nothing without both.")


@sentence(TicketOfCodeUnknown)
def _code_unknown(refusal: TicketOfCodeUnknown) -> str:
    return tr("The code names ticket {number}, which this office does not have.").format(number=refusal.number)
