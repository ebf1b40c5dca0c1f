"""A drill of flooding: played like the real case, marked on every page, counted apart, graded afterwards."""

from __future__ import annotations

from pathlib import Path

from tests.paper.judges import PaperOnTable
from tests.stories.first_day_window import Counter
from tests.stories.incidents.conftest import OpenNight
from tests.stories.incidents.night_child import work_and_be_killed
from tests.stories.incidents.night_office import NightOffice


def test_i4_i28_a_drill_of_flooding(place: Counter, open_night: OpenNight, tmp_path: Path) -> None:
    work_and_be_killed(place.folder, "2026-11-20T15:00", "flooding_drill")
    night = open_night("2026-11-20T15:04")
    is_marked(night)
    is_played(night)
    report = PaperOnTable(night.print_report(), tmp_path)
    assert [page for page in range(1, report.page_count + 1) if not report.says("演练", page)] == []
    counts_apart(night)


def is_marked(night: NightOffice) -> None:
    night.says("Drill")
    assert night.view.number.startswith("练")


def is_played(night: NightOffice) -> None:
    done = night.work(
        {
            "lift-people": ("1",),
            "lift-up": ("1",),
            "cut-off": ("1",),
            "wire": ("1",),
            "valves": ("市政管",),
            "cars": ("1",),
        }
    )
    assert "cut-now" not in done  # the water is below the sockets
    night.close({"Result": "演练完成", "People hurt": "0"})


def counts_apart(night: NightOffice) -> None:
    drills = night.program.office.drills
    assert [one.code for one in drills.played()] == ["flooding"]
    assert drills.quarter().done == 1
    night.keys.press("Ctrl+Shift+D", "Alt+3")
    night.says("not graded", night.view.number)
