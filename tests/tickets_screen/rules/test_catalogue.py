"""Categories, teams, workers, places and hints are edited by keys; what is in use is never lost."""

from __future__ import annotations

from tests.tickets_screen.rules.desk import Desk
from ui.tickets.rules.category_panel import CategoryPanel
from ui.tickets.rules.page import Part
from ui.tickets.rules.worker_panel import LastDayPanel, WorkerPanel


def _names(desk: Desk) -> list[str]:
    return [cell.strip() for cell in desk.cells("Category")]


def test_a_category_is_entered_beside_and_below_and_found_by_its_letters(panels: Desk) -> None:
    panels.goes_to(Part.CATEGORIES)
    panels.asks("F8", panels.keys_in("=智能家居", "F9"))
    assert panels.current().name == "智能家居"
    panels.asks("Shift+F8", panels.keys_in("=门锁联网", "F9"))
    row = panels.current()
    assert (row.path, row.facts.initials) == ("智能家居 / 门锁联网", "mslw")


def test_a_name_that_stands_there_is_refused_and_stays_in_the_form(panels: Desk) -> None:
    panels.goes_to(Part.CATEGORIES)
    first = _names(panels)[0]
    said: list[str] = []

    def enter(panel: CategoryPanel) -> None:
        panels.keys_in(f"={first}", "F9")(panel)
        said.append(panel.name.problem)
        assert panel.name.text() == first
        assert panel.name.hasFocus()
        panels.keys_in("Return", "=?!", "F9")(panel)
        panels.keys_in("Shift+Tab", "=新类", "F9")(panel)
        said.append(panel.letters.problem)
        panels.keys.press("Esc")

    panels.asks("F8", enter)
    assert said[0].startswith(f"The category “{first}” stands at this place already")
    assert said[1].startswith("“?!” cannot be searched by")


def test_a_category_in_use_is_not_removed_but_no_longer_offered(desk: Desk) -> None:
    desk.goes_to(Part.CATEGORIES)
    desk.row_of(
        next(one.name for one in desk.page.section.table.rows_model.rows if one.depth and one.tickets), "Category"
    )
    name = desk.current().name
    desk.press("Del")
    assert desk.said[-1].startswith(f"1 ticket is of the category “{name}”, so it stays")
    assert desk.page.section.strip.text() == desk.said[-1]
    desk.press("F7")
    assert desk.current().retired
    assert desk.page.section.strip.text() == ""
    desk.press("F7")
    assert not desk.current().retired


def test_a_category_that_was_never_used_is_removed(desk: Desk) -> None:
    desk.goes_to(Part.CATEGORIES)
    row = next(one for one in desk.page.section.table.rows_model.rows if one.depth and not one.tickets)
    desk.row_of(row.name, "Category")
    desk.press("Del")
    assert row.id not in [one.id for one in desk.page.section.table.rows_model.rows]
    assert desk.page.section.table.current() is not None


def test_arrows_move_a_category_and_stop_at_the_ends(desk: Desk) -> None:
    desk.goes_to(Part.CATEGORIES)
    table = desk.page.section.table
    tops = [one.name for one in table.rows_model.rows if one.depth == 0]
    desk.press("Alt+Up")
    assert desk.said[-1] == f"“{tops[0]}” cannot go further that way"
    desk.press("Alt+Down")
    assert [one.name for one in table.rows_model.rows if one.depth == 0][:2] == [tops[1], tops[0]]
    desk.press("Alt+Right")
    assert desk.current().path == f"{tops[1]} / {tops[0]}"
    desk.press("Alt+Left")
    assert [one.name for one in table.rows_model.rows if one.depth == 0][:2] == [tops[1], tops[0]]
    desk.press("Alt+Up")
    assert [one.name for one in table.rows_model.rows if one.depth == 0] == tops


