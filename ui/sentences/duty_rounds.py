"""Sentences of inspections: what is wrong, where, and what to do."""

from __future__ import annotations

from app.core.language import tr, tr_n
from app.core.show import show_time, show_whole
from app.duty.refusals import (
    InspectionExists,
    InspectionGone,
    NoPoints,
    PointChoices,
    PointIncomplete,
    PointLimits,
    PointsUnseen,
    RhythmImpossible,
    RoundEnded,
    RoundRuns,
    SeenNotAChoice,
    SeenNotANumber,
    WhyUnseen,
)
from ui.sentences import sentence

_NAMED = 3


@sentence(InspectionExists)
def _inspection_exists(refusal: InspectionExists) -> str:
    return tr("There is an inspection “{name}” already. Choose another name.").format(name=refusal.name)


@sentence(InspectionGone)
def _inspection_gone(refusal: InspectionGone) -> str:
    return tr("“{name}” is no longer walked. Offer the list again first.").format(name=refusal.name)


@sentence(RhythmImpossible)
def _rhythm_impossible(refusal: RhythmImpossible) -> str:
    return tr("{number} is not possible here. Choose a number from {least} to {most}.").format(
        number=refusal.number, least=refusal.least, most=refusal.most
    )


@sentence(NoPoints)
def _no_points(refusal: NoPoints) -> str:
    return tr("“{name}” has no point yet. Write one line for each place of the route.").format(name=refusal.name)


@sentence(PointIncomplete)
def _point_incomplete(refusal: PointIncomplete) -> str:
    return tr("Line {number} of the route is not whole. Write: where | what to look at | answer.").format(
        number=refusal.number
    )


@sentence(PointLimits)
def _point_limits(refusal: PointLimits) -> str:
    return tr("At “{where}” the lower limit {low} is above the upper one {high}. Exchange them.").format(
        where=refusal.where, low=refusal.low, high=refusal.high
    )


@sentence(PointChoices)
def _point_choices(refusal: PointChoices) -> str:
    return tr("At “{where}” a choice needs at least two different answers, the good one first.").format(
        where=refusal.where
    )


@sentence(RoundRuns)
def _round_runs(refusal: RoundRuns) -> str:
    return tr("{who} has been walking “{name}” since {time}. Go on with that round.").format(
        who=refusal.walked_by, name=refusal.name, time=show_time(refusal.begun)
    )


@sentence(RoundEnded)
def _round_ended(refusal: RoundEnded) -> str:
    return tr(
        "This round of “{name}” ended at {time} and stays as it is. Write into the log what is to be added."
    ).format(name=refusal.name, time=show_time(refusal.ended_at))


@sentence(PointsUnseen)
def _points_unseen(refusal: PointsUnseen) -> str:
    count = len(refusal.points)
    named = tr("; ").join(refusal.points[:_NAMED])
    words = tr_n(
        "{count} point was not looked at yet: {named}.", "{count} points were not looked at yet: {named}.", count
    )
    said = words.format(count=show_whole(count), named=named if count <= _NAMED else f"{named} …")
    return tr("{said} Look at them, or leave them out with the reason.").format(said=said)


@sentence(SeenNotANumber)
def _seen_not_a_number(refusal: SeenNotANumber) -> str:
    if refusal.unit:
        return tr("“{text}” is no number. Type the value in {unit}, like 0.45.").format(
            text=refusal.text, unit=refusal.unit
        )
    return tr("“{text}” is no number. Type it like 0.45.").format(text=refusal.text)


@sentence(SeenNotAChoice)
def _seen_not_a_choice(refusal: SeenNotAChoice) -> str:
    offered = tr(", ").join(f"{number} {choice}" for number, choice in enumerate(refusal.choices, start=1))
    return tr("“{text}” is none of the answers. Type the number of one: {offered}.").format(
        text=refusal.text, offered=offered
    )


@sentence(WhyUnseen)
def _why_unseen(refusal: WhyUnseen) -> str:
    return tr("Why could “{where}” not be looked at? Write the reason.").format(where=refusal.where)
