"""Small worlds in which everything that the model allows is claimed, denied, quoted, graded and joined at random."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from graph import schema
from graph.decide import decide
from graph.decided.entry import Kind
from graph.kept.case import Case
from graph.said.claim import EXISTS, PROTECTED, SPAN, Claim, ClaimValue, Mention
from graph.said.span import UNKNOWN_FROM, UNKNOWN_TO, Period, Span
from graph.schema import Property

LABELS = [kind for kind in schema.NODES if kind.label not in ("Claim", "Element")]
TYPES = [kind for kind in schema.LINKS if kind.type not in schema.BARE]
COMPUTED = {"id", "conflicts", "disputed", "protected", "origin", *(prop.name for prop in schema.SPAN)}
LETTERS = "abC дЎї́ß \"',;:\\\n\t<>{}[]…😀\u200e"
THINGS, LINKS = 24, 24


def world(folder: Path, seed: int) -> Case:
    """A case with one load, and what people decided about it."""
    chance = Random(seed)
    case = Case.create(folder, title="Invented", zone="Europe/Lisbon")
    sources = [Mention(f"s-{at}", "Source", "source", f"row {at}", space="desk", key=f"S{at % 3}") for at in range(4)]
    things = [_thing(chance, at) for at in range(THINGS)]
    links = [link for at in range(LINKS) if (link := _link(chance, at, [*sources, *things]))]
    mentions = [*sources, *things, *links]
    claims = [claim for mention in mentions for claim in _claims(chance, mention, sources)]
    with case.writing(), case.journal.appending() as journal:
        body = {
            "file": "f" * 64,
            "file_name": "list; of May.csv",
            "mapping": "m",
            "mapping_name": "m",
            "series": "s",
            "distinct": [],
        }
        journal.load(body, mentions, claims, case.who)
        persons = [mention.id for mention in things if mention.what == "Person"]
        for person in persons[:2]:
            journal.entry(Kind.PROTECTION, {"mention": person, "protected": True, "reason": "asked"}, case.who)
            journal.entry(Kind.ALIAS, {"mention": person, "alias": _text(chance), "reason": "a letter"}, case.who)
        journal.entry(Kind.GRADE, {"mention": sources[0].id, "reliability": "B", "reason": "known"}, case.who)
    if len(persons) > 2:
        decide(case, "same", persons[1:3], reason="one man")
    return case


def _thing(chance: Random, at: int) -> Mention:
    kind = chance.choice(LABELS)
    key = chance.choice([None, f"K{at // 2}"])
    return Mention(f"{kind.prefix}-{at}x", kind.label, f"part {at}", f"row {at}", space="desk" if key else None, key=key)


def _link(chance: Random, at: int, things: list[Mention]) -> Mention | None:
    kind = chance.choice(TYPES)
    begins, ends = ([one for one in things if one.what in labels] for labels in (kind.begins, kind.ends))
    if not begins or not ends:
        return None
    return Mention(f"l-{at}x", kind.type, "link", f"row {at}", chance.choice(begins).id, chance.choice(ends).id)


def _claims(chance: Random, mention: Mention, sources: list[Mention]) -> list[Claim]:
    kind = schema.kind_of(mention.what)
    said: list[tuple[str, ClaimValue]] = [(EXISTS, mention.what)] if mention.is_link or chance.random() < 0.3 else []
    for prop in kind.properties:
        if prop.name not in COMPUTED:
            said += [(prop.name, _value(chance, prop)) for _ in range(chance.choice((0, 0, 1, 1, 2)))]
    if kind.timing and chance.random() < 0.8:
        said.append((SPAN, _span(chance).as_text()))
    said += [(PROTECTED, True)] if mention.what == "Person" and chance.random() < 0.3 else []
    denied = chance.random() < 0.2
    return [
        Claim(
            mention.id,
            name,
            value,
            _text(chance),
            f"row {chance.randrange(9)}, column",
            chance.choice(sources).id,
            "denies" if denied or (not mention.is_link and chance.random() < 0.1) else "asserts",
            chance.choice(("not_stated", "saw", "heard_from")),
            chance.choice((None, _text(chance))),
            chance.choice((None, _text(chance))),
            chance.choice((None, "be", "ru")),
            chance.choice((None, "no date: odd")),
        )
        for name, value in said or [(EXISTS, mention.what)]
    ]


def _value(chance: Random, prop: Property) -> ClaimValue:
    if prop.choices:
        return chance.choice(prop.choices)
    match prop.type:
        case "bool":
            return chance.random() < 0.5
        case "int":
            return chance.randrange(100)
        case "float":
            return round(chance.uniform(prop.least or 0.0, prop.most or 50.0), chance.choice((0, 1, 7)))
        case "date":
            return chance.choice(("1956-02-07", "1964-08", "1961", "1956 to 1966", "until 1960", "from 1970"))
    return _text(chance)


def _span(chance: Random) -> Span:
    days = sorted(datetime(2019, 1, 1) + timedelta(hours=chance.randrange(20_000)) for _ in range(4))
    first, begin, end, last = (day + timedelta(minutes=at) for at, day in enumerate(days))
    possible = Period(chance.choice((UNKNOWN_FROM, first, begin)), chance.choice((UNKNOWN_TO, last, end)))
    core = chance.choice((None, Period(begin, end)))
    cited = (Period(begin, end),) if chance.random() < 0.3 else ()
    return Span(possible, core, core is not None and chance.random() < 0.3, cited)


def _text(chance: Random) -> str:
    return "".join(chance.choice(LETTERS) for _ in range(chance.randrange(1, 12))).strip() or "Orsolin Vade"
