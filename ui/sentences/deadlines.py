"""Sentences of deadlines: rules, hours, holidays, and who is told of late tickets."""

from __future__ import annotations

from app.core.language import tr, tr_n
from app.core.show import show_date, show_time, show_whole
from app.tickets.deadlines.clock_words import CLOCKS
from app.tickets.deadlines.explain_words import holiday_words
from app.tickets.deadlines.refusals import (
    ChainWithoutClose,
    ClockRunsAlways,
    ClockTwice,
    DeadlinesMovedMeanwhile,
    HolidayDayTwice,
    HolidayFileEmpty,
    HolidayFileUnreadable,
    HolidayOutsideYear,
    LegalDayNotOff,
    LimitOutOfBounds,
    LimitUnreadable,
    NeverOpen,
    StepNotReached,
    ToldBefore,
    ToldWhom,
    WindowsOverlap,
    WindowUnreadable,
    WorkdaysNeedTheirCalendar,
)
from app.tickets.kinds import ClockName
from ui.sentences import sentence


@sentence(LimitUnreadable)
def _limit_unreadable(refusal: LimitUnreadable) -> str:
    return tr("“{text}” is no limit. Type a whole number with min, h or wd: 30min, 24h, 7wd (workdays).").format(
        text=refusal.text
    )


@sentence(LimitOutOfBounds)
def _limit_out_of_bounds(refusal: LimitOutOfBounds) -> str:
    return tr("A limit of {text} is not possible. Type a number from 1 to {most}.").format(
        text=refusal.text, most=show_whole(refusal.most)
    )


@sentence(WorkdaysNeedTheirCalendar)
def _workdays_need_their_calendar(refusal: WorkdaysNeedTheirCalendar) -> str:
    return tr("{text} counts workdays. Choose the calendar of workdays for it, or type the limit in hours.").format(
        text=refusal.text
    )


@sentence(ClockTwice)
def _clock_twice(refusal: ClockTwice) -> str:
    return tr("The step “{clock}” stands twice in this chain. Take one of them out.").format(
        clock=tr(CLOCKS[refusal.clock])
    )


@sentence(ChainWithoutClose)
def _chain_without_close(_: ChainWithoutClose) -> str:
    return tr("Every ticket needs a time by which it ends. Add the step “{clock}” with its limit.").format(
        clock=tr(CLOCKS[ClockName.CLOSE])
    )


@sentence(ClockRunsAlways)
def _clock_runs_always(_: ClockRunsAlways) -> str:
    return tr("Round the clock has no hours to change. Choose the hours of the counter or of workdays.")


@sentence(DeadlinesMovedMeanwhile)
def _deadlines_moved_meanwhile(refusal: DeadlinesMovedMeanwhile) -> str:
    said = tr_n(
        "Tickets were taken or moved since the preview: {count} ticket would change now. Look at the preview again.",
        "Tickets were taken or moved since the preview: {count} tickets would change now. Look at the preview again.",
        refusal.tickets,
    )
    return said.format(count=refusal.tickets)


@sentence(WindowUnreadable)
def _window_unreadable(refusal: WindowUnreadable) -> str:
    return tr("“{text}” are no hours. Type from and until, such as 8:30-12:00, and leave a closed day empty.").format(
        text=refusal.text
    )


@sentence(WindowsOverlap)
def _windows_overlap(refusal: WindowsOverlap) -> str:
    return tr("The hours “{text}” overlap. Let each begin when the one before has ended.").format(text=refusal.text)


@sentence(NeverOpen)
def _never_open(_: NeverOpen) -> str:
    return tr("No day of the week has hours, so nothing would ever be due. Type the hours of one day at least.")


@sentence(HolidayFileUnreadable)
def _holiday_file_unreadable(refusal: HolidayFileUnreadable) -> str:
    return tr(
        "{file} is no list of holidays. Choose a JSON file with a year and its days (name, date, isOffDay), "
        "or type the days by hand."
    ).format(file=refusal.file)


@sentence(HolidayFileEmpty)
def _holiday_file_empty(refusal: HolidayFileEmpty) -> str:
    return tr(
        "{file} names no day of {year}: it was made before the notice was published. Look for a newer file, "
        "or type the days by hand."
    ).format(file=refusal.file, year=refusal.year)


@sentence(HolidayDayTwice)
def _holiday_day_twice(refusal: HolidayDayTwice) -> str:
    return tr("{day} stands twice in this list of holidays. Take one of them out.").format(day=show_date(refusal.day))


@sentence(HolidayOutsideYear)
def _holiday_outside_year(refusal: HolidayOutsideYear) -> str:
    return tr("{day} does not belong to the notice of {year}. Check the year, or take this day out.").format(
        day=show_date(refusal.day), year=refusal.year
    )


@sentence(LegalDayNotOff)
def _legal_day_not_off(refusal: LegalDayNotOff) -> str:
    return tr("{day} is {name}, a day off by law, but is worked in this list. Compare it with the notice.").format(
        day=show_date(refusal.day), name=holiday_words(refusal.name)
    )


@sentence(ToldBefore)
def _told_before(refusal: ToldBefore) -> str:
    return tr("{told} was told already, at {time}. Nothing more has to be done for this step.").format(
        told=refusal.told, time=show_time(refusal.at)
    )


@sentence(ToldWhom)
def _told_whom(_: ToldWhom) -> str:
    return tr("Type who was told before you tick it.")


@sentence(StepNotReached)
def _step_not_reached(refusal: StepNotReached) -> str:
    return tr("Ticket {number} does not stand at this step now, so nobody has to be told. Read the list again.").format(
        number=refusal.number
    )
