"""From a name to what it says: phrases of the tables first, then numbers, then what is left."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from loaders.names.bodies.body import Body, Number, Place, Rest
from loaders.names.bodies.fold import fold, word
from loaders.names.bodies.lexicon import Lexicon, lexicon

_LONGEST: Final = 500
"""Characters of a name that are read: whatever is longer is no name."""

_NUMBERED_UNIT: Final = re.compile(r"\bв\s*[/.]\s*ч\b\.?", re.IGNORECASE)
_ORDINAL: Final = re.compile(
    r"(?<![\w])(\d{1,5})\s?-?\s?(?:st|nd|rd|th|e|è|ème|eme|er|ère|ª|º|°|[rdtv]a|а?я|[оы]?й|ый|ы|і|го|ае)(?!\w)", re.IGNORECASE
)
_LETTERED_AREA: Final = re.compile(r"\barea\s+([A-Z])\s+(?:(?:police\s+)?command\b)?", re.IGNORECASE)
"""A police area command may be called by a letter that stands inside the phrase."""
_HASH: Final = re.compile(r"№|\b(?:no|nr|n)\s?[.°º]\s?(?=\d)|n[°º]|#", re.IGNORECASE)
_LETTER: Final = re.compile(r"(?<![\w])['\"“”‘’´`\ufffd]*([A-Z])(?![\w])['\"“”‘’´`\ufffd]*(?![a-z])")
_NOW: Final = re.compile(
    r"\((?:now|currently|formerly|ex|ныне|бывш\w*|hoy|site belonging|house used)\b[^)]*\)|,\s*(?:currently|now)\s[^,)]*",
    re.IGNORECASE,
)
_PARTS: Final = re.compile(r"([,;:()«»\"“”„]|\s[-–—]\s)")
_TOKEN: Final = re.compile(r"\d+|[^\W\d_]+(?:['’ʼ`´][^\W\d_]+)*")
_ELISION: Final = re.compile(r"\b[dl]['’ʼ`´](?=\w)", re.IGNORECASE)
_ROMAN: Final = {
    "I": "1",
    "II": "2",
    "III": "3",
    "IV": "4",
    "VI": "6",
    "VII": "7",
    "VIII": "8",
    "IX": "9",
    "XI": "11",
    "XII": "12",
}
_QUOTES: Final = '«»"“”„'


@dataclass(slots=True)
class _Token:
    """A word as written and folded, and whether it stands aside: after a comma, in brackets."""

    raw: str
    folded: str
    aside: bool


@dataclass(frozen=True, slots=True)
class _ConceptAt:
    """A concept, the tokens from `at` to before `end`, and whether they stand where a place does."""

    id: str
    at: int
    end: int
    aside: bool


@dataclass(slots=True)
class _Parts:
    """What has been read so far, in the order of the name. Of a number, where its token stands."""

    concepts: list[_ConceptAt] = field(default_factory=list)
    qualities: set[str] = field(default_factory=set)
    numbers: list[tuple[str, int]] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    rest: list[Rest] = field(default_factory=list)
    countries: set[str] = field(default_factory=set)
    unknown: bool = False
    elsewhere: bool = False


@lru_cache(maxsize=1 << 16)
def read(text: str) -> Body:
    """What a name of a unit or station says. Pure; whatever the text, it is read."""
    text = unicodedata.normalize("NFC", text)
    tables = lexicon()
    tokens = _tokens(text[:_LONGEST])
    folded = " ".join(token.folded for token in tokens)
    parts = _walk(tokens, tables)
    head, over, vague = _kinds(parts, tables)
    service = head if head is not None and tables.concepts[head].unique else None
    if service or head is None:
        if parts.rest and all(rest.marked for rest in parts.rest) and all(place.marked for place in parts.places):
            parts.rest = [Rest(rest.word) for rest in parts.rest]  # "DINA, Villa Grimaldi": no other name stands before it
        if service and any(not rest.marked for rest in parts.rest):
            head, over = None, over | {service}  # a place of theirs, and not they themselves
    return Body(
        text, folded, head, over, vague, frozenset(parts.qualities), _numbers(parts, tables), _places(parts.places, tables),
        frozenset(parts.rest), frozenset(parts.countries), parts.unknown or not tokens, parts.elsewhere,
    )  # fmt: skip


def _tokens(text: str) -> list[_Token]:
    text = _NOW.sub(" ", text)
    text = _NUMBERED_UNIT.sub(" вч ", text)
    text = _HASH.sub(" ", text)
    text = _ORDINAL.sub(r" \1 ", text)
    text = _LETTER.sub(r" \1 ", text)
    text = _LETTERED_AREA.sub(r" area command \1 ", text)
    text = _ELISION.sub("", text)
    tokens: list[_Token] = []
    aside = False
    for part in _PARTS.split(text):
        if _PARTS.fullmatch(part):
            aside = part.strip() not in _QUOTES and part != ")"
            continue
        for raw in _TOKEN.findall(part):
            tokens.append(_Token(raw, fold(raw), aside and bool(tokens)))
    return tokens


def _walk(tokens: list[_Token], tables: Lexicon) -> _Parts:
    parts = _Parts()
    words = [token.folded for token in tokens]
    at, in_place = 0, False
    while at < len(tokens):
        token = tokens[at]
        if at and token.aside != tokens[at - 1].aside:
            in_place = False
        phrase = None if len(token.raw) == 1 and token.raw in "ABCDEFGHJKLMNOPQRSTUVWXYZ" else tables.at(words, at)
        number = _number(token)
        if number is not None and (phrase is None or phrase.says in ("stop", "before_place")):
            parts.numbers.append((number, at))
            at += 1
            continue
        if phrase is None:
            if len(token.folded) > 1 or not token.raw.isascii():
                parts.rest.append(Rest(word(token.folded), token.aside or in_place))
            at += 1
            continue
        match phrase.says:
            case "concept":
                parts.concepts.append(_ConceptAt(phrase.id, at, at + len(phrase.words), token.aside or in_place))
            case "quality":
                parts.qualities.add(phrase.id)
            case "city" | "region" | "district":
                parts.places.append(Place(phrase.id, phrase.says, token.aside or in_place))
            case "translated":
                parts.rest.append(Rest(word(phrase.id), token.aside or in_place))
            case "number":
                value, taken = _compound(words, at, phrase.id, tables)
                parts.numbers.append((value, at))
                at += taken
                continue
            case "region_word":
                _widen(parts, tables)
            case "unknown":
                parts.unknown = True
            case "not_there":
                parts.elsewhere = True
            case "before_place":
                in_place = bool(at) or in_place
            case "country":
                parts.countries.add(phrase.id)
            case "stop":
                pass
        at += len(phrase.words)
    return parts


def _widen(parts: _Parts, tables: Lexicon) -> None:
    """The city just named gives its name to a region, which is meant."""
    if parts.places and parts.places[-1].kind == "city":
        place = parts.places[-1]
        apart = f"{place.id}-region"  # where city and region are two of one rank
        parts.places[-1] = replace(place, id=apart if apart in tables.regions else place.id, kind="region")


def _number(token: _Token) -> str | None:
    if token.raw.isdigit():
        return str(int(token.raw)) if token.raw.isascii() else None
    if token.raw in _ROMAN:
        return _ROMAN[token.raw]
    return token.raw if len(token.raw) == 1 and token.raw.isascii() and token.raw.isupper() else None


def _compound(words: list[str], at: int, value: str, tables: Lexicon) -> tuple[str, int]:
    """ "eighty second" is 82."""
    if int(value) >= 20 and at + 1 < len(words):
        following = tables.at(words, at + 1)
        if following is not None and following.says == "number" and int(following.id) < 10:
            return str(int(value) + int(following.id)), 2
    return value, 1


def _kinds(parts: _Parts, tables: Lexicon) -> tuple[str | None, frozenset[str], frozenset[str]]:
    """The head, what it belongs to, and words that could be said of anything.

    The head is the smallest body that the name itself names, the first of two as small; what stands aside only where nothing
    else does.
    """
    naming = [c for c in parts.concepts if not tables.concepts[c.id].vague]
    vague = frozenset(c.id for c in parts.concepts if tables.concepts[c.id].vague)
    if not naming:
        return None, frozenset(), vague
    named = [c for c in naming if not c.aside] or naming
    identified = [c for c in naming if tables.concepts[c.id].identifies]
    head = identified[0].id if identified else min(named, key=lambda c: (tables.concepts[c.id].level, c.at)).id
    return head, frozenset(c.id for c in naming) - {head}, vague


def _numbers(parts: _Parts, tables: Lexicon) -> frozenset[Number]:
    """Each with what it numbers.

    A name that begins with a number writes it before its concept ("2nd company of the 3rd battalion"), another after it
    ("Sector 3, Sub Sector 4"). A concept has one number.
    """
    bearing = [c for c in parts.concepts if tables.concepts[c.id].numbered]
    if not parts.numbers or not bearing:
        return frozenset(Number(value) for value, _ in parts.numbers)
    first = parts.numbers[0][1] < bearing[0].at
    taken: dict[int, Number] = {}
    loose: list[Number] = []
    for value, at in parts.numbers:
        after = [c for c in bearing if c.at > at and c.at not in taken][:1]
        before = [c for c in bearing if c.at < at and c.at not in taken][-1:]
        chosen = (after or before) if first else (before or after)
        if chosen:
            taken[chosen[0].at] = Number(value, chosen[0].id)
        else:
            loose.append(Number(value))
    return frozenset((*taken.values(), *loose))


def _places(places: list[Place], tables: Lexicon) -> frozenset[Place]:
    """Without a region that merely says where the city of the same name lies."""
    regions = {tables.within.get(place.id) for place in places if place.kind == "city"}
    known = [place for place in places if place.id not in regions]
    return frozenset(place for place in known if place.marked or Place(place.id, place.kind, True) not in known)


def located(body: Body, areas: frozenset[str]) -> Body:
    """The body with the places it is said to lie in, where its name itself says nothing of it."""
    if not areas or any(place.marked or place.kind != "district" for place in body.places):
        return body
    around = [read(area) for area in sorted(areas)]
    places = frozenset(Place(place.id, place.kind, True) for area in around for place in area.places if place.kind != "district")
    words = [rest.word for rest in body.rest]
    rest: list[Rest] = []
    for new in sorted((r.word for area in around if not area.unknown for r in area.rest), key=lambda new: new.folded):
        if not any(new.is_same(known) for known in words):
            words.append(new)
            rest.append(Rest(new, True))
    return replace(body, places=body.places | places, rest=body.rest | frozenset(rest))
