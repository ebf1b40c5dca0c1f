"""The supervisor's morning by keys: the office is set up, the list imported, the tariff laid, the months billed."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from app.core.money import Money
from app.core.show import show_money
from tests.counter_screen.answering import answering
from tests.keys import to_tab
from tests.office_builder import CASHIER_PASSWORD, SUPERVISOR_PASSWORD
from tests.sheets.messy_sheet import MessySheet
from tests.stories.first_day_window import Program
from ui.shell.recovery_page import RecoveryPage

SUPERVISOR, CASHIER = "沈若兰", "王敏"
HOMES = 60


def set_up_the_office(program: Program) -> None:
    """The form of an empty folder; its first person is at work at once."""
    program.fill("禾木里物业服务有限公司", "阳光花园物业服务中心", "阳光花园", "0571-55550100")
    program.keys.press("Tab")  # the owner pays from the day of handover
    program.fill(SUPERVISOR, SUPERVISOR_PASSWORD, SUPERVISOR_PASSWORD)
    program.keys.press("Ctrl+Return")
    page = program.window.findChild(RecoveryPage)
    assert page is not None
    program.write(page._group)  # as somebody reads it off the paper
    program.keys.press("Return")
    assert f"主管 {SUPERVISOR}" in program.screen()


def register_the_cashier(program: Program) -> None:
    def name_and_password() -> None:
        program.write(CASHIER)
        program.keys.press("Tab", "Tab")  # the first role is the cashier's
        program.write(CASHIER_PASSWORD)
        program.keys.press("Tab", "Space", "F9")  # it is hers already: nothing to choose at her first sign-in

    program.keys.press("Ctrl+Shift+P")
    with answering(name_and_password):
        program.keys.press("F8")


def import_the_list(program: Program, sheet: MessySheet, bad_rows: Path) -> None:
    """The preview says what would come of the sheet before anything is written; the bad rows go back as a sheet."""
    program.keys.press(to_tab("estate"), "Ctrl+I")
    with program.naming_file(sheet.path):
        program.keys.press("Ctrl+O")
    program.finish_work()
    assert f"行数 {sheet.rows}; 新增房产 {len(sheet.codes)}; 重复 1; 楼栋 4; 不能导入 9" in program.screen()
    assert [int(row["行号"]) for row in program.table("不能导入的行")] == sheet.bad_rows
    assert program.office.estate.units() == []
    program.keys.press("F9")
    program.finish_work()
    assert "已导入：新增 70 户" in program.screen()
    with program.naming_file(bad_rows):
        program.keys.press("Ctrl+S")
    _bad_rows_say_why(bad_rows)


def _bad_rows_say_why(saved: Path) -> None:
    """Heads as in the office's own sheet, then its bad rows, the last column saying what is wrong with each."""
    rows = [row for row in load_workbook(saved).worksheets[0].iter_rows(values_only=True) if any(row)]
    why = [str(row[-1]) for row in rows[-9:]]
    assert all(why)
    assert "“八十”不是数字" in why[1]
    assert "“138****4567”不是电话号码" in why[2]


def make_the_tariff(program: Program) -> None:
    """住宅物业费: 1.85 yuan a ㎡ and month by building area, late fee 万分之五 a day, from July on."""
    program.keys.press(to_tab("fees"), "Ctrl+N", "Tab")
    program.write("住宅物业费")
    program.tab_to("单价")
    program.write("1.85")
    program.tab_to("生效日期")
    program.fill("2026-07-01", "万分之五")
    assert "100.00 元逾期 30 天：1.50 元" in program.screen()
    program.keys.press("F9")
    assert "收费标准“住宅物业费”已保存" in program.screen()


def assign_it_to_all_homes(program: Program) -> None:
    program.keys.press("Ctrl+B")
    program.tab_to("起收日期", "Shift+Tab")
    program.write("2026-07-01")
    program.tab_to("类型")
    program.keys.press("Down", "Alt+A", "F9")
    assert f"绑定 {HOMES} 户" in program.screen()
    program.keys.press("F9")
    assert f"“住宅物业费”新绑定 {HOMES} 户" in program.screen()


def bill_the_months(program: Program, a_month: Money) -> None:
    """Through September first, which is long due; then October and November; then nothing is left to bill."""
    program.keys.press("Ctrl+M", "Up", "Up")
    _bill(program, f"已出账至 2026-09：180 笔，共 {show_money(a_month * 3)} 元")
    program.keys.press("Ctrl+M")
    _bill(program, f"已出账至 2026-11：120 笔，共 {show_money(a_month * 2)} 元")
    program.keys.press("Ctrl+M", "Up")
    program.finish_work()
    assert "到 2026-11 为止没有新的应收" in program.screen()


def _bill(program: Program, said: str) -> None:
    program.finish_work()
    program.keys.press("F9")
    program.finish_work()
    assert said in program.screen()
