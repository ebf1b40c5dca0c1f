"""Where a close stands: unfinished things, the count, the comparison, the report."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.language import mark, tr
from ui.widgets.colours import Tone
from ui.widgets.sizes import Pt
from ui.widgets.surface import row
from ui.widgets.text_label import TextLabel

LOOSE, COUNT, COMPARE, REPORT = range(4)
_STEPS = (mark("Unfinished"), mark("Count"), mark("Compare"), mark("Report, hand over"))


class StepsLine(QWidget):
    """The present step in bold; steps that are done wear a tick."""

    def __init__(self, now: int) -> None:
        super().__init__()
        parts: list[QWidget | None] = []
        for at, name in enumerate(_STEPS):
            words = f"✓ {tr(name)}" if at < now else f"{at + 1} {tr(name)}"
            tone = Tone.ACCENT if at == now else Tone.OK if at < now else Tone.INK3
            parts += [TextLabel(words, Pt.CAPTION, tone, bold=at == now), TextLabel("—", Pt.CAPTION, Tone.INK3)]
        self.setLayout(row(*parts[:-1], None, space=8))
        self.setAccessibleName(tr(_STEPS[now]))
