"""What every reader needs against broken or hostile files: bounded zips, safe XML, one sentence."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

from ..domain.errors import BadInput, Cancelled, QualcodeError

if TYPE_CHECKING:
    from lxml.etree import _Element

Element: TypeAlias = "_Element"

FILE_LIMIT = 200_000_000  # bytes of one file; the user guide names it
UNZIPPED_LIMIT = 500_000_000  # bytes of all parts of a container together
RATIO_LIMIT = 250  # a real document.xml shrinks 5 to 40 times
RATIO_FREE = 20_000_000  # below this size a high ratio does no harm
PARTS_LIMIT = 20_000


@contextmanager
def reading(name: str, kind: str) -> Iterator[None]:
    """Turn whatever a library raises on a broken file into one sentence that names the file."""
    try:
        yield
    except (QualcodeError, Cancelled):
        raise
    except RecursionError:
        raise BadInput(
            "“{name}” is nested too deeply to be read. Save it anew in its own program and import it.",
            name=name,
        ) from None
    except MemoryError:
        raise BadInput(
            "“{name}” needs more memory than this computer has. Split it and import the parts.", name=name
        ) from None
    except Exception as error:  # python's zip, XML and office libraries raise dozens of kinds on broken files
        raise BadInput(
            "“{name}” is damaged or is no {kind}. Open it in its own program, save it anew and import it again.",
            name=name,
            kind=kind,
        ) from error


class Container:
    """A zip file whose parts are read with a budget; parts are found by exact name."""

    def __init__(self, name: str, data: bytes, kind: str) -> None:
        self.name = name
        self.kind = kind
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
            raise BadInput(
                "“{name}” is cut off or damaged: its end is missing. Fetch or save it again.", name=name
            ) from None
        entries = self._zip.infolist()
        self._check(entries)
        self._entries = {entry.filename: entry for entry in entries}
        self._left = UNZIPPED_LIMIT

    @property
    def names(self) -> list[str]:
        """The names of all parts, in the order of the zip."""
        return list(self._entries)

    def __contains__(self, part: str) -> bool:
        return part in self._entries

    def part(self, part: str) -> bytes:
        """The bytes of one part. Raises `BadInput` when it is missing, encrypted, broken or too large."""
        entry = self._entries.get(part)
        if entry is None:
            raise BadInput(
                "“{name}” is no {kind}: its part “{part}” is missing.",
                name=self.name,
                kind=self.kind,
                part=part,
            )
        if entry.flag_bits & 0x1:
            raise BadInput(
                "“{name}” is protected by a password. Save it without one, then import it again.",
                name=self.name,
            )
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(self._left + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
            raise BadInput(
                "“{name}” is damaged: its part “{part}” cannot be unpacked. Fetch or save it again.",
                name=self.name,
                part=part,
            ) from None
        self._left -= len(data)
        if self._left < 0:
            self._refuse_size()
        return data

    def _check(self, entries: list[zipfile.ZipInfo]) -> None:
        if len(entries) > PARTS_LIMIT or sum(entry.file_size for entry in entries) > UNZIPPED_LIMIT:
            self._refuse_size()
        for entry in entries:
            if entry.file_size > RATIO_FREE and entry.file_size > RATIO_LIMIT * max(entry.compress_size, 1):
                self._refuse_size()

    def _refuse_size(self) -> None:
        raise BadInput(
            "“{name}” unpacks to far more than its size (the limit is {limit} MB, {ratio} times its size): "
            "it is not read because it could fill the memory.",
            name=self.name,
            limit=UNZIPPED_LIMIT // 1_000_000,
            ratio=RATIO_LIMIT,
        )


def parse_xml(name: str, data: bytes) -> Element:
    """The root of an XML part, nothing fetched, no entity resolved.

    Raises `BadInput` for entity declarations (no office program writes them), for broken or too deep XML.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        reason = str(error).casefold()
        if "depth" in reason:
            raise BadInput(
                "“{name}” is nested too deeply to be read. Save it anew in its own program and import it.",
                name=name,
            ) from None
        if "entit" in reason:
            _refuse_entities(name)
        raise BadInput(
            "“{name}” is damaged: its XML is broken. Open it in its own program, save it anew and import it again.",
            name=name,
        ) from None
    declared = root.getroottree().docinfo.internalDTD
    # the type stubs do not know this method of a DTD
    if declared is not None and any(True for _ in declared.iterentities()):  # type: ignore[union-attr]
        _refuse_entities(name)
    return root


def _refuse_entities(name: str) -> None:
    raise BadInput(
        "“{name}” declares XML entities, which can be used to attack a computer and which no "
        "transcript needs: it is not read. Save it anew in its own program, then import it again.",
        name=name,
    )
