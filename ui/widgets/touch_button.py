"""A button for a finger: 44 pixels high in every kind, so that a row of them is level."""

from __future__ import annotations

from ui.widgets.key_button import KeyButton

TOUCH = 44


class TouchButton(KeyButton):
    """As a `KeyButton`, and never smaller than a fingertip; a `tighten`ed one gives up some of its sides."""

    _tight = False

    def tighten(self, *, tight: bool) -> None:
        """Narrower sides, where a row of buttons has to stand in a narrow place."""
        if tight is not self._tight:
            self._tight = tight
            self.updateGeometry()
            self.update()

    @property
    def _side(self) -> int:
        return 5 if self._tight else super()._side

    @property
    def _height(self) -> int:
        return TOUCH
