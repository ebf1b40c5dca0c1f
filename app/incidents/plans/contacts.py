"""Whom a plan may tell somebody to call, in words; the numbers are the office's own but for those of the country."""

from __future__ import annotations

from dataclasses import dataclass

from app.incidents.plans.plan import Both


@dataclass(frozen=True, slots=True)
class KnownContact:
    """One party that plans call; a fixed number can never be changed, a usual one is only proposed."""

    key: str
    name: Both
    fixed: str = ""
    usual: str = ""


FIXED = (
    KnownContact("119", Both("消防救援", "Fire and rescue"), fixed="119"),
    KnownContact("120", Both("医疗急救", "Ambulance"), fixed="120"),
    KnownContact("110", Both("公安", "Police"), fixed="110"),
)
OF_THE_OFFICE = (
    KnownContact("manager", Both("项目经理", "Manager")),
    KnownContact("company", Both("公司值班领导", "Company duty leader")),
    KnownContact("engineer", Both("工程负责人", "Head of engineering")),
    KnownContact("electrician", Both("值班电工", "Duty electrician")),
    KnownContact("guard-leader", Both("秩序班长", "Guard leader")),
    KnownContact("fire-team", Both("微型消防站", "Micro fire station")),
    KnownContact("finance", Both("财务负责人", "Head of finance")),
    KnownContact("service-desk", Both("客服前台", "Service desk")),
)
OF_THE_TOWN = (
    KnownContact("lift-maintainer", Both("电梯维保单位", "Lift maintainer")),
    KnownContact("lift-rescue", Both("电梯应急救援", "Lift rescue line"), usual="96333"),
    KnownContact("power-company", Both("供电公司", "Power company"), usual="95598"),
    KnownContact("gas-company", Both("燃气公司抢修", "Gas company repair")),
    KnownContact("water-company", Both("自来水公司", "Water company")),
    KnownContact("fire-authority", Both("属地消防救援机构", "Local fire-rescue authority")),
    KnownContact("health-authority", Both("疾控、卫生部门", "Health authority")),
    KnownContact("police-station", Both("派出所", "Police station")),
    KnownContact("residents-committee", Both("居委会", "Residents' committee")),
    KnownContact("owners-committee", Both("业委会", "Owners' committee")),
    KnownContact("developer", Both("建设单位", "Developer")),
    KnownContact("flood-control", Both("防汛值班", "Flood control duty room")),
    KnownContact("12345", Both("政务热线（不报急）", "Government line, not for emergencies"), usual="12345"),
    KnownContact("payment-platform", Both("收款平台", "Payment platform")),
    KnownContact("bank", Both("开户银行", "Bank")),
    KnownContact("network-provider", Both("网络运营商", "Network provider")),
    KnownContact("computer-support", Both("电脑维护", "Computer support")),
    KnownContact("data-authority", Both("网信部门", "Personal information authority")),
    KnownContact("insurer", Both("保险公司", "Insurer")),
)
KNOWN_CONTACTS = {contact.key: contact for contact in (*FIXED, *OF_THE_OFFICE, *OF_THE_TOWN)}
KNOWN_NOTICES = frozenset(
    {
        *("planned-power-cut", "sudden-power-cut", "water-cut", "lift-repair", "payment-failure"),
        *("network-failure", "typhoon", "epidemic", "general"),
    }
)
