"""No text may join arrears with a supply, a door, a lift or a vehicle: nothing presses for fees by cutting them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from app.notices.refusals import PressesForFees

ARREARS = (
    *(
        "欠费",
        "欠缴",
        "欠交",
        "欠款",
        "欠物业",
        "拖欠",
        "催缴",
        "催费",
        "催收",
        "清欠",
        "追缴",
        "补缴",
        "补交",
        "缴清",
        "交清",
    ),
    *(
        "付清",
        "结清",
        "未缴",
        "未交费",
        "未交物业",
        "未交清",
        "不缴",
        "不交费",
        "不交物业",
        "没交费",
        "没交物业",
        "没缴",
    ),
    *("逾期未", "逾期不", "拒缴", "拒交", "欠账", "不缴费", "未付费", "未付物业", "老赖", "违约业主"),
)
SUPPLIES = (
    *(
        "停水",
        "断水",
        "供水",
        "用水",
        "水表",
        "停电",
        "断电",
        "供电",
        "用电",
        "限电",
        "电表",
        "拉闸",
        "跳闸",
        "掐电",
        "掐水",
    ),
    *("停气", "断气", "供气", "燃气", "煤气", "停暖", "断暖", "供暖", "供热", "停热", "暖气", "限水", "水阀", "关阀"),
    *("门禁", "锁门", "封门", "开门", "单元门", "大门", "进门", "门卡", "刷卡", "锁卡", "停卡", "消磁", "焊门", "堵门"),
    *(
        "电梯",
        "停梯",
        "乘梯",
        "梯卡",
        "车辆",
        "停车",
        "车位",
        "道闸",
        "锁车",
        "拖车",
        "堵车",
        "抬杆",
        "进出小区",
        "车牌",
    ),
    *("水电", "停用水", "停用电", "禁止进入", "限制进入", "不得进入"),
)


def check_pressing(texts: Iterable[str]) -> None:
    """All texts of a notice are read as one. Raises PressesForFees with the words of both sides."""
    whole = squashed("\n".join(texts))
    arrears, supplies = found_in(whole, ARREARS), found_in(whole, SUPPLIES)
    if arrears and supplies:
        raise PressesForFees(arrears, supplies)


def found_in(whole: str, words: Sequence[str]) -> tuple[str, ...]:
    """The words that stand in a text, each once."""
    return tuple(dict.fromkeys(word for word in words if word in whole))


def squashed(text: str) -> str:
    """The text without blanks and signs, so that a word cannot be hidden by writing it apart."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text) if sign.isalnum())
