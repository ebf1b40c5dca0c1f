"""The parts of the money that were added already: method, slip, amount, and the key that takes each back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.core.language import tr
from app.core.show import show_money
from app.counter.payments.asked import TenderAsked
from ui.counter.bill.cap_button import CapButton
from ui.counter.bill.tender_view import ON_SEGMENT, TENDER_ICONS
from ui.counter.posture import Posture
from ui.shell.actions import Action
from ui.widgets.colours import Tone
from ui.widgets.icon_label import IconLabel
from ui.widgets.one_line import OneLine
from ui.widgets.sizes import Pt
from ui.widgets.surface import row
from ui.widgets.text_label import TextLabel, body

_SHOWN_DIGITS = 6


class TenderLine(QWidget):
    """One part."""

    def __init__(self, take_back: Action) -> None:
        super().__init__()
        self._icon = IconLabel("", Tone.INK2, 14)
        self._method = body("")
        self._slip = OneLine(Pt.CAPTION, Tone.INK3)
        self._amount = TextLabel("", Pt.BODY, bold=True)
        line = row(self._icon, self._method, self._slip, None, self._amount, CapButton(take_back), space=8)
        line.setStretchFactor(self._slip, 1)
        self.setLayout(line)

    def fold(self, *, narrow: bool) -> None:
        """Where it is narrow the slip goes; a screen reader still says it."""
        self._slip.setVisible(not narrow)

    def show_tender(self, one: TenderAsked) -> None:
        """Show this part; of a long slip number its end."""
        self._icon.show_icon(TENDER_ICONS[one.method], Tone.INK2)
        self._method.show_text(tr(ON_SEGMENT[one.method]))
        long = len(one.reference) > _SHOWN_DIGITS
        self._slip.show_text(f"…{one.reference[-_SHOWN_DIGITS:]}" if long else one.reference)
        self._amount.show_text(show_money(one.amount))
        self.setAccessibleName(f"{tr(ON_SEGMENT[one.method])} {one.reference} {show_money(one.amount)}")


class TenderLines(QWidget):
    """Takes no room while the money comes by one method."""

    def __init__(self, take_back: Sequence[Action]) -> None:
        super().__init__()
        self._lines = [TenderLine(action) for action in take_back]
        self._stands = True
        self._tenders: Sequence[TenderAsked] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(2)
        self._grid.setHorizontalSpacing(20)
        self.stand(Posture.UPRIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Parts of the money"))

    @property
    def count(self) -> int:
        """How many parts are shown."""
        return sum(not line.isHidden() for line in self._lines)

    def show_tenders(self, tenders: Sequence[TenderAsked]) -> None:
        """Show these, in the order in which they were added."""
        self._tenders = tenders
        for at, line in enumerate(self._lines):
            line.setVisible(at < len(tenders))
            if at < len(tenders):
                line.show_tender(tenders[at])
        self.setVisible(self._stands and bool(tenders))

    def stand(self, posture: Posture) -> None:
        """One below the other; two beside each other where there is less room; where the panel lies, words say it."""
        self._stands = posture is not Posture.LYING
        columns = 2 if posture is Posture.COMPACT else 1
        for at, line in enumerate(self._lines):
            self._grid.addWidget(line, at // columns, at % columns)
            line.fold(narrow=columns > 1)
        for at in range(2):
            self._grid.setColumnStretch(at, int(at < columns))
        self.setVisible(self._stands and bool(self._tenders))
