"""The booklet: every plan and every number, in the order in which the picker shows them, with no resident in it."""

from collections.abc import Callable

from app.incidents.organisation.post import PostFacts, PostGroup
from app.incidents.papers.settings import PRIVATE_NUMBERS
from tests.incidents.papers.paper_office import MAINTAINER, MANAGER, PaperOffice
from tests.paper.judges import PaperOnTable

OnTable = Callable[[bytes], PaperOnTable]


def test_i21_the_contents_name_every_plan_with_the_page_where_it_begins(house: PaperOffice, on_table: OnTable) -> None:
    paper = on_table(house.office.incident_papers.booklet().pdf)
    contents, plans = paper.text(1), house.office.plans.in_use()
    assert len(plans) == 23
    for plan in plans:
        page = next(page for page in range(2, paper.page_count + 1) if paper.says(f"{plan.name.zh} 应急检查单", page))
        assert "".join(f"{plan.name.zh}{plan.use_when.zh}{page}".split()) in contents


def test_i21_the_cover_shows_the_three_numbers_and_the_day_of_printing(house: PaperOffice, on_table: OnTable) -> None:
    first = on_table(house.office.incident_papers.booklet().pdf).text(1)
    assert all(number in first for number in ("消防", "119", "急救", "120", "公安", "110"))
    assert "打印2026-11-2009:00" in first


def test_pages_are_numbered_through_and_answers_lead_to_pages_of_the_booklet(
    house: PaperOffice, on_table: OnTable
) -> None:
    paper = on_table(house.office.incident_papers.booklet().pdf)
    for page in range(1, paper.page_count + 1):
        assert paper.says(f"第 {page} 页 共 {paper.page_count} 页", page)
    lift = next(page for page in range(2, paper.page_count) if paper.says("电梯困人 应急检查单（续）", page))
    assert paper.says(f"不适、孕妇、惊恐 → 二（第 {lift} 页）", lift - 1)


def test_the_call_list_stands_in_it_with_private_numbers_only_by_choice(house: PaperOffice, on_table: OnTable) -> None:
    organisation = house.office.organisation
    organisation.add(house.supervisor, PostFacts(PostGroup.COMMAND, "总指挥", "赵予安", MANAGER))
    house.unit("3-2-701", owner="魏长青", phone="13855550123")
    paper = on_table(house.office.incident_papers.booklet().pdf)
    assert paper.says(f"电梯维保单位台通电梯维保{MAINTAINER}")
    assert paper.says("总指挥赵予安")
    assert MANAGER not in paper.text()
    assert "魏长青" not in paper.text()
    assert "13855550123" not in paper.text()
    house.office.settings.change(house.supervisor, {PRIVATE_NUMBERS: True})
    assert MANAGER in on_table(house.office.incident_papers.booklet().pdf).text()


def test_the_booklet_is_sound_and_every_face_is_in_it(house: PaperOffice, on_table: OnTable) -> None:
    paper = on_table(house.office.incident_papers.booklet().pdf)
    assert "No syntax or stream encoding errors" in paper.sound()
    assert all(font[-5] == "yes" for font in paper.fonts())
