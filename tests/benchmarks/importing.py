"""Reading a list of homes into an empty estate against bare openpyxl reading of the same file."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook, load_workbook

from app.office import Office
from tests.benchmarks.big_estate import area_of, code_of, name_of, open_estate, phone_of
from tests.benchmarks.figures import Figure, seconds_of

HEADER = (
    "楼号",
    "单元",
    "房间",
    "楼层",
    "房屋类型",
    "房屋户型",
    "建筑面积",
    "室内面积",
    "房屋状态",
    "业主名称",
    "手机号",
    "交房日期",
)


def measure(units: int) -> list[Figure]:
    """Twelve columns; from the file to the committed estate with its search index."""
    with TemporaryDirectory() as place:
        sheet = Path(place) / "房产.xlsx"
        write_list(sheet, units)
        office, by = open_estate(Path(place) / "data", 0)
        ours = seconds_of(lambda: office.unit_import.run(by, sheet))
        assert _units_in(office) == units
        office.close()
        bare = seconds_of(lambda: read_bare(sheet))
    return [Figure(f"import of {units:,} homes / bare openpyxl reading", ours, bare, at_most_times=2)]


def write_list(path: Path, units: int) -> None:
    """A clean list as an office would keep it."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("房产")
    sheet.append(HEADER)
    for number in range(units):
        building, entrance, room = code_of(number).split("-")
        home = ("普通住宅", "三室二厅", str(area_of(number)), str(area_of(number) - 12), "已入住")
        owner = (name_of(number), phone_of(number), "2020-05-01")
        sheet.append((building, entrance, room, int(room[:-2]), *home, *owner))
    book.save(path)


def read_bare(path: Path) -> int:
    """Every value of the sheet, once."""
    book = load_workbook(path, read_only=True, data_only=True)
    cells = sum(len(row) for row in book.worksheets[0].iter_rows(values_only=True))
    book.close()
    return cells


def _units_in(office: Office) -> int:
    return len(office.estate.units())
