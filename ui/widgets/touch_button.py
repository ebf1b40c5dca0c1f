"""A button for a finger: 44 pixels high in every kind, so that a row of them is level."""

from __future__ import annotations

from ui.widgets.key_button import KeyButton

TOUCH = 44


class TouchButton(KeyButton):
    """As a `KeyButton`, and never smaller than a fingertip."""

    @property
    def _height(self) -> int:
        return TOUCH
