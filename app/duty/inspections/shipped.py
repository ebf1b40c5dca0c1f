"""The inspections with which an office begins; it edits them as it likes."""

from __future__ import annotations

from dataclasses import dataclass

from app.duty.inspections.point_text import read_points
from app.duty.inspections.points import Point
from app.duty.inspections.rhythm import EveryDays, MonthDay, Rhythm


@dataclass(frozen=True, slots=True)
class ShippedInspection:
    """A list and when it comes again."""

    name: str
    rhythm: Rhythm
    text: str

    def points(self) -> tuple[Point, ...]:
        """Its route."""
        return read_points(self.text, {})


_LIFTS = """
电梯机房 | 机房门平时锁闭，无杂物，通风良好
电梯机房 | 机房温度 | 数值 5~40 ℃
电梯机房 | 控制柜、曳引机无异响、异味、渗油（只看不碰）
轿厢 | 紧急报警和五方通话：按下后值班室有应答
轿厢 | 轿厢照明、风扇、按钮、楼层显示
轿厢 | 门开关顺畅，门缝保护有效，无夹带物
轿厢 | 平层准确，运行无抖动、异响
轿厢 | 使用标志、注意事项、维保电话在位清楚
轿厢 | 标志上的下次检验日期未过 | 未过/已过
各层厅门 | 厅门关严、推不开；门套、外呼按钮完好，地坎无杂物
"""
_FIRE = """
消防控制室 | 火灾报警主机无故障、无屏蔽，电源指示正常
消防控制室 | 联动控制处于自动状态 | 自动/手动
消防控制室 | 双人持证值班，值班记录齐全
消防水泵房 | 消火栓系统压力 | 数值 0.3~1.2 MPa
消防水泵房 | 喷淋系统压力 | 数值 0.3~1.2 MPa
消防水泵房 | 泵控制柜在自动位，阀门常开并挂牌
消防水箱 | 水箱水位 | 数值 80~100 %
各楼层 | 消火栓箱：水带、水枪、接口齐全，无遮挡
各楼层 | 灭火器：压力在绿区，未过期，铅封完好
各楼层 | 应急照明和疏散指示灯点亮
各楼层 | 防火门常闭，闭门器有效，通道无堆物
楼梯间 | 疏散通道、安全出口畅通，未上锁
地下车库 | 防火卷帘下方无遮挡，按钮完好
室外 | 消防车道、登高场地未被占用
室外 | 水泵接合器、室外消火栓完好，有标识
"""
_PUBLIC = """
大门岗 | 道闸、门禁、监控画面
园区道路 | 路面、井盖完好，无积水结冰
园区道路 | 路灯、庭院灯
各单元大堂 | 单元门、对讲、照明
各单元大堂 | 地面清洁，无电动车停放、充电
各楼层走廊 | 无堆物，窗户、栏杆牢固
屋面 | 屋面门锁闭，排水口无堵塞
地下车库 | 排水沟、集水井水位，照明、通风
非机动车棚 | 充电设施、线路，灭火器在位
儿童游乐和健身设施 | 牢固，无尖角、松动、破损
垃圾点 | 清运及时，无异味、火种
"""
_PUMPS = """
生活水泵房 | 门锁闭，无无关人员进出痕迹
生活水泵房 | 供水压力 | 数值 0.3~0.6 MPa
生活水泵房 | 水泵运行声音、温度、渗漏
生活水泵房 | 水箱盖上锁，溢流管防虫网完好
生活水泵房 | 地面无积水，排水泵自动位
配电房 | 门锁闭，挡鼠板在位，无杂物
配电房 | 室内温度 | 数值 0~40 ℃
配电房 | 进线电压 | 数值 360~410 V
配电房 | 无异响、焦味，指示灯正常（只看不碰，异常请持证电工）
配电房 | 灭火器、绝缘手套、绝缘垫在位
发电机房 | 油位 | 数值 50~100 %
发电机房 | 启动电池、自动位，排烟通畅
"""

_PLANS_TOLD = """
公告栏 | 张贴本月一题的预案须知（用“通用通知”模板）：报警、疏散、停电停水、电梯困人等轮换 | 已张贴/未张贴
各单元大堂 | 须知贴在每个单元，旧的已取下 | 已张贴/未张贴
业主群、公众号 | 须知文字已发，日期和发送人已登记 | 已发/未发
前台 | 须知放在柜台可取，来访和回访时口头说明
缴费 | 系统故障、断网时怎么交费的说明已告知业主 | 已告知/未告知
员工 | 本期当班人员都看过现行预案，培训已登记 | 是/否
"""

SHIPPED = (
    ShippedInspection("电梯每日巡查", EveryDays(1), _LIFTS),
    ShippedInspection("公共区域每日巡查", EveryDays(1), _PUBLIC),
    ShippedInspection("水泵房、配电房巡查", EveryDays(1), _PUMPS),
    ShippedInspection("消防设施月度检查", MonthDay(5), _FIRE),
    ShippedInspection("应急预案宣传（每月一题）", MonthDay(25), _PLANS_TOLD),
)
