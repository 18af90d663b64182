//! Numbers as reports print them: digits with 万 and 亿, Chinese numerals, 百分之三十. Text in, exact decimals out.
//!
//! Knows no sentence: whether 一 in 统一 is a number is a matter for `source`.

use rust_decimal::Decimal;

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Notation {
    /// `1.2万`, `８％`
    Digits,
    /// `三十五`, `一万亿`
    Chinese,
}

/// A number at a place of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numeral {
    /// Its first character.
    pub start: usize,
    /// One past its last character, multipliers and percent sign included.
    pub end: usize,
    /// Multipliers applied, percent not: 1.2万 and 1万多 are 12000 and 10000, 8% is 8.
    /// `None` where it is beyond any decimal.
    pub value: Option<Decimal>,
    /// How it is written.
    pub notation: Notation,
    /// Whether it counts hundredths: 8%, 百分之八. Not 8‰ or 千分之八.
    pub percent: bool,
}

/// Every number in `text`, in order, none overlapping another.
#[must_use]
pub fn numerals(text: &[char]) -> Vec<Numeral> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if let Some(numeral) = numeral_at(text, at) {
            at = numeral.end;
            found.push(numeral);
        } else {
            at += 1;
        }
    }
    found
}

/// The value of a whole word of Chinese numerals: 三十五 → 35, 一万亿 → 10^12, 二〇二二 → 2022.
#[must_use]
pub fn chinese_value(text: &[char]) -> Option<Decimal> {
    if text.is_empty() {
        return None;
    }
    if text.iter().all(|c| digit(*c).is_some()) {
        return text.iter().try_fold(Decimal::ZERO, |value, c| {
            value.checked_mul(Decimal::TEN)?.checked_add(digit(*c)?.into())
        });
    }
    // 亿 multiplies all that stands before it, 万 what stands since the last 亿, the small units one digit each.
    let (mut total, mut section) = (Decimal::ZERO, Decimal::ZERO);
    let mut pending: Option<Decimal> = None;
    for c in text {
        if let Some(digit) = digit(*c) {
            pending = Some(digit.into());
            continue;
        }
        let unit = multiplier(*c)?;
        if unit < Decimal::from(10_000) {
            let count = pending.take().unwrap_or(Decimal::ONE);
            section = section.checked_add(count.checked_mul(unit)?)?;
            continue;
        }
        section = section.checked_add(pending.take().unwrap_or_default())?;
        if unit == Decimal::from(10_000) {
            let count = if section.is_zero() { Decimal::ONE } else { section };
            total = total.checked_add(count.checked_mul(unit)?)?;
        } else {
            let all = total.checked_add(section)?;
            let count = if all.is_zero() { Decimal::ONE } else { all };
            total = count.checked_mul(unit)?;
        }
        section = Decimal::ZERO;
    }
    total.checked_add(section)?.checked_add(pending.unwrap_or_default())
}

/// Whether `c` is a character of Chinese numerals.
#[must_use]
pub fn is_chinese_numeral(c: char) -> bool {
    digit(c).is_some() || multiplier(c).is_some()
}

/// The digit that `c` prints, ASCII or full width.
#[must_use]
pub fn arabic_digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

