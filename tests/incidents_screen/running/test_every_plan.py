"""Each plan is worked from its first step to its last by keys alone, and fits the screen on the way."""

from __future__ import annotations

import pytest

from app.incidents.plans.plan import AskKind
from app.incidents.running.progress import StepState
from tests.accessibility import cut_texts
from tests.incidents_screen.running.night_desk import NightDesk
from ui.incidents.running.answer_choice import AnswerChoice

_TYPED = {AskKind.NUMBER: "2", AskKind.TIME: "1941", AskKind.TEXT: "a", AskKind.PERSON: "b"}
_MOST = 150


def settle(desk: NightDesk) -> None:
    """The current step by the keys that the screen asks for."""
    if not desk.main.current.has_fields:
        desk.press("Space")
        return
    for _ in desk.main.current.fields:
        asked = next(one for one in desk.main.current.fields if one.ask.id == desk.in_field())
        desk.type(asked.field.first_cap if isinstance(asked.field, AnswerChoice) else _TYPED[asked.ask.kind])
        desk.press("Return")


@pytest.mark.parametrize("code", ["fire", "flooding", "payment-system-down", "acute-illness", "planned-power-cut"])
def test_a_plan_is_worked_from_end_to_end_by_keys(desk: NightDesk, code: str) -> None:
    started = desk.start(code, "3 栋")
    desk.press("F6")
    assert desk.id == started
    for _ in range(_MOST):
        if desk.view.progress.current is None:
            break
        settle(desk)
    states = {one.state for one in desk.view.progress.steps}
    assert states <= {StepState.DONE, StepState.HIDDEN}
    assert "Alt+E" in desk.main.steps.next.text()


def test_the_keys_of_an_ended_list_say_that_it_is_ended(desk: NightDesk) -> None:
    desk.start("fire", "3 栋")
    desk.press("F6")
    while desk.view.progress.current is not None:
        settle(desk)
    before = len(desk.log())
    desk.press("Space")
    assert len(desk.log()) == before
    assert "Undo" in desk.main.current.foot.text()


@pytest.mark.parametrize("size", [(1366, 697), (1093, 545)])
def test_no_words_are_cut_on_the_way(desk: NightDesk, size: tuple[int, int]) -> None:
    desk.window.window.resize(*size)
    desk.window.context.layout.measure(size[0], 100)
    for _ in range(8):
        settle(desk)
        assert cut_texts(desk.main.steps) == []
        assert cut_texts(desk.main.buttons) == []
