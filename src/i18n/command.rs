//! What the commands of the window are called on buttons and in menus, and what its views and themes are.

use super::Lang;

words! {
    /// The name of a command, a view or a theme.
    enum Said;
    /// Command.
    Open = "打开…", "Open…";
    /// Command.
    OpenFile = "打开文件", "Open file";
    /// Command.
    OpenTheBundledReport = "打开自带的报告", "Open the bundled report";
    /// Command.
    ShowFaults = "查看错误", "Show faults";
    /// Command.
    Export = "导出图表…", "Export…";
    /// Command.
    Close = "关闭", "Close";
    /// Command.
    HeadlineTargets = "主要目标", "Headline targets";
    /// Command.
    ChosenSection = "所选章节", "Chosen section";
    /// Command.
    SelectedIndicator = "所选指标", "Selected indicator";
    /// Command.
    WholeReport = "全部章节", "Whole report";
    /// Command.
    ChooseSection = "选择章节", "Choose section";
    /// Command.
    Unfold = "展开", "Unfold";
    /// Command.
    Fold = "收起", "Fold";
    /// Command.
    SelectIndicator = "选择指标", "Select indicator";
    /// Command.
    ScrollToSelection = "滚动到所选行", "Scroll to selection";
    /// Command.
    ShowInChart = "看图", "Show in chart";
    /// Command.
    AboutThisReport = "关于这份报告", "About this report";
    /// Command.
    Licences = "软件许可", "Licences";
    /// Command.
    ShowDerivedValues = "显示推算值", "Show derived values";
    /// Command.
    HideDerivedValues = "隐藏推算值", "Hide derived values";
    /// Command.
    HighContrast = "高对比度", "High contrast";
    /// Command.
    NormalContrast = "普通对比度", "Normal contrast";
    /// Command.
    AnimationsOn = "显示动画", "Animations on";
    /// Command.
    ReduceMotion = "减少动画", "Reduce motion";
    /// Command.
    Size = "显示大小", "Size";
    /// Command.
    Cancel = "取消", "Cancel";
    /// Command.
    ZoomIn = "放大", "Zoom in";
    /// Command.
    ZoomOut = "缩小", "Zoom out";
    /// Command.
    ActualSize = "原始大小", "Actual size";
    /// Command.
    ShowOrHideSections = "显示或隐藏章节", "Show or hide sections";
    /// Command.
    ShowOrHideDetails = "显示或隐藏详情", "Show or hide details";
    /// Command.
    FullScreen = "全屏", "Full screen";
    /// Command.
    Presentation = "演示", "Presentation";
    /// Command.
    PresentThisComparison = "演示这一组对照", "Present this comparison";
    /// Command.
    Back = "后退", "Back";
    /// Command.
    Forward = "前进", "Forward";
    /// Command.
    Undo = "撤销", "Undo";
    /// Command.
    Redo = "重做", "Redo";
    /// Command.
    Commands = "命令与跳转…", "Commands…";
    /// Command.
    Help = "帮助", "Help";
    /// Command.
    Settings = "设置…", "Settings…";
    /// Command.
    GotIt = "知道了", "Got it";
    /// Command.
    RememberPanelWidth = "记住面板宽度", "Remember panel width";
    /// Command.
    Quit = "退出", "Quit";
    /// Command.
    NextFigure = "下一项数据", "Next figure";
    /// Command.
    PreviousFigure = "上一项数据", "Previous figure";
    /// Command.
    SelectThisFigure = "选择这项数据", "Select this figure";
    /// Command.
    ShowInTheText = "在原文中查看", "Show in the text";
    /// Command.
    CopyLink = "复制链接", "Copy link";
    /// Command.
    OpenTheText = "打开原文…", "Open the text…";
    /// Command.
    AttachTheText = "附上原文", "Attach the text";
    /// Command.
    DetachTheText = "移除原文", "Detach the text";
    /// Command.
    ShowTheDifferences = "查看不同之处", "Show the differences";
    /// Command.
    ShowUnexplainedNumbers = "查看未解释的数字", "Show unexplained numbers";
    /// Command.
    FindInTheText = "在原文中查找", "Find in the text";
    /// Command.
    FindAPhrase = "查找词语", "Find a phrase";
    /// Command.
    NextPlace = "下一处", "Next place";
    /// Command.
    PreviousPlace = "上一处", "Previous place";
    /// Command.
    GoToThisPlace = "转到这一处", "Go to this place";
    /// Command.
    ListInContext = "逐条列出", "List in context";
    /// Command.
    CloseTheList = "收起列表", "Close the list";
    /// Command.
    MarkNumbersNotCaptured = "标出未收录的数字", "Mark numbers not captured";
    /// Command.
    LeaveNumbersNotCapturedUnmarked = "不标未收录的数字", "Leave numbers not captured unmarked";
    /// Command.
    GoToThisPlaceInTheText = "转到原文此处", "Go to this place in the text";
    /// Command.
    ReadingPosition = "阅读位置", "Reading position";
    /// Command.
    ChangeExportOptions = "更改导出选项", "Change export options";
    /// Command.
    Save = "保存…", "Save…";
    /// Command.
    SaveAll = "全部保存…", "Save all…";
    /// Command.
    Replace = "全部替换", "Replace";
    /// Command.
    KeepBoth = "保留两者，加序号", "Keep both";
    /// Command.
    WriteNothing = "不写了", "Write nothing";
    /// Command.
    Stop = "停止", "Stop";
    /// Command.
    CopyImage = "复制图像", "Copy image";
    /// Command.
    CopySVG = "复制 SVG", "Copy SVG";
    /// Command.
    CopyAltText = "复制替代文本", "Copy alt text";
    /// Command.
    KeepAsPreset = "存为预设", "Keep as preset";
    /// Command.
    RemovePreset = "删除预设", "Remove preset";
    /// Theme.
    Light = "浅色", "Light";
    /// Theme.
    Dark = "深色", "Dark";
    /// Theme.
    System = "跟随系统", "System";
    /// View.
    Overview = "总览", "Overview";
    /// View.
    Table = "表格", "Table";
    /// View.
    Chart = "图表", "Chart";
    /// View.
    Text = "原文", "Text";
}
