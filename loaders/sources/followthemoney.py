"""Entities of FollowTheMoney, as OpenAleph and OpenSanctions export them: one JSON object a line, with id, schema, properties.

Persons, organisations, documents, sanctions and events become things; memberships, employments, directorships and
occupancies become postings; what an organisation's `parent` is, a superior of unknown kind. What the model has no place for
is refused, and properties that are not read are counted. A post's title is kept in its own words: none makes a commander.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from graph.said.identifier import text_of as identifier
from loaders.sources.mention import Dates, Hint, Mention, Refused, Statement

TITLE = "entities of FollowTheMoney"
SUFFIXES = (".ftm", ".ftm.json", ".ftm.jsonl", ".ftm.ijson", ".json", ".jsonl", ".ndjson", ".ijson")

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
LONGEST: Final = 10_000_000


class Entity(NamedTuple):
    """One line."""

    at: str
    id: str
    schema: str
    properties: dict[str, list[str]]

    def all(self, name: str) -> list[str]:
        """Every value of a property."""
        return self.properties.get(name, [])

    @property
    def cites(self) -> tuple[str, ...]:
        """What it rests on: documents of the same file, and addresses."""
        return (*self.all("proof"), *self.all("sourceUrl"))


def recognises(path: Path) -> bool:
    """Whether the first line is such an entity."""
    with path.open("rb") as file:
        first = next((line for line in file if line.strip()), b"") if path.stat().st_size < LONGEST else file.readline(LONGEST)
    try:
        _entity(first.decode("utf-8-sig"), "")
    except (ValueError, RecursionError):
        return False
    return True


def read(path: Path) -> Iterator[Mention | Refused | Hint]:
    """What the entities say. Lines that are no entity are refused."""
    entities: list[Entity] = []
    with path.open("rb") as file:
        for number, raw in enumerate(file, start=1):
            if not raw.strip():
                continue
            at = f"line {number}"
            try:
                entities.append(_entity(raw.decode("utf-8-sig"), at))
            except (ValueError, RecursionError):
                yield Refused(at, "no entity of FollowTheMoney", raw.decode("utf-8", "backslashreplace"))
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
            yield Refused(entity.at, reason, json.dumps(entity._asdict(), ensure_ascii=False))
        unread.update(f"{entity.schema}.{name}" for name in entity.properties if name not in _read_of(entity.schema))
    if unread:
        yield Hint("properties that are not read: " + ", ".join(f"{name} ({count})" for name, count in sorted(unread.items())))


def _thing(entity: Entity) -> Iterator[Mention | Hint]:
    label, names = THINGS[entity.schema]
    says = [Statement(ours, text) for theirs, ours in names.items() if ours != "name" for text in entity.all(theirs)]
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
    yield Mention(label, entity.at, entity.id, says=tuple(says), dates=dates, cites=() if label == "Source" else entity.cites)
    yield from odd
    for superior in entity.all("parent") if label == "Unit" else ():
        relation = (Statement("relation", "unknown", superior),)
        yield Mention("SUBORDINATE_TO", entity.at, begin=entity.id, end=superior, says=relation, cites=entity.cites)
    for about in entity.all("entity") if label == "Proceeding" else ():
        yield Mention("CONCERNS", entity.at, begin=entity.id, end=about, cites=entity.cites)


def _named(entity: Entity, names: list[str], label: str) -> Iterator[Statement]:
    """Of several names the fullest is the name: most words, then most letters, then the first. The others are aliases, where
    such a thing has any: "K. Marrane" beside "Kesto Marrane"."""
    called = list(dict.fromkeys(text for name in names for text in entity.all(name)))
    if label not in ("Person", "Unit"):
        yield from (Statement("name", text) for text in called)
    elif called:
        fullest = max(called, key=lambda text: (len(text.split()), len(text)))
        yield Statement("name", fullest)
        yield from (Statement("aliases", text) for text in called if text != fullest)


def _posted(entity: Entity, persons: list[str], bodies: list[str], titles: list[str]) -> Iterator[Mention | Refused | Hint]:
    if not persons or not bodies:
        missing = "person" if not persons else "organisation"
        yield Refused(entity.at, f"it names no {missing} of this file", json.dumps(entity._asdict(), ensure_ascii=False))
    dates, odd = _dates(entity)
    yield from odd
    says = tuple(Statement("post", title) for title in titles)
    for person in persons:
        for body in bodies:
            yield Mention("POSTED_TO", entity.at, begin=person, end=body, says=says, dates=dates, cites=entity.cites)


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
