"""Where the story happens: six areas and twenty-five stations."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from loaders.demo.words import words


@dataclass(frozen=True, slots=True)
class Area:
    """A city or region."""

    code: str
    kind: str
    russian: str
    belarusian: str
    english: str


@dataclass(frozen=True, slots=True)
class Station:
    """A place where people were held. `called`: as people call it."""

    code: str
    area: str
    kind: str
    russian: str
    belarusian: str
    english: str
    called: tuple[str, ...]
    latitude: float
    longitude: float

    def named(self, language: str) -> str:
        """As Russian, Belarusian or English has it."""
        return {"ru": self.russian, "be": self.belarusian}.get(language, self.english)


@cache
def areas() -> dict[str, Area]:
    """By code."""
    return {a["code"]: Area(a["code"], a["kind"], a["ru"], a["be"], a["en"]) for a in words("geography")["area"]}


@cache
def stations() -> dict[str, Station]:
    """By code. They stand around their area's middle, in the order of the list."""
    listed = words("geography")
    middle = {a["code"]: a["at"] for a in listed["area"]}
    by_code = {}
    for at, s in enumerate(listed["station"]):
        latitude, longitude = middle[s["area"]]
        by_code[s["code"]] = Station(
            s["code"], s["area"], s["kind"], s["ru"], s["be"], s["en"], tuple(s["called"]),
            round(latitude + (at % 5 - 2) * 0.03, 4), round(longitude + (at % 3 - 1) * 0.05, 4),
        )  # fmt: skip
    return by_code
