"""The price rises in July: a yearly tariff gets a new version, and one charge carries both prices and says so."""

from __future__ import annotations

from decimal import Decimal

from app.core.show import show_money
from tests.fees_screen.desk import Desk, column
from tests.fees_screen.test_assigning import lying
from tests.fees_screen.test_tariff_form import fields, saved

YEARLY = "住宅物业费（年缴）"


def make_the_tariff(desk: Desk) -> None:
    """1.00 a ㎡ and month, once a year, from January 2026 on."""
    desk.keys.press("Ctrl+N")
    desk.type_into(fields(desk).name, YEARLY)
    desk.type_into(fields(desk).price, "1.00")
    desk.tab_to(fields(desk).cycle)
    desk.keys.press("End")
    desk.type_into(fields(desk).first, "2026-01-01")
    desk.keys.press("F9")


def lay_it_on_four_homes(desk: Desk) -> None:
    desk.keys.press("Ctrl+B")
    desk.type_into(desk.page.assign.days.first, "2026-01-01")
    desk.press("Ctrl+F")
    desk.keys.commit("3-2-")
    desk.press("Alt+A", "F9", "Alt+L", "F9")


def raise_the_price_in_july(desk: Desk) -> None:
    desk.keys.press("F8")
    assert fields(desk).price.hasFocus()
    desk.keys.type("1.20")
    desk.type_into(fields(desk).first, "2026-07-01")
    desk.type_into(fields(desk).basis, "2026-05 业主大会决议")
    assert "so far 150.80" not in desk.page.form.example.text()
    desk.keys.press("F9")


def test_the_year_is_charged_once_with_both_prices_and_every_place_says_so(desk: Desk) -> None:
    make_the_tariff(desk)
    lay_it_on_four_homes(desk)
    raise_the_price_in_july(desk)

    versions = saved(desk, YEARLY).versions
    assert [version.terms.price for version in versions] == [Decimal("1.00"), Decimal("1.20")]
    assert versions[0].until == versions[1].first
    assert desk.page.tariff.changes.text().endswith(
        "Price 1.00 yuan/㎡·month × building area → 1.20 yuan/㎡·month × building area"
    )

    rows = lying(desk, YEARLY)
    assert [row.unit_code for row in rows] == ["3-2-801", "3-2-802", "3-2-901", "3-2-902"]
    desk.tab_to(desk.page.tariff.table)
    explained = desk.page.tariff.explained.text()
    assert "2026-01-01 – 2026-06-30: 127.88 ㎡ × 1.00 yuan/㎡·month × 6 months = 767.28" in explained
    assert "2026-07-01 – 2026-12-31: 127.88 ㎡ × 1.20 yuan/㎡·month × 6 months = 920.736" in explained
    assert "together 1,688.016, rounded half up to the fen" in explained

    desk.press("Ctrl+M")
    desk.press("F5", "Ctrl+F")
    desk.keys.commit("3-2-801")
    desk.keys.press("Return")
    lists = desk.page.new_run.lists
    assert column(lists.bills, "Amount") == ["1,688.02"]
    assert "together 1,688.016" in lists.explained.text()
    desk.press("F9")
    charged = lying(desk, YEARLY)[0]
    assert str(charged.charged_until) == "2027-01-01"
    assert charged.next.charge is not None
    assert show_money(charged.next.charge.amount) == "1,841.47"


def test_a_raise_in_the_middle_of_a_month_splits_the_month_by_its_days(desk: Desk) -> None:
    """16 July: fifteen of thirty-one days at the old price, sixteen at the new one, rounded once."""
    make_the_tariff(desk)
    lay_it_on_four_homes(desk)
    desk.keys.press("F8")
    desk.keys.type("1.20")
    desk.type_into(fields(desk).first, "2026-07-16")
    desk.keys.press("F9")
    desk.tab_to(desk.page.tariff.table)
    explained = desk.page.tariff.explained.text()
    assert "1.00 yuan/㎡·month × 6 15/31 months" in explained
    assert "1.20 yuan/㎡·month × 5 16/31 months" in explained
    assert "rounded half up to the fen" in explained


def test_a_new_version_on_the_day_of_the_old_one_is_refused_at_its_date(desk: Desk) -> None:
    make_the_tariff(desk)
    desk.keys.press("F8")
    desk.keys.type("1.20")
    desk.type_into(fields(desk).first, "2026-01-01")
    desk.keys.press("F9")
    assert "has terms from 2026-01-01 on already" in fields(desk).first.problem
    assert fields(desk).first.hasFocus()
    assert len(saved(desk, YEARLY).versions) == 1
