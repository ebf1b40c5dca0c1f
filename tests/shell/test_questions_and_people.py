"""What stands in a question belongs to whoever typed it: the next person at the window sees nothing of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.access.permissions import Permission
from tests.counter_screen.answering import answering
from tests.keys import KeyDriver
from ui.shell.changes import RESTORED
from ui.shell.desk import Desk
from ui.shell.opening import Opening
from ui.shell.sign_in import SignInPage
from ui.widgets.line_field import LineField

Opened = tuple[Opening, KeyDriver]
TITLE, WORDS = "Why is receipt 12 void?", "written for the wrong room"
LI, WANG = ("li fang", "battery staple"), ("Wang Min", "correct horse")


def desk_of(begun: Opening) -> Desk:
    assert begun.desk is not None
    return begun.desk


def asks(begun: Opening) -> str | None:
    return begun._window.questions.ask_text(TITLE, "Reason")


def until(holds: Callable[[], bool]) -> None:
    for _ in range(200):
        if holds():
            return
        QTest.qWait(10)
    raise AssertionError("it never came true")


def seen_in_the_question(begun: Opening, keys: KeyDriver) -> str:
    """What stands in the field as the question comes up; it is left again."""
    seen: list[str] = []

    def look() -> None:
        field = QApplication.focusWidget()
        assert isinstance(field, LineField)
        seen.append(field.text())
        keys.press("Esc")

    with answering(look):
        assert asks(begun) is None
    return seen[0]


def sign_in(keys: KeyDriver, person: tuple[str, str]) -> None:
    for typed in person:
        keys.type(typed)
        keys.press("Return")


def hand_over(keys: KeyDriver, person: tuple[str, str]) -> None:
    with answering(lambda: sign_in(keys, person)):
        keys.press("Ctrl+Shift+H")


def works(begun: Opening, name: str) -> bool:
    return begun.desk is not None and begun.desk.context.actor.name == name


def test_g3_the_next_person_sees_nothing_of_it_and_the_first_one_all(opened: Opened) -> None:
    begun, keys = opened

    def types_and_leaves() -> None:
        keys.type(WORDS)
        hand_over(keys, LI)

    with answering(types_and_leaves):
        assert asks(begun) is None
    until(lambda: works(begun, "li fang"))
    assert seen_in_the_question(begun, keys) == ""
    hand_over(keys, WANG)
    until(lambda: works(begun, "Wang Min"))
    assert seen_in_the_question(begun, keys) == WORDS


def test_g3_a_question_that_waits_behind_an_incident_goes_with_whoever_signs_out(opened: Opened) -> None:
    begun, keys = opened
    answers: list[str | None] = []

    def puts_aside() -> None:
        keys.type(WORDS)
        begun._window.questions.put_aside()
        keys.press("Ctrl+Shift+Q")

    with answering(puts_aside):
        answers.append(asks(begun))
    until(lambda: isinstance(begun._window.body.currentWidget(), SignInPage))
    assert answers == [None]
    sign_in(keys, LI)
    until(lambda: works(begun, "li fang"))
    assert not begun._window.questions.is_open
    assert seen_in_the_question(begun, keys) == ""


def test_g3_a_question_that_waits_behind_an_incident_goes_with_whoever_hands_over(opened: Opened) -> None:
    begun, keys = opened

    def puts_aside() -> None:
        keys.type(WORDS)
        begun._window.questions.put_aside()
        hand_over(keys, LI)

    with answering(puts_aside):
        assert asks(begun) is None
    until(lambda: works(begun, "li fang"))
    assert not begun._window.questions.is_open
    assert seen_in_the_question(begun, keys) == ""


def test_a_question_ends_before_a_backup_takes_the_place_of_the_office(opened: Opened) -> None:
    begun, keys = opened
    told: list[bool] = []

    def restored() -> None:
        keys.type(WORDS)
        desk_of(begun).context.changes.announce(RESTORED, by=None)

    with answering(restored):
        assert asks(begun) is None
        told.append(begun.desk is not None)
    until(lambda: isinstance(begun._window.body.currentWidget(), SignInPage))
    assert told == [True], "whoever asked still had the office to go on with"


def asks_and_needs_a_yes(begun: Opening) -> None:
    questions, actor = begun._window.questions, desk_of(begun).context.actor
    if questions.ask_text(TITLE, "Reason") is not None:
        questions.approve(Permission.WAIVE, "Waive 2.00", WORDS, {}, actor)


def answers_it(keys: KeyDriver) -> Callable[[], None]:
    def step() -> None:
        keys.type(WORDS)
        keys.press("Return")

    return step


def test_g3_who_leaves_a_second_persons_yes_by_esc_finds_the_words_again(opened: Opened) -> None:
    begun, keys = opened
    with answering(answers_it(keys), lambda: keys.press("Esc")):
        asks_and_needs_a_yes(begun)
    assert seen_in_the_question(begun, keys) == WORDS


def test_g3_who_hands_over_before_a_second_persons_yes_finds_the_words_again(opened: Opened) -> None:
    begun, keys = opened
    with answering(answers_it(keys), lambda: hand_over(keys, LI)):
        asks_and_needs_a_yes(begun)
    until(lambda: works(begun, "li fang"))
    assert seen_in_the_question(begun, keys) == ""
    hand_over(keys, WANG)
    until(lambda: works(begun, "Wang Min"))
    assert seen_in_the_question(begun, keys) == WORDS


def test_g3_what_was_refused_after_the_answer_stands_there_again_and_what_was_done_does_not(opened: Opened) -> None:
    begun, keys = opened
    messages = desk_of(begun).context.messages
    with answering(answers_it(keys)):
        asks(begun)
        messages.wrong("not today")
    QTest.qWait(20)
    assert seen_in_the_question(begun, keys) == WORDS
    with answering(lambda: keys.press("Return")):
        asks(begun)
        messages.done("it is void")
        messages.wrong("the paper is not printed")
    QTest.qWait(20)
    assert seen_in_the_question(begun, keys) == ""
