"""A tariff by meter laid on many units: once for each meter, units without one named; and what single units agreed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.core.ids import MeterId, TariffId
from app.core.money import Money
from app.fees.new_assignments import OwnTerms
from app.fees.terms import Formula, Modifiers, TariffTerms
from app.meters.kinds import MeterKind
from app.meters.meter_facts import NewDevice, NewMeter
from app.meters.reading_rule import TypedReading
from tests.fees_screen.conftest import OpenDesk
from tests.fees_screen.desk import Desk, column
from tests.fees_screen.test_assigning import lying
from tests.fees_screen.test_formulas_in_form import begin as begin_formula
from tests.fees_screen.test_tariff_form import fields
from tests.office_builder import OfficeBuilder
from ui.fees.assigning.own_terms_panel import OwnTermsPanel
from ui.fees.terms_words import Method

WATER = "自来水代收"
ENERGY = "公共能耗分摊"


@pytest.fixture
def metered(office: OfficeBuilder) -> OfficeBuilder:
    """1-1-101 has two water meters, 1-1-102 one that was read twice, 1-1-201 none."""
    of_office, by = office.office, office.supervisor
    for unit, name in (("1-1-101", "厨房水表"), ("1-1-101", "卫生间水表"), ("1-1-102", "水表")):
        meter = add_meter(office, unit, name)
        for day, value in ((date(2026, 10, 30), "1010"), (date(2026, 11, 15), "1032.5")):
            if name == "水表":
                of_office.readings.enter(by, TypedReading(meter, day, Decimal(value)))
    item = next(item for item in of_office.fee_items.all() if item.code == "water")
    terms = TariffTerms(Formula.METERED, Decimal("3.55"), meter_kind="water")
    of_office.tariffs.create(by, item.id, WATER, date(2026, 1, 1), terms)
    return office


def add_meter(office: OfficeBuilder, unit: str, name: str) -> MeterId:
    of_office = office.office
    facts = NewMeter(
        MeterKind.WATER,
        f"{unit} {name}",
        NewDevice(f"W{unit}{name}"),
        date(2026, 9, 1),
        units=((of_office.estate.unit_named(unit), Decimal(1)),),
        first_reading=Decimal(1000),
    )
    return of_office.meters.register(office.supervisor, facts)


def tariff_id(office: OfficeBuilder, name: str) -> TariffId:
    return next(row.tariff.id for row in office.office.tariffs.rows() if row.tariff.name == name)


def propose(desk: Desk, tariff: str, filtered: str) -> None:
    desk.choose(tariff)
    desk.keys.press("Ctrl+B")
    desk.type_into(desk.page.assign.days.first, "2026-09-01")
    desk.tab_to(desk.page.assign.choice.pane.filter_box)
    desk.keys.commit(filtered)
    desk.press("Alt+A", "F9")


def test_each_meter_is_a_row_and_units_without_one_are_left_out_first(metered: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(metered)
    propose(desk, WATER, "1-1-")
    proposal = desk.page.assign.proposal
    assert "16 units have no meter of this kind." in proposal.strip.text()
    assert column(proposal.table, "Remark")[0] == "no meter"
    desk.press("F9")
    assert "Leave out the units in conflict first: Alt L." in desk.said
    desk.press("Alt+L")
    assert column(proposal.table, "Unit") == ["1-1-101", "1-1-101", "1-1-102"]
    assert column(proposal.table, "Meter") == ["1-1-101 厨房水表", "1-1-101 卫生间水表", "1-1-102 水表"]
    assert column(proposal.table, "Amount") == ["—", "—", "35.50"]
    desk.press("F9")
    assert [row.meter for row in lying(desk, WATER)] == ["1-1-101 厨房水表", "1-1-101 卫生间水表", "1-1-102 水表"]
    assert "“自来水代收” now lies on 2 units more" in desk.said


def test_the_form_of_a_metered_tariff_shows_the_last_readings_of_real_meters(
    metered: OfficeBuilder, desks: OpenDesk
) -> None:
    desk = desks(metered)
    begin_formula(desk, "热水", Method(Formula.METERED))
    desk.type_into(fields(desk).price, "10")
    shown = desk.page.form.example.text()
    assert "By the last readings of each" in shown
    assert "1-1-102 225.00" in shown
    assert "1,032.50 − 1,010.00 = 22.50" in shown


def test_a_factor_and_a_first_day_are_agreed_with_one_unit_in_the_proposal(
    office: OfficeBuilder, desks: OpenDesk
) -> None:
    desk = desks(office, panels=True)
    propose(desk, ENERGY, "3-2-9")
    table = desk.page.assign.proposal.table
    with desk.keys.when_asked("1", ".", "2", "Tab", "0", ".", "5", "F9"):
        desk.keys.press("F8")
    assert desk.keys.asked == ["Terms of 3-2-901"]
    assert column(table, "Agreed") == ["coefficient 1.2, vacant 0.5", "—"]
    assert column(table, "Amount") == ["9.00", "15.00"]
    assert "coefficient 1.20 × vacant 0.50" in desk.page.assign.proposal.explained.text()
    desk.press("F9")
    row = next(row for row in lying(desk, ENERGY) if row.unit_code == "3-2-901")
    assert row.next.charge is not None
    assert row.next.charge.amount == Money(9_00)


def test_one_answer_holds_for_all_units_of_the_proposal(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office, panels=True)
    propose(desk, ENERGY, "3-2-9")
    with desk.keys.when_asked("Tab", "0", ".", "7", "F9"):
        desk.keys.press("Shift+F8")
    assert desk.keys.asked == ["Terms of 2 units"]
    assert column(desk.page.assign.proposal.table, "Amount") == ["10.50", "10.50"]


def test_a_first_day_of_its_own_before_the_tariff_is_refused_in_the_question(desk: Desk) -> None:
    def too_early(panel: OwnTermsPanel) -> Any:
        panel.first.setText("2024-12-31")
        panel._on_keep()
        assert "valid from 2025-01-01, not yet on 2024-12-31" in panel.first.problem

    desk.answers.will_answer(OwnTermsPanel, too_early)
    propose(desk, ENERGY, "3-2-9")
    desk.keys.press("F8")
    assert desk.answers.all_used()


@pytest.mark.parametrize(
    ("coefficient", "vacant", "words"),
    [
        ("0", "1", "must be more than zero"),
        ("1", "1.5", "is no factor for an empty home"),
        ("1.23456", "1", "more than 4 decimals"),
    ],
)
def test_a_factor_that_makes_no_sense_is_said_beside_its_field(
    desk: Desk, coefficient: str, vacant: str, words: str
) -> None:
    def typed(panel: OwnTermsPanel) -> Any:
        panel.coefficient.setText(coefficient)
        panel.vacant.setText(vacant)
        panel._on_keep()
        assert words in panel.coefficient.problem + panel.vacant.problem

    desk.answers.will_answer(OwnTermsPanel, typed)
    propose(desk, ENERGY, "3-2-9")
    desk.keys.press("F8")
    assert desk.answers.all_used()


def test_before_the_preview_there_is_no_unit_to_agree_with(desk: Desk) -> None:
    desk.keys.press("Ctrl+B", "F8", "Shift+F8")
    assert desk.said == ["Look at the preview first; then choose the unit with ↑ ↓."] * 2


def test_an_end_before_the_first_day_is_refused_beside_its_field(desk: Desk) -> None:
    desk.choose(ENERGY)
    desk.keys.press("Ctrl+B", "Alt+A")
    desk.type_into(desk.page.assign.days.first, "2026-09-01")
    desk.type_into(desk.page.assign.days.until, "2026-08-31")
    desk.press("F9")
    assert "The end 2026-08-31 lies before the beginning 2026-09-01" in desk.page.assign.days.until.problem


def test_what_one_unit_agreed_is_what_it_is_charged_by(office: OfficeBuilder) -> None:
    assignments = office.office.assignments
    unit = office.office.estate.unit_named("3-2-901")
    own = {unit: OwnTerms(Modifiers(Decimal("1.2")), date(2026, 11, 16))}
    (proposed,) = assignments.preview(tariff_id(office, ENERGY), [unit], date(2026, 9, 1), own=own)
    assignments.assign(office.supervisor, tariff_id(office, ENERGY), [unit], date(2026, 9, 1), own=own)
    (row,) = [row for row in assignments.of_unit(unit) if row.tariff.name == ENERGY]
    assert row.first == date(2026, 11, 16)
    assert proposed.next.charge is not None
    assert row.next.charge is not None
    assert proposed.next.charge.amount == row.next.charge.amount == Money(9_00)