def test_the_filter_is_reached_by_a_key_and_left_by_esc(desk: Desk) -> None:
    desk.goes_to(Part.CATEGORIES)
    whole = len(_names(desk))
    desk.press("Ctrl+F")
    desk.keys.type("zzzz")
    desk.wait()
    assert _names(desk) == []
    left: list[bool] = []
    desk.page.left.connect(lambda: left.append(True))
    desk.press("Esc")
    assert len(_names(desk)) == whole
    assert left == []
    desk.press("Esc")
    assert left == [True]


def test_a_team_is_entered_renamed_and_given_up_only_when_nobody_is_in_it(panels: Desk) -> None:
    panels.goes_to(Part.TEAMS)
    first = panels.cells("Team")[0]
    panels.press("F7")
    assert panels.said[-1].startswith(f"2 workers are in the team “{first}”")
    panels.asks("F8", panels.keys_in("=泳池组", "F9"))
    assert panels.cells("Team")[-1] == "泳池组"
    panels.press("End")
    panels.asks("Return", panels.keys_in("=", "F9", "=水上组", "F9"))
    panels.press("F7")
    assert panels.cells("State")[-1] == "not offered"
    panels.press("F7")
    assert panels.cells("State")[-1] == ""


def test_a_worker_is_entered_with_refusals_beside_the_fields(panels: Desk) -> None:
    panels.goes_to(Part.WORKERS)
    said: list[str] = []

    def enter(panel: WorkerPanel) -> None:
        panels.keys_in("F9")(panel)
        said.append(panel.name.problem)
        panels.keys_in("=郑一鸣", "Return", "=12", "F9")(panel)
        said.append(panel.phone.problem)
        assert panel.name.text() == "郑一鸣"
        panels.keys_in("=13700002222", "Return", "Down", "Return", "Return")(panel)

    panels.asks("F8", enter)
    assert said[0] == "A worker needs a name. Type it."
    assert said[1].startswith("“12” is not a telephone number")
    worker = panels.office.office.teams.workers()[-1]
    assert (worker.name, worker.phone, worker.initials) == ("郑一鸣", "13700002222", "zym")
    assert worker.team_id is not None


def test_a_worker_who_left_stays_in_the_list_and_can_come_back(panels: Desk) -> None:
    panels.goes_to(Part.WORKERS)
    panels.row_of("吴小满", "Name")

    def leave(panel: LastDayPanel) -> None:
        panels.keys_in("=2026-11-19", "F9")(panel)

    panels.asks("F7", leave)
    assert "left on 2026-11-19" in panels.cells("State")
    assert "吴小满" not in [one.name for one in panels.office.office.teams.workers()]
    panels.press("F7")
    assert panels.cells("State") == ["", ""]


def test_a_place_is_entered_renamed_and_no_longer_offered(panels: Desk) -> None:
    panels.goes_to(Part.PLACES)
    panels.asks("F8", panels.keys_in("=大门", "F9", "=游泳池", "F9"))
    assert panels.current().label == "游泳池"
    panels.asks("Return", panels.keys_in("=泳池", "F9"))
    assert panels.current().initials.startswith("yc")
    panels.press("F7")
    assert panels.current().retired


def test_a_hint_is_written_and_its_former_texts_stay(panels: Desk) -> None:
    panels.goes_to(Part.HINTS)
    panels.asks("Return", panels.keys_in("=管井钥匙在中控室", "F9"))
    assert panels.cells("Hint")[0] == "管井钥匙在中控室"
    panels.asks("Return", panels.keys_in("=", "F9"))
    assert panels.cells("Hint")[0] == "—"
    read: list[str] = []

    def look(panel: object) -> None:
        read.append(str(panel.title))  # type: ignore[attr-defined]
        panels.keys.press("Esc")

    panels.asks("F4", look)
    assert read[0].startswith("Hints of ")


def test_an_edit_is_announced_to_the_other_pages(panels: Desk) -> None:
    heard: list[bool] = []
    panels.window.context.changes.changed.connect(lambda change: heard.append(change.concerns("tickets")))
    panels.goes_to(Part.TEAMS)
    panels.asks("F8", panels.keys_in("=泳池组", "F9"))
    assert heard == [True]
