"""What a mandate lets the office add to money that it holds for others, and where it goes: never to revenue."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import func, select, update

from app.core.ids import UnitId
from app.core.money import NOTHING, Money
from app.fees.adjustments.waivers import Adjustments
from app.fees.charges import OpenCharge, open_charges
from app.fees.items import late_fee_account
from app.fees.mandate import Mandate
from app.fees.money_of import MoneyOf
from app.fees.refusals import MandateMissing
from app.fees.tables import charge, fee_item
from app.fees.terms import Formula, LateFeeTerms, TariffTerms
from app.fees.words.explain_words import charge_words, late_fee_words
from app.ledger.accounts import DISCOUNT, LATE_FEE_REVENUE, owners, supplier
from app.ledger.tables import posting
from app.store.store import Store
from tests.fees.conftest import FeesOffice
from tests.office_builder import OfficeBuilder

NOTICE = Mandate("供水公司 2026 年第 8 号通知", date(2026, 3, 10))
RESOLUTION = Mandate("业主大会决议 2026 年第 3 号", date(2026, 5, 20))
RATE = LateFeeTerms(Decimal("0.0005"))
NEVER_REVENUE = "money held for others never becomes revenue"


def balance(store: Store, account: str) -> Money:
    """What an account and all below it come to."""
    with store.reading() as connection:
        sums = select(func.sum(posting.c.amount)).where(posting.c.account.startswith(account))
        return connection.execute(sums).scalar() or NOTHING


def lines(office: FeesOffice, unit: UnitId) -> list[OpenCharge]:
    with office.store.reading() as connection:
        return open_charges(connection, [unit], office.clock.now().date())


def test_a_surcharge_by_mandate_is_charged_explained_and_held_with_the_rest(office: FeesOffice) -> None:
    home = office.unit("3-2-501")
    terms: dict[str, Any] = {"formula": Formula.FIXED, "surcharge": Decimal("1.50"), "mandate": NOTICE}
    office.lay(office.tariff("居民用水", "20", "water", **terms), home, first="2026-11-01")
    office.bill("2026-11")
    (water,) = lines(office, home)
    assert charge_words(water.explain, water.amount) == [
        "20.00 yuan/month × 1 month + 1.50 yuan/month × 1 month = 21.50",
        "by mandate: 供水公司 2026 年第 8 号通知, 2026-03-10",
    ]
    assert balance(office.store, supplier("water")) == Money(-2150)
    assert balance(office.store, "revenue") == NOTHING
    assert office.broken_truths() == []


@pytest.mark.parametrize(
    ("versions", "named"),
    [
        ((("1", NOTICE), ("2", RESOLUTION)), [NOTICE, RESOLUTION]),
        ((("1", NOTICE), ("2", NOTICE)), [NOTICE]),
        ((("0", None), ("2", RESOLUTION)), [RESOLUTION]),
    ],
)
def test_a_charge_names_the_mandate_of_each_version_that_added_to_it(
    office: FeesOffice, versions: tuple[tuple[str, Mandate | None], ...], named: list[Mandate]
) -> None:
    def terms(surcharge: str, mandate: Mandate | None) -> dict[str, Any]:
        return {"formula": Formula.FIXED, "surcharge": Decimal(surcharge), "mandate": mandate}

    home = office.unit("3-2-501")
    water = office.tariff("居民用水", "20", "water", **terms(*versions[0]))
    after = TariffTerms(price=Decimal(20), **terms(*versions[1]))
    office.tariffs.new_version(office.boss, water, date(2026, 11, 16), after)
    office.lay(water, home, first="2026-11-01")
    office.bill("2026-11")
    (one,) = lines(office, home)
    said = [words for words in charge_words(one.explain, one.amount) if words.startswith("by mandate")]
    assert said == [f"by mandate: {mandate.words}, {mandate.day}" for mandate in named]
    assert office.broken_truths() == []


def test_a_mandate_for_a_late_fee_alone_is_no_part_of_the_charge_but_of_its_late_fee(office: FeesOffice) -> None:
    home = office.unit("3-2-501")
    terms: dict[str, Any] = {"formula": Formula.FIXED, "late_fee": RATE, "mandate": NOTICE}
    office.lay(office.tariff("居民用水", "20", "water", **terms), home)
    office.bill("2026-10")
    (water,) = lines(office, home)
    assert "mandates" not in water.explain
    assert water.late_fee is not None
    assert late_fee_words(water.late_fee).endswith("; by mandate: 供水公司 2026 年第 8 号通知, 2026-03-10")
    assert water.late_fee.to_facts()["mandate"] == NOTICE.to_facts()


def test_a_late_fee_let_go_lowers_what_is_held_and_costs_the_office_nothing(office: FeesOffice) -> None:
    home = office.unit("3-2-501")
    terms: dict[str, Any] = {"formula": Formula.FIXED, "late_fee": RATE, "mandate": NOTICE}
    office.lay(office.tariff("居民用水", "200", "water", **terms), home)
    office.bill("2026-10")
    (water,) = lines(office, home)
    assert water.late_fee_owed == Money(460)
    adjustments = Adjustments(office.store, office.clock)
    adjustments.waive_late_fee(office.cashier, water.id, water.version, Money(460), "first time late")
    assert balance(office.store, supplier("water")) == Money(-20000)
    assert balance(office.store, LATE_FEE_REVENUE) == balance(office.store, DISCOUNT) == NOTHING
    assert office.broken_truths() == []


def test_only_a_late_fee_on_the_offices_own_money_is_revenue(office: FeesOffice) -> None:
    accounts = [late_fee_account(office.item(code)) for code in ("property", "water", "repair-fund")]
    assert accounts == [LATE_FEE_REVENUE, "liabilities:supplier:water", "liabilities:owners:repair-fund"]


def test_held_money_that_stands_in_revenue_is_found(office: FeesOffice) -> None:
    office.lay(office.tariff("住宅物业费", "1.85"), office.unit("3-2-501"))
    office.bill("2026-10")
    assert office.broken_truths() == []
    with office.store.transaction() as connection:
        own = fee_item.c.code == "property"
        connection.execute(update(fee_item).where(own).values(money_of=MoneyOf.SUPPLIER.value))
    assert [words for words in office.broken_truths() if words.startswith(NEVER_REVENUE)] != []


@pytest.fixture
def counter(builder: OfficeBuilder) -> OfficeBuilder:
    builder.open_shift()
    return builder


def laid(counter: OfficeBuilder, code: str, terms: TariffTerms) -> UnitId:
    """A home with this tariff on it."""
    item = next(item for item in counter.office.fee_items.all() if item.code == code)
    tariff = counter.office.tariffs.create(counter.supervisor, item.id, item.name, date(2026, 1, 1), terms)
    home = counter.unit("3-2-501")
    counter.office.assignments.assign(counter.supervisor, tariff, [home], date(2026, 10, 1))
    return home


def test_a_late_fee_on_water_taken_at_the_counter_is_held_for_the_supplier(counter: OfficeBuilder) -> None:
    terms = TariffTerms(Formula.FIXED, Decimal(200), late_fee=RATE, mandate=NOTICE)
    home = laid(counter, "water", terms)
    counter.billed_through(2026, 10)
    assert counter.owes(home) == Money(20460)
    taken = counter.pays(home)
    store = counter.office.store
    assert balance(store, supplier("water")) == Money(-20460)
    assert balance(store, LATE_FEE_REVENUE) == NOTHING
    with store.reading() as connection:
        fee = connection.execute(select(charge).where(charge.c.kind == "late_fee")).one()
    assert (fee.name, fee.explain["mandate"]) == ("代收水费违约金", NOTICE.to_facts())
    assert counter.breaches() == []
    counter.office.receipts.void(counter.supervisor, taken.receipt_id, "wrong room", copies_returned=True)
    assert balance(store, supplier("water")) == Money(-20000)
    assert counter.breaches() == []


def test_the_repair_fund_is_held_for_the_owners_whatever_happens_to_it(counter: OfficeBuilder) -> None:
    """Billed, paid late and ahead, let go in part: nothing of it is ever the office's income."""
    fund = next(item for item in counter.office.fee_items.all() if item.code == "repair-fund")
    assert not fund.active
    counter.office.fee_items.set_active(counter.supervisor, fund.id, active=True)
    with pytest.raises(MandateMissing):
        laid(counter, "repair-fund", TariffTerms(Formula.AREA, Decimal("0.50"), late_fee=RATE))
    office, store = counter.office, counter.office.store
    terms = TariffTerms(Formula.AREA, Decimal("0.50"), late_fee=RATE, mandate=RESOLUTION)
    home = laid(counter, "repair-fund", terms)
    counter.billed_through(2026, 12)
    first = office.bills.open(home).due[0]
    office.adjustments.waive(counter.cashier, first.id, first.version, Money(100), "roof repaired by the owner")
    counter.pays(home)
    counter.clock.set(datetime(2027, 1, 10, 9))
    counter.billed_through(2027, 2)
    assert balance(store, owners("repair-fund")) != NOTHING
    assert balance(store, "revenue") == NOTHING
    assert balance(store, "liabilities:in-advance") == NOTHING
    assert balance(store, DISCOUNT) == NOTHING
    assert counter.breaches() == []
