"""The evening of the stuck lift, minute by minute, through the same services as real use."""

from __future__ import annotations

from datetime import date, datetime

from app.core.money import Money
from app.core.money_text import parse_money
from app.incidents.attached.people import PersonTold
from app.incidents.closing.closing import Closing
from app.incidents.reports.review import Review
from app.incidents.running.asked import Call
from app.incidents.running.view import CallResult
from tests.incidents.papers.paper_office import PaperOffice

MINUTES = Review(
    date(2026, 11, 23),
    "赵予安、沈若兰、王敏",
    "一个人又说话又打电话，漏了一次通话。",
    "8 层门锁触点氧化，接触不良。",
    "值班两个人：一人通话，一人联络。",
)


class StuckLift(PaperOffice):
    def at(self, hour: int, minute: int) -> None:
        self.set_clock.set(datetime(2026, 11, 20, hour, minute))

    def worked(self, *, is_drill: bool = False) -> int:
        """From the call to the last person out; not closed yet."""
        stuck, do, by = self.stuck(is_drill=is_drill), self.office.incidents, self.cashier
        self.at(19, 42)
        do.tick(by, stuck, "which-lift", {"lift": "2 号梯", "floor": "7-8"})
        do.tick(by, stuck, "how-many", {"people": "2", "condition": "unwell", "shaft": "clear"})
        do.tick(by, stuck, "calm")
        do.call(by, stuck, Call("lift-maintainer", CallResult.REACHED))
        self.at(19, 43)
        do.tick(by, stuck, "call-maintainer", {"reached": "yes", "maintainer-person": "冯工"})
        do.leave_out(by, stuck, "latest", "程序自己计时")
        self.at(19, 46)
        do.tick(by, stuck, "call-119")
        do.tick(by, stuck, "call-120", {"ambulance": "called"})
        self.at(19, 48)
        do.answer_timer(by, stuck, "talk")
        self.at(19, 52)
        do.tick(by, stuck, "guard", {"guard-person": "吴放", "guard-floor": "8"}, datetime(2026, 11, 20, 19, 47))
        do.deviate(by, stuck, "sign", "只挂了 7、8 两层，一层的牌子找不到")
        self.at(19, 56)
        do.answer_timer(by, stuck, "talk")
        self.at(20, 5)
        do.tick(by, stuck, "late", {"late-result": "in-time"})
        fitter = {"fitter-name": "冯工", "fitter-licence": "T3301", "fitter-time": "20:05"}
        do.tick(by, stuck, "maintainer-in", fitter)
        self.at(20, 12)
        do.tick(by, stuck, "power-off", {"power-off-time": "20:07"})
        do.tick(by, stuck, "people-out", {"released": "2"})
        do.tick(by, stuck, "health", {"unwell-after": "1"})
        self.office.incident_people.add(by, stuck, PersonTold("李敏芝", "13955550026", condition="胸闷，送医观察"))
        self.office.incident_losses.add(by, stuck, "8 层层门变形", Money(120_000))
        return stuck

    def closed(self, *, is_drill: bool = False) -> int:
        stuck = self.worked(is_drill=is_drill)
        self.close(stuck)
        return stuck

    def close(self, stuck: int) -> None:
        self.at(20, 50)
        over = datetime(2026, 11, 20, 20, 50)
        closing = Closing(
            "2 人由持证人员断电后救出，1 人送医观察",
            over,
            contained_at=datetime(2026, 11, 20, 20, 12),
            hurt=0,
            damage="电梯停用",
            bodies="119、120",
            costs=parse_money("350"),
            cause="门锁触点接触不良",
        )
        left = {
            one.step.id: "修理中，明天上午办"
            for one in self.office.incidents.standing(stuck).progress.unsettled_critical
        }
        self.office.incidents.close(self.cashier, stuck, closing, left)
