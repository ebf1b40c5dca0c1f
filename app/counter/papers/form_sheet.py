"""A sheet as a form: what a print shop may have printed on it before, and what is filled in."""

from __future__ import annotations

from app.paper.lettering import Style, width
from app.paper.rules import RuleWeights
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import Fitted


class FormSheet:
    """Draws on a sheet; over a pre-printed form labels and rules keep their places but leave no ink.

    What stands below a short table moves up with it, see `raise_by`.
    """

    def __init__(self, sheet: Sheet, *, overlay: bool) -> None:
        self._sheet = sheet
        self._overlay = overlay
        self._raised = 0.0

    def raise_by(self, height: float) -> None:
        """Move all that follows on this page up; a pre-printed form keeps its places."""
        self._raised = 0.0 if self._overlay else height

    @property
    def weights(self) -> RuleWeights:
        """What the paper's printer can rule."""
        return self._sheet.paper.weights

    def label(self, x: float, baseline: float, text: str, style: Style, side: Side = Side.LEFT) -> float:
        """What a pre-printed form says itself; answers the x where it ends."""
        if self._overlay:
            return x + (1 - side.value) * width(text, style)
        return self.value(x, baseline, text, style, side)

    def value(self, x: float, baseline: float, text: str, style: Style, side: Side = Side.LEFT) -> float:
        """What is filled in; answers the x where it ends."""
        return self._sheet.text(x, baseline - self._raised, text, style, side)

    def labels(self, x: float, baseline: float, fitted: Fitted) -> None:
        """Lines that a pre-printed form says itself."""
        if not self._overlay:
            self.values(x, baseline, fitted)

    def values(self, x: float, baseline: float, fitted: Fitted) -> None:
        """Lines that are filled in."""
        self._sheet.lines(x, baseline - self._raised, fitted)

    def title(self, middle: float, baseline: float, text: str, style: Style, spacing: float) -> None:
        """The title around its middle, letterspaced."""
        if not self._overlay:
            self._sheet.spaced(middle, baseline - self._raised, text, style, spacing)

    def rule(self, left: float, right: float, y: float, weight: float) -> None:
        """A level line."""
        if not self._overlay:
            self._sheet.rule(left, right, y - self._raised, weight)

    def frame(self, left: float, top: float, size: tuple[float, float], weight: float) -> None:
        """The frame of a copy's mark: never pre-printed."""
        self._sheet.frame(left, top - self._raised, size, weight)

    def code(self, left: float, top: float, digits: str) -> None:
        """The code, which no form has."""
        self._sheet.code(left, top - self._raised, digits)

    def next_page(self) -> None:
        """Close this page and begin another."""
        self._raised = 0.0
        self._sheet.next_page()
