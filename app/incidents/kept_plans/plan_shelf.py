"""The plans of an office as they are looked at: their versions, what is due, what may be said of an edit."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from app.access.permissions import Permission
from app.access.role_grants import roles_with
from app.access.tables import user
from app.core.clock import Clock
from app.incidents.kept_plans.assessing import BIGGEST_FILE, assessed, decoded
from app.incidents.kept_plans.local_facts import has_to_be_confirmed
from app.incidents.kept_plans.plan_rows import in_use
from app.incidents.kept_plans.plans import Plans
from app.incidents.kept_plans.refusals import PlanFileTooBig
from app.incidents.kept_plans.version import Assessed, PlanLine, PlanState, PlanVersion, Review, review_of
from app.incidents.kept_plans.version_rows import read_all_histories, read_history, read_version
from app.incidents.plans.plan import Plan
from app.incidents.plans.read_plan import read_plan
from app.incidents.refusals import PlanUnknown
from app.store.store import Store


class PlanShelf:
    """Whoever may sign in may look."""

    def __init__(self, store: Store, clock: Clock, plans: Plans) -> None:
        self._store = store
        self._clock = clock
        self._plans = plans

    def lines(self) -> tuple[PlanLine, ...]:
        """Every plan that the office ever had, in the order of the picker, those out of use last."""
        with self._store.reading() as connection:
            histories = read_all_histories(connection)
        lines = [self._line(history) for history in histories if history]
        return tuple(sorted(lines, key=_place))

    def reviews(self) -> tuple[PlanLine, ...]:
        """The plans in use whose review is overdue or due within a month."""
        return tuple(line for line in self.lines() if not line.is_retired and line.review is not Review.LATER)

    def overdue(self) -> int:
        """How many plans in use should have been gone over before today; none of them is read for it."""
        used = in_use().subquery()
        late = select(func.count()).select_from(used).where(used.c.review_due < self._clock.now().date())
        with self._store.reading() as connection:
            return int(connection.execute(late).scalar_one())

    def history(self, code: str) -> tuple[PlanVersion, ...]:
        """Every version of a plan, the newest first. Raises PlanUnknown."""
        with self._store.reading() as connection:
            history = read_history(connection, code)
        if not history:
            raise PlanUnknown(code)
        return history

    def version(self, version_id: int) -> PlanVersion:
        """One version, as a running incident or a paper names it. Raises PlanUnknown."""
        with self._store.reading() as connection:
            return self._version(connection, version_id)

    def in_use(self, code: str) -> PlanVersion:
        """The version with which an incident would begin now. Raises PlanUnknown."""
        found = next((version for version in self.history(code) if version.state is PlanState.IN_USE), None)
        if found is None:
            raise PlanUnknown(code)
        return found

    def to_edit(self, code: str) -> PlanVersion:
        """The version on which an edit builds: the newest that was not put out of use, else the newest of all."""
        history = self.history(code)
        return next((version for version in history if version.state is not PlanState.WITHDRAWN), history[0])

    def assess(self, plan: Plan) -> Assessed:
        """Broken rules and losses of a plan as it is now edited."""
        return assessed(plan, self._plans.in_use())

    def others_who_approve(self, version: PlanVersion) -> tuple[str, ...]:
        """The names of those who may approve a version and did not write it; none when its author is alone."""
        with self._store.reading() as connection:
            return self._others(connection, version)

    def read_file(self, file: str, content: bytes) -> Plan:
        """The plan that somebody brought as a file, not yet kept. Raises PlanFileTooBig, PlanNotRead."""
        if len(content) > BIGGEST_FILE:
            raise PlanFileTooBig(file, len(content))
        return read_plan(file, decoded(file, content))

    def newest_id(self, code: str) -> int | None:
        """The version on which an imported file builds; none where the office has no plan of this code."""
        with self._store.reading() as connection:
            history = read_history(connection, code)
        return next((one.id for one in history if one.state is not PlanState.WITHDRAWN), None)

    def _line(self, history: tuple[PlanVersion, ...]) -> PlanLine:
        in_use = next((one for one in history if one.state is PlanState.IN_USE), history[0])
        waiting = next((one for one in history if one.state is PlanState.WAITING), None)
        to_confirm = sum(map(has_to_be_confirmed, in_use.plan.steps()))
        return PlanLine(in_use, waiting, to_confirm, review_of(in_use.review_due, self._clock.now().date()))

    def _version(self, connection: Connection, version_id: int) -> PlanVersion:
        version = read_version(connection, version_id)
        if version is None:
            raise PlanUnknown(str(version_id))
        return version

    def _others(self, connection: Connection, version: PlanVersion) -> tuple[str, ...]:
        roles = [role.value for role in roles_with(connection, Permission.MANAGE_PLANS)]
        people = select(user.c.name).where(user.c.active, user.c.role.in_(roles), user.c.id != version.author_id)
        return tuple(connection.execute(people.order_by(user.c.name)).scalars())


def _place(line: PlanLine) -> tuple[bool, int, str]:
    plan = line.version.plan
    return line.is_retired, plan.digit or 10, plan.letters
