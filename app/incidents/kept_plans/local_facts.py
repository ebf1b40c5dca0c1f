"""Facts that an office has to confirm for its own town: marked in a step's detail until somebody did."""

from __future__ import annotations

import re

from app.incidents.plans.plan import CHECK_LOCALLY, Both, Step

_ZH = re.compile(rf"[（(]\s*{CHECK_LOCALLY}\s*[）)]|[，,；;]?\s*{CHECK_LOCALLY}")
_EN = re.compile(r"\s*\(check locally\)|[,;]?\s*check locally", re.IGNORECASE)


def has_to_be_confirmed(step: Step) -> bool:
    """Whether the detail holds a fact of the town that the office has not confirmed."""
    return step.detail is not None and CHECK_LOCALLY in step.detail.zh


def as_confirmed(detail: Both) -> Both:
    """The detail without the mark, for the office to read through and to correct."""
    return Both(_tidy(_ZH.sub("", detail.zh)) or detail.zh, _tidy(_EN.sub("", detail.en)) or detail.en)


def _tidy(text: str) -> str:
    return re.sub(r"\s+([.,;:])", r"\1", text).strip()
