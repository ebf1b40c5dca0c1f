"""Kinds and states of a unit, roles on it, and the Chinese words that sheets use for them."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from app.estate.refusals import UnknownWord


class UnitKind(StrEnum):
    """What a unit is."""

    HOME = "home"
    SHOP = "shop"
    OFFICE = "office"
    PARKING = "parking"
    STORAGE = "storage"

    @property
    def has_building_area(self) -> bool:
        """Whether fees are charged on its area as a rule, so that an import asks for one."""
        return self in (UnitKind.HOME, UnitKind.SHOP, UnitKind.OFFICE)


class UnitState(StrEnum):
    """Where a unit stands between the builder and the people in it."""

    UNSOLD = "unsold"
    NOT_HANDED_OVER = "not_handed_over"
    HANDED_OVER = "handed_over"
    OCCUPIED = "occupied"
    VACANT = "vacant"
    LET = "let"
    RENOVATING = "renovating"


class OccupancyRole(StrEnum):
    """What a person is to a unit."""

    OWNER = "owner"
    TENANT = "tenant"
    PAYER = "payer"
    CONTACT = "contact"
    FAMILY = "family"


KIND_WORDS: dict[UnitKind, tuple[str, ...]] = {
    UnitKind.HOME: ("住宅", "房屋", "住房", "公寓", "别墅", "商住", "普通住宅", "高层", "多层", "洋房", "叠墅", "排屋"),
    UnitKind.SHOP: ("商铺", "店铺", "商业", "门面", "底商", "铺面", "商店", "门市", "网点", "商业用房"),
    UnitKind.OFFICE: ("办公", "写字楼", "办公室", "办公用房", "商务", "办公楼"),
    UnitKind.PARKING: ("车位", "停车位", "车库", "地下车位", "地上车位", "人防车位", "产权车位", "固定车位", "泊位"),
    UnitKind.STORAGE: ("储藏室", "储物间", "储藏间", "储物室", "杂物间", "地下室", "仓库", "自行车库", "工具间"),
}
STATE_WORDS: dict[UnitState, tuple[str, ...]] = {
    UnitState.UNSOLD: ("未销售", "未售", "待售", "未出售"),
    UnitState.NOT_HANDED_OVER: ("未交房", "未交付", "未收房", "未接房", "已销售", "已售", "已出售", "待交房"),
    UnitState.HANDED_OVER: ("已交房", "已交付", "已收房", "已接房", "交房", "收房", "接房"),
    UnitState.OCCUPIED: ("已入住", "入住", "自住", "常住", "在住", "使用中", "已使用"),
    UnitState.VACANT: ("空置", "闲置", "未入住", "空关", "空闲", "空房"),
    UnitState.LET: ("出租", "已出租", "租赁", "租住", "已租", "出租中"),
    UnitState.RENOVATING: ("装修", "装修中", "正在装修"),
}
ROLE_WORDS: dict[OccupancyRole, tuple[str, ...]] = {
    OccupancyRole.OWNER: ("业主", "业主本人", "产权人", "房主", "户主", "共有人", "共有产权人", "产权", "1001"),
    OccupancyRole.TENANT: ("租户", "租客", "承租人", "承租方", "租赁户", "商户", "使用人", "1003"),
    OccupancyRole.PAYER: ("缴费人", "付款人", "交费人", "缴费"),
    OccupancyRole.CONTACT: ("联系人", "紧急联系人", "代理人", "物业联系人"),
    OccupancyRole.FAMILY: ("家属", "家庭成员", "家人", "亲属", "配偶", "子女", "父母", "1002"),
}

E = TypeVar("E", bound=StrEnum)
_Words = dict[E, tuple[str, ...]]


def _by_word(words: _Words[E]) -> dict[str, E]:
    spelled = {spelling: member for member, spellings in words.items() for spelling in spellings}
    return spelled | {member.value: member for member in words}


_KINDS, _STATES, _ROLES = _by_word(KIND_WORDS), _by_word(STATE_WORDS), _by_word(ROLE_WORDS)


@lru_cache(maxsize=256)
def parse_kind(word: str) -> UnitKind:
    """The kind that a sheet's word stands for. Raises UnknownWord."""
    return _meant(word, _KINDS, KIND_WORDS)


@lru_cache(maxsize=256)
def parse_state(word: str) -> UnitState:
    """The state that a sheet's word stands for. Raises UnknownWord."""
    return _meant(word, _STATES, STATE_WORDS)


@lru_cache(maxsize=256)
def parse_role(word: str) -> OccupancyRole:
    """The role that a sheet's word stands for. Raises UnknownWord."""
    return _meant(word, _ROLES, ROLE_WORDS)


def kind_by_place(building: str, room: str) -> UnitKind:
    """The kind that the place itself tells (`商铺07`, `地库 B1-073`); a home where it tells none."""
    place = building + room
    for kind, signs in _PLACE_SIGNS:
        if any(sign in place for sign in signs):
            return kind
    return UnitKind.HOME


_PLACE_SIGNS = (
    (UnitKind.PARKING, ("车位", "车库", "地库", "停车")),
    (UnitKind.SHOP, ("商铺", "店铺", "门面", "底商", "商业", "铺")),
    (UnitKind.STORAGE, ("储藏", "储物", "杂物", "地下室")),
    (UnitKind.OFFICE, ("写字楼", "办公")),
)


def _meant(word: str, members: dict[str, E], words: _Words[E]) -> E:
    plain = "".join(word.split()).lower()
    if plain not in members:
        raise UnknownWord(word.strip(), tuple(spellings[0] for spellings in words.values()))
    return members[plain]
