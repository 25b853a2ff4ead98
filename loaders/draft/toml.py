"""TOML as a mapping is written: strings, lists and tables in one line."""

from __future__ import annotations

import json
import re
from typing import Final

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")


def value(content: object) -> str:
    """One value: a text, a number, true or false, a list, a table."""
    if isinstance(content, bool):
        return "true" if content else "false"
    if isinstance(content, dict):
        inside = ", ".join(f"{key(name)} = {value(each)}" for name, each in content.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(content, list | tuple):
        return f"[{', '.join(map(value, content))}]"
    if isinstance(content, str):
        return json.dumps(content, ensure_ascii=False).replace("\x7f", "\\u007f")
    return str(content)


def key(name: str) -> str:
    """The left side of a line."""
    return name if _BARE.fullmatch(name) else value(name)


def comment(text: str) -> str:
    """A remark in one line."""
    return "# " + " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
