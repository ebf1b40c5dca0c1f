"""What one line of a log says after its kind, in both languages; screen and report read the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta

from app.core.money import Money
from app.core.show import show_money
from app.incidents.plans.contacts import KNOWN_CONTACTS
from app.incidents.plans.plan import Ask, AskKind, Both, Page, Plan, PlanRole, Severity, Step, Timer
from app.incidents.running.entry import Entry, EntryKind
from app.incidents.running.view import CallResult
from app.incidents.words.names import LINES, RESULTS, ROLES, SEVERITIES

_NOTHING = Both("", "")
_LATE = timedelta(minutes=1)
_UNKNOWN = "?"
_STANDS_FOR_ANOTHER = frozenset({EntryKind.ADDED, EntryKind.NOTED})
_BY_ITSELF = frozenset({EntryKind.GAP, EntryKind.CLOCK_MOVED, EntryKind.LOST})


def line_kind(entry: Entry) -> Both:
    """The bold word."""
    return LINES[entry.kind]


def line_text(entry: Entry, plan: Plan) -> Both:
    """What happened; of a step its words and what was seen. Empty where the kind says all."""
    special = _SPECIAL.get(entry.facts.get("as", entry.kind) if entry.kind in _STANDS_FOR_ANOTHER else entry.kind)
    return special(entry, plan) if special else _plain(entry.text)


def line_hand(entry: Entry) -> Both:
    """Whose hand it was; what was ticked before anybody signed in says so."""
    if entry.kind in _BY_ITSELF:
        return Both("程序", "the program")
    return _plain(entry.by) if entry.by else Both("登录前", "before sign-in")


def entered_later(entry: Entry) -> bool:
    """Whether it was written down a minute or more after it happened."""
    return entry.at - entry.happened_at >= _LATE


def answer_words(step: Step, answers: Mapping[str, str]) -> Both:
    """What was seen, field by field, with its unit."""
    return joined(
        (_answer(ask, answers[ask.id]) for ask in step.asks if answers.get(ask.id)),
        Both("，", ", "),
    )


def joined(parts: Iterable[Both], between: Both) -> Both:
    """Parts in a row; empty ones are passed over."""
    found = [part for part in parts if part != _NOTHING]
    return Both(between.zh.join(part.zh for part in found), between.en.join(part.en for part in found))


def _answer(ask: Ask, given: str) -> Both:
    if given == _UNKNOWN:
        return Both(f"{ask.text.zh} 不清楚", f"{ask.text.en} unknown")
    if ask.kind is AskKind.CHOICE:
        return next((option.text for option in ask.options if option.id == given), _plain(given))
    unit = ask.unit or _NOTHING
    return Both(f"{ask.text.zh} {given}{unit.zh}", f"{ask.text.en} {given} {unit.en}".rstrip())


def _plain(text: str) -> Both:
    return Both(text, text)


def _step(entry: Entry, plan: Plan) -> Both:
    found = next((step for step in plan.steps() if step.id == entry.step), None)
    return _plain(entry.step) if found is None else found.text


def _with_words(entry: Entry, plan: Plan) -> Both:
    """The step, then the words of the person."""
    return joined((_step(entry, plan), _plain(entry.text)), Both("：", ": "))


def _ticked(entry: Entry, plan: Plan) -> Both:
    found = next((step for step in plan.steps() if step.id == entry.step), None)
    seen = _NOTHING if found is None else answer_words(found, entry.answers)
    return joined((_step(entry, plan), seen, _plain(entry.text)), Both("·", " · "))


def _ruled(entry: Entry, plan: Plan) -> Both:
    """A page or a step, by the rule that an answer set going."""
    page, step = entry.facts.get("page"), entry.facts.get("step")
    return _title(plan, str(page)) if page else _step_named(plan, str(step))


def _title(plan: Plan, page_id: str) -> Both:
    found: Page | None = next((page for page in plan.pages if page.id == page_id), None)
    if found is None:
        return _plain(page_id)
    return Both(f"“{found.title.zh}”一页", f"page “{found.title.en}”")


def _step_named(plan: Plan, step_id: str) -> Both:
    found = next((step for step in plan.steps() if step.id == step_id), None)
    return _plain(step_id) if found is None else found.text


def _hidden(entry: Entry, plan: Plan) -> Both:
    ruled = _ruled(entry, plan)
    return Both(f"{ruled.zh}（按回答，不适用）", f"{ruled.en} (does not apply, by the answer)")


def _opened(entry: Entry, plan: Plan) -> Both:
    ruled = _ruled(entry, plan)
    return Both(f"{ruled.zh}（按回答）", f"{ruled.en} (by the answer)")


def _timer(entry: Entry, plan: Plan) -> Both:
    found: Timer | None = next((timer for timer in plan.timers if timer.id == entry.facts.get("timer")), None)
    name = _plain(str(entry.facts.get("timer", ""))) if found is None else found.text
    return joined((name, _plain(entry.text) if entry.text else Both("已办", "done")), Both("·", " · "))


def _started(entry: Entry, plan: Plan) -> Both:
    drill = bool(entry.facts.get("drill"))
    place = str(entry.facts.get("place", ""))
    hand = line_hand(entry)
    said = (
        Both(f"{hand.zh} 启动“{plan.name.zh}”", f"{hand.en} started “{plan.name.en}”"),
        _plain(" ".join(place.split())),
        Both("演练", "drill") if drill else Both("实战", "real"),
        _plain(entry.text),
    )
    return joined(said, Both("，", ", "))


def _called(entry: Entry, _plan: Plan) -> Both:
    facts, key = entry.facts, str(entry.facts.get("contact", ""))
    known = KNOWN_CONTACTS.get(key)
    whom = _plain(str(facts.get("name") or key)) if known is None else known.name
    if facts.get("deputy"):
        whom = Both(f"{whom.zh}（副号）", f"{whom.en} (deputy)")
    result = facts.get("result")
    said = RESULTS[CallResult(result)] if result in set(CallResult) else _NOTHING
    return joined((whom, _plain(str(facts.get("number", ""))), said, _plain(entry.text)), Both("·", " · "))


def _roles(entry: Entry, _plan: Plan) -> Both:
    """Who holds what from now on; of a hand-over also from whom."""
    named = [
        Both(f"{_role(role).zh} {name}", f"{_role(role).en} {name}")
        for role, name in entry.facts.get("roles", {}).items()
    ]
    before, after = entry.facts.get("from", ""), entry.facts.get("to", "")
    passed = Both(f"{before} → {after}", f"{before} → {after}") if before and after else _NOTHING
    return joined((passed, *named, _plain(entry.text)), Both("，", ", "))


def _role(role: str) -> Both:
    return ROLES[PlanRole(role)] if role in set(PlanRole) else _plain(role)


def _ticket(entry: Entry, _plan: Plan) -> Both:
    return joined((_plain(str(entry.facts.get("number", ""))), _plain(entry.text)), Both("·", " · "))


def _notice(entry: Entry, _plan: Plan) -> Both:
    return joined((_plain(str(entry.facts.get("title", ""))), _plain(entry.text)), Both("·", " · "))


def _person(entry: Entry, _plan: Plan) -> Both:
    """No name stands in a log that can never be changed."""
    return joined((Both("登记 1 人", "one person taken down"), _plain(entry.text)), Both("·", " · "))


def _loss(entry: Entry, _plan: Plan) -> Both:
    fen = entry.facts.get("amount")
    amount = _NOTHING if fen is None else Both(f"约 {show_money(Money(fen))} 元", f"about ¥{show_money(Money(fen))}")
    return joined((_plain(entry.text), amount), Both("·", " · "))


def _taken_off(entry: Entry, _plan: Plan) -> Both:
    number = entry.facts.get("taken_off", "")
    said = Both(f"第 {number} 条登记有误，已撤销", f"line {number} was taken down by mistake, and is taken off")
    return joined((said, _plain(entry.text)), Both("：", ": "))


def _severity(entry: Entry, _plan: Plan) -> Both:
    was, now = (SEVERITIES.get(Severity(one)) if one in set(Severity) else None for one in _from_to(entry))
    moved = _NOTHING if was is None or now is None else Both(f"{was.zh} → {now.zh}", f"{was.en} → {now.en}")
    return joined((moved, _plain(entry.text)), Both("：", ": "))


def _from_to(entry: Entry) -> tuple[str, str]:
    facts = entry.facts
    return str(facts.get("was", facts.get("from", ""))), str(facts.get("severity", facts.get("to", "")))


def _reporter(entry: Entry, _plan: Plan) -> Both:
    return _plain(str(entry.facts.get("reporter", entry.text)))


def _gap(entry: Entry, _plan: Plan) -> Both:
    first, until = (_clock(entry.facts.get(name)) for name in ("from", "until"))
    if not (first and until):
        return joined((Both("程序未运行", "the program was off"), _plain(entry.text)), Both("：", ": "))
    return Both(f"程序未运行 {first}–{until}", f"the program was off {first}–{until}")


def _clock_moved(entry: Entry, _plan: Plan) -> Both:
    first, until = (_clock(entry.facts.get(name)) for name in ("from", "to"))
    if not (first and until):
        return joined(
            (Both("电脑时间被改动", "the clock of the computer was moved"), _plain(entry.text)), Both("：", ": ")
        )
    return Both(f"电脑时间由 {first} 变为 {until}", f"the clock of the computer went from {first} to {until}")


def _clock(kept: object) -> str:
    try:
        return f"{datetime.fromisoformat(str(kept)):%H:%M}"
    except ValueError:
        return ""


def _closed(entry: Entry, _plan: Plan) -> Both:
    result = str(entry.facts.get("closing", {}).get("result", ""))
    left = len(entry.facts.get("reasons", {}))
    kept = Both(f"{left} 个关键步骤未做，理由在案", f"{left} critical steps left, with reasons") if left else _NOTHING
    return joined((_plain(result), kept, _plain(entry.text)), Both("，", ", "))


def _linked(entry: Entry, _plan: Plan) -> Both:
    number = _plain(str(entry.facts.get("number", "")))
    return joined((number, _plain(entry.text)), Both("·", " · "))


def _place(entry: Entry, _plan: Plan) -> Both:
    was, now = str(entry.facts.get("was", "")), str(entry.facts.get("place", ""))
    return _plain(f"{was} → {now}" if was and was != now else now)


def _joined_lines(entry: Entry, _plan: Plan) -> Both:
    count = entry.facts.get("count", 0)
    return Both(f"登录前写下的 {count} 条已并入", f"{count} lines written before sign-in joined the log")


def _lost(entry: Entry, _plan: Plan) -> Both:
    if "number" in entry.facts:
        number = str(entry.facts["number"])
        return Both(
            f"{number} 的记录不在现在的数据里（恢复过备份），登录前做的从这里记起",
            f"the log of {number} is not in the data any more (a backup was put back); what was done before sign-in"
            " follows here",
        )
    found, expected = entry.facts.get("found", 0), entry.facts.get("expected", 0)
    return Both(
        f"第 {found + 1} 至 {expected} 条曾经保存，现在文件里没有",
        f"lines {found + 1} to {expected} were saved and are no longer in the file",
    )


_SPECIAL: dict[EntryKind, Callable[[Entry, Plan], Both]] = {
    EntryKind.STARTED: _started,
    EntryKind.TICKED: _ticked,
    EntryKind.UNDONE: _with_words,
    EntryKind.NOTED: _with_words,
    EntryKind.DEVIATED: _with_words,
    EntryKind.NOT_APPLICABLE: _with_words,
    EntryKind.LATER: _with_words,
    EntryKind.OPENED_BY_RULE: _opened,
    EntryKind.HIDDEN_BY_RULE: _hidden,
    EntryKind.TIMER_ANSWERED: _timer,
    EntryKind.CALLED: _called,
    EntryKind.ASSIGNED: _roles,
    EntryKind.HANDED_OVER: _roles,
    EntryKind.NOTICE: _notice,
    EntryKind.TICKET: _ticket,
    EntryKind.PERSON: _person,
    EntryKind.LOSS: _loss,
    EntryKind.TAKEN_OFF: _taken_off,
    EntryKind.LINKED: _linked,
    EntryKind.SEVERITY: _severity,
    EntryKind.REPORTER: _reporter,
    EntryKind.PLACE: _place,
    EntryKind.JOINED: _joined_lines,
    EntryKind.LOST: _lost,
    EntryKind.GAP: _gap,
    EntryKind.CLOCK_MOVED: _clock_moved,
    EntryKind.CLOSED: _closed,
}
