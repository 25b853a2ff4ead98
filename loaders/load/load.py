"""Loading a file: read, harvested, joined by declared keys, and entered in the journal in one transaction."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from graph.collector import collector_still
from graph.decided.entry import Kind
from graph.decided.replay import without
from graph.errors import CaseError, SourceError
from graph.said.claim import Claim, Mention, claim_id
from graph.words.places import in_sheet
from loaders.load import earlier, exposed, unsaid, unseen
from loaders.load.attachments import Attached, Named, attach
from loaders.load.cells import Issue, RowRejected
from loaders.load.checks import check_own_ids, check_repeats, equal_rows
from loaders.load.citations import CitedSources, file_source
from loaders.load.dates import GOES_ON, open_ends
from loaders.load.dittos import written_out
from loaders.load.earlier import called, place
from loaders.load.exposed import also
from loaders.load.fit import distinct, how_of, need_columns, unread
from loaders.load.harvest import Harvester
from loaders.load.joins import declared_joins
from loaders.load.special import SpecialHarvester, read_special
from loaders.mapping import Mapping, fitted
from loaders.reading import OpenQuestion, Reject, Rejects, fetch, likely_first, printable, read
from loaders.reading.layout import PLAIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from graph.decided.journal import Appender
    from graph.kept.case import Case
    from graph.progress import Progress
    from loaders.load.exposed import Keyed
    from loaders.load.joins import Join
    from loaders.reading import How, Note, Order, Original, Reading, Row, Table
    from loaders.sources import Mention as SourceMention
    from loaders.sources import Source, Taken


@dataclass(slots=True)
class Load:
    """What loading one file brought, or would bring. `sequence` is None until it stands in the journal."""

    path: Path
    mapping: Mapping | Source
    reading: Reading
    look: Callable[[Iterable[Named]], Attached]
    """Finds the files that the sheet names."""
    read_mentions: tuple[SourceMention | Taken, ...] = ()
    """What a special source says, which no mapping reads."""
    series: str = ""
    replaces: int | None = None
    answers: dict[str, str] = field(default_factory=dict)
    called: str | None = None
    """What its source is called by an earlier load of the same file: one file is one source, whatever reads it."""
    hows: tuple[How, ...] = ()
    """Of each table, how its dates are written."""
    zone: str | None = None
    """Of the case: dates of other zones are turned into it."""
    mentions: dict[str, Mention] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    equal: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)
    """Rows of one sheet that hold the same, cell by cell."""
    open_ends: list[int] = field(default_factory=list)
    """Rows in which something goes on, while nobody says when that was so."""
    rejects: Rejects = field(default_factory=Rejects)
    unknown: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Column and word, of those that the mapping does not know, and in how many rows each stands."""
    entries: list[tuple[Kind, dict[str, Any]]] = field(default_factory=list)
    canonical: tuple[tuple[str, ...], ...] = ()
    """Mentions that their compiler counts as one thing, by a decision of his own: a person is asked."""
    attachments: dict[str, Path] = field(default_factory=dict)
    """Files named in the sheet, by SHA-256: kept with it."""
    filed: list[str] = field(default_factory=list)
    """What was filed among the originals for this load and was not there before."""
    unread: tuple[str, ...] = ()
    distinct: tuple[tuple[str, str], ...] = ()
    """Label and key space of keys that their compiler keeps apart: two of them are two things."""
    joins: tuple[Join, ...] = ()
    left_out: tuple[Join, ...] = ()
    supersedes: int | None = None
    already: int | None = None
    counts_no_more: bool = False
    """Loaded already, and replaced since: only `--replaces` brings it back."""
    sequence: int | None = None

    @property
    def file(self) -> str:
        """The file's name, as it can be printed and kept."""
        return printable(self.path.name)

    @property
    def rows(self) -> int:
        """Records of the file that were read."""
        return sum(len(table.rows) for table in self.reading.tables)

    @property
    def read_as(self) -> dict[str, Any]:
        """What decided how its cells read, beside the mapping: an answer, or what the file shows. Dates: of each table."""
        return {
            "encoding": self.reading.encoding,
            "dates": [how.order for how in self.hows],
            "century": [how.century for how in self.hows],
            "zone": self.zone,
        }

    @property
    def notes(self) -> tuple[Note, ...]:
        """What the reader of the file remarked, and what its mapping leaves open."""
        hidden = (note for table in self.reading.tables for note in unseen.notes(self.file, table))
        equal = equal_rows(self.file, self.equal)
        protected = exposed.notes(self.file, self.claims.values())
        title = earlier.notes(self.file, self.called, self.mapping.title)
        return (
            *self.reading.notes,
            *hidden,
            *unsaid.notes(self.file, self.mapping),
            *title,
            *equal,
            *protected,
            *open_ends(self.file, self.open_ends),
        )

    def counts(self) -> dict[str, int]:
        """Mentions by what they are of."""
        return dict(sorted(Counter(mention.what for mention in self.mentions.values()).items()))


