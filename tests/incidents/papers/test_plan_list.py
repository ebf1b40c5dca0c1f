"""The list of a plan on paper: everything that the screen would ask, blank or as far as it was worked."""

import re
import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from app.incidents.contacts.contact_rule import ContactFacts
from app.incidents.papers.settings import PRIVATE_NUMBERS
from app.incidents.plans.shipped_plans import shipped_plans
from app.incidents.refusals import IncidentUnknown, PlanUnknown
from tests.incidents.papers.paper_office import MAINTAINER, MANAGER, STUCK, PaperOffice
from tests.paper.judges import PaperOnTable

OnTable = Callable[[bytes], PaperOnTable]
TWELVE_POINTS = 12
ONE_SHEET = 2


def smallest_size(paper: PaperOnTable, folder: Path) -> float:
    """The smallest size in points in which anything is set."""
    file = folder / "sizes.pdf"
    file.write_bytes(paper.pdf)
    plain = subprocess.run(
        ["qpdf", "--qdf", "--object-streams=disable", str(file), "-"], check=True, capture_output=True
    ).stdout
    return min(float(size) for size in re.findall(rb"/F\d+\+?\d* ([\d.]+) Tf", plain))


@pytest.mark.parametrize("code", shipped_plans())
def test_i21_every_list_says_all_that_its_plan_asks_for(house: PaperOffice, on_table: OnTable, code: str) -> None:
    plan = house.office.plans.plan(code)
    paper = on_table(house.office.incident_papers.list_paper(code).pdf)
    for step in plan.steps():
        assert paper.says(step.text.zh), step.text.zh
        for ask in step.asks:
            assert paper.says(ask.text.zh)
            assert all(paper.says(option.text.zh) for option in ask.options)
    for page in plan.pages:
        assert paper.says(page.title.zh)
    for timer in plan.timers:
        assert paper.says(timer.when_due.zh)
    for never in plan.never:
        assert paper.says(never.zh)
    assert all(number in paper.text(1) for number in ("119", "120", "110"))


@pytest.mark.parametrize("code", ["lift-entrapment", "fire", "acute-illness"])
def test_i21_nothing_on_a_list_is_smaller_than_twelve_points(
    house: PaperOffice, on_table: OnTable, tmp_path: Path, code: str
) -> None:
    paper = on_table(house.office.incident_papers.list_paper(code).pdf)
    assert smallest_size(paper, tmp_path) >= TWELVE_POINTS


def test_a_list_is_sound_and_every_face_is_in_it(house: PaperOffice, on_table: OnTable) -> None:
    paper = on_table(house.office.incident_papers.list_paper("fire").pdf)
    assert "No syntax or stream encoding errors" in paper.sound()
    assert paper.fonts()
    assert all(font[-5] == "yes" for font in paper.fonts())


def test_i8_version_date_and_who_approved_it_stand_on_the_list(house: PaperOffice, on_table: OnTable) -> None:
    plan = house.office.plans.plan("lift-entrapment")
    paper = on_table(house.office.incident_papers.list_paper("lift-entrapment").pdf)
    assert paper.says(f"第 {plan.version} 版 {plan.dated}")
    assert paper.says("批准")
    assert paper.says("逐条做，做完打勾、记时间")


def test_i6_critical_steps_are_told_by_a_word_and_a_sign(house: PaperOffice, on_table: OnTable) -> None:
    plan = house.office.plans.plan("lift-entrapment")
    paper = on_table(house.office.incident_papers.list_paper("lift-entrapment").pdf)
    for step in plan.steps():
        assert paper.says(f"▲关键{step.text.zh}") is step.critical, step.text.zh


def test_i9_an_answer_says_where_it_leads(house: PaperOffice, on_table: OnTable) -> None:
    paper = on_table(house.office.incident_papers.list_paper("lift-entrapment").pdf)
    assert paper.says("不适、孕妇、惊恐 → 二（第 2 页）")
    assert paper.says("有烟 → 二（第 2 页） → 另做《火警》")
    second = paper.text(2)
    assert second.index("“→”指到这一节才做") < second.index("打119：哪部电梯")


def test_the_page_that_an_answer_names_is_the_page_where_it_goes_on(house: PaperOffice, on_table: OnTable) -> None:
    for code in shipped_plans():
        plan = house.office.plans.plan(code)
        paper = on_table(house.office.incident_papers.list_paper(code).pdf)
        for named in re.findall(r"→([一二三四五六七八九十])[一-十、至]*（第(\d+)页）", paper.text()):
            title = plan.pages["一二三四五六七八九十".index(named[0])].title.zh
            assert paper.says(title, int(named[1])), (code, title)


def test_every_list_stands_on_the_two_sides_of_one_sheet(house: PaperOffice, on_table: OnTable) -> None:
    for code in shipped_plans():
        paper = on_table(house.office.incident_papers.list_paper(code).pdf)
        assert paper.page_count <= ONE_SHEET, code
        assert paper.says(f"第 {paper.page_count} 页 共 {paper.page_count} 页", paper.page_count)


