"""The process that opens a PDF, bytes in and JSON out: a hostile PDF can only end this process."""

import io
import json
import sys

_MEMORY_LIMIT = 3_000_000_000  # bytes of address space, where the system can limit it


def pages_of(data: bytes) -> dict[str, object]:
    """`{"pages": [...]}` (and `"repaired"`) or `{"problem": "password" | "damaged"}`."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            return {"problem": "password"}
        return _with_pypdf(data)
    pages: list[str] = []
    try:
        for index in range(len(document)):
            page = document[index]
            text = page.get_textpage()
            pages.append(text.get_text_range())
            text.close()
            page.close()
    except pypdfium2.PdfiumError:
        return _with_pypdf(data)
    if not pages:
        return _with_pypdf(data)
    return {"pages": pages}


def _with_pypdf(data: bytes) -> dict[str, object]:
    """A second reader that rebuilds a broken table of contents, slower and with less order in the lines."""
    import logging

    import pypdf

    logging.disable(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            return {"problem": "password"}
        return {"pages": [page.extract_text() for page in reader.pages], "repaired": True}
    except Exception:  # whatever it stumbles over, neither reader knows the file
        return {"problem": "damaged"}


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_LIMIT, _MEMORY_LIMIT))


def main() -> None:
    """Read, answer, end."""
    _limit_memory()
    try:
        answer = pages_of(sys.stdin.buffer.read())
    except (MemoryError, RecursionError):
        answer = {"problem": "memory"}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))


if __name__ == "__main__":
    main()
