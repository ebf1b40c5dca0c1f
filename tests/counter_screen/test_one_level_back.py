"""Esc goes back exactly one level: from a question to the receipt or list it was asked from, with what was typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from app.core.money import Money
from app.counter.payments.asked import OneOff
from tests.counter_screen.answering import answering
from tests.counter_screen.counter_window import CounterWindow
from tests.counter_screen.test_key_budgets import newest
from tests.office_builder import OfficeBuilder
from ui.counter.receipts.method_panel import MethodPanel
from ui.counter.refunds.refund_panel import RefundPanel
from ui.counter.refunds.who_panel import WhoPanel
from ui.shell.question_panel import QuestionPanel
from ui.shell.window_questions import WindowQuestions
from ui.widgets.choice_field import ChoiceField
from ui.widgets.overlay import Overlay

Step = Callable[[], None]


def panel() -> QuestionPanel[object]:
    widget = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, Overlay):
        widget = widget.parentWidget()
    assert widget is not None
    assert isinstance(widget.panel, QuestionPanel)
    return widget.panel


def walk(counter: CounterWindow, seen: list[str], *keys: tuple[str, ...]) -> list[Step]:
    """At each question that comes up: note its kind, then press these keys."""

    def step(pressed: tuple[str, ...]) -> Step:
        def at_panel() -> None:
            seen.append(type(panel()).__name__)
            counter.keys.press(*pressed)

        return at_panel

    return [step(each) for each in keys]


@pytest.mark.parametrize(
    ("key", "asked"), [("F8", "RefundPanel"), ("F5", "MethodPanel"), ("Del", "VoidPanel"), ("F7", "InvoicePanel")]
)
def test_g3_esc_from_what_is_done_with_a_receipt_is_back_at_the_receipt(
    counter: CounterWindow, builder: OfficeBuilder, key: str, asked: str
) -> None:
    seen: list[str] = []
    counter.keys.type(newest(builder).label)
    with answering(*walk(counter, seen, (key,), ("Esc",), ("Esc",))):
        counter.keys.press("Return")
    assert seen == ["ReceiptPanel", asked, "ReceiptPanel"]
    assert builder.office.refunds.newest() == ()


def test_g3_a_refund_without_a_supervisor_goes_back_step_by_step_and_keeps_what_was_typed(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    seen: list[str] = []
    takers: list[tuple[str, object]] = []
    counter.keys.type(newest(builder).label)
    to_the_taker = ("Tab", "Tab")

    def names_the_taker() -> None:
        counter.keys.press(*to_the_taker)
        counter.keys.compose("li")
        counter.keys.commit("李代办")
        counter.keys.press("Tab", "Tab", "Down", "F9")

    def look() -> None:
        shown = panel()
        assert isinstance(shown, WhoPanel)
        takers.append((shown.taker.text(), shown.kept.value()))
        counter.keys.press("Esc")

    before = walk(counter, seen, ("F8",), ("F9",))
    after = walk(counter, seen, ("Esc",))
    with answering(*before, names_the_taker, *after, look, *walk(counter, seen, ("Esc",), ("Esc",))):
        counter.keys.press("Return")
    assert seen == ["ReceiptPanel", "RefundPanel", "ApprovalPanel", "RefundPanel", "ReceiptPanel"]
    assert takers == [("李代办", True)]
    assert builder.office.refunds.newest() == ()


def test_g3_a_method_that_nobody_agreed_to_stands_there_as_it_was_chosen(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    chosen: list[tuple[str, str]] = []
    counter.keys.type(newest(builder).label)

    def transfer() -> None:
        counter.keys.press("Down", "Tab")
        counter.keys.type("5512")
        counter.keys.press("F9")

    def look() -> None:
        shown = panel()
        assert isinstance(shown, MethodPanel)
        chosen.append((shown.to.currentText(), shown.reference.text()))
        counter.keys.press("Esc")

    seen: list[str] = []
    with answering(
        *walk(counter, seen, ("F5",)), transfer, *walk(counter, seen, ("Esc",)), look, *walk(counter, seen, ("Esc",))
    ):
        counter.keys.press("Return")
    assert seen == ["ReceiptPanel", "ApprovalPanel", "ReceiptPanel"]
    assert chosen[0][1] == "5512"


def test_g3_esc_from_a_deposit_is_back_at_the_list_of_deposits(counter: CounterWindow, builder: OfficeBuilder) -> None:
    item = next(item for item in builder.office.fee_items.one_offs() if item.code == "renovation-deposit")
    home = builder.office.estate.unit_named("2-2-702")
    builder.pays(home, one_offs=(OneOff(item.id, item.paper_name, Money.yuan(2000)),))
    seen: list[str] = []
    with answering(*walk(counter, seen, ("F6",), ("Esc",), ("F8",), ("Esc",), ("Esc",))):
        counter.keys.press("Ctrl+D")
    assert seen == ["DepositListPanel", "KeepPanel", "DepositListPanel", "RefundPanel", "DepositListPanel"]


def test_the_fields_of_a_refund_are_named_apart(counter: CounterWindow, builder: OfficeBuilder) -> None:
    names: list[str] = []
    counter.keys.type(newest(builder).label)

    def read() -> None:
        shown = panel()
        assert isinstance(shown, RefundPanel | WhoPanel)
        names.extend(field.accessibleName() for field in shown.findChildren(ChoiceField))
        counter.keys.press("F9" if isinstance(shown, RefundPanel) else "Esc")

    def leave() -> None:
        counter.keys.press("Esc")

    with answering(lambda: counter.keys.press("F8"), read, read, leave, leave):
        counter.keys.press("Return")
    assert len(names) == len(set(names))


def test_whoever_takes_the_window_over_meets_no_question_of_the_one_before(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    """The window closes, or another person unlocks it, over the second step of a refund: no step comes again."""
    seen: list[str] = []
    counter.keys.type(newest(builder).label)

    def all_go() -> None:
        questions = counter.context.questions
        assert isinstance(questions, WindowQuestions)
        questions.give_up_all()

    with answering(*walk(counter, seen, ("F8",), ("F9",)), all_go):
        counter.keys.press("Return")
    assert counter.window.findChildren(Overlay) == [] or QApplication.focusWidget() is counter.page.search.box
    with answering(*walk(counter, seen, ("Esc",))):
        counter.keys.press("Ctrl+D")
    assert seen[-1] == "DepositListPanel"
