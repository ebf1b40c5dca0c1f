"""Words on papers of tickets: Chinese always, as papers for residents and workers are."""

from __future__ import annotations

from datetime import datetime

from app.tickets.kinds import Confirmation, ServiceClass, Source, TicketKind
from app.tickets.materials.kinds import FreeReason

SOURCES = {
    Source.COUNTER: "前台",
    Source.PHONE: "电话",
    Source.WECHAT: "微信",
    Source.PATROL: "巡查",
    Source.LETTER: "来信",
    Source.OTHER: "其他",
}
FREE = {FreeReason.WARRANTY: "保修免费", FreeReason.OFFICE: "物业承担"}
CONFIRMED = {
    Confirmation.SIGNED: "住户签字确认",
    Confirmation.PHONE: "住户电话确认",
    Confirmation.NONE: "住户未确认",
}
_KINDS = {
    TicketKind.COMPLAINT: "投诉处理",
    TicketKind.SUGGESTION: "建议办理",
    TicketKind.ENQUIRY: "咨询办理",
    TicketKind.TASK: "内部任务",
    TicketKind.FEE_DISPUTE: "费用争议",
}
_CLASSES = {ServiceClass.EMERGENCY: "急修", ServiceClass.WARRANTY: "保修", ServiceClass.PAID: "有偿"}
_MOBILE = 11


def kind_words(kind: TicketKind, service_class: ServiceClass, *, at_home: bool) -> str:
    """`居家报修`, `公共报修 急修`, `投诉处理`."""
    words = _KINDS.get(kind, "居家报修" if at_home else "公共报修")
    return f"{words} {_CLASSES[service_class]}" if service_class in _CLASSES else words


def short_time(moment: datetime) -> str:
    """Day and minute of this year: `11-23 09:12`."""
    return f"{moment:%m-%d %H:%M}"


def spoken_phone(number: str) -> str:
    """A mobile number as it is read out: `138 0000 5678`."""
    plain = number.strip()
    if len(plain) == _MOBILE and plain.isdigit():
        return f"{plain[:3]} {plain[3:7]} {plain[7:]}"
    return plain
