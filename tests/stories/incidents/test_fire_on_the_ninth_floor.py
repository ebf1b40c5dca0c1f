"""Fire on the ninth floor: linkage and 119 first, whatever else happens, and whoever is missing is told."""

from __future__ import annotations

from pathlib import Path

from app.incidents.running.entry import EntryKind
from tests.paper.judges import PaperOnTable
from tests.stories.first_day_window import Counter
from tests.stories.incidents.conftest import OpenNight
from tests.stories.incidents.night_child import work_and_be_killed
from tests.stories.incidents.night_office import NightOffice


def test_i6_i16_i20_i24_a_fire_on_the_ninth_floor(place: Counter, open_night: OpenNight, tmp_path: Path) -> None:
    work_and_be_killed(place.folder, "2026-11-20T03:02", "fire")
    night = open_night("2026-11-20T03:04")
    calls_once_more(night)
    brings_people_out(night)
    serves_the_brigade(night)
    is_over(night)
    tells_all(PaperOnTable(night.print_report(), tmp_path))


def calls_once_more(night: NightOffice) -> None:
    """Linkage and 119 were the first two steps of the confirmed fire, and nobody has to wonder whether they are done."""
    settled = [entry.step for entry in night.log(EntryKind.TICKED)]
    assert settled == ["seen", "linkage", "call-119"]
    night.call("Alt+1", "1")
    assert night.log(EntryKind.CALLED)[0].facts["number"] == "119"


def brings_people_out(night: NightOffice) -> None:
    night.work({"team-in": ("03:06", "902 厨房，走廊有烟"), "lifts": ("1",)}, until="small-fire")
    with night.keys.when_asked("1", "Return"):
        night.keys.press("K")
    assert night.step("small-fire").state.is_settled
    night.work({"cut-power": ("九层照明以外",)}, until="lane")


def serves_the_brigade(night: NightOffice) -> None:
    night.at("2026-11-20T03:15")
    night.work({"count": ("37", "1"), "tell-missing": ("901 卧室",), "injured": ("1",)}, until="save")
    assert night.step("count").answers == {"out": "37", "missing": "1"}


def is_over(night: NightOffice) -> None:
    night.at("2026-11-20T05:40")
    night.work({"equipment": ("灭火器 2 具",)}, until="report")
    night.close({"Result": "明火扑灭，一人送医", "People hurt": "1", "Cause": "待消防认定"})


def tells_all(report: PaperOnTable) -> None:
    words = ("火警", "实战", "消防救援", "901卧室", "灭火器2具", "明火扑灭，一人送医", "待消防认定")
    assert [word for word in words if not report.says(word)] == []
