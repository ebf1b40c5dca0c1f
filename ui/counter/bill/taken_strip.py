"""After the commit, for ten seconds: who paid, how much, the change to hand over, the receipt's number."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.core.money import NOTHING, Money
from app.core.show import show_money
from app.counter.methods import NAMES
from app.counter.payments.asked import Taken
from ui.widgets.big_figure import BigFigure
from ui.widgets.colours import Tone
from ui.widgets.icon_label import IconLabel
from ui.widgets.painting import box
from ui.widgets.sizes import Pt
from ui.widgets.surface import column, row
from ui.widgets.text_label import TextLabel, body

SHOWN_SECONDS = 10


class TakenStrip(QWidget):
    """Stands where the empty counter says what to type; it takes no focus."""

    def __init__(self) -> None:
        super().__init__()
        self._what = TextLabel("", Pt.PAGE, bold=True)
        self._how = body("", Tone.INK2)
        self.word = TextLabel("", Pt.SECTION, bold=True)
        self.figure = BigFigure("", Pt.CHANGE, Tone.ACCENT, right=True)
        words = column(None, self._what, self._how, None, space=2)
        line = row(IconLabel("circle-check", Tone.OK, 24), words, None, self.word, self.figure, space=14)
        line.setContentsMargins(18, 6, 20, 6)
        self.setLayout(line)

    def show_taken(self, taken: Taken) -> None:
        """Show what was just taken."""
        self._what.show_text(f"{taken.unit_code}  {taken.payer_name}")
        self._how.show_text(taken_words(taken))
        word, amount = _what_counts(taken)
        self.word.show_text(word)
        self.figure.show_amount(amount)
        self.setAccessibleName(strip_words(taken))

    def text(self) -> str:
        """All that the strip says."""
        return self.accessibleName()

    def paintEvent(self, _event: QPaintEvent) -> None:
        box(QPainter(self), QRectF(self.rect()), inside=Tone.OK_TINT, edge=Tone.OK_EDGE, radius=6)


def _what_counts(taken: Taken) -> tuple[str, Money]:
    """What went to credit; the change, where cash was among it; else what was received."""
    if taken.credited > NOTHING:
        return tr("To credit"), taken.credited
    if taken.change or any(one.method.is_cash for one in taken.tenders):
        return tr("Change due"), taken.change
    return tr("Received"), taken.received


def taken_words(taken: Taken) -> str:
    """What was received, by which method, on which receipt."""
    return tr("Received {amount} by {method}·receipt {label}").format(
        amount=show_money(taken.received), method=_methods(taken), label=taken.label
    )


def _methods(taken: Taken) -> str:
    """The method; of several parts each with its amount."""
    if len(taken.tenders) < 2:
        return tr(NAMES[taken.method])
    return " + ".join(f"{tr(NAMES[one.method])} {show_money(one.amount)}" for one in taken.tenders)


def strip_words(taken: Taken) -> str:
    """The strip as one sentence, for the line over an open bill and for a screen reader."""
    who = f"{taken.unit_code} {taken.payer_name}"
    if taken.credited:
        back = tr("to credit {amount}").format(amount=show_money(taken.credited))
    else:
        back = tr("change {amount}").format(amount=show_money(taken.change))
    return "·".join((who, taken_words(taken), back))
