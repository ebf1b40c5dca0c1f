"""收款收据 on thermal rolls: as long as its content, readable by cameras, and the same dot for dot each time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.core.money import Money
from app.core.show import show_money
from app.counter.papers.receipt_paper import receipt_pdf
from app.counter.receipts.receipt_facts import ReceiptFacts
from app.paper.profiles import PaperProfile
from app.paper.qr import QUIET_MODULES
from tests.counter.sample_receipts import COPY, LARGEST, LONGEST, ROLLS, SAMPLES, long_names, with_count, with_lines
from tests.counter.test_receipt_facts import DRAWN
from tests.paper.judges import PaperOnTable
from tests.paper.kept_pictures import differs_from_kept

both_rolls = pytest.mark.parametrize("roll", ROLLS, ids=lambda roll: roll.name)

every_sample = pytest.mark.parametrize("facts", SAMPLES.values(), ids=SAMPLES)


@both_rolls
@every_sample
def test_p2_every_fact_is_on_the_roll(roll: PaperProfile, facts: ReceiptFacts, tmp_path: Path) -> None:
    paper = PaperOnTable(receipt_pdf(facts, roll), tmp_path)
    wanted = [
        *("收款收据", facts.label, "2026-11-23 10:26", facts.unit, facts.area, facts.check, *facts.notes),
        *("合计", show_money(facts.total, sign=True), facts.shift, "热敏字迹会褪色，请拍照或复印后保存"),
        *(text for line in facts.lines for text in (line.item, line.period, line.unit_price, show_money(line.amount))),
        *(text for tender in facts.tenders for text in (tender.method, show_money(tender.amount))),
    ]
    assert [fact for fact in wanted if not paper.says(fact)] == []
    assert all(letter in paper.text() for line in facts.lines for letter in line.quantity if letter != " ")
    assert paper.says(f"找零{show_money(facts.change)}") == facts.gives_change


@both_rolls
@every_sample
def test_a_roll_carries_its_fonts_and_its_code_reads_at_the_heads_own_dots(
    roll: PaperProfile, facts: ReceiptFacts, tmp_path: Path
) -> None:
    paper = PaperOnTable(receipt_pdf(facts, roll, COPY), tmp_path)
    assert "No syntax" in paper.sound()
    assert all(font[-5:-2] == ["yes", "yes", "yes"] for font in paper.fonts())
    assert paper.codes(dpi=203) == [facts.code]


@both_rolls
@every_sample
def test_nothing_stands_outside_the_width_that_the_head_prints(
    roll: PaperProfile, facts: ReceiptFacts, tmp_path: Path
) -> None:
    paper = PaperOnTable(receipt_pdf(facts, roll, COPY, voided=True), tmp_path)
    length = paper.size[1] / 72 * 25.4
    edge = roll.margins
    assert paper.ink(0, 0, edge.left - 0.2, length) == 0
    assert paper.ink(roll.width - edge.right + 0.2, 0, roll.width, length) == 0


@both_rolls
def test_a_roll_is_as_long_as_its_content_and_has_no_pages(roll: PaperProfile, tmp_path: Path) -> None:
    lengths = []
    for count in (1, 12, 30):
        paper = PaperOnTable(receipt_pdf(with_count(count), roll), tmp_path)
        assert paper.page_count == 1
        assert not paper.says("第 1 页")
        lengths.append(paper.size[1] / 72 * 25.4)
        assert paper.ink(0, lengths[-1] - roll.margins.bottom, roll.width, lengths[-1]) == 0
        assert paper.ink(0, lengths[-1] - roll.margins.bottom - 4, roll.width, lengths[-1]) > 0
    assert lengths[0] < lengths[1] < lengths[2]
    assert lengths[2] > 297


@both_rolls
@pytest.mark.parametrize(
    ("fen", "words"), [(5, "人民币伍分"), (LARGEST.fen, "人民币玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分")]
)
def test_smallest_and_largest_amount_stand_in_words_and_figures(
    roll: PaperProfile, fen: int, words: str, tmp_path: Path
) -> None:
    paper = PaperOnTable(receipt_pdf(with_lines(replace(DRAWN.lines[0], amount=Money(fen))), roll), tmp_path)
    assert paper.says(words)
    assert paper.says(show_money(Money(fen), sign=True))


@both_rolls
def test_a_long_name_is_wrapped_and_never_cut(roll: PaperProfile, tmp_path: Path) -> None:
    paper = PaperOnTable(receipt_pdf(long_names(), roll), tmp_path)
    assert paper.says(LONGEST)


@both_rolls
def test_a_copy_says_so_and_a_void_receipt_too(roll: PaperProfile, tmp_path: Path) -> None:
    copy = PaperOnTable(receipt_pdf(DRAWN, roll, COPY, voided=True), tmp_path)
    for words in ("补打 第 1 次", "已作废", "补打 2026-11-23 16:40", "不作第二份凭证"):
        assert copy.says(words), words
    assert not PaperOnTable(receipt_pdf(DRAWN, roll), tmp_path).says("补打")


@both_rolls
def test_the_quiet_zone_of_the_code_is_empty(roll: PaperProfile, tmp_path: Path) -> None:
    paper = PaperOnTable(receipt_pdf(DRAWN, roll, COPY), tmp_path)
    dark = np.array(paper.picture(dpi=203)) < 128
    per_mm, edge, quiet = 203 / 25.4, 21 * roll.module, QUIET_MODULES * roll.module
    left = roll.margins.left
    top = next(y for y in range(dark.shape[0]) if _is_finder(dark, y, left, roll, per_mm)) / per_mm
    ring = dark[
        round((top - quiet) * per_mm) + 2 : round(top * per_mm) - 1, : round((left + edge + quiet) * per_mm) - 2
    ]
    below = dark[
        round((top + edge) * per_mm) + 2 : round((top + edge + quiet) * per_mm) - 2,
        : round((left + edge + quiet) * per_mm) - 2,
    ]
    aside = dark[
        round(top * per_mm) : round((top + edge) * per_mm),
        round((left + edge) * per_mm) + 2 : round((left + edge + quiet) * per_mm) - 2,
    ]
    assert not ring.any()
    assert not below.any()
    assert not aside.any()


def _is_finder(dark: np.ndarray, y: int, left: float, roll: PaperProfile, per_mm: float) -> bool:
    """Whether a row of dots shows the top of the code: seven dark modules, then a light one, and seven at the end."""
    at = [dark[y, round((left + (module + 0.5) * roll.module) * per_mm)] for module in range(21)]
    after = dark[y, round((left + 21 * roll.module + 1) * per_mm) :]
    return all(at[:7]) and not at[7] and not at[13] and all(at[14:]) and not after[:4].any()


@both_rolls
@pytest.mark.parametrize("name", ["drawn", "long-names", "rare-names"])
def test_a_roll_looks_as_it_did_when_people_last_looked_at_it(roll: PaperProfile, name: str, tmp_path: Path) -> None:
    picture = PaperOnTable(receipt_pdf(SAMPLES[name], roll, COPY), tmp_path).picture(dpi=203)
    assert differs_from_kept(f"receipt-{roll.name}-{name}", picture) < 0.002
