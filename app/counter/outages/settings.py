"""What the office chose for days without power or network."""

from __future__ import annotations

from app.core.language import mark
from app.core.settings import Section, Setting, Text

ONLINE_DOWN_WORDS = Setting(
    "counter.online_down_words",
    "线上支付现在用不了，不是您手机的问题。可以付现金，也可以银行转账，收据照常开给您。给您添麻烦了。",
    Text(longest=120, required=True),
    mark("Said while online payment is down"),
    mark("What the counter shows its staff to say to residents: polite, and no promise of when it is back."),
)
ONLINE_DOWN_NOTICE = Setting(
    "counter.online_down_notice",
    "网络或支付平台出了故障，扫码付款暂时用不了。可以付现金，也可以银行转账。给您添麻烦了。",
    Text(longest=120, required=True),
    mark("Posted while online payment is down"),
    mark("The notice at the counter; it names nobody and says nothing of what anybody owes."),
)
PAPERS_FOLDER = Setting(
    "counter.outage_folder",
    "",
    Text(longest=200),
    mark("Folder of the papers for an outage"),
    mark(
        "Blanks are kept there as files too, on a stick or a laptop if you like, and rosters, which name people, once "
        "somebody says so; empty: the data folder."
    ),
)

SECTIONS = (Section(mark("Outages"), (ONLINE_DOWN_WORDS, ONLINE_DOWN_NOTICE, PAPERS_FOLDER)),)
