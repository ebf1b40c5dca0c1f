"""What stands in an open question is durable, and stands there again after Esc, a crash or a power cut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from app.core.language import tr
from app.core.show import show_time
from ui.shell.actions import ActionRegistry
from ui.shell.beside import BESIDE, beside_texts, put_beside
from ui.shell.context import Context
from ui.shell.draft_keeper import SAVED_WITHIN_MS
from ui.shell.left_forms import LeftForm, LeftForms
from ui.shell.left_questions import DRAFT
from ui.shell.messages import Weight
from ui.shell.question_panel import QuestionPanel
from ui.widgets.note_strip import NoteStrip
from ui.widgets.overlay import Overlay
from ui.widgets.typed_texts import Texts, put_back, texts_in, would_be_missed

_LONG = 10
"""Characters of what stands beside the fields: less is only a choice."""

Panel = QuestionPanel[Any]


@dataclass(slots=True)
class _Answered:
    """What its fields began with, how many questions were open beneath it, and what came of it."""

    begun: Texts
    beneath: int
    would_be_missed: bool
    is_refused: bool = False
    is_done: bool = False

    @property
    def stays(self) -> bool:
        """Whether nothing came of it but a refusal; then it is left as Esc would have left it."""
        return self.is_refused and not self.is_done and self.would_be_missed


class QuestionDrafts(QObject):
    """By kind of question and what it is about; an answer counts once all that follows from it is over.

    Until then, through a second person's approval or a refusal that asks again, the power may still fail. Where it ends
    in a refusal, the words stand in the question again.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context.changes)
        self._context = context
        self._left = LeftForms(context, DRAFT)
        self._open: dict[Panel, Texts] = {}
        self._settling: dict[str, _Answered] = {}
        context.messages.said.connect(self._on_said)

    def begin(self, panel: Panel, actions: ActionRegistry) -> None:
        """The question comes up: what was left in it stands there again, and is said."""
        if not self._open and not self._settling:
            self._left.read()
        asked_again = self._settling.pop(panel.kept_as, None)
        self._open[panel] = _texts(panel) if asked_again is None else asked_again.begun
        left = self._left.find(panel.kept_as)
        if panel.keeps_typed and asked_again is None and left is not None:
            _put_back(panel, left.texts)
            if self._typed(panel):  # else it was written just before the program ended
                self._say(panel, left, actions)
        panel.taken.connect(lambda: self._on_taken(panel))
        timer = QTimer(panel)
        timer.timeout.connect(self.keep)
        timer.start(SAVED_WITHIN_MS)

    def end(self, panel: Panel, *, answered: bool) -> None:
        """The question goes: with an answer, or with what would be missed left in it."""
        typed, begun, key = self._typed(panel), self._open.pop(panel), panel.kept_as
        if panel.keeps_typed and answered:
            self._left.keep(key, panel.title, typed, is_open=True)
            self._settling[key] = _Answered(begun, len(self._open), _would_be_missed(panel, typed))
        elif panel.keeps_typed:
            self._left.keep(key, panel.title, typed if _would_be_missed(panel, typed) else {}, is_open=False)
            self._left.save()
        QTimer.singleShot(0, self._context.messages, self._settle)

    def keep(self) -> None:
        """Make durable what stands in the open questions."""
        for panel in self._open:
            if panel.keeps_typed and isValid(panel):
                self._left.keep(panel.kept_as, panel.title, self._typed(panel), is_open=True)
        self._left.save()

    def refuse(self) -> None:
        """What was answered is not to be: a second person did not agree, or whoever answered goes."""
        for one in self._settling.values():
            one.is_refused = True

    def _on_said(self, _words: str, weight: Weight) -> None:
        if weight is Weight.WRONG:
            self.refuse()
        elif weight is Weight.DONE:
            for one in self._settling.values():
                one.is_done = True

    def _settle(self) -> None:
        over = [key for key, one in self._settling.items() if one.beneath >= len(self._open)]
        for key in over:
            answered = self._settling.pop(key)
            self._left.leave(key) if answered.stays else self._left.drop(key)
        if over:
            self._left.save()

    def _on_taken(self, panel: Panel) -> None:
        self._open[panel] = _texts(panel)
        self.keep()

    def _typed(self, panel: Panel) -> Texts:
        begun = self._open[panel]
        return {name: text for name, text in _texts(panel).items() if text != begun.get(name)}

    def _say(self, panel: Panel, left: LeftForm, actions: ActionRegistry) -> None:
        strip, begun = NoteStrip(), self._open[panel]

        def begin_anew() -> None:
            if strip.text():  # once: what is typed from now on is not let go by a slip
                _put_back(panel, begun)
                strip.clear()
                overlay = panel.parentWidget()
                assert isinstance(overlay, Overlay)
                overlay.focus_first()

        panel.body.insertWidget(0, strip)
        strip.say(tr("Typed at {when} and not finished.").format(when=show_time(left.at)))
        name = f"{panel.context}.anew"
        strip.offer(actions.add(name, tr("Start anew"), "Alt+X", begin_anew, context=panel.context, commits=True))


def _texts(panel: Panel) -> Texts:
    return texts_in(panel) | beside_texts(panel)


def _put_back(panel: Panel, texts: Texts) -> None:
    put_beside(panel, texts)  # fields may come up with it
    put_back(panel, texts)
    put_beside(panel, texts)  # a choice among the fields may have begun it anew


def _would_be_missed(panel: Panel, typed: Texts) -> bool:
    return would_be_missed(panel, typed) or len(typed.get(BESIDE, "")) >= _LONG
