//! The words of the help: what the signs mean, and how it is decided whether two figures can be compared.

use super::Lang;
use crate::model::Verdict;

/// A sign or rule: what it is called, and what it means.
pub type Explained = (&'static str, &'static str);

/// The pages of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum HelpPage {
    /// Keys.
    #[default]
    Shortcuts,
    /// Marks of the charts.
    Signs,
    /// The three verdicts and their rules.
    Comparability,
}

impl HelpPage {
    /// Every page.
    pub const ALL: [Self; 3] = [Self::Shortcuts, Self::Signs, Self::Comparability];

    /// 快捷键 / Shortcuts.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Shortcuts => lang.choose("快捷键", "Shortcuts"),
            Self::Signs => lang.choose("图中符号", "Signs"),
            Self::Comparability => lang.choose("能否对照", "Comparability"),
        }
    }
}

/// Keys that work inside lists and fields, beside the shortcuts of commands.
#[must_use]
pub fn list_keys(lang: Lang) -> [Explained; 10] {
    match lang {
        Lang::Zh => [
            ("Tab", "到下一个区域；Shift+Tab 到上一个"),
            ("↑ ↓", "在章节、表格和对照中移动"),
            ("← →", "收起、展开章节；演示时逐组对照"),
            ("Ctrl+点击", "在表格中加选一行，或取消这一行"),
            ("Shift+点击", "在表格中选到这一行；Shift+↑ ↓ 逐行扩大"),
            ("Home End", "到第一行、最后一行"),
            ("Page ↑ ↓", "翻一页"),
            ("0–9 A–Z", "在章节中键入标题、编号或英文，直接跳到那里"),
            ("Enter", "按下所在的按钮"),
            ("Esc", "关闭对话框，离开演示"),
        ],
        Lang::En => [
            ("Tab", "To the next area; Shift+Tab to the one before"),
            ("↑ ↓", "Move in sections, table and comparisons"),
            ("← →", "Fold and unfold a section; walk a presentation"),
            ("Ctrl+click", "In the table: add a row to the selection, or take it out"),
            ("Shift+click", "In the table: select up to this row; Shift+↑ ↓ row by row"),
            ("Home End", "To the first or the last line"),
            ("Page ↑ ↓", "One page on"),
            ("0–9 A–Z", "In the sections: type a title or number to jump there"),
            ("Enter", "Press the button where the keyboard is"),
            ("Esc", "Leave a dialog or the presentation"),
        ],
    }
}

/// Head above [`list_keys`].
#[must_use]
pub fn list_keys_head(lang: Lang) -> &'static str {
    lang.choose("在列表和对话框中", "In lists and dialogs")
}

/// At the bottom of a presentation.
#[must_use]
pub fn presentation_keys(lang: Lang) -> &'static str {
    lang.choose("← → 逐组对照 · Esc 退出", "← → comparison by comparison · Esc leaves")
}

/// `3 / 32`, or how many comparisons there are to walk over.
#[must_use]
pub fn comparison_of(at: Option<usize>, count: usize, lang: Lang) -> String {
    match at {
        Some(at) => lang.choose(format!("{} / {count}", at + 1), format!("{} of {count}", at + 1)),
        None => super::window::comparisons(count, lang),
    }
}

/// Head above the shortcuts of commands.
#[must_use]
pub fn commands_head(lang: Lang) -> &'static str {
    lang.choose("命令", "Commands")
}

/// What stands above the signs.
#[must_use]
pub fn signs_intro(lang: Lang) -> &'static str {
    lang.choose(
        "图中的形状说明报告怎么说这个数：界就画成界，约数就画成约数。颜色从不是唯一的区别。",
        "The shapes say how the report puts a number: a bound is drawn as a bound, an approximation as one. Colour is never the only difference.",
    )
}

/// What stands above the rules.
#[must_use]
pub fn rules_intro(lang: Lang) -> &'static str {
    lang.choose(
        "每个目标都按下面的规则，与去年同一指标的实绩逐条判断，先符合者为准。规则由程序执行，不由人填写；不作好坏的评价。",
        "Each target is judged against last year's figure of the same indicator by these rules; the first that fits decides. The rules are carried out by the application and never typed in; none says that a target is good or bad.",
    )
}

/// Head above the rules.
#[must_use]
pub fn rules_head(lang: Lang) -> &'static str {
    lang.choose("判断的规则", "The rules")
}

