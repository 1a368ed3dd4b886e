"""Small random projects, made of files as a person would bring them in, and the same as plain Python."""

import csv
import random
from dataclasses import dataclass
from pathlib import Path

from analysis.brute_force import Study

import qualcode
from qualcode.app import cases, codebook, documents, exchange
from qualcode.app.project import Project

WORDS = ("trust", "money", "Tomás", "信任", "listening", "no", "the", "garden", "fine", "doubt", "we're")
SPEAKERS = ("I", "A", "B")
CODES = ("Care", "Care > trust", "Care > trust > deep", "Care > money", "doubt", "unused")
PARENTS = [-1, 0, 1, 0, -1, -1]
CODERS = ("Una", "Vic", "Wim")


@dataclass
class Written:
    """A text, and where its sentences, lines and turns are."""

    text: str
    sentence: list[tuple[int, int]]
    paragraph: list[tuple[int, int]]
    turn: list[tuple[int, int]]
    speakers: list[str]


def written(chance: random.Random) -> Written:
    """Some turns of one to three lines of one to three sentences; the first line of a turn has the label."""
    found = Written("", [], [], [], [])
    for _ in range(chance.randint(1, 5)):
        speaker = chance.choice(SPEAKERS)
        begin = len(found.text)
        for number in range(chance.randint(1, 3)):
            line = len(found.text)
            found.text += "" if number else f"{speaker}: "
            start = line
            for place in range(chance.randint(1, 3)):
                found.text += " " if place else ""
                start = len(found.text) if place else line
                words = [chance.choice(WORDS) for _ in range(chance.randint(1, 4))]
                found.text += " ".join(words).capitalize() + "."
                found.sentence.append((start, len(found.text)))
            found.paragraph.append((line, len(found.text)))
            found.text += "\n"
        found.turn.append((begin, len(found.text) - 1))
        found.speakers.append(speaker)
    return found


def random_project(seed: int, folder: Path) -> tuple[Project, Study, list[Written]]:
    """A project, open, with few characters and many codings; the plain Python that it is counted by; its texts."""
    chance = random.Random(seed)
    texts = [written(chance) for _ in range(chance.randint(1, 6))]
    names = [f"P{number + 1}" for number in range(len(texts))]
    folder.mkdir(parents=True, exist_ok=True)
    for name, one in zip(names, texts, strict=True):
        (folder / f"{name}.txt").write_text(one.text, "utf-8", newline="\n")
    codings = set()
    for _ in range(chance.randint(0, 40)):
        document = chance.randrange(len(texts))
        start = chance.randrange(len(texts[document].text) - 1)
        end = min(start + chance.choice((1, 3, 9, 40)), len(texts[document].text))
        if texts[document].text[start:end].strip():
            codings.add((document, chance.randrange(5), chance.randrange(len(CODERS)), start, end))
    with (folder / "segments.csv").open("w", encoding="utf-8", newline="") as lines:
        rows = csv.writer(lines)
        rows.writerow(("document", "start", "end", "code", "coder"))
        rows.writerows((names[d], start, end, CODES[code], CODERS[who]) for d, code, who, start, end in sorted(codings))
    project = qualcode.new(folder / "random.qualcode", coder="Una")
    files = [folder / f"{name}.txt" for name in names]
    documents.import_files(project, files, language="en", speakers=r"^(?P<speaker>[IAB]):")
    for path in CODES:
        above, _, name = path.rpartition(" > ")
        codebook.add_code(project, name, kind="theme" if path == "Care" else "code", parent=above or None)
    if codings:
        exchange.import_file(project, folder / "segments.csv")
    parts = _cases(chance, project, names, texts)
    units = {kind: [getattr(one, kind) for one in texts] for kind in ("sentence", "paragraph", "turn")}
    study = Study([len(one.text) for one in texts], PARENTS, sorted(codings), parts, units, len(CODERS), list(CODES))
    return project, study, texts


def _cases(
    chance: random.Random, project: Project, names: list[str], texts: list[Written]
) -> list[tuple[str, int, int, int]]:
    """Cases with a value or none: of a whole document, or of a speaker's turns in it."""
    cases.add_variable(project, "team", "choice")
    cases.add_variable(project, "age", "number")
    parts = []
    for case in ("Ana", "Ben", "Cyd", "Dee", "Eli", "Fay")[: chance.randint(0, 6)]:
        cases.add_case(project, case)
        if chance.random() < 0.8:
            cases.set_value(project, case, "team", chance.choice(("north", "south")))
            cases.set_value(project, case, "age", str(chance.randint(20, 22)))
        document = chance.randrange(len(texts))
        speaker = chance.choice(("", *texts[document].speakers))
        cases.assign(project, case, names[document], speaker=speaker)
        spoken = zip(texts[document].turn, texts[document].speakers, strict=True)
        places = [turn for turn, who in spoken if who == speaker]
        parts += [(case, document, *place) for place in places or [(0, len(texts[document].text))]]
    return parts
