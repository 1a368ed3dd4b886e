"""Electronic books (.epub): the chapters in reading order as one document."""

from collections import Counter
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from ..domain.bundle import Bundle, ReadOptions
from ..domain.errors import BadInput
from ..domain.progress import Progress
from .drafts import Draft
from .guards import Container, Element, parse_xml
from .losses import counted
from .markup import decode_page, write_page

_FONT_SCRAMBLING = (b"http://www.idpf.org/2008/embedding", b"http://ns.adobe.com/pdf/enc#RC")


def read(name: str, data: bytes, options: ReadOptions, progress: Progress) -> Bundle:
    """A .epub file as one document. Raises `BadInput` for books under copy protection."""
    container = Container(name, data, "electronic book")
    _refuse_protected(container)
    chapters, language = _spine(container)
    draft = Draft(name.rpartition(".")[0] or name)
    lost: Counter[str] = Counter()
    for number, chapter in enumerate(chapters, start=1):
        progress.tick(number, len(chapters), name)
        if chapter not in container:
            lost["missing chapter"] += 1
            continue
        draft.end_line()
        write_page(draft, decode_page(name, container.part(chapter)).text, lost, progress)
    document = draft.document("epub", options, language=language)
    return Bundle(documents=(document,), lost=tuple(counted(number, what) for what, number in lost.items()))


def _refuse_protected(container: Container) -> None:
    part = "META-INF/encryption.xml"
    if part not in container:
        return
    for method in parse_xml(container.name, container.part(part)).iter("{*}EncryptionMethod"):
        if (method.get("Algorithm") or "").encode() not in _FONT_SCRAMBLING:
            raise BadInput(
                "“{name}” is copy-protected and cannot be read. Import a copy without protection.",
                name=container.name,
            )


def _spine(container: Container) -> tuple[list[str], str]:
    """The parts in reading order, and the book's language."""
    package = ""
    for root_file in parse_xml(container.name, container.part("META-INF/container.xml")).iter("{*}rootfile"):
        package = package or normpath(root_file.get("full-path") or "")
    root = parse_xml(container.name, container.part(package))
    places: dict[str, str] = {}
    for item in root.iter("{*}item"):
        target = unquote((item.get("href") or "").partition("#")[0])
        places[item.get("id") or ""] = normpath(join(dirname(package), target))
    chapters = [places[key] for entry in root.iter("{*}itemref") if (key := entry.get("idref") or "") in places]
    return chapters, _language(root)


def _language(root: Element) -> str:
    for element in root.iter("{*}language"):
        written = (element.text or "").strip().split("-")[0].casefold()
        if 2 <= len(written) <= 3 and written.isalpha():
            return written
    return ""
