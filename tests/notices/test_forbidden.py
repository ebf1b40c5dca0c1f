"""What no notice says: X-02 nothing that presses for fees, X-05 nobody's name, room or telephone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.notices.checks.pressing import ARREARS, SUPPLIES, check_pressing
from app.notices.checks.private import Private, check_private
from app.notices.refusals import NamesAPerson, PressesForFees, PrivateFact
from tests.notices.notice_office import PLANNED, SUDDEN, NoticeOffice

BOOK = Private(
    names=frozenset({"张建国", "高峰", "欧阳小满", "禾木里置业有限公司"}),
    phones=frozenset({"13800005678", "57188880000"}),
    rooms=frozenset({"3-2-501"}),
    own=frozenset({"05715550100", "13900001111"}),
)


@given(st.sampled_from(ARREARS), st.sampled_from(SUPPLIES), st.booleans())
def test_x02_unpaid_fees_and_a_supply_never_stand_in_one_notice(arrears: str, supply: str, swapped: bool) -> None:
    texts = [f"请注意{arrears}", f"将影响{supply}"]
    with pytest.raises(PressesForFees) as refused:
        check_pressing(reversed(texts) if swapped else texts)
    assert arrears in refused.value.arrears
    assert supply in refused.value.supplies


@pytest.mark.parametrize("hidden", ["欠 费 者 停 电", "欠-费，停·电", "欠\n费 停\n电", "欠\u3000费停\u200b电"])
def test_x02_a_word_cannot_be_hidden_by_writing_it_apart(hidden: str) -> None:
    with pytest.raises(PressesForFees):
        check_pressing([hidden])


@pytest.mark.parametrize("text", ["停水停电，请存水", "欠费可以分期", "电梯停用，请走楼梯", "到前台交现金"])
def test_x02_either_side_alone_is_no_pressure(text: str) -> None:
    check_pressing([text])


def test_x02_the_words_are_named_when_a_notice_is_issued(notices: NoticeOffice) -> None:
    for reason in ("有业主拖欠物业费", "清欠期间"):
        with pytest.raises(PressesForFees):
            notices.issues("planned-power-cut", {**PLANNED, "reason": reason})
    assert notices.office.notices.all() == ()


@pytest.mark.parametrize(
    ("text", "fact", "words"),
    [
        ("张建国家漏水", PrivateFact.NAME, "张建国"),
        ("张 建 国家漏水", PrivateFact.NAME, "张建国"),
        ("住户高峰", PrivateFact.NAME, "高峰"),
        ("高峰先生", PrivateFact.NAME, "高峰"),
        ("欧阳小满", PrivateFact.NAME, "欧阳小满"),
        ("张某家中", PrivateFact.NAME, "张某"),
        ("3-2-501 有人感染", PrivateFact.ROOM, "3-2-501"),
        ("2 栋 501 室漏水", PrivateFact.ROOM, "501 室"),
        ("1202房", PrivateFact.ROOM, "1202房"),
        ("电话 138 0000 5678", PrivateFact.PHONE, "13800005678"),
        ("电话 138-0000-9999", PrivateFact.PHONE, "13800009999"),
        ("电话 １３８００００９９９９", PrivateFact.PHONE, "13800009999"),
        ("电话 571-8888 0000", PrivateFact.PHONE, "57188880000"),
    ],
)
def test_x05_names_rooms_and_private_telephones_are_refused(text: str, fact: PrivateFact, words: str) -> None:
    with pytest.raises(NamesAPerson) as refused:
        check_private([text], BOOK)
    assert refused.value.fact is fact
    assert words in refused.value.words


@pytest.mark.parametrize(
    "text",
    [
        *("用电高峰时段", "早高峰请让行", "3 号楼、5 号楼全部单元", "禾木里置业有限公司施工", "前台 0571-5550100"),
        *(
            "值班手机 139 0000 1111",
            "2026-11-26 08:30 – 17:30",
            "供电服务热线  95598",
            "地下车库 B1 层",
            "某些楼层来水会晚",
        ),
        *("10-12 点停水", "每户 100 元", "101 号楼", "某单元门口"),
    ],
)
def test_x05_what_every_notice_says_is_no_secret(text: str) -> None:
    check_private([text], BOOK)


def test_x05_the_book_of_the_office_is_asked(notices: NoticeOffice) -> None:
    for values in ({"reason": "张建国家管道爆裂"}, {"place": "3-1-501"}, {"other": "业主 13800005678"}):
        with pytest.raises(NamesAPerson):
            notices.issues("planned-power-cut", {**PLANNED, **values})


def test_x05_the_place_in_the_list_names_no_room_either(notices: NoticeOffice) -> None:
    with pytest.raises(NamesAPerson):
        notices.issues("sudden-power-cut", {**SUDDEN, "place": "2-1-101"})
