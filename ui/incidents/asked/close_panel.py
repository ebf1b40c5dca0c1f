"""The end: how it came out, when it was over, who was hurt, what it cost, and why critical steps were left."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from app.core.errors import Refusal
from app.core.language import tr
from app.incidents.closing.closing import Closing
from app.incidents.running.refusals import ClosingTimesCrossed, MomentInFuture, WordsMissing
from app.incidents.running.view import IncidentView
from ui.sentences import sentence
from ui.sentences.incidents import said
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.widgets.date_field import DateField
from ui.widgets.edit_panel import EditPanel
from ui.widgets.enter_steps import EnterSteps
from ui.widgets.key_button import Kind
from ui.widgets.line_field import LineField
from ui.widgets.moment_field import MomentField
from ui.widgets.money_field import MoneyField
from ui.widgets.text_label import section
from ui.widgets.typed_field import TypedField

_COUNT = re.compile("[0-9]{1,4}")


class NotACount(Refusal):
    """The text is no number of people."""

    text: str


class ClosePanel(EditPanel[str]):
    """Nothing is closed by a slip: Enter goes on to the next field, only F9 ends it."""

    def __init__(self, context: Context, view: IncidentView) -> None:
        super().__init__(tr("Close {number}").format(number=view.number), self._on_close, words=_about(view), width=900)
        self._context, self._view = context, view
        self._make(context)
        self.reasons = {one.step.id: LineField(said(one.step.text)) for one in view.progress.unsettled_critical}
        self._lay_out()
        fields = [*self.reasons.values(), *self._told]
        EnterSteps(fields, lambda: None, self)
        self.setFocusProxy(fields[0])

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_more(actions)
        self.add_button(actions, "save", tr("Close the incident"), "F9", self._on_save, Kind.DANGER)

    def add_more(self, actions: ActionRegistry) -> None:
        if len(self.reasons) > 1:
            self.add_button(actions, "same", tr("Same reason for the others"), "Alt+S", self._on_same)

    def check(self) -> bool:
        missing = [field for field in self.reasons.values() if not field.text().strip()]
        for field in missing:
            field.show_problem(tr("Why was it left?"))
        if missing:
            missing[0].take_caret()
            return False
        return super().check()

    def _make(self, context: Context) -> None:
        now = context.clock.now
        self.result = LineField(tr("Result"))
        self.contained, self.over = MomentField(tr("Contained at"), now), MomentField(tr("Over at"), now)
        self.over.set_value(now())
        self.hurt: TypedField[int] = TypedField(tr("People hurt"), parse_count, str, columns=6)
        self.damage, self.cause = LineField(tr("Damage")), LineField(tr("Cause"))
        self.bodies = LineField(tr("Outside bodies called"))
        self.bodies.setText(tr(", ").join(bodies_called(self._view)))
        self.costs = MoneyField(tr("Costs"))
        self.review = DateField(tr("Gone over on"), lambda: now().date())
        self.review.set_value(context.office.incidents.review_proposed(self._view.id))
        self._told: Sequence[LineField] = (
            *(self.result, self.contained, self.over, self.hurt, self.damage),
            *(self.cause, self.bodies, self.costs, self.review),
        )

    def _lay_out(self) -> None:
        if self.reasons:
            self._inside.insertWidget(0, section(tr("Critical steps that were not done: why?")))
        for field in self.reasons.values():
            self.form.add(field.accessibleName(), field)
        hints: dict[LineField, str] = {
            self.contained: tr("When it spread no further; 19:58, or empty"),
            self.hurt: tr("0 for nobody; empty where nobody can say"),
            self.review: tr("With all who took part; another day may be written"),
        }
        for field in self._told:
            self.form.add(field.accessibleName(), field, hint=hints.get(field, ""))
        self.place(self.result, WordsMissing)
        self.place(self.over, MomentInFuture, ClosingTimesCrossed)

    def _on_same(self) -> None:
        """A false alarm leaves all of them for one reason: what was written first stands in every empty one."""
        given = next((field.text() for field in self.reasons.values() if field.text().strip()), "")
        for field in self.reasons.values():
            if not field.text().strip():
                field.setText(given)
                field.show_problem("")
        self.result.take_caret()

    def _on_close(self) -> str:
        over = self.over.value() or self._context.clock.now()
        closing = Closing(
            self.result.text(),
            over,
            self.contained.value(),
            self.hurt.value(),
            self.damage.text().strip(),
            self.bodies.text().strip(),
            self.costs.value(),
            self.cause.text().strip(),
            self.review.value(),
        )
        reasons = {step: field.text() for step, field in self.reasons.items()}
        self._context.office.incidents.close(self._context.actor, self._view.id, closing, reasons)
        return tr("{number} is closed; the report is in the journal").format(number=self._view.number)


def bodies_called(view: IncidentView) -> list[str]:
    """Everybody outside who was reached, by name."""
    return [said(line.name) for line in view.calls if line.is_reached and not line.private]


def parse_count(text: str) -> int:
    """A number of people, full-width signs too. Raises NotACount."""
    typed = unicodedata.normalize("NFKC", text).strip()
    if not _COUNT.fullmatch(typed):
        raise NotACount(text.strip())
    return int(typed)


def _about(view: IncidentView) -> str:
    words = "  ".join(part for part in (said(view.plan.name), view.place) if part)
    return tr("{incident}. After this nothing of it can be changed, only added to.").format(incident=words)


@sentence(NotACount)
def _not_a_count(error: NotACount) -> str:
    return tr("“{text}” is no number of people. Type it like 2.").format(text=error.text)
