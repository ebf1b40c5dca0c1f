"""A tariff's standard and how it is counted, as a posted sheet says it: Chinese always."""

from __future__ import annotations

from decimal import Decimal

from app.core.show import show_date, show_decimal
from app.fees.expression import in_chinese
from app.fees.mandate import Mandate
from app.fees.terms import Anchor, AreaBase, Formula, LateFeeTerms, Pays, TariffTerms, Tier, TierSpan
from app.fees.words.paper_words import rate_in_words

_AREAS = {AreaBase.BUILDING: "建筑面积", AreaBase.INNER: "套内面积", AreaBase.BILLING: "计费面积"}
_CYCLES = {1: "按月", 3: "按季", 6: "按半年", 12: "按年"}
_FIRST = {1: "每月", 3: "每季首月", 6: "每半年首月", 12: "每年首月"}
_METERS = {"water": ("水表", "m³"), "electricity": ("电表", "度"), "gas": ("燃气表", "m³"), "heat": ("热量表", "kWh")}
_LAST_DAY = 31


def standard_words(terms: TariffTerms) -> str:
    """`1.85 元/㎡·月`, a line for each tier, and what is added or the least that is charged."""
    if terms.formula is Formula.EXPRESSION:
        words = "按约定公式计算"
    elif terms.tiers:
        words = "\n".join(_tier_lines(terms))
    else:
        words = f"{show_decimal(terms.price)} {_per(terms)}"
    if terms.surcharge:
        words += f"\n另加 {show_decimal(terms.surcharge)} 元/月"
    if terms.minimum:
        words += f"\n最低 {show_decimal(terms.minimum)} 元/月"
    return words


def counting_words(terms: TariffTerms) -> str:
    """By what it is counted, how often, and when it is due."""
    parts = [_counted_by(terms), _when(terms)]
    if terms.escalation is not None:
        percent = show_decimal(terms.escalation.percent, 0)
        parts.append(f"单价每 {terms.escalation.every_months} 个月递增 {percent}%")
    if terms.first_payment_months:
        parts.append(f"首次交纳 {terms.first_payment_months} 个月")
    return "；".join(part for part in parts if part)


def basis_words(basis: str, mandate: Mandate | None) -> str:
    """What a tariff rests on; with extras on money held for others also the mandate, on a line of its own."""
    return basis if mandate is None else f"{basis}\n授权：{mandate.words}（{show_date(mandate.day)}）"


def late_fee_note(late_fee: LateFeeTerms) -> str:
    """`逾期违约金每日万分之五，逾期 7 日内不计，累计以本金为限`."""
    words = f"合同约定的违约金为{rate_in_words(late_fee.daily_rate)}"
    if late_fee.grace_days:
        words += f"，逾期 {late_fee.grace_days} 日内不计"
    cap = "本金" if late_fee.cap == 1 else f"本金的 {show_decimal(late_fee.cap * 100, 0)}%"
    return f"{words}，累计以{cap}为限。"


def _per(terms: TariffTerms) -> str:
    if terms.formula in (Formula.AREA, Formula.TIERED_AREA):
        return "元/㎡·月"
    return f"元/{_meter(terms)[1]}" if terms.formula.is_metered else "元/月"


def _meter(terms: TariffTerms) -> tuple[str, str]:
    return _METERS.get(str(terms.meter_kind), ("仪表", "单位用量"))


def _tier_lines(terms: TariffTerms) -> list[str]:
    unit = _meter(terms)[1] if terms.formula.is_metered else "㎡"
    lines: list[str] = []
    before = Decimal(0)
    for tier in terms.tiers:
        lines.append(f"{_span(before, tier, unit)}：{show_decimal(tier.price)} {_per(terms)}")
        before = tier.up_to or before
    return lines


def _span(before: Decimal, tier: Tier, unit: str) -> str:
    if tier.up_to is None:
        return f"{show_decimal(before, 0)} {unit} 以上" if before else "全部"
    upper = f"{show_decimal(tier.up_to, 0)} {unit}"
    return f"{show_decimal(before, 0)}–{upper}" if before else f"{upper} 以内"


def _counted_by(terms: TariffTerms) -> str:
    if terms.formula in (Formula.AREA, Formula.TIERED_AREA):
        return f"按{_AREAS[terms.area_base]}"
    if terms.formula.is_metered:
        tiers = {TierSpan.YEAR: "，阶梯按自然年累计", TierSpan.MONTH: "，阶梯按月计算"}[terms.tier_span]
        return f"按分户{_meter(terms)[0]}读数" + (tiers if terms.formula is Formula.TIERED_METERED else "")
    return f"公式：{in_chinese(terms.expression)}" if terms.formula is Formula.EXPRESSION else ""


def _when(terms: TariffTerms) -> str:
    if terms.formula.is_metered:
        return "抄表后交纳"
    day = "最后一日" if terms.due_day == _LAST_DAY else f"{terms.due_day} 日"
    if terms.pays is Pays.AFTER:
        return f"{_CYCLES[terms.cycle_months]}交纳，期满后{day}前"
    own = "（自各户起始日起算）" if terms.anchor is Anchor.OWN else ""
    return f"{_CYCLES[terms.cycle_months]}预交，{_FIRST[terms.cycle_months]} {day}前{own}"
