"""What `case.toml` says. It holds no secrets: credentials come from the environment or the keyring."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from graph.errors import CaseError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE = "case.toml"
KNOWN = {"title", "time_zone", "languages", "graph", "who", "recipients", "profiles"}
SCHEMES = ("bolt://", "neo4j://", "bolt+s://", "neo4j+s://")
TEMPLATE = """\
title     = {title}
time_zone = {zone}   # IANA name; every date in the case is local to it
languages = {languages}
graph     = {graph}   # or "bolt://host:7687", a Neo4j server of the team's
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """A case's settings, checked."""

    title: str
    time_zone: str
    languages: tuple[str, ...] = ()
    graph: str = "embedded"
    who: str | None = None
    recipients: Mapping[str, Any] = field(default_factory=dict)
    profiles: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> Settings:
        """Of the case in this folder. CaseError names what is wrong."""
        try:
            told = tomllib.loads((folder / FILE).read_text("utf-8"))
        except FileNotFoundError:
            raise CaseError(f"{folder} holds no {FILE}: `linkage init {folder}` makes a case") from None
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise CaseError(f"{FILE} cannot be read: {str(error).splitlines()[0]}") from None
        if unknown := sorted(told.keys() - KNOWN):
            raise CaseError(f"{FILE}: unknown setting {unknown[0]!r}; known are {', '.join(sorted(KNOWN))}")
        for name in ("title", "time_zone"):
            if not isinstance(told.get(name), str) or not told[name]:
                raise CaseError(f"{FILE}: {name} is required")
        check_zone(told["time_zone"])
        graph = told.get("graph", "embedded")
        if graph != "embedded" and not str(graph).startswith(SCHEMES):
            raise CaseError(f'{FILE}: graph is "embedded" or an address such as "bolt://host:7687"')
        return cls(**{**told, "languages": tuple(told.get("languages", ()))})


def check_zone(zone: str) -> None:
    """CaseError where no such time zone exists."""
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise CaseError(f"there is no time zone {zone!r}: give an IANA name such as Africa/Lagos") from None


def text(title: str, zone: str, languages: tuple[str, ...], graph: str) -> str:
    """A new case's file."""
    return TEMPLATE.format(title=_quote(title), zone=_quote(zone), languages=[*languages], graph=_quote(graph)).replace("'", '"')


def _quote(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
