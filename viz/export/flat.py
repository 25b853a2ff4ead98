"""Values as plain text for formats that know only text: nothing is lost, and nothing unprintable passes unseen."""

from __future__ import annotations

from datetime import date

from graph.answer import NodeValue, PathValue, RelValue
from graph.words import UNKNOWN, is_unknown


def flat(value: object) -> str:
    """A value as text: unknown limits in words, times ISO, truth as true/false, lists joined by `;`.

    A `;` or backslash inside an item is preceded by a backslash. A value that is absent is the empty text.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return UNKNOWN if is_unknown(value) else value.isoformat()
    if isinstance(value, list | tuple):
        return ";".join(flat(item).replace("\\", "\\\\").replace(";", "\\;") for item in value)
    if isinstance(value, NodeValue):
        return encodable(value.name)
    if isinstance(value, RelValue):
        return value.type
    if isinstance(value, PathValue):
        return " - ".join(encodable(node.name) for node in value.nodes)
    if isinstance(value, str | int | float):
        return encodable(str(value))
    raise TypeError(f"no plain text for {type(value).__name__}")


def encodable(text: str) -> str:
    """The text with halves of UTF-16 pairs, which no encoding holds, written out as `\\ud800`."""
    return text.encode("utf-8", "backslashreplace").decode()
