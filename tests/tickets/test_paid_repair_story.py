"""A repair that the resident pays for: from the call to the receipt at the counter and the call back afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest

from app.core.clock import SetClock
from app.core.money import Money
from app.core.paper_code import parse_code
from app.counter.methods import Method
from app.store.folder import DataFolder
from app.tickets.catalogue.teams import WorkerFacts
from app.tickets.files.photos import Photos
from app.tickets.kinds import ClockName, Confirmation, ContactWay, ServiceClass, Source, State
from app.tickets.materials.kinds import PayState
from app.tickets.moves.asked import Appointment, Closing, Contact
from app.tickets.papers.draw_sheet import sheet_pdf
from app.tickets.papers.work_order_facts import WorkOrderFacts
from app.tickets.ratings.rating_rule import Rating, RatingResult
from tests.tickets.files.pictures import HELD_UPRIGHT, photo
from tests.tickets.materials.work_office import SEAL, VALVE, WORK, WorkOffice


@pytest.fixture
def desk(office_folder: DataFolder, clock: SetClock) -> Iterator[WorkOffice]:
    opened = WorkOffice(office_folder, clock)
    yield opened
    opened.office.close()


def test_a_repair_that_the_resident_pays_for_ends_in_a_receipt(desk: WorkOffice) -> None:
    office, cashier = desk.office, desk.cashier

    # 09:12 the resident calls, a photo comes by WeChat, the slip is asked for.
    desk.at("2026-11-20T09:12")
    leak = desk.reported(
        "厨房水槽下水管接口渗水，柜底已湿。下午在家。", source=Source.PHONE, service_class=ServiceClass.PAID
    )
    office.photos.add(cashier, leak, Photos.read_bytes(photo((900, 600), HELD_UPRIGHT), "微信图片.jpg"))
    team = office.teams.add_team(desk.supervisor, "工程部")
    worker = office.teams.add_worker(desk.supervisor, WorkerFacts("钱树", team_id=team))

    # 09:20 called back within the promise, an hour is agreed, the order goes out.
    desk.at("2026-11-20T09:20").gives(leak, worker_id=worker)
    office.ticket_notes.contact(cashier, leak, Contact(ContactWay.PHONE, "张建国", reached=True))
    office.ticket_moves.appoint(cashier, leak, None, Appointment(datetime(2026, 11, 20, 14)))
    number = office.ticket_papers.issue_work_order(cashier, leak)
    sheet = office.ticket_papers.sheet(cashier, number)
    assert sheet_pdf(sheet).startswith(b"%PDF")
    office.ticket_papers.printed(sheet)
    assert isinstance(sheet.facts, WorkOrderFacts)
    assert (sheet.facts.given_to, sheet.facts.appointment) == ("工程部 钱树", "11-20  14:00")
    assert sheet.facts.contact_by.endswith("已联系")
    assert office.ticket_papers.scanned(parse_code(sheet.facts.code)).ticket_id == leak

    # 15:10 the worker is back: two valves and an hour and a half are paid, the seal is not.
    desk.at("2026-11-20T14:00").moves(leak, State.ARRIVED, State.IN_WORK)
    desk.at("2026-11-20T15:10").moves(leak, State.DONE)
    for line in (VALVE, WORK, SEAL):
        desk.line(leak, line)
    assert desk.charged(leak) == Money.yuan(160)
    assert desk.lines(leak).state is PayState.TO_PAY

    # 15:30 at the counter: the bill shows it, the resident pays, the line knows the receipt.
    desk.at("2026-11-20T15:30").builder.open_shift()
    assert desk.builder.owes(desk.unit) == Money.yuan(160)
    taken = desk.builder.pays(desk.unit, method=Method.WECHAT, reference="8891")
    receipt = office.receipts.facts(taken.receipt_id)
    assert [(line.item, line.quantity, line.unit_price, line.amount) for line in receipt.lines] == [
        ("角阀", "2 个", "35.00 元/个", Money.yuan(70)),
        ("工时", "1.5 小时", "60.00 元/小时", Money.yuan(90)),
    ]
    assert receipt.total == Money.yuan(160)
    assert [line.state for line in desk.lines(leak).lines] == [PayState.PAID, PayState.PAID, PayState.FREE]
    assert {line.paid.receipt for line in desk.lines(leak).lines if line.paid is not None} == {taken.label}

    # 16:00 closed, the next morning asked about.
    desk.at("2026-11-20T16:00").closes(leak, Closing("接口老化", "换角阀两只", 90, confirmed=Confirmation.SIGNED))
    desk.at("2026-11-21T10:00")
    assert [one.ticket.id for one in office.ticket_ratings.to_call(cashier)] == [leak]
    office.ticket_ratings.call_back(cashier, leak, Rating(RatingResult.GOOD, 5, 5, words="修得快"))
    assert office.ticket_ratings.to_call(cashier) == ()

    page = office.ticket_pages.open(leak)
    assert all(clock.met_at is not None for clock in page.clocks)
    assert ClockName.CONTACT in {clock.name for clock in page.clocks}
    kinds = [entry.kind.value for entry in page.timeline]
    assert kinds.count("line") == 3
    assert {"file", "printed", "charged", "closed", "rating"} <= set(kinds)
    assert desk.true()


def test_a_wrong_receipt_is_voided_and_the_repair_waits_to_be_paid_again(desk: WorkOffice) -> None:
    leak = desk.reported()
    desk.moves(leak, State.DONE)
    desk.line(leak)
    desk.charged(leak)
    desk.builder.open_shift()
    wrong = desk.builder.pays(desk.unit)
    desk.office.receipts.void(desk.cashier, wrong.receipt_id, "现金点错", copies_returned=True)
    assert desk.states(leak) == [PayState.TO_PAY]
    right = desk.builder.pays(desk.unit, method=Method.ALIPAY, reference="7788")
    (line,) = desk.lines(leak).lines
    assert line.paid is not None
    assert line.paid.receipt == right.label != wrong.label
    assert desk.true()
