"""G12, G3: what was typed into a question stands there again after a power cut or Esc, and is gone once answered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.core.money import Money
from tests.counter_screen.answering import answering, supervisor_says_yes
from tests.counter_screen.counter_window import CounterWindow
from tests.counter_screen.power_cut import cut_power, started_again
from tests.counter_screen.test_adjusting import open_home, to_the_first_line
from tests.counter_screen.test_key_budgets import newest
from tests.keys import stop_typing
from tests.office_builder import SUPERVISOR_PASSWORD, OfficeBuilder
from ui.counter.adjusting.waive_panel import WaivePanel
from ui.counter.billing.one_off_panel import OneOffPanel
from ui.counter.cash.cash_panel import CashPanel, Direction
from ui.counter.refunds.refund_panel import RefundPanel
from ui.shell.left_questions import DRAFT
from ui.shell.question_panel import QuestionPanel
from ui.widgets.note_strip import NoteStrip

P = TypeVar("P", bound="QuestionPanel[Any]")
REASON = "the neighbour paid in cash"


def shown(kind: Callable[..., P]) -> P:
    widget = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, QuestionPanel):
        widget = widget.parentWidget()
    assert isinstance(widget, kind)  # type: ignore[arg-type]  # a class of panels
    return widget  # type: ignore[return-value]  # as above


def strip_of(panel: QWidget) -> str:
    return " ".join(strip.text() for strip in panel.findChildren(NoteStrip) if strip.isVisible())


def stored(builder: OfficeBuilder) -> object:
    return builder.office.drafts.find(builder.cashier, DRAFT)


def to_the_first_waiver(counter: CounterWindow) -> None:
    open_home(counter)
    to_the_first_line(counter)


def half_a_waiver(counter: CounterWindow) -> None:
    """Two yuan of the principal, with a reason of one's own."""
    counter.keys.press("Down", "Tab")
    counter.keys.type("2")
    counter.keys.press("Tab", "Down", "Tab")
    counter.keys.type(REASON)


def half_a_waiver_as_shown(panel: WaivePanel) -> tuple[object, object, str]:
    return (panel.part.value(), panel.amount.value(), panel.why.words.text())


def test_g12_a_waiver_stands_as_it_was_typed_after_a_power_cut(counter: CounterWindow, place: Path) -> None:
    left: list[Path] = []
    before: list[tuple[object, object, str]] = []

    def typing() -> None:
        half_a_waiver(counter)
        before.append(half_a_waiver_as_shown(shown(WaivePanel)))
        left.append(cut_power(place))
        counter.keys.press("Esc")

    to_the_first_waiver(counter)
    with answering(typing):
        counter.keys.press("M")
    assert before[0][1:] == (Money(200), REASON)
    with started_again(left[0]) as again:
        after: list[tuple[object, object, str]] = []
        said: list[str] = []

        def look() -> None:
            after.append(half_a_waiver_as_shown(shown(WaivePanel)))
            said.append(strip_of(shown(WaivePanel)))
            again.keys.press("F9")

        to_the_first_waiver(again)
        with answering(look):
            again.keys.press("M")
        assert after == before
        assert said == ["Typed at 2026-11-20 10:42 and not finished."]
        assert again.said[-1] == "2.00 waived"


def test_what_was_typed_about_one_line_does_not_stand_in_the_question_about_another(counter: CounterWindow) -> None:
    said: list[str] = []

    def typing() -> None:
        half_a_waiver(counter)
        counter.keys.press("Esc")

    def look() -> None:
        said.append(strip_of(shown(WaivePanel)) + shown(WaivePanel).why.words.text())
        counter.keys.press("Esc")

    to_the_first_waiver(counter)
    with answering(typing):
        counter.keys.press("M")
    counter.keys.press("Down")
    with answering(look):
        counter.keys.press("M")
    assert said == [""]


