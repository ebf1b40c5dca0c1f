"""The report as a workbook: every line, also those that the paper leaves out."""

from pathlib import Path

from openpyxl import load_workbook
from sqlalchemy import select

from app.access.tables import audit
from app.incidents.reports.incident_reports import TAKEN
from tests.incidents.reports.stuck_lift import StuckLift


def test_i25_every_line_of_the_log_is_in_the_workbook(house: StuckLift, tmp_path: Path) -> None:
    stuck = house.closed()
    house.office.incident_reports.export(house.cashier, stuck, tmp_path / "report.xlsx")
    book = load_workbook(tmp_path / "report.xlsx")
    assert book.sheetnames == ["Incident", "Log", "Steps", "Calls", "People", "Losses", "Follow-up work"]
    lines = list(book["Log"].iter_rows(min_row=2, values_only=True))
    assert [line[0] for line in lines] == [entry.no for entry in house.office.incidents.log(stuck)]
    assert len(list(book["Steps"].iter_rows(min_row=2))) == len(
        list(house.office.plans.plan("lift-entrapment").steps())
    )


def test_people_are_masked_in_it_and_the_trail_keeps_who_took_it(house: StuckLift, tmp_path: Path) -> None:
    stuck = house.closed()
    house.office.incident_reports.export(house.cashier, stuck, tmp_path / "report.xlsx")
    people = list(load_workbook(tmp_path / "report.xlsx")["People"].iter_rows(min_row=2, values_only=True))
    assert people[0][:2] == ("李**", "139****0026")
    with house.office.store.reading() as connection:
        assert connection.execute(select(audit.c.by).where(audit.c.action == TAKEN)).scalars().all() == [
            house.cashier.id
        ]
