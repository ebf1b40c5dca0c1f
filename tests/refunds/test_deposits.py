"""Deposits: held as a liability, kept for a reason, used for what is owed, given back against the receipt."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.access.permissions import Permission
from app.access.refusals import NotPermitted
from app.core.ids import UnitId
from app.core.money import NOTHING, Money, total
from app.counter.deposits.deposits import Keep
from app.counter.deposits.kept_by_mistake import TakeBack
from app.counter.deposits.refusals import DepositReasonMissing, MoreThanHeld, MoreThanOwed, NotKept, OtherUnit
from app.counter.methods import Method
from app.counter.refunds.asked import RefundKind, ReturnLine
from app.counter.refunds.refusals import DepositUsed, RefundAboveRest
from app.fees.money_of import MoneyOf
from app.fees.refusals import DepositHasNoTariff
from app.fees.terms import Formula, TariffTerms
from app.ledger.accounts import DEPOSITS_HELD, FORFEITS
from tests.refunds.refund_office import RefundOffice


@pytest.fixture
def home(counter: RefundOffice) -> UnitId:
    unit_id = counter.unit("3-2-501")
    counter.property_fee(unit_id)
    counter.billed_through(2026, 11)
    counter.open_shift()
    return unit_id


def keeps(counter: RefundOffice, keep: Keep) -> None:
    counter.office.deposits.keep(counter.cashier, keep, counter.approval(Permission.KEEP_DEPOSIT))


def test_a_deposit_is_a_liability_and_its_line_says_that_it_comes_back(counter: RefundOffice, home: UnitId) -> None:
    taken, held = counter.deposit(home)
    assert held.held == Money(2000_00)
    assert counter.balance(DEPOSITS_HELD) == -Money(2000_00)
    lines = counter.office.receipts.facts(taken.receipt_id).lines
    assert "装修押金（可退，凭本收据）" in [line.item for line in lines]
    assert counter.breaches() == []


def test_the_list_of_deposits_is_the_account_also_where_cash_was_rounded(counter: RefundOffice, home: UnitId) -> None:
    counter.deposit(home)
    other = counter.unit("3-2-502", "李秀英")
    counter.deposit(other, "1500", "1000")  # 500.00 of it is still owed
    assert total(one.held for one in counter.office.deposits.all()) == Money(3000_00)
    assert counter.breaches() == []


def test_a_part_is_kept_for_a_reason_with_a_supervisors_yes(counter: RefundOffice, home: UnitId) -> None:
    _, held = counter.deposit(home)
    keep = Keep(held.charge_id, Money(300_00), "损坏电梯轿厢护板")
    with pytest.raises(NotPermitted):
        counter.office.deposits.keep(counter.cashier, keep)
    with pytest.raises(DepositReasonMissing):
        keeps(counter, Keep(held.charge_id, Money(300_00), " "))
    with pytest.raises(MoreThanHeld):
        keeps(counter, Keep(held.charge_id, Money(2000_01), "损坏"))
    keeps(counter, keep)
    assert counter.office.deposits.of_unit(home)[0].held == Money(1700_00)
    assert counter.balance(FORFEITS) == -Money(300_00)
    assert counter.breaches() == []


def test_a_deposit_settles_what_its_unit_owes_and_no_other(counter: RefundOffice, home: UnitId) -> None:
    neighbour = counter.unit("3-2-502", "李秀英")
    counter.property_fee(neighbour, price="1.850")
    _, held = counter.deposit(home)
    counter.billed_through(2026, 12)
    (own,) = counter.office.deposits.owed_by(home)
    theirs = counter.office.deposits.owed_by(neighbour)[0]
    asked, yes = Keep(held.charge_id, own.outstanding, "业主同意抵交"), counter.approval(Permission.KEEP_DEPOSIT)
    with pytest.raises(OtherUnit):
        counter.office.deposits.use(counter.cashier, asked, theirs.id, yes)
    more = Keep(held.charge_id, own.outstanding + Money(1), "业主同意抵交")
    with pytest.raises(MoreThanOwed):
        counter.office.deposits.use(counter.cashier, more, own.id, yes)
    counter.office.deposits.use(counter.cashier, asked, own.id, yes)
    assert counter.office.deposits.owed_by(home) == ()
    assert counter.office.deposits.of_unit(home)[0].held == Money(2000_00) - own.outstanding
    assert counter.breaches() == []


def test_a_deposit_pays_nothing_of_what_is_still_owed_of_itself(counter: RefundOffice, home: UnitId) -> None:
    neighbour = counter.unit("3-2-502", "李秀英")
    _, held = counter.deposit(neighbour, "2000", "1000")
    assert counter.office.deposits.owed_by(neighbour) == ()
    asked, yes = Keep(held.charge_id, Money(500_00), "抵交"), counter.approval(Permission.KEEP_DEPOSIT)
    with pytest.raises(OtherUnit):
        counter.office.deposits.use(counter.cashier, asked, held.charge_id, yes)
    assert counter.office.deposits.of_unit(neighbour)[0].owed == Money(1000_00)


def test_c28_a_deposit_goes_back_against_its_receipt_less_what_was_kept(counter: RefundOffice, home: UnitId) -> None:
    taken, held = counter.deposit(home)
    keeps(counter, Keep(held.charge_id, Money(300_00), "损坏电梯轿厢护板"))
    with pytest.raises(RefundAboveRest) as refused:
        counter.asks_back(taken.receipt_id, RefundKind.DEPOSIT, (ReturnLine(held.charge_id, Money(1700_01)),))
    assert refused.value.rest == Money(1700_00)
    asked = counter.asks_back(taken.receipt_id, RefundKind.DEPOSIT, (ReturnLine(held.charge_id, Money(1700_00)),))
    done = counter.refunds(asked)
    facts = counter.office.refunds.facts(done.receipt_id)
    assert [(line.item, line.amount) for line in facts.lines] == [
        ("原收据 R-000001", Money(2000_00)),
        ("减：扣款", Money(-300_00)),
        ("应退：押金", Money(1700_00)),
    ]
    assert facts.lines[1].arithmetic == "损坏电梯轿厢护板"
    assert counter.balance(DEPOSITS_HELD) == NOTHING
    assert counter.breaches() == []


def test_c28_a_deposit_goes_back_in_parts(counter: RefundOffice, home: UnitId) -> None:
    taken, held = counter.deposit(home)
    for amount in (Money(500_00), Money(1500_00)):
        line = (ReturnLine(held.charge_id, amount),)
        counter.refunds(counter.asks_back(taken.receipt_id, RefundKind.DEPOSIT, line))
        assert counter.breaches() == []
    assert counter.office.deposits.of_unit(home)[0].held == NOTHING


def test_c28_the_fen_that_are_left_of_a_deposit_clear_it_in_cash(counter: RefundOffice, home: UnitId) -> None:
    taken, held = counter.deposit(home)
    keeps(counter, Keep(held.charge_id, Money(33_33), "水费"))
    line = (ReturnLine(held.charge_id, Money(1966_67)),)
    done = counter.refunds(counter.asks_back(taken.receipt_id, RefundKind.DEPOSIT, line))
    assert done.amount == Money(1966_60)
    assert counter.office.deposits.of_unit(home)[0].held == NOTHING
    assert counter.breaches() == []


def test_c27_a_receipt_whose_deposit_was_used_is_not_voided(counter: RefundOffice, home: UnitId) -> None:
    taken, held = counter.deposit(home)
    keeps(counter, Keep(held.charge_id, Money(300_00), "损坏"))
    with pytest.raises(DepositUsed):
        counter.office.receipts.void(counter.cashier, taken.receipt_id, "wrong room", copies_returned=True)


def test_c27_a_voided_receipt_holds_no_deposit(counter: RefundOffice, home: UnitId) -> None:
    taken, _ = counter.deposit(home)
    counter.office.receipts.void(counter.cashier, taken.receipt_id, "wrong room", copies_returned=True)
    assert counter.office.deposits.of_unit(home) == ()
    assert counter.balance(DEPOSITS_HELD) == NOTHING
    assert counter.breaches() == []


def test_no_tariff_charges_a_deposit(counter: RefundOffice) -> None:
    item = counter.office.fee_items.add(counter.supervisor, "车位押金", MoneyOf.DEPOSIT)
    assert item.one_off_price == NOTHING
    terms = TariffTerms(Formula.FIXED, Decimal(10))
    with pytest.raises(DepositHasNoTariff):
        counter.office.tariffs.create(counter.supervisor, item.id, "押金", date(2026, 1, 1), terms)


def test_a_deposit_by_transfer_goes_back_by_transfer(counter: RefundOffice, home: UnitId) -> None:
    taken, held = counter.deposit(home)
    line = (ReturnLine(held.charge_id, Money(2000_00)),)
    done = counter.refunds(counter.asks_back(taken.receipt_id, RefundKind.DEPOSIT, line, Method.TRANSFER))
    assert counter.office.refunds.facts(done.receipt_id).method == "转入账户尾号 1234"
    assert counter.breaches() == []


def holds_again(counter: RefundOffice, asked: TakeBack) -> Money:
    return counter.office.deposits.take_back(counter.cashier, asked, counter.approval(Permission.KEEP_DEPOSIT))


def test_what_was_kept_by_mistake_is_held_again_and_both_rows_stay(counter: RefundOffice, home: UnitId) -> None:
    taken, held = counter.deposit(home)
    keeps(counter, Keep(held.charge_id, Money(300_00), "损坏电梯轿厢护板"))
    keeps(counter, Keep(held.charge_id, Money(100_00), "垃圾未清"))
    wrong = counter.office.deposits.of_unit(home)[0].moves[0]
    with pytest.raises(NotPermitted):
        counter.office.deposits.take_back(counter.cashier, TakeBack(held.charge_id, wrong.id, "不是他家"))
    with pytest.raises(DepositReasonMissing):
        holds_again(counter, TakeBack(held.charge_id, wrong.id, " "))
    assert holds_again(counter, TakeBack(held.charge_id, wrong.id, "不是他家")) == Money(300_00)
    (now,) = counter.office.deposits.of_unit(home)
    assert (now.held, [move.amount for move in now.moves]) == (Money(1900_00), [Money(100_00)])
    assert counter.balance(FORFEITS) == -Money(100_00)
    assert counter.breaches() == []
    with pytest.raises(NotKept):
        holds_again(counter, TakeBack(held.charge_id, wrong.id, "再来一次"))
    line = (ReturnLine(held.charge_id, Money(1900_00)),)
    done = counter.refunds(counter.asks_back(taken.receipt_id, RefundKind.DEPOSIT, line))
    facts = counter.office.refunds.facts(done.receipt_id)
    assert [line.amount for line in facts.lines] == [Money(2000_00), -Money(100_00), Money(1900_00)]
    assert counter.breaches() == []


def test_only_what_was_kept_of_this_deposit_is_held_again(counter: RefundOffice, home: UnitId) -> None:
    taken, held = counter.deposit(home)
    _, theirs = counter.deposit(counter.unit("3-2-502", "李秀英"))
    line = (ReturnLine(held.charge_id, Money(500_00)),)
    counter.refunds(counter.asks_back(taken.receipt_id, RefundKind.DEPOSIT, line))
    keeps(counter, Keep(theirs.charge_id, Money(100_00), "垃圾未清"))
    given_back = counter.office.deposits.of_unit(home)[0].moves[0]
    kept_there = counter.office.deposits.of_unit(theirs.unit_id)[0].moves[0]
    for move in (given_back, kept_there):
        with pytest.raises(NotKept):
            holds_again(counter, TakeBack(held.charge_id, move.id, "不是他家"))
    assert counter.breaches() == []
