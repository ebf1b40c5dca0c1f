"""What a meter measures and how a reading came about, with the words that sheets use for them."""

from __future__ import annotations

import re
from enum import StrEnum

from app.core.language import mark
from app.meters.refusals import UnknownMeterKind


class MeterKind(StrEnum):
    """What a meter measures."""

    WATER = "water"
    ELECTRICITY = "electricity"
    GAS = "gas"
    HEAT = "heat"


class ReadingKind(StrEnum):
    """How a reading came about: the first of a device, read, estimated, or the last of a device."""

    BASE = "base"
    READ = "read"
    ESTIMATED = "estimated"
    FINAL = "final"


ENDS_INTERVAL = (ReadingKind.READ, ReadingKind.ESTIMATED)
KIND_NAMES: dict[MeterKind, str] = {
    MeterKind.WATER: mark("water"),
    MeterKind.ELECTRICITY: mark("electricity"),
    MeterKind.GAS: mark("gas"),
    MeterKind.HEAT: mark("heat"),
}
READING_NAMES: dict[ReadingKind, str] = {
    ReadingKind.BASE: mark("first reading"),
    ReadingKind.READ: mark("read"),
    ReadingKind.ESTIMATED: mark("estimated"),
    ReadingKind.FINAL: mark("last reading"),
}
KIND_WORDS: dict[MeterKind, tuple[str, ...]] = {
    MeterKind.WATER: (
        "水表",
        "水",
        "水费",
        "自来水",
        "自来水费",
        "冷水",
        "冷水表",
        "热水",
        "热水表",
        "中水",
        "生活用水",
    ),
    MeterKind.ELECTRICITY: ("电表", "电", "电费", "用电", "电能表", "照明", "照明电费", "居民用电", "商业用电"),
    MeterKind.GAS: ("燃气表", "燃气", "燃气费", "天然气", "天然气费", "煤气", "煤气费", "气表", "气", "气费"),
    MeterKind.HEAT: ("热表", "热量表", "热", "暖气", "暖气费", "供暖", "供暖费", "采暖", "采暖费", "热力", "取暖费"),
}
_BY_WORD = {word: kind for kind, words in KIND_WORDS.items() for word in words} | {
    kind.value: kind for kind in MeterKind
}
_WHOSE = re.compile(r"^(?:代收|居民|商业|商铺|生活|公共|公摊)+(?=.)")


def parse_meter_kind(word: str) -> MeterKind:
    """The kind that a sheet's word stands for. Raises UnknownMeterKind."""
    plain = _WHOSE.sub("", "".join(word.split()).lower())
    if plain not in _BY_WORD:
        raise UnknownMeterKind(word.strip(), tuple(words[0] for words in KIND_WORDS.values()))
    return _BY_WORD[plain]
