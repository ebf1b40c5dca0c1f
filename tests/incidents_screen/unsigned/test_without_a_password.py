"""I1, G14: at the sign-in, behind the lock and where the database cannot be opened the same key starts an incident."""

from __future__ import annotations

from datetime import timedelta

from app.core.clock import SetClock
from app.incidents.running.asked import NewIncident
from app.incidents.running.entry import EntryKind
from app.incidents.running.watched_clock import WatchedClock
from app.incidents.unsigned.files import log_file
from app.incidents.unsigned.unsigned_incidents import UnsignedIncidents
from tests.incidents_screen.real_window import EVENING, Open, RealWindow
from tests.incidents_screen.unsigned.front import Front, unlocks_after, works_unsigned
from tests.office_builder import OfficeBuilder
from ui.incidents.unsigned.unsigned_panel import UnsignedPanel
from ui.shell.damage.damaged_page import DamagedPage
from ui.shell.live_chip import LiveChip
from ui.shell.lock_panel import LockPanel
from ui.shell.sign_in import SignInPage

RESIDENTS = ("李梅", "张建国", "张静光")


def test_i1_before_sign_in_a_step_is_ticked_and_joins_the_log_at_sign_in(front: Front) -> None:
    assert isinstance(front.window.body.currentWidget(), SignInPage)
    front.works(*"d2", "Return", "7", "Return")
    assert log_file(front.folder).read_text(encoding="utf-8").count("\n") == 2
    assert front.window.top_bar.live.lines
    front.signs_in()
    assert front.opening.desk is not None
    assert front.opening.desk.pages.shown == "incidents"
    office = front.opening.desk.context.office
    (line,) = office.running_incidents()
    entries = office.incidents.view(line.id).entries
    assert [entry.kind for entry in entries[:2]] == [EntryKind.STARTED, EntryKind.TICKED]
    assert entries[1].by == ""
    assert entries[1].facts["unsigned"]
    assert not log_file(front.folder).exists() or log_file(front.folder).stat().st_size == 0


def test_i1_no_resident_is_seen_before_sign_in(front: Front) -> None:
    seen = front.works()
    assert "96333" in seen
    assert not [text for text in seen if any(name in text for name in RESIDENTS)]


def test_i1_a_free_line_and_an_undo_are_kept_too(front: Front) -> None:
    front.works(*"d2", "Return", "7", "Return", "Esc", "Alt+U", "Alt+T", *"back", "Return")
    front.signs_in()
    assert front.opening.desk is not None
    office = front.opening.desk.context.office
    kinds = [entry.kind for entry in office.incidents.view(office.running_incidents()[0].id).entries]
    assert EntryKind.UNDONE in kinds
    assert EntryKind.WRITTEN in kinds


def test_i1_a_damaged_file_keeps_nobody_from_starting(damaged: Front) -> None:
    assert isinstance(damaged.window.body.currentWidget(), DamagedPage)
    damaged.works(*"d2", "Return", "7", "Return")
    assert log_file(damaged.folder).read_text(encoding="utf-8").count("\n") == 2


def test_i20_a_clock_set_before_sign_in_stands_in_the_log_before_the_next_line(front: Front) -> None:
    clock = front.opening._clock
    assert isinstance(clock, SetClock)

    def at_work(panel: UnsignedPanel) -> None:
        panel._unsigned._watched = WatchedClock(clock, clock.ran)
        front.keys.press("Alt+T", *"one", "Return")
        clock.set(EVENING - timedelta(hours=2))
        front.keys.press(*"two", "Return")

    works_unsigned(front.window, front.keys, ("1", "3", "Return"), at_work)
    front.signs_in()
    assert front.opening.desk is not None
    office = front.opening.desk.context.office
    log = office.incidents.view(office.running_incidents()[0].id).entries
    wanted = [EntryKind.STARTED, EntryKind.WRITTEN, EntryKind.CLOCK_MOVED, EntryKind.WRITTEN, EntryKind.JOINED]
    assert [entry.kind for entry in log] == wanted
    assert log[2].facts["to"].startswith(f"{EVENING - timedelta(hours=2):%Y-%m-%dT%H:%M}")


