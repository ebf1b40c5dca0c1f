"""Issuing, calling off, putting off, coming back; places ticked by door; templates by version."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import update

from app.access.refusals import NotPermitted
from app.notices.asked import Door, NoticeWanted
from app.notices.issued.standing import Standing
from app.notices.refusals import (
    CallingOffNeedsReason,
    DownAlready,
    FieldsMissing,
    FollowsAnother,
    NoPlaceNamed,
    NoticeCalledOff,
    NoticeUnknown,
    NotPosted,
    PostedInFuture,
    TemplateBroken,
    TemplateUnchanged,
    TemplateUnknown,
)
from app.notices.tables import notice, notice_posting
from app.notices.templates.template import NoticeKind
from app.notices.templates.worded import with_text
from tests.notices.notice_office import PLANNED, SUDDEN, NoticeOffice


def test_a_notice_begins_with_what_office_and_incident_know(notices: NoticeOffice) -> None:
    wanted = NoticeWanted("sudden-power-cut", "2 栋", 1, datetime(2026, 11, 23, 18, 20), incident_id=7)
    begun = notices.office.notices.begin(wanted)
    assert begun.kind is NoticeKind.SUDDEN
    assert begun.values["from"] == "2026-11-23T18:20"
    assert (begun.values["place"], begun.values["phone"]) == ("2 栋", "0571-5550100")
    assert (begun.building_id, begun.incident_id) == (1, 7)
    assert begun.values["steps"].startswith("!不乘电梯")


def test_what_an_incident_tells_of_was_not_planned(notices: NoticeOffice) -> None:
    begin = notices.office.notices.begin
    stuck = begin(NoticeWanted("lift-repair", "3 栋", incident_id=7))
    assert (stuck.kind, stuck.values["reason"]) == (NoticeKind.SUDDEN, "设备故障，维保单位正在修理")
    assert begin(NoticeWanted("lift-repair", "3 栋")).kind is NoticeKind.PLANNED
    assert begin(NoticeWanted("planned-power-cut", incident_id=7)).kind is NoticeKind.PLANNED


def test_numbers_run_through_the_year_and_begin_anew(notices: NoticeOffice) -> None:
    first, second = (notices.issues("planned-power-cut", PLANNED) for _ in range(2))
    notices.clock.set(datetime(2027, 1, 2, 9))
    third = notices.issues("planned-power-cut", PLANNED)
    numbers = [notices.notice(one).number for one in (first, second, third)]
    assert numbers == ["N-2026-0001", "N-2026-0002", "N-2027-0001"]


def test_nothing_is_numbered_that_was_refused(notices: NoticeOffice) -> None:
    with pytest.raises(FieldsMissing):
        notices.issues("planned-power-cut", {"from": "2026-11-26T08:30"})
    assert notices.notice(notices.issues("planned-power-cut", PLANNED)).number == "N-2026-0001"


def test_the_words_are_copied_and_stay_when_the_template_changes(notices: NoticeOffice) -> None:
    issued = notices.issues("planned-power-cut", PLANNED)
    before = notices.notice(issued).paper
    templates = notices.office.notice_templates
    document = with_text(templates.newest("planned-power-cut").document, ("title", "planned"), "停电预告")
    templates.save(notices.supervisor, "planned-power-cut", document)
    assert notices.notice(issued).paper == before
    assert notices.notice(notices.issues("planned-power-cut", PLANNED)).paper.title == "停电预告"
    assert [one.version for one in templates.history("planned-power-cut")] == [2, 1]


def test_a_template_is_changed_by_whoever_may_and_only_where_it_holds(notices: NoticeOffice) -> None:
    templates = notices.office.notice_templates
    document = templates.newest("general").document
    with pytest.raises(TemplateUnchanged):
        templates.save(notices.supervisor, "general", document)
    changed = with_text(document, ("foot",), "由{someone}取下")
    with pytest.raises(TemplateBroken):
        templates.save(notices.supervisor, "general", changed)
    with pytest.raises(NotPermitted):
        templates.save(notices.cashier, "general", with_text(document, ("foot",), "到期取下"))
    with pytest.raises(TemplateUnknown):
        templates.newest("none")
    assert templates.newest("general").version == 1


def test_a_template_can_be_tried_before_it_is_kept(notices: NoticeOffice) -> None:
    templates = notices.office.notice_templates
    for held in templates.in_use():
        for kind in held.template.kinds:
            tried = templates.tried(held.template.code, held.document, kind)
            assert tried.title
            assert tried.message
            assert "{" not in "".join(tried.texts)


def test_doors_are_those_of_the_estate_and_hang_in_one_act(notices: NoticeOffice) -> None:
    doors = notices.office.postings.doors(1)
    assert [door.label for door in doors] == ["2 栋 1 单元", "2 栋 2 单元", "2 栋 3 单元"]
    assert len(notices.office.postings.doors()) == 5
    issued = notices.issues("sudden-power-cut", SUDDEN, doors=(*doors, doors[0]))
    assert (notices.notice(issued).places, notices.notice(issued).standing) == (3, Standing.TO_POST)
    notices.clock.advance(minutes=30)
    notices.office.postings.post(notices.cashier, notices.posted(issued), "陈队长")
    lines = notices.office.postings.of(issued)
    assert {one.posted_by for one in lines} == {"陈队长"}
    assert notices.notice(issued).standing is Standing.HANGS


def test_a_door_that_was_ticked_before_keeps_its_hour_and_its_hand(notices: NoticeOffice) -> None:
    postings = notices.office.postings
    issued = notices.issues("sudden-power-cut", SUDDEN, doors=postings.doors(1))
    postings.post(notices.cashier, notices.posted(issued, "2 栋 1 单元"), "陈队长")
    first = notices.clock.now()
    notices.clock.advance(minutes=5)
    postings.post(notices.cashier, notices.posted(issued))
    hung = {one.place: (one.posted_at, one.posted_by) for one in postings.of(issued)}
    assert hung["2 栋 1 单元"] == (first, "陈队长")
    assert hung["2 栋 2 单元"] == (notices.clock.now(), "王敏")


def test_what_hangs_late_is_overdue_and_comes_first(notices: NoticeOffice) -> None:
    planned = notices.issues("planned-power-cut", PLANNED, doors=notices.office.postings.doors(2))
    sudden = notices.issues("sudden-power-cut", SUDDEN, doors=notices.office.postings.doors(1))
    notices.clock.set(datetime(2026, 11, 23, 19, 51))
    assert [one.id for one in notices.office.notices.all()] == [sudden, planned]
    assert notices.notice(sudden).standing is Standing.OVERDUE
    notices.office.postings.post(notices.cashier, notices.posted(sudden))
    assert [one.id for one in notices.office.notices.at_work()] == [planned, sudden]


def test_old_notices_leave_the_list_but_not_while_they_hang(
    notices: NoticeOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.notices.issued.notices._MOST", 2)
    hanging = notices.issues("general", {"body": "一"}, doors=(Door("大堂"),))
    notices.office.postings.post(notices.cashier, notices.posted(hanging))
    gone, *newest = (notices.issues("general", {"body": text}) for text in "二三四")
    notices.office.postings.sent(notices.cashier, gone, "业主群")
    assert {one.id for one in notices.office.notices.all()} == {hanging, *newest}


def test_a_notice_that_all_is_well_sends_the_old_one_down(notices: NoticeOffice) -> None:
    sudden = notices.issues("sudden-power-cut", SUDDEN, doors=notices.office.postings.doors(1))
    notices.office.postings.post(notices.cashier, notices.posted(sudden))
    notices.clock.set(datetime(2026, 11, 23, 22))
    follow = notices.office.notices.follow(sudden, NoticeKind.RESTORED)
    assert follow.values["back"] == "2026-11-23T22:00"
    restored = notices.office.notices.issue(notices.cashier, follow)
    old, new = notices.notice(sudden), notices.notice(restored)
    assert (old.standing, old.followed_by, new.paper.follows) == (Standing.TAKE_DOWN, new.number, old.number)
    notices.office.postings.take_down(notices.cashier, notices.posted(sudden))
    assert notices.notice(sudden).standing is Standing.OVER
    notices.clock.set(datetime(2026, 11, 24, 22))
    assert notices.notice(restored).standing is Standing.OVER


def test_a_planned_cut_that_is_put_off_says_what_was_announced_before(notices: NoticeOffice) -> None:
    planned = notices.issues("planned-power-cut", PLANNED)
    follow = notices.office.notices.follow(planned, NoticeKind.POSTPONED)
    assert follow.values["was"] == "11 月 26 日 星期四 08:30 – 17:30"
    later = {**follow.values, "from": "2026-11-28T08:30", "to": "2026-11-28T17:30"}
    put_off = notices.office.notices.issue(notices.cashier, replace(follow, values=later))
    rows = {row.label: row.lines for row in notices.notice(put_off).paper.poster}
    assert rows["原定"] == ("11 月 26 日 星期四 08:30 – 17:30",)
    assert rows["改为"] == ("11 月 28 日  星期六", "08:30 – 17:30")
    assert notices.notice(planned).standing is Standing.OVER


def test_what_follows_begins_from_an_earlier_notice_of_its_kind(notices: NoticeOffice) -> None:
    planned = notices.issues("planned-power-cut", PLANNED)
    with pytest.raises(FollowsAnother):
        notices.issues("sudden-power-cut", {"back": "2026-11-23T18:00", "place": "2 栋"}, NoticeKind.RESTORED)
    lift = notices.begun("lift-repair", {"place": "东梯", "back": "2026-11-23T18:00"}, NoticeKind.RESTORED)
    with pytest.raises(FollowsAnother):
        notices.office.notices.issue(notices.cashier, replace(lift, follows=planned))
    with pytest.raises(NoticeUnknown):
        notices.office.notices.follow(99, NoticeKind.RESTORED)


def test_a_notice_is_called_off_with_its_reason_and_takes_no_more_places(notices: NoticeOffice) -> None:
    planned = notices.issues("planned-power-cut", PLANNED, doors=notices.office.postings.doors(2))
    with pytest.raises(CallingOffNeedsReason):
        notices.office.notices.call_off(notices.cashier, planned, " ")
    notices.office.postings.post(notices.cashier, notices.posted(planned))
    called_off = notices.office.notices.call_off(notices.cashier, planned, "供电公司取消检修")
    assert (called_off.standing, called_off.called_off_for) == (Standing.TAKE_DOWN, "供电公司取消检修")
    for act in (
        lambda: notices.office.notices.call_off(notices.cashier, planned, "再一次"),
        lambda: notices.office.notices.follow(planned, NoticeKind.RESTORED),
        lambda: notices.office.postings.add(notices.cashier, planned, [Door("大堂")]),
    ):
        with pytest.raises(NoticeCalledOff):
            act()
    notices.office.postings.take_down(notices.cashier, notices.posted(planned))
    assert notices.notice(planned).standing is Standing.CALLED_OFF


def test_a_tick_by_mistake_is_taken_back_and_stays_in_the_book(notices: NoticeOffice) -> None:
    postings = notices.office.postings
    issued = notices.issues("sudden-power-cut", SUDDEN, doors=notices.office.postings.doors(1))
    first = notices.posted(issued, "2 栋 1 单元")
    postings.post(notices.cashier, first)
    postings.take_back(notices.cashier, first)
    assert [one.posted_at for one in postings.of(issued)] == [None] * 3
    with notices.office.store.reading() as connection:
        rows = connection.execute(notice_posting.select().where(notice_posting.c.id == first[0])).all()
    assert rows[0].posted_at is not None
    assert rows[0].taken_off_at is not None


def test_what_does_not_hang_cannot_come_down_and_nothing_hangs_later_than_now(notices: NoticeOffice) -> None:
    postings = notices.office.postings
    issued = notices.issues("sudden-power-cut", SUDDEN, doors=(Door("大堂"),))
    (lobby,) = notices.posted(issued)
    with pytest.raises(NotPosted):
        postings.take_down(notices.cashier, [lobby])
    with pytest.raises(NotPosted):
        postings.photograph(notices.cashier, lobby, b"picture")
    with pytest.raises(PostedInFuture):
        postings.post(notices.cashier, [lobby], at=datetime(2026, 11, 23, 18, 26))
    with pytest.raises(NoPlaceNamed):
        postings.add(notices.cashier, issued, [Door(" ")])
    postings.post(notices.cashier, [lobby], at=datetime(2026, 11, 23, 18, 22))
    postings.take_down(notices.cashier, [lobby])
    with pytest.raises(DownAlready):
        postings.post(notices.cashier, [lobby])


def test_a_place_by_mistake_is_dropped_and_a_photo_is_kept(notices: NoticeOffice) -> None:
    postings = notices.office.postings
    issued = notices.issues("sudden-power-cut", SUDDEN, doors=(Door("大堂"), Door("天台")))
    postings.drop(notices.cashier, notices.posted(issued, "天台"))
    assert [one.place for one in postings.of(issued)] == ["大堂"]
    (lobby,) = notices.posted(issued)
    postings.post(notices.cashier, [lobby])
    postings.photograph(notices.cashier, lobby, b"picture")
    assert postings.photo(lobby) == b"picture"
    assert postings.of(issued)[0].has_photo


def test_a_copied_message_is_logged_as_sent_by_hand(notices: NoticeOffice) -> None:
    issued = notices.issues("sudden-power-cut", SUDDEN, doors=(Door("大堂"),))
    notices.office.postings.sent(notices.cashier, issued, "业主群")
    lines = notices.office.postings.of(issued)
    assert [(one.place, one.message, one.posted_at) for one in lines][1:] == [("业主群", True, notices.clock.now())]
    found = notices.notice(issued)
    assert (found.places, found.sent, found.standing) == (1, 1, Standing.TO_POST)


def test_whoever_may_not_issue_notices_does_not(notices: NoticeOffice) -> None:
    asked = notices.begun("planned-power-cut", PLANNED)
    assert notices.office.notices.draft(notices.cashier, asked).due_by == datetime(2026, 11, 24, 8, 30)


@pytest.mark.parametrize(
    ("broken", "truth"),
    [
        (lambda: update(notice).values(number=20260007), "without a gap"),
        (lambda: update(notice).values(called_off_at=datetime(2026, 11, 23)), "called off"),
        (lambda: update(notice_posting).values(removed_at=datetime(2026, 11, 23)), "never hung"),
        (lambda: update(notice_posting).values(posted_at=datetime(2026, 11, 23)), "never hung"),
    ],
)
def test_verify_finds_what_was_tampered_with(notices: NoticeOffice, broken: object, truth: str) -> None:
    issued = notices.issues("planned-power-cut", PLANNED, doors=(Door("大堂"),))
    assert issued
    assert callable(broken)
    with notices.office.store.transaction() as connection:
        before = [dict(row._mapping) for row in connection.execute(notice.select())]
        places = [dict(row._mapping) for row in connection.execute(notice_posting.select())]
        connection.execute(broken())
    assert any(truth in one for one in notices.breaches())
    with notices.office.store.transaction() as connection:
        for row in before:
            connection.execute(update(notice).where(notice.c.id == row["id"]).values(**row))
        for row in places:
            connection.execute(update(notice_posting).where(notice_posting.c.id == row["id"]).values(**row))


def test_verify_finds_a_photo_that_was_changed(notices: NoticeOffice) -> None:
    issued = notices.issues("planned-power-cut", PLANNED, doors=(Door("大堂"),))
    (lobby,) = notices.posted(issued)
    notices.office.postings.post(notices.cashier, [lobby])
    notices.office.postings.photograph(notices.cashier, lobby, b"picture")
    for content in (b"another", b"picture"):
        with notices.office.store.transaction() as connection:
            connection.execute(update(notice_posting).values(photo=content))
        kept = hashlib.sha256(content).hexdigest() == hashlib.sha256(b"picture").hexdigest()
        assert any("photos of notices" in one for one in notices.breaches()) is not kept
