"""Cases that months of chance may leave out: a paid repair, doubles made one, a mass event, a grave complaint."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from app.core.money import total
from app.counter.methods import Method
from app.counter.payments.asked import ChosenLine, TakePayment, paid_by
from app.demo.invented_photos import invented_photo
from app.demo.ticket_doings import TicketDoings
from app.demo.ticket_stories import (
    AWAY,
    DISPUTE,
    GRAVE,
    LEAK,
    MIXER,
    MIXER_PARTS,
    NO_WATER,
    SAY_NO_WATER,
    SEAL,
    SOCKET,
    SOCKET_PARTS,
    Part,
    Story,
)
from app.estate.unit_facts import UnitRow
from app.tickets.changes.many import Seen
from app.tickets.complaints.asked import Plan, Review
from app.tickets.events.mass_events import NewEvent
from app.tickets.kinds import MediationStep, ServiceClass, State
from app.tickets.materials.kinds import FreeReason
from app.tickets.moves.asked import Appointment
from app.tickets.ratings.rating_rule import Rating, RatingResult


class TicketScenes:
    """All of the last days before `now`, told in their order; each household has one part at most."""

    def __init__(self, doings: TicketDoings, now: datetime) -> None:
        self._do = doings
        self._now = now
        self._free = list(doings.homes)
        doings.chance.shuffle(self._free)

    def of_these_days(self) -> None:
        """What began before today."""
        self._grave_complaint()
        self._dispute()
        self._sent_back()
        self._doubles()
        self._asked_for_a_day()

    def of_today(self) -> None:
        """What happens this morning: nothing runs without water, one household pays, another still has to."""
        self._no_water()
        self._paid_repair(MIXER, MIXER_PARTS, pays=True)
        self._paid_repair(SOCKET, SOCKET_PARTS, pays=False)

    def _at(self, days_ago: int, hour: int, minute: int = 0) -> None:
        day = self._now.date() - timedelta(days=days_ago)
        self._do.clock.set(datetime.combine(day, time(hour, minute)))

    def _before_now(self, minutes: int) -> None:
        self._do.clock.set(self._now - timedelta(minutes=minutes))

    def _home(self) -> UnitRow:
        return self._free.pop() if self._free else self._do.chance.choice(self._do.homes)

    def _photo(self, ticket_id: int, name: str) -> None:
        picture = self._do.office.photos.read_bytes(invented_photo(self._do.chance), name)
        self._do.office.photos.add(self._do.by, ticket_id, picture)

    def _grave_complaint(self) -> None:
        """One owner, a plan, a word of progress every few days; not over yet."""
        do, complaints = self._do, self._do.office.complaints
        self._at(9, 9, 30)
        ticket_id = do.report(GRAVE, self._home())
        self._photo(ticket_id, "现场一.jpg")
        self._at(9, 9, 55)
        review = Review("多户反映，由项目经理牵头", department="客户服务部", assignee_id=do.by.id)
        complaints.review(do.by, ticket_id, None, review)
        self._at(9, 11)
        do.talk(ticket_id, "告知已成立专班，三日内给出方案")
        self._at(8, 10)
        plan = Plan("加装隔声垫并调整设备运行时段", by_day=self._now.date() + timedelta(days=5))
        complaints.plan(do.by, ticket_id, None, plan)
        self._at(8, 11)
        do.answer(ticket_id, final=False)
        for days_ago, words in (
            (6, "设备厂家已到场测量"),
            (3, "隔声垫到货，周末施工"),
            (1, "完成一台，噪声降低 9 分贝"),
        ):
            self._at(days_ago, 16)
            complaints.progress(do.by, ticket_id, words)

    def _dispute(self) -> None:
        """Heard by the office, which has proposed something."""
        do, complaints = self._do, self._do.office.complaints
        self._at(4, 14, 10)
        ticket_id = do.report(DISPUTE, self._home())
        self._at(4, 14, 40)
        complaints.review(do.by, ticket_id, None, Review("核对抄表记录后约谈", assignee_id=do.by.id))
        for days_ago, step, words in (
            (3, MediationStep.HEARD, "住户认为水表走快，要求校验"),
            (1, MediationStep.PROPOSED, "物业陪同送检，合格则照缴，不合格退差额"),
        ):
            self._at(days_ago, 15)
            do.talk(ticket_id, words)
            complaints.mediate(do.by, ticket_id, step, words)

    def _sent_back(self) -> None:
        """Closed, called back, and not in order: it goes on. Another was looked at by the staff."""
        do, ratings = self._do, self._do.office.ticket_ratings
        first, second = (self._repaired(LEAK, 3, 9), self._repaired(SOCKET, 3, 14))
        self._at(1, 10)
        ratings.call_back(do.by, first, Rating(RatingResult.SENT_BACK, words="又开始渗水"))
        self._at(1, 11)
        ratings.check(do.by, second, Rating(RatingResult.GOOD, attitude=5, quality=4, words="现场整洁，接线规范"))

    def _repaired(self, story: Story, days_ago: int, hour: int) -> int:
        do = self._do
        self._at(days_ago, hour)
        ticket_id = do.report(story, self._home())
        self._photo(ticket_id, "报修.jpg")
        self._at(days_ago, hour, 12)
        do.talk(ticket_id, "约定半小时内上门")
        do.give_out(ticket_id, answers=False)
        self._at(days_ago, hour, 40)
        do.move(ticket_id, State.IN_WORK)
        do.build_in(ticket_id, SEAL, FreeReason.WARRANTY)
        self._at(days_ago, hour + 1, 20)
        do.move(ticket_id, State.DONE, story.action)
        self._photo(ticket_id, "完工.jpg")
        self._at(days_ago, hour + 2)
        do.close(ticket_id, story)
        return ticket_id

    def _doubles(self) -> None:
        """Two households report one leak; it becomes one ticket with two reporters."""
        do = self._do
        self._at(1, 13, 5)
        first = do.report(LEAK, self._home())
        do.talk(first, "约定下午上门")
        do.give_out(first)
        self._at(1, 13, 25)
        second = do.report(LEAK, self._home())
        do.talk(second, "告知已在处理")
        self._at(1, 13, 30)
        do.office.ticket_merges.merge(do.by, (Seen(second),), first, "同一处渗漏")

    def _asked_for_a_day(self) -> None:
        do = self._do
        self._at(1, 15)
        ticket_id = do.report(AWAY, self._home())
        do.talk(ticket_id, "住户要求周末上门")
        do.give_out(ticket_id)
        day = self._now.date() + timedelta(days=2)
        when = Appointment(datetime.combine(day, time(9, 30)), asked_by_resident=True, text="住户周末在家")
        do.office.ticket_moves.appoint(do.by, ticket_id, None, when)

    def _no_water(self) -> None:
        """Three households of one building within minutes; staff know what to say."""
        do = self._do
        homes = self._neighbours(3)
        if len(homes) < 2:
            return
        tickets = []
        for minutes, home in zip((52, 47, 43), homes, strict=False):
            self._before_now(minutes)
            tickets.append(do.report(NO_WATER, home))
            do.talk(tickets[-1], "告知水泵检修，恢复后再联系")
        self._before_now(38)
        seen = tuple(map(Seen, tickets))
        event = do.office.mass_events.begin(do.by, NewEvent("demo-event", "低区停水", SAY_NO_WATER, seen))
        do.talk_to(event.ticket_id, homes[0].person, "通知泵房值班")
        do.give_out(event.ticket_id)

    def _neighbours(self, count: int) -> Sequence[UnitRow]:
        building_id = self._home().building_id
        return [home for home in self._do.homes if home.building_id == building_id][:count]

    def _paid_repair(self, story: Story, parts: Sequence[Part], *, pays: bool) -> None:
        """Done since yesterday; what was built in is asked for at the counter, where one household has been."""
        do, home = self._do, self._home()
        self._at(1, 16, 20 if pays else 40)
        ticket_id = do.report(story, home, ServiceClass.PAID)
        do.talk(ticket_id, "告知收费标准，住户同意")
        do.give_out(ticket_id)
        self._before_now(11)
        do.move(ticket_id, State.IN_WORK)
        for part in parts:
            do.build_in(ticket_id, part, None)
        do.move(ticket_id, State.DONE, story.action)
        self._photo(ticket_id, "完工.jpg")
        do.office.ticket_lines.charge(do.by, ticket_id)
        if pays:
            self._before_now(6)
            self._pay(home, ticket_id)
            do.close(ticket_id, story)

    def _pay(self, home: UnitRow, ticket_id: int) -> None:
        """The repair alone, by telephone money."""
        office = self._do.office
        asked_for = {line.charge_id for line in office.ticket_lines.of(ticket_id).lines}
        bill = office.bills.open(home.id)
        due = [one for one in bill.due if one.id in asked_for]
        amount = total(one.outstanding for one in due)
        payer = bill.payers[0]
        taken = office.payments.take(
            self._do.by,
            TakePayment(
                client_id=f"demo-repair-{ticket_id}",
                unit_id=home.id,
                payer_name=payer.name,
                payer_id=payer.person_id,
                lines=tuple(ChosenLine(one.id, one.version) for one in due),
                one_offs=(),
                tenders=paid_by(Method.WECHAT, amount, f"{ticket_id:010d}"),
                shown_due=amount,
            ),
        )
        office.receipts.printed(taken.receipt_id, 0)
