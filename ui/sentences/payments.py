"""Sentences of payments that are more than one tender for one bill: what is wrong, where, and what to do."""

from __future__ import annotations

from app.core.language import tr, tr_n
from app.core.show import show_date, show_money, show_time
from app.counter.methods import NAMES, Method
from app.counter.payments.refusals import (
    AheadNotCovered,
    AheadStops,
    AheadTooFar,
    CollectorMissing,
    MethodStays,
    MoreCreditThanOwed,
    NothingToChange,
    NotSoMuchCredit,
    NumberOfProgram,
    NumberOutsideBook,
    NumberSpoiled,
    NumberUsedBefore,
    ReferenceTwice,
    RoundedOffTooMuch,
    RoundOffNeedsApproval,
    RoundOffOfPart,
    TenderChanged,
    TooManyTenders,
    WrittenLater,
)
from app.fees.words.skip_words import reason_words
from ui.sentences import sentence


@sentence(TooManyTenders)
def _too_many_tenders(refusal: TooManyTenders) -> str:
    words = tr_n(
        "One payment takes at most {n} part. Put two of the same method together.",
        "One payment takes at most {n} parts. Put two of the same method together.",
        refusal.most,
    )
    return words.format(n=refusal.most)


@sentence(ReferenceTwice)
def _reference_twice(refusal: ReferenceTwice) -> str:
    return tr(
        "Reference {reference} stands on two {method} parts of this payment. Put both into one part, "
        "or type the number of the other slip."
    ).format(reference=refusal.reference, method=tr(NAMES[Method(refusal.method)]))


@sentence(MoreCreditThanOwed)
def _more_credit_than_owed(refusal: MoreCreditThanOwed) -> str:
    return tr("{credit} of credit is more than the {payable} to be paid. Take at most {payable} of it.").format(
        credit=show_money(refusal.credit), payable=show_money(refusal.payable)
    )


@sentence(NotSoMuchCredit)
def _not_so_much_credit(refusal: NotSoMuchCredit) -> str:
    return tr("Only {held} of credit is there, not {asked}. Take less of it, and the rest by another method.").format(
        held=show_money(refusal.held), asked=show_money(refusal.asked)
    )


@sentence(RoundedOffTooMuch)
def _rounded_off_too_much(refusal: RoundedOffTooMuch) -> str:
    return tr("{asked} cannot be rounded off {due}. Type an amount above 0.00 and below what is due.").format(
        asked=show_money(refusal.asked), due=show_money(refusal.due)
    )


@sentence(RoundOffOfPart)
def _round_off_of_part(refusal: RoundOffOfPart) -> str:
    return tr(
        "Rounding off goes with paying all of the rest: {payable}, not {received}. Take it off, or take the whole sum."
    ).format(payable=show_money(refusal.payable), received=show_money(refusal.received))


@sentence(RoundOffNeedsApproval)
def _round_off_needs_approval(refusal: RoundOffNeedsApproval) -> str:
    return tr("Rounding off {asked} needs a supervisor: without one up to {limit}.").format(
        asked=show_money(refusal.asked), limit=show_money(refusal.limit)
    )


@sentence(AheadTooFar)
def _ahead_too_far(refusal: AheadTooFar) -> str:
    return tr("{until} is further ahead than this office takes money for. Choose {latest} or an earlier day.").format(
        until=show_date(refusal.until), latest=show_date(refusal.latest)
    )


@sentence(AheadStops)
def _ahead_stops(refusal: AheadStops) -> str:
    return tr(
        "{item} of {unit} can be paid ahead only up to {reached}: {reason}. Choose that day, or mend the tariff first."
    ).format(
        item=refusal.item,
        unit=refusal.unit,
        reached=show_date(refusal.reached),
        reason=reason_words(refusal.reason),
    )


@sentence(AheadNotCovered)
def _ahead_not_covered(refusal: AheadNotCovered) -> str:
    return tr(
        "Months ahead are paid whole: {payable}, not {received}. Choose fewer months, or pay ahead by the amount."
    ).format(payable=show_money(refusal.payable), received=show_money(refusal.received))


@sentence(WrittenLater)
def _written_later(refusal: WrittenLater) -> str:
    return tr("A receipt cannot have been written at {written}: it is {now}. Correct the time of the paper.").format(
        written=show_time(refusal.written_at), now=show_time(refusal.now)
    )


@sentence(CollectorMissing)
def _collector_missing(_: CollectorMissing) -> str:
    return tr("Who took the money is missing. Type the name that stands on the paper.")


@sentence(NumberOutsideBook)
def _number_outside_book(refusal: NumberOutsideBook) -> str:
    return tr("Book {prefix} has the numbers {first} to {last}, not {number}. Check the number, or the book.").format(
        prefix=refusal.prefix, first=refusal.first, last=refusal.last, number=refusal.number
    )


@sentence(NumberOfProgram)
def _number_of_program(refusal: NumberOfProgram) -> str:
    return tr("The program gives the numbers of {prefix} itself. Choose the book that was written by hand.").format(
        prefix=refusal.prefix
    )


@sentence(NumberUsedBefore)
def _number_used_before(refusal: NumberUsedBefore) -> str:
    return tr("{label} was entered before, for {unit}. Check the number on the paper.").format(
        label=refusal.label, unit=refusal.unit
    )


@sentence(NumberSpoiled)
def _number_spoiled(refusal: NumberSpoiled) -> str:
    return tr("{label} was recorded as spoiled: {reason}. Check the number on the paper.").format(
        label=refusal.label, reason=refusal.reason
    )


@sentence(MethodStays)
def _method_stays(refusal: MethodStays) -> str:
    return tr("This money came by {method}. Choose another method; credit cannot be changed into money.").format(
        method=tr(NAMES[Method(refusal.method)])
    )


@sentence(TenderChanged)
def _tender_changed(refusal: TenderChanged) -> str:
    return tr("What receipt {label} took by {method} was changed before. Choose the tender as it stands now.").format(
        label=refusal.label, method=tr(NAMES[Method(refusal.method)])
    )


@sentence(NothingToChange)
def _nothing_to_change(refusal: NothingToChange) -> str:
    return tr("All of this cash of receipt {label} went back as change: there is nothing to move.").format(
        label=refusal.label
    )
