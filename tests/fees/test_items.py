from __future__ import annotations

import pytest

from app.access.refusals import NotPermitted
from app.core.money import NOTHING, Money
from app.fees.items import counter_account
from app.fees.money_of import MoneyOf
from app.fees.refusals import FeeItemExists, FeeItemNeedsName
from tests.fees.conftest import FeesOffice


def test_a_new_office_has_the_items_that_nearly_every_office_has(office: FeesOffice) -> None:
    names = [item.name for item in office.items.all() if item.active]
    own = ["物业费", "公共能耗费", "车位费", "水费", "电费", "门禁卡", "装修垃圾清运费", "临时收费"]
    assert names == [*own, "装修押金", "有偿维修费"]


def test_the_repair_fund_is_there_but_off_and_held_for_the_owners(office: FeesOffice) -> None:
    fund = office.item("repair-fund")
    assert (fund.active, fund.money_of) == (False, MoneyOf.OWNERS)
    office.items.set_active(office.boss, fund.id, active=True)
    assert office.item("repair-fund").active


def test_money_held_for_others_never_credits_revenue(office: FeesOffice) -> None:
    accounts = [counter_account(office.item(code)) for code in ("property", "water", "repair-fund")]
    assert accounts == ["revenue:property", "liabilities:supplier:water", "liabilities:owners:repair-fund"]


def test_one_off_items_have_a_price_or_are_typed_each_time(office: FeesOffice) -> None:
    prices = {item.name: item.one_off_price for item in office.items.one_offs()}
    assert prices == {
        "门禁卡": Money.yuan(20),
        "装修垃圾清运费": Money.yuan(300),
        "临时收费": NOTHING,
        "装修押金": NOTHING,
        "有偿维修费": NOTHING,
    }


def test_papers_say_that_supplier_money_is_collected_for_others(office: FeesOffice) -> None:
    assert [office.item(code).paper_name for code in ("water", "property")] == ["代收水费", "物业费"]


def test_an_added_item_comes_last(office: FeesOffice) -> None:
    added = office.items.add(office.boss, " 电梯费 ", MoneyOf.OWN)
    assert office.items.all()[-1] == added
    assert added.name == "电梯费"
    assert added.one_off_price is None


def test_an_item_needs_a_name_of_its_own(office: FeesOffice) -> None:
    with pytest.raises(FeeItemExists):
        office.items.add(office.boss, "物业费", MoneyOf.OWN)
    with pytest.raises(FeeItemNeedsName):
        office.items.add(office.boss, "  ", MoneyOf.OWN)


def test_a_cashier_changes_no_items(office: FeesOffice) -> None:
    with pytest.raises(NotPermitted):
        office.items.add(office.cashier, "电梯费", MoneyOf.OWN)
    with pytest.raises(NotPermitted):
        office.items.set_active(office.cashier, office.item("water").id, active=False)
