"""What is done before the program is killed, story by story."""

from __future__ import annotations

from tests.stories.incidents.night_office import NightOffice


def lift_stuck(night: NightOffice) -> None:
    """19:41, two people, one of them unwell: told on the intercom, calmed, the maintainer is on his way."""
    night.start("1", "3", "Return")
    done = night.work(
        {
            "which-lift": ("东梯", "7"),
            "how-many": ("2", "2", "4"),
            "call-119": (),
            "call-120": ("1",),
            "open-gate": ("老周",),
        },
        until="calm",
    )
    assert done == ["which-lift", "how-many", "call-119", "call-120", "open-gate"]


def power_cut(night: NightOffice) -> None:
    """22:10, the whole estate: nobody in the lifts, the grid has failed, the supplier says 02:10."""
    night.start("4", "2", "Return")
    done = night.work(
        {"lifts": ("1",), "tell": ("赵师傅",), "switch-room": ("1",), "supplier": ("高压电缆故障", "02:10")},
        until="report-cause",
    )
    assert done == ["lifts", "tell", "switch-room", "supplier"]


def fire(night: NightOffice) -> None:
    """Two detectors on the ninth floor: linkage and 119 are done before anything else."""
    night.start("2", "3", "Return")
    done = night.work({"seen": ("2",)}, until="broadcast")
    assert done == ["seen", "linkage", "call-119"]


def platform_down(night: NightOffice) -> None:
    """09:10, every code fails: receipts by hand begin."""
    night.start("9", "Return")
    done = night.work({"note-start": ("09:08", "扫码都不成功")}, until="numbered")
    assert done == ["note-start", "tell-lead", "by-hand"]


def flooding_drill(night: NightOffice) -> None:
    """A drill: water runs into the garage, nobody is inside, the sockets are dry."""
    night.start("5", "Alt+Y", *"B2", "Return")
    done = night.work({"call-out": ("1",), "sockets": ("1",)}, until="lift-people")
    assert done == ["call-out", "no-step", "sockets"]
