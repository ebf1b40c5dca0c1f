"""Sentences of the outage desk: what is wrong, where, and what to do."""

from __future__ import annotations

from app.core.language import tr
from app.core.show import show_date, show_time
from app.counter.outages.refusals import (
    CutSettled,
    NobodyOwes,
    NotANumber,
    NotWritten,
    OnlineDownAlready,
    OnlineNotDown,
    OutageFolderNotWritable,
    WrittenBeforeBook,
    WrittenOutOfOrder,
)
from ui.sentences import sentence


@sentence(OnlineDownAlready)
def _online_down_already(refusal: OnlineDownAlready) -> str:
    return tr("Online payment has been switched off since {time}. Nothing more has to be done.").format(
        time=show_time(refusal.since)
    )


@sentence(OnlineNotDown)
def _online_not_down(_refusal: OnlineNotDown) -> str:
    return tr("Online payment is not switched off, or was switched on again meanwhile.")


@sentence(NobodyOwes)
def _nobody_owes(refusal: NobodyOwes) -> str:
    return tr("Nobody owes anything past due on {day}: there is no roster to print.").format(day=show_date(refusal.day))


@sentence(CutSettled)
def _cut_settled(refusal: CutSettled) -> str:
    return tr("The papers of {label} were settled before.").format(label=refusal.label)


@sentence(NotWritten)
def _not_written(refusal: NotWritten) -> str:
    return tr("“{text}” is no time. Type it like 1015 or 10:15, with another day like 11-20 10:15.").format(
        text=refusal.text
    )


@sentence(NotANumber)
def _not_a_number(refusal: NotANumber) -> str:
    return tr("“{text}” is no receipt number. Type the digits that are printed on the paper.").format(text=refusal.text)


@sentence(WrittenBeforeBook)
def _written_before_book(refusal: WrittenBeforeBook) -> str:
    return tr("{label} was handed out on {out}, so it cannot have been written on {written}. Look at the date.").format(
        label=refusal.label, out=show_date(refusal.handed_out), written=show_date(refusal.written)
    )


@sentence(WrittenOutOfOrder)
def _written_out_of_order(refusal: WrittenOutOfOrder) -> str:
    return tr(
        "{label} was written on {written}, but {later} of {day} is in for this room already: its late fee was reckoned "
        "without this paper. To keep the order, void {later}, enter this paper, then {later} again. Entered as it is, "
        "it pays what is left, and late fee is counted from its own day."
    ).format(
        label=refusal.label,
        written=show_date(refusal.written),
        later=refusal.later,
        day=show_date(refusal.later_day),
    )


@sentence(OutageFolderNotWritable)
def _folder_not_writable(trouble: OutageFolderNotWritable) -> str:
    return tr("The papers could not be kept in {folder}: {why}. Choose another folder in the settings.").format(
        folder=trouble.folder, why=trouble.reason
    )
