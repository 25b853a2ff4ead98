"""A mapping held against a file: whether they fit, and what the first rows say in words. Nothing is loaded."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from graph import schema, words
from graph.said.claim import EXISTS, SPAN
from graph.said.span import Span
from graph.words import links
from loaders.load.earlier import series_of
from loaders.load.fit import need_columns
from loaders.load.fit import unread as not_read
from loaders.load.joins import declared_joins
from loaders.load.load import Load, gather, prepare
from loaders.load.trial import Tried, first_rows
from loaders.load.unknown import Unknown, unknown_words
from loaders.mapping import named
from loaders.reading import read
from queries.desk.load import fitting

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from graph.kept.case import Case
    from graph.progress import Progress
    from graph.said.claim import Claim, Mention
    from loaders.load.harvested import Harvest
    from loaders.mapping import Mapping
    from loaders.reading import Order, Reading

NAMELESS = "somebody or something without a name"


@dataclass(frozen=True, slots=True)
class Checked:
    """A mapping without a fault; and, where a file was given, what it reads of it, and the columns that no part reads."""

    mapping: Mapping
    reading: Reading | None = None
    unread: tuple[str, ...] = ()
    unknown: Unknown = field(default_factory=Counter)
    """Words of the file that it does not know: their rows would be refused."""


@dataclass(frozen=True, slots=True)
class RowInWords:
    """A row of a file: what it says, one sentence a line; or why it is refused."""

    sheet: str
    number: int
    says: tuple[str, ...]
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Trial:
    """What a load would bring, with its first rows in words."""

    load: Load
    rows: tuple[RowInWords, ...]


def check(mapping: str, file: Path | None, *, encoding: str | None = None) -> Checked:
    """MappingError names every fault of the mapping; SourceError says why the file does not fit it."""
    meant = named(mapping)
    if file is None:
        return Checked(meant)
    reading = read(file, encoding=encoding, layout=meant.layout)
    for table in reading.tables:
        need_columns(meant, table, file.name)
    return Checked(meant, reading, not_read(meant, reading.tables), unknown_words(meant, reading))


def attempt(
    case: Case,
    file: Path,
    *,
    mapping: str | None = None,
    rows: int,
    encoding: str | None = None,
    dates: Order | None = None,
    century: str | None = None,
    progress: Progress | None = None,
) -> Trial:
    """As `load` would read it. SourceError or MappingError where it would not."""
    chosen = named(mapping) if mapping else fitting
    load = prepare(file, chosen, encoding=encoding, dates=dates, century=century, languages=case.settings.languages)
    load.series, load.zone = series_of(load.reading), case.settings.time_zone
    gather(load, progress=progress)
    load.joins, load.left_out = declared_joins(load.mentions.values(), case.state)
    return Trial(load, tuple(_in_words(tried) for tried in first_rows(load, rows)))


def _in_words(tried: Tried) -> RowInWords:
    if tried.harvest is None:
        refused = tried.refused
        reason = f"{refused.column}: {refused.reason}" if refused and refused.column else str(refused)
        return RowInWords(tried.sheet, tried.number, (), reason)
    return RowInWords(tried.sheet, tried.number, tuple(_sentences(tried.harvest)))


def _sentences(harvest: Harvest) -> Iterable[str]:
    """One for each thing and one for each link between them, in the order of the mapping."""
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in harvest.claims:
        claims[claim.about].append(claim)
    names = {mention.id: _name(mention, claims[mention.id]) for mention in harvest.mentions}
    for mention in harvest.mentions:
        properties = _properties(mention, claims[mention.id])
        denied = "denied: " if any(claim.polarity == "denies" for claim in claims[mention.id]) else ""
        when = words.briefly(cast("Any", properties))
        about = [
            f"{words.name(mention.what, name)} {words.value(value)}"
            for name, value in properties.items()
            if name not in _SPANS and name != "name" and not (mention.is_link and name in _said_by(mention.what))
        ]
        if mention.is_link:
            begin, end = names.get(mention.begin or "", NAMELESS), names.get(mention.end or "", NAMELESS)
            sentence = f"{denied}{begin} {links.link(mention.what, cast('Any', properties))} {end}"
        else:
            sentence = f"{denied}{names[mention.id]}: {words.thing(mention.what)}"
        yield ", ".join([sentence, *about, *([when] if when else [])])


_SPANS = frozenset(prop.name for prop in schema.SPAN)


def _said_by(type_: str) -> set[str]:
    """Properties that the words of a link say."""
    return {name for reading in schema.LINK[type_].reads for name, _ in reading.of}


def _name(mention: Mention, claims: Sequence[Claim]) -> str:
    by_name = {claim.property: str(claim.value) for claim in reversed(claims)}
    return by_name.get("name") or by_name.get("aliases") or (f"({mention.key})" if mention.key else NAMELESS)


def _properties(mention: Mention, claims: Iterable[Claim]) -> dict[str, object]:
    """What one row says of a thing or link, as a graph would hold it."""
    declared = {prop.name: prop for prop in schema.kind_of(mention.what).properties}
    kept: dict[str, object] = {}
    for claim in claims:
        if claim.property == SPAN:
            kept |= Span.of_text(cast("dict[str, object]", claim.value)).as_properties()
        elif claim.property != EXISTS and declared[claim.property].many:
            kept[claim.property] = [*cast("list[object]", kept.get(claim.property, [])), claim.value]
        elif claim.property != EXISTS:
            kept[claim.property] = claim.value
    return kept
