"""What `case.toml` says. It holds no secrets: credentials come from the environment or the keyring."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from graph.errors import CaseError
from graph.kept.address import EMBEDDED, check_address
from graph.kept.small import read_small
from graph.visible import is_visible

if TYPE_CHECKING:
    from pathlib import Path

FILE = "case.toml"
KNOWN = frozenset({"title", "time_zone", "languages", "graph", "who"})
"""Every one of them is read somewhere; anything else is refused, so that nobody relies on what does nothing."""
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
    """To which every date and time in the case is local."""
    languages: tuple[str, ...] = ()
    """Of its sources: code pages that write them are offered first where a file does not say which it is in."""
    graph: str = EMBEDDED
    who: str | None = None

    @classmethod
    def read(cls, folder: Path) -> Settings:
        """Of the case in this folder. CaseError names what is wrong."""
        try:
            settings = tomllib.loads(read_small(folder / FILE).decode("utf-8"))
        except FileNotFoundError:
            raise CaseError(f"{folder} holds no {FILE}: `linkage init {folder}` makes a case") from None
        except OSError as error:
            raise CaseError(f"{folder / FILE} cannot be read: {error.strerror}") from None
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise CaseError(f"{FILE} cannot be read: {str(error).splitlines()[0]}") from None
        except (ValueError, RecursionError):  # a number of thousands of digits, hundreds of brackets in each other
            raise CaseError(f"{FILE} cannot be read: something in it is too long or too deep") from None
        if unknown := sorted(settings.keys() - KNOWN):
            raise CaseError(f"{FILE}: unknown setting {unknown[0]!r}; known are {', '.join(sorted(KNOWN))}")
        for name in ("title", "time_zone"):
            if not isinstance(settings.get(name), str) or not settings[name]:
                raise CaseError(f"{FILE}: {name} is required")
        check_zone(settings["time_zone"])
        try:
            check_address(settings.get("graph", EMBEDDED))
        except CaseError as error:
            raise CaseError(f"{FILE}: {error}") from None
        languages = settings.get("languages", [])
        if not isinstance(languages, list) or not all(isinstance(language, str) for language in languages):
            raise CaseError(f'{FILE}: languages is a list such as ["en", "fr"]')
        if not isinstance(settings.get("who", ""), str):
            raise CaseError(f"{FILE}: who is a name")
        return cls(**{**settings, "languages": tuple(languages)})


def check_zone(zone: str) -> None:
    """CaseError where no such time zone exists."""
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise CaseError(f"there is no time zone {zone!r}: give an IANA name such as Africa/Lagos") from None


def text(title: str, zone: str, languages: tuple[str, ...], graph: str, who: str | None = None) -> str:
    """A new case's file. CaseError where it would not be one."""
    listed = f"[{', '.join(map(_quote, languages))}]"
    whole = TEMPLATE.format(title=_quote(title), zone=_quote(zone), languages=listed, graph=_quote(graph))
    return whole if who is None else f"{whole}who = {_quote(who)}\n"


def _quote(value: str) -> str:
    """A JSON text is a TOML text, but for DEL."""
    if not is_visible(value):
        raise CaseError("a setting holds characters that cannot be printed: write it again")
    return json.dumps(value, ensure_ascii=False)
