"""The payment platform is down all morning: receipts by hand, and every number is entered afterwards."""

from __future__ import annotations

from pathlib import Path

from tests.keys import to_tab
from tests.paper.judges import PaperOnTable
from tests.stories.first_day_window import Counter
from tests.stories.incidents.conftest import OpenNight
from tests.stories.incidents.night_child import work_and_be_killed
from tests.stories.incidents.night_office import NightOffice


def test_i22_g13_the_platform_is_down_all_morning(place: Counter, open_night: OpenNight, tmp_path: Path) -> None:
    work_and_be_killed(place.folder, "2026-11-20T09:10", "platform_down")
    night = open_night("2026-11-20T09:13")
    takes_money_by_hand(night)
    the_counter_says_so(night)
    is_mended(night)
    tells_all(PaperOnTable(night.print_report(), tmp_path))


def takes_money_by_hand(night: NightOffice) -> None:
    assert night.main.chosen == "numbered"
    night.work({"numbered": ("H-0001",), "two-people": ("李芳",), "in-doubt": ("1",)}, until="trace")


def the_counter_says_so(night: NightOffice) -> None:
    """The counter has the switch of the outage on, though it was the incident that turned it."""
    assert night.program.office.online_payment.down() is not None
    night.keys.press(to_tab("counter"))
    night.program.wait_until(lambda: "nline payment" in night.screen())
    night.keys.press(to_tab("incidents"))
    night.settle()


def is_mended(night: NightOffice) -> None:
    night.at("2026-11-20T11:50")
    night.work({"trace": ("2",), "helper": ("11:30",), "full-test": ("扫码 0.01 元成功",)}, until="back-entry")
    night.work({"back-entry": ("H-0006",)})
    night.close({"Result": "平台恢复，手工收据六张待补录", "People hurt": "0"})


def tells_all(report: PaperOnTable) -> None:
    words = ("缴费系统故障", "扫码都不成功", "H-0001", "H-0006", "平台恢复")
    assert [word for word in words if not report.says(word)] == []
