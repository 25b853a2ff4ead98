"""In which script a word is written, and the letters of another script that hide in it."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Final, Literal, TypeAlias

Script: TypeAlias = Literal["cyrillic", "latin", "arabic", "other"]

_LETTERS: Final = re.compile(r"[^\W\d_]")

_CYRILLIC_ALONE: Final = re.compile("[\u0400-\u052f'’-]+")
_CYRILLIC_FOR: Final = str.maketrans("aceiopxykmthbrnABCEHIKMOPTXYëïÏËsjSJ03", "асеіорхукмтнврпАВСЕНІКМОРТХУёїЇЁѕјЅЈоз")
_LATIN_FOR: Final = str.maketrans("асеіорхукмтнвѕјёїАВСЕНІКМОРТХУЅЈЁЇ", "aceiopxykmthbsjëïABCEHIKMOPTXYSJËÏ")


def script_of(letter: str) -> Script:
    """The script of one letter."""
    point = ord(letter)
    if 0x0400 <= point <= 0x052F or 0x1C80 <= point <= 0x1C8F:
        return "cyrillic"
    if point < 0x0250 or 0x1E00 <= point <= 0x1EFF or 0x02B0 <= point <= 0x036F:
        return "latin"
    if 0x0600 <= point <= 0x06FF or 0x0750 <= point <= 0x077F or 0xFB50 <= point <= 0xFDFF or 0xFE70 <= point <= 0xFEFF:
        return "arabic"
    return "other"


@lru_cache(maxsize=1 << 16)
def one_script(word: str) -> tuple[str, Script, bool]:
    """The word in one script, which, and whether letters of another that look alike were replaced for it.

    The script of most letters counts, Cyrillic if there are as many of both: a word written in Latin letters has no
    reason to hold Cyrillic ones, a Cyrillic keyboard is left for the Latin one by a slip.
    """
    if word.isascii() and word.isalpha():
        return word, "latin", False
    if _CYRILLIC_ALONE.fullmatch(word):
        return word, "cyrillic", False
    scripts = Counter(script_of(letter) for letter in _LETTERS.findall(word))
    if not scripts:
        return word, "other", False
    cyrillic, latin = scripts["cyrillic"], scripts["latin"]
    if cyrillic and latin:
        if cyrillic >= latin:
            return word.translate(_CYRILLIC_FOR), "cyrillic", True
        return word.translate(_LATIN_FOR), "latin", True
    if cyrillic and ("0" in word or "3" in word):
        return word.translate(_CYRILLIC_FOR), "cyrillic", True
    return word, max(scripts, key=lambda script: (scripts[script], script)), False
