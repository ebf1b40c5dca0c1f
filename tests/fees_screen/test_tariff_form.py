"""Making a tariff and giving it a new version, by keys only."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.core.rounding import Rounding
from app.fees.items import FeeItem
from app.fees.terms import Formula, LateFeeTerms
from app.fees.versions import Tariff
from tests.fees_screen.conftest import OpenDesk
from tests.fees_screen.desk import Desk
from tests.office_builder import OfficeBuilder
from ui.fees.tariffs.fee_item_panel import FeeItemPanel
from ui.fees.tariffs.rate_question import RateQuestion
from ui.fees.tariffs.tariff_fields import TariffFields


def fields(desk: Desk) -> TariffFields:
    return desk.page.form.fields


def saved(desk: Desk, name: str) -> Tariff:
    return next(row.tariff for row in desk.office.office.tariffs.rows() if row.tariff.name == name)


def begin(desk: Desk, name: str = "多层住宅", price: str = "1.20") -> None:
    desk.keys.press("Ctrl+N")
    desk.type_into(fields(desk).name, name)
    desk.type_into(fields(desk).price, price)


def test_a_tariff_is_made_with_price_cycle_due_day_and_late_fee(desk: Desk) -> None:
    begin(desk)
    desk.tab_to(fields(desk).cycle)
    desk.keys.press("Down")
    desk.tab_to(fields(desk).due_day)
    desk.keys.press("Down", "Down")
    desk.type_into(fields(desk).first, "2026-10-01")
    desk.type_into(fields(desk).late_fee.rate, "万分之五")
    desk.type_into(fields(desk).late_fee.grace, "10")
    desk.keys.press("F9")
    version = saved(desk, "多层住宅").versions[0]
    assert version.first == date(2026, 10, 1)
    assert (version.terms.formula, version.terms.price) == (Formula.AREA, Decimal("1.20"))
    assert (version.terms.cycle_months, version.terms.due_day) == (3, 7)
    assert version.terms.late_fee == LateFeeTerms(Decimal("0.0005"), 10, Decimal(1))


def test_the_saved_tariff_is_open_and_asks_for_its_units(desk: Desk) -> None:
    begin(desk)
    desk.keys.press("F9")
    assert "Tariff “多层住宅” is saved" in desk.said
    assert desk.page.side.current() == saved(desk, "多层住宅").id
    assert desk.page.tariff.pane.empty.isVisible()


def test_a_fixed_amount_is_rounded_as_chosen_and_rests_on_its_contract(desk: Desk) -> None:
    begin(desk, "非机动车停放", "12")
    desk.tab_to(fields(desk).formula.method)
    desk.keys.press("Down", "Down", "Down", "F4", "End")
    desk.type_into(fields(desk).basis, "车棚管理办法")
    desk.keys.press("F9")
    version = saved(desk, "非机动车停放").versions[0]
    assert version.terms.formula is Formula.FIXED
    assert (version.terms.rounding, version.terms.rounding_unit_fen) == (Rounding.DOWN, 100)
    assert version.basis == "车棚管理办法"


def test_a_rate_without_its_sign_is_refused_beside_the_field(desk: Desk) -> None:
    begin(desk)
    desk.type_into(fields(desk).late_fee.rate, "2")
    desk.keys.press("F9")
    assert "does not say of what" in fields(desk).late_fee.rate.problem
    assert fields(desk).late_fee.rate.hasFocus()
    assert "多层住宅" not in desk.listed()
    desk.type_into(fields(desk).late_fee.rate, "2‰")
    assert fields(desk).late_fee.rate.problem == ""
    desk.answers.will_answer(RateQuestion, True)
    desk.keys.press("F9")
    assert saved(desk, "多层住宅").versions[0].terms.late_fee == LateFeeTerms(Decimal("0.002"))


@pytest.mark.parametrize(
    ("typed", "year", "fee"), [("2‰", "73%", "6.00"), ("万分之五", "18.25%", "1.50"), ("0.05%", "18.25%", "1.50")]
)
def test_the_worked_example_stands_under_the_rate_while_it_is_typed(
    desk: Desk, typed: str, year: str, fee: str
) -> None:
    begin(desk)
    desk.type_into(fields(desk).late_fee.rate, typed)
    example = fields(desk).late_fee._example.text()
    assert f"{year} a year" in example
    assert f"100.00 yuan, 30 days late: {fee}" in example


def test_grace_and_cap_change_the_worked_example(desk: Desk) -> None:
    begin(desk)
    desk.type_into(fields(desk).late_fee.rate, "2‰")
    desk.type_into(fields(desk).late_fee.cap, "5")
    assert "30 days late: 5.00" in fields(desk).late_fee._example.text()
    desk.type_into(fields(desk).late_fee.grace, "30")
    assert "30 days late: 0.00" in fields(desk).late_fee._example.text()


def test_three_real_units_show_what_they_would_pay_while_the_price_is_typed(desk: Desk) -> None:
    begin(desk, price="")
    assert "Type a price" in desk.page.form.example._none.text()
    desk.keys.type("2")
    shown = desk.page.form.example.text()
    assert "75.40 ㎡ × 2.00 yuan/㎡·month × 1 month = 150.80" in shown
    assert "142.06 ㎡ × 2.00 yuan/㎡·month × 1 month = 284.12" in shown


def test_a_missing_name_and_price_are_said_beside_their_fields_and_nothing_is_written(desk: Desk) -> None:
    desk.keys.press("Ctrl+N", "F9")
    assert "No number is typed" in fields(desk).price.problem
    assert fields(desk).price.hasFocus()
    desk.type_into(fields(desk).price, "1.2")
    desk.keys.press("F9")
    assert "The tariff has no name" in fields(desk).name.problem
    assert fields(desk).name.hasFocus()


def test_a_name_that_is_taken_is_refused_beside_the_name(desk: Desk) -> None:
    begin(desk, "商铺物业费")
    desk.keys.press("F9")
    assert "There is a tariff “商铺物业费” already" in fields(desk).name.problem


def test_a_new_version_begins_later_and_leaves_the_old_one(desk: Desk) -> None:
    desk.keys.press("F8")
    assert fields(desk).price.hasFocus()
    desk.keys.commit("2.10")
    desk.type_into(fields(desk).first, "2026-04-01")
    desk.keys.press("F9")
    assert "new ones begin later" in fields(desk).first.problem
    desk.type_into(fields(desk).first, "2027-01-01")
    desk.keys.press("F9")
    versions = saved(desk, "住宅物业费（高层）").versions
    assert [str(version.terms.price) for version in versions] == ["1.65", "1.85", "2.10"]
    assert versions[1].until == date(2027, 1, 1)


def test_a_new_version_shows_beside_it_what_was_paid_so_far(desk: Desk) -> None:
    desk.keys.press("F8")
    desk.keys.commit("2.00")
    shown = desk.page.form.example.text()
    assert "150.80" in shown
    assert "so far 139.49" in shown


def test_esc_keeps_the_typed_form_and_ctrl_z_brings_it_back(desk: Desk) -> None:
    begin(desk, "地下储藏室管理费", "0.80")
    desk.keys.press("Esc")
    assert desk.page.tariff.isVisible()
    assert "Ctrl Z brings the form back" in desk.said[-1]
    desk.keys.press("Ctrl+Z")
    assert desk.page.form.isVisible()
    assert fields(desk).name.text() == "地下储藏室管理费"
    assert fields(desk).price.text() == "0.80"
    desk.keys.press("F9")
    assert saved(desk, "地下储藏室管理费").first == date(2026, 11, 1)


def test_an_untouched_form_leaves_nothing_behind(desk: Desk) -> None:
    desk.keys.press("Ctrl+N", "Esc", "Ctrl+Z")
    assert desk.said == ["No form was left."]


def test_a_held_f9_saves_once(desk: Desk) -> None:
    action = desk.window.context.actions["fees.save"]
    assert action.spec.commits


def test_a_cashier_is_told_why_tariffs_cannot_be_changed(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office, by=office.cashier)
    desk.keys.press("Ctrl+N")
    assert "may not change tariffs" in desk.said[-1]
    desk.keys.press("F8")
    assert desk.page.tariff.isVisible()


def test_a_form_that_stood_open_when_the_window_closed_comes_back_at_the_next_start(
    office: OfficeBuilder, desks: OpenDesk
) -> None:
    first = desks(office)
    begin(first, "地下储藏室管理费", "0.80")
    first.page.keep_draft()
    first.close()
    second = desks(office)
    assert "A form was left unsaved. Ctrl Z brings it back." in second.said
    second.keys.press("Tab", "Ctrl+Z")
    assert fields(second).name.text() == "地下储藏室管理费"
    second.keys.press("F9")
    assert saved(second, "地下储藏室管理费").versions[0].terms.price == Decimal("0.80")
    assert office.office.drafts.find(office.supervisor, "fees.tariff") is None


def test_an_item_that_is_there_already_is_refused_in_the_question(desk: Desk) -> None:
    def taken(panel: FeeItemPanel) -> Any:
        panel.name.setText("物业费")
        panel._on_add()
        assert "There is a fee item “物业费” already" in panel.name.problem
        panel.name.setText("电梯费")
        panel.answered.connect(added.append)
        panel._on_add()
        return added[0]

    added: list[FeeItem] = []
    desk.answers.will_answer(FeeItemPanel, taken)
    begin(desk, "电梯运行费", "0.30")
    desk.keys.press("Alt+I")
    assert fields(desk).item.currentText() == "电梯费"
    desk.keys.press("F9")
    assert saved(desk, "电梯运行费").item.name == "电梯费"
