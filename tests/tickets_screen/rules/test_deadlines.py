"""Deadlines, hours and holidays are changed by keys, after a look at the open tickets that would change."""

from __future__ import annotations

import json
from pathlib import Path

from app.core.workdays import HolidayYear
from app.tickets.deadlines.edits import ChainEdit
from app.tickets.deadlines.rule import CalendarName, clock_rule
from app.tickets.kinds import ClockName, ServiceClass, TicketKind
from tests.tickets_screen.rules.desk import Desk
from ui.tickets.rules.chain_panel import ChainPanel
from ui.tickets.rules.hours_panel import HoursPanel
from ui.tickets.rules.page import Part
from ui.tickets.rules.settling import ChangesPanel
from ui.tickets.rules.year_panel import YearPanel


def _limits(desk: Desk, kind: TicketKind = TicketKind.REPAIR) -> list[str]:
    chains = desk.office.office.deadlines.chains()
    return [str(rule.limit) for one in chains if one.key == (kind, ServiceClass.NORMAL) for rule in one.chain]


def test_t16_a_shorter_close_shows_the_open_tickets_first_and_they_follow(panels: Desk) -> None:
    panels.goes_to(Part.CHAINS)
    before = panels.office.office.deadlines.clocks([2])[2][1].reckoned.due_at
    seen: list[str] = []

    def follow(panel: ChangesPanel) -> None:
        assert isinstance(panel, ChangesPanel)
        seen.extend([panel.title, *(one.number for one in panel.table.rows_model.rows)])
        assert _limits(panels) == ["30min", "7wd"]  # nothing is saved yet
        panels.keys.press("F9")

    steps = panels.keys_in("Return", "Return", "Return", "=3wd", "F9")
    panels.asks("Return", steps, follow)
    assert seen[0] == "2 open tickets change"
    assert len(seen) == 3
    assert _limits(panels) == ["30min", "3wd"]
    assert panels.office.office.deadlines.clocks([2])[2][1].reckoned.due_at < before
    assert "this office" in panels.cells("Set by")
    assert panels.said[-1].startswith("Saved. ")


def test_t16_open_tickets_may_keep_what_was_promised(panels: Desk) -> None:
    panels.goes_to(Part.CHAINS)
    before = panels.office.office.deadlines.clocks([2])[2][1].reckoned.due_at
    panels.asks("Return", panels.keys_in("=2h", "Return", "Return", "Return", "=3wd", "F9"), panels.keys_in("F8"))
    assert panels.office.office.deadlines.clocks([2])[2][1].reckoned.due_at == before
    assert panels.said[-1] == "Saved. Open tickets keep what was promised."


def test_backing_out_of_the_look_leaves_the_form_as_it_was_typed(panels: Desk) -> None:
    panels.goes_to(Part.CHAINS)
    kept: list[str] = []

    def change(panel: ChainPanel) -> None:
        panels.keys_in("Return", "Return", "Return", "=3wd", "F9")(panel)
        kept.append(panel.promises[ClockName.CLOSE].limit.text())
        panels.keys.press("Esc")

    panels.asks("Return", change, panels.keys_in("Esc"))
    assert kept == ["3wd"]
    assert _limits(panels) == ["30min", "7wd"]


def test_what_cannot_be_promised_is_said_beside_its_field_and_stays(panels: Desk) -> None:
    panels.goes_to(Part.CHAINS)
    said: list[str] = []

    def change(panel: ChainPanel) -> None:
        close = panel.promises[ClockName.CLOSE]
        panels.keys_in("Return", "Return", "Return", "=soon", "F9")(panel)
        said.append(close.limit.problem)
        assert close.limit.text() == "soon"
        assert close.limit.hasFocus()
        panels.keys_in("=", "F9")(panel)
        said.append(close.limit.problem)
        panels.keys_in("=7wd", "Tab", "Home", "F9")(panel)
        said.append(close.limit.problem)
        panels.keys.press("F7", "Esc")

    panels.asks("Return", change)
    assert said[0].startswith("“soon” is no limit")
    assert said[1].startswith("Every ticket needs a time by which it ends")
    assert said[2].startswith("7wd counts workdays")
    assert _limits(panels) == ["30min", "7wd"]


def test_a_limit_in_workdays_takes_the_calendar_of_workdays_by_itself(panels: Desk) -> None:
    panels.goes_to(Part.CHAINS)
    chosen: list[object] = []

    def change(panel: ChainPanel) -> None:
        panels.keys_in("Return", "=2wd")(panel)
        chosen.append(panel.promises[ClockName.CONTACT].calendar.value())
        panels.keys.press("Esc")

    panels.asks("Return", change)
    assert chosen == [CalendarName.WORKDAYS]


