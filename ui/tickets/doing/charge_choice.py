"""A ticket that ends while the counter still asks for its charge: it is said, and the person chooses."""

from __future__ import annotations

from collections.abc import Callable

from app.core.language import tr
from app.core.show import show_money
from app.tickets.materials.kinds import ChargeToo
from app.tickets.materials.refusals import ChargeStillAsked
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.shell.question_panel import QuestionPanel
from ui.tickets.doing.done import Done
from ui.widgets.key_button import Kind
from ui.widgets.text_label import body


class ChargeChoicePanel(QuestionPanel[ChargeToo]):
    """Esc leaves the ticket as it is."""

    def __init__(self, asked: ChargeStillAsked) -> None:
        super().__init__(tr("The counter still asks for {amount}").format(amount=show_money(asked.amount)), width=620)
        words = tr(
            "Lines of ticket {number} are a charge that nobody has paid yet. Take it back if nothing is owed any more; "
            "keep it, and the resident is asked for it as before."
        )
        self.body.addWidget(body(words.format(number=asked.number)).wrap())

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "leave", tr("Leave the ticket open"), "Esc", self.give_up)
        self.add_button(actions, "keep", tr("Keep the charge"), "K", lambda: self.answer(ChargeToo.KEEP))
        back = tr("Take the charge back")
        self.add_button(actions, "back", back, ("T", "F9"), lambda: self.answer(ChargeToo.TAKE_BACK), Kind.PRIMARY)


def choosing_charge(context: Context, run: Callable[[ChargeToo | None], Done]) -> Done | None:
    """Do it; where a charge is still asked for, once more with what the person chose about it."""
    try:
        return run(None)
    except ChargeStillAsked as asked:
        choice = context.questions.ask(ChargeChoicePanel(asked))
    if choice is None:
        return None
    done = run(choice)
    context.changes.announce("counter", by=None)
    return done
