from __future__ import annotations

import pytest

from app.core.money import NOTHING, Money
from app.fees.refusals import ChargeNeedsName, ChargeOfNothing
from tests.fees.conftest import FeesOffice


def test_a_card_is_charged_once_and_due_today(office: FeesOffice) -> None:
    unit, card = office.unit("3-2-501"), office.item("access-card")
    office.one_offs.add(office.cashier, unit, card.id, "门禁卡", Money.yuan(20))
    assert office.owes(unit) == [("门禁卡", "None", Money.yuan(20))]
    assert office.broken_truths() == []


def test_a_charge_without_name_or_amount_is_refused(office: FeesOffice) -> None:
    unit, card = office.unit("3-2-501"), office.item("access-card")
    with pytest.raises(ChargeNeedsName):
        office.one_offs.add(office.cashier, unit, card.id, " ", Money.yuan(20))
    with pytest.raises(ChargeOfNothing):
        office.one_offs.add(office.cashier, unit, card.id, "门禁卡", NOTHING)
    assert office.owes(unit) == []
