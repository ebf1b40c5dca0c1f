"""G12: the window that goes over an open question keeps what is typed, and the next one says so; a secret is nowhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NoReturn

import pytest
from PySide6.QtTest import QTest

from app.access.actor import Actor
from app.core.clock import SetClock
from app.office import Office
from app.store.faults import DiskFailed
from tests.counter_screen.answering import answering
from tests.keys import KeyDriver, stop_typing
from tests.shell.conftest import TWO_TABS, MakeWindow, Work
from ui.admin.people.person_panels import SetPasswordPanel
from ui.incidents.asked.words_panel import WordsPanel
from ui.shell.desk import Desk
from ui.shell.left_questions import DRAFT
from ui.shell.question_panel import QuestionPanel
from ui.widgets.form import Form
from ui.widgets.line_field import LineField
from ui.widgets.moment_field import MomentField
from ui.widgets.text_area import TextArea

TITLE, WORDS = "Why is receipt 12 void?", "written for the wrong room"


class NewVersion(QuestionPanel[bool]):
    """A question as a later version of the program asks it: with another field."""

    def __init__(self) -> None:
        super().__init__(TITLE)
        self.note, self.other = TextArea("Note"), LineField("Other")
        form = Form()
        form.add("Note", self.note)
        form.add("Other", self.other)
        self.body.addWidget(form)
        self.setFocusProxy(self.note)


def asked(work: Work, *steps: Callable[[], None]) -> None:
    with answering(*steps):
        work.window.questions.ask_text(TITLE, "Reason")


def again(make_window: MakeWindow, office: Office, actor: Actor, clock: SetClock) -> Work:
    window = make_window()
    window.show()
    return Work(window, Desk(window, office, actor, clock, TWO_TABS), KeyDriver(window, clock))


def test_the_window_is_closed_over_a_question_and_the_next_one_says_what_is_not_finished(
    work: Work, make_window: MakeWindow, office: Office, actor: Actor, clock: SetClock
) -> None:
    def closes() -> None:
        work.keys.type(WORDS)
        work.window.close()

    asked(work, closes)
    first = again(make_window, office, actor, clock)
    QTest.qWait(50)
    assert TITLE in first.window.status.message
    second = again(make_window, office, actor, clock)
    QTest.qWait(50)
    assert TITLE not in second.window.status.message
    seen: list[str] = []

    def looks() -> None:
        focused = second.focused()
        assert isinstance(focused, LineField)
        seen.append(focused.text())
        second.keys.press("Return")

    asked(second, looks)
    QTest.qWait(20)
    assert seen == [WORDS]
    assert office.drafts.find(actor, DRAFT) is None


def test_nothing_is_said_of_what_esc_left(
    work: Work, make_window: MakeWindow, office: Office, actor: Actor, clock: SetClock
) -> None:
    def leaves() -> None:
        work.keys.type(WORDS)
        work.keys.press("Esc")

    asked(work, leaves)
    assert office.drafts.find(actor, DRAFT) is not None
    second = again(make_window, office, actor, clock)
    QTest.qWait(50)
    assert TITLE not in second.window.status.message


def test_a_password_that_is_seen_as_it_is_typed_is_kept_nowhere(work: Work, office: Office, actor: Actor) -> None:
    found: list[object] = []

    def types() -> None:
        work.keys.type("smooth-river")
        stop_typing()
        found.append(office.drafts.find(actor, DRAFT))
        work.keys.press("Esc")
        found.append(office.drafts.find(actor, DRAFT))

    with answering(types):
        work.window.questions.ask(SetPasswordPanel("New password for 李勇", lambda _password: None))
    assert found == [None, None]


def test_nothing_is_written_into_a_backup_that_is_looked_at(work: Work, office: Office, actor: Actor) -> None:
    said: list[str] = []
    work.desk.context.messages.said.connect(lambda words, _weight: said.append(words))
    office.store.is_looked_at = True

    def types() -> None:
        work.keys.type(WORDS)
        stop_typing()
        work.keys.press("Esc")

    asked(work, types)
    office.store.is_looked_at = False
    assert office.drafts.find(actor, DRAFT) is None
    assert said == []


def test_what_another_version_of_the_question_left_hinders_nobody(work: Work, office: Office, actor: Actor) -> None:
    at = work.desk.context.clock.now().isoformat()
    left = [[NewVersion().kept_as, TITLE, {"Note": "a b", "Gone": "x"}, at, True], ["half a row"]]
    contents: tuple[dict[str, object], ...] = ({"left": left[:1]}, {"left": left}, {"asked": []}, {})
    for content in contents:
        office.drafts.save(actor, DRAFT, content)
        with answering(lambda: work.keys.press("Esc")):
            assert work.window.questions.ask(NewVersion()) is None


def test_two_questions_about_the_same_number_that_two_rooms_call_alike_keep_each_their_own(work: Work) -> None:
    notes: list[str] = []

    def of(room: str) -> NewVersion:
        return type("CorrectPanel", (NewVersion,), {"__module__": room})().concerning(5)  # type: ignore[no-any-return]

    def leaves() -> None:
        work.keys.type(WORDS)
        work.keys.press("Esc")

    def looks() -> None:
        note = work.focused()
        assert isinstance(note, TextArea)
        notes.append(note.text())
        work.keys.press("Esc")

    for room, step in (("meters", leaves), ("privacy", looks), ("meters", looks)):
        with answering(step):
            work.window.questions.ask(of(room))
    assert notes == ["", WORDS]


def test_twenty_minutes_ago_is_the_same_moment_when_the_question_comes_up_again_later(
    work: Work, clock: SetClock
) -> None:
    moments: list[datetime | None] = []

    def when() -> MomentField:
        (field,) = work.window.findChildren(MomentField)
        return field

    def leaves() -> None:
        work.keys.type(WORDS)
        work.keys.press("Tab")
        work.keys.type("-20")
        moments.append(when().value())
        work.keys.press("Esc")

    def looks() -> None:
        moments.append(when().value())
        work.keys.press("Esc")

    for step in (leaves, looks):
        with answering(step):
            work.window.questions.ask(WordsPanel(work.desk.context, "Note", "", "Words", lambda _words, _at: ""))
        clock.advance(minutes=30)
    assert moments == [clock.now().replace(second=0, microsecond=0) - timedelta(minutes=80)] * 2


def test_what_was_typed_of_a_person_who_is_forgotten_does_not_come_back(
    work: Work, office: Office, actor: Actor
) -> None:
    """The words were taken out of the draft from outside, as whoever forgets a person does; nobody writes them again."""

    def leaves() -> None:
        work.keys.type(WORDS)
        work.keys.press("Esc")

    asked(work, leaves)
    office.drafts.drop(actor, DRAFT)
    seen: list[str] = []

    def looks() -> None:
        focused = work.focused()
        assert isinstance(focused, LineField)
        seen.append(focused.text())
        work.keys.press("Esc")

    asked(work, looks)
    assert seen == [""]
    assert office.drafts.find(actor, DRAFT) is None


def test_a_disk_that_fails_just_now_keeps_no_question_away_and_takes_nothing_of_what_was_left(
    work: Work, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def fails(*_: object) -> NoReturn:
        raise DiskFailed("gone")

    def leaves() -> None:
        work.keys.type(WORDS)
        work.keys.press("Esc")

    def looks() -> None:
        field = work.focused()
        assert isinstance(field, LineField)
        seen.append(field.text())
        work.keys.press("Esc")

    asked(work, leaves)
    work.window.questions.keep_for(work.desk.context)  # as after the next start
    with monkeypatch.context() as broken:
        broken.setattr(office.drafts, "find", fails)
        with work.keys.when_asked(*"correct", "Space", *"horse", "Return"):
            work.keys.press("Ctrl+L")

        def mends() -> None:
            broken.undo()
            leaves()

        with answering(mends):
            work.window.questions.ask_text("Another", "Reason")
    asked(work, looks)
    assert seen == [WORDS]
