//! Where a line of Chinese or English text may end.
//!
//! egui breaks lines too, but it lets a line end in an opening bracket and tears a number from its unit
//! (2022 | 年). So charts break their own lines, from the widths of a text that egui has set in one line,
//! and give egui the line ends. Rules: the part of UAX #14 that Chinese and English names, titles and clauses need,
//! with the prohibitions of GB/T 15834 (标点符号用法) on both ends of a line, and the words of `vocabulary`.

use super::vocabulary;

/// Never at the start of a line: what closes, separates or belongs to what stands before.
#[rustfmt::skip]
fn is_never_first(c: char) -> bool {
    matches!(
        c,
        '，' | '。' | '、' | '；' | '：' | '！' | '？' | '）' | '》' | '〉' | '」' | '』' | '】' | '〕'
            | '〗' | '”' | '’' | '％' | '‰' | '℃' | '·' | '…' | '—' | '～' | '–' | ',' | '.' | ';'
            | ':' | '!' | '?' | ')' | ']' | '}' | '%' | '×'
    )
}

/// Never at the end of a line: what opens, and signs that belong to what follows.
#[rustfmt::skip]
fn is_never_last(c: char) -> bool {
    matches!(
        c,
        '（' | '《' | '〈' | '「' | '『' | '【' | '〔' | '〖' | '“' | '‘' | '(' | '[' | '{' | '$'
            | '￥' | '¥' | '№' | '≥' | '≤' | '≈' | '>' | '<' | '+' | '−' | '×' | '÷' | '→'
    )
}

/// Whether a character is written without spaces around it, so that lines may end at it.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff60}')
        || matches!(c, '“' | '”' | '‘' | '’' | '…' | '—' | '·')
}

/// Whether a line may end between `before` and `after`.
fn may_end(before: char, after: char) -> bool {
    if after == ' ' || before == '\u{a0}' || after == '\u{a0}' {
        return false;
    }
    if before == ' ' {
        return !is_never_first(after);
    }
    if is_never_first(after) || is_never_last(before) {
        return false;
    }
    // A number keeps its unit and its bound, and a letter its number: 2022年, 1.2万个, 7%左右, 5G基站.
    if (before.is_ascii_alphanumeric() || before == '%') && is_wide(after) {
        return before.is_ascii_alphabetic();
    }
    if matches!((before, after), ('左', '右') | ('以', '上' | '下' | '内')) {
        return false;
    }
    is_wide(before) || is_wide(after) || (before == '/' && after.is_alphabetic())
}

/// A character with its left and right edge in its line.
pub(super) type Placed = (char, f32, f32);

/// The places of `line` at which new lines begin so that none is wider than `width`: each as late as it may be,
/// and between two words where that fills the line by half at least.
/// What has no such place is torn where no sign is left alone, or else between any two characters.
pub(super) fn line_starts(line: &[Placed], width: f32) -> Vec<usize> {
    starts(line, &vocabulary::within_words(line), width, false)
}

/// With `at_pauses`, where a pause fills half of a line, the line ends there, though more would find room.
fn starts(line: &[Placed], within: &[bool], width: f32, at_pauses: bool) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut from = 0;
    let mut at = 1;
    while at < line.len() {
        // A space at the end of a line needs no room.
        if line[at].0 != ' ' && line[at].2 - line[from].1 > width {
            let last = |fits: &dyn Fn(usize) -> bool| (from + 1..=at).rev().find(|at| fits(*at));
            let fills = |at: usize| line[at - 1].2 - line[from].1 >= width / 2.0;
            let good = |at: usize| is_sound(line, at) && !within[at] && fills(at);
            let pause = last(&|at| at_pauses && is_pause(line, at) && good(at));
            from = pause
                .or_else(|| last(&good))
                .or_else(|| last(&|at| is_sound(line, at)))
                .or_else(|| last(&|at| is_bearable(line, at)))
                .unwrap_or(at);
            starts.push(from);
            at = from;
        }
        at += 1;
    }
    starts
}

/// A last line shorter than this share of the width is filled up from the lines above it.
const WIDOW: f32 = 0.3;

/// The same with no last line of a word or two.
pub(super) fn line_starts_without_widow(line: &[Placed], width: f32) -> Vec<usize> {
    let has_widow = |starts: &[usize]| {
        let last = starts.last().and_then(|from| Some((line.get(*from)?, line.last()?)));
        last.is_some_and(|(first, last)| last.2 - first.1 < width * WIDOW)
    };
    let within = vocabulary::within_words(line);
    let plain = starts(line, &within, width, false);
    let paused = starts(line, &within, width, true);
    if paused.len() <= plain.len() && !has_widow(&paused) {
        paused
    } else if has_widow(&plain) {
        starts(line, &within, balanced_width(line, &within, width), false)
    } else {
        plain
    }
}

/// The same in lines of like length.
pub(super) fn balanced_starts(line: &[Placed], width: f32) -> Vec<usize> {
    let within = vocabulary::within_words(line);
    starts(line, &within, balanced_width(line, &within, width), false)
}

