"""A service desk on a Friday morning: tickets in every state, one late, two soon due, two paused."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from app.core.ids import UnitId
from app.tickets.catalogue.teams import WorkerFacts
from app.tickets.entry.new_ticket import Caller, NewTicket, new_client_id
from app.tickets.kinds import Confirmation, ContactWay, Priority, ServiceClass, Source, State, TicketKind
from app.tickets.materials.kinds import LineKind
from app.tickets.materials.line_rule import NewLine
from app.tickets.moves.asked import Appointment, Closing, Contact, GiveOut, MoveTo
from tests.office_builder import OfficeBuilder

NOW = datetime(2026, 11, 20, 11, 4)
DONE = Closing("密封圈老化", "更换密封圈", 20, confirmed=Confirmation.PHONE)
_HOMES = {
    "1-2-1104": "陈晓东",
    "5-1-802": "周敏",
    "3-2-501": "张建国",
    "2-3-305": "王丽",
    "1-3-204": "刘洋",
    "6-1-1203": "孙强",
    "4-2-903": "何子涵",
    "2-1-1801": "赵金贵",
}


class Scene:
    """`tickets` are ids by the end of their room or place."""

    def __init__(self, office: OfficeBuilder) -> None:
        self.office = office
        self.homes: dict[str, UnitId] = {}
        self.tickets: dict[str, int] = {}
        self.worker = 0

    def build(self) -> Scene:
        """Everything as it is at four past eleven."""
        for code, owner in _HOMES.items():
            self.homes[code] = self.office.unit(code, owner, phone=f"138{len(self.homes):04}5678")
        teams, by = self.office.office.teams, self.office.supervisor
        team = next(iter(teams.teams()), None)
        team_id = teams.add_team(by, "工程部") if team is None else team.id
        self.worker = teams.add_worker(by, WorkerFacts("赵师傅", team_id=team_id, phone="13900001111"))
        self._older()
        self._this_morning()
        self._the_leak()
        self.office.clock.set(NOW)
        return self

    def _older(self) -> None:
        late = self._report("18 09:10", "1-2-1104", "厨房下水反水，已漏到楼下", service_class=ServiceClass.EMERGENCY)
        self._work(late)
        waits = self._report("18 10:00", "6-1-1203", "阳台推拉窗轨道变形，待配件")
        self._work(waits, State.WAITING_PARTS)
        asked = self._report("19 15:00", "4-2-903", "对讲分机无声，约周六上门")
        self._give_out(asked)
        when = Appointment(datetime(2026, 11, 21, 9, 30), asked_by_resident=True)
        self.office.office.ticket_moves.appoint(self.office.cashier, asked, None, when)
        self._report("19 16:00", "2-1-1801", "快递柜旁加装照明", kind=TicketKind.SUGGESTION)
        closed = self._report("19 16:10", "5-1-802", "楼道灯不亮")
        self._work(closed)
        self.office.office.ticket_moves.close(self.office.cashier, closed, None, DONE)
        self.tickets["closed"] = closed

    def _this_morning(self) -> None:
        self._work(self._report("20 08:20", "5-1-802", "入户门锁卡死，住户在门外"))
        self._report("20 10:50", "2-3-305", "楼上夜间装修噪声", kind=TicketKind.COMPLAINT)
        self._report("20 10:36", "1-3-204", "客厅灯不亮，已换灯泡无效")
        self._report("20 11:00", "", "B1-073 车位上方喷淋管滴水", place="地库 B1", priority=Priority.URGENT)

    def _the_leak(self) -> None:
        office, by = self.office.office, self.office.cashier
        leak = self._report("20 09:12", "3-2-501", "卫生间顶棚渗水，疑似楼上 601 防水", source=Source.PHONE)
        self.office.clock.set(_moment("20 09:23"))
        told = Contact(ContactWay.PHONE, "张建国", reached=True, text="约定 10:30 上门，勿用吊顶照明")
        office.ticket_notes.contact(by, leak, told)
        self.office.clock.set(_moment("20 09:40"))
        self._give_out(leak)
        self._move(leak, "20 10:20", State.WAITING_RESIDENT, "住户外出，10:30 到家")
        self._move(leak, "20 10:31", State.IN_WORK, "住户到家")
        office.ticket_lines.add(by, leak, NewLine(LineKind.MATERIAL, "角阀 DN15", "个", Decimal(1), Decimal(28)))
        office.ticket_lines.add(by, leak, NewLine(LineKind.LABOUR, "人工", "时", Decimal("0.5"), Decimal(60)))

    def _report(self, when: str, home: str, text: str, **facts: Any) -> int:
        self.office.clock.set(_moment(when))
        where = {"unit_id": self.homes[home]} if home else {}
        caller = Caller(_HOMES[home], "13800005678") if home else Caller()
        asked = NewTicket(new_client_id(), text, caller=caller, **{"kind": TicketKind.REPAIR, **where, **facts})
        made = self.office.office.tickets.report(self.office.cashier, asked).ticket_id
        self.tickets[home or facts["place"]] = made
        return made

    def _give_out(self, ticket_id: int) -> None:
        asked = GiveOut(assignee_id=self.office.supervisor.id, worker_id=self.worker)
        self.office.office.ticket_moves.give_out(self.office.cashier, ticket_id, None, asked)

    def _work(self, ticket_id: int, *further: State) -> None:
        self._give_out(ticket_id)
        for state in (State.IN_WORK, *further):
            self.office.office.ticket_moves.move(self.office.cashier, ticket_id, None, MoveTo(state))

    def _move(self, ticket_id: int, when: str, to: State, text: str) -> None:
        self.office.clock.set(_moment(when))
        self.office.office.ticket_moves.move(self.office.cashier, ticket_id, None, MoveTo(to, text))


def _moment(when: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{when}")
