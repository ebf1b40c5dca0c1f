"""What people call an incident when they are in a hurry, beside the name of its plan; in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping

SPOKEN: Mapping[str, tuple[str, ...]] = {
    "lift-entrapment": ("困梯", "关人", "电梯故障", "电梯停了", "lift stuck", "elevator", "trapped"),
    "fire": ("火灾", "着火", "起火", "冒烟", "烟雾", "火情", "smoke", "burning"),
    "acute-illness": (
        "晕倒",
        "昏倒",
        "心梗",
        "摔伤",
        "受伤",
        "救护车",
        "病人",
        "急救",
        "ambulance",
        "heart",
        "injured",
    ),
    "power-cut": ("断电", "跳闸", "没电", "停电了", "突然停电", "blackout", "outage"),
    "flooding": ("漏水", "爆管", "积水", "进水", "淹水", "burst pipe", "water in"),
    "gas-leak": ("煤气", "漏气", "天然气", "一氧化碳", "smell of gas"),
    "theft-robbery": ("小偷", "抢劫", "入室", "报警", "匪徒", "thief", "burglar", "robbery"),
    "falling-object": ("抛物", "坠物", "外墙脱落", "砸车", "玻璃掉落", "facade"),
    "payment-system-down": ("扫码不通", "刷卡不通", "微信收不了", "支付宝", "收款故障", "payment", "qr code", "card"),
    "electric-shock": ("电击", "漏电", "电线落地", "shock", "fallen line"),
    "planned-power-cut": ("检修停电", "停电通知", "planned cut"),
    "water-cut": ("断水", "没水", "水泵坏", "no water"),
    "intoxicated-or-disturbed": ("喝醉", "酒疯", "精神病", "drunk"),
    "public-health": ("传染病", "发热", "隔离", "食物中毒", "epidemic", "infection"),
    "dispute-intrusion": ("吵架", "打架", "闯岗", "堵门", "quarrel", "fight"),
    "storm": ("大风", "下雨", "暴雨", "红色预警", "typhoon", "rain"),
    "network-down": ("断网", "没网", "网络不通", "internet"),
    "internal-fault": ("收错费", "丢钱", "短款", "missing money"),
    "self-harm-or-missing": ("跳楼", "自杀", "走丢", "失踪", "孩子不见", "老人走失", "suicide", "missing child"),
    "unable-to-pay": ("困难业主", "缓交", "分期", "hardship"),
    "natural-disaster": ("地震", "雷击", "冰雪", "结冰", "earthquake", "lightning", "snow"),
    "crowd-complaint": ("群访", "围堵", "上访", "集体投诉", "crowd"),
    "data-leak": ("泄密", "电脑坏", "死机", "数据丢失", "u盘丢失", "data leak", "computer"),
}
"""By the code of the plan."""
