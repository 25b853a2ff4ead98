"""Entities of FollowTheMoney, as OpenAleph and OpenSanctions export them: one JSON object a line, with id, schema, properties;
and their statements, a row for each value.

Persons, organisations, documents, sanctions and events become things; memberships, employments, directorships and
occupancies become postings; what an organisation's `parent` is, a superior of unknown kind. What the model has no place for
is refused, and properties that are not read are counted. A post's title is kept in its own words: none makes a commander.
That several entities are one by a canonical id is decided elsewhere: a person is asked. What Linkage wrote itself is taken in
claim by claim.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from graph.said.carried import NAME
from graph.said.identifier import text_of as identifier
from loaders.sources import exported, statements
from loaders.sources.mention import Dates, Hint, Mention, Refused, Statement, Taken

TITLE = "entities of FollowTheMoney"
SUFFIXES = (".csv", ".ftm", ".ftm.json", ".ftm.jsonl", ".ftm.ijson", ".json", ".jsonl", ".ndjson", ".ijson")

PERSON: Final = {
    "name": "name",
    "alias": "aliases",
    "weakAlias": "aliases",
    "previousName": "aliases",
    "birthDate": "born",
    "deathDate": "died",
    "birthPlace": "birthplace",
    "nationality": "nationality",
    "citizenship": "nationality",
    "fatherName": "father",
    "motherName": "mother",
}
IDENTIFIERS: Final = {
    "passportNumber": "passport",
    "idNumber": "identity number",
    "socialSecurityNumber": "social security number",
    "taxNumber": "tax number",
}
"""Numbers of persons, and the space of each: whose it is the file does not say, so a number is one of any state."""
UNIT: Final = {"name": "name", "alias": "aliases", "weakAlias": "aliases", "previousName": "aliases", "abbreviation": "aliases"}
DOCUMENT: Final = {
    "title": "name",
    "fileName": "name",
    "name": "name",
    "publishedAt": "published",
    "publisher": "publisher",
    "language": "language",
    "sourceUrl": "url",
}
SANCTION: Final = {"program": "name", "authority": "forum", "status": "outcome"}
THINGS: Final[dict[str, tuple[str, dict[str, str]]]] = {
    "Person": ("Person", {**PERSON, "gender": "sex"}),
    **dict.fromkeys(("Organization", "Company"), ("Unit", {**UNIT, "classification": "classification"})),
    "PublicBody": ("Unit", {**UNIT, "classification": "classification"}),
    "Event": ("Event", {"name": "name", "location": "place", "summary": "words"}),
    "Sanction": ("Proceeding", SANCTION),
    **dict.fromkeys(
        ("Document", "Pages", "PlainText", "HyperText", "Email", "Image", "Video", "Audio", "Table", "Workbook", "Article"),
        ("Source", DOCUMENT),
    ),
}
"""By schema: the label, and which of its properties is which of ours."""
POSTINGS: Final = {
    "Membership": ("member", "organization"),
    "Employment": ("employee", "employer"),
    "Directorship": ("director", "organization"),
}
READ_ELSEWHERE: Final = {"parent", "entity", "startDate", "endDate", "date", "sourceUrl", "proof", "role"}
NO_PLACE: Final = "the model has no place for a {schema}"
UNCLEAR: Final = "a LegalEntity may be a person or an organisation: the file does not say which"
MERGED: Final = (
    "entities that stand for several of their compiler's (referents): {count}; which of them said what is not in the file"
)
LONGEST: Final = 10_000_000


class Entity(NamedTuple):
    """One line."""

    at: str
    id: str
    schema: str
    properties: dict[str, list[str]]
    canonical: str | None = None
    """The id under which its compiler counts it, where others are counted under it, too."""
    said: Mapping[str, list[statements.Said]] = {}
    """Of statements: who says each value."""

    def says(self, ours: str, text: str, *theirs: str) -> Iterator[Statement]:
        """That a property is this, once for each dataset that states it under one of their names."""
        said = list(dict.fromkeys(one for name in theirs for one in self.said.get(name, ()) if one.text == text))
        for one in said:
            cites = self.cites or ((dataset_key(one.dataset),) if one.dataset else ())
            yield Statement(ours, text, one.original, cites, language=one.language or None)
        if not said:
            yield Statement(ours, text)

    def all(self, name: str) -> list[str]:
        """Every value of a property."""
        return self.properties.get(name, [])

    @property
    def cites(self) -> tuple[str, ...]:
        """What it rests on: documents of the same file, and addresses."""
        return (*self.all("proof"), *self.all("sourceUrl"))

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The same; of statements that name none, the datasets that state it."""
        datasets = {one.dataset for said in self.said.values() for one in said if one.dataset}
        return self.cites or tuple(map(dataset_key, sorted(datasets)))

    def raw(self) -> str:
        """As it is kept where it is refused."""
        return json.dumps([self.at, self.id, self.schema, self.properties], ensure_ascii=False)


