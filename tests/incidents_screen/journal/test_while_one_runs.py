"""The journal beside a running incident: it is one key away, what runs stands first, and Enter goes on with it."""

from __future__ import annotations

from app.incidents.running.asked import NewIncident, new_client_id
from tests.incidents_screen.journal.look_back import LookBack
from tests.office_builder import OfficeBuilder
from tests.page_fixtures import OpenTab
from ui.incidents.journal.journal_page import JournalPage


def test_i19_the_journal_is_one_key_away_while_something_runs(office: OfficeBuilder, desks: OpenTab) -> None:
    runs = office.office.incidents.start(office.supervisor, NewIncident(new_client_id(), "fire", "3 号楼"))
    desk: LookBack = desks(office)
    ways = list[tuple[str, object]]()
    desk.window.context.ways.taken.connect(lambda tab, what: ways.append((tab, what)))
    assert not isinstance(desk.page.currentWidget(), JournalPage)
    desk.press("Ctrl+Shift+J")
    assert desk.states()[0] == "runs"
    desk.press("F6")
    assert any("still runs" in words for words in desk.said)
    desk.press("Return")
    assert ways == [("incidents", runs)]


def test_esc_leads_back_to_what_runs(office: OfficeBuilder, desks: OpenTab) -> None:
    office.office.incidents.start(office.supervisor, NewIncident(new_client_id(), "fire", "3 号楼"))
    desk: LookBack = desks(office)
    desk.press("Ctrl+Shift+J", "Esc")
    assert not isinstance(desk.page.currentWidget(), JournalPage)
