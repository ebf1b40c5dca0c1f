"""Sentences of the splitting of common costs, and of the fee disclosure sheet."""

from __future__ import annotations

from app.core.language import mark, tr, tr_n
from app.core.show import show_date, show_months
from app.fees.shared import refusals as shared
from app.fees.shared.rule import Basis
from ui.sentences import sentence

_LACKING = {
    Basis.AREA: mark("None of the chosen units has this area. Enter the areas, or split by unit."),
    Basis.UNIT: mark("All chosen units are unsold. Choose others, or let unsold units share too."),
    Basis.HEADCOUNT: mark("None of the chosen units has a headcount. Enter how many live there, or split by area."),
    Basis.USAGE: mark("None of the chosen units has usage in this period. Enter the readings, or split by area."),
}


@sentence(shared.SharedCostNeedsTitle)
def _needs_title(_: shared.SharedCostNeedsTitle) -> str:
    return tr("The cost has no title. Type what it is for, like “Lighting of building 3”.")


@sentence(shared.SharedCostOfNothing)
def _of_nothing(_: shared.SharedCostOfNothing) -> str:
    return tr("There is nothing to share: the total must be more than zero. Type what the bill says.")


@sentence(shared.NobodyToShare)
def _nobody(_: shared.NobodyToShare) -> str:
    return tr("No units are chosen. Choose the units that share this cost.")


@sentence(shared.NothingToShareBy)
def _nothing_to_share_by(error: shared.NothingToShareBy) -> str:
    return tr(_LACKING[error.basis])


@sentence(shared.UnitsWithoutWeight)
def _without_weight(error: shared.UnitsWithoutWeight) -> str:
    words = tr_n(
        "{n} chosen unit has nothing to be charged by ({units}). Complete it, or leave it out.",
        "{n} chosen units have nothing to be charged by ({units}). Complete them, or leave them out.",
        error.count,
    )
    more = " …" if error.count > len(error.units) else ""
    return words.format(n=error.count, units=", ".join(error.units) + more)


@sentence(shared.UsageWithoutShare)
def _usage_without_share(error: shared.UsageWithoutShare) -> str:
    return tr(
        "{units} had no usage when this cost was shared and would have to pay now, but there is no charge to adjust. "
        "Undo the cost in the fees room, and share it again."
    ).format(units=tr(", ").join(error.units))


@sentence(shared.SharedBefore)
def _shared_before(error: shared.SharedBefore) -> str:
    return tr(
        "“{title}” for {period} is shared out already. Look at it in the list; undo it there, or use another title."
    ).format(title=error.title, period=show_months(error.first, error.until))


@sentence(shared.UsageSharedBefore)
def _usage_shared_before(error: shared.UsageSharedBefore) -> str:
    return tr(
        "This usage of “{meter}” is shared out already by “{title}”. Undo that one first, or choose another period."
    ).format(meter=error.meter, title=error.title)


@sentence(shared.NoUsageInPeriod)
def _no_usage(error: shared.NoUsageInPeriod) -> str:
    return tr(
        "“{meter}” has no usage read in {period}. Enter its reading first, or choose the period of another one."
    ).format(meter=error.meter, period=show_months(error.first, error.until))


@sentence(shared.SharesChanged)
def _changed(_: shared.SharesChanged) -> str:
    return tr("Units or readings changed since the preview. Nothing was charged; look at the shares again.")


@sentence(shared.DueBeforeCost)
def _due_before(error: shared.DueBeforeCost) -> str:
    return tr("The due day {due} lies before the first day {first} of the cost. Check both dates.").format(
        due=show_date(error.due_on), first=show_date(error.first)
    )


@sentence(shared.BasisMissing)
def _basis_missing(error: shared.BasisMissing) -> str:
    return tr(
        "The sheet must name the basis of every tariff, and these say none: {tariffs}. Give them a version that does."
    ).format(tariffs=", ".join(error.tariffs))


@sentence(shared.NothingToDisclose)
def _nothing_to_disclose(error: shared.NothingToDisclose) -> str:
    return tr("On {day} no tariff is valid, so there is nothing to post. Choose another day.").format(
        day=show_date(error.day)
    )
