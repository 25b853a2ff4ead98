"""The words and marks between the dates of one cell. Every way to read it is found; the reader then sees whether they agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from loaders.reading.dates.ellipsis import completed
from loaders.reading.dates.forms import Between, Both, Bound, Either, Form, Limit, Night, One, Open
from loaders.reading.dates.how import How, Kind, Order
from loaders.reading.dates.named import Named
from loaders.reading.dates.point import Points
from loaders.reading.dates.tokens import Token

PREFIXES: Final[tuple[tuple[str, Bound], ...]] = (
    ("before", "before"), ("after", "after"), ("until", "until"), ("to", "to"), ("from", "from"),
)  # fmt: skip
SUFFIXES: Final[tuple[tuple[str, Bound], ...]] = (
    ("before_it", "before"), ("after_it", "after"), ("until_it", "until"), ("from_it", "from"),
)  # fmt: skip
DASHES: Final = ("-", "–")
SEPARATORS: Final = ("/", ";", ",")
MOST: Final = 6
"""Marks and words between dates of one cell that may each be "or": more of them is a list, or prose."""
Tokens = Sequence[Token]


class Cell:
    """One cell, read in one order."""

    def __init__(self, how: How, order: Order, kind: Kind) -> None:
        self._how, self._kind = how, kind
        self._points = Points(how, order)

    def forms(self, tokens: Tokens) -> Iterator[Form]:
        """Every way to read it."""
        tokens = _without_noise(_bared(tokens))
        if not tokens:
            return
        if self._is_open(tokens, alone=True):
            yield Open()
            return
        for named in self._dates(tokens):
            if not named.tail:
                yield One(named)
        yield from self._limits(tokens)
        yield from self._periods(tokens)
        yield from self._either(tokens)
        yield from self._nights(tokens)
        yield from self._twice(tokens)

    def _is_open(self, tokens: Tokens, *, alone: bool = False) -> bool:
        """Whether these words say that it goes on. "Today" alone is a day, but at the end of a period."""
        rest = tokens[1:] if len(tokens) > 1 and tokens[0].means("to", "until") else tokens
        if len(rest) != 1:
            return False
        return rest[0].means("open") or (rest[0].means("today") and (not alone or rest is not tokens or self._kind == "end"))

    def _dates(self, tokens: Tokens) -> Iterator[Named]:
        """One date, with a word for "about" before or behind it."""
        tokens = _without_noise(tokens)
        if not tokens:
            return
        yield from self._points.of(tokens)
        if len(tokens) < 2:
            return
        rests = []
        if tokens[0].mark == "~" or tokens[0].means("circa", "circa_year"):
            rests.append((tokens[0], tokens[2:] if tokens[1].mark in (".", ",") else tokens[1:]))
        if tokens[-1].mark == "~" or tokens[-1].means("circa"):
            rests.append((tokens[-1], tokens[:-1]))
        for word, rest in rests:
            for named in self._points.of(_without_noise(rest)):
                of_year_alone = word.mark != "~" and not word.means("circa")
                if named.clock and len(rest) > 1 and rest[1].mark == ":":
                    continue  # "about 22:30 on 10 August": the time is meant, and is read so above
                if named.level != "none" and (named.level == "year" or not of_year_alone):
                    yield replace(named, circa=True)

    def _limits(self, tokens: Tokens) -> Iterator[Form]:
        if len(tokens) < 2:
            return
        for what, bound in PREFIXES:
            if tokens[0].means(what) and tokens[1].mark != ",":
                for named in self._whole(tokens[1:]):
                    yield Limit(bound, named)
        for what, bound in SUFFIXES:
            if tokens[-1].means(what):
                for named in self._whole(tokens[:-1]):
                    yield Limit(bound, named)
        if tokens[0].mark in DASHES and self._kind in ("range", "end"):
            for named in self._whole(tokens[1:]):
                yield Limit("to", named)
        if tokens[-1].mark in DASHES:
            for named in self._whole(tokens[:-1]):
                if self._kind == "range":
                    yield Limit("from", named)
                elif tokens[-1].glued and named.level in ("year", "month") and tokens[-2].width > 1:
                    yield One(named)
        begun = tokens[1:] if tokens[0].means("from", "from_to") else tokens
        for at, token in enumerate(tokens[:-1]):  # an end that is not known is no limit
            if token.mark == "-" and token.glued:
                continue
            if token.mark in DASHES and _is_unknown(tokens[at + 1 :]):
                yield from (Limit("from", named) for named in self._whole(tokens[len(tokens) - len(begun) : at]))
            elif token.mark in DASHES and _is_unknown(tokens[:at]):
                yield from (Limit("to", named) for named in self._whole(tokens[at + 1 :]))
        for at in range(1, len(begun)):
            joined = begun is not tokens or begun[at].mark in DASHES or begun[at].means("open", "to", "until")
            behind = begun[at + 1 :] if begun[at].mark in DASHES else begun[at:]
            if joined and self._is_open(behind):
                yield from (Open(named) for named in self._whole(begun[:at]))

    def _whole(self, tokens: Tokens) -> Iterator[Named]:
        """Dates that stand by themselves."""
        return (named for named in self._dates(tokens) if not named.tail and named.level != "none")

    # ------------------------------------------------------------ periods

    def _periods(self, tokens: Tokens) -> Iterator[Form]:
        yield from self._between(tokens)
        for at, token in enumerate(tokens[:-1]):
            if at == 0:
                continue
            if token.mark in DASHES and not _is_offset(tokens, at) and not _is_separator(tokens, at):
                yield from self._from_to(tokens[:at], tokens[at + 1 :], token, begun=False)
            elif token.means("to", "until"):
                for until in {word == "until" for word in ("to", "until") if token.means(word)}:
                    yield from self._from_to(tokens[:at], tokens[at + 1 :], token, begun=True, until=until)
        if tokens[-1].means("until_it"):
            for at, token in enumerate(tokens):
                if at > 0 and token.means("from_it"):
                    yield from self._pairs(tokens[:at], tokens[at + 1 : -1], until=True)

    def _from_to(self, before: Tokens, behind: Tokens, mark: Token, *, begun: bool, until: bool = False) -> Iterator[Form]:
        """`before` may have a word for "from" in it, also behind a date whose times follow."""
        yield from self._pairs(before, behind, mark, until=until)
        for at, token in enumerate(before):
            if token.means("from", "from_to") and (at == 0 or begun):
                yield from self._pairs([*before[:at], *before[at + 1 :]], behind, mark, until=until)
        if before and before[-1].means("from_it"):
            yield from self._pairs(before[:-1], behind, mark, until=until)

    def _pairs(self, before: Tokens, behind: Tokens, mark: Token | None = None, *, until: bool = False) -> Iterator[Form]:
        for first, last in self._both(before, behind):
            if last.tail and mark is not None and self._is_month(last, mark):
                continue
            for one, other in completed(first, last, in_a_row=True):
                yield Between(one, other, until)

    def _is_month(self, tail: Named, mark: Token) -> bool:
        """ "2009-12" outside a column of periods is a month of ISO 8601; in one it has two readings."""
        return self._kind != "range" and mark.mark == "-" and mark.glued and 1 <= (tail.short or 0) <= 12

    def _both(self, before: Tokens, behind: Tokens) -> Iterator[tuple[Named, Named]]:
        firsts = list(self._dates(before)) or list(self._dates([token for token in before if not token.means("decade")]))
        if not firsts:
            return
        circa = bool(before) and (before[0].mark == "~" or before[0].means("circa", "circa_year"))
        for last in self._dates(behind):
            for first in firsts:
                if first.night != last.night or (first.part and first.part.what == "season" and _bare_year(last)):
                    continue
                yield first, replace(last, circa=True) if circa and first.circa else last

    def _between(self, tokens: Tokens) -> Iterator[Form]:
        for at, token in enumerate(tokens):
            if token.means("between"):
                head, rest = tokens[:at], tokens[at + 1 :]
                for split, word in enumerate(rest):
                    if split and (word.means("and", "between_and", "to") or word.mark in DASHES):
                        yield from self._within([*head, *rest[:split]], rest[split + 1 :])
        if tokens[-1].means("between_it"):
            rest = tokens[:-1]
            for split, word in enumerate(rest):
                if split and (word.means("and") or word.mark in DASHES):
                    yield from self._within(rest[:split], rest[split + 1 :])

    def _within(self, before: Tokens, behind: Tokens) -> Iterator[Form]:
        for first, last in self._both(before, behind):
            for one, other in completed(first, last, in_a_row=True):
                yield Between(one, other, within=True)

    # ------------------------------------------------------------ one of several

    def _either(self, tokens: Tokens) -> Iterator[Form]:
        if sum(token.means("or", "and") or token.mark in SEPARATORS for token in tokens) > MOST:
            return
        for some in self._several(tokens):
            if len(some) > 1:
                yield Either(tuple(some))

    def _several(self, tokens: Tokens) -> Iterator[list[Named]]:
        for at, token in enumerate(tokens):
            if not 0 < at < len(tokens) - 1:
                continue
            if token.means("or", "and") or token.mark in SEPARATORS:
                following = tokens[at + 2 :] if tokens[at + 1].means("or") and token.mark == "," else tokens[at + 1 :]
                for last in ([one] for one in self._dates(following)):
                    yield from self._joined(tokens[:at], last, token)
                for rest in self._several(following):
                    yield from self._joined(tokens[:at], rest, token)

    def _joined(self, before: Tokens, rest: list[Named], mark: Token) -> Iterator[list[Named]]:
        for first in self._dates(before):
            if first.night != rest[0].night or (first.part and first.part.what == "season" and _bare_year(rest[0])):
                continue
            if mark.mark == "," and not (first.level == rest[0].level == "day"):
                continue
            if mark.mark == "/" and rest[0].tail and not self._follows(first, rest[0]):
                continue
            for one, other in completed(first, rest[0], in_a_row=False):
                yield [one, other, *rest[1:]]

    def _follows(self, first: Named, tail: Named) -> bool:
        """ "1974/75" are two years that follow each other; "2020/03" is a month, but in a column of periods it may be either."""
        short = tail.short or 0
        if 1 <= short <= 12 and self._kind != "range":
            return False
        return short > 31 or short <= 12 or first.year is None or (first.year + 1) % 100 == short

    # ------------------------------------------------------------ nights, and a day told twice

    def _nights(self, tokens: Tokens) -> Iterator[Form]:
        if len(tokens) < 2:
            return
        if tokens[0].means("night_before"):
            yield from (Night(named) for named in self._whole(tokens[1:]))
        rests = [tokens[1:]] if tokens[0].means("night") else []
        if tokens[-1].means("night"):
            rests.append(tokens[:-2] if tokens[-2].mark == "," else tokens[:-1])
        for rest in rests:
            begun = rest[1:] if rest[0].means("from", "from_to", "between") else rest
            for at, token in enumerate(begun):
                between = token.mark in ("/", *DASHES) or token.means("to", "and", "onto", "until") or token.text in ("на", "auf")
                if at and between:
                    behind = begun[at + 2 :] if begun[at + 1 : at + 2] and begun[at + 1].text in ("den",) else begun[at + 1 :]
                    for first, last in self._both(begun[:at], behind):
                        if last.tail or first.clock or last.clock:
                            continue
                        for one, other in completed(first, last, in_a_row=True):
                            if one.level == other.level == "day":
                                yield Between(one, other, nights=True)

    def _twice(self, tokens: Tokens) -> Iterator[Form]:
        """A second date in brackets, or behind words for other sources."""
        if tokens[-1].mark in (")", "]"):
            opened = max((at for at, token in enumerate(tokens) if token.mark in ("(", "[")), default=0)
            inside = tokens[opened + 1 : -1]
            if opened == 0 or not inside:
                return
            other = inside[0].means("other_sources", "or")
            while inside and (inside[0].means("other_sources", "or") or inside[0].mark in (":", "=")):
                inside = inside[1:]
            for first in self._whole(tokens[:opened]):
                for second in self._dates(inside):
                    if second.tail:
                        continue
                    if other or not second.has_year:
                        for one, two in completed(first, second, in_a_row=False):
                            yield Either((one, two))
                    else:
                        yield Both(first, second)
            return
        for at, token in enumerate(tokens):
            if at and token.means("other_sources") and not token.means("or"):
                before = tokens[: at - 1] if tokens[at - 1].mark in (",", ";") else tokens[:at]
                behind = tokens[at + 2 :] if tokens[at + 1 : at + 2] and tokens[at + 1].mark == ":" else tokens[at + 1 :]
                for first in self._whole(before):
                    yield from (Either((first, second)) for second in self._whole(behind))


def _bare_year(named: Named) -> bool:
    """The second year of a season, "winter 2020/2021", and no date of its own."""
    return named.tail or (named.level == "year" and named.part is None)


def _bared(tokens: Tokens) -> list[Token]:
    """Without brackets around all of it or around words, and without marks at the end."""
    kept = list(tokens)
    while kept and (kept[-1].mark in (".", ",", ";", ":") or kept[0].mark in (",", ";", ":")):
        kept = kept[:-1] if kept[-1].mark in (".", ",", ";", ":") else kept[1:]
    pairs = {"(": ")", "[": "]"}
    opened = [at for at, token in enumerate(kept) if token.mark in pairs]
    if len(opened) == 1 and kept[-1].mark == pairs[kept[opened[0]].mark]:
        inside = kept[opened[0] + 1 : -1]
        if opened[0] == 0 or all(token.mark == "w" for token in inside):
            return _bared([*kept[: opened[0]], *inside])
    return kept


def _without_noise(tokens: Tokens) -> list[Token]:
    """Without words and marks at the edges that say nothing. They stay where they may say something."""
    kept = list(tokens)
    while kept and kept[0].mark in (",", ";", ":", "."):
        kept = kept[1:]
    while kept and kept[-1].mark in (",", ";", ":"):
        kept = kept[:-1]
    return kept


def _is_unknown(tokens: Tokens) -> bool:
    return len(tokens) == 1 and (tokens[0].mark == "?" or tokens[0].text == "??" or tokens[0].means("unknown"))


def _is_separator(tokens: Tokens, at: int) -> bool:
    """A dash among dates that are written with such dashes: "2020-08-09-10-11" is no period."""
    mark = tokens[at].mark
    touching = tokens[at].glued and at + 1 < len(tokens) and tokens[at + 1].glued
    return touching and any(token.mark == mark and token.glued for place, token in enumerate(tokens) if place != at)


def _is_offset(tokens: Tokens, at: int) -> bool:
    """A dash that touches a time of ISO 8601 or one with seconds begins an offset."""
    if at + 1 >= len(tokens) or not (tokens[at].glued and tokens[at + 1].glued):
        return False
    run = at
    while run > 0 and tokens[run].glued:
        run -= 1
    before = tokens[run:at]
    return sum(token.mark == ":" for token in before) >= 2 or any(token.text == "t" for token in before)
