"""What has to be said in words on a step: a note, what was done differently, why something does not apply."""

from __future__ import annotations

from app.incidents.running.entry import EntryKind
from app.incidents.running.progress import StepState
from tests.incidents_screen.running.night_desk import NightDesk


def test_i11_n_notes_on_the_step_and_stays_on_it(panels: NightDesk) -> None:
    panels.press("Esc")
    with panels.keys.when_asked("A", "Return", "Return"):
        panels.keys.press("N")
    panels.wait()
    assert panels.last().kind is EntryKind.NOTED
    assert panels.last().step == "call-maintainer"
    assert panels.main.chosen == "call-maintainer"


def test_i11_d_wants_words_and_settles_the_step(panels: NightDesk) -> None:
    with panels.keys.when_asked("Return", "A", "Return", "Return"):
        panels.keys.press("Alt+D")
    panels.wait()
    done = panels.step("call-maintainer")
    assert done.state is StepState.DEVIATED
    assert done.words == "a"
    assert panels.main.chosen == "latest"


def test_i11_k_takes_a_reason_from_the_list_by_one_key(panels: NightDesk) -> None:
    with panels.keys.when_asked("Alt+1"):
        panels.keys.press("Alt+K")
    panels.wait()
    left = panels.step("call-maintainer")
    assert left.state is StepState.NOT_APPLICABLE
    assert left.words
    assert left.words in panels.row("call-maintainer").accessibleName()


def test_giving_up_the_words_writes_nothing_and_gives_the_step_back(panels: NightDesk) -> None:
    before = len(panels.log())
    with panels.keys.when_asked("Esc"):
        panels.keys.press("Alt+D")
    panels.wait()
    assert len(panels.log()) == before
    assert panels.main.chosen == "call-maintainer"


def test_a_step_that_was_done_earlier_is_ticked_with_its_time(panels: NightDesk) -> None:
    panels.press("1", "Return")
    panels.type("liu")
    with panels.keys.when_asked("-", "5", "Return"):
        panels.keys.press("Alt+B")
    panels.wait()
    done = panels.step("call-maintainer")
    assert done.state is StepState.DONE
    assert done.settled_at is not None
    assert f"{done.settled_at:%H:%M}" == "19:48"


def test_a_line_that_is_written_beside_leaves_the_step_alone(desk: NightDesk) -> None:
    desk.main.choose("guard")
    desk.press("Alt+T")
    desk.type("fire brigade in")
    desk.press("Return")
    assert desk.last().kind is EntryKind.WRITTEN
    assert desk.main.chosen == "guard"


def test_i16_a_call_that_is_marked_stands_in_the_log_with_its_step(desk: NightDesk) -> None:
    desk.press("Alt+C", "1")
    called = [entry for entry in desk.log() if entry.kind is EntryKind.CALLED]
    assert [entry.step for entry in called] == ["call-maintainer"]
    assert desk.main.chosen == "call-maintainer"
