"""The booklet of all plans and a report of five hundred lines, against bare reportlab setting as many words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from pypdfium2 import PdfDocument

from app.core.clock import SetClock
from tests.benchmarks.child import best_of
from tests.benchmarks.figures import Figure, seconds_of
from tests.incidents.reports.stuck_lift import StuckLift

GOES, LINES = 3, 500
BARE = """
import io, sys, time
from pathlib import Path
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
pages = Path(sys.argv[1]).read_text(encoding="utf-8").split("\\f")
for name in ("400Regular", "700Bold"):
    pdfmetrics.registerFont(TTFont(name, f"resources/fonts/NotoSansSC_{name}.ttf"))
def draw():
    canvas = Canvas(io.BytesIO(), pagesize=A4)
    for page in pages:
        for number, line in enumerate(page.splitlines()):
            canvas.setFont("700Bold" if number % 5 == 0 else "400Regular", 12)
            canvas.drawString(40, 800 - number * 9, line)
        canvas.showPage()
    canvas.save()
draw()
start = time.perf_counter()
draw()
print(time.perf_counter() - start)
"""


def measure() -> Iterator[Figure]:
    """Both papers from the office's own rows; the faces are read before."""
    with TemporaryDirectory() as place:
        house = StuckLift(Path(place) / "data", SetClock(datetime(2026, 11, 20, 9)))
        papers, reports, by = house.office.incident_papers, house.office.incident_reports, house.cashier
        stuck = house.worked()
        for number in range(LINES):
            house.office.incidents.note(by, stuck, f"第 {number} 次巡视：轿厢内情绪稳定，没有烟和水")
        house.close(stuck)
        yield _figure("the booklet of all plans / bare reportlab", Path(place), lambda: papers.booklet().pdf, 3)
        name = f"a report of {LINES} lines / bare reportlab"
        yield _figure(name, Path(place), lambda: reports.paper(by, stuck).pdf, 5)
        house.office.close()


def _figure(name: str, place: Path, draw: Callable[[], bytes], at_most: float) -> Figure:
    words = place / "words.txt"
    words.write_text("\f".join(_pages(draw())), encoding="utf-8")
    ours = min(seconds_of(draw) for _ in range(GOES))
    return Figure(name, ours, best_of(GOES, BARE, str(words))[0], at_most_times=6, at_most_seconds=at_most)


def _pages(pdf: bytes) -> list[str]:
    """The words of each page as they stand on it."""
    with PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]
