"""Sheets whose name says that they are no data: an old version, a test, a count made from another sheet."""

from __future__ import annotations

import re
from typing import Final

from loaders.draft.questions import Ask, Question

LEFT: Final = "its name says that it may be old, a test or a count; draft again and answer to read it"
_NAMES: Final = re.compile(
    r"(?i)\b(old|do not use|don't use|pivot|draft|test|tmp|temp|backup|template|deprecated|archived?"
    r"|стар(?:ое|ая|ый|ые)|не использовать|сводная|черновик|тест|чарнавік|чернетка"
    r"|ancien(?:ne)?|brouillon|ne pas utiliser|borrador|antiguo|no usar|prueba|alt|entwurf|قديم|مسودة|تجربة|اختبار)\b"
)


def put_aside(sheet: str, ask: Ask | None) -> bool:
    """Whether a sheet is left out: where its name says so, unless a person says otherwise."""
    if not _NAMES.search(sheet.replace("_", " ")):
        return False
    choices = (("read", "read it, too"), ("left", "leave it out"))
    question = Question(f"Sheet {sheet!r}: its name says that it may be no data. Is it to be read?", "", choices, "left", "left")
    return ask is None or ask(question) == "left"
