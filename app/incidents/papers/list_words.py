"""Words on the lists of plans: Chinese always, as all papers are."""

from __future__ import annotations

from collections.abc import Sequence

from app.incidents.organisation.post import PostGroup
from app.incidents.plans.plan import Place, PlanKind, Timer

TITLE = "应急检查单"
DRILL, REAL = "演练", "实战"
NEVER = "绝不："
CRITICAL = "关键"
WAYS = {
    PlanKind.READ_DO: "逐条做，做完打勾、记时间",
    PlanKind.DO_CONFIRM: "先做，到停顿处逐条核对",
}
PLACES = {
    Place.LIFT: "哪部电梯",
    Place.FLOOR: "楼栋、楼层",
    Place.BUILDING: "楼栋",
    Place.UNIT: "房号",
    Place.GROUND: "地点",
    Place.ESTATE: "范围",
    Place.COUNTER: "哪个窗口",
}
POST_GROUPS = {
    PostGroup.COMMAND: "指挥组",
    PostGroup.TEAM: "应急小组",
    PostGroup.REPORTING: "上报次序（从下往上）",
}
FIXED_NAMES = {"119": "消防", "120": "急救", "110": "公安"}
LEGEND = "▲关键：一条也不漏。出现“→”：接着做箭头指的那一节。时间写 24 小时制。"
_NUMERALS = "一二三四五六七八九十"
_HOUR = 60
_TEN = 10
_A_ROW, _MOST_SECTIONS = 3, 40


def numeral(place: int) -> str:
    """The number of a section, from 1: 一, 二 … 十, 十一."""
    if place <= _TEN:
        return _NUMERALS[place - 1]
    tens, rest = divmod(place, _TEN)
    return f"{_NUMERALS[tens - 1] if tens > 1 else ''}十{_NUMERALS[rest - 1] if rest else ''}"


def sections_named(numerals: Sequence[str]) -> str:
    """`二`, `二、四`, and of three or more in a row `三至六`."""
    runs = (tuple(numeral(first + at) for at in range(len(numerals))) for first in range(1, _MOST_SECTIONS))
    in_a_row = len(numerals) >= _A_ROW and tuple(numerals) in set(runs)
    return f"{numerals[0]}至{numerals[-1]}" if in_a_row else "、".join(numerals)


def span(minutes: int) -> str:
    """`30 分钟`, `24 小时`, `1 小时 30 分钟`."""
    hours, rest = divmod(minutes, _HOUR)
    parts = (f"{hours} 小时" if hours else "", f"{rest} 分钟" if rest else "")
    return " ".join(part for part in parts if part) or "0 分钟"


def timer_words(timer: Timer) -> str:
    """What a clock asks for."""
    if timer.repeats:
        return f"每 {span(timer.minutes)}：{timer.when_due.zh}"
    return f"{timer.text.zh}，{span(timer.minutes)}内；过时：{timer.when_due.zh}"