def test_i21_a_list_is_printed_as_far_as_it_was_worked(house: PaperOffice, on_table: OnTable) -> None:
    stuck, incidents = house.stuck(), house.office.incidents
    incidents.tick(house.cashier, stuck, "which-lift", {"lift": "2 号梯", "floor": "7-8"})
    house.wait(1)
    incidents.tick(house.cashier, stuck, "how-many", {"people": "2", "condition": "unwell", "shaft": "clear"})
    incidents.deviate(house.cashier, stuck, "calm", "对讲坏了，到层门外喊话")
    paper = on_table(house.office.incident_papers.list_paper(stuck).pdf)
    assert paper.says("突261120-01")
    assert paper.says("3 号楼 2 单元 2 号电梯")
    assert paper.says("19:42")
    assert paper.says("做法不同：对讲坏了，到层门外喊话")
    assert paper.says("2 号梯")
    assert paper.text().count("✓") == 6  # three steps, two choices, and that it is real
    assert paper.says("王敏")


def test_i15_the_latest_arrival_stands_in_its_box(house: PaperOffice, on_table: OnTable) -> None:
    stuck, incidents = house.stuck(), house.office.incidents
    incidents.tick(house.cashier, stuck, "call-maintainer", {"reached": "yes", "maintainer-person": "冯工"})
    house.wait(5)
    incidents.answer_timer(house.cashier, stuck, "talk")
    paper = on_table(house.office.incident_papers.list_paper(stuck).pdf)
    assert paper.says(f"{STUCK + timedelta(minutes=30):%H:%M}")
    assert paper.says("19:46")


def test_i4_every_sheet_of_a_drill_says_so(house: PaperOffice, on_table: OnTable) -> None:
    drill = on_table(house.office.incident_papers.list_paper(house.stuck(is_drill=True)).pdf)
    assert drill.page_count == 2
    assert all("演练" in drill.text(page) for page in (1, 2))
    real = on_table(house.office.incident_papers.list_paper(house.stuck()).pdf)
    assert "演练" not in real.text(2)


def test_numbers_of_the_office_stand_on_the_list_and_private_ones_only_by_choice(
    house: PaperOffice, on_table: OnTable
) -> None:
    paper = on_table(house.office.incident_papers.list_paper("lift-entrapment").pdf)
    assert MAINTAINER in paper.text(1)
    assert MANAGER not in paper.text()
    house.office.settings.change(house.supervisor, {PRIVATE_NUMBERS: True})
    paper = on_table(house.office.incident_papers.list_paper("lift-entrapment").pdf)
    assert MANAGER in paper.text(1)


def test_i16_the_second_number_stands_beside_the_first(house: PaperOffice, on_table: OnTable) -> None:
    maintainer = next(line.contact for line in house.office.contacts.lines() if line.contact.key == "lift-maintainer")
    both = ContactFacts("台通电梯维保", MAINTAINER, "夜间值班", "0571-5550181")
    house.office.contacts.write(house.supervisor, "lift-maintainer", both, seen=maintainer.id)
    first = on_table(house.office.incident_papers.list_paper("lift-entrapment").pdf).text(1)
    assert "电梯维保单位（备用）" in first
    assert first.index(MAINTAINER) < first.index("0571-5550181") < first.index("96333")


def test_what_is_not_there_is_refused(house: PaperOffice) -> None:
    with pytest.raises(PlanUnknown):
        house.office.incident_papers.list_paper("volcano")
    with pytest.raises(IncidentUnknown):
        house.office.incident_papers.list_paper(99)


def test_long_words_are_never_cut_on_a_list(house: PaperOffice, on_table: OnTable, tmp_path: Path) -> None:
    place = "阳光花园三期东区二十八号楼四单元地下二层至地上三十三层之间的消防电梯（靠近四号车库入口一侧的那一部）"
    words = "对讲机没有电，手机也没有信号，先跑到八层层门外喊话，再跑回一层打固定电话，来回用了三分钟。" * 4
    stuck, incidents = house.stuck(place=place), house.office.incidents
    incidents.tick(house.cashier, stuck, "which-lift", {"lift": "东区消防电梯二号（载货兼用）" * 3, "floor": "7-8"})
    incidents.deviate(house.cashier, stuck, "calm", words)
    paper = on_table(house.office.incident_papers.list_paper(stuck).pdf)
    assert paper.says(place)
    assert paper.says(words)
    assert paper.says("东区消防电梯二号（载货兼用）" * 3)
    assert smallest_size(paper, tmp_path) >= TWELVE_POINTS


def test_a_rare_character_is_boxed_and_warned_of(house: PaperOffice) -> None:
    paper = house.office.incident_papers.list_paper(house.stuck(place="𠮷祥里 3 号楼"))
    assert [glyph.code for glyph in paper.missing] == ["U+20BB7"]
