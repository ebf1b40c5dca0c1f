"""Whom to call: the party of the current step large with its second number, and 119, 120, 110 always below."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedWidget, QWidget
from shiboken6 import isValid

from app.core.clock import Clock
from app.core.language import tr
from app.incidents.running.view import CallLine, CallResult, IncidentView
from ui.incidents.contexts import Places
from ui.incidents.side.fixed_number import FixedNumber
from ui.incidents.side.phone_words import below_words, confirmed_words, party_words, result_state
from ui.incidents.side.result_keys import ResultKeys
from ui.incidents.side.shown_call import FIXED_KEYS, CallMade, line_of, shown_call
from ui.shell.actions import Action, ActionRegistry
from ui.widgets.big_figure import BigFigure
from ui.widgets.chip import Chip
from ui.widgets.colours import Tone
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.sizes import Pt, metrics, px
from ui.widgets.surface import Rule, column, row
from ui.widgets.text_label import TextLabel, caption, section

_LEAST, _USUAL = 200, 320
_DIGITS = 1.05


class Phones(QWidget):
    """`called` once a call and its result are known; `left` when the focus may go back to the step."""

    called = Signal(object)
    left = Signal()
    all_wanted = Signal()

    def __init__(self, actions: ActionRegistry, clock: Clock, places: Places, prefix: str) -> None:
        super().__init__()
        self._clock = clock
        self._view: IncidentView | None = None
        self._pinned = ""
        self._dialled_at: datetime | None = None
        self._before: QWidget | None = None
        self._make(actions, places, prefix)
        self._lay_out()
        self.results.chosen.connect(self._on_chosen)

    @property
    def line(self) -> CallLine | None:
        """The party that stands large."""
        if self._view is None:
            return None
        return line_of(self._view, self._pinned) or shown_call(self._view)

    def show_view(self, view: IncidentView) -> None:
        """Show whom this incident calls now; a call that waits for its result keeps its place, in its own incident."""
        before = self._view
        if before is not None and before.id != view.id:
            self._dialled_at = None
        if before is None or (self._dialled_at is None and _place(before) != _place(view)):
            self._pinned = ""
        self._view = view
        self._show()

    def pin(self, key: str) -> None:
        """Let this party stand large until the next step comes up."""
        self._pinned = key
        self._show()

    def ask_result(self) -> None:
        """The number was dialled: ask what became of it."""
        line = self.line
        if line is None or not line.number:
            return
        if self._dialled_at is None:
            self._dialled_at = self._clock.now()
            self._before = QApplication.focusWidget()
        self._pinned = line.key
        self._show()
        self._below.setCurrentWidget(self.results)
        self.results.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make(self, actions: ActionRegistry, places: Places, prefix: str) -> None:
        running = places.running
        call = actions.add(f"{prefix}.called", tr("Called"), "Alt+C", self.ask_result, context=running)
        if places.letters:
            actions.add(f"{prefix}.called_here", tr("Called"), "C", self.ask_result, context=places.steps)
        more = actions.add(f"{prefix}.all_numbers", tr("All numbers"), "Alt+M", self.all_wanted.emit, context=running)
        self._fixed = {
            key: FixedNumber(self._fixed_action(actions, running, prefix, key, number))
            for number, key in enumerate(FIXED_KEYS, 1)
        }
        self.results = ResultKeys(actions, prefix)
        self.call_button = KeyButton(call)
        self.more_button = KeyButton(more, Kind.QUIET, small=True)

    def _fixed_action(self, actions: ActionRegistry, running: str, prefix: str, key: str, number: int) -> Action:
        return actions.add(
            f"{prefix}.called_{key}",
            tr("Called {number}").format(number=key),
            f"Alt+{number}",
            lambda: self._call_fixed(key),
            context=running,
        )

    def _call_fixed(self, key: str) -> None:
        if self._dialled_at is None:
            self._pinned = key
            self.ask_result()
        else:
            self.results.setFocus(Qt.FocusReason.ShortcutFocusReason)  # one call after the other

    def _lay_out(self) -> None:
        self.confirmed = caption("")
        self.party = TextLabel("", Pt.CAPTION, Tone.INK2, bold=True)
        self.chip = Chip()
        self.number = _Number("", Pt.PHONE)
        self.below = caption("", Tone.INK2).wrap()
        self._below = _AsHighAsBoth(self.below, self.results)
        self.setLayout(
            column(
                row(section(tr("Phones")), self.more_button, None, self.confirmed),
                4,
                row(self.party, None, self.chip),
                row(self.number, self.call_button),
                self._below,
                Rule(),
                row(*self._fixed.values(), space=12),
                space=2,
            )
        )

    def _show(self) -> None:
        view, line = self._view, self.line
        if view is None:
            return
        for key, shown in self._fixed.items():
            fixed = line_of(view, key)
            if fixed is not None:
                shown.show_line(fixed)
        if line is not None:
            self._show_line(line, self._clock.now().date())
        if self._dialled_at is None:
            self._below.setCurrentWidget(self.below)

    def _show_line(self, line: CallLine, today: date) -> None:
        deputy = line.deputy_is_next
        self.party.show_text(party_words(line, deputy=deputy))
        self.chip.show_state(*result_state(line))
        if line.number:
            self.number.show_words(line.next_number, size=Pt.PHONE, tone=Tone.INK)
        else:
            self.number.show_words(tr("no number yet"), size=Pt.AMOUNT, tone=Tone.WARN)
        self.number.setAccessibleName(f"{self.party.text()} {self.number.text()}")
        self.confirmed.show_text(*confirmed_words(line, today))
        self.below.show_text(below_words(line), Tone.INK2 if line.number else Tone.WARN)
        if line.number:
            self.call_button.action_shown.turn_on()
        else:
            self.call_button.action_shown.turn_off(below_words(line))

    def _on_chosen(self, result: CallResult | None) -> None:
        line, at = self.line, self._dialled_at
        self._dialled_at, self._pinned = None, ""
        self._below.setCurrentWidget(self.below)
        if line is not None and result is not None and at is not None:
            self.called.emit(CallMade(line, line.deputy_is_next, line.next_number, result, at))
        self._show()
        self._give_focus_back()

    def _give_focus_back(self) -> None:
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible() and before is not self.results:
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()


class _Number(BigFigure):
    """Digits have no tails, and a number needs no place for them."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), round(metrics(Pt.PHONE, bold=True).ascent() * _DIGITS))


class _AsHighAsBoth(QStackedWidget):
    """Keeps the place of the higher one, so that nothing moves when the other one comes up."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        for part in parts:
            self.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        parts = [self.widget(at) for at in range(self.count())]
        return max(part.heightForWidth(width) for part in parts)

    def sizeHint(self) -> QSize:
        usual = max(self.width(), px(_USUAL))  # before it is laid out it is a few pixels wide
        return QSize(super().sizeHint().width(), self.heightForWidth(usual))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_LEAST), self.sizeHint().height())


def _place(view: IncidentView) -> tuple[int, str]:
    """Which incident, and which of its steps is to be done."""
    current = view.progress.current
    return view.id, "" if current is None else current.step.id
