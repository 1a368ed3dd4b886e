"""Draws the chart gallery, `docs/gallery.md`: `python packaging/gallery.py [NAME …]`.

Every analysis that has a figure is drawn from the sample project, in English on light ground and in Chinese on dark
ground, into `docs/pictures`. The sample is made anew with a clock of its own, as if it had been coded over some weeks:
the timeline has something to show, and the same program draws the same pictures.
"""

import io
import os
import random
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "gallery.md"
PICTURES = ROOT / "docs" / "pictures"
COLORS = 256  # of a picture; so they are small files
Say = Callable[[str], str]

# what is asked besides the name, where the picture says more so; a second entry draws a second picture
OPTIONS: dict[str, tuple[dict[str, Any], ...]] = {
    "cooccurrence": (
        {"most": 20},
        {"kind": "network", "most": 20},
        {"kind": "chord", "most": 12},
        {"kind": "sankey", "most": 12},
    ),
    "combinations": ({"rule": "turn", "least": 1, "most": 12},),
    "frequencies": ({"most": 15}, {"most": 15, "by": "coder"}, {"level": "themes", "variable": "Paid for teaching"}),
    "codeline": ({"document": "P03 Larder Street Food Bank"},),
    "portrait": ({"document": "P03 Larder Street Food Bank"}, {}),
    "group-differences": ({"by": "Paid for teaching"},),
    "keyness": ({"code": "Power"},),
    "spread": ({"most": 20},),
    "coverage": ({"order": "coded", "most_documents": 10}, {"by": "speaker", "documents": ["FG1 Partners' forum"]}),
}
INTRODUCTION = """# Chart gallery

All charts of the sample project, drawn by `python packaging/gallery.py`: in English on light ground, in Chinese on dark
ground. Every chart comes from the same numbers as the table of that name (see [methods](methods.md)); in the window
each mark says its number and opens its quotes; `--out NAME.svg` writes it (`--editable`: with words as text). The
caption says rule, unit, filters, n and date. The sample was made for these pictures as if it had been coded over weeks.
"""


class Clock(datetime):
    """Some minutes pass between any two looks at it, on working days from nine to some time in the afternoon."""

    _time = datetime(2026, 9, 7, 9, 0, tzinfo=UTC)
    _chance = random.Random(5)
    _end = 17

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        """The next moment."""
        time = Clock._time + timedelta(minutes=Clock._chance.choice((2, 4, 8, 15)))
        if time.hour >= Clock._end:
            Clock._end = Clock._chance.randint(10, 17)
            time = time.replace(hour=9, minute=0) + timedelta(days=3 if time.weekday() == 4 else 1)
        Clock._time = time
        return time.astimezone(tz)


def picture(name: str, number: int, chinese: bool) -> str:
    """The file of a picture."""
    return f"gallery-{name}{f'-{number + 1}' if number else ''}{'-zh' if chinese else ''}.png"


def small(figure: Any) -> bytes:
    """A figure as a small .png."""
    import numpy as np
    from PIL import Image

    file = io.BytesIO()
    figure.savefig(file, format="png", dpi=120, facecolor=figure.get_facecolor())
    image = Image.open(file).convert("RGB")
    colors, place, counts = np.unique(np.asarray(image).reshape(-1, 3), axis=0, return_inverse=True, return_counts=True)
    # its own most frequent colours: a palette that averages them gives the small marks of the codes wrong ones
    palette = colors[np.argsort(-counts, kind="stable")[:COLORS]].astype(int)
    nearest = [int(((palette - color) ** 2).sum(axis=1).argmin()) for color in colors]
    image = Image.fromarray(np.array(nearest, np.uint8)[place].reshape(image.height, image.width), "P")
    image.putpalette(palette.astype(np.uint8).tobytes())
    made = io.BytesIO()
    image.save(made, "PNG", optimize=True)
    return made.getvalue()


def command(name: str, options: dict[str, Any]) -> str:
    """How the command line asks for a picture."""
    from qualcode.app.analysing.registry import named
    from qualcode.cli.analysis_options import flag_of
    from qualcode.domain.options import options_of

    known = {field: each for field, each, _ in options_of(named(name).options)}
    words = []
    for field, value in options.items():
        flag = flag_of(field, known[field]) if field in known else f"--{field}"
        text = ",".join(value) if isinstance(value, list) else str(value)
        words.append(f'{flag} "{text}"' if " " in text else f"{flag} {text}")
    return " ".join(["qualcode analyse Rooted.qualcode", name, *words, f"--out {name}.svg"])


def draw(project: Any, chosen: Sequence[str], say: Say) -> list[str]:
    """Draw the pictures of these analyses; the problems met."""
    from qualcode.app.analysing.files import drawn_of
    from qualcode.domain.errors import QualcodeError

    problems = []
    for name in chosen:
        for number, options in enumerate(OPTIONS.get(name, ({},))):
            try:
                light = drawn_of(project, name, **options)
                dark = drawn_of(project, name, say, dark=True, **options)
            except QualcodeError as problem:
                problems.append(f"{name}: {problem}")
                continue
            (PICTURES / picture(name, number, chinese=False)).write_bytes(small(light.figure))
            (PICTURES / picture(name, number, chinese=True)).write_bytes(small(dark.figure))
    return problems


def page() -> str:
    """The page of the pictures that there are."""
    from qualcode.app.analysing.catalogue import ANALYSES

    parts = [INTRODUCTION]
    for analysis in ANALYSES.values():
        for number, options in enumerate(OPTIONS.get(analysis.name, ({},))):
            files = [picture(analysis.name, number, chinese) for chinese in (False, True)]
            if analysis.figure is None or not (PICTURES / files[0]).exists():
                continue
            if not number:
                parts.append(f"## {analysis.title}\n\n{analysis.about}\n")
            parts.append(f"```sh\n{command(analysis.name, options)}\n```\n")
            parts.append(
                f"![{analysis.title}: {analysis.about}](pictures/{files[0]})\n\n"
                f"![The same in Chinese on dark ground](pictures/{files[1]})\n"
            )
    return "\n".join(parts)


def main(names: Sequence[str], say: Say | None = None) -> int:
    """Draw all pictures, or those of some analyses, and write the page; 1 where one could not be drawn."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as folder:
        os.environ["QUALCODE_HOME"] = str(Path(folder) / "home")
        from qualcode.app.analysing.catalogue import ANALYSES
        from qualcode.app.project import open_project
        from qualcode.app.sample import make_sample
        from qualcode.domain import ids

        if say is None:
            say = chinese()
        ids.datetime = Clock  # type: ignore[misc]
        try:
            path = make_sample(Path(folder) / "sample")
        finally:
            ids.datetime = datetime  # type: ignore[misc]
        chosen = names or [one.name for one in ANALYSES.values() if one.figure is not None]
        project = open_project(path, coder="Amara Osei", read_only=True)
        try:
            problems = draw(project, chosen, say)
        finally:
            project.close()
    PAGE.write_text(page(), "utf-8")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


_alive: list[Any] = []  # what must not be collected while pictures are drawn


def chinese() -> Say:
    """Says our phrases in Chinese."""
    from PySide6.QtWidgets import QApplication

    from qualcode.ui import translation

    _alive.append(QApplication.instance() or QApplication([]))
    translation.speak(_alive[0], "zh_CN")
    return translation.say


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
