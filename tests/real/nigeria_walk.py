"""A slow walk up the Nigerian chains of command, in plain Python, to hold `command/chain_up` against.

Two engines that agree prove nothing, so this file was written from the written rules alone (DESIGN §3 and §4, QUERIES
§3 and §4) and from the two published sheets, by someone who had not read Linkage. It imports nothing of it and shares
no code with it. Where the rules left a choice, the docstring next to the code says which was made, marked *decided*.

Its time rule is deliberately dull: the limits of all ranges are laid on one line, the line is cut at each of them, and
every piece is asked in turn whether all the ranges hold there. Nothing is compared limit by limit.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path

ORGS = "ng_orgs_20191024.tsv"
PERSONS = "ng_persons_20190501.csv"
DAY = timedelta(days=1)
UNKNOWN_FROM = datetime(1, 1, 1)
UNKNOWN_TO = datetime(9999, 12, 31)
FIRST_YEAR, LAST_YEAR = 1850, 2030
LONGEST = 12
COMMANDERS = ("Commander", "Acting Commander")
RELATIONS = {"Command": "command", "Administrative": "administrative", "Informal": "informal"}
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]


# ---------------------------------------------------------------- ranges of time


@dataclass(frozen=True, order=True)
class Range:
    """A stretch of local time, half-open: `start` belongs to it, `stop` does not."""

    start: datetime
    stop: datetime

    def holds(self, moment: datetime) -> bool:
        return self.start <= moment < self.stop

    def is_one_day(self) -> bool:
        return self.stop - self.start == DAY


def day(on: date) -> Range:
    """The 24 hours of one day."""
    midnight = datetime.combine(on, time())
    return Range(midnight, midnight + DAY)


def pieces(ranges: Iterable[Range]) -> list[Range]:
    """The line of time cut at every limit of every range, so that no range begins or ends inside a piece."""
    cuts = sorted({limit for r in ranges for limit in (r.start, r.stop)})
    return [Range(a, b) for a, b in pairwise(cuts)]


def shared(ranges: Sequence[Range]) -> Range | None:
    """The moments at which all the ranges hold, or None if there is no such moment. They touch, so they are one range."""
    common = [piece for piece in pieces(ranges) if all(r.holds(piece.start) for r in ranges)]
    return Range(common[0].start, common[-1].stop) if common else None


def inside(inner: Range, outer: Range) -> bool:
    """Whether every moment of `inner` is a moment of `outer`."""
    return all(outer.holds(piece.start) for piece in pieces((inner, outer)) if inner.holds(piece.start))


# ---------------------------------------------------------------- dates as the sheets write them


def _whole(month: int | None, day_of_month: int | None, year: int) -> Range | None:
    """The days a date stands for: one day, a month or a year; None if there is no such date between 1850 and 2030.

    *Decided*: the years 1850 and 2030 themselves are good; a day without a month is no date.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if month is None:
        if day_of_month is not None:
            return None
        return Range(datetime(year, 1, 1), datetime(year + 1, 1, 1))
    if not 1 <= month <= 12:
        return None
    if day_of_month is None:
        return Range(datetime(year, month, 1), datetime(year + month // 12, month % 12 + 1, 1))
    try:
        return day(date(year, month, day_of_month))
    except ValueError:
        return None


def read_text(text: str) -> Range | None:
    """`6/27/2001` (month first), `May 2012`, `2007`; anything else, the empty cell too, is no date.

    *Decided*: space around a slash is no fault (`10 /21/2010`, one cell); leading zeros are none; the name of the
    month is written out in full, in any case.
    """
    text = text.strip()
    if full := re.fullmatch(r"(\d{1,2})\s*/\s*(\d{1,2})\s*/\s*(\d+)", text):
        return _whole(int(full[1]), int(full[2]), int(full[3]))
    if named := re.fullmatch(r"([A-Za-z]+)\s+(\d+)", text):
        name = named[1].lower()
        return _whole(MONTHS.index(name) + 1, None, int(named[2])) if name in MONTHS else None
    if re.fullmatch(r"\d+", text):
        return _whole(None, None, int(text))
    return None


def read_split(month: str, day_of_month: str, year: str) -> Range | None:
    """The same date from its three cells. *Decided*: a cell that is filled but no number spoils the date."""
    cells = [cell.strip() for cell in (month, day_of_month, year)]
    if not cells[2] or any(cell and not cell.isdecimal() for cell in cells):
        return None
    numbers = [int(cell) if cell else None for cell in cells[:2]]
    return _whole(numbers[0], numbers[1], int(cells[2]))


def read_date(text: str, month: str = "", day_of_month: str = "", year: str = "") -> Range | None:
    """The text cell if it is a date, else the split cells if they are, else None.

    *Decided*: an empty text cell is no date either, so the split cells would speak (it occurs nowhere in the two sheets).
    """
    return read_text(text) or read_split(month, day_of_month, year)


# ---------------------------------------------------------------- what two citations of a state say


@dataclass(frozen=True)
class Span:
    """What one row says of a state: the limits no source excludes, when it surely held, and when it was cited."""

    possible: Range
    core: Range | None
    bridged: bool
    cited: tuple[Range, ...]


def state_span(first: Range | None, first_is_start: bool, last: Range | None, last_is_end: bool) -> Span:
    """One cited range of a state (a posting, a subordination), by DESIGN §4 "Mapping of cited ranges".

    The possible limits and the core are found apart:

    - possible from: the first day of `first` if that is the start ("2007" as a start: 1 January 2007), else unknown.
    - possible to: the end of `last` if that is the end ("2007" as an end: until 2008 begins), else unknown.
    - *Decided*: a flag about a cell that holds no date says nothing. Only `first` given with an end flag: possible_to
      unknown, for there is no `last` to be the end; only `last` given with a start flag: possible_from unknown.

    The core, by the dates at hand (years, months and days are nested or apart, they never overlap by a part):

    - none: no core. One: that day, if it is a full date, *stated*; else none. *Decided*: a start flag changes nothing
      here, so a partial start without `last` ("2007, Y") is possible from 1 January 2007 and has no core.
    - both, one within the other or equal: the narrower one, if it is a full date, *stated*; else none. So
      "2007 … 5/3/2007" and "5/3/2007 … May 2007" surely held on 3 May and "May 2007 … 2007" on no day that can be named.
    - both, `last` wholly before `first`: no core, limits unknown, whatever the flags say; the citations stay.
    - both, apart and in order: [last day of `first`, day after the first day of `last`), *bridged*. *Decided*: bridged
      also where both are full dates and both flags say start and end (the rule knows no exception), and also where
      they are neighbours (30 April, 1 May).

    A core so made lies inside the possible limits always: it begins no earlier than `first` does and ends no later than
    `last` does. Equal citations are one citation ("two" citations of one day are one period).
    """
    cited = tuple(sorted({period for period in (first, last) if period is not None}))
    since = first.start if first is not None and first_is_start else UNKNOWN_FROM
    until = last.stop if last is not None and last_is_end else UNKNOWN_TO
    possible = Range(since, until)

    if first is None or last is None or inside(first, last) or inside(last, first):
        narrowest = min(cited, key=lambda period: period.stop - period.start, default=None)
        core = narrowest if narrowest is not None and narrowest.is_one_day() else None
        return Span(possible, core, False, cited)
    if last.stop <= first.start:
        return Span(Range(UNKNOWN_FROM, UNKNOWN_TO), None, False, cited)
    return Span(possible, Range(first.stop - DAY, last.start + DAY), True, cited)


# ---------------------------------------------------------------- links


@dataclass(frozen=True)
class Link:
    """A subordination (unit, superior, relation) or a posting (person, unit, role), from one row or several equal ones."""

    source: str
    target: str
    what: tuple[str, ...]
    span: Span
    lines: tuple[int, ...]


def same_link(links: Iterable[Link]) -> list[Link]:
    """Rows of one kind with the same ends, the same discriminators and equal dates are one link, its citations united.

    *Decided*: "equal dates" means the four limits (possible, core) and whether the core is bridged. Rows with other dates
    stay parallel links. In the two sheets it makes no difference whether the limits or the cells are compared.
    """
    groups: dict[tuple[str, str, tuple[str, ...], Range, Range | None, bool], list[Link]] = defaultdict(list)
    for link in links:
        span = link.span
        groups[link.source, link.target, link.what, span.possible, span.core, span.bridged].append(link)
    united = []
    for (source, target, what, possible, core, bridged), group in groups.items():
        cited = tuple(sorted({period for link in group for period in link.span.cited}))
        lines = tuple(line for link in group for line in link.lines)
        united.append(Link(source, target, what, Span(possible, core, bridged, cited), lines))
    return united


# ---------------------------------------------------------------- the one rule of certainty


def possible_of(links: Sequence[Link], asked: Range) -> Range | None:
    """P: the range common to the possible ranges of the links and the day asked about, or None."""
    return shared([asked, *(link.span.possible for link in links)])


def is_sure(links: Sequence[Link], asked: Range) -> bool:
    """Whether all cores share a moment, or the cores of all members but one contain that one's whole possible range.

    The day asked about is a member, its core the whole day. *Decided*: the one member of the second case needs no core of
    its own; all others do.
    """
    members: list[tuple[Range, Range | None]] = [(asked, asked), *((link.span.possible, link.span.core) for link in links)]
    cores = [core for _, core in members if core is not None]
    if len(cores) == len(members) and shared(cores) is not None:
        return True
    for which, (possible, _) in enumerate(members):
        others = [core for at, (_, core) in enumerate(members) if at != which]
        if all(core is not None and inside(possible, core) for core in others):
            return True
    return False


def certainty(links: Sequence[Link], asked: Range) -> str:
    """`certain`, `assumed` or `possible`, for members that are possible together. A posting counts as a link here."""
    common = possible_of(links, asked)
    if common is None:
        raise ValueError("these links and this day share no moment: there is no row to grade")
    if not is_sure(links, asked):
        return "possible"
    for link in links:
        on_the_very_day = any(period.is_one_day() and inside(common, period) for period in link.span.cited)
        if link.span.bridged and not on_the_very_day:
            return "assumed"
    return "certain"


def gap_days(links: Sequence[Link], asked: Range) -> int | None:
    """Days to the far end of the nearest citation, of the links the largest; None if one was never cited; no links: 0."""
    worst = 0
    for link in links:
        distances = [max(timedelta(0), asked.start - period.start, period.stop - asked.stop).days for period in link.span.cited]
        if not distances:
            return None
        worst = max(worst, min(distances))
    return worst


# ---------------------------------------------------------------- the walk


@dataclass(frozen=True)
class Row:
    """One simple path upwards and one holder of command at its last unit (or none)."""

    chain: tuple[str, ...]
    level: int
    commander: str | None
    end: str | None
    since: datetime
    until: datetime
    covers: bool
    certainty: str
    gap_days: int | None


@dataclass(frozen=True)
class Way:
    """The units from below, the links between them, and the time they share with the day asked about."""

    units: tuple[str, ...]
    links: tuple[Link, ...]
    common: Range


class Walk:
    """The units, subordinations and postings of the two sheets.

    Units are the exact `Organization:Name`, persons the exact `Name`; nothing is trimmed or folded. Line 1 is the header.
    The sheet of units is read without any quoting (a quote mark there is text; it makes no difference to the columns used).
    """

    def __init__(self, folder: Path) -> None:
        with (folder / ORGS).open(encoding="utf-8", newline="") as file:
            orgs = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        with (folder / PERSONS).open(encoding="utf-8", newline="") as file:
            persons = list(csv.DictReader(file))
        self.units = {row["Organization:Name"] for row in orgs}
        self.parent_rows = [_parent(line, row) for line, row in enumerate(orgs, 2) if row["OrganizationOrganization:parent_id"]]
        self.posting_rows = [_posting(line, row) for line, row in enumerate(persons, 2) if row["Organization"]]
        # A link whose two ends are one unit is not projected (DESIGN §3). None occurs.
        self.parents = [link for link in same_link(self.parent_rows) if link.source != link.target]
        self.postings = same_link(self.posting_rows)
        self._above: dict[str, list[Link]] = defaultdict(list)
        for link in self.parents:
            self._above[link.source].append(link)
        self._commanders: dict[str, list[Link]] = defaultdict(list)
        for link in self.postings:
            if link.what[0] in COMMANDERS:
                self._commanders[link.target].append(link)

    def command_links(self, unit: str) -> list[Link]:
        """The links of command from this unit to its superiors, parallel ones apart."""
        return [link for link in self._above.get(unit, []) if link.what == ("command",)]

    def units_with_command_superior(self) -> list[str]:
        """Every unit for which some row names a superior by command, sorted by name."""
        return sorted(unit for unit in self._above if self.command_links(unit))

    def probe_days(self, unit: str) -> list[date]:
        """Days worth asking about: of each link of command the first cited day, the middle, 400 days after the last; and 1990.

        The first cited day is the first day of the citation that begins first, the last cited day the last day of the one
        that ends last. *Decided*: in order of time, also where the sheet has them the wrong way round; the middle is
        rounded down to a day.
        """
        found = {date(1990, 1, 1)}
        for link in self.command_links(unit):
            if link.span.cited:
                first = min(period.start for period in link.span.cited).date()
                last = max(period.stop - DAY for period in link.span.cited).date()
                found |= {first, first + timedelta(days=(last - first).days // 2), last + timedelta(days=400)}
        return sorted(found)

    def paths(self, unit: str, asked: Range) -> Iterator[Way]:
        """Every simple path of at most 12 links of command that share a moment with the day, the path of no link first.

        Parallel links to one superior make paths of their own.
        """
        yield from self._further(Way((unit,), (), asked), asked)

    def _further(self, path: Way, asked: Range) -> Iterator[Way]:
        yield path
        if len(path.links) == LONGEST:
            return
        for link in self.command_links(path.units[-1]):
            if link.target in path.units:
                continue
            links = (*path.links, link)
            common = possible_of(links, asked)
            if common is not None:
                yield from self._further(Way((*path.units, link.target), links, common), asked)

    def end(self, path: Way) -> str | None:
        """How the chain ends at the last unit of a path, whoever is posted there.

        *Decided*: links are counted, not superiors, so two parallel links to one superior in one time are a fork.
        """
        last = path.units[-1]
        onward = [link for link in self._above.get(last, []) if shared([path.common, link.span.possible]) is not None]
        commands = [link for link in onward if link.what == ("command",)]
        going_on = [link for link in commands if link.target not in path.units]
        if going_on and len(path.links) == LONGEST:
            return "cut"
        if going_on:
            return "fork" if len(going_on) >= 2 else None
        if commands:
            return "cycle"
        if last.casefold().startswith("unknown") or any(link.what == ("unknown",) for link in onward):
            return "gap"
        return "top"

    def chain_up(self, unit: str, on: date) -> list[Row]:
        """Who stood above this unit on that day: every row, however far from a citation, sorted by its columns."""
        asked = day(on)
        rows = []
        for path in self.paths(unit, asked):
            end = self.end(path)
            holders: list[Link | None] = []
            for posting in self._commanders.get(path.units[-1], []):
                if shared([path.common, posting.span.possible]) is not None:
                    holders.append(posting)
            for holder in holders or [None]:
                links = path.links if holder is None else (*path.links, holder)
                common = possible_of(links, asked)
                if common is None:
                    raise AssertionError("three ranges that meet in pairs meet in one moment")
                rows.append(
                    Row(
                        chain=path.units,
                        level=len(path.links),
                        commander=None if holder is None else holder.source,
                        end=end,
                        since=common.start,
                        until=common.stop,
                        covers=inside(asked, common),
                        certainty=certainty(links, asked),
                        gap_days=gap_days(links, asked),
                    )
                )
        return sorted(rows, key=_order)


def _order(row: Row) -> tuple[int, tuple[str, ...], str, str, int]:
    return row.level, row.chain, row.commander or "", row.certainty, -1 if row.gap_days is None else row.gap_days


def _parent(line: int, row: dict[str, str]) -> Link:
    """A row that names a superior. *Decided*: a classification other than the three known ones is relation `unknown`."""
    prefix = "OrganizationOrganization:"
    span = state_span(
        read_date(row[prefix + "date_first_cited"], row["month"], row["day"], row["year"]),
        row["Start date of OrganizationOrganization Y/N?"] == "Y",
        read_date(row[prefix + "date_last_cited"], row["oo_month"], row["oo_day"], row["oo_year"]),
        row[prefix + "open_ended"] == "E",
    )
    relation = RELATIONS.get(row[prefix + "classification"], "unknown")
    return Link(row["Organization:Name"], row[prefix + "parent_id"], (relation,), span, (line,))


def _posting(line: int, row: dict[str, str]) -> Link:
    """A row that posts a person. Discriminators: the role as written, and whether it is an acting one."""
    span = state_span(
        read_date(row["First citation"], row["first_month"], row["first_day"], row["first_year"]),
        row["Start date? (Y/N)"] == "Y",
        read_date(row["Last citation"], row["last_month"], row["last_day"], row["last_year"]),
        row["End date? (Y/N)"] in ("Y", "E"),
    )
    acting = "acting" if row["Role"].startswith("Acting ") else ""
    return Link(row["Name"], row["Organization"], (row["Role"], acting), span, (line,))
