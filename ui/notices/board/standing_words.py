"""How a notice stands, in words: by when it has to hang, and how long that is still."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from app.core.language import mark, tr, tr_n
from app.core.show import show_time
from app.notices.issued.notice_rows import IssuedNotice
from app.notices.issued.standing import Standing
from ui.sentences.notices import KINDS
from ui.widgets.chip import Mood
from ui.widgets.columns import State

_LOOKS = {
    Standing.OVERDUE: ("triangle-alert", Mood.DANGER),
    Standing.TAKE_DOWN: ("archive", Mood.WARN),
    Standing.TO_POST: ("hourglass", Mood.WARN),
    Standing.HANGS: ("circle-check", Mood.OK),
    Standing.OVER: ("check", Mood.MUTE),
    Standing.CALLED_OFF: ("ban", Mood.MUTE),
}
_WORDS = {
    Standing.OVERDUE: mark("Overdue"),
    Standing.TAKE_DOWN: mark("To take down"),
    Standing.TO_POST: mark("To be posted"),
    Standing.HANGS: mark("Hangs"),
    Standing.OVER: mark("Over"),
    Standing.CALLED_OFF: mark("Called off"),
}
_HOUR, _DAY = 60, 24 * 60


def state_of(one: IssuedNotice, now: datetime) -> State:
    """Its state with what is left of its time."""
    icon, mood = _LOOKS[one.standing]
    word = tr(_WORDS[one.standing])
    due = one.times.due_by
    if due is not None and one.standing in (Standing.OVERDUE, Standing.TO_POST):
        word = late_words(now - due) if due < now else left_words(due - now)
    return State(word, icon, mood)


def left_words(left: timedelta) -> str:
    """`35 min left`."""
    return tr("{time} left").format(time=span_words(left))


def late_words(late: timedelta) -> str:
    """`35 min late`."""
    return tr("{time} late").format(time=span_words(late))


def span_words(span: timedelta) -> str:
    """Minutes, then hours and minutes, then days."""
    minutes = max(0, int(span.total_seconds()) // 60)
    if minutes < _HOUR:
        return tr_n("{n} min", "{n} min", minutes).format(n=minutes)
    if minutes < 2 * _DAY:
        return tr("{hours} h {minutes} min").format(hours=minutes // _HOUR, minutes=minutes % _HOUR)
    return tr_n("{n} day", "{n} days", minutes // _DAY).format(n=minutes // _DAY)


def title_of(one: IssuedNotice) -> str:
    """`停电通知 突发`: as it stands on the paper."""
    return f"{one.paper.title} {one.paper.kind}".strip()


def kind_of(one: IssuedNotice) -> str:
    """What it tells of its matter."""
    return tr(KINDS[one.kind])


def counted(one: IssuedNotice) -> str:
    """`2 / 5`: at how many places it was hung; while it comes down, at how many it still hangs."""
    if not one.places:
        return "—"
    done = one.hanging if one.standing is Standing.TAKE_DOWN else one.posted
    return f"{done} / {one.places}"


def what_to_do(one: IssuedNotice, now: datetime) -> tuple[str, Mood]:
    """The one sentence above the places."""
    return _TO_DO[one.standing](one, now), _MOODS.get(one.standing, Mood.MUTE)


def _overdue(one: IssuedNotice, now: datetime) -> str:
    words = tr("It had to hang by {time}, {late}. Tick each place with Space as it is hung.")
    due = one.times.due_by or now
    return words.format(time=show_time(due), late=late_words(now - due))


def _to_post(one: IssuedNotice, now: datetime) -> str:
    due = one.times.due_by
    if not one.places:
        return tr("Nobody has said where it hangs: A adds places.")
    if due is None:
        return tr("Tick each place with Space as it is hung.")
    words = tr("It has to hang by {time}, {left}. Tick each place with Space as it is hung.")
    return words.format(time=show_time(due), left=left_words(due - now))


def _take_down(_one: IssuedNotice, _now: datetime) -> str:
    return tr("It no longer holds: take it down, D at one place, Alt D everywhere.")


def _called_off(one: IssuedNotice, _now: datetime) -> str:
    called_off = one.times.called_off_at or one.at
    return tr("Called off at {time}: {why}").format(time=show_time(called_off), why=one.called_off_for)


def _over(_one: IssuedNotice, _now: datetime) -> str:
    return tr("It is over, and nothing of it hangs any more.")


def _hangs(one: IssuedNotice, _now: datetime) -> str:
    ends = one.times.ends_at
    if ends is not None:
        return tr("It hangs, and comes down at {time}.").format(time=show_time(ends))
    return tr("It hangs until a later notice says that it is over.")


_TO_DO: dict[Standing, Callable[[IssuedNotice, datetime], str]] = {
    Standing.OVERDUE: _overdue,
    Standing.TO_POST: _to_post,
    Standing.TAKE_DOWN: _take_down,
    Standing.CALLED_OFF: _called_off,
    Standing.OVER: _over,
    Standing.HANGS: _hangs,
}
_MOODS = {standing: mood for standing, (_, mood) in _LOOKS.items()}
