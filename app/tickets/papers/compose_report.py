"""Reads a repair as its report says it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from app.core.money import NOTHING, total
from app.core.show import show_money, show_time
from app.tickets.files.photo_rows import photos_of
from app.tickets.kinds import Confirmation, State
from app.tickets.materials.kinds import PayState
from app.tickets.papers.compose import ToldTicket, paper_line
from app.tickets.papers.paper_words import CONFIRMED, short_time, spoken_phone
from app.tickets.papers.repair_report_facts import Findings, RepairReportFacts
from app.tickets.side_entries import with_merged
from app.tickets.tables import ticket_entry

_STEPS = {
    State.CONTACTED: "已联系",
    State.ON_THE_WAY: "出发",
    State.ARRIVED: "到场",
    State.IN_WORK: "开始维修",
    State.WAITING_RESIDENT: "等住户",
    State.WAITING_PARTS: "等配件",
    State.WAITING_THIRD: "等外单位",
    State.DONE: "修好",
    State.CONFIRMED: "住户确认",
}


def report_facts(connection: Connection, told: ToldTicket, said: Findings, now: datetime) -> RepairReportFacts:
    """What the report says now; what was not said anew is taken from the closing."""
    who = None if told.hides_reporter else told.reporter
    closing = told.row["closing"] or {}
    found = said.found.strip() or closing.get("cause", "")
    confirmed = CONFIRMED[Confirmation(closing["confirmed"])] if closing else ""
    free = total(line.worth for line in told.lines if line.state is PayState.FREE)
    return RepairReportFacts(
        company=told.office.company,
        service_centre=told.office.service_centre,
        telephone=told.office.telephone,
        number=told.number,
        kind=told.kind_said,
        where=told.where_to_go,
        name="" if who is None else who.name,
        phone="" if who is None else spoken_phone(who.phone),
        reported=told.reported,
        given_to=told.given_to,
        problem=told.row["text"],
        steps=_steps(connection, told.row["id"]),
        found=found,
        done=said.done.strip() or closing.get("action", ""),
        tested="\n".join(part for part in (said.tested.strip(), confirmed) if part),
        advice=said.advice.strip(),
        lines=tuple(paper_line(line) for line in told.lines),
        to_pay=total(line.amount for line in told.lines),
        free=free,
        payment=_payment(told),
        photos=len(photos_of(connection, with_merged(connection, told.row["id"]), told.row["id"])),
        issued=show_time(now),
        code=told.code,
    )


def _steps(connection: Connection, ticket_id: int) -> tuple[tuple[str, str], ...]:
    """Each state that the work came to, when it came to it; what was taken back is left out."""
    undone = ticket_entry.alias()
    rows = connection.execute(
        select(ticket_entry.c.state, ticket_entry.c.text, ticket_entry.c.happened_at)
        .outerjoin(undone, undone.c.undoes == ticket_entry.c.id)
        .where(ticket_entry.c.ticket_id == ticket_id, undone.c.id.is_(None), ticket_entry.c.undoes.is_(None))
        .order_by(ticket_entry.c.happened_at, ticket_entry.c.id)
    )
    steps, before = [], ""
    for row in rows:
        if row.state != before and State(row.state) in _STEPS:
            words = _STEPS[State(row.state)]
            steps.append((short_time(row.happened_at), f"{words}：{row.text}" if row.text else words))
        before = row.state
    return tuple(steps)


def _payment(told: ToldTicket) -> str:
    receipts = dict.fromkeys(line.paid.receipt for line in told.lines if line.paid is not None)
    waits = total(line.outstanding for line in told.lines)
    parts = [f"已付，收据 {'、'.join(receipts)}。" if receipts else ""]
    parts.append(f"待付 {show_money(waits, sign=True)}，请到前台付款，凭收据。" if waits > NOTHING else "")
    return " ".join(part for part in parts if part)
