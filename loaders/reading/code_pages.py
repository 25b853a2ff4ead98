"""Code pages, and the languages that are written in them: which to offer first where a file does not say its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_CYRILLIC: Final = "be bg kk ky mk mn ru sr tg uk"
_WESTERN: Final = "af ca da de en es eu fi fr ga gl id is it ms nl no pt sq sv sw"
WRITE: Final = {
    "cp1251": _CYRILLIC,
    "cp1252": _WESTERN,
    "koi8-r": "ru",
    "koi8-u": "uk ru",
    "iso8859-5": "be bg mk ru sr",
    "cp866": "ru",
    "mac-cyrillic": "be bg mk ru sr uk",
    "cp1250": "bs cs hr hu pl ro sk sl sq",
    "cp1254": "az tr",
    "cp1256": "ar fa ur",
    "cp850": _WESTERN,
    "mac-roman": _WESTERN,
}
"""Each with its languages as two letters of ISO 639; from the standards' own lists. Those seen most often stand first."""


def likely_first(choices: Iterable[str], languages: Iterable[str]) -> tuple[str, ...]:
    """Code pages that write one of these languages before those that do not; otherwise as they were."""
    spoken = {language[:2].lower() for language in languages}
    return tuple(sorted(choices, key=lambda page: spoken.isdisjoint(WRITE.get(page, "").split())))
