"""What people really type and scan, and what becomes of it: slips, foreign signs, and keys that were leant on."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

SPELLINGS: tuple[str, ...] = (
    *(
        "1862.4",
        "1,862.40",
        "１８６２．４",
        "1800+62.4",
        "700元",
        "¥12.3",
        "￥0.01",
        "9999999.99",
        "-5",
        "12.345",
        "..",
        "+",
    ),
    *(
        "89.50",
        "0",
        "1e5",
        "1e308",
        "1E+999999999",
        "NaN",
        "nan",
        "inf",
        "-Infinity",
        "0x1f",
        "1_000",
        "00012",
        "½",
        "²",
        "四",
    ),
    *("0.5‰", "5‱", "0.05%", "万分之五", "千分之二点五", "百分之", "日万分之五", "每天0.5‰", "5%", "100%", "％"),
    *(
        "2026-11-22",
        "2026/1/5",
        "2026.11.22",
        "2026年1月5日",
        "20261122",
        "2026-13-40",
        "0000-00-00",
        "9999-12-31",
        "46000",
    ),
    *(
        "11-22",
        "1月5日",
        "今天",
        "2026-02-29",
        "2026-06",
        "202606",
        "2026年6月底",
        "2026-11-22T09:30:00",
        "12345678901234567890",
    ),
    *(
        "9:30",
        "0930",
        "9",
        "24:00",
        "23:59",
        "11-19 23:50",
        "-5",
        "-20",
        "9：30",
        "８：２０",
        "1:30",
        "90",
        "12:60",
        "-1:-1",
    ),
    *(
        "3-2-501",
        "3 2 501",
        "32501",
        "3栋2单元501",
        "03#2-501",
        "3号楼2单元501室",
        "地下车位B-12",
        "商铺１０３",
        "A座-0-0",
        "-",
        "--",
    ),
    *(
        "13812345678",
        "138 1234 5678",
        "+8613812345678",
        "0571-5550100",
        "8001",
        "96333",
        "0571-5550100转12",
        "13800001111、13900002222",
    ),
    *("浙A12345", "浙AD12345", "粤Z1234港", "浙A·12345", "使012345", "WJ浙12345", "沪Ａ１２３４５"),
    *("住宅", "空置", "业主", "租户", "水表", "电", "公共", "home", "是", "否"),
    *("R-000123", "F-000012 - F-000015", "12-15", "r", "Ｒ－", "20261122000100000007", "2026 1122 0001 0000 0007"),
    *(
        "049271 385512 771034 002384 118273 552801 993712 640021",
        "049271385512771034002384118273552801993712640021",
        "0-0-0",
    ),
    *(
        "面积 * 单价",
        "area * price",
        "min(area, 100) * price",
        "area if area > 90 else 90",
        "如果(面积>90, 1, 2)",
        "1/0",
        "((((",
        "max(1",
        "9**9**9",
    ),
    *(
        "张建国",
        "zhangsan",
        "zs",
        "曾",
        "欧阳 修",
        "𠮷田",
        "王\u200b敏",
        "a@b.c",
        "尾号5678",
        "5678",
        "100%",
        "_",
        "'; DROP TABLE unit; --",
    ),
    *(
        "2h",
        "30m",
        "4小时",
        "2个工作日",
        "8:30-12:00, 13:30-17:30",
        "8:30–24:00",
        "00:00-00:00",
        "休",
        "周一至周五",
        "一三五",
        "1,3,5",
        "7",
    ),
    *("大堂|灯亮不亮", "水泵房｜压力｜数值 0.2~0.6 MPa", "天台|门锁|正常／不正常", "机房|温度|数值 ~", "|||"),
    *(
        "赵强 13800001111，钱明",
        "2 2 早 中 晚 休",
        "做二休二",
        "上24休48",
        "每3天",
        "10-01 国庆节 休",
        "2026-10-01 国庆 休\n10-10 班",
    ),
    *(
        "19:42 消防到场",
        "-3 已通知",
        "[",
        "{",
        "{时间}",
        "{{起}}",
        "{0}",
        "%s",
        "\\",
        '"',
        "'''",
        "[[]]",
        "a = 1",
        "\ufeff标题",
    ),
    "",
    " ",
    "\n\t",
)
"""Spellings of the counter, the sheets, the papers and the lists, right and wrong ones."""

MISCHIEF: tuple[str, ...] = (
    *(
        "\x00",
        "\ud800",
        "\udfff",
        "\u202e",
        "\u200f",
        "\u2066",
        "\ufeff",
        "\u00a0",
        "\u3000",
        "\u2028",
        "\r\n",
        "\x1b[2J",
        "\x7f",
    ),
    *("٣", "०", "𝟘", "①", "Ⅷ", "㈱", "ﷺ", "é", "e\u0301", "👩‍👩‍👧", "\U0010ffff", "İ", "ß", "ŉ", "\u0344"),
    *(
        "1e308",
        "NaN",
        "-",
        "+",
        ".",
        ",",
        "，",
        "。",
        "：",
        "%",
        "‰",
        "(",
        ")",
        "{",
        "}",
        "[",
        "]",
        "|",
        "\\",
        "/",
        "*",
        "**",
        "~",
        "=",
    ),
    *(
        "0",
        "9",
        "９",
        "99999999999999999999",
        "0" * 400,
        "9" * 5000,
        "-" * 60,
        "(" * 300,
        "[" * 3000,
        "年",
        "月",
        "日",
        "栋",
        "单元",
        "元",
    ),
)
"""What is put into the middle of them."""

_any_text = st.text(st.characters(), max_size=40)


def _edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    for place, gone, put in edits:
        at = place % (len(text) + 1)
        text = text[:at] + put + text[at + gone :]
    return text


def slipped(*good: str) -> SearchStrategy[str]:
    """Right spellings and ones with slips in them; the office's whole corpus where none is named."""
    edit = st.tuples(
        st.integers(0, 60), st.integers(0, 4), st.one_of(st.sampled_from(MISCHIEF), st.just(""), _any_text)
    )
    return st.builds(_edited, st.sampled_from(good or SPELLINGS), st.lists(edit, max_size=3))


def _repeated(text: str, times: int) -> str:
    return text * times


long_texts = st.builds(
    _repeated, st.sampled_from([*SPELLINGS[:60], *MISCHIEF[:40]]), st.sampled_from([50, 2_000, 20_000])
)
"""A key that was leant on, or a whole page pasted into a small field."""

typed = st.one_of(slipped(), slipped(), slipped(), _any_text, long_texts)
"""Any text that a hand, a scanner or the clipboard may bring."""
