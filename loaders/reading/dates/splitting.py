"""A text cut into figures, words and marks."""

from __future__ import annotations

import unicodedata


def pieces(text: str) -> list[tuple[str, bool]]:
    """Each run of figures, each word and each mark, and whether it follows the one before without a blank."""
    found: list[tuple[str, bool]] = []
    kind, current, glued = "", "", False
    for at, sign in enumerate(text):
        now = _kind(sign)
        inside = sign == "'" and kind == "letter" and at + 1 < len(text) and _kind(text[at + 1]) == "letter"
        if inside or (now == kind and (now in ("figure", "letter") or sign == current[-1] in "?_")):
            current += sign
            continue
        if current:
            found.append((current, glued))
        glued = bool(current)
        kind, current = now, sign if now != "blank" else ""
    if current:
        found.append((current, glued))
    return found


def _kind(sign: str) -> str:
    if sign.isspace():
        return "blank"
    if sign.isascii():
        return "figure" if sign.isdigit() else "letter" if sign.isalpha() else "mark"
    return "letter" if unicodedata.category(sign)[0] in "LM" else "mark"
