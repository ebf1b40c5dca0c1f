"""Surnames that are read otherwise than the same character elsewhere, or in more than one way."""

from __future__ import annotations

_TABLE = """
单 shan dan     仇 qiu chou     解 xie jie      查 zha cha      曾 zeng ceng    区 ou qu
朴 piao pu      翟 zhai di      乐 yue le       盖 ge gai       缪 miao mou     任 ren
华 hua          纪 ji           宁 ning         葛 ge           召 shao zhao    种 chong zhong
秘 bi mi        折 she zhe      员 yun yuan     贠 yun          黑 he hei       洗 xian xi
冼 xian         繁 po fan       角 jue jiao     那 na           能 nai neng     牟 mu mou
逄 pang         覃 qin tan      隗 wei kui      郗 xi chi       郇 xun huan     谌 chen shen
宓 mi fu        卜 bu           柏 bai bo       薄 bo bao       贾 jia gu       车 che ju
晟 cheng sheng  盛 sheng cheng  石 shi          沈 shen chen    汤 tang         燕 yan
应 ying         曲 qu           祭 zhai ji      相 xiang        冯 feng         齐 qi
眭 sui          佴 nai          撒 sa           仝 tong         句 gou ju       勾 gou
阚 kan          郄 qie xi       莘 shen xin     臧 zang         藏 zang cang    褚 chu zhu
幺 yao          么 yao me       粘 nian zhan    番 pan fan      叶 ye           费 fei bi
阙 que          宿 su xiu       殷 yin yan      瞿 qu           璩 qu           过 guo
行 xing hang    藉 ji jie       适 kuo shi      重 chong zhong  长 chang zhang  朝 chao zhao
乜 nie mie      逯 lu           库 she ku       厍 she          亓 qi           俞 yu
占 zhan         颉 xie jie      降 jiang xiang  强 qiang jiang  隽 juan jun     吁 yu xu
呙 guo          六 lu liu       率 lü shuai     谷 gu yu        观 guan         不 fou bu
铫 yao diao     从 cong         都 du dou       尉 wei yu       哈 ha           便 pian bian
炅 gui jiong    妫 gui          昝 zan          逮 dai          啜 chuai chuo   砀 dang
尹 yin          於 yu           涂 tu           余 yu           佘 she          翁 weng
夹 jia          教 jiao         称 cheng chen   会 gui hui      给 ji gei       万 wan
令 ling         祝 zhu          塔 ta           载 dai zai      戚 qi           鲜 xian
干 gan          风 feng         洼 wa           什 shi          蔚 yu wei       载 dai zai
呼 hu           无 wu           戏 xi           冠 guan         阿 a e          卒 zu
"""

_COMPOUND = """
尉迟 yu chi     单于 chan yu    万俟 mo qi      澹台 tan tai    长孙 zhang sun  令狐 ling hu
鲜于 xian yu    呼延 hu yan     皇甫 huang fu   夏侯 xia hou    诸葛 zhu ge     司马 si ma
司徒 si tu      司空 si kong    欧阳 ou yang    上官 shang guan 东方 dong fang  公孙 gong sun
慕容 mu rong    宇文 yu wen     端木 duan mu    轩辕 xuan yuan  赫连 he lian    闻人 wen ren
濮阳 pu yang    淳于 chun yu    太叔 tai shu    申屠 shen tu    钟离 zhong li   公冶 gong ye
宗政 zong zheng 百里 bai li     东郭 dong guo   南宫 nan gong   西门 xi men     拓跋 tuo ba
独孤 du gu      完颜 wan yan    纳兰 na lan     第五 di wu      公羊 gong yang  谷梁 gu liang
颛孙 zhuan sun  仲孙 zhong sun  漆雕 qi diao    壤驷 rang si    乐正 yue zheng  亓官 qi guan
"""


def _pairs(table: str, width: int) -> dict[str, tuple[str, ...]]:
    words = table.split()
    found: dict[str, tuple[str, ...]] = {}
    key = ""
    for word in words:
        if len(word) == width and not word.isascii():
            key, found[word] = word, ()
        else:
            found[key] = (*found[key], word.replace("ü", "v"))
    return found


SURNAMES = _pairs(_TABLE, 1)
COMPOUND_SURNAMES = _pairs(_COMPOUND, 2)
