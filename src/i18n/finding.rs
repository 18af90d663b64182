//! The words of search, facets and table.

use super::Lang;
use super::number::NumberStyle;

words! {
    /// A word or sentence of search, facets or table.
    enum Word;
    /// The search field, and its command.
    Search = "搜索", "Search";
    /// In the empty search field.
    SearchHint = "搜索指标、原文、章节，支持拼音", "Search names, wording, sections";
    /// In the empty search field where there is little room.
    SearchHintShort = "搜索", "Search";
    /// Empties the search field.
    ClearSearch = "清空搜索", "Clear search";
    /// Command, and button beside the search field.
    NextRow = "下一行", "Next row";
    /// Command, and button beside the search field.
    PreviousRow = "上一行", "Previous row";
    /// Where nothing was found.
    NothingFound = "没有符合条件的数据", "Nothing fits";
    /// Where nothing was found, more.
    NothingFoundMore = "请换一个词，或清除筛选条件。", "Try other words, or clear the filters.";
    /// A link to another report stands in the search field.
    OtherReport = "这个链接指向另一份报告", "This link leads to another report";
    /// A link to another report, more.
    OtherReportMore = "请先打开那份报告，再粘贴链接。", "Open that report first, then paste the link.";
    /// Chip.
    Compared = "有对照", "Compared";
    /// Chip, and head of the menu of facets.
    Filter = "筛选", "Filter";
    /// Screen reader name of the chips.
    FiltersName = "筛选条件", "Filters";
    /// Takes back one facet.
    ClearFacet = "不限", "Any";
    /// Takes back everything.
    ClearFilters = "清除筛选", "Clear filters";
    /// Facet.
    FacetRole = "类别", "Role";
    /// Facet.
    FacetVerdict = "可比性", "Comparability";
    /// Facet.
    FacetDemand = "目标与实绩", "Target and actual";
    /// Hover of the facet's values.
    FacetDemandMore =
        "按印出的两个数和指标的方向（越高越好、越低越好）判断；只说要求的高低，不评价工作的难易。指标无好坏之分、两者不能对照、界使高低不定，或只有一方的，在筛选中归为“无从判断”。",
        "By the two printed numbers and the direction of the indicator (higher or lower is better); not a judgement of the effort behind either. Indicators without a direction, pairs that cannot be compared or whose bounds leave it open, and rows with one side alone are under “Cannot be told” in the filters.";
    /// Facet.
    FacetPeriod = "时期", "Period";
    /// Facet.
    FacetPart = "部分", "Part";
    /// Facet, and column.
    FacetSection = "章节", "Section";
    /// Facet, and column.
    FacetDomain = "领域", "Domain";
    /// Facet, and column.
    FacetBasis = "口径", "Basis";
    /// Facet, and column.
    FacetBound = "界", "Bound";
    /// Facet, and column.
    FacetDirection = "方向", "Direction";
    /// Facet, and column.
    FacetUnit = "单位", "Unit";
    /// Facet, and column.
    FacetStatus = "状态", "Status";
    /// Value of the unit facet.
    NoUnit = "只有文字", "Words only";
    /// Value of the comparability facet.
    NoComparison = "无对照", "No comparison";
    /// Column.
    Indicator = "指标", "Indicator";
    /// Column.
    Outcome = "差距或原因", "Difference";
    /// Column.
    Clause = "原文", "Clause";
    /// Column.
    Id = "编号", "Id";
    /// Column, in files.
    Actual = "实绩", "Actual";
    /// Column, in files.
    Target = "目标", "Target";
    /// Column, in files.
    Goal = "五年目标", "Five-year goal";
    /// Sort.
    Ascending = "升序", "Sort ascending";
    /// Sort.
    Descending = "降序", "Sort descending";
    /// Sort.
    DocumentOrder = "按原文顺序", "Document order";
    /// Menu of columns.
    Columns = "列", "Columns";
    /// In the menu of a column.
    ShiftLeft = "左移一列", "Move left";
    /// In the menu of a column.
    ShiftRight = "右移一列", "Move right";
    /// In the menu of a column.
    HideColumn = "隐藏这一列", "Hide column";
    /// Never shown: a width is kept by dragging.
    KeepWidth = "记住列宽", "Remember column width";
    /// In the menu of columns.
    ResetColumns = "恢复默认列", "Reset columns";
    /// Head in the menu of columns.
    Numbers = "数字写法", "Numbers";
    /// Row of the settings.
    NumbersMore = "表格中的数字", "Numbers in the table";
    /// The menu of copying and saving.
    Output = "复制与保存", "Copy and save";
    /// With Ctrl held.
    ToggleRow = "加选或取消一行", "Add or remove a row";
    /// With Shift held.
    ExtendSelection = "扩大选择", "Extend selection";
    /// Enter on a row.
    OpenRow = "查看详情", "Show details";
    /// Copy.
    CopySelectedTsv = "复制所选行", "Copy selected rows";
    /// Copy.
    CopySelectedMarkdown = "复制所选行（Markdown）", "Copy selected rows as Markdown";
    /// Copy.
    CopyListedTsv = "复制列出的全部行", "Copy all listed rows";
    /// Copy.
    CopyListedMarkdown = "复制列出的全部行（Markdown）", "Copy all listed rows as Markdown";
    /// Save.
    SaveSeen = "保存所见表格", "Save what I see";
    /// Save.
    SaveEverything = "保存全部数据", "Save everything";
    /// Title of the file dialog.
    SaveTable = "保存表格", "Save the table";
    /// Sheet and file of what is seen.
    SeenSheet = "所见", "As seen";
    /// Condition.
    Contains = "包含", "contains";
    /// Condition.
    Is = "等于", "is";
    /// Condition.
    AtLeast = "≥", "≥";
    /// Condition.
    AtMost = "≤", "≤";
    /// Condition.
    Between = "介于", "between";
    /// Condition.
    Worded = "只有文字", "is worded";
    /// Condition.
    HasNumber = "有数值", "has a number";
    /// Condition.
    Missing = "报告没有", "is not in the report";
    /// Between the two fields of a range.
    And = "至", "and";
    /// Name of a field of a condition.
    ConditionValue = "条件的值", "Value of the condition";
    /// Name of the second field of a range.
    ConditionHigh = "上限", "Upper end";
    /// Takes a condition away.
    NoCondition = "不限", "any";
    /// What a screen reader says of a filtered column.
    Filtered = "已筛选", "filtered";
    /// Hover of a number.
    UnitLabel = "单位", "Unit";
}

