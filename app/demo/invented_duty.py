"""The duty desk of the invented estate: a roster, three days of rounds and lines, hazards in every state."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from random import Random

from app.access.actor import Actor
from app.access.permissions import Role
from app.core.clock import SetClock
from app.duty.hazards.flow import Grade
from app.duty.hazards.hazard_facts import NewHazard
from app.duty.inspections.points import Asks, Point
from app.duty.roster.pattern import OnCall, Pattern
from app.duty.roster.spans import monday_of
from app.office import Office

WATCH = "李勇"
_DAYS = 3
_DAY_TURNS = (OnCall("王敏", "13900001111"), OnCall("赵强", "13900002222"))
_NIGHT_TURNS = (OnCall(WATCH, "13900003333"), OnCall("孙亮", "13900004444"))
_LINES = (
    (9, "晨会：昨日到期事项已分派，2 栋外墙修补继续"),
    (14, "电梯维保单位到场保养 3 栋 1、2 号梯，16:10 离场"),
    (19, "地库 B1 排水泵试运行正常，集水井水位低"),
)


class InventedDuty:
    """Everything through the services of real use, at its time."""

    def __init__(self, office: Office, clock: SetClock, by: Actor, chance: Random, password: str) -> None:
        self._office, self._clock, self._by = office, clock, by
        self._chance, self._password = chance, password

    def pass_days(self, now: datetime) -> None:
        """The days until now, with what is still open at this moment."""
        begun = datetime.combine(now.date() - timedelta(days=_DAYS), time(7, 50))
        self._clock.set(begun)
        watch = self._office.people.add(self._by, WATCH, self._password, Role.CASHIER)
        with self._office.store.transaction():
            self._roster(now.date())
            self._office.day_list.tasks()
            self._office.inspections.lists()
        for back in range(_DAYS, 0, -1):
            with self._office.store.transaction():
                self._day(now.date() - timedelta(days=back), watch)
        with self._office.store.transaction():
            self._today(now)
        self._clock.set(now)

    def _roster(self, today: date) -> None:
        monday = monday_of(today)
        last = monday + timedelta(days=13)
        roster = self._office.roster
        day, night = roster.posts()
        first = monday - timedelta(days=1)
        roster.write_pattern(self._by, Pattern(day.id, _DAY_TURNS, monday, last, day.begins, day.ends))
        roster.write_pattern(self._by, Pattern(night.id, _NIGHT_TURNS, first, last, night.begins, night.ends))

    def _day(self, day: date, watch: Actor) -> None:
        for line in self._office.day_list.of_day(day):
            self._at(day, line.task.clock, 12)
            self._office.day_list.tick(self._by, line.task.id)
        for hour, words in _LINES:
            self._at(day, f"{hour:02}:10")
            self._office.duty_log.write(self._by, words)
        for number, one in enumerate(self._office.inspections.lists()[:2]):
            self._at(day, f"{10 + 5 * number:02}:20")
            self._walk(one.id, one.points)
        self._at(day, "20:00")
        given = self._office.duty_log.give(
            self._by, WATCH, "夜间每两小时看一次集水井水位", ("总钥匙 1 串", "对讲机 2 台")
        )
        self._at(day, "20:00", 4)
        self._office.duty_log.sign(given, watch.name, self._password)

    def _walk(self, inspection_id: int, points: tuple[Point, ...]) -> None:
        inspections = self._office.inspections
        made = inspections.begin(self._by, inspection_id)
        for point in points:
            inspections.see(self._by, made, point.key, self._seen(point))
        inspections.end(self._by, made)

    def _seen(self, point: Point) -> str:
        if point.asks is Asks.NUMBER and point.low is not None and point.high is not None:
            return str(point.low + (point.high - point.low) * self._chance.randrange(3, 8) / 10)
        return "1"

    def _today(self, now: datetime) -> None:
        hazards, today = self._office.hazards, now.date()
        self._at(today - timedelta(days=2), "15:00")
        late = NewHazard(
            "楼道堆放纸箱，占用疏散通道", "5 栋 1 单元 3 层", Grade.MAJOR, "秩序部", today - timedelta(days=1)
        )
        hazards.find(self._by, late)
        cover = hazards.find(self._by, NewHazard("东侧井盖松动", "3 栋东侧路面", owner="工程部"))
        light = hazards.find(self._by, NewHazard("应急照明不亮", "2 栋 6 层走廊", Grade.MINOR))
        hazards.put_right(self._by, cover, "井圈重砌，加防坠网")
        hazards.raise_ticket(self._by, light)
        for line in self._office.day_list.of_day(today):
            at = datetime.combine(today, time.fromisoformat(line.task.clock)) + timedelta(minutes=9)
            if at < now - timedelta(hours=1):
                self._clock.set(at)
                self._office.day_list.tick(self._by, line.task.id)

    def _at(self, day: date, clock: str, later: int = 0) -> None:
        self._clock.set(datetime.combine(day, time.fromisoformat(clock)) + timedelta(minutes=later))
