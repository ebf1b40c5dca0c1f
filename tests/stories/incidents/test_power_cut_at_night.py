"""The power fails at ten past ten in the night and comes back after four hours; the computer was off as well."""

from __future__ import annotations

from pathlib import Path

from app.incidents.plans.plan import PlanRole
from app.incidents.running.entry import EntryKind
from app.incidents.running.progress import StepState
from tests.paper.judges import PaperOnTable
from tests.stories.first_day_window import Counter
from tests.stories.incidents.conftest import OpenNight
from tests.stories.incidents.night_child import work_and_be_killed
from tests.stories.incidents.night_office import NightOffice

SECOND_FLOOR = "3栋 2层有人按铃问"


def test_i9_i13_i14_i20_four_hours_without_power(place: Counter, open_night: OpenNight, tmp_path: Path) -> None:
    work_and_be_killed(place.folder, "2026-11-20T22:10", "power_cut")
    night = open_night("2026-11-20T22:31")
    goes_on(night)
    patrols(night)
    hangs_notices(night)
    waits_for_the_grid(night)
    comes_back(night)
    tells_all(PaperOnTable(night.print_report(), tmp_path))


def goes_on(night: NightOffice) -> None:
    (gap,) = night.log(EntryKind.GAP)
    assert (gap.facts["from"][11:16], gap.facts["until"][11:16]) == ("22:10", "22:31")
    assert night.step("supplier").answers == {"supplier-cause": "高压电缆故障", "back-at": "02:10"}
    assert night.main.chosen == "report-cause"


def patrols(night: NightOffice) -> None:
    """The pumps have no power: the page of the fire patrol comes at once, before what follows."""
    done = night.work({"fire-backup": ("2",), "medical": ("1",)}, until="inform")
    assert done[-5:] == ["patrol-person", "patrol-what", "patrol-fire", "patrol-authority", "medical"]


def hangs_notices(night: NightOffice) -> None:
    night.work({"inform": ("2",)}, until="doors-posted")
    assert night.view.progress.step("doors-by").state is StepState.DONE
    night.at("2026-11-20T23:20")
    night.work({"doors-posted": ("212",)}, until="generator")
    night.write(SECOND_FLOOR)


def waits_for_the_grid(night: NightOffice) -> None:
    """No generator: what only concerns one is not shown."""
    done = night.work({"generator": ("1",)}, until="grid-back")
    assert "interlock" not in done
    assert night.view.progress.hidden_by_answer == ("interlock",)


def comes_back(night: NightOffice) -> None:
    night.at("2026-11-21T02:14")
    night.work({"grid-back": ("02:12",), "lifts-again": ("1",), "plant": ("都正常",)})
    night.close({"Result": "02:12 恢复供电", "People hurt": "0"})
    assert night.view.closed_at is not None
    assert set(night.view.roles) <= set(PlanRole)


def tells_all(report: PaperOnTable) -> None:
    words = ("突发停电", "程序未运行22:10–22:31", "高压电缆故障", "212", "02:12恢复供电", SECOND_FLOOR)
    assert [word for word in words if not report.says(word)] == []
