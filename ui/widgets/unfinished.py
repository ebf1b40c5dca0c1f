"""What was typed into a question which Esc closed: it stands there again the next time, with what was chosen beside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.shell.context import Context
from ui.shell.draft_watch import DraftWatch
from ui.shell.question_panel import QuestionPanel
from ui.widgets.check_box import CheckBox
from ui.widgets.choice_field import ChoiceField
from ui.widgets.line_field import LineField
from ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from ui.shell.questions import Questions

A = TypeVar("A")
_LEAST = 4
"""Characters that were typed, in all fields together; less is quicker typed than taken away."""
_MOST = 20
"""Questions that are kept; of more the oldest go."""

Texts = dict[str, str]


class Unfinished:
    """By kind of question and what it is about (a ticket, an incident); also after a crash, under the draft `form`."""

    def __init__(self, context: Context, form: str) -> None:
        self._context, self._form = context, form
        self._kept: dict[tuple[str, int], tuple[Texts, Texts]] | None = None
        self._begun: Texts = {}

    def ask(self, questions: Questions, panel: QuestionPanel[A], about: int) -> A | None:
        """Ask; what was typed before Esc, or before the program ended, stands there again the next time."""
        self.bring_back(panel, about)
        watch = DraftWatch(self._context, self._form, lambda: self._facts(panel, about), panel)
        watch.found()
        answer = questions.ask(panel)
        if answer is None:
            self.keep(panel, about)
        self._write()
        return answer

    def bring_back(self, panel: QuestionPanel[A], about: int) -> None:
        """Put what was typed and chosen back into its fields."""
        self._begun = _typed(panel)
        typed, chosen = self._all().pop(_key(panel, about), ({}, {}))
        for choice in _choices(panel):
            _choose(choice, chosen.get(choice.accessibleName()))
        for field in _fields(panel):
            text = typed.get(field.accessibleName())
            if text is not None:
                field.set_text(text) if isinstance(field, TextArea) else field.setText(text)

    def keep(self, panel: QuestionPanel[A], about: int) -> None:
        """Keep it, where it would be missed."""
        self._all().update(self._of(panel, about))

    def _of(self, panel: QuestionPanel[A], about: int) -> dict[tuple[str, int], tuple[Texts, Texts]]:
        typed = {name: text for name, text in _typed(panel).items() if text != self._begun.get(name)}
        if sum(map(len, typed.values())) < _LEAST:
            return {}
        chosen = {choice.accessibleName(): _chosen(choice) for choice in _choices(panel)}
        return {_key(panel, about): (typed, chosen)}

    def _all(self) -> dict[tuple[str, int], tuple[Texts, Texts]]:
        if self._kept is None:
            draft = self._context.office.drafts.find(self._context.actor, self._form)
            rows = [] if draft is None else draft.content["asked"]
            self._kept = {(kind, about): (typed, chosen) for kind, about, typed, chosen in rows}
        return self._kept

    def _facts(self, panel: QuestionPanel[A], about: int) -> Mapping[str, object] | None:
        return _as_facts(self._all() | self._of(panel, about))

    def _write(self) -> None:
        drafts, by = self._context.office.drafts, self._context.actor
        facts, stored = _as_facts(self._all()), drafts.find(by, self._form)
        if facts != (None if stored is None else stored.content):
            drafts.drop(by, self._form) if facts is None else drafts.save(by, self._form, facts)


def _as_facts(kept: Mapping[tuple[str, int], tuple[Texts, Texts]]) -> Mapping[str, object] | None:
    rows = [[kind, about, typed, chosen] for (kind, about), (typed, chosen) in kept.items()]
    return {"asked": rows[-_MOST:]} if rows else None


def _key(panel: QuestionPanel[A], about: int) -> tuple[str, int]:
    return (f"{type(panel).__name__} {panel.objectName()}", about)


def _typed(panel: QWidget) -> Texts:
    return {field.accessibleName(): field.text() for field in _fields(panel)}


def _fields(panel: QWidget) -> list[LineField | TextArea]:
    open_ = [one for one in panel.findChildren(LineField) if one.echoMode() is QLineEdit.EchoMode.Normal]
    return [*open_, *panel.findChildren(TextArea)]


def _choices(panel: QWidget) -> list[ChoiceField[object] | CheckBox]:
    return [*panel.findChildren(ChoiceField), *panel.findChildren(CheckBox)]


def _chosen(choice: ChoiceField[object] | CheckBox) -> str:
    return choice.currentText() if isinstance(choice, ChoiceField) else str(choice.isChecked())


def _choose(choice: ChoiceField[object] | CheckBox, words: str | None) -> None:
    if isinstance(choice, CheckBox):
        choice.setChecked(choice.isChecked() if words is None else words == str(True))
    elif words is not None and choice.findText(words) >= 0:
        choice.setCurrentIndex(choice.findText(words))
