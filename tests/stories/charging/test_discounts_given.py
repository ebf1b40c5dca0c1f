"""Discounts made by keys and given at the counter, until the receipt: yuan off, gift months, by dates, no arrears."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from app.core.clock import SetClock
from tests.counter_screen.answering import answering, supervisor_says_yes
from tests.keys import to_tab
from tests.office_builder import CASHIER_PASSWORD
from tests.stories.charging.steps import asked, bill, lay, make_tariff, open_at_counter, open_the_shift, pay
from tests.stories.first_day_window import Program

YUAN_OFF = {"Name on the receipt": "年缴优惠", "Gives": "yuan off", "How much": "50"}


def fee_of_501(program: Program, price: str = "100") -> None:
    """A fixed fee a month, billed for November."""
    make_tariff(program, "固定物业费", {"Formula": "fixed amount", "Price": price})
    lay(program, "2026-11-01", "3-2-501")
    bill(program, "2026-11")


def make_discount(program: Program, answers: Mapping[str, str]) -> None:
    program.keys.press(to_tab("fees"), "Alt+1", "Ctrl+G")
    asked(program, "F8", answers)
    assert f"“{answers['Name on the receipt']}” is saved" in program.screen()


def choose_months(program: Program, ahead: int) -> list[dict[str, str]]:
    """The bill of 3-2-501 with so many months more than what is due."""
    open_at_counter(program, "3-2-501")
    program.keys.press("Up", *["+"] * ahead, "Return")
    return program.table("Lines of the bill")


def discount_in(lines: list[dict[str, str]]) -> str:
    """What the discount of the bill comes to; nothing where none is offered."""
    return "".join(line["Principal"] for line in lines if line["State"] == "discount")


def test_yuan_off_for_a_year_at_once(program: Program) -> None:
    fee_of_501(program)
    make_discount(program, YUAN_OFF)
    open_the_shift(program)
    assert discount_in(choose_months(program, 10)) == ""
    program.keys.press("Esc")
    assert discount_in(choose_months(program, 11)) == "−50.00"
    assert "Total due\n¥1,150.00" in program.screen()
    paper = pay(program)
    assert paper.says("优惠 年缴优惠 12个月 −50.00")
    assert paper.says("人民币壹仟壹佰伍拾元整 ¥1,150.00")
    open_at_counter(program, "3-2-501")
    assert "no arrears" in program.screen()


def test_a_thirteenth_month_for_nothing(program: Program) -> None:
    fee_of_501(program)
    gift = {"Name on the receipt": "缴十二送一", "Gives": "months for nothing", "How much": "1"}
    make_discount(program, YUAN_OFF | gift)
    open_the_shift(program)
    assert discount_in(choose_months(program, 11)) == ""
    program.keys.press("Esc")
    assert discount_in(choose_months(program, 12)) == "−100.00"
    paper = pay(program)
    assert paper.says("优惠 缴十二送一 13个月 −100.00")
    assert paper.says("¥1,200.00")


def test_a_discount_is_given_only_on_its_days(program: Program, clock: SetClock) -> None:
    fee_of_501(program)
    make_discount(program, YUAN_OFF | {"Valid from": "2026-12-01", "Last day": "2026-12-31"})
    given = {}
    for day in ("2026-11-30", "2026-12-01", "2026-12-31", "2027-01-01"):
        clock.set(datetime.fromisoformat(f"{day} 09:00"))
        given[day] = discount_in(choose_months(program, 11))
        program.keys.press("Esc")
    assert given == {"2026-11-30": "", "2026-12-01": "−50.00", "2026-12-31": "−50.00", "2027-01-01": ""}


def test_a_discount_only_without_arrears_is_not_for_who_leaves_some_unpaid(program: Program) -> None:
    """November is past due: paid along it earns nothing, left unpaid it keeps the discount away."""
    fee_of_501(program)
    make_discount(program, YUAN_OFF | {"Only for units without arrears": "ticked"})
    open_the_shift(program)
    assert discount_in(choose_months(program, 11)) == ""
    program.keys.press("Esc")
    open_at_counter(program, "3-2-501")
    program.keys.press("Up", "Space", "Return")
    asked(program, "Ctrl+H", {"Months": "12"})
    lines = program.table("Lines of the bill")
    assert [line["Paid now"] for line in lines] == ["", "1,200.00"]
    program.keys.press("Esc")
    assert discount_in(choose_months(program, 12)) == "−50.00"
    paper = pay(program)
    assert paper.says("优惠 年缴优惠 12个月 −50.00")
    assert paper.says("¥1,250.00")


def test_a_large_discount_needs_a_supervisors_yes(program: Program) -> None:
    fee_of_501(program, price="1000")
    make_discount(program, YUAN_OFF | {"How much": "1,500"})
    program.keys.press("Ctrl+Shift+Q")
    program.fill("王敏")
    program.keys.type(CASHIER_PASSWORD)
    program.keys.press("Return")
    open_the_shift(program)
    assert discount_in(choose_months(program, 11)) == "−1,500.00"
    told = []

    def read_and_say_yes() -> None:
        told.append(program.screen())
        supervisor_says_yes(program.keys)()

    with answering(read_and_say_yes):
        paper = pay(program)
    assert "Give room 3-2-501 the discount “年缴优惠”: ¥1,500.00 off." in told[0]
    assert paper.says("优惠 年缴优惠 12个月 −1,500.00")
    assert paper.says("¥10,500.00")
    assert paper.says("收款人 王敏")