def prepare(
    path: Path,
    mapping: Mapping | Callable[[Reading, str], Mapping],
    *,
    encoding: str | None = None,
    dates: Order | None = None,
    century: str | None = None,
    replaces: int | None = None,
    languages: Iterable[str] = (),
) -> Load:
    """The file, read, and its mapping. Nothing is held against the case yet. SourceError or MappingError where it cannot be.

    `mapping`: the one that is named, or how one is chosen by what the file holds. `languages`: of the case's sources, for what
    is asked where the file does not say its encoding.
    """
    named = mapping if isinstance(mapping, Mapping) else None
    try:
        reading = read(path, encoding=encoding, layout=named.layout if named else PLAIN)
    except OpenQuestion as question:
        if question.what == "encoding":
            raise OpenQuestion.encoding(
                question.reason, likely_first(question.choices, languages), file=printable(path.name)
            ) from None
        raise
    chosen = mapping if isinstance(mapping, Mapping) else mapping(reading, printable(path.name))
    if named is None and chosen.layout != PLAIN:
        reading = read(path, encoding=encoding, layout=chosen.layout)
    load = prepared(path, reading, chosen, dates=dates, century=century)
    load.replaces = replaces
    stated = (("encoding", encoding), ("dates", dates), ("century", century))
    load.answers = {name: answer for name, answer in stated if answer}
    return load


def prepare_special(path: Path, source: Source, *, replaces: int | None = None) -> Load:
    """The same of a file that a special source reads."""
    load = prepared_special(path, fetch(path), path, source)
    load.replaces = replaces
    return load


def prepared_special(path: Path, original: Original, kept: Path, source: Source) -> Load:
    """What a special source says of an original, whose bytes lie in `kept`."""
    reading, mentions = read_special(original, kept, source)
    return Load(path, source, reading, partial(attach, path.resolve().parent), mentions)


def prepared(path: Path, reading: Reading, mapping: Mapping, *, dates: Order | None, century: str | None = None) -> Load:
    """A file that was read, and its mapping."""
    for table in reading.tables:
        need_columns(mapping, table, printable(path.name))
    reading = written_out(reading, mapping)
    if not reading.rejects and not any(table.rows for table in reading.tables):
        raise SourceError(
            "a header, and no rows under it", file=printable(path.name), remedy="Look whether it was saved completely"
        )
    load = Load(path, mapping, reading, partial(attach, path.resolve().parent))
    load.hows = tuple(how_of(mapping, table, dates, century, printable(path.name)) for table in reading.tables)
    return load


def harvest(load: Load, case: Case, *, progress: Progress | None = None) -> None:
    """Mentions and claims of a prepared file, as part of this case."""
    load.zone = case.settings.time_zone
    found = place(load, case.state)
    load.series, load.supersedes, load.already, load.counts_no_more = (
        found.series,
        found.supersedes,
        found.already,
        found.counts_no_more,
    )
    if load.already is None:
        load.called = called(case, load.reading.sha256, found)
        gather(load, progress=progress)


def keep(case: Case, load: Load) -> None:
    """Files the original and what is attached to it: last of all before the journal is committed, so that nothing strays."""
    if load.already is not None:
        return
    for what, sha256, path in [
        ("the file", load.reading.sha256, load.path),
        *(("an attached file", sha256, path) for sha256, path in load.attachments.items()),
    ]:
        try:
            content = path.read_bytes()
        except OSError:
            raise SourceError(f"{what} went away while it was read", file=load.file, remedy="Load it again") from None
        if hashlib.sha256(content).hexdigest() != sha256:
            raise SourceError(f"{what} changed while it was read", file=load.file, remedy="Load it again")
        try:
            new = not case.originals.path(sha256).exists()
            case.originals.keep(content)
            load.filed += [sha256] if new else []
        except OSError as error:
            raise CaseError(f"{load.file}: {what} could not be kept in the case ({error.strerror}): make room there") from None


def enter(case: Case, journal: Appender, load: Load) -> None:
    """Enters a harvested load: claims, mentions, joins."""
    if load.already is not None:
        return
    state, who = case.state, case.who
    if load.supersedes is not None:
        state = without(state, case.journal, load.supersedes)
    load.joins, load.left_out = declared_joins(load.mentions.values(), state)
    body: dict[str, Any] = {
        "file": load.reading.sha256,
        "file_name": load.file,
        "mapping": load.mapping.sha256,
        "mapping_name": load.mapping.name,
        "mapping_text": load.mapping.text,
        "series": load.series,
        "format": load.reading.format,
        **load.read_as,
        "lines": load.reading.lines,
        "rows": load.rows,
        "mentions": len(load.mentions),
        "claims": len(load.claims),
        "rejects": len(load.rejects),
        "attached": sorted(load.attachments),
        "issues": dict(sorted(Counter(issue.what for issue in load.issues).items())),
        "distinct": [list(pair) for pair in load.distinct],
    }
    if load.canonical:
        body["canonical"] = [list(some) for some in load.canonical]
    if load.supersedes is not None:
        body["supersedes"] = load.supersedes
    for question, answer in load.answers.items():
        journal.entry(Kind.ANSWER, {"file": load.reading.sha256, "question": question, "answer": answer}, who)
    with collector_still():
        entry = journal.load(body, load.mentions.values(), load.claims, who)
    for kind, decided in load.entries:
        journal.entry(kind, {**decided, "load": entry.sequence}, who)
    for join in load.joins:
        journal.entry(Kind.IDENTITY, join.body(entry.sequence), who)
    load.sequence = entry.sequence


