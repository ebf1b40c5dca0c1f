"""What is said of deadlines by itself: a summary at the start, each further step once."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr, tr_n
from app.core.show import show_time
from app.tickets.complaints.progress import ProgressDue
from app.tickets.deadlines.clock_words import CLOCKS, standing_words
from app.tickets.deadlines.deadline_warnings import StartSummary
from app.tickets.deadlines.escalations import Escalated

_NAMED = 2


def start_words(summary: StartSummary) -> str:
    """`2 overdue, 3 due soon; nobody was told of 4. The holidays of 2027 are missing.`."""
    late = summary.overdue + summary.late
    parts = [tr_n("{count} deadline overdue", "{count} deadlines overdue", late).format(count=late)] if late else []
    for count, words in (
        (summary.soon, tr_n("{count} due soon", "{count} due soon", summary.soon)),
        (summary.untold, tr_n("nobody was told of {count}", "nobody was told of {count}", summary.untold)),
        (
            summary.progress,
            tr_n(
                "{count} major complaint asks for a word of progress",
                "{count} major complaints ask for a word of progress",
                summary.progress,
            ),
        ),
    ):
        if count:
            parts.append(words.format(count=count))
    said = [tr("{parts}.").format(parts=tr(", ").join(parts))] if parts else []
    if summary.missing_years:
        years = tr(", ").join(map(str, summary.missing_years))
        said.append(tr("The holidays of {years} are missing.").format(years=years))
    return " ".join(said)


def fresh_words(fresh: Sequence[Escalated], progress: Sequence[ProgressDue] = ()) -> str:
    """The first of them by number and promise, and how many more there are."""
    said = [*map(_step_words, fresh), *map(progress_words, progress)]
    named, more = said[:_NAMED], len(said) - _NAMED
    if more > 0:
        named.append(tr_n("{count} more", "{count} more", more).format(count=more))
    return "; ".join(named)


def progress_words(due: ProgressDue) -> str:
    """Since when a major complaint waits for a word of progress."""
    words = tr("{number} {where}: a word of progress was due {time}")
    return words.format(number=due.ticket.number, where=due.ticket.where, time=show_time(due.due_at))


def _step_words(one: Escalated) -> str:
    return tr("{number} {where}, {clock}: {standing}").format(
        number=one.ticket.number,
        where=one.ticket.where,
        clock=tr(CLOCKS[one.clock.rule.name]),
        standing=standing_words(one.reckoned),
    )
