"""The numbers of a book without a receipt: each is named spoiled, missing or unused before the book is back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from json import dumps, loads

from app.core.language import tr, tr_n
from app.counter.books.book_facts import BookRow, Named
from app.counter.books.kinds import FATE_NAMES, Fate
from app.counter.books.number_runs import Run
from ui.counter.outages.back_entry_words import run_words
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.shell.question_panel import QuestionPanel
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, State
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import KeyButton
from ui.widgets.key_button import Kind as ButtonKind
from ui.widgets.sizes import px
from ui.widgets.surface import row
from ui.widgets.table_view import TableView
from ui.widgets.text_label import body

_LOOKS = {
    Fate.SPOILED: ("x", Mood.DANGER),
    Fate.MISSING: ("triangle-alert", Mood.WARN),
    Fate.UNUSED: ("check", Mood.OK),
}
_MOST_SEEN = 8
LARGE_TEXT = 150


@dataclass(frozen=True, slots=True)
class OpenRun:
    """Numbers that share what became of them; None while nobody said."""

    run: Run
    fate: Fate | None
    reason: str = ""


def open_rows(runs: Sequence[Run], last_used: int) -> list[OpenRun]:
    """Numbers before the last used one stand alone, each with a story of its own; those after it came back unused."""
    rows: list[OpenRun] = []
    for run in runs:
        if run.first > last_used:
            rows.append(OpenRun(run, Fate.UNUSED))
        else:
            rows += [OpenRun(Run(number, number), None) for number in range(run.first, run.last + 1)]
    return rows


class MissingPanel(QuestionPanel[dict[int, Named]]):
    """S spoiled, M missing, U unused on the current row; Space parts a run into its numbers. Answers every number."""

    most = (900, 640)

    def __init__(self, context: Context, book: BookRow, rows: Sequence[OpenRun]) -> None:
        super().__init__(tr("Numbers without a receipt"), width=760)
        self._context, self._book, self._rows = context, book, list(rows)
        self.table: TableView[OpenRun] = TableView(
            tr("Numbers without a receipt"),
            [
                Column(tr("Numbers"), lambda one: run_words(book.prefix, one.run), least=22),
                Column(tr("How many"), lambda one: one.run.count, Kind.NUMBER),
                Column(tr("What became of it"), _state, Kind.STATE, least=18),
                Column(tr("Reason"), lambda one: one.reason, tone=Tone.INK2, stretch=True),
            ],
            lambda one: one.run.first,
        )
        self.problem = ErrorLine()
        self._words = body("", Tone.INK2).wrap()
        self.body.addWidget(self._words)
        self.body.addWidget(self.table, 1)
        seen = 2 if context.theme.percent >= LARGE_TEXT else min(max(len(rows), 2), _MOST_SEEN)
        self.table.setMinimumHeight(self.table.height_of_rows(seen) + px(2))
        self.table.setVisible(bool(rows))
        self.table.toggled.connect(self._on_split)
        self._show()
        self.table.choose(next((at for at, one in enumerate(self._rows) if one.fate is None), 0))
        self.setFocusProxy(self.table)

    def add_actions(self, actions: ActionRegistry) -> None:
        keys = {Fate.SPOILED: "S", Fate.MISSING: "M", Fate.UNUSED: "U"}
        buttons = []
        for fate, key in keys.items():
            run = lambda fate=fate: self._name(fate)  # noqa: E731 - three of one kind
            action = actions.add(f"{self.context}.{fate}", tr(FATE_NAMES[fate]), key, run, context=self.context)
            buttons.append(KeyButton(action, ButtonKind.PLAIN))
        if self._rows:
            self.body.addLayout(row(*buttons, None, space=8))
        self.body.addWidget(self.problem)
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "finish", tr("All is accounted for"), "F9", self._on_finish, ButtonKind.PRIMARY)

    def beside_fields(self) -> str:
        rows = [[one.run.first, one.run.last, one.fate and one.fate.value, one.reason] for one in self._rows]
        return dumps(rows, ensure_ascii=False)

    def put_beside(self, kept: str) -> None:
        rows = [OpenRun(Run(first, last), fate and Fate(fate), reason) for first, last, fate, reason in loads(kept)]
        if _numbers(rows) == _numbers(self._rows):  # none of them was entered since
            self._rows = rows
            self._show()

    def _show(self) -> None:
        self.table.show_rows(tuple(self._rows))
        left = sum(one.run.count for one in self._rows if one.fate is None)
        if not self._rows:
            words = tr("Every number of the book carries a receipt.")
        elif left:
            words = tr_n("{n} number still has to be named.", "{n} numbers still have to be named.", left).format(
                n=left
            )
        else:
            words = tr("Every number is named. After F9 the book is back, and nothing can be entered from it.")
        self._words.show_text(words, Tone.WARN if left else Tone.INK2)

    def _name(self, fate: Fate) -> None:
        one = self.table.current()
        if one is None:
            return
        reason = self._reason(one, fate)
        if reason is None:
            return
        at = self._rows.index(one)
        self._rows[at] = replace(one, fate=fate, reason=reason)
        self.problem.show_problem("")
        self._show()
        unnamed = next(
            (place for place, each in enumerate(self._rows) if each.fate is None), min(at + 1, len(self._rows) - 1)
        )
        self.table.choose(unnamed)

    def _reason(self, one: OpenRun, fate: Fate) -> str | None:
        if fate is Fate.UNUSED:
            return ""
        usual = tr("written wrong, both parts marked void") if fate is Fate.SPOILED else tr("not in the stack")
        title = f"{run_words(self._book.prefix, one.run)}·{tr(FATE_NAMES[fate])}"
        return self._context.questions.ask_text(title, tr("Why"), one.reason or usual)

    def _on_split(self, one: OpenRun) -> None:
        if one.run.count == 1:
            return
        at = self._rows.index(one)
        parts = [replace(one, run=Run(number, number)) for number in range(one.run.first, one.run.last + 1)]
        self._rows[at : at + 1] = parts
        self._show()
        self.table.choose(at)

    def _on_finish(self) -> None:
        left = [one for one in self._rows if one.fate is None]
        if left:
            words = tr("{numbers}: say what became of it. S spoiled, M missing, U unused.")
            self.problem.show_problem(words.format(numbers=run_words(self._book.prefix, left[0].run)))
            self.table.choose(self._rows.index(left[0]))
            return
        self.answer(
            {
                number: Named(one.fate, one.reason)
                for one in self._rows
                if one.fate is not None
                for number in range(one.run.first, one.run.last + 1)
            }
        )


def _numbers(rows: Sequence[OpenRun]) -> list[int]:
    return [number for one in rows for number in range(one.run.first, one.run.last + 1)]


def _state(one: OpenRun) -> State:
    if one.fate is None:
        return State(tr("not named yet"), "circle-dashed", Mood.WARN)
    icon, mood = _LOOKS[one.fate]
    return State(tr(FATE_NAMES[one.fate]), icon, mood)