def test_g3_esc_keeps_what_was_typed_and_starting_anew_lets_it_go(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    amounts: list[object] = []
    typed: list[str] = []

    def typing() -> None:
        half_a_waiver(counter)
        counter.keys.press("Esc")

    def anew() -> None:
        panel = shown(WaivePanel)
        amounts.append(panel.amount.value())
        counter.keys.press("Alt+X")
        amounts.append(panel.amount.value())
        assert strip_of(panel) == ""
        begun = panel.amount.text()
        for keys in (("Tab", "Alt+Q", "Alt+7"), ("7",)):
            counter.keys.press(*keys)
            typed.append(panel.amount.text())
        panel.amount.setText(begun)
        typed.append(begun)
        counter.keys.press("Esc")

    to_the_first_waiver(counter)
    with answering(typing):
        counter.keys.press("M")
    assert stored(builder) is not None
    with answering(anew):
        counter.keys.press("M")
    assert amounts == [Money(200), Money(886)]
    assert typed == ["8.86", "7", "8.86"], "the caret is in the fields, and a chord with Alt types no letter"
    assert stored(builder) is None


def test_once_it_is_written_nothing_is_left_of_it(counter: CounterWindow, builder: OfficeBuilder) -> None:
    def typing() -> None:
        half_a_waiver(counter)
        stop_typing()
        assert stored(builder) is not None
        counter.keys.press("F9")

    to_the_first_waiver(counter)
    with answering(typing):
        counter.keys.press("M")
    QTest.qWait(20)
    assert counter.said[-1] == "2.00 waived"
    assert stored(builder) is None


def test_typing_is_not_written_key_by_key(counter: CounterWindow, builder: OfficeBuilder) -> None:
    """Between two keys nothing is written: only what stands there after the time above."""
    seen: list[object] = []

    def typing() -> None:
        counter.keys.press("Tab", "Tab")
        counter.keys.type("12")
        seen.append(stored(builder))
        stop_typing()
        seen.append(stored(builder))
        counter.keys.press("Esc")

    open_home(counter)
    with answering(typing):
        counter.keys.press("Ctrl+T")
    assert seen[0] is None
    assert seen[1] is not None


def test_g12_the_power_goes_while_the_supervisor_types_the_password(
    counter: CounterWindow, builder: OfficeBuilder, place: Path
) -> None:
    """What the cashier typed is there; of name and password nothing is."""
    left: list[Path] = []
    counter.keys.type(newest(builder).label)

    def half_a_refund() -> None:
        shown(RefundPanel).amount.setFocus()
        counter.keys.type("12")

    def to_the_taker() -> None:
        half_a_refund()
        counter.keys.press("F9")

    def to_the_supervisor() -> None:
        counter.keys.press("Tab")
        counter.keys.type(REASON)
        counter.keys.press("Tab", "Tab", "Tab", "Down", "F9")

    def password() -> None:
        counter.keys.compose("shen")
        counter.keys.commit("沈若兰")
        counter.keys.press("Tab")
        counter.keys.type(SUPERVISOR_PASSWORD)
        left.append(cut_power(place))
        counter.keys.press("Esc")

    esc = lambda: counter.keys.press("Esc")  # noqa: E731 - three times the same
    with answering(lambda: counter.keys.press("F8"), to_the_taker, to_the_supervisor, password, esc, esc, esc):
        counter.keys.press("Return")
    with started_again(left[0]) as again:
        kept = again.context.office.drafts.find(again.context.actor, DRAFT)
        assert kept is not None
        assert "12" in str(kept.content)
        assert REASON in str(kept.content)
        assert SUPERVISOR_PASSWORD not in str(kept.content)
        assert "沈若兰" not in str(kept.content)


def cash_in_cut_off(counter: CounterWindow, place: Path) -> Path:
    """The power goes while 150 yuan of cash are typed that are put in."""
    left: list[Path] = []

    def typing() -> None:
        counter.keys.press("F6")
        counter.keys.type("150")
        left.append(cut_power(place))
        counter.keys.press("Esc")

    with answering(typing):
        counter.keys.press("Ctrl+K")
    return left[0]


def cash_as_shown(counter: CounterWindow) -> tuple[Direction, object]:
    seen: list[tuple[Direction, object]] = []

    def look() -> None:
        panel = shown(CashPanel)
        seen.append((panel.direction, panel.amount.value()))
        counter.keys.press("Esc")

    with answering(look):
        counter.keys.press("Ctrl+K")
    return seen[0]


def test_which_way_the_cash_goes_comes_back_with_it(counter: CounterWindow, place: Path) -> None:
    with started_again(cash_in_cut_off(counter, place)) as again:
        assert cash_as_shown(again) == (Direction.IN, Money.yuan(150))


def test_what_another_version_kept_beside_the_fields_is_let_go(counter: CounterWindow, place: Path) -> None:
    with started_again(cash_in_cut_off(counter, place)) as again:
        drafts, by = again.context.office.drafts, again.context.actor
        kept = drafts.find(by, DRAFT)
        assert kept is not None
        (key, title, texts, at, is_open), *_ = kept.content["left"]
        drafts.save(by, DRAFT, {"left": [[key, title, texts | {"beside the fields": "sideways"}, at, is_open]]})
        assert cash_as_shown(again) == (Direction.OUT, Money.yuan(150))


def test_a_charge_on_the_spot_and_the_new_item_typed_over_it_both_come_back(
    counter: CounterWindow, place: Path
) -> None:
    left: list[Path] = []
    name = "Key of the roof"

    def charge() -> None:
        counter.keys.press("Tab", "Tab")
        counter.keys.type("35")
        with answering(new_item):
            counter.keys.press("Alt+I")
        counter.keys.press("Esc")

    def new_item() -> None:
        counter.keys.type(name)
        left.append(cut_power(place))
        counter.keys.press("Esc")

    open_home(counter)
    with answering(charge):
        counter.keys.press("Ctrl+T")
    with started_again(left[0]) as again:
        kept = again.context.office.drafts.find(again.context.actor, DRAFT)
        assert name in str(kept)
        seen: list[str] = []

        def look() -> None:
            seen.append(shown(OneOffPanel).amount.text())
            again.keys.press("Esc")

        open_home(again)
        with answering(look):
            again.keys.press("Ctrl+T")
        assert seen == ["35.00"]


def test_a_second_person_says_yes_and_nothing_is_left(counter: CounterWindow, builder: OfficeBuilder) -> None:
    def typing() -> None:
        counter.keys.press("Down", "Tab")
        counter.keys.type("100")
        stop_typing()
        counter.keys.press("Tab", "F9")

    to_the_first_waiver(counter)
    with answering(typing, supervisor_says_yes(counter.keys)):
        counter.keys.press("M")
    QTest.qWait(20)
    assert counter.said[-1] == "100.00 waived"
    assert stored(builder) is None
