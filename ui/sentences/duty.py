"""Sentences of the duty desk: what is wrong, where, and what to do."""

from __future__ import annotations

from app.core.language import tr, tr_n
from app.core.show import show_date, show_time
from app.duty.refusals import (
    DayTaskExists,
    DutyInFuture,
    DutyTextMissing,
    DutyTextTooLong,
    DutyTooLongAgo,
    HandoverSigned,
    HandoverWithdrawn,
    HazardDueBefore,
    HazardOwnerMissing,
    HazardPlaceMissing,
    HazardStepImpossible,
    NotAClockTime,
    NoWeekday,
    PatternEmpty,
    PatternTooLong,
    PostExists,
    PostGone,
    SwapWithItself,
    TakerIsGiver,
    TakerOther,
    TakerUnknown,
    TickedBefore,
    TickTakenOff,
    TooManyDutyPhotos,
    TurnBackwards,
    TurnTakenOff,
    TurnTooLong,
    WeekEmpty,
)
from app.duty.words import HAZARD_STATES, HAZARD_STEPS
from ui.sentences import sentence


@sentence(DutyTextMissing)
def _text_missing(_: DutyTextMissing) -> str:
    return tr("Nothing is written yet. Write a few words.")


@sentence(DutyTextTooLong)
def _text_too_long(refusal: DutyTextTooLong) -> str:
    return tr("The text has {length} characters; a line holds {most} at most. Write several lines.").format(
        length=refusal.length, most=refusal.most
    )


@sentence(NotAClockTime)
def _not_a_clock_time(refusal: NotAClockTime) -> str:
    return tr("“{text}” is no time of a day. Type it like 8:20 or 0820.").format(text=refusal.text)


@sentence(DutyInFuture)
def _in_future(refusal: DutyInFuture) -> str:
    return tr("{time} has not come yet. The log holds what happened; leave the time empty for now.").format(
        time=show_time(refusal.happened_at)
    )


@sentence(DutyTooLongAgo)
def _too_long_ago(refusal: DutyTooLongAgo) -> str:
    return tr("{time} is more than {days} days ago. Write it now, and say in the line when it was.").format(
        time=show_time(refusal.happened_at), days=refusal.days
    )


@sentence(PostExists)
def _post_exists(refusal: PostExists) -> str:
    return tr("There is a post “{name}” already. Choose another name, or offer that one again.").format(
        name=refusal.name
    )


@sentence(PostGone)
def _post_gone(refusal: PostGone) -> str:
    return tr("The post “{name}” is no longer kept. Keep it again first, or choose another post.").format(
        name=refusal.name
    )


@sentence(TurnBackwards)
def _turn_backwards(refusal: TurnBackwards) -> str:
    return tr("The turn ends at {ends}, which is not after {begins}. Correct one of the two.").format(
        ends=show_time(refusal.ends), begins=show_time(refusal.begins)
    )


@sentence(TurnTooLong)
def _turn_too_long(refusal: TurnTooLong) -> str:
    return tr("The turn would last {hours} hours; {most} are the most. Write two turns.").format(
        hours=refusal.hours, most=refusal.most
    )


@sentence(TurnTakenOff)
def _turn_taken_off(refusal: TurnTakenOff) -> str:
    return tr("The turn of {person} from {time} was changed meanwhile. Look at the roster again.").format(
        person=refusal.person, time=show_time(refusal.begins)
    )


@sentence(SwapWithItself)
def _swap_with_itself(refusal: SwapWithItself) -> str:
    return tr("Both turns are those of {person}. Choose the turn of somebody else.").format(person=refusal.person)


@sentence(PatternEmpty)
def _pattern_empty(refusal: PatternEmpty) -> str:
    return tr("No chosen weekday lies between {first} and {last}. Choose other days or weekdays.").format(
        first=show_date(refusal.first), last=show_date(refusal.last)
    )


@sentence(PatternTooLong)
def _pattern_too_long(refusal: PatternTooLong) -> str:
    return tr("The span has {days} days; write between 1 and {most} days at once.").format(
        days=refusal.days, most=refusal.most
    )


@sentence(WeekEmpty)
def _week_empty(refusal: WeekEmpty) -> str:
    return tr("The week from {monday} has no turn to copy. Write turns first, or show another week.").format(
        monday=show_date(refusal.monday)
    )


@sentence(TakerIsGiver)
def _taker_is_giver(refusal: TakerIsGiver) -> str:
    return tr("{name} hands over, and cannot take over as well. Choose the person who comes.").format(name=refusal.name)


@sentence(TakerUnknown)
def _taker_unknown(refusal: TakerUnknown) -> str:
    return tr(
        "“{name}” is not among the people of the office, and could not sign. Choose one of them, or have the person"
        " registered."
    ).format(name=refusal.name)


@sentence(TakerOther)
def _taker_other(refusal: TakerOther) -> str:
    return tr(
        "This hand-over is for {taker}, not for {signed}. {taker} signs it, or it is withdrawn and given anew."
    ).format(taker=refusal.taker, signed=refusal.signed)


@sentence(HandoverSigned)
def _handover_signed(refusal: HandoverSigned) -> str:
    return tr("{taker} signed this hand-over at {time}. It is closed.").format(
        taker=refusal.taker, time=show_time(refusal.signed_at)
    )


@sentence(HandoverWithdrawn)
def _handover_withdrawn(refusal: HandoverWithdrawn) -> str:
    return tr("This hand-over to {taker} was withdrawn. Hand over anew.").format(taker=refusal.taker)


@sentence(DayTaskExists)
def _day_task_exists(refusal: DayTaskExists) -> str:
    return tr("“{name}” stands on the list at {clock} already.").format(name=refusal.name, clock=refusal.clock)


@sentence(NoWeekday)
def _no_weekday(_: NoWeekday) -> str:
    return tr("No weekday is chosen, so it would never come. Choose at least one.")


@sentence(TickedBefore)
def _ticked_before(refusal: TickedBefore) -> str:
    return tr("{who} ticked “{name}” at {time}. Nothing more is to be done.").format(
        who=refusal.who, name=refusal.name, time=show_time(refusal.at)
    )


@sentence(TickTakenOff)
def _tick_taken_off(refusal: TickTakenOff) -> str:
    return tr("The tick of “{name}” was taken off already.").format(name=refusal.name)


@sentence(HazardPlaceMissing)
def _hazard_place_missing(_: HazardPlaceMissing) -> str:
    return tr("Where is it? Whoever puts it right has to find it.")


@sentence(HazardOwnerMissing)
def _hazard_owner_missing(_: HazardOwnerMissing) -> str:
    return tr("Who sees to it? Write a name.")


@sentence(HazardDueBefore)
def _hazard_due_before(refusal: HazardDueBefore) -> str:
    return tr("{due} lies before today, {today}. Choose today or a later day.").format(
        due=show_date(refusal.due_on), today=show_date(refusal.today)
    )


@sentence(HazardStepImpossible)
def _hazard_step_impossible(refusal: HazardStepImpossible) -> str:
    return tr(
        "Hazard {number} is “{state}”; “{step}” does not follow from there. Choose one of the steps offered."
    ).format(number=refusal.number, state=tr(HAZARD_STATES[refusal.state]), step=tr(HAZARD_STEPS[refusal.step]))


@sentence(TooManyDutyPhotos)
def _too_many_photos(refusal: TooManyDutyPhotos) -> str:
    return tr_n(
        "It holds {most} photo, which is the most.", "It holds {most} photos, which is the most.", refusal.most
    ).format(most=refusal.most)
