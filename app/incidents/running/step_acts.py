"""What is done on a step: ticked, done differently, left out, put off, taken back, noted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.access.actor import Actor
from app.incidents.running.acts import Acts
from app.incidents.running.allowed import check_settle, check_tick, check_undo, check_words
from app.incidents.running.asked import Written
from app.incidents.running.entry import NOTHING_MORE, EntryKind
from app.incidents.running.log_rows import Line


class StepActs(Acts):
    """Works the steps; every act may be written with the time at which it was done (`at`)."""

    def tick(
        self,
        by: Actor,
        incident_id: int,
        step: str,
        answers: Mapping[str, str] = NOTHING_MORE,
        happened_at: datetime | None = None,
    ) -> Written:
        """A step is done; what was seen stands with it, and the pages that it opens are shown."""
        with self._act(by, incident_id) as act:
            seen = check_tick(act.standing.progress, step, answers)
            facts: Mapping[str, Any] = {"answers": seen} if seen else NOTHING_MORE
            return self._write(act, Line(EntryKind.TICKED, step, "", facts, happened_at))

    def deviate(self, by: Actor, incident_id: int, step: str, words: str, at: datetime | None = None) -> Written:
        """A step was done differently, and how."""
        return self._in_words(by, incident_id, EntryKind.DEVIATED, step, words, at)

    def leave_out(self, by: Actor, incident_id: int, step: str, reason: str, at: datetime | None = None) -> Written:
        """A step does not apply here, and why."""
        return self._in_words(by, incident_id, EntryKind.NOT_APPLICABLE, step, reason, at)

    def put_off(self, by: Actor, incident_id: int, step: str) -> Written:
        """A step comes later; it stays in view."""
        with self._act(by, incident_id) as act:
            check_settle(act.standing.progress, step)
            return self._write(act, Line(EntryKind.LATER, step))

    def undo(self, by: Actor, incident_id: int, step: str) -> Written:
        """What was settled or put off is open again; the first time stays."""
        with self._act(by, incident_id) as act:
            check_undo(act.standing.progress, step)
            return self._write(act, Line(EntryKind.UNDONE, step))

    def note(self, by: Actor, incident_id: int, words: str, step: str = "", at: datetime | None = None) -> Written:
        """A line in free words, on a step or on none."""
        kind = EntryKind.NOTED if step else EntryKind.WRITTEN
        return self.tell(by, incident_id, Line(kind, step, check_words(words), happened_at=at))

    def answer_timer(self, by: Actor, incident_id: int, timer: str, words: str = "") -> Written:
        """What a clock reminded of was done."""
        tidy = " ".join(words.split())
        return self.tell(by, incident_id, Line(EntryKind.TIMER_ANSWERED, text=tidy, facts={"timer": timer}))

    def _in_words(
        self, by: Actor, incident_id: int, kind: EntryKind, step: str, words: str, at: datetime | None
    ) -> Written:
        with self._act(by, incident_id) as act:
            found = check_settle(act.standing.progress, step)
            return self._write(act, Line(kind, step, check_words(words, found), happened_at=at))
