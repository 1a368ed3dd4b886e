"""Brings the Linguist files in `resources/translations` up to date with the words of the program.

`python packaging/translations.py` collects the sentences of the core (steps, errors, captions) and of the window and
runs Qt's lupdate; new entries come out unfinished, to be translated with Qt Linguist. The program reads the .ts files
as they are: nothing needs to be compiled. English holds the plurals only.
"""

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "qualcode"
TRANSLATIONS = ROOT / "resources" / "translations"
CORE = ("domain", "store", "formats", "language", "analysis", "app")
CONTEXT = "core"
LANGUAGES = {"zh_CN": [], "en": ["-pluralonly"]}
_NO_GUESSES = ["-disable-heuristic", "sametext", "-disable-heuristic", "similartext"]
_COUNTED = ("counted", "Cooccurrence")  # the function of the views that counts things in words, and its context
_STEPS = {"finish": 1, "writing": 1, "action": 0, "say": 0, "also": 0}  # calls that name a step: which argument does


def error_classes() -> set[str]:
    """The names of the classes that carry a sentence: the errors, the notice and the phrase."""
    tree = ast.parse((PACKAGE / "domain" / "errors.py").read_text("utf-8"))
    return {"QualcodeError", "Notice", "Phrase"} | {
        node.name
        for node in tree.body
        if isinstance(node, ast.ClassDef)
        and any(isinstance(base, ast.Name) and base.id == "QualcodeError" for base in node.bases)
    }


def sentences() -> list[str]:
    """Every sentence of the core, in order of the alphabet."""
    found: set[str] = set()
    errors = error_classes()
    for room in CORE:
        for file in sorted((PACKAGE / room).rglob("*.py")):
            found.update(_sentences_in(ast.parse(file.read_text("utf-8")), errors))
    return sorted(found)


def _sentences_in(tree: ast.Module, errors: set[str]) -> Iterator[str]:
    constants = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Tuple) and len(node.elts) > 1 and getattr(node.elts[-2], "id", "") in errors:
            yield from _choices(node.elts[-1], constants)  # a table of errors with their sentences
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        place = 0 if name in errors else _STEPS.get(name)
        if place is not None and len(node.args) > place:
            yield from _choices(node.args[place], constants)


def _choices(node: ast.expr, constants: Mapping[str, ast.expr] = MappingProxyType({})) -> Iterator[str]:
    """The texts an expression may stand for: a text, a constant, or one of two."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.strip():
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _choices(node.body, constants)
        yield from _choices(node.orelse, constants)
    elif isinstance(node, ast.Name) and node.id in constants:
        yield from _choices(constants[node.id])


def counted() -> list[str]:
    """The sentences with a number in them that the views hand to `counted`."""
    found = set()
    for file in (PACKAGE / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == _COUNTED[0] and node.args:
                found.update(_choices(node.args[0]))
    return sorted(found)


def update() -> None:
    """Run lupdate over the window's files and the core's sentences."""
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    sources = [str(file) for file in sorted((PACKAGE / "ui").rglob("*.py"))]
    TRANSLATIONS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        core = Path(folder) / "core.py"
        lines = [f"QCoreApplication.translate({CONTEXT!r}, {_quoted(text)})\n" for text in sentences()]
        lines += [f'QCoreApplication.translate("{_COUNTED[1]}", {_quoted(text)}, "", 1)\n' for text in counted()]
        core.write_text("".join(lines), "utf-8")
        for language, options in LANGUAGES.items():
            target = TRANSLATIONS / f"qualcode_{language}.ts"
            command = [str(lupdate), *sources, str(core), "-locations", "none", "-no-obsolete", *_NO_GUESSES, *options]
            subprocess.run(
                [*command, "-source-language", "en", "-target-language", language, "-ts", str(target)], check=True
            )


def _quoted(text: str) -> str:
    """A Python literal lupdate reads: double quotes, everything else as it is."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


if __name__ == "__main__":
    update()
