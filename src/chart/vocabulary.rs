//! Chinese words that a line end should not tear.
//!
//! Chinese is written without spaces, and where a word ends only who knows the word can tell. These are the words that the
//! names of indicators and the headings of government reports are made of; a name may be torn within any other word.
//! They are found by forward maximum matching: from left to right, always the longest word that begins there.

use std::cmp::Reverse;
use std::sync::LazyLock;

use super::breaking::Placed;

#[rustfmt::skip]
const WORDS: &str = "
    一般 公共 预算 收入 支出 财政 税收 地方 地区 生产 总值 生产总值 增加值 增速 增长 增幅 下降 比重 比例 比率 占比 总量 总额 总数 数量 规模 面积
    城镇 城市 农村 乡村 城乡 居民 人均 可支配 消费 消费品 零售 社会消费品 价格 指数 物价 涨幅 固定 资产 投资 项目 亿元 万元 以上 以下 以内 左右
    进出口 进口 出口 外贸 对外 贸易 经贸 外资 利用 实际 直接 跨境 电商 交易 交易额 成交额 合同 技术 科技 科学 创新 创业 研发 投入 强度 机构 平台 专利
    发明 成果 转化 高新 高新技术 企业 产业 工业 制造 制造业 服务 服务业 现代 现代化 新兴 战略 战略性 数字 数字化 智能 智能化 绿色 低碳 新能源 汽车
    新材料 航空 装备 机器人 集成电路 人工智能 互联网 大数据 基站 场景 应用 中小 小微 民营 国有 市属 上市 龙头 雏鹰 瞪羚 独角兽 专精特新 市场 主体
    市场主体 个体 工商户 登记 注册 失业 失业率 就业 新增 调查 高校 毕业生 大学生 人才 培训 技能 工资 养老 养老金 医疗 医院 医保 卫生 健康 卫生院
    卫生室 社区 小区 老旧 床位 托育 托位 幼儿 幼儿园 学校 中小学 教育 义务教育 学位 普惠 普惠性 学前 文化 体育 场馆 图书馆 博物馆 旅游 游客 接待 保障
    保障性 租赁 住房 公租房 棚户区 改造 建设 新建 改建 扩建 续建 开工 复工 开复工 竣工 完成 完成率 完工 启动 推进 实施 落实 治理 整治 修复 保护 提升 提高
    公园 口袋 绿地 绿化 森林 覆盖率 造林 道路 公路 铁路 高铁 地铁 轨道 交通 机场 航线 港口 吞吐量 货运 客运 管网 燃气 供水 供热 供电 污水 处理 垃圾
    生活 填埋 分类 处置 空气 质量 优良 天数 水质 水体 断面 黑臭 污染 污染物 排放 排放量 主要 能耗 能源 节能 单位 二氧化碳 温室气体 用水量 生态 环境
    生态环境 自然 湿地 土壤 地块 安全 利用率 粮食 产量 播种 农业 农田 高标准 高标准农田 农产品 合作社 农民 乡镇 县域 村屯 中心镇 民生 实事 民生实事
    福利 救助 低保 标准 社会 保险 参保 人数 人次 户数 人口 常住 户籍 城镇化 出生 预期 寿命 贫困 脱贫 扶贫 振兴 帮扶 对口 政府 工作 报告 回顾 目标 任务
    政务 审批 时限 工作日 事项 办理 网办 全程 掌上 便民 营商 环境 改革 开放 深化 优化 全面 加快 持续 扎实 协调 发展 高质量 质量 结构 动能 转换 体系 体制
    机制 能力 水平 格局 拓展 风险 防范 化解 债务 债券 基金 金融 贷款 存款 余额 融资 信用 合作 区域 都市圈 都市 国际 国际化 国家 中国 中央 全国 全省 全市
    全社会 省级 市级 县级 国家级 排名 百强 得分 考核 事故 死亡 安全生产 刑事 案件 法治 法律 廉政 党建 代表 建议 委员 提案 疫情 防控 疫苗 接种 接种率
    数据 指标 实绩 对照 口径 相同 不同 可以 不能 推算 给出 没有 另有 其中 包括 累计 同比 当年 上年 年均 本届 任期 来源 说明 单位
    升级 优化升级 颜值 前沿 倍数 没有倍数 新高 历史 稳步 稳步增长 进一步 不低于 不超过 不少于 突破 超过 达到 力争 确保 供给侧 结构性 内需 盛会 短板
    刻度 各栏 每栏 指标 不画 不画差距 人民 人民生活 生活品质 实绩作 目标作 对数 小图 各自 条长 个数
    因此 两者 不是 同一 一种 只有 文字 数字 差距 可算 统计 内容 时期 范围 总数 新增数
    印出来 按印数 标准化 便利 便利化 宜居 韧性 智慧 平安 幸福 美丽 文明 城区 商圈 街区 场所 网点 设施 农产品 深加工
    打造 构建 建立 建成 培育 引进 促进 推动 强化 加强 完善 扩大 消费升级 要素 配置 品质 能级 大都市 供给 公共服务 基础 设施 基础设施 重大 重点 领域 片区
    开发区 园区 自贸区 经济 民营经济 数字经济 攻坚战 战略性新兴产业 志愿者 志愿 友城 班列 开行 中欧 中欧班列 口岸 通道