words! {
    /// Where a row has what was searched for, if nothing of that is seen in the row.
    enum Found;
    /// In the piece of the report that the details quote.
    InClause = "在原文中找到", "Found in the clause";
    /// In what stands around that piece in the attached text.
    InSentence = "在原文的整句中找到", "Found in the sentence around the clause";
    /// In a title above it.
    InSection = "在章节标题中找到", "Found in the title of its section";
    /// In the name that the details have too.
    InOtherName = "在英文名称中找到", "Found in the Chinese name";
    /// In what the details say of what is counted.
    InDefinition = "在统计内容中找到", "Found in what is counted";
    /// By the number of a section around it, or by the id of the indicator or of a figure.
    ByNumberOrId = "按章节序号或编号找到", "Found by number or id";
}

/// What a way of writing numbers is called.
#[must_use]
pub fn number_style(style: NumberStyle, lang: Lang) -> &'static str {
    match style {
        NumberStyle::AsPrinted => lang.choose("按原文", "As printed"),
        NumberStyle::TenThousands => "万·亿",
        NumberStyle::Full => lang.choose("全部数位", "All digits"),
        NumberStyle::Thousands => "k·M·bn",
    }
}

/// What a screen reader says of the menu of a column.
#[must_use]
pub fn menu_of(column: &str, lang: Lang) -> String {
    lang.choose(format!("{column}：菜单"), format!("Menu of {column}"))
}

/// `3 / 12`: the place of the selected row among those that are listed.
#[must_use]
pub fn place(at: Option<usize>, count: usize, lang: Lang) -> String {
    match at {
        Some(at) => {
            lang.choose(format!("第 {} / {count} 行", at + 1), format!("{} of {count}", at + 1))
        }
        None => lang.choose(format!("{count} 行"), super::window::rows(count, lang)),
    }
}

/// `显示 12 / 147 行` / `12 of 147 rows`.
#[must_use]
pub fn listed(count: usize, all: usize, lang: Lang) -> String {
    match (lang, count == all) {
        (_, true) => lang.choose(
            format!("显示 {}", super::window::rows(count, lang)),
            format!("showing {}", super::window::rows(count, lang)),
        ),
        (Lang::Zh, false) => format!("显示 {count} / {all} 行"),
        (Lang::En, false) => format!("showing {count} of {}", super::window::rows(all, lang)),
    }
}

/// `已选 3 行` / `3 rows selected`.
#[must_use]
pub fn selected(count: usize, lang: Lang) -> String {
    lang.choose(
        format!("已选 {count} 行"),
        format!("{} selected", super::window::rows(count, lang)),
    )
}

/// What was put on the clipboard.
#[must_use]
pub fn copied(count: usize, lang: Lang) -> String {
    lang.choose(
        format!("已复制 {count} 行"),
        format!("Copied {}", super::window::rows(count, lang)),
    )
}

/// `万 = 10,000`, for the pointer that rests on a number.
#[must_use]
pub fn printed_scale(scale: &str, factor: &str, lang: Lang) -> String {
    lang.choose(
        format!("原文以“{scale}”计，{scale} = {factor}"),
        format!("Printed in {scale} = {factor}"),
    )
}
