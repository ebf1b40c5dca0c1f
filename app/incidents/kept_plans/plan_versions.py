"""The plans of an office under its hand: versions written, checked, approved, compared, put out of use and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection, select, update

from app.access import audit
from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.access.tables import approval as approval_rows
from app.core.periods import add_months
from app.incidents.kept_plans.assessing import (
    lost_of,
    refuse_broken,
    says_the_same,
)
from app.incidents.kept_plans.plan_shelf import PlanShelf
from app.incidents.kept_plans.refusals import (
    PlanEditedMeanwhile,
    PlanIsShipped,
    PlanNeedsAnother,
    PlanNoteMissing,
    PlanNotRetired,
    PlanNotWaiting,
    PlanReasonMissing,
    PlanRetireReasonMissing,
    PlanStillLinked,
    PlanUnchanged,
)
from app.incidents.kept_plans.version import PlanState, PlanVersion
from app.incidents.kept_plans.version_rows import (
    put_back,
    read_history,
    withdraw,
    write_version,
)
from app.incidents.plans.plan import Plan
from app.incidents.plans.shipped_plans import shipped_plans
from app.incidents.refusals import PlanUnknown
from app.incidents.tables import incident_plan

WROTE, APPROVED, WITHDREW, REVIEWED = "write_plan", "approve_plan", "withdraw_plan", "review_plan"
RETIRED, USED_AGAIN = "retire_plan", "use_plan_again"


class PlanVersions(PlanShelf):
    """Every act needs MANAGE_PLANS; a running incident stays on the version with which it began."""

    def save(self, by: Actor, plan: Plan, note: str, seen: int | None, reason: str = "") -> int:
        """Write a version that waits for approval; `seen` is the id of the version that was edited; the new id.

        A version that waited before is put out of use by it. Raises NotPermitted, PlanNoteMissing, PlanBreaksRules,
        PlanUnchanged, PlanReasonMissing, PlanEditedMeanwhile.
        """
        by.require(Permission.MANAGE_PLANS)
        words, why = " ".join(note.split()), " ".join(reason.split())
        if not words:
            raise PlanNoteMissing
        refuse_broken(f"{plan.code}.toml", self.assess(plan))
        lost = lost_of(plan)
        if lost and not why:
            raise PlanReasonMissing(lost)
        with self._store.transaction() as connection:
            history = read_history(connection, plan.code)
            _refuse_if_overtaken(history, seen, plan)
            waiting = [version for version in history if version.state is PlanState.WAITING]
            withdraw(connection, waiting, self._clock.now())
            number = 1 + max((version.plan.version for version in history), default=0)
            dated = replace(plan, version=number, dated=self._clock.now().date())
            written = write_version(connection, dated, words, why if lost else "", self._clock.now(), by.id)
            facts = {
                "version": number,
                "note": words,
                "reason": why,
                "lost": [f"{one.loss} {one.step}" for one in lost],
            }
            self._tell(connection, by, WROTE, plan.code, facts)
            return written

    def approve(self, by: Actor, version_id: int, lent: Approval | None = None) -> None:
        """Put a waiting version in use; `lent` is the approval of somebody else, given on the author's screen.

        The author approves alone only where nobody else may. Raises NotPermitted, PlanUnknown, PlanNotWaiting,
        PlanNeedsAnother, PlanBreaksRules.
        """
        if lent is None:
            by.require(Permission.MANAGE_PLANS)
        refuse_broken("", self.assess(self.version(version_id).plan))
        with self._store.transaction() as connection:
            version = self._waiting(connection, version_id)
            approver = self._approver(connection, by, lent)
            if approver == version.author_id and (others := self._others(connection, version)):
                raise PlanNeedsAnother(others)
            now = self._clock.now()
            due = add_months(now.date(), version.plan.review_months)
            values = {"approved_at": now, "approved_by": approver, "review_due": due}
            connection.execute(update(incident_plan).where(incident_plan.c.id == version_id).values(**values))
            facts = {"version": version.plan.version, "alone": approver == version.author_id, "approver": approver}
            self._tell(connection, by, APPROVED, version.plan.code, facts)

    def take_back(self, by: Actor, version_id: int) -> None:
        """A waiting version is not wanted. Raises NotPermitted, PlanUnknown, PlanNotWaiting."""
        by.require(Permission.MANAGE_PLANS)
        with self._store.transaction() as connection:
            version = self._waiting(connection, version_id)
            withdraw(connection, [version], self._clock.now())
            self._tell(connection, by, WITHDREW, version.plan.code, {"version": version.plan.version})

    def back_to_shipped(self, by: Actor, code: str) -> None:
        """Put every version of the office out of use; the shipped one needs no approval.

        Raises NotPermitted, PlanUnknown, PlanIsShipped, PlanBreaksRules where it no longer goes with the others.
        """
        by.require(Permission.MANAGE_PLANS)
        history = self.history(code)
        own = [one for one in history if not one.is_shipped and one.state is not PlanState.WITHDRAWN]
        if not own or code not in shipped_plans():
            raise PlanIsShipped(history[0].plan.name)
        refuse_broken("", self.assess(shipped_plans()[code]))
        with self._store.transaction() as connection:
            withdraw(connection, own, self._clock.now())
            self._tell(connection, by, WITHDREW, code, {"versions": [one.plan.version for one in own]})

    def retire(self, by: Actor, code: str, reason: str) -> None:
        """Nobody starts this plan any more.

        Raises NotPermitted, PlanUnknown, PlanRetireReasonMissing, PlanStillLinked.
        """
        by.require(Permission.MANAGE_PLANS)
        words = " ".join(reason.split())
        if not words:
            raise PlanRetireReasonMissing
        linking = [one.name for one in self._plans.in_use() if one.code != code and code in _links(one)]
        if linking:
            raise PlanStillLinked(tuple(linking))
        held = [one for one in self.history(code) if one.state is not PlanState.WITHDRAWN]
        if not held:
            raise PlanUnknown(code)
        with self._store.transaction() as connection:
            withdraw(connection, held, self._clock.now())
            self._tell(connection, by, RETIRED, code, {"reason": words})

    def use_again(self, by: Actor, code: str) -> None:
        """Put a retired plan in use as it was. Raises NotPermitted, PlanUnknown, PlanNotRetired, PlanBreaksRules."""
        by.require(Permission.MANAGE_PLANS)
        history = self.history(code)
        if any(one.state is not PlanState.WITHDRAWN for one in history):
            raise PlanNotRetired(history[0].plan.name)
        with self._store.transaction() as connection:
            put_back(connection, code)
            self._tell(connection, by, USED_AGAIN, code, {})
            back = next((one for one in read_history(connection, code) if one.state is PlanState.IN_USE), None)
            if back is not None:
                refuse_broken("", self.assess(back.plan))

    def confirm_review(self, by: Actor, code: str) -> None:
        """The version in use was gone over and stands; its next review is due as long again from today.

        Raises NotPermitted, PlanUnknown.
        """
        by.require(Permission.MANAGE_PLANS)
        version = self.in_use(code)
        due = add_months(self._clock.now().date(), version.plan.review_months)
        with self._store.transaction() as connection:
            connection.execute(update(incident_plan).where(incident_plan.c.id == version.id).values(review_due=due))
            facts = {"version": version.plan.version, "before": str(version.review_due), "due": str(due)}
            self._tell(connection, by, REVIEWED, code, facts)

    def _waiting(self, connection: Connection, version_id: int) -> PlanVersion:
        version = self._version(connection, version_id)
        if version.state is not PlanState.WAITING:
            raise PlanNotWaiting(version.plan.version)
        return version

    def _approver(self, connection: Connection, by: Actor, lent: Approval | None) -> int:
        """Whose yes it is: the person's own, or that of whoever lent it. Raises NotPermitted."""
        needed = by.require(Permission.MANAGE_PLANS, lent) if lent is not None else None
        if lent is None or (needed is None and lent.approver == by.name):
            return by.id
        given = select(approval_rows.c.by).where(approval_rows.c.id == lent.id)
        return int(connection.execute(given).scalar_one())

    def _tell(self, connection: Connection, by: Actor, what: str, code: str, facts: Mapping[str, object]) -> None:
        audit.record(connection, what, code, facts, self._clock.now(), by.id)


def _refuse_if_overtaken(history: tuple[PlanVersion, ...], seen: int | None, plan: Plan) -> None:
    newest = next((one for one in history if one.state is not PlanState.WITHDRAWN), None)
    if newest is None:
        return
    if newest.id != seen:
        raise PlanEditedMeanwhile(newest.plan.version, newest.author)
    if says_the_same(newest.plan, plan):
        raise PlanUnchanged


def _links(plan: Plan) -> set[str]:
    return {link.plan for step in plan.steps() for link in step.starts}
