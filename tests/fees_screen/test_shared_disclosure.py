"""The fee disclosure sheet by keys: asked for, refused where it cannot stand, printed or saved."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.fees_screen.conftest import OpenDesk
from tests.fees_screen.desk import Desk
from tests.office_builder import OfficeBuilder
from tests.paper.judges import PaperOnTable
from ui.fees.disclosure.panel import DisclosurePanel, DisclosureWish
from ui.printing.paper_desk import PaperPanel


def test_the_sheet_of_a_day_is_saved_on_a3(desk: Desk, tmp_path: Path) -> None:
    facts = desk.office.office.disclosures.facts(desk.office.clock.now().date())
    file = tmp_path / "sheet.pdf"
    desk.answers.will_answer(DisclosurePanel, DisclosureWish(facts, "A3"))
    desk.answers.will_answer(PaperPanel, False)
    desk.answers.will_save(file)
    desk.press("Ctrl+D")
    sheet = PaperOnTable(file.read_bytes(), tmp_path)
    assert [round(side / 72 * 25.4) for side in sheet.size] == [297, 420]
    assert sheet.says("1.85 元/㎡·月")
    assert any("Saved as" in said for said in desk.said)


def test_what_the_office_says_is_kept_for_every_later_sheet(desk: Desk) -> None:
    def answer(panel: Any) -> Any:
        panel.complaints.setText("0571-5550199")
        panel.standard.setText("合同附件《物业服务标准》")
        panel._on_show()

    desk.answers.will_answer(DisclosurePanel, answer)
    desk.press("Ctrl+D")
    office = desk.office.office
    assert office.facts().complaint_telephone == "0571-5550199"
    assert office.disclosures.texts().service_standard == "合同附件《物业服务标准》"
    assert office.disclosures.facts(desk.office.clock.now().date()).office.complaint_telephone == "0571-5550199"


def test_the_real_question_is_left_by_esc(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office, panels=True)
    with desk.keys.when_asked("Esc"):
        desk.keys.press("Ctrl+D")
    assert desk.keys.asked == ["Fee disclosure sheet"]


def test_a_tariff_without_a_basis_is_named(office: OfficeBuilder, desks: OpenDesk) -> None:
    tariff = next(row.tariff for row in office.office.tariffs.rows() if row.tariff.name == "维修基金续筹")
    units = [row.id for row in office.office.estate.units()][:2]
    office.office.assignments.assign(office.supervisor, tariff.id, units, tariff.first)
    desk = desks(office)
    problems: list[str] = []

    def look(panel: Any) -> Any:
        panel._on_show()
        problems.append(panel._problem.text())

    desk.answers.will_answer(DisclosurePanel, look)
    desk.press("Ctrl+D")
    assert "维修基金续筹" in problems[0]


def test_a_cashier_reads_the_words_and_does_not_change_them(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office, by=office.cashier)
    read_only: list[bool] = []

    def look(panel: Any) -> Any:
        read_only.extend(field.isReadOnly() for field in (panel.complaints, panel.payers, panel.hotline))

    desk.answers.will_answer(DisclosurePanel, look)
    desk.press("Ctrl+D")
    assert read_only == [True, True, True]
