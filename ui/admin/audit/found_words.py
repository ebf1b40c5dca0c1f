"""What a sum from a printed Z report proves, in plain words."""

from __future__ import annotations

from app.core.language import tr
from app.core.show import show_time
from app.counter.shifts.printed_ends import Book, FoundSum
from ui.widgets.chip import Mood


def found_words(found: FoundSum | None) -> tuple[str, Mood]:
    """The sentence, and how bad it is."""
    if found is None:
        return (
            tr(
                "Nothing here has this sum. If it was typed right, the data is not that of the day of the paper: it "
                "was altered and chained anew, its newest part was taken away, or an older backup was put back, which "
                "the trail says. Keep the folder and ask the auditor."
            ),
            Mood.DANGER,
        )
    place = {
        Book.TRAIL: tr("row {no} of the audit trail of {when}"),
        Book.JOURNAL: tr("journal entry {no} of {when}"),
    }[found.book].format(no=found.no, when=show_time(found.at))
    if found.broken:
        said = tr("The sum is that of {place}, but before it something was altered: {broken}. Verify everything.")
        return said.format(place=place, broken=found.broken), Mood.DANGER
    said = tr("The sum is that of {place}: everything up to there is as it was when the report was printed.")
    return said.format(place=place), Mood.OK
