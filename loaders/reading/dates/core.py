"""One date without its time of day: every form as one line of a table, over the letters of `signature`.

n number · N month · R Roman number · g word for year · a early, mid, late · o first, second … · h half · s half-year · q quarter
f fortnight · t ten days · S season · d word for decade · c calendar · u day not known · x, j signs of month and day (年月日)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final, TypeAlias, cast

from loaders.reading.dates.how import Calendar, How, Order
from loaders.reading.dates.named import Named, Part
from loaders.reading.dates.signature import Letter, signatures
from loaders.reading.dates.tokens import DAY_ENDING, DECADE_ENDING, Token

LETTERS: Final = {
    "month": "N", "roman": "R", "year": "g", "early": "a", "mid": "a", "late": "a", "half": "h", "half_year": "s",
    "quarter": "q", "fortnight": "f", "ten_days": "t", "first": "o", "second": "o", "third": "o", "fourth": "o",
    "spring": "S", "summer": "S", "autumn": "S", "winter": "S", "decade": "d", "unknown_day": "u", "month_mark": "x",
    "day_mark": "j", "noise": "",
    "noise_after": "", "gregorian": "c", "julian": "c", "hijri": "c", "solar-hijri": "c", "buddhist": "c",
}  # fmt: skip
ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4}
COUNTED: Final = {"h": "half", "s": "half_year", "q": "quarter", "f": "fortnight", "t": "ten_days"}

Found: TypeAlias = dict[str, Letter]
Make: TypeAlias = Callable[[Found, How, Order], Iterator[Named]]


def cores(tokens: Sequence[Token], how: How, order: Order) -> Iterator[Named]:
    """Every date that all of these tokens may name."""
    for text, letters in signatures(tokens, LETTERS):
        yield from _read(text, letters, how, order)


def _read(text: str, letters: list[Letter], how: How, order: Order) -> Iterator[Named]:
    said = {one.meaning.what for one in letters if one.letter == "c" and one.meaning}
    if said:
        rest = [one for one in letters if one.letter not in "c()"]
        for named in _read("".join(one.letter for one in rest), rest, how, order):
            if len(said) == 1 and named.calendar is None:
                yield replace(named, calendar=_calendar(next(iter(said)), how))
        return
    for form, make in FORMS:
        if match := form.fullmatch(text):
            yield from make({name: letters[at] for name in match.groupdict() if (at := match.start(name)) >= 0}, how, order)
    if text[:1] == "a" and len(text) > 1:
        rest = letters[2:] if text[1] in "-," else letters[1:]
        yield from _narrowed(rest, letters[0], how, order)
    if text[-1:] == "a" and len(text) > 1:
        rest = letters[:-2] if text[-2] == "," else letters[:-1]
        yield from _narrowed(rest, letters[-1], how, order)
    if match := re.fullmatch(r"(?P<o>[onR])[-.]?(?P<w>[hsqft])(?P<x>.+)|(?P<w2>[sqh])-?(?P<o2>[nR])[-/]?(?P<x2>.+)", text):
        side = "" if match["w"] else "2"
        yield from _counted(letters[match.start("o" + side)], match["w" + side], letters[match.start("x" + side) :], how, order)
    if match := re.fullmatch(r"(?P<x>.+?)[-/,]?(?:(?P<w>[qs])(?P<o>n)|(?P<o2>[onR])[-.]?(?P<w2>[qsh]))", text):
        side = "" if match["w"] else "2"
        yield from _counted(letters[match.start("o" + side)], match["w" + side], letters[: match.end("x")], how, order)


def _calendar(said: str, how: How) -> Calendar:
    """Which calendar a word in the cell names; the mapping says which lunar one."""
    if said == "hijri" and how.calendar in ("umm-al-qura", "hijri"):
        return how.calendar
    return cast("Calendar", said)


def _inner(letters: list[Letter], how: How, order: Order) -> Iterator[Named]:
    for named in _read("".join(one.letter for one in letters), letters, how, order):
        if named.part is None and not named.tail:
            yield named


def _narrowed(letters: list[Letter], word: Letter, how: How, order: Order) -> Iterator[Named]:
    assert word.meaning  # noqa: S101 - it is a word
    for named in _read("".join(one.letter for one in letters), letters, how, order):
        if named.tail or named.level == "none":
            continue
        if named.part is None and named.level != "day":
            yield replace(named, part=Part(word.meaning.what))
        elif named.part is None or named.part.what == "season":
            yield named  # early on a day, early in a season: no rule narrows it


def _counted(number: Letter, unit: str, letters: list[Letter], how: How, order: Order) -> Iterator[Named]:
    which = ORDINALS[number.meaning.what] if number.letter == "o" and number.meaning else number.token.value
    if number.letter == "R" and number.meaning:
        which = number.meaning.value
    what, levels = COUNTED[unit], ("month",) if unit in "ft" else ("year", "month") if unit == "h" else ("year",)
    most = {"h": 2, "s": 2, "f": 2, "t": 3, "q": 4}[unit]
    if which is None or not 1 <= which <= most:
        return
    for named in _inner(letters, how, order):
        if named.level in levels:
            yield replace(named, part=Part(what, which))


# ---------------------------------------------------------------- numbers


def _year(one: Letter, how: How) -> Named | None:
    """A year of four figures, or of two where the century is stated; None where the number can be no year."""
    token = one.token
    if token.value is None or (DECADE_ENDING in token.endings and (token.width == 4 or DAY_ENDING not in token.endings)):
        return None
    if token.width == 2:
        if how.century is None:
            return Named(short=token.value)
        first = how.century - how.century % 100 + token.value
        return Named(year=first if first >= how.century else first + 100)
    if token.width < 3 or token.width > 6:
        return None
    return Named(year=token.value, years=token.years)


def _plain(one: Letter) -> int:
    """The number; 0 for one that is not known (00, XX, ??); -1, which is no day and no month, for a single 0."""
    token = one.token
    if token.value == 0 and token.width == 1:
        return -1
    return token.value or 0


def _small(*some: Letter) -> bool:
    return all(one.token.width <= 2 and one.token.years == 1 for one in some)


def _date(year: Named | None, month: int, day: int | None, *, year_first: bool = False) -> Iterator[Named]:
    """A date; what is not known takes what is finer along."""
    if year is None:
        return
    named = replace(year, year_first=year_first)
    if month == 0:
        named = replace(named, month_unknown=True, day_unknown=day is not None)
    else:
        named = replace(named, month=month, day=day or None, day_unknown=day == 0)
    yield named


def _ymd(found: Found, how: How, order: Order) -> Iterator[Named]:
    if found["y"].token.width >= 4 and _small(found["m"], found["d"]):
        yield from _date(_year(found["y"], how), _plain(found["m"]), _plain(found["d"]), year_first=True)


def _aby(found: Found, how: How, order: Order) -> Iterator[Named]:
    """Day and month in the order of the column, and the year last; or three short numbers with the year first."""
    first, second, last = found["a"], found["b"], found["y"]
    if not _small(first, second):
        return
    a, b = _plain(first), _plain(second)
    if order == "year-first":
        if last.token.width == 2:
            yield from _date(_year(first, how), b, _plain(last))
        elif last.token.width >= 3:
            yield Named(fault="against the order")
        return
    month, day = (a, b) if order == "month-first" else (b, a)
    yield from _date(_year(last, how), month, day)


def _ab(found: Found, how: How, order: Order) -> Iterator[Named]:
    if _small(found["a"], found["b"]) and 1 <= _plain(found["a"]) <= 31 and 1 <= _plain(found["b"]) <= 31:
        a, b = _plain(found["a"]), _plain(found["b"])
        yield Named(month=b, day=a) if order == "day-first" else Named(month=a, day=b)


def _my(found: Found, how: How, order: Order) -> Iterator[Named]:
    short = found["y"].token.width == 2 and (found["y"].token.value or 0) > 31  # no day
    if (found["y"].token.width >= 3 or short) and _small(found["m"]) and found["y"].token.years == 1:
        yield from _date(_year(found["y"], how), _plain(found["m"]), None)


def _ym(found: Found, how: How, order: Order) -> Iterator[Named]:
    decimal = found["sep"].token.mark == "." and found["m"].token.width == 1  # "1998.5" is a number
    if found["y"].token.width == 4 and found["y"].token.years == 1 and _small(found["m"]) and not decimal:
        yield from _date(_year(found["y"], how), _plain(found["m"]), None, year_first=True)


def _number(found: Found, how: How, order: Order) -> Iterator[Named]:
    """A number alone: a year, a day, the figures of a year behind another, or all eight figures of a day."""
    one, worded = found["y"], "g" in found or "g2" in found
    token = one.token
    if token.width == 8 and token.value is not None:
        yield Named(token.value // 10000, token.value // 100 % 100, token.value % 100, year_first=True)
    if DECADE_ENDING in token.endings:
        yield from _decade({"y": one}, how, order)
    if token.width == 4 or worded:
        if (named := _year(one, how)) and token.width in (2, 4):
            yield named
    elif token.width <= 2:
        if token.value is None or token.value <= 31:
            yield Named(day=token.value or None, day_unknown=not token.value)
        if token.width == 2 and token.value is not None and not token.endings:
            yield Named(short=token.value, tail=True)
            if token.value > 31 and (named := _year(one, how)):
                yield named


def _apostrophe(found: Found, how: How, order: Order) -> Iterator[Named]:
    if found["y"].token.width == 2 and (named := _year(found["y"], how)):
        yield named


def _decade(found: Found, how: How, order: Order) -> Iterator[Named]:
    token = found["y"].token
    if token.value is None or token.value % 10 or token.width not in (2, 4):
        return
    if token.width == 4:
        yield Named(token.value, years=10)
    elif (named := _year(Letter("n", replace(token, endings=frozenset()), None), how)) is not None:
        yield replace(named, years=10)


# ---------------------------------------------------------------- months by name


def _month(one: Letter) -> Named:
    assert one.meaning  # noqa: S101 - it is a word
    names = None if one.letter == "R" else one.meaning.calendar or "gregorian"
    return Named(month=one.meaning.value, names=cast("Calendar | None", names))


def _dny(found: Found, how: How, order: Order) -> Iterator[Named]:
    """Day, month by name, year, wherever each stands."""
    year, day = _year(found["y"], how), found.get("d")
    if year is None or (day and not _small(day)):
        return
    month = _month(found["N"])
    named = replace(year, month=month.month, names=month.names)
    if day is None:
        yield named
    else:
        yield replace(named, day=_plain(day) or None, day_unknown=_plain(day) == 0)


def _first_of(found: Found, how: How, order: Order) -> Iterator[Named]:
    """ "The first of May 1978"."""
    assert found["o"].meaning  # noqa: S101 - it is a word
    for named in _dny({"y": found["y"], "N": found["N"]}, how, order):
        yield replace(named, day=ORDINALS[found["o"].meaning.what])


def _short_ny(found: Found, how: How, order: Order) -> Iterator[Named]:
    """A month and two figures, which may be a year or a day."""
    width = found["y"].token.width
    if width == 2 and DAY_ENDING not in found["y"].token.endings:
        yield from _dny(found, how, order)


def _dn(found: Found, how: How, order: Order) -> Iterator[Named]:
    day = found.get("d")
    if day is None:
        yield _month(found["N"])
    elif _small(day) and _plain(day) <= 31:
        yield replace(_month(found["N"]), day=_plain(day) or None, day_unknown=_plain(day) == 0)


def _d_comma_y(found: Found, how: How, order: Order) -> Iterator[Named]:
    """ "August 9-12, 2020": the second half of it."""
    if found["y"].token.width == 4 and _small(found["d"]) and found["d"].token.value and (year := _year(found["y"], how)):
        yield replace(year, day=found["d"].token.value)


def _cjk(found: Found, how: How, order: Order) -> Iterator[Named]:
    day = found.get("d")
    yield from _date(_year(found["y"], how), _plain(found["m"]), _plain(day) if day else None, year_first=True)


def _unknown_day(found: Found, how: How, order: Order) -> Iterator[Named]:
    if year := _year(found["y"], how):
        month = _month(found["N"])
        yield replace(year, month=month.month, names=month.names, day_unknown=True)


# ---------------------------------------------------------------- seasons


def _season(found: Found, how: How, order: Order) -> Iterator[Named]:
    """Of one year, or over the turn of two that follow each other."""
    word = found["S"].meaning
    assert word  # noqa: S101 - it is a word
    year = _year(found["y"], how) if "y" in found else Named()
    if year is None or year.years != 1:
        return
    if "z" not in found:
        yield replace(year, part=Part("season", name=word.what))
        return
    second = found["z"].token
    if year.year is not None and second.value is not None:
        following = year.year + 1
        if second.value == (following if second.width == 4 else following % 100):
            yield replace(year, part=Part("season", 2, word.what))


_Y = r"(?P<g>g)?(?P<y>n)\.?(?P<g2>g)?"
FORMS: Final[tuple[tuple[re.Pattern[str], Make], ...]] = tuple(
    (re.compile(form), make)
    for form, make in (
        (r"(?P<y>n)(?P<sep>[-./–]?)(?P<m>n)(?P=sep)(?P<d>n)\.?", _ymd),
        (r"(?P<a>n)(?P<sep>[-./–]?)(?P<b>n)(?P=sep)(?P<y>n)\.?g?", _aby),
        (r"(?P<a>n)[./](?P<b>n)(?P<y>n)\.?g?", _aby),
        (r"(?P<a>n)[-./](?P<b>n)\.?", _ab),
        (r"(?P<m>n)[-./](?P<y>n)\.?g?", _my),
        (r"(?P<y>n)(?P<sep>[-./–])(?P<m>n)", _ym),
        (_Y, _number),
        (r"'(?P<y>n)", _apostrophe),
        (r"d'?(?P<y>n)\.?g?|'(?P<y2>n)g", lambda f, h, o: _decade({"y": f["y"] if "y" in f else f["y2"]}, h, o)),
        (rf"(?P<d>n)\.?[-./,]?(?P<N>[NR])[-./,']*{_Y}", _dny),
        (rf"(?P<N>N)[-./]?(?P<d>n)\.?[-./,]*'?{_Y}", _dny),
        (rf"(?P<o>o)(?P<N>N)[-./,]*{_Y}", _first_of),
        (r"(?P<y>n)\.?g?[-./,]*(?P<N>[NR])[-./]?(?P<d>n)\.?", _dny),
        (r"(?P<y>n)\.?g?,?(?P<d>n)(?P<N>N)", _dny),
        (r"(?P<N>[NR])[-./,]*g?(?P<y>n)\.?g", _dny),
        (r"(?P<N>[NR])[-./,]*'(?P<y>n)", _short_ny),
        (r"(?P<N>[NR])[-./,]*g?(?P<y>n)\.?", lambda f, h, o: (_short_ny if f["y"].token.width == 2 else _dny)(f, h, o)),
        (r"(?P<y>n)\.?g?[-./,]*(?P<N>[NR])", lambda f, h, o: _dny(f, h, o) if f["y"].token.width >= 3 else iter(())),
        (r"(?P<d>n)\.?[-./]?(?P<N>[NR])", _dn),
        (r"(?P<N>N)[-./]?(?P<d>n)\.?", _dn),
        (r"(?P<N>N)", _dn),
        (r"(?P<d>n),(?P<y>n)", _d_comma_y),
        (rf"u(?P<N>[NR])[-./,]*{_Y}", _unknown_day),
        (r"(?P<y>n)g(?P<m>n)x(?:(?P<d>n)j)?", _cjk),
        (r"(?P<S>S),?g?(?:(?P<y>n)(?:[-/–](?P<z>n))?)?g?", _season),
        (r"(?P<y>n)(?:[-/–](?P<z>n))?g?,?(?P<S>S)", _season),
    )
)
