"""The lift is stuck at 19:41 with two people, one of them unwell; the power goes in the middle."""

from __future__ import annotations

from pathlib import Path

from app.incidents.running.entry import EntryKind
from app.incidents.running.progress import StepState
from tests.paper.judges import PaperOnTable
from tests.stories.first_day_window import Counter
from tests.stories.incidents.conftest import OpenNight
from tests.stories.incidents.night_child import work_and_be_killed
from tests.stories.incidents.night_office import NightOffice


def test_i1_i10_i20_i25_two_people_are_stuck_one_unwell_and_the_power_goes(
    place: Counter, open_night: OpenNight, tmp_path: Path
) -> None:
    work_and_be_killed(place.folder, "2026-11-20T19:41", "lift_stuck")
    night = open_night("2026-11-20T19:49")
    is_there_again(night)
    calls_and_waits(night)
    is_released(night)
    is_over(night)
    tells_all(PaperOnTable(night.print_report(), tmp_path))


def is_there_again(night: NightOffice) -> None:
    """What was ticked is ticked, the clock ran on, and the log says how long the program was off."""
    night.says("People trapped in a lift", "calm")
    assert [night.step(one).state for one in ("which-lift", "how-many", "call-119", "call-120")] == [StepState.DONE] * 4
    assert len(night.log(EntryKind.GAP)) == 1
    assert night.main.chosen == "calm"


def calls_and_waits(night: NightOffice) -> None:
    night.work({"call-maintainer": ("1", "刘师傅")}, until="latest")
    assert [call.facts["contact"] for call in night.log(EntryKind.CALLED)] == []
    night.call("Alt+C", "1")
    night.work(
        {
            "latest": ("20:19",),
            "guard": ("陈队长", "7"),
            "sign": ("7",),
            "manager": ("周可",),
        },
        until="late",
    )
    night.at("2026-11-20T19:53")
    night.write("19:52 乘客说胸口闷，救护车已进小区")


def is_released(night: NightOffice) -> None:
    night.at("2026-11-20T20:05")
    night.work(
        {
            "late": ("1",),
            "maintainer-in": ("刘师傅", "浙A20231", "20:04"),
            "power-off": ("20:06",),
            "people-out": ("2",),
            "health": ("1",),
            "names": ("1",),
        },
        until="save-video",
    )


def is_over(night: NightOffice) -> None:
    night.work(
        {"cause": ("门锁触点",), "over-24h": ("2",), "resume": ("刘师傅",)},
    )
    assert night.view.progress.unsettled_critical == ()
    night.close({"Result": "两人救出，一人送医"})


def tells_all(report: PaperOnTable) -> None:
    words = ("突发重大事件报告", "电梯困人", "实战", "刘师傅", "陈队长", "乘客说胸口闷", "两人救出，一人送医")
    assert [word for word in words if not report.says(word)] == []