";

/// The words by their first character.
struct Known {
    /// For each character from [`FIRST`] on, which of `words` begin with it: none, or `words[at - 1]`.
    at: Vec<u16>,
    /// Longest first.
    words: Vec<Vec<Vec<char>>>,
}

/// The first of the characters that Chinese words are written with, and the last.
const FIRST: char = '\u{4e00}';
const LAST: char = '\u{9fff}';

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let mut known = Known { at: vec![0; LAST as usize - FIRST as usize + 1], words: Vec::new() };
    for word in WORDS.split_whitespace().map(|word| word.chars().collect::<Vec<_>>()) {
        let at = &mut known.at[word[0] as usize - FIRST as usize];
        if *at == 0 {
            known.words.push(Vec::new());
            *at = known.words.len() as u16;
        }
        known.words[usize::from(*at) - 1].push(word);
    }
    for words in &mut known.words {
        words.sort_by_key(|word| Reverse(word.len()));
    }
    known
});

impl Known {
    /// The length of the longest word at the beginning of `line`; 0 where there is none.
    fn longest(&self, line: &[Placed]) -> usize {
        let place = line.first().and_then(|(c, ..)| (*c as usize).checked_sub(FIRST as usize));
        let at = place.and_then(|place| self.at.get(place)).copied().unwrap_or_default();
        let words = usize::from(at).checked_sub(1).map_or(&[][..], |at| &self.words[at]);
        let begins = |word: &&Vec<char>| {
            word.len() <= line.len() && word.iter().zip(line).all(|(c, (here, ..))| c == here)
        };
        words.iter().find(begins).map_or(0, Vec::len)
    }
}

/// The longest quotation or aside that is kept whole, signs included: “口袋公园”, （双创）.
const LONGEST_ASIDE: usize = 8;

/// How many characters from the first on are a short quotation or aside; 0 where there is none.
fn aside(line: &[Placed]) -> usize {
    let closing = match line.first() {
        Some(('（', ..)) => '）',
        Some(('“', ..)) => '”',
        _ => return 0,
    };
    line.iter().take(LONGEST_ASIDE).position(|(c, ..)| *c == closing).map_or(0, |at| at + 1)
}

/// For each character of `line`, whether it stands within a word, a short quotation or aside, and not at its beginning.
pub(super) fn within_words(line: &[Placed]) -> Vec<bool> {
    let known = &*KNOWN;
    let mut within = vec![false; line.len()];
    let mut at = 0;
    while at < line.len() {
        let length = known.longest(&line[at..]).max(aside(&line[at..])).max(1);
        within[at + 1..at + length].fill(true);
        at += length;
    }
    within
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_is_found_first_and_letters_between_words_are_free() {
        assert_eq!(seen("社会消费品零售总额A"), "|----|-|-|");
    }

    #[test]
    fn a_short_aside_is_kept_whole_and_a_long_one_is_not() {
        assert_eq!(seen("（双创）活动"), "|---||");
        assert_eq!(seen("（甲乙丙丁戊己庚辛）"), "||||||||||");
        assert_eq!(seen("（甲"), "||");
    }

    fn seen(text: &str) -> String {
        let line: Vec<Placed> = text.chars().map(|c| (c, 0.0, 0.0)).collect();
        within_words(&line).iter().map(|inside| if *inside { '-' } else { '|' }).collect()
    }

    #[test]
    fn every_word_is_chinese() {
        for word in WORDS.split_whitespace() {
            assert!(word.chars().all(|c| (FIRST..=LAST).contains(&c)), "{word}");
        }
    }
}
