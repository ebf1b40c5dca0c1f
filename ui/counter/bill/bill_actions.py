"""The keys of an open bill, made once; buttons, keys and the key list all come from here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from app.core.language import tr
from app.counter.methods import Method
from ui.counter.bill.tender_panel import TenderActions
from ui.counter.bill.tender_view import ON_SEGMENT
from ui.counter.with_a_bill import turn_with_a_bill
from ui.shell.actions import Action, ActionRegistry

TAB = "counter"
IN_AMOUNT = "counter.amount"
IN_LINES = "counter.lines"
IN_TEXTS = "counter.texts"

_METHOD_KEYS = {
    Method.CASH: "F5",
    Method.CARD: "F6",
    Method.WECHAT: "F7",
    Method.ALIPAY: "Shift+F7",
    Method.TRANSFER: "F8",
    Method.CHEQUE: "Shift+F8",
}


class BillSteps(Protocol):
    """What can be done with an open bill."""

    def take(self) -> None: ...
    def take_only(self) -> None: ...
    def preview(self) -> None: ...
    def choose_method(self, method: Method) -> None: ...
    def go_to_payer(self) -> None: ...
    def charge_on_the_spot(self) -> None: ...
    def unmask(self) -> None: ...
    def explain(self) -> None: ...
    def enter_lines(self) -> None: ...
    def enter_lines_below(self) -> None: ...
    def toggle_line(self) -> None: ...
    def choose_due(self) -> None: ...
    def choose_all(self) -> None: ...
    def toggle_principal_only(self) -> None: ...
    def back_to_amount(self) -> None: ...
    def more(self) -> None: ...


class MoneyOfPanel(Protocol):
    """The actions about parts of the money that the panel shows."""

    @property
    def take_back(self) -> tuple[Action, ...]: ...
    @property
    def keep_change(self) -> Action: ...


@dataclass(frozen=True, slots=True)
class BillActions:
    """All of them by name."""

    take: Action
    take_only: Action
    preview: Action
    methods: Mapping[Method, Action]
    payer: Action
    one_off: Action
    unmask: Action
    explain: Action
    lines: Action
    below: Action
    toggle: Action
    due: Action
    all: Action
    principal_only: Action
    amount: Action
    more: Action

    def for_panel(self, money: MoneyOfPanel) -> TenderActions:
        """Those with buttons in the payment panel."""
        return TenderActions(self.methods, self.take, self.take_only, self.preview, money.take_back, money.keep_change)

    def __iter__(self) -> Iterator[Action]:
        yield from (self.take, self.take_only, self.preview, *self.methods.values(), self.payer, self.one_off)
        yield from (self.unmask, self.explain, self.lines, self.below, self.principal_only, self.more)

    def turn(self, *, on: bool) -> None:
        """On while a bill is open; else each says what to do first."""
        turn_with_a_bill(self, on=on)


def make_bill_actions(actions: ActionRegistry, steps: BillSteps) -> BillActions:
    """Bind the keys of an open bill."""

    def add(
        name: str,
        text: str,
        keys: str,
        run: Callable[[], object],
        context: str = TAB,
        help: str = "",  # noqa: A002 - as the registry calls it
    ) -> Action:
        commits = context == TAB
        return actions.add(f"counter.{name}", text, keys, run, context=context, commits=commits, help=help)

    methods = {
        method: add(f"method_{method.value}", tr(ON_SEGMENT[method]), key, partial(steps.choose_method, method))
        for method, key in _METHOD_KEYS.items()
    }
    return BillActions(
        take=add("take", tr("Take payment and print"), "F9", steps.take),
        take_only=add("take_only", tr("Do not print"), "Shift+F9", steps.take_only),
        preview=add("preview", tr("Preview"), "Ctrl+F9", steps.preview),
        methods=methods,
        payer=add("payer", tr("Payer"), "Ctrl+U", steps.go_to_payer),
        one_off=add("one_off", tr("Charge on the spot"), "Ctrl+T", steps.charge_on_the_spot),
        unmask=add(
            "unmask", tr("Show"), "F3", steps.unmask, help=tr("Show the whole telephone number; the look is logged")
        ),
        explain=add("explain", tr("How it was computed"), "F4", steps.explain),
        lines=add("lines", tr("Choose lines"), "Up", steps.enter_lines, IN_AMOUNT),
        below=add("below", tr("Lines not yet due"), "Down", steps.enter_lines_below, IN_AMOUNT),
        toggle=add("toggle", tr("Tick"), "Space", steps.toggle_line, IN_LINES),
        due=add("due", tr("Due lines"), "Home", steps.choose_due, IN_LINES),
        all=add("all", tr("All lines"), "End", steps.choose_all, IN_LINES),
        principal_only=add(
            "principal_only",
            tr("Principal only"),
            "W",
            steps.toggle_principal_only,
            IN_LINES,
            help=tr("Take the principal without the late fees, which stay owed; again: with them"),
        ),
        amount=add("amount", tr("Back to the amount"), "Return", steps.back_to_amount, IN_LINES),
        more=add("more", tr("More"), "Shift+F1", steps.more, help=tr("All that can be done with this bill, as a list")),
    )
