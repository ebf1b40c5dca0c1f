"""Invented names, telephones and plates: common and rare surnames, several readings, characters beyond the usual."""

from __future__ import annotations

from random import Random

_COMMON = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金"
    "石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_SEVERAL_READINGS = (
    "单",
    "仇",
    "解",
    "查",
    "区",
    "朴",
    "翟",
    "盖",
    "缪",
    "乐",
    "尉迟",
    "单于",
    "令狐",
    "万俟",
    "长孙",
    "欧阳",
    "诸葛",
)
_GIVEN = (
    "建国伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅春玲文辉力志远子涵雨轩浩然思琪佳怡梓萱一诺欣妍宇航俊熙若溪晨"
    "曦亦菲嘉懿书瑶景行知远安然慕白清越"
)
_RARE = ("𠮷", "㛃", "䶮", "喆", "昉", "堃", "璟", "翀", "赟", "犇")
_COMPANIES = (
    "何记面馆",
    "百味小炒",
    "晨光文具",
    "安康大药房",
    "一品茶庄",
    "好邻居便利店",
    "新风理发",
    "鲜果时光",
    "阿婆早点",
    "宠物之家",
    "顺达快递驿站",
    "小天鹅洗衣",
)
_PROVINCES = "浙苏皖沪"
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


class InventedPeople:
    """Draws people from one source of chance, so that the same seed gives the same estate."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance

    def name(self) -> str:
        """A personal name; one in twelve has a surname with several readings, one in sixty a rare character."""
        chance = self._chance
        surname = chance.choice(_SEVERAL_READINGS) if chance.random() < 1 / 12 else chance.choice(_COMMON)
        given = chance.choice(_GIVEN) + (chance.choice(_GIVEN) if chance.random() < 0.8 else "")
        if chance.random() < 1 / 60:
            given = given[:-1] + chance.choice(_RARE)
        return surname + given

    def company(self) -> str:
        """The name of a shop."""
        return self._chance.choice(_COMPANIES)

    def phone(self) -> str:
        """A mobile number whose middle is four zeros."""
        second = self._chance.choice(("38", "39", "58", "86", "77"))
        return f"1{second}0000{self._chance.randrange(10_000):04d}"

    def plate(self) -> str:
        """A number plate."""
        chance = self._chance
        place = chance.choice(_PROVINCES) + chance.choice("ABCF")
        return (
            place + "".join(chance.choice(_LETTERS + "0123456789") for _ in range(3)) + f"{chance.randrange(100):02d}"
        )
