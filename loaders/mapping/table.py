"""What every table of a mapping has in common: known keys only, values as they stand, and rules that name all their faults."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StrictStr, ValidationInfo, model_validator
from pydantic_core import core_schema

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

Path: TypeAlias = tuple[str | int, ...]
"""From a table to a value in it: keys, and places in lists."""
EACH = "{each}"
Text: TypeAlias = Annotated[StrictStr, Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class Flaw:
    """What a rule finds wrong with a table, and at which value of it. `lacks`: something that should be there is not."""

    at: Path
    text: str
    lacks: bool = False


class Wrong(ValueError):
    """All that is wrong with one table."""

    def __init__(self, flaws: list[Flaw]) -> None:
        self.flaws = flaws
        super().__init__("; ".join(flaw.text for flaw in flaws))


@dataclass(frozen=True, slots=True)
class Around:
    """What stands elsewhere in the mapping: labels by part, key spaces, whether cells may cite sources, things that are split."""

    labels: dict[str, str]
    spaces: frozenset[str]
    cites: bool
    split: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()
    """Columns that the conditions of things look at."""

    @classmethod
    def of(cls, content: dict[str, Any]) -> Around:
        """As the file says, right or wrong."""

        def inside(name: str) -> dict[str, Any]:
            return table if isinstance(table := content.get(name), dict) else {}

        things = {part: thing.get("label") for part, thing in inside("thing").items() if isinstance(thing, dict)}
        split = (part for part, thing in inside("thing").items() if isinstance(thing, dict) and "split" in thing)
        labels = {part: str(label) for part, label in things.items()}
        asked = (name for thing in inside("thing").values() if isinstance(thing, dict) for name in _asked(thing.get("when")))
        return cls(labels, frozenset(inside("key_space")), bool(inside("citations")), frozenset(split), frozenset(asked))


def _asked(conditions: object) -> Iterable[str]:
    """The columns that these conditions look at, as the file writes them, right or wrong."""
    if isinstance(conditions, list):
        for one in conditions:
            yield from _asked(one)
    elif isinstance(conditions, dict):
        if isinstance(name := conditions.get("column"), str):
            yield name
        for inner in ("all_of", "any_of"):
            yield from _asked(conditions.get(inner))


class TomlTable(BaseModel):
    """One table of a mapping file. Its fields are called as its keys are; what they mean stands below each."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    def flaws(self, around: Around) -> Iterable[Flaw]:
        """What is wrong with it, though each of its values is of the right kind."""
        return ()

    @model_validator(mode="after")
    def _hold(self, info: ValidationInfo) -> Self:
        around: Around = info.context or Around({}, frozenset(), False)
        if flaws := list(self.flaws(around)):
            raise Wrong(flaws)
        return self


class Column(str):
    """The name of a column, as it stands in the header. May hold `{each}`."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema(strict=True, min_length=1))

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "minLength": 1}


@dataclass(frozen=True, slots=True)
class Many:
    """A list; with `alone`, a single value may stand for a list of one."""

    alone: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(self._listed, handler(source))

    def __get_pydantic_json_schema__(self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        array = handler(schema)
        return {"anyOf": [array["items"], array]} if self.alone else array

    def _listed(self, raw: Any) -> Any:
        if isinstance(raw, list):
            return tuple(raw)
        return (raw,) if self.alone else raw


@dataclass(frozen=True, slots=True)
class OneOf:
    """A text that is one of these."""

    choices: tuple[str, ...]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.literal_schema(list(self.choices))


@dataclass(frozen=True, slots=True)
class Plain:
    """A text that is not blank, a number, true or false."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(self._checked)

    def __get_pydantic_json_schema__(self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": ["string", "number", "boolean"], "minLength": 1}

    def _checked(self, raw: Any) -> Any:
        if not isinstance(raw, str | bool | int | float):
            raise ValueError("it is a text, a number, true or false")
        if isinstance(raw, str) and not raw.strip():
            raise ValueError("it is empty: a claim needs a value")
        return raw


@dataclass(frozen=True, slots=True)
class TextOrNumber:
    """A text, or a whole number that stands for its figures."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(self._figures, handler(source))

    def __get_pydantic_json_schema__(self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": ["string", "integer"]}

    def _figures(self, raw: Any) -> Any:
        return str(raw) if isinstance(raw, int) and not isinstance(raw, bool) else raw


def columns(value: Any, at: Path = ()) -> Iterator[tuple[Path, Column]]:
    """Every name of a column in this value, and where it stands in it."""
    if isinstance(value, Column):
        yield at, value
    elif isinstance(value, TomlTable):
        fields = {name: getattr(value, name) for name in type(value).model_fields}
        yield from columns({**fields, **(value.model_extra or {})}, at)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from columns(inner, (*at, name))
    elif isinstance(value, tuple):
        for place, inner in enumerate(value):
            yield from columns(inner, (*at, place))
