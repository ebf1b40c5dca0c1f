"""Heads are found wherever they stand and however they are written."""

from __future__ import annotations

import re

import pytest

from app.sheets.header import ColumnKind, Header, HeaderFinder, plain_title

FINDER = HeaderFinder(
    (
        ColumnKind("building", ("楼号", "楼栋", "building")),
        ColumnKind("room", ("房号", "房间", "room no")),
        ColumnKind("area", ("建筑面积",)),
        ColumnKind("name", ("姓名", "业主姓名")),
        ColumnKind("contact", ("联系人姓名",)),
        ColumnKind("paid", ("已缴至",), re.compile(r"(?P<detail>.*?)已缴至")),
    )
)


def keys(header: Header | None) -> list[str | None]:
    assert header is not None
    return [column.kind.key if column.kind else None for column in header.columns]


@pytest.mark.parametrize(
    "title", ["建筑面积", " 建 筑 面 积 ", "建筑面积（㎡）", "*建筑面积(平方米)", "建筑面积：", "建筑\n面积"]
)
def test_a_head_is_known_with_brackets_stars_and_blanks(title: str) -> None:
    assert plain_title(title) == "建筑面积"


def test_heads_stand_below_a_title_and_blank_rows() -> None:
    header = FINDER.find([["阳光花园业主表"], [], ["楼号", "房号", "备用"], [3, 501, "x"]])
    assert header is not None
    assert header.rows == 3
    assert keys(header) == ["building", "room", None]


def test_heads_over_two_rows_are_read_together() -> None:
    upper = ["楼号", "房号", "业主", None, "联系人", None, "已缴至", None]
    lower = [None, None, "姓名", "性别", "姓名", "电话", "物业费", "水费"]
    header = FINDER.find([upper, lower, [3, 501, "张", "男", "李", "1", "2024", "2024"]])
    assert header is not None
    assert header.rows == 2
    assert keys(header) == ["building", "room", "name", None, "contact", None, "paid", "paid"]
    assert [column.detail for column in header.columns if column.kind and column.kind.key == "paid"] == [
        "物业费",
        "水费",
    ]


def test_a_row_of_measures_below_the_heads_belongs_to_them() -> None:
    header = FINDER.find([["楼号", "房号", "建筑面积"], [None, None, "（㎡）"], [3, 501, 89.5]])
    assert header is not None
    assert header.rows == 2


def test_the_first_row_of_data_is_not_taken_for_heads() -> None:
    header = FINDER.find([["楼号", "房号", "建筑面积"], ["3", "501", "89.5"]])
    assert header is not None
    assert header.rows == 1


def test_paid_through_columns_carry_their_fee_item() -> None:
    header = FINDER.find([["房号", "楼号", "已缴至", "物业费已缴至", "车位费 已缴至"]])
    assert header is not None
    assert [column.detail for column in header.columns[2:]] == ["", "物业费", "车位费"]


def test_nothing_is_found_where_no_two_heads_are_known() -> None:
    assert FINDER.find([["金额", "日期"], ["楼号", "x"]]) is None
    assert FINDER.find([]) is None
