"""A password that somebody else set lets nobody work: an own one is chosen first, wherever the person came in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.access.actor import Actor
from app.access.permissions import Role
from app.core.clock import SetClock
from app.office import Office
from app.store.folder import DataFolder
from tests.keys import KeyDriver
from tests.shell.conftest import MakeWindow
from ui.shell.opening import Opening
from ui.shell.sign_in import SignInPage
from ui.widgets.overlay import Overlay

CHOOSE, LOCK = "Choose your password", "Locked"
_PATIENCE = 500  # hundredths of a second
GIVEN, OWN, BOSS = "told by phone", "quiet harbour", "correct horse"


def as_keys(text: str) -> list[str]:
    return ["Space" if one == " " else one for one in text]


CHOSEN = [*as_keys(OWN), "Return", *as_keys(OWN), "Return"]


@dataclass
class Door:
    """The window at the sign-in, and what is seen of it."""

    opening: Opening
    office: Office
    boss: Actor
    keys: KeyDriver

    def begin(self) -> None:
        self.opening.begin()
        QApplication.processEvents()

    def signs_in(self, name: str, password: str) -> None:
        page = self.opening._window.body.currentWidget()
        assert isinstance(page, SignInPage)
        if page._name.text():
            self.keys.press("Shift+Tab", "Ctrl+A")
        self.keys.press(*as_keys(name), "Tab", *as_keys(password), "Return")
        QTest.qWait(20)

    def reset(self, password: str) -> None:
        """A supervisor sets another one, meanwhile."""
        self.office.staff.reset_password(self.boss, self.office.people.named("li fang").id, password)

    @property
    def overlays(self) -> list[Overlay]:
        return self.opening._window.findChildren(Overlay)

    @property
    def must_choose(self) -> bool:
        return self.office.people.must_choose_password(self.office.people.named("li fang"))

    @property
    def at_work(self) -> str:
        return "" if self.opening.desk is None else self.opening.desk.context.actor.name


@pytest.fixture
def door(
    make_window: MakeWindow,
    office: Office,
    actor: Actor,
    folder: DataFolder,
    clock: SetClock,
    two_tabs: None,
) -> Door:
    li = office.people.add(actor, "li fang", "battery staple", Role.CASHIER)
    office.staff.reset_password(actor, li.id, GIVEN)
    office.people.add(actor, "he jing", BOSS, Role.CASHIER)
    window = make_window()
    return Door(Opening(window, folder.path, clock), office, actor, KeyDriver(window, clock))


@contextmanager
def answering(door: Door, *answers: tuple[str, Sequence[str]]) -> Iterator[list[str]]:
    """What is pressed at each question that comes up, and what each said when it was left."""
    left, said, patience = list(answers), list[str](), iter(range(_PATIENCE))
    over = False

    def answer() -> None:
        if over:
            return
        if next(patience, None) is None:
            door.opening._window.questions.give_up_all()
            return
        QTimer.singleShot(10, answer)  # first: a key may bring up the next question
        shown = [one.panel for one in door.overlays if one.isVisible()]
        if shown and left and shown[-1].accessibleName() == left[0][0]:
            _, (*chords, last) = left.pop(0)
            door.keys.press(*chords)
            said.append(" ".join(label.text() for label in shown[-1].findChildren(QLabel)))
            door.keys.press(last)

    answer()
    yield said
    QTest.qWait(60)
    over = True
    assert left == []


def test_who_signs_in_with_a_given_password_chooses_an_own_one_before_any_work(door: Door) -> None:
    door.begin()
    with answering(door, (CHOOSE, CHOSEN)):
        door.signs_in("li fang", GIVEN)
    assert door.at_work == "li fang"
    assert not door.must_choose
    assert door.office.people.sign_in("li fang", OWN).name == "li fang"


def test_esc_leads_back_to_the_sign_in_and_the_given_one_is_asked_about_again(door: Door) -> None:
    door.begin()
    for _ in range(2):
        with answering(door, (CHOOSE, ["Esc"])):
            door.signs_in("li fang", GIVEN)
        assert isinstance(door.opening._window.body.currentWidget(), SignInPage)
        assert door.at_work == ""
    assert door.must_choose


@pytest.mark.parametrize("around", ["F2", "Ctrl+2", "Ctrl+Shift+P", "Ctrl+,", "F9", "Return"])
def test_no_key_leads_around_the_choice(door: Door, around: str) -> None:
    door.begin()
    with answering(door, (CHOOSE, [around, around, "Esc"])):
        door.signs_in("li fang", GIVEN)
    assert isinstance(door.opening._window.body.currentWidget(), SignInPage)
    assert door.must_choose


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("short", "short", "at least 6 characters"),
        (GIVEN, GIVEN, "used until now"),
        (OWN, "quiet harbor", "The two passwords differ"),
    ],
)
def test_a_choice_that_is_none_is_told_beside_the_field(door: Door, first: str, second: str, words: str) -> None:
    door.begin()
    with answering(door, (CHOOSE, [*as_keys(first), "Return", *as_keys(second), "Return", "Esc"])) as said:
        door.signs_in("li fang", GIVEN)
    assert words in said[0]
    assert door.must_choose


def test_a_password_reset_while_the_screen_was_locked_is_replaced_at_the_lock(door: Door) -> None:
    door.begin()
    with answering(door, (CHOOSE, CHOSEN)):
        door.signs_in("li fang", GIVEN)
    door.reset("told once more")
    again = as_keys("still waters")
    with answering(
        door, (LOCK, [*as_keys("told once more"), "Return"]), (CHOOSE, [*again, "Return", *again, "Return"])
    ):
        door.keys.press("Ctrl+L")
    assert door.at_work == "li fang"
    assert door.office.people.sign_in("li fang", "still waters").name == "li fang"


def test_esc_at_the_lock_leads_back_to_the_sign_in(door: Door) -> None:
    door.begin()
    with answering(door, (CHOOSE, CHOSEN)):
        door.signs_in("li fang", GIVEN)
    door.reset("told once more")
    with answering(door, (LOCK, [*as_keys("told once more"), "Return"]), (CHOOSE, ["Esc"])):
        door.keys.press("Ctrl+L")
    assert isinstance(door.opening._window.body.currentWidget(), SignInPage)
    assert door.must_choose


def test_a_name_corrected_meanwhile_unlocks_the_screen(door: Door) -> None:
    door.begin()
    with answering(door, (CHOOSE, CHOSEN)):
        door.signs_in("li fang", GIVEN)
    li = door.office.people.named("li fang")
    door.office.staff.rename(door.boss, li.id, "li fan")
    with answering(door, (LOCK, [*as_keys(OWN), "Return"])) as said:
        door.keys.press("Ctrl+L")
    assert "li fan is at work here" in said[0]
    assert door.at_work == "li fang"  # until the next sign-in


def test_somebody_takes_the_window_over_while_an_own_password_is_still_to_be_chosen(door: Door) -> None:
    door.begin()
    other = ["Shift+Tab", "Ctrl+A", *as_keys("he jing"), "Tab", *as_keys(BOSS), "Return"]
    with answering(door, (CHOOSE, ["Ctrl+L"]), (LOCK, other)):
        door.signs_in("li fang", GIVEN)
    QTest.qWait(50)
    assert door.at_work == "he jing"
    assert door.must_choose