def gather(load: Load, *, progress: Progress | None = None) -> None:
    """Mentions and claims of all that the file says, what is refused, and what is odd."""
    load.rejects = Rejects(before=load.reading.rejects)
    itself = file_source(load.series)
    _file_source(load, itself)
    if isinstance(load.mapping, Mapping):
        with collector_still():
            _gather(load, load.mapping, progress)
        return
    special = SpecialHarvester(load.mapping, load.series, load.file, itself, load.zone).read(load.read_mentions)
    load.mentions |= special.mentions
    load.claims |= special.claims
    load.issues += special.issues
    load.rejects.extend(special.rejects)
    load.entries += special.entries
    load.canonical = special.canonical


def harvesters(load: Load, mapping: Mapping, citations: CitedSources) -> Iterator[tuple[Table, Mapping, Harvester]]:
    """Each table of the file, the mapping as that table has the columns for it, and what reads its rows."""
    for table, stated in zip(load.reading.tables, load.hows, strict=True):
        here = fitted(mapping, table.header)
        how = replace(stated, zone=load.zone)
        dropped = [link for part, link in mapping.link.items() if part not in here.link]
        yield table, here, Harvester(here, load.series, table.sheet, table.header, citations, how, dropped, table.path)


def _gather(load: Load, mapping: Mapping, progress: Progress | None) -> None:
    reading = load.reading
    citations = CitedSources(mapping, load.series)
    load.distinct = distinct(mapping, load.series)
    rows: dict[str, int] = {}
    refusals: list[tuple[Keyed, str]] = []
    done = 0
    for table, here, harvester in harvesters(load, mapping, citations):
        ranks: defaultdict[tuple[str, ...], int] = defaultdict(int)
        firsts: dict[tuple[str, ...], int] = {}
        alike: dict[int, list[int]] = {}
        for row in table.rows:
            try:
                of_row = harvester.read(row, ranks.get(row.cells, 0))
            except RowRejected as refused:
                load.rejects.append(_reject(load.file, table, row, refused))
                load.unknown.update(dict.fromkeys(refused.words, 1))
                at = f"row {row.number}" + (f", {in_sheet(table.sheet)}" if table.sheet else "")
                refusals += ((key, at) for key in refused.protects)
                continue
            if (first := firsts.setdefault(row.cells, row.number)) != row.number:
                alike.setdefault(first, [first]).append(row.number)
            ranks[row.cells] += 1
            for mention in of_row.mentions:
                load.mentions[mention.id] = mention
                rows[mention.id] = row.number
            for claim in of_row.claims:
                load.claims[claim_id(claim)] = claim
            load.issues += (replace(issue, sheet=table.sheet) for issue in of_row.issues if issue.what != GOES_ON)
            load.open_ends += (row.number for issue in of_row.issues if issue.what == GOES_ON)
            load.entries += of_row.entries
            if of_row.attached:
                attached = load.look(of_row.attached)
                load.attachments |= attached.files
                load.issues += attached.issues
                load.claims |= {claim_id(claim): claim for claim in attached.claims}
            done += 1
            if progress and done % 200 == 0:
                progress("reading rows", done, load.rows)
        load.equal += ((table.sheet, tuple(numbers)) for numbers in alike.values())
        load.issues += (replace(issue, sheet=table.sheet) for issue in check_own_ids(here, table))
    load.issues += check_repeats(load.mentions, load.claims.values(), rows)
    load.claims |= {claim_id(claim): claim for claim in also(load.mentions.values(), refusals, citations.file_source)}
    load.mentions |= citations.mentions
    load.claims |= {claim_id(claim): claim for claim in citations.claims}
    load.unread = unread(mapping, reading.tables)


def _file_source(load: Load, id_: str) -> None:
    """The file is a source itself: held, with what its mapping says of it."""
    properties: dict[str, Any] = {"name": load.called or load.mapping.title, "kind": "file", **load.mapping.of_file}
    properties |= {"sha256": load.reading.sha256, "held": True}
    load.mentions[id_] = Mention(id_, "Source", "file", "the file")
    for name, value in properties.items():
        claim = Claim(id_, name, value, str(value), "the file", id_)
        load.claims[claim_id(claim)] = claim


def _reject(file: str, table: Table, row: Row, refused: RowRejected) -> Reject:
    raw = "\t".join(row.as_written)
    return Reject(file, table.sheet, row.number, row.line, refused.column, refused.reason, raw)
