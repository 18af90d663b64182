//! Words in which a numeral is no number: 统一, 进一步, 零售, 千方百计.
//!
//! Only words that never count anything belong here.
//! A name (三亚, 二十大), a slogan (一网通办) or an indefinite number (一批) is a number to this application,
//! and the data says why it is left out.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::model::is_chinese_numeral;

/// Grouped by sense; the longest word that fits decides.
const WORDS: &[&str] = &[
    // one as "same" or "together"
    "统一",
    "唯一",
    "单一",
    "专一",
    "划一",
    "合一",
    "归一",
    "如一",
    "一致",
    "一样",
    "一般",
    "一同",
    "一起",
    "一齐",
    "一并",
    "一体",
    "一律",
    "一概",
    "一切",
    "一贯",
    "一如既往",
    "一以贯之",
    "一视同仁",
    "一心一意",
    "一脉相承",
    "一气呵成",
    "一举",
    "一统",
    "不一",
    "融为一体",
    "知行合一",
    "三位一体",
    "五位一体",
    // one as "a little", "some"
    "一些",
    "一定",
    "一系列",
    "一揽子",
    "一部分",
    "一方面",
    "一大批",
    "有一说一",
    "进一步",
    "一步步",
    "一步一个脚印",
    "一点一滴",
    "一丝不苟",
    "一丝一毫",
    "一席之地",
    "逐一",
    "一一",
    // one as "at once", "always", "in case"
    "一直",
    "一向",
    "一再",
    "一旦",
    "一度",
    "一经",
    "一味",
    "一时",
    "一刻不停",
    "一鼓作气",
    "一往无前",
    "一马当先",
    "一锤定音",
    "一抓到底",
    "一刀切",
    "一手抓",
    "一手",
    "一把手",
    "一锅端",
    "一窝蜂",
    "一盘棋",
    "一张蓝图绘到底",
    "一张蓝图干到底",
    "一茬接着一茬",
    "一届接着一届",
    "一任接着一任",
    "一门心思",
    "一言堂",
    "一票否决",
    "一臂之力",
    "一己之私",
    "一蹴而就",
    "一劳永逸",
    "一帆风顺",
    "一日千里",
    "一诺千金",
    "一目了然",
    "九牛一毛",
    // one as "first", "new"
    "一流",
    "一线",
    "新一轮",
    "新一代",
    "新一届",
    "之一",
    "下一步",
    "上一年",
    "第一时间",
    "第一线",
    // other digits in fixed words
    "二氧化",
    "一氧化",
    "二手",
    "不二",
    "三番五次",
    "再三",
    "三三两两",
    "接二连三",
    "举一反三",
    "朝三暮四",
    "四面八方",
    "四通八达",
    "四周",
    "四海",
    "五湖四海",
    "五彩",
    "五谷",
    "五金",
    "五花八门",
    "七嘴八舌",
    "乱七八糟",
    "八方",
    "八仙过海",
    "九曲",
    "九霄",
    "十分",
    "十足",
    "十全十美",
    "两全其美",
    "一举两得",
    "两难",
    // nought as "small", "scattered"
    "零售",
    "零部件",
    "零件",
    "零散",
    "零星",
    "零工",
    "零碎",
    "零担",
    "零食",
    "零用",
    "零花",
    "凋零",
    "飘零",
    "零陵",
    // hundreds, thousands, ten thousands as "many"
    "百姓",
    "百货",
    "百花",
    "百业",
    "百废",
    "百折不挠",
    "百舸争流",
    "百尺竿头",
    "百川",
    "百炼成钢",
    "百家争鸣",
    "百科",
    "百合",
    "百步",
    "百态",
    "百倍",
    "精神百倍",
    "千方百计",
    "千家万户",
    "千头万绪",
    "千变万化",
    "千锤百炼",
    "千钧",
    "千载难逢",
    "千军万马",
    "千辛万苦",
    "千山万水",
    "千言万语",
    "千秋",
    "千古",
    "千里",
    "各有千秋",
    "成千上万",
    "万众",
    "万物",
    "万象",
    "万家灯火",
    "万马奔腾",
    "万无一失",
    "万水千山",
    "万古",
    "万里",
    "万全",
    "万能",
    "万分",
    "万一",
    "亿万",
];

/// Words whose numeral counts after all when one of these characters follows: 十分钟, 一起事故.
const COUNTING: &[(&str, &str)] = &[("十分", "钟之"), ("一起", "事案交火")];

static BY_FIRST: LazyLock<BTreeMap<char, Vec<Vec<char>>>> = LazyLock::new(|| {
    let mut words: BTreeMap<char, Vec<Vec<char>>> = BTreeMap::new();
    for word in WORDS {
        let word: Vec<char> = word.chars().collect();
        if let Some(first) = word.first() {
            words.entry(*first).or_default().push(word);
        }
    }
    for group in words.values_mut() {
        group.sort_by_key(|word| std::cmp::Reverse(word.len()));
    }
    words
});

/// For every character, whether it stands in a word in which numerals are no numbers.
#[must_use]
pub fn in_words(text: &[char]) -> Vec<bool> {
    let mut covered = vec![false; text.len()];
    let mut at = 0;
    while at < text.len() {
        match word_at(text, at) {
            Some(length) => {
                covered[at..at + length].fill(true);
                at += length;
            }
            None => at += 1,
        }
    }
    covered
}

/// The length of the longest word that begins at `at`.
fn word_at(text: &[char], at: usize) -> Option<usize> {
    // 二十一线 is not 一线.
    let inside_number = is_chinese_numeral(text[at])
        && at.checked_sub(1).is_some_and(|before| {
            is_chinese_numeral(text[before])
                || text[before].is_ascii_digit()
                || text[before] == '第'
        });
    if inside_number {
        return None;
    }
    let words = BY_FIRST.get(&text[at])?;
    let word = words.iter().find(|word| text[at..].starts_with(word))?;
    let next = text.get(at + word.len());
    let counts = COUNTING.iter().any(|(counting, followers)| {
        counting.chars().eq(word.iter().copied())
            && next.is_some_and(|next| followers.contains(*next))
    });
    (!counts).then_some(word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hidden(text: &str) -> String {
        let chars: Vec<char> = text.chars().collect();
        let covered = in_words(&chars);
        chars.iter().zip(covered).map(|(c, covered)| if covered { '_' } else { *c }).collect()
    }

    #[test]
    fn words_hide_their_numerals_and_numbers_stay() {
        for (text, shown) in [
            ("进一步统一思想", "_____思想"),
            ("千方百计稳住", "____稳住"),
            ("十分薄弱", "__薄弱"),
            ("十分钟生活圈", "十分钟生活圈"),
            ("二十一线", "二十一线"),
            ("统一3个", "__3个"),
            ("一批项目", "一批项目"),
            ("实施4处铁路", "实施4处铁路"),
        ] {
            assert_eq!(hidden(text), shown);
        }
    }

    #[test]
    fn every_word_holds_a_numeral_and_stands_once() {
        for (at, word) in WORDS.iter().enumerate() {
            assert!(word.chars().any(is_chinese_numeral), "{word}");
            assert!(!WORDS[..at].contains(word), "{word} stands twice");
        }
    }
}
