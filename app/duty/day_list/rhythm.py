"""The office day from 8:20 to 17:30, with which an office begins; it edits the list as it likes."""

from __future__ import annotations

WORKDAYS = frozenset(range(7))
"""An office is open every day; what comes seldom is given its weekdays."""

SHIPPED = (
    ("08:20", "到岗：工装工牌、仪容；查看大厅、园区卫生和绿化"),
    ("09:00", "晨会：回顾昨日事项，确认今天到期的工作"),
    ("10:00", "收费；安排并上报问题；填写记录"),
    ("11:00", "收费；更新电子档案（接房、装修、缴费）"),
    ("13:00", "查看现场作业和维修进度，催办并登记"),
    ("14:30", "按最新档案提醒未缴费住户，特殊情况登记"),
    ("16:00", "走访、宣传、收费、回访，或检查楼道和院内卫生"),
    ("17:00", "日结：交款、整理当日记录"),
    ("17:30", "发送日报；当日事当日毕，未完成的写入交班"),
)
