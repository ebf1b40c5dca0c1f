"""Online payment is down: a switch that shows words, prints a notice and counts; the program itself needs no network."""

from __future__ import annotations

import socket
from datetime import datetime
from pathlib import Path

import pytest

from app.core.money_text import parse_money
from app.counter.methods import Method
from app.counter.outages.refusals import OnlineDownAlready, OnlineNotDown
from app.counter.papers.online_notice import online_notice_pdf
from tests.conftest import NetworkTouched
from tests.office_builder import OfficeBuilder
from tests.paper.judges import PaperOnTable


@pytest.fixture
def home(counter: OfficeBuilder) -> OfficeBuilder:
    rooms = (("3-1-301", "苏晚"), ("3-1-702", "裴小山"), ("3-1-901", "白鹭"))
    counter.property_fee(*(counter.unit(room, owner) for room, owner in rooms))
    counter.billed_through(2026, 10)
    counter.open_shift()
    return counter


def test_the_switch_says_since_when_and_what_to_say(home: OfficeBuilder) -> None:
    assert home.office.online_payment.down() is None
    down = home.office.online_payment.is_down(home.cashier, "扫码枪连不上")
    assert (down.since, down.reason) == (datetime(2026, 11, 20, 9), "扫码枪连不上")
    assert "收据照常开" in down.words
    with pytest.raises(OnlineDownAlready):
        home.office.online_payment.is_down(home.supervisor)


def test_the_payments_of_that_time_are_counted_by_method(home: OfficeBuilder) -> None:
    estate = home.office.estate
    home.pays(estate.unit_named("3-1-301"))
    home.clock.advance(minutes=5)
    home.office.online_payment.is_down(home.cashier)
    home.clock.advance(minutes=5)
    home.pays(estate.unit_named("3-1-702"), "600")
    home.pays(estate.unit_named("3-1-901"), "100", Method.TRANSFER, reference="8801")
    home.clock.advance(minutes=5)
    summary = home.office.online_payment.is_back(home.cashier)
    counted = {one.method: (one.payments, one.amount) for one in summary.methods}
    assert counted[Method.TRANSFER] == (1, parse_money("100"))
    cash = counted[Method.CASH]
    assert cash[0] == 1
    assert cash[1] < parse_money("600")
    assert (summary.payments, summary.amount) == (2, cash[1] + parse_money("100"))


def test_a_payment_that_was_taken_back_does_not_count(home: OfficeBuilder) -> None:
    home.office.online_payment.is_down(home.cashier)
    taken = home.pays(home.office.estate.unit_named("3-1-702"))
    home.office.receipts.void(home.cashier, taken.receipt_id, "wrong room", copies_returned=True)
    so_far = home.office.online_payment.so_far()
    assert so_far is not None
    assert so_far.methods == ()


def test_it_ends_once(home: OfficeBuilder) -> None:
    home.office.online_payment.is_down(home.cashier)
    home.office.online_payment.is_back(home.cashier)
    assert home.office.online_payment.down() is None
    with pytest.raises(OnlineNotDown):
        home.office.online_payment.is_back(home.cashier)
    with pytest.raises(OnlineNotDown):
        home.office.online_payment.notice()


def test_x02_the_notice_names_nobody_and_nothing_owed(home: OfficeBuilder, tmp_path: Path) -> None:
    home.office.online_payment.is_down(home.cashier, "苏晚的手机扫不了")
    paper = PaperOnTable(online_notice_pdf(home.office.online_payment.notice()), tmp_path)
    for said in ("线上缴费暂停", "现金", "转账", "0571-5550100", "2026-11-20 09:00"):
        assert paper.says(said)
    for secret in ("苏晚", "王敏", "欠", "¥", "3-1-301", "停水", "停电"):
        assert not paper.says(secret)
    assert paper.page_count == 1


def test_g11_a_network_that_is_down_changes_nothing(home: OfficeBuilder) -> None:
    with pytest.raises(NetworkTouched):
        socket.create_connection(("192.0.2.1", 443))
    taken = home.pays(home.office.estate.unit_named("3-1-301"))
    papers = home.office.power_cuts.prepare(home.cashier, "李强", 2)
    assert taken.label
    assert papers.roster.households == 2
    assert home.breaches() == []
