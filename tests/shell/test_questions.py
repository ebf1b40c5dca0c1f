from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.access.actor import Actor, Approval
from app.access.people import People
from app.access.permissions import Permission, Role
from app.core.clock import SetClock
from app.core.ids import UserId
from app.store.store import Store
from tests.keys import KeyDriver
from ui.shell.actions import ActionRegistry
from ui.shell.common_questions import ApprovalPanel
from ui.shell.question_panel import QuestionPanel
from ui.shell.theme import Theme
from ui.shell.window_questions import WindowQuestions
from ui.widgets.form import Form
from ui.widgets.line_field import LineField
from ui.widgets.overlay import Overlay

CASHIER = Actor(UserId(2), "Li Fang", Role.CASHIER)


class Asking:
    def __init__(self, qtbot: QtBot) -> None:
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        self.window.resize(1000, 600)
        self.field = LineField("Search")
        self.window.setCentralWidget(self.field)
        self.actions = ActionRegistry(self.window)
        self.questions = WindowQuestions(self.window, self.actions)
        self.keys = KeyDriver(self.window)
        self.field.setFocus()
        self.answers: list[object] = []

    def when(self, ask: object) -> None:
        assert callable(ask)
        self.actions.add("ask", "Ask", "F8", lambda: self.answers.append(ask()))


@pytest.fixture
def asking(qtbot: QtBot, qapp: QApplication) -> Asking:
    Theme(qapp)
    return Asking(qtbot)


def test_g15_the_safe_answer_is_the_default(asking: Asking) -> None:
    asking.when(lambda: asking.questions.confirm("Void receipt 004127?", "240.00 of 3-2-502 goes back.", "Void it"))
    with asking.keys.when_asked("Return"):
        asking.keys.press("F8")
    with asking.keys.when_asked("Esc"):
        asking.keys.press("F8")
    with asking.keys.when_asked("Y"):
        asking.keys.press("F8")
    assert asking.answers == [False, False, True]


def test_enter_presses_the_button_that_tab_went_to(asking: Asking) -> None:
    asking.when(lambda: asking.questions.confirm("Void?", "240.00", "Void it"))
    with asking.keys.when_asked("Tab", "Return"):
        asking.keys.press("F8")
    assert asking.answers == [True]


def test_the_caret_and_the_text_are_as_before_when_the_question_is_gone(asking: Asking) -> None:
    asking.when(lambda: asking.questions.tell("Read this", "The month is locked."))
    asking.keys.type("3-2")
    with asking.keys.when_asked("Return"):
        asking.keys.press("F8")
    asking.keys.press("End")
    asking.keys.type("-501")
    assert asking.field.text() == "3-2-501"
    QApplication.sendPostedEvents()
    assert asking.window.findChild(Overlay) is None


def test_a_question_ends_calmly_though_the_field_before_it_is_gone_meanwhile(asking: Asking) -> None:
    def ask() -> None:
        QTimer.singleShot(0, lambda: delete(asking.field))
        asking.questions.tell("The next step", "What stood behind the question is another step now.")

    asking.when(ask)
    with asking.keys.when_asked("Return"):
        asking.keys.press("F8")
    assert asking.answers == [None]


def test_tab_stays_inside_the_question(asking: Asking) -> None:
    asking.when(lambda: asking.questions.ask_text("Reason", "Why"))
    with asking.keys.when_asked("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Esc"):
        asking.keys.press("F8")
    assert asking.answers == [None]
    assert asking.field.hasFocus()


def test_a_line_of_text_is_asked_for_and_an_empty_one_is_not_taken(asking: Asking) -> None:
    asking.when(lambda: asking.questions.ask_text("Reason", "Why", "wrong room", suggestions=("typed twice",)))
    with asking.keys.when_asked("Backspace", "Return", "Alt+1"):
        asking.keys.press("F8")
    with asking.keys.when_asked("Return"):
        asking.keys.press("F8")
    assert asking.answers == ["typed twice", "wrong room"]