/// The narrowest width at which `line` takes no more lines than at `width`, and no more words are torn.
fn balanced_width(line: &[Placed], within: &[bool], width: f32) -> f32 {
    let torn = |starts: &[usize]| starts.iter().filter(|at| within[**at]).count();
    let at_most = starts(line, within, width, false);
    let (lines, most_torn) = (at_most.len(), torn(&at_most));
    if lines == 0 {
        return width;
    }
    let (mut low, mut high) = (width / (lines + 1) as f32 * 0.5, width);
    for _ in 0..9 {
        let middle = f32::midpoint(low, high);
        let starts = starts(line, within, middle, false);
        let sound = starts.len() <= lines
            && torn(&starts) <= most_torn
            && starts.iter().all(|at| is_sound(line, *at));
        if sound { high = middle } else { low = middle }
    }
    high
}

/// Whether what stands before `at` ends in a pause: after ，, or between the parts of a subtitle.
fn is_pause(line: &[Placed], at: usize) -> bool {
    let mut back = line[..at].iter().rev().map(|(c, ..)| *c).skip_while(|c| *c == ' ');
    back.next().is_some_and(|c| matches!(c, '，' | '。' | '；' | '：' | '·' | ',' | ';'))
}

/// Whether a line may begin at `at`.
fn is_sound(line: &[Placed], at: usize) -> bool {
    // 1.2万个 stays whole too, and so do 第 1014–1017 字 and ≥ 1.09倍.
    let scaled = at >= 2 && line[at - 2].0.is_ascii_digit() && "百千万亿".contains(line[at - 1].0);
    let spaced = at >= 2
        && line[at - 1].0 == ' '
        && (matches!(line[at - 2].0, '第' | '≥' | '≤' | '≈' | '>' | '<') || line[at].0 == '字');
    // 2022年1月8日 is one date.
    let dated = matches!(line[at - 1].0, '年' | '月') && line[at].0.is_ascii_digit();
    let torn = scaled || spaced || dated || tears_a_bound(line, at) || tears_a_quotation(line, at);
    !torn && may_end(line[at - 1].0, line[at].0)
}

/// Whether a line that begins at `at` would part a straight quotation mark from what it quotes:
/// that it opens or closes is told by what stands on its other side.
fn tears_a_quotation(line: &[Placed], at: usize) -> bool {
    let outside = |c: Option<&Placed>| c.is_none_or(|(c, ..)| " ().,;:".contains(*c));
    let opens = line[at - 1].0 == '"' && outside(at.checked_sub(2).and_then(|at| line.get(at)));
    let closes = line[at].0 == '"' && outside(line.get(at + 1));
    opens || closes
}

/// Whether a line that begins at `at` would take a bound from its number: at least | 2,000.
fn tears_a_bound(line: &[Placed], at: usize) -> bool {
    if line[at - 1].0 != ' ' {
        return false;
    }
    let ends_in = |word: &str| {
        let back = line[..at - 1].iter().rev().map(|(c, ..)| *c);
        let mut back = back.take(word.len() + 1);
        word.chars().rev().all(|c| back.next() == Some(c)) && back.next().is_none_or(|c| c == ' ')
    };
    let goes_on =
        |word: &str| line[at..].iter().map(|(c, ..)| *c).take(word.len()).eq(word.chars());
    let number = line[at].0.is_ascii_digit();
    let before_a_number = ["least", "most", "over", "about", "nearly"];
    (number && before_a_number.into_iter().any(ends_in))
        || (ends_in("at") && (goes_on("least ") || goes_on("most ")))
}

