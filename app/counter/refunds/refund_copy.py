"""The rows of a refund slip, made once when it is issued; in Chinese, as all papers for residents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby

from app.core.money import Money, total
from app.core.periods import Period, add_months
from app.core.rounding import exact_yuan, round_to_fen
from app.core.show import show_date, show_days, show_money
from app.counter.deposits.held import DepositMoveKind
from app.counter.refunds.asked import AskedRefund, RefundKind
from app.counter.refunds.original import Original, PaidLine
from app.counter.refunds.refund_facts import RefundLine
from app.counter.refunds.refund_plan import Part, RefundPlan, Treatment

_BY_DAYS = "按计费约定逐期折算"


def refund_lines(original: Original, asked: AskedRefund, plan: RefundPlan) -> tuple[RefundLine, ...]:
    """The original with what it paid, what is taken off that, and what goes back; the arithmetic is shown."""
    if asked.kind is RefundKind.UNSERVED and asked.unserved_from is not None:
        rows = list(_unserved(original, plan, asked.unserved_from))
    elif all(part.treatment is Treatment.DEPOSIT for part in plan.parts):
        rows = list(_deposits(original, plan))
    else:
        rows = list(_chosen(original, plan))
    if plan.kept:
        rows.append(RefundLine("抹零", "", "", "现金无分币", -plan.kept, back=True))
    return tuple(rows)


def _unserved(original: Original, plan: RefundPlan, first_unserved: date) -> Iterator[RefundLine]:
    parts = [part for part in plan.parts if part.line is not None and (part.back or part.kept)]
    for _, own in groupby(parts, key=lambda part: part.line and (part.line.assignment_id or part.line.charge_id)):
        yield from _unserved_of(original, list(own), first_unserved)


def _unserved_of(original: Original, parts: Sequence[Part], first_unserved: date) -> Iterator[RefundLine]:
    one = parts[0].line
    assert one is not None
    lines = _of_tariff(original, one)
    span = Period(
        min(line.period.first for line in lines if line.period), max(line.period.until for line in lines if line.period)
    )
    paid, before = total(line.paid for line in lines), total(line.returned for line in lines)
    back = total(part.back + part.kept for part in parts)
    cut = min(max(first_unserved, span.first), span.until)
    all_days, discount = (
        _length(span.first, span.until),
        "，已享优惠" if any(_discounted(line) for line in lines) else "",
    )
    yield RefundLine(
        f"原收据 {original.label}", "", f"{show_date(original.day)} 收款", f"{one.title} {all_days}{discount}", paid
    )
    if cut > span.first:
        served = paid - before - back
        sums = _arithmetic(paid, Period(span.first, cut), span, served)
        yield RefundLine("减：已服务", _length(span.first, cut), show_days(span.first, cut), sums, -served)
    if before:
        yield RefundLine("减：前次已退", "", "", "", -before)
    sums = _arithmetic(paid, Period(cut, span.until), span, back)
    yield RefundLine("应退：未服务", _length(cut, span.until), show_days(cut, span.until), sums, back, back=True)


def _of_tariff(original: Original, one: PaidLine) -> list[PaidLine]:
    if one.assignment_id is None:
        return [one]
    return [line for line in original.lines if line.assignment_id == one.assignment_id and line.period is not None]


def _discounted(line: PaidLine) -> bool:
    return line.let_off > line.rounded


def _length(first: date, until: date) -> str:
    """`8 个月`, `7 个月 12 天`, `12 天`."""
    months = 0
    while add_months(first, months + 1) <= until:
        months += 1
    days = (until - add_months(first, months)).days
    return " ".join(([f"{months} 个月"] if months else []) + ([f"{days} 天"] if days else []))


def _arithmetic(paid: Money, part: Period, whole: Period, amount: Money) -> str:
    """`1,620.00 × 4 ÷ 12` where the months alone give the amount."""
    months, of = _whole_months(part), _whole_months(whole)
    if months and of and round_to_fen(exact_yuan(paid) * Fraction(months, of)) == amount:
        return f"{show_money(paid)} × {months} ÷ {of}"
    return _BY_DAYS


def _whole_months(span: Period) -> int | None:
    months = (span.until.year - span.first.year) * 12 + span.until.month - span.first.month
    return months if add_months(span.first, months) == span.until else None


def _deposits(original: Original, plan: RefundPlan) -> Iterator[RefundLine]:
    for part in plan.parts:
        line = part.line
        assert line is not None
        assert line.deposit is not None
        held = line.deposit
        day = f"{show_date(original.day)} 收款"
        yield RefundLine(f"原收据 {original.label}", "", day, line.name, held.taken)
        for move in held.moves:
            word = _MOVES[move.kind]
            yield RefundLine(word, "", show_date(move.day), move.reason, -move.amount)
        stays = held.held - part.back - part.kept
        if stays:
            yield RefundLine("减：继续留存", "", "", "", -stays)
        yield RefundLine("应退：押金", "", "", "", part.back + part.kept, back=True)


_MOVES = {
    DepositMoveKind.KEPT: "减：扣款",
    DepositMoveKind.USED: "减：抵交费用",
    DepositMoveKind.REFUND: "减：前次已退",
    DepositMoveKind.ROUNDING: "减：抹零",
}


def _chosen(original: Original, plan: RefundPlan) -> Iterator[RefundLine]:
    back = plan.back + plan.kept
    yield RefundLine(f"原收据 {original.label}", "", f"{show_date(original.day)} 收款", "实收合计", original.paid)
    if original.returned:
        yield RefundLine("减：前次已退", "", "", "", -original.returned)
    stays = original.paid - original.returned - back
    if stays > Money(0):
        yield RefundLine("减：不退部分", "", "", "", -stays)
    for parts in _together(plan.parts):
        yield _row(parts)


def _together(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """Months of one tariff that follow one another make one row."""
    run: list[Part] = []
    for part in parts:
        if run and not _follows(run[-1], part):
            yield run
            run = []
        run.append(part)
    if run:
        yield run


def _follows(before: Part, after: Part) -> bool:
    one, other = before.line, after.line
    if (
        one is None
        or other is None
        or one.period is None
        or other.period is None
        or before.treatment != after.treatment
    ):
        return False
    same = (one.assignment_id, one.kind, one.title) == (other.assignment_id, other.kind, other.title)
    return same and one.assignment_id is not None and one.period.until == other.period.first


def _row(parts: Sequence[Part]) -> RefundLine:
    one, last = parts[0].line, parts[-1].line
    amount = total(part.back + part.kept for part in parts)
    if one is None or last is None:
        return RefundLine("应退：预存款", "", "", "", amount, back=True)
    days = length = ""
    if one.period is not None and last.period is not None:
        first, until = one.period.first, last.period.until
        days, length = show_days(first, until), _length(first, until)
        length = "" if until - first <= timedelta(0) else length
    return RefundLine(f"应退：{one.title}", length, days, _THEN[parts[0].treatment], amount, back=True)


_THEN = {
    Treatment.OWED_AGAIN: "退回后重新计为应收",
    Treatment.NOT_OWED: "不再收取",
    Treatment.DEPOSIT: "押金",
    Treatment.CREDIT: "",
}