@pytest.fixture
def people(store: Store, clock: SetClock) -> People:
    office = People(store, clock)
    supervisor = office.add_first("wang", "correct horse")
    office.add(supervisor, "Li", "battery staple", Role.CASHIER)
    return office


def test_a_supervisor_approves_on_the_cashiers_screen(asking: Asking, people: People) -> None:
    asking.questions.people = people
    asking.when(
        lambda: asking.questions.approve(
            Permission.WAIVE, "Waive 20.20 late fee of 3-2-501", "old tenant", {"amount": 2020}, CASHIER
        )
    )
    typed = [*"wang", "Tab", *"correct"]
    with asking.keys.when_asked(*typed, "Return", "Esc"):
        asking.keys.press("F8")
    assert asking.answers == [None]
    right = [*"wang", "Return", *"correct", "Space", *"horse", "Return"]
    with asking.keys.when_asked(*right):
        asking.keys.press("F8")
    approval = asking.answers[1]
    assert isinstance(approval, Approval)
    assert (approval.permission, approval.approver) == (Permission.WAIVE, "wang")


@pytest.mark.parametrize("password", ["demo-estate", ""])
def test_an_approval_says_the_password_of_the_demo_estate_and_no_other(
    asking: Asking, people: People, password: str
) -> None:
    asking.questions.people, asking.questions.demo_password = people, lambda: password
    asking.when(lambda: asking.questions.approve(Permission.WAIVE, "Waive 20.20", "old tenant", {}, CASHIER))
    said: list[str] = []

    def read() -> None:
        panel = asking.window.findChild(ApprovalPanel)
        assert isinstance(panel, ApprovalPanel)
        said.extend(words.text() for words in panel.findChildren(QLabel))

    asking.actions.add("read", "Read", "F7", read, everywhere=True)
    with asking.keys.when_asked("F7", "Esc"):
        asking.keys.press("F8")
    assert any("demo estate" in words for words in said) is bool(password)


def test_who_is_backed_out_of_everything_meets_no_next_question_either(asking: Asking) -> None:
    """A step that asks again until it has an answer, or until nobody is there to answer."""

    def until_answered() -> str:
        for tried in range(3):
            if asking.questions.ask_text("Reason", "Why") is not None:
                return f"answered at {tried}"
        return "nobody is there"

    asking.when(until_answered)
    asking.actions.add("close", "Close", "F7", asking.questions.give_up_all, everywhere=True)
    with asking.keys.when_asked("F7"):
        asking.keys.press("F8")
    assert asking.answers == ["nobody is there"]
    with asking.keys.when_asked("A", "Return"):
        asking.keys.press("F8")
    assert asking.answers[1:] == ["answered at 0"]


def test_closing_the_window_backs_out_of_the_question(asking: Asking) -> None:
    asking.when(lambda: asking.questions.ask_text("Reason", "Why"))
    asking.actions.add("close", "Close", "F7", asking.questions.give_up_all, everywhere=True)
    with asking.keys.when_asked("F7"):
        asking.keys.press("F8")
    assert asking.answers == [None]


class LongPanel(QuestionPanel[bool]):
    """Far more fields than the window is high."""

    def __init__(self) -> None:
        super().__init__("Many things")
        self.fields = [LineField(f"Thing {number}") for number in range(24)]
        form = Form()
        for field in self.fields:
            form.add(field.accessibleName(), field)
        self.body.addWidget(form)
        self.setFocusProxy(self.fields[0])


def test_a5_where_the_window_is_too_low_what_is_asked_scrolls_and_follows_the_caret(asking: Asking) -> None:
    panel = LongPanel()
    asking.when(lambda: asking.questions.ask(panel))
    seen: list[tuple[bool, bool]] = []

    def look() -> None:
        last = panel.fields[-1]
        squeezed = any(field.height() < field.sizeHint().height() for field in panel.fields)
        seen.append((squeezed, last.visibleRegion().boundingRect() == last.rect()))

    asking.actions.add("look", "Look", "F7", look, everywhere=True)
    with asking.keys.when_asked("F7", *["Tab"] * 23, "F7", "Esc"):
        asking.keys.press("F8")
    assert seen == [(False, False), (False, True)]
