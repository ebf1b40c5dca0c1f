"""The step that is being worked: its words large, its detail, the fields of what is to be seen, and its target."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.language import tr
from app.incidents.running.progress import StepNow, StepState
from ui.incidents.running.ask_fields import AnswerLine, AskField, ask_fields, hint
from ui.incidents.running.clock_words import is_over, target_words
from ui.incidents.running.fields_flow import FieldsFlow
from ui.incidents.running.step_face import StepFace
from ui.incidents.running.step_words import seen_words
from ui.sentences.incidents import said
from ui.widgets.colours import Tone
from ui.widgets.elided import Elided
from ui.widgets.painting import fill, hairline
from ui.widgets.sizes import px
from ui.widgets.surface import column
from ui.widgets.text_label import TextLabel, body

_BAR, _TARGET = 4, 44


class CurrentStep(QWidget):
    """Its fields keep what was typed while the person looks at another step."""

    changed = Signal()
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.proposed: Callable[[str], str] = lambda _ask: ""
        self.face = StepFace()
        self.detail = body("", Tone.INK2).wrap()
        self.short = Elided(tone=Tone.INK2, least=12)
        self.box = QWidget()
        self._flow = FieldsFlow(space=16)
        self.box.setLayout(self._flow)
        self.foot = TextLabel("", tone=Tone.INK2).wrap()
        self.target = Elided(tone=Tone.INK2, place="0" * _TARGET)
        self.fields: list[AskField] = []
        self._typed: dict[tuple[int, str], dict[str, str]] = {}
        self._key = (0, "")
        self._one: StepNow | None = None
        self._began: datetime | None = None
        self._detail_shown = True
        self._problem = ""
        self.face.stepped.connect(self.stepped)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        inside = column(self.detail, self.short, self.box, self.foot, self.target, space=6, margins=(54, 0, 24, 0))
        self.setLayout(column(self.face, inside, space=2, margins=(4, 8, 0, 10)))

    @property
    def step_id(self) -> str:
        """The step shown; empty before the first."""
        return self._key[1]

    @property
    def has_fields(self) -> bool:
        """Whether there is something to fill in now."""
        return bool(self.fields)

    def show_step(self, incident_id: int, one: StepNow, names: Sequence[str], began: datetime) -> None:
        """Show a step; `began` is since when it waits."""
        if (incident_id, one.step.id) != self._key or self._is_open(one) is not bool(self.fields):
            self.keep()
            self._key = (incident_id, one.step.id)
            self._make_fields(one if self._is_open(one) else None, names)
        self._one, self._began, self._problem = one, began, ""
        self.face.show_step(one)
        self._show_detail()
        self._show_foot()

    def look(self, now: datetime) -> None:
        """A second went by."""
        text, tone = self._target(now)
        self.target.show_text(text, tone)

    def answers(self) -> dict[str, str]:
        """What stands in the fields, by the ask's id."""
        return {field.ask.id: field.answer() for field in self.fields}

    def first_empty(self, after: QWidget | None = None) -> AskField | None:
        """The next field that is still empty, from this one on and then from the first."""
        at = next((at for at, field in enumerate(self.fields) if after is not None and field.isAncestorOf(after)), -1)
        turned = self.fields[at + 1 :] + self.fields[: at + 1]
        return next((field for field in turned if not field.answer()), None)

    def take_focus(self) -> None:
        """To the first empty field, or to the step itself."""
        field = self.first_empty() or (self.fields[0] if self.fields else None)
        if field is None:
            self.face.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            field.take_caret()

    def show_problem(self, text: str, ask_id: str = "") -> None:
        """Say what is wrong where the target stands, and lead to the field that it is about."""
        self._problem = text
        self._show_foot()
        for field in self.fields:
            if field.ask.id == ask_id:
                field.show_problem(text)
                field.take_caret()

    def toggle_detail(self) -> None:
        """All of the detail, or its first line."""
        self._detail_shown = not self._detail_shown
        self._show_detail()

    def fold_detail(self, *, folded: bool) -> None:
        """Begin with the first line of the detail where the window is low."""
        self._detail_shown = not folded
        self._show_detail()

    def keep(self) -> None:
        """Remember what is typed and not yet done."""
        typed = {ask: answer for ask, answer in self.answers().items() if answer}
        if typed:
            self._typed[self._key] = typed
        else:
            self._typed.pop(self._key, None)

    def typed(self) -> dict[tuple[int, str], dict[str, str]]:
        """What is typed and not yet done, by incident and step."""
        self.keep()
        return dict(self._typed)

    def take_up(self, typed: Mapping[tuple[int, str], dict[str, str]]) -> None:
        """What an earlier run left, before the first step is shown."""
        self._typed.update(typed)

    def forget(self, incident_id: int, step_id: str) -> None:
        """What was typed is written now."""
        self._typed.pop((incident_id, step_id), None)
        if self._key == (incident_id, step_id):
            for field in self.fields:
                field.put("")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, place = QPainter(self), QRectF(self.rect())
        fill(painter, place, Tone.ACCENT_TINT)
        fill(painter, QRectF(0, 0, px(_BAR), place.height()), Tone.ACCENT)
        hairline(painter, 0, place.width(), place.height() - 1, Tone.ACCENT_EDGE)

    def _make_fields(self, one: StepNow | None, names: Sequence[str]) -> None:
        had_focus = self.box.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        for old in self.fields:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.fields = ask_fields(one.step.asks, names) if one is not None else []
        typed: Mapping[str, str] = self._typed.get(self._key, {})
        for field in self.fields:
            self._flow.addWidget(field)
            field.put(typed.get(field.ask.id) or self.proposed(field.ask.id))
            field.changed.connect(self._on_changed)
            field.stepped.connect(self.stepped)
        self.box.setVisible(bool(self.fields))
        if had_focus and not self.fields:
            self.face.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_detail(self) -> None:
        detail = self._one.step.detail if self._one is not None else None
        words = said(detail) if detail is not None else ""
        self.detail.show_text(words)
        self.short.show_text(words)
        self.detail.setVisible(bool(words) and self._detail_shown)
        self.short.setVisible(bool(words) and not self._detail_shown)

    def _show_foot(self) -> None:
        """What is wrong, or how it was settled; else the target stands in the same place."""
        settled = self._one is not None and self._one.state.is_settled and not self._problem
        words = self._settled_words(self._one) if settled and self._one is not None else self._problem
        self.foot.show_text(words, Tone.DANGER if self._problem else Tone.INK2)
        self.foot.setVisible(bool(words))
        has_target = self._one is not None and self._one.step.target_minutes is not None
        self.target.setVisible(not words and (has_target or bool(self.fields)))

    def _target(self, now: datetime) -> tuple[str, Tone]:
        if self._one is None or self._began is None:
            return "", Tone.INK2
        target, parts, tone = self._one.step.target_minutes, list[str](), Tone.INK2
        if target is not None:
            parts.append(target_words(target, self._began, now))
            tone = Tone.WARN if is_over(target, self._began, now) else Tone.INK2
        if any(isinstance(field.field, AnswerLine) for field in self.fields):
            parts.append(hint())
        return "    ".join(parts), tone

    def _on_changed(self) -> None:
        if self._problem and not any(field.problem for field in self.fields):
            self._problem = ""
            self._show_foot()
        self.changed.emit()

    def _is_open(self, one: StepNow) -> bool:
        return bool(one.step.asks) and one.state in (StepState.OPEN, StepState.LATER)

    def _settled_words(self, one: StepNow) -> str:
        assert one.settled_at is not None
        seen, who = seen_words(one), one.by or tr("somebody before sign-in")
        words = tr("{seen}. {name}, {time}. Undo takes it back.") if seen else tr("{name}, {time}. Undo takes it back.")
        return words.format(seen=seen, name=who, time=f"{one.settled_at:%H:%M:%S}")
