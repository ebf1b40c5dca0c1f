"""Why something is let go: a reason from the list, and words beside it; required where the reason is “other”."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.language import tr
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form import Form
from ui.widgets.line_field import LineField


@dataclass(frozen=True, slots=True)
class Why:
    """The reason of the list and the words beside it."""

    reason: str
    words: str

    @property
    def text(self) -> str:
        """As it is kept."""
        return f"{self.reason}：{self.words}" if self.words else self.reason


class ReasonFields:
    """Two rows of a form; the last reason of the list says nothing without words."""

    def __init__(self, form: Form, reasons: Sequence[str]) -> None:
        self._form = form
        self._reasons, self._last = tuple(reasons), reasons[-1]
        self.reason: ChoiceField[str] = ChoiceField(tr("Reason"), [(words, words) for words in reasons])
        self.words = LineField(tr("In words"))
        form.add(tr("Reason"), self.reason)
        form.add(tr("In words"), self.words, hint=tr("Required where the reason is “other”."))

    def show(self, why: Why) -> None:
        """What was given before; a reason that is not offered any more is asked for anew."""
        if why.reason in self._reasons:
            self.reason.set_value(why.reason)
        self.words.setText(why.words)

    def given(self) -> Why | None:
        """What is given; None, with the problem said, where words are missing."""
        why = Why(self.reason.value() or "", self.words.text().strip())
        if why.words or why.reason != self._last:
            return why
        self._form.show_problem(self.words, tr("Say in a few words why."))
        self.words.setFocus()
        return None


def waiver_reasons() -> list[str]:
    """Why a part of a charge, or of its late fee, is let go."""
    return [
        tr("service was not given"),
        tr("our mistake"),
        tr("first time late"),
        tr("hardship"),
        tr("settled a dispute"),
        tr("other"),
    ]


def pause_reasons() -> list[str]:
    """Why the late fee rests."""
    return [tr("dispute"), tr("payment plan"), tr("waits for repair"), tr("other")]


def vacant_reasons() -> list[str]:
    """Why a home pays less."""
    return [tr("stands empty, applied for in writing"), tr("handed over, not yet decorated"), tr("other")]
