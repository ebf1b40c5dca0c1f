"""The hand-overs, newest first: what went on, who signed, and what still waits."""

from __future__ import annotations

from app.access.permissions import Permission
from app.core.language import mark, tr
from app.core.show import show_time
from app.duty.log.handover_facts import Handover
from app.duty.words import LEFT
from ui.duty.handover.left_table import summed
from ui.duty.handover.signing import sign
from ui.shell.context import Context
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, State
from ui.widgets.columns import Kind as Cell
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.section import Section
from ui.widgets.table_view import TableView

KEYS = "duty.lists.handovers"


class Handovers(Section[Handover]):
    """Nothing of a hand-over is edited; one that nobody will sign is withdrawn with the reason."""

    needs = Permission.KEEP_DUTY
    folding = (mark("What goes on"),)

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            KEYS,
            tr("Hand-overs"),
            TableView(tr("Hand-overs"), _columns(), key=lambda one: one.id),
            words=tr("Both sign: the one who goes by writing it, the one who comes by name and password."),
            empty=EmptyState(tr("Nothing was handed over yet"), tr("F9 on the first page hands over.")),
            filter_hint=tr("Name"),
        )
        look = self.offer("look", tr("Read it"), "Return", self.on_row(self._on_look), in_rows=True)
        self.offer("sign", tr("Take over, sign"), "F8", self._on_sign, Kind.PRIMARY, icon="pencil")
        self.offer("withdraw", tr("Withdraw"), "F7", self._on_withdraw)
        self.offer("print", tr("Print the day"), "Ctrl+P", self.on_row(self._on_print), icon="printer")
        self.opens(look)

    def load(self) -> None:
        self.table.show_rows(self.context.office.duty_log.handovers())

    def _on_look(self, one: Handover) -> None:
        title = tr("Hand-over from {giver} to {taker}").format(giver=one.giver, taker=one.taker)
        self.context.questions.tell(title, _told(one))

    def _on_sign(self) -> None:
        one = self.table.current()
        if one is None or not one.is_open:
            self.context.messages.hint(tr("This one does not wait for a signature."))
        elif sign(self.context, one):
            self.load()

    def _on_withdraw(self) -> None:
        one = self.table.current()
        if one is None or not one.is_open:
            self.context.messages.hint(tr("This one does not wait for a signature."))
            return
        why = self.context.questions.ask_text(tr("Withdraw the hand-over?"), tr("Why; the log keeps it"), about=one.id)
        if why is not None:
            log, by = self.context.office.duty_log, self.context.actor
            self.attempt(lambda: log.withdraw(by, one.id, why), tr("The hand-over is withdrawn"))

    def _on_print(self, one: Handover) -> None:
        from ui.duty.printing import print_log  # noqa: PLC0415 - the drawing library

        print_log(self.context, one.at.date())


def _told(one: Handover) -> str:
    lines = [f"{tr(LEFT[left.kind])}  {left.number}  {left.where}  {left.what}" for left in one.leftovers]
    things = tr("Handed on: {things}").format(things=tr("; ").join(one.things)) if one.things else ""
    return "\n".join(part for part in (*lines, things, one.words) if part)


def _columns() -> list[Column[Handover]]:
    return [
        Column(tr("Handed over"), lambda one: show_time(one.at), whole=True),
        Column(tr("Giver"), lambda one: one.giver, bold=True),
        Column(tr("Taker"), lambda one: one.taker, bold=True),
        Column(tr("State"), _state, Cell.STATE),
        Column(tr("What goes on"), lambda one: summed(one.leftovers), stretch=True, tone=Tone.INK2),
    ]


def _state(one: Handover) -> State:
    if one.withdrawn:
        return State(tr("withdrawn"), "ban", Mood.MUTE)
    if one.signed_at is None:
        return State(tr("not signed"), "pencil", Mood.WARN)
    return State(tr("signed {time}").format(time=f"{one.signed_at:%m-%d %H:%M}"), "check", Mood.OK)
