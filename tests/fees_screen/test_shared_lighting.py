"""The story of the shared lighting of one building, by keys alone: the bill of 560.00 is split, printed and paid for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.core.show import show_money
from app.fees.shared.request import SharedCostRow
from app.meters.kinds import MeterKind
from app.meters.meter_facts import NewDevice, NewMeter
from app.meters.reading_rule import TypedReading
from tests.fees_screen.conftest import OpenDesk
from tests.fees_screen.desk import Desk, column
from tests.office_builder import OfficeBuilder
from tests.paper.judges import PaperOnTable
from ui.printing.paper_desk import PaperPanel

LIGHTING = "1栋公共照明"


def costs(desk: Desk) -> list[SharedCostRow]:
    return desk.office.office.shared_costs.rows()


def begin(desk: Desk, title: str = LIGHTING, total: str = "560") -> None:
    """The bill is typed and the units of building 1 are chosen."""
    desk.press("Alt+3", "Ctrl+H")
    fields, choice = desk.page.share.fields, desk.page.share.choice
    desk.type_into(fields.title, title)
    desk.type_into(fields.total, total)
    desk.tab_to(choice.building)
    desk.keys.press("Down")
    desk.press("Alt+A")


def share(desk: Desk) -> SharedCostRow:
    begin(desk)
    desk.press("F9", "Alt+L", "F9")
    return costs(desk)[0]


def paper(desk: Desk, key: str, folder: Path) -> PaperOnTable:
    """What a key shows is saved as a file, and looked at."""
    place = folder / key
    place.mkdir()
    file = place / "saved.pdf"
    desk.answers.will_answer(PaperPanel, False)
    desk.answers.will_save(file)
    desk.press(key)
    return PaperOnTable(file.read_bytes(), place)


def test_the_lighting_of_one_building_is_shared_printed_and_owed(desk: Desk, tmp_path: Path) -> None:
    begin(desk)
    desk.press("F9")
    proposal = desk.page.share.proposal
    assert proposal.total.text() == "¥560.00"
    assert "34 units by building area · 3,568.68 ㎡ · ≈ 0.156921 yuan/㎡" in proposal.facts.text()
    assert column(proposal.table, "Unit")[:3] == ["1-1-501", "1-1-902", "1-1-101"]
    assert column(proposal.table, "Remark")[:3] == ["not sold", "no area", ""]
    desk.press("F9")
    assert costs(desk) == []
    assert "Leave out the units" in desk.said[-1]
    desk.press("Alt+L", "F9")
    cost = costs(desk)[0]
    assert (cost.title, show_money(cost.total), cost.units) == (LIGHTING, "560.00", 34)
    assert f"“{LIGHTING}” is charged: 560.00 yuan to 34 units" in desk.said
    assert desk.page.shared.isVisible()
    assert not any("Nothing was saved" in said for said in desk.said)
    assert desk.listed() == [LIGHTING]
    assert column(desk.page.shared.table, "Amount")[0] == "14.05"
    posted, inside = paper(desk, "F7", tmp_path), paper(desk, "F8", tmp_path)
    assert posted.says("公共费用分摊公示")
    assert posted.says("约 0.156921 元/㎡")
    assert not posted.says("1-1-101")
    assert "不得张贴" in inside.text()
    assert inside.says("1-1-101")
    bill = desk.office.office.bills.open(desk.office.office.estate.unit_named("1-1-101"))
    assert [show_money(one.amount) for one in bill.not_due if LIGHTING in one.name] == ["14.05"]
    assert desk.office.breaches() == []


def test_a_shared_cost_is_undone_after_a_yes_that_names_title_and_amount(desk: Desk) -> None:
    share(desk)
    desk.answers.will_confirm(yes=False)
    desk.press("Ctrl+U")
    assert not costs(desk)[0].undone
    desk.answers.will_confirm(yes=True)
    desk.press("Ctrl+U")
    assert f"Undo “{LIGHTING}”" in desk.answers.asked[-1]
    assert "560.00 yuan together" in desk.answers.asked[-1]
    assert costs(desk)[0].undone
    desk.press("Ctrl+U")
    assert desk.said[-1] == "This cost was undone already."
    assert desk.office.breaches() == []


def test_pressing_f9_again_and_typing_the_bill_again_charge_once(desk: Desk) -> None:
    share(desk)
    desk.press("F9")
    assert len(costs(desk)) == 1
    begin(desk)
    desk.press("F9", "Alt+L", "F9")
    assert len(costs(desk)) == 1
    assert "is shared out already" in desk.page.share.fields.title.problem


@pytest.mark.parametrize(
    ("title", "total", "words"),
    [
        ("", "560", "The cost has no title"),
        (LIGHTING, "0", "more than zero"),
        (LIGHTING, "12.345", "more than two decimals"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(desk: Desk, title: str, total: str, words: str) -> None:
    begin(desk, title, total)
    desk.press("F9")
    fields = desk.page.share.fields
    assert any(words in field.problem for field in (fields.title, fields.total)), (
        fields.title.problem,
        fields.total.problem,
    )
    assert costs(desk) == []


def test_reversed_days_are_said_beside_the_last_one(desk: Desk) -> None:
    begin(desk)
    desk.type_into(desk.page.share.fields.last, "2026-09-30")
    desk.press("F9")
    assert "lies before" in desk.page.share.fields.last.problem
    assert costs(desk) == []


def test_without_units_nothing_is_shared(desk: Desk) -> None:
    begin(desk)
    desk.press("Alt+N", "F9")
    assert "No units are chosen" in desk.page.share.steps.problem


def test_a_changed_field_asks_for_the_preview_anew(desk: Desk) -> None:
    begin(desk)
    desk.press("F9")
    assert desk.page.share.proposal.isVisible()
    desk.type_into(desk.page.share.fields.total, "600")
    assert desk.page.share.choice.isVisible()
    assert len(desk.page.share.choice.chosen()) == 36
    desk.press("F9")
    assert desk.page.share.proposal.total.text() == "¥600.00"


def test_esc_goes_back_step_by_step_and_the_work_can_be_brought_back(desk: Desk) -> None:
    begin(desk)
    desk.press("F9")
    desk.press("Esc")
    assert desk.page.share.choice.isVisible()
    desk.press("Esc")
    assert desk.page.welcome.isVisible()
    assert "brings the form back" in desk.said[-1]
    desk.press("Ctrl+Z")
    assert desk.page.share.isVisible()
    assert desk.page.share.fields.title.text() == LIGHTING


def test_a_search_without_a_hit_and_an_empty_list_say_what_to_do(new_office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(new_office)
    desk.press("Alt+3")
    assert desk.page.welcome.isVisible()
    assert desk.listed() == []


def test_the_real_preview_is_answered_by_keys(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office, panels=True)
    share(desk)
    with desk.keys.when_asked("Esc"):
        desk.keys.press("F7")
    assert desk.keys.asked == [f"公共费用分摊公示 {LIGHTING}"]


def test_a_public_meters_usage_is_shared_at_its_price(desk: Desk) -> None:
    office, by = desk.office.office, desk.office.supervisor
    device = NewDevice("D-300", 5, Decimal(20))
    new = NewMeter(MeterKind.ELECTRICITY, "1栋照明表", device, date(2026, 1, 1), public=True, first_reading=Decimal(0))
    meter_id = office.meters.register(by, new)
    for day, value in ((date(2026, 9, 30), "100"), (date(2026, 10, 31), "145.5")):
        office.readings.enter(by, TypedReading(meter_id, day, Decimal(value)), accepted=True)
    desk.press("Alt+3", "Ctrl+H")
    fields, choice = desk.page.share.fields, desk.page.share.choice
    desk.type_into(fields.title, LIGHTING)
    desk.tab_to(fields.source)
    desk.keys.press("Down")
    assert (fields.first.text(), fields.last.text()) == ("2026-09-30", "2026-10-30")
    desk.type_into(fields.price, "0.6083")
    desk.tab_to(choice.building)
    desk.keys.press("Down")
    desk.press("Alt+A", "F9", "Alt+L")
    assert desk.page.share.proposal.total.text() == "¥553.55"
    assert "1栋照明表: 910 × 0.6083 yuan (2026-09-30 – 2026-10-30)" in desk.page.share.proposal.facts.text()
    desk.press("F9")
    assert "1栋照明表: usage 910 × 0.6083 yuan" in desk.page.shared.facts.text()
    assert desk.office.breaches() == []
