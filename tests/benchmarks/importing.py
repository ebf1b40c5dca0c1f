"""Reading a list of homes into an empty estate against bare openpyxl reading of the same file."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import load_workbook

from tests.benchmarks.big_estate import open_estate, write_list
from tests.benchmarks.figures import Figure, seconds_of


def measure(units: int) -> list[Figure]:
    """Twelve columns; from the file to the committed estate with its search index."""
    with TemporaryDirectory() as place:
        sheet = Path(place) / "房产.xlsx"
        write_list(sheet, units)
        office, by = open_estate(Path(place) / "data", 0)
        ours = seconds_of(lambda: office.unit_import.run(by, sheet))
        assert len(office.estate.units()) == units
        office.close()
        bare = seconds_of(lambda: read_bare(sheet))
    return [Figure(f"import of {units:,} homes / bare openpyxl reading", ours, bare, at_most_times=2)]


def read_bare(path: Path) -> int:
    """Every value of the sheet, once."""
    book = load_workbook(path, read_only=True, data_only=True)
    cells = sum(len(row) for row in book.worksheets[0].iter_rows(values_only=True))
    book.close()
    return cells
