"""The fee disclosure sheet: which tariffs stand on it, how they read, and what keeps it from being printed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.access.refusals import NotPermitted
from app.core.clock import SetClock
from app.core.money import Money
from app.core.periods import Period
from app.estate.office_facts import OfficeFacts, write_office_facts
from app.fees.disclosure.disclosures import Disclosures
from app.fees.disclosure.facts import DisclosureFacts, DisclosureTexts
from app.fees.disclosure.paper import PAPERS, disclosure_pdf, missing_glyphs
from app.fees.disclosure.words import counting_words, late_fee_note, standard_words
from app.fees.mandate import Mandate
from app.fees.money_of import MoneyOf
from app.fees.shared.costs import SharedCosts
from app.fees.shared.refusals import BasisMissing, NothingToDisclose
from app.fees.shared.request import Bill, SharedRequest
from app.fees.shared.rule import Basis, Split
from app.fees.terms import (
    Anchor,
    AreaBase,
    Escalation,
    Formula,
    LateFeeTerms,
    Pays,
    TariffTerms,
    Tier,
    TierSpan,
)
from app.paper.profiles import A3, A4
from app.store.store import Store
from tests.fees.conftest import FeesOffice
from tests.paper.judges import PaperOnTable

TODAY = date(2026, 11, 20)
THREE_TIERS = (Tier(Decimal(90), Decimal("1.5")), Tier(Decimal(144), Decimal("1.8")), Tier(None, Decimal("2.2")))


def terms(formula: Formula = Formula.AREA, price: str = "1.85", **more: Any) -> TariffTerms:
    return TariffTerms(formula, Decimal(price), **more)


@pytest.mark.parametrize(
    ("said", "standard"),
    [
        (terms(), "1.85 元/㎡·月"),
        (terms(Formula.FIXED, "150"), "150.00 元/月"),
        (terms(surcharge=Decimal(5)), "1.85 元/㎡·月\n另加 5.00 元/月"),
        (terms(minimum=Decimal(30)), "1.85 元/㎡·月\n最低 30.00 元/月"),
        (
            terms(Formula.TIERED_AREA, "1.5", tiers=THREE_TIERS),
            "90 ㎡ 以内：1.50 元/㎡·月\n90–144 ㎡：1.80 元/㎡·月\n144 ㎡ 以上：2.20 元/㎡·月",
        ),
        (terms(Formula.METERED, "0.538", meter_kind="electricity"), "0.538 元/度"),
        (terms(Formula.METERED, "2.90", meter_kind="water"), "2.90 元/m³"),
        (terms(Formula.EXPRESSION, "1", expression="area * 2"), "按约定公式计算"),
    ],
)
def test_a_standard_in_words(said: TariffTerms, standard: str) -> None:
    assert standard_words(said) == standard


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        (terms(), "按建筑面积；按月预交，每月 5 日前"),
        (terms(area_base=AreaBase.INNER, cycle_months=3), "按套内面积；按季预交，每季首月 5 日前"),
        (terms(Formula.FIXED, cycle_months=12, due_day=31), "按年预交，每年首月 最后一日前"),
        (terms(Formula.FIXED, pays=Pays.AFTER), "按月交纳，期满后5 日前"),
        (terms(Formula.FIXED, anchor=Anchor.OWN, cycle_months=6), "按半年预交，每半年首月 5 日前（自各户起始日起算）"),
        (
            terms(Formula.TIERED_METERED, tiers=THREE_TIERS, meter_kind="water", tier_span=TierSpan.YEAR),
            "按分户水表读数，阶梯按自然年累计；抄表后交纳",
        ),
        (
            terms(Formula.FIXED, escalation=Escalation(Decimal(5), 12), first_payment_months=6),
            "按月预交，每月 5 日前；单价每 12 个月递增 5%；首次交纳 6 个月",
        ),
    ],
)
def test_how_it_is_counted_in_words(said: TariffTerms, counted: str) -> None:
    assert counting_words(said) == counted


@pytest.mark.parametrize(
    ("late_fee", "note"),
    [
        (LateFeeTerms(Decimal("0.0005")), "合同约定的违约金为每日万分之五，累计以本金为限。"),
        (
            LateFeeTerms(Decimal("0.002"), 7, Decimal("0.3")),
            "合同约定的违约金为每日千分之二，逾期 7 日内不计，累计以本金的 30%为限。",
        ),
    ],
)
def test_the_late_fee_in_words(late_fee: LateFeeTerms, note: str) -> None:
    assert late_fee_note(late_fee) == note


class DisclosingOffice(FeesOffice):
    """Two flats, and the sheet."""

    def __init__(self, store: Store, clock: SetClock) -> None:
        super().__init__(store, clock)
        self.sheet = Disclosures(store, clock)
        self.flats = [self.unit("3-1-101"), self.unit("3-1-102")]
        with store.transaction() as connection:
            facts = OfficeFacts("禾木里物业服务有限公司", "阳光花园物业服务中心", "阳光花园", "0571-5550100")
            write_office_facts(connection, facts, clock.now(), self.boss.id)

    def charged_by(self, name: str, price: str, basis: str = "合同第十二条", **more: Any) -> None:
        item, said = self.item(more.pop("item", "property")), terms(price=price, **more)
        made = self.tariffs.create(self.boss, item.id, name, date(2026, 1, 1), said, basis=basis)
        self.lay(made, *self.flats)

    def names(self, day: date = TODAY) -> dict[str, list[str]]:
        return {group.title: [row.name for row in group.rows] for group in self.sheet.facts(day).groups}


@pytest.fixture
def office(store: Store, clock: SetClock) -> DisclosingOffice:
    return DisclosingOffice(store, clock)


def test_tariffs_stand_under_whose_money_they_are(office: DisclosingOffice) -> None:
    office.charged_by("住宅物业费", "1.85")
    office.charged_by("居民用水", "20", item="water")
    assert office.names() == {
        "物业费": ["住宅物业费"],
        "代收（不收手续费）": ["居民用水"],
        "按次服务与押金": ["门禁卡", "装修垃圾清运费", "装修押金"],
    }


def test_a_deposit_stands_among_the_one_offs_and_says_that_it_comes_back(office: DisclosingOffice) -> None:
    office.items.add(office.boss, "出入证押金", MoneyOf.DEPOSIT, Money.yuan(50))
    off = office.items.add(office.boss, "钥匙押金", MoneyOf.DEPOSIT)
    office.items.set_active(office.boss, off.id, active=False)
    office.charged_by("住宅物业费", "1.85")
    rows = {row.name: row for row in office.sheet.facts(TODAY).groups[-1].rows}
    assert rows["出入证押金"].standard == "50.00 元，可退"
    assert rows["装修押金"].standard == "按协议约定金额，可退"
    assert rows["装修押金"].counting == "押金，不属于收费；约定事项办结后凭收据退还"
    assert "钥匙押金" not in rows


def test_the_mandate_stands_with_the_basis(office: DisclosingOffice) -> None:
    mandate = Mandate("供水公司 2026 年第 8 号通知", date(2026, 3, 10))
    office.charged_by("居民用水", "20", item="water", surcharge=Decimal(1), mandate=mandate)
    row = office.sheet.facts(TODAY).groups[0].rows[0]
    assert row.standard.endswith("另加 1.00 元/月")
    assert row.basis == "合同第十二条\n授权：供水公司 2026 年第 8 号通知（2026-03-10）"


def test_a_tariff_that_lies_on_no_unit_or_has_no_price_yet_is_left_out(office: DisclosingOffice) -> None:
    office.charged_by("住宅物业费", "1.85")
    office.tariff("没有人的", "2.00")
    office.charged_by("车位", "150", item="parking")
    assert office.names(date(2025, 12, 31)) == {"按次服务与押金": ["门禁卡", "装修垃圾清运费", "装修押金"]}
    assert office.names()["车位费"] == ["车位"]
    assert "没有人的" not in office.names()["物业费"]


def test_the_version_of_the_day_is_the_one_posted(office: DisclosingOffice) -> None:
    office.charged_by("住宅物业费", "1.85")
    tariff = office.tariffs.rows()[0].tariff
    office.tariffs.new_version(office.boss, tariff.id, date(2027, 1, 1), terms(price="2.10"), "2026-11 业主大会决议")
    before, after = (office.sheet.facts(day).groups[0].rows[0] for day in (TODAY, date(2027, 1, 1)))
    assert (before.standard, before.basis) == ("1.85 元/㎡·月", "合同第十二条")
    assert (after.standard, after.basis) == ("2.10 元/㎡·月", "2026-11 业主大会决议")


def test_a_change_within_a_month_is_named(office: DisclosingOffice) -> None:
    office.charged_by("住宅物业费", "1.85")
    tariff = office.tariffs.rows()[0].tariff
    office.tariffs.new_version(office.boss, tariff.id, date(2026, 12, 1), terms(price="2.10"), "决议")
    assert office.sheet.changes_too_soon(date(2026, 12, 1)) == ["住宅物业费"]
    assert office.sheet.changes_too_soon(TODAY) == []


def test_tariffs_without_a_basis_keep_the_sheet_from_being_printed(office: DisclosingOffice) -> None:
    office.charged_by("住宅物业费", "1.85", basis=" ")
    with pytest.raises(BasisMissing) as refused:
        office.sheet.facts(TODAY)
    assert refused.value.tariffs == ("住宅物业费",)


def test_without_any_price_there_is_nothing_to_post(office: DisclosingOffice) -> None:
    for item in office.items.one_offs():
        office.items.set_active(office.boss, item.id, active=False)
    with pytest.raises(NothingToDisclose):
        office.sheet.facts(TODAY)


def test_an_item_that_is_shared_out_says_so(office: DisclosingOffice) -> None:
    request = SharedRequest(
        title="公共照明",
        item_id=office.item("energy").id,
        period=Period(date(2026, 10, 1), date(2026, 11, 1)),
        due_on=date(2026, 12, 5),
        source=Bill(Money.yuan(560)),
        split=Split(Basis.UNIT),
        unit_ids=frozenset(office.flats),
    )
    page = SharedCosts(office.store, office.clock).share(office.boss, request)
    row = next(group for group in office.sheet.facts(TODAY).groups if group.title == "公共能耗费").rows[0]
    assert (row.standard, row.counting) == ("按实际发生费用分摊", "按户分摊，每期公布明细")
    office.billing.undo(office.boss, page.row.run_id)
    assert "公共能耗费" not in office.names()


def test_only_who_may_change_settings_keeps_the_words(office: DisclosingOffice) -> None:
    with pytest.raises(NotPermitted):
        office.sheet.keep(office.cashier, DisclosureTexts(), "")
    office.sheet.keep(office.boss, DisclosureTexts(charging=" 酬金制 "), " 0571-5550199 ")
    office.charged_by("住宅物业费", "1.85")
    facts = office.sheet.facts(TODAY)
    assert (facts.texts.charging, facts.office.complaint_telephone) == ("酬金制", "0571-5550199")
    assert facts.office.company == "禾木里物业服务有限公司"


@pytest.fixture
def facts(office: DisclosingOffice) -> DisclosureFacts:
    office.charged_by("住宅物业费", "1.85", late_fee=LateFeeTerms(Decimal("0.0005")))
    office.sheet.keep(office.boss, DisclosureTexts(service_standard="合同附件"), "0571-5550199")
    return office.sheet.facts(TODAY)


@pytest.mark.parametrize(("paper", "size"), [(A4, (210, 297)), (A3, (297, 420))])
def test_the_sheet_is_drawn_on_both_papers(
    facts: DisclosureFacts, tmp_path: Path, paper: Any, size: tuple[int, int]
) -> None:
    sheet = PaperOnTable(disclosure_pdf(facts, paper), tmp_path)
    assert tuple(round(side / 72 * 25.4) for side in sheet.size) == size
    for fact in (
        "收费公示",
        "自 2026-11-20 起执行",
        "1.85 元/㎡·月",
        "合同第十二条",
        "12315",
        "0571-5550199",
        "合同附件",
    ):
        assert sheet.says(fact), fact
    assert sheet.says("每日万分之五")
    assert sheet.page_count == 1
    assert all("NotoSansSC" in font[0] for font in sheet.fonts())


def test_a3_is_a4_enlarged() -> None:
    assert PAPERS[A3] == pytest.approx(A3.width / A4.width, rel=1e-3)


def test_many_tariffs_go_on_to_a_second_page_with_the_telephones_on_the_last(
    facts: DisclosureFacts, tmp_path: Path
) -> None:
    many = DisclosureFacts(
        facts.office, facts.texts, facts.day, facts.printed_on, facts.begins, facts.groups * 20, facts.notes
    )
    sheet = PaperOnTable(disclosure_pdf(many, A4), tmp_path)
    assert sheet.page_count > 1
    assert not sheet.says("价格投诉举报", page=1)
    assert sheet.says("收费依据", page=2)
    assert sheet.says("价格投诉举报", page=sheet.page_count)


def test_a_character_that_the_face_lacks_is_told_before_printing(office: DisclosingOffice) -> None:
    office.charged_by("𠮷祥苑物业费", "1.85")
    assert [one.character for one in missing_glyphs(office.sheet.facts(TODAY))] == ["𠮷"]