/// The rules in the order in which they are tried (see `model::comparison`), each with the verdict that it leads to.
#[must_use]
pub fn rules(lang: Lang) -> [(&'static str, Verdict); 6] {
    use Verdict::{Derivable, DifferentBasis, SameBasis};
    match lang {
        Lang::Zh => [
            ("有一方只有文字，没有数字", DifferentBasis),
            ("两个数的统计内容不同，或排名的范围不同", DifferentBasis),
            ("累计发生的数，一个属于一年，另一个属于整个任期或未说明时间", DifferentBasis),
            ("数的种类、单位、升降方向和是否年均都相同", SameBasis),
            ("去年有数额，今年的目标是增速或增减量", Derivable),
            ("其他情形，例如新增数与总数", DifferentBasis),
        ],
        Lang::En => [
            ("One side has only words and no number", DifferentBasis),
            ("Two definitions, or ranks in two different sets", DifferentBasis),
            (
                "Of what happens over time: one for a year, the other for a term or no stated time",
                DifferentBasis,
            ),
            ("The same kind of number, unit, direction and averaging", SameBasis),
            ("An amount last year, and a growth rate or change as target", Derivable),
            ("Anything else, such as an addition and a stock", DifferentBasis),
        ],
    }
}

/// What a verdict lets the application show.
#[must_use]
pub fn verdict_shows(verdict: Verdict, lang: Lang) -> &'static str {
    match verdict {
        Verdict::SameBasis => lang.choose(
            "画出两个标记和连线，给出差距：比率用百分点，数量用绝对差和倍数。",
            "Both marks and the line between them, and the difference: percentage points for rates, absolute and ratio for counts.",
        ),
        Verdict::Derivable => lang.choose(
            "画出推算值，用斜线标明，并写出算式。",
            "The derived value, hatched, with its formula.",
        ),
        Verdict::DifferentBasis => lang.choose(
            "两个数并列，写明原因；不画连线，不算差距，不算倍数。",
            "Both side by side with the reason; no line, no difference, no ratio.",
        ),
    }
}

/// Before an example from the open report.
#[must_use]
pub fn example(lang: Lang) -> &'static str {
    lang.choose("例：", "Example: ")
}

/// What a sign of the charts means; the signs are those of `chart::Sign`, which this module does not know.
#[must_use]
pub fn bound_signs(lang: Lang) -> [Explained; 14] {
    match lang {
        Lang::Zh => [
            ("实绩", "去年或本届完成的数"),
            ("实绩（预计）", "空心：报告说是预计数，还不是最终数"),
            ("目标", "今年要做到的数；箭头指着变化的方向"),
            ("五年目标", "今后五年要达到的数"),
            ("下限", "“以上”“不低于”“突破”“超过”：从竖线起向上开口"),
            ("上限", "“以内”“不超过”“控制在”：从竖线起向下开口"),
            ("约数", "“左右”“约”：色带只是示意，宽度没有数值含义"),
            ("略多", "“余”“多”：色带只在一边"),
            ("略少", "“近”：色带只在一边"),
            ("区间", "从一端到另一端，不取中点"),
            ("印数之比", "两个数都是界时，只有印出的数之比；真正的比可大可小，两边开口"),
            ("推算", "报告没有写出、由两个数算出的值；斜线标明"),
            ("口径不同", "两个数不能对照，旁边写明原因"),
            ("越低越好", "这项指标数值越低越好，只是说明，不是评价"),
        ],
        Lang::En => [
            ("Actual", "What was done last year, or in the term"),
            ("Preliminary actual", "Hollow: the report calls it an estimate (“预计”)"),
            ("Target", "What is to be done this year; the head points the way of the change"),
            ("Five-year goal", "What is to be reached in the coming five years"),
            ("At least", "“以上”, “不低于”, “突破”, “超过”: open upward from the tick"),
            ("At most", "“以内”, “不超过”, “控制在”: open downward from the tick"),
            ("Approximate", "“左右”, “约”: the band is graphic only, its width says nothing"),
            ("A little more", "“余”, “多”: a band on that side only"),
            ("A little less", "“近”: a band on that side only"),
            ("Range", "From one end to the other; no midpoint is taken"),
            (
                "Ratio of bounds",
                "Of two bounds only the printed numbers have a ratio; the true one may be larger or smaller, so the mark is open both ways",
            ),
            ("Derived", "Not printed in the report but following from two numbers; hatched"),
            ("Different basis", "The two cannot be compared; the reason stands beside them"),
            ("Lower is better", "A note on the indicator, not a verdict"),
        ],
    }
}
