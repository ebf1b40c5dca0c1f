"""千分之二 cannot be mistyped unnoticed: a rate above 1 ‰ a day stops the form until it is typed once more."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.fees.terms import Formula, LateFeeTerms, TariffTerms
from tests.fees_screen.conftest import OpenDesk
from tests.fees_screen.desk import Desk
from tests.fees_screen.test_tariff_form import begin, fields, saved
from tests.office_builder import OfficeBuilder
from ui.fees.tariffs.rate_words import is_unusual


@pytest.fixture
def desk(office: OfficeBuilder, desks: OpenDesk) -> Desk:
    return desks(office, panels=True)


@pytest.mark.parametrize(
    ("rate", "unusual"), [("0.0003", False), ("0.0005", False), ("0.001", False), ("0.0011", True), ("0.002", True)]
)
def test_above_one_per_mille_a_day_is_unusual(rate: str, unusual: bool) -> None:
    assert is_unusual(Decimal(rate)) is unusual


def test_the_rate_is_typed_once_more_in_any_spelling_before_it_is_saved(desk: Desk) -> None:
    begin(desk)
    desk.type_into(fields(desk).late_fee.rate, "2‰")
    assert "High: 2‰ = 0.20% a day, 73% a year" in fields(desk).late_fee._example.text()
    with desk.keys.when_asked("0", ".", "2", "%", "Return"):
        desk.keys.press("F9")
    assert desk.keys.asked == ["An unusual late fee"]
    assert saved(desk, "多层住宅").versions[0].terms.late_fee == LateFeeTerms(Decimal("0.002"))


def test_another_rate_typed_the_second_time_saves_nothing(desk: Desk) -> None:
    begin(desk)
    desk.type_into(fields(desk).late_fee.rate, "2‰")
    with desk.keys.when_asked("0", ".", "0", "2", "%", "Return", "Esc"):
        desk.keys.press("F9")
    assert "多层住宅" not in desk.listed()
    assert fields(desk).late_fee.rate.hasFocus()


def test_enter_alone_does_not_answer(desk: Desk) -> None:
    begin(desk)
    desk.type_into(fields(desk).late_fee.rate, "千分之二")
    with desk.keys.when_asked("Return", "Return", "Esc"):
        desk.keys.press("F9")
    assert "多层住宅" not in desk.listed()


def test_a_usual_rate_is_not_asked_about(desk: Desk) -> None:
    begin(desk)
    desk.type_into(fields(desk).late_fee.rate, "1‰")
    desk.keys.press("F9")
    assert saved(desk, "多层住宅").versions[0].terms.late_fee == LateFeeTerms(Decimal("0.001"))


def test_a_new_version_asks_only_where_the_rate_is_another_one(office: OfficeBuilder, desks: OpenDesk) -> None:
    item = office.office.fee_items.all()[0]
    terms = TariffTerms(Formula.AREA, Decimal(2), late_fee=LateFeeTerms(Decimal("0.002")))
    office.office.tariffs.create(office.supervisor, item.id, "老合同", office.clock.now().date().replace(day=1), terms)
    desk = desks(office, panels=True)
    desk.choose("老合同")
    desk.keys.press("F8")
    desk.keys.type("3")
    desk.keys.press("F9")
    assert len(saved(desk, "老合同").versions) == 2
    assert desk.keys.asked == []
