"""An incident ends: its close with what it cost, dated additions afterwards, and the review."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from app.access.actor import Actor
from app.access.permissions import Permission
from app.incidents.closing.closing import Closing
from app.incidents.closing.review_day import review_day
from app.incidents.plans.plan import Severity
from app.incidents.running.acts import Act, Acts, set_columns
from app.incidents.running.allowed import check_addition, check_close, check_times, check_words
from app.incidents.running.asked import Written
from app.incidents.running.entry import NOTHING_MORE, EntryKind
from app.incidents.running.log_rows import Line
from app.incidents.running.refusals import ReviewedBefore
from app.incidents.running.timers import on_the_clock_of_now


class Ending(Acts):
    """Closes, adds to what is closed, and keeps the review."""

    def review_proposed(self, incident_id: int) -> date:
        """The day on which it should be gone over if it were closed now."""
        with self._store.reading() as connection:
            row = self._logs.standing(connection, incident_id).row
            return review_day(Severity(row.severity), self._clock.now().date(), self._others.holidays(connection))

    def close(
        self, by: Actor, incident_id: int, closing: Closing, reasons: Mapping[str, str] = NOTHING_MORE
    ) -> Written:
        """The incident is over: its result, and by the step's id why critical steps were left.

        Raises IncidentClosed, CriticalUnsettled, WordsMissing, MomentInFuture, ClosingTimesCrossed.
        """
        with self._act(by, incident_id) as act:
            told = check_close(act.standing.progress, reasons)
            began = on_the_clock_of_now(act.standing.entries)[0].happened_at
            check_times(began, closing.contained_at, closing.over_at, act.hand.at)
            day = closing.review_on or self.review_proposed(incident_id)
            facts = replace(closing, result=check_words(closing.result), review_on=day).facts()
            set_columns(act, closed_at=act.hand.at, closing=facts, review_on=day)
            return self._write(act, Line(EntryKind.CLOSED, facts={"closing": facts, "reasons": told}))

    def add(self, by: Actor, incident_id: int, words: str) -> Written:
        """A dated addition to a closed incident. Raises IncidentStillRuns, WordsMissing."""
        with self._act(by, incident_id) as act:
            check_addition(act.standing.progress)
            return self._write(act, Line(EntryKind.ADDED, text=check_words(words)))

    def move_review(self, by: Actor, incident_id: int, day: date) -> Written:
        """A closed incident is gone over on another day. Raises IncidentStillRuns, ReviewedBefore."""
        with self._act(by, incident_id) as act:
            _check_unreviewed(act)
            set_columns(act, review_on=day)
            return self._write(act, Line(EntryKind.ADDED, facts={"review_on": day.isoformat()}))

    def review(self, by: Actor, incident_id: int, review: Mapping[str, Any]) -> Written:
        """What came of going over it. Raises NotPermitted, IncidentStillRuns, ReviewedBefore."""
        with self._act(by, incident_id, Permission.REVIEW_INCIDENT) as act:
            _check_unreviewed(act)
            facts = dict(review)
            set_columns(act, reviewed_at=act.hand.at, review=facts)
            return self._write(act, Line(EntryKind.REVIEWED, facts={"review": facts}))


def _check_unreviewed(act: Act) -> None:
    check_addition(act.standing.progress)
    if act.standing.row.reviewed_at is not None:
        raise ReviewedBefore(act.standing.row.reviewed_at)
