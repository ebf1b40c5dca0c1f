"""With the focus on the step itself the letters stand alone; the keys at the foot lead on."""

from app.incidents.running.entry import EntryKind
from tests.incidents_screen.night_desk import NightDesk


def on_the_step(desk: NightDesk) -> None:
    """The caret leaves the fields of the step."""
    desk.press("Alt+T", "Escape")
    desk.page.main.current.face.setFocus()


def test_c_and_a_digit_log_a_call(desk: NightDesk) -> None:
    on_the_step(desk)
    desk.press("C", "1")
    assert len(desk.lines(EntryKind.CALLED)) == 1
    assert desk.page.main.current.face.hasFocus()


def test_t_starts_typing_at_once(desk: NightDesk) -> None:
    on_the_step(desk)
    desk.press("T")
    desk.keys.type("two people")
    desk.press("Return")
    assert [line.text for line in desk.lines(EntryKind.WRITTEN)] == ["two people"]


def test_b_ticks_with_an_earlier_time(desk: NightDesk) -> None:
    plain = next(one.step.id for one in desk.view().progress.steps if not (one.step.asks or one.state.is_settled))
    desk.page.main.choose(plain)
    on_the_step(desk)
    with desk.keys.when_asked(*"19:50", "Return"):
        desk.keys.press("B")
    line = desk.lines(EntryKind.TICKED)[-1]
    assert (line.step, f"{line.happened_at:%H:%M}", f"{line.at:%H:%M}") == (plain, "19:50", "19:53")


def test_i11_a_note_that_esc_closed_stands_there_again(desk: NightDesk) -> None:
    with desk.keys.when_asked(*"door is bent", "Escape"):
        desk.keys.press("Alt+N")
    with desk.keys.when_asked("Return"):
        desk.keys.press("Alt+N")
    assert [line.text for line in desk.lines(EntryKind.NOTED)] == ["door is bent"]


def test_i11_a_step_is_left_out_by_one_key_for_its_reason(desk: NightDesk) -> None:
    with desk.keys.when_asked("Alt+1"):
        desk.keys.press("Alt+K")
    assert desk.lines(EntryKind.NOT_APPLICABLE)[-1].text == "There is nothing of the kind here"


def test_i11_a_deviation_needs_words(desk: NightDesk) -> None:
    with desk.keys.when_asked("Return", "Escape"):
        desk.keys.press("Alt+D")
    assert desk.lines(EntryKind.DEVIATED) == []


def test_alt_a_leads_to_the_notices_with_this_incident(desk: NightDesk) -> None:
    led: list[tuple[str, object]] = []
    desk.page.context.ways.taken.connect(lambda tab, what: led.append((tab, what)))
    desk.press("Alt+A")
    assert led == [("notices", 1)]


def test_i21_ctrl_p_offers_the_list_as_filled_so_far_or_blank(desk: NightDesk) -> None:
    with desk.keys.when_asked("Escape"):
        desk.keys.press("Ctrl+P")
    assert desk.keys.asked == ["Print the list"]