def dataset_key(name: str) -> str:
    """The key of a dataset among the sources of a file."""
    return f"dataset {name}"


def recognises(path: Path) -> bool:
    """Whether the first line is such an entity, or such statements."""
    with path.open("rb") as file:
        first = next((line for line in file if line.strip()), b"") if path.stat().st_size < LONGEST else file.readline(LONGEST)
    try:
        text = first.decode("utf-8-sig")
        if statements.are_statements(text):
            return True
        _entity(text, "")
    except (ValueError, RecursionError, csv.Error):
        return False
    return not path.name.casefold().endswith(".csv")


def read(path: Path) -> Iterator[Mention | Taken | Refused | Hint]:
    """What the entities say. Lines that are no entity are refused."""
    with path.open("rb") as file:
        first = next((line for line in file if line.strip()), b"")
    of_statements = statements.are_statements(first.decode("utf-8-sig", "replace"))
    entities: list[Entity] = []
    for item in (_of_statements if of_statements else _of_lines)(path):
        if isinstance(item, Entity):
            entities.append(item)
        else:
            yield item
    yield from _said(entities)


def _of_lines(path: Path) -> Iterator[Entity | Mention | Taken | Refused | Hint]:
    entities: list[Entity] = []
    referents: dict[str, str] = {}
    absent = 0
    with path.open("rb") as file:
        for number, raw in enumerate(file, start=1):
            if not raw.strip():
                continue
            at = f"line {number}"
            try:
                text = raw.decode("utf-8-sig")
                entity = _entity(text, at)
            except (ValueError, RecursionError):
                yield Refused(at, "no entity of FollowTheMoney", raw.decode("utf-8", "backslashreplace"))
                continue
            whole = json.loads(text)
            if NAME in whole:
                yield from exported.of_entity(at, whole)
                continue
            entities.append(entity)
            others = [one for one in whole.get("referents") or () if isinstance(one, str) and one != entity.id]
            referents |= dict.fromkeys(others, entity.id)
            absent += bool(others)
    there = {entity.id for entity in entities}
    counted = {id_: canonical for id_, canonical in referents.items() if id_ in there}
    for entity in entities:
        canonical = counted.get(entity.id, entity.id)
        yield entity._replace(canonical=canonical if canonical != entity.id or entity.id in counted.values() else None)
    if absent:
        yield Hint(MERGED.format(count=absent))


def _of_statements(path: Path) -> Iterator[Entity | Mention | Taken | Refused | Hint]:
    own = exported.Statements()
    gathered: dict[str, statements.Gathered] = {}
    external = 0
    for at, row, text in statements.rows(path):
        if row is None or not row["entity_id"] or not row["schema"]:
            yield Refused(at, "no statement of FollowTheMoney", text)
        elif (origin := row.get("origin", "")).startswith(exported.BEGINS):
            if refused := own.take(at, row):
                yield refused
        elif statements.is_external(row):
            external += 1
        elif not origin.startswith(exported.DERIVED):
            statements.gather(gathered, at, row)
    yield from own.all()
    counts = Counter(entity.canonical for entity in gathered.values())
    said = (one for entity in gathered.values() for some in entity.said.values() for one in some)
    for name in sorted({one.dataset for one in said if one.dataset}):
        yield Mention("Source", "dataset", dataset_key(name), says=(Statement("name", name), Statement("kind", "dataset")))
    for id_, entity in gathered.items():
        if (schema := statements.schema_of(entity)) is None:
            named = ", ".join(sorted(entity.schemata))
            yield Refused(entity.at, f"its statements call it by several schemata: {named}", id_)
            continue
        properties = {name: list(dict.fromkeys(one.text for one in some)) for name, some in entity.said.items()}
        canonical = entity.canonical if counts[entity.canonical] > 1 else None
        yield Entity(entity.at, id_, schema, properties, canonical, entity.said)
    if external:
        yield Hint(f"statements that only offer a candidate (external): {external}, none is read")


def _said(entities: Sequence[Entity]) -> Iterator[Mention | Refused | Hint]:
    posts = {entity.id: entity for entity in entities if entity.schema == "Position"}
    unread: Counter[str] = Counter()
    for url, at in {url: entity.at for entity in reversed(entities) for url in entity.all("sourceUrl")}.items():
        yield Mention("Source", at, url, says=(Statement("name", url), Statement("url", url)))
    for entity in entities:
        if entity.schema in THINGS:
            yield from _thing(entity)
        elif entity.schema in POSTINGS:
            member, of = POSTINGS[entity.schema]
            yield from _posted(entity, entity.all(member), entity.all(of), entity.all("role"))
        elif entity.schema == "Occupancy":
            post = next((posts[id_] for id_ in entity.all("post") if id_ in posts), None)
            yield from _posted(
                entity, entity.all("holder"), post.all("organization") if post else [], post.all("name") if post else []
            )
        elif entity.schema != "Position":
            reason = UNCLEAR if entity.schema == "LegalEntity" else NO_PLACE.format(schema=entity.schema)
            yield Refused(entity.at, reason, entity.raw())
        unread.update(f"{entity.schema}.{name}" for name in entity.properties if name not in _read_of(entity.schema))
    if unread:
        yield Hint("properties that are not read: " + ", ".join(f"{name} ({count})" for name, count in sorted(unread.items())))


