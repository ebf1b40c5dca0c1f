"""The list on the left: what there is, how it is found, what an empty one says."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from tests.accessibility import cut_texts, name_of
from tests.fees_screen.conftest import OpenDesk
from tests.fees_screen.desk import Desk
from tests.office_builder import OfficeBuilder
from ui.fees.sides import Side
from ui.widgets.text_label import TextLabel
from ui.widgets.two_line_list import GroupHead


def shown_words(desk: Desk) -> str:
    return " ".join(label.text() for label in desk.page.findChildren(TextLabel) if label.isVisible())


def test_tariffs_stand_under_the_heads_of_their_fee_items(desk: Desk) -> None:
    lines = desk.page.side.rows.lines()
    assert [line.text for line in lines if isinstance(line, GroupHead)] == [
        "物业费",
        "公共能耗费",
        "车位费",
        "维修基金",
    ]
    assert desk.listed()[:2] == ["住宅物业费（高层）", "商铺物业费"]


def test_the_first_tariff_is_open_when_the_tab_is_shown(desk: Desk) -> None:
    assert "住宅物业费（高层）" in shown_words(desk)
    assert "1.85 yuan/㎡·month × building area" in shown_words(desk)


def test_words_of_the_fee_item_find_its_tariffs(desk: Desk) -> None:
    desk.keys.press("F2")
    desk.keys.commit("车位")
    assert desk.listed() == ["地下固定车位"]
    assert "150.00 yuan/month" in shown_words(desk)


def test_words_without_a_hit_say_what_to_do(desk: Desk) -> None:
    desk.keys.press("F2")
    desk.keys.commit("取暖费")
    assert desk.listed() == []
    assert "Delete a word, or press Esc" in shown_words(desk)
    desk.keys.press("Esc")
    assert len(desk.listed()) == 5


def test_down_and_enter_open_a_tariff_and_lead_to_its_units(desk: Desk) -> None:
    desk.keys.press("F2", "Down", "Return")
    assert "商铺物业费" in shown_words(desk)
    assert desk.page.tariff.table.hasFocus()
    assert len(desk.page.tariff.table.rows_model.rows) == 8


def test_f2_comes_back_to_the_search_box_from_anywhere(desk: Desk) -> None:
    desk.keys.press("Return", "Tab", "Tab")
    desk.page.focus_search()
    assert desk.page.side.search.hasFocus()


def test_the_runs_are_a_second_list_in_the_same_place(desk: Desk) -> None:
    desk.keys.press("Alt+2")
    assert desk.listed() == ["2026-11", "2026-10", "2026-10", "2026-09"]
    assert name_of(desk.page.side.rows) == "Billing runs"
    assert "Billing through 2026-11" in shown_words(desk)
    desk.keys.press("Alt+1")
    assert desk.listed()[0] == "住宅物业费（高层）"


def test_an_office_on_its_first_day_is_told_what_comes_first(new_office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(new_office)
    assert "No tariff yet: make the first one" in shown_words(desk)
    desk.keys.press("Alt+2")
    assert "Nothing was billed yet" in shown_words(desk)


def test_the_choice_of_lists_stands_in_one_row_where_its_words_allow_it(desk: Desk) -> None:
    """Short words, as in Chinese, put their keys below them; longer ones take a second row, their keys beside them."""
    side = desk.page.side
    buttons = [side._segments.button(one) for one in Side]

    def rows(width: int) -> int:
        side.setFixedWidth(width)
        side.fold(width, narrow=False, small=False)
        QApplication.sendPostedEvents()
        assert cut_texts(side) == []
        return len({button.y() for button in buttons})

    assert rows(420) == 1
    assert {button.height() for button in buttons} == {buttons[0].sizeHint().height()}
    assert rows(284) == 2


def test_another_list_is_shown_while_words_stand_in_the_search_box(desk: Desk) -> None:
    desk.keys.press("F2")
    desk.keys.commit("车位")
    for side in (*Side, Side.TARIFFS):
        desk.page.side.show_side(side)
    assert len(desk.listed()) == 5
