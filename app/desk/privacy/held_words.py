"""What each thing is called on the paper and in the workbook that a person gets: in Chinese, as all their papers."""

from __future__ import annotations

from app.core.show import show_date, show_money
from app.desk.privacy.person_facts import Fate, HeldRow, Part, What
from app.estate.kinds import ROLE_WORDS

PARTS: dict[Part, str] = {
    Part.REGISTER: "人员与房产登记",
    Part.MONEY: "收款",
    Part.TICKETS: "工单",
    Part.INCIDENTS: "突发事件",
    Part.UNFINISHED: "未完成的录入",
    Part.TRAIL: "查看记录",
    Part.ELSEWHERE: "其他记录",
}
WHATS: dict[What, str] = {
    What.NAME: "姓名",
    What.INITIALS: "姓名首字母",
    What.PHONE: "电话",
    What.NOTE: "备注",
    What.ROLE: "关系",
    What.PLATE: "车牌",
    What.UNIT_NOTE: "房产备注",
    What.RECEIPT: "收据",
    What.OWED: "欠费",
    What.CREDIT: "预存款",
    What.DEPOSIT: "押金",
    What.REPORT: "报事",
    What.PHOTOS: "照片（张）",
    What.TOLD: "事件中登记",
    What.DRAFT: "草稿",
    What.ACT: "查看",
    What.TEXT: "文字",
}
FATES: dict[Fate, str] = {Fate.GOES: "可删除", Fate.STAYS: "依法留存", Fate.UNSURE: "待核实"}
ACTS = {"show_personal_data": "查看全部个人信息", "export_personal_data": "导出个人信息", "unmask_phone": "查看电话"}


def said(row: HeldRow) -> str:
    """What it says, with the words of the office."""
    if row.what is What.ACT:
        return ACTS.get(row.text, row.text)
    if row.role is not None:
        return f"{ROLE_WORDS[row.role][0]}  {row.text}"
    return f"{row.text}  {show_money(row.amount)} 元" if row.amount else row.text


def written_on(row: HeldRow) -> str:
    """The day, or nothing."""
    return "" if row.on is None else show_date(row.on)