fn digit(c: char) -> Option<u32> {
    Some(match c {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn multiplier(c: char) -> Option<Decimal> {
    Some(Decimal::from(match c {
        '十' => 10_u32,
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    }))
}

fn numeral_at(text: &[char], at: usize) -> Option<Numeral> {
    let numeral = plain_numeral_at(text, at)?;
    // 百分之三十, 千分之五: the number is the part behind.
    let behind = numeral.end + 2;
    let of_hundred = matches!(text[at..numeral.end], ['百' | '千' | '万']);
    if of_hundred
        && text[numeral.end..].starts_with(&['分', '之'])
        && let Some(parts) = plain_numeral_at(text, behind)
    {
        let percent = text[at] == '百';
        return Some(Numeral { start: at, percent, notation: Notation::Chinese, ..parts });
    }
    Some(numeral)
}

fn plain_numeral_at(text: &[char], at: usize) -> Option<Numeral> {
    let first = *text.get(at)?;
    let numeral = if arabic_digit(first).is_some() || starts_signed(text, at) {
        digits_at(text, at)
    } else if is_chinese_numeral(first) && !starts_percentage_word(&text[at..]) {
        chinese_at(text, at)
    } else {
        return None;
    };
    Some(with_inner_excess(text, numeral))
}

/// 30多万, 三千余亿: the multiplier behind 多 or 余 belongs to the number before it.
fn with_inner_excess(text: &[char], numeral: Numeral) -> Numeral {
    let from = numeral.end + 1;
    if numeral.percent || !matches!(text.get(numeral.end), Some('多' | '余' | '几' | '来')) {
        return numeral;
    }
    let end = run(text, from, |c| matches!(c, '万' | '亿'));
    if end == from {
        return numeral;
    }
    let value =
        text[from..end].iter().fold(numeral.value, |value, c| value?.checked_mul(multiplier(*c)?));
    Numeral { end, value, ..numeral }
}

/// 百分点 and 百分比 name hundredths and hold no hundred.
fn starts_percentage_word(text: &[char]) -> bool {
    matches!(text, ['百', '分', '点' | '比' | '率' | '数', ..])
}

/// A minus sign that belongs to the digits behind it: not the hyphen of a date or a range.
fn starts_signed(text: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| text.get(before));
    matches!(text[at], '-' | '−' | '－')
        && text.get(at + 1).is_some_and(|c| arabic_digit(*c).is_some())
        && !before
            .is_some_and(|c| c.is_ascii_alphanumeric() || arabic_digit(*c).is_some() || *c == '%')
}

fn run(text: &[char], from: usize, belongs: impl Fn(char) -> bool) -> usize {
    from + text[from..].iter().take_while(|c| belongs(**c)).count()
}

fn digits_at(text: &[char], start: usize) -> Numeral {
    let is_digit = |c: char| arabic_digit(c).is_some();
    let mut plain = String::new();
    let mut at = start;
    if !is_digit(text[at]) {
        plain.push('-');
        at += 1;
    }
    let push = |plain: &mut String, from: usize, to: usize| {
        plain.extend(
            text[from..to]
                .iter()
                .filter_map(|c| arabic_digit(*c).and_then(|digit| char::from_digit(digit, 10))),
        );
    };
    let mut end = run(text, at, is_digit);
    push(&mut plain, at, end);
    // Thousands: one to three digits, then groups of exactly three behind commas.
    if end - at <= 3 {
        while matches!(text.get(end), Some(',')) && run(text, end + 1, is_digit) == end + 4 {
            push(&mut plain, end + 1, end + 4);
            end += 4;
        }
    }
    if matches!(text.get(end), Some('.' | '．')) {
        let fraction_end = run(text, end + 1, is_digit);
        if fraction_end > end + 1 {
            plain.push('.');
            push(&mut plain, end + 1, fraction_end);
            end = fraction_end;
        }
    }
    let unscaled = Decimal::from_str_exact(&plain).ok();
    let scale_end = run(text, end, |c| matches!(c, '百' | '千' | '万' | '亿'));
    let value =
        text[end..scale_end].iter().fold(unscaled, |value, c| value?.checked_mul(multiplier(*c)?));
    let percent = matches!(text.get(scale_end), Some('%' | '％'));
    Numeral {
        start,
        end: scale_end + usize::from(percent),
        value,
        notation: Notation::Digits,
        percent,
    }
}

fn chinese_at(text: &[char], start: usize) -> Numeral {
    let end = run(text, start, is_chinese_numeral);
    // 三点五
    let fraction_end = match text.get(end) {
        Some('点') => run(text, end + 1, |c| digit(c).is_some()),
        _ => end,
    };
    let is_fraction = fraction_end > end + 1
        && text[start..end].iter().all(|c| digit(*c).is_some() || *c == '十')
        && !matches!(text.get(fraction_end), Some('半' | '钟' | '十'));
    let whole = chinese_value(&text[start..end]);
    if is_fraction {
        let fraction = &text[end + 1..fraction_end];
        let scale = u32::try_from(fraction.len()).unwrap_or(u32::MAX);
        let value = whole.zip(chinese_value(fraction)).and_then(|(whole, mut part)| {
            part.set_scale(scale).ok()?;
            whole.checked_add(part)
        });
        return Numeral {
            start,
            end: fraction_end,
            value,
            notation: Notation::Chinese,
            percent: false,
        };
    }
    Numeral { start, end, value: whole, notation: Notation::Chinese, percent: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, String)> {
        let chars: Vec<char> = text.chars().collect();
        numerals(&chars)
            .into_iter()
            .map(|n| {
                let printed = chars[n.start..n.end].iter().collect();
                (printed, n.value.map_or("-".to_owned(), |v| v.normalize().to_string()))
            })
            .collect()
    }

    #[test]
    fn printed_numbers_have_their_values() {
        for (text, printed, value) in [
            ("1.2万个", "1.2万", "12000"),
            ("8%左右", "8%", "8"),
            ("第15位", "15", "15"),
            ("突破一万亿元", "一万亿", "1000000000000"),
            ("一千万人", "一千万", "10000000"),
            ("80亿斤", "80亿", "8000000000"),
            ("百亿规模", "百亿", "10000000000"),
            ("十八连丰", "十八", "18"),
            ("前五十", "五十", "50"),
            ("二〇二二年", "二〇二二", "2022"),
            ("两年", "两", "2"),
            ("三十五", "三十五", "35"),
            ("一亿二千万", "一亿二千万", "120000000"),
            ("一万零五十", "一万零五十", "10050"),
            ("百分之三十", "百分之三十", "30"),
            ("百分之七点五", "百分之七点五", "7.5"),
            ("６．５％", "６．５％", "6.5"),
            ("1,234,567元", "1,234,567", "1234567"),
            ("增长-3.2%", "-3.2%", "-3.2"),
            ("5百万吨", "5百万", "5000000"),
            ("零填埋", "零", "0"),
            ("惠及30多万人", "30多万", "300000"),
            ("资金2000余亿元", "2000余亿", "200000000000"),
            ("三千多万农民", "三千多万", "30000000"),
            ("1.2万余户", "1.2万", "12000"),
            ("300余人", "300", "300"),
            ("千分之五", "千分之五", "5"),
            ("死亡率5.2‰", "5.2", "5.2"),
            ("百分之百", "百分之百", "100"),
            ("一千五百万", "一千五百万", "15000000"),
            ("两千万", "两千万", "20000000"),
            ("十二万五千", "十二万五千", "125000"),
            ("提高3个百分点", "3", "3"),
        ] {
            assert_eq!(read(text), [(printed.to_owned(), value.to_owned())], "{text}");
        }
    }

    #[test]
    fn neighbours_stay_apart() {
        let values = |text| read(text).into_iter().map(|(_, value)| value).collect::<Vec<_>>();
        assert_eq!(values("12.8%、31.3%和37.8%"), ["12.8", "31.3", "37.8"]);
        assert_eq!(values("2022-01-13 16:17"), ["2022", "1", "13", "16", "17"]);
        assert_eq!(values("5+3+7+5"), ["5", "3", "7", "5"]);
        assert_eq!(values("增长7%,12家"), ["7", "12"]);
        assert_eq!(values("3-5%"), ["3", "5"]);
        assert_eq!(values("5%-6%"), ["5", "6"]);
        assert_eq!(values("5%—6%"), ["5", "6"]);
        assert_eq!(values("5％至６％"), ["5", "6"]);
        assert_eq!(values("10多个万人镇"), ["10", "10000"]);
        assert_eq!(values("2021,2022"), ["2021", "2022"]);
        assert_eq!(values("一、二"), ["1", "2"]);
        assert_eq!(values(""), Vec::<String>::new());
    }

    #[test]
    fn numbers_beyond_any_decimal_have_no_value_and_do_not_panic() {
        assert_eq!(read(&"亿".repeat(100))[0].1, "-");
        assert_eq!(read(&"9".repeat(100))[0].1, "-");
        assert_eq!(read(&format!("三点{}", "五".repeat(50)))[0].1, "-");
        assert_eq!(read(&"百分之".repeat(200_000)).len(), 100_000);
    }
}
