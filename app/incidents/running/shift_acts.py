"""A shift ends while incidents run: who goes tells who comes, both confirm, and the roles pass on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.access.actor import Actor
from app.incidents.plans.plan import PlanRole
from app.incidents.running.acts import Act, Acts
from app.incidents.running.allowed import check_runs, check_words
from app.incidents.running.asked import Written
from app.incidents.running.entry import EntryKind
from app.incidents.running.log_rows import Line, Standing
from app.incidents.running.progress import StepState
from app.incidents.running.view import roles_now


class ShiftActs(Acts):
    """Hands incidents over."""

    def hand_over_shift(self, by: Actor, incident_ids: Iterable[int], to: str, words: str = "") -> tuple[Written, ...]:
        """Hand these incidents to another person once both have confirmed the page; all of them or none.

        The roles that the one who goes holds pass on; where she holds none, lead and record do. Raises WordsMissing
        without a name, IncidentClosed.
        """
        name = check_words(to)
        with self._store.transaction():
            return tuple(self._hand_over(by, one, name, " ".join(words.split())) for one in incident_ids)

    def _hand_over(self, by: Actor, incident_id: int, to: str, words: str) -> Written:
        with self._act(by, incident_id) as act:
            check_runs(act.standing.progress)
            return self._write(act, Line(EntryKind.HANDED_OVER, text=words, facts=_facts(act, by.name, to)))


def _facts(act: Act, who: str, to: str) -> dict[str, Any]:
    """Who to whom, the roles, and what was on the page: open steps, and up to which line of the log."""
    standing = act.standing
    return {
        "from": who,
        "to": to,
        "roles": {role.value: to for role in _passing(standing, who)},
        "open": [one.step.id for one in standing.progress.steps if one.state in (StepState.OPEN, StepState.LATER)],
        "read_to": standing.last_no,
        "confirmed": [who, to],
    }


def _passing(standing: Standing, who: str) -> list[PlanRole]:
    held = [role for role, name in roles_now(standing.entries).items() if name == who]
    return held or [PlanRole.LEAD, PlanRole.RECORDER]
