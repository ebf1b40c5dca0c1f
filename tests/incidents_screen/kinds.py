"""The keys that start each of the kinds, of the table that an office learns by heart."""

from __future__ import annotations

from app.incidents.plans.shipped_plans import shipped_plans

_PLANS = shipped_plans().values()
BY_LETTERS = {plan.letters: plan.code for plan in _PLANS}
BY_DIGIT = {str(plan.digit): plan.code for plan in _PLANS if plan.digit is not None}
FIRST_STEP = {plan.code: next(plan.steps()).id for plan in _PLANS}
SHORTEST = {plan.letters if plan.digit is None else str(plan.digit): plan.code for plan in _PLANS}
