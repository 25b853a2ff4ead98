"""A slow walk up the Nigerian chains of command, in plain Python, to hold `command/chain_up` against.

Two engines that agree prove nothing, so this file was written from the written rules alone (DESIGN §3 and §4, QUERIES
§3 and §4) and from the two published sheets, by someone who had not read Linkage. It imports nothing of it and shares
no code with it. Where the rules left a choice, the docstring next to the code says which was made, marked *decided*.
Ranges, dates and spans are in `nigeria_time`.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from tests.real.nigeria_time import DAY, Range, Span, day, inside, read_date, shared, state_span

ORGS = "ng_orgs_20191024.tsv"
PERSONS = "ng_persons_20190501.csv"
LONGEST = 12
COMMANDERS = ("Commander", "Acting Commander")
RELATIONS = {"Command": "command", "Administrative": "administrative", "Informal": "informal"}


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


def proofs(links: Sequence[Link], asked: Range) -> Iterator[list[Link]]:
    """Each way to show that all held together on the day asked about, as the links whose cores it takes.

    All cores share a moment with the day: then every core is needed. Or the cores of all members but one contain that one's
    whole possible range: then its own is not needed, and it need not have one. The day asked about is a member, its core the
    whole day; where the day is the contained one, all cores are needed.
    """
    cores = [link.span.core for link in links]
    if None not in cores and shared([asked, *(core for core in cores if core is not None)]) is not None:
        yield [*links]
    if all(core is not None and inside(asked, core) for core in cores):
        yield [*links]
    for which, link in enumerate(links):
        others = [other for at, other in enumerate(links) if at != which]
        cores_of_others = [asked, *(other.span.core for other in others)]
        if all(core is not None and inside(link.span.possible, core) for core in cores_of_others):
            yield others


def is_stated(link: Link, common: Range) -> bool:
    """Whether its core is stated; a bridged one counts as stated where P lies within a citation of one day."""
    return not link.span.bridged or any(period.is_one_day() and inside(common, period) for period in link.span.cited)


def certainty(links: Sequence[Link], asked: Range) -> str | None:
    """`certain`, `assumed` or `possible`, for members that are possible together; None without a link: nothing is said.

    A posting counts as a link here. Certain: one proof takes stated cores alone.
    """
    if not links:
        return None
    common = possible_of(links, asked)
    if common is None:
        raise ValueError("these links and this day share no moment: there is no row to grade")
    found = [*proofs(links, asked)]
    if not found:
        return "possible"
    return "certain" if any(all(is_stated(link, common) for link in needed) for needed in found) else "assumed"


def gap_days(links: Sequence[Link], asked: Range) -> int | None:
    """Days to the far end of the nearest citation, of the links the largest; None if one was never cited, or there is none."""
    worst = None
    for link in links:
        distances = [max(timedelta(0), asked.start - period.start, period.stop - asked.stop).days for period in link.span.cited]
        if not distances:
            return None
        worst = max(worst or 0, min(distances))
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
    certainty: str | None
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
        return "other" if onward else "top"

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
    return row.level, row.chain, row.commander or "", row.certainty or "", -1 if row.gap_days is None else row.gap_days


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
