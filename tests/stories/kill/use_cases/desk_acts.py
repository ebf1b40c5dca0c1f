"""What is done at the service desk and on duty: tickets, incidents, notices, rounds, hazards."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from app.duty.hazards.flow import Grade
from app.duty.hazards.hazard_facts import NewHazard
from app.duty.tables import duty_handover, hazard, inspection_round
from app.incidents.closing.closing import Closing as IncidentClosing
from app.incidents.drills.drills import NewDrill
from app.incidents.running.asked import NewIncident
from app.incidents.tables import incident
from app.notices.asked import NoticeWanted
from app.notices.tables import notice
from app.tickets.entry.new_ticket import Caller, NewTicket
from app.tickets.kinds import ContactWay, State
from app.tickets.moves.asked import Closing, Contact, GiveOut, MoveTo
from app.tickets.tables import ticket
from tests.office_builder import CASHIER_PASSWORD
from tests.stories.kill.use_cases.life import Act, Life


def report(life: Life) -> None:
    category = life.one(life.office.ticket_categories.tree())
    asked = NewTicket(
        client_id=f"{life.seed}-{life.step}",
        text="厨房水管漏水",
        category_id=category.id,
        unit_id=life.any_home(),
        caller=Caller("张建国"),
    )
    life.office.tickets.report(life.cashier, asked)


def talk(life: Life) -> None:
    asked = Contact(ContactWay.PHONE, "张建国", reached=True, text="约明天上午")
    life.office.ticket_notes.contact(life.cashier, life.any_row(ticket.c.id), asked)


def note_ticket(life: Life) -> None:
    life.office.ticket_notes.note(life.cashier, life.any_row(ticket.c.id), "业主补充：水已关")


def give_out(life: Life) -> None:
    life.office.ticket_moves.give_out(
        life.cashier, life.any_row(ticket.c.id), None, GiveOut(assignee_id=life.cashier.id)
    )


def go_on(life: Life) -> None:
    to = life.rng.choice(list(State))
    life.office.ticket_moves.move(life.cashier, life.any_row(ticket.c.id), None, MoveTo(to, "按约上门"))


def close_ticket(life: Life) -> None:
    closing = Closing("水管老化", "更换软管", 20)
    life.office.ticket_moves.close(life.cashier, life.any_row(ticket.c.id), None, closing)


def reopen_ticket(life: Life) -> None:
    life.office.ticket_moves.reopen(life.cashier, life.any_row(ticket.c.id), None, "又漏了", f"{life.seed}-{life.step}")


def begin_incident(life: Life) -> None:
    plan = life.rng.choice(("lift-entrapment", "flooding", "fire"))
    life.office.incidents.start(life.cashier, NewIncident(f"{life.seed}-{life.step}", plan, "3 栋东梯"))


def note_incident(life: Life) -> None:
    life.office.incidents.note(life.cashier, life.any_row(incident.c.id), "电梯停在七楼")


def tick_incident(life: Life) -> None:
    chosen = life.any_row(incident.c.id)
    now = life.office.incidents.view(chosen).progress.current
    assert now is not None
    answers = {ask.id: "1" for ask in now.step.asks}
    life.office.incidents.tick(life.cashier, chosen, now.step.id, answers)


def put_step_off(life: Life) -> None:
    chosen = life.any_row(incident.c.id)
    now = life.office.incidents.view(chosen).progress.current
    assert now is not None
    life.office.incidents.put_off(life.cashier, chosen, now.step.id)


def close_incident(life: Life) -> None:
    chosen = life.any_row(incident.c.id)
    steps = [step.id for step in life.office.incidents.view(chosen).plan.steps()]
    closing = IncidentClosing("平安放出", life.clock.now(), hurt=0)
    life.office.incidents.close(life.supervisor, chosen, closing, dict.fromkeys(steps, "已由消防接管"))


def plan_drill(life: Life) -> None:
    life.office.drills.plan(life.supervisor, NewDrill("flooding", life.today + timedelta(days=9), scenario="暴雨"))


def issue_notice(life: Life) -> None:
    day = life.today + timedelta(days=4)
    begins, ends = datetime.combine(day, time(9)), datetime.combine(day, time(16))
    values = {"from": begins.isoformat(), "to": ends.isoformat(), "reason": "供电公司检修线路"}
    asked = life.office.notices.begin(NoticeWanted("planned-power-cut", place="全小区", values=values))
    life.office.notices.issue(life.cashier, asked)


def call_notice_off(life: Life) -> None:
    life.office.notices.call_off(life.cashier, life.any_row(notice.c.id), "检修改期")


def write_duty_log(life: Life) -> None:
    life.office.duty_log.write(life.cashier, "地库水泵试运行正常")


def give_duty(life: Life) -> None:
    life.office.duty_log.give(life.supervisor, "王敏", "夜间看水位", ("总钥匙 1 串",))


def sign_duty(life: Life) -> None:
    life.office.duty_log.sign(life.any_row(duty_handover.c.id), "王敏", CASHIER_PASSWORD)


def tick_day_list(life: Life) -> None:
    life.office.day_list.tick(life.cashier, life.one(life.office.day_list.tasks()).id)


def add_task(life: Life) -> None:
    life.office.day_list.add(life.supervisor, life.name("巡查泵房 "), time(10, 30), frozenset(range(7)))


def begin_round(life: Life) -> None:
    life.office.inspections.begin(life.cashier, life.one(life.office.inspections.lists()).id)


def see_point(life: Life) -> None:
    chosen = life.any_row(inspection_round.c.id)
    for point in life.office.inspections.round(chosen).points:
        if life.rng.random() < 0.9:
            life.office.inspections.see(life.cashier, chosen, point.key, "1")
        else:
            life.office.inspections.leave_out(life.cashier, chosen, point.key, "门锁着")


def end_round(life: Life) -> None:
    life.office.inspections.end(life.cashier, life.any_row(inspection_round.c.id))


def find_hazard(life: Life) -> None:
    grade = life.rng.choice((Grade.MINOR, Grade.GENERAL))
    life.office.hazards.find(life.cashier, NewHazard("应急照明不亮", "2 栋 6 层走廊", grade))


def put_hazard_right(life: Life) -> None:
    life.office.hazards.put_right(life.cashier, life.any_row(hazard.c.id), "已更换灯具")


def raise_ticket(life: Life) -> None:
    life.office.hazards.raise_ticket(life.cashier, life.any_row(hazard.c.id))


def add_post(life: Life) -> None:
    life.office.roster.add_post(life.supervisor, life.name("夜班 "), time(20), time(8))


ACTS: tuple[Act, ...] = (
    *(report, talk, note_ticket, give_out, go_on, close_ticket, reopen_ticket, begin_incident, note_incident),
    *(tick_incident, put_step_off, close_incident, plan_drill, issue_notice, call_notice_off, write_duty_log),
    *(give_duty, sign_duty, tick_day_list, add_task, begin_round, see_point, end_round, find_hazard),
    *(put_hazard_right, raise_ticket, add_post),
)
