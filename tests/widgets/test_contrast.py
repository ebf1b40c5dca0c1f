from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from ui.widgets.colours import Light, Tone, palette_of

GROUNDS = (Tone.PANEL, Tone.CANVAS, Tone.SUNKEN)
TEXT_ON = {
    Tone.INK: (*GROUNDS, Tone.ACCENT_TINT, Tone.WARN_TINT, Tone.DANGER_TINT, Tone.OK_TINT, Tone.MUTE_TINT),
    Tone.INK2: (*GROUNDS, Tone.ACCENT_TINT, Tone.WARN_TINT, Tone.MUTE_TINT),
    Tone.INK3: (*GROUNDS, Tone.ACCENT_TINT, Tone.MUTE_TINT),
    Tone.ACCENT: (*GROUNDS, Tone.ACCENT_TINT),
    Tone.DANGER: (*GROUNDS, Tone.DANGER_TINT, Tone.ACCENT_TINT),
    Tone.WARN: (*GROUNDS, Tone.WARN_TINT, Tone.ACCENT_TINT),
    Tone.OK: (*GROUNDS, Tone.OK_TINT, Tone.ACCENT_TINT),
    Tone.ON_FILL: (Tone.FILL,),
}
SHAPES_ON = {
    Tone.FIELD_EDGE: (*GROUNDS, Tone.ACCENT_TINT),
    Tone.ACCENT: GROUNDS,
    Tone.FILL: (Tone.PANEL, Tone.CANVAS),
    Tone.DANGER_BAR: GROUNDS,
    Tone.WARN_BAR: (Tone.PANEL,),
    Tone.OK_BAR: GROUNDS,
}


def _channel(value: float) -> float:
    return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4


def _luminance(colour: QColor) -> float:
    red, green, blue = (_channel(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself_knows_black_on_white() -> None:
    assert round(_contrast(QColor("black"), QColor("white")), 1) == 21.0


@pytest.mark.parametrize("theme", Light)
@pytest.mark.parametrize(("ink", "ground"), [(ink, ground) for ink, grounds in TEXT_ON.items() for ground in grounds])
def test_text_stands_out_four_and_a_half_to_one(theme: Light, ink: Tone, ground: Tone) -> None:
    colours = palette_of(theme)
    assert _contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", Light)
@pytest.mark.parametrize(
    ("tone", "ground"), [(tone, ground) for tone, grounds in SHAPES_ON.items() for ground in grounds]
)
def test_rings_edges_and_bars_stand_out_three_to_one(theme: Light, tone: Tone, ground: Tone) -> None:
    colours = palette_of(theme)
    assert _contrast(colours[tone], colours[ground]) >= 3


def test_both_themes_know_every_colour() -> None:
    assert set(palette_of(Light.LIGHT)) == set(palette_of(Light.DARK)) == set(Tone)
