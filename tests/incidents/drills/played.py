"""Drills that are over, for tests of what follows from them."""

from datetime import date

from app.incidents.closing.closing import Closing
from app.incidents.drills.drills import NewDrill
from app.incidents.drills.evaluation import Attendance, Becomes, Evaluation, Finding
from app.incidents.drills.grades import Grade, Point
from app.incidents.running.asked import new_client_id
from tests.office_builder import OfficeBuilder

GOOD = Evaluation(
    dict.fromkeys(Point, Grade.GOOD),
    (Attendance("陈立", "指挥"), Attendance("王敏", "记录")),
    (Finding("层门围挡不够", Becomes.TASK, "李工", date(2026, 12, 1)), Finding("第三步太长", Becomes.PLAN)),
)


def over(house: OfficeBuilder, incident_id: int) -> None:
    """Close it, with a reason for everything that was left."""
    standing = house.office.incidents.view(incident_id)
    reasons = {one.step.id: "演练未做" for one in standing.progress.unsettled_critical}
    closing = Closing("演练结束", house.clock.now())
    house.office.incidents.close(house.supervisor, incident_id, closing, reasons)


def played(house: OfficeBuilder, code: str = "flooding", place: str = "地下车库") -> int:
    """A drill that is over."""
    drill = house.office.drills.plan(house.supervisor, NewDrill(code, house.clock.now().date()))
    incident_id = house.office.drills.begin(house.supervisor, drill, new_client_id(), place)
    over(house, incident_id)
    return incident_id
