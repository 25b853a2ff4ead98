"""One angle: degrees, with minutes and seconds or decimals, with a sign, a letter or a label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from loaders.reading.coordinates.point import Angle, degrees_of
from loaders.reading.coordinates.tokens import Token

if TYPE_CHECKING:
    from loaders.reading.coordinates.how import Half
    from loaders.reading.coordinates.refusal import PointReason

_MARKED: Final = r"nd?nm(?:nc?)?|nd(?:n(?:mnc?)?)?|n:n(?::n)?"
_BARE: Final = r"n(?:~n){1,2}|nnn?|n"
FORM: Final = re.compile(rf"(?P<before>[hkx]*)(?P<sign>s?)(?P<body>{_MARKED}|{_BARE})(?P<behind>[hk]*)")
HALF: Final[dict[str | None, Half]] = {
    **dict.fromkeys(("north", "south", "latitude"), "latitude"),
    **dict.fromkeys(("east", "west", "longitude"), "longitude"),
}


def angle(tokens: Sequence[Token]) -> Angle | PointReason | None:
    """The angle that all of these tokens are, the reason why it is none, or None where they have no such form."""
    match = FORM.fullmatch("".join(token.letter for token in tokens))
    if not match:
        return None
    said = [token for token in tokens if token.letter in "hk"]
    numbers = [token for token in tokens if token.letter == "n"]
    body = match["body"]
    marked = (body != "n" and not body.startswith(("nn", "n~"))) or "m" in body
    lettered = any(token.letter == "h" for token in said)
    if not (marked or lettered or said or len(numbers) in (1, 3)) or ("~" in body and not lettered):
        return None  # two bare numbers are two numbers
    if any(number.places for number in numbers[:-1]):
        return None
    for number, reason in zip(numbers[1:], ("no such minute", "no such second"), strict=False):
        if number.value >= 60:
            return "several readings" if not (marked or lettered) else reason  # type: ignore[return-value]
    return _made(tokens, numbers, said, match)


def _made(tokens: Sequence[Token], numbers: list[Token], said: list[Token], match: re.Match[str]) -> Angle | PointReason:
    halves = {HALF[token.meaning] for token in said}
    letters = {token.meaning for token in said if token.letter == "h"}
    sign = tokens[match.start("sign")].text if match["sign"] else ""
    if len(halves) > 1 or len(letters) > 1 or (sign == "-" and letters):
        return "contradiction"
    size = degrees_of([number.value for number in numbers])
    unit = Decimal(1).scaleb(-numbers[-1].places) / 60 ** (len(numbers) - 1)
    negative = sign == "-" or bool(letters & {"south", "west"})
    axis = next((token.text for token in tokens if token.letter == "x"), "")
    return Angle(-size if negative else size, unit, next(iter(halves), None), bool(letters), bool(sign), axis)
