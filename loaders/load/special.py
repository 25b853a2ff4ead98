"""What a special source says becomes mentions and claims, as the rows of a sheet do."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph import ids, schema
from graph.errors import SourceError
from graph.said.claim import EXISTS, FILE, SPAN, Claim, Mention, claim_id, row_of
from loaders.load import spans
from loaders.load.cells import Issue
from loaders.load.citations import key_space
from loaders.load.dates import NO_DATE
from loaders.mapping import ThingPart, typed
from loaders.reading import DateError, Note, Partial, Reading, Reject, Row, Table, parse_date
from loaders.sources import Hint, Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from graph.said.claim import Polarity
    from graph.said.span import Span
    from loaders.reading.original import Original
    from loaders.sources import Dates, Source, Statement
    from loaders.sources import Mention as Said

NO_END = "a {type} is stated, and its {side} stands nowhere in the file"


def read_special(original: Original, path: Path, source: Source) -> tuple[Reading, tuple[Said, ...]]:
    """The original, whose bytes lie at this path, and what it says. SourceError where it says nothing."""
    said: list[Said] = []
    rejects: list[Reject] = []
    notes: list[Note] = []
    for found in source.read(path):
        if isinstance(found, Refused):
            rejects.append(Reject(original.name, "", row_of(found.at) or None, None, found.at, found.reason, found.raw))
        elif isinstance(found, Hint):
            notes.append(Note(original.name, "", row_of(found.at) or None, found.at or None, found.text))
        else:
            said.append(found)
    if not said and not rejects:
        raise SourceError("nothing is said in it", file=original.name, remedy="Look whether it was saved completely")
    rows = tuple(Row(number, None, (mention.as_text(),)) for number, mention in enumerate(said, start=1))
    table = Table("", ("mention",), rows)
    lines = len(said) + len(rejects)
    return Reading((table,), tuple(rejects), "utf-8", None, lines, source.name, original.sha256, notes=tuple(notes)), tuple(said)


@dataclass(slots=True)
class Special:
    """What came of one file."""

    mentions: dict[str, Mention] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)


class SpecialHarvester:
    """Reads the mentions of one file. The same mention gives the same ids, in whatever file and order it comes."""

    def __init__(self, source: Source, series: str, file: str, file_source: str) -> None:
        self._source, self._series, self._file, self._file_source = source, series, file, file_source
        self._space = key_space(FILE, series, source.name)
        self._by_key: dict[str, str] = {}
        self._ranks: defaultdict[str, int] = defaultdict(int)
        self.special = Special()

    def read(self, said: Sequence[Said]) -> Special:
        """Sources first, since others cite them; links last, since they join what is there."""
        for one in sorted(said, key=lambda one: (one.is_link, one.what != "Source")):
            try:
                self._read(one)
            except ValueError as wrong:
                reject = Reject(self._file, "", row_of(one.at) or None, None, one.at, str(wrong), one.as_text())
                self.special.rejects.append(reject)
        return self.special

    def _read(self, one: Said) -> None:
        kind = _kind(one)
        text = one.as_text()
        identity = (self._series, "", self._source.name, one.what, (text,), self._ranks[text])
        self._ranks[text] += 1
        prefix = kind.prefix if isinstance(kind, schema.NodeKind) else schema.LINK_PREFIX
        mention = Mention(ids.short(prefix, *identity), one.what, one.what, one.at, *self._ends(one), *self._key(one))
        claims = list(self._claims(mention.id, one, kind))
        self.special.mentions[mention.id] = mention
        self.special.claims |= {claim_id(claim): claim for claim in claims}
        if one.key is not None and not one.is_link:
            self._by_key.setdefault(one.key, mention.id)

    def _key(self, one: Said) -> tuple[str | None, str | None]:
        if one.key is None or one.is_link:
            return None, None
        if one.space != FILE and one.space not in self._source.reasons:
            raise ValueError(f"the key space {one.space!r} has no reason in KEY_SPACES")
        return self._space if one.space == FILE else one.space, one.key

    def _ends(self, one: Said) -> tuple[str | None, str | None]:
        if not one.is_link:
            return None, None
        kind = schema.LINK[one.what]
        ends = []
        for side, key, allowed in (("begin", one.begin, kind.begins), ("end", one.end, kind.ends)):
            end = self._by_key.get(key or "")
            if end is None:
                raise ValueError(NO_END.format(type=one.what, side=side))
            if (label := self.special.mentions[end].what) not in allowed:
                raise ValueError(f"the {side} of {one.what} is a {' or '.join(allowed)}, not a {label}")
            ends.append(end)
        return ends[0], ends[1]

    def _claims(self, id_: str, one: Said, kind: schema.NodeKind | schema.LinkKind) -> Iterable[Claim]:
        polarity: Polarity = "denies" if one.denies else "asserts"
        values = [typed(statement.value, _declared(kind, statement)) for statement in one.says]
        if one.dates is not None and kind.timing is None:
            raise ValueError(f"{one.what} has no span: nothing of it changes with time")
        if one.is_link or not one.says:
            for source in self._cited(one.cites, one.at):
                yield Claim(id_, EXISTS, one.what, one.key or one.what, one.at, source, polarity)
        for statement, value in zip(one.says, values, strict=True):
            for source in self._cited(statement.cites or one.cites, one.at):
                yield Claim(
                    id_,
                    statement.property,
                    value,
                    statement.original or str(statement.value),
                    one.at,
                    source,
                    polarity,
                    statement.basis,
                    statement.graded,
                    statement.quote,
                    statement.language,
                )
        if one.dates is not None and (one.dates.first or one.dates.last):
            span, issue = self._span(one, one.dates, kind.timing or "state")
            original = " – ".join(text for text in (one.dates.first, one.dates.last) if text)
            for source in self._cited(one.cites, one.at):
                yield Claim(id_, SPAN, span.as_text(), original, one.at, source, polarity, issue=issue)

    def _span(self, one: Said, dates: Dates, timing: schema.Timing) -> tuple[Span, str | None]:
        first, begin_wrong = _date(dates.first)
        last, end_wrong = _date(dates.last)
        match dates.form:
            case "stated":
                span, wrong = spans.stated(first, last, timing)
            case "on":
                span, wrong = spans.on(first, timing)
            case "limits":
                span, wrong = spans.limits(first, last)
            case "cited":
                span, wrong = spans.cited(first, dates.starts, last, dates.ends, timing)
        issue = "; ".join(dict.fromkeys(text for text in (begin_wrong, end_wrong, wrong) if text)) or None
        if issue:
            self.special.issues.append(Issue(row_of(one.at), one.at, issue))
        return span, issue

    def _cited(self, keys: tuple[str, ...], place: str) -> list[str]:
        """The sources of these keys; one that stands nowhere in the file is mentioned by its key alone."""
        found = []
        for key in dict.fromkeys(keys):
            id_ = self._by_key.get(key)
            if id_ is None or self.special.mentions[id_].what != "Source":
                id_ = ids.short("s", self._series, "cited", self._space, key)
                if id_ not in self.special.mentions:
                    self.special.mentions[id_] = Mention(id_, "Source", "cited", place, space=self._space, key=key)
                    claim = Claim(id_, "key", key, key, place, self._file_source)
                    self.special.claims[claim_id(claim)] = claim
            found.append(id_)
        return found or [self._file_source]


def _kind(one: Said) -> schema.NodeKind | schema.LinkKind:
    kind = schema.NODE.get(one.what) or schema.LINK.get(one.what)
    if kind is None or isinstance(kind, schema.LinkKind) is not one.is_link:
        raise ValueError(f"{one.what!r} is no {'link type' if one.is_link else 'label'}")
    return kind


def _declared(kind: schema.NodeKind | schema.LinkKind, statement: Statement) -> schema.Property:
    known = ThingPart.declared(kind.label) if isinstance(kind, schema.NodeKind) else {prop.name: prop for prop in kind.own}
    if statement.property not in known:
        raise ValueError(f"{statement.property!r} is no property that a source states of it")
    return known[statement.property]


def _date(text: str) -> tuple[Partial | None, str | None]:
    try:
        return parse_date(text, "year-first"), None
    except DateError as error:
        return None, NO_DATE.format(reason=error.reason)