def test_g14_behind_the_lock_the_clock_is_seen_and_a_step_is_ticked(open_window: object) -> None:
    assert callable(open_window)
    real: RealWindow = open_window()
    with real.keys.when_asked("1", "3", "Return"):
        real.keys.press("Ctrl+E")
    seen: list[str] = []

    def at_work(_panel: UnsignedPanel) -> None:
        real.keys.press(*"d2", "Return", "7", "Return")

    def at_lock(lock: LockPanel) -> None:
        seen.extend(chip.clock_shown() for chip in lock.findChildren(LiveChip))
        works_unsigned(real.window, real.keys, ("Return",), at_work)

    unlocks_after(real, at_lock)
    assert seen == ["00:00:00"]
    kinds = [(entry.kind, entry.by) for entry in real.view().entries]
    assert (EntryKind.TICKED, "") in kinds
    assert real.desk.pages.shown == "incidents"


def test_i20_after_a_power_cut_the_gap_ends_with_the_first_tick_before_sign_in(
    open_window: Open, office: OfficeBuilder
) -> None:
    night = office.clock.now()
    number = office.office.incidents.start(office.cashier, NewIncident("stuck", "lift-entrapment", "3 栋"))
    office.clock.advance(minutes=10)
    UnsignedIncidents(office.office.store.folder, office.clock).tick(number, "calm")
    office.clock.advance(minutes=5)
    open_window()
    log = office.office.incidents.log(number)
    (gap,) = (entry for entry in log if entry.kind is EntryKind.GAP)
    off = (night.isoformat(), (night + timedelta(minutes=10)).isoformat())
    assert (gap.facts["from"], gap.facts["until"]) == off
    assert gap.happened_at == night + timedelta(minutes=10)
    assert [entry.kind for entry in log][-2:] == [EntryKind.TICKED, EntryKind.JOINED]


def test_g14_a_password_typed_on_the_step_behind_the_lock_is_no_keys_and_no_words(open_window: Open) -> None:
    real = open_window()
    with real.keys.when_asked("1", "3", "Return"):
        real.keys.press("Ctrl+E")
    said: list[str] = []

    def at_work(panel: UnsignedPanel) -> None:
        real.keys.press("Esc")  # out of the field, and no further
        for typed in ("d2 knt cul8r", "d2 knt cul8r"):
            real.keys.type(typed)
            real.keys.press("Return")
            said.append(panel.main.current.foot.text())
            panel.main.current.face.setFocus()
        real.keys.press("Esc")

    def at_lock(lock: LockPanel) -> None:
        works_unsigned(real.window, real.keys, ("Return",), at_work)
        assert lock.isVisible()

    before = len(real.view().entries)
    unlocks_after(real, at_lock)
    assert len(real.view().entries) == before
    assert all("To unlock press Esc" in words for words in said)
    assert not real.window.questions.is_open


def test_g14_after_letters_on_the_step_the_second_enter_ticks(open_window: Open) -> None:
    real = open_window()
    with real.keys.when_asked("2", "3", "Return"):
        real.keys.press("Ctrl+E")
    ticks: list[int] = []

    def at_work(panel: UnsignedPanel) -> None:
        def ticked() -> int:
            assert panel.main.view is not None
            return sum(entry.kind is EntryKind.TICKED for entry in panel.main.view.entries)

        while panel.main.current.has_fields:
            real.keys.press("Down")
        panel.main.focus_step()
        real.keys.type("n")
        for _ in range(2):
            real.keys.press("Return")
            ticks.append(ticked())

    unlocks_after(real, lambda _lock: works_unsigned(real.window, real.keys, ("Return",), at_work))
    assert ticks == [0, 1]
