"""What a person at the tab of duty sees and presses, and the office it is over: a Friday evening before the night."""

from __future__ import annotations

from datetime import date, datetime, time

from app.access.actor import Actor
from app.access.permissions import Role
from app.duty.hazards.flow import Grade
from app.duty.hazards.hazard_facts import NewHazard
from app.duty.roster.pattern import OnCall, Pattern
from tests.office_builder import OfficeBuilder
from tests.page_desk import PageDesk
from ui.duty.duty_tab import DutyTab

NIGHT = datetime(2026, 11, 20, 20, 0)
NIGHT_WATCH, NIGHT_PASSWORD = "李勇", "night-watch"
_MONDAY, _SUNDAY = date(2026, 11, 16), date(2026, 11, 22)


def build(office: OfficeBuilder) -> None:
    """A week of turns, two hazards, some lines; rounds were walked until the day before yesterday."""
    services, by, cashier = office.office, office.supervisor, office.cashier
    services.people.add(by, NIGHT_WATCH, NIGHT_PASSWORD, Role.CASHIER)
    day, night = services.roster.posts()
    days = (OnCall("王敏", "13900001111"), OnCall("赵强", "13900002222"))
    nights = (OnCall("李勇", "13900003333"), OnCall("孙亮", "13900004444"))
    services.roster.write_pattern(by, Pattern(day.id, days, _MONDAY, _SUNDAY, time(8), time(20)))
    services.roster.write_pattern(by, Pattern(night.id, nights, _MONDAY, _SUNDAY, time(20), time(8)))
    services.inspections.lists()
    services.day_list.tasks()
    office.clock.set(datetime(2026, 11, 18, 10))
    services.hazards.find(cashier, NewHazard("3 栋东侧井盖松动", "3 栋东侧路面", owner="工程部 赵师傅"))
    services.hazards.find(
        cashier,
        NewHazard("楼道堆放纸箱，占用疏散通道", "5 栋 1 单元 3 层", Grade.MAJOR, "秩序部 刘队", date(2026, 11, 19)),
    )
    office.clock.set(datetime(2026, 11, 20, 8, 25))
    for line in services.day_list.of_day()[:5]:
        services.day_list.tick(cashier, line.task.id)
    for hour, words in (
        (9, "晨会：昨日 3 项到期，已分派"),
        (14, "2 栋电梯维保到场，16:10 离场"),
        (18, "地库 B1 排水泵试运行正常"),
    ):
        office.clock.set(datetime(2026, 11, 20, hour, 10))
        services.duty_log.write(cashier, words)
    office.clock.set(NIGHT)


class Desk(PageDesk[DutyTab]):
    """The tab as it opens: the first page, the focus in the day list."""

    def __init__(
        self,
        office: OfficeBuilder,
        by: Actor | None = None,
        size: tuple[int, int] = (1366, 697),
        *,
        panels: bool = False,
        printing: object = None,
    ) -> None:
        super().__init__(DutyTab, "duty", office, by or office.cashier, size, panels=panels, printing=printing)
        self.page.furnish()
        self.page.focus_search()

    def ticked(self) -> list[str]:
        """The names of what is ticked on the day list."""
        return [line.task.name for line in self.page.home.day.table.rows_model.rows if line.tick is not None]

    def logged(self) -> list[str]:
        """What the log says, the oldest line first."""
        table = self.page.home.log.table
        return [table.rows_model.columns[1].text_of(line) for line in table.rows_model.rows]

    def due(self) -> list[str]:
        """What is due, with its state."""
        return [f"{row.name}: {row.state.word}" for row in self.page.home.due.table.rows_model.rows]