def _thing(entity: Entity) -> Iterator[Mention | Hint]:
    label, names = THINGS[entity.schema]
    others = [(theirs, ours) for theirs, ours in names.items() if ours != "name"]
    says = [one for theirs, ours in others for text in entity.all(theirs) for one in entity.says(ours, text, theirs)]
    says += _named(entity, [theirs for theirs, ours in names.items() if ours == "name"], label)
    if label == "Source":
        says.append(Statement("kind", entity.schema.lower()))
    elif label == "Proceeding":
        says.append(Statement("kind", "sanction"))
    elif label == "Person":
        says += [
            Statement("identifiers", identifier(space, text), text)
            for theirs, space in IDENTIFIERS.items()
            for text in entity.all(theirs)
        ]
        whole = " ".join(text for name in ("firstName", "secondName", "lastName") for text in entity.all(name)[:1])
        says += [Statement("name", whole)] if whole and not entity.all("name") else []
    dates, odd = _dates(entity) if label in ("Event", "Proceeding") else (None, ())
    cites = () if label == "Source" else entity.rests_on
    yield Mention(label, entity.at, entity.id, says=tuple(says), dates=dates, cites=cites, canonical=entity.canonical)
    yield from odd
    for superior in entity.all("parent") if label == "Unit" else ():
        relation = (Statement("relation", "unknown", superior),)
        yield Mention("SUBORDINATE_TO", entity.at, begin=entity.id, end=superior, says=relation, cites=entity.rests_on)
    for about in entity.all("entity") if label == "Proceeding" else ():
        yield Mention("CONCERNS", entity.at, begin=entity.id, end=about, cites=entity.rests_on)


def _named(entity: Entity, names: list[str], label: str) -> Iterator[Statement]:
    """Of several names the fullest is the name: most words, then most letters, then the first. The others are aliases, where
    such a thing has any: "K. Marrane" beside "Kesto Marrane"."""
    called = list(dict.fromkeys(text for name in names for text in entity.all(name)))
    if label not in ("Person", "Unit"):
        yield from (one for text in called for one in entity.says("name", text, *names))
    elif called:
        fullest = max(called, key=lambda text: (len(text.split()), len(text)))
        yield from entity.says("name", fullest, *names)
        yield from (one for text in called if text != fullest for one in entity.says("aliases", text, *names))


def _posted(entity: Entity, persons: list[str], bodies: list[str], titles: list[str]) -> Iterator[Mention | Refused | Hint]:
    if not persons or not bodies:
        missing = "person" if not persons else "organisation"
        yield Refused(entity.at, f"it names no {missing} of this file", entity.raw())
    dates, odd = _dates(entity)
    yield from odd
    says = tuple(Statement("post", title) for title in titles)
    for person in persons:
        for body in bodies:
            yield Mention("POSTED_TO", entity.at, begin=person, end=body, says=says, dates=dates, cites=entity.rests_on)


def _dates(entity: Entity) -> tuple[Dates | None, tuple[Hint, ...]]:
    """When it was so. Of several dates for one end none is taken: which of them holds, the file does not say."""
    ends = {name: entity.all(name) for name in ("startDate", "endDate", "date")}
    odd = tuple(Hint(f"several values of {name}: none is read", entity.at) for name, texts in ends.items() if len(texts) > 1)
    first, last, day = (texts[0] if len(texts) == 1 else "" for texts in ends.values())
    if first or last:
        return Dates(first, last), odd
    return (Dates(day, form="on") if day else None), odd


def _read_of(schema: str) -> set[str]:
    if schema == "Person":
        return {*THINGS[schema][1], *IDENTIFIERS, *READ_ELSEWHERE, "firstName", "secondName", "lastName"}
    own = {*THINGS[schema][1]} if schema in THINGS else {*POSTINGS.get(schema, ()), "holder", "post", "organization", "name"}
    return own | READ_ELSEWHERE | {"firstName", "secondName", "lastName"}


def _entity(line: str, at: str) -> Entity:
    """ValueError where the line is none."""
    entity: Any = json.loads(line) if len(line) <= LONGEST else None
    match entity:
        case {"id": str(id_), "schema": str(schema), "properties": dict(properties)} if id_ and schema:
            kept = {name: [text for text in texts if text] for name, texts in properties.items() if isinstance(texts, list)}
            if all(isinstance(text, str) for texts in kept.values() for text in texts):
                return Entity(at, id_, schema, {name: texts for name, texts in kept.items() if texts})
    raise ValueError("no entity")
