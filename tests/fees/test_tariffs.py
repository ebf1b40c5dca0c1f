from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import insert

from app.access.refusals import NotPermitted
from app.access.tables import user
from app.fees.mandate import Mandate
from app.fees.refusals import (
    DatesReversed,
    MandateMissing,
    MandateNotMadeYet,
    TariffExists,
    TariffNeedsName,
    TermsNotPositive,
    VersionLeavesHole,
    VersionNotLater,
)
from app.fees.terms import Extra, Formula, LateFeeTerms, TariffTerms
from tests.fees.conftest import FeesOffice

JULY = date(2026, 7, 1)
DEARER = TariffTerms(Formula.AREA, Decimal("2.10"), late_fee=LateFeeTerms(Decimal("0.0005")))


def test_a_tariff_is_listed_with_its_terms_of_today_and_its_units(office: FeesOffice) -> None:
    homes = office.tariff("住宅物业费", "1.85")
    office.tariff("车位费", "150", "parking", formula=Formula.FIXED)
    office.lay(homes, office.unit("3-2-501"), office.unit("3-2-502"))
    rows = [(row.tariff.name, row.now.terms.price, row.units) for row in office.tariffs.rows()]
    assert rows == [("住宅物业费", Decimal("1.85"), 2), ("车位费", Decimal(150), 0)]


def test_a_new_version_closes_the_one_before_and_changes_nothing_in_it(office: FeesOffice) -> None:
    homes = office.tariff("住宅物业费", "1.85")
    before = office.tariffs.get(homes).versions[0]
    office.tariffs.new_version(office.boss, homes, JULY, DEARER, "业主大会 2026-05-20")
    old, new = office.tariffs.get(homes).versions
    assert (old.id, old.terms, old.first, old.until) == (before.id, before.terms, before.first, JULY)
    assert (new.first, new.until, new.terms, new.basis) == (JULY, None, DEARER, "业主大会 2026-05-20")


def test_a_version_begins_after_the_newest_one(office: FeesOffice) -> None:
    homes = office.tariff("住宅物业费", "1.85", first="2026-07-01")
    with pytest.raises(VersionNotLater):
        office.tariffs.new_version(office.boss, homes, JULY, DEARER)


def test_a_closed_tariff_goes_on_only_without_a_hole(office: FeesOffice) -> None:
    homes = office.tariff("住宅物业费", "1.85")
    office.tariffs.close(office.boss, homes, JULY)
    assert office.tariffs.get(homes).until == JULY
    with pytest.raises(VersionLeavesHole):
        office.tariffs.new_version(office.boss, homes, date(2026, 8, 1), DEARER)
    office.tariffs.new_version(office.boss, homes, JULY, DEARER)
    assert office.tariffs.get(homes).until is None


def test_reversed_dates_are_refused(office: FeesOffice) -> None:
    homes = office.tariff("住宅物业费", "1.85", first="2026-07-01")
    with pytest.raises(DatesReversed):
        office.tariffs.close(office.boss, homes, JULY)
    with pytest.raises(DatesReversed):
        office.tariffs.create(office.boss, office.item("property").id, "x", JULY, DEARER, date(2026, 1, 1))


def test_a_tariff_needs_a_name_of_its_own_and_a_price(office: FeesOffice) -> None:
    office.tariff("住宅物业费", "1.85")
    with pytest.raises(TariffExists):
        office.tariff("住宅物业费", "2")
    with pytest.raises(TariffNeedsName):
        office.tariff(" ", "2")
    with pytest.raises(TermsNotPositive):
        office.tariff("商铺物业费", "0")


def test_money_held_for_others_bears_late_fee_and_surcharge_only_by_a_mandate(office: FeesOffice) -> None:
    with pytest.raises(MandateMissing) as refused:
        office.tariff("水费", "3", "water", late_fee=LateFeeTerms(Decimal("0.0005")), surcharge=Decimal(1))
    assert refused.value.extras == (Extra.LATE_FEE, Extra.SURCHARGE)
    mandate = Mandate("供水公司 2026 年第 8 号通知", date(2026, 3, 10))
    water = office.tariffs.get(office.tariff("水费", "3", "water", surcharge=Decimal(1), mandate=mandate))
    assert water.versions[0].terms.mandate == mandate
    later = replace(water.versions[0].terms, mandate=replace(mandate, day=date(2026, 11, 21)))
    with pytest.raises(MandateNotMadeYet):
        office.tariffs.new_version(office.boss, water.id, JULY, later)


def test_a_version_says_when_it_was_recorded_and_by_whom(office: FeesOffice) -> None:
    with office.store.transaction() as connection:
        stamp = {"at": office.clock.now(), "by": None, "active": True, "salt": b"", "password_hash": b""}
        connection.execute(insert(user).values(id=office.boss.id, name=office.boss.name, role="supervisor", **stamp))
    version = office.tariffs.get(office.tariff("住宅物业费", "1.85")).versions[0]
    assert (version.at, version.by) == (office.clock.now(), "赵敏")


def test_a_cashier_makes_no_tariffs(office: FeesOffice) -> None:
    homes = office.tariff("住宅物业费", "1.85")
    with pytest.raises(NotPermitted):
        office.tariffs.new_version(office.cashier, homes, JULY, DEARER)
    with pytest.raises(NotPermitted):
        office.tariffs.close(office.cashier, homes, JULY)
    with pytest.raises(NotPermitted):
        office.tariffs.create(office.cashier, office.item("property").id, "x", JULY, DEARER)
