"""The recovery sheet: one page for the safe, in Chinese."""

from __future__ import annotations

from datetime import datetime

from app.core.show import show_time
from app.paper.lettering import Style
from app.paper.profiles import A4
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import on_one_line

TITLE = "数据恢复码"
_LEFT, _RIGHT, _MIDDLE = 24.0, 186.0, 105.0
_ROWS = 4
_WORDS = (
    "本页上的数字能打开本单位的全部数据。忘记密码、换电脑或从备份恢复时使用。",
    "请打印或抄写后锁入保险柜，不要拍照，不要放在电脑旁，不要发给任何人。",
    "使用方法：在登录页按“忘记密码”，逐组输入上面的数字，然后设置新密码。",
    "每组最后一位是校验位，输错时程序会指出是第几组。",
    "生成新的恢复码后，本页立即作废，请当场销毁。",
    "既没有任何人的密码、也没有本页时，任何人都无法打开数据。",
)


def draw_recovery_sheet(company: str, centre: str, code: str, made_at: datetime, made_by: str) -> bytes:
    """The sheet as a PDF; it is kept nowhere."""
    with Sheet(A4, title=TITLE, author=company) as sheet:
        sheet.text(_LEFT, 24, company, on_one_line(company, Style(11, bold=True), 90))
        sheet.text(_RIGHT, 24, centre, on_one_line(centre, Style(11), 70), Side.RIGHT)
        sheet.rule(_LEFT, _RIGHT, 29, 0.4)
        sheet.text(_MIDDLE, 48, TITLE, Style(24, bold=True), Side.MIDDLE)
        _draw_code(sheet, code.split())
        for line, words in enumerate(_WORDS):
            sheet.text(_LEFT, 150 + 9 * line, f"{line + 1}. {words}", on_one_line(words, Style(11), _RIGHT - _LEFT - 6))
        sheet.text(_LEFT, 222, f"生成 {show_time(made_at)} {made_by}", Style(11))
        sheet.text(_LEFT, 240, "存放处：", Style(11))
        sheet.rule(_LEFT + 18, _MIDDLE - 6, 241, 0.25)
        sheet.text(_MIDDLE, 240, "保管人：", Style(11))
        sheet.rule(_MIDDLE + 18, _RIGHT, 241, 0.25)
        return sheet.finish()


def _draw_code(sheet: Sheet, groups: list[str]) -> None:
    """Two columns, each group with its number."""
    for at, group in enumerate(groups):
        left = _LEFT + 14 + (at // _ROWS) * 82
        baseline = 70 + (at % _ROWS) * 17
        sheet.text(left, baseline, f"第 {at + 1} 组", Style(11))
        sheet.text(left + 20, baseline, f"{group[:3]} {group[3:]}", Style(22, bold=True))
