"""Small random studies of made-up words, and the same as plain Python for the slow count."""

import random
from dataclasses import dataclass
from pathlib import Path

import qualcode
from qualcode.app import cases, codebook, coding, documents
from qualcode.app.project import Project

LABELS = r"^(?P<speaker>INT|P\d+):\s*"
WORDS = ("bako", "dilu", "fomi", "gate", "huno", "kiva", "lopu", "the", "of", "mesa2")
MARKS = (" ", " ", " ", ", ", ". ", "  ", "? ")


@dataclass(frozen=True)
class Token:
    """A word: its document, number in it, place, what it is, turn and speaker."""

    document: int
    number: int
    start: int
    end: int
    word: str
    turn: int
    speaker: str


@dataclass(frozen=True)
class Study:
    """A project with its words and its codings: (document, start, end, code)."""

    project: Project
    texts: tuple[str, ...]
    tokens: tuple[Token, ...]
    codings: tuple[tuple[int, int, int, str], ...]

    def coded(self, token: Token, *codes: str) -> bool:
        """Whether a word lies in a segment of one of the codes."""
        return any(
            document == token.document and start < token.end and token.start < end and code in codes
            for document, start, end, code in self.codings
        )


def make(folder: Path, seed: int, size: int = 3) -> Study:
    """A study of three documents by interviewers and others, with a theme of one code and another code."""
    chance = random.Random(seed)
    texts, tokens = [], []
    for document in range(size):
        text, number = "", 0
        for turn in range(chance.randint(2, 6)):
            speaker = "INT" if turn % 2 == 0 else f"P{document + 1}"
            text += f"{speaker}: "
            for _ in range(chance.randint(1, 25)):
                word = chance.choice(WORDS)
                shown = word.title() if chance.random() < 0.2 else word
                tokens.append(Token(document, number, len(text), len(text) + len(word), word, turn, speaker))
                number += 1
                text += shown + chance.choice(MARKS)
            text += "\n"
        texts.append(text)
    folder.mkdir(exist_ok=True)
    project = qualcode.new(str(folder / f"words{seed}.qualcode"), coder="Ana")
    for number, text in enumerate(texts):
        (folder / f"D{number}.txt").write_text(text, "utf-8")
    documents.import_files(project, [folder / f"D{number}.txt" for number in range(size)], language="en")
    for number in range(size):
        documents.set_speakers(project, f"D{number}", LABELS)
        cases.add_case(project, f"case {number}", team="north" if number else "south")
        cases.assign(project, f"case {number}", f"D{number}")
    theme = codebook.add_code(project, "theme", kind="theme")
    codebook.add_code(project, "inner", parent=theme)
    codebook.add_code(project, "outer")
    codings = []
    for _ in range(6):
        document = chance.randrange(size)
        inside = [token for token in tokens if token.document == document]
        first, last = sorted(chance.choices(inside, k=2), key=lambda token: token.start)
        code = chance.choice(("inner", "outer"))
        codings.append((document, first.start, last.end, code))
        coding.apply_code(project, f"D{document}", first.start, last.end, code)
    return Study(project, tuple(texts), tuple(tokens), tuple(codings))
