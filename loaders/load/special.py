"""What a special source says becomes mentions and claims, as the rows of a sheet do."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graph import ids, schema
from graph.errors import SourceError
from graph.said.claim import EXISTS, FILE, SPAN, Claim, Mention, claim_id, row_of
from loaders.load import spans
from loaders.load.brought import Special
from loaders.load.cells import NUMBERS, Issue, Unreadable, date_value, no_date, number_value
from loaders.load.citations import key_space
from loaders.load.nameless import NAMES, is_code
from loaders.load.taken import Into, take_in
from loaders.mapping import ThingPart, typed
from loaders.reading import READ_AS, DateError, How, Note, Reading, Reject, Rejects, Row, Table, names_nothing, read_date
from loaders.sources import Hint, Refused, Taken

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from graph.said.claim import ClaimValue, Polarity
    from graph.said.span import Span
    from loaders.reading import Kind, Original, Partial
    from loaders.sources import Dates, Source, Statement
    from loaders.sources import Mention as SourceMention

NO_END = "a {type} is stated, and its {side} stands nowhere in the file"


def read_special(original: Original, path: Path, source: Source) -> tuple[Reading, tuple[SourceMention | Taken, ...]]:
    """The original, whose bytes lie at this path, and what it says. SourceError where it says nothing."""
    mentions: list[SourceMention | Taken] = []
    rejects = Rejects()
    notes: list[Note] = []
    for item in source.read(path):
        if isinstance(item, Refused):
            rejects.append(Reject(original.name, "", row_of(item.at) or None, None, item.at, item.reason, item.raw))
        elif isinstance(item, Hint):
            notes.append(Note(original.name, "", row_of(item.at) or None, item.at or None, item.text))
        else:
            mentions.append(item)
    if not mentions and not rejects:
        raise SourceError("it contains nothing", file=original.name, remedy="Look whether it was saved completely")
    rows = tuple(Row(number, None, (mention.as_text(),)) for number, mention in enumerate(mentions, start=1))
    table = Table("", ("mention",), rows)
    lines = len(mentions) + len(rejects)
    return Reading((table,), rejects, "utf-8", None, lines, source.name, original.sha256, notes=tuple(notes)), tuple(mentions)


class SpecialHarvester:
    """Reads the mentions of one file. The same mention gives the same ids, in whatever file and order it comes."""

    def __init__(self, source: Source, series: str, file: str, file_source: str, zone: str | None) -> None:
        self._source, self._series, self._file, self._file_source = source, series, file, file_source
        self._how = How("year-first", zone)
        self._space = key_space(FILE, series, source.name)
        self._by_key: dict[str, str] = {}
        self._ranks: defaultdict[str, int] = defaultdict(int)
        self.special = Special()

    def read(self, said: Sequence[SourceMention | Taken]) -> Special:
        """Sources first, since others cite them; links last, since they join what is there."""
        take_in(said, self.special, Into(self._series, self._source.name, self._space, self._file, self._file_source))
        mentions = [one for one in said if not isinstance(one, Taken)]
        for mention in sorted(mentions, key=lambda mention: (mention.is_link, mention.what != "Source")):
            try:
                self._read(mention)
            except ValueError as wrong:
                reject = Reject(self._file, "", row_of(mention.at) or None, None, mention.at, str(wrong), mention.as_text())
                self.special.rejects.append(reject)
                begin, end = (self._by_key.get(side or "") for side in (mention.begin, mention.end))
                self.special.protect(mention.what, begin, end, mention.at, self._file_source)
        theirs: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for mention in mentions:
            if mention.canonical is not None and (id_ := self._by_key.get(mention.key or "")):
                theirs[mention.what, mention.canonical].append(id_)
        self.special.canonical += tuple(tuple(dict.fromkeys(some)) for some in theirs.values() if len(set(some)) > 1)
        return self.special

    def _read(self, stated: SourceMention) -> None:
        kind = _kind(stated)
        text = stated.as_text()
        identity = (self._series, "", self._source.name, stated.what, (text,), self._ranks[text])
        self._ranks[text] += 1
        prefix = kind.prefix if isinstance(kind, schema.NodeKind) else schema.LINK_PREFIX
        mention = Mention(
            ids.short(prefix, *identity), stated.what, stated.what, stated.at, *self._ends(stated), *self._key(stated)
        )
        claims = list(self._claims(mention.id, stated, kind))
        self.special.mentions[mention.id] = mention
        self.special.claims |= {claim_id(claim): claim for claim in claims}
        if stated.key is not None and not stated.is_link:
            self._by_key.setdefault(stated.key, mention.id)

    def _key(self, stated: SourceMention) -> tuple[str | None, str | None]:
        if stated.key is None or stated.is_link:
            return None, None
        if stated.space != FILE and stated.space not in self._source.reasons:
            raise ValueError(f"the key space {stated.space!r} has no reason in KEY_SPACES")
        return self._space if stated.space == FILE else stated.space, stated.key

    def _ends(self, stated: SourceMention) -> tuple[str | None, str | None]:
        if not stated.is_link:
            return None, None
        kind = schema.LINK[stated.what]
        ends = []
        for side, key, allowed in (("begin", stated.begin, kind.begins), ("end", stated.end, kind.ends)):
            end = self._by_key.get(key or "")
            if end is None:
                raise ValueError(NO_END.format(type=stated.what, side=side))
            if (label := self.special.mentions[end].what) not in allowed:
                raise ValueError(f"the {side} of {stated.what} is a {' or '.join(allowed)}, not a {label}")
            ends.append(end)
        return ends[0], ends[1]

    def _claims(self, id_: str, stated: SourceMention, kind: schema.NodeKind | schema.LinkKind) -> Iterable[Claim]:
        polarity: Polarity = "denies" if stated.denies else "asserts"
        stating = [
            (statement, value) for statement in stated.says if (value := self._value(kind, statement, stated.at)) is not None
        ]
        if stated.dates is not None and kind.timing is None:
            raise ValueError(f"{stated.what} has no span: nothing of it changes with time")
        if stated.is_link or not stating:
            for source in self._cited(stated.cites, stated.at):
                yield Claim(id_, EXISTS, stated.what, stated.key or stated.what, stated.at, source, polarity)
        for statement, value in stating:
            for source in self._cited(statement.cites or stated.cites, stated.at):
                yield Claim(
                    id_,
                    statement.property,
                    value,
                    statement.original or str(statement.value),
                    stated.at,
                    source,
                    polarity,
                    statement.basis,
                    statement.graded,
                    statement.quote,
                    statement.language,
                )
        if stated.dates is not None and (stated.dates.first or stated.dates.last):
            span, issue = self._span(stated, stated.dates, kind.timing or "state")
            original = " – ".join(text for text in (stated.dates.first, stated.dates.last) if text)
            for source in self._cited(stated.cites, stated.at):
                yield Claim(id_, SPAN, span.as_text(), original, stated.at, source, polarity, issue=issue)

    def _value(self, kind: schema.NodeKind | schema.LinkKind, statement: Statement, at: str) -> ClaimValue | None:
        """The value; None, and an issue, for a date or a number that cannot be read, and for a name that names nobody."""
        declared = _declared(kind, statement)
        named = declared.name in NAMES and not is_code(declared.name, str(statement.value))
        if named and (nothing := names_nothing(str(statement.value))):
            self.special.issues.append(Issue(row_of(at), at, READ_AS[nothing]))
            return None
        try:
            if declared.type == "date":
                return date_value(str(statement.value), at, self._how)
            if declared.type in NUMBERS:
                return number_value(str(statement.value), at, declared)
            return typed(statement.value, declared)
        except Unreadable as lost:
            self.special.issues.append(Issue(row_of(at), at, lost.why))
            return None

    def _span(self, stated: SourceMention, dates: Dates, timing: schema.Timing) -> tuple[Span, str | None]:
        first, begin_wrong = self._date(dates.first, "on" if dates.form == "on" else "begin")
        last, end_wrong = self._date(dates.last, "end")
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
            self.special.issues.append(Issue(row_of(stated.at), stated.at, issue))
        return span, issue

    def _date(self, text: str, kind: Kind) -> tuple[Partial | None, str | None]:
        try:
            return read_date(text, self._how, kind), None
        except DateError as error:
            return None, no_date(error, text)

    def _cited(self, keys: tuple[str, ...], place: str) -> list[str]:
        """The sources of these keys; one that stands nowhere in the file is mentioned by its key alone."""
        sources = []
        for key in dict.fromkeys(keys):
            id_ = self._by_key.get(key)
            if id_ is None or self.special.mentions[id_].what != "Source":
                id_ = ids.short("s", self._series, "cited", self._space, key)
                if id_ not in self.special.mentions:
                    self.special.mentions[id_] = Mention(id_, "Source", "cited", place, space=self._space, key=key)
                    claim = Claim(id_, "key", key, key, place, self._file_source)
                    self.special.claims[claim_id(claim)] = claim
            sources.append(id_)
        return sources or [self._file_source]


def _kind(stated: SourceMention) -> schema.NodeKind | schema.LinkKind:
    kind = schema.NODE.get(stated.what) or schema.LINK.get(stated.what)
    if kind is None or isinstance(kind, schema.LinkKind) is not stated.is_link:
        raise ValueError(f"{stated.what!r} is no {'link type' if stated.is_link else 'label'}")
    return kind


def _declared(kind: schema.NodeKind | schema.LinkKind, statement: Statement) -> schema.Property:
    known = ThingPart.declared(kind.label) if isinstance(kind, schema.NodeKind) else {prop.name: prop for prop in kind.own}
    if statement.property not in known:
        raise ValueError(f"{statement.property!r} is no property that a source states of it")
    return known[statement.property]
