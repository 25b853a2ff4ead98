"""Which text a cell may hold, and what is reported of text that was damaged before it reached us."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LONGEST: Final = 1_000_000
REPLACEMENT: Final = "\ufffd"

# Tab, line feed and carriage return are text inside a quoted cell; every other control character is damage. The second
# range is what a wrong code page leaves behind; surrogates are bytes that are not UTF-8, or half a character.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def is_clean(text: str) -> bool:
    """No character in it that a cell may not hold."""
    return _FORBIDDEN.search(text) is None


def defect(cell: str) -> str | None:
    """Why this cell cannot be taken, or None."""
    return f"a cell of more than {LONGEST:,} characters" if len(cell) > LONGEST else damage(cell)


def damage(text: str) -> str | None:
    """Which forbidden character this text holds, or None."""
    match = _FORBIDDEN.search(text)
    if not match:
        return None
    code = ord(match[0])
    if code == 0:
        return "a NUL character"
    if 0xDC80 <= code <= 0xDCFF:
        return "bytes that are not in the file's encoding"
    if 0xD800 <= code <= 0xDFFF:
        return "half a character (a lone surrogate)"
    return f"a control character (U+{code:04X})"


def raw_text(text: str) -> str:
    """The text of a rejected record, with undecodable bytes and lone surrogates as escapes: it can be written as UTF-8."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace") if _bytes_only(text) else _escaped(text)


def _bytes_only(text: str) -> bool:
    return not re.search("[\ud800-\udc7f\udd00-\udfff]", text)


def _escaped(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def is_unassigned(char: str) -> bool:
    """A code point that no script uses: a sign that the bytes were put together the wrong way round."""
    return unicodedata.category(char) in ("Cn", "Co", "Cs")
