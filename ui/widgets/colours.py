"""The tokens of the palette, light and dark, and which of the two is on."""

from __future__ import annotations

import json
from enum import StrEnum
from functools import cache
from importlib import resources

from PySide6.QtGui import QColor


class Tone(StrEnum):
    """Every colour that the program knows, by its use."""

    PANEL = "panel"
    CANVAS = "canvas"
    SUNKEN = "sunken"
    INK = "ink"
    INK2 = "ink2"
    INK3 = "ink3"
    LINE = "line"
    EDGE = "mute_l"
    FIELD_EDGE = "line2"
    ACCENT = "accent"
    FILL = "fill"
    ON_FILL = "on_fill"
    ACCENT_TINT = "accent_t"
    ACCENT_EDGE = "accent_l"
    DANGER = "danger"
    DANGER_TINT = "danger_t"
    DANGER_EDGE = "danger_l"
    DANGER_BAR = "danger_f"
    WARN = "warn"
    WARN_TINT = "warn_t"
    WARN_EDGE = "warn_l"
    WARN_BAR = "warn_f"
    OK = "ok"
    OK_TINT = "ok_t"
    OK_EDGE = "ok_l"
    OK_BAR = "ok_f"
    MUTE_TINT = "mute_t"
    TRACK = "track"


class Light(StrEnum):
    """The two themes."""

    LIGHT = "light"
    DARK = "dark"


_on = Light.LIGHT


def put_on(theme: Light) -> None:
    """Paint with this theme from now on."""
    global _on  # noqa: PLW0603 - one screen wears one theme
    _on = theme


def theme_on() -> Light:
    """The theme being painted."""
    return _on


def colour(tone: Tone) -> QColor:
    """The colour of a token in the theme that is on."""
    return palette_of(_on)[tone]


@cache
def palette_of(theme: Light) -> dict[Tone, QColor]:
    """All tokens of one theme."""
    stored = json.loads((resources.files("resources") / "style" / "palette.json").read_text(encoding="utf-8"))
    return {tone: QColor(stored[theme][tone]) for tone in Tone}
