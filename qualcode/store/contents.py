"""Long texts and original files, kept once by the SHA-256 of what they hold; never changed, so never journaled."""

from hashlib import sha256

import sqlalchemy as sa

from ..domain.errors import Damaged
from .tables import contents

# made once: many texts are kept or read one after the other
_TEXT = sa.select(contents.c.text).where(contents.c.hash == sa.bindparam("name"))
_KNOWN = sa.select(contents.c.text.is_not(None)).where(contents.c.hash == sa.bindparam("name"))
_NEW = contents.insert()


def hash_of(content: str | bytes) -> str:
    """The name of a content: SHA-256 in hexadecimal (texts as UTF-8)."""
    return sha256(content.encode("utf-8") if isinstance(content, str) else content).hexdigest()


def keep(connection: sa.Connection, content: str | bytes) -> str:
    """Store a text or a file if it is not there yet; its hash. Empty content has the empty hash."""
    if not content:
        return ""
    name = hash_of(content)
    is_text = isinstance(content, str)
    known = connection.execute(_KNOWN, {"name": name}).first()
    if known is None:
        text, data = (content, None) if is_text else (None, content)
        connection.execute(_NEW, {"hash": name, "text": text, "data": data})
    elif is_text and not known[0]:
        # the original file is the same UTF-8, byte by byte: kept once, as text
        connection.execute(contents.update().where(contents.c.hash == name).values(text=content, data=None))
    return name


def text_of(connection: sa.Connection, name: str) -> str:
    """The text kept under a hash; the empty hash is the empty text."""
    if not name:
        return ""
    found = connection.execute(_TEXT, {"name": name}).scalar()
    if found is None:
        raise Damaged("A text of this project is missing ({name}). Restore a backup.", name=name[:12])
    return str(found)


def data_of(connection: sa.Connection, name: str) -> bytes:
    """The file kept under a hash."""
    row = connection.execute(sa.select(contents.c.text, contents.c.data).where(contents.c.hash == name)).first()
    if row is None:
        raise Damaged("An original file of this project is missing ({name}). Restore a backup.", name=name[:12])
    return bytes(row.data) if row.text is None else str(row.text).encode("utf-8")
