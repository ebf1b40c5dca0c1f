"""Money held for others, by keys only: the mandate is asked for where something is added, and shown ever after."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.fees.items import FeeItem
from app.fees.mandate import Mandate
from app.fees.money_of import MoneyOf
from app.fees.terms import Formula, LateFeeTerms, TariffTerms
from tests.accessibility import cut_texts, nameless
from tests.fees_screen.desk import Desk, column
from tests.fees_screen.test_tariff_form import begin, fields, saved
from ui.fees.tariffs.fee_item_panel import FeeItemPanel
from ui.fees.tariffs.mandate_fields import MandateFields
from ui.fees.tariffs.version_changes import change_words

NOTICE = "供水公司 2026 年第 8 号通知"


def choose_item(desk: Desk, name: str) -> None:
    items = [fields(desk).item.itemText(at) for at in range(fields(desk).item.count())]
    desk.tab_to(fields(desk).item)
    desk.keys.press("Home", *["Down"] * items.index(name))


def mandate(desk: Desk) -> MandateFields:
    return fields(desk).mandate


def test_a_mandate_is_asked_for_only_where_something_is_added_to_held_money(desk: Desk) -> None:
    begin(desk, "自来水代收", "3.55")
    desk.type_into(fields(desk).late_fee.rate, "万分之五")
    assert not mandate(desk).isVisible()  # the office's own money
    choose_item(desk, "水费")
    assert mandate(desk).isVisible()
    desk.type_into(fields(desk).late_fee.rate, "")
    desk.keys.press("Delete")
    assert not mandate(desk).isVisible()
    desk.keys.press("F4")
    desk.type_into(fields(desk).more.minimum, "10")
    assert mandate(desk).isVisible()


def test_a_late_fee_on_water_is_saved_with_its_mandate(desk: Desk) -> None:
    begin(desk, "自来水代收", "3.55")
    choose_item(desk, "水费")
    desk.type_into(fields(desk).late_fee.rate, "万分之五")
    desk.keys.press("F9")
    assert "Type its document or resolution with number and date, or clear late fee." in mandate(desk).words.problem
    assert mandate(desk).words.hasFocus()
    desk.keys.commit(NOTICE)
    desk.keys.press("F9")
    assert mandate(desk).day.hasFocus()
    assert mandate(desk).words.problem == ""
    desk.keys.type("2026-12-31")
    desk.keys.press("F9")
    assert "after today" in mandate(desk).day.problem
    desk.keys.press("Ctrl+A")
    desk.keys.type("2026-03-10")
    desk.keys.press("F9")
    terms = saved(desk, "自来水代收").versions[0].terms
    assert (terms.late_fee, terms.mandate) == (LateFeeTerms(Decimal("0.0005")), Mandate(NOTICE, date(2026, 3, 10)))


def test_a_day_that_cannot_be_read_is_said_beside_it(desk: Desk) -> None:
    begin(desk, "自来水代收", "3.55")
    choose_item(desk, "水费")
    desk.type_into(fields(desk).late_fee.rate, "万分之五")
    desk.type_into(mandate(desk).words, NOTICE)
    desk.type_into(mandate(desk).day, "spring")
    desk.keys.press("F9")
    assert "is not a date" in mandate(desk).day.problem
    assert "自来水代收" not in desk.listed()


def test_the_mandate_of_another_item_is_not_kept(desk: Desk) -> None:
    begin(desk, "地面车位", "3.55")
    choose_item(desk, "水费")
    desk.type_into(fields(desk).late_fee.rate, "万分之五")
    desk.type_into(mandate(desk).words, NOTICE)
    desk.type_into(mandate(desk).day, "2026-03-10")
    choose_item(desk, "车位费")
    desk.keys.press("F9")
    assert saved(desk, "地面车位").versions[0].terms.mandate is None


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ("水费", "a handling fee of the office is not allowed"),
        ("物业费", "Yuan a month on top; empty: none"),
    ],
)
def test_beside_a_surcharge_on_supplier_money_stands_that_no_handling_fee_is_allowed(
    desk: Desk, item: str, said: str
) -> None:
    desk.keys.press("Ctrl+N", "F4")
    choose_item(desk, item)
    surcharge = fields(desk).more.surcharge
    assert said in fields(desk).more._hints[surcharge].text()
    desk.type_into(surcharge, "1.50")
    if item == "水费":
        assert "only its own additions, never a handling fee" in mandate(desk)._care.text()


def test_the_history_shows_each_mandate_who_recorded_it_and_when(desk: Desk) -> None:
    office = desk.office.office
    water = next(item for item in office.fee_items.all() if item.code == "water")
    plain = TariffTerms(Formula.FIXED, Decimal(20))
    made = office.tariffs.create(
        desk.office.supervisor, water.id, "自来水代收", date(2026, 1, 1), plain, basis="供水合同"
    )
    added = TariffTerms(Formula.FIXED, Decimal(20), surcharge=Decimal(1), mandate=Mandate(NOTICE, date(2026, 3, 10)))
    office.tariffs.new_version(desk.office.supervisor, made, date(2026, 4, 1), added, "供水合同")
    desk.window.context.changes.announce("fees", by=desk)
    desk.choose("自来水代收")
    table = desk.page.tariff.history
    assert column(table, "Basis") == [f"供水合同; by mandate: {NOTICE}, 2026-03-10", "供水合同"]
    assert column(table, "Recorded") == ["2026-11-20 沈若兰", "2026-11-20 沈若兰"]
    assert change_words(plain, added)[-1] == f"Mandate now {NOTICE}, 2026-03-10"


def test_the_repair_fund_is_off_until_it_is_named_and_says_where_it_normally_goes(desk: Desk) -> None:
    def turn_on(panel: FeeItemPanel) -> Any:
        assert "维修基金" in panel.name_line.text()
        panel.name.setText("维修基金")
        assert panel.money_of.value() is MoneyOf.OWNERS
        assert not panel.money_of.isEnabled()
        assert "it normally goes to the fund's bank account" in panel.care()
        panel.answered.connect(answers.append)
        panel._on_add()
        return answers[0]

    answers: list[FeeItem] = []
    begin(desk, "维修基金归集", "0.50")
    assert "维修基金" not in [fields(desk).item.itemText(at) for at in range(fields(desk).item.count())]
    desk.answers.will_answer(FeeItemPanel, turn_on)
    desk.keys.press("Alt+I")
    assert fields(desk).item.currentText() == "维修基金"
    assert "normally goes to the fund's bank account" in fields(desk)._item_line.text()
    desk.keys.press("F9")
    item = saved(desk, "维修基金归集").item
    assert (item.active, item.money_of) == (True, MoneyOf.OWNERS)


def test_no_deposit_is_offered_where_a_tariff_asks_for_its_item(desk: Desk) -> None:
    def look(panel: FeeItemPanel) -> Any:
        offers.extend(panel.money_of.itemText(at) for at in range(panel.money_of.count()))

    offers: list[str] = []
    begin(desk, "装修管理费", "0.50")
    desk.answers.will_answer(FeeItemPanel, look)
    desk.keys.press("Alt+I")
    assert offers == ["the office's own", "held for the owners", "held for a supplier"]


@pytest.mark.parametrize("percent", [100, 200])
def test_the_fields_of_a_mandate_have_names_and_their_words_are_not_cut(desk: Desk, percent: int) -> None:
    begin(desk, "自来水代收", "3.55")
    choose_item(desk, "水费")
    desk.type_into(fields(desk).late_fee.rate, "万分之五")
    desk.keys.press("F4", "F9")
    desk.window.context.theme.scale(percent)
    desk.window.context.layout.measure(1366, percent)
    desk.wait()
    assert mandate(desk).isVisible()
    shown = nameless(desk.page), cut_texts(desk.page)
    desk.window.context.theme.scale(100)
    assert shown == ([], [])
