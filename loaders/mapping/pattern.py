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
_COUNTS: Final = re.compile(r"\{\d*,?(\d+),?\}")


class Pattern(str):
    """A regular expression; `found_in` says whether it matches anywhere in a text. ValueError where it is none."""

    __slots__ = ("_engine",)
    _engine: SchemaValidator

    def __new__(cls, text: str) -> Pattern:
        """ValueError where the text is no pattern, or one that would take too long."""
        if len(text) > LONGEST:
            raise ValueError(f"a pattern of more than {LONGEST:,} characters: write several")
        # Counts inside counts multiply what has to be kept in mind at every letter.
        if prod(int(count) or 1 for count in _COUNTS.findall(text)) > MOST_COUNTED:
            raise ValueError(f"counts in braces that multiply to more than {MOST_COUNTED:,}: use * or +")
        pattern = super().__new__(cls, text)
        try:
            pattern._engine = SchemaValidator(core_schema.str_schema(pattern=text))
        except SchemaError as error:
            raise ValueError(f"no pattern: {_reason(str(error))}") from None
        return pattern

    def found_in(self, text: str) -> bool:
        """Whether it matches anywhere in this text."""
        return self._engine.isinstance_python(text)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema(strict=True, min_length=1))

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "minLength": 1, "maxLength": LONGEST}


def _reason(error: str) -> str:
    """The engine's own last words."""
    return error.strip().splitlines()[-1].removeprefix("error: ").strip().rstrip(".")
