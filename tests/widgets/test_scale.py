from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.core.money import Money
from ui.shell.theme import STEPS, Theme
from ui.widgets.big_figure import BigFigure
from ui.widgets.colours import Light, Tone, colour
from ui.widgets.line_field import LineField
from ui.widgets.sizes import Pt, font, px
from ui.widgets.text_label import body


def test_text_scales_from_80_to_200_percent_in_steps(theme: Theme) -> None:
    for _ in range(10):
        theme.larger()
    assert theme.percent == 200
    for _ in range(10):
        theme.smaller()
    assert theme.percent == STEPS[0] == 80


@pytest.mark.parametrize("percent", STEPS)
def test_heights_follow_the_font(theme: Theme, percent: int) -> None:
    theme.scale(percent)
    assert abs(px(100) - percent) <= percent * 0.08  # the face itself comes in whole pixels


def test_c7_the_two_large_figures_never_grow_beyond_48_points(theme: Theme) -> None:
    theme.scale(200)
    assert font(Pt.TOTAL).pointSizeF() == font(Pt.CHANGE).pointSizeF() == 48
    assert font(Pt.BODY).pointSizeF() == 20


def test_a_label_takes_its_size_again_at_another_scale(qtbot: QtBot, theme: Theme) -> None:
    label = body("text")
    qtbot.addWidget(label)
    theme.scale(150)
    assert label.font().pointSizeF() == 15


def test_a_problem_and_another_tone_keep_the_size_of_the_words(qtbot: QtBot, theme: Theme) -> None:
    field, words = LineField("Late fee a day"), body("nothing wrong")
    for widget in (field, words):
        qtbot.addWidget(widget)
        widget.show()
    theme.scale(200)
    field.show_problem("no rate")
    words.show_text("wrong", Tone.DANGER)
    assert (field.font().pointSizeF(), words.font().pointSizeF()) == (20, 20)


def test_words_keep_their_size_when_the_window_turns_dark_after_another_scale(qtbot: QtBot, theme: Theme) -> None:
    theme.scale(200)
    field, words = LineField("Late fee a day"), body("text")
    for widget in (field, words):
        qtbot.addWidget(widget)
        widget.show()
    theme.wear(Light.DARK)
    theme.scale(100)
    theme.wear(Light.LIGHT)
    assert (field.font().pointSizeF(), words.font().pointSizeF()) == (10, 10)


def test_a_large_amount_is_never_cut(qtbot: QtBot, theme: Theme) -> None:
    figure = BigFigure("Total due")
    qtbot.addWidget(figure)
    figure.show_amount(Money(99999999999))
    figure.resize(200, 64)
    figure.show()
    assert figure.grab().toImage().size().width() >= 200
    assert figure.accessibleName() == "Total due ¥999,999,999.99"


def test_the_dark_theme_paints_other_colours(theme: Theme) -> None:
    before = colour(Tone.PANEL)
    theme.wear(Light.DARK)
    assert colour(Tone.PANEL) != before