def test_tickets_that_moved_meanwhile_are_shown_again(panels: Desk) -> None:
    panels.goes_to(Part.CHAINS)
    office, said = panels.office.office, list[str]()
    other = (clock_rule(ClockName.CLOSE, "9wd", CalendarName.WORKDAYS),)

    def first(panel: ChangesPanel) -> None:
        edit = ChainEdit(TicketKind.REPAIR, ServiceClass.NORMAL, other)
        office.deadlines.apply(panels.office.supervisor, edit, office.deadlines.preview(panels.office.supervisor, edit))
        panels.keys.press("F9")

    def again(panel: ChangesPanel) -> None:
        said.append(panel.problem())
        panels.keys.press("F9")

    panels.asks("Return", panels.keys_in("Return", "Return", "Return", "=3wd", "F9"), first, again)
    assert said[0].startswith("Tickets were taken or moved since the preview")
    assert _limits(panels) == ["30min", "3wd"]


def test_t10_hours_are_typed_as_people_write_them(panels: Desk) -> None:
    panels.goes_to(Part.HOURS)
    said: list[str] = []

    def change(panel: HoursPanel) -> None:
        panels.keys_in("=8-5", "F9")(panel)
        said.append(panel.days[0].problem)
        panels.keys_in("=9:00-12:00，14:00至18:00", "F9")(panel)

    panels.asks("F8", change)
    assert panels.said[-1] == "Saved. No open ticket changes."
    assert said[0].startswith("“8-5” are no hours")
    assert panels.cells("Office hours of workdays")[0] == "09:00–12:00, 14:00–18:00"
    assert panels.cells("Office hours of workdays")[5] == "closed"


def test_a_week_without_hours_is_refused_and_stays_as_typed(panels: Desk) -> None:
    panels.goes_to(Part.HOURS)
    said: list[str] = []

    def change(panel: HoursPanel) -> None:
        panels.keys_in("=", *["Return", "="] * 6, "F9")(panel)
        said.append(panel.days[0].problem)
        panels.keys.press("Esc")

    panels.asks("F8", change)
    assert said[0].startswith("No day of the week has hours")
    assert panels.cells("Office hours of workdays")[0] == "08:30–12:00, 13:30–17:30"


def test_t10_a_missing_year_warns_and_is_taken_from_a_file(panels: Desk, desk: Desk, tmp_path: Path) -> None:
    panels.close()
    desk.office.clock.set(desk.office.clock.now().replace(month=12))
    desk.goes_to(Part.YEARS)
    assert "The holidays of 2027 are missing" in desk.page.section.strip.text()
    assert desk.cells("Year")[:2] == ["2027", "2026"]
    file = tmp_path / "2027.json"
    days = [
        {"name": "元旦", "date": "2027-01-01", "isOffDay": True},
        *({"name": "劳动节", "date": f"2027-05-0{day}", "isOffDay": True} for day in (1, 2)),
        *({"name": "国庆节", "date": f"2027-10-0{day}", "isOffDay": True} for day in (1, 2, 3)),
    ]
    file.write_text(json.dumps({"year": 2027, "days": days}), "utf-8")
    seen: list[str] = []

    def save(panel: YearPanel) -> int:
        seen.append(panel.days.text())
        assert panel.check()
        return panel.kept() or 0

    desk.answers.will_open(file)
    desk.answers.will_answer(YearPanel, save)
    desk.press("F7")
    assert "2027-10-01 – 2027-10-03 国庆节 off" in seen[0]
    assert desk.page.section.strip.text() == ""
    assert desk.cells("State")[0] == "entered here"


def test_a_file_that_is_no_list_of_holidays_is_refused_in_words(desk: Desk, tmp_path: Path) -> None:
    desk.goes_to(Part.YEARS)
    file = tmp_path / "holidays.json"
    file.write_text("no", "utf-8")
    desk.answers.will_open(file)
    desk.press("F7")
    assert desk.said[-1].startswith("holidays.json is no list of holidays")
    assert desk.page.section.strip.text() == desk.said[-1]


def test_t10_a_year_is_typed_line_by_line_and_a_wrong_line_is_named(panels: Desk) -> None:
    panels.goes_to(Part.YEARS)
    said: list[str] = []

    def change(panel: YearPanel) -> None:
        panels.keys_in("=2027-01-01 元旦", "F9")(panel)
        said.append(panel.days.problem)
        assert panel.days.text() == "2027-01-01 元旦"
        panels.keys_in("=1-1 元旦 休\n5-1 劳动节 也许", "F9")(panel)
        said.append(panel.days.problem)
        panels.keys_in("=1-1 元旦 休\n5-1至5-2 劳动节 休\n10-1至10-3 国庆节 班", "F9")(panel)
        said.append(panel.days.problem)
        panels.keys_in("=1-1 元旦 休\n5-1至5-2 劳动节 休\n10-1至10-3 国庆节 休", "F9")(panel)

    panels.asks("F8", change)
    assert said[0].startswith("Line 1, “2027-01-01 元旦”, cannot be read")
    assert said[1].startswith("Line 2, “5-1 劳动节 也许”, cannot be read")
    assert said[2].startswith("2027-10-01 is National Day, a day off by law")
    own = [one.year for one in panels.office.office.deadlines.years() if one.is_own]
    assert [(one.year, len(one.days)) for one in own] == [(2027, 6)]
    assert isinstance(own[0], HolidayYear)
