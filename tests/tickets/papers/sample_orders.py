"""Work orders as they come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from app.core.money import NOTHING, Money
from app.core.paper_code import CodedPaper, PaperKind, issue_code
from app.counter.receipts.receipt_facts import CopyMark
from app.tickets.papers.work_order_facts import PaperLine, WorkOrderFacts

COPY = CopyMark(1, datetime(2026, 11, 23, 16, 40), "周可")
CODE = issue_code(CodedPaper(PaperKind.WORK_ORDER, 26, 11230004, date(2026, 11, 23), "", None), b"k" * 32)
PLAIN = WorkOrderFacts(
    company="禾木里物业服务有限公司",
    service_centre="阳光花园物业服务中心",
    telephone="0571-5550100",
    number="261123-004",
    kind="居家报修",
    is_repair=True,
    where="5-1-1202",
    appointment="11-23  14:00",
    name="林一苇",
    phone="138 0000 5678",
    problem="厨房水槽下水管接口渗水，柜底已湿。业主下午在家，家里有老人，进门请先敲门。",
    hint="5 号楼 1 单元水管井钥匙在前台 12 号钩。",
    reported="11-23 09:12 电话",
    contact_by="11-23 09:42 已联系",
    finish_by="11-24 18:00",
    given_to="工程部 钱树",
    lines=(),
    code=CODE,
)
VALVE = PaperLine("角阀", "2 个", "35.00", Money(7000), "")
HOSE = PaperLine("不锈钢编织软管 60 厘米（防爆型）", "1 根", "18.00", NOTHING, "保修免费")
AGAIN = "业主下午在家，家里有老人，进门请先敲门。"
FULL = replace(
    PLAIN,
    kind="公共报修 急修",
    where="3 栋 2 单元一层大堂北侧消防通道",
    appointment="",
    problem=f"路灯整排不亮，老人摔倒。{AGAIN * 7}",
    lines=(VALVE, HOSE, replace(VALVE, name="工时", quantity="1.5 小时", price="60.00", amount=Money(9000))),
)
LONG = replace(
    PLAIN,
    problem=f"厨房水槽下水管接口渗水。{AGAIN * 70}最后一句话在这里。",
    hint="水管井钥匙在前台十二号钩。" * 20,
    name="欧阳慕容诸葛令狐端木𠮷瑞",
    lines=(VALVE,) * 6,
)
ENDLESS = replace(PLAIN, problem="水" * 19_999 + "。", where="地" * 200, name="名" * 40, given_to="工程部 " + "钱" * 20)
NOTHING_KNOWN = replace(
    PLAIN, appointment="", name="", phone="", problem="", hint="", contact_by="", finish_by="", given_to=""
)
