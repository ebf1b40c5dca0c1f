"""The plans in use, as the picker, the papers and the editor read them."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, select

from app.core.clock import Clock
from app.incidents.kept_plans.plan_rows import in_use, newest_plan, plan_of, plant_plans
from app.incidents.kept_plans.shipped_news import take_in_newer
from app.incidents.plans.plan import Both, Plan
from app.incidents.tables import incident_plan
from app.store.store import Store


class Plans:
    """The plans of the office."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def plant(self) -> None:
        """Begin with the shipped plans where the office has none of a code, and take in what is newer."""
        with self._store.transaction() as connection:
            plant_plans(connection, self._clock.now())
            take_in_newer(connection, self._clock.now())

    def plan(self, code: str) -> Plan:
        """The version in use. Raises PlanUnknown."""
        with self._store.reading() as connection:
            return newest_plan(connection, code)[1]

    def newest(self, connection: Connection, code: str) -> tuple[int, Plan]:
        """The id and the plan with which an incident begins now. Raises PlanUnknown."""
        return newest_plan(connection, code)

    def in_use(self) -> tuple[Plan, ...]:
        """Every plan in use: those with a digit by it, then the others by their letters."""
        with self._store.reading() as connection:
            plans = [plan_of(row.code, row.text) for row in connection.execute(in_use())]
        return tuple(sorted(plans, key=lambda plan: (plan.digit is None, plan.digit or 0, plan.letters)))

    def names(self) -> Mapping[str, Both]:
        """What every plan is called that the office ever had, by its code; its newest version says it."""
        rows = select(incident_plan.c.code, incident_plan.c.text).order_by(incident_plan.c.version)
        with self._store.reading() as connection:
            return {row.code: plan_of(row.code, row.text).name for row in connection.execute(rows)}
