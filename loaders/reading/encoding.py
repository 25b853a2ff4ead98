"""Bytes to text. What the bytes prove is taken; what they do not prove is asked.

Proof: a byte order mark; bytes that are valid UTF-8 (other encodings practically never are); UTF-16 without a mark if
exactly one byte order gives text. A code page cannot be proved, since nearly any bytes decode in several of them.

Stated or marked UTF-8 heals at the next character, so lines with broken bytes are kept as such and rejected one by one,
unless they are many: then the statement is wrong. In any other encoding the first broken byte ends the reading.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field
from typing import Final

from graph.errors import SourceError
from loaders.reading.cell import is_clean, is_unassigned
from loaders.reading.code_pages import WRITE
from loaders.reading.question import OpenQuestion

_MARKS: Final = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NO_TEXT: Final = ("unicode_escape", "raw_unicode_escape", "utf_7", "idna", "punycode", "undefined", "mbcs", "oem")
_MANY: Final = 10  # one broken line in ten is no damage but another encoding


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file and the encoding that was proved or stated. Undecodable bytes of UTF-8 are lone surrogates."""

    text: str = field(repr=False)
    encoding: str


def decode(data: bytes, name: str, stated: str | None = None) -> Decoded:
    """The text of these bytes. OpenQuestion where they prove nothing and nothing was stated."""
    mark, marked = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", None))
    codec = _codec(stated, name) if stated else None
    if marked and codec and codec not in (marked, marked.rsplit("-", 1)[0] if marked != "utf-8" else "utf-8-sig"):
        remedy = "Leave --encoding out, or look whether it is the right file"
        raise SourceError(f"begins with the mark of {marked}, not of the encoding stated", file=name, remedy=remedy)
    if codec in ("utf-16", "utf-32") and not marked:
        reason = f"no byte order mark, so {codec} does not say which byte of each comes first"
        raise OpenQuestion.encoding(reason, tuple(c for c in (f"{codec}-le", f"{codec}-be") if _decodes(data, c)), file=name)
    if marked or codec:
        return _as_told(data[len(mark) :], marked or str(codec), name)
    return _proved(data, name)


def _codec(stated: str, name: str) -> str:
    try:
        codec = codecs.lookup(stated).name
        "".encode(codec)  # refuses the codecs that are no text
    except (LookupError, ValueError, TypeError):
        codec = ""
    if not codec or codec.replace("-", "_") in _NO_TEXT:
        raise SourceError("--encoding names no text encoding", file=name, remedy="Use a name such as utf-8, cp1251 or koi8-r")
    return codec


def _as_told(data: bytes, codec: str, name: str) -> Decoded:
    if codec in ("utf-8", "utf-8-sig"):
        text = data.decode("utf-8", "surrogateescape")
        broken = _broken_lines(text)
        if len(broken) * _MANY > max(data.count(b"\n"), _MANY):
            raise _undecodable("utf-8", name, broken[0])
        return Decoded(text, "utf-8")
    try:
        return Decoded(data.decode(codec).removeprefix("\ufeff"), codec)
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(codec, "replace").count("\n") + 1
        raise _undecodable(codec, name, line) from None
    except UnicodeError:
        raise _undecodable(codec, name, 1) from None


def _undecodable(codec: str, name: str, line: int) -> SourceError:
    remedy = "State the encoding it was saved in with --encoding NAME"
    return SourceError(f"line {line} is not {codec}", file=name, remedy=remedy)


def _broken_lines(text: str) -> list[int]:
    if text.isascii():
        return []
    return [n for n, line in enumerate(text.split("\n"), start=1) if any("\udc80" <= c <= "\udcff" for c in set(line))]


def _proved(data: bytes, name: str) -> Decoded:
    nuls = data.count(0)
    if nuls:
        fitting = [codec for codec in ("utf-16-le", "utf-16-be") if _is_text(data, codec)] if nuls * 50 > len(data) else []
        if len(fitting) == 1:
            return Decoded(data.decode(fitting[0]), fitting[0])
        # A NUL or two in UTF-8 are damage to those records; NULs all over are an encoding that was not proved.
        if fitting or nuls * 10 > len(data):
            choices = tuple(c for c in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be") if _decodes(data, c))
            raise OpenQuestion.encoding("holds NUL bytes as UTF-16 or UTF-32 does, without a mark", choices, file=name)
    text = data.decode("utf-8", "surrogateescape")
    broken = _broken_lines(text)
    if not broken:
        return Decoded(text, "utf-8")
    mostly = any(ord(c) > 0x7F and not "\udc80" <= c <= "\udcff" for c in set(text)) and len(broken) * _MANY <= text.count("\n")
    choices = tuple(codec for codec in WRITE if _decodes(data, codec))
    reason = f"no byte order mark, and line {broken[0]} is not UTF-8"
    raise OpenQuestion.encoding(reason, ("utf-8", *choices) if mostly else choices, file=name)


def _decodes(data: bytes, codec: str) -> bool:
    try:
        return is_clean(data.decode(codec))
    except UnicodeError:
        return False


def _is_text(data: bytes, codec: str) -> bool:
    """Decodes to text with a line end or a separator, no control characters and nothing unassigned."""
    try:
        text = data.decode(codec)
    except UnicodeError:
        return False
    return is_clean(text) and any(c in text for c in "\n\t,;|") and not any(map(is_unassigned, set(text)))
