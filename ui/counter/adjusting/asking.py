"""How what lets something go is asked: again and again with everything kept, until it is written or given up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from app.access.actor import Approval
from app.access.permissions import Permission
from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.fees.adjustments.refusals import ChargeChanged
from app.fees.charges import OpenCharge
from ui.counter.adjusting.kept_panel import KeptPanel
from ui.counter.bill.bill_in_hand import BillInHand
from ui.counter.bill.bill_sheet import BillSheet
from ui.counter.draft_keeper import DraftKeeper
from ui.sentences import say
from ui.shell.context import Context

T = TypeVar("T")


class Desk(Protocol):
    """What the steps need of the desk on which the bill lies."""

    context: Context
    hand: BillInHand | None
    sheet: BillSheet
    keeper: DraftKeeper

    def read_anew(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Asked:
    """What a supervisor is asked: the sentence, the reason, and the facts kept with the answer."""

    permission: Permission
    what: str
    reason: str
    facts: Mapping[str, object]


class Asking:
    """Asks and writes for one desk; the page reads the bill anew after each."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @property
    def unit(self) -> str:
        """The room's code; empty without an open bill."""
        return "" if self.desk.hand is None else self.desk.hand.bill.unit.code

    def today(self) -> date:
        """By the office's clock."""
        return self.desk.context.clock.now().date()

    def charge(self) -> OpenCharge | None:
        """The charge of the current line; None, said in the status line, where it is not written yet."""
        hand, row = self.desk.hand, self.desk.sheet.lines.current()
        if hand is None or row is None:
            return None
        self.desk.keeper.flush()
        one = next((one for one in hand.charges if one.id == row.key), None)
        if one is None:
            self.desk.context.messages.hint(
                tr("This line is not written yet. Untick it, or change it where it was typed.")
            )
        return one

    def until_written(self, panel: Callable[[T | None], KeptPanel[T]], write: Callable[[T], bool]) -> None:
        """Ask, write, and ask again with what was answered wherever `write` was refused or came back with no."""
        wanted: T | None = None
        problem = ""
        while True:
            shown = panel(wanted)
            if problem:
                shown.say(problem)
            wanted = self.desk.context.questions.ask(shown)
            try:
                if wanted is None or write(wanted):
                    return
                problem = ""
            except ChargeChanged as changed:
                self.desk.context.messages.wrong(say(changed))
                self.desk.read_anew()
                return
            except (Refusal, Trouble) as error:
                problem = say(error)

    def lent(self, asked: Asked, step: Callable[[Approval | None], object], done: str) -> bool:
        """Do it with a supervisor's yes where the person may not do it alone; False if there was none."""
        context = self.desk.context
        if context.actor.may(asked.permission):
            step(None)
        else:
            lent = context.questions.approve(asked.permission, asked.what, asked.reason, asked.facts, context.actor)
            if lent is None:
                return False
            step(lent)
        self.done(done)
        return True

    def done(self, words: str) -> None:
        """Say it, and let every page read anew."""
        self.desk.context.changes.announce("counter", by=self.desk)
        self.desk.context.messages.done(words)
