"""The year of drills on paper and as a workbook."""

from datetime import datetime
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from app.core.clock import SetClock
from app.incidents.drills.overview_paper import overview_pdf
from tests.incidents.drills.played import GOOD, played
from tests.office_builder import OfficeBuilder
from tests.paper.judges import PaperOnTable


def on_table(house: OfficeBuilder, folder: Path, year: int) -> PaperOnTable:
    return PaperOnTable(overview_pdf(house.office.drills_handed_out.paper(house.supervisor, year)), folder)


def test_the_year_tells_quarters_plans_findings_and_people(
    house: OfficeBuilder, clock: SetClock, tmp_path: Path
) -> None:
    clock.set(datetime(2026, 11, 20, 10))
    graded = house.office.drills.evaluate(house.supervisor, played(house), GOOD)
    played(house, "lift-entrapment", "3 栋右梯")
    paper = on_table(house, tmp_path, 2026)
    words = (
        "应急演练年度一览",
        "2026年",
        "第4季度",
        "2次",
        "水浸",
        "电梯困人",
        "层门围挡不够",
        "李工",
        "陈立",
        "未评估",
    )
    assert [word for word in (*words, graded.findings[0].ticket) if not paper.says(word)] == []
    assert house.office.drills_handed_out.overview(2026).quarters == (0, 0, 0, 2)
    assert all(font[-5] == "yes" for font in paper.fonts())


def test_another_year_is_empty_and_says_so(house: OfficeBuilder, tmp_path: Path) -> None:
    played(house)
    assert on_table(house, tmp_path, 2031).says("本年还没有已结束的演练")


def test_many_drills_are_told_on_as_many_pages_as_it_takes(house: OfficeBuilder, tmp_path: Path) -> None:
    for _ in range(12):
        house.office.drills.evaluate(house.supervisor, played(house), GOOD)
    paper = on_table(house, tmp_path, house.clock.now().year)
    assert paper.page_count > 2
    assert (paper.text().count("层门围挡不够"), paper.text().count("陈立")) == (12, 12)


def test_the_workbook_holds_the_same_figures(house: OfficeBuilder, tmp_path: Path) -> None:
    house.office.drills.evaluate(house.supervisor, played(house), GOOD)
    path = tmp_path / "drills.xlsx"
    house.office.drills_handed_out.export(house.supervisor, house.clock.now().year, path)
    book = load_workbook(BytesIO(path.read_bytes()))
    assert [sheet.title for sheet in book] == ["Plans", "Drills", "Findings", "Training record"]
    rows = list(book["Findings"].iter_rows(min_row=2, values_only=True))
    assert [row[1:3] for row in rows] == [("层门围挡不够", "李工"), ("第三步太长", None)]
    assert rows[0][3] == datetime(2026, 12, 1)
    people = [row[0] for row in book["Training record"].iter_rows(min_row=2, values_only=True)]
    assert people == ["王敏", "陈立"]
