"""The yearly notices of holidays that come with the program: `resources/holidays/<year>.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from app.core.workdays import HolidayYear, NamedDay


@cache
def shipped_years() -> tuple[HolidayYear, ...]:
    """The years of which the program knows the notice, in order."""
    folder = resources.files("resources") / "holidays"
    texts = (file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name.endswith(".toml"))
    return tuple(sorted((_year(tomllib.loads(text)) for text in texts), key=lambda one: one.year))


def _year(table: Mapping[str, Any]) -> HolidayYear:
    days = (
        NamedDay(day, holiday["name"], is_off)
        for holiday in table["holidays"]
        for is_off, dates in ((True, holiday["off"]), (False, holiday["work"]))
        for day in dates
    )
    return HolidayYear(table["year"], tuple(sorted(days, key=lambda one: one.day)), table["source"])
