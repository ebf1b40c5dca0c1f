"""What happened in the invented estate: a lift at night that was closed and waits for its review, a drill, a notice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from app.access.actor import Actor
from app.core.clock import SetClock
from app.incidents.closing.closing import Closing
from app.incidents.drills.drills import NewDrill
from app.incidents.drills.evaluation import Attendance, Becomes, Evaluation, Finding
from app.incidents.drills.grades import Grade, Point
from app.incidents.plans.plan import Ask, AskKind
from app.incidents.running.asked import Call, NewIncident
from app.incidents.running.view import CallResult
from app.notices.asked import NoticeWanted
from app.office import Office

_STUCK_BEFORE, _DRILLED_BEFORE = 2, 40  # days
_A_STEP = timedelta(seconds=50)
_LIFT: Mapping[str, str] = {
    "lift": "东梯",
    "floor": "7",
    "people": "2",
    "condition": "well",
    "shaft": "clear",
    "reached": "yes",
    "maintainer-person": "刘师傅",
    "guard-person": "陈立",
    "guard-floor": "7",
    "sign-floors": "1、7 层",
    "late-result": "in-time",
    "fitter-name": "刘师傅",
    "fitter-licence": "T6-2031",
    "released": "2",
    "unwell-after": "0",
    "names-count": "1",
    "cause-text": "层门锁触点接触不良",
    "over-24h-answer": "within",
    "manager-person": "周可",
    "accepted-by": "陈立",
}
_FLOODING: Mapping[str, str] = {
    "still-inside": "nobody",
    "water-at": "below",
    "lift-state": "none",
    "pit": "dry",
    "power": "off",
    "wire-state": "none",
    "garage": "dry",
    "source": "市政管",
    "units-hit": "0",
}


class InventedIncidents:
    """Everything through the services of real use, at its time."""

    def __init__(self, office: Office, clock: SetClock, by: Actor) -> None:
        self._office, self._clock, self._by = office, clock, by

    def pass_days(self, now: datetime) -> None:
        """The drill, the night, and the cut that is announced now."""
        with self._office.store.transaction():
            self._drill(datetime.combine(now.date() - timedelta(days=_DRILLED_BEFORE), time(15)))
        with self._office.store.transaction():
            self._lift(datetime.combine(now.date() - timedelta(days=_STUCK_BEFORE), time(19, 41)))
        self._clock.set(now)
        with self._office.store.transaction():
            self._announce(now)

    def _lift(self, began: datetime) -> None:
        self._clock.set(began)
        incidents = self._office.incidents
        number = incidents.start(self._by, NewIncident("demo-lift", "lift-entrapment", "2 栋 1 单元东梯"))
        self._work(number, _LIFT)
        incidents.call(self._by, number, Call("lift-maintainer", CallResult.REACHED))
        closing = Closing("两人平安放出，无人不适", self._clock.now(), hurt=0, cause="层门锁触点接触不良")
        incidents.close(self._by, number, closing)

    def _drill(self, began: datetime) -> None:
        self._clock.set(began)
        drills = self._office.drills
        planned = drills.plan(self._by, NewDrill("flooding", began.date(), scenario="暴雨，车库入口进水"))
        number = drills.begin(self._by, planned, "demo-drill", "地下车库")
        self._work(number, _FLOODING)
        closing = Closing("演练结束", self._clock.now(), hurt=0)
        self._office.incidents.close(self._by, number, closing)
        grades = dict.fromkeys(Point, Grade.GOOD) | {Point.EQUIPMENT: Grade.FAIR}
        people = (Attendance("陈立", "指挥"), Attendance("赵强", "现场"), Attendance("王敏", "记录"))
        found = (Finding("挡水板少一块", Becomes.TASK, "赵强", began.date() + timedelta(days=10)),)
        drills.evaluate(self._by, number, Evaluation(grades, people, found, "暴雨，车库入口进水"))

    def _work(self, number: int, told: Mapping[str, str]) -> None:
        """Step after step as the plan wants it."""
        incidents = self._office.incidents
        while (now := incidents.view(number).progress.current) is not None:
            self._clock.set(self._clock.now() + _A_STEP)
            answers = {ask.id: told.get(ask.id, "") or self._usual(ask) for ask in now.step.asks}
            incidents.tick(self._by, number, now.step.id, answers)

    def _usual(self, ask: Ask) -> str:
        if ask.kind is AskKind.TIME:
            return f"{self._clock.now():%H:%M}"
        return "0" if ask.kind is AskKind.NUMBER else self._by.name

    def _announce(self, now: datetime) -> None:
        """A planned cut in four days, which hangs from two days before."""
        day = (now + timedelta(days=4)).date()
        begins, ends = datetime.combine(day, time(9)), datetime.combine(day, time(16))
        values = {"from": begins.isoformat(), "to": ends.isoformat(), "reason": "供电公司检修线路"}
        asked = self._office.notices.begin(NoticeWanted("planned-power-cut", place="全小区", values=values))
        self._office.notices.issue(self._by, asked)
