"""A book comes back: every number without a receipt is named, one key each; nothing is guessed but the blank end."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from json import dumps, loads

from PySide6.QtCore import Qt

from app.core.errors import Refusal, Trouble
from app.core.language import tr, tr_n
from app.counter.books.book_facts import BookPage, Named
from app.counter.books.kinds import Fate
from app.counter.books.numbering import label_of
from ui.counter.books.book_tables import fate_state
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.chip import Mood
from ui.widgets.columns import Column, State
from ui.widgets.columns import Kind as Cell
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.line_field import LineField
from ui.widgets.surface import row
from ui.widgets.table_view import TableView
from ui.widgets.text_label import TextLabel, body


@dataclass(frozen=True, slots=True)
class OpenNumber:
    """A number that nothing has become of, and what the person says of it."""

    number: int
    label: str
    said: Named | None = None


class TakeBackPanel(QuestionPanel[bool]):
    """S, M and U name the chosen number and go on to the next; the reason is typed once and stays for the next."""

    def __init__(self, page: BookPage, take_back: Callable[[Mapping[int, Named]], object]) -> None:
        super().__init__(tr("Take back {book}").format(book=page.row.name), width=720)
        self._take_back = take_back
        self.rows = _rows(page)
        self.table: TableView[OpenNumber] = TableView(
            tr("Numbers without a receipt"), _columns(), lambda one: one.number
        )
        self.reason = LineField(tr("Reason"))
        self._count: TextLabel = body("").wrap()
        self.problem = ErrorLine()
        words = tr_n(
            "{holder} brings the book back; {n} number has no receipt. Hand-written receipts are entered first.",
            "{holder} brings the book back; {n} numbers have no receipt. Hand-written receipts are entered first.",
            len(self.rows),
        ).format(holder=page.row.holder, n=len(self.rows))
        self.body.addWidget(body(words).wrap())
        self.body.addLayout(row(body(tr("Reason")), self.reason, space=12))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._count)
        self.body.addWidget(self.problem)
        self.setFocusProxy(self.table)
        self._show()
        self.table.setMinimumHeight(self.table.height_of_rows(1) + 2)
        self.table.setMaximumHeight(self.table.height_of_rows(max(1, len(self.rows))) + 2)
        self.table.choose(0)

    def add_actions(self, actions: ActionRegistry) -> None:
        for name, text, key, fate in (
            ("spoiled", tr("spoiled"), "S", Fate.SPOILED),
            ("missing", tr("missing"), "M", Fate.MISSING),
            ("unused", tr("came back unused"), "U", Fate.UNUSED),
        ):
            self._add_fate(actions, name, text, key, fate)
        actions.add(f"{self.context}.reason", tr("Type the reason"), "R", self._on_reason, context=self.context)
        self.add_button(actions, "back", tr("Back"), "Esc", self._on_back)
        self.add_button(actions, "do", tr("Take it back"), ("F9", "Ctrl+Return"), self._on_do, Kind.PRIMARY)
        self.reason.returnPressed.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))

    def beside_fields(self) -> str:
        named = {one.number: [one.said.fate, one.said.reason] for one in self.rows if one.said is not None}
        return dumps(named, ensure_ascii=False)

    def put_beside(self, kept: str) -> None:
        named = {int(number): Named(Fate(fate), reason) for number, (fate, reason) in loads(kept).items()}
        self.rows = [replace(one, said=named.get(one.number)) for one in self.rows]
        self._show()

    def _add_fate(self, actions: ActionRegistry, name: str, text: str, key: str, fate: Fate) -> None:
        action = actions.add(f"{self.context}.{name}", text, key, lambda: self._name(fate), context=self.context)
        self.buttons.insertWidget(self.buttons.count() - 1, KeyButton(action))

    def _name(self, fate: Fate) -> None:
        chosen = self.table.current()
        if chosen is None:
            return
        reason = self.reason.text().strip()
        if fate is not Fate.UNUSED and not reason:
            self.problem.show_problem(tr("Type the reason first (R): why {label}?").format(label=chosen.label))
            return
        self.problem.show_problem("")
        said = Named(fate, "" if fate is Fate.UNUSED else reason)
        self.rows = [replace(one, said=said) if one.number == chosen.number else one for one in self.rows]
        self._show()
        self.table.choose_key(chosen.number)
        self.table.choose(min(self.table.currentIndex().row() + 1, len(self.rows) - 1))

    def _show(self) -> None:
        self.table.show_rows(self.rows)
        left = sum(one.said is None for one in self.rows)
        words = tr_n("{n} number is not named yet.", "{n} numbers are not named yet.", left).format(n=left)
        self._count.show_text(words if left else tr("Every number is named."))

    def _on_reason(self) -> None:
        self.reason.take_caret()

    def _on_back(self) -> None:
        if self.reason.hasFocus():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.give_up()

    def _on_do(self) -> None:
        try:
            self._take_back({one.number: one.said for one in self.rows if one.said is not None})
        except (Refusal, Trouble) as error:
            self.problem.show_problem(say(error))
        else:
            self.answer(answer=True)


def _rows(page: BookPage) -> Sequence[OpenNumber]:
    """What comes after the last number that was written is proposed as unused."""
    numbers = [number for run in page.open for number in range(run.first, run.last + 1)]
    end = page.open[-1] if page.open and page.open[-1].last == page.row.last else None
    unused = Named(Fate.UNUSED, "")
    return [
        OpenNumber(one, label_of(page.row.prefix, one), unused if end is not None and one >= end.first else None)
        for one in numbers
    ]


def _columns() -> list[Column[OpenNumber]]:
    return [
        Column(tr("Number"), lambda one: one.label, whole=True),
        Column(tr("What became of it"), _state, Cell.STATE),
        Column(tr("Reason"), lambda one: "" if one.said is None else one.said.reason, stretch=True),
    ]


def _state(one: OpenNumber) -> State:
    return State(tr("not named"), "circle-alert", Mood.WARN) if one.said is None else fate_state(one.said.fate)