/// Whether a line may begin at `at` where there is no better place: a word or a number is torn, but no sign stands alone.
fn is_bearable(line: &[Placed], at: usize) -> bool {
    let sign_alone = line[at].0 == '字' && line[at - 1].0 == ' ';
    !sign_alone && !is_never_first(line[at].0) && !is_never_last(line[at - 1].0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Chinese twice as wide as ASCII, as in any Chinese font.
    fn placed(text: &str) -> Vec<Placed> {
        let mut x = 0.0;
        text.chars()
            .map(|c| {
                let left = x;
                x += if c.is_ascii() { 1.0 } else { 2.0 };
                (c, left, x)
            })
            .collect()
    }

    fn lines(text: &str, width: f32) -> Vec<String> {
        let line = placed(text);
        let mut out = vec![String::new()];
        let starts = line_starts(&line, width);
        for (at, (c, ..)) in line.iter().enumerate() {
            if starts.contains(&at) {
                out.push(String::new());
            }
            if let Some(last) = out.last_mut() {
                last.push(*c);
            }
        }
        out
    }

    #[test]
    fn a_number_keeps_its_unit_and_a_bracket_its_word() {
        assert_eq!(lines("大都市：2022年目标", 12.0), ["大都市：", "2022年目标"]);
        for width in 12..40 {
            for line in lines(
                "改造老旧小区（含2021年）126个、提升“两邻”社区，新建5G基站1.2万个。",
                width as f32,
            ) {
                let (first, last) = (line.chars().next(), line.chars().last());
                assert!(!first.is_some_and(|c| "，。、）”个年万".contains(c)), "{width}: {line}");
                assert!(!last.is_some_and(|c| "（“".contains(c)), "{width}: {line}");
            }
        }
    }

    #[test]
    fn a_percentage_keeps_its_bound() {
        assert_eq!(lines("about 7% 7%左右", 14.0), ["about 7% ", "7%左右"]);
    }

    #[test]
    fn a_place_in_the_text_stays_whole() {
        assert_eq!(lines("新增 · 第 1703–1706 字", 18.0), ["新增 · ", "第 1703–1706 字"]);
        assert_eq!(lines("新增 · 第 1703–1706 字", 22.0), ["新增 · ", "第 1703–1706 字"]);
    }

    #[test]
    fn a_bound_stays_with_its_number() {
        assert_eq!(lines("≥ +181个（≥ 1.09倍）", 16.0), ["≥ +181个", "（≥ 1.09倍）"]);
        assert_eq!(lines("报告，2022年1月8日。", 19.0), ["报告，", "2022年1月8日。"]);
        assert_eq!(lines("over ≈ 7 pp", 8.0), ["over ", "≈ 7 pp"]);
        assert_eq!(
            lines("315 days → at least 300 days", 21.0),
            ["315 days → ", "at least 300 days"]
        );
        assert_eq!(lines("now about 7%", 10.0), ["now ", "about 7%"]);
    }

    #[test]
    fn what_must_be_torn_leaves_no_sign_alone() {
        assert_eq!(lines("（0.858倍）", 9.0), ["（0.858", "倍）"]);
        assert_eq!(lines("（0.858倍）", 10.5), ["（0.858", "倍）"]);
        assert_eq!(lines("）））））", 4.0), ["））", "））", "）"], "nothing else is left");
    }

    #[test]
    fn english_breaks_at_spaces_and_whatever_has_none_is_broken_all_the_same() {
        assert_eq!(lines("Gross regional product", 9.0), ["Gross ", "regional ", "product"]);
        assert_eq!(lines("abcdefgh", 3.0), ["abc", "def", "gh"]);
        assert!(lines("一", 1.0).len() == 1, "one character is never less than a line");
    }

    #[test]
    fn lines_of_like_length_keep_the_rules() {
        let line = placed("农村居民人均可支配收入增速");
        let width = balanced_width(&line, &vocabulary::within_words(&line), 20.0);
        assert_eq!(line_starts(&line, 20.0).len(), line_starts(&line, width).len());
        assert!(width <= 15.0, "{width}");
    }

    #[test]
    fn a_straight_quotation_mark_stays_with_what_it_quotes() {
        for width in 8..40 {
            for line in lines("has only words (\"稳步增长\") and \"one\" number", width as f32)
            {
                assert!(!line.ends_with("(\"") && !line.starts_with("\")"), "{width}: {line}");
            }
        }
    }

    #[test]
    fn no_word_is_left_alone_in_the_last_line() {
        let line = placed("2 more targets without an actual in the report");
        assert_eq!(line_starts(&line, 42.0).len(), 1);
        let starts = line_starts_without_widow(&line, 42.0);
        assert!(starts.len() == 1 && starts[0] < 30, "{starts:?}");
        assert_eq!(line_starts_without_widow(&line, 30.0), line_starts(&line, 30.0));
    }

    #[test]
    fn a_line_ends_at_a_pause_where_that_costs_no_line_more() {
        let text = "沈阳市 · 单位：% · 三组不画差距 · 另有两项";
        let line = placed(text);
        let starts = line_starts_without_widow(&line, 34.0);
        let second: String = line[starts[0]..].iter().map(|(c, ..)| *c).collect();
        assert_eq!((starts.len(), second.as_str()), (1, "三组不画差距 · 另有两项"));
        // A comma among numbers is none: 1,819.
        assert!(!is_pause(&placed("甲1819"), 3));
    }

    #[test]
    fn a_line_ends_between_words_where_it_can() {
        // 社会消费品 | 零售总额, and not 零 | 售.
        assert_eq!(lines("社会消费品零售总额", 13.0), ["社会消费品", "零售总额"]);
        for (name, width) in [("农村居民人均可支配收入", 16.0), ("建成口袋公园", 11.0)]
        {
            let line = placed(name);
            let found = lines(name, balanced_width(&line, &vocabulary::within_words(&line), width));
            let torn = |two: &[String]| {
                ["可支配", "居民", "公园", "口袋"].iter().any(|word| {
                    let (end, start) = (&two[0], &two[1]);
                    word.char_indices()
                        .skip(1)
                        .any(|(at, _)| end.ends_with(&word[..at]) && start.starts_with(&word[at..]))
                })
            };
            assert!(found.len() > 1 && !found.windows(2).any(torn), "{found:?}");
        }
        // A line of one word would be too short: 增 | 加值.
        assert_eq!(lines("一二三四五六增加值", 13.0), ["一二三四五六", "增加值"]);
        assert_eq!(
            lines("一二增加值", 9.0),
            ["一二增加", "值"],
            "half of a line is not given away"
        );
    }
}
