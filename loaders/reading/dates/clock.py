"""What stands before and behind a date: a time of day, the day of the week, a part of the day.

n number · T sign of time · H hour · m minute · A am, pm · P part of the day · W day of the week · @ "at" · C circa
Z, U zone · z zone by its letters
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from loaders.reading.dates.named import Clock
from loaders.reading.dates.signature import Letter, signatures
from loaders.reading.dates.tokens import Token

LETTERS: Final = {
    "weekday": "W", "hour": "H", "minute": "m", "am": "A", "pm": "A", "morning": "P", "afternoon": "P", "part_of_day": "P",
    "night": "P", "circa": "C", "utc": "U", "zone": "z", "noise": "", "noise_after": "", "at": "@",
}  # fmt: skip
_AROUND: Final = r"[(),W]*"
_OFFSET: Final = r"(?:(?P<z>Z)|(?P<u>U)?(?P<sign>[-+])(?P<oh>n)(?::?(?P<om>n))?|(?P<u2>U)|(?P<letters>z))?"
_TIMES: Final = (
    r"[@T]?(?P<h>n):(?P<mi>n)(?::(?P<s>n)(?:[.,](?P<f>n))?)?H?",
    r"@?H?(?P<h>n)\.(?P<mi>n)H?",
    r"@(?P<h>n)-(?P<mi>n)",
    r"@?(?P<h>n)H,?(?:(?P<mi>n)m?)?",
    r"@?H(?P<h>n)(?::(?P<mi>n))?H?",
    r"T(?P<h>n)",
    r"@?(?P<h>n)(?=A|,?P)",
)
_SIDES: Final = tuple(
    re.compile(rf"{_AROUND}(?P<P>P)?,?(?P<C>C)?(?P<B>A)?{time},?(?P<A>A)?,?(?P<Q>P)?{_OFFSET}{_AROUND}") for time in _TIMES
)
_NO_TIME: Final = re.compile(rf"{_AROUND}(?P<P>P)?{_AROUND}")


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a date. `strict`: the time can only be one with an offset behind it, as in ISO 8601."""

    clock: Clock | None = None
    weekdays: frozenset[int] = frozenset()
    part_of_day: bool = False
    night: bool = False
    strict: bool = True
    dotted: bool = False


def beside(tokens: Sequence[Token]) -> Iterator[Beside]:
    """All that these tokens may mean beside a date; nothing, for no tokens."""
    if not tokens:
        yield Beside()
        return
    if len(tokens) > 1 and tokens[0].mark in ("-", "–") and not tokens[0].glued:
        tokens = tokens[1:]  # "10.08.2021 - 22:30"
    for text, letters in signatures([_time_sign(token) for token in tokens], LETTERS):
        weekdays = frozenset(one.meaning.value for one in letters if one.letter == "W" and one.meaning)
        if len(weekdays) > 1 or _hour_is_noise(tokens, letters):
            continue
        if match := _NO_TIME.fullmatch(text):
            part = letters[match.start("P")] if match["P"] else None
            yield Beside(None, weekdays, part is not None, part is not None and _says(part, "night"))
        for side in _SIDES:
            if match := side.fullmatch(text):
                yield from _timed(match, letters, weekdays)


def _time_sign(token: Token) -> Token:
    """T and Z are signs of ISO 8601, if they touch figures."""
    if token.mark == "w" and token.text in ("t", "z") and token.glued:
        return Token(token.text, token.text.upper(), True)
    return token


def _hour_is_noise(tokens: Sequence[Token], letters: Sequence[Letter]) -> bool:
    """A word for am or pm behind a number is that, whatever else it is elsewhere."""
    read = {id(one.token) for one in letters if one.letter == "A"}
    return any(
        token.means("am", "pm") and token.means("noise") and tokens[at - 1].mark == "n" and at and id(token) not in read
        for at, token in enumerate(tokens)
    )


def _says(one: Letter | None, *what: str) -> bool:
    return one is not None and one.meaning is not None and one.meaning.what in what


def _timed(match: re.Match[str], letters: Sequence[Letter], weekdays: frozenset[int]) -> Iterator[Beside]:
    def at(name: str) -> Letter | None:
        found = match.re.groupindex.get(name)
        return letters[match.start(name)] if found and match[name] else None

    hour, minute, second, word = at("h"), at("mi"), at("s"), at("A") or at("B")
    part = at("P") or at("Q")
    assert hour  # noqa: S101 - every form has one
    figures = _figures(hour, minute, "T" in match[0] or "H" in match[0])
    if figures is None or (second and second.token.width != 2) or (at("P") and at("Q")):
        return
    hours, minutes = figures
    seconds = second.token.value or 0 if second else 0
    strict = "T" in match[0] or second is not None
    offset = _offset(match, at)
    fault = "zone by letters" if match["letters"] else None
    if fault is None and (hours > 23 or (minutes or 0) > 59 or seconds > 59):
        fault = "no such time"
    if (word or part) and fault is None:
        turned = _turned(hours, word, part)
        if turned is None:
            fault = "no such time" if word else "several readings"
        else:
            hours = turned
    if offset == "none":
        return
    dotted = bool(re.search(r"n\.n", match[0].split(":")[0])) and not ("H" in match[0] or word)
    clock = Clock(hours, minutes, seconds == 0, offset if isinstance(offset, int) else None, bool(match["C"]), fault)  # type: ignore[arg-type]  # one of the reasons
    yield Beside(clock, weekdays, False, False, strict or not match["sign"] or match["sign"] == "+" or bool(match["u"]), dotted)


def _figures(hour: Letter, minute: Letter | None, marked: bool) -> tuple[int, int | None] | None:
    """Hour and minute as written: 22:30, 22, 2230."""
    number = hour.token
    if number.value is None or number.endings:
        return None
    if minute is None and number.width in (4, 6) and marked:
        seconds = number.value % 100 if number.width == 6 else 0
        whole = number.value // 100 if number.width == 6 else number.value
        return (whole // 100, whole % 100) if seconds < 60 else (99, 99)
    if number.width > 2 or (minute and (minute.token.width != 2 or minute.token.value is None)):
        return None
    return number.value, minute.token.value if minute else None


def _turned(hour: int, word: Letter | None, part: Letter | None) -> int | None:
    """The hour of the day, of one in half a day. None where it is no hour, or may be two."""
    if word:
        if not 1 <= hour <= 12:
            return hour if hour > 12 and _says(word, "pm") else None
        return hour % 12 + (12 if _says(word, "pm") else 0)
    if hour > 12 or hour == 0 or _says(part, "part_of_day"):
        return hour
    if _says(part, "night"):
        return hour if hour <= 5 else hour + 12 if 9 <= hour < 12 else None
    return hour % 12 + (12 if _says(part, "afternoon") else 0)


def _offset(match: re.Match[str], at: object) -> int | str | None:
    """Minutes east of Greenwich; None where nothing says; "none" where it can be no offset."""
    assert callable(at)  # noqa: S101 - looks up a letter
    if match["z"] or match["u2"]:
        return 0
    hours: Letter | None = at("oh")
    if hours is None:
        return None
    minutes: Letter | None = at("om")
    number = hours.token
    if number.value is None or (minutes and (minutes.token.width != 2 or number.width > 2)):
        return "none"
    whole = number.value * 100 + (minutes.token.value or 0 if minutes else 0) if number.width <= 2 else number.value
    if (number.width == 1 and not match["u"]) or number.width not in (1, 2, 4) or whole // 100 > 14 or whole % 100 > 59:
        return "none"
    return (whole // 100 * 60 + whole % 100) * (-1 if match["sign"] == "-" else 1)
