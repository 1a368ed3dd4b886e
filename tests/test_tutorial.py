"""The tutorial notebook runs, and says what it says in the docs. Run as a script, this file writes its outputs anew."""

import ast
import base64
import contextlib
import io
import json
import os
import tempfile
from pathlib import Path
from typing import Any

import pytest
from matplotlib.figure import Figure

NOTEBOOK = Path(__file__).resolve().parents[1] / "docs" / "tutorial.ipynb"
Output = dict[str, Any]


def run(source: str, names: dict[str, Any]) -> list[Output]:
    """Run a cell as a notebook does: what it prints, and the value of its last line."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    heard = io.StringIO()
    value = None
    with contextlib.redirect_stdout(heard):
        exec(compile(tree, "cell", "exec"), names)
        if last is not None:
            value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
    outputs: list[Output] = []
    if heard.getvalue():
        outputs.append({"output_type": "stream", "name": "stdout", "text": lines(heard.getvalue())})
    if isinstance(value, Figure):
        image = io.BytesIO()
        value.savefig(image, format="png", dpi=110, metadata={"Software": None})
        data = {"image/png": base64.b64encode(image.getvalue()).decode("ascii"), "text/plain": ["a figure"]}
        outputs.append({"output_type": "display_data", "metadata": {}, "data": data})
    elif value is not None:
        data = {"text/plain": lines(repr(value))}
        outputs.append({"output_type": "execute_result", "metadata": {}, "data": data, "execution_count": None})
    return outputs


def lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def words(outputs: list[Output]) -> list[str]:
    """What outputs say in words; how a figure looks is not compared, for each machine has its own letters."""
    return ["".join(one.get("text", one.get("data", {}).get("text/plain", []))) for one in outputs]


def cells() -> list[dict[str, Any]]:
    return [cell for cell in json.loads(NOTEBOOK.read_text("utf-8"))["cells"] if cell["cell_type"] == "code"]


def test_the_notebook_says_what_it_says_in_the_docs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": "notebook"}
    ran = 0
    for cell in cells():
        outputs = run("".join(cell["source"]), names)
        assert words(outputs) == words(cell["outputs"]), "".join(cell["source"])
        ran += bool(outputs)
    assert ran > 8
    assert any("image/png" in output.get("data", {}) for cell in cells() for output in cell["outputs"])


def write() -> None:
    """Run the notebook and put its outputs into the file."""
    notebook = json.loads(NOTEBOOK.read_text("utf-8"))
    names: dict[str, Any] = {"__name__": "notebook"}
    os.environ.setdefault("QUALCODE_HOME", tempfile.mkdtemp())
    os.chdir(tempfile.mkdtemp())
    for number, cell in enumerate((one for one in notebook["cells"] if one["cell_type"] == "code"), start=1):
        cell["outputs"] = run("".join(cell["source"]), names)
        cell["execution_count"] = number
        for output in cell["outputs"]:
            if output["output_type"] == "execute_result":
                output["execution_count"] = number
    NOTEBOOK.write_text(json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    write()
