"""G12: units that were chosen, and the days typed for them, stand there again after the program ended."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.fees.new_assignments import OwnTerms
from app.fees.terms import Modifiers
from tests.fees_screen.conftest import OpenDesk
from tests.fees_screen.desk import Desk, column
from tests.keys import stop_typing
from tests.office_builder import OfficeBuilder
from ui.fees.assigning.assign_page import KEYS
from ui.fees.assigning.own_terms_panel import OwnTermsPanel

ENERGY, HIGH_RISE = "公共能耗分摊", "住宅物业费（高层）"
AGREED = OwnTerms(Modifiers(Decimal("1.2"), Decimal("0.7")), date(2026, 12, 20))


def ended(office: OfficeBuilder, desks: OpenDesk) -> Desk:
    """The program ends in the middle of the work, and somebody begins again."""
    stop_typing()
    return desks(office)


def begin_assigning(desk: Desk) -> None:
    desk.choose(ENERGY)
    desk.press("Ctrl+B")


def choose_top_floor(desk: Desk) -> None:
    desk.tab_to(desk.page.assign.choice.pane.filter_box)
    desk.keys.commit("3-2-9")
    desk.press("Alt+A")


def test_units_days_and_what_is_agreed_stand_there_again(desk: Desk, office: OfficeBuilder, desks: OpenDesk) -> None:
    begin_assigning(desk)
    desk.type_into(desk.page.assign.days.first, "2026-12-01")
    choose_top_floor(desk)
    desk.answers.will_answer(OwnTermsPanel, AGREED)
    desk.press("F9", "F8")
    agreed = column(desk.page.assign.proposal.table, "Amount")
    assert agreed != ["15.00", "15.00"]
    second = ended(office, desks)
    begin_assigning(second)
    page = second.page.assign
    assert page.choice.count.text() == "2 units chosen"
    assert (page.days.first.text(), page.days.follows.isChecked()) == ("2026-12-01", False)
    assert page.choice.pane.filter_box.text() == ""
    second.press("F9")
    assert column(page.proposal.table, "Unit") == ["3-2-901", "3-2-902"]
    assert column(page.proposal.table, "Amount") == agreed


def test_another_tariff_begins_with_no_unit(desk: Desk, office: OfficeBuilder, desks: OpenDesk) -> None:
    begin_assigning(desk)
    choose_top_floor(desk)
    second = ended(office, desks)
    second.choose(HIGH_RISE)
    second.press("Ctrl+B")
    assert second.page.assign.choice.count.text() == "0 units chosen"


def test_another_tariff_begun_at_once_takes_nothing_from_the_first(desk: Desk) -> None:
    begin_assigning(desk)
    choose_top_floor(desk)
    desk.press("Esc", "Esc")
    desk.page.focus_search()
    desk.choose(HIGH_RISE)
    desk.press("Ctrl+B")
    assert desk.page.assign.choice.count.text() == "0 units chosen"
    desk.press("Esc")
    desk.page.focus_search()
    begin_assigning(desk)
    assert desk.page.assign.choice.count.text() == "2 units chosen"


def test_what_another_version_kept_of_the_units_is_let_go(desk: Desk, office: OfficeBuilder, desks: OpenDesk) -> None:
    begin_assigning(desk)
    desk.type_into(desk.page.assign.days.first, "2026-12-01")
    choose_top_floor(desk)
    stop_typing()
    drafts, by = office.office.drafts, office.supervisor
    kept = drafts.find(by, KEYS)
    assert kept is not None
    rows = [
        [key, title, texts | {"beside the fields": "[1"}, at, open_]
        for key, title, texts, at, open_ in kept.content["left"]
    ]
    drafts.save(by, KEYS, {"left": rows})
    second = desks(office)
    begin_assigning(second)
    assert second.page.assign.choice.count.text() == "0 units chosen"
    assert second.page.assign.days.first.text() == "2026-12-01"


def test_what_is_assigned_is_gone_from_the_page(desk: Desk, office: OfficeBuilder, desks: OpenDesk) -> None:
    begin_assigning(desk)
    choose_top_floor(desk)
    stop_typing()
    desk.press("F9", "F9")
    assert f"“{ENERGY}” now lies on 2 units more" in desk.said
    second = ended(office, desks)
    begin_assigning(second)
    assert second.page.assign.choice.count.text() == "0 units chosen"


def test_a_move_stands_there_again_with_its_day(desk: Desk, office: OfficeBuilder, desks: OpenDesk) -> None:
    tariffs, by = office.office.tariffs, office.supervisor
    old = next(row.tariff for row in tariffs.rows() if row.tariff.name == HIGH_RISE)
    for name in ("住宅物业费（一）", "住宅物业费（二）"):
        tariffs.create(by, old.item.id, name, date(2026, 10, 1), old.versions[-1].terms)
    desk.choose(HIGH_RISE)
    desk.press("Ctrl+J")
    page = desk.page.move_page
    page.new.setFocus()
    desk.keys.press("Down")
    chosen = page.new.currentText()
    desk.type_into(page.day, "2027-01-01")
    desk.tab_to(page.choice.building)
    desk.keys.type("3")
    desk.press("Alt+A")
    second = ended(office, desks)
    second.choose(HIGH_RISE)
    second.press("Ctrl+J")
    page = second.page.move_page
    assert page.new.currentText() == chosen
    assert (page.day.text(), page.choice.count.text()) == ("2027-01-01", "32 units chosen")
