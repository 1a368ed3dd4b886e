"""The words around the values in a codebook that people read: labels of fields, counts and headings, per language."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..domain.codebook import ORIGINS
from ..domain.themes import STAGES

LANGUAGES = ("en", "zh")

_ENGLISH = {
    "definition": "Definition",
    "full_definition": "Full definition",
    "include": "When to use",
    "exclude": "When not to use",
    "example": "Example",
    "example_document": "Example from",
    "near_miss": "Near miss",
    "concept": "Central organising concept",
    "boundary": "Boundary",
    "counter_search": "Search for counter-evidence",
    "stage": "Stage",
    "origin": "Origin",
    "status": "Status",
    "examples": "Pinned examples",
    "memo": "Memo",
    "kind": "Kind",
    "path": "Path",
    "color": "Colour",
    "segments": "Segments",
    "documents": "Documents",
    "cases": "Cases",
    "coders": "Coders",
    "created": "Created",
    "changed": "Changed",
    "id": "Id",
    "record": "Record",
    "codebook": "Codebook",
    "contents": "Contents",
    "ungrouped": "Codes outside themes",
    "code_column": "Code",
    "meaning": "What it means",
    "rules": "When it applies",
    "evidence": "Examples and notes",
    "page": "Page {page} of {pages}",
}
_CHINESE = {
    "definition": "定义",
    "full_definition": "完整定义",
    "include": "何时使用",
    "exclude": "何时不使用",
    "example": "示例",
    "example_document": "示例来源",
    "near_miss": "近似反例",
    "concept": "核心组织概念",
    "boundary": "边界",
    "counter_search": "寻找反证",
    "stage": "阶段",
    "origin": "来源",
    "status": "状态",
    "examples": "固定示例",
    "memo": "备忘录",
    "kind": "类别",
    "path": "路径",
    "color": "颜色",
    "segments": "片段",
    "documents": "文档",
    "cases": "个案",
    "coders": "编码者",
    "created": "建立",
    "changed": "修改",
    "id": "编号",
    "record": "档案",
    "codebook": "编码本",
    "contents": "目录",
    "ungrouped": "主题之外的编码",
    "code_column": "编码",
    "meaning": "含义",
    "rules": "适用情况",
    "evidence": "示例与说明",
    "page": "第 {page} 页，共 {pages} 页",
}
_ENGLISH_VALUES = {
    "theme": "theme",
    "code": "code",
    "reflexive": "reflexive thematic analysis",
    "codebook": "codebook thematic analysis",
    "coding-reliability": "coding reliability",
    "framework": "framework analysis",
    "grounded": "grounded theory",
    **{value: value for value in (*ORIGINS, *STAGES)},
}
_CHINESE_VALUES = {
    "theme": "主题",
    "code": "编码",
    "reflexive": "反身性主题分析",
    "codebook": "编码本式主题分析",
    "coding-reliability": "编码信度",
    "framework": "框架分析",
    "grounded": "扎根理论",
    "inductive": "归纳",
    "deductive": "演绎",
    "in-vivo": "原话",
    "candidate": "候选",
    "reviewed": "已审阅",
    "defined": "已定义",
    "named": "已命名",
    "dropped": "已放弃",
}
_ENGLISH_COUNTS = {
    "themes": ("{n} theme", "{n} themes"),
    "codes": ("{n} code", "{n} codes"),
    "segments": ("{n} segment", "{n} segments"),
    "documents": ("{n} document", "{n} documents"),
    "cases": ("{n} case", "{n} cases"),
    "coders": ("{n} coder", "{n} coders"),
}
_CHINESE_COUNTS = {
    "themes": ("{n} 个主题",) * 2,
    "codes": ("{n} 个编码",) * 2,
    "segments": ("{n} 个片段",) * 2,
    "documents": ("{n} 个文档",) * 2,
    "cases": ("{n} 个个案",) * 2,
    "coders": ("{n} 位编码者",) * 2,
}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language: `labels` by column, `values` for what is one of a few, `counts` for one and many."""

    language: str
    labels: Mapping[str, str]
    values: Mapping[str, str]
    counts: Mapping[str, tuple[str, str]]

    def counted(self, number: int, what: str) -> str:
        """“3 segments”."""
        return self.counts[what][number != 1].format(n=f"{number:,}")


_WORDS = {
    "en": Words("en", _ENGLISH, _ENGLISH_VALUES, _ENGLISH_COUNTS),
    "zh": Words("zh", _CHINESE, _CHINESE_VALUES, _CHINESE_COUNTS),
}


def words_of(language: str) -> Words:
    """The words of a language by its code (`zh_CN` is `zh`); English for those that have none."""
    return _WORDS.get(language[:2].lower(), _WORDS["en"])
