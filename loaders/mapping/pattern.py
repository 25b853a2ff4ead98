"""Regular expressions of a mapping. They are matched in time that grows with the text and no faster, whatever they say.

Python's own engine tries one way after another, and `(a+)+$` keeps it busy for ever. This one is the engine that pydantic
brings: letters, digits and word ends of every script; no look-around and no back references, which would need trying.
"""

from __future__ import annotations

import re
from math import prod
from typing import TYPE_CHECKING, Any, Final

from pydantic_core import SchemaError, SchemaValidator, core_schema

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

LONGEST: Final = 1_000
MOST_COUNTED: Final = 1_000
_ONE: Final = "(?s:.)"
_END: Final = r"\z"
_COUNTS: Final = re.compile(r"\{\d*,?(\d+),?\}")


class Pattern(str):
    """A regular expression: `found_in` a text, and what stands `between` its matches. ValueError where it is none."""

    __slots__ = ("_at", "_engine")
    _engine: SchemaValidator
    _at: dict[tuple[int, str], SchemaValidator]

    def __new__(cls, text: str) -> Pattern:
        """ValueError where the text is no pattern, or one that would take too long."""
        if len(text) > LONGEST:
            raise ValueError(f"a pattern of more than {LONGEST:,} characters: write several")
        # Counts inside counts multiply what has to be kept in mind at every letter.
        if prod(int(count) or 1 for count in _COUNTS.findall(text)) > MOST_COUNTED:
            raise ValueError(f"counts in braces that multiply to more than {MOST_COUNTED:,}: use * or +")
        pattern = super().__new__(cls, text)
        try:
            pattern._engine = _engine(text)
        except SchemaError as error:
            raise ValueError(f"no pattern: {_reason(str(error))}") from None
        pattern._at = {}
        return pattern

    def found_in(self, text: str) -> bool:
        """Whether it matches anywhere in this text."""
        return self._engine.isinstance_python(text)

    def between(self, text: str) -> list[str]:
        """What stands between its matches, from left to right: each begins as early and is as long as it can be.

        The engine only says whether it matches. So each place is tried as a beginning, and then as an end, with the letters
        before and behind it in sight.
        """
        pieces: list[str] = []
        begun = at = 0
        while at < len(text):
            if (end := self._end(text, at)) is None:
                at += 1
                continue
            pieces.append(text[begun:at])
            begun = at = end
        return [*pieces, text[begun:]]

    def begins_at(self, text: str, at: int) -> bool:
        """Whether a match begins here."""
        before = min(at, 1)
        return self._there(before, "").isinstance_python(text[at - before :])

    def ends_at(self, text: str, at: int) -> bool:
        """Whether a match ends here, wherever it begins."""
        return self._last(at < len(text)).isinstance_python(text[: at + 1])

    def fits(self, text: str, begin: int, end: int) -> bool:
        """Whether what stands between these places is one match, with the letters before and behind it in sight."""
        before = min(begin, 1)
        behind = _END if end == len(text) else _ONE + _END
        return self._there(before, behind).isinstance_python(text[begin - before : end + 1])

    def _end(self, text: str, at: int) -> int | None:
        """Where the longest match ends that begins here, if one does."""
        if not self.begins_at(text, at):
            return None
        return next((end for end in range(len(text), at, -1) if self.fits(text, at, end)), None)

    def _last(self, more: bool) -> SchemaValidator:
        """The engine for a match that ends at the last letter, or with `more` at the one before it."""
        return self._compiled((-1, _ONE if more else ""), f"(?:{self}){_ONE if more else ''}{_END}")

    def _there(self, before: int, behind: str) -> SchemaValidator:
        """The engine for a match after so many letters, and followed by that. ValueError where it is no part of another."""
        return self._compiled((before, behind), rf"\A{_ONE * before}(?:{self}){behind}")

    def _compiled(self, which: tuple[int, str], text: str) -> SchemaValidator:
        if which not in self._at:
            try:
                self._at[which] = _engine(text)
            except SchemaError as error:
                raise ValueError(f"no pattern to cut by: {_reason(str(error))}") from None
        return self._at[which]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema(strict=True, min_length=1))

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "minLength": 1, "maxLength": LONGEST}


def _engine(text: str) -> SchemaValidator:
    return SchemaValidator(core_schema.str_schema(pattern=text))


def _reason(error: str) -> str:
    """The engine's own last words."""
    return error.strip().splitlines()[-1].removeprefix("error: ").strip().rstrip(".")
