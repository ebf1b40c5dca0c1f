"""The first receipt of the day as a PDF, imports and fonts included, against bare reportlab with the same two faces."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from app.core.money import NOTHING
from app.counter.receipts.receipt_facts import ReceiptFacts
from app.fees.billing import RunRequest
from tests.benchmarks.big_estate import all_units, lay_tariff, open_estate
from tests.benchmarks.child import best_of
from tests.benchmarks.figures import Figure
from tests.benchmarks.payment import payment_for

GOES = 5

OURS = """
import json, sys, time
from pathlib import Path
content = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
start = time.perf_counter()
from app.counter.receipts.receipt_facts import ReceiptFacts
from app.counter.papers.receipt_paper import receipt_pdf
from app.paper.profiles import A5_LANDSCAPE
facts = ReceiptFacts.from_facts(content)
receipt_pdf(facts, A5_LANDSCAPE)
first = time.perf_counter()
receipt_pdf(facts, A5_LANDSCAPE)
print(first - start, time.perf_counter() - first)
"""

BARE = """
import io, sys, time
from pathlib import Path
words = Path(sys.argv[1]).read_text(encoding="utf-8")
start = time.perf_counter()
from reportlab.lib.pagesizes import A5, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
for name in ("400Regular", "700Bold"):
    pdfmetrics.registerFont(TTFont(name, f"resources/fonts/NotoSansSC_{name}.ttf"))
def draw():
    canvas = Canvas(io.BytesIO(), pagesize=landscape(A5))
    for number in range(40):
        canvas.setFont("700Bold" if number % 5 == 0 else "400Regular", 9)
        canvas.drawString(20, 400 - number * 9, words[number * 8 : number * 8 + 20])
    canvas.save()
draw()
first = time.perf_counter()
draw()
print(first - start, time.perf_counter() - first)
"""


def measure() -> list[Figure]:
    """A receipt of three charges, drawn from its stored facts."""
    with TemporaryDirectory() as place:
        path = Path(place) / "facts.json"
        path.write_text(json.dumps(_a_receipt(Path(place) / "data").to_facts(), ensure_ascii=False), encoding="utf-8")
        ours, bare = best_of(GOES, OURS, str(path)), best_of(GOES, BARE, str(path))
    return [
        Figure("the first receipt as PDF / bare reportlab", ours[0], bare[0], at_most_times=2),
        Figure("each further receipt / bare reportlab", ours[1], bare[1]),
    ]


def _a_receipt(folder: Path) -> ReceiptFacts:
    office, by = open_estate(folder, 1)
    lay_tariff(office, by)
    office.billing.run(by, RunRequest.through(2026, 3))
    office.shifts.open(by, NOTHING)
    taken = office.payments.take(by, payment_for(office, all_units(office)[0]))
    facts = office.receipts.facts(taken.receipt_id)
    office.close()
    return facts
