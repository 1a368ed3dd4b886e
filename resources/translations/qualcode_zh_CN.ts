<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About qualcode</source>
        <translation>关于 qualcode</translation>
    </message>
    <message>
        <source>A workbench for qualitative thematic analysis. Free software under the MIT licence. It sends nothing anywhere: your interviews stay on this computer.</source>
        <translation>质性主题分析工作台。MIT 许可的自由软件。它不向任何地方发送任何内容：您的访谈始终留在这台电脑上。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Activation</name>
    <message>
        <source>Choose codes and documents</source>
        <translation>选择编码和文档</translation>
    </message>
    <message>
        <source>Ticked codes in ticked documents. Where nothing is ticked, all of it counts.</source>
        <translation>在勾选的文档中查找勾选的编码。没有勾选的一栏视为全部。</translation>
    </message>
    <message>
        <source>What is ticked takes the place of the question there is.</source>
        <translation>勾选的内容会取代现有的问题。</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Find codes</source>
        <translation>查找编码</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Find documents</source>
        <translation>查找文档</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>取消全部勾选</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>AddPopup</name>
    <message>
        <source>Add to map</source>
        <translation>添加到图上</translation>
    </message>
    <message>
        <source>Theme, code, case, memo, or words of a quote</source>
        <translation>主题、编码、个案、备忘录，或引文中的词语</translation>
    </message>
    <message>
        <source>Find what to add to the map</source>
        <translation>查找要添加到图上的内容</translation>
    </message>
    <message>
        <source>What can be added to the map</source>
        <translation>可以添加到图上的内容</translation>
    </message>
    <message>
        <source>Nothing more is called so.</source>
        <translation>没有更多同名的内容。</translation>
    </message>
</context>
<context>
    <name>AddToMap</name>
    <message>
        <source>Choose a code in the codebook first.</source>
        <translation>请先在编码本中选择一个编码。</translation>
    </message>
    <message>
        <source>What was chosen is not in the codebook any more.</source>
        <translation>所选内容已不在编码本中。</translation>
    </message>
    <message>
        <source>New map of it</source>
        <translation>以此新建主题图</translation>
    </message>
    <message>
        <source>New map of these</source>
        <translation>以这些新建主题图</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) put on the map “{map}”.</source>
        <translation>
            <numerusform>已将 %n 项放到主题图“{map}”上。</numerusform>
        </translation>
    </message>
    <message>
        <source>Already on the map “{map}”.</source>
        <translation>已在主题图“{map}”上。</translation>
    </message>
    <message>
        <source>“{name}” put on the map “{map}”.</source>
        <translation>已将“{name}”放到主题图“{map}”上。</translation>
    </message>
</context>
<context>
    <name>Adjusting</name>
    <message>
        <source>Choose a segment first, then move its ends.</source>
        <translation>请先选择一个片段，再移动它的两端。</translation>
    </message>
    <message>
        <source>It cannot be moved further.</source>
        <translation>不能再移动了。</translation>
    </message>
</context>
<context>
    <name>Analyse</name>
    <message>
        <source>Find and quote</source>
        <translation>查找与引用</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>What meets</source>
        <translation>编码的关联</translation>
    </message>
    <message>
        <source>Compare cases</source>
        <translation>比较个案</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>Co-occurrence</source>
        <translation>共现</translation>
    </message>
    <message>
        <source>Cases by themes</source>
        <translation>个案 × 主题</translation>
    </message>
    <message>
        <source>Show saturation too</source>
        <translation>也显示饱和度</translation>
    </message>
    <message>
        <source>Chance and bands</source>
        <translation>随机性与带图</translation>
    </message>
    <message>
        <source>Compare pairs of codes with chance, see how sure a number is, and draw the pairs as bands.</source>
        <translation>将编码对与随机情形比较，查看数值的可靠程度，并把编码对画成带状图。</translation>
    </message>
</context>
<context>
    <name>AnalysePlace</name>
    <message>
        <source>Analyses</source>
        <translation>分析项目</translation>
    </message>
</context>
<context>
    <name>AnalysisView</name>
    <message>
        <source>Counting…</source>
        <translation>正在计数…</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Table…</source>
        <translation>表格…</translation>
    </message>
    <message>
        <source>Document…</source>
        <translation>文档…</translation>
    </message>
    <message>
        <source>Chart…</source>
        <translation>图表…</translation>
    </message>
    <message>
        <source>Graph…</source>
        <translation>图数据…</translation>
    </message>
    <message>
        <source>What is filtered for is no longer in the project.</source>
        <translation>筛选所依据的内容已不在项目中。</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>清除所有筛选</translation>
    </message>
    <message>
        <source>Use the usual options</source>
        <translation>使用默认选项</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>正在导出 {name}</translation>
    </message>
</context>
<context>
    <name>ArrivingModel</name>
    <message>
        <source>Code in the file</source>
        <translation>文件中的编码</translation>
    </message>
    <message>
        <source>To yours</source>
        <translation>与你的编码</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差异</translation>
    </message>
</context>
<context>
    <name>AutocodeDialog</name>
    <message>
        <source>Whole words</source>
        <translation>整词</translation>
    </message>
    <message>
        <source>Beginnings of words</source>
        <translation>词的开头</translation>
    </message>
    <message>
        <source>All forms of words</source>
        <translation>词的所有形式</translation>
    </message>
    <message>
        <source>Anywhere in words</source>
        <translation>词中任意位置</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>All turns of a speaker</source>
        <translation>某个说话人的所有话轮</translation>
    </message>
    <message>
        <source>Answers to a question</source>
        <translation>对某个问题的回答</translation>
    </message>
    <message>
        <source>Everything between two marks</source>
        <translation>两个标记之间的全部内容</translation>
    </message>
    <message>
        <source>only what was found</source>
        <translation>仅命中的文字</translation>
    </message>
    <message>
        <source>the sentence around it</source>
        <translation>所在句子</translation>
    </message>
    <message>
        <source>the turn around it</source>
        <translation>所在话轮</translation>
    </message>
    <message>
        <source>the paragraph around it</source>
        <translation>所在段落</translation>
    </message>
    <message>
        <source>Autocode</source>
        <translation>自动编码</translation>
    </message>
    <message>
        <source>What to find</source>
        <translation>查找什么</translation>
    </message>
    <message>
        <source>empty: the next beginning, or the end of the document</source>
        <translation>留空：到下一个开头，或文档末尾</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>What is coded</source>
        <translation>编码范围</translation>
    </message>
    <message>
        <source>Only the first in each document</source>
        <translation>每个文档只编码第一处</translation>
    </message>
    <message>
        <source>Inside the code</source>
        <translation>在编码之内</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>全部内容</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Name of a code, known or new</source>
        <translation>编码名称，已有或新建</translation>
    </message>
    <message>
        <source>Passages that would be coded</source>
        <translation>将要编码的段落</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Tick all passages</source>
        <translation>勾选所有段落</translation>
    </message>
    <message>
        <source>Tick none; then choose single passages or documents</source>
        <translation>全部取消勾选，再逐段或按文档选择</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Until (regular expression)</source>
        <translation>直到（正则表达式）</translation>
    </message>
    <message>
        <source>With the code</source>
        <translation>使用编码</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>提问者</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>Question with the words (empty: every question)</source>
        <translation>问题中含有的词（留空：所有问题）</translation>
    </message>
    <message>
        <source>From (regular expression)</source>
        <translation>从（正则表达式）</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>With the question</source>
        <translation>连同问题</translation>
    </message>
    <message>
        <source>With the marks</source>
        <translation>连同标记</translation>
    </message>
    <message>
        <source>Looking for passages</source>
        <translation>正在查找段落</translation>
    </message>
    <message>
        <source>Tick who speaks.</source>
        <translation>请勾选说话人。</translation>
    </message>
    <message>
        <source>Type what to look for.</source>
        <translation>请输入要查找的内容。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Loading the rules for sentences…</source>
        <translation>正在加载断句规则…</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>未找到。</translation>
    </message>
    <message>
        <source>{number} of {all} ticked</source>
        <translation>已勾选 {number} / {all}</translation>
    </message>
    <message numerus="yes">
        <source>%n with the code already</source>
        <translation>
            <numerusform>%n 段已有此编码</numerusform>
        </translation>
    </message>
    <message>
        <source>looking for more…</source>
        <translation>继续查找…</translation>
    </message>
    <message numerus="yes">
        <source>Code %n passage(s)</source>
        <translation>
            <numerusform>为 %n 段编码</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Backups of {name}</source>
        <translation>“{name}”的备份</translation>
    </message>
    <message>
        <source>The backup takes the project&apos;s place. The file as it is now stays beside it under another name.</source>
        <translation>备份将取代当前项目文件。现有文件会改名保留在旁边。</translation>
    </message>
    <message>
        <source>There are no backups of this file on this computer.</source>
        <translation>这台电脑上没有此文件的备份。</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>{when} · step {step}</source>
        <translation>{when} · 第 {step} 步</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Find in project</source>
        <translation>在项目中查找</translation>
    </message>
</context>
<context>
    <name>BasketPage</name>
    <message>
        <source>Nothing is kept for the report yet. “To the report” above an analysis keeps its table or figure.</source>
        <translation>还没有为报告保留任何内容。点击分析上方的“送入报告”即可保留其表格或图。</translation>
    </message>
    <message>
        <source>Tables and figures of the report</source>
        <translation>报告中的表格与图</translation>
    </message>
    <message>
        <source>Move up (Ctrl+Shift+Up)</source>
        <translation>上移（Ctrl+Shift+↑）</translation>
    </message>
    <message>
        <source>Move down (Ctrl+Shift+Down)</source>
        <translation>下移（Ctrl+Shift+↓）</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Remove from the report</source>
        <translation>从报告中移除</translation>
    </message>
    <message>
        <source>What it asks</source>
        <translation>所问内容</translation>
    </message>
    <message>
        <source>What you say</source>
        <translation>您的说明</translation>
    </message>
    <message>
        <source>It stands below it in the report.</source>
        <translation>它位于报告中该项的下方。</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Everything, with the usual options.</source>
        <translation>全部内容，采用常用选项。</translation>
    </message>
    <message>
        <source>“{title}” is no longer in the report.</source>
        <translation>“{title}”不再写入报告。</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message numerus="yes">
        <source>%n theme(s)</source>
        <translation>
            <numerusform>%n 个主题</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BookmarksPopup</name>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>No bookmarks yet. Put one at the cursor: {key}</source>
        <translation>还没有书签。在光标处添加：{key}</translation>
    </message>
    <message>
        <source>No bookmarks yet.</source>
        <translation>还没有书签。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Uncode</source>
        <translation>取消编码</translation>
    </message>
    <message>
        <source>A memo leads to at most {most} passages. Tick those it is about.</source>
        <translation>一条备忘录最多链接 {most} 处文字。请勾选它所涉及的文字。</translation>
    </message>
    <message>
        <source>Memo “{title}” written</source>
        <translation>已写备忘录“{title}”</translation>
    </message>
</context>
<context>
    <name>CaseErrands</name>
    <message>
        <source>Written: {name}</source>
        <translation>已写入：{name}</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>Reading the table</source>
        <translation>正在读取表格</translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Nobody has this name</source>
        <translation>没有同名者</translation>
    </message>
    <message>
        <source>Could be several cases</source>
        <translation>可能是多个个案</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>没有名称</translation>
    </message>
    <message>
        <source>A second row of its case</source>
        <translation>同一个案的第二行</translation>
    </message>
    <message>
        <source>A case needs a name.</source>
        <translation>个案需要名称。</translation>
    </message>
</context>
<context>
    <name>CasesWindow</name>
    <message>
        <source>Cases and variables</source>
        <translation>个案与变量</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Add case</source>
        <translation>添加个案</translation>
    </message>
    <message>
        <source>Add variable…</source>
        <translation>添加变量…</translation>
    </message>
    <message>
        <source>Open a table…</source>
        <translation>打开表格…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Name of a case, known or new</source>
        <translation>个案名称，已有或新建</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>归入</translation>
    </message>
    <message>
        <source>Show all cases</source>
        <translation>显示全部个案</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 个个案</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n variable(s)</source>
        <translation>
            <numerusform>%n 个变量</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shown</source>
        <translation>
            <numerusform>显示 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>No cases yet. A case is a person or an organisation you compare.</source>
        <translation>还没有个案。个案是您要比较的人或机构。</translation>
    </message>
    <message>
        <source>This document belongs to no case yet.</source>
        <translation>此文档尚未归入任何个案。</translation>
    </message>
    <message>
        <source>No case passes the filter.</source>
        <translation>没有个案符合筛选。</translation>
    </message>
    <message>
        <source>Cases of {name}</source>
        <translation>“{name}”的个案</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Make “{name}” text</source>
        <translation>将“{name}”改为文本</translation>
    </message>
    <message numerus="yes">
        <source>Make %n variable(s) text</source>
        <translation>
            <numerusform>将 %n 个变量改为文本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) do not fit. Nothing is pasted yet.</source>
        <translation>
            <numerusform>%n 个单元格不符合类型。尚未粘贴任何内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste the rest</source>
        <translation>粘贴其余</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Open a table</source>
        <translation>打开表格</translation>
    </message>
    <message>
        <source>Paste a whole table…</source>
        <translation>粘贴整个表格…</translation>
    </message>
    <message>
        <source>Speakers as cases…</source>
        <translation>说话人作为个案…</translation>
    </message>
    <message>
        <source>Give display ids…</source>
        <translation>分配显示编号…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Documents of the case…</source>
        <translation>个案的文档…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>向下填充</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>CellDelegate</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>{reason} The cell is as it was.</source>
        <translation>{reason}单元格保持原样。</translation>
    </message>
</context>
<context>
    <name>CellQuotes</name>
    <message>
        <source>Link to the summary</source>
        <translation>关联到摘要</translation>
    </message>
    <message>
        <source>Choose a cell to read its quotes.</source>
        <translation>选一个单元格来阅读其引文。</translation>
    </message>
    <message>
        <source>Nothing of this case is coded with this theme.</source>
        <translation>这个个案没有文字编入这个主题。</translation>
    </message>
</context>
<context>
    <name>CellsExports</name>
    <message>
        <source>Matrix of numbers…</source>
        <translation>数字矩阵…</translation>
    </message>
    <message>
        <source>List with first words and summaries…</source>
        <translation>含开头文字与摘要的列表…</translation>
    </message>
    <message>
        <source>Matrix of summaries to read…</source>
        <translation>供阅读的摘要矩阵…</translation>
    </message>
    <message>
        <source>Matrix of numbers</source>
        <translation>数字矩阵</translation>
    </message>
    <message>
        <source>List with first words and summaries</source>
        <translation>含开头字句与摘要的列表</translation>
    </message>
    <message>
        <source>Export cases by themes</source>
        <translation>导出个案 × 主题</translation>
    </message>
    <message>
        <source>Cases by themes</source>
        <translation>个案 × 主题</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>正在导出 {name}</translation>
    </message>
</context>
<context>
    <name>CellsModel</name>
    <message>
        <source>Summary: {text}</source>
        <translation>摘要：{text}</translation>
    </message>
</context>
<context>
    <name>CellsTable</name>
    <message>
        <source>Cases by themes</source>
        <translation>个案 × 主题</translation>
    </message>
    <message>
        <source>Read the quotes</source>
        <translation>阅读引文</translation>
    </message>
    <message>
        <source>Write a summary</source>
        <translation>撰写摘要</translation>
    </message>
</context>
<context>
    <name>ChangeWords</name>
    <message>
        <source>the top level</source>
        <translation>最上层</translation>
    </message>
    <message>
        <source>Why: {reason}</source>
        <translation>理由：{reason}</translation>
    </message>
</context>
<context>
    <name>ChartExports</name>
    <message>
        <source>Heat map</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络图</translation>
    </message>
    <message>
        <source>Pairs of codes</source>
        <translation>编码对</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>正在导出 {name}</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Open {what}</source>
        <translation>打开{what}</translation>
    </message>
    <message>
        <source>Take this link away</source>
        <translation>去掉此链接</translation>
    </message>
    <message>
        <source>Take the link to {what} away</source>
        <translation>去掉到{what}的链接</translation>
    </message>
</context>
<context>
    <name>ChooseCodeDialog</name>
    <message>
        <source>Type part of a name</source>
        <translation>输入名称的一部分</translation>
    </message>
    <message>
        <source>Find a code</source>
        <translation>查找编码</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>No code has these letters.</source>
        <translation>没有编码含有这些字符。</translation>
    </message>
</context>
<context>
    <name>ChooseEvidence</name>
    <message>
        <source>Evidence for “{name}”</source>
        <translation>“{name}”的证据</translation>
    </message>
    <message>
        <source>Evidence against “{name}”</source>
        <translation>“{name}”的反证</translation>
    </message>
    <message>
        <source>As evidence for</source>
        <translation>作为证据</translation>
    </message>
    <message>
        <source>As evidence against</source>
        <translation>作为反证</translation>
    </message>
    <message>
        <source>Segments of this theme</source>
        <translation>该主题的片段</translation>
    </message>
    <message>
        <source>All segments of the project</source>
        <translation>项目的全部片段</translation>
    </message>
</context>
<context>
    <name>ChooseSegmentsDialog</name>
    <message>
        <source>Which segments</source>
        <translation>哪些片段</translation>
    </message>
    <message>
        <source>Tick with a click or Space, then Enter; a double click or Ctrl+Enter shows the passage. A sign below the box: evidence already.</source>
        <translation>单击或按空格键勾选，然后按 Enter；双击或按 Ctrl+Enter 显示该段文字。方框下的符号表示：已是证据。</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>片段</translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>已勾选 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation>
            <numerusform>%n 处标注</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChosenCodes</name>
    <message>
        <source>What to do</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差异</translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) chosen</source>
        <translation>
            <numerusform>已选 %n 个编码</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Citation</name>
    <message>
        <source>{document}, paragraph {first}</source>
        <translation>{document}，第 {first} 段</translation>
    </message>
    <message>
        <source>{document}, line {first}</source>
        <translation>{document}，第 {first} 行</translation>
    </message>
    <message>
        <source>{document}, turn {first}</source>
        <translation>{document}，第 {first} 话轮</translation>
    </message>
    <message>
        <source>{document}, paragraphs {first}–{last}</source>
        <translation>{document}，第 {first}–{last} 段</translation>
    </message>
    <message>
        <source>{document}, lines {first}–{last}</source>
        <translation>{document}，第 {first}–{last} 行</translation>
    </message>
    <message>
        <source>{document}, turns {first}–{last}</source>
        <translation>{document}，第 {first}–{last} 话轮</translation>
    </message>
</context>
<context>
    <name>ClearCross</name>
    <message>
        <source>Clear the field</source>
        <translation>清空输入框</translation>
    </message>
</context>
<context>
    <name>CodeHistoryDialog</name>
    <message>
        <source>History of “{name}”</source>
        <translation>“{name}”的历史</translation>
    </message>
    <message>
        <source>Keep the reason</source>
        <translation>保存理由</translation>
    </message>
    <message>
        <source>Take this apart again</source>
        <translation>重新拆开</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Why: {reason}</source>
        <translation>理由：{reason}</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>create</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>create, stay</source>
        <translation>新建并继续</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Find or create a code</source>
        <translation>查找或新建编码</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Shift+Enter</translation>
    </message>
    <message>
        <source>Codes found</source>
        <translation>找到的编码</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>All codes</source>
        <translation>全部编码</translation>
    </message>
    <message>
        <source>Create “{name}” under {parent}</source>
        <translation>在“{parent}”下新建“{name}”</translation>
    </message>
    <message>
        <source>Create “{name}”</source>
        <translation>新建“{name}”</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>apply, stay</source>
        <translation>应用并停留</translation>
    </message>
    <message>
        <source>below it</source>
        <translation>放在其下</translation>
    </message>
    <message>
        <source>Ctrl+I</source>
        <translation>Ctrl+I</translation>
    </message>
    <message>
        <source>their words</source>
        <translation>原话</translation>
    </message>
    <message>
        <source>Name of a new code</source>
        <translation>新编码的名称</translation>
    </message>
    <message>
        <source>Find a code</source>
        <translation>查找编码</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>CodeSurgery</name>
    <message>
        <source>“{name}”</source>
        <translation>“{name}”</translation>
    </message>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation>
            <numerusform>%n 个编码</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a code in the codebook first.</source>
        <translation>请先在编码本中选择一个编码。</translation>
    </message>
    <message>
        <source>“{name}” renamed to “{new}”.</source>
        <translation>“{name}”已改名为“{new}”。</translation>
    </message>
    <message>
        <source>the top</source>
        <translation>最上层</translation>
    </message>
    <message>
        <source>{names} moved to {place}.</source>
        <translation>{names}已移到{place}。</translation>
    </message>
    <message>
        <source>Move {names} to</source>
        <translation>把{names}移到</translation>
    </message>
    <message>
        <source>The top of the codebook</source>
        <translation>编码本顶层</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Merge {names} into</source>
        <translation>把{names}合并到</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>{names} merged into “{into}”.</source>
        <translation>{names}已合并到“{into}”。</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) coded with “{name}” too.</source>
        <translation>
            <numerusform>%n 个片段也编为“{name}”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) moved to “{name}”.</source>
        <translation>
            <numerusform>%n 个片段已移到“{name}”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n segment(s) to</source>
        <translation>
            <numerusform>把 %n 个片段移到</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy: keep the present code as well</source>
        <translation>复制：同时保留现有编码</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” split: segments went to %n code(s).</source>
        <translation>
            <numerusform>“{name}”已拆分：片段分到 %n 个编码。</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” removed; the text stays.</source>
        <translation>已移除“{name}”；文本保留。</translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) removed; the text stays.</source>
        <translation>
            <numerusform>已移除 %n 个编码；文本保留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) went back.</source>
        <translation>
            <numerusform>%n 个片段已回到原处。</numerusform>
        </translation>
    </message>
    <message>
        <source>Back again: {names}.</source>
        <translation>已恢复：{names}。</translation>
    </message>
    <message>
        <source>It has another name, because its own was taken meanwhile.</source>
        <translation>原来的名称已被占用，因此换了名称。</translation>
    </message>
    <message>
        <source>Not there any more: {number}.</source>
        <translation>已不存在：{number} 个。</translation>
    </message>
    <message>
        <source>Recoded or changed since, so they stay: {number}.</source>
        <translation>此后已改编码或有改动，保持不变：{number} 个。</translation>
    </message>
    <message>
        <source>Stays where it is: {names}.</source>
        <translation>仍在原处：{names}。</translation>
    </message>
</context>
<context>
    <name>CodebookArrivals</name>
    <message>
        <source>Import codebook: {name}</source>
        <translation>导入编码本：{name}</translation>
    </message>
    <message>
        <source>Find a code</source>
        <translation>查找编码</translation>
    </message>
    <message>
        <source>Which codes</source>
        <translation>显示哪些编码</translation>
    </message>
    <message>
        <source>As chosen one by one</source>
        <translation>按各自的选择</translation>
    </message>
    <message>
        <source>Codes of the file</source>
        <translation>文件中的编码</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>CodebookChangesDialog</name>
    <message>
        <source>Codebook changes</source>
        <translation>编码本的更改</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Kind of change</source>
        <translation>更改的种类</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>所有更改</translation>
    </message>
    <message>
        <source>Whose changes</source>
        <translation>谁的更改</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Colours and order, too</source>
        <translation>也包括颜色和顺序</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Old and new words</source>
        <translation>新旧文字</translation>
    </message>
    <message>
        <source>Show in the codebook</source>
        <translation>在编码本中显示</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>A named point, the number of a step, or a date as 2026-10-01</source>
        <translation>命名的时点、步骤编号，或日期（如 2026-10-01）</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>The beginning</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>{kind} ({number})</source>
        <translation>{kind}（{number}）</translation>
    </message>
    <message>
        <source>From {since} to {until}</source>
        <translation>从 {since} 到 {until}</translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>没有任何更改。</translation>
    </message>
    <message>
        <source>No change fits the filters.</source>
        <translation>没有符合筛选的更改。</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Export codebook changes</source>
        <translation>导出编码本的变化</translation>
    </message>
</context>
<context>
    <name>CodebookExport</name>
    <message>
        <source>Word document, a card for each code (*.docx)</source>
        <translation>Word 文档，每个编码一张卡片 (*.docx)</translation>
    </message>
    <message>
        <source>Word document, a table for each theme (*.docx)</source>
        <translation>Word 文档，每个主题一张表格 (*.docx)</translation>
    </message>
    <message>
        <source>PDF with contents (*.pdf)</source>
        <translation>带目录的 PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Excel table, to be read back (*.xlsx)</source>
        <translation>Excel 表格，可再导入 (*.xlsx)</translation>
    </message>
    <message>
        <source>Table, to be read back (*.csv)</source>
        <translation>表格，可再导入 (*.csv)</translation>
    </message>
    <message>
        <source>For other programs, REFI-QDA (*.qdc)</source>
        <translation>供其他程序使用，REFI-QDA (*.qdc)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Export codebook</source>
        <translation>导出编码本</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>编码本</translation>
    </message>
</context>
<context>
    <name>CodebookHint</name>
    <message>
        <source>Name it</source>
        <translation>命名</translation>
    </message>
    <message>
        <source>Name this codebook version</source>
        <translation>命名此编码本版本</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Not now: leave the codebook without a name</source>
        <translation>暂不：不为编码本命名</translation>
    </message>
</context>
<context>
    <name>CodebookImport</name>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>All codes</source>
        <translation>全部编码</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Those that differ</source>
        <translation>有不同的</translation>
    </message>
    <message>
        <source>New ones</source>
        <translation>新的</translation>
    </message>
    <message>
        <source>Those that are the same</source>
        <translation>相同的</translation>
    </message>
    <message>
        <source>The file has […] for redacted words, and something else besides. These fields stay yours: {names}</source>
        <translation>文件中以 […] 代替已遮盖的文字，且其余内容也不同。以下字段保留您的内容：{names}</translation>
    </message>
    <message>
        <source>This name stands in another place of your codebook: {place}</source>
        <translation>这个名称在你的编码本的另一处：{place}</translation>
    </message>
    <message>
        <source>This is your code {place}, renamed or moved in the file</source>
        <translation>这是你的编码{place}，在文件中改了名或移了位置</translation>
    </message>
    <message>
        <source>Your code in this place stands elsewhere in the file</source>
        <translation>你在此处的编码，在文件中位于别处</translation>
    </message>
    <message>
        <source>The file has this code twice; this is the later row</source>
        <translation>文件中有两次这个编码；这是后一行</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Keep yours</source>
        <translation>保留你的</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Put it together with the first</source>
        <translation>与前一行合并</translation>
    </message>
    <message>
        <source>Update yours</source>
        <translation>更新你的</translation>
    </message>
    <message>
        <source>Bring in as new</source>
        <translation>作为新编码导入</translation>
    </message>
    <message>
        <source>Bring in as “{name} 2”</source>
        <translation>导入为“{name} 2”</translation>
    </message>
    <message>
        <source>Name and place</source>
        <translation>名称和位置</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>In one sentence</source>
        <translation>一句话</translation>
    </message>
    <message>
        <source>In full</source>
        <translation>完整定义</translation>
    </message>
    <message>
        <source>Use it when</source>
        <translation>适用情形</translation>
    </message>
    <message>
        <source>Do not use it when</source>
        <translation>不适用情形</translation>
    </message>
    <message>
        <source>A good example</source>
        <translation>典型例子</translation>
    </message>
    <message>
        <source>Where the example is from</source>
        <translation>例子出处</translation>
    </message>
    <message>
        <source>A near miss</source>
        <translation>近似反例</translation>
    </message>
    <message>
        <source>Where the code comes from</source>
        <translation>编码来源</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Central organising concept</source>
        <translation>核心组织概念</translation>
    </message>
    <message>
        <source>What it leaves out</source>
        <translation>边界（不包括什么）</translation>
    </message>
    <message>
        <source>Search for counter-evidence</source>
        <translation>寻找反证</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>备忘录</translation>
    </message>
    <message>
        <source>Codebook imported: {what}</source>
        <translation>已导入编码本：{what}</translation>
    </message>
</context>
<context>
    <name>CodebookModel</name>
    <message>
        <source>theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>{rolled} with the codes below; {own} of its own</source>
        <translation>含下级编码共 {rolled}；自身 {own}</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n 个片段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n document(s)</source>
        <translation>
            <numerusform>见于 %n 个文档</numerusform>
        </translation>
    </message>
    <message>
        <source>Of its own: {counts}</source>
        <translation>本编码：{counts}</translation>
    </message>
    <message numerus="yes">
        <source>(%n coding(s): several coders on the same words are one segment)</source>
        <translation>
            <numerusform>（%n 处标注：多位编码者对同一段文字的标注算作一个片段）</numerusform>
        </translation>
    </message>
    <message>
        <source>With the codes below: {counts}, each passage once</source>
        <translation>连同下级编码：{counts}，每段文字只算一次</translation>
    </message>
    <message numerus="yes">
        <source>A filter is on: only what it leaves is counted. In all: %n segment(s)</source>
        <translation>
            <numerusform>筛选已启用：只统计筛选后的内容。总共 %n 个片段</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodebookPanel</name>
    <message>
        <source>Codebook</source>
        <translation>编码本</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>新编码</translation>
    </message>
    <message>
        <source>New code below</source>
        <translation>新建下级编码</translation>
    </message>
    <message>
        <source>New theme</source>
        <translation>新主题</translation>
    </message>
    <message>
        <source>Find a code</source>
        <translation>查找编码</translation>
    </message>
    <message>
        <source>Code the selection with it</source>
        <translation>用它编码所选文字</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Definition…</source>
        <translation>定义…</translation>
    </message>
    <message>
        <source>Coding rules</source>
        <translation>编码规则</translation>
    </message>
    <message>
        <source>Colour…</source>
        <translation>颜色…</translation>
    </message>
    <message>
        <source>Memo…</source>
        <translation>备忘录…</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>移动…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>合并到…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>拆分…</translation>
    </message>
    <message>
        <source>History of the code…</source>
        <translation>编码的历史…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Codebook order</source>
        <translation>编码本顺序</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>Most used first</source>
        <translation>最常用的在前</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新的在前</translation>
    </message>
    <message>
        <source>New code or theme</source>
        <translation>新编码或主题</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Back to the codebook order, in which codes can be dragged</source>
        <translation>回到编码本顺序，此时可以拖动编码</translation>
    </message>
    <message>
        <source>No code has these letters.</source>
        <translation>没有编码含有这些字符。</translation>
    </message>
    <message>
        <source>No codes yet. Select text and type, or add one here.</source>
        <translation>还没有编码。选中文字后直接输入，或在此添加。</translation>
    </message>
    <message>
        <source>{order} · back</source>
        <translation>{order} · 返回</translation>
    </message>
    <message>
        <source>No codes in this set yet.</source>
        <translation>此编码集中还没有编码。</translation>
    </message>
    <message>
        <source>Retrieve passages of this code</source>
        <translation>检索此编码的文字</translation>
    </message>
    <message>
        <source>Retrieve passages of these codes</source>
        <translation>检索这些编码的文字</translation>
    </message>
    <message>
        <source>Order of the codes</source>
        <translation>编码的排列</translation>
    </message>
    <message>
        <source>Name of the new code in “{theme}”</source>
        <translation>“{theme}”中新编码的名称</translation>
    </message>
    <message>
        <source>Name of the new theme</source>
        <translation>新主题的名称</translation>
    </message>
    <message>
        <source>Name of the new code</source>
        <translation>新编码的名称</translation>
    </message>
</context>
<context>
    <name>CodesSection</name>
    <message>
        <source>No code belongs to it yet. Put codes below it in the codebook, or link one.</source>
        <translation>还没有编码属于它。请在编码本中把编码放到它下面，或链接一个编码。</translation>
    </message>
    <message>
        <source>Link a code that stands elsewhere…</source>
        <translation>链接位于别处的编码…</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Take the link away</source>
        <translation>取消链接</translation>
    </message>
</context>
<context>
    <name>CodingFlow</name>
    <message>
        <source>The project is open for review: passages are commented on, not coded.</source>
        <translation>项目以评审方式打开：可以对文字作评论，但不能编码。</translation>
    </message>
    <message>
        <source>The project is only looked at: nothing can be coded.</source>
        <translation>项目只供查看：不能编码。</translation>
    </message>
    <message>
        <source>Select words in the document first, then choose the code.</source>
        <translation>请先在文档中选择文字，再选择编码。</translation>
    </message>
    <message>
        <source>Coded with “{name}”</source>
        <translation>已编码为“{name}”</translation>
    </message>
    <message>
        <source>This is coded with “{name}” already</source>
        <translation>这里已编码为“{name}”</translation>
    </message>
    <message>
        <source>New code “{name}”</source>
        <translation>新编码“{name}”</translation>
    </message>
    <message>
        <source>No code was used yet.</source>
        <translation>还没有用过编码。</translation>
    </message>
    <message>
        <source>No code has the digit {digit}.</source>
        <translation>没有编码使用数字 {digit}。</translation>
    </message>
    <message>
        <source>Adjusted “{name}”</source>
        <translation>已调整“{name}”</translation>
    </message>
    <message>
        <source>Coding removed; text and code stay.</source>
        <translation>标注已移除；文本和编码保留。</translation>
    </message>
</context>
<context>
    <name>CodingRulesPanel</name>
    <message>
        <source>Coding rules</source>
        <translation>编码规则</translation>
    </message>
    <message>
        <source>Hold this code</source>
        <translation>固定这个编码</translation>
    </message>
    <message>
        <source>Choose a code to see here what it means and how it is used.</source>
        <translation>选一个编码，这里就会显示它的含义和用法。</translation>
    </message>
    <message>
        <source>Nobody has written yet what this code means.</source>
        <translation>还没有人写下这个编码的含义。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>In one sentence</source>
        <translation>一句话</translation>
    </message>
    <message>
        <source>In full</source>
        <translation>完整定义</translation>
    </message>
    <message>
        <source>Use it when</source>
        <translation>适用情形</translation>
    </message>
    <message>
        <source>Do not use it when</source>
        <translation>不适用情形</translation>
    </message>
    <message>
        <source>A good example</source>
        <translation>典型例子</translation>
    </message>
    <message>
        <source>A near miss</source>
        <translation>近似反例</translation>
    </message>
    <message>
        <source>Marked as exemplars</source>
        <translation>标为典型例子的片段</translation>
    </message>
    <message>
        <source>Marked as near misses</source>
        <translation>标为近似反例的片段</translation>
    </message>
    <message>
        <source>Memos about this code</source>
        <translation>关于这个编码的备忘录</translation>
    </message>
    <message>
        <source>Edit the definition</source>
        <translation>编辑定义</translation>
    </message>
    <message>
        <source>Its segments</source>
        <translation>它的片段</translation>
    </message>
    <message>
        <source>Follow the code at hand</source>
        <translation>跟随当前编码</translation>
    </message>
    <message>
        <source>Write a definition</source>
        <translation>写定义</translation>
    </message>
</context>
<context>
    <name>CodingTab</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>No documents yet. Bring in transcripts, or drop them here.</source>
        <translation>还没有文档。导入访谈文稿，或将文件拖到这里。</translation>
    </message>
    <message>
        <source>Choose a document on the left to read it.</source>
        <translation>在左侧选择一个文档来阅读。</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n 个片段</numerusform>
        </translation>
    </message>
    <message>
        <source>{share} % of what is said coded</source>
        <translation>所说内容的 {share}% 已编码</translation>
    </message>
    <message>
        <source>{share} % of the participants&apos; words coded</source>
        <translation>受访者的话已编码 {share}%</translation>
    </message>
</context>
<context>
    <name>ColumnActs</name>
    <message>
        <source>Sort up</source>
        <translation>升序</translation>
    </message>
    <message>
        <source>Sort down</source>
        <translation>降序</translation>
    </message>
    <message>
        <source>Not sorted</source>
        <translation>不排序</translation>
    </message>
    <message>
        <source>Rename variable…</source>
        <translation>重命名变量…</translation>
    </message>
    <message>
        <source>Type of the variable</source>
        <translation>变量类型</translation>
    </message>
    <message numerus="yes">
        <source>Remove variable with its %n value(s)</source>
        <translation>
            <numerusform>移除变量及其 %n 个值</numerusform>
        </translation>
    </message>
    <message>
        <source>Give display ids…</source>
        <translation>分配显示编号…</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) have a display id now.</source>
        <translation>
            <numerusform>%n 个个案现在有了显示编号。</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename variable</source>
        <translation>重命名变量</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of “{name}” do not fit the type {type}.</source>
        <translation>
            <numerusform>“{name}”有 %n 个值不符合类型“{type}”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Type changed, %n value(s) taken away.</source>
        <translation>
            <numerusform>类型已更改，去掉了 %n 个值。</numerusform>
        </translation>
    </message>
    <message>
        <source>Change the type and clear these</source>
        <translation>更改类型并清除这些值</translation>
    </message>
    <message>
        <source>“{name}” removed with its values.</source>
        <translation>已移除“{name}”及其值。</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>After</source>
        <translation>后文</translation>
    </message>
    <message>
        <source>Association</source>
        <translation>关联方向</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>基数</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>前文</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Betweenness</source>
        <translation>中介中心性</translation>
    </message>
    <message>
        <source>Both together</source>
        <translation>同时出现</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>χ²</source>
        <translation>χ²</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>First code</source>
        <translation>第一个编码</translation>
    </message>
    <message>
        <source>Second code</source>
        <translation>第二个编码</translation>
    </message>
    <message>
        <source>Coded characters</source>
        <translation>已编码字符数</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Codings</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Collocate</source>
        <translation>搭配词</translation>
    </message>
    <message>
        <source>Times the collocate</source>
        <translation>搭配词次数</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社群</translation>
    </message>
    <message>
        <source>Central concept</source>
        <translation>核心概念</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Search for counter-evidence</source>
        <translation>寻找反证</translation>
    </message>
    <message>
        <source>Cramér&apos;s V</source>
        <translation>Cramér V</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写于</translation>
    </message>
    <message>
        <source>Codes so far</source>
        <translation>累计编码数</translation>
    </message>
    <message>
        <source>Codings so far</source>
        <translation>累计标注</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>连线数</translation>
    </message>
    <message>
        <source>Degrees of freedom</source>
        <translation>自由度</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>Dice</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>Directed</source>
        <translation>有方向</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>DP</source>
        <translation>DP</translation>
    </message>
    <message>
        <source>DP, normed</source>
        <translation>DP（归一化）</translation>
    </message>
    <message>
        <source>End</source>
        <translation>止</translation>
    </message>
    <message>
        <source>Evidence against</source>
        <translation>反证</translation>
    </message>
    <message>
        <source>Evidence for</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Expected by chance</source>
        <translation>随机期望</translation>
    </message>
    <message>
        <source>First words</source>
        <translation>开头文字</translation>
    </message>
    <message>
        <source>Followed</source>
        <translation>其后出现</translation>
    </message>
    <message>
        <source>From, %</source>
        <translation>从（%）</translation>
    </message>
    <message>
        <source>G²</source>
        <translation>G²</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Hit</source>
        <translation>命中</translation>
    </message>
    <message>
        <source>Interviews</source>
        <translation>访谈数</translation>
    </message>
    <message>
        <source>Jaccard</source>
        <translation>Jaccard</translation>
    </message>
    <message>
        <source>Juilland&apos;s D</source>
        <translation>Juilland D</translation>
    </message>
    <message>
        <source>Key in</source>
        <translation>关键于</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>提升度</translation>
    </message>
    <message>
        <source>logDice</source>
        <translation>logDice</translation>
    </message>
    <message>
        <source>Log ratio</source>
        <translation>对数比</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员数</translation>
    </message>
    <message>
        <source>MI</source>
        <translation>互信息</translation>
    </message>
    <message>
        <source>Units with the first</source>
        <translation>含第一个的单位</translation>
    </message>
    <message>
        <source>Units with both</source>
        <translation>两者皆有的单位</translation>
    </message>
    <message>
        <source>Units with the second</source>
        <translation>含第二个的单位</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位数</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Orders that never stop</source>
        <translation>从未停止的顺序</translation>
    </message>
    <message>
        <source>Overlap coefficient</source>
        <translation>重叠系数</translation>
    </message>
    <message>
        <source>P(A|B)</source>
        <translation>P(A|B)</translation>
    </message>
    <message>
        <source>P(B|A)</source>
        <translation>P(B|A)</translation>
    </message>
    <message>
        <source>φ</source>
        <translation>φ</translation>
    </message>
    <message>
        <source>Cases not coded yet</source>
        <translation>尚未编码的个案数</translation>
    </message>
    <message>
        <source>Who is not coded yet</source>
        <translation>尚未编码的个案</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>as written</source>
        <translation>原文词形</translation>
    </message>
    <message>
        <source>base form</source>
        <translation>原形</translation>
    </message>
    <message>
        <source>New codes</source>
        <translation>新编码</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>便签</translation>
    </message>
    <message>
        <source>Odds ratio</source>
        <translation>优势比</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>仅有这些</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>p, corrected</source>
        <translation>p（校正后）</translation>
    </message>
    <message>
        <source>p, Benjamini–Hochberg</source>
        <translation>p（Benjamini–Hochberg）</translation>
    </message>
    <message>
        <source>p, Bonferroni</source>
        <translation>p（Bonferroni）</translation>
    </message>
    <message>
        <source>Pairs of segments</source>
        <translation>片段对</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Per million words</source>
        <translation>每百万词</translation>
    </message>
    <message>
        <source>Difference, %</source>
        <translation>差异（%）</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Prevalence</source>
        <translation>普遍度</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>In how many parts</source>
        <translation>见于几个部分</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>比值</translation>
    </message>
    <message>
        <source>In the reference</source>
        <translation>参照中次数</translation>
    </message>
    <message>
        <source>Documents of the reference</source>
        <translation>参照的文档数</translation>
    </message>
    <message>
        <source>Reference per million words</source>
        <translation>参照每百万词</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>Risk difference</source>
        <translation>率差</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>New in the run</source>
        <translation>批次中新增</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Share of the text</source>
        <translation>占文本比例</translation>
    </message>
    <message>
        <source>Units or codes</source>
        <translation>单位数或编码数</translation>
    </message>
    <message>
        <source>Silent cases</source>
        <translation>未谈及的个案数</translation>
    </message>
    <message>
        <source>Who is silent</source>
        <translation>未谈及的个案</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>t</source>
        <translation>t</translation>
    </message>
    <message>
        <source>In the target</source>
        <translation>目标中次数</translation>
    </message>
    <message>
        <source>Documents of the target</source>
        <translation>目标的文档数</translation>
    </message>
    <message>
        <source>Target per million words</source>
        <translation>目标每百万词</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>检验</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>To, %</source>
        <translation>到（%）</translation>
    </message>
    <message>
        <source>Case heard most</source>
        <translation>最多的个案</translation>
    </message>
    <message>
        <source>Its share</source>
        <translation>其占比</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>话轮</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>话轮</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Used in</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>With the code</source>
        <translation>使用编码</translation>
    </message>
    <message>
        <source>Margin of the collocate</source>
        <translation>搭配词的边际频数</translation>
    </message>
    <message>
        <source>Margin of the word</source>
        <translation>该词的边际频数</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Times the word</source>
        <translation>该词次数</translation>
    </message>
    <message>
        <source>{title}, low</source>
        <translation>{title}下限</translation>
    </message>
    <message>
        <source>{title}, high</source>
        <translation>{title}上限</translation>
    </message>
</context>
<context>
    <name>ColumnsModel</name>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>前几个值</translation>
    </message>
    <message>
        <source>{name} (new)</source>
        <translation>{name}（新）</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>New project…</source>
        <translation>新建项目…</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>打开项目…</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>打开示例项目</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Export codebook…</source>
        <translation>导出编码本…</translation>
    </message>
    <message>
        <source>Export segments…</source>
        <translation>导出片段…</translation>
    </message>
    <message>
        <source>Export memos…</source>
        <translation>导出备忘录…</translation>
    </message>
    <message>
        <source>Send for review…</source>
        <translation>送交评阅…</translation>
    </message>
    <message>
        <source>New remark…</source>
        <translation>新意见…</translation>
    </message>
    <message>
        <source>Open as reviewer…</source>
        <translation>以评阅人身份打开…</translation>
    </message>
    <message>
        <source>Sign off…</source>
        <translation>签署…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Check the project</source>
        <translation>检查项目</translation>
    </message>
    <message>
        <source>Name this point…</source>
        <translation>命名此时点…</translation>
    </message>
    <message>
        <source>Codebook changes…</source>
        <translation>编码本的更改…</translation>
    </message>
    <message>
        <source>Method…</source>
        <translation>方法…</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>关闭项目</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Find in document…</source>
        <translation>在文档中查找…</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>查找下一个</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>查找上一个</translation>
    </message>
    <message>
        <source>Find in project…</source>
        <translation>在项目中查找…</translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation>命令面板…</translation>
    </message>
    <message>
        <source>Go to document…</source>
        <translation>转到文档…</translation>
    </message>
    <message>
        <source>Go to code…</source>
        <translation>转到编码…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>编码本</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Add to map…</source>
        <translation>添加到主题图…</translation>
    </message>
    <message>
        <source>Theme board</source>
        <translation>主题看板</translation>
    </message>
    <message>
        <source>Theme map</source>
        <translation>主题图</translation>
    </message>
    <message>
        <source>History of the theme map</source>
        <translation>主题图的历史</translation>
    </message>
    <message>
        <source>Coding rules</source>
        <translation>编码规则</translation>
    </message>
    <message>
        <source>Journal of memos</source>
        <translation>备忘录日志</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>评阅</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>筛选…</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>清除所有筛选</translation>
    </message>
    <message>
        <source>Panels back to their places</source>
        <translation>面板恢复原位</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>下一个面板</translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation>上一个面板</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>默认字号</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Find and replace…</source>
        <translation>查找和替换…</translation>
    </message>
    <message>
        <source>Redact in exports</source>
        <translation>导出时遮盖</translation>
    </message>
    <message>
        <source>Take back redaction</source>
        <translation>撤回遮盖</translation>
    </message>
    <message>
        <source>Replace with a newer file…</source>
        <translation>用较新的文件替换…</translation>
    </message>
    <message>
        <source>Versions of this document…</source>
        <translation>此文档的版本…</translation>
    </message>
    <message>
        <source>Segments to look at…</source>
        <translation>待查看的片段…</translation>
    </message>
    <message>
        <source>Edit the text</source>
        <translation>编辑文本</translation>
    </message>
    <message>
        <source>Code the selection…</source>
        <translation>编码所选文字…</translation>
    </message>
    <message>
        <source>Code with a new code…</source>
        <translation>用新编码来编码…</translation>
    </message>
    <message>
        <source>Code in their words</source>
        <translation>用原话编码</translation>
    </message>
    <message>
        <source>Same code again</source>
        <translation>再用同一编码</translation>
    </message>
    <message>
        <source>Remove coding</source>
        <translation>移除标注</translation>
    </message>
    <message>
        <source>Autocode…</source>
        <translation>自动编码…</translation>
    </message>
    <message>
        <source>Same code for every selection…</source>
        <translation>每次选中都用同一编码…</translation>
    </message>
    <message>
        <source>Open coding: a new code for every selection</source>
        <translation>开放式编码：每次选中都建新编码</translation>
    </message>
    <message>
        <source>Digits for the next code set</source>
        <translation>数字键换到下一个编码集</translation>
    </message>
    <message>
        <source>Coding ends a word later</source>
        <translation>标注的结尾后移一个词</translation>
    </message>
    <message>
        <source>Coding ends a word earlier</source>
        <translation>标注的结尾前移一个词</translation>
    </message>
    <message>
        <source>Coding begins a word earlier</source>
        <translation>标注的开头前移一个词</translation>
    </message>
    <message>
        <source>Coding begins a word later</source>
        <translation>标注的开头后移一个词</translation>
    </message>
    <message>
        <source>New code…</source>
        <translation>新编码…</translation>
    </message>
    <message>
        <source>New code below…</source>
        <translation>新建下级编码…</translation>
    </message>
    <message>
        <source>New theme…</source>
        <translation>新主题…</translation>
    </message>
    <message>
        <source>Rename the chosen code</source>
        <translation>重命名所选编码</translation>
    </message>
    <message>
        <source>Define the chosen code…</source>
        <translation>所选编码的定义…</translation>
    </message>
    <message>
        <source>History of the chosen code…</source>
        <translation>所选编码的历史…</translation>
    </message>
    <message>
        <source>Move the chosen codes…</source>
        <translation>移动所选编码…</translation>
    </message>
    <message>
        <source>Merge the chosen codes…</source>
        <translation>合并所选编码…</translation>
    </message>
    <message>
        <source>Split the chosen code…</source>
        <translation>拆分所选编码…</translation>
    </message>
    <message>
        <source>New set of the chosen codes…</source>
        <translation>用所选编码新建编码集…</translation>
    </message>
    <message>
        <source>Write a memo…</source>
        <translation>写备忘录…</translation>
    </message>
    <message>
        <source>Next segment</source>
        <translation>下一个片段</translation>
    </message>
    <message>
        <source>Previous segment</source>
        <translation>上一个片段</translation>
    </message>
    <message>
        <source>Next segment of the same code</source>
        <translation>同一编码的下一片段</translation>
    </message>
    <message>
        <source>Previous segment of the same code</source>
        <translation>同一编码的上一个片段</translation>
    </message>
    <message>
        <source>Next uncoded passage</source>
        <translation>下一段未编码文字</translation>
    </message>
    <message>
        <source>Previous uncoded passage</source>
        <translation>上一段未编码文字</translation>
    </message>
    <message>
        <source>Next coding at the cursor</source>
        <translation>光标处的下一处标注</translation>
    </message>
    <message>
        <source>Previous coding at the cursor</source>
        <translation>光标处的上一处标注</translation>
    </message>
    <message>
        <source>Grow the selection</source>
        <translation>扩大选区</translation>
    </message>
    <message>
        <source>Shrink the selection</source>
        <translation>缩小选区</translation>
    </message>
    <message>
        <source>Bookmark here, or none</source>
        <translation>在此添加或移除书签</translation>
    </message>
    <message>
        <source>Bookmarks…</source>
        <translation>书签…</translation>
    </message>
    <message>
        <source>Next bookmark</source>
        <translation>下一个书签</translation>
    </message>
    <message>
        <source>Previous bookmark</source>
        <translation>上一个书签</translation>
    </message>
    <message>
        <source>Copy with its place</source>
        <translation>连同出处复制</translation>
    </message>
    <message>
        <source>Set off uncoded text</source>
        <translation>标出未编码的文字</translation>
    </message>
    <message>
        <source>Count the participants&apos; words only</source>
        <translation>只计受访者的话</translation>
    </message>
    <message>
        <source>Letters, spacing and numbers…</source>
        <translation>字体、间距和编号…</translation>
    </message>
    <message>
        <source>Stripes…</source>
        <translation>编码条纹…</translation>
    </message>
    <message>
        <source>Open this document beside</source>
        <translation>在旁边打开此文档</translation>
    </message>
    <message>
        <source>Close the document beside</source>
        <translation>关闭旁边的文档</translation>
    </message>
    <message>
        <source>Next turn</source>
        <translation>下一话轮</translation>
    </message>
    <message>
        <source>Previous turn</source>
        <translation>上一话轮</translation>
    </message>
    <message>
        <source>Exemplar of its code</source>
        <translation>该编码的典型例子</translation>
    </message>
    <message>
        <source>Near miss of its code</source>
        <translation>该编码的近似反例</translation>
    </message>
    <message>
        <source>Needs discussion</source>
        <translation>需要讨论</translation>
    </message>
    <message>
        <source>Coding is sure</source>
        <translation>标注：确定</translation>
    </message>
    <message>
        <source>Coding is likely</source>
        <translation>标注：大概如此</translation>
    </message>
    <message>
        <source>Coding is unsure</source>
        <translation>标注：不确定</translation>
    </message>
    <message>
        <source>Weight of the coding…</source>
        <translation>标注的权重…</translation>
    </message>
    <message>
        <source>Use as example of the code</source>
        <translation>用作该编码的例子</translation>
    </message>
    <message>
        <source>Use as near miss of the code</source>
        <translation>用作该编码的近似反例</translation>
    </message>
    <message>
        <source>Link from here…</source>
        <translation>从这里链接…</translation>
    </message>
    <message>
        <source>Links between segments…</source>
        <translation>片段之间的链接…</translation>
    </message>
    <message>
        <source>Cases and variables…</source>
        <translation>个案与变量…</translation>
    </message>
    <message>
        <source>Co-occurrence of codes</source>
        <translation>编码共现</translation>
    </message>
    <message>
        <source>Cases by themes</source>
        <translation>个案 × 主题</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Where is my data?</source>
        <translation>我的数据在哪里？</translation>
    </message>
    <message>
        <source>About qualcode</source>
        <translation>关于 qualcode</translation>
    </message>
    <message>
        <source>Code by digit</source>
        <translation>数字键编码</translation>
    </message>
</context>
<context>
    <name>CommentPopup</name>
    <message>
        <source>What does it show?</source>
        <translation>它说明了什么？</translation>
    </message>
</context>
<context>
    <name>ConditionRow</name>
    <message>
        <source>Condition: {kind}</source>
        <translation>条件：{kind}</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>How it is looked for</source>
        <translation>如何查找</translation>
    </message>
    <message>
        <source>and below</source>
        <translation>含下级</translation>
    </message>
    <message>
        <source>and codes below</source>
        <translation>含下级编码</translation>
    </message>
    <message>
        <source>The codes below it count, too</source>
        <translation>其下级编码也算在内</translation>
    </message>
    <message>
        <source>What is asked about</source>
        <translation>查询什么</translation>
    </message>
    <message>
        <source>What can be done with this condition</source>
        <translation>对此条件可做的操作</translation>
    </message>
    <message>
        <source>in no folder</source>
        <translation>不在任何文件夹中</translation>
    </message>
    <message>
        <source>How it is compared</source>
        <translation>如何比较</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>2026-05 or 2026-05-09</source>
        <translation>2026-05 或 2026-05-09</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>words</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>words of the comment</source>
        <translation>注释中的词语</translation>
    </message>
    <message>
        <source>which code?</source>
        <translation>哪个编码？</translation>
    </message>
    <message>
        <source>which one?</source>
        <translation>哪一个？</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Co-occurrence</source>
        <translation>共现</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>How many turns away</source>
        <translation>相隔多少话轮</translation>
    </message>
    <message>
        <source>How many turns after one another count as near</source>
        <translation>前后几个话轮算作相近</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>As in the codebook</source>
        <translation>按编码本</translation>
    </message>
    <message>
        <source>By likeness</source>
        <translation>按相似度</translation>
    </message>
    <message>
        <source>By frequency</source>
        <translation>按频次</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
</context>
<context>
    <name>Cooccurrence</name>
    <message>
        <source>not defined</source>
        <translation>无定义</translation>
    </message>
    <message>
        <source>Overlap: share text</source>
        <translation>重叠：共有文字</translation>
    </message>
    <message>
        <source>Same segment</source>
        <translation>同一片段</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>话轮</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>Near: within turns</source>
        <translation>相近：话轮之内</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Pairs of segments</source>
        <translation>片段对</translation>
    </message>
    <message>
        <source>Segments of one code that share text with one of the other</source>
        <translation>一个编码的片段与另一编码的片段共有文字</translation>
    </message>
    <message>
        <source>Units with both</source>
        <translation>两者皆有的单位</translation>
    </message>
    <message>
        <source>Units of the rule that carry both codes</source>
        <translation>按规则同时带有两个编码的单位</translation>
    </message>
    <message>
        <source>Documents with both</source>
        <translation>两者皆有的文档</translation>
    </message>
    <message>
        <source>Documents in which the two codes meet</source>
        <translation>两个编码相遇的文档</translation>
    </message>
    <message>
        <source>Jaccard</source>
        <translation>Jaccard</translation>
    </message>
    <message>
        <source>Units with both, of the units with either (0 to 1)</source>
        <translation>两者皆有的单位占任一者有的单位之比（0 至 1）</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>Dice</translation>
    </message>
    <message>
        <source>Twice the units with both, of the units of each added up (0 to 1)</source>
        <translation>两者皆有的单位的两倍占各自单位之和之比（0 至 1）</translation>
    </message>
    <message>
        <source>Overlap coefficient</source>
        <translation>重叠系数</translation>
    </message>
    <message>
        <source>Units with both, of those of the rarer code (0 to 1)</source>
        <translation>两者皆有的单位占较少编码的单位之比（0 至 1）</translation>
    </message>
    <message>
        <source>Column, given row: P(B|A)</source>
        <translation>给定行时的列：P(B|A)</translation>
    </message>
    <message>
        <source>How much of the row’s code has the column’s code too (0 to 1)</source>
        <translation>行编码中有多少同时带有列编码（0 至 1）</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>提升度</translation>
    </message>
    <message>
        <source>How many times as often as if the codes were independent (1 = just so)</source>
        <translation>实际次数是两个编码相互独立时的多少倍（1 = 正好相同）</translation>
    </message>
    <message>
        <source>Phi</source>
        <translation>Phi</translation>
    </message>
    <message>
        <source>Correlation of the two codes over all units (−1 to 1)</source>
        <translation>两个编码在全部单位上的相关（−1 至 1）</translation>
    </message>
    <message>
        <source>overlap coefficient</source>
        <translation>重叠系数</translation>
    </message>
    <message>
        <source>lift</source>
        <translation>提升度</translation>
    </message>
    <message>
        <source>phi</source>
        <translation>phi</translation>
    </message>
    <message>
        <source>%n shared character(s)</source>
        <translation>%n 个共有字符</translation>
    </message>
    <message>
        <source>%n shared segment(s)</source>
        <translation>%n 个共有片段</translation>
    </message>
    <message>
        <source>%n shared sentence(s)</source>
        <translation>%n 个共有句子</translation>
    </message>
    <message>
        <source>%n shared turn(s)</source>
        <translation>%n 个共有话轮</translation>
    </message>
    <message>
        <source>%n shared paragraph(s)</source>
        <translation>%n 个共有段落</translation>
    </message>
    <message>
        <source>%n shared window(s)</source>
        <translation>%n 个共有窗口</translation>
    </message>
    <message>
        <source>%n shared document(s)</source>
        <translation>%n 个共有文档</translation>
    </message>
    <message>
        <source>%n shared case(s)</source>
        <translation>%n 个共有个案</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 个个案</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation>
            <numerusform>%n 处标注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s) removed; text and codes stay</source>
        <translation>
            <numerusform>已移除 %n 个编码实例；文本和编码保留</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n condition(s) not filled in yet: left out</source>
        <translation>
            <numerusform>有 %n 个条件尚未填写：暂不计入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n 个文档</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n 对</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of segments</source>
        <translation>
            <numerusform>%n 对片段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n 处文字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) coded with “{code}”</source>
        <translation>
            <numerusform>已用“{code}”为 %n 处文字编码</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s)</source>
        <translation>
            <numerusform>%n 条引文</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s) copied</source>
        <translation>
            <numerusform>已复制 %n 条引文</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s) marked as used</source>
        <translation>
            <numerusform>已将 %n 条引文标记为已使用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s) ticked</source>
        <translation>
            <numerusform>已勾选 %n 条引文</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n 个片段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked passage(s):</source>
        <translation>
            <numerusform>勾选的 %n 处文字：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n had it already</source>
        <translation>
            <numerusform>；其中 %n 处已有此编码</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n passage(s):</source>
        <translation>
            <numerusform>全部 %n 处文字：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Code %n passage(s) with</source>
        <translation>
            <numerusform>为 %n 处文字编码，使用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n pair(s) that meet the value is not defined.</source>
        <translation>
            <numerusform>在 %n 对相遇的编码中，该值无定义。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Memo on %n passage(s)</source>
        <translation>
            <numerusform>关于 %n 处文字的备忘录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not used any more: %n quote(s)</source>
        <translation>
            <numerusform>不再标记为已使用：%n 条引文</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove with its %n coding(s)</source>
        <translation>
            <numerusform>连同 %n 处标注一起移除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove {number} codes with their %n coding(s)</source>
        <translation>
            <numerusform>移除 {number} 个编码及其 %n 处标注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove {number} documents with their %n coding(s)</source>
        <translation>
            <numerusform>移除 {number} 个文档及其 %n 处标注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take which code off %n passage(s)? Only codings that were found go.</source>
        <translation>
            <numerusform>从 %n 处文字上移除哪个编码？只移除查到的编码实例。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{some} of %n case(s)</source>
        <translation>
            <numerusform>%n 个个案中的 {some} 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{some} of %n document(s)</source>
        <translation>
            <numerusform>%n 个文档中的 {some} 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CooccurrenceView</name>
    <message>
        <source>Counting…</source>
        <translation>正在计数…</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络图</translation>
    </message>
    <message>
        <source>Least value of a line</source>
        <translation>连线的最小值</translation>
    </message>
    <message>
        <source>Lines are drawn from this value on</source>
        <translation>从此值起画连线</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>Counting co-occurrence</source>
        <translation>正在计算共现</translation>
    </message>
    <message>
        <source>What is filtered for is no longer in the project.</source>
        <translation>筛选所依据的内容已不在项目中。</translation>
    </message>
    <message>
        <source>Use the rule “Overlap”</source>
        <translation>使用“重叠”规则</translation>
    </message>
    <message>
        <source>No two codes meet that often.</source>
        <translation>没有两个编码相遇得这么频繁。</translation>
    </message>
    <message>
        <source>Draw the strongest lines</source>
        <translation>画出最强的连线</translation>
    </message>
    <message>
        <source>No two codes meet under this rule.</source>
        <translation>按此规则没有两个编码相遇。</translation>
    </message>
    <message>
        <source>Choose another rule</source>
        <translation>选择其他规则</translation>
    </message>
    <message>
        <source>Nothing is coded in what the filter leaves.</source>
        <translation>筛选后的内容没有任何编码。</translation>
    </message>
    <message>
        <source>no pair, one is below the other</source>
        <translation>不成对：其一在另一之下</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>清除所有筛选</translation>
    </message>
    <message>
        <source>No theme has any codings yet.</source>
        <translation>还没有主题带有标注。</translation>
    </message>
    <message>
        <source>Show codes</source>
        <translation>显示编码</translation>
    </message>
    <message>
        <source>Nothing is coded yet. Select text in a document and type.</source>
        <translation>还没有任何编码。在文档中选中文字后直接输入。</translation>
    </message>
    <message>
        <source>Go to the text</source>
        <translation>前往文本</translation>
    </message>
    <message>
        <source>{a} with {b}</source>
        <translation>{a} 与 {b}</translation>
    </message>
</context>
<context>
    <name>Covering</name>
    <message>
        <source>{share} % of the participants&apos; words are coded.</source>
        <translation>受访者的话已有 {share}% 编码。</translation>
    </message>
    <message>
        <source>{share} % of what is said is coded.</source>
        <translation>所说内容的 {share}% 已编码。</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) without a code.</source>
        <translation>
            <numerusform>%n 个话轮没有编码。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not counted: the interviewer&apos;s turns and the speakers&apos; names.</source>
        <translation>不计入：访谈者的话轮和说话人姓名。</translation>
    </message>
    <message>
        <source>The interviewer&apos;s turns count, the speakers&apos; names do not.</source>
        <translation>访谈者的话轮计入，说话人姓名不计入。</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>出现了问题</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>程序出现了问题</translation>
    </message>
    <message>
        <source>Everything you did is saved; only what was under way just now may not have happened. The report names lines of the program and holds nothing of your project.</source>
        <translation>您所做的一切都已保存；只有刚才正在进行的操作可能没有完成。报告只列出程序的代码行，不含项目的任何内容。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>The report could not be saved: {reason}</source>
        <translation>报告无法保存：{reason}</translation>
    </message>
</context>
<context>
    <name>DefineCodeDialog</name>
    <message>
        <source>Define “{name}”</source>
        <translation>定义“{name}”</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Save definition</source>
        <translation>保存定义</translation>
    </message>
    <message>
        <source>In one sentence</source>
        <translation>一句话</translation>
    </message>
    <message>
        <source>Central organising concept</source>
        <translation>核心组织概念</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>In full</source>
        <translation>完整定义</translation>
    </message>
    <message>
        <source>Use it when</source>
        <translation>适用情形</translation>
    </message>
    <message>
        <source>Do not use it when</source>
        <translation>不适用情形</translation>
    </message>
    <message>
        <source>A good example</source>
        <translation>典型例子</translation>
    </message>
    <message>
        <source>Where the example is from</source>
        <translation>例子出处</translation>
    </message>
    <message>
        <source>A near miss</source>
        <translation>近似反例</translation>
    </message>
    <message>
        <source>Where the code comes from</source>
        <translation>编码来源</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>From the data (inductive)</source>
        <translation>来自资料（归纳）</translation>
    </message>
    <message>
        <source>From theory (deductive)</source>
        <translation>来自理论（演绎）</translation>
    </message>
    <message>
        <source>Their own words (in vivo)</source>
        <translation>受访者原话（实境编码）</translation>
    </message>
    <message>
        <source>Definition of “{name}” saved</source>
        <translation>已保存“{name}”的定义</translation>
    </message>
</context>
<context>
    <name>DigitSets</name>
    <message>
        <source>The digits stand for the codes used most.</source>
        <translation>数字键现在代表最常用的编码。</translation>
    </message>
    <message>
        <source>The digits stand for the set “{name}”.</source>
        <translation>数字键现在代表编码集“{name}”。</translation>
    </message>
    <message>
        <source>There are no code sets yet: the digits stand for the codes used most.</source>
        <translation>还没有编码集：数字键代表最常用的编码。</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DocumentFolders</name>
    <message>
        <source>Move to folder</source>
        <translation>移动到文件夹</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>新建文件夹…</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>无文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) moved to “{name}”.</source>
        <translation>
            <numerusform>已把 %n 个文档移到“{name}”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) moved.</source>
        <translation>
            <numerusform>已移动 %n 个文档。</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder “{name}” moved.</source>
        <translation>已移动文件夹“{name}”。</translation>
    </message>
    <message>
        <source>Folder “{name}” removed; its documents stay.</source>
        <translation>已移除文件夹“{name}”，其中的文档保留。</translation>
    </message>
    <message numerus="yes">
        <source>Name of the folder for %n document(s)</source>
        <translation>
            <numerusform>%n 个文档的文件夹名称</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentSetMenus</name>
    <message>
        <source>Document sets</source>
        <translation>文档集</translation>
    </message>
    <message>
        <source>New document set…</source>
        <translation>新建文档集…</translation>
    </message>
    <message>
        <source>New document set of these…</source>
        <translation>用所选文档新建文档集…</translation>
    </message>
    <message>
        <source>Move the document set “{name}” up</source>
        <translation>上移文档集“{name}”</translation>
    </message>
    <message>
        <source>Move the document set “{name}” down</source>
        <translation>下移文档集“{name}”</translation>
    </message>
    <message>
        <source>Rename the document set “{name}”…</source>
        <translation>重命名文档集“{name}”…</translation>
    </message>
    <message>
        <source>Remove the document set “{name}”</source>
        <translation>移除文档集“{name}”</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) put into “{name}”.</source>
        <translation>
            <numerusform>已把 %n 个文档放入“{name}”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) taken out of “{name}”.</source>
        <translation>
            <numerusform>已把 %n 个文档移出“{name}”。</numerusform>
        </translation>
    </message>
    <message>
        <source>Document set “{name}” made.</source>
        <translation>已新建文档集“{name}”。</translation>
    </message>
    <message>
        <source>Document set “{name}” removed; its documents stay.</source>
        <translation>已移除文档集“{name}”，其中的文档保留。</translation>
    </message>
    <message>
        <source>Name of the new document set</source>
        <translation>新文档集的名称</translation>
    </message>
    <message>
        <source>Name of the document set</source>
        <translation>文档集的名称</translation>
    </message>
</context>
<context>
    <name>DocumentSetSwitch</name>
    <message>
        <source>Document set</source>
        <translation>文档集</translation>
    </message>
    <message>
        <source>Look only at the documents of a set: lists, counts, search and charts follow</source>
        <translation>只看一个文档集：列表、计数、搜索和图表都随之变化</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>所有文档</translation>
    </message>
    <message>
        <source>Document set “{name}” · {number}</source>
        <translation>文档集“{name}” · {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n document set(s)</source>
        <translation>
            <numerusform>%n 个文档集</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentsModel</name>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n 个文档</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation>
            <numerusform>%n 处标注</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentsOfCase</name>
    <message>
        <source>Documents of “{name}”</source>
        <translation>“{name}”的文档</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>{speaker} in {document}</source>
        <translation>{document} 中的 {speaker}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>DocumentsPanel</name>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Retrieve passages of this document</source>
        <translation>检索此文档的文字</translation>
    </message>
    <message>
        <source>Retrieve passages of these documents</source>
        <translation>检索这些文档的文字</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Remove the folder; its documents stay</source>
        <translation>移除文件夹（文档保留）</translation>
    </message>
    <message>
        <source>No documents yet.</source>
        <translation>还没有文档。</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Find a document</source>
        <translation>查找文档</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open beside</source>
        <translation>在旁边打开</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>New folder of these…</source>
        <translation>为这些文档新建文件夹…</translation>
    </message>
    <message>
        <source>Filter for these</source>
        <translation>只看这些</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Cases…</source>
        <translation>个案…</translation>
    </message>
    <message>
        <source>Back to the documents&apos; own order, in which they can be dragged</source>
        <translation>回到文档自己的次序，在其中可以拖动</translation>
    </message>
    <message>
        <source>No document has these letters.</source>
        <translation>没有文档含有这些字。</translation>
    </message>
    <message>
        <source>The filter leaves no document.</source>
        <translation>筛选后没有文档。</translation>
    </message>
    <message>
        <source>{order} · back</source>
        <translation>{order} · 返回</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) removed.</source>
        <translation>
            <numerusform>已移除 %n 个文档。</numerusform>
        </translation>
    </message>
    <message>
        <source>Memo…</source>
        <translation>备忘录…</translation>
    </message>
    <message>
        <source>Speakers…</source>
        <translation>说话人…</translation>
    </message>
    <message>
        <source>Speakers as cases…</source>
        <translation>说话人作为个案…</translation>
    </message>
    <message>
        <source>Replace with a newer file…</source>
        <translation>用较新的文件替换…</translation>
    </message>
    <message>
        <source>Versions…</source>
        <translation>版本…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Own order</source>
        <translation>自定次序</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>By date of import</source>
        <translation>按导入日期</translation>
    </message>
    <message>
        <source>Most coded first</source>
        <translation>编码最多的在前</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>“{name}” removed.</source>
        <translation>“{name}”已移除。</translation>
    </message>
</context>
<context>
    <name>EditBanner</name>
    <message>
        <source>Editing – codings move with the words.</source>
        <translation>正在编辑：标注随文字移动。</translation>
    </message>
    <message>
        <source>Done (Esc)</source>
        <translation>完成 (Esc)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Keep the change</source>
        <translation>保留更改</translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s) would lose all their words:</source>
        <translation>
            <numerusform>%n 处标注将失去全部文字：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of cases would lose all their words:</source>
        <translation>
            <numerusform>%n 个个案部分将失去全部文字：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message numerus="yes">
        <source>%n separator(s) of lines (U+2028, U+2029) became line ends.</source>
        <translation>
            <numerusform>%n 个行分隔符（U+2028、U+2029）已变为换行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invisible sign(s) (byte order mark, NUL) left out.</source>
        <translation>
            <numerusform>已略去 %n 个不可见字符（字节顺序标记、NUL）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sign(s) no text can hold became �.</source>
        <translation>
            <numerusform>%n 个文本无法保存的字符已变为 �。</numerusform>
        </translation>
    </message>
    <message>
        <source>Pasted.</source>
        <translation>已粘贴。</translation>
    </message>
    <message>
        <source>This project is open for reading only.</source>
        <translation>此项目以只读方式打开。</translation>
    </message>
    <message>
        <source>Editing – codings move with the words.</source>
        <translation>正在编辑：标注随文字移动。</translation>
    </message>
    <message>
        <source>A document needs some text; what was deleted is back.</source>
        <translation>文档不能没有文字；已恢复删除的内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s) lost all their words.</source>
        <translation>
            <numerusform>%n 处标注失去了全部文字。</numerusform>
        </translation>
    </message>
    <message>
        <source>Parts of {cases} lost all their words.</source>
        <translation>{cases} 的部分失去了全部文字。</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>Segments</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Memos</source>
        <translation>备忘录</translation>
    </message>
    <message>
        <source>Export segments</source>
        <translation>导出片段</translation>
    </message>
    <message>
        <source>Export memos</source>
        <translation>导出备忘录</translation>
    </message>
    <message>
        <source>The newest backup holds this state already.</source>
        <translation>最新的备份已包含此状态。</translation>
    </message>
    <message>
        <source>Backed up.</source>
        <translation>已备份。</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Restore a backup of</source>
        <translation>恢复以下项目的备份</translation>
    </message>
    <message>
        <source>Checked: structure, texts, positions, search and history are sound.</source>
        <translation>检查完毕：结构、文本、位置、搜索和历史均完好。</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found</source>
        <translation>
            <numerusform>发现 %n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking the project</source>
        <translation>正在检查项目</translation>
    </message>
    <message>
        <source>Transcripts and tables</source>
        <translation>文稿和表格</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
</context>
<context>
    <name>EvidenceSection</name>
    <message>
        <source>What can be done with the chosen passage</source>
        <translation>对所选段落的操作</translation>
    </message>
    <message>
        <source>It speaks against the theme</source>
        <translation>它反对该主题</translation>
    </message>
    <message>
        <source>It speaks for the theme</source>
        <translation>它支持该主题</translation>
    </message>
    <message>
        <source>Show in the text</source>
        <translation>在文本中显示</translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation>批注…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Take it out of the evidence</source>
        <translation>从证据中移除</translation>
    </message>
</context>
<context>
    <name>FigureView</name>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>清除所有筛选</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>What was filtered for is no longer in the project; everything is shown again.</source>
        <translation>筛选所依据的内容已不在项目中；现在重新显示全部内容。</translation>
    </message>
    <message>
        <source>Part of what was filtered for is no longer in the project; the filter goes on without it.</source>
        <translation>筛选所依据的部分内容已不在项目中；其余筛选条件仍然有效。</translation>
    </message>
    <message>
        <source>Set: {names}</source>
        <translation>文档集：{names}</translation>
    </message>
    <message>
        <source>{count} chosen</source>
        <translation>已选 {count} 项</translation>
    </message>
    <message>
        <source>Documents: {names}</source>
        <translation>文档：{names}</translation>
    </message>
    <message>
        <source>no folder</source>
        <translation>不属于任何文件夹</translation>
    </message>
    <message>
        <source>Folder: {names}</source>
        <translation>文件夹：{names}</translation>
    </message>
    <message>
        <source>Coder: {names}</source>
        <translation>编码者：{names}</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>移除此筛选</translation>
    </message>
    <message>
        <source>Remove the filter {text}</source>
        <translation>移除筛选：{text}</translation>
    </message>
</context>
<context>
    <name>FilterChoices</name>
    <message>
        <source>no value</source>
        <translation>无值</translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear the filter of the journal</source>
        <translation>清除日志的筛选</translation>
    </message>
    <message numerus="yes">
        <source>Filter on: {left} of %n memo(s)</source>
        <translation>
            <numerusform>筛选中：%n 条备忘录中的 {left} 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterNote</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>清除所有筛选</translation>
    </message>
</context>
<context>
    <name>FilterPopup</name>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Check what to look at. Where nothing is checked, all of it counts.</source>
        <translation>勾选要查看的内容。一项都不勾选时，全部计入。</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>已存筛选</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find in the filters</source>
        <translation>在筛选项中查找</translation>
    </message>
    <message>
        <source>Name of the filter; Enter saves it</source>
        <translation>筛选的名称；按回车保存</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>筛选的名称</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>清除所有筛选</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Document sets</source>
        <translation>文档集</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>A number; both ends belong to the range</source>
        <translation>数字；两端都包含在范围内</translation>
    </message>
    <message>
        <source>A year, a month or a day: 2024, 2024-05, 2024-05-09</source>
        <translation>年、月或日：2024、2024-05、2024-05-09</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>无值</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>保存此筛选…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>删除已存筛选</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation>编码者</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Filter on</source>
        <translation>筛选中</translation>
    </message>
    <message>
        <source>Filter on: {count} of {all} documents, {parts} of them in part (own turns only)</source>
        <translation>筛选中：{all} 个文档中的 {count} 个，其中 {parts} 个仅部分计入（仅本人发言）</translation>
    </message>
    <message>
        <source>Filter on: {count} of {all} documents</source>
        <translation>筛选中：{all} 个文档中的 {count} 个</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this document</source>
        <translation>在此文档中查找</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>上一个 (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>下一个 (Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>{current} of {all}</source>
        <translation>第 {current} 个，共 {all} 个</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>FixedKeys</name>
    <message>
        <source>Choose a code for the selected words</source>
        <translation>为选中的文字选择编码</translation>
    </message>
    <message>
        <source>type</source>
        <translation>直接输入</translation>
    </message>
    <message>
        <source>Remove the chosen coding</source>
        <translation>移除选中的标注</translation>
    </message>
    <message>
        <source>Let go of a coding or selection, end a mode, close a panel</source>
        <translation>取消选中标注或文字、结束模式、关闭面板</translation>
    </message>
    <message>
        <source>Select letter by letter</source>
        <translation>逐字选择</translation>
    </message>
    <message>
        <source>Select word by word</source>
        <translation>逐词选择</translation>
    </message>
    <message>
        <source>Leave the text</source>
        <translation>离开文本</translation>
    </message>
    <message>
        <source>Code panel: apply</source>
        <translation>编码面板：应用</translation>
    </message>
    <message>
        <source>Code panel: apply and stay</source>
        <translation>编码面板：应用并保持打开</translation>
    </message>
    <message>
        <source>Code panel: make a new code</source>
        <translation>编码面板：新建编码</translation>
    </message>
    <message>
        <source>Code panel: put the new code below the one found</source>
        <translation>编码面板：把新编码放在找到的编码之下</translation>
    </message>
    <message>
        <source>Code panel: code in their words</source>
        <translation>编码面板：用原话编码</translation>
    </message>
    <message>
        <source>Documents: rename a document or folder</source>
        <translation>文档：重命名文档或文件夹</translation>
    </message>
    <message>
        <source>Documents: new folder of what is chosen</source>
        <translation>文档：为所选新建文件夹</translation>
    </message>
    <message>
        <source>Documents: move up or down</source>
        <translation>文档：上移或下移</translation>
    </message>
    <message>
        <source>Codebook: rename</source>
        <translation>编码本：重命名</translation>
    </message>
    <message>
        <source>Codebook: list its segments</source>
        <translation>编码本：列出它的片段</translation>
    </message>
    <message>
        <source>Codebook: move up or down</source>
        <translation>编码本：上移或下移</translation>
    </message>
    <message>
        <source>Report: move a table or figure up or down</source>
        <translation>报告：上移或下移表格或图</translation>
    </message>
</context>
<context>
    <name>FoldersDialog</name>
    <message>
        <source>Where is my data?</source>
        <translation>我的数据在哪里？</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Log (no texts of yours)</source>
        <translation>日志（不含您的文本）</translation>
    </message>
    <message>
        <source>This project</source>
        <translation>此项目</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>FormArea</name>
    <message>
        <source>Fields</source>
        <translation>各项内容</translation>
    </message>
</context>
<context>
    <name>FrameModel</name>
    <message>
        <source>Not defined. {reason}</source>
        <translation>无定义。{reason}</translation>
    </message>
    <message>
        <source>{title} (in files: {name})</source>
        <translation>{title}（文件中为 {name}）</translation>
    </message>
</context>
<context>
    <name>FrameTable</name>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
</context>
<context>
    <name>FrameworkView</name>
    <message>
        <source>Counting…</source>
        <translation>正在计数…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 个个案</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n theme(s)</source>
        <translation>
            <numerusform>%n 个主题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n summary(ies)</source>
        <translation>
            <numerusform>%n 条摘要</numerusform>
        </translation>
    </message>
    <message>
        <source>counted within the filter</source>
        <translation>仅统计筛选范围内</translation>
    </message>
    <message>
        <source>No themes yet. A theme says what several codes share.</source>
        <translation>还没有主题。主题说明若干编码的共同之处。</translation>
    </message>
    <message>
        <source>To the themes</source>
        <translation>前往主题</translation>
    </message>
    <message>
        <source>No case has words in what the filter leaves.</source>
        <translation>在筛选留下的范围内没有个案的文字。</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>清除所有筛选</translation>
    </message>
    <message>
        <source>No document belongs to a case yet, so nobody can be told apart.</source>
        <translation>还没有文档归入个案，因此无法区分参与者。</translation>
    </message>
    <message>
        <source>Cases and variables</source>
        <translation>个案与变量</translation>
    </message>
</context>
<context>
    <name>GenerateDialog</name>
    <message>
        <source>Make a map from the data</source>
        <translation>从数据生成主题图</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Codes that occur together</source>
        <translation>共同出现的编码</translation>
    </message>
    <message>
        <source>Themes, their codes, and the cases that speak</source>
        <translation>主题、其编码以及谈到它们的个案</translation>
    </message>
    <message>
        <source>Codes and the cases that speak of them</source>
        <translation>编码以及谈到它们的个案</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>How many turns away</source>
        <translation>相隔多少话轮</translation>
    </message>
    <message>
        <source>How many turns after one another count as near</source>
        <translation>前后几个话轮算作相近</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Least strength of a relation</source>
        <translation>关系的最小强度</translation>
    </message>
    <message>
        <source>At most so many codes</source>
        <translation>编码数上限</translation>
    </message>
    <message>
        <source>Quotes for each relation</source>
        <translation>每个关系的引文数</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>排列</translation>
    </message>
    <message>
        <source>Name of the map</source>
        <translation>主题图的名称</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Make the map</source>
        <translation>生成主题图</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在计数…</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) on the map</source>
        <translation>
            <numerusform>图上有 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s)</source>
        <translation>
            <numerusform>%n 个关系</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GridActs</name>
    <message numerus="yes">
        <source>%n cell(s) cleared.</source>
        <translation>
            <numerusform>已清空 %n 个单元格。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) filled.</source>
        <translation>
            <numerusform>已填充 %n 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) pasted.</source>
        <translation>
            <numerusform>已粘贴 %n 个单元格。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) found no place: add cases first, or open the table.</source>
        <translation>
            <numerusform>%n 行放不下：请先添加个案，或打开整个表格。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) found no place: add variables first.</source>
        <translation>
            <numerusform>%n 列放不下：请先添加变量。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GridModel</name>
    <message>
        <source>Case</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Display id</source>
        <translation>显示编号</translation>
    </message>
    <message>
        <source>{speaker} in {document}</source>
        <translation>{document} 中的 {speaker}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>GridView</name>
    <message>
        <source>Cases and variables</source>
        <translation>个案与变量</translation>
    </message>
</context>
<context>
    <name>Grip</name>
    <message>
        <source>Drag to move</source>
        <translation>拖动以移动</translation>
    </message>
</context>
<context>
    <name>GroupCard</name>
    <message>
        <source>Add a condition to this group</source>
        <translation>向此组添加条件</translation>
    </message>
    <message>
        <source>What can be done with this group</source>
        <translation>对此组可做的操作</translation>
    </message>
    <message>
        <source>Group: {operator}</source>
        <translation>组：{operator}</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>运算符</translation>
    </message>
    <message>
        <source>How many at least</source>
        <translation>至少几个</translation>
    </message>
    <message>
        <source>within</source>
        <translation>距离不超过</translation>
    </message>
    <message>
        <source>any distance</source>
        <translation>不限距离</translation>
    </message>
    <message>
        <source>How far away at most</source>
        <translation>最远相距多少</translation>
    </message>
    <message>
        <source>0: in the same one</source>
        <translation>0：在同一个之内</translation>
    </message>
    <message>
        <source>Counted in</source>
        <translation>计数单位</translation>
    </message>
</context>
<context>
    <name>HeatMapView</name>
    <message>
        <source>Co-occurrence matrix</source>
        <translation>共现矩阵</translation>
    </message>
    <message>
        <source>Show quotes</source>
        <translation>显示引文</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Fit all codes</source>
        <translation>显示全部编码</translation>
    </message>
    <message>
        <source>Larger cells</source>
        <translation>放大单元格</translation>
    </message>
    <message>
        <source>Smaller cells</source>
        <translation>缩小单元格</translation>
    </message>
</context>
<context>
    <name>HintNote</name>
    <message>
        <source>Read</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Read the whole hint</source>
        <translation>阅读完整提示</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Understood: do not show this again</source>
        <translation>知道了：不再显示</translation>
    </message>
    <message>
        <source>Do not show this again in this project</source>
        <translation>在此项目中不再显示</translation>
    </message>
</context>
<context>
    <name>HistoryBar</name>
    <message>
        <source>State of the map</source>
        <translation>主题图的状态</translation>
    </message>
    <message>
        <source>Arrows go a step, Page Up and Page Down a day</source>
        <translation>方向键移动一步，Page Up 和 Page Down 移动一天</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>与之比较</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>不比较</translation>
    </message>
    <message>
        <source>the present</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Look only: {state}, compared with {other}</source>
        <translation>仅供查看：{state}，与 {other} 比较</translation>
    </message>
    <message>
        <source>Look only: the map as it was, {state}</source>
        <translation>仅供查看：{state} 时的主题图</translation>
    </message>
    <message>
        <source>Nothing has happened on this map yet.</source>
        <translation>这张图上还没有任何步骤。</translation>
    </message>
    <message>
        <source>The two states are alike.</source>
        <translation>两个状态相同。</translation>
    </message>
</context>
<context>
    <name>HistoryMenu</name>
    <message>
        <source>Time line</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Export the audit trail…</source>
        <translation>导出审计记录…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Export the audit trail</source>
        <translation>导出审计记录</translation>
    </message>
    <message>
        <source>Excel table (*.xlsx)</source>
        <translation>Excel 表格 (*.xlsx)</translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Word 文档 (*.docx)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>history</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Exporting the history</source>
        <translation>正在导出历史</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>重做：{what}</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>撤销：{what}</translation>
    </message>
    <message>
        <source>Why: {reason}</source>
        <translation>理由：{reason}</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Whose steps</source>
        <translation>谁的步骤</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Only mine</source>
        <translation>只看我的</translation>
    </message>
    <message>
        <source>Find a step</source>
        <translation>查找步骤</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Undo this step</source>
        <translation>撤销此步骤</translation>
    </message>
    <message>
        <source>See the project after this step</source>
        <translation>查看此步之后的项目</translation>
    </message>
    <message>
        <source>This step is undone</source>
        <translation>此步骤已撤销</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
</context>
<context>
    <name>ImportDetails</name>
    <message>
        <source>Beginning of the text</source>
        <translation>文本开头</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>读作</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>字符编码</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Column that names the case</source>
        <translation>标明个案的列</translation>
    </message>
    <message>
        <source>As found</source>
        <translation>按识别结果</translation>
    </message>
    <message>
        <source>Survey: a row is a case</source>
        <translation>问卷：每行一个个案</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>编码本</translation>
    </message>
    <message>
        <source>Coded segments</source>
        <translation>已编码片段</translation>
    </message>
    <message>
        <source>One document</source>
        <translation>一个文档</translation>
    </message>
    <message>
        <source>{encoding} (found)</source>
        <translation>{encoding}（识别）</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>{language} (found)</source>
        <translation>{language}（识别）</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s):</source>
        <translation>
            <numerusform>%n 个个案：</numerusform>
        </translation>
    </message>
    <message>
        <source>Variables: {names}</source>
        <translation>变量：{names}</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) from open answers:</source>
        <translation>
            <numerusform>来自开放题的 %n 个文档：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s):</source>
        <translation>
            <numerusform>%n 个编码：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation>
            <numerusform>%n 处标注</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>Import %n file(s)</source>
        <translation>
            <numerusform>导入 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>读作</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>字符编码</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>Left behind</source>
        <translation>未带入</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>No case</source>
        <translation>无个案</translation>
    </message>
    <message>
        <source>Each document is a case</source>
        <translation>每个文档一个个案</translation>
    </message>
    <message>
        <source>Choose, or type the name of a case that all of them belong to</source>
        <translation>选择，或输入它们共同所属的个案名称</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>无文件夹</translation>
    </message>
    <message>
        <source>Keep both, the new one with a number</source>
        <translation>两者都保留，新的加编号</translation>
    </message>
    <message>
        <source>Replace the text; segments move along</source>
        <translation>替换文本；片段随之移动</translation>
    </message>
    <message>
        <source>Skip those files</source>
        <translation>跳过这些文件</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Names that exist</source>
        <translation>已存在的名称</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Reading files</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message numerus="yes">
        <source>Survey, %n case(s)</source>
        <translation>
            <numerusform>问卷，%n 个个案</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coded segment(s)</source>
        <translation>
            <numerusform>%n 个已编码片段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Codebook, %n code(s)</source>
        <translation>
            <numerusform>编码本，%n 个编码</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be used. Untick to leave out.</source>
        <translation>
            <numerusform>%n 个文件无法使用。取消勾选即可略过。</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing files</source>
        <translation>正在导入文件</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>No type</source>
        <translation>无类型</translation>
    </message>
    <message>
        <source>The project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
</context>
<context>
    <name>JournalExport</name>
    <message>
        <source>Export these memos</source>
        <translation>导出这些备忘录</translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Word 文档 (*.docx)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Excel table (*.xlsx)</source>
        <translation>Excel 表格 (*.xlsx)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>memos</source>
        <translation>备忘录</translation>
    </message>
    <message>
        <source>Exporting memos</source>
        <translation>正在导出备忘录</translation>
    </message>
</context>
<context>
    <name>JournalFilters</name>
    <message>
        <source>Find in the journal</source>
        <translation>在日志中查找</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>About anything</source>
        <translation>关于任何内容</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>关于什么</translation>
    </message>
    <message>
        <source>All coders</source>
        <translation>所有编码者</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>从…到…</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
</context>
<context>
    <name>JournalFlow</name>
    <message>
        <source>· the journal lists all memos</source>
        <translation>· 日志列出所有备忘录</translation>
    </message>
    <message numerus="yes">
        <source>Kept what was being written when the program ended: %n memo(s).</source>
        <translation>
            <numerusform>已保留程序结束时正在书写的 %n 条备忘录。</numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}” was changed elsewhere while you wrote. Both are kept, yours as “{other}”.</source>
        <translation>您书写时，“{title}”已在别处被修改。两个版本都已保留，您的版本为“{other}”。</translation>
    </message>
    <message>
        <source>Show theirs</source>
        <translation>查看对方的版本</translation>
    </message>
    <message>
        <source>“{title}” is not kept: a memo needs some words.</source>
        <translation>“{title}”未保存：备忘录需要有文字。</translation>
    </message>
    <message>
        <source>“{title}” stays as it was: a memo needs some words.</source>
        <translation>“{title}”保持原样：备忘录需要有文字。</translation>
    </message>
    <message>
        <source>Remove memo</source>
        <translation>删除备忘录</translation>
    </message>
    <message>
        <source>Segment “{name}”</source>
        <translation>片段“{name}”</translation>
    </message>
    <message>
        <source>The chosen segment</source>
        <translation>选中的片段</translation>
    </message>
    <message>
        <source>Document “{name}”</source>
        <translation>文档“{name}”</translation>
    </message>
    <message>
        <source>Code “{name}”</source>
        <translation>编码“{name}”</translation>
    </message>
    <message>
        <source>The project</source>
        <translation>项目</translation>
    </message>
</context>
<context>
    <name>JournalList</name>
    <message>
        <source>Memos</source>
        <translation>备忘录</translation>
    </message>
</context>
<context>
    <name>JournalPanel</name>
    <message>
        <source>Journal</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>New memo</source>
        <translation>新备忘录</translation>
    </message>
    <message>
        <source>Filter the journal</source>
        <translation>筛选日志</translation>
    </message>
    <message>
        <source>By date</source>
        <translation>按日期</translation>
    </message>
    <message>
        <source>By type</source>
        <translation>按类型</translation>
    </message>
    <message>
        <source>By subject</source>
        <translation>按所关于的内容</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最早的在前</translation>
    </message>
    <message>
        <source>Export these memos…</source>
        <translation>导出这些备忘录…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Go to what it is about</source>
        <translation>前往它所关于的内容</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Close memo</source>
        <translation>关闭备忘录</translation>
    </message>
    <message>
        <source>Journal · {number}</source>
        <translation>日志 · {number}</translation>
    </message>
    <message>
        <source>No memo fits the filter.</source>
        <translation>没有符合筛选的备忘录。</translation>
    </message>
    <message>
        <source>No memos yet. Write the first with +.</source>
        <translation>还没有备忘录。点 + 写第一条。</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>回到列表</translation>
    </message>
    <message>
        <source>Case “{name}”</source>
        <translation>个案“{name}”</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n memo(s)</source>
        <translation>
            <numerusform>移除 %n 条备忘录</numerusform>
        </translation>
    </message>
    <message>
        <source>Type of the memo: {type}</source>
        <translation>备忘录的类型：{type}</translation>
    </message>
    <message numerus="yes">
        <source>%n memo(s) removed.</source>
        <translation>
            <numerusform>已移除 %n 条备忘录。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Names of cases</source>
        <translation>个案名称</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>Names of files</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>E-mail addresses</source>
        <translation>电子邮件地址</translation>
    </message>
    <message>
        <source>Phone numbers</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>Redacted words that stand elsewhere too</source>
        <translation>在别处也出现的已遮盖文字</translation>
    </message>
    <message>
        <source>%n case name(s)</source>
        <translation>%n 个个案名称</translation>
    </message>
    <message>
        <source>%n speaker label(s)</source>
        <translation>%n 个发言人标签</translation>
    </message>
    <message>
        <source>%n file name(s)</source>
        <translation>%n 个文件名</translation>
    </message>
    <message>
        <source>%n name(s) of coders</source>
        <translation>%n 个编码者姓名</translation>
    </message>
    <message>
        <source>%n e-mail address(es)</source>
        <translation>%n 个电子邮件地址</translation>
    </message>
    <message>
        <source>%n phone number(s)</source>
        <translation>%n 个电话号码</translation>
    </message>
    <message>
        <source>%n redacted passage(s) in other places</source>
        <translation>%n 处已遮盖文字在别处出现</translation>
    </message>
    <message>
        <source>in quotes</source>
        <translation>引文中</translation>
    </message>
    <message>
        <source>names of documents</source>
        <translation>文档名称</translation>
    </message>
    <message>
        <source>column of cases</source>
        <translation>个案列</translation>
    </message>
    <message>
        <source>column of speakers</source>
        <translation>发言人列</translation>
    </message>
    <message>
        <source>column of coders</source>
        <translation>编码者列</translation>
    </message>
    <message>
        <source>names of codes</source>
        <translation>编码名称</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>questions to discuss</source>
        <translation>待讨论的问题</translation>
    </message>
    <message>
        <source>links</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>where quotes are used</source>
        <translation>引文用于何处</translation>
    </message>
    <message>
        <source>new facets</source>
        <translation>新的方面</translation>
    </message>
    <message>
        <source>titles of memos</source>
        <translation>备忘录标题</translation>
    </message>
    <message>
        <source>texts of memos</source>
        <translation>备忘录正文</translation>
    </message>
    <message>
        <source>types of memos</source>
        <translation>备忘录类型</translation>
    </message>
    <message>
        <source>what memos are about</source>
        <translation>备忘录所关于的对象</translation>
    </message>
    <message>
        <source>definitions</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>when to use a code</source>
        <translation>何时使用编码</translation>
    </message>
    <message>
        <source>when not to use a code</source>
        <translation>何时不使用编码</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>near misses</source>
        <translation>近似反例</translation>
    </message>
    <message>
        <source>central concepts</source>
        <translation>核心概念</translation>
    </message>
    <message>
        <source>boundaries of themes</source>
        <translation>主题的边界</translation>
    </message>
    <message>
        <source>searches for counter-evidence</source>
        <translation>反面证据的查找</translation>
    </message>
    <message>
        <source>names of code sets</source>
        <translation>编码集的名称</translation>
    </message>
    <message>
        <source>name of the project</source>
        <translation>项目名称</translation>
    </message>
    <message>
        <source>text of the report</source>
        <translation>报告正文</translation>
    </message>
    <message>
        <source>changes of the codebook</source>
        <translation>编码本的变化</translation>
    </message>
    <message>
        <source>sentences of the history</source>
        <translation>历史中的语句</translation>
    </message>
    <message>
        <source>reasons</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>how it was made</source>
        <translation>来源说明</translation>
    </message>
    <message>
        <source>words of the chart</source>
        <translation>图中的文字</translation>
    </message>
    <message>
        <source>summaries</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>sources of summaries</source>
        <translation>摘要的出处</translation>
    </message>
    <message>
        <source>first words of cells</source>
        <translation>单元格的开头文字</translation>
    </message>
    <message>
        <source>sources of quotes</source>
        <translation>引文的出处</translation>
    </message>
    <message>
        <source>column of words</source>
        <translation>词列</translation>
    </message>
    <message>
        <source>names of maps</source>
        <translation>主题图的名称</translation>
    </message>
    <message>
        <source>notes and groups on maps</source>
        <translation>图上的便签和分组</translation>
    </message>
    <message>
        <source>No names, addresses or numbers were found in it.</source>
        <translation>其中没有发现姓名、地址或号码。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>In this file: {found}.</source>
        <translation>此文件中有：{found}。</translation>
    </message>
</context>
<context>
    <name>LeavingDialog</name>
    <message>
        <source>Before it leaves: {file}</source>
        <translation>导出之前：{file}</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>发现的内容</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Redact this passage</source>
        <translation>遮盖这段文字</translation>
    </message>
    <message>
        <source>Write it so</source>
        <translation>照此写出</translation>
    </message>
    <message>
        <source>Write with display ids</source>
        <translation>用显示编号写出</translation>
    </message>
    <message>
        <source>Nothing is written yet. Names within what people say stay unless you redact them.</source>
        <translation>尚未写出任何内容。人们话语中提到的名字会保留，除非将其遮盖。</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>尚未写出任何内容。</translation>
    </message>
    <message>
        <source>Redacted: {mark} is printed</source>
        <translation>已遮盖：显示为 {mark}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redact these %n passages</source>
        <translation>
            <numerusform>遮盖这 %n 段文字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n display id(s) and write</source>
        <translation>
            <numerusform>分配 %n 个显示编号并写出</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) redacted: {mark} is printed.</source>
        <translation>
            <numerusform>已遮盖 %n 段文字：显示为 {mark}。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkBar</name>
    <message>
        <source>Comment on the link</source>
        <translation>给链接写批注</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>取消（Esc）</translation>
    </message>
    <message>
        <source>From {words}</source>
        <translation>从{words}</translation>
    </message>
    <message>
        <source>Choose the other segment in the text or in a list.</source>
        <translation>请在文中或列表里选另一个片段。</translation>
    </message>
    <message>
        <source>Link from {words}</source>
        <translation>从{words}链接</translation>
    </message>
</context>
<context>
    <name>LinkPopup</name>
    <message>
        <source>Link to</source>
        <translation>链接到</translation>
    </message>
    <message>
        <source>Code, document, case or memo</source>
        <translation>编码、文档、个案或备忘录</translation>
    </message>
    <message>
        <source>Find what to link to</source>
        <translation>查找要链接的内容</translation>
    </message>
    <message>
        <source>What it can be linked to</source>
        <translation>可链接的内容</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>没有这个名称。</translation>
    </message>
</context>
<context>
    <name>LinkingFlow</name>
    <message>
        <source>Now choose the other segment, in the text or in a list.</source>
        <translation>现在请在文中或列表里选另一个片段。</translation>
    </message>
    <message>
        <source>Choose a coding first: click its stripe, or press F4.</source>
        <translation>请先选一处标注：点击它的色条，或按 F4。</translation>
    </message>
    <message>
        <source>Linked: {relation}</source>
        <translation>已链接：{relation}</translation>
    </message>
    <message>
        <source>They are linked so already: {relation}</source>
        <translation>它们已有这样的链接：{relation}</translation>
    </message>
    <message>
        <source>Link changed.</source>
        <translation>链接已修改。</translation>
    </message>
    <message>
        <source>Link turned round.</source>
        <translation>链接方向已调转。</translation>
    </message>
    <message>
        <source>Link removed; both segments stay.</source>
        <translation>链接已移除；两个片段都保留。</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Own words…</source>
        <translation>自己的说法…</translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation>批注…</translation>
    </message>
    <message>
        <source>Turn round</source>
        <translation>调转方向</translation>
    </message>
    <message>
        <source>Remove the link</source>
        <translation>移除链接</translation>
    </message>
    <message>
        <source>How do the two segments relate?</source>
        <translation>这两个片段有什么关系？</translation>
    </message>
    <message>
        <source>Comment on the link</source>
        <translation>给链接写批注</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
</context>
<context>
    <name>LinksDialog</name>
    <message>
        <source>Links between segments</source>
        <translation>片段之间的链接</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>All relations</source>
        <translation>全部关系</translation>
    </message>
    <message>
        <source>Go to the first</source>
        <translation>前往第一个</translation>
    </message>
    <message>
        <source>Go to the second</source>
        <translation>前往第二个</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n 条链接</numerusform>
        </translation>
    </message>
    <message>
        <source>No links pass the filter.</source>
        <translation>没有链接符合筛选。</translation>
    </message>
    <message>
        <source>No links yet. Choose a coding, then “Link from here…” in its menu.</source>
        <translation>还没有链接。选一处标注，再用其菜单里的“从这里链接…”。</translation>
    </message>
</context>
<context>
    <name>LinksModel</name>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>注释</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Things on the map</source>
        <translation>图上的内容</translation>
    </message>
    <message>
        <source>Relations of the map</source>
        <translation>图上的关系</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Relate the two chosen…</source>
        <translation>关联所选的两项…</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>便签…</translation>
    </message>
    <message>
        <source>Group…</source>
        <translation>分组…</translation>
    </message>
    <message>
        <source>Take off the map</source>
        <translation>从图上移除</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>关系</translation>
    </message>
</context>
<context>
    <name>LookOnly</name>
    <message>
        <source>Back to now</source>
        <translation>回到现在</translation>
    </message>
</context>
<context>
    <name>LookingBack</name>
    <message>
        <source>Going back to the past</source>
        <translation>正在回到过去</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Bar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>For review: comments, marks, suggestions</source>
        <translation>评阅模式：可评论、标记、建议</translation>
    </message>
    <message>
        <source>For reading only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Nothing is sent anywhere</source>
        <translation>不向任何地方发送内容</translation>
    </message>
    <message>
        <source>No filter</source>
        <translation>无筛选</translation>
    </message>
    <message>
        <source>Nothing can be brought in: this project is open for reading or review only.</source>
        <translation>无法导入：此项目仅以只读或评阅方式打开。</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
</context>
<context>
    <name>MapActs</name>
    <message>
        <source>Map “{name}” removed; themes, codes and quotes stay.</source>
        <translation>已移除主题图“{name}”；主题、编码和引文保留。</translation>
    </message>
    <message>
        <source>Arranged: {layout}</source>
        <translation>已排列：{layout}</translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s) removed; the quotes stay.</source>
        <translation>
            <numerusform>已移除 %n 个关系；引文保留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) taken off the map; codes and quotes stay.</source>
        <translation>
            <numerusform>已从图上移除 %n 项；编码和引文保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” taken off the map; it stays in the project.</source>
        <translation>“{name}”已从图上移除；它仍在项目中。</translation>
    </message>
    <message>
        <source>Quote taken from the relation; the segment stays.</source>
        <translation>引文已从关系中移除；片段保留。</translation>
    </message>
</context>
<context>
    <name>MapBar</name>
    <message>
        <source>Map</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Which map is shown</source>
        <translation>显示哪张主题图</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>主题图</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Show as a map</source>
        <translation>以图显示</translation>
    </message>
    <message>
        <source>Show as lists</source>
        <translation>以列表显示</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>How this map came to be, and what differs between two of its states</source>
        <translation>这张图的由来，以及两个状态之间的差异</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>New map…</source>
        <translation>新建主题图…</translation>
    </message>
    <message>
        <source>Make one from the data…</source>
        <translation>从数据生成…</translation>
    </message>
    <message>
        <source>Rename this map…</source>
        <translation>重命名此图…</translation>
    </message>
    <message>
        <source>Remove this map</source>
        <translation>移除此图</translation>
    </message>
    <message numerus="yes">
        <source>%n theme(s)</source>
        <translation>
            <numerusform>%n 个主题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n 个其他项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s)</source>
        <translation>
            <numerusform>%n 个关系</numerusform>
        </translation>
    </message>
    <message>
        <source>Name of the new map</source>
        <translation>新主题图的名称</translation>
    </message>
    <message>
        <source>Name of the map</source>
        <translation>主题图的名称</translation>
    </message>
</context>
<context>
    <name>MapCanvas</name>
    <message>
        <source>Theme map</source>
        <translation>主题图</translation>
    </message>
    <message>
        <source>Relate “{name}” to: choose with the arrow keys or a click, then Enter. Esc stops.</source>
        <translation>将“{name}”关联到：用方向键或点击选择，再按 Enter。按 Esc 停止。</translation>
    </message>
</context>
<context>
    <name>MapErrands</name>
    <message>
        <source>Map</source>
        <translation>图</translation>
    </message>
</context>
<context>
    <name>MapExports</name>
    <message>
        <source>Picture that can be enlarged (.svg)…</source>
        <translation>可放大的图片（.svg）…</translation>
    </message>
    <message>
        <source>Picture (.png)…</source>
        <translation>图片（.png）…</translation>
    </message>
    <message>
        <source>Page to print (.pdf)…</source>
        <translation>可打印的页面（.pdf）…</translation>
    </message>
    <message>
        <source>Page with its quotes (.html)…</source>
        <translation>带引文的网页（.html）…</translation>
    </message>
    <message>
        <source>Graph for other programs (.graphml)…</source>
        <translation>供其他程序使用的图（.graphml）…</translation>
    </message>
    <message>
        <source>Export the map</source>
        <translation>导出主题图</translation>
    </message>
    <message>
        <source>Export the map as it was, {moment}</source>
        <translation>导出主题图当时的样子，{moment}</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>正在导出 {name}</translation>
    </message>
</context>
<context>
    <name>MapPlace</name>
    <message>
        <source>Map made from the data.</source>
        <translation>已从数据生成主题图。</translation>
    </message>
    <message>
        <source>Choose what the relation begins at first, then Relation; or drag from its edge.</source>
        <translation>请先选择关系的起点，再点“关系”；或从其边缘拖动。</translation>
    </message>
</context>
<context>
    <name>MapTools</name>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Add to map (A)</source>
        <translation>添加到图上（A）</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Draw a relation from the chosen one (R)</source>
        <translation>从所选项画关系（R）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>便签</translation>
    </message>
    <message>
        <source>Write a note (N)</source>
        <translation>写便签（N）</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Put a frame around what is chosen (G)</source>
        <translation>给所选内容加框（G）</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>排列</translation>
    </message>
    <message>
        <source>Arrange the map</source>
        <translation>排列主题图</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>What the size of the boxes shows</source>
        <translation>方框大小表示什么</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>缩小（−）</translation>
    </message>
    <message>
        <source>As large as it is</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Show everything (F)</source>
        <translation>显示全部（F）</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>What can be done with the map</source>
        <translation>可以对主题图进行的操作</translation>
    </message>
    <message>
        <source>Tools of the map</source>
        <translation>主题图工具</translation>
    </message>
    <message>
        <source>Shuffle: begin anew</source>
        <translation>重新洗牌排列</translation>
    </message>
</context>
<context>
    <name>MapWork</name>
    <message>
        <source>Name of the group</source>
        <translation>分组的名称</translation>
    </message>
    <message>
        <source>How the two hang together</source>
        <translation>两者如何关联</translation>
    </message>
</context>
<context>
    <name>Margin</name>
    <message>
        <source>+{n} more</source>
        <translation>另有 {n} 个</translation>
    </message>
</context>
<context>
    <name>MarkingFlow</name>
    <message>
        <source>Certainty: {value}</source>
        <translation>把握程度：{value}</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>Weight changed.</source>
        <translation>权重已修改。</translation>
    </message>
    <message>
        <source>Marked: {value}</source>
        <translation>已标记：{value}</translation>
    </message>
    <message>
        <source>Mark taken off.</source>
        <translation>标记已去掉。</translation>
    </message>
    <message>
        <source>Settled.</source>
        <translation>已解决。</translation>
    </message>
    <message>
        <source>To be discussed.</source>
        <translation>已提请讨论。</translation>
    </message>
    <message>
        <source>The near miss of the code.</source>
        <translation>已作为该编码的近似反例。</translation>
    </message>
    <message>
        <source>The example of the code.</source>
        <translation>已作为该编码的例子。</translation>
    </message>
    <message>
        <source>New facet</source>
        <translation>新侧面</translation>
    </message>
    <message>
        <source>What does this passage show that is new about the code? It may stay empty.</source>
        <translation>这段话显示了该编码的什么新内容？可以留空。</translation>
    </message>
    <message>
        <source>Marked as a new facet.</source>
        <translation>已标记为新侧面。</translation>
    </message>
    <message>
        <source>No new facet any more.</source>
        <translation>不再是新侧面。</translation>
    </message>
    <message>
        <source>Needs discussion</source>
        <translation>需要讨论</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>把握程度</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>Weight…</source>
        <translation>权重…</translation>
    </message>
    <message>
        <source>Link from here…</source>
        <translation>从这里链接…</translation>
    </message>
    <message>
        <source>Use as example of the code</source>
        <translation>用作该编码的例子</translation>
    </message>
    <message>
        <source>Use as near miss of the code</source>
        <translation>用作该编码的近似反例</translation>
    </message>
    <message>
        <source>New facet of the code…</source>
        <translation>编码的新侧面…</translation>
    </message>
    <message>
        <source>Not a new facet</source>
        <translation>不是新侧面</translation>
    </message>
    <message>
        <source>Evidence for a theme…</source>
        <translation>作为某主题的证据…</translation>
    </message>
    <message>
        <source>Evidence against a theme…</source>
        <translation>作为某主题的反证…</translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s) changed.</source>
        <translation>
            <numerusform>已修改 %n 处标注。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s) chosen</source>
        <translation>
            <numerusform>已选 %n 处标注</numerusform>
        </translation>
    </message>
    <message>
        <source>No mark</source>
        <translation>没有标记</translation>
    </message>
    <message>
        <source>Discussion settled</source>
        <translation>讨论已解决</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message numerus="yes">
        <source>Weight of %n coding(s)</source>
        <translation>
            <numerusform>%n 处标注的权重</numerusform>
        </translation>
    </message>
    <message>
        <source>No weight</source>
        <translation>没有权重</translation>
    </message>
</context>
<context>
    <name>MemoDialog</name>
    <message>
        <source>Memos: {name}</source>
        <translation>备忘录：{name}</translation>
    </message>
    <message>
        <source>Memos</source>
        <translation>备忘录</translation>
    </message>
    <message>
        <source>New memo</source>
        <translation>新备忘录</translation>
    </message>
    <message>
        <source>leads here</source>
        <translation>链接到此</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>MemoEditor</name>
    <message>
        <source>Title (else the first words)</source>
        <translation>标题（否则取开头几个字）</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Type of memo</source>
        <translation>备忘录类型</translation>
    </message>
    <message>
        <source>Type: choose one, or write a word of your own.</source>
        <translation>类型：选择一个，或写自己的词。</translation>
    </message>
    <message>
        <source>No type</source>
        <translation>无类型</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>The day the memo is about</source>
        <translation>备忘录所记的日子</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>书写</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>About: {what}</source>
        <translation>关于：{what}</translation>
    </message>
</context>
<context>
    <name>MemoLinks</name>
    <message>
        <source>Link to…</source>
        <translation>链接到…</translation>
    </message>
    <message>
        <source>Link this memo to something</source>
        <translation>将此备忘录链接到其他内容</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>链接到</translation>
    </message>
    <message>
        <source>Mentioned in</source>
        <translation>被提及于</translation>
    </message>
</context>
<context>
    <name>MemoPopup</name>
    <message>
        <source>Text of the memo</source>
        <translation>备忘录正文</translation>
    </message>
    <message>
        <source>Write memo</source>
        <translation>写备忘录</translation>
    </message>
</context>
<context>
    <name>MemoPreview</name>
    <message>
        <source>Memo as it reads</source>
        <translation>备忘录预览</translation>
    </message>
    <message>
        <source>Nothing in the project is called so, or several things are.</source>
        <translation>项目中没有这个名称，或有多个同名。</translation>
    </message>
</context>
<context>
    <name>MemoQuestions</name>
    <message>
        <source>Questions</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Questions to start from</source>
        <translation>可供开头的问题</translation>
    </message>
    <message>
        <source>Offer no questions any more</source>
        <translation>不再提供问题</translation>
    </message>
</context>
<context>
    <name>MemoText</name>
    <message>
        <source>Memo</source>
        <translation>备忘录</translation>
    </message>
    <message>
        <source>What do you think? [[name]] links to a code, document, case or memo.</source>
        <translation>你怎么想？[[名称]] 会链接到编码、文档、个案或备忘录。</translation>
    </message>
</context>
<context>
    <name>MemoTypes</name>
    <message>
        <source>reflexive</source>
        <translation>反思</translation>
    </message>
    <message>
        <source>method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>theory</source>
        <translation>理论</translation>
    </message>
    <message>
        <source>analytic</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>case</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>备忘录</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Project</source>
        <translation>项目(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>编码(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Analyse</source>
        <translation>分析(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>MethodDialog</name>
    <message>
        <source>New project</source>
        <translation>新项目</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>How will you work?</source>
        <translation>您将如何工作？</translation>
    </message>
    <message>
        <source>How do you work?</source>
        <translation>您如何工作？</translation>
    </message>
    <message>
        <source>The method decides what is offered first and what is explained. It closes nothing off and changes nothing that is there; you can change it at any time.</source>
        <translation>方法决定首先提供什么、解释什么。它不封闭任何功能，也不改变已有的内容；您可以随时更改。</translation>
    </message>
    <message>
        <source>What this method is and what it changes</source>
        <translation>这种方法是什么，它改变什么</translation>
    </message>
    <message>
        <source>Make the project</source>
        <translation>创建项目</translation>
    </message>
    <message>
        <source>Use this method</source>
        <translation>使用此方法</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>以后再决定</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Everything is offered alike. You can choose a method later in the Project menu.</source>
        <translation>一切同等提供。以后可在“项目”菜单中选择方法。</translation>
    </message>
    <message>
        <source>What it changes</source>
        <translation>它改变什么</translation>
    </message>
</context>
<context>
    <name>MethodHints</name>
    <message>
        <source>Method: {name}</source>
        <translation>方法：{name}</translation>
    </message>
    <message>
        <source>The codebook has changed since “{name}”</source>
        <translation>编码本自“{name}”以来已更改</translation>
    </message>
    <message>
        <source>The codebook has no named version yet</source>
        <translation>编码本还没有命名的版本</translation>
    </message>
</context>
<context>
    <name>MethodPrompts</name>
    <message>
        <source>Another question</source>
        <translation>换一个问题</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
</context>
<context>
    <name>ModeBar</name>
    <message>
        <source>Other code…</source>
        <translation>换一个编码…</translation>
    </message>
    <message>
        <source>End (Esc)</source>
        <translation>结束（Esc）</translation>
    </message>
</context>
<context>
    <name>Modes</name>
    <message>
        <source>Every selection waits for its code again.</source>
        <translation>选中的文字又会等待您指定编码。</translation>
    </message>
    <message>
        <source>Open coding: every selection asks for a new code</source>
        <translation>开放式编码：每次选中文字都会询问新编码</translation>
    </message>
    <message>
        <source>“{name}” for every selection</source>
        <translation>每次选中的文字都编码为“{name}”</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>Nothing is coded in this document yet.</source>
        <translation>这个文档里还没有编码。</translation>
    </message>
    <message>
        <source>Choose a segment first: then the next one of its code is looked for.</source>
        <translation>请先选择一个片段，然后会查找同一编码的下一个片段。</translation>
    </message>
    <message>
        <source>“{name}” has no segments.</source>
        <translation>“{name}”没有片段。</translation>
    </message>
    <message>
        <source>{code}, in {document}</source>
        <translation>{code}，在 {document} 中</translation>
    </message>
    <message>
        <source>No coding at the cursor.</source>
        <translation>光标处没有标注。</translation>
    </message>
    <message>
        <source>{number} of {all} here: {coding}</source>
        <translation>此处第 {number} 处标注，共 {all} 处：{coding}</translation>
    </message>
    <message>
        <source>Every turn of this document carries a code.</source>
        <translation>该文档的每个话轮都已编码。</translation>
    </message>
    <message>
        <source>Every turn of the participants carries a code.</source>
        <translation>受访者的每个话轮都已编码。</translation>
    </message>
    <message>
        <source>Uncoded passage {number} of {all}</source>
        <translation>未编码文字第 {number} 个，共 {all} 个</translation>
    </message>
</context>
<context>
    <name>NamePointDialog</name>
    <message>
        <source>Name, as in “Before supervision”</source>
        <translation>名称，例如“督导之前”</translation>
    </message>
    <message>
        <source>Name of the point</source>
        <translation>时点的名称</translation>
    </message>
    <message>
        <source>Comment (may stay empty)</source>
        <translation>注释（可留空）</translation>
    </message>
    <message>
        <source>Comment on the point</source>
        <translation>时点的注释</translation>
    </message>
    <message>
        <source>Name it</source>
        <translation>命名</translation>
    </message>
    <message>
        <source>Named points</source>
        <translation>命名的时点</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>State of</source>
        <translation>状态日期</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Remove the name</source>
        <translation>去掉名称</translation>
    </message>
    <message>
        <source>What changed since</source>
        <translation>此后的更改</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The state after: {what} · {when}</source>
        <translation>此步之后的状态：{what} · {when}</translation>
    </message>
    <message>
        <source>Named “{name}”</source>
        <translation>已命名为“{name}”</translation>
    </message>
    <message>
        <source>“{name}” has no name any more; the history stays.</source>
        <translation>“{name}”不再有名称；历史仍然保留。</translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>Network of codes</source>
        <translation>编码网络</translation>
    </message>
    <message>
        <source>{a} with {b}: {value}</source>
        <translation>{a} 与 {b}：{value}</translation>
    </message>
    <message>
        <source>{path}: {count} segments</source>
        <translation>{path}：{count} 个片段</translation>
    </message>
</context>
<context>
    <name>NewVariable</name>
    <message>
        <source>New variable</source>
        <translation>新变量</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Add variable</source>
        <translation>添加变量</translation>
    </message>
</context>
<context>
    <name>NoMap</name>
    <message>
        <source>No map yet.</source>
        <translation>还没有主题图。</translation>
    </message>
    <message>
        <source>New map</source>
        <translation>新建主题图</translation>
    </message>
    <message>
        <source>Make one from the data…</source>
        <translation>从数据生成…</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Text of the note</source>
        <translation>便签文字</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写便签</translation>
    </message>
    <message>
        <source>Ctrl+Enter keeps the note, Esc does not</source>
        <translation>Ctrl+Enter 保留便签，Esc 不保留</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Opening the project</source>
        <translation>正在打开项目</translation>
    </message>
    <message>
        <source>Making the project</source>
        <translation>正在创建项目</translation>
    </message>
    <message>
        <source>Making the sample project</source>
        <translation>正在创建示例项目</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新项目</translation>
    </message>
    <message>
        <source>My study</source>
        <translation>我的研究</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Open as reviewer</source>
        <translation>以评阅人身份打开</translation>
    </message>
    <message>
        <source>qualcode projects</source>
        <translation>qualcode 项目</translation>
    </message>
    <message>
        <source>Open for reading only</source>
        <translation>以只读方式打开</translation>
    </message>
    <message>
        <source>Open anyway</source>
        <translation>仍然打开</translation>
    </message>
    <message>
        <source>This project is open elsewhere</source>
        <translation>此项目已在别处打开</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>This project cannot be read</source>
        <translation>此项目无法读取</translation>
    </message>
    <message>
        <source>This cannot be opened</source>
        <translation>无法打开</translation>
    </message>
    <message>
        <source>Please look at this project</source>
        <translation>请留意此项目</translation>
    </message>
    <message>
        <source>Restoring the backup</source>
        <translation>正在恢复备份</translation>
    </message>
</context>
<context>
    <name>OptionForm</name>
    <message>
        <source>More options</source>
        <translation>更多选项</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>OriginLine</name>
    <message>
        <source>Was “{name}”, moved {date} ({coder})</source>
        <translation>原为“{name}”，{date}移动（{coder}）</translation>
    </message>
    <message>
        <source>Was “{name}”, merged {date} ({coder})</source>
        <translation>原为“{name}”，{date}合并（{coder}）</translation>
    </message>
    <message>
        <source>Carried “{name}” too; one since {date} ({coder})</source>
        <translation>原来还编为“{name}”，{date}合而为一（{coder}）</translation>
    </message>
    <message>
        <source>Copied from “{name}” {date} ({coder})</source>
        <translation>{date} 从“{name}”复制（{coder}）</translation>
    </message>
    <message>
        <source>Was “{name}”, split {date} ({coder})</source>
        <translation>原为“{name}”，{date}拆分（{coder}）</translation>
    </message>
    <message>
        <source>Was “{name}”, taken apart again {date} ({coder})</source>
        <translation>原为“{name}”，{date}重新拆开（{coder}）</translation>
    </message>
</context>
<context>
    <name>OutsideNote</name>
    <message>
        <source>The filter leaves this document out: its segments are not listed or counted.</source>
        <translation>此文档不在筛选范围内：其片段不会被列出或计数。</translation>
    </message>
</context>
<context>
    <name>PairsModel</name>
    <message>
        <source>Code A</source>
        <translation>编码 A</translation>
    </message>
    <message>
        <source>Code B</source>
        <translation>编码 B</translation>
    </message>
    <message>
        <source>Units A</source>
        <translation>A 的单位</translation>
    </message>
    <message>
        <source>Units B</source>
        <translation>B 的单位</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>对</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>个案</translation>
    </message>
</context>
<context>
    <name>PairsTable</name>
    <message>
        <source>Pairs of codes</source>
        <translation>编码对</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Commands, documents and codes found</source>
        <translation>找到的命令、文档和编码</translation>
    </message>
    <message>
        <source>Nothing has these letters.</source>
        <translation>没有含这些字的内容。</translation>
    </message>
    <message>
        <source>Find a command, a document or a code</source>
        <translation>查找命令、文档或编码</translation>
    </message>
    <message>
        <source>Go to document</source>
        <translation>转到文档</translation>
    </message>
    <message>
        <source>Go to code</source>
        <translation>转到编码</translation>
    </message>
    <message>
        <source>Code with “{name}”</source>
        <translation>用“{name}”编码</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
</context>
<context>
    <name>PalettePopup</name>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
</context>
<context>
    <name>PassageModel</name>
    <message>
        <source>{document}, turn {number}</source>
        <translation>{document}，第 {number} 话轮</translation>
    </message>
</context>
<context>
    <name>PassagesModel</name>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>前文</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>改为</translation>
    </message>
    <message>
        <source>After</source>
        <translation>后文</translation>
    </message>
</context>
<context>
    <name>PastBanner</name>
    <message>
        <source>Look only; nothing here can change.</source>
        <translation>只供查看，此处不能改动。</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>回到现在</translation>
    </message>
    <message>
        <source>The project as it was: {moment}</source>
        <translation>当时的项目：{moment}</translation>
    </message>
</context>
<context>
    <name>PatternDialog</name>
    <message>
        <source>Give display ids</source>
        <translation>分配显示编号</translation>
    </message>
    <message>
        <source>Exports can call people by these instead of their names. Those that have one keep it.</source>
        <translation>导出时可用显示编号代替人名。已有编号者保持不变。</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>模式</translation>
    </message>
</context>
<context>
    <name>PickList</name>
    <message>
        <source>Quotes</source>
        <translation>引文</translation>
    </message>
</context>
<context>
    <name>PickModel</name>
    <message>
        <source>used in a draft</source>
        <translation>已用于草稿</translation>
    </message>
    <message>
        <source>used in {place}</source>
        <translation>已用于{place}</translation>
    </message>
</context>
<context>
    <name>PointErrands</name>
    <message>
        <source>Name this point</source>
        <translation>命名此时点</translation>
    </message>
    <message>
        <source>Export codebook changes</source>
        <translation>导出编码本的变化</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>qualcode</source>
        <translation>qualcode</translation>
    </message>
    <message>
        <source>like MAXQDA</source>
        <translation>像 MAXQDA</translation>
    </message>
    <message>
        <source>like NVivo</source>
        <translation>像 NVivo</translation>
    </message>
    <message>
        <source>like ATLAS.ti</source>
        <translation>像 ATLAS.ti</translation>
    </message>
</context>
<context>
    <name>ProblemDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>PromptNote</name>
    <message>
        <source>Write a memo</source>
        <translation>写备忘录</translation>
    </message>
    <message>
        <source>Ask no more</source>
        <translation>不再询问</translation>
    </message>
    <message>
        <source>Do not ask again in this project</source>
        <translation>在这个项目中不再询问</translation>
    </message>
</context>
<context>
    <name>ProposalRows</name>
    <message>
        <source>coded already</source>
        <translation>已编码</translation>
    </message>
</context>
<context>
    <name>QueryBuilder</name>
    <message>
        <source>Add a condition</source>
        <translation>添加条件</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Take back the last change of the question</source>
        <translation>撤回对问题的上一次更改</translation>
    </message>
    <message>
        <source>The query as text</source>
        <translation>查询的文字形式</translation>
    </message>
    <message>
        <source>or type it: power AND trust</source>
        <translation>或直接输入：power AND trust</translation>
    </message>
    <message>
        <source>The same question as text. What is changed here changes the conditions above.</source>
        <translation>同一个问题的文字形式。在此修改，上面的条件随之改变。</translation>
    </message>
    <message>
        <source>Choose a code, or another condition, to find its segments.</source>
        <translation>请选择一个编码或其他条件，以查找相应的片段。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Case variable</source>
        <translation>个案的变量</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>Date of coding</source>
        <translation>编码日期</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>把握程度</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>Document set</source>
        <translation>文档集</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Saved query</source>
        <translation>已存查询</translation>
    </message>
    <message>
        <source>all of these (and)</source>
        <translation>全部符合（且）</translation>
    </message>
    <message>
        <source>any of these (or)</source>
        <translation>任一符合（或）</translation>
    </message>
    <message>
        <source>not this</source>
        <translation>不符合</translation>
    </message>
    <message>
        <source>exactly one of these</source>
        <translation>恰好符合一项</translation>
    </message>
    <message>
        <source>at least so many of these</source>
        <translation>至少符合几项</translation>
    </message>
    <message>
        <source>only this code</source>
        <translation>仅此编码</translation>
    </message>
    <message>
        <source>same segment as</source>
        <translation>与之为同一片段</translation>
    </message>
    <message>
        <source>overlapping</source>
        <translation>与之重叠</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>位于其内</translation>
    </message>
    <message>
        <source>enclosing</source>
        <translation>包含它</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>与之不相交</translation>
    </message>
    <message>
        <source>near</source>
        <translation>在其附近</translation>
    </message>
    <message>
        <source>followed by</source>
        <translation>其后有</translation>
    </message>
    <message>
        <source>preceded by</source>
        <translation>其前有</translation>
    </message>
    <message>
        <source>Picture: two bars from the same letter to the same letter, both found</source>
        <translation>图：两条横条起止于相同的字，都被查到</translation>
    </message>
    <message>
        <source>Picture: two bars apart, both found</source>
        <translation>图：两条分开的横条，都被查到</translation>
    </message>
    <message>
        <source>Picture: a crossed-out bar, and another one found</source>
        <translation>图：一条横条被划掉，另一条被查到</translation>
    </message>
    <message>
        <source>Picture: a bar by itself found, two on one passage not</source>
        <translation>图：单独的一条被查到，同一处的两条不算</translation>
    </message>
    <message>
        <source>Picture: two bars on one passage found, a bar by itself not</source>
        <translation>图：同一处的两条被查到，单独的一条不算</translation>
    </message>
    <message>
        <source>Picture: a bar by itself found, one with another below it not</source>
        <translation>图：单独的一条被查到，下面还有另一条的不算</translation>
    </message>
    <message>
        <source>Picture: the second bar begins and ends exactly with the first</source>
        <translation>图：第二条与第一条起止完全相同</translation>
    </message>
    <message>
        <source>Picture: the second bar begins within the first and ends behind it</source>
        <translation>图：第二条始于第一条之内，止于其后</translation>
    </message>
    <message>
        <source>Picture: the first bar lies within the longer second one</source>
        <translation>图：第一条位于更长的第二条之内</translation>
    </message>
    <message>
        <source>Picture: the first bar holds the shorter second one</source>
        <translation>图：第一条包含更短的第二条</translation>
    </message>
    <message>
        <source>Picture: the two bars are apart, with a wall between them</source>
        <translation>图：两条互不相接，中间有一道竖线</translation>
    </message>
    <message>
        <source>Picture: the second bar stands on either side of the first, not far away</source>
        <translation>图：第二条在第一条前后不远处</translation>
    </message>
    <message>
        <source>Picture: an arrow leads from the first bar on to the second behind it</source>
        <translation>图：箭头从第一条指向其后的第二条</translation>
    </message>
    <message>
        <source>Picture: an arrow leads from the first bar back to the second before it</source>
        <translation>图：箭头从第一条指回其前的第二条</translation>
    </message>
    <message>
        <source>turns</source>
        <translation>话轮</translation>
    </message>
    <message>
        <source>paragraphs</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>these words in this order</source>
        <translation>依此顺序的词语</translation>
    </message>
    <message>
        <source>all of these words</source>
        <translation>全部词语</translation>
    </message>
    <message>
        <source>any form of these words</source>
        <translation>词语的任意词形</translation>
    </message>
    <message>
        <source>regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>in</source>
        <translation>在</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>after</source>
        <translation>晚于</translation>
    </message>
    <message>
        <source>before</source>
        <translation>早于</translation>
    </message>
    <message>
        <source>has no value</source>
        <translation>没有值</translation>
    </message>
    <message>
        <source>is</source>
        <translation>等于</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>至多</translation>
    </message>
    <message>
        <source>above</source>
        <translation>高于</translation>
    </message>
    <message>
        <source>below</source>
        <translation>低于</translation>
    </message>
    <message>
        <source>Add a condition below</source>
        <translation>在下面添加条件</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Group with the next one</source>
        <translation>与下一项组成一组</translation>
    </message>
    <message>
        <source>Take the group apart</source>
        <translation>拆开此组</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Combine with</source>
        <translation>与另一条件组合</translation>
    </message>
    <message>
        <source>Put before it</source>
        <translation>在前面加上</translation>
    </message>
</context>
<context>
    <name>QueryView</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose codes and documents</source>
        <translation>选择编码和文档</translation>
    </message>
    <message>
        <source>Tick codes and documents, and see their segments at once</source>
        <translation>勾选编码和文档，立即看到相应的片段</translation>
    </message>
    <message>
        <source>Question or answer</source>
        <translation>问题或结果</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Passages found</source>
        <translation>查到的文字</translation>
    </message>
    <message>
        <source>What you ask for is shown here, and follows as you ask.</source>
        <translation>查询结果显示在这里，并随问题变化。</translation>
    </message>
    <message>
        <source>This cannot be asked as it stands.</source>
        <translation>目前的问题还不能查询。</translation>
    </message>
</context>
<context>
    <name>QuotePickerView</name>
    <message>
        <source>Tick all</source>
        <translation>全部勾选</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Used in the draft</source>
        <translation>已用于草稿</translation>
    </message>
    <message>
        <source>Where in the draft</source>
        <translation>草稿中的位置</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>全部取消</translation>
    </message>
    <message>
        <source>Copy the ticked quotes: {form}</source>
        <translation>复制勾选的引文：{form}</translation>
    </message>
    <message>
        <source>Show in the text</source>
        <translation>在文本中显示</translation>
    </message>
    <message>
        <source>Copy: {form}</source>
        <translation>复制：{form}</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>正在导出 {name}</translation>
    </message>
    <message>
        <source>With its source</source>
        <translation>附出处</translation>
    </message>
    <message>
        <source>With source and id</source>
        <translation>附出处和标识</translation>
    </message>
    <message>
        <source>As Markdown</source>
        <translation>Markdown 格式</translation>
    </message>
    <message>
        <source>As in APA style</source>
        <translation>APA 格式</translation>
    </message>
    <message>
        <source>No passage is like this. Choose another code or fewer conditions.</source>
        <translation>没有这样的段落。请选择其他编码或减少条件。</translation>
    </message>
    <message>
        <source>{shown} of {total} passages</source>
        <translation>{total} 个段落中的 {shown} 个</translation>
    </message>
    <message>
        <source>{number} of the {total} not used yet</source>
        <translation>{total} 处中有 {number} 处尚未使用</translation>
    </message>
</context>
<context>
    <name>QuoteSection</name>
    <message>
        <source>Show in the text</source>
        <translation>在文本中显示</translation>
    </message>
    <message>
        <source>What can be done with the chosen passage</source>
        <translation>对所选段落的操作</translation>
    </message>
</context>
<context>
    <name>QuotesPanel</name>
    <message>
        <source>with</source>
        <translation>与</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Choose a cell or a line to read its quotes.</source>
        <translation>选择一个单元格或连线来阅读引文。</translation>
    </message>
    <message>
        <source>One code is below the other and counted in it: they are no pair.</source>
        <translation>一个编码位于另一个之下并已计入其中：不构成一对。</translation>
    </message>
    <message>
        <source>{count} of {all} documents</source>
        <translation>{all} 个文档中的 {count} 个</translation>
    </message>
    <message>
        <source>The two codes never meet under this rule.</source>
        <translation>按此规则这两个编码从不相遇。</translation>
    </message>
    <message>
        <source>{shown} of {total} shown</source>
        <translation>显示 {total} 条中的 {shown} 条</translation>
    </message>
    <message>
        <source>Open in the document</source>
        <translation>在文档中打开</translation>
    </message>
    <message>
        <source>Copy with source</source>
        <translation>连同出处复制</translation>
    </message>
</context>
<context>
    <name>RangeFields</name>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Transcript</source>
        <translation>文稿</translation>
    </message>
    <message>
        <source>Numbers and bookmarks</source>
        <translation>编号和书签</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>编码覆盖</translation>
    </message>
    <message>
        <source>Codings</source>
        <translation>标注</translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation>
            <numerusform>%n 处标注</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReaderMenus</name>
    <message>
        <source>Recent codes</source>
        <translation>最近的编码</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Select these words</source>
        <translation>选择这些文字</translation>
    </message>
    <message>
        <source>Remove coding “{name}”</source>
        <translation>移除标注“{name}”</translation>
    </message>
</context>
<context>
    <name>ReaderTools</name>
    <message>
        <source>Citation</source>
        <translation>引文出处</translation>
    </message>
    <message>
        <source>Letters, spacing and numbers</source>
        <translation>字体、间距和编号</translation>
    </message>
    <message>
        <source>Stripes</source>
        <translation>编码条纹</translation>
    </message>
    <message>
        <source>Close this document</source>
        <translation>关闭此文档</translation>
    </message>
    <message>
        <source>{name}, in use</source>
        <translation>{name}，当前使用</translation>
    </message>
    <message numerus="yes">
        <source>%n stripe(s) hidden</source>
        <translation>
            <numerusform>%n 条条纹已隐藏</numerusform>
        </translation>
    </message>
    <message>
        <source>Some codings have no stripe now. Show all of them again.</source>
        <translation>有些标注现在没有色条。重新显示全部。</translation>
    </message>
    <message>
        <source>Select words to copy them with their place.</source>
        <translation>请先选中文字，再连同出处一起复制。</translation>
    </message>
    <message>
        <source>“{text}” ({place})</source>
        <translation>“{text}”（{place}）</translation>
    </message>
    <message>
        <source>Copied: {place}</source>
        <translation>已复制：{place}</translation>
    </message>
    <message>
        <source>Bookmark removed.</source>
        <translation>书签已移除。</translation>
    </message>
    <message>
        <source>Bookmark “{name}”</source>
        <translation>书签“{name}”</translation>
    </message>
    <message>
        <source>There is no bookmark in this document.</source>
        <translation>此文档中没有书签。</translation>
    </message>
</context>
<context>
    <name>ReadingFields</name>
    <message>
        <source>Usual letters</source>
        <translation>默认字体</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>话轮</translation>
    </message>
    <message>
        <source>Paragraphs</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>Lines of the file</source>
        <translation>文件的行</translation>
    </message>
    <message>
        <source>No numbers</source>
        <translation>不编号</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>行距</translation>
    </message>
    <message>
        <source>Longest line</source>
        <translation>最大行宽</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>编号</translation>
    </message>
</context>
<context>
    <name>ReadingPopup</name>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Back to the usual</source>
        <translation>恢复默认</translation>
    </message>
</context>
<context>
    <name>Redacting</name>
    <message>
        <source>Redacted: exports print {mark} here.</source>
        <translation>已遮盖：导出时此处显示 {mark}。</translation>
    </message>
    <message>
        <source>Select the words that exports are not to print.</source>
        <translation>请先选择导出时不应出现的文字。</translation>
    </message>
    <message>
        <source>These words are redacted already.</source>
        <translation>这些文字已被遮盖。</translation>
    </message>
    <message>
        <source>Nothing is redacted here.</source>
        <translation>此处没有遮盖。</translation>
    </message>
    <message numerus="yes">
        <source>%n redaction(s) taken back</source>
        <translation>
            <numerusform>已撤回 %n 处遮盖</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelationBox</name>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
</context>
<context>
    <name>RelationInspector</name>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Turn round</source>
        <translation>调转方向</translation>
    </message>
    <message>
        <source>Turn round: it leads the other way</source>
        <translation>反转：让它指向另一端</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Kind of relation</source>
        <translation>关系类型</translation>
    </message>
    <message>
        <source>Choose a kind, or write one in your own words</source>
        <translation>选择一种类型，或用自己的话写</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>What this relation says, and why</source>
        <translation>这个关系说明什么，为什么</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Take it from the evidence</source>
        <translation>从证据中移除</translation>
    </message>
    <message>
        <source>Choose quotes that show it…</source>
        <translation>选择能说明它的引文…</translation>
    </message>
    <message>
        <source>Where both meet</source>
        <translation>两者相遇之处</translation>
    </message>
    <message>
        <source>Add to the evidence</source>
        <translation>加入证据</translation>
    </message>
    <message>
        <source>No quote shows this relation yet.</source>
        <translation>还没有引文表明这个关系。</translation>
    </message>
    <message>
        <source>Quotes that show “{source}” {kind} “{target}”</source>
        <translation>说明“{source}”{kind}“{target}”的引文</translation>
    </message>
    <message>
        <source>Segments of “{name}”</source>
        <translation>“{name}”的片段</translation>
    </message>
    <message>
        <source>All segments of the project</source>
        <translation>项目的全部片段</translation>
    </message>
</context>
<context>
    <name>Relations</name>
    <message>
        <source>contradicts</source>
        <translation>相矛盾</translation>
    </message>
    <message>
        <source>continues</source>
        <translation>延续</translation>
    </message>
    <message>
        <source>explains</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>example of</source>
        <translation>举例说明</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>回答</translation>
    </message>
</context>
<context>
    <name>ReplaceFileDialog</name>
    <message>
        <source>Replace with a newer file</source>
        <translation>用较新的文件替换</translation>
    </message>
    <message>
        <source>“{file}” takes the place of “{name}”</source>
        <translation>“{file}”将替换“{name}”</translation>
    </message>
    <message>
        <source>Segments whose words were changed or are gone</source>
        <translation>文字有改动或已不在的片段</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Words now</source>
        <translation>现在的文字</translation>
    </message>
    <message>
        <source>Words then</source>
        <translation>之后的文字</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已删去</translation>
    </message>
    <message>
        <source>part of the case {case}</source>
        <translation>个案 {case} 的部分</translation>
    </message>
    <message>
        <source>Replace the text</source>
        <translation>替换文本</translation>
    </message>
    <message>
        <source>The file holds the text that is there already.</source>
        <translation>文件中的文本与现有的相同。</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) stay with their words.</source>
        <translation>
            <numerusform>%n 个片段随文字保留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) to look at afterwards: their words were changed.</source>
        <translation>
            <numerusform>%n 个片段的文字有改动，之后请查看。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) go, for their words are gone.</source>
        <translation>
            <numerusform>%n 个片段的文字已不在，将被移除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of cases go, for their words are gone.</source>
        <translation>
            <numerusform>%n 个个案部分将被移除，因为其文字已不存在。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of cases to look at afterwards: their words were changed.</source>
        <translation>
            <numerusform>之后需查看 %n 个个案部分：其中的文字已改变。</numerusform>
        </translation>
    </message>
    <message>
        <source>It is one step and can be undone.</source>
        <translation>这是一步操作，可以撤销。</translation>
    </message>
</context>
<context>
    <name>ReplaceTextDialog</name>
    <message>
        <source>Find and replace</source>
        <translation>查找和替换</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>整词</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>全部文档</translation>
    </message>
    <message>
        <source>This document</source>
        <translation>此文档</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>找到的位置</translation>
    </message>
    <message>
        <source>All documents the filter leaves</source>
        <translation>筛选后的所有文档</translation>
    </message>
    <message>
        <source>This document (the filter leaves it out)</source>
        <translation>本文档（不在筛选之内）</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n document(s)</source>
        <translation>
            <numerusform>，在 %n 个文档中</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message numerus="yes">
        <source>Replace %n place(s)</source>
        <translation>
            <numerusform>替换 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) replaced.</source>
        <translation>
            <numerusform>已替换 %n 处。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) lost all their words.</source>
        <translation>
            <numerusform>%n 个片段失去了全部文字。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportButton</name>
    <message>
        <source>To the report</source>
        <translation>送入报告</translation>
    </message>
    <message>
        <source>Keep this for the report, which works it out anew when it is written</source>
        <translation>留给报告；每次写报告时都会重新计算</translation>
    </message>
    <message>
        <source>“{title}” goes into the report.</source>
        <translation>“{title}”将写入报告。</translation>
    </message>
</context>
<context>
    <name>ReportItems</name>
    <message>
        <source>Items of the guideline</source>
        <translation>规范条目</translation>
    </message>
    <message>
        <source>What the project tells</source>
        <translation>项目所知</translation>
    </message>
    <message>
        <source>What you say</source>
        <translation>您的说明</translation>
    </message>
    <message>
        <source>It stands in the report before what the project tells.</source>
        <translation>在报告中位于项目所知之前。</translation>
    </message>
    <message>
        <source>stated</source>
        <translation>已说明</translation>
    </message>
    <message>
        <source>not stated yet</source>
        <translation>尚未说明</translation>
    </message>
    <message>
        <source>{number} of {all} items stated</source>
        <translation>{all} 项中已说明 {number} 项</translation>
    </message>
    <message>
        <source>The project knows nothing of this.</source>
        <translation>项目对此一无所知。</translation>
    </message>
</context>
<context>
    <name>ReportTab</name>
    <message>
        <source>Reporting guideline</source>
        <translation>报告规范</translation>
    </message>
    <message>
        <source>Quotes for each theme, at most</source>
        <translation>每个主题最多引文数</translation>
    </message>
    <message>
        <source>With the rest of the turn</source>
        <translation>附上话轮其余部分</translation>
    </message>
    <message>
        <source>Display ids in place of names</source>
        <translation>以显示编号代替姓名</translation>
    </message>
    <message>
        <source>Write the report…</source>
        <translation>写出报告…</translation>
    </message>
    <message>
        <source>Methods appendix</source>
        <translation>方法附录</translation>
    </message>
    <message>
        <source>Themes with quotes</source>
        <translation>主题与引文</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Tables and figures</source>
        <translation>表格与图</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>编码本</translation>
    </message>
    <message>
        <source>Audit summary</source>
        <translation>审计摘要</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>包含内容</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>For each theme, at most</source>
        <translation>每个主题最多</translation>
    </message>
    <message>
        <source>Parts of the report</source>
        <translation>报告的各部分</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>报告指南</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>写出报告</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>正在写出 {name}</translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Passages found</source>
        <translation>查到的文字</translation>
    </message>
</context>
<context>
    <name>ResultPanel</name>
    <message>
        <source>What you ask for on the other side is shown here.</source>
        <translation>另一侧所问的内容显示在这里。</translation>
    </message>
    <message>
        <source>Less around</source>
        <translation>少显示上下文</translation>
    </message>
    <message>
        <source>Show less of the text around each quote</source>
        <translation>每条引文前后少显示一些文本</translation>
    </message>
    <message>
        <source>More around</source>
        <translation>多显示上下文</translation>
    </message>
    <message>
        <source>Show more of the text around each quote</source>
        <translation>每条引文前后多显示一些文本</translation>
    </message>
    <message>
        <source>Code with…</source>
        <translation>编码为…</translation>
    </message>
    <message>
        <source>Uncode…</source>
        <translation>取消编码…</translation>
    </message>
    <message>
        <source>Memo…</source>
        <translation>备忘录…</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>取消全部勾选</translation>
    </message>
    <message>
        <source>No passage answers this. Take a condition away, or choose another operator.</source>
        <translation>没有文字符合。请去掉一个条件，或换一个运算符。</translation>
    </message>
    <message>
        <source>{shown} of {total} shown</source>
        <translation>显示 {total} 条中的 {shown} 条</translation>
    </message>
    <message>
        <source>Open in the document</source>
        <translation>在文档中打开</translation>
    </message>
    <message>
        <source>Copy with source</source>
        <translation>连同出处复制</translation>
    </message>
    <message>
        <source>Used in the draft</source>
        <translation>已用于草稿</translation>
    </message>
    <message>
        <source>Not used in the draft</source>
        <translation>未用于草稿</translation>
    </message>
</context>
<context>
    <name>Reverting</name>
    <message>
        <source>Undone: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>已重做：{what}</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Segments to look at</source>
        <translation>待查看的片段</translation>
    </message>
    <message>
        <source>A newer text came, and these words were changed. Say whether each segment still stands where it belongs, or select the right words in the text.</source>
        <translation>文本已更新，这些文字有改动。请确认每个片段是否仍在正确的位置，或在文本中选中正确的文字。</translation>
    </message>
    <message>
        <source>What it stood on and stands on</source>
        <translation>原来和现在所在的文字</translation>
    </message>
    <message>
        <source>Confirm (Enter)</source>
        <translation>确认 (Enter)</translation>
    </message>
    <message>
        <source>Put on the selected words</source>
        <translation>移到选中的文字</translation>
    </message>
    <message>
        <source>Remove (Del)</source>
        <translation>移除 (Del)</translation>
    </message>
    <message>
        <source>Confirm all</source>
        <translation>全部确认</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) to look at</source>
        <translation>
            <numerusform>%n 个片段待查看</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left to look at.</source>
        <translation>没有需要查看的片段了。</translation>
    </message>
    <message>
        <source>It stood on</source>
        <translation>原来所在的文字</translation>
    </message>
    <message>
        <source>It stands on</source>
        <translation>现在所在的文字</translation>
    </message>
    <message>
        <source>Its place is confirmed.</source>
        <translation>位置已确认。</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) confirmed.</source>
        <translation>
            <numerusform>已确认 %n 处。</numerusform>
        </translation>
    </message>
    <message>
        <source>Coding removed; text and code stay.</source>
        <translation>标注已移除；文本和编码保留。</translation>
    </message>
    <message>
        <source>Select the right words in the text first.</source>
        <translation>请先在文本中选中正确的文字。</translation>
    </message>
    <message>
        <source>It stands on the selected words now.</source>
        <translation>片段已移到选中的文字。</translation>
    </message>
</context>
<context>
    <name>Reviews</name>
    <message>
        <source>Comment</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>Accepts it</source>
        <translation>认可</translation>
    </message>
    <message>
        <source>Needs work</source>
        <translation>需修改</translation>
    </message>
    <message>
        <source>Suggests a name</source>
        <translation>建议改名</translation>
    </message>
    <message>
        <source>Suggests a merge</source>
        <translation>建议合并</translation>
    </message>
    <message>
        <source>Suggests a move</source>
        <translation>建议移动</translation>
    </message>
    <message>
        <source>Suggests other words</source>
        <translation>建议改写</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已采纳</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>未采纳</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>The study</source>
        <translation>研究整体</translation>
    </message>
    <message>
        <source>Map “{name}”</source>
        <translation>主题图“{name}”</translation>
    </message>
    <message>
        <source>Relation “{name}”</source>
        <translation>关系“{name}”</translation>
    </message>
    <message>
        <source>Quote “{name}”</source>
        <translation>引文“{name}”</translation>
    </message>
    <message>
        <source>{name}, gone since</source>
        <translation>{name}（已不存在）</translation>
    </message>
    <message>
        <source>It was called “{name}” then.</source>
        <translation>当时名为“{name}”。</translation>
    </message>
    <message>
        <source>It was changed since.</source>
        <translation>此后已有改动。</translation>
    </message>
</context>
<context>
    <name>ReviewsFlow</name>
    <message>
        <source>Bring a review in…</source>
        <translation>导入评阅…</translation>
    </message>
    <message>
        <source>Sign off…</source>
        <translation>签署…</translation>
    </message>
    <message>
        <source>Send for review…</source>
        <translation>送交评阅…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Writing the review page</source>
        <translation>正在生成评阅页</translation>
    </message>
    <message>
        <source>Nothing new: the review of {who} is here already.</source>
        <translation>没有新内容：{who} 的评阅已在此。</translation>
    </message>
    <message numerus="yes">
        <source>The review of {who} is here: %n new.</source>
        <translation>
            <numerusform>{who} 的评阅已到：%n 条新内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>This project is open for reading only.</source>
        <translation>此项目以只读方式打开。</translation>
    </message>
    <message>
        <source>The chosen relation</source>
        <translation>所选关系</translation>
    </message>
</context>
<context>
    <name>ReviewsModel</name>
    <message>
        <source>signed off the codebook</source>
        <translation>签署了编码本</translation>
    </message>
    <message>
        <source>signed off the map</source>
        <translation>签署了主题图</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回复</translation>
    </message>
</context>
<context>
    <name>ReviewsPanel</name>
    <message>
        <source>Reviews</source>
        <translation>评阅</translation>
    </message>
    <message>
        <source>Which remarks</source>
        <translation>显示哪些意见</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已采纳</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>未采纳</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Send for review…</source>
        <translation>送交评阅…</translation>
    </message>
    <message>
        <source>New remark…</source>
        <translation>新意见…</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>您的回复</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>不采纳</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>标为已处理</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Nothing here in this state.</source>
        <translation>没有处于此状态的内容。</translation>
    </message>
    <message>
        <source>No reviews yet. Send a page, and drop the file that comes back on this window.</source>
        <translation>还没有评阅。发出一个评阅页，再把返回的文件拖到此窗口。</translation>
    </message>
    <message>
        <source>Accepted by {who}. {answer}</source>
        <translation>由 {who} 采纳。{answer}</translation>
    </message>
    <message>
        <source>Refused by {who}. {answer}</source>
        <translation>{who} 未采纳。{answer}</translation>
    </message>
    <message>
        <source>Settled by {who}. {answer}</source>
        <translation>由 {who} 处理。{answer}</translation>
    </message>
    <message>
        <source>Suggestion accepted.</source>
        <translation>已采纳建议。</translation>
    </message>
    <message>
        <source>Suggestion refused.</source>
        <translation>未采纳建议。</translation>
    </message>
    <message>
        <source>Settled.</source>
        <translation>已解决。</translation>
    </message>
    <message>
        <source>Open again.</source>
        <translation>已重新打开。</translation>
    </message>
    <message>
        <source>Answered.</source>
        <translation>已回复。</translation>
    </message>
</context>
<context>
    <name>RowActs</name>
    <message numerus="yes">
        <source>Merge %n case(s) into “{name}”</source>
        <translation>
            <numerusform>将 %n 个个案合并到“{name}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n case(s)</source>
        <translation>
            <numerusform>移除 %n 个个案</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove case</source>
        <translation>移除个案</translation>
    </message>
    <message>
        <source>Case {number}</source>
        <translation>个案 {number}</translation>
    </message>
    <message>
        <source>“{name}” removed; its documents stay.</source>
        <translation>已移除“{name}”；其文档保留。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) removed; their documents stay.</source>
        <translation>
            <numerusform>已移除 %n 个个案；其文档保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Merged into “{name}”.</source>
        <translation>已合并到“{name}”。</translation>
    </message>
    <message>
        <source>Export cases</source>
        <translation>导出个案</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>个案</translation>
    </message>
</context>
<context>
    <name>RowDelegate</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>RuleField</name>
    <message>
        <source>How many turns away</source>
        <translation>相隔多少话轮</translation>
    </message>
    <message>
        <source>How many turns after one another count as near</source>
        <translation>前后几个话轮算作相近</translation>
    </message>
</context>
<context>
    <name>SavedQueries</name>
    <message>
        <source>Saved queries</source>
        <translation>已存查询</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the query</source>
        <translation>保存查询</translation>
    </message>
    <message>
        <source>More about saved queries</source>
        <translation>已存查询的更多操作</translation>
    </message>
    <message>
        <source>Name of the query; Enter keeps it</source>
        <translation>查询名称；按回车保存</translation>
    </message>
    <message>
        <source>Name of the query</source>
        <translation>查询名称</translation>
    </message>
    <message>
        <source>Open a saved query…</source>
        <translation>打开已存查询…</translation>
    </message>
    <message>
        <source>No saved queries yet</source>
        <translation>还没有已存查询</translation>
    </message>
    <message>
        <source>{name} (smart code)</source>
        <translation>{name}（智能编码）</translation>
    </message>
    <message>
        <source>Keep this question under a name</source>
        <translation>为此问题命名并保存</translation>
    </message>
    <message>
        <source>“{name}” asks this from now on</source>
        <translation>“{name}”今后改问这个问题</translation>
    </message>
    <message>
        <source>Save under a new name…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Make it a saved query again</source>
        <translation>改回普通的已存查询</translation>
    </message>
    <message>
        <source>Make it a smart code</source>
        <translation>设为智能编码</translation>
    </message>
    <message>
        <source>A smart code stands among the codes; its segments are whatever answers it today.</source>
        <translation>智能编码与编码并列；它的片段就是当前符合查询的片段。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>“{name}” was changed</source>
        <translation>已更改“{name}”</translation>
    </message>
    <message>
        <source>Renamed to “{name}”</source>
        <translation>已重命名为“{name}”</translation>
    </message>
    <message>
        <source>Saved as “{name}”</source>
        <translation>已存为“{name}”</translation>
    </message>
    <message>
        <source>“{name}” is a saved query again</source>
        <translation>“{name}”又是普通的已存查询</translation>
    </message>
    <message>
        <source>“{name}” is a smart code now</source>
        <translation>“{name}”现在是智能编码</translation>
    </message>
    <message>
        <source>“{name}” removed</source>
        <translation>已移除“{name}”</translation>
    </message>
</context>
<context>
    <name>SayDialog</name>
    <message>
        <source>New remark</source>
        <translation>新意见</translation>
    </message>
    <message>
        <source>It stands in the reviews, under your name.</source>
        <translation>将以您的名义显示在评阅中。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>针对</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Instead of</source>
        <translation>原编码</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>移到</translation>
    </message>
    <message>
        <source>Which part</source>
        <translation>哪一部分</translation>
    </message>
    <message>
        <source>In these words</source>
        <translation>改成这样</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Needs work</source>
        <translation>需修改</translation>
    </message>
    <message>
        <source>Suggest a name</source>
        <translation>建议改名</translation>
    </message>
    <message>
        <source>Suggest a merge</source>
        <translation>建议合并</translation>
    </message>
    <message>
        <source>Suggest another place</source>
        <translation>建议移动</translation>
    </message>
    <message>
        <source>Suggest other words</source>
        <translation>建议改写</translation>
    </message>
    <message>
        <source>(at the top)</source>
        <translation>（最上层）</translation>
    </message>
    <message>
        <source>Added to the reviews.</source>
        <translation>已加入评阅。</translation>
    </message>
</context>
<context>
    <name>SearchMenu</name>
    <message>
        <source>Go to</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Copy the words</source>
        <translation>复制文字</translation>
    </message>
    <message numerus="yes">
        <source>Code %n hit(s)…</source>
        <translation>
            <numerusform>为 %n 处命中编码…</numerusform>
        </translation>
    </message>
    <message>
        <source>Move the segments with them to code…</source>
        <translation>将含有它们的片段移到编码…</translation>
    </message>
    <message>
        <source>Your codings that hold the chosen hits get another code</source>
        <translation>您的、包含所选命中的标注改用另一个编码</translation>
    </message>
    <message>
        <source>You have coded none of these hits yet.</source>
        <translation>这些命中您都还没有编码。</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find in the project</source>
        <translation>在项目中查找</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>整词</translation>
    </message>
    <message>
        <source>Beginnings of words</source>
        <translation>词的开头</translation>
    </message>
    <message>
        <source>All forms of words</source>
        <translation>词的所有形式</translation>
    </message>
    <message>
        <source>Anywhere in words</source>
        <translation>词中任意位置</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Memos</source>
        <translation>备忘录</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Words that must all occur in a document.
trust*  a beginning
&quot;how trust grows&quot;  a phrase
trust NEAR/5 money  at most five words between
lemma:trust  all forms of the word
doc:P01  code:power  speaker:INT  case:Ann  age=31  where to look</source>
        <translation>文档中必须全部出现的词。
trust*  词的开头
&quot;how trust grows&quot;  短语
trust NEAR/5 money  中间最多五个词
lemma:trust  词的所有形式
doc:P01  code:power  speaker:INT  case:Ann  age=31  在哪里查找</translation>
    </message>
    <message>
        <source>How to look</source>
        <translation>查找方式</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Autocode…</source>
        <translation>自动编码…</translation>
    </message>
    <message>
        <source>Code all hits, or the sentences and turns they stand in</source>
        <translation>为所有命中处，或其所在的句子、话轮编码</translation>
    </message>
    <message>
        <source>Choose hits in the list first; Ctrl+A chooses all.</source>
        <translation>请先在列表中选择命中处；Ctrl+A 选择全部。</translation>
    </message>
    <message>
        <source>Looking for words</source>
        <translation>正在查找</translation>
    </message>
    <message>
        <source>without a language</source>
        <translation>未设语言</translation>
    </message>
    <message>
        <source>No forms of words are known for these languages: {names}. There, the words as typed.</source>
        <translation>以下语言没有词形表：{names}。在这些文档中按输入的词查找。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>未找到。</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n 个文档</numerusform>
        </translation>
    </message>
    <message>
        <source>more below</source>
        <translation>下方还有更多</translation>
    </message>
    <message>
        <source>Only in what the filter shows.</source>
        <translation>仅限筛选器显示的内容。</translation>
    </message>
    <message numerus="yes">
        <source>Code %n hit(s)…</source>
        <translation>
            <numerusform>为 %n 处命中编码…</numerusform>
        </translation>
    </message>
    <message>
        <source>Code hits…</source>
        <translation>为命中处编码…</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>· passages outside it are not coded</source>
        <translation>· 其外的文字不会被编码</translation>
    </message>
    <message>
        <source>All of this is coded with “{name}” already</source>
        <translation>这些都已编码为“{name}”</translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) coded with “{name}”</source>
        <translation>
            <numerusform>已将 %n 段编码为“{name}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had it already</source>
        <translation>
            <numerusform>%n 段原已编码</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SegmentCard</name>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Memo…</source>
        <translation>备忘录…</translation>
    </message>
    <message numerus="yes">
        <source>%n memo(s)</source>
        <translation>
            <numerusform>%n 份备忘录</numerusform>
        </translation>
    </message>
    <message>
        <source>What is worth noting here?</source>
        <translation>这里有什么值得记录？</translation>
    </message>
    <message>
        <source>Only {coder} can comment here.</source>
        <translation>只有 {coder} 可以在此批注。</translation>
    </message>
</context>
<context>
    <name>SegmentFilters</name>
    <message>
        <source>All codes</source>
        <translation>全部编码</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>All coders</source>
        <translation>全部编码者</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>全部文档</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Any certainty</source>
        <translation>任何把握程度</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>把握程度</translation>
    </message>
    <message>
        <source>Any mark</source>
        <translation>任何标记</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>No mark</source>
        <translation>没有标记</translation>
    </message>
    <message>
        <source>Weight from</source>
        <translation>权重从</translation>
    </message>
    <message>
        <source>Weight up to</source>
        <translation>权重到</translation>
    </message>
    <message>
        <source>Needs discussion</source>
        <translation>需要讨论</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>备忘录</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Place in doubt</source>
        <translation>位置存疑</translation>
    </message>
    <message>
        <source>Has: {what}</source>
        <translation>带有：{what}</translation>
    </message>
    <message>
        <source>Has…</source>
        <translation>带有…</translation>
    </message>
</context>
<context>
    <name>SegmentLinks</name>
    <message>
        <source>Links</source>
        <translation>链接</translation>
    </message>
    <message numerus="yes">
        <source>All %n link(s)…</source>
        <translation>
            <numerusform>全部 %n 条链接…</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to the other end</source>
        <translation>前往另一端</translation>
    </message>
</context>
<context>
    <name>SegmentMoves</name>
    <message>
        <source>Move to code…</source>
        <translation>移到编码…</translation>
    </message>
    <message numerus="yes">
        <source>Move %n segment(s) to code…</source>
        <translation>
            <numerusform>把 %n 个片段移到编码…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SegmentSigns</name>
    <message>
        <source>Needs discussion</source>
        <translation>需要讨论</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>把握程度</translation>
    </message>
    <message>
        <source>How certain are you of this coding?</source>
        <translation>您对这处标注有多大把握？</translation>
    </message>
    <message>
        <source>More about this coding</source>
        <translation>这处标注的更多操作</translation>
    </message>
    <message>
        <source>Question to discuss</source>
        <translation>要讨论的问题</translation>
    </message>
    <message>
        <source>What is to be discussed?</source>
        <translation>要讨论什么？</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>“{text}” is not a number.</source>
        <translation>“{text}”不是数字。</translation>
    </message>
    <message>
        <source>Weight…</source>
        <translation>权重…</translation>
    </message>
</context>
<context>
    <name>SegmentWork</name>
    <message>
        <source>Choose a coding first: click its stripe, or press F4.</source>
        <translation>请先选一处标注：点击它的色条，或按 F4。</translation>
    </message>
</context>
<context>
    <name>SegmentsModel</name>
    <message>
        <source>{document}, turn {turn}</source>
        <translation>{document}，第 {turn} 话轮</translation>
    </message>
</context>
<context>
    <name>SegmentsPanel</name>
    <message>
        <source>Segment</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>All segments of the project</source>
        <translation>项目的全部片段</translation>
    </message>
    <message>
        <source>Links between segments…</source>
        <translation>片段之间的链接…</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>关闭面板</translation>
    </message>
    <message>
        <source>Export these segments…</source>
        <translation>导出这些片段…</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>In document order</source>
        <translation>按文档顺序</translation>
    </message>
    <message>
        <source>By code</source>
        <translation>按编码</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>By weight</source>
        <translation>按权重</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>列表排序</translation>
    </message>
    <message>
        <source>Segments of “{name}” · {number}</source>
        <translation>“{name}”的片段 · {number}</translation>
    </message>
    <message>
        <source>All segments · {number}</source>
        <translation>全部片段 · {number}</translation>
    </message>
    <message>
        <source>Choose a code or a stripe to see its segments here.</source>
        <translation>选择一个编码或色条，在此查看其片段。</translation>
    </message>
    <message>
        <source>No segments pass the filter.</source>
        <translation>没有片段符合筛选。</translation>
    </message>
    <message>
        <source>No segments yet. Select text and type.</source>
        <translation>还没有片段。选中文字后直接输入。</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Copy the words</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>Memo…</source>
        <translation>备忘录…</translation>
    </message>
    <message>
        <source>Remove the coding</source>
        <translation>移除标注</translation>
    </message>
    <message>
        <source>Coding removed; text and code stay.</source>
        <translation>标注已移除；文本和编码保留。</translation>
    </message>
    <message>
        <source>Export these segments</source>
        <translation>导出这些片段</translation>
    </message>
    <message>
        <source>Excel table (*.xlsx)</source>
        <translation>Excel 表格 (*.xlsx)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Word 文档 (*.docx)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>segments</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Exporting segments</source>
        <translation>正在导出片段</translation>
    </message>
</context>
<context>
    <name>SelectionPanel</name>
    <message>
        <source>Quotes</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Choose a number or a mark to read its quotes.</source>
        <translation>点选一个数字或图形即可阅读其引文。</translation>
    </message>
    <message>
        <source>{shown} of {total} shown</source>
        <translation>显示 {total} 条中的 {shown} 条</translation>
    </message>
    <message>
        <source>Open in the document</source>
        <translation>在文档中打开</translation>
    </message>
    <message>
        <source>Copy with source</source>
        <translation>连同出处复制</translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message>
        <source>Send for review</source>
        <translation>送交评阅</translation>
    </message>
    <message>
        <source>One file that opens in any browser, without an account or a network. What is said in it comes back as a small file; drop that on this window.</source>
        <translation>一个文件，可用任何浏览器打开，无需账号或网络。其中的意见以小文件返回；把它拖到此窗口即可。</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Quotes of each theme</source>
        <translation>每个主题的引文数</translation>
    </message>
    <message>
        <source>Theme map</source>
        <translation>主题图</translation>
    </message>
    <message>
        <source>No map</source>
        <translation>不含主题图</translation>
    </message>
    <message>
        <source>What occurs together</source>
        <translation>哪些同时出现</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>有何变更</translation>
    </message>
    <message>
        <source>Since the last review or version</source>
        <translation>自上次评阅或版本以来</translation>
    </message>
    <message>
        <source>Language of the page</source>
        <translation>页面语言</translation>
    </message>
    <message>
        <source>May stay empty</source>
        <translation>可以留空</translation>
    </message>
    <message>
        <source>Reviewer’s name</source>
        <translation>评阅人姓名</translation>
    </message>
    <message>
        <source>Reading the themes and maps…</source>
        <translation>正在读取主题和主题图…</translation>
    </message>
    <message>
        <source>Write the page…</source>
        <translation>生成评阅页…</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Since “{name}”</source>
        <translation>自“{name}”以来</translation>
    </message>
    <message>
        <source>Since the beginning</source>
        <translation>自开始以来</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>不包含</translation>
    </message>
    <message>
        <source>The themes and maps could not be read. Close this and try again.</source>
        <translation>未能读取主题和主题图。请关闭此窗口后重试。</translation>
    </message>
    <message>
        <source>Tick at least one theme: the page shows the themes ticked.</source>
        <translation>请至少勾选一个主题：页面只显示勾选的主题。</translation>
    </message>
    <message>
        <source>review</source>
        <translation>评阅</translation>
    </message>
</context>
<context>
    <name>SetMenus</name>
    <message>
        <source>Code sets</source>
        <translation>编码集</translation>
    </message>
    <message>
        <source>New set of these…</source>
        <translation>用所选编码新建编码集…</translation>
    </message>
    <message>
        <source>New code set…</source>
        <translation>新建编码集…</translation>
    </message>
    <message>
        <source>Number in “{name}”</source>
        <translation>在“{name}”中的序号</translation>
    </message>
    <message>
        <source>Rename the set “{name}”…</source>
        <translation>重命名编码集“{name}”…</translation>
    </message>
    <message>
        <source>Remove the set “{name}”</source>
        <translation>移除编码集“{name}”</translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) put into “{name}”.</source>
        <translation>
            <numerusform>已把 %n 个编码放入“{name}”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) taken out of “{name}”.</source>
        <translation>
            <numerusform>已把 %n 个编码移出“{name}”。</numerusform>
        </translation>
    </message>
    <message>
        <source>Name of the new code set</source>
        <translation>新编码集的名称</translation>
    </message>
    <message>
        <source>Name of the code set</source>
        <translation>编码集的名称</translation>
    </message>
    <message>
        <source>Set “{name}” removed; its codes stay.</source>
        <translation>编码集“{name}”已移除；其中的编码保留。</translation>
    </message>
</context>
<context>
    <name>SetSwitch</name>
    <message>
        <source>Code set</source>
        <translation>编码集</translation>
    </message>
    <message>
        <source>Which codes are shown; Ctrl+1 … Ctrl+9 are the first nine of a set</source>
        <translation>显示哪些编码；Ctrl+1 … Ctrl+9 对应编码集的前九个</translation>
    </message>
    <message>
        <source>All codes</source>
        <translation>全部编码</translation>
    </message>
    <message>
        <source>Set “{name}” · {number}</source>
        <translation>编码集“{name}” · {number}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Your name as a coder</source>
        <translation>您作为编码者的姓名</translation>
    </message>
    <message>
        <source>A new name acts from the next time a project is opened.</source>
        <translation>新姓名从下次打开项目时起生效。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>整体大小</translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation>转录稿</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>查找命令或按键</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Whose keys</source>
        <translation>采用谁的快捷键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其按键</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新按键</translation>
    </message>
    <message>
        <source>Press the new keys</source>
        <translation>请按下新的快捷键</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>使用此按键</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add this key to those it has</source>
        <translation>在已有的快捷键之外再加上这个</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>不用快捷键</translation>
    </message>
    <message>
        <source>Usual key</source>
        <translation>默认按键</translation>
    </message>
    <message>
        <source>All usual keys</source>
        <translation>全部恢复默认</translation>
    </message>
    <message>
        <source>Forget every key you changed yourself</source>
        <translation>忘掉您自己改过的所有快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Your own key</source>
        <translation>您自己的快捷键</translation>
    </message>
    <message>
        <source>always</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation>从那里拿过来</translation>
    </message>
    <message>
        <source>This key belongs to “{name}”. Press another one, or take it from there.</source>
        <translation>这个键属于“{name}”。请按另一个，或从那里拿过来。</translation>
    </message>
    <message>
        <source>This key is free.</source>
        <translation>这个键可以用。</translation>
    </message>
    <message>
        <source>The system, or every text field, needs this key. Press another one.</source>
        <translation>系统或文本框需要这个键，请按另一个。</translation>
    </message>
    <message>
        <source>This key opens the menu “{name}”. Press another one.</source>
        <translation>这个键会打开菜单“{name}”，请按另一个。</translation>
    </message>
</context>
<context>
    <name>Sides</name>
    <message>
        <source>codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>themes</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>cases</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>speakers</source>
        <translation>发言人</translation>
    </message>
    <message>
        <source>coders</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>sets of documents</source>
        <translation>文档集</translation>
    </message>
    <message>
        <source>folders</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Sign off</source>
        <translation>签署</translation>
    </message>
    <message>
        <source>Sign off this version</source>
        <translation>签署此版本</translation>
    </message>
    <message>
        <source>It is kept with the state as it is now; later changes do not touch it.</source>
        <translation>签署与当前状态一同保存；之后的修改不影响它。</translation>
    </message>
    <message>
        <source>The codebook</source>
        <translation>编码本</translation>
    </message>
    <message>
        <source>What is signed off</source>
        <translation>签署的内容</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>签署人</translation>
    </message>
    <message>
        <source>May stay empty</source>
        <translation>可以留空</translation>
    </message>
    <message>
        <source>Name of the version</source>
        <translation>版本名称</translation>
    </message>
    <message>
        <source>I have read this version and agree with it.</source>
        <translation>我已阅读此版本并表示同意。</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>声明</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>签署人</translation>
    </message>
    <message>
        <source>The map “{name}”</source>
        <translation>主题图“{name}”</translation>
    </message>
    <message>
        <source>Signed off.</source>
        <translation>已签署。</translation>
    </message>
</context>
<context>
    <name>Signs</name>
    <message>
        <source>Sure</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>大概</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Exemplar</source>
        <translation>典型例子</translation>
    </message>
    <message>
        <source>Near miss</source>
        <translation>近似反例</translation>
    </message>
    <message>
        <source>To discuss</source>
        <translation>待讨论</translation>
    </message>
    <message>
        <source>To discuss: {question}</source>
        <translation>待讨论：{question}</translation>
    </message>
    <message>
        <source>Weight {weight}</source>
        <translation>权重 {weight}</translation>
    </message>
    <message>
        <source>Look again: the text has changed here</source>
        <translation>请复查：这里的文字改过</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>有链接</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>备忘录</translation>
    </message>
</context>
<context>
    <name>SpeakerCases</name>
    <message>
        <source>Speakers as cases</source>
        <translation>说话人作为个案</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>话轮</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Correct the speakers…</source>
        <translation>更正说话人…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Each ticked speaker belongs to a case; filters and analyses then count only their own turns.</source>
        <translation>勾选的说话人各属一个个案；筛选和分析只计其本人的发言。</translation>
    </message>
    <message>
        <source>No speakers are known here. Correct them first.</source>
        <translation>此处没有已知的说话人，请先更正。</translation>
    </message>
    <message>
        <source>Asks the questions</source>
        <translation>提问者</translation>
    </message>
    <message>
        <source>Case of {speaker}</source>
        <translation>{speaker} 的个案</translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s) belong to cases now.</source>
        <translation>
            <numerusform>%n 位说话人已归入个案。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpeakerRule</name>
    <message>
        <source>No speakers: each paragraph is a turn</source>
        <translation>没有说话人：每段为一个话轮</translation>
    </message>
    <message>
        <source>These speakers:</source>
        <translation>这些说话人：</translation>
    </message>
    <message>
        <source>A pattern (regular expression with a group “speaker”):</source>
        <translation>模式（含“speaker”组的正则表达式）：</translation>
    </message>
    <message>
        <source>Speakers found</source>
        <translation>找到的说话人</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>话轮</translation>
    </message>
    <message>
        <source>First words</source>
        <translation>开头文字</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Display id</source>
        <translation>显示编号</translation>
    </message>
    <message>
        <source>What exports call this speaker, if display ids are asked for</source>
        <translation>要求使用显示编号时，导出中对这位发言人的称呼</translation>
    </message>
    <message>
        <source>This pattern finds nobody in the text.</source>
        <translation>此模式在文本中找不到任何说话人。</translation>
    </message>
    <message>
        <source>Tick a speaker, or choose that there are none.</source>
        <translation>勾选一位说话人，或选择没有说话人。</translation>
    </message>
</context>
<context>
    <name>SpeakersDialog</name>
    <message>
        <source>Speakers</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>Save speakers</source>
        <translation>保存说话人</translation>
    </message>
    <message>
        <source>Make cases of them…</source>
        <translation>设为个案…</translation>
    </message>
    <message>
        <source>Give display ids…</source>
        <translation>分配显示编号…</translation>
    </message>
    <message>
        <source>Speakers of {name}</source>
        <translation>“{name}”的说话人</translation>
    </message>
    <message>
        <source>Everybody who answers has a display id</source>
        <translation>每位回答者都已有显示编号</translation>
    </message>
    <message>
        <source>Nobody answers here, and those who ask need no display id</source>
        <translation>这里没有回答者，而提问者不需要显示编号</translation>
    </message>
</context>
<context>
    <name>SplitCodeDialog</name>
    <message>
        <source>Split “{name}”</source>
        <translation>拆分“{name}”</translation>
    </message>
    <message>
        <source>Only segments with these letters</source>
        <translation>只看含有这些字的片段</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>全部文档</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>All coders</source>
        <translation>所有编码者</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>Segments of “{name}”</source>
        <translation>“{name}”的片段</translation>
    </message>
    <message>
        <source>Reading the segments…</source>
        <translation>正在读取片段…</translation>
    </message>
    <message>
        <source>Name the codes it falls into, then go through the list: a digit or letter sends a segment to that code, 0 lets it stay. What is not sent anywhere stays with “{name}”.</source>
        <translation>先写出它分成哪些编码，再逐条浏览列表：按数字或字母把片段送到相应编码，按 0 则保留原处。没有送走的仍属于“{name}”。</translation>
    </message>
    <message>
        <source>Codes that take segments</source>
        <translation>接收片段的编码</translation>
    </message>
    <message>
        <source>Name of a new code, Enter adds it</source>
        <translation>新编码的名称，按回车添加</translation>
    </message>
    <message>
        <source>Name of a new code</source>
        <translation>新编码的名称</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Code that is there…</source>
        <translation>已有的编码…</translation>
    </message>
    <message>
        <source>Send there</source>
        <translation>送到那里</translation>
    </message>
    <message>
        <source>Send the chosen segments there</source>
        <translation>把所选片段送到那里</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>拿掉</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>从列表中拿掉</translation>
    </message>
    <message>
        <source>Where the new codes go</source>
        <translation>新编码放在哪里</translation>
    </message>
    <message>
        <source>Put new codes beside it</source>
        <translation>新编码与它并列</translation>
    </message>
    <message>
        <source>Put new codes below it</source>
        <translation>新编码放在它之下</translation>
    </message>
    <message>
        <source>Copy the definition to them</source>
        <translation>把定义复制给新编码</translation>
    </message>
    <message>
        <source>Copy the memos to them</source>
        <translation>把备忘录复制给新编码</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>No segments pass the filter.</source>
        <translation>没有片段符合筛选条件。</translation>
    </message>
    <message>
        <source>This code has no segments yet.</source>
        <translation>此编码还没有片段。</translation>
    </message>
    <message>
        <source>There is a code “{name}” in this place already. Choose another name, or that code.</source>
        <translation>此处已有编码“{name}”。请换一个名称，或直接选用该编码。</translation>
    </message>
    <message>
        <source>Code that takes segments of “{name}”</source>
        <translation>接收“{name}”片段的编码</translation>
    </message>
    <message>
        <source>There are no keys left for more codes. Split once more afterwards.</source>
        <translation>没有更多按键可用于其他编码了。请之后再拆分一次。</translation>
    </message>
    <message>
        <source>{go} of {all} segments go; the rest stays with “{name}”.</source>
        <translation>{all} 个片段中有 {go} 个移走，其余仍属于“{name}”。</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) are dealt out. Close once more to forget that.</source>
        <translation>
            <numerusform>已分配 %n 个片段。再次关闭将放弃分配。</numerusform>
        </translation>
    </message>
    <message>
        <source>Splitting…</source>
        <translation>正在拆分…</translation>
    </message>
</context>
<context>
    <name>SplitModel</name>
    <message>
        <source>stays</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>{document}, turn {turn}</source>
        <translation>{document}，第 {turn} 话轮</translation>
    </message>
</context>
<context>
    <name>StageList</name>
    <message>
        <source>Themes by stage</source>
        <translation>按阶段排列的主题</translation>
    </message>
    <message>
        <source>New theme</source>
        <translation>新主题</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Where you are</source>
        <translation>当前位置</translation>
    </message>
    <message>
        <source>How far</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Choose what to look at</source>
        <translation>选择要看的内容</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>清除所有筛选</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Saved {when}</source>
        <translation>已保存 {when}</translation>
    </message>
    <message>
        <source>Coder: {name}</source>
        <translation>编码者：{name}</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n 个文档</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation>
            <numerusform>%n 个编码</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation>
            <numerusform>%n 处标注</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>StepButtons</name>
    <message>
        <source>Name this point…</source>
        <translation>命名此时点…</translation>
    </message>
    <message>
        <source>Give the state after this step a name</source>
        <translation>为此步之后的状态命名</translation>
    </message>
</context>
<context>
    <name>Stopped</name>
    <message>
        <source>The counting was stopped before it had an answer.</source>
        <translation>统计在得出结果之前已被停止。</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>重新统计</translation>
    </message>
</context>
<context>
    <name>StripesPopup</name>
    <message>
        <source>Stripes</source>
        <translation>编码条纹</translation>
    </message>
    <message>
        <source>Show stripes</source>
        <translation>显示条纹</translation>
    </message>
    <message>
        <source>All codings</source>
        <translation>所有标注</translation>
    </message>
    <message>
        <source>Only the codes ticked below</source>
        <translation>仅下方勾选的编码</translation>
    </message>
    <message>
        <source>Only the codes used last</source>
        <translation>仅最近使用的编码</translation>
    </message>
    <message>
        <source>By coder, in a colour for each</source>
        <translation>按编码者，每人一种颜色</translation>
    </message>
    <message>
        <source>By theme, in its colour</source>
        <translation>按主题，用主题的颜色</translation>
    </message>
    <message>
        <source>Codes of this document</source>
        <translation>此文档的编码</translation>
    </message>
    <message>
        <source>Beside the text</source>
        <translation>位于文字旁</translation>
    </message>
    <message>
        <source>After the line: right</source>
        <translation>行尾一侧：右边</translation>
    </message>
    <message>
        <source>Before the line: left</source>
        <translation>行首一侧：左边</translation>
    </message>
</context>
<context>
    <name>SubjectChoice</name>
    <message>
        <source>New memo about</source>
        <translation>新备忘录，关于</translation>
    </message>
    <message>
        <source>What the memo is about</source>
        <translation>备忘录关于什么</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>书写</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>SummaryEditor</name>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>What does this case say on this theme?</source>
        <translation>这个个案关于这个主题说了什么？</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Passages the summary rests on</source>
        <translation>摘要所依据的段落</translation>
    </message>
    <message>
        <source>No passage is linked yet. Choose quotes, then link them.</source>
        <translation>还没有链接段落。先选择引文，再链接。</translation>
    </message>
    <message>
        <source>Link the chosen quotes</source>
        <translation>链接所选引文</translation>
    </message>
    <message>
        <source>Take away the summary and what it rests on; the passages stay coded</source>
        <translation>移除摘要及其依据；文字的编码保持不变</translation>
    </message>
    <message>
        <source>Take away the summary</source>
        <translation>移除摘要</translation>
    </message>
    <message>
        <source>Show in the text</source>
        <translation>在文本中显示</translation>
    </message>
    <message>
        <source>Take it away from the summary</source>
        <translation>从摘要中移除</translation>
    </message>
    <message>
        <source>What can be done with the chosen passage</source>
        <translation>可对所选段落进行的操作</translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Bring in {name}</source>
        <translation>导入 {name}</translation>
    </message>
    <message>
        <source>Rows that find nobody</source>
        <translation>找不到个案的行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Cases without a row</source>
        <translation>没有对应行的个案</translation>
    </message>
    <message>
        <source>Column that names the case</source>
        <translation>个案名称所在列</translation>
    </message>
    <message>
        <source>Match by</source>
        <translation>匹配依据</translation>
    </message>
    <message>
        <source>Case or document</source>
        <translation>个案或文档</translation>
    </message>
    <message>
        <source>Name of the case</source>
        <translation>个案名称</translation>
    </message>
    <message>
        <source>Name of the document</source>
        <translation>文档名称</translation>
    </message>
    <message>
        <source>Make new cases of all</source>
        <translation>全部建为新个案</translation>
    </message>
    <message>
        <source>Leave all out</source>
        <translation>全部不导入</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>导入</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) for known cases</source>
        <translation>
            <numerusform>%n 行属于已有个案</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new case(s)</source>
        <translation>
            <numerusform>%n 个新个案</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out</source>
        <translation>
            <numerusform>%n 行不导入</numerusform>
        </translation>
    </message>
    <message>
        <source>row {row}, {column}: {reason}</source>
        <translation>第 {row} 行，{column}：{reason}</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) do not fit. Nothing is brought in yet.</source>
        <translation>
            <numerusform>%n 个单元格不符合类型。尚未导入任何内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring in the rest</source>
        <translation>导入其余</translation>
    </message>
    <message>
        <source>Make these variables text</source>
        <translation>将这些变量改为文本</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) brought in.</source>
        <translation>
            <numerusform>已导入 %n 个值。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new case(s).</source>
        <translation>
            <numerusform>%n 个新个案。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new: the project has all of it already.</source>
        <translation>没有新内容：项目中已全部存在。</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>Memo: {text}</source>
        <translation>备忘录：{text}</translation>
    </message>
    <message>
        <source>turn {number}</source>
        <translation>第 {number} 话轮</translation>
    </message>
</context>
<context>
    <name>TextErrands</name>
    <message numerus="yes">
        <source>%n segment(s) to look at</source>
        <translation>
            <numerusform>%n 个片段待查看</numerusform>
        </translation>
    </message>
    <message>
        <source>· documents outside it are not changed</source>
        <translation>· 其外的文档不会被改动</translation>
    </message>
    <message>
        <source>This project is open for reading only.</source>
        <translation>此项目以只读方式打开。</translation>
    </message>
    <message>
        <source>Replace with a newer file</source>
        <translation>用较新的文件替换</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取 {name}</translation>
    </message>
    <message>
        <source>“{name}” has its newer text.</source>
        <translation>“{name}”已换成较新的文本。</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) lost all their words.</source>
        <translation>
            <numerusform>%n 个片段失去了全部文字。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of cases lost all their words.</source>
        <translation>
            <numerusform>%n 个个案部分失去了全部文字。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) to look at.</source>
        <translation>
            <numerusform>%n 个片段待查看。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of cases to look at.</source>
        <translation>
            <numerusform>有 %n 个个案部分待查看。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThemeActs</name>
    <message>
        <source>“{name}” is now: {stage}</source>
        <translation>“{name}”现在是：{stage}</translation>
    </message>
    <message>
        <source>“{name}” renamed to “{new}”.</source>
        <translation>“{name}”已改名为“{new}”。</translation>
    </message>
    <message>
        <source>New theme “{name}”</source>
        <translation>新主题“{name}”</translation>
    </message>
    <message>
        <source>“{code}” now belongs to “{theme}” as well.</source>
        <translation>“{code}”现在也属于“{theme}”。</translation>
    </message>
    <message>
        <source>“{code}” does not belong to “{theme}” any more.</source>
        <translation>“{code}”不再属于“{theme}”。</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) as evidence for “{name}”</source>
        <translation>
            <numerusform>%n 个片段作为“{name}”的证据</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) as evidence against “{name}”</source>
        <translation>
            <numerusform>%n 个片段作为“{name}”的反证</numerusform>
        </translation>
    </message>
    <message>
        <source>It speaks for the theme now.</source>
        <translation>它现在支持该主题。</translation>
    </message>
    <message>
        <source>It speaks against the theme now.</source>
        <translation>它现在反对该主题。</translation>
    </message>
    <message>
        <source>No longer chosen as evidence; the text stays.</source>
        <translation>不再选作证据；文本保留。</translation>
    </message>
</context>
<context>
    <name>ThemeInspector</name>
    <message>
        <source>Name of the theme</source>
        <translation>主题名称</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Central organising concept</source>
        <translation>核心组织概念</translation>
    </message>
    <message>
        <source>What holds it together, in a sentence or two</source>
        <translation>用一两句话说明它靠什么统合起来</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>What it leaves out, and where another theme begins</source>
        <translation>它不包括什么，另一主题从哪里开始</translation>
    </message>
    <message>
        <source>Search for counter-evidence</source>
        <translation>寻找反证</translation>
    </message>
    <message>
        <source>Where you looked for what does not fit, and what you found</source>
        <translation>您在哪里寻找过不符之处，找到了什么</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Whole history…</source>
        <translation>全部历史…</translation>
    </message>
    <message>
        <source>Why: {reason}</source>
        <translation>理由：{reason}</translation>
    </message>
    <message>
        <source>Link a code to “{theme}”</source>
        <translation>将编码链接到“{theme}”</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
</context>
<context>
    <name>ThemeMap</name>
    <message>
        <source>+ added: {name}</source>
        <translation>+ 新增：{name}</translation>
    </message>
    <message>
        <source>− removed: {name}</source>
        <translation>− 移除：{name}</translation>
    </message>
    <message>
        <source>+ relation added: {name}</source>
        <translation>+ 新增关系：{name}</translation>
    </message>
    <message>
        <source>− relation removed: {name}</source>
        <translation>− 移除关系：{name}</translation>
    </message>
    <message>
        <source>~ relation changed: {name} (before: {before})</source>
        <translation>~ 关系有改动：{name}（之前：{before}）</translation>
    </message>
    <message>
        <source>~ renamed: {before} is now {name}</source>
        <translation>~ 已改名：{before} 现为 {name}</translation>
    </message>
    <message>
        <source>~ moved: {name}</source>
        <translation>~ 已移动：{name}</translation>
    </message>
    <message>
        <source>~ in another group: {name}</source>
        <translation>~ 换了分组：{name}</translation>
    </message>
    <message>
        <source>In my own words…</source>
        <translation>用自己的话…</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>书写…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Relate to…</source>
        <translation>关联到…</translation>
    </message>
    <message>
        <source>Put in a new group…</source>
        <translation>放入新分组…</translation>
    </message>
    <message>
        <source>Take out of its group</source>
        <translation>移出分组</translation>
    </message>
    <message>
        <source>Colour on this map…</source>
        <translation>在此图上的颜色…</translation>
    </message>
    <message>
        <source>Back to its own colour</source>
        <translation>恢复自身颜色</translation>
    </message>
    <message>
        <source>Take off the map</source>
        <translation>从图上移除</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Turn round</source>
        <translation>调转方向</translation>
    </message>
    <message>
        <source>Remove the relation</source>
        <translation>移除关系</translation>
    </message>
    <message>
        <source>Add to map…</source>
        <translation>添加到主题图…</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写便签</translation>
    </message>
    <message>
        <source>New group…</source>
        <translation>新建分组…</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>All alike</source>
        <translation>大小一致</translation>
    </message>
    <message>
        <source>By segments</source>
        <translation>按片段数</translation>
    </message>
    <message>
        <source>By cases</source>
        <translation>按个案数</translation>
    </message>
    <message>
        <source>leads to</source>
        <translation>导致</translation>
    </message>
    <message>
        <source>contradicts</source>
        <translation>相矛盾</translation>
    </message>
    <message>
        <source>part of</source>
        <translation>属于</translation>
    </message>
    <message>
        <source>condition for</source>
        <translation>是前提</translation>
    </message>
    <message>
        <source>co-occurs with</source>
        <translation>共现</translation>
    </message>
    <message>
        <source>heard from</source>
        <translation>谈及者</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>备忘录</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>便签</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Free, by hand</source>
        <translation>自由，手动</translation>
    </message>
    <message>
        <source>Related ones near</source>
        <translation>相关者相近</translation>
    </message>
    <message>
        <source>In levels</source>
        <translation>分层</translation>
    </message>
    <message>
        <source>In rings</source>
        <translation>环形</translation>
    </message>
    <message>
        <source>{source} – {kind} → {target}</source>
        <translation>{source} – {kind} → {target}</translation>
    </message>
    <message>
        <source>{source} – {kind} – {target}</source>
        <translation>{source} – {kind} – {target}</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>改动</translation>
    </message>
</context>
<context>
    <name>ThemeMenu</name>
    <message>
        <source>New theme</source>
        <translation>新主题</translation>
    </message>
    <message>
        <source>Choose evidence for it…</source>
        <translation>选择证据…</translation>
    </message>
    <message>
        <source>Choose evidence against it…</source>
        <translation>选择反证…</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Link a code…</source>
        <translation>链接编码…</translation>
    </message>
    <message>
        <source>Add to map…</source>
        <translation>添加到主题图…</translation>
    </message>
    <message>
        <source>Show in the codebook</source>
        <translation>在编码本中显示</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>历史…</translation>
    </message>
</context>
<context>
    <name>Themes</name>
    <message>
        <source>Unfinished: {what}</source>
        <translation>未完成：{what}</translation>
    </message>
    <message>
        <source>{name}, linked from elsewhere: {path}</source>
        <translation>{name}，链接自别处：{path}</translation>
    </message>
    <message>
        <source>Sub-themes and codes</source>
        <translation>子主题和编码</translation>
    </message>
    <message>
        <source>Evidence for</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Evidence against</source>
        <translation>反证</translation>
    </message>
    <message>
        <source>Choose evidence for the theme…</source>
        <translation>选择该主题的证据…</translation>
    </message>
    <message>
        <source>Choose evidence against the theme…</source>
        <translation>选择该主题的反证…</translation>
    </message>
    <message>
        <source>Nothing chosen yet. Which passages show it best?</source>
        <translation>尚未选择。哪些片段最能说明它？</translation>
    </message>
    <message>
        <source>Nothing chosen yet. What in the material does not fit?</source>
        <translation>尚未选择。材料中有什么与之不符？</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>已审视</translation>
    </message>
    <message>
        <source>Defined</source>
        <translation>已界定</translation>
    </message>
    <message>
        <source>Named</source>
        <translation>已命名</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>An idea of what some codes share.</source>
        <translation>对若干编码共同之处的初步想法。</translation>
    </message>
    <message>
        <source>Held against its passages and against all of the material.</source>
        <translation>已对照其片段和全部材料审视过。</translation>
    </message>
    <message>
        <source>What it says and where it ends is written down.</source>
        <translation>已写明它说什么、到哪里为止。</translation>
    </message>
    <message>
        <source>Its name says it; it can be reported.</source>
        <translation>名称已能说明一切，可以写入报告。</translation>
    </message>
    <message>
        <source>Let go; why is in the history.</source>
        <translation>已放弃；原因见历史。</translation>
    </message>
    <message>
        <source>no search for counter-evidence</source>
        <translation>未寻找反证</translation>
    </message>
    <message>
        <source>no central organising concept</source>
        <translation>没有核心组织概念</translation>
    </message>
    <message>
        <source>Rests on one case: {name} gives {share} of the segments</source>
        <translation>只依赖一个个案：{share} 的片段来自{name}</translation>
    </message>
    <message>
        <source>no boundary</source>
        <translation>没有边界</translation>
    </message>
    <message>
        <source>no evidence chosen</source>
        <translation>未选证据</translation>
    </message>
    <message>
        <source>fewer than two voices</source>
        <translation>少于两个声音</translation>
    </message>
</context>
<context>
    <name>ThemesErrands</name>
    <message>
        <source>There is no theme yet. Make one in the Themes tab.</source>
        <translation>还没有主题。请在“主题”标签页中新建。</translation>
    </message>
    <message>
        <source>Evidence for which theme?</source>
        <translation>哪个主题的证据？</translation>
    </message>
    <message>
        <source>Evidence against which theme?</source>
        <translation>哪个主题的反证？</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
</context>
<context>
    <name>ThemesTab</name>
    <message>
        <source>Themes</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Details of what is chosen</source>
        <translation>所选内容的详情</translation>
    </message>
    <message>
        <source>New theme</source>
        <translation>新主题</translation>
    </message>
    <message>
        <source>Name of the new theme</source>
        <translation>新主题的名称</translation>
    </message>
    <message>
        <source>No themes yet. A theme says what several codes share.</source>
        <translation>还没有主题。主题说明若干编码的共同之处。</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message numerus="yes">
        <source>%n theme(s)</source>
        <translation>
            <numerusform>%n 个主题</numerusform>
        </translation>
    </message>
    <message>
        <source>counted within the filter</source>
        <translation>仅统计筛选范围内</translation>
    </message>
</context>
<context>
    <name>ThingRows</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>关系</translation>
    </message>
</context>
<context>
    <name>TieRows</name>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>注释</translation>
    </message>
</context>
<context>
    <name>TimeSlider</name>
    <message>
        <source>Moment of the project</source>
        <translation>项目的时刻</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>TimeStrip</name>
    <message>
        <source>Put the time line away</source>
        <translation>收起时间线</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>A line for the history; Enter keeps it. It may stay empty.</source>
        <translation>写进历史的一行说明；按回车保存，也可以不填。</translation>
    </message>
</context>
<context>
    <name>UnmatchedModel</name>
    <message>
        <source>New case</source>
        <translation>新个案</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理方式</translation>
    </message>
</context>
<context>
    <name>UnwrittenDialog</name>
    <message>
        <source>Typed, but not written</source>
        <translation>已键入但未写入</translation>
    </message>
    <message>
        <source>Which text</source>
        <translation>哪份文字</translation>
    </message>
    <message>
        <source>It is kept on this computer until it is written or you let it go.</source>
        <translation>它保留在这台计算机上，直到写入或您放弃它。</translation>
    </message>
    <message>
        <source>What was typed</source>
        <translation>键入的文字</translation>
    </message>
    <message>
        <source>Write it again</source>
        <translation>重新写入</translation>
    </message>
    <message>
        <source>Into its document, where the words around it stand now</source>
        <translation>写入原文档，放在其前后文字现在所在的位置</translation>
    </message>
    <message>
        <source>Save as a new document</source>
        <translation>另存为新文档</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What was typed into “{name}” is not written</source>
        <translation>键入“{name}”的文字未能写入</translation>
    </message>
    <message>
        <source>Words were only deleted.</source>
        <translation>只删除了文字。</translation>
    </message>
    <message>
        <source>Written into “{name}”.</source>
        <translation>已写入“{name}”。</translation>
    </message>
    <message>
        <source>The project has a document with that text already.</source>
        <translation>项目中已有含这段文字的文档。</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>已另存为“{name}”。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Let it go for good?</source>
        <translation>永久放弃？</translation>
    </message>
</context>
<context>
    <name>UnwrittenErrands</name>
    <message numerus="yes">
        <source>%n text(s) not written</source>
        <translation>
            <numerusform>%n 份文字未写入</numerusform>
        </translation>
    </message>
    <message>
        <source>What was typed into “{name}” is not written. It is offered when the project is open again.</source>
        <translation>键入“{name}”的文字未能写入。再次打开项目时会提供给您。</translation>
    </message>
    <message>
        <source>What was typed into “{name}” is not written. It is kept.</source>
        <translation>键入“{name}”的文字未能写入，已保留。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>What went and what came</source>
        <translation>删去与新增的内容</translation>
    </message>
    <message>
        <source>Restore this version</source>
        <translation>恢复此版本</translation>
    </message>
    <message>
        <source>Versions of “{name}”</source>
        <translation>“{name}”的版本</translation>
    </message>
    <message>
        <source>{number} (now)</source>
        <translation>{number}（现在）</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>版本 {number}</translation>
    </message>
    <message>
        <source>This is the only version.</source>
        <translation>只有这一个版本。</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已删</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Version {number} is back, as a new step.</source>
        <translation>已恢复版本 {number}，记为新的一步。</translation>
    </message>
</context>
<context>
    <name>VoicesSection</name>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message numerus="yes">
        <source>{some} of %n case(s)</source>
        <translation>
            <numerusform>%n 个个案中的 {some} 个</numerusform>
        </translation>
    </message>
    <message>
        <source>No document belongs to a case yet, so nobody can be told apart.</source>
        <translation>还没有文档归入个案，因此无法区分参与者。</translation>
    </message>
    <message>
        <source>Silent: {names}</source>
        <translation>沉默：{names}</translation>
    </message>
    <message>
        <source>Nobody is silent.</source>
        <translation>没有人沉默。</translation>
    </message>
    <message>
        <source>Not coded yet: {names}</source>
        <translation>尚未编码：{names}</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Read closely. Code once. Lose nothing.</source>
        <translation>细读文本，编码一次，丝毫不失。</translation>
    </message>
    <message>
        <source>Bring interviews in, mark what matters, and show how you got there. Everything stays on this computer.</source>
        <translation>导入访谈，标出要点，展示您的分析过程。一切都留在这台电脑上。</translation>
    </message>
    <message>
        <source>Start a project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Choose a place for it, or drop transcripts here</source>
        <translation>选择存放位置，或将文稿拖到这里</translation>
    </message>
    <message>
        <source>Explore the sample study</source>
        <translation>浏览示例研究</translation>
    </message>
    <message>
        <source>Seven transcripts and a survey, coded: ten minutes</source>
        <translation>七份文稿和一份问卷，已编码：十分钟</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>A file that ends in .qualcode</source>
        <translation>以 .qualcode 结尾的文件</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
</context>
<context>
    <name>WhoCodes</name>
    <message>
        <source>Who codes?</source>
        <translation>谁来编码？</translation>
    </message>
    <message>
        <source>Your name stands beside everything you do, so that a team can tell who coded what.</source>
        <translation>您的姓名会附在您所做的每件事旁，以便团队分清谁编了什么码。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Use this name</source>
        <translation>使用此姓名</translation>
    </message>
</context>
<context>
    <name>WhyField</name>
    <message>
        <source>Why? (may stay empty)</source>
        <translation>为什么？（可不填）</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>One line that stands in the history</source>
        <translation>写进历史的一行说明</translation>
    </message>
</context>
<context>
    <name>WindowMenus</name>
    <message>
        <source>The chosen coding</source>
        <translation>选中的标注</translation>
    </message>
    <message>
        <source>The chosen code</source>
        <translation>所选编码</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>整体大小</translation>
    </message>
    <message>
        <source>Code by digit</source>
        <translation>数字键编码</translation>
    </message>
    <message>
        <source>A code gets a digit with its third use</source>
        <translation>编码使用到第三次时获得数字键</translation>
    </message>
    <message>
        <source>This set is empty</source>
        <translation>这个编码集是空的</translation>
    </message>
    <message>
        <source>Digit for “{name}”</source>
        <translation>“{name}”的数字键</translation>
    </message>
    <message>
        <source>Digits stand for</source>
        <translation>数字键代表</translation>
    </message>
    <message>
        <source>The codes used most</source>
        <translation>最常用的编码</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Select words in the document first, then choose the code.</source>
        <translation>请先在文档中选中文字，再选择编码。</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>撤销：{what}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>重做：{what}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) imported.</source>
        <translation>
            <numerusform>已导入 %n 个文档。</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported.</source>
        <translation>已导入。</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>已写入：{name}</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>显示文件夹</translation>
    </message>
</context>
<context>
    <name>_Caution</name>
    <message>
        <source>Unfinished: {what}</source>
        <translation>未完成：{what}</translation>
    </message>
</context>
<context>
    <name>colours</name>
    <message>
        <source>blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>ochre</source>
        <translation>赭</translation>
    </message>
    <message>
        <source>pine</source>
        <translation>松绿</translation>
    </message>
    <message>
        <source>coral</source>
        <translation>珊瑚</translation>
    </message>
    <message>
        <source>plum</source>
        <translation>梅紫</translation>
    </message>
    <message>
        <source>cyan</source>
        <translation>青</translation>
    </message>
    <message>
        <source>moss</source>
        <translation>苔绿</translation>
    </message>
    <message>
        <source>ruby</source>
        <translation>宝石红</translation>
    </message>
    <message>
        <source>indigo</source>
        <translation>靛蓝</translation>
    </message>
    <message>
        <source>lime</source>
        <translation>青柠</translation>
    </message>
    <message>
        <source>oxblood</source>
        <translation>牛血红</translation>
    </message>
    <message>
        <source>teal</source>
        <translation>水鸭绿</translation>
    </message>
    <message>
        <source>lavender</source>
        <translation>薰衣草紫</translation>
    </message>
    <message>
        <source>umber</source>
        <translation>棕土</translation>
    </message>
    <message>
        <source>rose</source>
        <translation>玫瑰</translation>
    </message>
    <message>
        <source>slate</source>
        <translation>石板灰</translation>
    </message>
    <message>
        <source>rust</source>
        <translation>铁锈</translation>
    </message>
    <message>
        <source>jade</source>
        <translation>翡翠</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>紫罗兰</translation>
    </message>
    <message>
        <source>mustard</source>
        <translation>芥末黄</translation>
    </message>
    <message>
        <source>navy</source>
        <translation>海军蓝</translation>
    </message>
    <message>
        <source>wine</source>
        <translation>酒红</translation>
    </message>
    <message>
        <source>azure</source>
        <translation>天蓝</translation>
    </message>
    <message>
        <source>mauve</source>
        <translation>淡紫</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source> and {number} more</source>
        <translation>等（另有 {number} 处）</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>A case is given {start} to {end}, which is not in the text of “{document}”.</source>
        <translation>一处个案标在 {start} 至 {end}，不在“{document}”的文本中。</translation>
    </message>
    <message>
        <source>A chart cannot be written as “{name}”. Use a name that ends in {suffixes}.</source>
        <translation>图表无法写为“{name}”。请使用以 {suffixes} 结尾的名称。</translation>
    </message>
    <message>
        <source>A code and itself: its own segments would be among what could follow, so nothing can be expected.</source>
        <translation>编码与其自身：它自己的片段也会算在可能跟随的片段之中，因此没有期望值。</translation>
    </message>
    <message>
        <source>A code follows another where it begins behind its end, in the same {unit} or the next one.</source>
        <translation>一个编码在另一个编码结束之后、于同一{unit}或下一个之内开始，即为跟随。</translation>
    </message>
    <message>
        <source>A code has no field “{field}”. There are: {fields}.</source>
        <translation>编码没有“{field}”这一项。可用的有：{fields}。</translation>
    </message>
    <message>
        <source>A code is a theme or a code, not “{kind}”.</source>
        <translation>编码只能是主题（theme）或编码（code），不能是“{kind}”。</translation>
    </message>
    <message>
        <source>A code takes in the codes below it</source>
        <translation>编码包含其下级编码</translation>
    </message>
    <message>
        <source>A code takes in the codes below it.</source>
        <translation>编码包含其下级编码。</translation>
    </message>
    <message>
        <source>A codebook or template is drawn up from theory and some of the data, applied to more, revised and applied again. Each version is kept, so that readers can follow how the final one came about.</source>
        <translation>根据理论和部分资料拟定编码本或模板，应用于更多资料，修订后再应用。每个版本都保留下来，读者可以看到最终版本是怎样形成的。</translation>
    </message>
    <message>
        <source>A coding can go to one code only; name each once.</source>
        <translation>一处标注只能归到一个编码；每处只写一次。</translation>
    </message>
    <message>
        <source>A figure cannot be written as “{name}”. Use a name that ends in {suffixes}.</source>
        <translation>图形无法写为“{name}”。请使用以 {suffixes} 结尾的名称。</translation>
    </message>
    <message>
        <source>A filter names what is wanted, so there is no != in it. Name the values of “{variable}” one by one, or a range of them.</source>
        <translation>筛选条件写的是想要的值，因此不能用 !=。请逐个写出“{variable}”的值，或写一个范围。</translation>
    </message>
    <message>
        <source>A link needs to say how the two segments relate, such as: contradicts.</source>
        <translation>链接要说明两个片段有什么关系，例如：相矛盾。</translation>
    </message>
    <message>
        <source>A memo needs some text.</source>
        <translation>备忘录需要有文字。</translation>
    </message>
    <message>
        <source>A memo needs some text. To take it away, remove it.</source>
        <translation>备忘录需要有文字。不需要时请移除它。</translation>
    </message>
    <message>
        <source>A new memo is one about a case, with questions to start from; memos about cases are first.</source>
        <translation>新备忘录默认是关于个案的，并附有可以入手的问题；关于个案的备忘录类型排在最前。</translation>
    </message>
    <message>
        <source>A new memo is one about codes, with questions to start from; memos about method and codes are first.</source>
        <translation>新备忘录默认是关于编码的，并附有可以入手的问题；关于方法和编码的备忘录类型排在最前。</translation>
    </message>
    <message>
        <source>A new memo is one about method, with questions to start from; memos about method and codes are first.</source>
        <translation>新备忘录默认是关于方法的，并附有可以入手的问题；关于方法和编码的备忘录类型排在最前。</translation>
    </message>
    <message>
        <source>A part of “{document}” is missing ({content}).</source>
        <translation>“{document}”缺少一部分（{content}）。</translation>
    </message>
    <message>
        <source>A project file ends in {suffix}: call it {name}{suffix}.</source>
        <translation>项目文件以 {suffix} 结尾：请命名为 {name}{suffix}。</translation>
    </message>
    <message>
        <source>A project has one study; this one has {number}.</source>
        <translation>一个项目应有一项研究；此项目有 {number} 项。</translation>
    </message>
    <message>
        <source>A project on a PostgreSQL server needs one more package: run pip install &apos;qualcode[team]&apos;.</source>
        <translation>PostgreSQL 服务器上的项目还需要一个软件包：请运行 pip install &apos;qualcode[team]&apos;。</translation>
    </message>
    <message>
        <source>A project on a server is backed up there, with pg_dump.</source>
        <translation>服务器上的项目在服务器上用 pg_dump 备份。</translation>
    </message>
    <message>
        <source>A reason needs some words.</source>
        <translation>请写几个字说明理由。</translation>
    </message>
    <message>
        <source>A relation has at most {limit} characters. Put the rest into the comment.</source>
        <translation>关系最多 {limit} 个字符，其余请写进批注。</translation>
    </message>
    <message>
        <source>A row of {table} stands on something that is not there.</source>
        <translation>{table} 表中有一行所依据的内容不存在。</translation>
    </message>
    <message>
        <source>A segment cannot be linked with itself. Choose another one.</source>
        <translation>片段不能链接到自己，请选另一个。</translation>
    </message>
    <message>
        <source>A table can be written as {suffixes}, not as “{name}”.</source>
        <translation>表格可以写为 {suffixes}，不能写为“{name}”。</translation>
    </message>
    <message>
        <source>A text may have {limit} characters; this one has {length}. Split it.</source>
        <translation>文本最多 {limit} 个字符；此文本有 {length} 个。请拆分。</translation>
    </message>
    <message>
        <source>A text of this project is missing ({name}). Restore a backup.</source>
        <translation>此项目缺少一份文本（{name}）。请恢复备份。</translation>
    </message>
    <message>
        <source>A value may have {limit} characters; this one has {length}. Keep it as a document or a memo.</source>
        <translation>一个值最多可有 {limit} 个字符；这个值有 {length} 个。请将它存为文档或备忘录。</translation>
    </message>
    <message>
        <source>A variable is one of {types}, not “{type}”.</source>
        <translation>变量类型是 {types} 之一，不能是“{type}”。</translation>
    </message>
    <message>
        <source>A worksheet holds {limit} columns. Write the table as .csv.</source>
        <translation>工作表最多容纳 {limit} 列。请将表格写为 .csv。</translation>
    </message>
    <message>
        <source>A worksheet holds {limit} rows and this table has more. Write it as .csv or .parquet.</source>
        <translation>工作表最多容纳 {limit} 行，而此表更多。请写为 .csv 或 .parquet。</translation>
    </message>
    <message>
        <source>A {kind} is named by its record or id; “{name}” is neither.</source>
        <translation>{kind}要用记录或标识指明；“{name}”两者都不是。</translation>
    </message>
    <message>
        <source>A {kind} of this name or place exists already. Choose another one.</source>
        <translation>同名或同位置的{kind}已存在。请另选。</translation>
    </message>
    <message>
        <source>A {kind} that was to be changed is gone. Undo is in the history.</source>
        <translation>要更改的{kind}已不存在。可在历史中撤销。</translation>
    </message>
    <message>
        <source>A {kind} that was to be removed is gone already.</source>
        <translation>要移除的{kind}已不存在。</translation>
    </message>
    <message>
        <source>A {what} needs a name with at least one visible character.</source>
        <translation>{what}的名称至少要有一个可见字符。</translation>
    </message>
    <message>
        <source>Add case “{name}”</source>
        <translation>添加个案“{name}”</translation>
    </message>
    <message>
        <source>Add variable “{name}”</source>
        <translation>添加变量“{name}”</translation>
    </message>
    <message>
        <source>Add {kind} “{name}”</source>
        <translation>添加{kind}“{name}”</translation>
    </message>
    <message>
        <source>Adjust a segment in {document}</source>
        <translation>调整 {document} 中的片段</translation>
    </message>
    <message>
        <source>Adjust “{code}” in {document}</source>
        <translation>调整 {document} 中的“{code}”</translation>
    </message>
    <message>
        <source>All random turns that were drawn give the same number.</source>
        <translation>所抽取的随机轮转都得到同一个数。</translation>
    </message>
    <message>
        <source>Also pairs that meet as often as by chance or less.</source>
        <translation>也列出与随机期望同样频繁或更少共现的词对。</translation>
    </message>
    <message>
        <source>Among them: {documents} without a case.</source>
        <translation>其中{documents}没有个案。</translation>
    </message>
    <message>
        <source>An original file of this project is missing ({name}). Restore a backup.</source>
        <translation>此项目缺少一份原始文件（{name}）。请恢复备份。</translation>
    </message>
    <message>
        <source>As of {date}.</source>
        <translation>截至 {date}。</translation>
    </message>
    <message>
        <source>Ask to discuss {count} codings</source>
        <translation>提请讨论 {count} 处标注</translation>
    </message>
    <message>
        <source>Ask to discuss “{code}” in {document}</source>
        <translation>提请讨论 {document} 中的“{code}”</translation>
    </message>
    <message>
        <source>Assign {document.name} to “{case.name}”</source>
        <translation>将 {document.name} 归入“{case.name}”</translation>
    </message>
    <message>
        <source>Audio/visual recording</source>
        <translation>录音/录像</translation>
    </message>
    <message>
        <source>Autocode “{code.name}”: {count} passages</source>
        <translation>自动编码“{code.name}”：{count} 段</translation>
    </message>
    <message>
        <source>Autocode “{code.name}”: {count} passages between {query} and {until}</source>
        <translation>自动编码“{code.name}”：{query} 与 {until} 之间的 {count} 段</translation>
    </message>
    <message>
        <source>Autocode “{code.name}”: {count} passages found by any form of {query}</source>
        <translation>自动编码“{code.name}”：{count} 段，由 {query} 的任一词形找到</translation>
    </message>
    <message>
        <source>Autocode “{code.name}”: {count} passages found by the expression {query}</source>
        <translation>自动编码“{code.name}”：{count} 段，由表达式 {query} 找到</translation>
    </message>
    <message>
        <source>Autocode “{code.name}”: {count} passages found by the text {query}</source>
        <translation>自动编码“{code.name}”：{count} 段，由文字 {query} 找到</translation>
    </message>
    <message>
        <source>Autocode “{code.name}”: {count} passages found by the words {query}</source>
        <translation>自动编码“{code.name}”：{count} 段，由词语 {query} 找到</translation>
    </message>
    <message>
        <source>Autocode “{code.name}”: {count} passages found by words that begin with {query}</source>
        <translation>自动编码“{code.name}”：{count} 段，由以 {query} 开头的词找到</translation>
    </message>
    <message>
        <source>Autocode “{code.name}”: {count} passages, each the {what} around any form of {query}</source>
        <translation>自动编码“{code.name}”：{count} 段，均为含 {query} 任一词形的{what}</translation>
    </message>
    <message>
        <source>Autocode “{code.name}”: {count} passages, each the {what} around the text {query}</source>
        <translation>自动编码“{code.name}”：{count} 段，均为含文字 {query} 的{what}</translation>
    </message>
    <message>
        <source>Autocode “{code.name}”: {count} passages, each the {what} around the words {query}</source>
        <translation>自动编码“{code.name}”：{count} 段，均为含词语 {query} 的{what}</translation>
    </message>
    <message>
        <source>Autocode “{code.name}”: {count} passages, each the {what} around what matches {query}</source>
        <translation>自动编码“{code.name}”：{count} 段，均为符合表达式 {query} 之处所在的{what}</translation>
    </message>
    <message>
        <source>Autocode “{code.name}”: {count} passages, each the {what} around words that begin with {query}</source>
        <translation>自动编码“{code.name}”：{count} 段，均为含以 {query} 开头的词的{what}</translation>
    </message>
    <message>
        <source>Autocode “{code.name}”: {count} passages, the answers to {speakers}</source>
        <translation>自动编码“{code.name}”：{count} 段，对 {speakers} 的回答</translation>
    </message>
    <message>
        <source>Autocode “{code.name}”: {count} passages, the answers to {speakers} on {query}</source>
        <translation>自动编码“{code.name}”：{count} 段，对 {speakers} 关于 {query} 的问题的回答</translation>
    </message>
    <message>
        <source>Autocode “{code.name}”: {count} passages, the turns of {speakers}</source>
        <translation>自动编码“{code.name}”：{count} 段，{speakers} 的话轮</translation>
    </message>
    <message>
        <source>Autocode “{name}”: {count} passages</source>
        <translation>自动编码“{name}”：{count} 段</translation>
    </message>
    <message>
        <source>Backup {number} cannot be put beside {name}: {reason}. Nothing was changed; make room there or check the rights of the folder.</source>
        <translation>无法将备份 {number} 放到 {name} 旁边：{reason}。没有任何改动；请在那里腾出空间，或检查文件夹的权限。</translation>
    </message>
    <message>
        <source>Below a theme map its history stands open.</source>
        <translation>主题图下方展开着它的历史。</translation>
    </message>
    <message>
        <source>Beside the report a note says what saturation and agreement are no proof of.</source>
        <translation>报告旁有一条说明：饱和与一致性不能证明什么。</translation>
    </message>
    <message>
        <source>Beside {name} lies {other}: a synced folder kept two versions. Open both, compare their histories, and put the other one away.</source>
        <translation>{name} 旁边有 {other}：同步文件夹保留了两个版本。请分别打开，比较它们的历史，然后把另一个移走。</translation>
    </message>
    <message>
        <source>Bookmark “{name}” in {document.name}</source>
        <translation>在 {document.name} 中添加书签“{name}”</translation>
    </message>
    <message>
        <source>Boxes of themes and codes grow with the cases that speak of them.</source>
        <translation>主题和编码的框随谈及它们的个案数增大。</translation>
    </message>
    <message>
        <source>Boxes of themes and codes grow with their segments.</source>
        <translation>主题和编码的框随其片段数增大。</translation>
    </message>
    <message>
        <source>Boxes on a map are sized by one of {sizes}, not by “{size}”.</source>
        <translation>主题图上框的大小可取 {sizes} 之一，不能是“{size}”。</translation>
    </message>
    <message>
        <source>Change a link between two segments</source>
        <translation>修改两个片段之间的链接</translation>
    </message>
    <message>
        <source>Change memo “{title}”</source>
        <translation>修改备忘录“{title}”</translation>
    </message>
    <message>
        <source>Change the colour of “{code.name}”</source>
        <translation>更改“{code.name}”的颜色</translation>
    </message>
    <message>
        <source>Chao2 takes the documents to be drawn at random from all that could have been (Chao 1987).</source>
        <translation>Chao2 假定这些文档是从所有可能的文档中随机抽取的（Chao 1987）。</translation>
    </message>
    <message>
        <source>Character {at} is not in “{name}”, which has {length}.</source>
        <translation>“{name}”共有 {length} 个字符，第 {at} 个不在其中。</translation>
    </message>
    <message>
        <source>Characters that carry each code; several coders on one passage count once.</source>
        <translation>带有各编码的字符数；多位编码者编码同一处文字只计一次。</translation>
    </message>
    <message>
        <source>Characters {start} to {end} are not in the document, which has {length}. Give a start below the end, both inside the text.</source>
        <translation>第 {start} 至 {end} 个字符不在文档中，文档共有 {length} 个字符。起点要小于终点，且都在文本之内。</translation>
    </message>
    <message>
        <source>Characters {start} to {end} are not in “{name}”, which has {length}.</source>
        <translation>第 {start} 至 {end} 个字符不在“{name}”中，它共有 {length} 个字符。</translation>
    </message>
    <message>
        <source>Chosen so that as many cases as possible are heard.</source>
        <translation>选取时力求让尽可能多的个案发声。</translation>
    </message>
    <message>
        <source>Code a segment with “{to.name}” too</source>
        <translation>把一个片段也编为“{to.name}”</translation>
    </message>
    <message>
        <source>Code {count} hits with “{code.name}”</source>
        <translation>将 {count} 处结果编码为“{code.name}”</translation>
    </message>
    <message>
        <source>Code {count} segments with “{to.name}” too</source>
        <translation>把 {count} 个片段也编为“{to.name}”</translation>
    </message>
    <message>
        <source>Code “{code.name}” in {document.name}</source>
        <translation>在 {document.name} 中编码“{code.name}”</translation>
    </message>
    <message>
        <source>Codes and the cases that speak of them in at least {segments}.</source>
        <translation>编码，以及在至少{segments}中谈到它们的个案。</translation>
    </message>
    <message>
        <source>Comment on a segment in {document}</source>
        <translation>批注 {document} 中的片段</translation>
    </message>
    <message>
        <source>Confirm the place of a segment in {document}</source>
        <translation>确认 {document} 中一个片段的位置</translation>
    </message>
    <message>
        <source>Confirm the places of {count} segments</source>
        <translation>确认 {count} 个片段的位置</translation>
    </message>
    <message>
        <source>Counts describe the data set. In reflexive thematic analysis they are no proof of a theme: what matters is whether it says something about the research question (Braun &amp; Clarke 2006, 2021a).</source>
        <translation>计数描述的是资料集。在反身性主题分析中，计数不能证明一个主题：重要的是它对研究问题说明了什么（Braun &amp; Clarke 2006，2021a）。</translation>
    </message>
    <message>
        <source>Data collection instruments and technologies</source>
        <translation>资料收集工具与技术</translation>
    </message>
    <message>
        <source>Define “{code.name}”</source>
        <translation>定义“{code.name}”</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>Dice</translation>
    </message>
    <message>
        <source>Display ids stand for names: {named} of {cases}.</source>
        <translation>以显示编号代替姓名：{cases}中的 {named} 个。</translation>
    </message>
    <message>
        <source>Distinct spans of each code; two coders on one span count once.</source>
        <translation>各编码的不同片段；两位编码者编码同一片段只计一次。</translation>
    </message>
    <message>
        <source>Documents of cases with {values}</source>
        <translation>所属个案符合以下条件的文档：{values}</translation>
    </message>
    <message>
        <source>Drawn from the {number} {things} with most segments of {whole}.</source>
        <translation>仅取片段最多的 {number} 个{things}（共 {whole} 个）绘制。</translation>
    </message>
    <message>
        <source>Each language is counted by itself: {sizes} words.</source>
        <translation>各语言分别计数，词数：{sizes}。</translation>
    </message>
    <message>
        <source>Each quotation is given with its document.</source>
        <translation>每条引文都标明其文档。</translation>
    </message>
    <message>
        <source>Each quotation is given with the display id of its case or speaker; where there is none, with its document.</source>
        <translation>每条引文都标明其个案或发言人的显示编号；没有编号的标明文档。</translation>
    </message>
    <message>
        <source>Edit “{document.name}”</source>
        <translation>编辑“{document.name}”</translation>
    </message>
    <message>
        <source>Edit “{document.name}” ({gone} segments lost their words)</source>
        <translation>编辑“{document.name}”（{gone} 个片段失去文字）</translation>
    </message>
    <message>
        <source>Ethical issues pertaining to human subjects</source>
        <translation>涉及人类受试者的伦理问题</translation>
    </message>
    <message>
        <source>Fix this codebook version…</source>
        <translation>固定这一编码本版本…</translation>
    </message>
    <message>
        <source>Fixing a version of the codebook and its changes have buttons in the bar.</source>
        <translation>固定编码本版本及其变更在工具栏上有按钮。</translation>
    </message>
    <message>
        <source>Folders: {names}</source>
        <translation>文件夹：{names}</translation>
    </message>
    <message>
        <source>For one pair alone {needed} draws would be needed, more than can be asked for: ask about fewer codes.</source>
        <translation>单独一对需要抽取 {needed} 次，超出了可设的上限：请减少编码。</translation>
    </message>
    <message>
        <source>For one pair alone {needed} draws would suffice.</source>
        <translation>单独一对抽取 {needed} 次即可。</translation>
    </message>
    <message>
        <source>For the odds ratio 0.5 was added to each cell, because one is empty.</source>
        <translation>计算比值比时每格加 0.5，因为有一格为空。</translation>
    </message>
    <message>
        <source>Framework matrix</source>
        <translation>框架矩阵</translation>
    </message>
    <message>
        <source>Give both a start and an end, or neither for the whole document.</source>
        <translation>请同时给出起点和终点，或都不给以表示整个文档。</translation>
    </message>
    <message>
        <source>How do the findings relate to earlier work; what follows from them, where do they apply, and what do they add?</source>
        <translation>结果与以往研究有何关系；有何启示，适用于何处，增添了什么？</translation>
    </message>
    <message>
        <source>How were data transcribed, kept, coded, and made anonymous?</source>
        <translation>资料如何转录、保存、编码和匿名化？</translation>
    </message>
    <message>
        <source>How were themes identified and developed; who took part?</source>
        <translation>主题如何识别和发展；谁参与了？</translation>
    </message>
    <message>
        <source>Import {number} files</source>
        <translation>导入 {number} 个文件</translation>
    </message>
    <message>
        <source>Import {what}</source>
        <translation>导入 {what}</translation>
    </message>
    <message>
        <source>In an empty cell the measure is not defined.</source>
        <translation>空白单元格表示该指标无定义。</translation>
    </message>
    <message>
        <source>In {number} of these documents only these cases&apos; own turns and passages count</source>
        <translation>其中 {number} 个文档只计入这些个案本人的发言和段落</translation>
    </message>
    <message>
        <source>Integration with prior work, implications, transferability, and contribution(s) to the field</source>
        <translation>与既有研究的整合、启示、可迁移性以及对本领域的贡献</translation>
    </message>
    <message>
        <source>Interviewer/facilitator</source>
        <translation>访谈者/主持人</translation>
    </message>
    <message>
        <source>It is a smart code without an answer: its query asks for something that is gone.</source>
        <translation>这是没有答案的智能编码：它的查询所问的内容已不存在。</translation>
    </message>
    <message>
        <source>It is not defined for a code and itself: the diagonal is empty.</source>
        <translation>编码与其自身没有定义：对角线为空。</translation>
    </message>
    <message>
        <source>Items 22 and 24 ask for data saturation and for the number of coders. Neither is a mark of quality in reflexive thematic analysis (Braun &amp; Clarke 2021a, 2021b), and checklists that do not fit its values are among the reasons why it is often reported badly (Braun &amp; Clarke 2024).</source>
        <translation>第 22 和 24 条要求说明资料饱和与编码者人数。在反身性主题分析中，两者都不是质量的标志（Braun &amp; Clarke 2021a, 2021b）；不符合其价值取向的清单，是该方法常常报告不当的原因之一（Braun &amp; Clarke 2024）。</translation>
    </message>
    <message>
        <source>Jaccard</source>
        <translation>Jaccard</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Lines: {measure}, {number} or more; wider is more. Marks grow with the number of segments.</source>
        <translation>连线：{measure}，不小于 {number}；线越粗值越大。标记随片段数增大。</translation>
    </message>
    <message>
        <source>Link two segments: {relation}</source>
        <translation>链接两个片段：{relation}</translation>
    </message>
    <message>
        <source>Linked codes</source>
        <translation>关联的编码</translation>
    </message>
    <message>
        <source>Make cases of the speakers in {document.name}</source>
        <translation>将 {document.name} 的说话者设为个案</translation>
    </message>
    <message>
        <source>Make the code set “{name}”</source>
        <translation>新建编码集“{name}”</translation>
    </message>
    <message>
        <source>Make the map “{name}” of {number} things</source>
        <translation>用 {number} 项内容建立主题图“{name}”</translation>
    </message>
    <message>
        <source>Make the map “{name}” of “{thing}”</source>
        <translation>用“{thing}”建立主题图“{name}”</translation>
    </message>
    <message>
        <source>Make the project</source>
        <translation>创建项目</translation>
    </message>
    <message>
        <source>Mark {count} codings</source>
        <translation>标记 {count} 处标注</translation>
    </message>
    <message>
        <source>Mark “{code}” in {document}</source>
        <translation>标记 {document} 中的“{code}”</translation>
    </message>
    <message>
        <source>Mark “{code}” in {document} as a near miss</source>
        <translation>把 {document} 中的“{code}”标为近似反例</translation>
    </message>
    <message>
        <source>Mark “{code}” in {document} as an exemplar</source>
        <translation>把 {document} 中的“{code}”标为典型例子</translation>
    </message>
    <message>
        <source>Measures of agreement between coders are not there yet.</source>
        <translation>编码者之间一致性的度量目前还没有。</translation>
    </message>
    <message>
        <source>Merge {names} into “{into.name}”</source>
        <translation>把{names}合并到“{into.name}”</translation>
    </message>
    <message>
        <source>Merge “{code.name}” into “{into.name}”</source>
        <translation>将“{code.name}”合并到“{into.name}”</translation>
    </message>
    <message>
        <source>Methodological orientation and Theory</source>
        <translation>方法论取向与理论</translation>
    </message>
    <message>
        <source>Move a segment to “{to.name}”</source>
        <translation>把一个片段移到“{to.name}”</translation>
    </message>
    <message>
        <source>Move document “{document.name}” to folder “{folder}”</source>
        <translation>将文档“{document.name}”移动到文件夹“{folder}”</translation>
    </message>
    <message>
        <source>Move {count} segments to “{to.name}”</source>
        <translation>把 {count} 个片段移到“{to.name}”</translation>
    </message>
    <message>
        <source>Move {names}</source>
        <translation>移动{names}</translation>
    </message>
    <message>
        <source>Move “{code.name}”</source>
        <translation>移动“{code.name}”</translation>
    </message>
    <message>
        <source>NEAR in “{query}” stands between two words or phrases: trust NEAR/5 money. To look for the word itself, write it small.</source>
        <translation>“{query}”中的 NEAR 要放在两个词或短语之间：trust NEAR/5 money。要查找这个词本身，请用小写。</translation>
    </message>
    <message>
        <source>Name at least one code that is to take segments of “{name}”.</source>
        <translation>请至少指定一个接收“{name}”片段的编码。</translation>
    </message>
    <message>
        <source>Name at least one code.</source>
        <translation>请至少指定一个编码。</translation>
    </message>
    <message>
        <source>Name this point of the analysis…</source>
        <translation>为分析的这一时刻命名…</translation>
    </message>
    <message>
        <source>Naming a version of the codebook and its changes have buttons in the bar.</source>
        <translation>为编码本版本命名及其变更在工具栏上有按钮。</translation>
    </message>
    <message>
        <source>Neither saturation nor agreement between coders is a proof of quality in reflexive thematic analysis. Where a guideline asks for them, say why they do not apply (Braun &amp; Clarke 2021a, 2021b).</source>
        <translation>在反身性主题分析中，饱和与编码者之间的一致性都不是质量的证明。若报告规范问到它们，请说明为何不适用（Braun &amp; Clarke 2021a，2021b）。</translation>
    </message>
    <message>
        <source>New code “{name}” in {document.name}</source>
        <translation>在 {document.name} 中新建编码“{name}”</translation>
    </message>
    <message>
        <source>No backup of {name} can be kept in {folder}: {reason}. The project itself is saved; make room there.</source>
        <translation>无法在 {folder} 中保存 {name} 的备份：{reason}。项目本身已保存；请在那里腾出空间。</translation>
    </message>
    <message>
        <source>No case has “{value}” for “{variable}”. There are: {names}.</source>
        <translation>没有个案的“{variable}”为“{value}”。现有：{names}。</translation>
    </message>
    <message>
        <source>No file can have NUL in its name. Choose another name.</source>
        <translation>文件名中不能有 NUL 字符。请另选名称。</translation>
    </message>
    <message>
        <source>No installed model finds names in these languages (documents): {languages}.</source>
        <translation>已安装的模型都不能在以下语言中找出名称（文档数）：{languages}。</translation>
    </message>
    <message>
        <source>No project was named. Give a project file ending in .qualcode.</source>
        <translation>没有指定项目。请给出以 .qualcode 结尾的项目文件。</translation>
    </message>
    <message>
        <source>No trained spaCy model that is installed finds names in these documents ({languages}): install {models} where qualcode runs, with “{command}”, and start it again.</source>
        <translation>已安装的 spaCy 训练模型都不能在这些文档（{languages}）中找出名称：请在运行 qualcode 的环境中用“{command}”安装 {models}，然后重新启动。</translation>
    </message>
    <message>
        <source>No words stand together so often and more often than by chance. Choose a lower least count, or “Below chance too”.</source>
        <translation>没有词达到这样的共现次数且多于随机期望。请降低最少次数，或选“也含低于随机者”。</translation>
    </message>
    <message>
        <source>Nobody called “{name}” speaks. There are: {names}.</source>
        <translation>没有名为“{name}”的说话人。现有：{names}。</translation>
    </message>
    <message>
        <source>Nobody doubts the place of these segments any more.</source>
        <translation>这些片段的位置已不再有疑问。</translation>
    </message>
    <message>
        <source>Nobody sees {bare} of the segments: no code, no evidence and no map shows them.</source>
        <translation>有 {bare} 个片段谁也看不到：没有编码、证据或主题图显示它们。</translation>
    </message>
    <message>
        <source>None of the chosen documents belongs to a case. Assign documents or speakers to cases first, or choose another rule than case.</source>
        <translation>所选文档均不属于任何个案。请先将文档或说话人归入个案，或选择其他规则。</translation>
    </message>
    <message>
        <source>Not compared, for only one of the parts has words in it: {languages}.</source>
        <translation>以下语言未作比较，因为只有一方有这种语言的词：{languages}。</translation>
    </message>
    <message>
        <source>Nothing is expected: nowhere could the second code follow, or it is the first one itself.</source>
        <translation>没有期望值：第二个编码无处可以跟随，或者它就是第一个编码本身。</translation>
    </message>
    <message>
        <source>Nothing of step {number} “{summary}” is as it left it any more; there is nothing to take apart.</source>
        <translation>第 {number} 步“{summary}”留下的内容都已改变；没有可拆开的。</translation>
    </message>
    <message>
        <source>Number of {things} of each code.</source>
        <translation>各编码的{things}数。</translation>
    </message>
    <message>
        <source>Ordered by likeness: average linkage on 1 − Jaccard.</source>
        <translation>按相似度排序：以 1 − Jaccard 为距离的平均连接聚类。</translation>
    </message>
    <message>
        <source>Part of all characters that carry the code.</source>
        <translation>带有该编码的字符占全部字符的比例。</translation>
    </message>
    <message>
        <source>Put a segment of {document} in its place</source>
        <translation>把 {document} 中的一个片段移到正确位置</translation>
    </message>
    <message>
        <source>Put {names} into the code set “{code_set.name}”</source>
        <translation>把{names}放入编码集“{code_set.name}”</translation>
    </message>
    <message>
        <source>Put “{code.name}” elsewhere in the code set “{code_set.name}”</source>
        <translation>在编码集“{code_set.name}”中移动“{code.name}”</translation>
    </message>
    <message>
        <source>RTARG, made for reflexive thematic analysis (Braun &amp; Clarke 2024, Palliative Medicine 38(6), 608–616), is not offered: its items stand in a supplement to the paper that could not be read when this program was made.</source>
        <translation>专为反身性主题分析制定的 RTARG（Braun &amp; Clarke 2024，Palliative Medicine 38(6)，608–616）未提供：其条目载于论文的补充材料，编写本程序时无法读到。</translation>
    </message>
    <message>
        <source>Redo: {summary}</source>
        <translation>重做：{summary}</translation>
    </message>
    <message>
        <source>Reflexive journal</source>
        <translation>反思日志</translation>
    </message>
    <message>
        <source>Reflexive memos: {memos}, {days}.</source>
        <translation>反思备忘录：{memos}，{days}。</translation>
    </message>
    <message>
        <source>Remove a link between two segments: {link.relation}</source>
        <translation>移除两个片段之间的链接：{link.relation}</translation>
    </message>
    <message>
        <source>Remove bookmark “{bookmark.name}”</source>
        <translation>移除书签“{bookmark.name}”</translation>
    </message>
    <message>
        <source>Remove case “{case.name}”</source>
        <translation>移除个案“{case.name}”</translation>
    </message>
    <message>
        <source>Remove document “{document.name}” and its {codings} codings</source>
        <translation>移除文档“{document.name}”及其 {codings} 处标注</translation>
    </message>
    <message>
        <source>Remove memo “{memo.title}”</source>
        <translation>移除备忘录“{memo.title}”</translation>
    </message>
    <message>
        <source>Remove the code set “{code_set.name}”</source>
        <translation>移除编码集“{code_set.name}”</translation>
    </message>
    <message>
        <source>Remove {codings} codings whose words are gone</source>
        <translation>移除 {codings} 处文字已不在的标注</translation>
    </message>
    <message>
        <source>Remove {names} and their {codings} codings</source>
        <translation>移除{names}及其 {codings} 处标注</translation>
    </message>
    <message>
        <source>Remove {number} relations from “{theme_map.name}”</source>
        <translation>从“{theme_map.name}”中移除 {number} 个关系</translation>
    </message>
    <message>
        <source>Remove “{code.name}” and its {codings} codings</source>
        <translation>移除“{code.name}”及其 {codings} 处标注</translation>
    </message>
    <message>
        <source>Remove “{code}” from {document}</source>
        <translation>从 {document} 中移除“{code}”</translation>
    </message>
    <message>
        <source>Rename bookmark “{bookmark.name}” to “{name}”</source>
        <translation>将书签“{bookmark.name}”重命名为“{name}”</translation>
    </message>
    <message>
        <source>Rename case “{case.name}” to “{name}”</source>
        <translation>将个案“{case.name}”重命名为“{name}”</translation>
    </message>
    <message>
        <source>Rename document “{document.name}” to “{name}”</source>
        <translation>将文档“{document.name}”重命名为“{name}”</translation>
    </message>
    <message>
        <source>Rename the code set “{code_set.name}” to “{name}”</source>
        <translation>把编码集“{code_set.name}”改名为“{name}”</translation>
    </message>
    <message>
        <source>Rename “{code.name}” to “{name}”</source>
        <translation>将“{code.name}”重命名为“{name}”</translation>
    </message>
    <message>
        <source>Replace the text of “{document.name}” ({gone} segments lost their words)</source>
        <translation>替换“{document.name}”的文本（{gone} 个片段失去了文字）</translation>
    </message>
    <message>
        <source>Replace {count} passages in {documents} documents</source>
        <translation>在 {documents} 个文档中替换 {count} 处</translation>
    </message>
    <message>
        <source>Replace {count} passages in {documents} documents ({gone} segments lost their words)</source>
        <translation>在 {documents} 个文档中替换 {count} 处（{gone} 个片段失去文字）</translation>
    </message>
    <message>
        <source>Replace “{document.name}” with {file} ({gone} segments lost their words)</source>
        <translation>用 {file} 替换“{document.name}”（{gone} 个片段失去文字）</translation>
    </message>
    <message>
        <source>Restore version {number} of “{document.name}”</source>
        <translation>恢复“{document.name}”的版本 {number}</translation>
    </message>
    <message>
        <source>Restore version {number} of “{document.name}” ({gone} segments lost their words)</source>
        <translation>恢复“{document.name}”的版本 {number}（{gone} 个片段失去文字）</translation>
    </message>
    <message>
        <source>Results/findings</source>
        <translation>结果/发现</translation>
    </message>
    <message>
        <source>Row {row} of “{name}” ends at {end} before it has begun at {start}.</source>
        <translation>“{name}”第 {row} 行的终点 {end} 在起点 {start} 之前。</translation>
    </message>
    <message>
        <source>Row {row} of “{name}” lies more than {limit} levels deep. Make the codebook flatter.</source>
        <translation>“{name}”第 {row} 行的层级超过 {limit} 层。请减少编码本的层级。</translation>
    </message>
    <message>
        <source>Row {row} of “{name}” names no document or no code.</source>
        <translation>“{name}”第 {row} 行没有写明文档或编码。</translation>
    </message>
    <message>
        <source>Row {row} of “{name}” repeats the code “{path}”. Keep one of the two rows.</source>
        <translation>“{name}”第 {row} 行重复了编码“{path}”。两行只保留一行。</translation>
    </message>
    <message>
        <source>Row {row} of “{name}”: the codes {codes} lie in a circle, each below the next. Take out one of their parents.</source>
        <translation>“{name}”第 {row} 行：编码 {codes} 互为上级，形成循环。请去掉其中一个的上级。</translation>
    </message>
    <message>
        <source>Row {row} of “{name}”: the kind “{kind}” is neither theme nor code.</source>
        <translation>“{name}”第 {row} 行：种类“{kind}”既不是 theme 也不是 code。</translation>
    </message>
    <message>
        <source>Row {row} of “{name}”: the link “{link}” cannot be read. Write it as: contradicts -&gt; P03 [120:155] (Ana).</source>
        <translation>“{name}”第 {row} 行：无法读取链接“{link}”。请写成：contradicts -&gt; P03 [120:155] (Ana)。</translation>
    </message>
    <message>
        <source>Row {row} of “{name}”: the origin “{origin}” is none of inductive, deductive, in-vivo.</source>
        <translation>“{name}”第 {row} 行：来源“{origin}”不是 inductive、deductive、in-vivo 之一。</translation>
    </message>
    <message>
        <source>Row {row} of “{name}”: the weight “{weight}” is not a number.</source>
        <translation>“{name}”第 {row} 行：权重“{weight}”不是数字。</translation>
    </message>
    <message>
        <source>Row {row} of “{name}”: there are several codes “{parent}” that could be the parent. Write the whole path of the parent.</source>
        <translation>“{name}”第 {row} 行：有多个名为“{parent}”的编码都可能是上级。请写出上级的完整路径。</translation>
    </message>
    <message>
        <source>Row {row} of “{name}”: {column} is “{written}”; a whole number of characters is expected.</source>
        <translation>“{name}”第 {row} 行：{column} 写的是“{written}”；应为整数的字符数。</translation>
    </message>
    <message>
        <source>Row {row} of “{name}”: {column} is “{written}”; one of these is expected: {known}.</source>
        <translation>“{name}”第 {row} 行：{column} 是“{written}”，应为其中之一：{known}。</translation>
    </message>
    <message>
        <source>Row {row} of “{name}”: {reason}</source>
        <translation>“{name}”第 {row} 行：{reason}</translation>
    </message>
    <message>
        <source>Row {row} of “{name}”: “{color}” is no colour. Write it as #2067DA or leave it empty.</source>
        <translation>“{name}”第 {row} 行：“{color}”不是颜色。请写成 #2067DA 的形式或留空。</translation>
    </message>
    <message>
        <source>Row {row}: characters {start} to {end} are not in “{document}”, which has {length}.</source>
        <translation>第 {row} 行：第 {start} 至 {end} 个字符不在“{document}”中，它共有 {length} 个字符。</translation>
    </message>
    <message>
        <source>Row {row}: the text of “{document}” from {start} to {end} is not the quote beside it. The positions belong to another version of the document.</source>
        <translation>第 {row} 行：“{document}”从 {start} 到 {end} 的文本与旁边的引文不符。这些位置属于该文档的另一版本。</translation>
    </message>
    <message>
        <source>Say how certain {count} codings are</source>
        <translation>说明对 {count} 处标注的把握程度</translation>
    </message>
    <message>
        <source>Say how certain “{code}” in {document} is</source>
        <translation>说明对 {document} 中“{code}”的把握程度</translation>
    </message>
    <message>
        <source>Say what marks the beginning of a passage, as a regular expression such as ^Q\d+.</source>
        <translation>请指明段落开头的标记，用正则表达式，例如 ^Q\d+。</translation>
    </message>
    <message>
        <source>Say who speaks: autocoding by speaker or question needs at least one name.</source>
        <translation>请指明说话人：按说话人或问题自动编码至少需要一个名字。</translation>
    </message>
    <message>
        <source>Say why: {what}</source>
        <translation>说明理由：{what}</translation>
    </message>
    <message>
        <source>Set the language of “{document.name}” to {language}</source>
        <translation>将“{document.name}”的语言设为 {language}</translation>
    </message>
    <message>
        <source>Set the speakers of “{document.name}”</source>
        <translation>设置“{document.name}”的说话人</translation>
    </message>
    <message>
        <source>Set {variable} of “{case.name}”</source>
        <translation>设置“{case.name}”的 {variable}</translation>
    </message>
    <message>
        <source>Settle the discussion of {count} codings</source>
        <translation>{count} 处标注的讨论已解决</translation>
    </message>
    <message>
        <source>Settle the discussion of “{code}” in {document}</source>
        <translation>{document} 中“{code}”的讨论已解决</translation>
    </message>
    <message>
        <source>Several coders on one span count once.</source>
        <translation>多位编码者编码同一片段只计一次。</translation>
    </message>
    <message>
        <source>Some of these segments do not carry “{name}” any more. Look at the list anew.</source>
        <translation>其中一些片段已不再编为“{name}”。请重新查看列表。</translation>
    </message>
    <message>
        <source>Something that this stands on has been removed, or is still in use. Nothing was changed.</source>
        <translation>所依赖的内容已被移除，或仍在使用。未作任何更改。</translation>
    </message>
    <message>
        <source>Split “{code.name}” into {names}</source>
        <translation>把“{code.name}”拆分为{names}</translation>
    </message>
    <message>
        <source>Step {expected} is missing.</source>
        <translation>缺少第 {expected} 步。</translation>
    </message>
    <message>
        <source>Step {number} cannot be undone: a {kind} of the same name or place has been added since. Rename or remove that one first.</source>
        <translation>第 {number} 步无法撤销：此后添加了同名或同位置的{kind}。请先重命名或移除它。</translation>
    </message>
    <message>
        <source>Step {number} “{summary}” cannot be undone, because step {later} “{later_summary}” by {coder} came after it and stands on it. Undo step {later} first.</source>
        <translation>第 {number} 步“{summary}”无法撤销，因为 {coder} 其后的第 {later} 步“{later_summary}”以它为基础。请先撤销第 {later} 步。</translation>
    </message>
    <message>
        <source>Step {number} “{summary}” cannot be undone: what it changed is no longer there as it left it.</source>
        <translation>第 {number} 步“{summary}”无法撤销：它所更改的内容已不是当时的样子。</translation>
    </message>
    <message>
        <source>Step {number} “{summary}” is no merge, split or move. Undo it from the history instead.</source>
        <translation>第 {number} 步“{summary}”不是合并、拆分或移动。请在历史中撤销它。</translation>
    </message>
    <message>
        <source>Step {number} “{summary}” is undone already.</source>
        <translation>第 {number} 步“{summary}”已经撤销。</translation>
    </message>
    <message>
        <source>Step {number} “{summary}” is what the rest stands on; it cannot be undone.</source>
        <translation>第 {number} 步“{summary}”是其余一切的基础；无法撤销。</translation>
    </message>
    <message>
        <source>Step {number} “{summary}” was changed after it was written.</source>
        <translation>第 {number} 步“{summary}”在写入后被改动过。</translation>
    </message>
    <message>
        <source>Take apart again: {what}</source>
        <translation>重新拆开：{what}</translation>
    </message>
    <message>
        <source>Take the mark off “{code}” in {document}</source>
        <translation>去掉 {document} 中“{code}”的标记</translation>
    </message>
    <message>
        <source>Take {document.name} out of “{case.name}”</source>
        <translation>将 {document.name} 移出“{case.name}”</translation>
    </message>
    <message>
        <source>Take {names} out of the code set “{code_set.name}”</source>
        <translation>把{names}移出编码集“{code_set.name}”</translation>
    </message>
    <message>
        <source>That {kind} is not in the project any more. Look in the history for when it went.</source>
        <translation>该{kind}已不在项目中。可在历史中查看它何时消失。</translation>
    </message>
    <message>
        <source>The Themes tab opens with the map of relations.</source>
        <translation>“主题”标签页首先打开关系图。</translation>
    </message>
    <message>
        <source>The address of the project cannot be read ({reason}). Write it as postgresql://user@host:port/database</source>
        <translation>无法读取项目的地址（{reason}）。请写成 postgresql://user@host:port/database</translation>
    </message>
    <message>
        <source>The analysis {name} has no option “{option}”.</source>
        <translation>分析 {name} 没有选项“{option}”。</translation>
    </message>
    <message>
        <source>The backups of {name} in {folder} cannot be read: {reason}. Check the rights of that folder.</source>
        <translation>{folder} 中 {name} 的备份无法读取：{reason}。请检查该文件夹的权限。</translation>
    </message>
    <message>
        <source>The bookmark “{bookmark}” at {at} is not in the text of “{name}”.</source>
        <translation>位于 {at} 的书签“{bookmark}”不在“{name}”的文字中。</translation>
    </message>
    <message>
        <source>The codebook has {themes} and {codes} on {levels}; with a definition: {defined} of {all}.</source>
        <translation>编码本有{themes}和{codes}，共{levels}；有定义的：{all} 个中的 {defined} 个。</translation>
    </message>
    <message>
        <source>The content {name} was changed outside the program.</source>
        <translation>内容 {name} 在程序之外被改动过。</translation>
    </message>
    <message>
        <source>The database {name} is not as qualcode made it: {reason}. Bring back a good state from a copy made with pg_dump.</source>
        <translation>数据库 {name} 已不是 qualcode 建立时的样子：{reason}。请用 pg_dump 制作的副本恢复到完好状态。</translation>
    </message>
    <message>
        <source>The database {place} has tables of another program where a project needs its own: {names}. Choose an empty database.</source>
        <translation>数据库 {place} 中有其他程序的表，占用了项目所需的表名：{names}。请选择一个空数据库。</translation>
    </message>
    <message>
        <source>The expression “{pattern}” needs more memory than there is.</source>
        <translation>表达式“{pattern}”需要的内存超出了可用内存。</translation>
    </message>
    <message>
        <source>The expression “{pattern}” takes too long and was stopped. Make it simpler: no repeat inside a repeat, as in (a+)+.</source>
        <translation>表达式“{pattern}”耗时过长，已停止。请把它写得简单些：不要在重复里再套重复，如 (a+)+。</translation>
    </message>
    <message>
        <source>The file is damaged: {row}.</source>
        <translation>文件已损坏：{row}。</translation>
    </message>
    <message>
        <source>The filter names nothing. Leave it out to look at everything.</source>
        <translation>筛选没有指定任何内容。不加筛选即可查看全部。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {reason}. Check its rights, or name another one in {variable}.</source>
        <translation>无法创建文件夹 {folder}：{reason}。请检查其权限，或在 {variable} 中另行指定。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {reason}. Choose another one.</source>
        <translation>无法创建文件夹 {folder}：{reason}。请另选。</translation>
    </message>
    <message>
        <source>The forms of words in {language} cannot be read. Reinstall qualcode.</source>
        <translation>无法读取语言 {language} 的词形表。请重新安装 qualcode。</translation>
    </message>
    <message>
        <source>The history has {steps}, {days}; undone: {undone}. People: {names}.</source>
        <translation>历史记录有{steps}，{days}；已撤销：{undone}。人员：{names}。</translation>
    </message>
    <message>
        <source>The history of a {kind} is damaged. See where with: qualcode check; a backup may still have it.</source>
        <translation>某个{kind}的历史已损坏。请用 qualcode check 查看位置；备份中可能还有。</translation>
    </message>
    <message>
        <source>The history of {name} cannot be read. See what is wrong with: qualcode check {place}</source>
        <translation>{name} 的历史无法读取。请用以下命令查看问题：qualcode check {place}</translation>
    </message>
    <message>
        <source>The journal stands open in a new project and asks a question now and then.</source>
        <translation>新项目打开时日志已展开，并不时提出一个问题。</translation>
    </message>
    <message>
        <source>The matrix of cases by themes comes first in the Analyse tab and has a button in the bar.</source>
        <translation>个案 × 主题矩阵在“分析”标签页中排在第一，并在工具栏上有按钮。</translation>
    </message>
    <message>
        <source>The reflexive journal and the history of the theme map have buttons in the bar.</source>
        <translation>反思日志和主题图的历史在工具栏上有按钮。</translation>
    </message>
    <message>
        <source>Themes with their codes, and the cases that speak of a code in at least {segments}.</source>
        <translation>主题及其编码，以及在至少{segments}中谈到某个编码的个案。</translation>
    </message>
    <message>
        <source>There are more than {number} places. Look for something rarer.</source>
        <translation>位置超过 {number} 处。请查找更少见的内容。</translation>
    </message>
    <message>
        <source>There is a code set “{name}” already. Choose another name.</source>
        <translation>已有编码集“{name}”。请换一个名称。</translation>
    </message>
    <message>
        <source>There is a code “{name}” in this place already. Choose another name, or merge the two.</source>
        <translation>此处已有编码“{name}”。请换一个名称，或将两者合并。</translation>
    </message>
    <message>
        <source>There is no file {path}. Make a project with: qualcode new {place}</source>
        <translation>没有文件 {path}。可这样新建项目：qualcode new {place}</translation>
    </message>
    <message>
        <source>Were notes made in the field, during or after the interviews?</source>
        <translation>访谈期间或之后是否在现场作了笔记？</translation>
    </message>
    <message>
        <source>What are the important characteristics of the sample?</source>
        <translation>样本有哪些重要特征？</translation>
    </message>
    <message>
        <source>What brought this theme back, and what do you see in it that you did not before?</source>
        <translation>是什么让这个主题回来了？您现在看到了哪些从前没有看到的？</translation>
    </message>
    <message>
        <source>What did reading it against all of the data change, and what does it leave out?</source>
        <translation>对照全部资料重读之后有什么改变？它遗漏了什么？</translation>
    </message>
    <message>
        <source>What did we agree on in this round, and from which codebook version on does it hold?</source>
        <translation>这一轮我们商定了什么？从哪个编码本版本起生效？</translation>
    </message>
    <message>
        <source>What does the name bring to the fore, and what does it hide?</source>
        <translation>这个名称突出了什么，又遮蔽了什么？</translation>
    </message>
    <message>
        <source>What does this case say on this theme, in a sentence?</source>
        <translation>用一句话说，这个个案对这个主题说了什么？</translation>
    </message>
    <message>
        <source>What in the data has no place in the codebook yet?</source>
        <translation>资料中还有什么在编码本里没有位置？</translation>
    </message>
    <message>
        <source>What is the one idea at its centre, and whose telling of it is this: theirs or yours?</source>
        <translation>它的核心想法是什么？这是谁的讲述：他们的还是您的？</translation>
    </message>
    <message>
        <source>What limits the findings and whether they can be trusted?</source>
        <translation>哪些因素限制了结果及其可信度？</translation>
    </message>
    <message>
        <source>What made you let it go, and what did you learn from it?</source>
        <translation>是什么让您放弃了它？您从中学到了什么？</translation>
    </message>
    <message>
        <source>When a theme comes into another stage, a question goes with it.</source>
        <translation>主题进入另一阶段时，会随之提出一个问题。</translation>
    </message>
    <message>
        <source>Where a document has turns, the number of the turn stands beside it.</source>
        <translation>文档有话轮的，并标明话轮编号。</translation>
    </message>
    <message>
        <source>Where did we code differently, and what must the definition say?</source>
        <translation>我们在哪里编码不同？定义必须怎么写？</translation>
    </message>
    <message>
        <source>Which cases are alike here, and which one is different?</source>
        <translation>哪些个案在这里相似？哪一个不同？</translation>
    </message>
    <message>
        <source>Which cell of the matrix is empty, and what does that say?</source>
        <translation>矩阵中哪个单元格是空的？这说明什么？</translation>
    </message>
    <message>
        <source>Which code was hard to apply here, and which words of its definition would help?</source>
        <translation>这里哪个编码难以使用？定义中怎样的措辞会有帮助？</translation>
    </message>
    <message>
        <source>Which codes mean nearly the same, and what tells them apart?</source>
        <translation>哪些编码意思相近？它们的区别是什么？</translation>
    </message>
    <message>
        <source>Which guides, questionnaires and devices were used; did they change on the way?</source>
        <translation>使用了哪些提纲、问卷和设备；过程中是否有变化？</translation>
    </message>
    <message>
        <source>Which methodological orientation and theory underpin the study?</source>
        <translation>研究以何种方法论取向和理论为基础？</translation>
    </message>
    <message>
        <source>Which segments should everybody code again?</source>
        <translation>哪些片段应当由所有人重新编码？</translation>
    </message>
    <message>
        <source>Write a reflexive memo…</source>
        <translation>写反思备忘录…</translation>
    </message>
    <message>
        <source>Write a theoretical memo…</source>
        <translation>写理论备忘录…</translation>
    </message>
    <message>
        <source>Write the central organising concept of “{theme.name}”</source>
        <translation>写下“{theme.name}”的核心组织概念</translation>
    </message>
    <message>
        <source>[…] stands for redacted words there, and it cannot be told for which. Write it into “{name}” yourself.</source>
        <translation>其中的 […] 代替已遮盖的文字，无法判断各自代替哪些。请您自己写入“{name}”。</translation>
    </message>
    <message>
        <source>[…] stands for words that are never printed: {passages}.</source>
        <translation>[…] 代替从不印出的文字：{passages}。</translation>
    </message>
    <message>
        <source>analytic</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>code or theme</source>
        <translation>编码或主题</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <source>heard from</source>
        <translation>谈及者</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>n = {segments} (each once per code), {pairs}, {number} {units}.</source>
        <translation>n = {segments}（每个编码各计一次），{pairs}，{number} 个{units}。</translation>
    </message>
    <message>
        <source>no type</source>
        <translation>无类型</translation>
    </message>
    <message>
        <source>on {day}</source>
        <translation>{day}</translation>
    </message>
    <message>
        <source>pair of segments</source>
        <translation>片段对</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>reflexive</source>
        <translation>反思</translation>
    </message>
    <message>
        <source>theory</source>
        <translation>理论</translation>
    </message>
    <message>
        <source>{before} {next}</source>
        <translation>{before}{next}</translation>
    </message>
    <message>
        <source>{codes} belong to each other in a circle. Take one of them out of the theme it is linked to.</source>
        <translation>{codes} 互相从属，形成循环。请把其中一个从它所链接的主题中移出。</translation>
    </message>
    <message>
        <source>{heard} of {cases} cases</source>
        <translation>{cases} 个个案中的 {heard} 个</translation>
    </message>
    <message>
        <source>{kind} {count}</source>
        <translation>{kind} {count}</translation>
    </message>
    <message>
        <source>{measure}: {number}.</source>
        <translation>{measure}：{number}。</translation>
    </message>
    <message>
        <source>{memos} {days}: {kinds}.</source>
        <translation>{memos}，{days}：{kinds}。</translation>
    </message>
    <message>
        <source>{name} ({stage})</source>
        <translation>{name}（{stage}）</translation>
    </message>
    <message>
        <source>{name} is cut short: {size} of {whole} bytes are there. If it lies in a synced folder, wait until it has arrived; else bring back a good state with: qualcode backup {place} --list</source>
        <translation>{name} 不完整：{whole} 字节中只有 {size} 字节。若它在同步文件夹中，请等待同步完成；否则请恢复完好的状态：qualcode backup {place} --list</translation>
    </message>
    <message>
        <source>{name} is empty: 0 bytes. If it lies in a synced folder, wait until it has arrived; else bring back a good state with: qualcode backup {place} --list</source>
        <translation>{name} 是空的：0 字节。若它在同步文件夹中，请等待同步完成；否则请恢复完好的状态：qualcode backup {place} --list</translation>
    </message>
    <message>
        <source>{shown} of {total} segments</source>
        <translation>{total} 个片段中的 {shown} 个</translation>
    </message>
    <message>
        <source>{stage}. {segments} from {voices}.</source>
        <translation>{stage}。{segments}，来自{voices}。</translation>
    </message>
    <message>
        <source>{themes}: {names}.</source>
        <translation>{themes}：{names}。</translation>
    </message>
    <message>
        <source>The mark {start} to {end}{more} is not in the text of “{document}”.</source>
        <translation>标记 {start} 至 {end}{more}不在“{document}”的文本中。</translation>
    </message>
    <message>
        <source>(no case)</source>
        <translation>（无个案）</translation>
    </message>
    <message>
        <source>(no folder)</source>
        <translation>（无文件夹）</translation>
    </message>
    <message>
        <source>(no set)</source>
        <translation>（无集合）</translation>
    </message>
    <message>
        <source>(no speaker)</source>
        <translation>（无说话人）</translation>
    </message>
    <message>
        <source>(no value)</source>
        <translation>（无值）</translation>
    </message>
    <message>
        <source>({what})</source>
        <translation>（{what}）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>1 code new, {updated} updated, {kept} kept, {duplicated} duplicated</source>
        <translation>新增 1 个编码，更新 {updated} 个，保留 {kept} 个，复制 {duplicated} 个</translation>
    </message>
    <message>
        <source>1 quote</source>
        <translation>1 条引文</translation>
    </message>
    <message>
        <source>1 relation</source>
        <translation>1 个关系</translation>
    </message>
    <message>
        <source>1 relation left out</source>
        <translation>1 个关系未列出</translation>
    </message>
    <message>
        <source>1 row without the name of a code: row {rows}</source>
        <translation>1 行没有编码名称：第 {rows} 行</translation>
    </message>
    <message>
        <source>1 theme</source>
        <translation>1 个主题</translation>
    </message>
    <message>
        <source>1 thing left out</source>
        <translation>1 项未列出</translation>
    </message>
    <message>
        <source>1 where there is at least one segment, else 0.</source>
        <translation>至少有一个片段为 1，否则为 0。</translation>
    </message>
    <message>
        <source>A .qdc holds at most {limit} levels of codes. Make the codebook flatter, or write it as .xlsx.</source>
        <translation>.qdc 最多容纳 {limit} 层编码。请减少层级，或写成 .xlsx。</translation>
    </message>
    <message>
        <source>A band has one width: the shares of one of two codes are shown by the heat map.</source>
        <translation>一条带只有一个宽度：两个编码之一的占比由热图显示。</translation>
    </message>
    <message>
        <source>A case has a code if a segment of it touches text of the case; cases are compared, not segments.</source>
        <translation>若编码的某个片段触及个案的文本，该个案即有此编码；比较的是个案，不是片段。</translation>
    </message>
    <message>
        <source>A code by code table of one measure, both halves.</source>
        <translation>某一指标的编码对编码表，含两半。</translation>
    </message>
    <message>
        <source>A code follows another where it begins behind its end, at most {number} {units} later.</source>
        <translation>一个编码在另一个结束之后开始、最多相隔 {number} 个{units}，即为跟随。</translation>
    </message>
    <message>
        <source>A code follows another where it begins behind its end, in the same {unit}.</source>
        <translation>一个编码在另一个结束之后、于同一{unit}内开始，即为跟随。</translation>
    </message>
    <message>
        <source>A code is new where its first coding was made.</source>
        <translation>编码在其首次标注处计为新编码。</translation>
    </message>
    <message>
        <source>A codebook can be written as {suffixes}, not as “{name}”.</source>
        <translation>编码本可以写成 {suffixes}，不能写成“{name}”。</translation>
    </message>
    <message>
        <source>A comment has at most {limit} characters; this one has {length}. Shorten it.</source>
        <translation>说明最多 {limit} 个字符；这一条有 {length} 个。请缩短。</translation>
    </message>
    <message>
        <source>A concordance comes as a table; a picture of where words stand is that of dispersion.</source>
        <translation>语境索引以表格给出；词在何处的图见“词的分布”。</translation>
    </message>
    <message>
        <source>A distance is not counted in “{unit}”. Choose one of {units}.</source>
        <translation>距离不能以“{unit}”计。请选择：{units}。</translation>
    </message>
    <message>
        <source>A distance lies between 0 and {most}.</source>
        <translation>距离应在 0 与 {most} 之间。</translation>
    </message>
    <message>
        <source>A few quotes in which everybody is heard, ready to be cited.</source>
        <translation>几条引文，让每个人都被听到，可直接引用。</translation>
    </message>
    <message>
        <source>A folder needs one name without “/”. Drag it to put it into another one.</source>
        <translation>文件夹需要一个不含“/”的名称。要放进别的文件夹，请拖动它。</translation>
    </message>
    <message>
        <source>A group cannot stand in a group. Put what is in it there.</source>
        <translation>组里不能再放组。请把其中的内容放进去。</translation>
    </message>
    <message>
        <source>A map cannot be written as “{suffix}”. Name a file ending in {suffixes}.</source>
        <translation>主题图不能写成“{suffix}”。请用以 {suffixes} 结尾的文件名。</translation>
    </message>
    <message>
        <source>A map is made from one of {sources}, not from “{source}”.</source>
        <translation>主题图可由以下之一生成：{sources}，不能由“{source}”生成。</translation>
    </message>
    <message>
        <source>A mark is accept or needs-work, not “{mark}”.</source>
        <translation>标记只能是 accept 或 needs-work，不能是“{mark}”。</translation>
    </message>
    <message>
        <source>A memo cannot be linked to itself. Choose something else.</source>
        <translation>备忘录不能链接到自己，请选别的。</translation>
    </message>
    <message>
        <source>A new memo is a reflexive one, with questions to start from.</source>
        <translation>新备忘录为反身性备忘录，并附有可供开头的问题。</translation>
    </message>
    <message>
        <source>A new memo is a theoretical one, with questions to start from; theory and analysis come first.</source>
        <translation>新备忘录为理论备忘录，并附有可供开头的问题；理论和分析排在前面。</translation>
    </message>
    <message>
        <source>A note has at most {limit} characters. Write a memo and put it on the map.</source>
        <translation>便签最多 {limit} 个字。请写成备忘录，再放到图上。</translation>
    </message>
    <message>
        <source>A note needs some text.</source>
        <translation>便签需要有文字。</translation>
    </message>
    <message>
        <source>A part is filled as far as it carries any of the codes, which share it; grey carries none of them.</source>
        <translation>每一部分按带有任一编码的比例填色，由这些编码分占；灰色部分不带其中任何编码。</translation>
    </message>
    <message>
        <source>A part of the query does not say what it asks (“ask”).</source>
        <translation>查询的一部分没有说明要问什么（“ask”）。</translation>
    </message>
    <message>
        <source>A picture of a map is written by: qualcode export PROJECT map FILE</source>
        <translation>主题图的图片由此命令写出：qualcode export PROJECT map FILE</translation>
    </message>
    <message>
        <source>A place on a map is a number of points from its middle, not {value}.</source>
        <translation>图上的位置是距中心的点数，不能是 {value}。</translation>
    </message>
    <message>
        <source>A query asks for a {kind} without saying which. Name it.</source>
        <translation>查询要找 {kind}，但没有说是哪一个。请写出名称。</translation>
    </message>
    <message>
        <source>A query cannot ask for “{field}:”. It can ask for {fields}; the name of a code with a colon stands in quotes.</source>
        <translation>查询不能问“{field}:”。可以问：{fields}；带冒号的编码名称请放在引号里。</translation>
    </message>
    <message>
        <source>A query cannot ask for “{kind}”. It can ask for {kinds}.</source>
        <translation>查询不能问“{kind}”。可以问：{kinds}。</translation>
    </message>
    <message>
        <source>A quote in the query “{query}” is not closed.</source>
        <translation>查询“{query}”中有引号没有闭合。</translation>
    </message>
    <message>
        <source>A quote is copied as {forms}, not as “{form}”.</source>
        <translation>引文可复制为 {forms}，不能复制为“{form}”。</translation>
    </message>
    <message>
        <source>A relation needs to say how the two hang together, such as: leads to.</source>
        <translation>关系要说明两者如何相连，例如：导致。</translation>
    </message>
    <message>
        <source>A report has no section “{name}”. There are: {names}.</source>
        <translation>报告没有“{name}”部分。可用的有：{names}。</translation>
    </message>
    <message>
        <source>A report takes a table or a figure, not “{form}”.</source>
        <translation>报告只接受表格或图，不接受“{form}”。</translation>
    </message>
    <message>
        <source>A review page has no part “{tab}”. There are: {tabs}.</source>
        <translation>评阅页没有“{tab}”这一部分。可选：{tabs}。</translation>
    </message>
    <message>
        <source>A review page is a file ending in .html, not “{name}”.</source>
        <translation>评阅页是以 .html 结尾的文件，不是“{name}”。</translation>
    </message>
    <message>
        <source>A review page is written in {languages}, not in “{language}”.</source>
        <translation>评阅页可用 {languages} 书写，不支持“{language}”。</translation>
    </message>
    <message>
        <source>A row per case and a column per theme, holding the numbers of segments.</source>
        <translation>每个个案一行，每个主题一列，格中为片段数。</translation>
    </message>
    <message>
        <source>A row per case, a column per theme, in the cells what is written.</source>
        <translation>每个个案一行，每个主题一列，单元格内是所写内容。</translation>
    </message>
    <message>
        <source>A speaker is named by the label at the beginning of their turns. Give that.</source>
        <translation>发言人以其话轮开头的标签命名。请给出该标签。</translation>
    </message>
    <message>
        <source>A stroke for every occurrence; the documents stand side by side, each as wide as it has words.</source>
        <translation>每次出现画一笔；各文档并排，宽度与词数成正比。</translation>
    </message>
    <message>
        <source>A style is for a .docx. Leave it out, or write “{name}” as .docx.</source>
        <translation>样式只用于 .docx。请去掉样式，或将“{name}”写成 .docx。</translation>
    </message>
    <message>
        <source>A suggestion is accepted or refused.</source>
        <translation>建议只能采纳或不采纳。</translation>
    </message>
    <message>
        <source>A table of the report can have 1 to {most} rows, not {number}.</source>
        <translation>报告中的表格可有 1 至 {most} 行，不能是 {number} 行。</translation>
    </message>
    <message>
        <source>A table or figure needs a title.</source>
        <translation>表格或图需要一个标题。</translation>
    </message>
    <message>
        <source>A thematic framework is applied to the whole data set, and what each case says on each theme is charted in a matrix, which is then read by row and by column.</source>
        <translation>将主题框架用于全部资料，把每个个案就每个主题所说的内容填入矩阵，再按行、按列阅读。</translation>
    </message>
    <message>
        <source>A theme can have 0 to 100 quotes, not {number}.</source>
        <translation>一个主题可以有 0 到 100 条引文，不能是 {number}。</translation>
    </message>
    <message>
        <source>A theme is shown with 0 to {most} quotes.</source>
        <translation>每个主题可显示 0 到 {most} 条引文。</translation>
    </message>
    <message>
        <source>A theme is {stages}, not “{stage}”.</source>
        <translation>主题的阶段是{stages}之一，而不是“{stage}”。</translation>
    </message>
    <message>
        <source>A theme takes in the codes below it and those linked to it.</source>
        <translation>主题包括其下及与之关联的编码。</translation>
    </message>
    <message>
        <source>A thing cannot be related to itself. Choose another one.</source>
        <translation>不能与自身建立关系。请另选一个。</translation>
    </message>
    <message>
        <source>A title has at most {limit} characters. Put the rest into the comment.</source>
        <translation>标题最多 {limit} 个字符。其余内容请写入说明。</translation>
    </message>
    <message>
        <source>A week is named by its Monday.</source>
        <translation>每周以其星期一标示。</translation>
    </message>
    <message>
        <source>A width and a height are more than nothing, not {value}.</source>
        <translation>宽度和高度必须大于零，不能是 {value}。</translation>
    </message>
    <message>
        <source>A {kind} is named by its record or id; one of these is neither.</source>
        <translation>{kind}须以其记录或标识指定；其中有一项两者都不是。</translation>
    </message>
    <message>
        <source>A {kind} is named by its record, id or name, not by {thing}.</source>
        <translation>{kind}应以记录、id 或名称指定，而不是 {thing}。</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Accept a suggestion of {reviewer}</source>
        <translation>采纳 {reviewer} 的建议</translation>
    </message>
    <message>
        <source>Accept “{name}”</source>
        <translation>认可“{name}”</translation>
    </message>
    <message>
        <source>Add a column and a row in which each segment counts once.</source>
        <translation>增加一列和一行，其中每个片段只计一次。</translation>
    </message>
    <message>
        <source>Add mean and limits of the cumulative codes in random orders.</source>
        <translation>加上随机顺序下累计编码的均值和界限。</translation>
    </message>
    <message>
        <source>Add the columns of ids.</source>
        <translation>添加标识符列。</translation>
    </message>
    <message>
        <source>Add the variables of the cases to rows that are cases or documents.</source>
        <translation>为个案行或文档行加上个案的变量。</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Alike are {things} with the same codes: Jaccard of their sets of codes.</source>
        <translation>编码相同的{things}彼此相似：其编码集合的 Jaccard 系数。</translation>
    </message>
    <message>
        <source>All codes with a dot meet there, whatever others do too.</source>
        <translation>有点的编码都在该处共现，不论是否还有其他编码。</translation>
    </message>
    <message>
        <source>All pairs</source>
        <translation>所有编码对</translation>
    </message>
    <message>
        <source>Among relations, between segments and on maps, those that explain come first.</source>
        <translation>在片段之间和图上的关系中，解释性的关系排在前面。</translation>
    </message>
    <message>
        <source>An answer may have {limit} characters; this one has {length}. Shorten it.</source>
        <translation>回答最多 {limit} 个字符；此处有 {length} 个。请缩短。</translation>
    </message>
    <message>
        <source>An operator of a query needs two questions or more to work on.</source>
        <translation>查询的这个运算符需要两个或更多问题。</translation>
    </message>
    <message>
        <source>An order is chosen for the heat map; a network and bands have none.</source>
        <translation>顺序只用于热图；网络图和带状图没有顺序。</translation>
    </message>
    <message>
        <source>Analysis and findings</source>
        <translation>分析与结果</translation>
    </message>
    <message>
        <source>Another number gives a cloud another arrangement.</source>
        <translation>换一个数，词云的排列就不同。</translation>
    </message>
    <message>
        <source>Another program is writing to {name} and does not finish. Try again in a moment.</source>
        <translation>另一个程序正在写入 {name}，尚未完成。请稍后再试。</translation>
    </message>
    <message>
        <source>Answer {guideline} {item}</source>
        <translation>回答 {guideline} {item}</translation>
    </message>
    <message>
        <source>Answer {reviewer} about “{name}”</source>
        <translation>就“{name}”回复 {reviewer}</translation>
    </message>
    <message>
        <source>Are diverse cases and minor themes discussed?</source>
        <translation>是否讨论了不同个案和次要主题？</translation>
    </message>
    <message>
        <source>Are quotations given, and each identified?</source>
        <translation>是否给出引文，并逐一标明来源？</translation>
    </message>
    <message>
        <source>Are the major themes clearly presented?</source>
        <translation>主要主题是否清楚呈现？</translation>
    </message>
    <message>
        <source>Arrange “{theme_map.name}”: {layout}</source>
        <translation>排列“{theme_map.name}”：{layout}</translation>
    </message>
    <message>
        <source>As a matrix</source>
        <translation>作为矩阵</translation>
    </message>
    <message>
        <source>As it was then, documents and coders can be chosen, but no codes and no speakers.</source>
        <translation>按当时的编码本时，可以选择文档和编码者，但不能选择编码和说话人。</translation>
    </message>
    <message>
        <source>As it was then, only codes can be counted: themes and marks are those of now.</source>
        <translation>按当时的编码本只能统计编码：主题和标记是现在的。</translation>
    </message>
    <message>
        <source>As of {date}</source>
        <translation>截至 {date}</translation>
    </message>
    <message>
        <source>Ask for one of them: the summary, the bands or the prevalence.</source>
        <translation>请只选其一：摘要、区间带或普遍度。</translation>
    </message>
    <message>
        <source>Assign {document.name} to “{name}”</source>
        <translation>将 {document.name} 归入“{name}”</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>At least so many codes at once.</source>
        <translation>同时至少有这么多编码。</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>At most so many codes at once.</source>
        <translation>同时至多有这么多编码。</translation>
    </message>
    <message>
        <source>At most so many codes in a figure: those with most segments.</source>
        <translation>图中至多这么多编码：片段最多者。</translation>
    </message>
    <message>
        <source>At most so many codes in the network.</source>
        <translation>网络中至多这么多编码。</translation>
    </message>
    <message>
        <source>At most so many codes: those with most of it.</source>
        <translation>最多显示的编码数：取数值最大的。</translation>
    </message>
    <message>
        <source>At most so many codes: those with most segments.</source>
        <translation>最多显示的编码数：取片段最多的。</translation>
    </message>
    <message>
        <source>At most so many documents.</source>
        <translation>最多显示的文档数。</translation>
    </message>
    <message>
        <source>At most so many lines.</source>
        <translation>最多多少行。</translation>
    </message>
    <message>
        <source>At most so many of what codes are crossed with: those with most segments.</source>
        <translation>与编码交叉的一侧最多这么多：片段最多的那些。</translation>
    </message>
    <message>
        <source>At most so many pairs in the figure: the largest differences.</source>
        <translation>图中至多显示这么多对：差值最大者。</translation>
    </message>
    <message>
        <source>At most so many quotes.</source>
        <translation>最多这么多条引文。</translation>
    </message>
    <message>
        <source>At most so many rows, the largest G² first; in a figure 20 for each side unless said.</source>
        <translation>最多多少行，G² 最大者在前；图中未指定时每侧 20 个。</translation>
    </message>
    <message>
        <source>At most so many rows, the most frequent; in figures 40 (a cloud: 100) unless said.</source>
        <translation>最多多少行，取最常见的；图中未指定时为 40（词云为 100）。</translation>
    </message>
    <message>
        <source>At most so many rows; in a figure 40 unless said.</source>
        <translation>最多多少行；图中未指定时为 40。</translation>
    </message>
    <message>
        <source>At most so many sets in the picture.</source>
        <translation>图中至多显示这么多组合。</translation>
    </message>
    <message>
        <source>At most so many words, the most frequent; in a figure 10 unless said.</source>
        <translation>最多多少个词，取最常见的；图中未指定时为 10。</translation>
    </message>
    <message>
        <source>At most so many: codes with most segments, others with most codes.</source>
        <translation>至多这么多：片段最多的编码，或编码最多的个案或文档。</translation>
    </message>
    <message>
        <source>Audit summary</source>
        <translation>审计摘要</translation>
    </message>
    <message>
        <source>Average linkage on 1 − Jaccard; at 1 they have nothing in common.</source>
        <translation>对 1 − Jaccard 作平均连接聚类；为 1 时毫无共同之处。</translation>
    </message>
    <message>
        <source>Band: 95 % of {orders} random orders (seed {seed}); dashed: their mean.</source>
        <translation>色带：{orders} 种随机顺序的 95%（种子 {seed}）；虚线：其均值。</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>区间带</translation>
    </message>
    <message>
        <source>Bands: segments of the code on the left that are followed by one of the code on the right.</source>
        <translation>带：左侧编码的片段中，其后出现右侧编码的数目。</translation>
    </message>
    <message>
        <source>Bands: {measure}; wider is more.</source>
        <translation>带：{measure}；越宽越多。</translation>
    </message>
    <message>
        <source>Bars: Wilson&apos;s interval of 95 % of each share.</source>
        <translation>横线：各比例的 95% Wilson 区间。</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>基数</translation>
    </message>
    <message>
        <source>Base and run need {needed} coded documents; there are {number}.</source>
        <translation>基数和批次需要 {needed} 份已编码的文档；现有 {number} 份。</translation>
    </message>
    <message>
        <source>Behind WITHIN stand a number and TURNS, PARAGRAPHS or SENTENCES: WITHIN 2 TURNS.</source>
        <translation>WITHIN 之后是数字和 TURNS、PARAGRAPHS 或 SENTENCES：WITHIN 2 TURNS。</translation>
    </message>
    <message>
        <source>Behind case: stands the name of a case, or a variable and its value: case:Age&gt;=40.</source>
        <translation>case: 之后是个案的名称，或变量及其值：case:Age&gt;=40。</translation>
    </message>
    <message>
        <source>Below chance too</source>
        <translation>也含低于随机者</translation>
    </message>
    <message>
        <source>Between 2 and 5 codes can be looked for at once, and not more at least than at most.</source>
        <translation>可同时查找 2 到 5 个编码，且下限不能大于上限。</translation>
    </message>
    <message>
        <source>Bootstrap samples</source>
        <translation>自助抽样次数</translation>
    </message>
    <message>
        <source>Both, on exactly the same passage; conditions beside them choose the codings.</source>
        <translation>两者都在，而且正好在同一段文字上；并列的条件用来挑选编码实例。</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>Bring in the review of {reviewer}</source>
        <translation>导入 {reviewer} 的评阅</translation>
    </message>
    <message>
        <source>Bring in the review of {reviewer}: {number} new</source>
        <translation>导入 {reviewer} 的评阅：{number} 条新内容</translation>
    </message>
    <message>
        <source>Bring in {table}: {values} values of {cases} cases</source>
        <translation>导入 {table}：{cases} 个个案的 {values} 个值</translation>
    </message>
    <message>
        <source>By</source>
        <translation>按</translation>
    </message>
    <message>
        <source>Call cases and speakers by their display ids.</source>
        <translation>用显示代号称呼个案和说话人。</translation>
    </message>
    <message>
        <source>Call the speaker {label} “{text}” in exports</source>
        <translation>导出时将发言人{label}称为“{text}”</translation>
    </message>
    <message>
        <source>Call {case.name} “{text}” in exports</source>
        <translation>导出时将{case.name}称为“{text}”</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>Candidate theme</source>
        <translation>候选主题</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Case by theme</source>
        <translation>个案 × 主题</translation>
    </message>
    <message>
        <source>Cases by themes</source>
        <translation>个案 × 主题</translation>
    </message>
    <message>
        <source>Cases with each code by “{variable}”</source>
        <translation>按“{variable}”看带有各编码的个案</translation>
    </message>
    <message>
        <source>Cases with “{code}” by “{variable}”</source>
        <translation>按“{variable}”看带有“{code}”的个案</translation>
    </message>
    <message>
        <source>Cases without a value: {number}.</source>
        <translation>没有值的个案：{number} 个。</translation>
    </message>
    <message>
        <source>Cells: cases in which the column&apos;s code follows the row&apos;s.</source>
        <translation>单元格：列编码跟随行编码出现的个案数。</translation>
    </message>
    <message>
        <source>Cells: documents in which the column&apos;s code follows the row&apos;s.</source>
        <translation>单元格：列编码跟随行编码出现的文档数。</translation>
    </message>
    <message>
        <source>Cells: how many segments of the row&apos;s code are followed by one of the column&apos;s.</source>
        <translation>单元格：行编码的片段中，其后出现列编码的有多少。</translation>
    </message>
    <message>
        <source>Cells: pairs of a segment of the row&apos;s code and one of the column&apos;s that follows it.</source>
        <translation>单元格：行编码片段与其后的列编码片段所成的对数。</translation>
    </message>
    <message>
        <source>Cells: segments followed, divided by how many would be if they ended anywhere in their documents.</source>
        <translation>单元格：其后出现列编码的片段数，除以若片段结束于文档任意处时应有的数目。</translation>
    </message>
    <message>
        <source>Cells: share of the segments of the row&apos;s code that are followed by one of the column&apos;s.</source>
        <translation>单元格：行编码的片段中，其后出现列编码的所占比例。</translation>
    </message>
    <message>
        <source>Central organising concept</source>
        <translation>核心组织概念</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>把握程度</translation>
    </message>
    <message>
        <source>Chance and intervals belong to the table of pairs: leave out code by code (square).</source>
        <translation>随机比较和区间属于编码对表：请去掉编码对编码（square）。</translation>
    </message>
    <message>
        <source>Change a note: {text}</source>
        <translation>修改便签：{text}</translation>
    </message>
    <message>
        <source>Change the relation of “{source}” to “{target}” on “{map}”: {kind}</source>
        <translation>修改“{map}”上“{source}”与“{target}”的关系：{kind}</translation>
    </message>
    <message>
        <source>Change what the query “{query.name}” asks</source>
        <translation>修改查询“{query.name}”所问的内容</translation>
    </message>
    <message>
        <source>Changes of the codebook and why</source>
        <translation>编码本的更改及原因</translation>
    </message>
    <message>
        <source>Chao2 expects nothing more; it has no interval then.</source>
        <translation>Chao2 预计不会再有更多；此时没有区间。</translation>
    </message>
    <message>
        <source>Chao2 {value}</source>
        <translation>Chao2 {value}</translation>
    </message>
    <message>
        <source>Chao2 {value} ({low} to {high})</source>
        <translation>Chao2 {value}（{low} 至 {high}）</translation>
    </message>
    <message>
        <source>Characters that carry the code; several coders on one passage count once.</source>
        <translation>带有该编码的字符；同一段落上的几位编码者只计一次。</translation>
    </message>
    <message>
        <source>Characters: {codes} by {units}</source>
        <translation>字符：{codes} × {units}</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Choose the method: {method}</source>
        <translation>选择方法：{method}</translation>
    </message>
    <message>
        <source>Choose two different cases to merge.</source>
        <translation>请选择两个不同的个案合并。</translation>
    </message>
    <message>
        <source>Clarity of major themes</source>
        <translation>主要主题的清晰度</translation>
    </message>
    <message>
        <source>Clarity of minor themes</source>
        <translation>次要主题的清晰度</translation>
    </message>
    <message>
        <source>Co-occurrence</source>
        <translation>共现</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Code by code</source>
        <translation>编码对编码</translation>
    </message>
    <message>
        <source>Code line</source>
        <translation>编码线</translation>
    </message>
    <message>
        <source>Code line of {document}</source>
        <translation>{document}的编码线</translation>
    </message>
    <message>
        <source>Code or theme</source>
        <translation>编码或主题</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>编码本</translation>
    </message>
    <message>
        <source>Codebook or template analysis</source>
        <translation>编码本分析或模板分析</translation>
    </message>
    <message>
        <source>Coded passages that a does not find; of a condition: codings that do not meet it.</source>
        <translation>a 找不到的已编码文字；对条件而言：不符合它的编码实例。</translation>
    </message>
    <message>
        <source>Coded text by document</source>
        <translation>各文档的已编码文本</translation>
    </message>
    <message>
        <source>Coded text by document and coder</source>
        <translation>各文档、各编码者的已编码文本</translation>
    </message>
    <message>
        <source>Coded text by document and speaker</source>
        <translation>各文档、各发言人的已编码文本</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>Coders apart</source>
        <translation>区分编码者</translation>
    </message>
    <message>
        <source>Coders: {value}.</source>
        <translation>编码者：{value}。</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Codes are alike by Jaccard on {units}.</source>
        <translation>编码的相似性为按{units}计算的 Jaccard 系数。</translation>
    </message>
    <message>
        <source>Codes are made by analysts: that no new ones come says something about this analysis and its codebook, not that there is nothing more to find.</source>
        <translation>编码是分析者制定的：不再出现新编码，说明的是这项分析及其编码本，而不是再没有可发现的东西。</translation>
    </message>
    <message>
        <source>Codes as in the codebook, or those with most segments first.</source>
        <translation>按编码本的顺序，或片段最多的编码在先。</translation>
    </message>
    <message>
        <source>Codes at least</source>
        <translation>编码数下限</translation>
    </message>
    <message>
        <source>Codes at most</source>
        <translation>编码最多</translation>
    </message>
    <message>
        <source>Codes by theme</source>
        <translation>按主题排列的编码</translation>
    </message>
    <message>
        <source>Codes in documents</source>
        <translation>文档中的编码</translation>
    </message>
    <message>
        <source>Codes in the network</source>
        <translation>网络中的编码</translation>
    </message>
    <message>
        <source>Codes in the order of the codebook, or those with most segments first.</source>
        <translation>编码按编码本的顺序，或片段最多的在前。</translation>
    </message>
    <message>
        <source>Codes one by one, or themes with all codes below them; a project without themes shows its codes.</source>
        <translation>逐个编码，或主题连同其下的所有编码；没有主题的项目显示编码。</translation>
    </message>
    <message>
        <source>Codes stand with the theme above them; the ring round them has no size of its own.</source>
        <translation>编码与其上级主题放在一起；外圈的大小没有含义。</translation>
    </message>
    <message>
        <source>Codes that meet: {things}</source>
        <translation>共现的编码：{things}</translation>
    </message>
    <message>
        <source>Codes: {value}.</source>
        <translation>编码：{value}。</translation>
    </message>
    <message>
        <source>Coding by day</source>
        <translation>按日的标注</translation>
    </message>
    <message>
        <source>Coding by hour</source>
        <translation>按小时的标注</translation>
    </message>
    <message>
        <source>Coding by month</source>
        <translation>按月的标注</translation>
    </message>
    <message>
        <source>Coding by week</source>
        <translation>按周的标注</translation>
    </message>
    <message>
        <source>Coding reliability</source>
        <translation>编码信度</translation>
    </message>
    <message>
        <source>Codings that are in the project now, by when they were made (UTC).</source>
        <translation>项目中现有的标注，按作出的时间（UTC）统计。</translation>
    </message>
    <message>
        <source>Collocations</source>
        <translation>搭配</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Colour changed</source>
        <translation>颜色已改变</translation>
    </message>
    <message>
        <source>Colour {number} things on “{theme_map.name}”</source>
        <translation>为“{theme_map.name}”上的 {number} 项着色</translation>
    </message>
    <message>
        <source>Colour “{thing}” on “{theme_map.name}”</source>
        <translation>为“{theme_map.name}”上的“{thing}”着色</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Colours and numbers: {number} communities (Louvain), modularity {modularity}.</source>
        <translation>颜色与数字：{number} 个社群（Louvain），模块度 {modularity}。</translation>
    </message>
    <message>
        <source>Colours: who coded the segment.</source>
        <translation>颜色：片段的编码者。</translation>
    </message>
    <message>
        <source>Colours: {variable} of the cases in the segment.</source>
        <translation>颜色：片段所属个案的“{variable}”。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Combinations</source>
        <translation>编码组合</translation>
    </message>
    <message>
        <source>Comment on evidence of “{theme.name}”</source>
        <translation>为“{theme.name}”的证据写评论</translation>
    </message>
    <message>
        <source>Comment on version “{version.name}”</source>
        <translation>为版本“{version.name}”写注释</translation>
    </message>
    <message>
        <source>Comment on “{item.title}” in the report basket</source>
        <translation>为报告篮中的“{item.title}”添加说明</translation>
    </message>
    <message>
        <source>Comment on “{name}”</source>
        <translation>评论“{name}”</translation>
    </message>
    <message>
        <source>Comments need JavaScript, which is switched off in this browser.</source>
        <translation>批注需要 JavaScript，而此浏览器已将其关闭。</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>搭配范围</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare groups of cases: how many of each have a code, and what the difference may mean.</source>
        <translation>比较个案组：各组有多少个案带有某编码，以及差异可能意味着什么。</translation>
    </message>
    <message>
        <source>Compare how codes meet between groups of cases.</source>
        <translation>比较不同个案组中编码如何共现。</translation>
    </message>
    <message>
        <source>Compare where codes or themes stand in documents of any length, each cut into as many parts.</source>
        <translation>将长短不一的文档切成同样份数，比较编码或主题所在的位置。</translation>
    </message>
    <message>
        <source>Compare with so many random turns of each code within its documents; 0: do not.</source>
        <translation>与各编码在其文档内的这么多次随机循环移位比较；0 表示不比较。</translation>
    </message>
    <message>
        <source>Concepts are built from the data by constant comparison, raised to categories, and related to each other until they explain a process. Memos carry the theory from the first code to the last.</source>
        <translation>通过不断比较从资料中建立概念，提升为类属，并将其相互联系，直到能解释一个过程。备忘录承载从第一个编码到最后一个编码的理论。</translation>
    </message>
    <message>
        <source>Concordance</source>
        <translation>语境索引</translation>
    </message>
    <message>
        <source>Conflicts of interest</source>
        <translation>利益冲突</translation>
    </message>
    <message>
        <source>Consolidated criteria for reporting qualitative research</source>
        <translation>定性研究报告综合标准</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>情境</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Count how codes meet.</source>
        <translation>统计编码如何共现。</translation>
    </message>
    <message>
        <source>Count how often each code was used, and on how much of the text.</source>
        <translation>统计每个编码的使用次数及其覆盖的文本量。</translation>
    </message>
    <message>
        <source>Count the words of the language&apos;s stop list (the, and, of) too.</source>
        <translation>也统计该语言停用词表中的词（的、了、在）。</translation>
    </message>
    <message>
        <source>Count which code follows which within so many turns, paragraphs or sentences.</source>
        <translation>统计在若干话轮、段落或句子之内哪个编码跟随哪个编码。</translation>
    </message>
    <message>
        <source>Count words by base form, where their language has one, or as they are written.</source>
        <translation>按原形统计词（语言有原形时），或按书写形式统计。</translation>
    </message>
    <message>
        <source>Count words, by base form where their language has one, or runs of words.</source>
        <translation>统计词（语言有原形者按原形）或词串。</translation>
    </message>
    <message>
        <source>Counted in</source>
        <translation>计数单位</translation>
    </message>
    <message>
        <source>Counter-evidence</source>
        <translation>反证</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>编码覆盖</translation>
    </message>
    <message>
        <source>Cramér&apos;s V {value} ({low} to {high}).</source>
        <translation>Cramér&apos;s V {value}（{low} 至 {high}）。</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>学历</translation>
    </message>
    <message>
        <source>Crosstab</source>
        <translation>交叉表</translation>
    </message>
    <message>
        <source>Data analysis</source>
        <translation>资料分析</translation>
    </message>
    <message>
        <source>Data and findings consistent</source>
        <translation>资料与结果一致</translation>
    </message>
    <message>
        <source>Data collection methods</source>
        <translation>资料收集方法</translation>
    </message>
    <message>
        <source>Data processing</source>
        <translation>资料处理</translation>
    </message>
    <message>
        <source>Data saturation</source>
        <translation>资料饱和</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Defined</source>
        <translation>已界定</translation>
    </message>
    <message>
        <source>Defined theme</source>
        <translation>已定义主题</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>Derivation of themes</source>
        <translation>主题来源</translation>
    </message>
    <message>
        <source>Describe the theme “{theme.name}”</source>
        <translation>描述主题“{theme.name}”</translation>
    </message>
    <message>
        <source>Description of sample</source>
        <translation>样本描述</translation>
    </message>
    <message>
        <source>Description of the coding tree</source>
        <translation>编码树描述</translation>
    </message>
    <message>
        <source>Did participants give feedback on the findings?</source>
        <translation>参与者是否对结果给出反馈？</translation>
    </message>
    <message>
        <source>Differences between groups</source>
        <translation>组间差异</translation>
    </message>
    <message>
        <source>Digest of the last step: {digest}.</source>
        <translation>最后一步的摘要值：{digest}。</translation>
    </message>
    <message>
        <source>Discussion</source>
        <translation>讨论</translation>
    </message>
    <message>
        <source>Dispersion of words</source>
        <translation>词的分布</translation>
    </message>
    <message>
        <source>Display ids</source>
        <translation>显示代号</translation>
    </message>
    <message>
        <source>Display ids are given to cases or speakers, not to “{what}”.</source>
        <translation>显示编号只分配给个案或发言人，不能分配给“{what}”。</translation>
    </message>
    <message>
        <source>Distances stand for 1 − Jaccard as well as two dimensions allow: stress-1 = {stress}.</source>
        <translation>距离在二维所能及的范围内表示 1 − Jaccard：stress-1 = {stress}。</translation>
    </message>
    <message>
        <source>Distinct spans; two coders, or two codes that count as one, on one span count once.</source>
        <translation>不同的片段；同一片段上的两位编码者，或算作一个的两个编码，只计一次。</translation>
    </message>
    <message>
        <source>Do not use when</source>
        <translation>何时不使用</translation>
    </message>
    <message>
        <source>Do the findings agree with the data?</source>
        <translation>结果与资料是否一致？</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Document portraits</source>
        <translation>文档画像</translation>
    </message>
    <message>
        <source>Document sets</source>
        <translation>文档集</translation>
    </message>
    <message>
        <source>Document sets: {names}</source>
        <translation>文档集：{names}</translation>
    </message>
    <message>
        <source>Document sets: {value}.</source>
        <translation>文档集：{value}。</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Documents as in the project, or those with most coded text first.</source>
        <translation>按项目中的顺序，或已编码文本最多的文档在先。</translation>
    </message>
    <message>
        <source>Documents compared</source>
        <translation>文档比较</translation>
    </message>
    <message>
        <source>Documents in random order, seed {seed}.</source>
        <translation>文档按随机顺序，种子 {seed}。</translation>
    </message>
    <message>
        <source>Documents in the order of their import, or in a random one.</source>
        <translation>文档按导入顺序，或按随机顺序。</translation>
    </message>
    <message>
        <source>Documents in the order of their import.</source>
        <translation>文档按导入顺序。</translation>
    </message>
    <message>
        <source>Documents without codings, left out: {number}.</source>
        <translation>略去没有编码的文档：{number} 份。</translation>
    </message>
    <message>
        <source>Documents: {value}.</source>
        <translation>文档：{value}。</translation>
    </message>
    <message>
        <source>Does the title say that the study is qualitative, or by which approach?</source>
        <translation>标题是否说明研究是定性的或采用何种方法？</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Draw anew</source>
        <translation>重新抽样</translation>
    </message>
    <message>
        <source>Drawn are bands of {number} or more.</source>
        <translation>只画出 {number} 及以上的带。</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>Dropped theme</source>
        <translation>已放弃主题</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Each bar is a passage that carries the code, from the beginning of the document to its end.</source>
        <translation>每个横条是带有该编码的一段文字，从文档开头到结尾排列。</translation>
    </message>
    <message>
        <source>Each cell is one character, in reading order.</source>
        <translation>每格为一个字符，按阅读顺序排列。</translation>
    </message>
    <message>
        <source>Each cell is {number} characters, in reading order.</source>
        <translation>每格为 {number} 个字符，按阅读顺序排列。</translation>
    </message>
    <message>
        <source>Each coder has a lane of their own in every row.</source>
        <translation>每位编码者在每一行中各占一条。</translation>
    </message>
    <message>
        <source>Each document as a whole, or apart by coder or speaker.</source>
        <translation>按整个文档，或按编码者、发言人区分。</translation>
    </message>
    <message>
        <source>Each part is a pair: a code, and the codings that it gets.</source>
        <translation>每一部分是一对：一个编码，以及归它的标注。</translation>
    </message>
    <message>
        <source>Each value of “{variable}” by itself.</source>
        <translation>“{variable}”的每个值单独成组。</translation>
    </message>
    <message>
        <source>Edit “{document.name}” ({gone} segments and parts of {cases} lost their words)</source>
        <translation>编辑“{document.name}”（{gone} 个片段以及 {cases} 的部分失去了文字）</translation>
    </message>
    <message>
        <source>Empty cells, too</source>
        <translation>也包括空单元格</translation>
    </message>
    <message>
        <source>Empty cells, too.</source>
        <translation>也包括空格。</translation>
    </message>
    <message>
        <source>Every case has it, so there is nothing to compare.</source>
        <translation>每个个案都有，因此无可比较。</translation>
    </message>
    <message>
        <source>Every document is cut into {parts} parts of equal length.</source>
        <translation>每个文档被切成 {parts} 个等长的部分。</translation>
    </message>
    <message>
        <source>Evidence against “{theme.name}”</source>
        <translation>“{theme.name}”的反证</translation>
    </message>
    <message>
        <source>Evidence for “{theme.name}”</source>
        <translation>“{theme.name}”的证据</translation>
    </message>
    <message>
        <source>Evidence is for or against a theme, not “{side}”.</source>
        <translation>证据要么支持、要么反对主题，而不是“{side}”。</translation>
    </message>
    <message>
        <source>Evidence turned: it speaks against “{theme.name}”</source>
        <translation>证据转向：现在反对“{theme.name}”</translation>
    </message>
    <message>
        <source>Evidence turned: it speaks for “{theme.name}”</source>
        <translation>证据转向：现在支持“{theme.name}”</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Example is from</source>
        <translation>示例出处</translation>
    </message>
    <message>
        <source>Experience and training</source>
        <translation>经验与培训</translation>
    </message>
    <message>
        <source>Facets are marked where they are new only, so Chao2 and random orders are not defined.</source>
        <translation>侧面只在新出现处标记，因此 Chao2 和随机顺序没有定义。</translation>
    </message>
    <message>
        <source>Facets of codes that were marked as new</source>
        <translation>被标记为新的编码侧面</translation>
    </message>
    <message>
        <source>Fewer than 5 cases are expected in a cell.</source>
        <translation>有单元格的期望个案数少于 5。</translation>
    </message>
    <message>
        <source>Field notes</source>
        <translation>实地笔记</translation>
    </message>
    <message>
        <source>Figure {number}. {title}</source>
        <translation>图 {number}&#x3000;{title}</translation>
    </message>
    <message>
        <source>Find communities of codes that meet, and the codes between them.</source>
        <translation>找出共现编码的社群，以及处于其间的编码。</translation>
    </message>
    <message>
        <source>Find the sets of three and more codes that meet, and count where.</source>
        <translation>找出三个及更多共现的编码组合，并统计其位置。</translation>
    </message>
    <message>
        <source>Find the words that keep company with a word, or with each other, more often than by chance.</source>
        <translation>找出与某词、或彼此之间，比随机更常一起出现的词。</translation>
    </message>
    <message>
        <source>Find the words that mark the segments of a theme, or the documents of some cases, against the rest.</source>
        <translation>找出与其余文本相比，标志某主题片段或某些个案文档的词。</translation>
    </message>
    <message>
        <source>Fisher&apos;s exact test: p&#xa0;{p}.</source>
        <translation>Fisher 精确检验：p&#xa0;{p}。</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Folders may be {limit} deep; this one is {depth}.</source>
        <translation>文件夹最多 {limit} 层，这里有 {depth} 层。</translation>
    </message>
    <message>
        <source>Folders: {value}.</source>
        <translation>文件夹：{value}。</translation>
    </message>
    <message>
        <source>For codes, when two co-occur: overlap, same-segment, sentence, turn, paragraph, near:N, document or case.</source>
        <translation>用于编码，两个编码何时共现：overlap、same-segment、sentence、turn、paragraph、near:N、document 或 case。</translation>
    </message>
    <message>
        <source>Found are the segments that {what}.</source>
        <translation>找到的是这样的片段：{what}。</translation>
    </message>
    <message>
        <source>Framework analysis</source>
        <translation>框架分析</translation>
    </message>
    <message>
        <source>Frequencies</source>
        <translation>频次</translation>
    </message>
    <message>
        <source>From .2 on that is poor (Kruskal 1964): near things may be unlike.</source>
        <translation>达到 .2 即为拟合较差（Kruskal 1964）：相邻者未必相似。</translation>
    </message>
    <message>
        <source>From first to last coding there are more than {most} steps of that length. Choose a longer one.</source>
        <translation>从第一处标注到最后一处标注，这一长度的时段超过 {most} 个。请选择更长的时段。</translation>
    </message>
    <message>
        <source>Full definition</source>
        <translation>完整定义</translation>
    </message>
    <message>
        <source>Funding</source>
        <translation>资助</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Give a case a display id</source>
        <translation>为一个个案分配显示编号</translation>
    </message>
    <message>
        <source>Give a speaker a display id</source>
        <translation>为一位发言人分配显示编号</translation>
    </message>
    <message>
        <source>Give {count} {what} display ids</source>
        <translation>为 {count} 个{what}分配显示编号</translation>
    </message>
    <message>
        <source>Grey: who speaks; numbers below are turns.</source>
        <translation>灰色：发言人；下方数字为话轮。</translation>
    </message>
    <message>
        <source>Grounded theory</source>
        <translation>扎根理论</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Groups by</source>
        <translation>分组变量</translation>
    </message>
    <message>
        <source>Groups cannot be compared by “{name}”. Choose one of {measures}.</source>
        <translation>不能用“{name}”比较各组。请从 {measures} 中选择。</translation>
    </message>
    <message>
        <source>G²</source>
        <translation>G²</translation>
    </message>
    <message>
        <source>G² of word / other words by target / reference (Dunning 1993), 1 degree of freedom. What one person says is not independent: read it as an order of words, not as a test.</source>
        <translation>G² 依“该词／其他词 × 目标／参照”四格表计算（Dunning 1993），自由度为 1。同一人所说的话并不独立：请当作词的排序，而非检验。</translation>
    </message>
    <message>
        <source>Hear everybody</source>
        <translation>让每个人都被听到</translation>
    </message>
    <message>
        <source>How has this theme changed since I first saw it, and what changed it?</source>
        <translation>从我第一次看到这个主题以来，它有何变化？是什么改变了它？</translation>
    </message>
    <message>
        <source>How long were the interviews or focus groups?</source>
        <translation>访谈或焦点小组持续多久？</translation>
    </message>
    <message>
        <source>How many participants, documents or events; what are they like?</source>
        <translation>有多少参与者、文档或事件；他们是怎样的？</translation>
    </message>
    <message>
        <source>How many people coded the data?</source>
        <translation>有多少人对资料编码？</translation>
    </message>
    <message>
        <source>How many random orders.</source>
        <translation>随机顺序的个数。</translation>
    </message>
    <message>
        <source>How many random starts are tried beside classical scaling.</source>
        <translation>除经典标度外再尝试多少个随机起点。</translation>
    </message>
    <message>
        <source>How many refused or left, and why?</source>
        <translation>有多少人拒绝或退出，为什么？</translation>
    </message>
    <message>
        <source>How many took part?</source>
        <translation>有多少人参与？</translation>
    </message>
    <message>
        <source>How much time is counted together (UTC).</source>
        <translation>合并统计的时段长度（UTC）。</translation>
    </message>
    <message>
        <source>How sure that is to be.</source>
        <translation>要求的把握程度。</translation>
    </message>
    <message>
        <source>How the size of a word in a cloud grows: with the square root of its count, or with the count.</source>
        <translation>词云中词的大小如何增长：与次数的平方根或次数成正比。</translation>
    </message>
    <message>
        <source>How themes meet</source>
        <translation>主题如何共现</translation>
    </message>
    <message>
        <source>How were participants chosen?</source>
        <translation>如何选择参与者？</translation>
    </message>
    <message>
        <source>How were the data recorded?</source>
        <translation>如何记录资料？</translation>
    </message>
    <message>
        <source>How were they approached?</source>
        <translation>如何联系他们？</translation>
    </message>
    <message>
        <source>Ids</source>
        <translation>标识符</translation>
    </message>
    <message>
        <source>In at least</source>
        <translation>至少出现于</translation>
    </message>
    <message>
        <source>In no theme</source>
        <translation>不属于任何主题</translation>
    </message>
    <message>
        <source>In this study</source>
        <translation>本研究</translation>
    </message>
    <message>
        <source>In which setting did it take place?</source>
        <translation>研究在什么环境中进行？</translation>
    </message>
    <message>
        <source>In {action}, {name} is {kind}, not {thing}.</source>
        <translation>在 {action} 中，{name} 应是{kind}，而不是 {thing}。</translation>
    </message>
    <message>
        <source>Instead of a code: quotes of what answers this query.</source>
        <translation>代替编码：符合此查询的内容的引文。</translation>
    </message>
    <message>
        <source>Intervals (95 %) from so many samples of documents or cases; 0: none.</source>
        <translation>由这么多次文档或个案抽样得到的区间（95%）；0 表示不计算。</translation>
    </message>
    <message>
        <source>Intervals need two documents or cases at least: one drawn anew is always itself.</source>
        <translation>区间至少需要两个文档或个案：只有一个时，重新抽样总是它自己。</translation>
    </message>
    <message>
        <source>Intervals of</source>
        <translation>区间指标</translation>
    </message>
    <message>
        <source>Interview guide</source>
        <translation>访谈提纲</translation>
    </message>
    <message>
        <source>Interviewer characteristics</source>
        <translation>访谈者特征</translation>
    </message>
    <message>
        <source>Interviews needed to hear a theme at least once, by how many people would bring it up.</source>
        <translation>按会提到某主题的人的比例，至少听到一次所需的访谈数。</translation>
    </message>
    <message>
        <source>Into how many parts of equal length each document is cut.</source>
        <translation>每个文档切成多少个等长部分。</translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation>引言</translation>
    </message>
    <message>
        <source>Is the coding tree described?</source>
        <translation>是否描述了编码树？</translation>
    </message>
    <message>
        <source>It has the colour of what most of it carries: a code, or none (grey); codes may overlap.</source>
        <translation>颜色取其大部分字符所带的编码，或未编码（灰色）；编码可能重叠。</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Join codes, cases or documents that are alike, step by step.</source>
        <translation>将相似的编码、个案或文档逐步合并。</translation>
    </message>
    <message>
        <source>Keep what was being written: {titles}</source>
        <translation>保留正在书写的内容：{titles}</translation>
    </message>
    <message>
        <source>Key words</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Key words of {name}</source>
        <translation>“{name}”的关键词</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Kinds of documents: {formats}. The original files are kept.</source>
        <translation>文档类型：{formats}。原始文件予以保留。</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Least count</source>
        <translation>最少次数</translation>
    </message>
    <message>
        <source>Least length</source>
        <translation>最短长度</translation>
    </message>
    <message>
        <source>Least value of a line</source>
        <translation>连线的最小值</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Leave out what interviewers and moderators say.</source>
        <translation>不计访谈者和主持人所说的话。</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Likeness of {things}: plane</source>
        <translation>{things}的相似性：平面图</translation>
    </message>
    <message>
        <source>Likeness of {things}: tree</source>
        <translation>{things}的相似性：树状图</translation>
    </message>
    <message>
        <source>Limitations</source>
        <translation>局限</translation>
    </message>
    <message>
        <source>Lines count from this value on; without it from one that leaves about two lines for each code.</source>
        <translation>从该值起算作线；不填则取使每个编码约有两条线的值。</translation>
    </message>
    <message>
        <source>Lines of the network are drawn from this value on.</source>
        <translation>网络图从该值起画线。</translation>
    </message>
    <message>
        <source>Lines: 95 % percentile intervals from {number} samples of {things}.</source>
        <translation>线段：由{things}的 {number} 次抽样得到的 95% 百分位区间。</translation>
    </message>
    <message>
        <source>Link a passage to what “{case.name}” says on “{theme.name}”</source>
        <translation>将一个段落链接到“{case.name}”关于“{theme.name}”的摘要</translation>
    </message>
    <message>
        <source>Link memo “{memo.title}” to “{to}”</source>
        <translation>将备忘录“{memo.title}”链接到“{to}”</translation>
    </message>
    <message>
        <source>Link {count} passages to what “{case.name}” says on “{theme.name}”</source>
        <translation>将 {count} 个段落链接到“{case.name}”关于“{theme.name}”的摘要</translation>
    </message>
    <message>
        <source>Link “{code.name}” to the theme “{theme.name}”</source>
        <translation>将“{code.name}”链接到主题“{theme.name}”</translation>
    </message>
    <message>
        <source>Links to empirical data</source>
        <translation>与实证资料的联系</translation>
    </message>
    <message>
        <source>List the cells in which nothing is written, too.</source>
        <translation>也列出没有写任何内容的单元格。</translation>
    </message>
    <message>
        <source>List the people, places and things that are named, where a trained spaCy model is installed.</source>
        <translation>列出提到的人、地点和事物（需已安装 spaCy 训练模型）。</translation>
    </message>
    <message>
        <source>List the smart codes as further rows.</source>
        <translation>把智能编码列为另外的行。</translation>
    </message>
    <message>
        <source>List the stretches that carry no code instead.</source>
        <translation>改为列出不带编码的文本段。</translation>
    </message>
    <message>
        <source>List uncoded text</source>
        <translation>列出未编码文本</translation>
    </message>
    <message>
        <source>MI</source>
        <translation>互信息</translation>
    </message>
    <message>
        <source>Make the document set “{name}”</source>
        <translation>新建文档集“{name}”</translation>
    </message>
    <message>
        <source>Make the group “{name}” on “{theme_map.name}”</source>
        <translation>在“{theme_map.name}”上建组“{name}”</translation>
    </message>
    <message>
        <source>Make the map “{name}”</source>
        <translation>新建主题图“{name}”</translation>
    </message>
    <message>
        <source>Make the map “{name}” from the data</source>
        <translation>由数据生成主题图“{name}”</translation>
    </message>
    <message>
        <source>Make the smart code “{query.name}” a saved query again</source>
        <translation>把智能编码“{query.name}”改回已存查询</translation>
    </message>
    <message>
        <source>Make “{query.name}” a smart code</source>
        <translation>把“{query.name}”设为智能编码</translation>
    </message>
    <message>
        <source>Make “{variable.name}” a variable of type {type}</source>
        <translation>将“{variable.name}”改为 {type} 类型的变量</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Map of {date}.</source>
        <translation>主题图日期：{date}。</translation>
    </message>
    <message>
        <source>Mark a new facet of “{code}” in {document}</source>
        <translation>在 {document} 中标记“{code}”的新侧面</translation>
    </message>
    <message>
        <source>Mark {count} segments as not used in a draft</source>
        <translation>将 {count} 个片段标记为未用于草稿</translation>
    </message>
    <message>
        <source>Mark {count} segments as used in a draft</source>
        <translation>将 {count} 个片段标记为已用于草稿</translation>
    </message>
    <message>
        <source>Mark {count} segments as used in “{where}”</source>
        <translation>将 {count} 个片段标记为已用于“{where}”</translation>
    </message>
    <message>
        <source>Mark “{name}”</source>
        <translation>标记“{name}”</translation>
    </message>
    <message>
        <source>Mark “{name}” as needing work</source>
        <translation>将“{name}”标为需修改</translation>
    </message>
    <message>
        <source>Marked facets can be counted by documents, coders and codes, but not by speakers.</source>
        <translation>标记的侧面可按文档、编码者和编码统计，但不能按说话人统计。</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Measure: {value}.</source>
        <translation>度量：{value}。</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>备忘录</translation>
    </message>
    <message>
        <source>Merge {merged} into “{into.name}”</source>
        <translation>将{merged}合并到“{into.name}”</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>Method of approach</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Most frequent runs of {n} words</source>
        <translation>最常见的 {n} 词串</translation>
    </message>
    <message>
        <source>Most frequent words</source>
        <translation>最常见的词</translation>
    </message>
    <message>
        <source>Move the folder “{folder}” to {into}</source>
        <translation>把文件夹“{folder}”移到{into}</translation>
    </message>
    <message>
        <source>Move {names} to {folder}</source>
        <translation>把{names}移到{folder}</translation>
    </message>
    <message>
        <source>Move {number} things on “{theme_map.name}”</source>
        <translation>移动“{theme_map.name}”上的 {number} 项</translation>
    </message>
    <message>
        <source>Move “{theme.name}” from {old_stage} to {stage}</source>
        <translation>“{theme.name}”从“{old_stage}”变为“{stage}”</translation>
    </message>
    <message>
        <source>Move “{thing}” on “{theme_map.name}”</source>
        <translation>移动“{theme_map.name}”上的“{thing}”</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>已移动</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name a code or theme, or write a query, not both.</source>
        <translation>请指定编码或主题，或者写一个查询，不能同时使用。</translation>
    </message>
    <message>
        <source>Name the point after step {number} “{name}”</source>
        <translation>将第 {number} 步之后的时点命名为“{name}”</translation>
    </message>
    <message>
        <source>Name the variable by which segments are taken apart: --variable NAME.</source>
        <translation>请指明用来拆分片段的变量：--variable 名称。</translation>
    </message>
    <message>
        <source>Name this codebook version…</source>
        <translation>命名此编码本版本…</translation>
    </message>
    <message>
        <source>Name this point “{name}”</source>
        <translation>将此时点命名为“{name}”</translation>
    </message>
    <message>
        <source>Named</source>
        <translation>已命名</translation>
    </message>
    <message>
        <source>Named theme</source>
        <translation>已命名主题</translation>
    </message>
    <message>
        <source>Named versions: {names}.</source>
        <translation>已命名版本：{names}。</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Names come as a table.</source>
        <translation>名称以表格给出。</translation>
    </message>
    <message>
        <source>Names of columns as they are, or plain ones for R and SPSS, with what they stand for beside the table.</source>
        <translation>列名保持原样，或使用适合 R 和 SPSS 的简单列名，其含义附在表格旁。</translation>
    </message>
    <message>
        <source>Near miss</source>
        <translation>近似反例</translation>
    </message>
    <message>
        <source>Network of codes</source>
        <translation>编码网络</translation>
    </message>
    <message>
        <source>New codes, as documents are coded now</source>
        <translation>新编码，按文档现在的编码</translation>
    </message>
    <message>
        <source>New codes, as documents were coded when they were last coded</source>
        <translation>新编码，按文档最后一次编码时的编码</translation>
    </message>
    <message>
        <source>New in a run as a share of those in the base: stop at this or less.</source>
        <translation>一批中的新增占基数的比例：不超过此值时停止。</translation>
    </message>
    <message>
        <source>New ones are counted in so many documents at a time.</source>
        <translation>每次在这么多份文档中统计新的。</translation>
    </message>
    <message>
        <source>New themes, with the codes below and linked to them</source>
        <translation>新主题，包括其下及与之关联的编码</translation>
    </message>
    <message>
        <source>No case has it, so there is nothing to compare.</source>
        <translation>没有个案带有它，因此无可比较。</translation>
    </message>
    <message>
        <source>No case has text in what is looked at. Assign documents or speakers to cases first.</source>
        <translation>所看范围内没有个案有文本。请先把文档或说话人分配给个案。</translation>
    </message>
    <message>
        <source>No font on this computer can print {characters}. Install {fonts}, or write a .docx or .html.</source>
        <translation>这台计算机上没有字体能打印 {characters}。请安装 {fonts}，或写成 .docx 或 .html。</translation>
    </message>
    <message>
        <source>No pair of codes can be compared.</source>
        <translation>没有可比较的编码对。</translation>
    </message>
    <message>
        <source>No such set of codes.</source>
        <translation>没有这样的编码组合。</translation>
    </message>
    <message>
        <source>No two codes meet in a passage, so there is no picture of which codes meet.</source>
        <translation>没有两个编码在同一段文字中相遇，因此没有编码相遇图。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Nobody has written yet where counter-evidence was looked for.</source>
        <translation>尚未写明在何处寻找过反证。</translation>
    </message>
    <message>
        <source>Non-participation</source>
        <translation>未参与</translation>
    </message>
    <message>
        <source>None of the chosen documents belongs to a case. Assign documents or speakers to cases first.</source>
        <translation>所选文档都不属于任何个案。请先把文档或说话人归入个案。</translation>
    </message>
    <message>
        <source>Not all cases were coded by the same people: coders may differ, and not groups.</source>
        <translation>并非所有个案都由相同的人编码：差异可能来自编码者，而不是组别。</translation>
    </message>
    <message>
        <source>Not all of these passages are still coded. Look at them again.</source>
        <translation>这些片段中有的已不再带有编码。请重新查看这些片段。</translation>
    </message>
    <message>
        <source>Not stated.</source>
        <translation>未说明。</translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>没有任何更改。</translation>
    </message>
    <message>
        <source>Nothing is coded yet.</source>
        <translation>尚未编码。</translation>
    </message>
    <message>
        <source>Nothing is in the base, so there is no ratio.</source>
        <translation>基数中没有内容，因此没有比值。</translation>
    </message>
    <message>
        <source>Nothing is redacted there in {names}.</source>
        <translation>{names}的该处没有遮盖。</translation>
    </message>
    <message>
        <source>Nothing is written on “{theme}” for “{case}”.</source>
        <translation>“{case}”关于“{theme}”还没有写任何内容。</translation>
    </message>
    <message>
        <source>Nothing would stand on this map. Choose a lower minimum or fewer filters.</source>
        <translation>这张图上将没有任何内容。请降低下限或减少筛选条件。</translation>
    </message>
    <message>
        <source>Number of data coders</source>
        <translation>编码者人数</translation>
    </message>
    <message>
        <source>ONLY stands before a code: it asks that no other code is there.</source>
        <translation>ONLY 放在编码之前：它要求那里没有其他编码。</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Of codes that share a colour only the first has its own here.</source>
        <translation>颜色相同的编码中，只有第一个在此保留自己的颜色。</translation>
    </message>
    <message>
        <source>Of the heat map: as in the codebook (codebook), by likeness (clustered) or by frequency.</source>
        <translation>热图的顺序：按编码簿（codebook）、按相似性（聚类）或按频次。</translation>
    </message>
    <message>
        <source>Of uncoded stretches only those of so many characters.</source>
        <translation>未编码文本段中，仅列出达到这一字符数的。</translation>
    </message>
    <message>
        <source>On a map stand codes, themes, cases, memos and segments, not {thing}.</source>
        <translation>图上可放编码、主题、个案、备忘录和片段，不能放 {thing}。</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>在图上查看</translation>
    </message>
    <message>
        <source>One cannot suggest to {what} that.</source>
        <translation>不能对它建议“{what}”。</translation>
    </message>
    <message>
        <source>One of {kinds}, or the name of a variable of the cases.</source>
        <translation>{kinds} 之一，或个案变量的名称。</translation>
    </message>
    <message>
        <source>One row for each code: test, effect sizes with intervals, cautions.</source>
        <translation>每个编码一行：检验、效应量及其区间、注意事项。</translation>
    </message>
    <message>
        <source>One row: where to stop, Chao2 with its interval, and what random orders give.</source>
        <translation>一行：在哪里停止、Chao2 及其区间，以及随机顺序的结果。</translation>
    </message>
    <message>
        <source>One side of a matrix is code or theme, the other one of {kinds}, or a variable. These are {rows} and {columns}.</source>
        <translation>矩阵的一侧是 code 或 theme，另一侧是 {kinds} 之一或一个变量。这里是 {rows} 和 {columns}。</translation>
    </message>
    <message>
        <source>Only a group is named on the map. Rename what is shown where it stands.</source>
        <translation>图上只能给组命名。其他内容请在其所在处改名。</translation>
    </message>
    <message>
        <source>Only bars of segments can be taken apart. Show segments, or take nothing apart.</source>
        <translation>只有片段的横条可以拆分。请显示片段，或不要拆分。</translation>
    </message>
    <message>
        <source>Only chosen codes and those below or linked to them</source>
        <translation>仅限所选编码及其下级或与之关联的编码</translation>
    </message>
    <message>
        <source>Only documents in which something is coded are shown.</source>
        <translation>仅显示有标注的文档。</translation>
    </message>
    <message>
        <source>Only documents that hold these codes are shown.</source>
        <translation>仅显示含有这些编码的文档。</translation>
    </message>
    <message>
        <source>Only documents with one of the chosen codes are shown.</source>
        <translation>仅显示带有所选编码之一的文档。</translation>
    </message>
    <message>
        <source>Only names of this kind, as the model calls it: PERSON, GPE, ORG.</source>
        <translation>只看这一类名称，按模型的叫法：PERSON、GPE、ORG。</translation>
    </message>
    <message>
        <source>Only notes and groups have a size of their own.</source>
        <translation>只有便签和组有自己的大小。</translation>
    </message>
    <message>
        <source>Only pairs that meet more often than by chance.</source>
        <translation>只含共现多于随机水平的词对。</translation>
    </message>
    <message>
        <source>Only pairs that meet so often or more.</source>
        <translation>只看共现达到这一次数的词对。</translation>
    </message>
    <message>
        <source>Only the chosen codes are meant; the paler part of a bar carries other codes only.</source>
        <translation>仅指所选编码；条形中较浅的部分只带有其他编码。</translation>
    </message>
    <message>
        <source>Only the relations of this map.</source>
        <translation>只列出这张图的关系。</translation>
    </message>
    <message>
        <source>Only the text of a note is written on the map. Rename what is shown where it stands.</source>
        <translation>图上只能改写便签的文字。其他内容请在其所在处改名。</translation>
    </message>
    <message>
        <source>Only this code or theme; else all.</source>
        <translation>只看此编码或主题；否则为全部。</translation>
    </message>
    <message>
        <source>Only this document; without it all of them, small.</source>
        <translation>仅此文档；不指定时以小图显示全部。</translation>
    </message>
    <message>
        <source>Only what occurs so often or more.</source>
        <translation>只看出现达到这一次数的。</translation>
    </message>
    <message>
        <source>Only words in segments of the chosen codes.</source>
        <translation>只含所选编码片段中的词。</translation>
    </message>
    <message>
        <source>Only words of so many characters and more.</source>
        <translation>只看达到这一字符数的词。</translation>
    </message>
    <message>
        <source>Only words that occur so often or more in both together.</source>
        <translation>只看在两部分中合计达到这一次数的词。</translation>
    </message>
    <message>
        <source>Only words that occur so often or more.</source>
        <translation>只看出现达到这一次数的词。</translation>
    </message>
    <message>
        <source>Open again what {reviewer} said about “{name}”</source>
        <translation>重新打开 {reviewer} 对“{name}”的意见</translation>
    </message>
    <message>
        <source>Open an earlier save…</source>
        <translation>打开先前保存的评阅…</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Order by</source>
        <translation>排序依据</translation>
    </message>
    <message>
        <source>Order changed</source>
        <translation>顺序已改变</translation>
    </message>
    <message>
        <source>Order the evidence of “{theme.name}”</source>
        <translation>排列“{theme.name}”的证据</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Others at most</source>
        <translation>另一侧最多</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>分布于</translation>
    </message>
    <message>
        <source>Pairs below 0 have no band.</source>
        <translation>低于 0 的编码对没有带。</translation>
    </message>
    <message>
        <source>Pairs that meet {least} times and more.</source>
        <translation>共现 {least} 次及以上的词对。</translation>
    </message>
    <message>
        <source>Pairs that never follow each other too.</source>
        <translation>也包括从不先后出现的编码对。</translation>
    </message>
    <message>
        <source>Pairs that never meet too.</source>
        <translation>也包括从不共现的编码对。</translation>
    </message>
    <message>
        <source>Part of each speaker&apos;s words that carries at least one code.</source>
        <translation>每位发言人的话语中至少带有一个编码的部分。</translation>
    </message>
    <message>
        <source>Participant checking</source>
        <translation>参与者核对</translation>
    </message>
    <message>
        <source>Participant knowledge of the interviewer</source>
        <translation>参与者对访谈者的了解</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Passages that at least so many of them find.</source>
        <translation>至少被其中这么多个找到的文字。</translation>
    </message>
    <message>
        <source>Passages that exactly one of them finds.</source>
        <translation>恰好被其中一个找到的文字。</translation>
    </message>
    <message>
        <source>Passages were chosen as evidence of {themes}: {for_it} for and {against} against.</source>
        <translation>为{themes}选定了证据片段：{for_it} 条支持，{against} 条反对。</translation>
    </message>
    <message>
        <source>Per cent are parts of the text that carry the code.</source>
        <translation>百分比为带有该编码的文本所占比例。</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Place codes, cases or documents so that those that are alike stand together.</source>
        <translation>将编码、个案或文档置于平面，使相似者相邻。</translation>
    </message>
    <message>
        <source>Plane of likeness</source>
        <translation>相似性平面图</translation>
    </message>
    <message>
        <source>Points: {measure} in each group; bars: the difference, the first group less the second.</source>
        <translation>圆点：各组的{measure}；条形：差值，即第一组减第二组。</translation>
    </message>
    <message>
        <source>Portrait of {document}</source>
        <translation>{document}的画像</translation>
    </message>
    <message>
        <source>Portraits of the documents</source>
        <translation>文档画像</translation>
    </message>
    <message>
        <source>Presence of non-participants</source>
        <translation>非参与者在场</translation>
    </message>
    <message>
        <source>Presence: {codes} by {units}</source>
        <translation>有无：{codes} × {units}</translation>
    </message>
    <message>
        <source>Prevalence</source>
        <translation>普遍度</translation>
    </message>
    <message>
        <source>Problem formulation</source>
        <translation>问题阐述</translation>
    </message>
    <message>
        <source>Purpose or research question</source>
        <translation>目的或研究问题</translation>
    </message>
    <message>
        <source>Put numbers and dates into so many groups of cases; 0 lists each value.</source>
        <translation>把数字和日期分成这么多组个案；0 表示逐个列出。</translation>
    </message>
    <message>
        <source>Put the document set “{document_set.name}” elsewhere among the sets</source>
        <translation>调整文档集“{document_set.name}”的次序</translation>
    </message>
    <message>
        <source>Put the map “{theme_map.name}” elsewhere among the maps</source>
        <translation>调整主题图“{theme_map.name}”的次序</translation>
    </message>
    <message>
        <source>Put {names} into the document set “{document_set.name}”</source>
        <translation>把{names}放入文档集“{document_set.name}”</translation>
    </message>
    <message>
        <source>Put {number} things into the group “{group.text}”</source>
        <translation>把 {number} 项放入组“{group.text}”</translation>
    </message>
    <message>
        <source>Put {number} things on “{theme_map.name}”</source>
        <translation>把 {number} 项放到“{theme_map.name}”上</translation>
    </message>
    <message>
        <source>Put “{item.title}” elsewhere in the report basket</source>
        <translation>调整“{item.title}”在报告篮中的位置</translation>
    </message>
    <message>
        <source>Put “{thing}” into the group “{group.text}”</source>
        <translation>把“{thing}”放入组“{group.text}”</translation>
    </message>
    <message>
        <source>Put “{thing}” on “{theme_map.name}”</source>
        <translation>把“{thing}”放到“{theme_map.name}”上</translation>
    </message>
    <message>
        <source>Qualitative approach and research paradigm</source>
        <translation>定性方法与研究范式</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Quotations presented</source>
        <translation>呈现引文</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Quotes by theme</source>
        <translation>按主题的引文</translation>
    </message>
    <message>
        <source>Quotes come as a table, or for people as .docx or .html.</source>
        <translation>引文以表格给出，或写成供人阅读的 .docx 或 .html。</translation>
    </message>
    <message>
        <source>Quotes for writing</source>
        <translation>写作引文</translation>
    </message>
    <message>
        <source>Quotes of this code and those below it, or of all that belongs to this theme.</source>
        <translation>此编码及其下级的引文，或属于此主题的全部引文。</translation>
    </message>
    <message>
        <source>Quotes that are used in a draft or not.</source>
        <translation>已用于或未用于草稿的引文。</translation>
    </message>
    <message>
        <source>Random orders</source>
        <translation>随机顺序</translation>
    </message>
    <message>
        <source>Random starts</source>
        <translation>随机起点数</translation>
    </message>
    <message>
        <source>Random turns</source>
        <translation>随机移位次数</translation>
    </message>
    <message>
        <source>Rare words are drawn larger than that, so that they can be read.</source>
        <translation>少见的词画得比这更大，以便看清。</translation>
    </message>
    <message>
        <source>Redact a passage of “{document.name}”</source>
        <translation>遮盖“{document.name}”中的一段文字</translation>
    </message>
    <message>
        <source>Redact a passage of “{name}”</source>
        <translation>遮盖“{name}”中的一段文字</translation>
    </message>
    <message>
        <source>Redact {count} passages</source>
        <translation>遮盖 {count} 段文字</translation>
    </message>
    <message>
        <source>Redefined</source>
        <translation>已重新定义</translation>
    </message>
    <message>
        <source>Reference: {name} ({number} words).</source>
        <translation>参照：{name}（{number} 词）。</translation>
    </message>
    <message>
        <source>Reflexive thematic analysis</source>
        <translation>反身性主题分析</translation>
    </message>
    <message>
        <source>Refuse the suggestion of {reviewer} about “{name}”</source>
        <translation>不采纳 {reviewer} 对“{name}”的建议</translation>
    </message>
    <message>
        <source>Relate “{source}” to “{target}” on “{theme_map.name}”: {kind}</source>
        <translation>在“{theme_map.name}”上建立“{source}”到“{target}”的关系：{kind}</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Relationship established</source>
        <translation>已建立的关系</translation>
    </message>
    <message>
        <source>Remove the document set “{document_set.name}”</source>
        <translation>移除文档集“{document_set.name}”</translation>
    </message>
    <message>
        <source>Remove the folder “{folder}”</source>
        <translation>移除文件夹“{folder}”</translation>
    </message>
    <message>
        <source>Remove the map “{theme_map.name}”</source>
        <translation>删除主题图“{theme_map.name}”</translation>
    </message>
    <message>
        <source>Remove the name of version “{version.name}”</source>
        <translation>去掉版本“{version.name}”的名称</translation>
    </message>
    <message>
        <source>Remove the query “{query.name}”</source>
        <translation>删除查询“{query.name}”</translation>
    </message>
    <message>
        <source>Remove the relation of “{source}” to “{target}” on “{map}”: {kind}</source>
        <translation>删除“{map}”上“{source}”与“{target}”的关系：{kind}</translation>
    </message>
    <message>
        <source>Remove variable “{variable.name}” and its {values} values</source>
        <translation>移除变量“{variable.name}”及其 {values} 个值</translation>
    </message>
    <message>
        <source>Remove {count} cases</source>
        <translation>移除 {count} 个个案</translation>
    </message>
    <message>
        <source>Remove {names} with {codings} codings</source>
        <translation>移除{names}及其 {codings} 处标注</translation>
    </message>
    <message>
        <source>Remove {number} memos</source>
        <translation>移除 {number} 条备忘录</translation>
    </message>
    <message>
        <source>Remove “{item.title}” from the report basket</source>
        <translation>从报告篮中移除“{item.title}”</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>Rename the document set “{document_set.name}” to “{name}”</source>
        <translation>把文档集“{document_set.name}”改名为“{name}”</translation>
    </message>
    <message>
        <source>Rename the folder “{folder}” to “{name}”</source>
        <translation>把文件夹“{folder}”改名为“{name}”</translation>
    </message>
    <message>
        <source>Rename the group “{node.text}” to “{name}”</source>
        <translation>把组“{node.text}”改名为“{name}”</translation>
    </message>
    <message>
        <source>Rename the map “{theme_map.name}” to “{name}”</source>
        <translation>把主题图“{theme_map.name}”改名为“{name}”</translation>
    </message>
    <message>
        <source>Rename the query “{query.name}” to “{name}”</source>
        <translation>把查询“{query.name}”改名为“{name}”</translation>
    </message>
    <message>
        <source>Rename variable “{variable.name}” to “{name}”</source>
        <translation>将变量“{variable.name}”重命名为“{name}”</translation>
    </message>
    <message>
        <source>Rename version “{version.name}” to “{name}”</source>
        <translation>将版本“{version.name}”重命名为“{name}”</translation>
    </message>
    <message>
        <source>Rename “{item.title}” in the report basket to “{title}”</source>
        <translation>将报告篮中的“{item.title}”重命名为“{title}”</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>已重命名</translation>
    </message>
    <message>
        <source>Repeat interviews</source>
        <translation>重复访谈</translation>
    </message>
    <message>
        <source>Replace the text of “{document.name}” ({gone} segments and parts of {cases} lost their words)</source>
        <translation>替换“{document.name}”的文本（{gone} 个片段以及 {cases} 的部分失去了文字）</translation>
    </message>
    <message>
        <source>Replace {count} passages in {documents} documents ({gone} segments and parts of {cases} lost their words)</source>
        <translation>在 {documents} 个文档中替换 {count} 处（{gone} 个片段以及 {cases} 的部分失去了文字）</translation>
    </message>
    <message>
        <source>Replace “{document.name}” with {file} ({gone} segments and parts of {cases} lost their words)</source>
        <translation>用 {file} 替换“{document.name}”（{gone} 个片段以及 {cases} 的部分失去了文字）</translation>
    </message>
    <message>
        <source>Research team and reflexivity</source>
        <translation>研究团队与反身性</translation>
    </message>
    <message>
        <source>Researcher characteristics and reflexivity</source>
        <translation>研究者特征与反身性</translation>
    </message>
    <message>
        <source>Resize “{thing}” on “{map}”</source>
        <translation>调整“{map}”上“{thing}”的大小</translation>
    </message>
    <message>
        <source>Rest of the turn</source>
        <translation>话轮其余部分</translation>
    </message>
    <message>
        <source>Restore version {number} of “{document.name}” ({gone} segments and parts of {cases} lost their words)</source>
        <translation>恢复“{document.name}”的第 {number} 版（{gone} 个片段以及 {cases} 的部分失去了文字）</translation>
    </message>
    <message>
        <source>Retrieval</source>
        <translation>检索</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>评阅</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>已审视</translation>
    </message>
    <message>
        <source>Reviewed theme</source>
        <translation>已审阅主题</translation>
    </message>
    <message>
        <source>Row {row} of “{name}”: the stage “{stage}” is none of {stages}.</source>
        <translation>“{name}”第 {row} 行：阶段“{stage}”不是 {stages} 之一。</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Rows are matched by {ways}, not by “{way}”.</source>
        <translation>行只能按 {ways} 匹配，不能按“{way}”。</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rule: {value}.</source>
        <translation>规则：{value}。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Runs of so many words of one turn, without stop words at their ends.</source>
        <translation>同一话轮中连续这么多个词，两端没有停用词。</translation>
    </message>
    <message>
        <source>Sample size</source>
        <translation>样本量</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>抽样</translation>
    </message>
    <message>
        <source>Sampling strategy</source>
        <translation>抽样策略</translation>
    </message>
    <message>
        <source>Sankey picture</source>
        <translation>桑基图</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>饱和度</translation>
    </message>
    <message>
        <source>Saturation: new codes by document</source>
        <translation>饱和度：各文档的新编码</translation>
    </message>
    <message>
        <source>Saturation: new facets by document</source>
        <translation>饱和度：各文档的新侧面</translation>
    </message>
    <message>
        <source>Saturation: new themes by document</source>
        <translation>饱和度：各文档的新主题</translation>
    </message>
    <message>
        <source>Save my review</source>
        <translation>保存我的评阅</translation>
    </message>
    <message>
        <source>Save the query “{name}”</source>
        <translation>保存查询“{name}”</translation>
    </message>
    <message>
        <source>Saved query</source>
        <translation>已存查询</translation>
    </message>
    <message>
        <source>Say how evenly words are spread over documents or cases, and show where they stand.</source>
        <translation>说明词在文档或个案中分布得多均匀，并显示其位置。</translation>
    </message>
    <message>
        <source>Say how near: a NEAR b WITHIN 2 TURNS.</source>
        <translation>请说明多近：a NEAR b WITHIN 2 TURNS。</translation>
    </message>
    <message>
        <source>Say what belongs to “{case.name}”</source>
        <translation>指定“{case.name}”包含的内容</translation>
    </message>
    <message>
        <source>Say which value of “{variable}” is the target (value).</source>
        <translation>请说明目标是“{variable}”的哪个值（value）。</translation>
    </message>
    <message>
        <source>Search for counter-evidence</source>
        <translation>寻找反证</translation>
    </message>
    <message>
        <source>See each document as a grid of cells in reading order, coloured by the codes or themes they carry.</source>
        <translation>将每个文档显示为按阅读顺序排列的网格，按所带编码或主题着色。</translation>
    </message>
    <message>
        <source>See how many new codes each document brings, and how much more there might be.</source>
        <translation>查看每份文档带来多少新编码，以及还可能有多少。</translation>
    </message>
    <message>
        <source>See how much of each document is coded, by whom, of whose words, and what nobody coded.</source>
        <translation>查看每个文档有多少已编码、由谁编码、编码了谁的话，以及无人编码的部分。</translation>
    </message>
    <message>
        <source>See in which documents each code stands, and how often: a dot plot whose areas are counts.</source>
        <translation>查看每个编码出现在哪些文档、出现多少次：以面积表示数量的点图。</translation>
    </message>
    <message>
        <source>See the codes as circles whose areas are counts, gathered by the theme they stand under.</source>
        <translation>将编码显示为圆，面积表示数量，并按所属主题聚在一起。</translation>
    </message>
    <message>
        <source>See when codings were made, by whom, and when codes came into use.</source>
        <translation>查看标注于何时、由谁作出，以及编码何时开始使用。</translation>
    </message>
    <message>
        <source>See where codes or themes stand: in which documents, with whom, and in which groups of cases.</source>
        <translation>查看编码或主题的分布：在哪些文档、哪些人以及哪些个案组中。</translation>
    </message>
    <message>
        <source>See where each code stands in a document, from its beginning to its end.</source>
        <translation>查看每个编码在文档中从头到尾的位置。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Segments apart by who coded them, or by what their cases have for a variable.</source>
        <translation>按编码者，或按所属个案的变量取值拆分片段。</translation>
    </message>
    <message>
        <source>Segments: {codes} by {units}</source>
        <translation>片段：{codes} × {units}</translation>
    </message>
    <message>
        <source>Send “{title}” to the report</source>
        <translation>将“{title}”送入报告</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>编码序列</translation>
    </message>
    <message>
        <source>Set the display ids of {count} cases</source>
        <translation>设定 {count} 个个案的显示编号</translation>
    </message>
    <message>
        <source>Set the display ids of {count} speakers</source>
        <translation>设定 {count} 位发言人的显示编号</translation>
    </message>
    <message>
        <source>Set {count} values of cases</source>
        <translation>设置个案的 {count} 个值</translation>
    </message>
    <message>
        <source>Sets that are in at least so many.</source>
        <translation>至少出现这么多次的组合。</translation>
    </message>
    <message>
        <source>Setting of data collection</source>
        <translation>资料收集场所</translation>
    </message>
    <message>
        <source>Settle what {reviewer} said about “{name}”</source>
        <translation>处理 {reviewer} 对“{name}”的意见</translation>
    </message>
    <message>
        <source>Several coders apply one agreed codebook independently, and their agreement is measured before and while the data set is coded. The codebook is fixed for each round.</source>
        <translation>几位编码者各自独立使用同一个商定的编码本，在编码之前和过程中测量其一致性。每一轮的编码本是固定的。</translation>
    </message>
    <message>
        <source>Several codes are tested: see p_adjusted.</source>
        <translation>检验了多个编码：请看 p_adjusted。</translation>
    </message>
    <message>
        <source>Several things on the map are called “{name}”. Give the record or its id.</source>
        <translation>图上有多项名为“{name}”。请给出记录或其编号。</translation>
    </message>
    <message>
        <source>Shares of the column: {codes} by {units}</source>
        <translation>占列的比例：{codes} × {units}</translation>
    </message>
    <message>
        <source>Shares of the row: {codes} by {units}</source>
        <translation>占行的比例：{codes} × {units}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show a word wherever it stands, with what stands beside it.</source>
        <translation>显示一个词的每一处及其左右的文字。</translation>
    </message>
    <message>
        <source>Show the rest of the turn around each quote.</source>
        <translation>显示每条引文前后的话轮其余部分。</translation>
    </message>
    <message>
        <source>Show “{source}” {kind} “{target}” on “{map}” by a passage</source>
        <translation>以一段原文佐证“{map}”上的关系：“{source}”{kind}“{target}”</translation>
    </message>
    <message>
        <source>Show “{source}” {kind} “{target}” on “{map}” by {number} passages</source>
        <translation>以 {number} 段原文佐证“{map}”上的关系：“{source}”{kind}“{target}”</translation>
    </message>
    <message>
        <source>Shown are {number} of {whole} documents.</source>
        <translation>显示 {whole} 个文档中的 {number} 个。</translation>
    </message>
    <message>
        <source>Shown are {number} of {whole} pairs.</source>
        <translation>显示 {whole} 对中的 {number} 对。</translation>
    </message>
    <message>
        <source>Shown are {number} of {whole} sets in at least {least} {things}.</source>
        <translation>至少出现于 {least} 个{things}的 {whole} 个组合中，显示 {number} 个。</translation>
    </message>
    <message>
        <source>Sign off…</source>
        <translation>签署…</translation>
    </message>
    <message>
        <source>Since step {number}, {date}.</source>
        <translation>自第 {number} 步（{date}）以来。</translation>
    </message>
    <message>
        <source>Since the beginning of the study.</source>
        <translation>自研究开始以来。</translation>
    </message>
    <message>
        <source>Since “{name}”, {date}.</source>
        <translation>自“{name}”（{date}）以来。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Smart codes</source>
        <translation>智能编码</translation>
    </message>
    <message>
        <source>So many first documents are the base.</source>
        <translation>最前面这么多份文档作为基数。</translation>
    </message>
    <message>
        <source>So many words before the word count as near.</source>
        <translation>该词之前多少个词算作附近。</translation>
    </message>
    <message>
        <source>So many words behind the word count as near.</source>
        <translation>该词之后多少个词算作附近。</translation>
    </message>
    <message>
        <source>So many words of the same turn on each side.</source>
        <translation>两侧各取同一话轮中的多少个词。</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>软件</translation>
    </message>
    <message>
        <source>Some cases speak in the same document, so they are not independent.</source>
        <translation>有些个案在同一份文档中发言，因此并不独立。</translation>
    </message>
    <message>
        <source>Something that the query “{name}” asks for is no longer in the project.</source>
        <translation>查询“{name}”所问的某些内容已不在项目中。</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Stage changed</source>
        <translation>阶段已改变</translation>
    </message>
    <message>
        <source>Standards for reporting qualitative research</source>
        <translation>定性研究报告标准</translation>
    </message>
    <message>
        <source>Stands below</source>
        <translation>所在位置</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Step {number}, {date}, by {who}</source>
        <translation>第 {number} 步，{date}，{who}</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤数</translation>
    </message>
    <message>
        <source>Stop words too</source>
        <translation>也含停用词</translation>
    </message>
    <message>
        <source>Study design</source>
        <translation>研究设计</translation>
    </message>
    <message>
        <source>Suggest to {what} “{name}”</source>
        <translation>建议{what}“{name}”</translation>
    </message>
    <message>
        <source>Summaries</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Summaries of {cases} cases on {themes} themes</source>
        <translation>{cases} 个个案关于 {themes} 个主题的摘要</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Synthesis and interpretation</source>
        <translation>综合与解释</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Table {number}. {title}</source>
        <translation>表 {number}&#x3000;{title}</translation>
    </message>
    <message>
        <source>Tables and figures</source>
        <translation>表格与图</translation>
    </message>
    <message>
        <source>Take a passage away from what “{case}” says on “{theme}”</source>
        <translation>从“{case}”关于“{theme}”的摘要中移除一个段落</translation>
    </message>
    <message>
        <source>Take a passage from “{source}” {kind} “{target}” on “{map}”</source>
        <translation>从“{map}”上的关系“{source}”{kind}“{target}”取下一段原文</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Take away what is written on “{theme.name}” for “{case.name}”</source>
        <translation>移除“{case.name}”关于“{theme.name}”所写的内容</translation>
    </message>
    <message>
        <source>Take back a redaction</source>
        <translation>撤回一处遮盖</translation>
    </message>
    <message>
        <source>Take back a redaction in “{document.name}”</source>
        <translation>撤回“{document.name}”中的一处遮盖</translation>
    </message>
    <message>
        <source>Take back a redaction in “{name}”</source>
        <translation>撤回“{name}”中的一处遮盖</translation>
    </message>
    <message>
        <source>Take back the display id of the speaker {label}</source>
        <translation>撤回发言人{label}的显示编号</translation>
    </message>
    <message>
        <source>Take back the display id of {case.name}</source>
        <translation>撤回{case.name}的显示编号</translation>
    </message>
    <message>
        <source>Take back {count} redactions in “{document.name}”</source>
        <translation>撤回“{document.name}”中的 {count} 处遮盖</translation>
    </message>
    <message>
        <source>Take evidence away from “{theme.name}”</source>
        <translation>移除“{theme.name}”的一条证据</translation>
    </message>
    <message>
        <source>Take in codes below</source>
        <translation>包含下级编码</translation>
    </message>
    <message>
        <source>Take one&apos;s mark off “{name}”</source>
        <translation>取消对“{name}”的标记</translation>
    </message>
    <message>
        <source>Take the link to “{to}” off memo “{memo.title}”</source>
        <translation>去掉备忘录“{memo.title}”到“{to}”的链接</translation>
    </message>
    <message>
        <source>Take the mark of a new facet off “{code}” in {document}</source>
        <translation>去掉 {document} 中“{code}”的新侧面标记</translation>
    </message>
    <message>
        <source>Take {names} out of the document set “{document_set.name}”</source>
        <translation>把{names}移出文档集“{document_set.name}”</translation>
    </message>
    <message>
        <source>Take {number} passages from “{source}” {kind} “{target}” on “{map}”</source>
        <translation>从“{map}”上的关系“{source}”{kind}“{target}”取下 {number} 段原文</translation>
    </message>
    <message>
        <source>Take {number} things off “{theme_map.name}”</source>
        <translation>从“{theme_map.name}”上取下 {number} 项</translation>
    </message>
    <message>
        <source>Take {number} things out of their group on “{theme_map.name}”</source>
        <translation>把“{theme_map.name}”上的 {number} 项移出所在的组</translation>
    </message>
    <message>
        <source>Take “{code.name}” out of the theme “{theme.name}”</source>
        <translation>将“{code.name}”移出主题“{theme.name}”</translation>
    </message>
    <message>
        <source>Take “{thing}” off “{theme_map.name}”</source>
        <translation>从“{theme_map.name}”上取下“{thing}”</translation>
    </message>
    <message>
        <source>Take “{thing}” out of its group on “{theme_map.name}”</source>
        <translation>把“{theme_map.name}”上的“{thing}”移出所在的组</translation>
    </message>
    <message>
        <source>Target: {name} ({number} words).</source>
        <translation>目标：{name}（{number} 词）。</translation>
    </message>
    <message>
        <source>Techniques to enhance trustworthiness</source>
        <translation>提高可信度的技术</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>检验</translation>
    </message>
    <message>
        <source>Text is not looked for by “{way}”. Choose one of {ways}.</source>
        <translation>不能按“{way}”查找文本。请选择：{ways}。</translation>
    </message>
    <message>
        <source>Texts were changed in {steps} after the import.</source>
        <translation>导入后文本经过{steps}更改。</translation>
    </message>
    <message>
        <source>That is no suggestion but a remark. Answer it or settle it.</source>
        <translation>这不是建议而是意见。请回复或标为已处理。</translation>
    </message>
    <message>
        <source>That quote does not carry “{name}” any more: refuse the suggestion.</source>
        <translation>该引文已不带编码“{name}”：请不采纳此建议。</translation>
    </message>
    <message>
        <source>That quote is coded no more: refuse the suggestion.</source>
        <translation>该引文已无编码：请不采纳此建议。</translation>
    </message>
    <message>
        <source>That relation is on no map any more: refuse the suggestion.</source>
        <translation>该关系已不在任何主题图上：请不采纳此建议。</translation>
    </message>
    <message>
        <source>That suggestion is {state} already.</source>
        <translation>该建议已处理（{state}）。</translation>
    </message>
    <message>
        <source>The area of a circle is the code&apos;s number of {things}.</source>
        <translation>圆的面积表示编码的{things}数。</translation>
    </message>
    <message>
        <source>The area of a dot is the number of segments of the code in the document.</source>
        <translation>圆点的面积表示该编码在文档中的片段数。</translation>
    </message>
    <message>
        <source>The axis begins at {number}.</source>
        <translation>坐标轴从 {number} 开始。</translation>
    </message>
    <message>
        <source>The case “{name}” is no longer in the project.</source>
        <translation>个案“{name}”已不在项目中。</translation>
    </message>
    <message>
        <source>The cases have no variables to compare them by. Give them some first.</source>
        <translation>个案没有可用来比较的变量。请先添加变量。</translation>
    </message>
    <message>
        <source>The code it is to go to is not in the codebook any more: refuse the suggestion.</source>
        <translation>目标编码已不在编码本中：请不采纳此建议。</translation>
    </message>
    <message>
        <source>The code “{name}” is no longer in the project.</source>
        <translation>编码“{name}”已不在项目中。</translation>
    </message>
    <message>
        <source>The codebook has changed since this list was made. Look at the list again, then import.</source>
        <translation>列表生成之后编码本有了改动。请再看一遍列表，然后导入。</translation>
    </message>
    <message>
        <source>The codebook has no themes.</source>
        <translation>编码本没有主题。</translation>
    </message>
    <message>
        <source>The codebook is empty.</source>
        <translation>编码本为空。</translation>
    </message>
    <message>
        <source>The coder “{name}” is no longer in the project.</source>
        <translation>编码者“{name}”已不在项目中。</translation>
    </message>
    <message>
        <source>The codes that documents carry now, or those they carried when they were coded.</source>
        <translation>文档现在带有的编码，或编码当时带有的编码。</translation>
    </message>
    <message>
        <source>The company of “{word}”</source>
        <translation>“{word}”的搭配</translation>
    </message>
    <message>
        <source>The document set “{name}” is no longer in the project.</source>
        <translation>文档集“{name}”已不在项目中。</translation>
    </message>
    <message>
        <source>The document “{name}” is no longer in the project.</source>
        <translation>文档“{name}”已不在项目中。</translation>
    </message>
    <message>
        <source>The document; without it the one with most codings.</source>
        <translation>文档；不指定时取标注最多的文档。</translation>
    </message>
    <message>
        <source>The documents are {least} to {most} characters long, {all} in all.</source>
        <translation>文档长 {least} 至 {most} 字符，共 {all} 字符。</translation>
    </message>
    <message>
        <source>The figure: bars or word cloud.</source>
        <translation>图：条形图或词云。</translation>
    </message>
    <message>
        <source>The figure: heat map or Sankey picture (segments followed).</source>
        <translation>图形：热图或桑基图（其后有该编码的片段）。</translation>
    </message>
    <message>
        <source>The figure: heat map, network, chord or Sankey picture.</source>
        <translation>图形：热图、网络图、弦图或桑基图。</translation>
    </message>
    <message>
        <source>The first {number} of {all} rows are shown.</source>
        <translation>仅显示 {all} 行中的前 {number} 行。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {reason}.</source>
        <translation>无法创建文件夹 {folder}：{reason}。</translation>
    </message>
    <message>
        <source>The folder “{name}” cannot lie in itself. Choose another place.</source>
        <translation>文件夹“{name}”不能放进它自己里面。请换一个位置。</translation>
    </message>
    <message>
        <source>The journal has a button in the bar and stands open in a new project.</source>
        <translation>日志在工具条上有一个按钮，并在新项目中打开。</translation>
    </message>
    <message>
        <source>The kind of a relation has at most {limit} characters. Put the rest into the comment.</source>
        <translation>关系类型最多 {limit} 个字。其余请写入注释。</translation>
    </message>
    <message>
        <source>The lines in the order of the text, or by the words to the left or to the right.</source>
        <translation>各行按文本顺序，或按左侧、右侧的词排列。</translation>
    </message>
    <message>
        <source>The map that was signed off is not in the project any more.</source>
        <translation>所签署的主题图已不在项目中。</translation>
    </message>
    <message>
        <source>The map was not there after step {number}. Choose a later one.</source>
        <translation>第 {number} 步之后还没有这张图。请选择更晚的一步。</translation>
    </message>
    <message>
        <source>The map “{name}” is no longer in the project.</source>
        <translation>主题图“{name}”已不在项目中。</translation>
    </message>
    <message>
        <source>The map “{name}” shows something that is not there.</source>
        <translation>主题图“{name}”显示了不存在的内容。</translation>
    </message>
    <message>
        <source>The marks of “{document}” cannot be read.</source>
        <translation>“{document}”的标记无法读取。</translation>
    </message>
    <message>
        <source>The measure that is compared.</source>
        <translation>用于比较的指标。</translation>
    </message>
    <message>
        <source>The measures that get intervals.</source>
        <translation>给出区间的指标。</translation>
    </message>
    <message>
        <source>The memo “{title}” is about something that is not there.</source>
        <translation>备忘录“{title}”所关于的内容不存在。</translation>
    </message>
    <message>
        <source>The memo “{title}” is about “{to}” already.</source>
        <translation>备忘录“{title}”本来就是关于“{to}”的。</translation>
    </message>
    <message>
        <source>The memo “{title}” is linked to something that is not there.</source>
        <translation>备忘录“{title}”链接到的内容不存在。</translation>
    </message>
    <message>
        <source>The memo “{title}” is not linked to “{to}”.</source>
        <translation>备忘录“{title}”没有链接到“{to}”。</translation>
    </message>
    <message>
        <source>The minimum is a number above 0, not {minimum}.</source>
        <translation>下限须大于 0，不能是 {minimum}。</translation>
    </message>
    <message>
        <source>The name of a saved query.</source>
        <translation>已存查询的名称。</translation>
    </message>
    <message>
        <source>The name of a {what} may have {limit} characters; this one has {length}. Shorten it and put the rest into the definition or a memo.</source>
        <translation>{what}的名称最多 {limit} 个字符；此名称有 {length} 个。请缩短，其余写入定义或备忘录。</translation>
    </message>
    <message>
        <source>The name of a {what} may have {limit} characters; this one has {length}. Shorten it.</source>
        <translation>{what}的名称最多 {limit} 个字符，而这个有 {length} 个。请缩短。</translation>
    </message>
    <message>
        <source>The option “{option}” of {name} is for {only}.</source>
        <translation>{name} 的选项“{option}”只用于{only}。</translation>
    </message>
    <message>
        <source>The origin of a code is inductive, deductive or in-vivo, not “{origin}”.</source>
        <translation>编码的来源是 inductive、deductive 或 in-vivo，不能是“{origin}”。</translation>
    </message>
    <message>
        <source>The parts that a word may be spread over.</source>
        <translation>词可能分布于其中的各部分。</translation>
    </message>
    <message>
        <source>The project was made on {date}; it has no state before that.</source>
        <translation>项目创建于 {date}；此前没有任何状态。</translation>
    </message>
    <message>
        <source>The query is empty. Name a code, or ask for something of the segments: power AND trust.</source>
        <translation>查询是空的。请写一个编码，或对片段提问：power AND trust。</translation>
    </message>
    <message>
        <source>The query is nested more than {most} deep. Save a part of it as a smart code.</source>
        <translation>查询嵌套超过 {most} 层。请把其中一部分存为智能编码。</translation>
    </message>
    <message>
        <source>The query “{name}” would ask for itself. Leave it out of what it asks, or of a smart code in it.</source>
        <translation>查询“{name}”会问到它自己。请从它所问的内容或其中的智能编码里去掉它。</translation>
    </message>
    <message>
        <source>The query “{query}” stops too early: a code, another question or a bracket is missing.</source>
        <translation>查询“{query}”没有写完：缺少编码、另一个问题或括号。</translation>
    </message>
    <message>
        <source>The range “{text}” holds nothing: its first end is behind its second. Write it the other way round.</source>
        <translation>范围“{text}”不包含任何值：起点在终点之后。请把两端调换。</translation>
    </message>
    <message>
        <source>The redaction {start} to {end} is not in the text of “{name}”.</source>
        <translation>遮盖 {start} 至 {end} 不在“{name}”的文本中。</translation>
    </message>
    <message>
        <source>The reference: another code, or another value of the variable; all the rest unless said.</source>
        <translation>参照：另一个编码，或变量的另一个值；未指定时为其余全部。</translation>
    </message>
    <message>
        <source>The relations of the maps are listed whole. Leave out the filters.</source>
        <translation>主题图的关系总是完整列出。请去掉筛选条件。</translation>
    </message>
    <message>
        <source>The relations of the theme maps.</source>
        <translation>各主题图中的关系。</translation>
    </message>
    <message>
        <source>The same seed gives the same random orders.</source>
        <translation>相同的种子给出相同的随机顺序。</translation>
    </message>
    <message>
        <source>The same thing was to be moved to two places.</source>
        <translation>同一项被要求移到两个位置。</translation>
    </message>
    <message>
        <source>The saved query “{name}” is no longer in the project.</source>
        <translation>已保存的查询“{name}”已不在项目中。</translation>
    </message>
    <message>
        <source>The search index does not match the text of “{document}”.</source>
        <translation>搜索索引与“{document}”的文本不符。</translation>
    </message>
    <message>
        <source>The search index holds {surplus} texts of documents that are not there.</source>
        <translation>搜索索引中有 {surplus} 份文本，其文档已不存在。</translation>
    </message>
    <message>
        <source>The segment {start} to {end} is not in the text of “{name}”.</source>
        <translation>片段 {start} 至 {end} 不在“{name}”的文本中。</translation>
    </message>
    <message>
        <source>The segments that answer a query.</source>
        <translation>符合查询的片段。</translation>
    </message>
    <message>
        <source>The server did not answer as expected: {reason}. Check the address and try again.</source>
        <translation>服务器没有给出预期的回应：{reason}。请检查地址后重试。</translation>
    </message>
    <message>
        <source>The size of a word grows with its count.</source>
        <translation>词的大小与其次数成正比。</translation>
    </message>
    <message>
        <source>The size of a word grows with the square root of its count.</source>
        <translation>词的大小与其次数的平方根成正比。</translation>
    </message>
    <message>
        <source>The smart code “{name}” has no answer: {reason}</source>
        <translation>智能编码“{name}”得不出结果：{reason}</translation>
    </message>
    <message>
        <source>The speaker pattern “{pattern}” does not say where the name is. Write it as (?P&lt;speaker&gt;…).</source>
        <translation>说话人模式“{pattern}”没有说明姓名的位置。请写成 (?P&lt;speaker&gt;…)。</translation>
    </message>
    <message>
        <source>The speaker pattern “{pattern}” is not a regular expression: {reason}.</source>
        <translation>说话人模式“{pattern}”不是正则表达式：{reason}。</translation>
    </message>
    <message>
        <source>The speaker pattern “{pattern}” may take for ever on some text. Make it simpler: no repeat inside a repeat, as in (a+)+, and few repeats without an end.</source>
        <translation>说话人规则“{pattern}”在某些文本上可能永远不会结束。请简化它：重复中不要再有重复（如 (a+)+），并少用没有上限的重复。</translation>
    </message>
    <message>
        <source>The status line says so when the codebook has changed since its last named version.</source>
        <translation>编码本自上一个命名版本以来有更改时，状态栏会提示。</translation>
    </message>
    <message>
        <source>The table of cases and variables has a button in the bar.</source>
        <translation>个案与变量表在工具条上有一个按钮。</translation>
    </message>
    <message>
        <source>The table of pairs has all measures: a measure is chosen for code by code (square) and figures.</source>
        <translation>编码对表含全部指标：只有编码对编码表（square）和图形才选择指标。</translation>
    </message>
    <message>
        <source>The target: documents of cases with a value of it.</source>
        <translation>目标：具有某一变量值的个案的文档。</translation>
    </message>
    <message>
        <source>The text of “{document}” has changed since these passages were found. Look at them again.</source>
        <translation>自找到这些片段以来，“{document}”的文本已有改动。请重新查看这些片段。</translation>
    </message>
    <message>
        <source>The text of “{name}” is longer than {limit} characters. Split it and import the parts.</source>
        <translation>“{name}”的文本超过 {limit} 个字符。请拆分后分别导入。</translation>
    </message>
    <message>
        <source>The threshold is not reached.</source>
        <translation>未达到阈值。</translation>
    </message>
    <message>
        <source>The type of a memo has at most {limit} characters.</source>
        <translation>备忘录类型最多 {limit} 个字符。</translation>
    </message>
    <message>
        <source>The units in which the distance is counted.</source>
        <translation>以何种单位计算距离。</translation>
    </message>
    <message>
        <source>The value of the variable, or a range of it: &gt;=30, 2021..2023.</source>
        <translation>变量的值或范围：&gt;=30、2021..2023。</translation>
    </message>
    <message>
        <source>The values to compare; of a number or date ranges too, such as &lt;40,&gt;=40. Without it: all values.</source>
        <translation>要比较的取值；数字或日期也可用范围，如 &lt;40,&gt;=40。不填则为全部取值。</translation>
    </message>
    <message>
        <source>The variable by which segments are taken apart.</source>
        <translation>用来拆分片段的变量。</translation>
    </message>
    <message>
        <source>The variable whose values make the groups.</source>
        <translation>以其取值分组的变量。</translation>
    </message>
    <message>
        <source>The variable whose values make the groups; else the first one with few answers.</source>
        <translation>其值构成组别的变量；否则取第一个答案较少的变量。</translation>
    </message>
    <message>
        <source>The variable “{name}” is no longer in the project.</source>
        <translation>变量“{name}”已不在项目中。</translation>
    </message>
    <message>
        <source>The weight must be a number one can write down, not {weight}.</source>
        <translation>权重必须是能写出的数字，不能是 {weight}。</translation>
    </message>
    <message>
        <source>The weight “{weight}” is not a number.</source>
        <translation>权重“{weight}”不是数字。</translation>
    </message>
    <message>
        <source>The word or phrase that is looked for; * stands for any characters.</source>
        <translation>要找的词或短语；* 代表任意字符。</translation>
    </message>
    <message>
        <source>The word or phrase whose company is looked at; without it all pairs of neighbouring words are.</source>
        <translation>要看其搭配的词或短语；不填则看所有相邻的词对。</translation>
    </message>
    <message>
        <source>The words of the relations are left out, since there are so many.</source>
        <translation>关系太多，图中略去其文字。</translation>
    </message>
    <message>
        <source>The words of the texts in {language} could not be found. Take away trained language models that were installed for spaCy, or reinstall qualcode.</source>
        <translation>无法切分语言为 {language} 的文本。请移除为 spaCy 安装的语言模型，或重新安装 qualcode。</translation>
    </message>
    <message>
        <source>The words or phrases in the figure; the most frequent ones unless said.</source>
        <translation>图中的词或短语；未指定时为最常见的词。</translation>
    </message>
    <message>
        <source>The {kind} cannot be written as “{suffix}”. Name a file ending in {suffixes}.</source>
        <translation>{kind}无法写为“{suffix}”。请使用以 {suffixes} 结尾的文件名。</translation>
    </message>
    <message>
        <source>The {option} is {least} or more.</source>
        <translation>{option} 须不小于 {least}。</translation>
    </message>
    <message>
        <source>The {option} lies between {least} and {most}.</source>
        <translation>{option} 须在 {least} 与 {most} 之间。</translation>
    </message>
    <message>
        <source>The {shown} most frequent of {number}.</source>
        <translation>{number} 个中最常见的 {shown} 个。</translation>
    </message>
    <message>
        <source>Theme map; arrow keys move it, plus and minus size it</source>
        <translation>主题图；方向键移动，加减号缩放</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Themes and codes</source>
        <translation>主题与编码</translation>
    </message>
    <message>
        <source>Themes are made by the researcher, who reads closely, codes openly and asks how their own position shapes what they see. The codebook grows and changes; agreement between coders is not an aim.</source>
        <translation>主题由研究者生成：细读、开放编码，并追问自己的立场如何影响所见。编码本不断生长和改变；编码者之间的一致性不是目标。</translation>
    </message>
    <message>
        <source>Themes come as a table; a picture of them is a map: qualcode export PROJECT map FILE</source>
        <translation>主题以表格给出；其图片是主题图：qualcode export PROJECT map FILE</translation>
    </message>
    <message>
        <source>Themes in documents</source>
        <translation>文档中的主题</translation>
    </message>
    <message>
        <source>There are fewer than 20 cases.</source>
        <translation>个案少于 20 个。</translation>
    </message>
    <message>
        <source>There are no backups of {name} on this machine.</source>
        <translation>这台电脑上没有 {name} 的备份。</translation>
    </message>
    <message>
        <source>There are no codes to write yet, and a .qdc needs one. Add a code first.</source>
        <translation>还没有可写的编码，而 .qdc 至少需要一个。请先添加编码。</translation>
    </message>
    <message>
        <source>There are no intervals of “{name}”. Choose from {measures}.</source>
        <translation>没有“{name}”的区间。请从 {measures} 中选择。</translation>
    </message>
    <message>
        <source>There are no words in “{side}”. Choose other documents or another part.</source>
        <translation>“{side}”中没有词。请选择其他文档或另一部分。</translation>
    </message>
    <message>
        <source>There are several maps: {names}. Say which one.</source>
        <translation>有多张主题图：{names}。请说明是哪一张。</translation>
    </message>
    <message>
        <source>There are several memos “{name}”. Give the record or its id.</source>
        <translation>有多条备忘录名为“{name}”，请给出记录或其标识。</translation>
    </message>
    <message>
        <source>There are too few coded {things} to compare: {least} are needed.</source>
        <translation>已编码的{things}太少，无法比较：需要 {least} 个。</translation>
    </message>
    <message>
        <source>There are {things} things and {places} places for them.</source>
        <translation>有 {things} 项，却有 {places} 个位置。</translation>
    </message>
    <message>
        <source>There is a case “{name}” already. Choose another name.</source>
        <translation>已有个案“{name}”。请另选名称。</translation>
    </message>
    <message>
        <source>There is a code “{name}” already. Give the smart code another name.</source>
        <translation>已有编码“{name}”。请给智能编码另取名称。</translation>
    </message>
    <message>
        <source>There is a document set “{name}” already. Choose another name.</source>
        <translation>已经有名为“{name}”的文档集。请换一个名称。</translation>
    </message>
    <message>
        <source>There is a document “{name}” already. Choose another name.</source>
        <translation>已有文档“{name}”。请另选名称。</translation>
    </message>
    <message>
        <source>There is a document “{name}” with another content. Say --exists skip, replace or keep-both.</source>
        <translation>已有内容不同的文档“{name}”。请选择跳过、替换或两者都保留（--exists skip、replace、keep-both）。</translation>
    </message>
    <message>
        <source>There is a folder “{name}” there already. Choose another name.</source>
        <translation>那里已经有名为“{name}”的文件夹。请换一个名称。</translation>
    </message>
    <message>
        <source>There is a map “{name}” already. Choose another name.</source>
        <translation>已有主题图“{name}”。请换一个名称。</translation>
    </message>
    <message>
        <source>There is a project in {place} already. Open it, or choose another database.</source>
        <translation>{place} 中已有项目。请打开它，或选择其他数据库。</translation>
    </message>
    <message>
        <source>There is a query “{name}” already. Choose another name.</source>
        <translation>已有查询“{name}”。请另取名称。</translation>
    </message>
    <message>
        <source>There is a variable “{name}” already. Choose another name.</source>
        <translation>已有变量“{name}”。请另选名称。</translation>
    </message>
    <message>
        <source>There is a version “{name}” already. Choose another name.</source>
        <translation>已有版本“{name}”。请选择另一个名称。</translation>
    </message>
    <message>
        <source>There is no != in a query. Write NOT case:{name}={value}.</source>
        <translation>查询中没有 !=。请写 NOT case:{name}={value}。</translation>
    </message>
    <message>
        <source>There is no analysis “{name}”. There are: {names}.</source>
        <translation>没有分析“{name}”。可用的有：{names}。</translation>
    </message>
    <message>
        <source>There is no backup {number}; choose one from 1 to {most}.</source>
        <translation>没有第 {number} 个备份；请从 1 到 {most} 中选择。</translation>
    </message>
    <message>
        <source>There is no co-occurrence rule “{rule}”. Choose one of {rules}, with a number for N as in near:2.</source>
        <translation>没有共现规则“{rule}”。请从 {rules} 中选择，N 处填数字，如 near:2。</translation>
    </message>
    <message>
        <source>There is no code “{name}” in the codebook. Add it first, or check the spelling.</source>
        <translation>编码本中没有编码“{name}”。请先添加，或检查写法。</translation>
    </message>
    <message>
        <source>There is no code, theme, case or memo “{name}” to put on a map.</source>
        <translation>没有名为“{name}”的编码、主题、个案或备忘录可放到图上。</translation>
    </message>
    <message>
        <source>There is no coder “{name}” in the project.</source>
        <translation>项目中没有编码者“{name}”。</translation>
    </message>
    <message>
        <source>There is no document to look at. Choose other documents, or import some.</source>
        <translation>没有可查看的文档。请选择其他文档，或导入文档。</translation>
    </message>
    <message>
        <source>There is no document “{name}”. There are: {names}.</source>
        <translation>没有文档“{name}”。现有：{names}。</translation>
    </message>
    <message>
        <source>There is no document, code or case “{name}” that memos could be about.</source>
        <translation>没有备忘录可关于的文档、编码或个案“{name}”。</translation>
    </message>
    <message>
        <source>There is no document, code or case “{name}” to write a memo about.</source>
        <translation>没有可写备忘录的文档、编码或个案“{name}”。</translation>
    </message>
    <message>
        <source>There is no document, code, case or memo “{name}” to link to.</source>
        <translation>没有可链接的文档、编码、个案或备忘录“{name}”。</translation>
    </message>
    <message>
        <source>There is no export “{kind}”. There are: {kinds}.</source>
        <translation>没有导出种类“{kind}”。可用的有：{kinds}。</translation>
    </message>
    <message>
        <source>There is no figure “{name}”. There are: {names}.</source>
        <translation>没有图形“{name}”。可用的有：{names}。</translation>
    </message>
    <message>
        <source>There is no file in “{name}” that can be read. Choose the files in it.</source>
        <translation>“{name}”里没有可以读取的文件。请选择其中的文件。</translation>
    </message>
    <message>
        <source>There is no file “{name}”. Check the name and the folder.</source>
        <translation>没有文件“{name}”。请检查名称和文件夹。</translation>
    </message>
    <message>
        <source>There is no folder {folder}. Make it first, or choose another place.</source>
        <translation>没有文件夹 {folder}。请先创建，或另选位置。</translation>
    </message>
    <message>
        <source>There is no folder “{name}”. There are: {names}.</source>
        <translation>没有文件夹“{name}”。现有：{names}。</translation>
    </message>
    <message>
        <source>There is no guideline “{name}”. There are: {names}.</source>
        <translation>没有报告规范“{name}”。可用的有：{names}。</translation>
    </message>
    <message>
        <source>There is no import option “{name}”.</source>
        <translation>没有导入选项“{name}”。</translation>
    </message>
    <message>
        <source>Words of {voices}: {how}</source>
        <translation>{voices}的话：{how}</translation>
    </message>
    <message>
        <source>kinds, origins or stages that a codebook here does not have: {words}</source>
        <translation>本程序的编码本中没有的类型、来源或阶段：{words}</translation>
    </message>
    <message>
        <source>what only themes have, such as a stage, of codes: {number}</source>
        <translation>编码上只有主题才有的内容（如阶段）：{number} 个编码</translation>
    </message>
    <message>
        <source>{number} columns in which every number is 0 are left out.</source>
        <translation>已略去 {number} 列数字全为 0 的列。</translation>
    </message>
    <message>
        <source>{number} of the cases have no coding at all; they count as cases without the code.</source>
        <translation>其中 {number} 个个案没有任何编码；它们按不含该编码的个案计算。</translation>
    </message>
    <message>
        <source>{number} quotes</source>
        <translation>{number} 条引文</translation>
    </message>
    <message>
        <source>{number} relations</source>
        <translation>{number} 个关系</translation>
    </message>
    <message>
        <source>{number} relations left out</source>
        <translation>{number} 个关系未列出</translation>
    </message>
    <message>
        <source>{number} rows in which every number is 0 are left out.</source>
        <translation>已略去 {number} 行数字全为 0 的行。</translation>
    </message>
    <message>
        <source>{number} rows without the name of a code: rows {rows}</source>
        <translation>{number} 行没有编码名称：第 {rows} 行</translation>
    </message>
    <message>
        <source>{number} rows without the name of a code: rows {rows} and {more} more</source>
        <translation>{number} 行没有编码名称：第 {rows} 行，另有 {more} 行</translation>
    </message>
    <message>
        <source>{number} themes</source>
        <translation>{number} 个主题</translation>
    </message>
    <message>
        <source>{number} things left out</source>
        <translation>{number} 项未列出</translation>
    </message>
    <message>
        <source>{some} of {number} cases</source>
        <translation>{number} 个个案中的 {some} 个</translation>
    </message>
    <message>
        <source>{some} of {number} documents</source>
        <translation>{number} 个文档中的 {some} 个</translation>
    </message>
    <message>
        <source>“{document}” is no longer in the project. Ask again for the passages.</source>
        <translation>“{document}”已不在项目中。请重新检索这些片段。</translation>
    </message>
    <message>
        <source>“{name}” has more than one column {columns}. Keep one of each, or call the others something else.</source>
        <translation>“{name}”中有多个名为{columns}的列。每种只保留一列，或给其他列改名。</translation>
    </message>
    <message>
        <source>“{word}” in the query is no name as it stands. Put a name with signs in quotes; a variable is asked for as case:Age&gt;=40.</source>
        <translation>查询中的“{word}”这样写不是名称。带符号的名称请放在引号里；变量写作 case:Age&gt;=40。</translation>
    </message>
    <message>
        <source>There is no layout “{layout}”. Choose one of {layouts}.</source>
        <translation>没有“{layout}”这种布局。请从 {layouts} 中选择。</translation>
    </message>
    <message>
        <source>A cell holds what is written of the case on the theme, or in quotation marks the first words of its first segment there; below, the number of segments and where the passages stand that it rests on.</source>
        <translation>单元格中是就该主题为该个案写下的内容，或用引号标出其第一个片段开头的词语；下方是片段数以及所依据段落的出处。</translation>
    </message>
    <message>
        <source>A code and itself, or one below it, are no pair; or one of the codes is on every unit, or on none.</source>
        <translation>编码与自身或其下级编码不成对；或其中一个编码在所有单位上，或不在任何单位上。</translation>
    </message>
    <message>
        <source>A filter by variables gives each its values, as in {example}, not {value}.</source>
        <translation>按变量筛选时要给出每个变量的取值，例如 {example}，而不是 {value}。</translation>
    </message>
    <message>
        <source>A filter takes a name, or a list of names, records or ids, not {value}.</source>
        <translation>筛选条件需要一个名称，或由名称、记录或 id 组成的列表，而不是 {value}。</translation>
    </message>
    <message>
        <source>A folder is named by a text, not by {value}.</source>
        <translation>文件夹用文字指定，而不是 {value}。</translation>
    </message>
    <message>
        <source>A query is kept as it is typed, as in power AND trust, or as its tree, not as {value}.</source>
        <translation>查询按输入的文字（如 power AND trust）或其树形结构保存，不能是 {value}。</translation>
    </message>
    <message>
        <source>A search for counter-evidence is described for every theme.</source>
        <translation>每个主题都写有寻找反证的说明。</translation>
    </message>
    <message>
        <source>A search for counter-evidence is described for {done} of {themes}; not for: {names}.</source>
        <translation>{themes}中有 {done} 个写有寻找反证的说明；尚未写：{names}。</translation>
    </message>
    <message>
        <source>A theme takes in the codes below it and those linked to it</source>
        <translation>主题包括其下方以及链接到它的编码</translation>
    </message>
    <message>
        <source>A value belongs to a variable: name its variable instead of the code, or leave the value out.</source>
        <translation>值属于变量：请指明其变量而不是编码，或不写值。</translation>
    </message>
    <message>
        <source>Agrees with “{name}”</source>
        <translation>同意“{name}”</translation>
    </message>
    <message>
        <source>All cases have the code, or none has, or none has a value.</source>
        <translation>所有个案都有该编码，或都没有，或都没有取值。</translation>
    </message>
    <message>
        <source>All cases have the code, or none has, or there are not two groups: there is nothing to test.</source>
        <translation>所有个案都有该编码，或都没有，或不足两组：没有可检验的。</translation>
    </message>
    <message>
        <source>All words of “{reference}” are words of “{target}” as well, so nothing is left to compare with. Choose another part.</source>
        <translation>“{reference}”中的所有词也都是“{target}”中的词，因此没有可供比较的内容。请选择另一部分。</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>Base and run are not complete there, or nothing is in the base.</source>
        <translation>在此处基数和批次尚不完整，或基数中什么也没有。</translation>
    </message>
    <message>
        <source>Base and run are not complete there.</source>
        <translation>在此处基数和批次尚不完整。</translation>
    </message>
    <message>
        <source>Cases by themes come as a table or a document: end the name in {suffixes}.</source>
        <translation>个案 × 主题以表格或文档给出：文件名请以 {suffixes} 结尾。</translation>
    </message>
    <message>
        <source>Cases by themes come as a table, or for people as .docx or .html.</source>
        <translation>个案 × 主题以表格给出，供人阅读时为 .docx 或 .html。</translation>
    </message>
    <message>
        <source>Chao2 expects nothing more, or there is no estimate.</source>
        <translation>Chao2 预计不会再有更多，或没有估计值。</translation>
    </message>
    <message>
        <source>Co-occurrence: {measure}</source>
        <translation>共现：{measure}</translation>
    </message>
    <message>
        <source>Codes by the origin they are labelled with: {origins}.</source>
        <translation>编码按所标注的来源：{origins}。</translation>
    </message>
    <message>
        <source>Codes, or themes alone with all that is below them and linked to them.</source>
        <translation>编码，或只显示主题及其下方和链接到它们的全部内容。</translation>
    </message>
    <message>
        <source>Codings lie in {documents} and {cases}.</source>
        <translation>编码标记分布于{documents}和{cases}。</translation>
    </message>
    <message>
        <source>Codings lie in {documents}.</source>
        <translation>编码标记分布于{documents}。</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Decisions on what reviewers said</source>
        <translation>对审阅者意见的决定</translation>
    </message>
    <message>
        <source>Documents with text of more than one group: {number}. A sample draws each of them once, for both groups.</source>
        <translation>含有不止一个组的文本的文档：{number} 篇。每次抽样对两组一并抽取这些文档。</translation>
    </message>
    <message>
        <source>Documents with text of more than one group: {number}. So cases of different groups are not independent.</source>
        <translation>含有不止一个组的文本的文档：{number} 篇。因此不同组的个案并不独立。</translation>
    </message>
    <message>
        <source>How and why were participants, documents or events chosen; by which criteria (such as saturation) was it decided that no more were needed?</source>
        <translation>如何以及为何选择参与者、文档或事件；依据哪些标准（例如饱和）判断不再需要更多？</translation>
    </message>
    <message>
        <source>How often each code was used</source>
        <translation>每个编码的使用频率</translation>
    </message>
    <message>
        <source>How often each theme was used</source>
        <translation>每个主题的使用频率</translation>
    </message>
    <message>
        <source>In one of the groups the measure is not defined.</source>
        <translation>该指标在其中一组中无定义。</translation>
    </message>
    <message>
        <source>It compares two groups, in which some cases have the code and some have not.</source>
        <translation>它比较两组，且组中须有的个案有该编码、有的没有。</translation>
    </message>
    <message>
        <source>It shows how many segments a case has on a theme and the first words, or the summary you write of them; a cell opens its quotes.</source>
        <translation>它显示一个个案在一个主题上有多少片段以及开头的文字，或您为其写的摘要；单元格可打开其引文。</translation>
    </message>
    <message>
        <source>Item S8 asks when no more sampling was needed and names saturation as an example. Saturation is no mark of quality in reflexive thematic analysis (Braun &amp; Clarke 2021b); other reasons may stand in its place.</source>
        <translation>第 S8 条询问何时不再需要抽样，并以饱和为例。在反身性主题分析中，饱和不是质量的标志（Braun &amp; Clarke 2021b）；可用其他理由代替。</translation>
    </message>
    <message>
        <source>Linked from elsewhere in the codebook</source>
        <translation>从编码本其他位置链接</translation>
    </message>
    <message>
        <source>Missing from the report, as it could not be worked out anew: {names}. The report says why.</source>
        <translation>报告中缺少 {names}：无法重新计算。原因写在报告中。</translation>
    </message>
    <message>
        <source>Name the word or phrase to look for.</source>
        <translation>请写出要查找的词或短语。</translation>
    </message>
    <message>
        <source>Neither code is on any unit.</source>
        <translation>两个编码都不在任何单位上。</translation>
    </message>
    <message>
        <source>No case speaks for the theme.</source>
        <translation>没有个案为该主题发声。</translation>
    </message>
    <message>
        <source>No summary is written yet. Choose a cell in cases by themes and write one below its quotes.</source>
        <translation>还没有写摘要。请在“个案 × 主题”中选择一个单元格，在其引文下方撰写。</translation>
    </message>
    <message>
        <source>Nothing can move: in each document one of the codes is on everything or on nothing.</source>
        <translation>无法移动：在每份文档中，其中一个编码在全部文字上或不在任何文字上。</translation>
    </message>
    <message>
        <source>Nothing in what is looked at answers this.</source>
        <translation>所看的范围内没有符合的内容。</translation>
    </message>
    <message>
        <source>Nothing stands behind “{field}:” in the query. Write there what is wanted.</source>
        <translation>查询中“{field}:”后面没有内容。请在那里写明要找什么。</translation>
    </message>
    <message>
        <source>Odds ratio of “{one}” to “{other}” {value} ({low} to {high}).</source>
        <translation>“{one}”对“{other}”的优势比 {value}（{low} 至 {high}）。</translation>
    </message>
    <message>
        <source>Of the {all} themes and codes in the codebook {before} were there before the first coding.</source>
        <translation>编码本现有的 {all} 个主题和编码中，有 {before} 个在第一次编码之前就已存在。</translation>
    </message>
    <message>
        <source>One of the codes is on every unit, or on none.</source>
        <translation>其中一个编码在所有单位上，或不在任何单位上。</translation>
    </message>
    <message>
        <source>One of the codes is on no unit.</source>
        <translation>其中一个编码不在任何单位上。</translation>
    </message>
    <message>
        <source>One of the groups rests on fewer than two documents or cases with any of the two codes, or the difference is defined in fewer than half of the samples.</source>
        <translation>其中一组含有这两个编码之一的文档或个案少于两个，或差异在不到一半的抽样中有定义。</translation>
    </message>
    <message>
        <source>Only documents in the language {language}.</source>
        <translation>只含语言为 {language} 的文档。</translation>
    </message>
    <message>
        <source>Only documents in this language, by its code: en, de; else of all, each counted by itself.</source>
        <translation>只看这种语言的文档，写语言代码：en、de；否则看所有语言，各语言分别计数。</translation>
    </message>
    <message>
        <source>Only one document or case holds any of the two codes, or the measure is defined in fewer than half of the samples.</source>
        <translation>只有一份文档或一个个案含有这两个编码之一，或该指标在不到一半的抽样中有定义。</translation>
    </message>
    <message>
        <source>Or: {reason}</source>
        <translation>或者：{reason}</translation>
    </message>
    <message>
        <source>Part of all characters of a document, labels and blank lines too, that carries at least one code.</source>
        <translation>每个文档的全部字符（含说话人标签和空行）中至少带有一个编码的部分所占比例。</translation>
    </message>
    <message>
        <source>Part of all characters of a document, labels and blank lines too, to which the coder gave a code.</source>
        <translation>每个文档的全部字符（含说话人标签和空行）中由该编码者给出编码的部分所占比例。</translation>
    </message>
    <message>
        <source>Remark on “{name}”</source>
        <translation>对“{name}”的意见</translation>
    </message>
    <message>
        <source>Remove {count} codings</source>
        <translation>移除 {count} 个编码实例</translation>
    </message>
    <message>
        <source>Remove “{code}” from {count} passages</source>
        <translation>从 {count} 处文字上移除“{code}”</translation>
    </message>
    <message>
        <source>Said in review</source>
        <translation>审阅意见</translation>
    </message>
    <message>
        <source>Say by which variable the groups are made.</source>
        <translation>请选择按哪个变量分组。</translation>
    </message>
    <message>
        <source>Say either what it is compared with (against) or what the rest is (rest), not both.</source>
        <translation>请只说明与什么比较（against），或其余部分指什么（rest），不要两者都写。</translation>
    </message>
    <message>
        <source>Say whose words are meant: name a code or theme, or a variable and its value.</source>
        <translation>请说明看谁的词：指定一个编码或主题，或一个变量及其值。</translation>
    </message>
    <message>
        <source>Segments as a share of all segments of the matrix in their column; a segment with two codes counts for both.</source>
        <translation>片段占矩阵中本列全部片段的比例；带两个编码的片段对两者都计。</translation>
    </message>
    <message>
        <source>Segments as a share of all segments of the matrix in their row; what is in two columns counts in both.</source>
        <translation>片段占矩阵中本行全部片段的比例；同属两列的在两列中都计。</translation>
    </message>
    <message>
        <source>Sets of {size} codes meet more than {most} times here, too often to be listed. Ask for fewer codes at once, for some of the codes alone, for sets that are in more, or by a narrower rule.</source>
        <translation>{size} 个编码的组合在此共现超过 {most} 次，多到无法列出。请减少同时看的编码数、只看部分编码、提高最少次数，或用更窄的规则。</translation>
    </message>
    <message>
        <source>Share in “{one}” less share in “{other}” {value} ({low} to {high}).</source>
        <translation>“{one}”的比例减去“{other}”的比例 {value}（{low} 至 {high}）。</translation>
    </message>
    <message>
        <source>Shown are {number} of {whole} sets.</source>
        <translation>显示 {whole} 个组合中的 {number} 个。</translation>
    </message>
    <message>
        <source>Shown are {number} of {whole} {things}: those with most codes; what has none cannot be compared.</source>
        <translation>显示 {whole} 个{things}中的 {number} 个：编码最多的；没有编码的无法比较。</translation>
    </message>
    <message>
        <source>Signed off by {signer} on {day}: {what} as of step {number}.</source>
        <translation>{signer} 于 {day} 签署：第 {number} 步时的{what}。</translation>
    </message>
    <message>
        <source>Size the boxes of “{theme_map.name}” alike</source>
        <translation>使“{theme_map.name}”中的框大小一致</translation>
    </message>
    <message>
        <source>Size the boxes of “{theme_map.name}” by cases</source>
        <translation>按个案数设置“{theme_map.name}”中框的大小</translation>
    </message>
    <message>
        <source>Size the boxes of “{theme_map.name}” by segments</source>
        <translation>按片段数设置“{theme_map.name}”中框的大小</translation>
    </message>
    <message>
        <source>Suggests another name for “{name}”</source>
        <translation>建议给“{name}”换一个名称</translation>
    </message>
    <message>
        <source>Suggests other words for “{name}”</source>
        <translation>建议修改“{name}”的文字</translation>
    </message>
    <message>
        <source>Suggests to merge “{name}”</source>
        <translation>建议合并“{name}”</translation>
    </message>
    <message>
        <source>Suggests to move “{name}”</source>
        <translation>建议移动“{name}”</translation>
    </message>
    <message>
        <source>Summaries come as a table, or for people as .docx or .html.</source>
        <translation>摘要以表格给出，供人阅读时为 .docx 或 .html。</translation>
    </message>
    <message>
        <source>The approach chosen for this study is {method}. How it was carried out is for the researchers to say; the approach is described in:</source>
        <translation>本研究选择的方法为{method}。如何实施由研究者说明；该方法的描述见：</translation>
    </message>
    <message>
        <source>The approach chosen is {method}.</source>
        <translation>所选方法为{method}。</translation>
    </message>
    <message>
        <source>The first code is on no unit.</source>
        <translation>第一个编码不在任何单位上。</translation>
    </message>
    <message>
        <source>The first quotes of all, whoever said them; else whoever was heard least gives the next one.</source>
        <translation>取最前面的引文，不论出自谁；否则由被听到最少的人给出下一条。</translation>
    </message>
    <message>
        <source>The map is too large to be read on a page. Export it as a file of its own.</source>
        <translation>该主题图太大，无法在一页上阅读。请将其单独导出为文件。</translation>
    </message>
    <message>
        <source>The numbers of interviews hold for people drawn at random, each of whom would bring up a theme with the same chance.</source>
        <translation>访谈数只适用于随机抽取、且每个人以相同概率提到某主题的受访者。</translation>
    </message>
    <message>
        <source>The project holds {documents} and {cases}.</source>
        <translation>项目中有{documents}和{cases}。</translation>
    </message>
    <message>
        <source>The project holds {documents}.</source>
        <translation>项目中有{documents}。</translation>
    </message>
    <message>
        <source>The project is closed. Open it again to work with it.</source>
        <translation>项目已关闭。请重新打开后再使用。</translation>
    </message>
    <message>
        <source>The report has the matrix below its themes.</source>
        <translation>报告在各主题之后列出该矩阵。</translation>
    </message>
    <message>
        <source>The rest</source>
        <translation>其余部分</translation>
    </message>
    <message>
        <source>The second code begins at most so many units behind the one in which the first ends; 0: in that one. In an interview of two the next turn is the interviewer&apos;s, the one after it the same participant&apos;s.</source>
        <translation>第二个编码最多在第一个编码结束处之后这么多个单位内开始；0 表示在同一个单位内。在两人访谈中，下一轮是访谈者的，再下一轮才是同一位受访者的。</translation>
    </message>
    <message>
        <source>The second code is on no unit.</source>
        <translation>第二个编码不在任何单位上。</translation>
    </message>
    <message>
        <source>The target: words in its segments and those of the codes below it; of a theme, of linked codes too.</source>
        <translation>目标：其片段及其下级编码片段中的词；若为主题，也包括与之关联的编码。</translation>
    </message>
    <message>
        <source>The two never stand together.</source>
        <translation>两者从不一起出现。</translation>
    </message>
    <message>
        <source>The word is not in the reference, or the target has no other.</source>
        <translation>参照部分中没有该词，或目标部分中没有别的词。</translation>
    </message>
    <message>
        <source>The word is not in the reference.</source>
        <translation>参照部分中没有该词。</translation>
    </message>
    <message>
        <source>Themes by the origin they are labelled with: {origins}.</source>
        <translation>主题按所标注的来源：{origins}。</translation>
    </message>
    <message>
        <source>There are fewer than three codes.</source>
        <translation>编码少于三个。</translation>
    </message>
    <message>
        <source>There are fewer than two parts with words.</source>
        <translation>有词的部分少于两个。</translation>
    </message>
    <message>
        <source>There are no coded documents, or new facets are counted: only the first place of a facet is marked.</source>
        <translation>没有已编码的文档，或统计的是新侧面：侧面只在首次出现处标记。</translation>
    </message>
    <message>
        <source>There are no random orders: no coded documents, or new facets are counted.</source>
        <translation>没有随机顺序：没有已编码的文档，或统计的是新侧面。</translation>
    </message>
    <message>
        <source>There are no such cases.</source>
        <translation>没有这样的个案。</translation>
    </message>
    <message>
        <source>There are no words in the language “{language}” in what is looked at. There are: {languages}.</source>
        <translation>所查看的范围内没有语言为“{language}”的词。有：{languages}。</translation>
    </message>
    <message>
        <source>There is no level “{level}”. Choose one of {levels}.</source>
        <translation>没有层级“{level}”。请从 {levels} 中选择。</translation>
    </message>
    <message>
        <source>There is no map yet. Draw one in the window, or make one with: qualcode map PROJECT NAME --from themes</source>
        <translation>还没有主题图。请在窗口中绘制，或用此命令生成：qualcode map PROJECT NAME --from themes</translation>
    </message>
    <message>
        <source>There is no map “{name}”.</source>
        <translation>没有主题图“{name}”。</translation>
    </message>
    <message>
        <source>There is no measure “{name}”. Choose one of {measures}.</source>
        <translation>没有指标“{name}”。请从 {measures} 中选择。</translation>
    </message>
    <message>
        <source>There is no method “{method}”. Choose one of: {methods}.</source>
        <translation>没有方法“{method}”。请从以下选择：{methods}。</translation>
    </message>
    <message>
        <source>There is no order “{order}”. Choose one of {orders}.</source>
        <translation>没有排序“{order}”。请从 {orders} 中选择。</translation>
    </message>
    <message>
        <source>There is no relation “{kind}”. Choose one of {kinds}.</source>
        <translation>没有关系“{kind}”。请选择：{kinds}。</translation>
    </message>
    <message>
        <source>There is no room left on the disk for {name}; nothing was changed. Free some space.</source>
        <translation>磁盘上没有存放 {name} 的空间；未作任何更改。请腾出一些空间。</translation>
    </message>
    <message>
        <source>There is no segment of which it would be a share.</source>
        <translation>没有可作为分母的片段。</translation>
    </message>
    <message>
        <source>There is no step of {coder} to undo; the last steps are by {others}. Add --anyone to undo theirs.</source>
        <translation>没有 {coder} 可撤销的步骤；最近的步骤由 {others} 所做。要撤销他们的，请加 --anyone。</translation>
    </message>
    <message>
        <source>There is no step {number}. See the history for the numbers.</source>
        <translation>没有第 {number} 步。编号见历史。</translation>
    </message>
    <message>
        <source>There is no table in the clipboard. Copy one in a spreadsheet first.</source>
        <translation>剪贴板中没有表格，请先在电子表格中复制。</translation>
    </message>
    <message>
        <source>There is no text in what is looked at.</source>
        <translation>所考察的范围内没有文字。</translation>
    </message>
    <message>
        <source>There is no unit “{unit}”. Choose one of {units}.</source>
        <translation>没有单位“{unit}”。请从 {units} 中选择。</translation>
    </message>
    <message>
        <source>There is no version “{name}”. Give a version&apos;s name, the number of a step, a date as 2026-10-01, or “now”.</source>
        <translation>没有版本“{name}”。请给出版本名称、步骤编号、日期（如 2026-10-01）或“now”。</translation>
    </message>
    <message>
        <source>There is no word to look for in “{query}”. Type a word or a phrase.</source>
        <translation>“{query}”中没有可查找的词。请输入一个词或短语。</translation>
    </message>
    <message>
        <source>There is no {kind} “{name}”. There are: {names}.</source>
        <translation>没有{kind}“{name}”。现有：{names}。</translation>
    </message>
    <message>
        <source>There is no {option} “{value}”. Choose one of {choices}.</source>
        <translation>{option} 没有“{value}”。请从中选择：{choices}。</translation>
    </message>
    <message>
        <source>There is no “{name}” in the report basket. There are: {names}.</source>
        <translation>报告篮中没有“{name}”。现有：{names}。</translation>
    </message>
    <message>
        <source>There is nothing in it.</source>
        <translation>其中没有内容。</translation>
    </message>
    <message>
        <source>There is nothing said. Write at least a word.</source>
        <translation>没有内容。请至少写一个字。</translation>
    </message>
    <message>
        <source>There is nothing to look for. Type a word or a phrase.</source>
        <translation>没有要查找的内容。请输入一个词或短语。</translation>
    </message>
    <message>
        <source>There is nothing to place.</source>
        <translation>没有可放置的。</translation>
    </message>
    <message>
        <source>There is nothing to redo: no undo of {coder} since their last new step.</source>
        <translation>没有可重做的：{coder} 自上一个新步骤以来没有撤销过。</translation>
    </message>
    <message>
        <source>There is nothing to say about a “{kind}” here.</source>
        <translation>此处不能对“{kind}”发表意见。</translation>
    </message>
    <message>
        <source>There is nothing to undo: the project is as it was when it was made.</source>
        <translation>没有可撤销的：项目与创建时相同。</translation>
    </message>
    <message>
        <source>There is only one group of cases to compare.</source>
        <translation>只有一组个案，无从比较。</translation>
    </message>
    <message>
        <source>There is only white space between {start} and {end}. Select words.</source>
        <translation>{start} 与 {end} 之间只有空白。请选中文字。</translation>
    </message>
    <message>
        <source>These two are related in this way already: {kind}.</source>
        <translation>这两者已有这种关系：{kind}。</translation>
    </message>
    <message>
        <source>These two segments are linked in this way already.</source>
        <translation>这两个片段已有这样的链接。</translation>
    </message>
    <message>
        <source>They are not corrected for looking at many pairs.</source>
        <translation>区间未就同时查看多对编码作校正。</translation>
    </message>
    <message>
        <source>They hold {turns} of speakers.</source>
        <translation>其中有{turns}。</translation>
    </message>
    <message>
        <source>Thicker lines are stronger.</source>
        <translation>线越粗，关系越强。</translation>
    </message>
    <message>
        <source>Things are put into a group only, and this is none.</source>
        <translation>只能放入组中，而这不是组。</translation>
    </message>
    <message>
        <source>This could not be worked out anew. {reason}</source>
        <translation>无法重新计算。{reason}</translation>
    </message>
    <message>
        <source>This is no query: {reason}.</source>
        <translation>这不是查询：{reason}。</translation>
    </message>
    <message>
        <source>This is {coder}&apos;s coding. Weight and certainty are the judgement of who coded; ask to discuss it instead, or code the passage yourself.</source>
        <translation>这是 {coder} 的标注。权重和把握程度由编码者本人判断；您可以提请讨论，或自己给这段文字编码。</translation>
    </message>
    <message>
        <source>This project is open for review: comments, marks and suggestions are kept, nothing else is changed. Open it without review to work in it.</source>
        <translation>此项目以评阅模式打开：只保存评论、标记和建议，其他内容不会更改。要编辑请以普通方式打开。</translation>
    </message>
    <message>
        <source>This segment is {coder}&apos;s. Code the passage yourself to mark it differently; theirs stays as it is.</source>
        <translation>此片段属于 {coder}。要以不同方式标注，请自己为这段文字编码；对方的保持不变。</translation>
    </message>
    <message>
        <source>Those of a and those of b.</source>
        <translation>a 的和 b 的。</translation>
    </message>
    <message>
        <source>Those of a before whose begin one of b ends, at most so far back; without WITHIN anywhere earlier.</source>
        <translation>a 中其开始之前、至多这么远处有 b 的片段结束的片段；不写 WITHIN 则为前文任何地方。</translation>
    </message>
    <message>
        <source>Those of a behind whose end one of b begins, at most so far on; without WITHIN anywhere later.</source>
        <translation>a 中其结束之后、至多这么远处有 b 的片段开始的片段；不写 WITHIN 则为后文任何地方。</translation>
    </message>
    <message>
        <source>Those of a on exactly the same passage as one of b.</source>
        <translation>a 中与 b 的某个片段正好是同一段文字的片段。</translation>
    </message>
    <message>
        <source>Those of a that hold one of b wholly, or stand on exactly its passage.</source>
        <translation>a 中完全包含 b 的某个片段（或正好是同一段文字）的片段。</translation>
    </message>
    <message>
        <source>Those of a that lie wholly inside one of b, or on exactly its passage.</source>
        <translation>a 中完全位于 b 的某个片段之内（或正好是同一段文字）的片段。</translation>
    </message>
    <message>
        <source>Those of a that share at least one character with one of b.</source>
        <translation>a 中与 b 的某个片段至少共有一个字符的片段。</translation>
    </message>
    <message>
        <source>Those of a that share no character with a segment of any other code.</source>
        <translation>a 中不与任何其他编码的片段共有字符的片段。</translation>
    </message>
    <message>
        <source>Those of a that share no character with any of b.</source>
        <translation>a 中不与 b 的任何片段共有字符的片段。</translation>
    </message>
    <message>
        <source>Those of a with one of b at most so far away, before, after or with it; 0: in the same one.</source>
        <translation>a 中前、后或同处至多这么远有 b 的片段的片段；0 表示在同一单位内。</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Timeline of coding</source>
        <translation>标注时间线</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Title and abstract</source>
        <translation>标题与摘要</translation>
    </message>
    <message>
        <source>To the review column</source>
        <translation>跳到评阅栏</translation>
    </message>
    <message>
        <source>Too many of the random orders never reach the threshold, or there are none.</source>
        <translation>太多随机顺序从未达到阈值，或没有随机顺序。</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Transcripts returned</source>
        <translation>返还转录稿</translation>
    </message>
    <message>
        <source>Tree of likeness</source>
        <translation>相似性树状图</translation>
    </message>
    <message>
        <source>Turn a link round: {link.relation}</source>
        <translation>调转链接方向：{link.relation}</translation>
    </message>
    <message>
        <source>Turn the relation round on “{map}”: “{source}” {kind} “{target}”</source>
        <translation>在“{map}”上调转关系：“{source}”{kind}“{target}”</translation>
    </message>
    <message>
        <source>Two codes co-occur where both are in one document.</source>
        <translation>两个编码出现在同一文档中即为共现。</translation>
    </message>
    <message>
        <source>Two codes co-occur where both are in the text of one case.</source>
        <translation>两个编码出现在同一个案的文字中即为共现。</translation>
    </message>
    <message>
        <source>Two codes co-occur where segments of both touch one paragraph.</source>
        <translation>两个编码的片段触及同一段落即为共现。</translation>
    </message>
    <message>
        <source>Two codes co-occur where segments of both touch one sentence.</source>
        <translation>两个编码的片段触及同一句子即为共现。</translation>
    </message>
    <message>
        <source>Two codes co-occur where segments of both touch one stretch of {number} consecutive turns.</source>
        <translation>两个编码的片段触及同一段连续的 {number} 个话轮即为共现。</translation>
    </message>
    <message>
        <source>Two codes co-occur where segments of both touch one turn.</source>
        <translation>两个编码的片段触及同一话轮即为共现。</translation>
    </message>
    <message>
        <source>Two codes co-occur where their segments share at least one character.</source>
        <translation>两个编码的片段至少共有一个字符即为共现。</translation>
    </message>
    <message>
        <source>Two codes co-occur where they are on exactly the same span.</source>
        <translation>两个编码落在完全相同的片段上即为共现。</translation>
    </message>
    <message>
        <source>Two codes “{name}” would stand in one place. Keep yours, or bring in the other as a duplicate.</source>
        <translation>会有两个编码“{name}”在同一处。请保留你的，或把另一个另存导入。</translation>
    </message>
    <message>
        <source>Two groups at least are needed to compare them.</source>
        <translation>至少需要两个组才能比较。</translation>
    </message>
    <message>
        <source>Under the rule case the units are cases: draw cases, not documents.</source>
        <translation>规则 case 的单位是个案：请对个案而不是文档抽样。</translation>
    </message>
    <message>
        <source>Under the rule {rule} nothing can be turned within a document. Choose overlap, sentence, turn, paragraph or near:N.</source>
        <translation>按规则“{rule}”，文档内没有可移动的位置。请选择 overlap、sentence、turn、paragraph 或 near:N。</translation>
    </message>
    <message>
        <source>Under what conditions does this happen, and with what consequences?</source>
        <translation>这在什么条件下发生？带来什么后果？</translation>
    </message>
    <message>
        <source>Undo: {summary}</source>
        <translation>撤销：{summary}</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Unit: {value}.</source>
        <translation>单位：{value}。</translation>
    </message>
    <message>
        <source>Units of no case: {number} of {whole}. Each sample holds them as they are, and only cases are drawn.</source>
        <translation>不属于任何个案的单位：{whole} 个中的 {number} 个。每次抽样都原样包含它们，只抽取个案。</translation>
    </message>
    <message>
        <source>Units of study</source>
        <translation>研究单位</translation>
    </message>
    <message>
        <source>Use a segment as the example of “{code}”</source>
        <translation>把片段用作“{code}”的例子</translation>
    </message>
    <message>
        <source>Use a segment as the near miss of “{code}”</source>
        <translation>把片段用作“{code}”的近似反例</translation>
    </message>
    <message>
        <source>Use when</source>
        <translation>何时使用</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Variables stand beside rows that are cases or documents: --rows case --columns code.</source>
        <translation>变量只能附在个案行或文档行旁：--rows case --columns code。</translation>
    </message>
    <message>
        <source>Variables: {value}.</source>
        <translation>变量：{value}。</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>WITHIN goes with NEAR, FOLLOWED BY and PRECEDED BY.</source>
        <translation>WITHIN 与 NEAR、FOLLOWED BY 和 PRECEDED BY 连用。</translation>
    </message>
    <message>
        <source>Was anyone else there?</source>
        <translation>是否有其他人在场？</translation>
    </message>
    <message>
        <source>Was saturation discussed?</source>
        <translation>是否讨论了饱和？</translation>
    </message>
    <message>
        <source>Was there a relationship before the study began?</source>
        <translation>研究开始前是否已有关系？</translation>
    </message>
    <message>
        <source>Weigh {count} codings</source>
        <translation>给 {count} 处标注定权重</translation>
    </message>
    <message>
        <source>Weigh “{code}” in {document}</source>
        <translation>给 {document} 中的“{code}”定权重</translation>
    </message>
    <message>
        <source>Were interviews repeated; how many?</source>
        <translation>是否重复访谈；多少次？</translation>
    </message>
    <message>
        <source>Were questions and prompts given; was the guide tried out?</source>
        <translation>是否给出问题和提示；提纲是否经过试用？</translation>
    </message>
    <message>
        <source>Were themes set in advance or derived from the data?</source>
        <translation>主题是预先设定还是来自资料？</translation>
    </message>
    <message>
        <source>Were transcripts returned for comment or correction?</source>
        <translation>是否将转录稿返还以征求意见或更正？</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What a bootstrap sample is drawn from.</source>
        <translation>自助样本从何处抽取。</translation>
    </message>
    <message>
        <source>What a cell holds.</source>
        <translation>单元格中的内容。</translation>
    </message>
    <message>
        <source>What a code by code table and a figure show, pairs unless said.</source>
        <translation>编码对编码表和图形显示什么，默认为片段对。</translation>
    </message>
    <message>
        <source>What a query finds comes as a table; save it as a smart code to see it in a matrix.</source>
        <translation>查询的结果以表格给出；存为智能编码后可在矩阵中查看。</translation>
    </message>
    <message>
        <source>What am I not coding, and why?</source>
        <translation>我没有编码什么？为什么？</translation>
    </message>
    <message>
        <source>What are the main findings?</source>
        <translation>主要结果是什么？</translation>
    </message>
    <message>
        <source>What can be new: codes, themes, or marked new facets of codes.</source>
        <translation>什么可以是新的：编码、主题，或标记的编码新侧面。</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>有何变更</translation>
    </message>
    <message>
        <source>What changed ({number})</source>
        <translation>变更（{number}）</translation>
    </message>
    <message>
        <source>What decides the order, and what the bars show.</source>
        <translation>决定顺序，也是条形显示的内容。</translation>
    </message>
    <message>
        <source>What did I expect to find here, and what surprised me?</source>
        <translation>我原本期待在这里发现什么？什么让我意外？</translation>
    </message>
    <message>
        <source>What did participants know about them?</source>
        <translation>参与者对他们了解多少？</translation>
    </message>
    <message>
        <source>What does not fit is met by {ways}, not by “{way}”.</source>
        <translation>不符合的内容只能用 {ways} 处理，不能用“{way}”。</translation>
    </message>
    <message>
        <source>What does this code have in common with others, and where does it differ?</source>
        <translation>这个编码与其他编码有何共同之处？有何不同？</translation>
    </message>
    <message>
        <source>What each case says on each theme, in the analyst&apos;s words, and the passages it rests on.</source>
        <translation>每个个案关于每个主题的内容（以分析者的话表述），以及所依据的段落。</translation>
    </message>
    <message>
        <source>What each case says on each theme.</source>
        <translation>每个个案就每个主题说了什么。</translation>
    </message>
    <message>
        <source>What gender were the researchers?</source>
        <translation>研究者的性别是什么？</translation>
    </message>
    <message>
        <source>What has no order within a document cannot be turned round.</source>
        <translation>文档内没有顺序的单位无法循环移位。</translation>
    </message>
    <message>
        <source>What in the researchers may have shaped the study?</source>
        <translation>研究者自身的哪些方面可能影响了研究？</translation>
    </message>
    <message>
        <source>What is a new facet was judged in the order in which documents were read. Leave the order as imported.</source>
        <translation>新侧面是按阅读文档的顺序判断的。请保持导入顺序。</translation>
    </message>
    <message>
        <source>What is asked of the segments: power AND trust, a OVERLAPPING b, case:Age&gt;=40, text:“…”.</source>
        <translation>对片段的提问：power AND trust、a OVERLAPPING b、case:Age&gt;=40、text:“…”。</translation>
    </message>
    <message>
        <source>What is compared: codes by where they are, cases or documents by the codes they share.</source>
        <translation>比较什么：编码按其位置，个案或文档按其共有的编码。</translation>
    </message>
    <message>
        <source>What is going on here? What are people doing?</source>
        <translation>这里发生了什么？人们在做什么？</translation>
    </message>
    <message>
        <source>What is signed off is the codebook or a map, not “{what}”.</source>
        <translation>签署的是编码本或主题图，而不是“{what}”。</translation>
    </message>
    <message>
        <source>What is stored of step {number} cannot be read.</source>
        <translation>第 {number} 步的存储内容无法读取。</translation>
    </message>
    <message>
        <source>What is stored there cannot be read ({error}).</source>
        <translation>该处存储的内容无法读取（{error}）。</translation>
    </message>
    <message>
        <source>What is the rest: all documents, or only those in which anything is coded.</source>
        <translation>其余部分指什么：所有文档，或只是有编码的文档。</translation>
    </message>
    <message>
        <source>What makes a line strong.</source>
        <translation>线的强度由什么决定。</translation>
    </message>
    <message>
        <source>What may have influenced the study, and how was it managed?</source>
        <translation>哪些因素可能影响研究，如何处理？</translation>
    </message>
    <message>
        <source>What occurs together</source>
        <translation>哪些同时出现</translation>
    </message>
    <message>
        <source>What step {step} keeps of the time before it was changed after it was written.</source>
        <translation>第 {step} 步所保存的先前状态在写入后被改动过。</translation>
    </message>
    <message>
        <source>What that is about is not in the project any more.</source>
        <translation>它所针对的内容已不在项目中。</translation>
    </message>
    <message>
        <source>What the area of a circle counts.</source>
        <translation>圆的面积所计的内容。</translation>
    </message>
    <message>
        <source>What the bars show.</source>
        <translation>条形显示什么。</translation>
    </message>
    <message>
        <source>What the cells show.</source>
        <translation>单元格显示什么。</translation>
    </message>
    <message>
        <source>What the colours of the marks stand for.</source>
        <translation>标记的颜色代表什么。</translation>
    </message>
    <message>
        <source>What the least number counts, and what comes first.</source>
        <translation>下限按什么计数，以及按什么排序。</translation>
    </message>
    <message>
        <source>What themes rest on, and what they lack.</source>
        <translation>主题依据什么，还缺什么。</translation>
    </message>
    <message>
        <source>What was accepted is done. Undo that step in the history instead.</source>
        <translation>已采纳的建议已经执行。请在历史记录中撤销该步。</translation>
    </message>
    <message>
        <source>What was coded before and after a change of the codebook is hard to compare. A named version says which codebook a round was coded with, and what has changed since.</source>
        <translation>编码本更改前后的编码难以比较。命名的版本说明每一轮使用的是哪个编码本，以及此后改了什么。</translation>
    </message>
    <message>
        <source>What was done so that the findings can be trusted?</source>
        <translation>做了什么使结果可信？</translation>
    </message>
    <message>
        <source>What was suggested cannot be read. Ask the reviewer to suggest it again.</source>
        <translation>无法读取该建议。请评阅人重新提出。</translation>
    </message>
    <message>
        <source>What was the study to find out?</source>
        <translation>研究要弄清什么？</translation>
    </message>
    <message>
        <source>What was their occupation at the time of the study?</source>
        <translation>研究进行时他们的职业是什么？</translation>
    </message>
    <message>
        <source>What was to be put on the map is not in the project any more.</source>
        <translation>要放到图上的内容已不在项目中。</translation>
    </message>
    <message>
        <source>What “{title}” asks cannot be read. Remove it and send it anew.</source>
        <translation>无法读取“{title}”所问的内容。请移除后重新送入。</translation>
    </message>
    <message>
        <source>When codes meet: overlap, same-segment, sentence, turn, paragraph, near:N, document or case.</source>
        <translation>编码何时共现：overlap、same-segment、sentence、turn、paragraph、near:N、document 或 case。</translation>
    </message>
    <message>
        <source>When not to use</source>
        <translation>何时不使用</translation>
    </message>
    <message>
        <source>When to use</source>
        <translation>何时使用</translation>
    </message>
    <message>
        <source>When two codes co-occur: overlap, same-segment, sentence, turn, paragraph, near:N, document or case.</source>
        <translation>两个编码何时共现：overlap、same-segment、sentence、turn、paragraph、near:N、document 或 case。</translation>
    </message>
    <message>
        <source>Where no code is named: all codes or all themes.</source>
        <translation>未指定编码时：全部编码或全部主题。</translation>
    </message>
    <message>
        <source>Where random draws begin: the same seed, the same numbers.</source>
        <translation>随机抽取的起点：种子相同，数字相同。</translation>
    </message>
    <message>
        <source>Where something is counted, a note says what counts are and are not evidence of.</source>
        <translation>在出现计数的地方，有一条说明：计数能证明什么，不能证明什么。</translation>
    </message>
    <message>
        <source>Where were the data collected?</source>
        <translation>在哪里收集资料？</translation>
    </message>
    <message>
        <source>Where words stand</source>
        <translation>词出现在何处</translation>
    </message>
    <message>
        <source>Which approach and paradigm guided the study, and why?</source>
        <translation>哪种方法和范式指导研究，为什么？</translation>
    </message>
    <message>
        <source>Which approval and consent were there; how were data protected?</source>
        <translation>获得了哪些批准和同意；如何保护资料？</translation>
    </message>
    <message>
        <source>Which assumptions, interests or biases of theirs are reported?</source>
        <translation>报告了他们的哪些假设、兴趣或偏见？</translation>
    </message>
    <message>
        <source>Which code follows which: {measure}</source>
        <translation>编码的先后：{measure}</translation>
    </message>
    <message>
        <source>Which codes meet</source>
        <translation>哪些编码共现</translation>
    </message>
    <message>
        <source>Which data were collected, how and when?</source>
        <translation>收集了哪些资料，如何以及何时收集？</translation>
    </message>
    <message>
        <source>Which degrees did the researchers hold?</source>
        <translation>研究者持有哪些学位？</translation>
    </message>
    <message>
        <source>Which experience or training did they have?</source>
        <translation>他们有哪些经验或受过哪些培训？</translation>
    </message>
    <message>
        <source>Which gap should the next interview fill?</source>
        <translation>下一次访谈应填补哪个空白？</translation>
    </message>
    <message>
        <source>Which key elements does the abstract give?</source>
        <translation>摘要给出了哪些关键内容？</translation>
    </message>
    <message>
        <source>Which of my own experiences does this passage touch?</source>
        <translation>这段话触及了我自己的哪些经历？</translation>
    </message>
    <message>
        <source>Which problem was studied, and why does it matter?</source>
        <translation>研究了什么问题，为什么重要？</translation>
    </message>
    <message>
        <source>Which quotes and notes support them?</source>
        <translation>哪些引文和笔记支持这些结果？</translation>
    </message>
    <message>
        <source>Which quotes come first.</source>
        <translation>哪些引文排在前面。</translation>
    </message>
    <message>
        <source>Which software managed the data?</source>
        <translation>用什么软件管理资料？</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>签署人</translation>
    </message>
    <message>
        <source>Who conducted the interviews or focus groups?</source>
        <translation>由谁进行访谈或焦点小组？</translation>
    </message>
    <message>
        <source>Who funded it, and with which part in it?</source>
        <translation>由谁资助，资助方起了什么作用？</translation>
    </message>
    <message>
        <source>Who would read this differently, and how?</source>
        <translation>谁会有不同的解读？怎样不同？</translation>
    </message>
    <message>
        <source>Whoever was heard least gives the next quote; off: the first of all.</source>
        <translation>被听到最少的人给出下一条引文；关闭时取最前面的。</translation>
    </message>
    <message>
        <source>Whole map</source>
        <translation>全图</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>With variables</source>
        <translation>附变量</translation>
    </message>
    <message>
        <source>With {number} draws no p can be .05 or less.</source>
        <translation>抽取 {number} 次时，p 不可能等于或小于 .05。</translation>
    </message>
    <message>
        <source>With {number} draws the smallest p is {least}; corrected for {tested} pairs it stays above .05, unless at least {together} pairs have it.</source>
        <translation>抽取 {number} 次时，p 最小为 {least}；按 {tested} 对校正后仍大于 .05，除非至少有 {together} 对都达到这个值。</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Without the interviewer</source>
        <translation>不含访谈者</translation>
    </message>
    <message>
        <source>Without the words of the stop list.</source>
        <translation>不含停用词。</translation>
    </message>
    <message>
        <source>Without what interviewers say.</source>
        <translation>不含访谈者所说的话。</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Word frequencies</source>
        <translation>词频</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>Words around</source>
        <translation>上下文词数</translation>
    </message>
    <message>
        <source>Words as</source>
        <translation>词按</translation>
    </message>
    <message>
        <source>Words before</source>
        <translation>之前的词数</translation>
    </message>
    <message>
        <source>Words behind</source>
        <translation>之后的词数</translation>
    </message>
    <message>
        <source>Words in a row</source>
        <translation>连续词数</translation>
    </message>
    <message>
        <source>Words include the speaker&apos;s label; text without a speaker stands without a name.</source>
        <translation>话语包括发言人标签；没有发言人的文本不标姓名。</translation>
    </message>
    <message>
        <source>Words near the word in its turn, or in the same sentence.</source>
        <translation>同一话轮中该词附近的词，或同一句中的词。</translation>
    </message>
    <message>
        <source>Words that do not count either, as the table writes them.</source>
        <translation>同样不计的词，按表中的写法。</translation>
    </message>
    <message>
        <source>Words that keep company</source>
        <translation>常在一起的词</translation>
    </message>
    <message>
        <source>Write a note on “{theme_map.name}”: {text}</source>
        <translation>在“{theme_map.name}”上写便签：{text}</translation>
    </message>
    <message>
        <source>Write a query or name a saved one, not both.</source>
        <translation>请写一个查询，或指明一个已保存的查询，不要两者都用。</translation>
    </message>
    <message>
        <source>Write a query, as in power AND trust, or name a saved one.</source>
        <translation>请写一个查询，如 power AND trust，或写出一个已存查询的名称。</translation>
    </message>
    <message>
        <source>Write memo “{title}”</source>
        <translation>写备忘录“{title}”</translation>
    </message>
    <message>
        <source>Write the boundary of “{theme.name}”</source>
        <translation>写下“{theme.name}”的边界</translation>
    </message>
    <message>
        <source>Write the search for counter-evidence to “{theme.name}”</source>
        <translation>写下对“{theme.name}”反证的寻找</translation>
    </message>
    <message>
        <source>Write what “{case.name}” says on “{theme.name}”</source>
        <translation>写下“{case.name}”关于“{theme.name}”的内容</translation>
    </message>
    <message>
        <source>You lack a right in the database {name}: {reason}. Ask whoever runs the server.</source>
        <translation>您在数据库 {name} 中缺少某项权限：{reason}。请联系服务器管理员。</translation>
    </message>
    <message>
        <source>You may not read “{name}”. Ask its owner or copy it elsewhere.</source>
        <translation>您无权读取“{name}”。请联系其所有者，或复制到别处。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>一个列表</translation>
    </message>
    <message>
        <source>a map</source>
        <translation>一张主题图</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>a quotation mark is opened and never closed: check the last row</source>
        <translation>有一个引号只开未合：请检查最后一行</translation>
    </message>
    <message>
        <source>a record, its id or its name</source>
        <translation>一条记录、其 id 或名称</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>一段文本</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>一个整数</translation>
    </message>
    <message>
        <source>above {bound}</source>
        <translation>大于 {bound}</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>无</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已采纳</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>all coded passages</source>
        <translation>所有已编码的段落</translation>
    </message>
    <message>
        <source>all codes</source>
        <translation>全部编码</translation>
    </message>
    <message>
        <source>all documents</source>
        <translation>所有文档</translation>
    </message>
    <message>
        <source>all other words</source>
        <translation>其余所有词</translation>
    </message>
    <message>
        <source>all other words of the coded documents</source>
        <translation>有编码的文档中的所有其他词</translation>
    </message>
    <message>
        <source>all pairs</source>
        <translation>所有词对</translation>
    </message>
    <message>
        <source>all the rest</source>
        <translation>其余全部</translation>
    </message>
    <message>
        <source>all, each by itself</source>
        <translation>全部，各自计数</translation>
    </message>
    <message>
        <source>answer the smart code “{name}”</source>
        <translation>符合智能编码“{name}”</translation>
    </message>
    <message>
        <source>are coded, but not among those that {part}</source>
        <translation>已编码，但不属于（{part}）的片段</translation>
    </message>
    <message>
        <source>are in a document of no folder</source>
        <translation>在不属于任何文件夹的文档中</translation>
    </message>
    <message>
        <source>are in a document of the folder “{value}”</source>
        <translation>在文件夹“{value}”的文档中</translation>
    </message>
    <message>
        <source>are in a document of the set “{value}”</source>
        <translation>在文档集“{value}”的文档中</translation>
    </message>
    <message>
        <source>are in the document “{value}”</source>
        <translation>在文档“{value}”中</translation>
    </message>
    <message>
        <source>are marked “{value}”</source>
        <translation>标记为“{value}”</translation>
    </message>
    <message>
        <source>as imported</source>
        <translation>按导入顺序</translation>
    </message>
    <message>
        <source>as in the codebook</source>
        <translation>按编码本顺序</translation>
    </message>
    <message>
        <source>as in the project</source>
        <translation>按项目顺序</translation>
    </message>
    <message>
        <source>as in the text</source>
        <translation>按文本顺序</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>现在的</translation>
    </message>
    <message>
        <source>as it was then</source>
        <translation>当时的</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>as they stand in the texts</source>
        <translation>按文本中的顺序</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>条形图</translation>
    </message>
    <message>
        <source>base</source>
        <translation>基数</translation>
    </message>
    <message>
        <source>base forms</source>
        <translation>原形</translation>
    </message>
    <message>
        <source>below {bound}</source>
        <translation>小于 {bound}</translation>
    </message>
    <message>
        <source>both ways</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>by frequency</source>
        <translation>按频次</translation>
    </message>
    <message>
        <source>by likeness</source>
        <translation>按相似性</translation>
    </message>
    <message>
        <source>by the words to the left</source>
        <translation>按左侧的词</translation>
    </message>
    <message>
        <source>by the words to the right</source>
        <translation>按右侧的词</translation>
    </message>
    <message>
        <source>carry “{code}”</source>
        <translation>带有“{code}”</translation>
    </message>
    <message>
        <source>carry “{code}” or a code below it</source>
        <translation>带有“{code}”或其下级编码</translation>
    </message>
    <message>
        <source>case</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>case · {segments}</source>
        <translation>个案 · {segments}</translation>
    </message>
    <message>
        <source>cases</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>chord picture</source>
        <translation>弦图</translation>
    </message>
    <message>
        <source>co-occurs with</source>
        <translation>共现</translation>
    </message>
    <message>
        <source>code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>codebook</source>
        <translation>编码本</translation>
    </message>
    <message>
        <source>coded documents</source>
        <translation>有编码的文档</translation>
    </message>
    <message>
        <source>coder</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>coder {name}</source>
        <translation>编码者 {name}</translation>
    </message>
    <message>
        <source>coders</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>coders {names} and {last}</source>
        <translation>编码者 {names}、{last}</translation>
    </message>
    <message>
        <source>codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>codes and themes</source>
        <translation>编码和主题</translation>
    </message>
    <message>
        <source>codings</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>codings added up</source>
        <translation>累计标注</translation>
    </message>
    <message>
        <source>columns that a codebook here does not have: {columns}</source>
        <translation>本程序的编码本中没有的列：{columns}</translation>
    </message>
    <message>
        <source>communities</source>
        <translation>社群</translation>
    </message>
    <message>
        <source>condition for</source>
        <translation>是前提</translation>
    </message>
    <message>
        <source>contradicts</source>
        <translation>相矛盾</translation>
    </message>
    <message>
        <source>count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>cumulative {things}</source>
        <translation>累计{things}</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>deductive</source>
        <translation>演绎</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>distance (1 − Jaccard)</source>
        <translation>距离（1 − Jaccard）</translation>
    </message>
    <message>
        <source>do not belong to those that {part}</source>
        <translation>不属于（{part}）的</translation>
    </message>
    <message>
        <source>document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>each code</source>
        <translation>各编码</translation>
    </message>
    <message>
        <source>each value</source>
        <translation>每个值</translation>
    </message>
    <message>
        <source>en</source>
        <translation>zh-CN</translation>
    </message>
    <message>
        <source>exemplars, then about three lines</source>
        <translation>先典型例，再约三行的</translation>
    </message>
    <message>
        <source>facets</source>
        <translation>侧面</translation>
    </message>
    <message>
        <source>figures</source>
        <translation>图</translation>
    </message>
    <message>
        <source>first ↓  then →</source>
        <translation>先 ↓  后 →</translation>
    </message>
    <message>
        <source>folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>for R and SPSS</source>
        <translation>适合 R 和 SPSS</translation>
    </message>
    <message>
        <source>frequency</source>
        <translation>频次</translation>
    </message>
    <message>
        <source>from {bound} on</source>
        <translation>{bound} 起</translation>
    </message>
    <message>
        <source>group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>组</translation>
    </message>
    <message>
        <source>have a coding of those that {conditions}</source>
        <translation>有{conditions}的编码实例</translation>
    </message>
    <message>
        <source>have a comment with the words “{value}”</source>
        <translation>注释中有“{value}”</translation>
    </message>
    <message>
        <source>have a weight ({value})</source>
        <translation>权重为 {value}</translation>
    </message>
    <message>
        <source>have the certainty “{value}”</source>
        <translation>确定程度为“{value}”</translation>
    </message>
    <message>
        <source>heat map</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>hold a form of each of the words “{text}”</source>
        <translation>含有“{text}”中每个词的某个词形</translation>
    </message>
    <message>
        <source>hold all of the words “{text}”</source>
        <translation>含有“{text}”的所有词</translation>
    </message>
    <message>
        <source>hold the words “{text}” in this order</source>
        <translation>按此顺序含有“{text}”</translation>
    </message>
    <message>
        <source>hold what the expression “{text}” matches</source>
        <translation>含有与表达式“{text}”相配的文字</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>in each group</source>
        <translation>各组的值</translation>
    </message>
    <message>
        <source>in the codebook</source>
        <translation>据编码手册</translation>
    </message>
    <message>
        <source>in vivo</source>
        <translation>原话</translation>
    </message>
    <message>
        <source>in “{column}” taken as not answered: {answers}</source>
        <translation>“{column}”中视为未作答：{answers}</translation>
    </message>
    <message>
        <source>inductive</source>
        <translation>归纳</translation>
    </message>
    <message>
        <source>into “{name}”</source>
        <translation>并入“{name}”</translation>
    </message>
    <message>
        <source>leads to</source>
        <translation>导致</translation>
    </message>
    <message>
        <source>left out what stands above the header: {words}</source>
        <translation>已略去表头上方的内容：{words}</translation>
    </message>
    <message>
        <source>level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>lift</source>
        <translation>提升度</translation>
    </message>
    <message>
        <source>lines and hyphens are kept as they are on the pages</source>
        <translation>分行和连字符按页面原样保留</translation>
    </message>
    <message>
        <source>linked to the theme</source>
        <translation>关联到主题</translation>
    </message>
    <message>
        <source>log ratio</source>
        <translation>对数比</translation>
    </message>
    <message>
        <source>logDice</source>
        <translation>logDice</translation>
    </message>
    <message>
        <source>longest</source>
        <translation>最长的</translation>
    </message>
    <message>
        <source>look at the parts of {changed_cases}, whose words were changed</source>
        <translation>请查看 {changed_cases} 的部分，其中的文字已改变</translation>
    </message>
    <message>
        <source>marked new facets</source>
        <translation>标记的新侧面</translation>
    </message>
    <message>
        <source>meet at least {number} of these on exactly the same passage: {parts}</source>
        <translation>在正好同一段文字上至少满足以下 {number} 项：{parts}</translation>
    </message>
    <message>
        <source>meet exactly one of these on the same passage: {parts}</source>
        <translation>在同一段文字上恰好满足以下一项：{parts}</translation>
    </message>
    <message>
        <source>memo</source>
        <translation>备忘录</translation>
    </message>
    <message>
        <source>memos</source>
        <translation>备忘录</translation>
    </message>
    <message>
        <source>merge into “{name}”</source>
        <translation>并入“{name}”</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>most coded first</source>
        <translation>编码最多者在先</translation>
    </message>
    <message>
        <source>most segments first</source>
        <translation>片段最多者在先</translation>
    </message>
    <message>
        <source>move below “{name}”</source>
        <translation>移到“{name}”之下</translation>
    </message>
    <message>
        <source>move to the top</source>
        <translation>移到最上层</translation>
    </message>
    <message>
        <source>n = {cases} cases, {without} of them without a value.</source>
        <translation>n = {cases} 个个案，其中 {without} 个没有值。</translation>
    </message>
    <message>
        <source>n = {characters} characters, {coded} of them coded.</source>
        <translation>n = {characters} 个字符，其中 {coded} 个已编码。</translation>
    </message>
    <message>
        <source>n = {characters} characters, {coded} of them with one of the chosen codes, {others} with other codes only.</source>
        <translation>n = {characters} 个字符，其中 {coded} 个带有所选编码之一，{others} 个只带有其他编码。</translation>
    </message>
    <message>
        <source>n = {characters} characters.</source>
        <translation>n = {characters} 个字符。</translation>
    </message>
    <message>
        <source>n = {items} {things} in {documents} coded documents.</source>
        <translation>n = {documents} 份已编码文档中的 {items} 个{things}。</translation>
    </message>
    <message>
        <source>n = {number} ({units} with one of these codes).</source>
        <translation>n = {number}（带有这些编码之一的{units}）。</translation>
    </message>
    <message>
        <source>n = {number} codings.</source>
        <translation>n = {number} 处标注。</translation>
    </message>
    <message>
        <source>n = {number} segments (each once per code).</source>
        <translation>n = {number} 个片段（每个编码各计一次）。</translation>
    </message>
    <message>
        <source>n = {number} words.</source>
        <translation>n = {number} 词。</translation>
    </message>
    <message>
        <source>n = {number} {units}.</source>
        <translation>n = {number} 个{units}。</translation>
    </message>
    <message>
        <source>n = {segments} segments (each once per code).</source>
        <translation>n = {segments} 个片段（每个编码各计一次）。</translation>
    </message>
    <message>
        <source>n = {segments} segments in {characters} characters.</source>
        <translation>n = {characters} 个字符中的 {segments} 个片段。</translation>
    </message>
    <message>
        <source>n of {units}: {sizes}.</source>
        <translation>{units}的 n：{sizes}。</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络图</translation>
    </message>
    <message>
        <source>new codes, and codes in use added up</source>
        <translation>新编码与累计使用的编码</translation>
    </message>
    <message>
        <source>new {things}</source>
        <translation>新{things}</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>no folder</source>
        <translation>不属于任何文件夹</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>未标注</translation>
    </message>
    <message>
        <source>no segment from {cases}</source>
        <translation>没有片段出自{cases}</translation>
    </message>
    <message>
        <source>no speaker</source>
        <translation>无发言人</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>无值</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>none of them</source>
        <translation>均不属于</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>not</source>
        <translation>不拆分</translation>
    </message>
    <message>
        <source>not coded</source>
        <translation>未编码</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>尚未使用</translation>
    </message>
    <message>
        <source>note</source>
        <translation>便签</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>便签</translation>
    </message>
    <message>
        <source>of typical length</source>
        <translation>长度典型的</translation>
    </message>
    <message>
        <source>one row without a name of its own is numbered</source>
        <translation>一行没有自己的名称，已编号</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>open answers: {columns}</source>
        <translation>开放式回答：{columns}</translation>
    </message>
    <message>
        <source>other codes</source>
        <translation>其他编码</translation>
    </message>
    <message>
        <source>overlap coefficient</source>
        <translation>重叠系数</translation>
    </message>
    <message>
        <source>pairs of neighbouring words</source>
        <translation>相邻词对</translation>
    </message>
    <message>
        <source>pairs of segments</source>
        <translation>片段对</translation>
    </message>
    <message>
        <source>paragraph</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>paragraphs</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>part of</source>
        <translation>属于</translation>
    </message>
    <message>
        <source>passage</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>phi</source>
        <translation>Phi</translation>
    </message>
    <message>
        <source>presence</source>
        <translation>有无</translation>
    </message>
    <message>
        <source>present</source>
        <translation>有</translation>
    </message>
    <message>
        <source>put under “{name}”</source>
        <translation>归入“{name}”</translation>
    </message>
    <message>
        <source>qualcode {version}, which keeps a history of every change.</source>
        <translation>qualcode {version}，保存每次更改的历史。</translation>
    </message>
    <message>
        <source>quote</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>quotes</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>read as UTF-8; 1 byte is not UTF-8 and read as Windows-1252: check accents and quotes</source>
        <translation>按 UTF-8 读取；有 1 个字节不是 UTF-8，已按 Windows-1252 读取：请检查重音字母和引号</translation>
    </message>
    <message>
        <source>read as UTF-8; {number} bytes are not UTF-8 and read as Windows-1252: check accents and quotes</source>
        <translation>按 UTF-8 读取；有 {number} 个字节不是 UTF-8，已按 Windows-1252 读取：请检查重音字母和引号</translation>
    </message>
    <message>
        <source>read as {encoding} (guessed)</source>
        <translation>按 {encoding} 读取（推测）</translation>
    </message>
    <message>
        <source>read the sheet “{name}” of {number}</source>
        <translation>共 {number} 张工作表，读取的是“{name}”</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>未采纳</translation>
    </message>
    <message>
        <source>relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>relations</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>remark</source>
        <translation>条意见</translation>
    </message>
    <message>
        <source>rename to “{name}”</source>
        <translation>改名为“{name}”</translation>
    </message>
    <message>
        <source>rests on {case}: {share} of its segments</source>
        <translation>主要依靠{case}：占其片段的 {share}</translation>
    </message>
    <message>
        <source>review</source>
        <translation>评阅</translation>
    </message>
    <message>
        <source>same sentence</source>
        <translation>同一句</translation>
    </message>
    <message>
        <source>segment</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>segments</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>segments followed</source>
        <translation>其后有该编码的片段</translation>
    </message>
    <message>
        <source>segments: {number}</source>
        <translation>片段：{number}</translation>
    </message>
    <message>
        <source>sentence</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>sets of documents</source>
        <translation>文档集</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>several of them</source>
        <translation>其中多个</translation>
    </message>
    <message>
        <source>share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>share of cases</source>
        <translation>个案比例</translation>
    </message>
    <message>
        <source>share of text</source>
        <translation>占全文比例</translation>
    </message>
    <message>
        <source>share of the column</source>
        <translation>占列的比例</translation>
    </message>
    <message>
        <source>share of the column&apos;s code</source>
        <translation>占列编码的比例</translation>
    </message>
    <message>
        <source>share of the first code</source>
        <translation>占前一编码的比例</translation>
    </message>
    <message>
        <source>share of the first code&apos;s segments</source>
        <translation>占前一编码片段的比例</translation>
    </message>
    <message>
        <source>share of the row</source>
        <translation>占行的比例</translation>
    </message>
    <message>
        <source>share of the row&apos;s code</source>
        <translation>占行编码的比例</translation>
    </message>
    <message>
        <source>share of the second code</source>
        <translation>占后一编码的比例</translation>
    </message>
    <message>
        <source>share of the {units} of the column&apos;s code that carry the row&apos;s too</source>
        <translation>带有列编码的{units}中同时带有行编码的比例</translation>
    </message>
    <message>
        <source>share of the {units} of the first code that carry the second&apos;s too (in codebook order)</source>
        <translation>带有前一编码的{units}中同时带有后一编码的比例（按编码本顺序）</translation>
    </message>
    <message>
        <source>share of the {units} of the row&apos;s code that carry the column&apos;s too</source>
        <translation>带有行编码的{units}中同时带有列编码的比例</translation>
    </message>
    <message>
        <source>share of the {units} of the second code that carry the first&apos;s too (in codebook order)</source>
        <translation>带有后一编码的{units}中同时带有前一编码的比例（按编码本顺序）</translation>
    </message>
    <message>
        <source>shared {units}</source>
        <translation>共有{units}</translation>
    </message>
    <message>
        <source>shortest</source>
        <translation>最短的</translation>
    </message>
    <message>
        <source>spaCy has no trained model that finds names in these documents ({languages}). Choose documents in another language, or say in which language these are.</source>
        <translation>spaCy 没有能在这些文档（{languages}）中找出名称的训练模型。请选择其他语言的文档，或说明这些文档是什么语言。</translation>
    </message>
    <message>
        <source>spans</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>发言人</translation>
    </message>
    <message>
        <source>speakers</source>
        <translation>发言人</translation>
    </message>
    <message>
        <source>square root of the count</source>
        <translation>次数的平方根</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>stop at {position} ({reached})</source>
        <translation>停于第 {position} 份（{reached}）</translation>
    </message>
    <message>
        <source>t-score</source>
        <translation>t 值</translation>
    </message>
    <message>
        <source>tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>the codebook</source>
        <translation>编码本</translation>
    </message>
    <message>
        <source>the file is damaged; what could be rescued was read</source>
        <translation>文件已损坏；已读取可以挽救的部分</translation>
    </message>
    <message>
        <source>the first of all</source>
        <translation>取最前面的</translation>
    </message>
    <message>
        <source>the map “{name}”</source>
        <translation>主题图“{name}”</translation>
    </message>
    <message>
        <source>the most frequent</source>
        <translation>最常见的</translation>
    </message>
    <message>
        <source>the one coded most</source>
        <translation>编码最多的一份</translation>
    </message>
    <message>
        <source>the {field} of {number} codings stays as it is here, the file has another one: {names}</source>
        <translation>{number} 处标注的{field}保持不变，文件中的不同：{names}</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>themes</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>touch a turn of “{value}”</source>
        <translation>触及“{value}”的话轮</translation>
    </message>
    <message>
        <source>touch text of a case with “{variable}”: {value}</source>
        <translation>触及“{variable}”为 {value} 的个案的文本</translation>
    </message>
    <message>
        <source>touch text of a case without a value of “{variable}”, or of no case</source>
        <translation>触及“{variable}”没有值的个案或不属于任何个案的文本</translation>
    </message>
    <message>
        <source>touch text of the case “{value}”</source>
        <translation>触及个案“{value}”的文本</translation>
    </message>
    <message>
        <source>turn</source>
        <translation>话轮</translation>
    </message>
    <message>
        <source>turns</source>
        <translation>话轮</translation>
    </message>
    <message>
        <source>units of the rule</source>
        <translation>规则的单位</translation>
    </message>
    <message>
        <source>units that carry both</source>
        <translation>同时带有两者的单位</translation>
    </message>
    <message>
        <source>unknown language</source>
        <translation>语言未知</translation>
    </message>
    <message>
        <source>up to {bound}</source>
        <translation>至 {bound}</translation>
    </message>
    <message>
        <source>used</source>
        <translation>已使用</translation>
    </message>
    <message>
        <source>used in a draft</source>
        <translation>已用于草稿</translation>
    </message>
    <message>
        <source>used in {draft}</source>
        <translation>已用于{draft}</translation>
    </message>
    <message>
        <source>used or not</source>
        <translation>不论是否使用</translation>
    </message>
    <message>
        <source>values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>were coded (date: {value})</source>
        <translation>编码日期为 {value}</translation>
    </message>
    <message>
        <source>were coded by “{value}”</source>
        <translation>由“{value}”编码</translation>
    </message>
    <message>
        <source>what answers {query}</source>
        <translation>符合查询 {query} 的内容</translation>
    </message>
    <message>
        <source>what was said of the relation between them stays on the map</source>
        <translation>关于两者之间关系的说明保留在主题图上</translation>
    </message>
    <message>
        <source>whoever was heard least gives the next one</source>
        <translation>被听到最少的人给出下一条</translation>
    </message>
    <message>
        <source>windows</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>within the same paragraph</source>
        <translation>同一段落内</translation>
    </message>
    <message>
        <source>within the same sentence</source>
        <translation>同一句内</translation>
    </message>
    <message>
        <source>within the same turn</source>
        <translation>同一话轮内</translation>
    </message>
    <message>
        <source>within {number} paragraph</source>
        <translation>{number} 个段落以内</translation>
    </message>
    <message>
        <source>within {number} paragraphs</source>
        <translation>{number} 个段落以内</translation>
    </message>
    <message>
        <source>within {number} sentence</source>
        <translation>{number} 句以内</translation>
    </message>
    <message>
        <source>within {number} sentences</source>
        <translation>{number} 句以内</translation>
    </message>
    <message>
        <source>within {number} turn</source>
        <translation>{number} 个话轮以内</translation>
    </message>
    <message>
        <source>within {number} turns</source>
        <translation>{number} 个话轮以内</translation>
    </message>
    <message>
        <source>without a theme</source>
        <translation>无主题</translation>
    </message>
    <message>
        <source>word cloud</source>
        <translation>词云</translation>
    </message>
    <message>
        <source>word forms</source>
        <translation>词形</translation>
    </message>
    <message>
        <source>words in the same sentence as “{word}”</source>
        <translation>与“{word}”同句的词</translation>
    </message>
    <message>
        <source>words near it</source>
        <translation>附近的词</translation>
    </message>
    <message>
        <source>words within {left} words before “{word}” and {right} behind it</source>
        <translation>“{word}”之前 {left} 个词、之后 {right} 个词以内的词</translation>
    </message>
    <message>
        <source>written by {program}</source>
        <translation>由 {program} 写出</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>{action} is called with an open project first, not with {thing}.</source>
        <translation>调用 {action} 时，第一个参数应是打开的项目，而不是 {thing}。</translation>
    </message>
    <message>
        <source>{action} is called with project, {parameters}: {reason}.</source>
        <translation>{action} 的调用方式是 project, {parameters}：{reason}。</translation>
    </message>
    <message>
        <source>{analysis} has no figure. Send its table.</source>
        <translation>{analysis}没有图。请送入其表格。</translation>
    </message>
    <message>
        <source>{author}: {what}</source>
        <translation>{author}：{what}</translation>
    </message>
    <message>
        <source>{a} and {b}</source>
        <translation>{a}并且{b}</translation>
    </message>
    <message>
        <source>{a} and, on exactly the same passage, {b}</source>
        <translation>{a}，而且在正好同一段文字上{b}</translation>
    </message>
    <message>
        <source>{a}, or {b}</source>
        <translation>{a}，或者{b}</translation>
    </message>
    <message>
        <source>{a}; or {b}</source>
        <translation>{a}；或{b}</translation>
    </message>
    <message>
        <source>{before} {sentence}.</source>
        <translation>{before}{sentence}。</translation>
    </message>
    <message>
        <source>{cases} cases and {themes} themes</source>
        <translation>{cases} 个个案、{themes} 个主题</translation>
    </message>
    <message>
        <source>{cases} named by “{column}”</source>
        <translation>{cases}，由“{column}”命名</translation>
    </message>
    <message>
        <source>{change}: {code}</source>
        <translation>{change}：{code}</translation>
    </message>
    <message>
        <source>{coded} of {number} documents have codings; text of the others counts as text without codes, not as not coded yet</source>
        <translation>{number} 个文档中有 {coded} 个已有编码；其余文档的文字按没有编码的文字计算，而不是按尚未编码处理</translation>
    </message>
    <message>
        <source>{coder} joins</source>
        <translation>{coder} 加入</translation>
    </message>
    <message>
        <source>{code}</source>
        <translation>{code}</translation>
    </message>
    <message>
        <source>{code}: characters {start} to {end} ({coders})</source>
        <translation>{code}：第 {start} 至 {end} 个字符（{coders}）</translation>
    </message>
    <message>
        <source>{code}: turn {turn} ({coders})</source>
        <translation>{code}：第 {turn} 轮（{coders}）</translation>
    </message>
    <message>
        <source>{code}: turns {first} to {last} ({coders})</source>
        <translation>{code}：第 {first} 至 {last} 轮（{coders}）</translation>
    </message>
    <message>
        <source>{columns}: {reason}</source>
        <translation>{columns}：{reason}</translation>
    </message>
    <message>
        <source>{conflicts} judgements differed, see the comments</source>
        <translation>有 {conflicts} 项判断不一致，见批注</translation>
    </message>
    <message>
        <source>{count} segments as evidence against “{theme.name}”</source>
        <translation>{count} 个片段作为“{theme.name}”的反证</translation>
    </message>
    <message>
        <source>{count} segments as evidence for “{theme.name}”</source>
        <translation>{count} 个片段作为“{theme.name}”的证据</translation>
    </message>
    <message>
        <source>{count} {thing}</source>
        <translation>{count} 个{thing}</translation>
    </message>
    <message>
        <source>{cues} without times or words</source>
        <translation>{cues}没有时间或文字</translation>
    </message>
    <message>
        <source>{document}</source>
        <translation>{document}</translation>
    </message>
    <message>
        <source>{document}, turn {number}</source>
        <translation>{document}，第 {number} 话轮</translation>
    </message>
    <message>
        <source>{document}: look at the part of {case}, whose words were changed: “{words}”</source>
        <translation>{document}：请查看 {case} 的部分，其中的文字已改变：“{words}”</translation>
    </message>
    <message>
        <source>{document}: not coded {share}</source>
        <translation>{document}：未编码 {share}</translation>
    </message>
    <message>
        <source>{document}: {number} parts of cases whose words are gone</source>
        <translation>{document}：{number} 个个案部分的文字已不存在</translation>
    </message>
    <message>
        <source>{document}: {share} coded</source>
        <translation>{document}：已编码 {share}</translation>
    </message>
    <message>
        <source>{facts}.</source>
        <translation>{facts}。</translation>
    </message>
    <message>
        <source>{facts}. Choose anything to read its quotes and comment.</source>
        <translation>{facts}。点选任何一项即可阅读引文并写批注。</translation>
    </message>
    <message>
        <source>{field}: “{before}” → “{after}”</source>
        <translation>{field}：“{before}” → “{after}”</translation>
    </message>
    <message>
        <source>{field}: “{text}”</source>
        <translation>{field}：“{text}”</translation>
    </message>
    <message>
        <source>{field}: “{text}” taken out</source>
        <translation>{field}：“{text}”已删去</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <source>{guideline} has no item “{item}”; its items are {first} to {last}.</source>
        <translation>{guideline} 没有条目“{item}”；条目为 {first} 至 {last}。</translation>
    </message>
    <message>
        <source>{language}: base forms by {lemmas}.</source>
        <translation>{language}：原形依 {lemmas}。</translation>
    </message>
    <message>
        <source>{language}: every character counts as a word.</source>
        <translation>{language}：每个字算一个词。</translation>
    </message>
    <message>
        <source>{language}: word forms by {cutter}.</source>
        <translation>{language}：词形依 {cutter}。</translation>
    </message>
    <message>
        <source>{language}: word forms, for no base forms are known.</source>
        <translation>{language}：按词形，因为没有已知的原形。</translation>
    </message>
    <message>
        <source>{least} to {most}, median {middle}</source>
        <translation>{least} 至 {most}，中位数 {middle}</translation>
    </message>
    <message>
        <source>{left}, and are followed later in the document by a segment of those that {right}</source>
        <translation>{left}，并且同一文档后文中有（{right}）的片段</translation>
    </message>
    <message>
        <source>{left}, and are followed {distance} by a segment of those that {right}, which begins where they have ended or later</source>
        <translation>{left}，并且其后（{distance}）有（{right}）的片段，从它们结束处或更后开始</translation>
    </message>
    <message>
        <source>{left}, and are preceded earlier in the document by a segment of those that {right}</source>
        <translation>{left}，并且同一文档前文中有（{right}）的片段</translation>
    </message>
    <message>
        <source>{left}, and are preceded {distance} by a segment of those that {right}, which has ended where they begin or earlier</source>
        <translation>{left}，并且其前（{distance}）有（{right}）的片段，在它们开始处或更前结束</translation>
    </message>
    <message>
        <source>{left}, and have {distance}, before, after or with them, a segment of those that {right}</source>
        <translation>{left}，并且在其前、其后或同处（{distance}）有（{right}）的片段</translation>
    </message>
    <message>
        <source>{left}, and hold wholly one segment of those that {right} (or stand on exactly its passage)</source>
        <translation>{left}，并且完全包含某个（{right}）的片段（或正好是同一段文字）</translation>
    </message>
    <message>
        <source>{left}, and lie wholly inside one segment of those that {right} (or on exactly its passage)</source>
        <translation>{left}，并且完全位于某个（{right}）的片段之内（或正好是同一段文字）</translation>
    </message>
    <message>
        <source>{left}, and share at least one character with a segment of those that {right}</source>
        <translation>{left}，并且与某个（{right}）的片段至少共有一个字符</translation>
    </message>
    <message>
        <source>{left}, and share no character with any segment of those that {right}</source>
        <translation>{left}，并且不与任何（{right}）的片段共有字符</translation>
    </message>
    <message>
        <source>{left}, and stand on exactly the same passage as a segment of those that {right}</source>
        <translation>{left}，并且与某个（{right}）的片段正好是同一段文字</translation>
    </message>
    <message>
        <source>{measure} by code</source>
        <translation>各编码的{measure}</translation>
    </message>
    <message>
        <source>{measure} by theme</source>
        <translation>各主题的{measure}</translation>
    </message>
    <message>
        <source>{measure} by {variable}</source>
        <translation>按{variable}比较{measure}</translation>
    </message>
    <message>
        <source>{measure} of codes that meet</source>
        <translation>共现编码的{measure}</translation>
    </message>
    <message>
        <source>{measure} of {rule}.</source>
        <translation>{rule}的{measure}。</translation>
    </message>
    <message>
        <source>{measure} on {units}</source>
        <translation>按{units}计算的{measure}</translation>
    </message>
    <message>
        <source>{measure} that share at least one character</source>
        <translation>至少共有一个字符的{measure}</translation>
    </message>
    <message>
        <source>{measure}, to the right what is more frequent in the target.</source>
        <translation>{measure}；右侧为在目标中更常见的词。</translation>
    </message>
    <message>
        <source>{measure}: {number} or more</source>
        <translation>{measure}：{number} 及以上</translation>
    </message>
    <message>
        <source>{measure}; on the diagonal the {units} of each code.</source>
        <translation>{measure}；对角线上为各编码的{units}数。</translation>
    </message>
    <message>
        <source>{names}</source>
        <translation>{names}</translation>
    </message>
    <message>
        <source>{names} and {number} more</source>
        <translation>{names}等，另有 {number} 个</translation>
    </message>
    <message>
        <source>{names} would stand twice in one place. Rename or merge them first.</source>
        <translation>{names} 会在同一处出现两次。请先重命名或合并。</translation>
    </message>
    <message>
        <source>{name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>{name} (removed)</source>
        <translation>{name}（已移除）</translation>
    </message>
    <message>
        <source>{name} cannot be made: {reason}. Choose another place.</source>
        <translation>无法创建 {name}：{reason}。请另选位置。</translation>
    </message>
    <message>
        <source>{name} cannot be opened. Check that it exists and that you may read it.</source>
        <translation>无法打开 {name}。请检查它是否存在、您是否有权读取。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}. Check its rights.</source>
        <translation>无法读取 {name}：{reason}。请检查其权限。</translation>
    </message>
    <message>
        <source>{name} cannot be written ({reason}); nothing was changed. Free some space, or check your quota and the disk.</source>
        <translation>{name} 无法写入（{reason}）；未作任何更改。请腾出空间，或检查配额和磁盘。</translation>
    </message>
    <message>
        <source>{name} cannot be written. Check the rights of the file and its folder.</source>
        <translation>无法写入 {name}。请检查文件及其文件夹的权限。</translation>
    </message>
    <message>
        <source>{name} comes as a table: end the file&apos;s name in {suffixes}.</source>
        <translation>{name} 以表格给出：文件名请以 {suffixes} 结尾。</translation>
    </message>
    <message>
        <source>{name} exists already. Choose another name; nothing was changed.</source>
        <translation>{name} 已存在。请另选名称；未作任何更改。</translation>
    </message>
    <message>
        <source>{name} is a database of another program, not a qualcode project.</source>
        <translation>{name} 是其他程序的数据库，不是 qualcode 项目。</translation>
    </message>
    <message>
        <source>{name} is a folder. Give the project file inside it, ending in .qualcode.</source>
        <translation>{name} 是文件夹。请给出其中以 .qualcode 结尾的项目文件。</translation>
    </message>
    <message>
        <source>{name} is as an older qualcode made it. Open it once for writing, then it can be read here.</source>
        <translation>{name} 仍是旧版 qualcode 生成的样子。请以可写方式打开一次，之后即可在此读取。</translation>
    </message>
    <message>
        <source>{name} is damaged ({reason}). Bring back a good state with: qualcode backup {place} --list</source>
        <translation>{name} 已损坏（{reason}）。请恢复完好的状态：qualcode backup {place} --list</translation>
    </message>
    <message>
        <source>{name} is no graph. As a graph are written: {graphs}.</source>
        <translation>{name} 不是图。可写成图的有：{graphs}。</translation>
    </message>
    <message>
        <source>{name} is not a file but a device or a pipe. Give a project file ending in .qualcode.</source>
        <translation>{name} 不是文件，而是设备或管道。请给出以 .qualcode 结尾的项目文件。</translation>
    </message>
    <message>
        <source>{name} is not a qualcode project. Make one with: qualcode new</source>
        <translation>{name} 不是 qualcode 项目。可这样新建：qualcode new</translation>
    </message>
    <message>
        <source>{name} is not a qualcode project. To bring it in as data: qualcode import</source>
        <translation>{name} 不是 qualcode 项目。要作为资料带入：qualcode import</translation>
    </message>
    <message>
        <source>{name} is not the file any more that was opened: it was moved, deleted or replaced. Close it; what you did until then is kept as a backup.</source>
        <translation>{name} 已不是打开时的那个文件：它被移动、删除或替换了。请关闭它；您此前所做的一切会作为备份保留。</translation>
    </message>
    <message>
        <source>{name} is not the state last saved on this machine (step {here} here, step {saved} saved on {when} UTC): a synced folder may have brought back another version. The saved state is backup 1.</source>
        <translation>{name} 不是本机上次保存的状态（此处为第 {here} 步，{when} UTC 保存的是第 {saved} 步）：同步文件夹可能带回了另一个版本。保存的状态是备份 1。</translation>
    </message>
    <message>
        <source>{name} is open for reading only. Close it elsewhere and open it again.</source>
        <translation>{name} 以只读方式打开。请在别处关闭它后重新打开。</translation>
    </message>
    <message>
        <source>{name} is open in another window or program. Close it there first.</source>
        <translation>{name} 已在其他窗口或程序中打开。请先在那里关闭。</translation>
    </message>
    <message>
        <source>{name} is open on {host} by {user} since {since}. Close it there first, open it for reading only, or insist if you know that nobody works on it there.</source>
        <translation>{name} 自 {since} 起由 {user} 在 {host} 上打开。请先在那里关闭、以只读方式打开，或在确知那里无人使用时仍然打开。</translation>
    </message>
    <message>
        <source>{name} was made by a newer qualcode (schema {version}, this one knows {newest}). Update qualcode to open it; nothing was changed.</source>
        <translation>{name} 由更新版本的 qualcode 创建（结构 {version}，本版本支持到 {newest}）。请更新 qualcode 后打开；未作任何更改。</translation>
    </message>
    <message>
        <source>{name} was made by another version of qualcode, most likely a newer one: its schema “{version}” is not known here. Update qualcode to open it; nothing was changed.</source>
        <translation>{name} 由另一个版本（很可能是更新的版本）的 qualcode 创建：此处不认识其数据结构“{version}”。请更新 qualcode 后再打开；未作任何更改。</translation>
    </message>
    <message>
        <source>{name} was moved, deleted or replaced while it was open. All that you did is in its newest backup: bring it back with: qualcode backup {place} --restore 1</source>
        <translation>{name} 在打开期间被移动、删除或替换。您所做的一切都在最新的备份中，可用以下命令恢复：qualcode backup {place} --restore 1</translation>
    </message>
    <message>
        <source>{name}. {asks}</source>
        <translation>{name}。{asks}</translation>
    </message>
    <message>
        <source>{name}: {number} {unit}</source>
        <translation>{name}：{number} {unit}</translation>
    </message>
    <message>
        <source>{new} codes new, {updated} updated, {kept} kept, {duplicated} duplicated</source>
        <translation>{new} 个新编码，更新 {updated} 个，保留 {kept} 个，另存 {duplicated} 个</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
    <message>
        <source>{number} cases</source>
        <translation>{number} 个个案</translation>
    </message>
    <message>
        <source>{number} cells do not fit the type of their variable; the first is “{value}” for “{variable}” in row {row}. Change them, or say that they are to be skipped or that the variable is to be text.</source>
        <translation>{number} 个单元格不符合变量类型；第一个是第 {row} 行“{variable}”的“{value}”。请修改，或选择跳过，或将变量改为文本。</translation>
    </message>
    <message>
        <source>{number} coders</source>
        <translation>{number} 位编码者</translation>
    </message>
    <message>
        <source>{number} colours that could not be read</source>
        <translation>{number} 个无法读取的颜色</translation>
    </message>
    <message>
        <source>{number} different answers</source>
        <translation>{number} 种不同回答</translation>
    </message>
    <message>
        <source>{number} documents.</source>
        <translation>{number} 个文档。</translation>
    </message>
    <message>
        <source>{number} elements “{tag}” that a codebook does not have</source>
        <translation>{number} 个编码本没有的元素“{tag}”</translation>
    </message>
    <message>
        <source>{number} in “{group}”</source>
        <translation>“{group}”中 {number} 个</translation>
    </message>
    <message>
        <source>{number} links to segments that are not there</source>
        <translation>{number} 条链接指向不存在的片段</translation>
    </message>
    <message>
        <source>{number} names changed to be names of codes here</source>
        <translation>{number} 个名称已改成这里可用的编码名称</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{all}中的 {number} 个</translation>
    </message>
    <message>
        <source>{number} of {all} columns are shown.</source>
        <translation>显示 {all} 列中的 {number} 列。</translation>
    </message>
    <message>
        <source>{number} of {parts} questions: the number is to lie between 2 and {parts}. At least one of them is OR, exactly one is ONE OF.</source>
        <translation>{parts} 个问题中的 {number} 个：数目应在 2 与 {parts} 之间。至少一个用 OR，恰好一个用 ONE OF。</translation>
    </message>
    <message>
        <source>{number} of {whole} documents.</source>
        <translation>{whole} 个文档中的 {number} 个。</translation>
    </message>
    <message>
        <source>{number} of {whole} {things}</source>
        <translation>{things} {number} 个（共 {whole} 个）</translation>
    </message>
    <message>
        <source>{number} of {whole} {units} are shown: those with most segments.</source>
        <translation>显示 {whole} 个{units}中的 {number} 个：片段最多的那些。</translation>
    </message>
    <message>
        <source>{number} of {whole} {units} have no coding at all: their 0 may mean that nobody has coded them yet.</source>
        <translation>{whole} 个{units}中有 {number} 个完全没有编码：其中的 0 可能表示尚未有人编码。</translation>
    </message>
    <message>
        <source>{number} pairs that meet as often as by chance or less are not listed.</source>
        <translation>有 {number} 对词的共现不多于随机期望，未列出。</translation>
    </message>
    <message>
        <source>{number} rows have more or fewer cells than the header</source>
        <translation>{number} 行的单元格数与表头不一致</translation>
    </message>
    <message>
        <source>{number} rows without a name of their own are numbered</source>
        <translation>{number} 行没有自己的名称，已编号</translation>
    </message>
    <message>
        <source>{number} segments</source>
        <translation>{number} 个片段</translation>
    </message>
    <message>
        <source>{number} things would stand on this map; at most {most} can be read. Choose fewer codes or a higher minimum.</source>
        <translation>图上将有 {number} 项，最多只能看清 {most} 项。请减少编码或提高下限。</translation>
    </message>
    <message>
        <source>{number} values of “{variable}” do not fit the type {type}: {values}. Change them first.</source>
        <translation>“{variable}”有 {number} 个值不符合类型 {type}：{values}。请先修改。</translation>
    </message>
    <message>
        <source>{number} words in redacted passages are left out.</source>
        <translation>已略去涂黑段落中的 {number} 个词。</translation>
    </message>
    <message>
        <source>{number} {lost}</source>
        <translation>{number} 处{lost}</translation>
    </message>
    <message>
        <source>{number} {things}</source>
        <translation>{number} 个{things}</translation>
    </message>
    <message>
        <source>{number}: {size} codes</source>
        <translation>{number}：{size} 个编码</translation>
    </message>
    <message>
        <source>{n} of {all} passages: {about}</source>
        <translation>{all} 个段落中的 {n} 个：{about}</translation>
    </message>
    <message>
        <source>{odd} of the {kind} rows are not what the history says.</source>
        <translation>有 {odd} 行{kind}记录与历史不符。</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one}且{other}</translation>
    </message>
    <message>
        <source>{origin} {count}</source>
        <translation>{origin} {count}</translation>
    </message>
    <message>
        <source>{pages} without text</source>
        <translation>{pages}没有文字</translation>
    </message>
    <message>
        <source>{parts}.</source>
        <translation>{parts}。</translation>
    </message>
    <message>
        <source>{part}, and share no character with any other code&apos;s segment</source>
        <translation>{part}，并且不与任何其他编码的片段共有字符</translation>
    </message>
    <message>
        <source>{path} cannot be opened: {reason}. Check the path.</source>
        <translation>无法打开 {path}：{reason}。请检查路径。</translation>
    </message>
    <message>
        <source>{path} cannot be used: {reason}. Choose another name.</source>
        <translation>无法使用 {path}：{reason}。请另选名称。</translation>
    </message>
    <message>
        <source>{people} coded: {names} (number of codings).</source>
        <translation>{people}参与编码：{names}（标注数）。</translation>
    </message>
    <message>
        <source>{position}. {document}: {new} new, {all} so far</source>
        <translation>{position}. {document}：新增 {new}，累计 {all}</translation>
    </message>
    <message>
        <source>{reason} It stands for “{case}” in “{variable}”, which is of type {type}.</source>
        <translation>{reason}它是“{case}”的“{variable}”的值，该变量类型为 {type}。</translation>
    </message>
    <message>
        <source>{remarks} in review, by {names}, among them suggestions: {suggestions}. State: {states}.</source>
        <translation>审阅中有{remarks}，来自 {names}，其中建议 {suggestions} 条。状态：{states}。</translation>
    </message>
    <message>
        <source>{segments} · {cases} of {all} cases</source>
        <translation>{segments} · {all} 个个案中的 {cases} 个</translation>
    </message>
    <message>
        <source>{sentence}.</source>
        <translation>{sentence}。</translation>
    </message>
    <message>
        <source>{share} coded</source>
        <translation>已编码 {share}</translation>
    </message>
    <message>
        <source>{sides} passages were evidence for and against, see the comments</source>
        <translation>有 {sides} 处文字既是支持证据又是反对证据，见批注</translation>
    </message>
    <message>
        <source>{signer} signs off {what}</source>
        <translation>{signer} 签署{what}</translation>
    </message>
    <message>
        <source>{sign} means: not defined.</source>
        <translation>{sign} 表示：无定义。</translation>
    </message>
    <message>
        <source>{state} {count}</source>
        <translation>{state} {count}</translation>
    </message>
    <message>
        <source>{step}: new codes {number}, codes in use {sum}</source>
        <translation>{step}：新编码 {number} 个，使用中的编码 {sum} 个</translation>
    </message>
    <message>
        <source>{themes} (and {number} dropped)</source>
        <translation>{themes}（另有 {number} 个已放弃）</translation>
    </message>
    <message>
        <source>{themes} themes, {codes} codes, as the codebook has them.</source>
        <translation>{themes} 个主题，{codes} 个编码，按编码本顺序。</translation>
    </message>
    <message>
        <source>{things}</source>
        <translation>{things}</translation>
    </message>
    <message>
        <source>{things} kept as text</source>
        <translation>{things}已作为正文保留</translation>
    </message>
    <message>
        <source>{things}.</source>
        <translation>{things}。</translation>
    </message>
    <message>
        <source>{title}.</source>
        <translation>{title}。</translation>
    </message>
    <message>
        <source>{told} “{words}”</source>
        <translation>{told}“{words}”</translation>
    </message>
    <message>
        <source>{value}</source>
        <translation>{value}</translation>
    </message>
    <message>
        <source>{variable}: {spread} (known of {known} of {cases}).</source>
        <translation>{variable}：{spread}（{cases}中 {known} 个已知）。</translation>
    </message>
    <message>
        <source>{variable}: {spread}.</source>
        <translation>{variable}：{spread}。</translation>
    </message>
    <message>
        <source>{variable}: {values}</source>
        <translation>{variable}：{values}</translation>
    </message>
    <message>
        <source>{what}, where only codings count that {conditions}</source>
        <translation>{what}（只计{conditions}的编码实例）</translation>
    </message>
    <message>
        <source>{what}; base of {base} documents, runs of {run}, threshold {threshold}.</source>
        <translation>{what}；以 {base} 份文档为基数，每批 {run} 份，阈值 {threshold}。</translation>
    </message>
    <message>
        <source>{words} of the {all} words of the reference stand in {documents} documents without any coding.</source>
        <translation>参照部分的 {all} 个词中有 {words} 个在 {documents} 个没有任何编码的文档里。</translation>
    </message>
    <message>
        <source>{words} parted by a hyphen at the end of a line</source>
        <translation>{words}在行末被连字符断开</translation>
    </message>
    <message>
        <source>{wrong} of the {kind} rows were changed outside the program.</source>
        <translation>有 {wrong} 行{kind}记录在程序之外被改动过。</translation>
    </message>
    <message>
        <source>χ²({df})&#xa0;=&#xa0;{chi2}, p&#xa0;{p}.</source>
        <translation>χ²({df})&#xa0;=&#xa0;{chi2}，p&#xa0;{p}。</translation>
    </message>
    <message>
        <source>“{ask}” in a query needs “{field}”, a list.</source>
        <translation>查询中的“{ask}”需要“{field}”，是一个列表。</translation>
    </message>
    <message>
        <source>“{ask}” in a query needs “{field}”, a text.</source>
        <translation>查询中的“{ask}”需要“{field}”，是一段文本。</translation>
    </message>
    <message>
        <source>“{ask}” in a query needs “{field}”, a whole number.</source>
        <translation>查询中的“{ask}”需要“{field}”，是一个整数。</translation>
    </message>
    <message>
        <source>“{before} {found}” in the query: put AND, OR or another operator between them, or a name with blanks in quotes.</source>
        <translation>查询中的“{before} {found}”：请在中间加 AND、OR 或其他运算符，或把带空格的名称放在引号里。</translation>
    </message>
    <message>
        <source>“{code}” in “{name}” lies more than {limit} levels deep. Make the codebook flatter.</source>
        <translation>“{name}”中的“{code}”位于第 {limit} 层以下。请减少编码手册的层级。</translation>
    </message>
    <message>
        <source>“{code}” is not in the code set “{name}”. Add it first.</source>
        <translation>“{code}”不在编码集“{name}”中。请先把它加入。</translation>
    </message>
    <message>
        <source>“{color}” is not a colour; write it as #2067DA.</source>
        <translation>“{color}”不是颜色；请写成 #2067DA 的形式。</translation>
    </message>
    <message>
        <source>“{day}” is neither the number of a step nor a day. Write a day as YYYY-MM-DD.</source>
        <translation>“{day}”既不是步骤编号，也不是日期。日期请写作 YYYY-MM-DD。</translation>
    </message>
    <message>
        <source>“{day}” is not a day. Write it as YYYY-MM-DD.</source>
        <translation>“{day}”不是日期，请写成 YYYY-MM-DD。</translation>
    </message>
    <message>
        <source>“{display}” stands for “{owner}” already, so it cannot stand for “{name}” too. Choose another.</source>
        <translation>“{display}”已代表“{owner}”，不能再代表“{name}”。请另选一个。</translation>
    </message>
    <message>
        <source>“{document}” does not have the {characters} characters it should have.</source>
        <translation>“{document}”的字符数不是应有的 {characters} 个。</translation>
    </message>
    <message>
        <source>“{encoding}” is not an encoding. Use one like utf-8, cp1252, gb18030, shift_jis or big5.</source>
        <translation>“{encoding}”不是字符编码。请使用 utf-8、cp1252、gb18030、shift_jis 或 big5 等。</translation>
    </message>
    <message>
        <source>“{exists}” is not a way to treat what exists: skip, replace or keep-both.</source>
        <translation>“{exists}”不是处理已有内容的方式：skip、replace 或 keep-both。</translation>
    </message>
    <message>
        <source>“{field}” is no field of a code that words can be suggested for.</source>
        <translation>“{field}”不是可以建议改写的编码字段。</translation>
    </message>
    <message>
        <source>“{file}” holds the same text as “{name}”.</source>
        <translation>“{file}”与“{name}”的文本相同。</translation>
    </message>
    <message>
        <source>“{found}” cannot stand where it does in the query “{query}”.</source>
        <translation>在查询“{query}”中，“{found}”不能放在那里。</translation>
    </message>
    <message>
        <source>“{found}” stands between two questions, and one follows on another only in brackets: (a INSIDE b) OVERLAPPING c.</source>
        <translation>“{found}”放在两个问题之间；一个关系接另一个关系时要用括号：(a INSIDE b) OVERLAPPING c。</translation>
    </message>
    <message>
        <source>“{kind}” is no way of autocoding.</source>
        <translation>没有“{kind}”这种自动编码方式。</translation>
    </message>
    <message>
        <source>“{kind}” is not a kind of import. Use document, survey, codebook or segments.</source>
        <translation>“{kind}”不是导入种类。请用 document、survey、codebook 或 segments。</translation>
    </message>
    <message>
        <source>“{language}” is not a language code that is known here. Use one of ISO 639 like en, zh, de or yue, or leave it out.</source>
        <translation>“{language}”不是此处已知的语言代码。请使用 ISO 639 代码，如 en、zh、de 或 yue，或者不填。</translation>
    </message>
    <message>
        <source>“{language}” is not a language code; write en, zh, de …</source>
        <translation>“{language}”不是语言代码；请写 en、zh、de 等。</translation>
    </message>
    <message>
        <source>“{moment}” is not a date; write 2026-10-01 or 2026-10-01 16:20.</source>
        <translation>“{moment}”不是日期；请写成 2026-10-01 或 2026-10-01 16:20。</translation>
    </message>
    <message>
        <source>“{name}” and “{into}” cannot become one: what belongs to the one holds the other, by a link. Take a code out of a theme first.</source>
        <translation>无法合并“{name}”与“{into}”：属于其中一个的内容通过链接包含了另一个。请先把一个编码从主题中移出。</translation>
    </message>
    <message>
        <source>“{name}” cannot be merged into itself.</source>
        <translation>“{name}”不能与自身合并。</translation>
    </message>
    <message>
        <source>“{name}” cannot be moved below itself.</source>
        <translation>“{name}”不能移动到自身之下。</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {reason}.</source>
        <translation>无法读取“{name}”：{reason}。</translation>
    </message>
    <message>
        <source>“{name}” cannot be written ({reason}). Choose another folder, or close it elsewhere.</source>
        <translation>无法写入“{name}”（{reason}）。请另选文件夹，或在别处关闭它。</translation>
    </message>
    <message>
        <source>“{name}” claims more cells than can be read. Save only the table.</source>
        <translation>“{name}”声称的单元格多到无法读取。请只保存表格本身。</translation>
    </message>
    <message>
        <source>“{name}” could be more than one {kind}: {names}. Give the full name or the id.</source>
        <translation>“{name}”可能是多个{kind}：{names}。请给出全名或标识。</translation>
    </message>
    <message>
        <source>“{name}” declares XML entities, which can be used to attack a computer and which no transcript needs: it is not read. Save it anew in its own program, then import it again.</source>
        <translation>“{name}”声明了 XML 实体，它可被用来攻击电脑，而文稿并不需要：因此不予读取。请在原程序中重新保存后再导入。</translation>
    </message>
    <message>
        <source>“{name}” has a header but no codes.</source>
        <translation>“{name}”有表头但没有编码。</translation>
    </message>
    <message>
        <source>“{name}” has a header but no rows below it.</source>
        <translation>“{name}”只有表头，没有数据行。</translation>
    </message>
    <message>
        <source>“{name}” has a header but no rows. Check that the answers were exported.</source>
        <translation>“{name}”有表头但没有数据行。请检查是否导出了答案。</translation>
    </message>
    <message>
        <source>“{name}” has a header but no segments.</source>
        <translation>“{name}”有表头但没有片段。</translation>
    </message>
    <message>
        <source>“{name}” has been changed since it was looked through. Look again.</source>
        <translation>“{name}”在查找之后已被更改。请重新查找。</translation>
    </message>
    <message>
        <source>“{name}” has been tampered with: its contents are not those that were saved. Nothing was brought in; ask the reviewer for the file as the page saved it.</source>
        <translation>“{name}”被改动过：其内容与保存时不同。未导入任何内容；请向评阅人索取页面保存的原文件。</translation>
    </message>
    <message>
        <source>“{name}” has more than {limit} cells, which is more than can be read. Save only what you need of it.</source>
        <translation>“{name}”的单元格超过 {limit} 个，无法读取。请只保存其中需要的部分。</translation>
    </message>
    <message>
        <source>“{name}” has no column “{column}”. It has {columns}.</source>
        <translation>“{name}”没有“{column}”列。现有列：{columns}。</translation>
    </message>
    <message>
        <source>“{name}” has no text of its own, only {lost}. Copy what you need into the text and save it.</source>
        <translation>“{name}”没有正文，只有 {lost}。请将需要的内容复制到正文并保存。</translation>
    </message>
    <message>
        <source>“{name}” has no text. Check that it was saved or copied completely.</source>
        <translation>“{name}”没有文字。请检查它是否完整保存或复制。</translation>
    </message>
    <message>
        <source>“{name}” has no text. Run text recognition, then import it again.</source>
        <translation>“{name}”没有文字。请先做文字识别，再导入。</translation>
    </message>
    <message>
        <source>“{name}” has {number} columns; a table may have {limit}. Save only what you need of it.</source>
        <translation>“{name}”有 {number} 列；一个表格最多可有 {limit} 列。请只保存您需要的部分。</translation>
    </message>
    <message>
        <source>“{name}” has {number} values, and a bar can show {most}. Take the table, or a variable with fewer values.</source>
        <translation>“{name}”有 {number} 个取值，而横条最多显示 {most} 个。请查看表格，或选择取值较少的变量。</translation>
    </message>
    <message>
        <source>“{name}” has {size} MB; the limit is {limit} MB. Split it and import the parts.</source>
        <translation>“{name}”有 {size} MB；上限为 {limit} MB。请拆分后分别导入。</translation>
    </message>
    <message>
        <source>“{name}” has “{key}” twice in one of its objects, and only one of them could be read. Keep one of the two.</source>
        <translation>“{name}”的一个对象中“{key}”出现了两次，只能读取其中一个。请保留其中之一。</translation>
    </message>
    <message>
        <source>“{name}” holds a number of {length} digits; one may have {limit}. Put it into quotes, as text.</source>
        <translation>“{name}”中有一个 {length} 位的数字；最多允许 {limit} 位。请给它加上引号，作为文本。</translation>
    </message>
    <message>
        <source>“{name}” holds a whole project of another program, not a codebook. Export its codebook as .qdc there.</source>
        <translation>“{name}”是其他程序的整个项目，不是编码本。请在那个程序里把编码本导出为 .qdc。</translation>
    </message>
    <message>
        <source>“{name}” holds more than {number} files. Choose one of the folders in it.</source>
        <translation>“{name}”里的文件超过 {number} 个。请选择其中的某个文件夹。</translation>
    </message>
    <message>
        <source>“{name}” holds no subtitles: no cue has words and times like 00:01.000 --&gt; 00:02.000.</source>
        <translation>“{name}”没有字幕：没有带文字和形如 00:01.000 --&gt; 00:02.000 时间的条目。</translation>
    </message>
    <message>
        <source>“{name}” holds no subtitles: no line has times like 00:01 --&gt; 00:02.</source>
        <translation>“{name}”没有字幕：没有形如 00:01 --&gt; 00:02 时间的行。</translation>
    </message>
    <message>
        <source>“{name}” holds no table: all its sheets are empty.</source>
        <translation>“{name}”没有表格：所有工作表都是空的。</translation>
    </message>
    <message>
        <source>“{name}” holds no table: it is empty.</source>
        <translation>“{name}”没有表格：它是空的。</translation>
    </message>
    <message>
        <source>“{name}” holds what no review page saves. Nothing was brought in; ask the reviewer to save it again.</source>
        <translation>“{name}”含有评阅页不会保存的内容。未导入任何内容；请评阅人重新保存。</translation>
    </message>
    <message>
        <source>“{name}” holds {number} documents; what takes a document&apos;s place must hold one.</source>
        <translation>“{name}”含有 {number} 个文档；用来替换的文件只能含一个。</translation>
    </message>
    <message>
        <source>“{name}” holds “&gt;”, which separates the levels of a path. Leave it out.</source>
        <translation>“{name}”含有分隔路径层级的“&gt;”。请去掉它。</translation>
    </message>
    <message>
        <source>“{name}” holds “{what}”, which no review page offers. Nothing was brought in.</source>
        <translation>“{name}”含有“{what}”，这是评阅页面不会提供的。未导入任何内容。</translation>
    </message>
    <message>
        <source>“{name}” is XML but no codebook (REFI-QDA). Export the codebook as .qdc in the other program.</source>
        <translation>“{name}”是 XML，但不是编码本 (REFI-QDA)。请在另一程序里把编码本导出为 .qdc。</translation>
    </message>
    <message>
        <source>“{name}” is a code, not a theme. Name themes only.</source>
        <translation>“{name}”是编码，不是主题。请只写主题。</translation>
    </message>
    <message>
        <source>“{name}” is a code. Make it a theme in its definition first.</source>
        <translation>“{name}”是编码。请先在其定义中将它改为主题。</translation>
    </message>
    <message>
        <source>“{name}” is a codebook and cannot be read as a {kind}.</source>
        <translation>“{name}”是编码本，不能作为 {kind} 读入。</translation>
    </message>
    <message>
        <source>“{name}” is a codebook without codes.</source>
        <translation>“{name}”是没有编码的编码本。</translation>
    </message>
    <message>
        <source>“{name}” is a device or a pipe, not a file. Save what it gives to a file first.</source>
        <translation>“{name}”是设备或管道，不是文件。请先将其内容存为文件。</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Choose the files in it.</source>
        <translation>“{name}”是文件夹。请选择其中的文件。</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Give the name of a file to write.</source>
        <translation>“{name}”是文件夹。请给出要写入的文件名。</translation>
    </message>
    <message>
        <source>“{name}” is a review of another project. Open the project it was made from and bring it in there.</source>
        <translation>“{name}”是另一个项目的评阅。请打开它所属的项目再导入。</translation>
    </message>
    <message>
        <source>“{name}” is a single XML file (flat XML), not a {suffix}. Open it in its own program and save it as {suffix}, then import it again.</source>
        <translation>“{name}”是单一 XML 文件（flat XML），不是 {suffix}。请在原程序中打开并存为 {suffix}，再导入。</translation>
    </message>
    <message>
        <source>“{name}” is a zip file but no Word document. Unpack it and import what is inside.</source>
        <translation>“{name}”是 zip 文件而不是 Word 文档。请解压后导入其中内容。</translation>
    </message>
    <message>
        <source>“{name}” is asked for by {names}. Change these queries first.</source>
        <translation>{names} 问到了“{name}”。请先修改这些查询。</translation>
    </message>
    <message>
        <source>“{name}” is broken or is no review file. Ask the reviewer to save the review again.</source>
        <translation>“{name}”已损坏或不是评阅文件。请评阅人重新保存评阅。</translation>
    </message>
    <message>
        <source>“{name}” is copy-protected and cannot be read. Import a copy without protection.</source>
        <translation>“{name}”有复制保护，无法读取。请导入没有保护的副本。</translation>
    </message>
    <message>
        <source>“{name}” is cut off or damaged: its end is missing. Fetch or save it again.</source>
        <translation>“{name}”被截断或损坏：缺少结尾。请重新获取或保存。</translation>
    </message>
    <message>
        <source>“{name}” is damaged or is no .{suffix} table. Save it anew in its own program.</source>
        <translation>“{name}”已损坏或不是 .{suffix} 表格。请在原程序中重新保存。</translation>
    </message>
    <message>
        <source>“{name}” is damaged or is no PDF. Save or download it again, then import it.</source>
        <translation>“{name}”已损坏或不是 PDF。请重新保存或下载后再导入。</translation>
    </message>
    <message>
        <source>“{name}” is damaged or is no {kind}. Open it in its own program, save it anew and import it again.</source>
        <translation>“{name}”已损坏或不是{kind}。请在原程序中打开并重新保存，然后再导入。</translation>
    </message>
    <message>
        <source>“{name}” is damaged: its XML is broken. Open it in its own program, save it anew and import it again.</source>
        <translation>“{name}”已损坏：其中的 XML 不完整。请在原程序中打开并重新保存，然后再导入。</translation>
    </message>
    <message>
        <source>“{name}” is damaged: its part “{part}” cannot be unpacked. Fetch or save it again.</source>
        <translation>“{name}”已损坏：其中的“{part}”无法解压。请重新获取或保存。</translation>
    </message>
    <message>
        <source>“{name}” is empty. Check that it was saved or copied completely.</source>
        <translation>“{name}”是空的。请检查它是否完整保存或复制。</translation>
    </message>
    <message>
        <source>“{name}” is in the format of Word 97–2003. Save it as .docx, then import it again.</source>
        <translation>“{name}”是 Word 97–2003 格式。请存为 .docx 后再导入。</translation>
    </message>
    <message>
        <source>“{name}” is larger than 20 MB, which no review file is. It is not read.</source>
        <translation>“{name}”大于 20 MB，评阅文件不会这么大，未予读取。</translation>
    </message>
    <message>
        <source>“{name}” is linked to “{theme}” already.</source>
        <translation>“{name}”已链接到“{theme}”。</translation>
    </message>
    <message>
        <source>“{name}” is named {suffix} but is {what}. Rename it to end in {better}, then import it again.</source>
        <translation>“{name}”的后缀是 {suffix}，实际是{what}。请改名为以 {better} 结尾后再导入。</translation>
    </message>
    <message>
        <source>“{name}” is neither a table nor a figure. End the name in {suffixes}.</source>
        <translation>“{name}”既不是表格也不是图。文件名请以 {suffixes} 结尾。</translation>
    </message>
    <message>
        <source>“{name}” is nested too deeply to be read. Save it anew in its own program and import it.</source>
        <translation>“{name}”嵌套过深，无法读取。请在原程序中重新保存后导入。</translation>
    </message>
    <message>
        <source>“{name}” is no JSON: its brackets or quotes do not close. Export it again.</source>
        <translation>“{name}”不是 JSON：括号或引号没有闭合。请重新导出。</translation>
    </message>
    <message>
        <source>“{name}” is no OpenDocument text. Save it anew as .odt.</source>
        <translation>“{name}”不是 OpenDocument 文本。请重新存为 .odt。</translation>
    </message>
    <message>
        <source>“{name}” is no Word document: it has no body. Save it anew as .docx.</source>
        <translation>“{name}”不是 Word 文档：没有正文。请重新存为 .docx。</translation>
    </message>
    <message>
        <source>“{name}” is no codebook: it needs a column “path” or “name”. Import it as a survey.</source>
        <translation>“{name}”不是编码本：需要“path”或“name”列。请作为问卷导入。</translation>
    </message>
    <message>
        <source>“{name}” is no list of segments: it has no column {missing}.</source>
        <translation>“{name}”不是片段列表：没有 {missing} 列。</translation>
    </message>
    <message>
        <source>“{name}” is no review file. Choose the .qcreview that the review page saved.</source>
        <translation>“{name}”不是评阅文件。请选择评阅页保存的 .qcreview 文件。</translation>
    </message>
    <message>
        <source>“{name}” is no table and cannot be read as a {kind}. Leave the kind out or give a .csv.</source>
        <translation>“{name}”不是表格，无法读作 {kind}。请不指定种类，或提供 .csv。</translation>
    </message>
    <message>
        <source>“{name}” is no table. Save it as one of {suffixes}.</source>
        <translation>“{name}”不是表格。请另存为 {suffixes} 之一。</translation>
    </message>
    <message>
        <source>“{name}” is no table: a list of objects with the column names is expected.</source>
        <translation>“{name}”不是表格：应为带有列名的对象列表。</translation>
    </message>
    <message>
        <source>“{name}” is no {kind}: its first bytes are wrong. Fetch or save it again.</source>
        <translation>“{name}”不是{kind}：文件开头的字节不对。请重新获取或重新保存。</translation>
    </message>
    <message>
        <source>“{name}” is no {kind}: its part “{part}” is missing.</source>
        <translation>“{name}”不是{kind}：缺少其中的“{part}”。</translation>
    </message>
    <message>
        <source>“{name}” is not a file but a device or a pipe. Give the name of a file to write.</source>
        <translation>“{name}”不是文件，而是设备或管道。请给出要写入的文件名。</translation>
    </message>
    <message>
        <source>“{name}” is not among the documents that are looked at.</source>
        <translation>“{name}”不在所查看的文档之列。</translation>
    </message>
    <message>
        <source>“{name}” is not in the codebook any more: refuse the suggestion.</source>
        <translation>“{name}”已不在编码本中：请不采纳此建议。</translation>
    </message>
    <message>
        <source>“{name}” is not linked to “{theme}”.</source>
        <translation>“{name}”没有链接到“{theme}”。</translation>
    </message>
    <message>
        <source>“{name}” is not {encoding}: byte {position} does not fit. Try {other}, or no encoding.</source>
        <translation>“{name}”不是 {encoding}：第 {position} 字节不符。请试 {other}，或不指定字符编码。</translation>
    </message>
    <message>
        <source>“{name}” is not {kind}: it holds binary data. Export it as text from its own program.</source>
        <translation>“{name}”不是{kind}：它含有二进制数据。请在原程序中导出为文本。</translation>
    </message>
    <message>
        <source>“{name}” is nothing to compare. Choose one of {kinds}, or a variable: {variables}.</source>
        <translation>“{name}”无法用来比较。请选择 {kinds} 之一，或一个变量：{variables}。</translation>
    </message>
    <message>
        <source>“{name}” is of a kind that is not known here. Readable are {suffixes}.</source>
        <translation>“{name}”的种类无法识别。可读取的有 {suffixes}。</translation>
    </message>
    <message>
        <source>“{name}” is of the format “{format}”, which this version does not read. It reads “{known}”.</source>
        <translation>“{name}”的格式为“{format}”，此版本无法读取；可读取“{known}”。</translation>
    </message>
    <message>
        <source>“{name}” is protected by a password or an old Office file named {suffix}. Save it as {suffix} without a password, then import it again.</source>
        <translation>“{name}”受密码保护，或是以 {suffix} 命名的旧 Office 文件。请不加密码存为 {suffix} 后再导入。</translation>
    </message>
    <message>
        <source>“{name}” is protected by a password. Save it without one, then import it again.</source>
        <translation>“{name}”受密码保护。请去掉密码保存后再导入。</translation>
    </message>
    <message>
        <source>“{name}” is stale: a later save of the same review, of {date}, is in the project already.</source>
        <translation>“{name}”已过期：项目中已有同一评阅更晚的保存（{date}）。</translation>
    </message>
    <message>
        <source>“{name}” is stale: it was made from a state (step {step}) that is not in the history of this project. Bring it into the copy the page was made from, or send a new page.</source>
        <translation>“{name}”已过期：它所依据的状态（第 {step} 步）不在此项目的历史中。请导入到生成该页面的副本，或发送新的页面。</translation>
    </message>
    <message>
        <source>“{name}” is the name of a {kinds}. Give the record or its id.</source>
        <translation>“{name}”同时是 {kinds} 的名称。请给出记录或其标识。</translation>
    </message>
    <message>
        <source>“{name}” is {really}, not a Word document. Rename it to end in {suffix}, then import it again.</source>
        <translation>“{name}”是{really}，不是 Word 文档。请改名为以 {suffix} 结尾后再导入。</translation>
    </message>
    <message>
        <source>“{name}” keeps what stays; name another code for what is to move.</source>
        <translation>留下的仍属于“{name}”；请为要移走的片段指定另一个编码。</translation>
    </message>
    <message>
        <source>“{name}” lies above “{into}”. Move “{into}” out first, or merge the other way round.</source>
        <translation>“{name}”位于“{into}”之上。请先移出“{into}”，或反过来合并。</translation>
    </message>
    <message>
        <source>“{name}” needs more memory than this computer has. Split it and import the parts.</source>
        <translation>“{name}”所需内存超过这台电脑的内存。请拆分后分别导入。</translation>
    </message>
    <message>
        <source>“{name}” needs too much memory to be read. Print it to a new PDF or save it as text.</source>
        <translation>读取“{name}”需要的内存过多。请将其打印为新的 PDF，或另存为文本。</translation>
    </message>
    <message>
        <source>“{name}” needs work</source>
        <translation>“{name}”需要修改</translation>
    </message>
    <message>
        <source>“{name}” never had that text. See its versions.</source>
        <translation>“{name}”从未有过该文本。请查看它的版本。</translation>
    </message>
    <message>
        <source>“{name}” stands below “{theme}” and belongs to it already.</source>
        <translation>“{name}”位于“{theme}”之下，已经属于它。</translation>
    </message>
    <message>
        <source>“{name}” takes something for what it is not. Nothing was brought in.</source>
        <translation>“{name}”把某个事物当成了别的东西。未导入任何内容。</translation>
    </message>
    <message>
        <source>“{name}” unpacks to far more than its size (the limit is {limit} MB, {ratio} times its size): it is not read because it could fill the memory.</source>
        <translation>“{name}”解压后远超其大小（上限为 {limit} MB，即其大小的 {ratio} 倍）：为避免占满内存，不予读取。</translation>
    </message>
    <message>
        <source>“{name}” was not read within {seconds} seconds. Print it to a new PDF or save it as text.</source>
        <translation>“{name}”在 {seconds} 秒内未能读取。请打印为新的 PDF 或存为文本。</translation>
    </message>
    <message>
        <source>“{name}” was signed off by {signer}; it keeps its name.</source>
        <translation>“{name}”已由 {signer} 签署；其名称保留。</translation>
    </message>
    <message>
        <source>“{name}” would be read as a moment of its own. Add a word to the name.</source>
        <translation>“{name}”本身会被读作一个时点。请在名称中加一个词。</translation>
    </message>
    <message>
        <source>“{name}” would have no text left. Remove the document instead.</source>
        <translation>“{name}”将不剩任何文字。请改为移除该文档。</translation>
    </message>
    <message>
        <source>“{name}”, {date}, by {who}</source>
        <translation>“{name}”，{date}，{who}</translation>
    </message>
    <message>
        <source>“{of}” cannot be compared. Choose one of {choices}.</source>
        <translation>不能比较“{of}”。请从 {choices} 中选择。</translation>
    </message>
    <message>
        <source>“{of}” cannot be counted. Choose one of {choices}.</source>
        <translation>不能按“{of}”计数。请从 {choices} 中选择。</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” have cases in common ({cases}). Choose groups without such cases.</source>
        <translation>“{one}”与“{other}”有共同的个案（{cases}）。请选择没有共同个案的组。</translation>
    </message>
    <message>
        <source>“{over}” cannot be drawn anew. Choose one of {choices}.</source>
        <translation>不能对“{over}”重新抽样。请从 {choices} 中选择。</translation>
    </message>
    <message>
        <source>“{path}” could not be written: {reason}. Choose another place.</source>
        <translation>无法写入“{path}”：{reason}。请另选位置。</translation>
    </message>
    <message>
        <source>“{pattern}” does not count. Write one {example} or {other} where the number or letter goes.</source>
        <translation>“{pattern}”无法计数。请在编号或字母处写一个 {example} 或 {other}。</translation>
    </message>
    <message>
        <source>“{pattern}” is not a regular expression: {reason}.</source>
        <translation>“{pattern}”不是正则表达式：{reason}。</translation>
    </message>
    <message>
        <source>“{query}” says where to look, not for what. Add a word.</source>
        <translation>“{query}”只说了在哪里查找，没说查找什么。请加上一个词。</translation>
    </message>
    <message>
        <source>“{style}” is no style. There are: {styles}.</source>
        <translation>没有样式“{style}”。可用的有：{styles}。</translation>
    </message>
    <message>
        <source>“{target}” and “{reference}” have no language in common. Compare what is said in one language.</source>
        <translation>“{target}”与“{reference}”没有共同的语言。请比较同一种语言中所说的内容。</translation>
    </message>
    <message>
        <source>“{text}” cannot be put in its place: {reason}.</source>
        <translation>无法替换为“{text}”：{reason}。</translation>
    </message>
    <message>
        <source>“{text}” is no range. Write &gt;=30, &lt;2024-05 or 30..40.</source>
        <translation>“{text}”不是范围。请写成 &gt;=30、&lt;2024-05 或 30..40。</translation>
    </message>
    <message>
        <source>“{theme}” belongs to “{name}”: it cannot be the other way round as well.</source>
        <translation>“{theme}”属于“{name}”，不能同时反过来。</translation>
    </message>
    <message>
        <source>“{theme}” cannot be linked to itself.</source>
        <translation>“{theme}”不能链接到自己。</translation>
    </message>
    <message>
        <source>“{thing}” does not stand on the map “{map}”. Put it there first.</source>
        <translation>“{thing}”不在主题图“{map}”上。请先放上去。</translation>
    </message>
    <message>
        <source>“{value}” can be read as {thousands} or as {decimal}; write it without the comma.</source>
        <translation>“{value}”既可读作 {thousands}，也可读作 {decimal}；请写成不带逗号的形式。</translation>
    </message>
    <message>
        <source>“{value}” is none of: {known}.</source>
        <translation>“{value}”不在其中：{known}。</translation>
    </message>
    <message>
        <source>“{value}” is not a date; write it as 2026-11-22.</source>
        <translation>“{value}”不是日期；请写成 2026-11-22 的形式。</translation>
    </message>
    <message>
        <source>“{value}” is not a number.</source>
        <translation>“{value}”不是数字。</translation>
    </message>
    <message>
        <source>“{value}” is not yes or no.</source>
        <translation>“{value}”不是“是”或“否”。</translation>
    </message>
    <message>
        <source>“{value}” is not {kind}: {option}.</source>
        <translation>“{value}”不是{kind}：{option}。</translation>
    </message>
    <message>
        <source>“{variable}”</source>
        <translation>“{variable}”</translation>
    </message>
    <message>
        <source>“{variable}” by month.</source>
        <translation>“{variable}”按月。</translation>
    </message>
    <message>
        <source>“{variable}” by year.</source>
        <translation>“{variable}”按年。</translation>
    </message>
    <message>
        <source>“{variable}” has fewer than two values: there are no groups.</source>
        <translation>“{variable}”的取值少于两个：无法分组。</translation>
    </message>
    <message>
        <source>“{variable}” has {number} values. Say which groups to compare, at most {most}.</source>
        <translation>“{variable}”有 {number} 个取值。请说明比较哪些组，最多 {most} 个。</translation>
    </message>
    <message>
        <source>“{variable}” in {number} groups of about as many cases; equal values stay together.</source>
        <translation>“{variable}”分为个案数大致相等的 {number} 组；相同的值在一起。</translation>
    </message>
    <message>
        <source>“{variable}” makes the groups and filters too. Name the groups instead (groups).</source>
        <translation>“{variable}”既用于分组又用于筛选。请改为指定组（groups）。</translation>
    </message>
    <message>
        <source>“{wish}” is no way to treat codes that are there: {ways}.</source>
        <translation>“{wish}”不是处理已有编码的方式。可用：{ways}。</translation>
    </message>
</context>
<context>
    <name>core words</name>
    <message>
        <source>theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>code set</source>
        <translation>编码集</translation>
    </message>
    <message>
        <source>document set</source>
        <translation>文档集</translation>
    </message>
    <message>
        <source>bookmark</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>redaction</source>
        <translation>遮盖</translation>
    </message>
    <message>
        <source>display id</source>
        <translation>显示编号</translation>
    </message>
    <message>
        <source>cases</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>speakers</source>
        <translation>发言人</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>case</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>coder</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>codebook</source>
        <translation>编码本</translation>
    </message>
    <message>
        <source>segments</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>study</source>
        <translation>研究</translation>
    </message>
    <message>
        <source>segment</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>coding</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>memo</source>
        <translation>备忘录</translation>
    </message>
    <message>
        <source>assignment</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>value</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>changes of the codebook</source>
        <translation>编码本的变化</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>已审视</translation>
    </message>
    <message>
        <source>defined</source>
        <translation>已界定</translation>
    </message>
    <message>
        <source>named</source>
        <translation>已命名</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>inductive</source>
        <translation>归纳</translation>
    </message>
    <message>
        <source>deductive</source>
        <translation>演绎</translation>
    </message>
    <message>
        <source>in-vivo</source>
        <translation>原话</translation>
    </message>
    <message>
        <source>free, by hand</source>
        <translation>自由，手动</translation>
    </message>
    <message>
        <source>related ones near</source>
        <translation>相关者相近</translation>
    </message>
    <message>
        <source>in levels</source>
        <translation>分层</translation>
    </message>
    <message>
        <source>in rings</source>
        <translation>环形</translation>
    </message>
    <message>
        <source>match</source>
        <translation>匹配处</translation>
    </message>
    <message>
        <source>sentence</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>turn</source>
        <translation>话轮</translation>
    </message>
    <message>
        <source>paragraph</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>electronic book</source>
        <translation>电子书</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>yes/no</source>
        <translation>是/否</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>cue</source>
        <translation>字幕</translation>
    </message>
    <message>
        <source>deleted passage</source>
        <translation>已删除文字</translation>
    </message>
    <message>
        <source>embedded document</source>
        <translation>嵌入文档</translation>
    </message>
    <message>
        <source>embedded object</source>
        <translation>嵌入对象</translation>
    </message>
    <message>
        <source>embedded page</source>
        <translation>嵌入网页</translation>
    </message>
    <message>
        <source>endnote</source>
        <translation>尾注</translation>
    </message>
    <message>
        <source>footer</source>
        <translation>页脚</translation>
    </message>
    <message>
        <source>footnote</source>
        <translation>脚注</translation>
    </message>
    <message>
        <source>formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>header</source>
        <translation>页眉</translation>
    </message>
    <message>
        <source>hidden passage</source>
        <translation>隐藏文字</translation>
    </message>
    <message>
        <source>linked document</source>
        <translation>链接文档</translation>
    </message>
    <message>
        <source>missing chapter</source>
        <translation>缺失章节</translation>
    </message>
    <message>
        <source>page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>symbol</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>tracked insertion</source>
        <translation>修订插入</translation>
    </message>
    <message>
        <source>video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>word</source>
        <translation>单词</translation>
    </message>
</context>
<context>
    <name>file kinds</name>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word 文档</translation>
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation>OpenDocument 文本</translation>
    </message>
    <message>
        <source>Rich text</source>
        <translation>富文本（RTF）</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Electronic book</source>
        <translation>电子书</translation>
    </message>
    <message>
        <source>PDF with text</source>
        <translation>含文字的 PDF</translation>
    </message>
    <message>
        <source>Subtitles (WebVTT)</source>
        <translation>字幕（WebVTT）</translation>
    </message>
    <message>
        <source>Subtitles (SubRip)</source>
        <translation>字幕（SubRip）</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Table, separated by tabs</source>
        <translation>制表符分隔的表格</translation>
    </message>
    <message>
        <source>Excel table</source>
        <translation>Excel 表格</translation>
    </message>
    <message>
        <source>Excel table (97–2003)</source>
        <translation>Excel 表格（97–2003）</translation>
    </message>
    <message>
        <source>OpenDocument table</source>
        <translation>OpenDocument 表格</translation>
    </message>
    <message>
        <source>Codebook (JSON)</source>
        <translation>编码本（JSON）</translation>
    </message>
</context>
<context>
    <name>model</name>
    <message>
        <source>coded already</source>
        <translation>已编码</translation>
    </message>
</context>
<context>
    <name>self._model</name>
    <message>
        <source>Case</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Display id</source>
        <translation>显示编号</translation>
    </message>
</context>
</TS>
