"""The cashier's part by keys: sign in, open the shift, find residents, take their money."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.money import Money
from app.counter.cash.denominations import CashCount
from tests.counter_screen.answering import answering
from tests.counter_screen.drawer import count_pieces
from tests.keys import to_tab
from tests.office_builder import CASHIER_PASSWORD
from tests.stories.first_day_office import CASHIER
from tests.stories.first_day_screen import focused
from tests.stories.first_day_window import Program
from ui.counter.draft_keeper import OPEN

FLOAT = Money.yuan(500)
SEARCH = "查找房号、姓名、电话、车牌或收据"


@dataclass(frozen=True)
class Visit:
    """A resident who pays five months, and what the paper has to say; reckoned by hand, not by the program."""

    room: str
    payer: str
    spellings: tuple[str, ...]
    owed: str
    paid: str
    in_words: str
    lines: tuple[str, ...]


HU = Visit(
    room="1-2-101",
    payer="胡秀丽",
    spellings=("hxl",),
    owed="1,514.17",  # 5 × 291.69, late fees 20.13 + 15.61 + 11.08 + 6.71 + 2.19
    paid="1,514.10",
    in_words="壹仟伍佰壹拾肆元壹角整",
    lines=(
        "物业费 2026-07-01 – 2026-07-31 157.67 ㎡ × 1 个月 1.85 元/㎡·月 291.69",
        "物业费违约金 2026-07-06 – 2026-11-20 291.69 元 × 138 天 每日万分之五 20.13",
    ),
)
SHAN = Visit(
    room="1-2-401",
    payer="单轩雨",  # 单 is read shàn as a surname and dān elsewhere: both find
    spellings=("dxy", "sxy"),
    owed="1,175.09",  # 5 × 226.37, late fees 15.62 + 12.11 + 8.60 + 5.21 + 1.70
    paid="1,175.00",
    in_words="壹仟壹佰柒拾伍元整",
    lines=(
        "物业费 2026-11-01 – 2026-11-30 122.36 ㎡ × 1 个月 1.85 元/㎡·月 226.37",
        "物业费违约金 2026-11-06 – 2026-11-20 226.37 元 × 15 天 每日万分之五 1.70",
    ),
)
OUYANG = Visit(
    room="2-1-203",
    payer="欧阳英建",
    spellings=("oyyj",),
    owed="833.21",  # 5 × 160.51, late fees 11.08 + 8.59 + 6.10 + 3.69 + 1.20
    paid="833.21",
    in_words="捌佰叁拾叁元贰角壹分",
    lines=("物业费 2026-09-01 – 2026-09-30 86.76 ㎡ × 1 个月 1.85 元/㎡·月 160.51",),
)


def sign_in(program: Program) -> None:
    """The name stands there from the last time, or has to be written."""
    if not program.remembers(CASHIER):
        program.fill(CASHIER)
    program.write(CASHIER_PASSWORD)
    program.keys.press("Return")
    assert f"收费员 {CASHIER}" in program.screen()


def open_the_shift(program: Program) -> None:
    program.keys.press(to_tab("counter"))
    with answering(lambda: program.keys.press("Return"), lambda: count_pieces(program.keys, CashCount.of(FLOAT))):
        program.keys.press("F12")
    assert "备用金 500.00" in program.screen()


def find(program: Program, visit: Visit) -> None:
    """The caret waits in the empty box; every spelling finds the resident as the only one."""
    assert (focused().accessibleName(), focused().property("text")) == (SEARCH, "")
    for letters in visit.spellings:
        program.keys.press("F2")
        program.keys.type(letters)
        assert "1 处命中·按拼音首字母" in program.screen()
        assert f"{visit.room} {visit.payer} {visit.owed}" in program.screen()


def exact_cash(program: Program) -> int:
    """The keys beyond the search text."""
    program.keys.count = 0
    program.keys.press("Return", "F9")
    return program.keys.count


def two_thousand_in_cash(program: Program, change: str) -> int:
    """Twenty red notes; the change stands in the window before F9 and after it."""
    program.keys.count = 0
    program.keys.press("Return")
    program.keys.type("2000")
    assert f"找零 ¥{change}" in program.screen()
    program.keys.press("F9")
    assert f"找零\n¥{change}" in program.screen()
    return program.keys.count


def exact_wechat(program: Program, reference: str) -> int:
    program.keys.count = 0
    program.keys.press("Return", "F7")
    program.keys.type(reference)
    program.keys.press("F9")
    return program.keys.count


def receipts(program: Program) -> list[dict[str, str]]:
    """The receipts of the shift as the window lists them, the newest first."""
    return program.table("本班收据")


def print_again(program: Program, scanned: str) -> None:
    """The code of the paper finds its receipt, and Ctrl+R there prints it again."""
    with program.keys.when_asked("Ctrl+R"):
        program.keys.type(scanned)
        program.keys.press("Return")


def type_half_a_payment(program: Program) -> None:
    """WeChat with its reference, 300 of what is owed, and a neighbour as payer; nothing is committed."""
    program.keys.press(to_tab("counter"))
    program.keys.type("1-1-101")
    program.keys.press("Return", "F7")
    program.keys.type("8891")
    program.keys.press("Return")
    program.keys.type("300")
    program.keys.press("Ctrl+U")
    program.write("李华")


def half_a_payment_is_kept(program: Program) -> bool:
    """Whether all of it is durable in the folder."""
    draft = program.office.drafts.find(program.context.actor, OPEN)
    return draft is not None and draft.content["payer_name"] == "李华"


def stands_restored(program: Program) -> bool:
    """Every part of the half payment is in its field, the caret in the amount, and a bar says why."""
    shown = program.screen()
    parts = ("8891\n参考号", "300\n实收金额（元）", "李华\n交款人", "1-1-101 的收款已恢复到程序退出时的样子。")
    return all(part in shown for part in parts) and focused().accessibleName() == "实收金额（元）"
